"""The lines of a text that have something on them, and the gaps between."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["BLANKS", "Line", "lines_of", "settled"]

BLANKS = " \t\v\u00a0\u3000\ufeff"
"""What stands around the content of a line: a no-break space there is layout too."""

_LINE = re.compile(r"([^\r\n\f]*)(\r\n|[\r\n\f]|\Z)")
_RUN = re.compile(r"[ \t\v]+")
_BESIDE_SPACES = ("  ", "\t", "\v")
_WIDE = {"\t": 4, "\u3000": 2}


class Line(NamedTuple):
    """A line that is not blank."""

    text: str
    """What stands on it, without the blanks around."""
    start: int
    """Where that starts."""
    end: int
    """Where that ends."""
    opens: int
    """Where the line itself starts, its indentation with it."""
    indent: int
    """How many columns of blanks stand before."""
    above: int
    """How many blank lines stand above."""
    page: bool
    """Whether a form feed stands above: a page ends there, and a line with it."""
    trails: bool
    """Whether blanks stand behind."""


def lines_of(text: str) -> list[Line]:
    r"""The lines of *text* that are not blank.

    >>> [(line.text, line.indent, line.above, line.page) for line in lines_of("  One\n\n\fTwo")]
    [('One', 2, 0, False), ('Two', 0, 1, True)]
    """
    found: list[Line] = []
    above, page = 0, False
    for match in _LINE.finditer(text):
        whole, ending = match.groups()
        content = whole.strip(BLANKS)
        if content:
            lead = whole[: len(whole) - len(whole.lstrip(BLANKS))]
            start = match.start() + len(lead)
            end = start + len(content)
            trails = end < match.end(1)
            columns = sum(_WIDE.get(blank, 1) for blank in lead)
            found.append(Line(content, start, end, match.start(), columns, above, page, trails))
            above, page = 0, False
        elif ending and ending != "\f":
            above += 1
        page = page or ending == "\f"
    return found


def settled(text: str) -> str:
    r"""*text* with one space where several stood.

    >>> settled("was  consistent\twith")
    'was consistent with'
    """
    return _RUN.sub(" ", text) if any(map(text.__contains__, _BESIDE_SPACES)) else text
