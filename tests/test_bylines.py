"""By-lines: who signed, as what and for whom, and that writing undoes reading."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from snippetkit import Article, Document, Person, Unrepresentable, same
from snippetkit.bylines import read, write
from snippetkit.formats.snippet import Snippet
from snippetkit.testing.strategies import persons, texts

DATA = Path(__file__).parent / "data"
KEYS = {"r": "role", "a": "affiliation", "e": "email", "u": "url"}


def _rows() -> list[tuple[str, list[tuple[Person, bool]]]]:
    """By-lines with who signed them, and whether that is a desk."""
    lines = (DATA / "bylines.txt").read_text("utf-8").split("\n")
    parted = [line.rpartition(" | ") for line in lines if line and line[0] != "#"]
    return [(text, list(map(_signed, said.split(" ; ")))) for text, _, said in parted]


def _signed(said: str) -> tuple[Person, bool]:
    """A person as the rows have one: ``*Name, r=role``; a comma in a name is one with no key behind."""
    name, *rest = said.split(", ")
    fields: dict[str, str] = {}
    for part in rest:
        key, equals, value = part.partition("=")
        if equals:
            fields[KEYS[key]] = value
        else:
            name = f"{name}, {part}"
    return Person(name=name.lstrip("*"), **fields), name.startswith("*")


ROWS = _rows()
LINES = [text for text, _ in ROWS]


def test_there_are_many() -> None:
    """The list is as long as it claims, and holds nothing twice."""
    assert len(set(LINES)) == len(LINES) >= 160


@pytest.mark.parametrize(("text", "signed"), ROWS, ids=lambda value: str(value)[:40])
def test_who_signed(text: str, signed: list[tuple[Person, bool]]) -> None:
    """Names as they are spelled, with roles, houses and addresses; desks told from persons."""
    found = Person.all_in(text)

    assert list(found) == [person for person, _ in signed]
    assert [person.is_desk for person in found] == [desk for _, desk in signed]


@pytest.mark.parametrize("text", LINES, ids=lambda text: text[:40])
def test_what_did_not_change_stays(text: str) -> None:
    """Written back as it was read, a by-line is the same to the byte; and it can be spelled afresh."""
    found = read(text)

    assert write(found, text) == text
    assert read(write(found)) == found


@pytest.mark.parametrize("text", LINES, ids=lambda text: text[:40])
def test_one_name_changes(text: str) -> None:
    """Another name in the place of the first moves nothing but its bytes."""
    first, *others = read(text)
    if first.email == first.name or not first.name.isascii():
        return
    name = "UPI" if first.is_desk else "Zoe Quinn"
    written = write([attrs.evolve(first, name=name), *others], text)

    assert written.replace(name, first.name, 1) == text


@pytest.mark.parametrize(
    ("like", "names", "text"),
    [
        ("By Ayesha Khan and B. Ali", ["C. Lee", "B. Ali"], "By C. Lee and B. Ali"),
        ("By A. Khan, B. Ali and C. Lee", ["A. Khan", "C. Lee"], "By A. Khan and C. Lee"),
        (
            "By A. Khan and B. Ali",
            ["A. Khan", "B. Ali", "C. Lee"],
            "By A. Khan and B. Ali and C. Lee",
        ),
        ("By A. Khan, B. Ali and C. Lee", list("ABCD"), "By A, B, C and D"),
        (
            "By A. Khan in Lahore and B. Ali in Karachi",
            ["A. Khan", "C. Lee"],
            "By A. Khan in Lahore and C. Lee in Karachi",
        ),
        ("A. Khan", ["A. Khan", "B. Ali"], "A. Khan, B. Ali"),
        ("记者 张三 李四", ["张三", "王五"], "记者 张三 王五"),
        ("Von Anna Schmidt, Berlin", ["Bernd Meyer"], "Von Bernd Meyer, Berlin"),
        ("x | y", ["x", "y", "z"], "x | y | z"),
        ("تحریر: عائشہ خان", ["علی احمد"], "تحریر: علی احمد"),
        ("", ["A. Khan"], "A. Khan"),
        ("By", ["A. Khan"], "A. Khan"),
        ("Autor:", ["A. Khan"], "A. Khan"),
        ("(A. Khan), B. Ali", ["A. Khan", "C. Lee"], "(A. Khan), C. Lee"),
    ],
)
def test_in_the_manner_of_what_stood_there(like: str, names: list[str], text: str) -> None:
    """Names come and go with the marks of that line; what stands around those that stay stays."""
    assert write([Person(name=name) for name in names], like) == text


@pytest.mark.parametrize(
    ("like", "changes", "text"),
    [
        ("By Jane Roe, Staff Writer", {"role": "Editor"}, "By Jane Roe, Editor"),
        ("By Jane Roe, Staff Writer", {"role": None}, "By Jane Roe"),
        ("By Jane Roe", {"role": "Editor"}, "By Jane Roe, Editor"),
        (
            "[Jane Roe](https://a.org) (Google)",
            {"url": "https://b.org"},
            "[Jane Roe](https://b.org) (Google)",
        ),
        (
            "[Jane Roe](https://a.org) (Google)",
            {"affiliation": "Microsoft"},
            "[Jane Roe](https://a.org) (Microsoft)",
        ),
        ("jane@a.org (Jane Roe)", {"email": "jane@b.org"}, "jane@b.org (Jane Roe)"),
        ("Karl Melander/TT", {"affiliation": "NTB"}, "Karl Melander/NTB"),
        ("By Jane Roe", {"email": "jane@b.org"}, "By Jane Roe <jane@b.org>"),
    ],
)
def test_a_field_changes_in_place(like: str, changes: dict[str, Any], text: str) -> None:
    """A role, a house, an address: in its place where one stood, else as a fresh by-line has it."""
    (person,) = read(like)

    assert write([attrs.evolve(person, **changes)], like) == text


@given(st.lists(persons(), max_size=3), st.sampled_from([None, *LINES]) | texts(LINES))
@example([Person(name="A", role="Staff Writer"), Person(name="B; C")], None)
@example([Person(name="By"), Person(name="and")], "A and B")
@example([], "By A")
def test_writing_undoes_reading(signed: list[Person], like: str | None) -> None:
    """What is written in any manner reads back as it was, or is refused."""
    try:
        text = write(signed, like)
    except ValueError:
        event("refused")
        return

    assert same(read(text), tuple(signed))


@given(texts([*LINES, "By ", ", ", " and ", "; ", "(", "[x](", "<a@b.org>", "记者", " | "]))
def test_reading_is_total(text: str) -> None:
    """Any text names somebody or nobody; each field stands in it, or is a role that words in front give."""
    for person in read(text):
        said = attrs.asdict(person)
        role = said.pop("role")
        assert all(value is None or value in text for value in said.values())
        assert role is None or role in text or role.isascii()
        assert person.name.strip(" \t")


@pytest.mark.parametrize(
    "piece",
    ["A", "A ", "A, ", "and ", "(", ")", "[", "By ", "a@", "; ", "记者", "|", "Editing by "],
)
def test_time_is_linear(piece: str) -> None:
    """A line twenty times as long takes no more than a hundred times as long."""

    def seconds(count: int) -> float:
        text = piece * count
        start = time.perf_counter()
        read(text)
        return time.perf_counter() - start

    short = min(seconds(500 + n) for n in range(3))
    assert min(seconds(10_000 + n) for n in range(3)) < 100 * short + 0.05


# ── formats and doors ──────────────────────────────────────────────────────────────────────────


@attrs.frozen(kw_only=True)
class Colleague(Person):
    """A person of a user's own class."""

    desk: str | None = None


