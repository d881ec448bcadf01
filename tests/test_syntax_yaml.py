"""YAML front matter: the laws of every syntax on documents of its own, and its own rules."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

import syntax_laws as laws
from snippetkit.errors import MissingExtra
from snippetkit.syntax import yaml
from snippetkit.syntax.tree import MAX_DEPTH, Plain, Scan, Stamp, Syntax, spliced
from snippetkit.syntax.yaml import _composer, _events, _plain, _slots

SYNTAX: Syntax = yaml


def scanned(text: str) -> Scan:
    """What stands in all of *text*."""
    return yaml.scan(text, 0, len(text))


def read(text: str) -> dict[str, Plain]:
    """The items of *text*, which has no flaw."""
    scan = scanned(text)
    assert not scan.flaws, scan.flaws
    return {slot.name: slot.value for slot in scan.slots}


def codes(text: str) -> list[str]:
    """The kinds of flaws of *text*."""
    return [flaw.code for flaw in scanned(text).flaws]


def replaced(text: str, value: Plain, index: int = 0) -> str:
    """*text* after slot number *index* was made to say *value*."""
    return spliced(text, yaml.replace(text, scanned(text), index, value))


def inserted(text: str, index: int, name: str, value: Plain) -> str:
    """*text* after a slot was put in."""
    return spliced(text, yaml.insert(text, scanned(text), index, name, value))


def removed(text: str, index: int) -> str:
    """*text* after a slot was taken out."""
    return spliced(text, yaml.remove(text, scanned(text), index))


def quoted(text: str) -> str:
    """*text* in double quotes. Pairs of surrogate escapes, as JSON has them, are no YAML."""
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Both of PyYAML's parsers, one after the other."""
    if request.param == "pure":
        monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    forget()
    yield request.param
    monkeypatch.undo()
    forget()


def forget() -> None:
    """Choose the parser anew and read every text anew."""
    _events._parser.cache_clear()
    _composer.tree_of.cache_clear()


# The grammar of front matter -------------------------------------------------------------------

FRAGMENTS = (
    *(": ", " #", "- ", "? ", "&a", "*a", "!t", "%", "@", "`", "|", ">", "'", '"', "---", "..."),
    *("\x85", "\u2028", "\ufeff", "\t", "\r", "\n", " ", ",", "[", "]", "{", "}", "<<", "=", "~"),
    *("yes", "No", "null", "true", "010", "1_000", "0x1F", "1.10", "1e3", ".5", "10:38", ".inf"),
    *("2024-01-01", "word", "ключ", "\U0001f600", "\\", "\x07", "\x9f", "\ufffe", "a: b", "# c"),
)
awkward = st.lists(st.sampled_from(FRAGMENTS), max_size=5).map("".join)
strings = st.one_of(awkward, laws.texts(), st.text("abc .,", max_size=12))
values = laws.plains(strings)
names = st.one_of(strings, st.sampled_from(["title", "date", "tags", "a b", "blog/tag", "x:y"]))
inserted_names = st.one_of(names, st.sampled_from(["new", "other"]))

