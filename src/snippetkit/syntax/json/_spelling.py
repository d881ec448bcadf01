"""How values are spelled, in a manner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from snippetkit.syntax._common import decimal, digits, quoted
from snippetkit.syntax.tree import MAX_DEPTH, Plain

__all__ = [
    "CANONICAL",
    "ON_ONE_LINE",
    "Manner",
    "create",
    "frame",
    "spelled",
    "spelled_at",
    "spelled_entry",
]

_CLOSER = {"{": "}", "[": "]"}


class Manner(NamedTuple):
    """The layout of a JSON text."""

    ascii: bool
    """Whether non-ASCII characters are escaped."""
    comma: str
    """The text between entries on one line."""
    colon: str
    """The text between a name and its value."""
    unit: str
    """The indentation of each level; empty: lists and objects are on one line."""
    newline: str


CANONICAL = Manner(False, ", ", ": ", "  ", "\n")
"""One entry per line, indented by two, non-ASCII characters unescaped."""
ON_ONE_LINE = CANONICAL._replace(unit="")
"""The same without line ends."""


def spelled(value: Plain, manner: Manner, depth: int = 0) -> str:
    """*value* as JSON in a canonical *manner*, for a place *depth* levels inside a text.

    Raises:
        ValueError: JSON cannot spell it.

    >>> spelled([1, {"a": None}], ON_ONE_LINE)
    '[1, {"a": null}]'
    """
    return spelled_at(value, manner, manner.unit * depth, depth)


def spelled_at(value: Plain, manner: Manner, margin: str, depth: int) -> str:
    """*value* as JSON; its lines after the first are indented by *margin* and more."""
    if isinstance(value, str):
        return quoted(value, ascii_only=manner.ascii)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return digits(value)
    if isinstance(value, float):
        return decimal(value)
    return _container(value, manner, margin, depth)


def _container(value: Plain, manner: Manner, margin: str, depth: int) -> str:
    if depth == MAX_DEPTH:
        raise ValueError(f"nested more than {MAX_DEPTH} deep")
    inner = margin + manner.unit
    if isinstance(value, (dict, Mapping)):
        entries = (spelled_entry(*item, manner, inner, depth + 1) for item in value.items())
        return _enclosed("{", entries, manner, margin)
    if isinstance(value, (list, tuple)):
        spelled = (spelled_at(item, manner, inner, depth + 1) for item in value)
        return _enclosed("[", spelled, manner, margin)
    raise ValueError(f"JSON cannot spell a {type(value).__name__}")


def spelled_entry(name: str, value: Plain, manner: Manner, margin: str, depth: int) -> str:
    """A name, the colon and its value."""
    quoted_name = quoted(name, ascii_only=manner.ascii)
    return f"{quoted_name}{manner.colon}{spelled_at(value, manner, margin, depth)}"


def _enclosed(opener: str, entries: Iterable[str], manner: Manner, margin: str) -> str:
    lead, comma, tail = frame(opener, manner, margin)
    inside = comma.join(entries)
    return lead + inside + tail if inside else opener + _CLOSER[opener]


def frame(opener: str, manner: Manner, margin: str) -> tuple[str, str, str]:
    """The texts before, between and after the entries of a non-empty object or list."""
    line = manner.newline + margin if manner.unit else ""
    comma = "," + line + manner.unit if manner.unit else manner.comma
    return opener + line + manner.unit, comma, line + _CLOSER[opener]


def create(items: Iterable[tuple[str, Plain]], newline: str, manner: Manner = CANONICAL) -> str:
    r"""A JSON object with *items* and a final line end. Inverse of `scan`.

    With the manner `ON_ONE_LINE`, no reader of lines can split it.

    Raises:
        ValueError: JSON cannot spell a value or name, or a name is repeated.

    >>> create([("title", "Café"), ("tags", ["a"])], "\n")
    '{\n  "title": "Café",\n  "tags": [\n    "a"\n  ]\n}\n'
    """
    return _container(_dict_of(items), manner._replace(newline=newline), "", 0) + newline


def _dict_of(items: Iterable[tuple[str, Plain]]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name, value in items:
        if name in found:
            raise ValueError(f"the name {name!r} stands twice")
        found[name] = value
    return found
