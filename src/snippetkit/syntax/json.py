"""JSON as a syntax: one strict object (RFC 8259), the span of every entry, edits of entries.

Values come from the standard parser, guarded: no nesting deeper than `MAX_DEPTH`, no ``NaN`` and no
infinity, no number that overflows or has more than 3,900 characters, no repeated name. If it
refuses, a reader of our own finds out where and why; a law says that both agree.

Every slot spans its name, colon and value, and all but the last also the comma and the white space
up to the next name.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, NoReturn, cast

from snippetkit.errors import Flaw
from snippetkit.syntax._common import (
    LONGEST,
    Node,
    Part,
    Rewriter,
    decimal,
    digits,
    ends_lines,
    margin_of,
    quoted,
    quoted_bytes,
)
from snippetkit.syntax.tree import MAX_DEPTH, Edit, Parts, Plain, Scan, Slot, newline_of

__all__ = [
    "CANONICAL",
    "ON_ONE_LINE",
    "Manner",
    "create",
    "elements",
    "end_of",
    "frame",
    "insert",
    "pairs",
    "plain",
    "quoted",
    "quoted_bytes",
    "remove",
    "replace",
    "scan",
    "spelled",
    "text_at",
]

# The least that Python can be told to take at most.
_SHORT = 640

_SPACE = re.compile(r"[ \t\r\n]*")
# An entry's name without escapes, its comma, and what ends an object and the text.
_NAME = re.compile(r'"([^"\\\x00-\x1f]*)"[ \t\r\n]*:[ \t\r\n]*')
_COMMA = re.compile(r"[ \t\r\n]*,[ \t\r\n]*")
_CLOSE = re.compile(r"[ \t\r\n]*(})[ \t\r\n]*\Z")
# A string without escapes, the beginning of another, a bracket.
_STRUCTURE = re.compile(r'"[^"\\]*"|["\[\]{}]')
_LIST = re.compile(r"\ufeff?+[ \t\r\n]*+\[[ \t\r\n]*+(\]?+)[ \t\r\n]*+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)((?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)")
_NOT_A_NUMBER = re.compile(r"NaN|-?Infinity")
_WORD = re.compile(r"true|false|null")
_WORDS = {"true": True, "false": False, "null": None}
_CLOSER = {"{": "}", "[": "]"}
_UNESCAPED = re.compile(r'[^"\\\x00-\x1f]*')
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})')
# An escape that only a writer of pure ASCII needs: not of a control, separator or lone surrogate.
_ASCII_ESCAPE = re.compile(
    r"\\u(?!00[0-9]|202[89]|[dD][89A-Fa-f])[0-9A-Fa-f]{4}"
    r"|\\u[dD][89ABab][0-9A-Fa-f]{2}\\u[dD][C-Fc-f]"
)


# ------------------------------------------------------------------ reading: the standard parser


class _Doubtful(ValueError):
    """The standard parser met what only our own reader can place."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    raise _Doubtful


def _integer_of(spelled: str) -> int:
    if len(spelled) > _SHORT and len(spelled) > _longest_integer():
        raise _Doubtful
    return int(spelled)


def _float_of(spelled: str) -> float:
    number = float(spelled) if len(spelled) <= LONGEST else math.inf
    if math.isinf(number):
        raise _Doubtful
    return number


def _doubt(_: str) -> NoReturn:
    raise _Doubtful


def _longest_integer() -> int:
    """How long an integer may be, sign and all: ours, or less if Python was told so."""
    return min(LONGEST, sys.get_int_max_str_digits() or LONGEST)


def _decoder(object_of: Callable[[list[tuple[str, Any]]], Any]) -> json.JSONDecoder:
    """The standard parser under our guards, with objects made by *object_of*."""
    return json.JSONDecoder(
        object_pairs_hook=object_of,
        parse_int=_integer_of,
        parse_float=_float_of,
        parse_constant=_doubt,
    )


_decode = _decoder(_unique).raw_decode
_decode_pairs = _decoder(tuple).raw_decode
text_at: Callable[[str, int], tuple[str, int]] = cast(Any, _decoder(_unique)).scan_once
"""The JSON string after the quote at a place, and where it ends; raises ValueError. Pure C code."""


