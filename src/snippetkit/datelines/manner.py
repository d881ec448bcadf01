"""Write a dateline in the style of the old text: each part is spliced into its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from snippetkit import dates
from snippetkit.datelines.said import Name, Part, Said, day
from snippetkit.model.moment import Moment

__all__ = ["Tongues", "canonical", "inserted", "removed", "replaced"]

Tongues: TypeAlias = Sequence[Sequence[str]]
"""Groups of languages, as BCP 47 tags, the most likely group first."""


def canonical(place: str | None, date: Moment | None, agency: str | None) -> str:
    """``Tashkent, 2025-09-12 (AP)``, with the date in ISO 8601, which belongs to no language."""
    head = ", ".join(part for part in (place, None if date is None else str(date)) if part)
    return " ".join(part for part in (head, "" if agency is None else f"({agency})") if part)


def replaced(text: str, part: Part, value: str | Moment, tongues: Tongues = ()) -> str:
    """*text* with another value in place of *part*, whose brackets stay.

    A date is spelled in the first of *tongues* that spells the old one so.
    """
    old = text[part.start : part.end]
    spelled = value if isinstance(value, str) else _dated(value, old, tongues)
    return text[: part.start] + spelled + text[part.end :]


def _dated(moment: Moment, old: str, tongues: Tongues) -> str:
    """*moment* in the manner of *old*; where that left the year open, with the year."""
    for like in (old, f"2000年{old}", f"2000年1月{old}", f"{old}, 2000", f"{old} 2000"):
        found = day(like)
        if found is not None and found.moment is not None:
            return dates.write(moment, like, dates.spoken(like, tongues))
    return str(moment)


def removed(text: str, said: Said, name: Name) -> str:
    """*text* without a part and its separator. Inverse of `inserted`."""
    index = next(n for n, part in enumerate(said.parts) if part.name == name)
    part = said.parts[index]
    # Of a box with two parts in it, each has one end: that stays.
    begin = part.begin if part.stop > part.end else part.start
    stop = part.stop if part.begin < part.start else part.end
    if index:
        return text[: said.parts[index - 1].stop] + text[stop:]
    following = said.parts[1].begin if len(said.parts) > 1 else stop
    return text[:begin] + text[following:]


def inserted(text: str, said: Said, name: Name, value: str | Moment) -> str:
    """*text* with an additional part, where it usually stands. Inverse of `removed`."""
    if not said.parts:
        return f"({value})" if name == "agency" else str(value)
    if said.is_unspaced:
        return _inserted_side_by_side(text, said, name, value)
    if name == "agency":
        at = said.parts[-1].stop
        return f"{text[:at]} ({value}){text[at:]}"
    place = said.part("place")
    if name == "date" and place is not None:
        return f"{text[: place.stop]}, {value}{text[place.stop :]}"
    at = said.parts[0].begin
    gap = ", " if name == "place" and said.parts[0].name == "date" else " "
    return f"{text[:at]}{value}{gap}{text[at:]}"


def _inserted_side_by_side(text: str, said: Said, name: Name, value: str | Moment) -> str:
    """The same in ``新华社北京9月12日电``, where nothing parts the parts."""
    spelled = value if isinstance(value, str) else dates.write(value, "2000年1月1日")
    before = {"agency": (), "place": ("agency",), "date": ("agency", "place")}[name]
    ends = [part.stop for part in said.parts if part.name in before]
    at = max(ends, default=said.parts[0].begin)
    return f"{text[:at]}{spelled}{text[at:]}"
