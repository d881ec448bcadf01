"""Dates and times, exactly as precise as a document gives them."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Callable, Iterable
from types import NoneType
from typing import Any, Final, Literal, TypeAlias

import attrs

from snippetkit.errors import InvalidValue, SnippetError, brief, must_be
from snippetkit.model.zone import (
    canonical,
    fixed,
    seconds,
    spelled_offset,
    tzinfo_of,
    zone_keys,
    zone_of,
)

__all__ = [
    "Moment",
    "Order",
    "Precision",
    "as_moment",
    "days_of",
    "parsed",
    "parsed_day",
    "timed",
    "unchecked",
]

Order: TypeAlias = Literal["DMY", "MDY", "YMD"]
"""The order of day, month and year in dates of numbers alone."""
Precision: TypeAlias = Literal["year", "month", "day", "hour", "minute", "second", "microsecond"]
"""The name of a moment's last part."""

_PARTS: Final[tuple[Precision, ...]] = (
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "microsecond",
)
_RANGES = ((1, 9999), (1, 12), (1, 31), (0, 23), (0, 59), (0, 59), (0, 999_999))
_FORMS = tuple(itertools.accumulate(("%04d", "-%02d", "-%02d", "T%02d", ":%02d", ":%02d", ".%06d")))
_TWO = [f"{n:02}" for n in range(100)]
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = r"""
    ([0-9]{4})
    (?: - ([0-9]{2})
      (?: - ([0-9]{2})
        (?: T ([0-9]{2})
          (?: : ([0-9]{2})
            (?: : ([0-9]{2})
              (?: \. ([0-9]{1,6}) )?
            )?
          )?
          ( Z | [+-] [0-9]{2} (?: : [0-9]{2} (?: : [0-9]{2} )? )? )?  # the offset
          (?: \[ ( [A-Za-z0-9_+/-]{1,64} ) \] )?                      # RFC 9557: the zone's key
        )?
      )?
    )?
    """


@functools.cache
def _iso() -> re.Pattern[str]:
    """Compiled when first used."""
    return re.compile(_ISO, re.VERBOSE)


