"""Functions compiled for one layout of slots, an eighth faster than a loop over the slots.

Their code consists of our own words, numbers, and the names of a class's fields. Nothing of a text is in
it, except objects that the functions get by name: see `snippetkit.model.value.compiled`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import attrs

from snippetkit.formats._format import Format
from snippetkit.model import FrozenDict, same
from snippetkit.model.value import compiled, draft
from snippetkit.syntax.tree import Scan, Slot

__all__ = ["Layout"]


class Layout:
    """How an article is made of the values of slots with these names."""

    def __init__(self, format: Format[Any], names: Sequence[str]) -> None:
        members = attrs.fields(format.cls)
        fields = _fields(format, names)
        self.slots = tuple(zip(names, fields, strict=True))
        """The names of the slots, and the fields that they say: None for an unknown label."""
        values = {field: f"v{n}" for n, field in enumerate(fields) if field}
        unknown = [n for n, field in enumerate(fields) if not field]
        if unknown:
            entries = ", ".join(f"key_{n}: v{n}" for n in unknown)
            values["extra"] = f"FrozenDict({{{entries}}})"
        stores = [f"made.{a.name} = {values.get(a.name, _default(a))}" for a in members]
        self.make = "made = new(draft)", *stores, "made.__class__ = cls"
        """Makes the article of the values."""
        unsaid = [a.name for a in members if a.name not in values]
        differ = [f"article.{name} is not default_{name}" for name in unsaid]
        differ += [
            f"{value} is not article.{name} and not same({value}, article.{name})"
            for name, value in values.items()
        ]
        self.compare = [f"if {one}: return None" for one in differ]
        """Gives up where an article says something else, or where that is not sure."""
        self.names = {f"default_{a.name}": a.default for a in members}
        """What these words mean."""
        self.names |= {f"key_{n}": names[n] for n in unknown}
        drafted = draft(cast(Any, format.cls))
        self.names |= {"cls": format.cls, "draft": drafted, "new": drafted.__new__}
        self.names |= {"FrozenDict": FrozenDict, "same": same}

    def function(self, arguments: str, lines: Iterable[str], **names: Any) -> Callable[..., Any]:
        """The function of these *arguments* that does these *lines*."""
        return compiled(arguments, lines, self.names | names)


def _default(member: attrs.Attribute[Any]) -> str:
    """The Python words for the default of a field."""
    made = isinstance(member.default, attrs.Factory)  # type: ignore[arg-type]  # attrs types it as a function
    return f"default_{member.name}{'.factory()' if made else ''}"


def _fields(format: Format[Any], names: Sequence[str]) -> list[str | None]:
    """The field that each slot says; None for an unknown label."""
    slots = tuple(Slot(name, "", 0, 0, 0, 0) for name in names)
    found, _ = format.assign(Scan(slots, (), 0, 0))
    fields = {index: field for field, index in found.items()}
    return [fields.get(n) for n in range(len(names))]
