"""The nodes of a YAML text: the value in each place, and its style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import attrs

from snippetkit.errors import Flaw

__all__ = [
    "ALIAS",
    "BLOCKS",
    "BLOCK_LIST",
    "BLOCK_MAP",
    "DOUBLE",
    "FLOW_LIST",
    "FLOW_MAP",
    "FOLDED",
    "LISTS",
    "LITERAL",
    "MAPS",
    "PLAIN",
    "SCALARS",
    "SINGLE",
    "TAGGED",
    "Node",
    "Row",
    "Tree",
    "pairs",
]

# The styles of a node: how PyYAML calls those of scalars, one of our own for what has a tag, and
# the sign that a collection or an alias is written with.
PLAIN, TAGGED, SINGLE, DOUBLE, LITERAL, FOLDED = "", "!", "'", '"', "|", ">"
BLOCK_LIST, BLOCK_MAP, FLOW_LIST, FLOW_MAP, ALIAS = "-", ":", "[", "{", "*"
SCALARS = frozenset((PLAIN, TAGGED, SINGLE, DOUBLE, LITERAL, FOLDED))
MAPS = frozenset((BLOCK_MAP, FLOW_MAP))
LISTS = frozenset((BLOCK_LIST, FLOW_LIST))
BLOCKS = frozenset((BLOCK_LIST, BLOCK_MAP))


@attrs.define
class Node:
    """What stands in one place of a text: a scalar, a collection, or an alias of another node."""

    style: str
    text: str
    """What a scalar says."""
    head: int
    """Where it begins, with its anchor and tag."""
    start: int
    """Where its own spelling begins: after an anchor, which an edit leaves in its place."""
    end: int
    items: list[Node] = attrs.field(factory=list)
    """The members of a list; name, value, name, value … of a mapping; what an alias stands for."""
    anchor: str | None = None
    size: int = 1
    """How many nodes it stands for, aliases followed."""
    height: int = 0
    """How many collections deep it is, aliases followed."""


class Row(NamedTuple):
    """A name and its value on lines of their own."""

    name: Node
    value: Node
    begin: int
    stop: int


class Tree(NamedTuple):
    """What a text holds."""

    rows: tuple[Row, ...]
    flaws: tuple[Flaw, ...]
    style: str
    """Of the mapping; plain if the text could not be read at all."""
    column: int
    """Where the names begin."""


def pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """The names and values of a mapping; not those whose name is no text."""
    for name, value in zip(node.items[::2], node.items[1::2], strict=True):
        if name.style in SCALARS:
            yield name, value