words = st.sampled_from(
    ["word", "a b", "Yes", "10", "010", "2024-01-02", "1.5", "ü\U0001f600", "x#y"]
)
comments = st.sampled_from(["", "", "", " # why", "  #", "  "])
flow_items = st.lists(st.one_of(words, words.map(quoted)), max_size=3).map(", ".join)
inline = st.one_of(
    st.just(""),
    words,
    words,
    words.map(lambda word: f"'{word}''s'"),
    words.map(lambda word: quoted(word + "\n\x85")),
    words.map(lambda word: f"&a{len(word)} {word}"),
    words.map(lambda word: f"!!str {word}"),
    flow_items.map(lambda items: f"[{items}]"),
    words.map(lambda word: f"{{k: {word}, l: [{word}]}}"),
    words.map(lambda word: f"{word}\n   {word}"),
    words.map(lambda word: f'"{word}\n\n   {word}"'),
)
LINES = st.lists(
    st.sampled_from(["x", "y z", "", "# no comment", "  deeper"]), min_size=1, max_size=4
)


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A value on lines of its own, from after the colon on; its first line end included."""
    kind = draw(st.sampled_from(["list", "flat list", "map", "maps", "scalar", "anchored"]))
    comment = draw(comments)
    items = draw(st.lists(st.tuples(words, comments), min_size=1, max_size=3))
    if kind == "scalar":
        lines = "".join(f"  {line}\n" if line else "\n" for line in ["x", *draw(LINES)])
        return draw(st.sampled_from([" |", " |-", " |+", " >", " >-", " >+", " |2"])) + "\n" + lines
    if kind == "map":
        return comment + "\n" + "".join(f"  k{i}: {w}{c}\n" for i, (w, c) in enumerate(items))
    if kind == "maps":
        return "\n" + "".join(f"- k: {w}{c}\n  l:\n  - {w}\n  - [{w}]\n" for w, c in items)
    indent = "" if kind == "flat list" else "  "
    anchor = " &list" if kind == "anchored" else ""
    return anchor + comment + "\n" + "".join(f"{indent}- {w}{c}\n" for w, c in items)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text such as people write between fences: mostly right, with all that YAML has."""
    entry = st.one_of(
        st.tuples(inline, comments).map(lambda pair: " " + "".join(pair).lstrip(" ") + "\n"),
        blocks(),
    )
    between = st.sampled_from(["", "", "", "\n", "# about the next\n", "  # in\n\n", " \n"])
    count = draw(st.integers(0, 5))
    text = draw(between) + "".join(
        f"key{index}:{draw(entry)}{draw(between)}" for index in range(count)
    )
    if draw(st.booleans()) and "&list" in text:
        text += "again: *list\n"
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", draw(st.sampled_from(laws.NEWLINES)))


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A document with a few pieces put in or cut out."""
    text = draw(documents())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        piece = draw(st.sampled_from(FRAGMENTS + laws.TRAPS))
        text = text[:at] + piece + text[at + draw(st.integers(0, 3)) :]
    return text


@st.composite
def regions(draw: st.DrawFn, of: st.SearchStrategy[str]) -> laws.Region:
    """A stretch between fences, or a text of its own."""
    text = draw(of)
    if draw(st.booleans()):
        return laws.Region.of(text)
    return laws.Region.of(text, "\ufeff---\n", "---\nkey: body\n")


def index_of(data: st.DataObject, region: laws.Region) -> int | None:
    """One of the slots of *region*, if there are any."""
    count = len(region.scan(SYNTAX).slots)
    return data.draw(st.integers(0, count - 1)) if count else None


def is_flawed(scan: Scan, index: int) -> bool:
    """Whether a flaw lies within the value: it goes with the value, which the laws do not say."""
    slot = scan.slots[index]
    return any(slot.start <= flaw.start < slot.end for flaw in scan.flaws)


def ends_well(region: laws.Region, index: int, value: Plain) -> None:
    """A flawed value is replaced or it is refused; either way by no other exception."""
    scan = region.scan(SYNTAX)
    with contextlib.suppress(ValueError):
        found = region.edited(yaml.replace(region.text, scan, index, value)).scan(SYNTAX)
        assert laws.same(found.slots[index].value, value)


# The laws of every syntax ----------------------------------------------------------------------


@given(regions(st.one_of(documents(), mutations(), strings)))
def test_scan_is_total(region: laws.Region) -> None:
    """Any text gives slots in order within the stretch, or flaws within it."""
    laws.scan_is_total(SYNTAX, region)


@given(st.data())
@settings(max_examples=5)
def test_most_documents_have_no_flaw(data: st.DataObject) -> None:
    """The grammar makes YAML: otherwise the laws would say nothing."""
    texts = data.draw(st.lists(documents(), min_size=30, max_size=30))
    assert sum(not scanned(text).flaws for text in texts) >= 20


@given(regions(st.one_of(documents(), mutations())), values, st.data())
def test_replace_changes_one_value(region: laws.Region, value: Plain, data: st.DataObject) -> None:
    """A value that was replaced is read; nothing else has moved. Or it is refused."""
    index = index_of(data, region)
    if index is None:
        return
    if is_flawed(region.scan(SYNTAX), index):
        ends_well(region, index, value)
    else:
        laws.replace_changes_one_value(SYNTAX, region, index, value, refusable=True)


@given(regions(st.one_of(documents(), mutations())), inserted_names, values, st.data())
def test_insert_adds_one_slot(
    region: laws.Region, name: str, value: Plain, data: st.DataObject
) -> None:
    """A slot that was inserted is read at its place; nothing of the text has gone."""
    index = data.draw(st.integers(0, len(region.scan(SYNTAX).slots)))
    laws.insert_adds_one_slot(SYNTAX, region, index, name, value, refusable=True)


@given(regions(st.one_of(documents(), mutations())), st.data())
def test_remove_takes_one_slot(region: laws.Region, data: st.DataObject) -> None:
    """Exactly the one slot goes."""
    index = index_of(data, region)
    if index is not None:
        laws.remove_takes_one_slot(SYNTAX, region, index, refusable=True)


@given(regions(st.one_of(documents(), mutations())))
def test_the_same_value_is_no_edit(region: laws.Region) -> None:
    """To replace any value of any text by itself changes nothing."""
    laws.same_value_same_text(SYNTAX, region, refusable=True)


@given(documents(), inserted_names, values, st.data())
def test_insert_then_remove_is_nothing(
    text: str, name: str, value: Plain, data: st.DataObject
) -> None:
    """What came and went leaves no trace, but for the line end of an open last line."""
    region = laws.Region.of(text + "\n" * (not text.endswith(("\n", "\r")) and text != ""))
    index = data.draw(st.integers(0, len(region.scan(SYNTAX).slots)))
    laws.insert_then_remove_is_nothing(SYNTAX, region, index, name, value, refusable=True)


spellable_strings = strings.filter(
    lambda text: not any("\ud800" <= each <= "\udfff" for each in text)
)
spellable = laws.plains(spellable_strings)
items = laws.items_of(spellable, names.filter(lambda text: text.isprintable()))


@given(items, st.sampled_from(laws.NEWLINES))
def test_create_gives_the_items(items: list[tuple[str, Plain]], newline: str) -> None:
    """What was created says the same, is stable, and has one kind of line ends."""
    laws.create_gives_the_items(SYNTAX, items, newline)
    laws.create_is_stable(SYNTAX, items, newline)
    laws.create_uses_the_newline(SYNTAX, items, newline)
    laws.same_value_same_text(SYNTAX, laws.Region.of(yaml.create(items, newline)))


@given(items, spellable, st.sampled_from(laws.NEWLINES), st.data())
def test_canonical_texts_take_every_value(
    items: list[tuple[str, Plain]], value: Plain, newline: str, data: st.DataObject
) -> None:
    """In a text of ours nothing that YAML can say is refused."""
    region = laws.Region.of(yaml.create(items, newline))
    index = data.draw(st.integers(0, len(items)))
    laws.insert_adds_one_slot(SYNTAX, region, index, "a name of its own", value)
    laws.insert_then_remove_is_nothing(SYNTAX, region, index, "a name of its own", value)
    if index < len(items):
        laws.replace_changes_one_value(SYNTAX, region, index, value)
        laws.remove_takes_one_slot(SYNTAX, region, index)


@given(documents(), spellable, st.data())
def test_plain_documents_take_every_value(text: str, value: Plain, data: st.DataObject) -> None:
    """In a document without aliases every value can be replaced, with the text's line ends."""
    region = laws.Region.of(text)
    index = index_of(data, region)
    scan = region.scan(SYNTAX)
    if index is None or scan.flaws or "*list" in text:
        return
    laws.replace_changes_one_value(SYNTAX, region, index, value)
    edit = yaml.replace(text, scan, index, value)
    laws.line_ends_are_the_texts(region, edit)


@given(strings, st.sampled_from(laws.NEWLINES))
@example("\ud800", "\n")
def test_every_text_survives_or_is_refused(text: str, newline: str) -> None:
    """Any text at all, as a value, a name, a list's item: read back the same, or refused."""
    items: list[tuple[str, Plain]] = [("a", text), (text + "b", [text, {text: text}])]
    if any("\ud800" <= each <= "\udfff" for each in text):
        with pytest.raises(ValueError, match="surrogate"):
            yaml.create(items, newline)
    else:
        assert read(yaml.create(items, newline)) == dict(items)


# Another reader, which takes YAML as of 1.1 ----------------------------------------------------


