"""The layout of a PDF, from its pages to its paragraphs, with every step visible."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs

from snippetkit.pdf.columns import Column, columns_of
from snippetkit.pdf.drafts import Drafts, drafts_of
from snippetkit.pdf.facts import Facts
from snippetkit.pdf.furniture import cleared
from snippetkit.pdf.lines import mirrored
from snippetkit.pdf.order import reads_from_right
from snippetkit.pdf.page import Box, Page
from snippetkit.pdf.roles import Block, blocks_of
from snippetkit.pdf.setting import Setting, setting_of
from snippetkit.pdf.words import Joiner
from snippetkit.restore.languages import Words, guessed, words_of

__all__ = ["Layout", "layout_of"]

_SCAN = 0.4
"""How much of a page pictures cover, at least, for it to be a scan if it has no text."""


@attrs.frozen(slots=False)
class Layout:
    """The layout of a PDF. Each step is computed from the one before on demand."""

    facts: Facts
    """The metadata of the file."""
    pages: tuple[Page, ...]
    """The pages with their lines; the furniture of each page is kept apart."""

    @functools.cached_property
    def is_from_right(self) -> bool:
        """Whether it is read from right to left."""
        return reads_from_right(
            character
            for page in self.pages
            for line in page.lines
            for word in line.words
            for character in word.text
        )

    @functools.cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in reading order; those of rows of cells count as one.

        If the text is read from right to left, it is mirrored so that all lines begin on the left.
        """
        pages = [mirrored(page) for page in self.pages] if self.is_from_right else self.pages
        return tuple(columns_of(pages))

    @functools.cached_property
    def setting(self) -> Setting:
        """The sizes, distances and edges of the type."""
        return setting_of(self.columns)

    @functools.cached_property
    def words(self) -> Words:
        """The small words of the language."""
        text = (line.text for column in self.columns for line in column.lines)
        return words_of(self.facts.language or guessed("\n".join(text)))

    @functools.cached_property
    def drafts(self) -> Drafts:
        """The paragraphs, as lines."""
        return drafts_of(self.columns, self.setting, self.words)

    @functools.cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs, headings, items and tables, in order."""
        if not self.columns:
            return ()
        lines = [line for column in self.columns for line in column.lines]
        joiner = Joiner(lines, self.words, hyphenates=self.drafts.hyphenates)
        return blocks_of(self.drafts.drafts, self.setting, joiner, self.facts.title)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the blocks."""
        return tuple(block.text for block in self.blocks)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The words with links, and the addresses, in order."""
        return tuple(
            (block.text[start:end], url) for block in self.blocks for start, end, url in block.links
        )

    @property
    def scans(self) -> tuple[int, ...]:
        """The numbers of the pages that are pictures without text."""
        return tuple(page.number for page in self.pages if _is_scan(page))


def layout_of(facts: Facts, pages: Sequence[Page]) -> Layout:
    """The layout of *pages*, as read."""
    return Layout(facts, tuple(cleared(pages)))


def _is_scan(page: Page) -> bool:
    if page.lines:
        return False
    covered = sum(map(_area, page.pictures))
    return covered >= _SCAN * page.width * page.height


def _area(box: Box) -> float:
    return max(0.0, box.right - box.left) * max(0.0, box.bottom - box.top)
