"""Readers for kinds of text that occur often, the latest first."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

__all__ = ["Often"]

R = TypeVar("R")
_OFTEN = 4
_MOST = 32
_COUNTED = 4096


class Often(Generic[R]):
    """Readers of texts, each of one kind; a text is given to one after another.

    The list is never changed, but another takes its place: threads may share a format.
    """

    def __init__(self) -> None:
        self.readers: list[R] = []
        self._met: dict[Hashable, int] = {}

    def has_read(self, reader: R) -> None:
        """Put *reader*, which has just read a text, in front: the next text will be its, too."""
        if reader is not self.readers[0]:
            self.readers = [reader, *(one for one in self.readers if one is not reader)]

    def is_often(self, kind: Hashable) -> bool:
        """Whether a text of this *kind*, which no reader takes, has now been met often.

        It is counted anew then: a reader is to be added, or there can be none.
        """
        count = self._met.get(kind, 0) + 1
        # A function of a reader takes as long to make as two texts to read with care, and to try many
        # readers takes long, too.
        if count >= max(_OFTEN, len(self.readers)):
            self._met.pop(kind, None)
            return True
        if len(self._met) >= _COUNTED:  # no stream of documents may fill the memory
            self._met.clear()
        self._met[kind] = count
        return False

    def add(self, reader: R) -> None:
        """Add a reader; of too many, the one that has not read for longest goes."""
        self.readers = [reader, *self.readers[: _MOST - 1]]
