"""Texts as bytes and files: decoding, encoding, finding, and replacing a file as a whole."""

from __future__ import annotations

import codecs
import contextlib
import errno
import functools
import io
import itertools
import operator
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any, AnyStr, NamedTuple, TypeAlias, cast

import attrs

from snippetkit.errors import (
    FileError,
    Flaw,
    InvalidValue,
    ParseError,
    SnippetError,
    Unrepresentable,
    located,
    must_be,
)

if TYPE_CHECKING:
    from snippetkit.charset import Guess

__all__ = [
    "DETECT",
    "LARGEST",
    "Origin",
    "Part",
    "PathLike",
    "Readable",
    "Told",
    "Writable",
    "decoded",
    "encoded",
    "has_nul",
    "is_unwritten",
    "lines",
    "only_path",
    "opened",
    "ours",
    "path_of",
    "read",
    "read_bytes",
    "walk",
    "write",
]

PathLike: TypeAlias = "str | os.PathLike[str]"
Readable: TypeAlias = "PathLike | IO[str] | IO[bytes]"
Writable: TypeAlias = "PathLike | IO[str] | IO[bytes]"

DETECT = "detect"
"""What is given for an encoding that is to be guessed."""
LARGEST = 256 * 1024 * 1024
"""The largest file that is read whole, and the longest line of a longer one, in bytes."""
_CHUNK = 1 << 18
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


class Part(NamedTuple):
    """Which of several texts in a file, and what it said when it was read."""

    number: int
    """Its number, from 0."""
    text: str


class Version(NamedTuple):
    """Which state of a file was read: another one differs in at least one of these."""

    inode: int
    size: int
    changed: int
    """When its bytes were last changed, in nanoseconds as the system counts them."""


class Told(NamedTuple):
    """What a field says, and what it goes by."""

    field: str
    value: Any
    rule: str
    """In a clause."""
    confidence: float
    """As in `snippetkit.explanation.Evidence`."""


@attrs.frozen(kw_only=True)
class Origin:
    """The file that a text came from."""

    path: str | None = None
    """Its path, or None where it was no file."""
    encoding: str = "utf-8"
    """The encoding that its bytes were read in."""
    data: bytes | None = attrs.field(default=None, repr=False)
    """The very bytes, where the encoding has others for the same text; None where it has not."""
    guess: Guess | None = None
    """How the encoding was found, if it was guessed."""
    part: Part | None = None
    """Which part of the file it is; None for all of it."""
    version: Version | None = attrs.field(default=None, eq=False, repr=False)
    """The state of the file when it was read or written; None where that is not known."""
    made_from: str | None = None
    """What the text was made from where the file holds none: ``pdf``."""
    flaws: tuple[Flaw, ...] = ()
    """What was wrong with that, at places in the text."""
    notes: tuple[str, ...] = ()
    """How the text was made, in clauses."""
    told: tuple[Told, ...] = ()
    """What fields say that go by something else than the words of a text."""

    @property
    def format(self) -> str | None:
        """The format of a text that was made here; None for one that was found."""
        return "snippet" if self.made_from else None


_NOWHERE = Origin()  # of most texts; one for all of them


