"""PDFs: from glyphs to lines, columns, paragraphs and text. The PDFs are written by `pdfs`."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import itertools
import math
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pdfs import HEIGHT, Leaf, Put, Style, leaf, of_lines, pdf, raw, typeset, wrapped
from snippetkit import Document, FileError, MissingExtra, ParseError, dump, load, load_all, loads
from snippetkit import pdf as pdfs
from snippetkit.cli import main
from snippetkit.errors import Unrepresentable
from snippetkit.formats import format_named
from snippetkit.formats.snippet import Snippet
from snippetkit.pdf import _apart, _pdfium
from snippetkit.pdf.facts import said_date
from snippetkit.pdf.layout import Layout
from snippetkit.pdf.lines import page_of


@pytest.fixture(autouse=True, scope="module")
def here() -> Iterator[None]:
    """Read in this process, where coverage sees it; what `apart` is for does not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "frozen", True, raising=False)
        patch.setattr(_apart, "_waiting", {})  # other tests may have left one
        yield


WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)


@st.composite
def paragraphs(draw: st.DrawFn, least: int = 1, most: int = 8) -> str:
    """A sentence of words that no list, label or address begins with."""
    words = draw(st.lists(WORDS, min_size=least, max_size=most * 10))
    return " ".join(words).capitalize() + "."


TEXTS = st.lists(paragraphs(least=3), min_size=2, max_size=12)


def said(source: bytes) -> tuple[str, ...]:
    """What the blocks of a PDF say."""
    return pdfs.read(source).paragraphs


def kinds(source: bytes) -> list[tuple[str, str]]:
    """The kinds of the blocks of a PDF, and what they say."""
    return [(block.kind, block.text) for block in pdfs.read(source).blocks]


def put(*lines: str, top: float = 60, left: float = 50, step: float = 14, **more: Any) -> list[Put]:
    """Lines one below another."""
    return [Put(left, top + step * at, line, **more) for at, line in enumerate(lines)]


LONG = (
    "the ferry to the island was late again on Monday,",
    "and nobody on the quay could say why. It came at",
    "last.",
)
"""The lines of a paragraph."""
JOINED = " ".join(LONG)


# ── what was set is read ────────────────────────────────────────────────────────────────────────


@given(
    TEXTS,
    st.builds(
        Style,
        size=st.sampled_from([8.0, 10.0, 12.0]),
        leading=st.sampled_from([14.0, 16.0, 22.0]),
        gap=st.sampled_from([6.0, 10.0]),
        justified=st.booleans(),
        width=st.sampled_from([320.0, 420.0]),
        height=st.just(14_000.0),
    ),
)
def test_paragraphs_with_space_between_are_read(texts: list[str], style: Style) -> None:
    """On one page, more space than between lines parts paragraphs, whatever their lines are."""
    lines = sum(len(wrapped(text, style)) for text in texts)
    assume(lines > 1.5 * len(texts))  # else most lines are as far apart as paragraphs are

    assert said(pdf(typeset(texts, style))) == tuple(texts)


@given(
    st.lists(paragraphs(least=20), min_size=4, max_size=20),
    st.builds(
        Style,
        gap=st.just(0.0),
        indent=st.sampled_from([12.0, 20.0]),
        columns=st.sampled_from([1, 2]),
        gutter=st.sampled_from([14.0, 30.0]),
        justified=st.booleans(),
        width=st.sampled_from([400.0, 520.0]),
        height=st.sampled_from([300.0, 600.0]),
        header=st.sampled_from(["", "The Harbour Courier"]),
        footer=st.sampled_from(["", "Page #", "- # -", "# / 9"]),
    ),
)
def test_paragraphs_with_first_lines_set_in_are_read(texts: list[str], style: Style) -> None:
    """Over columns and pages, indentation parts paragraphs; running lines are not among them."""
    pages = typeset(texts, style)
    assume(not style.header or len(pages) > 1)
    assume(sum(len(wrapped(text, style)) > 2 for text in texts) > 2)
    assume(is_columned(pages, style) and not repeats(texts, style))
    assume(not style.justified or style.column > 180)  # else gaps are as wide as gutters

    assert said(pdf(pages)) == tuple(texts)


def repeats(texts: list[str], style: Style) -> bool:
    """Whether two lines are alike: on two pages in the same place they would be furniture."""
    lines = [" ".join(words) for text in texts for _, words in wrapped(text, style)]
    return len(set(lines)) < len(lines)


def is_columned(pages: list[Leaf], style: Style) -> bool:
    """Whether a page has more than a few lines in its last column."""
    left = style.margin + (style.columns - 1) * (style.column + style.gutter)
    last = [{put.baseline for put in page.puts if put.left >= left} for page in pages]
    return max(map(len, last)) > 4


@given(st.lists(paragraphs(least=3, most=4), min_size=2, max_size=6), st.integers(0, 2))
def test_every_letter_is_in_a_line(texts: list[str], seed: int) -> None:
    """Wherever texts stand, their letters are in lines: none is lost, and none is there twice."""
    dice = random.Random(seed)  # noqa: S311 - places, not secrets
    puts = [
        Put(dice.uniform(10, 200), dice.uniform(20, 500), text[:40], dice.choice([6, 10, 18]))
        for text in texts
    ]
    layout = pdfs.read(pdf([leaf(*puts)]))
    lines = [line for page in layout.pages for line in (*page.lines, *page.furniture)]

    glyphs = Counter("".join(sheet.text for sheet in pdfs.sheets(pdf([leaf(*puts)]))))
    assert _letters("".join(line.text for line in lines)) == _letters("".join(glyphs.elements()))
    said_ = "".join(layout.paragraphs) + "".join(line.text for line in layout.pages[0].furniture)
    assert _letters(said_) == _letters("".join(line.text for line in lines))


def _letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


@given(st.lists(paragraphs(least=10), min_size=6, max_size=16), st.integers(1, 3))
def test_pages_are_read_alike_in_whatever_files(texts: list[str], size: int) -> None:
    """The lines of a page do not depend on the pages around it."""
    pages = typeset(texts, Style(height=200))
    whole = [page_of(sheet).lines for sheet in pdfs.sheets(pdf(pages))]
    parts = [pages[at : at + size] for at in range(0, len(pages), size)]

    apart = [page_of(sheet).lines for part in parts for sheet in pdfs.sheets(pdf(part))]
    assert apart == whole


@given(st.lists(paragraphs(least=3), min_size=1, max_size=5), st.booleans())
def test_what_was_read_reads_as_a_snippet(texts: list[str], titled: bool) -> None:
    """The text of a PDF is a snippet: without defects, with its paragraphs, and read back as it is."""
    title = [Put(50, 40, "Rain at last", 22, bold=True)] * titled
    pages = typeset(texts, Style(height=14_000, margin=70))
    pages[0] = attrs.evolve(pages[0], puts=(*title, *pages[0].puts))
    data = pdf(pages, {"CreationDate": "D:20250912"}, "en")
    text = pdfs.text(data)

    article = format_named("snippet").read(text).article
    assert article == loads(data)
    assert (article.title == "Rain at last") or not titled
    assert str(article.document_date) == "2025-09-12"
    assert article.paragraphs[-1] == said(data)[-1] or article.title == said(data)[-1]


