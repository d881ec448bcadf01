"""Splices that replace, insert and remove an entry, spelled as the text is."""

from __future__ import annotations

import re

from snippetkit.syntax._common import Rewriter, ends_lines, margin_of
from snippetkit.syntax.json._parser import string_end
from snippetkit.syntax.json._scan import Reader
from snippetkit.syntax.json._spelling import CANONICAL, Manner, spelled_at, spelled_entry
from snippetkit.syntax.tree import Edit, Plain, Scan, Slot, newline_of

__all__ = ["insert", "remove", "replace"]

# An escape that only a writer of pure ASCII needs: not of a control, separator or lone surrogate.
_ASCII_ESCAPE = re.compile(
    r"\\u(?!00[0-9]|202[89]|[dD][89A-Fa-f])[0-9A-Fa-f]{4}"
    r"|\\u[dD][89ABab][0-9A-Fa-f]{2}\\u[dD][C-Fc-f]"
)


def replace(text: str, scan: Scan, index: int, value: Plain) -> Edit:
    """The splice that gives entry number *index* the *value*.

    In an object or list, only the parts that differ are spelled anew, in the style of the entry: its
    indentation, spacing and escapes. Other entries do not affect the style, because they may change
    too: changes of two entries give the same text in either order.

    Raises:
        ValueError: JSON cannot spell the value.

    >>> from snippetkit.syntax import json
    >>> text = '{"a": [1,2 , 3.10]}'
    >>> json.replace(text, json.scan(text, 0, 19), 0, [1, "b", 3.1])
    Edit(start=6, end=18, text='[1,"b" , 3.10]')
    """
    slot = scan.slots[index]
    before = scan.slots[index - 1].end if index else scan.start
    margin = margin_of(text[before : slot.begin])
    raw = text[slot.start : slot.end]
    node = Reader(raw).value(0, 1)
    writer = _Rewriter(raw, _manner_at(text, scan, index))
    return Edit(slot.start, slot.end, writer.rewritten(node, value, margin, 1))


