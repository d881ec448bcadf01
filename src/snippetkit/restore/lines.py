"""The non-blank lines of a text, and the gaps between them."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["BLANKS", "Line", "lines_of", "settled"]

BLANKS = " \t\v\u00a0\u3000\ufeff"
"""The blanks around the content of a line; here a no-break space is layout too."""

_LINE = re.compile(r"([^\r\n\f]*)(\r\n|[\r\n\f]|\Z)")
_RUN = re.compile(r"[ \t\v]+")
_WIDE = {"\t": 4, "\u3000": 2}


class Line(NamedTuple):
    """A line that is not blank."""

    text: str
    """The content, without the blanks around it."""
    start: int
    """Where the content starts."""
    end: int
    """Where the content ends."""
    opens: int
    """Where the line itself starts, including its indentation."""
    indent: int
    """How many columns of blanks precede the content."""
    above: int
    """How many blank lines are above it."""
    page: bool
    """Whether a form feed precedes it, which ends a page and a line."""
    trails: bool
    """Whether blanks follow the content."""


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
            opens, ends = match.span(1)
            lead = whole[: whole.index(content[0])]
            start = opens + len(lead)
            end = start + len(content)
            columns = sum(_WIDE.get(blank, 1) for blank in lead) if lead else 0
            found.append(Line(content, start, end, opens, columns, above, page, end < ends))
            above, page = 0, False
        elif ending and ending != "\f":
            above += 1
        page = page or ending == "\f"
    return found


def settled(text: str) -> str:
    r"""*text* with each run of spaces reduced to one.

    >>> settled("was  consistent\twith")
    'was consistent with'
    """
    is_settled = "  " not in text and "\t" not in text and "\v" not in text
    return text if is_settled else _RUN.sub(" ", text)