@given(TEXTS)
def test_reading_is_repeatable(texts: list[str]) -> None:
    """The same bytes give the same text, from one process or another."""
    data = pdf(typeset(texts, Style(columns=2)))

    assert pdfs.text(data) == pdfs.text(data) == pdfs.text(bytes(data))


# ── lines ───────────────────────────────────────────────────────────────────────────────────────


def test_a_line_says_where_it_stands_and_how_it_looks() -> None:
    """Places are points from the left and the top of the page; sizes are as they are seen."""
    line = pdfs.pages(pdf([leaf(Put(50, 60, "Two words", 10, bold=True))]))[0].lines[0]

    assert line.text == "Two words"
    assert (line.left, line.right, line.baseline) == pytest.approx((50, 104, 60), abs=0.1)
    assert line.style == pdfs.Style("Courier-Bold", bold=True, italic=False, size=10.0)
    assert [word.text for word in line.words] == ["Two", "words"]
    assert line.words[1].left == pytest.approx(74, abs=0.5)


def test_the_size_is_that_which_is_seen() -> None:
    """A font of size 1 that the page makes ten times as large is of size 10."""
    page = Leaf((Put(50, 60, "Large", 1, turn=(10, 0, 0, 10)),))

    assert pdfs.pages(pdf([page]))[0].lines[0].size == 10


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turned: int) -> None:
    """Places are those of the page as it is shown, and its text is read as if it were not turned."""
    turns = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
    x, y = {0: (50, 540), 90: (60, 50), 180: (350, 60), 270: (340, 550)}[turned]
    page = Leaf((Put(x, HEIGHT - y, "Turned text", turn=turns[turned]),), turned=turned)

    (found,) = pdfs.pages(pdf([page]))
    (line,) = found.lines
    assert (found.width, found.height) == ((400, 600) if turned % 180 == 0 else (600, 400))
    assert line.text == "Turned text"
    assert line.style.angle == 0
    assert (line.left, line.baseline) == pytest.approx((50, 60), abs=0.5)


@pytest.mark.parametrize("around", [b"", b"/P <</MCID 0>> BDC"])
def test_letters_that_stand_for_several_glyphs_are_there_once(around: bytes) -> None:
    """Where the file says what glyphs are together, they stand where all of these do."""
    span = b"/Span <</ActualText <%s>>> BDC %s EMC"
    glyphs = b" ".join(
        b"BT /F0 10 Tf %d 540 Td (%s) Tj ET" % (74 + 6 * at, b"xyz"[at : at + 1]) for at in range(3)
    )
    word = span % (b"feff" + "office".encode("utf-16-be").hex().encode(), glyphs)
    content = b"%s BT /F0 10 Tf 50 540 Td (see ) Tj ET %s BT /F0 10 Tf 98 540 Td (end) Tj ET %s"
    data = pdf([Leaf(content=content % (around, word, b"EMC" if around else b""))])

    words = pdfs.pages(data)[0].lines[0].words
    assert [word.text for word in words] == ["see", "office", "end"]
    assert (words[1].left, words[1].right) == pytest.approx((74, 92), abs=1)


def test_letters_that_are_given_for_each_glyph_are_there_once() -> None:
    """PDFium gives them again where the glyphs do not stand in the order of the file."""
    text = b"BT /F0 10 Tf %d 540 Td (%s) Tj ET"
    word = b"/Span <</ActualText (office)>> BDC %s %s EMC" % (text % (74, b"x"), text % (80, b"y"))
    content = b"/P <</MCID 0>> BDC %s %s %s EMC" % (text % (30, b"see"), word, text % (77, b"."))
    content = text % (9, b" ") + content  # what says nothing stands for nothing

    assert said(pdf([Leaf(content=content)])) == ("see office.",)


@pytest.mark.parametrize(
    ("code", "character"),
    [(0x41, "A"), (0x02, "-"), (0x09, " "), (0x2028, " "), (0x01, ""), (0xD800, ""), (0xF0B7, "•")],
)
def test_what_pdfium_means_by_a_code(code: int, character: str) -> None:
    """Its own sign for hyphens, blanks of all kinds, and what fonts for symbols draw."""
    assert _pdfium._character(code) == character


