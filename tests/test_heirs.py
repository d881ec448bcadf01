"""Subclasses of the models that are made in odd ways: they work in every format, or are refused in words."""

from __future__ import annotations

import copy
import enum
import itertools
import pickle
from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

import attrs
import pytest

from snippetkit.convert import structure
from snippetkit.document import Document
from snippetkit.errors import InvalidValue, SnippetError, Unrepresentable
from snippetkit.files import dumps, loads, losses
from snippetkit.formats import Format, format_named
from snippetkit.model import Article, Category, Moment, Source, field
from snippetkit.model.profile import Profile
from snippetkit.results import load_all
from snippetkit.schema import schema
from snippetkit.testing import check, laws
from snippetkit.testing.law import base_keeps, put_new

FORMATS = ("snippet", "markdown", "json", "ndjson")
TEXTS = {
    "snippet": "## T\nTags: z\n",
    "markdown": "---\ntitle: T\ntags: [z]\n---\n",
    "json": '{"title": "T", "tags": ["z"]}',
    "ndjson": '{"title": "T", "tags": ["z"]}\n',
}


# ── two fields of one name ──────────────────────────────────────────────────────────────────────


def heir(*fields: Any) -> Any:
    """A subclass of `Article` with these fields, called ``own0``, ``own1`` and so on."""
    body = {f"own{n}": one for n, one in enumerate(fields)}
    body["__annotations__"] = dict.fromkeys(body, tuple[str, ...])
    return attrs.frozen(kw_only=True)(type("Heir", (Article,), body))


def keyed(**words: str) -> Any:
    """A field with these words."""
    return field(default=(), **words)


WAYS: list[Callable[[str, Any], Any]] = [
    lambda format, cls: loads(TEXTS[format], format, cls=cls),
    lambda format, cls: loads(TEXTS[format].encode(), format, cls=cls),
    lambda format, cls: loads(TEXTS[format], format, cls=cls, tolerant=True),
    lambda format, cls: Document.parse(TEXTS[format], format, cls=cls),
    lambda format, cls: dumps(cls(title="T"), format),
    lambda format, cls: (
        format_named(format).of(cls).scan(TEXTS[format]).flaws
        or format_named(format).of(cls).read(TEXTS[format])
    ),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("fields", "formats", "said"),
    [
        *(
            ([keyed(key=key)], ("markdown", "json", "ndjson"), f"own0: '{key}' is a word for {key}")
            for key in ("tags", "categories", "source", "authors", "dateline", "url", "id")
        ),
        ([keyed(key="body")], ("json", "ndjson"), "own0: 'body' is a word for body"),
        ([keyed(key="published")], ("json",), "own0: 'published' is a word for published"),
        ([keyed(key="date")], ("markdown",), "own0: 'date' is a word for published"),
        ([keyed(key="$schema")], ("json", "ndjson"), r"own0: '\$schema' is a word for the version"),
        ([keyed(key="extra")], ("json", "ndjson"), "own0: 'extra' is a word for what has no field"),
        ([keyed(label="Title")], ("snippet",), "own0: 'Title' is a word for title"),
        ([keyed(label="by")], ("snippet",), "own0: 'by' is a word for byline"),
        ([keyed(label="Category")], ("snippet",), "own0: 'Category' is a word for categories"),
        ([keyed(label="A"), keyed(label="a")], ("snippet",), "own1: 'a' is a word for own0"),
        ([keyed(key="a"), keyed(key="a")], ("markdown", "json"), "own1: 'a' is a word for own0"),
        ([keyed(key="own1"), keyed()], ("markdown", "json"), "own1: 'own1' is a word for own0"),
    ],
)
def test_two_fields_of_one_name_are_refused(
    way: Callable[[str, Any], Any], fields: list[Any], formats: tuple[str, ...], said: str
) -> None:
    """A text could not tell them apart: in each format that has the name, whatever way is taken, each time."""
    cls = heir(*fields)
    for format in formats:
        for _ in range(6):
            with pytest.raises(InvalidValue, match=f"^{said} in the format {format}: give"):
                way(format, cls)
    for format in set(FORMATS) - {*formats, "ndjson", "json"}:
        way(format, cls)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("label", [" ", ":", "A\nB", "A|B", " Desk", "- Desk", "D" * 80])
