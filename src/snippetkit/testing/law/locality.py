"""The laws of writing into a text: what stays unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from snippetkit.convert import unstructure
from snippetkit.document import Document
from snippetkit.formats import Format
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article
from snippetkit.syntax.headers import IN_FRONT
from snippetkit.syntax.tree import BODY, Edit, Plain, Slot, newline_of
from snippetkit.testing.law._changes import changed_fields, is_given, singles
from snippetkit.testing.law._slots import (
    fields_around,
    is_of_lines,
    others_kept,
    slot_of,
    slots_of,
)
from snippetkit.testing.law._trial import put, require

__all__ = ["line_ends", "locality", "no_injection", "unknown_kept", "value_only", "whole_slot"]

A = TypeVar("A", bound=Article)
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = f"\r\n{IN_FRONT}"
"""What a blank line of a header may hold: marks of direction and joiners, too."""


def locality(format: Format[A], text: str, edited: A) -> None:
    """Locality: changing a field changes only its slot; other slots keep their names and texts.

    Restriction: fields that the text has before and after; `whole_slot` covers the others.
    """
    document = Document(format, text)
    for name, one in singles(document, edited):
        slot, made = slot_of(document, name), put(document, one)
        if slot is None or made is None or slot_of(made, name) is None:
            continue
        before, after = text[: slot.begin], text[slot.stop :]
        within = made.text.startswith(before) and made.text.endswith(after)
        require(
            within and len(made.text) >= len(before) + len(after),
            f"only {name} moves",
            text,
            made.text,
        )
        others_kept(document, made, {name})


def value_only(format: Format[A], text: str, edited: A) -> None:
    """Value-only: if a field stays, only its value changes: not its name, its gap, or its line end.

    A value that several lines of TOML give is all of those lines.
    """
    document = Document(format, text)
    for name, one in singles(document, edited):
        slot, made = slot_of(document, name), put(document, one)
        if slot is None or made is None or slot_of(made, name) is None:
            continue
        before, after = text[: slot.start], text[_end_of_value(text, slot) :]
        require(made.text.startswith(before), f"what stands before {name} stays", text, made.text)
        require(
            made.text[len(before) :].endswith(after),
            f"what stands behind {name} stays",
            text,
            made.text,
        )


def _end_of_value(text: str, slot: Slot) -> int:
    is_lines = slot.begin == slot.start and text[: slot.end].endswith("\n")
    return slot.stop if is_lines else slot.end


def whole_slot(format: Format[A], text: str, edited: A) -> None:
    """Add, remove: a field is added by one insertion, and removed with exactly its slot.

    In label lines, YAML and TOML these are whole lines; in JSON the comma comes and goes with it. If
    the last line has no line end, one is added first. Removing the only label line of a text also
    removes the blank lines around it, which would otherwise become part of the body.
    """
    document = Document(format, text)
    for name, one in singles(document, edited):
        made = put(document, one)
        if made is None or name == "extra":
            continue
        slot, edits = slot_of(document, name), document.edits(one)
        if slot is None:
            _is_whole_insertion(document, made, edits, name)
        elif not is_given(format, one, name):
            require(slot_of(made, name) is None, f"of {name} nothing is left", text, made.text)
            _is_whole_removal(document, made, edits, slot)
        others_kept(document, made, {name})


def _is_whole_insertion(
    document: Document[A], made: Document[A], edits: Sequence[Edit], name: str
) -> None:
    require(len(edits) == 1, f"{name} comes in one insertion", edits, document.text)
    (edit,) = edits
    require(edit.start == edit.end, f"{name} comes and nothing goes", edit, document.text)
    if is_of_lines(document.format, document.text) and name != "body":
        before = document.text[: edit.start] + edit.text
        begins = before[edit.start - 1 : edit.start] in ("", "\n", "\r", "\ufeff") or edit.text[
            :1
        ] in ("\n", "\r")
        require(
            begins and before[-1:] in ("\n", "\r"),
            f"{name} has lines of its own",
            edit,
            document.text,
        )
    slot = slot_of(made, name)
    inside = (
        slot is not None and edit.start <= slot.start and slot.end <= edit.start + len(edit.text)
    )
    require(inside, f"{name} stands in what was inserted", edit, made.text)


def _is_whole_removal(
    document: Document[A], made: Document[A], edits: Sequence[Edit], slot: Slot
) -> None:
    require(len(edits) == 1, "a slot goes in one piece", edits, document.text)
    (edit,) = edits
    require(edit.text == "", "a slot goes and nothing comes", edit, document.text)
    if is_of_lines(document.format, document.text):
        left = "".join(_outside(document.text, edit, (slot,)))
        is_exact = not left or (_is_bare(made) and not left.strip(_BLANK))
        require(is_exact, "exactly the slot goes", edit, slot, document.text)
    require(
        edit.start <= slot.begin and slot.end <= edit.end,
        "the whole slot goes",
        edit,
        slot,
        document.text,
    )


def line_ends(format: Format[A], text: str, edited: A) -> None:
    """Line ends: inserted lines end as the text's first line does; existing line ends stay.

    In JSON: as lines of the object do. Restriction: fields that were absent, whose values
    contain no line end.
    """
    document = Document(format, text)
    theirs = {newline_of(text)}
    if not is_of_lines(format, text):
        theirs |= {*_LINE_END.findall(text, document.index.start, document.index.end)}
    for name, one in singles(document, edited):
        if name == "extra" or slot_of(document, name) is not None:
            continue
        made = put(document, one)
        if made is not None and not _has_line_end(getattr(one, name), format.members[name].kind):
            ends = {end for edit in document.edits(one) for end in _LINE_END.findall(edit.text)}
            require(ends <= theirs, "line ends are those of the text", ends, text, made.text)


def _has_line_end(value: Any, kind: Any) -> bool:
    return any(map(_LINE_END.search, _texts_in(unstructure(value, kind))))


def _texts_in(plain: Plain) -> Iterator[str]:
    """All texts in a plain tree, keys too."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, Mapping):
        yield from plain
        yield from _texts_in(list(plain.values()))
    elif isinstance(plain, Sequence):
        for one in plain:
            yield from _texts_in(one)


