"""Places in a YAML text: line starts and ends, and what is skipped between values."""

from __future__ import annotations

import re

__all__ = [
    "COMMENT_AFTER",
    "LINE_END",
    "SPACE",
    "after",
    "before_line_end",
    "column_of",
    "line_start",
    "line_stop",
    "skipped",
]

LINE_END = re.compile(r"\r\n|\r|\n")
SPACE = re.compile(r"[ \t\r\n]+")
COMMENT_AFTER = re.compile(r"[ \t]+#[^\r\n]*")
_COMMENT = re.compile(r"#[^\r\n]*")


def after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """After *pattern*, if it is what stands *at* that place."""
    found = pattern.match(text, at)
    return found.end() if found else at


def skipped(text: str, at: int) -> int:
    """Where the next thing that is neither blank, line end nor comment stands."""
    at = after(SPACE, text, at)
    while text.startswith("#", at):
        at = after(SPACE, text, after(_COMMENT, text, at))
    return at


def line_start(text: str, at: int, floor: int = 0) -> int:
    """Where the line begins that *at* is in; not before *floor*."""
    return max(text.rfind("\n", floor, at), text.rfind("\r", floor, at), floor - 1) + 1


def line_stop(text: str, at: int) -> int:
    """Where the line that *at* is in ends, with its line end."""
    found = LINE_END.search(text, at)
    return found.end() if found else len(text)


def before_line_end(text: str, at: int) -> int:
    """Before the line end that ends at *at*, if one does."""
    if text.endswith("\r\n", 0, at):
        return at - 2
    return at - 1 if text.endswith(("\r", "\n"), 0, at) else at


def column_of(text: str, at: int) -> int:
    """How many characters of its line stand before *at*."""
    return at - line_start(text, at)
