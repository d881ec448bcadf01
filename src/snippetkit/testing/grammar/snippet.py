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
from snippetkit.formats._met import DATELINE, SOURCE
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Moment
from snippetkit.model.value import field_types
from snippetkit.syntax.headers import BODY, BYLINE, DATED, HOSTED, SUBTITLE, TITLE, fold
from snippetkit.testing.grammar.body import END, FIRST_LINES, add_body, rests
from snippetkit.testing.grammar.draft import Draft, Pen, chance, one_of
from snippetkit.testing.grammar.entries import encoded
from snippetkit.testing.moments import spelled_dates
from snippetkit.testing.strategies import plain_values, texts

__all__ = ["snippets"]

_EOL = re.compile(r"\r\n|\r|\n")

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
    """A snippet: all that the module of the format says may be there, in any spelling."""
    pen = Pen(draw)
    if chance(draw, 8):
        pen.add("\ufeff")
    fenced = draw(st.booleans())
    entries = draw(_entries(format))
    begun = bool(entries) and entries[0].known
    if begun and entries[0].raw and not fenced and chance(draw, 4):
        return _tailed(draw, pen, format, [entry for entry in entries if entry.raw])
    titled = draw(st.sampled_from(["heading", "heading", "plain", "", "below"]))
    if not entries and not fenced:
        titled = "heading"
    elif titled == "below" and (fenced or not begun or _says_title(format, entries)):
        titled = ""
    if not fenced and not titled and not any(entry.known for entry in entries):
        return _headless(draw, pen)
    pen.blanks(3)
    if fenced:
        _fence(pen)
    _header(draw, pen, format, entries, titled, fenced)
    if fenced or (titled != "below" and chance(draw, 4)):
        pen.blanks()
        _fence(pen)
        fenced = True
    _ending(draw, pen, format, bodied=titled == "below", fenced=fenced)
    return pen.draft()


def _says_title(format: Snippet[Any], entries: list[_Entry]) -> bool:
    return any(format.field_of(entry.label) == "title" for entry in entries)


def _tailed(draw: st.DrawFn, pen: Pen, format: Snippet[Any], entries: list[_Entry]) -> Draft:
    """Label lines behind the body, perhaps below a fence; a heading in front of it, perhaps not."""
    first = "It rained."  # no title: a sentence
    if chance(draw, 2):
        _heading(draw, pen)
        pen.eol()
        first = draw(one_of(FIRST_LINES))
    pen.slot(BODY, f"{first}{draw(one_of(_GAPS))}More.")
    pen.eol()
    pen.some("", " ")
    pen.eol()
    if chance(draw, 3):
        _fence(pen)
    for entry in entries:
        if entry.known:
            pen.blanks(1)
        _label_line(draw, pen, format, entry, entries, alone=False)
    return pen.draft()


def _fence(pen: Pen) -> None:
    pen.some("---", "---", "------", "--- ", "---\t")
    pen.eol()


def _headless(draw: st.DrawFn, pen: Pen) -> Draft:
    """No header at all: everything behind the BOM is the body."""
    raw = draw(st.sampled_from(["", "\n", " \r\n"])) + "It rained.\n" + draw(rests())
    pen.slot(BODY, raw + END)
    return pen.draft()


@st.composite
def _entries(draw: st.DrawFn, format: Snippet[Any]) -> list[_Entry]:
    """Label lines: each field once, under any of its names; perhaps one twice; unknown ones."""
    must = [
        name
        for name, member in format.members.items()
        if default_of(member.attribute) is attrs.NOTHING
    ]
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
    """The values of label lines: no line end, no blanks around."""
    wild = texts(("Category: ", "## ", "---", "[x](#)", "http://", "**")).map(
        lambda text: _EOL.sub("", text).replace(" |", "¦").strip(" \t")
    )
    return st.one_of(
        st.sampled_from([*_TITLES, "x: y", "A, B", "a\x85b", "a\u2028b", "a\x0cb", ""]), wild
    )


def _header(  # noqa: C901
    draw: st.DrawFn,
    pen: Pen,
    format: Snippet[Any],
    entries: list[_Entry],
    titled: str,
    fenced: bool,
) -> None:
    """Heading and label lines; blank lines only where they end no header."""
    if titled == "plain":
        pen.slot(TITLE, draw(st.sampled_from(_TITLES)))
        pen.some("", " ")
        pen.eol()
        if not fenced:
            entries = [entry for entry in entries if entry.known]
            if entries and entries[0].raw and chance(draw, 6):
                pen.some("====", "=========", "-----")
                pen.eol()
    if not fenced:
        entries = [_no_sentence(entry) for entry in entries]
    at = draw(st.integers(0, len(entries))) if titled == "heading" else -1
    if at > 0 and not fenced and not entries[0].known:
        at = 0
    barred = False
    for number, entry in enumerate(entries):
        if number == at:
            _heading(draw, pen)
            barred = False  # it begins a row of its own
        led = not number and entry.known and bool(entry.raw) and pen.plan and chance(draw, 2)
        if led:
            _unlabelled(draw, pen, format, entries)
        if not fenced and not entry.known and not pen.plan:
            continue  # an unknown label cannot begin a header without fences
        # Behind a bar in a row of label lines an unknown one is one, too.
        may_follow = (entry.known or barred) and pen.plan and pen.plan[-1].raw
        barred = bool(may_follow) and chance(draw, 4 if barred else 8)
        if barred:
            pen.join(" | ")
        elif not led and (fenced or (entry.known and pen.plan)):
            pen.blanks()
        _label_line(draw, pen, format, entry, entries, alone=not (barred or led))
    if at == len(entries):
        _heading(draw, pen)
    if titled == "below":
        pen.eol()
        pen.slot(TITLE, draw(st.sampled_from(_TITLES)))
        pen.eol()


