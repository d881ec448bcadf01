"""The JSON Schema of the library's own JSON, generated from the declared types."""

from __future__ import annotations

import collections.abc
import datetime
import enum
import types
import typing
from collections.abc import Iterable
from typing import Any, TypeAlias

import attrs

from snippetkit.convert import Model, exact_of, is_heir, item_of, set_or_list
from snippetkit.exact import Exact
from snippetkit.formats import format_named
from snippetkit.formats.json import SCHEMA
from snippetkit.model import Article, FrozenDict, Moment, Value
from snippetkit.model.value import field_types, text_field

__all__ = ["schema"]

Schema: TypeAlias = dict[str, Any]

_MOMENT = (
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}(:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?)?"
    r"(Z|[+-][0-9]{2}(:[0-9]{2}(:[0-9]{2})?)?)?(\[[A-Za-z0-9_+/-]{1,64}\])?)?)?)?$"
)
"""What `Moment.parse` takes, as JSON Schema spells patterns (ECMA 262); ranges are not in it."""
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    Moment: {"$ref": "#/$defs/Moment"},
    datetime.date: {"type": "string", "format": "date"},
}
_MAPPINGS = (dict, collections.abc.Mapping, FrozenDict)


def schema(cls: type[Article] = Article) -> Schema:
    """The JSON Schema (2020-12) of articles of class *cls* in the formats ``json`` and ``ndjson``.

    An article may have further keys, which become its `extra`; its parts may not. Constraints that
    a schema cannot express, such as that a day exists, are checked when reading. The schema of
    `Article` is in the package as ``data/article-1.schema.json``.

    Source: JSON Schema, draft 2020-12, Core and Validation.

    >>> schema()["properties"]["title"]
    {'anyOf': [{'type': 'string'}, {'type': 'null'}]}
    """
    defs: dict[str, Schema] = {}
    format = format_named("json").of(cls)
    kinds = field_types(cls)
    members = {format.name_of(name): kinds[name] for name in format.members if name != "extra"}
    required = [
        format.name_of(name)
        for name, member in format.members.items()
        if member.attribute.default is attrs.NOTHING
    ]
    properties = {name: _of(kind, defs) for name, kind in members.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": SCHEMA} if cls is Article else {}),
        "title": cls.__name__,
        "type": "object",
        "properties": {
            "$schema": {"const": SCHEMA},
            **properties,
            "extra": {"type": "object"},
        },
        **({"required": required} if required else {}),
        "additionalProperties": True,
        "$defs": dict(sorted(defs.items())),
    }


def _of(kind: Any, defs: dict[str, Schema]) -> Schema:
    """The schema of a declared type; the models and moments that it names are put into *defs*."""
    if kind is Moment:
        defs["Moment"] = {"type": "string", "pattern": _MOMENT}
    if kind in _PLAIN:
        return _PLAIN[kind]
    if is_heir(kind, Value):
        return _reference(kind, defs)
    if is_heir(kind, enum.Enum):
        return _one_of(kind)
    if exact := exact_of(kind):
        return _exactly(exact)
    item = item_of(kind) or (set_or_list(kind) or (None, None))[1]
    if item is not None:
        return {"type": "array", "items": _of(item, defs)}
    return _of_parts(typing.get_origin(kind) or kind, typing.get_args(kind), defs)


def _of_parts(origin: Any, args: tuple[Any, ...], defs: dict[str, Schema]) -> Schema:
    """The schema of a type with others inside."""
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_of(arg, defs) for arg in args]}
    if origin is typing.Literal:
        return _one_of(args)
    if origin in _MAPPINGS:
        is_checked = args == (str,) if origin is FrozenDict else args
        return {
            "type": "object",
            **({"additionalProperties": _of(args[-1], defs)} if is_checked else {}),
        }
    return {}  # anything: the type's own hook in cattrs is the judge


def _exactly(exact: Exact) -> Schema:
    texts: Schema = {"type": "string", "pattern": f"^({exact.pattern})$"}
    return {"anyOf": [texts, {"type": "integer"}]} if exact.takes_whole else texts


def _one_of(choices: Iterable[Any]) -> Schema:
    """These values alone, if JSON has words for all of them."""
    values = [one.value if isinstance(one, enum.Enum) else one for one in choices]
    plain = all(one is None or type(one) in (str, bool, int, float) for one in values)
    return {"enum": values} if plain else {}


def _reference(kind: type[Value], defs: dict[str, Schema]) -> Schema:
    """A model by its name; its definition once, so that a category may hold a category."""
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}
        defs[kind.__name__] = _definition(kind, defs)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _definition(kind: type[Value], defs: dict[str, Schema]) -> Schema:
    members = Model(kind).members
    required = [key for key, member, _ in members if member.default is attrs.NOTHING]
    described: Schema = {
        "type": "object",
        "properties": {key: _of(hint, defs) for key, _, hint in members},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }
    named = text_field(kind) is not None
    return {"anyOf": [{"type": "string"}, described]} if named else described
