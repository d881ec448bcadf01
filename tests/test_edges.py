"""Corners of the formats that the examples do not visit and the laws visit by chance only."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from snippetkit.codecs import Datelines, Dates, Names, Number, Sources, Target
from snippetkit.document import Document
from snippetkit.errors import ParseError, Unrepresentable
from snippetkit.files import loads
from snippetkit.formats import Format, Reading, Typed
from snippetkit.formats._matter import _Dates as FrontMatterDates
from snippetkit.formats._quick.known import _REMEMBERED
from snippetkit.formats._refusals import difference
from snippetkit.formats._spelling import Inline
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, Category, Dateline, FrozenDict, Link, Moment, Person
from snippetkit.syntax import headers


@pytest.mark.parametrize(
    ("text", "changes", "after"),
    [
        ("## T\nCategory: A\n---\nBody", {"tags": ["x"]}, "## T\nCategory: A\nTags: x\n---\nBody"),
        ("## T\nCategory:\n\nBody", {"categories": ["A"]}, "## T\nCategory: A\n\nBody"),
        ("## T", {"tags": ["x"]}, "## T\nTags: x\n"),
        ("---\nCategory: A\n---\n", {"title": "T"}, "---\n## T\nCategory: A\n---\n"),
        ("---\n\nCategory: A\n\n---\n", {"title": "T"}, "---\n\n## T\n\nCategory: A\n\n---\n"),
        ("Body only.", {"title": "T"}, "## T\n\nBody only."),
        ("Body only.", {"title": ""}, "##\n\nBody only."),
        ("---\n---\n\nBody", {"tags": ["x"]}, "---\nTags: x\n---\n\nBody"),
        ("## T\n\nParis, May 5, 2025 – ", {"body": "B"}, "## T\n\nParis, May 5, 2025 – B"),
        ("## T\n\nrki.news\n", {"body": "B"}, "## T\n\nrki.news\n\nB"),
        ("**Category:** A\n\nB", {"tags": ["x"]}, "**Category:** A\n**Tags:** x\n\nB"),
        ("来源：A　作者：B\n\nX", {"authors": []}, "来源：A\n\nX"),
        ("来源：A　作者：B\n\nX", {"source": "C"}, "来源：C　作者：B\n\nX"),
        ("来源：A　作者：B\n\nX", {"summary": "C"}, "来源：A　作者：B\n摘要：C\n\nX"),
        ("Category: A | B\n\nX", {"categories": ["A", "B", "C"]}, "Category: A | B | C\n\nX"),
        ("## T\nEditor: A\nDesk: B\n\nX", {"extra": {"Desk": "B"}}, "## T\nDesk: B\n\nX"),
        ("## T\nEditor: A\nDesk: B\n\nX", {"extra": {"Desk": "B", "Editor": "A"}}, None),
        (
            "## T\nDesk: B\n\nX",
            {"extra": {"Editor": "A", "Desk": "B"}},
            "## T\nEditor: A\nDesk: B\n\nX",
        ),
        ("## T\nPublished: 2025\nDate: 2024\n\nX", {"published": None}, None),
        (
            "## T\nDate: 2024\nPublished: 2025\n\nX",
            {"published": "2026"},
            "## T\nDate: 2024\nPublished: 2026\n\nX",
        ),
        (
            "## T\nPublished: 2025\n\nX",
            {"published": "2025-01-02"},
            "## T\nPublished: 2025-01-02\n\nX",
        ),
        (
            "## T\nDateline: X (AP)\n\nB",
            {"dateline": Dateline(place="Y", agency="AP")},
            "## T\nDateline: Y (AP)\n\nB",
        ),
    ],
)
def test_where_lines_go(text: str, changes: dict[str, Any], after: str | None) -> None:
    """An edit in each kind of header gives exactly this text, or is refused where None stands."""
    document = Document.parse(text, "snippet")
    if after is None:
        with pytest.raises(Unrepresentable):
            document.update(**changes)
    else:
        assert document.update(**changes).text == after


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (
            "## T\nPublished on May 5, 2025 10:38 pm\n\nB",
            "published",
            Moment.parse("2025-05-05T22:38"),
        ),
        ("## T\nPublished: 2025\nDate: 2024\n\nX", "extra", {"Date": "2024"}),
        ("## T\nDate: 2024\nPublished: 2025\n\nX", "published", Moment(2025)),
        ("---\n## T\n---\nrki.news\n", "body", None),
        ("---\n## T\n---\n\nParis, May 5, 2025 – ", "body", None),
        ("---\n## T\nEditor: A\nEditor : B\n---\n", "extra", {"Editor": "A"}),
        ("---\n## T\nEditor: A\neditor: B\n---\n", "extra", {"Editor": "A"}),
    ],
)
def test_readings(text: str, field: str, value: object) -> None:
    """Several labels for one field, and texts that end where a body could begin."""
    assert getattr(Document.parse(text, "snippet", tolerant=True).article, field) == value


def test_quick_and_careful_reading_agree() -> None:
    """The quick way through a well-formed snippet gives what the spans give, or stands aside."""
    snippet = Snippet()
    lines = [
        "## T",
        "Category: A",
        "Editor: B",
        "editor: C",
        "Published: x",
        "Tags:",
        "what",
        "",
        " ",
        "# U",
    ]
    lines += ["**Desk:** D", "Link : [x](#)", "Source: S", "Published on May 5, 2025", "Dateline:"]
    bodies = [
        "",
        "\n",
        "\nB",
        "\nrki.news\n\nB",
        "\nrki.news",
        "\nParis, May 5, 2025 – B",
        "\n(AP) – ",
        "B\0",
    ]
    for one in lines:
        for two in lines:
            for body in bodies:
                text = f"\n---\n{one}\n\n{two}\n---\n{body}"
                quick, careful = snippet.read(text), snippet.read(text, snippet.scan(text))
                assert quick == careful, text


def test_what_stands_nowhere_cannot_be_taken_away() -> None:
    """An unknown name that the text does not have, nor the article."""
    text = "## Rain\nTags: a\n\nIt rained."
    snippet = Snippet()
    with pytest.raises(Unrepresentable, match="in the body"):
        snippet.edits_extra(text, snippet.scan(text), ["Desk"], FrozenDict())


def test_a_mapping_is_of_texts() -> None:
    """Nothing else may stand where one is wanted, nor within."""
    for labels in ("5", '"x"', '{"ur": 5}'):
        with pytest.raises(ParseError, match="must be an object"):
            loads(f'{{"categories": [{{"name": "a", "labels": {labels}}}]}}', "json")


def test_what_is_remembered_is_bounded() -> None:
    """A stream of lines that never come again does not fill the memory."""
    snippet = Snippet()
    for n in range(_REMEMBERED + 10):
        snippet.read(f"---\nCategory: {n}\n---\n\nBody")

    assert snippet._shapes is not None
    known = [len(one) for one in snippet._shapes.spellings._known.values()]
    assert max(known) <= _REMEMBERED
    assert any(known)


@pytest.mark.parametrize(
    ("codec", "value"),
    [
        (Dates(), Moment(2025)),
        (Target(), "a"),
        (Datelines(), Dateline(place="x")),
        (Number(int), 5),
        (Inline(Link), Link(href="a")),
        (Typed(Link), Link(href="a")),
        (FrontMatterDates(), Moment(2025)),
    ],
)
def test_what_is_kept_whole_or_not_at_all(codec: Any, value: object) -> None:
    """These codecs keep nothing of a value that cannot be said."""
    assert codec.fit(value) is None


@pytest.mark.parametrize("codec", [Dates(), Datelines(), Sources(), Target()])
def test_none_is_said_by_taking_the_line_away(codec: Any) -> None:
    """No spelling says that there is none."""
    with pytest.raises(ValueError, match="."):  # noqa: RUF043
        codec.encode(None, None)


def test_what_is_no_text_is_no_value_of_a_line() -> None:
    """A user's syntax may hand over anything; a codec of lines takes texts."""
    with pytest.raises(ValueError, match=r"for a Category the codec is Names\(Category\)"):
        Names().encode((Category(name="World"),), None)
    for codec in (Dates(), Names(), Inline(Link)):
        with pytest.raises(ValueError, match="must be a text"):
            codec.decode(5)
    with pytest.raises(ValueError, match="too long"):
        Datelines().decode("x" * 1000)
    with pytest.raises(ValueError, match="text"):
        headers.body_text(5)
    with pytest.raises(ValueError, match="text"):
        headers.line_of(5)


