"""Markdown with front matter: the words of Jekyll and Hugo, three syntaxes, edits in place."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from snippetkit.document import Document
from snippetkit.errors import InvalidValue, Unrepresentable
from snippetkit.files import dumps, loads, losses
from snippetkit.formats import detect
from snippetkit.formats.markdown import Markdown
from snippetkit.model import Article, Category, Dateline, Media, Moment, Person, Source, field

YAML = """\
---
# the front page
title: "Rain"  # at last
date: 2025-09-12 10:38:00 +0500
tags:   [weather, 'the sea']
categories:
  - News   # first
  - World
base: &base {a: 1}

weight: 010
---

It rained.
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": "Snow: at last"}, '"Rain"', '"Snow: at last"'),
        ({"published": "2025-09-13T10:38:00+05:00"}, "09-12", "09-13"),
        ({"tags": ["weather", "sun"]}, "the sea", "sun"),
        ({"categories": ["News", "World", "Asia"]}, "  - World\n", "  - World\n  - Asia\n"),
        ({"title": None}, 'title: "Rain"  # at last\n', ""),
        ({"language": "ur"}, "categories:\n", "language: ur\ncategories:\n"),
        ({"body": "Snow."}, "It rained.\n", "Snow."),
        ({"body": None}, "\nIt rained.\n", ""),
    ],
)
def test_only_the_bytes_of_a_value_move(changes: dict[str, Any], old: str, new: str) -> None:
    """Comments, order, quotes, anchors and blank lines stay as they were found."""
    document = Document.parse(YAML)

    assert document.update(**changes).text == YAML.replace(old, new)


