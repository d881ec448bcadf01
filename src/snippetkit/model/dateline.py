"""The class `Dateline`: where, when and by which agency a report was filed."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterable

import attrs

from snippetkit.errors import must_be
from snippetkit.model.moment import Moment, Order
from snippetkit.model.value import Value, brief, takes_moment

if typing.TYPE_CHECKING:
    from snippetkit.datelines import Match

__all__ = ["Dateline"]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Dateline(Value):
    """The place, date and agency in front of a report: ``Tashkent, September 12, 2025 –``.

    >>> Dateline(place="Tashkent", date="2025-09-12").date
    Moment.parse('2025-09-12')
    """

    place: str | None = attrs.field(default=None, repr=brief)
    """The place as printed, with its region or country if one was: ``NAIROBI, Kenya``."""
    date: Moment | None = attrs.field(default=None, converter=takes_moment)
    """The day it was filed, as precisely as printed; None if the year is not printed."""
    agency: str | None = attrs.field(default=None, repr=brief)
    """The agency, as printed between brackets or slashes: ``AP``, ``PRNewswire``."""

    @classmethod
    def parse(
        cls,
        text: str,
        languages: str | Iterable[str] | None = None,
        order: Order | None = None,
        reference: Moment | dt.date | str | None = None,
    ) -> typing.Self:
        """The dateline in *text*, which must be nothing else; a dash after it is allowed.

        Inverse of `str`: ``Dateline.parse(str(dateline))`` equals *dateline*, or is refused.

        >>> Dateline.parse("MIAMI, April 24, 2026 /PRNewswire/ --")
        Dateline(place='MIAMI', date=Moment.parse('2026-04-24'), agency='PRNewswire')
        >>> Dateline.parse("नई दिल्ली, 12 सितंबर (भाषा)", reference="2025-10-01").date
        Moment.parse('2025-09-12')

        *languages* and *order* decide what ``04/05/2025`` means, as in `Moment.read`. *reference*
        is a day near the date, such as the day of publication, for datelines without a year;
        without it nothing is filled in, and `date` is None.

        Raises:
            InvalidValue: *text* is not a dateline: empty, a sentence, words such as ``MEDIA ADVISORY``.
        """
        from snippetkit.datelines import parse  # above this layer: the door to it

        must_be("dateline", text, str, "a text")
        return _of(cls, parse(text, languages, order, reference))

    @classmethod
    def match(
        cls,
        text: str,
        languages: str | Iterable[str] | None = None,
        order: Order | None = None,
        reference: Moment | dt.date | str | None = None,
    ) -> Match | None:
        """The dateline at the start of *text*, and where it and its parts stand; or None.

        >>> text = "NAIROBI, Kenya, Sept. 12 (AP) _ It rained."
        >>> found = Dateline.match(text)
        >>> found.dateline.place, found.dateline.agency, text[found.body :]
        ('NAIROBI, Kenya', 'AP', 'It rained.')
        >>> found.spans["date"], found.dateline.date
        ((16, 24), None)
        >>> print(Dateline.match(text, reference="2025-10-01").dateline)
        NAIROBI, Kenya, 2025-09-12 (AP)

        A sentence that begins with a place is not a dateline, and neither are a heading, a quotation
        or words such as ``MEDIA ADVISORY –``. The arguments are those of `parse`.
        """
        from snippetkit.datelines import match  # above this layer: the door to it

        must_be("text", text, str, "a text")
        found = match(text, languages, order, reference)
        return found and attrs.evolve(found, dateline=_of(cls, found.dateline))

    def __str__(self) -> str:
        """It in one line, its date in ISO 8601. Inverse of `parse`."""
        from snippetkit.datelines import spelled  # above this layer: the door to it

        return spelled(self)


D = typing.TypeVar("D", bound=Dateline)


def _of(cls: type[D], dateline: Dateline) -> D:
    """*dateline* as a *cls*."""
    if cls is Dateline:
        return typing.cast(D, dateline)
    return cls(place=dateline.place, date=dateline.date, agency=dateline.agency)
