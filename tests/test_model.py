"""The models: what they take, what they refuse, and how they behave as values."""

from __future__ import annotations

import copy
import datetime
import pickle
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Generic, Literal, NewType, TypedDict, TypeVar

import attrs
import pytest

import snippetkit
from snippetkit.errors import InvalidValue, ParseError
from snippetkit.model import (
    Article,
    Category,
    Dateline,
    FrozenDict,
    Link,
    Media,
    Moment,
    Person,
    Source,
    Value,
    field,
    same,
)
from snippetkit.model.category import MAX_PARENTS
from snippetkit.model.frozendict import MAX_NESTING, freeze
from snippetkit.model.rules import unwrapped
from snippetkit.model.value import brief, field_types, forced, trusted
from snippetkit.testing import Check, check, laws


class Shouting(str):
    """A text of a subclass, as libraries pass them."""

    __slots__ = ()


@attrs.frozen(kw_only=True)
class PressRelease(Article):
    """A subclass with fields of every plain kind."""

    embargo: Moment | None = field(default=None, label="Embargoed until")
    contact: Person | None = None
    copies: int = 1
    score: float | None = None
    final: bool = False
    odd: object = None


def test_what_a_user_would_pass_is_taken() -> None:
    """Dates, datetimes and texts stand for moments; texts for models; lists for tuples."""
    article = Article(
        published=datetime.date(2025, 9, 12),
        modified=datetime.datetime(2025, 9, 12, 10, 38),
        document_date="2025-09",
        categories=["World", Category(name="Asia", parent="World")],
        source="rki.news",
        authors=("A. Khan",),
        links=["https://rki.news/"],
        media=["photo.jpg"],
        tags=[Shouting("sco")],
        extra={"list": [1, {"a": None}], "text": Shouting("x")},
    )

    assert article.published == Moment(2025, 9, 12)
    assert str(article.modified) == "2025-09-12T10:38:00"
    assert article.categories == (
        Category(name="World"),
        Category(name="Asia", parent=Category(name="World")),
    )
    assert (article.source, article.authors) == (Source(name="rki.news"), (Person(name="A. Khan"),))
    assert (article.links[0].href, article.media[0].href) == ("https://rki.news/", "photo.jpg")
    assert type(article.tags[0]) is str
    assert article.extra == {"list": (1, FrozenDict({"a": None})), "text": "x"}
    assert type(article.extra["text"]) is str


def test_none_given_for_a_list_is_none_in_it() -> None:
    """`None` says of a list or mapping what empty says."""
    nothing: Any = None
    article = Article(tags=nothing, categories=nothing, extra=nothing)

    assert article == Article()


@pytest.mark.parametrize(
    ("cls", "values", "message"),
    [
        (Article, {"title": 5}, "title: must be str, not int: 5"),
        (Article, {"title": b"x"}, "title: must be str, not bytes"),
        (Article, {"tags": "abc"}, "tags: must be a list or tuple, not str"),
        (Article, {"tags": ["a", None]}, r"tags\[1\]: must be str, not NoneType"),
        (Article, {"categories": [5]}, r"categories\[0\]: must be Category, not int"),
        (Article, {"source": 5}, "source: must be Source"),
        (Article, {"published": 5}, "published: must be Moment, date, datetime"),
        (Article, {"published": "yesterday"}, "published: "),
        (Article, {"extra": [1]}, "extra: must be a mapping"),
        (Article, {"extra": {1: 2}}, "extra: has a key that is not a text"),
        (Article, {"extra": {"a": b"x"}}, "extra.a: must be a value as JSON has them, not bytes"),
        (Article, {"extra": {"a": float("nan")}}, "extra.a: must be a finite number"),
        (Article, {"extra": {"a": 10**5000}}, "extra.a: is an integer of more than"),
        (Category, {"name": None}, "name: must be str"),
        (Category, {"name": "x", "labels": {"en": 5}}, "labels.en: must be str"),
        (Source, {"timezone": "Mars/Olympus"}, "timezone: no such IANA time zone"),
        (Source, {"timezone": "localtime"}, "timezone: no such IANA time zone"),
        (Source, {"timezone": "../../etc/passwd"}, "timezone: no such IANA time zone"),
        (Media, {"href": "x", "width": True}, "width: must be int, not bool"),
        (Media, {"href": "x", "width": 1.5}, "width: must be int, not float"),
        (PressRelease, {"score": "1"}, "score: must be float, not str"),
        (PressRelease, {"score": True}, "score: must be float, not bool"),
        (PressRelease, {"final": 1}, "final: must be bool, not int"),
        (PressRelease, {"contact": 5}, "contact: must be Person"),
    ],
)
def test_wrong_values_are_refused_by_name(
    cls: type[Value], values: dict[str, Any], message: str
) -> None:
    """Nothing is coerced in silence: the error names the field, the type and the value."""
    with pytest.raises(InvalidValue, match=message):
        cls(**values)