def as_read_raw(value: Plain, raw: Any) -> bool:
    """Whether *value* is what PyYAML's base loader read, which takes every scalar for a text."""
    if value is None:
        return raw in ("", "~", "null")
    if isinstance(value, dict):
        return list(value) == list(raw) and all(as_read_raw(value[key], raw[key]) for key in raw)
    if isinstance(value, list):
        return (
            isinstance(raw, list) and len(raw) == len(value) and all(map(as_read_raw, value, raw))
        )
    return bool(raw == (str(value).lower() if isinstance(value, bool) else str(value)))


@given(documents().filter(lambda text: "\x85" not in text))
def test_values_are_those_of_another_reader(text: str) -> None:
    """PyYAML's own composer finds the same texts in the same places."""
    scan = scanned(text)
    # It takes an anchor that comes twice for an error, which YAML does not.
    if not scan.flaws and text.count("&") < 2:
        # It makes texts only.
        raw = pyyaml.load(text, pyyaml.BaseLoader) or {}  # noqa: S506
        assert as_read_raw({slot.name: slot.value for slot in scan.slots}, raw)


@given(spellable_strings)
@example("2024-01-01")
@example("=")
@example("1:20")
@example("0b1_0")
@example("+.INF")
def test_texts_are_texts_for_readers_of_yaml_11(text: str) -> None:
    """What we write bare is no boolean, number, date or null to readers of YAML 1.1 either."""
    created = yaml.create([("value", text), ("list", [text])], "\n")
    assert pyyaml.safe_load(created) == {"value": text, "list": [text]}


# What a text says ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spelled", "value"),
    [
        *(("", None), ("~", None), ("null", None), ("true", True), ("false", False)),
        *(("0", 0), ("10", 10), ("-7", -7), ("1.5", 1.5), ("-0.0", -0.0), ("1e+16", 1e16)),
        *(("5e-324", 5e-324), ("9" * 3900, int("9" * 3900)), ("0.0001", 0.0001)),
        *((word, word) for word in ("Null", "NULL", "True", "yes", "No", "on", "y", "=")),
        *((word, word) for word in ("-0", "+1", "010", "1_000", "0x1F", "0o7", "1.10", "1.", ".5")),
        *(
            (word, word)
            for word in ("1e3", "1e16", "1e+999", ".inf", ".nan", "nan", "inf", "10:38")
        ),
        *((word, word) for word in ("9" * 3901, "9" * 5000, "0.30000000000000000004", "-a")),
        *(
            (day, Stamp(day))
            for day in ("2024-01-01", "2024-1-1 4:00:00", "2015-02-30", "2014-x y")
        ),
        *(("'10'", "10"), ('"2024-01-01"', "2024-01-01"), ("'it''s'", "it's"), ('"\\u0041"', "A")),
        *(("!!str 10", "10"), ("!!int 10", "10"), ("!!python/object:os.system x", "x")),
        *(("! 10", "10"), ("!t", ""), ("!!str", ""), ("&a !!str 1", "1"), ("!t &a 1", "1")),
        *(("&a 10", 10), ("&a", None), ("&a [1]", [1]), ("[]", []), ("{}", {}), ("[a, ]", ["a"])),
        *(("[a, 'b', 1, [~]]", ["a", "b", 1, [None]]), ("{a, b: 1}", {"a": None, "b": 1})),
        *(("!!set {a, b}", {"a": None, "b": None}), ("!!python/tuple [1]", [1])),
        *(("a\x85b", "a\x85b"), ("a\u2028b", "a\u2028b"), ("'a\ufeffb'", "a\ufeffb")),
        *(("a\n  b", "a b"), ("|\n  x\n  y\n\n", "x\ny\n"), (">-\n  x\n  y\n", "x y")),
        *(("|+\n  x\n", "x\n\n"), ("|2\n   x", " x\n"), ("|\n", ""), ("\n- a\n- b", ["a", "b"])),
        *(("\n  b: {c: d}", {"b": {"c": "d"}}), ("\n- b: c\n  d: e", [{"b": "c", "d": "e"}])),
        *(
            ("a #b", "a"),
            ('"\\U000F0000\x85\\U000f0001\u2028"', "\U000f0000\x85\U000f0001\u2028"),
            ("... a", "... a"),
            ("{'<<': 1}", {"<<": 1}),
            ("a#b", "a#b"),
            ("http://a/b:c", "http://a/b:c"),
            ("\U0001f600", "\U0001f600"),
        ),
    ],
)
@pytest.mark.usefixtures("parser")
def test_values(spelled: str, value: Plain) -> None:
    """What stands after a name is read as the text says, by both parsers, and spans it."""
    for newline in laws.NEWLINES:
        text = f"# é\nname: {spelled}\nnext: \U0001f600".replace("\n", newline)
        scan = laws.scan_is_total(SYNTAX, laws.Region.of(text))
        assert not scan.flaws
        assert [slot.name for slot in scan.slots] == ["name", "next"]
        assert laws.same(scan.slots[0].value, value)
        assert text[scan.slots[1].start : scan.slots[1].end] == "\U0001f600"


