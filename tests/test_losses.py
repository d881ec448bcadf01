"""What a format cannot hold is said as data before anything is lost, and exactly that is lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import attrs
import pytest

from snippetkit.document import Document
from snippetkit.errors import LossError, UnknownFormat, Unrepresentable
from snippetkit.files import dumps, loads, losses
from snippetkit.formats import Format, format_for_suffix, format_named
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, Category, Dateline, FrozenDict, Moment, Person, Source, field
from snippetkit.syntax.tree import Plain
from snippetkit.testing import law


@attrs.frozen(kw_only=True)
class Graded(Article):
    """A subclass with a field that must be given and one that no text can leave out."""

    grade: int = field(label="Grade")
    mark: str | None = field(default="none", label="Mark")
    weight: float = 1.0
    sure: bool = True
    any: Any = None


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"title": "two\nlines"}, {"title": "two lines"}),
        ({"title": " x "}, {"title": "x"}),
        ({"summary": "\x00"}, {"summary": ""}),
        (
            {"categories": [Category(name="World", slug="world"), Category(name="")]},
            {"categories": ["World"]},
        ),
        (
            {"authors": [Person(name="A", role="editor"), "B\nC"]},
            {"authors": [Person(name="A", role="editor"), "B C"]},
        ),
        ({"tags": ["a,;|b"]}, {}),
        ({"source": "Radio  ID: x"}, {"source": "Radio ID: x"}),
        ({"tags": ["---\n## \nID: x\n"]}, {"tags": ["--- ## ID: x"]}),
        ({"rights": "Radio | ID: x"}, {}),
        ({"tags": ["Radio\u3000ID: x"]}, {}),
        ({"source": Source(name="Radio", domain="x.org")}, {"source": "Radio"}),
        ({"source": Source(domain="x.org")}, {"source": "x.org"}),
        ({"source": Source(language="ur")}, {}),
        ({"url": " x"}, {}),
        ({"dateline": Dateline(place="a, May 5, 2025")}, {}),
        ({"extra": {"a": "b", "n": 5, "c:d": "x", "Category": "y"}}, {"extra": {"a": "b"}}),
        ({"body": "a\n\x00\n\ud800b\x07"}, {"body": "a\n\nb\x07"}),
    ],
)
def test_losses_of_a_snippet(changes: dict[str, Any], kept: dict[str, Any]) -> None:
    """Each loss names its field, what the article says and what is kept; the rest is written."""
    article = Article(language="en", **changes)
    found = losses(article, "snippet")

    assert [loss.field for loss in found] == list(changes)
    assert found[0].value == getattr(article, found[0].field)
    assert attrs.evolve(article, **{loss.field: loss.kept for loss in found}) == Article(
        language="en", **kept
    )
    with pytest.raises(LossError) as error:
        dumps(article, "snippet")
    assert error.value.losses == found
    assert loads(dumps(article, "snippet", allow_loss=True), "snippet") == Article(
        language="en", **kept
    )


@pytest.mark.parametrize("extra", [{"a": "b", "n": 5}, {"a": "b", "n": "c\nd"}])
def test_a_loss_of_a_key_names_it(extra: dict[str, Any]) -> None:
    """Of many unknown keys, the reason names the one that has no place."""
    (loss,) = losses(Article(title="T", extra=extra), "snippet")

    assert loss.reason.startswith("'n': ")


def test_a_key_that_only_its_field_keeps_out() -> None:
    """Alone it could be written: the reason is what the syntax says of both."""
    (loss,) = losses(Article(title="T", extra={"title": "x"}), "markdown")

    assert (loss.field, loss.kept) == ("extra", FrozenDict())
    assert "stands here twice" in loss.reason


def test_nothing_is_lost_in_json() -> None:
    """The library's own formats hold everything."""
    article = Article(title="\n\ud800", extra={"title": 1}, source=Source(language="ur"))

    assert losses(article, "json") == ()
    assert losses(article, "ndjson") == ()


@pytest.mark.parametrize("name", ["snippet", "markdown", "json"])
def test_a_field_that_must_be_given(name: str) -> None:
    """A text without it has a defect; the rest of the article is there in tolerant reading."""
    graded = Graded(title="x", grade=3, mark="b", weight=2, sure=False)
    text = Document.of(graded, name).text

    assert Document.parse(text, name, cls=Graded).article == graded
    base = Document.of(Article(title="x"), name).text
    document = Document.parse(base, name, cls=Graded, tolerant=True)
    assert [(defect.code, defect.field) for defect in document.defects] == [
        ("missing-field", "grade")
    ]
    assert document.article.title == "x"
    assert document.update(grade=4, tags=["a"]).article.grade == 4


