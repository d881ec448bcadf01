"""A text with the repairs that were found for it."""

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
    """Where it begins in the original text."""
    end: int
    """Where it ends; equal to `start` if it only inserts."""
    text: str
    """The replacement."""
    kind: str
    """The kind of repair:

    - ``join``: two lines become one;
    - ``hyphen``: a word divided at the end of a line becomes whole;
    - ``furniture``: a running header or footer or a page number is removed, and a paragraph that
      continues after it is joined;
    - ``split``: a blank line is inserted between two paragraphs that only a line end separated;
    - ``columns``: two columns that stood side by side are placed one below the other, including
      all repairs in them;
    - ``mojibake``: letters that were decoded with the wrong encoding are decoded with the right one.
    """
    reason: str
    """The evidence, for people."""
    confidence: float
    """The share of such repairs that are right, from 0 to 1: see `paragraphs`."""


@attrs.frozen(slots=False)
class Restoration:
    r"""A text with repairs. It never changes; its methods return new restorations.

    Two are equal if their originals and repairs are.

    >>> found = Restoration("Rain\nfell.\n", (Repair(4, 5, " ", "join", "it goes on", 0.9),))
    >>> found.text, found.undo(found.edits[0]).text
    ('Rain fell.\n', 'Rain\nfell.\n')
    """

    original: str = attrs.field(repr=False)
    """The text as it was, character for character."""
    edits: tuple[Repair, ...] = ()
    """The repairs, in order and not overlapping."""

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
        r"""The repaired text.

        >>> Restoration("Rain\nfell.", (Repair(4, 5, " ", "join", "it goes on", 0.9),)).text
        'Rain fell.'
        """
        return spliced(self.original, [(edit.start, edit.end, edit.text) for edit in self.edits])

    @functools.cached_property
    def paragraphs(self) -> tuple[str, ...]:
        r"""The paragraphs as a reader would see them, each on one line with single spaces.

        Headings, list items, rows of a table and lines of verse count as paragraphs of their own.

        >>> Restoration("Rain  fell.\n\n  It stopped.\n").paragraphs
        ('Rain fell.', 'It stopped.')
        """
        return tuple(settled(line.text) for line in lines_of(self.text))

    def undo(self, edit: Repair) -> Restoration:
        r"""The restoration without *edit*. Inverse of `redo`.

        Raises:
            InvalidValue: *edit* is not one of its repairs.

        >>> found = Restoration("Rain\nfell.", (Repair(4, 5, " ", "join", "it goes on", 0.9),))
        >>> found.undo(found.edits[0]).text
        'Rain\nfell.'
        """
        if edit not in self.edits:
            raise InvalidValue("edit", f"this is no repair of this text: {edit!r}")
        return Restoration(self.original, tuple(each for each in self.edits if each != edit))

    def redo(self, edit: Repair) -> Restoration:
        r"""The restoration with *edit*. Inverse of `undo`.

        Raises:
            InvalidValue: *edit* overlaps another repair.

        >>> Restoration("Rain\nfell.").redo(Repair(4, 5, " ", "join", "it goes on", 0.9)).text
        'Rain fell.'
        """
        edits = {*self.edits, edit}
        return Restoration(self.original, tuple(sorted(edits, key=_place)))

    def only(self, *, confidence: float = 0.0, kinds: Iterable[str] | None = None) -> Restoration:
        r"""The restoration with only the repairs of at least that *confidence* and of these *kinds*.

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
