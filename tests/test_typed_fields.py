"""Fields of subclasses by their types: read and written alike in every format, or refused in words."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import enum
import fractions
import json
import typing
import uuid
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

import attrs
import pytest

from snippetkit.convert import converter
from snippetkit.document import Document
from snippetkit.errors import InvalidValue, LossError, ParseError, Unrepresentable
from snippetkit.files import dumps, loads, losses
from snippetkit.formats import detect, format_named
from snippetkit.formats._spelling import codec_for
from snippetkit.formats.markdown import Markdown
from snippetkit.model import (
    Article,
    Category,
    Dateline,
    Link,
    Moment,
    Person,
    Source,
    field,
    same,
)
from snippetkit.model.profile import Profile
from snippetkit.schema import schema
from snippetkit.testing import Check, check, law, laws

FORMATS = ("snippet", "markdown", "json")


class Mood(enum.StrEnum):
    """An enumeration whose members are texts."""

    GOOD = "good"
    FAIR = "fair"


class Rank(enum.IntEnum):
    """An enumeration whose members are numbers."""

    FIRST = 1
    SECOND = 2


@attrs.frozen(kw_only=True)
class Desk(Category):
    """A category with somebody to ask."""

    editor: str | None = None


@attrs.frozen(kw_only=True)
class Writer(Person):
    """A person with a number."""

    phone: str | None = field(default=None, key="tel")


@attrs.frozen(kw_only=True)
class House(Source):
    """A source that is somebody's."""

    owner: str | None = None


@attrs.frozen(kw_only=True)
class Place(Dateline):
    """A dateline with a remark."""

    note: str | None = None


@attrs.frozen(kw_only=True)
class Bulletin(Article):
    """A class whose fields are of more than the usual types."""

    categories: tuple[Desk, ...] = ()
    authors: tuple[Writer, ...] = ()
    source: House | None = None
    dateline: Place | None = None
    desks: tuple[Desk, ...] = ()
    events: tuple[Moment, ...] = field(default=(), label="Events")
    mood: Mood = Mood.GOOD
    rank: Rank | None = None
    moods: tuple[Mood, ...] = ()
    day: datetime.date | None = None
    edition: int | None = None
    link_to: Link | None = field(default=None, key="link to")
    note: str = "none"
    share: float = 0.5
    sure: bool = False
    start: datetime.datetime | None = None


EXACTLY = datetime.datetime(2025, 9, 12, 22, 5, 10, tzinfo=datetime.UTC)


@attrs.frozen(kw_only=True)
class Loose(Article):
    """A class with fields of types that can be changed in place, or are spelled the old way."""

    opts: dict[str, int] = attrs.field(factory=dict)
    counts: Mapping[str, int] = attrs.field(factory=dict)
    lines: list[str] = attrs.field(factory=list)
    words: typing.Tuple[str, ...] = ()  # noqa: UP006


@pytest.mark.parametrize("one", laws(cls=Bulletin, max_examples=3), ids=str)
def test_laws(one: Check) -> None:
    """Every law holds for a class whose models are heirs, and for lists of dates and choices."""
    check(one)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Day: 12 maj 2025", "Day: 3 mars 2025"),
        ("Events: 12 maj 2025; 13 maj 2025", "Events: 3 mars 2025; 4 mars 2025"),
        ("Dateline: Lund, 12 maj 2025", "Dateline: Lund, 3 mars 2025"),
        ("---\nday: 12 maj 2025", "---\nday: 3 mars 2025"),
        ("---\nevents: [12 maj 2025, 13 maj 2025]", "---\nevents: [3 mars 2025, 4 mars 2025]"),
        ("---\nevents: 12 maj 2025; 13 maj 2025", "---\nevents: 3 mars 2025; 4 mars 2025"),
        ("---\ndateline: Lund, 12 maj 2025", "---\ndateline: Lund, 3 mars 2025"),
    ],
)
def test_dates_of_every_type_are_edited_in_the_language_of_the_text(text: str, after: str) -> None:
    """Days, lists of dates, and datelines of a class of one's own."""
    form, rest = (
        ("markdown", "lang: sv\n---\nB") if "---" in text else ("snippet", "Language: sv\n\nB")
    )
    document = Document.parse(f"{text}\n{rest}", form, cls=Bulletin)
    days = datetime.date(2025, 3, 3), datetime.date(2025, 3, 4)
    said: dict[str, Any] = {
        "day": days[0],
        "events": days,
        "dateline": Place(place="Lund", date=days[0]),
    }
    (name,) = (name for name in said if name in text.lower())
    assert document.update(**{name: said[name]}).text == f"{after}\n{rest}"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "article",
    [
        Bulletin(mood=Mood.FAIR, rank=Rank.SECOND, moods=(Mood.GOOD, Mood.FAIR)),
        Bulletin(
            events=(Moment(2025), Moment.parse("2025-09-12T10:00:00+05:00")),
            day=datetime.date(2025, 9, 12),
        ),
        Bulletin(categories=(Desk(name="A"),), desks=(Desk(name="C"),), source=House(name="Post")),
        Bulletin(dateline=Place(place="Lahore", date="2025-09-12")),
        Loose(opts={"a": 1}, counts={"b": 2}, lines=["x", "y"], words=("a", "b")),
    ],
)
def test_every_format_holds_them(name: str, article: Article) -> None:
    """What is written is read again, of the same types."""
    assert losses(article, name) == ()
    assert same(loads(dumps(article, name), name, cls=type(article)), article)


