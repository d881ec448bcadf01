"""The quick ways to read and write agree with the careful ones."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from snippetkit import (
    Article,
    Category,
    Dateline,
    FrozenDict,
    Moment,
    Source,
    Unrepresentable,
    dates,
    field,
    loads,
    same,
)
from snippetkit.codecs import Datelines, Names
from snippetkit.datelines.quick import plain_day
from snippetkit.dates import usual
from snippetkit.errors import Flaw, ParseError
from snippetkit.formats import (
    Format,
    Reading,
    _format_named,
    _in_turn,
    _quick,
    detect,
    format_named,
)
from snippetkit.formats._entry import FIRST_YEAR
from snippetkit.formats._quick.often import Often
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.ndjson import Ndjson
from snippetkit.formats.snippet import Snippet
from snippetkit.syntax import headers
from snippetkit.syntax._fast import only
from snippetkit.syntax.headers import Labels
from snippetkit.syntax.template import _DATE, ANY_VALUE, template
from snippetkit.syntax.tree import Edit, Scan, spliced
from snippetkit.testing import documents
from snippetkit.testing.strategies import articles, texts

GIVEN = (Path(__file__).parent.parent / "examples" / "snippet-rki-news.txt").read_text("utf-8")
DATA = Path(__file__).parent / "data"
FIRST_WORDS = [
    line.partition(" |")[0].replace("»", "").replace("\\n", "\n")
    for name in ("datelines.txt", "no-datelines.txt")
    for line in (DATA / name).read_text("utf-8").split("\n")
    if line
]
"""Datelines, and what is none, from the lists of `test_datelines`."""
BEHIND = (
    *(
        "",
        " of the city",
        " – x",
        " - The second",
        " is here.",
        " (Reuters) said",
        ": yes",
        "\n– y",
    ),
    *(" It rained on Monday as it had " + "never before " * 9, ". Then, 5 of 6 – ", "\n\nMore."),
    *(" 12, 2025 – The", " The Republic of Uzbekistan, a founding member of the\nSCO", " (AP) – x"),
)
LINES = [
    *(
        "## **Rain**",
        "# _Rain_",
        "## Rain",
        "##",
        "## ",
        "#Rain",
        "### Rain at last ",
        "",
        " ",
        "---",
        "--- ",
        "----",
    ),
    *("Category: A, B", "Category : A", "category: B", "Section: C", "Category:", "Category:A"),
    *("Published on May 5, 2025", "Published on 5 May 2025 10:38", "Published on tv: none"),
    *("Published on tv: 5", "Published: yesterday", "Published", "Document Date: 2025-05-05 10:38"),
    *("Category: A　Source: B", "　Category: A", "R　Published on May 5, 2025", "　Rain"),
    *("Fri, Apr 24 2026 10:38:19 pm", "Document Date: Fri, Apr 24 2026 10:38:19 pm"),
    *("Editor: A. Khan", "editor: B", "Editor : C"),
    *("**Tags:** x, y", "- Source: rki.news", "rki.news"),
    *(
        "rki.news\n\n\nIt rained.",
        "Paris, May 5, 2025 – It rained.",
        "PARIS (AP) -- It rained.",
        "May 5, 2025 – It rained.",
    ),
    *("Category://a.org", "Category:**A**", "Category: A\r## B", "Published on tv : 6"),
    *(
        "Samarkand, Uzbekistan, 2025 — It",
        "Link: [Click Here](#)",
        "Link: #",
        "Dateline: Oslo",
        "\u2028",
    ),
    *("Category:\xa0A", "Date:\u202f5 May 2025", "Editor:\xa0 A", "Tags: \xa0x"),
    *("来源：新华社", "来源：新华社 作者：张三", "作者：张三 2025-05-05 10:38", "来源：a　作者：b"),
    *(
        "来源: 新华社",
        "来源: 新华社 作者: 张三",
        "作者: 张三 2025-05-05",
        "Posted By: A on: 5 May 2025 In: B",
    ),
    *("Updated: 10:38", "May 5, 2025 Updated 10:38 pm"),
    *("Full text: It rained.", "Full text:", "Body"),
    *("9/12/25, 10:38 PM    Rain", "https://a.example/rain 1/3"),
    *("*Category: A*", "**Published on May 5, 2025**", "_Tags: a", "**Source: x"),
    *("By Jane Doe", "A subtitle", "====", "5 May 2025", "Posted on May 5, 2025 by A in B"),
    *(
        "\u200fCategory: A",
        "Category:\u200f A",
        "Category: A\u200f",
        "\u2067Source: B\u2069",
        "\u200f",
    ),
    *("\u200fPublished on \u200eMay 5, 2025", "Published:\u200f 2025-05-05 10:38", "\u200f## Rain"),
]
HEADER = [line for line in LINES if ":" in line or line[:2] == "Pu"]
SNIPPETS = st.lists(st.sampled_from(LINES), max_size=9).map("\n".join)
HEADERS = st.lists(st.sampled_from(HEADER), min_size=1, max_size=3, unique=True).map("\n\n".join)
FENCED = st.builds("---\n## T\n{}\n---\n\n{}".format, HEADERS, SNIPPETS)
SWAPPED = st.builds(GIVEN.replace, st.sampled_from(GIVEN.split("\n")), st.sampled_from(LINES))


PROSE = "It rained on Monday as nobody could remember that it ever had. " * 3
BARE = ("Published on May 5, 2025", "Published 2025-05-05", "Updated on 5 May 2025", "Editor: A")
OPEN = st.builds(
    "{}## T\n{}\n{}".format,
    st.sampled_from(["", "\n"]),
    HEADERS | st.sampled_from(BARE),
    st.just("\n" + PROSE),
)
VALUES = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from(
        [": 5", "：5", "// 5", "** 5", "_: 5", "tv: 5", "on tv 5", "5", "x\r5", "\xa05"]
    ),
    st.sampled_from(
        [
            "x*",
            "x_",
            "x**",
            "**x**",
            "_x_",
            "*x",
            "May 5, 2025 by A. Khan in B",
            "May 5, 2025, updated on May 6, 2025",
        ]
    ),
    st.sampled_from(
        ["\u200fA", "A\u200f", "\u2067A\u2069", "\u200fMay 5, 2025", "\u200f", "A \u2067b\u2069"]
    ),
    st.sampled_from(["a 2025-05-05", "a 来源：b", "a | 2025-05-05 10:38", "a：b", "a 来源:b"]),
    st.sampled_from(["May 5, 2025", "2025-05-05 10:38", "on May 5", "A, B", "x", "-", "#"]),
    st.sampled_from(
        ["A, May 5, 2025", "A (2025-05-05)", "A  Source: b", "A\tTags: b", "A / ID: b"]
    ),
    st.sampled_from(["May 5, 2025, Updated: May 6, 2025", "A 编辑：b", "A\xa0", "\xa0A\u202f"]),
    st.sampled_from(["A on: May 5, 2025 In: B", "A In: B", "10:38 pm", "A 作者: b"]),
    texts([": ", "---", "–", "\n\n", "rki.news"]),
)
BODIES = st.one_of(
    SNIPPETS,
    st.sampled_from([f"{line}\n\n{line}" for line in LINES[-12:]]),
    st.sampled_from(["x" * 50 + ":", "Tags" + " " * 60 + ": x", "Published on 5 " + "x" * 60]),
    st.sampled_from(["Category" + "x" * 60, "x: " + "x" * 60, "## " + "x" * 60]),
    st.sampled_from(["a" * 150 + " – b", "Oslo, May 5, 2025 -  x", "Al-Quds, May 5, 2025 – x"]),
    texts(["rki.news\n\n", "Paris, May 5, 2025", " – ", " - ", "\t--", " "]),
    st.builds("{}{}".format, st.sampled_from(FIRST_WORDS), st.sampled_from(BEHIND)),
    texts(["WASHINGTON", "St. ", "(AP)", " – ", "May 5, 2025", ". ", " said ", "/TASS/", "\n"]),
)
LEARNT = 5
"""How often a text is read until its template is known for sure."""


def _agrees(format: Format[Any], text: str) -> bool:
    quick, careful = format.read(text), format.read(text, format.scan(text))
    return same(quick.article, careful.article) and quick.flaws == careful.flaws


def _changed(text: str, scan: Scan, values: dict[int, str]) -> str:
    """*text* with other values in some of its slots."""
    for n, value in sorted(values.items(), reverse=True):
        if n < len(scan.slots):
            text = spliced(text, Edit(scan.slots[n].start, scan.slots[n].end, value))
    return text


@given(
    base=documents(Snippet()).map(lambda draft: draft.text)
    | FENCED
    | OPEN
    | SWAPPED
    | st.just(GIVEN),
    values=st.dictionaries(st.integers(0, 7), VALUES, max_size=3),
    body=st.none() | BODIES,
)
@example(base="Published on 5\n\n", values={0: ": 5"}, body="x" * 60)
@example(
    base=f"## T\nPublished on May 5, 2025\n\n{PROSE}",
    values={1: "May 5, 2025 by A. Khan in B"},
    body=None,
)
@example(base="---\n---\n", values={}, body=None)
@example(
    base="---\n## T\nTags:\xa0A\nDate:\xa05\n---\n\nB", values={1: "\xa0x", 2: " 5"}, body=None
)
@example(base="---\n## T\nTags: A\n---\n\nB", values={1: "\xa0x"}, body=None)
@example(base="---\n## T\nCategory: A\n---\n\nB", values={0: "**x**"}, body=None)
@example(base="---\n## **T**\nCategory: A\n---\n\nB", values={0: "x"}, body=None)
@example(base="---\nA: b\n---\n\nc", values={}, body="rki.news\n \nIt rained.")
@example(base=f"## T\nPublished 2025-05-05\n\n{PROSE}", values={1: "on May 5"}, body=None)
@example(base=f"## T\nCategory: A\n\n{PROSE}", values={}, body="Tags" + " " * 60 + ": x")
@example(base="---\n\u200f## T\nTags:\u200f a\nNote: b\n---\n\nc", values={1: "\u200fA"}, body=None)
@example(base="---\n\u200f## T\nTags:\u200f a\nNote: b\n---\n\nc", values={2: "A\u200f"}, body=None)
@example(base="---\n\u200f## T\nTags:\u200f a\nNote: b\n---\n\nc", values={0: "A\u200f"}, body=None)
@example(base="---\n## T\n来源：a\n---\n\nc", values={1: "央视网 2025-09-12 22:38"}, body=None)
@example(base="---\n## T\n来源：a\n---\n\nc", values={1: "央视网 作者：张三"}, body=None)
@example(base="---\n## T\n来源: a\n---\n\nc", values={1: "央视网 作者: 张三"}, body=None)
@example(base="---\n## T\n来源: a\n---\n\nc", values={1: "央视网 2025-09-12 22:38"}, body=None)
@example(base="---\n## T\n编辑: a\n---\n\nc", values={1: "张三 2025-09-12 22:38"}, body=None)
@example(base=f"## T\nAuthor: a\n\n{PROSE}", values={1: "Jane In: B"}, body=None)
@example(base=f"## T\nUpdated: 2025-05-05\n\n{PROSE}", values={1: "10:38 pm"}, body=None)
@example(base="---\n## T\nLanguage: en\n---\n\nc", values={1: "Deutsch"}, body=None)
@example(base="---\n## T\n摘要：a\n---\n\nc", values={1: "下雨 来源：新华社"}, body=None)
@example(base="---\n## T\n作者：a\n---\n\nc", values={1: "张三 2025年9月12日"}, body=None)
@example(base="---\n## T\n编辑：a\n---\n\nc", values={1: "张三 2025-09-12 22:38"}, body=None)
@example(base="---\n## T\n作者：a\n---\n\nc", values={1: "张三 编辑：李四"}, body=None)
@example(base="---\n## T\nSource: a\n---\n\nc", values={1: "Post, May 5, 2025"}, body=None)
@example(base="---\n## T\nAuthor: a\n---\n\nc", values={1: "b   Source: c"}, body=None)
@example(base="---\n## T\nDate: 2025-05-05\n---\n\nc", values={1: "2025-05-06, ID: c"}, body=None)
@example(base="---\n## T\nSummary: a\n---\n\nc", values={1: "b   Source: c"}, body=None)
@example(base="---\n## T\nTags: a\n---\n\nc", values={0: "T\xa0", 1: "b\xa0"}, body=None)
@settings(max_examples=10 * settings().max_examples)
def test_what_a_template_finds_is_what_stands_there(
    base: str, values: dict[int, str], body: str | None
) -> None:
    """A text with other values in the lines of one met often is scanned and read as with care."""
    quick = Snippet[Article]()
    for _ in range(LEARNT):
        scan = quick.scan(base)
    text = _changed(base, scan, values)
    if body is not None:
        text = text[: scan.slots[-1].start if scan.slots else 0] + body
    careful = Snippet[Article]()  # which has met nothing

    found, said = careful.scan(text), Snippet[Article]().read(text)
    assert quick.scan(text) == found
    assert same(quick.read(text), said)
    for format in (quick, careful):  # the slots of these names are learnt by the way
        for _ in range(LEARNT):
            format.scan(text)  # which makes the article ready for who asks next
            for one in (format.quick(text), format.quick(text)):
                assert one is None or same(Reading(one, ()), careful.read(text, found))

    for _ in range(LEARNT):
        quick.quick(base.encode("utf-8", "surrogatepass"))
    data = text.encode("utf-8", "surrogatepass")
    assert _none_or_same(quick.quick(data), said.article)
    event(f"by its shape: {_by_shape(quick, data)}")
    event(f"by its template: {quick._shapes is not None and bool(quick._shapes.scan(text))}")


def _by_shape(format: Snippet[Article], data: bytes) -> bool:
    """Whether the shape of these bytes was met often."""
    readers = format._shapes.often.readers if format._shapes else []
    return any(reader.read_bytes(data) is not None for reader in readers)


def _none_or_same(found: Article | None, article: Article) -> bool:
    return found is None or same(found, article)


NEAR = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from([None, "", "Rain", "Rain at last"]),
        "subtitle": st.none() | st.just(""),
        "categories": st.sampled_from([[], ["A"], ["A", "B"], [Category(name="A", slug="a")]]),
        "published": st.sampled_from([None, "2025-05-05", "2025-05-05T10:38"]),
        "document_date": st.sampled_from([None, "2025-05-05T10:38"]),
        "source": st.sampled_from([None, "rki.news", Source(name="rki.news", domain="rki.news")]),
        "dateline": st.sampled_from([None, Dateline(agency="AP"), Dateline(place="Oslo")]),
        "extra": st.sampled_from([{}, {"Editor": "A. Khan"}, {"Editor": ""}]),
        "body": st.sampled_from([None, "", "It rained."]),
    },
)


@given(base=FENCED | OPEN | SWAPPED | st.just(GIVEN), changes=NEAR)
@settings(max_examples=4 * settings().max_examples)
def test_what_a_template_says_is_what_is_read(base: str, changes: dict[str, Any]) -> None:
    """Of a text of a template it is clear that it says its article, and no other one."""
    format = Snippet[Article]()
    for _ in range(LEARNT):
        read = format.read(base)
    other = read.article.evolve(**changes)

    assert read.flaws or format.says(base, read.article) == _is_learnt(format, base)
    assert not format.says(base, other) or (same(read.article, other) and not read.flaws)
    event(f"by its template: {_is_learnt(format, base)}")


BODIES_BELOW = [
    *(PROSE, "Tags: x\n\n" + PROSE, "x" * 50 + ":", "Tags" + " " * 60 + ": x", "## " + "x" * 60),
    *("Published on 5 " + "x" * 60, "Oslo, May 5, 2025 – " + PROSE, "بارش " * 60, "雨" * 100),
    *("Editor " + "x " * 40 + ": y", "rki.news\n\n" + PROSE, "\n" + PROSE, "5 " + PROSE),
    "- " + PROSE,
]


def _is_learnt(format: Snippet[Article], text: str) -> bool:
    return format._shapes is not None and format._shapes.read(text) is not None


@pytest.mark.parametrize("behind", BEHIND)
def test_first_words_read_quickly_say_the_same(behind: str) -> None:
    """A dateline, or what is none, in front of each of these: by the pattern and with care."""
    quick, careful = Snippet[Article](), Snippet[Article]()
    for _ in range(LEARNT):
        quick.read("---\nTags: x\n---\n\nIt rained on Monday.")
    assert quick._shapes is not None

    for words in FIRST_WORDS:
        text = f"---\nTags: x\n---\n\n{words}{behind}"
        scan = Snippet[Article]().scan(text)
        assert quick._shapes.scan(text) in (None, scan)
        assert same(quick.read(text).article, careful.read(text, scan).article)


HARD = [
    *("x", " x", "x ", "\xa0x", "x\xa0", "\x1cx", "x\x85"),
    *("x\u2028y", "x\u3000y", "x|y", "x\r5", "  "),
    *(
        "A | Category: B",
        "A\u3000Category: B",
        "A\u3000Source: B",
        "Rain | Published on May 5, 2025",
    ),
    *("May 5, 2025", "5/5/2025", "May 5, 1025"),
    *("on May 5, 2025", "May 5, 2025 by A. Khan", "12 Sep"),
    *(
        "Fri, Apr 24 2026 10:38:19 pm",
        "Fri, Apr 24 2026  10:38:19 pm",
        "10:38:19",
        "2025-05-05 10:38:19",
    ),
    *(
        "Fri, Apr 24 2026 13:38:19 pm",
        "Thu, Apr 24 2026 10:38:19 pm",
        "Tue, Apr 24 1026 10:38:19 pm",
    ),
    *("| May 5, 2025 10:38:19", "12 ستمبر 2025 10:38:19"),
    *("\u3000May 5, 2025 10:38:19", "rki.news", "rki"),
    *(
        "rki.news\n",
        "x\n\ny",
        "---",
        "## x",
        "tv: 5",
        ": 5",
        "[Here](https://a.org)",
        "\ud800",
        "\0",
    ),
]
"""Values that a line may have, or that are more than one."""
DASHES = [" – ", " - ", " -- ", "—", " —", "– ", "  – ", " –\n", " –\t", "–", " − ", "-", ""]
WORDS = [
    *(
        "Tashkent, September 12, 2025",
        "Oslo, May 5, 2025",
        "Oslo (AP)",
        "OSLO",
        "The man",
        "rki.news",
    ),
    *("Côte d’Ivoire, May 5, 2025", "Oslo, May 5, 2025 "),
    *(" Oslo", "Oslo-Berlin, May 5, 2025", "a.b"),
    *("Oslo, 2025-05-05", "Oslo, 5/5/2025", "Oslo, May 5\u30002025", "x" * 140 + ", May 5, 2025"),
    "",
    *(
        "Oslo, May 5, 1025",
        "Oslo|, May 5, 2025",
        "Oslo:, May 5, 2025",
        "rki.news\n\nOslo, May 5, 2025",
    ),
]
GOING_ON = [
    *("It rained.", "the rain", "The rain", "x", "5 men"),
    *("", "\nIt rained a lot on that day", "\ud800"),
    *("It rained on Monday as it had never before.", "It – x", "... x", "— x", " It rained on it."),
]


def _shaped(base: str) -> Snippet[Article]:
    """A format that has met the bytes of *base* often."""
    format = Snippet[Article]()
    for _ in range(2 * LEARNT):
        loads(base.encode(), format)
    assert _by_shape(format, base.encode())
    return format


def _bytes_agree(format: Snippet[Article], text: str) -> bool:
    """What a *text* says by its bytes is what is read with care; whether they were taken at all."""
    data = text.encode("utf-8", "surrogatepass")
    readers = format._shapes.often.readers if format._shapes else []
    by_bytes = [reader.read_bytes(data) for reader in readers]
    by_text = [reader.read(text) for reader in readers]
    scanned = [reader.scan(text) for reader in readers]
    found = [one for one in (*by_bytes, *by_text, *scanned) if one is not None]
    if not found or "\0" in text:
        return False
    scan = Snippet[Article]().scan(text)
    said = Snippet[Article]().read(text, scan)
    assert not said.flaws
    for article in (*by_bytes, *by_text):
        assert article is None or same(article, said.article)
    assert all(one is None or (one[0] == scan and same(one[1], said.article)) for one in scanned)
    for reader, one in zip(readers, by_text, strict=True):
        assert bool(reader.says(text, one or said.article)) == bool(one)
    return any(by_bytes)


def test_bytes_of_several_shapes_are_read() -> None:
    """The one that was met last is tried first; each takes its own."""
    others = [GIVEN, GIVEN.replace("Document Date", "Printed"), GIVEN.replace("rki.news\n\n", "")]
    format = Snippet[Article]()
    for _ in range(4 * LEARNT):
        for text in others:
            data = text.encode()
            assert same(loads(data, format), Snippet[Article]().read(text).article)
            assert format._shapes is not None
            for reader in format._shapes.often.readers[:1]:
                assert reader.read_bytes(data) is not None
    assert all(_by_shape(format, text.encode()) for text in others)


def test_a_date_behind_a_name_is_seen_in_texts_of_a_shape() -> None:
    """A name behind a wide colon is looked up; one with a date behind it is read with care."""
    prose = "The council said on Friday that the harbour would stay open through the winter storms."
    format = Snippet[Article]()
    texts = [
        f"## T\n来源： {name}\nCategory: A\n\n{prose}\n"
        for name in (*(4 * LEARNT * ["新华社"]), "央视网", "央视网 2025-09-12 22:38", "中新网")
    ]
    for text in texts:
        assert same(loads(text.encode(), format), Snippet[Article]().read(text).article)
    assert _by_shape(format, texts[-1].encode())
    assert str(loads(texts[-2].encode(), format).published) == "2025-09-12T22:38"


def test_readers_in_use_do_not_move() -> None:
    """A thread may go through them while another one brings the latest to the front, or adds one."""
    often, (a, b, c, d) = Often[object](), (object(), object(), object(), object())
    for reader in (a, b, c):
        often.add(reader)
    in_use = often.readers
    often.has_read(a)
    often.has_read(a)  # another thread, which had it from the list of before
    often.add(d)
    assert in_use == [c, b, a]
    assert often.readers == [d, a, c, b]


DATES = [
    *(" May 5, 2025", "May 5, 2025 ", "May 5,  2025"),
    *("\tMay 5, 2025", "\xa0May 5, 2025", "May 5,\xa02025"),
    *("September 12, 2025", "12 Sep 2025", "Feb 29, 2024", "Feb 29, 2025", "Sept. 12, 2025"),
    *("May 5, 1499", "May 5, 1500", "May 5, 2399", "May 5, 2400", "May 5, 20255", "May 5, 2025."),
    *("Friday, September 12, 2025", "Fri, September 12, 2025", "Thu, September 12, 2025"),
    *("Fri, 12 Sep 2025", "Fri, 12 Sep 2025 10:38:19", "2025-09-12", "۱۲ ستمبر ۲۰۲۵", "12/09/2025"),
    *(
        "Fri, Apr 24 2026 00:38:19 pm",
        "Fri, Apr 24 2026 12:38:19 AM",
        "Fri, Apr 24 2026 10:38:60 pm",
    ),
    *(
        "Apr 24 2026 10:38:19",
        "Apr 24 2026 24:00:00",
        "Apr 24 2026  10:38:19",
        "Apr 24 2026,10:38:19",
    ),
    *(
        "\xa0Apr 24 2026 10:38:19",
        "Apr 24 2026\xa010:38:19 pm",
        "Apr 24 1026 10:38:19 pm",
        "1 10:38:19",
    ),
    *(
        "Apr 24, 2026 10:38:19 pm |",
        "|Apr 24, 2026 10:38:19 pm",
        "Updated on Apr 24 2026 10:38:19 pm",
    ),
    *("Apr 24 2026" + " " * 60 + "10:38:19", "Apr 24 2026" + " " * 100 + "10:38:19 pm"),
    *("Friday, April 24," + " " * 88 + "2026 10:38:19 pm", "12 ستمبر 2025 10:38:19 pm"),
    *("Apr 24 2026x10:38:19 pm", "Apr 24 2026 10:38:19 +0500"),
]
"""Days and times, in common spellings and in others, and what is hardly one."""


LIKES = [
    *("September 12, 2025", "Friday, September 12, 2025", "2025-09-12"),
    *("Fri, Apr 24 2026 10:38:19 pm", "Apr 24 2026 10:38:19", "12 ستمبر 2025 10:38:19"),
]
"""A date of each kind that functions are made for."""


@pytest.mark.parametrize("like", LIKES)
@pytest.mark.parametrize("label", ["Published on", "Published:"])
def test_dates_are_read_by_their_bytes(like: str, label: str) -> None:
    """Each of these dates on each line and in front of a dash, whatever the first texts had there."""

    def page(published: str, printed: str, day: str) -> str:
        head = f"---\n## T\n{label} {published}\nDocument Date: {printed}\n---\n\n"
        return f"{head}Oslo, {day} – It rained all day long, and in the night."

    format = _shaped(page(like, like, LIKES[0]))
    taken = [
        _bytes_agree(format, page(*dates_of))
        for one in DATES
        for dates_of in (
            (one, like, LIKES[0]),
            (like, one, LIKES[0]),
            (like, like, one),
            (one, one, one),
        )
    ]
    assert any(taken)
    assert not all(taken)


@given(
    st.sampled_from([*usual._WEEKDAYS]),
    st.sampled_from([*usual._DAYS]),
    st.sampled_from([*usual._YEARS]),
)
def test_a_usual_day_is_one_wherever_it_stands(weekday: str, spelled: str, year: str) -> None:
    """It is all there is on its line, whatever the label, and it is one in front of a dash."""
    day, text = usual.usual_day(spelled + year), spelled + year
    assert re.fullmatch(_DATE + ANY_VALUE, text)
    assert plain_day(text) == day == dates.read(text)
    assert int(year) >= FIRST_YEAR
    for one in (text, f"{text} 10:38:19", f"{weekday}{text}", f"{weekday}{text} 10:38:19 pm"):
        assert _quick.meanings.plain(one) == one
        assert dates.begins(one, 0)


@pytest.mark.parametrize("place", range(5))
def test_values_are_read_by_their_bytes(place: int) -> None:
    """Each line of the given snippet with each of these values."""
    slot = Snippet[Article]().scan(GIVEN).slots[place]
    format = _shaped(GIVEN)
    taken = [
        _bytes_agree(format, spliced(GIVEN, Edit(slot.start, slot.end, value))) for value in HARD
    ]
    assert any(taken)
    assert not all(taken)


@pytest.mark.parametrize("dash", [*DASHES[:6], ""])
@pytest.mark.parametrize("base", [GIVEN, GIVEN.replace("rki.news\n\n", "")])
def test_first_words_are_read_by_their_bytes(base: str, dash: str) -> None:
    """The body with each of these beginnings, where a text of the shape has that dash, or none."""
    body = base.index("Tashkent")
    first = f"Oslo, May 5, 2025{dash}" if dash else ""
    format = _shaped(f"{base[:body]}{first}It rained all day long, and in the night.")
    for words in WORDS:
        for behind in GOING_ON:
            for between in DASHES:
                _bytes_agree(format, f"{base[:body]}{words}{between}{behind}")


@pytest.mark.parametrize("behind", BODIES_BELOW)
@pytest.mark.parametrize("said", ["", "Source: S\nDateline: Oslo\n"])
def test_bodies_below_no_fence_are_read_by_their_bytes(said: str, behind: str) -> None:
    """Where no fence ends the header, a body is one only if no label begins it."""
    base = f"## T\nCategory: A\nEditor: B\n{said}Published on May 5, 2025\n\n{PROSE}"
    _bytes_agree(_shaped(base), base.replace(PROSE, behind))


def _detected_anew(text: str) -> str:
    """The format that *text* is detected to be in where nothing was met before."""
    formats: list[Format[Any]] = [Json(), Ndjson(), Markdown(), Snippet()]
    for one in sorted(formats, key=lambda one: one.turn):
        if one.detects(text):
            return one.name
    return "snippet"


FRONT_MATTERS = [
    "---\n# Rain\ntitle: A\n---\n\nB",
    "---\n## Rain\ntags: a, b\n---\n\nIt rained.",
    "---\ntitle: Rain\ncategory: A\n---\n\nIt rained.",
    "---\n## T\ncategory: A\nPublished on May 5, 2025\n---\n\nIt rained on Monday.",
    "---\n# T\nCategory: A\n---\n\nIt rained on Monday.",
]


@given(
    base=st.sampled_from(FRONT_MATTERS) | FENCED | OPEN | SWAPPED | st.just(GIVEN),
    values=st.dictionaries(
        st.integers(0, 7),
        VALUES | st.sampled_from([*HARD, "x: y", "title: x", "# x", "- a: b"]),
        max_size=3,
    ),
    body=st.none() | BODIES | st.sampled_from(["---\n", "title: x\n---\n", '{"a": 1}\n{"b": 2}']),
)
@settings(max_examples=4 * settings().max_examples)
def test_a_text_of_a_shape_is_detected_as_the_others(
    base: str, values: dict[int, str], body: str | None
) -> None:
    """What was detected of texts with the same shape is what is detected of the next one."""
    _format_named.cache_clear()
    _in_turn.cache_clear()
    if base.strip("\ufeff \t\r\n"):
        for _ in range(2 * LEARNT):
            loads(base, tolerant=True)
    scan = Snippet[Article]().scan(base)
    text = _changed(base, scan, values)
    if body is not None:
        text = text[: scan.slots[-1].start if scan.slots else 0] + body

    if text.strip("\ufeff \t\r\n"):
        snippet = format_named("snippet")
        event(f"told: {isinstance(snippet, Snippet) and snippet.is_told(text)}")
        assert detect(text).name == _detected_anew(text)


def test_shapes_are_learnt() -> None:
    """The given snippet, other values in its lines, and headers without fences are of a template."""
    open_ended = "## Rain\nCategory: Weather\n\n" + PROSE
    for text in (GIVEN, GIVEN.replace("SCO", "EU"), open_ended, *FRONTS):
        format = Snippet[Article]()
        for _ in range(LEARNT):
            format.read(text)
        assert format._shapes is not None
        assert format._shapes.read(text) is not None


FRONTS = [
    "---\n## T\nEditor: A\nTags:\n---\n\nIt rained.",
    "---\n## T\nSource: X\nDateline: Oslo\n---\nIt rained.",
    "---\nTags: x\n---\n\nrki.news\n\nOslo (AP) -- It rained.",
    "---\nTags: x\n---\n\nOn Monday, a holiday, it rained – as nobody in town had seen for years.",
    "## T\nPublished on May 5, 2025\n---\n\nIt rained.",
]


@pytest.mark.parametrize(("lines", "is_one"), [(99, True), (100, False)])
def test_no_template_has_very_many_lines(lines: int, is_one: bool) -> None:
    """The pattern of a header that somebody made up would take seconds to make."""
    labels = Labels(frozenset(["tags"]))
    text = "## R\nTags: a\n" + "".join(f"N{n}: b\n" for n in range(lines - 1)) + "---\n\nB"
    assert (template(text, headers.scan(text, labels), labels) is not None) is is_one


def test_many_shapes_do_not_pile_up() -> None:
    """The latest are kept; one that was dropped is learnt again."""
    format = Snippet[Article]()
    pages = [f"---\n## T\nLabel {n}: x\n---\n\nIt rained." for n in range(40)]
    for page in pages:
        for _ in range(40):
            assert format.read(page).article.extra == {page[9:17].rstrip(":"): "x"}

    assert format._shapes is not None
    assert [format._shapes.read(page) is not None for page in pages] == [False] * 8 + [True] * 32


@given(st.lists(SNIPPETS | FENCED | SWAPPED | FENCED, max_size=20))
def test_a_snippet_read_quickly_says_the_same(texts: list[str]) -> None:
    """What one instance remembers of earlier texts changes nothing."""
    snippet = Snippet[Article]()

    assert all(_agrees(snippet, text) for text in texts)


@given(articles(), st.sampled_from(["json", "ndjson"]))
def test_an_article_written_as_json_need_not_be_read_back(article: Article, name: str) -> None:
    """What is written without a second reading comes back the same, or is refused."""
    format = format_named(name)
    try:
        text = format.create(article)
    except Unrepresentable:
        return

    assert same(format.read(text).article, article)
    assert _agrees(format, text)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"title": null, "Title": 1}',
        '{"title": 5}',
        '{"title": "a", "title": "b"}',
        '{"$schema": "urn:snippetkit:article:1", "title": "a"}',
        '{"$schema": "urn:snippetkit:article:9"}',
        '{"$schema": "other"}',
        '{"$schema": 1}',
        '{"extra": {"title": 1}, "loose": [1]}',
        '{"extra": 1}',
        '{"categories": ["a", {"name": "b"}, {"name": "c", "slug": "d"}]}',
        '{"categories": [{}]}',
        '{"categories": [{"nome": "b"}]}',
        '{"media": [{"href": "a", "width": "b"}]}',
        '{"published": "2025-05-05T24:00:00", "modified": "2025-05-05 10:38:00"}',
        '{"published": "2025-05-05T10:38:19", "modified": "2025-02-30T10:38:19"}',
        '{"extra2": 1e999}',
        '[{"title": 1}]',
        "",
    ],
)
def test_json_read_quickly_says_the_same(text: str) -> None:
    """Also where the text is out of the ordinary."""
    assert _agrees(format_named("json"), text)


def test_heirs_that_read_otherwise_are_asked() -> None:
    """A format's own `assign` or words are not passed over."""

    class Deaf(Snippet[Any]):
        def assign(self, scan: Any) -> Any:
            return {}, []

    class Two(Json[Any]):
        words: ClassVar[Any] = {**Json.words, "title": ("title", "headline")}

    deaf = Deaf()
    deaf.tell(GIVEN)
    assert not deaf.is_told(GIVEN)
    assert deaf.read(GIVEN).article == Article()
    assert deaf.quick(GIVEN) is None
    assert Two().read('{"headline": "a"}').article.title == "a"


