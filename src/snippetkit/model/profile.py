"""What is known of a source besides what its texts say."""

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
    """What is known of a source: its zone, its labels, what its categories and dates mean.

    Given to a reading function as ``profile=``, or registered for its domain, it makes texts of the
    source say what their readers know: a clock time is in the source's zone, ``04/05/2025`` is in
    its order, a name that is no category is none. What is written back is spelled as the source
    spells it. A text that names no source is the profile's.

    Raises:
        InvalidValue: a field of a wrong type, a source without name and domain, or an order that is
            none.

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
    """The source itself. Its `timezone` is that of its clock times, its `language` that of dates."""
    labels: FrozenDict[tuple[str, ...]] = attrs.field(default=EMPTY, converter=_takes_labels)
    """Labels of its own, by field: ``{"categories": ["Rubrik"]}``; they come before the usual."""
    drop: tuple[str, ...] = attrs.field(default=(), converter=takes_texts)
    """Names on its category lines that are no categories: they stay in the text."""
    rename: FrozenDict[str] = attrs.field(default=EMPTY, converter=_takes_names)
    """What its category names mean: name in its texts → name of the category."""
    order: Order | None = None
    """The order of day, month and year in its dates of numbers alone; None: not known."""

    def __attrs_post_init__(self) -> None:
        Value.__attrs_post_init__(self)
        if not self.names:
            raise InvalidValue("source", "must have a name or a domain")

    @property
    def names(self) -> tuple[str, ...]:
        """What the source is called: its name and its domain.

        >>> Profile(source=Source(name="Inselpost", domain="inselpost.example")).names
        ('Inselpost', 'inselpost.example')
        """
        return tuple(name for name in (self.source.name, self.source.domain) if name)


def checked(profile: object) -> Profile:
    """*profile* itself.

    Raises:
        InvalidValue: it is none.
    """
    if not isinstance(profile, Profile):
        raise InvalidValue("profile", f"must be a Profile, not {brief(profile)}")
    return profile
