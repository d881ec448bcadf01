"""What a type checker tells the users of the public functions; mypy reads it, pytest runs it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, assert_type, cast

import attrs
import pytest
from hypothesis.strategies import SearchStrategy

import snippetkit
from snippetkit import (
    Article,
    Category,
    Dateline,
    Defect,
    Document,
    Format,
    FrozenDict,
    Link,
    Loss,
    Media,
    Moment,
    ParseError,
    Person,
    Result,
    SnippetError,
    Source,
    testing,
)
from snippetkit.codecs import Codec, codec_for
from snippetkit.model import takes_moment, takes_texts, typing_only, words
from snippetkit.model.value import is_plain

RAIN = "## Rain\nCategory: Weather\n\nIt rained."


@attrs.frozen(kw_only=True)
class PressRelease(Article):
    """A subclass as users write them."""

    embargo: Moment | None = snippetkit.field(default=None, label="Embargoed until")


@attrs.frozen(kw_only=True)
class Desk(Category):
    """A model's subclass as users write them."""

    editor: str | None = None


def takes_desks(value: Sequence[Desk | str]) -> tuple[Desk, ...]:
    """What may be given for desks."""
    return cast("tuple[Desk, ...]", value)


typing_only(takes_desks)


@attrs.frozen(kw_only=True)
class Report(Article):
    """A subclass whose fields tell a checker what they take."""

    embargo: Moment | None = attrs.field(
        default=None, converter=takes_moment, metadata=words(label="Embargoed until")
    )
    desks: tuple[Desk, ...] = attrs.field(default=(), converter=takes_desks)
    topics: tuple[str, ...] = attrs.field(
        default=(), converter=takes_texts, metadata=words(key="topic")
    )


def test_what_fields_take() -> None:
    """More than their type, where a converter says so; what they are is their type."""
    report = Report(title="T", embargo="2025-09-12", desks=[Desk(name="A"), "B"], topics=["rain"])
    assert_type(report.embargo, Moment | None)
    assert_type(report.desks, tuple[Desk, ...])
    text = snippetkit.dumps(report, "snippet")
    assert "Embargoed until: 2025-09-12\nDesks: A, B\nTopics: rain\n" in text
    assert snippetkit.loads(text, "snippet", cls=Report) == report
    assert '"topic": [' in snippetkit.dumps(report, "json")
    assert is_plain(Report)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a snippet."""
    path = tmp_path / "rain.txt"
    path.write_text(RAIN)
    return path


def test_loading(path: Path) -> None:
    """Without `cls` an `Article`, with it that class; from paths and open files alike."""
    assert_type(snippetkit.load(path), Article)
    assert_type(snippetkit.load(str(path), "snippet", tolerant=True), Article)
    assert_type(snippetkit.load(path, cls=PressRelease), PressRelease)
    assert_type(
        snippetkit.load(io.StringIO(RAIN), cls=PressRelease, encoding="latin-1"), PressRelease
    )
    assert_type(snippetkit.load(io.BytesIO(RAIN.encode())), Article)
    assert_type(snippetkit.loads(RAIN), Article)
    assert_type(snippetkit.loads(RAIN.encode(), cls=PressRelease), PressRelease)
    with path.open() as text, path.open("rb") as data:
        assert_type(snippetkit.load(text), Article)
        assert_type(snippetkit.load(data), Article)


def test_loading_many(path: Path) -> None:
    """An iterator of results of that class."""
    results = snippetkit.load_all(path)
    assert_type(results, Iterator[Result[Article]])
    result = next(results)
    assert_type(result.article, Article)
    assert_type(result.document, Document[Article] | None)
    assert_type(result.error, SnippetError | None)
    assert_type(result.defects, tuple[Defect, ...])
    assert_type(result.path, str | None)
    assert_type(result.line, int | None)
    assert_type(result.ok, bool)
    assert_type(snippetkit.load_all([path]), Iterator[Result[Article]])
    assert_type(snippetkit.load_all(path, cls=PressRelease), Iterator[Result[PressRelease]])
    for one in snippetkit.load_all([str(path)], cls=PressRelease):
        assert_type(one.article.embargo, Moment | None)


def test_dumping() -> None:
    """A text, nothing, losses, a name."""
    release = PressRelease(title="Rain")
    file = io.StringIO()
    assert_type(snippetkit.dumps(release), str)
    snippetkit.dump(release, file, "json", allow_loss=True)
    assert_type(snippetkit.losses(release, "snippet"), tuple[Loss, ...])
    assert_type(snippetkit.detect(RAIN), str)
    assert_type(snippetkit.same(release, release), bool)


def test_documents(path: Path) -> None:
    """A document knows the class of its article through all that is done to it."""
    document = Document.load(path, cls=PressRelease)
    assert_type(document, Document[PressRelease])
    assert_type(document.article, PressRelease)
    assert_type(document.format, Format[PressRelease])
    assert_type(document.update(title="Snow"), Document[PressRelease])
    assert_type(document.put(document.article), Document[PressRelease])
    assert_type(document.save(), Document[PressRelease])
    assert_type(document.defects, tuple[Defect, ...])
    assert_type(document.span("title"), tuple[int, int] | None)
    assert_type(document.to_bytes(), bytes)
    assert_type(Document.parse(RAIN), Document[Article])
    assert_type(Document.parse(RAIN, cls=PressRelease), Document[PressRelease])
    assert_type(Document.load(path), Document[Article])
    assert_type(Document.of(PressRelease()), Document[PressRelease])


def test_articles() -> None:
    """The fields have the types that they are declared with, and `evolve` keeps the class."""
    article = Article(title="Rain")
    assert_type(article.title, str | None)
    assert_type(article.dateline, Dateline | None)
    assert_type(article.source, Source | None)
    assert_type(article.authors, tuple[Person, ...])
    assert_type(article.categories, tuple[Category, ...])
    assert_type(article.tags, tuple[str, ...])
    assert_type(article.links, tuple[Link, ...])
    assert_type(article.media, tuple[Media, ...])
    assert_type(article.published, Moment | None)
    assert_type(article.paragraphs, tuple[str, ...])
    assert_type(PressRelease().evolve(title="Snow"), PressRelease)
    extra: FrozenDict[Any] = article.extra
    assert extra == {}


def test_strategies() -> None:
    """Articles are drawn of the class that is given."""
    assert_type(testing.articles(), SearchStrategy[Article])
    assert_type(testing.articles(fragments=["---"]), SearchStrategy[Article])
    assert_type(testing.articles(PressRelease), SearchStrategy[PressRelease])
    assert_type(testing.articles(cls=PressRelease), SearchStrategy[PressRelease])


def test_codecs() -> None:
    """A format of a user returns the codec of a type as what it is."""
    assert_type(codec_for(tuple[str, ...]), Codec)
    assert codec_for(bool).decode("yes") is True


def test_errors() -> None:
    """What an error tells has types too."""
    with pytest.raises(ParseError) as caught:
        snippetkit.loads("")
    assert_type(caught.value.defects, tuple[Defect, ...])
    assert_type(caught.value.name, str | None)
    assert_type(caught.value.defects[0].line, int)
