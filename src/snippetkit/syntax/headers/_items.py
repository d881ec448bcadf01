"""The lines of a header, one by one: headings, fences, label lines, and others."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

import attrs

__all__ = [
    "ADDRESSED",
    "BLANK_LINE",
    "BUTTON",
    "BYLINE",
    "COLON",
    "DATED",
    "DATELINE",
    "EOL",
    "HOSTED",
    "IDLE",
    "IN_FRONT",
    "ITEM",
    "LEADS",
    "MARKS",
    "NO_BREAK",
    "SOURCE",
    "SUBTITLE",
    "TITLE",
    "Item",
    "Labels",
    "balanced",
    "bared",
    "closed",
    "ended",
    "fold",
    "has_wide_colon",
    "items",
    "line_end",
    "line_start",
    "marks_of",
    "may_be_row",
    "next_item",
    "unclosed",
]


TITLE = "#title"
"""The name of the slot that the heading is; no label can be spelled so."""

SUBTITLE, BYLINE, DATED = "#subtitle", "#byline", "#published"
HOSTED, ADDRESSED = "#host", "#url"
"""The names of slots that lines without a label are, between a title and a label line."""
SOURCE = "#source"
"""The name of the slot that a line with the source alone is, in front of the body."""
DATELINE = "#dateline"
"""The name of the slot that a dateline is, in front of the body."""
IDLE = "#idle"
"""That of one among them that says nothing of the article."""
BUTTON = "#button"
"""The same, of what readers can do with a page: it is no text, and no title."""
LEADS = frozenset((SUBTITLE, BYLINE, DATED, HOSTED, ADDRESSED, IDLE, BUTTON))

MARKS = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction and what else is not seen: around labels and their values, a template's."""
_OPENING, _CLOSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
NO_BREAK = "\xa0\u202f"
"""Blanks that exports of HTML leave right behind a label's colon, and behind values: the template's."""
# Words may end in joiners, but none begins with one.
IN_FRONT = f" \t{MARKS}\u200c\u200d"
_BEHIND_VALUES = f"{MARKS}{NO_BREAK}"
EOL = r"(?:\r\n|\r|\n|\Z)"
_MARK = r"(?:\*\*|__|\*|_)?"  # bold or italic, in Markdown
# A list's bullet, the opening of bold.
_BEFORE = rf"(?P<lead> (?:[-*+•][ \t]+)? (?P<mark>{_MARK}) [{IN_FRONT}]*+ )"
_BEHIND = rf"""
      (?P<colon> [{MARKS}]*+ {_MARK} [ \t\xa0\u202f{MARKS}]*+ [:：] (?!//) {_MARK} [\xa0\u202f]*+ [{IN_FRONT}]*+ )
      (?P<value> [^\r\n]* )
    """
