"""The grammar of front matter, between fences of every kind."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, cast

from hypothesis import strategies as st

from snippetkit.formats.markdown import Markdown
from snippetkit.syntax.tree import Plain, Stamp
from snippetkit.testing.grammar.body import add_body
from snippetkit.testing.grammar.draft import Draft, Pen, Planned, one_of
from snippetkit.testing.grammar.entries import entries
from snippetkit.testing.grammar.json import add_braces

__all__ = ["front_matter"]

_BARE = re.compile("[A-Z][a-z]+( [a-z]+)*")
_WORDLIKE = ("Yes", "No", "On", "Off", "True", "False", "Null", "Y", "N")


@st.composite
def front_matter(draw: st.DrawFn, format: Markdown[Any]) -> Draft:
    """Front matter between fences of any kind, then a body."""
    pen = Pen(draw)
    pen.some("", "", "", "\ufeff")
    kind = draw(one_of(("yaml", "yaml", "toml", "json")))
    items = draw(entries(format, False))
    if kind == "json":
        add_braces(pen, items, draw(st.sampled_from(["\n", "\r\n"])))
    else:
        {"yaml": _yaml, "toml": _toml}[kind](pen, items)
    pen.some("", " ")
    pen.eol()
    if not pen.chance(6):
        pen.blanks(1)
        add_body(pen)
    return pen.draft()


def _yaml(pen: Pen, items: list[tuple[str, Plain, bool]]) -> None:
    pen.some("---", "---", "-----", "--- ")
    pen.eol()
    for name, value, flawed in items:
        if pen.chance(4):
            pen.some("# about the next", "", "  # in", " ")
            pen.eol()
        begin = len(pen.text)
        pen.add(name + pen.draw(st.sampled_from([":", ":", " :"])))
        _yaml_value(pen, name, value)
        if flawed:
            pen.flawed.append((begin, len(pen.text)))
        if not pen.plan[-1].raw.startswith("- "):  # a block list has its last comment in it
            pen.some("", "", "", " # why", "  ")
        pen.eol()
    pen.some("---", "---", "...", "------")


def _yaml_value(pen: Pen, name: str, value: Plain) -> None:
    """A value in any style that says it; that of a block list is on lines of its own."""
    if (
        isinstance(value, list)
        and value
        and all(isinstance(one, str) for one in value)
        and pen.draw(st.booleans())
    ):
        pen.some("", " # all")
        dash = pen.draw(st.sampled_from(["- ", "  - ", "    -   "]))
        start = -1
        for one in value:
            pen.eol()
            start = len(pen.text) + len(dash) - len(dash.lstrip(" ")) if start < 0 else start
            pen.add(dash + pen.draw(_yaml_scalar(cast(str, one))))
        pen.some("", "", "", " # why")
        pen.plan.append(Planned(name, pen.text[start:], start, len(pen.text), value))
        return
    pen.some(" ", " ", "  ")
    if isinstance(value, str):
        pen.saying(name, value, pen.draw(_yaml_scalar(value)))
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        flow = ", ".join(pen.draw(_yaml_scalar(cast(str, one), flow=True)) for one in value)
        pen.saying(name, value, f"[{flow}]")
    else:
        pen.saying(name, value, json.dumps(value, ensure_ascii=False))


def _yaml_scalar(value: str, *, flow: bool = False) -> st.SearchStrategy[str]:
    """A text bare where it may be, and in both quotes; a date bare, but for brackets in a *flow*."""
    if isinstance(value, Stamp) and not (flow and "[" in value):
        return st.sampled_from([str(value), f'"{value}"', f"'{value}'"])
    spelled = [json.dumps(value, ensure_ascii=False)]
    if "\n" not in value and "\r" not in value:
        spelled.append("'{}'".format(value.replace("'", "''")))
    if _BARE.fullmatch(value) and value not in _WORDLIKE:
        spelled.append(value)
    return st.sampled_from(spelled)


def _toml(pen: Pen, items: list[tuple[str, Plain, bool]]) -> None:
    if pen.newline not in ("\n", "\r\n"):
        pen.use("\n")  # a lone CR ends no line in TOML
    pen.some("+++", "+++ ")
    pen.eol()
    seen: set[str] = set()
    for name, value, flawed in items:
        if name in seen:
            continue  # of a text with a key twice, nothing can be read
        seen.add(name)
        if pen.chance(4):
            pen.some("# about the next", "", "  # in", " ")
            pen.eol()
        begin = len(pen.text)
        bare = re.fullmatch("[A-Za-z0-9_-]+", name)
        pen.add(
            (name if bare else json.dumps(name, ensure_ascii=False))
            + pen.draw(st.sampled_from([" = ", "=", "  = "]))
        )
        pen.saying(name, _toml_says(value), pen.draw(_toml_value(value)))
        if flawed:
            pen.flawed.append((begin, len(pen.text)))
        pen.some("", "", "", " # why", "  ")
        pen.eol()
    pen.add("+++")


def _toml_value(value: Plain) -> st.SearchStrategy[str]:
    if isinstance(value, Stamp) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return st.sampled_from([str(value), f'"{value}"'])
    spelled = [_toml_inline(value)]
    if isinstance(value, str) and not set("'\n\r") & set(value):
        spelled.append(f"'{value}'")
    return st.sampled_from(spelled)


def _toml_says(value: Plain) -> Plain:
    """What TOML can say of *value*: it has no null, which is an empty text here."""
    if isinstance(value, Mapping):
        return {key: _toml_says(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_toml_says(one) for one in value]
    return "" if value is None else value


def _toml_inline(value: Plain) -> str:
    """A value on one line. What it says is what `_toml_says` gives."""
    if isinstance(value, Mapping):
        parts = [
            f"{json.dumps(key, ensure_ascii=False)} = {_toml_inline(one)}"
            for key, one in value.items()
        ]
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml_inline(one) for one in value) + "]"
    return json.dumps("" if value is None else value, ensure_ascii=False)