TOML = """\
+++
title = "Rain"
[source]
url = "https://a.b" # the site
name = "Post"
desk = 1
[params]
  rank = 1
[[authors]]
name = "A. Khan"

[[authors]]
name = 'B. Ali' # guest
+++

It rained.
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        (
            {"source": Source(name="Sun", url="https://a.b", language="en")},
            'name = "Post"\n',
            'name = "Sun"\nlanguage = "en"\n',
        ),
        (
            {"extra": {"source.desk": 1, "params": {"rank": 2, "x": "y"}}},
            "= 1\n[[",
            '= 2\n  x = "y"\n[[',
        ),
        ({"extra": {"source.desk": 2, "params": {"rank": 1}}}, "desk = 1", "desk = 2"),
        ({"authors": ["B. Ali"]}, '[[authors]]\nname = "A. Khan"\n\n', ""),
        (
            {"authors": ["A. Khan", "B. Ali", Person(name="C", role="editor")]},
            "# guest\n",
            "# guest\n\n[[authors]]\nname = 'C'\nrole = 'editor'\n",
        ),
    ],
)
def test_tables_of_toml_are_edited_inside(changes: dict[str, Any], old: str, new: str) -> None:
    """What differs is a token or a line; comments and the order of keys stay."""
    changed = Document.parse(TOML).update(**changes)

    assert changed.text == TOML.replace(old, new)


def test_scalars_are_read_as_the_text_says() -> None:
    """No sexagesimal, no octal, no Norway; what is a number only by its look is one."""
    text = "---\nc: NO\na: 12:30\no: 010\nn: 10\nf: 1.5\ng: 1.50\nt: true\ny: yes\nz: ~\nd: 2025-01-01\n---\n"
    extra = Document.parse(text, "markdown").article.extra

    assert dict(extra) == {
        "c": "NO",
        "a": "12:30",
        "o": "010",
        "n": 10,
        "f": 1.5,
        "g": "1.50",
        "t": True,
        "y": "yes",
        "z": None,
        "d": "2025-01-01",
    }


@pytest.mark.parametrize(
    ("entry", "field", "value"),
    [
        ("title: 2024", "title", "2024"),
        ("title: 1.5", "title", "1.5"),
        ("title: true", "title", "true"),
        ("title:", "title", None),
        ("title: ''", "title", ""),
        ("title: |\n  two\n  lines", "title", "two\nlines\n"),
        ("date: 2014-06-16 11:20:38 -0400", "published", Moment.parse("2014-06-16T11:20:38-04:00")),
        ("date: 2024-4-09", "published", Moment.parse("2024-04-09")),
        ("date: 2024", "published", Moment.parse("2024")),
        ("date: 'September 12, 2025'", "published", Moment.parse("2025-09-12")),
        ("date:", "published", None),
        ("publishDate: 2025-01-01", "published", Moment.parse("2025-01-01")),
        ("lastmod: 2025-01-01", "modified", Moment.parse("2025-01-01")),
        ("tags: one two", "tags", ("one", "two")),
        ("tags: one two, three", "tags", ("one two", "three")),
        ("tag: one two", "tags", ("one two",)),
        ("tags: [2013, a]", "tags", ("2013", "a")),
        ("tags:", "tags", ()),
        ("category: Elixir in Production", "categories", (Category(name="Elixir in Production"),)),
        ("categories: [{name: a, slug: b}]", "categories", (Category(name="a", slug="b"),)),
        ("categories: ['', a]", "categories", (Category(name=""), Category(name="a"))),
        ("author: A. Khan", "authors", (Person(name="A. Khan"),)),
        ("author: {name: A. Khan, twitter: x}", "authors", (Person(name="A. Khan"),)),
        (
            "authors: [A, {name: B, role: editor}]",
            "authors",
            (Person(name="A"), Person(name="B", role="editor")),
        ),
        ("source: rki.news", "source", Source(name="rki.news")),
        ("source: {name: a, domain: b}", "source", Source(name="a", domain="b")),
        ("source: ''", "source", None),
        (
            "dateline: Tashkent, September 12, 2025",
            "dateline",
            Dateline(place="Tashkent", date="2025-09-12"),
        ),
        ("dateline: {place: Tashkent}", "dateline", Dateline(place="Tashkent")),
        ("media: [{href: a, width: 5}]", "media", (Media(href="a", width=5),)),
    ],
)
def test_words_in_use(entry: str, field: str, value: object) -> None:
    """Each shape that sites give a field is read to one meaning."""
    article = Document.parse(f"---\n{entry}\n---\n", "markdown").article

    assert getattr(article, field) == value


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("title: [a]", "bad-value"),
        ("tags: [[a]]", "bad-value"),
        ("tags: [~]", "bad-value"),
        ("date: someday", "bad-date"),
        ("source: [a]", "bad-value"),
        ("title: a\ntitle: b", "duplicate-key"),
        ("title: 'a", "yaml"),
    ],
)
def test_defects(entry: str, code: str) -> None:
    """What is no value for its word is a defect with a place inside the front matter."""
    text = f"---\n{entry}\n---\n"
    (defect,) = Document.parse(text, "markdown", tolerant=True).defects

    assert defect.code == code
    assert 4 <= defect.start <= defect.end <= len(text)


@pytest.mark.parametrize(
    ("text", "field", "value", "after"),
    [
        ("---\ntags: one two\n---\n", "tags", ["one", "three"], "---\ntags: one three\n---\n"),
        ("---\ntags: one two\n---\n", "tags", ["one two"], None),
        ("---\ntag: a, b\n---\n", "tags", ["a", "c"], "---\ntag: a, c\n---\n"),
        ("---\ntag: a, b\n---\n", "tags", ["a,;|·•،、，؛；b", "c"], None),
        ("---\nauthor: {name: A, x: 1}\n---\n", "authors", ["B"], None),
        (
            "---\nauthors: [{name: A, x: 1}]\n---\n",
            "authors",
            ["A", "B"],
            "---\nauthors: [{name: A, x: 1}, B]\n---\n",
        ),
        (
            "---\nsource: {name: A, x: 1}\n---\n",
            "title",
            "T",
            "---\ntitle: T\nsource: {name: A, x: 1}\n---\n",
        ),
        (
            "---\ndateline: X, May 5, 2025\n---\n",
            "dateline",
            Dateline(place="Y", date="2025-06-06"),
            "---\ndateline: Y, June 6, 2025\n---\n",
        ),
        ("body alone", "title", "T", "---\ntitle: T\n---\n\nbody alone"),
        ("\ufeffbody", "title", "T", "\ufeff---\ntitle: T\n---\n\nbody"),
        ("---\r\ntitle: T\r\n---\r\n", "body", "B", "---\r\ntitle: T\r\n---\r\n\r\nB"),
        ("+++\ntitle = 'T' # x\n+++\n", "title", "U", "+++\ntitle = 'U' # x\n+++\n"),
        (
            "+++\ndate = 2025-01-01\n+++\n",
            "published",
            "2025-01-02",
            "+++\ndate = 2025-01-02\n+++\n",
        ),
        ('{\n  "title": "T"\n}\n\nB', "title", "U", '{\n  "title": "U"\n}\n\nB'),
    ],
)
def test_values_are_written_as_they_stood(
    text: str, field: str, value: Any, after: str | None
) -> None:
    """Lists, texts with commas, Jekyll's blanks, mappings with unknown keys, three fences."""
    document = Document.parse(text, "markdown").update(**{field: value})

    assert after is None or document.text == after
    assert getattr(document.article, field) == getattr(Article(**{field: value}), field)