@attrs.frozen(repr=False, weakref_slot=False)  # every article has several
class Moment:
    """A date or time as precise as it was given: ``2025``, ``2025-09-12T22:38:19+05:00``.

    Parts are given from the year on, without gaps; a part that is not known is None and is never
    filled in. Two moments are equal if they say the same, not if they mean the same instant.

    Moments have a total order, so you can sort a mixed list: by the earliest instant that a moment
    can mean (an unknown zone counts as UTC, missing parts as the first possible), then the less
    precise first, then the unknown zone first, then by the spelling of the zone, by fold and by
    wall time.

    >>> said = "2025-01-01T00:00Z 2025-01-01T04:00+05:00 2025-01 2025-01-01T00:00 2025"
    >>> print(*sorted(map(Moment.parse, said.split())))
    2025-01-01T04:00+05:00 2025 2025-01 2025-01-01T00:00 2025-01-01T00:00+00:00

    Raises:
        InvalidValue: a part is not an int (True does not count), or the zone is not a str; or there
            is a gap between the parts, an impossible date, time or zone, or a fold where it changes
            nothing.
    """

    year: int
    """The year, 1 to 9999, of the proleptic Gregorian calendar."""
    month: int | None = None
    """The month, 1 to 12."""
    day: int | None = None
    """The day of the month, from 1."""
    hour: int | None = None
    """The hour, 0 to 23; ``24:00`` has no place (it is 0 on the next day)."""
    minute: int | None = None
    """The minute, 0 to 59."""
    second: int | None = None
    """The second, 0 to 59; leap seconds have no place."""
    microsecond: int | None = None
    """The fraction of the second, 0 to 999,999 microseconds; 0 is a given fraction, None is none."""
    zone: str | None = None
    """The zone, which needs an hour. None: unknown. ``+05:00``, ``-03:30``, ``+04:36:45``: a fixed
    offset from UTC, less than a day. ``-00:00``: a time in UTC whose local offset is unknown (RFC
    3339, section 4.3). ``Asia/Karachi``: a key of `zone_keys`."""
    fold: int = 0
    """1 for the second of two equal wall times in a named zone (or the later offset where the clock
    jumps over the wall time), as in PEP 495; 0 wherever that makes no difference."""

    def __attrs_post_init__(self) -> None:
        # One expression, because every document makes several moments: a loop takes thrice as long.
        year, month, day, hour = self.year, self.month, self.day, self.hour
        minute, second, fraction = self.minute, self.second, self.microsecond
        if not (
            (type(year) is int and 1 <= year <= 9999)
            and (month is None or (type(month) is int and 1 <= month <= 12))
            and (
                day is None
                or (month is not None and type(day) is int and 1 <= day <= 28)
                or (month is not None and type(day) is int and 28 < day <= _days(year, month))
            )
            and (hour is None or (day is not None and type(hour) is int and 0 <= hour <= 23))
            and (minute is None or (hour is not None and type(minute) is int and 0 <= minute <= 59))
            and (
                second is None or (minute is not None and type(second) is int and 0 <= second <= 59)
            )
            and (fraction is None or (second is not None and type(fraction) is int))
            and (fraction is None or 0 <= fraction <= 999_999)
        ):
            raise self._refusal()
        if self.zone is not None or type(self.fold) is not int or self.fold:
            self._check_zone()

    def _refusal(self) -> InvalidValue:
        """Why the parts cannot be: the first that is wrong."""
        given = max(1, sum(part is not None for part in self._parts()))
        for name, value, (low, high) in zip(_PARTS[:given], self._parts(), _RANGES, strict=False):
            if value is None and name != "year":
                return InvalidValue("moment", f"{name} is missing, although a finer part is given")
            if type(value) is not int:
                return InvalidValue("moment", f"{name} must be int, not {brief(value)}")
            if not low <= value <= high:
                return InvalidValue("moment", f"{name} must be {low} to {high}, not {brief(value)}")
        last = _days(self.year, self.month or 1)
        month = f"{self.year:04}-{self.month:02}"
        return InvalidValue("moment", f"day must be 1 to {last} in {month}, not {self.day}")

    def _parts(self) -> tuple[Any, ...]:
        return (
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.microsecond,
        )

    def _check_zone(self) -> None:
        if self.zone is not None and not isinstance(self.zone, str):
            raise InvalidValue("moment", f"zone must be str or None, not {brief(self.zone)}")
        if type(self.fold) is not int:
            raise InvalidValue("moment", f"fold must be int, not {brief(self.fold)}")
        if self.zone is not None and self.hour is None:
            raise InvalidValue("moment", f"zone {_short(self.zone)} needs at least an hour")
        if self.zone is not None and fixed(self.zone) is None and self.zone not in zone_keys():
            raise InvalidValue(
                "moment",
                f"zone must be an offset such as '+05:00' or the key of a zone known here such as "
                f"'Asia/Karachi', not {_short(self.zone)}",
            )
        if self.fold and not (self.fold == 1 and self._folds()):
            raise InvalidValue(
                "moment", f"fold must be 0 unless it changes the offset, not {brief(self.fold)}"
            )

    def _folds(self) -> bool:
        """Whether fold makes a difference to this wall time in this zone."""
        return self._offset(0) != self._offset(1)

    def _offset(self, fold: int) -> int:
        """The seconds that the wall clock is ahead of UTC; an unknown zone counts as UTC."""
        if self.zone is None:
            return 0
        ahead = fixed(self.zone)
        return seconds(tzinfo_of(self.zone).utcoffset(self._wall(fold))) if ahead is None else ahead

    def _wall(self, fold: int = 0) -> dt.datetime:
        """The wall time, missing parts as the first possible."""
        return dt.datetime(  # noqa: DTZ001
            self.year,
            self.month or 1,
            self.day or 1,
            self.hour or 0,
            self.minute or 0,
            self.second or 0,
            self.microsecond or 0,
            fold=fold,
        )

    @classmethod
    def parse(cls, text: str) -> Moment:
        """The moment in *text*, which must be strict ISO 8601 of any precision.

        ``2025``, ``2025-09``, ``2025-09-12``, ``2025-09-12T10``, ``…T10:38``, ``…T10:38:19``,
        ``…T10:38:19.5`` (1 to 6 digits). Those with an hour may end in ``Z``, ``+05``, ``+05:00`` or
        ``+05:00:00``, and in RFC 9557's ``[Asia/Karachi]``, which must agree with the offset. Inverse
        of ``str()``.

        >>> Moment.parse("2025-09").precision
        'month'
        >>> print(Moment.parse("2025-06-01T10:38[Europe/London]"))
        2025-06-01T10:38+01:00[Europe/London]

        Raises:
            InvalidValue: *text* is anything else.
        """
        if not isinstance(text, str):
            raise InvalidValue("moment", f"must be a text, not {type(text).__name__}")
        if len(text) == _SECONDS and cls is Moment and (quick := _to_the_second(text)):
            return quick
        match = _iso().fullmatch(text)
        if match is None:
            raise InvalidValue(
                "moment",
                f"not a date as ISO 8601 writes it, such as 2025-09-12 or "
                f"2025-09-12T10:38:19+05:00: {_short(text)}",
            )
        year, month, day, hour, minute, second, fraction, offset, key = match.groups()
        try:
            if hour is None:
                return cls(int(year), _number(month), _number(day))
            moment = cls(
                int(year),
                int(month),
                int(day),
                int(hour),
                _number(minute),
                _number(second),
                None if fraction is None else int(fraction.ljust(6, "0")),
                canonical(offset),
            )
            return moment if key is None else moment._in(key)
        except InvalidValue as error:
            raise InvalidValue("moment", f"{error.reason}: {_short(text)}") from None

    @classmethod
    def read(
        cls,
        text: str,
        languages: str | Iterable[str] | None = None,
        order: Order | None = None,
        reference: Moment | dt.date | str | None = None,
    ) -> Moment:
        """The moment in a date as people write it, in any of more than a hundred languages.

        It reads names of months and weekdays, ordinals, digits of all scripts, clocks of 12 and 24
        hours, and zones; ISO 8601 too. All of *text* must be the date. Nothing is filled in except
        the year, and that only from *reference*.

        >>> Moment.read("8 September, 2025 | 10:38 pm PKT")
        Moment.parse('2025-09-08T22:38+05:00')
        >>> print(*map(Moment.read, ("12 ستمبر 2025", "١٢ سبتمبر ٢٠٢٥", "2025年9月12日")))
        2025-09-12 2025-09-12 2025-09-12
        >>> print(Moment.read("04/05/2025", order="DMY"), Moment.read("04/05/2025", "en-US"))
        2025-05-04 2025-04-05
        >>> Moment.read("Sept. 12", reference="2025-10-01")
        Moment.parse('2025-09-12')

        *languages* (BCP 47, one or several) and *order* (``DMY``, ``MDY``, ``YMD``) decide if the
        text has several readings; a text in another order than *order* is refused. *reference* is a
        day near the date, for texts that leave out the year or its first two digits.

        Raises:
            InvalidValue: *text* is not a date, or is impossible, has a wrong weekday, or has several
                readings; these are then the ``readings`` of the error's ``__cause__``.
            MissingExtra: a Hijri or Jalali date without the extra ``dates``.
        """
        if not isinstance(text, str):
            raise InvalidValue("moment", f"must be a text, not {type(text).__name__}")
        from snippetkit.dates import read  # above this layer: the one door to it, when it is asked

        try:
            moment = read(text, languages, order, reference)
        except SnippetError:
            raise
        except ValueError as error:
            raise InvalidValue("moment", str(error)) from error
        return moment if cls is Moment else cls(*attrs.astuple(moment))

    def _in(self, key: str) -> Moment:
        """The same wall time in the zone called *key*, which must have this offset, if known."""
        first = attrs.evolve(self, zone=key)
        if self.zone is None or self.zone == first._spelled_offset():
            return first
        if first._folds():
            second = attrs.evolve(first, fold=1)
            if self.zone == second._spelled_offset():
                return second
        raise InvalidValue(
            "moment", f"{key} is at {first._spelled_offset()} then, not at {self.zone}"
        )

    def __str__(self) -> str:
        """ISO 8601 as `parse` reads it, no more precise than what was said. Inverse of `parse`."""
        text = self._spelled_wall()
        return text if self.zone is None else text + self._spelled_zone(self.zone)

    def _spelled_wall(self) -> str:
        if self.month is None or self.day is None or self.microsecond is not None:
            parts = self._parts()
            rank = 6 - parts.count(None)
            return _FORMS[rank] % parts[: rank + 1]
        # Most texts: digits that are looked up take a third of the time of those that are formatted.
        text = (
            f"{_TWO[self.year // 100]}{_TWO[self.year % 100]}-{_TWO[self.month]}-{_TWO[self.day]}"
        )
        if self.hour is None:
            return text
        for sign, part in (("T", self.hour), (":", self.minute), (":", self.second)):
            if part is None:
                break
            text += sign + _TWO[part]
        return text

    def __repr__(self) -> str:
        return f"Moment.parse({str(self)!r})"

    def _spelled_zone(self, zone: str) -> str:
        return zone if fixed(zone) is not None else f"{self._spelled_offset()}[{zone}]"

    def _spelled_offset(self) -> str:
        return spelled_offset(self._offset(self.fold))

    @classmethod
    def of(cls, value: dt.date | dt.datetime) -> Moment:
        """The moment of a `date` (day precision) or a `datetime`.

        A datetime gives second precision, or microsecond precision if it has microseconds. Its tzinfo
        becomes a named zone (`ZoneInfo`), an unknown zone (None), or a fixed offset. Inverse of `date`
        and `datetime`.

        >>> print(Moment.of(dt.date(2025, 9, 12)), Moment.of(dt.datetime(2025, 9, 12)))
        2025-09-12 2025-09-12T00:00:00

        Raises:
            InvalidValue: the value is neither, or its offset has fractions of a second.
        """
        if not isinstance(value, dt.date):
            raise InvalidValue("moment", f"must be a date or datetime, not {type(value).__name__}")
        if not isinstance(value, dt.datetime):
            return cls(value.year, value.month, value.day)
        zone, fold = zone_of(value)
        return cls(
            value.year,
            value.month,
            value.day,
            value.hour,
            value.minute,
            value.second,
            value.microsecond or None,
            zone,
            fold,
        )

    def date(self) -> dt.date:
        """The day, whatever the time and zone. Inverse of `of` for day precision.

        >>> Moment.parse("2025-09-12T10:38").date()
        datetime.date(2025, 9, 12)

        Raises:
            InvalidValue: the day is not known.
        """
        if self.day is None:
            raise InvalidValue(
                "moment", f"{self} says no day; give one with attrs.evolve(moment, day=...)"
            )
        return self._wall().date()

    def datetime(self, assume: dt.tzinfo | None = None) -> dt.datetime:
        """The aware datetime; *assume* is the zone to use if, and only if, none is known.

        A missing second becomes 0, because the clock showed no more; a missing hour or minute is not
        invented. ``-00:00`` gives UTC. Inverse of `of` from second precision on.

        >>> Moment.parse("2025-09-12T10:38").datetime(assume=dt.timezone.utc).isoformat()
        '2025-09-12T10:38:00+00:00'

        Raises:
            InvalidValue: the minute is not known, or the zone is unknown and nothing is assumed, or
                *assume* is not a zone.
        """
        must_be("assume", assume, (dt.tzinfo, NoneType), "a tzinfo")
        if self.minute is None:
            raise InvalidValue(
                "moment",
                f"{self} says no clock time; use .date(), or give one with "
                f"attrs.evolve(moment, hour=..., minute=...)",
            )
        if self.zone is None and assume is None:
            raise InvalidValue(
                "moment",
                f"{self} says no zone; assume one with .datetime(assume=ZoneInfo('Asia/Karachi')) "
                f"or .datetime(assume=timezone.utc)",
            )
        return self._wall(self.fold).replace(
            tzinfo=assume if self.zone is None else tzinfo_of(self.zone)
        )

    @property
    def precision(self) -> Precision:
        """The name of the last part that is known.

        >>> Moment(2025, 9, 12).precision
        'day'
        """
        return _PARTS[self._rank()]

    def _rank(self) -> int:
        return 6 - self._parts().count(None)

    @property
    def offset(self) -> dt.timedelta | None:
        """How far the wall clock is ahead of UTC; None if the zone is unknown.

        >>> str(Moment.parse("2025-09-12T10:38[Asia/Karachi]").offset)
        '5:00:00'
        """
        return None if self.zone is None else dt.timedelta(seconds=self._offset(self.fold))

    def _key(self) -> tuple[int, int, str, int, int]:
        """What the order goes by, in integers: datetimes overflow in years 1 and 9999."""
        days = dt.date(self.year, self.month or 1, self.day or 1).toordinal()
        minutes = (days * 24 + (self.hour or 0)) * 60 + (self.minute or 0)
        wall = (minutes * 60 + (self.second or 0)) * 1_000_000 + (self.microsecond or 0)
        if self.zone is None:
            return wall, self._rank(), "", 0, wall
        instant = wall - self._offset(self.fold) * 1_000_000
        return instant, self._rank(), self.zone, self.fold, wall

    def __lt__(self, other: object) -> bool:
        return self._key() < other._key() if isinstance(other, Moment) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._key() <= other._key() if isinstance(other, Moment) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._key() > other._key() if isinstance(other, Moment) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._key() >= other._key() if isinstance(other, Moment) else NotImplemented


