"""The laws of every syntax: plain functions of a syntax module and drawn data.

Each syntax has its own test module with its own grammar of documents; what is true of all of them
stands here. A law raises `AssertionError` when it does not hold; those of writing return whether
they came to do their work (`False`: the syntax refused the value, and `refusable` allowed that).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from hypothesis import strategies as st

from snippetkit.syntax.tree import Edit, Plain, Scan, Slot, Stamp, Syntax, newline_of, spliced

__all__ = [
    "NEWLINES",
    "TRAPS",
    "Region",
    "create_gives_the_items",
    "create_is_stable",
    "create_uses_the_newline",
    "insert_adds_one_slot",
    "insert_then_remove_is_nothing",
    "items_of",
    "line_ends_are_the_texts",
    "plains",
    "remove_takes_one_slot",
    "replace_changes_one_value",
    "same",
    "same_value_same_text",
    "scan_is_total",
    "texts",
    "varied",
]

NEWLINES = ("\n", "\r\n", "\r")

TRAPS = (
    *("", " ", "\t", "\n", "\r\n", "\r", "\x0b", "\x0c"),
    *("\x1c", "\x85", "\xa0", "\u2028", "\u2029"),
    *("\ufeff", "\x00", "\x1b", "\x7f", "\x9f", "\ud800", "\udc00", "\ud83d\ude00", "\U0001f600"),
    *(
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "\\u0041",
        "\\n",
        "/",
        "`",
        "#",
        " #",
        ": ",
        ":",
        "=",
        ",",
        "- ",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "{}",
        "[]",
        "---",
        "+++",
        "...",
        "\n---\n",
        "\n+++\n",
        "|",
        ">",
        "&a",
        "*a",
    ),
    *("!", "!!str", "%", "@", "?", "~", "<<", "null"),
    *("true", "no", "yes", "on", "y", "1", "0o7", "1e3"),
    *("1_000", "12:30:00", ".inf", "nan", "-0.0", "2024-01-01", "2024-01-01T10:00:00Z", "10:00:00"),
    *("\u0627\u0631\u062f\u0648", "\u4e2d\u6587", "e\u0301"),
    *("\u00e9", "\u200c", "\u202e", "\ufffe", "\uffff"),
)
"""Pieces of text that break naive code."""


class Region(NamedTuple):
    """A text and the stretch of it that a syntax reads."""

    text: str
    start: int
    end: int

    @staticmethod
    def of(text: str, before: str = "", after: str = "") -> Region:
        """The region *text* between what stands *before* and *after* it."""
        return Region(before + text + after, len(before), len(before) + len(text))

    def scan(self, syntax: Syntax) -> Scan:
        """What *syntax* finds there."""
        return syntax.scan(self.text, self.start, self.end)

    def edited(self, edit: Edit) -> Region:
        """The region after *edit*, which must lie within it."""
        assert self.start <= edit.start <= edit.end <= self.end
        grown = len(edit.text) - (edit.end - edit.start)
        return Region(spliced(self.text, edit), self.start, self.end + grown)


def texts(max_pieces: int = 6) -> st.SearchStrategy[str]:
    """Any text, lone surrogates too, with the traps often and whole."""
    piece = st.one_of(
        st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=()), max_size=4)
    )
    return st.lists(piece, max_size=max_pieces).map("".join)


def plains(
    strings: st.SearchStrategy[str] | None = None,
    *,
    none: bool = True,
    floats: st.SearchStrategy[float] | None = None,
    integers: st.SearchStrategy[int] | None = None,
    max_leaves: int = 8,
) -> st.SearchStrategy[Plain]:
    """Plain values: scalars, lists and mappings of them. *strings* also serve as keys."""
    strings = texts() if strings is None else strings
    scalars: list[st.SearchStrategy[Plain]] = [
        st.booleans(),
        st.integers() if integers is None else integers,
        st.floats(allow_nan=False, allow_infinity=False) if floats is None else floats,
        strings,
        strings,
    ]
    leaf: st.SearchStrategy[Plain] = st.one_of(*scalars, *([st.none()] if none else []))
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(strings, inner, max_size=4)
        ),
        max_leaves=max_leaves,
    )


def items_of(
    values: st.SearchStrategy[Plain], names: st.SearchStrategy[str] | None = None, max_size: int = 5
) -> st.SearchStrategy[list[tuple[str, Plain]]]:
    """Named values, each name once."""
    pair = st.tuples(texts() if names is None else names, values)
    return st.lists(pair, max_size=max_size, unique_by=lambda item: item[0])


def varied(
    data: st.DataObject,
    value: Plain,
    values: st.SearchStrategy[Plain],
    names: st.SearchStrategy[str],
) -> Plain:
    """*value* with entries gone, new, moved or changed, the last to what only looks the same."""
    if isinstance(value, Mapping):
        kept = [
            name for name in data.draw(st.permutations(list(value))) if data.draw(st.booleans())
        ]
        items = [(name, varied(data, value[name], values, names)) for name in kept]
        new = data.draw(st.lists(st.tuples(names, values), max_size=1))
        return dict(items + new if data.draw(st.booleans()) else new + items)
    if isinstance(value, Sequence) and not isinstance(value, str):
        items_kept = [item for item in value if data.draw(st.booleans())]
        varied_items = [varied(data, item, values, names) for item in items_kept]
        return [*varied_items, *data.draw(st.lists(values, max_size=1))]
    twins: list[Plain] = [value]
    if isinstance(value, (bool, int, float)):
        twins += [bool(value), -value, *([int(value), float(value)] if abs(value) < 2**53 else [])]
    return data.draw(st.one_of(st.sampled_from(twins), values))


def same(one: Plain, two: Plain) -> bool:
    """Whether two values are the same, strictly: True is not 1, 1.0 is not 1, -0.0 is not 0.0.

    Lists and tuples are one kind; so are mappings, whose order counts. A `Stamp` is no `str`.
    """
    if isinstance(one, str) and isinstance(two, str):
        return str(one) == str(two) and isinstance(one, Stamp) == isinstance(two, Stamp)
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        return list(one) == list(two) and all(same(one[name], two[name]) for name in one)
    if isinstance(one, (str, Mapping)) or isinstance(two, (str, Mapping)):
        return False
    if isinstance(one, Sequence) and isinstance(two, Sequence):
        return len(one) == len(two) and all(map(same, one, two))
    return type(one) is type(two) and repr(one) == repr(two)


def scan_is_total(syntax: Syntax, region: Region) -> Scan:
    """Any text: no exception; spans lie in the region, in order, apart; the same each time."""
    scan = region.scan(syntax)
    assert region.start <= scan.start <= scan.end <= region.end
    reached = scan.start
    for slot in scan.slots:
        assert reached <= slot.begin <= slot.start <= slot.end <= slot.stop <= scan.end, slot
        assert type(slot.name) is str
        reached = slot.stop
    for flaw in scan.flaws:
        assert region.start <= flaw.start <= flaw.end <= region.end, flaw
        assert flaw.code
        assert flaw.message
    assert repr(region.scan(syntax)) == repr(scan)
    return scan


def create_gives_the_items(
    syntax: Syntax, items: Iterable[tuple[str, Plain]], newline: str
) -> None:
    """What was created is read as the same items, in order, without a flaw."""
    items = list(items)
    scan = scan_is_total(syntax, Region.of(syntax.create(items, newline)))
    assert not scan.flaws, scan.flaws
    _assert_items([(slot.name, slot.value) for slot in scan.slots], items)


def create_is_stable(syntax: Syntax, items: Iterable[tuple[str, Plain]], newline: str) -> None:
    """What was created, read and created again is the same text."""
    text = syntax.create(items, newline)
    read = Region.of(text).scan(syntax).slots
    assert syntax.create([(slot.name, slot.value) for slot in read], newline) == text


def create_uses_the_newline(
    syntax: Syntax, items: Iterable[tuple[str, Plain]], newline: str
) -> None:
    """What was created ends its lines with *newline* alone, the last one too."""
    text = syntax.create(items, newline)
    assert text == "" or text.endswith(newline)
    assert set(_line_ends(text)) <= {newline}


def replace_changes_one_value(
    syntax: Syntax, region: Region, index: int, value: Plain, *, refusable: bool = False
) -> bool:
    """Exactly the one slot says *value*; every other text, name and value is untouched.

    Nor is anything outside the old value's span, the slot's own name and spacing included; a value
    without a span of its own, which several lines give, stands in them.
    """
    scan = region.scan(syntax)
    edit = _asked(partial(syntax.replace, region.text, scan, index, value), refusable)
    if edit is None:
        return False
    slot = scan.slots[index]
    end = slot.end if slot.begin < slot.start else slot.stop
    assert slot.start <= edit.start <= edit.end <= end
    after = region.edited(edit)
    found = scan_is_total(syntax, after)
    assert _flaws(found) == _flaws(scan), found.flaws
    assert [each.name for each in found.slots] == [each.name for each in scan.slots]
    assert same(found.slots[index].value, value), (found.slots[index].value, value)
    _assert_untouched(region, scan, after, found, gone={index}, new={index})
    return True


def insert_adds_one_slot(
    syntax: Syntax,
    region: Region,
    index: int,
    name: str,
    value: Plain,
    *,
    refusable: bool = False,
) -> bool:
    """There is one slot more, at *index*, that says *value*; nothing of the text has gone."""
    scan = region.scan(syntax)
    edit = _asked(partial(syntax.insert, region.text, scan, index, name, value), refusable)
    if edit is None:
        return False
    after = region.edited(edit)
    found = scan_is_total(syntax, after)
    assert _flaws(found) == _flaws(scan), found.flaws
    assert len(found.slots) == len(scan.slots) + 1
    assert found.slots[index].name == name
    assert same(found.slots[index].value, value), (found.slots[index].value, value)
    _assert_untouched(region, scan, after, found, gone=set(), new={index})
    return True


def remove_takes_one_slot(
    syntax: Syntax, region: Region, index: int, *, refusable: bool = False
) -> bool:
    """Exactly the one slot is gone; the splice takes its value and touches no neighbour's."""
    scan = region.scan(syntax)
    edit = _asked(partial(syntax.remove, region.text, scan, index), refusable)
    if edit is None:
        return False
    slot = scan.slots[index]
    assert edit.start <= slot.start <= slot.end <= edit.end
    assert all(each.end <= edit.start for each in scan.slots[:index])
    assert all(edit.end <= each.start for each in scan.slots[index + 1 :])
    after = region.edited(edit)
    found = scan_is_total(syntax, after)
    assert not found.flaws or _flaws(found) <= _flaws(scan), found.flaws
    assert len(found.slots) == len(scan.slots) - 1
    _assert_untouched(region, scan, after, found, gone={index}, new=set())
    return True


