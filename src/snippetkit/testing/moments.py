"""Strategies for moments: every precision, every kind of zone, every fold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, get_args

from hypothesis import strategies as st

from snippetkit.model.moment import Moment, Precision, zone_keys

__all__ = ["moments", "zones"]

_PRECISIONS: tuple[Precision, ...] = get_args(Precision)
# Wall times that the clocks of a zone showed twice or never, and their neighbours.
_TRANSITIONS = tuple(
    (dt.datetime.fromisoformat(wall), key)
    for key, walls in {
        "Asia/Karachi": ("2008-05-31T23:59", "2008-06-01T00:30", "2008-10-31T23:30", "2008-11-01"),
        "Europe/London": ("2025-03-30T01:00", "2025-03-30T02:00", "2025-10-26T01:59:59"),
        "America/New_York": ("2026-03-08T02:30", "2026-11-01T01:30"),
        "Pacific/Apia": ("2011-12-30T12:00", "2011-12-31T00:00"),
    }.items()
    for wall in walls
)


def zones() -> st.SearchStrategy[str | None]:
    """What `Moment.zone` can be: unknown, a fixed offset, ``-00:00``, or the key of a zone."""
    common = st.sampled_from([None, "+00:00", "-00:00", "+05:00", "-03:30", "+04:36:45"])
    minutes = st.integers(0, 1439).map(lambda n: f"{n // 60:02}:{n % 60:02}")
    seconds = st.integers(1, 59).map(lambda n: f":{n:02}")
    offsets = st.tuples(st.sampled_from("+-"), minutes, st.just("") | seconds).map("".join)
    return common | offsets | st.sampled_from(sorted(zone_keys()))


def moments(precisions: Sequence[Precision] = _PRECISIONS) -> st.SearchStrategy[Moment]:
    """Any moment of one of *precisions*, from year 1 to year 9999."""
    anywhere = st.tuples(st.datetimes(), zones())
    return st.builds(
        _moment,
        anywhere | anywhere | st.sampled_from(_TRANSITIONS),
        st.sampled_from(precisions),
        st.sampled_from([0, 1]),
    )


def _moment(place: tuple[dt.datetime, str | None], precision: Precision, fold: int) -> Moment:
    wall, zone = place
    given = _PRECISIONS.index(precision) + 1
    parts: dict[str, Any] = {part: getattr(wall, part) for part in _PRECISIONS[:given]}
    zone = zone if given > _PRECISIONS.index("day") + 1 else None
    try:
        return Moment(**parts, zone=zone, fold=fold)
    except ValueError:  # a fold that makes no difference there
        return Moment(**parts, zone=zone)
