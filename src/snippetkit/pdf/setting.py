"""The typesetting of a document: sizes, line distances, column edges, indentation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from snippetkit.pdf.columns import Bounds, Column
from snippetkit.pdf.page import Line

__all__ = ["Edges", "Setting", "setting_of"]

_SOLID = 1.2
"""How many times their size lines are apart, where none tell."""
_CLOSE = 0.8
_FAR = 3.0
_LARGE = 1.1
"""How many times larger than most letters those of titles and headings are, at least."""
_LONG = 0.75
"""How much of its column a line fills, at least, that is broken and not ended."""
_USUAL = 0.15
"""How many of the distances between lines are like that of lines of a paragraph, at least."""
_USUAL_LEFT = 0.25
"""How many lines begin in a place that is usual, against the most usual one, at least."""
_ALIGNED = 0.4
"""How many lines of a column end at its right edge, at least, where they are stretched to it."""
_STRETCHED = 0.04
"""How many times the size of the letters the gaps of stretched lines differ, at least."""
_MORE = 8
"""How many lines it takes to tell whether they are stretched to the edge of their column."""


@attrs.frozen
class Edges:
    """The edges of a column's lines."""

    left: float
    """Where lines without indentation begin."""
    right: float
    """Where full lines end."""
    justified: bool
    """Whether lines are stretched to the right edge."""


@attrs.frozen
class Setting:
    """The typesetting of a document."""

    body: float
    """The size of most letters."""
    pitches: Mapping[float, float]
    """The distance between the lines of a paragraph, by size of letters."""
    edges: tuple[Edges, ...]
    """The edges of each column."""
    blank: float = 0.25
    """The width of a blank, relative to the size of the letters."""
    is_bold: bool = False
    """Whether most letters are bold."""
    indent: float = 0.0
    """How far the first lines of paragraphs are indented; 0 if they are not."""

    def pitch(self, size: float) -> float:
        """The distance between the lines of a paragraph with letters of that size."""
        return self.pitches.get(size, _SOLID * size)

    def is_large(self, size: float) -> bool:
        """Whether letters of that size are those of a title or heading."""
        return size > _LARGE * self.body

    def is_loose(self, size: float, distance: float) -> bool:
        """Whether lines of that size are further apart than those of a paragraph are."""
        return distance > self.pitch(size) + 0.2 * size + 0.8


def setting_of(columns: Sequence[Column]) -> Setting:
    """The typesetting of the document with these *columns*."""
    sizes, bold = Counter[float](), 0
    for line in _lines(columns):
        letters = sum(len(word.text) for word in line.words)
        sizes[line.size] += letters
        bold += letters * line.style.bold
    body = max(sizes, key=lambda size: (sizes[size], size))
    edges = _edges(columns, body)
    setting = Setting(
        body, _pitches(columns, edges), edges, _blank(columns), 2 * bold > sizes.total()
    )
    return attrs.evolve(setting, indent=_indent(columns, setting))


def _lines(columns: Sequence[Column]) -> Iterator[Line]:
    return (line for column in columns for line in column.lines)


def is_size(line: Line, size: float) -> bool:
    """Whether a line is of that *size*, or nearly so."""
    return abs(line.size - size) <= 0.04 * size


# ── edges ───────────────────────────────────────────────────────────────────────────────────────


def _edges(columns: Sequence[Column], body: float) -> tuple[Edges, ...]:
    """The edges of each column; those that stand in the same place have the same."""
    groups = defaultdict[Bounds, list[Column]](list)
    for column in columns:
        groups[column.bounds].append(column)
    shared = {bounds: _shared(group, body) for bounds, group in groups.items()}
    return tuple(shared[column.bounds] for column in columns)


def _of_body(lines: Sequence[Line], body: float) -> Sequence[Line]:
    return [line for line in lines if is_size(line, body)] or lines


def _shared(columns: Sequence[Column], body: float) -> Edges:
    lines = _of_body(list(_lines(columns)), body)
    right = max(line.right for line in lines)
    return Edges(left=_usual_left(lines), right=right, justified=_is_justified(lines, right, body))


def _usual_left(lines: Sequence[Line]) -> float:
    """The leftmost of the places where lines usually begin."""
    starts = Counter(round(line.left) for line in lines)
    alike = {at: starts[at - 1] + starts[at] + starts[at + 1] for at in sorted(starts)}
    least = _USUAL_LEFT * max(alike.values())
    first = next(at for at, count in alike.items() if count >= least)
    return min(line.left for line in lines if abs(line.left - first) <= 1.5)


def _is_justified(lines: Sequence[Line], right: float, size: float) -> bool:
    """Whether lines are stretched to the right edge: there, with gaps of different widths."""
    inside = [line for line in lines if line.right <= right + 0.5 * size]
    there = [line for line in inside if abs(line.right - right) <= 0.2 * size]
    if len(inside) < _MORE or len(there) < _ALIGNED * len(inside):
        return False
    gaps = [_mean_gap(line) for line in there if len(line.words) > 1]
    return not gaps or max(gaps) - min(gaps) > _STRETCHED * size


def _mean_gap(line: Line) -> float:
    words = sum(word.right - word.left for word in line.words)
    return (line.right - line.left - words) / (len(line.words) - 1)


# ── distances ───────────────────────────────────────────────────────────────────────────────────


def _pitches(columns: Sequence[Column], edges: Sequence[Edges]) -> dict[float, float]:
    """Size → how far lines are apart that follow a full one, or failing that any."""
    full, every = (defaultdict[float, Counter[float]](Counter) for _ in range(2))
    for column, edge in zip(columns, edges, strict=True):
        for one, other in pairwise(column.lines):
            distance = other.baseline - one.baseline
            if one.size != other.size or not _CLOSE < distance / (one.size or 1) < _FAR:
                continue
            every[one.size][round(2 * distance) / 2] += 1
            if one.right - edge.left >= _LONG * (edge.right - edge.left):
                full[one.size][round(2 * distance) / 2] += 1
    return {size: _usual(full.get(size) or counts) for size, counts in every.items()}


def _usual(distances: Counter[float]) -> float:
    """The smallest of the usual distances. They differ by a point where browsers round them.

    All are whole or half points.
    """
    whole = distances.total()
    for least in sorted(distances):
        alike = [one for one in (least, least + 0.5, least + 1) if one in distances]
        if sum(distances[one] for one in alike) >= _USUAL * whole:
            return max(alike, key=lambda one: (distances[one], -one))
    return min(distances)


def _blank(columns: Sequence[Column]) -> float:
    """How many times the size of the letters a blank is wide that is not stretched."""
    gaps = sorted(
        (after.left - before.right) / line.size
        for line in _lines(columns)
        if line.size > 0
        for before, after in pairwise(line.words)
    )
    return min(max(gaps[len(gaps) // 5], 0.15), 1.0) if gaps else 0.25


# ── indentation ─────────────────────────────────────────────────────────────────────────────────


def _indent(columns: Sequence[Column], setting: Setting) -> float:
    """How far lines are indented that have one below them, close by, that is not."""
    found = Counter[int]()
    for column, edges in zip(columns, setting.edges, strict=True):
        for line, below in pairwise(column.lines):
            step, size = line.left - edges.left, line.size
            if 0.5 * size < step < 5 * size and abs(below.left - edges.left) < 0.3 * size:
                found[round(step)] += 1
    if not found:
        return 0.0
    best = max(found, key=lambda at: (found[at - 1] + found[at] + found[at + 1], -at))
    return float(best) if found[best - 1] + found[best] + found[best + 1] > 1 else 0.0
