"""The quick ways to read and write JSON, with the libraries of the extra ``fast`` and without."""

from __future__ import annotations

import io
import json as standard
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from snippetkit import (
    Article,
    Category,
    Dateline,
    FrozenDict,
    Media,
    Moment,
    ParseError,
    Source,
    Unrepresentable,
    dump,
    dumps,
    field,
    loads,
    same,
)
from snippetkit.formats import Format
from snippetkit.formats.json import Json
from snippetkit.formats.ndjson import Ndjson
from snippetkit.model import Value
from snippetkit.syntax import json
from snippetkit.syntax._fast import ORJSON, Library, only
from snippetkit.syntax.tree import Edit, spliced
from snippetkit.testing import articles, documents

EMPTY: FrozenDict[str] = FrozenDict()
SIGNS = FrozenDict({"a": "1", "b": "2"})
WAYS = ((), ("orjson",))
LEARNT = 5
"""How often a text is read until its make is known for sure."""


@attrs.frozen(kw_only=True)
class Release(Article):
    """A subclass with a field of every kind that is read in a way of its own."""

    embargo: Moment | None = field(default=None, key="embargoedUntil")
    copies: int | None = 1
    urgent: bool = False
    desk: str = "main"
    contact: str | None = "nobody"
    seen: Moment | None = field(default="2025-05-05")
    notes: FrozenDict[str] = SIGNS
    anything: Any = None


@attrs.frozen(kw_only=True)
class Counted(Article):
    """A subclass that is made by keeping its values."""

    copies: int | None = None
    ratio: float | None = None
    signs: FrozenDict[str] = EMPTY
    anything: Any = None


@attrs.frozen(kw_only=True)
class Demanding(Article):
    """A subclass with a field that must be given."""

    desk: str


@attrs.frozen(kw_only=True)
class Section(Category):
    """A model that a text may stand for, with a mapping that has an order."""

    signs: FrozenDict[str] = SIGNS


@attrs.frozen(kw_only=True)
class Layer(Value):
    """A model within itself, with an item that may be missing and one of any type."""

    under: Layer | None = None
    names: tuple[str | None, ...] = ()
    anything: Any = None
    source: Source | None = field(default="main")
    section: Section | None = None


@attrs.frozen(kw_only=True)
class Layered(Article):
    """An article with one of those."""

    layer: Layer | None = None


# ── texts ───────────────────────────────────────────────────────────────────────────────────────

USUAL = [
    *(("title", '"Rain"'), ("title", '"a \\"b\\""'), ("published", '"2025-09-12"')),
    *(("document_date", '"2025-09-12T10:38:19"'), ("dateline", '{"place": "a", "agency": null}')),
    *(("source", '{"name": "a"}'), ("source", '"a"'), ("categories", '[{"name": "a"}, "b"]')),
    *(("$schema", '"urn:snippetkit:article:1"'), ("tags", '["a", "é"]'), ("copies", "2")),
    *(("categories", "[]"), ("modified", "null"), ("media", '[{"href": "a", "width": 1}]')),
    *(("embargoedUntil", '"2025"'), ("urgent", "true"), ("desk", '"b"'), ("contact", "null")),
]
NAMES = [
    *("title", "body", "dateline", "source", "categories", "tags", "published", "document_date"),
    *("media", "authors", "$schema", "extra", "weight", "t\\u0069tle", "embargoedUntil", "copies"),
    *("urgent", "desk", "contact", "seen", "notes", "anything", "ratio", "signs"),
]
VALUES = [
    *('"Rain"', '"R\\u0061in"', '"a \\"b\\" \\\\"', '"\\ud83d\\ude00"', '"\\ud83d"', '"é\u2028"'),
    *("null", "true", "1", "1.0", "-0", "1e400", "NaN", "[]", "{}", '""', '[""]', '"\t"'),
    *('"2025-09-12"', '"2025-09-12T10:38:19"', '"2025-02-30"', '"2025-09-12T24:00:00"', '"2025"'),
    *('{"name": "a"}', '{"name": "a", "name": "b"}', '{"name": null}', '{"name": "a", "b": 1}'),
    *('["a", {"name": "b"}]', '[{"name": "a"}, {"name": "a"}]', '[{"name": true}]', '[["name"]]'),
    *('{"place": "Oslo", "date": "2025-09-12"}', '{"place": "a", "place": "a"}', '{"date": "x"}'),
    *('[{"href": "a", "width": 1}]', '[{"href": "a", "width": true}]', '{"labels": {"ur": "a"}}'),
    *('{"name": "c", "parent": {"name": "b", "parent": "a"}}', "[" * 90 + "]" * 90, '"urn:x"'),
    *('"urn:snippetkit:article:1"', '"urn:snippetkit:article:2"', '{"name": "a",}', '"open'),
    *('{"b": "2", "a": "1"}', "9" * 30, "9" * 3_870),
]
ENTRIES = st.one_of(
    st.lists(st.sampled_from(USUAL), max_size=7, unique_by=lambda entry: entry[0]),
    st.lists(st.sampled_from(USUAL), max_size=4),
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=4),
)
SPACES = st.sampled_from(["", "", " ", "\n  ", "\t", "\r\n"])
BODIES = st.sampled_from(["", "It rained.", 'She said "no".\n' * 9, "\\" * 7, "— ’é\u2028" * 50])


