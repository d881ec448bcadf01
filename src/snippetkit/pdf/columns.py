"""The columns of a page, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from snippetkit.pdf.page import Line, Page

__all__ = ["Column", "columns_of"]

_GUTTER = 0.8
"""How many times the size of the letters lies between two columns, at least."""
_FEWEST = 3
"""How many lines a column has, at least."""
_NARROWEST = 7.0
"""How many times the size of its letters a column is wide, at least."""
_FILLED = 0.75
"""How much of a column's width the middle one of its lines fills, at least: cells of tables do not."""
_TRIED = 6
"""How many places of a page are tried for a gutter."""
_MOST = 12
"""How many times a page is split, at most."""
_MOST_LINES = 4_000
"""How many lines a page has, at most, whose columns are looked for."""
_BESIDE = 8
"""How many lines above and below are looked at for one that stands beside."""
_ROW = 0.35
"""How many times the size of their letters the baselines of a row differ, at most."""
_EDGE = 1.0
"""How far letters may reach into a gutter."""


class Bounds(NamedTuple):
    """The gutters around a column; 0 if there is none."""

    left: float = 0.0
    right: float = 0.0


_NOWHERE = Bounds()


@attrs.frozen
class Column:
    """Lines that are read from top to bottom."""

    page: int
    """The number of the page."""
    lines: tuple[Line, ...]
    """The lines; a row of cells is one line."""
    bounds: Bounds = _NOWHERE
    """The places of the gutters."""


def columns_of(pages: Sequence[Page]) -> list[Column]:
    """The columns of all *pages*, in order; text that is not horizontal comes last.

    On a page with little text, columns are looked for where the other pages have them.
    """
    first = [column for page in pages for column in _columns(page, ())]
    gutters = Counter(round(column.bounds.right) for column in first if column.bounds.right)
    if not gutters:
        return first
    known = [gutter for gutter, _ in gutters.most_common(_TRIED)]
    return [column for page in pages for column in _columns(page, known)]


def _columns(page: Page, known: Sequence[float]) -> Iterator[Column]:
    upright = [line for line in page.lines if _is_upright(line)]
    upright.sort(key=lambda line: (line.baseline, line.left))
    for lines, bounds in _Splitter(known).split(upright, Bounds()) if upright else ():
        yield Column(page.number, tuple(_rows(lines)), bounds)
    for line in page.lines:
        if not _is_upright(line):
            yield Column(page.number, (line,))


def _is_upright(line: Line) -> bool:
    return min(line.style.angle, 360 - line.style.angle) <= 10


# ── columns side by side ────────────────────────────────────────────────────────────────────────


class _Band(NamedTuple):
    """A stretch of lines in two columns, with what is above and below it."""

    above: list[Line]
    left: list[Line]
    right: list[Line]
    below: list[Line]
    gutter: float


class _Splitter:
    def __init__(self, known: Sequence[float]) -> None:
        self.known = known
        self.left = _MOST

    def split(self, lines: list[Line], bounds: Bounds) -> Iterator[tuple[list[Line], Bounds]]:
        """The columns of *lines*, which are sorted from top to bottom."""
        self.left -= 1
        band = self.band(lines) if self.left > 0 and len(lines) < _MOST_LINES else None
        if band is None:
            yield lines, bounds
            return
        if band.above:
            yield from self.split(band.above, bounds)
        yield from self.split(band.left, bounds._replace(right=band.gutter))
        yield from self.split(band.right, bounds._replace(left=band.gutter))
        if band.below:
            yield from self.split(band.below, bounds)

    def band(self, lines: list[Line]) -> _Band | None:
        """The longest stretch of *lines* that stands in two columns."""
        found = [
            band
            for gutter, fewest in self.gutters(lines)
            for begin, end in _uncrossed(lines, gutter)
            if (band := _two_sided(lines, begin, end, gutter, fewest)) is not None
        ]
        return max(found, key=lambda band: len(band.left) + len(band.right), default=None)

    def gutters(self, lines: list[Line]) -> Iterator[tuple[float, int]]:
        """Where columns may begin, and how many lines one has at least."""
        if len(lines) >= 2 * _FEWEST:
            yield from ((gutter, _FEWEST) for gutter in _gutters(lines))
        yield from ((gutter, 1) for gutter in self.known)