@pytest.mark.parametrize("name", ["snippet", "markdown"])
@pytest.mark.parametrize(
    ("spelled", "field", "value"),
    [
        ("Category: A, B", "categories", (Desk(name="A"), Desk(name="B"))),
        ("Author: By Ayesha Khan, Staff Writer", "authors", None),
        ("Source: Post", "source", House(name="Post")),
        ("Dateline: Lahore, May 5, 2025", "dateline", Place(place="Lahore", date="2025-05-05")),
        ("Events: September 12, 2025", "events", (Moment(2025, 9, 12),)),
        ("Events: 2025-09-12, 2025-09-13,", "events", (Moment(2025, 9, 12), Moment(2025, 9, 13))),
        ("Events: May 5, 2025; 2024", "events", (Moment(2025, 5, 5), Moment(2024))),
        ("Events: May 5, 2025 | 2024", "events", (Moment(2025, 5, 5), Moment(2024))),
        ("Events:", "events", ()),
        ("Mood: fair", "mood", Mood.FAIR),
        ("Rank: 2", "rank", Rank.SECOND),
        ("Day: September 12, 2025", "day", datetime.date(2025, 9, 12)),
        ("Day:", "day", None),
        ("Edition:", "edition", None),
        ("Mood:", "mood", Mood.GOOD),
        ("Rank:", "rank", None),
        ("Moods:", "moods", ()),
        ("Link to:", "link_to", None),
        ("Share: ", "share", 0.5),
        ("Sure:", "sure", False),
        ("Start: September 12, 2025 10:05 pm", "start", datetime.datetime(2025, 9, 12, 22, 5)),
        ("Start: 2025-09-12T22:05:10Z", "start", EXACTLY),
        ("Start: 2025-09-12 22:05:10 UTC", "start", EXACTLY),
        ("Start:", "start", None),
    ],
)
def test_they_are_read_as_people_write_them(
    name: str, spelled: str, field: str, value: object
) -> None:
    """Heirs as their bases are, a list of dates as dates are."""
    line = spelled if name == "snippet" else spelled[0].lower() + spelled[1:]
    title = "## Rain" if name == "snippet" else "title: Rain"
    article = loads(f"---\n{title}\n{line}\n---\n\nIt rained.\n", name, cls=Bulletin)

    if value is not None:
        assert getattr(article, field) == value
    elif field == "authors":
        assert [(type(one), one.name) for one in article.authors] == [(Writer, "Ayesha Khan")]


def test_a_list_of_dates_in_front_matter() -> None:
    """A list or one text; each date keeps the manner of its place."""
    text = "---\nevents: [2025-09-12, 'May 5, 2025']\n---\n"
    document = Document.parse(text, "markdown", cls=Bulletin)

    assert document.article.events == (Moment(2025, 9, 12), Moment(2025, 5, 5))
    changed = document.update(events=["2025-09-12", "2025-05-06"])
    assert changed.text == text.replace("May 5", "May 6")
    with pytest.raises(ParseError, match="something else"):
        loads("---\nevents: ['']\n---\n", "markdown", cls=Bulletin)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("May 5, 2025; 2024", "June 6, 2025; 2023"),
        ("2025-05-05 | 2024", "2025-06-06 | 2023"),
        ("2025-05-05, 2024", "2025-06-06, 2023"),
        ("5 May 2025", "6 June 2025; 2023"),
    ],
)
def test_dates_are_written_in_the_manner_of_the_line(before: str, after: str) -> None:
    """As the first is spelled, parted as they were."""
    document = Document.parse(f"## T\nEvents: {before}\n\nB", "snippet", cls=Bulletin)
    changed = document.update(events=["2025-06-06", "2023"])

    assert changed.text == f"## T\nEvents: {after}\n\nB"
    assert changed.put(changed.article) is changed


@pytest.mark.parametrize(
    ("before", "second", "after"),
    [
        ("September 12, 2025 10:05 pm", 0, "September 13, 2025 10:30 pm"),
        ("Fri, Sep 12 2025 10:05:07 pm", 0, "Sat, Sep 13 2025 10:30:00 pm"),
        ("2025-09-12T22:05", 5, "2025-09-13T22:30:05"),
        ("soon", 0, "2025-09-13T22:30:00"),
        ("", 0, "2025-09-13T22:30:00"),
    ],
)
@pytest.mark.parametrize("name", ["snippet", "markdown"])
def test_a_datetime_is_written_in_the_manner_of_the_other(
    name: str, before: str, second: int, after: str
) -> None:
    """No seconds where none stood, if there are none."""
    text = f"## T\nStart: {before}\n\nB" if name == "snippet" else f"---\nstart: {before}\n---\n"
    document = Document.parse(text, name, cls=Bulletin, tolerant=True)
    changed = document.update(start=datetime.datetime(2025, 9, 13, 22, 30, second))

    wanted = text.replace(f"tart: {before}", f"tart: {after}")
    assert changed.text.replace(" \n", "\n") == wanted


def test_an_empty_line_says_nothing() -> None:
    """So a field that must be given is missing there; and with none as a value, it is none."""

    @attrs.frozen(kw_only=True)
    class Counted(Article):
        count: int
        most: int | None = 5
        raw: bytes | None = None

    document = Document.parse(
        "## T\nCount:\nMost:\nRaw:\n\nB", "snippet", cls=Counted, tolerant=True
    )
    assert [(one.code, one.field) for one in document.defects] == [("missing-field", "count")]
    assert (document.article.most, document.article.raw) == (None, b"")
    changed = document.update(count=3, most=7, raw=b"x")
    assert changed.text == "## T\nCount: 3\nMost: 7\nRaw: eA==\n\nB"
    for name in ("markdown", "json"):
        assert loads(dumps(Counted(count=3, most=None), name), cls=Counted).most is None
    empty = "---\ncount: 1\nmost:\nraw: ''\n---\n"
    article = loads(empty, "markdown", cls=Counted)
    assert (article.most, article.raw) == (None, b"")
    assert loads(empty.replace("most:", "most: ''"), "markdown", cls=Counted) == article
    with pytest.raises(ParseError, match="must be int, not null"):
        loads('{"count": null}', cls=Counted)