def test_glyphs_that_stand_nowhere_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files can make places of numbers that are none."""
    nowhere = (math.inf, 0.0, math.inf, 0.0)
    monkeypatch.setattr(_pdfium._Page, "box", lambda *_: nowhere)
    page = Leaf(tuple(put("Text.")), ((50, 50, 80, 64, "https://a.example/"),))

    assert said(pdf([page])) == ()


def test_a_link_that_stands_nowhere_leads_nowhere() -> None:
    """It holds no letters."""
    link = pdfs.Link(pdfs.Box(0.0, math.nan, 400.0, math.inf), "https://a.example/")
    (sheet,) = pdfs.sheets(pdf([leaf(*put("Text."))]))

    assert page_of(attrs.evolve(sheet, links=(link,))).lines[0].words[0].links == ()


def test_letters_at_an_angle_begin_a_line() -> None:
    """Though they stand where the line would go on."""
    puts = [Put(50, 60, "Text"), Put(80, 60, "up", turn=(0, 1, -1, 0))]

    assert [line.text for line in pdfs.pages(pdf([leaf(*puts)]))[0].lines] == ["Text", "up"]
    puts[1] = Put(75, 60, "ual", 0.1, turn=(99, 9, -9, 99))  # leaning a little is none
    assert said(pdf([leaf(*puts)])) == ("Textual",)


def test_text_that_is_turned_on_the_page_comes_last() -> None:
    """What stands along the margin breaks no paragraph."""
    margin = Put(20, 300, "printed in Harbour Town", 8, turn=(0, 1, -1, 0))

    assert said(pdf([leaf(margin, *put(*LONG))])) == (JOINED, "printed in Harbour Town")


def test_raised_letters_stay_in_their_line() -> None:
    """A number of a footnote, or the th of 5th, is part of the line."""
    puts = [Put(50, 60, "On the 5"), Put(98, 56, "th", 6), Put(112, 60, "it rained.")]

    assert said(pdf([leaf(*puts)])) == ("On the 5th it rained.",)


def test_controls_are_no_letters() -> None:
    """What no text holds is left out, and characters of their own are kept."""
    assert said(of_lines("a\x01b\x7f \U0001f600 x")) == ("ab \U0001f600 x",)


# ── from right to left ──────────────────────────────────────────────────────────────────────────


def visual(text: str, left: float, baseline: float, size: float = 10.0) -> list[Put]:
    """A text that is read from the right, each letter a text of its own, drawn from the left."""
    return [
        Put(left + 0.6 * size * at, baseline, letter, size)
        for at, letter in enumerate(text[::-1])
        if letter != " "
    ]


@pytest.mark.parametrize(
    "text",
    ["وصل المركب متأخرا", "سلام", "(قال الرجل) نعم.", "«سلام» گفت و رفت", "صدر هذا الكتاب، ثم بيع"],
)
def test_words_drawn_from_the_left_are_read_from_the_right(text: str) -> None:
    """Where PDFium leaves letters as they are drawn, their places tell how they are read."""
    drawn = text.translate(str.maketrans("()«»", ")(»«"))  # as they look

    (line,) = pdfs.pages(pdf([leaf(*visual(drawn, 100, 60))]))[0].lines
    assert line.text == text


def test_numbers_in_text_from_the_right_stay_as_they_are() -> None:
    """A number is read from the left in whatever text."""
    puts = [*visual("عام", 200, 60), Put(170, 60, "1951"), *visual("بسبب", 140, 60)]

    assert pdfs.pages(pdf([leaf(*puts)]))[0].lines[0].text == "عام 1951 بسبب"


def test_columns_of_text_from_the_right_are_read_from_the_right() -> None:
    """The right one of two columns comes first, and lines begin on the right."""
    one, other = "وصل المركب متأخرا مرة أخرى", "ولم يعرف أحد على الرصيف لماذا"
    puts: list[Put] = []
    for column, text in ((220.0, one), (20.0, other)):
        for row in range(4):
            puts += visual(text, column + 180 - 6 * len(text), 60 + 14 * row)

    layout = pdfs.read(pdf([leaf(*puts)]))
    assert layout.is_from_right
    assert [column.lines[0].text for column in layout.columns] == [one, other]


def test_bidi_marks_are_kept() -> None:
    """Marks that steer the direction of text are characters like others."""
    assert "\u200f" in said(of_lines("Rain\u200f at last"))[0]


# ── columns ─────────────────────────────────────────────────────────────────────────────────────


LEFT = tuple(f"left line {number} goes on and" for number in "abcdef")
RIGHT = tuple(f"right line {number} goes on and" for number in "abcdef")


def test_columns_are_read_one_after_another() -> None:
    """Though their lines stand side by side."""
    puts = [*put(*LEFT, left=30), *put(*RIGHT, left=210)]

    assert said(pdf([leaf(*puts)])) == (" ".join((*LEFT, *RIGHT)),)


def test_columns_are_found_where_the_file_goes_row_by_row() -> None:
    """Lines that fill their columns are text, in whatever order a program writes them."""
    rows = zip(put(*LEFT, left=30), put(*RIGHT, left=210), strict=True)

    assert said(pdf([leaf(*(one for row in rows for one in row))])) == (" ".join((*LEFT, *RIGHT)),)


def test_what_stands_below_columns_comes_after_them() -> None:
    """From side to side."""
    below = put("The harbour is closed until the ferry has been repaired", top=160, left=30)
    puts = [*put(*LEFT, left=30), *put(*RIGHT, left=210), *below]

    assert said(pdf([leaf(*puts)]))[-1].endswith(f"goes on and {below[0].text}")


def test_cells_side_by_side_are_no_columns() -> None:
    """A file goes from one to the other at each row, and they do not fill their columns."""
    rows = [
        ("Rovers of the north", "24"),
        ("Albion", "the last nine or so"),
        ("City", "8"),
        ("United", "7"),
        ("Town", "5"),
    ]
    puts = [
        Put(left, 60 + 14 * at, cell)
        for at, row in enumerate(rows)
        for left, cell in zip((50, 230), row, strict=True)
    ]

    assert said(pdf([leaf(*puts)]))[0].split("\n")[0] == "Rovers of the north 24"


def test_a_title_stands_over_both_columns() -> None:
    """What goes over the gutter, and what stands higher than both columns, is read first."""
    title = put("Ferry late again on Monday", "and nobody says why", top=40, step=22, size=18)
    puts = [*title, *put(*LEFT, left=30, top=100), *put(*RIGHT, left=210, top=100)]

    assert said(pdf([leaf(*puts)])) == (
        "Ferry late again on Monday and nobody says why",
        " ".join((*LEFT, *RIGHT)),
    )


def test_a_few_lines_of_columns_on_the_last_page_are_columns_too() -> None:
    """Two columns of a line each are told by those of the pages before."""
    one = leaf(*put(*LEFT, left=30), *put(*RIGHT, left=210))
    other = leaf(*put("the left end.", left=30), *put("Another paragraph.", left=210))

    assert said(pdf([one, other]))[-1].endswith("the left end. Another paragraph.") or (
        said(pdf([one, other]))[-2:]
        == (" ".join((*LEFT, *RIGHT)) + " the left end.", "Another paragraph.")
    )


# ── tables ──────────────────────────────────────────────────────────────────────────────────────


def test_rows_of_cells_stay_rows() -> None:
    """A table is read line by line."""
    puts = [
        *[
            Put(left, 60 + 14 * row, cell)
            for row, cells in enumerate(
                [("Team", "Played", "Points"), ("Rovers", "24", "35"), ("Albion", "9", "8")]
            )
            for left, cell in zip((50, 120, 190), cells, strict=True)
        ],
        *put(*LONG, top=130),
    ]

    assert kinds(pdf([leaf(*puts)])) == [
        ("verse", "Team Played Points\nRovers 24 35\nAlbion 9 8"),
        ("paragraph", JOINED),
    ]


# ── furniture ───────────────────────────────────────────────────────────────────────────────────


def pages_of(count: int, *around: str, size: float = 8) -> list[Leaf]:
    """Pages of text, with lines at the edges in which # is the number of the page."""
    texts = [f"Text of page {'abcdefgh'[number]} that stands alone." for number in range(count)]
    places = [(20.0, 30.0), (580.0, 30.0), (590.0, 300.0)]
    return [
        leaf(
            *(
                Put(left, baseline, text.replace("#", str(number + 1)), size)
                for text, (baseline, left) in zip(around, places, strict=False)
            ),
            *put(texts[number], top=100),
            *put("And this as well.", top=140),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(
    "around",
    [
        ("The Harbour Courier", "Page #"),
        ("The Harbour Courier 26 / 11 / 2026", "- # -"),
        ("11/26/26, 9:41 AM", "https://harbour.example/a.html", "#/2"),
        ("26 / 11 / 2026", "Seite # von 2"),
        ("صفحہ # از 2", "#"),
    ],
)
def test_running_lines_are_left_out(around: tuple[str, ...]) -> None:
    """What stands on several pages in the same place, but for its numbers, is none of the text."""
    layout = pdfs.read(pdf(pages_of(2, *around)))

    assert len(layout.paragraphs) == 4
    assert all("page" in text or "this" in text for text in layout.paragraphs)
    assert all(len(page.furniture) == len(around) for page in layout.pages)


@pytest.mark.parametrize(
    "around", [("", "1"), ("Page 1 of 1",), ("11/26/26, 9:41 AM", "https://a.example/b 1/1")]
)
def test_page_numbers_are_told_on_one_page_too(around: tuple[str, ...]) -> None:
    """The number of the page alone at its edge, and what browsers print around a page."""
    assert len(said(pdf(pages_of(1, *around)))) == 2


def test_furniture_is_named() -> None:
    """In the notes, a few lines of it."""
    document = Document.parse(pdf(pages_of(5, "The Harbour Courier", "Page #")), tolerant=True)

    assert "made from a PDF of 5 pages" in document.explain().notes
    assert document.explain().notes[-1] == (
        "left out as furniture of the pages: The Harbour Courier; Page 1; Page 2; Page 3; Page 4; Page 5"
    )
    document = Document.parse(pdf(pages_of(7, "The Harbour Courier", "Page #")), tolerant=True)
    assert document.explain().notes[-1].endswith("; Page 5; and 2 more")


def test_numbers_that_do_not_count_pages_stay() -> None:
    """A year alone at the edge of a page is text."""
    assert "1863" in said(pdf(pages_of(1, "", "1863")))


def test_a_sign_for_numbers_is_no_number() -> None:
    """A page may have the sign ``#`` where others have their numbers."""
    pages = [
        leaf(*put("It rained."), Put(50, 580, "#")),
        leaf(*put("It snows."), Put(50, 580, "2")),
    ]

    assert said(pdf(pages)) == ("It rained.", "#", "It snows.")


def test_the_title_at_the_edge_of_its_page_is_furniture() -> None:
    """Where it stands in large letters too."""
    title = put("Ferry late again", top=60, size=20)
    puts = [Put(50, 20, "Ferry late again", 8), *title, *put(*LONG, top=120)]

    assert said(pdf([leaf(*puts)])) == ("Ferry late again", JOINED)


def test_what_repeats_elsewhere_at_the_edges_stays() -> None:
    """Running lines stand in one place; the first words of a page are words of the text."""
    pages = [leaf(*put("Nobody knows.", "Harbour Town is late.", top=top)) for top in (30, 44, 70)]

    assert " ".join(said(pdf(pages))).count("Nobody knows.") == 3


def test_what_repeats_in_the_text_stays() -> None:
    """Lines that are alike and stand in the midst of pages are text."""
    page = leaf(*put(*LONG), *put("Nobody knows.", top=300), *put(*LONG, top=400))

    assert said(pdf([page, page])).count("Nobody knows.") == 2


# ── paragraphs ──────────────────────────────────────────────────────────────────────────────────


def test_lines_ended_on_purpose_are_a_verse() -> None:
    """Lines on which more would have fitted stay lines, of one block."""
    lines = ("Here lies the dark", "that has no door,", "the rain that never fell.")
    puts = [*put(*LONG), *put(*lines, top=120)]

    assert kinds(pdf([leaf(*puts)])) == [("paragraph", JOINED), ("verse", "\n".join(lines))]


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        ("and nobody on the quay had waited for it in the har-", "bour that day.", "harbour that"),
        (
            "the plan for a long-term rise of the price and a long-",
            "term loan.",
            "a long-term loan",
        ),
        ("all that is known is at www.harbour.example/news/har-", "bour-closed.", "news/har"),
        ("all that is known is at www.harbour.example/news/", "closed.", "example/news/closed."),
        ("it was said of all the Dutch words for vracht- en", "passagiers.", "vracht- en pass"),
    ],
)
def test_a_word_parted_at_the_end_of_a_line_is_whole(one: str, other: str, text: str) -> None:
    """A hyphen goes where the word was parted, and stays where it is the word's own."""
    assert (
        text
        in said(
            pdf([leaf(*put("The ferry was late in the harbour again, it seems,", one, other))])
        )[0]
    )


