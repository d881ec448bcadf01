"""Find the header of a text, the start of its body, and the meaning of each line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import cast

from snippetkit.errors import Flaw
from snippetkit.syntax.headers._hosts import HOST
from snippetkit.syntax.headers._items import (
    ADDRESSED,
    BLANK_LINE,
    BUTTON,
    BYLINE,
    COLON,
    DATED,
    EOL,
    HOSTED,
    IDLE,
    IN_FRONT,
    SUBTITLE,
    TITLE,
    Item,
    Labels,
    fold,
    items,
    line_end,
    line_start,
    marks_of,
    next_item,
)
from snippetkit.syntax.tree import BODY, Scan, Slot

__all__ = ["body_slot", "body_start", "is_headed", "scan", "split"]

_NO_TITLE = re.compile(rf"{HOST}|.*[-–—,;:]|.*,[ \t]*[0-9]{{4}}", re.DOTALL)
_RULE = re.compile(r"(?P<sign>[-*_=~`•·—–―─━═])(?:[ \t]*(?P=sign)){2,}")
# Signs or blanks alone, the fence of a code block, a comment, a tag.
_HOLLOW = re.compile(r"[\W_]*|(?:`{3,}|~{3,})[^`~]*|<!--.*-->|</?[A-Za-z][^<>]*>")
_HOST_ALONE = re.compile(HOST)
_COPIED = re.compile(r"[^\r\n]* [-–—|] https?://[^ \t\r\n]+")
"""Whence a page was copied, behind the name of who did it: ``The Wayback Machine - https://…``."""
_PRINTED = re.compile(
    r"[0-9]{1,4}([./-])[0-9]{1,2}\1[0-9]{1,4},?[ \t][0-9]{1,2}[:.][0-9]{2}(?:[ \t\u202f]?[APap]\.?[Mm]\.?)?"
    r"(?:[ ]{2}|\t)[^\r\n]+"
)
"""What browsers print above a page: when, and the page's title, which the page has below."""
_FOOT = re.compile(
    r"(?<=[\r\n])[ \t]*(?P<url>https?://[^ \t\r\n]++)[ \t]+[0-9]{1,3}/[0-9]{1,3}[ \t\r\n]*\Z"
)
"""What they print below it: its address, and the number of the sheet."""
_LONGEST_FOOT = 2000
_PATH = re.compile(
    r"[^\W\d_][^|/•·›»\r\n]{0,30}(?:(?:\||[ \t]+[|/•·›»][ \t]+)[^\W\d_][^|/•·›»\r\n]{0,30}){1,3}"
)
"""Sections, one in another: ``World | Asia Pacific``."""
_LETTER = re.compile(r"[^\W_]")
_UNDERLINE = re.compile(rf"(?:={{3,}}|-{{3,}})[ \t]*{EOL}")
_BULLET = re.compile(r"[-*+•][ \t]+(?=[^ \t])")
_LEAST_INDENT = 2
_GAP = re.compile(r"(?>\r\n|\r|\n)(?:[ \t]*(?>\r\n|\r|\n))+")
_INK = re.compile(r"[^ \t\r\n]")
_BLANK_ABOVE = re.compile(r"(?>\r\n|\r|\n)[ \t]*(?>\r\n|\r|\n)\Z")
_WIDEST_GAP = 80
_FULL_STOPS = (".", "。", "۔", "।", "．")
_CLOSING = "\"'”’»)」』）"
_LONGEST_TITLE = 240
_MOST_LEADS, _MOST_LINES = 3, 16
_SILENT = (IDLE, BUTTON)
_MORE = ("", IDLE, BYLINE, SUBTITLE)
_MOST_AHEAD = 2
_LEAST_WRAPPED, _MOST_WRAPPED = 15, 2
_MOST_ABOVE = 5
_LONGEST_ABOVE = 120
_QUOTES = ("“", "„", "«", "‘", "「", "『", "《", '"', "'", "¿", "¡")
_LONGEST_TAIL = 4000


def scan(text: str, labels: Labels) -> Scan:
    """The slots of *text*: heading, label lines, body; total, whatever the text.

    `start` and `end` of the scan are those of the header's inside.
    """
    at = 1 if text[:1] == "\ufeff" else 0
    first = next_item(text, at, labels)
    if first is None and text[at:].strip(" \t\r\n"):
        return _open(text, at, labels)  # marks of direction alone: a body
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