def test_what_a_heir_adds_is_kept() -> None:
    """In front matter as a mapping, on a line as JSON; both are read again."""
    article = Bulletin(
        categories=(Desk(name="A", editor="Jo"),),
        authors=(Writer(name="Jo", phone="1a"),),
        source=House(name="Post", owner="Jo"),
        dateline=Place(place="Lahore", note="by phone"),
    )

    for name in FORMATS:
        assert same(loads(dumps(article, name), name, cls=Bulletin), article)
    assert 'tel: "1a"' in dumps(article, "markdown")
    assert 'Source: {"name": "Post", "owner": "Jo"}' in dumps(article, "snippet")


def test_what_fits_of_a_heir() -> None:
    """What fits of its base; and nothing of dates and days, as every one can be said."""
    desks = (Desk(name="A\nB", editor="Jo"),)

    assert codec_for(tuple[Desk, ...]).fit(desks) == (Desk(name="A B"),)
    assert codec_for(Place | None).fit(Place(place="Lahore")) is None
    assert codec_for(tuple[Moment, ...]).fit((Moment(2025),)) is None
    assert codec_for(datetime.date).fit(datetime.date(2025, 1, 1)) is None
    assert Markdown().codec(datetime.date).fit(datetime.date(2025, 1, 1)) is None
    assert Markdown().codec(House | None).fit(House(name="Post")) is None


def test_a_link_is_no_json() -> None:
    """Though it begins as a list does."""
    text = "## T\nSource: [Post](https://post.org/)\nDesks: [A], {B\n\nB"
    document = Document.parse(text, "snippet", cls=Bulletin)

    assert document.article.source == House(name="Post", url="https://post.org/")
    assert document.article.desks == (Desk(name="[A]"), Desk(name="{B"))
    assert document.update(source=House(name="Times", url="https://post.org/")).text == (
        text.replace("[Post]", "[Times]")
    )


def test_names_that_look_like_json() -> None:
    """They are written as JSON, as they would be read as that."""
    desks = Desk(name='["a"]'), Desk(name="{")
    for article in (Bulletin(desks=desks), Bulletin(desks=desks[:1])):
        assert same(loads(dumps(article, "snippet"), "snippet", cls=Bulletin), article)


def test_dates_that_are_said_stay() -> None:
    """In the spelling that stands there."""
    line = "May 5, 2025 ;2024"
    assert codec_for(tuple[Moment, ...]).encode((Moment(2025, 5, 5), Moment(2024)), line) == line


def test_no_dates_are_refused() -> None:
    """A value that only a class with another rule holds."""
    with pytest.raises(ValueError, match="read as others"):
        codec_for(tuple[Moment, ...]).encode(("rain",), None)


@attrs.frozen(kw_only=True)
class Owned(Source):
    """A source that must be somebody's: a name alone is none."""

    owner: str


@attrs.frozen(kw_only=True)
class Owning(Article):
    """An article that has one."""

    source: Owned | None = None


@pytest.mark.parametrize("text", ["## T\nSource: Post\n\nB", "---\nsource: Post\n---\n"])
def test_a_heir_that_needs_more_than_a_name(text: str) -> None:
    """A name is no value of it: a defect in its place."""
    (defect,) = Document.parse(text, cls=Owning, tolerant=True).defects

    assert (defect.code, defect.field) == ("bad-value", "source")
    assert text[defect.start : defect.end] == "Post"


@pytest.mark.parametrize("name", ["snippet", "markdown"])
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Mood: awful", "must be one of 'good', 'fair', not str: 'awful'"),
        ("Edition: x", "must be int, not str: 'x'"),
        ("Edition: 1,000", "must be int, not str: '1,000'"),
        ("Day: 2025", "must be a day, no more and no less, not 2025"),
        ("Day: 2025-09-12 10:00", "must be a day, no more and no less"),
        ("Events: soon", "not a date"),
        ("Start: 2025-09-12", "must be a day with a clock time, not 2025-09-12"),
        ("Start: 12 September 2025, 10 pm", "must be a day with a clock time, not 2025-09-12T22"),
        ("Start: soon", "not a date"),
        ("Moods: [good, bad]", "must be"),
    ],
)
def test_what_was_wanted_is_said(name: str, line: str, message: str) -> None:
    """The same in a snippet and in front matter."""
    entry = line if name == "snippet" else line[0].lower() + line[1:]
    title = "## Rain" if name == "snippet" else "title: Rain"
    text = f"---\n{title}\n{entry}\n---\n\nIt rained.\n"
    (defect,) = Document.parse(text, name, cls=Bulletin, tolerant=True).defects

    assert message in defect.message
    assert defect.field == line.partition(":")[0].lower()


def test_a_line_says_one_value() -> None:
    """What would be one in JSON, with more behind it, is a text."""
    with pytest.raises(ParseError, match="must be int, not str"):
        loads('## T\nEdition: 1, "x": 2\n\nB', "snippet", cls=Bulletin)


