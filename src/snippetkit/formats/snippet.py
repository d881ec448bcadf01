"""The format ``snippet``: the text that a news site's print or PDF export leaves.

It has a heading, label lines in any order, perhaps fences around them, perhaps a line with only
the source, perhaps a dateline, and the body::

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
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

import attrs

from snippetkit import bylines, datelines
from snippetkit import dates as _dates
from snippetkit.convert import default_of
from snippetkit.errors import InvalidValue, brief, must_be
from snippetkit.formats import _labels, _leads, _stamps
from snippetkit.formats._codec import Codec
from snippetkit.formats._format import A, Format, Reading, flawless
from snippetkit.formats._links import Target, source_at
from snippetkit.formats._quick.shapes import Shapes
from snippetkit.formats._spelling import codec_for
from snippetkit.formats._texts import Body, Text
from snippetkit.formats._tongues import Tongue
from snippetkit.model import FrozenDict
from snippetkit.model.value import labels_of, texts_of
from snippetkit.syntax import headers, series
from snippetkit.syntax.headers import (
    ADDRESSED,
    BODY,
    BUTTON,
    BYLINE,
    DATED,
    DATELINE,
    HOSTED,
    IDLE,
    SOURCE,
    TITLE,
    Labels,
    body_start,
    fold,
)
from snippetkit.syntax.tree import Edit, Parts, Plain, Scan, Slot

__all__ = ["Snippet"]


_LINES = 256
"""How many lines without a label are remembered."""
_COLON = re.compile("[:：]")
_ADDRESS = re.compile(rf"://|\A(?:www\.|/|{headers.HOST}(?![\w.]))|\]\(|\A#\Z")
_FENCE = re.compile(r"\ufeff?[ \t\r\n]*+(?P<key>-{3,})[ \t]*+(?:\r\n?|\n)")
# A key with or without quotes, what belongs to the one above, nothing; or, without a key, a fence.
_KEYED = re.compile(
    r"""(?!---)(?P<key>[a-z_][a-z0-9_-]*+[ \t]*+:|"[^"\r\n]*+"[ \t]*+:|[ \t-]|(?=[\r\n]))[^\r\n]*+(?:\r\n?|\n)"""
    r"|-{3,}[ \t]*+(?:\r\n?|\n|\Z)"
)
_HOST = re.compile(headers.HOST)
_BODIES = frozenset(
    ("fulltext", "fulltext:", "volltext:", "texteintegral:", "textocompleto:", "body")
)
"""The spellings of labels that archives print in front of the text itself, with a colon or alone."""
_SURE, _WEAK, _LEAD = 1000, 2000, 3000  # worse than any of a format's own words
_RULES = {
    BODY: ("what follows the header", 1.0),
    SOURCE: ("a host name alone on the line in front of the body", 0.9),
    DATELINE: ("the words in front of the dash that the body begins with", 0.9),
    **_leads.RULES,
}


def _takes_labels(value: Mapping[str, str | Sequence[str]]) -> FrozenDict[tuple[str, ...]]:
    return labels_of(value)


