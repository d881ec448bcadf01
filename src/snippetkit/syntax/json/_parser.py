"""The standard parser under our guards, which judges most texts and says nothing of where things stand."""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn, cast

from snippetkit.errors import Flaw
from snippetkit.syntax._common import LONGEST
from snippetkit.syntax.tree import MAX_DEPTH, Parts

__all__ = [
    "Doubtful",
    "decode",
    "elements",
    "end_of",
    "longest_integer",
    "nests_too_deep",
    "pairs",
    "plain",
    "space",
    "start_of",
    "string_end",
    "text_at",
]

# The least that Python can be told to take at most.
_SHORT = 640
_SPACE = re.compile(r"[ \t\r\n]*")
# A string without escapes, the beginning of another, a bracket.
_STRUCTURE = re.compile(r'"[^"\\]*"|["\[\]{}]')
_LIST = re.compile(r"\ufeff?+[ \t\r\n]*+\[[ \t\r\n]*+(\]?+)[ \t\r\n]*+")


class Doubtful(ValueError):
    """The standard parser met what only our own reader can place."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    raise Doubtful


def _integer_of(spelled: str) -> int:
    if len(spelled) > _SHORT and len(spelled) > longest_integer():
        raise Doubtful
    return int(spelled)


def _float_of(spelled: str) -> float:
    number = float(spelled) if len(spelled) <= LONGEST else math.inf
    if math.isinf(number):
        raise Doubtful
    return number


def _doubt(_: str) -> NoReturn:
    raise Doubtful


def longest_integer() -> int:
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


decode = _decoder(_unique).raw_decode
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
        value, end = _decode_pairs(text, 0 if text[:1] == "{" else start_of(text, 0))
    except RecursionError:
        raise Doubtful from None
    if type(value) is not tuple or (end != len(text) and space(text, end) != len(text)):
        raise Doubtful
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
        raise Doubtful
    if kind is list:
        return [plain(item, depth + 1) for item in value]
    return _unique([(name, plain(each, depth + 1)) for name, each in value])


def nests_too_deep(text: str) -> bool:
    """Whether brackets outside strings nest too deep, as far as the strings are sound."""
    return _has_many_openers(text) and _is_deep(text)


def _has_many_openers(text: str) -> bool:
    """Whether there are enough brackets to nest too deep. Cheap, where `_is_deep` is exact."""
    for opener in "{[":
        count, at = 0, text.find(opener)
        while at >= 0:
            count += 1
            if count > MAX_DEPTH // 2:
                return True
            at = text.find(opener, at + 1)
    return False


def _is_deep(text: str) -> bool:
    depth, at = 0, 0
    while depth <= MAX_DEPTH and (found := _STRUCTURE.search(text, at)) is not None:
        at = found.end()
        if found[0] in "{[":
            depth += 1
        elif found[0] in "]}":
            depth -= 1
        elif found[0] == '"':
            at = string_end(text, at - 1)
    return depth > MAX_DEPTH


def string_end(text: str, at: int) -> int:
    """Where the string that begins at *at* ends; where the text does, if it is torn."""
    try:
        return decode(text, at)[1]
    except ValueError:
        return len(text)


def space(text: str, at: int) -> int:
    """Where the white space that begins at *at* ends."""
    return at + len(_SPACE.match(text, at)[0])  # type: ignore[index]  # it matches anywhere


def start_of(text: str, start: int) -> int:
    """Where *text* begins behind white space and, if it is the start of it all, a BOM."""
    return space(text, 1 if start == 0 and text[:1] == "\ufeff" else 0)


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
        here = space(text, end)
        mark = text[here : here + 1]
        if mark not in (",", "]"):
            return _torn(spans, here, here + 1, "here should stand a comma or a bracket")
        at = space(text, here + 1)
    if at < len(text):
        return _torn(spans, at, len(text), "nothing may stand behind the array")
    return Parts(spans)


def _torn(spans: list[tuple[int, int]], start: int, end: int, message: str) -> Parts:
    return Parts(spans, (Flaw(start, end, "json", message),))
