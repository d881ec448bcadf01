"""Read front matter as most people write it: an entry per line, or a list with an item per line.

This saves time, and such texts need no library. It finds what `snippetkit.syntax.yaml._composer`
finds, and leaves everything else to it; a law of `tests/test_syntax_yaml.py` says so.
"""

from __future__ import annotations

import re

from snippetkit.syntax.tree import Plain, Slot
from snippetkit.syntax.yaml._events import MAX_LENGTH
from snippetkit.syntax.yaml._values import resolved

__all__ = ["plain_slots"]

# What is for a careful reader: tabs, controls, what breaks lines in some versions of YAML, a BOM.
_ODD = re.compile(
    "[^\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_END = r"(?:\r\n|\n|\r|\Z)"
_GAP = r"(?:[ ]*+(?:\#[^\r\n]*+)?+(?:\r\n|\n|\r))*+"
# No sign that means something in front; further on no colon before a blank, no number sign behind one.
_FIRST = r"""[^\r\n ,:\[\]{}?#&*!|>'"%@`\-]"""
_BLANKS = r"[ ]++(?![#\r\n]|\Z)"
_BARE = rf"{_FIRST}[^\r\n:# ]*+(?:(?:{_BLANKS}|:(?![ \r\n]|\Z)|\#)[^\r\n:# ]*+)*+"
_QUOTED = r""""[^"\\\r\n]*+"|'[^'\r\n]*+'"""
_TEXT = rf"(?:{_BARE}|{_QUOTED})"
_ITEM = rf"(?:{_FIRST}[^\r\n:#,?\[\]{{}} ]*+(?:[ ]++[^\r\n:#,?\[\]{{}} ]++)*+|{_QUOTED})"
_LIST = rf"\[[ ]*+(?:{_ITEM}(?:[ ]*+,[ ]*+{_ITEM})*+)?+[ ]*+\]"
_ENTRY = re.compile(
    rf"""
    {_GAP}
    (?P<name> [A-Za-z_][A-Za-z0-9_.-]{{0,60}}+ ):
    (?: [ ]*+ (?: \r\n|\n|\r ) (?P<margin> [ ]*+ ) (?P<items>
          -[ ]++ {_TEXT} (?: [ ]*+ (?:\r\n|\n|\r) (?P=margin) -[ ]++ {_TEXT} )*+ ) [ ]*+
      | (?: [ ]++ (?: (?P<text> {_TEXT} ) | (?P<list> {_LIST} ) ) | (?P<nothing>) )
        [ ]*+ (?: (?<=[ ]) \#[^\r\n]*+ )?+
    )
    {_END}
    """,
    re.VERBOSE,
)
_QUOTES = frozenset("\"'")
_REST = re.compile(rf"{_GAP}[ ]*+(?:\#[^\r\n]*+)?+")
_EACH_ON_A_LINE = re.compile(rf"-[ ]++({_TEXT})")
_EACH_IN_BRACKETS = re.compile(_ITEM)


def plain_slots(text: str, start: int, end: int) -> tuple[Slot, ...] | None:
    r"""The slots that `scan` finds in ``text[start:end]``; None where that is not sure.

    >>> text = "title: Yes\ntags:\n  - a\n  - 1\n"
    >>> [(slot.name, slot.value) for slot in plain_slots(text, 0, len(text))]
    [('title', 'Yes'), ('tags', ['a', 1])]
    """
    if end - start > MAX_LENGTH or _ODD.search(text, start, end) is not None:
        return None
    slots, names, at = [], set(), start
    while (found := _ENTRY.match(text, at, end)) is not None:
        name, begin, kind = found["name"], found.start("name"), found.lastgroup or ""
        names.add(name)
        at = found.end()
        slots.append(Slot(name, _value(found[kind], kind), *found.span(kind), begin, at))
    if len(names) < len(slots) or not slots or _REST.fullmatch(text, at, end) is None:
        return None
    return tuple(slots)


def _value(spelled: str, kind: str) -> Plain:
    if kind == "text" or not spelled:
        return _said(spelled)
    each = _EACH_ON_A_LINE if kind == "items" else _EACH_IN_BRACKETS
    return [_said(one) for one in each.findall(spelled)]


def _said(spelled: str) -> Plain:
    return spelled[1:-1] if spelled[:1] in _QUOTES else resolved(spelled)
