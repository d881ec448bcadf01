"""Turn glyphs into lines: glyphs on one baseline without a wide gap form a line."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise

import attrs

from snippetkit.pdf.order import reads_from_right, sorted_words
from snippetkit.pdf.page import Glyph, Line, Link, Page, Sheet, Style, Word

__all__ = ["mirrored", "page_of"]

_GAP = 1.6
"""How many times the size of its letters a gap in a line is wide, at most: else there are two lines."""
_WORD = 0.65
"""How wide a gap is, at most, over which a line goes on though PDFium begins a new one."""
_SAME = 0.1
"""How far the baselines of two pieces of one line are apart, at most."""
_RAISED = 0.5
"""How many times the size of the letters one may be raised or lowered in a line."""
_BLANK = 0.1
"""How many times the size of its letters a gap is wide that parts two words, at least."""
_ABOVE, _BELOW = 0.9, 0.25
"""How far letters reach above and below their baseline, as most fonts have it."""
_LEANING = 10
"""By how many degrees a line may lean."""
_BAND = 12.0
_BANDS = 2_000
_MOST = 64
"""How many links are looked at, at most, for one place of a page."""


def page_of(sheet: Sheet, *, tags: bool = True) -> Page:
    """The page with its lines, in the order of the file, and with its *tags* if asked for."""
    links = _Links(sheet.links)
    lines = [_line(run, links, order) for order, run in enumerate(_runs(sheet.glyphs()))]
    if not tags:
        lines = [attrs.evolve(line, tag=None) for line in lines]
    return Page(sheet.number, sheet.width, sheet.height, tuple(lines), sheet.pictures)


def _runs(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each line, with a blank where words are parted."""
    held: _Run | None = None
    for run in _pieces(glyphs):
        if held is not None and held.goes_on_in(run):
            held.take(run)
            continue
        if held is not None:
            yield held.in_order()
        held = run
    if held is not None:
        yield held.in_order()


class _Run:
    """Glyphs of one line, and how far they reach."""

    def __init__(self, glyph: Glyph, blank: Glyph | None, *, begun: bool) -> None:
        self.glyphs = [glyph]
        self.left, self.right = glyph.left, glyph.right
        self.scattered = False
        """Whether PDFium takes it for several lines, and may have them in any order."""
        self.blank = blank
        """The blank in front of it."""
        self.begun = begun
        """Whether the file, or PDFium, begins a new line with it."""

    def add(self, glyph: Glyph, blank: Glyph | None) -> None:
        """Put *glyph* behind, and a *blank* before it if it is one."""
        if blank is not None and _parts(blank, self.glyphs[-1], glyph):
            self.glyphs.append(blank)
        self.glyphs.append(glyph)
        self.left, self.right = min(self.left, glyph.left), max(self.right, glyph.right)

    def holds(self, glyph: Glyph) -> bool:
        """Whether *glyph* stands on the same line, with no wide gap between."""
        last = self.glyphs[-1]
        if glyph.style.angle != last.style.angle:
            return False
        if not is_upright(glyph):
            return True
        size = max(glyph.style.size, last.style.size)
        if abs(glyph.baseline - last.baseline) > _RAISED * size:
            return False
        return max(glyph.left - self.right, self.left - glyph.right) <= _GAP * size

    def goes_on_in(self, other: _Run) -> bool:
        """Whether *other* is of the same line: what is read from the right may go to and fro."""
        one, two = self.glyphs[-1], other.glyphs[0]
        size = max(one.style.size, two.style.size)
        if abs(one.baseline - two.baseline) > _SAME * size or not (
            is_upright(one) and is_upright(two)
        ):
            return False
        most = _WORD if other.begun else _GAP
        return max(other.left - self.right, self.left - other.right) <= most * size

    def take(self, other: _Run) -> None:
        """Put *other* behind, with a blank between if there is room for one."""
        last, first = self.glyphs[-1], other.glyphs[0]
        gap = max(first.left - last.right, last.left - first.right)
        if other.blank is not None or gap > _BLANK * first.style.size:
            self.glyphs.append(other.blank or first._replace(text=" ", left=0.0, right=0.0))
        self.glyphs += other.glyphs
        self.scattered = self.scattered or other.begun
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)

    def in_order(self) -> list[Glyph]:
        """The glyphs; from the left to the right, if their order cannot be trusted."""
        if not self.scattered:
            return self.glyphs
        letters = [glyph for glyph in self.glyphs if glyph.text != " "]
        letters.sort(key=lambda glyph: glyph.left + glyph.right)
        found = letters[:1]
        for before, after in pairwise(letters):
            if after.left - before.right > _BLANK * after.style.size:
                found.append(after._replace(text=" ", left=0.0, right=0.0))
            found.append(after)
        return found