def test_a_default_that_is_something() -> None:
    """None can be said where a format has a word for it, and is refused where it has not."""
    graded = Graded(grade=1, mark=None)

    assert '"mark": null' in dumps(graded, "json")
    assert [loss.field for loss in losses(graded, "snippet")] == ["mark"]
    with pytest.raises(Unrepresentable):
        Document.of(Graded(grade=1), "snippet").update(mark=None)


def test_values_of_a_subclass_in_a_snippet() -> None:
    """Truth values, numbers and anything else, in the manner of what stood there."""
    document = Document.parse("## T\nGrade: 3\nSure: yes\nAny: {}\n\nB", "snippet", cls=Graded)
    assert (document.article.grade, document.article.sure) == (3, True)
    assert "Sure: no\n" in document.update(sure=False).text
    with pytest.raises(Unrepresentable, match="line"):
        document.update(any=5)

    for line in ("Grade: 1.5", "Grade: x", "Sure: maybe", "Weight: 1e999", "Grade: " + "9" * 5000):
        assert Document.parse(
            f"## T\nGrade: 1\n{line}\n\nB", "snippet", cls=Graded, tolerant=True
        ).defects


@attrs.frozen(kw_only=True)
class Sorted(Article):
    """A subclass that refuses some articles as a whole."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if list(self.tags) != sorted(self.tags):
            raise ValueError("tags must be sorted")


def test_a_class_that_refuses_an_article() -> None:
    """What the class says of the whole article is a defect of the text, not a crash."""
    text = "## T\nTags: b, a\n\nB"
    document = Document.parse(text, "snippet", cls=Sorted, tolerant=True)

    assert [defect.code for defect in document.defects] == ["bad-article"]
    assert document.defects[0].field == "tags"
    assert text[document.defects[0].start : document.defects[0].end] == "b, a"
    assert document.article.tags == ()
    assert document.update(title="U").text == text.replace("T\n", "U\n", 1)
    assert document.text == text


def test_a_document_takes_its_own_class_only() -> None:
    """An article of another class would lose fields or gain some: it is refused."""
    document = Document.parse("## T\n\nB", "snippet")
    with pytest.raises(Unrepresentable, match="cls=Article"):
        document.put(Graded(grade=1))  # a subclass is an article, but not the document's


def test_names_of_formats() -> None:
    """A format is found by name or by suffix; a name that is none is an error of ours."""
    assert format_named("snippet") == Snippet()
    found = format_for_suffix(".JSONL")
    assert found is not None
    assert found.name == "ndjson"
    assert format_for_suffix(".xyz") is None
    with pytest.raises(UnknownFormat, match="docx"):
        format_named("docx")


def test_a_format_without_a_syntax_says_so() -> None:
    """The base class is to be subclassed."""
    bare: Format[Article] = Format()
    assert not bare.detects("")
    for call in (
        lambda: bare.scan(""),
        lambda: bare.compose([]),
        lambda: bare.replaced("", bare.scan(""), 0, ""),
        lambda: Format.replaced(bare, "", None, 0, ""),  # type: ignore[arg-type]
        lambda: Format.inserted(bare, "", None, 0, "", ""),  # type: ignore[arg-type]
        lambda: Format.removed(bare, "", None, 0),  # type: ignore[arg-type]
    ):
        with pytest.raises(NotImplementedError):
            call()


def test_moments_keep_their_zone_in_every_format() -> None:
    """Named zones, unknown offsets and reduced precision come back as they were."""
    moments = [
        "2025",
        "2025-09",
        "2025-09-12T10",
        "2025-09-12T10:38:19.000001",
        "2025-09-12T10:38-00:00",
    ]
    moments.append("2025-09-12T10:38+05:00[Asia/Karachi]")
    for name in ("snippet", "markdown", "json", "ndjson"):
        for spelled in moments:
            article = Article(published=spelled, document_date=spelled)
            assert loads(dumps(article, name), name).published == Moment.parse(spelled)


@attrs.frozen(kw_only=True)
class Signed(Article):
    """A subclass with a field that must be said, be it that there is nothing to say."""

    seal: str | None


def test_what_must_be_given_and_cannot_be_held() -> None:
    """Then there is no article that the format holds, and the laws of losses ask for none."""
    format, article = Snippet(cls=Signed), Signed(title="T", seal=None)

    with pytest.raises(Unrepresentable, match="seal"):
        format.losses(article)
    for rule in (law.losses_explain, law.losses_agree, law.losses_settle):
        rule(format, article)


class Careless(Snippet[Article]):
    """A format that writes whatever it is given."""

    name: ClassVar[str] = "careless"

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        """A line for each."""
        return "".join(f"{name}: {value}\n" for name, value in items)


def test_no_format_writes_a_nul() -> None:
    """A text with one is none: what reads any format refuses it."""
    with pytest.raises(Unrepresentable, match=r"^id: a text cannot hold the character '\\x00'"):
        Careless().create(Article(title="T", id="\0"))
    law.create_get(Careless(), Article(title="T", id="\0"))