def is_headed(text: str, labels: Labels) -> bool:
    """Whether the first line, perhaps below a fence, is a heading or a known label with its value.

    Then it is in what `scan` finds, whatever follows.
    """
    lines = items(text, 1 if text[:1] == "\ufeff" else 0, labels)
    first = next((item for item in itertools.islice(lines, 2) if item.kind != "fence"), None)
    return first is not None and (
        first.kind == "heading" or (_is_valued(first) and _has_colon(text, first))
    )


def _begun(text: str, at: int, first: Item, labels: Labels) -> Scan:
    """A header whose first line is no fence, perhaps below lines that a template left there."""
    if first.kind in ("other", "unknown") and not _ahead(text, first, labels):
        found = _headed(text, first, labels) or _below_idle(text, at, labels)
        if found is not None:
            return _footed(text, found) if _is_printed(first) else found
    return _open(text, at, labels)


def _below_idle(text: str, at: int, labels: Labels) -> Scan | None:
    """The header below lines that say nothing: with a title, below words, or a label, below a host."""
    above = [*itertools.takewhile(lambda item: _is_idle(item, labels), items(text, at, labels))]
    if not above:
        return None
    found = _open(text, line_start(text, above[-1].stop), labels)
    if any(_HOST_ALONE.fullmatch(item.value) for item in above):
        return found if _is_labelled(found, labels) else None
    if any(_LETTER.search(item.value) for item in above):
        return found if _says_title(found.slots, labels) else None
    return found if _is_titled(found) else None


def _is_printed(item: Item) -> bool:
    return _PRINTED.fullmatch(item.value) is not None


def _footed(text: str, scan: Scan) -> Scan:
    """*scan* with the address that a browser printed below the body."""
    foot = _FOOT.search(text, max(0, len(text) - _LONGEST_FOOT))
    if foot is None or scan.slots[-1].name != BODY or foot.start() <= scan.slots[-1].start:
        return scan
    *head, body = scan.slots
    end = len(text[: foot.start()].rstrip(" \t\r\n"))
    body = body._replace(value=text[body.start : end], end=end, stop=end)
    url = Slot(ADDRESSED, foot["url"], *foot.span("url"), foot.start(), len(text))
    return scan._replace(slots=(*head, body, url))


def _ahead(text: str, first: Item, labels: Labels) -> list[Slot]:
    """A date, a by-line or a paper that stand above the title; the first two above a known label, too.

    A paper or an address needs a heading below it, or a title that shows by what is below that, or that
    stands apart from it and a date; a host such a title alone. Of two by-lines, the upper one is a paper.
    """
    found, below = _found_ahead(text, first, labels)
    if not found or below is None:
        return []
    is_hosted = any(_HOST_ALONE.fullmatch(str(one.value)) for one in found)
    if below.kind == "heading":
        return [] if is_hosted else found
    is_plain = below.kind == "other"
    is_title = is_plain and _is_title(text, below, found, labels)
    leads = _lines_below(text, below, labels) if is_plain else {""}
    if BYLINE in leads:
        found = [one._replace(name=HOSTED) if one.name == BYLINE else one for one in found]
    if any(one.name in (HOSTED, ADDRESSED) for one in found):
        is_apart = below.spaced and any(one.name == DATED for one in found) and not is_hosted
        is_led = not leads.isdisjoint((DATED, BYLINE))
        return found if is_led or (is_title and is_apart) else []
    is_sure = _is_sure(below) or labels.is_dateline(below.value)
    return found if is_sure or is_title else []


def _found_ahead(text: str, first: Item, labels: Labels) -> tuple[list[Slot], Item | None]:
    """The lines from *first* on that may stand above a title, and what is below them."""
    found, below = list[Slot](), cast("Item | None", first)
    while below is not None and below.kind == "other" and len(found) < _MOST_AHEAD:
        lead = _lead(below, None, labels)
        if found and _is_path(text, below, labels):
            lead = lead._replace(name=IDLE)
        is_one = lead.name in (HOSTED, DATED, BYLINE, ADDRESSED) or (found and lead.name == IDLE)
        if not is_one or any(lead.name == one.name for one in found):
            break
        found.append(lead)
        below = next_item(text, line_start(text, below.stop), labels)
    return found, below