def test_a_label_that_no_line_can_begin_with_is_refused(
    way: Callable[[str, Any], Any], label: str
) -> None:
    """When a snippet is first read or written with the class; other formats do not mind."""
    cls = heir(keyed(label=label))
    with pytest.raises(
        InvalidValue, match=r"^own0: no label can be spelled so, .*: give the field"
    ):
        way("snippet", cls)
    way("json", cls)


@attrs.frozen(kw_only=True)
class Desk(Category):
    """A category with two fields of one key."""

    called: str | None = field(default=None, key="name")


@attrs.frozen(kw_only=True)
class Story(Article):
    """An article that has such categories."""

    desks: tuple[Desk, ...] = ()


def test_two_keys_of_a_part_are_refused() -> None:
    """Of a model inside an article, too."""
    with pytest.raises(InvalidValue, match=r"^Desk\.called: 'name' is the key of name, too"):
        structure("World", Desk)
    with pytest.raises(InvalidValue, match=r"^Desk\.called: 'name' is the key of name, too"):
        loads('{"desks": ["World"]}', "json", cls=Story)
    with pytest.raises(SnippetError, match=r"^Desk\.called: 'name' is the key of name, too"):
        dumps(Story(desks=(Desk(name="World"),)), "json")


def test_a_name_of_another_format_is_free() -> None:
    """A label that JSON has no use for does not matter there."""
    cls = heir(keyed(label="Section"))
    assert loads('{"own0": ["a"]}', cls=cls).own0 == ("a",)
    (result,) = load_all(__file__, "snippet", cls=cls)
    assert isinstance(result.error, InvalidValue)


def test_a_field_of_the_base_may_be_declared_anew() -> None:
    """It keeps its words."""

    @attrs.frozen(kw_only=True)
    class Titled(Article):
        title: str = "Untitled"

    for format in FORMATS:
        assert loads(dumps(Titled(title="T"), format), format, cls=Titled).title == "T"


# ── fields that the class computes ──────────────────────────────────────────────────────────────


@attrs.frozen(kw_only=True)
class Numbered(Category):
    """A category that computes a field."""

    size: int = attrs.field(init=False)

    @size.default
    def _size(self) -> int:
        return len(str(self.name))


@attrs.frozen(kw_only=True)
class Counted(Article):
    """An article that computes fields."""

    words: int = attrs.field(init=False)
    desks: tuple[Numbered, ...] = ()
    slug: str | None = attrs.field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        object.__setattr__(self, "words", len((self.body or "").split(" ")))


@pytest.mark.parametrize("law", laws("markdown", "json", cls=Counted, max_examples=5), ids=str)
def test_laws_of_a_class_that_computes_fields(law: Any) -> None:
    """All of them hold."""
    check(law)


@pytest.mark.parametrize("format", FORMATS)
def test_a_computed_field_is_not_read_or_written(format: str) -> None:
    """It is what the class makes of the others: after reading, and after an edit."""
    article = Counted(title="T", body="one two", desks=(Numbered(name="World"),))
    text = dumps(article, format)
    assert "words" not in text.lower()
    assert "size" not in text.lower()
    assert loads(text, format, cls=Counted) == article
    document = Document.parse(text, format, cls=Counted)
    assert document.update(body="one two three").article.words == 3
    assert document.article.desks[0].size == 5


def test_what_a_text_says_under_the_name_of_a_computed_field_is_extra() -> None:
    """It is no field of a text; so nothing is lost."""
    assert loads('{"words": 7}', "json", cls=Counted).extra["words"] == 7
    assert loads("## T\nWords: 7\n", "snippet", cls=Counted).extra["Words"] == "7"


def test_the_schema_has_no_computed_field() -> None:
    """A text must not have it."""
    made = schema(Counted)
    assert "words" not in made["properties"]
    assert "size" not in made["$defs"]["Numbered"]["anyOf"][1]["properties"]


_NUMBERS = itertools.count()


@attrs.frozen(kw_only=True)
class Stamped(Article):
    """An article that computes something else each time."""

    stamp: int = attrs.field(init=False, factory=lambda: next(_NUMBERS))


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_computed_otherwise_each_time_is_named(format: str) -> None:
    """A text cannot keep it, and it is that field that would not come back."""
    with pytest.raises(Unrepresentable, match=r"^stamp: \d+ would read back as \d+"):
        dumps(Stamped(title="T"), format, allow_loss=True)
    document = Document.parse(TEXTS[format], format, cls=Stamped)
    with pytest.raises(Unrepresentable, match=r"elsewhere: stamp: \d+ would read back as \d+"):
        document.update(title="U")


