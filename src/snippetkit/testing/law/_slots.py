"""Slots of a document: which ones give a field, and whether the others are unchanged."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from snippetkit.document import Document
from snippetkit.formats import Format
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, same
from snippetkit.syntax.headers import HOSTED, SOURCE
from snippetkit.syntax.tree import Plain, Slot
from snippetkit.testing.law._trial import require

__all__ = ["fields_around", "is_of_lines", "others_kept", "raw_of", "slot_of", "slots_of"]

A = TypeVar("A", bound=Article)


def slot_of(document: Document[A], name: str) -> Slot | None:
    """The slot that says field *name*, if one does."""
    found, _ = document.format.assign(document.index)
    return document.index.slots[found[name]] if name in found else None


def slots_of(document: Document[A], names: Collection[str]) -> list[Slot]:
    """The slots that say the fields *names*; for ``extra`` all unknown ones, JSON's box for them too."""
    slots = document.index.slots
    found, rest = document.format.assign(document.index)
    ours = [slots[found[name]] for name in names if name in found]
    if "extra" in names:
        ours += [slots[n] for n in rest] + [slot for slot in slots if slot.name == "extra"]
    return ours


def others_kept(document: Document[A], made: Document[A], changed: Collection[str]) -> None:
    """All slots but those of the *changed* fields have the same names and texts, in order.

    A host without a label goes by one name among header lines, and by another below them.
    """
    if "extra" in changed:
        changed = {*changed, *fields_around(document, made)}
    old, new = (_without(one, changed) for one in (document, made))
    require(old == new, "the other slots are as they were", old, new, document.text, made.text)


def fields_around(document: Document[A], made: Document[A]) -> set[str]:
    """The fields inside whose values unknown keys came, went, or say something else."""
    old, new = (_inside(one) for one in (document, made))
    return {field for field in {*old, *new} if not same(old.get(field), new.get(field))}


def _inside(document: Document[A]) -> dict[str, dict[str, Plain]]:
    """The unknown keys inside the value of each field that has any, and what they say."""
    format, scan = document.format, document.index
    fields = {scan.slots[index].begin: field for field, index in format.assign(scan)[0].items()}
    inside: dict[str, dict[str, Plain]] = {}
    for slot in format.inner_slots(scan):
        inside.setdefault(fields[slot.begin], {})[slot.name] = slot.value
    return inside


def _without(document: Document[A], changed: Collection[str]) -> list[tuple[str, str]]:
    gone = slots_of(document, changed)
    kept = [raw_of(document.text, slot) for slot in document.index.slots if slot not in gone]
    return [(SOURCE if name == HOSTED else name, raw) for name, raw in kept]


def raw_of(text: str, slot: Slot) -> tuple[str, str]:
    """The name of a slot and the spelling of its value."""
    return slot.name, text[slot.start : slot.end]


def is_of_lines(format: Format[Any], text: str) -> bool:
    """Whether every slot of *text* has lines of its own."""
    opened = text.lstrip("\ufeff \t\r\n")[:1]
    return isinstance(format, Snippet) or (isinstance(format, Markdown) and opened != "{")