def decoded(
    data: str | bytes,
    encoding: str | None = None,
    path: str | None = None,
    version: Version | None = None,
) -> tuple[str, Origin]:
    r"""The text of *data*, and where it is from: by its BOM, as strict UTF-8, or in *encoding*.

    The encoding ``detect`` stands for the likeliest one: see `snippetkit.charset.guessed`. The text
    of a PDF is what `snippetkit.pdf` makes of it.

    Raises:
        ParseError: the bytes are not in that encoding; or are not UTF-8 and no encoding is given;
            or are a PDF that cannot be read; or no encoding has that name, whatever the bytes.
        MissingExtra: they are a PDF, or *encoding* is ``detect``, and the library for it is missing.
        InvalidValue: *data* is neither text nor bytes, or *encoding* no name.

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
        name = _by_bom(data) or _ordered(encoding or "utf-8")
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


def is_unwritten(path: PathLike) -> bool:
    """Whether a path is named as what is read and not written: a PDF."""
    return os.path.splitext(os.fspath(path))[1].lower() == ".pdf"


def has_nul(data: str | bytes) -> bool:
    """Whether there is a NUL in a text or its bytes; in bytes it is found thirty times as fast."""
    return ("\0" in data) if isinstance(data, str) else (0 in data)


def _by_bom(data: bytes) -> str | None:
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
        raise _undecodable(error, encoding, path) from None
    except (LookupError, ValueError) as error:
        raise _unreadable(encoding, error, path) from None


def _unreadable(encoding: str, error: Exception, path: str | None) -> ParseError:
    flaw = Flaw(0, 0, "bad-encoding", f"cannot be read in the encoding {encoding!r}: {error}")
    return ParseError(located("", [flaw]), path)


def _undecodable(error: UnicodeDecodeError, encoding: str, path: str | None) -> ParseError:
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
        Unrepresentable: the encoding has no such character.
        InvalidValue: *encoding* is no name.
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
    r"""The bytes of *text*, which has been changed since it came from *origin*.

    What has not been changed keeps its bytes, also where its encoding has several spellings of one
    character, as most of East Asia's have.

    Raises:
        Unrepresentable: the encoding has no such character, or no way to write only the change.

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


def path_of(source: Readable | Writable) -> str | None:
    """The path that is given, as a text; None for an open file.

    Raises:
        InvalidValue: it is neither.
    """
    if isinstance(source, str):
        return source
    if hasattr(source, "__fspath__"):  # `os.PathLike`, asked in a fifth of the time
        with contextlib.suppress(TypeError):  # it gives what is no path
            path = os.fspath(cast("PathLike", source))
            if isinstance(path, str):
                return path
    elif hasattr(source, "read") or hasattr(source, "write"):
        return None
    raise InvalidValue("path", f"must be a path or an open file, not {type(source).__name__}")


def only_path(source: PathLike, field: str = "path") -> str:
    """The path that is given, as a text.

    Raises:
        InvalidValue: it is none.
    """
    path = path_of(source)
    if path is None:
        raise InvalidValue(field, f"must be a path, not {type(source).__name__}")
    return path


def read(source: Readable, encoding: str | None = None) -> tuple[str, Origin]:
    """The text of a file, by path or open file, and where it is from. Inverse of `write`.

    Only regular files (and what links to one) are read by path, up to `LARGEST` bytes.

    Raises:
        FileError: it cannot be read.
        ParseError: it cannot be decoded.
    """
    path = path_of(source)
    if path is None:
        return decoded(_read_open(cast("IO[Any]", source)), encoding)
    data, version = _read_version(path)
    return decoded(data, encoding, path, version)


def _read_open(source: IO[Any]) -> Any:
    """All of an open file, up to `LARGEST` bytes or characters, because a pipe has no size."""
    name = _name(source)
    with theirs(name):
        if not hasattr(source, "encoding"):
            return _joined(iter(functools.partial(source.read, _CHUNK), b""), name)
        try:
            chunks = iter(functools.partial(source.read, _CHUNK), "")
            return "".join(_up_to_largest(chunks, name))
        except UnicodeDecodeError as error:
            raise _undecodable(error, error.encoding, name) from None


def _name(source: IO[Any]) -> str:
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "(an open file)"


def _joined(chunks: Iterable[bytes], path: str) -> bytes:
    data = io.BytesIO()  # which grows as they come; a list of them would be as large again
    for chunk in _up_to_largest(chunks, path):
        data.write(chunk)
    return data.getvalue()


