"""Rows of cells: lines one below another whose words stand in the same places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from snippetkit.pdf.page import Line, Word

__all__ = ["cells", "rows_of"]

_GAP = 0.7
"""How many times the size of the letters two cells are apart, at least."""
_ALIGNED = 2.5
"""How far the edges of cells may differ that stand one below another."""
_ALIKE = 0.2
"""How many times the size of the letters gaps may differ that were stretched alike."""
_MARKS = frozenset("•◦▪‣·–—-*")


def cells(line: Line) -> list[tuple[Word, ...]]:
    """The words of a line, parted where wide gaps are."""
    found: list[list[Word]] = []
    for word in line.words:
        if found and word.left - found[-1][-1].right <= _GAP * line.size:
            found[-1].append(word)
        else:
            found.append([word])
    return [tuple(cell) for cell in found]


def rows_of(lines: Sequence[Line], right: float) -> list[bool]:
    """For each line of a column that ends at *right*, whether it is a row of a table."""
    parted = [() if _is_stretched(line, right) else cells(line) for line in lines]
    found = [False] * len(lines)
    for at in range(1, len(lines)):
        if _is_aligned(parted[at - 1], parted[at]):
            found[at - 1] = found[at] = True
    return found


def _is_stretched(line: Line, right: float) -> bool:
    """Whether a line is stretched to the right edge: all its gaps are alike."""
    gaps = [after.left - before.right for before, after in pairwise(line.words)]
    alike = not gaps or max(gaps) - min(gaps) < _ALIKE * line.size
    return alike and abs(line.right - right) <= _ALIGNED


def _is_aligned(one: Sequence[tuple[Word, ...]], other: Sequence[tuple[Word, ...]]) -> bool:
    """Whether two lines have as many cells, each below the other's."""
    if not 1 < len(one) == len(other) or _is_mark(one[0]) or _is_mark(other[0]):
        return False
    return all(map(_is_below, one, other))


def _is_mark(cell: Sequence[Word]) -> bool:
    text = cell[0].text
    return len(cell) == 1 and (text in _MARKS or (text[-1] in ".)" and len(text) < 5))


def _is_below(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two cells begin, end, or are centred in the same place."""
    left = one[0].left - other[0].left
    right = one[-1].right - other[-1].right
    return min(abs(left), abs(right), abs(left + right) / 2) <= _ALIGNED