_Base: Any = Moment


class _Draft(_Base):  # type: ignore[misc]
    """A moment in the making, which takes plain stores; made, it is a `Moment` like any other."""

    __slots__ = ()
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__  # or the stores below are slow: one slot holds both methods

    def __init__(
        self,
        year: int,
        month: int | None,
        day: int | None,
        hour: int | None,
        minute: int | None,
        second: int | None,
        microsecond: int | None,
        zone: str | None,
    ) -> None:
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.zone = zone
        self.fold = 0
        self.__class__ = _Base


unchecked: Callable[..., Moment] = _Draft
"""A moment of all eight parts, which the caller has checked. For readers of many dates, because
a frozen class's own stores and checks take four times as long."""
_new: Any = _Draft.__new__


def timed(day: tuple[int, int, int], start: tuple[int, int], end: tuple[int, int]) -> Moment:
    """The same, from a day, from hour and minute, and from the second with hours to be added."""
    made = _new(_Draft)
    made.year, made.month, made.day = day
    made.hour, made.minute = start[0] + end[1], start[1]
    made.second, made.microsecond, made.zone, made.fold = end[0], None, None, 0
    made.__class__ = Moment
    return made  # type: ignore[no-any-return]  # it is one now


_DAY = len("2025-09-12")
_SECONDS = len("2025-09-12T10:38:19")
_HUNDRED = {two: n for n, two in enumerate(_TWO)}
_MONTHS = {f"-{n:02}": n for n in range(1, 13)}
_DAYS_OF_MONTH = {f"-{n:02}": n for n in range(1, 29)}
_HOURS = {f"T{n:02}:": n for n in range(24)}
_MINUTES = {f"{n:02}:": n for n in range(60)}
_SIXTY = {two: n for two, n in _HUNDRED.items() if n < 60}