def pairs(text: str) -> tuple[tuple[str, Any], ...]:
    """The entries of the JSON object *text*, including repeated ones; nested objects likewise.

    The fastest way to read. Names and nesting are not checked; `plain` does that for the value of an
    entry.

    Raises:
        ValueError: *text* has a flaw, which `scan` can name.

    >>> pairs('{"a": [1], "b": {"c": 2}}')
    (('a', [1]), ('b', (('c', 2),)))
    """
    try:
        value, end = _decode_pairs(text, 0 if text[:1] == "{" else _lead(text, 0))
    except RecursionError:
        raise _Doubtful from None
    if type(value) is not tuple or (end != len(text) and _space(text, end) != len(text)):
        raise _Doubtful
    found: tuple[tuple[str, Any], ...] = value
    return found


def end_of(text: str, start: int) -> int:
    """Where the JSON object that begins at *start* ends, whatever follows; *start* if it is cut off.

    >>> end_of('{"a": {}}}', 0), end_of('{"a": {}', 0)
    (9, 0)
    """
    try:
        return _decode_pairs(text, start)[1]
    except (ValueError, RecursionError):
        return start


def plain(value: Any, depth: int = 1) -> Any:
    """A value from `pairs`, converted to what `scan` gives; it is *depth* levels inside the text.

    Raises:
        ValueError: it has a repeated name, or nests too deep.

    >>> plain((("c", [2]),))
    {'c': [2]}
    """
    kind = type(value)
    if kind is not tuple and kind is not list:
        return value
    if depth == MAX_DEPTH:
        raise _Doubtful
    if kind is list:
        return [plain(item, depth + 1) for item in value]
    return _unique([(name, plain(each, depth + 1)) for name, each in value])


def _has_many_openers(text: str) -> bool:
    """Whether there are enough brackets to nest too deep. Cheap, where `_is_deep` is exact."""
    for opener in _CLOSER:
        count, at = 0, text.find(opener)
        while at >= 0:
            count += 1
            if count > MAX_DEPTH // 2:
                return True
            at = text.find(opener, at + 1)
    return False


def _is_deep(text: str) -> bool:
    """Whether brackets outside strings nest too deep, as far as the strings are sound."""
    depth, at = 0, 0
    while depth <= MAX_DEPTH and (found := _STRUCTURE.search(text, at)) is not None:
        at = found.end()
        if found[0] in _CLOSER:
            depth += 1
        elif found[0] in "]}":
            depth -= 1
        elif found[0] == '"':
            at = _string_end(text, at - 1)
    return depth > MAX_DEPTH


def _string_end(text: str, at: int) -> int:
    try:
        return _decode(text, at)[1]
    except ValueError:
        return len(text)


def _space(text: str, at: int) -> int:
    """Where the white space that begins at *at* ends."""
    return at + len(_SPACE.match(text, at)[0])  # type: ignore[index]  # it matches anywhere


def _lead(text: str, start: int) -> int:
    """Where *text* begins behind white space and, if it is the start of it all, a BOM."""
    return _space(text, 1 if start == 0 and text[:1] == "\ufeff" else 0)


# ------------------------------------------------------------------ reading: the elements of a list

# It finds where a value ends, and leaves all judgement of it to who reads it.
_follow = json.JSONDecoder(
    parse_int=str, parse_float=str, parse_constant=str, strict=False
).raw_decode


def elements(text: str) -> Parts:
    """The places of the elements of the JSON list *text*, and the flaws between them.

    A text that is not a list is one part. `scan` checks whether an element is a valid object.

    >>> elements('[{"a": 1}, {}]').spans
    [(1, 9), (11, 13)]
    """
    begin = _LIST.match(text)
    if begin is None:
        return Parts([(0, len(text))])
    spans: list[tuple[int, int]] = []
    at, mark = begin.end(), begin[1] or ","
    while mark == ",":
        try:
            end = _follow(text, at)[1]
        except (ValueError, RecursionError):
            return _torn(spans, at, at + 1, "here should stand a JSON object")
        spans.append((at, end))
        here = _space(text, end)
        mark = text[here : here + 1]
        if mark not in (",", "]"):
            return _torn(spans, here, here + 1, "here should stand a comma or a bracket")
        at = _space(text, here + 1)
    if at < len(text):
        return _torn(spans, at, len(text), "nothing may stand behind the array")
    return Parts(spans)


def _torn(spans: list[tuple[int, int]], start: int, end: int, message: str) -> Parts:
    return Parts(spans, (Flaw(start, end, "json", message),))


# ------------------------------------------------------------------------ reading: our own reader


class _Hopeless(ValueError):
    """The text is not JSON, or not such as we read, from here on."""

    def __init__(self, start: int, end: int, code: str, message: str) -> None:
        self.flaw = Flaw(start, end, code, message)


