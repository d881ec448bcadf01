"""Find running headers and footers, page numbers, and the line that a browser prints on each page.

They are recognised by repetition: the same line, apart from its numbers, at the edges of at least
two pages. A page ends at a form feed or, if there is none, at a line that counts the pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from snippetkit.restore.lines import Line
from snippetkit.restore.looks import Looks, Shape
from snippetkit.restore.marks import seen, tokens

__all__ = ["NUMBER_ALONE", "PRINTED", "Cut", "furniture"]

_DEEPEST = 8
"""How many lines from a page's edge its furniture may reach."""
_SURE, _LIKELY = 0.99, 0.98
_SHORT = 8
_SHORTEST_PAGE = 6
"""How many lines stand between two lines that count pages, at least."""
NUMBER_ALONE = re.compile(  # what is left of a line when its numbers are taken out
    r"[-–—~|·•\[(/ ]*#[-–—~|·•\])/ ]*"
)
_PAGE_OF = re.compile(
    r"[-–—\[( ]*(?:[^\W\d_][^\W\d_ ]{0,11}[.:]? ?)?# ?(?:/|[^\W\d_]{1,7}) ?#[-–—\]) ]*"
)


PRINTED = r"#[/.-]#[/.-]#,? #:#(?: ?[AaPp]\.?[Mm]\.?)?"
"""When a browser printed a page, its numbers taken out."""
_BROWSER_HEAD = re.compile(rf"{PRINTED}(?: .*)?")
_BROWSER_FOOT = re.compile(r"(?:https?|file)://[^ ]+(?: #/#)?|#/#")
_AGAIN = "the title, which stands again below"
_TITLE_LINES = 4
_TOP = 40
"""How many lines from the start of a text a title is looked for."""


class Cut(NamedTuple):
    """Why a line is removed."""

    reason: str
    confidence: float


def furniture(lines: Sequence[Line], known: Looks) -> dict[int, Cut]:
    """The numbers of the *lines* that belong to the page, not to the text, each with the reason."""
    shapes = [known[line.text].shape for line in lines]
    places = defaultdict[str, list[int]](list)
    for at, shape in enumerate(shapes):
        if shape.key:
            places[shape.key].append(at)
    edges = _page_edges(lines)
    counted = _counting(places, shapes, lines)
    cuts = {
        at: _counted_cut(shapes[at], len(places[shapes[at].key]), bool(edges)) for at in counted
    }
    if edges or counted:  # else nothing says where pages end
        cuts = _repeated(places) | cuts
    cuts |= _browser(places) | _titles(lines)
    found: dict[int, Cut] = {}
    for edge in sorted({0, len(lines), *edges, *_edges_of(counted)}):
        for step in (-1, 1):
            _peel(edge, step, shapes, cuts, found)
    return _met_twice(found, shapes, places)


def _page_edges(lines: Sequence[Line]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.page]


def _counting(
    places: dict[str, list[int]], shapes: Sequence[Shape], lines: Sequence[Line]
) -> set[int]:
    """The lines that count pages."""
    pages = list(accumulate(int(line.page) for line in lines))
    found = set[int]()
    for key, at in places.items():
        if "#" not in key:
            continue
        numbers = [shapes[place].numbers for place in at]
        if _is_only_page(key, numbers) or (
            _is_count(numbers) and _are_apart(key, at, pages, numbers[0][0] == 1)
        ):
            found.update(at)
    return found


def _is_count(numbers: list[tuple[int, ...]]) -> bool:
    """Whether one of the numbers is one more each time, and the others stay.

    Lines that have the sign for a number themselves may have fewer numbers, and count nothing.
    """
    if len(numbers) < 2 or len(set(map(len, numbers))) > 1:
        return False
    steps = [{b - a for a, b in pairwise(slot)} for slot in zip(*numbers, strict=True)]
    return steps.count({1}) == 1 and steps.count({0}) == len(steps) - 1