@pytest.mark.parametrize(
    ("text", "spelling", "whole"),
    [
        ("a: b # c\n", "b", "a: b # c\n"),
        ("  a: b # c\n  # d\n  e: f\n", "b", "  a: b # c\n"),
        ("\n# x\na:\n\n# y\nb:", "", "a:\n"),
        ("a:  # c\nb: c", "", "a:  # c\n"),
        ("a: &x b\n", "b", "a: &x b\n"),
        ("a: &x # c\n  b\n", "b", "a: &x # c\n  b\n"),
        ("a: &x\nb: c\n", "", "a: &x\n"),
        ("a: !t &x b\n", "!t &x b", "a: !t &x b\n"),
        ("a: &x # d\n  # e\n  - b\n  - c # f\n# g\n", "- b\n  - c # f", None),
        ("a:\n- b\n-  # f\n\n# g\nh: i", "- b\n-  # f", "a:\n- b\n-  # f\n"),
        ("a: |  # c\n  x\n\n  \n\n# d\nb: c\n", "|  # c\n  x", "a: |  # c\n  x\n"),
        ("a: |\n  x\n     \n\nb: c\n", "|\n  x\n     ", "a: |\n  x\n     \n"),
        ("a: |+\r\n  x\r\n\r\n\r\nb: c\n", "|+\r\n  x\r\n\r\n", "a: |+\r\n  x\r\n\r\n\r\n"),
        ("a: >-  # no + here\n  x\n\n\nb: c\n", ">-  # no + here\n  x", None),
        ("a: |+\n  x", "|+\n  x", "a: |+\n  x"),
        ("a: 'x\n\n  y' # c\r\nb: c", "'x\n\n  y'", "a: 'x\n\n  y' # c\r\n"),
        ("a: [b,\n  c, # d\n] # e\n", "[b,\n  c, # d\n]", None),
        ("a:\n  b:\n    c: d # e\n\n  f:\n\ng: h", "b:\n    c: d # e\n\n  f:", None),
        ('"a b" : c\n', "c", '"a b" : c\n'),
        ("\ufeffa: b\n", "b", "a: b\n"),
        ("{a: b, c: d}\n", "b", "a: b"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_spans(text: str, spelling: str, whole: str | None) -> None:
    """A value spans its own spelling, a slot its lines; comments and blanks after are outside."""
    slot = scanned(text).slots[0]
    assert text[slot.start : slot.end] == spelling
    if whole is not None:
        assert text[slot.begin : slot.stop] == whole


def test_names_are_read_as_their_text() -> None:
    """A name may look like a number, be quoted, empty, or hold a colon."""
    text = "2024: a\n'x y': b\n\"\\u0041\": c\ncSpell:ignore: d\n'': e\n&k f: g\n~: h\n"
    assert list(read(text)) == ["2024", "x y", "A", "cSpell:ignore", "", "f", "~"]


def test_aliases_say_what_their_anchors_say() -> None:
    """Anchors and aliases of scalars and collections are read; a later anchor wins."""
    text = "a: &x 1\nb: [*x, &x [2]]\nc: *x\nd: {*x : 1}\n"
    scan = scanned(text)
    assert [slot.value for slot in scan.slots] == [1, [1, [2]], [2], {}]
    assert [flaw.code for flaw in scan.flaws] == ["complex-key"]


def test_values_are_the_callers() -> None:
    """Changing a value that was read does not change what is read next."""
    text = "a: &x [1]\nb: *x\n"
    first = scanned(text)
    for slot in first.slots:
        assert isinstance(slot.value, list)
        slot.value.append(2)
    assert [slot.value for slot in scanned(text).slots] == [[1], [1]]


@pytest.mark.parametrize("spelled", ["{{ .Date }}", "{? [x] : y}", "{*b : 1}", "\n  ? [x]\n  : y"])
@pytest.mark.parametrize("value", [{"k": 1}, {}, ["k"], "k", None])
def test_a_mapping_without_a_name_is_replaced_whole(spelled: str, value: Plain) -> None:
    """A placeholder of a template is a mapping whose names are no texts: it has no members."""
    text = f"b: &b c\na: {spelled}\nd: e\n"
    ends_well(laws.Region.of(text), 1, value)
    if value:
        assert read(replaced(text, value, 1)) == {"b": "c", "a": value, "d": "e"}


# What is wrong ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: b\nc: [d\n", "yaml", ""),
        ("\U0001f600: b\ntitle: 'x' y\n", "yaml", "y"),
        ("title: a: b\n", "yaml", ":"),
        ("a: b\x07c\n", "yaml", "\x07"),
        ("a: b\ud800c\n", "yaml", "\ud800"),
        ("just words\n", "yaml", "just words"),
        ("- a\n", "yaml", "- a"),
        ("a: b\n---\nc: d\n", "yaml", "---"),
        ("%YAML 1.1\n---\na: b\n", "yaml", "%YAML 1.1\n---"),
        ("a: b\n...\n", "yaml", "..."),
        ("a: b\nc: d\na: e\n", "duplicate-key", "a"),
        ("a: {b: 1, b: 2}\n", "duplicate-key", "b"),
        ("? [a]\n: b\n", "complex-key", "[a]"),
        ("[a]: b\nc: d\n", "complex-key", "[a]"),
        ("? a\n: b\nc: d\n", "complex-key", "a"),
        ("x: y\n?\n  a\n: b\nc: d\n", "complex-key", "a"),
        ("a: *b\n", "yaml-alias", "*b"),
        ("a: &a [*a]\n", "yaml-alias", "*a"),
        ("a: &a b\nc: &a [*a]\n", "yaml-alias", "*a"),
        ('a: "\\ud800"\n', "yaml", ""),
        ("a: &a {b: 1}\nc:\n  <<: *a\n", "yaml-alias", "<<"),
        ("a: &a {b: 1}\n<<: *a\n", "yaml-alias", "<<"),
        ("a: " + "[" * 81 + "]" * 81, "too-deep", "["),
        ("a: &a " + "[" * 41 + "]" * 41 + "\nb: " + "[" * 40 + "*a" + "]" * 40, "too-deep", "*a"),
        ("a: " + "b" * 65536, "too-long", "a: " + "b" * 65536),
    ],
)
@pytest.mark.usefixtures("parser")
def test_flaws(text: str, code: str, place: str) -> None:
    """Each defect has its code and its place, wherever the stretch stands."""
    region = laws.Region.of(text, "---\n", "---\n")
    flaw = laws.scan_is_total(SYNTAX, region).flaws[0]
    assert flaw.code == code
    assert region.text[flaw.start : flaw.end].startswith(place)
    assert len(place) in (0, flaw.end - flaw.start)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a: 1\nb: 2\na: 3\n", ["a", "b", "a"]),
        ("a: &a [*a]\nb: *c\nd: 1\n", ["a", "b", "d"]),
        ("a: 1\n? b\n: c\n? [d]\n: e\nf: 2\n", ["a", "f"]),
        ("a: 1\n...\n# end\n", ["a"]),
        ("a: [\n", []),
        ("", []),
        ("# only\n\n", []),
        ("\ufeff", []),
    ],
)
def test_flawed_texts_keep_their_other_slots(text: str, names: list[str]) -> None:
    """What can be read is read, in the order of the text, both of two with one name."""
    assert [slot.name for slot in scanned(text).slots] == names


