"""The grammar of snippets."""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

import attrs
from hypothesis import strategies as st

from snippetkit.convert import default_of
from snippetkit.formats import Format
from snippetkit.formats import _labels as label_table
from snippetkit.formats._leads import CATEGORIES
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Moment
from snippetkit.model.value import field_types
from snippetkit.syntax.headers import (
    BODY,
    BYLINE,
    DATED,
    DATELINE,
    HOSTED,
    SOURCE,
    SUBTITLE,
    TITLE,
    bared,
    fold,
)
from snippetkit.testing.grammar.body import END, FIRST_LINES, add_body, as_text, rests
from snippetkit.testing.grammar.draft import Draft, Pen, chance, one_of
from snippetkit.testing.grammar.entries import encoded
from snippetkit.testing.moments import spelled_dates
from snippetkit.testing.strategies import plain_values, texts

__all__ = ["snippets"]

_EOL = re.compile(r"\r\n|\r|\n")
_PARTS_ITEMS = re.compile(" \\||[|\u3000](?=.*[:：])")

_DATES = (
    "2025-09-12",
    "September 12, 2025",
    "2025-09",
    "Fri, Apr 24 2026 10:38:19 pm",
    "2026-04-24T22:38:19+05:00",
    "12 September 2025",
)
_NAME_LINES = (
    ",English,International - ,Snippets",
    "Weather",
    "A, B",
    "a; b",
    "x | y",
    "موسم، زراعت",
    "天气、北京",
    "#rain #موسم",
    "#rain, #farm-land",
    "",
)
_RAWS: dict[str, tuple[str, ...]] = {
    "categories": _NAME_LINES,
    "tags": _NAME_LINES,
    "authors": ("Ayesha Khan", "A. Khan, B. Ali", ""),
    "url": ("https://rki.news/rain", "[Click Here](#)", "[Click Here](https://rki.news/)", "#"),
    "source": ("rki.news", "Radio Kiwi", "[Radio Kiwi](https://rki.news/)", "[Radio Kiwi](#)", ""),
    "dateline": (
        *("Tashkent, September 12, 2025", "NAIROBI, Kenya (AP)", "SALVADOR, Feb 26", "Oslo", ""),
        *("MIAMI, April 24, 2026 /PRNewswire/", "Москва. 12 сентября. ИНТЕРФАКС", "(Reuters)"),
        *("Ташкент, 12 сентября 2025 г. (ТАСС)", "北京, 2025年9月12日", "新华社北京9月12日电"),
        *("नई दिल्ली, 12 सितंबर (भाषा)", "【ワシントン時事】", "(서울=연합뉴스)"),
    ),
}
"""Spellings that no codec would write."""
_DATELINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Tashkent, September 12, 2025", (" – ", " -- ", "— ", "\n– ", " –\n", " –\n\n")),
    ("NAIROBI, Kenya (AP)", (" – ", " _ ", " -- ", ": ")),
    ("NAIROBI,\nKenya (AP)", (" – ", " -- ")),
    ("SALVADOR, Feb 26\n(Reuters)", (" - ",)),
    ("WASHINGTON", (" – ", "— ", "- ", " -- ", ": ")),
    ("RALEIGH , N.C.", (" -- ", "— ")),
    ("SALVADOR, Feb 26", (" - ", ": ")),
    ("MIAMI, April 24, 2026 /PRNewswire/", (" -- ", " - ")),
    ("NEW YORK--(BUSINESS WIRE)", ("--",)),
    ("TORONTO--(Marketwired - Sep 12, 2025)", (" - ",)),
    ("Miami – April 24, 2026", (" – ", "\n– ")),
    ("(Reuters)", (" - ", " — ")),
    ("(ANSA) - ROMA, 12 SET", (" - ",)),
    ("12 сентября, Минск /Корр. БЕЛТА/", (". ",)),
    ("Москва. 12 сентября. ИНТЕРФАКС", (" - ",)),
    ("नई दिल्ली, 12 सितंबर (भाषा)", (" ", "। ")),
    ("اسلام آباد۔12ستمبر (اے پی پی)", (":", ": ")),
    ("新华社北京9月12日电", ("", " ")),
    ("【ワシントン時事】", ("",)),
    ("(서울=연합뉴스)", (" ",)),
)
"""Datelines in front of a body, each with the marks that may stand behind it."""
_UNKNOWN = ("Editor", "Contact person", "Case #", "نگران", "Zimmer", "Editor in chief")
_TITLES = ("Rain at last", "بارش", "持续降雨", "Council votes 7-2")
_LEADS = {
    BYLINE: ("By Ayesha Khan", "Par Marie Dupont et Jean Petit", "홍길동 기자", "PTI"),
    DATED: ("8 September, 2025 | 10:38 pm PKT", "Fri, Apr 24 2026 10:38:19 pm", "2025年9月12日"),
    HOSTED: ("rki.news", "Dawn.com"),
    SUBTITLE: ("A dry year ends", "زراعت", "“No more,” says the council"),
}
"""Lines without a label below a title."""
_SAFE = re.compile("[A-Z][A-Za-z]+ [a-z ]+|September 12, 2025|2025-09")
_GAPS = ("", "\n", "\n\n", "\n\n---\n\n")


