"""Code that JSON and TOML share: spelling strings and numbers, and rewriting lists in part."""

from __future__ import annotations

import itertools
import math
import re
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any, NamedTuple

from snippetkit.syntax._fast import ORJSON
from snippetkit.syntax.tree import Plain

__all__ = [
    "LONGEST",
    "Node",
    "Part",
    "Rewriter",
    "aligned",
    "decimal",
    "digits",
    "ends_lines",
    "margin_of",
    "quoted",
    "quoted_bytes",
]

LONGEST = 3_900
"""How many characters a number may have: Python computes with 4,300 digits, in quadratic time."""

_MAX_BITS = LONGEST * 10 // 3  # hardly more digits than that, and not to be spelled in vain
# What is always escaped beside what RFC 8259 asks for: DEL and the C1 controls (NEL is one, which
# ends lines for str.splitlines), the line and paragraph separators, lone surrogates. Of two halves
# of a pair side by side only the second: two escapes would be read as one character.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])")
_LONG = 200
# DEL and the controls but LF as blanks: what has none of them is left as it is.
_PLAIN = bytes(0x20 if n == 0x7F or (n < 0x20 and n != 0x0A) else n for n in range(256))
_C1 = re.compile(b"\xc2[\x80-\x9f]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def quoted(value: object, *, ascii_only: bool = False) -> str:
    r"""A text in double quotes, with the escapes that JSON and TOML have in common.

    With *ascii_only* in ASCII alone, but for two halves of a surrogate pair side by side, which are
    not the character that their two escapes are.

    >>> quoted('a "b"\n')
    '"a \\"b\\"\\n"'
    """
    if not isinstance(value, str):
        raise ValueError(f"a name is text, which {value!r} is not")
    if len(value) > _LONG and not ascii_only and (long := _quoted_long(value)) is not None:
        return long.decode()
    if value.isascii() and "\x7f" not in value:
        return encode_basestring(value)
    if ascii_only and not _SURROGATE_PAIR.search(value):
        spelled = encode_basestring_ascii(value)
    else:
        spelled = encode_basestring(value)
    return spelled if spelled.isprintable() else _UNSAFE.sub(_escape, spelled)


def quoted_bytes(value: object) -> bytes:
    r"""The UTF-8 of the same.

    >>> quoted_bytes("café") == quoted("café").encode()
    True
    """
    if type(value) is str:
        if len(value) > _LONG:
            if (long := _quoted_long(value)) is not None:
                return long
        elif value.isascii() and "\x7f" not in value:
            return encode_basestring(value).encode()
    return quoted(value).encode()


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _quoted_long(value: str) -> bytes | None:
    """The UTF-8 of `quoted`, in half the time; None where there are characters that are rare."""
    if "\u2028" in value or "\u2029" in value:
        return None
    orjson = ORJSON()
    try:
        # Of another text, because orjson leaves the UTF-8 in the one that it is given.
        data = value.encode() if orjson is None else orjson.dumps(value + " ")
    except (UnicodeEncodeError, TypeError):  # surrogates
        return None
    if b"\xc2" in data and _C1.search(data) is not None:
        return None
    if orjson is not None:  # which knows the escapes of the controls
        return None if b"\x7f" in data else data[:-2] + b'"'
    if data.translate(_PLAIN) != data:
        return None
    return b'"%b"' % data.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")


def digits(value: int, longest: int = LONGEST) -> str:
    """An integer in decimal digits, not more than *longest*."""
    spelled = int.__repr__(value) if value.bit_length() <= _MAX_BITS else ""
    if not 0 < len(spelled) <= longest:
        raise ValueError(f"a number longer than {longest:,} characters")
    return spelled


def decimal(value: float) -> str:
    """A float in the fewest digits that give it back."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a number that can be written")
    return float.__repr__(value)


class Node(NamedTuple):
    """A value and where it stands."""

    start: int
    end: int
    value: Any
    parts: Sequence[Part] = ()


class Part(NamedTuple):
    """An entry of a mapping, or an item of a list: then without a name."""

    begin: int
    name: str
    node: Node


class Rewriter(ABC):
    """Spells values anew where they differ from what stands in a text, and only there.

    A syntax says how: `spelled`, `entry`, `comma`, and what it likes of `leaf` and `is_same`.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @abstractmethod
    def spelled(self, value: Plain, margin: str, depth: int) -> str:
        """A value that is new; its lines after the first are indented by *margin* and more."""

    @abstractmethod
    def entry(self, name: str, value: Plain, margin: str, depth: int) -> str:
        """An entry of a mapping that is new."""

    @abstractmethod
    def comma(self, lead: str) -> str:
        """What follows an only part, which *lead* stands before."""

    def leaf(self, node: Node, value: Plain, margin: str, depth: int) -> str:
        """A value in the place of *node* that has no parts in common with it."""
        return self.spelled(value, margin, depth)

    def beside(self, near: Node, value: Plain, margin: str, depth: int) -> str:
        """An item that is new in a list, where *near* is its neighbour."""
        return self.spelled(value, margin, depth)

    def is_same(self, old: Plain, new: Plain) -> bool:
        """Whether *new*, which has no parts in common with *old*, says just what that does."""
        if isinstance(new, str):
            return isinstance(old, str) and old == new
        if isinstance(new, (Mapping, list, tuple)):
            return not new and old == ({} if isinstance(new, Mapping) else [])
        if isinstance(new, float):
            return isinstance(old, float) and repr(old) == repr(new)
        return type(old) is type(new) and old == new

    def rewritten(self, node: Node, value: Plain, margin: str, depth: int) -> str:
        """The text of *node*, changed to say *value*."""
        if value and node.parts:
            if isinstance(value, Mapping) and isinstance(node.value, dict):
                kept = {part.name: at for at, part in reversed(list(enumerate(node.parts)))}
                entries = [(name, each, kept.get(name, -1)) for name, each in value.items()]
                return self._joined(node, entries, margin, depth)
            if isinstance(value, (list, tuple)) and isinstance(node.value, list):
                places = zip(value, aligned(node.value, value), strict=True)
                items = [("", each, at) for each, at in places]
                return self._joined(node, items, margin, depth)
        if self.is_same(node.value, value):
            return self.text[node.start : node.end]
        return self.leaf(node, value, margin, depth)

    def _joined(
        self, node: Node, wanted: list[tuple[str, Plain, int]], margin: str, depth: int
    ) -> str:
        """A mapping or list of the *wanted* names and values, each with its number in *node*.

        What stood between two neighbours stays between them; between others stands what stood
        between the first two. Comments go with what they are about.
        """
        gaps = self._gaps(node)
        margins = _margins(gaps[:-1], margin)
        usual = gaps[1] if len(gaps) > 2 else self.comma(gaps[0])
        arrange = _with_comments if any("#" in gap for gap in gaps) else _in_places
        leads = arrange(gaps, usual, [at for _, _, at in wanted])
        pieces, near = [self.text[node.start]], node.parts[0].node
        for lead, (name, value, at) in zip(leads, wanted, strict=False):
            pieces.append(lead)
            if at >= 0:
                part = node.parts[at]
                near = part.node
                pieces.append(self.text[part.begin : part.node.start])
                pieces.append(self.rewritten(part.node, value, margins[at], depth + 1))
            elif isinstance(node.value, dict):
                pieces.append(self.entry(name, value, margins[0], depth + 1))
            else:
                pieces.append(self.beside(near, value, margins[0], depth + 1))
        return "".join([*pieces, leads[-1]])

    def _gaps(self, node: Node) -> list[str]:
        """What stands before each part of *node*, and behind the last."""
        ends = [node.start + 1, *(part.node.end for part in node.parts)]
        begins = [*(part.begin for part in node.parts), node.end]
        return [self.text[end:begin] for end, begin in zip(ends, begins, strict=True)]


class _Gap(NamedTuple):
    """What stands between two values: on the line of the first, and then up to the second."""

    comma: str
    comment: str
    """With the blanks before it; in JSON no # stands here, so that there is none."""
    lead: str
    """From the line end on."""

    @staticmethod
    def of(gap: str) -> _Gap:
        line, end, lead = gap.partition("\n")
        if line.endswith("\r"):
            line, end = line[:-1], "\r\n"
        comma = line.partition("#")[0]
        comma = comma.rstrip(" \t") if "#" in line else comma
        return _Gap(comma, line[len(comma) :], end + lead)

    @property
    def line_end(self) -> str:
        return self.lead[: self.lead.find("\n") + 1]

    def usual(self) -> _Gap:
        """The same without comments."""
        return _Gap(self.comma, "", self.line_end + margin_of(self.lead))


def _in_places(gaps: list[str], usual: str, numbers: list[int]) -> list[str]:
    """What stands before each of the parts with these *numbers*, and behind the last."""
    pairs = itertools.pairwise(numbers)
    between = [gaps[at] if 0 < at == before + 1 else usual for before, at in pairs]
    return [gaps[0], *between, gaps[-1]]


def _with_comments(gaps: list[str], usual: str, numbers: list[int]) -> list[str]:
    """The same where there are comments: behind a part on its line, or above it, they go with it."""
    parted, plain = [_Gap.of(gap) for gap in gaps], _Gap.of(usual).usual()
    if not all("," in gap.comma for gap in [*parted[1:-1], plain]):
        return _in_places(gaps, "\n".join(map(_before_comment, usual.split("\n"))), numbers)
    opening = _opening(parted, numbers[0])
    pairs = itertools.pairwise([*numbers, len(gaps) - 1])
    return [opening, *(_joint(parted, plain, before, at) for before, at in pairs)]


def _opening(parted: list[_Gap], at: int) -> str:
    """What stands before part number *at* where that is the first."""
    first = parted[0]
    lead = parted[at].lead if at >= 0 else ""
    lead = lead if first.lead or "#" in lead else ""
    return first.comma + first.comment + (lead or first.usual().lead)


def _joint(parted: list[_Gap], plain: _Gap, before: int, at: int) -> str:
    """What stands between two parts, with the comments on the first; behind the last, *at* is the end."""
    about = parted[before + 1] if before >= 0 else plain
    is_old = at == len(parted) - 1 or 0 < at == before + 1
    here = parted[at] if is_old else plain
    above = parted[at].lead if at >= 0 else ""
    lead = above if "#" in above or (above and here.lead) else here.lead
    if lead or not about.comment:
        return here.comma + about.comment + lead
    if is_old:  # the closing bracket
        return about.comment + about.line_end + here.comma
    return here.comma.rstrip(" \t") + about.comment + about.line_end


def _before_comment(line: str) -> str:
    content, hash_sign, comment = line.partition("#")
    if not hash_sign:
        return line
    return content.rstrip(" \t") + ("\r" if comment.endswith("\r") else "")


def ends_lines(text: str) -> bool:
    """Whether there is a line end in *text*."""
    return "\n" in text or "\r" in text


def margin_of(lead: str, otherwise: str = "") -> str:
    r"""The indentation of the line that *lead* ends on, if it ends lines; else *otherwise*.

    >>> margin_of(",\n  ")
    '  '
    """
    cut = max(lead.rfind("\n"), lead.rfind("\r")) + 1
    line = lead[cut:]
    return line[: len(line) - len(line.lstrip(" \t"))] if cut else otherwise


def aligned(old: Sequence[Plain], new: Sequence[Plain]) -> list[int]:
    """For each item of *new* the number of that of *old* in whose place it is; -1 if there is none.

    That is one that says the same; else the one behind that of the item before, if no item says
    the same as that.

    >>> aligned(["a", "b", "c"], ["new", "c", "b"]), aligned(["a", "b"], ["a", "changed", "new"])
    ([0, 2, 1], [0, 1, -1])
    """
    found = _equals(list(map(_looks, old)), list(map(_looks, new)))
    taken, before = {*found}, -1
    for place, number in enumerate(found):
        if number < 0 and before + 1 < len(old) and before + 1 not in taken:
            found[place] = before + 1
        before = found[place] if found[place] >= 0 else before
    return found


def _looks(value: Plain) -> str:
    """What is the same of values that say the same."""
    try:
        return repr(value)
    except ValueError:  # a number so long that no text has it
        return ""


def _equals(old: list[str], new: list[str]) -> list[int]:
    """For each of *new* the number of one of *old* that is equal, each once; -1 if there is none."""
    same = 0  # at the ends
    while same < min(len(old), len(new)) and old[-1 - same] == new[-1 - same]:
        same += 1
    free: dict[str, deque[int]] = {}
    for number, each in enumerate(old[: len(old) - same]):
        free.setdefault(each, deque()).append(number)
    numbers = [free[one].popleft() if free.get(one) else -1 for one in new[: len(new) - same]]
    return [*numbers, *range(len(old) - same, len(old))]


def _margins(leads: list[str], margin: str) -> list[str]:
    """The indentation of the line that each part begins on."""
    found = []
    for lead in leads:
        margin = margin_of(lead, margin)
        found.append(margin)
    return found
