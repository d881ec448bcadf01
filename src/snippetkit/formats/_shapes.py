"""Bytes of a template met before, with its blank lines where they stood: only the body is decoded.

Most values of a site's export were met before, or begin as one did, so they are looked up as the
bytes that they are. What is taken here is what the template's pattern finds, and what is said of
that in `snippetkit.formats._template` holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, cast

import attrs

from snippetkit import datelines, dates
from snippetkit.formats._compiled import Layout
from snippetkit.formats._met import AS_IT_STANDS, DATELINE, SOURCE, Spellings, text_of
from snippetkit.formats._spelling import SOURCE_PATTERN
from snippetkit.model import Dateline
from snippetkit.model.value import draft
from snippetkit.syntax.headers import BODY, HOST, Labels
from snippetkit.syntax.template import ANY_VALUE, PROSE, SEEN, Template

__all__ = ["IN_FRONT", "Shape", "Shaped", "shape"]

IN_FRONT = {SOURCE: SOURCE_PATTERN, DATELINE: datelines.PATTERN}
"""What a body may begin with, in this order; each pattern finds it as a group, or surely none."""


class Shape(NamedTuple):
    """What stands around the values in front of the body."""

    places: tuple[int, ...]
    """The numbers of the values, in their order in the text; that of a dateline is the last."""
    before: tuple[str, ...]
    """What stands before each value: the end of a line, blank lines, a fence, its label."""
    behind: str
    """What stands between the last value and the body; behind a dateline, its dash and blanks."""


def shape(found: re.Match[str], places: Sequence[int], body: int) -> Shape:
    """The shape of the text that a template's pattern *found*, with these of its values."""
    text, spans = found.string, [found.span(place + 1) for place in places]
    ends = [0, *(end for _, end in spans)]
    before = [text[end:start] for end, (start, _) in zip(ends, spans, strict=False)]
    return Shape(tuple(places), tuple(before), text[ends[-1] : body])