@pytest.mark.parametrize("fence", ["yaml", "toml", "json"])
def test_a_fresh_article_reads_back_the_same(fence: Any) -> None:
    """Every field has its place in each of the three syntaxes."""
    article = Article(
        title="a: b # c",
        subtitle="2024-01-01",
        summary="two\nlines",
        body="---\nbody\n---\n",
        published="2025-09-12T10:00:00+05:00",
        modified="2025-09",
        categories=["x", Category(name="y", slug="z")],
        tags=["yes", "1"],
        authors=["A", Person(name="B", role="editor")],
        source="rki.news",
        dateline=Dateline(place="Lahore", date="2025-09-12"),
        media=["a.jpg"],
        extra={"weight": 10, "nested": {"a": [1, "x"]}},
    )
    markdown = Markdown(fence=fence)
    text = markdown.create(article)

    assert markdown.read(text).article == article
    assert detect(text).name == "markdown"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\ntitle: x\n---\n", "markdown"),
        ("\n\n---\ntitle: x\n---\n", "markdown"),
        ("---\n# comment\ntitle: x\n---\n", "markdown"),
        ("---\n\n# one\n# two\n\nname: x\n---\n", "markdown"),
        ("---\n# comment\nlayout: x\ndate: 2025\n---\n", "markdown"),
        ("---\nlayout: x\n---\n", "markdown"),
        ("---\n---\n\nbody", "markdown"),
        ("+++\nx = 1\n+++\n", "markdown"),
        ('{\n"a": 1\n}\n\nbody', "markdown"),
        ('{\n"a": {\n"b": 1\n}\n}\n\nbody', "markdown"),
        ('{\n"a": {\n"b": 1\n}\n}\n', "json"),
        ("---\n## T\nCategory: A\n---\n", "snippet"),
        ("---\n\n## T\n\nPublished on May 5, 2025\n\n---\n", "snippet"),
        ("---\nCategory: A\n---\n", "snippet"),
        ("---\nT\nPublished on May 5, 2025\n---\n", "snippet"),
        ("# T\n\nbody", "snippet"),
        ("just text", "snippet"),
        ('{"a": 1}', "json"),
        ('{"title": NaN}', "json"),
        ('\ufeff\n{ "title": "torn', "json"),
        ('[{"title": "a"}, {}]', "json"),
        ("{}", "json"),
        ("{} rain", "snippet"),
        ("{rain}", "snippet"),
        ('{"a": 1}\n{"a": 2}\n', "ndjson"),
    ],
)
def test_the_content_decides(text: str, name: str) -> None:
    """A snippet that looks like front matter is read as a snippet, and the other way round."""
    assert detect(text).name == name


def test_the_suffix_decides_what_is_left_open() -> None:
    """Where the content says nothing, the ending of the file's name does."""
    assert detect("just text", ".MD").name == "markdown"
    assert detect("just text", ".docx").name == "snippet"


@pytest.mark.parametrize(
    ("text", "alone", "md", "txt"),
    [
        # keys that are labels, in small letters
        ("---\nheadline: Rain\n---\n", "snippet", "markdown", "snippet"),
        ('---\r\nheadline: >\r\n  Rain\r\n\r\n"x": 1\r\n---', "snippet", "markdown", "snippet"),
        # labels of which none is sure, or known
        ("---\nRights: * a\n---\n", "markdown", "markdown", "snippet"),
        ("---\nEditor: A. Khan\n---\n", "markdown", "markdown", "snippet"),
        # what has something of one of them alone
        ("---\ntitle: Rain\n---\n", "markdown", "markdown", "markdown"),
        ("---\nheadline: Rain\nCategory: A\n---\n", "snippet", "snippet", "snippet"),
        ("---\n# Rain\nheadline: Rain\n---\n", "snippet", "snippet", "snippet"),
        ("---\nheadline: [Rain\n---\n", "snippet", "snippet", "snippet"),
        ("+++\nx = 1\n+++\n", "markdown", "markdown", "markdown"),
        ("# Rain\n", "snippet", "snippet", "snippet"),
        ("---\nheadline: Rain\n", "snippet", "snippet", "snippet"),
    ],
)
def test_the_suffix_decides_between_labels_and_keys(
    text: str, alone: str, md: str, txt: str
) -> None:
    """Where the content is in doubt, and whatever was read before; else the content counts."""
    for _ in range(6):
        for suffix, name in (("", alone), (".md", md), (".txt", txt), (".json", alone)):
            assert detect(text, suffix).name == name


