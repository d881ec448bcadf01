"""TOML as a syntax: the laws of every syntax, then what is TOML's own."""

from __future__ import annotations

import datetime
import math
import re
import time
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import syntax_laws as laws
from snippetkit.syntax import toml
from snippetkit.syntax.tree import MAX_DEPTH, Plain, Stamp, Syntax, spliced
from syntax_laws import Region, texts

SYNTAX: Syntax = toml
NEWLINES = ("\n", "\r\n")

DATES = (
    *("2025-09-12", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.999999", "07:32:00"),
    *("1979-05-27t00:32:00-07:00", "2024-02-29 23:59:59+05:30", "00:00:00.5"),
)
STAMPS = st.sampled_from(DATES).map(Stamp)
WHOLE = texts().filter(lambda text: not re.search("[\ud800-\udfff]", text))
VALUES = laws.plains(st.one_of(WHOLE, WHOLE, STAMPS), none=False)
ANY_VALUES = laws.plains()
ITEMS = laws.items_of(VALUES, WHOLE)


# ------------------------------------------------------------------------------------ the grammar


class _Layout:
    """How one document is spaced and spelled; every choice is drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.newline = draw(st.sampled_from(NEWLINES))
        self.tidy = draw(st.booleans())

    def one_of(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def space(self, tidy: str = "") -> str:
        return tidy if self.tidy else self.one_of("", " ", "  ", "\t")

    def comment(self) -> str:
        return self.one_of("", "", " # a note", "#'''", '# """ [x] é', "#")

    def end(self) -> str:
        return self.space() + self.comment() + self.newline

    def gap(self) -> str:
        """What may stand between the items of a list."""
        return self.space() if self.tidy else self.one_of("", " ", self.end() + self.space())

    def name(self) -> str:
        return self.one_of(
            "a", "b-c", "12", "1.5", "3-4", '"a b"', "'c\"'", '"\\u00e9"', '""', "''"
        )

    def key(self) -> str:
        return self.one_of("x", "y_1", "2025-09-12", '"a#b"', "'='", '"\\"]"', "z")

    def string(self) -> str:
        inside = self.draw(WHOLE)
        lines: str = self.one_of(
            "", "a", "+", "a b", "'", '"', "''", '""', "\\\\", "#", "é", "]", "="
        )
        lines += self.one_of("", self.newline, "x" + self.newline + self.newline + "y")
        literal = re.sub("[\x00-\x08\x0a-\x1f\x7f']", "", inside)
        return self.one_of(
            tomllib_basic(inside),
            f"'{literal}'",
            f"'''{lines.replace(chr(39), '')}{literal}'''",
            f"'''{self.newline}a''b'''",
            f'"""{lines.replace(chr(34), "")}\\"\\u0041"""',
            f'"""{self.newline}a\\{self.newline}   b""c"""',
            '"""a"""""',
            "'''a'''''",
            '""""a"""',
        )

    def scalar(self) -> str:
        numbers = ("0", "-17", "+1_000", "0xDEAD_beef", "0o17", "0b101", "9" * 400)
        floats = ("1.0", "-0.0", "6.626e-34", "1e1_0", "+5E+2", "3.1_4")
        kinds = (*numbers, *floats, *DATES, "true", "false", self.string(), self.string())
        return self.one_of(*kinds)

    def value(self, depth: int = 2) -> str:
        kind = self.one_of("scalar", "scalar", "list", "table") if depth else "scalar"
        if kind == "scalar":
            return self.scalar()
        count = self.draw(st.integers(0, 3))
        if kind == "list":
            items = [self.gap() + self.value(depth - 1) + self.gap() for _ in range(count)]
            last = "," + self.gap() if items and self.one_of("", "y") else self.gap()
            return "[" + ",".join(items) + last + "]"
        keys = [self.one_of(f"k{place}", f"d.k{place}", f'"k {place}"') for place in range(count)]
        pairs = [f"{self.space()}{self.pair(key, depth - 1)}{self.space()}" for key in keys]
        return "{" + ",".join(pairs) + "}"

    def pair(self, key: str, depth: int = 2) -> str:
        return key + self.space(" ") + "=" + self.space(" ") + self.value(depth)

    def line(self, content: str) -> str:
        return (self.one_of("", "", "  ") if not self.tidy else "") + content + self.end()

    def blank(self) -> str:
        return self.one_of("", "", self.newline, "# [a]" + self.newline, "\t" + self.end())

    def lines(self, prefix: str, count: int) -> list[str]:
        """Lines that give each key once."""
        names = [f"{prefix}{place}" for place in range(count)]
        spelled = [
            self.one_of(name, f'"{name}"', f"'{name}'", f"{name}.{self.key()}") for name in names
        ]
        found = [self.line(self.pair(each)) for each in spelled]
        again = [f"{name}.again" for name, each in zip(names, spelled, strict=True) if "." in each]
        return found + [self.line(self.pair(each)) for each in again if self.one_of("", "y")]


def tomllib_basic(text: str) -> str:
    """*text* in double quotes, with as few escapes as TOML allows."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + re.sub("[\x00-\x08\x0a-\x1f\x7f]", lambda found: f"\\U{ord(found[0]):08X}", escaped)
        + '"'
    )


@st.composite
def regions(draw: st.DrawFn) -> Region:
    """TOML documents in every spacing and spelling, alone or between fences."""
    layout = _Layout(draw)
    lines = layout.lines("r", draw(st.integers(0, 4)))
    names = ("t", "t.s", "u.v", "'w x'")
    for table in draw(st.lists(st.sampled_from(names), max_size=3, unique=True)):
        lines += [layout.line(f"[{layout.space()}{table} ]"), *layout.lines("k", 2)]
    for _ in range(draw(st.integers(0, 2))):
        sub = layout.one_of("[many.sub]", "[many.sub]", "[[many.list]]")
        lines += [layout.line("[[many]]"), *layout.lines("k", 2), layout.line(sub)]
    text = "".join(layout.blank() + line for line in lines) + layout.blank()
    if draw(st.booleans()):
        text = text.removesuffix(layout.newline)
    fence = "+++" + layout.newline
    before, after = draw(
        st.sampled_from((("", ""), (fence, layout.newline + fence), ("[x]\n", "]")))
    )
    return Region.of(text, before, after)


def near(text: str) -> st.SearchStrategy[str]:
    """Texts that are nearly *text*: a piece of it gone, doubled or replaced."""
    cut = st.integers(0, len(text))
    odd = [*"{}[]\"',=.#\\ \n\r0-e_+", '"""', "'''", "[[", "nan", "inf", "1:2", "a.b=1\n", "[r0]\n"]
    piece = st.one_of(st.sampled_from(odd), texts(1))
    return st.tuples(cut, cut, piece).map(lambda cuts: text[: cuts[0]] + cuts[2] + text[cuts[1] :])


NEAR = regions().flatmap(lambda region: near(region.text[region.start : region.end]))


def drawn_slot(data: st.DataObject, region: Region) -> int | None:
    """The number of a slot, if there is one."""
    count = len(region.scan(SYNTAX).slots)
    return data.draw(st.integers(0, count - 1)) if count else None


def as_read(value: Any) -> Plain:
    """What `tomllib` gives, with dates as texts: the standard spelling of each."""
    if isinstance(value, (datetime.date, datetime.time)):
        return Stamp(value.isoformat())
    if isinstance(value, dict):
        return {name: as_read(each) for name, each in value.items()}
    return [as_read(item) for item in value] if isinstance(value, list) else value


def standard(value: Any) -> Plain:
    """What `scan` gives, with each date in the standard spelling."""
    if isinstance(value, Stamp):
        return as_read(tomllib.loads(f"x = {value}")["x"])
    if isinstance(value, dict):
        return {name: standard(each) for name, each in value.items()}
    return [standard(item) for item in value] if isinstance(value, list) else value


# --------------------------------------------------------------------------------------- the laws


@given(texts(30), texts(2), texts(2))
def test_scan_is_total(text: str, before: str, after: str) -> None:
    """Any text gives slots or a flaw, in order and in place."""
    laws.scan_is_total(SYNTAX, Region.of(text, before, after))


@given(NEAR)
def test_scan_agrees_with_the_standard_parser(text: str) -> None:
    """What is nearly TOML is read as the standard parser reads it, or refused with it."""
    scan = laws.scan_is_total(SYNTAX, Region.of(text))
    try:
        expected = tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError:
        # A number that is none may stand before what the standard parser refuses.
        assert [flaw.code for flaw in scan.flaws] in (["toml"], ["not-a-number"])
        return
    if scan.flaws:
        assert scan.flaws[0].code == "not-a-number"
        assert re.search("inf|nan", repr(expected))  # spelled so, or too large: 9e999
    else:
        found = {slot.name: standard(slot.value) for slot in scan.slots}
        assert laws.same(found, as_read(expected))


@given(regions())
def test_the_grammar_is_of_toml(region: Region) -> None:
    """What the other tests draw is read without a flaw, as the standard parser reads it."""
    scan = laws.scan_is_total(SYNTAX, region)
    assert not scan.flaws, scan.flaws
    expected = as_read(tomllib.loads(region.text[region.start : region.end]))
    assert laws.same({slot.name: standard(slot.value) for slot in scan.slots}, expected)
    for slot in scan.slots:
        if slot.begin < slot.start:
            alone = toml.scan(region.text, slot.begin, slot.stop)
            assert [(each.name, each.start, each.end) for each in alone.slots] == [
                (slot.name, slot.start, slot.end)
            ]


@given(ITEMS, st.sampled_from(NEWLINES))
def test_create(items: list[tuple[str, Plain]], newline: str) -> None:
    """What is created is read as what it was made from, is stable, and ends lines as asked."""
    laws.create_gives_the_items(SYNTAX, items, newline)
    laws.create_is_stable(SYNTAX, items, newline)
    laws.create_uses_the_newline(SYNTAX, items, newline)
    assert laws.same_value_same_text(SYNTAX, Region.of(toml.create(items, newline)))


@given(regions(), st.one_of(VALUES, ANY_VALUES), st.data())
def test_replace(region: Region, value: Plain, data: st.DataObject) -> None:
    """Exactly one value changes, or the change is refused."""
    index = drawn_slot(data, region)
    if index is not None:
        laws.replace_changes_one_value(SYNTAX, region, index, value, refusable=True)


@given(regions(), st.data())
def test_replace_by_something_like_it(region: Region, data: st.DataObject) -> None:
    """Exactly one value changes, also when it is a list or table in part the same."""
    index = drawn_slot(data, region)
    if index is not None:
        value = laws.varied(data, region.scan(SYNTAX).slots[index].value, VALUES, WHOLE)
        laws.replace_changes_one_value(SYNTAX, region, index, value, refusable=True)


@pytest.mark.parametrize("line", ["a.b = []", "[a]", "[[a]]  # one"])
def test_a_table_is_where_it_begins(line: str) -> None:
    """On its first line, without the line end, which the last line of a text may not have."""
    for text in (line, f"{line}\n", f"{line}\r\nx = 1\n"):
        slot = toml.scan(text, 0, len(text)).slots[0]
        assert text[slot.start : slot.end] == line


@given(regions(), WHOLE, VALUES, st.data())
def test_insert(region: Region, name: str, value: Plain, data: st.DataObject) -> None:
    """One key more, before the tables at the latest; taken away again, it leaves no trace."""
    scan = region.scan(SYNTAX)
    plain = sum(not _is_table(region, slot.start) for slot in scan.slots)
    index = data.draw(st.integers(0, plain))
    assert laws.insert_adds_one_slot(SYNTAX, region, index, name, value)
    asked = toml.insert(region.text, scan, len(scan.slots), name, value)
    assert asked == toml.insert(region.text, scan, plain, name, value)
    if asked.text.endswith("\n"):
        assert laws.insert_then_remove_is_nothing(SYNTAX, region, index, name, value)


def _is_table(region: Region, start: int) -> bool:
    return region.text[start : region.end].lstrip(" \t").startswith("[") and (
        start == region.start or region.text[start - 1] == "\n"
    )


@given(regions(), st.data())
def test_remove(region: Region, data: st.DataObject) -> None:
    """Exactly one key goes, or that is refused."""
    index = drawn_slot(data, region)
    if index is not None:
        slot = region.scan(SYNTAX).slots[index]
        done = laws.remove_takes_one_slot(SYNTAX, region, index, refusable=True)
        assert done or slot.begin == slot.start


@given(regions())
def test_same_value_same_text(region: Region) -> None:
    """A value replaced by itself keeps its spelling, however odd that is."""
    scan = region.scan(SYNTAX)
    for index, slot in enumerate(scan.slots):
        if _is_in_one_place(region, index):
            edit = toml.replace(region.text, scan, index, slot.value)
            assert spliced(region.text, edit) == region.text
        else:
            with pytest.raises(ValueError, match="several places"):
                toml.replace(region.text, scan, index, slot.value)


def _is_in_one_place(region: Region, index: int) -> bool:
    return laws.remove_takes_one_slot(SYNTAX, region, index, refusable=True)


@given(regions(), st.data())
def test_a_value_inside_is_replaced(region: Region, data: st.DataObject) -> None:
    """One value in tables, lists and dotted keys changes, however deep, and its lines stay."""
    ways = [
        (index, way)
        for index, slot in enumerate(region.scan(SYNTAX).slots)
        if _is_in_one_place(region, index)
        for way in _ways(slot.value)
    ]
    if ways:
        index, way = data.draw(st.sampled_from(ways))
        new = data.draw(VALUES.filter(lambda value: value not in DATES))
        value = _altered(region.scan(SYNTAX).slots[index].value, way, new)
        assert laws.replace_changes_one_value(SYNTAX, region, index, value)


def _ways(value: Any) -> list[tuple[Any, ...]]:
    """The ways to the values inside that are neither mapping nor list."""
    if not isinstance(value, (dict, list)):
        return [()]
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [(name, *way) for name, each in pairs for way in _ways(each)]


def _altered(value: Any, way: tuple[Any, ...], new: Plain) -> Any:
    """*value* with *new* at the end of a way."""
    if not way:
        return new
    copy = value.copy()
    copy[way[0]] = _altered(value[way[0]], way[1:], new)
    return copy


@given(regions(), WHOLE, VALUES, st.data())
def test_a_key_of_a_table(region: Region, name: str, value: Plain, data: st.DataObject) -> None:
    """A key that a table is given behind one of its own is a line; taken away again, nothing is left."""
    tables = [
        index
        for index, slot in enumerate(region.scan(SYNTAX).slots)
        if _is_in_one_place(region, index) and _is_table(region, slot.start)
    ]
    if not tables:
        return
    index = data.draw(st.sampled_from(tables))
    slot = region.scan(SYNTAX).slots[index]
    was: Any = slot.value
    table = was[-1] if isinstance(was, list) else was
    if name in table:
        return
    items = list(table.items())
    own = [
        at
        for at, (key, each) in enumerate(items, 1)
        if key[0] == "k" and not isinstance(each, dict)
    ]
    at = own[0] if own else 0
    grown: Any = dict([*items[:at], (name, value), *items[at:]])
    new = [*was[:-1], grown] if isinstance(was, list) else grown
    if not laws.replace_changes_one_value(SYNTAX, region, index, new, refusable=not own):
        return
    edit = toml.replace(region.text, region.scan(SYNTAX), index, new)
    after = region.edited(edit)
    back = toml.replace(after.text, after.scan(SYNTAX), index, was)
    if edit.text.endswith("\n"):
        assert after.edited(back) == region


@given(regions(), VALUES, st.data())
def test_a_list_of_tables(region: Region, value: Plain, data: st.DataObject) -> None:
    """Its tables are taken away, moved and added to, as long as one is left."""
    scan = region.scan(SYNTAX)
    index = next((n for n, slot in enumerate(scan.slots) if slot.name == "many"), None)
    if index is not None:
        was: Any = scan.slots[index].value
        new = {data.draw(WHOLE): value} if data.draw(st.booleans()) else {}
        some = data.draw(st.permutations([*was, new, *was[:1]]))
        some = some[: data.draw(st.integers(1, len(some)))]
        assert laws.replace_changes_one_value(SYNTAX, region, index, some)


@given(regions(), VALUES, st.data())
def test_line_ends(region: Region, value: Plain, data: st.DataObject) -> None:
    """No edit brings a line end that the text does not have."""
    scan = region.scan(SYNTAX)
    if "\n" not in region.text:
        return
    laws.line_ends_are_the_texts(region, toml.insert(region.text, scan, 0, "a new name", value))
    index = drawn_slot(data, region)
    if index is not None and scan.slots[index].begin < scan.slots[index].start:
        laws.line_ends_are_the_texts(region, toml.replace(region.text, scan, index, "a\nb"))


# ---------------------------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("text", "start", "end", "code"),
    [
        ("a = ", 4, 4, "toml"),
        ("a = 1\r\nb = ?\r\n", 11, 12, "toml"),
        ("a = 1\nb\n", 7, 8, "toml"),
        ("a = 1\na = 2\n", 11, 12, "toml"),
        ("= 1", 0, 1, "toml"),
        ("[a\nb = 1", 2, 3, "toml"),
        ("a = [1, 2", 9, 9, "toml"),
        ("a = [1 2]", 7, 8, "toml"),
        ("a = 'b", 6, 6, "toml"),
        ("a = '''b", 8, 8, "toml"),
        ('a = "b', 6, 6, "toml"),
        ('"\\x" = 1', 3, 4, "toml"),
        ("a = 1 b = 2", 6, 7, "toml"),
        ("a = 2025-13-01", 8, 9, "toml"),
        ("a = 1\r", 5, 6, "toml"),
        ("a = [1, -inf]", 8, 12, "not-a-number"),
        ("a = 2025-09-12\nb.c = nan", 21, 24, "not-a-number"),
        ("a = 1e999", 4, 9, "not-a-number"),
        ("a = " + "1" * 3201, 4, 3205, "too-long"),
        ("a = 0x" + "F" * 4000, 4, 4006, "too-long"),
    ],
)
def test_flaws(text: str, start: int, end: int, code: str) -> None:
    """Each flaw is found where it stands, also when the document is within another text."""
    for before in ("", "+++\n"):
        region = Region.of(text, before, "\n+++\n" if before else "")
        scan = laws.scan_is_total(SYNTAX, region)
        assert scan.slots == ()
        shift = len(before)
        assert [flaw[:3] for flaw in scan.flaws] == [(start + shift, end + shift, code)]
        with pytest.raises(ValueError, match="not TOML"):
            toml.insert(region.text, scan, 0, "a", 1)


@pytest.mark.parametrize(
    ("before", "opener", "closer"),
    [
        ("a = ", "[", "]"),
        ("a = ", "{a = ", "}"),
        ("a = ", "[{a = ", "}]"),
        ("", "a.", "a = "),
        ("[", "a.", "a]"),
        ("[[", "a.", "a]]"),
        ("b = { ", "a.", "a = 1 }"),
        ("[[a]]\n[a", ".b", "]"),
    ],
)
def test_depth(before: str, opener: str, closer: str) -> None:
    """What nests too deep is a flaw, found before the parser that it would end runs."""

    def written(count: int) -> str:
        closing = closer * count if before == "a = " else closer
        return (
            before
            + opener * count
            + ("1" if before == "a = " else "")
            + closing
            + ("1" if closer == "a = " else "")
        )

    assert not toml.scan(written(30), 0, len(written(30))).flaws
    for count in (MAX_DEPTH, 100_000):
        text = written(count)
        assert [flaw.code for flaw in toml.scan(text, 0, len(text)).flaws] == ["too-deep"]


def test_the_deepest() -> None:
    """Lists nest to `MAX_DEPTH`, the document counted, in reading as in writing."""
    value: list[Any] = []
    for _ in range(MAX_DEPTH - 2):
        value = [value]
    laws.create_gives_the_items(SYNTAX, [("a", value)], "\n")
    with pytest.raises(ValueError, match="80 deep"):
        toml.create([("a", [value])], "\n")
    text = toml.create([("a", value)], "\n").replace("[]", "[[]]")
    assert toml.scan(text, 0, len(text)).flaws[0].code == "too-deep"


@pytest.mark.parametrize(
    "value",
    [None, math.nan, math.inf, 10**3200, "\ud800", "\ud83d\ude00", b"x", {1: 2}, [None], object()],
    ids=lambda value: type(value).__name__,
)
def test_what_toml_cannot_spell(value: Any) -> None:
    """It is refused with a reason, everywhere."""
    scan = toml.scan("a = [1]", 0, 7)
    with pytest.raises(ValueError, match=r"TOML|number|name"):
        toml.create([("a", value)], "\n")
    with pytest.raises(ValueError, match=r"TOML|number|name"):
        toml.replace("a = [1]", scan, 0, [value])
    with pytest.raises(ValueError, match=r"TOML|number|name"):
        toml.insert("a = [1]", scan, 0, "b", value)


NAMED = st.lists(st.sampled_from("abcdef"), min_size=1, unique=True)


@given(NAMED, NAMED, st.sampled_from(("# {}\n", "\r\n")), st.sampled_from(("", ",")), st.data())
def test_comments_go_with_their_items(
    old: list[str], new: list[str], above: str, last: str, data: st.DataObject
) -> None:
    """A comment on the line of an item of a list, or above it, is there for that item, or gone with it."""

    def line(name: str) -> str:
        comment = data.draw(st.sampled_from(("", " # about {}"))).format(name)
        comma = "," if name != old[-1] else last
        return f"{above.format(name)}  '{name}'{comma}{comment}\n"

    text = "a = [\n" + "".join(map(line, old)) + "]\n"
    scan = toml.scan(text, 0, len(text))
    assert laws.replace_changes_one_value(SYNTAX, Region.of(text), 0, new)
    made = spliced(text, toml.replace(text, scan, 0, new))
    if set(old) <= set(new):
        assert made.count("#") == text.count("#")
    for name in set(old) & set(new):
        assert (f"# about {name}\n" in text) == bool(
            re.search(f"'{name}',? # about {name}\n", made)
        )
        assert (f"# {name}\n" in text) == (f"# {name}\n  '{name}'" in made)


def test_names_and_line_ends() -> None:
    """A name is not written twice, and no line ends in a bare CR."""
    with pytest.raises(ValueError, match="stands twice"):
        toml.create([("a", 1), ("a", 2)], "\n")
    with pytest.raises(ValueError, match="would stand twice"):
        toml.insert("a = 1", toml.scan("a = 1", 0, 5), 0, "a", 1)
    with pytest.raises(ValueError, match="carriage return"):
        toml.create([], "\r")
    with pytest.raises(ValueError, match="carriage return"):
        toml.insert("+++\r+++\r", toml.scan("+++\r+++\r", 4, 4), 0, "a", 1)


# --------------------------------------------------------------------------------- in its manner


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("'a'", "b", "'b'"),
        ("'a'", 'b "c" \\', "'b \"c\" \\'"),
        ("'a'", "it's", '"it\'s"'),
        ("'a'", "b\nc", '"b\\nc"'),
        ("'a'", 1, "1"),
        ('"a"', "b", '"b"'),
        ('""', "b", '"b"'),
        ("''", "b", "'b'"),
        ("1", "b", '"b"'),
        ('"""a"""', "b", '"""b"""'),
        ('"""a"""', 'b "c" \\ d\n\re', '"""b "c" \\\\ d\n\\re"""'),
        ('"""a"""', 'b "c"', '"""b \\"c\\""""'),
        ('"""a"""', '""', '"""\\"\\""""'),
        ('"""\na"""', "b", '"""\nb"""'),
        ('"""a"""', "\nb", '"""\n\nb"""'),
        ('"""a"""', "", '"""\n"""'),
        ('"""a"""', "b\n+++\nc", '"b\\n+++\\nc"'),
        ("'''a'''", "b\n\"c'\\d", "'''b\n\"c'\\d'''"),
        ("'''a'''", "b'''c", "\"b'''c\""),
        ("'''a'''", "b'", '"b\'"'),
        ("'''a'''", "b\x7f", '"b\\u007f"'),
        ('"""a"""', "é\u2028", '"""é\\u2028"""'),
        ("2025-09-12", Stamp("2025-09-13"), "2025-09-13"),
        ("2025-09-12", Stamp("2025-09-13 10:00:00"), "2025-09-13 10:00:00"),
        ("2025-09-12", Stamp("2025-09"), '"2025-09"'),
        ("2025-09-12", Stamp("2025-13-12"), '"2025-13-12"'),
        ("2025-09-12", "soon", '"soon"'),
        ("2025-09-12", Stamp("2025-09-12"), "2025-09-12"),
        ('"2025-09-12"', Stamp("2025-09-12"), "2025-09-12"),
        ('"2025-09-12"', "2025-09-13", '"2025-09-13"'),
        ("2025-09-12", "2025-09-13", "2025-09-13"),
        ("2025-09-12", "2025-09-12", "2025-09-12"),
        ("0x10", 16, "0x10"),
        ("0x10", 17, "17"),
        ("0x10", 16.0, "16.0"),
        ("1.50", 1.5, "1.50"),
        ("1", True, "true"),
        ("[ ]", (), "[ ]"),
        ("[ ]", {}, "{}"),
        ("{ }", {}, "{ }"),
        ("[ ]", [1, {"a b": "c"}], '[1, {"a b" = "c"}]'),
        ("[1 , 2] # x", [1, 3], "[1 , 3] # x"),
        ("[1]", [1, 2], "[1, 2]"),
        ("['a', \"b\"]", ["c", "a", "d", "b", "e"], "['c', 'a', 'd', \"b\", \"e\"]"),
        ("['']", ["", "it's", 1, Stamp("2025-09-12")], "['', \"it's\", 1, 2025-09-12]"),
        ("['''a''']", ["a", "b"], "['''a''', \"b\"]"),
        ("['a', \"b\"]", ["c", "d", "e"], '[\'c\', "d", "e"]'),
        (
            '[\n  "a", # one\n  "b", # two\n  "c",\n]',
            ["a", "d", "c", "e"],
            '[\n  "a", # one\n  "d", # two\n  "c",\n  "e",\n]',
        ),
        ('[\n  "a", # one\n]', ["a", "b"], '[\n  "a", # one\n  "b",\n]'),
        (
            '[ # top\n  "a", # one\n  # on b\n  "b", # two\n  "c" # three\n]',
            ["c", "d", "b"],
            '[ # top\n  "c", # three\n  "d",\n  # on b\n  "b" # two\n]',
        ),
        ('[ # top\n  # on a\n  "a"\n]', ["b", "a"], '[ # top\n  "b",\n  # on a\n  "a"\n]'),
        ('[ # top\n "a", "b", # two\n]', ["b", "a"], '[ # top\n "b", # two\n"a",\n]'),
        ('["a", "b" # two\r\n]', ["b", "a"], '["b", # two\r\n"a"\r\n]'),
        ('["a", # one\n"b"]', ["b", "a"], '["b",\n"a" # one\n]'),
        ('["a", "b",\n# on c\n"c"]', ["c", "b"], '[\n# on c\n"c", "b"]'),
        ('["a" # one\n, "b" # two\n]', ["b"], '["b" # two\n]'),
        ("[ # none\r\n 1\r\n]", [2, 3], "[ # none\r\n 2,\r\n 3\r\n]"),
        ("{a = 1, b.c = 2}", {"a": 1, "b": {"c": 2}}, "{a = 1, b.c = 2}"),
        ("{a = 1, b.c = 2}", {"a": 1}, "{a = 1}"),
        ("{a=1,b='x'}", {"b": "y", "d": 1}, "{b='y',d = 1}"),
    ],
)
def test_replace_in_the_manner_of_the_old_value(old: str, value: Plain, new: str) -> None:
    """Quotes, notation, spacing and comments inside stay, where the new value lets them."""
    before, behind = "before = 1\nkey  =\t", "\nafter = '\\'\n"
    text, after = before + old + behind, before + new + behind
    scan = toml.scan(text, 0, len(text))
    assert len(scan.slots) == 3
    assert spliced(text, toml.replace(text, scan, 1, value)) == after
    read = toml.scan(after, 0, len(after)).slots[1].value
    assert laws.same(read, value) or (value, type(read), type(value)) in {
        ("2025-09-12", Stamp, str),
        ("2025-09-13", Stamp, str),
        ("2025-09", str, Stamp),
        ("2025-13-12", str, Stamp),
    }


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ('[a]\nb="x" # y\n', {"b": "z"}, '[a]\nb="z" # y\n'),
        ("[a]\n# one\nb=1\nc=2\n", {"c": 2}, "[a]\n# one\nc=2\n"),
        ("[a] # x\n", {"b": 1}, "[a] # x\nb = 1\n"),
        (
            "[a]\n  b  =1\n\n[a.s]\n",
            {"b": 1, "n": [2], "s": {}},
            "[a]\n  b  =1\n  n  =[2]\n\n[a.s]\n",
        ),
        ("[a]\nb=1\n[a.s]\nc=1", {"b": 1, "s": {"c": 1, "n": 2}}, "[a]\nb=1\n[a.s]\nc=1\nn=2"),
        ("[a]\nb=1\n[[a.s]]\n# x\n[[a.s]]\n", {"b": 2}, "[a]\nb=2\n"),
        ("[a]\nb=1\n", {}, "[a]\n"),
        ("[a]\nb='x'\n", {"b": "x", "c": "y"}, "[a]\nb='x'\nc='y'\n"),
        ("[[a]]\nb.c=1\n[[a]]\nb=1 # x\n", [{"b": 2}, {"b": 1}], "[[a]]\nb=2\n[[a]]\nb=1 # x\n"),
        ("[a]\nb.c=1\nd=2\n# x\nb.e=3\n", {}, "[a]\n# x\n"),
        ("a.b=1\na.c.d = 2\n", {"b": 1, "n": 3, "c": {"d": 4}}, "a.b=1\na.n=3\na.c.d = 4\n"),
        ("[[a]]\nb=1\n", [{"b": 1}, {"b": 2}], "[[a]]\nb=1\n\n[[a]]\nb=2\n"),
        ("[[a]]\nb=1\n[[a]]\n", [{"b": 1}, {}, {"c": 3}], "[[a]]\nb=1\n[[a]]\n[[a]]\nc = 3\n"),
        ("[[a]]\nb=1\n\n# x\n[[a]]\nb=2\n", [{"b": 2}], "\n# x\n[[a]]\nb=2\n"),
        ("[[a]]\nb=1\n\n[[a]]\nb=2\n", [{"b": 2}], "[[a]]\nb=2\n"),
        ("[[a]]\nb=1\n\n[[a]]\nb=2\n", [{"b": 1}], "[[a]]\nb=1\n"),
        (
            "[[a]]\nb=1\n\n[[ a ]] # x\nb=2",
            [{"b": 1}, {"b": 2}, {"b": 3, "c": 4}],
            "[[a]]\nb=1\n\n[[ a ]] # x\nb=2\n\n[[ a ]]\nb=3\nc=4",
        ),
        ("[[a]]\nb=1\n\n[[a]]\nb=2 # x\n", [{"b": 2}, {"b": 1}], "[[a]]\nb=2 # x\n\n[[a]]\nb=1\n"),
        (
            "[[a]]\nb=1\n\n\n[[a]]\nb=2\n",
            [{"b": 0}, {"b": 1}, {"b": 2}],
            "[[a]]\nb=0\n\n\n[[a]]\nb=1\n\n\n[[a]]\nb=2\n",
        ),
    ],
)
def test_replace_in_the_manner_of_the_tables(old: str, value: Plain, new: str) -> None:
    """Only what differs is a line that changes, comes or goes; a list's tables are whole."""
    before, behind = "x = 1\n", "" if old[-1] != "\n" else "[z]\nb=1\n"
    text = before + old + behind
    scan = toml.scan(text, 0, len(text))
    assert spliced(text, toml.replace(text, scan, 1, value)) == before + new + behind
    assert laws.replace_changes_one_value(SYNTAX, Region.of(text), 1, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[a]\nb=1\nc=2\n", {"c": 2, "b": 1}),
        ("[a]\nb=1\n[a.s]\n", {"b": 1, "s": {}, "n": 1}),
        ("[a]\nb=1\n[a.s]\n", {"b": 1, "s": 2}),
        ("[a]\nb=1\n", "b"),
        ("[a.s]\nb=1\n", {"n": 1, "s": {"b": 1}}),
        ("a.b=1\n", {}),
        ("[a]\n[a.s]\n[a.t]\n[a.s.u]\n", {"t": {"n": 1}}),
        ("[[a]]\n", []),
        ("[[a]]\n", [{}, 1]),
        ("[[a]]\n", {}),
    ],
)
def test_what_tables_cannot_say(text: str, value: Plain) -> None:
    """Keys in another order, a key without a line of its own, or no table where there was one."""
    with pytest.raises(ValueError, match="cannot say that, or not in that order"):
        toml.replace(text, toml.scan(text, 0, len(text)), 0, value)


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("", 0, "n = 1\n"),
        ("# only\n", 0, "# only\nn = 1\n"),
        ("# only", 0, "# only\nn = 1"),
        ("a=1\nb  =  2\n", 0, "n=1\na=1\nb  =  2\n"),
        ("a=1\nb  =  2\n", 1, "a=1\nn  =  1\nb  =  2\n"),
        ("a=1\nb  =  2\n", 2, "a=1\nb  =  2\nn  =  1\n"),
        ("a=1\r\nb=2", 2, "a=1\r\nb=2\r\nn=1"),
        (
            "a=1\n# note\n  'b' = 2 # c\n\n# end\n",
            2,
            "a=1\n# note\n  'b' = 2 # c\n  n = 1\n\n# end\n",
        ),
        ("[t]\na = 1\n", 1, "n = 1\n[t]\na = 1\n"),
        ("a=1\n\n[t]\nb = 1\n", 2, "a=1\nn=1\n\n[t]\nb = 1\n"),
        ("a.b=1\nc=2\na.d=3\n", 2, "a.b=1\nc=2\na.d=3\nn=1\n"),
        ("a.b=1\n", 1, "a.b=1\nn = 1\n"),
    ],
)
def test_insert_in_the_manner_of_the_text(text: str, index: int, expected: str) -> None:
    """Indentation, the space around = and line ends are those of the neighbour."""
    scan = toml.scan(text, 0, len(text))
    assert spliced(text, toml.insert(text, scan, index, "n", 1)) == expected


