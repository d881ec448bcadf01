"""Names on a line, and what a template leaves around them."""

from __future__ import annotations

import itertools
import operator
import re
from typing import Any, NamedTuple, cast

import attrs

from snippetkit.convert import named
from snippetkit.formats._codec import holds
from snippetkit.formats._texts import BLANK, Text, text_of
from snippetkit.model import same
from snippetkit.model.value import text_field
from snippetkit.syntax.headers import NO_BREAK, bared
from snippetkit.syntax.tree import Plain

__all__ = ["Names"]

_HYPHENS = frozenset("-–—")
_MARKS = _HYPHENS | {")"}
"""What a name ends in that may have something of a template's around it."""
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+)\Z")
_LONGEST_ENTITY = 32
_LINKED_NAME = re.compile(r"\[([^\[\] \t](?:[^\[\]]*[^\[\] \t])?)\]\([^()]*\)")
_SEPARATORS = ("|", ";", "،", "、", "，", "؛", "；", "·", "•", ",")  # the first that occurs parts
_ASCII_SEPARATORS = tuple(filter(str.isascii, _SEPARATORS))
_FRESH = (", ", "; ", " | ")


class _Piece(NamedTuple):
    """One stretch between separators: what the template put around the name, and the name."""

    before: str
    name: str
    after: str