@pytest.mark.usefixtures("parser")
def test_depth_up_to_the_limit_is_read() -> None:
    """Lists may nest as deep as `MAX_DEPTH`, in brackets, dashes and by alias."""
    assert not codes("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert not codes("a:\n" + "- " * MAX_DEPTH + "x\n")
    half = MAX_DEPTH // 2
    nested = "[" * half + "{}]" + "]" * (half - 1)
    assert codes(f"a: &a {nested}\nb: {'[' * half}*a{']' * half}") == ["too-deep"]
    assert not codes(f"a: &a {nested}\nb: {'[' * (half - 1)}*a{']' * (half - 1)}")


def test_alias_bombs_are_refused() -> None:
    """Aliases of aliases stand for no more than so many values."""
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 25)]
    scan = scanned("\n".join(lines))
    assert [flaw.code for flaw in scan.flaws] == ["alias-bomb"]
    assert not scan.slots
    assert not codes("\n".join(lines[:10]))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 65_000,
        "{" * 65_000,
        "{a: " * 16_000,
        "- " * 30_000,
        "a: " + "- " * 30_000,
        "? " * 30_000,
        "[" * 100_000,
        "a: &a " * 10_000,
        "!" * 60_000,
        "a: *" + "b" * 60_000,
        "'" * 60_001,
        "a:\n" + "".join(f"{'  ' * depth}b:\n" for depth in range(200)),
        "a: |\n" + " \n" * 30_000,
        "a: b" + "\n# c" * 15_000,
        "a: b\n\x85" + "\U000f0000\\U000F0001" * 5_000,
    ],
)
@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
def test_attacks_end_well(text: str, pure: bool) -> None:
    """Neither parser crashes, recurses or takes long; what cannot be read has a flaw with a place.

    In a process of its own: the C loader's composer, which is not used, dies of some of these.
    """
    code = f"""
        import sys, time
        {'sys.modules["yaml.cyaml"] = None' if pure else ""}
        from snippetkit.syntax import yaml
        text = sys.stdin.buffer.read().decode()
        start = time.perf_counter()
        scan = yaml.scan(text, 0, len(text))
        print(time.perf_counter() - start, len(scan.flaws), len(scan.slots))
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    seconds, flaws, slots = ran.stdout.split()
    assert float(seconds) < 10
    assert int(flaws) or int(slots)


@pytest.mark.usefixtures("parser")
@given(st.one_of(mutations(), awkward))
@settings(max_examples=30)
@example('a: "\\ud800"')
@example('a: "\\UFFFFFFFF"')
@example('a: "\\U00110000"')
@example("%YAML " + "9" * 5000 + ".1\n---\n")
@example("%TAG ! %ff\n--- !<%ff> x")
@example("a: !<tag> >+\n  x\n\n")
def test_both_parsers_are_total(text: str) -> None:
    """Nothing that either parser says leaves `scan`."""
    _composer.tree_of.cache_clear()
    laws.scan_is_total(SYNTAX, laws.Region.of(text))


@given(st.one_of(documents(), mutations()))
def test_the_parsers_agree(text: str) -> None:
    """Where the pure parser reads a text, libyaml finds the same in the same places."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "yaml.cyaml", None)
        forget()
        pure = scanned(text)
    forget()
    if not pure.flaws:
        assert repr(scanned(text)) == repr(pure)


def test_tabs_are_read_or_have_a_place() -> None:
    """Tabs that libyaml takes are read; of the others the place is told."""
    assert read("a:\tb\nc: d\te\n") == {"a": "b", "c": "d\te"}
    (flaw,) = scanned("a:\n\t- b\n").flaws
    assert (flaw.code, flaw.start) == ("yaml", 3)


def test_without_pyyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PyYAML, plain lines are read; for anything else, reading says what to install."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    forget()
    assert read("a: b\nc:\n  - d\n") == {"a": "b", "c": ["d"]}
    for text in ("a: |\n  b\n", "a: &b c\n", "- a\n"):
        with pytest.raises(MissingExtra, match=r"YAML front matter.*snippetkit\[yaml\]"):
            scanned(text)
    forget()


# Plain lines, which are read without PyYAML ------------------------------------------------------

LINES_OF_FRONT_MATTER = (
    *("a: b\n", "a:\n", "c: [x, 'y']  # z\n", "e:\n- f\n- g\n", "k.e-y_: it's\r\n", "d: 'e'\r"),
    *(
        "f:\n  - 1\n  - null\n",
        "g: http://h.i/j#k\n",
        "date: 2024-01-02 10:38:19\n",
        "h: []\n",
        "\n",
    ),
    *("# about\n", "  # about\n", "i: -1\n", 'j: "k: l" # m\n'),
    *("l: ’é\n", "m: a  b \n", "n: #\n", "d: \n  - o \n  - p \n"),
)
BITS = (
    *(
        "a",
        "b:",
        "- ",
        "  - ",
        "\n",
        "\r\n",
        "\r",
        " ",
        ": ",
        ":",
        " #",
        "#",
        "[",
        "]",
        ",",
        "{",
        "}",
    ),
    *("?", "? ", "!", "&a", "*a", "|", ">", "%", "@"),
    *("`", "-", "---", "...", "~", "\xa0", "\t", "<<: "),
    *("\\", "'", '"', "\x85", "\u2028", "\ufeff", "\ud800", "=", "1", "yes", "x"),
)


@given(
    st.lists(st.sampled_from(LINES_OF_FRONT_MATTER), max_size=6, unique=True),
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(BITS)), max_size=3),
    st.sampled_from(["", "\ufeff"]),
)
@example(["a: b\n", "  # about\n"], [], "")
@example(["a:\n", "\n", "e:\n- f\n- g\n"], [(3, "- x\n")], "")
@settings(max_examples=5 * settings().max_examples)
def test_plain_lines_are_what_pyyaml_finds(
    lines: list[str], bits: list[tuple[int, str]], bom: str
) -> None:
    """Values and spans, to the last character; also of what is nearly plain."""
    text = bom + "".join(lines)
    for at, bit in bits:
        text = text[:at] + bit + text[at:]
    event(f"plain: {agree(text)}")


@given(regions(st.one_of(documents(), mutations(), strings)))
def test_plain_lines_are_what_pyyaml_finds_in_all_that_yaml_has(region: laws.Region) -> None:
    """The same for texts of the grammar, between fences or not."""
    event(f"plain: {agree(*region)}")


def agree(text: str, start: int = 0, end: int | None = None) -> bool:
    """What is read quickly, if it is (which is given), is what is read with care."""
    end = len(text) if end is None else end
    plain = _plain.plain_slots(text, start, end)
    if plain is not None:
        assert repr(_slots.composed_scan(text, start, end)) == repr(Scan(plain, (), start, end))
    return plain is not None


