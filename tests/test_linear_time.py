"""Time grows with the text and no faster: long lines, many lines, long runs of one sign, anywhere."""

from __future__ import annotations

import contextlib
import time
from array import array
from collections.abc import Callable

import pytest

from snippetkit.document import Document
from snippetkit.errors import Unrepresentable
from snippetkit.formats import Format, format_named
from snippetkit.model import Article
from snippetkit.model.frozendict import Frozen
from snippetkit.pdf.facts import Facts
from snippetkit.pdf.layout import layout_of
from snippetkit.pdf.lines import page_of
from snippetkit.pdf.page import Box, Line, Link, Page, Sheet, Style, Word
from snippetkit.pdf.rendering import rendered

pytestmark = pytest.mark.no_cover  # tracing takes four times as long as what is measured
FORMATS: dict[str, Format[Article]] = {
    "snippet": format_named("snippet"),
    "yaml": format_named("markdown"),
    "toml": format_named("markdown"),
    "json": format_named("json"),
}
PIECES = (
    *(" ", "\t", "\n", " \n", "\r\n", "\r", "\u00a0"),
    *("\x85", "a ", "a.", "1 ", "1,", "12:", "May "),
    *(
        ":",
        "：",
        "a: b\n",
        "A: b | ",
        "Category: a | ",
        ", ",
        "; ",
        "،",
        "- ",
        " — ",
        "(",
        "Paris, ",
    ),
    *("*", "**", "_", "#", "## ", "[", "](", "[a](", "http://", "a@", "<", "&", "/", "{", "}", "="),
    *("Analysis\n", "a\t", " / ", "\u200f", "Jane Roe\n", "Home > "),
    *("---\n", "+++\n", "...\n", "> ", '"', "\\", "'", "a\n\n", "|"),
)
FRAMES = {
    "snippet": (
        *("%s", "## %s\n\nB", "%s: x\n\nB", "%sCategory: x\n\nB", "Category%s: x\n\nB", "**Link%s\n\nB"),
        *(
            f"{label} %sx\n\nB"
            for label in ("Category:", "Category: a", "Date:", "Published on", "Link: [x](", "Links:")
        ),
        *("Source: %sx\n\nB", "Author: %sx\n\nB", "Dateline: %sx\n\nB", "Tags:\n%sx", "Editor: %s"),
        *("---\n%sx\n---\nB", "---\n## T\n---\n\n%sx", "## T\n%sCategory: x\n\nB"),
        *("It rained.\n\n%sx", "## T\n\nrki.news\n%sx", "## T\n\nParis%sx", "Category: A\n\n%sx"),
        *("%s## T\nTags: x\n\nB", "---\n%s## T\nTags: x\n---\n\nB", "---\n## T\n%sTags: x\n---\n\nB"),
    ),
    "yaml": (
        *("---\n%sx\n---\nB", "---\n%s", "---\ntitle: %sx\n---\n", "---\ntitle: '%sx'\n---\n%s"),
        *("---\ndate: '%sx'\n---\n", "---\ncategories: '%sx'\n---\n", "---\ntags: [%sx]\n---\n"),
        *("---\ndateline: 'a%sx'\n---\n", "---\nauthor: 'a%sx'\n---\n", "{\n%sx\n}\nB"),
    ),
    "toml": ("+++\n%sx\n+++\nB", '+++\ntitle = "%sx"\n+++\nB', "+++\ntags = [%sx]\n+++\nB"),
    "json": ("%s", "{%sx}", '{"title": "%sx"}', '{"tags": [%sx]}', '{"published": "%sx"}'),
}  # fmt: skip


@pytest.mark.parametrize("frame", [(name, one) for name, some in FRAMES.items() for one in some])
def test_time_is_linear(frame: tuple[str, str]) -> None:
    """Ten times as many of anything, anywhere, take at most thirty times as long to read.

    What is quadratic takes a hundred times as long. Texts of the same kind were read before, so
    that what is remembered of them is tried as well.
    """
    format, text = FORMATS[frame[0]], frame[1]
    for word in ("a", "b", "c", "", "", "", "", ""):
        Document(format, text.replace("%s", word)).reading  # noqa: B018

    def seconds(piece: str, count: int) -> float:
        times: list[float] = []
        for attempt in ("x", "y"):
            long = text.replace("%s", piece * count + attempt)
            begun = time.process_time()
            Document(format, long).defects  # noqa: B018
            format.detects(long)
            times.append(time.process_time() - begun)
        return min(times)

    for piece in PIECES:
        long = seconds(piece, 8000)
        assert long < 0.05 or long < 30 * seconds(piece, 800) + 0.05, piece


