"""Read and write datelines as agencies and papers print them.

`match` finds the dateline before a body; `parse` reads a text that is a dateline; `read` takes any
text as a dateline; `write` is the inverse of `read` and keeps the style of an old text.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from snippetkit.datelines import head as heads
from snippetkit.datelines import spaced, unspaced
from snippetkit.datelines.manner import Tongues, canonical, inserted, removed, replaced
from snippetkit.datelines.names import is_known_place
from snippetkit.datelines.quick import (
    BEHIND,
    MOST_WORDS,
    PATTERN,
    USUAL,
    named_place,
    plain_day,
    plain_place,
    said_before_a_dash,
    whole_day,
)
from snippetkit.datelines.said import Name, Said, in_one_line, unwrapped
from snippetkit.dates.hints import NO_HINTS, Hints, Languages, Reference, hints_of
from snippetkit.errors import InvalidValue
from snippetkit.model.dateline import Dateline
from snippetkit.model.frozendict import FrozenDict
from snippetkit.model.moment import Moment, Order, as_moment, days_of
from snippetkit.model.same import same
from snippetkit.model.value import brief, trusted

__all__ = [
    "BEHIND",
    "MOST_WORDS",
    "PATTERN",
    "USUAL",
    "Match",
    "before_a_dash",
    "disagreement",
    "front",
    "is_sure",
    "match",
    "named_place",
    "parse",
    "plain_day",
    "read",
    "spelled",
    "write",
]

_LONGEST = 240


@attrs.frozen(kw_only=True)
class Match:
    """A dateline before a body, and where everything stands."""

    dateline: Dateline
    """The dateline."""
    span: tuple[int, int]
    """From its first word to its last word or bracket, without the dash after it."""
    body: int
    """Where the body continues, after the dash and blanks."""
    spans: FrozenDict[tuple[int, int]]
    """The place of each part, by name: ``place``, ``date``, ``agency``, and ``reporters`` if an East
    Asian dateline names them. A date without a year has a span but no moment."""


def match(
    text: str,
    languages: str | Iterable[str] | None = None,
    order: Order | None = None,
    reference: Moment | dt.date | str | None = None,
) -> Match | None:
    """The dateline at the start of *text*; None if there is none.

    >>> found = match("SALVADOR, Feb 26 (Reuters) - Police said on Monday")
    >>> found.dateline, found.spans["date"], found.body
    (Dateline(place='SALVADOR', date=None, agency='Reuters'), (10, 16), 29)
    >>> match("SALVADOR, Feb 26 - Police", reference="2026-01-05").dateline.date
    Moment.parse('2026-02-26')
    >>> (
    ...     match("Tashkent – the capital of Uzbekistan – has seen rain"),
    ...     match("MEDIA ADVISORY – Rain"),
    ... )
    (None, None)
    """
    found = heads.head(text, 0, _hints(languages, order, reference))
    if found is None:
        return None
    spans: dict[str, tuple[int, int]] = {
        part.name: (part.start, part.end) for part in found.said.parts
    }
    return Match(
        dateline=_dateline(text, found.said),
        span=(found.start, found.end),
        body=found.stop,
        spans=FrozenDict(spans),
    )


def parse(
    text: str,
    languages: str | Iterable[str] | None = None,
    order: Order | None = None,
    reference: Moment | dt.date | str | None = None,
) -> Dateline:
    """The dateline in *text*, which must be nothing else; a dash after it is allowed.

    Inverse of `spelled`.

    >>> parse("NAIROBI, Kenya (AP) _"), parse("Oslo").place
    (Dateline(place='NAIROBI, Kenya', date=None, agency='AP'), 'Oslo')

    Raises:
        InvalidValue: *text* is not a dateline: empty, a sentence, words such as ``MEDIA ADVISORY``.
    """
    hints = _hints(languages, order, reference)
    found = heads.whole(text, hints)
    if found is None:
        raise InvalidValue("dateline", f"no place, date or agency alone: {brief(text)[:200]}")
    return _dateline(text, found)


def read(text: str) -> Dateline:
    """*text* read as a dateline, whatever it is: what is neither a date nor an agency is the place.

    This is for texts that a file calls a dateline. Inverse of `write`.

    >>> read("a valley in the north, May 5, 2025").place
    'a valley in the north'

    Raises:
        ValueError: it is longer than any dateline.
    """
    first, _, rest = text.partition(", ")
    if (moment := whole_day(rest)) is not None and (place := plain_place(first)) is not None:
        return _built()([place, moment, None])
    return _dateline(text, _said(text))


def front(text: str, at: int) -> heads.Head | None:
    """The places of the parts of the dateline that begins at *at*, after blanks and blank lines."""
    return heads.head(text, at, NO_HINTS)


def is_sure(text: str) -> bool:
    """Whether *text* begins with a dateline that has a date, an agency, or a known place.

    >>> is_sure("KARACHI: It rained"), is_sure("ROOM: It rained")
    (True, False)
    """
    found = None if heads.is_plain(text) else front(text, 0)
    if found is None:
        return False
    names = {part.name for part in found.said.parts}
    return names != {"place"} or is_known_place(found.said.text(text, "place") or "")


def before_a_dash(words: str) -> Dateline | None:
    """The dateline that *words* are before a dash, as `PATTERN` and `BEHIND` find it; None: surely none.

    Raises:
        ValueError: what stands behind the dash decides, or they end before it; ask `front`.
    """
    first, _, rest = words.partition(", ")
    if (
        (moment := plain_day(rest)) is not None
        and (place := named_place(first)) is not None
        and len(words) <= MOST_WORDS
    ):
        return _built()([place, moment, None])
    found = said_before_a_dash(words) if words else None
    return None if found is None else _dateline(words, found)


def spelled(dateline: Dateline) -> str:
    """*dateline* in canonical form: ``Tashkent, 2025-09-12 (AP)``.

    Inverse of `parse`, always: a dateline that would be parsed as another one is returned as a
    repr, which `parse` refuses.

    >>> spelled(Dateline(place="Tashkent", date="2025-09-12", agency="AP"))
    'Tashkent, 2025-09-12 (AP)'
    >>> spelled(Dateline(place="Tashkent, 2025"))
    "Dateline(place='Tashkent, 2025', date=None, agency=None)"
    """
    text = canonical(dateline.place, dateline.date, dateline.agency)
    try:
        back = parse(text)
    except InvalidValue:
        return text
    return text if _says(back) == _says(dateline) else repr(dateline)


def write(dateline: Dateline, like: str | None = None, tongues: Tongues = ()) -> str:
    """*dateline* in the style of *like*; only the parts that differ are written anew.

    The date is in the first of *tongues* (groups of languages) that spells the one in *like* so.
    Inverse of `read`, always: ``read(write(dateline, like)) == dateline``.

    >>> write(Dateline(place="RIO DE JANEIRO"), like="SALVADOR, Feb 26")
    'RIO DE JANEIRO, Feb 26'
    >>> write(
    ...     Dateline(place="MIAMI", date="2026-04-25", agency="PRNewswire"),
    ...     like="MIAMI, April 24, 2026",
    ... )
    'MIAMI, April 25, 2026 (PRNewswire)'

    Raises:
        ValueError: no spelling would read back the same.
    """
    for text in _candidates(dateline, like, tongues):
        if text and same(_read_or_none(text), dateline):
            return text
    raise ValueError(
        "a dateline is a place, a date and an agency in brackets; this one would read otherwise"
    )


def _candidates(dateline: Dateline, like: str | None, tongues: Tongues) -> Iterable[str]:
    if like and len(like) <= _LONGEST:
        yield _in_manner(dateline, like, tongues)
    yield canonical(dateline.place, dateline.date, dateline.agency)


def _in_manner(dateline: Dateline, like: str, tongues: Tongues) -> str:
    """*like* with each part that differs replaced, taken away or put in."""
    text = like
    names: tuple[Name, ...] = ("agency", "date", "place")
    for name in names:
        said, value = _said(text), getattr(dateline, name)
        old, part = getattr(_dateline(text, said), name), said.part(name)
        if old == value or (not text and value is None):
            continue
        if part is None:
            text = inserted(text, said, name, value)
        else:
            is_gone = value is None
            text = removed(text, said, name) if is_gone else replaced(text, part, value, tongues)
        if len(text) > _LONGEST:
            break
    return text


def _read_or_none(text: str) -> Dateline | None:
    try:
        return read(text)
    except ValueError:
        return None


def _said(text: str) -> Said:
    """The parts of *text*, taken for a dateline whatever it is."""
    if len(text) > _LONGEST:
        raise ValueError("too long for a dateline")
    text = unwrapped(text, 0, _LONGEST)
    found = None
    if unspaced.MAY_BE.search(text):
        found = unspaced.said(text, 0, len(text), NO_HINTS)
    return spaced.said(text, 0, len(text), NO_HINTS) if found is None else found


def _dateline(text: str, said: Said) -> Dateline:
    moment = None if said.day is None else said.day.moment
    return _built()([_named(text, said, "place"), moment, _named(text, said, "agency")])


def _named(text: str, said: Said, name: Name) -> str | None:
    """What *text* has for a part, as it would be printed in one line."""
    words = said.text(text, name)
    return None if words is None else in_one_line(words)


@functools.cache
def _built() -> Callable[[list[Any]], Dateline]:
    return trusted(Dateline)


def _says(dateline: Dateline) -> tuple[str | None, Moment | None, str | None]:
    return dateline.place, dateline.date, dateline.agency


def _hints(languages: Languages, order: Order | None, reference: Reference) -> Hints:
    try:
        return hints_of(languages, order, reference)
    except InvalidValue:
        raise
    except ValueError as error:
        raise InvalidValue("dateline", str(error)) from None


# ── dateline and publication ───────────────────────────────────────────────────────────────────

_EARLY = 1  # a report filed after midnight in Karachi is published the day before in New York


def disagreement(
    dateline: Dateline, published: Moment | dt.date | str, days: int = 7
) -> str | None:
    """Why the date of *dateline* and the day of publication contradict each other; None if they agree.

    A text is published on the day it was filed or up to *days* later, and never earlier, apart from
    time zones. Less precise dates are compared as far as they go: ``2025-09`` agrees with every day
    of that month.

    >>> disagreement(Dateline(place="Tashkent", date="2025-09-12"), "2025-09-15")
    >>> disagreement(Dateline(place="Tashkent", date="2025-09-12"), "2024-09-12")
    'published 2024-09-12, 365 days before it was filed (2025-09-12)'
    >>> disagreement(Dateline(place="Tashkent", date="2025-08-12"), "2025-09-12")
    'filed 2025-08-12, 31 days before it was published (2025-09-12)'
    """
    filed, moment = dateline.date, as_moment(published)
    if filed is None:
        return None
    first, last = days_of(filed)
    earliest, latest = days_of(moment)
    if (early := (first - latest).days) > _EARLY:
        return f"published {moment}, {early} days before it was filed ({filed})"
    if (late := (earliest - last).days) > days:
        return f"filed {filed}, {late} days before it was published ({moment})"
    return None
