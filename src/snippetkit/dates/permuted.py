"""The last resort, python-dateutil: English dates whose parts are in an order that no shape has.

It is asked only about texts that consist of a four-digit year, one month's name, a day and perhaps
a weekday and a clock time, because it takes ``May``, ``10`` and ``1a`` for dates. It is asked twice,
with different defaults, which shows what it fills in. Zones are refused: it knows some by the
machine's settings, and gives others the wrong sign.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter

from snippetkit.model.moment import Moment

__all__ = ["permuted"]

# Two days with no part in common; sixteen days between them, so that "the next Friday" differs too.
_DEFAULTS = (dt.datetime(2001, 1, 1, 1, 1, 1), dt.datetime(2002, 2, 17, 2, 2, 2))  # noqa: DTZ001
# Nothing but words and numbers with marks between them: of these, a year and a month's name.
_ORDERLY = re.compile(r"(?=.*[A-Za-z]{3})[A-Za-z0-9][A-Za-z0-9 ,.:/-]{6,58}[A-Za-z0-9]")
# Two marks running, a mark stuck to what it should stand before, a decimal, a minute of one digit.
_DISORDER = re.compile(
    r"[,.:/-] ?[,.:/-]| [,.:/-][^ ]|[,.:/-](?:[AaPp][Mm]|[a-z]{2}(?![a-z]))|[0-9]\.[0-9]"
    r"|:[0-9](?![0-9])"
)
_ORDINAL = re.compile("(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)(?![a-z])")
_WORD = re.compile("[a-z]+")
_NUMBER = re.compile("[0-9]+")
_CLOCK = ("year", "month", "day", "hour", "minute", "second")


def permuted(text: str) -> Moment | None:
    """The moment in the whole of *text*, if it is a date in an odd order; else None.

    >>> print(permuted("2025 10:38, 12 September"), permuted("May 2025"))
    2025-09-12T10:38 None
    """
    if _ORDERLY.fullmatch(text) is None or _DISORDER.search(text) is not None:
        return None
    text = _ORDINAL.sub(r"\1", text, count=1)
    words = _WORD.findall(text.lower())
    lengths = sorted(map(len, _NUMBER.findall(text)))
    if lengths[-1:] != [4] or any(length > 2 for length in lengths[:-1]) or not _are_known(words):
        return None
    # Imported here, because few programs ever come here, and it takes long.
    from dateutil import parser

    try:
        first, second = (parser.parse(text, default=default) for default in _DEFAULTS)
    except (ValueError, OverflowError, ArithmeticError, TypeError):
        return None
    moment = _agreed(first, second)
    return moment if moment and _accounts_for(moment, text, words) else None


@functools.cache
def _tables() -> tuple[dict[str, int], dict[str, int]]:
    """The months and weekdays that dateutil knows, by name, from 1."""
    from dateutil.parser import parserinfo

    months, weekdays = (
        {name.lower(): number for number, names in enumerate(rows, start=1) for name in names}
        for rows in (parserinfo.MONTHS, parserinfo.WEEKDAYS)
    )
    return months, weekdays


_HALVES = frozenset(("am", "pm"))


def _are_known(words: list[str]) -> bool:
    """Whether the words are all of a date, and just one a month."""
    months, weekdays = _tables()
    known = months.keys() | weekdays.keys() | _HALVES
    return sum(word in months for word in words) == 1 and known.issuperset(words)


def _agreed(first: dt.datetime, second: dt.datetime) -> Moment | None:
    """What two readings have in common from the year on, if that is a day or finer."""
    same = [getattr(first, part) == getattr(second, part) for part in _CLOCK]
    given = (*same, False).index(False)
    return Moment(*(getattr(first, part) for part in _CLOCK[:given])) if given >= 3 else None


def _accounts_for(moment: Moment, text: str, words: list[str]) -> bool:
    """Whether each number and word of *text* is a part of *moment*, and its weekday is right."""
    months, weekdays = _tables()
    hour = moment.hour
    if hour is not None and not _HALVES.isdisjoint(words):
        hour = (hour - 1) % 12 + 1
    elif hour is not None and moment.minute is None:
        return False
    parts = (moment.year, moment.month, moment.day, hour, moment.minute, moment.second)
    seen = [*map(int, _NUMBER.findall(text)), *(months[word] for word in words if word in months)]
    named = {weekdays[word] for word in words if word in weekdays}
    whole = Counter(seen) == Counter(part for part in parts if part is not None)
    return whole and named <= {moment.date().isoweekday()}
