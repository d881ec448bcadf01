"""The room left on a line, and the room needed by the next word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from snippetkit.pdf.page import Line
from snippetkit.restore.marks import is_unspaced

__all__ = ["INDENTED", "need", "right_edges"]

INDENTED = 0.3
"""How many times its size a line stands further in than another, at least, to be indented."""
_SPARE = 0.1
"""How much more room than needed a line had, at least, that was ended on purpose."""
_LETTERS = 2.2
"""How many letters must have fitted on a line, where no blanks part words."""


def need(line: Line, blank: float) -> float:
    """The room that the first word of *line* needs, with a *blank* before it."""
    return _unit(line) + (blank + _SPARE) * line.size


def _unit(line: Line) -> float:
    word = line.words[0]
    text, width = word.text, word.right - word.left
    if is_unspaced(text[0]):
        return min(width, _LETTERS * line.size)
    for at, (before, sign, after) in enumerate(zip(text, text[1:], text[2:], strict=False), 2):
        if sign in "-\u2010–—" and before.isalpha() and after.isalpha():
            return width * at / len(text)
    return width


def right_edges(
    lines: Sequence[Line], left: float, right: float, blank: float, *, justified: bool
) -> list[float]:
    """The right edge of each of the *lines* of a column: where it would end if it were full.

    Indented lines may be narrower on both sides, as in quotations. They are if no line extends
    further and most lines would not have had room for the next word.
    """
    found = list[float]()
    for run in _runs(lines):
        step = run[0].left - left
        inner = right - step
        narrow = step > 2 * INDENTED * run[0].size and _is_full(run, inner, blank, justified)
        found += [inner if narrow else right] * len(run)
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines one below another that begin at the same distance."""
    run: list[Line] = []
    for line in lines:
        if run and abs(line.left - run[0].left) > INDENTED * line.size:
            yield run
            run = []
        run.append(line)
    yield run


def _is_full(run: Sequence[Line], inner: float, blank: float, justified: bool) -> bool:
    reach = max(line.right for line in run) - inner
    if reach > INDENTED * run[0].size or (justified and reach < -INDENTED * run[0].size):
        return False
    full = [inner - one.right <= need(other, blank) for one, other in pairwise(run)]
    return bool(full) and 2 * sum(full) >= len(full)
