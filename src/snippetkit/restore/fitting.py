"""The widths at which lines were broken: was the break at each gap between two lines forced?

A line of width *w* before a word of width *n* was broken because the word did not fit: then the
column is at least *w* wide, and less than *w + n*. The width that fits most gaps of a text is the
column's; a text may have several. A gap that does not fit was made on purpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from snippetkit.restore.lines import Line, settled
from snippetkit.restore.marks import TOKEN, is_unspaced
from snippetkit.restore.widths import MEASURES, Measure

__all__ = ["Fit", "agreed", "fit"]

_LONGEST = 1_500
"""Of a longer line not more is measured: no column is that wide."""
_OVER = 0.012
"""How much wider than its column a line may seem, as a part of it: fonts differ."""
_UNDER = 0.01
_MOST_WIDTHS = 5
_FEW, _PART = 3, 0.03
_MANY, _LARGE_PART = 8, 0.15
_NARROW, _NARROW_EMS = 0.6, 20.0
_WORD = 60
_SYLLABLE = 5
"""How many letters of a word go on a line before a hyphen, where words are hyphenated."""
_STEP = 2.5
"""What it costs to pass from one width to another: two or three lines that disagree."""
_EASE = 1.03
"""How much better another type must fit."""

_WIDE = 45.0
"""A line wider than this, in ems, counts no more than one of this width."""
_SHORTEST = 6.0
"""The narrowest column, in ems."""

_Interval = tuple[float, float, float]
"""A width at least, a width less than which, and how much this counts."""


class Fit(NamedTuple):
    """The measured lines of a text."""

    measure: Measure
    widths: list[float]
    """The width of each line."""
    needs: list[float]
    """The width that its first word would need on the line above, including a space."""
    columns: list[float]
    """The widths at which lines were broken, the most frequent first."""
    column: list[float | None]
    """For each gap, the width at which its lines were broken; None if they were not."""

    def slack(self, gap: int) -> float | None:
        """The room that would be left after the next word, as a fraction of the column.

        Below zero, the word did not fit, and the break was forced.
        """
        column = self.column[gap]
        if column is None:
            return None
        return (column - self.widths[gap] - self.needs[gap + 1]) / column

    def is_over(self, gap: int) -> bool:
        """Whether the line before is wider than the column."""
        column = self.column[gap]
        return column is not None and self.widths[gap] > column * (1 + _OVER)

    def is_full(self, gap: int) -> bool:
        """Whether the next word did not fit."""
        slack = self.slack(gap)
        return slack is not None and slack < _UNDER and not self.is_over(gap)


def fit(lines: Sequence[Line], hyphenated: bool) -> Fit:
    """Measure *lines* in the type that fits them best, and find the columns."""
    texts = [settled(line.text[:_LONGEST]) for line in lines]
    units = [_unit(line.text) for line in lines]
    tries = [_measured(measure, texts, units, hyphenated) for measure in MEASURES]
    best, most = tries[0], -1.0
    for found in tries:
        intervals = _intervals(found)
        share = agreed(intervals)[1] / (sum(count for _, _, count in intervals) or 1.0)
        if share > most * _EASE:
            best, most = found, share
    columns = _columns(best, len(lines))
    return best._replace(columns=columns, column=_assigned(best, columns))


def _measured(
    measure: Measure, texts: list[str], units: list[tuple[str, bool]], hyphenated: bool
) -> Fit:
    space = measure[" "]
    needs = [measure.of(unit) + (space if spaced else 0.0) for unit, spaced in units]
    if hyphenated:
        most = space + _SYLLABLE * measure["n"]
        needs = [min(need, most) for need in needs]
    return Fit(measure, [measure.of(text) for text in texts], needs, [], [])


def _unit(line: str) -> tuple[str, bool]:
    """What of *line* could have stood on the line above, and whether after a space."""
    match = TOKEN.search(line[:_WORD])
    token = match[0] if match else line[:1]
    if not is_unspaced(token[0]):
        cut = next((at for at, letter in enumerate(token) if is_unspaced(letter)), len(token))
        return token[:cut], True
    if token[0] < "\u1100":  # Thai, Lao, Khmer, Burmese: a word of unknown length
        return token[:8], False
    end = 1
    while end < min(len(token), 4) and not token[end].isalnum():  # no mark starts a line
        end += 1
    return token[:end], False


def _intervals(found: Fit) -> list[_Interval]:
    """For each gap the widths that it agrees with. A wide line counts more: it holds more text."""
    pairs = zip(found.widths, found.needs[1:], strict=False)
    return [
        (width, width + need, max(0.0, width - need) * min(1.0, _WIDE / width))
        for width, need in pairs
        if width >= _SHORTEST
    ]


def agreed(intervals: Sequence[_Interval]) -> tuple[float, float]:
    """The width that most *intervals* hold, and how many do.

    >>> agreed([(10, 12, 1), (11, 14, 1), (5, 6, 1)])
    (11.5, 2.0)
    """
    events = sorted(
        [(low, 0, count) for low, _, count in intervals]
        + [(high, 1, -count) for _, high, count in intervals]
    )
    best = width = running = 0.0
    for at, (place, _, change) in enumerate(events):
        running += change
        if running > best + 1e-9:
            best, width = running, (place + events[at + 1][0]) / 2
    return width, best


def _columns(found: Fit, count: int) -> list[float]:
    """The widths that enough gaps agree on: narrow ones need more, for short lines agree by chance."""
    rest, columns = _intervals(found), list[float]()
    for _ in range(_MOST_WIDTHS):
        width, _ = agreed(rest)
        others = [each for each in rest if not _holds(each, width)]
        agree, rest = len(rest) - len(others), others
        if agree < max(_FEW, _PART * count):
            continue
        narrow = max(_NARROW_EMS, _NARROW * columns[0] if columns else 0.0)
        if width >= narrow or agree >= max(_MANY, _LARGE_PART * count):
            columns.append(width)
    return columns


def _holds(interval: _Interval, width: float) -> bool:
    return interval[0] <= width * (1 + 1.25 * _OVER) and interval[1] > width * (1 - _UNDER)


def _assigned(found: Fit, columns: list[float]) -> list[float | None]:
    """For each gap the column that it and its neighbours agree with best, or none."""
    states = [None, *columns]
    usual = columns[0] if columns else 0.0
    scores = [0.0] * len(states)
    came: list[list[int]] = []
    for width, need in zip(found.widths, found.needs[1:], strict=False):
        best = max(range(len(states)), key=scores.__getitem__)
        floor = scores[best] - _STEP
        came.append([at if score >= floor else best for at, score in enumerate(scores)])
        scores = [
            max(score, floor) + _agreement(width, need, state, usual)
            for score, state in zip(scores, states, strict=True)
        ]
    return _traced(states, scores, came)


def _agreement(width: float, need: float, column: float | None, usual: float) -> float:
    """How well a line agrees with a column; with none, only one that is wider than the usual."""
    if column is None:
        return 0.2 if width > usual * (1 + _OVER) else -0.5
    if width > column * (1 + _OVER):
        return -1.0
    return 1.2 if width + need > column * (1 - _UNDER) else -0.6


def _traced(
    states: list[float | None], scores: list[float], came: list[list[int]]
) -> list[float | None]:
    at, found = max(range(len(states)), key=scores.__getitem__), list[float | None]()
    for origins in reversed(came):
        found.append(states[at])
        at = origins[at]
    return found[::-1]
