"""The snippet format: the given document, the spellings in use, and how a change is written."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

import attrs
import pytest

from snippetkit.document import Document
from snippetkit.errors import ParseError, Unrepresentable
from snippetkit.formats import format_named
from snippetkit.formats._names import Names, _pieces, _separator
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, Category, Dateline, Link, Moment, Person, Source, field
from snippetkit.testing import law

GIVEN = Path(__file__).parent.parent / "examples" / "snippet-rki-news.txt"


@pytest.fixture
def given() -> Document[Article]:
    """The snippet that the project is about."""
    return Document.load(GIVEN)


def changed(before: str, after: str) -> tuple[str, str]:
    """What stands between the common beginning and the common end of two texts."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    rest_before, rest_after = before[start:], after[start:]
    end = 0
    while (
        end < min(len(rest_before), len(rest_after))
        and rest_before[-1 - end] == rest_after[-1 - end]
    ):
        end += 1
    return rest_before[: len(rest_before) - end], rest_after[: len(rest_after) - end]


def test_given_snippet_reads_as_the_issue_says(given: Document[Article]) -> None:
    """Every field of the given snippet has the value that issue 2 names, and no other is set."""
    body = given.article.body or ""

    assert given.format.name == "snippet"
    assert given.article.evolve(body=None) == Article(
        title="Uzbekistan Advances Digital Security Cooperation Within SCO Framework",
        published="2025-09-12",
        document_date="2026-04-24T22:38:19",
        categories=["English", "International", "Snippets"],
        source="rki.news",
        dateline=Dateline(place="Tashkent", date="2025-09-12"),
    )
    assert body.startswith("The Republic of Uzbekistan, as a founding member of the\n\nShanghai")
    assert GIVEN.read_bytes().endswith(body.encode())


def test_given_snippet_is_kept_byte_for_byte(given: Document[Article]) -> None:
    """Reading and writing without a change gives the file's own bytes."""
    assert given.to_bytes() == GIVEN.read_bytes()
    assert given.put(given.article) is given


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        (
            "title",
            "Rain",
            "Uzbekistan Advances Digital Security Cooperation Within SCO Framework",
            "Rain",
        ),
        ("published", "2025-10-03", "September 12", "October 3"),
        ("published", "2025-09-13", "2", "3"),
        (
            "document_date",
            "2026-04-25T09:05:00",
            "Fri, Apr 24 2026 10:38:19 p",
            "Sat, Apr 25 2026 09:05:00 a",
        ),
        ("categories", ["English", "World", "Snippets"], "International", "World"),
        ("categories", ["English", "International", "Snippets", "Asia"], "", ",Asia"),
        ("url", "https://rki.news/1", "#", "https://rki.news/1"),
        ("source", "example.org", "rki.news", "example.org"),
        ("source", None, "rki.news\n\n", ""),
        ("published", None, "Published on September 12, 2025\n", ""),
        ("tags", ["sco", "security"], "", "Tags: sco, security\n\n"),
        ("extra", {"Editor": "A. Khan"}, "", "Editor : A. Khan\n\n"),
        ("dateline", Dateline(place="Tashkent", date="2025-09-13"), "2", "3"),
        ("dateline", None, "Tashkent, September 12, 2025 – ", ""),
    ],
)
def test_only_the_bytes_of_a_field_move(
    given: Document[Article], field: str, value: Any, old: str, new: str
) -> None:
    """A changed value is written in the manner of the old one, and nothing else moves."""
    after = given.update(**{field: value})
    gone, come = changed(given.text, after.text)

    assert (sorted(gone), sorted(come)) == (sorted(old), sorted(new))
    assert getattr(after.article, field) == getattr(given.article.evolve(**{field: value}), field)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": "two\nlines"}, "cannot hold the character"),
        ({"title": " blank in front"}, "blanks at the ends"),
        ({"title": "a\x85b"}, "cannot hold the character"),
        ({"categories": ["a,b", "c"]}, "what parts the names"),
        ({"categories": [""]}, "empty"),
        ({"categories": [Category(name="World", slug="world")]}, "nothing else"),
        ({"source": "Reuters"}, "set it to None first, then the new one gets a label"),
        ({"source": Source(name="rki.news", domain="rki.news")}, "a name and nothing else"),
        ({"url": "a)b"}, "another one"),
        ({"dateline": Dateline(place="a, 2025", agency="(x)")}, "dateline"),
        ({"extra": {"Editor": 5}}, "text only"),
        ({"extra": {"a:b": "x"}}, "no label"),
        ({"extra": {"Category": "x"}}, "would"),
        ({"body": "a\ud800b"}, "no text"),
        ({"body": "a\x00b"}, "no text"),
    ],
)
def test_what_the_place_cannot_hold_is_refused(
    given: Document[Article], changes: dict[str, Any], reason: str
) -> None:
    """A value that would read as something else is refused, the field named, and nothing changes."""
    before = given.text
    with pytest.raises(Unrepresentable, match=reason) as refusal:
        given.update(**changes)

    assert refusal.value.field == next(iter(changes))
    assert given.text == before