class _Entry(NamedTuple):
    """A label line to be."""

    label: str
    raw: str
    flawed: bool
    known: bool


@st.composite
def snippets(draw: st.DrawFn, format: Snippet[Any]) -> Draft:
    """A snippet with everything that the format's module allows, in any spelling."""
    return _Pen(draw, format).snippet()


class _Pen(Pen):
    """Writes a snippet; what each method does goes on where the one before stopped."""

    def __init__(self, draw: st.DrawFn, format: Snippet[Any]) -> None:
        super().__init__(draw)
        self.format = format
        self.entries: list[_Entry] = []
        """The label lines to be."""
        self.fenced = False
        """Whether a fence stands above, and one is to stand below."""
        self.opened = False
        """Whether the text begins with one: then no label lines stand behind its body."""

    def snippet(self) -> Draft:
        """All of it."""
        if self.chance(8):
            self.add("\ufeff")
        self.fenced = self.opened = self.draw(st.booleans())
        self.entries = self.draw(_entries(self.format))
        begun = bool(self.entries) and self.entries[0].known
        if begun and self.entries[0].raw and not self.fenced and self.chance(4):
            return self.tailed()
        titled = self.draw(st.sampled_from(["heading", "heading", "plain", "", "below"]))
        if not self.entries and not self.fenced:
            titled = "heading"
        elif titled == "below" and (self.fenced or not begun or "title" in self.said()):
            titled = ""
        if not self.fenced and not titled and not any(entry.known for entry in self.entries):
            return self.headless()
        self.blanks(3)
        if self.fenced:
            self.fence()
        self.header(titled)
        if self.fenced or (titled != "below" and self.chance(4)):
            self.blanks()
            self.fence()
            self.fenced = True
        self.ending(bodied=titled == "below")
        return self.draft()

    def said(self) -> set[str]:
        """The fields that the label lines say."""
        return {self.format.field_of(entry.label) for entry in self.entries}

    def written(self) -> set[str]:
        """The fields that are said so far."""
        return {self.format.field_of(slot.name) for slot in self.plan}

    def tailed(self) -> Draft:
        """Label lines behind the body, perhaps below a fence; a heading in front of it, perhaps not."""
        filled = [entry for entry in self.entries if entry.raw]
        labels = [entry.label for entry in filled]
        # What stood twice may stand once now.
        self.entries = [
            entry for entry in filled if not entry.flawed or labels.count(entry.label) > 1
        ]
        if not self.entries or not self.entries[0].known:
            return self.headless()
        if not self.said().issuperset(_required(self.format)):
            self.flawed.append((0, 0))
        first = "It rained."  # no title: a sentence
        if self.chance(2):
            self.heading()
            self.eol()
            first = self.draw(one_of(FIRST_LINES))
        self.slot(BODY, f"{first}{self.draw(one_of(_GAPS))}More.")
        self.eol()
        self.some("", " ")
        self.eol()
        if self.chance(3):
            self.fence()
        for entry in self.entries:
            if entry.known:
                self.blanks(1)
            self.label_line(entry, alone=False)
        return self.draft()

    def headless(self) -> Draft:
        """No header at all: everything behind the BOM is the body."""
        self.flawed += [(0, 0)] * bool(_required(self.format))  # it says no field but the body
        front = self.draw(st.sampled_from(["", "\n", " \r\n"]))
        self.slot(BODY, front + as_text(f"It rained.\n{self.draw(rests())}{END}", untitled=True))
        return self.draft()

    def fence(self) -> None:
        """A line that begins or ends the header."""
        self.some("---", "---", "------", "--- ", "---\t")
        self.eol()

    def header(self, titled: str) -> None:
        """Heading and label lines; blank lines only where they end no header."""
        if titled == "plain":
            self.plain_title()
        entries = self.entries if self.fenced else [_no_sentence(one) for one in self.entries]
        at = self.draw(st.integers(0, len(entries))) if titled == "heading" else -1
        if at > 0 and not self.fenced and not entries[0].known:
            at = 0
        barred = False
        for number, entry in enumerate(entries):
            if number == at:
                self.heading()
                barred = False  # it begins a row of its own
            barred = self.line(entry, first=not number, barred=barred)
        if at == len(entries):
            self.heading()
        if titled == "below":
            self.eol()
            self.slot(TITLE, self.draw(st.sampled_from(_TITLES)))
            self.eol()

    def plain_title(self) -> None:
        """A title without a mark, perhaps underlined: without fences only known labels follow it."""
        self.slot(TITLE, self.draw(st.sampled_from(_TITLES)))
        self.some("", " ")
        self.eol()
        if not self.fenced:
            self.entries = [entry for entry in self.entries if entry.known]
            if self.entries and self.entries[0].raw and self.chance(6):
                self.some("====", "=========")  # dashes are a fence unless a label is right below
                self.eol()

    def heading(self) -> None:
        """A title behind its mark."""
        raw = self.draw(_lines_of_text())
        if raw[:1] in ("*", "_"):  # which might be the mark of bold or italics
            raw = f"x{raw}"
        mark = self.draw(st.sampled_from(["", "", "", "", "**", "__", "*", "_", "***"]))
        mark = mark if raw and mark[:1] not in raw else ""
        self.some("#", "##", "######")
        self.some(" ", "  ", "\t") if raw else self.some("", " ")
        self.add(mark)
        self.slot(TITLE, raw)
        self.add(mark)
        if (raw + mark)[-1:] == "#" or (raw and self.chance(8)):
            self.some(" #", " ##", "\t######")
        self.some("", " ") if raw else self.add("")
        self.eol()

    def line(self, entry: _Entry, *, first: bool, barred: bool) -> bool:
        """*entry* on a line of the header, or behind a bar; whether it is *barred*, as the last was."""
        led = first and entry.known and bool(entry.raw) and bool(self.plan) and self.chance(2)
        if led:
            self.unlabelled()
        if not self.fenced and not entry.known and not self.plan:
            return barred  # an unknown label cannot begin a header without fences
        # Behind a bar in a row of label lines an unknown one is one, too.
        may_follow = (entry.known or barred) and self.may_go_on()
        barred = may_follow and self.chance(4 if barred else 8)
        if barred:
            self.join(" | " if self.plan[-1].raw else "| ")
        elif not led and (self.fenced or (entry.known and self.plan)):
            self.blanks()
        self.label_line(entry, alone=not (barred or led))
        return barred

    def may_go_on(self) -> bool:
        """Whether a bar may stand behind the last value; one behind a wide blank has that in it."""
        if not self.plan:
            return False
        name, raw, _, end, _ = self.plan[-1]
        if name != TITLE:
            return raw[-1:] != "\u3000"
        # A mark around the title would lose its end.
        return bool(raw) and raw[-1:] != "\u3000" and {"*", "_"}.isdisjoint(self.text[end:])

    def unlabelled(self) -> None:
        """One or two lines without a label, of what no label says."""
        said = self.said()
        names = [name for name in _LEADS if self.format.field_of(name) not in said]
        chosen = st.lists(st.sampled_from(names), max_size=2, unique=True) if names else st.just([])
        for name in self.draw(chosen):
            self.slot(name, self.draw(st.sampled_from(_LEADS[name])))
            self.some("", " ")
            self.eol()

    def label_line(self, entry: _Entry, *, alone: bool) -> None:
        """*entry* in any of the ways that are read; *alone* on its line or not."""
        begin = len(self.text)
        self.some("", "", "", "\u200f", "\u2067")
        label, close = self.label(entry, alone)
        is_bare = ":" not in self.text[begin:] and "：" not in self.text[begin:]
        self.slot(label, entry.raw)
        is_dated = "12, 2025" in entry.raw and not entry.flawed
        if alone and is_bare and is_dated and self.chance(2):
            self.behind_date()
        self.add(close)
        if entry.flawed:
            self.flawed.append((begin, len(self.text)))
        self.some("", "", " ", "\t", "\u200f", "\xa0 ") if entry.raw else self.add("")
        self.eol()

    def label(self, entry: _Entry, alone: bool) -> tuple[str, str]:
        """What stands in front of a value: the label as it is spelled, and the mark that closes it."""
        manner = self.draw(
            st.sampled_from(["colon", "colon", "marked", "next line", "bare", "italic"])
        )
        spelled = self.draw(
            st.sampled_from([entry.label, entry.label.upper(), entry.label.lower()])
        )
        label = spelled if fold(spelled) == fold(entry.label) else entry.label
        if manner == "next line" and _SAFE.fullmatch(entry.raw) and entry.known and alone:
            self.add(label)
            self.some("", " ", "\u200f")
            self.eol()
            return label, ""
        has_digit = any(map(str.isdigit, entry.raw[:60]))
        if manner == "bare" and entry.label in self.format.bare and has_digit:
            self.add(f"{label} ")
            self.some("", "\u200e")
            return label, ""
        if manner == "italic" and entry.raw and {"*", "_"}.isdisjoint(entry.raw):
            close = self.draw(st.sampled_from(["**", "__", "*", "_"]))
            self.some("", "- ")
            self.add(f"{close}{label}: ")
            return label, close
        self.coloned(label, entry.raw, marked=manner == "marked")
        return label, ""

    def coloned(self, label: str, raw: str, *, marked: bool) -> None:
        """A label and its colon, and what may stand between that and the value."""
        mark = self.draw(st.sampled_from(["**", "__", "*"])) if marked else ""
        self.some("", "- ", "* ", "• ") if mark else self.add("")
        self.add(mark + label)
        if mark:
            self.some(f"{mark}:", f":{mark}", f"{mark} :")
        else:
            self.some(":", " :", "\t:", "：", "\xa0:", "\u202f:", "\u200f:")
        # Right behind the colon these would read as bold, as an address or as blanks.
        apart = mark or raw[:1] in tuple("*_/\xa0\u202f")
        if apart:
            self.some(" ", "  ", "\t")
        else:
            self.some(" ", " ", "", "\t", "\xa0", "\u202f ", "\u200f ", " \u200f")

    def behind_date(self) -> None:
        """A name and categories behind a date, of which no label and no other line says anything."""
        said = self.said() | self.written()
        if "byline" not in said and self.draw(st.booleans()):
            self.some(" by ", " von ", ", par ")
            self.slot(
                BYLINE, self.draw(st.sampled_from(["Ayesha Khan", "A. Khan and B. Ali", "张三"]))
            )
        if "categories" not in said and self.draw(st.booleans()):
            self.some(" in ", " dans ")
            self.slot(CATEGORIES, self.draw(st.sampled_from(["Weather", "A, B", "موسم، زراعت"])))

    def ending(self, *, bodied: bool) -> None:
        """Nothing more, or a blank line and the body, perhaps behind a source line and a dateline."""
        if self.chance(6) and len(self.plan) > 1 and not bodied:
            return
        self.some("", " ")
        self.eol()
        named = self.written()
        if self.chance(3) and "source" not in named:
            self.slot(SOURCE, "kiwi.example")
            self.eol()
            self.eol()
        if self.chance(3) and "dateline" not in named:
            said, marks = self.draw(st.sampled_from(_DATELINES))
            self.slot(DATELINE, said)
            self.some(*marks)
        elif len(self.plan) > 1 and self.plan[-1].name != SOURCE and not bodied and self.chance(6):
            self.slot(BODY, "")
            return
        fronts = (TITLE, SOURCE, DATELINE)
        labelled = self.opened or any(slot.name not in fronts for slot in self.plan)
        untitled = not self.fenced and "title" not in named
        add_body(self, "" if labelled else END, untitled=untitled)


