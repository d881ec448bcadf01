"""What a moment is: laws of its text, its order and its ways to the standard library."""

from __future__ import annotations

import copy
import datetime as dt
import itertools
import operator
import os
import pickle
import subprocess
import sys
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit.model.moment import Moment, as_moment, unchecked
from snippetkit.model.zone import zone_keys
from snippetkit.testing.moments import moments, zones

PARTS = ["year", "month", "day", "hour", "minute", "second", "microsecond"]
KARACHI = ZoneInfo("Asia/Karachi")


class Nowhere(dt.tzinfo):
    """A tzinfo that does not know its offset."""

    def utcoffset(self, when: dt.datetime | None) -> None:
        """Unknown."""

    def dst(self, when: dt.datetime | None) -> None:
        """Unknown."""

    def tzname(self, when: dt.datetime | None) -> None:
        """Unknown."""


def refusal(text: str) -> str | None:
    """Why *text* is no moment; None if it is one."""
    try:
        Moment.parse(text)
    except ValueError as error:
        return str(error)
    return None


# ── text ───────────────────────────────────────────────────────────────────────────────────────


@given(moments())
def test_parse_is_the_inverse_of_str(moment: Moment) -> None:
    """Every moment is read back from its text, part by part."""
    again = Moment.parse(str(moment))
    assert again == moment
    assert attrs.astuple(again) == attrs.astuple(moment)
    assert hash(again) == hash(moment)


@given(moments())
def test_the_text_of_a_moment_is_ascii_and_as_precise_as_the_moment(moment: Moment) -> None:
    """The text ends where the precision ends."""
    text = str(moment)
    assert text.isascii()
    widths = dict(zip(PARTS, [4, 7, 10, 13, 16, 19, 26], strict=True))
    ahead = text[widths[moment.precision] :]
    assert (ahead == "") == (moment.zone is None)
    assert ahead[:1] in ("", "+", "-")


@given(st.text())
@example("2025\n")
@example("٢٠٢٥-٠٩-١٢")
@example("2025-09-12T10:38:19.1234567")
@example("\ud800" * 100)
@example("2025-01-01T00:00[" + "a" * 65 + "]")
def test_parse_of_any_text_raises_only_value_error(text: str) -> None:
    """Whatever the text, there is a moment or a ValueError that shows it, shortened."""
    reason = refusal(text)
    if reason is not None:
        assert repr(text[:5])[1:-1] in reason
        assert len(reason) < 1000