@pytest.mark.parametrize(
    ("text", "codes"),
    [("---\ntitle: x\n", ["unclosed-fence"]), ("", ["empty"]), ("{\n\nbody", []), ("body", [])],
)
def test_a_text_without_front_matter_is_all_body(text: str, codes: list[str]) -> None:
    """Nothing is lost where the fences are missing; an opening one alone is a defect."""
    document = Document.parse(text, "markdown", tolerant=True)

    assert [defect.code for defect in document.defects] == codes
    assert (document.article.body or "") == text


def test_a_taken_key_is_refused() -> None:
    """An unknown value under a word of the format would read as the field."""
    with pytest.raises(Unrepresentable) as refusal:
        Document.of(Article(extra={"title": "x"}), "markdown")
    assert refusal.value.field in ("title", "extra")


NESTED = """---
title: Rain
authors:
  - name: Jane  # her name
    twitter: '@j'
  - Bo
source:
  name: Post
  desk: 1
---

It rained.
"""


def test_keys_without_a_field_inside_a_field_are_in_extra() -> None:
    """By the way to them; a copy of the article in another format has them too."""
    document = Document.parse(NESTED, "markdown")
    article = document.article

    assert article.extra == {"authors[0].twitter": "@j", "source.desk": 1}
    assert document.defects == ()
    assert losses(article, "json") == losses(article, "markdown") == ()
    assert [loss.field for loss in losses(article, "snippet")] == ["extra"]
    for name in ("json", "markdown"):
        assert loads(dumps(article, name), name) == article


@pytest.mark.parametrize(
    ("entry", "extra"),
    [
        ("author: {name: A, x: 1}", {"authors[0].x": 1}),
        ("category: [a, {name: b, x: {y: [1]}}]", {"categories[1].x": {"y": (1,)}}),
        ("dateline: {place: Lahore, x: 1}", {"dateline.x": 1}),
        ("source: {name: A, x: 1}\nsource.x: 2", {"source.x": 2}),
        ("tags: [a]\nx: 1", {"x": 1}),
    ],
)
def test_the_way_to_a_key(entry: str, extra: dict[str, Any]) -> None:
    """The field, and where in a list; what stands under that very name goes first."""
    text = f"---\n{entry}\n---\n"
    document = Document.parse(text, "markdown")

    assert document.article.extra == extra
    assert document.put(document.article) is document


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"authors": ["Janet", "Bo"]}, "Jane ", "Janet "),
        ({"authors": ["Jane", "Bo", "Cy"]}, "  - Bo\n", "  - Bo\n  - Cy\n"),
        ({"source": "Times"}, "Post", "Times"),
        ({"extra": {"source.desk": 1}}, "    twitter: '@j'\n", ""),
        ({"extra": {"authors[0].twitter": "@k", "source.desk": 1}}, "@j", "@k"),
        ({"extra": {"authors[0].twitter": "@j", "source.desk": [1]}}, "desk: 1", "desk: [1]"),
        (
            {"source": None, "extra": {"authors[0].twitter": "@j"}},
            "source:\n  name: Post\n  desk: 1\n",
            "",
        ),
        (
            {"extra": {"authors[0].twitter": "@j", "source.desk": 1, "x": 1}},
            "  desk: 1\n",
            "  desk: 1\nx: 1\n",
        ),
    ],
)
def test_keys_without_a_field_stay_where_they_stand(
    changes: dict[str, Any], before: str, after: str
) -> None:
    """Another name leaves them; a change of theirs is made in their mapping."""
    document = Document.parse(NESTED, "markdown")

    assert document.update(**changes).text == NESTED.replace(before, after, 1)