def test_a_day_that_is_a_time_is_refused() -> None:
    """A `datetime` is a `date` for Python, and would lose its time."""
    time = datetime.datetime(2025, 9, 12, 10, tzinfo=datetime.UTC)

    with pytest.raises(InvalidValue, match="day: must be date, not datetime"):
        Bulletin(day=time)
    assert Bulletin(start=time).start is time


@attrs.frozen(kw_only=True)
class Opened(Article):
    """A class whose day is something unless it is none, and whose fields have rules."""

    day: datetime.date | None = datetime.date(2025, 1, 1)
    position: int = field(default=1, validator=attrs.validators.gt(0), label="Pos")
    edition: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be together, as users' classes do."""
        Article.__attrs_post_init__(self)
        assert (self.title, self.edition) != ("Rain", 2)


def test_a_day_that_is_none() -> None:
    """Front matter says so with nothing; a line cannot."""
    article = Opened(day=None)

    assert loads(dumps(article, "markdown"), cls=Opened) == article
    assert [loss.field for loss in losses(article, "snippet")] == ["day"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"position": 0}, "position"),
        ({"position": "x"}, "position"),
        ({"title": "U", "position": 0}, "position"),
        ({"title": "Rain", "edition": 2}, "title, edition"),
        ({"title": 5}, "title"),
        ({"nothing": 5}, "nothing"),
    ],
)
def test_what_a_class_refuses_is_an_invalid_value(changes: dict[str, Any], field: str) -> None:
    """Whatever its validators raise, with the field that they refuse."""
    document = Document.parse("## T\nPos: 1\n\nB", "snippet", cls=Opened)

    with pytest.raises(InvalidValue) as refusal:
        document.update(**changes)
    assert refusal.value.field == field
    assert refusal.value.reason


@pytest.mark.parametrize(
    "text",
    ["---\n## T\nPos: 0\n---\n\nB\n", "---\ntitle: T\nposition: 0\n---\n", '{"position": 0}'],
)
def test_a_refused_value_has_its_place(text: str) -> None:
    """The field and where it stands; it is left at its default, so that edits go on working."""
    document = Document.parse(text, cls=Opened, tolerant=True)
    (defect,) = document.defects

    assert (defect.code, defect.field) == ("bad-article", "position")
    assert text[defect.start : defect.end] == "0"
    assert document.article.position == 1
    assert document.update(title="U").defects[0].message == defect.message


@pytest.mark.parametrize("text", ["## Rain\nEdition: 2\n\nB", '{"title": "Rain", "edition": 2}'])
def test_what_is_refused_together_has_no_place(text: str) -> None:
    """No field is to blame alone: the whole text is, and what it says is kept."""
    document = Document.parse(text, cls=Opened, tolerant=True)
    (defect,) = document.defects

    assert (defect.code, defect.field, defect.start) == ("bad-article", None, 0)
    assert defect.message.startswith("Ass") or "Rain" in defect.message
    assert document.article.edition == 2


@attrs.frozen(kw_only=True)
class Strict(Article):
    """A class that wants what its default is not, and a field that must be given."""

    number: int = field(validator=attrs.validators.gt(0))
    title: str | None = field(default=None, validator=attrs.validators.min_len(3))


def test_a_class_that_refuses_its_own_defaults() -> None:
    """Then no field is to blame; and what cannot be lost is refused."""
    (defect,) = Document.parse("## T\nNumber: 1\n\nB", cls=Strict, tolerant=True).defects

    assert (defect.code, defect.field) == ("bad-article", None)
    with pytest.raises(Unrepresentable, match="title"):
        losses(Strict(number=1, title=" \n "), "snippet")


def test_a_time_without_a_zone_is_not_the_sources() -> None:
    """A profile gives the times of its texts a zone: one without is refused by its own codec."""
    profile = Profile(source=Source(name="Radio", timezone="Asia/Karachi"))
    document = Document.parse("## T\n\nB", "snippet", profile=profile)

    with pytest.raises(Unrepresentable, match="without a zone"):
        document.update(published="2000-01-01T00")


@pytest.mark.parametrize("name", FORMATS)
def test_the_quick_ways_agree_with_the_careful_ones(name: str) -> None:
    """Texts of one shape, read often: the same as by their spans."""
    form = format_named(name).of(Bulletin)
    for n in range(1, 60):
        article = Bulletin(
            title=f"Rain {n}",
            categories=(Desk(name=f"A{n}"), Desk(name="B", editor=f"Jo {n}")),
            source=House(name=f"Post {n}", owner=None if n % 2 else "Jo"),
            events=(Moment(2025, 5, 5), Moment(2000 + n)),
            mood=Mood.FAIR if n % 3 else Mood.GOOD,
            rank=Rank.SECOND,
            day=datetime.date(2025, 1, 1 + n % 28),
            body="It rained.\n",
        )
        text = form.create(article)
        careful = form.read(text, form.scan(text))

        assert same(form.read(text).article, careful.article)
        assert same(careful.article, article)


def test_the_base_reads_a_label_with_a_colon_by_its_first_part() -> None:
    """The law about the base finds it there."""

    @attrs.frozen(kw_only=True)
    class Led(Article):
        """A class whose label has a colon in it."""

        lead: str | None = field(default=None, label="Leiter:in")

    form = format_named("snippet").of(Led)
    law.base_keeps(form, "---\n## T\nLeiter:in: Ute\n---\n\nB")


def test_a_label_alone_on_its_line_may_be_a_value_for_the_base() -> None:
    """Of the empty label above it; the law about the base asks nothing of such a text."""

    @attrs.frozen(kw_only=True)
    class Planned(Article):
        """A class whose label the base does not know."""

        due: Moment | None = field(default=None, label="Due")

    text = "---\n# T\nEdited by:\nDue\nSeptember 12, 2025\n---\n"
    form = format_named("snippet").of(Planned)
    assert form.read(text).article.due == Moment(2025, 9, 12)
    assert loads(text, "snippet").extra["Edited by"] == "Due"
    law.base_keeps(form, text)