def _up_to_largest(chunks: Iterable[AnyStr], path: str) -> Iterator[AnyStr]:
    """The *chunks*, as long as all of them are not larger than `LARGEST`."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST:
            raise _too_large(path)
        yield chunk


def _too_large(path: str) -> FileError:
    return FileError(errno.EFBIG, f"is larger than {LARGEST:,} bytes", path)


def read_bytes(path: str) -> bytes:
    """The bytes of a regular file.

    Raises:
        FileError: it cannot be read, is no regular file, or is larger than `LARGEST`.
    """
    return _read_version(path)[0]


def _read_version(path: str) -> tuple[bytes, Version]:
    with ours(path):
        handle, found = _open(path)
        version = _version(found)
        try:
            if version.size > LARGEST:
                raise _too_large(path)
            data = os.read(handle, version.size + 1)
            if len(data) == version.size:
                return data, version
            # It has grown or shrunk since, or is one of the system's that say no size.
            rest = iter(functools.partial(os.read, handle, _CHUNK), b"")
            return _joined(itertools.chain([data], rest), path), version
        finally:
            os.close(handle)


def is_changed(path: str, version: Version) -> bool:
    """Whether the file has another state than *version*; one that is gone holds nothing to lose.

    Raises:
        FileError: that cannot be told.
    """
    with ours(path):
        try:
            return _version(os.stat(path)) != version
        except FileNotFoundError:
            return False


def _version(found: os.stat_result) -> Version:
    return Version(found.st_ino, found.st_size, found.st_mtime_ns)


@contextlib.contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """A regular file of whatever size, open for `lines`.

    Raises:
        FileError: it cannot be read, or is no regular file.
    """
    with ours(path):
        handle, _ = _open(path)
    with os.fdopen(handle, "rb", buffering=0) as file:
        yield file


def _open(path: str) -> tuple[int, os.stat_result]:
    """The handle of a regular file, and what the system says of it."""
    # O_NONBLOCK: opening a pipe must not wait for somebody to write into it.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    found = os.fstat(handle)
    if stat.S_ISREG(found.st_mode):
        return handle, found
    os.close(handle)
    if stat.S_ISDIR(found.st_mode):
        raise FileError(errno.EISDIR, "is a folder; load_all reads one", path)
    raise FileError(errno.EINVAL, "is no regular file", path)


def lines(source: IO[Any]) -> Iterator[str | bytes | None]:
    r"""The lines of an open file without their ends, in turn; None is one over `LARGEST`.

    Only ``\r\n``, ``\n`` and ``\r`` end lines. Bytes stay bytes, so that one line that is no text
    costs only itself; but a file that begins with the BOM of UTF-16 or UTF-32 is decoded.

    Raises:
        FileError: it cannot be read any further.
        ParseError: it cannot be decoded any further.

    >>> list(lines(io.BytesIO(b"one\r\ntwo\rthree\n\nfour")))
    [b'one', b'two', b'three', b'', b'four']
    """
    name = _name(source)
    with theirs(name):
        try:
            yield from _split(_chunks(source))
        except UnicodeDecodeError as error:
            raise _undecodable(error, error.encoding, name) from None


def _chunks(source: IO[Any]) -> Iterator[Any]:
    first = source.read(_CHUNK)
    rest = iter(functools.partial(source.read, _CHUNK), first[:0])
    chunks = itertools.chain([first], rest)
    named = None if isinstance(first, str) else _by_bom(first)
    return chunks if named in (None, "utf-8") else codecs.iterdecode(chunks, str(named))


def _split(chunks: Iterator[Any]) -> Iterator[Any]:
    """Lines of chunks of text or bytes; what is too long is dropped as it comes."""
    held: list[Any] = []
    cr: Any
    lf: Any
    size, after_cr, empty = 0, False, b""
    for chunk in chunks:
        cr, lf = ("\r", "\n") if isinstance(chunk, str) else (b"\r", b"\n")
        fresh = chunk[1:] if after_cr and chunk[:1] == lf else chunk  # the LF of a CR LF cut in two
        after_cr, empty = fresh[-1:] == cr, chunk[:0]
        if cr in fresh:
            fresh = fresh.replace(cr + lf, lf).replace(cr, lf)
        for n, part in enumerate(fresh.split(lf)):
            if n:
                yield None if size > LARGEST else empty.join(held)
                held, size = [], 0
            size += len(part)
            if size <= LARGEST:
                held.append(part)
            else:
                held = []
    if size:
        yield None if size > LARGEST else empty.join(held)


def walk(folder: str) -> Iterator[tuple[str, FileError | None]]:
    """The paths of the files in a folder and below, in order; with the reason where not to read.

    A stack and no recursion: folders nest deeper than functions may.
    """
    stack = [_listed(folder)]
    while stack:
        path, found = next(stack[-1], ("", None))
        if not path:
            stack.pop()
        elif found == "folder":
            stack.append(_listed(path))
        else:
            yield path, found


def _listed(folder: str) -> Iterator[tuple[str, Any]]:
    """What a folder holds, by name: each path with "folder", None for a file, or a refusal."""
    try:
        with ours(folder), os.scandir(folder) as entries:
            shown = [entry for entry in entries if entry.name[:1] != "."]
    except FileError as error:
        return iter([(folder, error)])
    shown.sort(key=lambda entry: entry.name)
    return ((entry.path, _kind(entry)) for entry in shown)


def _kind(entry: os.DirEntry[str]) -> Any:
    try:
        with ours(entry.path):
            if entry.is_symlink():
                what = "is a link, which is not followed in a folder"
                return FileError(errno.ELOOP, what, entry.path)
            if entry.is_dir(follow_symlinks=False):
                return "folder"
            if entry.is_file(follow_symlinks=False):
                return None
    except FileError as error:
        return error
    return FileError(errno.EINVAL, "is no regular file", entry.path)


def write(target: Writable, text: str | bytes, encoding: str = "utf-8") -> Version | None:
    """Write *text*, or what is its UTF-8, to a path or file object. Inverse of `read`.

    A path is replaced as a whole: whatever happens, the old or the new text is there, complete. A
    link stays a link, the file keeps its mode. The state of the file is given; None for an open one.

    Raises:
        FileError: it cannot be written, or is named as a PDF.
        Unrepresentable: the encoding has no such character.
        InvalidValue: it is no path, and no file to write to.
    """
    path = path_of(target)
    if path is None:
        if not hasattr(target, "write"):
            what = f"must be a path or a file open for writing, not {type(target).__name__}"
            raise InvalidValue("path", what)
        _write_open(cast("IO[Any]", target), text, encoding)
        return None
    if is_unwritten(path):
        raise FileError(errno.EINVAL, "a PDF is read and not written", path)
    data = _bytes_of(text, encoding)
    with ours(path):
        return _replace(os.path.realpath(path), data)


def _bytes_of(text: str | bytes, encoding: str) -> bytes:
    return text if isinstance(text, bytes) else encoded(text, encoding)


def _write_open(target: IO[Any], text: str | bytes, encoding: str) -> None:
    """Into an open file; one that has an encoding of its own gets text, with its line ends."""
    try:
        if not hasattr(target, "encoding"):
            target.write(_bytes_of(text, encoding))
        else:
            target.write(text.decode() if isinstance(text, bytes) else text)
    except UnicodeEncodeError as error:
        what = f"{error.encoding} has no character {error.object[error.start]!a}"
        raise Unrepresentable("text", what) from None
    except SnippetError:
        raise
    except (OSError, ValueError) as error:
        raise _ours(error, _name(target)) from None


def _replace(path: str, data: bytes) -> Version:
    """The file at *path* by a new one beside it, under its name in one step of the system."""
    mode = _mode(path)
    temporary = os.path.join(os.path.dirname(path), f".snippetkit-{os.urandom(8).hex()}")
    # A new file gets the mode that the process and the folder give; what takes the place of an old
    # one is nobody else's to read before it has the mode of the old one.
    opener = functools.partial(os.open, mode=0o666 if mode is None else 0o600)
    try:
        with open(temporary, "xb", opener=opener) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            version = _version(os.fstat(file.fileno()))
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    return version


def _mode(path: str) -> int | None:
    """The mode of the file that is to be replaced, or None where none is."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise FileError(errno.EINVAL, "is no regular file", path)
    if not os.access(path, os.W_OK):
        raise FileError(errno.EACCES, "is read-only", path)
    return stat.S_IMODE(found.st_mode)


class ours:  # noqa: N801  # used as a function is; a generator takes thrice as long
    """Errors of the system, and of paths that can be none, as our own."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError | ValueError) and not isinstance(error, SnippetError):
            raise _ours(error, self._path) from None


class theirs(ours):  # noqa: N801  # as above
    """The same of whatever an open file raises: one that unpacks says in its own words what is torn."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, SnippetError):
            raise _ours(error, self._path) from error


def _ours(error: Exception, path: str) -> FileError:
    if isinstance(error, OSError):
        return FileError(error.errno, error.strerror or str(error), path)
    if isinstance(error, ValueError):
        return FileError(errno.EINVAL, str(error), path)
    return FileError(errno.EIO, f"{type(error).__name__}: {error}", path)