def _no_sentence(entry: _Entry) -> _Entry:
    """*entry* with a value that is no sentence, for which an unknown label does not count."""
    is_any = entry.known or not entry.raw
    return entry if is_any else entry._replace(raw=f"{entry.raw} x")


def _unlabelled(draw: st.DrawFn, pen: Pen, format: Snippet[Any], entries: list[_Entry]) -> None:
    """One or two lines without a label, of what no label says."""
    said = {format.field_of(entry.label) for entry in entries}
    names = [name for name in _LEADS if format.field_of(name) not in said]
    chosen = st.lists(st.sampled_from(names), max_size=2, unique=True) if names else st.just([])
    for name in draw(chosen):
        pen.slot(name, draw(st.sampled_from(_LEADS[name])))
        pen.some("", " ")
        pen.eol()


def _heading(draw: st.DrawFn, pen: Pen) -> None:
    raw = draw(_lines_of_text())
    pen.some("#", "##", "######")
    pen.some(" ", "  ", "\t") if raw else pen.some("", " ")
    pen.slot(TITLE, raw)
    if raw[-1:] == "#" or (raw and chance(draw, 8)):
        pen.some(" #", " ##", "\t######")
    pen.some("", " ") if raw else pen.add("")
    pen.eol()


def _behind_date(draw: st.DrawFn, pen: Pen, format: Snippet[Any], entries: list[_Entry]) -> None:
    """A name and categories behind a date, of which no label and no other line says anything."""
    said = {format.field_of(entry.label) for entry in entries}
    said |= {format.field_of(slot.name) for slot in pen.plan}
    if "byline" not in said and draw(st.booleans()):
        pen.some(" by ", " von ", ", par ")
        pen.slot(BYLINE, draw(st.sampled_from(["Ayesha Khan", "A. Khan and B. Ali", "张三"])))
    if "categories" not in said and draw(st.booleans()):
        pen.some(" in ", " dans ")
        pen.slot(CATEGORIES, draw(st.sampled_from(["Weather", "A, B", "موسم، زراعت"])))


def _label_line(
    draw: st.DrawFn,
    pen: Pen,
    format: Snippet[Any],
    entry: _Entry,
    entries: list[_Entry],
    *,
    alone: bool = True,
) -> None:
    """One of *entries* in any of the ways that are read; *alone* on its line or not."""
    manner = draw(st.sampled_from(["colon", "colon", "marked", "next line", "bare", "italic"]))
    close = ""
    safe = _SAFE.fullmatch(entry.raw) is not None
    begin = len(pen.text)
    spelled = draw(st.sampled_from([entry.label, entry.label.upper(), entry.label.lower()]))
    label = spelled if fold(spelled) == fold(entry.label) else entry.label
    if manner == "next line" and safe and entry.known and alone:
        pen.add(label)
        pen.some("", " ")
        pen.eol()
    elif manner == "bare" and entry.label in format.bare and any(map(str.isdigit, entry.raw[:60])):
        pen.add(f"{label} ")
    elif manner == "italic" and entry.raw and {"*", "_"}.isdisjoint(entry.raw):
        close = draw(st.sampled_from(["**", "__", "*", "_"]))
        pen.some("", "- ")
        pen.add(f"{close}{label}: ")
    else:
        mark = draw(st.sampled_from(["**", "__", "*"])) if manner == "marked" else ""
        pen.some("", "- ", "* ", "• ") if mark else pen.add("")
        pen.add(mark + label)
        pen.some(f"{mark}:", f":{mark}", f"{mark} :") if mark else pen.some(
            ":", " :", "\t:", "：", "\xa0:", "\u202f:"
        )
        # Right behind the colon these would read as bold or as an address.
        pen.some(" ", "  ", "\t") if mark or entry.raw[:1] in tuple("*_/") else pen.some(
            " ", " ", "", "\t"
        )
    is_bare = ":" not in pen.text[begin:] and "：" not in pen.text[begin:]
    pen.slot(label, entry.raw)
    if alone and is_bare and "12, 2025" in entry.raw and not entry.flawed and chance(draw, 2):
        _behind_date(draw, pen, format, entries)
    pen.add(close)
    if entry.flawed:
        pen.flawed.append((begin, len(pen.text)))
    pen.some("", "", " ", "\t") if entry.raw else pen.add("")
    pen.eol()


def _ending(draw: st.DrawFn, pen: Pen, format: Snippet[Any], *, bodied: bool, fenced: bool) -> None:
    """Nothing more, or a blank line and the body, perhaps behind a source line and a dateline."""
    if chance(draw, 6) and len(pen.plan) > 1 and not bodied:
        return
    pen.some("", " ")
    pen.eol()
    named = {format.field_of(slot.name) for slot in pen.plan}
    if chance(draw, 3) and "source" not in named:
        pen.slot(SOURCE, "kiwi.example")
        pen.eol()
        pen.eol()
    if chance(draw, 3) and "dateline" not in named:
        said, marks = draw(st.sampled_from(_DATELINES))
        pen.slot(DATELINE, said)
        pen.some(*marks)
    elif len(pen.plan) > 1 and pen.plan[-1].name != SOURCE and not bodied and chance(draw, 6):
        pen.slot(BODY, "")
        return
    labelled = fenced or any(slot.name not in (TITLE, SOURCE, DATELINE) for slot in pen.plan)
    untitled = not fenced and "title" not in named
    add_body(draw, pen, "" if labelled else END, untitled=untitled)
