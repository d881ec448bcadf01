"""Datelines: what is one and what is none, where its parts stand, and that writing undoes reading."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from snippetkit import Article, Dateline, InvalidValue, Moment, same
from snippetkit.datelines import disagreement, match, parse, read, spelled, write
from snippetkit.datelines import words as tables
from snippetkit.datelines.names import is_name
from snippetkit.datelines.spaced import is_plain, said
from snippetkit.datelines.unspaced import MAY_BE
from snippetkit.dates.hints import NO_HINTS
from snippetkit.formats.snippet import Snippet
from snippetkit.testing.strategies import datelines, texts

DATA = Path(__file__).parent / "data"
REFERENCE = "2025-10-01"


class Row(NamedTuple):
    """One spelling, and what it must give."""

    text: str
    body: int
    place: str | None
    date: str | None
    agency: str | None
    day: str | None

    @property
    def words(self) -> str:
        """The dateline with what is behind it, up to the body."""
        return self.text[: self.body]


def _rows() -> list[Row]:
    lines = (DATA / "datelines.txt").read_text("utf-8").split("\n")
    return [_row(line) for line in lines if line and line[0] != "#"]


def _row(line: str) -> Row:
    text, *fields = (part.strip(" ") for part in line.replace("\\n", "\n").split(" |"))
    body = text.index("»")
    place, date, agency, day = (field or None for field in fields)
    return Row(text.replace("»", ""), body, place, date, agency, day)


def _in_one_line(text: str) -> str:
    return re.sub(r"[ \t]*[\r\n]+", " ", text)


ROWS = _rows()
NONE = [
    line.replace("\\n", "\n")
    for line in (DATA / "no-datelines.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("# What")
]
STYLES = [row.text[slice(*match(row.text).span)] for row in ROWS if match(row.text)]  # type: ignore[union-attr]


def test_there_are_many() -> None:
    """The lists are as long as they claim, and hold nothing twice."""
    assert len({row.text for row in ROWS}) == len(ROWS) >= 200
    assert len(set(NONE)) == len(NONE) >= 200


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:40])
def test_what_a_dateline_says(row: Row) -> None:
    """Place, date and agency as printed, the day with a reference, and where the body goes on."""
    found = match(row.text, reference=REFERENCE)

    assert found is not None
    assert found.body == row.body
    assert found.dateline.place == row.place
    assert found.dateline.agency == row.agency
    assert found.dateline.date == (None if row.day is None else Moment.parse(row.day))
    printed = {name: _in_one_line(row.text[slice(*span)]) for name, span in found.spans.items()}
    printed.pop("reporters", None)
    wanted = {"place": row.place, "date": row.date, "agency": row.agency}
    assert printed == {name: text for name, text in wanted.items() if text is not None}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:40])
def test_without_a_reference_no_year_is_invented(row: Row) -> None:
    """The same dateline, but its date is what the text says or nothing."""
    found = match(row.text)

    assert found is not None
    date = found.dateline.date
    assert date is None or (row.day is not None and str(date) == row.day)
    assert date is None or "2025" in row.words.translate(_ASCII) or "2026" in row.words


_ASCII = {ord(zero) + n: str(n) for zero in "٠۰०০０" for n in range(10)}


@pytest.mark.parametrize("text", NONE, ids=lambda text: text[:40])
def test_what_is_no_dateline(text: str) -> None:
    """Words in front of texts that are something else."""
    assert match(text) is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:40])
def test_a_dateline_alone_is_the_same(row: Row) -> None:
    """`parse` reads what `match` finds, with the mark behind it and without."""
    found = match(row.text, reference=REFERENCE)

    assert found is not None
    assert parse(row.text[slice(*found.span)], reference=REFERENCE) == found.dateline
    assert parse(row.words, reference=REFERENCE) == found.dateline


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "row", [row for row in ROWS if ", " in row.words], ids=lambda row: row.text[:40]
)
def test_over_two_lines(row: Row, eol: str) -> None:
    """A line end behind a comma changes nothing but places."""
    found = match(row.text, reference=REFERENCE)
    text = row.text.replace(", ", f",{eol}", 1)
    wrapped = match(text, reference=REFERENCE)

    if "\n" not in row.text:
        assert found is not None
        assert wrapped is not None
        assert wrapped.dateline == found.dateline
        assert text[wrapped.body :] == row.text[found.body :]
        assert parse(text[: wrapped.body], reference=REFERENCE) == found.dateline


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:40])
def test_in_a_snippet(row: Row) -> None:
    """The body of a snippet begins behind it."""
    article = Snippet[Article]().read(f"## T\nTags: x\n---\n\n{row.text}").article

    assert article.body == row.text[row.body :]
    assert article.dateline == match(row.text).dateline  # type: ignore[union-attr]


@pytest.mark.parametrize("text", NONE, ids=lambda text: text[:40])
def test_none_in_a_snippet(text: str) -> None:
    """The body of a snippet keeps its first words."""
    article = Snippet[Article]().read(f"## T\nTags: x\n---\n\n{text}").article

    assert (article.dateline, article.body) == (None, text)


# ── writing ────────────────────────────────────────────────────────────────────────────────────

DAY = Moment(2024, 2, 5)
OTHERS: dict[str, dict[str, Any]] = {
    "[가-힣]": {"place": "부산", "date": DAY, "agency": "뉴스핌"},
    "[㐀-鿿ァ-ヺ]": {"place": "上海", "date": DAY, "agency": "路透社"},
    "": {"place": "Lima", "date": DAY, "agency": "UPI"},
}
"""What is put into the places of what stands there, by the letters in it."""


def _other(style: str, field: str) -> Any:
    return next(values[field] for letters, values in OTHERS.items() if re.search(letters, style))


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style[:40])
@pytest.mark.parametrize("field", ["place", "date", "agency"])
def test_one_part_changes(style: str, field: str) -> None:
    """Another place, date or agency moves nothing but its own bytes; what is absent is put in."""
    before, value = read(style), _other(style, field)
    wanted = attrs.evolve(before, **{field: value})
    try:
        text = write(wanted, style)
    except ValueError:
        assert getattr(before, field) is None, "what stands there can be replaced"
        return

    assert read(text) == wanted
    old = getattr(before, field)
    if old is not None and field != "date":
        assert _in_one_line(text.replace(value, old, 1)) == _in_one_line(style)
    else:
        assert all(part in text for part in (before.place, before.agency) if part and old)


@pytest.mark.parametrize(
    ("like", "changes", "text"),
    [
        ("SALVADOR, Feb 26", {"place": "RIO"}, "RIO, Feb 26"),
        ("SALVADOR, Feb 26", {"date": "2026-02-27"}, "SALVADOR, Feb 27, 2026"),
        ("SALVADOR, Feb 26", {"agency": "AP"}, "SALVADOR, Feb 26 (AP)"),
        ("Paris, May 5, 2025", {"agency": "AFP"}, "Paris, May 5, 2025 (AFP)"),
        ("Paris (AFP)", {"date": "2025-05-05"}, "Paris, 2025-05-05 (AFP)"),
        ("(Reuters)", {"place": "LONDON"}, "LONDON (Reuters)"),
        ("March 3, 2025 (Reuters)", {"place": "LONDON"}, "LONDON, March 3, 2025 (Reuters)"),
        ("(Reuters)", {"date": "2025-05-05"}, "2025-05-05 (Reuters)"),
        ("MIAMI, April 24, 2026 /PRNewswire/", {"date": None}, "MIAMI /PRNewswire/"),
        ("MIAMI, April 24, 2026 /PRNewswire/", {"agency": None}, "MIAMI, April 24, 2026"),
        ("MIAMI, April 24, 2026 /PRNewswire/", {"place": None}, "April 24, 2026 /PRNewswire/"),
        ("MIAMI, April 24, 2026 /PRNewswire/", {"agency": "AP"}, "MIAMI, April 24, 2026 /AP/"),
        (
            "МОСКВА, 12 сентября 2025. /ТАСС/",
            {"date": "2025-10-01"},
            "МОСКВА, 1 октября 2025. /ТАСС/",
        ),
        ("Toronto--(Newsfile - Sep 12, 2025)", {"date": None}, "Toronto--(Newsfile)"),
        ("Toronto--(Newsfile - Sep 12, 2025)", {"agency": "X"}, "Toronto--(X - Sep 12, 2025)"),
        ("新华社北京2025年9月12日电", {"place": "上海"}, "新华社上海2025年9月12日电"),
        ("新华社北京2025年9月12日电", {"date": "2025-10-01"}, "新华社北京2025年10月1日电"),
        ("新华社北京9月12日电", {"date": "2025-10-01"}, "新华社北京2025年10月1日电"),
        ("新华社北京电", {"date": "2025-10-01"}, "新华社北京2025年10月1日电"),
        ("新华社2025年9月12日电", {"place": "北京"}, "新华社北京2025年9月12日电"),
        ("【ワシントン時事】", {"place": "パリ"}, "【パリ時事】"),
        ("(서울=연합뉴스)", {"agency": "뉴시스"}, "(서울=뉴시스)"),
        ("Oslo", {"place": None, "agency": "AP"}, "(AP)"),
        (" ", {"agency": "AP"}, "(AP)"),
    ],
)
def test_in_the_manner_of_what_stood_there(like: str, changes: dict[str, Any], text: str) -> None:
    """Parts come, go and change as one would do it by hand."""
    assert write(attrs.evolve(read(like), **changes), like) == text


def test_a_dateline_of_a_snippet_changes_in_place() -> None:
    """Only the bytes of the part that changed move; a place that would be no dateline is refused."""
    snippet = Snippet[Article]()
    text = "## T\nTags: x\n---\n\nSALVADOR, Feb 26 - Police said so.\n"
    scan = snippet.scan(text)
    edit = snippet.edit(text, scan, "dateline", Dateline(place="RIO"))

    assert text[edit.start : edit.end] == "SALVADOR, Feb 26"
    assert edit.text == "RIO, Feb 26"


@given(datelines(), st.sampled_from([None, *STYLES]) | texts(STYLES))
@example(Dateline(place="a, 2025", agency="(x)"), None)
@example(Dateline(), "SALVADOR, Feb 26")
@example(Dateline(date=Moment(2025)), "【9月12日 AFP】")
def test_writing_undoes_reading(dateline: Dateline, like: str | None) -> None:
    """What is written in any manner reads back as it was, or is refused."""
    try:
        text = write(dateline, like)
    except ValueError:
        event("refused")
        return

    assert same(read(text), dateline)


@given(datelines())
@example(Dateline())
@example(Dateline(place="Tashkent, May 5, 2025"))
@example(Dateline(place="x", agency="May 5, 2025"))
@example(Dateline(place="MEDIA ADVISORY"))
@example(Dateline(place="", date="2025", agency=""))
def test_parsing_undoes_spelling(dateline: Dateline) -> None:
    """What `str` gives parses as the same value, or as none; never as another."""
    try:
        back = Dateline.parse(str(dateline))
    except InvalidValue:
        event("refused")
        return

    assert back == dateline


@given(st.sampled_from(STYLES) | texts(STYLES))
@example("Paris Friday, September 12, 2025")
@example("Москва., September 12, 2025")
@example("Reuters, September 12, 2025")
@example("Oslo, September 12, 2025 (Friday)")
@example("Oslo (AP), September 12, 2025")
@example("Mar del Plata, September 12, 2025")
def test_what_is_quick_is_the_same(text: str) -> None:
    """A place and a day parted by a comma are read without peeling, and say the same."""
    if len(text) > 240 or any(letter > "\u2e80" or letter in "\r\n" for letter in text):
        return  # scripts and line breaks that are read in other ways first
    slowly = said(text, 0, len(text), NO_HINTS)
    found = read(text)

    assert (found.place, found.agency) == (slowly.text(text, "place"), slowly.text(text, "agency"))
    assert found.date == (slowly.day and slowly.day.moment)


@given(texts([*STYLES, " – ", " -- ", ": ", "(AP)", "\n", "**"]), st.integers(0, 9))
def test_reading_is_total(text: str, blanks: int) -> None:
    """Any text begins with a dateline or with none; its parts stand in it, and blanks in front are none of it."""
    found = match(text)
    event(str(found is not None))
    if found is None:
        return

    start, end = found.span
    assert 0 <= start < end <= found.body <= len(text)
    for name, (begin, stop) in found.spans.items():
        assert start <= begin < stop <= end
        said_there = getattr(found.dateline, name, None)
        assert name in ("date", "reporters") or _in_one_line(text[begin:stop]) == said_there
    shifted = match(" " * blanks + text)
    assert shifted is not None
    assert (shifted.dateline, shifted.body) == (found.dateline, found.body + blanks)


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "A ",
        "A, ",
        "May ",
        "May 5, ",
        "(AP) ",
        "– ",
        "- ",
        ". ",
        "/",
        "新",
        "【",
        "**",
        "\u200f",
        "5",
    ],
)
def test_time_is_linear(piece: str) -> None:
    """Ten times the text takes no hundred times the time; no window grows with it."""

    def seconds(count: int) -> float:
        text = piece * count
        start = time.perf_counter()
        match(text)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(200_000) < 1


def test_what_is_too_long_is_refused() -> None:
    """No dateline has hundreds of letters: neither read nor written."""
    with pytest.raises(ValueError, match="too long"):
        read("x" * 241)
    with pytest.raises(ValueError, match="read otherwise"):
        write(Dateline(place="Oslo", agency="x" * 300), "Oslo (NTB)")


def test_brackets_with_no_letter_of_east_asia() -> None:
    """They are none of its manner, whatever follows them."""
    found = match("[AP] 정부는")

    assert found is not None
    assert (found.dateline, found.body) == (Dateline(agency="AP"), 5)


# ── doors ──────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen(kw_only=True)
class Filed(Dateline):
    """A dateline of a user's own class."""

    desk: str | None = None


