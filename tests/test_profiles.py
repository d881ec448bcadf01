"""What is known of a source: passed, or registered for its domain."""

from __future__ import annotations

import copy
import functools
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from snippetkit import (
    Article,
    Category,
    Document,
    InvalidValue,
    Moment,
    Profile,
    Source,
    Unrepresentable,
    load,
    load_all,
    loads,
    losses,
    profiles,
    register,
)
from snippetkit.formats import format_named
from snippetkit.formats.snippet import Snippet
from snippetkit.testing import Check, check, laws

GIVEN = Path(__file__).parent.parent / "examples" / "snippet-rki-news.txt"
RADIO = Profile(
    source=Source(name="Radio Kiwi", domain="rki.news", timezone="Asia/Tashkent"),
    labels={"summary": ["In short"]},
    drop=["Snippets"],
    rename={"International": "World", "Int'l": "World"},
)


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """What a test registers is forgotten."""
    before = dict(profiles.known)
    yield
    profiles.known.clear()
    profiles.known.update(before)


def _names(article: Article) -> list[str]:
    return [category.name for category in article.categories]


def test_the_given_snippet_as_its_readers_know_it() -> None:
    """The source is whole, times are in its zone, days are not, names mean what they mean."""
    article = load(GIVEN, profile=RADIO)

    assert article.source == RADIO.source
    assert _names(article) == ["English", "World"]
    assert str(article.document_date) == "2026-04-24T22:38:19+05:00[Asia/Tashkent]"
    assert str(article.published) == "2025-09-12"


def test_what_is_written_is_spelled_as_the_source_spells_it() -> None:
    """Names that mean others, names that are none and zones that are not said stay as they stood."""
    document = Document.load(GIVEN, profile=RADIO)

    changed = document.update(
        categories=["Urdu", "World", "Sport"],
        document_date="2026-04-24T22:40:19+05:00[Asia/Tashkent]",
        summary="It went well.",
    )
    assert "Category: ,Urdu,International - ,Snippets,Sport\n" in changed.text
    assert "Document Date: Fri, Apr 24 2026 10:40:19 pm\n" in changed.text
    assert "In short : It went well.\n" in changed.text
    elsewhere = document.update(document_date="2026-04-24T22:40:19+05:00")
    assert "Document Date: 2026-04-24T22:40:19+05:00\n" in elsewhere.text


@pytest.mark.parametrize("name", ["Snippets", "International"])
@pytest.mark.parametrize("format", ["snippet", "markdown", "json", "ndjson"])
def test_what_would_mean_something_else_is_refused(format: str, name: str) -> None:
    """A category that the profile drops or renames cannot be written for it."""
    known = format_named(format).knowing(RADIO)
    article = Article(source=RADIO.source, categories=[name, "Sport"])

    with pytest.raises(Unrepresentable, match=r"another meaning|would read back"):
        known.create(article)
    (loss,) = losses(article, known)
    assert loss.field == "categories"
    assert loss.kept in ((), (Category(name="Sport"),))


def test_a_text_without_a_source_is_the_profiles() -> None:
    """None is said of it, unless the text says so itself."""
    assert loads("## Rain\n\nIt rained.", profile=RADIO).source == RADIO.source
    assert loads("## Rain\nSource:\n\nIt rained.", profile=RADIO).source is None
    assert loads("## Rain\nSource: Other\n\nB", profile=RADIO).source == Source(name="Other")
    assert loads("## Rain\nSource: RKI.news\n\nB", profile=RADIO).source == RADIO.source


@pytest.mark.parametrize(
    "text",
    [
        "## Rain\nSource: RKI.news\nCategory: World, Snippets\n\nIt rained.",
        "## Rain\nSource: Radio Kiwi\nCategory: World, Snippets\n\nIt rained.",
        "## Rain\nLink: https://www.rki.news/rain\nCategory: World, Snippets\n\nIt rained.",
        "---\ntitle: Rain\nsource: {name: Kiwi, domain: rki.news}\ncategories: [World, Snippets]\n---\nB",
        '{"url": "http://rki.news", "categories": ["World", "Snippets"]}',
    ],
)
def test_a_registered_profile_is_found_by_name_domain_or_address(text: str) -> None:
    """Whatever the format; and no more once it is forgotten."""
    register(RADIO)
    assert _names(loads(text)) == ["World"]
    assert _names(Document.parse(text).article) == ["World"]
    profiles.forget(RADIO)
    profiles.forget(RADIO)
    assert _names(loads(text)) == ["World", "Snippets"]


