"""Quick looks at lines: what is asked of each line of a header says what a thorough look would."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit import datelines, dates
from snippetkit.datelines.head import is_plain
from snippetkit.datelines.names import is_known_place
from snippetkit.document import Document
from snippetkit.formats import _labels, _leads, _stamps
from snippetkit.formats.snippet import Snippet
from snippetkit.syntax.headers import BUTTON, DATED, TITLE, is_headed
from snippetkit.testing.documents import drafts, mutations

SNIPPET = Snippet()
KNOWN = SNIPPET._known
PIECES = (
    *(
        "May 5, 2025",
        "5.5.2025",
        "2025-09-12",
        "12 सितंबर",
        "۱۲ ستمبر ۲۰۲۵",
        "Fri, Apr 24 2026 10:38 pm",
    ),
    *(
        "By Jane Roe",
        "Jane Roe",
        "Dawn",
        "PTI",
        "Paris",
        "Updated",
        "Updated on",
        "Category",
        "in",
        "on",
        "5",
    ),
    *(
        "Share",
        "3 min read",
        "Comments (12)",
        "点赞",
        "Word123",
        "It rained.",
        "dawn.com",
        "https://a.org/5",
    ),
)
GLUE = (" ", ", ", " | ", " - ", ": ", "：", ".", "/", "", "  ", " (")


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line of what labels, dates, names and buttons are made of."""
    pieces = draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5))
    return pieces[0] + "".join(draw(st.sampled_from(GLUE)) + piece for piece in pieces[1:])


@given(lines())
@example("May 5, 2025 • 3 min read")
@example("Paris, May 5, 2025")
@example("It rained on May 5, 2025")
def test_a_line_is_told_to_be_a_date_or_a_button_as_by_all_it_may_be(line: str) -> None:
    """`is_stamp` and `is_button` say what `lead` does."""
    kind = SNIPPET._lead(line, "")
    assert KNOWN.is_stamp(line) == (kind == DATED)
    if kind == BUTTON or "://" not in line:
        assert KNOWN.is_button(line) == (kind == BUTTON)


@pytest.mark.parametrize("tag", _labels.tags())
def test_every_button_is_found_behind_a_date(tag: str) -> None:
    """By its last letters, whatever numbers and signs are in it."""
    for button in _labels._file()["languages"][tag]["buttons"]:
        for line in (button, f"{button} (12)", f"12 {button} |", f"{button} / ", f"{button},"):
            assert _labels.may_end_in_button(f"May 5, 2025 • {line}", [tag])
        assert _leads.untimed(f"May 5, 2025 • {button}", (tag,)) == "May 5, 2025"
    assert not _labels.may_end_in_button("Qwxq", [tag])


@given(st.text() | lines())
def test_what_is_a_date_or_begins_as_one_may_begin_so(text: str) -> None:
    """`may_begin` passes no date by."""
    if dates.begins(text, 0) or _leads.is_day(text):
        assert dates.may_begin(text)


@given(st.data())
def test_a_heading_or_label_on_the_first_line_is_in_the_header(data: st.DataObject) -> None:
    """What `is_headed` says of the first line, all of the header says."""
    draft = data.draw(drafts(SNIPPET) | mutations(SNIPPET))
    names = {slot.name for slot in SNIPPET.scan(draft.text).slots}
    is_known = TITLE in names or any(KNOWN.has(name) for name in names)
    assert is_known or not is_headed(draft.text, KNOWN)


@given(lines(), st.sampled_from([": ", ":", " : "]), st.text("ab -.", max_size=3))
@example("Paris", ": ", "a")
@example("Photo credit", ": ", "a")
@example("Word5 May", ": ", "a")
@example("Rain Monday ", ": ", "a")
def test_no_plain_line_begins_with_a_dateline(line: str, colon: str, behind: str) -> None:
    """What `is_plain` says is no sure dateline to a thorough look."""
    text = line + colon + behind
    found = datelines.front(text, 0)
    if found is not None and is_plain(text):
        assert [part.name for part in found.said.parts] == ["place"]
        assert not is_known_place(found.said.text(text, "place") or "")


def test_dates_in_front_of_a_name_are_no_by_line() -> None:
    """A label that no name stands in front of says that the line is none."""
    assert _stamps.signed("By B. Li, May 5, 2025", KNOWN)
    assert _stamps.signed("- by Date: 2025-03-04", KNOWN) == []


# ── time ─────────────────────────────────────────────────────────────────────────────────────────

ODD = {
    "unknown labels": lambda n: f"Word{n:x}a: value {n}",
    "labels that end in a figure": lambda n: f"Word{n}: value {n}",
    "labels in capitals": lambda n: f"WORD {n:x}A: It rained {n}",
    "labels in bold": lambda n: f"**Word{n:x}a:** x",
}


@pytest.mark.no_cover  # tracing takes four times as long as what is measured
@pytest.mark.parametrize("kind", ODD)
def test_odd_lines_take_a_few_times_as_long_as_known_ones(kind: str) -> None:
    """A header of labels that nobody knows is read in at most thirty times the time of known ones."""

    def seconds(line: Callable[[int], str]) -> float:
        times = []
        for attempt in range(3):
            text = "## T\n" + "\n".join(line(n + attempt) for n in range(1000)) + "\n\nBody."
            begun = time.process_time()
            Document.parse(text, tolerant=True).defects  # noqa: B018
            times.append(time.process_time() - begun)
        return min(times)

    assert seconds(ODD[kind]) < 30 * seconds(lambda n: f"Category: value {n}") + 0.02
