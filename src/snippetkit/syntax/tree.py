"""The types that every syntax uses: plain values, slots with their spans, edits.

A syntax is a module (or object) with the functions of `Syntax`. Reading finds slots; writing makes
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
"""A JSON value: what a syntax reads and writes."""

R = TypeVar("R")

BODY = "#body"
"""The name of the slot of a body; no label can be spelled so."""

MAX_DEPTH = 80
"""How deep lists and mappings may nest in any syntax; deeper nesting is a defect, not a crash."""


class Stamp(str):
    """A string that is a date or time, for syntaxes that write those without quotes (YAML, TOML)."""

    __slots__ = ()


class Slot(NamedTuple):
    """A named value in a text, and where it stands."""

    name: str
    """The name as the text spells it."""
    value: Plain
    """The value."""
    start: int
    """Where the value begins: ``text[start:end]`` is its spelling."""
    end: int
    """Where the value ends."""
    begin: int
    """Where the whole slot begins: ``text[begin:stop]`` goes if the field is removed."""
    stop: int
    """Where the whole slot ends."""


class Edit(NamedTuple):
    """One splice: ``text[start:end]`` becomes `text`."""

    start: int
    end: int
    text: str


class Parts(NamedTuple):
    """The places of several texts in one."""

    spans: list[tuple[int, int]]
    """Where each begins and ends, in order; a single span of the whole text if there is only one."""
    flaws: tuple[Flaw, ...] = ()
    """The flaws between them, or after the last one that could be found."""


class Scan(NamedTuple):
    """The slots and flaws that a syntax found in one stretch of a text."""

    slots: tuple[Slot, ...]
    """The top-level slots, in the order of the text."""
    flaws: tuple[Flaw, ...]
    """The flaws; a stretch that cannot be read at all has flaws and no slots."""
    start: int
    """Where the stretch begins (for JSON: after the opening brace)."""
    end: int
    """Where the stretch ends (for JSON: before the closing brace)."""
    known: dict[str, Any] | None = None
    """For a scan that is used many times, facts found out about its text; else None.

    Edits made from such a scan are applied together, and the code that applies them verifies them;
    none is verified by itself.
    """

    def asked_much(self) -> Scan:
        """The same scan, for making many edits or asking about every slot."""
        return self._replace(known={})

    def once(self, what: str, find: Callable[[], R]) -> R:
        """The result of *find*, remembered as *what* if the scan is used many times."""
        if self.known is None:
            return find()
        if what not in self.known:
            self.known[what] = find()
        return cast(R, self.known[what])


class Syntax(Protocol):
    """The functions of a mapping syntax. All offsets are into the whole text.

    `scan` never raises, whatever the text. The writing functions raise `ValueError` with a readable
    reason if the syntax cannot spell the value or name.
    """

    def scan(self, text: str, start: int, end: int) -> Scan:
        """The slots of the mapping in ``text[start:end]``."""
        ...

    def replace(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        """The splice that gives slot number *index* the *value*, in the style of the old text."""
        ...

    def insert(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        """The splice that inserts a new slot before number *index* (or after the last one)."""
        ...

    def remove(self, text: str, scan: Scan, index: int) -> Edit:
        """The splice that removes exactly slot number *index*. Inverse of `insert`."""
        ...

    def create(self, items: Iterable[tuple[str, Plain]], newline: str) -> str:
        """A new text with *items*, in canonical form. Inverse of `scan`."""
        ...


def spliced(text: str, edit: Edit) -> str:
    """*text* with *edit* applied.

    >>> spliced("Title: old", Edit(7, 10, "new"))
    'Title: new'
    """
    return text[: edit.start] + edit.text + text[edit.end :]


def newline_of(text: str) -> str:
    r"""The line end that *text* uses: its first one, or LF if it has none.

    >>> newline_of("a\r\nb\nc")
    '\r\n'
    """
    lf = text.find("\n")
    cr = text.find("\r", 0, lf) if lf >= 0 else text.find("\r")
    if cr < 0:
        return "\n"
    return "\r\n" if cr + 1 == lf else "\r"
