"""The tables of a TOML text: which lines define what, and the splices that change them."""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeGuard, cast

from snippetkit.syntax._common import Node, aligned
from snippetkit.syntax.tree import Edit, Plain

__all__ = ["Key", "Statement", "Table", "Tables", "tree_of"]

Inside: TypeAlias = "Statement | Table | list[Table]"


class Key(NamedTuple):
    """A key: one name, or several with dots between them."""

    names: list[str]
    last: int
    """Where the last name begins."""
    end: int
    """Where it ends."""


class Statement(NamedTuple):
    """A line ``key = value`` or a table's header, with all its lines."""

    brackets: str
    """``[`` or ``[[`` of a header; of a pair nothing."""
    table: list[str]
    """The names of the table that it is in, or is the header of; none before the first header."""
    key: Key
    begin: int
    stop: int
    node: Node
    """The value of a pair; of a header where its brackets end."""

    @property
    def top(self) -> str:
        """The top-level key that it gives, or adds to."""
        return (self.table or self.key.names)[0]

    @property
    def is_plain(self) -> bool:
        """Whether it alone gives that key."""
        return not self.table and len(self.key.names) == 1


class Table:
    """A table: its lines, those of what is inside included."""

    def __init__(self) -> None:
        self.inside: dict[str, Inside] = {}
        self.head: Statement | None = None
        self.begin = -1
        self.stop = -1

    def reach(self, names: Iterable[str], line: Statement) -> Table:
        """The table inside that *names* lead to, made where it is not; *line* is one of it."""
        table = self._with(line)
        for name in names:
            found = table.inside.setdefault(name, Table())
            table = cast(Table, found[-1] if isinstance(found, list) else found)._with(line)
        return table

    def _with(self, line: Statement) -> Table:
        self.begin = line.begin if self.begin < 0 else self.begin
        self.stop = line.stop
        return self

    def pairs(self) -> dict[str, Statement]:
        """The lines that give a key of this table itself."""
        return {name: one for name, one in self.inside.items() if isinstance(one, Statement)}


def tree_of(statements: Iterable[Statement]) -> Table:
    """The table that is the whole text, of its *statements*."""
    root = Table()
    for line in statements:
        if not line.brackets:
            *way, name = [*line.table, *line.key.names]
            root.reach(way, line).inside[name] = line
            continue
        if line.brackets == "[[":
            *way, name = line.table
            some = root.reach(way, line).inside.setdefault(name, [])
            cast("list[Table]", some).append(Table())
        root.reach(line.table, line).head = line
    return root


