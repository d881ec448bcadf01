"""How values and keys are spelled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping

from snippetkit.syntax._common import decimal, digits, quoted
from snippetkit.syntax.tree import MAX_DEPTH, Plain, Stamp

__all__ = [
    "BARE_KEY",
    "DATE",
    "LONGEST",
    "check_newline",
    "create",
    "is_date",
    "key_of",
    "pair",
    "spelled",
]

# So that a number in hexadecimal digits, too, can be written in decimal ones.
LONGEST = 3_200
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9:.]+(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
    r"|[0-9]{2}:[0-9:.]+"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def spelled(value: Plain, depth: int) -> str:
    """*value* as TOML, on one line."""
    if isinstance(value, str):
        return str(value) if isinstance(value, Stamp) and is_date(value) else _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return digits(value, LONGEST)
    if isinstance(value, float):
        return decimal(value)
    if depth == MAX_DEPTH:
        raise ValueError(f"nested more than {MAX_DEPTH} deep")
    if isinstance(value, Mapping):
        entries = (pair(name, each, " = ", depth + 1) for name, each in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(spelled(item, depth + 1) for item in value) + "]"
    raise ValueError("TOML has no null" if value is None else f"TOML has no {type(value).__name__}")


def pair(name: str, value: Plain, equals: str, depth: int) -> str:
    """A key and its value, with *equals* between."""
    return key_of(name) + equals + spelled(value, depth)


def key_of(name: object) -> str:
    """*name* as a key: bare, or in quotes where it must be."""
    return name if isinstance(name, str) and BARE_KEY.fullmatch(name) else _quoted(name)


def _quoted(value: object) -> str:
    if isinstance(value, str) and not value.isascii() and _SURROGATE.search(value):
        raise ValueError("TOML has no way to write half of a surrogate pair")
    return quoted(value)


def is_date(value: str) -> bool:
    """Whether TOML takes *value*, without quotes, as a date or time."""
    if not DATE.fullmatch(value):
        return False
    try:
        tomllib.loads(f"date = {value}")
    except ValueError:
        return False
    return True


def create(items: Iterable[tuple[str, Plain]], newline: str) -> str:
    r"""A TOML document with *items*, one line each, and mappings as inline tables.

    Inverse of `scan`.

    Raises:
        ValueError: TOML cannot spell a value (None, an infinity, half a surrogate pair), a name is
            repeated, or *newline* is a bare CR, which does not end a line in TOML.

    >>> create([("title", "A"), ("tags", ["a", "b"]), ("date", Stamp("2025-09-12"))], "\n")
    'title = "A"\ntags = ["a", "b"]\ndate = 2025-09-12\n'
    """
    check_newline(newline)
    lines: dict[str, str] = {}
    for name, value in items:
        if name in lines:
            raise ValueError(f"the name {name!r} stands twice")
        lines[name] = pair(name, value, " = ", 1) + newline
    return "".join(lines.values())


def check_newline(newline: str) -> None:
    """Raise `ValueError` for a line end that is none in TOML."""
    if newline == "\r":
        raise ValueError("lines of TOML do not end in a bare carriage return")
