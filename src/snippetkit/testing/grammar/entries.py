"""Entries of a mapping: names and values in any order, as JSON and front matter have them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
from hypothesis import strategies as st

from snippetkit.convert import default_of
from snippetkit.formats import Codec, Format
from snippetkit.model import Moment, same
from snippetkit.model.value import field_types
from snippetkit.syntax.tree import Plain
from snippetkit.testing.grammar.draft import chance
from snippetkit.testing.moments import spelled_dates
from snippetkit.testing.strategies import plain_values

__all__ = ["encoded", "entries"]

_UNKNOWN: dict[str, Plain] = {
    "weight": 10,
    "rating": 4.0,
    "layout": "post",
    "x": {"y": [1, 2.5, None, {"z": "a"}]},
    "draft": False,
    "نگران": "A",
}
"""Names that few fields have, and what they say."""


@st.composite
def entries(draw: st.DrawFn, format: Format[Any], bodied: bool) -> list[tuple[str, Plain, bool]]:
    """Entries: each field once, under any of its names; unknown ones; perhaps one twice."""
    must = [
        name
        for name, member in format.members.items()
        if default_of(member.attribute) is attrs.NOTHING
    ]
    skipped = {*must, "extra"} | (set() if bodied else {"body"})
    names = [name for name in format.members if name not in skipped]
    chosen = draw(st.lists(st.sampled_from(names), max_size=5, unique=True)) + must
    found = [draw(_item(format, name)) for name in chosen]
    taken = {name for member in format.members.values() for name in member.names}
    unknown = [name for name in _UNKNOWN if name not in taken]
    for name in draw(st.lists(st.sampled_from(unknown), max_size=2, unique=True)):
        found.insert(draw(st.integers(0, len(found))), (name, _UNKNOWN[name], False))
    if found and chance(draw, 12):
        name, value, _ = draw(st.sampled_from(found))
        found.append((name, value, True))
    return found


@st.composite
def _item(draw: st.DrawFn, format: Format[Any], name: str) -> tuple[str, Plain, bool]:
    member = format.members[name]
    key = draw(st.sampled_from(member.names))
    kind = field_types(format.cls)[name]
    if kind == Moment | None and chance(draw, 12):
        return key, "on a fine day", True
    if kind == Moment | None and chance(draw, 2) and _reads_dates(member.codec):
        return key, draw(spelled_dates()).text, False
    given = plain_values(kind, name).filter(lambda value: value is not None)
    printable = given.map(lambda value: encoded(format, name, value)).filter(
        lambda one: isinstance(one, str) or _is_printable(one)
    )
    plain = draw(printable)
    more = _with_unknown(plain)
    if more != plain and chance(draw, 2) and _says_the_same(member.codec, more, plain):
        return key, more, False
    return key, plain, False


def _is_printable(plain: Plain) -> bool:
    """Whether all texts in it can stand in any syntax as they are: those of strangers' types may not."""
    if isinstance(plain, Mapping):
        return all(_is_printable(one) for pair in plain.items() for one in pair)
    if isinstance(plain, list):
        return all(map(_is_printable, plain))
    return not isinstance(plain, str) or plain.isprintable()


def _with_unknown(plain: Plain) -> Plain:
    """*plain* with a key that few models have in its last mapping; a name becomes one."""
    if isinstance(plain, list) and plain:
        return [*plain[:-1], _with_unknown(plain[-1])]
    if isinstance(plain, str):
        plain = {"name": plain}
    return {**plain, "twitter": "@khan"} if isinstance(plain, dict) else plain


def _says_the_same(codec: Codec, plain: Plain, other: Plain) -> bool:
    """Whether a codec passes over what *plain* has and *other* has not."""
    try:
        return same(codec.decode(plain), codec.decode(other))
    except ValueError:
        return False


def _reads_dates(codec: Codec) -> bool:
    """Whether a codec reads dates as people spell them, and not ISO 8601 alone."""
    try:
        return bool(codec.decode("September 12, 2025") == Moment(2025, 9, 12))
    except ValueError:
        return False


def encoded(format: Format[Any], name: str, value: Any) -> Plain:
    """What the field's codec writes; None where it refuses."""
    try:
        return format.members[name].codec.encode(value, None)
    except ValueError:
        return None
