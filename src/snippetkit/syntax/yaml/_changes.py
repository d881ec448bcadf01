"""Splices that give a node another value, in the style of the old text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from snippetkit.syntax._common import aligned
from snippetkit.syntax.tree import Edit, Plain
from snippetkit.syntax.yaml._nodes import (
    BLOCK_LIST,
    BLOCKS,
    DOUBLE,
    FOLDED,
    LISTS,
    LITERAL,
    MAPS,
    PLAIN,
    SINGLE,
    Node,
    pairs,
)
from snippetkit.syntax.yaml._places import (
    COMMENT_AFTER,
    LINE_END,
    SPACE,
    after,
    before_line_end,
    column_of,
    line_start,
    skipped,
)
from snippetkit.syntax.yaml._spelling import (
    NOT_BARE,
    heads,
    inline,
    is_block,
    lines_of,
    member_lines,
)
from snippetkit.syntax.yaml._values import says, value_of

__all__ = ["Pen", "replacements"]

_LINE_FEEDS = re.compile(r"\n+")


class Pen(NamedTuple):
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
    node: Node
    stop: int


def replacements(pen: Pen, node: Node, value: Plain, column: int) -> Iterator[Edit]:
    """Ways to make *node* say *value*, the most faithful one first."""
    for each in (pen, pen._replace(hold=False)):
        yield _joined(pen.text, node, list(_changes(each, node, value, column)))
    respelled = _respelled(pen._replace(hold=False), node, value, column)
    yield Edit(node.start, node.end, respelled)


def _joined(text: str, node: Node, edits: list[Edit]) -> Edit:
    """One splice for several; an empty one for none."""
    if not edits:
        return Edit(node.start, node.start, "")
    pieces, reached = [], edits[0].start
    for edit in edits:
        pieces += [text[reached : edit.start], edit.text]
        reached = edit.end
    return Edit(edits[0].start, reached, "".join(pieces))


def _changes(pen: Pen, node: Node, value: Plain, column: int | None) -> Iterator[Edit]:
    """The splices within *node* that make it say *value*, in order.

    *column* is where the entries of the block around it stand, None in a flow collection.
    """
    if says(value_of(node), value):
        return
    entries = _entries(pen.text, node)
    if entries and is_block(value) and (node.style in MAPS) == isinstance(value, Mapping):
        yield from _member_changes(pen, node, entries, value)
    else:
        yield Edit(node.start, node.end, _respelled(pen, node, value, column))


def _member_changes(pen: Pen, node: Node, entries: list[_Entry], value: Plain) -> Iterator[Edit]:
    """What changes member by member: those alike at both ends keep their lines.

    Between them the members of a list change in pairs; those of a mapping have names, and go and
    come instead.
    """
    new = heads(value)
    if isinstance(value, Mapping):
        names = list(value)
        left, right = _alike(lambda entry, name: entry.name == name, entries, names)
    else:
        left, right = _alike(lambda entry, pair: says(value_of(entry.node), pair[1]), entries, new)
        left = min(len(entries), len(new)) - right
    column = column_of(pen.text, node.start) if node.style in BLOCKS else None
    moved = _moved(pen, node, entries, value)
    for place, (entry, (_, each)) in enumerate(zip(entries[:left], new[:left], strict=True)):
        if place in moved:
            yield Edit(entry.head, entry.stop, moved[place])
        else:
            yield from _changes(pen, entry.node, each, column)
    a, b, fresh = left, len(entries) - right, new[left : len(new) - right]
    if a < b or fresh:
        yield (_flow_splice if column is None else _block_splice)(pen, entries, a, b, fresh)
    for entry, (_, each) in zip(entries[b:], new[len(new) - right :], strict=True):
        yield from _changes(pen, entry.node, each, column)


def _moved(pen: Pen, node: Node, entries: list[_Entry], value: Plain) -> dict[int, str]:
    """What goes to which place, with its comment, where members of a block list only change places."""
    if not pen.hold or node.style != BLOCK_LIST or not isinstance(value, (list, tuple)):
        return {}
    old = [value_of(entry.node) for entry in entries]
    pairs = [(at, number) for at, number in enumerate(aligned(old, value)) if at != number]
    if len(value) != len(old) or not all(n >= 0 and says(old[n], value[at]) for at, n in pairs):
        return {}
    return {at: pen.text[entries[n].head : entries[n].stop] for at, n in pairs}


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


def _entries(text: str, node: Node) -> list[_Entry]:
    """The members that a change can name; none of a scalar, or an alias."""
    if node.style in MAPS:
        return [
            _Entry(name.text, name.head, value, after(COMMENT_AFTER, text, value.end))
            for name, value in pairs(node)
        ]
    entries, reached = [], node.start
    for item in node.items if node.style in LISTS else ():
        # A block list's dash has no mark of its own: it is the next thing after the last item.
        head = skipped(text, reached) if node.style == BLOCK_LIST else item.head
        reached = after(COMMENT_AFTER, text, item.end)
        entries.append(_Entry("", head, item, reached))
    return entries


def _block_splice(
    pen: Pen, entries: list[_Entry], a: int, b: int, fresh: Sequence[tuple[str, Plain]]
) -> Edit:
    """Whole lines: entries *a* to *b* go, the *fresh* ones come in their place."""
    column = column_of(pen.text, entries[0].head)
    style = _quoting(entries, a)
    lines = [line for head, each in fresh for line in lines_of(head, each, column, pen.step, style)]
    body = pen.newline.join(lines)
    if a == b and a > 0:
        return Edit(entries[a - 1].stop, entries[a - 1].stop, pen.newline + body)
    if a == b:
        indent = pen.newline + " " * column
        return Edit(entries[0].head, entries[0].head, body[column:] + indent)
    if fresh:
        return Edit(entries[a].head, entries[b - 1].stop, body[column:])
    if a > 0:
        begin = before_line_end(pen.text, line_start(pen.text, entries[a].head))
        return Edit(begin, entries[b - 1].stop, "")
    return Edit(entries[0].head, after(SPACE, pen.text, entries[b - 1].stop), "")


def _flow_splice(
    pen: Pen, entries: list[_Entry], a: int, b: int, fresh: Sequence[tuple[str, Plain]]
) -> Edit:
    """Between brackets: entries *a* to *b* go, the *fresh* ones come in their place."""
    style = _quoting(entries, a)
    body = ", ".join(
        ("" if head == "-" else f"{head} ") + inline(each, style, flow=True) for head, each in fresh
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
    return style if style in (SINGLE, DOUBLE) else PLAIN


def _respelled(pen: Pen, node: Node, value: Plain, column: int | None) -> str:
    """*value* as a whole, where *node* stood: on the same line, or on lines below."""
    is_empty = node.start == node.end
    if column is None or not is_block(value) or not (is_empty or node.style in BLOCKS):
        spelled = _held(pen, node, value) or inline(value, node.style, flow=column is None)
        return (" " if is_empty else _inset(pen, node, column)) + spelled
    if is_empty:
        below = column + (2 if isinstance(value, Mapping) else pen.step)
        return "".join(pen.newline + line for line in member_lines(value, below, pen.step))
    here = column_of(pen.text, node.start)
    below = here + (len(_inset(pen, node, column)) if isinstance(value, Mapping) else 0)
    return pen.newline.join(member_lines(value, below, pen.step))[here:]


def _inset(pen: Pen, node: Node, column: int | None) -> str:
    """Blanks before what comes where a list stood no deeper than its own name: no other may."""
    if node.style == BLOCK_LIST and column == column_of(pen.text, node.start):
        return "  "
    return ""


def _held(pen: Pen, node: Node, value: Plain) -> str | None:
    """*value* as a block scalar under the old header, if that is what stood there.

    Whether it fits (its end, its first blanks, its folds) is proved by reading it.
    """
    if not (pen.hold and node.style in (LITERAL, FOLDED) and isinstance(value, str)):
        return None
    if NOT_BARE.search(value.replace("\n", "")):
        return None
    header, *content = LINE_END.split(pen.text[node.start : node.end])
    indent = next((line[: -len(line.lstrip(" "))] for line in content if line.strip(" ")), "")
    body = value if "-" in header.partition(" #")[0] else value.removesuffix("\n")
    if node.style == FOLDED:
        body = _LINE_FEEDS.sub(r"\n\g<0>", body)
    return pen.newline.join([header, *(indent + line if line else "" for line in body.split("\n"))])
