"""The plan: what to do with the lines of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from snippetkit.restore.decide import Verdict, verdicts
from snippetkit.restore.furniture import Cut, furniture
from snippetkit.restore.hyphens import parting
from snippetkit.restore.lines import Line
from snippetkit.restore.looks import Looks
from snippetkit.restore.marks import INNER_HYPHEN
from snippetkit.restore.reasons import reason
from snippetkit.restore.survey import Survey

__all__ = ["Joint", "Plan", "is_followed", "merged", "planned"]

_BROKEN = 0.9
"""How sure one join must be, at least, for a text to be a broken one."""
_LONGEST_WORD = 60
_LISTED = frozenset({"bullet", "number", "dash"})
_ENDED = frozenset({"end", "colon"})


Splice = tuple[int, int, str, str, str, float]
"""What a `Repair` has, in that order: of one that may be made anew in the next round."""


class Joint(NamedTuple):
    """How two lines become one."""

    drops: int
    """How many characters are removed from the end of the line before."""
    text: str
    """The text between them that replaces the gap."""
    kind: str
    reason: str
    confidence: float


class Plan(NamedTuple):
    """What to do with the lines of a text, by their numbers."""

    gone: dict[int, Cut]
    """The lines to remove."""
    joints: dict[int, Joint]
    """The lines to join to the last line before them that stays."""
    splits: dict[int, tuple[str, float]]
    """The lines above which to insert a blank line: the reason, and the confidence."""
    inner: tuple[Splice, ...]
    """Words to join inside lines."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.gone or self.joints or self.inner)


def planned(lines: Sequence[Line], known: Looks, *, again: bool = False) -> Plan:
    """What to do with *lines*, as they stand; if *again*, none are split."""
    gone = furniture(lines, known)
    numbers = [at for at in range(len(lines)) if at not in gone]
    survey = Survey([lines[at] for at in numbers], known)
    found = verdicts(survey)
    least = 0.5 if any(verdict.joined > _BROKEN for verdict in found) else 1.0
    joints, splits = dict[int, Joint](), dict[int, tuple[str, float]]()
    for gap, verdict in enumerate(found):
        if verdict.joined > least:
            joints[numbers[gap + 1]] = _joint(survey, gap, verdict)
        elif least < 1 and not again and verdict.factors and not _is_tight(survey, gap):
            why = reason(survey, gap, verdict, joined=False)
            splits[numbers[gap + 1]] = why, 1 - verdict.joined
    return Plan(gone, joints, splits, tuple(_partings(survey)))


def _joint(survey: Survey, gap: int, verdict: Verdict) -> Joint:
    before, after = survey.looks[gap], survey.looks[gap + 1]
    why = reason(survey, gap, verdict, joined=True)
    if not before.is_parted:
        text = "" if before.ending.is_unspaced and after.start.is_unspaced else " "
        return Joint(0, text, "join", why, verdict.joined)
    sign = survey.lines[gap].text[-1]
    found = parting(survey, before.tail.token, after.head.token)
    sure = verdict.joined * found.confidence
    if found.text[:1] == sign:
        return Joint(0, found.text[1:], "join", f"{why}; {found.reason}", sure)
    return Joint(1, found.text, "hyphen", f"{why}; {found.reason}", sure)


def _is_tight(survey: Survey, gap: int) -> bool:
    """Whether the lines around *gap* may stay as they are: they have a blank line, or are a list or verse."""
    if survey.lines[gap + 1].above or survey.heads[gap + 1].kind in _LISTED:
        return True
    return survey.short[gap] and survey.short[gap + 1] and survey.tails[gap].kind not in _ENDED


def _partings(survey: Survey) -> Iterator[Splice]:
    """Words put together inside a line: PDFium leaves a sign there where a line ended."""
    for line in survey.lines:
        for match in INNER_HYPHEN.finditer(line.text):
            start, end = match.span()
            left = line.text[max(0, start - _LONGEST_WORD) : start].split(" ")[-1]
            right = line.text[end : end + _LONGEST_WORD].split(" ")[0]
            if left[-1:].isalnum() and right[:1].isalnum():
                found = parting(survey, left + match[0], right)
                at = line.start + start
                yield (at, at + 1, found.text, "hyphen", found.reason, found.confidence)


def merged(first: Plan, second: Plan, count: int) -> Plan | None:
    """The *first* plan for a text of *count* lines, and the *second* for what it made of that text.

    None if the second does what cannot be said in lines of the first: put words together inside one.
    """
    groups = _groups(first, count)
    if second.inner:
        return None
    gone, joints, splits = dict(first.gone), dict(first.joints), dict(first.splits)
    for at, cut in second.gone.items():
        for line in groups[at]:
            gone[line] = cut
            joints.pop(line, None)
            splits.pop(line, None)
    for at, joint in second.joints.items():
        joints[groups[at][0]] = joint
        splits.pop(groups[at][0], None)
    return Plan(gone, joints, splits, first.inner)


def _groups(plan: Plan, count: int) -> list[list[int]]:
    """The lines that become one line each."""
    found: list[list[int]] = []
    for at in range(count):
        if at in plan.gone:
            continue
        if at in plan.joints:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def is_followed(plan: Plan, lines: Sequence[Line], made: Sequence[Line]) -> bool:
    """Whether the lines that were *made* are those that the *plan* for *lines* asks for."""
    return len(made) == len(lines) - len(plan.gone) - len(plan.joints)