def grows_as_the_text(seconds: Callable[[int], float], count: int) -> bool:
    """Whether *count* of something take at most thirty times as long as a tenth of it."""
    long = min(seconds(count) for _ in range(2))
    short = min(seconds(count // 10) for _ in range(2))
    return long < 0.05 or long < 30 * short + 0.05


ROWS = {
    "dates": "May 5, 2025\n",
    "buttons": "Share\n",
    "by-lines": "By Jane Roe\n",
    "strays": "It rained\nTags: x\n",
    "headings": "## Rain\n",
}


@pytest.mark.parametrize("row", ROWS)
def test_many_lines_of_a_header_are_read_in_linear_time(row: str) -> None:
    """Ten times as many lines without a label below a label take thirty times the time."""

    def seconds(count: int) -> float:
        text = f"Category: x\n{ROWS[row] * count}\nIt rained."
        begun = time.process_time()
        Document(FORMATS["snippet"], text).defects  # noqa: B018
        return time.process_time() - begun

    assert grows_as_the_text(seconds, 4000)


ENTRIES = {
    "snippet": ("## T\n%s\nB", "%s: %s\n", "snippet"),
    "repeated labels": ("## T\n%s\nB", "%s: %s\nTags: x\n", "snippet"),
    "yaml": ("---\ntitle: T\n%s---\nB", "%s: %s\n", "yaml"),
    "yaml with brackets": ("---\nx: {a: 'b'}\n%s---\nB", "%s: %s\n", "yaml"),
    "yaml blocks": ("---\ntitle: T\n%s---\nB", "%s: |\n  %s\n", "yaml"),
    "yaml inside": ("---\nsource:\n  name: T\n%s---\nB", "  %s: %s\n", "yaml"),
    "toml": ("+++\ntitle = 'T'\n%s+++\nB", "%s = '%s'\n", "toml"),
    "front json": ('{"title": "T"\n%s\n}\nB', ', "%s": "%s"\n', "yaml"),
    "json": ('{"title": "T"%s}', ', "%s": "%s"', "json"),
    "json in extra": ('{"extra": {"title": "T"%s}}', ', "%s": "%s"', "json"),
}
CHANGES: dict[str, Callable[[dict[str, Frozen]], dict[str, Frozen]]] = {
    "change": lambda extra: {key: f"{value}x" for key, value in extra.items()},
    "add": lambda extra: {**extra, **{f"{key}x": "x" for key in extra if key[:1] == "Z"}},
    "add one": lambda extra: {**extra, "Zx": "x"},
    "remove": lambda extra: {},
    "remove some": lambda extra: {key: extra[key] for key in [*extra][::2]},
    "refuse": lambda extra: {**dict.fromkeys(extra, "x"), "Zx": "a\x00"},
}


@pytest.mark.parametrize("entries", ENTRIES)
@pytest.mark.parametrize("change", CHANGES)
def test_many_entries_are_changed_in_linear_time(entries: str, change: str) -> None:
    """Ten times as many unknown entries change, come, go or are refused in thirty times the time."""
    text, entry, format = ENTRIES[entries]

    def seconds(count: int) -> float:
        names = [f"Z{n:06}".translate(LETTERS) for n in range(count)]
        document = Document(FORMATS[format], text % "".join([entry % (one, "v") for one in names]))
        extra = dict(document.article.extra)
        assert len(extra) >= count
        begun = time.process_time()
        with contextlib.suppress(Unrepresentable):
            document.edits(document.update(extra=CHANGES[change](extra)).article)
        return time.process_time() - begun

    assert grows_as_the_text(seconds, 1000)


LETTERS = str.maketrans("0123456789", "abcdefghij")


@pytest.mark.parametrize("entries", ENTRIES)
def test_many_entries_are_explained_in_linear_time(entries: str) -> None:
    """Ten times as many entries are explained in thirty times the time."""
    text, entry, format = ENTRIES[entries]

    def seconds(count: int) -> float:
        names = [f"Z{n:06}".translate(LETTERS) for n in range(count)]
        document = Document(FORMATS[format], text % "".join([entry % (one, "v") for one in names]))
        begun = time.process_time()
        str(document.explain())
        return time.process_time() - begun

    assert grows_as_the_text(seconds, 4000)


LISTS = {
    "names": ("## T\nCategory: %s\n\nB", "%s, ", "snippet", "categories"),
    "persons": ("## T\nAuthor: %s\n\nB", "Ann %s; ", "snippet", "authors"),
    "yaml": ("---\ncategories:\n%s---\nB", "- %s\n", "yaml", "categories"),
    "yaml mappings": ("---\nauthors:\n%s---\nB", "- name: %s\n  x: y\n", "yaml", "authors"),
    "toml": ("+++\ntags = [%s]\n+++\nB", "'%s', ", "toml", "tags"),
    "json": ('{"links": [%s{"href": "x"}]}', '{"href": "%s"}, ', "json", "links"),
}


@pytest.mark.parametrize("items", LISTS)
def test_long_lists_are_changed_in_linear_time(items: str) -> None:
    """Ten times as many items of which one goes are written in thirty times the time."""
    text, item, format, field = LISTS[items]

    def seconds(count: int) -> float:
        names = [f"Z{n:06}".translate(LETTERS) for n in range(count)]
        document = Document(FORMATS[format], text % "".join([item % one for one in names]))
        some = getattr(document.article, field)
        begun = time.process_time()
        with contextlib.suppress(Unrepresentable):
            document.update(**{field: some[:-2] + some[-1:]})
        return time.process_time() - begun

    assert grows_as_the_text(seconds, 2000)


# ── PDFs ────────────────────────────────────────────────────────────────────────────────────────


def line(number: int, text: str, *, size: float = 10.0, step: float = 14.0, url: str = "") -> Line:
    """One of the lines of a page, each *step* below the one before, with a link on every word."""
    words, left, width = list[Word](), 50.0, 0.6 * size
    for word in text.split(" "):
        links = ((0, len(word), f"{url}{number}"),) if url else ()
        words.append(Word(word, left, left + width * len(word), links))
        left += width * (len(word) + 1)
    base, style = 20 + step * number, Style("Courier", False, False, size)
    return Line(tuple(words), 50.0, base - size, left - width, base + size / 4, base, style, number)


def page(*lines: Line, number: int = 1) -> Page:
    """A page with these lines; with none, a picture."""
    pictures = () if lines else (Box(0, 0, 400, 600),)
    return Page(number, 400.0, max(600.0, 14.0 * len(lines)), lines, pictures)


WIDE = "the ferry to the island was late again on Monday"
PAGES: dict[str, tuple[int, Callable[[int], list[Page]]]] = {
    "links in a table": (
        16_000,
        lambda count: [
            page(
                *(line(at, "a b", url="https://a.example/") for at in range(count)),
                line(count, WIDE),
            )
        ],
    ),
    "pages without text": (
        20_000,
        lambda count: [
            page(*([line(0, f"{at}".translate(LETTERS))] if at % 2 else []), number=at + 1)
            for at in range(count)
        ],
    ),
    "distances": (
        10_000,
        lambda count: [
            page(*(line(at, "a b", size=1e6, step=1e6 + 5 * at) for at in range(count)))
        ],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_read_in_linear_time(name: str) -> None:
    """Ten times as many lines or pages of a PDF take thirty times the time."""
    count, make = PAGES[name]

    def seconds(count: int) -> float:
        layout = layout_of(Facts(), make(count))
        begun = time.process_time()
        rendered(layout)
        return time.process_time() - begun

    assert grows_as_the_text(seconds, count)


def test_letters_as_high_as_a_page_are_read_in_linear_time() -> None:
    """Each of them may touch links at all heights; a link that it touches is looked at once."""
    links = tuple(Link(Box(0, 0, 10, 24_000), f"https://a.example/{at}") for at in range(64))
    style = Style("Courier", False, False, 10.0)

    def seconds(bottom: float) -> float:
        boxes = array("f", [50.0, -bottom, 56.0, bottom, 100.0] * 50)
        looks, marks = array("H", [0] * 50), array("i", [-1] * 50)
        sheet = Sheet(1, 400.0, 600.0, "a" * 50, boxes, looks, marks, (style,), links)
        begun = time.process_time()
        page_of(sheet)
        return time.process_time() - begun

    assert seconds(24_000) <= 30 * seconds(12) + 0.2