def _to_the_second(text: str) -> Moment | None:
    """What `Moment.parse` makes of nineteen characters, or perhaps None; days are remembered."""
    made = _new(_Draft)
    try:
        made.hour, made.minute = _HOURS[text[10:14]], _MINUTES[text[14:17]]
        made.second, day = _SIXTY[text[17:]], parsed_day(text[:10])
    except (KeyError, InvalidValue):
        return None
    made.year, made.month, made.day = day.year, day.month, day.day
    made.microsecond, made.zone, made.fold = None, None, 0
    made.__class__ = Moment
    return made  # type: ignore[no-any-return]  # it is one now


def _to_the_day(text: str) -> Moment | None:
    """What `Moment.parse` makes of ten characters, or perhaps None: of the last days of a month."""
    try:
        year = 100 * _HUNDRED[text[:2]] + _HUNDRED[text[2:4]]
        month, day = _MONTHS[text[4:7]], _DAYS_OF_MONTH[text[7:]]
    except KeyError:
        return None
    return unchecked(year, month, day, None, None, None, None, None) if year else None


def parsed(text: str) -> Moment:
    """`Moment.parse`, for readers of many texts: repeated parts are remembered.

    Raises:
        InvalidValue: *text* is not a moment.
    """
    length = len(text)
    if length == _DAY:
        return parsed_day(text)
    return (_to_the_second(text) if length == _SECONDS else None) or Moment.parse(text)


