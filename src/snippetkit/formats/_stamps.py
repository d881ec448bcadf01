"""Lines with more than a date: ``Posted on September 12, 2025 by Jane in Weather``.

Also names followed by a date: ``来源：央视网 2025-09-12 22:38``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from snippetkit.formats._leads import CATEGORIES, are_names, dated_at, is_day, opening
from snippetkit.syntax.headers import BYLINE, DATED, MARKS, Labels

__all__ = ["TRAILED", "Piece", "pieces", "signed", "trailed"]


class Piece(NamedTuple):
    """A part of the line: its name, empty for that in front, and where it and its value stand."""

    name: str
    begin: int
    start: int
    end: int


_LONGEST: Final = 240
_JOINT: Final = re.compile(r"(?:,|[ \t][-–—·])?[ \t]++")
_BEFORE_DATE: Final = re.compile(r"(?<=[^ \t\u3000|])[ \t\u3000]++(?:\|[ \t]++)?(?=[0-9０-９]{4})")
TRAILED: Final = frozenset(("source", "authors"))
"""The fields that a date may stand behind, where a wide colon stands before."""
_IN: Final = re.compile(
    r"(?:in|dans|en|em|im|unter|onder|på|i|w|v|в|у|su|pada|dalam|σε|în)[ \t]++", re.IGNORECASE
)
"""What WordPress writes between a post's date or author and its categories."""


def pieces(value: str, labels: Labels, languages: tuple[str, ...] | None = None) -> list[Piece]:
    """The parts of *value*: a date, and a name or categories or labels behind it; else none.

    >>> labels = Labels(frozenset(["updated on"]), ("updated on",))
    >>> value = "May 5, 2025 by Jane Roe in Weather"
    >>> [(name, value[start:end]) for name, _, start, end in pieces(value, labels)]
    [('', 'May 5, 2025'), ('#byline', 'Jane Roe'), ('#categories', 'Weather')]
    >>> [one.name for one in pieces("May 5, 2025, updated on May 6, 2025", labels)]
    ['', 'updated on']
    """
    if len(value) > _LONGEST or is_day(value):
        return []
    found = [*_found(value, labels, languages)]
    return found if len(found) > 1 and found[-1].end == len(value) else []


def trailed(value: str) -> list[Piece]:
    """The parts of *value*: a name, and a date of figures at its end, a bar between or not; else none.

    >>> value = "央视网 | 2025年09月12日 22:38:15"
    >>> [(name, value[start:end]) for name, _, start, end in trailed(value)]
    [('', '央视网'), ('#published', '2025年09月12日 22:38:15')]
    >>> trailed("央视网 22:38"), trailed("2025-09-12")
    ([], [])
    """
    for joint in _BEFORE_DATE.finditer(value[:_LONGEST]):
        if len(value) <= _LONGEST and is_day(value[joint.end() :]):
            return _with_date(value, joint)
    return []


def signed(value: str, languages: tuple[str, ...] | None = None) -> list[Piece]:
    """The parts of a by-line with a date behind it; none without one.

    >>> [one.name for one in signed("By Jane Roe, May 5, 2025 10:38 pm")], signed("By Jane Roe")
    (['', '#published'], [])
    """
    joint = dated_at(value, languages)
    return [] if joint is None else _with_date(value, joint)


def _with_date(value: str, joint: re.Match[str]) -> list[Piece]:
    """A name, and the date that *joint* parts from it."""
    name = Piece("", 0, 0, joint.start())
    return [name, Piece(DATED, joint.start(), joint.end(), len(value))]


def _found(value: str, labels: Labels, languages: tuple[str, ...] | None) -> Iterator[Piece]:
    """The pieces up to the first one that is none."""
    last = Piece("", 0, 0, len(value))
    for joint in _JOINT.finditer(value):
        name, start = _named(value[joint.end() :], labels, languages)
        front = last._replace(end=joint.start())
        if name and _is_whole(front, value):
            yield front
            last = Piece(name, joint.start(), joint.end() + start, len(value))
    if _is_whole(last, value):
        yield last


def _named(rest: str, labels: Labels, languages: tuple[str, ...] | None) -> tuple[str, int]:
    """The name of the piece that *rest* begins with, and where its value begins; empty if none."""
    if at := labels.bare_label(rest):
        return rest[:at].rstrip(f" \t\xa0\u202f{MARKS}"), at
    if (found := _IN.match(rest)) is not None:
        return CATEGORIES, found.end()
    at = opening(rest, languages)
    return (BYLINE, at) if at else ("", 0)


def _is_whole(piece: Piece, value: str) -> bool:
    """Whether the piece says what its name promises."""
    said = value[piece.start : piece.end]
    if piece.name == CATEGORIES:
        return bool(said)
    return are_names(said) if piece.name == BYLINE else is_day(said)
