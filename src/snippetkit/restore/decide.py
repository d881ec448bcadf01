"""Estimate, for each gap between two lines, how likely the lines belong together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import mul
from typing import NamedTuple

from snippetkit.restore._weights import FIRST, SECOND
from snippetkit.restore.context import shared
from snippetkit.restore.evidence import Factors, local
from snippetkit.restore.survey import Survey

__all__ = ["Verdict", "chances", "verdicts"]

_FAR = 12.0
"""Beyond this, odds say nothing more."""


_WEIGHTS = defaultdict(float, SECOND)


class Verdict(NamedTuple):
    """The findings about one gap."""

    joined: float
    """How likely it is that the two lines belong together."""
    factors: Factors
    """What there is to judge by; nothing for lines that are never joined."""

    @property
    def strengths(self) -> Iterator[tuple[str, float]]:
        """Each factor with the evidence for it and, below zero, against it."""
        weighed = map(mul, self.factors.values(), map(_WEIGHTS.__getitem__, self.factors))
        return zip(self.factors, weighed, strict=True)


def verdicts(survey: Survey) -> list[Verdict]:
    """The findings about each gap: first by itself, then again with all first guesses known."""
    first = local(survey)
    second = shared(survey, first, chances(first, FIRST))
    return list(map(Verdict, chances(second, SECOND), second))


def chances(factors: Sequence[Factors], weights: dict[str, float]) -> list[float]:
    """How likely each gap is a join, by these *weights*: one without factors is none."""
    weight = defaultdict(float, weights).__getitem__
    return [
        _chance(sum(map(mul, each.values(), map(weight, each)))) if each else 0.0
        for each in factors
    ]


def _chance(score: float) -> float:
    within = -_FAR if score < -_FAR else min(_FAR, score)
    return 1 / (1 + math.exp(-within))
