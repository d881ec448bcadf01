"""Decode bytes by byte order mark, as UTF-8, or in a given encoding; and encode them again."""

from __future__ import annotations

import codecs
import contextlib
import itertools
import operator
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from snippetkit.errors import Flaw, InvalidValue, ParseError, Unrepresentable, located, must_be
from snippetkit.storage.origin import Origin, Version

if TYPE_CHECKING:
    from snippetkit.charset import Guess

__all__ = ["DETECT", "by_bom", "decoded", "encoded", "encoded_as", "has_nul", "undecodable"]

DETECT = "detect"
"""The value of ``encoding=`` that asks for a guess."""
_PDF = b"%PDF-"
_JUNK = 1024
"""How many bytes may stand before a PDF (its readers allow for them), if they are no text."""
# The BOM stays in the text as its first character, so these codecs must not take it away.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKS = tuple(bom for bom, _ in _BOMS)
_NOWHERE = Origin()  # of most texts; one for all of them


def decoded(
    data: str | bytes,
    encoding: str | None = None,
    path: str | None = None,
    version: Version | None = None,
) -> tuple[str, Origin]:
    r"""The text of *data* and its origin. Bytes are decoded by their BOM, as UTF-8, or in *encoding*.

    The encoding ``detect`` asks for a guess: see `snippetkit.charset.guessed`. The text of a PDF is what
    `snippetkit.pdf` makes of it.

    Raises:
        ParseError: the bytes are not valid in that encoding; or are not UTF-8 and no encoding is
            given; or are a PDF that cannot be read; or no encoding has that name.
        MissingExtra: they are a PDF, or *encoding* is ``detect``, and the library for it is missing.
        InvalidValue: *data* is neither text nor bytes, or *encoding* is not a name.

    >>> decoded(b"caf\xe9", "latin-1")[0]
    'café'
    """
    origin = _NOWHERE if path is None else Origin(path=path, version=version)
    if isinstance(data, str):
        return data, origin
    if not isinstance(data, (bytes, bytearray)):
        raise InvalidValue("text", f"must be text or bytes, not {type(data).__name__}")
    if encoding not in (None, DETECT):
        _refuse_unknown(encoding, path)
    if data[:5] == _PDF:
        return _of_pdf(bytes(data), path)
    try:
        return data.decode(), origin  # no BOM but that of UTF-8 is UTF-8
    except UnicodeDecodeError:
        if encoding is None and _PDF in data[:_JUNK]:
            return _of_pdf(bytes(data), path)
        name = by_bom(data) or _ordered(encoding or "utf-8")
        guess = _guessed(data, path) if name == DETECT else None
        name = name if guess is None else guess.encoding
        text = _decode(data, name, path)
        kept = None if _is_kept(data, text, name) else bytes(data)
        return text, Origin(path=path, encoding=name, data=kept, guess=guess, version=version)


def _of_pdf(data: bytes, path: str | None) -> tuple[str, Origin]:
    from snippetkit import pdf  # not light, and few files are

    text, flaws, notes, told = pdf.made(data, path)
    return text, Origin(path=path, made_from="pdf", flaws=flaws, notes=notes, told=told)


def _guessed(data: bytes, path: str | None) -> Guess:
    from snippetkit.charset import guessed  # when it is asked for

    guess = guessed(bytes(data))
    if guess is None:
        flaw = Flaw(0, 0, "bad-encoding", "in no encoding known here are these bytes a text")
        raise ParseError(located("", [flaw]), path)
    return guess


def has_nul(data: str | bytes) -> bool:
    """Whether a text or its bytes contain a NUL; in bytes it is found thirty times as fast."""
    return ("\0" in data) if isinstance(data, str) else (0 in data)


def by_bom(data: bytes) -> str | None:
    """The encoding that the byte order mark of *data* names; None without one."""
    if not data.startswith(_MARKS):
        return None
    return next(name for bom, name in _BOMS if data.startswith(bom))


def _ordered(encoding: str) -> str:
    """The encoding of a text without a BOM: with its order of bytes, so that no BOM is written."""
    order = "-le" if sys.byteorder == "little" else "-be"
    return encoding + order * (encoding.lower().replace("_", "-") in ("utf-16", "utf-32"))


def _is_kept(data: bytes, text: str, encoding: str) -> bool:
    """Whether *data* is what the encoding writes for *text*."""
    from snippetkit.charset import encodes  # few files need it

    return encodes(text, encoding) == data


