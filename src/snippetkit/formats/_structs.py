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
from typing import Any, Literal, cast

from snippetkit.convert import Model, model_of, optional, reader
from snippetkit.formats._format import Format
from snippetkit.formats._parts import DOUBTS, Known
from snippetkit.model import Moment
from snippetkit.model.frozendict import EMPTY
from snippetkit.model.moment import parsed
from snippetkit.syntax import json

__all__ = ["Structs"]

# A struct has a None for every entry that is not there, or is null. The texts of the others are two
# each, name and value; a part says how many its value is.
_READER = """
def read(said):
    {fields} = values = astuple(said)
    texts = 2 * (len(values) - values.count(None))
{steps}
    return make([{kept}]), texts
"""
_MOMENT = """
    if {0} is not None:
        {0} = parsed({0})
"""
_PART = """
    if {0} is None:
        {0} = blank_{0}
    else:
        {0}, more = {1}
        texts += more - 1
"""


class Structs:
    """What reads the articles of one format and class from bytes."""

    def __init__(
        self,
        msgspec: ModuleType,
        format: Format[Any],
        kinds: dict[str, Any],
        schema: str,
        make: Callable[[list[Any]], Any],
    ) -> None:
        members = [m for m in format.members.values() if m.names]  # all but extra
        names = [*(m.names[0] for m in members), "$schema"]
        types = [*(kinds[m.attribute.name] for m in members), Literal[schema] | None]
        blank = [*(format.blank[m.place] for m in members), None]
        twin = _Twin(msgspec, names, types, blank)
        kept = twin.fields[:-1]
        kept.insert(format.members["extra"].place, "EMPTY")
        self._read = twin.reader(kept, make)
        self._decode = msgspec.json.Decoder(twin.struct).decode
        self._doubts = (*DOUBTS, msgspec.MsgspecError, RecursionError)

    def read(self, data: bytes) -> Any:
        """The article, made of the values of all fields; None where *data* may say more or is flawed."""
        try:
            article, texts = self._read(self._decode(data))
        except self._doubts:
            return None
        # Of two entries of one name msgspec takes the last. Only if every text of the data has
        # become one of ours is nothing left out.
        return article if texts == json.count_texts(data) else None


class _Twin:
    """A struct that has the fields of a class, and the way from it to their values."""

    def __init__(
        self, msgspec: ModuleType, names: Sequence[str], kinds: Sequence[Any], blank: Sequence[Any]
    ) -> None:
        self._msgspec = msgspec
        self._steps: list[str] = []
        astuple = msgspec.structs.astuple
        self._known: dict[str, Any] = {"astuple": astuple, "parsed": parsed, "EMPTY": EMPTY}
        self.fields = [f"field{place}" for place in range(len(names))]
        fields = [
            (field, kind, msgspec.field(default=None, name=name))
            for field, name, kind in zip(
                self.fields, names, map(self._type, self.fields, kinds, blank), strict=True
            )
        ]
        self.struct = msgspec.defstruct("Twin", fields, forbid_unknown_fields=True, gc=False)

    def _type(self, field: str, kind: Any, blank: Any) -> Any:
        """The type of a field in the struct; its step to our value, if one is needed, is noted."""
        inner = optional(kind) if blank is None else None
        found = model_of(inner)
        if inner is str or typing.get_origin(inner) is Literal:
            return kind
        if inner is Moment:
            self._steps.append(_MOMENT.format(field))
            return str | None
        self._known[f"blank_{field}"] = blank
        if found is not None and found.is_flat:
            twin = _flat(self._msgspec, found)
            self._known[f"read_{field}"] = twin.reader(twin.fields, found.build)
            self._steps.append(_PART.format(field, f"read_{field}({field})"))
            return twin.struct | None
        self._known[f"known_{field}"] = Known(functools.partial(_raw, kind))
        self._steps.append(_PART.format(field, f"known_{field}[bytes({field})]"))
        return self._msgspec.Raw

    def reader(
        self, kept: Sequence[str], make: Callable[[list[Any]], Any]
    ) -> Callable[[Any], tuple[Any, int]]:
        """What gives what *make* makes of the values *kept* of a struct, and how many texts it was.

        Compiled once for each class, as the methods of attrs and the hooks of cattrs are: a loop
        over the fields takes a tenth longer in all. No word of a class or a text stands in what is compiled.
        """
        source = _READER.format(
            fields=", ".join(self.fields), steps="".join(self._steps), kept=", ".join(kept)
        )
        known = {**self._known, "make": make}
        exec(source, known)  # noqa: S102
        return cast("Callable[[Any], tuple[Any, int]]", known["read"])


def _flat(msgspec: ModuleType, found: Model) -> _Twin:
    names = [key for key, _, _ in found.members]
    kinds = [kind for _, _, kind in found.members]
    return _Twin(msgspec, names, kinds, [None] * len(names))


def _raw(kind: Any, data: bytes) -> tuple[Any, int]:
    """The value that *data* says for a field of type *kind*, and how many texts that is."""
    (plain,) = json.load(f'{{"": {data.decode()}}}').values()
    return reader(kind)(plain), json.count_texts(data)
