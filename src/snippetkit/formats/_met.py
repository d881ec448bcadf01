"""Spellings met lately, with what they say: texts of one source have most of them in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Any

from snippetkit import dates
from snippetkit.datelines import before_a_dash
from snippetkit.formats._format import FIRST_YEAR, Format
from snippetkit.formats._spelling import Body, Datelines, Dates, Text
from snippetkit.model import Dateline, Moment
from snippetkit.syntax.template import ANY_VALUE

__all__ = ["AS_IT_STANDS", "DATELINE", "SOURCE", "Spellings", "text_of"]

_REMEMBERED = 4096
_LATELY = 64
_LONGEST = 240
_TIME = "10:38:19"


class Met(dict[Any, Any]):
    """Spellings met lately, with what they say; one not met yet is decoded."""

    __slots__ = ("_latest", "decode")

    def __init__(self, decode: Callable[[Any], Any]) -> None:
        self.decode = decode
        self._latest: dict[Any, Any] = {}

    def __missing__(self, spelled: Any) -> Any:
        kept, most = self._latest, _LATELY
        if spelled in kept:
            return kept[spelled]
        value = self.decode(spelled)
        if type(value) is Moment and value.year < FIRST_YEAR:
            raise ValueError("a year that the language of a text or label may have more to say of")
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

    __getitem__ = decode = staticmethod(str)


AS_IT_STANDS = _AsItStands()
"""Of an unknown label, or for a field that is a text, a spelling says itself."""


class Spellings:
    """What spellings say in one format."""

    def __init__(self, format: Format[Any]) -> None:
        self._format = format
        self._known: dict[Hashable, Met] = {}
        self.datelines = Met(before_a_dash)
        """What words before a dash say; None if they are no dateline, an error where that is not sure."""

    def of(self, _: str, field: str | None) -> Any:
        """What spellings say in slots for this field; of an unknown label, themselves."""
        if field is None or type(self._format.members[field].codec) in (Text, Body):
            return AS_IT_STANDS
        return self._once(field, lambda: self._labelled(field))

    def matched(self, name: str, field: str | None) -> Any:
        """The same for what a pattern found, also in front of the body: None where nothing is."""
        if field is None or name not in _IN_FRONT:
            return self.of(name, field)
        return self._once(name, lambda: _IN_FRONT[name](self, field))

    def of_bytes(self, name: str, field: str | None, before: str, line: str) -> Met:
        """The same for bytes behind the words *before*, on a line that has the pattern *line*."""
        text, decode = _text_in(before, line), self.matched(name, field).decode
        return self._once((name, line), lambda: Met(lambda spelled: decode(text(spelled))))

    def day(self, before: str, line: str) -> Met:
        """What spellings say up to a clock time in such a line: year, month and day, or None."""
        text = _text_in(before, line)

        def say(beginning: str) -> tuple[int, int, int] | None:
            day = dates.day_before(text((beginning + _TIME).encode())[: -len(_TIME)])
            return day if day and day[0] >= FIRST_YEAR else None

        return self._once(line, lambda: Met(say))

    def in_dateline(self, name: str, say: Callable[[str], Any]) -> Met:
        """What bytes say in the part *name* of a dateline."""
        return self._once((DATELINE, name), lambda: Met(lambda spelled: say(spelled.decode())))

    def is_date(self, field: str | None) -> bool:
        """Whether it is a date in the spellings of no language before others."""
        return field is not None and self._format.members[field].codec == Dates()

    def _once(self, key: Hashable, make: Callable[[], Met]) -> Met:
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]

    def forget(self) -> None:
        """Forget them all."""
        for one in (self.datelines, *self._known.values()):
            one.clear()

    def _labelled(self, field: str) -> Met:
        member = self._format.members[field]
        decode, blank = member.codec.decode, self._format.blank[member.place]
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


def text_of(spelled: bytes) -> str:
    """The text of a value that is all there is on its line behind a label.

    Raises:
        ValueError: that is not sure; blanks of all kinds, bars and line ends are for the scanner.
    """
    text = spelled.decode()
    if text.strip() != text or "|" in text or "\r" in text or "\u3000" in text:
        raise ValueError("a value with more to it")
    return text


def _text_in(before: str, line: str) -> Callable[[bytes], str]:
    """What gives the text of a value behind *before*, on a line that has the pattern *line*."""
    if line == re.escape(before) + ANY_VALUE:
        return text_of
    match = re.compile(line).fullmatch

    def text(spelled: bytes) -> str:
        found = text_of(spelled)
        if match(before + found) is None:
            raise ValueError("another line")
        return found

    return text


SOURCE = "#source"
"""The name of the slot that a line with the source alone is."""
DATELINE = "#dateline"
"""The name of the slot that a dateline in front of the body is."""
_IN_FRONT = {SOURCE: Spellings._sourced, DATELINE: Spellings._datelined}
