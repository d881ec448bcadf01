"""The class `Person`: an author."""

from __future__ import annotations

import typing

import attrs

from snippetkit.errors import must_be
from snippetkit.model.value import Value, brief, from_text

__all__ = ["Person"]


@from_text("name")
@attrs.frozen(kw_only=True, repr=False)
class Person(Value):
    """An author, or a desk that signs as one. A string passed for one becomes its name.

    >>> Person(name="Ayesha Khan", role="correspondent").role
    'correspondent'
    """

    name: str = attrs.field(repr=brief)
    """The name, as signed."""
    role: str | None = attrs.field(default=None, repr=brief)
    """What they did: ``author``, ``editor``, ``photographer``, or a job title."""
    url: str | None = attrs.field(default=None, repr=brief)
    """Their page."""
    email: str | None = attrs.field(default=None, repr=brief)
    """Their email address, not checked."""
    affiliation: str | None = attrs.field(default=None, repr=brief)
    """Whom they work for."""

    @classmethod
    def all_in(cls, byline: str) -> tuple[typing.Self, ...]:
        """Everybody whom a by-line names, in order. No text is refused.

        Names stay as they are spelled, without the words before (``By``, ``Von``, ``تحریر:``, ``记者``)
        and between them. ``Editing by`` and the like give a role. Places are left out.

        >>> for person in Person.all_in("By Ayesha Khan, Staff Writer, and B. Ali in Karachi"):
        ...     print(person.name, "/", person.role)
        Ayesha Khan / Staff Writer
        B. Ali / None
        >>> [(p.name, p.role) for p in Person.all_in("Reporting by X. Li; Editing by Y. Zhou")]
        [('X. Li', 'reporter'), ('Y. Zhou', 'editor')]
        >>> Person.all_in("editor@rki.news (Jane Doe)")[0].email
        'editor@rki.news'
        """
        from snippetkit.bylines import read  # above this layer: the door to it

        must_be("byline", byline, str, "a text")
        found = read(byline)
        if cls is Person:
            return typing.cast("tuple[typing.Self, ...]", found)
        return tuple([cls(**attrs.asdict(person, recurse=False)) for person in found])

    @property
    def is_desk(self) -> bool:
        """Whether the name belongs to a desk, an agency or a publisher rather than a person.

        The name alone decides, by tables of many languages; a name that they do not know is a person.

        >>> [person.is_desk for person in Person.all_in("Ayesha Khan, News Desk, AFP")]
        [False, True, True]
        """
        from snippetkit.bylines import is_desk  # above this layer: the door to it

        return is_desk(self.name)