@pytest.mark.parametrize(
    "text", ["Rain\nDate: 2025-05-05\n#\n", "Rain\n====\nDate: 2025-05-05\n#\n"]
)
def test_an_empty_title_needs_a_heading(text: str) -> None:
    """A first line that is emptied is no title: another heading would then be read for it."""
    document = Document.parse(text, "snippet", tolerant=True)
    with pytest.raises(Unrepresentable, match="a heading's signs"):
        document.update(title="")
    assert (
        Document.parse(f"## {text}", "snippet", tolerant=True).update(title="").article.title == ""
    )


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Category: A, B", "categories", ("A", "B")),
        ("CATEGORY : A", "categories", ("A",)),
        ("**Category:** A; B", "categories", ("A", "B")),
        ("**Category**: A", "categories", ("A",)),
        ("- Category: A | B", "categories", ("A", "B")),
        ("* **Tags:** jams, jellies;", "tags", ("jams, jellies",)),
        ("Tags：新闻、体育", "tags", ("新闻", "体育")),
        ("Tags: خبریں، کھیل", "tags", ("خبریں", "کھیل")),
        ("Published on May 5, 2025", "published", Moment.parse("2025-05-05")),
        ("Published: 5 May 2025 10:38 pm", "published", Moment.parse("2025-05-05T22:38")),
        ("Published\n5 May 2025", "published", Moment.parse("2025-05-05")),
        ("Published:\n5 May 2025", "published", Moment.parse("2025-05-05")),
        ("Published:", "published", None),
        ("Subtitle:", "subtitle", ""),
        ("Link: https://rki.news/a?b=c#d", "url", "https://rki.news/a?b=c#d"),
        ("Link: [here](https://rki.news/)", "url", "https://rki.news/"),
        ("Link: <https://rki.news/>", "url", "https://rki.news/"),
        ("Author: A. Khan, B. Li", "authors", (Person(name="A. Khan"), Person(name="B. Li"))),
        ('Links: [{"href": "a", "text": "b"}]', "links", None),
    ],
)
def test_label_lines_in_use(line: str, field: str, value: object) -> None:
    """Each spelling of a label line that sites leave is read, with fences and without."""
    for text in (f"---\n## T\n{line}\n---\n\nBody", f"## T\n{line}\n\nBody"):
        article = Document.parse(text, "snippet").article
        found = getattr(article, field)
        names = (
            tuple(getattr(one, "name", one) for one in found) if field == "categories" else found
        )
        if field == "links":
            assert (found[0].href, found[0].text) == ("a", "b")
        else:
            assert names == value
        assert (article.title, article.body) == ("T", "Body")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Rain at last\n\nIt rained.\n", "Rain at last", "It rained.\n"),
        ("Rain at last\nCategory: Weather\n\nIt rained.", "Rain at last", "It rained."),
        (
            "It rained on Monday.\n\nAnd on Tuesday.",
            None,
            "It rained on Monday.\n\nAnd on Tuesday.",
        ),
        ("It rained on Monday", None, "It rained on Monday"),
        ("line one\nline two\n\nmore", None, "line one\nline two\n\nmore"),
        ("---\n---\n", None, None),
        ("---\n## T\n---\n", "T", None),
        ("---\n## T\n---\n\n", "T", ""),
        ("---\n##\n---\n\n\nB", "", "\nB"),
        (
            "---\n## T\n---\nB\n---\n## Not a title\nCategory: no\n",
            "T",
            "B\n---\n## Not a title\nCategory: no\n",
        ),
        ("Category: A\n## T\n\nNote: this is the body", "T", "Note: this is the body"),
        ("Category: A\n\nT\n\nThis is the body", "T", "This is the body"),
        (
            "# \u3000Category:\n\nIt rained.\nIt is over.",
            "\u3000Category:",
            "It rained.\nIt is over.",
        ),
        ("Category: A\nTitle: T\n\nRain\nTags: no", "T", "Rain\nTags: no"),
        ("Kategorie: A\nTitel: T\n\nRegen\n\nMehr", "T", "Regen\n\nMehr"),
    ],
)
def test_where_the_body_begins(text: str, title: str | None, body: str | None) -> None:
    """Absent and empty are told apart; one blank line is the separator's; look-alikes stay body."""
    article = Document.parse(text, "snippet").article

    assert (article.title, article.body) == (title, body)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["empty"]),
        ("\ufeff \n", ["empty"]),
        ("---\n## T\nCategory: A\nCategory: B\n---\n", ["duplicate-label"]),
        ("---\n## T\n## U\n---\n", ["duplicate-label"]),
        ("---\n## T\nwhat is this\n---\n", ["stray-line"]),
        ("---\n## T\n", ["unclosed-fence"]),
        ("## T\nPublished: yesterday\n\nB", ["bad-date"]),
        ("## T\nPublished: Friday, September 11, 2025\n\nB", ["bad-date"]),
        ("## T\nLinks: [1]\n\nB", ["bad-value"]),
        ("---\n## T\n---\n\nB\x00\x00", ["binary"]),
    ],
)
def test_defects_have_a_code_and_a_place(text: str, codes: list[str]) -> None:
    """Strict reading refuses, tolerant reading goes on; both say what and where."""
    document = Document.parse(text, "snippet", tolerant=True)

    assert [defect.code for defect in document.defects] == codes
    with pytest.raises(ParseError) as error:
        Document.parse(text, "snippet")
    assert error.value.defects == document.defects