def _takes_tags(value: str | Iterable[str] | None) -> tuple[str, ...] | None:
    return None if value is None else texts_of(value, "languages")


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
            "Published at",
            "Posted on",
            "Date published",
            "Publication date",
            "Date",
        ),
        "modified": (
            *("Updated", "Updated on", "Last updated", "Last updated on", "Last updated at"),
            *("Last updated date", "Last modified", "Last modified on", "Modified"),
        ),
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
        "Published at",
        "Posted on",
        "Updated on",
        "Last updated",
        "Last updated on",
        "Last updated at",
        "Last updated date",
        "Last modified",
        "Last modified on",
        "Exported on",
        "Printed on",
    )
    """Labels that may stand before a date without a colon."""
    weak: ClassVar[tuple[str, ...]] = ("By", "Reporter", "Rights")
    """Labels that are also common words; they count only among other label lines."""
    codecs: ClassVar[Mapping[str, Codec]] = {
        "url": Target(),
        "body": Body(),
        "language": Tongue(),
    }

    labels: FrozenDict[tuple[str, ...]] = attrs.field(factory=FrozenDict, converter=_takes_labels)
    """Additional labels, by field: ``{"categories": ("Rubrik",)}``."""
    languages: tuple[str, ...] | None = attrs.field(default=None, converter=_takes_tags)
    """The languages whose labels are known, as BCP 47 tags, in order of preference; None: all."""

    def codec(self, kind: Any) -> Codec:
        """The codec for values of a type: one line of text."""
        return codec_for(kind)

    def word(self, attribute: attrs.Attribute[Any]) -> str:
        """The label of a subclass's field: as declared, or its name in words.

        Raises:
            InvalidValue: no line can begin with the label that is declared.
        """
        label = attribute.metadata.get("snippetkit.label")
        if not label:
            return attribute.name.strip("_").replace("_", " ").capitalize()
        try:
            headers.label_of(label.replace(":", ""))  # a colon is part of a label that is known
        except ValueError as error:
            what = f"{error}, {brief(label)}: give the field another with snippetkit.field(label=…)"
            raise InvalidValue(attribute.name, what) from None
        return str(label)

    def fold(self, name: str) -> str:
        """Labels are compared without regard to the case of ASCII letters."""
        return fold(name)

    def detects(self, text: str) -> bool:
        """Whether the header has a heading or a known label; its first line mostly tells."""
        if self._shapes is not None and headers.is_headed(text, self._known):
            return True
        scan = self.scan(text)
        known = {slot.name for slot in scan.slots} - {BODY, SOURCE, DATELINE}
        return any(name == TITLE or self._known.has(name) for name in known)

    def yields(self, text: str) -> bool:
        """Whether everything between its fences could be YAML keys in lower case."""
        line = _FENCE.match(text)
        while line is not None and line["key"] is not None:
            line = _KEYED.match(text, line.end())
        return line is not None

    def tell(self, text: str) -> None:
        """Remember the shape of *text*, which no other format takes: see `is_told`."""
        if self._shapes is not None:
            self._shapes.tell(text)

    def is_told(self, text: str) -> bool:
        """Whether a text of the same shape was recognised as a snippet before."""
        return self._shapes is not None and self._shapes.is_told(text)

    @functools.cached_property
    def _known(self) -> Labels:
        names = {fold(name) for member in self.members.values() for name in member.names}
        sure = frozenset(
            name for name in names - {fold(one) for one in self.weak} if name[:1] != "#"
        )
        bare = sorted((one for one in map(fold, self.bare) if one in names), key=len, reverse=True)
        return Labels(
            known=sure,
            bare=tuple(bare),
            others=_labels.known(self._tongues),
            weak=_labels.known(self._tongues, weak=True),
            opening=functools.partial(_labels.opening, languages=self._tongues),
            is_dated=lambda value: _dates.begins(value, 0) or _dates.is_clock(value),
            is_title=lambda label: self.field_of(label) == "title",
            is_body=lambda label: _labels.spelling(label) in _BODIES,
            lead=self._lead,
            is_button=lambda line: _leads.is_button(line, self._tongues),
            is_stamp=self._is_stamp,
            is_opened=lambda line: _leads.is_opened(line, self._tongues),
            is_role=bylines.names_a_role,
            goes_on=bylines.goes_on,
            is_short=self._is_short,
            is_undated=self._is_undated,
            fits=self._fits,
            colonned=_labels.colonned(self._tongues),
            is_dateline=datelines.is_sure,
        )

    @functools.cached_property
    def _lead(self) -> Callable[[str, str | None], str]:
        """A function from a line without a label, and the title, to the line's kind of slot.

        It remembers lines, as each of a header is asked for several times.
        """

        def lead(line: str, title: str | None) -> str:
            kind = _leads.lead(line, self._tongues, title)
            return kind or _stamps.lead(line, self._known, self._tongues)

        return functools.lru_cache(maxsize=_LINES)(lead)

    def _is_stamp(self, line: str) -> bool:
        """Whether a line without a label is a date, perhaps with more behind it."""
        if not _stamps.may_be_dated(line):
            return False
        kind = _leads.lead(line, self._tongues)
        return kind == DATED or (not kind and _stamps.is_dated(line, self._known, self._tongues))

    def _is_undated(self, label: str, value: str) -> bool:
        """Whether a label and its value say no day: that of an update, a time alone or how long ago."""
        if not any(map(str.isdigit, value)) or self.field_of(label) != "modified":
            return False
        return _dates.is_clock(value) or _labels.is_button(value, self._tongues)

    def _fits(self, label: str, value: str) -> bool:
        """Whether a line can be what *label* says: for an address, one; else no sentence."""
        if self.field_of(label) == "url":
            return _ADDRESS.search(value) is not None
        return not _leads.is_sentence(value)

    def _is_short(self, label: str) -> bool:
        """Whether what *label* says is no text of any kind: names, or a date."""
        member = self.members.get(self.field_of(label))
        return member is not None and not isinstance(member.codec, (Text, Target))

    @functools.cached_property
    def _tongues(self) -> tuple[str, ...] | None:
        """The languages of labels; that of the source, if it is known, decides what is contested."""
        known = None if self.profile is None else self.profile.source.language
        if known is None or self.languages is not None:
            return self.languages
        return (known, *_labels.tags())

    def _named(self, name: str) -> tuple[str, int]:
        """The field of a label: of the format's words, or of a language, these the weaker."""
        field, rank = super()._named(name)
        if not field and name in _leads.FIELDS and _leads.FIELDS[name] in self.members:
            return _leads.FIELDS[name], _LEAD
        if field or name[:1] == "#":
            return field, rank
        key = _labels.spelling(name)
        for rank, weak in ((_SURE, False), (_WEAK, True)):
            field = _labels.known(self._tongues, weak=weak).spelled(key)
            if field in self.members:
                return field, rank
        return "", 0

    def languages_of(self, name: str) -> tuple[str, ...]:
        """The languages whose newsrooms print this label."""
        return _labels.language_of(name)

    def _name_in(self, scan: Scan, field: str) -> str:
        """The label for *field* in the language that most labels of the text have."""
        own = self.name_of(field)
        if self.profile is not None and field in self.profile.labels:
            return own
        names = [slot.name for slot in scan.slots if slot.name[:1] != "#"]
        ours = sum(fold(name) in self._known.known for name in names)
        votes = Counter(tag for name in names for tag in _labels.language_of(name))
        best, count = votes.most_common(1)[0] if votes else ("", 0)
        label = _labels.first(field, best) if count > ours else None
        return label if label and self._named(label)[0] == field else own

    def _names(self, attribute: attrs.Attribute[Any]) -> tuple[str, ...]:
        own = {} if self.profile is None else self.profile.labels
        names = super()._names(attribute)
        return (*own.get(attribute.name, ()), *names, *self.labels.get(attribute.name, ()))

    def scan(self, text: str) -> Scan:
        """Find the heading, label lines, source line, dateline and body; never raises."""
        found = None if self._shapes is None else self._shapes.scan(text)
        return self._scanned(text) if found is None else found

    def _scanned(self, text: str) -> Scan:
        """The same, line by line."""
        must_be("text", text, str, "a text")
        header = headers.scan(text, self._known)
        scan = self._with_front(text, header)
        if self._shapes is not None:
            self._shapes.meet(text, header, scan)
        return scan

    def parts(self, text: str) -> Parts:
        """The places of several snippets in one text."""
        return series.parts(text, self._known)

    def _with_front(self, text: str, scan: Scan) -> Scan:
        """*scan* with what the body begins with as slots of its own."""
        scan = self._without_said(self._parted(text, scan))
        at = _body_at(scan)
        if at == len(scan.slots):
            return scan
        head, body, tail = scan.slots[:at], scan.slots[at], scan.slots[at + 1 :]
        found, _ = self.assign(scan)
        front = self._front(text, body, sourced="source" in found, datelined="dateline" in found)
        return scan._replace(slots=(*head, *front, *tail))

    def _parted(self, text: str, scan: Scan) -> Scan:
        """*scan* with what stands behind a date on its line, or a date behind a name, as slots."""
        slots = list(scan.slots)
        fields = self._dated | _stamps.TRAILED
        places = {n: field for field, n in self.assign(scan)[0].items() if field in fields}
        places |= {n: "" for n, slot in enumerate(slots) if slot.name in (BYLINE, DATED, HOSTED)}
        places |= {n: "source" for n, slot in enumerate(slots) if self._runs_on(text, slot)}
        for n in sorted(places, reverse=True):
            found = self._pieces(text, slots[n], places[n])
            if found:
                slots[n : n + 1] = headers.split(text, slots[n], found)
        return scan._replace(slots=tuple(slots)) if slots != [*scan.slots] else scan

    def _runs_on(self, text: str, slot: Slot) -> bool:
        """Whether a label is unknown and has a wide colon: a date may stand behind its value, too."""
        is_wide = slot.name[:1] != "#" and headers.has_wide_colon(text[slot.begin : slot.start])
        return is_wide and not self.field_of(slot.name)

    def _pieces(self, text: str, slot: Slot, field: str) -> list[_stamps.Piece]:
        """The pieces that the value of a line is more than one of."""
        if slot.name in (BYLINE, HOSTED):
            return _stamps.signed(str(slot.value), self._known, self._tongues)
        if slot.name == DATED:
            return _stamps.pieces(str(slot.value), self._known, self._tongues)
        if field in _stamps.TRAILED:
            is_wide = headers.has_wide_colon(text[slot.begin : slot.start])
            return _stamps.behind(field, str(slot.value), is_wide=is_wide)
        found = _stamps.pieces(str(slot.value), self._known, self._tongues)
        is_posted = any(_is_posted(str(slot.value), piece) for piece in found)
        return [] if is_posted and _has_colon(text, slot) else found

    @functools.cached_property
    def _dated(self) -> frozenset[str]:
        """The fields that are dates."""
        return frozenset(field for field, member in self.members.items() if member.is_dated)

    def _without_said(self, scan: Scan) -> Scan:
        """*scan* without the lines that have no label, and say nothing or what a label says."""
        names = {slot.name for slot in scan.slots}
        if names.isdisjoint((IDLE, BUTTON, *_leads.FIELDS)):
            return scan
        said = {self.field_of(slot.name) for slot in scan.slots if slot.name[:1] != "#"}
        dropped = {name for name, field in _leads.FIELDS.items() if field in said}
        dropped |= {IDLE, BUTTON}
        return scan._replace(slots=tuple(slot for slot in scan.slots if slot.name not in dropped))

    def rule(self, text: str, scan: Scan, index: int) -> tuple[str, float]:
        """The rule that found slot number *index*, and its confidence."""
        slot = scan.slots[index]
        if slot.name in _RULES:
            return _RULES[slot.name]
        before, behind = text[slot.begin : slot.start], index > _body_at(scan)
        where = ", behind the body" if behind else ""
        if slot.name == TITLE:
            marked = "#" in before or text[slot.end : slot.stop].strip(" \t\r\n")
            return ("the heading", 1.0) if marked else ("a line that is no sentence", 0.8)
        if not _has_colon(text, slot):
            below = "\n" in before or "\r" in before
            how = "the line below the label" if below else "a date behind the label"
            return f"{how} {slot.name!r}{where}", 0.9
        return f"the label {slot.name!r}{where}", 0.9 if behind else 1.0

    def _front(self, text: str, body: Slot, *, sourced: bool, datelined: bool) -> list[Slot]:
        """The slots that *body* begins with, where no label says them already, and the rest."""
        slots, end = list[Slot](), body.end
        if not sourced and (line := _source_line(text, body)) is not None:
            slots.append(line)
            if line.stop == end:
                return slots
            start = body_start(text, line.stop)
            body = Slot(BODY, text[start:end], start, end, line.stop, end)
        if not datelined and (line := _dateline(text, body)) is not None:
            slots.append(line)
            if line.stop == end:
                return slots
            body = Slot(BODY, text[line.stop : end], line.stop, end, line.stop, end)
        return [*slots, body]

    def read(self, text: str, scan: Scan | None = None) -> Reading[A]:
        """The article and the flaws; a text of a frequent shape is read without its spans."""
        if scan is None and self._shapes is not None:
            article = self._shapes.read(text)
            if article is not None:
                return flawless(article)
            scan = self._scanned(text)
        return super().read(text, scan)

    def quick(self, text: str | bytes) -> A | None:
        """The article of a text of a frequent shape, or of its bytes; else None."""
        if self._shapes is None:
            return None
        if isinstance(text, str):
            return self._shapes.read(text)
        return None if 0 in text else self._shapes.read_bytes(text)

    def says(self, text: str, article: A) -> bool:
        """Whether *text* is of a frequent shape, and its values are those of *article*."""
        return self._shapes is not None and self._shapes.says(text, article)

    @functools.cached_property
    def _shapes(self) -> Shapes[A] | None:
        """The shapes met often; None for an heir that finds or reads things in its own way."""
        how = ("read", "scan", "assign", "fold", "_extra", "_front")
        return Shapes(self, self._known) if self._keeps(Snippet, how) else None

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        """The splice that replaces a value; a by-line or source that needs a label gets one."""
        slot = scan.slots[index]
        is_paper = slot.name == HOSTED and self._lead(str(value), None) == HOSTED
        if slot.name in (SOURCE, HOSTED) and not is_paper and _HOST.fullmatch(str(value)) is None:
            if text[scan.end : slot.begin].strip(" \t\r\n"):
                raise ValueError(
                    "below a fence a line without a label names a source by its host only; set it to"
                    " None first, then the new one gets a label"
                )
            value = f"{self._name_in(scan, 'source')}: {value}".rstrip(" ")
        is_alone = text[slot.begin - 1 : slot.begin] in ("", "\r", "\n", "\ufeff")
        if slot.name == BYLINE and is_alone and not self._is_byline(value):
            value = f"{self._name_in(scan, 'byline')}: {value}"
        if slot.name == ADDRESSED and _leads.lead(str(value)) != ADDRESSED:
            value = f"{self._name_in(scan, 'url')}: {value}"
        return headers.replace(text, scan, index, value)

    def _is_byline(self, line: Plain) -> bool:
        """Whether a line of its own is told to be a by-line by how it looks."""
        return self._lead(str(line), "") == BYLINE

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        """The splice that removes a line (or the body)."""
        return headers.remove(text, scan, index)

    def _place(self, field: str, found: dict[str, int], scan: Scan) -> int:
        """The same; empty labels that end a header to say what does not follow stay behind all lines."""
        first, lines = _lines(scan, "")
        end, guards = first + len(lines), {found.get(name) for name in self._guarded}
        while end - 1 in guards and not scan.slots[end - 1].value:
            end -= 1
        return super()._place(field, {name: n for name, n in found.items() if n < end}, scan)

    @functools.cached_property
    def _guarded(self) -> list[str]:
        """The fields of which an empty label says no more than none does."""
        names = ("source", "dateline")
        return [name for name in names if default_of(self.members[name].attribute) is None]

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        """The splice that adds a label line, or the body at the end."""
        if name == BODY and scan.slots and scan.slots[-1].name == DATELINE:
            return Edit(len(text), len(text), headers.body_text(value))
        where = "lines of the title" if name == TITLE else "lines"
        first, lines = scan.once(where, lambda: _lines(scan, name))
        index = min(max(index - first, 0), len(lines))
        end = scan.end if scan.slots[-1:] != lines[-1:] else len(text)
        lines_only = scan._replace(slots=lines, end=end)
        return headers.insert(text, lines_only, index, name, value, self._known)

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        """A new text: heading and label lines between fences, a blank line, the body."""
        lines, body = ["---"], ""
        for name, value in items:
            if name == BODY:
                body = "\n" + headers.body_text(value)
            elif name == TITLE:
                lines.append(self._titled(headers.line_of(value)))
            else:
                lines.append(
                    f"{headers.label_of(name, self._known)}: {headers.line_of(value)}".rstrip(" ")
                )
        lines += self._guards(lines, body)
        return "\n".join([*self._told(lines), "---", body])

    def _titled(self, title: str) -> str:
        """The heading; a label line for a title that would be read there as one in bold or italics."""
        labels = [name for name in self.members["title"].names if name != TITLE]
        if labels and headers.marks_of(title):
            return f"{labels[0]}: {title}"
        return f"## {headers.closed(title)}".rstrip(" ")

    def _guards(self, lines: list[str], body: str) -> list[str]:
        """Empty labels that keep the beginning of a body from reading as source or dateline.

        And one that tells a snippet from front matter, where there is no heading or sure label to.
        """
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
        if not (guards or _is_headed(lines) or labelled & self._telling) and len(lines) > 1:
            guards.append(f"{self.name_of('source')}:")
        return guards

    @functools.cached_property
    def _telling(self) -> frozenset[str]:
        """The labels, folded, that tell by themselves that a text is a snippet."""
        names = {fold(name) for names in self.words.values() for name in names}
        return frozenset(names - {fold(one) for one in self.weak})

    def _told(self, lines: list[str]) -> list[str]:
        """*lines* with those listed that would be keys of front matter, where no heading tells."""
        if _is_headed(lines):
            return lines
        return [f"- {line}" if line[:1].islower() else line for line in lines]