@pytest.mark.parametrize(
    "line", [line for line in LINES_OF_FRONT_MATTER if line[:1] in "abcdefghijklm"]
)
def test_these_lines_are_plain(line: str) -> None:
    """They are found without PyYAML, or the law above would say nothing."""
    text = f"{line}x: y"
    assert agree(text) == (line != "i: -1\n")


@pytest.mark.parametrize("bit", BITS)
@pytest.mark.usefixtures("parser")
def test_each_sign_in_each_place(bit: str) -> None:
    """In an entry, in a list, on a line of a list, and as a name: for both of PyYAML's parsers."""
    places = (
        "b{}c",
        "b {}c",
        "b{} c",
        "{}b",
        "b{}",
        "[b{}c]",
        "[{}b, c{}]",
        "[b {}c]",
        "'{}'",
        "'b'{}",
    )
    for said in (place.replace("{}", bit) for place in places):
        for entry in (f"a: {said}", f"a:\n  - z\n  - {said}", f"{said}: z", f"a:{said}"):
            agree(f"{entry}\nx: y\n")


@pytest.mark.parametrize(
    "text",
    [
        "a: b\na: c\n",
        "a:\n  - x\n - y\n",
        "a:\n- x\n  - y\n",
        "a:\n  - x\n- y\n",
        "a: b\n c\n",
        "a\n",
        "",
    ],
)
def test_these_lines_are_not_plain(text: str) -> None:
    """A name that stands twice, items that stand askew, a value that goes on."""
    assert not agree(text)


# How changes are written -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        # plain stays plain where that is safe
        ("a: b # c\n", "d e", "a: d e # c\n"),
        ("a: b\n", "No", 'a: "No"\n'),
        ("a: b\n", "y", 'a: "y"\n'),
        ("a: b\n", "d: e", 'a: "d: e"\n'),
        ("a: b\n", "d #e", 'a: "d #e"\n'),
        ("a: b\n", "10:38", 'a: "10:38"\n'),
        ("a: b\n", "10 things", "a: 10 things\n"),
        ("a: b\n", "2024-01-01", 'a: "2024-01-01"\n'),
        ("a: b\n", Stamp("2024-01-01"), "a: 2024-01-01\n"),
        ("a: b\n", Stamp("May 2024"), "a: May 2024\n"),
        ("a: b\n", Stamp("10:38"), 'a: "10:38"\n'),
        (
            "a: b\n",
            'x\ny\x85\u2028\ufeff\x9f\x00"\\',
            'a: "x\\ny\\u0085\\u2028\\ufeff\\u009f\\u0000\\"\\\\"\n',
        ),
        ("a: b\n  c # d\n", "e", "a: e # d\n"),
        ("a: 2024-01-01\n", "2024-01-01", 'a: "2024-01-01"\n'),
        ("a: *b\n", "c", "a: c\n"),
        # quotes stay
        ("a: 'b'\n", "c: d", "a: 'c: d'\n"),
        ("a: 'b'\n", "it's", "a: 'it''s'\n"),
        ("a: 'b'\n", "x\ny", 'a: "x\\ny"\n'),
        ("a: 'b'\n", "", "a: ''\n"),
        ('a: "b"\n', "c", 'a: "c"\n'),
        ('a: "2024-01-01"\n', Stamp("2024-05-05"), 'a: "2024-05-05"\n'),
        ('a: "b"\n', 10, "a: 10\n"),
        # other scalars
        *(("a: b\n", value, f"a: {text}\n") for value, text in [(None, "null"), (True, "true")]),
        *(("a: b\n", value, f"a: {text}\n") for value, text in [(-1, "-1"), (1e16, "1e+16")]),
        ("a:\n", "b", "a: b\n"),
        ("a: # c\n", "b", "a: b # c\n"),
        ("a: &x b\n", "c", "a: &x c\n"),
        ("a: !t b\n", "c", "a: c\n"),
        ("a: &x\n", "c", "a: &x c\n"),
        ("b: &x 1\na: *x\n", "c", None),
        # block scalars stay where the text fits
        ("a: |  # c\n   x\n\n   y\nb: c\n", "p\n\nq\n", "a: |  # c\n   p\n\n   q\nb: c\n"),
        ("a: |\n  x\n", "p", 'a: "p"\n'),
        ("a: |-\n  x\n", "p: #\nq", "a: |-\n  p: #\n  q\n"),
        ("a: |+\n  x\n\nb: c\n", "y\n\n\n", "a: |+\n  y\n\n\nb: c\n"),
        ("a: |\n  x\n", " p\n", 'a: " p\\n"\n'),
        ("a: |\n  x\n", "p\x85\n", 'a: "p\\u0085\\n"\n'),
        ("a: |\n", "p\n", 'a: "p\\n"\n'),
        ("a: >\n  x\n  y\n", "p\nq\n\nr\n", "a: >\n  p\n\n  q\n\n\n  r\n"),
        ("a: >-\n  x\n", "p", "a: >-\n  p\n"),
        ("a: >\r\n  x\r\n", "p\nq\n", "a: >\r\n  p\r\n\r\n  q\r\n"),
        ("a: |\n  x\n", 1, "a: 1\n"),
        # lists in brackets
        ("a: [b, c] # d\n", ["b", "x", "c"], "a: [b, x, c] # d\n"),
        ("a: [b, c]\n", ["x", "b", "c"], "a: [x, b, c]\n"),
        ("a: [b, c]\n", ["b", "c", "x, y"], 'a: [b, c, "x, y"]\n'),
        ("a: ['b', 'c']\n", ["b", "c", "x"], "a: ['b', 'c', 'x']\n"),
        ("a: [b, c, d]\n", ["b", "d"], "a: [b, d]\n"),
        ("a: [b, c]\n", ["b"], "a: [b]\n"),
        ("a: [b, c]\n", ["c"], "a: [c]\n"),
        ("a: [b, # x\n  c]\n", ["b"], "a: [b, # x\n  ]\n"),
        ("a: [b, [c, d]]\n", ["b", ["c", "e"]], "a: [b, [c, e]]\n"),
        ("a: [b]\n", [], "a: []\n"),
        ("a: []\n", ["b", {"c": ["d"]}], "a: [b, {c: [d]}]\n"),
        ("a: [b]\n", "c", "a: c\n"),
        ("a: b # c\n", ["d"], "a: [d] # c\n"),
        # mappings in braces
        ("a: {b: 1, c: 2}\n", {"b": 1, "c": 3}, "a: {b: 1, c: 3}\n"),
        ("a: {b: 1, c: 2}\n", {"b": 1, "d": 3}, "a: {b: 1, d: 3}\n"),
        ("a: {b: 1, c: 2}\n", {"x": 0, "b": 1, "c": 2}, "a: {x: 0, b: 1, c: 2}\n"),
        ("a: {b, c: 2}\n", {"b": 1, "c": 2}, "a: {b: 1, c: 2}\n"),
        # lists of lines
        ("a:\n- b # x\n- c # y\n# z\n", ["b", "d"], "a:\n- b # x\n- d # y\n# z\n"),
        (
            "a:\n  - b # x\n  - c # y\n# z\n",
            ["b", "c", "d"],
            "a:\n  - b # x\n  - c # y\n  - d\n# z\n",
        ),
        ("a:\n  - b # x\n  # w\n  - c # y\n", ["c"], "a:\n  # w\n  - c # y\n"),
        ("a:\n  - b # x\n  # w\n  - c # y\n", ["b"], "a:\n  - b # x\n  # w\n"),
        ("a:\r\n  - b\r\n  - c\r\n  - d\r\n", ["b", "d"], "a:\r\n  - b\r\n  - d\r\n"),
        ("a:\n  - b # x", ["z", "b"], "a:\n  - z\n  - b # x"),
        ("a:\r\n  - b", ["x", "b"], "a:\r\n  - x\r\n  - b"),
        ("a:\n  - 'b'\n", ["b", "c"], "a:\n  - 'b'\n  - 'c'\n"),
        ("a:\n  - b\n", ["b", ["c", ["d", {}]]], "a:\n  - b\n  - - c\n    - - d\n      - {}\n"),
        ("a:\n  - - b\n    - c\n", [["x", "b", "c"]], "a:\n  - - x\n    - b\n    - c\n"),
        ("a:\n  - b: 1 # x\n    c: 2\n", [{"b": 1, "c": 3}], "a:\n  - b: 1 # x\n    c: 3\n"),
        ("a:\n  - b: 1 # x\n    c: 2\n", [{"b": 1}], "a:\n  - b: 1 # x\n"),
        ("a:\n  - b\n", [], "a:\n  []\n"),
        ("a:\n- b\n", [], "a:\n  []\n"),
        ("a: # x\n- b\n", "c", "a: # x\n  c\n"),
        ("a:\n- b\n", {"c": 1, "d": [1]}, "a:\n  c: 1\n  d:\n  - 1\n"),
        ("a:\n  -\n  - b\n", ["x", "b"], "a:\n  - x\n  - b\n"),
        ("a:\n  -\n  - b\n", [["x"], "b"], "a:\n  -\n    - x\n  - b\n"),
        ("a:\n", ["b", {"c": 1, "d": {}}], "a:\n  - b\n  - c: 1\n    d: {}\n"),
        ("b:\n- 1\na:\n", ["c"], None),
        ("a:\n", {"b": 1}, "a:\n  b: 1\n"),
        # mappings of lines
        ("a:\n  b: 1 # x\n  c: 2\n", {"b": 2, "c": 2}, "a:\n  b: 2 # x\n  c: 2\n"),
        ("a:\n  b: 1 # x\n  c: 2\n", {"b": 1, "d": 3, "c": 2}, "a:\n  b: 1 # x\n  d: 3\n  c: 2\n"),
        ("a:\n  b: 1\n  c: 2 # x\n", {"e": [1], "c": 2}, "a:\n  e:\n    - 1\n  c: 2 # x\n"),
        ("a:\n  b: 1\n", {"c": 2, "d": 3}, "a:\n  c: 2\n  d: 3\n"),
        ("a:\n  b: 1\n", ["c"], "a:\n  - c\n"),
        ("a:\n  b: |\n    x\n  c: 1\n", {"b": "y\n", "c": 1}, "a:\n  b: |\n    y\n  c: 1\n"),
        ("a:\n  b: |\n    x\n  c: 1 # d\n", {"b": "y", "c": 1}, 'a:\n  b: "y"\n  c: 1 # d\n'),
        ("a:\n  ? b\n  c: 1\n", {"b": 1, "c": 1}, "a:\n  b: 1\n  c: 1\n"),
    ],
)
def test_replace_in_the_manner_of_the_text(text: str, value: Plain, after: str | None) -> None:
    """A new value is spelled as the old one was, as far as it can be."""
    index = 0 if after is not None else 1
    after = after or {"c": "b: &x 1\na: c\n"}.get(str(value), "b:\n- 1\na:\n- c\n")
    assert replaced(text, value, index) == after
    laws.line_ends_are_the_texts(
        laws.Region.of(text), yaml.replace(text, scanned(text), index, value)
    )