def test_a_hyphen_stays_where_no_words_are_parted() -> None:
    """Where long words stand on the next line though they could have been parted, none is."""
    lines = (
        "The parliament has asked for the",
        "recommendations of a committee and the new",
        "transportation systems by May and for a user-",
        "friendly summary of all that they would cost.",
    )

    assert "a user-friendly summary" in said(pdf([leaf(*put(*lines))]))[0]


def test_items_of_lists_stand_alone() -> None:
    """With drawn marks or typed ones, over several lines or one."""
    puts = [
        *put("• the first thing that is to be done, and", "  soon", top=60),
        *put("• the second", top=88),
        *put("1. count from one to a number that is", "   large", top=130),
        *put("2. count from two", top=158),
    ]

    assert said(pdf([leaf(*puts)])) == (
        "• the first thing that is to be done, and soon",
        "• the second",
        "1. count from one to a number that is large",
        "2. count from two",
    )


def test_a_paragraph_goes_on_over_the_page() -> None:
    """Where its last line on the page is full."""
    full = put(*("The ferry to the island was late again on Monday." for _ in range(34)))

    assert len(said(pdf([leaf(*full), leaf(*put("It came at last."))]))) == 1
    ended = [*full, *put("Nobody knew why.", top=60 + 14 * 34)]
    assert len(said(pdf([leaf(*ended), leaf(*put("It came at last."))]))) == 2


def test_titles_and_headings_are_told_by_their_letters() -> None:
    """The largest letters at the top are the title's; larger and bold ones are of headings."""
    puts = [
        *put("THE HARBOUR COURIER", top=30, size=12),
        *put("Ferry late again", top=60, size=20),
        *put(*LONG, top=100),
        *put("What will change", top=160, bold=True),
        *put(*LONG, top=190),
        *put("Photograph: Ines Wade", top=260, size=7),
    ]

    assert kinds(pdf([leaf(*puts)])) == [
        ("heading", "THE HARBOUR COURIER"),
        ("title", "Ferry late again"),
        ("paragraph", JOINED),
        ("heading", "What will change"),
        ("paragraph", JOINED),
        ("note", "Photograph: Ines Wade"),
    ]


def test_the_title_is_the_block_that_the_file_calls_so() -> None:
    """Though the name of the paper is larger."""
    puts = [
        *put("THE HARBOUR COURIER", top=40, size=30),
        *put("Ferry late again", top=80, size=20),
        *put(*LONG, top=120),
    ]
    data = pdf([leaf(*puts)], {"Title": "Ferry late again - The Harbour Courier"})

    assert pdfs.text(data).startswith("## Ferry late again\n\nTHE HARBOUR COURIER\n\nthe ferry")


def test_every_block_says_how_it_was_told() -> None:
    """By a clause for people."""
    puts = [*put("Ferry late again", top=40, size=20), *put(*LONG, top=80), *put(*LONG, top=140)]

    assert [block.reason for block in pdfs.read(pdf([leaf(*puts)])).blocks] == [
        "it is the first",
        "its letters are of another size",
        "there is more space above it than between lines",
    ]


@pytest.mark.parametrize(
    ("one", "other", "kinds_"),
    [
        ("• an item that is over soon", "  and a line below", ["item", "paragraph"]),
        ("It rained.", "          Far in.", ["paragraph", "paragraph"]),
    ],
)
def test_how_far_in_a_line_stands_tells(one: str, other: str, kinds_: list[str]) -> None:
    """Below the text of an item that is over, and further in than the line above."""
    puts = [
        *put(one, top=60),
        *put(other.strip(" "), top=74, left=50 + 6 * (len(other) - len(other.strip(" ")))),
    ]

    found = kinds(pdf([leaf(*puts, *put(*LONG, top=130))]))
    assert [kind for kind, _ in found][: len(kinds_)] == kinds_ or len(found) == 3


def test_lines_of_one_element_may_end_on_purpose() -> None:
    """As those of an address; all that is seen says so too."""
    short = [
        Put(50, 60 + 14 * at, line, tag="P-1")
        for at, line in enumerate(("Pier 4", "Harbour Town", "1954"))
    ]
    long = [Put(50, 160 + 14 * at, line, tag="P-2") for at, line in enumerate(LONG)]

    assert said(pdf([leaf(*short, *long)])) == ("Pier 4\nHarbour Town\n1954", JOINED)