def test_invalid_value_is_both_kinds_of_builtin_error() -> None:
    """Code that expects the errors of Python's own classes finds them."""
    assert issubclass(InvalidValue, TypeError)
    assert issubclass(InvalidValue, ValueError)


def test_nesting_is_bounded() -> None:
    """Neither `extra` nor a category's parents can grow until Python's stack ends."""
    deep: Any = None
    for _ in range(MAX_NESTING + 2):
        deep = [deep]
    with pytest.raises(InvalidValue, match="nests deeper"):
        Article(extra={"a": deep})

    category = Category(name="0")
    for n in range(MAX_PARENTS):
        category = Category(name=str(n + 1), parent=category)
    assert len(category.path) == MAX_PARENTS + 1
    with pytest.raises(InvalidValue, match="categories above"):
        Category(name="x", parent=category)


def test_values_stay_as_given() -> None:
    """No normal form, no strip, no change of case: texts are kept by code point."""
    texts = ["e\u0301", "\u00e9", " x ", "İ", "K", "\u200f\u2067x", "a\r\nb\x00", "\ud800"]

    assert [Article(title=text).title for text in texts] == texts


@pytest.mark.parametrize(
    "value",
    [
        Article(
            title="x", extra={"a": [1]}, categories=["b"], published="2025-09-12T10:00:00+05:00"
        ),
        PressRelease(title="x", embargo=Moment(2025, 9, 12), score=1),
        Category(name="a", parent="b", labels={"ur": "c"}),
        Source(name="a", timezone="Asia/Karachi"),
        Person(name="a"),
        Dateline(place="a", date="2025"),
        Link(href="a"),
        FrozenDict({"a": (1, 2)}),
    ],
)
def test_copies_are_the_same_value(value: Any) -> None:
    """copy, deepcopy, pickle and evolve give the same value of the same class, equal and hashed so."""
    copies = [copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))]
    if attrs.has(type(value)):
        copies.append(value.evolve())

    for one in copies:
        assert same(one, value)
        assert one == value
        assert hash(one) == hash(value)


def test_evolve_checks_as_construction_does() -> None:
    """A changed copy takes and refuses what the class does, and keeps the class."""
    release = PressRelease(title="x").evolve(embargo="2025-09-12", tags=["a"])

    assert type(release) is PressRelease
    assert (release.embargo, release.tags, release.title) == (Moment(2025, 9, 12), ("a",), "x")
    with pytest.raises(InvalidValue, match="copies"):
        release.evolve(copies="1")


def test_models_are_frozen_and_slotted() -> None:
    """No field can be set, and none can be added."""
    article = Article()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.title = "x"  # type: ignore[misc]
    assert not hasattr(article, "__dict__")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (1, True),
        (1, 1.0),
        (0.0, -0.0),
        ("a", None),
        ("\u00e9", "e\u0301"),
        ((1, 2), (2, 1)),
        ((1,), [1]),
        (FrozenDict({"a": 1, "b": 2}), FrozenDict({"b": 2, "a": 1})),
        (Moment.parse("2025-01-01T00:00:00+00:00"), Moment.parse("2025-01-01T00:00:00-00:00")),
        (Article(title=""), Article()),
        (Article(extra={"a": 1}), Article(extra={"a": True})),
        (Article(), PressRelease()),
        (datetime.datetime(2025, 1, 1), datetime.datetime(2025, 1, 1, fold=1)),
        (datetime.time(1, 2), datetime.time(1, 2, fold=1)),
        (datetime.date(2025, 1, 1), datetime.date(2025, 1, 2)),
    ],
)
def test_same_tells_apart_what_equality_may_not(a: object, b: object) -> None:
    """`same` is stricter than ``==``, and agrees with itself both ways round."""
    assert not same(a, b)
    assert not same(b, a)
    assert same(a, a)
    assert same(b, copy.deepcopy(b))


