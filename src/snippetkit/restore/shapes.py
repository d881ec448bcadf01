"""Lines that are not running text: rules, tables, markup, code. They are left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from snippetkit.restore.lines import Line

__all__ = ["is_broken_by_hand", "is_row", "stands_alone"]

_FENCE = re.compile(r"(?:`{3,}|~{3,})[^`]*")
_HEADING = re.compile(r"#{1,6} .*")
_TAG = re.compile(r"</?[A-Za-z!][^\r\n]*>")
_BREAK = re.compile(r"<br ?/?>\Z", re.IGNORECASE)
_TAG_LENGTH = 8
_GAPS = re.compile(r" {2,}|\t")
_GUTTER = 3
"""How many spaces part two cells, at least."""
_LONGEST = 1_000


def stands_alone(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it is never joined with another."""
    found, fence = [], ""
    for line in lines:
        mark = line.text[:3] if _FENCE.fullmatch(line.text[:_LONGEST]) else ""
        alone = bool(fence or mark) or _is_alone(line.text)
        fence = "" if mark and mark == fence else fence or mark
        found.append(alone)
    return found if not fence else [_is_alone(line.text) for line in lines]


def _is_alone(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    return (
        not any(character.isalnum() for character in text)
        or text[0] in "|>"
        or bool(_HEADING.fullmatch(text) or _TAG.fullmatch(text))
        or is_row(text)
    )


def is_broken_by_hand(text: str) -> bool:
    """Whether the writer asked for a line end, as HTML does.

    >>> is_broken_by_hand("by sunsetting<br/>")
    True
    """
    return bool(_BREAK.search(text, max(0, len(text) - _TAG_LENGTH)))


def is_row(text: str) -> bool:
    """Whether *text* is a row of a table, or of columns side by side.

    It is if gaps of three spaces or more occur among single spaces; in a justified line all are alike.

    >>> is_row("Barley      1,204      98"), is_row("was   consistent   with   the")
    (True, False)
    """
    if "\t" in text:
        return True
    wide = [len(gap[0]) for gap in _GAPS.finditer(text)]
    if not wide or max(wide) < _GUTTER:
        return False
    single = text.count(" ") - sum(wide)
    return single >= len(wide) or max(wide) >= 2 * _GUTTER or max(wide) > 2 * min(wide) + 1
