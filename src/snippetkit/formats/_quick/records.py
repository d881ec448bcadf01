"""The text around the values of JSON from one program, and functions that read such JSON quickly.

A program writes all its objects alike: the same names in the same order, with the same blanks. So
two of its texts have exactly the same characters between their values, and a short pattern finds all
values; a long text among them is left to the standard library. It finds what the parser finds.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple

from snippetkit.convert import Model, model_of, optional
from snippetkit.formats._format import A, Format
from snippetkit.formats._quick.known import Known
from snippetkit.formats._quick.layout import Layout
from snippetkit.formats._quick.often import Often
from snippetkit.formats._quick.parts import DOUBTS, Part
from snippetkit.model import Moment
from snippetkit.model.moment import parsed, parsed_day
from snippetkit.model.value import is_plain
from snippetkit.syntax import json
from snippetkit.syntax.tree import Slot

__all__ = ["Records"]

_TEXT = r'"([^"\\\x00-\x1f]*+)"'
# A part of another kind, up to the first character that can end it. If that does not, it is no JSON.
_PARTS = {'"': r'("[^"\\\x00-\x1f]*+")', "[": r"(\[[^\]\\]*+\])", "{": r"(\{[^}\\]*+\})"}
_WORD = r"([^ \t\r\n,\]}\"]++)"
_DAY = len('"2025-09-12"')
_LONG = 120
"""A text longer than that, or one with escapes, is left to the standard library."""


class Records(Generic[A]):
    """The readers of texts of the makes that a format has met often."""

    def __init__(
        self, format: Format[A], parts: Mapping[str, Part], kinds: Mapping[str, Any]
    ) -> None:
        self._format, self._kinds = format, kinds
        self.parts = parts
        """How the entries of each name are read."""
        self.often = Often[Callable[[str], Any]]()

    def read(self, text: str) -> A | None:
        """The article that *text* says; None if it is of no make met often, or in any way unusual."""
        readers = self.often.readers
        for reader in readers:
            article = reader(text)
            if article is not None:
                if reader is not readers[0]:
                    self.often.has_read(reader)
                return article  # type: ignore[no-any-return]  # what was compiled has no types
        return None

    def meet(self, text: str, names: tuple[str, ...]) -> None:
        """Count *text*, which was read and has entries of these *names*."""
        if self._is_usable and self._kinds.keys() >= {*names} and self.often.is_often(names):
            make = _Make(text, self.parts, self._kinds)
            says = {
                slot.name: make.says(slot)
                for slot in self._format.scan(text).slots
                if slot.name in names
            }
            if make.leaves:
                self.often.add(make.reader(Layout(self._format, names), [*says.values()]))

    @functools.cached_property
    def _is_usable(self) -> bool:
        """Whether an article is made by keeping its values, and none of them is required."""
        return is_plain(self._format.cls) and not self._format.maker.is_demanding


class _Leaf(NamedTuple):
    before: str
    """What stands before the value."""
    pattern: str
    """What finds it; empty for a long text."""


class _Make:
    """One make in the making: what stands in a *text*."""

    def __init__(self, text: str, parts: Mapping[str, Part], kinds: Mapping[str, Any]) -> None:
        self._text, self._parts, self._kinds = text, parts, kinds
        self._at = 0
        self.leaves = list[_Leaf]()
        self._known: dict[str, Any] = {"parsed": parsed, "parsed_day": parsed_day}
        self._known |= {"text_at": json.text_at, "DOUBTS": DOUBTS}

    def says(self, slot: Slot) -> str:
        """Python words for the value of the entry *slot*, in terms of the variables *w* (the leaves)."""
        kind = optional(self._kinds[slot.name]) or self._kinds[slot.name]
        found, first = model_of(kind), self._text[slot.start]
        if first == '"' and kind in (str, Moment):
            return self._text_of(slot, kind)
        inner = json.scan(self._text, slot.start, slot.end).slots if first == "{" else ()
        if inner and found is not None and found.is_flat and _has(found, inner):
            return self._model(inner, found)
        part = self._leaf(slot.start, slot.end, _PARTS.get(first, _WORD))
        self._known[f"part_{part}"] = Known(functools.partial(_part, self._parts[slot.name]))
        return f"part_{part}[{part}]"

    def _text_of(self, slot: Slot, kind: Any) -> str:
        spelled = self._text[slot.start : slot.end]
        is_long = len(spelled) > _LONG or "\\" in spelled
        text = self._leaf(slot.start, slot.end, "" if is_long else _TEXT)
        if kind is not Moment:
            return text
        return f"parsed_day({text})" if len(spelled) == _DAY else f"parsed({text})"

    def _model(self, slots: tuple[Slot, ...], found: Model) -> str:
        kinds = {key: optional(hint) for key, _, hint in found.members}
        said = {slot.name: self._text_of(slot, kinds[slot.name]) for slot in slots}
        build = f"build_{len(self.leaves)}"
        if len(said) == 1:  # such as the name of a source, which comes again
            place = [*kinds].index(slots[0].name)
            blank = [None] * len(kinds)
            self._known[build] = Known(
                lambda one: found.build([*blank[:place], one, *blank[place + 1 :]])
            )
            return f"{build}[{said[slots[0].name]}]"
        self._known[build] = found.build
        return f"{build}([{', '.join(said.get(key, 'None') for key in kinds)}])"

    def _leaf(self, start: int, end: int, pattern: str) -> str:
        """A new variable, for what stands from *start* to *end*."""
        self.leaves.append(_Leaf(self._text[self._at : start], pattern))
        self._at = end
        return f"w{len(self.leaves) - 1}"

    def reader(self, layout: Layout, says: list[str]) -> Callable[[str], Any]:
        """A function from a text to its article; to None where anything is unusual."""
        lines = ["at = 0"]
        pattern, found = "", list[str]()
        for n, leaf in enumerate(self.leaves):
            pattern += re.escape(leaf.before) + leaf.pattern
            if leaf.pattern:
                found.append(f"w{n}, ")
            else:
                lines += self._matching(f'{pattern}(?=")', found)
                lines.append(f"w{n}, at = text_at(text, found.end())")
                pattern, found = "", []
        lines += self._matching(rf"{pattern}{re.escape(self._text[self._at :])}\Z", found)
        lines += [f"v{n} = {said}" for n, said in enumerate(says)]
        tried = ["try:", *(f"  {line}" for line in lines), "except DOUBTS: return None"]
        return layout.function("text", [*tried, *layout.make, "return made"], **self._known)

    def _matching(self, pattern: str, found: list[str]) -> list[str]:
        """Python lines that match *pattern* and store its groups in the variables *found*."""
        name = f"match_{len(self._known)}"
        self._known[name] = re.compile(pattern).match
        lines = [f"found = {name}(text, at)", "if found is None: return None"]
        return [*lines, f"{''.join(found)} = found.groups()"] if found else lines


def _has(found: Model, slots: tuple[Slot, ...]) -> bool:
    """Whether the model has these entries, and all are texts."""
    keys = {key for key, _, _ in found.members}
    return all(slot.name in keys and isinstance(slot.value, str) for slot in slots)


def _part(part: Part, spelled: str) -> Any:
    """The value that is *spelled* so."""
    ((_, said),) = json.pairs(f'{{"":{spelled}}}')
    _, untouched, read = part
    return said if type(said) in untouched else read(said)
