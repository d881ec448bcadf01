"""JSON as a syntax: the laws of every syntax, then what is JSON's own."""

from __future__ import annotations

import json as standard
import math
import re
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import syntax_laws as laws
from snippetkit.syntax import json
from snippetkit.syntax.json import _scan
from snippetkit.syntax.tree import MAX_DEPTH, Plain, Stamp, Syntax, spliced
from syntax_laws import NEWLINES, Region, texts

SYNTAX: Syntax = json

VALUES = laws.plains()
ITEMS = laws.items_of(VALUES)


# ------------------------------------------------------------------------------------ the grammar


class _Layout:
    """How one document is spaced and spelled; every choice is drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        blanks = ["", " ", "  ", "\t"]
        newline = draw(st.sampled_from((*NEWLINES, "")))
        if newline:
            blanks += [newline, newline + "  ", newline + "\t", newline + newline + " "]
        self.blanks = st.sampled_from(blanks)
        self.tidy = draw(st.booleans())
        self.ascii = draw(st.booleans())
        self.twice = False

    def space(self, tidy: str = "") -> str:
        return tidy if self.tidy else self.draw(self.blanks)

    def string(self, value: str) -> str:
        spelled = standard.dumps(value, ensure_ascii=self.ascii)
        return spelled.replace("/", "\\/") if self.draw(st.booleans()) else spelled

    def value(self, value: Any) -> str:
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, dict):
            return self.object(
                [(self.string(name), self.value(each)) for name, each in value.items()]
            )
        if isinstance(value, list):
            return self.enclosed("[]", [self.value(item) for item in value])
        spelled = standard.dumps(value)
        return spelled + "0" if isinstance(value, float) and spelled.endswith(".0") else spelled

    def object(self, entries: list[tuple[str, str]]) -> str:
        spelled = [name + self.space() + ":" + self.space(" ") + value for name, value in entries]
        return self.enclosed("{}", spelled)

    def enclosed(self, brackets: str, parts: list[str]) -> str:
        text = brackets[0] + self.space()
        for place, part in enumerate(parts):
            text += (self.space() + "," + self.space(" ") if place else "") + part
        return text + self.space() + brackets[1]


@st.composite
def regions(draw: st.DrawFn, min_size: int = 0) -> Region:
    """JSON objects in every spacing, alone or between other text; no pair of surrogate halves."""
    layout = _Layout(draw)
    items = draw(laws.items_of(VALUES).filter(lambda items: len(items) >= min_size))
    entries = [(layout.string(name), layout.value(value)) for name, value in items]
    before = draw(st.sampled_from(("", "{\n", '{"x": 1}\n', "# ")))
    lead = "" if before else draw(st.sampled_from(("", "\ufeff")))
    text = lead + layout.space() + layout.object(entries) + layout.space()
    return Region.of(text, before, draw(st.sampled_from(("", "\n", "}", '\n{"y": 2}'))))


def near(text: str) -> st.SearchStrategy[str]:
    """Texts that are nearly *text*: a piece of it gone, doubled or replaced."""
    cut = st.integers(0, len(text))
    piece = st.one_of(st.sampled_from([*'{}[]",:\\ \n0-e.NaI', "null", "NaN", '"a":1,']), texts(1))
    return st.tuples(cut, cut, piece).map(lambda cuts: text[: cuts[0]] + cuts[2] + text[cuts[1] :])


NEAR = regions().flatmap(lambda region: near(region.text[region.start : region.end]))


def drawn_place(data: st.DataObject, region: Region, beyond: int = 0) -> int:
    """The number of a slot, or of a place between two."""
    return data.draw(st.integers(0, len(region.scan(SYNTAX).slots) - 1 + beyond))


# --------------------------------------------------------------------------------------- the laws


@given(texts(30), texts(2), texts(2))
def test_scan_is_total(text: str, before: str, after: str) -> None:
    """Any text gives slots or flaws, in order and in place."""
    scan = laws.scan_is_total(SYNTAX, Region.of(text, before, after))
    assert scan.slots or scan.flaws or text.strip("\ufeff \t\r\n").startswith("{")


@given(NEAR)
def test_scan_is_total_near_json(text: str) -> None:
    """What is nearly JSON gives slots or flaws, in order and in place."""
    laws.scan_is_total(SYNTAX, Region.of(text))


@given(regions())
def test_the_grammar_is_of_json(region: Region) -> None:
    """What the other tests draw is read without a flaw, and as the standard parser reads it."""
    scan = laws.scan_is_total(SYNTAX, region)
    assert not scan.flaws
    text = region.text[region.start : region.end].removeprefix("\ufeff")
    expected: dict[str, Plain] = standard.loads(text)
    assert [slot.name for slot in scan.slots] == list(expected)
    assert all(laws.same(slot.value, expected[slot.name]) for slot in scan.slots)
    for slot in scan.slots:
        assert laws.same(standard.loads(region.text[slot.start : slot.end]), slot.value)
        named = f"{{{region.text[slot.begin : slot.end]}}}"
        assert laws.same(standard.loads(named), {slot.name: slot.value})


@given(ITEMS, st.sampled_from(NEWLINES))
@example([("\ud83d\ude00", ["\ud83d\ud83d\ude00\ude00", "\U0001f600"])], "\n")
def test_create(items: list[tuple[str, Plain]], newline: str) -> None:
    """What is created is read as what it was made from, is stable, and ends lines as asked."""
    text = json.create(items, newline)
    laws.create_gives_the_items(SYNTAX, items, newline)
    laws.create_is_stable(SYNTAX, items, newline)
    laws.create_uses_the_newline(SYNTAX, items, newline)
    laws.same_value_same_text(SYNTAX, Region.of(text))


def _load(text: str) -> dict[str, Plain]:
    """The entries of a *text* without flaws."""
    scan = json.scan(text, 0, len(text))
    assert not scan.flaws
    return {slot.name: slot.value for slot in scan.slots}


@given(ITEMS)
def test_create_on_one_line(items: list[tuple[str, Plain]]) -> None:
    """One line for every reader of lines, and read as what it was made from."""
    text = json.create(items, "\n", json.ON_ONE_LINE)
    assert text.splitlines() == [text[:-1]]
    assert laws.same(_load(text), dict(items))
    laws.same_value_same_text(SYNTAX, Region.of(text))


@given(regions(min_size=1), VALUES, st.data())
def test_replace(region: Region, value: Plain, data: st.DataObject) -> None:
    """Exactly one value changes."""
    index = drawn_place(data, region)
    laws.replace_changes_one_value(SYNTAX, region, index, value, refusable=True)


@given(regions(min_size=1), st.data())
def test_replace_by_something_like_it(region: Region, data: st.DataObject) -> None:
    """Exactly one value changes, also when it is an object or list in part the same."""
    index = drawn_place(data, region)
    value = laws.varied(data, region.scan(SYNTAX).slots[index].value, VALUES, texts(1))
    laws.replace_changes_one_value(SYNTAX, region, index, value, refusable=True)


@given(regions(), texts(2), VALUES, st.data())
def test_insert(region: Region, name: str, value: Plain, data: st.DataObject) -> None:
    """One entry more at any place, none touched; taken away again, it leaves no trace."""
    index = drawn_place(data, region, beyond=1)
    laws.insert_adds_one_slot(SYNTAX, region, index, name, value, refusable=True)
    laws.insert_then_remove_is_nothing(SYNTAX, region, index, name, value, refusable=True)


@given(regions(min_size=1), st.data())
def test_remove(region: Region, data: st.DataObject) -> None:
    """Exactly one entry goes."""
    assert laws.remove_takes_one_slot(SYNTAX, region, drawn_place(data, region))


@given(regions())
@example(Region.of('{"a": "\ud83d\\ude00"}'))
def test_same_value_same_text(region: Region) -> None:
    """A value replaced by itself keeps its spelling, however odd that is."""
    assert laws.same_value_same_text(SYNTAX, region)


@given(regions(min_size=1), VALUES, st.data())
def test_line_ends(region: Region, value: Plain, data: st.DataObject) -> None:
    """No edit brings a line end that the object does not have: one line stays one line."""
    scan = region.scan(SYNTAX)
    index = drawn_place(data, region)
    inside = set(re.findall(r"\r\n|\r|\n", region.text[scan.start : scan.end]))
    try:
        edits = [json.insert(region.text, scan, index, "a new name", value)]
        edits.append(json.replace(region.text, scan, index, value))
    except ValueError:
        return
    for edit in edits:
        assert set(re.findall(r"\r\n|\r|\n", edit.text)) <= inside


# ---------------------------------------------------------------------------------- the quick way


@given(st.one_of(NEAR, texts(8), regions().map(lambda region: region.text)))
@example("{}")
@example('{"a": NaN}')
@example('{"a": {"b": 1, "b": 2}}')
def test_both_readers_agree(text: str) -> None:
    """The standard parser takes what our own reader takes, as the same values."""
    slow = _scan._slow_scan(text, 0, 0)
    try:
        quick = _scan._quick_scan(text, 0, 0)
    except ValueError:
        assert slow.flaws or '"' in text, "only for a flaw, or an escape in a name"
    else:
        assert repr(quick) == repr(slow)


@given(NEAR)
def test_acceptance_is_that_of_the_standard_parser(text: str) -> None:
    """No text is refused that the standard parser takes, but for the guards; none taken more."""
    codes = {flaw.code for flaw in json.scan(text, 0, len(text)).flaws}
    try:
        value = standard.loads(text.removeprefix("\ufeff"))
    except ValueError:
        assert codes == {"json"} or codes == {"not-a-number"}
    else:
        assert "json" not in codes or not isinstance(value, dict)


# ---------------------------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("text", "start", "end", "code", "message"),
    [
        ("", 0, 0, "json", "a JSON object is wanted here, which begins with {"),
        ("  [1]", 2, 3, "json", "a JSON object is wanted here, which begins with {"),
        ("{} x", 3, 4, "json", "something follows the JSON object"),
        ('{"a": 1, "b": 2,}', 16, 17, "json", "a name in double quotes is missing here"),
        ("{a: 1}", 1, 2, "json", "a name in double quotes is missing here"),
        ('{"a" 1}', 5, 6, "json", "a colon is missing here"),
        ('{"a": 1 "b": 2}', 8, 9, "json", "a comma or } is missing here"),
        ('{"a": [1 2]}', 9, 10, "json", "a comma or ] is missing here"),
        ('{"a": [1,]}', 9, 10, "json", "a value is missing here"),
        ('{"a": }', 6, 7, "json", "a value is missing here"),
        ('{"a": 1', 7, 7, "json", "a comma or } is missing here"),
        ('{"a": 01}', 7, 8, "json", "a comma or } is missing here"),
        ('{"a": ١}', 6, 7, "json", "a value is missing here"),
        ('{"a": "b}', 6, 9, "json", "this text has no closing quote"),
        ('{"a": "\\x"}', 7, 9, "json", "this escape means nothing in JSON"),
        ('{"a": "\\u12"}', 7, 9, "json", "this escape means nothing in JSON"),
        ('{"a": "\\n\\', 9, 10, "json", "this escape means nothing in JSON"),
        ('{"a": "b\nc"}', 8, 9, "json", "line ends and other controls are escaped in JSON"),
        ('{"a": NaN}', 6, 9, "not-a-number", "JSON has no NaN"),
        ('{"a": [-Infinity]}', 7, 16, "not-a-number", "JSON has no -Infinity"),
        (
            '{"a": 1e999}',
            *(6, 11),
            *("not-a-number", "this number is larger than any that can be computed with"),
        ),
        (
            f'{{"a": {"1" * 3901}}}',
            *(6, 3907),
            *("too-long", "a number longer than 3,900 characters"),
        ),
        (
            f'{{"a": 0.{"1" * 3901}}}',
            *(6, 3909),
            *("too-long", "a number longer than 3,900 characters"),
        ),
    ],
)
def test_flaws(text: str, start: int, end: int, code: str, message: str) -> None:
    """Each flaw is found where it stands, also when the object is within another text."""
    for before in ("", "{\n"):
        region = Region.of(text, before, "}")
        scan = laws.scan_is_total(SYNTAX, region)
        assert scan.slots == ()
        shift = len(before)
        assert [(*flaw,) for flaw in scan.flaws] == [
            (start + shift, end + shift, code, message, None)
        ]
        with pytest.raises(ValueError, match="not a JSON object"):
            json.insert(region.text, scan, 0, "a", 1)


def test_a_name_that_stands_twice() -> None:
    """Both slots are listed and can be changed; inside a value the first counts."""
    text = '{"a": 1, "b": {"c": 1, "c": 2}, "a": 2}'
    scan = laws.scan_is_total(SYNTAX, Region.of(text))
    assert [(slot.name, slot.value) for slot in scan.slots] == [("a", 1), ("b", {"c": 1}), ("a", 2)]
    assert [(text[flaw.start : flaw.end], flaw.start, flaw.code) for flaw in scan.flaws] == [
        ('"c"', 23, "duplicate-key"),
        ('"a"', 32, "duplicate-key"),
    ]
    assert spliced(text, json.remove(text, scan, 2)) == '{"a": 1, "b": {"c": 1, "c": 2}}'
    assert laws.replace_changes_one_value(SYNTAX, Region.of(text), 2, 3)


def test_depth() -> None:
    """Objects and lists nest as deep as `MAX_DEPTH`, the outermost counted, and no deeper."""
    for opener, closer in ('{"a":', "}"), ("[", "]"):
        right = '{"a":' + opener * (MAX_DEPTH - 1) + "1" + closer * (MAX_DEPTH - 1) + "}"
        deep = '{"b": "[{", "a":' + opener * MAX_DEPTH + "1" + closer * MAX_DEPTH + "}"
        assert not json.scan(right, 0, len(right)).flaws
        assert _load(right)
        flaw = json.scan(deep, 0, len(deep)).flaws[0]
        assert flaw.code == "too-deep"
        assert flaw.start == 16 + len(opener) * (MAX_DEPTH - 1)


def test_many_brackets_are_not_deep() -> None:
    """What counts is how deep they nest, not how many there are, or what texts hold."""
    value: Plain = {"a": [[{}]] * 100, "b": '[{"' * 100}
    text = standard.dumps(value)
    assert _load(text) == value
    torn = text[:-3]
    assert json.scan(torn, 0, len(torn)).flaws[0].code == "json"


@pytest.mark.parametrize(
    "value",
    [
        math.nan,
        -math.inf,
        10**3900,
        -(10**20_000),
        b"bytes",
        {1: 2},
        [object()],
        "[" * 3,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_json_cannot_spell(value: Any) -> None:
    """It is refused with a reason, everywhere; what only looks odd is not."""
    scan = json.scan('{"a": [1]}', 0, 10)
    ways: list[Callable[[], object]] = [
        lambda: json.create([("a", value)], "\n"),
        lambda: json.create([("a", [value])], "\n", json.ON_ONE_LINE),
        lambda: json.replace('{"a": [1]}', scan, 0, [value]),
        lambda: json.insert('{"a": [1]}', scan, 0, "b", value),
    ]
    for way in ways:
        if value == "[[[":
            way()
        else:
            with pytest.raises(ValueError, match=r"JSON|text|number"):
                way()


def test_too_deep_to_write() -> None:
    """A value that would nest deeper than can be read is refused; the deepest is written."""
    value: list[Any] = []
    for _ in range(MAX_DEPTH - 2):
        value = [value]
    text = json.create([("a", value)], "\n")
    assert _load(text) == {"a": value}
    with pytest.raises(ValueError, match="80 deep"):
        json.create([("a", [value])], "\n", json.ON_ONE_LINE)
    circle: list[Any] = []
    circle.append(circle)
    scan = json.scan('{"a": [1]}', 0, 10)
    with pytest.raises(ValueError, match="80 deep"):
        json.replace('{"a": [1]}', scan, 0, circle)


def test_names_stand_once() -> None:
    """A name is not written twice."""
    with pytest.raises(ValueError, match="stands twice"):
        json.create([("a", 1), ("a", 2)], "\n")
    with pytest.raises(ValueError, match="would stand twice"):
        json.insert('{"a": 1}', json.scan('{"a": 1}', 0, 8), 0, "a", 1)


def test_the_longest_number() -> None:
    """An integer of 3,900 characters is read and written; Python may be told to read fewer."""
    longest: dict[str, Plain] = {"a": 10**3900 - 1, "b": -(10**3898)}
    text = json.create(longest.items(), "\n")
    assert _load(text) == longest
    for beyond in (10**3900, -(10**3899)):
        with pytest.raises(ValueError, match="3,900"):
            json.create([("a", beyond)], "\n")
    limit = sys.get_int_max_str_digits()
    try:
        sys.set_int_max_str_digits(640)
        assert json.scan(text, 0, len(text)).flaws[0].code == "too-long"
        sys.set_int_max_str_digits(0)
        assert _load(text) == longest
    finally:
        sys.set_int_max_str_digits(limit)


# --------------------------------------------------------------------------------- in its manner

NESTED = """{
    "title": "A",
    "source": {"name": "rki.news", "domain":"x.org"},
    "tags": [
        "a",  "b",
        "c"
    ],
    "plain": [1.50, 2]
}
"""


@pytest.mark.parametrize(
    ("name", "value", "old", "new"),
    [
        ("title", 'B "é"\n', '"A"', '"B \\"é\\"\\n"'),
        ("source", {"name": "b", "domain": "x.org"}, '"rki.news"', '"b"'),
        ("source", {"domain": "x.org"}, '"name": "rki.news", ', ""),
        ("source", {"name": "rki.news"}, ', "domain":"x.org"', ""),
        (
            "source",
            {"name": "rki.news", "domain": "x.org", "url": None},
            '"x.org"',
            '"x.org", "url": null',
        ),
        ("tags", ["a", "x", "c"], '"b"', '"x"'),
        ("tags", ["a", "b", "c", "d"], '"c"', '"c",  "d"'),
        ("tags", ["a"], ',  "b",\n        "c"', ""),
        ("tags", [], '[\n        "a",  "b",\n        "c"\n    ]', "[]"),
        ("plain", [1.5, 3], "2]", "3]"),
        ("plain", (1.5, True), "2]", "true]"),
        ("plain", {"a": [1]}, "[1.50, 2]", '{"a": [1]}'),
    ],
)
def test_only_the_parts_that_differ_change(name: str, value: Plain, old: str, new: str) -> None:
    """Inside an object or list, too, what stays keeps its spelling and spacing."""
    scan = json.scan(NESTED, 0, len(NESTED))
    index = [slot.name for slot in scan.slots].index(name)
    edit = json.replace(NESTED, scan, index, value)
    assert NESTED.count(old) == 1
    assert spliced(NESTED, edit) == NESTED.replace(old, new)
    assert laws.replace_changes_one_value(SYNTAX, Region.of(NESTED), index, value)


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("{}", 0, '{"n": [1, {"é": 2}]}'),
        ("{ }", 0, '{ "n": [1, {"é": 2}] }'),
        ('{"a":1}', 1, '{"a":1,"n":[1,{"é":2}]}'),
        ('{"a":1}', 0, '{"n":[1,{"é":2}],"a":1}'),
        ('{"a": 1 , "b": 2}', 2, '{"a": 1 , "b": 2 , "n": [1, {"é": 2}]}'),
        ('{"a" : "\\u00e9"}', 1, '{"a" : "\\u00e9", "n" : [1, {"\\u00e9" : 2}]}'),
        ('{"a": "\\ud83d\\ude00"}', 1, '{"a": "\\ud83d\\ude00", "n": [1, {"\\u00e9": 2}]}'),
        ('{"a": "\\ud83d\\u2028"}', 1, '{"a": "\\ud83d\\u2028", "n": [1, {"é": 2}]}'),
        (
            '{\r\n "a": [1],\r\n "b": 2\r\n}',
            1,
            '{\r\n "a": [1],\r\n "n": [1, {"é": 2}],\r\n "b": 2\r\n}',
        ),
        (
            '{\n\t"a":\n\t1\n}',
            1,
            '{\n\t"a":\n\t1,\n\t"n": [\n\t\t1,\n\t\t{\n\t\t\t"é": 2\n\t\t}\n\t]\n}',
        ),
        ("{\r}", 0, '{\r  "n": [\r    1,\r    {\r      "é": 2\r    }\r  ]\r}'),
        ('{\n"a": []}', 1, '{\n"a": [],\n"n": [\n  1,\n  {\n    "é": 2\n  }\n]}'),
    ],
)
def test_insert_in_the_manner_of_the_text(text: str, index: int, expected: str) -> None:
    """Commas, spacing, indentation, line ends and escapes are those of the neighbours."""
    scan = json.scan(text, 0, len(text))
    edit = json.insert(text, scan, index, "n", [1, {"é": 2}])
    assert spliced(text, edit) == expected
    laws.insert_adds_one_slot(SYNTAX, Region.of(text), index, "n", [1, {"é": 2}])


def test_what_is_always_escaped() -> None:
    """Controls, line separators and lone surrogates; nothing else, and a `Stamp` is a text."""
    value = "\x00\n\x1f\x7f\x85\x9f\u2028\u2029\ud800\u202f\ufeffé😀/"
    text = json.create([("a", value), ("b", Stamp("2025-09-12"))], "\n", json.ON_ONE_LINE)
    assert text == (
        '{"a": "\\u0000\\n\\u001f\\u007f\\u0085\\u009f\\u2028\\u2029\\ud800\u202f\ufeffé😀/", '
        '"b": "2025-09-12"}\n'
    )
    assert _load(text) == {"a": value, "b": "2025-09-12"}


@pytest.mark.parametrize(
    ("old", "value"),
    [
        ("1", True),
        ("true", 1),
        ("1", 1.0),
        ("0.0", -0.0),
        ("-0", -0.0),
        ("0", False),
        ('"1"', 1),
        ("null", False),
        ("[]", ""),
        ("{}", []),
        ("[0]", [False]),
        ('{"b": 1}', {"n": 2, "b": 1}),
    ],
)
def test_what_only_looks_the_same(old: str, value: Plain) -> None:
    """Values that Python holds for equal are different, and a new entry can be the first."""
    assert laws.replace_changes_one_value(SYNTAX, Region.of(f'{{"a": {old}}}'), 0, value)


def test_an_empty_value_keeps_its_spacing() -> None:
    """Nothing replaced by nothing is no change; a list is no object."""
    text = '{"a": [ ], "b": { }}'
    scan = json.scan(text, 0, len(text))
    assert spliced(text, json.replace(text, scan, 0, ())) == text
    assert spliced(text, json.replace(text, scan, 1, {})) == text
    assert spliced(text, json.replace(text, scan, 1, [])) == '{"a": [ ], "b": []}'


# --------------------------------------------------------------------------------------- linearity

MANY = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "[" * MANY,
        '{"a":' * MANY,
        '{"a": ' + "[" * MANY + "]" * MANY + "}",
        "{" + ", ".join(f'"{number}": {number}' for number in range(MANY)) + "}",
        "{" + ", ".join('"a": 1' for _ in range(MANY)) + "}",
        '{"a": "' + "x" * 10_000_000 + '"}',
        '{"a": "' + '\\"' * 2_000_000,
        '{"a": [' + ",".join(['"[{"'] * MANY) + "]}",
        '{"a": ' + "9" * 10_000_000 + "}",
        '{"a": 1' + " " * 1_000_000 + "]",
        '{"a"' * MANY,
        '"' * MANY,
    ],
    ids=lambda text: text[:12],
)
def test_time_is_linear(text: str) -> None:
    """The largest and nastiest texts are read, or refused, within seconds."""
    begun = time.process_time()
    scan = json.scan(text, 0, len(text))
    assert scan.slots or scan.flaws
    assert time.process_time() - begun < 20


def test_edits_of_a_large_text_are_linear() -> None:
    """So are edits, of a text with many entries and of a list with many items."""
    names: dict[str, Plain] = {str(number): [number] for number in range(MANY // 4)}
    begun = time.process_time()
    for text in (standard.dumps(names, indent=2), standard.dumps({"a": names, "b": 2})):
        scan = json.scan(text, 0, len(text))
        json.insert(text, scan, 0, "new", "x")
        json.remove(text, scan, 1)
        changed: dict[str, Plain] = {name: {"n": value} for name, value in names.items()}
        after = spliced(text, json.replace(text, scan, 0, changed))
        assert json.scan(after, 0, len(after)).slots[0].value == changed
    assert time.process_time() - begun < 20