def _pieces(glyphs: Iterator[Glyph]) -> Iterator[_Run]:
    """The glyphs that follow each other on a line, as PDFium has them."""
    run: _Run | None = None
    blank: Glyph | None = None
    begun = True
    for glyph in glyphs:
        if glyph.text == "\n":
            if run is not None:
                yield run
            run, blank, begun = None, None, True
        elif glyph.text == " ":
            blank = glyph
        elif run is not None and run.holds(glyph):
            run.add(glyph, blank)
            blank = None
        else:
            if run is not None:
                yield run
                begun = False
            run, blank = _Run(glyph, blank, begun=begun), None
    if run is not None:
        yield run


def _parts(blank: Glyph, before: Glyph, after: Glyph) -> bool:
    """Whether a blank is one: PDFium puts blanks of its own where letters are only set apart."""
    if blank.left < blank.right:
        return True
    gap = max(after.left - before.right, before.left - after.right)
    return gap > _BLANK * after.style.size


def is_upright(glyph: Glyph) -> bool:
    """Whether a glyph is upright, as in horizontal text."""
    return (glyph.style.angle + _LEANING) % 360 <= 2 * _LEANING


def _line(run: list[Glyph], links: _Links, order: int) -> Line:
    seen = [glyph for glyph in run if glyph.text != " "]
    style = _most_used(seen)
    main = next(glyph for glyph in seen if glyph.style is style)
    text = "".join([glyph.text for glyph in seen])
    words = list(_words(run))
    if not text.isascii() and reads_from_right(text):
        words = sorted_words(words)
    places = links.near(main)
    return Line(
        words=tuple(_word(word, places) for word in words),
        left=min(glyph.left for glyph in seen),
        top=main.baseline - _ABOVE * style.size,
        right=max(glyph.right for glyph in seen),
        bottom=main.baseline + _BELOW * style.size,
        baseline=main.baseline,
        style=style._replace(bold=all(glyph.style.bold for glyph in seen)),
        order=order,
        tag=seen[0].tag,
    )


def _most_used(glyphs: Sequence[Glyph]) -> Style:
    """The style of most of the *glyphs*, which share their styles; of two the first."""
    first = glyphs[0].style
    if all(glyph.style is first for glyph in glyphs):
        return first
    numbers = Counter(id(glyph.style) for glyph in glyphs)
    most = max(numbers.values())
    return next(glyph.style for glyph in glyphs if numbers[id(glyph.style)] == most)


def _words(run: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    for is_blank, word in groupby(run, key=lambda glyph: glyph.text == " "):
        if not is_blank:
            yield list(word)


def _word(glyphs: Sequence[Glyph], places: Sequence[Link]) -> Word:
    return Word(
        "".join([glyph.text for glyph in glyphs]),
        min(glyph.left for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        tuple(_linked(glyphs, places)) if places else (),
    )


def _linked(glyphs: Sequence[Glyph], places: Sequence[Link]) -> Iterator[tuple[int, int, str]]:
    """Which of the *glyphs* lead where: start, end, address."""
    start, url = 0, ""
    for at, glyph in enumerate(glyphs):
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        here = next((place.url for place in places if _holds(place, x, y)), "")
        if here != url:
            if url:
                yield start, at, url
            start, url = at, here
    if url:
        yield start, len(glyphs), url


def _holds(link: Link, x: float, y: float) -> bool:
    box = link.box
    return box.left <= x <= box.right and box.top - 1 <= y <= box.bottom + 1


# ── links ───────────────────────────────────────────────────────────────────────────────────────


class _Links:
    """The links of a page, found by the height at which they stand."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._bands: Mapping[int, list[Link]] = defaultdict(list)
        for link in links:
            if not all(map(math.isfinite, link.box)):
                continue
            top, bottom = _band(link.box.top), _band(link.box.bottom)
            for band in range(top, min(bottom, top + _BANDS) + 1):
                if len(self._bands[band]) < _MOST:
                    self._bands[band].append(link)

    def near(self, glyph: Glyph) -> list[Link]:
        """The links that a line may touch which has *glyph* in it."""
        bands = range(_band(glyph.top), _band(glyph.bottom) + 1)
        found = (link for band in bands for link in self._bands.get(band, ()))
        return list(islice(dict.fromkeys(found), _MOST))


def _band(height: float) -> int:
    return int(max(-_BANDS * _BAND, min(_BANDS * _BAND, height)) // _BAND)


def mirrored(page: Page) -> Page:
    """*page* mirrored, so that text read from the right starts on the left.

    Its own inverse.
    """
    return attrs.evolve(page, lines=tuple(_mirrored(line, page.width) for line in page.lines))


def _mirrored(line: Line, width: float) -> Line:
    words = tuple(
        word._replace(left=width - word.right, right=width - word.left) for word in line.words
    )
    return attrs.evolve(line, left=width - line.right, right=width - line.left, words=words)
