"""Texts as they are generated, with the plan of what stands where."""

from __future__ import annotations

import functools
from typing import NamedTuple

from hypothesis import strategies as st

from snippetkit.syntax.tree import Plain

__all__ = ["Draft", "Pen", "Planned", "chance", "one_of", "up_to"]

_NEWLINES = ("\n", "\r\n", "\r")


class Planned(NamedTuple):
    """A slot as the grammar planned it."""

    name: str
    raw: str
    """The spelling of its value, without trivia."""
    start: int
    end: int
    value: Plain
    """The value."""


class Draft(NamedTuple):
    """A text, with the grammar's own plan of what stands where: an oracle that reads nothing."""

    text: str
    plan: tuple[Planned, ...] | None = None
    """The slots, in order; None if not known."""
    flawed: tuple[tuple[int, int], ...] = ()
    """The places of planted defects."""


class Pen:
    """Writes a text piece by piece and notes what stands where."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text: str = ""
        self.plan: list[Planned] = []
        self.flawed: list[tuple[int, int]] = []
        self.newline: str = ""
        self.use(draw(one_of(("\n", "\n", "\r\n", "\r", ""))))

    def use(self, newline: str) -> None:
        """End all lines so from here on; each in any way, if *newline* is empty."""
        self.newline = newline

    def add(self, text: str) -> None:
        """Put *text* down as it is."""
        self.text += text

    def some(self, *pieces: str) -> None:
        """Put one of *pieces* down."""
        self.text += self.draw(one_of(pieces))

    def chance(self, one_in: int) -> bool:
        """Yes, once in *one_in* times."""
        return chance(self.draw, one_in)

    def slot(self, name: str, raw: str) -> None:
        """Put *raw* down as the value of a slot, which says just that."""
        self.saying(name, raw, raw)

    def saying(self, name: str, value: Plain, raw: str) -> None:
        """Put *raw* down as the value of a slot, which says *value*."""
        start = len(self.text)
        self.text += raw
        self.plan.append(Planned(name, raw, start, len(self.text), value))

    def join(self, bar: str) -> None:
        """Go on behind the last value, which *bar* parts from what is next."""
        self.text = self.text[: self.plan[-1].end] + bar

    def eol(self) -> None:
        """End the line."""
        end = self.newline or self.draw(one_of(_NEWLINES))
        # LF right after CR would end no line of its own.
        self.text += "\r" if end == "\n" and self.text[-1:] == "\r" else end

    def blanks(self, most: int = 2) -> None:
        """Blank lines, some with blanks in them."""
        for _ in range(self.draw(st.integers(0, most))):
            self.some("", "", " ", "\t ")
            self.eol()

    def draft(self) -> Draft:
        """What was written."""
        at = self.text.find("\0")
        binary = () if at < 0 else ((at, at + 1),)  # the first NUL is a defect, wherever it stands
        return Draft(self.text, tuple(self.plan), (*self.flawed, *binary))


def chance(draw: st.DrawFn, one_in: int) -> bool:
    """Yes, once in *one_in* times."""
    return draw(up_to(one_in)) == one_in


@functools.cache
def one_of(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Kept, because making a strategy takes longer than drawing from it."""
    return st.sampled_from(pieces)


@functools.cache
def up_to(most: int) -> st.SearchStrategy[int]:
    """Integers from 1 to *most*; kept as `one_of` is."""
    return st.integers(1, most)
