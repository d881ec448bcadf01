"""Where, when and by which agency a report was filed."""

from __future__ import annotations

import attrs

from snippetkit.model.moment import Moment
from snippetkit.model.value import Value, brief, takes_moment

__all__ = ["Dateline"]


@attrs.frozen(kw_only=True, repr=False)
class Dateline(Value):
    """The words in front of a report: ``Tashkent, September 12, 2025 –``.

    >>> Dateline(place="Tashkent", date="2025-09-12").date
    Moment.parse('2025-09-12')
    """

    place: str | None = attrs.field(default=None, repr=brief)
    """The place as printed, with its region or country if one was: ``NAIROBI, Kenya``."""
    date: Moment | None = attrs.field(default=None, converter=takes_moment)
    """The day it was filed, with the precision that was printed."""
    agency: str | None = attrs.field(default=None, repr=brief)
    """The agency, as printed between brackets or slashes: ``AP``, ``PRNewswire``."""
