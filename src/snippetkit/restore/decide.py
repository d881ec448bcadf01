"""Estimate, for each gap between two lines, how likely the lines belong together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from snippetkit.restore._weights import FIRST, SECOND
from snippetkit.restore.context import shared
from snippetkit.restore.evidence import Factors, local
from snippetkit.restore.shapes import is_broken_by_hand, stands_alone
from snippetkit.restore.survey import Survey

__all__ = ["Verdict", "apart", "chances", "verdicts"]

_LONGEST_CELL = 100
_FAR = 12.0
"""Beyond this, odds say nothing more."""


class Verdict(NamedTuple):
    """The findings about one gap."""

    joined: float
    """How likely it is that the two lines belong together."""
    factors: Factors
    """The evidence for it and, below zero, against it."""


def verdicts(survey: Survey) -> list[Verdict]:
    """The findings about each gap: first by itself, then again with all first guesses known."""
    alone, first = apart(survey), local(survey)
    pairs = zip(alone, chances(first, FIRST), strict=True)
    guesses = [0.0 if no else chance for no, chance in pairs]
    found = []
    for no, factors in zip(alone, shared(survey, first, guesses), strict=True):
        strengths = {"alone": -_FAR} if no else _strengths(factors, SECOND)
        found.append(Verdict(_chance(strengths), strengths))
    return found


def apart(survey: Survey) -> list[bool]:
    """For each gap, whether its lines are never joined, whatever else is found.

    That is so if one of them stands alone, the writer asked for the line end, or neither has a letter.
    """
    alone = stands_alone(survey.lines)
    by_hand = [is_broken_by_hand(line.text) for line in survey.lines]
    figures = [not any(map(str.isalpha, line.text[:_LONGEST_CELL])) for line in survey.lines]
    return [
        one or other or end or (both and also)
        for (one, other), (both, also), end in zip(
            pairwise(alone), pairwise(figures), by_hand[:-1], strict=True
        )
    ]


def chances(factors: Sequence[Factors], weights: dict[str, float]) -> list[float]:
    """How likely each gap is a join, by these *weights*."""
    return [_chance(_strengths(each, weights)) for each in factors]


def _strengths(factors: Factors, weights: dict[str, float]) -> Factors:
    return {name: value * weights.get(name, 0.0) for name, value in factors.items()}


def _chance(strengths: Factors) -> float:
    score = max(-_FAR, min(_FAR, sum(strengths.values())))
    return 1 / (1 + math.exp(-score))