def _refuse_unknown(encoding: str, path: str | None) -> None:
    """Raise for a name that is no encoding's: of bytes that are UTF-8 nothing else would tell."""
    must_be("encoding", encoding, str, "the name of an encoding")
    try:
        b"text".decode(encoding)
    except UnicodeError:
        pass  # a name of one in which this is no text
    except (LookupError, ValueError) as error:
        raise _unreadable(encoding, error, path) from None


def _decode(data: bytes, encoding: str, path: str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise undecodable(error, encoding, path) from None
    except (LookupError, ValueError) as error:
        raise _unreadable(encoding, error, path) from None


def _unreadable(encoding: str, error: Exception, path: str | None) -> ParseError:
    flaw = Flaw(0, 0, "bad-encoding", f"cannot be read in the encoding {encoding!r}: {error}")
    return ParseError(located("", [flaw]), path)


def undecodable(error: UnicodeDecodeError, encoding: str, path: str | None) -> ParseError:
    """The error with its place, counted in the characters that could be decoded before it."""
    try:
        before = error.object[: error.start].decode(encoding, "replace")
    except UnicodeError:  # idna knows no other way with errors than raising
        before = ""
    after = error.object[error.start : error.end + 40].decode("latin-1")
    what = f"these bytes are not {encoding}; encoding= says what they are"
    flaw = Flaw(len(before), len(before) + error.end - error.start, "bad-encoding", what)
    return ParseError(located(before + after, [flaw]), path)


def encoded(text: str, encoding: str = "utf-8") -> bytes:
    """The bytes of *text*. Inverse of `decoded`.

    Raises:
        Unrepresentable: the encoding lacks a character of the text.
        InvalidValue: *encoding* is not a name.
    """
    must_be("encoding", encoding, str, "the name of an encoding")
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        found = ascii(text[error.start])
        line = located(text, [Flaw(error.start, error.end, "bad-encoding", "")])[0].line
        what = f"{encoding} has no character {found} (line {line})"
        raise Unrepresentable("text", what) from None
    except (LookupError, ValueError) as error:
        what = f"cannot be written in the encoding {encoding!r}: {error}"
        raise Unrepresentable("text", what) from None


def encoded_as(text: str, origin: Origin) -> bytes:
    r"""The bytes of *text*, which has changed since it was read from *origin*.

    Unchanged parts keep their bytes, even if the encoding has several spellings of a character, as
    most encodings of East Asia do.

    Raises:
        Unrepresentable: the encoding lacks a character, or cannot write only the change.

    >>> text, origin = decoded(b"Rain \x87\x90", "cp932")
    >>> encoded_as(text, origin), encoded_as(text.replace("Rain", "Snow"), origin)
    (b'Rain \x87\x90', b'Snow \x87\x90')
    """
    if origin.data is None:
        return encoded(text, origin.encoding)
    before = _decode(origin.data, origin.encoding, origin.path)
    places = _places(origin.data, origin.encoding)
    data, at = b"", 0
    for start, end, new in _changes(before, text) if len(places) > len(before) else ():
        data += origin.data[at : places[start]] + encoded(new, origin.encoding)
        at = places[end]
    data += origin.data[at:]
    if data.decode(origin.encoding, "replace") != text:
        raise Unrepresentable("text", f"{origin.encoding} has no way to write only what changed")
    return data


def _places(data: bytes, encoding: str) -> list[int]:
    """Where each character of *data* begins, and where the last one ends, as far as can be told."""
    places = [0]
    with contextlib.suppress(LookupError, UnicodeError):
        decoder = codecs.getincrementaldecoder(encoding)()
        for end in range(1, len(data) + 1):
            found = decoder.decode(data[end - 1 : end], end == len(data))
            places += [end] * len(found)
    return places


def _changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """What of *before* is to be replaced to give *after*: line by line, and in a line once."""
    import difflib  # not light, and few encodings need it

    old, new = re.split("(?<=\n)", before), re.split("(?<=\n)", after)
    starts = [0, *itertools.accumulate(map(len, old))]
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            one, other = "".join(old[i:j]), "".join(new[k:m])
            head = _alike(one, other)
            tail = _alike(one[head:][::-1], other[head:][::-1])
            yield starts[i] + head, starts[j] - tail, other[head : len(other) - tail]


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at the beginning."""
    return sum(itertools.takewhile(bool, map(operator.eq, one, other)))