def test_repr_is_short_and_html_is_escaped() -> None:
    """A long body floods neither a screen nor a notebook, and no markup of a text gets through."""
    article = Article(
        title="<script>alert(1)</script>\u202e",
        body="<b>" + "x" * 50_000,
        source="a&b",
        published="2025",
    )

    assert len(repr(article)) < 2_000
    assert brief("short") == "'short'"
    html = article._repr_html_()
    assert len(html) < 1_000
    assert "<script>" not in html
    assert "<b>" not in html
    assert "\u202e" not in html
    assert "a&amp;b · 2025" in html
    assert "(no title)" in Article()._repr_html_()


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (None, ()),
        ("", ()),
        ("\n\n", ()),
        ("a", ("a",)),
        ("a\nb", ("a\nb",)),
        ("a\n\nb\n", ("a", "b")),
        ("a\r\n \t\r\nb\r\rc", ("a", "b", "c")),
        ("  a\u2028b\x0bc\n\n\n\nd", ("  a\u2028b\x0bc", "d")),
    ],
)
def test_paragraphs_stand_between_blank_lines(
    body: str | None, paragraphs: tuple[str, ...]
) -> None:
    """Only CR LF, LF and CR end a line; the lines of a paragraph stay as they are."""
    assert Article(body=body).paragraphs == paragraphs


def test_frozen_dict_is_a_mapping() -> None:
    """It reads as a dict does, equals one in any order, and cannot be written."""
    frozen = FrozenDict([("a", 1), ("b", 2)])

    assert (frozen["a"], list(frozen), len(frozen), "b" in frozen) == (1, ["a", "b"], 2, True)
    assert frozen == {"b": 2, "a": 1}
    assert frozen != {"a": 1}
    assert frozen != 5
    assert hash(frozen) == hash(FrozenDict({"b": 2, "a": 1}))
    assert frozen | {"c": 3} == {"a": 1, "b": 2, "c": 3}
    assert repr(frozen) == "FrozenDict({'a': 1, 'b': 2})"
    assert copy.copy(frozen) is frozen
    assert copy.deepcopy(frozen) is frozen
    with pytest.raises(TypeError):
        frozen["a"] = 2  # type: ignore[index]


def test_freeze_keeps_what_is_frozen() -> None:
    """Freezing twice is freezing once."""
    frozen = freeze({"a": [1, 2.5, "x", None, True]}, "extra")

    assert same(freeze(frozen, "extra"), frozen)


@attrs.frozen(kw_only=True)
class Strange(Article):
    """A subclass with construction of its own."""

    level: int = field(default=0, validator=attrs.validators.ge(0))
    doubled: int = attrs.field(init=False, default=7)


@attrs.define(slots=False)
class Loose(Value):
    """A model without slots."""

    name: str = "x"


@attrs.frozen(kw_only=True)
class Bare(Value):
    """A model without fields."""


def test_readers_build_any_class() -> None:
    """A class that builds itself in its own way is built so; others without detours."""
    plain = trusted(Article)([None, None, "t", *[None] * 16, FrozenDict()])
    assert plain.title == "t"
    assert trusted(Loose)(["y"]) == Loose(name="y")
    strange = trusted(Strange)(
        [
            *[a.default if a.default is not attrs.NOTHING else None for a in attrs.fields(Article)][
                :-1
            ],
            FrozenDict(),
            3,
        ]
    )
    assert (strange.level, strange.doubled) == (3, 7)
    with pytest.raises(ValueError, match="level"):
        trusted(Strange)([*[None] * 19, FrozenDict(), -1])
    assert forced(Loose, [5]).name == 5  # type: ignore[comparison-overlap]
    assert trusted(Bare)([]) == Bare()
    assert trusted(Category, ["name"])(["A"]) == Category(name="A")


@attrs.frozen(kw_only=True)
class Agency(Source):
    """A source whose address follows from its name."""

    feed: str = attrs.field(
        default=attrs.Factory(lambda self: f"https://{self.domain}/feed", takes_self=True)
    )


@attrs.frozen(kw_only=True)
class Wired(Article):
    """An article with fields of types that say little."""

    agency: Agency | None = None
    code: int | Any = 0
    parts: tuple[Any, ...] = ()
    notes: list[Any] = attrs.field(factory=list)
    facts: dict[str, Any] = attrs.field(factory=dict)


