"""The parts of a dateline with their places, and the day of its date."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from snippetkit import dates
from snippetkit.dates.hints import NO_HINTS, Hints
from snippetkit.model.moment import Moment

__all__ = [
    "FIGURES",
    "HAN",
    "SPACES",
    "Day",
    "Name",
    "Part",
    "Said",
    "day",
    "in_one_line",
    "unwrapped",
]

Name: TypeAlias = Literal["place", "date", "agency", "reporters"]

SPACES: Final = (
    " \t\xa0\u2002\u2003\u2009\u202f\u3000\u200b\ufeff"
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""What is blank in a dateline, as a set of a pattern: the blanks of all scripts, and bidi marks."""
HAN: Final = "㐀-䶿一-鿿々"
"""Chinese characters, as a set of a pattern."""
FIGURES: Final = "".join(
    f"{zero}-{chr(ord(zero) + 9)}" for zero in "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０"
)
"""The digits of all scripts of the Basic Multilingual Plane, as a set of a pattern."""


_WRAP: Final = re.compile(
    r"(?<=[,،、])[ \t]*(?>\r\n|\r|\n)(?=[^ \t\r\n])"
    r"|(?<![ \t])[ \t]*(?>\r\n|\r|\n)(?=[(（\[/])"
)
"""A line end that a dateline goes on behind: one behind a comma, or before a bracket or slash."""
_LINE: Final = re.compile(r"[^\r\n]*")


def unwrapped(text: str, start: int, longest: int) -> str:
    """*text* with blanks for the line end, if the line from *start* wraps within a dateline.

    Every letter stays at its place.
    """
    end = _LINE.match(text, start, start + longest).end()  # type: ignore[union-attr] # matches always
    wrap = _WRAP.match(text, start + len(text[start:end].rstrip(" \t")))
    if wrap is None:
        return text
    return text[: wrap.start()] + " " * (wrap.end() - wrap.start()) + text[wrap.end() :]


def in_one_line(text: str) -> str:
    """*text*, a part of a dateline, as it would be printed in one line: ``NAIROBI, Kenya``."""
    return _WRAP.sub(" ", text)


class Day(NamedTuple):
    """The date of a dateline."""

    moment: Moment | None
    """The date; None if it is incomplete or ambiguous: ``Feb 26``, ``Monday``, ``04/05/2025``."""

    @property
    def is_whole(self) -> bool:
        """Whether it says year, month and day."""
        return self.moment is not None and self.moment.day is not None

    @property
    def has_time(self) -> bool:
        """Whether it says a time of that day."""
        return self.moment is not None and self.moment.hour is not None


class Part(NamedTuple):
    """A part of a dateline, and its place."""

    name: Name
    start: int
    end: int
    begin: int
    """Where its brackets or slashes begin, if it has some; else its start."""
    stop: int
    """Where they end."""

    @property
    def is_marked(self) -> bool:
        """Whether it stands between brackets or slashes."""
        return self.begin < self.start


class Said(NamedTuple):
    """The parts of a dateline in the order of the text, each at most once."""

    parts: tuple[Part, ...]
    day: Day | None
    is_unspaced: bool = False
    """Whether it is in the East Asian style, with nothing between the parts."""

    def part(self, name: Name) -> Part | None:
        """The part called *name*, if it is said."""
        return next((part for part in self.parts if part.name == name), None)

    def text(self, text: str, name: Name) -> str | None:
        """What *text* has for it."""
        part = self.part(name)
        return None if part is None else text[part.start : part.end]


# Two days of different years; what reads with both and without none leaves the year open.
_YEARS: Final = [Moment(year, 7, 2) for year in range(2019, 2030)]
_WEEK: Final = [f"2025-09-{number:02}" for number in range(8, 15)]  # Monday first
_DAY_ALONE: Final = re.compile("([0-9０-９]{1,2})日")
_WORD: Final = re.compile(r"[^\W\d_][^\d,()/–—]{2,24}")
_LONGEST: Final = 80


@functools.lru_cache(maxsize=4096)
def day(text: str, hints: Hints = NO_HINTS) -> Day | None:
    """The date in *text*, complete or not; None if it is not a date.

    >>> day("12 सितंबर 2025"), day("Feb 26"), day("Monday"), day("Karachi")
    (Day(moment=Moment.parse('2025-09-12')), Day(moment=None), Day(moment=None), None)
    >>> day("Feb 26", Hints(reference=Moment(2024, 7, 1))).moment
    Moment.parse('2024-02-26')
    """
    if not text or len(text) > _LONGEST or not dates.begins(text, 0):
        return None
    try:
        return Day(_read(text, hints))
    except dates.Ambiguous:
        return Day(None)
    except ValueError:
        return _open(text, hints)


def _read(text: str, hints: Hints) -> Moment:
    return dates.read(text, hints.languages or None, hints.order, hints.reference)


def _open(text: str, hints: Hints) -> Day | None:
    """A date that leaves its year, its month or its day of the month open."""
    if _WORD.fullmatch(text):
        return _weekday(text, hints)
    alone = _DAY_ALONE.fullmatch(text)
    if alone is not None:
        return Day(_nearest_day(int(alone[1]), hints.reference))
    if hints.reference is None and any(_reads(text, hints, year) for year in _YEARS):
        return Day(None)
    return None


def _reads(text: str, hints: Hints, reference: Moment) -> bool:
    try:
        _read(text, hints._replace(reference=reference))
    except dates.Ambiguous:
        return True
    except ValueError:
        return False
    return True


def _weekday(text: str, hints: Hints) -> Day | None:
    """The day of the week that *text* names, in any language: the nearest to the reference."""
    for number, whole in enumerate(_WEEK):
        if _says(f"{text}, {whole}"):
            return Day(_nearest_weekday(number, hints.reference))
    return None


def _says(text: str) -> bool:
    try:
        dates.read(text)
    except ValueError:
        return False
    return True


def _nearest_weekday(number: int, reference: Moment | None) -> Moment | None:
    days = _around(reference, 3)
    return next((moment for moment in days if moment.date().weekday() == number), None)


def _nearest_day(number: int, reference: Moment | None) -> Moment | None:
    return next((moment for moment in _around(reference, 31) if moment.day == number), None)


def _around(reference: Moment | None, most: int) -> Iterator[Moment]:
    """The days around that of *reference*, the nearest first, of two as near the earlier."""
    if reference is None:
        return
    middle = reference.date().toordinal()
    for distance in range(most + 1):
        for ordinal in dict.fromkeys((middle - distance, middle + distance)):
            if 0 < ordinal <= _LAST:
                yield Moment.of(dt.date.fromordinal(ordinal))


_LAST: Final = dt.date.max.toordinal()
