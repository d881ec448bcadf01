"""Read a moment from a text, or find that the text is ambiguous."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Final

import attrs

from snippetkit.dates.calendar import MissingCalendar
from snippetkit.dates.hints import NO_HINTS, Hints, Languages, Reference, hints_of
from snippetkit.dates.language import order_of, wider
from snippetkit.dates.permuted import permuted
from snippetkit.dates.recipe import quickly
from snippetkit.dates.usual import Day, day_and_time, day_of
from snippetkit.dates.vocabulary import ANY, vocabulary
from snippetkit.dates.weighing import ALL, ENGLISH_FIRST, Weighed, weigh
from snippetkit.dates.zone import is_contested
from snippetkit.model.moment import Moment, Order, unchecked

__all__ = [
    "LONGEST",
    "Ambiguous",
    "Reading",
    "chosen",
    "day_before",
    "is_clock",
    "read",
    "readings",
]

LONGEST: Final = 120
"""The longest text that may be a date; a longer one is refused at once."""

_SHOWN: Final = 60


@attrs.frozen(kw_only=True)
class Reading:
    """One reading of a text, and what it rests on."""

    moment: Moment
    """The moment in this reading."""
    languages: tuple[str, ...] = ()
    """The languages that spell it so; none if it has no words."""
    shape: str = ""
    """Its pattern in CLDR's notation: ``EEE, MMM dd y hh:mm:ss a``."""
    order: str | None = None
    """``DMY``, ``MDY`` or ``YMD``, if day and month are both numbers."""
    calendar: str = "gregorian"
    """The calendar of its year: ``gregorian``, ``buddhist``, ``islamic``, ``persian``, ``reiwa`` …"""


class Ambiguous(ValueError):
    """A text has several readings, and nothing decides between them."""

    def __init__(self, message: str, readings: tuple[Reading, ...]) -> None:
        super().__init__(message, readings)
        self.readings = readings
        """All of them, two or more."""

    def __str__(self) -> str:
        return str(self.args[0])


def read(
    text: str,
    languages: Languages = None,
    order: Order | None = None,
    reference: Reference = None,
    zone: str | None = None,
) -> Moment:
    """The moment that the whole of *text* spells, as precisely as it says.

    Inverse of `snippetkit.dates.write`.

    >>> print(read("September 12, 2025"), read("Fri, Apr 24 2026 10:38:19 pm"))
    2025-09-12 2026-04-24T22:38:19
    >>> print(
    ...     read("۱۲ ستمبر ۲۰۲۵"),
    ...     read("2025年9月12日 下午10:38"),
    ...     read("12 septembre 2025 à 22h38"),
    ... )
    2025-09-12 2025-09-12T22:38 2025-09-12T22:38

    *languages* (BCP 47) and *order* (``DMY``, ``MDY``, ``YMD``) decide if there are several
    readings; *reference* supplies a missing year, or its first two digits; *zone* is the key of the
    zone that ``IST`` and the like mean, if it is one of their meanings.

    Raises:
        Ambiguous: there are several readings, and nothing decides; a ValueError that has them.
        MissingCalendar: a Hijri or Jalali date without the extra ``dates``; a ValueError too.
        ValueError: not a date, an impossible one, or a wrong weekday. The message is for
            people.
    """
    if zone is not None and not is_contested(text):
        zone = None
    if languages is None and order is None and reference is None and zone is None:
        return day_and_time(text, day_before) or _read(text)
    return chosen(text, hints_of(languages, order, reference, zone)).moment


def readings(
    text: str,
    languages: Languages = None,
    order: Order | None = None,
    reference: Reference = None,
) -> tuple[Reading, ...]:
    """Every reading of *text* that was weighed; the one that `read` takes is first, if any.

    >>> for reading in readings("04/05/2025"):
    ...     print(reading.moment, reading.order, reading.shape)
    2025-05-04 DMY dd/MM/y
    2025-04-05 MDY MM/dd/y
    """
    hints = hints_of(languages, order, reference)
    found = weigh(text, hints, ALL)[0] if len(text) <= LONGEST else []
    try:
        best = [_decided(found, hints, text)] if found else []
    except ValueError:
        best = []
    return tuple(dict.fromkeys(map(_public, [*best, *found])))


