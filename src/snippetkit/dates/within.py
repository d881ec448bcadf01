"""Find dates in the middle of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from snippetkit.dates.digits import cut
from snippetkit.dates.hints import Languages, Reference, hints_of
from snippetkit.dates.language import beginnings
from snippetkit.dates.reading import chosen
from snippetkit.dates.shape import Plan
from snippetkit.dates.vocabulary import (
    beginnings_of,
    ends,
    fold,
    is_unspaced,
    vocabulary,
)
from snippetkit.model.moment import Moment, Order

__all__ = ["begins", "find", "may_begin"]

_REACH: Final = 80
"""How far a date within a text can reach."""
_MOST_ENDS: Final = 24
_LINE: Final = re.compile(r"[^\r\n]*")
_DIGITS: Final = frozenset("0123456789")


def begins(text: str, start: int) -> bool:
    """Whether the text at *start* begins like a date: with a digit, or a word of a date.

    >>> begins("Tashkent, September 12, 2025", 0), begins("Tashkent, September 12, 2025", 10)
    (False, True)
    """
    if text[start : start + 1] in _DIGITS:
        return True
    head = text[start : start + _REACH]
    if not may_begin(head):
        return False
    is_number = not fold(cut(head)[0])  # of another script, perhaps behind a mark of direction
    return is_number or vocabulary(False).begins(head) or vocabulary(True).begins(head)


def may_begin(text: str) -> bool:
    """Whether *text* may begin with a date, or be one, by the first letters of its first word.

    Most words begin as none of a date in any language does: no table of words is needed to tell.

    >>> may_begin("Tashkent, September 12, 2025"), may_begin("Sept. 12, 2025")
    (False, True)
    """
    before, *rest = cut(text)
    first = next(beginnings_of(before), None)
    return bool(rest) if first is None else not first.isdisjoint(beginnings())


def find(
    text: str,
    start: int,
    languages: Languages = None,
    order: Order | None = None,
    reference: Reference = None,
) -> tuple[Moment, int] | None:
    """The day with a month's name that begins exactly at *start*, and where it ends.

    >>> find("Tashkent, September 12, 2025 – The Republic", 10)
    (Moment.parse('2025-09-12'), 28)
    >>> find("Ташкент, 12 сентября 2025 г., УзА", 9)
    (Moment.parse('2025-09-12'), 28)

    With *reference* also a day without its year.
    """
    if _is_within_a_word(text, start) or not begins(text, start):
        return None
    hints = hints_of(languages, order, reference)
    line = _LINE.match(text, start, start + _REACH)
    head = "" if line is None else line[0]
    for end in _ends(head):
        if not _is_within_a_word(text, start + end):
            try:
                found = chosen(head[:end], hints)
            except ValueError:
                continue
            if found.plan.hour is None and found.plan.day is not None and _has_words(found.plan):
                return found.moment, start + end
    return None


def _has_words(plan: Plan) -> bool:
    """Whether a month is named, or day and month are marked as what they are."""
    return "M" in plan.order or "'" in plan.pattern


def _is_within_a_word(text: str, at: int) -> bool:
    """Whether letters or digits stand on both sides, in a script that writes words apart."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if not before or not after or is_unspaced(before) or is_unspaced(after):
        return before.isdigit() and after.isdigit()
    return _is_of_a_word(before) and _is_of_a_word(after)


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.combining(letter) != 0


def _ends(head: str) -> Iterator[int]:
    """Where a date in *head* can end, the last place first: behind numbers, words, their stops.

    Not before its first number: no date is without one, and where words are not written apart a
    weekday's letters alone would be most of the places that are tried.
    """
    places: set[int] = set()
    at = 0
    for n, part in enumerate(cut(head)):
        if n % 2:
            places.add(at + len(part))
        elif n:
            places.update(at + end for end in ends(part))
            if part[:1] == ".":
                places.add(at + 1)
        at += len(part)
    return reversed(sorted(places)[:_MOST_ENDS])