def _are_apart(key: str, at: list[int], pages: list[int], from_one: bool) -> bool:
    """Whether there is a page between two lines that count."""
    if pages[-1]:
        return len({pages[place] for place in at}) == len(at)
    apart = min(after - before for before, after in pairwise(at))
    sure = key not in {"#", "#."} and bool(NUMBER_ALONE.fullmatch(key) or _PAGE_OF.fullmatch(key))
    last = from_one and at[-1] >= len(pages) - 3
    return apart >= (2 if sure or last else _SHORTEST_PAGE)


def _is_only_page(key: str, numbers: list[tuple[int, ...]]) -> bool:
    """Whether it is the number of the only page: *Page 1 of 1*, or *– 1 –*."""
    if numbers == [(1, 1)]:
        return bool(_PAGE_OF.fullmatch(key))
    return numbers == [(1,)] and len(key) > 2 and bool(NUMBER_ALONE.fullmatch(key))


def _counted_cut(shape: Shape, times: int, paged: bool) -> Cut:
    alone = NUMBER_ALONE.fullmatch(shape.key) or _PAGE_OF.fullmatch(shape.key)
    what = "a page number" if alone else "a line that counts the pages"
    said = f"{what}, one of {times}" if times > 1 else f"{what}: that of the only page"
    return Cut(said, _SURE if times > 2 or paged else _LIKELY)


def _repeated(places: dict[str, list[int]]) -> dict[int, Cut]:
    """Lines that stand in a text more than once."""
    return {
        at: Cut(
            f"the same line stands at the edges of {len(some)} pages",
            _SURE if len(some) > 2 else _LIKELY,
        )
        for some in places.values()
        if len(some) > 1
        for at in some
    }


def _browser(places: dict[str, list[int]]) -> dict[int, Cut]:
    """Date and time above, address and page below: what a browser prints on each page."""
    heads = [key for key in places if _BROWSER_HEAD.fullmatch(key)]
    feet = [key for key in places if _BROWSER_FOOT.fullmatch(key)]
    if not heads or not any("://" in key for key in feet):
        return {}
    cut = Cut("a line that browsers print on each page", _LIKELY)
    return {at: cut for key in (*heads, *feet) for at in places[key]}


def _titles(lines: Sequence[Line]) -> dict[int, Cut]:
    """Lines at the top whose words stand again below, broken otherwise: the title above the page."""
    top = ["".join(tokens(seen(line.text))) for line in lines[:_TOP]]
    below: dict[str, int] = {}
    for size in range(2, _TITLE_LINES + 1):
        for at in range(len(top) - size + 1):
            below["".join(top[at : at + size])] = at
    return {
        at: Cut(_AGAIN, _LIKELY)
        for at, text in enumerate(top[:_DEEPEST])
        if below.get(text, -1) > at and len(text) > _SHORT
    }


def _edges_of(counted: set[int]) -> Iterator[int]:
    """Where pages end by the lines that count them: on both sides of each, for either may be it."""
    for at in counted:
        yield at
        yield at + 1


def _peel(
    edge: int, step: int, shapes: Sequence[Shape], known: Mapping[int, Cut], found: dict[int, Cut]
) -> None:
    """Take what is furniture from *edge* on, upwards or downwards, until something is not."""
    at, met = edge if step > 0 else edge - 1, set[str]()
    for _ in range(_DEEPEST):
        if at not in known or shapes[at].key in met:
            return
        met.add(shapes[at].key)
        found.setdefault(at, known[at])
        at += step


def _met_twice(
    found: dict[int, Cut], shapes: Sequence[Shape], places: dict[str, list[int]]
) -> dict[int, Cut]:
    """Without lines of which only one of several was met at an edge: those are repeated in the text."""
    met = Counter(shapes[at].key for at in found)
    return {
        at: cut
        for at, cut in found.items()
        if met[shapes[at].key] > 1 or len(places[shapes[at].key]) == 1 or cut.reason == _AGAIN
    }