def _shouted(text: str | None) -> str | None:
    return text and text.upper()


@attrs.frozen(kw_only=True)
class Shouted(Article):
    """A class that makes something of a text, and takes not every text."""

    code: str | None = attrs.field(
        default=None,
        converter=_shouted,
        validator=attrs.validators.optional(attrs.validators.max_len(3)),
    )


@pytest.mark.parametrize("name", FORMATS)
def test_the_law_of_three_states_is_about_what_a_class_keeps(name: str) -> None:
    """Not about what it was given, and makes something of or refuses."""
    law.three_states(format_named(name).of(Shouted), Shouted(title="T"), ["abc", "abcd"])


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_empty_is_left_out(name: str) -> None:
    """Lists, sets and mappings as tuples; also when a field is emptied."""
    text = dumps(Collected(title="T"), name)
    document = Document.of(Collected(title="T", notes=["a"], seats={1}, facts={"a": 1}), name)

    assert not any(word in text.lower() for word in ("notes", "seats", "facts"))
    assert same(loads(text, name, cls=Collected), Collected(title="T"))
    assert document.update(notes=[], seats=set(), facts=None).text == text


def test_a_heirs_article_is_its_base_without_what_the_heir_adds() -> None:
    """The law about the base compares what the base can know."""
    for text in ("## T\nSource: Post\nCategory: A\n\nB", '{"source": "Post", "categories": ["A"]}'):
        law.base_keeps(detect(text).of(Bulletin), text)
    law.base_keeps(format_named("snippet").of(Bulletin), '---\n## T\nSource: {"name": "P"}\n---\n')


@attrs.frozen(kw_only=True)
class Rated(Article):
    """A class with a validator that says more than its message."""

    stars: int = attrs.field(default=3, validator=attrs.validators.in_([1, 2, 3]))


def test_what_a_validator_says_is_its_message() -> None:
    """And not all that it was given, which attrs puts beside it."""
    text = "## T\nStars: 9\n\nB"
    (defect,) = Document.parse(text, cls=Rated, tolerant=True).defects
    with pytest.raises(InvalidValue) as refused:
        Document.parse(text.replace("9", "1"), cls=Rated).update(stars=9)

    assert defect.message == refused.value.reason == "'stars' must be in [1, 2, 3] (got 9)"


@attrs.frozen(kw_only=True)
class Mixed(Article):
    """A class with a field that is a number or a text."""

    code: int | str | None = None
    mark: float | bool | str = "-"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("5", 5),
        ('"5"', "5"),
        ("A5", "A5"),
        ("5.5", "5.5"),
        ("true", "true"),
    ],
)
def test_a_number_or_a_text(line: str, code: int | str) -> None:
    """On a line a number is the number, and a text that looks like one is in quotes."""
    document = Document.parse(f"## T\nCode: {line}\n\nB", "snippet", cls=Mixed)
    other = Document.parse("## T\nCode: x\n\nB", "snippet", cls=Mixed)

    assert same(document.article.code, code)
    assert other.update(code=code) == document


@pytest.mark.parametrize("code", [None, 5, "5"])
def test_a_number_or_a_text_or_none_in_json(code: int | str | None) -> None:
    """There null is a value of its own, and nothing is taken for another type."""
    text = json.dumps({"code": code})
    assert same(loads(text, "json", cls=Mixed).code, code)
    with pytest.raises(ParseError, match="must be int or str, not bool"):
        loads('{"code": true}', "json", cls=Mixed)


@pytest.mark.parametrize("one", laws("snippet", cls=Mixed, max_examples=5), ids=str)
def test_laws_of_mixed_types(one: Check) -> None:
    """Every law holds for them."""
    check(one)


@attrs.frozen(kw_only=True)
class Collected(Article):
    """Several values of each kind."""

    notes: list[str] = attrs.field(factory=list)
    seats: set[int] = attrs.field(factory=set)
    facts: dict[str, int] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Annotated(Article):
    """A list of its own for each."""

    notes: list[str] = attrs.field(factory=list)


@pytest.mark.parametrize("format", ["json", "snippet", "markdown"])
def test_what_a_factory_makes_is_made_for_each_article(format: str) -> None:
    """Of two that were read neither has the other's list, however often the like was read."""
    text = dumps(Annotated(title="T"), format)
    read = [loads(text, format, cls=Annotated) for _ in range(8)]
    assert len({id(one.notes) for one in read}) == len(read)
    assert all(one.notes == [] for one in read)


@attrs.frozen(kw_only=True)
class Settled(Article):
    """A class that makes some fields of the others, where they are not given."""

    desk: str = attrs.Factory(
        lambda self: f"Desk of {self.source and self.source.name}", takes_self=True
    )
    slug: str | None = attrs.Factory(
        lambda self: self.title and self.title.lower(), takes_self=True
    )
    words: tuple[str, ...] = attrs.Factory(
        lambda self: tuple((self.title or "").split()), takes_self=True
    )


@attrs.frozen(kw_only=True)
class Slugged(Category):
    """A category that makes its code of its name."""

    code: str | None = attrs.Factory(lambda self: self.name[:2], takes_self=True)


@attrs.frozen(kw_only=True)
class Shelved(Article):
    """A class whose categories do so."""

    categories: tuple[Slugged, ...] = ()


