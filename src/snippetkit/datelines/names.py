"""Decide whether words are the name of a place, by their letters and by tables."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from snippetkit.datelines.said import SPACES
from snippetkit.datelines.words import (
    PARTICLES,
    PREPOSITIONS,
    folded,
    is_city,
    is_no_place,
    is_region,
)

__all__ = ["LONGEST_NAME", "is_cased", "is_in_capitals", "is_known_place", "is_name", "is_small"]

LONGEST_NAME: Final = 80
"""The greatest length of a place."""
_MOST_WORDS: Final = 6
_MOST_SEGMENTS: Final = 5
_SEGMENT: Final = re.compile(rf"[{SPACES}]*[,،、][{SPACES}]*")
_WORD: Final = re.compile(rf"[^{SPACES}/&-]+")
_MARKS: Final = frozenset(".'’‘ʻʼ`´-–/&·,،、[]\u200c\u200d")
_BLANK: Final = re.compile(rf"[{SPACES}]")


def is_name(text: str, *, surely: bool = False) -> bool:
    """Whether *text* is spelled as the name of a place, perhaps with its region or country.

    *surely* says that other parts stand around it as around a place.

    >>> (
    ...     is_name("NAIROBI, Kenya"),
    ...     is_name("Dar es Salaam"),
    ...     is_name("On Monday"),
    ...     is_name("MEDIA ADVISORY"),
    ... )
    (True, True, False, False)
    """
    if len(text) > LONGEST_NAME or not text or not all(map(_is_of_a_name, text)):
        return False
    if not (text[0].isalpha() or text[0] in "'’ʻʼ"):
        return False
    segments = _SEGMENT.split(text)
    if len(segments) > _MOST_SEGMENTS or not all(map(_is_segment, segments)):
        return False
    if is_no_place(segments[0]) or is_no_place(text):
        return False
    first = folded(_WORD.findall(segments[0])[0])
    if first in PREPOSITIONS and not is_known_place(text):
        return surely and is_in_capitals(segments[0])
    return True


def _is_of_a_name(letter: str) -> bool:
    if letter.isalpha() or letter in _MARKS:
        return True
    return unicodedata.category(letter)[0] == "M" or _BLANK.match(letter) is not None


def _is_segment(text: str) -> bool:
    words = _WORD.findall(text)
    return (
        0 < len(words) <= _MOST_WORDS and any(map(str.isalpha, text)) and all(map(_is_word, words))
    )


def _is_word(word: str) -> bool:
    """Whether it begins as a name does, or is one of the small words in names."""
    first = next((letter for letter in word if letter.isalpha()), "")
    if not first or not is_small(first):
        return True
    return folded(word) in PARTICLES or any(
        letter.isupper() for letter in word[1:4]
    )  # d'Ivoire, al-Quds, eThekwini


def is_small(letter: str) -> bool:
    """Whether *letter* is a small one of a script whose names and sentences begin with capitals.

    Georgian has capitals, but only for headlines all in them.
    """
    return letter.islower() and not "ა" <= letter <= "ჿ"


def is_cased(text: str) -> bool:
    """Whether *text* is in a script that has such capitals."""
    return any(is_small(letter) or letter.isupper() for letter in text)


def is_in_capitals(place: str) -> bool:
    """Whether the first name of *place* is in capitals: ``NAIROBI, Kenya``, ``McALLEN, Texas``.

    >>> is_in_capitals("NAIROBI, Kenya"), is_in_capitals("Nairobi"), is_in_capitals("ナイロビ")
    (True, False, False)
    """
    name: str = _SEGMENT.split(place, maxsplit=1)[0]
    upper = sum(letter.isupper() for letter in name)
    lower = sum(letter.islower() for letter in name)
    return upper > 1 and upper >= 3 * lower


def is_known_place(place: str) -> bool:
    """Whether *place* is a city of the table, or names a region or country of it behind a comma.

    >>> (
    ...     is_known_place("Jakarta"),
    ...     is_known_place("Springfield, Ill."),
    ...     is_known_place("Springfield"),
    ... )
    (True, True, False)
    """
    segments = _SEGMENT.split(place)
    names = re.split(rf"/|[{SPACES}]+(?:and|und|et|y|e|и|و)[{SPACES}]+", segments[0])
    return all(map(is_city, names)) or (len(segments) > 1 and is_region(segments[-1]))
