"""Register profiles for their sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from snippetkit.model import Article

if TYPE_CHECKING:
    from snippetkit.model.profile import Profile

__all__ = ["forget", "known", "of", "register"]

known: Final[dict[str, Profile]] = {}
"""The registered profiles, by the lower-case name or domain of their sources."""


def register(profile: Profile) -> Profile:
    r"""Use *profile* for every text of its source that is read from now on.

    A text is of that source if it names it, or if its `url` is at the source's domain. A profile
    that is passed to the reading function takes precedence. Registering another profile for the
    same source replaces this one. Inverse of `forget`.

    >>> from snippetkit import Profile
    >>> radio = register(Profile(source="kiwi.example", drop=["Snippets"]))
    >>> from snippetkit import loads
    >>> text = "## Rain\nSource: kiwi.example\nCategory: World, Snippets\n\nIt rained.\n"
    >>> [category.name for category in loads(text).categories]
    ['World']
    >>> forget(radio)

    Raises:
        InvalidValue: *profile* is not a profile.
    """
    from snippetkit.model.profile import checked  # few programs have one

    for name in checked(profile).names:
        known[name.casefold()] = profile
    return profile


def forget(profile: Profile) -> None:
    """Undo `register`; does nothing if *profile* is not registered."""
    for name in [name for name, one in known.items() if one is profile]:
        del known[name]


def of(article: Article) -> Profile | None:
    """The profile registered for the source that *article* names, or at which its `url` is."""
    return next((known[name] for name in _names(article) if name in known), None)


def _names(article: Article) -> Iterator[str]:
    source = article.source
    for name in (source.domain, source.name) if source else ():
        if name:
            yield name.casefold()
    host = (article.url or "").partition("//")[2].partition("/")[0].casefold()
    while host:
        yield host
        host = host.partition(".")[2]