def insert(text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
    r"""The splice that inserts an entry before number *index*, spaced like its neighbours.

    `remove` undoes it exactly.

    Raises:
        ValueError: JSON cannot spell the name or value, the name is there already, or the text
            is not a JSON object.

    >>> from snippetkit.syntax import json
    >>> text = '{\n  "a": 1\n}'
    >>> json.insert(text, json.scan(text, 0, 12), 1, "b", 2)
    Edit(start=10, end=10, text=',\n  "b": 2')
    """
    slots = scan.slots
    if scan.flaws and not slots:
        raise ValueError("this text is not a JSON object")
    if name in scan.once("names", lambda: {slot.name for slot in slots}):
        raise ValueError(f"the name {name!r} would stand twice")
    lead = _first_lead(text, scan)
    manner = _manner_of(text, scan, min(index, len(slots) - 1))
    entry = spelled_entry(name, value, manner, margin_of(lead), 1)
    if not slots:
        return Edit(scan.start, scan.start, lead + entry)
    comma = _comma_at(text, scan, index, lead, manner)
    if index < len(slots):
        return Edit(slots[index].begin, slots[index].begin, entry + comma)
    return Edit(slots[-1].end, slots[-1].end, comma + entry)


def remove(text: str, scan: Scan, index: int) -> Edit:
    """The splice that removes entry number *index* with its comma, and its line if it has its own.

    Inverse of `insert`.

    >>> from snippetkit.syntax import json
    >>> text = '{"a": 1, "b": 2}'
    >>> json.remove(text, json.scan(text, 0, 16), 1)
    Edit(start=7, end=15, text='')
    """
    slots = scan.slots
    if index + 1 < len(slots):
        return Edit(slots[index].begin, slots[index + 1].begin, "")
    before = slots[index - 1].end if index else scan.start
    return Edit(before, slots[index].end, "")


def _manner_at(text: str, scan: Scan, index: int) -> Manner:
    """How entry number *index* is spelled; of what it has none of, how the entries stand."""
    slot, lead = scan.slots[index], _first_lead(text, scan)
    raw = text[slot.start : slot.end]
    lines = raw if _is_filled(slot.value) else lead
    return _manner_of(text, scan, index)._replace(
        ascii=_is_escaped(raw),
        unit=_indent(text, scan) if ends_lines(lines) else "",
        newline=newline_of(raw if ends_lines(raw) else lead),
    )


def _manner_of(text: str, scan: Scan, index: int) -> Manner:
    """How the text spells; the spacing of the colon is that of entry number *index*."""
    manner = scan.once("manner", lambda: _usual_manner(text, scan))
    colon = _colon(text, scan.slots[index]) if scan.slots else ": "
    return manner._replace(comma="," if colon == ":" else ", ", colon=colon)


def _usual_manner(text: str, scan: Scan) -> Manner:
    """How the text spells, but for the spacing of colons."""
    whole = text[scan.start : scan.end]
    return CANONICAL._replace(
        ascii=_is_escaped(whole),
        unit=_unit(text, scan) if ends_lines(whole) else "",
        newline=newline_of(whole),
    )


def _is_escaped(raw: str) -> bool:
    """Whether what is not ASCII is escaped there."""
    return "\\u" in raw and raw.isascii() and bool(_ASCII_ESCAPE.search(raw))


def _colon(text: str, slot: Slot) -> str:
    colon = text[string_end(text, slot.begin) : slot.start]
    return ": " if ends_lines(colon) else colon


def _unit(text: str, scan: Scan) -> str:
    """By how much lists and objects indent; nothing if those of the text stand on one line."""
    raw = [text[slot.start : slot.end] for slot in scan.slots if _is_filled(slot.value)]
    if raw and not any(map(ends_lines, raw)):
        return ""
    return _indent(text, scan)


def _indent(text: str, scan: Scan) -> str:
    """By how much the entries are indented."""
    outer = margin_of(_tail(text, scan))
    inner = margin_of(_first_lead(text, scan))
    return inner.removeprefix(outer) or CANONICAL.unit


def _is_filled(value: Plain) -> bool:
    return isinstance(value, (dict, list)) and bool(value)


def _tail(text: str, scan: Scan) -> str:
    """What stands before the closing brace."""
    return text[scan.slots[-1].end if scan.slots else scan.start : scan.end]


def _first_lead(text: str, scan: Scan) -> str:
    """What stands, or should, between the opening brace and the first name."""
    if scan.slots:
        return text[scan.start : scan.slots[0].begin]
    inside = text[scan.start : scan.end]
    if not ends_lines(inside):
        return inside
    return newline_of(inside) + margin_of(inside) + CANONICAL.unit


def _comma_at(text: str, scan: Scan, index: int, lead: str, manner: Manner) -> str:
    """What should stand between entry number *index* and its neighbour: what stands nearby."""
    slots = scan.slots
    at = min(max(index, 1), len(slots) - 1)
    if at:
        return text[slots[at - 1].end : slots[at].begin]
    return _comma(lead, manner)


def _comma(lead: str, manner: Manner) -> str:
    """The comma after an only entry, which *lead* leads."""
    return "," + lead if ends_lines(lead) else manner.comma


class _Rewriter(Rewriter):
    """Spells one value of a JSON text anew where it differs."""

    def __init__(self, text: str, manner: Manner) -> None:
        super().__init__(text)
        self.manner = manner

    def spelled(self, value: Plain, margin: str, depth: int) -> str:
        return spelled_at(value, self.manner, margin, depth)

    def entry(self, name: str, value: Plain, margin: str, depth: int) -> str:
        return spelled_entry(name, value, self.manner, margin, depth)

    def comma(self, lead: str) -> str:
        return _comma(lead, self.manner)
