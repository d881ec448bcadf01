"""The classes `Link` and `Media`: what an article points to and shows."""

from __future__ import annotations

import attrs

from snippetkit.model.value import Value, brief, from_text

__all__ = ["Link", "Media"]


@from_text("href")
@attrs.frozen(kw_only=True, repr=False)
class Link(Value):
    """A link from the article. A string passed for one becomes its target.

    >>> Link(href="https://rki.news/", text="Click Here").text
    'Click Here'
    """

    href: str = attrs.field(repr=brief)
    """The target as written; it may be relative, and is never fetched or normalised."""
    text: str | None = attrs.field(default=None, repr=brief)
    """The words that carry the link."""
    rel: str | None = attrs.field(default=None, repr=brief)
    """How the target relates to the article: ``canonical``, ``related``, ``source``."""


@from_text("href")
@attrs.frozen(kw_only=True, repr=False)
class Media(Value):
    """A picture, sound or film. A string passed for one becomes its address.

    >>> Media(href="photo.jpg", width=800, height=600).width
    800
    """

    href: str = attrs.field(repr=brief)
    """The address as written."""
    type: str | None = attrs.field(default=None, repr=brief)
    """Its media type: ``image/jpeg``."""
    caption: str | None = attrs.field(default=None, repr=brief)
    """The caption."""
    credit: str | None = attrs.field(default=None, repr=brief)
    """The credit line: ``Photo: A. Khan/AP``."""
    width: int | None = None
    """Its width in pixels."""
    height: int | None = None
    """Its height in pixels."""
