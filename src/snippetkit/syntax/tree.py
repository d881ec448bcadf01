"""What every syntax gives and takes: plain values, slots with their spans, edits.

A syntax is a module (or object) with the functions of `Syntax`. Reading finds slots; writing is
one splice, an `Edit`, of the text that was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar, cast

from snippetkit.errors import Flaw

__all__ = [
    "BODY",
    "MAX_DEPTH",
    "Edit",
    "Parts",
    "Plain",
    "Scan",
    "Slot",
    "Stamp",
    "Syntax",
    "newline_of",
    "spliced",
]

Plain: TypeAlias = "None | bool | int | float | str | Sequence[Plain] | Mapping[str, Plain]"
"""A value as JSON has them: what a syntax reads and writes."""

R = TypeVar("R")

BODY = "#body"
"""The name of the slot that a body is; no label can be spelled so."""

MAX_DEPTH = 80
"""How deep lists and mappings may nest in any syntax; deeper is a defect, not a crash."""


class Stamp(str):
    """A text that is a date or time, for syntaxes that write those without quotes (YAML, TOML)."""

    __slots__ = ()


class Slot(NamedTuple):
    """One named value of a text, and where it stands."""

    name: str
    """The name as the text spells it."""
    value: Plain
    """What the text says."""
    start: int
    """Where the value begins: ``text[start:end]`` is its spelling."""
    end: int
    """Where the value ends."""
    begin: int
    """Where the whole slot begins: ``text[begin:stop]`` is what goes when the field goes."""
    stop: int
    """Where the whole slot ends."""


class Edit(NamedTuple):
    """One splice: ``text[start:end]`` becomes `text`."""

    start: int
    end: int
    text: str


class Parts(NamedTuple):
    """Where several texts stand in one."""

    spans: list[tuple[int, int]]
    """Where each begins and ends, in order; one that is all of the text if there are no several."""
    flaws: tuple[Flaw, ...] = ()
    """What is wrong between them, or behind the last that could be found."""


class Scan(NamedTuple):
    """What a syntax found in one stretch of a text."""

    slots: tuple[Slot, ...]
    """The top-level slots, in the order of the text."""
    flaws: tuple[Flaw, ...]
    """What is wrong; a stretch that cannot be read at all has flaws and no slots."""
    start: int
    """Where the stretch begins (for JSON: after the opening brace)."""
    end: int
    """Where the stretch ends (for JSON: before the closing brace)."""
    known: dict[str, Any] | None = None
    """Of a scan that is asked much, what was found out about its text; else None.

    Edits that are made of such a scan are applied together, and who does that proves them: none is
    proved by itself.
    """

    def asked_much(self) -> Scan:
        """The same scan, to make many edits of, or to ask about every slot."""
        return self._replace(known={})

    def once(self, what: str, find: Callable[[], R]) -> R:
        """What *find* gives, called *what*: of a scan that is asked much it is looked for only once."""
        if self.known is None:
            return find()
        if what not in self.known:
            self.known[what] = find()
        return cast(R, self.known[what])


class Syntax(Protocol):
    """What a mapping syntax can do. All offsets are into the whole text.

    `scan` is total: it never raises, whatever the text. The writing functions raise `ValueError`
    with a reason for people when the syntax cannot spell the value or name.
    """

    def scan(self, text: str, start: int, end: int) -> Scan:
        """The slots of the mapping that ``text[start:end]`` holds."""
        ...

    def replace(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        """The splice that makes slot number *index* say *value*, in the manner of the old text."""
        ...

    def insert(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        """The splice that puts a new slot before number *index* (or after the last one)."""
        ...

    def remove(self, text: str, scan: Scan, index: int) -> Edit:
        """The splice that takes exactly slot number *index* away. Inverse of `insert`."""
        ...

    def create(self, items: Iterable[tuple[str, Plain]], newline: str) -> str:
        """A fresh text that says *items*, in canonical spelling. Inverse of `scan`."""
        ...


def spliced(text: str, edit: Edit) -> str:
    """*text* with *edit* applied.

    >>> spliced("Title: old", Edit(7, 10, "new"))
    'Title: new'
    """
    return text[: edit.start] + edit.text + text[edit.end :]


def newline_of(text: str) -> str:
    r"""The line end that *text* uses: its first one, or LF when it has none.

    >>> newline_of("a\r\nb\nc")
    '\r\n'
    """
    lf = text.find("\n")
    cr = text.find("\r", 0, lf) if lf >= 0 else text.find("\r")
    if cr < 0:
        return "\n"
    return "\r\n" if cr + 1 == lf else "\r"
