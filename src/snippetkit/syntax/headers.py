"""Label lines: a heading, lines such as ``Category: World``, perhaps fences around them, a body.

The header ends at the closing fence, or at the first line that is neither a heading nor a label
line. A text without labels in front may have them behind its body. Only CR LF, LF and CR end a
line; only SP and TAB are blank.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import NamedTuple, cast

import attrs

from snippetkit.errors import Flaw
from snippetkit.syntax.tree import BODY, Edit, Plain, Scan, Slot, newline_of

__all__ = [
    "BODY",
    "BYLINE",
    "DATED",
    "HOST",
    "SUBTITLE",
    "TITLE",
    "Item",
    "Labels",
    "body_slot",
    "body_start",
    "body_text",
    "fold",
    "insert",
    "items",
    "label_of",
    "line_of",
    "remove",
    "replace",
    "scan",
    "split",
]

TITLE = "#title"
"""The name of the slot that the heading is; no label can be spelled so."""

SUBTITLE, BYLINE, DATED = "#subtitle", "#byline", "#published"
"""The names of slots that lines without a label are, between a title and a label line."""

# Joiners and marks of direction.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_EOL = r"(?:\r\n|\r|\n|\Z)"
_MARK = r"(?:\*\*|__|\*|_)?"  # bold or italic, in Markdown
_ITEM = re.compile(
    rf"""
    [ \t\r\n]*+ (?P<at>)                        # blank lines, and the line's own indentation
    (?: \|[ \t]++ | \u3000[ \t\u3000]*+ )?       # a bar that parts it from what stands before
    (?:
      (?P<fence> -{{3,}} ) [ \t]*
    | (?P<marks> [{_INVISIBLE}]*+ ) \#{{1,6}} (?: [ \t]+ (?P<heading> [^\r\n]* ) | (?P<hollow> (?=[\r\n]|\Z) ) )
    | (?P<lead> (?:[-*+•][ \t]+)? (?P<mark>{_MARK}) )     # a list's bullet, the opening of bold
      (?P<label> [^\W\d_] (?: [^\r\n:：*_.!?;|]{{0,46}} [^\r\n:：*_.!?;|\ \t\xa0\u202f] )?+ )
      (?P<colon> {_MARK} [ \t\xa0\u202f]*+ [:：] (?!//) {_MARK} [ \t]* )
      (?P<value> [^\r\n]* )
    | (?P<other> [^\r\n]+ )
    )
    {_EOL}
    """,
    re.VERBOSE,
)
_BAR = re.compile(r"(?<=[^ \t])[ \t]*+(?:(?<=[ \t])\|[ \t]++|\u3000[ \t\u3000]*+)")
_WIDE = re.compile(r"[ \t\u3000]++")
_COLON = re.compile("[:：]")
# Endings of hosts: of countries, others that newsrooms have, and words in other scripts than Latin.
_COUNTRIES = (
    "a[cdefgilmoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[ceghrstu]"
    "|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]"
    "|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]"
    "|s[abcdeghijklmnorstuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]"
)
_ENDINGS = (
    "com|org|net|edu|gov|mil|int|info|biz|name|pro|aero|coop|museum|mobi|asia|arpa"
    "|news|press|media|today|live|daily|report|reports|review|network|online|site|website|web|page"
    "|blog|wiki|world|global|international|agency|radio|tv|video|watch|show|studio|social|email|link"
    "|app|dev|cloud|digital|tech|xyz|club|life|space|zone|city|town|community|group|team|center|centre"
    "|company|foundation|institute|university|academy|school|education|science|law|finance|money|church"
    "|earth|eco|green|energy|health|sport|sports|football|ngo|ong|top|icu|one|plus|guide|events"
    "|africa|berlin|hamburg|koeln|cologne|bayern|wien|tirol|swiss|paris|bzh|corsica|london|scot|wales"
    "|cymru|irish|cat|eus|gal|barcelona|madrid|istanbul|moscow|tatar|tokyo|osaka|kyoto|taipei|sydney"
    "|melbourne|quebec|rio|miami|boston|vegas|nyc|lat|capetown|durban|joburg|kiwi"
    "|example|test|invalid|local|localhost"
)
HOST = (
    r"[^\W_](?:[\w-]*\.)+"
    rf"(?:(?i:{_ENDINGS}|{_COUNTRIES})(?!\w)|[^\W\d_\x00-\u024f][^\W\d_]{{1,23}})"
)
"""The name of a host, as a line with the source alone has it; `node.js` and `Jane.Roe` are none."""
_NO_TITLE = re.compile(rf"{HOST}|.*[-–—,;:]|.*,[ \t]*[0-9]{{4}}", re.DOTALL)
_RULE = re.compile(r"(?P<sign>[-*_=~`•·—–―─━═])(?:[ \t]*(?P=sign)){2,}")
# Signs or blanks alone, the fence of a code block, a comment, a tag.
_HOLLOW = re.compile(r"[\W_]*|(?:`{3,}|~{3,})[^`~]*|<!--.*-->|</?[A-Za-z][^<>]*>")
_HOST_ALONE = re.compile(HOST)
_LETTER = re.compile(r"[^\W_]")
_UNDERLINE = re.compile(rf"(?:={{3,}}|-{{3,}})[ \t]*{_EOL}")
_BULLET = re.compile(r"[-*+•][ \t]+(?=[^ \t])")
_LEAST_INDENT = 2
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_GAP = re.compile(r"(?>\r\n|\r|\n)(?:[ \t]*(?>\r\n|\r|\n))+")
_FULL_STOPS = (".", "。", "۔", "।", "．")
_LONGEST_TITLE = 240
_MOST_LEADS = 3
_MOST_ABOVE = 5
_LONGEST_ABOVE = 120
_QUOTES = ("“", "„", "«", "‘", "「", "『", "《", '"', "'", "¿", "¡")
# A longer line is one value, whatever bars are in it: what stands behind each bar is looked at to
# the end of the line.
_LONGEST_ROW = 1000
_LONGEST_TAIL = 4000
_UNFIT = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def fold(label: str) -> str:
    """*label* as labels are compared: ASCII letters in lower case, nothing else touched.

    >>> fold("Published On"), fold("İlan")
    ('published on', 'İlan')
    """
    return label.lower() if label.isascii() else label.translate(_LOWER)


_LOWER = {upper: upper + 32 for upper in range(65, 91)}


def _no_opening(line: str) -> int:
    return 0


def _is_dated(value: str) -> bool:
    return value[:1].isdigit()


def _no_title(label: str) -> bool:
    return False


def _any_value(label: str, value: str) -> bool:
    return True


def _no_lead(line: str) -> str:
    return ""


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
    opening: Callable[[str], int] = _no_opening
    """How long the label of others is that a line begins with, before a date without a colon."""
    is_dated: Callable[[str], bool] = _is_dated
    """Whether a text may begin with a date."""
    is_title: Callable[[str], bool] = _no_title
    """Whether a label says the title: no plain line is one then."""
    lead: Callable[[str], str] = _no_lead
    """Whether a line without a label is a `BYLINE` or `DATED`; else empty."""
    fits: Callable[[str, str], bool] = _any_value
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


def scan(text: str, labels: Labels) -> Scan:
    """The slots of *text*: heading, label lines, body; total, whatever the text.

    `start` and `end` of the scan are those of the header's inside.
    """
    at = 1 if text[:1] == "\ufeff" else 0
    first = _next(text, at, labels)
    if first is None:
        return Scan(
            (), (Flaw(0, len(text), "empty", "there is nothing here to read"),), at, len(text)
        )
    if first.kind != "fence":
        return _tailed(text, _begun(text, at, first, labels), labels)
    fenced = _fenced(text, first.stop, labels)
    if isinstance(fenced, Flaw):
        return _open(text, first.stop, labels, (fenced,))
    return fenced


def _begun(text: str, at: int, first: Item, labels: Labels) -> Scan:
    """A header that no fence opens on the first line, perhaps below what a template left there."""
    if first.kind == "other" or first.kind == "unknown":
        found = _headed(text, first, labels)
        start = at if found is not None else _idle_end(text, at, labels)
        if start > at:
            found = _open(text, start, labels)
            is_said = _LETTER.search(text, at, start) is not None
            if not (_is_labelled(found, labels) if is_said else _is_titled(found)):
                found = None
        if found is not None:
            return found
    return _open(text, at, labels)


def _headed(text: str, first: Item, labels: Labels) -> Scan | None:
    """The header below a few lines from *first* on, short ones and no sentences, if there is one.

    A heading or a fence begins it, and a known label is in it; a rule does as a fence does, if
    there are two of the same sign. Below a line that might be the title, a fence ends a header.
    """
    item, is_said = first, False
    for above in range(_MOST_ABOVE + 1):
        rule = _rule(item)
        if rule or item.kind == "fence":
            found = _fenced(text, item.stop, labels, rule)
            if isinstance(found, Scan) and _is_labelled(found, labels):
                return None if is_said and not _says_title(found.slots, labels) else found
            if is_said:
                return None
        elif item.kind == "heading" or _underlined(text, item, labels) > item.stop:
            opened = _open(text, item.begin, labels)
            return opened if above and _is_labelled(opened, labels) else None
        elif item.kind not in ("other", "unknown") or not _may_stand_above(item.value):
            return None
        is_said = is_said or not _is_idle(item)
        below = _next(text, _line_start(text, item.stop), labels)
        if below is None:
            return None
        item = below
    return None


def _may_stand_above(line: str) -> bool:
    return len(line) <= _LONGEST_ABOVE and not line.endswith(_FULL_STOPS)


def _idle_end(text: str, at: int, labels: Labels) -> int:
    """Where the lines from *at* on end that say nothing, or are the name of a host."""
    for item in items(text, at, labels):
        if not _is_idle(item):
            break
        at = _line_start(text, item.stop)
    return at


def _is_idle(item: Item) -> bool:
    is_plain = item.kind == "other" or item.kind == "fence"
    return is_plain and (_is_hollow(item.value) or _HOST_ALONE.fullmatch(item.value) is not None)


def _is_hollow(line: str) -> bool:
    """Whether a line is nothing but signs or blanks of any kind, or what only markup has."""
    return _HOLLOW.fullmatch(line) is not None


def _rule(item: Item) -> str:
    """The sign that a line is three or more of, with blanks between or without; else empty."""
    found = _RULE.fullmatch(item.value) if item.kind == "other" else None
    return found["sign"] if found is not None else ""


def _is_labelled(scan: Scan, labels: Labels) -> bool:
    """Whether a known label is in a header."""
    return any(slot.name[:1] != "#" and labels.has(slot.name) for slot in scan.slots)


def _says_title(slots: Iterable[Slot], labels: Labels) -> bool:
    """Whether one of *slots* is a title, or what a label for it says."""
    return any(slot.name == TITLE or labels.is_title(slot.name) for slot in slots)


def _is_titled(scan: Scan) -> bool:
    """Whether there is a header at all."""
    return bool(scan.slots) and scan.slots[0].name != BODY


def items(text: str, at: int, labels: Labels) -> Iterator[Item]:
    """What the lines of *text* from *at* on would be in a header; blank ones passed over."""
    while (item := _next(text, at, labels)) is not None:
        yield item
        at = _line_start(text, item.stop)


def _next(text: str, at: int, labels: Labels) -> Item | None:
    """The next item from *at* on: a line, or what a bar parts from the rest of one."""
    item = _whole(text, at, labels)
    if item is None:
        return None
    is_inside = item.begin == at and text[at - 1 : at] not in _LINE_STARTS
    if is_inside:
        item = item._replace(stop=_line_end(text, item.stop))  # its line end is another's
    if ("|" in item.value or "\u3000" in item.value) and len(item.value) <= _LONGEST_ROW:
        item = _cut(item, labels, parted=is_inside)
    return _cut_behind_date(item, labels) if item.kind == "other" else item


_LINE_STARTS = frozenset(("", "\r", "\n", "\ufeff"))


def _line_end(text: str, stop: int) -> int:
    """Where the line ends that *stop* is behind the end of. Inverse of `_line_start`."""
    last = text[max(0, stop - 2) : stop]
    return stop - 2 if last == "\r\n" else stop - (last[-1:] in ("\r", "\n"))


def _line_start(text: str, at: int) -> int:
    """Where the next line begins, if *at* is where a line ends; else *at*."""
    if text[at - 1 : at] in _LINE_STARTS or text[at : at + 1] not in ("\r", "\n"):
        return at
    return at + (2 if text.startswith("\r\n", at) else 1)


def _whole(text: str, at: int, labels: Labels) -> Item | None:
    """The next line from *at* on, to its end."""
    found = _ITEM.match(text, at)
    if found is None:
        return None
    kind, first = found.lastgroup, found.start("at")
    begin = at if first == at else at + len(text[at:first].rstrip(" \t"))
    spaced = begin > at
    if kind == "value":
        name, value = found.group("label", "value")
        kind = "label" if labels.has(name) else "unknown"
        if kind == "unknown" and name[-1].isdigit():
            # The colon may be that of a time: "Published on … 10:38", "Fri, Apr 24 2026 10:38 pm".
            line = text[found.start("lead") : found.end("value")].rstrip(" \t")
            width = _marks(line)
            inner = line[width : len(line) - width]
            if labels.bare_label(inner) or labels.lead(inner) == DATED:
                return _other(line, found.start("lead"), begin, found.end(), spaced, labels)
        start = found.start("value")
        value = value.rstrip(" \t")
        if found["mark"] and value.endswith(found["mark"]):
            value = _unmarked(value, found)
        return Item(kind, name, value, start, begin, found.end(), spaced)
    if kind == "other":
        line = found["other"].rstrip(" \t")
        return _other(line, found.start("other"), begin, found.end(), spaced, labels)
    if kind == "fence":
        return Item("fence", "", "", first, begin, found.end(), spaced)
    # Marks of direction in front of the signs are closed behind the title.
    value = (found["heading"] or "").rstrip(_INVISIBLE + " \t" if found["marks"] else " \t")
    start = found.start("heading") if kind == "heading" else found.start("hollow")
    return Item("heading", TITLE, value, start, begin, found.end(), spaced)


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
        label = _ITEM.match(rest)
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
    is_labelled = is_dated and _COLON.search(item.value)
    for blank in _WIDE.finditer(item.value) if is_labelled else ():
        label = _ITEM.match(item.value, blank.end())
        if label is not None and label["colon"] and labels.has(label["label"]):
            date = item.value[: blank.start()]
            if labels.lead(date) == DATED:
                return item._replace(value=date, stop=item.start + blank.start())
            break
    return item


def _other(line: str, start: int, begin: int, stop: int, spaced: bool, labels: Labels) -> Item:
    """A line without a colon: a label alone, a label before a date, or plain text."""
    width = _marks(line)
    inner = line[width : len(line) - width]
    if len(inner) < 50 and labels.has(inner):
        return Item("alone", inner, "", start + len(line), begin, stop, spaced)
    at = labels.bare_label(inner)
    if at:
        name, start = inner[:at].rstrip(" \t"), start + width + at
        return Item("label", name, inner[at:], start, begin, stop, spaced)
    return Item("other", "", line, start, begin, stop, spaced)


def _fenced(text: str, at: int, labels: Labels, sign: str = "") -> Scan | Flaw:
    """The header between an opening fence and the next one; a flaw when it is no header.

    A rule of this *sign* is a fence, too. A heading counts more than a plain line above it.
    """
    inside, slots = at, list[Slot]()
    while (item := _next(text, at, labels)) is not None:
        if item.kind == "fence" or (sign and _rule(item) == sign):
            return _closed(text, slots, inside, item.begin, item.stop)
        if item.kind == "heading" and len(slots) == 1 and _is_plain_title(text, slots[0]):
            slots.clear()
        if not slots and _is_idle(item):
            pass
        elif (
            item.kind == "other"
            and slots
            and slots[-1].end == slots[-1].start
            and slots[-1].name != TITLE
        ):
            slots[-1] = _listed(text, _filled(slots[-1], item), labels)
            at = _line_start(text, slots[-1].stop)
            continue
        elif item.kind == "other" and (leads := _unlabelled(text, item, slots, labels)):
            slots += leads
            at = _line_start(text, leads[-1].stop)
            continue
        elif item.kind == "other" and slots:
            return _stray(item, "neither a label line nor a fence")
        else:
            slots.append(_slot(item))
            slots[-1] = _continued(text, slots[-1], labels)
            at = _line_start(text, slots[-1].stop)
            continue
        at = _line_start(text, item.stop)
    return Flaw(
        inside, inside, "unclosed-fence", "the fence above the header has no partner below it"
    )


def _is_plain_title(text: str, slot: Slot) -> bool:
    return slot.name == TITLE and "#" not in text[slot.begin : slot.start]


def _open(text: str, at: int, labels: Labels, flaws: tuple[Flaw, ...] = ()) -> Scan:
    """A header without fences around it."""
    inside, end, slots = at, at, list[Slot]()
    while (item := _next(text, at, labels)) is not None:
        if item.kind == "fence" and slots:
            return _closed(text, slots, inside, item.begin, item.stop, flaws)
        item = _or_title(text, item, slots, labels)
        found = _found(text, item, slots, labels)
        if not found and _is_stray(text, item, slots, labels):
            flaws += (_stray(item, "no label line, among label lines"),)
            at = _line_start(text, item.stop)
            continue
        if not found:
            break
        slots += found
        at = end = _line_start(text, slots[-1].stop)
    return _closed(text, slots, inside, end, end, flaws)


def _found(text: str, item: Item, slots: list[Slot], labels: Labels) -> list[Slot]:
    """The slots that *item* begins in a header without fences that has *slots* so far."""
    value = _value_below(text, item, slots, labels)
    if value is not None:
        return [_listed(text, _filled(_slot(item), value), labels)]
    if not _belongs(text, item, slots, labels):
        return _unlabelled(text, item, slots, labels)
    slot = _slot(item)
    if item.kind == "other":
        return [slot._replace(stop=_underlined(text, item, labels))]
    return [_continued(text, slot, labels)]


def _is_stray(text: str, item: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether *item* is no label line, with label lines right above and right below it."""
    if item.kind != "other" or item.spaced or not slots or slots[-1].name[:1] == "#":
        return False
    below = _next(text, _line_start(text, item.stop), labels)
    return below is not None and _is_sure(below)


def _stray(item: Item, what: str) -> Flaw:
    return Flaw(item.start, item.start + len(item.value), "stray-line", what)


def _continued(text: str, slot: Slot, labels: Labels) -> Slot:
    """*slot* with the indented lines below it, if a known label or a fence is right below them."""
    end, stop = slot.end, slot.stop
    if text[stop : stop + 1] not in (" ", "\t") or not slot.value:
        return slot
    if _COLON.search(text, slot.begin, slot.start) is None:
        return slot
    words, own = [text[slot.start : end]], _indent(text, slot)
    for item in items(text, stop, labels):
        if item.spaced:
            break
        if item.kind == "fence" or _is_valued(item):
            return slot._replace(value=" ".join(words), end=end, stop=stop)
        if item.kind != "other" or _indent(text, item) < own + _LEAST_INDENT:
            break
        words.append(item.value)
        end, stop = item.start + len(item.value), item.stop
    return slot


def _indent(text: str, line: Item | Slot) -> int:
    """How many blanks *line* begins with, a tab counting up to the next eighth."""
    before = text[line.begin : line.start].expandtabs()
    return len(before) - len(before.lstrip(" "))


def _listed(text: str, slot: Slot, labels: Labels) -> Slot:
    """*slot* with the list below a label and its colon as its value, a bar between two names."""
    bullet = _BULLET.match(text, slot.start, slot.end)
    if bullet is None or _COLON.search(text, slot.begin, slot.start) is None:
        return slot
    names, start = [text[bullet.end() : slot.end]], bullet.end()
    end, stop = slot.end, slot.stop
    for item in items(text, _line_start(text, stop), labels):
        bullet = None if item.spaced or item.kind != "other" else _BULLET.match(item.value)
        if bullet is None:
            break
        names.append(item.value[bullet.end() :])
        end, stop = item.start + len(item.value), item.stop
    if len(names) > 1 and "|" in text[start:end]:
        return slot
    return slot._replace(value=" | ".join(names), start=start, end=end, stop=stop)


def _is_headline(text: str, item: Item, labels: Labels) -> bool:
    """Whether the first line is a title with a colon in it: above known labels, and none else is."""
    line = _as_other(text, item)
    is_plain = text.startswith(item.name, line.start) and item.name not in labels.weak
    is_whole = text[item.stop - 1] in "\r\n" and len(line.value) <= _LONGEST_TITLE
    after = _next(text, item.stop, labels)
    if not (is_plain and is_whole and item.value and after) or item.value.endswith(_FULL_STOPS):
        return False
    title = [_slot(line)]
    leads = _unlabelled(text, after, title, labels)
    if not (leads or _is_valued(after) or _is_led(text, after, labels)):
        return False
    for other in items(text, leads[-1].stop if leads else item.stop, labels):
        if other.kind == "heading" or labels.is_title(other.name):
            return False
        if other.kind not in ("label", "unknown", "alone"):
            # Below label lines that stand right below it, a plain line may be the title.
            return after.spaced or not _is_title(text, other, title, labels)
    return True


def _or_title(text: str, item: Item, slots: list[Slot], labels: Labels) -> Item:
    """*item* as the plain line that it is where the title has a label's words, or a colon."""
    if item.kind == "alone":
        is_title = _underlined(text, item, labels) > item.stop
    else:
        is_title = item.kind == "unknown" and not slots and _is_headline(text, item, labels)
    return _as_other(text, item) if is_title else item


def _value_below(text: str, item: Item, slots: list[Slot], labels: Labels) -> Item | None:
    """The line below a label that stands alone, or has a colon and no value, if it is its value."""
    if item.kind not in ("alone", "label") or item.value:
        return None
    value = _next(text, item.stop, labels)
    if value is None or value.kind != "other" or value.spaced or _rule(value):
        return None
    return value if _is_fit(text, item, value, slots, labels) else None


def _is_fit(text: str, item: Item, value: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether *value* may be that of a lone label, which behind a blank line may be a crosshead."""
    if item.kind == "label" or (slots and not item.spaced):
        return True
    below = _next(text, _line_start(text, value.stop), labels)
    is_line = below is None or below.spaced or below.kind != "other"
    return is_line and labels.fits(item.name, value.value)


def _as_other(text: str, item: Item) -> Item:
    """*item* as a plain line, whatever label is on it."""
    line = text[item.begin : item.start + len(item.value)]
    value = line.lstrip(" \t")
    return item._replace(
        kind="other", name="", value=value, start=item.begin + len(line) - len(value)
    )


def _belongs(text: str, item: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether *item* is part of a header without fences that has *slots* so far."""
    if item.kind == "label":
        return True
    if item.kind == "unknown":
        return (bool(slots) and not item.spaced) or _leads(text, item, labels)
    if item.kind == "heading":
        return all(slot.name != TITLE for slot in slots)
    return (
        item.kind == "other"
        and not _says_title(slots, labels)
        and _is_title(text, item, slots, labels)
    )


def _leads(text: str, item: Item, labels: Labels) -> bool:
    """Whether *item*, of an unknown label, stands right above a known one, perhaps with others."""
    below: Item | None = item
    while below is not None and below.kind == "unknown":
        below = _next(text, _line_start(text, below.stop), labels)
        if below is None or below.spaced:
            return False
    return below is not None and below.kind == "label" and bool(below.value)


def _is_title(text: str, item: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether a plain line reads as a title: short, no sentence, apart from what follows.

    Below label lines it must be no source and no dateline, and more text must follow.
    """
    if len(item.value) > _LONGEST_TITLE or item.value.endswith(_FULL_STOPS):
        return False
    if _is_hollow(item.value):
        return False
    stop = _underlined(text, item, labels)
    after = _next(text, stop, labels)
    if stop > item.stop and not slots:
        return True
    if _HOST_ALONE.fullmatch(item.value):
        return False
    if after is None or (slots and (_NO_TITLE.fullmatch(item.value) or not after.value)):
        return False
    known = after.kind in ("label", "fence", "alone") or after.spaced
    if known or (after.kind == "unknown" and _leads(text, after, labels)):
        return True
    return bool(_unlabelled(text, after, [_slot(item)], labels))


def _underlined(text: str, item: Item, labels: Labels) -> int:
    """Where *item* stops, with the line that underlines a plain title, as Markdown has it.

    Hyphens do so only where a known label is right below: else they are a fence.
    """
    stop = item.stop
    if text[stop : stop + 1] not in ("=", "-") or text[stop - 1] not in "\r\n":
        return stop
    found = _UNDERLINE.match(text, stop)
    if found is None or text[stop] == "=":
        return stop if found is None else found.end()
    below = _next(text, found.end(), labels)
    return found.end() if below is not None and _is_sure(below) else stop


def _is_valued(item: Item) -> bool:
    """Whether *item* is a known label with its value."""
    return item.kind == "label" and bool(item.value)


def _is_sure(item: Item) -> bool:
    """Whether it is, right below what stands in front."""
    return _is_valued(item) and not item.spaced


def _unlabelled(text: str, item: Item, slots: list[Slot], labels: Labels) -> list[Slot]:
    """The lines from *item* on, below a title and above a known label, each of its kind; else none."""
    lines, below = list[Item](), cast("Item | None", item)
    titled = slots and slots[-1].name == TITLE
    while titled and len(lines) < _MOST_LEADS and below is not None:
        if below.kind not in ("other", "heading"):
            return []
        lines.append(below)
        below = _next(text, _line_start(text, below.stop), labels)
        if below is not None and (_is_valued(below) or _is_led(text, below, labels)):
            found = [_lead(line, labels) for line in lines]
            names = [slot.name for slot in found]
            if "" in names or len({*names}) < len(names):
                return []
            if SUBTITLE in names and any(line.spaced for line in (*lines, below)):
                subtitle = lines[names.index(SUBTITLE)]
                return found if _is_apart(text, slots[-1], subtitle, below, labels) else []
            return found
    return []


def _is_apart(text: str, title: Slot, line: Item, below: Item, labels: Labels) -> bool:
    """Whether a line is a subtitle among blank lines: a lower heading, or one with text further on.

    Without any below the labels, it would be the text.
    """
    if line.kind == "heading":
        return text.count("#", line.begin, line.start) > text.count("#", title.begin, title.start)
    behind = items(text, below.begin, labels)
    return any(item.kind not in ("label", "unknown") for item in behind)


def _is_led(text: str, item: Item, labels: Labels) -> bool:
    """Whether *item* is an unknown label right below what stands in front, and above a known one."""
    return item.kind == "unknown" and not item.spaced and _leads(text, item, labels)


def _lead(item: Item, labels: Labels) -> Slot:
    """The slot of a line without a label; one without a name if it can be none."""
    width = _marks(item.value)
    if width:
        item = item._replace(value=item.value[width:-width], start=item.start + width)
    name = labels.lead(item.value) if item.kind == "other" else ""
    if not name and _is_subtitle(item):
        name = SUBTITLE
    return _slot(item)._replace(name=name)


def _marks(line: str) -> int:
    """How long the mark is that all of *line* stands between, in bold or italics; 0 without one."""
    for mark in ("**", "__", "*", "_") if line[:1] in ("*", "_") else ():
        inner = line[len(mark) : -len(mark)]
        if line.startswith(mark) and line.endswith(mark) and inner and mark not in inner:
            return len(mark)
    return 0


def _is_subtitle(item: Item) -> bool:
    """Whether a line is short and no sentence, and not the end of one."""
    value = item.value
    if item.kind == "heading":
        return bool(value)
    begins = value[:1].isalnum() or value[:1] in _QUOTES
    ends = len(value) <= _LONGEST_TITLE and not value.endswith(_FULL_STOPS)
    return begins and ends and not value[0].islower() and not _NO_TITLE.fullmatch(value)


def _slot(item: Item) -> Slot:
    width = _marks(item.value) if item.kind == "other" else 0
    if width and item.value[width:-width].strip(" \t") == item.value[width:-width]:
        item = item._replace(value=item.value[width:-width], start=item.start + width)
    name = TITLE if item.kind in ("heading", "other") else item.name
    return Slot(name, item.value, item.start, item.start + len(item.value), item.begin, item.stop)


def _filled(slot: Slot, item: Item) -> Slot:
    """The slot of a label that stands alone, with the next line as its value."""
    return Slot(
        slot.name, item.value, item.start, item.start + len(item.value), slot.begin, item.stop
    )


def _closed(
    text: str, slots: list[Slot], inside: int, end: int, stop: int, flaws: tuple[Flaw, ...] = ()
) -> Scan:
    body = body_slot(text, stop, separated=stop > inside)
    flaws += _repeated(slots)
    return Scan((*slots, body) if body else tuple(slots), flaws, inside, end)


def _tailed(text: str, scan: Scan, labels: Labels) -> Scan:
    """*scan* with the label lines behind the body, if none stand in front of it."""
    names = {slot.name for slot in scan.slots}
    if BODY not in names or names - {TITLE, BODY}:
        return scan
    *head, body = scan.slots
    tail = _tail(text, body.start, labels)
    if not tail.slots:
        return scan
    end = len(text[: tail.start].rstrip(" \t\r\n"))
    body = body._replace(value=text[body.start : end], end=end, stop=end)
    return scan._replace(slots=(*head, body, *tail.slots), flaws=(*scan.flaws, *tail.flaws))


def _tail(text: str, start: int, labels: Labels) -> Scan:
    """The last paragraphs of nothing but label lines, each beginning with a known label."""
    window = max(start, len(text) - _LONGEST_TAIL)
    stop = len(text.rstrip(" \t\r\n"))
    gaps = [gap.end() for gap in _GAP.finditer(text, window, stop)]
    top, slots = len(text), list[Slot]()
    ends = [*gaps[1:], stop]
    for begin, end in zip(gaps[::-1], ends[::-1], strict=False):
        lines = _label_lines(text, begin, end, labels)
        if lines is None or not (lines or slots):
            break
        top, slots = begin, [*lines, *slots]
    return Scan(tuple(slots), _repeated(slots), top, len(text))


def _label_lines(text: str, at: int, end: int, labels: Labels) -> list[Slot] | None:
    """The label lines that a paragraph is, perhaps with a fence above them; None if it is more."""
    slots: list[Slot] = []
    while (item := _next(text, at, labels)) is not None and item.begin < end:
        if item.kind == "fence" and not slots:
            at = item.stop
        elif item.value and (item.kind == "label" or (item.kind == "unknown" and slots)):
            slots.append(_slot(item))
            at = _line_start(text, item.stop)
        else:
            return None
    return slots


def _repeated(slots: list[Slot]) -> tuple[Flaw, ...]:
    names = {fold(slot.name) for slot in slots}
    if len(names) == len(slots):
        return ()
    seen, flaws = set[str](), list[Flaw]()
    for slot in slots:
        if fold(slot.name) in seen:
            what = (
                "a second heading" if slot.name == TITLE else f"{slot.name!r} stands above already"
            )
            flaws.append(Flaw(slot.begin, slot.end, "duplicate-label", what))
        seen.add(fold(slot.name))
    return tuple(flaws)


def body_slot(text: str, at: int, *, separated: bool = True) -> Slot | None:
    """The body that begins at *at*: the exact rest after one blank line, or None if there is none.

    The blank line is the separator's, so that a body may begin with blank lines of its own.
    """
    if at >= len(text):
        return None
    start = body_start(text, at) if separated else at
    return Slot(BODY, text[start:], start, len(text), at, len(text))


def body_start(text: str, at: int) -> int:
    """Where a body begins whose header ends at *at*: behind one blank line, if there is one."""
    if text.startswith("\n", at):
        return at + 1
    blank = _BLANK_LINE.match(text, at)
    return at if blank is None else blank.end()


def split(text: str, slot: Slot, pieces: Iterable[tuple[str, int, int, int]]) -> Iterator[Slot]:
    """*slot* in pieces that stand one after another on its line: parted as by a bar.

    Each has its name, empty for that of the slot, and where it and its value begin and end within
    the slot's value.
    """
    found = [*pieces]
    stops = [slot.start + begin for _, begin, _, _ in found[1:]]
    for (name, begin, start, end), stop in zip(
        found, [*stops, _line_end(text, slot.stop)], strict=True
    ):
        value = text[slot.start + start : slot.start + end]
        spot = slot.begin if not begin else slot.start + begin
        yield Slot(name or slot.name, value, slot.start + start, slot.start + end, spot, stop)


def line_of(value: Plain) -> str:
    """*value* as the value of a label line or heading.

    Raises:
        ValueError: it is no text, is more than a line, or has blanks around it that would be lost.
    """
    if not isinstance(value, str):
        raise ValueError("a label line holds text only")
    found = _UNFIT.search(value)
    if found:
        raise ValueError(f"a label line cannot hold the character {found[0]!a}")
    if value != value.strip(" \t"):
        raise ValueError("blanks at the ends of a label line are not part of its value")
    return value


def label_of(name: str) -> str:
    """*name* as a label.

    Raises:
        ValueError: a line that begins so would not read as this label's.
    """
    found = _ITEM.match(f"{name}: x")
    is_one = found is not None and found.end("value") == len(name) + 3 and found["label"] == name
    if not is_one or "\0" in name:  # what has one is no text
        raise ValueError("no label can be spelled so")
    return name


def replace(text: str, scan: Scan, index: int, value: Plain) -> Edit:
    """The splice that makes slot number *index* say *value*; nothing around it moves."""
    slot = scan.slots[index]
    if slot.name == BODY:
        return Edit(slot.start, slot.end, body_text(value))
    line = line_of(value)
    if line and slot.start == slot.end and text[slot.start - 1 : slot.start] not in _SPACED:
        line = " " + line
    return Edit(slot.start, slot.end, line)


def remove(text: str, scan: Scan, index: int) -> Edit:
    """The splice that takes exactly slot number *index* away. Inverse of `insert`."""
    slot = scan.slots[index]
    return Edit(slot.begin, slot.stop, "")


def insert(text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
    """The splice that puts a new slot before number *index*, spelled as its neighbours are.

    Inverse of `remove`.
    """
    if name == BODY:
        return _insert_body(text, scan, value)
    newline = newline_of(text)
    index = _line_after(text, scan.slots, index)
    before = scan.slots[index - 1] if index else None
    after = next((slot for slot in scan.slots[index:] if slot.name != BODY), None)
    stop = _line_start(text, before.stop) if before else None
    at = after.begin if after and stop is None else scan.start if stop is None else stop
    spelled = name if name == TITLE else label_of(name)
    line = _labelled(text, before, after, spelled, line_of(value)) + newline
    if at and text[at - 1] not in "\r\n\ufeff":
        line = newline + line
    if stop is not None:
        return Edit(at, at, newline + line if _apart(text, stop, scan.end) else line)
    if after:
        return Edit(at, at, line + newline if _apart(text, after.stop, scan.end) else line)
    bodied = at < len(text) and not _fenced_at(text, at)
    return Edit(at, at, line + newline if bodied else line)


def _line_after(text: str, slots: tuple[Slot, ...], index: int) -> int:
    """*index*, or that of the first slot on the next line, where a bar stands in front of it.

    Lines without a label stay right below their title.
    """
    while index < len(slots) and slots[index].name in (SUBTITLE, BYLINE, DATED):
        index += 1
    while 0 < index < len(slots) and slots[index].begin == slots[index - 1].stop:
        if text[slots[index].begin - 1] in "\r\n":
            break
        index += 1
    return index


def _apart(text: str, stop: int, end: int) -> bool:
    """Whether a blank line parts the line that ends at *stop* from what follows in the header."""
    return stop < end and _BLANK_LINE.match(text, stop) is not None


def _fenced_at(text: str, at: int) -> bool:
    found = _ITEM.match(text, at)
    return found is not None and found.lastgroup == "fence"


def _insert_body(text: str, scan: Scan, value: Plain) -> Edit:
    newline = newline_of(text)
    end = newline if text and text[-1] not in "\r\n\ufeff" else ""
    return Edit(len(text), len(text), f"{end}{newline}{body_text(value)}")


def body_text(value: Plain) -> str:
    """*value* as a body: any text of characters that have an encoding.

    Raises:
        ValueError: it is no text, or holds NUL or a lone surrogate.
    """
    if not isinstance(value, str):
        raise ValueError("a body is text")
    found = _NO_TEXT.search(value)
    if found:
        raise ValueError(f"no text has the character {found[0]!a}")
    return value


_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def _labelled(text: str, before: Slot | None, after: Slot | None, name: str, value: str) -> str:
    """A label line in the manner of the nearest label line, or a heading."""
    if name == TITLE:
        return f"## {value}".rstrip(" ")
    lead, colon, close, tail = "", ": ", False, ""
    for slot in (before, after):
        if slot is not None and slot.name not in (TITLE, BODY):
            found = _ITEM.match(text, slot.begin)
            if found is not None and found["colon"]:
                lead, colon = found["lead"], found["colon"]
                close = bool(found["value"]) and not value.startswith("//")
                tail = text[slot.end : slot.stop].strip(" \t\r\n")
                break
    colon = colon if close or colon[-1:] in _SPACED else f"{colon} "
    return f"{lead}{name}{colon if value else colon.rstrip(' ')}{value}{tail}"


_SPACED = (" ", "\t", "：")
"""What a value stands behind without a further blank; the wide colon has one of its own."""
