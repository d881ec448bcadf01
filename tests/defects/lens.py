"""Lenses with a flaw: changes to `snippetkit.document`, made for as long as a context lasts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any
from unittest import mock

import attrs

from defects._seed import faulty_lens
from snippetkit import document, storage
from snippetkit.document import Document
from snippetkit.errors import Unrepresentable, located
from snippetkit.formats import _format
from snippetkit.syntax import splices


@faulty_lens("put_get", "json")
def compares_with_equality() -> contextlib.AbstractContextManager[Any]:
    """Takes 1 for True, and so drops that edit."""
    stack = contextlib.ExitStack()
    for module in (document, _format):
        stack.enter_context(mock.patch.object(module, "same", lambda one, two: one == two))
    return stack


@faulty_lens("put_get")
def does_not_read_again() -> contextlib.AbstractContextManager[Any]:
    """Gives what it has written without a second look."""
    return mock.patch.object(Document, "_agrees", lambda self, made, article: True)  # noqa: PT008


@faulty_lens("no_injection")
def lets_values_become_lines() -> contextlib.AbstractContextManager[Any]:
    """Neither checks a line nor reads it again: header injection."""
    stack = contextlib.ExitStack()
    stack.enter_context(mock.patch.object(Document, "_agrees", lambda self, made, article: True))  # noqa: PT008
    stack.enter_context(mock.patch("snippetkit.syntax.headers.line_of", str))
    return stack


@faulty_lens("edits_agree")
def forgets_an_edit() -> contextlib.AbstractContextManager[Any]:
    """Leaves the last edit out of the list."""
    whole = splices.composed
    return mock.patch.object(document, "composed", lambda steps, length: whole(steps, length)[:-1])


@faulty_lens("get_put")
def always_writes() -> contextlib.AbstractContextManager[Any]:
    """Makes a new document even where nothing changes."""
    put = Document.put

    def fresh(self: Document[Any], article: Any) -> Document[Any]:
        made = put(self, article)
        return Document(made.format, made.text)

    return mock.patch.object(Document, "put", fresh)


@faulty_lens("identity")
def eats_the_bom() -> contextlib.AbstractContextManager[Any]:
    """Decodes as ``utf-8-sig`` does."""
    decoded = storage.decoded

    def eaten(*args: Any, **options: Any) -> tuple[str, Any]:
        text, origin = decoded(*args, **options)
        return text.removeprefix("\ufeff"), origin

    return mock.patch.object(storage, "decoded", eaten)


@faulty_lens("located")
def counts_other_lines() -> contextlib.AbstractContextManager[Any]:
    """Counts lines as ``str.splitlines`` does."""

    def counted(text: str, flaws: Any) -> Any:
        found = located(text, flaws)
        return tuple(attrs.evolve(d, line=len((text[: d.start] + ".").splitlines())) for d in found)

    return mock.patch.object(document, "located", counted)


@faulty_lens("tolerant_extends")
def passes_defects_over() -> contextlib.AbstractContextManager[Any]:
    """Reads strictly without a look at the defects."""
    return mock.patch.object(document, "checked", lambda document, tolerant: document)


@faulty_lens("history")
def remembers_the_first_text() -> contextlib.AbstractContextManager[Any]:
    """Finds the slots of the first text in every later one."""

    @contextlib.contextmanager
    def stale() -> Iterator[None]:
        put = Document.put

        def kept(self: Document[Any], article: Any) -> Document[Any]:
            made = put(self, article)
            made.__dict__["reading"] = self.reading
            return made

        with mock.patch.object(Document, "put", kept):
            yield

    return stale()


@faulty_lens("put_plain")
def refuses_always() -> contextlib.AbstractContextManager[Any]:
    """Is safe, and of no use."""

    def refused(self: Document[Any], article: Any) -> Document[Any]:
        raise Unrepresentable("title", "better not")

    return mock.patch.object(Document, "put", refused)


@faulty_lens("put_get")
def refuses_without_a_name() -> contextlib.AbstractContextManager[Any]:
    """Refuses, and does not say what."""

    def refused(self: Document[Any], article: Any) -> Document[Any]:
        raise Unrepresentable("value", "")

    return mock.patch.object(Document, "put", refused)


@faulty_lens("documents_equal")
def compares_identities() -> contextlib.AbstractContextManager[Any]:
    """Takes two documents of one text for different ones."""
    return mock.patch.object(Document, "__eq__", object.__eq__)
