"""Strategies for moments of every precision, zone, fold and language."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from hypothesis import strategies as st

from snippetkit.dates.language import Language, world
from snippetkit.model.moment import Moment, Precision
from snippetkit.model.zone import zone_keys

__all__ = ["Spelled", "moments", "spell", "spelled_dates", "zones"]

_PRECISIONS: tuple[Precision, ...] = get_args(Precision)
# Wall times that the clocks of a zone showed twice or never, and their neighbours.
_TRANSITIONS = tuple(
    (dt.datetime.fromisoformat(wall), key)
    for key, walls in {
        "Asia/Karachi": ("2008-05-31T23:59", "2008-06-01T00:30", "2008-10-31T23:30", "2008-11-01"),
        "Europe/London": ("2025-03-30T01:00", "2025-03-30T02:00", "2025-10-26T01:59:59"),
        "America/New_York": ("2026-03-08T02:30", "2026-11-01T01:30"),
        "Pacific/Apia": ("2011-12-30T12:00", "2011-12-31T00:00"),
    }.items()
    for wall in walls
)


def zones() -> st.SearchStrategy[str | None]:
    """Values of `Moment.zone`: unknown, a fixed offset, ``-00:00``, or the key of a zone."""
    common = st.sampled_from([None, "+00:00", "-00:00", "+05:00", "-03:30", "+04:36:45"])
    minutes = st.integers(0, 1439).map(lambda n: f"{n // 60:02}:{n % 60:02}")
    seconds = st.integers(1, 59).map(lambda n: f":{n:02}")
    offsets = st.tuples(st.sampled_from("+-"), minutes, st.just("") | seconds).map("".join)
    return common | offsets | st.sampled_from(sorted(zone_keys()))


def moments(precisions: Sequence[Precision] = _PRECISIONS) -> st.SearchStrategy[Moment]:
    """Any moment of one of *precisions*, from year 1 to year 9999."""
    anywhere = st.tuples(st.datetimes(), zones())
    return st.builds(
        _moment,
        anywhere | anywhere | st.sampled_from(_TRANSITIONS),
        st.sampled_from(precisions),
        st.sampled_from([0, 1]),
    )


def _moment(place: tuple[dt.datetime, str | None], precision: Precision, fold: int) -> Moment:
    wall, zone = place
    given = _PRECISIONS.index(precision) + 1
    parts: dict[str, Any] = {part: getattr(wall, part) for part in _PRECISIONS[:given]}
    zone = zone if given > _PRECISIONS.index("day") + 1 else None
    try:
        return Moment(**parts, zone=zone, fold=fold)
    except ValueError:  # a fold that makes no difference there
        return Moment(**parts, zone=zone)


# ── spelled dates ──────────────────────────────────────────────────────────────────────────────


class Spelled(NamedTuple):
    """A date as a language spells it."""

    text: str
    moment: Moment
    """The moment that it spells."""
    language: str


_FIELD = re.compile(r"'([^']*)'|([A-Za-z])\2*")
_CLOCKS = ("HH:mm", "HH:mm:ss")


def spell(
    pattern: str, wall: dt.datetime, months: Sequence[str], weekdays: Sequence[str], zero: str = "0"
) -> str:
    """*wall* spelled by a pattern in CLDR's notation, with these names, in digits from *zero* on.

    It follows the definition of the notation (UTS 35, part 4), and shares no code with the reader.

    >>> names = ["enero", "febrero", "marzo"]
    >>> spell("d 'de' MMMM 'de' y", dt.datetime(2025, 3, 12), names, [])
    '12 de marzo de 2025'
    """
    numbers: dict[str, str] = {"y": str(wall.year), "yy": f"{wall.year % 100:02}"}
    numbers["yyyy"] = f"{wall.year:04}"
    said = zip(
        "MLdHms",
        (wall.month, *(wall.month, wall.day, wall.hour, wall.minute, wall.second)),
        strict=True,
    )
    for letter, number in said:
        numbers |= {letter: str(number), letter * 2: f"{number:02}"}
    digits = {48 + n: chr(ord(zero) + n) for n in range(10)}

    def field(found: re.Match[str]) -> str:
        if found[1] is not None:
            return found[1]
        if found[0] in numbers:
            return numbers[found[0]].translate(digits)
        return months[wall.month - 1] if found[0][0] in "ML" else weekdays[wall.weekday()]

    return _FIELD.sub(field, pattern)


def spelled_dates() -> st.SearchStrategy[Spelled]:
    """Days in any language, some with a clock time, each with the moment that it spells.

    Only dates that have one reading without a hint: the month by name, the year in four digits, no
    name that is another month elsewhere.
    """
    return st.builds(
        _spelled,
        st.sampled_from(_kits()),
        st.datetimes(dt.datetime(1600, 1, 1), dt.datetime(2299, 12, 31)),  # noqa: DTZ001
        st.sampled_from(["", "", *_CLOCKS]),
        st.booleans(),
    )


class _Kit(NamedTuple):
    """A pattern of a language with the names for it."""

    language: Language
    pattern: str
    months: Sequence[str]
    weekdays: Sequence[str]


@functools.cache
def _kits() -> tuple[_Kit, ...]:
    clear = _clear_names()
    return tuple(kit for language in world() for kit in _kits_of(language, clear))


def _kits_of(language: Language, clear: Mapping[str, set[int]]) -> Iterator[_Kit]:
    """The whole names in every pattern with a day; the others in the first pattern."""
    patterns = [one for one in language.dates if _is_whole(one)]
    for rank, months in enumerate(language.months):
        if all(len(clear[name.lower()]) == 1 for name in months) and language.weekdays:
            for pattern in patterns if rank == 0 else patterns[:1]:
                yield _Kit(language, pattern, months, language.weekdays[0])


def _is_whole(pattern: str) -> bool:
    fields = {found[0][0] for found in _FIELD.finditer(pattern) if found[1] is None}
    named = re.search("M{3,}|L{3,}", pattern)
    return (
        named is not None
        and {"d", "y"} <= fields
        and fields <= set("dyMLEc")
        and "yy" not in pattern
    )


def _clear_names() -> Mapping[str, set[int]]:
    """The months that a name is of, in all languages."""
    found: dict[str, set[int]] = defaultdict(set)
    for language in world():
        for row in language.months:
            for number, name in enumerate(row, start=1):
                found[name.lower()].add(number)
    return found


def _spelled(kit: _Kit, wall: dt.datetime, clock: str, own_digits: bool) -> Spelled:
    zero = kit.language.zero if own_digits else "0"
    text = spell(kit.pattern, wall, kit.months, kit.weekdays, zero)
    if not clock:
        return Spelled(text, Moment(wall.year, wall.month, wall.day), kit.language.tag)
    second = wall.second if clock == _CLOCKS[1] else None
    moment = Moment(wall.year, wall.month, wall.day, wall.hour, wall.minute, second)
    return Spelled(f"{text} {spell(clock, wall, (), (), zero)}", moment, kit.language.tag)
