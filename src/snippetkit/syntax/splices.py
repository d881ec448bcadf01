"""Combine several splices, made at once or one after another."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from snippetkit.syntax.tree import Edit, spliced

__all__ = ["apart", "applied", "composed"]


def apart(edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
    """*edits* of one text in order, those at one place as given; None if two overlap.

    >>> apart([Edit(4, 6, "b"), Edit(1, 4, "a")])
    (Edit(start=1, end=4, text='a'), Edit(start=4, end=6, text='b'))
    >>> apart([Edit(4, 6, "b"), Edit(1, 5, "a")]) is None
    True
    """
    found = sorted(edits, key=lambda edit: edit[:2])
    pairs = itertools.pairwise(found)
    return tuple(found) if all(one.end <= two.start for one, two in pairs) else None


def applied(text: str, edits: Sequence[Edit]) -> str:
    """*text* with all of *edits* applied, which are in order and do not overlap.

    >>> applied("Title: old", [Edit(0, 0, "## "), Edit(7, 10, "new")])
    '## Title: new'
    """
    if len(edits) == 1:  # as mostly
        return spliced(text, edits[0])
    pieces, at = list[str](), 0
    for edit in edits:
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join([*pieces, text[at:]])


def composed(steps: Iterable[Sequence[Edit]], length: int) -> tuple[Edit, ...]:
    """Successive steps, combined into edits of the first text, in order and not overlapping.

    The edits of each step are in order and do not overlap; *length* is that of the first text.

    >>> composed([[Edit(2, 3, "cd")], [Edit(0, 1, ""), Edit(3, 3, "!")]], 4)
    (Edit(start=0, end=1, text=''), Edit(start=2, end=3, text='c!d'))
    """
    pieces = [Edit(0, length, "")]
    for edits in steps:
        pieces = list(_Pieces(pieces).spliced(edits))
    result, at, new = list[Edit](), 0, list[str]()
    for piece in [*pieces, Edit(length, length, "")]:
        if piece.start < 0:
            new.append(piece.text)
            continue
        if any(new) or piece.start > at:
            result.append(Edit(at, piece.start, "".join(new)))
        at, new = piece.end, []
    return tuple(result)


class _Pieces:
    """What a text is made of: each piece keeps [start, end) of the first text, or is new text."""

    def __init__(self, pieces: Iterable[Edit]) -> None:
        self.rest = deque(pieces)

    def spliced(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The pieces of the text that *edits* make of this one."""
        at = 0
        for edit in edits:
            yield from self.taken(edit.start - at)
            deque(self.taken(edit.end - edit.start), maxlen=0)
            yield Edit(-1, -1, edit.text)
            at = edit.end
        yield from self.rest

    def taken(self, count: int) -> Iterator[Edit]:
        """The pieces that spell the next *count* characters."""
        while count > 0:
            piece = self.rest.popleft()
            size = len(piece.text) if piece.start < 0 else piece.end - piece.start
            if size > count:
                piece, after = _split(piece, count)
                self.rest.appendleft(after)
            count -= size
            yield piece


def _split(piece: Edit, at: int) -> tuple[Edit, Edit]:
    """The first *at* characters of a piece, and the others."""
    if piece.start < 0:
        return Edit(-1, -1, piece.text[:at]), Edit(-1, -1, piece.text[at:])
    middle = piece.start + at
    return Edit(piece.start, middle, ""), Edit(middle, piece.end, "")
