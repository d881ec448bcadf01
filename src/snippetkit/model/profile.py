"""The class `Profile`: facts about a source that its texts leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import attrs

from snippetkit.errors import InvalidValue
from snippetkit.model.frozendict import EMPTY, FrozenDict
from snippetkit.model.moment import Order
from snippetkit.model.source import Source
from snippetkit.model.value import Value, brief, labels_of, takes_texts, typing_only

__all__ = ["Profile", "checked"]


def _takes_source(value: Source | str) -> Source:
    return cast(Source, value)


def _takes_names(value: Mapping[str, str] | None) -> FrozenDict[str]:
    return cast("FrozenDict[str]", value)


typing_only(_takes_source, _takes_names)


def _takes_labels(value: Mapping[str, str | Sequence[str]]) -> FrozenDict[tuple[str, ...]]:
    return labels_of(value)


@attrs.frozen(kw_only=True, repr=False)
class Profile(Value):
    """Facts about a source: its zone, its labels, what its categories and dates mean.

    Pass it to a reading function as ``profile=``, or register it for its source. Texts of the
    source then mean what its readers understand: a clock time is in the source's zone,
    ``04/05/2025`` is in its order, and names that are not categories are left out. Changes are
    written as the source writes. A text that names no source is taken to be from the profile's.

    Raises:
        InvalidValue: a field has a wrong type, the source has neither name nor domain, or the order
            does not exist.

    >>> profile = Profile(
    ...     source=Source(name="Radio Kiwi", domain="rki.news", timezone="Asia/Tashkent"),
    ...     drop=["Snippets"],
    ...     rename={"Int'l": "International"},
    ...     order="DMY",
    ... )
    >>> profile.names
    ('Radio Kiwi', 'rki.news')
    """

    source: Source = attrs.field(converter=_takes_source)
    """The source itself. Its `timezone` applies to its clock times, its `language` to its dates."""
    labels: FrozenDict[tuple[str, ...]] = attrs.field(default=EMPTY, converter=_takes_labels)
    """Its own labels, by field: ``{"categories": ["Rubrik"]}``; they precede the usual ones."""
    drop: tuple[str, ...] = attrs.field(default=(), converter=takes_texts)
    """Names on its category lines that are not categories; they stay in the text."""
    rename: FrozenDict[str] = attrs.field(default=EMPTY, converter=_takes_names)
    """What its category names mean: from the name in its texts to the name of the category."""
    order: Order | None = None
    """The order of day, month and year in its all-numeric dates; None if it is not known."""

    def __attrs_post_init__(self) -> None:
        Value.__attrs_post_init__(self)
        if not self.names:
            raise InvalidValue("source", "must have a name or a domain")

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which texts refer to the source: its name and its domain.

        >>> Profile(source=Source(name="Inselpost", domain="inselpost.example")).names
        ('Inselpost', 'inselpost.example')
        """
        return tuple(name for name in (self.source.name, self.source.domain) if name)


def checked(profile: object) -> Profile:
    """*profile*, if it is one.

    Raises:
        InvalidValue: it is something else.
    """
    if not isinstance(profile, Profile):
        raise InvalidValue("profile", f"must be a Profile, not {brief(profile)}")
    return profile
