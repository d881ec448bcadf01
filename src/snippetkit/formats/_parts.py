"""What the parts of a JSON text say, straight from the parser: no spans, no plain trees.

Only speed depends on this. A part out of the ordinary raises one of `DOUBTS`, and the text is read
with care instead; that both say the same is a law of `tests/test_quick_json.py`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeAlias

from snippetkit.convert import Model, Step, is_named, item_of, model_of, optional, reader, untouched
from snippetkit.model import Moment
from snippetkit.model.moment import parsed
from snippetkit.syntax import json

__all__ = ["DOUBTS", "Known", "Part", "part_of"]

DOUBTS = (ValueError, TypeError, LookupError, ArithmeticError, ExceptionGroup)
"""What reading raises where a text is out of the ordinary."""

_REMEMBERED = 4_096
_LONGEST = 240
_CHANGING = (list, dict, set, bytearray)


Part: TypeAlias = "tuple[int, frozenset[type], Step]"
"""How the entries of one name are read: the number of the field; the types that are its values as
they are (most entries are texts, and a call takes longer than all else that is done with one); and
what makes a value of any other, or raises one of `DOUBTS` where care is needed."""


def part_of(place: int, kind: Any) -> Part:
    """How the entries for a field of type *kind* are read."""
    return place, untouched(kind), _step(optional(kind) or kind)


class Known(dict[Any, Any]):
    """Short parts met lately, with what they say; one not met yet is read."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self._read = read

    def __missing__(self, part: Any) -> Any:
        value = self._read(part)
        # What can be changed is nobody else's: a list is made for each article.
        if _length(part) <= _LONGEST and not isinstance(value, _CHANGING):
            if len(self) >= _REMEMBERED:  # no stream of texts may fill the memory
                self.clear()
            self[part] = value
        return value


def _length(part: Any) -> int:
    """How many characters the texts in *part* have."""
    if isinstance(part, tuple):
        return sum(map(_length, part))
    return len(part) if isinstance(part, (str, bytes)) else 0


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