def test_tables_and_dotted_keys() -> None:
    """They are slots without a spelling of their own: removed where they stand together."""
    text = "a.b = 1\nc = 2\na.d = 3 # x\n[t]\nu = 1\n\n[t.v]\nw = 2001-01-01\n# end\n[[m]]\n[[m]]\n"
    scan = laws.scan_is_total(SYNTAX, Region.of(text))
    assert [(slot.name, slot.value) for slot in scan.slots] == [
        ("a", {"b": 1, "d": 3}),
        ("c", 2),
        ("t", {"u": 1, "v": {"w": "2001-01-01"}}),
        ("m", [{}, {}]),
    ]
    assert [text[slot.begin : slot.stop] for slot in scan.slots] == [
        "a.b = 1\n",
        "c = 2\n",
        "[t]\nu = 1\n\n[t.v]\nw = 2001-01-01\n",
        "[[m]]\n[[m]]\n",
    ]
    with pytest.raises(ValueError, match="several places"):
        toml.remove(text, scan, 0)
    with pytest.raises(ValueError, match="several places"):
        toml.replace(text, scan, 0, {})
    assert laws.remove_takes_one_slot(SYNTAX, Region.of(text), 1)
    assert laws.remove_takes_one_slot(SYNTAX, Region.of(text), 2)
    assert laws.remove_takes_one_slot(SYNTAX, Region.of(text), 3)


