"""The widths at which lines were broken: was the break at each gap between two lines forced?

A line of width *w* before a word of width *n* was broken because the word did not fit: then the
column is at least *w* wide, and less than *w + n*. The width that fits most gaps of a text is the
column's; a text may have several. A gap that does not fit was made on purpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from snippetkit.restore.looks import Look
from snippetkit.restore.widths import MEASURES

__all__ = ["Fit", "Room", "agreed", "fit"]

_OVER = 0.012
"""How much wider than its column a line may seem, as a part of it: fonts differ."""
_UNDER = 0.01
_MOST_WIDTHS = 5
_FEW, _PART = 3, 0.03
_MANY, _LARGE_PART = 8, 0.15
_NARROW, _NARROW_EMS = 0.6, 20.0
_SYLLABLE = 5
"""How many letters of a word go on a line before a hyphen, where words are hyphenated."""
_STEP = 2.5
"""What it costs to pass from one width to another: two or three lines that disagree."""
_EASE = 1.03
"""How much better another type must fit."""

_WIDE = 45.0
"""A line wider than this, in ems, counts no more than one of this width."""
_ALIKE = 1e-9
"""Sums that differ by less are the same."""
_SHORTEST = 6.0
"""The narrowest column, in ems."""

_Interval = tuple[float, float, float]
"""A width at least, a width less than which, and how much this counts."""
_Event = tuple[float, bool, float, int]
"""A width, whether an interval ends there or begins, by how much that counts less or more, and its number."""


class _Measured(NamedTuple):
    """The lines of a text in one type."""

    widths: list[float]
    """The width of each line."""
    needs: list[float]
    """The width that its first word would need on the line above, including a space."""


class Room(NamedTuple):
    """The room that a line left in its column."""

    column: float
    """The width at which the line and its neighbours were broken."""
    slack: float
    """What would be left after the next word, as a fraction of the column.

    Below zero, the word did not fit, and the break was forced.
    """
    is_over: bool
    """Whether the line is wider than the column."""
    is_full: bool
    """Whether the next word did not fit."""


class Fit(NamedTuple):
    """The measured lines of a text."""

    widths: list[float]
    """The width of each line."""
    needs: list[float]
    """The width that its first word would need on the line above, including a space."""
    columns: list[float]
    """The widths at which lines were broken, the most frequent first."""
    rooms: list[Room | None]
    """For each gap, the room on the line before; None if its lines were broken at no width."""


def fit(looks: Sequence[Look], hyphenated: bool) -> Fit:
    """Find the type that fits the lines best, and the columns."""
    best, most = _Measured([], []), -1.0
    events: list[_Event] = []
    for at in range(len(MEASURES)):
        found = _measured(at, looks, hyphenated)
        intervals = _intervals(found)
        tried = _events(intervals)
        share = _agreed(tried)[1] / (sum([count for _, _, count in intervals]) or 1.0)
        if share > most * _EASE:
            best, most, events = found, share, tried
    columns = _columns(events, len(looks))
    return Fit(*best, columns, _rooms(best, _assigned(best, columns)))


def _measured(at: int, looks: Sequence[Look], hyphenated: bool) -> _Measured:
    """The lines as they are in the type number *at*."""
    measure = MEASURES[at]
    space = measure[" "]
    needs = [look.needs[at] + (0.0 if look.start.is_unspaced else space) for look in looks]
    if hyphenated:
        most = space + _SYLLABLE * measure["n"]
        needs = [min(need, most) for need in needs]
    return _Measured([look.widths[at] for look in looks], needs)


def _intervals(found: _Measured) -> list[_Interval]:
    """For each gap the widths that it agrees with. A wide line counts more: it holds more text."""
    return [
        (width, width + need, max(0.0, width - need) * (_WIDE / width if width > _WIDE else 1.0))
        for width, need in zip(found.widths, found.needs[1:], strict=False)
        if width >= _SHORTEST
    ]


def agreed(intervals: Sequence[_Interval]) -> tuple[float, float]:
    """The width that most *intervals* hold, and how many do.

    >>> agreed([(10, 12, 1), (11, 14, 1), (5, 6, 1)])
    (11.5, 2)
    """
    return _agreed(_events(intervals))


def _events(intervals: Sequence[_Interval]) -> list[_Event]:
    """Where *intervals* begin and end, in order."""
    begins = [(low, False, count, at) for at, (low, _, count) in enumerate(intervals)]
    return sorted(
        begins + [(high, True, -count, at) for at, (_, high, count) in enumerate(intervals)]
    )


def _agreed(events: Sequence[_Event]) -> tuple[float, float]:
    running = list(accumulate([change for _, _, change, _ in events]))
    most = max(running, default=0.0) - _ALIKE
    if most <= 0:
        return 0.0, 0.0
    at = next(at for at, value in enumerate(running) if value >= most)
    return (events[at][0] + events[at + 1][0]) / 2, running[at]


def _columns(events: list[_Event], count: int) -> list[float]:
    """The widths that enough gaps agree on: narrow ones need more, for short lines agree by chance."""
    columns = list[float]()
    for _ in range(_MOST_WIDTHS):
        width, _ = _agreed(events)
        held = _held(events, width)
        events = [event for event in events if event[3] not in held]
        if len(held) < max(_FEW, _PART * count):
            continue
        narrow = max(_NARROW_EMS, _NARROW * columns[0] if columns else 0.0)
        if width >= narrow or len(held) >= max(_MANY, _LARGE_PART * count):
            columns.append(width)
    return columns


def _held(events: list[_Event], width: float) -> set[int]:
    """The numbers of the intervals that hold a *width*, or nearly so."""
    high, low = width * (1 + 1.25 * _OVER), width * (1 - _UNDER)
    begun = {at for place, ends, _, at in events if not ends and place <= high}
    return begun.intersection([at for place, ends, _, at in events if ends and place > low])


def _assigned(found: _Measured, columns: list[float]) -> list[float | None]:
    """For each gap the column that it and its neighbours agree with best, or none."""
    pairs = list(zip(found.widths, found.needs[1:], strict=False))
    if not columns:
        return [None] * len(pairs)
    over, under = 1 + _OVER, 1 - _UNDER
    agrees = [(column * over, column * under, -1.0, 1.2, -0.6) for column in columns]
    agrees.insert(
        0, (columns[0] * over, 0.0, 0.2, -0.5, -0.5)
    )  # with none, if it is wider than usual
    scores = [0.0] * len(agrees)
    came: list[list[int]] = []
    for width, need in pairs:
        most, reach = max(scores), width + need
        best, floor = scores.index(most), most - _STEP
        came.append([at if score >= floor else best for at, score in enumerate(scores)])
        scores = [
            max(floor, score) + (wide if width > most_wide else full if reach > least else short)
            for score, (most_wide, least, wide, full, short) in zip(scores, agrees, strict=True)
        ]
    return _traced([None, *columns], scores, came)


def _traced(
    states: list[float | None], scores: list[float], came: list[list[int]]
) -> list[float | None]:
    at, found = scores.index(max(scores)), list[float | None]()
    for origins in reversed(came):
        found.append(states[at])
        at = origins[at]
    return found[::-1]


def _rooms(found: _Measured, columns: Sequence[float | None]) -> list[Room | None]:
    """For each gap the room on the line before, in its column."""
    rooms = list[Room | None]()
    for column, width, need in zip(columns, found.widths, found.needs[1:], strict=False):
        if column is None:
            rooms.append(None)
            continue
        slack, over = (column - width - need) / column, width > column * (1 + _OVER)
        rooms.append(Room(column, slack, over, slack < _UNDER and not over))
    return rooms