def test_types_that_say_little_take_anything() -> None:
    """Any value: what is given is kept, but for lists, which become tuples."""
    made = Wired(code="x", parts=[1, "a", None])  # type: ignore[arg-type]  # a list is taken
    assert (made.code, made.parts) == ("x", (1, "a", None))
    assert Wired(code=[2]).code == [2]
    assert Wired(notes=(1, "a"), facts={"a": 1}).notes == [1, "a"]  # type: ignore[arg-type]


class Asked(TypedDict):
    """A mapping whose keys are known."""

    by: str


Floor = NewType("Floor", int)
ANSWER = TypeVar("ANSWER")
LATER = TypeVar("LATER")


@attrs.frozen(kw_only=True)
class Survey(Article, Generic[ANSWER]):
    """A class that leaves open what its answers are."""

    answers: tuple[ANSWER, ...] = ()
    best: ANSWER | None = None


@attrs.frozen(kw_only=True)
class Renamed(Survey[LATER], Generic[LATER]):
    """The same, under another variable."""


@attrs.frozen(kw_only=True)
class Poll(Renamed[int]):
    """A class that says it, and has fields of many types."""

    floor: Floor = Floor(0)
    score: Annotated[float | None, "of ten"] = None
    names: Annotated[tuple[str, ...], "of those asked"] = ()
    notes: list[str] = attrs.field(factory=list)
    days: list[Moment] = attrs.field(factory=list)
    colours: frozenset[str] = frozenset()
    seats: set[int] = attrs.field(factory=set)
    rows: Sequence[int] = ()
    desks: Mapping[str, Category] = attrs.field(factory=dict)
    counts: dict[str, Floor] = attrs.field(factory=dict)
    span: tuple[int, str] = (1, "a")
    state: Literal["draft", 1] | None = "draft"
    where: Category | str | None = None
    code: int | str = "x"
    asked: Asked | None = None


@pytest.mark.parametrize(
    ("field_name", "given", "kept"),
    [
        ("answers", [1, 2], (1, 2)),
        ("floor", 5, 5),
        ("names", ["A"], ("A",)),
        ("notes", ("a", "b"), ["a", "b"]),
        ("notes", None, []),
        ("days", ["2025-09-12"], [Moment(2025, 9, 12)]),
        ("colours", {"red"}, frozenset({"red"})),
        ("colours", None, frozenset()),
        ("seats", frozenset({1}), {1}),
        ("rows", [1, 2], (1, 2)),
        ("desks", {"a": "World"}, {"a": Category(name="World")}),
        ("desks", FrozenDict({"a": Category(name="A")}), FrozenDict({"a": Category(name="A")})),
        ("counts", FrozenDict(), {}),
        ("counts", {"a": 1}, {"a": 1}),
        ("desks", None, {}),
        ("span", [2, "b"], (2, "b")),
        ("state", "draft", "draft"),
        ("state", None, None),
        ("where", "World", "World"),
        ("where", Category(name="World"), Category(name="World")),
        ("where", None, None),
        ("code", 5, 5),
        ("asked", {"by": "A. Khan"}, {"by": "A. Khan"}),
    ],
)
def test_fields_take_what_their_types_say(field_name: str, given: Any, kept: Any) -> None:
    """As our own take a list for a tuple: what is kept is of the declared type, whatever was given."""
    made = getattr(Poll(**{field_name: given}), field_name)

    assert (type(made), made) == (type(kept), kept)
    assert getattr(Poll(**{field_name: made}), field_name) is made  # nothing is made twice


@pytest.mark.parametrize(
    ("field_name", "given", "said"),
    [
        ("answers", ["a"], "answers[0]: must be int, not str: 'a'"),
        ("best", "a", "best: must be int, not str: 'a'"),
        ("floor", "x", "floor: must be int, not str: 'x'"),
        ("score", "x", "score: must be float, not str: 'x'"),
        ("names", "AB", "names: must be a list or tuple, not str: 'AB'"),
        ("notes", "ab", "notes: must be a list or tuple, not str: 'ab'"),
        ("notes", [1], "notes[0]: must be str, not int: 1"),
        ("colours", ["red"], "colours: must be a set, not list: ['red']"),
        ("seats", {"a"}, "seats[0]: must be int, not str: 'a'"),
        ("rows", 5, "rows: must be a list or tuple, not int: 5"),
        ("desks", [1], "desks: must be a mapping, not list: [1]"),
        ("desks", {"a": 1}, "desks.'a': must be Category, not int: 1"),
        ("counts", {1: 1}, "counts: must be str, not int: 1"),
        ("span", (1,), "span: must be a tuple of 2, not tuple: (1,)"),
        ("span", ("a", 1), "span[0]: must be int, not str: 'a'"),
        ("state", "final", "state: must be one of 'draft', 1, not str: 'final'"),
        ("state", True, "state: must be one of 'draft', 1, not bool: True"),
        ("where", 5, "where: must be Category or str, not int: 5"),
        ("code", None, "code: must be int or str, not NoneType: None"),
    ],
)
def test_fields_refuse_what_their_types_do_not_say(field_name: str, given: Any, said: str) -> None:
    """When the article is made, not when it is written; the field is named."""
    with pytest.raises(InvalidValue) as refused:
        Poll(**{field_name: given})

    assert str(refused.value) == said