def test_a_first_line_may_stand_further_out() -> None:
    """Once: what follows it stands where it stands."""
    puts = [*put(LONG[0], top=60, left=50), *put(LONG[0], LONG[2], top=74, left=62)]
    more = [*put(LONG[0], top=130, left=62), *put(LONG[0], LONG[2], top=144, left=50)]

    found = said(pdf([leaf(*puts, *more)]))
    assert found[-1] == " ".join((LONG[0], LONG[0], LONG[2]))
    inner = put(*LONG[:2], LONG[1], top=74, left=62)
    assert (
        len(said(pdf([leaf(*put(LONG[0], left=50), *inner, *put(*LONG, top=116, left=50))]))) == 3
    )


def test_a_line_below_the_title_says_when() -> None:
    """It ends with a year, and what follows is a paragraph though it stands close."""
    text = (LONG[0].capitalize(), *LONG[1:])
    puts = [*put("Ferry late", top=40, size=20), *put("By Ines Wade, 5 May 2025", *text, top=80)]

    assert said(pdf([leaf(*puts)])) == ("Ferry late", "By Ines Wade, 5 May 2025", " ".join(text))
    full = ("The ferry to the island was late, and with it all", "Monday was gone.")
    puts = [*put("Ferry late", top=40, size=20), *put(*full, top=80)]
    assert said(pdf([leaf(*puts)])) == ("Ferry late", " ".join(full))


def test_lines_with_distances_of_all_sizes_are_read() -> None:
    """Where none is usual, the smallest is."""
    tops = [60.0]
    for step in (14, 16, 18, 20, 22, 24, 26, 28):
        tops.append(tops[-1] + step)
    text = "The ferry to the island was late again on Monday a"

    assert len(said(pdf([leaf(*(Put(50, top, text) for top in tops))]))) == 7


def test_one_line_that_stands_closer_is_no_measure() -> None:
    """How far lines are apart, most of them tell."""
    text = "The ferry to the island was late again on Monday a"
    tops = [60 + 14 * at for at in range(8)] + [60 + 14 * 7 + 10]

    assert len(said(pdf([leaf(*(Put(50, top, text) for top in tops))]))) == 1


def test_a_compound_may_be_parted_at_its_hyphen() -> None:
    """There was room for its first part, so the line above was ended on purpose."""
    lines = (
        LONG[0],
        "and nobody on the quay had ever had any of a",
        "long-term-relationship with it.",
    )

    assert said(pdf([leaf(*put(*lines))])) == (" ".join(lines),)
    ended = (LONG[0], "and nobody had, it was said,", lines[2])
    assert said(pdf([leaf(*put(*ended))])) == (" ".join(ended[:2]), ended[2])


def test_lines_of_scripts_without_blanks_are_joined_without() -> None:
    """Nor is there one between such a character and a number."""
    text = "渡轮周一又晚点了码头上没有人知道原因最后它来了"
    puts = [*put(text, text, "2025年它来了", left=20), *put("它来了", left=20, top=200)]

    assert said(pdf([leaf(*puts)]))[0] == f"{text}{text}2025年它来了"


# ── tags ────────────────────────────────────────────────────────────────────────────────────────


LINES = (
    *LONG[:2],
    *LONG[:2],
    *LONG[:2],
    "last. It rained then, and all who had come to see",
    "it went home.",
)


def tagged(*tags: str) -> bytes:
    """Eight lines, the last two on a page of their own, in elements with these names."""
    lines = [
        attrs.evolve(line, tag=tag) for line, tag in zip(put(*LINES[:6]), tags[:6], strict=True)
    ]
    more = [
        attrs.evolve(line, tag=tag) for line, tag in zip(put(*LINES[6:]), tags[6:], strict=True)
    ]
    return pdf([leaf(*lines), leaf(*more)])


ONE = ("P-1",) * 8
TWO = ("P-1",) * 6 + ("P-2",) * 2


def test_tags_tell_paragraphs() -> None:
    """Where a file says what its paragraphs are, they are so, over pages too."""
    assert said(tagged(*ONE)) == (" ".join(LINES),)
    assert said(tagged(*TWO)) == (" ".join(LINES[:6]), " ".join(LINES[6:]))
    assert pdfs.read(tagged(*TWO), tags=False).paragraphs == (" ".join(LINES),)


def test_tags_that_contradict_what_is_seen_are_not_believed() -> None:
    """Some programs call each line a paragraph."""
    layout = pdfs.read(tagged(*(f"P-{number}" for number in range(8))))

    assert not layout.drafts.trusts_tags
    assert layout.paragraphs == (" ".join(LINES),)


def test_what_stands_in_no_block_has_no_tag() -> None:
    """An element that holds others is no paragraph of its own."""
    data = pdf([leaf(*(attrs.evolve(line, tag="Div") for line in put(*LONG)))])

    assert {line.tag for line in pdfs.pages(data)[0].lines} == {None}
    assert said(data) == (JOINED,)


def test_tags_tell_roles() -> None:
    """Headings, items and quotations are what the file calls so."""
    puts = [
        Put(50, 60, "Not large at all", tag="H1"),
        Put(50, 100, "an item", tag="LI"),
        Put(50, 140, "a word of somebody", tag="BlockQuote"),
    ]

    assert [kind for kind, _ in kinds(pdf([leaf(*puts)]))] == ["title", "item", "quote"]


# ── links ───────────────────────────────────────────────────────────────────────────────────────


def linked(text: str, words: str, url: str) -> bytes:
    """A line of text in which some words lead to an address."""
    start = 50 + 6 * text.index(words)
    return pdf([Leaf((Put(50, 60, text),), ((start, 50, start + 6 * len(words), 64, url),))])


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/", "see [Click Here](https://example.org/), please"),
        (
            "https://example.org/a(b) c",
            "see [Click Here](https://example.org/a%28b%29%20c), please",
        ),
        ("", "see Click Here, please"),
    ],
)
def test_links_lead_where_the_file_says(url: str, shown: str) -> None:
    """The address behind the words is written as in Markdown, fit to stand there."""
    data = linked("see Click Here, please", "Click Here", url)

    assert pdfs.text(data) == shown + "\n"
    assert said(data) == ("see Click Here, please",)


def test_equal_links_in_two_rows_are_two() -> None:
    """One over both lines could not be written, and the words would lead nowhere."""
    rows = [("Team", "Played", "Points"), ("Rovers", "24", "35"), ("Albion", "9", "8")]
    places = [(left, 60 + 14 * row) for row in range(3) for left in (50, 120, 190)]
    puts = [Put(*at, cell) for at, cell in zip(places, itertools.chain(*rows), strict=True)]
    links = ((190, 64, 206, 76, "https://a.example/"), (50, 78, 88, 90, "https://a.example/"))
    data = pdf([Leaf((*puts, *put(*LONG, top=130)), links)])

    assert pdfs.read(data).links == (("35", "https://a.example/"), ("Albion", "https://a.example/"))
    assert "24 [35](https://a.example/)\n[Albion](https://a.example/) 9" in pdfs.text(data)


def test_an_address_that_leads_to_itself_stands_as_it_is() -> None:
    """Nothing is gained by saying it twice."""
    assert pdfs.text(linked("at www.a.example.", "www.a.example", "https://www.a.example/")) == (
        "at www.a.example.\n"
    )


def test_a_link_over_two_lines_is_one() -> None:
    """The words of both lines lead to one address."""
    page = Leaf(
        tuple(put(LONG[0], LONG[1])),
        (
            (50 + 6 * 39, 50, 400, 63, "https://a.example/"),
            (50, 65, 50 + 6 * 3, 77, "https://a.example/"),
        ),
    )

    assert "[on Monday, and](https://a.example/) nobody" in pdfs.text(pdf([page]))