@functools.lru_cache(maxsize=1024)
def parsed_day(text: str) -> Moment:
    """`Moment.parse`, with a cache: for days, which repeat in a corpus.

    Raises:
        InvalidValue: *text* is not a moment.
    """
    return (_to_the_day(text) if len(text) == _DAY else None) or Moment.parse(text)


def as_moment(value: Moment | dt.date | dt.datetime | str) -> Moment:
    """*value* as a moment: itself, by `Moment.of` (date, datetime), or by `Moment.parse` (text).

    >>> as_moment("2025-09-12") == as_moment(dt.date(2025, 9, 12)) == Moment(2025, 9, 12)
    True

    Raises:
        InvalidValue: *value* is something else, or a text that is not ISO 8601.
    """
    if isinstance(value, Moment):
        return value
    if isinstance(value, str):
        return Moment.parse(value)
    if isinstance(value, dt.date):
        return Moment.of(value)
    raise InvalidValue(
        "moment",
        f"must be a Moment, a date, a datetime or a text in ISO 8601, not {type(value).__name__}",
    )


def days_of(moment: Moment) -> tuple[dt.date, dt.date]:
    """The first and the last day on which *moment* can be."""
    first = dt.date(moment.year, moment.month or 1, moment.day or 1)
    if moment.day is not None:
        return first, first
    month = moment.month or 12
    return first, dt.date(moment.year, month, _days(moment.year, month))


def _days(year: int, month: int) -> int:
    if month == 2 and (year % 4 != 0 or (year % 100 == 0 and year % 400 != 0)):
        return 28
    return _DAYS[month - 1]


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _short(text: str) -> str:
    """*text* as Python shows it, cut where it is long."""
    return repr(text if len(text) <= 60 else text[:60] + "…")
