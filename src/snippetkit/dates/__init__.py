"""Read and write dates as newsrooms of many languages spell them."""

from __future__ import annotations

from snippetkit.dates.calendar import MissingCalendar
from snippetkit.dates.company import decided
from snippetkit.dates.manner import spoken, write
from snippetkit.dates.reading import Ambiguous, Reading, day_before, is_clock, read, readings
from snippetkit.dates.usual import (
    LONGEST_DAY,
    Clock,
    clock_of,
    day_and_time,
    day_of,
    timed,
    usual_day,
)
from snippetkit.dates.within import begins, find, may_begin

__all__ = [
    "LONGEST_DAY",
    "Ambiguous",
    "Clock",
    "MissingCalendar",
    "Reading",
    "begins",
    "clock_of",
    "day_and_time",
    "day_before",
    "day_of",
    "decided",
    "find",
    "is_clock",
    "may_begin",
    "read",
    "readings",
    "spoken",
    "timed",
    "usual_day",
    "write",
]
