"""The dates of a language: rows of words, and patterns in CLDR's notation."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

import attrs

from snippetkit import data

__all__ = ["ENGLISH", "Language", "Row", "beginnings", "order_of", "wider", "world"]

Row: TypeAlias = tuple[str, ...]
Half: TypeAlias = tuple[int, int, str]


@attrs.frozen(kw_only=True, eq=False)  # looked up by identity
class Language:
    """The words with which a language spells its dates, and the patterns for them."""

    tag: str
    """BCP 47: ``ur``, ``zh-Hant``."""
    months: tuple[Row, ...]
    """Rows of twelve names, January first: as they stand in a date before alone, full before short."""
    weekdays: tuple[Row, ...]
    """Rows of seven names, Monday first; the full names stand first."""
    halves: tuple[tuple[Half, ...], ...] = ()
    """Rows of words for the parts of the day, each with the minutes from and before which it holds."""
    dates: Row = ()
    """Patterns of dates: ``d 'de' MMMM 'de' y``."""
    clocks: Row = ()
    """Patterns of clock times: ``H'h'mm``."""
    joins: Row = ()
    """How a date (``{1}``) and a time (``{0}``) stand together: ``{1} 'at' {0}``."""
    utc: Row = ()
    """What UTC is called, beside ``UTC`` and ``GMT``."""
    zero: str = "0"
    """The zero of the digits that CLDR gives for the language."""
    calendars: Mapping[str, tuple[Row, ...]] = attrs.field(factory=dict)
    """Rows of twelve names for the months of other calendars."""
    eras: Mapping[str, str] = attrs.field(factory=dict)
    """What stands beside a year, and the calendar that it says."""
    unaccented: bool = False
    """Whether the words are also written without their accents."""


ENGLISH: Final = Language(
    tag="en",
    months=(
        (
            *("January", "February", "March", "April", "May", "June", "July", "August"),
            *("September", "October", "November", "December"),
        ),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        # The Associated Press
        (
            *("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct."),
            *("Nov.", "Dec."),
        ),
        (
            *("Jan.", "Feb.", "Mar.", "Apr.", "May.", "Jun.", "Jul.", "Aug.", "Sep.", "Oct."),
            *("Nov.", "Dec."),
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
    halves=(((0, 720, "am"), (720, 1440, "pm")), ((0, 720, "a.m."), (720, 1440, "p.m."))),
    dates=(
        *("MMMM d, y", "EEEE, MMMM d, y", "EEEE MMMM d, y", "EEE, MMM d, y", "EEE, MMM d y"),
        *("MMM d y", "MMMM d", "d MMMM y", "EEEE, d MMMM y", "EEEE d MMMM y", "d MMMM, y"),
        *("EEE, d MMM y", "d MMMM", "d-MMM-y", "d/MMM/y", "MMM-d-y", "y MMMM d", "y-MMM-d"),
        *("y, d MMMM", "EEE y MMM d", "MMMM y", "MMMM, y", "d 'of' MMMM y", "d 'of' MMMM, y"),
        *(
            "'the' d'th' 'of' MMMM y",
            "MMMM d'th', y",
            "d'st' MMMM y",
            "d'st'",
            "d'nd'",
            "d'rd'",
            "d'th'",
        ),
    ),
    clocks=("h:mm a", "h:mm:ss a zzzz", "HH:mm:ss z", "HH:mm 'hrs'", "HH.mm"),
    joins=("{1}, {0}", "{1} {0}", "{1} 'at' {0}", "{1}, 'at' {0}", "{0} 'on' {1}", "{0}, 'on' {1}"),
    utc=("Coordinated Universal Time", "Greenwich Mean Time"),
    calendars={
        "islamic": (
            (
                *("Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Awwal"),
                *("Jumada al-Thani", "Rajab", "Shaban", "Ramadan", "Shawwal"),
                *("Dhu al-Qadah", "Dhu al-Hijjah"),
            ),
            (
                *("Muharram", "Safar", "Rabi' al-Awwal", "Rabi' al-Thani", "Jumada al-Awwal"),
                *("Jumada al-Thani", "Rajab", "Sha'ban", "Ramadan", "Shawwal"),
                *("Dhu al-Qi'dah", "Dhu al-Hijjah"),
            ),
        )
    },
    eras={"AH": "islamic", "A.H.": "islamic"},
)
"""English by hand: CLDR does not have what its newsrooms write, and no text should wait for a table."""


@functools.cache
def _table() -> Any:
    """The table that ``scripts/compile_dates.py`` makes; read when a word is not English."""
    return json.loads(data.read("dates.json"))


@functools.cache
def world() -> tuple[Language, ...]:
    """All languages, English first."""
    return (ENGLISH, *map(_language, _table()["languages"]))


def wider(tag: str) -> Iterator[str]:
    """*tag*, followed by shorter ones with the last subtags left off one by one.

    Languages of BCP 47 that have another tag in CLDR get that one.

    >>> list(wider("zh_Hant_TW")), list(wider("no"))
    (['zh-Hant-TW', 'zh-Hant', 'zh'], ['nb'])
    """
    parts = re.split("[-_]", tag)
    first = parts[0].lower()
    parts = [
        _RENAMED.get(first, first),
        *(p.title() if len(p) == 4 else p.upper() for p in parts[1:]),
    ]
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length])


_RENAMED: Final = {"no": "nb", "iw": "he", "in": "id", "ji": "yi", "tl": "fil", "prs": "fa"}


def order_of(tag: str) -> str:
    """The order of day, month and year in figures for *tag*; empty if there is no single one.

    >>> order_of("en-GB"), order_of("ur-PK"), order_of("en"), order_of("fa")
    ('DMY', 'DMY', '', 'YMD')
    """
    orders: Mapping[str, str] = _table()["orders"]
    return next((orders[one] for one in wider(tag) if one in orders), "")


@functools.cache
def beginnings() -> frozenset[str]:
    """The first three letters, folded, of every run of letters that a date can have.

    Kept apart from the table, so that a text that has others need not wait for it.
    """
    text = data.read("dates-beginnings.txt").decode()
    return frozenset(text.rstrip("\n").split("\n"))


def _language(record: Mapping[str, Any]) -> Language:
    return Language(
        **{
            **record,
            **{key: tuple(map(tuple, record.get(key, ()))) for key in ("months", "weekdays")},
            "halves": tuple(tuple(map(tuple, row)) for row in record.get("halves", ())),
            "calendars": {
                name: tuple(map(tuple, rows)) for name, rows in record.get("calendars", {}).items()
            },
        }
    )
