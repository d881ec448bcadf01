"""Two columns that an extractor placed side by side: put the right one after the left one.

They differ from a table by their cells, which are lines of running text, and many.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from snippetkit.restore.marks import TOKEN, is_right_to_left, is_unspaced
from snippetkit.restore.restoration import Repair, Restoration, spliced

__all__ = ["composed", "unwoven"]

_ROW = re.compile(r"([^\r\n\f]*)(\r\n|[\r\n\f]|\Z)")
_GUTTER = re.compile(r"(?<=[^ ]) {2,}(?=[^ ])|\A {8,}(?=[^ ])")
_NARROWEST_GUTTER = "  "
_LONGEST = 400
"""No row of two columns is longer than this."""
_FEWEST = 8
"""How many cells each column must have."""
_PART = 0.25
"""How many of the rows of a page must have a right cell, as a part of them."""
_NARROWEST = 20
"""How many characters wide the left column is, at least."""
_SHIFT = 3
"""How far the start of a right cell may be off: letters are of different widths."""
_INDENT = 8
_WORDS, _LETTERS = 2.5, 12
"""How many words, or letters, the cells of running text have on average."""
_MOST_WIDE = 0.3
"""How many cells may have wide spaces: those of lines stretched to the margin have."""
_CONFIDENCE = 0.9


class _Row(NamedTuple):
    start: int
    text: str
    ending: str


class _Cells(NamedTuple):
    left: str
    right: str


def unwoven(text: str) -> tuple[Repair, ...]:
    """The splices that place the right column of each page below the left one."""
    found: list[Repair] = []
    for page in _pages(text) if _NARROWEST_GUTTER in text else ():
        gutter = _gutter(page)
        if gutter is not None:
            for rows, cells in _blocks(page, gutter):
                found.append(_repair(rows, cells))
    return tuple(found)


def _pages(text: str) -> Iterator[list[_Row]]:
    rows: list[_Row] = []
    for match in _ROW.finditer(text):
        if match[0]:
            rows.append(_Row(match.start(), match[1], match[2]))
        if match[2] == "\f" or not match[0]:
            yield rows
            rows = []


def _gutter(rows: Sequence[_Row]) -> int | None:
    """Where the right cells start; None where most rows have none."""
    ends = (match.end() for row in rows for match in _gaps(row.text))
    starts = Counter(at for at in ends if at >= _NARROWEST)
    if not starts:
        return None
    near = {at: sum(starts[at + off] for off in range(-1, 2)) for at in starts}
    best = max(near, key=lambda at: (near[at], starts[at], -at))
    filled = sum(1 for row in rows if row.text.strip(" "))
    return best if near[best] >= max(_FEWEST, _PART * filled) else None


def _gaps(text: str) -> Iterator[re.Match[str]]:
    return (
        _GUTTER.finditer(text) if _NARROWEST_GUTTER in text and len(text) <= _LONGEST else iter(())
    )


def _blocks(rows: Sequence[_Row], gutter: int) -> Iterator[tuple[list[_Row], list[_Cells]]]:
    """The rows that follow each other without one that crosses the gutter, if they are columns."""
    some: list[_Row] = []
    cells: list[_Cells] = []
    for row in rows:
        found = _cells(row.text, gutter)
        if found is not None:
            some.append(row)
            cells.append(found)
            continue
        if _are_columns(cells):
            yield some, cells
        some, cells = [], []
    if _are_columns(cells):
        yield some, cells


def _cells(text: str, gutter: int) -> _Cells | None:
    """What stands left and right of the gutter; None if something stands across it."""
    for match in _gaps(text):
        if -_SHIFT <= match.end() - gutter <= _INDENT:
            indent = max(0, match.end() - gutter)
            return _Cells(
                text[: match.start()], " " * (indent if indent > 1 else 0) + text[match.end() :]
            )
    if len(text.rstrip(" ")) <= gutter:
        return _Cells(text.rstrip(" "), "")
    return None


def _are_columns(cells: Sequence[_Cells]) -> bool:
    sides = [[cell[side] for cell in cells if cell[side]] for side in (0, 1)]
    return min(map(len, sides)) >= _FEWEST and all(map(_is_prose, sides))


def _is_prose(some: Sequence[str]) -> bool:
    words = sum(len(TOKEN.findall(each)) for each in some)
    letters = sum(len(each.strip(" ")) for each in some)
    wide = sum(1 for each in some if "  " in each.strip(" "))
    long = letters >= _LETTERS * len(some) and words >= _WORDS * len(some)
    return wide <= _MOST_WIDE * len(some) and (long or is_unspaced(some[0].strip(" ")[0]))


def _repair(rows: Sequence[_Row], cells: Sequence[_Cells]) -> Repair:
    last = rows[-1]
    end = next((row.ending for row in rows if row.ending not in {"", "\f"}), "\n")
    both = sum(1 for cell in cells if cell.left and cell.right)
    level = 2 * both >= sum(1 for cell in cells if cell.left or cell.right)
    left, right = (_column([cell[side] for cell in cells], level) for side in (0, 1))
    if is_right_to_left("".join(left + right)):
        left, right = right, left
    text = end.join([*left, *right])
    why = f"two columns stood side by side in {len(cells)} lines"
    return Repair(rows[0].start, last.start + len(last.text), text, "columns", why, _CONFIDENCE)


def _column(cells: list[str], level: bool) -> list[str]:
    """The lines of one column. An empty cell is a blank line only if both columns' lines are level."""
    filled = [at for at, cell in enumerate(cells) if cell.strip(" ")]
    if not level:
        return [cells[at] for at in filled]
    return cells[filled[0] : filled[-1] + 1]


