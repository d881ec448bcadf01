"""The slots of a YAML mapping: find, change, insert and remove them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from snippetkit.syntax.tree import Edit, Plain, Scan, Slot, newline_of, spliced
from snippetkit.syntax.yaml._changes import Pen, replacements
from snippetkit.syntax.yaml._composer import tree_of
from snippetkit.syntax.yaml._nodes import BLOCK_LIST, BLOCK_MAP, FLOW_MAP, Tree
from snippetkit.syntax.yaml._places import before_line_end, column_of, line_start
from snippetkit.syntax.yaml._plain import plain_slots
from snippetkit.syntax.yaml._spelling import lines_of, string
from snippetkit.syntax.yaml._values import accept, accept_text, says, value_of

__all__ = ["create", "insert", "remove", "replace", "scan"]


def scan(text: str, start: int, end: int) -> Scan:
    r"""The slots of the block mapping that ``text[start:end]`` holds. Total: it never raises.

    A plain scalar is None (``null``, ``~`` or nothing), True or False (``true``, ``false``), a
    number where Python spells that number exactly so, a `Stamp` where it begins as a date does,
    and otherwise the text that stands there. What is quoted or has a tag is a text. An alias
    says what its anchor says.

    >>> text = "title: Yes\ndate: 2024-01-02 # today\ntags: [a, 1]\n"
    >>> [(slot.name, slot.value) for slot in scan(text, 0, len(text)).slots]
    [('title', 'Yes'), ('date', '2024-01-02'), ('tags', ['a', 1])]

    Flaws: ``yaml`` (not YAML, or no mapping), ``too-long``, ``too-deep``, ``duplicate-key``,
    ``complex-key``, ``yaml-alias`` (of nothing, of itself, or a merge key), ``alias-bomb``.
    """
    plain = plain_slots(text, _base(text, start, end), end)
    return composed_scan(text, start, end) if plain is None else Scan(plain, (), start, end)


def composed_scan(text: str, start: int, end: int) -> Scan:
    """The same of all YAML, by PyYAML."""
    base = _base(text, start, end)
    tree = tree_of(text[base:end])
    slots = (
        Slot(
            name.text,
            value_of(value),
            base + value.start,
            base + value.end,
            base + begin,
            base + stop,
        )
        for name, value, begin, stop in tree.rows
    )
    flaws = (flaw._replace(start=base + flaw.start, end=base + flaw.end) for flaw in tree.flaws)
    return Scan(tuple(slots), tuple(flaws), start, end)


def replace(text: str, scan: Scan, index: int, value: Plain) -> Edit:
    r"""The splice that makes slot number *index* say *value*, in the manner of the old spelling.

    Quotes, block scalars, brackets and dashes stay where the value allows; members of a list or
    mapping that do not change keep their lines. A `Stamp` stays in quotes where there were some.

    >>> text = "tags:\n  - a # first\n  - 'b'\n"
    >>> edit = replace(text, scan(text, 0, len(text)), 0, ["a", "it's", "c"])
    >>> spliced(text, edit)
    "tags:\n  - a # first\n  - 'it''s'\n  - 'c'\n"

    Raises `ValueError` if it would not be read as the same, or if another value would change with
    it because an alias stands for it.
    """
    base, tree, pen = _written(text, scan)
    accept(value)
    expected = [(scan.slots[index].name, value)]
    reason = ""
    for edit in replacements(pen, tree.rows[index].value, value, tree.column):
        moved = Edit(base + edit.start, base + edit.end, edit.text)
        reason = _doubt(text, scan, moved, slice(index, index + 1), expected)
        if not reason:
            return moved
    raise ValueError(reason)


def insert(text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
    r"""The splice that puts a new slot before number *index*, or after the last. See `remove`.

    Comment lines right above a slot stay with it. Lists are indented as the text's others are.

    >>> text = "title: A\n# when\ndate: 2024-01-02\n"
    >>> edit = insert(text, scan(text, 0, len(text)), 1, "tags", ["a"])
    >>> spliced(text, edit)
    'title: A\ntags:\n  - a\n# when\ndate: 2024-01-02\n'

    Raises `ValueError` if it would not be read as the same, or there is that name already.
    """
    base, tree, pen = _written(text, scan)
    accept_text(name)
    accept(value)
    at = _place_before(pen.text, tree, index)
    body = pen.newline.join(lines_of(f"{string(name)}:", value, tree.column, pen.step))
    is_open = at > 0 and pen.text[at - 1] not in "\r\n"
    edit = Edit(base + at, base + at, pen.newline + body if is_open else body + pen.newline)
    return _undoubted(text, scan, edit, slice(index, index), [(name, value)])


def remove(text: str, scan: Scan, index: int) -> Edit:
    r"""The splice that takes exactly the lines of slot number *index* away. Inverse of `insert`.

    >>> text = "title: A # main\n# when\ndate: 2024-01-02\n"
    >>> spliced(text, remove(text, scan(text, 0, len(text)), 0))
    '# when\ndate: 2024-01-02\n'

    Raises `ValueError` if other values would change with it, because an alias stands for it.
    """
    _written(text, scan)
    edit = Edit(scan.slots[index].begin, scan.slots[index].stop, "")
    return _undoubted(text, scan, edit, slice(index, index + 1), [])


def create(items: Iterable[tuple[str, Plain]], newline: str) -> str:
    r"""A fresh text that says *items*, in block style. Inverse of `scan`.

    Texts stand bare where every reader of YAML takes them for texts, otherwise in the double
    quotes of JSON; a `Stamp` stands bare if it begins as a date does.

    >>> from snippetkit.syntax.tree import Stamp
    >>> create([("title", "No"), ("date", Stamp("2024-01-02")), ("tags", ["a", "b"])], "\n")
    'title: "No"\ndate: 2024-01-02\ntags:\n  - a\n  - b\n'

    Raises `ValueError` for what YAML cannot say: lone surrogates, NaN, a name that comes twice.
    """
    pairs = list(items)
    for name, value in pairs:
        accept_text(name)
        accept(value)
    lines = (line for name, value in pairs for line in lines_of(f"{string(name)}:", value, 0, 2))
    text = "".join(line + newline for line in lines)
    _undoubted("", Scan((), (), 0, 0), Edit(0, 0, text), slice(0, 0), pairs)
    return text


def _base(text: str, start: int, end: int) -> int:
    """Where the mapping begins: after a BOM, which is no part of the first name."""
    return start + text.startswith("\ufeff", start, end)


def _written(text: str, scan: Scan) -> tuple[int, Tree, Pen]:
    """Where a mapping that is written to begins, its nodes, and what edits must know of its text."""
    return scan.once("written", lambda: _to_write(text, scan))


def _to_write(text: str, scan: Scan) -> tuple[int, Tree, Pen]:
    base = _base(text, scan.start, scan.end)
    stretch = text[base : scan.end]
    tree = tree_of(stretch)
    if tree.style != BLOCK_MAP:
        reason = "a mapping in braces" if tree.style == FLOW_MAP else tree.flaws[-1].message
        raise ValueError(f"this YAML is not written to: {reason}")
    return base, tree, Pen(stretch, newline_of(text), _step(stretch, tree), hold=True)


def _step(text: str, tree: Tree) -> int:
    """How far the dashes of lists stand to the right of their names in this text; 2 by default."""
    lists = (row.value for row in tree.rows if row.value.style == BLOCK_LIST)
    return next((column_of(text, node.start) - tree.column for node in lists), 2)


def _place_before(text: str, tree: Tree, index: int) -> int:
    """Where a new slot number *index* goes: above the comment lines right above the old one."""
    if index >= len(tree.rows):
        return tree.rows[-1].stop if tree.rows else len(text)
    at, floor = tree.rows[index].begin, tree.rows[index - 1].stop if index else 0
    while at > floor:
        above = line_start(text, before_line_end(text, at), floor)
        if not text[above:at].lstrip(" \t").startswith("#"):
            break
        at = above
    return at


def _doubt(
    text: str, before: Scan, edit: Edit, where: slice, fresh: Sequence[tuple[str, Plain]]
) -> str:
    """Why *edit* would not make just the slots at *where* say what is *fresh*; nothing if it would."""
    if before.known is not None:
        text, before, edit, where = _alone(text, before, edit, where)
        if "*" in text:  # perhaps an alias, which says nothing alone
            return ""
    expected = [(slot.name, slot.value) for slot in before.slots]
    expected[where] = fresh
    end = before.end + len(edit.text) - (edit.end - edit.start)
    found = scan(spliced(text, edit), before.start, end)
    known = Counter(flaw.code for flaw in before.flaws)
    for flaw in found.flaws:
        known[flaw.code] -= 1
        if known[flaw.code] < 0:
            return f"it would break the YAML: {flaw.message}"
    for slot, (name, value) in zip(found.slots, expected, strict=False):
        if slot.name != name or not says(slot.value, value):
            return f"YAML would not read {name!r} as it should be"
    return "" if len(found.slots) == len(expected) else "YAML would read other names there"


def _alone(text: str, scan: Scan, edit: Edit, where: slice) -> tuple[str, Scan, Edit, slice]:
    """The lines of the slots at *where* as a text of their own, with *edit* in it.

    Many edits are proved together; each by itself only in its own lines, so that the way is found
    to spell it.
    """
    slots = scan.slots[where]
    begin, stop = (slots[0].begin, slots[-1].stop) if slots else (edit.start, edit.end)
    moved = Edit(edit.start - begin, edit.end - begin, edit.text)
    return text[begin:stop], Scan(slots, (), 0, stop - begin), moved, slice(None)


def _undoubted(
    text: str, scan: Scan, edit: Edit, where: slice, fresh: Sequence[tuple[str, Plain]]
) -> Edit:
    if reason := _doubt(text, scan, edit, where, fresh):
        raise ValueError(reason)
    return edit
