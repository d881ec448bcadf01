"""The evidence in two lines for or against joining them: named factors with strengths."""

from __future__ import annotations

import functools
import math
from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise

from snippetkit.restore.fitting import Fit, Room
from snippetkit.restore.looks import Ending, Look, Start
from snippetkit.restore.survey import Survey

__all__ = ["Factors", "local"]

Factors = dict[str, float]
"""The strength of each factor."""

_TOP = 4
_CLIP = 3.0
_CASES = frozenset({"upper", "lower", "plain"})
_MARKED = frozenset({"end", "comma", "colon", "dash"})
_WHOLE = 2.2
"""How many columns wide a line is that is a paragraph by itself."""
_MOST_SLACK = (0.01, 0.06, 0.2)
_SLACKS = ("width:edge", "width:short", "width:shorter", "width:shortest")
"""The factor for less slack than each of the bounds, and for more."""
_MOST_PART = (0.2, 0.35, 0.5, 0.75)
_PARTS = ("unended:fifth", "unended:third", "unended:half", "unended:most")
"""The factor for a smaller part of the column than each of the bounds."""


def local(survey: Survey) -> list[Factors]:
    """The factors of each gap between two lines; none where they are apart whatever else they say."""
    ends = functools.cache(functools.partial(_ends, survey))
    found = [
        {} if apart else _of_gap(survey, gap, before, after, ends(before.ending, after.start))
        for gap, (apart, (before, after)) in enumerate(
            zip(survey.apart, pairwise(survey.looks), strict=True)
        )
    ]
    for start, end in _short_runs(survey):
        marked = sum(survey.tails[at].kind in _MARKED for at in range(start, end)) / (end - start)
        run = {f"run:{min(end - start, 4)}": 1.0}
        if end - start > 2:
            run["run-marked"] = marked
        for factors in filter(None, found[start : end - 1]):
            factors.update(run)
    return found


def _of_gap(survey: Survey, gap: int, before: Look, after: Look, ends: Factors) -> Factors:
    """The factors of one gap: each of these functions adds its own to those of the *ends*."""
    found = ends.copy()
    _words(found, survey, before, after)
    for name in before.opens:
        found[name] = 1.0
    _titles(found, before, after)
    _inner(found, survey, before)
    _widths(found, survey, gap, before)
    _facts(found, before, after)
    return found


def _ends(survey: Survey, ending: Ending, start: Start) -> Factors:
    """How the line before ends, and the line after starts. Most gaps share this with many others."""
    found = {"always": 1.0, f"tail:{ending.kind}": 1.0, f"head:{start.kind}": 1.0}
    if start.is_opened:
        found["head:opened"] = 1.0
    if start.kind == "upper":
        found["capital-rate"] = math.log(0.9 / survey.capital_rate)
    if ending.kind == "end":
        found["end-rate"] = math.log(survey.end_rate / 0.2)
        _after_end(found, ending, start)
    else:
        _after_none(found, survey, ending, start)
    return found


def _after_end(found: Factors, ending: Ending, start: Start) -> None:
    if start.kind in _CASES:
        found[f"end>{start.kind}"] = 1.0
    if start.is_opened:
        found["end>opened"] = 1.0
    if ending.is_closed:
        found["end-closed"] = 1.0


def _after_none(found: Factors, survey: Survey, ending: Ending, start: Start) -> None:
    if ending.kind == "hyphen":
        found[f"hyphen>{start.kind}"] = 1.0
    if survey.sentences >= _TOP - 1:
        found["noend"] = 1.0
    if start.kind in {"upper", "plain"}:
        found[f"noend>{start.kind}"] = 1.0
    if ending.is_unspaced and start.is_unspaced:
        found["unspaced"] = 1.0