@pytest.mark.parametrize("one", laws(cls=Poll, max_examples=3), ids=str)
def test_laws_of_fields_of_many_types(one: Check) -> None:
    """Every law holds for them; that of hashes too, where a list in a field leaves none."""
    check(one)


def test_a_class_without_its_decorator_is_refused() -> None:
    """Its fields would be ignored in silence; one that adds methods alone needs no decorator."""

    class Forgotten(Article):
        """Declares a field, for nothing."""

        kinds: ClassVar[tuple[str, ...]] = ("a", "b")
        _cached = None
        embargo: Moment | None = None

    class Shown(Article):
        """Adds methods alone."""

        kinds: ClassVar[tuple[str, ...]] = ("a", "b")

    said = r"Forgotten: declares embargo, but is not decorated with attrs\.frozen"
    with pytest.raises(InvalidValue, match=said):
        Forgotten()
    with pytest.raises(InvalidValue, match=said):
        snippetkit.loads("## T\n\nB", cls=Forgotten)
    assert snippetkit.loads("## T\n\nB", cls=Shown).title == "T"


def test_a_name_for_a_type_is_that_type() -> None:
    """A NewType, an alias, an annotation, a variable that a subclass settles: all say what they stand for."""

    class TypeAliasType:
        """What ``type Names = list[Floor]`` makes, from Python 3.12 on."""

        __value__ = list[Floor]

    assert unwrapped(TypeAliasType(), {}) == list[int]
    assert unwrapped(Annotated[str, ""] | None, {}) == str | None
    kinds = field_types(Poll)
    assert kinds["answers"] == tuple[int, ...]
    assert (kinds["best"], kinds["floor"], kinds["score"]) == (int | None, int, float | None)
    assert (kinds["names"], kinds["counts"]) == (tuple[str, ...], dict[str, int])
    text = snippetkit.dumps(Poll(answers=(1,), names=("A", "B"), best=1, floor=Floor(2)), "snippet")
    assert "Answers: [1]\nBest: 1\nFloor: 2\nNames: A, B\n" in text


def test_a_default_that_a_class_makes_of_itself_is_left_to_it() -> None:
    """A model of a plain tree has the default that follows from what the tree says."""
    wired = snippetkit.loads('{"agency": {"domain": "rki.news"}}', "json", cls=Wired)
    assert wired.agency == Agency(domain="rki.news")
    assert wired.agency.feed == "https://rki.news/feed"


@attrs.frozen(kw_only=True)
class Mistaken(Article):
    """A class whose own default is no value of its field."""

    level: int = "high"  # type: ignore[assignment]


def test_a_default_that_is_no_value_is_refused() -> None:
    """It is told when an article is made, and when one is read."""
    with pytest.raises(InvalidValue, match="level: must be int"):
        Mistaken()
    with pytest.raises(ParseError, match="bad-article level: must be int"):
        snippetkit.loads("## Rain\n\nIt rained.", cls=Mistaken)


def test_annotations_that_say_nothing_are_reported() -> None:
    """A type that cannot be found is said to be so, not passed over."""

    @attrs.frozen(kw_only=True)
    class Broken(Article):
        other: Nowhere | None = None  # type: ignore[name-defined]  # noqa: F821

    with pytest.raises(InvalidValue, match="Nowhere"):
        Broken()

    @attrs.frozen(kw_only=True)
    class Resolved(Article):
        other: Nowhere | None = None  # type: ignore[name-defined]  # noqa: F821

    attrs.resolve_types(Resolved, localns={"Nowhere": int})
    assert field_types(Resolved)["other"] == int | None
    assert Resolved(other=1).other == 1