def test_an_unreadable_value_can_be_mended() -> None:
    """A value that could not be read stands in the text until it is written anew."""
    document = Document.parse("## T\nPublished on the 99th of May\n\nB", "snippet", tolerant=True)

    assert document.article.published is None
    assert document.update(published="2025-05-09").text == "## T\nPublished on 2025-05-09\n\nB"


@pytest.mark.parametrize("line", ["Published on {}", "**Published on {}**", "__Published on {}__"])
def test_the_colon_of_a_time_ends_no_label(line: str) -> None:
    """With blanks around it, too, where a known label stands in front."""
    document = Document.parse(f"## T\n{line.format('May 5, 2025 10 : 38 pm')}\n\nB", "snippet")
    assert str(document.article.published) == "2025-05-05T22:38"
    assert not document.article.extra


def test_a_line_between_fences_goes_alone() -> None:
    """Not with the sign of a heading below it, when it is the last but that."""
    document = Document.parse("---\nDesk: a\nEditor: b\n# T\n---\n", "snippet")
    assert document.update(extra={}).text == "---\n# T\n---\n"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("It rained.\n", {"language": "en"}),
        ("\ufeffIt rained.", {"title": "Rain"}),
        ("\nIt rained.\r\n", {"source": "AP"}),
        ("---\n## T\n---\n\nB", {"language": "en"}),
    ],
)
def test_a_header_of_one_line_goes_as_it_came(text: str, changes: dict[str, Any]) -> None:
    """With the blank lines around it, which without a header would be the body's."""
    first = Document.parse(text, "snippet")
    added = first.update(**changes)

    assert added.text != text
    taken = added.put(
        added.article.evolve(**{name: getattr(first.article, name) for name in changes})
    )
    assert taken.text == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("## T\nDawn.com\nTags: a\n\nB", "## T\nSource: Radio Kiwi\nTags: a\n\nB"),
        ("## T\nDawn.com | Tags: a\n\nB", "## T\nSource: Radio Kiwi | Tags: a\n\nB"),
        ("## T\n\nrki.news\n\nB", "## T\n\nSource: Radio Kiwi\n\nB"),
    ],
)
def test_a_source_that_is_no_host_gets_its_label(text: str, after: str) -> None:
    """Below a fence it cannot; taken away and given anew, it has one there, too."""
    assert Document.parse(text, "snippet").update(source="Radio Kiwi").text == after
    anew = Document.load(GIVEN).update(source=None).update(source="Radio Kiwi")
    assert "\nSource : Radio Kiwi\n" in anew.text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_inserted_lines_end_as_the_others_do(newline: str) -> None:
    """A whole line is added with the document's own line end, and taken away exactly."""
    text = newline.join(["## T", "Category: A", "", "Body"])
    document = Document.parse(text, "snippet")
    with_tags = document.update(tags=["x"])

    assert with_tags.text == newline.join(["## T", "Category: A", "Tags: x", "", "Body"])
    assert with_tags.update(tags=None).text == text


@pytest.mark.parametrize(
    "article",
    [
        Article(),
        Article(body=""),
        Article(body="rki.news\n\nno source"),
        Article(body="Paris, May 5, 2025 – no dateline"),
        Article(title="", summary="", tags=["a, b"]),
        Article(body="---\n---\n## x", title="# not a heading", extra={"Published twice": "x: y"}),
        Article(dateline=Dateline(agency="AP"), source="x", body="\n\n", authors=["A", "B; C"]),
        Article(
            links=["a"],
            media=["b"],
            language="ur",
            rights="©",
            id="1",
            byline="By A",
            modified="2025",
        ),
    ],
)
def test_a_fresh_article_reads_back_the_same(article: Article) -> None:
    """The canonical form says what the article says, whatever its body begins with, and is stable."""
    document = Document.of(article)

    assert document.article == article
    assert Document.of(document.article).text == document.text


