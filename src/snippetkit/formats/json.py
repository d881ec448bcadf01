"""The format ``json``: the library's own JSON, which holds everything an article has.

It is an object with the fields as keys; unknown names stand beside them.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, cast

import attrs

from snippetkit.convert import thaw
from snippetkit.errors import Flaw, Unrepresentable
from snippetkit.formats._codec import Typed
from snippetkit.formats._format import A, Format, Reading, flawless
from snippetkit.formats._quick.parts import Part, part_of
from snippetkit.formats._quick.records import Records
from snippetkit.formats._quick.speller import Row, article_speller
from snippetkit.model import Article, FrozenDict
from snippetkit.model.frozendict import Frozen, freeze
from snippetkit.syntax import json
from snippetkit.syntax.tree import Edit, Parts, Plain, Scan, Slot

__all__ = ["SCHEMA", "Json"]

SCHEMA = "urn:snippetkit:article:1"
"""The value of ``$schema`` in texts of this version."""
_FAMILY = "urn:snippetkit:article:"
_EXTRA = "extra"
_SCHEMA = "$schema"
_BEGINNING = re.compile(
    r"""\ufeff?+[ \t\r\n]*+(?:\[[ \t\r\n]*+)?\{[ \t\r\n]*+"""
    r"""("[^"\r\n]*+"[ \t\r\n]*+:|\}[ \t\r\n]*+(?:\Z|[,\]]))"""
)
"""An object with its first name, or without any; also as the first of a list."""
_HOW_IT_READS = ("read", "scan", "assign", "fold", "_extra")
_HOW_IT_WRITES = ("compose", "composed", "name_of", "_encoded", "_extra_items")


@attrs.frozen(kw_only=True, slots=False)
class Json(Format[A]):
    """One JSON object per article.

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
    turn: ClassVar[int] = 3
    suffixes: ClassVar[tuple[str, ...]] = (".json",)
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        name: (name,) for name in (a.name for a in attrs.fields(Article)) if name != _EXTRA
    }
    reserved: ClassVar[Mapping[str, str]] = {_EXTRA: "what has no field", _SCHEMA: "the version"}

    manner: ClassVar[json.Manner] = json.CANONICAL
    """The layout of the JSON."""

    def read(self, text: str, scan: Scan | None = None) -> Reading[A]:
        """The article and the flaws; a text without flaws is read without finding its spans."""
        article = None if scan is not None else self.quick(text)
        return super().read(text, scan) if article is None else flawless(article)

    def quick(self, text: str | bytes) -> A | None:
        """The article of a text without flaws; None where anything is out of the ordinary."""
        records = self._records
        if records is None:
            return None
        try:
            text = text.decode() if isinstance(text, bytes) else text
            known = records.read(text)
            if known is not None:
                return known
            pairs = json.pairs(text)
            article = self.maker.build(self._values(pairs, records.parts))
        except Exception:  # noqa: BLE001  # a doubt; and a user's class may raise anything
            return None
        records.meet(text, tuple([name for name, _ in pairs if name != _SCHEMA]))
        return article

    def _values(self, pairs: Sequence[tuple[str, Any]], parts: Mapping[str, Part]) -> list[Any]:
        """The values of the fields, in order; any error where anything is out of the ordinary."""
        values, extra = self.maker.unsaid(), {}
        for name, said in pairs:
            if name in parts:
                place, untouched, read = parts[name]
                values[place] = said if type(said) in untouched else read(said)
            elif name not in (_SCHEMA, _EXTRA):
                extra[name] = freeze(json.plain(said), name)
            elif name == _EXTRA or said != SCHEMA:
                raise ValueError("names of the format that say something else")
        if extra:
            values[self.members[_EXTRA].place] = FrozenDict(extra)
        is_missing = self.maker.is_demanding and any(one is attrs.NOTHING for one in values)
        if is_missing or len(dict(pairs)) < len(pairs):
            raise ValueError("a name that is missing, or stands twice")
        return values

    @functools.cached_property
    def _kinds(self) -> dict[str, Any] | None:
        """The types of the fields; None for an heir that reads otherwise than by them."""
        if not self._keeps(Json, _HOW_IT_READS):
            return None
        members = self.members.items()
        if any(len(m.names) > 1 or type(m.codec) is not Typed for _, m in members):
            return None
        return {field: cast(Typed, m.codec).kind for field, m in members}

    @functools.cached_property
    def _records(self) -> Records[A] | None:
        """The makes of texts met often; None where no quick way leads."""
        if self._kinds is None:
            return None
        members = self.members.items()
        kinds = {name: self._kinds[field] for field, m in members for name in m.names}
        places = {name: m.place for _, m in members for name in m.names}
        parts = {name: part_of(places[name], kind) for name, kind in kinds.items()}
        return Records(self, parts, kinds)

    def detects(self, text: str) -> bool:
        """Whether the text begins like JSON; if it is wrong further on, it is JSON with a defect."""
        return _BEGINNING.match(text) is not None

    def parts(self, text: str) -> Parts:
        """The elements of a list of articles."""
        return json.elements(text)

    def scan(self, text: str) -> Scan:
        """Find the entries of the object; never raises."""
        scan = json.scan(text, 0, len(text))
        later = [slot for slot in scan.slots if _is_schema(slot) and slot.value != SCHEMA]
        flaws = [
            Flaw(s.start, s.end, "unknown-version", f"this reader knows {SCHEMA} only")
            for s in later
        ]
        return scan._replace(flaws=(*scan.flaws, *flaws)) if flaws else scan

    def assign(self, scan: Scan) -> tuple[dict[str, int], list[int]]:
        """Which slot belongs to which field, and the loose unknown ones."""
        found, rest = super().assign(scan)
        return found, [
            n for n in rest if not _is_schema(scan.slots[n]) and scan.slots[n].name != _EXTRA
        ]

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        """The splice that replaces a value."""
        return json.replace(text, scan, index, value)

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        """The splice that adds an entry."""
        return json.insert(text, scan, index, name, value)

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        """The splice that removes an entry."""
        return json.remove(text, scan, index)

    def create_bytes(self, article: A) -> bytes | None:
        """The bytes of `create`'s text for a plain `Article`; else None.

        It is not read back, because the laws prove that JSON holds everything that the model admits.
        """
        return self._spell(article) if type(article) is Article and self._is_proven else None

    def composed(self, article: A) -> str:
        """The text of `create`, before it is read back."""
        quick = self._spell(article)
        return super().composed(article) if quick is None else quick.decode()

    @functools.cached_property
    def _is_proven(self) -> bool:
        """Whether the laws prove that it holds all that an `Article` says."""
        return type(self).__module__.rpartition(".")[0] == __package__

    @functools.cached_property
    def _spell(self) -> Callable[[A], bytes | None]:
        """What spells an article as `compose` does, without a tree between; None where care is needed."""
        names = [_SCHEMA, _EXTRA, *(name for _, name, _, _ in self._writing)]
        distinct = len({*names}) == len(names)
        if self._kinds is None or not distinct or not self._keeps(Json, _HOW_IT_WRITES):
            return lambda _: None
        rows = [
            Row(field, name, self._kinds[field], attribute, absent)
            for field, name, attribute, absent in self._writing
        ]
        return article_speller(rows, self.manner, (_SCHEMA, SCHEMA), self._extra_items)

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        """A new text: the object, in the format's layout."""
        return json.create([(_SCHEMA, SCHEMA), *items], "\n", self.manner)

    def edits_extra(
        self, text: str, scan: Scan, keys: Iterable[str], extra: FrozenDict[Frozen]
    ) -> list[Edit]:
        """The splices for unknown keys, in their places; those in the ``extra`` object share one."""
        boxed = self._boxed(scan, extra)
        inside = [key for key in keys if key in boxed]
        edits = super().edits_extra(text, scan, [key for key in keys if key not in boxed], extra)
        return [*edits, self._edit_box(text, scan, inside, extra)] if inside else edits

    def _boxed(self, scan: Scan, extra: FrozenDict[Frozen]) -> set[str]:
        """The unknown keys that stand, or go, in the ``extra`` object: behind others in it, too."""

        def found() -> set[str]:
            loose, boxed = self._unknown(scan), set(_box(scan)[1])
            for before, key in itertools.pairwise(["", *extra]):
                if key not in loose and (self._reserved(key) or before in boxed):
                    boxed.add(key)
            return boxed - loose.keys()

        return scan.once("boxed", found)

    def _edit_box(
        self, text: str, scan: Scan, keys: Sequence[str], extra: FrozenDict[Frozen]
    ) -> Edit:
        """The splice for *keys* in the ``extra`` object."""
        box, boxed = _box(scan)
        wanted = _with(boxed, keys, extra)
        try:
            if box is None:
                return self.inserted(text, scan, len(scan.slots), _EXTRA, wanted)
            return (
                self.replaced(text, scan, box, wanted) if wanted else self.removed(text, scan, box)
            )
        except ValueError as error:
            raise Unrepresentable(_EXTRA, f"{keys[0]!r}: {error}") from None

    def _place(self, field: str, found: dict[str, int], scan: Scan) -> int:
        """As in any format, but never above the version that a text begins with."""
        begins = bool(scan.slots) and _is_schema(scan.slots[0])
        return max(super()._place(field, found, scan), int(begins))

    def _reserved(self, key: str) -> bool:
        return key in self._fields or key in (_EXTRA, _SCHEMA)

    def _extra(self, scan: Scan, rest: list[int], flaws: list[Flaw]) -> FrozenDict[Frozen]:
        extra = super()._extra(scan, rest, flaws)
        box, boxed = _box(scan)
        if box is None:
            return extra
        slot = scan.slots[box]
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


def _with(
    boxed: Mapping[str, Plain], keys: Iterable[str], extra: FrozenDict[Frozen]
) -> dict[str, Plain]:
    """*boxed* with *keys* as *extra* has them, each in its place among the others."""
    wanted = dict(boxed)
    for key in keys:
        if key in extra:
            wanted[key] = cast(Plain, thaw(extra[key]))
        else:
            wanted.pop(key, None)
    order = {name: place for place, name in enumerate(extra)}
    return {
        name: wanted[name] for name in sorted(wanted, key=lambda name: order.get(name, len(order)))
    }


def _is_schema(slot: Slot) -> bool:
    return slot.name == _SCHEMA and str(slot.value).startswith(_FAMILY)


def _box(scan: Scan) -> tuple[int | None, Mapping[str, Plain]]:
    """The number of the slot that holds unknown entries whose names are taken, and these."""
    for number, slot in enumerate(scan.slots):
        if slot.name == _EXTRA:
            return number, slot.value if isinstance(slot.value, dict) else {}
    return None, {}
