"""What stands on a page: glyphs with their places and fonts, and the lines that they form.

All lengths are in points (1/72 inch), counted from the left and the top of the page as it is shown.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import attrs

__all__ = ["Box", "Glyph", "Line", "Link", "Page", "Sheet", "Style", "Tag", "Word", "sheet_of"]


class Style(NamedTuple):
    """How letters look."""

    font: str
    """The name of the font, as the file has it."""
    bold: bool
    italic: bool
    size: float
    """The size that is seen: that of the font, as the page scales it."""
    angle: int = 0
    """By how many degrees they are turned to the left."""


class Box(NamedTuple):
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float


class Tag(NamedTuple):
    """The element that the file says a piece of text belongs to (ISO 32000-1, section 14.7)."""

    kind: str
    """Its type, such as ``P``, ``H1`` or ``LI``."""
    path: tuple[int, ...]
    """Its place in the tree of elements: the same on all pages that it goes over."""


class Glyph(NamedTuple):
    """One character, and where it stands."""

    text: str
    """The character; a line end where the file begins a new line."""
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    style: Style
    tag: Tag | None


class Link(NamedTuple):
    """A place on the page that leads to an address."""

    box: Box
    url: str


@attrs.frozen
class Sheet:
    """A page as it was read: its glyphs in the order of the file, and what lies around them."""

    number: int
    """Its number, from 1."""
    width: float
    height: float
    text: str
    """The characters of the glyphs."""
    boxes: array[float]
    """Five numbers a glyph: left, top, right, bottom, baseline."""
    looks: array[int]
    """The number of the style of each glyph."""
    marks: array[int]
    """The number of the marked content that each glyph belongs to; -1 if none."""
    styles: tuple[Style, ...]
    links: tuple[Link, ...] = ()
    pictures: tuple[Box, ...] = ()
    tags: Mapping[int, Tag] = {}

    def glyphs(self) -> Iterator[Glyph]:
        """The glyphs in turn."""
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
    """Letters between blanks."""

    text: str
    left: float
    right: float
    links: tuple[tuple[int, int, str], ...] = ()
    """Which of its characters lead where: start, end, address."""


@attrs.frozen
class Line:
    """Words on one baseline.

    A row of a table, and what else stands side by side, is one line too: see `cells`.
    """

    words: tuple[Word, ...]
    """In the order in which they are read."""
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    style: Style
    """That of most of its letters; bold if all are."""
    order: int = 0
    """Its place among the lines of the page in the file, which is often that of reading."""
    tag: Tag | None = None
    """The element that the file says it belongs to."""

    @property
    def text(self) -> str:
        """The words with a blank between them."""
        return " ".join([word.text for word in self.words])

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.style.size


@attrs.frozen
class Page:
    """A page, and the lines that stand on it."""

    number: int
    """Its number, from 1."""
    width: float
    height: float
    lines: tuple[Line, ...]
    """In the order of the file."""
    pictures: tuple[Box, ...] = ()
    """Where pictures are."""
    furniture: tuple[Line, ...] = ()
    """Lines that belong to the page and not to the text: running headers and footers, page numbers."""
