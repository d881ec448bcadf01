"""The lines of a header, one by one: headings, fences, label lines, and others."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

import attrs

__all__ = [
    "BLANK_LINE",
    "BYLINE",
    "COLON",
    "DATED",
    "EOL",
    "ITEM",
    "SUBTITLE",
    "TITLE",
    "Item",
    "Labels",
    "fold",
    "items",
    "line_end",
    "line_start",
    "marks_of",
    "next_item",
]


TITLE = "#title"
"""The name of the slot that the heading is; no label can be spelled so."""

SUBTITLE, BYLINE, DATED = "#subtitle", "#byline", "#published"
"""The names of slots that lines without a label are, between a title and a label line."""

# Joiners and marks of direction.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
EOL = r"(?:\r\n|\r|\n|\Z)"
_MARK = r"(?:\*\*|__|\*|_)?"  # bold or italic, in Markdown
ITEM = re.compile(
    rf"""
    [ \t\r\n]*+ (?P<at>)                        # blank lines, and the line's own indentation
    (?: \|[ \t]++ | \u3000[ \t\u3000]*+ )?       # a bar that parts it from what stands before
    (?:
      (?P<fence> -{{3,}} ) [ \t]*
    | (?P<marks> [{_INVISIBLE}]*+ ) \#{{1,6}} (?: [ \t]+ (?P<heading> [^\r\n]* ) | (?P<hollow> (?=[\r\n]|\Z) ) )
    | (?P<lead> (?:[-*+•][ \t]+)? (?P<mark>{_MARK}) )     # a list's bullet, the opening of bold
      (?P<label> [^\W\d_] (?: [^\r\n:：*_.!?;|]{{0,46}} [^\r\n:：*_.!?;|\ \t\xa0\u202f] )?+ )
      (?P<colon> {_MARK} [ \t\xa0\u202f]*+ [:：] (?!//) {_MARK} [\xa0\u202f]*+ [ \t]* )
      (?P<value> [^\r\n]* )
    | (?P<other> [^\r\n]+ )
    )
    {EOL}
    """,
    re.VERBOSE,
)
_BAR = re.compile(r"(?<=[^ \t])[ \t]*+(?:(?<=[ \t])\|[ \t]++|\u3000[ \t\u3000]*+)")
_WIDE = re.compile(r"[ \t\u3000]++")
COLON = re.compile("[:：]")
BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
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
    lead: Callable[[str], str] = lambda line: ""
    """Whether a line without a label is a `BYLINE` or `DATED`; else empty."""
    fits: Callable[[str, str], bool] = lambda label, value: True
    """Whether a line can be the value of a label that stands alone above it, behind a blank line."""

    def has(self, label: str) -> bool:
        """Whether *label* is one that is known."""
        return fold(label) in self.known or label in self.others

    def bare_label(self, line: str) -> int:
        """Where the value begins in a line such as ``Published on May 5, 2025``; 0 if it is none.

        Behind a label of one word a date must begin, as ``Published research shows 12 …`` is none.
        """
        found = self._bare.match(line)
        end = self.opening(line) if found is None else found.end()
        if not end:
            return 0
        start = len(line) - len(line[end:].lstrip(" \t\xa0\u202f"))
        if not any(map(str.isdigit, line[start : start + 60])):
            return 0
        words = line[:end].rstrip(" \t")
        return start if " " in words or self.is_dated(line[start:]) else 0

    @functools.cached_property
    def _bare(self) -> re.Pattern[str]:
        spelled = "|".join(map(re.escape, self.bare)) or "(?!)"
        return re.compile(rf"(?:{spelled})[ \t]++", re.ASCII | re.IGNORECASE)


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
    if ("|" in item.value or "\u3000" in item.value) and len(item.value) <= _LONGEST_ROW:
        item = _cut(item, labels, parted=is_inside)
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
    found = ITEM.match(text, at)
    if found is None:
        return None
    kind, first = found.lastgroup, found.start("at")
    begin = at if first == at else at + len(text[at:first].rstrip(" \t"))
    spaced = begin > at
    if kind == "value":
        return _labelled(text, found, begin, spaced, labels)
    if kind == "other":
        line = found["other"].rstrip(" \t")
        return _other(line, found.start("other"), begin, found.end(), spaced, labels)
    if kind == "fence":
        return Item("fence", "", "", first, begin, found.end(), spaced)
    # Marks of direction in front of the signs are closed behind the title.
    value = (found["heading"] or "").rstrip(_INVISIBLE + " \t" if found["marks"] else " \t")
    start = found.start("heading") if kind == "heading" else found.start("hollow")
    return Item("heading", TITLE, value, start, begin, found.end(), spaced)


def _labelled(text: str, found: re.Match[str], begin: int, spaced: bool, labels: Labels) -> Item:
    """A line with a colon, which mostly stands behind a label."""
    name, value = found["label"], found["value"].rstrip(" \t")
    kind = "label" if labels.has(name) else "unknown"
    if kind == "unknown" and name[-1].isdigit():
        # The colon may be that of a time: "Published on … 10:38", "Fri, Apr 24 2026 10:38 pm".
        line = text[found.start("lead") : found.end("value")].rstrip(" \t")
        width = marks_of(line)
        inner = line[width : len(line) - width]
        if labels.bare_label(inner) or labels.lead(inner) == DATED:
            return _other(line, found.start("lead"), begin, found.end(), spaced, labels)
    if found["mark"] and value.endswith(found["mark"]):
        value = _unmarked(value, found)
    return Item(kind, name, value, found.start("value"), begin, found.end(), spaced)


def _unmarked(value: str, found: re.Match[str]) -> str:
    """The value of a line in bold or italics from its label on, without the mark it ends in."""
    inner = value[: -len(found["mark"])]
    is_closed = found["colon"].strip(" \t\xa0\u202f:：")  # the mark stands around the label alone
    return value if is_closed or found["mark"] in inner else inner


def _cut(item: Item, labels: Labels, *, parted: bool) -> Item:
    """*item* up to the bar that a known label stands behind: ``Rain | Published on May 5, 2025``.

    Behind a label line a weak one is enough: ``Published: May 5, 2025 | By: Jane Roe``; and in a row
    where a bar *parted* label lines, or does so further on, an unknown one. A wide blank does as a
    bar does, as in ``来源：新华社　作者：张三``.
    """
    first: re.Match[str] | None = None
    for bar in _BAR.finditer(item.value):
        rest = item.value[bar.end() :]
        label = ITEM.match(rest)
        name = label["label"] if label is not None else None
        if name and item.kind != "other" and item.kind != "heading":
            first = first or bar
        weak = item.kind == "label" and name in labels.weak
        known = (name and (labels.has(name) or weak)) or labels.bare_label(rest)
        if known or (first and parted):
            stop = (first or bar).start()
            return item._replace(value=item.value[:stop], stop=item.start + stop)
    return item


def _cut_behind_date(item: Item, labels: Labels) -> Item:
    """*item* up to the known label behind a date: ``2025年09月12日22:38 来源：新华网``."""
    is_dated = item.value[0].isdigit() and len(item.value) <= _LONGEST_ROW
    is_labelled = is_dated and COLON.search(item.value)
    for blank in _WIDE.finditer(item.value) if is_labelled else ():
        label = ITEM.match(item.value, blank.end())
        if label is not None and label["colon"] and labels.has(label["label"]):
            date = item.value[: blank.start()]
            if labels.lead(date) == DATED:
                return item._replace(value=date, stop=item.start + blank.start())
            break
    return item


def _other(line: str, start: int, begin: int, stop: int, spaced: bool, labels: Labels) -> Item:
    """A line without a colon: a label alone, a label before a date, or plain text."""
    width = marks_of(line)
    inner = line[width : len(line) - width]
    if len(inner) < 50 and labels.has(inner):
        return Item("alone", inner, "", start + len(line), begin, stop, spaced)
    at = labels.bare_label(inner)
    if at:
        name, start = inner[:at].rstrip(" \t"), start + width + at
        return Item("label", name, inner[at:], start, begin, stop, spaced)
    return Item("other", "", line, start, begin, stop, spaced)


def marks_of(line: str) -> int:
    """How long the mark is that all of *line* stands between, in bold or italics; 0 without one."""
    for mark in ("***", "___", "**", "__", "*", "_") if line[:1] in ("*", "_") else ():
        inner = line[len(mark) : -len(mark)]
        if line.startswith(mark) and line.endswith(mark) and inner and mark not in inner:
            return len(mark)
    return 0
