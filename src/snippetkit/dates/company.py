"""Decide between the readings of an ambiguous date by the other dates of its text."""

from __future__ import annotations

from collections.abc import Iterable

from snippetkit.dates.reading import Reading, readings
from snippetkit.model.moment import Moment

__all__ = ["decided"]


def decided(
    unclear: Iterable[Reading], spelled: Iterable[object], said: Iterable[Moment]
) -> Moment | None:
    """The reading of an *unclear* date that the other dates of its text support; None if none does.

    The order of another date that is *spelled* there decides; or else the day that another one *said*,
    because a text published on a day was mostly filed on it.

    >>> print(decided(readings("04/05/2025"), ["25/05/2025 10:38"], []))
    2025-05-04
    >>> print(decided(readings("04/05/2025"), [], [Moment(2025, 4, 5)]))
    2025-04-05
    """
    found = tuple(unclear)
    orders = {order for text in spelled if isinstance(text, str) for order in _orders(text)}
    days = set(map(_day, said))
    for fitting in (
        [one.moment for one in found if one.order in orders],
        [one.moment for one in found if _day(one.moment) in days],
    ):
        if len(set(fitting)) == 1:
            return fitting[0]
    return None


def _day(moment: Moment) -> tuple[int | None, ...]:
    return moment.year, moment.month, moment.day


def _orders(text: str) -> set[str]:
    """The order of numbers that *text* shows, if it can be read in one only."""
    orders = {one.order for one in readings(text)}
    return {order for order in orders if order} if len(orders) == 1 else set()