@attrs.frozen
class Shouted:
    """A user's way to spell datelines: places in capitals are read as names are written."""

    def decode(self, plain: Any) -> Dateline | None:
        """The dateline, its place as a name is written."""
        found = Datelines().decode(plain)
        return found and attrs.evolve(found, place=found.place and found.place.title())

    def encode(self, value: Any, like: Any) -> Any:
        """The dateline, its place in capitals."""
        return Datelines().encode(attrs.evolve(value, place=value.place.upper()), None)

    def fit(self, value: Any) -> Any:
        """Nothing: a dateline is not kept in part."""
        return None


class Loud(Snippet[Any]):
    """A user's format, in which datelines are shouted."""

    codecs: ClassVar[Any] = {**Snippet.codecs, "dateline": Shouted()}


@pytest.mark.parametrize(
    ("front", "dateline", "body"),
    [
        ("OSLO (AP) -- ", Dateline(place="Oslo", agency="AP"), "It rained."),
        ("On Monday – a holiday – ", None, "On Monday – a holiday – It rained."),
        ("", None, "It rained."),
    ],
)
def test_a_dateline_of_a_users_own(front: str, dateline: Dateline | None, body: str) -> None:
    """What the user's codec says of it is said by each text of a template, the first and the last."""
    format, text = Loud(), f"---\n## T\nTags: x\n---\n\n{front}It rained."
    for _ in range(2 * LEARNT):
        article = format.read(text).article
        assert (article.dateline, article.body) == (dateline, body)
    assert format.scan(text) == Loud().scan(text)