def test_a_link_over_a_parted_word_is_one() -> None:
    """It leads from the whole word."""
    page = Leaf(
        (*put("The ferry was late in the harbour, it seems, har-", "bour of all."),),
        ((50 + 6 * 45, 50, 400, 63, "https://a.example/"), (50, 65, 74, 77, "https://a.example/")),
    )

    assert pdfs.read(pdf([page])).links == (("harbour", "https://a.example/"),)
    hyphen = attrs.evolve(page, links=((50 + 6 * 48, 50, 400, 63, "https://a.example/"),))
    assert pdfs.read(pdf([hyphen])).links == ()


def test_links_within_the_file_and_none_at_all_lead_nowhere() -> None:
    """A link may lead to a page of its own file, and be given by the corners of its lines."""
    rest = b"/Type/Annot/Subtype/Link/Border[0 0 0]"
    action = b"/A<</S/URI/URI(https://a.example/)>>"
    inside = b"<<%s/Rect[50 520 400 560]/A<</S/GoTo/D[0/Fit]>>>>" % rest
    quads = b"<<%s/Rect[50 520 400 560]/QuadPoints[50 552 80 552 50 537 80 537]%s>>" % (
        rest,
        action,
    )
    page = Leaf(tuple(put("Harbour closed.")), more=(inside, quads))

    assert pdfs.read(pdf([page])).links == (("Harbo", "https://a.example/"),)


def test_of_very_many_links_in_one_place_the_first_count() -> None:
    """So that a page takes no longer than it has links."""
    links = tuple((50, 50, 92, 64, f"https://a.example/{at}") for at in range(100))

    assert pdfs.read(pdf([Leaf(tuple(put("Harbour closed.")), links)])).links[0][0] == "Harbour"


def test_a_link_is_the_address_of_the_article() -> None:
    """Where it stands behind the label for it."""
    data = linked("Show on website : Click Here", "Click Here", "https://rki.news/?p=1")

    assert loads(data + b"").url == "https://rki.news/?p=1"


# ── what the file says of itself ────────────────────────────────────────────────────────────────


FACTS = {
    "Title": "Rain",
    "Author": "Ayesha Khan",
    "CreationDate": "D:20250912103819+05'00'",
}


def test_what_only_the_file_says_is_a_label_line() -> None:
    """So that it stands in the text, and can be explained."""
    puts = [*put("Ferry late again", top=40, size=20), *put(*LONG, top=80)]
    document = Document.parse(pdf([leaf(*puts)], FACTS, "en"))

    assert document.text.startswith(
        "## Ferry late again\nAuthor: Ayesha Khan\nDocument Date: 2025-09-12T10:38:19+05:00\n"
        "Language: en\n\nthe ferry"
    )
    assert document.explain().notes[-1] == (
        "said by the file itself and not by its text: authors, document_date, language"
    )


def test_what_the_text_says_counts() -> None:
    """The file's own words take the place of nothing, and are not added where the text disagrees."""
    puts = [
        *put("Ferry late again", top=40, size=20),
        *put("By Margaret Oyelaran", top=70),
        *put("Document Date: May 5, 2025", top=100),
        *put("यह नाव फिर देर से आई और घाट पर कोई नहीं जानता था कि क्यों", "कि और के लिए", top=130),
    ]

    assert pdfs.text(pdf([leaf(*puts)], FACTS, "en")).count(":") == 1


def test_a_by_line_says_who_wrote_it() -> None:
    """Whoever made the file."""
    puts = [
        *put("Ferry late", top=40, size=20),
        *put("Byline: Ines Wade", top=70),
        *put(*LONG, top=100),
    ]

    article = loads(pdf([leaf(*puts)], FACTS))
    assert (article.byline, article.authors) == ("Ines Wade", ())


def test_what_names_nobody_is_no_author() -> None:
    """Nor are marks a title."""
    facts = {"Author": "---", "Title": "#"}

    assert pdfs.text(pdf([leaf(*put(*LONG))], facts)) == JOINED + "\n"


def test_what_cannot_be_said_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a label line would not hold it."""

    def refuses(*_: object) -> None:
        raise Unrepresentable("authors", "not here")

    monkeypatch.setattr(Snippet, "edit", refuses)

    assert pdfs.text(pdf([leaf(*put(*LONG))], FACTS)) == JOINED + "\n"


@pytest.mark.parametrize("title", ["Microsoft Word - release.docx", "untitled", "release.indd", ""])
def test_names_of_files_are_no_titles(title: str) -> None:
    """What programs write where nobody said a title."""
    assert pdfs.text(pdf([leaf(*put(*LONG))], {"Title": title})) == JOINED + "\n"


def test_the_title_of_the_file_is_one_where_no_other_is() -> None:
    """It stands nowhere on the page, and the notes say so."""
    assert pdfs.text(pdf([leaf(*put(*LONG))], FACTS)).startswith("## Rain\n")


@pytest.mark.parametrize(
    ("said_", "iso"),
    [
        ("D:20250912103819+05'00'", "2025-09-12T10:38:19+05:00"),
        ("D:20250912103819+05'30", "2025-09-12T10:38:19+05:30"),
        ("D:20250912103819-08", "2025-09-12T10:38:19-08:00"),
        ("D:20250912103819Z00'00'", "2025-09-12T10:38:19Z"),
        ("D:20250912103819Z", "2025-09-12T10:38:19Z"),
        ("D:20250912103819", "2025-09-12T10:38:19"),
        ("D:202509121038", "2025-09-12T10:38"),
        ("D:20250912", "2025-09-12"),
        ("D:202509", "2025-09"),
        ("D:2025", "2025"),
        ("20250912", "2025-09-12"),
        ("D:20250912+05'00'", ""),
        ("Fri Sep 12 2025", ""),
        ("D:٢٠٢٥", ""),
        ("", ""),
    ],
)
def test_dates_are_as_precise_as_the_file_is(said_: str, iso: str) -> None:
    """Nothing is filled in: no time, no zone. What is no date is none."""
    assert said_date(said_) == iso


@pytest.mark.parametrize("date", ["D:20250230", "D:20251301", "D:20250912253819", "D:00000101"])
def test_days_that_are_not_are_left_out(date: str) -> None:
    """A date that cannot be is no reason to refuse a file."""
    assert "Date" not in pdfs.text(pdf([leaf(*put(*LONG))], {"CreationDate": date}))


@example("D:20250912103819+05'00'")
@given(st.text(st.sampled_from("D:0129Z+-'٣ ")))
def test_any_date_is_read(date: str) -> None:
    """What is said is a moment or nothing."""
    assert isinstance(said_date(date), str)


# ── the steps ───────────────────────────────────────────────────────────────────────────────────


def test_each_step_is_open_to_view() -> None:
    """A layout shows pages, columns, setting and blocks, each frozen."""
    layout = pdfs.read(pdf(typeset([JOINED] * 30, Style(columns=2, gap=0, indent=12))))

    assert isinstance(layout, Layout)
    assert layout.setting.body == 10
    assert layout.setting.indent == 12
    assert layout.setting.pitch(10) == 14
    assert layout.setting.edges[0].left == pytest.approx(50, abs=0.1)
    assert len(layout.columns) == 5
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        layout.pages[0].lines[0].left = 5  # type: ignore[misc]


def test_an_empty_page_is_none() -> None:
    """A page without anything on it is passed over."""
    assert said(pdf([leaf(), leaf(*put("Text.")), leaf()])) == ("Text.",)


# ── into articles ───────────────────────────────────────────────────────────────────────────────


RELEASE = pdf([leaf(*put("Ferry late again", top=40, size=20), *put(*LONG, top=80))], FACTS)
LOCKED = raw(
    [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (b"41" * 32, b"42" * 32),
    ],
    trailer=b"/Encrypt 3 0 R/ID[<00><00>]",
)


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """The path of a PDF."""
    path = tmp_path / "release.pdf"
    path.write_bytes(RELEASE)
    return path


def test_a_pdf_is_an_article(release: Path) -> None:
    """As any other file, by whatever way it comes."""
    article = load(release)

    assert (article.title, article.body) == ("Ferry late again", JOINED + "\n")
    assert str(article.document_date) == "2025-09-12T10:38:19+05:00"
    assert article == loads(RELEASE) == Document.load(release).article
    assert pdfs.text(release) == pdfs.text(str(release)) == Document.load(release).text
    with release.open("rb") as file:
        assert load(file) == article


@pytest.mark.parametrize("before", [b"\r\n", b"\xef\xbb\xbf", b"\x00junk\n"])
def test_some_bytes_may_stand_before(before: bytes) -> None:
    """As other readers of PDFs allow for."""
    assert loads(before + RELEASE) == loads(RELEASE)


def test_what_is_no_pdf_is_read_as_text(tmp_path: Path) -> None:
    """Whatever its name is; and a text may speak of PDFs."""
    path = tmp_path / "text.pdf"
    path.write_text("## Rain\n\nA file begins with %PDF-1.7.\n", "utf-8")
    data = "## Café\n\n%PDF-".encode("latin-1")

    assert load(path).title == "Rain"
    assert loads(data, encoding="latin-1").title == "Café"
    assert pdfs.is_pdf(RELEASE)
    assert not pdfs.is_pdf(path.read_bytes())


def test_fields_say_what_they_go_by(release: Path) -> None:
    """By letters, by the file's own words, by the layout; as long as they are what was read."""
    document = Document.load(release)
    rules = {one.field: (one.rule, one.confidence) for one in document.explain().fields}

    assert rules["title"] == ("the largest letters at the top of the first page", 0.8)
    assert rules["document_date"] == ("what the file says of itself, and its text does not", 0.5)
    assert rules["body"][0].endswith("its paragraphs told by the layout")
    changed = document.update(title="Rain").explain().fields[0]
    assert (changed.value, changed.rule) == ("Rain", "the heading")
    named = pdf([leaf(*put("Ferry late again", top=40, size=20))], {"Title": "Ferry late again"})
    assert Document.parse(named).explain().fields[0].rule == (
        "the words that the file says are its title"
    )