def test_the_doors_keep_the_class() -> None:
    """`parse` and `match` of a subclass give that."""
    found = Filed.match("Oslo (NTB) – Det regnet.")

    assert found is not None
    assert found.dateline == Filed(place="Oslo", agency="NTB")
    assert Filed.parse("Oslo (NTB)") == Filed(place="Oslo", agency="NTB")
    assert Filed.match("It rained.") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "It rained on Monday.",
        "MEDIA ADVISORY",
        "Oslo (updated)",
        "Oslo\nBergen",
        "x" * 999,
        "5",
    ],
)
def test_what_is_no_dateline_is_refused(text: str) -> None:
    """`parse` says what it was given."""
    with pytest.raises(InvalidValue, match="dateline"):
        Dateline.parse(text)


def test_a_reference_says_a_day() -> None:
    """A month is near to no day."""
    with pytest.raises(InvalidValue, match="reference"):
        Dateline.match("Oslo, May 5 – x", reference="2025-05")


@pytest.mark.parametrize(
    ("text", "hints", "day"),
    [
        ("Berlin, 04.05.2025 (dpa) – Es", {}, None),
        ("Berlin, 04.05.2025 (dpa) – Es", {"languages": "de"}, "2025-05-04"),
        ("Berlin, 04/05/2025 (dpa) – Es", {"order": "MDY"}, "2025-04-05"),
        ("OSLO, Dec. 30 – It", {"reference": "2026-01-02"}, "2025-12-30"),
        ("OSLO, Jan. 2 – It", {"reference": "2025-12-30"}, "2026-01-02"),
        ("OSLO, Friday (NTB) – It", {"reference": "2025-09-15"}, "2025-09-12"),
        ("МОСКВА, понедельник (Рейтер) – Он", {"reference": "2025-09-12"}, "2025-09-15"),
        ("（中央社台北3日電）總統", {"reference": "2025-09-01"}, "2025-09-03"),
        ("（中央社台北3日電）總統", {"reference": "0001-01-01"}, "0001-01-03"),
        ("（中央社台北31日電）總統", {"reference": "9999-12-31"}, "9999-12-31"),
        ("（中央社台北99日電）總統", {"reference": "2025-09-12"}, None),
        ("Berlin, 04/05/25 (dpa) – Es", {}, None),
    ],
)
def test_what_the_caller_knows(text: str, hints: dict[str, Any], day: str | None) -> None:
    """Languages and order decide what figures mean; a reference gives the year, the month, the day."""
    found = match(text, **hints)

    assert found is not None
    assert found.dateline.date == (None if day is None else Moment.parse(day))


