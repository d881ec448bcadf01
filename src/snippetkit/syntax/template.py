"""The template that a site's export pours its articles into: header lines without their values.

Found in one text that was scanned with care, it tells the lines of the next one. Where they and all
that stands between them are as in the first text, `headers.scan` finds the very same slots, whatever
the values are; why that is so stands where the patterns are made, and a law says it.
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
    "UNMARKED",
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
UNMARKED = rf"(?![*_]){ANY_VALUE}"
"""What a title may be behind the signs of a heading: none that may stand in bold or italics."""
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
    """The lines of a header."""

    lines: tuple[str, ...]
    """A pattern for each, without its end; the value is a group."""
    closed: bool
    """Whether a fence ends them; else `PROSE` must follow, and no `labels.bare_label`."""


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
    >>> [re.fullmatch(*pair)[1] for pair in zip(found.lines, ("## Snow", "Category: Weather"))]
    ['Snow', 'Weather']
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
    if closing is None and text[slots[-1].stop : slots[-1].stop + 1] != "\n":
        return None  # a label in the second line of the body would make a header of the first
    if closing is None and (slots[-1].name == TITLE or all(slot.name != TITLE for slot in slots)):
        return None  # it would be the title, or the line between it and the labels
    if not (opening[1] or slots[0].name == TITLE or labels.has(slots[0].name)):
        return None  # an unknown label counts there for what stands right below
    stops = (slots[0].begin, *(slot.stop for slot in slots))
    try:
        lines = [_line(text, *pair, labels, opening[1]) for pair in zip(stops, slots, strict=False)]
    except ValueError:
        return None
    return Template(tuple(lines), closing is not None)


def _line(text: str, at: int, slot: Slot, labels: Labels, opening: str | None) -> str:
    """The pattern of the line of *slot*, with blank lines alone between *at* and it.

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
    if value and before[-1:] not in " \t\xa0\u202f":
        raise ValueError("a mark may follow")
    if item.kind == "heading" and before[:1] != "#" and before.lstrip(" \t")[:1] != "#":
        raise ValueError("a mark behind the value may be none of it")
    if item.kind == "unknown" and not opening and at != slot.begin:
        raise ValueError("it counts for the line below")
    bare = labels.bare_label(f"{before}1")
    if bare and (bare != len(before) or _begins(slot.name, labels)):
        raise ValueError("a colon in the value may make it another label")
    any_value = {"heading": UNMARKED}.get(item.kind, ANY_VALUE)
    return rf"{re.escape(before)}{_DATE if bare else ''}{any_value if value else '()'}"


def _may_close(before: str, labels: Labels) -> bool:
    """Whether a mark behind the value would be none of it, as bold or italics end there."""
    marked = (next(items(f"{before}1{mark}", 0, labels)) for mark in ("**", "__", "*", "_"))
    return any(item.value == "1" for item in marked)


def _begins(name: str, labels: Labels) -> bool:
    """Whether a longer label begins with *name*."""
    return any(label.startswith(fold(name) + " ") for label in labels.known)