ITEM = re.compile(
    rf"""
    [{IN_FRONT}\r\n]*+ (?P<at>)             # blank lines, and the line's own indentation
    (?: (?: \|[ \t]++ | \u3000 ) [{IN_FRONT}\u3000]*+ )?   # a bar that parts it from what stands before
    (?:
      (?P<fence> -{{3,}} ) [ \t{MARKS}]*
    | \#{{1,6}} (?: [ \t]+ (?P<heading> [^\r\n]* ) | (?P<hollow> (?=[\r\n]|\Z) ) )
    | {_BEFORE}
      (?P<label> [^\W\d_] (?: [^\r\n:：*_.!?;|]{{0,46}} [^\r\n:：*_.!?;|\ \t\xa0\u202f{MARKS}] )?+ )
      {_BEHIND}
    | (?P<other> [^\r\n]+ )
    )
    {EOL}
    """,
    re.VERBOSE,
)
# A bar, a wide blank, or a blank in front of a label with a wide colon, or of a Chinese one with any; or
# a gap, a sign or a comma in front of one with any. A value that begins with one is empty.
_BAR = re.compile(
    r"(?:(?<=[^ \t])|\A)(?:"
    r"[ \t]*+(?:\|[ \t]*+(?!\|)|\u3000[ \t\u3000]*+(?:\|[ \t]*+(?!\|))?|(?<=[ \t])(?=[^\W\d_][^:：|]{0,47}：)|(?P<half>(?<=[ \t])(?=[\u4e00-\u9fff]{2,6}[ \t]?:)))"
    r"|(?P<gap>(?:[ ]{2,}+|[ ]*+\t[ \t]*+|[ \t]++[/•·][ \t]++|(?P<comma>,)[ \t]++)(?=[^\W\d_][^:：|]{0,47}:[ \t]))"
    r")"
)
_SIGN = re.compile(r"[ \t\u3000]*+(?:[/•·,][ \t]++|\|[ \t]*+)")
_RUN_ON = re.compile("[\u4e00-\u9fff]{2,6}")
"""A label that nobody knows, on a line of labels with wide colons: no date and no name has one in it."""
_PARTED = re.compile(r"[ \t][(/·•–—-]|[0-9],?[ \t]|[ \t](?:on|am|vom)\Z")
"""What is in front of the colon where a line of several pieces is no label: ``May 5, 2025 (Updated: …``."""
_WIDE = re.compile(r"[ \t\u3000]++")
COLON = re.compile("[:：]")
BLANK_LINE = re.compile(rf"[{IN_FRONT}]*(?:\r\n|\r|\n)")
# A longer line is one value, whatever bars are in it: what stands behind each bar is looked at to
# the end of the line.
_LONGEST_ROW = 1000


def fold(label: str) -> str:
    """*label* as labels are compared: ASCII letters in lower case, nothing else touched.

    >>> fold("Published On"), fold("İlan")
    ('published on', 'İlan')
    """
    return label.lower() if label.isascii() else label.translate(_LOWER)


_LOWER = {upper: upper + 32 for upper in range(65, 91)}


