"""The library's own JSON: everything an article holds, versioned, and nothing else needed.

An object with the fields as keys; what has no field stands beside them under its own name.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import ClassVar

import attrs

from snippetkit.convert import Step, reader, thaw
from snippetkit.errors import Flaw, Unrepresentable
from snippetkit.formats._format import A, Format, Reading, Typed
from snippetkit.model import Article, FrozenDict
from snippetkit.model.frozendict import Frozen, freeze
from snippetkit.syntax import json
from snippetkit.syntax.tree import Edit, Plain, Scan, Slot

__all__ = ["SCHEMA", "Json"]

SCHEMA = "urn:snippetkit:article:1"
"""What ``$schema`` says in a text of this version."""
_FAMILY = "urn:snippetkit:article:"
_EXTRA = "extra"
_SCHEMA = "$schema"
_OURS = (__name__, __name__.replace("json", "ndjson"))
_HOW_IT_READS = ("scan", "assign", "fold", "_extra")


@attrs.frozen(kw_only=True, slots=False)
class Json(Format[A]):
    """One JSON object an article.

    >>> print(Json().create(Article(title="Rain", tags=["weather"])), end="")
    {
      "$schema": "urn:snippetkit:article:1",
      "title": "Rain",
      "tags": [
        "weather"
      ]
    }
    """

    name: ClassVar[str] = "json"
    turn: ClassVar[int] = 2
    suffixes: ClassVar[tuple[str, ...]] = (".json",)
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        name: (name,) for name in (a.name for a in attrs.fields(Article)) if name != _EXTRA
    }

    def read(self, text: str, scan: Scan | None = None) -> Reading[A]:
        """The article and the flaws; a text without any is read without finding its spans."""
        steps = self._steps if scan is None else None
        quick = None if steps is None else self._quick(text, steps)
        return super().read(text, scan) if quick is None else quick

    def _quick(self, text: str, steps: dict[str, tuple[int, Step]]) -> Reading[A] | None:
        """What the text says; None where anything is out of the ordinary.

        A test holds that the careful reading says the same.
        """
        values, extra = self.blank.copy(), {}
        try:
            for key, plain in json.load(text).items():
                if key in steps:
                    place, step = steps[key]
                    values[place] = step(plain)
                elif key not in (_SCHEMA, _EXTRA):
                    extra[key] = freeze(plain, key)
                elif plain != SCHEMA:
                    return None
        except ValueError:
            return None
        if extra:
            values[self.members[_EXTRA].place] = FrozenDict(extra)
        flaws: list[Flaw] = []
        article = self._built(values, text, flaws)
        return None if flaws else Reading(article, ())

    @functools.cached_property
    def _steps(self) -> dict[str, tuple[int, Step]] | None:
        """The place of each key's field, and its reading; None for a heir that reads otherwise."""
        if any(getattr(type(self), name) is not getattr(Json, name) for name in _HOW_IT_READS):
            return None
        if any(len(member.names) > 1 for member in self.members.values()):
            return None
        return {
            name: (member.place, reader(codec.kind) if type(codec) is Typed else codec.decode)
            for member in self.members.values()
            for name, codec in [(name, member.codec) for name in member.names]
        }

    def detects(self, text: str) -> bool:
        """Whether the text is a JSON object."""
        return text.lstrip("\ufeff \t\r\n")[:1] == "{" and bool(self.scan(text).slots)

    def scan(self, text: str) -> Scan:
        """The entries of the object; total."""
        scan = json.scan(text, 0, len(text))
        later = [slot for slot in scan.slots if _is_schema(slot) and slot.value != SCHEMA]
        flaws = [
            Flaw(s.start, s.end, "unknown-version", f"this reader knows {SCHEMA} only")
            for s in later
        ]
        return scan._replace(flaws=(*scan.flaws, *flaws)) if flaws else scan

    def assign(self, scan: Scan) -> tuple[dict[str, int], list[int]]:
        """Which slot says which field, and the loose unknown ones."""
        found, rest = super().assign(scan)
        return found, [
            n for n in rest if not _is_schema(scan.slots[n]) and scan.slots[n].name != _EXTRA
        ]

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        """The splice of one value."""
        return json.replace(text, scan, index, value)

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        """The splice that adds an entry."""
        return json.insert(text, scan, index, name, value)

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        """The splice that takes an entry away."""
        return json.remove(text, scan, index)

    def create(self, article: A) -> str:
        """A fresh text that says *article*, in canonical form. Inverse of `read`.

        Of a plain `Article` it is not read back: JSON holds all that the model admits, which the
        laws prove.

        Raises:
            Unrepresentable: it would not come back the same; the field is named.
        """
        proven = type(self).__module__ in _OURS and type(article) is Article
        return self.composed(article) if proven else super().create(article)

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        """The object, a key a line."""
        return json.create([(_SCHEMA, SCHEMA), *items], "\n")

    def edit_extra(self, text: str, scan: Scan, key: str, extra: FrozenDict[Frozen]) -> Edit:
        """The splice for an unknown key, where it stands: loose, or in the ``extra`` object."""
        box = _box(scan)
        boxed = {} if box is None else _boxed(scan.slots[box])
        keys = list(extra)
        before = keys[keys.index(key) - 1] if key in extra and keys.index(key) else None
        loose = {scan.slots[n].name for n in self.assign(scan)[1]}
        if key in loose or not (key in boxed or before in boxed or self._reserved(key)):
            return super().edit_extra(text, scan, key, extra)
        wanted = _with(boxed, key, extra)
        try:
            if box is None:
                return self.inserted(text, scan, len(scan.slots), _EXTRA, wanted)
            return (
                self.replaced(text, scan, box, wanted) if wanted else self.removed(text, scan, box)
            )
        except ValueError as error:
            raise Unrepresentable(_EXTRA, f"{key!r}: {error}") from None

    def _reserved(self, key: str) -> bool:
        return key in self._fields or key in (_EXTRA, _SCHEMA)

    def _extra(self, scan: Scan, rest: list[int], flaws: list[Flaw]) -> FrozenDict[Frozen]:
        extra = super()._extra(scan, rest, flaws)
        box = _box(scan)
        if box is None:
            return extra
        slot = scan.slots[box]
        boxed = _boxed(slot)
        if not isinstance(slot.value, dict) or any(key in extra for key in boxed):
            what = "must be an object with keys that do not stand beside it"
            flaws.append(Flaw(slot.start, slot.end, "bad-value", what, _EXTRA))
        try:
            return extra | FrozenDict(
                {key: freeze(value, key) for key, value in boxed.items() if key not in extra}
            )
        except ValueError as error:
            flaws.append(Flaw(slot.start, slot.end, "bad-value", str(error), _EXTRA))
            return extra

    def _extra_items(self, extra: FrozenDict[Frozen]) -> list[tuple[str, Plain]]:
        """Loose entries, or all in one object where a name is taken."""
        if any(map(self._reserved, extra)):
            return [(_EXTRA, thaw(extra))]
        return super()._extra_items(extra)


def _with(boxed: dict[str, Plain], key: str, extra: FrozenDict[Frozen]) -> dict[str, Plain]:
    """*boxed* with *key* as *extra* has it, in its place among the others."""
    if key not in extra:
        return {name: value for name, value in boxed.items() if name != key}
    wanted = {**boxed, key: thaw(extra[key])}
    order = {name: place for place, name in enumerate(extra)}
    return {
        name: wanted[name] for name in sorted(wanted, key=lambda name: order.get(name, len(order)))
    }


def _is_schema(slot: Slot) -> bool:
    return slot.name == _SCHEMA and str(slot.value).startswith(_FAMILY)


def _box(scan: Scan) -> int | None:
    """The number of the slot that holds unknown entries whose names are taken."""
    return next((n for n, slot in enumerate(scan.slots) if slot.name == _EXTRA), None)


def _boxed(slot: Slot) -> dict[str, Plain]:
    return dict(slot.value) if isinstance(slot.value, dict) else {}
