"""The values of YAML nodes, and which values YAML can hold."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from snippetkit.syntax._common import LONGEST
from snippetkit.syntax.tree import MAX_DEPTH, Plain, Stamp
from snippetkit.syntax.yaml._nodes import ALIAS, LISTS, MAPS, PLAIN, Node, pairs

__all__ = ["SURROGATE", "accept", "accept_text", "resolved", "says", "value_of"]

SURROGATE = re.compile("[\ud800-\udfff]")

_WORDS: dict[str, Plain] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INT = re.compile(r"0|-?[1-9][0-9]*")
_FLOAT = re.compile(r"-?[0-9]{1,17}(?:\.[0-9]{1,24})?(?:e[-+][0-9]{2,3})?")
_DATE_START = re.compile(r"[0-9]{4}-")


def value_of(node: Node) -> Plain:
    """What *node* says, in lists and dicts of its own."""
    if node.style == ALIAS:
        return value_of(node.items[0])
    if node.style in LISTS:
        return [value_of(item) for item in node.items]
    if node.style in MAPS:
        return {name.text: value_of(value) for name, value in pairs(node)}
    return resolved(node.text) if node.style == PLAIN else node.text


def resolved(text: str) -> Plain:
    """What a plain scalar says. Only what Python spells exactly so is a number."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-0123456789":
        return text
    if len(text) <= LONGEST and _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return Stamp(text) if _DATE_START.match(text) else text


def says(found: Plain, asked: Plain) -> bool:
    """Whether *found* is what was *asked* for, strictly; but a `Stamp` may become a mere text."""
    if isinstance(asked, str):
        stamped = isinstance(found, Stamp) and not isinstance(asked, Stamp)
        return isinstance(found, str) and found == asked and not stamped
    if isinstance(found, str):
        return False
    if isinstance(asked, Mapping) and isinstance(found, Mapping):
        return list(found) == list(asked) and all(says(found[each], asked[each]) for each in asked)
    if isinstance(asked, Sequence) and isinstance(found, Sequence):
        return len(found) == len(asked) and all(map(says, found, asked))
    return type(found) is type(asked) and repr(found) == repr(asked)


def accept(value: Plain, depth: int = 0) -> None:
    """Raise `ValueError` for what no YAML text of ours can say."""
    if isinstance(value, str):
        accept_text(value)
    elif depth == MAX_DEPTH and isinstance(value, (Mapping, Sequence)):
        raise ValueError(f"nested more than {MAX_DEPTH} deep")
    elif isinstance(value, Mapping):
        for name in value:
            accept_text(name)
            accept(value[name], depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        for each in value:
            accept(each, depth + 1)
    else:
        _accept_number(value)


def _accept_number(value: object) -> None:
    if not isinstance(value, (int, float, type(None))):
        raise ValueError(f"not a plain value: {type(value).__name__}")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"not a finite number: {value}")


def accept_text(text: object) -> None:
    """Raise `ValueError` for what is no text, or none that YAML can spell."""
    if not isinstance(text, str):
        raise ValueError(f"a name that is not a text: {text!r}")
    if found := SURROGATE.search(text):
        raise ValueError(f"YAML cannot spell the lone surrogate U+{ord(found[0]):04X}")