@given(
    st.from_regex(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(:[0-9]{2}){0,2}([+-][0-9]{2}(:[0-9]{2}){0,2})?"
        r"(\[(Asia/Karachi|UTC|\.\./x)\])?",
        fullmatch=True,
    )
)
def test_parse_of_near_dates_raises_only_value_error(text: str) -> None:
    """Texts of the right form are read or refused, whatever their numbers."""
    reason = refusal(text)
    if reason is None:
        assert str(Moment.parse(text))[:10] == text[:10]
    else:
        assert text[:20] in reason


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("2025", "2025"),
        ("0001-01", "0001-01"),
        ("2024-02-29", "2024-02-29"),
        ("2000-02-29", "2000-02-29"),
        ("2025-09-12T10", "2025-09-12T10"),
        ("2025-09-12T10Z", "2025-09-12T10+00:00"),
        ("2025-09-12T10-05", "2025-09-12T10-05:00"),
        ("2025-09-12T10:38:19.5", "2025-09-12T10:38:19.500000"),
        ("2025-09-12T10:38:19.000001Z", "2025-09-12T10:38:19.000001+00:00"),
        ("2025-09-12T10:38-00:00", "2025-09-12T10:38-00:00"),
        ("2025-09-12T10:38-00", "2025-09-12T10:38-00:00"),
        ("2025-09-12T10:38+05:00:00", "2025-09-12T10:38+05:00"),
        ("1900-01-01T00:00+04:36:45", "1900-01-01T00:00+04:36:45"),
        ("2025-09-12T10:38[Asia/Karachi]", "2025-09-12T10:38+05:00[Asia/Karachi]"),
        ("2008-10-31T23:30+05:00[Asia/Karachi]", "2008-10-31T23:30+05:00[Asia/Karachi]"),
        ("2008-10-31T23:30[Asia/Karachi]", "2008-10-31T23:30+06:00[Asia/Karachi]"),
        ("2025-01-01T00:00Z[Europe/London]", "2025-01-01T00:00+00:00[Europe/London]"),
        ("1800-01-01T00:00[Asia/Karachi]", "1800-01-01T00:00+04:28:12[Asia/Karachi]"),
    ],
)
def test_parse_reads(text: str, spelled: str) -> None:
    """ISO 8601 with reduced precision is read; the text has one spelling."""
    assert str(Moment.parse(text)) == spelled


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ISO 8601"),
        ("25", "ISO 8601"),
        ("2025-9-12", "ISO 8601"),
        ("2025-09-12 10:38", "ISO 8601"),
        ("2025-09-12T10:38z", "ISO 8601"),
        ("2025-09-12Z", "ISO 8601"),
        ("2025-09-12T", "ISO 8601"),
        ("2025-09-12T10:38:19,5", "ISO 8601"),
        ("2025-09-12T10:38:19.1234567", "ISO 8601"),
        ("20250912", "ISO 8601"),
        ("2025-W37-5", "ISO 8601"),
        ("2025-09-12\n", "ISO 8601"),
        (" 2025-09-12", "ISO 8601"),
        ("2025-09-12T10:38[!Asia/Karachi]", "ISO 8601"),
        ("x" * 100, "…"),
        ("0000", "year must be 1 to 9999, not 0"),
        ("2025-13", "month must be 1 to 12, not 13"),
        ("2025-00-01", "month must be 1 to 12, not 0"),
        ("2025-02-29", "day must be 1 to 28 in 2025-02, not 29"),
        ("1900-02-29", "day must be 1 to 28 in 1900-02, not 29"),
        ("2025-04-31", "day must be 1 to 30 in 2025-04, not 31"),
        ("2025-09-00", "day must be 1 to 31, not 0"),
        ("2025-09-12T24:00", "hour must be 0 to 23, not 24"),
        ("2025-09-12T10:60", "minute must be 0 to 59, not 60"),
        ("2025-09-12T23:59:60", "second must be 0 to 59, not 60"),
        ("2025-09-12T10:38+24:00", "zone must be an offset"),
        ("2025-09-12T10:38+05:60", "zone must be an offset"),
        ("2025-09-12T10:38[Asia/Nowhere]", "zone must be an offset"),
        ("2025-09-12T10:38[Asia]", "zone must be an offset"),
        ("2025-09-12T10:38[../../etc/passwd]", "ISO 8601"),
        ("2025-09-12T10:38[/etc/passwd]", "zone must be an offset"),
        ("2025-09-12T10:38[localtime]", "zone must be an offset"),
        ("2025-09-12T10:38+06:00[Asia/Karachi]", "Asia/Karachi is at +05:00 then, not at +06:00"),
        ("2008-10-31T23:30+04:00[Asia/Karachi]", "Asia/Karachi is at +06:00 then, not at +04:00"),
        ("2025-01-01T00:00-00:00[Europe/London]", "is at +00:00 then, not at -00:00"),
    ],
)
def test_parse_refuses(text: str, reason: str) -> None:
    """Anything else is refused, with what was expected and the text itself."""
    said = refusal(text)
    assert said is not None
    assert reason in said
    assert repr(text)[:60] in said


@given(moments())
def test_repr_can_be_evaluated(moment: Moment) -> None:
    """The repr is the call that makes the moment."""
    assert eval(repr(moment), {"Moment": Moment}) == moment  # noqa: S307


