"""Recognise a dateline, or its absence, in the first words of a body by a pattern.

This exists only for speed: it gives what `snippetkit.datelines.head` finds, and where that needs
more than the pattern sees, it gives nothing.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from snippetkit import dates
from snippetkit.datelines import spaced, unspaced
from snippetkit.datelines.head import LONGEST, MOST, PROSE, REACH, SENTENCE, accepts, is_prose
from snippetkit.datelines.names import LONGEST_NAME, is_name
from snippetkit.datelines.said import FIGURES, SPACES, Said
from snippetkit.datelines.words import is_city
from snippetkit.dates.hints import NO_HINTS
from snippetkit.model.moment import Moment

__all__ = [
    "BEHIND",
    "MOST_WORDS",
    "PATTERN",
    "USUAL",
    "are_plain",
    "named_place",
    "plain_day",
    "plain_place",
    "said_before_a_dash",
    "whole_day",
]

# What ends a dateline or marks a part of one, its rarer blanks, and the letters of East Asia, whose
# datelines have no other mark.
_DASHES: Final = "–—―"
_BLANKS: Final = SPACES.replace(" ", "")
_TELLING: Final = rf"\r\n*_:：/|\[\]（）【】［］〔〕।۔‒−{_DASHES}㐀-䶿一-鿿々ァ-ヺー가-힣{_BLANKS}"
_PLAIN: Final = rf"[^{_TELLING}-]"
_NO_FIGURES: Final = rf"[^{FIGURES}(){_TELLING}-]"
_LATIN: Final = rf"[^(){_TELLING}\x80-\x9f\u0100-\u2010\u2020-\U0010ffff-]"
_NO_END: Final = rf"[^.{FIGURES}(){_TELLING}-]"
_LINE_END: Final = (
    rf"(?:\Z|(?<![,،、 \t])(?>\r\n|\r|\n)(?![(（\[/]|[ \t]*[{_DASHES}‒-]))"  # nor wraps it
)
# A city in a script without capitals may stand in front of a full stop alone.
_CITY: Final = rf"{_NO_FIGURES}{{1,{LONGEST_NAME}}}?(?<=[\u0590-\U0010ffff])\.[{SPACES}]"
MOST_WORDS: Final = 150
"""How many characters they may have, the place and the day together."""
_WORDS: Final = rf"{_PLAIN}{{1,{MOST_WORDS}}}(?<! )"
BEHIND: Final = rf"(?={SENTENCE}|(?! ){_NO_END}{{1,{REACH}}}+(?:{_NO_END}|\.?{_LINE_END}))"
"""Stands where a body goes on behind a dash that surely ends the words before it, dateline or not."""
USUAL: Final = "(?=[a-z]{2}|[A-Za-z][A-Za-z, ]{32})"
"""The commonest of `BEHIND`, in ASCII."""
PATTERN: Final = (
    rf"(?>({_WORDS})"
    rf" ?(?:[{_DASHES}]|(?<= )--?(?=[ \t])) ?"
    rf"{BEHIND}"
    rf"|(?![A-ZÀ-Þ][A-ZÀ-Þ.' -]{{2}})"
    rf"(?={_LATIN}{{0,{LONGEST - 1}}}?{PROSE}"
    rf"|(?!{_CITY}){_NO_FIGURES}{{0,{LONGEST - 1}}}+(?:{_NO_FIGURES}|{_LINE_END})))"
)
"""The words before a dash as a group, or surely no dateline; it does not match where it takes more to tell."""

_NOT_AT_THE_END: Final = frozenset(("", ")", "]", "/"))
_LONGEST_DAY: Final = 40
_FOLLOWED: Final = ("Aa", "aa", "Aa – aa")


are_plain: Final = re.compile(_WORDS).fullmatch
"""Whether `PATTERN` finds these words before a dash."""


def said_before_a_dash(words: str) -> Said | None:
    """The parts of the dateline that *words* are, whatever stands behind their dash; None: of none.

    Raises:
        ValueError: that decides, or `PATTERN` finds no such words.
    """
    if not are_plain(words):
        raise ValueError("a mark among them may end it before")
    if words.count(".") + words.count(")") + words.count("/") >= MOST:
        raise ValueError("that many marks may end it before")
    found = spaced.said(words, 0, len(words), NO_HINTS)
    answers = {
        not is_prose(words) and accepts(words + behind, found, "dash", len(words))
        for behind in _FOLLOWED
    }
    if answers == {True}:
        return found
    # Else it could end before, at a bracket, at a stop, or behind a city in capitals.
    if answers == {False} and not (")" in words or ". " in words or words[:2].isupper()):
        return None
    raise ValueError("what stands behind the dash decides")


@functools.lru_cache(maxsize=4096)
def whole_day(text: str) -> Moment | None:
    """The date that *text* is, if it is one that leaves nothing open; days come again in a corpus."""
    if text[-1:] in _NOT_AT_THE_END or len(text) > _LONGEST_DAY:
        return None
    try:
        return dates.read(text)
    except ValueError:
        return None


def plain_day(text: str) -> Moment | None:
    """The same, if `PATTERN` finds no other mark in it."""
    return whole_day(text) if are_plain(text) else None


@functools.lru_cache(maxsize=4096)
def plain_place(text: str) -> str | None:
    """*text*, one object for all that name it, if it is all place in front of whatever date."""
    if _is_plain_city(text):
        return text
    return text if spaced.is_plain(text) and not unspaced.MAY_BE.search(text) else None


def named_place(text: str) -> str | None:
    """The same, if it is spelled as the name of a place, and `PATTERN` finds no other mark in it."""
    if _is_plain_city(text):
        return text
    is_one = is_name(text) and not is_prose(text) and are_plain(text)
    return plain_place(text) if is_one else None


def _is_plain_city(text: str) -> bool:
    """Whether *text* is one word and a city of the table: most are, and that is soon told."""
    if not text.isascii() and unspaced.MAY_BE.search(text):
        return False
    return text.isalpha() and is_city(text)