def test_a_dateline_that_says_nothing() -> None:
    """Of a codec of the user's own: the words are no part of the body all the same."""

    class Silent(Shouted):
        def decode(self, plain: Any) -> None:
            return None

    class Mute(Snippet[Any]):
        codecs: ClassVar[Any] = {**Snippet.codecs, "dateline": Silent()}

    format, text = Mute(), "---\n## T\nTags: x\n---\n\nOSLO (AP) -- It rained."
    for _ in range(2 * LEARNT):
        assert format.read(text).article.body == "It rained."


def test_heirs_of_the_snippet_that_read_otherwise_are_asked() -> None:
    """A format's own `read` is not passed over for bytes, nor its words for the source in front."""

    class Loud(Snippet[Any]):
        def read(self, text: str, scan: Scan | None = None) -> Any:
            found = super().read(text, scan)
            return found._replace(article=found.article.evolve(title="!"))

    class Plain(Snippet[Any]):
        words: ClassVar[Any] = {**Snippet.words, "source": ("Source",)}

    text = "---\n## T\nTags: x\n---\n\nrki.news\n\nIt rained."
    loud, plain = Loud(), Plain()
    for _ in range(2 * LEARNT):
        assert loads(text.encode(), loud).title == "!"
        assert same(plain.read(text), Plain().read(text))


