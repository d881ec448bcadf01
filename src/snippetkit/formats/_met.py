"""Spellings met lately, with what they say: texts of one source have most of them in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from snippetkit.formats._format import Format
from snippetkit.formats._spelling import Body, Datelines, Text, dateline_of
from snippetkit.model import Dateline, Moment

__all__ = ["AS_IT_STANDS", "Met", "met", "met_in_front"]

_REMEMBERED = 4096
_LATELY = 256
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

    def clear(self) -> None:
        """Forget them all."""
        super().clear()
        self._latest.clear()


class _AsItStands:
    """What says just what is spelled."""

    __getitem__ = staticmethod(str)


AS_IT_STANDS = _AsItStands()
"""Of an unknown label, or for a field that is a text, a spelling says itself."""


def met(format: Format[Any], field: str | None) -> Any:
    """What spellings say for a field; None for an unknown label."""
    if field is None or type(format.members[field].codec) in (Text, Body):
        return AS_IT_STANDS
    member = format.members[field]
    decode, blank = member.codec.decode, format.blank[member.place]
    if member.holds_none:
        return Met(decode)

    def say(spelled: str) -> Any:
        value = decode(spelled)
        return blank if value is None else value

    return Met(say)


def met_in_front(format: Format[Any], field: str) -> Any:
    """What spellings in front of the body say; nothing, if nothing stands there."""
    codec = format.members[field].codec
    if type(codec) is Datelines:
        return Met(dateline_of)
    if field == "source":
        return Met(lambda spelled: codec.decode(spelled) if spelled else None)
    return Met(lambda said: dateline_of(said) and codec.decode(said))
