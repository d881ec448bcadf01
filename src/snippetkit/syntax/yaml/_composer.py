"""Build nodes from PyYAML's events, and refuse everything that a hostile text might try."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

import attrs

from snippetkit.errors import Flaw
from snippetkit.syntax.tree import MAX_DEPTH
from snippetkit.syntax.yaml._events import Event, UnreadableError, events
from snippetkit.syntax.yaml._nodes import (
    ALIAS,
    BLOCK_LIST,
    BLOCK_MAP,
    BLOCKS,
    DOUBLE,
    FLOW_LIST,
    FLOW_MAP,
    FOLDED,
    LITERAL,
    MAPS,
    PLAIN,
    SCALARS,
    TAGGED,
    Node,
    Row,
    Tree,
    pairs,
)
from snippetkit.syntax.yaml._places import (
    COMMENT_AFTER,
    LINE_END,
    after,
    before_line_end,
    column_of,
    line_start,
    line_stop,
    skipped,
)
from snippetkit.syntax.yaml._values import SURROGATE

__all__ = ["MAX_SHARED", "tree_of"]

MAX_SHARED = 10_000
"""How many nodes all aliases of a text together may stand for; more is a defect."""


# An edit reads the old text, proves the new one, and its caller scans that again: the same text
# is seen up to three times in a row. Nodes never leave this package, so none can be changed.
@lru_cache(maxsize=8)
def tree_of(text: str) -> Tree:
    """What *text* holds; of what could not be read, the flaws alone."""
    composer = _Composer(text)
    try:
        root = composer.composed()
        if root is None:
            return Tree((), tuple(composer.flaws), BLOCK_MAP, 0)
        rows, column = tuple(composer.rows(root)), column_of(text, root.start)
        return Tree(rows, tuple(composer.flaws), root.style, column)
    except UnreadableError as unreadable:
        return Tree((), (*composer.flaws, unreadable.flaw), PLAIN, 0)


@attrs.define
class _Composer:
    """Builds the nodes of a text from its events, without recursion."""

    text: str
    flaws: list[Flaw] = attrs.field(factory=list)
    open: list[Node] = attrs.field(factory=list)
    anchors: dict[str, Node | None] = attrs.field(factory=dict)
    root: Node | None = None
    shared: int = 0

    def composed(self) -> Node | None:
        """The mapping that the text holds; None if there are only blanks and comments."""
        for name, event in events(self.text):
            if name in _HANDLERS:
                _HANDLERS[name](self, event)
        if self.root is not None and self.root.style not in MAPS:
            raise UnreadableError(
                self.root.start, self.root.end, "yaml", "not a mapping of names to values"
            )
        return self.root

    def rows(self, root: Node) -> Iterator[Row]:
        """The pairs of *root* with their lines; those of a flow mapping have no lines."""
        if root.style == FLOW_MAP:
            for name, value in pairs(root):
                yield Row(name, value, name.head, value.end)
            return
        column, reached = column_of(self.text, root.start), 0
        for name, value in pairs(root):
            begin = line_start(self.text, name.head, reached)
            reached = line_stop(self.text, value.end)
            if name.head - begin == column:
                yield Row(name, value, begin, reached)
            else:
                self._flaw(name, "complex-key", "a name that is written with '?'")

    def document_start(self, event: Event) -> None:
        if event.explicit:
            message = "a document of its own, with a line '---' or '%'"
            at = event.start_mark.index
            raise UnreadableError(at, event.end_mark.index, "yaml", message)

    def document_end(self, event: Event) -> None:
        if event.explicit:
            at, end = event.start_mark.index, event.end_mark.index
            self.flaws.append(Flaw(at, end, "yaml", "the end of a document, '...', within"))

    def scalar(self, event: Event) -> None:
        value, style = event.value, event.style or PLAIN
        if style == PLAIN and event.tag is not None:
            style = TAGGED
        node = self._node(event, style, value)
        if style == DOUBLE and SURROGATE.search(value):
            raise UnreadableError(node.start, node.end, "yaml", "half of a surrogate pair")
        if style in (LITERAL, FOLDED):
            node.end = _block_end(self.text, node.start, node.end, value)
        self._place(node)

    def alias(self, event: Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        node = Node(ALIAS, "", start, start, end)
        target = self.anchors.get(str(event.anchor))
        if target is None:
            inside = event.anchor in self.anchors
            why = "stands for what it is in" if inside else "stands for nothing above"
            self.flaws.append(Flaw(start, end, "yaml-alias", f"*{event.anchor} {why}"))
            node.style = PLAIN
        else:
            node.items, node.size, node.height = [target], target.size, target.height
            self.shared += target.size
            self._check_alias(node)
        self._place(node)

    def _check_alias(self, node: Node) -> None:
        if self.shared > MAX_SHARED:
            message = f"aliases stand for more than {MAX_SHARED} values"
            raise UnreadableError(node.start, node.end, "alias-bomb", message)
        if len(self.open) - 1 + node.height > MAX_DEPTH:
            raise _too_deep(node.start, node.end)

    def collection_start(self, event: Event) -> None:
        is_list = type(event).__name__ == "SequenceStartEvent"
        if event.flow_style:
            style = FLOW_LIST if is_list else FLOW_MAP
        else:
            style = BLOCK_LIST if is_list else BLOCK_MAP
        node = self._node(event, style, "")
        # The mapping itself does not count.
        if len(self.open) > MAX_DEPTH:
            raise _too_deep(node.head, node.end)
        if event.anchor is not None:
            # Until it is closed, nothing may stand for it.
            self.anchors[event.anchor] = None
        self.open.append(node)

    def collection_end(self, event: Event) -> None:
        node = self.open.pop()
        if node.style in BLOCKS:
            last = max(item.end for item in node.items[-2:])
            node.end = after(COMMENT_AFTER, self.text, last)
        else:
            node.end = event.end_mark.index
        node.size += sum(item.size for item in node.items)
        node.height = 1 + max((item.height for item in node.items), default=0)
        if node.style in MAPS:
            self._check_names(node)
        self._place(node)

    def _node(self, event: Event, style: str, text: str) -> Node:
        head, end = event.start_mark.index, event.end_mark.index
        node = Node(style, text, head, head, end, anchor=event.anchor)
        if event.anchor is not None and event.tag is None:
            node.start = skipped(self.text, head + 1 + len(event.anchor))
            if style in SCALARS:
                node.start = min(node.start, end)
        return node

    def _place(self, node: Node) -> None:
        if node.anchor is not None:
            self.anchors[node.anchor] = node
        if self.open:
            self.open[-1].items.append(node)
        else:
            self.root = node

    def _check_names(self, node: Node) -> None:
        seen = set()
        for name in node.items[::2]:
            if name.style not in SCALARS:
                self._flaw(name, "complex-key", "a name that is not one text")
                continue
            if name.style == PLAIN and name.text == "<<":
                self._flaw(name, "yaml-alias", "a merge key, '<<', is not followed")
            if name.text in seen:
                self._flaw(name, "duplicate-key", f"{name.text!r} stands here twice")
            seen.add(name.text)

    def _flaw(self, node: Node, code: str, message: str) -> None:
        self.flaws.append(Flaw(node.head, node.end, code, message))


_HANDLERS: dict[str, Callable[[_Composer, Event], None]] = {
    "DocumentStartEvent": _Composer.document_start,
    "DocumentEndEvent": _Composer.document_end,
    "ScalarEvent": _Composer.scalar,
    "AliasEvent": _Composer.alias,
    "SequenceStartEvent": _Composer.collection_start,
    "MappingStartEvent": _Composer.collection_start,
    "SequenceEndEvent": _Composer.collection_end,
    "MappingEndEvent": _Composer.collection_end,
}


def _too_deep(start: int, end: int) -> UnreadableError:
    return UnreadableError(start, end, "too-deep", f"nested more than {MAX_DEPTH} deep")


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """Where the content of a block scalar ends: PyYAML's mark is where the next thing begins.

    The blank lines below are content if the header says so (`|+`). A line of blanks may be content
    if the text ends with a blank; it is taken as such.
    """
    raw = text[start:end]
    header = LINE_END.split(raw, maxsplit=1)[0]
    if "+" in header.partition(" #")[0]:
        return before_line_end(text, end)
    blank = value.rstrip("\n").endswith((" ", "\t"))
    return start + len(raw.rstrip("\r\n" if blank else " \t\r\n"))