@pytest.mark.parametrize(
    ("lines", "changes", "line"),
    [
        (
            "Rubrique : Ciel\nSource : AFP",
            {"url": "https://x.example/"},
            "Lien : https://x.example/",
        ),
        ("Fonte: ANSA\nTag: cielo\nAutore: Mario", {"summary": "Sereno"}, "Sommario: Sereno"),
        ("Source: AFP", {"summary": "Fair"}, "Summary: Fair"),
        ("分类：天气", {"source": "新华"}, "来源：新华"),
        ("来源：", {"source": "新华"}, "来源：新华"),
        ("Category:Sky", {"source": "AFP"}, "Source:AFP"),
        ("Category:Sky", {"summary": "//"}, "Summary: //"),
        ("Category:", {"source": "AFP"}, "Source: AFP"),
        ("Category: Sky", {"categories": ["Sky", "Sea"]}, "Category: Sky, Sea"),
        ("Category: Sky,Sea", {"categories": ["Air"]}, "Category: Air"),
        (
            "Category: [Sky](/s), [Sea](/e)",
            {"categories": ["Air", "Sea"]},
            "Category: [Air](/s), [Sea](/e)",
        ),
        ("Category: [Sky](/s)", {"categories": ["Sky", "Sea"]}, "Category: [Sky](/s), Sea"),
        ("Category: A &amp; B", {"categories": ["A &amp; B", "C"]}, "Category: A &amp; B, C"),
        ("Category: Sky,Sea", {"categories": ["Sky", "Sea", "Air"]}, "Category: Sky,Sea,Air"),
    ],
)
def test_a_line_is_written_as_its_neighbours_are(
    lines: str, changes: dict[str, Any], line: str
) -> None:
    """In the language of most of them, with blanks where they have some."""
    assert line in Document.parse(f"## R\n{lines}\n\nB").update(**changes).text.split("\n")


def test_labels_of_the_texts_at_hand() -> None:
    """Further labels are given as data, for one call."""
    german = Snippet(labels={"categories": ["Rubrik"], "published": ["Veröffentlicht"]})
    document = Document.parse("## T\nRubrik: Wetter\nVeröffentlicht: 2025-05-05\n\nB", german)

    assert document.article.categories == (Category(name="Wetter"),)
    assert document.update(categories=["Regen"]).text.startswith("## T\nRubrik: Regen\n")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("## R\nDate: 04/05/2025\nUpdated: 25/05/2025\n\nB", "2025-05-04"),
        ("## R\nDate: 04/05/2025\nUpdated: 05/25/2025\n\nB", "2025-04-05"),
        ("## R\nDate: 04/05/2025\n\nTashkent, 5 April 2025 – B.", "2025-04-05"),
        ("---\ndate: 04/05/2025\nlastmod: 13.05.2025\n---\nB", "2025-05-04"),
        ("## R\nDate: 04/05/2025\nUpdated: 06/07/2025\n\nB", None),
        ("## R\nDate: 04/05/2025\nUpdated: 2025-05-06\n\nB", None),
        ("## R\nDate: 04/05/2025\n\nB", None),
    ],
)
def test_other_dates_decide(text: str, published: str | None) -> None:
    """Day and month may be either way round: the order of another date decides, or its day."""
    document = Document.parse(text, tolerant=True)

    assert document.article.published == (published and Moment.parse(published))
    codes = [defect.code for defect in document.defects]
    assert codes[:1] == ([] if published else ["ambiguous-date"])


