"""Where a text came from, and what it takes to put it back there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from snippetkit.errors import Flaw

if TYPE_CHECKING:
    from snippetkit.charset import Guess


__all__ = ["Origin", "Part", "Told", "Version"]


class Part(NamedTuple):
    """Which of several texts in a file, and what it said when it was read."""

    number: int
    """Its number, from 0."""
    text: str


class Version(NamedTuple):
    """Which state of a file was read: another one differs in at least one of these."""

    inode: int
    size: int
    changed: int
    """When its bytes were last changed, in nanoseconds as the system counts them."""


class Told(NamedTuple):
    """What a field says, and what it goes by."""

    field: str
    value: Any
    rule: str
    """In a clause."""
    confidence: float
    """As in `snippetkit.explanation.Evidence`."""


@attrs.frozen(kw_only=True)
class Origin:
    """The file that a text came from."""

    path: str | None = None
    """Its path, or None where it was no file."""
    encoding: str = "utf-8"
    """The encoding that its bytes were read in."""
    data: bytes | None = attrs.field(default=None, repr=False)
    """The very bytes, where the encoding has others for the same text; None where it has not."""
    guess: Guess | None = None
    """How the encoding was found, if it was guessed."""
    part: Part | None = None
    """Which part of the file it is; None for all of it."""
    version: Version | None = attrs.field(default=None, eq=False, repr=False)
    """The state of the file when it was read or written; None where that is not known."""
    made_from: str | None = None
    """What the text was made from where the file holds none: ``pdf``."""
    flaws: tuple[Flaw, ...] = ()
    """What was wrong with that, at places in the text."""
    notes: tuple[str, ...] = ()
    """How the text was made, in clauses."""
    told: tuple[Told, ...] = ()
    """What fields say that go by something else than the words of a text."""

    @property
    def format(self) -> str | None:
        """The format of a text that was made here; None for one that was found."""
        return "snippet" if self.made_from else None
