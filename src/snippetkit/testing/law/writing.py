"""The laws of writing into a text: what it says afterwards."""

from __future__ import annotations

import contextlib
import copy
import itertools
from collections.abc import Sequence
from typing import Any, TypeVar

from snippetkit.convert import is_absent, structure, unstructure
from snippetkit.document import Document
from snippetkit.formats import Format
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, same
from snippetkit.syntax import json
from snippetkit.syntax.tree import Plain, spliced
from snippetkit.testing.edits import evolved
from snippetkit.testing.grammar.draft import Draft
from snippetkit.testing.law._changes import (
    changed_fields,
    is_given,
    is_undone,
    last_put_shows,
    settled,
    shape_of,
    singles,
)
from snippetkit.testing.law._slots import slot_of
from snippetkit.testing.law._trial import created_text, put, require

__all__ = [
    "codec_manner",
    "commute",
    "documents_equal",
    "edits_agree",
    "get_put",
    "history",
    "put_get",
    "put_plain",
    "put_put_manner",
]

A = TypeVar("A", bound=Article)


def get_put(format: Format[Any], text: str) -> None:
    """GetPut: putting a document's own article, or any copy of it, returns that same document.

    Restriction: for a text with defects, only copies that are not constructed anew, because the class
    may refuse what it could not read.
    """
    document = Document(format, text)
    article = document.article
    copies = [article, copy.copy(article), copy.deepcopy(article)]
    if not document.defects:
        copies += [article.evolve()]
        copies += [structure(_through_json(unstructure(article)), type(article))]
    for one in copies:
        require(same(one, article), "a copy says the same", one, article)
        require(document.put(one) is document, "putting the same is doing nothing", one, text)
        require(document.edits(one) == (), "there is nothing to edit", one, text)


def _through_json(plain: Plain) -> Plain:
    """*plain* written as JSON and read again."""
    text = json.create([("value", plain)], "\n")
    return json.scan(text, 0, len(text)).slots[0].value


def put_get(format: Format[A], text: str, edited: A) -> None:
    """PutGet: reading after a put gives what was put, to the last character; or the put is refused."""
    document = Document(format, text)
    made = put(document, edited)
    if made is not None:
        fresh = Document(format, made.text)
        require(
            same(fresh.article, edited),
            "what was put is read",
            fresh.article,
            edited,
            text,
            made.text,
        )
        require(
            len(fresh.defects) <= len(document.defects),
            "no defect comes from writing",
            fresh.defects,
        )


def put_plain(format: Format[Any], draft: Draft, words: Sequence[str]) -> None:
    """PutGet with teeth: a text without defects accepts a plain word for every text field it has.

    Any other words are accepted or refused. Restriction: texts by the grammar, and fields that a new
    text can hold.
    """
    document = Document(format, draft.text)
    if document.defects or draft.plan is None:
        return
    for name, member in format.members.items():
        is_text = member.kind in (str, str | None) and getattr(document.article, name)
        if is_text and slot_of(document, name) is not None:  # a default is said by nothing
            plain = _PLAIN.get(name, "Rain")
            wanted = settled(document, evolved(document.article, {name: plain}))
            refused = created_text(format, wanted) is not None and put(document, wanted) is None
            require(not refused, f"a plain word is taken for {name}", draft.text)
            for word in words:
                put_get(format, draft.text, evolved(document.article, {name: word}))


# A line that is no sentence is a title; one below it is a by-line by its first word.
_PLAIN = {"body": "It rained.", "byline": "By A. Khan"}


def put_put_manner(format: Format[A], text: str, edited: A, again: A) -> None:
    """PutPut: in any text, only the last put shows, if the first can be undone exactly.

    Restriction: fields that both puts change, with the presence and lengths of the full PutPut; and
    only if putting the old value back gives the old text, because a spelling that no writer would
    choose cannot be recovered from its value. Keep the old document for that: it never changes.
    """
    document = Document(format, text)
    both = set(changed_fields(format, document.article, edited)) & set(
        changed_fields(format, document.article, again)
    )
    one = evolved(document.article, {name: getattr(edited, name) for name in both})
    two = evolved(document.article, {name: getattr(again, name) for name in both})
    shaped = shape_of(one) == shape_of(two) == shape_of(document.article)
    if shaped and is_undone(document, one):
        last_put_shows(document, one, two)


def commute(format: Format[A], text: str, edited: A) -> None:
    """Commute: edits of different fields give the same text in either order.

    Restriction: fields that the text has before and after.
    """
    document = Document(format, text)
    staying = [
        (name, one)
        for name, one in singles(document, edited)
        if slot_of(document, name) is not None and is_given(format, one, name)
    ]
    for (first, one), (second, two) in itertools.pairwise(staying):
        if first == second:
            continue
        left = _after(put(document, one), second, two)
        right = _after(put(document, two), first, one)
        if left is not None and right is not None:
            require(
                left.text == right.text,
                f"{first} and {second} commute",
                text,
                left.text,
                right.text,
            )


def _after(document: Document[A] | None, name: str, article: A) -> Document[A] | None:
    """*document* with field *name* as *article* has it."""
    if document is None:
        return None
    return put(document, evolved(document.article, {name: getattr(article, name)}))


def edits_agree(format: Format[A], text: str, edited: A) -> None:
    """Edits agree: edits are in order and do not overlap, and applying them gives what `put` gives."""
    document = Document(format, text)
    made = put(document, edited)
    if made is None:
        return
    edits = document.edits(edited)
    require(
        (edits == ()) == (made is document), "no edits exactly where nothing changes", edits, text
    )
    require(
        all(one.end <= two.start for one, two in itertools.pairwise(edits)),
        "edits are apart",
        edits,
    )
    applied = text
    for edit in reversed(edits):
        applied = spliced(applied, edit)
    require(applied == made.text, "the edits give the text", applied, made.text, edits)


def history(format: Format[A], text: str, steps: Sequence[A]) -> None:
    """PutGet over time: after any number of puts, a document says what the last one asked for.

    The first text's values can be put back; its bytes are in the first document.
    """
    first = document = Document(format, text)
    for step in (*steps, first.article):
        document = put(document, step) or document
        fresh = Document(format, document.text)
        require(
            same(fresh.article, document.article),
            "a document says what its text says",
            document.text,
        )
        require(
            len(fresh.defects) <= len(first.defects), "no defect comes from writing", document.text
        )
    require(first.text == text, "the first document is as it was")


def documents_equal(format: Format[Any], text: str) -> None:
    """V3: documents are equal exactly if their formats and texts are."""
    document = Document(format, text)
    twin = Document(copy.deepcopy(format), text)
    require(
        document == twin and hash(document) == hash(twin), "same format and text, so equal", text
    )
    require(document != Document(format, text + "\n"), "another text, so not equal", text)


def codec_manner(format: Format[Any], text: str) -> None:
    """E4: encoding a value, given an old spelling of that same value, returns the old spelling.

    Decoding any plain value gives a value or raises `ValueError`. Restriction: the first part holds
    for label lines, where the spelling is the plain value.
    """
    scan = format.scan(text)
    found, _ = format.assign(scan)
    for name, index in found.items():
        raw, codec = scan.slots[index].value, format.members[name].codec
        for slot in scan.slots:
            with contextlib.suppress(ValueError):
                codec.decode(slot.value)
        with contextlib.suppress(ValueError):
            value = codec.decode(raw)
            if isinstance(format, Snippet) and not is_absent(format.members[name].attribute, value):
                require(codec.encode(value, raw) == raw, f"{name} keeps its spelling", raw, value)