def test_the_door_keeps_the_class() -> None:
    """`all_in` of a subclass gives that."""
    assert Colleague.all_in("By A. Khan, Editor") == (Colleague(name="A. Khan", role="Editor"),)


@pytest.mark.parametrize(
    ("text", "changes", "after"),
    [
        (
            "## T\nAuthor: By A. Khan in Lahore and B. Ali\n\nX",
            {"authors": ["A. Khan", "C. Lee"]},
            "## T\nAuthor: By A. Khan in Lahore and C. Lee\n\nX",
        ),
        (
            "---\ntitle: T\nauthor: Stevie-Ray Talbot, Policy\n---\n\nX",
            {"authors": [Person(name="Jane Roe", role="Policy")]},
            "---\ntitle: T\nauthor: Jane Roe, Policy\n---\n\nX",
        ),
        (
            "---\nauthors:\n- Jane Roe (Google)  # new\n- John Doe\n---\n\nX",
            {"authors": [Person(name="Jane Roe", affiliation="Google"), "Ann Lee"]},
            "---\nauthors:\n- Jane Roe (Google)  # new\n- Ann Lee\n---\n\nX",
        ),
    ],
)
def test_in_a_file(text: str, changes: dict[str, Any], after: str) -> None:
    """Label lines and front matter name authors as by-lines do, and change as they do."""
    assert Document.parse(text).update(**changes).text == after


def test_what_a_line_cannot_hold_is_refused() -> None:
    """A name that reads as two persons has no place on a line."""
    with pytest.raises(Unrepresentable, match="authors"):
        Snippet[Article]().create(Article(authors=["Marks and Spencer"]))
