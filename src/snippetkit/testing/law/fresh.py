"""The laws of writing an article as a new text."""

from __future__ import annotations

import contextlib
import copy
import re
from collections.abc import Sequence
from typing import TypeVar

import attrs

from snippetkit.convert import default_of, is_absent
from snippetkit.document import Document
from snippetkit.formats import Format
from snippetkit.formats.markdown import Markdown
from snippetkit.model import Article, same
from snippetkit.model.value import field_types
from snippetkit.testing.edits import evolved
from snippetkit.testing.law._changes import (
    changed_fields,
    is_given,
    is_undone,
    last_put_shows,
    shape_of,
)
from snippetkit.testing.law._slots import raw_of
from snippetkit.testing.law._trial import created_text, lost, put, require

__all__ = [
    "codec_inverse",
    "create_get",
    "create_put",
    "losses_agree",
    "losses_explain",
    "losses_settle",
    "put_new",
    "put_put_canonical",
    "read_create",
    "same_text",
    "three_states",
]

A = TypeVar("A", bound=Article)
_PLAIN = re.compile(r"""[\w .,:;+/()\[\]{}"\n-]*""")
"""What any syntax can spell, in words, numbers, dates and lists of them."""


def create_get(format: Format[A], article: A) -> None:
    """CreateGet: reading a new text gives its article; or the format refuses, and reports a loss."""
    text = created_text(format, article)
    if text is None:
        require(lost(format, article) != ((), article), "what is refused is reported", article)
    else:
        document = Document.parse(text, format, cls=format.cls)
        require(
            same(document.article, article),
            "what was written is read",
            document.article,
            article,
            text,
        )


def create_put(format: Format[A], article: A) -> None:
    """CreatePut: a new text is canonical; writing its article again gives the same text."""
    text = created_text(format, article)
    if text is not None:
        document = Document(format, text)
        require(document.put(article) is document, "nothing to put", text)
        again = format.create(document.article)
        require(again == text, "canonical form is stable", text, again)


def read_create(format: Format[A], text: str) -> None:
    """CreateGet with teeth: what a text says in plain characters, a new text can say too.

    Restriction: texts without defects.
    """
    document = Document(format, text)
    if document.defects:
        return
    losses, _ = lost(format, document.article) or ((), None)
    refused = {loss.field: loss.reason for loss in losses}
    found, _ = format.assign(document.index)
    for name in refused.keys() & found:
        spelled = raw_of(text, document.index.slots[found[name]])[1]
        is_plain = _PLAIN.fullmatch(spelled) is not None
        require(not is_plain, f"{name} can be written", spelled, refused[name], text)


def put_new(format: Format[A], article: A, other: A) -> None:
    """PutGet with teeth: a text that the format wrote takes what a new text could say, where that has it.

    A field that is there goes, and one that is not comes, as *other* has it; `put_plain` has the fields
    that stay. Restriction: classes that make no field of others; not ``extra``, whose keys keep the
    order of the text. And of places, fields without an empty slot there already, such as the ``Source:``
    that ends a header to show that it is one.
    """
    text = created_text(format, article)
    if text is None or format.maker.of_rest:
        return
    document = Document(format, text)
    for name, member in format.members.items():
        goes = is_given(format, article, name)
        value = default_of(member.attribute) if goes else getattr(other, name)
        one = article if value is attrs.NOTHING else evolved(article, {name: value})
        if name != "extra" and changed_fields(format, article, one) == [name]:
            made, fresh = put(document, one), created_text(format, one)
            require(made or fresh is None, f"{name} is taken", value, text)
            if made and fresh is not None and name not in format.assign(document.index)[0]:
                ours, theirs = _names(made), _names(Document(format, fresh))
                in_order = [one for one in theirs if one in ours]
                is_there = [one for one in ours if one in theirs] == in_order
                require(is_there, f"{name} stands in its place", made.text, fresh)


def _names(document: Document[A]) -> list[str]:
    """The names of the slots, in order."""
    return [slot.name for slot in document.index.slots]