# ── construction ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"year": True}, "year must be int, not True"),
        ({"year": None}, "year must be int, not None"),
        ({"year": "2025"}, "year must be int, not '2025'"),
        ({"year": 2025, "month": 9.0}, "month must be int, not 9.0"),
        ({"year": 2025, "month": 9, "day": False}, "day must be int, not False"),
        ({"year": 2025, "month": 9, "day": 1, "hour": "1"}, "hour must be int"),
        ({"hour": 1, "minute": True}, "minute must be int"),
        ({"hour": 1, "minute": 1, "second": 1.5}, "second must be int"),
        ({"hour": 1, "minute": 1, "second": 1, "microsecond": True}, "microsecond must be int"),
        ({"hour": 1, "zone": 5}, "zone must be str or None, not 5"),
        ({"hour": 1, "zone": "+05:00", "fold": False}, "fold must be int, not False"),
        ({"fold": None}, "fold must be int, not None"),
    ],
)
def test_wrong_types_are_type_errors(arguments: dict[str, Any], reason: str) -> None:
    """A part of a wrong type is a TypeError that names it; True is no number here."""
    arguments = (
        arguments if "year" in arguments else {"year": 2025, "month": 9, "day": 1} | arguments
    )
    with pytest.raises(TypeError) as caught:
        Moment(**arguments)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"year": 2025, "day": 1}, "month is missing"),
        ({"year": 2025, "month": 9, "hour": 1}, "day is missing"),
        ({"minute": 1}, "hour is missing"),
        ({"hour": 1, "second": 1}, "minute is missing"),
        ({"hour": 1, "minute": 1, "microsecond": 1}, "second is missing"),
        ({"year": 10_000}, "year must be 1 to 9999, not 10000"),
        ({"year": -1}, "year must be"),
        ({"year": 2025, "month": 13}, "month must be"),
        ({"year": 2025, "month": 2, "day": 30}, "day must be 1 to 28 in 2025-02, not 30"),
        ({"hour": -1}, "hour must be"),
        ({"hour": 1, "minute": 60}, "minute must be"),
        ({"hour": 1, "minute": 1, "second": 60}, "second must be"),
        ({"hour": 1, "minute": 1, "second": 1, "microsecond": 10**6}, "microsecond must be"),
        ({"zone": "+05:00"}, "zone '+05:00' needs at least an hour"),
        ({"hour": 1, "zone": "Z"}, "zone must be an offset"),
        ({"hour": 1, "zone": ""}, "zone must be an offset"),
        ({"hour": 1, "zone": "+05:00:00"}, "zone must be an offset"),
        ({"hour": 1, "zone": "-00:00:00"}, "zone must be an offset"),
        ({"hour": 1, "zone": "+24:00"}, "zone must be an offset"),
        ({"hour": 1, "zone": "+05:00\n"}, "zone must be an offset"),
        ({"hour": 1, "fold": 1}, "fold must be 0"),
        ({"hour": 1, "zone": "+05:00", "fold": 1}, "fold must be 0"),
        ({"hour": 1, "zone": "Asia/Karachi", "fold": 1}, "fold must be 0"),
        ({"hour": 1, "zone": "Asia/Karachi", "fold": 2}, "fold must be 0"),
    ],
)
def test_impossible_values_are_value_errors(arguments: dict[str, Any], reason: str) -> None:
    """What cannot be is a ValueError that names the part and shows the value."""
    arguments = (
        arguments if "year" in arguments else {"year": 2025, "month": 9, "day": 1} | arguments
    )
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        Moment(**arguments)
    assert reason in str(caught.value)


@given(st.datetimes(), zones())
def test_an_unchecked_moment_is_a_moment(wall: dt.datetime, zone: str | None) -> None:
    """`unchecked` gives what the constructor gives, as frozen as that."""
    parts = {part: getattr(wall, part) for part in PARTS}
    moment = unchecked(**parts, zone=zone)
    assert moment == Moment(**parts, zone=zone)
    assert type(moment) is Moment
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        moment.year = 1  # type: ignore[misc]


