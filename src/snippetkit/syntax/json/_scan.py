"""The entries of an object and the flaws in it: found by the standard parser, or by a reader of our own."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NoReturn

from snippetkit.errors import Flaw
from snippetkit.syntax._common import LONGEST, Node, Part
from snippetkit.syntax.json._parser import (
    Doubtful,
    decode,
    longest_integer,
    nests_too_deep,
    space,
    start_of,
)
from snippetkit.syntax.tree import MAX_DEPTH, Plain, Scan, Slot

__all__ = ["Reader", "scan"]

# An entry's name without escapes, its comma, and what ends an object and the text.
_NAME = re.compile(r'"([^"\\\x00-\x1f]*)"[ \t\r\n]*:[ \t\r\n]*')
_COMMA = re.compile(r"[ \t\r\n]*,[ \t\r\n]*")
_CLOSE = re.compile(r"[ \t\r\n]*(})[ \t\r\n]*\Z")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)((?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)")
_NOT_A_NUMBER = re.compile(r"NaN|-?Infinity")
_WORD = re.compile(r"true|false|null")
_WORDS = {"true": True, "false": False, "null": None}
_CLOSER = {"{": "}", "[": "]"}
_UNESCAPED = re.compile(r'[^"\\\x00-\x1f]*')
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})')


def scan(text: str, start: int, end: int) -> Scan:
    """The entries of the JSON object in ``text[start:end]``, which may have white space around it.

    A repeated name gives two slots and a flaw ``duplicate-key``; inside a value the first one counts.
    Any other flaw (``json``, ``not-a-number``, ``too-deep``, ``too-long``) leaves no slots, because
    the text is not JSON.

    >>> found = scan('{"a": 1, "b": [2]}', 0, 18)
    >>> [(slot.name, slot.value, slot.start) for slot in found.slots]
    [('a', 1, 6), ('b', [2], 14)]
    """
    piece = text[start:end]
    begin = start_of(piece, start)
    try:
        if not nests_too_deep(piece):
            return _quick_scan(piece, begin, start)
    except ValueError:
        pass
    return _slow_scan(piece, begin, start)


def _quick_scan(piece: str, at: int, shift: int) -> Scan:
    """`scan` of what has no flaw, and no escape in a name: otherwise raises ValueError."""
    if piece[at : at + 1] != "{":
        raise Doubtful
    here, comma, slots, names = space(piece, at + 1), None, [], set()
    while name := _NAME.match(piece, here):
        start = name.end()
        value, end = decode(piece, start)
        comma = _COMMA.match(piece, end)
        stop = comma.end() if comma else end
        slots.append(Slot(name[1], value, start + shift, end + shift, here + shift, stop + shift))
        names.add(name[1])
        here = stop
        if not comma:
            break
    close = _CLOSE.match(piece, here)
    if comma or not close or len(names) != len(slots):
        raise Doubtful
    return Scan(tuple(slots), (), shift + at + 1, shift + close.start(1))


def _slow_scan(piece: str, at: int, shift: int) -> Scan:
    """`scan` of anything, with all that is to say about it."""
    reader = Reader(piece)
    try:
        node = reader.document(at)
    except _Hopeless as hopeless:
        return Scan((), (_moved(hopeless.flaw, shift),), shift, shift + len(piece))
    flaws = tuple(_moved(flaw, shift) for flaw in sorted(reader.flaws))
    return Scan(tuple(_slots(node, shift)), flaws, shift + node.start + 1, shift + node.end - 1)


def _slots(node: Node, shift: int) -> Iterable[Slot]:
    stops = [part.begin for part in node.parts[1:]] + [part.node.end for part in node.parts[-1:]]
    for (begin, name, (start, end, value, _)), stop in zip(node.parts, stops, strict=True):
        yield Slot(name, value, shift + start, shift + end, shift + begin, shift + stop)


def _moved(flaw: Flaw, shift: int) -> Flaw:
    return flaw._replace(start=flaw.start + shift, end=flaw.end + shift)


class _Hopeless(ValueError):
    """The text is not JSON, or not such as we read, from here on."""

    def __init__(self, start: int, end: int, code: str, message: str) -> None:
        self.flaw = Flaw(start, end, code, message)


class Reader:
    """A strict reader that knows where everything stands.

    Notes in `flaws` what it can read past: a name that stands twice. The first one counts.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.flaws: list[Flaw] = []

    def document(self, at: int) -> Node:
        """Grammar: ``document = object space``."""
        if self.text[at : at + 1] != "{":
            wanted = "a JSON object is wanted here, which begins with {"
            raise _Hopeless(at, min(at + 1, len(self.text)), "json", wanted)
        node = self.container(at, 0)
        end = space(self.text, node.end)
        if end != len(self.text):
            raise _Hopeless(end, len(self.text), "json", "something follows the JSON object")
        return node

    def container(self, at: int, depth: int) -> Node:
        """Grammar: ``object = { [name value (, name value)*] }``; a list has no names."""
        text, opener = self.text, self.text[at]
        if depth == MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} deep"
            raise _Hopeless(at, at + 1, "too-deep", message)
        parts: list[Part] = []
        here = space(text, at + 1)
        while parts or text[here : here + 1] != _CLOSER[opener]:
            name, begin = "", here
            if opener == "{":
                name, here = self.name(here)
            node = self.value(here, depth + 1)
            parts.append(Part(begin, name, node))
            here = space(text, node.end)
            if text[here : here + 1] != ",":
                break
            here = space(text, here + 1)
        if text[here : here + 1] != _CLOSER[opener]:
            self.fail(here, f"a comma or {_CLOSER[opener]} is missing here")
        return Node(at, here + 1, self.gathered(opener, parts), parts)

    def gathered(self, opener: str, parts: list[Part]) -> Plain:
        """The value that *parts* make; the first of a name counts, the others are flaws."""
        if opener == "[":
            return [part.node.value for part in parts]
        found: dict[str, Plain] = {}
        for part in parts:
            if part.name in found:
                end = self.string(part.begin)[1]
                message = f"the name {part.name!r} stands here for the second time"
                self.flaws.append(Flaw(part.begin, end, "duplicate-key", message))
            else:
                found[part.name] = part.node.value
        return found

    def name(self, at: int) -> tuple[str, int]:
        """The name before a colon, and where its value begins."""
        if self.text[at : at + 1] != '"':
            self.fail(at, "a name in double quotes is missing here")
        name, end = self.string(at)
        colon = space(self.text, end)
        if self.text[colon : colon + 1] != ":":
            self.fail(colon, "a colon is missing here")
        return name, space(self.text, colon + 1)

    def value(self, at: int, depth: int) -> Node:
        """Grammar: ``value = object | list | string | number | true | false | null``."""
        opener = self.text[at : at + 1]
        if opener in ("{", "["):
            return self.container(at, depth)
        if opener == '"':
            string, end = self.string(at)
            return Node(at, end, string)
        if number := _NUMBER.match(self.text, at):
            return Node(at, number.end(), self.number(number))
        if word := _WORD.match(self.text, at):
            return Node(at, word.end(), _WORDS[word[0]])
        if found := _NOT_A_NUMBER.match(self.text, at):
            message = f"JSON has no {found[0]}"
            raise _Hopeless(at, found.end(), "not-a-number", message)
        return self.fail(at, "a value is missing here")

    def number(self, found: re.Match[str]) -> int | float:
        spelled = found[0]
        if len(spelled) > (LONGEST if found[1] else longest_integer()):
            message = f"a number longer than {LONGEST:,} characters"
            raise _Hopeless(*found.span(), "too-long", message)
        number = float(spelled) if found[1] else int(spelled)
        if number in (math.inf, -math.inf):
            message = "this number is larger than any that can be computed with"
            raise _Hopeless(*found.span(), "not-a-number", message)
        return number

    def string(self, at: int) -> tuple[str, int]:
        try:
            found, end = decode(self.text, at)
        except ValueError:
            raise self.torn(at) from None
        return str(found), end

    def torn(self, start: int) -> _Hopeless:
        """What is wrong with the string that begins at *start*."""
        at = start + 1
        while True:
            at += len(_UNESCAPED.match(self.text, at)[0])  # type: ignore[index]  # as in space
            escape = _ESCAPE.match(self.text, at)
            if escape is None:
                break
            at = escape.end()
        if at == len(self.text):
            return _Hopeless(start, at, "json", "this text has no closing quote")
        if self.text[at] == "\\":
            end = min(at + 2, len(self.text))
            return _Hopeless(at, end, "json", "this escape means nothing in JSON")
        return _Hopeless(at, at + 1, "json", "line ends and other controls are escaped in JSON")

    def fail(self, at: int, message: str) -> NoReturn:
        raise _Hopeless(at, min(at + 1, len(self.text)), "json", message)