@pytest.mark.parametrize(
    ("text", "title", "said"),
    [
        ("By: A. Khan\nDate: 2025-05-05\n\nB", None, {"byline": "A. Khan"}),
        ("# T\n\nBy: A. Khan\nDate: 2025-05-05\n\nB", "T", {"byline": "A. Khan"}),
        ("# T\n\nVon: A. Khan\nEditor: C\nDatum: 2025-05-05\n\nB", "T", {"byline": "A. Khan"}),
        ("Some title\nBy: A. Khan\nDate: 2025-05-05\n\nB", "Some title", {"byline": "A. Khan"}),
        ("From: A\nTo: C\nSubject: Rain\nDate: 2025-05-05\n\nB", "Rain", {}),
        ("# T\n\nSo: it rains.\n\nDate: 2025-05-05\n\nB", "T", None),
        ("# T\n\nSo: it rains.\nDate:\n\nB", "T", None),
        ("# T\n\nSo: it rains.\nSo: it rains.", "T", None),
        ("So: it rains.\nIt does.\n\nB", None, None),
    ],
)
def test_a_known_label_right_below_makes_label_lines(
    text: str, title: str | None, said: dict[str, str] | None
) -> None:
    """A header may begin with a label that is unknown, or a common word."""
    article = Document.parse(text, "snippet").article
    assert article.title == title
    assert article.published == (None if said is None else Moment.parse("2025-05-05"))
    assert {field: getattr(article, field) for field in said or {}} == (said or {})
    assert (article.body == "B") is (said is not None)


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        (
            "입력: 2025.09.12 오후 10:38 | 수정: 2025.09.13. 오전 8:15",
            "modified",
            "2025-09-13T08:15",
        ),
        ("کد خبر: ۱۲ | تاریخ انتشار: 2025-09-12 | سرویس: جامعه", "published", "2025-09-12"),
        ("Published: May 5, 2025 | By: Jane Roe", "byline", "Jane Roe"),
        ("Category: World | By: Jane Roe | Tags: a", "byline", "Jane Roe"),
        ("来源：新华社　作者：张三　发布时间：2025-09-12 22:38", "published", "2025-09-12T22:38"),
        ("来源：新华社　　编辑：张三", "byline", None),
        ("Category: World | Note: Jane Roe", "byline", None),
        ("Note: World | By: Jane Roe", "byline", None),
    ],
)
def test_common_words_are_labels_behind_a_label_line(
    row: str, field: str, value: str | None
) -> None:
    """A bar parts a label line from one with a label that is a common word, too."""
    document = Document.parse(f"## R\n{row}\n\nB")
    found = getattr(document.article, field)
    assert (found and str(found)) == value


@pytest.mark.parametrize(
    ("line", "published", "other", "after"),
    [
        ("Veröffentlicht am: 04.05.2025", "2025-05-04", "2025-07-06", "06.07.2025"),
        (
            "Publié le 04/05/2025 à 10h38",
            "2025-05-04T10:38",
            "2025-07-06T09:05",
            "06/07/2025 à 09h05",
        ),
        ("Опубликовано: 13.05.2025", "2025-05-13", "2025-06-07", "07.06.2025"),
        ("प्रकाशित: 12 Sep 2025 10:38 PM IST", "2025-09-12T22:38+05:30", "2025-10", "2025-10"),
        ("تاریخ انتشار: ۱۴۰۴/۰۶/۲۱", "2025-09-12", "2025-10-11", "۱۴۰۴/۰۷/۱۹"),
        ("تاریخ انتشار: 1404/06/21 10:30", "2025-09-12T10:30", "2025-10-11", "1404/07/19"),
        ("تاریخ انتشار: 1404-06-21", "2025-09-12", "2025-10-11", "1404-07-19"),
        ("Date: 1404/06/21", None, "2025-10-11", "2025-10-11"),
        ("Date: 1404-06-21", "1404-06-21", "2025-10-11", "2025-10-11"),
        ("Fecha: 05/25/2025", "2025-05-25", "2025-06-07", "2025-06-07"),
        ("发布时间：04/05/2025", None, "2025-06-07", "2025-06-07"),
        ("Date: 04/05/2025", None, "2025-06-07", "2025-06-07"),
    ],
)
def test_the_language_of_a_label_decides(
    line: str, published: str | None, other: str, after: str
) -> None:
    """A date that has several readings is read, and written, as its label's language writes it."""
    document = Document.parse(f"## R\n{line}\n\nB", tolerant=True)
    assert document.article.published == (published and Moment.parse(published))
    assert document.update(published=other).text.split("\n")[1].endswith(after)