@pytest.mark.parametrize(
    ("text", "changes", "after"),
    [
        ("---\ntags: a, b\n---\n", {"tags": ["a", "b,c"]}, "---\ntags:"),
        (
            "---\ncategory: a, b\n---\n",
            {"categories": [Category(name="x", slug="y")]},
            "---\ncategory:",
        ),
        ("---\nsource: x\n---\n", {"source": None}, "---\n---\n"),
        (
            "---\nauthors: [A, {name: 5, role: [x]}]\n---\n",
            {"title": "T"},
            "---\ntitle: T\nauthors:",
        ),
        (
            "---\nauthor: [A]\n---\n",
            {"authors": [Person(name="A"), Person(name="B", url="u")]},
            "---\nauthor: [",
        ),
    ],
)
def test_front_matter_corners(text: str, changes: dict[str, Any], after: str) -> None:
    """Texts that become lists, models that go, values that cannot be read beside one that is added."""
    document = Document.parse(text, "markdown", tolerant=True).update(**changes)

    assert document.text.startswith(after)
    for field, value in changes.items():
        assert getattr(document.article, field) == getattr(Article(**{field: value}), field)


def test_losses_of_front_matter() -> None:
    """A list that YAML cannot spell keeps the names that it can."""
    losses, rest = Markdown().losses(
        Article(tags=["a", "\ud800"], source="\ud800", title="\ud800x")
    )

    assert {loss.field for loss in losses} == {"tags", "source", "title"}
    assert (rest.tags, rest.source, rest.title) == (("a",), None, "x")


