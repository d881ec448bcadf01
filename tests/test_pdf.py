"""PDFs: from glyphs to lines, columns, paragraphs and text. The PDFs are written by `pdfs`."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pdfs import HEIGHT, Leaf, Put, Style, leaf, of_lines, pdf, typeset, wrapped
from snippetkit import Document, loads
from snippetkit import pdf as pdfs
from snippetkit.formats import format_named
from snippetkit.pdf.facts import said_date
from snippetkit.pdf.layout import Layout
from snippetkit.pdf.lines import page_of

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
    assume(any(len(wrapped(text, style)) > 1 for text in texts))

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


def test_numbers_that_do_not_count_pages_stay() -> None:
    """A year alone at the edge of a page is text."""
    assert "1863" in said(pdf(pages_of(1, "", "1863")))


def test_the_title_at_the_edge_of_its_page_is_furniture() -> None:
    """Where it stands in large letters too."""
    title = put("Ferry late again", top=60, size=20)
    puts = [Put(50, 20, "Ferry late again", 8), *title, *put(*LONG, top=120)]

    assert said(pdf([leaf(*puts)])) == ("Ferry late again", JOINED)


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