def spelled(entries: list[tuple[str, str]], space: str) -> str:
    """An object of entries that are spelled already."""
    each = [f'{space}"{name}":{space}{value}{space}' for name, value in entries]
    return f"{{{','.join(each)}}}"


CLASSES = st.sampled_from([Article, Release, Counted, Demanding])
OBJECTS = st.builds(spelled, ENTRIES, SPACES)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts of JSON that are mostly right, or nearly."""
    text = draw(OBJECTS | documents(Json(cls=Release)).map(lambda draft: draft.text))
    if draw(st.booleans()) and text[:1] == "{" and '"' in text:
        body = standard.dumps(draw(BODIES), ensure_ascii=draw(st.booleans()))
        text = f'{{"body":{body}, {text[1:]}'
    return text


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


def outcome(format: Format[Any], text: str | bytes) -> Any:
    """The article, or what is wrong."""
    try:
        return loads(text, format, cls=format.cls)
    except ParseError as error:
        return error.defects


def assert_read_the_same(format: Json[Any], text: str) -> bool:
    """The quick way says what the careful one does, and the bytes what the text does.

    Gives whether there was one.
    """
    careful, quick = format.read(text, format.scan(text)), format.read(text)
    assert same(quick.article, careful.article)
    assert quick.flaws == careful.flaws
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return False
    assert same(outcome(format, data), outcome(format, text))
    return format.quick(data) is not None


@given(st.lists(texts(), min_size=1, max_size=3), CLASSES)
@example(['{"title": "a", "title": "a"}'], Article)
@example(['{"title": null, "title": null}'], Article)
@example(['{"source": {"name": "a"}, "source": {"name": "a"}}'], Article)
@example(['{"tags": ["\\"", "\\\\"], "tags": [1]}'], Article)
@example(['{"dateline": {"place": "a", "place": "b"}}'], Article)
@example(['{"categories": [' + ", ".join(['{"name": "a"}'] * 200) + "]}"], Article)
@example([f'{{"media": [{{"href": "a", "width": {n}}}]}}' for n in ("1", "true", "1.0")], Article)
@example(['{"published": "", "dateline": {"date": ""}}'], Article)
@example(['{"categories": "abc"}'], Article)
@example(['{"extra": "urn:snippetkit:article:1"}'], Article)
@example(['{"anything": ' + "[" * 90 + "]" * 90 + "}"], Counted)
@example(['{"copies": ' + "9" * 3_870 + "}"], Counted)
@example(["[" * 100_000], Article)
@example(['{"a": ' + "[" * 100_000], Article)
@settings(max_examples=10 * settings().max_examples)
def test_every_way_reads_the_same(texts: list[str], cls: type[Article]) -> None:
    """Quickly or with care, by whichever library: the same articles, or the same defects.

    What one instance remembers of earlier texts changes nothing.
    """
    for names in WAYS:
        format = Json(cls=cls)
        with only(*names):
            for text in texts:
                event(f"read from bytes: {assert_read_the_same(format, text)}")


PIECES = [b'{"title":"', b'"}', b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xc3", b"\xa9", b"\\u"]


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=4)))
def test_bytes_that_are_no_text_are_no_article(pieces: list[bytes]) -> None:
    """Also where a library would not look at them."""
    data = b"".join(pieces)
    expected = outcome(Json(), data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        assert isinstance(expected, tuple)
    else:
        assert same(outcome(Json(), text), expected)


def _changed(text: str, values: dict[int, str]) -> str:
    """*text* with other values in some of its entries."""
    slots = json.scan(text, 0, len(text)).slots
    for n, value in sorted(values.items(), reverse=True):
        if n < len(slots):
            text = spliced(text, Edit(slots[n].start, slots[n].end, value))
    return text


def _by_record(format: Json[Any], text: str) -> bool:
    """Whether the make of *text* was met often."""
    return format._records is not None and format._records.read(text) is not None


OTHERS = [
    *(
        '"x]y"',
        '["]"]',
        '[{"name": "]"}]',
        '{"name": "}"}',
        '{"place": "a\\"b"}',
        '"\\u0061"',
        '"\\"',
    ),
    *('{"place": "Oslo", "agency": "AP"}', '{"place": ""}', '{"place": null}', '{"date": "2025"}'),
    *('{"place": "Oslo", "date": "5 May"}', "[1]", "[[]]", "1]", '"a" ', "tru", "1,", '1, "x": 2'),
    *('"' + "long " * 50 + '"', '"' + "long \\n" * 50 + '"', '"' + "long \n" * 50 + '"', '"a"b"'),
    "",
    *(
        '"a", "title": "b"',
        '"\ud800"',
        '"\\ud800"',
        "{}",
        '{"name": "a", "url": "b"}',
        '["a", "b"]',
    ),
]


@given(
    base=texts(),
    values=st.dictionaries(
        st.integers(0, 6),
        st.sampled_from(VALUES + OTHERS) | st.sampled_from(USUAL).map(max),
        max_size=3,
    ),
    cls=CLASSES,
    behind=st.sampled_from(["", "", " ", "\n", "x", "}", ' {"a": 1}', "\0"]),
)
@settings(max_examples=5 * settings().max_examples)
def test_what_a_record_finds_is_what_stands_there(
    base: str, values: dict[int, str], cls: type[Article], behind: str
) -> None:
    """A text with other values in the entries of one met often is read as with care."""
    format = Json(cls=cls)
    for _ in range(LEARNT):
        format.read(base)
    for text in (base, _changed(base, values) + behind):
        assert_read_the_same(format, text)
        event(f"by its record: {_by_record(format, text)}")


FULL = Article(
    title="Rain",
    body='He said "no".\n' * 30,
    published="2025-09-12",
    document_date="2025-09-12T10:38:19",
    dateline=Dateline(place="b", date="2025-09-12"),
    source=Source(name="c", domain="c.org"),
    categories=["d", Category(name="e", labels={"ur": "f"})],
    tags=["g"],
    media=[Media(href="h", width=1)],
    authors=["A. Khan"],
)


@pytest.mark.parametrize("kind", [Json, Ndjson])
@pytest.mark.parametrize("value", [*VALUES, *OTHERS])
def test_each_entry_with_each_value(kind: type[Json[Any]], value: str) -> None:
    """Of a full article, one after another: what is taken is what stands there."""
    format, text = kind(), kind().create(FULL)
    for _ in range(LEARNT):
        format.read(text)
    assert _by_record(format, text)
    for n in range(12):
        assert_read_the_same(format, _changed(text, {n: value}))


def test_makes_do_not_pile_up() -> None:
    """The latest are kept; of texts that no pattern takes there is none."""
    format = Json[Article]()
    for n in range(40):
        for _ in range(40):
            text = f'{{"title": "a",{" " * n}"tags": ["b"]}}'
            assert format.read(text).article.tags == ("b",)
    assert format._records is not None
    assert len(format._records.often.readers) == 32
    for _ in range(2 * LEARNT):
        assert format.read('{"$schema": "urn:snippetkit:article:1"}').article == Article()


@given(texts())
@example('{"a": ' + "[" * 79 + "]" * 79 + "}")
@example('{"a": ' + "[" * 80 + "]" * 80 + "}")
def test_pairs_are_the_entries(text: str) -> None:
    """Where `scan` takes a text, its pairs make the same values; where it does not, they cannot."""
    scan = json.scan(text, 0, len(text))
    expected: Any = None if scan.flaws else {slot.name: slot.value for slot in scan.slots}
    try:
        found = json.plain(json.pairs(text), 0)
    except ValueError:
        found = None
    assert same(found, expected)


@pytest.mark.parametrize("key", ['no"te', "{0}", "a\n    raise", "field0", "é", "\\"], ids=ascii)
def test_a_name_is_never_code(key: str) -> None:
    """What reads is compiled for each make, and the words of the class are not part of it."""

    @attrs.frozen(kw_only=True)
    class Odd(Article):
        note: str | None = field(default=None, key=key)

    article, format = Odd(note="a", title="b"), Json(cls=Odd)
    for names in WAYS:
        with only(*names):
            text = Json(cls=Odd).create(article)
            assert standard.loads(text)[key] == "a"
            assert text == Format.composed(format, article)
            for _ in range(2 * LEARNT):
                assert loads(text.encode(), "json", cls=Odd) == article


@given(articles())
def test_most_articles_are_read_quickly(article: Article) -> None:
    """Those without unknown entries are read by what they have around their values."""
    article = article.evolve(extra=None)
    text, format = Json().create(article), Json[Article]()
    for _ in range(LEARNT):
        format.read(text)
    assert format._records is not None
    quick = format._records.read(text)
    event(f"read: {quick is not None}")
    assert quick is None or same(quick, article)


# ── writing ─────────────────────────────────────────────────────────────────────────────────────

LAYERS = st.recursive(
    st.builds(Layer, names=st.lists(st.none() | st.text()), anything=st.integers() | st.text()),
    lambda inner: st.builds(Layer, under=inner, source=st.just("main") | st.just("b") | st.none()),
)
ODD = ["", *'\x00\t\r\x1f\x7f\x80\x9f\xa0é\u2028\u2029\ud800\udc00\uffff\U0001f600"\\\n']
LONG = st.builds(
    "{1}{0}{2}{0}".format,
    st.sampled_from(["a" * 150, "— " * 150]),
    st.sampled_from(ODD),
    st.sampled_from(ODD),
)
UNNAMED = Category(name="a", slug="b", labels=FrozenDict())
SWAPPED = FrozenDict({"b": "2", "a": "1"})


@given(
    st.one_of(
        articles(),
        articles(cls=Release),
        LONG.map(lambda body: Article(body=body)),
        st.builds(Layered, layer=LAYERS),
    ),
    st.sampled_from([Json, Ndjson]),
)
@example(Article(source=Source(name=None)), Ndjson)
@example(Article(categories=[UNNAMED], extra=FrozenDict()), Json)
@example(Article(extra={"title": {"a": []}}), Json)
@example(Release(notes=SWAPPED), Json)
@example(Counted(signs=FrozenDict()), Json)
@example(Release(notes=FrozenDict({"a": "1", "b": "2"}), desk=""), Json)
@example(Layered(layer=Layer(section=Section(name="a", signs=SWAPPED))), Json)
@settings(max_examples=2 * settings().max_examples)
def test_every_way_writes_the_same(article: Article, kind: type[Json[Any]]) -> None:
    """As bytes, in one go or by way of a tree, by whichever library: the same text, to the last character."""
    format = kind(cls=type(article))
    with only():
        careful = Format.composed(format, article)
    for names in WAYS:
        with only(*names):
            assert format.composed(article) == careful
            assert Format.composed(format, article) == careful
            assert format.create_bytes(article) in (None, _utf8(careful))


def _utf8(text: str) -> bytes | None:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None


@pytest.mark.parametrize("kind", [Json, Ndjson])
def test_bytes_of_a_file_are_its_text(kind: type[Json[Any]], tmp_path: Path) -> None:
    """Written at once, or by way of a text: to a path, to files of bytes and of text."""
    format, path, data, text = kind(), tmp_path / "a.json", io.BytesIO(), io.StringIO()
    for article in (FULL, FULL.evolve(title="€" * 300, extra={"a": [1, None]})):
        assert format.create_bytes(article) is not None
        for target in (path, str(path), data, text):
            dump(article, target, format)
            assert path.read_bytes() == dumps(article, format).encode()
        dump(article, tmp_path / "b.json", format, encoding="utf-16-le")
        assert (tmp_path / "b.json").read_bytes().decode("utf-16-le") == dumps(article, format)
    assert data.getvalue().decode() == text.getvalue()
    assert path.read_text("utf-8") == text.getvalue()[-len(dumps(article, format)) :]


def test_what_is_read_back_is_not_written_at_once() -> None:
    """An heir's text is proven by reading it; what UTF-8 cannot hold is refused with care."""
    assert Json(cls=Release).create_bytes(Release(title="a")) is None
    assert Json().create_bytes(Release(title="a")) is None
    assert Format().create_bytes(Article()) is None
    odd = Article()
    object.__setattr__(odd, "published", Heir(2025))  # which no constructor takes
    assert Json()._spell(odd) is None
    halves = Article(title="\ud800\udc00")
    assert Json().create_bytes(halves) is None
    with pytest.raises(Unrepresentable, match="utf-8 has no character"):
        dump(halves, io.BytesIO(), "json")


