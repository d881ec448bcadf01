"""Spellings met lately, with what they say: texts of one source have most of them in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from snippetkit.datelines import before_a_dash
from snippetkit.formats._format import FIRST_YEAR, Format, is_dated
from snippetkit.formats._spelling import Body, Datelines, Text
from snippetkit.model import Dateline, Moment

__all__ = ["AS_IT_STANDS", "DATELINE", "SOURCE", "Spellings"]

_REMEMBERED = 4096
_LATELY = 64
_LONGEST = 240


class Met(dict[str, Any]):
    """Spellings met lately, with what they say; one not met yet is decoded."""

    __slots__ = ("_decode", "_latest")

    def __init__(self, decode: Callable[[str], Any]) -> None:
        self._decode = decode
        self._latest: dict[str, Any] = {}

    def __missing__(self, spelled: str) -> Any:
        kept, most = self._latest, _LATELY
        if spelled in kept:
            return kept[spelled]
        value = self._decode(spelled)
        if len(spelled) > _LONGEST:
            return value
        # A time of day, or a place with a day, hardly ever comes again but in the same text: when
        # its spans are asked for, or when it is read again after a change.
        kind = type(value)
        if kind is not Dateline and (kind is not Moment or value.hour is None):
            kept, most = self, _REMEMBERED
        if len(kept) >= most:  # no stream of documents may fill the memory
            kept.clear()
        kept[spelled] = value
        return value

    def lately(self, spelled: str) -> Any:
        """What it says, if it was met in one of the latest texts and is rare; else None."""
        return self._latest.get(spelled)

    def clear(self) -> None:
        """Forget them all."""
        super().clear()
        self._latest.clear()


class _AsItStands:
    """What says just what is spelled."""

    __getitem__ = staticmethod(str)


AS_IT_STANDS = _AsItStands()
"""Of an unknown label, or for a field that is a text, a spelling says itself."""


class Spellings:
    """What spellings say in one format."""

    def __init__(self, format: Format[Any]) -> None:
        self._format = format
        self._known: dict[str, Met] = {}
        self.datelines = Met(before_a_dash)
        """What words before a dash say; None if they are no dateline, an error where that is not sure."""

    def of(self, _: str, field: str | None) -> Any:
        """What spellings say in slots for this field; of an unknown label, themselves."""
        if field is None or type(self._format.members[field].codec) in (Text, Body):
            return AS_IT_STANDS
        return self._once(field, Spellings._labelled, field)

    def matched(self, name: str, field: str | None) -> Any:
        """The same for what a pattern found, also in front of the body: None where nothing is."""
        if field is None or name not in _IN_FRONT:
            return self.of(name, field)
        return self._once(name, _IN_FRONT[name], field)

    def _once(self, key: str, make: Callable[[Spellings, str], Met], field: str) -> Met:
        if key not in self._known:
            self._known[key] = make(self, field)
        return self._known[key]

    def forget(self) -> None:
        """Forget them all."""
        for one in (self.datelines, *self._known.values()):
            one.clear()

    def _labelled(self, field: str) -> Met:
        member = self._format.members[field]
        codec, blank = member.codec, self._format.blank[member.place]
        decode = _recent(codec.decode) if is_dated(member) else codec.decode
        if type(member.codec) is Datelines:  # the scan has just asked what these words are
            return Met(lambda said: self.datelines.lately(said) or decode(said))
        if member.holds_none:
            return Met(decode)

        def say(spelled: str) -> Any:
            value = decode(spelled)
            return blank if value is None else value

        return Met(say)

    def _sourced(self, field: str) -> Met:
        """None where no such line stands in front of the body."""
        decode = self._format.members[field].codec.decode
        return Met(lambda spelled: decode(spelled) if spelled else None)

    def _datelined(self, field: str) -> Met:
        """None where no dateline stands in front of the body."""
        codec = self._format.members[field].codec
        if type(codec) is Datelines:
            return self.datelines

        def say(said: str) -> Any:
            value = self.datelines[said] and codec.decode(said)
            if value is None and self.datelines[said]:
                raise ValueError("a dateline that says nothing: where the body begins must be seen")
            return value

        return Met(say)


def _recent(decode: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """*decode*, for years of which the language of a text or label has nothing to say."""

    def say(spelled: Any) -> Any:
        moment = decode(spelled)
        if type(moment) is Moment and moment.year < FIRST_YEAR:
            raise ValueError("a year that may be of another calendar")
        return moment

    return say


SOURCE = "#source"
"""The name of the slot that a line with the source alone is."""
DATELINE = "#dateline"
"""The name of the slot that a dateline in front of the body is."""
_IN_FRONT = {SOURCE: Spellings._sourced, DATELINE: Spellings._datelined}
