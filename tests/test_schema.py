"""The JSON Schema says what the library's own JSON is: no less, and not much more."""

from __future__ import annotations

import datetime
import enum
import json
import math
from importlib.resources import files
from typing import Any, Literal

import attrs
import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit import Article, FrozenDict, Moment, ParseError, Source, dumps, field, loads
from snippetkit.formats.json import SCHEMA
from snippetkit.schema import schema
from snippetkit.testing import articles

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BASE = schema()


@attrs.frozen(kw_only=True)
class Desk(Source):
    """A source with a field more."""

    phone: str = field(default="", key="tel")


class Mood(enum.StrEnum):
    """An enumeration of texts."""

    GOOD = "good"
    FAIR = "fair"


class Rank(enum.IntEnum):
    """An enumeration of numbers."""

    FIRST = 1
    SECOND = 2


class Corner(enum.Enum):
    """An enumeration of what JSON has no words for."""

    NORTH = frozenset("N")


@attrs.frozen(kw_only=True)
class PressRelease(Article):
    """A subclass with fields of every kind, as users write them."""

    contact: str = field(key="press_contact")
    embargo: Moment | None = field(default=None, label="Embargoed until")
    priority: int = 0
    weight: float = 1.0
    urgent: bool = False
    desk: Desk | None = None
    moments: tuple[Moment, ...] = ()
    names: FrozenDict[str] = attrs.field(factory=FrozenDict)
    kind: Literal["news", "feature"] = "news"
    mood: Mood = Mood.GOOD
    rank: Rank | None = None
    day: datetime.date | None = None
    times: list[datetime.datetime] = attrs.field(factory=list)
    counts: dict[str, int] = attrs.field(factory=dict)


RELEASE = schema(PressRelease)


def errors(described: dict[str, Any], value: object) -> list[str]:
    """What is wrong with *value* by a schema."""
    dialect = jsonschema.Draft202012Validator
    checker = dialect(described, format_checker=dialect.FORMAT_CHECKER)
    return [error.message for error in checker.iter_errors(value)]


def test_it_is_a_schema() -> None:
    """The schema of the base and of a subclass follow the dialect that they name."""
    for described in (BASE, RELEASE):
        jsonschema.Draft202012Validator.check_schema(described)
        assert described["$schema"] == DIALECT
    assert BASE["$id"] == SCHEMA
    assert "$id" not in RELEASE


def test_the_bundled_one_is_the_generated_one() -> None:
    """The file in the package is what the generator gives; ``snippetkit schema`` writes it anew."""
    bundled = (files("snippetkit") / "data" / "article-1.schema.json").read_text(encoding="utf-8")
    assert bundled == json.dumps(BASE, indent=2) + "\n"


@given(articles())
@example(Article(extra={"title": "taken", "$schema": "x", "extra": [1]}))
def test_what_is_written_follows_it(article: Article) -> None:
    """Every article's JSON is valid by the schema."""
    for format in ("json", "ndjson"):
        assert errors(BASE, json.loads(dumps(article, format))) == []


@given(
    articles(
        cls=PressRelease,
        kind=st.sampled_from(["news", "feature"]),
        day=st.none() | st.dates(),
        times=st.lists(
            # A fold has no word in ISO 8601, so it is refused.
            st.datetimes(timezones=st.none() | st.just(datetime.UTC)).map(
                lambda t: t.replace(fold=0)
            ),
            max_size=2,
        ),
        counts=st.dictionaries(st.text(max_size=3), st.integers(0, 9), max_size=2),
    )
)
def test_what_a_subclass_writes_follows_its_own(release: PressRelease) -> None:
    """Every article of a subclass is valid by the subclass's schema, and by the base's."""
    value = json.loads(dumps(release, "json"))
    assert errors(RELEASE, value) == []
    assert errors(BASE, value) == []


def test_the_fields_of_a_subclass() -> None:
    """A subclass's schema has its keys, its required ones and its models."""
    assert RELEASE["required"] == ["press_contact"]
    assert RELEASE["title"] == "PressRelease"
    properties = RELEASE["properties"]
    assert properties["priority"] == {"type": "integer"}
    assert properties["weight"] == {"type": "number"}
    assert properties["urgent"] == {"type": "boolean"}
    assert properties["moments"] == {"type": "array", "items": {"$ref": "#/$defs/Moment"}}
    assert properties["names"]["additionalProperties"] == {"type": "string"}
    assert properties["kind"] == {"enum": ["news", "feature"]}
    assert properties["mood"] == {"enum": ["good", "fair"]}
    assert properties["rank"] == {"anyOf": [{"enum": [1, 2]}, {"type": "null"}]}
    assert properties["day"]["anyOf"][0] == {"type": "string", "format": "date"}
    assert properties["times"] == {"type": "array", "items": {"type": "string"}}
    assert properties["counts"] == {"type": "object", "additionalProperties": {"type": "integer"}}


