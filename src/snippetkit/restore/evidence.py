"""The evidence in two lines for or against joining them: named factors with strengths."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from snippetkit.restore.marks import ENDS, TOKEN, is_unspaced, seen
from snippetkit.restore.survey import Survey

__all__ = ["Factors", "is_stretched", "local"]

Factors = dict[str, float]
"""The strength of each factor."""

_Shown = Iterator[tuple[str, float]]

_TITLED = 200
_OPENED = 400
_FACT = 70
_FACTS = re.compile(r" [|·•] |[0-9٠-٩۰-۹०-९০-৯]{4}|[0-9]{1,2}[:.][0-9]{2}|[年月日]")
_TOP = 4
_CLIP = 3.0
_MARKED = frozenset({"end", "comma", "colon", "dash"})
_WHOLE = 2.2
"""How many columns wide a line is that is a paragraph by itself."""
_SLACKS = ((0.01, "edge"), (0.06, "short"), (0.2, "shorter"), (math.inf, "shortest"))
_PARTS = ((0.2, "fifth"), (0.35, "third"), (0.5, "half"), (0.75, "most"))


def local(survey: Survey) -> list[Factors]:
    """The factors of each gap between two lines."""
    kinds = [_Kind(line.text) for line in survey.lines]
    found = [dict(_of_gap(survey, gap, *lines)) for gap, lines in enumerate(pairwise(kinds))]
    for start, end in _short_runs(survey):
        marked = sum(survey.tails[at].kind in _MARKED for at in range(start, end)) / (end - start)
        for gap in range(start, end - 1):
            found[gap][f"run:{min(end - start, 4)}"] = 1.0
            if end - start > 2:
                found[gap]["run-marked"] = marked
    return found


class _Kind:
    """What kind of line it is, by itself."""

    def __init__(self, text: str) -> None:
        self.is_word = " " not in text
        self.is_titled = _is_titled(text)
        self.is_fact = len(text) <= _FACT and bool(_FACTS.search(text))
        self.is_figures = len(text) <= _FACT and _is_figures(text)


def _of_gap(survey: Survey, gap: int, before: _Kind, after: _Kind) -> _Shown:
    yield "always", 1.0
    yield from _ends(survey, gap)
    yield from _named(_words(survey, gap))
    yield from _named(_opened(survey.lines[gap].text))
    yield from _named(_titles(survey, gap, before, after))
    yield from _widths(survey, gap)
    yield from _named(_facts(before, after))
    yield from _named(_sizes(before, after))


def _named(names: Iterable[str]) -> _Shown:
    return ((name, 1.0) for name in names)


def _ends(survey: Survey, gap: int) -> _Shown:
    """How the line before ends, and the line after starts."""
    tail, head = survey.tails[gap], survey.heads[gap + 1]
    yield f"tail:{tail.kind}", 1.0
    yield f"head:{head.kind}", 1.0
    if head.opened:
        yield "head:opened", 1.0
    if head.kind == "upper":
        yield "capital-rate", math.log(0.9 / survey.capital_rate)
    if tail.kind == "end":
        yield "end-rate", math.log(survey.end_rate / 0.2)
        yield from _named(_after_end(survey, gap))
    else:
        yield from _named(_after_none(survey, gap))


def _after_end(survey: Survey, gap: int) -> Iterator[str]:
    tail, head = survey.tails[gap], survey.heads[gap + 1]
    if head.kind in {"upper", "lower", "plain"}:
        yield f"end>{head.kind}"
    if head.opened:
        yield "end>opened"
    if tail.token[-1:] not in ENDS:
        yield "end-closed"


def _after_none(survey: Survey, gap: int) -> Iterator[str]:
    tail, head = survey.tails[gap], survey.heads[gap + 1]
    if tail.kind == "hyphen":
        yield f"hyphen>{head.kind}"
    if survey.sentences >= _TOP - 1:
        yield "noend"
    if head.kind in {"upper", "plain"}:
        yield f"noend>{head.kind}"
    if is_unspaced(survey.lines[gap].text[-1]) and is_unspaced(survey.lines[gap + 1].text[0]):
        yield "unspaced"


def _words(survey: Survey, gap: int) -> Iterator[str]:
    """What the two words at the gap say."""
    tail, head = survey.tails[gap], survey.heads[gap + 1]
    last, first = tail.word.lower(), head.word.lower()
    if tail.kind in {"word", "abbreviation"} and last in survey.words.never_last:
        yield "never-last"
    if first in survey.words.never_first:
        yield "never-first"
    if tail.kind == "end":
        if first in survey.words.leaning:
            yield "leaning"
    elif head.kind == "upper" and survey.seen[first] and not survey.inside[head.word]:
        yield "opener"
    if survey.pairs[tail.token, head.token]:
        yield "pair"


def _sizes(before: _Kind, after: _Kind) -> Iterator[str]:
    """Lines of one word: an extractor may give each word of a stretched line as a line."""
    if before.is_word and after.is_word:
        yield "one-word>one-word"
    elif before.is_word:
        yield "one-word>more"
    elif after.is_word:
        yield "more>one-word"


def _opened(text: str) -> Iterator[str]:
    """What the line before opens and does not close."""
    text = seen(text[-_OPENED:])
    if text.count("(") > text.count(")"):
        yield "open-bracket"
    if text.count("“") + text.count("«") > text.count("”") + text.count("»"):
        yield "open-quote"


def _titles(survey: Survey, gap: int, before: _Kind, after: _Kind) -> Iterator[str]:
    if before.is_titled and after.is_titled:
        yield "both-titled"
    elif before.is_titled and survey.tails[gap].kind != "end":
        yield "left-titled"
    elif after.is_titled:
        yield "right-titled"


def _is_titled(text: str) -> bool:
    """Whether most words of a line have a capital, as in an English headline."""
    long = [word for word in TOKEN.findall(text[:_TITLED]) if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _facts(before: _Kind, after: _Kind) -> Iterator[str]:
    """Lines that say when and by whom, and in no sentence."""
    for side, line in (("left", before), ("right", after)):
        if line.is_fact:
            yield f"{side}-fact"
        if line.is_figures:
            yield f"{side}-figures"


def _is_figures(text: str) -> bool:
    """Whether a line is little else than numbers, and no end of a sentence."""
    digits = sum(character.isdigit() for character in text)
    letters = sum(character.isalnum() for character in text)
    return text[-1].isalnum() and digits >= 4 and 2 * digits > letters


# ── widths ──────────────────────────────────────────────────────────────────────────────────────


def _widths(survey: Survey, gap: int) -> _Shown:
    """How much room the line before left."""
    fit = survey.fit
    tail = survey.tails[gap]
    if tail.kind == "word" and not survey.ended[tail.word] and survey.inside[tail.word] > 1:
        yield "inner-word", min(_CLIP, math.log(survey.inside[tail.word]))
    column, slack = fit.column[gap], fit.slack(gap)
    if column is None or slack is None:
        yield "width:none", 1.0
    else:
        yield from _in_column(survey, gap, column, slack)
    if tail.kind != "end" and not fit.is_full(gap) and not fit.is_over(gap):
        yield from _named(_unended(survey, gap))


def _in_column(survey: Survey, gap: int, column: float, slack: float) -> _Shown:
    fit = survey.fit
    need = fit.needs[gap + 1]
    if fit.is_over(gap):
        yield from _named(_over(fit.widths[gap], need, column))
    elif slack < -0.012:
        yield "width:full", 1.0
        yield "need", math.log(column / max(need, 0.3)) - 2
    else:
        yield "width:" + next(name for most, name in _SLACKS if slack < most), 1.0
    if fit.widths[gap + 1] > _WHOLE * column:
        yield "right-whole", 1.0


def _over(width: float, need: float, column: float) -> Iterator[str]:
    yield "width:over"
    if width > _WHOLE * column:
        yield "width:whole"
    if width % column + need > 0.97 * column:
        yield "width:over-full"


def _unended(survey: Survey, gap: int) -> Iterator[str]:
    """A short line without an end: a heading, or one of the lines of a title."""
    fit = survey.fit
    width, after = fit.widths[gap], fit.widths[gap + 1]
    part = width / fit.columns[0] if fit.columns else 1.0
    part_name = next((name for most, name in _PARTS if part < most), None)
    if part_name is not None:
        yield f"unended:{part_name}"
    if gap < _TOP:
        yield "unended:top"
    full = gap + 1 < len(fit.column) and fit.is_full(gap + 1)
    yield "unended>full" if full else "unended>short"
    if after < 0.3 * width:
        yield "unended>tiny"
    if after > width + fit.needs[gap + 1]:
        yield "unended>wider"


def _short_runs(survey: Survey) -> Iterator[tuple[int, int]]:
    """Where at least two short lines follow each other."""
    start = 0
    for at in range(len(survey.lines) + 1):
        if at < len(survey.lines) and survey.is_short(at):
            continue
        if at - start > 1:
            yield start, at
        start = at + 1


def is_stretched(text: str) -> bool:
    """Whether a line may have been stretched to the margin: it has wide spaces."""
    return "  " in text
