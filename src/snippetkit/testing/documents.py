"""Strategies for texts: a grammar for each syntax, mutations of what it makes, edits of what it says."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar, cast

import attrs
from hypothesis import strategies as st

from snippetkit.convert import default_of
from snippetkit.document import Document
from snippetkit.formats import Codec, Format
from snippetkit.formats import _labels as label_table
from snippetkit.formats._template import DATELINE, SOURCE
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, Moment, same
from snippetkit.model.value import field_types
from snippetkit.syntax.headers import BODY, TITLE, fold
from snippetkit.syntax.tree import Plain, Stamp
from snippetkit.testing.moments import spelled_dates
from snippetkit.testing.samples import samples_of
from snippetkit.testing.strategies import (
    TRAPS,
    Strategy,
    articles,
    fragments_of,
    plain_values,
    texts,
    values,
)

__all__ = ["Draft", "Planned", "documents", "drafts", "edits", "mutations"]

A = TypeVar("A", bound=Article)

_EOL = re.compile(r"\r\n|\r|\n")


class Planned(NamedTuple):
    """A slot as the grammar put it there."""

    name: str
    raw: str
    """How its value is spelled; none of its characters is trivia."""
    start: int
    end: int
    value: Plain
    """What it says."""


class Draft(NamedTuple):
    """A text, and what stands where by the grammar's own account: an oracle that reads nothing."""

    text: str
    plan: tuple[Planned, ...] | None = None
    """The slots in order; None where nobody knows."""
    flawed: tuple[tuple[int, int], ...] = ()
    """Where a defect was planted."""


def documents(format: Format[Any], samples: Iterable[str] = ()) -> st.SearchStrategy[Draft]:
    """Texts for *format*, mostly right ones: by its grammar, and mutations of those and of *samples*.

    A format that is no kind of one of ours has no grammar: its texts are those that it writes.

    >>> from hypothesis import find
    >>> from snippetkit.formats.snippet import Snippet
    >>> draft = find(documents(Snippet()), lambda draft: draft.plan is not None)
    >>> draft.plan[-1].name, draft.flawed
    ('#body', ())
    """
    return _documents(format, tuple(samples))


@functools.lru_cache(maxsize=64)
def _documents(format: Format[Any], samples: tuple[str, ...]) -> st.SearchStrategy[Draft]:
    # Mutations break most texts of a strict syntax: of JSON three in four.
    ways = [drafts(format), drafts(format), mutations(format, samples)]
    return _up_to(3).flatmap(lambda way: ways[way - 1])


def drafts(format: Format[Any]) -> st.SearchStrategy[Draft]:
    """Texts of *format* by the grammar of its syntax, with the plan."""
    for kind, grammar in _GRAMMARS:
        if isinstance(format, kind):
            return cast("st.SearchStrategy[Draft]", grammar(format))
    return articles(format.cls).map(lambda article: Draft(_written(format, article)))


def _written(format: Format[A], article: A) -> str:
    """As much of *article* as *format* can hold, as it writes it."""
    return format.create(format.losses(article)[1])


# ------------------------------------------------------------------------------------------ mutations


@st.composite
def mutations(draw: st.DrawFn, format: Format[Any], samples: Iterable[str] = ()) -> Draft:
    """A text of *format*, or one of *samples* or of ours, with a few things done to it."""
    seeds = (*samples, *samples_of(format))
    text = (
        draw(st.sampled_from(seeds))
        if bool(seeds) and draw(st.booleans())
        else draw(drafts(format)).text
    )
    junk = st.one_of(st.sampled_from(TRAPS), st.sampled_from(fragments_of(format) or TRAPS))
    for change in draw(st.lists(st.sampled_from(_CHANGES), min_size=1, max_size=4)):
        ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        text = change(
            text, ends[0], min(ends[1], ends[0] + 40), draw(junk) if change is _insert else ""
        )
    return Draft(text)


def _insert(text: str, start: int, end: int, junk: str) -> str:
    return text[:start] + junk + text[start:]


def _delete(text: str, start: int, end: int, junk: str) -> str:
    return text[:start] + text[end:]