def _is_path(text: str, item: Item, labels: Labels) -> bool:
    """Whether *item*, below a paper, is a section of it, and not a title: that is below."""
    if _PATH.fullmatch(item.value) is None:
        return False
    below = next_item(text, line_start(text, item.stop), labels)
    return below is not None and below.spaced and _lead(below, "", labels).name in ("", SUBTITLE)


def _lines_below(text: str, item: Item, labels: Labels) -> set[str]:
    """What the lines without a label below *item* are, if it is a title for them."""
    after = next_item(text, item.stop, labels)
    leads = [] if after is None else _unlabelled(text, after, [_slot(item)], labels)
    return {lead.name for lead in leads}


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
        is_said = is_said or not _is_idle(item, labels)
        below = next_item(text, line_start(text, item.stop), labels)
        if below is None:
            return None
        item = below
    return None


def _may_stand_above(line: str) -> bool:
    return len(line) <= _LONGEST_ABOVE and not line.endswith(_FULL_STOPS)


def _is_idle(item: Item, labels: Labels) -> bool:
    """Whether a line says nothing of the article: signs, a host, a word above titles, whence it was printed."""
    if item.kind == "unknown" and not item.value:
        return labels.lead(f"{item.name}:", "") == IDLE
    if item.kind == "unknown":
        return item.value.startswith(("https://", "http://"))
    if item.kind not in ("other", "fence"):
        return False
    if _is_hollow(item.value) or _HOST_ALONE.fullmatch(item.value):
        return True
    if _COPIED.fullmatch(item.value) or _is_printed(item):
        return True
    return labels.lead(item.value, "") in _SILENT


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


def _fenced(text: str, at: int, labels: Labels, sign: str = "") -> Scan | Flaw:
    """The header between an opening fence and the next one; a flaw when it is no header.

    A rule of this *sign* is a fence, too. A heading counts more than a plain line above it.
    """
    inside, slots = at, list[Slot]()
    while (item := next_item(text, at, labels)) is not None:
        if item.kind == "fence" or (sign and _rule(item) == sign):
            return _closed(text, slots, inside, item.begin, item.stop)
        if item.kind == "heading" and len(slots) == 1 and _is_plain_title(text, slots[0]):
            slots.clear()
        if slots or item.kind == "unknown" or not _is_idle(item, labels):  # here each label counts
            if not _taken(text, item, slots, labels):
                return _stray(item, "neither a label line nor a fence")
            item = item._replace(stop=slots[-1].stop)
        at = line_start(text, item.stop)
    return Flaw(
        inside, inside, "unclosed-fence", "the fence above the header has no partner below it"
    )


def _taken(text: str, item: Item, slots: list[Slot], labels: Labels) -> bool:
    """Put what *item* says between fences to the *slots* so far; whether it says anything there."""
    if item.kind != "other" or not slots:
        slots.append(_further(text, _slot(item), labels))
        return True
    if slots[-1].name != TITLE and slots[-1].start == slots[-1].end:
        slots[-1] = _listed(text, _filled(slots[-1], item), labels)
        return True
    leads = _unlabelled(text, item, slots, labels)
    slots += leads
    return bool(leads)


def _is_plain_title(text: str, slot: Slot) -> bool:
    return slot.name == TITLE and "#" not in text[slot.begin : slot.start]


def _open(text: str, at: int, labels: Labels, flaws: tuple[Flaw, ...] = ()) -> Scan:
    """A header without fences around it."""
    inside, end, slots, strays, titled = at, at, list[Slot](), list[Flaw](), False
    while (item := next_item(text, at, labels)) is not None:
        if item.kind == "fence" and slots:
            return _closed(text, slots, inside, item.begin, item.stop, (*flaws, *strays))
        if _opens_body(text, item, slots, labels):
            bodied = _bodied(text, item, slots, inside, (*flaws, *strays))
            return _with_tail(text, bodied, labels)
        item = _or_button(text, _or_title(text, item, slots, labels), labels)
        found = _found(text, item, slots, labels, titled=titled)
        if not found and _is_stray(text, item, slots, labels):
            strays.append(_stray(item, "no label line, among label lines"))
            at = line_start(text, item.stop)
            continue
        if not found:
            break
        slots += found
        titled = titled or _says_title(found, labels)
        at = end = line_start(text, slots[-1].stop)
    return _closed(text, slots, inside, end, end, (*flaws, *strays))


