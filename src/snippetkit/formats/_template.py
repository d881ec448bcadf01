"""Snippets of a template met before: read and scanned by its pattern, not line by line.

Only speed depends on this: what a pattern finds is what the careful scanner finds. Why stands in
`snippetkit.syntax.template`; that it is so is a law of `tests/test_quick_reading.py`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from operator import getitem
from typing import Any, Generic, cast

import attrs

from snippetkit import dates
from snippetkit.datelines import PATTERN as DATELINE_PATTERN
from snippetkit.datelines import before_a_dash
from snippetkit.formats._format import A, Format
from snippetkit.formats._spelling import SOURCE_PATTERN, Datelines, Dates, Text
from snippetkit.model import Dateline, FrozenDict, Moment
from snippetkit.model.value import is_plain, trusted
from snippetkit.syntax.headers import BODY, Labels
from snippetkit.syntax.template import BODY_START, Template, is_simple, template
from snippetkit.syntax.tree import Scan, Slot

__all__ = ["DATELINE", "SOURCE", "Templates"]

SOURCE = "#source"
"""The name of the slot that a line with the source alone is."""
DATELINE = "#dateline"
"""The name of the slot that a dateline in front of the body is."""

_FRONT = {"source": SOURCE_PATTERN, "dateline": DATELINE_PATTERN}
_OFTEN = 4
_MOST = 32
_REMEMBERED = 4096
_LONGEST = 240


class Templates(Generic[A]):
    """The templates that a format has met often, the latest first."""

    def __init__(self, format: Format[A], labels: Labels) -> None:
        self._format = format
        self._labels = labels
        self._readers: list[_Reader[A]] = []
        self._met: dict[str, int] = {}

    def read(self, text: str) -> A | None:
        """What *text* says; None where it is of no template met often, or has flaws."""
        for reader in self._readers:
            article = reader.read(text)
            if article is not None:
                if reader is not self._readers[0]:
                    self._is_latest(reader)
                return article
        return None

    def scan(self, text: str) -> Scan | None:
        """Where what stands in *text*; None where it is of no template met often."""
        for reader in self._readers:
            scan = reader.scan(text)
            if scan is not None:
                self._is_latest(reader)
                return scan
        return None

    def _is_latest(self, reader: _Reader[A]) -> None:
        self._readers.remove(reader)
        self._readers.insert(0, reader)

    def meet(self, text: str, header: Scan) -> None:
        """Count the template of *text*, whose header was scanned with care."""
        found = template(text, header, self._labels) if self._is_usable else None
        if found is None or any(found == reader.header for reader in self._readers):
            return
        count = self._met.get(found.pattern, 0) + 1
        # To make a pattern takes as long as to read twenty texts, and to try many takes long, too.
        if count < max(_OFTEN, len(self._readers)):
            _bounded(self._met)[found.pattern] = count
        else:
            del self._met[found.pattern], self._readers[_MOST - 1 :]
            self._readers.insert(0, _Reader(self._format, found, self._labels))

    @functools.cached_property
    def _is_usable(self) -> bool:
        """Whether articles are made by keeping their values, none of which must be given."""
        blank = dict(zip(self._format.members, self._format.blank, strict=True))
        usual = blank["source"] is None and blank["dateline"] is None
        return usual and attrs.NOTHING not in blank.values() and is_plain(self._format.cls)


def _bounded(cache: dict[Any, Any]) -> dict[Any, Any]:
    """*cache*, emptied when it is full: no stream of documents may fill the memory."""
    if len(cache) >= _REMEMBERED:
        cache.clear()
    return cache


class _Reader(Generic[A]):
    """What reads the texts of one template: the article, or where everything stands."""

    def __init__(self, format: Format[A], header: Template, labels: Labels) -> None:
        fields = _fields(format, header.names)
        front = [field for field in _FRONT if field not in fields]
        self.header = header
        self.known = [
            *(_known(format, field) for field in fields),
            *(_known_in_front(format, field) for field in front),
        ]
        self._match = _matching(header, front, labels)
        # The numbers of the groups in front of the body; 0 for none.
        self._source = len(fields) + 1 if "source" in front else 0
        self._dateline = len(fields) + len(front) if "dateline" in front else 0
        self.read = self._reading(format, [*fields, *front])

    def _reading(self, format: Format[A], fields: list[str | None]) -> Callable[[str], A | None]:
        """What reads the article of a text; None where it is of another template, or has flaws."""
        unknown = [(n, self.header.names[n]) for n, field in enumerate(fields) if field is None]
        said = [field for field in fields if field is not None]
        make = trusted(format.cls, [*said, *(["extra"] if unknown else []), "body"])
        match, known, dateline = self._match, self.known, self._dateline

        def read(text: str) -> A | None:
            found = match(text)
            if found is None or not is_simple(text, found.end()):
                return None
            try:
                values = [*map(getitem, known, found.groups(""))]
            except ValueError:
                return None
            start = found.end()
            if dateline and values[-1] is None and found[dateline]:
                start = found.start(dateline)  # these words before a dash are no dateline
            if unknown:
                values = _with_extra(values, unknown)
            values.append(text[start:])
            return make(values)

        return read

    def scan(self, text: str) -> Scan | None:
        """Where everything stands; None where *text* is of another template."""
        match = self._match(text)
        if match is None or not is_simple(text, match.end()):
            return None
        slots = self.header.slots(match)
        start, end, at = self.header.inside(text, slots[-1])
        body = match.end()
        if self._source and (name := match[self._source]):
            begin, stop = match.span(self._source)
            at = stop + len("\n\n")
            slots.append(Slot(SOURCE, name, begin, stop, begin, at))
        if self._dateline and (said := match[self._dateline]):
            begin, stop = match.span(self._dateline)
            try:
                found = before_a_dash(said)
            except ValueError:
                return None
            if found is None:
                body = begin  # these words before a dash are none
            else:
                at = body
                slots.append(Slot(DATELINE, said, begin, stop, begin, at))
        slots.append(Slot(BODY, text[body:], body, len(text), at, len(text)))
        return Scan(tuple(slots), (), start, end)


def _matching(
    header: Template, front: list[str], labels: Labels
) -> Callable[[str], re.Match[str] | None]:
    """What matches a header and what stands in front of the body."""
    pieces = [header.pattern, BODY_START, *(_FRONT[field] for field in front), r"(?!\Z)"]
    match = re.compile("".join(pieces)).match
    if header.closed:
        return match
    last = len(header.names)

    def open_match(text: str) -> re.Match[str] | None:
        found = match(text)
        if found is None:
            return None
        line = text[found.end(last) + 1 :][:200].lstrip("\n")
        return None if labels.bare_label(line) else found

    return open_match


def _with_extra(values: list[Any], unknown: list[tuple[int, str]]) -> list[Any]:
    """*values* with those of unknown labels together at the end."""
    extra = FrozenDict({name: values[n] for n, name in unknown})
    places = {n for n, _ in unknown}
    return [*(value for n, value in enumerate(values) if n not in places), extra]


def _fields(format: Format[Any], names: tuple[str, ...]) -> list[str | None]:
    """The field that each slot of a header says; None for an unknown label."""
    slots = tuple(Slot(name, "", 0, 0, 0, 0) for name in names)
    found, _ = format.assign(Scan(slots, (), 0, 0))
    fields = {index: field for field, index in found.items()}
    return [fields.get(n) for n in range(len(names))]


class _Known(dict[str, Any]):
    """Spellings met lately, with what they say; one not met yet is decoded."""

    __slots__ = ("_decode",)

    def __init__(self, decode: Callable[[str], Any]) -> None:
        self._decode = decode

    def __missing__(self, spelled: str) -> Any:
        value = self._decode(spelled)
        if len(spelled) <= _LONGEST and not _is_rare(value):
            _bounded(self)[spelled] = value
        return value


def _is_rare(value: Any) -> bool:
    """Whether it hardly ever comes again: a time of day, a place with a day."""
    return (type(value) is Moment and value.hour is not None) or type(value) is Dateline


class _KnownMoments(_Known):
    """The same for moments; a time of day hardly ever comes again."""

    __slots__ = ()

    def __missing__(self, spelled: str) -> Moment:
        moment = self._decode(spelled)
        if moment.hour is None:
            _bounded(self)[spelled] = moment
        return cast(Moment, moment)


class _AsItStands:
    """What says just what is spelled."""

    __getitem__ = staticmethod(str)


def _known(format: Format[Any], field: str | None) -> Any:
    """What a spelling says for a field; of an unknown label, itself."""
    if field is None or type(format.members[field].codec) is Text:
        return _AsItStands()
    member = format.members[field]
    if member.codec == Dates() and member.holds_none:
        return _KnownMoments(dates.read)
    if member.holds_none:
        return _Known(member.codec.decode)
    decode, blank = member.codec.decode, format.blank[member.place]

    def say(spelled: str) -> Any:
        value = decode(spelled)
        return blank if value is None else value

    return _Known(say)


def _known_in_front(format: Format[Any], field: str) -> Any:
    """What a spelling in front of the body says; nothing, if nothing stands there."""
    codec = format.members[field].codec
    if type(codec) is Datelines:
        return _Known(before_a_dash)
    if field == "source":
        return _Known(lambda spelled: codec.decode(spelled) if spelled else None)
    return _Known(lambda said: before_a_dash(said) and codec.decode(said))
