"""Functions in the words of one layout of slots: what a loop over them does, an eighth quicker.

The words are ours, numbers, and names of slots as Python's own reprs; nothing else of a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import attrs

from snippetkit.formats._format import Format
from snippetkit.formats._met import AS_IT_STANDS
from snippetkit.model import FrozenDict
from snippetkit.model.value import draft
from snippetkit.syntax.tree import Scan, Slot

__all__ = ["Layout", "compiled", "variables"]


def compiled(arguments: str, lines: Iterable[str], names: dict[str, Any]) -> Callable[..., Any]:
    """The function of these *arguments* that does these *lines*, which use *names*."""
    text = "\n ".join([f"def function({arguments}):", *lines])
    exec(text, names)  # noqa: S102  # see above
    return cast("Callable[..., Any]", names["function"])


def variables(count: int) -> str:
    """The variables of so many values, to be assigned to."""
    return "".join(f"v{n}, " for n in range(count))


class Layout:
    """How the values of slots with these names are made an article."""

    def __init__(
        self, format: Format[Any], names: Sequence[str], known_in: Callable[[str, str | None], Any]
    ) -> None:
        members = attrs.fields(format.cls)
        fields = _fields(format, names)
        self.slots = tuple(zip(names, fields, strict=True))
        """The names of the slots, in order, and the fields that they say: None for an unknown label."""
        self.known = known = [known_in(*slot) for slot in self.slots]
        """What gives the values of spellings."""
        values = {field: f"v{n}" for n, field in enumerate(fields) if field}
        unknown = [n for n, field in enumerate(fields) if not field]
        if unknown:
            entries = ", ".join(f"{names[n]!r}: v{n}" for n in unknown)
            values["extra"] = f"FrozenDict({{{entries}}})"
        self.said = list(values)
        """The fields that they say, in the order of `values`."""
        self.values = f"({', '.join(values.values())},)"
        """The values of the fields, when they are looked up."""
        looked_up = [f"v{n} = k{n}[v{n}]" for n, k in enumerate(known) if k is not AS_IT_STANDS]
        self.look_up = f"try: {'; '.join(looked_up) or 'pass'}", "except ValueError: return None"
        """Makes values of the spellings that the variables are, or gives up."""
        stores = [f"made.{a.name} = {values.get(a.name, _default(a))}" for a in members]
        self.make = "made = new(draft)", *stores, "made.__class__ = cls", "return made"
        """Gives the article of the values."""
        self.names: dict[str, Any] = {f"k{n}": one for n, one in enumerate(known)}
        """What these words mean."""
        self.names |= {f"default_{a.name}": a.default for a in members}
        drafted = draft(cast(Any, format.cls))
        self.names |= {"cls": format.cls, "draft": drafted, "new": drafted.__new__}
        self.names |= {"FrozenDict": FrozenDict}

    def function(self, arguments: str, lines: Iterable[str], **names: Any) -> Callable[..., Any]:
        """The function of these *arguments* that does these *lines*."""
        return compiled(arguments, lines, self.names | names)


def _default(member: attrs.Attribute[Any]) -> str:
    """The default of a field, in words."""
    made = isinstance(member.default, attrs.Factory)  # type: ignore[arg-type]  # attrs types it as a function
    return f"default_{member.name}{'.factory()' if made else ''}"


def _fields(format: Format[Any], names: Sequence[str]) -> list[str | None]:
    """The field that each slot says; None for an unknown label."""
    slots = tuple(Slot(name, "", 0, 0, 0, 0) for name in names)
    found, _ = format.assign(Scan(slots, (), 0, 0))
    fields = {index: field for field, index in found.items()}
    return [fields.get(n) for n in range(len(names))]
