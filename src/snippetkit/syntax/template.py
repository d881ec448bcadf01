"""The template that a site's export pours its articles into: header lines without their values.

Found in one text that was scanned with care, it is a pattern that finds the values of the next one
in a tenth of the time. It matches only where `headers.scan` would find the very same slots, whatever
the values are; why that is so stands where the pattern is made, and a law says it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from snippetkit.syntax.headers import BODY, TITLE, Labels, fold, items
from snippetkit.syntax.tree import Scan, Slot

__all__ = [
    "ANY_VALUE",
    "BODY_START",
    "MOST_LINES",
    "PROSE",
    "SEEN",
    "Template",
    "is_simple",
    "template",
]

BODY_START = r"\n?(?![ \t\r\n])"
"""The blank line in front of a body that begins with none of its own."""

MOST_LINES = 100
"""No site prints more of them, and making a pattern of very many takes seconds."""
ANY_VALUE = r"(\S.*)(?<![ \t])"
"""What a value may be where nothing more is asked of it."""
SEEN = 200
"""So many characters of a body tell that no label begins it."""
_OPENING = re.compile(r"\n*(?:(-{3,})\n+)?")
_CLOSING = re.compile(r"\n*(-{3,})\n")
# What is wanted behind a label that has no colon: the beginning of a date, of the usual ones.
_DATE = (
    r"(?=[0-9]|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{0,6}) [0-9])"
)
PROSE = r"(?=\n?[^\W\d_][^\r\n:：]{49}[^\r\n:： \t])"
"""The start of a line that is no label line, whatever follows: longer than a label can be, with no
colon up to a character that is part of no gap before one."""


class Template(NamedTuple):
    """The lines of a header, with a group of the pattern for each value."""

    pattern: str
    """Matches from the start of a text to the end of its header. It counts only where `is_simple` is
    true of that stretch."""
    lines: tuple[str, ...]
    """The patterns of the lines, without their ends."""
    names: tuple[str, ...]
    """The names of the slots, in the order of the groups."""
    widths: tuple[int, ...]
    """How many characters stand before each value on its line."""
    fenced: bool
    """Whether a fence begins the header."""
    closed: bool
    """Whether a fence ends it; else what follows must be no `labels.bare_label`."""

    def inside(self, text: str, last: Slot) -> tuple[int, int, int]:
        """Where the header's inside begins and ends, and where what is behind it begins."""
        start = text.index("\n", text.index("-")) + 1 if self.fenced else 0
        if not self.closed:
            return start, last.stop, last.stop
        fence = text.index("-", last.stop)
        return start, fence, text.index("\n", fence) + 1


def is_simple(text: str, end: int) -> bool:
    """Whether lines end in LF only up to *end*, and no bar or wide blank may part one line in two."""
    if text.find("\r", 0, end) >= 0 or text.find("|", 0, end) >= 0:
        return False
    return text.isascii() or text.find("\u3000", 0, end) < 0


def template(text: str, scan: Scan, labels: Labels) -> Template | None:
    r"""The template of *text*, which has this *scan*; None where more than the values may matter.

    >>> from snippetkit.syntax import headers
    >>> labels = Labels(frozenset(["category"]))
    >>> text = "---\n## Rain\nCategory: Weather\n---\n\nIt rained.\n"
    >>> found = template(text, headers.scan(text, labels), labels)
    >>> found.names, re.match(found.pattern, text.replace("Rain", "Snow")).groups()
    (('#title', 'Category'), ('Snow', 'Weather'))
    """
    slots = [slot for slot in scan.slots if slot.name != BODY]
    if scan.flaws or len(slots) > MOST_LINES:
        return None
    if all(slot.name == TITLE for slot in slots):
        return None  # labels may stand behind the body
    opening = _OPENING.fullmatch(text, 0, slots[0].begin)
    closing = _CLOSING.match(text, slots[-1].stop)
    if opening is None or (closing is None and slots[-1].start == slots[-1].end):
        return None  # the line below would be the value of a label that has none
    if closing is None and (slots[-1].name == TITLE or all(slot.name != TITLE for slot in slots)):
        return None  # it would be the title, or the line between it and the labels
    if not (opening[1] or slots[0].name == TITLE or labels.has(slots[0].name)):
        return None  # an unknown label counts there for what stands right below
    stops = (slots[0].begin, *(slot.stop for slot in slots))
    try:
        lines = [_line(text, *pair, labels, opening[1]) for pair in zip(stops, slots, strict=False)]
    except ValueError:
        return None
    # Blank lines are taken once and never given back: two runs of them side by side would be parted
    # in every possible way.
    start = rf"\n*+{opening[1]}\n++" if opening[1] else r"\n*+"
    end = rf"\n*+{closing[1]}\n" if closing else PROSE
    widths = tuple(slot.start - slot.begin for slot in slots)
    names = tuple(slot.name for slot in slots)
    fences = opening[1] is not None, closing is not None
    header = "".join([f"{blank}{line}\\n" for blank, line in lines])
    patterns = tuple(line for _, line in lines)
    return Template(start + header + end, patterns, names, widths, *fences)


def _line(text: str, at: int, slot: Slot, labels: Labels, opening: str | None) -> tuple[str, str]:
    """The pattern of the blank lines between *at* and the line of *slot*, and that of the line.

    Its label is read by itself, so that it stays what it is whatever the value.

    Raises:
        ValueError: the value may matter, or more than one line is needed.
    """
    before, value = text[slot.begin : slot.start], text[slot.start : slot.end]
    item = next(items(before + (value and "1"), 0, labels), None)
    if item is None or (item.name, item.start) != (slot.name, len(before)):
        raise ValueError("a line by its neighbours")
    if value and not {"*", "_"}.isdisjoint(before) and _may_close(before, labels):
        raise ValueError("a mark may end it")
    if text[slot.end : slot.stop] != "\n" or text[at : slot.begin].strip("\n"):
        raise ValueError("a line with more to it")
    if value and before[-1:] not in " \t":
        raise ValueError("a mark may follow")
    if item.kind == "unknown" and not opening and at != slot.begin:
        raise ValueError("it counts for the line below")
    bare = labels.bare_label(f"{before}1")
    if bare and (bare != len(before) or _begins(slot.name, labels)):
        raise ValueError("a colon in the value may make it another label")
    # Without a fence above, an unknown label counts only right below another line.
    blank = "" if item.kind == "unknown" and not opening else r"\n*+"
    return blank, rf"{re.escape(before)}{_DATE if bare else ''}{ANY_VALUE if value else '()'}"


def _may_close(before: str, labels: Labels) -> bool:
    """Whether a mark behind the value would be none of it, as bold or italics end there."""
    marked = (next(items(f"{before}1{mark}", 0, labels)) for mark in ("**", "__", "*", "_"))
    return any(item.value == "1" for item in marked)


def _begins(name: str, labels: Labels) -> bool:
    """Whether a longer label begins with *name*."""
    return any(label.startswith(fold(name) + " ") for label in labels.known)
