"""Bodies: everything may stand in one, but it is known where it begins."""

from __future__ import annotations

import functools

from hypothesis import strategies as st

from snippetkit.syntax.headers import BODY
from snippetkit.testing.grammar.draft import Pen, one_of
from snippetkit.testing.strategies import texts

__all__ = ["END", "FIRST_LINES", "add_body", "rests"]

FIRST_LINES = (
    "It rained.",
    "لاہور میں بارش ہوئی۔",
    "The Republic of Uzbekistan, a founding member of the",
)
END = "\nIt is over."
"""What a body ends with that could else end with label lines, where there are none in front."""


def add_body(draw: st.DrawFn, pen: Pen, end: str = "") -> None:
    """A body that begins with a sentence, so that it is known where it begins."""
    pen.slot(BODY, draw(one_of(FIRST_LINES)) + draw(one_of(("", "\n"))) + draw(rests()) + end)


@functools.cache
def rests() -> st.SearchStrategy[str]:
    """The rest of a body, where everything may stand."""
    traps = texts(
        ("\n---\n", "\nCategory: x\n", "\n## x\n", "\n\n", "\ntitle: x\n", "\n}\n", "\n+++\n")
    )
    return st.one_of(st.just(""), st.just("\nMore.\n"), traps)