def test_choices_that_json_has_no_words_for() -> None:
    """Nothing is said of them: they cannot be written."""

    @attrs.frozen(kw_only=True)
    class Cornered(Article):
        corner: Corner = Corner.NORTH

    assert schema(Cornered)["properties"]["corner"] == {}
    assert "tel" in RELEASE["$defs"]["Desk"]["anyOf"][1]["properties"]


@pytest.mark.parametrize(
    ("key", "right", "wrong"),
    [
        ("kind", "feature", ["essay", None, 5]),
        ("mood", "fair", ["bad", None, 5]),
        ("rank", 2, [3, "2", "SECOND"]),
        ("day", "2025-09-12", [5, "2025-13-12", "12.09.2025"]),
        ("times", ["2025-09-12T10:38:19", "2025-09-12T10:38:19+05:00"], [5, [5]]),
        ("counts", {"a": 1}, [[1], {"a": "x"}, {"a": None}]),
    ],
)
def test_a_subclass_takes_what_its_schema_takes(key: str, right: Any, wrong: list[Any]) -> None:
    """The types of a subclass's fields are as strict in the schema as in the reader."""
    value = {"press_contact": "A. Khan", key: right}
    release = loads(json.dumps(value), "json", cls=PressRelease)
    assert errors(RELEASE, value) == errors(RELEASE, json.loads(dumps(release, "json"))) == []
    for one in wrong:
        assert errors(RELEASE, {**value, key: one})
        with pytest.raises(ParseError):
            loads(json.dumps({**value, key: one}), "json", cls=PressRelease)


WRONG: dict[str, list[Any]] = {
    "title": [5, True, ["x"], {"x": 1}],
    "tags": ["x", None, [5], {"a": "b"}],
    "categories": ["x", [5], [{"slug": "x"}], [{"name": 5}], [{"name": "x", "nme": "y"}], [None]],
    "source": [5, [], {"name": 5}, {"nme": "x"}],
    "authors": [[{}], [{"name": None}], "x"],
    "dateline": ["Lahore", 5, {"place": 5}, {"plce": "x"}],
    "published": [5, "yesterday", "2025-9-12", "12.09.2025", "2025-09-12T", "2025-09-12 10:00", {}],
    "links": [[{"text": "x"}], ["x", 5]],
    "media": [[{"href": "x", "width": "5"}], [{"href": "x", "height": 1.5}]],
    "extra": [5, [], "x", None],
    "$schema": ["urn:snippetkit:article:2"],
}


@pytest.mark.parametrize(
    ("key", "value"), [(key, one) for key, all_ in WRONG.items() for one in all_]
)
def test_what_it_refuses_the_reader_refuses(key: str, value: Any) -> None:
    """A value of a wrong type or shape is refused by the schema and by the reader."""
    wrong = {key: value}
    assert errors(BASE, wrong)
    with pytest.raises(ParseError):
        loads(json.dumps(wrong), "json")


RIGHT: dict[str, list[Any]] = {
    "title": [None, "", "x"],
    "tags": [[], ["x", "x"]],
    "categories": [["x"], [{"name": "x", "parent": "y"}], [{"name": "x", "parent": {"name": "y"}}]],
    "source": [None, "x", {}, {"name": "x"}],
    "authors": [["x"], [{"name": "x", "role": None}]],
    "dateline": [{}, {"place": "Lahore", "date": "2025-09-12"}],
    "published": ["2025", "2025-09", "2025-09-12T10Z", "2025-09-12T10:38:19.5+05:00[Asia/Karachi]"],
    "media": [["x"], [{"href": "x", "width": 5}]],
    "extra": [{}, {"title": 5}],
    "$schema": [SCHEMA],
    "unknown": [5, None, [{}]],
}


@pytest.mark.parametrize(
    ("key", "value"), [(key, one) for key, all_ in RIGHT.items() for one in all_]
)
def test_what_it_takes_the_reader_takes(key: str, value: Any) -> None:
    """A value of a right type and shape is taken by both."""
    assert errors(BASE, {key: value}) == []
    loads(json.dumps({key: value}), "json")


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "x", "2025-09-12"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["name", "href", "place", "slug", "x"]), inner, max_size=2
        )
    ),
    max_leaves=4,
)


@given(st.sampled_from(sorted(BASE["properties"].keys() - {"$schema", "extra"})), plain)
def test_the_schema_and_the_reader_agree(key: str, value: Any) -> None:
    """Whatever stands under a field's key, both take it or both refuse it."""
    try:
        loads(json.dumps({key: value}), "json")
    except ParseError:
        taken = False
    else:
        taken = True
    assert taken == (errors(BASE, {key: value}) == [])


def test_numbers_are_finite() -> None:
    """What JSON has no word for is refused by the reader, where a schema cannot say so."""
    for number in (math.inf, math.nan):
        with pytest.raises(ParseError):
            loads(json.dumps({"unknown": number}), "json")