@given(moments())
def test_copies_are_equal(moment: Moment) -> None:
    """Copy, deepcopy, pickle and evolve give an equal moment."""
    assert copy.copy(moment) == copy.deepcopy(moment) == moment
    assert pickle.loads(pickle.dumps(moment)) == moment
    assert attrs.evolve(moment) == moment


def test_a_moment_is_frozen_and_slotted() -> None:
    """No attribute can be set, and there is no place for others."""
    moment = Moment(2025, 9, 12)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        moment.year = 2026  # type: ignore[misc]
    assert not hasattr(moment, "__dict__")


def test_equal_is_what_says_the_same() -> None:
    """Other precision, zone or spelling of the instant: another moment."""
    spellings = [
        "2025-01-01",
        "2025-01-01T00",
        "2025-01-01T00:00",
        "2025-01-01T00:00:00",
        "2025-01-01T00:00:00.000000",
        "2025-01-01T00:00:00Z",
        "2025-01-01T00:00:00-00:00",
        "2025-01-01T05:00:00+05:00",
        "2025-01-01T00:00:00[UTC]",
        "2025-01-01T00:00:00[Europe/London]",
    ]
    assert len(set(map(Moment.parse, spellings))) == len(spellings)
    assert Moment(2025, 1, 1) != dt.date(2025, 1, 1)


def test_zone_keys_are_the_same_on_every_machine() -> None:
    """No key that means the machine's own zone, and none that is a path."""
    assert {"Asia/Karachi", "Europe/London", "UTC"} <= zone_keys()
    assert "localtime" not in zone_keys()
    assert not any(".." in key or key.startswith("/") for key in zone_keys())


# ── precision and offset ───────────────────────────────────────────────────────────────────────


@given(moments())
def test_precision_is_the_last_part_given(moment: Moment) -> None:
    """The parts up to the precision are given, the others are not."""
    given_parts = [part for part in PARTS if getattr(moment, part) is not None]
    assert given_parts == PARTS[: PARTS.index(moment.precision) + 1]


@given(moments(["second", "microsecond"]))
def test_offset_is_that_of_the_datetime(moment: Moment) -> None:
    """The offset is what the standard library says of the same wall time and zone."""
    if moment.zone is None:
        assert moment.offset is None
    else:
        assert moment.offset == moment.datetime().utcoffset()


# ── the standard library ───────────────────────────────────────────────────────────────────────


@given(st.dates())
def test_of_and_date_are_inverse(day: dt.date) -> None:
    """A date is a moment of day precision, and comes back."""
    assert Moment.of(day).precision == "day"
    assert Moment.of(day).date() == day


@given(moments(["day"]))
def test_date_and_of_are_inverse(moment: Moment) -> None:
    """A moment of day precision comes back from its date."""
    assert Moment.of(moment.date()) == moment


@given(st.datetimes(timezones=st.timezones() | st.just(dt.UTC)))
def test_of_and_datetime_are_inverse(value: dt.datetime) -> None:
    """An aware datetime comes back with its wall time, offset, zone and, where it counts, fold."""
    back = Moment.of(value).datetime()
    assert back.replace(tzinfo=None, fold=0) == value.replace(tzinfo=None, fold=0)
    assert back.utcoffset() == value.utcoffset()
    key = getattr(value.tzinfo, "key", None)
    assert getattr(back.tzinfo, "key", None) == (key if key in zone_keys() else None)


@given(moments(["second", "microsecond"]))
def test_datetime_and_of_are_inverse(moment: Moment) -> None:
    """A moment with a zone comes back, except for a microsecond of 0 and ``-00:00``."""
    if moment.zone is None or moment.zone == "-00:00" or moment.microsecond == 0:
        return
    assert Moment.of(moment.datetime()) == moment


