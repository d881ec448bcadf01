"""Words that were divided at the end of a line: does the hyphen belong to them?"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final, NamedTuple

from snippetkit.restore.marks import bare, case
from snippetkit.restore.survey import Survey

__all__ = ["Parting", "parting"]

_SOFT = frozenset("\u00ad")
_MADE = frozenset("\u2010\ufffe\x02")
"""What programs write where they parted a word, and people seldom."""

_FACTORS: Final = {
    "made": (2.0, "a hyphen that only programs write"),
    "whole": (4.0, "the word stands elsewhere without it"),
    "compound": (-5.0, "the word stands elsewhere with it"),
    "capital": (-4.0, "a capital follows"),
    "digit": (-5.0, "a number is next to it"),
    "address": (-4.0, "it is part of an address"),
    "others made": (-4.0, "words are parted with another sign here"),
    "rare": (-2.5, "words are seldom parted here"),
    "usual": (2.0, "words are often parted here"),
    "prefix": (-3.0, "what stands before it is joined to other words with one too"),
    "known": (-4.0, "“{left}-” is the start of such words"),
    "twice": (-5.0, "the word is said twice"),
    "two words": (-2.0, "both parts stand elsewhere as words"),
    "no vowel": (-3.0, "one part has no vowel"),
    "always": (1.0, "nothing says that it is its own"),
}
"""Factor → how much it speaks against a hyphen of the word's own, and what it says to people."""
_VOWELS = frozenset("aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýÿıőűůąęěіїєыэюяаеиоуёαεηιουωάέήίόύώ")
_OFTEN, _SELDOM = 0.06, 0.02
_SURE = 6.0


class Parting(NamedTuple):
    """What becomes of a hyphen at the end of a line."""

    text: str
    """The text between the two parts: nothing, a hyphen, or a hyphen and a space."""
    reason: str
    confidence: float


def parting(survey: Survey, before: str, after: str) -> Parting:
    """What to put between the words *before* (with its hyphen) and *after*.

    A hyphen stays if it is suspended (German *Vor- und Nachteile*) or the word's own (*long-term*).
    """
    sign, first = before[-1], bare(after)
    left = bare(before[:-1])
    if first.lower() in survey.words.suspends and sign not in _SOFT:
        return Parting(_kept(sign) + " ", f"the hyphen is made good after “{first}”", 0.95)
    if sign in _SOFT:
        return Parting("", "a soft hyphen", 0.99)
    shown = list(_factors(survey, sign, left, first, before[:-1] + after))
    score = max(-_SURE, min(_SURE, sum(_FACTORS[name][0] for name in shown)))
    removed = 1 / (1 + math.exp(-score))
    decisive = max(shown, key=lambda name: math.copysign(1, score) * _FACTORS[name][0])
    said = _FACTORS[decisive][1].format(left=left)
    if score > 0:
        return Parting("", f"the word was parted: {said}", removed)
    return Parting(_kept(sign), f"the hyphen is the word's own: {said}", 1 - removed)


def _kept(sign: str) -> str:
    return sign if sign not in _MADE - {"\u2010"} else "-"


def _factors(survey: Survey, sign: str, left: str, right: str, whole: str) -> Iterator[str]:
    yield "always"
    if sign in _MADE:
        yield "made"
    elif survey.signs & _MADE:
        yield "others made"
    if survey.parted_rate < _SELDOM:
        yield "rare"
    elif survey.parted > 2 and survey.parted_rate > _OFTEN:
        yield "usual"
    if "/" in whole or "@" in whole or "www." in whole:
        yield "address"
    yield from _elsewhere(survey, left, right)
    yield from _letters(left, right)


def _elsewhere(survey: Survey, left: str, right: str) -> Iterator[str]:
    """How the two parts stand elsewhere in the text."""
    if (left + right).lower() in survey.lowered:
        yield "whole"
    if any(f"{left}{hyphen}{right}" in survey.seen for hyphen in "-\u2010\u2011"):
        yield "compound"
    elif left.lower() in survey.words.compounds:
        yield "known"
    elif left.lower() in survey.prefixes:
        yield "prefix"
    if left.lower() == right.lower():
        yield "twice"
    elif left.lower() in survey.lowered and right.lower() in survey.lowered:
        yield "two words"


def _letters(left: str, right: str) -> Iterator[str]:
    """What the two parts are made of."""
    before, after = case(left[-1:] or "-"), case(right[:1] or "-")
    if "digit" in {before, after}:
        yield "digit"
    elif before == "lower" and after == "upper":
        yield "capital"
    parts = left.lower(), right.lower()
    if "lower" in {before, after} and not all(_VOWELS & set(part) for part in parts):
        yield "no vowel"
