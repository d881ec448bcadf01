"""The snippet: what a news site's print or PDF export leaves as text.

A heading, label lines in any order, perhaps fences around them, perhaps a line with the source
alone, perhaps a dateline, the body::

    ---
    ## Uzbekistan Advances Digital Security Cooperation
    Published: 2025-09-12
    Category: English, International
    Source: rki.news
    Dateline: Tashkent, September 12, 2025
    ---

    The Republic of Uzbekistan, as a founding member …
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, TypeAlias, TypeVar, cast

import attrs

from snippetkit.errors import Flaw
from snippetkit.formats._format import A, Codec, Format, Reading
from snippetkit.formats._spelling import Body, Datelines, Target, codec_for, dateline_at
from snippetkit.model import FrozenDict, Moment
from snippetkit.model.frozendict import Frozen
from snippetkit.syntax import headers
from snippetkit.syntax.headers import BODY, TITLE, Labels, body_slot, body_start, fold
from snippetkit.syntax.tree import Edit, Plain, Scan, Slot

__all__ = ["Snippet"]

SOURCE = "#source"
"""The name of the slot that a line with the source alone is."""
DATELINE = "#dateline"
"""The name of the slot that a dateline in front of the body is."""

_SOURCE_LINE = re.compile(
    r"[ \t\r\n]*+(?P<name>[^\W_](?:[\w-]*\.)+[^\W\d_]{2,24})[ \t]*(?P<end>\r\n|\r|\n|\Z)"
    r"(?P<blank>[ \t]*(?:\r\n|\r|\n)|\Z)"
)


_MARKS = frozenset("#" * level for level in range(1, 7))
_REMEMBERED = 4096

K = TypeVar("K")
V = TypeVar("V")


_Entry: TypeAlias = "tuple[int | str, Callable[[str], Any]]"
"""What a label stands for: the place of a field, or an unknown name; and how to read its value."""


def _bounded(cache: dict[K, V]) -> dict[K, V]:
    """*cache*, emptied when it is full: no stream of documents may fill the memory."""
    if len(cache) >= _REMEMBERED:
        cache.clear()
    return cache


def _table(value: Mapping[str, Sequence[str]]) -> FrozenDict[tuple[str, ...]]:
    return FrozenDict({field: tuple(labels) for field, labels in value.items()})


@attrs.frozen(kw_only=True, slots=False)
class Snippet(Format[A]):
    r"""Label lines around a heading, as news sites export them.

    >>> snippet = Snippet()
    >>> text = "## Rain at last\nPublished on May 5, 2025\nCategory: Weather\n\nIt rained.\n"
    >>> article = snippet.read(text).article
    >>> article.title, str(article.published), article.body
    ('Rain at last', '2025-05-05', 'It rained.\n')
    """

    name: ClassVar[str] = "snippet"
    turn: ClassVar[int] = 4
    suffixes: ClassVar[tuple[str, ...]] = (".txt",)
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "title": (TITLE, "Title", "Headline"),
        "subtitle": ("Subtitle", "Subheading", "Sub-heading"),
        "byline": ("Byline", "By-line", "By"),
        "authors": ("Author", "Authors", "Written by", "Reporter"),
        "published": (
            "Published",
            "Published on",
            "Posted on",
            "Date published",
            "Publication date",
            "Date",
        ),
        "modified": ("Updated", "Updated on", "Last updated", "Last modified", "Modified"),
        "document_date": ("Document Date", "Exported on", "Printed on", "Print date"),
        "categories": ("Category", "Categories", "Section", "Filed under", "Posted in"),
        "tags": ("Tags", "Tag", "Tagged", "Tagged with", "Keywords"),
        "url": ("Link", "URL", "Show on website", "Permalink", "Read online", "Original link"),
        "source": ("Source", SOURCE, "Publisher"),
        "dateline": ("Dateline", DATELINE),
        "language": ("Language",),
        "summary": ("Summary", "Abstract", "Excerpt"),
        "rights": ("Rights", "Copyright", "Licence", "License"),
        "id": ("ID", "Id", "Identifier", "GUID"),
        "links": ("Links",),
        "media": ("Media",),
        "body": (BODY,),
    }
    bare: ClassVar[tuple[str, ...]] = (
        "Published on",
        "Published",
        "Posted on",
        "Updated on",
        "Last updated",
        "Last modified",
        "Exported on",
        "Printed on",
    )
    """Labels that may stand before a date without a colon."""
    codecs: ClassVar[Mapping[str, Codec]] = {"url": Target(), "body": Body()}

    labels: FrozenDict[tuple[str, ...]] = attrs.field(factory=FrozenDict, converter=_table)
    """Further labels of the texts at hand, by field: ``{"categories": ("Rubrik",)}``."""

    def codec(self, kind: Any) -> Codec:
        """One line of text for each kind of value."""
        return cast(Codec, codec_for(kind))

    def word(self, attribute: attrs.Attribute[Any]) -> str:
        """The label of a subclass's field: as declared, or its name in words."""
        spelled = attribute.name.strip("_").replace("_", " ").capitalize()
        return str(attribute.metadata.get("snippetkit.label") or spelled)

    def fold(self, name: str) -> str:
        """Labels are compared without regard to the case of ASCII letters."""
        return fold(name)

    def detects(self, text: str) -> bool:
        """Whether there is a heading or a known label in the header."""
        scan = self.scan(text)
        known = {slot.name for slot in scan.slots} - {BODY, SOURCE, DATELINE}
        return any(fold(name) in self._known.known or name == TITLE for name in known)

    @functools.cached_property
    def _known(self) -> Labels:
        names = {fold(name) for member in self.members.values() for name in member.names}
        bare = sorted(
            (label for label in map(fold, self.bare) if label in names), key=len, reverse=True
        )
        return Labels(frozenset(name for name in names if name[:1] != "#"), tuple(bare))

    def _names(self, attribute: attrs.Attribute[Any]) -> tuple[str, ...]:
        return super()._names(attribute) + self.labels.get(attribute.name, ())

    def scan(self, text: str) -> Scan:
        """Heading, label lines, source line, dateline, body; total."""
        scan = headers.scan(text, self._known)
        if not scan.slots or scan.slots[-1].name != BODY:
            return scan
        *head, body = scan.slots
        found = {self._fields.get(fold(slot.name), ("", 0))[0] for slot in head}
        front = self._front(text, body, sourced="source" in found, datelined="dateline" in found)
        return scan._replace(slots=(*head, *front))

    def _front(self, text: str, body: Slot, *, sourced: bool, datelined: bool) -> list[Slot]:
        """The slots that *body* begins with, where no label says them already, and the rest."""
        slots = []
        if not sourced and (line := _source_line(text, body)) is not None:
            slots.append(line)
            rest = body_slot(text, line.stop)
            if rest is None:
                return slots
            body = rest
        if not datelined and (line := _dateline(text, body)) is not None:
            slots.append(line)
            if line.stop == len(text):
                return slots
            body = Slot(BODY, text[line.stop :], line.stop, len(text), line.stop, len(text))
        return [*slots, body]

    def read(self, text: str, scan: Scan | None = None) -> Reading[A]:
        """The article and the flaws; a well-formed text is read without finding its spans."""
        quick = self._quick(text) if scan is None and self._ours else None
        return super().read(text, scan) if quick is None else quick

    def _quick(self, text: str) -> Reading[A] | None:
        """What a text says that has fences, LF line ends and a field on each line of the header.

        None where anything is out of the ordinary: then the careful reading says what it is. A test
        holds that the two agree.
        """
        begin = text.find("---")
        end = text.find("\n---\n", begin + 3)
        inside = text[begin + 3 : end]
        if not 0 <= begin < end or "\r" in inside or "\0" in text or text[:begin].strip(" \n"):
            return None
        remembered, line_of = self._lines.get, self._line
        try:
            lines = [remembered(line) or line_of(line) for line in inside.split("\n") if line]
            said = dict(lines)
            if len(said) < len(lines):
                return None
            self._quick_body(text, end + 5, said)
        except ValueError:
            return None
        return self._quickly_built(text, said)

    def _quick_body(self, text: str, at: int, said: dict[int | str, Any]) -> None:
        """What stands behind the header, added to what is *said* in it."""
        if at == len(text):
            return
        source, dateline, body = self._behind
        start = body_start(text, at)
        if source[0] not in said and (line := _SOURCE_LINE.match(text, start)) is not None:
            said[source[0]] = source[1](line["name"])
            start = line.end()
            if start == len(text):
                return
            start = body_start(text, start)
        if dateline[0] not in said and (place := dateline_at(text, start)) is not None:
            begin, end, start, found = place
            said[dateline[0]] = found if self._usual else dateline[1](text[begin:end])
            if start == len(text):
                return
        said[body[0]] = body[1](text[start:])

    @functools.cached_property
    def _behind(self) -> list[tuple[int, Callable[[str], Any]]]:
        """The places and readings of what may stand behind the header."""
        members = [self.members[field] for field in ("source", "dateline", "body")]
        return [(member.place, member.codec.decode) for member in members]

    @functools.cached_property
    def _ours(self) -> bool:
        """Whether this is no heir that finds or reads what stands in a text in a way of its own."""
        how = ("scan", "assign", "fold", "_extra", "_front")
        return all(getattr(type(self), name) is getattr(Snippet, name) for name in how)

    @functools.cached_property
    def _usual(self) -> bool:
        """Whether datelines are read as `dateline_at` reads them."""
        return type(self.members["dateline"].codec) is Datelines

    def _quickly_built(self, text: str, said: dict[int | str, Any]) -> Reading[A] | None:
        values, extra = self._blank.copy(), {}
        for place, value in said.items():
            if isinstance(place, int):
                values[place] = value
            else:
                extra[place] = value
        if extra:
            if len(set(map(fold, extra))) < len(extra):
                return None
            values[self.members["extra"].place] = FrozenDict(extra)
        flaws: list[Flaw] = []
        article = self._built(values, text, flaws)
        return None if flaws else Reading(article, ())

    def _line(self, line: str) -> tuple[int | str, Any]:
        """A line's field (by place, or an unknown label) and value.

        Raises:
            ValueError: it has no plain one.
        """
        if line[0] == "#":
            marks, _, title = line.partition(" ")
            if marks == line or marks not in _MARKS:
                raise ValueError("no heading")
            return self._title, title.strip(" \t")
        label, _, rest = line.partition(":")
        entry, value = self._spelled.get(label), rest.strip(" \t")
        if entry is None or not value or rest[0] != " ":
            entry, value = self._odd_line(line)
        said = entry[0], entry[1](value)
        if type(said[1]) is not Moment or said[1].hour is None:  # not what never comes again
            _bounded(self._lines)[line] = said
        return said

    def _odd_line(self, line: str) -> tuple[_Entry, str]:
        """The field and the text of a line that is not ``Label: value`` with a label met before."""
        item = headers.first_line(line, self._known)
        if item is None or item.kind not in ("label", "unknown") or not item.value:
            raise ValueError("no label line with a value")
        member = self.members.get(self._fields.get(fold(item.name), ("", 0))[0])
        entry = (item.name, str) if member is None else (member.place, member.codec.decode)
        label = line.partition(":")[0]
        # Of a label that might stand before a date without a colon, the value decides.
        if label.rstrip(" \t") == item.name and not self._known.bare_label(f"{label} 0"):
            _bounded(self._spelled)[label] = entry
        return entry, item.value

    @functools.cached_property
    def _title(self) -> int:
        return self.members["title"].place

    @functools.cached_property
    def _lines(self) -> dict[str, tuple[int | str, Any]]:
        """Header lines met lately, with what they say."""
        return {}

    @functools.cached_property
    def _spelled(self) -> dict[str, _Entry]:
        """Labels met lately, as spelled before the colon, with their field and its reading."""
        return {}

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        """The splice of one value."""
        return headers.replace(text, scan, index, value)

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        """The splice that takes one line (or the body) away."""
        return headers.remove(text, scan, index)

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        """The splice that adds a label line, or the body at the end."""
        if name == BODY and scan.slots and scan.slots[-1].name == DATELINE:
            return Edit(len(text), len(text), headers.body_text(value))
        head = self._head(scan)
        return headers.insert(text, scan._replace(slots=head), min(index, len(head)), name, value)

    def _head(self, scan: Scan) -> tuple[Slot, ...]:
        return tuple(slot for slot in scan.slots if slot.name not in (BODY, SOURCE, DATELINE))

    def encode_extra(self, value: Frozen) -> Plain:
        """Unknown labels hold text only."""
        if not isinstance(value, str):
            raise ValueError("a label line holds text only")
        return value

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        """Fences around the heading and a label line each, a blank line, the body."""
        lines, body = ["---"], ""
        for name, value in items:
            if name == BODY:
                body = "\n" + headers.body_text(value)
            elif name == TITLE:
                lines.append(f"## {headers.line_of(value)}".rstrip(" "))
            else:
                lines.append(f"{headers.label_of(name)}: {headers.line_of(value)}".rstrip(" "))
        lines += self._guards(lines, body)
        return "\n".join([*lines, "---", body])

    def _guards(self, lines: list[str], body: str) -> list[str]:
        """Empty labels that keep the beginning of a body from reading as source or dateline."""
        start = Slot(BODY, body[1:], 1, len(body), 0, len(body))
        labelled = {fold(line.partition(":")[0]) for line in lines}
        names = {
            field: {fold(name) for name in self.members[field].names}
            for field in ("source", "dateline")
        }
        guards = []
        if not labelled & names["source"] and _source_line(body, start) is not None:
            guards.append(f"{self.name_of('source')}:")
        if not labelled & names["dateline"] and _dateline(body, start) is not None:
            guards.append(f"{self.name_of('dateline')}:")
        return guards


def _source_line(text: str, body: Slot) -> Slot | None:
    """The line with a host name alone that *body* begins with; its blank line goes with it."""
    found = _SOURCE_LINE.match(text, body.start)
    if found is None:
        return None
    start, end = found.span("name")
    return Slot(SOURCE, found["name"], start, end, start, found.end())


def _dateline(text: str, body: Slot) -> Slot | None:
    """The dateline that *body* begins with, up to the first word after its dash."""
    found = dateline_at(text, body.start)
    if found is None:
        return None
    start, end, stop, _ = found
    return Slot(DATELINE, text[start:end], start, end, start, stop)
