"""YAML as front matter has it: one block mapping, read from PyYAML's events, written by splices.

Only PyYAML's event stream is used: nothing is resolved, constructed or composed by it. Values are
read as the text says (`10` is a number; `010`, `yes` and `10:38` are texts), and line ends are
CR LF, LF and CR alone, as in YAML 1.2: NEL, LS, PS and a BOM within are ordinary characters.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol

import attrs

from snippetkit.errors import Flaw, MissingExtra
from snippetkit.syntax._common import LONGEST, digits
from snippetkit.syntax.tree import MAX_DEPTH, Edit, Plain, Scan, Slot, Stamp, newline_of, spliced

__all__ = ["MAX_LENGTH", "MAX_SHARED", "create", "insert", "remove", "replace", "scan"]

MAX_LENGTH = 64 * 1024
"""How many characters a stretch may have; longer is a defect."""

MAX_SHARED = 10_000
"""How many nodes all aliases of a text together may stand for; more is a defect."""

# Some characters break lines in YAML 1.1 and not in 1.2, or are read in different ways by PyYAML's
# two parsers. They are shown other characters in place of these.
_UNSETTLED = "\x85\u2028\u2029\ufeff"
_UNSETTLED_ANY = re.compile(f"[{_UNSETTLED}]")
_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONG_ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})")

_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACE = re.compile(r"[ \t\r\n]+")
_COMMENT = re.compile(r"#[^\r\n]*")
_COMMENT_AFTER = re.compile(r"[ \t]+#[^\r\n]*")

# The styles of a node: how PyYAML calls those of scalars, one of our own for what has a tag, and
# the sign that a collection or an alias is written with.
_PLAIN, _TAGGED, _SINGLE, _DOUBLE, _LITERAL, _FOLDED = "", "!", "'", '"', "|", ">"
_BLOCK_LIST, _BLOCK_MAP, _FLOW_LIST, _FLOW_MAP, _ALIAS = "-", ":", "[", "{", "*"
_SCALARS = frozenset((_PLAIN, _TAGGED, _SINGLE, _DOUBLE, _LITERAL, _FOLDED))
_MAPS = frozenset((_BLOCK_MAP, _FLOW_MAP))
_LISTS = frozenset((_BLOCK_LIST, _FLOW_LIST))
_BLOCKS = frozenset((_BLOCK_LIST, _BLOCK_MAP))


# The tree ------------------------------------------------------------------------------------


@attrs.define
class _Node:
    """What stands in one place of a text: a scalar, a collection, or an alias of another node."""

    style: str
    text: str
    """What a scalar says."""
    head: int
    """Where it begins, with its anchor and tag."""
    start: int
    """Where its own spelling begins: after an anchor, which an edit leaves in its place."""
    end: int
    items: list[_Node] = attrs.field(factory=list)
    """The members of a list; name, value, name, value … of a mapping; what an alias stands for."""
    anchor: str | None = None
    size: int = 1
    """How many nodes it stands for, aliases followed."""
    height: int = 0
    """How many collections deep it is, aliases followed."""


class _Row(NamedTuple):
    """A name and its value on lines of their own."""

    name: _Node
    value: _Node
    begin: int
    stop: int


class _Tree(NamedTuple):
    """What a text holds."""

    rows: tuple[_Row, ...]
    flaws: tuple[Flaw, ...]
    style: str
    """Of the mapping; plain if the text could not be read at all."""
    column: int
    """Where the names begin."""


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    """What of PyYAML's events is used here; each kind has some of it."""

    start_mark: _Mark
    end_mark: _Mark
    explicit: bool
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None


class _Parser(Protocol):
    def get_event(self) -> Any: ...


class _UnreadableError(Exception):
    """The text is no mapping that could be read: the flaw that says why."""

    def __init__(self, start: int, end: int, code: str, message: str) -> None:
        super().__init__(message)
        self.flaw = Flaw(start, end, code, message)


# An edit reads the old text, proves the new one, and its caller scans that again: the same text
# is seen up to three times in a row. Nodes never leave this module, so none can be changed.
@lru_cache(maxsize=8)
def _tree(text: str) -> _Tree:
    composer = _Composer(text)
    try:
        root = composer.composed()
        if root is None:
            return _Tree((), tuple(composer.flaws), _BLOCK_MAP, 0)
        rows, column = tuple(composer.rows(root)), _column(text, root.start)
        return _Tree(rows, tuple(composer.flaws), root.style, column)
    except _UnreadableError as unreadable:
        return _Tree((), (*composer.flaws, unreadable.flaw), _PLAIN, 0)