def test_tolerant_reading_computes_nothing_that_the_class_refuses() -> None:
    """Where the class refuses all values together, what it would compute is None."""

    @attrs.frozen(kw_only=True)
    class Refusing(Article):
        words: int = attrs.field(init=False)

        def __attrs_post_init__(self) -> None:
            raise ValueError("never")

    article: Any = loads("## T\n", "snippet", cls=Refusing, tolerant=True)
    assert (article.title, article.words) == ("T", None)


# ── classes that make something else of a value ─────────────────────────────────────────────────


def _marked(value: str) -> str:
    return "R-" + value


@attrs.frozen(kw_only=True)
class Marked(Article):
    """An article that marks a field anew each time it is made."""

    ref: str = field(default="R", converter=_marked)


@attrs.frozen(kw_only=True)
class Broken(Article):
    """An article that has a text of two lines, whatever it is given."""

    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        object.__setattr__(self, "ref", "two\nlines")


@pytest.mark.parametrize(
    ("article", "format"),
    [*((Marked(title="T"), format) for format in FORMATS), (Broken(title="T"), "snippet")],
)
def test_a_class_that_takes_no_value_as_it_is_ends_in_a_refusal(
    article: Article, format: str
) -> None:
    """What could be kept for it is looked for twice, not for ever."""
    for way in (losses, dumps, partial(dumps, allow_loss=True)):
        with pytest.raises(Unrepresentable, match=f"^ref: {type(article).__name__} makes another"):
            way(article, format)


# ── classes without slots ───────────────────────────────────────────────────────────────────────


@attrs.frozen(kw_only=True, slots=False)
class Loose(Article):
    """An article that keeps its fields in a dict."""

    desk: str | None = None
    places: tuple[str, ...] = ()

    @cached_property
    def found(self) -> list[str]:
        """Something that is found once."""
        return list(self.places)


@attrs.define(kw_only=True, slots=False)
class Lax(Category):
    """A part made with `attrs.define`."""

    size: int = 1


@attrs.frozen(kw_only=True)
class Tight(Loose):
    """An heir with slots of one without."""

    more: str | None = None


@attrs.frozen(kw_only=True, slots=False)
class Stated(Article):
    """An article that says itself what of it is kept."""

    desk: str | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {"title": "kept"}


