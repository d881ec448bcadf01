"""Find running headers and footers, page numbers, and what browsers print around each page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import attrs

from snippetkit.pdf.page import Line, Page
from snippetkit.restore.furniture import NUMBER_ALONE, PRINTED
from snippetkit.restore.looks import NUMBER

__all__ = ["cleared"]

_DEEPEST = 4
"""How many rows from the edge of a page its furniture may reach."""
_EDGE = 0.2
"""How much of a page's height it may take up."""
_SAME = 4.0
"""How far from its place on one page a line may stand on another."""
_LARGER = 0.9
_LOOKED_AT = 64
"""On how many pages a line is looked for."""

_PAGE_OF = re.compile(
    r"""
    [-–—\[( ]*
    (?: [^\W\d_][^\W\d_ ]{0,11} [.:]? [ ]? )?     # Page, Seite, صفحہ
    \# [ ]? (?: / | [^\W\d_]{1,7} )? [ ]? \#?     # 3 of 7, 3/7, 3 von 7
    (?: [ ]? [^\W\d_]{1,7} )?                     # 3 / 7 ページ
    [-–—\]) ]*
    """,
    re.VERBOSE,
)
_PRINTED = re.compile(PRINTED)
_ADDRESS = re.compile(r"(?:https?|file)://[^ ]+")
_COUNTED = re.compile("#/#")

_Row = list[Line]


def cleared(pages: Sequence[Page]) -> list[Page]:
    """The *pages*, with whatever does not belong to the text moved into `Page.furniture`."""
    edges = [_edges(page) for page in pages]
    places = _places(pages, edges)
    found = []
    for page, rows in zip(pages, edges, strict=True):
        here = set[int]()
        for row in rows:
            here |= {id(line) for line in row if _repeats(page, line, places)}
        here |= {id(line) for line in _numbers(page, rows, places)}
        here |= {id(line) for line in _printed_by_browser(page)}
        here |= {id(line) for line in _running_title(page, rows)}
        found.append(_without(page, here))
    return found


def _without(page: Page, numbers: set[int]) -> Page:
    kept = tuple(line for line in page.lines if id(line) not in numbers)
    gone = tuple(line for line in page.lines if id(line) in numbers)
    return attrs.evolve(page, lines=kept, furniture=gone)


def _rows(page: Page) -> list[_Row]:
    rows: list[_Row] = []
    for line in sorted(page.lines, key=lambda line: line.baseline):
        if rows and abs(line.baseline - rows[-1][0].baseline) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _edges(page: Page) -> list[_Row]:
    """The rows that stand at the edges of a page."""
    rows = _rows(page)
    top, bottom = _EDGE * page.height, (1 - _EDGE) * page.height
    return [
        *[row for row in rows[:_DEEPEST] if row[0].bottom < top],
        *[row for row in rows[-_DEEPEST:] if row[0].top > bottom],
    ]


# ── what stands on several pages in the same place ──────────────────────────────────────────────

_Places = Mapping[str, Sequence[tuple[int, float, tuple[int, ...]]]]
"""A line without its numbers → the pages that it is on, its height there, and its numbers."""


def _key(line: Line) -> str:
    return NUMBER.sub("#", line.text)


def _numbers_of(line: Line) -> tuple[int, ...]:
    return tuple(map(int, NUMBER.findall(line.text)))


def _height(page: Page, line: Line) -> float:
    """How far a line is from the top, or as a negative number from the bottom."""
    return line.baseline if line.baseline < page.height / 2 else line.baseline - page.height


def _places(pages: Sequence[Page], edges: Sequence[Sequence[_Row]]) -> _Places:
    found = defaultdict[str, list[tuple[int, float, tuple[int, ...]]]](list)
    for page, rows in zip(pages, edges, strict=True):
        for row in rows:
            for line in row:
                place = page.number, _height(page, line), _numbers_of(line)
                found[_key(line)].append(place)
    return found


def _repeats(page: Page, line: Line, places: _Places) -> bool:
    """Whether the line stands on another page in the same place; if it has letters, but for its numbers.

    Of many pages only the first are looked at.
    """
    key, here, said = _key(line), _height(page, line), _numbers_of(line)
    lettered = any(map(str.isalpha, key))
    return any(
        number != page.number and abs(height - here) <= _SAME and (lettered or numbers == said)
        for number, height, numbers in islice(places[key], _LOOKED_AT)
    )


# ── what counts pages ───────────────────────────────────────────────────────────────────────────


def _numbers(page: Page, rows: Sequence[_Row], places: _Places) -> Iterator[Line]:
    """Lines of nothing but the number of the page."""
    for row in rows:
        for line in row:
            key, said = _key(line), _numbers_of(line)
            if not said or not (NUMBER_ALONE.fullmatch(key) or _PAGE_OF.fullmatch(key)):
                continue
            step = said[0] - page.number
            if (step == 0 and row in (rows[0], rows[-1])) or _counts(page, step, places[key]):
                yield line


def _counts(page: Page, step: int, places: Sequence[tuple[int, float, tuple[int, ...]]]) -> bool:
    """Whether the numbers on the other pages run on with the pages."""
    return any(
        number != page.number and numbers[:1] == (number + step,)
        for number, _, numbers in islice(places, _LOOKED_AT)
    )


# ── what a browser prints ───────────────────────────────────────────────────────────────────────


def _printed_by_browser(page: Page) -> _Row:
    """Date, time and title above, address and page number below: what browsers print on each page."""
    rows = _rows(page)
    if len(rows) < 2:
        return []
    head, foot = rows[0], rows[-1]
    counted = any(_COUNTED.fullmatch(_key(line)) for line in foot)
    addressed = any(_ADDRESS.match(line.text) for line in foot)
    if any(_PRINTED.match(_key(line)) for line in head) and (counted or addressed):
        return [*head, *foot]
    return []


def _running_title(page: Page, rows: Sequence[_Row]) -> _Row:
    """The title at the edge of a page that has it in large letters too."""
    most = max((line.size for line in page.lines), default=0.0)
    title = _letters("".join(line.text for line in page.lines if line.size == most))
    return [
        line
        for row in rows
        for line in row
        if len(row) == 1 and line.size < _LARGER * most and _letters(line.text) == title
    ]


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