class Heir(Moment):
    """A moment that may have more to say."""


@attrs.frozen(kw_only=True)
class Dated(Dateline):
    """A dateline with more to say than one has."""

    hour: int = 0


@attrs.frozen(kw_only=True)
class Coloured(Category):
    """A category with more to say."""

    colour: str | None = None


@pytest.mark.parametrize(
    "article",
    [
        Article(dateline=Dated(place="a", hour=1)),
        Article(categories=[Coloured(name="a", colour="b")]),
        Article(categories=[Category(name="a", parent=Coloured(name="b", colour="c"))]),
        Layered(layer=Layer(under=type("Heir", (Layer,), {})(names=("a",)))),
    ],
    ids=str,
)
def test_what_heirs_say_is_never_lost(article: Article) -> None:
    """A part of a class that the field does not know is for the careful way, which refuses it."""
    format = Ndjson(cls=type(article))
    assert format._spell(article) is None
    with pytest.raises(Unrepresentable, match="would be read as a"):
        format.create(article)


MOMENTS = ["2025", "2025-09", "2025-09-12", "0001-01-01", "2025-09-12T10", "2025-09-12T10:38"]
MOMENTS += [f"2025-09-12T10:38:19{rest}" for rest in ("", ".5", "+05:00", ".25Z")]


