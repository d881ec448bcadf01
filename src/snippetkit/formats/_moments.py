"""Codecs of dates and times, in any of the spellings of `snippetkit.dates`."""

from __future__ import annotations

import datetime
from typing import cast

import attrs

from snippetkit import dates as _dates
from snippetkit.datelines.manner import Tongues
from snippetkit.formats._codec import Whole, says
from snippetkit.formats._texts import BLANK, text_of
from snippetkit.model import Moment
from snippetkit.model.moment import Order, as_moment
from snippetkit.syntax.tree import Plain, Stamp

__all__ = ["DateList", "Dates", "Days", "Times"]


@attrs.frozen
class Dates(Whole):
    """A date or time in any of the spellings of `snippetkit.dates`; empty says none."""

    language: str | tuple[str, ...] | None = None
    """The language that decides where there are several readings, or some; None: not known."""
    order: Order | None = None
    """The order of day, month and year that does."""
    tongues: Tongues = ()
    """Groups of languages: a date is written in the first that spells the old one so."""
    zone: str | None = None
    """The key of the zone that an abbreviation means, if it may mean it."""

    def decode(self, plain: Plain) -> Moment | None:
        """The moment; inverse of `encode`."""
        text = plain if type(plain) is str else text_of(plain)
        return _dates.read(text, self.language, self.order, zone=self.zone) if text else None

    def encode(self, value: Moment | None, like: Plain) -> Plain:
        """The moment in the manner of *like*, or in ISO 8601; inverse of `decode`."""
        if value is None:
            raise ValueError("nothing says that there is no date")
        old = like if isinstance(like, str) and like else None
        language = (old and _dates.spoken(old, self.tongues)) or self.language
        return Stamp(_dates.write(value, old, language, self.order, zone=self.zone))


@attrs.frozen
class Days(Whole):
    """A `datetime.date` in any of the spellings of a date; empty says none."""

    tongues: Tongues = ()
    """As those of `Dates`."""

    def decode(self, plain: Plain) -> datetime.date | None:
        """The day; inverse of `encode`."""
        moment = Dates().decode(plain)
        return None if moment is None else self._said(moment)

    def _said(self, moment: Moment) -> datetime.date:
        if moment.day is None or moment.hour is not None:
            raise ValueError(f"must be a day, no more and no less, not {moment}")
        return moment.date()

    def encode(self, value: datetime.date | None, like: Plain) -> Plain:
        """The day in the manner of *like*, or in ISO 8601; inverse of `decode`."""
        dates = Dates(tongues=self.tongues)
        return dates.encode(None if value is None else as_moment(value), like)


@attrs.frozen
class Times(Days):
    """A `datetime.datetime` in any of the spellings of a day with a clock time; empty says none."""

    def _said(self, moment: Moment) -> datetime.date:
        from snippetkit.exact import datetime_of  # few classes have such fields

        return datetime_of(moment)

    def encode(self, value: datetime.date | None, like: Plain) -> Plain:
        """The day and clock time in the manner of *like*, or in ISO 8601; inverse of `decode`."""
        moment = None if value is None else as_moment(value)
        if moment is not None and not moment.second and not moment.microsecond and _is_rough(like):
            moment = attrs.evolve(moment, second=None)
        return Dates().encode(moment, like)


def _is_rough(like: Plain) -> bool:
    """Whether it is a clock time without seconds."""
    try:
        moment = Dates().decode(like)
    except ValueError:
        return False
    return moment is not None and moment.precision == "minute"


@attrs.frozen
class DateList(Whole):
    """Dates on a line, parted by ``;`` or ``|``; by commas, if it is not one date with a comma."""

    tongues: Tongues = ()
    """As those of `Dates`."""

    def decode(self, plain: Plain) -> tuple[Moment, ...]:
        """The dates in order; inverse of `encode`."""
        _, parts = _dates_apart(text_of(plain))
        return tuple([_one_date(part) for part in parts])

    def encode(self, value: tuple[Moment, ...], like: Plain) -> Plain:
        """The dates, parted as in *like* and in the manner of its first; inverse of `decode`."""
        if isinstance(like, str) and says(self, like, value):
            return like
        gap, old = _dates_apart(like if isinstance(like, str) else "")
        first = old[0] if old else None
        codec = Dates(tongues=self.tongues)
        spelled = gap.join(str(codec.encode(one, first)) for one in value)
        if says(self, spelled, value):
            return spelled
        raise ValueError("these dates would read as others on a line")


def _dates_apart(text: str) -> tuple[str, list[str]]:
    """What parts the dates on a line, and the parts that say something."""
    marks = [mark for mark in (";", "|") if mark in text]
    if not marks and "," in text and not _says_date(text):
        marks = [","]
    parts = [part.strip(BLANK) for part in (text.split(marks[0]) if marks else [text])]
    gap = " | " if marks == ["|"] else f"{(marks or [';'])[0]} "
    return gap, [part for part in parts if part]


def _one_date(text: str) -> Moment:
    try:
        return cast(Moment, Dates().decode(text))
    except ValueError as error:  # among several, no other date of the text decides
        raise ValueError(str(error)) from None


def _says_date(text: str) -> bool:
    try:
        _one_date(text)
    except ValueError:
        return False
    return True
