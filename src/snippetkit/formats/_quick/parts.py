"""Read the parts of a JSON text straight from the parser, without spans or plain trees.

An unusual part raises one of `DOUBTS`, and the text is then read with care.
"""

from __future__ import annotations

import functools
from typing import Any, TypeAlias

from snippetkit.convert import Model, Step, is_named, item_of, model_of, optional, reader, untouched
from snippetkit.formats._quick.known import Known
from snippetkit.model import Moment
from snippetkit.model.moment import parsed
from snippetkit.syntax import json

__all__ = ["DOUBTS", "Part", "part_of"]

DOUBTS = (ValueError, TypeError, LookupError, ArithmeticError, ExceptionGroup)
"""What reading raises where a text is out of the ordinary."""

Part: TypeAlias = "tuple[int, frozenset[type], Step]"
"""How the entries of one name are read: the number of the field; the types that are its values as
they are (most entries are texts, and a call takes longer than all else that is done with one); and
what makes a value of any other, or raises one of `DOUBTS` where care is needed."""


def part_of(place: int, kind: Any) -> Part:
    """How the entries for a field of type *kind* are read."""
    return place, untouched(kind), _step(optional(kind) or kind)


def _step(kind: Any) -> Step:
    found = model_of(kind)
    if is_named(kind):
        return Known(lambda part: reader(kind)(json.plain(part))).__getitem__
    if is_named(item_of(kind)):
        return functools.partial(_listed, Known(lambda items: reader(kind)(json.plain([*items]))))
    if found is not None and found.is_flat:
        parts = {key: part_of(n, hint) for n, (key, _, hint) in enumerate(found.members)}
        return functools.partial(_flat, found, parts)
    if kind is Moment:
        return parsed  # a part that is no text raises TypeError there
    return lambda part: reader(kind)(json.plain(part))


def _listed(known: Known, part: Any) -> Any:
    if type(part) is list:
        return known[tuple(part)]
    raise TypeError


def _flat(found: Model, parts: dict[str, Part], said: Any) -> Any:
    if type(said) is not tuple or len(dict(said)) < len(said):
        raise TypeError
    values = found.blank.copy()
    for name, each in said:
        place, untouched, read = parts[name]
        values[place] = each if type(each) in untouched else read(each)
    return found.build(values)