@attrs.frozen(slots=False)
class Labels:
    """Which labels a header may hold for sure; others count only where nothing else can stand."""

    known: frozenset[str]
    """The labels known, as `fold` gives them."""
    bare: tuple[str, ...] = ()
    """Those of them that may stand without a colon before a date, longest first."""
    others: Container[str] = frozenset()
    """Further labels known, in whatever way they are spelled."""
    weak: Container[str] = frozenset()
    """Labels that are common words, too: they count among label lines, and behind one on its line."""
    opening: Callable[[str], int] = lambda line: 0
    """How long the label of others is that a line begins with, before a date without a colon."""
    is_dated: Callable[[str], bool] = lambda value: value[:1].isdigit()
    """Whether a text may begin with a date."""
    is_title: Callable[[str], bool] = lambda label: False
    """Whether a label says the title: no plain line is one then."""
    is_body: Callable[[str], bool] = lambda label: False
    """Whether a label with its colon, or one alone, stands in front of the text itself: ``Full text:``."""
    lead: Callable[[str, str | None], str] = lambda line, title: ""
    """Whether a line without a label, below a title, is one of `LEADS` but a subtitle; else empty.

    None for the title says that the line may be that."""
    is_button: Callable[[str], bool] = lambda line: False
    """Whether a line is what readers can do with a page, as `lead` would say, which takes longer."""
    is_stamp: Callable[[str], bool] = lambda line: False
    """Whether a line is a date, perhaps with more behind it, as `lead` would say, which takes longer."""
    is_opened: Callable[[str], bool] = lambda line: False
    """Whether a by-line has persons behind a word such as ``By``: it needs no date beside it."""
    is_short: Callable[[str], bool] = lambda label: False
    """Whether what a label says is names or a date, in which no other label can be."""
    is_role: Callable[[str], bool] = lambda label: False
    """Whether an unknown label says what the persons behind it do: it counts behind a bar."""
    goes_on: Callable[[str], bool] = lambda line: False
    """Whether a line below a by-line says more of who signed."""
    is_undated: Callable[[str, str], bool] = lambda label, value: False
    """Whether the label of an update and its value say no day: ``Updated: 10:38 a.m.``"""
    fits: Callable[[str, str], bool] = lambda label, value: True
    """Whether a line can be what a label says, where that is not sure: for most, no sentence."""
    colonned: tuple[str, ...] = ()
    """Labels of others that have a colon in them, as ``Autor:in``."""
    is_dateline: Callable[[str], bool] = lambda line: False
    """Whether a line with a colon surely begins with a dateline: ``KARACHI: It rained``."""

    def has(self, label: str) -> bool:
        """Whether *label* is one that is known."""
        return fold(label) in self.known or label in self.others

    def valued_at(self, line: str) -> int:
        """Where the value begins in a line with a known label, with a colon or without; 0 if it is none.

        >>> labels = Labels(frozenset(["updated"]), ("updated",))
        >>> [
        ...     labels.valued_at(line)
        ...     for line in ("Updated: May 5", "Updated 5.5.2025", "Rain: May 5")
        ... ]
        [9, 8, 0]
        """
        found = ITEM.match(line)
        if found is None or not found["label"]:
            return self.bare_label(line)
        found = self.found(found, line)
        return found.start("value") if self.has(found["label"]) else self.bare_label(line)

    def bare_label(self, line: str) -> int:
        """Where the value begins in a line such as ``Published on May 5, 2025``; 0 if it is none.

        Behind a label of one word a date must begin, as ``Published research shows 12 …`` is none.
        """
        found = self._bare.match(line)
        end = self.opening(line) if found is None else found.end()
        if not end:
            return 0
        start = len(line) - len(line[end:].lstrip(f"{IN_FRONT}\xa0\u202f"))
        start += 2 * (line[start : start + 2] in ("- ", "– ", "— "))
        if not any(map(str.isdigit, line[start : start + 60])):
            return 0
        words = line[:end].rstrip(f" \t{MARKS}")
        return start if " " in words or self.is_dated(line[start:]) else 0

    def found(self, line: re.Match[str], text: str) -> re.Match[str]:
        """The label line that *line* of *text* is, if `ITEM` has found it to be one.

        Of labels that are known the longest is meant: ``Autor:in: Ute`` says nothing of an ``Autor``.
        """
        if fold(line["label"]) not in self.heads:
            return line
        return self._longer.match(text, line.start("lead")) or line

    @functools.cached_property
    def heads(self) -> frozenset[str]:
        """What stands in front of the first colon of labels with a colon in them."""
        return frozenset([COLON.split(name)[0].rstrip(" \t") for name in self._with_colons])

    @functools.cached_property
    def _with_colons(self) -> list[str]:
        """The labels with a colon in them, the longest first."""
        names = {fold(name) for name in (*self.known, *self.colonned) if COLON.search(name)}
        return sorted(filter(_may_be_one, names), key=len, reverse=True)

    @functools.cached_property
    def _longer(self) -> re.Pattern[str]:
        """What finds the label lines of those labels."""
        spelled = "|".join(map(re.escape, self._with_colons))
        line = rf"{_BEFORE} (?P<label> (?ai:{spelled}) ) {_BEHIND} {EOL}"
        return re.compile(line, re.VERBOSE)

    @functools.cached_property
    def _bare(self) -> re.Pattern[str]:
        spelled = "|".join(map(re.escape, self.bare)) or "(?!)"
        return re.compile(rf"(?:{spelled})[ \t]++", re.ASCII | re.IGNORECASE)


def _may_be_one(label: str) -> bool:
    """Whether a label with colons could be one without them."""
    bare = COLON.sub("x", label)
    found = ITEM.match(f"{bare}: x")
    return found is not None and found["label"] == bare


class Item(NamedTuple):
    """One line of a header that is not blank, or what a bar parts from the rest of one."""

    kind: str
    """``fence``, ``heading``, ``label``, ``unknown`` (label), ``alone`` (a label), or ``other``."""
    name: str
    value: str
    start: int
    """Where the value begins."""
    begin: int
    stop: int
    spaced: bool
    """Whether a blank line stands in front."""