def test_a_heir_in_a_field_is_refused() -> None:
    """A category of a class of its own would be read as a plain one: so it is not written."""

    class Ranked(Category):
        pass

    with pytest.raises(Unrepresentable, match="Ranked would be read as a Category"):
        Json[Article]().create(Article(categories=[Ranked(name="a")]))


def test_defaults_are_settled_when_read() -> None:
    """A subclass's default in another form is what the class makes of it, read or not."""

    @attrs.frozen(kw_only=True)
    class Dated(Article):
        seen: Moment | None = field(default="2025-05-05")

    for format in (Json(cls=Dated), Snippet(cls=Dated)):
        text = format.create(Dated())
        assert format.read(text).article.seen == Moment.parse("2025-05-05")


def test_defaults_that_are_made_are_made_for_each() -> None:
    """Also for the texts of a template."""

    @attrs.frozen(kw_only=True)
    class Noted(Article):
        notes: Any = attrs.field(factory=list)

    format = Snippet(cls=Noted)
    for _ in range(LEARNT):
        format.read(GIVEN)
    assert format._shapes is not None
    one, other = format._shapes.read(GIVEN), format._shapes.read(GIVEN)
    assert one is not None
    assert other is not None
    assert one.notes == other.notes == []
    assert one.notes is not other.notes


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates, names of slots and values of a stream of texts do not fill the memory."""
    monkeypatch.setattr(_quick.often, "_COUNTED", 4)
    monkeypatch.setattr(_quick.often, "_MOST", 4)
    monkeypatch.setattr(_quick.known, "_REMEMBERED", 4)
    monkeypatch.setattr(_quick.meanings, "_LINES", 4)
    format, careful = Snippet[Article](), Snippet[Article]()
    assert format._shapes is not None
    for number in range(12):
        for _ in range(20):
            stamp = f"{' ' * (number % 7)}2025-05-05 10:38:{number:02}"
            text = f"---\n## T\nLabel {number}: x\nDocument Date:{' ' * (1 + number % 7)}{stamp}\nCategory: {'a' * 300}\n---\n\nIt rained."
            scan = careful.scan(text)
            format.scan(text)
            assert same(format.read(text), careful.read(text, scan))
        assert len(format._shapes.often.readers) <= 4
        assert len(format._shapes.spellings._known) <= 4
        assert len(format._shapes.spellings._latest) <= 4
    for number in range(9):
        format.read(f"---\n## T\nOther {number}: x\n---\n\nIt rained.")
        assert len(format._shapes.often._met) <= 4
    format._shapes.spellings.forget()
    assert same(format.read(text), careful.read(text, scan))


def test_parts_of_json_that_are_remembered_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The values met lately are read once, and all of them rightly."""
    monkeypatch.setattr(_quick.known, "_REMEMBERED", 2)
    format = Json[Article]()
    with only():
        for number in (*range(5), *range(5)):
            found = loads(f'{{"categories": [{{"name": "C{number}", "slug": "c"}}]}}', format)
            assert found.categories == (Category(name=f"C{number}", slug="c"),)