# ── two rounds of splices as one ────────────────────────────────────────────────────────────────


class _Place(NamedTuple):
    """A splice, and where it stands in the text between the two rounds."""

    start: int
    end: int
    is_first: bool
    edit: Repair


def composed(text: str, first: Sequence[Repair], second: Sequence[Repair]) -> tuple[Repair, ...]:
    """The splices of *text* that do what *first* does, and then *second* on what that made.

    What the second does in a place that the first made, or across its border, becomes part of it.
    """
    between = Restoration(text, tuple(first)).text
    found: list[Repair] = []
    shift = 0
    for cluster in _clusters(_places(first, second)):
        firsts = [place for place in cluster if place.is_first]
        seconds = [place.edit for place in cluster if not place.is_first]
        if not firsts:
            found += [_moved(edit, -shift) for edit in seconds]
            continue
        low, high = cluster[0].start, max(place.end for place in cluster)
        start = low - shift
        shift += sum(len(edit.text) - (edit.end - edit.start) for *_, edit in firsts)
        inside = [(edit.start - low, edit.end - low, edit.text) for edit in seconds]
        made = spliced(between[low:high], inside)
        found.append(attrs.evolve(firsts[0].edit, start=start, end=high - shift, text=made))
    return tuple(found)


def _places(first: Sequence[Repair], second: Sequence[Repair]) -> list[_Place]:
    places = [_Place(edit.start, edit.end, False, edit) for edit in second]
    shift = 0
    for edit in first:
        start = edit.start + shift
        places.append(_Place(start, start + len(edit.text), True, edit))
        shift += len(edit.text) - (edit.end - edit.start)
    return sorted(places, key=lambda place: (place.start, place.end, place.is_first))


def _clusters(places: Sequence[_Place]) -> Iterator[list[_Place]]:
    """Places that overlap, or of which one that the first made touches another."""
    some: list[_Place] = []
    high = -1
    has_first = False
    for place in places:
        touches = place.start == high and (has_first or place.is_first)
        if some and not (place.start < high or touches):
            yield some
            some, has_first = [], False
        some.append(place)
        high = max(high, place.end) if len(some) > 1 else place.end
        has_first = has_first or place.is_first
    if some:
        yield some


def _moved(edit: Repair, by: int) -> Repair:
    return attrs.evolve(edit, start=edit.start + by, end=edit.end + by)