def test_a_byte_order_mark() -> None:
    """At the start of the text it is no part of the document."""
    text = "\ufeffa = 1\n"
    scan = laws.scan_is_total(SYNTAX, Region.of(text))
    assert [(slot.name, slot.begin) for slot in scan.slots] == [("a", 1)]
    assert toml.scan(" \ufeffa = 1", 1, 7).flaws


# --------------------------------------------------------------------------------------- linearity

MANY = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * MANY,
        "[" * MANY,
        "a" + ".a" * MANY + " = 1",
        "".join(f"k{number} = 1\n" for number in range(MANY)),
        "".join(f"d{number} = 2025-09-12\n" for number in range(MANY // 4)),
        "[[a]]\n" * MANY,
        "a = 1\n" * MANY,
        'a = "' + "x" * 10_000_000 + '"',
        'a = """' + '\\"' * 500_000,
        "a = '''" + "''x" * 500_000 + "'''",
        "a = " + "9" * 10_000_000,
        "a = [" + "1, # x\n" * MANY + "]",
        "#" * 5_000_000 + "\n?",
        " " * 1_000_000 + "?",
        "a" * 1_000_000,
        '"' * MANY,
    ],
    ids=lambda text: text[:12],
)
def test_time_is_linear(text: str) -> None:
    """The largest and nastiest texts are read, or refused, within seconds."""
    begun = time.process_time()
    scan = toml.scan(text, 0, len(text))
    assert scan.slots or scan.flaws
    assert time.process_time() - begun < 20


def test_edits_of_a_large_text_are_linear() -> None:
    """So are edits, of a text with many keys and of a list with many items."""
    numbers = list(range(MANY // 4))
    text = toml.create([*((str(number), number) for number in numbers), ("list", numbers)], "\n")
    begun = time.process_time()
    scan = toml.scan(text, 0, len(text))
    toml.insert(text, scan, 0, "new", "x")
    toml.remove(text, scan, 1)
    changed: list[Plain] = [[number] for number in numbers]
    after = spliced(text, toml.replace(text, scan, len(numbers), changed))
    assert toml.scan(after, 0, len(after)).slots[-1].value == changed
    assert time.process_time() - begun < 20
