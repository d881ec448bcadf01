"""Where a text came from, and what is needed to put it back there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from snippetkit.errors import Flaw

if TYPE_CHECKING:
    from snippetkit.charset import Guess


__all__ = ["Origin", "Part", "Told", "Version"]


class Part(NamedTuple):
    """Which of several texts in a file a text is, and what it was when it was read."""

    number: int
    """Its number, from 0."""
    text: str


class Version(NamedTuple):
    """The state of a file when it was read; any other state differs in at least one of these."""

    inode: int
    size: int
    changed: int
    """When its bytes last changed, in nanoseconds by the system's clock."""


class Told(NamedTuple):
    """The value of a field that was not read from the words of a text, and what it rests on."""

    field: str
    value: Any
    rule: str
    """What the value rests on, in a clause."""
    confidence: float
    """As in `snippetkit.explanation.Evidence`."""


@attrs.frozen(kw_only=True)
class Origin:
    """Where a text came from: the file, its encoding, and how the text was made."""

    path: str | None = None
    """The path of the file; None if it did not come from a path."""
    encoding: str = "utf-8"
    """The encoding of its bytes."""
    data: bytes | None = attrs.field(default=None, repr=False)
    """The original bytes, if the encoding has other bytes for the same text; else None."""
    guess: Guess | None = None
    """The guess, if the encoding was guessed."""
    part: Part | None = None
    """Which part of the file the text is; None if it is the whole file."""
    version: Version | None = attrs.field(default=None, eq=False, repr=False)
    """The state of the file when it was read or written; None if not known."""
    made_from: str | None = None
    """What the text was made from, if the file itself is not text: ``pdf``."""
    flaws: tuple[Flaw, ...] = ()
    """The defects of what it was made from, at places in the text."""
    notes: tuple[str, ...] = ()
    """How the text was made, in clauses."""
    told: tuple[Told, ...] = ()
    """The values of fields that come from something other than the words of a text."""

    @property
    def format(self) -> str | None:
        """The format of a text that was made from something else; None for one that was found."""
        return "snippet" if self.made_from else None
