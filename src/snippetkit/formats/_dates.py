"""How newsrooms spell dates: text ⇄ `Moment`, in the manner of the text that stood there.

The known shapes are data: the words of a `Language`, and patterns in which ``<month>`` and its like
stand for a piece (`_PIECES`). What a shape matched is also its manner: writing puts the new
value's spelling into the place of each piece and keeps what stands between.

Where a spelling does not show its manner (``12`` may be padded or not, ``May`` short or full):

- ``May`` is a full name, unless the weekday is abbreviated; ``March``, ``June``, ``July`` are full;
- ``Jan.`` and the others that the Associated Press abbreviates follow its list (``Sept.``);
- a day of two digits is padded where the month is a number, or where it is abbreviated and the
  clock shows seconds, as a machine's spelling does;
- an hour of two digits is padded, but on the twelve-hour clock only where it shows seconds.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

import attrs

from snippetkit.model.moment import Moment, unchecked

__all__ = ["ENGLISH", "Language", "begins", "find", "read", "write"]

_Row: TypeAlias = tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False)  # looked up by identity, which is fast
class Language:
    """The words that a language spells its dates with, and the shapes it puts them into."""

    months: tuple[_Row, ...]
    """Rows of twelve names, January first. The full names, the usual abbreviations, then others; a
    word that stands in several rows is taken to be of the first."""
    weekdays: tuple[_Row, ...]
    """Rows of seven names, Monday first; the full names stand first."""
    halves: tuple[_Row, ...]
    """Rows of the two halves of the day on the twelve-hour clock."""
    ordinals: _Row
    """What is put behind each of the days 1 to 31."""
    dates: tuple[str, ...]
    """Shapes of a date with the name of the month, which may have a time behind or in front."""
    others: tuple[str, ...]
    """Shapes that stand alone."""


ENGLISH: Final = Language(
    months=(
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        (
            "Jan.",
            "Feb.",
            "March",
            "April",
            "May",
            "June",
            "July",
            "Aug.",
            "Sept.",
            "Oct.",
            "Nov.",
            "Dec.",
        ),
        (
            "Jan.",
            "Feb.",
            "Mar.",
            "Apr.",
            "May.",
            "Jun.",
            "Jul.",
            "Aug.",
            "Sep.",
            "Oct.",
            "Nov.",
            "Dec.",
        ),
        ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
    ),
    weekdays=(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        ("Mon.", "Tue.", "Wed.", "Thu.", "Fri.", "Sat.", "Sun."),
        ("Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun"),
        ("Mon.", "Tues.", "Wed.", "Thurs.", "Fri.", "Sat.", "Sun."),
    ),
    halves=(("am", "pm"), ("a.m.", "p.m."), ("Am", "Pm")),
    ordinals=(
        *("st", "nd", "rd", *("th",) * 17),
        *("st", "nd", "rd", *("th",) * 7),
        "st",
    ),
    dates=(
        "(?:<weekday>,? )?<month> <day>(?:, ?| )<year>",
        "(?:<weekday>,? )?<day>(?P<gap>[ -])(?:of )?<month>,?(?P=gap)<year>",
    ),
    others=(
        "<weekday>,? <month> <padded> <time> <year>",  # the command `date`, asctime
        "<month>,? <year>",
    ),
)

_ISO_DAY: Final = "<year>(?P<gap>[/-])<number>(?P=gap)<day>"
_NUMERIC: Final = (
    # ISO 8601, RFC 3339 and their kin.
    f"{_ISO_DAY}(?:(?:[Tt]|<at>)<time>)?",
    "<year>(?:-<2month>)?",
    "<year>-<2month>-<2day>T<2hour>(?:<zone>)?<key>",
    # ISO 8601, basic format, with and without colons.
    "<year><2month><2day>[Tt]<time>",
    "<year><2month><2day>[Tt]<2hour><2minute><2second>?(?:<zone>)?",
    # 04/05/2025 is April 5 or 4 May: only what has one reading.
    "(?P<day>1[3-9]|2[0-9]|3[01])(?P<gap>[./-])<number>(?P=gap)<year>(?:<at><time>)?",
    "<number>(?P<gap>[/-])(?P<day>1[3-9]|2[0-9]|3[01]|(?P=month))(?P=gap)<year>(?:<at><time>)?",
)

_OFFSET = "[+-](?:[0-9]{2}(?::?[0-9]{2}(?::[0-9]{2})?)?|[0-9])"
_PIECES: Final = {
    "weekday": r"(?P<weekday>[A-Za-z]{3,9}+\.?+)",
    "year": "(?P<year>[0-9]{4})",
    "month": r"(?P<month>[A-Za-z]{3,9}+\.?+)",
    "number": "(?P<month>[0-9]{1,2})",
    "day": "(?P<day>[0-9]{1,2})(?P<ordinal>st|nd|rd|th|ST|ND|RD|TH)?",
    "padded": "(?P<day>[0-9 ]?[0-9])",
    "at": ",? (?:(?:at|[-–|]) )?",
    **{
        f"2{name}": f"(?P<{name}>[0-9]{{2}})"
        for name in ("month", "day", "hour", "minute", "second")
    },
    "zone": f" ?(?P<zone>(?:GMT|UTC)?{_OFFSET}|[A-Za-z]{{1,4}})",
    "key": r"(?:\[(?P<key>[A-Za-z0-9_+/-]{1,64})\])?",
}
_OFFSET_PARTS = re.compile("(?:GMT|UTC)?([+-])([0-9]{1,2})(?::?([0-9]{2})(?::([0-9]{2}))?)?")
_LETTERS = re.compile("[A-Za-z]+")
_OFFSET_AT_END = re.compile(r"[+-][0-9]{2}:[0-9:]{2,5}(?=\[|\Z)")
_PIECES["time"] = (
    # An hour alone is a number: "September 12, 2025 10" is no time.
    r"(?P<hour>[0-9]{1,2})(?=:|[ \u202f\xa0]?[AaPp]\.?[Mm])"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]{1,6}))?)?)?"
    r"(?:[ \u202f\xa0]?(?P<half>[AaPp]\.?[Mm]\.?))?"
    f"(?:{_PIECES['zone']})?{_PIECES['key']}"
)

# The groups of a pattern, and the part of a moment that each spells.
_GROUPS: Final = {
    "weekday": "day",
    "year": "year",
    "month": "month",
    "day": "day",
    "ordinal": "day",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "fraction": "microsecond",
    "half": "hour",
    "zone": "zone",
    "key": "zone",
}
_DIGITS: Final = frozenset("0123456789")
_NUMBERS: Final[dict[str | None, Any]] = {
    None: None,
    **{form.format(n): n for form in ("{}", "{:02}", "{:2}") for n in range(100)},
}
# The hours by what stands behind the seconds, and the rest of a clock, in two digits.
_SIXTY: Final = {f"{n:02}": n for n in range(60)}
_HOURS: Final[dict[str, dict[str, int]]] = {
    "": {f"{n:02}": n for n in range(24)},
    **{f" {am}": {f"{n:02}": n % 12 for n in range(1, 13)} for am in ("am", "AM", "Am")},
    **{f" {pm}": {f"{n:02}": n % 12 + 12 for n in range(1, 13)} for pm in ("pm", "PM", "Pm")},
}
# RFC 822 section 5.1, without the letters of the military, which it got wrong (RFC 2822, 4.3). No
# other abbreviation has one meaning.
_ZONES: Final = {
    **dict.fromkeys(("Z", "z", "GMT", "UTC", "UT"), "+00:00"),
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}


class _Word(NamedTuple):
    """What a word of a table says, and in whose company it stands."""

    number: int | None
    """Its place in the row, from 1."""
    row: _Row = ()
    """The words of its row, in its case; none for a number in digits."""
    rank: int = 0
    """The place of its row; 0 are the full names."""


_Table: TypeAlias = dict[str | None, _Word]


def _table(rows: Iterable[_Row], first: int = 0) -> _Table:
    """Each word of *rows* as it stands, in capitals and in small letters, the earlier row first."""
    table: _Table = {}
    for rank, row in enumerate(rows, start=first):
        for case in (str, str.upper, str.lower):
            cased = tuple(map(case, row))
            for number, word in enumerate(cased, start=1):
                table.setdefault(word, _Word(number, cased, rank))
    return table


class _Words(NamedTuple):
    """The tables of a language, from word to meaning."""

    months: _Table
    short_months: _Table
    weekdays: _Table
    halves: _Table
    ordinals: _Row


@functools.cache
def _words(language: Language) -> _Words:
    digits: _Table = {text: _Word(number) for text, number in _NUMBERS.items()}
    return _Words(
        _table(language.months) | digits,
        _table(language.months[1:2], first=1),
        _table(language.weekdays),
        _table(language.halves),
        language.ordinals,
    )


class _Shape(NamedTuple):
    """A shape made ready: its pattern, where its groups stand in it, and the words it knows."""

    pattern: re.Pattern[str]
    places: tuple[int, ...]
    """The places of all groups, as in `_GROUPS`."""
    words: _Words


def _shape(source: str, before: str = "", after: str = "", language: Language = ENGLISH) -> _Shape:
    spelled = re.sub(r"(?<!\?P)<([a-z0-9]+)>", lambda piece: _PIECES[piece[1]], source)
    # Groups that it has not are added as groups that never match, so that all are asked alike.
    missing = [f"(?P<{name}>(?!))?" for name in _GROUPS if f"(?P<{name}>" not in spelled]
    pattern = re.compile(before + spelled + "".join(missing) + after)
    places = tuple(pattern.groupindex[name] for name in _GROUPS)
    return _Shape(pattern, places, _words(language))


# Compiled on first use, by what a text begins with: a digit, or anything else.
@functools.cache
def _shapes(digit: bool) -> tuple[_Shape, ...]:
    timed = [f"{date}(?:<at><time>)?" for date in ENGLISH.dates]
    if not digit:
        return tuple(map(_shape, (*timed, *ENGLISH.others)))
    early = [f"<time>(?:,|,? on)? {date}" for date in ENGLISH.dates]
    return tuple(map(_shape, (_NUMERIC[0], timed[1], *_NUMERIC[1:], *early)))


@functools.cache
def _running() -> tuple[_Shape, ...]:
    """Dates in the middle of a text."""
    return tuple(_shape(date, r"(?<!\w)", r"(?!\w)") for date in ENGLISH.dates)


@functools.cache
def _leading() -> tuple[_Shape, ...]:
    """Dates with what stands between them and a clock time."""
    sources = (_ISO_DAY + "(?:[Tt]|<at>)", *(date + "<at>" for date in ENGLISH.dates))
    return tuple(map(_shape, sources))


def read(text: str) -> Moment:
    """The moment that *text* spells, all of it, no more precise than it says. Inverse of `write`.

    What no known shape covers goes to python-dateutil, behind guards: see `_permuted`.

    >>> print(read("September 12, 2025"), read("Fri, Apr 24 2026 10:38:19 pm"))
    2025-09-12 2026-04-24T22:38:19

    Raises:
        ValueError: not a date, an impossible or ambiguous one, a weekday that is another, a zone
            that has several meanings. The message is for people.
    """
    try:
        return (":" in text and _day_and_time(text)) or _read(text)
    except ValueError as error:
        raise ValueError(f"{getattr(error, 'reason', error)}: {_shown(text)}") from None


def write(moment: Moment, like: str | None = None) -> str:
    """*moment* in the manner of *like*, or in ISO 8601 where that manner cannot hold it.

    Inverse of `read`, always: ``read(write(moment, like)) == moment``.

    >>> write(Moment(2025, 10, 3), like="September 12, 2025")
    'October 3, 2025'
    >>> write(Moment(2026, 4, 25, 9, 5, 0), like="Fri, Apr 24 2026 10:38:19 pm")
    'Sat, Apr 25 2026 09:05:00 am'
    >>> write(Moment(2025, 10), like="September 12, 2025")
    '2025-10'
    """
    text = None if like is None else _in_manner(moment, like)
    return str(moment) if text is None or not _reads_as(text, moment) else text


def begins(text: str, start: int) -> bool:
    """Whether what begins at *start* begins as every date does: with a digit or a word of one.

    >>> begins("Tashkent, September 12, 2025", 0), begins("Tashkent, September 12, 2025", 10)
    (False, True)
    """
    word = _LETTERS.match(text, start)
    if word is None:
        return text[start : start + 1] in _DIGITS
    return word[0] in _first_words()


@functools.cache
def _first_words() -> frozenset[str | None]:
    known = _words(ENGLISH)
    return frozenset(known.months) | frozenset(known.weekdays) | frozenset(known.halves)


def find(text: str, start: int) -> tuple[Moment, int] | None:
    """The day with a month's name that begins exactly at *start*, and where it ends.

    >>> find("Tashkent, September 12, 2025 – The Republic", 10)
    (Moment.parse('2025-09-12'), 28)
    """
    for shape in _running():
        match = shape.pattern.match(text, start)
        if match is not None:
            try:
                return _moment(shape, match), match.end()
            except (KeyError, ValueError):  # no month's name, or no day of that month
                return None
    return None


@functools.lru_cache(maxsize=1024)
def _read(text: str) -> Moment:
    found = _found(text)
    return _permuted(text) if found is None else found[0]


def _day_and_time(text: str) -> Moment | None:
    """What `_found` finds, where that is a day with ``hh:mm:ss`` behind it; else perhaps None.

    Faster, as days repeat in a corpus, and times do not.
    """
    colon = text.find(":")
    start = colon - 2
    if not 6 <= start <= 60 or text[colon + 3 : colon + 4] != ":":
        return None  # no date is longer, and the cache of days keeps its texts
    try:
        hour = _HOURS[text[colon + 6 :]][text[start:colon]]
        minute, second = _SIXTY[text[colon + 1 : colon + 3]], _SIXTY[text[colon + 4 : colon + 6]]
    except KeyError:
        return None
    day = _day_before(text[:start])
    if day is None:
        return None
    return unchecked(day.year, day.month, day.day, hour, minute, second, None, None)


@functools.lru_cache(maxsize=1024)
def _day_before(text: str) -> Moment | None:
    """The day in front of a clock time, with what stands between them."""
    for shape in _leading()[text[0] not in _DIGITS :]:
        match = shape.pattern.fullmatch(text)
        if match is not None:
            try:
                return _moment(shape, match)
            except KeyError:
                return None
    return None


def _reads_as(text: str, moment: Moment) -> bool:
    try:
        return _read(text) == moment
    except ValueError:
        return False


def _found(text: str) -> tuple[Moment, _Shape, re.Match[str]] | None:
    """What *text* says by the first shape that it has. Raises ValueError where that cannot be."""
    for shape in _shapes(text[:1] in _DIGITS):
        match = shape.pattern.fullmatch(text)
        if match is not None:
            try:
                return _moment(shape, match), shape, match
            except KeyError:  # of the form of a date, but a word is no month or weekday
                continue
    return None


def _moment(shape: _Shape, match: re.Match[str]) -> Moment:
    """What a match says.

    Raises:
        KeyError: a word that is none of the language.
        ValueError: an impossible date.
    """
    weekday, year, month, day, _, *clock = match.group(*shape.places)
    words = shape.words
    y, m, d = int(year), words.months[month].number, _NUMBERS[day]
    first = dt.date(y, 1 if m is None else m, 1 if d is None else d)  # refuses what cannot be
    if weekday is not None and first.isoweekday() != words.weekdays[weekday].number:
        raise _wrong_weekday(first, weekday)
    if clock[0] is None:
        return unchecked(y, m, d, None, None, None, None, None)
    return _timed(y, m, d, clock, words)


def _timed(
    y: int, m: int | None, d: int | None, clock: Sequence[str | Any], words: _Words
) -> Moment:
    """A day with what the groups from the hour on say."""
    hour, minute, second, fraction, half, zone, key = clock
    h, mm, ss = _NUMBERS[hour], _NUMBERS[minute], _NUMBERS[second]
    if half is not None:
        h = _on_24(h, words.halves[half].number)
    # Refuses all that cannot be, faster than a moment does.
    dt.datetime(y, m or 1, d or 1, h, mm or 0, ss or 0)  # noqa: DTZ001
    fraction = None if fraction is None else int(fraction.ljust(6, "0"))
    moment = unchecked(y, m, d, h, mm, ss, fraction, None if zone is None else _zone(zone))
    return moment if key is None else Moment.parse(f"{moment}[{key}]")


def _wrong_weekday(day: dt.date, said: str) -> ValueError:
    name = ENGLISH.weekdays[0][day.weekday()]
    return ValueError(f"{day:%Y-%m-%d} is a {name}, not {said}")


def _on_24(hour: int, half: int | None) -> int:
    """An hour of the first or second half of the day on the 24-hour clock. Inverse of `_on_12`."""
    if not 1 <= hour <= 12:
        raise ValueError(f"{hour} is no hour of the twelve-hour clock")
    return hour % 12 + (12 if half == 2 else 0)


def _on_12(hour: int) -> int:
    """An hour of the 24-hour clock on the twelve-hour clock. Inverse of `_on_24`."""
    return (hour - 1) % 12 + 1


@functools.lru_cache(maxsize=256)
def _zone(text: str) -> str:
    """The zone that *text* names, as a moment has it. Inverse of `_zone_like`."""
    if text in _ZONES:
        return _ZONES[text]
    match = _OFFSET_PARTS.fullmatch(text)
    if match is None:
        raise ValueError(f"zone {text} has no one meaning; an offset such as +05:00 has")
    sign, hours, minutes, seconds = match.groups(default="00")
    zone = f"{sign}{hours:0>2}:{minutes}" + (f":{seconds}" if seconds != "00" else "")
    return str(Moment(1, 1, 1, 0, zone=zone).zone)  # which refuses +99:00


def _zone_like(old: str, offset: str) -> str:
    """*offset* (``+05:00``) as *old* spells a zone. Inverse of `_zone`."""
    # EST becomes EDT, UTC stays UTC.
    for word in (old, *_ZONES):
        if word[0] == old[0] and _ZONES.get(word) == offset:
            return word
    if old in _ZONES:
        old = "+00:00" if old in "Zz" else "+0000"
    prefix, _, digits = re.split("([+-])", old)
    if ":" in digits or len(offset) > len("+05:00"):
        return prefix + offset
    if len(digits) == len("0500"):
        return prefix + offset.replace(":", "")
    sign, hours, minutes = offset[0], offset[1:3], offset[4:]
    if minutes != "00":
        return prefix + offset
    return prefix + sign + (hours if len(digits) == len("05") else str(int(hours)))


class _Manner(NamedTuple):
    """How a text spells a date; each method spells one group of the shape for another moment."""

    words: _Words
    said: dict[str, str]
    """The groups that matched, and their spellings."""
    moment: Moment
    """What is to be written."""

    @property
    def _month(self) -> _Word:
        """The word for the month in its row: ``May`` beside an abbreviated weekday is short."""
        short = self.words.short_months.get(self.said["month"])
        if short is not None and self._short_weekday:
            return short
        return self.words.months[self.said["month"]]

    @property
    def _short_weekday(self) -> bool:
        return "weekday" in self.said and self.words.weekdays[self.said["weekday"]].rank > 0

    def weekday(self) -> str:
        return self.words.weekdays[self.said["weekday"]].row[self.moment.date().weekday()]

    def year(self) -> str:
        return f"{self.moment.year:04}"

    def month(self) -> str:
        old, row, number = self.said["month"], self._month.row, self.moment.month or 0
        if row:
            return row[number - 1]
        return _padded(number, old, ambiguous=len(self.said.get("day", "00")) == 2)

    def day(self) -> str:
        old = self.said["day"]
        if old[0] == " ":
            return f"{self.moment.day:2}"
        return _padded(self.moment.day or 0, old, ambiguous=self._pads_days())

    def _pads_days(self) -> bool:
        if not self._month.row:
            return len(self.said["month"]) == 2
        return "second" in self.said and self._month.rank > 0

    def ordinal(self) -> str:
        suffix = self.words.ordinals[(self.moment.day or 0) - 1]
        return suffix.upper() if self.said["ordinal"].isupper() else suffix

    def hour(self) -> str:
        hour, old = self.moment.hour or 0, self.said["hour"]
        if "half" not in self.said:
            return _padded(hour, old, ambiguous=True)
        return _padded(_on_12(hour), old, ambiguous="second" in self.said)

    def minute(self) -> str:
        return f"{self.moment.minute:02}"

    def second(self) -> str:
        return f"{self.moment.second:02}"

    def fraction(self) -> str:
        digits = f"{self.moment.microsecond:06}"
        return digits[: max(len(self.said["fraction"]), len(digits.rstrip("0")))]

    def half(self) -> str:
        row = self.words.halves[self.said["half"]].row
        return row[(self.moment.hour or 0) >= 12]

    def zone(self) -> str:
        # The offset is what ends the ISO spelling, before the key if there is one.
        offset = _OFFSET_AT_END.findall(str(self.moment))[-1]
        return _zone_like(self.said["zone"], offset)

    def key(self) -> str:
        return str(self.moment.zone)


def _padded(number: int, old: str, *, ambiguous: bool) -> str:
    """*number* in two digits if *old* is padded, or *ambiguous* and of two digits."""
    padded = old[0] == "0" or (len(old) == 2 and ambiguous)
    return f"{number:02}" if padded else str(number)


def _in_manner(moment: Moment, like: str) -> str | None:
    """*like* with each piece respelled for *moment*; None if it says what *moment* does not."""
    try:
        found = _found(like)
    except ValueError:
        return None
    if found is None:
        return None
    _, shape, match = found
    said = {name: match[name] for name in _GROUPS if match[name] is not None}
    if any(getattr(moment, _GROUPS[name]) is None for name in said):
        return None
    pieces: list[str] = []
    manner, at = _Manner(shape.words, said, moment), 0
    for name in sorted(said, key=match.start):
        pieces += like[at : match.start(name)], getattr(manner, name)()
        at = match.end(name)
    return "".join(pieces) + like[at:]


# ── the last resort ────────────────────────────────────────────────────────────────────────────

_LONGEST = 60
# Two days with no part in common; sixteen days between them, so that "the next Friday" differs too.
_DEFAULTS = (dt.datetime(2001, 1, 1, 1, 1, 1), dt.datetime(2002, 2, 17, 2, 2, 2))  # noqa: DTZ001
# Nothing but words and numbers with marks between them.
_ORDERLY = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ,.:/-]{4,58}[A-Za-z0-9]")
# Two marks running, a mark stuck to what it should stand before, a decimal, a minute of one digit.
_DISORDER = re.compile(
    r"[,.:/-] ?[,.:/-]| [,.:/-][^ ]|[,.:/-](?:[AaPp][Mm]|[a-z]{2}(?![a-z]))|[0-9]\.[0-9]"
    r"|:[0-9](?![0-9])"
)
_AMBIGUOUS = re.compile(r"[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{4}(?: .{0,40})?")
_CLOCK = ("year", "month", "day", "hour", "minute", "second")


def _permuted(text: str) -> Moment:
    """A date whose pieces stand in an order that no shape has, by python-dateutil.

    Only for texts of nothing but a year of four digits, one month's name, a day and perhaps a
    weekday and a clock time: dateutil takes ``May``, ``10`` and ``1a`` for dates. Asked twice with
    different defaults, so that what it fills in shows. Zones are refused, as it knows some by the
    machine's settings and gives others the wrong sign.
    """
    if not _is_plausible(text):
        raise _unknown(text)
    # Imported here, because few programs ever come here, and it takes long.
    from dateutil import parser

    try:
        first, second = (parser.parse(text, default=default) for default in _DEFAULTS)
    except (ValueError, OverflowError, ArithmeticError, TypeError):
        raise _unknown(text) from None
    moment = _agreed(first, second)
    if moment is None or not _accounts_for(moment, text):
        raise _unknown(text)
    weekdays = _words(ENGLISH).weekdays
    for word in re.findall("[A-Za-z]+", text):
        if word in weekdays and weekdays[word].number != moment.date().isoweekday():
            raise _wrong_weekday(moment.date(), word)
    return moment


def _is_plausible(text: str) -> bool:
    """Whether the words are all of a date, one a month, and one number has four digits."""
    known = _words(ENGLISH)
    if _ORDERLY.fullmatch(text) is None or _DISORDER.search(text) is not None:
        return False
    words = re.findall("[A-Za-z]+", text)
    lengths = sorted(map(len, re.findall("[0-9]+", text)))
    return (
        sum(word in known.months for word in words) == 1
        and all(any(word in table for table in known) for word in words)
        and lengths[-1:] == [4]
        and not any(length > 2 for length in lengths[:-1])
    )


def _agreed(first: dt.datetime, second: dt.datetime) -> Moment | None:
    """What two readings have in common from the year on, if that is a day or finer."""
    same = [getattr(first, part) == getattr(second, part) for part in _CLOCK]
    given = (*same, False).index(False)
    if given < 3:
        return None
    return Moment(*(getattr(first, part) for part in _CLOCK[:given]))


def _accounts_for(moment: Moment, text: str) -> bool:
    """Whether each number of *text*, and its month's name, is a part of *moment*, none a zone."""
    known = _words(ENGLISH)
    words = re.findall("[A-Za-z]+", text)
    hour = moment.hour
    if hour is not None and any(word in known.halves for word in words):
        hour = _on_12(hour)
    elif hour is not None and moment.minute is None:
        return False
    parts = (moment.year, moment.month, moment.day, hour, moment.minute, moment.second)
    seen: list[int | None] = [int(digits) for digits in re.findall("[0-9]+", text)]
    seen += [known.months[word].number for word in words if word in known.months]
    return Counter(seen) == Counter(part for part in parts if part is not None)


def _unknown(text: str) -> ValueError:
    if _AMBIGUOUS.fullmatch(text):
        return ValueError("day and month may be either way round; 2025-09-12 has one reading")
    return ValueError(
        "not a date in a spelling known here, such as September 12, 2025 or 2025-09-12"
    )


def _shown(text: str) -> str:
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