def test_a_link_says_what_it_goes_by() -> None:
    """The address stands behind the words of a label line; in others there are no links."""
    puts = put("Ferry late again", top=40, size=20)
    puts += put("Category: News, Sport", "Show on website : Click Here", top=80)
    links = ((50, 22, 300, 45, "https://a.example/1"), (50, 70, 180, 82, "https://a.example/2"))
    more = (152, 84, 220, 98, "https://a.example/3")
    document = Document.parse(pdf([Leaf((*puts, *put(*LONG, top=130)), (*links, more))]))

    article = document.article
    assert (article.title, article.url) == ("Ferry late again", "https://a.example/3")
    assert [one.name for one in article.categories] == ["News", "Sport"]
    rules = {one.field: one.rule for one in document.explain().fields}
    assert rules["url"] == "the address behind these words"


def test_the_links_are_a_list_too() -> None:
    """The words, and where they lead."""
    layout = pdfs.read(linked("see Click Here, please", "Click Here", "https://example.org/"))

    assert layout.links == (("Click Here", "https://example.org/"),)


def test_a_pdf_is_not_written(release: Path, tmp_path: Path) -> None:
    """A change is saved to another file; nothing is ever written over a PDF or in its name."""
    document = Document.load(release).update(title="Rain")
    for path in (None, release, tmp_path / "other.PDF"):
        with pytest.raises(FileError, match="PDF"):
            document.save(path)
    with pytest.raises(FileError, match="PDF"):
        dump(document.article, tmp_path / "other.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["release.pdf"]
    assert release.read_bytes() == RELEASE

    saved = document.save(tmp_path / "rain.txt")
    assert load(tmp_path / "rain.txt") == document.article
    assert saved.save() == saved
    dump(document.article, tmp_path / "rain.json")
    assert load(tmp_path / "rain.json") == document.article
    with pytest.raises(FileError, match="came from no file"):
        Document.parse(RELEASE).save()


def test_a_folder_may_hold_pdfs(release: Path, tmp_path: Path) -> None:
    """Among other files; one that cannot be read ends nothing."""
    (tmp_path / "broken.pdf").write_bytes(RELEASE[:200])
    (tmp_path / "rain.md").write_text("---\ntitle: Rain\n---\n", "utf-8")
    results = list(load_all(tmp_path))

    assert [result.ok for result in results] == [False, True, True]
    assert results[2].article == load(release)
    assert [result.article for result in load_all(release)] == [load(release)]


def test_the_command_line_reads_pdfs(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As any other file."""
    release.with_name("scan.pdf").write_bytes(pdf([leaf(picture=True)]))

    assert main(["show", str(release)]) == 0
    assert "Ferry late again" in capsys.readouterr().out
    assert main(["show", "--explain", str(release)]) == 0
    assert "made from a PDF of 1 page\n" in capsys.readouterr().out
    assert main(["convert", "--to", "json", str(release)]) == 0
    assert '"title": "Ferry late again"' in capsys.readouterr().out
    assert main(["check", str(release)]) == 0
    assert main(["check", str(release.with_name("scan.pdf"))]) == 1
    assert "scanned-page" in capsys.readouterr().out


# ── what cannot be read ─────────────────────────────────────────────────────────────────────────


def test_pages_without_text_are_defects() -> None:
    """Each where its text is missing; strictly, there is no article."""
    scan, text = leaf(picture=True), leaf(*put("Text here."))
    data = pdf([scan, text, scan])

    with pytest.raises(ParseError) as caught:
        loads(data)
    assert [(one.code, one.line) for one in caught.value.defects] == [
        ("scanned-page", 1),
        ("scanned-page", 2),
    ]
    with pytest.raises(ParseError, match="page 1 is a picture"):
        pdfs.text(data)
    document = Document.parse(data, tolerant=True)
    assert document.article.body == "Text here.\n"
    assert [one.code for one in document.defects] == ["scanned-page"] * 2
    assert document.update(body="Else.").defects[0].code == "scanned-page"


def test_nothing_but_scans_is_no_empty_article() -> None:
    """Nor is a file without anything."""
    for data, code in ((pdf([leaf(picture=True)]), "scanned-page"), (pdf([leaf()]), "empty")):
        with pytest.raises(ParseError) as caught:
            loads(data)
        assert caught.value.defects[0].code == code
        assert Document.parse(data, tolerant=True).article.body is None


def test_a_picture_in_a_drawing_is_a_scan_too() -> None:
    """As some scanners write them."""
    page = Leaf(content=b"q 400 0 0 600 0 0 cm /Frame Do Q")

    assert pdfs.read(pdf([page])).scans == (1,)


def test_a_small_picture_is_no_scan() -> None:
    """A page with a picture and nothing else on it may have no text."""
    page = Leaf(content=b"0 0 400 600 re S q 40 0 0 40 10 10 cm /Dot Do Q")

    assert pdfs.text(pdf([page, leaf(*put("Text."))])) == "Text.\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-", "bad-pdf"),
        (b"%PDF-1.7\nnothing\n", "bad-pdf"),
        (RELEASE[:-300], "bad-pdf"),
        (LOCKED, "encrypted-pdf"),
        (raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "empty-pdf"),
        (
            raw(
                [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"null"]
            ),
            "bad-pdf",
        ),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str, tmp_path: Path) -> None:
    """Tolerantly too: there is no text."""
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    for read in (loads, pdfs.text, pdfs.read):
        with pytest.raises(ParseError) as caught:
            read(data)
        assert [one.code for one in caught.value.defects] == [code]
    with pytest.raises(ParseError, match=r"a\.pdf"):
        load(path, tolerant=True)


@given(st.data())
def test_no_other_error_leaves(data: st.DataObject) -> None:
    """Whatever is cut away or changed, there is a text or an error of ours."""
    broken = bytearray(RELEASE[: data.draw(st.integers(5, len(RELEASE)))])
    for at, byte in data.draw(
        st.lists(st.tuples(st.integers(5, len(broken) + 4), st.integers(0, 255)))
    ):
        broken[min(at, len(broken) - 1)] = byte
    with contextlib.suppress(ParseError):
        assert isinstance(Document.parse(b"%PDF-" + bytes(broken[5:]), tolerant=True).text, str)


def test_the_limit_is_set_where_there_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of memory, and of what is left of a process that crashed; no more than it had."""
    resource = pytest.importorskip("resource")
    told = list[tuple[int, tuple[int, int]]]()
    hard = {resource.RLIMIT_CORE: 0, resource.RLIMIT_AS: resource.RLIM_INFINITY}
    monkeypatch.setattr(resource, "getrlimit", lambda what: (0, hard[what]))
    monkeypatch.setattr(resource, "setrlimit", lambda what, limit: told.append((what, limit)))
    _pdfium._limit(1 << 30)

    assert told == [
        (resource.RLIMIT_CORE, (0, 0)),
        (resource.RLIMIT_AS, (1 << 30, resource.RLIM_INFINITY)),
    ]


def test_large_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By their pages, and by their glyphs."""
    monkeypatch.setattr(_pdfium, "PAGES", 1)
    with pytest.raises(ParseError, match="2 pages are more than are read"):
        pdfs.read(pdf([leaf(), leaf()]))
    monkeypatch.setattr(_pdfium, "GLYPHS", 20)
    with pytest.raises(ParseError, match="more than 20 glyphs"):
        pdfs.read(RELEASE)


def test_too_many_tags_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file with more than are looked at, none does; nor what is nested deeper."""
    monkeypatch.setattr(_pdfium, "_ELEMENTS", 3)
    assert pdfs.read(tagged(*TWO)).paragraphs == (" ".join(LINES),)
    monkeypatch.setattr(_pdfium, "_ELEMENTS", 300)
    monkeypatch.setattr(_pdfium, "_DEEPEST", 0)
    assert pdfs.read(tagged(*TWO)).paragraphs == (" ".join(LINES),)


@pytest.mark.parametrize("source", [None, 5, ["a.pdf"]])
def test_what_is_no_source_is_refused(source: Any) -> None:
    """A path or bytes, and nothing else."""
    with pytest.raises(TypeError, match="must be a path"):
        pdfs.read(source)
    with pytest.raises(TypeError, match="must be a path or bytes"):
        pdfs.read(io.BytesIO(RELEASE))  # type: ignore[arg-type]


def test_the_library_for_it_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(MissingExtra) as caught:
        loads(RELEASE)
    assert caught.value.extra == "pdf"


# ── the process apart ───────────────────────────────────────────────────────────────────────────


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read in processes of their own, as users do; none of before, and none is left."""
    monkeypatch.setattr(sys, "frozen", False, raising=False)
    monkeypatch.setattr(_apart, "_waiting", {})
    yield
    _apart._end()


def waiting() -> list[Any]:
    """The processes that wait for the next file."""
    return _apart._waiting.get(os.getpid(), [])


@pytest.mark.usefixtures("apart")
def test_a_process_reads_one_file_after_another() -> None:
    """What it says is what this one would."""
    assert pdfs.read(RELEASE).paragraphs == ("Ferry late again", JOINED)
    (one,) = waiting()
    with pytest.raises(ParseError):
        pdfs.read(b"%PDF-")
    assert pdfs.text(RELEASE).startswith("## Ferry late again\n")
    assert waiting() == [one]


@pytest.mark.usefixtures("apart")
def test_no_more_processes_are_kept_than_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """One too many is ended when it has answered."""
    monkeypatch.setattr(_apart, "_KEPT", 0)
    pdfs.read(RELEASE)

    assert waiting() == []


@pytest.mark.usefixtures("apart")
def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the file is one that cannot be read; the next one is read again."""
    monkeypatch.setattr(_apart, "SECONDS", 0.0)
    with pytest.raises(ParseError, match="cannot be read: PDFium fails on it"):
        pdfs.read(RELEASE)
    monkeypatch.setattr(_apart, "SECONDS", 60.0)

    assert waiting() == []
    assert pdfs.read(RELEASE).paragraphs


@pytest.mark.usefixtures("apart")
def test_without_processes_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system starts none."""

    def refuses(*_: object, **__: object) -> None:
        raise OSError("no processes here")

    monkeypatch.setattr(subprocess, "Popen", refuses)

    assert pdfs.read(RELEASE).paragraphs
    assert waiting() == []


def test_an_answer_that_breaks_off_is_none() -> None:
    """The process ended while it answered."""
    assert _apart._all(io.BytesIO(b"ab"), 2) == b"ab"
    with pytest.raises(EOFError):
        _apart._all(io.BytesIO(b"ab"), 3)


def test_the_process_answers_each_file() -> None:
    """Frames, or the reason why there are none; an empty one ends an answer."""

    def asked(data: bytes) -> bytes:
        return b"".join(n.to_bytes(_pdfium.LENGTH, "little") for n in (len(data), 1 << 30)) + data

    target, limits = io.BytesIO(), list[int]()
    _pdfium.serve(io.BytesIO(asked(RELEASE) + asked(b"%PDF-")), target, limits.append)
    target.seek(0)
    answer = list[bytes]()
    while head := target.read(_pdfium.LENGTH):
        answer.append(target.read(int.from_bytes(head, "little")))

    assert limits == [1 << 30] * 2
    assert [frame[:1] for frame in answer] == [b"=", b"=", b"", b"!", b""]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_process_has_a_limit_of_memory() -> None:
    """What takes more cannot have it."""
    code = (
        "from snippetkit.pdf._pdfium import _limit; _limit(1 << 29)\n"
        "try: bytearray(1 << 30)\nexcept MemoryError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert sys.platform != "linux" or done.stdout.strip(b"\r\n") == b"refused"
