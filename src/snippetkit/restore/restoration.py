"""A text, and the repairs that were found for it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from snippetkit.errors import InvalidValue
from snippetkit.restore.lines import lines_of, settled

__all__ = ["Repair", "Restoration", "spliced"]


@attrs.frozen
class Repair:
    """One splice of the original text, with its reason.

    >>> Repair(3, 4, " ", "join", "the line is full, and the next goes on in lower case", 0.99)
    Repair(start=3, end=4, text=' ', kind='join', reason='the line is full, and the next goes on in lower case', confidence=0.99)
    """

    start: int
    """Where it begins in the original."""
    end: int
    """Where it ends; `start` where something is only put in."""
    text: str
    """What stands there instead."""
    kind: str
    """What is done:

    - ``join``: two lines become one;
    - ``hyphen``: a word that was parted at the end of a line becomes whole;
    - ``furniture``: a running header or footer or a page number goes, and if a paragraph runs on
      over it, that is joined with it;
    - ``split``: a blank line is put between two paragraphs that only a line end parted;
    - ``columns``: two columns that stood side by side are put one below the other, with all that
      was repaired in them;
    - ``mojibake``: letters that were decoded in the wrong encoding are decoded in the right one.
    """
    reason: str
    """The evidence, for people."""
    confidence: float
    """Which part of such repairs is right, from 0 to 1: see `paragraphs`."""


@attrs.frozen(slots=False)
class Restoration:
    r"""A text with repairs. Frozen: without one of them it is another one.

    Equal if original and repairs are. All else is computed from the two.

    >>> found = Restoration("Rain\nfell.\n", (Repair(4, 5, " ", "join", "it goes on", 0.9),))
    >>> found.text, found.undo(found.edits[0]).text
    ('Rain fell.\n', 'Rain\nfell.\n')
    """

    original: str = attrs.field(repr=False)
    """The text as it was, to the last character."""
    edits: tuple[Repair, ...] = ()
    """The repairs: sorted, disjoint."""

    def __attrs_post_init__(self) -> None:
        """Hold what is said of the repairs.

        Raises:
            InvalidValue: they are not sorted and disjoint, or not inside the text.
        """
        at = 0
        for edit in self.edits:
            if not at <= edit.start <= edit.end:
                raise InvalidValue("edits", f"repairs must be sorted and disjoint: {edit!r}")
            at = edit.end
        if at > len(self.original):
            raise InvalidValue("edits", f"a repair behind the end of the text: {self.edits[-1]!r}")

    @functools.cached_property
    def text(self) -> str:
        r"""The original with the repairs made.

        >>> Restoration("Rain\nfell.", (Repair(4, 5, " ", "join", "it goes on", 0.9),)).text
        'Rain fell.'
        """
        return spliced(self.original, [(edit.start, edit.end, edit.text) for edit in self.edits])

    @functools.cached_property
    def paragraphs(self) -> tuple[str, ...]:
        r"""What a reader would call paragraphs, one line each, with single spaces.

        Headings, list items, the rows of a table and the lines of a verse are each one of their own.

        >>> Restoration("Rain  fell.\n\n  It stopped.\n").paragraphs
        ('Rain fell.', 'It stopped.')
        """
        return tuple(settled(line.text) for line in lines_of(self.text))

    def undo(self, edit: Repair) -> Restoration:
        r"""The same without *edit*. Inverse of `redo`.

        Raises:
            InvalidValue: that is none of its repairs.

        >>> found = Restoration("Rain\nfell.", (Repair(4, 5, " ", "join", "it goes on", 0.9),))
        >>> found.undo(found.edits[0]).text
        'Rain\nfell.'
        """
        if edit not in self.edits:
            raise InvalidValue("edit", f"this is no repair of this text: {edit!r}")
        return Restoration(self.original, tuple(each for each in self.edits if each != edit))

    def redo(self, edit: Repair) -> Restoration:
        r"""The same with *edit*. Inverse of `undo`.

        Raises:
            InvalidValue: it overlaps another.

        >>> Restoration("Rain\nfell.").redo(Repair(4, 5, " ", "join", "it goes on", 0.9)).text
        'Rain fell.'
        """
        edits = {*self.edits, edit}
        return Restoration(self.original, tuple(sorted(edits, key=_place)))

    def only(self, *, confidence: float = 0.0, kinds: Iterable[str] | None = None) -> Restoration:
        r"""The same with only the repairs of at least that *confidence*, and of these *kinds*.

        >>> found = Restoration("Rain\nfell.", (Repair(4, 5, " ", "join", "it goes on", 0.9),))
        >>> found.only(confidence=0.95).edits, found.only(kinds={"join"}) == found
        ((), True)
        """
        wanted = None if kinds is None else set(kinds)
        kept = (each for each in self.edits if each.confidence >= confidence)
        return Restoration(
            self.original, tuple(each for each in kept if wanted is None or each.kind in wanted)
        )


def spliced(text: str, splices: Iterable[Sequence[Any]]) -> str:
    r"""*text* with *splices*, sorted and disjoint, of which each begins with start, end and text.

    >>> spliced("Rain\nfell.", [(4, 5, " ")])
    'Rain fell.'
    """
    pieces, at = list[str](), 0
    for start, end, new, *_ in splices:
        pieces += (text[at:start], new)
        at = end
    return "".join([*pieces, text[at:]])


def _place(edit: Repair) -> tuple[int, int]:
    return edit.start, edit.end
