"""The strategies that users draw from, and the other machine that a law runs on for a moment."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from newsroom import Wire
from snippetkit import testing
from snippetkit.document import Document
from snippetkit.formats import Format
from snippetkit.formats._leads import CATEGORIES
from snippetkit.formats.snippet import Snippet
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
    field,
)
from snippetkit.syntax.headers import BYLINE, TITLE
from snippetkit.syntax.tree import BODY, Stamp
from snippetkit.testing import Check, check, law, laws
from snippetkit.testing._world import elsewhere
from snippetkit.testing.grammar.body import as_text
from snippetkit.testing.grammar.draft import Draft
from snippetkit.testing.grammar.markdown import _toml_value, _yaml_scalar
from snippetkit.testing.grammar.snippet import _Entry, _Pen
from snippetkit.testing.samples import samples_of
from snippetkit.testing.strategies import fragments_of


@pytest.mark.parametrize(
    ("strategy", "kind"),
    [
        (testing.categories, Category),
        (testing.datelines, Dateline),
        (testing.extras, FrozenDict),
        (testing.links, Link),
        (testing.media, Media),
        (testing.persons, Person),
        (testing.sources, Source),
        (testing.texts, str),
    ],
)
def test_each_draws_its_kind(strategy: Callable[..., st.SearchStrategy[Any]], kind: type) -> None:
    """A strategy is called by what it draws, and takes the fragments of a format."""

    @settings(max_examples=10, database=None, derandomize=True)
    @given(strategy(), strategy([":", "---"]))
    def draw(one: object, other: object) -> None:
        assert type(one) is type(other) is kind

    draw()


def test_fragments_are_drawn() -> None:
    """What a format calls a fragment comes up in its texts."""
    assert "§1" in find(testing.texts(["§1"]), lambda text: "§1" in text)


def test_moments_of_a_precision() -> None:
    """Moments come in every precision, or in those that are asked for."""
    for moment in (find(testing.moments(["day"]), bool), find(testing.moments(), bool)):
        assert type(moment) is Moment
    assert find(testing.moments(["day"]), bool).precision == "day"


def _is_even(instance: object, attribute: object, value: int) -> None:
    if value % 2:
        raise ValueError("must be even")


@attrs.frozen(kw_only=True)
class Even(Article):
    """A class that refuses many of the values of its type."""

    pages: int = attrs.field(default=0, validator=_is_even)


def test_what_a_class_refuses_is_not_drawn() -> None:
    """Its own validators keep their word."""
    seen = set()

    @settings(max_examples=100, database=None, derandomize=True)
    @given(testing.articles(Even))
    def draw(article: Even) -> None:
        seen.add(article.pages % 2)

    draw()
    assert seen == {0}
    assert find(testing.articles(Even), lambda article: article.pages > 0).pages > 0


class Mute(Format[Article]):
    """A format that reads and cannot write yet."""

    name = "mute"
    words = {"title": ("T",)}  # noqa: RUF012  # as a user would write it


def test_a_format_that_cannot_write_has_its_words() -> None:
    """There is no sample text to take fragments from; its own words are some."""
    assert "T" in fragments_of(Mute())
    assert samples_of(Mute()) == samples_of(Wire()) == ()


@pytest.mark.parametrize(
    ("spellings", "said"),
    [
        (_yaml_scalar("Rain"), ["Rain", "'Rain'", '"Rain"']),
        (_yaml_scalar("it's"), ["'it''s'", '"it\'s"']),
        (_yaml_scalar("Yes"), ["'Yes'", '"Yes"']),
        (_yaml_scalar("a\nb"), ['"a\\nb"']),
        (_yaml_scalar(Stamp("2025")), ["2025", "'2025'", '"2025"']),
        (_toml_value("Rain"), ["'Rain'", '"Rain"']),
        (_toml_value("it's"), ['"it\'s"']),
        (_toml_value(Stamp("2025-09-12")), ["2025-09-12", '"2025-09-12"']),
        (_toml_value(Stamp("2025-09")), ["'2025-09'", '"2025-09"']),
        (_toml_value({"a": [1, True]}), ['{"a" = [1, true]}']),
    ],
)
def test_the_grammar_spells_in_every_way(
    spellings: st.SearchStrategy[str], said: list[str]
) -> None:
    """A value is generated in each spelling that says it, and in none that says something else."""
    seen = set()

    @settings(max_examples=50, database=None, derandomize=True)
    @given(spellings)
    def spell(spelled: str) -> None:
        seen.add(spelled)

    spell()
    assert sorted(seen) == sorted(said)


SNIPPET = Snippet[Article]()


@st.composite
def stamped(draw: st.DrawFn) -> Draft:
    """A title, a line with a date, and what the grammar puts behind that."""
    pen, entry = _Pen(draw, SNIPPET), _Entry("Published on", "May 12, 2025", False, True)
    pen.use("\n")
    pen.add("## T\n")
    pen.entries = [entry]
    pen.label_line(entry, alone=True)
    pen.add("\nIt rained.")
    return pen.draft()


def test_the_grammar_puts_names_and_categories_behind_a_date() -> None:
    """Neither, one or both, where no colon is; and what it says stands there is what is read there."""
    seen = set()

    @settings(max_examples=1_000, database=None, derandomize=True)
    @given(stamped())
    def spell(draft: Draft) -> None:
        slots = SNIPPET.scan(draft.text).slots
        assert draft.plan is not None
        assert [(one.name, one.start, one.end) for one in draft.plan] == [
            (slot.name, slot.start, slot.end) for slot in slots if slot.name not in (TITLE, BODY)
        ]
        if "published on May" in draft.text:
            seen.add(tuple(one.name for one in draft.plan[1:]))

    spell()
    assert seen == {(), (BYLINE,), (CATEGORIES,), (BYLINE, CATEGORIES)}


def test_a_draft_without_what_its_class_requires_is_flawed() -> None:
    """Labels behind a body say no date that is none, so that a required one is missing."""

    @attrs.frozen(kw_only=True)
    class Dated(Article):
        due: Moment = field()

    format = Snippet(cls=Dated)

    @st.composite
    def tailed(draw: st.DrawFn, raw: str) -> Draft:
        pen = _Pen(draw, format)
        pen.use("\n")
        due, other = _Entry("Due", raw, raw == "soon", True), _Entry("ID", "x", False, True)
        pen.entries = [due, other] if draw(st.booleans()) else [due]
        return pen.tailed()

    @settings(max_examples=20, database=None, derandomize=True)
    @given(st.data())
    def spell(data: st.DataObject) -> None:
        for raw, flawed in (("2025-09-12", ()), ("soon", ((0, 0),))):
            draft = data.draw(tailed(raw))
            assert draft.flawed == flawed
            law.as_planned(format, draft)

    spell()


def test_elsewhere_is_another_day_in_another_zone() -> None:
    """Inside, clocks are decades ahead and local time is another; behind it all is as it was."""
    now, day = dt.datetime.now(dt.UTC), dt.date.today()  # noqa: DTZ011
    with elsewhere("Asia/Tokyo"):
        # What depends on the machine is what is asked for here.
        local, plain = dt.datetime.now(), dt.datetime.utcnow()  # noqa: DTZ003, DTZ005
        today, midnight = dt.date.today(), dt.datetime.today()  # noqa: DTZ002, DTZ011
        made = dt.datetime(2024, 3, 4)
        assert issubclass(type(now), dt.datetime)
        assert isinstance(made, dt.datetime)

    assert all(one.year > now.year + 30 for one in (local, plain, today, midnight))
    assert local - plain == dt.timedelta(hours=9)
    assert midnight == local
    assert type(made) is type(now)
    assert dt.date.today() - day < dt.timedelta(days=2)  # noqa: DTZ011


@dataclasses.dataclass(frozen=True)
class Shelf:
    """A class that is none of ours, and holds some that are."""

    desk: Category
    since: Moment
    facts: FrozenDict[str]


@attrs.frozen(kw_only=True)
class Shelved(Article):
    """Articles with such parts."""

    shelf: Shelf | None = None
    desks: dict[str, Category] = attrs.field(factory=dict)
    pair: tuple[int, Source] | None = None


@pytest.mark.parametrize("one", laws(cls=Shelved, max_examples=2), ids=str)
def test_laws_of_our_models_in_other_types(one: Check) -> None:
    """Models are drawn wherever they stand: in mappings, pairs and classes of strangers."""
    check(one)


@pytest.mark.parametrize(
    ("body", "untitled"),
    [
        ("The Republic, a member of the\n \nCategory: x\n\nMore.", False),
        ("The Republic, a member of the\nWeather\nCategory: x\n\nMore.", False),
        ("It rained.\n\x0b\nCategory: x\n\nMore.", True),
        ("It rained.\n2024-01-01\n\nMore.", True),
    ],
)
def test_a_body_that_may_be_a_header_begins_with_sentences(body: str, untitled: bool) -> None:
    """Lines above a label or a date may be title and subtitle: a plan must know that they are not."""
    text = as_text(body, untitled=untitled)

    assert text == f"It rained.\nIt rained.\n{body}"
    front = "" if untitled else "# Rain\n\n"
    assert Document(Snippet(), front + text).article.body == text
    assert Document(Snippet(), front + body).article.body == "More."


@pytest.mark.parametrize("body", ["It rained.", "It rained.\n\nCategory: x\n\nIt is over."])
def test_a_body_that_is_one_stays(body: str) -> None:
    """Whether a title is above it or not."""
    for untitled in (False, True):
        assert as_text(body, untitled=untitled) == body