@pytest.mark.parametrize(
    ("text", "published", "other", "after"),
    [
        ("## R\nLanguage: de\nDate: 12/09/2025\n\nB", "2025-09-12", "2025-10-03", "03/10/2025"),
        ("## R\nDate: 12/09/2025\nLanguage: en-US\n\nB", "2025-12-09", "2025-10-03", "10/03/2025"),
        ("## R\nLanguage: fa\nDate: 1404/06/21\n\nB", "2025-09-12", "2025-10-11", "1404/07/19"),
        (
            "## R\nLanguage: hi\nDate: 12 Sep 2025 10:38 PM IST\n\nB",
            "2025-09-12T22:38+05:30",
            "2025-10-03T10:05+05:30",
            "3 Oct 2025 10:05 AM IST",
        ),
        (
            "## R\nLanguage: en\nDatum: 04.05.2025\n\nB",
            "2025-05-04",
            "2025-10-03",
            "03.10.2025",
        ),
        ("---\nlang: de\ndate: 12/09/2025\n---\nB", "2025-09-12", "2025-10-03", "03/10/2025"),
        ("## R\nLanguage: en\nDate: 12/09/2025\n\nB", None, "2025-10-03", "2025-10-03"),
    ],
)
def test_the_language_of_the_text_decides(
    text: str, published: str | None, other: str, after: str
) -> None:
    """What a text says of its language tells of its dates, before the language of a label does."""
    document = Document.parse(text, tolerant=True)
    assert document.article.published == (published and Moment.parse(published))
    changed = document.update(published=other)
    start, end = changed.span("published") or (0, 0)
    assert changed.text[start:end] == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("## R\nLanguage: sv\nDate: 12 maj 2025\n\nB", "3 mars 2025"),
        ("## R\nPublicerad: 12 maj 2025\n\nB", "3 mars 2025"),
        ("## R\nPublicado em: 12 de abril de 2025\n\nB", "3 de março de 2025"),
        ("## R\nPublicado em: 12 set 2025\n\nB", "3 mar 2025"),
        ("## R\nLanguage: no\nPublisert: 12 mai 2025\n\nB", "3 mars 2025"),
        ("## R\nLanguage: da\nDate: 12 september 2025\n\nB", "3 marts 2025"),
        ("## R\nLanguage: de\nDate: 12 september 2025\n\nB", "3 märz 2025"),
        ("## R\nLanguage: nl-BE\nDate: 12 sep 2025\n\nB", "3 mrt 2025"),
        ("---\ntitle: R\nlang: sv\ndate: 12 maj 2025\n---\nB", "3 mars 2025"),
        ("## R\nLanguage: sv\nDate: 12 mai 2025\n\nB", "3 mars 2025"),
        ("## R\nLanguage: Klingon\nDate: 12 mai 2025\n\nB", "3 mars 2025"),
        ("## R\nDate: 12 sep 2025\n\nB", "3 mar 2025"),
        ("## R\nDate: 1. April 2025\n\nB", "3. März 2025"),
        ("## R\nDate: 12 Dec 2025\n\nB", "3 Mar 2025"),
        ("---\ntitle: R\ndate: 12 Dec 2025\n---\nB", "3 Mar 2025"),
    ],
)
def test_a_date_is_edited_in_its_language(text: str, after: str) -> None:
    """The text's, or its label's; English, where that writes such dates and nothing else is said."""
    changed = Document.parse(text).update(published="2025-03-03")
    start, end = changed.span("published") or (0, 0)
    assert changed.text[start:end] == after


def test_a_language_that_cannot_be_read_tells_nothing() -> None:
    """The label does, or nothing."""
    text = "---\nlang: {a: b}\ndate: 12 mai 2025\n---\nB"
    changed = Document.parse(text, tolerant=True).update(published="2025-10-03")
    assert "date: 3 octobre 2025\n" in changed.text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("## R\nPublicerad: 12 maj 2025\n\nB", "Uppdaterad: 3 oktober 2025"),
        ("## R\nPublicado em: 12 set 2025\n\nB", "Atualizado em: 3 out 2025"),
        ("## R\nLanguage: pt\nDate: 12 set 2025\n\nB", "Updated: 3 out 2025"),
        ("---\nlang: sv\ndate: 12 maj 2025\n---\nB", "lastmod: 3 oktober 2025"),
    ],
)
def test_a_new_date_is_in_the_language_of_the_others(text: str, after: str) -> None:
    """The text's, or that of the label whose date it is spelled like."""
    assert f"{after}\n" in Document.parse(text).update(modified="2025-10-03").text


@pytest.mark.parametrize(
    "text",
    [
        "## R\nLanguage: sv\n\nLund, 12 maj 2025 – B",
        "## R\nLanguage: sv\nDateline: Lund, 12 maj 2025\n\nB",
        "---\nlang: sv\ndateline: Lund, 12 maj 2025\n---\nB",
    ],
)
def test_a_dateline_is_edited_in_the_language_of_its_text(text: str) -> None:
    """Its date is, in front of the body as behind a label."""
    changed = Document.parse(text).update(dateline=Dateline(place="Lund", date="2025-03-03"))
    assert changed.text == text.replace("12 maj", "3 mars")


def test_what_decides_a_date_stays() -> None:
    """An edit that takes away what decides another date is refused; the date itself may change."""
    document = Document.parse("## R\nDate: 04/05/2025\nUpdated: 25/05/2025\n\nB")
    with pytest.raises(Unrepresentable, match="modified: the text would then say something else"):
        document.update(modified=None)
    assert "Date: 2025-06-01\n" in document.update(published="2025-06-01").text