def _swap_case(text: str, start: int, end: int, junk: str) -> str:
    return text[:start] + text[start:end].swapcase() + text[end:]


def _truncate(text: str, start: int, end: int, junk: str) -> str:
    return text[:end]


def _duplicate_line(text: str, start: int, end: int, junk: str) -> str:
    lines = _lines(text)
    at = start % len(lines) if lines else 0
    return "".join(lines[: at + 1] + lines[at:])


def _swap_lines(text: str, start: int, end: int, junk: str) -> str:
    lines = _lines(text)
    if lines:
        one, two = start % len(lines), end % len(lines)
        lines[one], lines[two] = lines[two], lines[one]
    return "".join(lines)


_CHANGES = (_insert, _delete, _swap_case, _truncate, _duplicate_line, _swap_lines)


def _lines(text: str) -> list[str]:
    """The lines of *text* with their ends."""
    return [line for line in re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text) if line]


# --------------------------------------------------------------------------------------------- edits


@st.composite
def edits(draw: st.DrawFn, document: Document[A], fragments: Iterable[str] = ()) -> A:
    """What *document* says with one to three fields changed in ways that break lenses.

    A field becomes the same (another object), equal but not the same (where that can be), plain,
    hostile, empty, absent, the value of another field, or that of another article.
    """
    article = document.article
    names = list(field_types(type(article)))
    present = [
        name for name in names if not same(getattr(article, name), _absent(article, name)[0])
    ]
    chosen = st.sampled_from([*names, *present * (2 * len(names) // max(1, len(present)))])
    wanted = {
        name: draw(_new_value(article, name, tuple(fragments)))
        for name in draw(st.lists(chosen, min_size=1, max_size=3, unique=True))
    }
    return evolved(article, wanted)


def evolved(article: A, wanted: Mapping[str, Any]) -> A:
    """*article* with as much of *wanted* as its class takes."""
    for name, value in wanted.items():
        try:
            article = attrs.evolve(article, **{_alias(article, name): value})
        except (TypeError, ValueError):
            continue
    return article


def _alias(article: Article, name: str) -> str:
    return cast(str, getattr(attrs.fields(type(article)), name).alias)


def _absent(article: Article, name: str) -> list[Any]:
    """What field *name* is when nothing is said: its default, where it has one, and None."""
    blank = default_of(getattr(attrs.fields(type(article)), name))
    return [None] if blank is attrs.NOTHING else [blank, None]


def _new_value(article: Article, name: str, fragments: tuple[str, ...]) -> Strategy:
    kind, old = field_types(type(article))[name], getattr(article, name)
    others = [
        getattr(article, other) for other, its in field_types(type(article)).items() if its == kind
    ]
    news = plain_values(kind, name)
    return st.one_of(
        news,
        news,
        values(kind, fragments),
        st.sampled_from([*_absent(article, name), *others, *_near(old)]),
    )


def _near(old: Any) -> Iterator[Any]:
    """Values that are hard to tell from *old*, or a small step away."""
    if isinstance(old, str):
        yield from ("", old + " ", f"{old}x", old.swapcase(), old[:-1])
    elif isinstance(old, tuple):
        yield from ((), old[::-1], old[:-1], old + old[:1])
    elif isinstance(old, Mapping):
        yield dict(reversed(list(old.items())))
        yield {key: _alike(value) for key, value in old.items()}
        yield dict(list(old.items())[:-1])
        yield {**old, "Editor": "A. Khan"}


def _alike(value: Any) -> Any:
    """A value that is equal to *value* but not the same, where there is one."""
    alike: dict[type, Callable[[Any], Any]] = {
        bool: int,
        int: float,
        float: lambda number: -number if number == 0 else number,
    }
    return alike.get(type(value), lambda same: same)(value) if not _is_huge(value) else value


def _is_huge(value: Any) -> bool:
    return isinstance(value, int) and abs(value) > 2**53


# ------------------------------------------------------------------------------ writing down a draft


_NEWLINES = ("\n", "\r\n", "\r")


class _Pen:
    """Writes a text piece by piece and notes what stands where."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.plan: list[Planned] = []
        self.flawed: list[tuple[int, int]] = []
        self.newline = ""
        self.use(draw(_one_of(("\n", "\n", "\r\n", "\r", ""))))

    def use(self, newline: str) -> None:
        """End all lines so from here on; each in any way, if *newline* is empty."""
        self.newline = newline

    def add(self, text: str) -> None:
        """Put *text* down as it is."""
        self.text += text

    def some(self, *pieces: str) -> None:
        """Put one of *pieces* down."""
        self.text += self.draw(_one_of(pieces))

    def slot(self, name: str, raw: str) -> None:
        """Put *raw* down as the value of a slot, which says just that."""
        self.saying(name, raw, raw)

    def saying(self, name: str, value: Plain, raw: str) -> None:
        """Put *raw* down as the value of a slot, which says *value*."""
        start = len(self.text)
        self.text += raw
        self.plan.append(Planned(name, raw, start, len(self.text), value))

    def join(self, bar: str) -> None:
        """Go on behind the last value, which *bar* parts from what is next."""
        self.text = self.text[: self.plan[-1].end] + bar

    def eol(self) -> None:
        """End the line."""
        end = self.newline or self.draw(_one_of(_NEWLINES))
        # LF right after CR would end no line of its own.
        self.text += "\r" if end == "\n" and self.text[-1:] == "\r" else end

    def blanks(self, most: int = 2) -> None:
        """Blank lines, some with blanks in them."""
        for _ in range(self.draw(st.integers(0, most))):
            self.some("", "", " ", "\t ")
            self.eol()

    def draft(self) -> Draft:
        """What was written."""
        at = self.text.find("\0")
        binary = () if at < 0 else ((at, at + 1),)  # the first NUL is a defect, wherever it stands
        return Draft(self.text, tuple(self.plan), (*self.flawed, *binary))


def _chance(draw: st.DrawFn, one_in: int) -> bool:
    return draw(_up_to(one_in)) == one_in


@functools.cache
def _one_of(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Kept, because making a strategy takes longer than drawing from it."""
    return st.sampled_from(pieces)


@functools.cache
def _up_to(most: int) -> st.SearchStrategy[int]:
    return st.integers(1, most)


# ------------------------------------------------------------------------------------ the snippet


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
    "",
)
_RAWS: dict[str, tuple[str, ...]] = {
    "categories": _NAME_LINES,
    "tags": _NAME_LINES,
    "authors": ("Ayesha Khan", "A. Khan, B. Ali", ""),
    "url": ("https://rki.news/rain", "[Click Here](#)", "[Click Here](https://rki.news/)", "#"),
    "source": ("rki.news", "Radio Kiwi", ""),
    "dateline": (
        *("Tashkent, September 12, 2025", "NAIROBI, Kenya (AP)", "SALVADOR, Feb 26", "Oslo", ""),
        *("MIAMI, April 24, 2026 /PRNewswire/", "Москва. 12 сентября. ИНТЕРФАКС", "(Reuters)"),
        *("Ташкент, 12 сентября 2025 г. (ТАСС)", "北京, 2025年9月12日", "新华社北京9月12日电"),
        *("नई दिल्ली, 12 सितंबर (भाषा)", "【ワシントン時事】", "(서울=연합뉴스)"),
    ),
}
"""Spellings that no codec would write."""
_DATELINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Tashkent, September 12, 2025", (" – ", " -- ", "— ", "\n– ", " –\n")),
    ("NAIROBI, Kenya (AP)", (" – ", " _ ", " -- ", ": ")),
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
_SAFE = re.compile("[A-Z][A-Za-z]+ [a-z ]+|September 12, 2025|2025-09")
_FIRST_LINES = (
    "It rained.",
    "لاہور میں بارش ہوئی۔",
    "The Republic of Uzbekistan, a founding member of the",
)


class _Entry(NamedTuple):
    """A label line to be."""

    label: str
    raw: str
    flawed: bool
    known: bool


@st.composite
def _snippets(draw: st.DrawFn, format: Snippet[Any]) -> Draft:
    """A snippet: all that the module of the format says may be there, in any spelling."""
    pen = _Pen(draw)
    if _chance(draw, 8):
        pen.add("\ufeff")
    fenced = draw(st.booleans())
    entries = draw(_entries(format))
    begun = bool(entries) and entries[0].known
    if begun and entries[0].raw and not fenced and _chance(draw, 4):
        return _tailed(draw, pen, format, [entry for entry in entries if entry.raw])
    titled = draw(st.sampled_from(["heading", "heading", "plain", "", "below"]))
    if not entries and not fenced:
        titled = "heading"
    elif titled == "below" and (fenced or not begun):
        titled = ""
    if not fenced and not titled and not any(entry.known for entry in entries):
        return _headless(draw, pen)
    pen.blanks(3)
    if fenced:
        _fence(pen)
    _header(draw, pen, format, entries, titled, fenced)
    if fenced or (titled != "below" and _chance(draw, 4)):
        pen.blanks()
        _fence(pen)
        fenced = True
    _ending(draw, pen, format, bodied=titled == "below", fenced=fenced)
    return pen.draft()


_GAPS = ("", "\n", "\n\n", "\n\n---\n\n")


def _tailed(draw: st.DrawFn, pen: _Pen, format: Snippet[Any], entries: list[_Entry]) -> Draft:
    """Label lines behind the body, perhaps below a fence; a heading in front of it, perhaps not."""
    first = "It rained."  # no title: a sentence
    if _chance(draw, 2):
        _heading(draw, pen)
        pen.eol()
        first = draw(_one_of(_FIRST_LINES))
    pen.slot(BODY, f"{first}{draw(_one_of(_GAPS))}More.")
    pen.eol()
    pen.some("", " ")
    pen.eol()
    if _chance(draw, 3):
        _fence(pen)
    for entry in entries:
        if entry.known:
            pen.blanks(1)
        _label_line(draw, pen, format, entry, alone=False)
    return pen.draft()


def _fence(pen: _Pen) -> None:
    pen.some("---", "---", "------", "--- ", "---\t")
    pen.eol()


def _headless(draw: st.DrawFn, pen: _Pen) -> Draft:
    """No header at all: everything behind the BOM is the body."""
    raw = draw(st.sampled_from(["", "\n", " \r\n"])) + "It rained.\n" + draw(_rest())
    pen.slot(BODY, raw + _END)
    return pen.draft()


@functools.cache
def _rest() -> st.SearchStrategy[str]:
    """The rest of a body, where everything may stand."""
    traps = texts(
        ("\n---\n", "\nCategory: x\n", "\n## x\n", "\n\n", "\ntitle: x\n", "\n}\n", "\n+++\n")
    )
    return st.one_of(st.just(""), st.just("\nMore.\n"), traps)


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
    for label in draw(st.lists(st.sampled_from(_UNKNOWN), max_size=2, unique=True)):
        if fold(label) not in known:
            at = draw(st.integers(0, len(found)))
            found.insert(at, _Entry(label, draw(_lines_of_text()), False, False))
    known_ones = [entry for entry in found if entry.known]
    if known_ones and _chance(draw, 12):
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
    if dated and _chance(draw, 12):
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
    spelled = given.map(lambda value: _encoded(format, name, value))
    return spelled.filter(lambda plain: plain is not None).map(str)


def _encoded(format: Format[Any], name: str, value: Any) -> Plain:
    """What the field's codec writes; None where it refuses."""
    try:
        return format.members[name].codec.encode(value, None)
    except ValueError:
        return None


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
    pen: _Pen,
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
    at = draw(st.integers(0, len(entries))) if titled == "heading" else -1
    if at > 0 and not fenced and not entries[0].known:
        at = 0
    for number, entry in enumerate(entries):
        if number == at:
            _heading(draw, pen)
        if not fenced and not entry.known and not pen.plan:
            continue  # an unknown label cannot begin a header without fences
        barred = entry.known and bool(pen.plan and pen.plan[-1].raw) and _chance(draw, 8)
        if barred:
            pen.join(" | ")
        elif fenced or (entry.known and pen.plan):
            pen.blanks()
        _label_line(draw, pen, format, entry, alone=not barred)
    if at == len(entries):
        _heading(draw, pen)
    if titled == "below":
        pen.eol()
        pen.slot(TITLE, draw(st.sampled_from(_TITLES)))
        pen.eol()


def _heading(draw: st.DrawFn, pen: _Pen) -> None:
    raw = draw(_lines_of_text())
    pen.some("#", "##", "######")
    pen.some(" ", "  ", "\t") if raw else pen.some("", " ")
    pen.slot(TITLE, raw)
    pen.some("", " ") if raw else pen.add("")
    pen.eol()


def _label_line(
    draw: st.DrawFn, pen: _Pen, format: Snippet[Any], entry: _Entry, *, alone: bool = True
) -> None:
    """One label with its value, in any of the ways that are read; *alone* on its line or not."""
    manner = draw(st.sampled_from(["colon", "colon", "marked", "next line", "bare"]))
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
    pen.slot(label, entry.raw)
    if entry.flawed:
        pen.flawed.append((begin, len(pen.text)))
    pen.some("", "", " ", "\t") if entry.raw else pen.add("")
    pen.eol()


def _ending(
    draw: st.DrawFn, pen: _Pen, format: Snippet[Any], *, bodied: bool, fenced: bool
) -> None:
    """Nothing more, or a blank line and the body, perhaps behind a source line and a dateline."""
    if _chance(draw, 6) and len(pen.plan) > 1 and not bodied:
        return
    pen.some("", " ")
    pen.eol()
    named = {format.field_of(slot.name) for slot in pen.plan}
    if _chance(draw, 3) and "source" not in named:
        pen.slot(SOURCE, "kiwi.example")
        pen.eol()
        pen.eol()
    if _chance(draw, 3) and "dateline" not in named:
        said, marks = draw(st.sampled_from(_DATELINES))
        pen.slot(DATELINE, said)
        pen.some(*marks)
    elif len(pen.plan) > 1 and pen.plan[-1].name != SOURCE and not bodied and _chance(draw, 6):
        pen.slot(BODY, "")
        return
    labelled = fenced or any(slot.name not in (TITLE, SOURCE, DATELINE) for slot in pen.plan)
    _body(draw, pen, "" if labelled else _END)


_END = "\nIt is over."
"""What a body ends with that could else end with label lines, where there are none in front."""


def _body(draw: st.DrawFn, pen: _Pen, end: str = "") -> None:
    """A body that begins with a sentence, so that it is known where it begins."""
    pen.slot(BODY, draw(_one_of(_FIRST_LINES)) + draw(_one_of(("", "\n"))) + draw(_rest()) + end)


# --------------------------------------------------------------------------------------------- JSON


@st.composite
def _objects(draw: st.DrawFn, format: Format[Any]) -> Draft:
    """A JSON object in any spelling: spacing, order, escapes, unknown keys, one key twice."""
    pen = _Pen(draw)
    pen.some("", "", "", "\ufeff")
    pen.some("", "", " ", "\n")
    _braces(draw, pen, draw(_items(format, BODY not in format.words.get("body", ()))), "")
    pen.some("", "\n", "\r\n", "  ")
    return pen.draft()


def _braces(draw: st.DrawFn, pen: _Pen, items: list[tuple[str, Plain, bool]], closing: str) -> None:
    gap = draw(st.sampled_from(["", " ", "\n  ", "\r\n\t", "\n"]))
    colon = draw(st.sampled_from([":", ": ", " : "]))
    compact = draw(st.booleans())
    pen.add("{" + gap)
    for number, (name, value, flawed) in enumerate(items):
        begin = len(pen.text)
        pen.add((f",{gap or ' '}" if number else "") + draw(_quoted(name)) + colon)
        pen.saying(name, value, draw(_dumped(value, compact)))
        if flawed:
            pen.flawed.append((begin, len(pen.text)))
    pen.add((closing or gap.rstrip(" \t")) + "}")


@st.composite
def _items(draw: st.DrawFn, format: Format[Any], bodied: bool) -> list[tuple[str, Plain, bool]]:
    """Entries: each field once, under any of its names; unknown ones; perhaps one twice."""
    must = [
        name
        for name, member in format.members.items()
        if default_of(member.attribute) is attrs.NOTHING
    ]
    skipped = {*must, "extra"} | (set() if bodied else {"body"})
    names = [name for name in format.members if name not in skipped]
    chosen = draw(st.lists(st.sampled_from(names), max_size=5, unique=True)) + must
    found = [draw(_item(format, name)) for name in chosen]
    taken = {name for member in format.members.values() for name in member.names}
    unknown = {
        "weight": 10,
        "layout": "post",
        "x": {"y": [1, 2.5, None, {"z": "a"}]},
        "draft": False,
        "نگران": "A",
    }
    for name in draw(st.lists(st.sampled_from(list(unknown)), max_size=2, unique=True)):
        if name not in taken:
            found.insert(
                draw(st.integers(0, len(found))), (name, cast(Plain, unknown[name]), False)
            )
    if found and _chance(draw, 12):
        name, value, _ = draw(st.sampled_from(found))
        found.append((name, value, True))
    return found


@st.composite
def _item(draw: st.DrawFn, format: Format[Any], name: str) -> tuple[str, Plain, bool]:
    member = format.members[name]
    key = draw(st.sampled_from(member.names))
    kind = field_types(format.cls)[name]
    if kind == Moment | None and _chance(draw, 12):
        return key, "on a fine day", True
    if kind == Moment | None and _chance(draw, 2) and _reads_dates(member.codec):
        return key, draw(spelled_dates()).text, False
    given = plain_values(kind, name).filter(lambda value: value is not None)
    return key, draw(given.map(lambda value: _encoded(format, name, value))), False


def _reads_dates(codec: Codec) -> bool:
    """Whether a codec reads dates as people spell them, and not ISO 8601 alone."""
    try:
        return bool(codec.decode("September 12, 2025") == Moment(2025, 9, 12))
    except ValueError:
        return False


@st.composite
def _quoted(draw: st.DrawFn, name: str) -> str:
    """A name between quotes, perhaps with an escape that need not be."""
    plain = json.dumps(name, ensure_ascii=False)
    return f'"\\u{ord(name[0]):04x}{plain[2:]}' if _chance(draw, 10) else plain


@st.composite
def _dumped(draw: st.DrawFn, value: Plain, compact: bool) -> str:
    separators = (",", ":") if compact else (" , ", " : ") if _chance(draw, 4) else None
    indent = draw(st.sampled_from([None, None, 2])) if separators is None else None
    spelled = json.dumps(
        value, ensure_ascii=draw(st.booleans()), separators=separators, indent=indent
    )
    # An inner brace at the beginning of a line would close front matter.
    return spelled.replace("\n", "\n  ")


# --------------------------------------------------------------------------------------- front matter


_BARE = re.compile("[A-Z][a-z]+( [a-z]+)*")
_WORDLIKE = ("Yes", "No", "On", "Off", "True", "False", "Null", "Y", "N")


@st.composite
def _front_matter(draw: st.DrawFn, format: Markdown[Any]) -> Draft:
    """Front matter between fences of any kind, then a body."""
    pen = _Pen(draw)
    pen.some("", "", "", "\ufeff")
    kind = draw(_one_of(("yaml", "yaml", "toml", "json")))
    items = draw(_items(format, False))
    if kind == "json":
        _braces(draw, pen, items, draw(st.sampled_from(["\n", "\r\n"])))
    else:
        {"yaml": _yaml, "toml": _toml}[kind](draw, pen, items)
    pen.some("", " ")
    pen.eol()
    if not _chance(draw, 6):
        pen.blanks(1)
        _body(draw, pen)
    return pen.draft()


def _yaml(draw: st.DrawFn, pen: _Pen, items: list[tuple[str, Plain, bool]]) -> None:
    pen.some("---", "---", "-----", "--- ")
    pen.eol()
    for name, value, flawed in items:
        if _chance(draw, 4):
            pen.some("# about the next", "", "  # in", " ")
            pen.eol()
        begin = len(pen.text)
        pen.add(name + draw(st.sampled_from([":", ":", " :"])))
        _yaml_value(draw, pen, name, value)
        if flawed:
            pen.flawed.append((begin, len(pen.text)))
        if not pen.plan[-1].raw.startswith("- "):  # a block list has its last comment in it
            pen.some("", "", "", " # why", "  ")
        pen.eol()
    pen.some("---", "---", "...", "------")


def _yaml_value(draw: st.DrawFn, pen: _Pen, name: str, value: Plain) -> None:
    """A value in any style that says it; that of a block list is on lines of its own."""
    if (
        isinstance(value, list)
        and value
        and all(isinstance(one, str) for one in value)
        and draw(st.booleans())
    ):
        pen.some("", " # all")
        dash = draw(st.sampled_from(["- ", "  - ", "    -   "]))
        start = -1
        for one in value:
            pen.eol()
            start = len(pen.text) + len(dash) - len(dash.lstrip(" ")) if start < 0 else start
            pen.add(dash + draw(_yaml_scalar(cast(str, one))))
        pen.some("", "", "", " # why")
        pen.plan.append(Planned(name, pen.text[start:], start, len(pen.text), value))
        return
    pen.some(" ", " ", "  ")
    if isinstance(value, str):
        pen.saying(name, value, draw(_yaml_scalar(value)))
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        flow = ", ".join(draw(_yaml_scalar(cast(str, one))) for one in value)
        pen.saying(name, value, f"[{flow}]")
    else:
        pen.saying(name, value, json.dumps(value, ensure_ascii=False))


def _yaml_scalar(value: str) -> st.SearchStrategy[str]:
    """A text bare where it may be, and in both quotes; a date bare."""
    if isinstance(value, Stamp):
        return st.sampled_from([str(value), f'"{value}"', f"'{value}'"])
    spelled = [json.dumps(value, ensure_ascii=False)]
    if "\n" not in value and "\r" not in value:
        spelled.append("'{}'".format(value.replace("'", "''")))
    if _BARE.fullmatch(value) and value not in _WORDLIKE:
        spelled.append(value)
    return st.sampled_from(spelled)


def _toml(draw: st.DrawFn, pen: _Pen, items: list[tuple[str, Plain, bool]]) -> None:
    if pen.newline not in ("\n", "\r\n"):
        pen.use("\n")  # a lone CR ends no line in TOML
    pen.some("+++", "+++ ")
    pen.eol()
    seen: set[str] = set()
    for name, value, flawed in items:
        if name in seen:
            continue  # of a text with a key twice, nothing can be read
        seen.add(name)
        if _chance(draw, 4):
            pen.some("# about the next", "", "  # in", " ")
            pen.eol()
        begin = len(pen.text)
        bare = re.fullmatch("[A-Za-z0-9_-]+", name)
        pen.add(
            (name if bare else json.dumps(name, ensure_ascii=False))
            + draw(st.sampled_from([" = ", "=", "  = "]))
        )
        pen.saying(name, _toml_says(value), draw(_toml_value(value)))
        if flawed:
            pen.flawed.append((begin, len(pen.text)))
        pen.some("", "", "", " # why", "  ")
        pen.eol()
    pen.add("+++")


def _toml_value(value: Plain) -> st.SearchStrategy[str]:
    if isinstance(value, Stamp) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return st.sampled_from([str(value), f'"{value}"'])
    spelled = [_toml_inline(value)]
    if isinstance(value, str) and not set("'\n\r") & set(value):
        spelled.append(f"'{value}'")
    return st.sampled_from(spelled)


def _toml_says(value: Plain) -> Plain:
    """What TOML can say of *value*: it has no null, which is an empty text here."""
    if isinstance(value, Mapping):
        return {key: _toml_says(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_toml_says(one) for one in value]
    return "" if value is None else value


def _toml_inline(value: Plain) -> str:
    """A value on one line. What it says is what `_toml_says` gives."""
    if isinstance(value, Mapping):
        parts = [
            f"{json.dumps(key, ensure_ascii=False)} = {_toml_inline(one)}"
            for key, one in value.items()
        ]
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml_inline(one) for one in value) + "]"
    return json.dumps("" if value is None else value, ensure_ascii=False)


_GRAMMARS: tuple[tuple[type, Any], ...] = (
    (Snippet, _snippets),
    (Markdown, _front_matter),
    (Json, _objects),
)
