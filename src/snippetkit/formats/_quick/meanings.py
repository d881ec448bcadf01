"""Remember what spellings of values mean: texts of one source have most in common."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Hashable
from typing import Any

from snippetkit import datelines, dates
from snippetkit.formats._entry import FIRST_YEAR
from snippetkit.formats._format import Format
from snippetkit.formats._moments import Dates
from snippetkit.formats._quick.known import Known
from snippetkit.formats._spelling import Datelines
from snippetkit.formats._stamps import TRAILED, behind
from snippetkit.formats._texts import Body, Text
from snippetkit.model import Moment
from snippetkit.syntax.headers import IN_FRONT, has_wide_colon, may_be_row
from snippetkit.syntax.template import ANY_VALUE

__all__ = ["LATELY", "MORE", "Meanings"]

LATELY = 64
_LINES = 512
_TIME = "10:38:19"


class Meanings:
    """What the spellings of values say in one format."""

    def __init__(self, format: Format[Any]) -> None:
        self._format = format
        self._known: dict[Hashable, Known] = {}
        self._latest: dict[str, dict[str, Any]] = {}

    def is_text(self, field: str | None) -> bool:
        """Whether the spelling is the value: under an unknown label, and for fields that are texts."""
        return field is None or type(self._format.members[field].codec) in (Text, Body)

    def is_date(self, field: str | None) -> bool:
        """Whether it is a date, read without a language or an order that decides."""
        return field is not None and self._format.members[field].codec == Dates()

    def on_line(self, before: str, line: str, field: str | None, is_bytes: bool) -> Known:
        """Spelling → the value for *field*: behind *before*, on a line that has the pattern *line*."""
        value, decode = _value_on(before, line), self._decoding(field)
        is_wide = has_wide_colon(before)
        if field in TRAILED or (field is None and is_wide):
            value = _undated(value, field, is_wide=is_wide)
        key = "line", line, field, is_bytes
        if not self.is_date(field):
            return self._once(key, lambda spelled: decode(value(spelled)))
        timed, days = dates.day_and_time, self.days(before, line, is_bytes=False).__getitem__
        return self._once(key, lambda spelled: timed(spelled, days) or decode(value(spelled)))

    def days(self, before: str, line: str, is_bytes: bool) -> Known:
        """What stands there in front of a clock time → year, month and day, or None."""
        value = _value_on(before, line)

        def say(beginning: str) -> tuple[int, int, int] | None:
            if beginning[-1:] == " " and (usual := dates.day_of(beginning[:-1])):
                return usual  # which is one on every such line
            if len(beginning) > dates.LONGEST_DAY:
                return None
            day = dates.day_before(value(beginning + _TIME)[: -len(_TIME)])
            return day if day and day[0] >= FIRST_YEAR else None

        return self._once(("day", line, is_bytes), say)

    def lately(self, line: str) -> dict[str, Any]:
        """Spelling → value, of the latest `LATELY` texts: for values that hardly ever come again.

        A text is often looked at twice: for its article and its scan, or when it was changed.
        """
        if len(self._latest) >= _LINES:
            self._latest.clear()
        return self._latest.setdefault(line, {})

    def met(self, say: Callable[[str], Any], is_bytes: bool) -> Known:
        """Spelling → what *say* makes of it."""
        return self._once((say, is_bytes), say)

    def _once(self, key: Hashable, say: Callable[[str], Any]) -> Known:
        """The table for a *key*: one for texts and one for bytes, as both have the same hashes."""
        if key not in self._known:
            if len(self._known) >= _LINES:  # whoever has one keeps it; it is not shared any more
                self._known.clear()
            self._known[key] = Known(_sure(say))
        return self._known[key]

    def forget(self) -> None:
        """Forget them all."""
        for met in self._known.values():
            met.clear()
        for latest in self._latest.values():
            latest.clear()

    def _decoding(self, field: str | None) -> Callable[[str], Any]:
        if field is None or self.is_text(field):
            return str
        member = self._format.members[field]
        decode, blank = member.codec.decode, self._format.maker.blank[member.place]

        def say(spelled: str) -> Any:
            value = decode(spelled)
            return blank if value is None else value

        return decode if member.holds_none else say

    @functools.cached_property
    def dateline(self) -> Callable[[str], Any]:
        """What words before a dash say; None if they are no dateline, an error where that is not sure."""
        codec = self._format.members["dateline"].codec
        if type(codec) is Datelines:
            return datelines.before_a_dash

        def say(words: str) -> Any:
            value = datelines.before_a_dash(words) and codec.decode(words)
            if value is None and datelines.before_a_dash(words):
                raise ValueError("a dateline that says nothing: where the body begins must be seen")
            return value

        return say


def _sure(say: Callable[[str], Any]) -> Callable[[Any], Any]:
    """*say* for a text or its bytes; not of years that a language or label may have more to say of."""

    def sure(spelled: Any) -> Any:
        value = say(spelled.decode() if type(spelled) is bytes else spelled)
        if type(value) is Moment and value.year < FIRST_YEAR:
            raise ValueError("a year that may be of another calendar")
        return value

    return sure


MORE = (
    "{0}.strip() != {0} or '|' in {0} or '\\r' in {0}"
    " or not {0}.isascii() and ('\\u3000' in {0} or '\\uff1a' in {0}"
    " or {0}.strip(" + ascii(IN_FRONT) + ") != {0})"
)
"""The words for whether a value has more to it than `plain` takes: a call takes as long."""


def plain(text: str) -> str:
    """*text* itself, if nothing but this value can stand on its line behind the label.

    Raises:
        ValueError: that is not sure; blanks and marks of all kinds, bars and line ends are for the
            scanner.
    """
    if text.strip() != text or "|" in text or "\r" in text or "\u3000" in text:
        raise ValueError("a value with more to it")
    if not text.isascii() and (text.strip(IN_FRONT) != text or "：" in text):
        raise ValueError("a value with marks of direction around it, or a label in it")
    if may_be_row(text):
        raise ValueError("a value that may have a label behind it")
    return text


def _undated(
    value: Callable[[str], str], field: str | None, *, is_wide: bool
) -> Callable[[str], str]:
    """*value*, for what has no date behind it that is a slot of its own, nor categories."""

    def undated(spelled: str) -> str:
        if behind(field, spelled, is_wide=is_wide):
            raise ValueError("more stands behind it")
        return value(spelled)

    return undated


def _value_on(before: str, line: str) -> Callable[[str], str]:
    """A function that checks that what stands behind *before* makes a line of the pattern *line*."""
    if line == re.escape(before) + ANY_VALUE:
        return plain
    match = re.compile(line).fullmatch

    def value(spelled: str) -> str:
        if match(before + plain(spelled)) is None:
            raise ValueError("another line")
        return spelled

    return value