def _public(one: Weighed) -> Reading:
    return Reading(
        moment=one.moment,
        languages=vocabulary(one.everything).tags(one.languages),
        shape=one.plan.pattern,
        order=one.order,
        calendar=one.calendar or "gregorian",
    )


def chosen(text: str, hints: Hints, vocabularies: Sequence[bool] = ENGLISH_FIRST) -> Weighed:
    """The one reading that *text* has.

    Raises:
        Ambiguous: it has several.
        ValueError: it has none.
    """
    if len(text) > LONGEST:
        raise _unknown(text)
    found, error = weigh(text, hints, vocabularies)
    if not found:
        raise _unknown(text) if error is None else _refused(error, text)
    if len(found) == 1 and hints.order is None:
        return found[0]
    return _decided(found, hints, text)


def _refused(error: ValueError, text: str) -> ValueError:
    """*error* with the text that it is about."""
    if isinstance(error, MissingCalendar):
        return error
    return ValueError(f"{getattr(error, 'reason', error)}: {_shown(text)}")


class Unknown(ValueError):
    """A text that is not a date in a known spelling."""


def _unknown(text: str) -> Unknown:
    known = "such as September 12, 2025 or 2025-09-12"
    return Unknown(f"not a date in a spelling known here, {known}: {_shown(text)}")


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


# ── deciding ───────────────────────────────────────────────────────────────────────────────────


def _decided(found: Sequence[Weighed], hints: Hints, text: str) -> Weighed:
    """The one of *found* that the order, the hinted languages, or its own words speak for.

    Raises:
        Ambiguous: none, or several.
        ValueError: none is in the order that was asked for.
    """
    if hints.order is not None:
        found = [one for one in found if one.order is None or _agrees(one, hints.order)]
        if not found:
            raise ValueError(f"no date in the order {hints.order}: {_shown(text)}")
    for prefer in (_by_zone, _by_hints, _by_words, _by_places, _by_patterns, _by_default):
        found = prefer(found, hints)
        if len({one.moment for one in found}) == 1:
            return found[0]
    raise _ambiguous(found, text)


def _agrees(one: Weighed, order: str) -> bool:
    """Whether a reading is in this order; a year of four digits in front is, whatever the order."""
    return one.order == order or (one.order == "YMD" and "yy" not in one.plan.pattern)


def _by_zone(found: Sequence[Weighed], hints: Hints) -> Sequence[Weighed]:
    """Those whose zone is, on that day, as far from UTC as the one that the caller has named."""
    zone = hints.zone
    return found if zone is None else _some(found, lambda one: _is_in(one.moment, zone))


def _is_in(moment: Moment, zone: str) -> bool:
    return moment.zone is not None and moment.offset == attrs.evolve(moment, zone=zone).offset


def _by_hints(found: Sequence[Weighed], hints: Hints) -> Sequence[Weighed]:
    """Those that the languages speak for which the caller has named."""
    tags = hints.languages
    if not tags:
        return found
    spelled = _some(
        found,
        lambda one: (
            one.languages != ANY and bool(one.languages & vocabulary(one.everything).mask(tags))
        ),
    )
    return _by_usage(spelled, tags)


def _by_words(found: Sequence[Weighed], _: Hints) -> Sequence[Weighed]:
    """Those that the languages speak for whose words, or digits, the text has."""
    known = (vocabulary(one.everything).tags(one.languages) for one in found)
    return _by_usage(found, next(filter(None, known), ()))


def _by_places(found: Sequence[Weighed], _: Hints) -> Sequence[Weighed]:
    """Those in the order that is written wherever their zones are used, if English is used nowhere there.

    Who writes English writes either.
    """
    tags = {tag for one in found for tag in one.places}
    return found if any(tag[:2] == "en" for tag in tags) else _by_usage(found, tuple(tags))


def _by_patterns(found: Sequence[Weighed], _: Hints) -> Sequence[Weighed]:
    """Those whose months are named as some language's own pattern has them.

    ``12 listopada`` is Polish, as Croatian has full stops: ``12. listopada 2025.``
    """
    return _some(found, lambda one: "M" in one.plan.order and bool(one.plan.usual & one.languages))


def _by_default(found: Sequence[Weighed], _: Hints) -> Sequence[Weighed]:
    return _some(found, lambda one: one.is_default)


