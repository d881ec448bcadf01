"""Turn lines into paragraphs and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from snippetkit.formats import format_named
from snippetkit.pdf.columns import Column
from snippetkit.pdf.junctions import Junction, Verdict, judged
from snippetkit.pdf.page import Line
from snippetkit.pdf.room import right_edges
from snippetkit.pdf.setting import Setting
from snippetkit.restore.languages import Words

__all__ = ["Draft", "Drafts", "Piece", "drafts_of"]

_AGREED = 0.8
"""How many of the tags agree with what is seen, at least, for the file's tags to be believed."""
_LONG = 7
"""How many letters a word has, at least, that could have been parted."""
_PART = 0.55
"""How much of such a word had room on the line before."""
_TITLES = 8
"""How many blocks from the top a title may stand."""
_HEADER = 40
"""How many lines from the top label lines are looked for."""


class Piece(NamedTuple):
    """Lines that belong on one line."""

    lines: list[Line]
    column: int
    """The number of the column that contains the last of them."""
    right: float
    """Where the last of them would end if it were full."""


@attrs.frozen
class Draft:
    """A paragraph, or the like, before its role is known."""

    pieces: list[Piece]
    """A single piece; in a verse, an address or a table, one for each line."""
    page: int
    """The number of the page on which it begins."""
    reason: str
    """Why it begins where it does, in a clause."""
    is_narrow: bool = False
    """Whether its lines end before the right edge, as those of a quotation do."""

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.pieces[0].lines[0].size


@attrs.define
class Drafts:
    """The paragraphs of a document, and facts learned while joining their lines."""

    drafts: list[Draft] = attrs.field(factory=list)
    parted: int = 0
    """How many lines end within a word."""
    unparted: int = 0
    """How many lines end before a word that could have been divided, if words were divided here."""
    agreed: int = 0
    """How often the file's tags agree with what is seen."""
    disagreed: int = 0

    @property
    def hyphenates(self) -> bool:
        """Whether words are hyphenated in this document."""
        return self.parted > self.unparted

    @property
    def trusts_tags(self) -> bool:
        """Whether the file's tags mostly agree with what is seen."""
        return 0 < _AGREED * (self.agreed + self.disagreed) <= self.agreed


def drafts_of(columns: Sequence[Column], setting: Setting, words: Words) -> Drafts:
    """The paragraphs and the like, by the file's tags if these can be believed."""
    drafting = _Drafting(setting, words, believes_tags=False)
    drafting.take(columns)
    if drafting.found.trusts_tags:
        drafting = _Drafting(setting, words, believes_tags=True)
        drafting.take(columns)
    return attrs.evolve(drafting.found, drafts=list(_verses(drafting.found.drafts)))


@attrs.frozen
class _Place:
    """A line and what stands around it."""

    line: Line
    column: int
    right: float
    """Where it would end if it were full."""


class _Drafting:
    def __init__(self, setting: Setting, words: Words, *, believes_tags: bool) -> None:
        self.setting, self.words, self.believes_tags = setting, words, believes_tags
        self.found = Drafts()
        self.lines = 0
        self.labels = format_named("snippet")

    def take(self, columns: Sequence[Column]) -> None:
        """Put the lines of *columns* together, one after another."""
        draft: Draft | None = None
        for number, column in enumerate(columns):
            for place in self._places(column, number):
                self.lines += 1
                verdict = self._verdict(draft, place)
                if draft is None or verdict.how == "break":
                    draft = self._begun(place, column.page, verdict.reason)
                _add(draft, verdict, Piece([place.line], number, place.right))

    def _places(self, column: Column, number: int) -> Iterator[_Place]:
        edges, setting = self.setting.edges[number], self.setting
        rights = right_edges(
            column.lines, edges.left, edges.right, setting.blank, justified=edges.justified
        )
        for line, right in zip(column.lines, rights, strict=True):
            yield _Place(line, number, right)

    def _begun(self, place: _Place, page: int, reason: str) -> Draft:
        narrow = place.right < self.setting.edges[place.column].right
        draft = Draft([], page, reason, narrow)
        self.found.drafts.append(draft)
        return draft

    def _verdict(self, draft: Draft | None, place: _Place) -> Verdict:
        if draft is None:
            return Verdict("break", "it is the first")
        at = self._junction(draft, place)
        verdict = judged(at)
        self._count(at, verdict)
        return verdict

    def _junction(self, draft: Draft, place: _Place) -> Junction:
        piece, edges = draft.pieces[-1], self.setting.edges
        return Junction(
            setting=self.setting,
            words=self.words,
            before=piece.lines,
            before_edges=edges[piece.column],
            right=piece.right,
            after=place.line,
            after_edges=edges[place.column],
            in_column=piece.column == place.column,
            below_title=self._is_below_title(draft),
            in_verse=len(draft.pieces) > 1 and len(piece.lines) == 1,
            labelled=self.lines < _HEADER and self._begins_with_label(place.line),
            believes_tags=self.believes_tags,
        )

    def _begins_with_label(self, line: Line) -> bool:
        return self.labels.detects(line.text.partition(" | ")[0])

    def _is_below_title(self, draft: Draft) -> bool:
        drafts = self.found.drafts
        if not 1 < len(drafts) < _TITLES:
            return False
        return self.setting.is_large(drafts[-2].size) and len(draft.pieces) == 1

    def _count(self, at: Junction, verdict: Verdict) -> None:
        found = self.found
        if at.last.tag is not None and at.after.tag is not None:
            same = at.last.tag.path == at.after.tag.path
            found.agreed += same == (verdict.how != "break")
            found.disagreed += same != (verdict.how != "break")
        if verdict.how == "join":
            found.parted += at.is_parted
            found.unparted += not at.is_parted and _could_be_parted(at)


def _could_be_parted(at: Junction) -> bool:
    """Whether the first word below is long, and there was room above for a good part of it."""
    word, blank = at.after.words[0], at.setting.blank * at.size
    if len(word.text) < _LONG or not word.text.isalpha():
        return False
    gaps = (after.left - before.right for before, after in pairwise(at.last.words))
    spare = at.room + sum(gap - blank for gap in gaps)
    return spare > _PART * (word.right - word.left) + 2 * blank


def _add(draft: Draft, verdict: Verdict, piece: Piece) -> None:
    if verdict.how == "join":
        lines = draft.pieces.pop().lines
        lines.extend(piece.lines)
        piece = piece._replace(lines=lines)
    draft.pieces.append(piece)


def _verses(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Lines ended on purpose are paragraphs, unless all are short: then they are a verse."""
    for draft in drafts:
        if all(len(piece.lines) == 1 for piece in draft.pieces):
            yield draft
            continue
        for piece in draft.pieces:
            yield attrs.evolve(draft, pieces=[piece])