def test_other_sources_are_read_as_before() -> None:
    """A profile registered for one source does nothing to others; one that is given comes first."""
    register(RADIO)

    other = "## Rain\nSource: Other\nLink: https://rki.news.example/\nCategory: Snippets\n\nB"
    assert _names(loads(other)) == ["Snippets"]
    assert _names(load(GIVEN, profile=Profile(source="rki.news"))) == [
        "English",
        "International",
        "Snippets",
    ]


def test_a_folder_is_read_with_a_profile(tmp_path: Path) -> None:
    """Every file of a run is."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GIVEN.read_text("utf-8"), "utf-8")

    assert [_names(one.article) for one in load_all(tmp_path, profile=RADIO)] == [
        ["English", "World"]
    ] * 2


def test_profiles_are_values() -> None:
    """They copy, pickle, compare, and refuse what they cannot be."""
    assert copy.deepcopy(RADIO) == pickle.loads(pickle.dumps(RADIO)) == RADIO
    assert hash(RADIO) == hash(copy.copy(RADIO))
    assert RADIO.evolve(drop=[]).drop == ()
    wrong: Any = "DYM"
    with pytest.raises(InvalidValue, match="order: must be one of 'DMY', 'MDY', 'YMD'"):
        Profile(source="rki.news", order=wrong)
    with pytest.raises(InvalidValue, match="source"):
        Profile(source=wrong and 5)  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="source: must have a name or a domain"):
        Profile(source=Source(url="https://rki.news"))


KNOWN = "2025-03-04T10:11+05:00[Asia/Tashkent]"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2024-03-04 10:11", "2025-03-04 10:11"),
        ("2024-03-04T10:11Z", KNOWN),
        ("never", "2025-03-04T10:11"),
        ("", " 2025-03-04T10:11"),
    ],
)
def test_a_time_of_the_source_is_written_as_it_writes_them(before: str, after: str) -> None:
    """Without its zone, unless one stood there."""
    text = "## T\nDate:{}\n\nB"
    document = Document.parse(text.format(f" {before}".rstrip(" ")), profile=RADIO, tolerant=True)
    assert document.update(published=KNOWN).text == text.format(f" {after.strip(' ')}")


@pytest.mark.parametrize(
    "text",
    [
        "## T\nDate: 04/05/2025 10:11\nUpdated: 25/05/2025\n\nB",
        "## T\nFecha: 04/05/2025 10:11\n\nB",
    ],
)
def test_a_time_that_others_decide_is_in_the_zone_of_the_source(text: str) -> None:
    """What day it is, another date or the label tells; the zone, the profile."""
    profile = Profile(source=Source(name="Kiwi", timezone="Asia/Tashkent"))
    document = Document.parse(text, profile=profile)
    assert str(document.article.published) == "2025-05-04T10:11+05:00[Asia/Tashkent]"


def test_what_a_text_of_the_source_cannot_say_is_lost() -> None:
    """A time without a zone would read back with the source's; a source of two lines as one."""
    format = format_named("snippet").knowing(RADIO)
    found = format.losses(Article(published="2024-03-04T10:11", source="a\nb"))[0]
    assert {loss.field: loss.kept for loss in found} == {
        "published": None,
        "source": Source(name="a b"),
    }


def test_what_is_no_source_is_spelled_anew() -> None:
    """What stood there means nothing, so there is no manner to keep."""
    codec = format_named("markdown").knowing(RADIO).members["source"].codec
    assert codec.encode(RADIO.source, [1]) == "Radio Kiwi"


def test_a_source_keeps_the_name_that_it_goes_by() -> None:
    """Its domain where that stood, in the case that it had; another's name is no manner for it."""
    codec = format_named("markdown").knowing(RADIO).members["source"].codec
    assert codec.encode(RADIO.source, "RKI.news") == "RKI.news"
    assert codec.encode(RADIO.source, "Post") == "Radio Kiwi"


def test_the_source_of_a_profile_can_change_and_come_back() -> None:
    """A text names it in few words; another is written as any, none as nothing."""
    radio = Profile(source=Source(name="Radio Kiwi", domain="rki.news"))
    document = Document.parse("## T\nSource: Radio Kiwi\n\nB", "snippet", profile=radio)

    other = document.update(source=Source(name="Post"))
    assert other.text == "## T\nSource: Post\n\nB"
    assert other.update(source=radio.source).text == document.text
    silent = document.update(source=None)
    assert silent.article.source is None
    assert silent.update(source=radio.source).article.source == radio.source
    assert document.update(title="U").text == "## U\nSource: Radio Kiwi\n\nB"
    with pytest.raises(Unrepresentable, match="source: the source's profile gives this name"):
        document.update(source=Source(name="Radio Kiwi"))