def _is_headed(lines: Iterable[str]) -> bool:
    return any(line[:1] == "#" for line in lines)


def _has_colon(text: str, slot: Slot) -> bool:
    return _COLON.search(text, slot.begin, slot.start) is not None


def _is_posted(value: str, piece: _stamps.Piece) -> bool:
    """Whether a piece of *value* is a place, or categories that only ``in`` stands before."""
    lead = value[piece.begin : piece.start]
    return piece.name in (_leads.CATEGORIES, IDLE) and ":" not in lead


def _body_at(scan: Scan) -> int:
    """The number of the body's slot; how many slots there are, if there is none."""

    def found() -> int:
        return next((n for n, slot in enumerate(scan.slots) if slot.name == BODY), len(scan.slots))

    return scan.once("body", found)


def _lines(scan: Scan, name: str) -> tuple[int, tuple[Slot, ...]]:
    """The lines that a new one called *name* goes between, and the number of the first.

    Behind the body only where others are. What the body begins with stands behind all lines.
    """
    at = _body_at(scan)
    tail = tuple(slot for slot in scan.slots[at + 1 :] if name != TITLE and slot.name != ADDRESSED)
    if tail:
        return at + 1, tail
    return 0, tuple(slot for slot in scan.slots[:at] if slot.name not in (SOURCE, DATELINE))


def _source_line(text: str, body: Slot) -> Slot | None:
    """The line with a host name alone that *body* begins with; its blank line goes with it."""
    found = source_at(text, body.start)
    if found is None or found.end() > body.end:
        return None
    start, end = found.span("name")
    return Slot(SOURCE, found["name"], start, end, start, found.end())


def _dateline(text: str, body: Slot) -> Slot | None:
    """The dateline that *body* begins with, up to the first word after its dash."""
    found = datelines.front(text, body.start)
    if found is None or found.stop > body.end:
        return None
    said = text[found.start : found.end]
    return Slot(DATELINE, said, found.start, found.end, found.begin, found.stop)
