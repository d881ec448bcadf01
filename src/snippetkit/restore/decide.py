"""Estimate, for each gap between two lines, how likely the lines belong together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from snippetkit.restore._weights import FIRST, SECOND
from snippetkit.restore.context import shared
from snippetkit.restore.evidence import Factors, local
from snippetkit.restore.survey import Survey

__all__ = ["AGAINST", "FOR", "Verdict", "chances", "verdicts"]

_FAR = 12.0
"""Beyond this, odds say nothing more."""


FOR = defaultdict(float, SECOND)
"""How much each factor speaks for joining."""
AGAINST = defaultdict(float, {name: -weight for name, weight in SECOND.items()})
"""How much each factor speaks against joining."""


class Verdict(NamedTuple):
    """The findings about one gap."""

    joined: float
    """How likely it is that the two lines belong together."""
    factors: Factors
    """What there is to judge by; nothing for lines that are never joined."""


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
