"""Generate bodies: they may contain anything, but it is known where they begin."""

from __future__ import annotations

import functools
import re

from hypothesis import strategies as st

from snippetkit.syntax.headers import BODY
from snippetkit.testing.grammar.draft import Pen, one_of
from snippetkit.testing.strategies import texts

__all__ = ["END", "FIRST_LINES", "add_body", "rests"]

SENTENCES = ("It rained.", "لاہور میں بارش ہوئی۔")
FIRST_LINES = (*SENTENCES, "The Republic of Uzbekistan, a founding member of the")
END = "\nIt is over."
"""What a body ends with that could else end with label lines, where there are none in front."""
_LIKE_A_SUBTITLE = re.compile(r"[^\r\n]*+(?<![.۔])[\r\n]+(?:Category|title):")
"""A line that is no sentence, right above a label: below a title it is one."""


def add_body(pen: Pen, end: str = "", *, untitled: bool = False) -> None:
    """A body that begins with a sentence, so that it is known where it begins.

    In an *untitled* text the sentence ends its line, because more text there might be a title.
    """
    first = pen.draw(one_of(SENTENCES if untitled else FIRST_LINES))
    gap = "\n" if untitled else pen.draw(one_of(("", "\n")))
    said = first + gap + pen.draw(rests()) + end
    pen.slot(BODY, f"{SENTENCES[0]}\n{said}" if _LIKE_A_SUBTITLE.match(said) else said)


@functools.cache
def rests() -> st.SearchStrategy[str]:
    """The rest of a body, where everything may stand."""
    traps = texts(
        (
            "\n---\n",
            "\nCategory: x\n",
            "\n## x\n",
            "\n\n",
            "\ntitle: x\n",
            "\n}\n",
            "\n+++\n",
            "e\u0301",
        )
    )
    return st.one_of(st.just(""), st.just("\nMore.\n"), traps)