def items(text: str, at: int, labels: Labels) -> Iterator[Item]:
    """What the lines of *text* from *at* on would be in a header; blank ones passed over."""
    while (item := next_item(text, at, labels)) is not None:
        yield item
        at = line_start(text, item.stop)


def next_item(text: str, at: int, labels: Labels) -> Item | None:
    """The next item from *at* on: a line, or what a bar parts from the rest of one."""
    item = _whole(text, at, labels)
    if item is None:
        return None
    is_inside = item.begin == at and text[at - 1 : at] not in _LINE_STARTS
    if is_inside:
        item = item._replace(stop=line_end(text, item.stop))  # its line end is another's
    value = item.value
    is_row = "|" in value or "\u3000" in value or "：" in value or ":" in value
    if is_row and len(value) <= _LONGEST_ROW:
        is_wide = has_wide_colon(text[item.begin : item.start])
        item = _cut(item, labels, parted=is_inside, is_wide=is_wide)
    if item.kind == "label" and labels.is_undated(item.name, item.value):
        return item._replace(name=BUTTON)
    return _cut_behind_date(item, labels) if item.kind == "other" else item


_LINE_STARTS = frozenset(("", "\r", "\n", "\ufeff"))


def line_end(text: str, stop: int) -> int:
    """Where the line ends that *stop* is behind the end of. Inverse of `line_start`."""
    last = text[max(0, stop - 2) : stop]
    return stop - 2 if last == "\r\n" else stop - (last[-1:] in ("\r", "\n"))


def line_start(text: str, at: int) -> int:
    """Where the next line begins, if *at* is where a line ends; else *at*."""
    if text[at - 1 : at] in _LINE_STARTS or text[at : at + 1] not in ("\r", "\n"):
        return at
    return at + (2 if text.startswith("\r\n", at) else 1)


def _whole(text: str, at: int, labels: Labels) -> Item | None:
    """The next line from *at* on, to its end."""
    sign = None if text[at - 1 : at] in _LINE_STARTS else _SIGN.match(text, at)
    found = ITEM.match(text, at if sign is None else sign.end())
    if found is None:
        return None
    kind, first = found.lastgroup, found.start("at")
    begin = at if first == at or sign else at + len(text[at:first].rstrip(IN_FRONT))
    spaced = begin > at
    if kind == "value":
        return _labelled(text, found, begin, spaced, labels)
    if kind == "other":
        line = ended(found["other"]) or found["other"]
        return _other(line, found.start("other"), begin, found.end(), spaced, labels)
    if kind == "fence":
        return Item("fence", "", "", first, begin, found.end(), spaced)
    # Marks of direction in front of the signs are closed behind the title.
    value = found["heading"] or ""
    value = ended(value) if text[begin:first].strip(" \t") else value.rstrip(" \t")
    value = unclosed(value)
    start = found.start("heading") if kind == "heading" else found.start("hollow")
    return Item("heading", TITLE, value, start, begin, found.end(), spaced)


def unclosed(heading: str) -> str:
    """*heading* without the signs that close it in Markdown: ``Rain ##``. Inverse of `closed`."""
    bare = heading.rstrip("#")
    return bare.rstrip(" \t") if bare[-1:] in ("", " ", "\t") else heading


def closed(heading: str) -> str:
    """*heading* as it stands behind its signs: closed by more, if it ends in what would close it.

    >>> closed("Rain"), closed("The language C #"), unclosed("The language C # ##")
    ('Rain', 'The language C # ##', 'The language C #')
    """
    is_open = heading[-1:] != "#" or unclosed(heading) == heading
    return heading if is_open else f"{heading} ##"


