"""Turn the plan for the lines of a text into splices of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from snippetkit.restore.furniture import Cut
from snippetkit.restore.lines import Line
from snippetkit.restore.plan import Joint, Plan
from snippetkit.restore.restoration import Repair

__all__ = ["repairs"]

_END_OF_LINE = re.compile(r"\r\n|[\r\n]")


def repairs(text: str, lines: Sequence[Line], plan: Plan) -> tuple[Repair, ...]:
    """The splices that carry out the plan for *text*, in order and not overlapping."""
    found = [*plan.inner]
    before: int | None = None
    gone: list[int] = []
    for at in range(len(lines)):
        if at in plan.gone:
            gone.append(at)
            continue
        found += _between(text, lines, plan, before, gone, at)
        before, gone = at, []
    if gone:
        found.append(_cut(plan, gone, lines[gone[0]].opens, len(text)))
    return tuple(sorted(found, key=lambda edit: (edit.start, edit.end)))


def _between(
    text: str, lines: Sequence[Line], plan: Plan, before: int | None, gone: list[int], at: int
) -> Iterator[Repair]:
    """What is done between two lines that stay, the second of them number *at*."""
    line = lines[at]
    if before is not None and at in plan.joints:
        yield _joined(lines[before], line, plan, gone, plan.joints[at])
    elif gone:
        yield _cut(plan, gone, lines[gone[0]].opens, line.opens)
    elif before is not None and at in plan.splits:
        end = _END_OF_LINE.search(text, lines[before].end, line.start)
        place = end.end() if end else line.opens
        why, confidence = plan.splits[at]
        yield Repair(place, place, end[0] if end else "\n", "split", why, confidence)


def _joined(before: Line, line: Line, plan: Plan, gone: list[int], joint: Joint) -> Repair:
    start = before.end - joint.drops
    if not gone:
        return Repair(start, line.start, joint.text, joint.kind, joint.reason, joint.confidence)
    cut = _weakest(plan, gone)
    why = f"{cut.reason}; the paragraph runs on over it: {joint.reason}"
    sure = min(cut.confidence, joint.confidence)
    return Repair(start, line.start, joint.text, "furniture", why, sure)


def _cut(plan: Plan, gone: list[int], start: int, end: int) -> Repair:
    cut = _weakest(plan, gone)
    return Repair(start, end, "", "furniture", cut.reason, cut.confidence)


def _weakest(plan: Plan, gone: list[int]) -> Cut:
    """The least sure of several cuts that are made as one."""
    return min((plan.gone[at] for at in gone), key=lambda cut: cut.confidence)