@st.composite
def _entries(draw: st.DrawFn, format: Snippet[Any]) -> list[_Entry]:
    """Label lines: each field once, under any of its names; perhaps one twice; unknown ones."""
    must = _required(format)
    names = [
        name
        for name in format.members
        if name not in (*must, "body", "extra") and _labels(format, name)
    ]
    chosen = draw(st.lists(st.sampled_from(names), max_size=5, unique=True)) + must
    found = [draw(_entry(format, name)) for name in chosen]
    known = {fold(label) for name in format.members for label in _labels(format, name)}
    unknown = [label for label in _UNKNOWN if fold(label) not in known]
    for label in draw(st.lists(st.sampled_from(unknown), max_size=2, unique=True)):
        at = draw(st.integers(0, len(found)))
        found.insert(at, _Entry(label, draw(_lines_of_text()), False, False))
    known_ones = [entry for entry in found if entry.known]
    if known_ones and chance(draw, 12):
        twice = draw(st.sampled_from(known_ones))
        found.append(twice._replace(raw=draw(_lines_of_text()), flawed=True))
    return found


def _required(format: Snippet[Any]) -> list[str]:
    """The fields that every text must give."""
    members = format.members.items()
    return [name for name, member in members if default_of(member.attribute) is attrs.NOTHING]


