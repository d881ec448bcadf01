"""The library's own JSON and NDJSON: complete, versioned, strict, and edited in place."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from snippetkit.document import Document
from snippetkit.errors import ParseError, Unrepresentable
from snippetkit.files import loads
from snippetkit.formats.json import Json
from snippetkit.formats.ndjson import Ndjson
from snippetkit.model import Article, Category, FrozenDict, Link, Moment, Source, field
from snippetkit.syntax._fast import only

SPACED = (
    '{ "$schema":"urn:snippetkit:article:1" ,\n   "title" : "R\\u0061in",\n'
    '   "weight":10, "tags": [ "a",\t"b" ]\r\n}\n'
)


@attrs.frozen(kw_only=True)
class PressRelease(Article):
    """A subclass with a key of its own."""

    embargo: Moment | None = field(default=None, key="embargoedUntil")
    copies: int | None = 1


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, SPACED),
        ({"title": "Snow"}, SPACED.replace("R\\u0061in", "Snow")),
        ({"tags": ["a", "c"]}, SPACED.replace('"b"', '"c"')),
        ({"extra": {"weight": 11}}, SPACED.replace("10", "11")),
        ({"title": None}, SPACED.replace('\n   "title" : "R\\u0061in",', "")),
    ],
)
def test_only_the_bytes_of_a_value_move(changes: dict[str, Any], text: str) -> None:
    """Spacing, escapes, order and unknown keys stay as they were found."""
    assert Document.parse(SPACED).update(**changes).text == text


@pytest.mark.parametrize("form", [Json(), Ndjson()])
@pytest.mark.parametrize("field", ["title", "published"])
def test_what_is_added_stands_behind_the_version(form: Json[Article], field: str) -> None:
    """As in a new text, where the version is the first entry; also above unknown ones."""
    whole = Article(title="2025", published="2025", extra={"weight": 1})
    one = Article(extra=whole.extra).evolve(**{field: getattr(whole, field)})
    bare = Document.of(Article(extra=whole.extra), form)

    assert bare.put(one).text == form.create(one)
    assert bare.put(one).put(whole).text == form.create(whole)


@pytest.mark.parametrize("form", [Json(), Ndjson()])
@pytest.mark.parametrize(
    "article",
    [
        Article(),
        Article(title="", extra={"a": None, "b": [1, 2.5, {"c": "\ud800\u2028"}]}),
        Article(
            title="\ud83d\ude00", body="\ude00\ud83d\ud83d\ude00" * 80, extra={"\ud83d\ude00": 1}
        ),
        Article(extra={"title": "taken", "free": 1, "$schema": "x", "extra": {}}),
        Article(published="2025-09-12T10:00:00+05:00[Asia/Karachi]", modified="2025"),
        Article(categories=[Category(name="a", slug="b", parent="c", labels={"ur": "d"})]),
    ],
)
def test_everything_comes_back(form: Json[Article], article: Article) -> None:
    """Whatever the model holds, the text says, taken names in `extra` included."""
    text = form.create(article)

    assert form.read(text).article == article
    assert list(form.read(text).article.extra) == list(article.extra)


def test_two_halves_of_a_pair_are_two_characters() -> None:
    """They are told from the character that they are the halves of, also where ASCII is the manner.

    No encoding has the one half that stands unescaped: in a file they are refused.
    """
    halves = Article(title="\ud83d\ude00")
    text = Json().create(halves)
    assert '"\ud83d\\ude00"' in text
    assert (
        Json().read(text).article
        == halves
        != Json().read(Json().create(Article(title="😀"))).article
    )

    document = Document.parse('{"title": "\\u00e9"}').update(title="é\ud83d\ude00")
    assert (document.text, document.article.title) == (
        '{"title": "é\ud83d\\ude00"}',
        "é\ud83d\ude00",
    )
    with pytest.raises(Unrepresentable, match="utf-8 has no character"):
        document.to_bytes()


def test_ndjson_is_one_line() -> None:
    """No character that anything takes for a line end stands inside the line, and edits keep it so."""
    article = Article(title="a\nb\u2028c\x85d", extra={"x": {"y": [1]}})
    document = Document.of(article, "ndjson")
    edited = document.update(
        body="1\r\n2\u2029", extra={"x": {"y": [1], "z": {"deep": "\n"}}, "w": 1}
    )

    for text in (document.text, edited.text):
        assert len(text.splitlines()) == 1
    assert edited.article.body == "1\r\n2\u2029"


@pytest.mark.parametrize(
    ("old", "changes", "new"),
    [
        (
            '{"categories":["World","As\\u0069a"]}',
            {"categories": ["New", "Asia", "World", "More"]},
            '{"categories":["New","As\\u0069a","World","More"]}',
        ),
        (
            '{"categories":["World", {"slug": "a", "name": "Asia"}]}',
            {
                "categories": [
                    Category(name="Sea", slug="s"),
                    "Asia",
                    Category(name="Asia", slug="a"),
                ]
            },
            '{"categories":[{"name":"Sea","slug":"s"}, {"name":"Asia"}, {"slug": "a", "name": "Asia"}]}',
        ),
        ('{"source":"Post"}', {"source": "Sun"}, '{"source":"Sun"}'),
        ('{"source":{"name":"Post"}}', {"source": "Sun"}, '{"source":{"name":"Sun"}}'),
        (
            '{"source":"Post"}',
            {"source": Source(name="Sun", language="en")},
            '{"source":{"name":"Sun","language":"en"}}',
        ),
        (
            '{"authors": ["A. Khan"]}',
            {"authors": ["A. Khan", "B"]},
            '{"authors": ["A. Khan", "B"]}',
        ),
        (
            '{"links": [{"text": "x", "href": "a"}]}',
            {"links": [Link(href="b"), Link(href="a", text="x")]},
            '{"links": [{"href": "b"}, {"text": "x", "href": "a"}]}',
        ),
        (
            '{"categories":[1,"World"]}',
            {"categories": ["a", "b"]},
            '{"categories":[{"name":"a"},"b"]}',
        ),
        ('{"categories":"World"}', {"categories": ["a"]}, '{"categories":[{"name":"a"}]}'),
    ],
)
def test_models_keep_their_manner(old: str, changes: dict[str, Any], new: str) -> None:
    """One that is only a name is a text where texts stand; what is there already is not spelled anew."""
    document = Document.parse(old, "json", tolerant=True)

    assert document.update(**changes).text == new
    assert all(getattr(loads(new, "json"), name) for name in changes)


def test_taken_names_are_edited_where_they_stand() -> None:
    """`extra` holds loose unknown keys and those of the ``extra`` object; each is changed in its place."""
    document = Document.parse('{"free": 1, "extra": {"title": 2, "x": 3}}')
    assert document.article.extra == {"free": 1, "title": 2, "x": 3}

    def text(extra: dict[str, Any]) -> str:
        return document.update(extra=extra).text

    assert text({"free": 9, "title": 2, "x": 3}) == '{"free": 9, "extra": {"title": 2, "x": 3}}'
    assert text({"free": 1, "title": 8, "x": 3}) == '{"free": 1, "extra": {"title": 8, "x": 3}}'
    assert text({"free": 1, "title": 2}) == '{"free": 1, "extra": {"title": 2}}'
    assert text({"free": 1}) == '{"free": 1}'
    assert document.update(extra={"free": 1, "title": 2, "x": 3, "y": 4}).article.extra["y"] == 4
    assert (
        Document.parse('{"a": 1}').update(extra={"a": 1, "body": 2}).text
        == '{"a": 1, "extra": {"body": 2}}'
    )
    with pytest.raises(Unrepresentable, match="order"):
        text({"x": 3, "title": 2, "free": 1})


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('{"title": 5}', "bad-value", "5"),
        ('{"tags": "ab"}', "bad-value", '"ab"'),
        ('{"tags": [1]}', "bad-value", "[1]"),
        (
            '{"categories": [{"name": "a", "colour": 1}]}',
            "bad-value",
            '[{"name": "a", "colour": 1}]',
        ),
        (
            '{"source": {"name": "a", "timezone": "x"}}',
            "bad-value",
            '{"name": "a", "timezone": "x"}',
        ),
        ('{"source": []}', "bad-value", "[]"),
        ('{"published": "Friday"}', "bad-date", '"Friday"'),
        ('{"published": 2025}', "bad-date", "2025"),
        (
            '{"$schema": "urn:snippetkit:article:99"}',
            "unknown-version",
            '"urn:snippetkit:article:99"',
        ),
        ('{"extra": 5}', "bad-value", "5"),
        ('{"a": 1, "extra": {"a": 2}}', "bad-value", '{"a": 2}'),
        ('{"title": "a", "title": "b"}', "duplicate-key", '"title"'),
    ],
)
def test_wrong_types_are_located(text: str, code: str, place: str) -> None:
    """Nothing is coerced: each wrong value is a defect at its own place."""
    with pytest.raises(ParseError) as error:
        Document.parse(text, "json")
    (defect,) = error.value.defects

    assert defect.code == code
    assert text[defect.start : defect.end].startswith(place)


def test_deep_extra_is_a_defect() -> None:
    """What nests deeper than `extra` may is said to, not lost and no crash."""
    deep = "[" * 70 + "]" * 70
    for text in (f'{{"a": {deep}}}', f'{{"extra": {{"a": {deep}}}}}'):
        document = Document.parse(text, "json", tolerant=True)
        assert [defect.field for defect in document.defects] == ["extra"]


def test_keys_of_a_subclass() -> None:
    """A subclass's field has its key; read as the base class it is kept in `extra`."""
    release = PressRelease(embargo=Moment.parse("2025-09-12"), copies=None)
    text = Json(cls=PressRelease).create(release)

    assert '"embargoedUntil": "2025-09-12"' in text
    assert '"copies": null' in text
    assert Document.parse(text, cls=PressRelease).article == release
    assert Document.parse(text).article.extra == FrozenDict(
        {"embargoedUntil": "2025-09-12", "copies": None}
    )


def test_a_torn_text_takes_no_change() -> None:
    """What is no JSON object has no place for a key, reserved or not."""
    document = Document.parse('{"a": 1', "json", tolerant=True)

    for key in ("title", "x"):
        with pytest.raises(Unrepresentable, match=f"{key!r}: this text is not a JSON object"):
            document.update(extra={key: 1})


@attrs.frozen(kw_only=True)
class Graded(Article):
    """A subclass whose class refuses some values."""

    grade: int = field()

    @grade.validator
    def _is_positive(self, _: object, value: int) -> None:
        if value < 0:
            raise ValueError("a grade is positive")


@pytest.mark.parametrize("libraries", [(), ("orjson",)])
def test_what_a_class_refuses_is_a_defect(libraries: tuple[str, ...]) -> None:
    """Whoever parses: the class decides, and what it says is said."""
    with only(*libraries):
        for data in ('{"grade": -1}', b'{"grade": -1}'):
            with pytest.raises(ParseError, match="a grade is positive"):
                loads(data, Json(cls=Graded))
        assert loads(b'{"grade": 1}', Json(cls=Graded)) == Graded(grade=1)
