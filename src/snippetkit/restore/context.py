"""Evidence that appears only when all gaps of a text are seen together, with a first guess at each.

A blank line, an indentation or a trailing blank means something else in every text. The text itself
shows what: by how often each occurs where lines surely belong together, and where they surely do
not.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from snippetkit.restore.evidence import Factors
from snippetkit.restore.fitting import agreed
from snippetkit.restore.lines import Line
from snippetkit.restore.survey import Survey

__all__ = ["shared"]

_WIDEST = 300.0
_CLIP = 3.0
_PLAIN = 5.0
"""The most that a kind of gap can say: a plain habit of the text outweighs most else."""
_MOST_SHARE = 1.5
_SURE = 0.95
_FADES = 0.7
"""How much less a gap counts than one that is nearer by a line."""
_PRIOR = 1.0
_FEWEST_STARTS = 3


def shared(survey: Survey, factors: Sequence[Factors], joined: Sequence[float]) -> list[Factors]:
    """*factors*, with those added that follow from a first guess at each gap (*joined*)."""
    if not joined:
        return []
    first = _first_width(survey, joined)
    rate = _paragraph_rate(survey, joined)
    alike = {"share": max(-_MOST_SHARE, min(_MOST_SHARE, _odds(sum(joined), len(joined))))}
    if max(joined) < _SURE:
        alike["unbroken"] = 1.0
    found = []
    for gap, (each, mark, indent, trail, stretch, length, near) in enumerate(
        zip(factors, *_marks(survey, joined), _lengths(survey, joined), _near(joined), strict=True)
    ):
        if not each:
            found.append(each)
            continue
        more = {
            **each,
            **alike,
            "gap": mark,
            "indent": indent,
            "trail": trail,
            "stretch": stretch,
            "length": length,
            "near": near,
        }
        if survey.tails[gap].kind == "end":
            more["paragraph-rate"] = rate
        if first is not None:
            more |= dict.fromkeys(_set_in(survey, gap, *first), 1.0)
        found.append(more)
    return found


def _marks(survey: Survey, joined: Sequence[float]) -> Iterator[list[float]]:
    """What the text's own marks say at each gap: its blank lines, indents, trails and wide spaces."""
    lines, looks = survey.lines, survey.looks
    yield _meaning([_gap_kind(line) for line in lines[1:]], joined)
    yield _meaning(
        [_step(*indents) for indents in pairwise([line.indent for line in lines])], joined
    )
    yield _meaning([line.trails for line in lines[:-1]], joined)
    yield _meaning([look.is_stretched for look in looks[:-1]], joined)


def _gap_kind(line: Line) -> int:
    """How many blank lines stand above a line; a page's end is a kind of its own."""
    return -1 if line.page else min(line.above, 3)


def _step(before: int, after: int) -> int:
    """Whether a line stands further in or out than the one before, by their indents."""
    step = after - before
    return 1 if step > 1 else -1 if step < -1 else 0


def _meaning(kinds: Sequence[Hashable], joined: Sequence[float]) -> list[float]:
    """For each gap, what its kind says: how much oftener it is met at joins than at breaks."""
    joins, breaks = defaultdict[Hashable, float](float), defaultdict[Hashable, float](float)
    for kind, chance in zip(kinds, joined, strict=True):
        joins[kind] += chance
        breaks[kind] += 1 - chance
    all_joins = sum(joined) + _PRIOR
    all_breaks = len(joined) - sum(joined) + _PRIOR
    table = {}
    for kind in joins:
        prior = _PRIOR * (joins[kind] + breaks[kind]) / len(kinds)
        at_joins, at_breaks = (joins[kind] + prior) / all_joins, (breaks[kind] + prior) / all_breaks
        table[kind] = max(-_PLAIN, min(_PLAIN, math.log(at_joins / at_breaks)))
    return [table[kind] for kind in kinds]


def _near(joined: Sequence[float]) -> list[float]:
    """How many of the gaps around each are joins: the nearer, the more it counts."""
    before, after = _faded(joined), _faded(joined[::-1])[::-1]
    full = 2 * _FADES / (1 - _FADES)
    return [_odds(one + two, full) for one, two in zip(before, after, strict=True)]


def _faded(joined: Sequence[float]) -> list[float]:
    found, value = list[float](), 0.5 * _FADES / (1 - _FADES)
    for chance in joined:
        found.append(value)
        value = _FADES * (value + chance)
    return found


def _odds(part: float, whole: float) -> float:
    """The logarithm of the odds of *part* in *whole*."""
    return _log((part + 0.5) / (whole - part + 0.5))


def _log(ratio: float) -> float:
    """The logarithm, within bounds."""
    value = math.log(ratio)
    return -_CLIP if value < -_CLIP else min(_CLIP, value)


def _paragraph_rate(survey: Survey, joined: Sequence[float]) -> float:
    """How many sentences end a paragraph, against those that do not (a logarithm)."""
    pairs = zip(joined, survey.tails, strict=False)
    at_ends = [chance for chance, tail in pairs if tail.kind == "end"]
    within = survey.sentences + sum(at_ends)
    return math.log((len(at_ends) - sum(at_ends) + 1.5) / (within + 1.5))


def _lengths(survey: Survey, joined: Sequence[float]) -> list[float]:
    """How long the paragraph is before each gap, against the mean (a logarithm)."""
    widths = [min(width, _WIDEST) for width in survey.fit.widths]
    mean = sum(widths) / (len(joined) - sum(joined) + 1)
    found, length = list[float](), 0.0
    for width, chance in zip(widths, joined, strict=False):
        length += width
        found.append(_log((length + 1) / (mean + 1)))
        length *= chance
    return found


# ── first lines that are set in ─────────────────────────────────────────────────────────────────


def _first_width(survey: Survey, joined: Sequence[float]) -> tuple[float, float] | None:
    """The column, and the smaller width of first lines; None where first lines are not set in."""
    fit = survey.fit
    starts = [start for start in _starts(survey, joined) if start[2] > 0.3]
    if len(starts) < _FEWEST_STARTS:
        return None
    column = fit.columns[0]
    width, agree = agreed(starts)
    whole = sum(count for low, high, count in starts if low <= 1.005 * column < 1.01 * high)
    narrower = width < 0.985 * column and agree > 1.25 * whole + 0.5
    return (column, width) if narrower else None


def _starts(survey: Survey, joined: Sequence[float]) -> Iterator[tuple[float, float, float]]:
    """The widths that each line agrees with, and how likely it is a first of several lines."""
    fit = survey.fit
    for gap, (here, below) in enumerate(pairwise(joined)):
        at = gap + 1
        room = fit.rooms[at]
        if room is not None and room.column == fit.columns[0] and not room.is_over:
            yield fit.widths[at], fit.widths[at] + fit.needs[at + 1], (1 - here) * below


def _set_in(survey: Survey, gap: int, column: float, width: float) -> Iterator[str]:
    """Whether the line after is as wide as a first line that is set in, or as any other."""
    fit, at = survey.fit, gap + 1
    room = fit.rooms[at] if at < len(fit.rooms) else None
    if room is None or room.column != column:
        return
    low, high = fit.widths[at], fit.widths[at] + fit.needs[at + 1]
    as_any, as_first = (low <= 1.012 * each < 1.0222 * high for each in (column, width))
    if as_first and not as_any:
        yield "set-in"
    if as_any and not as_first:
        yield "not-set-in"
