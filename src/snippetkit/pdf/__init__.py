"""Read PDFs: find paragraphs, titles, columns and links from the places of glyphs on pages.

`text` gives the text of a PDF as a snippet, `read` every step that leads to it, and `pages` the
lines with their places and fonts. `snippetkit.load` and `snippetkit.Document` use these::

    bytes ─PDFium─▶ glyphs ─▶ lines ─▶ without furniture ─▶ columns ─▶ paragraphs ─▶ roles ─▶ text

Each step is a module here, and a value of `Layout`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TypeAlias

from snippetkit.errors import Flaw, InvalidValue, ParseError, located
from snippetkit.pdf import _apart
from snippetkit.pdf._pdfium import Refused
from snippetkit.pdf.columns import Column
from snippetkit.pdf.facts import Facts, facts_of
from snippetkit.pdf.layout import Layout, layout_of
from snippetkit.pdf.lines import page_of
from snippetkit.pdf.page import Box, Glyph, Line, Link, Page, Sheet, Style, Tag, Word, sheet_of
from snippetkit.pdf.rendering import Rendering, rendered
from snippetkit.pdf.roles import Block
from snippetkit.pdf.setting import Edges, Setting

__all__ = [
    "Block",
    "Box",
    "Column",
    "Edges",
    "Facts",
    "Glyph",
    "Layout",
    "Line",
    "Link",
    "Page",
    "Rendering",
    "Setting",
    "Sheet",
    "Style",
    "Tag",
    "Word",
    "is_pdf",
    "made",
    "pages",
    "read",
    "sheets",
    "text",
]

Source: TypeAlias = "str | os.PathLike[str] | bytes"
"""A path, or the bytes of a PDF."""

_MAGIC = b"%PDF-"


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin like a PDF.

    >>> is_pdf(b"%PDF-1.7 ..."), is_pdf(b"## Rain")
    (True, False)
    """
    return data[:5] == _MAGIC


def sheets(source: Source) -> Iterator[Sheet]:
    """The pages of a PDF as PDFium reads them: glyphs with their places, links, pictures.

    Raises:
        ParseError: it cannot be read.
        FileError: the path cannot be read.
        MissingExtra: pypdfium2 is not installed.
    """
    data, path = _data(source)
    return map(sheet_of, _frames(data, path)[1:])


def read(source: Source, *, tags: bool = True) -> Layout:
    """The layout of a PDF, step by step: pages, columns, blocks.

    Args:
        source: A path, or the bytes of a PDF.
        tags: Whether to use the tags for paragraphs and headings that a file may have. They are
            believed only if they mostly agree with what is seen.

    Raises:
        ParseError: it cannot be read.
        FileError: the path cannot be read.
        MissingExtra: pypdfium2 is not installed.

    >>> layout = read("docs/exports/bridge.pdf")
    >>> layout.pages[0].width, layout.blocks[0].kind, layout.blocks[0].text
    (420.0, 'title', 'Harbour bridge to close for eleven weekends')
    """
    data, path = _data(source)
    frames = _frames(data, path)
    return layout_of(facts_of(frames[0]), [page_of(sheet_of(one), tags=tags) for one in frames[1:]])


def pages(source: Source) -> tuple[Page, ...]:
    """The pages of a PDF: lines with their places and fonts, in the order of the file.

    Args and errors are those of `read`.

    >>> line = pages("docs/exports/bridge.pdf")[0].lines[0]
    >>> line.text, line.style.bold, round(line.size)
    ('Harbour bridge to close for', True, 20)
    """
    return read(source).pages


def text(source: Source) -> str:
    """The text of a PDF as a snippet: title and label lines, then whole paragraphs.

    The arguments and errors are those of `read`, and:

    Raises:
        ParseError: some pages are pictures without text.

    >>> text("docs/exports/bridge.pdf")[:46]
    '## Harbour bridge to close for eleven weekends'
    """
    found = made(*_data(source))
    if found.flaws:
        raise ParseError(located(found.text, found.flaws))
    return found.text


def made(data: bytes, path: str | None = None) -> Rendering:
    """The text of a PDF, with its defects and how it was made.

    Raises:
        ParseError: it cannot be read.
        MissingExtra: pypdfium2 is not installed.
    """
    frames = _frames(data, path)
    return rendered(layout_of(facts_of(frames[0]), [page_of(sheet_of(one)) for one in frames[1:]]))


def _data(source: Source) -> tuple[bytes, str | None]:
    if isinstance(source, bytes | bytearray):
        return bytes(source), None
    from snippetkit import storage  # a door: what has bytes needs no files

    path = storage.path_of(source)
    if path is None:
        raise InvalidValue("source", f"must be a path or bytes, not {type(source).__name__}")
    return storage.read_bytes(path), path


def _frames(data: bytes, path: str | None) -> list[bytes]:
    try:
        return _apart.read(data)
    except Refused as refused:
        flaw = Flaw(0, 0, refused.code, refused.message)
        raise ParseError(located("", [flaw]), path) from None