@given(st.datetimes(), st.sampled_from([0, 1]))
def test_a_naive_datetime_has_no_zone(value: dt.datetime, fold: int) -> None:
    """The zone of a naive datetime is unknown, and its fold makes no difference."""
    assert Moment.of(value.replace(fold=fold)) == Moment.of(value)
    assert Moment.of(value).zone is None
    assert Moment.of(value).datetime(assume=dt.UTC) == value.replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.datetime(2025, 9, 12, 10, tzinfo=dt.UTC), "2025-09-12T10:00:00+00:00"),
        (dt.datetime(2025, 9, 12, 10, tzinfo=Nowhere()), "2025-09-12T10:00:00"),
        (dt.datetime(2025, 9, 12, 10, 0, 0, 5), "2025-09-12T10:00:00.000005"),
        (
            dt.datetime(2025, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=-3, minutes=-30))),
            "2025-09-12T00:00:00-03:30",
        ),
        (
            dt.datetime(2008, 10, 31, 23, 30, tzinfo=KARACHI, fold=1),
            "2008-10-31T23:30:00+05:00[Asia/Karachi]",
        ),
        (
            dt.datetime(2025, 9, 12, tzinfo=KARACHI, fold=1),
            "2025-09-12T00:00:00+05:00[Asia/Karachi]",
        ),
    ],
)
def test_of_says_what_the_datetime_says(value: dt.datetime, text: str) -> None:
    """Zone by kind of tzinfo; fold only where it changes the offset; no microsecond of 0."""
    assert str(Moment.of(value)) == text


def test_of_a_zone_without_a_known_key_has_the_offset() -> None:
    """A ZoneInfo that was read from somewhere else becomes its offset."""
    import importlib.resources

    pytest.importorskip("tzdata")
    with (importlib.resources.files("tzdata") / "zoneinfo" / "Asia" / "Karachi").open("rb") as file:
        unnamed = ZoneInfo.from_file(file)
    assert Moment.of(dt.datetime(2025, 9, 12, tzinfo=unnamed)).zone == "+05:00"


def test_of_refuses_fractions_of_a_second_in_an_offset() -> None:
    """Offsets are whole seconds."""
    odd = dt.timezone(dt.timedelta(microseconds=1))
    with pytest.raises(ValueError, match="whole seconds"):
        Moment.of(dt.datetime(2025, 9, 12, tzinfo=odd))


def test_of_refuses_other_types() -> None:
    """A text is not a date."""
    with pytest.raises(TypeError, match="must be a date or datetime, not str"):
        Moment.of("2025")  # type: ignore[arg-type]


def test_date_and_datetime_invent_nothing() -> None:
    """What was not said is refused, with a message that says how; seconds alone count as 0."""
    with pytest.raises(ValueError, match="2025-09 says no day; give one with"):
        Moment(2025, 9).date()
    with pytest.raises(ValueError, match=r"says no clock time; use \.date\(\), or give one with"):
        Moment(2025, 9, 12, 10).datetime(assume=dt.UTC)
    with pytest.raises(ValueError, match=r"says no zone; assume one with \.datetime\(assume="):
        Moment(2025, 9, 12, 10, 38).datetime()
    assert Moment.parse("2025-09-12T10:38Z").datetime() == dt.datetime(
        2025, 9, 12, 10, 38, tzinfo=dt.UTC
    )


def test_assume_is_only_for_an_unknown_zone() -> None:
    """A known zone stays; ``-00:00`` is UTC."""
    for text in ["2025-09-12T10:38Z", "2025-09-12T10:38-00:00"]:
        assert Moment.parse(text).datetime(assume=KARACHI).tzinfo == dt.UTC
    assert Moment.parse("2025-09-12T10:38").datetime(assume=KARACHI).tzinfo is KARACHI


def test_as_moment_takes_what_a_user_has() -> None:
    """A moment, a date, a datetime or an ISO text; nothing else."""
    moment = Moment(2025, 9, 12)
    assert as_moment(moment) is moment
    assert as_moment("2025-09-12") == as_moment(dt.date(2025, 9, 12)) == moment
    assert as_moment(dt.datetime(2025, 9, 12)) == Moment(2025, 9, 12, 0, 0, 0)
    with pytest.raises(ValueError, match="ISO 8601"):
        as_moment("yesterday")
    with pytest.raises(TypeError, match="must be a Moment, a date, a datetime or a text"):
        as_moment(5)  # type: ignore[arg-type]


