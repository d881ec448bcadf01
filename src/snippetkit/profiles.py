"""Profiles registered for the domains of their sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from snippetkit.model import Article

if TYPE_CHECKING:
    from snippetkit.model.profile import Profile

__all__ = ["forget", "known", "of", "register"]

known: Final[dict[str, Profile]] = {}
"""Name or domain of a source, in lower case → what is registered for it."""


def register(profile: Profile) -> Profile:
    r"""Use *profile* for every text of its source that is read from now on.

    A text is of that source if it names it, or has its address there; a profile given to the
    reading function comes first. Registering another for the same source takes its place. Inverse
    of `forget`.

    >>> from snippetkit import Profile
    >>> radio = register(Profile(source="kiwi.example", drop=["Snippets"]))
    >>> from snippetkit import loads
    >>> text = "## Rain\nSource: kiwi.example\nCategory: World, Snippets\n\nIt rained.\n"
    >>> [category.name for category in loads(text).categories]
    ['World']
    >>> forget(radio)

    Raises:
        InvalidValue: it is no profile.
    """
    from snippetkit.model.profile import checked  # few programs have one

    for name in checked(profile).names:
        known[name.casefold()] = profile
    return profile


def forget(profile: Profile) -> None:
    """Undo `register`; nothing happens if it is not registered."""
    for name in [name for name, one in known.items() if one is profile]:
        del known[name]


def of(article: Article) -> Profile | None:
    """What is registered for the source that *article* names, or that its address is at."""
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
