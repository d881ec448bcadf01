"""Splices that replace, insert and remove a key."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from snippetkit.syntax._common import Node, Rewriter, ends_lines, quoted
from snippetkit.syntax.splices import apart, applied
from snippetkit.syntax.toml._scan import Reader, runs, scan
from snippetkit.syntax.toml._spelling import DATE, check_newline, is_date, key_of, pair, spelled
from snippetkit.syntax.toml._tables import Tables, tree_of
from snippetkit.syntax.tree import Edit, Plain, Scan, Slot, Stamp, newline_of

__all__ = ["insert", "remove", "replace"]

# What may stand in a literal string, on one line and on several.
_LITERAL = re.compile("[^\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029']*")
_LITERAL_LINES = re.compile("[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]*")
_SPREAD = "it is given in several places"
_STIFF = "the tables or dotted keys that give it cannot say that, or not in that order"


def replace(text: str, scan: Scan, index: int, value: Plain) -> Edit:
    r"""The splice that gives key number *index* the *value*, in the style of the old one.

    A string keeps its kind of quotes if its text allows, and a date its lack of them. In a list or
    table, only the parts that differ are spelled anew, so comments stay. A new entry of a table gets
    its own line.

    Raises:
        ValueError: TOML cannot spell the value, or not in the tables that give that key.

    >>> text = "title = 'A'"
    >>> replace(text, scan(text, 0, 11), 0, "B")
    Edit(start=8, end=11, text="'B'")
    >>> text = '[source]\nname="A" # the\n'
    >>> replace(text, scan(text, 0, 24), 0, {"name": "B", "url": "b.org"})
    Edit(start=14, end=24, text='"B" # the\nurl="b.org"\n')
    """
    slot = scan.slots[index]
    if slot.begin == slot.start:
        return _replace_inside(text, scan, slot, value)
    raw = text[slot.start : slot.end]
    node = _filled(Reader(raw).value(0, 1), slot.value)
    writer = _Writer(raw, _newline_in(text, scan))
    return Edit(slot.start, slot.end, writer.rewritten(node, value, "", 1))


def _replace_inside(text: str, scan: Scan, slot: Slot, value: Plain) -> Edit:
    """The splice for a key that several lines give: from the first that changes to the last."""
    if scan.once("runs", lambda: _runs_of_names(text, scan))[slot.name] > 1:
        raise ValueError(f"{slot.name!r} cannot be replaced: {_SPREAD}")
    spelled(value, 1)  # whatever cannot be spelled is refused with the reason for that
    piece = text[slot.begin : slot.stop]
    there = tree_of(Reader(piece).statements()).inside[slot.name]
    for afresh in (False, True):
        tables = _Tables(piece, _newline_in(text, scan), afresh=afresh)
        edits = apart(tables.changes(there, slot.value, value))
        if edits is not None and _says(applied(piece, edits), slot.name, value):
            return _joined(piece, edits, slot.start)
    raise ValueError(f"{slot.name!r} cannot be replaced: {_STIFF}")


def _joined(piece: str, edits: tuple[Edit, ...], shift: int) -> Edit:
    """*edits* of a *piece* as one, from the first place to the last; of the whole text."""
    if not edits:
        return Edit(shift, shift, "")
    start, end = edits[0].start, edits[-1].end
    moved = [Edit(one.start - start, one.end - start, one.text) for one in edits]
    return Edit(shift + start, shift + end, applied(piece[start:end], moved))


def _says(text: str, name: str, value: Plain) -> bool:
    """Whether *text* says *value* under *name* and nothing else; the order of keys counts."""
    said = {slot.name: slot.value for slot in scan(text, 0, len(text)).slots}
    return json.dumps(said) == json.dumps({name: value}, default=dict)


def _newline_in(text: str, scan: Scan) -> str:
    def found() -> str:
        piece = text[scan.start : scan.end]
        return newline_of(piece if ends_lines(piece) else text)

    return scan.once("newline", found)


def _filled(node: Node, value: Any) -> Node:
    """*node* and its parts with what they say."""
    if isinstance(value, dict):
        parts = [part._replace(node=_filled(part.node, value[part.name])) for part in node.parts]
        return node._replace(value=value, parts=parts)
    if isinstance(value, list):
        pairs = zip(node.parts, value, strict=True)
        parts = [part._replace(node=_filled(part.node, each)) for part, each in pairs]
        return node._replace(value=value, parts=parts)
    return node._replace(value=value)


def insert(text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
    r"""The splice that inserts a line for a new key before number *index*.

    It always goes before the first table, because whatever follows a table header belongs to it.
    `remove` undoes it, except for the line end that an unterminated last line gets first.

    Raises:
        ValueError: TOML cannot spell the name or value, the name is there already, or the text
            is not TOML.

    >>> text = "a=1\n[table]\n"
    >>> insert(text, scan(text, 0, 12), 2, "b", 2)
    Edit(start=4, end=4, text='b=2\n')
    """
    if scan.flaws:
        raise ValueError("this text is not TOML")
    if name in scan.once("names", lambda: {slot.name for slot in scan.slots}):
        raise ValueError(f"the name {name!r} would stand twice")
    newline = _newline_in(text, scan)
    check_newline(newline)
    slots, end = scan.once("roots", lambda: _roots(text, scan))
    at = slots[index].begin if index < len(slots) else end
    line = _line_like(text, slots, min(index, len(slots) - 1), name, value)
    if at > scan.start and text[at - 1] != "\n":
        return Edit(at, at, newline + line)
    return Edit(at, at, line + newline)


def _roots(text: str, scan: Scan) -> tuple[list[Slot], int]:
    """The keys that lines before the first table give, and where those lines end."""
    statements = Reader(text[scan.start : scan.end]).statements()
    roots = list(takewhile(lambda each: not each.table, statements))
    names = {each.top for each in roots}
    slots = [slot for slot in scan.slots if slot.name in names]
    if roots:
        return slots, scan.start + roots[-1].stop
    return slots, scan.start if scan.slots else scan.end


def _line_like(text: str, slots: list[Slot], index: int, name: str, value: Plain) -> str:
    """A line for a new key, spaced as that of key number *index* of *slots* is, if it has one."""
    if index < 0 or slots[index].begin == slots[index].start:
        return pair(name, value, " = ", 1)
    slot = slots[index]
    line = text[slot.begin : slot.start]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    reader = Reader(line)
    return indent + pair(name, value, line[reader.name(len(indent)) :], 1)


def remove(text: str, scan: Scan, index: int) -> Edit:
    r"""The splice that removes key number *index* with its line and the comment on it.

    Inverse of `insert`.

    Raises:
        ValueError: the key is given in several places.

    >>> text = "a = 1 # one\nb = 2\n"
    >>> remove(text, scan(text, 0, 18), 0)
    Edit(start=0, end=12, text='')
    """
    slot = scan.slots[index]
    if scan.once("runs", lambda: _runs_of_names(text, scan))[slot.name] > 1:
        raise ValueError(f"{slot.name!r} cannot be removed: {_SPREAD}")
    return Edit(slot.begin, slot.stop, "")


def _runs_of_names(text: str, scan: Scan) -> Counter[str]:
    """In how many places each key is given."""
    return Counter(name for name, _ in runs(Reader(text[scan.start : scan.end])))


class _Writer(Rewriter):
    """Spells one value of a TOML text anew where it differs."""

    def __init__(self, text: str, newline: str) -> None:
        super().__init__(text)
        self.newline = newline

    def spelled(self, value: Plain, margin: str, depth: int) -> str:
        return spelled(value, depth)

    def entry(self, name: str, value: Plain, margin: str, depth: int) -> str:
        return pair(name, value, " = ", depth)

    def comma(self, lead: str) -> str:
        return "," + lead if ends_lines(lead) else ", "

    def leaf(self, node: Node, value: Plain, margin: str, depth: int) -> str:
        fresh = self.spelled(value, margin, depth)
        if not isinstance(value, str) or fresh[0] != '"':
            return fresh
        return self.text_like(self.text[node.start : node.end], value) or fresh

    def beside(self, near: Node, value: Plain, margin: str, depth: int) -> str:
        fresh, raw = self.spelled(value, margin, depth), self.text[near.start : near.end]
        if isinstance(value, str) and fresh[0] == '"' and raw[0] == "'" and raw[:3] != "'''":
            return self.text_like(raw, value) or fresh
        return fresh

    def is_same(self, old: Plain, new: Plain) -> bool:
        if isinstance(new, Mapping) and isinstance(old, Mapping):
            return spelled(old, 1) == spelled(new, 1)
        if isinstance(new, Stamp) and not isinstance(old, Stamp):
            return False
        return super().is_same(old, new)

    def text_like(self, old: str, value: str) -> str:
        """*value* spelled as the *old* one is, or nothing where that cannot be."""
        if old[0] not in "\"'":
            return value if DATE.fullmatch(old) and is_date(value) else ""
        quote = old[:3]
        if quote in ('"""', "'''") and len(old) > 5:
            # A fence of front matter is no fence when it is escaped.
            return "" if "+++" in value else self.lines_like(old, value)
        return f"'{value}'" if quote[0] == "'" and _LITERAL.fullmatch(value) else ""

    def lines_like(self, old: str, value: str) -> str:
        """*value* between three quotes, on as many lines as it has."""
        quote = old[:3]
        if quote == "'''":
            if "'''" in value or value[-1:] == "'" or not _LITERAL_LINES.fullmatch(value):
                return ""
            lines = value.split("\n")
        else:
            lines = [quoted(line)[1:-1] for line in value.split("\n")]
            if '""' not in value and value[-1:] != '"':
                lines = [line.replace('\\"', '"') for line in lines]
        # The first line end behind the quotes does not count.
        first = self.newline if old[3] in "\r\n" or not lines[0] else ""
        return quote + first + self.newline.join(lines) + quote


class _Tables(Tables):
    """Changes what tables of a TOML text say, as `_Writer` changes one value."""

    def __init__(self, text: str, newline: str, *, afresh: bool) -> None:
        super().__init__(text, newline, afresh=afresh)
        self.writer = _Writer(text, newline)

    def changed(self, node: Node, old: Plain, new: Plain) -> str:
        return self.writer.rewritten(_filled(node, old), new, "", 1)

    def spelled(self, name: str, equals: str, value: Plain, near: Node | None) -> str:
        if near is None:
            return pair(name, value, equals, 1)
        return key_of(name) + equals + self.writer.beside(near, value, "", 1)
