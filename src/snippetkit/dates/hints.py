"""Hints: what a caller knows about texts whose dates are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple, get_args

from snippetkit.model.moment import Moment, Order, as_moment

__all__ = ["NO_HINTS", "Hints", "Languages", "Reference", "hints_of"]

Languages = str | Iterable[str] | None
"""BCP 47 tags: one, several, or none."""
Reference = Moment | dt.date | str | None
"""A day: as a moment, a date, or in ISO 8601."""


class Hints(NamedTuple):
    """The facts that decide between several readings of a text."""

    languages: tuple[str, ...] = ()
    order: Order | None = None
    reference: Moment | None = None
    zone: str | None = None
    """The key of the zone that an abbreviation means, if that is one of its meanings."""


NO_HINTS: Final = Hints()
_ORDERS: Final = get_args(Order)


def hints_of(
    languages: Languages, order: Order | None, reference: Reference, zone: str | None = None
) -> Hints:
    """The caller's hints, checked.

    Raises:
        ValueError: *languages* are not tags, *order* does not exist, or *reference* is not a day.
    """
    if order is not None and order not in _ORDERS:
        raise ValueError(f"order must be one of {', '.join(_ORDERS)}, not {order!r}")
    moment = None if reference is None else as_moment(reference)
    if moment is not None and moment.day is None:
        raise ValueError(f"reference must say a day, as 2025-09-12 does, not {moment}")
    return Hints(_tags(languages), order, moment, zone)


def _tags(languages: object) -> tuple[str, ...]:
    """The tags that were given; whatever was, as it came from outside."""
    if isinstance(languages, str):
        return (languages,)
    tags = tuple(languages) if isinstance(languages, Iterable) else (languages,)
    if languages is not None and not all(isinstance(tag, str) for tag in tags):
        raise ValueError(f"languages must be tags such as 'ur' or 'en-GB', not {languages!r}")
    return () if languages is None else tags