@pytest.mark.parametrize(
    ("label", "gives"),
    [
        ("Published on September 12, 2025", "Updated: September 13, 2025"),
        ("Date: 12 September 2025", "Updated: 13 September 2025"),
        ("Date: 2025-09-12", "Updated: 2025-09-13"),
    ],
)
def test_a_new_date_is_spelled_as_another_is(label: str, gives: str) -> None:
    """The other dates of a text show how it spells them."""
    document = Document.parse(f"## T\n{label}\n\nB", "snippet")
    assert document.update(modified="2025-09-13").text == f"## T\n{label}\n{gives}\n\nB"


def test_a_link_without_words_is_no_source() -> None:
    """Nothing is taken for its name but what stands there."""
    source = Document.parse("## T\nSource: [ ](https://x.example/)\n\nB", "snippet").article.source
    assert source == Source(name="[ ](https://x.example/)")


@attrs.frozen(kw_only=True)
class Stop(Category):
    """A category with more to it."""

    seats: int | None = None


class Weather(enum.Enum):
    """What was forecast: a word, one that a line reads otherwise, and what no line can say."""

    RAIN = "rain"
    ODD = '"'
    WIND = ("north", 7)


@attrs.frozen(kw_only=True)
class Trip(Article):
    """A subclass with both."""

    stops: tuple[Stop, ...] = field(default=(), label="Stops")
    weather: Weather | None = field(default=None, label="Weather")


@attrs.frozen(kw_only=True, slots=False)
class Trips(Snippet[Trip]):
    """A format that writes the stops by their names."""

    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "stops": Names(Stop)}


def test_values_of_somebodys_own_on_a_line() -> None:
    """Names stand for values of a class of one's own; what a line cannot say so is refused."""
    document = Document(Trips(cls=Trip), "## T\nStops: Oslo, Bergen\nWeather: rain\n\nB")

    assert document.article.stops == (Stop(name="Oslo"), Stop(name="Bergen"))
    assert document.article.weather is Weather.RAIN
    changed = document.update(stops=(Stop(name="Oslo"), Stop(name="Rena")), weather=None)
    assert changed.text == "## T\nStops: Oslo, Rena\n\nB"
    odd = document.update(weather=Weather.ODD)
    assert odd.article.weather is Weather.ODD
    with pytest.raises(Unrepresentable):
        document.update(stops=(Stop(name="Oslo", seats=5),))
    with pytest.raises(Unrepresentable, match="would read as something else on a line"):
        document.update(weather=Weather.WIND)


When: TypeAlias = Moment | None


@attrs.frozen(kw_only=True)
class Embargoed(Article):
    """A date whose type goes by another name."""

    embargo: When = field(default=None, label="Embargo")


def test_a_date_is_one_by_its_type_and_not_by_its_name() -> None:
    """The language of the text decides about each date of it."""
    text = "## Rain\nEmbargo: 04/05/2025\nLanguage: en-US\n\nIt rained.\n"

    assert Document.parse(text, "snippet", cls=Embargoed).article.embargo == Moment(2025, 4, 5)


@pytest.mark.parametrize(
    ("spelled", "url", "after"),
    [
        ("[Click](#)", None, "[Click](new)"),
        ("[Click]( )", None, "[Click]( new)"),
        ("[Click](https://a.b/Rain_(film))", "https://a.b/Rain_(film)", "[Click](new)"),
        ('[Click](https://a.b/ "A title")', "https://a.b/", '[Click](new "A title")'),
        ("[Click](<https://a.b/c d>)", "https://a.b/c d", "[Click](<new>)"),
        ('[Click]( <https://a.b/>  "A" )', "https://a.b/", '[Click]( <new>  "A" )'),
        ('[Click](https://a.b/?q="c")', 'https://a.b/?q="c"', "[Click](new)"),
        ("<https://a.b/>", "https://a.b/", "<new>"),
        ("https://a.b/", "https://a.b/", "new"),
        ("[Click](a(b)", "[Click](a(b)", "new"),
        ('[Click]("A")', '[Click]("A")', "new"),
    ],
)
def test_links_as_markdown_has_them(spelled: str, url: str | None, after: str) -> None:
    """The address is read and replaced; what stands around it is the template's."""
    document = Document.parse(f"## Rain\nLink: {spelled}\n\nIt rained.\n", "snippet")

    assert document.article.url == url
    assert document.update(url="new").text == f"## Rain\nLink: {after}\n\nIt rained.\n"


