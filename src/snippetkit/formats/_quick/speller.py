"""Spell articles as JSON bytes in one go, without a plain tree in between.

It spells what `json.create` makes of `writer`'s tree, or raises ValueError if that might be
refused.

The fields of a class are known beforehand, so they are handled by a function with one statement per
field, compiled once for the class from our own words, numbers, and the names of its fields.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import attrs

from snippetkit.convert import (
    Model,
    default_of,
    is_absent,
    is_named,
    item_of,
    model_of,
    optional,
    writer,
)
from snippetkit.formats._quick.known import Known
from snippetkit.model import Moment, same
from snippetkit.model.value import compiled, values_of
from snippetkit.syntax import json
from snippetkit.syntax.json import quoted_bytes
from snippetkit.syntax.tree import MAX_DEPTH, Plain

__all__ = ["ItemsOf", "Row", "Spell", "article_speller"]

Spell: TypeAlias = Callable[[Any], bytes]
ItemsOf: TypeAlias = Callable[[Any], Iterable[tuple[str, Plain]]]
_SIXTY = range(60)
_HOURS: dict[int | None, bytes] = {n: b"T%02d:" % n for n in _SIXTY}
_MINUTES: dict[int | None, bytes] = {n: b"%02d:" % n for n in _SIXTY}
_SECONDS = {n: b'%02d"' % n for n in _SIXTY}
_KEPT = 256


class Row(NamedTuple):
    """How one field of an article is spelled."""

    field: str
    name: str
    """Its name in the text."""
    kind: Any
    """Its declared type."""
    attribute: attrs.Attribute[Any]
    absent: Any
    """The value that is not written; `attrs.NOTHING` for none."""


def article_speller(
    rows: Sequence[Row], manner: json.Manner, opening: tuple[str, str], items_of: ItemsOf
) -> Callable[[Any], bytes | None]:
    """A function that spells articles: an *opening* entry, fields by *rows*, the items of `extra`.

    With a last line end. None for an article that might be refused.
    """
    lead, comma, tail = _frame("{", manner, 0)

    def unknown(extra: Any) -> Iterator[bytes]:
        for name, plain in items_of(extra):
            yield comma + _name(name, manner)
            yield json.spelled(plain, manner, 1).encode()

    words: dict[str, Any] = {"lead": lead + _name(opening[0], manner) + quoted_bytes(opening[1])}
    words |= {"tail": tail + b"\n", "unknown": unknown, "is_absent": is_absent}
    lines = ["pieces = [lead]"]
    for n, row in enumerate(rows):
        words |= {f"absent{n}": row.absent, f"member{n}": row.attribute}
        words |= {f"name{n}": comma + _name(row.name, manner)}
        words |= {f"spell{n}": _or_null(row.kind, row.absent, manner, 1)}
        absent = "None" if row.absent is None else f"absent{n}"
        lines.append(f"value = article.{row.field}")
        lines.append(
            f"if value is not {absent} and (value or not is_absent(member{n}, value, article)):"
        )
        lines.append(f"  pieces.append(name{n}); pieces.append(spell{n}(value))")
    lines += ["if article.extra: pieces += unknown(article.extra)", "pieces.append(tail)"]
    tried = ["try:", *(f"  {line}" for line in lines), "except ValueError: return None"]
    return compiled("article", [*tried, 'return b"".join(pieces)'], words)


def speller(kind: Any, manner: json.Manner, depth: int) -> Spell:
    """A function that spells values of type *kind* (not None), *depth* levels inside a text."""
    item, found, write = item_of(kind), model_of(kind), writer(kind)
    if kind is str:
        return quoted_bytes
    if kind is Moment:
        return _moment_speller()
    if item is not None and depth < MAX_DEPTH:
        return _list_speller(item, manner, depth)
    if found is not None and depth < MAX_DEPTH:
        return _model_speller(found, manner, depth)
    return lambda value: json.spelled(write(value), manner, depth).encode()


def _or_null(kind: Any, absent: Any, manner: json.Manner, depth: int) -> Spell:
    """The same for values that may be None, unless None is what is left out as *absent*."""
    spell = speller(optional(kind) or kind, manner, depth)
    if absent is None:
        return spell
    return lambda value: b"null" if value is None else spell(value)


def _frame(opener: str, manner: json.Manner, depth: int) -> tuple[bytes, ...]:
    return tuple(one.encode() for one in json.frame(opener, manner, manner.unit * depth))


def _name(name: str, manner: json.Manner) -> bytes:
    return quoted_bytes(name) + manner.colon.encode()


def _moment_speller() -> Spell:
    """A function that spells moments as `str` does; most, in days or seconds, three times as fast."""
    days = Known(lambda day: b'"%04d-%02d-%02d' % day)

    def spell(value: Any) -> bytes:
        if type(value) is not Moment:
            raise ValueError("it would be read as a Moment")
        second = value.second
        if second is None:
            if value.hour is None and value.day is not None:
                day: bytes = days[value.year, value.month, value.day]
                return day + b'"'
        elif value.zone is None and value.microsecond is None:
            day = days[value.year, value.month, value.day]
            return day + _HOURS[value.hour] + _MINUTES[value.minute] + _SECONDS[second]
        return f'"{value!s}"'.encode()

    return spell


def _list_speller(item: Any, manner: json.Manner, depth: int) -> Spell:
    lead, comma, tail = _frame("[", manner, depth)
    spell = _or_null(item, attrs.NOTHING if optional(item) else None, manner, depth + 1)

    def spell_list(values: Any) -> bytes:
        return lead + comma.join(map(spell, values)) + tail if values else b"[]"

    return Lately(spell_list) if is_named(item) else spell_list


class Lately:
    """Spells values, and remembers by identity: articles that were read share their parts."""

    __slots__ = ("_known", "_spell")

    def __init__(self, spell: Spell) -> None:
        self._spell = spell
        # Each with its value, so that no other is at its place in memory meanwhile.
        self._known: dict[int, tuple[Any, bytes]] = {}

    def __call__(self, value: Any) -> bytes:
        """What it says."""
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if len(self._known) >= _KEPT:
            self._known.clear()
        spelled = self._spell(value)
        self._known[id(value)] = value, spelled
        return spelled


def _model_speller(found: Model, manner: json.Manner, depth: int) -> Spell:
    make = functools.cache(functools.partial(_entries_speller, found, manner, depth))

    def when_needed(value: Any) -> bytes:
        return make()(value)  # a category may hold a category

    spell = make() if found.is_flat else when_needed
    return _named_speller(found, manner, depth, spell) if is_named(found.kind) else spell


def _entries_speller(found: Model, manner: json.Manner, depth: int) -> Spell:
    """A function that spells the entries of a model that differ from their defaults."""
    lead, comma, tail = _frame("{", manner, depth)
    words: dict[str, Any] = {"lead": lead, "comma": comma, "tail": tail, "same": same}
    words |= {"kind": found.kind}
    lines = ["if type(model) is not kind: raise ValueError('what its heirs say would be lost')"]
    lines.append("entries = []")
    for n, (key, member, hint) in enumerate(found.members):
        default = default_of(member)
        words |= {f"default{n}": default, f"name{n}": _name(key, manner)}
        words |= {f"spell{n}": _part_speller(hint, default, manner, depth + 1)}
        is_only = default is None or default is attrs.NOTHING  # nothing else is the same
        differs = "" if is_only else f" and not same(value, default{n})"
        lines.append(f"value = model.{member.name}")
        lines.append(f"if value is not default{n}{differs}:")
        lines.append(f"  entries.append(name{n} + spell{n}(value))")
    lines.append('return lead + comma.join(entries) + tail if entries else b"{}"')
    return compiled("model", lines, words)


def _part_speller(kind: Any, default: Any, manner: json.Manner, depth: int) -> Spell:
    """As `_or_null`; texts in a part of an article come again."""
    if optional(kind) is str and default is None:
        return Known(quoted_bytes).__getitem__
    return _or_null(kind, default, manner, depth)


def _named_speller(found: Model, manner: json.Manner, depth: int, spell: Spell) -> Spell:
    """*spell*, quicker for a model that has nothing but its name: most categories and sources."""
    lead, _, tail = _frame("{", manner, depth)
    lead += _name(found.text or "", manner)
    (name,) = [member.name for key, member, _ in found.members if key == found.text]
    rest = [member for _, member, _ in found.members if member.name != name]
    rest_of, blank = values_of([member.name for member in rest]), tuple(map(default_of, rest))
    if any(blank):  # what is equal to nothing is the same, as texts and mappings are not always
        return spell
    kind, known = found.kind, Known(lambda said: lead + quoted_bytes(said) + tail)

    def spell_named(value: Any) -> bytes:
        said = getattr(value, name)
        if type(value) is kind and type(said) is str and rest_of(value) == blank:
            return known[said]  # type: ignore[no-any-return]  # as it says above
        return spell(value)

    return spell_named