@functools.lru_cache(maxsize=1024)
def _labels(format: Snippet[Any], name: str) -> list[str]:
    """The labels of a field: the format's own, and a few of what other languages print."""
    own = [label for label in format.members[name].names if label[:1] != "#"]
    return own + [label for label in _printed(name) if format.field_of(label) == name]


@functools.cache
def _printed(name: str) -> tuple[str, ...]:
    """What newsrooms write for a field, in each language of the table."""
    found = (label_table.first(name, tag) for tag in label_table.tags())
    return tuple(label for label in found if label)


@st.composite
def _entry(draw: st.DrawFn, format: Snippet[Any], name: str) -> _Entry:
    label = draw(st.sampled_from(_labels(format, name)))
    dated = "Moment" in str(field_types(format.cls)[name])
    known = format._known.has(label)
    if dated and chance(draw, 12):
        return _Entry(label, "on a fine day", True, known)
    return _Entry(label, draw(_raws(format, name)), False, known)


def _raws(format: Format[Any], name: str) -> st.SearchStrategy[str]:
    """Spellings of values that a label line can have for a field."""
    kind = field_types(format.cls)[name]
    if kind in (str, str | None) and name not in format.codecs:
        return _lines_of_text()
    if kind in (Moment, Moment | None):
        return st.one_of(st.sampled_from(_DATES), spelled_dates().map(lambda date: date.text))
    own = _own_raws(format, name, kind)
    return st.one_of(st.sampled_from(_RAWS[name]), own) if name in _RAWS else own


def _own_raws(format: Format[Any], name: str, kind: Any) -> st.SearchStrategy[str]:
    """What the field's codec writes for plain values."""
    given = plain_values(kind, name).filter(lambda value: value is not None and value != ())
    spelled = given.map(lambda value: encoded(format, name, value))
    return spelled.filter(lambda plain: plain is not None).map(str)


@functools.cache
def _lines_of_text() -> st.SearchStrategy[str]:
    """The values of label lines: no line end, no blanks and no marks of direction around."""
    wild = texts(("Category: ", "## ", "---", "[x](#)", "http://", "**")).map(
        lambda text: bared(_PARTS_ITEMS.sub("¦", _EOL.sub("", text)))
    )
    return st.one_of(
        st.sampled_from([*_TITLES, "x: y", "A, B", "a\x85b", "a\u2028b", "a\x0cb", ""]), wild
    )


def _no_sentence(entry: _Entry) -> _Entry:
    """*entry* with a value that is no sentence, for which an unknown label does not count."""
    is_any = entry.known or not entry.raw
    return entry if is_any else entry._replace(raw=f"{entry.raw} x")