class Forgetful(Snippet[Article]):
    """A format whose reader loses what its writer writes."""

    name = "forgetful"

    def read(self, text: str, scan: Any = None) -> Reading[Article]:
        """Always the same article, whatever the text."""
        return Reading(Article(title="x"), ())


class Mistaken(Snippet[Article]):
    """A format whose reader gives another class."""

    name = "mistaken"

    def read(self, text: str, scan: Any = None) -> Reading[Any]:
        """An article that is none of the class asked for."""
        return Reading(Heir(title="x"), ())


class Heir(Article):
    """A plain subclass."""

    __slots__ = ()


def test_a_format_that_does_not_read_back_writes_nothing() -> None:
    """The second reading catches it, and no loop is entered for losses that never end."""
    with pytest.raises(Unrepresentable, match="tags"):
        Forgetful().create(Article(title="x", tags=["a"]))
    with pytest.raises(Unrepresentable, match="class: Article would read back as Article"):
        Mistaken().create(Article(title="x"))
    with pytest.raises(Unrepresentable):
        Mistaken().losses(Article(title="x"))
    with pytest.raises(Unrepresentable):
        Forgetful().losses(Article())


@pytest.mark.parametrize(
    ("asked", "back", "reason"),
    [
        ({"a": 1}, {"a": 2}, "extra: 'a': 1 would read back as 2"),
        ({"a": {"b": [1]}}, {"a": {"b": [2]}}, "extra: 'a': 'b': (1,) would read back as (2,)"),
        ({"a": 1, "b": 2}, {"a": 1}, "extra: 'b' would not read back"),
        ({"a": 1}, {"b": 2, "a": 1}, "extra: 'b' would be read, too"),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, "extra: would read back in another order: b, a"),
    ],
)
def test_what_of_extra_would_not_come_back(
    asked: dict[str, Any], back: dict[str, Any], reason: str
) -> None:
    """The refusal names the key, not all of a mapping that may be long."""
    reading = Reading(Article(extra=back), ())
    assert str(difference(Snippet(), Article(extra=asked), reading)) == reason


def test_which_field_would_be_said_too() -> None:
    """Where one field makes another read otherwise, both are named."""
    refused = Markdown().losses(Article(extra={"lang": "en"}))[0][0]
    assert (refused.field, refused.reason) == ("extra", "language: None would read back as 'en'")


def test_labels_of_a_callers_own() -> None:
    """A label without a colon counts where a date begins behind it: by default, a digit."""
    labels = headers.Labels(frozenset(["published"]), ("published",))
    found = [headers.scan(f"{line}\n\nB", labels).slots[0] for line in BARE]
    assert [(slot.name, slot.value) for slot in found] == [
        ("Published", "2024"),
        (headers.TITLE, "Published in 2024"),
    ]


BARE = ("Published 2024", "Published in 2024")


def test_a_lone_label_of_a_callers_own() -> None:
    """Behind a blank line, too, any single line is its value, if nothing else is said."""
    labels = headers.Labels(frozenset(["tags", "source"]))
    found = headers.scan("## R\nTags: a\n\nSource\nIt rained.\n\nB", labels).slots
    assert [(slot.name, slot.value) for slot in found[2:]] == [
        ("Source", "It rained."),
        (headers.BODY, "B"),
    ]


def test_a_codec_is_pickled_by_its_type() -> None:
    """What it has worked out is not part of what it is."""
    codec = Typed(Link)
    assert codec.decode({"href": "a"}) == Link(href="a")
    assert pickle.loads(pickle.dumps(codec)) == codec


def test_spans_of_the_class_itself() -> None:
    """What is computed once is documented on the class."""
    assert "read when first asked for" in (Document.reading.__doc__ or "")
    assert isinstance(Document.parse("## T\n\nB").format, Format)


def test_edits_of_edits() -> None:
    """Changes that follow one another in one place come out as splices of the first text."""
    document = Document.parse('{"extra": {"title": 1, "body": 2}}')
    edited = document.article.evolve(extra={"title": 3, "body": 4, "tags": 5})
    made = document.put(edited)
    text = document.text
    for edit in reversed(document.edits(edited)):
        text = text[: edit.start] + edit.text + text[edit.end :]

    assert text == made.text
    assert made.article == edited