@pytest.mark.parametrize("moment", MOMENTS)
def test_moments_of_each_precision_are_written(moment: str) -> None:
    """Days and seconds go another way than the others."""
    article = Article(published=moment, dateline=Dateline(place="a", date=moment))
    assert Json().composed(article) == Format.composed(Json(), article)


def test_what_is_remembered_is_of_the_very_value() -> None:
    """Lists of names met lately are known by where they are in memory, and kept while they are."""
    format = Ndjson[Article]()
    for n in range(600):
        for name in (f"n{n}", f"m{n}"):  # of which the first is gone when the second is made
            text = format.composed(Article(categories=[name]))
            assert f'"categories": [{{"name": "{name}"}}]' in text
    again = Article(categories=["a", "b"])
    assert format.composed(again) == format.composed(again) == Format.composed(format, again)


@pytest.mark.parametrize("odd", ODD, ids=ascii)
@pytest.mark.parametrize("body", ["a" * 300, "— " * 150], ids=["ascii", "other"])
def test_odd_characters_of_long_texts_are_escaped_as_in_short_ones(odd: str, body: str) -> None:
    """A long text goes another way, one with each library."""
    expected = f'"{body}{json.quoted(odd)[1:-1]}"'
    for names in WAYS:
        with only(*names):
            assert json.quoted(body + odd) == expected
            assert json.quoted_bytes(body + odd) == expected.encode()


