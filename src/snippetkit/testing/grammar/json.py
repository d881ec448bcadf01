"""The grammar of JSON objects."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from snippetkit.formats import Format
from snippetkit.syntax.headers import BODY
from snippetkit.syntax.tree import Plain
from snippetkit.testing.grammar.draft import Draft, Pen, chance
from snippetkit.testing.grammar.entries import entries

__all__ = ["add_braces", "objects"]


@st.composite
def objects(draw: st.DrawFn, format: Format[Any]) -> Draft:
    """A JSON object in any spelling: spacing, order, escapes, unknown keys, one key twice."""
    pen = Pen(draw)
    pen.some("", "", "", "\ufeff")
    pen.some("", "", " ", "\n")
    add_braces(pen, draw(entries(format, BODY not in format.words.get("body", ()))), "")
    pen.some("", "\n", "\r\n", "  ")
    return pen.draft()


def add_braces(pen: Pen, items: list[tuple[str, Plain, bool]], closing: str) -> None:
    """Put *items* down between braces, with *closing* before the last one if there is any."""
    gap = pen.draw(st.sampled_from(["", " ", "\n  ", "\r\n\t", "\n"]))
    colon = pen.draw(st.sampled_from([":", ": ", " : "]))
    compact = pen.draw(st.booleans())
    pen.add("{" + gap)
    for number, (name, value, flawed) in enumerate(items):
        begin = len(pen.text)
        pen.add((f",{gap or ' '}" if number else "") + pen.draw(_quoted(name)) + colon)
        pen.saying(name, value, pen.draw(_dumped(value, compact)))
        if flawed:
            pen.flawed.append((begin, len(pen.text)))
    pen.add((closing or gap.rstrip(" \t")) + "}")


@st.composite
def _quoted(draw: st.DrawFn, name: str) -> str:
    """A name between quotes, perhaps with an escape that need not be."""
    plain = json.dumps(name, ensure_ascii=False)
    return f'"\\u{ord(name[0]):04x}{plain[2:]}' if chance(draw, 10) else plain


@st.composite
def _dumped(draw: st.DrawFn, value: Plain, compact: bool) -> str:
    separators = (",", ":") if compact else (" , ", " : ") if chance(draw, 4) else None
    indent = draw(st.sampled_from([None, None, 2])) if separators is None else None
    spelled = json.dumps(
        value, ensure_ascii=draw(st.booleans()), separators=separators, indent=indent
    )
    return spelled.replace("\n", draw(st.sampled_from(["\n  ", "\n"])))