def _by_usage(found: Sequence[Weighed], tags: Sequence[str]) -> Sequence[Weighed]:
    """Those in the order that all of *tags* write, and with the zones that are meant there."""
    orders = {order_of(tag) for tag in tags}
    wanted = orders & {one.order or "" for one in found}
    if len(wanted) == 1 and "" not in orders:
        found = _some(found, lambda one: one.order in wanted)
    places = {one for tag in tags for one in wider(tag)}
    return _some(found, lambda one: bool(one.places & places))


def _some(found: Sequence[Weighed], holds: Callable[[Weighed], bool]) -> Sequence[Weighed]:
    """Those for which *holds*; all if it holds for none."""
    return [one for one in found if holds(one)] or found


def _ambiguous(found: Sequence[Weighed], text: str) -> Ambiguous:
    several = tuple(dict.fromkeys(map(_public, found)))
    said = " or ".join(dict.fromkeys(str(one.moment) for one in several))
    if {one.order for one in several} == {"DMY", "MDY"}:
        what = f"day and month may be either way round, {said}; order= or languages= decides"
    else:
        what = f"it may be {said}; languages= decides"
    return Ambiguous(f"{what}: {_shown(text)}", several)


# ── quick ways ─────────────────────────────────────────────────────────────────────────────────


def _read(text: str) -> Moment:
    if len(text) > LONGEST:
        raise _unknown(text)
    return _remembered(text)


@functools.lru_cache(maxsize=1024)
def _remembered(text: str) -> Moment:
    if day := day_of(text):
        return unchecked(*day, None, None, None, None, None)
    found = quickly(text)
    if found:
        return found
    if found is False and not _MORE.search(text):
        return _last_resort(text)
    try:
        return chosen(text, NO_HINTS).moment
    except Unknown:
        return _last_resort(text)


def _last_resort(text: str) -> Moment:
    moment = permuted(text) if text.isascii() else None
    if moment is None:
        raise _unknown(text)
    return moment


# What weighing looks at besides numbers and words: the key of a zone, an escaped sign.
_MORE: Final = re.compile(r"[\])/&]")


@functools.lru_cache(maxsize=1024)
def day_before(text: str) -> Day | None:
    """The day in front of a clock time, with what stands between them."""
    if text[-1:] == " ":
        if usual := day_of(text[:-1]):
            return usual
        day = quickly(text[:-1])
        if day and day.month and day.day and day.hour is None:
            return day.year, day.month, day.day
    try:
        found = _remembered.__wrapped__(text + "10:38:19")
    except ValueError:
        return None
    clock = (found.hour, found.minute, found.second, found.microsecond, found.zone)
    if clock != (10, 38, 19, None, None) or found.month is None or found.day is None:
        return None
    return found.year, found.month, found.day


# ── a time alone ─────────────────────────────────────────────────────────────────────────────────

_LONGEST_CLOCK: Final = 40
_CLOCK: Final = re.compile(r"[^\W\d_]|[0-9]:[0-9]{2}")
"""What tells ``10:38`` and ``10.38 Uhr`` from ``10.12``, which may be a day."""
_YEAR: Final = re.compile(r"(?<![+-])[0-9]{4}")
_DAYS: Final = ("2025-01-02", "2025-01-03")
"""Two of them, as a weekday is right on one at most."""


def is_clock(text: str) -> bool:
    """Whether all of *text* is a clock time, perhaps with its zone, and says no day.

    >>> is_clock("10:38 a.m. ET"), is_clock("22.38 Uhr"), is_clock("下午10:38")
    (True, True, True)
    >>> is_clock("12 Sep"), is_clock("12.09.25"), is_clock("Friday 10:38"), is_clock("10:38 by us")
    (False, False, False, False)
    >>> is_clock("9/12/25, 10:38 pm"), is_clock("١٢ سبتمبر ٢٠٢٥")
    (False, False)
    """
    is_short = len(text) <= _LONGEST_CLOCK and any(map(str.isdigit, text))
    if not is_short or _YEAR.search(text) or not _CLOCK.search(text):
        return False
    try:
        read(text)
    except Unknown:
        return all(_is_timed(f"{day} {text}") for day in _DAYS)
    except ValueError:  # a date with something wrong in it
        pass
    return False


def _is_timed(text: str) -> bool:
    """Whether *text* has a time, whichever of its zones is meant."""
    try:
        return read(text).hour is not None
    except Ambiguous as doubt:
        return all(one.moment.hour is not None for one in doubt.readings)
    except ValueError:
        return False
