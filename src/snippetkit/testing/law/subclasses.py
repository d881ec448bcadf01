"""The laws of a subclass of `Article` and its base."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import attrs

from snippetkit.convert import is_absent, recast
from snippetkit.document import Document
from snippetkit.formats import Format
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, same
from snippetkit.model.value import Value, field_types
from snippetkit.syntax.tree import Slot
from snippetkit.testing.edits import evolved
from snippetkit.testing.law._slots import others_kept, slot_of
from snippetkit.testing.law._trial import put, require

__all__ = ["base_keeps", "base_unchanged"]

A = TypeVar("A", bound=Article)
_FENCE = re.compile(r"\ufeff?[ \t\r\n]*-{3,}[ \t]*[\r\n]")


def base_keeps(format: Format[A], text: str) -> None:
    """E2: read as the base class, a subclass's text keeps its fields, in ``extra`` and in the bytes.

    The base reads a value of a subclass of another model without its additional fields. Restriction:
    texts without defects in either class whose header is the same for both. (In a snippet, a label
    that the base does not know may begin its body, if no fence ends the header; after a bar it may end
    the value before, and alone on its line be the value of an empty label above.) And label lines that
    hold no JSON, where additional fields would stand; and fields that the text gives, or that have the
    same default in both.
    """
    base = Document(format.of(Article), text)
    document = Document(format, text)
    if base.defects or document.defects:
        return
    headers = [[slot.name for slot in one.index.slots] for one in (base, document)]
    is_sure = (
        _FENCE.match(text)
        and " | " not in text
        and not any(_is_below(text, one) for one in base.index.slots)
    )
    if headers[0] != headers[1] and not is_sure:
        return
    ours, theirs = field_types(Article), field_types(format.cls)
    for name in ours:
        slot = slot_of(document, name)
        if (
            name != "extra"
            and not _is_json(format, slot)
            and (_is_said(base, name) or _is_as_in_base(format, name))
        ):
            require(
                same(*_known_to_both(getattr(base.article, name), getattr(document.article, name))),
                f"{name} is the same",
                text,
            )
    for name in theirs.keys() - ours.keys():
        slot = slot_of(document, name)
        if slot is not None:  # of a label with a colon in it, the base reads the first part
            names = {one.name for one in base.index.slots if one.begin == slot.begin}
            extra = base.article.extra
            require(not names.isdisjoint(extra), f"{name} is kept in extra", slot, extra)
    made = put(base, evolved(base.article, {"title": "Rain"})) or base
    others_kept(base, made, {"title"})


def _known_to_both(base: Any, other: Any) -> tuple[Any, Any]:
    """Two values, the *other* without what an heir adds to the class of the first."""
    if isinstance(base, tuple) and isinstance(other, tuple) and len(base) == len(other):
        pairs = [_known_to_both(*pair) for pair in zip(base, other, strict=True)]
        return base, tuple([known for _, known in pairs])
    is_base = isinstance(base, Value) and isinstance(other, type(base))
    return base, recast(type(base), other) if is_base else other


def _is_below(text: str, slot: Slot) -> bool:
    """Whether a value stands on a line below its label."""
    return not {"\r", "\n"}.isdisjoint(text[slot.begin : slot.start])


def _is_said(document: Document[Article], name: str) -> bool:
    """Whether the text says something in a field; a label alone, or ``#`` for an address, says nothing."""
    attribute = getattr(attrs.fields(Article), name)
    return not is_absent(attribute, getattr(document.article, name))


def _is_as_in_base(format: Format[Any], name: str) -> bool:
    """Whether a text that does not give the field says the same in the subclass as in the base."""
    defaults = [getattr(attrs.fields(cls), name).default for cls in (Article, format.cls)]
    return same(*defaults)


def _is_json(format: Format[Any], slot: Slot | None) -> bool:
    """Whether a label line holds JSON, which for the base is another text."""
    return isinstance(format, Snippet) and str(slot and slot.value)[:1] in ("{", "[")


def base_unchanged(format: Format[A], text: str) -> None:
    """E3: declaring a subclass, and reading with it, changes nothing for the base."""
    base = format.of(Article)
    before = repr(base.read(text))
    format.read(text)
    fresh = attrs.evolve(base)
    require(
        repr(fresh.read(text)) == before == repr(base.read(text)), "the base reads as before", text
    )
