"""What this newsroom's articles hold beside what every article does."""

from __future__ import annotations

import enum

import attrs

from snippetkit import Article
from snippetkit.model import Moment, Person, Value, field

__all__ = ["Beat", "Feature", "PressRelease", "Venue"]


class Beat(enum.Enum):
    """Who covers it."""

    POLITICS = "politics"
    FARMING = "farming"


@attrs.frozen(kw_only=True)
class Venue(Value):
    """Where something takes place."""

    name: str
    """Its name."""
    seats: int | None = None
    """How many can sit there."""


@attrs.frozen(kw_only=True)
class PressRelease(Article):
    """An article that an organisation sends out."""

    embargo: Moment | None = field(default=None, label="Embargoed until")
    """When it may be published."""
    desk: str | None = field(default=None, label="Desk", key="newsDesk")
    """Who handles it here."""
    contacts: tuple[Person, ...] = field(default=(), label="Contact")
    """Whom to ask."""
    keys: tuple[str, ...] = ()
    """Words to file it under."""
    copies: int | None = field(default=None, label="Copies")
    """How many were sent."""
    urgent: bool = False
    """Whether it cannot wait."""
    venue: Venue | None = None
    """Where the event takes place."""


@attrs.frozen(kw_only=True)
class Feature(Article):
    """A long read, which always has an editor."""

    editor: str = field(label="Edited by")
    """Who is responsible: must be given."""
    due: Moment = field(label="Due")
    """When it must be ready: must be given."""
    beat: Beat | None = None
    """Who covers it."""
    score: float | None = None
    """How well it did."""
    stops: tuple[Venue, ...] = field(default=(), label="Stops")
    """The places it tells of."""