def test_one_label_may_stand_alone() -> None:
    """A text is one label, and not its letters; so is one language."""
    text = "## Regen\nRubrik: Wetter\nDate: 2025-09-12\n\nEs regnet.\n"
    profile = Profile(source="kiwi.example", labels={"categories": "Rubrik"})
    assert loads(text, profile=profile).categories == (Category(name="Wetter"),)
    assert loads(text, Snippet(labels={"tags": "Rubrik"})).tags == ("Wetter",)
    assert Snippet(languages="ur").languages == ("ur",)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (None, "labels"),
        ("ab", "labels"),
        ({"tags": [5]}, "labels.tags"),
        ({"tags": 5}, "labels.tags"),
    ],
)
def test_what_is_no_label_is_refused(wrong: Any, field: str) -> None:
    """By the name of what is wrong."""
    makers: tuple[Any, ...] = (Snippet, functools.partial(Profile, source="kiwi.example"))
    for make in makers:
        with pytest.raises(InvalidValue) as caught:
            make(labels=wrong)
        assert caught.value.field == field


@pytest.mark.parametrize(
    ("zone", "spelled", "offset"),
    [
        ("Asia/Kolkata", "12 Sep 2025, 10:38 pm IST", "+05:30"),
        ("Asia/Kolkata", "12 Sep 2025, 10 pm IST", "+05:30"),
        ("Europe/Dublin", "12 Sep 2025, 10:38 pm IST", "+01:00"),
        ("Asia/Jerusalem", "12 Jan 2025, 10:38 pm IST", "+02:00"),
        ("Europe/London", "12 Sep 2025, 10:38 pm BST", "+01:00"),
        ("Asia/Dhaka", "12 Sep 2025, 10:38 pm BST", "+06:00"),
        ("Australia/Sydney", "12 Jul 2025, 10:38 pm EST", "+10:00"),
        ("America/New_York", "12 Jan 2025, 10:38 pm EST", "-05:00"),
        ("Asia/Kolkata", "12 Sep 2025, 10:38 pm PKT", "+05:00"),
        ("Asia/Karachi", "12 Sep 2025, 10:38 pm IST", None),
        ("Europe/London", "12 Jan 2025, 10:38 pm BST", None),
    ],
)
def test_the_zone_of_the_source_tells_what_an_abbreviation_means(
    zone: str, spelled: str, offset: str | None
) -> None:
    """If it has that offset on that day; it is written back as it stood."""
    profile = Profile(source=Source(name="Post", timezone=zone))
    text = f"## T\nDate: {spelled}\n\nB"
    document = Document.parse(text, profile=profile, tolerant=True)
    said = document.article.published
    assert (said and said.zone) == offset
    if said is not None:
        edited = document.update(published=attrs.evolve(said, day=13))
        assert edited.text == text.replace("12 J", "13 J").replace("12 S", "13 S")


def test_a_date_is_edited_in_the_language_of_the_source() -> None:
    """Where neither the text nor the label says one."""
    profile = Profile(source=Source(name="Dagbladet", language="sv", timezone="Europe/Stockholm"))
    text = "---\ntitle: R\ndate: 12 maj 2025\n---\nB\n"
    document = Document.parse(text, profile=profile)
    assert "date: 3 oktober 2025\n" in document.update(published="2025-10-03").text
    polish = Document.parse(text.replace("date", "lang: pl\ndate"), profile=profile)
    assert "date: 3 październik 2025\n" in polish.update(published="2025-10-03").text


def test_a_time_without_a_zone_is_refused_by_the_codec_itself() -> None:
    """Its inverse would put the time into the zone of the source."""
    profile = Profile(source=Source(name="Kiwi", timezone="Asia/Tashkent"))
    codec = Snippet(profile=profile).members["published"].codec

    assert codec.encode(Moment(2025, 1, 1), None) == "2025-01-01"
    for like in (None, "January 1, 2025 10:38"):
        with pytest.raises(ValueError, match="would be one in Asia/Tashkent"):
            codec.encode(Moment(2025, 1, 1, 10, 38), like)


