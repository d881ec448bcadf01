"""Lines with more than a date: ``Posted on September 12, 2025 by Jane in Weather``.

Also names followed by a date: ``来源：央视网 2025-09-12 22:38``.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from snippetkit import bylines, dates
from snippetkit.datelines.words import is_kicker
from snippetkit.formats._leads import (
    CATEGORIES,
    RELEASE,
    are_names,
    is_byline,
    is_day,
    is_hosted,
    is_place,
    opening,
    untimed,
)
from snippetkit.syntax.headers import BUTTON, BYLINE, DATED, HOSTED, IDLE, MARKS, NO_BREAK, Labels

__all__ = [
    "TRAILED",
    "Piece",
    "behind",
    "is_dated",
    "lead",
    "may_be_dated",
    "pieces",
    "signed",
    "trailed",
]


class Piece(NamedTuple):
    """A part of the line: its name, empty for that in front, and where it and its value stand."""

    name: str
    begin: int
    start: int
    end: int


_LONGEST: Final = 240
_LED: Final = r"(?:[ \t]?:)?[ \t]++"
"""What is behind a word such as ``on``, which some pages print as a label."""
_JOINT: Final = re.compile(
    r"(?:[ \t]++(?P<sign>[-–—·•|/])[ \t]*+|[,;]?[ \t]++)\(?"
    rf"(?:(?i:on|am|vom|le|il|el|em|op|den|dnia|på){_LED})?"
)
_BEFORE_DATE: Final = re.compile(r"(?<=[^ \t\u3000|])[ \t\u3000]++(?:\|[ \t]++)?(?=[0-9０-９]{4})")
_BEHIND_NAME: Final = re.compile(
    rf"(?<=[^ \t,|(])(?:,[ \t]++|[ \t]*+[|][ \t]*+|[ \t]++(?:[-–—·•/][ \t]++|\(|(?=(?i:on|vom|du|del|от){_LED})))"
    rf"(?:(?i:on|vom|du|del|от){_LED})?"
)
_SIGN: Final = re.compile(r"[ \t]++[-–—·•|/][ \t]++")
_ENDED: Final = re.compile(r"[^\W\d_]{3}\.\Z")
"""The end of a sentence, and of no ``p.m.``."""
_PLACED: Final = re.compile(
    r"(?P<place>[^0-9|•·/–—-]{2,40}?)(?:,|[ \t][-–—·•|/])[ \t]++(?=[^\r\n]*[0-9])"
)
_RELEASED: Final = re.compile(
    rf"(?P<place>{RELEASE})[ \t]?[:：,|–—-]?[ \t]++(?=[^\r\n]*[0-9])", re.IGNORECASE
)
TRAILED: Final = frozenset(("source", "authors"))
"""The fields that a date may stand behind."""
_IN: Final = re.compile(
    rf"(?:in|dans|en|em|im|unter|onder|på|i|w|v|в|у|su|pada|dalam|σε|în){_LED}", re.IGNORECASE
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
    said = untimed(value, languages)
    whole = Piece("", 0, 0, len(said))
    if is_day(said):
        return [whole]
    place = _placed(said)
    if place is not None:
        placed = whole._replace(name=IDLE, end=place.end("place"))
        date = whole._replace(name=DATED, begin=placed.end, start=place.end())
        found = _found(said, date, labels, languages)
        return [placed, *found] if found else []
    found = _found(said, whole, labels, languages)
    return found if len(found) > 1 else []


def _placed(line: str) -> re.Match[str] | None:
    """A place, or a word such as ``Press release``, in front of a date, and what parts them."""
    found = _PLACED.match(line)
    return found if found is not None and is_place(found["place"]) else _RELEASED.match(line)


def lead(line: str, labels: Labels, languages: tuple[str, ...] | None = None) -> str:
    """What a line of several pieces begins with: `DATED`, or a `BYLINE` with dates behind; else empty.

    >>> labels = Labels(frozenset(["updated on"]), ("updated on",))
    >>> lead("5 May 2025 by Jane Roe", labels), lead("Jane Roe Updated on May 5, 2025", labels)
    ('#published', '#byline')
    >>> lead("Rain Falls Updated on May 5, 2025", labels)
    ''
    """
    if is_dated(line, labels, languages):
        return DATED
    found = signed(line, labels, languages) if _may_be_one(line) else []
    if not found:
        return ""
    return HOSTED if is_hosted(line[: found[0].end]) else BYLINE


def is_dated(line: str, labels: Labels, languages: tuple[str, ...] | None = None) -> bool:
    """Whether a line of several pieces begins with a date, perhaps with a place in front of it."""
    begins = _may_be_one(line) and (dates.begins(line, 0) or _placed(line) is not None)
    return begins and bool(pieces(line, labels, languages))


def _may_be_one(line: str) -> bool:
    """Whether a line may be one of several pieces with a date: it has a figure, and is no sentence."""
    return len(line) <= _LONGEST and any(map(str.isdigit, line)) and not _ENDED.search(line)


def may_be_dated(line: str) -> bool:
    """Whether *line* may be a date, perhaps with more behind it: no other can be `DATED`.

    >>> may_be_dated("5 May 2025 by Jane Roe"), may_be_dated("Colour on May 5")
    (True, False)
    """
    is_counted = any(map(str.isdigit, line))
    return is_counted and (dates.may_begin(line) or _placed(line) is not None)


def trailed(value: str, *, is_wide: bool = False) -> list[Piece]:
    """The parts of *value*: a name, and a date at its end, behind a comma, a sign or a word; else none.

    Behind a *wide* colon a blank before a date of figures is enough.

    >>> value = "央视网 2025年09月12日 22:38:15"
    >>> [(name, value[start:end]) for name, _, start, end in trailed(value, is_wide=True)]
    [('', '央视网'), ('#published', '2025年09月12日 22:38:15')]
    >>> value = "Valley Post, May 5, 2025"
    >>> [(name, value[start:end]) for name, _, start, end in trailed(value)]
    [('', 'Valley Post'), ('#published', 'May 5, 2025')]
    >>> trailed("央视网 22:38"), trailed("2025-09-12"), trailed("Report 2025-09-12")
    ([], [], [])
    """
    if len(value) > _LONGEST or not any(map(str.isdigit, value)) or is_day(value):
        return []
    for joint in (_BEFORE_DATE if is_wide else _BEHIND_NAME).finditer(value):
        is_boxed = joint[0][-1] == "("
        end = len(value) - is_boxed
        if is_boxed == (value[-1] == ")") and is_day(value[joint.end() : end]):
            name = Piece("", 0, 0, joint.start())
            return [name, Piece(DATED, joint.start(), joint.end(), end)]
    return []


def behind(field: str | None, value: str, *, is_wide: bool = False) -> list[Piece]:
    """The parts of the *value* of a *field*: a name, and a date behind it; else none.

    Behind an author, categories may stand as well.

    >>> value = "Jane Roe on: May 5, 2025 In: Weather"
    >>> [(name, value[start:end]) for name, _, start, end in behind("authors", value)]
    [('', 'Jane Roe'), ('#published', 'May 5, 2025'), ('#categories', 'Weather')]
    >>> behind("authors", "Jane Roe in Weather"), behind("authors", "Jane on May 5, 2025 in Paris")
    ([], [])
    """
    found = trailed(value, is_wide=is_wide)
    return found or (_filed(value) if field == "authors" else [])


def _filed(value: str) -> list[Piece]:
    """The same, with categories at the end."""
    for joint in _JOINT.finditer(value) if len(value) <= _LONGEST else ():
        found = _IN.match(value, joint.end())
        if found is None or found.end() == len(value):
            continue
        front = trailed(value[: joint.start()])
        if ":" in found[0]:
            front = front or [Piece("", 0, 0, joint.start())]
        elif is_place(value[found.end() :]):
            break
        if front:
            return [*front, Piece(CATEGORIES, joint.start(), found.end(), len(value))]
    return []


def signed(value: str, labels: Labels, languages: tuple[str, ...] | None = None) -> list[Piece]:
    """The parts of a by-line with dates behind it, one alone or behind labels; none without one.

    >>> labels = Labels(frozenset(["updated on"]), ("updated on",))
    >>> [one.name for one in signed("By Jane Roe, May 5, 2025 10:38 pm", labels)]
    ['', '#published']
    >>> [one.name for one in signed("Jane Roe Updated on May 5, 2025", labels)]
    ['', 'Updated on']
    >>> signed("By Jane Roe", labels)
    []
    """
    value, passed = untimed(value, languages), list[Piece]()
    for joint in _JOINT.finditer(value):
        rest = value[joint.end() :]
        at = labels.valued_at(rest)
        if not (at or dates.begins(rest, 0)):
            continue
        first = Piece(_label(rest[:at]) or DATED, joint.start(), joint.end() + at, len(value))
        if not _is_name(value[: joint.start()], languages):
            passed.append(first)
        elif found := _found(value, first, labels, languages):
            is_more = any(_found(value, one, labels, languages) for one in passed)
            return [] if is_more else [Piece("", 0, 0, joint.start()), *found]
    return []


def _is_name(front: str, languages: tuple[str, ...] | None) -> bool:
    """Whether *front* is who signed, or for whom."""
    is_signed = is_byline(front, languages) or bylines.are_persons(front, known=True)
    return is_hosted(front) or is_signed or _is_account(front, languages)


def _is_account(front: str, languages: tuple[str, ...] | None) -> bool:
    """Whether one word stands behind several that open by-lines: ``Submitted by jroe``."""
    at = opening(front, languages)
    return " " in front[: max(0, at - 1)] and " " not in front[at:]


def _found(
    value: str, last: Piece, labels: Labels, languages: tuple[str, ...] | None
) -> list[Piece]:
    """The pieces from the one that *last* begins; none if the rest of the line is not all pieces."""
    found = list[Piece]()
    for joint in _JOINT.finditer(value, last.start):
        name, start = _named(value[joint.end() :], labels, languages)
        if not name and joint["sign"]:
            name = _said(_SIGN.split(value[joint.end() :], 1)[0], languages)
        front = _unboxed(last._replace(end=joint.start()), value, labels)
        if name and _is_whole(front, value):
            found.append(front)
            last = Piece(name, joint.start(), joint.end() + start, len(value))
    last = _unboxed(last, value, labels)
    return [*found, last] if _is_whole(last, value) else []


def _unboxed(piece: Piece, value: str, labels: Labels) -> Piece:
    """*piece* without the bracket that closes it, if one stands in front of it.

    One whose label and value say no day says nothing: ``Updated 10:38 a.m.``
    """
    is_boxed = "(" in value[piece.begin : piece.start] and value[piece.end - 1] == ")"
    piece = piece._replace(end=piece.end - 1) if is_boxed else piece
    is_silent = labels.is_undated(piece.name, value[piece.start : piece.end])
    return piece._replace(name=BUTTON) if is_silent else piece


def _said(said: str, languages: tuple[str, ...] | None) -> str:
    """The name of a piece between signs: who wrote or for whom, a section, a place; empty if none."""
    if is_byline(said, languages) or bylines.is_desk(said):
        return BYLINE
    if bylines.is_section(said):
        return CATEGORIES
    return IDLE if is_place(said) or is_kicker(said) else ""


def _named(rest: str, labels: Labels, languages: tuple[str, ...] | None) -> tuple[str, int]:
    """The name of the piece that *rest* begins with, and where its value begins; empty if none."""
    if at := labels.valued_at(rest):
        return _label(rest[:at]), at
    if (found := _IN.match(rest)) is not None:
        return CATEGORIES, found.end()
    at = opening(rest, languages)
    return (BYLINE, at) if at else ("", 0)


def _label(front: str) -> str:
    return front.rstrip(f" \t:：{NO_BREAK}{MARKS}")


def _is_whole(piece: Piece, value: str) -> bool:
    """Whether the piece says what its name promises."""
    said = value[piece.start : piece.end]
    if piece.name in (CATEGORIES, IDLE, BUTTON):
        return bool(said)
    if piece.name == BYLINE:
        return are_names(said) or bylines.is_desk(said)
    return is_day(said)
