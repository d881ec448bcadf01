"""Slots of a document: which ones give a field, and whether the others are unchanged."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from snippetkit.document import Document
from snippetkit.formats import Format
from snippetkit.formats._met import SOURCE
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article
from snippetkit.syntax.headers import HOSTED
from snippetkit.syntax.tree import Slot
from snippetkit.testing.law._trial import require

__all__ = ["is_of_lines", "others_kept", "raw_of", "slot_of", "slots_of"]

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


def others_kept(document: Document[A], made: Document[A], changed: set[str]) -> None:
    """All slots but those of the *changed* fields have the same names and texts, in order.

    A host without a label goes by one name among header lines, and by another below them.
    """
    old, new = (_without(one, changed) for one in (document, made))
    require(old == new, "the other slots are as they were", old, new, document.text, made.text)


def _without(document: Document[A], changed: set[str]) -> list[tuple[str, str]]:
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