def same_value_same_text(syntax: Syntax, region: Region, *, refusable: bool = False) -> bool:
    """To replace a value by itself changes nothing. Promised for canonical texts."""
    scan = region.scan(syntax)
    for index, slot in enumerate(scan.slots):
        ask = partial(syntax.replace, region.text, scan, index, slot.value)
        edit = _asked(ask, refusable)
        if edit is None:
            return False
        assert spliced(region.text, edit) == region.text, edit
    return True


def insert_then_remove_is_nothing(
    syntax: Syntax,
    region: Region,
    index: int,
    name: str,
    value: Plain,
    *,
    refusable: bool = False,
) -> bool:
    """A slot that came and went leaves no trace, where the syntax promises that."""
    scan = region.scan(syntax)
    edit = _asked(partial(syntax.insert, region.text, scan, index, name, value), refusable)
    if edit is None:
        return False
    after = region.edited(edit)
    back = after.edited(syntax.remove(after.text, after.scan(syntax), index))
    assert back == region, (after.text, back.text)
    return True


def line_ends_are_the_texts(region: Region, edit: Edit) -> None:
    """What an edit adds has the line ends of the region; where it has none, those of the text.

    Call it when the region has one kind of line ends only.
    """
    within = region.text[region.start : region.end]
    expected = newline_of(within if _line_ends(within) else region.text)
    assert set(_line_ends(edit.text)) <= {expected}


