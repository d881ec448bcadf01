"""Turn the plan for the lines of a text into splices of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from snippetkit.restore.furniture import Cut
from snippetkit.restore.lines import Line
from snippetkit.restore.plan import Joint, Plan, Splice

__all__ = ["splices"]

_END_OF_LINE = re.compile(r"\r\n|[\r\n]")


def splices(text: str, lines: Sequence[Line], plan: Plan) -> list[Splice]:
    """The splices of *text* that carry out the plan, in order and not overlapping."""
    found = list(plan.inner)
    before: Line | None = None
    gone: list[int] = []
    for at, line in enumerate(lines):
        if at in plan.gone:
            gone.append(at)
            continue
        if before is not None and at in plan.joints:
            found.append(_joined(before, line, plan, gone, plan.joints[at]))
        elif gone:
            found.append(_cut(plan, gone, lines[gone[0]].opens, line.opens))
        elif before is not None and at in plan.splits:
            found.append(_split(text, before, line, *plan.splits[at]))
        before, gone = line, []
    if gone:
        found.append(_cut(plan, gone, lines[gone[0]].opens, len(text)))
    return sorted(found)


def _joined(before: Line, line: Line, plan: Plan, gone: list[int], joint: Joint) -> Splice:
    drops, text, kind, reason, sure = joint
    if gone:
        cut = _weakest(plan, gone)
        kind, sure = "furniture", min(cut.confidence, sure)
        reason = f"{cut.reason}; the paragraph runs on over it: {reason}"
    return before.end - drops, line.start, text, kind, reason, sure


def _split(text: str, before: Line, line: Line, reason: str, sure: float) -> Splice:
    end = _END_OF_LINE.search(text, before.end, line.start)
    place = end.end() if end else line.opens
    return place, place, end[0] if end else "\n", "split", reason, sure


def _cut(plan: Plan, gone: list[int], start: int, end: int) -> Splice:
    cut = _weakest(plan, gone)
    return start, end, "", "furniture", cut.reason, cut.confidence


def _weakest(plan: Plan, gone: list[int]) -> Cut:
    """The least sure of several cuts that are made as one."""
    return min((plan.gone[at] for at in gone), key=lambda cut: cut.confidence)