class _Reader:
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
        end = _space(self.text, node.end)
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
        here = _space(text, at + 1)
        while parts or text[here : here + 1] != _CLOSER[opener]:
            name, begin = "", here
            if opener == "{":
                name, here = self.name(here)
            node = self.value(here, depth + 1)
            parts.append(Part(begin, name, node))
            here = _space(text, node.end)
            if text[here : here + 1] != ",":
                break
            here = _space(text, here + 1)
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
        colon = _space(self.text, end)
        if self.text[colon : colon + 1] != ":":
            self.fail(colon, "a colon is missing here")
        return name, _space(self.text, colon + 1)

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
        if len(spelled) > (LONGEST if found[1] else _longest_integer()):
            message = f"a number longer than {LONGEST:,} characters"
            raise _Hopeless(*found.span(), "too-long", message)
        number = float(spelled) if found[1] else int(spelled)
        if number in (math.inf, -math.inf):
            message = "this number is larger than any that can be computed with"
            raise _Hopeless(*found.span(), "not-a-number", message)
        return number

    def string(self, at: int) -> tuple[str, int]:
        try:
            found, end = _decode(self.text, at)
        except ValueError:
            raise self.torn(at) from None
        return str(found), end

    def torn(self, start: int) -> _Hopeless:
        """What is wrong with the string that begins at *start*."""
        at = start + 1
        while True:
            at += len(_UNESCAPED.match(self.text, at)[0])  # type: ignore[index]  # as in _space
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
    lead = _lead(piece, start)
    try:
        if not (_has_many_openers(piece) and _is_deep(piece)):
            return _quick_scan(piece, lead, start)
    except ValueError:
        pass
    return _slow_scan(piece, lead, start)


def _quick_scan(piece: str, at: int, shift: int) -> Scan:
    """`scan` of what has no flaw, and no escape in a name: otherwise raises ValueError."""
    if piece[at : at + 1] != "{":
        raise _Doubtful
    here, comma, slots, names = _space(piece, at + 1), None, [], set()
    while name := _NAME.match(piece, here):
        start = name.end()
        value, end = _decode(piece, start)
        comma = _COMMA.match(piece, end)
        stop = comma.end() if comma else end
        slots.append(Slot(name[1], value, start + shift, end + shift, here + shift, stop + shift))
        names.add(name[1])
        here = stop
        if not comma:
            break
    close = _CLOSE.match(piece, here)
    if comma or not close or len(names) != len(slots):
        raise _Doubtful
    return Scan(tuple(slots), (), shift + at + 1, shift + close.start(1))


def _slow_scan(piece: str, at: int, shift: int) -> Scan:
    """`scan` of anything, with all that is to say about it."""
    reader = _Reader(piece)
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


# -------------------------------------------------------------------------------- writing: values


class Manner(NamedTuple):
    """The layout of a JSON text."""

    ascii: bool
    """Whether non-ASCII characters are escaped."""
    comma: str
    """The text between entries on one line."""
    colon: str
    """The text between a name and its value."""
    unit: str
    """The indentation of each level; empty: lists and objects are on one line."""
    newline: str


CANONICAL = Manner(False, ", ", ": ", "  ", "\n")
"""One entry per line, indented by two, non-ASCII characters unescaped."""
ON_ONE_LINE = CANONICAL._replace(unit="")
"""The same without line ends."""


def spelled(value: Plain, manner: Manner, depth: int = 0) -> str:
    """*value* as JSON in a canonical *manner*, for a place *depth* levels inside a text.

    Raises:
        ValueError: JSON cannot spell it.

    >>> spelled([1, {"a": None}], ON_ONE_LINE)
    '[1, {"a": null}]'
    """
    return _spelled(value, manner, manner.unit * depth, depth)


def _spelled(value: Plain, manner: Manner, margin: str, depth: int) -> str:
    """*value* as JSON; its lines after the first are indented by *margin* and more."""
    if isinstance(value, str):
        return quoted(value, ascii_only=manner.ascii)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return digits(value)
    if isinstance(value, float):
        return decimal(value)
    return _container(value, manner, margin, depth)


def _container(value: Plain, manner: Manner, margin: str, depth: int) -> str:
    if depth == MAX_DEPTH:
        raise ValueError(f"nested more than {MAX_DEPTH} deep")
    inner = margin + manner.unit
    if isinstance(value, (dict, Mapping)):
        entries = (_entry(*item, manner, inner, depth + 1) for item in value.items())
        return _enclosed("{", entries, manner, margin)
    if isinstance(value, (list, tuple)):
        spelled = (_spelled(item, manner, inner, depth + 1) for item in value)
        return _enclosed("[", spelled, manner, margin)
    raise ValueError(f"JSON cannot spell a {type(value).__name__}")