@attrs.frozen(kw_only=True, slots=False)
class Shouting(Json[Article]):
    """An heir that reads in a way of its own."""

    def _extra(self, scan: Scan, rest: list[int], flaws: list[Flaw]) -> FrozenDict[Any]:
        return FrozenDict({slot.name.upper(): "" for slot in scan.slots})


def test_heirs_of_json_that_read_otherwise_are_asked() -> None:
    """There is no quick way past them, whatever library is there."""
    for library in ((), ("orjson",)):
        with only(*library):
            assert loads(b'{"title": "T", "x": 1}', Shouting()).extra == {"TITLE": "", "X": ""}


def test_a_header_that_an_unknown_label_begins_has_no_template() -> None:
    """What stands right below tells that it is one."""
    labels = Labels(frozenset(["tags"]))
    text = f"Desk: a\nTags: b\n## R\n---\n\n{PROSE}"
    scan = headers.scan(text, labels)

    assert [slot.name for slot in scan.slots] == ["Desk", "Tags", headers.TITLE, headers.BODY]
    assert template(text, scan, labels) is None


def test_formats_that_need_the_text_say_so() -> None:
    """Bytes are read without decoding only by formats that can."""
    assert format_named("markdown").quick(b"---\ntitle: T\n---\n") is None


class NoNames(Names):
    """A codec that takes a dash for nothing."""

    def decode(self, plain: Any) -> Any:
        return None if plain == "-" else super().decode(plain)


