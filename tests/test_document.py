"""What a document keeps of what was computed of it."""

from __future__ import annotations

import attrs
import pytest

from snippetkit import Article, Document, InvalidValue, field, loads, same
from snippetkit.document import _KEPT
from snippetkit.formats.snippet import Snippet

TEXT = "## Rain\nCategory: Weather\n\nIt rained."


def test_the_article_is_read_once() -> None:
    """Asked again, a document gives the same article and index."""
    document = Document.parse(TEXT)

    assert document.article is document.article
    assert document.index is document.index


def test_only_the_latest_keep_what_was_computed() -> None:
    """Many documents cost no more than their texts; an old one is read again when it is asked."""
    documents = [Document.parse(f"{TEXT} {n}") for n in range(2 * _KEPT)]
    kept = [document for document in documents if "reading" in vars(document)]

    assert kept == documents[-len(kept) :]
    assert len(kept) == _KEPT
    assert documents[0].article.body == "It rained. 0"
    assert same(documents[1].update(title="Snow").article.title, "Snow")


def test_a_document_that_is_gone_is_no_trouble() -> None:
    """Documents that nobody holds any more are not kept for what was computed of them."""
    for n in range(2 * _KEPT):
        assert Document.parse(f"{TEXT} {n}").article.title == "Rain"


def test_a_place_is_asked_for_by_a_name_that_is_known() -> None:
    """A field that the text does not say has no place; what is no field is refused."""
    document = Document.parse("## T\nEditor: A\n\nB")
    assert document.span("tags") is None
    assert document.span("Editor") == (13, 14)
    with pytest.raises(InvalidValue, match="foo: no field of Article"):
        document.span("foo")


def test_the_span_of_a_name_that_is_a_fields_is_the_fields() -> None:
    """Jekyll's ``published: true`` is no date: it stands in ``extra``, and the field nowhere."""
    document = Document.parse("---\npublished: true\ndate: 2025-05-05\n---\n", "markdown")
    start, end = document.span("published") or (0, 0)
    assert document.text[start:end] == "2025-05-05"
    alone = Document.parse("---\npublished: true\n---\n", "markdown")
    assert (alone.span("published"), alone.article.extra["published"]) == (None, True)


@attrs.frozen(kw_only=True)
class Tour(Article):
    """A subclass with a field of its own."""

    stops: tuple[str, ...] = field(default=(), label="Stops")


def test_a_format_keeps_the_class_it_was_made_for() -> None:
    """`cls=` need not be said twice; what it says counts."""
    text, format = "## T\nStops: Oslo, Bergen\n\nB", Snippet(cls=Tour)

    assert Document.parse(text, format).article == loads(text, format)
    assert Document.parse(text, format).article == loads(text, "snippet", cls=Tour)
    assert loads(text, Snippet(), cls=Tour) == Tour(title="T", stops=("Oslo", "Bergen"), body="B")