@cache
def _parser() -> Callable[[str], _Parser]:
    try:
        import yaml
    except ImportError as missing:
        raise MissingExtra("yaml", "YAML front matter") from missing
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:
        return yaml.SafeLoader
    return CParser


@attrs.define
class _Composer:
    """Builds the nodes of a text from its events, without recursion."""

    text: str
    flaws: list[Flaw] = attrs.field(factory=list)
    open: list[_Node] = attrs.field(factory=list)
    anchors: dict[str, _Node | None] = attrs.field(factory=dict)
    root: _Node | None = None
    shared: int = 0
    settled: dict[int, int] = attrs.field(factory=dict)

    def composed(self) -> _Node | None:
        """The mapping that the text holds; None if there are only blanks and comments."""
        self._check()
        self._read_events()
        if self.root is not None and self.root.style not in _MAPS:
            raise _UnreadableError(
                self.root.start, self.root.end, "yaml", "not a mapping of names to values"
            )
        return self.root

    def _check(self) -> None:
        if len(self.text) > MAX_LENGTH:
            message = f"longer than {MAX_LENGTH} characters"
            raise _UnreadableError(0, len(self.text), "too-long", message)
        if found := _FORBIDDEN.search(self.text):
            message = f"YAML does not allow the character U+{ord(found[0]):04X}"
            raise _UnreadableError(found.start(), found.end(), "yaml", message)

    def _read_events(self) -> None:
        text = self.text
        if _UNSETTLED_ANY.search(text):
            stand_ins = _stand_ins(text)
            text = text.translate(stand_ins)
            self.settled = {there: here for here, there in stand_ins.items()}
        parser, name = _parser()(text), ""
        from yaml import YAMLError

        while name != "StreamEndEvent":
            try:
                event = parser.get_event()
            # Where libyaml has an error of its own, the pure parser lets int() and chr() speak.
            except (YAMLError, ValueError, OverflowError) as error:
                raise self._broken(error) from None
            name = type(event).__name__
            if name in _HANDLERS:
                _HANDLERS[name](self, event)

    def _broken(self, error: Exception) -> _UnreadableError:
        """What PyYAML, or Python in its pure parser, said against the text."""
        mark = getattr(error, "problem_mark", None)
        at = min(mark.index if mark else 0, len(self.text))
        problem = getattr(error, "problem", None) or str(error)
        return _UnreadableError(at, min(at + 1, len(self.text)), "yaml", f"not YAML: {problem}")

    def document_start(self, event: _Event) -> None:
        if event.explicit:
            message = "a document of its own, with a line '---' or '%'"
            at = event.start_mark.index
            raise _UnreadableError(at, event.end_mark.index, "yaml", message)

    def document_end(self, event: _Event) -> None:
        if event.explicit:
            at, end = event.start_mark.index, event.end_mark.index
            self.flaws.append(Flaw(at, end, "yaml", "the end of a document, '...', within"))

    def scalar(self, event: _Event) -> None:
        value, style = event.value, event.style or _PLAIN
        if self.settled:
            value = value.translate(self.settled)
        if style == _PLAIN and event.tag is not None:
            style = _TAGGED
        node = self._node(event, style, value)
        if style == _DOUBLE and _SURROGATE.search(value):
            raise _UnreadableError(node.start, node.end, "yaml", "half of a surrogate pair")
        if style in (_LITERAL, _FOLDED):
            node.end = _block_end(self.text, node.start, node.end, value)
        self._place(node)

    def alias(self, event: _Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        node = _Node(_ALIAS, "", start, start, end)
        target = self.anchors.get(str(event.anchor))
        if target is None:
            inside = event.anchor in self.anchors
            why = "stands for what it is in" if inside else "stands for nothing above"
            self.flaws.append(Flaw(start, end, "yaml-alias", f"*{event.anchor} {why}"))
            node.style = _PLAIN
        else:
            node.items, node.size, node.height = [target], target.size, target.height
            self.shared += target.size
            self._check_alias(node)
        self._place(node)

    def _check_alias(self, node: _Node) -> None:
        if self.shared > MAX_SHARED:
            message = f"aliases stand for more than {MAX_SHARED} values"
            raise _UnreadableError(node.start, node.end, "alias-bomb", message)
        if len(self.open) - 1 + node.height > MAX_DEPTH:
            raise _too_deep(node.start, node.end)

    def collection_start(self, event: _Event) -> None:
        is_list = type(event).__name__ == "SequenceStartEvent"
        if event.flow_style:
            style = _FLOW_LIST if is_list else _FLOW_MAP
        else:
            style = _BLOCK_LIST if is_list else _BLOCK_MAP
        node = self._node(event, style, "")
        # The mapping itself does not count.
        if len(self.open) > MAX_DEPTH:
            raise _too_deep(node.head, node.end)
        if event.anchor is not None:
            # Until it is closed, nothing may stand for it.
            self.anchors[event.anchor] = None
        self.open.append(node)

    def collection_end(self, event: _Event) -> None:
        node = self.open.pop()
        if node.style in _BLOCKS:
            last = max(item.end for item in node.items[-2:])
            node.end = _after(_COMMENT_AFTER, self.text, last)
        else:
            node.end = event.end_mark.index
        node.size += sum(item.size for item in node.items)
        node.height = 1 + max((item.height for item in node.items), default=0)
        if node.style in _MAPS:
            self._check_names(node)
        self._place(node)

    def _node(self, event: _Event, style: str, text: str) -> _Node:
        head, end = event.start_mark.index, event.end_mark.index
        node = _Node(style, text, head, head, end, anchor=event.anchor)
        if event.anchor is not None and event.tag is None:
            node.start = _skipped(self.text, head + 1 + len(event.anchor))
            if style in _SCALARS:
                node.start = min(node.start, end)
        return node

    def _place(self, node: _Node) -> None:
        if node.anchor is not None:
            self.anchors[node.anchor] = node
        if self.open:
            self.open[-1].items.append(node)
        else:
            self.root = node

    def _check_names(self, node: _Node) -> None:
        seen = set()
        for name in node.items[::2]:
            if name.style not in _SCALARS:
                self._flaw(name, "complex-key", "a name that is not one text")
                continue
            if name.style == _PLAIN and name.text == "<<":
                self._flaw(name, "yaml-alias", "a merge key, '<<', is not followed")
            if name.text in seen:
                self._flaw(name, "duplicate-key", f"{name.text!r} stands here twice")
            seen.add(name.text)

    def _flaw(self, node: _Node, code: str, message: str) -> None:
        self.flaws.append(Flaw(node.head, node.end, code, message))

    def rows(self, root: _Node) -> Iterator[_Row]:
        """The pairs of *root* with their lines; those of a flow mapping have no lines."""
        if root.style == _FLOW_MAP:
            for name, value in _pairs(root):
                yield _Row(name, value, name.head, value.end)
            return
        column, reached = _column(self.text, root.start), 0
        for name, value in _pairs(root):
            begin = _line_start(self.text, name.head, reached)
            reached = _line_stop(self.text, value.end)
            if name.head - begin == column:
                yield _Row(name, value, begin, reached)
            else:
                self._flaw(name, "complex-key", "a name that is written with '?'")


_HANDLERS: dict[str, Callable[[_Composer, _Event], None]] = {
    "DocumentStartEvent": _Composer.document_start,
    "DocumentEndEvent": _Composer.document_end,
    "ScalarEvent": _Composer.scalar,
    "AliasEvent": _Composer.alias,
    "SequenceStartEvent": _Composer.collection_start,
    "MappingStartEvent": _Composer.collection_start,
    "SequenceEndEvent": _Composer.collection_end,
    "MappingEndEvent": _Composer.collection_end,
}


def _too_deep(start: int, end: int) -> _UnreadableError:
    return _UnreadableError(start, end, "too-deep", f"nested more than {MAX_DEPTH} deep")


def _stand_ins(text: str) -> dict[int, int]:
    """For each unsettled character one that *text* neither holds nor escapes."""
    taken = {ord(each) for each in text}
    taken.update(int(digits, 16) for digits in _LONG_ESCAPE.findall(text))
    free = (each for each in range(0xF0000, 0x110000) if each not in taken)
    return dict(zip(map(ord, _UNSETTLED), free, strict=False))


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """Where the content of a block scalar ends: PyYAML's mark is where the next thing begins.

    The blank lines below are content if the header says so (`|+`). A line of blanks may be content
    if the text ends with a blank; it is taken as such.
    """
    raw = text[start:end]
    header = _LINE_END.split(raw, maxsplit=1)[0]
    if "+" in header.partition(" #")[0]:
        return _before_line_end(text, end)
    blank = value.rstrip("\n").endswith((" ", "\t"))
    return start + len(raw.rstrip("\r\n" if blank else " \t\r\n"))


def _pairs(node: _Node) -> Iterator[tuple[_Node, _Node]]:
    """The names and values of a mapping; not those whose name is no text."""
    for name, value in zip(node.items[::2], node.items[1::2], strict=True):
        if name.style in _SCALARS:
            yield name, value


# Places in a text ------------------------------------------------------------------------------


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _skipped(text: str, at: int) -> int:
    """Where the next thing that is neither blank, line end nor comment stands."""
    at = _after(_SPACE, text, at)
    while text.startswith("#", at):
        at = _after(_SPACE, text, _after(_COMMENT, text, at))
    return at


def _line_start(text: str, at: int, floor: int = 0) -> int:
    return max(text.rfind("\n", floor, at), text.rfind("\r", floor, at), floor - 1) + 1


def _line_stop(text: str, at: int) -> int:
    """After the line end of the line that *at* is in."""
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def _before_line_end(text: str, at: int) -> int:
    """Before the line end that ends at *at*, if one does."""
    if text.endswith("\r\n", 0, at):
        return at - 2
    return at - 1 if text.endswith(("\r", "\n"), 0, at) else at


def _column(text: str, at: int) -> int:
    return at - _line_start(text, at)


# Values ----------------------------------------------------------------------------------------

_WORDS: dict[str, Plain] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INT = re.compile(r"0|-?[1-9][0-9]*")
_FLOAT = re.compile(r"-?[0-9]{1,17}(?:\.[0-9]{1,24})?(?:e[-+][0-9]{2,3})?")
_DATE_START = re.compile(r"[0-9]{4}-")


def _value(node: _Node) -> Plain:
    """What *node* says, in lists and dicts of its own."""
    if node.style == _ALIAS:
        return _value(node.items[0])
    if node.style in _LISTS:
        return [_value(item) for item in node.items]
    if node.style in _MAPS:
        return {name.text: _value(value) for name, value in _pairs(node)}
    return _resolved(node.text) if node.style == _PLAIN else node.text


def _resolved(text: str) -> Plain:
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


def _says(found: Plain, asked: Plain) -> bool:
    """Whether *found* is what was *asked* for, strictly; but a `Stamp` may become a mere text."""
    if isinstance(asked, str):
        stamped = isinstance(found, Stamp) and not isinstance(asked, Stamp)
        return isinstance(found, str) and found == asked and not stamped
    if isinstance(found, str):
        return False
    if isinstance(asked, Mapping) and isinstance(found, Mapping):
        return list(found) == list(asked) and all(_says(found[each], asked[each]) for each in asked)
    if isinstance(asked, Sequence) and isinstance(found, Sequence):
        return len(found) == len(asked) and all(map(_says, found, asked))
    return type(found) is type(asked) and repr(found) == repr(asked)


def _accept(value: Plain, depth: int = 0) -> None:
    """Raise `ValueError` for what no YAML text of ours can say."""
    if isinstance(value, str):
        _accept_text(value)
    elif depth == MAX_DEPTH and isinstance(value, (Mapping, Sequence)):
        raise ValueError(f"nested more than {MAX_DEPTH} deep")
    elif isinstance(value, Mapping):
        for name in value:
            _accept_text(name)
            _accept(value[name], depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        for each in value:
            _accept(each, depth + 1)
    else:
        _accept_number(value)


def _accept_number(value: object) -> None:
    if not isinstance(value, (int, float, type(None))):
        raise ValueError(f"not a plain value: {type(value).__name__}")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"not a finite number: {value}")


def _accept_text(text: object) -> None:
    if not isinstance(text, str):
        raise ValueError(f"a name that is not a text: {text!r}")
    if found := _SURROGATE.search(text):
        raise ValueError(f"YAML cannot spell the lone surrogate U+{ord(found[0]):04X}")


# Spelling --------------------------------------------------------------------------------------

# What other readers, of YAML 1.1 above all, take for something else than a text.
_AMBIGUOUS = re.compile(
    r"""
      y | n | yes | no | on | off | true | false | null | ~ | = | <<
    | [-+]? \.? [0-9] [0-9a-fx_o,.:e+-]*      # numbers of all bases, sexagesimals, dates
    | [-+]? \. (?: inf | nan)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_INDICATORS = "-?:,[]{}#&*!|>'\"%@` \t"
_NOT_FLOW = re.compile(r"[,\[\]{}:?]")
_NOT_BARE = re.compile(
    "[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def _is_plain(text: str, flow: bool) -> bool:
    """Whether every reader of YAML takes *text*, without quotes, for that text (or `Stamp`)."""
    if not text or text[0] in _INDICATORS or text[-1] in " :" or ": " in text or " #" in text:
        return False
    # A name of three dots would end the document.
    if text.startswith("...") or _NOT_BARE.search(text) or (flow and _NOT_FLOW.search(text)):
        return False
    found = _resolved(str(text))
    if isinstance(found, Stamp):
        return isinstance(text, Stamp)
    return isinstance(found, str) and not _AMBIGUOUS.fullmatch(text)


def _string(text: str, style: str = _PLAIN, flow: bool = False) -> str:
    """*text* in that style of quoting, if it can be written so; otherwise in double quotes."""
    if style == _SINGLE and not _NOT_BARE.search(text):
        return "'" + text.replace("'", "''") + "'"
    if style not in (_SINGLE, _DOUBLE, _LITERAL, _FOLDED) and _is_plain(text, flow):
        return str(text)
    quoted = json.dumps(str(text), ensure_ascii=False)
    return _NOT_BARE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _inline(value: Plain, style: str = _PLAIN, flow: bool = False) -> str:
    """*value* on one line, its collections in brackets."""
    if isinstance(value, str):
        return _string(value, style, flow)
    if isinstance(value, Mapping):
        pairs = (
            f"{_string(name, flow=True)}: {_inline(value[name], style, True)}" for name in value
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_inline(each, style, True) for each in value) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return digits(value) if isinstance(value, int) else repr(value)


def _is_block(value: Plain) -> bool:
    """Whether *value* is written on lines of its own: a collection that is not empty."""
    return isinstance(value, (Mapping, Sequence)) and not isinstance(value, str) and len(value) > 0


def _lines(head: str, value: Plain, column: int, step: int, style: str = _PLAIN) -> Iterator[str]:
    """The lines of one entry, *head* (a name with its colon, or a dash) in that *column*.

    *step* is how much further the dashes of a list stand than its name.
    """
    indent = " " * column
    if not _is_block(value):
        yield f"{indent}{head} {_inline(value, style)}"
    elif head == "-":
        first, *others = _members(value, column + 2, step, style)
        yield f"{indent}- {first[column + 2 :]}"
        yield from others
    else:
        yield f"{indent}{head}"
        yield from _members(
            value, column + (2 if isinstance(value, Mapping) else step), step, style
        )


def _members(value: Plain, column: int, step: int, style: str = _PLAIN) -> Iterator[str]:
    """The lines of the entries of a collection."""
    for head, each in _heads(value):
        yield from _lines(head, each, column, step, style)


def _heads(value: Plain) -> list[tuple[str, Plain]]:
    """The members of a collection, each after its name and colon, or its dash."""
    if isinstance(value, Mapping):
        return [(f"{_string(name)}:", value[name]) for name in value]
    return [("-", each) for each in value] if isinstance(value, Sequence) else []


# Changes within a value ------------------------------------------------------------------------


class _Pen(NamedTuple):
    """What an edit must know of the text that it changes."""

    text: str
    newline: str
    step: int
    hold: bool
    """Whether block scalars stay block scalars."""


class _Entry(NamedTuple):
    """A member of a collection, from its name or dash to the end of its last line."""

    name: str
    head: int
    node: _Node
    stop: int


def _changes(pen: _Pen, node: _Node, value: Plain, column: int | None) -> Iterator[Edit]:
    """The splices within *node* that make it say *value*, in order.

    *column* is where the entries of the block around it stand, None in a flow collection.
    """
    if _says(_value(node), value):
        return
    if _is_block(value) and node.items and _is_map(node) == isinstance(value, Mapping):
        yield from _member_changes(pen, node, value)
    else:
        yield Edit(node.start, node.end, _respelled(pen, node, value, column))


def _is_map(node: _Node) -> bool | None:
    """True for a mapping, False for a list, None for all that has no members of its own."""
    return node.style in _MAPS if node.style in _MAPS | _LISTS else None


def _member_changes(pen: _Pen, node: _Node, value: Plain) -> Iterator[Edit]:
    """What changes member by member: those alike at both ends keep their lines.

    Between them the members of a list change in pairs; those of a mapping have names, and go and
    come instead.
    """
    entries, new = _entries(pen.text, node), _heads(value)
    if isinstance(value, Mapping):
        names = list(value)
        left, right = _alike(lambda entry, name: entry.name == name, entries, names)
    else:
        left, right = _alike(lambda entry, pair: _says(_value(entry.node), pair[1]), entries, new)
        left = min(len(entries), len(new)) - right
    column = _column(pen.text, node.start) if node.style in _BLOCKS else None
    for entry, (_, each) in zip(entries[:left], new[:left], strict=True):
        yield from _changes(pen, entry.node, each, column)
    a, b, fresh = left, len(entries) - right, new[left : len(new) - right]
    if a < b or fresh:
        yield (_flow_splice if column is None else _block_splice)(pen, entries, a, b, fresh)
    for entry, (_, each) in zip(entries[b:], new[len(new) - right :], strict=True):
        yield from _changes(pen, entry.node, each, column)


def _alike(same: Callable[[Any, Any], bool], old: list[Any], new: list[Any]) -> tuple[int, int]:
    """How many members at the beginning, and how many others at the end, are the same."""
    shorter = min(len(old), len(new))
    left = 0
    while left < shorter and same(old[left], new[left]):
        left += 1
    right = 0
    while right < shorter - left and same(old[-1 - right], new[-1 - right]):
        right += 1
    return left, right


def _entries(text: str, node: _Node) -> list[_Entry]:
    if node.style in _MAPS:
        return [
            _Entry(name.text, name.head, value, _after(_COMMENT_AFTER, text, value.end))
            for name, value in _pairs(node)
        ]
    entries, reached = [], node.start
    for item in node.items:
        # A block list's dash has no mark of its own: it is the next thing after the last item.
        head = _skipped(text, reached) if node.style == _BLOCK_LIST else item.head
        reached = _after(_COMMENT_AFTER, text, item.end)
        entries.append(_Entry("", head, item, reached))
    return entries


def _block_splice(
    pen: _Pen, entries: list[_Entry], a: int, b: int, fresh: Sequence[tuple[str, Plain]]
) -> Edit:
    """Whole lines: entries *a* to *b* go, the *fresh* ones come in their place."""
    column = _column(pen.text, entries[0].head)
    style = _quoting(entries, a)
    lines = [line for head, each in fresh for line in _lines(head, each, column, pen.step, style)]
    body = pen.newline.join(lines)
    if a == b and a > 0:
        return Edit(entries[a - 1].stop, entries[a - 1].stop, pen.newline + body)
    if a == b:
        indent = pen.newline + " " * column
        return Edit(entries[0].head, entries[0].head, body[column:] + indent)
    if fresh:
        return Edit(entries[a].head, entries[b - 1].stop, body[column:])
    if a > 0:
        begin = _before_line_end(pen.text, _line_start(pen.text, entries[a].head))
        return Edit(begin, entries[b - 1].stop, "")
    return Edit(entries[0].head, _after(_SPACE, pen.text, entries[b - 1].stop), "")


def _flow_splice(
    pen: _Pen, entries: list[_Entry], a: int, b: int, fresh: Sequence[tuple[str, Plain]]
) -> Edit:
    """Between brackets: entries *a* to *b* go, the *fresh* ones come in their place."""
    style = _quoting(entries, a)
    body = ", ".join(
        ("" if head == "-" else f"{head} ") + _inline(each, style, flow=True)
        for head, each in fresh
    )
    if a == b and a > 0:
        return Edit(entries[a - 1].node.end, entries[a - 1].node.end, ", " + body)
    if a == b:
        return Edit(entries[0].head, entries[0].head, body + ", ")
    if fresh:
        return Edit(entries[a].head, entries[b - 1].node.end, body)
    if b < len(entries):
        return Edit(entries[a].head, entries[b].head, "")
    before = entries[a - 1].node.end
    # A comment of the entry before stays, and with it the comma.
    begin = entries[a].head if "#" in pen.text[before : entries[a].head] else before
    return Edit(begin, entries[b - 1].node.end, "")


def _quoting(entries: list[_Entry], at: int) -> str:
    """How the entry before place *at* is quoted, if it is."""
    style = entries[max(at - 1, 0)].node.style
    return style if style in (_SINGLE, _DOUBLE) else _PLAIN


def _respelled(pen: _Pen, node: _Node, value: Plain, column: int | None) -> str:
    """*value* as a whole, where *node* stood: on the same line, or on lines below."""
    is_empty = node.start == node.end
    if column is None or not _is_block(value) or not (is_empty or node.style in _BLOCKS):
        spelled = _held(pen, node, value) or _inline(value, node.style, flow=column is None)
        return (" " if is_empty else _inset(pen, node, column)) + spelled
    if is_empty:
        below = column + (2 if isinstance(value, Mapping) else pen.step)
        return "".join(pen.newline + line for line in _members(value, below, pen.step))
    here = _column(pen.text, node.start)
    below = here + (len(_inset(pen, node, column)) if isinstance(value, Mapping) else 0)
    return pen.newline.join(_members(value, below, pen.step))[here:]


def _inset(pen: _Pen, node: _Node, column: int | None) -> str:
    """Blanks before what comes where a list stood no deeper than its own name: no other may."""
    if node.style == _BLOCK_LIST and column == _column(pen.text, node.start):
        return "  "
    return ""


def _held(pen: _Pen, node: _Node, value: Plain) -> str | None:
    """*value* as a block scalar under the old header, if that is what stood there.

    Whether it fits (its end, its first blanks, its folds) is proved by reading it.
    """
    if not (pen.hold and node.style in (_LITERAL, _FOLDED) and isinstance(value, str)):
        return None
    if _NOT_BARE.search(value.replace("\n", "")):
        return None
    header, *content = _LINE_END.split(pen.text[node.start : node.end])
    indent = next((line[: -len(line.lstrip(" "))] for line in content if line.strip(" ")), "")
    body = value if "-" in header.partition(" #")[0] else value.removesuffix("\n")
    if node.style == _FOLDED:
        body = _LINE_FEEDS.sub(r"\n\g<0>", body)
    return pen.newline.join([header, *(indent + line if line else "" for line in body.split("\n"))])


_LINE_FEEDS = re.compile(r"\n+")


# The syntax ------------------------------------------------------------------------------------


def scan(text: str, start: int, end: int) -> Scan:
    r"""The slots of the block mapping that ``text[start:end]`` holds. Total: it never raises.

    A plain scalar is None (``null``, ``~`` or nothing), True or False (``true``, ``false``), a
    number where Python spells that number exactly so, a `Stamp` where it begins as a date does,
    and otherwise the text that stands there. What is quoted or has a tag is a text. An alias
    says what its anchor says.

    >>> text = "title: Yes\ndate: 2024-01-02 # today\ntags: [a, 1]\n"
    >>> [(slot.name, slot.value) for slot in scan(text, 0, len(text)).slots]
    [('title', 'Yes'), ('date', '2024-01-02'), ('tags', ['a', 1])]

    Flaws: ``yaml`` (not YAML, or no mapping), ``too-long``, ``too-deep``, ``duplicate-key``,
    ``complex-key``, ``yaml-alias`` (of nothing, of itself, or a merge key), ``alias-bomb``.
    """
    base = _base(text, start, end)
    tree = _tree(text[base:end])
    slots = (
        Slot(
            name.text,
            _value(value),
            base + value.start,
            base + value.end,
            base + begin,
            base + stop,
        )
        for name, value, begin, stop in tree.rows
    )
    flaws = (flaw._replace(start=base + flaw.start, end=base + flaw.end) for flaw in tree.flaws)
    return Scan(tuple(slots), tuple(flaws), start, end)


def replace(text: str, scan: Scan, index: int, value: Plain) -> Edit:
    r"""The splice that makes slot number *index* say *value*, in the manner of the old spelling.

    Quotes, block scalars, brackets and dashes stay where the value allows; members of a list or
    mapping that do not change keep their lines. A `Stamp` stays in quotes where there were some.

    >>> text = "tags:\n  - a # first\n  - 'b'\n"
    >>> edit = replace(text, scan(text, 0, len(text)), 0, ["a", "it's", "c"])
    >>> spliced(text, edit)
    "tags:\n  - a # first\n  - 'it''s'\n  - 'c'\n"

    Raises `ValueError` if it would not be read as the same, or if another value would change with
    it because an alias stands for it.
    """
    base, tree = _written(text, scan)
    _accept(value)
    stretch = text[base : scan.end]
    pen = _Pen(stretch, newline_of(text), _step(stretch, tree), hold=True)
    expected = [(slot.name, slot.value) for slot in scan.slots]
    expected[index] = (scan.slots[index].name, value)
    reason = ""
    for edit in _replacements(pen, tree.rows[index].value, value, tree.column):
        moved = Edit(base + edit.start, base + edit.end, edit.text)
        reason = _doubt(text, scan, moved, expected)
        if not reason:
            return moved
    raise ValueError(reason)


def insert(text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
    r"""The splice that puts a new slot before number *index*, or after the last. See `remove`.

    Comment lines right above a slot stay with it. Lists are indented as the text's others are.

    >>> text = "title: A\n# when\ndate: 2024-01-02\n"
    >>> edit = insert(text, scan(text, 0, len(text)), 1, "tags", ["a"])
    >>> spliced(text, edit)
    'title: A\ntags:\n  - a\n# when\ndate: 2024-01-02\n'

    Raises `ValueError` if it would not be read as the same, or there is that name already.
    """
    base, tree = _written(text, scan)
    _accept_text(name)
    _accept(value)
    stretch, newline = text[base : scan.end], newline_of(text)
    at = _place_before(stretch, tree, index)
    body = newline.join(_lines(f"{_string(name)}:", value, tree.column, _step(stretch, tree)))
    is_open = at > 0 and stretch[at - 1] not in "\r\n"
    edit = Edit(base + at, base + at, newline + body if is_open else body + newline)
    expected = [(slot.name, slot.value) for slot in scan.slots]
    expected.insert(index, (name, value))
    return _undoubted(text, scan, edit, expected)


def remove(text: str, scan: Scan, index: int) -> Edit:
    r"""The splice that takes exactly the lines of slot number *index* away. Inverse of `insert`.

    >>> text = "title: A # main\n# when\ndate: 2024-01-02\n"
    >>> spliced(text, remove(text, scan(text, 0, len(text)), 0))
    '# when\ndate: 2024-01-02\n'

    Raises `ValueError` if other values would change with it, because an alias stands for it.
    """
    _written(text, scan)
    edit = Edit(scan.slots[index].begin, scan.slots[index].stop, "")
    expected = [(slot.name, slot.value) for slot in scan.slots]
    del expected[index]
    return _undoubted(text, scan, edit, expected)


def create(items: Iterable[tuple[str, Plain]], newline: str) -> str:
    r"""A fresh text that says *items*, in block style. Inverse of `scan`.

    Texts stand bare where every reader of YAML takes them for texts, otherwise in the double
    quotes of JSON; a `Stamp` stands bare if it begins as a date does.

    >>> create([("title", "No"), ("date", Stamp("2024-01-02")), ("tags", ["a", "b"])], "\n")
    'title: "No"\ndate: 2024-01-02\ntags:\n  - a\n  - b\n'

    Raises `ValueError` for what YAML cannot say: lone surrogates, NaN, a name that comes twice.
    """
    pairs = list(items)
    for name, value in pairs:
        _accept_text(name)
        _accept(value)
    lines = (line for name, value in pairs for line in _lines(f"{_string(name)}:", value, 0, 2))
    text = "".join(line + newline for line in lines)
    _undoubted("", Scan((), (), 0, 0), Edit(0, 0, text), pairs)
    return text


def _base(text: str, start: int, end: int) -> int:
    """Where the mapping begins: after a BOM, which is no part of the first name."""
    return start + text.startswith("\ufeff", start, end)


def _written(text: str, scan: Scan) -> tuple[int, _Tree]:
    base = _base(text, scan.start, scan.end)
    tree = _tree(text[base : scan.end])
    if tree.style != _BLOCK_MAP:
        reason = "a mapping in braces" if tree.style == _FLOW_MAP else tree.flaws[-1].message
        raise ValueError(f"this YAML is not written to: {reason}")
    return base, tree


def _step(text: str, tree: _Tree) -> int:
    """How far the dashes of lists stand to the right of their names in this text; 2 by default."""
    lists = (row.value for row in tree.rows if row.value.style == _BLOCK_LIST)
    return next((_column(text, node.start) - tree.column for node in lists), 2)


def _place_before(text: str, tree: _Tree, index: int) -> int:
    """Where a new slot number *index* goes: above the comment lines right above the old one."""
    if index >= len(tree.rows):
        return tree.rows[-1].stop if tree.rows else len(text)
    at, floor = tree.rows[index].begin, tree.rows[index - 1].stop if index else 0
    while at > floor:
        above = _line_start(text, _before_line_end(text, at), floor)
        if not text[above:at].lstrip(" \t").startswith("#"):
            break
        at = above
    return at


def _replacements(pen: _Pen, node: _Node, value: Plain, column: int) -> Iterator[Edit]:
    """Ways to make *node* say *value*, the most faithful one first."""
    for each in (pen, pen._replace(hold=False)):
        yield _joined(pen.text, node, list(_changes(each, node, value, column)))
    respelled = _respelled(pen._replace(hold=False), node, value, column)
    yield Edit(node.start, node.end, respelled)


def _joined(text: str, node: _Node, edits: list[Edit]) -> Edit:
    """One splice for several; an empty one for none."""
    if not edits:
        return Edit(node.start, node.start, "")
    pieces, reached = [], edits[0].start
    for edit in edits:
        pieces += [text[reached : edit.start], edit.text]
        reached = edit.end
    return Edit(edits[0].start, reached, "".join(pieces))


def _doubt(text: str, scan: Scan, edit: Edit, expected: Sequence[tuple[str, Plain]]) -> str:
    """Why the text after *edit* would not say exactly what is *expected*; nothing if it would."""
    end = scan.end + len(edit.text) - (edit.end - edit.start)
    changed = spliced(text, edit)
    tree = _tree(changed[_base(changed, scan.start, end) : end])
    known = Counter(flaw.code for flaw in scan.flaws)
    for flaw in tree.flaws:
        known[flaw.code] -= 1
        if known[flaw.code] < 0:
            return f"it would break the YAML: {flaw.message}"
    for row, (name, value) in zip(tree.rows, expected, strict=False):
        if row.name.text != name or not _says(_value(row.value), value):
            return f"YAML would not read {name!r} as it should be"
    return "" if len(tree.rows) == len(expected) else "YAML would read other names there"


def _undoubted(text: str, scan: Scan, edit: Edit, expected: Sequence[tuple[str, Plain]]) -> Edit:
    if reason := _doubt(text, scan, edit, expected):
        raise ValueError(reason)
    return edit