def test_a_dateline_keeps_its_other_keys() -> None:
    """A mapping with more in it stays one, though a line would say the dateline."""
    text = "---\ndateline: {place: Lahore, x: 1}\n---\n"
    document = Document.parse(text, "markdown").update(dateline=Dateline(place="Karachi"))

    assert document.text == text.replace("Lahore", "Karachi")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"authors": ["Bo", "Jane"]}, "authors"),
        ({"authors": []}, "authors"),
        ({"source": None}, "source"),
        ({"extra": {"authors[0].twitter": "@j", "source.desk": "\ud800"}}, "extra"),
    ],
)
def test_keys_without_a_field_are_not_dropped(changes: dict[str, Any], field: str) -> None:
    """What would take them away, or move them, is refused unless `extra` says so too."""
    document = Document.parse(NESTED, "markdown")

    with pytest.raises(Unrepresentable) as refusal:
        document.update(**changes)
    assert refusal.value.field == field


def test_keys_without_a_field_are_explained() -> None:
    """With the place of the value that they stand in."""
    document = Document.parse(NESTED, "markdown")
    start, end = document.span("source.desk") or (0, 0)
    (evidence,) = [one for one in document.explain().fields if one.name == "source.desk"]

    assert NESTED[start:end] == "name: Post\n  desk: 1"
    assert (evidence.value, evidence.span) == (1, (start, end))
    with pytest.raises(InvalidValue):
        document.span("source.other")


@attrs.frozen(kw_only=True)
class Caller(Person):
    """A person who has what most do not, under a key of its own."""

    handle: str | None = field(default=None, key="twitter")


@attrs.frozen(kw_only=True)
class Called(Article):
    """An article by such persons."""

    authors: tuple[Caller, ...] = ()


def test_a_heir_has_a_field_for_it() -> None:
    """Then the key is read, under the name that the heir gives it."""
    article = loads(NESTED, cls=Called)

    assert article.authors == (Caller(name="Jane", handle="@j"), Caller(name="Bo"))
    assert article.extra == {"source.desk": 1}


def test_a_fence_is_one_of_three() -> None:
    """Another is refused when it is asked for, and not when a text is written."""
    wrong: Any = "xml"
    with pytest.raises(InvalidValue, match="fence: must be one of yaml, toml, json, not 'xml'"):
        Markdown(fence=wrong)


@attrs.frozen(kw_only=True, unsafe_hash=False)
class Desk(Category):
    """A category that has no hash."""

    floor: int | None = None
    __hash__ = None  # type: ignore[assignment]


@attrs.frozen(kw_only=True)
class Report(Article):
    """An article of desks."""

    desks: tuple[Desk, ...] = ()


def test_items_of_a_class_without_hash_keep_their_spelling() -> None:
    """A list of values that have no hash, as a class of yours may have none, is written as others are."""
    text = "---\ndesks:\n- name: 'A'\n  floor: 1\n- B\n---\n"
    document = Document.parse(text, "markdown", cls=Report)
    one, two = document.article.desks
    assert document.update(desks=(two, one)).article.desks == (two, one)
    assert document.update(desks=(one,)).text == "---\ndesks:\n- name: 'A'\n  floor: 1\n---\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_objects_in_json_front_matter_without_indentation(newline: str) -> None:
    """The brace that ends an object inside does not end the front matter; a torn one's first does."""
    text = '{\n"title": "Rain",\n"source": {\n"name": "Post",\n"domain": "a"\n}\n}\n\n{\n}\n'
    document = Document.parse(text.replace("\n", newline), "markdown")

    assert document.article.source == Source(name="Post", domain="a")
    assert document.article.body == "{\n}\n".replace("\n", newline)
    assert document.update(source=None).update(source=document.article.source).defects == ()
    torn = text.replace('"a"', "a").replace("\n", newline)
    assert [one.code for one in Document.parse(torn, "markdown", tolerant=True).defects] == ["json"]


def test_new_objects_in_json_front_matter_without_indentation() -> None:
    """They are taken, in lines of their own."""
    document = Document.parse('{\n"title": "Rain"\n}\n\nIt rained.\n', "markdown")
    changed = document.update(
        source=Source(name="x", domain="y"), extra={"weights": {"a": {"b": 1}}}
    )

    assert changed.article.source == Source(name="x", domain="y")
    assert changed.update(source=None, extra={}).text == document.text
