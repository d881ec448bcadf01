"""The top-level keys of a document: `tomllib` says what they mean, a reader of our own where they stand."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from snippetkit.errors import Flaw
from snippetkit.syntax._common import Node, Part
from snippetkit.syntax.toml._spelling import BARE_KEY, DATE, LONGEST, is_date
from snippetkit.syntax.toml._tables import Key, Statement
from snippetkit.syntax.tree import MAX_DEPTH, Scan, Slot, Stamp

__all__ = ["Reader", "runs", "scan"]

_BLANK = re.compile(r"[ \t]*")
_BLANK_LINES = re.compile(r"[ \t\r\n]*")
_IN_BASIC = re.compile(r'\\.|"', re.DOTALL)
_IN_LONG_BASIC = re.compile(r'\\.|"""', re.DOTALL)
_BARE = re.compile(r"[A-Za-z0-9_.+-]+")
_FLOAT = re.compile(r"[+-]?(?:[0-9][0-9_]*[.eE].*|inf|nan)")
_PLACE = re.compile(r"(.*) \(at line ([0-9]{1,9}), column ([0-9]{1,9})\)", re.DOTALL)


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
    reader = Reader(piece)
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


def _slots_of(piece: str, reader: Reader) -> list[Slot]:
    found = runs(reader)
    values = _with_stamps(piece, reader) if reader.scalars else tomllib.loads(piece)
    slots: dict[str, Slot] = {}
    for name, run in found:
        first, stop = run[0], run[-1].stop
        line = first.begin, first.begin + len(piece[first.begin : first.stop].rstrip("\r\n"))
        start, end = first.node[:2] if first.is_plain else line
        slots.setdefault(name, Slot(name, values[name], start, end, first.begin, stop))
    return list(slots.values())


def runs(reader: Reader) -> list[tuple[str, list[Statement]]]:
    """The statements, those together that follow each other and give the same key."""
    statements = list(reader.statements())
    return [(name, list(run)) for name, run in groupby(statements, attrgetter("top"))]


def _with_stamps(piece: str, reader: Reader) -> dict[str, Any]:
    """The values of *piece* with dates and times as they stand there.

    They take the place of floats, the only values that `tomllib` lets others read; it reads in
    the order of the text, as our reader does.
    """
    pieces, reached = [], 0
    for at, spelled in reader.scalars:
        if DATE.fullmatch(spelled):
            pieces.append(piece[reached:at])
            reached = at + len(spelled)
    values = map(_scalar, *zip(*reader.scalars, strict=True))
    # With a blank behind it, so that the float goes on no longer than the date does.
    return tomllib.loads(
        "0.0 ".join([*pieces, piece[reached:]]), parse_float=lambda _: next(values)
    )


def _scalar(at: int, spelled: str) -> Stamp | float:
    """What a date, a time or a float says."""
    if DATE.fullmatch(spelled):
        if not is_date(spelled):
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


class _Lost(ValueError):
    """Our reader meets what is not TOML: `tomllib` says what is wrong."""


class _Unwanted(ValueError):
    """What TOML may be but we do not read."""

    def __init__(self, start: int, end: int, code: str, message: str) -> None:
        self.flaw = Flaw(start, end, code, message)


class Reader:
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
        found = BARE_KEY.match(self.text, at)
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
        found = DATE.match(self.text, at) or _BARE.match(self.text, at)
        if found is None:
            raise _Lost
        self.scalar(found[0], at, is_date=found.re is DATE)
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
        if len(spelled) > LONGEST:
            message = f"a number longer than {LONGEST:,} characters"
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