def test_what_derives_from_a_text_is_quoted_as_one() -> None:
    """And what is none is refused."""
    assert json.quoted_bytes(type("Heir", (str,), {})("é")) == '"é"'.encode()
    with pytest.raises(ValueError, match="a name is text, which 5 is not"):
        json.quoted_bytes(5)


@pytest.mark.parametrize(
    ("inmost", "levels"),
    [
        (Layer(source=Source(name="b")), 79),
        (Layer(source=None), 80),
        (Layer(source=None, names=("a",)), 79),
        (Layer(source=None, section=Section(name="a", slug="b")), 79),
    ],
)
def test_what_is_too_deep_is_refused(inmost: Layer, levels: int) -> None:
    """At the very depth where reading would refuse it, be it a model, a named one or a list."""
    format, layer = Json(cls=Layered), inmost
    for _ in range(levels - 2):
        layer = Layer(under=layer, source=None)
    text = format.composed(Layered(layer=layer))
    assert not json.scan(text, 0, len(text)).flaws
    deeper = Layered(layer=Layer(under=layer, source=None))
    with pytest.raises(Unrepresentable, match="80 deep"):
        format.composed(deeper)


def test_a_text_that_was_written_has_not_grown() -> None:
    """Some libraries keep the UTF-8 of a text within it: what is only written takes no more room."""
    article = Article(body="—" * 1000)
    size = sys.getsizeof(article.body)
    with only("orjson"):
        assert "—" in Json().create(article)
    assert sys.getsizeof(article.body) == size


# ── the libraries ───────────────────────────────────────────────────────────────────────────────


def test_a_library_is_imported_when_it_is_worth_it() -> None:
    """Not for the first few texts, unless it is imported already; one that is missing never is."""
    library = Library("colorsys")
    assert [library() for _ in range(3)] == [None] * 3
    for _ in range(1_000):
        library()
    assert getattr(library(), "__name__", None) == "colorsys"
    missing = Library("no_such_library")
    assert [missing() for _ in range(1_001)] == [None] * 1_001
    assert Library("json")() is standard


def test_libraries_are_switched() -> None:
    """Only those that are named, and afterwards as before."""
    before = ORJSON()
    with only():
        assert ORJSON() is None
        with only("orjson"):
            assert ORJSON() is not None
    assert ORJSON() is before
