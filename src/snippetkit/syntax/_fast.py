"""The libraries of the extra ``fast``, which only save time.

If one is missing, the work is done without it, with the same result to the last byte. `only`
switches the others off, to measure or test a single one.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

__all__ = ["ORJSON", "Library", "only"]

_PATIENCE = 1_000


class Library:
    """An optional library, imported when it has been asked for often.

    Its import takes as long as it saves with a few thousand articles, so that a program that reads
    one is better off without. Where it is imported already it is used at once.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._asked = 0
        self._found: ModuleType | None = None

    def __call__(self) -> ModuleType | None:
        """The library; None if it is not there, or not worth its import yet."""
        if self._asked < _PATIENCE:
            self._asked += 1
            if self.name in sys.modules or self._asked == _PATIENCE:
                self.use()
        return self._found

    def use(self) -> None:
        """Import it now, if it is there."""
        self._asked = _PATIENCE
        try:
            self._found = importlib.import_module(self.name)
        except ImportError:
            self._found = None

    def leave(self) -> None:
        """Do without it."""
        self._asked, self._found = _PATIENCE, None


ORJSON = Library("orjson")
"""Writes texts as JSON."""


@contextlib.contextmanager
def only(*names: str) -> Iterator[None]:
    """Of the libraries only those of these *names* are used as long as this lasts, and at once.

    For measuring and for tests, in one thread.

    >>> with only():
    ...     ORJSON() is None
    True
    """
    libraries = (ORJSON,)
    before = [vars(library).copy() for library in libraries]
    for library in libraries:
        (library.use if library.name in names else library.leave)()
    try:
        yield
    finally:
        for library, state in zip(libraries, before, strict=True):
            vars(library).update(state)