@pytest.mark.parametrize(
    ("hints", "reason"),
    [
        ({"order": "DYM"}, "order must be one of DMY, MDY, YMD"),
        ({"languages": 5}, "languages must be tags"),
        ({"reference": "2025-09"}, "reference must say a day"),
        ({"reference": "soon"}, "not a date as ISO 8601"),
    ],
)
def test_what_is_no_hint_is_refused(hints: dict[str, Any], reason: str) -> None:
    """As `Moment.read` refuses it."""
    for reads in (Dateline.parse, Dateline.match):
        with pytest.raises(InvalidValue, match=reason):
            reads("Berlin, 04/05/2025 (dpa) –", **hints)


# ── dateline and publication ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("filed", "published", "days", "reason"),
    [
        (None, "2025-09-12", 7, None),
        ("2025-09-12", "2025-09-12", 0, None),
        ("2025-09-12", "2025-09-11", 0, None),  # time zones
        ("2025-09-12", "2025-09-10", 7, "published 2025-09-10, 2 days before it was filed"),
        ("2025-09-12", "2025-09-19T10:38+05:00", 7, None),
        ("2025-09-12", "2025-09-20", 7, "filed 2025-09-12, 8 days before it was published"),
        ("2025-09", "2025-09-30", 0, None),
        ("2025-09-30", "2025-09", 0, None),
        ("2025-12", "2026", 0, "filed 2025-12, 1 days before"),
        ("2025", "2025-12-31", 0, None),
        ("2024", "2025-12-31", 7, "filed 2024, 365 days before it was published"),
        ("2025-02", "2025-01", 7, None),
    ],
)
def test_disagreement(filed: str | None, published: str, days: int, reason: str | None) -> None:
    """Published before it was filed, or long after; as far as both dates go."""
    found = disagreement(Dateline(place="Oslo", date=filed), published, days)

    assert (found is None) == (reason is None)
    assert found is None or found.startswith(reason or "")


# ── tables ─────────────────────────────────────────────────────────────────────────────────────


def test_the_tables_agree() -> None:
    """No city or agency of the tables is ruled out as no place, or the other way round."""
    cities, agencies = tables._cities(), tables.agencies()

    assert [name for name in cities if tables.is_no_place(name)] == []
    assert cities & agencies <= {"東京"}
    assert all(tables.is_agency(name) for name in agencies)
    assert [name for name in cities if not is_name(name.title())] == []
    words = [name for name in cities if name.isalpha() and not MAY_BE.search(name)]
    assert [name for name in words if not is_plain(name.title())] == []


def test_spelled_is_str() -> None:
    """`str` is the door to `spelled`."""
    dateline = Dateline(place="Oslo", date="2025-09-12", agency="NTB")

    assert str(dateline) == spelled(dateline) == "Oslo, 2025-09-12 (NTB)"