@pytest.mark.parametrize("name", [*FORMATS, "ndjson"])
def test_a_field_may_be_made_of_the_others(name: str) -> None:
    """What a text does not say is what the constructor makes; what it says counts."""
    plain, slugged = dumps(Article(title="Rain"), name), Settled(title="Rain", slug="wet")

    assert loads(plain, name, cls=Settled) == Settled(title="Rain")
    assert loads(dumps(slugged, name), name, cls=Settled) == slugged
    assert Document.parse(plain, name, cls=Settled).update(slug="wet").article == slugged
    assert loads("{}", "json", cls=Settled).slug is None
    assert losses(Settled(title="Rain", slug=None), "json") == ()
    (loss,) = losses(Settled(title="Rain", slug=None), "snippet")
    assert (loss.field, loss.kept) == ("slug", "rain")


def test_a_change_that_would_change_what_is_made_of_it_is_refused() -> None:
    """Nothing moves unasked: who changes both gets both."""
    document = Document.parse("# Rain\n\nIt rained.\n", cls=Settled)

    with pytest.raises(Unrepresentable, match="'rain' would read back as 'snow'"):
        document.update(title="Snow")
    made = document.update(title="Snow", slug="snow", words=["Snow"])
    assert made.text == "# Snow\n\nIt rained.\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('{"slug": "x", "words": ["y"], "body": "b"}', '{"body": "b"}'),
        ("Slug: x\nWords: y\nTags: a\n\nB", "Tags: a\n\nB"),
        ("---\nslug: x\nwords: [y]\nw: 1\n---\nb", "---\nw: 1\n---\nb"),
        ("+++\nslug = 'x'\nwords = ['y']\nw = 1\n+++\nb", "+++\nw = 1\n+++\nb"),
        ('{"title": "Rain", "slug": "x", "words": []}', '{"title": "Rain", "slug": null, "words": []}'),
    ],
)  # fmt: skip
def test_nothing_is_left_of_a_field_whose_class_makes_nothing_of_the_rest(
    text: str, left: str
) -> None:
    """Its slot goes when it becomes none, if that is what the class makes; else it says so."""
    document = Document.parse(text, cls=Settled)

    assert document.update(slug=None, words=()).text == left


def test_what_cannot_be_made_is_a_flaw() -> None:
    """The class's own error is the reason; tolerant reading gives the rest."""

    @attrs.frozen(kw_only=True)
    class Strict(Article):
        slug: str = attrs.Factory(lambda self: self.title.lower(), takes_self=True)

    with pytest.raises(ParseError, match="no attribute 'lower'"):
        loads("It rained.\n", "snippet", cls=Strict)
    document = Document.parse("It rained.\n", "snippet", cls=Strict, tolerant=True)
    assert document.article.body == "It rained.\n"
    assert getattr(document.article, "slug") is None  # noqa: B009  # what no type says
    assert loads("# Rain\n", cls=Strict).slug == "rain"


@pytest.mark.parametrize("name", FORMATS)
def test_a_part_may_have_a_field_made_of_the_others(name: str) -> None:
    """A category, too: written in full, or by its name where that says all."""
    article = Shelved(categories=(Slugged(name="World"), Slugged(name="Sport")))

    assert loads(dumps(article, name), name, cls=Shelved) == article
    other = article.evolve(categories=[Slugged(name="World", code=None)])
    assert losses(other, "json") == ()
    assert loads(dumps(other, "json"), cls=Shelved) == other


@pytest.mark.parametrize("one", laws(cls=Settled, max_examples=3), ids=str)
def test_laws_of_fields_made_of_the_others(one: Check) -> None:
    """Every law holds for such a class."""
    check(one)


# ── Python's own types ──────────────────────────────────────────────────────────────────────────


KARACHI = datetime.timezone(datetime.timedelta(hours=5))
NUMBER = uuid.UUID("123e4567-e89b-12d3-a456-426614174000")


class Holiday(datetime.date):
    """A day that is more than that, which no text says."""


@attrs.frozen(kw_only=True)
class Ticket(Article):
    """A class with fields of types that have one strict text for each value."""

    price: Decimal | None = None
    prices: tuple[Decimal, ...] = ()
    number: uuid.UUID | None = None
    opens: datetime.time | None = None
    raw: bytes | None = None
    starts: datetime.datetime | None = None
    days: tuple[datetime.date, ...] = ()
    colours: frozenset[str] = frozenset()
    rows: AbstractSet[int] = frozenset()
    seats: Sequence[int] = ()