def test_a_linked_source_may_have_brackets_in_its_address() -> None:
    """As its name and its address, as before."""
    document = Document.parse("## Rain\nSource: [Post](https://a.b/P_(c))\n\nIt rained.\n")

    assert document.article.source == Source(name="Post", url="https://a.b/P_(c)")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("A -,B - ,C", ("A", "B", "C")),
        ("A\t -, B –\t,C—", ("A", "B", "C—")),
        ("A - -,B--,-", ("A -", "B--", "-")),
        (" , ,,A -", ("A",)),
        ("A\xa0-,\xa0B\u202f", ("A", "B")),
        ("A、B, C", ("A", "B, C")),
        ("A; B、C", ("A", "B、C")),
        ("A | B; C", ("A", "B; C")),
        ("-", ("-",)),
        ("", ()),
        ("Arts &amp; Culture", ("Arts &amp; Culture",)),
        (
            "Arts &amp; Culture; R&#38;D;&#x41; - ;B & C; D",
            ("Arts &amp; Culture", "R&#38;D", "&#x41;", "B & C", "D"),
        ),
        ("R&D; Arts", ("R&D", "Arts")),
        ("[World](/world), [Asia](/asia) - ,B", ("World", "Asia", "B")),
        (
            "[World](/a,b), World (EU), [ A ](/a), [](/a)",
            ("[World](/a", "b)", "World (EU)", "[ A ](/a)", "[](/a)"),
        ),
    ],
)
def test_names_without_what_a_template_leaves_around_them(
    line: str, names: tuple[str, ...]
) -> None:
    """A hyphen with blanks in front of it is the template's; the first separator of the list parts."""
    assert Names().decode(line) == names
    assert [one.name for one in Names(Category).decode(line)] == list(names)
    assert _separator(line).join(map("".join, _pieces(line)[1])) == line


@pytest.mark.parametrize(
    ("text", "byline", "after"),
    [
        ("# T\nBy Ayesha Khan\nDate: 2025\n\nx", "Rain", "# T\nByline: Rain\nDate: 2025\n\nx"),
        ("# T\nBy Ayesha Khan\nDate: 2025\n\nx", "By Kim Lee", "# T\nBy Kim Lee\nDate: 2025\n\nx"),
        (
            "# T\nPosted on May 5, 2025 by Ayesha Khan in World\n\nx",
            "Rain",
            "# T\nPosted on May 5, 2025 by Rain in World\n\nx",
        ),
    ],
)
def test_a_byline_that_looks_like_none_gets_its_label(text: str, byline: str, after: str) -> None:
    """A line without a label is one by how it looks; behind a word for it, any name is."""
    assert Document.parse(text, "snippet").update(byline=byline).text == after


_A, _B, _C = (Link(href=f"https://{name}.example/é") for name in "abc")


@pytest.mark.parametrize(
    ("links", "after"),
    [
        (
            (_A, _B),
            r'[{"href":"https:\/\/a.example\/é"},  {"href": "https://b.example/é", "text":null}]',
        ),
        ((_A,), r'[{"href":"https:\/\/a.example\/é"}]'),
        (
            (_A, _B.evolve(text="B")),
            r'[{"href":"https:\/\/a.example\/é"},  {"href": "https://b.example/é", "text":"B"}]',
        ),
        (
            (_A, _B, _C),
            r'[{"href":"https:\/\/a.example\/é"},  {"href": "https://b.example/é"},  {"href": "https://c.example/é"}]',
        ),
    ],
)
def test_json_on_a_line_changes_no_more_than_it_must(links: tuple[Link, ...], after: str) -> None:
    """Its escapes, its blanks and its quotes stay."""
    before = r'[{"href":"https:\/\/a.example\/é"},  {"href": "https://b.example/é", "text":null}]'
    document = Document.parse(f"## T\nLinks: {before}\n\nB", "snippet")
    assert document.update(links=links).text == f"## T\nLinks: {after}\n\nB"


def test_what_was_no_json_on_a_line_gives_way_to_it() -> None:
    """It has no manner that could be kept."""
    document = Document.parse("## T\nLinks: [x\n\nB", "snippet", tolerant=True)
    after = '## T\nLinks: [{"href": "https://a.example/é"}]\n\nB'
    assert document.update(links=(_A,)).text == after


def test_json_on_a_line_keeps_its_spelling() -> None:
    """NEL, too, which would be escaped in a new text."""
    text = '## T\nLinks: [{"href": "\x85https://rki.news/rain.jpg"}]\n\nB'
    law.codec_manner(format_named("snippet"), text)


def test_nul_is_no_part_of_a_label() -> None:
    """As of no value: what holds it is no text."""
    with pytest.raises(Unrepresentable, match="no label can be spelled so"):
        Document.of(Article(extra={"a\0b": "x"}), "snippet")


def test_of_a_label_that_stands_twice_neither_goes_alone() -> None:
    """The second, empty as it may be, would be read for the field."""
    text = "---\nPublished: 2025-09-12\nPublished: \n---\n\nIt rained."
    with pytest.raises(Unrepresentable, match="'Published' in the text would then be read for it"):
        Document.parse(text, "snippet", tolerant=True).update(published=None)
