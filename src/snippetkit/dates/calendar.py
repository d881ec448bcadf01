"""Convert dates of other calendars to Gregorian ones and back."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from snippetkit.errors import MissingExtra

__all__ = ["ERAS", "MissingCalendar", "gregorian", "native", "of_year"]


class MissingCalendar(MissingExtra, ValueError):
    """The library for a calendar is not installed: a date that cannot be read for that reason."""


ERAS: Final = {
    # years that are ahead of the Gregorian one (or behind), and the days that the era lasts
    "buddhist": (-543, dt.date.min, dt.date.max),
    "roc": (1911, dt.date(1912, 1, 1), dt.date.max),
    "reiwa": (2018, dt.date(2019, 5, 1), dt.date.max),
    "heisei": (1988, dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    "showa": (1925, dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
}
"""Eras whose months and days are the Gregorian ones."""

# Years in which news is written; others are of another calendar, or no dates.
_YEARS: Final = {"islamic": range(1343, 1501), "persian": range(1200, 1500)}
_NAMES: Final = {"islamic": "Hijri", "persian": "Jalali"}


def of_year(year: int, calendar: str) -> int:
    """The Gregorian year of an era's year.

    >>> of_year(2568, "buddhist"), of_year(7, "reiwa")
    (2025, 2025)
    """
    return year + ERAS[calendar][0]


def gregorian(year: int, month: int, day: int, calendar: str) -> dt.date:
    """The day of a calendar as a Gregorian date. Inverse of `native`.

    Hijri days are those of Umm al-Qura, Jalali days those of Iran.

    Raises:
        ValueError: there is no such day, or its year is out of range.
        MissingCalendar: the extra ``dates`` is not installed.
    """
    if calendar in ERAS:
        found = dt.date(of_year(year, calendar), month, day)
        if not ERAS[calendar][1] <= found <= ERAS[calendar][2]:
            raise ValueError(f"{found} is not in the era that is named")
        return found
    name, years = _NAMES[calendar], _YEARS[calendar]
    if year not in years:
        raise ValueError(f"{year} is no {name} year from {years[0]} to {years[-1]}")
    try:
        return _gregorian(year, month, day, calendar)
    except ImportError:
        raise MissingCalendar("dates", f"a date in {name} years") from None
    except (OverflowError, ValueError):
        raise ValueError(f"there is no day {day} in month {month} of {name} {year}") from None


def native(day: dt.date, calendar: str) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian date in another calendar. Inverse of `gregorian`.

    Raises:
        ValueError: the calendar has no such day.
    """
    if calendar in ERAS:
        return day.year - ERAS[calendar][0], day.month, day.day
    try:
        return _native(day, calendar)
    except OverflowError:
        raise ValueError(f"{day} is out of the range of {_NAMES[calendar]} years") from None


def _gregorian(year: int, month: int, day: int, calendar: str) -> dt.date:
    """Inverse of `_native`."""
    found: Any
    if calendar == "islamic":
        from hijridate import Hijri

        found = Hijri(year, month, day).to_gregorian()
    else:
        from persiantools.jdatetime import JalaliDate

        found = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # it has hints for results only
    return dt.date(found.year, found.month, found.day)


def _native(day: dt.date, calendar: str) -> tuple[int, int, int]:
    """Inverse of `_gregorian`."""
    found: Any
    if calendar == "islamic":
        from hijridate import Gregorian

        found = Gregorian(day.year, day.month, day.day).to_hijri()
    else:
        from persiantools.jdatetime import JalaliDate

        found = JalaliDate.to_jalali(day.year, day.month, day.day)  # type: ignore[no-untyped-call]  # likewise
    return found.year, found.month, found.day