@pytest.mark.parametrize(
    "value",
    [
        Loose(title="T", desk="Sport", places=("a",), extra={"a": [1]}),
        Lax(name="World", size=3),
        Tight(title="T", desk="Sport", more="x"),
        Article(title="T"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_copies_have_all_fields(value: Any) -> None:
    """Of a class with slots or without, in whatever way they are made."""
    ways: list[Callable[[Any], Any]] = [copy.copy, copy.deepcopy]
    ways += [partial(_pickled, n) for n in range(2, pickle.HIGHEST_PROTOCOL + 1)]
    for way in ways:
        made = way(value)
        assert type(made) is type(value)
        assert made == value
        assert made is not value


def _pickled(protocol: int, value: Any) -> Any:
    return pickle.loads(pickle.dumps(value, protocol))


def test_a_copy_keeps_what_a_class_without_slots_found() -> None:
    """As copies of all objects do."""
    value = Loose(title="T", places=("a",))
    assert value.found == ["a"]
    assert copy.deepcopy(value).__dict__["found"] == ["a"]


def test_a_class_that_says_what_is_kept_is_asked() -> None:
    """Its own ``__getstate__`` counts."""
    assert copy.copy(Stated(title="T", desk="D")).title == "kept"


@pytest.mark.parametrize("law", laws("snippet", cls=Loose, max_examples=5), ids=str)
def test_laws_of_a_class_without_slots(law: Any) -> None:
    """All of them hold."""
    check(law)


# ── values of heirs ─────────────────────────────────────────────────────────────────────────────


class Later(Moment):
    """An heir of a moment."""


def test_an_heir_of_a_moment_is_refused_where_a_moment_is_wanted() -> None:
    """It would read back as a moment; so it is said at once, and not when it is written."""
    with pytest.raises(InvalidValue, match=r"^published: must be a Moment itself, not a Later"):
        Article(published=Later(2025))
    with pytest.raises(InvalidValue, match=r"^published: must be a Moment itself, not a Later"):
        Document.parse("## T\n").update(published=Later(2025))


# ── None where the default is something else ────────────────────────────────────────────────────


class Mood(enum.Enum):
    """A choice that None is none of."""

    GOOD = "good"


@attrs.frozen(kw_only=True)
class Moody(Article):
    """An article that is of good mood, unless it is said that it has none."""

    mood: Mood | None = Mood.GOOD


def test_a_line_has_no_word_for_no_choice() -> None:
    """So it is refused in words, and lost where that is allowed."""
    with pytest.raises(Unrepresentable, match=r"^mood: nothing says that there is none"):
        Document.parse("## T\n", cls=Moody).update(mood=None)
    (loss,) = losses(Moody(mood=None), "snippet")
    assert (loss.field, loss.kept) == ("mood", Mood.GOOD)
    assert loads(dumps(Moody(mood=None), "json"), cls=Moody).mood is None


POST = Source(name="The Post")


@attrs.frozen(kw_only=True)
class House(Article):
    """An article of one paper: what every one of them says is the default."""

    language: str | None = "en"
    source: Source | None = POST
    url: str = "https://post.example/"
    shelf: str | None = None


@attrs.frozen(kw_only=True)
class Shelved(Article):
    """An article that has a place."""

    shelf: str | None = None


@pytest.mark.parametrize(
    "law", laws("snippet", "markdown", "json", cls=House, max_examples=5), ids=str
)
def test_laws_of_a_class_with_defaults_of_its_own(law: Any) -> None:
    """Fields of the base may have other defaults."""
    check(law)


@pytest.mark.parametrize("line", ["Link: #", "Link:", "Language:", "Source:"])
def test_what_a_text_leaves_open_is_at_the_default_of_each_class(line: str) -> None:
    """Also where a label is there: so no law asks that the base has the same value."""
    base_keeps(format_named("snippet").of(House), f"Rain at last\nID: 5\n{line}\n\nIt rained.")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("---\nLink: /x\n---\n\nB", "---\nPublished: 2008\nLink: /x\nShelf: A\n---\n\nB"),
        ("## T\nEditor: E\n\nB", "## T\nPublished: 2008\nShelf: A\nEditor: E\n\nB"),
        ("B", "Published: 2008\nShelf: A\n\nB"),
    ],
)
def test_an_own_field_is_inserted_behind_the_others(text: str, after: str) -> None:
    """The fields of a subclass come last, but in front of the body, in whatever order they are set."""
    document = Document.parse(text, "snippet", cls=House)

    assert document.update(shelf="A").update(published="2008").text == after
    assert document.update(published="2008").update(shelf="A").text == after


OPEN = "kiwi.example\n\nIt rained."
"""A body whose first line would be the source, if no empty label said that there is none."""


@pytest.mark.parametrize(
    ("format", "article", "changes", "begins"),
    [
        ("snippet", Shelved(shelf="A", body=OPEN), {"title": "T"}, "---\n## T\nShelf: A\nSource:\n---\n"),
        ("snippet", Shelved(shelf="A", body=OPEN), {"language": "en"}, "---\nLanguage: en\nShelf: A\nSource:\n"),
        ("snippet", Shelved(shelf="A"), {"source": "AP"}, "---\nShelf: A\nSource: AP\n---\n"),
        ("snippet", Article(extra={"Desk": "A"}, body=OPEN), {"title": "T"}, "---\n## T\nDesk: A\nSource:\n"),
        ("snippet", Article(body=OPEN), {"language": "en"}, "---\nLanguage: en\nSource:\n---\n"),
        (format_named("snippet").knowing(Profile(source=POST)), Article(), {"id": "5"}, "---\nSource:\nID: 5\n"),
        ("markdown", Article(extra={"desk": "A"}, body="B"), {"title": "T"}, "---\ntitle: T\ndesk: A\n"),
    ],
)  # fmt: skip
def test_a_new_field_stands_where_a_new_text_has_it(
    format: str | Format[Any], article: Article, changes: dict[str, str], begins: str
) -> None:
    """Above the fields of a subclass and unknown ones, and above an empty label that ends a header."""
    document = Document.of(article, format)

    assert document.update(**changes).text.startswith(begins)
    put_new(document.format, article, article.evolve(**changes))
