"""Articles spelled as JSON in one go, without a plain tree between.

Only speed depends on this: it spells what `json.create` makes of the tree that `writer` gives, or
raises ValueError where that might be refused; a law of `tests/test_quick_json.py` says so.
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
from snippetkit.formats._parts import Known
from snippetkit.model import Moment, same
from snippetkit.model.value import values_of
from snippetkit.syntax import json
from snippetkit.syntax._common import quoted
from snippetkit.syntax.tree import MAX_DEPTH, Plain

__all__ = ["ItemsOf", "Row", "Spell", "article_speller"]

Spell: TypeAlias = Callable[[Any], str]
ItemsOf: TypeAlias = Callable[[Any], Iterable[tuple[str, Plain]]]


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
) -> Spell:
    """What spells articles: an *opening* entry, their fields by *rows*, the items of their `extra`.

    With a last line end.
    """
    lead, comma, tail = json.frame("{", manner, "")
    lead += quoted(opening[0]) + manner.colon + quoted(opening[1])
    values_in = values_of([row.field for row in rows])
    fields = [
        (
            comma + quoted(row.name) + manner.colon,
            row.absent,
            row.attribute,
            speller(optional(row.kind) or row.kind, manner, 1),
        )
        for row in rows
    ]

    def spell_article(article: Any) -> str:
        pieces = [lead]
        for value, (name, absent, attribute, spell) in zip(values_in(article), fields):  # noqa: B905
            if value is not absent and (value or not is_absent(attribute, value)):
                pieces += name, "null" if value is None else spell(value)
        for name, plain in items_of(article.extra) if article.extra else ():
            pieces += comma, quoted(name), manner.colon, json.spelled(plain, manner, 1)
        pieces.append(tail + "\n")
        return "".join(pieces)

    return spell_article


def speller(kind: Any, manner: json.Manner, depth: int) -> Spell:
    """What spells values of type *kind*, but for None, *depth* levels inside a text."""
    item, found, write = item_of(kind), model_of(kind), writer(kind)
    if kind is str:
        return quoted
    if kind is Moment:
        return _moment
    if item is not None and depth < MAX_DEPTH:
        return _list_speller(item, manner, depth)
    if found is not None and depth < MAX_DEPTH:
        return _model_speller(found, manner, depth)
    return lambda value: json.spelled(write(value), manner, depth)


def _moment(value: Any) -> str:
    if type(value) is not Moment:
        raise ValueError("it would be read as a Moment")
    return f'"{value!s}"'


def _list_speller(item: Any, manner: json.Manner, depth: int) -> Spell:
    lead, comma, tail = json.frame("[", manner, manner.unit * depth)
    spell = speller(optional(item) or item, manner, depth + 1)
    if optional(item) is not None:
        spell = functools.partial(_null_or, spell)
    return lambda values: lead + comma.join(map(spell, values)) + tail if values else "[]"


def _null_or(spell: Spell, value: Any) -> str:
    return "null" if value is None else spell(value)


def _model_speller(found: Model, manner: json.Manner, depth: int) -> Spell:
    lead, comma, tail = json.frame("{", manner, manner.unit * depth)
    values_in = values_of([member.name for _, member, _ in found.members])
    kind = found.kind
    rows: list[_Entry] = []  # made when first needed, as a category may hold a category

    def spell_model(value: Any) -> str:
        nonlocal rows
        if type(value) is not kind:
            raise ValueError("what its heirs say would be lost")
        rows = rows or [*_entries(found, manner, depth)]
        entries = []
        for part, (name, default, is_only, spell) in zip(values_in(value), rows):  # noqa: B905
            if part is not default and (is_only or not same(part, default)):
                entries.append(name + ("null" if part is None else spell(part)))
        return lead + comma.join(entries) + tail if entries else "{}"

    return _named_speller(found, manner, depth, spell_model) if is_named(kind) else spell_model


def _named_speller(found: Model, manner: json.Manner, depth: int, spell: Spell) -> Spell:
    """*spell*, quicker for a model that has nothing but its name: most categories and sources."""
    lead, _, tail = json.frame("{", manner, manner.unit * depth)
    lead += quoted(found.text) + manner.colon
    (name,) = [member.name for key, member, _ in found.members if key == found.text]
    rest = [member for _, member, _ in found.members if member.name != name]
    rest_of, blank = values_of([member.name for member in rest]), tuple(map(default_of, rest))
    if any(blank):  # what is equal to nothing is the same, as texts and mappings are not always
        return spell
    kind, known = found.kind, Known(lambda said: lead + quoted(said) + tail)

    def spell_named(value: Any) -> str:
        said = getattr(value, name)
        if type(value) is kind and type(said) is str and rest_of(value) == blank:
            return known[said]  # type: ignore[no-any-return]  # as it says above
        return spell(value)

    return spell_named


_Entry: TypeAlias = "tuple[str, Any, bool, Spell]"
"""A field's name with its colon, the default, whether nothing else is the same, and the spelling."""


def _entries(found: Model, manner: json.Manner, depth: int) -> Iterator[_Entry]:
    for key, member, hint in found.members:
        default = default_of(member)
        spell = speller(optional(hint) or hint, manner, depth + 1)
        is_only = default is None or default is attrs.NOTHING
        yield quoted(key) + manner.colon, default, is_only, spell
