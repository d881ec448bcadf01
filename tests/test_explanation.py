"""What each field rests on is said, with its place; and what does not agree with itself."""

from __future__ import annotations

import html.parser
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit import Article, Dateline, Document, Moment, Profile, Source, same
from snippetkit.agreement import disagreements
from snippetkit.errors import visible
from snippetkit.formats import format_named, names
from snippetkit.testing import documents

ROOT = Path(__file__).parent.parent
GIVEN = Document.load(ROOT / "examples" / "snippet-rki-news.txt")
DRAFTS = st.sampled_from(names()).flatmap(
    lambda name: documents(format_named(name)).map(lambda draft: (name, draft.text))
)
_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class _Seen(html.parser.HTMLParser):
    """The elements of a page, and the text of its last ``pre``."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.text = "" if tag == "pre" else self.text

    def handle_data(self, data: str) -> None:
        self.text += data


@given(DRAFTS)
@example(("snippet", "---\n# Rain\nI"))
def test_all_that_is_said_is_explained(drawn: tuple[str, str]) -> None:
    """Each field that a text says has its place, in order; what is not said has none."""
    document = Document.parse(drawn[1], drawn[0], tolerant=True)
    fields = document.explain().fields

    placed = [one.span for one in fields if one.span is not None]
    assert placed == sorted(placed)
    said = {one.field: one for one in fields}
    for name in document.format.members:
        value = getattr(document.article, name)
        if value and name != "extra":
            assert same(said[name].value, value)
            assert said[name].span == document.span(name)
            assert 0 < said[name].confidence <= 1
    for flaw in document.reading.flaws:
        if (flaw.start, flaw.end) in placed and flaw.field not in (None, "extra"):
            assert said[str(flaw.field)].confidence == 0


@given(DRAFTS)
def test_an_explanation_shows_the_text_and_nothing_else(drawn: tuple[str, str]) -> None:
    """Whatever the text: no element of its own reaches a page, no control a terminal."""
    explanation = Document.parse(drawn[1], drawn[0], tolerant=True).explain()

    page = _Seen()
    page.feed(explanation.html())
    allowed = {
        "html",
        "meta",
        "title",
        "style",
        "div",
        "p",
        "table",
        "tr",
        "th",
        "td",
        "small",
        "br",
    }
    assert page.tags <= allowed | {"pre", "mark"}
    shown = "\n".join(map(visible, re.split("\r\n|\r|\n", drawn[1])))
    assert page.text.startswith(shown)
    assert not _HIDDEN.search(str(explanation))


def test_the_given_snippet() -> None:
    """What is named is sure; what its form and place suggest is less so."""
    explanation = GIVEN.explain()
    table = {one.field: (one.rule, one.confidence) for one in explanation.fields}

    assert table["title"] == ("the heading", 1.0)
    assert table["published"] == ("a date behind the label 'Published on'", 0.9)
    assert table["document_date"] == ("the label 'Document Date'", 1.0)
    assert table["source"][1] == table["dateline"][1] == 0.9
    assert "[published: September 12, 2025]" in str(explanation)
    assert "<mark" in explanation._repr_html_()


@pytest.mark.parametrize(
    ("text", "field", "rule"),
    [
        ("Rain\n\nTags: x\n\nB.", "title", "a line that is no sentence"),
        ("## Rain\nTags\nx\n\nB.", "tags", "the line below the label 'Tags'"),
        ("## Rain\n\nB.\n\nTags: x", "tags", "the label 'Tags', behind the body"),
        ("---\ntags: [x]\n---\nB.", "tags", "the entry 'tags'"),
        ("---\ntags: [x]\n---\nB.", "body", "what follows the header"),
        ('{"tags": ["x"]}', "tags", "the entry 'tags'"),
        ("## Rain\nDate: soon\n\nB.", "published", "the label 'Date': not a date"),
    ],
)
def test_rules(text: str, field: str, rule: str) -> None:
    """Each way to say a field is named."""
    fields = Document.parse(text, tolerant=True).explain().fields

    assert next(one.rule for one in fields if one.field == field).startswith(rule)


def test_the_other_way_to_read_a_date() -> None:
    """What the language of a label decided could have been otherwise."""
    document = Document.parse("## T\nVeröffentlicht am: 04.05.2025\n\nB")
    published = document.explain().fields[1]

    assert published.value == Moment(2025, 5, 4)
    assert [(one.value, one.reason) for one in published.alternatives] == [
        ("2025-04-05", "that is the order MDY")
    ]


def test_a_document_from_nowhere() -> None:
    """An article that was just written is explained by its text; it has no origin to tell of."""
    explanation = Document.of(Article(title="T", body="B"), "snippet").explain()

    assert [one.field for one in explanation.fields] == ["title", "body"]
    assert explanation.notes == ("read as snippet, an article of the class Article",)


def test_what_else_was_weighed() -> None:
    """Another name for the same field, the encoding, the profile."""
    profile = Profile(source=Source(name="Radio Kiwi", domain="rki.news"))
    data = (
        "## Été\nDate: 2025-05-05\nPublished: 2025-05-06\n\nÀ Paris, il a plu très fort.\n".encode(
            "cp1252"
        )
    )
    explanation = Document.parse(data, encoding="detect", profile=profile).explain()

    published = next(one for one in explanation.fields if one.field == "published")
    assert [one.value for one in published.alternatives] == ["2025-05-05"]
    assert "not 2025-05-05: 'Date' is the weaker name" in str(published)
    source = next(one for one in explanation.fields if one.field == "source")
    assert (source.span, source.value) == (None, profile.source)
    assert "decoded from cp1252, a guess" in str(explanation)
    assert "with the profile of Radio Kiwi or rki.news" in explanation.html()
    assert "not 2025-05-05" in explanation.html()


BODY = "It rained on Monday for the first time in a year, and the fields are green. " * 2


@pytest.mark.parametrize(
    ("article", "path", "found"),
    [
        (Article(published="2025-05-05", modified="2025-05-04"), None, ["dates"]),
        (Article(published="2025-05", modified="2025-05-04"), None, []),
        (Article(published="2025", document_date="2024-12-31"), None, ["dates"]),
        (Article(published="2025-12", document_date="2026"), None, []),
        (Article(published="9999", document_date="9999-12"), None, []),
        (Article(published="2025-05-05", dateline=Dateline(date="2025-05-01")), None, []),
        (Article(published="2025-05-05", dateline=Dateline(date="2025-05-06")), None, []),
        (Article(published="2025-05-05", dateline=Dateline(date="2025-05-07")), None, ["dates"]),
        (Article(published="2025-05-05", dateline=Dateline(date="2025-04-05")), None, ["dates"]),
        (Article(published="2025-05", dateline=Dateline(date="2025-05-31")), None, []),
        (Article(published="2025-05-05"), "2025-05-05-rain.txt", []),
        (Article(published="2025-05-05"), "2025-05-06-rain.txt", ["dates"]),
        (Article(published="2025-05-05"), "2025-99-06-rain.txt", []),
        (Article(published="2025-05"), "2025-05-06-rain.txt", []),
        (Article(language="ur", body=BODY), None, ["language"]),
        (Article(language="ur-Latn", body=BODY), None, []),
        (Article(language="en-GB", body=BODY), None, []),
        (Article(language="sr", body=BODY), None, []),
        (Article(language="tlh", body=BODY), None, []),
        (Article(language="en", body="بارش"), None, []),  # too little to tell
        (Article(title="Rain at last", body="Rain at last\n\nIt rained."), None, ["title"]),
        (Article(title="Rain at …", body="Rain at last\n\nIt rained."), None, ["title"]),
        (Article(title="Rain at...", body="Snow at last\n\nIt snowed."), None, []),
        (Article(title="Rain at last", body="It rained."), None, []),
    ],
)
def test_disagreements(
    article: Article, path: str | None, found: list[str], tmp_path: Path
) -> None:
    """Dates, language and title that do not go together are found; what may go together is not."""
    document: Document[Article] = Document.of(article, "json")
    if path is not None:
        document = Document.load(document.save(tmp_path / path).origin.path, "json")  # type: ignore[union-attr,arg-type]

    assert [one.code for one in disagreements(document)] == found


@pytest.mark.parametrize(
    ("dateline", "published", "found"),
    [
        ("OSLO, May 4", "2025-05-05", []),
        ("OSLO, Dec. 30", "2026-01-02", []),
        ("OSLO, Feb. 26", "2025-05-05", ["filed 2025-02-26, 68 days before it was published"]),
        ("OSLO, May 8", "2025-05-05", ["published 2025-05-05, 3 days before it was filed"]),
        ("OSLO, Feb. 26", "2025-05", []),  # near to no day
        ("OSLO, Monday (NTB)", "2025-05-05", []),
        ("OSLO, Tuesday (NTB)", "2025-05-05", []),  # of last week
        ("OSLO", "2025-05-05", []),
        ("a valley in the north", "2025-05-05", []),
        ("OSLO, Jan. 1", "0001-01-01", []),
    ],
)
def test_a_dateline_without_a_year(dateline: str, published: str, found: list[str]) -> None:
    """It is taken to be of the year, or of the week, of publication; nothing is filled in."""
    document = Document.parse(f"## T\nDateline: {dateline}\nDate: {published}\n\nIt rained.\n")
    findings = disagreements(document)

    assert document.article.dateline is not None
    assert document.article.dateline.date is None
    assert [one.message.partition(" (")[0].removeprefix("dates ") for one in findings] == found


def test_a_disagreement_has_its_place() -> None:
    """It points at the field that is odd."""
    text = "## Rain\nDate: 2025-05-05\nUpdated: 2025-05-01\n\nIt rained.\n"
    (finding,) = disagreements(Document.parse(text))

    assert text[finding.start : finding.end] == "2025-05-01"
    assert disagreements(GIVEN) == ()
