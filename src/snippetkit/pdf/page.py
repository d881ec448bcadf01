"""Pages: glyphs with their places and fonts, and the lines that they form.

All lengths are in points (1/72 inch), from the left and the top of the page as it is displayed.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import attrs

__all__ = ["Box", "Glyph", "Line", "Link", "Page", "Sheet", "Style", "Tag", "Word", "sheet_of"]


class Style(NamedTuple):
    """The look of letters."""

    font: str
    """The name of the font in the file."""
    bold: bool
    italic: bool
    size: float
    """The visible size: the font's size, scaled by the page."""
    angle: int = 0
    """The rotation to the left, in degrees."""


class Box(NamedTuple):
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float


class Tag(NamedTuple):
    """The element to which the file assigns a piece of text (ISO 32000-1, section 14.7)."""

    kind: str
    """Its type, such as ``P``, ``H1`` or ``LI``."""
    path: tuple[int, ...]
    """Its place in the tree of elements; the same on all pages over which it extends."""


class Glyph(NamedTuple):
    """A character and its place."""

    text: str
    """The character; a line end if the file begins a new line."""
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    style: Style
    tag: Tag | None


class Link(NamedTuple):
    """A place on the page that links to an address."""

    box: Box
    url: str


@attrs.frozen
class Sheet:
    """A page as read: its glyphs in the order of the file, and what lies around them."""

    number: int
    """Its number, from 1."""
    width: float
    height: float
    text: str
    """The characters of the glyphs."""
    boxes: array[float]
    """Five numbers per glyph: left, top, right, bottom, baseline."""
    looks: array[int]
    """The number of the style of each glyph."""
    marks: array[int]
    """The number of the marked content to which each glyph belongs; -1 if none."""
    styles: tuple[Style, ...]
    links: tuple[Link, ...] = ()
    pictures: tuple[Box, ...] = ()
    tags: Mapping[int, Tag] = {}

    def glyphs(self) -> Iterator[Glyph]:
        """The glyphs, in order."""
        sides = (self.boxes[at::5] for at in range(5))
        styles, tags = self.styles or (_NONE,), self.tags
        for text, left, top, right, bottom, baseline, look, mark in zip(
            self.text, *sides, self.looks, self.marks, strict=True
        ):
            yield Glyph(text, left, top, right, bottom, baseline, styles[look], tags.get(mark))


_NONE = Style("", False, False, 0.0)


def sheet_of(packed: bytes) -> Sheet:
    """The page that `snippetkit.pdf._pdfium` packed."""
    parts, at = list[bytes](), 0
    while at < len(packed):
        size = int.from_bytes(packed[at : at + 4], "little")
        parts.append(packed[at + 4 : at + 4 + size])
        at += 4 + size
    facts, text, boxes, looks, marks = parts
    said = json.loads(facts)
    return Sheet(
        number=said["number"],
        width=said["width"],
        height=said["height"],
        text=text.decode(),
        boxes=array("f", boxes),
        looks=array("H", looks),
        marks=array("i", marks),
        styles=tuple(Style(*style) for style in said["styles"]),
        links=tuple(Link(Box(*place), url) for *place, url in said["links"]),
        pictures=tuple(Box(*place) for place in said["pictures"]),
        tags={mark: Tag(kind, tuple(path)) for mark, (kind, path) in said["tags"]},
    )


class Word(NamedTuple):
    """The letters between two blanks."""

    text: str
    left: float
    right: float
    links: tuple[tuple[int, int, str], ...] = ()
    """The links in its characters: start, end, address."""


@attrs.frozen
class Line:
    """The words on one baseline.

    A row of a table, or any other words side by side, is one line too: see `cells`.
    """

    words: tuple[Word, ...]
    """The words, in reading order."""
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    style: Style
    """The style of most of its letters; bold only if all are."""
    order: int = 0
    """Its position among the lines of the page in the file, which is often the reading order."""
    tag: Tag | None = None
    """The element to which the file assigns it."""

    @property
    def text(self) -> str:
        """The words, separated by spaces."""
        return " ".join([word.text for word in self.words])

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.style.size


@attrs.frozen
class Page:
    """A page and its lines."""

    number: int
    """Its number, from 1."""
    width: float
    height: float
    lines: tuple[Line, ...]
    """The lines, in the order of the file."""
    pictures: tuple[Box, ...] = ()
    """The places of pictures."""
    furniture: tuple[Line, ...] = ()
    """Lines that belong to the page, not to the text: running headers and footers, page numbers."""
