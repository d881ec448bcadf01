"""Dates as newsrooms of many languages spell them: text ⇄ `Moment`."""

from __future__ import annotations

from snippetkit.dates.calendar import MissingCalendar
from snippetkit.dates.company import decided
from snippetkit.dates.manner import write
from snippetkit.dates.reading import Ambiguous, Reading, day_and_time, day_before, read, readings
from snippetkit.dates.within import begins, find

__all__ = [
    "Ambiguous",
    "MissingCalendar",
    "Reading",
    "begins",
    "day_and_time",
    "day_before",
    "decided",
    "find",
    "read",
    "readings",
    "write",
]
