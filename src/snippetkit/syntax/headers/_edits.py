"""Splices that replace a value, and insert or remove a line."""

from __future__ import annotations

import re

from snippetkit.syntax.headers._items import (
    BLANK_LINE,
    COLON,
    ITEM,
    LEADS,
    NO_BREAK,
    TITLE,
    Labels,
    balanced,
    closed,
    line_start,
)
from snippetkit.syntax.tree import BODY, Edit, Plain, Scan, Slot, newline_of

__all__ = ["body_text", "insert", "label_of", "line_of", "remove", "replace"]

_UNFIT = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


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


def label_of(name: str, labels: Labels | None = None) -> str:
    """*name* as a label, among those that are known.

    Raises:
        ValueError: a line that begins so would not read as this label's.
    """
    line = f"{name}: x"
    found = ITEM.match(line)
    if found is not None and found["label"] and labels is not None:
        found = labels.found(found, line)
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
    if slot.name == TITLE and "#" in text[slot.begin : slot.start]:
        line = line if "#" in text[slot.end : slot.stop] else closed(line)
    elif slot.name == TITLE and not line:
        raise ValueError("a title without a heading's signs is not there when it is empty")
    if _BAR in str(slot.value) and (gaps := _GAP.findall(text, slot.start, slot.end)):
        line = _one_a_line(line.split(_BAR), gaps)
    if line and slot.start == slot.end and text[slot.start - 1 : slot.start] not in _SPACED:
        line = " " + line
    return Edit(slot.start, slot.end, line)


_BAR = " | "
_GAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*[-*+•][ \t]+")


def _one_a_line(names: list[str], gaps: list[str]) -> str:
    """*names* with what stands between those of a list: line ends and bullets."""
    gaps = [*gaps, *gaps[-1:] * len(names)]
    return names[0] + "".join(gap + name for gap, name in zip(gaps, names[1:], strict=False))


def remove(text: str, scan: Scan, index: int) -> Edit:
    """The splice that takes exactly slot number *index* away. Inverse of `insert`.

    The only line of a header takes the blank lines around it along, which would be the body's.
    """
    slot, last = scan.slots[index], scan.slots[-1]
    if len(scan.slots) == 2 and last.name == BODY and last.begin == slot.stop:
        is_blank = not text[scan.start : slot.begin].strip(" \t\r\n")
        return Edit(scan.start if is_blank else slot.begin, last.start, "")
    return Edit(slot.begin, slot.stop, "")


def insert(
    text: str, scan: Scan, index: int, name: str, value: Plain, labels: Labels | None = None
) -> Edit:
    """The splice that puts a new slot before number *index*, spelled as its neighbours are.

    Inverse of `remove`. *labels* are those that are known.
    """
    if name == BODY:
        return _insert_body(text, scan, value)
    newline = newline_of(text)
    index = _line_after(text, scan.slots, index)
    before = scan.slots[index - 1] if index else None
    behind = (scan.slots[n] for n in range(index, len(scan.slots)))
    after = next((slot for slot in behind if slot.name != BODY), None)
    stop = line_start(text, before.stop) if before else None
    at = after.begin if after and stop is None else scan.start if stop is None else stop
    spelled = name if name == TITLE else label_of(name, labels)
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
    while index < len(slots) and slots[index].name in LEADS:
        index += 1
    while 0 < index < len(slots) and slots[index].begin == slots[index - 1].stop:
        if text[slots[index].begin - 1] in "\r\n":
            break
        index += 1
    return index


def _apart(text: str, stop: int, end: int) -> bool:
    """Whether a blank line parts the line that ends at *stop* from what follows in the header."""
    return stop < end and BLANK_LINE.match(text, stop) is not None


def _fenced_at(text: str, at: int) -> bool:
    found = ITEM.match(text, at)
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
        return f"## {closed(value)}".rstrip(" ")
    lead, colon, close, tail = "", ": ", False, ""
    for slot in (before, after):
        if slot is not None and slot.name not in (TITLE, BODY):
            line = _with_a_plain_label(text, slot)
            found = ITEM.match(line)
            if found is not None and found["colon"]:
                marks = line[: found.start("at")].strip(" \t")
                lead, colon = marks + found["lead"], found["colon"]
                close = bool(found["value"]) and not value.startswith("//")
                close = close and not (name[-1:].isdigit() and value[:1].isdigit())  # no time
                tail = text[slot.end : slot.stop].strip(f" \t\r\n{NO_BREAK}")
                lead, colon, tail = balanced(lead, colon, tail)
                break
    colon = colon if close or colon[-1:] in _SPACED else f"{colon} "
    return f"{lead}{name}{colon if value else colon.rstrip(' ')}{value}{tail}"


def _with_a_plain_label(text: str, slot: Slot) -> str:
    """The line of *slot*, its label without colons in it."""
    before = text[slot.begin : slot.start].replace(slot.name, COLON.sub("x", slot.name), 1)
    return before + text[slot.start : slot.stop]


_SPACED = (" ", "\t", "\xa0", "\u202f", "：")
"""What a value stands behind without a further blank; the wide colon has one of its own."""