@attrs.frozen(slots=False)
class Shaped:
    """How the bytes of texts of one shape are read."""

    shape: Shape
    header: Template
    layout: Layout
    spellings: Spellings
    labels: Labels

    def function(self) -> Callable[[bytes], Any]:
        """What gives the article of bytes; None for those of another shape, or with flaws."""
        names = {"match": self._match, "text_of": text_of, "with_time": dates.day_and_time}
        ending = self._behind_a_dash if self._is_dated else self._nothing_in_front
        lines = [
            "found = match(data)",
            "if found is None: return None",
            f"{''.join(f'v{place}, ' for place in self.shape.places)} = found.groups()",
            "try:",
            *(f"  {line}" for line in (*self._values(names), *self._opened(names), *ending(names))),
            "except ValueError: return None",
        ]
        return self.layout.function("data", [*lines, *self.layout.make], **names)

    @property
    def _is_dated(self) -> bool:
        """Whether a dateline stands in front of the body."""
        return self.layout.slots[self.shape.places[-1]][0] == DATELINE

    @property
    def _match(self) -> Callable[[bytes], re.Match[bytes] | None]:
        """What finds the values, and where the body begins."""
        *before, last = [re.escape(one.encode()) for one in self.shape.before]
        behind = self.shape.behind.encode()
        # No words before a dash have another one; what has its first byte is left to the template.
        words = rb"[^ \t\r\n%b][^\n%b]*" % (2 * (re.escape(behind.strip(b" ")[:1]),))
        value, end = (words, b"") if self._is_dated else (b".+", rb"(?=[^ \t\r\n])")
        lines = b"".join([one + b"(.+)" for one in before])
        return re.compile(b"%b%b(%b)%b%b" % (lines, last, value, re.escape(behind), end)).match

    def _values(self, names: dict[str, Any]) -> Iterator[str]:
        """The values that labels and lines say."""
        for place, known in enumerate(self.layout.known):
            name, field = self.layout.slots[place]
            if place not in self.shape.places and name != BODY:
                yield f"v{place} = k{place}['']"
            if place not in self.shape.places or name == DATELINE:
                continue
            before = self.shape.before[self.shape.places.index(place)].rpartition("\n")[2]
            line = f"({HOST})" if name == SOURCE else self.header.lines[place]
            if known is AS_IT_STANDS and line == re.escape(before) + ANY_VALUE:
                yield f"v{place} = text_of(v{place})"
                continue
            names[f"m{place}"] = self.spellings.of_bytes(name, field, before, line)
            looked_up = f"m{place}[v{place}]"
            if self.spellings.is_date(field):
                names[f"d{place}"] = self.spellings.day(before, line).__getitem__
                timed = f"with_time(v{place}.decode(), d{place})"
                looked_up = f"m{place}.get(v{place}) or {timed} or {looked_up}"
            yield f"v{place} = {looked_up}"

    def _opened(self, names: dict[str, Any]) -> Iterator[str]:
        """Where no fence ends the header: the body goes on as prose, and no label begins it."""
        if not self.header.closed:
            names |= {"is_prose": re.compile(PROSE).match, "bare_label": self.labels.bare_label}
            yield f"at = {self._start}"
            yield f"first = data[at:at + {4 * SEEN}].decode(errors='ignore')[:{SEEN}]"
            yield "if not is_prose(first) or bare_label(first): return None"

    @property
    def _start(self) -> str:
        """Where the body begins, its dateline included."""
        return f"found.start({len(self.shape.places)})" if self._is_dated else "found.end()"

    def _behind_a_dash(self, names: dict[str, Any]) -> Iterator[str]:
        """The body behind a dateline, which may turn out to be none; no host has such a dash."""
        dateline, body = f"v{self.shape.places[-1]}", f"v{len(self.layout.slots) - 1}"
        names |= {"said": self._said, "goes_on": re.compile(datelines.BEHIND).match}
        yield from self._usually(dateline, names)
        yield f"  {dateline} = said({dateline}.decode())"
        yield f"{body} = data[found.end():].decode()"
        yield f"if not goes_on({body}): return None"
        yield f"if {dateline} is None: {body} = data[{self._start}:].decode()"

    def _usually(self, dateline: str, names: dict[str, Any]) -> Iterator[str]:
        """The dateline where place and day were met before; at last a line that begins all others."""
        if self._said is not datelines.before_a_dash:
            yield "if True:"
            return
        names["places"] = self.spellings.in_dateline("place", datelines.named_place)
        names["days"] = self.spellings.in_dateline("date", datelines.plain_day)
        names |= {"made_of": draft(Dateline), "Dateline": Dateline}
        yield f"words, _, rest = {dateline}.partition(b', ')"
        yield "place, day = places[words], days[rest]"
        yield f"if place and day and len({dateline}) <= {datelines.MOST_WORDS}:"
        yield "  made = new(made_of)"
        yield "  made.place, made.date, made.agency, made.__class__ = place, day, None, Dateline"
        yield f"  {dateline} = made"
        yield "else:"

    def _nothing_in_front(self, names: dict[str, Any]) -> Iterator[str]:
        """The body, and surely no source and no dateline in front of it."""
        unsaid = [
            name
            for place, (name, _) in enumerate(self.layout.slots)
            if name in IN_FRONT and place not in self.shape.places
        ]
        names |= {"said": self._said, "in_front": _in_front(unsaid)}
        yield f"v{len(self.layout.slots) - 1} = body = data[found.end():].decode()"
        yield "found = in_front(body)"
        yield "if found is None: return None"
        for group, name in enumerate(unsaid, 1):
            is_one = f"said(found[{group}]) is not None" if name == DATELINE else "True"
            yield f"if found[{group}] and {is_one}: return None"

    @property
    def _said(self) -> Callable[[str], Any]:
        """What words before a dash say. Few are met twice: there is no use in keeping them."""
        for (name, _), known in zip(self.layout.slots, self.layout.known, strict=True):
            if name == DATELINE and known is not self.spellings.datelines:
                return cast("Callable[[str], Any]", known.__getitem__)
        return datelines.before_a_dash


def _in_front(names: Sequence[str]) -> Callable[[str], re.Match[str] | None]:
    """What finds these in front of a body."""
    return re.compile("".join([IN_FRONT[name] for name in names])).match