def _labelled(text: str, found: re.Match[str], begin: int, spaced: bool, labels: Labels) -> Item:
    """A line with a colon, which mostly stands behind a label."""
    found = labels.found(found, text)
    name, value = found["label"], ended(found["value"])
    kind = "label" if labels.has(name) else "unknown"
    is_figure = kind == "unknown" and name[-1].isdigit()
    line = ended(text[found.start("lead") : found.end("value")])
    if kind == "unknown" and any(map(str.isdigit, value)) and _is_dated(line, name, labels):
        return _other(line, found.start("lead"), begin, found.end(), spaced, labels)
    if is_figure or fold(name) in labels.heads:
        is_time = is_figure and len(found["colon"]) == 1 and value[:1].isdigit()
        if is_time or _has_no_colon(line, labels):
            return _other(line, found.start("lead"), begin, found.end(), spaced, labels)
    if found["mark"] and value.endswith(found["mark"]):
        value = _unmarked(value, found)
    return Item(kind, name, value, found.start("value"), begin, found.end(), spaced)


def _is_dated(line: str, name: str, labels: Labels) -> bool:
    """Whether a *line* with a colon behind *name* is no label line, but a date with more around it."""
    if _PARTED.search(name):
        return labels.lead(line, "") in (DATED, BYLINE, HOSTED)
    return labels.is_stamp(line) and labels.lead(name, "") == IDLE  # ``Press release: May 5, 2025``


def _has_no_colon(line: str, labels: Labels) -> bool:
    """Whether the first colon of a line is a time's, or that of a label alone on its line.

    As in ``Published on … 10:38``, ``Fri, Apr 24 2026 10:38 pm``, or ``Autor:in``.
    """
    width = marks_of(line)
    inner = line[width : len(line) - width]
    if labels.bare_label(inner) or labels.is_stamp(inner):
        return True
    return len(inner) < _LONGEST_ALONE and labels.has(inner)


_LONGEST_ALONE = 50


def _unmarked(value: str, found: re.Match[str]) -> str:
    """The value of a line in bold or italics from its label on, without the mark it ends in."""
    inner = value[: -len(found["mark"])]
    # Else the mark stands around the label alone.
    is_closed = found["colon"].strip(f"{IN_FRONT}\xa0\u202f:：")
    return value if is_closed or found["mark"] in inner else inner


def _cut(item: Item, labels: Labels, *, parted: bool, is_wide: bool) -> Item:
    """*item* up to the bar that a known label stands behind: ``Rain | Published on May 5, 2025``.

    Behind a label line a weak one is enough, or who edited: ``Source: Post|Editor: Jane Roe``; in a row
    where a bar *parted* label lines, or does so further on, any one. A wide blank does as a
    bar does, as in ``来源：新华社　作者：张三``; between known labels with a *wide* colon, or Chinese
    ones, any blank does.
    """
    first: re.Match[str] | None = None
    is_plain = item.kind in ("other", "heading")
    if is_plain and item.value.startswith("|"):
        return item  # a row of a table in Markdown
    for bar in _BAR.finditer(item.value, int(is_plain)):
        rest = item.value[bar.end() :]
        label = ITEM.match(rest)
        name = labels.found(label, rest)["label"] if label and label["label"] else None
        is_run_on = bool(name) and _runs_on(item, bar, str(name), labels, is_wide=is_wide)
        if not (bar[0].strip(" \t") and bar["gap"] is None) and not is_run_on:
            continue
        if name and not is_plain:
            first = first or bar
        weak = item.kind == "label" and (name in labels.weak or (name and labels.is_role(name)))
        known = (name and (labels.has(name) or weak)) or labels.bare_label(rest.lstrip(IN_FRONT))
        if known or is_run_on or (first and parted):
            stop = (first or bar).start()
            return item._replace(value=ended(item.value[:stop]), stop=item.start + stop)
    return item


def has_wide_colon(front: str) -> bool:
    """Whether a label has a wide colon, or is one of Chinese: what may run on behind a blank.

    >>> has_wide_colon("来源："), has_wide_colon("来源: "), has_wide_colon("Source: ")
    (True, True, False)
    """
    return not front.isascii() and _WIDE_COLON.search(front) is not None


_WIDE_COLON = re.compile("：|[\u4e00-\u9fff][ \t]?:")


def may_be_row(value: str) -> bool:
    """Whether there may be a label in *value*, behind a gap, a sign or a comma."""
    return ":" in value and _BAR.search(value) is not None