# ── order ──────────────────────────────────────────────────────────────────────────────────────


def _instant(moment: Moment) -> int:
    """The earliest instant that *moment* can mean, in microseconds."""
    rest = [1 if part is None else part for part in (moment.month, moment.day)]
    clock = [moment.hour or 0, moment.minute or 0, moment.second or 0]
    days = dt.date(moment.year, *rest).toordinal()
    seconds = days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    ahead = moment.offset or dt.timedelta()
    return (seconds - round(ahead.total_seconds())) * 10**6 + (moment.microsecond or 0)


@given(moments(), moments())
def test_the_order_is_total_and_agrees_with_equality(first: Moment, second: Moment) -> None:
    """Of two moments exactly one of <, == and > holds, and the others follow from these."""
    assert [first < second, first == second, first > second].count(True) == 1
    assert (first <= second) == (first < second or first == second)
    assert (first >= second) == (first > second or first == second)
    assert (first < second) == (second > first)


@given(st.lists(moments(), max_size=8))
def test_any_list_sorts_by_instant(some: list[Moment]) -> None:
    """Sorting gives the same list from any beginning, and goes by instant first."""
    ordered = sorted(some)
    backwards = some[::-1]
    assert sorted(backwards) == ordered
    assert [_instant(moment) for moment in ordered] == sorted(map(_instant, some))
    for first, second in itertools.pairwise(ordered):
        assert first <= second


def test_the_order_as_documented() -> None:
    """Instant, then coarser first, then unknown zone first, then the spelling of the zone."""
    ordered = [
        "2024-12-31T23:00-00:30",
        "2025",
        "2025-01",
        "2025-01-01",
        "2025-01-01T00",
        "2025-01-01T00:00",
        "2025-01-01T00:00+00:00",
        "2025-01-01T05:00+05:00",
        "2025-01-01T00:00-00:00",
        "2025-01-01T05:00[Asia/Karachi]",
        "2025-01-01T00:00:00",
        "2025-01-01T01:00+00:30",
    ]
    assert sorted(map(Moment.parse, reversed(ordered))) == list(map(Moment.parse, ordered))


def test_the_order_holds_in_the_first_and_last_year() -> None:
    """Instants outside the years that datetime has are no error."""
    early = Moment.parse("0001-01-01T00:00+23:59")
    late = Moment.parse("9999-12-31T23:59-23:59")
    assert early < Moment(1) < Moment(9999) < late


def test_a_gap_orders_by_fold_and_wall_time() -> None:
    """Two wall times of one instant in one zone, one of which no clock showed, are in order."""
    gap = Moment.parse("2008-06-01T00:30+05:00[Asia/Karachi]")
    after = Moment.parse("2008-06-01T01:30[Asia/Karachi]")
    assert _instant(gap) == _instant(after)
    assert gap < after


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_moments_compare_only_with_moments(compare: Any) -> None:
    """The order knows no dates and no texts."""
    for other in (dt.date(2025, 9, 12), "2025", None):
        with pytest.raises(TypeError):
            compare(Moment(2025), other)


# ── the machine ────────────────────────────────────────────────────────────────────────────────


def test_nothing_depends_on_the_zone_of_the_machine() -> None:
    """Text, order, offset and datetime are the same whatever TZ says."""
    code = """
from snippetkit.model.moment import Moment
texts = ["2025", "2025-09-12T10:38", "2008-10-31T23:30+05:00[Asia/Karachi]", "2025-01-01T00:00Z"]
print(sorted(map(Moment.parse, texts)), [m.offset for m in map(Moment.parse, texts)])
print([Moment.parse(text).datetime() for text in texts[2:]])
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for zone in ("UTC", "America/New_York", "Asia/Tokyo")
    }
    assert len(outputs) == 1
    assert "Karachi" in outputs.pop()