def _asked(ask: Callable[[], Edit], refusable: bool) -> Edit | None:
    try:
        edit = ask()
    except ValueError as error:
        if refusable and str(error):
            return None
        raise
    assert isinstance(edit, Edit)
    return edit


def _flaws(scan: Scan) -> set[tuple[str, str]]:
    return {(flaw.code, flaw.message) for flaw in scan.flaws}


def _line_ends(text: str) -> list[str]:
    return re.findall(r"\r\n|\r|\n", text)


def _without(slots: Sequence[Slot], indexes: set[int]) -> list[Slot]:
    return [slot for index, slot in enumerate(slots) if index not in indexes]


def _assert_untouched(
    region: Region, scan: Scan, after: Region, found: Scan, gone: set[int], new: set[int]
) -> None:
    """All slots but those *gone* and *new* have the same name, value and text, in order."""
    old, now = _without(scan.slots, gone), _without(found.slots, new)
    _assert_items(
        [(slot.name, slot.value) for slot in now], [(slot.name, slot.value) for slot in old]
    )
    was = [region.text[slot.start : slot.end] for slot in old]
    assert [after.text[slot.start : slot.end] for slot in now] == was


def _assert_items(found: Sequence[tuple[str, Plain]], asked: Sequence[tuple[str, Plain]]) -> None:
    assert [name for name, _ in found] == [name for name, _ in asked]
    for (name, one), (_, two) in zip(found, asked, strict=True):
        assert same(one, two), (name, one, two)