@attrs.frozen
class Names:
    """Names on a line, parted by commas (or ``;``, ``|``, ``،``, ``、`` …), empty ones skipped.

    What a template leaves around a name, as in ``,English,International - ,Snippets`` and in the
    link ``[World](/world)``, is kept in the text and is not part of the name.
    """

    kind: type | None = None
    """The model that a name stands for; None for the text itself."""

    def decode(self, plain: Plain) -> tuple[Any, ...]:
        """The names in order; inverse of `encode`."""
        text = plain if type(plain) is str else text_of(plain)
        names = (text[:1] == "#" and _hashtags(text)) or _names(text)
        kind = self.kind
        return tuple(names) if kind is None else tuple([named(kind, name) for name in names])

    def encode(self, value: tuple[Any, ...], like: Plain) -> Plain:
        """The names with the separators of *like*; inverse of `decode`."""
        names = [self._name(one) for one in value]
        there = isinstance(like, str) and bool(self.decode(like))
        manner = _in_manner if not there or not _hashtags(cast(str, like)) else _as_hashtags
        for spelled in [manner(names, cast(str, like))] if there else _fresh(names):
            if same(self.decode(spelled), value):
                return spelled
        raise ValueError(
            "a name that is empty, is more than a line or holds what parts the names has no place on that line"
        )

    def fit(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        """The bare names that a line can hold."""
        bare = [
            self._made(Text().fit(one if self.kind is None else _plain_name(one))) for one in value
        ]
        return tuple([one for one in bare if holds(self, (one,))])

    def _made(self, name: str) -> Any:
        return name if self.kind is None else named(self.kind, str.__str__(name))

    def _name(self, one: Any) -> str:
        name = one if self.kind is None else _plain_name(one)
        if self.kind is None and not isinstance(one, str):
            kind = type(one).__name__
            raise ValueError(f"names here are texts; for a {kind} the codec is Names({kind})")
        if not same(self._made(name), one):
            raise ValueError("a line of names holds nothing else of them")
        return cast(str, name)


def _plain_name(one: Any) -> str:
    return cast(str, getattr(one, text_field(type(one)) or "name") or "")


def _pieces(text: str) -> tuple[str, list[_Piece]]:
    """The separator of a line of names, and the pieces between; joined they are the line."""
    separator = _separator(text)
    return separator, [_piece(part) for part in _split(text, separator)]


def _separator(text: str) -> str:
    for mark in _ASCII_SEPARATORS if text.isascii() else _SEPARATORS:
        if mark in text and (mark != ";" or "&" not in text or len(_split(text, mark)) > 1):
            return mark
    return ","


def _split(text: str, separator: str) -> list[str]:
    """*text* split; the semicolon of an entity of HTML, ``Arts &amp; Culture``, parts nothing."""
    parts = text.split(separator)
    if separator != ";" or "&" not in text:
        return parts
    joined = [parts[0]]
    for part in parts[1:]:
        if _ends_entity(joined[-1]):
            joined[-1] += f";{part}"
        else:
            joined.append(part)
    return joined


def _ends_entity(part: str) -> bool:
    """Whether a semicolon behind *part* is that of an entity of HTML: ``R&D`` is none."""
    found = _ENTITY.search(part[-_LONGEST_ENTITY:])
    if found is None or found[1][0] == "#":
        return found is not None
    from html.entities import html5  # few texts have one

    return f"{found[1]};" in html5


def _names(text: str) -> list[str]:
    """The names of a line, empty ones skipped."""
    # Nothing is called for most names, which would take half of the time.
    parts = _split(text, _separator(text))
    bare = [one.strip(BLANK) for one in parts] if text.isascii() else [*map(bared, parts)]
    return [name if name[-1] not in _MARKS else _name(name) for name in bare if name]


def _name(part: str) -> str:
    name = bared(part)
    if name[-1:] in _HYPHENS:
        bare = name[:-1].rstrip(
            f"{BLANK}{NO_BREAK}"
        )  # a template's, where blanks stand in front of it
        name = bare if len(bare) < len(name) - 1 else name
    link = _LINKED_NAME.fullmatch(name) if name[-1:] == ")" else None
    return name if link is None else link[1]


def _piece(part: str) -> _Piece:
    name = _name(part)
    at = part.find(name) if name else 0
    return _Piece(part[:at], name, part[at + len(name) :])


_HASHTAG = re.compile(r"#([^\W\d_][\w-]*)")
_GAP = re.compile(r"[ \t]+")


def _hashtags(text: str) -> list[str]:
    """The words of a line of nothing but hashtags, commas between them or not; else none.

    >>> _hashtags("#rain #farm"), _hashtags("#rain, #farm"), _hashtags("#rain today, #farm")
    (['rain', 'farm'], ['rain', 'farm'], [])
    """
    words = [word for part in text.split(",") for word in _GAP.split(part.strip(BLANK))]
    return [word[1:] for word in words] if all(map(_HASHTAG.fullmatch, words)) else []


def _as_hashtags(names: list[str], like: str) -> str:
    """*names* as hashtags, with the gaps of *like* between them. Inverse of `_hashtags`."""
    gaps = _HASHTAG.split(like)[2:-1:2] or [" "]
    gaps += gaps[-1:] * len(names)
    return "".join(f"{gap}#{name}" for gap, name in zip(["", *gaps], names, strict=False))


def _in_manner(names: list[str], like: str) -> str:
    """*names* with the separators of *like*, unchanged ones with all that stood around them."""
    separator, pieces = _pieces(like)
    old = [n for n, piece in enumerate(pieces) if piece.name]
    if len(old) == len(names):
        for n, name in zip(old, names, strict=True):
            pieces[n] = pieces[n]._replace(name=name)
        return separator.join("".join(piece) for piece in pieces)
    same_names = map(operator.eq, [pieces[n].name for n in old], names)
    head = sum(itertools.takewhile(bool, same_names))
    kept = pieces[: old[head - 1] + 1] if head else pieces[: old[0]] if old else []
    spaced = separator == "|" or len(pieces) == 1  # one name alone shows no manner
    gap = " " if spaced or any(piece.before[:1] == " " for piece in pieces[1:]) else ""
    tail = " " if any(piece.after[-1:] == " " and piece.name for piece in pieces[:-1]) else ""
    after = {
        pieces[n].name: pieces[n].after for n in old[head:]
    }  # what dangles stays with its name
    new = [
        _Piece(gap if kept or n else "", name, after.get(name, ""))
        for n, name in enumerate(names[head:])
    ]
    if kept and new and separator in "|·•" and kept[-1].name:
        kept[-1] = kept[-1]._replace(after=kept[-1].after or tail)
    return separator.join("".join(piece) for piece in [*kept, *new]).rstrip(BLANK)


def _fresh(names: list[str]) -> list[str]:
    joined = [separator.join(names) for separator in _FRESH]
    return [
        *joined,
        *(f"{line}{separator.rstrip(' ')}" for line, separator in zip(joined, _FRESH, strict=True)),
    ]
