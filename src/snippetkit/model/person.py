"""Who wrote it."""

from __future__ import annotations

import attrs

from snippetkit.model.value import Value, brief, from_text

__all__ = ["Person"]


@from_text("name")
@attrs.frozen(kw_only=True, repr=False)
class Person(Value):
    """An author, or a desk that signs as one. Where one is asked for, a text stands for the name.

    >>> Person(name="Ayesha Khan", role="correspondent").role
    'correspondent'
    """

    name: str = attrs.field(repr=brief)
    """The name as it was signed."""
    role: str | None = attrs.field(default=None, repr=brief)
    """What they did: ``author``, ``editor``, ``photographer``, or a job title."""
    url: str | None = attrs.field(default=None, repr=brief)
    """Their page."""
    email: str | None = attrs.field(default=None, repr=brief)
    """Their address, not checked."""
    affiliation: str | None = attrs.field(default=None, repr=brief)
    """Whom they work for."""