def put_put_canonical(format: Format[A], article: A, other: A) -> None:
    """PutPut: in a text that the format wrote, only the last put shows.

    Restriction: all three articles have values in the same fields, with lists of the same length and
    mappings with the same keys. To undo an addition exactly, keep the old document. Front matter is
    held to `put_put_manner` instead: quotes that one value needed stay for the next, because existing
    quotes are always kept.
    """
    text = created_text(format, article)
    if text is None:
        return
    document, careful = Document(format, text), isinstance(format, Markdown)
    for one, two in _alike(article, other):
        if not (careful and not is_undone(document, one)):
            last_put_shows(document, one, two)


def _alike(article: A, other: A) -> list[tuple[A, A]]:
    """Two edits of *article* of its own shape: some texts of *other* put into its fields."""
    given = {
        name: value for name in field_types(type(article)) if (value := getattr(article, name))
    }
    wanted = {name: getattr(other, name) for name in given}
    one = evolved(
        article,
        {name: value for name, value in wanted.items() if shape_of(value) == shape_of(given[name])},
    )
    texts = {name: value + "x" for name, value in given.items() if isinstance(value, str)}
    two = evolved(article, texts)
    alike = shape_of(one) == shape_of(two) == shape_of(article)
    return [(one, two), (two, one)] if alike else []


def same_text(format: Format[A], article: A) -> None:
    """S3: articles that are the same are written the same."""
    copies = (copy.deepcopy(article), article.evolve())
    written = {created_text(format, one) for one in (article, *copies)}
    require(len(written) == 1, "copies are written the same", written)


def three_states(format: Format[A], article: A, words: Sequence[str]) -> None:
    """V5: a missing, an empty and any other text are kept apart, or the loss is reported."""
    for name, member in format.members.items():
        if member.kind == str | None:
            for state in (None, "", *words):
                one = evolved(article, {name: state})
                losses, rest = lost(format, one) or ((), one)
                kept = same(getattr(rest, name), getattr(one, name))  # what its class makes of it
                told = kept or name in {loss.field for loss in losses}
                require(told, f"{name}={state!r} is kept or reported", losses)


def losses_explain(format: Format[A], article: A) -> None:
    """C1: the losses explain the whole difference between an article and what is kept of it.

    Every lost field is named, no kept one is, and each loss is needed: with that field as it was, the
    format refuses.
    """
    found = lost(format, article)
    if found is None:
        return
    losses, rest = found
    require(
        (losses == ()) == same(rest, article),
        "no losses exactly where nothing goes",
        losses,
        article,
    )
    explained = evolved(article, {loss.field: loss.kept for loss in losses})
    require(same(explained, rest), "the losses are the difference", losses, article, rest)
    for loss in losses:
        require(
            same(loss.value, getattr(article, loss.field)),
            "a loss says what the article says",
            loss,
        )
        require(
            loss.reason and not same(loss.value, loss.kept), "a loss is one, and says why", loss
        )
        whole = evolved(rest, {loss.field: loss.value})
        require(created_text(format, whole) is None, "nothing is lost without need", loss, rest)


def losses_agree(format: Format[A], article: A) -> None:
    """C2: there are no losses exactly if a new text can be written."""
    created = created_text(format, article) is not None
    found = lost(format, article)
    require(
        (found is not None and found[0] == ()) == created, "losses and create agree", found, article
    )


def losses_settle(format: Format[A], article: A) -> None:
    """C3: what is kept can be written, comes back, and loses nothing more."""
    found = lost(format, article)
    if found is None:
        return
    rest = found[1]
    require(lost(format, rest) == ((), rest), "what is kept loses nothing", rest)
    require(same(format.read(format.create(rest)).article, rest), "what is kept comes back", rest)


def codec_inverse(format: Format[A], article: A, words: Sequence[str]) -> None:
    """E4: decoding an encoded value gives the value; or the codec refuses with a `ValueError`."""
    for name, member in format.members.items():
        values = [getattr(article, name), *(words if member.kind in (str, str | None) else ())]
        for value in values:
            if (
                name != "extra"
                and not is_absent(member.attribute, value, article)
                and value is not None
            ):
                with contextlib.suppress(ValueError):
                    plain = member.codec.encode(value, None)
                    require(
                        same(member.codec.decode(plain), value), f"{name} decodes", plain, value
                    )
