"""JSON read by msgspec, which makes objects of known fields in half the time that a tree takes.

Only speed depends on this. Where a text is out of the ordinary the answer is None, and it is read
otherwise. A struct is asked for texts alone; what else stands in a text is read by our own parser
from the very bytes.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any, Literal

from snippetkit.convert import Model, model_of, optional, reader
from snippetkit.formats._format import Format
from snippetkit.formats._parts import DOUBTS, Known
from snippetkit.model import Moment
from snippetkit.model.frozendict import EMPTY
from snippetkit.model.moment import parsed
from snippetkit.syntax import json

__all__ = ["Structs"]


class Structs:
    """What reads the articles of one format and class from bytes."""

    def __init__(
        self, msgspec: ModuleType, format: Format[Any], kinds: dict[str, Any], schema: str
    ) -> None:
        members = [m for m in format.members.values() if m.names]  # all but extra
        names = [*(m.names[0] for m in members), "$schema"]
        types = [*(kinds[m.attribute.name] for m in members), Literal[schema] | None]
        blank = [*(format.blank[m.place] for m in members), None]
        self._extra = format.members["extra"].place
        self._twin = _Twin(msgspec, names, types, blank)
        self._decode = msgspec.json.Decoder(self._twin.struct).decode
        self._doubts = (*DOUBTS, msgspec.MsgspecError, RecursionError)

    def values(self, data: bytes) -> list[Any] | None:
        """The values of the fields, in order; None where *data* may say more, or has a flaw."""
        try:
            values, texts = self._twin.values(self._decode(data))
        except self._doubts:
            return None
        # Of two entries of one name msgspec takes the last. Only if every text of the data has
        # become one of ours is nothing left out.
        if texts != json.count_texts(data):
            return None
        del values[-1]
        values.insert(self._extra, EMPTY)
        return values


class _Twin:
    """A struct that has the fields of a class, and the way from it to their values."""

    def __init__(
        self, msgspec: ModuleType, names: Sequence[str], kinds: Sequence[Any], blank: Sequence[Any]
    ) -> None:
        self._msgspec = msgspec
        self._astuple = msgspec.structs.astuple
        self._moments: list[int] = []
        self._parts: list[tuple[int, Callable[[Any], tuple[Any, int]], Any]] = []
        types = map(self._type, range(len(names)), kinds, blank)
        fields = [
            (f"field{place}", kind, msgspec.field(default=None, name=name))
            for place, (name, kind) in enumerate(zip(names, types, strict=True))
        ]
        self.struct = msgspec.defstruct("Twin", fields, forbid_unknown_fields=True, gc=False)

    def _type(self, place: int, kind: Any, blank: Any) -> Any:
        """The type of a field in the struct; its step to our value, if one is needed, is noted."""
        inner = optional(kind) if blank is None else None
        found = model_of(inner)
        if inner is str or typing.get_origin(inner) is Literal:
            return kind
        if inner is Moment:
            self._moments.append(place)
            return str | None
        if found is not None and found.is_flat:
            twin = _flat(self._msgspec, found)
            self._parts.append((place, functools.partial(twin.model, found), None))
            return twin.struct | None
        known = Known(functools.partial(_raw, kind))
        self._parts.append((place, lambda raw: known[bytes(raw)], blank))
        return self._msgspec.Raw

    def values(self, said: Any) -> tuple[list[Any], int]:
        """The values of the fields, in order, and how many texts they were, names among them."""
        values = list(self._astuple(said))
        texts = 2 * (len(values) - values.count(None))
        for place in self._moments:
            if (text := values[place]) is not None:
                values[place] = parsed(text)
        for place, read, blank in self._parts:
            if (part := values[place]) is None:
                values[place] = blank
            else:
                values[place], more = read(part)
                texts += more - 1
        return values, texts

    def model(self, found: Model, said: Any) -> tuple[Any, int]:
        """A model, and how many texts it was."""
        values, texts = self.values(said)
        return found.build(values), texts


def _flat(msgspec: ModuleType, found: Model) -> _Twin:
    names = [key for key, _, _ in found.members]
    kinds = [kind for _, _, kind in found.members]
    return _Twin(msgspec, names, kinds, [None] * len(names))


def _raw(kind: Any, data: bytes) -> tuple[Any, int]:
    """The value that *data* says for a field of type *kind*, and how many texts that is."""
    (plain,) = json.load(f'{{"": {data.decode()}}}').values()
    return reader(kind)(plain), json.count_texts(data)