def test_an_anchor_that_is_used_is_not_changed() -> None:
    """What an alias stands for is neither replaced nor removed: another value would change."""
    text = "a: &x b\nc: *x\nd: &y e\n"
    with pytest.raises(ValueError, match="'c'"):
        replaced(text, "z")
    with pytest.raises(ValueError, match="stands for nothing above"):
        removed(text, 0)
    assert replaced(text, "z", 2) == "a: &x b\nc: *x\nd: &y z\n"
    assert removed(text, 1) == "a: &x b\nd: &y e\n"
    assert inserted(text, 3, "f", 1) == text + "f: 1\n"


@pytest.mark.parametrize(
    ("text", "index", "value", "after"),
    [
        ("", 0, "x", "new: x\n"),
        ("# c\n\n", 0, "x", "# c\n\nnew: x\n"),
        ("a: 1\n# b\n  # c\nb: 2\n", 1, "x", "a: 1\nnew: x\n# b\n  # c\nb: 2\n"),
        ("# top\n\n# a\na: 1\n", 0, "x", "# top\n\nnew: x\n# a\na: 1\n"),
        ("# a\r\na: 1\r\n", 0, "x", "new: x\r\n# a\r\na: 1\r\n"),
        ("a: 1\r\n# end\r\n", 1, "x", "a: 1\r\nnew: x\r\n# end\r\n"),
        ("a: 1", 1, "x", "a: 1\nnew: x"),
        ("a: 1\rb: 2", 2, "x", "a: 1\rb: 2\rnew: x"),
        ("  a: 1\n", 1, ["x"], "  a: 1\n  new:\n    - x\n"),
        ("a:\n- 1\n", 1, ["x", {"w": ["z"]}], "a:\n- 1\nnew:\n- x\n- w:\n  - z\n"),
        ("a:\n    - 1\n", 1, ["x"], "a:\n    - 1\nnew:\n    - x\n"),
        ("a: 1\n", 1, [], "a: 1\nnew: []\n"),
        ("a: 1\n", 1, {"x": {"z": None}}, "a: 1\nnew:\n  x:\n    z: null\n"),
        ("a: |\n  x\n  # y\n\n# b\nb: 1\n", 1, "x", "a: |\n  x\n  # y\n\nnew: x\n# b\nb: 1\n"),
        ("\ufeffa: 1\n", 0, "x", "\ufeffnew: x\na: 1\n"),
    ],
)
def test_insert_adds_whole_lines(text: str, index: int, value: Plain, after: str) -> None:
    """A new slot is a line of its own, above the comments that belong to the next one."""
    assert inserted(text, index, "new", value) == after