def _gutters(lines: list[Line]) -> list[float]:
    """Where columns may begin: the left edges that most lines have beside another line."""
    edges = Counter[float]()
    for number, line in enumerate(lines):
        gaps = (line.left - other.right for other in _beside(lines, number))
        if any(gap >= _GUTTER * line.size for gap in gaps):
            edges[round(line.left)] += 1
    return [edge for edge, _ in edges.most_common(_TRIED)]


def _beside(lines: list[Line], number: int) -> Iterator[Line]:
    """The lines that stand beside line *number*, or nearly so."""
    line = lines[number]
    for other in lines[max(0, number - _BESIDE) : number + _BESIDE]:
        if abs(other.baseline - line.baseline) < line.size:
            yield other


def _uncrossed(lines: list[Line], gutter: float) -> Iterator[tuple[int, int]]:
    """The stretches of *lines* that leave *gutter* free."""
    start = 0
    for number, line in enumerate(lines):
        if line.left < gutter - _EDGE and line.right > gutter + _EDGE:
            if number > start:
                yield start, number
            start = number + 1
    if start < len(lines):
        yield start, len(lines)


def _two_sided(lines: list[Line], begin: int, end: int, gutter: float, fewest: int) -> _Band | None:
    stretch = lines[begin:end]
    left = [line for line in stretch if line.right <= gutter + _EDGE]
    right = [line for line in stretch if line.right > gutter + _EDGE]
    if not (left and right):
        return None
    top = max(left[0].top, right[0].top)  # what stands higher is above both, like a title
    above = [line for line in stretch if line.bottom <= top]
    left = [line for line in left if line.bottom > top]
    right = [line for line in right if line.bottom > top]
    if min(map(_height, (left, right))) < fewest:
        return None
    if fewest > 1 and not (_is_wide(left) and _is_wide(right)):
        return None
    turns = _turns([*left, *right], gutter)
    if turns > (2 if fewest > 1 else 1) and not (_is_text(left) and _is_text(right)):
        return None
    return _Band([*lines[:begin], *above], left, right, lines[end:], gutter)


def _height(lines: Sequence[Line]) -> int:
    """How many rows high a column is: a stretched line may be in pieces."""
    return len({round(line.baseline) for line in lines})


def _is_wide(lines: Sequence[Line]) -> bool:
    return _width(lines) >= _NARROWEST * min(line.size for line in lines)


def _width(lines: Sequence[Line]) -> float:
    return max(line.right for line in lines) - min(line.left for line in lines)


def _is_text(lines: Sequence[Line]) -> bool:
    """Whether most lines fill their column, and there are enough to tell."""
    lengths = sorted(line.right - line.left for line in lines)
    filled = lengths[len(lengths) // 2] >= _FILLED * _width(lines)
    return filled and _height(lines) > _FEWEST


def _turns(lines: Sequence[Line], gutter: float) -> int:
    """How often the file goes from one side to the other: at each row of a table, once for columns."""
    in_file = sorted(lines, key=lambda line: line.order)
    sides = [line.right > gutter + _EDGE for line in in_file]
    return sum(one != other for one, other in pairwise(sides))


# ── rows ────────────────────────────────────────────────────────────────────────────────────────


def _rows(lines: list[Line]) -> Iterator[Line]:
    row: list[Line] = []
    for line in lines:
        if row and abs(line.baseline - row[0].baseline) > _ROW * max(line.size, row[0].size):
            yield _row(row)
            row = []
        row.append(line)
    yield _row(row)


def _row(lines: list[Line]) -> Line:
    """The pieces of a row as one line."""
    if len(lines) == 1:
        return lines[0]
    lines = sorted(lines, key=lambda line: line.left)
    main = max(lines, key=lambda line: sum(len(word.text) for word in line.words))
    return attrs.evolve(
        main,
        words=tuple(word for line in lines for word in line.words),
        left=lines[0].left,
        right=max(line.right for line in lines),
        order=min(line.order for line in lines),
    )
