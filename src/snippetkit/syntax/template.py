"""The template into which a site's export pours its articles: header lines without their values.

It is built from one carefully scanned text, and recognises the lines of the next one. If these, and
everything between them, are as in the first text, `headers.scan` finds the same slots, whatever the
values are; the reasons are given where the patterns are made, and a law says so.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from snippetkit.syntax.headers import BODY, MARKS, TITLE, Labels, fold, items
from snippetkit.syntax.tree import Scan, Slot

__all__ = [
    "ANY_VALUE",
    "BODY_START",
    "HEADING",
    "MOST_LINES",
    "PROSE",
    "SEEN",
    "Template",
    "is_simple",
    "template",
]

BODY_START = r"\n?(?![ \t\r\n])"
"""The blank line before a body that itself begins with none."""

MOST_LINES = 100
"""The most lines of a template: no site prints more, and a pattern of many takes seconds to build."""
ANY_VALUE = r"(\S.*)(?<![ \t])"
"""The pattern of a value that has no further conditions."""
HEADING = r"(?![*_])(\S.*)(?<![ \t#])"
"""The pattern of a value after the signs of a heading, which may close it or be bold or italic."""
SEEN = 200
"""How many characters of a body show that no label begins it."""
_OPENING = re.compile(r"\n*(?:(-{3,})\n+)?")
_CLOSING = re.compile(r"\n*(-{3,})\n")
# What is wanted behind a label that has no colon: the beginning of a date, of the usual ones.
_DATE = (
    r"(?=[0-9]|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{0,6}) [0-9])"
)
PROSE = r"(?=\n?[^\W\d_][^\r\n:：]{49}[^\r\n:： \t])"
"""The start of a line that cannot be a label line, whatever follows: longer than any label, and
without a colon up to a character that cannot be in the gap before one."""


class Template(NamedTuple):
    """The lines of a header."""

    lines: tuple[str, ...]
    """A pattern for each, without its end; the value is a group."""
    closed: bool
    """Whether a fence ends them; otherwise `PROSE` must follow, and no `labels.bare_label`."""


def is_simple(text: str, end: int) -> bool:
    """Whether up to *end* all lines end in LF, and no bar or wide blank may split a line."""
    if text.find("\r", 0, end) >= 0 or text.find("|", 0, end) >= 0:
        return False
    return text.isascii() or text.find("\u3000", 0, end) < 0


def template(text: str, scan: Scan, labels: Labels) -> Template | None:
    r"""The template of *text*, which has this *scan*; None if more than the values may matter.

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
    first = () if opening[1] or slots[0].name == TITLE else slots[:1]
    last = slots[-1:] if closing is None else ()
    if not all(labels.has(slot.name) for slot in (*first, *last)):
        return None  # an unknown label counts there for what stands behind it and right below
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
    if value and before[-1:] not in f" \t\xa0\u202f{MARKS}":
        raise ValueError("a mark may follow")
    if item.kind == "unknown" and not opening and at != slot.begin:
        raise ValueError("it counts for the line below")
    bare = labels.bare_label(f"{before}1")
    if bare and (bare != len(before) or _begins(slot.name, labels)):
        raise ValueError("a colon in the value may make it another label")
    some = HEADING if item.kind == "heading" else ANY_VALUE
    return rf"{re.escape(before)}{_DATE if bare else ''}{some if value else '()'}"


def _may_close(before: str, labels: Labels) -> bool:
    """Whether a mark behind the value would be none of it, as bold or italics end there."""
    marked = (next(items(f"{before}1{mark}", 0, labels)) for mark in ("**", "__", "*", "_"))
    return any(item.value == "1" for item in marked)


def _begins(name: str, labels: Labels) -> bool:
    """Whether a longer label begins with *name*."""
    return any(label.startswith(fold(name) + " ") for label in labels.known)