def _entry(name: str, value: Plain, manner: Manner, margin: str, depth: int) -> str:
    quoted_name = quoted(name, ascii_only=manner.ascii)
    return f"{quoted_name}{manner.colon}{_spelled(value, manner, margin, depth)}"


def _enclosed(opener: str, entries: Iterable[str], manner: Manner, margin: str) -> str:
    lead, comma, tail = frame(opener, manner, margin)
    inside = comma.join(entries)
    return lead + inside + tail if inside else opener + _CLOSER[opener]


def frame(opener: str, manner: Manner, margin: str) -> tuple[str, str, str]:
    """The texts before, between and after the entries of a non-empty object or list."""
    line = manner.newline + margin if manner.unit else ""
    comma = "," + line + manner.unit if manner.unit else manner.comma
    return opener + line + manner.unit, comma, line + _CLOSER[opener]


def create(items: Iterable[tuple[str, Plain]], newline: str, manner: Manner = CANONICAL) -> str:
    r"""A JSON object with *items* and a final line end. Inverse of `scan`.

    With the manner `ON_ONE_LINE`, no reader of lines can split it.

    Raises:
        ValueError: JSON cannot spell a value or name, or a name is repeated.

    >>> create([("title", "Café"), ("tags", ["a"])], "\n")
    '{\n  "title": "Café",\n  "tags": [\n    "a"\n  ]\n}\n'
    """
    return _container(_dict_of(items), manner._replace(newline=newline), "", 0) + newline


def _dict_of(items: Iterable[tuple[str, Plain]]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name, value in items:
        if name in found:
            raise ValueError(f"the name {name!r} stands twice")
        found[name] = value
    return found


# --------------------------------------------------------------------------------- writing: edits


def replace(text: str, scan: Scan, index: int, value: Plain) -> Edit:
    """The splice that gives entry number *index* the *value*.

    In an object or list, only the parts that differ are spelled anew, in the style of the entry: its
    indentation, spacing and escapes. Other entries do not affect the style, because they may change
    too: changes of two entries give the same text in either order.

    Raises:
        ValueError: JSON cannot spell the value.

    >>> text = '{"a": [1,2 , 3.10]}'
    >>> replace(text, scan(text, 0, 19), 0, [1, "b", 3.1])
    Edit(start=6, end=18, text='[1,"b" , 3.10]')
    """
    slot = scan.slots[index]
    before = scan.slots[index - 1].end if index else scan.start
    margin = margin_of(text[before : slot.begin])
    raw = text[slot.start : slot.end]
    node = _Reader(raw).value(0, 1)
    writer = _Rewriter(raw, _manner_at(text, scan, index))
    return Edit(slot.start, slot.end, writer.rewritten(node, value, margin, 1))


def insert(text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
    r"""The splice that inserts an entry before number *index*, spaced like its neighbours.

    `remove` undoes it exactly.

    Raises:
        ValueError: JSON cannot spell the name or value, the name is there already, or the text
            is not a JSON object.

    >>> text = '{\n  "a": 1\n}'
    >>> insert(text, scan(text, 0, 12), 1, "b", 2)
    Edit(start=10, end=10, text=',\n  "b": 2')
    """
    slots = scan.slots
    if scan.flaws and not slots:
        raise ValueError("this text is not a JSON object")
    if name in scan.once("names", lambda: {slot.name for slot in slots}):
        raise ValueError(f"the name {name!r} would stand twice")
    lead = _first_lead(text, scan)
    manner = _manner_of(text, scan, min(index, len(slots) - 1))
    entry = _entry(name, value, manner, margin_of(lead), 1)
    if not slots:
        return Edit(scan.start, scan.start, lead + entry)
    comma = _comma_at(text, scan, index, lead, manner)
    if index < len(slots):
        return Edit(slots[index].begin, slots[index].begin, entry + comma)
    return Edit(slots[-1].end, slots[-1].end, comma + entry)


def remove(text: str, scan: Scan, index: int) -> Edit:
    """The splice that removes entry number *index* with its comma, and its line if it has its own.

    Inverse of `insert`.

    >>> text = '{"a": 1, "b": 2}'
    >>> remove(text, scan(text, 0, 16), 1)
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
    colon = text[_string_end(text, slot.begin) : slot.start]
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
        return _spelled(value, self.manner, margin, depth)

    def entry(self, name: str, value: Plain, margin: str, depth: int) -> str:
        return _entry(name, value, self.manner, margin, depth)

    def comma(self, lead: str) -> str:
        return _comma(lead, self.manner)