def _words(found: Factors, survey: Survey, before: Look, after: Look) -> None:
    """What the two words at the gap say."""
    tail, head = before.tail, after.head
    if before.never_last:
        found["never-last"] = 1.0
    if after.never_first:
        found["never-first"] = 1.0
    if tail.kind == "end":
        if after.is_leaning:
            found["leaning"] = 1.0
    elif (
        head.kind == "upper"
        and head.word.lower() in survey.seen
        and not survey.inside.get(head.word)
    ):
        found["opener"] = 1.0
    if (tail.token, head.token) in survey.pairs:
        found["pair"] = 1.0


def _titles(found: Factors, before: Look, after: Look) -> None:
    if before.is_titled and after.is_titled:
        found["both-titled"] = 1.0
    elif before.is_titled and before.tail.kind != "end":
        found["left-titled"] = 1.0
    elif after.is_titled:
        found["right-titled"] = 1.0


def _facts(found: Factors, before: Look, after: Look) -> None:
    """Lines that say when and by whom, and in no sentence; and lines of one word.

    An extractor may give each word of a stretched line as a line.
    """
    if before.is_fact:
        found["left-fact"] = 1.0
    if before.is_figures:
        found["left-figures"] = 1.0
    if after.is_fact:
        found["right-fact"] = 1.0
    if after.is_figures:
        found["right-figures"] = 1.0
    if before.is_word:
        found["one-word>one-word" if after.is_word else "one-word>more"] = 1.0
    elif after.is_word:
        found["more>one-word"] = 1.0


# ── widths ──────────────────────────────────────────────────────────────────────────────────────


def _inner(found: Factors, survey: Survey, before: Look) -> None:
    """Whether the word that the line before ends with is followed by others elsewhere."""
    tail = before.tail
    if tail.kind == "word" and tail.word not in survey.ended:
        times = survey.inside.get(tail.word, 0)
        if times > 1:
            found["inner-word"] = min(_CLIP, math.log(times))


def _widths(found: Factors, survey: Survey, gap: int, before: Look) -> None:
    """How much room the line before left."""
    room = survey.fit.rooms[gap]
    if room is None:
        found["width:none"] = 1.0
    else:
        _in_column(found, survey.fit, gap, room)
    if before.tail.kind != "end" and not (room and (room.is_full or room.is_over)):
        _unended(found, survey.fit, gap)


def _in_column(found: Factors, fit: Fit, gap: int, room: Room) -> None:
    column, need = room.column, fit.needs[gap + 1]
    if room.is_over:
        for name in _over(fit.widths[gap], need, column):
            found[name] = 1.0
    elif room.slack < -0.012:
        found["width:full"] = 1.0
        found["need"] = math.log(column / max(need, 0.3)) - 2
    else:
        found[_SLACKS[bisect(_MOST_SLACK, room.slack)]] = 1.0
    if fit.widths[gap + 1] > _WHOLE * column:
        found["right-whole"] = 1.0


def _over(width: float, need: float, column: float) -> Iterator[str]:
    yield "width:over"
    if width > _WHOLE * column:
        yield "width:whole"
    if width % column + need > 0.97 * column:
        yield "width:over-full"


def _unended(found: Factors, fit: Fit, gap: int) -> None:
    """A short line without an end: a heading, or one of the lines of a title."""
    width, after = fit.widths[gap], fit.widths[gap + 1]
    part = bisect(_MOST_PART, width / fit.columns[0]) if fit.columns else len(_PARTS)
    if part < len(_PARTS):
        found[_PARTS[part]] = 1.0
    if gap < _TOP:
        found["unended:top"] = 1.0
    next_room = fit.rooms[gap + 1] if gap + 1 < len(fit.rooms) else None
    found["unended>full" if next_room and next_room.is_full else "unended>short"] = 1.0
    if after < 0.3 * width:
        found["unended>tiny"] = 1.0
    if after > width + fit.needs[gap + 1]:
        found["unended>wider"] = 1.0


def _short_runs(survey: Survey) -> Iterator[tuple[int, int]]:
    """Where at least two short lines follow each other."""
    start = 0
    for at, is_short in enumerate([*survey.short, False]):
        if is_short:
            continue
        if at - start > 1:
            yield start, at
        start = at + 1