@pytest.mark.parametrize("one", laws(cls=Ticket, max_examples=3), ids=str)
def test_laws_of_own_types(one: Check) -> None:
    """Every law holds for them."""
    check(one)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("field", "value", "spelled"),
    [
        ("price", Decimal("12.50"), "12.50"),
        ("price", Decimal("-0"), "-0"),
        ("price", Decimal("1E+30"), "1E+30"),
        ("price", Decimal("0.1000000000000000000000001"), "0.1000000000000000000000001"),
        ("prices", (Decimal("1.0"), Decimal("1.00")), ["1.0", "1.00"]),
        ("number", NUMBER, str(NUMBER)),
        ("opens", datetime.time(22, 5), "22:05:00"),
        ("opens", datetime.time(22, 5, 0, 5, tzinfo=KARACHI), "22:05:00.000005+05:00"),
        ("raw", b"x", "eA=="),
        ("raw", b"\xff" * 3, "////"),
        ("starts", datetime.datetime(2025, 9, 12, 22, 5), "2025-09-12T22:05:00"),
        (
            "starts",
            datetime.datetime(2025, 9, 12, 22, 5, tzinfo=KARACHI),
            "2025-09-12T22:05:00+05:00",
        ),
        (
            "starts",
            Moment.parse("2025-09-12T22:05[Asia/Karachi]").datetime(),
            "2025-09-12T22:05:00+05:00[Asia/Karachi]",
        ),
        ("days", (datetime.date(2025, 9, 12),), ["2025-09-12"]),
        ("colours", frozenset({"red", "blue", "a,b"}), ["a,b", "blue", "red"]),
        ("rows", frozenset({10, 9, 2}), [2, 9, 10]),
        ("seats", (10, 9, 9), [10, 9, 9]),
    ],
)
def test_own_types_are_written_and_read_again(
    name: str, field: str, value: Any, spelled: Any
) -> None:
    """In every format; in JSON as texts, which hold every digit."""
    article = Ticket(**{field: value})

    assert same(loads(dumps(article, name), name, cls=Ticket), article)
    assert json.loads(dumps(article, "json"))[field] == spelled


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("field", "given", "reason"),
    [
        ("price", "12,50", "must be a decimal number in quotes such as '12.50'"),
        ("price", " 12", "must be a decimal number"),
        ("price", "NaN", "must be a decimal number"),
        ("price", "012", "must be a decimal number"),
        ("price", "1e9999999999999999999", "has an exponent that no number here can have"),
        ("price", True, "must be a decimal number"),
        ("number", "123e4567e89b12d3a456426614174000", "must be a UUID such as"),
        ("opens", "10", "must be a clock time such as '22:05'"),
        ("opens", "24:00", "must be a clock time"),
        ("opens", "10:60", "minute must be in"),
        ("raw", "x", "must be bytes in Base64 such as 'eA=='"),
        ("raw", "eB==", "has bits behind its last byte"),
        ("days", ["20250912"], "[0]: must be a day such as '2025-09-12'"),
        ("colours", "red", "must be a list, not str: 'red'"),
        ("seats", [1.5], "[0]: must be int"),
    ],
)
def test_what_is_none_of_them_is_refused(name: str, field: str, given: Any, reason: str) -> None:
    """With what was wanted, in every format."""
    plain = json.dumps(given)
    text = {
        "snippet": f"## T\n{field.capitalize()}: {plain}\n\nB",
        "markdown": f"---\ntitle: T\n{field}: {plain}\n---\n",
        "json": f'{{"{field}": {plain}}}',
    }[name]
    (defect,) = Document.parse(text, name, cls=Ticket, tolerant=True).defects

    assert (defect.code, defect.field) == ("bad-value", field)
    assert reason in defect.message


def test_a_number_of_json_is_no_decimal() -> None:
    """It may be rounded; whole numbers are not."""
    assert loads('{"price": 12}', cls=Ticket).price == Decimal(12)
    with pytest.raises(ParseError, match="in quotes"):
        loads('{"price": 12.5}', cls=Ticket)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "article",
    [
        Ticket(price=Decimal("NaN")),
        Ticket(price=Decimal("-Infinity")),
        Ticket(opens=datetime.time(10, tzinfo=datetime.UTC, fold=1)),
        Ticket(days=(Holiday(2025, 9, 12),)),
    ],
)
def test_what_no_text_says_is_a_loss(name: str, article: Ticket) -> None:
    """Of a type or value that would be read as another, or not at all."""
    (loss,) = losses(article, name)

    assert getattr(article, loss.field) is loss.value


def test_the_same_decimal_has_the_same_digits() -> None:
    """A lens tells apart what is equal; so it does the members of sets."""
    assert not same(Decimal("1.0"), Decimal("1.00"))
    assert not same(fractions.Fraction(1), 1)
    assert same(frozenset({1, 2}), frozenset({2, 1}))
    assert not same({1}, {True})
    document = Document.parse("## T\nPrice: 1.0\n\nB", "snippet", cls=Ticket)
    assert document.update(price=Decimal("1.00")).text == "## T\nPrice: 1.00\n\nB"


def test_the_schema_knows_them() -> None:
    """By their patterns."""
    described = schema(Ticket)["properties"]

    assert described["raw"]["anyOf"][0]["type"] == "string"
    assert {"type": "integer"} in described["price"]["anyOf"][0]["anyOf"]
    assert described["colours"] == {"type": "array", "items": {"type": "string"}}


# ── types that no text can say ──────────────────────────────────────────────────────────────────


class Size:
    """A type that nothing knows."""


@attrs.frozen(kw_only=True)
class Box(Source):
    """A model with a part of that type."""

    size: Size | None = None


@attrs.frozen(kw_only=True)
class Sized(Article):
    """A class with a field of that type."""

    sizes: tuple[Size, ...] = ()


@attrs.frozen(kw_only=True)
class Boxed(Article):
    """A class whose source has one."""

    source: Box | None = None


@attrs.frozen(kw_only=True)
class Varied(Article):
    """A class with a union that cannot be told apart."""

    either: datetime.date | datetime.time | None = None


@attrs.frozen(kw_only=True)
class Filed(Article):
    """A class with a path: some versions of cattrs know `pathlib.Path`, none knows this one."""

    path: PurePosixPath | None = None


@attrs.frozen(kw_only=True)
class Noted(Article):
    """A class with notes by page, which would be by the text of a page when they are read again."""

    notes: dict[int, str] = attrs.field(factory=dict)


_HOOKS = "register hooks with snippetkit.convert.converter()"


