"""TOML 1.0 as a syntax: the span of every top-level key, and edits of keys.

`tomllib` decides what is TOML and what it means; a reader of our own finds the places in the same
text. Dates and times are read as `Stamp`, which keeps their text.

A key given by ``key = value`` has a slot from the start of its first line to the end of its last.
A key given by dotted keys, by tables or in several places has a slot without a spelling of its own:
`begin` equals `start`, and the lines where it first stands extend to `stop`; the first of them ends
at `end`. It can be removed, or changed inside, if there are no other lines.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, takewhile
from operator import attrgetter
from typing import Any

from snippetkit.errors import Flaw
from snippetkit.syntax._common import (
    Node,
    Part,
    Rewriter,
    decimal,
    digits,
    ends_lines,
    quoted,
)
from snippetkit.syntax._tables import Key, Statement, Tables, tree_of
from snippetkit.syntax.splices import apart, applied
from snippetkit.syntax.tree import MAX_DEPTH, Edit, Plain, Scan, Slot, Stamp, newline_of

__all__ = ["create", "insert", "remove", "replace", "scan"]

# So that a number in hexadecimal digits, too, can be written in decimal ones.
_LONGEST = 3_200

_BLANK = re.compile(r"[ \t]*")
_BLANK_LINES = re.compile(r"[ \t\r\n]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_IN_BASIC = re.compile(r'\\.|"', re.DOTALL)
_IN_LONG_BASIC = re.compile(r'\\.|"""', re.DOTALL)
_DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9:.]+(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
    r"|[0-9]{2}:[0-9:.]+"
)
_BARE = re.compile(r"[A-Za-z0-9_.+-]+")
_FLOAT = re.compile(r"[+-]?(?:[0-9][0-9_]*[.eE].*|inf|nan)")
_PLACE = re.compile(r"(.*) \(at line ([0-9]{1,9}), column ([0-9]{1,9})\)", re.DOTALL)
# What may stand in a literal string, on one line and on several.
_LITERAL = re.compile("[^\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029']*")
_LITERAL_LINES = re.compile("[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPREAD = "it is given in several places"
_STIFF = "the tables or dotted keys that give it cannot say that, or not in that order"


# --------------------------------------------------------------------------------------- reading


class _Lost(ValueError):
    """Our reader meets what is not TOML: `tomllib` says what is wrong."""


class _Unwanted(ValueError):
    """What TOML may be but we do not read."""

    def __init__(self, start: int, end: int, code: str, message: str) -> None:
        self.flaw = Flaw(start, end, code, message)


class _Reader:
    """Finds what stands where in a text that is TOML; of any other text it may say anything.

    No exception but `_Lost`, `_Unwanted` and other ValueErrors; time is linear in any case.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.scalars: list[tuple[int, str]] = []
        """The floats, dates and times that were met: where each stands, and its spelling."""
        self.table: list[str] = []
        self.depth = 1
        self.by_part = 1

    def statements(self) -> Iterator[Statement]:
        """Grammar: lines of comments, pairs and headers."""
        at = self.gap(0)
        while at < len(self.text):
            begin = self.text.rfind("\n", 0, at) + 1
            read = self.header if self.text[at] == "[" else self.pair
            statement = read(begin, at)
            at = self.gap(statement.stop)
            yield statement

    def header(self, begin: int, at: int) -> Statement:
        """Grammar: ``header = [ key ] | [[ key ]]``."""
        brackets = "[[" if self.text.startswith("[[", at) else "["
        key = self.key(self.blank(at + len(brackets)))
        end = self.blank(key.end)
        if not self.text.startswith("]" * len(brackets), end):
            raise _Lost
        # A list of tables is two levels; which tables are in one was said before or is now.
        self.by_part = max(self.by_part, len(brackets))
        self.depth = 1 + len(key.names) * self.by_part
        self.nested(at, self.depth)
        self.table = key.names
        end += len(brackets)
        return Statement(brackets, key.names, key, begin, self.line(end), Node(end, end, None))

    def pair(self, begin: int, at: int) -> Statement:
        """Grammar: ``pair = key = value``."""
        key = self.key(at)
        depth = self.depth + len(key.names) - 1
        self.nested(at, depth)
        node = self.value(self.equals(key.end), depth)
        return Statement("", self.table, key, begin, self.line(node.end), node)

    def key(self, at: int) -> Key:
        """Grammar: ``key = name (. name)*``."""
        end = self.name(at)
        names = [_name_of(self.text[at:end])]
        while self.text.startswith(".", self.blank(end)):
            at = self.blank(self.blank(end) + 1)
            end = self.name(at)
            names.append(_name_of(self.text[at:end]))
        return Key(names, at, end)

    def name(self, at: int) -> int:
        """Where the bare or quoted name that begins at *at* ends."""
        if self.text[at : at + 1] in ('"', "'"):
            return self.string(at)
        found = _BARE_KEY.match(self.text, at)
        if found is None:
            raise _Lost
        return found.end()

    def equals(self, at: int) -> int:
        at = self.blank(at)
        if not self.text.startswith("=", at):
            raise _Lost
        return self.blank(at + 1)

    def value(self, at: int, depth: int) -> Node:
        """Grammar: ``value = string | list | inline-table | scalar``; without what it means."""
        opener = self.text[at : at + 1]
        if opener in ('"', "'"):
            return Node(at, self.string(at), None)
        if opener in ("[", "{"):
            return self.container(at, depth)
        found = _DATE.match(self.text, at) or _BARE.match(self.text, at)
        if found is None:
            raise _Lost
        self.scalar(found[0], at, is_date=found.re is _DATE)
        return Node(at, found.end(), None)

    def container(self, at: int, depth: int) -> Node:
        """Grammar: ``[ value, ... ]`` or ``{ key = value, ... }``."""
        self.nested(at, depth + 1)
        closer = "]" if self.text[at] == "[" else "}"
        parts, whole = [], False
        here = self.gap(at + 1)
        while not self.text.startswith(closer, here):
            begin, name = here, ""
            if closer == "}":
                key = self.key(here)
                name, here = key.names[0], self.equals(key.end)
                whole = whole or len(key.names) > 1
                self.nested(begin, depth + len(key.names))
                node = self.value(here, depth + len(key.names))
            else:
                node = self.value(here, depth + 1)
            parts.append(Part(begin, name, node))
            here = self.gap(node.end)
            if not self.text.startswith(",", here):
                break
            here = self.gap(here + 1)
        if not self.text.startswith(closer, here):
            raise _Lost
        return Node(at, here + 1, None, () if whole else parts)

    def nested(self, at: int, depth: int) -> None:
        if depth > MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} deep"
            raise _Unwanted(at, at + 1, "too-deep", message)

    def scalar(self, spelled: str, at: int, *, is_date: bool) -> None:
        """Notes a float, date or time; a number of any kind must not be too long."""
        if len(spelled) > _LONGEST:
            message = f"a number longer than {_LONGEST:,} characters"
            raise _Unwanted(at, at + len(spelled), "too-long", message)
        if is_date or _FLOAT.fullmatch(spelled):
            self.scalars.append((at, spelled))

    def string(self, at: int) -> int:
        """Where the string that begins at *at* ends."""
        quote = self.text[at]
        if self.text.startswith(quote * 3, at):
            return self.long_string(at, quote)
        if quote == "'":
            return self.found(self.text.find("'", at + 1)) + 1
        return self.closing(_IN_BASIC, at + 1)

    def long_string(self, at: int, quote: str) -> int:
        if quote == "'":
            end = self.found(self.text.find("'''", at + 3)) + 3
        else:
            end = self.closing(_IN_LONG_BASIC, at + 3)
        # One or two more quotes are the last characters of the text within.
        more = 0
        while more < 2 and self.text.startswith(quote, end + more):
            more += 1
        return end + more

    def closing(self, wanted: re.Pattern[str], at: int) -> int:
        for found in wanted.finditer(self.text, at):
            if found[0][0] == '"':
                return found.end()
        raise _Lost

    def found(self, at: int) -> int:
        if at < 0:
            raise _Lost
        return at

    def blank(self, at: int) -> int:
        return at + len(_BLANK.match(self.text, at)[0])  # type: ignore[index]  # always matches

    def gap(self, at: int) -> int:
        """Where blanks, line ends and comments end."""
        while True:
            at += len(_BLANK_LINES.match(self.text, at)[0])  # type: ignore[index]  # as above
            if not self.text.startswith("#", at):
                return at
            at = self.line_end(at)

    def line(self, at: int) -> int:
        """Where the line ends, and the next begins, of which only a comment is left."""
        at = self.blank(at)
        end = self.line_end(at)
        if self.text[at:end].strip("\r") and self.text[at] != "#":
            raise _Lost
        return min(end + 1, len(self.text))

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end


def _name_of(spelled: str) -> str:
    """What a name says that is bare or in quotes."""
    if spelled[0] == '"' and "\\" in spelled:
        return next(iter(tomllib.loads(f"{spelled}=0")))
    return spelled[1:-1] if spelled[0] in "\"'" else spelled


def scan(text: str, start: int, end: int) -> Scan:
    r"""The top-level keys of the TOML document in ``text[start:end]``.

    Any flaw (``toml``, ``not-a-number`` for infinities and NaN, ``too-deep``, ``too-long``)
    leaves no slots; only one flaw is reported at a time.

    >>> text = 'title = "A"\ndate = 2025-09-12 # day\n'
    >>> found = scan(text, 0, len(text))
    >>> [(slot.name, slot.value, text[slot.start : slot.end]) for slot in found.slots]
    [('title', 'A', '"A"'), ('date', '2025-09-12', '2025-09-12')]
    """
    if start == 0 and text[:1] == "\ufeff" and end > 0:
        start = 1
    piece = text[start:end]
    reader = _Reader(piece)
    try:
        slots = _slots_of(piece, reader)
    except _Unwanted as unwanted:
        flaw = unwanted.flaw
    except ValueError:
        flaw = _flaw_of(piece)
    else:
        return Scan(tuple(_moved(slot, start) for slot in slots), (), start, start + len(piece))
    flaw = flaw._replace(start=flaw.start + start, end=flaw.end + start)
    return Scan((), (flaw,), start, start + len(piece))


def _slots_of(piece: str, reader: _Reader) -> list[Slot]:
    runs = _runs(reader)
    values = _with_stamps(piece, reader) if reader.scalars else tomllib.loads(piece)
    slots: dict[str, Slot] = {}
    for name, run in runs:
        first, stop = run[0], run[-1].stop
        line = first.begin, first.begin + len(piece[first.begin : first.stop].rstrip("\r\n"))
        start, end = first.node[:2] if first.is_plain else line
        slots.setdefault(name, Slot(name, values[name], start, end, first.begin, stop))
    return list(slots.values())


def _runs(reader: _Reader) -> list[tuple[str, list[Statement]]]:
    """The statements, those together that follow each other and give the same key."""
    statements = list(reader.statements())
    return [(name, list(run)) for name, run in groupby(statements, attrgetter("top"))]


def _with_stamps(piece: str, reader: _Reader) -> dict[str, Any]:
    """The values of *piece* with dates and times as they stand there.

    They take the place of floats, the only values that `tomllib` lets others read; it reads in
    the order of the text, as our reader does.
    """
    pieces, reached = [], 0
    for at, spelled in reader.scalars:
        if _DATE.fullmatch(spelled):
            pieces.append(piece[reached:at])
            reached = at + len(spelled)
    values = map(_scalar, *zip(*reader.scalars, strict=True))
    # With a blank behind it, so that the float goes on no longer than the date does.
    return tomllib.loads(
        "0.0 ".join([*pieces, piece[reached:]]), parse_float=lambda _: next(values)
    )


def _scalar(at: int, spelled: str) -> Stamp | float:
    """What a date, a time or a float says."""
    if _DATE.fullmatch(spelled):
        if not _is_date(spelled):
            raise _Lost
        return Stamp(spelled)
    number = float(spelled)
    if math.isfinite(number):
        return number
    message = f"{spelled} is not a number that can be computed with"
    raise _Unwanted(at, at + len(spelled), "not-a-number", message)


def _moved(slot: Slot, shift: int) -> Slot:
    name, value, *places = slot
    return Slot(name, value, *(place + shift for place in places))


def _flaw_of(piece: str) -> Flaw:
    """What `tomllib` says is wrong with *piece*, and where."""
    message, at, found = "this cannot be read", len(piece), None
    try:
        tomllib.loads(piece)
    except (ValueError, RecursionError) as error:
        found = _PLACE.fullmatch(str(error))
        message = str(error).removesuffix(" (at end of document)")
    if found:
        message, at = found[1], _offset(piece, int(found[2]), int(found[3]))
    return Flaw(at, min(at + 1, len(piece)), "toml", f"not TOML: {message}")


def _offset(piece: str, line: int, column: int) -> int:
    """Where a line and column are, both counted from 1."""
    begin = 0
    for _ in range(line - 1):
        begin = piece.index("\n", begin) + 1
    return min(begin + column - 1, len(piece))


# --------------------------------------------------------------------------------------- writing


def _spelled(value: Plain, depth: int) -> str:
    """*value* as TOML, on one line."""
    if isinstance(value, str):
        return str(value) if isinstance(value, Stamp) and _is_date(value) else _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return digits(value, _LONGEST)
    if isinstance(value, float):
        return decimal(value)
    if depth == MAX_DEPTH:
        raise ValueError(f"nested more than {MAX_DEPTH} deep")
    if isinstance(value, Mapping):
        entries = (_pair(name, each, " = ", depth + 1) for name, each in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_spelled(item, depth + 1) for item in value) + "]"
    raise ValueError("TOML has no null" if value is None else f"TOML has no {type(value).__name__}")


def _pair(name: str, value: Plain, equals: str, depth: int) -> str:
    return _key(name) + equals + _spelled(value, depth)


def _key(name: object) -> str:
    return name if isinstance(name, str) and _BARE_KEY.fullmatch(name) else _quoted(name)


def _quoted(value: object) -> str:
    if isinstance(value, str) and not value.isascii() and _SURROGATE.search(value):
        raise ValueError("TOML has no way to write half of a surrogate pair")
    return quoted(value)


def _is_date(value: str) -> bool:
    """Whether TOML takes *value*, without quotes, as a date or time."""
    if not _DATE.fullmatch(value):
        return False
    try:
        tomllib.loads(f"date = {value}")
    except ValueError:
        return False
    return True


def create(items: Iterable[tuple[str, Plain]], newline: str) -> str:
    r"""A TOML document with *items*, one line each, and mappings as inline tables.

    Inverse of `scan`.

    Raises:
        ValueError: TOML cannot spell a value (None, an infinity, half a surrogate pair), a name is
            repeated, or *newline* is a bare CR, which does not end a line in TOML.

    >>> create([("title", "A"), ("tags", ["a", "b"]), ("date", Stamp("2025-09-12"))], "\n")
    'title = "A"\ntags = ["a", "b"]\ndate = 2025-09-12\n'
    """
    _check_newline(newline)
    lines: dict[str, str] = {}
    for name, value in items:
        if name in lines:
            raise ValueError(f"the name {name!r} stands twice")
        lines[name] = _pair(name, value, " = ", 1) + newline
    return "".join(lines.values())


def _check_newline(newline: str) -> None:
    if newline == "\r":
        raise ValueError("lines of TOML do not end in a bare carriage return")


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
    node = _filled(_Reader(raw).value(0, 1), slot.value)
    writer = _Writer(raw, _newline_in(text, scan))
    return Edit(slot.start, slot.end, writer.rewritten(node, value, "", 1))


def _replace_inside(text: str, scan: Scan, slot: Slot, value: Plain) -> Edit:
    """The splice for a key that several lines give: from the first that changes to the last."""
    if scan.once("runs", lambda: _runs_of_names(text, scan))[slot.name] > 1:
        raise ValueError(f"{slot.name!r} cannot be replaced: {_SPREAD}")
    _spelled(value, 1)  # whatever cannot be spelled is refused with the reason for that
    piece = text[slot.begin : slot.stop]
    there = tree_of(_Reader(piece).statements()).inside[slot.name]
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
    _check_newline(newline)
    slots, end = scan.once("roots", lambda: _roots(text, scan))
    at = slots[index].begin if index < len(slots) else end
    line = _line_like(text, slots, min(index, len(slots) - 1), name, value)
    if at > scan.start and text[at - 1] != "\n":
        return Edit(at, at, newline + line)
    return Edit(at, at, line + newline)


def _roots(text: str, scan: Scan) -> tuple[list[Slot], int]:
    """The keys that lines before the first table give, and where those lines end."""
    statements = _Reader(text[scan.start : scan.end]).statements()
    roots = list(takewhile(lambda each: not each.table, statements))
    names = {each.top for each in roots}
    slots = [slot for slot in scan.slots if slot.name in names]
    if roots:
        return slots, scan.start + roots[-1].stop
    return slots, scan.start if scan.slots else scan.end


def _line_like(text: str, slots: list[Slot], index: int, name: str, value: Plain) -> str:
    """A line for a new key, spaced as that of key number *index* of *slots* is, if it has one."""
    if index < 0 or slots[index].begin == slots[index].start:
        return _pair(name, value, " = ", 1)
    slot = slots[index]
    line = text[slot.begin : slot.start]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    reader = _Reader(line)
    return indent + _pair(name, value, line[reader.name(len(indent)) :], 1)


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
    return Counter(name for name, _ in _runs(_Reader(text[scan.start : scan.end])))


class _Writer(Rewriter):
    """Spells one value of a TOML text anew where it differs."""

    def __init__(self, text: str, newline: str) -> None:
        super().__init__(text)
        self.newline = newline

    def spelled(self, value: Plain, margin: str, depth: int) -> str:
        return _spelled(value, depth)

    def entry(self, name: str, value: Plain, margin: str, depth: int) -> str:
        return _pair(name, value, " = ", depth)

    def comma(self, lead: str) -> str:
        return "," + lead if ends_lines(lead) else ", "

    def leaf(self, node: Node, value: Plain, margin: str, depth: int) -> str:
        spelled = _spelled(value, depth)
        if not isinstance(value, str) or spelled[0] != '"':
            return spelled
        return self.text_like(self.text[node.start : node.end], value) or spelled

    def beside(self, near: Node, value: Plain, margin: str, depth: int) -> str:
        spelled, raw = self.spelled(value, margin, depth), self.text[near.start : near.end]
        if isinstance(value, str) and spelled[0] == '"' and raw[0] == "'" and raw[:3] != "'''":
            return self.text_like(raw, value) or spelled
        return spelled

    def is_same(self, old: Plain, new: Plain) -> bool:
        if isinstance(new, Mapping) and isinstance(old, Mapping):
            return _spelled(old, 1) == _spelled(new, 1)
        if isinstance(new, Stamp) and not isinstance(old, Stamp):
            return False
        return super().is_same(old, new)

    def text_like(self, old: str, value: str) -> str:
        """*value* spelled as the *old* one is, or nothing where that cannot be."""
        if old[0] not in "\"'":
            return value if _DATE.fullmatch(old) and _is_date(value) else ""
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
            return _pair(name, value, equals, 1)
        return _key(name) + equals + self.writer.beside(near, value, "", 1)