@attrs.frozen(kw_only=True, slots=False)
class Dashed(Snippet[Article]):
    """A format with a word for nothing."""

    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "tags": NoNames()}


def test_what_a_codec_takes_for_nothing_is_the_default() -> None:
    """A field that knows no None stays what it is without the line; quickly read, too."""
    format = Dashed()
    for _ in range(2 * LEARNT):
        article = format.read(f"## T\nTags: -\n\n{PROSE}").article
        assert (article.tags, article.title) == ((), "T")


def test_an_encoding_counts_however_often_a_template_was_met() -> None:
    """Bytes in UTF-8 need none, but a name that is no encoding's is an error all the same."""
    format, data = Snippet[Article](), GIVEN.encode()
    for _ in range(2 * LEARNT):
        assert loads(data, format).title == loads(data, format, encoding="latin-1").title
        with pytest.raises(ParseError, match="klingon"):
            loads(data, format, encoding="klingon")


CITIES = ["القاهرة", "تهران", "ירושלים", "दिल्ली", "சென்னை", "لاہور", "МОСКВА", "Москва", "Cairo"]


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("mark", [". ", ".\u00a0", "۔ ", "। ", ", ", ": ", " ", ".\n"])
@pytest.mark.parametrize("rest", ["هطل المطر.", "बारिश हुई।", "It rained.", "Дождь идёт.", "x"])
def test_a_city_in_front_of_any_mark(city: str, mark: str, rest: str) -> None:
    """Where texts of the shape have no dateline: in scripts without capitals a full stop ends one."""
    format = Snippet[Article]()
    for _ in range(LEARNT):
        loads("## Rain\nCategory: x\n---\nIt rained.\n", format)
    text = f"## Rain\nCategory: x\n---\n{city}{mark}{rest}\n"
    careful = Snippet[Article]().read(text).article
    assert same(format.read(text).article, careful)
    assert same(loads(text.encode(), format), careful)


def test_a_city_before_a_full_stop_is_a_dateline_whatever_was_read_before() -> None:
    """The case that was lost."""
    format = Snippet[Article]()
    for _ in range(LEARNT):
        loads("## Rain\nCategory: x\n---\nIt rained.\n", format)
    article = loads("## Rain\nCategory: x\n---\nالقاهرة. هطل المطر.\n", format)
    assert (article.dateline, article.body) == (Dateline(place="القاهرة"), "هطل المطر.\n")