def no_injection(format: Format[A], text: str, edited: A) -> None:
    """No injection: whatever a value holds, no other slot appears, disappears, or changes.

    An unknown key inside the value of a field belongs to the slot of that field.
    """
    document = Document(format, text)
    made = put(document, edited)
    if made is not None:
        changed = set(changed_fields(format, document.article, edited))
        others_kept(document, made, changed)
        old, new = document.index.slots, made.index.slots
        require(
            len(new) - len(old) <= _arrivals(document, edited, changed),
            "no slot comes by itself",
            text,
            made.text,
        )


def _arrivals(document: Document[A], edited: A, changed: set[str]) -> int:
    """How many slots may have come: the fields and unknown names that are new."""
    found, _ = document.format.assign(document.index)
    new = sum(name not in found for name in changed if name != "extra")
    return new + sum(key not in document.article.extra for key in edited.extra)


def unknown_kept(format: Format[A], text: str, edited: A) -> None:
    """Unknown kept: a put deletes nothing outside the slots of the fields that it changes.

    Unknown fields, comments, duplicates and blank lines stay, in order, byte for byte. Separators (a
    comma and blanks) of a removed slot may go with it, as `whole_slot` says. An unknown key inside
    the value of a field belongs to the slot of that field.
    """
    document = Document(format, text)
    made = put(document, edited)
    if made is None:
        return
    changed = {*changed_fields(format, document.article, edited)}
    if "extra" in changed:
        changed |= fields_around(document, made)
    slots = slots_of(document, changed)
    for edit in document.edits(edited):
        left = "".join(_outside(text, edit, slots))
        require(not left.strip(f",{_BLANK}"), "nothing else goes", left, edit, text)
        is_kept = not left or not is_of_lines(format, text) or _is_bare(made)
        require(is_kept, "no blank line goes", left, edit, text)


def _is_bare(made: Document[A]) -> bool:
    """Whether of a snippet's header nothing is left above its body."""
    names = [slot.name for slot in made.index.slots]
    return isinstance(made.format, Snippet) and names == [BODY]


def _outside(text: str, edit: Edit, slots: Sequence[Slot]) -> Iterator[str]:
    """What *edit* deletes that is in none of *slots*."""
    at = edit.start
    for slot in sorted(slots, key=lambda slot: slot.begin):
        if slot.stop > at and slot.begin < edit.end:
            yield text[at : slot.begin]
            at = max(at, slot.stop)
    yield text[at : edit.end]
