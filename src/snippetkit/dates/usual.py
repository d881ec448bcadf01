"""Read days and clock times in the most common English spellings, by tables alone.

This exists only for speed: it finds what weighing finds. Years have four digits and start at 1500,
because an earlier one may be of another calendar.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

import attrs

from snippetkit.model.moment import Moment, timed, unchecked

__all__ = [
    "LONGEST_DAY",
    "Clock",
    "Day",
    "clock_of",
    "day_and_time",
    "day_of",
    "timed",
    "usual_day",
]

Day: TypeAlias = "tuple[int, int, int]"
"""Year, month and day."""

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Month and day, all but the year; the 29th of February, which not every year has, is left to others.
_DAYS: Final = {
    spelled: (month, day)
    for month, long in enumerate(_MONTHS, 1)
    for name in (long, long[:3])
    for day in range(1, _LENGTHS[month - 1] + 1)
    for spelled in (f"{name} {day}, ", f"{day} {name} ", f"{name} {day} ")
}
_YEARS: Final = {str(year): year for year in range(1500, 2400)}
_WEEKDAYS: Final = {
    f"{name}, ": number
    for number, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), 1)
}


def usual_day(text: str) -> Moment | None:
    """The day that *text* is, in a spelling without a weekday: letters, digits, a comma, blanks between.

    >>> print(usual_day("September 12, 2025"), usual_day("Fri, Apr 24 2026"))
    2025-09-12 None
    """
    found, year = _DAYS.get(text[:-4]), _YEARS.get(text[-4:])
    if found is None or year is None:
        return None
    return unchecked(year, *found, None, None, None, None, None)


def day_of(text: str) -> Day | None:
    """The same in parts; the right weekday may stand in front.

    >>> day_of("Fri, Apr 24 2026"), day_of("Thu, Apr 24 2026")
    ((2026, 4, 24), None)
    """
    weekday = _WEEKDAYS.get(text[:5])
    found = _DAYS.get(text[:-4] if weekday is None else text[5:-4])
    year = _YEARS.get(text[-4:])
    if found is None or year is None:
        return None
    month, day = found
    if weekday is not None and dt.date(year, month, day).isoweekday() != weekday:
        return None
    return year, month, day


@attrs.frozen(slots=False, eq=False)
class Clock:
    """A spelling of clock times: ``hh:mm``, and what stands behind it, each looked up."""

    starts: Mapping[Any, tuple[int, int]]
    """Hour and minute."""
    ends: Mapping[Any, tuple[int, int]]
    """From the colon on: the second, and how many hours are to be added."""
    size: int
    """How many characters such an end has."""

    @functools.cached_property
    def in_bytes(self) -> Clock:
        """The same for texts that are given as bytes."""
        starts, ends = (
            {spelled.encode(): said for spelled, said in table.items()}
            for table in (self.starts, self.ends)
        )
        return Clock(starts, ends, self.size)


_STARTS_OF_12: Final = {
    f"{hour:02}:{minute:02}": (hour % 12, minute) for hour in range(1, 13) for minute in range(60)
}
_ENDS_OF_12: Final = {
    f":{second:02} {half}": (second, 12 * (half[0] in "pP"))
    for second in range(60)
    for half in ("am", "pm", "AM", "PM", "Am", "Pm")
}
_STARTS_OF_24: Final = {
    f"{hour:02}:{minute:02}": (hour, minute) for hour in range(24) for minute in range(60)
}
_ENDS_OF_24: Final = {f":{second:02}": (second, 0) for second in range(60)}
_OF_12: Final = Clock(_STARTS_OF_12, _ENDS_OF_12, len(":19 pm"))
_OF_24: Final = Clock(_STARTS_OF_24, _ENDS_OF_24, len(":19"))
LONGEST_DAY: Final = 50
"""No day is longer in front of a clock time; what is remembered of days keeps its texts."""
_LONGEST_TIMED: Final = LONGEST_DAY + len("10:38:19")


def clock_of(text: str) -> Clock | None:
    """The spelling of the clock time at the end of *text*; None if no known one is there."""
    for clock in (_OF_12, _OF_24):
        if (
            text[-clock.size :] in clock.ends
            and text[-clock.size - 5 : -clock.size] in clock.starts
        ):
            return clock
    return None


def day_and_time(text: str, day_before: Callable[[str], Day | None]) -> Moment | None:
    """What `read` finds, where that is a day with ``hh:mm:ss`` behind it; else perhaps None.

    Faster, as days repeat in a corpus, and times do not. *day_before* gives what is said before the
    clock time, as `snippetkit.dates.day_before` does.
    """
    end = _ENDS_OF_12.get(text[-6:])
    if end is not None:
        start = _STARTS_OF_12.get(text[-11:-6])
        if start is not None and len(text) <= _LONGEST_TIMED:
            day = day_before(text[:-11])
            return None if day is None else timed(day, start, end)
        return None
    end = _ENDS_OF_24.get(text[-3:])
    if end is not None:
        start = _STARTS_OF_24.get(text[-8:-3])
        if start is not None and len(text) <= _LONGEST_TIMED:
            day = day_before(text[:-8])
            return None if day is None else timed(day, start, end)
    return None