def _runs_on(item: Item, bar: re.Match[str], name: str, labels: Labels, *, is_wide: bool) -> bool:
    """Whether the label called *name* is one, with a blank alone in front of it, or a sign.

    Behind a comma only where that stands behind a date: ``May 5, 2025, Updated: …``.
    """
    known, is_short = labels.has(name), item.kind == "label" and labels.is_short(item.name)
    if bar["comma"]:
        return known and is_short and labels.is_stamp(item.value[: bar.start()])
    if bar["gap"] is not None or bar["half"] is not None:
        return known and is_short
    if not is_wide:
        return False
    if item.kind == "unknown" or not is_short:
        return known
    return known or name in labels.weak or _RUN_ON.fullmatch(name) is not None


def _cut_behind_date(item: Item, labels: Labels) -> Item:
    """*item* up to the known label behind a date: ``2025年09月12日22:38 来源：新华网``."""
    is_dated = item.value[0].isdigit() and len(item.value) <= _LONGEST_ROW
    is_labelled = is_dated and COLON.search(item.value)
    for blank in _WIDE.finditer(item.value) if is_labelled else ():
        label = ITEM.match(item.value, blank.end())
        if label is None or not label["colon"]:
            continue
        if labels.has(labels.found(label, item.value)["label"]):
            date = item.value[: blank.start()]
            if labels.is_stamp(date):
                return item._replace(value=date, stop=item.start + blank.start())
            break
    return item


def _other(line: str, start: int, begin: int, stop: int, spaced: bool, labels: Labels) -> Item:
    """A line without a colon: a label alone, a label before a date, or plain text."""
    width = marks_of(line)
    inner = line[width : len(line) - width]
    if len(inner) < _LONGEST_ALONE and labels.has(inner):
        return Item("alone", inner, "", start + len(line), begin, stop, spaced)
    at = labels.bare_label(inner)
    if at and labels.lead(inner[at:], "") != BUTTON:  # ``Updated 2 hours ago``
        name, start = inner[:at].rstrip(f" \t{MARKS}"), start + width + at
        return Item("label", name, inner[at:], start, begin, stop, spaced)
    return Item("other", "", line, start, begin, stop, spaced)


def ended(line: str) -> str:
    r"""*line* without blanks and marks of direction behind it; what closes one in it stays.

    >>> ended("x\u200f \xa0"), ended("x \u2067y\u2069\u200e") == "x \u2067y\u2069"
    ('x', True)
    """
    text = line.rstrip(" \t")
    if text.isascii() or text[-1] not in _BEHIND_VALUES:
        return text
    end = len(text.rstrip(f" \t{_BEHIND_VALUES}"))
    still_open = _count(_OPENING, text[:end]) - _count(_CLOSING, text[:end])
    for at in range(end, len(text)) if still_open > 0 else ():
        if text[at] in _CLOSING and still_open:
            end, still_open = at + 1, still_open - 1
    return text[:end]


def _count(marks: str, text: str) -> int:
    return sum(map(text.count, marks))


def balanced(*pieces: str) -> tuple[str, ...]:
    """*pieces* of a line; without the marks in them that open and close, unless all are closed."""
    line = "".join(pieces)
    if _count(_OPENING, line) == _count(_CLOSING, line):
        return pieces
    return tuple(re.sub(f"[{_OPENING}{_CLOSING}]", "", piece) for piece in pieces)


def bared(text: str) -> str:
    """*text* without blanks of all kinds but wide ones, and marks of direction, around it; see `ended`."""
    return text.strip(" \t") if text.isascii() else ended(text.lstrip(f"{IN_FRONT}{NO_BREAK}"))


def marks_of(line: str) -> int:
    """How long the mark is that all of *line* stands between, in bold or italics; 0 without one."""
    for mark in ("***", "___", "**", "__", "*", "_") if line[:1] in ("*", "_") else ():
        inner = line[len(mark) : -len(mark)]
        if line.startswith(mark) and line.endswith(mark) and inner and mark not in inner:
            return len(mark)
    return 0