def _opens_body(text: str, item: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether *item* is a label of the text below it, as archives print it: among other labels only.

    Elsewhere it is a title: ``Full text: the mayor's speech``. Without a colon it stands apart.
    """
    label = f"{item.name}:" if item.name else item.value
    if len(slots) < _LEAST_LABELS or len(label) > _LONGEST_LABEL or not labels.is_body(label):
        return False
    is_known = sum(labels.has(slot.name) for slot in slots[:_MOST_LINES]) >= _LEAST_LABELS
    is_apart = item.spaced and _INK.search(text, item.stop) is not None
    return is_known and (bool(item.name) or is_apart)


_LEAST_LABELS = 2
_LONGEST_LABEL = 20


def _bodied(text: str, item: Item, slots: list[Slot], inside: int, flaws: tuple[Flaw, ...]) -> Scan:
    """The header above the label *item* of the body, which begins right behind it, or below it."""
    if item.name and item.value:
        return _closed(text, slots, item.start, item.begin, item.start, flaws)._replace(
            start=inside
        )
    return _closed(text, slots, inside, item.begin, item.stop, flaws)


def _found(text: str, item: Item, slots: list[Slot], labels: Labels, *, titled: bool) -> list[Slot]:
    """The slots that *item* begins in a header without fences that has *slots*, perhaps a title, so far."""
    if not slots and (ahead := _ahead(text, item, labels)):
        return ahead
    value = _value_below(text, item, slots, labels)
    if value is not None:
        return [_listed(text, _filled(_slot(item), value), labels)]
    if not _belongs(text, item, slots, labels, titled=titled):
        return _unlabelled(text, item, slots, labels)
    slot = _slot(item)
    if item.kind == "other":
        slot = slot._replace(stop=_underlined(text, item, labels))
    return [_further(text, slot, labels)]


def _further(text: str, slot: Slot, labels: Labels) -> Slot:
    """*slot* with the lines that its value goes on in."""
    return _wrapped(text, slot, labels) if slot.name == TITLE else _continued(text, slot, labels)


def _wrapped(text: str, slot: Slot, labels: Labels) -> Slot:
    """The title *slot* with the lines that it goes on in, in small letters, above labels or leads.

    Only a line of some length goes on in the next one.
    """
    lines, end, stop = [str(slot.value)], slot.end, slot.stop
    if len(lines[0]) < _LEAST_WRAPPED or text[end:stop].strip(" \t\r\n"):
        return slot
    for item in items(text, stop, labels):
        if (
            item.spaced
            or not _goes_on(item)
            or labels.lead(item.value, str(slot.value)) == BYLINE
            or item.value.endswith(_FULL_STOPS)
            or len(lines) > _MOST_WRAPPED
        ):
            break
        lines.append(item.value)
        end, stop = item.start + len(item.value), item.stop
    after, value = next_item(text, stop, labels), " ".join(lines)
    if len(lines) == 1 or after is None or len(value) > _LONGEST_TITLE:
        return slot
    whole = slot._replace(value=value, end=end, stop=stop)
    is_above = _is_valued(after) or after.kind == "fence"
    return whole if is_above or _unlabelled(text, after, [whole], labels) else slot


def _is_stray(text: str, item: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether *item* is no label line, with label lines right above and right below it."""
    if item.kind != "other" or item.spaced or not slots or slots[-1].name[:1] == "#":
        return False
    below = next_item(text, line_start(text, item.stop), labels)
    return below is not None and _is_sure(below)


def _stray(item: Item, what: str) -> Flaw:
    return Flaw(item.start, item.start + len(item.value), "stray-line", what)


def _continued(text: str, slot: Slot, labels: Labels) -> Slot:
    """*slot* with the indented lines below it, if a known label or a fence is right below them."""
    end, stop = slot.end, slot.stop
    if text[stop : stop + 1] not in (" ", "\t") or not slot.value:
        return slot
    if not _has_colon(text, slot):
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


def _has_colon(text: str, line: Item | Slot) -> bool:
    """Whether a colon stands behind the label of *line*."""
    return COLON.search(text, line.begin, line.start) is not None


def _indent(text: str, line: Item | Slot) -> int:
    """How many blanks *line* begins with, a tab counting up to the next eighth."""
    before = text[line.begin : line.start].expandtabs()
    return len(before) - len(before.lstrip(" "))


def _listed(text: str, slot: Slot, labels: Labels) -> Slot:
    """*slot* with the list below a label and its colon as its value, a bar between two names."""
    bullet = _BULLET.match(text, slot.start, slot.end)
    if bullet is None or not _has_colon(text, slot):
        return slot
    names, start = [text[bullet.end() : slot.end]], bullet.end()
    end, stop = slot.end, slot.stop
    for item in items(text, line_start(text, stop), labels):
        bullet = None if item.spaced or item.kind != "other" else _BULLET.match(item.value)
        if bullet is None:
            break
        names.append(item.value[bullet.end() :])
        end, stop = item.start + len(item.value), item.stop
    if len(names) > 1 and "|" in text[start:end]:
        return slot
    return slot._replace(value=" | ".join(names), start=start, end=end, stop=stop)


def _is_headline(text: str, item: Item, labels: Labels) -> bool:
    """Whether the first line is a title with a colon in it, and none else is.

    It stands above known labels, or is no dateline, and apart from the text below it.
    """
    line = _as_other(text, item)
    is_plain = text.startswith(item.name, line.start) and item.name not in labels.weak
    is_whole = text[item.stop - 1] in "\r\n" and len(line.value) <= _LONGEST_TITLE
    is_whole = is_whole and not _is_idle(item, labels)
    after = next_item(text, item.stop, labels)
    if not (is_plain and is_whole and item.value and after) or item.value.endswith(_FULL_STOPS):
        return False
    title = [_slot(line)]
    leads = _unlabelled(text, after, title, labels)
    if not (leads or _is_valued(after) or _is_led(text, after, labels)):
        is_sentence = item.value.rstrip(_CLOSING).endswith(_FULL_STOPS)
        is_text = is_sentence or _is_dateline(text, item, labels)
        is_above = after.kind == "other" or _is_dateline(text, after, labels)
        return after.spaced and is_above and not is_text
    for other in items(text, leads[-1].stop if leads else item.stop, labels):
        if other.kind == "heading" or labels.is_title(other.name):
            return False
        if other.kind not in ("label", "unknown", "alone"):
            # Below label lines that stand right below it, a plain line may be the title.
            return bool(leads) or after.spaced or not _is_title(text, other, title, labels)
    return True


def _is_above_labels(text: str, item: Item, after: Item, labels: Labels) -> bool:
    """Whether known labels, a by-line or a date stand right below a line, and text further on.

    Then it is a title, whatever it ends with: ``Rain in the U.S.``
    """
    leads = _unlabelled(text, after, [_slot(item)], labels)
    if not (_is_sure(after) or (leads and SUBTITLE not in [lead.name for lead in leads])):
        return False
    below = items(text, leads[-1].stop if leads else after.begin, labels)
    return any(item.kind not in ("label", "unknown") for item in below)


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
    value = next_item(text, item.stop, labels)
    if value is None or value.kind != "other" or value.spaced or _rule(value):
        return None
    return value if _is_fit(text, item, value, slots, labels) else None


def _is_fit(text: str, item: Item, value: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether *value* may be that of a lone label, which behind a blank line may be a crosshead."""
    if item.kind == "label" or (slots and not item.spaced):
        return True
    below = next_item(text, line_start(text, value.stop), labels)
    is_line = below is None or below.spaced or below.kind != "other"
    return is_line and labels.fits(item.name, value.value)


def _as_other(text: str, item: Item) -> Item:
    """*item* as a plain line, whatever label is on it."""
    line = text[item.begin : item.start + len(item.value)]
    value = line.lstrip(IN_FRONT)
    return item._replace(
        kind="other", name="", value=value, start=item.begin + len(line) - len(value)
    )


def _belongs(text: str, item: Item, slots: list[Slot], labels: Labels, *, titled: bool) -> bool:
    """Whether *item* is part of a header without fences that has *slots*, perhaps a title, so far."""
    if item.kind == "label":
        return True
    if item.kind == "unknown":
        if _is_dateline(text, item, labels):
            return False
        is_below = bool(slots) and not item.spaced and labels.fits(item.name, item.value)
        if (is_below and not _is_broken(text, item, labels)) or _leads(text, item, labels):
            return True
        return item.spaced and _is_among(text, item, slots, labels)
    if item.kind == "heading":
        return all(slot.name != TITLE for slot in slots)
    return item.kind == "other" and not titled and _is_title(text, item, slots, labels)


def _is_among(text: str, item: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether an unknown label stands among known ones, each apart, as archives print them above a text."""
    is_short = len(item.value) <= _LONGEST_ABOVE and labels.fits(item.name, item.value)
    if not (is_short and item.value and slots and labels.has(slots[-1].name)):
        return False
    above = slots[-1].begin
    below = [*itertools.islice(items(text, item.stop, labels), _MOST_LINES)]
    if not (below and _is_valued(below[0]) and below[0].spaced):
        return False
    is_apart = _BLANK_ABOVE.search(text, max(0, above - _WIDEST_GAP), above) is not None
    return is_apart and any(one.kind not in ("label", "unknown") for one in below)


def _is_broken(text: str, item: Item, labels: Labels) -> bool:
    """Whether a line is the first of a sentence, which goes on below it in small letters."""
    at = line_start(text, item.stop)
    if text[at : at + 1].isalnum() and not text[at].islower():
        return False  # as most lines begin, which need not be read for this
    below = next_item(text, at, labels)
    if below is None or below.spaced or not _goes_on(below):
        return False
    after = next_item(text, line_start(text, below.stop), labels)
    return after is None or not _is_sure(after)


def _goes_on(item: Item) -> bool:
    """Whether a line begins in small letters, as what goes on from the line above; no key, no host."""
    is_small = item.kind == "other" and item.value[0].islower()
    is_host = is_small and _HOST_ALONE.fullmatch(item.value) is not None
    return is_small and not is_host and ":" not in item.value.split(" ", 1)[0]


def _is_dateline(text: str, item: Item, labels: Labels) -> bool:
    """Whether a line with a colon surely begins with a dateline, and not with a weak label of a date."""
    if item.name in labels.weak and labels.is_dated(item.value):
        return False
    return labels.is_dateline(_as_other(text, item).value)


def _leads(text: str, item: Item, labels: Labels) -> bool:
    """Whether *item*, of an unknown label, stands right above a known one, perhaps with others."""
    below: Item | None = item
    while below is not None and (below.kind == "unknown" or _lead(below, "", labels).name == DATED):
        below = next_item(text, line_start(text, below.stop), labels)
        if below is None or below.spaced:
            return False
    return below is not None and below.kind == "label" and bool(below.value)


def _is_title(text: str, item: Item, slots: list[Slot], labels: Labels) -> bool:
    """Whether a plain line reads as a title: short, no sentence, apart from what follows.

    Below label lines it must be no source and no dateline, and more text must follow.
    """
    if len(item.value) > _LONGEST_TITLE or _is_hollow(item.value):
        return False
    stop = _underlined(text, item, labels)
    after = next_item(text, stop, labels)
    if stop > item.stop and not slots:
        return True
    if _HOST_ALONE.fullmatch(item.value) or labels.lead(item.value, "") in (DATED, ADDRESSED):
        return False
    if item.value.endswith(_FULL_STOPS):
        return not slots and after is not None and _is_above_labels(text, item, after, labels)
    if after is None or (slots and _is_text(item, after, labels)):
        return False
    known = after.kind in ("label", "fence", "alone") or after.spaced
    if known or (after.kind == "unknown" and _leads(text, after, labels)):
        return True
    title = _slot(item)
    is_wrapped = not slots and _wrapped(text, title, labels) != title
    return is_wrapped or bool(_unlabelled(text, after, [title], labels))


def _is_text(item: Item, after: Item, labels: Labels) -> bool:
    """Whether a line below label lines is no title: for how it looks, or what stands below it."""
    line = item.value
    if _NO_TITLE.fullmatch(line) or labels.is_dateline(line) or labels.is_button(line):
        return True
    return not after.value or _goes_on(after)


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
    below = next_item(text, found.end(), labels)
    return found.end() if below is not None and _is_sure(below) else stop


def _is_valued(item: Item) -> bool:
    """Whether *item* is a known label with its value."""
    return item.kind == "label" and bool(item.value)


def _is_sure(item: Item) -> bool:
    """Whether *item* is a known label with its value, right below what stands in front."""
    return _is_valued(item) and not item.spaced


def _unlabelled(text: str, item: Item, slots: list[Slot], labels: Labels) -> list[Slot]:
    """The lines without a label that begin with *item*: by-line, date, host, subtitle; else none.

    They stand between a title and a known label, or are what is below it, if a date is among them.
    Right below a label line, a date alone is one, or a by-line with nothing right below it.
    """
    if not slots or slots[-1].name != TITLE:
        lead = _lead(item, "", labels)
        is_one = bool(slots) and not item.spaced and _may_follow(text, item, lead, slots, labels)
        return [lead] if is_one else []
    found, lines = list[Slot](), list[Item]()
    best, below = list[Slot](), cast("Item | None", item)
    while below is not None and len(lines) < _MOST_LINES:
        below = _or_lead(text, below, str(slots[-1].value), labels)
        lead = _next_lead(text, below, str(slots[-1].value), found, labels)
        if not lead.name:
            break
        found.append(lead)
        lines.append(below)
        below = next_item(text, line_start(text, below.stop), labels)
        if _are_leads(text, slots[-1], found, lines, below, labels):
            best = [*found]
    return best


def _next_lead(text: str, item: Item, title: str, found: list[Slot], labels: Labels) -> Slot:
    """The slot of a line below those *found*: each kind once; one without a name if it can be none."""
    if item.kind not in ("other", "heading"):
        return _slot(item)._replace(name="")
    if _is_hollow(item.value) and not _rule(item):
        return _slot(item)._replace(name=IDLE)
    lead, names = _lead(item, title, labels), [one.name for one in found]
    if not lead.name and _is_standfirst(text, item, title, labels):
        lead = lead._replace(name=SUBTITLE)
    is_signed = names[-1:] in ([BYLINE], [IDLE]) and not item.spaced
    is_more = lead.name in _MORE and is_signed and labels.goes_on(item.value)
    if is_more or (lead.name == DATED and DATED in names):
        return lead._replace(name=IDLE)
    names = [name for name in names if name not in _SILENT]
    is_too_much = lead.name in names or len(names) == _MOST_LEADS
    return lead._replace(name="") if is_too_much and lead.name not in _SILENT else lead


def _or_button(text: str, item: Item, labels: Labels) -> Item:
    """*item* as a plain line, if an unknown label and its value are what readers can do: ``Share:``."""
    if item.kind != "unknown":
        return item
    line = _as_other(text, item)
    return line if labels.is_button(line.value) else item


def _or_lead(text: str, item: Item, title: str, labels: Labels) -> Item:
    """*item* as a plain line, if an unknown label and its value are that, or a by-line: ``Words: Jane Roe``."""
    if item.kind != "unknown":
        return item
    line = _as_other(text, item)
    return line if labels.lead(line.value, title) in (BUTTON, BYLINE) else item


def _may_follow(text: str, item: Item, lead: Slot, slots: list[Slot], labels: Labels) -> bool:
    """Whether a line without a label right below a label line is one of the header."""
    if lead.name != BYLINE or any(slot.name == BYLINE for slot in slots):
        return lead.name in (DATED, BUTTON)
    below = next_item(text, line_start(text, item.stop), labels)
    return below is None or below.spaced or below.kind in ("label", "unknown", "fence")


def _are_leads(
    text: str, title: Slot, found: list[Slot], lines: list[Item], below: Item | None, labels: Labels
) -> bool:
    """Whether the *lines* above *below* are what *found* says: by a known label there, or a date."""
    names = [slot.name for slot in found]
    subtitle = lines[names.index(SUBTITLE)] if SUBTITLE in names else None
    spaced = any(line.spaced for line in lines)
    if below is not None and (_is_valued(below) or _is_led(text, below, labels)):
        is_parted = subtitle is not None and (spaced or below.spaced)
        return not is_parted or _is_apart(text, title, cast(Item, subtitle), below, labels)
    is_full = BYLINE in names and DATED in names
    is_opened = below is not None and _is_opened(found, below, labels)
    is_stamped = any(one.name == BYLINE and _is_dated(one) for one in found)
    is_above = is_opened or (below is not None and (is_full or is_stamped))
    if names[-1] == SUBTITLE or (subtitle is not None and spaced and not is_above):
        return False  # it may be the text
    ends = below is None or below.spaced or below.kind == "fence"
    is_report = BUTTON in names or _is_report(text, below, labels) or is_opened
    is_sure = ADDRESSED in names or any(map(_is_dated, found)) or (BYLINE in names and is_report)
    return is_full or (ends and (is_sure or {*names} == {BUTTON}))


def _is_opened(found: list[Slot], below: Item, labels: Labels) -> bool:
    """Whether a by-line among *found* begins with a word for it, and no date is below, but text."""
    signed = any(one.name == BYLINE and labels.is_opened(str(one.value)) for one in found)
    return signed and _lead(below, "", labels).name != DATED


def _is_report(text: str, item: Item | None, labels: Labels) -> bool:
    """Whether a line surely begins with a dateline."""
    return item is not None and item.kind != "fence" and _is_dateline(text, item, labels)


def _is_dated(slot: Slot) -> bool:
    """Whether a line without a label is a date, or a by-line or host that has one behind it."""
    value = str(slot.value)
    is_more = slot.name in (DATED, BYLINE) or (slot.name == HOSTED and " " in value)
    return is_more and any(map(str.isdigit, value))


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


def _lead(item: Item, title: str | None, labels: Labels) -> Slot:
    """The slot of a line without a label, below a title; one without a name if it can be none."""
    width = marks_of(item.value)
    if width:
        item = item._replace(value=item.value[width:-width], start=item.start + width)
    name = labels.lead(item.value, title) if item.kind == "other" else ""
    if not name and _is_subtitle(item):
        name = SUBTITLE
    return _slot(item)._replace(name=name)


def _is_standfirst(text: str, item: Item, title: str, labels: Labels) -> bool:
    """Whether a line is a sentence that a by-line is right below."""
    value = item.value
    begins = item.kind == "other" and (value[0].isupper() or value[0] in _QUOTES)
    if not (begins and value.endswith(_FULL_STOPS) and len(value) <= _LONGEST_TITLE):
        return False
    below = next_item(text, line_start(text, item.stop), labels)
    return below is not None and _lead(below, title, labels).name == BYLINE


def _is_subtitle(item: Item) -> bool:
    """Whether a line is short and no sentence, and not the end of one."""
    value = item.value
    if item.kind == "heading":
        return bool(value)
    begins = value[:1].isalnum() or value[:1] in _QUOTES
    ends = len(value) <= _LONGEST_TITLE and not value.endswith(_FULL_STOPS)
    return begins and ends and not value[0].islower() and not _NO_TITLE.fullmatch(value)


def _slot(item: Item) -> Slot:
    width = marks_of(item.value) if item.kind in ("other", "heading") else 0
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
    return scan if names - {TITLE, BODY} else _with_tail(text, scan, labels)


def _with_tail(text: str, scan: Scan, labels: Labels) -> Scan:
    """*scan* with the label lines behind the body, if there is one."""
    if not scan.slots or scan.slots[-1].name != BODY:
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
    """The label lines of a paragraph, perhaps below a fence; None if anything else is in it."""
    slots: list[Slot] = []
    while (item := next_item(text, at, labels)) is not None and item.begin < end:
        if item.kind == "fence" and not slots:
            at = item.stop
        elif item.value and (item.kind == "label" or (item.kind == "unknown" and slots)):
            slots.append(_slot(item))
            at = line_start(text, item.stop)
        else:
            return None
    return slots


def _repeated(slots: list[Slot]) -> tuple[Flaw, ...]:
    names = {fold(slot.name) for slot in slots}
    if len(names) == len(slots):
        return ()
    slots = [slot for slot in slots if slot.name not in _SILENT]
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
    blank = BLANK_LINE.match(text, at)
    return at if blank is None else blank.end()


def split(text: str, slot: Slot, pieces: Iterable[tuple[str, int, int, int]]) -> Iterator[Slot]:
    """*slot* in pieces that stand one after another on its line: parted as by a bar.

    Each has its name, empty for that of the slot, and where it and its value begin and end within
    the slot's value.
    """
    found = [*pieces]
    stops = [slot.start + begin for _, begin, _, _ in found[1:]]
    for (name, begin, start, end), stop in zip(
        found, [*stops, line_end(text, slot.stop)], strict=True
    ):
        value = text[slot.start + start : slot.start + end]
        spot = slot.begin if not begin else slot.start + begin
        yield Slot(name or slot.name, value, slot.start + start, slot.start + end, spot, stop)
