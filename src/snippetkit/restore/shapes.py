"""Lines that are not running text: rules, tables, markup, code. They are left alone."""

from __future__ import annotations

import re

__all__ = ["fence", "is_alone", "is_broken_by_hand", "is_row"]

_FENCE = re.compile(r"(?:`{3,}|~{3,})[^`]*")
_MARKUP = re.compile(r"[|>].*|#{1,6} .*|</?[A-Za-z!].*>")
_BREAK = re.compile(r"<br ?/?>\Z", re.IGNORECASE)
_TAG_LENGTH = 8
_GAPS = re.compile(r" {2,}|\t")
_GUTTER = 3
"""How many spaces part two cells, at least."""
_LONGEST = 1_000


def fence(text: str) -> str:
    """The mark by which a line begins or ends code; none if it does not."""
    return text[:3] if _FENCE.fullmatch(text[:_LONGEST]) else ""


def is_alone(text: str) -> bool:
    """Whether a line is joined with no other, by what stands on it."""
    if len(text) > _LONGEST:
        return False
    return not any(map(str.isalnum, text)) or bool(_MARKUP.fullmatch(text)) or is_row(text)


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
    if " " * _GUTTER not in text:
        return False
    wide = [len(gap) for gap in _GAPS.findall(text)]
    single = text.count(" ") - sum(wide)
    return single >= len(wide) or max(wide) >= 2 * _GUTTER or max(wide) > 2 * min(wide) + 1