class Tables(ABC):
    """Makes the splices that change what tables of a *text* say; they may overlap, and need proof.

    A value that differs is spelled anew, a key that goes takes its line, and a new one is a line
    behind that of the key before it, spelled as that is.
    """

    def __init__(self, text: str, newline: str, *, afresh: bool) -> None:
        self.text = text
        self.newline = newline
        self.afresh = afresh
        """Whether a table of a list that differs is written anew, as that can always be read."""

    @abstractmethod
    def changed(self, node: Node, old: Plain, new: Plain) -> str:
        """The text of *node*, changed to say *new*."""

    @abstractmethod
    def spelled(self, name: str, equals: str, value: Plain, near: Node | None) -> str:
        """A pair that is new, with *equals* between its name and value, *near* that of another one."""

    def changes(self, there: Inside, old: Any, new: Plain) -> Iterator[Edit]:
        """The splices that make what is *there* say *new*; none where it cannot say that."""
        if isinstance(there, Statement):
            changed = self.changed(there.node, old, new)
            if changed != self.text[there.node.start : there.node.end]:
                yield Edit(there.node.start, there.node.end, changed)
        elif isinstance(there, Table) and isinstance(new, Mapping):
            yield from self._table(there, old, new)
        elif isinstance(there, list) and _are_tables(new):
            yield from self._list(there, old, new)

    def _table(self, table: Table, old: Any, new: Mapping[str, Plain]) -> Iterator[Edit]:
        yield from self._new_lines(table, new)
        for name, there in table.inside.items():
            if name in new:
                yield from self.changes(there, old[name], new[name])
            else:
                yield from self._removals(there)

    def _removals(self, there: Inside) -> Iterator[Edit]:
        """The splices that take all lines of what is *there*; those of dotted keys one by one."""
        if isinstance(there, Table) and there.head is None:
            for inner in there.inside.values():
                yield from self._removals(inner)
        else:
            first, last = (there[0], there[-1]) if isinstance(there, list) else (there, there)
            yield Edit(first.begin, last.stop, "")

    def _new_lines(self, table: Table, new: Mapping[str, Plain]) -> Iterator[Edit]:
        pairs = table.pairs()
        like = next(iter(pairs.values()), None)
        at = table.head.stop if table.head else table.begin
        for name, value in new.items():
            if name in pairs:
                like, at = pairs[name], pairs[name].stop
            elif name not in table.inside:
                yield self._lines_at(at, self._line(like, name, value))

    def _line(self, like: Statement | None, name: str, value: Plain) -> str:
        """A line for a new key, spaced, and with the names before the last, as *like* is."""
        if like is None:
            return self.spelled(name, " = ", value, None)
        equals = self.text[like.key.end : like.node.start]
        return self.text[like.begin : like.key.last] + self.spelled(name, equals, value, like.node)

    def _lines_at(self, at: int, lines: str) -> Edit:
        if at > 0 and self.text[at - 1] != "\n":
            return Edit(at, at, self.newline + lines)
        return Edit(at, at, lines + self.newline)

    def _list(self, tables: list[Table], old: list[Any], new: Sequence[Any]) -> Iterator[Edit]:
        """A list of tables; one that goes to another place is taken away and put there."""
        kept, at, gap = [-1], tables[0].begin, self._gap(tables)
        for value, number in zip(new, aligned(old, new), strict=True):
            is_same = number >= 0 and repr(old[number]) == repr(value)
            if number > kept[-1] and (is_same or not self.afresh):
                yield from self.changes(tables[number], old[number], value)
                kept.append(number)
                at = tables[number].stop
                continue
            lines = self._moved(tables[number]) if is_same else self._new(tables[-1], value)
            yield self._lines_at(at, gap + lines if len(kept) > 1 else lines + gap)
        for before, after in itertools.pairwise([*kept, len(tables)]):
            if before + 1 < after:
                yield self._gone(tables, before, after)

    def _gap(self, tables: list[Table]) -> str:
        """The blank lines between two tables of a list."""
        if len(tables) == 1 or not self._is_blank(tables[0].stop, tables[1].begin):
            return self.newline
        return self.newline * self.text.count("\n", tables[0].stop, tables[1].begin)

    def _moved(self, table: Table) -> str:
        return self.text[table.begin : table.stop].removesuffix("\n").removesuffix("\r")

    def _new(self, like: Table, value: Mapping[str, Plain]) -> str:
        """The lines of a new table of a list, in the manner of another one."""
        head, pairs = cast(Statement, like.head), like.pairs()
        usual = next(iter(pairs.values()), None)
        lines = [self._line(pairs.get(name, usual), name, each) for name, each in value.items()]
        return self.newline.join([self.text[head.begin : head.node.start], *lines])

    def _gone(self, tables: list[Table], before: int, after: int) -> Edit:
        """The splice that takes the tables between two numbers, and the blank lines on one side."""
        begin, stop = tables[before + 1].begin, tables[after - 1].stop
        if before >= 0 and self._is_blank(tables[before].stop, begin):
            begin = tables[before].stop
        elif after < len(tables) and self._is_blank(stop, tables[after].begin):
            stop = tables[after].begin
        return Edit(begin, stop, "")

    def _is_blank(self, start: int, end: int) -> bool:
        return not self.text[start:end].strip(" \t\r\n")


def _are_tables(value: Plain) -> TypeGuard[Sequence[Mapping[str, Plain]]]:
    return isinstance(value, list | tuple) and all(isinstance(one, Mapping) for one in value)