def test_what_is_no_profile_is_refused() -> None:
    """Registered or passed."""
    wrong: Any = "rki.news"
    with pytest.raises(InvalidValue, match="profile: must be a Profile, not 'rki"):
        register(wrong)
    with pytest.raises(InvalidValue, match="profile: must be a Profile"):
        loads("## Rain\nCategory: x\n", profile=wrong)


@attrs.frozen(kw_only=True)
class Section(Category):
    """A category with somebody to ask."""

    editor: str | None = None


@attrs.frozen(kw_only=True)
class Sectioned(Article):
    """An article whose categories are such."""

    categories: tuple[Section, ...] = ()


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("snippet", "# T\nCategory: Urdu, Snippets, Int'l\n\nB"),
        ("markdown", "---\ncategories: [Urdu, Snippets, Int'l]\n---\n"),
        ("json", '{"categories": ["Urdu", "Snippets", "Int\'l"]}'),
    ],
)
def test_categories_of_a_class_of_ones_own_are_dropped_and_renamed(format: str, text: str) -> None:
    """As those of the library are; what the class adds is kept."""
    document = Document.parse(text, format, cls=Sectioned, profile=RADIO)
    urdu, world = document.article.categories

    assert (urdu, world) == (Section(name="Urdu"), Section(name="World"))
    changed = document.update(categories=(world, Section(name="Sport")))
    assert [name for name in ("Urdu", "Snippets", "Int'l", "Sport") if name in changed.text] == [
        *("Snippets", "Int'l", "Sport"),
    ]
    asked = Section(name="World", editor="A. Khan")
    assert document.update(categories=(asked,)).article.categories == (asked,)


@pytest.mark.parametrize(
    "one", laws(format_named("snippet").knowing(RADIO), cls=Sectioned, max_examples=3), ids=str
)
def test_laws_of_a_profile_and_a_class_of_ones_own(one: Check) -> None:
    """Every law holds."""
    check(one)


@attrs.frozen(kw_only=True)
class Station(Source):
    """A source with a frequency."""

    frequency: str | None = None


@attrs.frozen(kw_only=True)
class Broadcast(Article):
    """An article whose source is such."""

    source: Station | None = None


@attrs.frozen(kw_only=True)
class Numbered(Source):
    """A source that a name alone does not make."""

    number: int


@attrs.frozen(kw_only=True)
class Filed(Article):
    """An article whose source is such."""

    source: Numbered | None = None


@pytest.mark.parametrize(
    ("format", "named", "unnamed"),
    [
        ("snippet", "## T\nSource: rki.news\n\nB", "## T\n\nB"),
        ("markdown", "---\nsource: RKI.news\n---\n", "---\ntitle: T\n---\n"),
        ("json", '{"source": {"name": "Radio Kiwi"}}', "{}"),
    ],
)
def test_a_source_of_a_class_of_ones_own_is_the_profiles(
    format: str, named: str, unnamed: str
) -> None:
    """With what the class adds at its defaults, or as the profile's has it; and none may be said."""
    known = Station(name="Radio Kiwi", domain="rki.news", timezone="Asia/Tashkent")
    full = attrs.evolve(known, frequency="88.5")
    for profile, meant in ((RADIO, known), (Profile(source=full), full)):
        for text in (named, unnamed):
            document = Document.parse(text, format, cls=Broadcast, profile=profile)
            assert document.article.source == meant
            silent = document.update(source=None)
            assert silent.article.source is None
            assert silent.update(source=meant).article.source == meant
            other = Station(name="Post")
            assert document.update(source=other).article.source == other


def test_a_profile_says_nothing_of_a_source_that_must_be_given_more() -> None:
    """A text that names none is no one's; one in full is what it says."""
    for source in (RADIO.source, Numbered(name="Radio Kiwi", number=5)):
        read = functools.partial(loads, cls=Filed, profile=Profile(source=source))
        assert read("## T\n\nB").source is None
        said = read('## T\nSource: {"name": "Radio Kiwi", "number": 7}\n\nB').source
        assert said == Numbered(name="Radio Kiwi", number=7)


@pytest.mark.parametrize(
    "one", laws(format_named("snippet").knowing(RADIO), cls=Broadcast, max_examples=3), ids=str
)
def test_laws_of_a_profile_and_a_source_of_ones_own(one: Check) -> None:
    """Every law holds."""
    check(one)


def test_a_host_alone_on_its_line_becomes_none() -> None:
    """With a label that says nothing, as a text without a source is the profile's."""
    document = Document.parse("## T\n\nrki.news\n\nB", "snippet", profile=RADIO)
    assert document.update(source=None).text == "## T\n\nSource:\n\nB"
