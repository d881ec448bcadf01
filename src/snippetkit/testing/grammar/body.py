"""Generate bodies: they may contain anything, but it is known where they begin."""

from __future__ import annotations

import functools
import re

from hypothesis import strategies as st

from snippetkit.syntax.headers import BODY
from snippetkit.testing.grammar.draft import Pen, one_of
from snippetkit.testing.strategies import texts

__all__ = ["END", "FIRST_LINES", "add_body", "as_text", "rests"]

SENTENCES = ("It rained.", "لاہور میں بارش ہوئی۔")
FIRST_LINES = (*SENTENCES, "The Republic of Uzbekistan, a founding member of the")
END = "\nIt is over."
"""What a body ends with that could else end with label lines, where there are none in front."""
_LABEL = re.compile(r"\W*(?:Category:|title:|2024-)")
"""What makes a header of the lines above it, if none of them is text for sure."""


def add_body(pen: Pen, end: str = "", *, untitled: bool = False) -> None:
    """A body that begins with a sentence, so that it is known where it begins.

    In an *untitled* text the sentence ends its line, because more text there might be a title.
    """
    first = pen.draw(one_of(SENTENCES if untitled else FIRST_LINES))
    gap = "\n" if untitled else pen.draw(one_of(("", "\n")))
    pen.slot(BODY, as_text(first + gap + pen.draw(rests()) + end, untitled=untitled))


def as_text(body: str, *, untitled: bool = False) -> str:
    """*body*, behind two sentences if its first lines could else be a header's, with a label below them."""
    lines = [line for line in re.split(r"[\r\n]+", body) if line.strip(" \t")]
    label = next((n for n, line in enumerate(lines) if _LABEL.match(line)), 0)
    is_date = lines[label].lstrip(" \t")[:1].isdigit()  # which needs no label to be one of them
    above = lines[untitled : label + is_date]  # the first may be the title
    is_text = any(line.endswith((".", "۔")) for line in above)
    return f"{SENTENCES[0]}\n{SENTENCES[0]}\n{body}" if above and not is_text else body


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