def test_remove_takes_the_lines_of_the_slot() -> None:
    """Its comment on the line goes with it; comment lines and blank lines around stay."""
    text = "# a\na: 1 # x\n\n# b\nb:\n  - 1\n  # in\n  - 2 # y\n# c\nc: 3"
    assert removed(text, 0) == "# a\n\n# b\nb:\n  - 1\n  # in\n  - 2 # y\n# c\nc: 3"
    assert removed(text, 1) == "# a\na: 1 # x\n\n# b\n# c\nc: 3"
    assert removed(text, 2) == text.removesuffix("c: 3")


def test_remove_refuses_what_would_change_a_neighbour() -> None:
    """A comment that would become a line of the block scalar above keeps the slot between."""
    with pytest.raises(ValueError, match="'a'"):
        removed("a: |\n  x\nb: 1\n  # y\nc: 2\n", 1)


def test_create_is_canonical() -> None:
    """Block style, bare where it is safe, quotes as JSON has them, two blanks of indentation."""
    created = yaml.create(
        [
            ("title", "It's a title"),
            ("on", "yes"),
            ("date", Stamp("2024-01-02T03:04:05+02:00")),
            ("tags", ["a", "b: c", [1, []], {"k": 1.5, "l": ["m"]}]),
            ("nested", {"deeper": {"a b": None}, "empty": {}}),
            ("text", "one\n\ttwo\x7f\u2028"),
            ("...", "..."),
        ],
        "\n",
    )
    assert created == textwrap.dedent(
        """\
        title: It's a title
        "on": "yes"
        date: 2024-01-02T03:04:05+02:00
        tags:
          - a
          - "b: c"
          - - 1
            - []
          - k: 1.5
            l:
              - m
        nested:
          deeper:
            a b: null
          empty: {}
        text: "one\\n\\ttwo\\u007f\\u2028"
        "...": "..."
        """
    )


NESTED: list[Any] = []
for _ in range(MAX_DEPTH):
    NESTED = [NESTED]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("\ud800", "surrogate U.D800"),
        (["\udfff"], "surrogate U.DFFF"),
        ({"\udfff": 1}, "surrogate U.DFFF"),
        (float("nan"), "finite"),
        (float("-inf"), "finite"),
        (b"bytes", "bytes"),
        (object(), "object"),
        ({1: 2}, "not a text: 1"),
        (NESTED, "deep"),
        (int("9" * 3901), "number longer than 3,900"),
        ("x" * 70_000, "longer"),
        ({"x" * 1100: 1}, "YAML"),
    ],
)
def test_what_yaml_cannot_say_is_refused(value: Any, reason: str) -> None:
    """Each refusal has a reason, however the value would be written."""
    with pytest.raises(ValueError, match=reason):
        yaml.create([("a", value)], "\n")
    with pytest.raises(ValueError, match=reason):
        replaced("a: 1\n", value)
    with pytest.raises(ValueError, match=reason):
        inserted("b: 1\n", 1, "a", value)


def test_names_come_once() -> None:
    """No second slot of a name is made; an old pair of them can be mended."""
    with pytest.raises(ValueError, match="'a' stands here twice"):
        yaml.create([("a", 1), ("a", 2)], "\n")
    with pytest.raises(ValueError, match="'a' stands here twice"):
        inserted("a: 1\n", 1, "a", 2)
    assert removed("a: 1\nb: 2\na: 3\n", 0) == "b: 2\na: 3\n"
    assert replaced("a: 1\nb: 2\na: 3\n", 4, 2) == "a: 1\nb: 2\na: 4\n"


def test_what_cannot_be_read_is_not_written() -> None:
    """Braces around all, or a text that is no YAML: nothing is changed."""
    text = "{a: b}\n"
    with pytest.raises(ValueError, match="braces"):
        replaced(text, 1)
    with pytest.raises(ValueError, match="braces"):
        removed(text, 0)
    with pytest.raises(ValueError, match="braces"):
        inserted(text, 1, "c", 1)
    with pytest.raises(ValueError, match="not YAML"):
        inserted("a: [\n", 0, "b", 1)
    with pytest.raises(ValueError, match="no"):
        inserted("&a", 0, "b", 1)


@pytest.mark.parametrize(
    "entry", ["key{}:\n  - [a, 'b'] # c\n", "key{}:\n  - a\n  - b\n", "key{}: a b # c\n"]
)
def test_time_grows_with_the_text(entry: str) -> None:
    """Ten times as many lines take about ten times as long, and not a hundred times."""

    def seconds(count: int) -> float:
        text = "".join(map(entry.format, range(count)))
        best = 9.0
        for _ in range(5):
            forget()
            start = time.process_time()
            assert not scanned(text).flaws
            best = min(best, time.process_time() - start)
        return best

    assert seconds(2000) < 30 * seconds(200)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["b", "a", "c"], "- b # on b\n# apart\n- a   # on a\n- c\n"),
        (["c", "a", "b"], "- c\n# apart\n- a   # on a\n- b # on b\n"),
        (["a", "c"], "- a   # on a\n# apart\n- c\n"),
        (["b", "a", "d"], "- b   # on a\n# apart\n- a # on b\n- d\n"),
    ],
)
def test_comments_go_with_members_that_change_places(value: list[Plain], expected: str) -> None:
    """So they do where nothing else changes; else members change where they stand."""
    text = "x:\n- a   # on a\n# apart\n- b # on b\n- c\n"
    scan = yaml.scan(text, 0, len(text))
    assert spliced(text, yaml.replace(text, scan, 0, value)) == "x:\n" + expected