@pytest.mark.parametrize(
    ("cls", "field", "told", "remedy"),
    [
        (Sized, "sizes", "test_typed_fields.Size", _HOOKS),
        (Boxed, "source.size", "test_typed_fields.Size", _HOOKS),
        (Varied, "either", "", _HOOKS),
        (Filed, "path", "PurePosixPath", _HOOKS),
        (Noted, "notes", "texts as keys", "declare a dict[str, X]"),
    ],
)
def test_a_type_that_cannot_be_read_is_refused_at_once(
    cls: type[Article], field: str, told: str, remedy: str
) -> None:
    """In reading, writing, the schema and the laws alike, whatever the text says."""
    for name in FORMATS:
        for use in (
            lambda name: loads('{"title": "T"}', name, cls=cls),
            lambda name: loads("## T", name, cls=cls, tolerant=True),
            lambda name: dumps(cls(title="T"), name),
            lambda name: laws(name, cls=cls),
            lambda _: schema(cls),
        ):
            with pytest.raises(InvalidValue) as refusal:
                use(name)
            assert refusal.value.field == field
            assert told in refusal.value.reason
            assert remedy in refusal.value.reason


class Length:
    """A type that hooks are registered for."""

    def __init__(self, metres: int) -> None:
        self.metres = metres

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Length) and self.metres == other.metres

    def __hash__(self) -> int:
        return self.metres


def _length(text: Any, _: object) -> Length:
    return Length(int(text.removesuffix(" m")))


@attrs.frozen(kw_only=True)
class Measured(Article):
    """A class with fields of that type, and of others that cattrs knows."""

    length: Length | None = None
    fixed: tuple[str, str] | None = None
    queue: collections.deque[str] | None = None


def test_hooks_make_a_type_possible() -> None:
    """In every format; what they refuse, and what they give that is not plain, is refused."""
    converter().register_structure_hook(Length, _length)
    article = Measured(length=Length(5))
    with pytest.raises(LossError, match="must be a value as JSON has them, not Length"):
        dumps(article, "json")
    converter().register_unstructure_hook(Length, lambda value: f"{value.metres} m")
    for name in FORMATS:
        assert loads(dumps(article, name), name, cls=Measured) == article
    assert "Length: 5 m" in dumps(article, "snippet")
    with pytest.raises(ParseError, match="invalid literal for int"):
        loads('{"length": "x"}', cls=Measured)
    with pytest.raises(ParseError, match="must be a list, not str: 'ab'"):
        loads('{"fixed": "ab"}', cls=Measured)
    assert schema(Measured)["properties"]["length"] == {"anyOf": [{}, {"type": "null"}]}
    broken = Measured(queue=5)  # type: ignore[arg-type]  # that is what is tested
    assert [loss.field for loss in losses(broken, "json")] == ["queue"]


@attrs.frozen
class Venue:
    """A class of a user's own that is no model."""

    city: str
    name: str | None = None
    seats: int = 0


@attrs.frozen(kw_only=True)
class Concert(Article):
    """A class with a field of it."""

    venue: Venue | None = None


@pytest.mark.parametrize(
    "text",
    [
        '+++\nvenue = {city = "Lahore", name = "Hall"}\n+++\n',
        '{"venue": {"city": "Lahore", "name": "Hall"}}',
        "---\nvenue: {city: Lahore, name: Hall}\n---\n",
        '## T\nVenue: {"city": "Lahore", "name": "Hall"}\n\nB',
    ],
)
def test_what_is_at_its_default_is_left_out(text: str) -> None:
    """Also in a value of such a class: TOML has no word for None."""
    document = Document.parse(text, cls=Concert)
    changed = document.update(venue=Venue("Karachi"))

    assert "Karachi" in changed.text
    assert "name" not in changed.text
    assert "seats" not in changed.text


@dataclasses.dataclass(frozen=True)
class Stall:
    """A dataclass whose parts are of Python's own types."""

    price: Decimal
    opens: datetime.time
    day: datetime.date
    starts: datetime.datetime
    raw: bytes
    number: uuid.UUID
    rows: frozenset[int] = frozenset()


@attrs.frozen(kw_only=True)
class Market(Article):
    """A class with a field of it, and of mappings and tuples of such parts."""

    stall: Stall | None = None
    prices: dict[str, Decimal] = attrs.field(factory=dict)
    pair: tuple[bytes, Decimal] | None = None


def test_parts_are_spelled_as_fields_are() -> None:
    """In values of classes that are no models, too; a day with no time is none there either."""
    start, opens = datetime.datetime(2025, 9, 12, 22, 5), datetime.time(22, 5)
    stall = Stall(Decimal("1.50"), opens, start.date(), start, b"x", NUMBER, frozenset({10, 9}))
    article = Market(stall=stall, prices={"a": Decimal("2.0")}, pair=(b"x", Decimal("3.0")))
    text = dumps(article, "json")

    for name in FORMATS:
        assert same(loads(dumps(article, name), name, cls=Market), article)
    assert json.loads(text)["stall"] == {
        "price": "1.50",
        "opens": "22:05:00",
        "day": "2025-09-12",
        "starts": "2025-09-12T22:05:00",
        "raw": "eA==",
        "number": str(NUMBER),
        "rows": [9, 10],
    }
    with pytest.raises(ParseError, match=r"expected datetime @ value\.starts"):
        loads(text.replace("T22:05:00", ""), cls=Market)


def test_what_begins_as_a_fence_is_none() -> None:
    """The law about the base leaves out texts whose header is another for it, with no fence above."""
    law.base_keeps(
        format_named("snippet").of(Ticket),
        "\n---ID: Rain\nColours: []\n---\n\nkiwi.example\n\nIt rained.",
    )
