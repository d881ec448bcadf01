"""Decisions: cases that break naive code, and what comes of each here.

A row is a case: a text of one format and what is read of it, or the defect with its code and place,
or the whole text after a change, or the field whose change is refused; or the values of a fresh
article and what each format cannot hold of them. The decision stands above its rows, in words. Each
text also goes through the laws of texts, and seeds the mutations of `test_laws`.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import enum
import functools
import http
import inspect
import io
import itertools
import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

import snippetkit
from snippetkit.document import Document
from snippetkit.errors import InvalidValue, ParseError, Unrepresentable
from snippetkit.formats import Format, format_named
from snippetkit.formats.markdown import Markdown
from snippetkit.model import Article, Category, Dateline, Moment, Person, Source, same
from snippetkit.testing import law
from snippetkit.testing.checks import OF_TEXTS

__all__ = ["texts_of"]

FORMATS: dict[str, Format[Article]] = {
    "snippet": format_named("snippet"),
    "yaml": Markdown(),
    "toml": Markdown(fence="toml"),
    "json": format_named("json"),
}
"""The formats by what their texts look like."""


@attrs.frozen
class Case:
    """A text and what must come of it."""

    decision: str
    format: str
    text: str
    says: Mapping[str, Any] = attrs.field(factory=dict)
    """Some fields of the article, read strictly or, where there are defects, tolerantly."""
    defects: tuple[tuple[str, str], ...] = ()
    """All defects: the code and the text at the place."""
    change: Mapping[str, Any] = attrs.field(factory=dict)
    gives: str | None = None
    """The whole text after *change*."""
    refuses: str | None = None
    """The field that refuses *change*."""

    def __str__(self) -> str:
        return f"{self.format}-{self.text[:40]!a}"


@attrs.frozen
class Fresh:
    """The values of an article and what the formats cannot hold of them."""

    decision: str
    values: Mapping[str, Any]
    lost: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    """The fields that a format reports as losses; all other formats give the article back."""

    def __str__(self) -> str:
        return ascii(self.values)[:60]


CASES: list[Case] = []
FRESH: list[Fresh] = []


def decide(decision: str, *rows: functools.partial[Any]) -> None:
    """Note rows with the decision that they show."""
    for row in rows:
        made = row(decision)
        (CASES if isinstance(made, Case) else FRESH).append(made)


def reads(format: str, text: str, *defects: tuple[str, str], **says: Any) -> Any:
    """A row: *text* says this, and has these defects and no others."""
    return functools.partial(Case, format=format, text=text, says=says, defects=defects)


def gives(format: str, text: str, after: str, **change: Any) -> Any:
    """A row: *text* is just *after* once that is changed, and every other byte is kept."""
    return functools.partial(Case, format=format, text=text, change=change, gives=after)


def refuses(format: str, text: str, field: str, **change: Any) -> Any:
    """A row: *text* cannot say that, and stays as it is."""
    return functools.partial(Case, format=format, text=text, change=change, refuses=field)


def fresh(lost: Mapping[str, tuple[str, ...]] | None = None, **values: Any) -> Any:
    """A row: an article of these values comes back from every format but for what is *lost*."""
    return functools.partial(Fresh, values=values, lost=lost or {})


def names(*categories: str) -> tuple[Category, ...]:
    """Categories by their names."""
    return tuple(Category(name=name) for name in categories)


# ── lines ───────────────────────────────────────────────────────────────────────────────────────

for end in ("\n", "\r\n", "\r"):
    decide(
        "CR LF, LF and CR end a line; each is kept as found; a new line ends as the first one does.",
        reads("snippet", f"## T{end}Category: A{end}{end}B{end}", title="T", body=f"B{end}"),
        gives("snippet", f"## T{end}{end}B", f"## T{end}Tags: x{end}{end}B", tags=["x"]),
        gives("yaml", f"---{end}title: T{end}---{end}B{end}", f"---{end}title: U{end}---{end}B{end}", title="U"),
        gives("yaml", f"---{end}id: a{end}---{end}", f"---{end}tags:{end}  - x{end}id: a{end}---{end}", tags=["x"]),
        gives("json", f'{{{end}"id": "a"{end}}}', f'{{{end}"id": "a",{end}"title": "T"{end}}}', title="T"),
    )  # fmt: skip
decide(
    "Mixed line ends stay mixed.",
    gives("snippet", "## T\r\nTags: x\rID: a\n\nB\r", "## U\r\nTags: x\rID: a\n\nB\r", title="U"),
    gives("yaml", "---\r\nid: a\ntitle: T\n---\r\nB\r", "---\r\nid: a\ntitle: U\n---\r\nB\r", title="U"),
    gives("snippet", "## T\r\nID: a\n\nB", "## T\r\nTags: x\r\nID: a\n\nB", tags=["x"]),
)  # fmt: skip
decide(
    "TOML says that a lone CR ends no line: such a text is not TOML.",
    reads("toml", '+++\rtitle = "T"\r+++\rB', ("toml", "\r"), title=None, body="B"),
)
for odd in "\x85\u2028\u2029":
    escaped = f"\\u{ord(odd):04x}"
    decide(
        "NEL, LS and PS are ordinary characters that end no line. New ones are escaped where the "
        "syntax has escapes; a label line has none, and refuses them.",
        reads("snippet", f"## a{odd}b\nTags: c{odd}d\n\ne{odd}f", title=f"a{odd}b", tags=(f"c{odd}d",), body=f"e{odd}f"),
        reads("yaml", f"---\ntitle: a{odd}b\n---\nB", title=f"a{odd}b"),
        reads("toml", f'+++\ntitle = "a{odd}b"\n+++\nB', title=f"a{odd}b"),
        reads("json", f'{{"title": "a{odd}b"}}', title=f"a{odd}b"),
        refuses("snippet", "## T\n\nB", "title", title=f"a{odd}b"),
        gives("snippet", "## T\n\nB", f"## T\n\na{odd}b", body=f"a{odd}b"),
        gives("yaml", "---\ntitle: T\n---\n", f'---\ntitle: "a{escaped}b"\n---\n', title=f"a{odd}b"),
        gives("toml", '+++\ntitle = "T"\n+++\n', f'+++\ntitle = "a{escaped}b"\n+++\n', title=f"a{odd}b"),
        gives("json", '{"title": "T"}', f'{{"title": "a{escaped}b"}}', title=f"a{odd}b"),
        fresh({"snippet": ("title",)}, title=f"a{odd}b", body=f"a{odd}b"),
    )  # fmt: skip
for odd in "\x0b\x0c\x1c\x1d\x1e\x1f\x07\x1b":
    escaped = f"\\u{ord(odd):04x}"
    decide(
        "C0 controls, VT, FF, FS, GS, RS and US among them, are ordinary characters of a label line "
        "and of a body, and end no line. YAML, TOML and JSON forbid them unescaped: a defect. New "
        "ones are escaped, or refused in a label line.",
        reads("snippet", f"## a{odd}b\nTags: c{odd}d\n\ne{odd}f", title=f"a{odd}b", tags=(f"c{odd}d",), body=f"e{odd}f"),
        reads("yaml", f"---\ntitle: a{odd}b\n---\ne{odd}f", ("yaml", odd), title=None, body=f"e{odd}f"),
        reads("toml", f'+++\ntitle = "a{odd}b"\n+++\n', ("toml", odd), title=None),
        reads("json", f'{{"title": "a{odd}b"}}', ("json", odd), title=None),
        refuses("snippet", "## T\n\nB", "title", title=f"a{odd}b"),
        gives("json", '{"title": "T"}', f'{{"title": "a{escaped}b"}}'.replace("\\u000c", "\\f"), title=f"a{odd}b"),
        fresh({"snippet": ("title",)}, title=f"a{odd}b", body=f"a{odd}b"),
    )  # fmt: skip
decide(
    "C1 controls but NEL may stand in a label line, new ones too: they are what CP1252 read as "
    "Latin-1 leaves in real texts, end no line, and come back as they are.",
    gives("snippet", "## T\x92s\n\nB", "## U\x92s\n\nB", title="U\x92s"),
    gives("yaml", "---\ntitle: T\n---\n", '---\ntitle: "U\\u0092s"\n---\n', title="U\x92s"),
    fresh(title="U\x92s", body="U\x92s"),
)
decide(
    "NUL is kept and is a defect, `binary`: no text has it. A new one is escaped where that can be "
    "and refused everywhere else, in a body too.",
    reads("snippet", "## a\0b\n\nB\0", ("binary", "\0"), title="a\0b", body="B\0"),
    reads("yaml", "---\ntitle: T\n---\nB\0", ("binary", "\0"), title="T", body="B\0"),
    refuses("snippet", "## T\n\nB", "title", title="a\0b"),
    refuses("snippet", "## T\n\nB", "body", body="a\0b"),
    refuses("toml", '+++\ntitle = "T"\n+++\nB', "body", body="a\0b"),
    gives("json", '{"body": "B"}', '{"body": "a\\u0000b"}', body="a\0b"),
    fresh(
        {"snippet": ("title", "body"), "yaml": ("body",), "toml": ("body",)},
        title="a\0b",
        body="a\0b",
    ),
)

# ── characters ──────────────────────────────────────────────────────────────────────────────────

decide(
    "A BOM at the beginning belongs to no field and stays; anywhere else it is a character.",
    gives("snippet", "\ufeff## T\n\nB", "\ufeff## U\n\nB", title="U"),
    reads("snippet", "\ufeffCategory: A\n\n\ufeffB", categories=names("A"), body="\ufeffB"),
    gives("snippet", "\ufeffB", "\ufeff## T\n\nB", title="T"),
    gives("yaml", "\ufeff---\ntitle: T\n---\n", "\ufeff---\ntitle: U\n---\n", title="U"),
    reads("yaml", "---\ntitle: '\ufeffT'\n---\n\ufeffB", title="\ufeffT", body="\ufeffB"),
    gives("toml", '\ufeff+++\nid = "a"\n+++\n', '\ufeff+++\nid = "b"\n+++\n', id="b"),
    gives("json", '\ufeff{"title": "T"}', '\ufeff{"title": "U"}', title="U"),
    fresh(title="\ufeffT\ufeff", body="\ufeffB"),
)
decide(
    "Lone surrogates are read from a `str`, and no file has them: JSON escapes them, every other "
    "format refuses new ones.",
    reads("snippet", "## a\ud800\n\nB\udc00", title="a\ud800", body="B\udc00"),
    reads("json", '{"title": "a\\ud800"}', title="a\ud800"),
    refuses("snippet", "## T\n\nB", "body", body="\udc00"),
    refuses("yaml", "---\ntitle: T\n---\n", "title", title="\udc00"),
    refuses("toml", '+++\ntitle = "T"\n+++\n', "title", title="\udc00"),
    gives("json", '{"title": "T"}', '{"title": "\\udc00"}', title="\udc00"),
    fresh(
        {
            "snippet": ("title", "tags", "body"),
            "yaml": ("title", "tags", "body"),
            "toml": ("title", "tags", "body"),
        },
        title="a\ud800",
        tags=["\udfff"],
        body="\udc00",
    ),
)
for text in (
    "e\u0301",
    "\u00e9",
    "\u212a",
    "\u017f",
    "İ",
    "ﬁ",
    "a\u200db",
    "a\u200d",
    "a \u2067b\u2069",
):
    decide(
        "Nothing is normalised: neither composed nor decomposed, no compatibility characters, no "
        "joiners or marks of direction taken out, no case changed.",
        reads("snippet", f"## {text}\nTags: {text}\n\n{text}", title=text, tags=(text,), body=text),
        reads("yaml", f"---\ntitle: {text}\n---\n{text}", title=text, body=text),
        fresh(title=text, tags=[text], body=text, extra={"Note": text}),
    )  # fmt: skip
decide(
    "A language is a BCP 47 tag. Label lines name it in words as well, in English or in itself: that is "
    "the tag, and is written as a name of that kind again. What is no name known here stays as it is.",
    reads("snippet", "## T\nLanguage: English\n\nB", language="en"),
    reads("snippet", "## T\n语言：中文\n\nB", language="zh"),
    reads("snippet", "## T\nLanguage: ESPAÑOL\n\nB", language="es"),
    reads("snippet", "## T\nLanguage: bengali\n\nB", language="bn"),
    reads("snippet", "## T\nLanguage: Elvish\n\nB", language="Elvish"),
    reads("snippet", "## T\nLanguage: pt-BR\n\nB", language="pt-BR"),
    reads("snippet", "## T\nDate: 04/05/2025\nLanguage: German\n\nB", published=Moment(2025, 5, 4), language="de"),
    reads("yaml", "---\nlang: English\n---\nB", language="English"),
    gives("snippet", "## T\nLanguage: English\n\nB", "## T\nLanguage: German\n\nB", language="de"),
    gives("snippet", "## T\nLanguage: svenska\n\nB", "## T\nLanguage: deutsch\n\nB", language="de"),
    gives("snippet", "## T\nLanguage: Svenska\n\nB", "## T\nLanguage: اردو\n\nB", language="ur"),
    gives("snippet", "## T\nLanguage: English\n\nB", "## T\nLanguage: en-GB\n\nB", language="en-GB"),
    gives("snippet", "## T\nLanguage: Elvish\n\nB", "## T\nLanguage: de\n\nB", language="de"),
    gives("snippet", "## T\nLanguage: sv\n\nB", "## T\nLanguage: de\n\nB", language="de"),
    refuses("snippet", "## T\nLanguage: en\n\nB", "language", language="English"),
    fresh({"snippet": ("language",)}, language="English"),
)  # fmt: skip
decide(
    "Chinese pages print several labels on a line, and a date behind the last, with blanks alone "
    "between them: a known label with a wide colon begins the next value, where one stands in front, or a Chinese "
    "label with any colon; "
    "a date at the end of such a line is one. So does an unknown label of a few signs, behind a label for "
    "names or a date. With another colon, an unknown label is not told from words.",
    *(
        reads("snippet", f"## T\n{line}\n\nB", source=Source(name="央视网"), authors=(Person(name="张三"),), published=Moment.parse("2025-09-12T22:38"))
        for line in (
            "来源：央视网 作者：张三 2025-09-12 22:38",
            "来源：央视网　作者：张三　2025-09-12 22:38",
            "来源：央视网  作者：张三 | 2025年9月12日 22:38",
            "2025-09-12 22:38 来源：央视网 作者：张三",
            "发布时间：2025-09-12 22:38 来源：央视网 作者：张三",
        )
    ),
    reads("snippet", "## T\n来源：央视网 | 2025年09月12日 22:38:15\n\nB", source=Source(name="央视网"), published=Moment.parse("2025-09-12T22:38:15")),
    reads("snippet", "## T\n来源：央视网 2025-09-12\n发布时间：2025-09-11\n\nB", source=Source(name="央视网"), published=Moment(2025, 9, 11)),
    reads("snippet", "## T\n来源：央视网 编辑室：李四\n\nB", source=Source(name="央视网"), extra={"编辑室": "李四"}),
    reads("snippet", "## T\n来源：央视网 编辑：李四 2025-09-12 22:38\n\nB", source=Source(name="央视网"), published=Moment(2025, 9, 12, 22, 38), extra={"编辑": "李四"}),
    reads("snippet", "## T\n时间：2025-09-12 来源：央视网 点击：12次\n\nB", published=Moment(2025, 9, 12), source=Source(name="央视网"), extra={"点击": "12次"}),
    reads("snippet", "## T\n编辑：李四 来源：央视网\n\nB", source=Source(name="央视网"), extra={"编辑": "李四"}),
    reads("snippet", "---\nEditor: http://example.org\nID: 5\n---\n\nB", id="5", extra={"Editor": "http://example.org"}),
    reads("snippet", "ID: 5\n\nRain at last\n\nkiwi.example\n\nB", id="5", title="Rain at last", source=Source(name="kiwi.example")),
    reads("snippet", "## T\n发布时间：2025-09-12 字体：大 中 小\n\nB", published=Moment(2025, 9, 12), extra={"字体": "大 中 小"}),
    reads("snippet", "## T\n摘要：专访 张三：雨\n\nB", summary="专访 张三：雨", extra={}),
    reads("snippet", "## T\n来源：央视网 Desk：李四\n\nB", source=Source(name="央视网 Desk：李四"), extra={}),
    reads("snippet", "## T\nSource: 央视网 编辑：李四\n\nB", source=Source(name="央视网 编辑：李四"), extra={}),
    reads("snippet", "## T\n来源：央视网 编辑:李四\n\nB", source=Source(name="央视网 编辑:李四"), extra={}),
    *(
        reads("snippet", f"## T\n{line}\n\nB", source=Source(name="央视网"), authors=(Person(name="张三"),), published=Moment(2025, 9, 12, 22, 38))
        for line in (
            "来源: 央视网 作者：张三 2025-09-12 22:38",
            "来源：央视网 作者: 张三 2025-09-12 22:38",
            "2025-09-12 22:38 来源: 央视网 作者: 张三",
            "发布时间: 2025-09-12 22:38 来源:央视网 作者:张三",
        )
    ),
    reads("snippet", "## T\n来源: 央视网 编辑：李四\n\nB", source=Source(name="央视网"), extra={"编辑": "李四"}),
    reads("snippet", "## T\n来源: 央视网 点击: 12次\n\nB", source=Source(name="央视网 点击: 12次"), extra={}),
    reads("snippet", "## T\nSource: Post 作者：张三\n\nB", source=Source(name="Post 作者：张三"), authors=()),
    reads("snippet", "## T\n摘要: 下雨 来源: 央视网\n\nB", summary="下雨 来源: 央视网", source=None),
    reads("snippet", "## T\n\n他说 来源: 央视网\n", source=None, body="他说 来源: 央视网\n"),
    gives("snippet", "## T\n来源: 央视网 作者：张三\n\nB", "## T\n来源: 新华网 作者：李四\n\nB", source="新华网", authors=["李四"]),
    gives("snippet", "## T\n来源: 央视网 作者: 张三\n\nB", "## T\n来源: 央视网\n\nB", authors=[]),
    refuses("snippet", "## T\n来源: 央视网\n\nB", "source", source="央视网 作者: 张三"),
    gives("snippet", "## T\n来源：央视网 编辑：李四 2025-09-12\n\nB", "## T\n来源：央视网 编辑：王五 2025-09-12\n\nB", extra={"编辑": "王五"}),
    gives("snippet", "## T\n来源：央视网 编辑：李四\n\nB", "## T\n来源：央视网\n\nB", extra={}),
    reads("snippet", "## T\n来源：央视网 2025\n\nB", source=Source(name="央视网 2025")),
    reads("snippet", "## T\nSource: Report 2025-09-12\n\nB", source=Source(name="Report 2025-09-12")),
    reads("snippet", "## T\n来源：2025年9月12日\n\nB", source=Source(name="2025年9月12日")),
    gives("snippet", "## T\n来源：央视网 作者：张三 2025-09-12 22:38\n\nB", "## T\n来源：央视网 作者：张三 2025-10-03 08:05\n\nB", published="2025-10-03T08:05"),
    gives("snippet", "## T\n来源：央视网 作者：张三 2025-09-12 22:38\n\nB", "## T\n来源：央视网 作者：张三\n\nB", published=None),
    gives("snippet", "## T\n来源：央视网 作者：张三 2025-09-12 22:38\n\nB", "## T\n来源：新华网 作者：张三 2025-09-12 22:38\n\nB", source="新华网"),
    refuses("snippet", "## T\n来源：央视网\n\nB", "source", source="央视网 作者：张三"),
    refuses("snippet", "## T\n来源：央视网\n\nB", "source", source="央视网 2025-09-12"),
)  # fmt: skip
decide(
    "Marks of direction around a label and its value are the template's, which has them everywhere in "
    "some scripts; they stay where they are. In a value, and around a title and a body, they are kept.",
    *(
        reads("snippet", text, published=Moment(2025, 9, 12), categories=(Category(name="أخبار"),), body="ب.")
        for text in (
            "## مطر\n\u200fالتاريخ: 12 سبتمبر 2025\n\u200fالتصنيف: أخبار\n\nب.",
            "## مطر\nالتاريخ:\u200f 12 سبتمبر 2025\nالتصنيف:\u200f أخبار\n\nب.",
            "## مطر\nالتاريخ\u200f: \u200f12 سبتمبر 2025\u200f\nالتصنيف: \u2067أخبار\u2069\n\nب.",
            "## مطر\n\u202bالتاريخ: 12 سبتمبر 2025\u202c\n\u202bالتصنيف\u202c\n\u202bأخبار\u202c\n\u200f\nب.",
            "\u200f---\n\u200f## مطر\n\ufeffالتاريخ: 12 سبتمبر 2025\n\u200f\n\u061cالتصنيف:أخبار\n\u200f---\nب.",
            "## مطر\nالتاريخ: 12 سبتمبر 2025 | \u200fالتصنيف: أخبار\n\nب.",
        )
    ),
    reads("snippet", "## T\n\u200bPublished on \u200eMay 5, 2025\nB: c\n\nB", published=Moment(2025, 5, 5), extra={"B": "c"}),
    reads("snippet", "## T\nPublished on May 5, 2025, updated on \u200eMay 6, 2025\n\nB", published=Moment(2025, 5, 5), modified=Moment(2025, 5, 6)),
    reads("snippet", "## T\nTags: a,\u200f b\u200f, c \u2067d\u2069\u200e, \u200f\n\nB", tags=("a", "b", "c \u2067d\u2069")),
    reads("snippet", "## \u200fT\nTags: a\n\n\u200fB", title="\u200fT", body="\u200fB"),
    reads("snippet", "\u200f", body="\u200f"),
    reads("snippet", "\u200f\n## T\nTags: a\n\nB", title="T", tags=("a",), body="B"),
    gives("snippet", "## T\n\u200fTags: a\n\nB", "## T\n\u200fTags: b\n\nB", tags=["b"]),
    gives("snippet", "## T\n\u200fTags:\u200f a\n\nB", "## T\n\u200fTags:\u200f a\n\u200fSource:\u200f C\n\nB", source="C"),
    gives("snippet", "## T\n\u2067Tags: a\u2069\n\nB", "## T\n\u2067Tags: a\u2069\n\u2067Source: C\u2069\n\nB", source="C"),
    gives("snippet", "## T\nTags: \u2067a\u2069, b\n\nB", "## T\nTags: \u2067a\u2069, b\nSource: C\n\nB", source="C"),
    refuses("snippet", "## T\nTags: a\n\nB", "tags", tags=["\u200fb"]),
    refuses("snippet", "## T\nSummary: a\n\nB", "summary", summary="b\u200f"),
    fresh({"snippet": ("tags", "extra")}, title="\u202ba\u202c", tags=["\u202ba\u202c"], body="\u202ba\u202c", extra={"Note": "\u200f۔"}),
)  # fmt: skip
decide(
    "A label is known in every form that readers take for the same: case, accents, widths, a Kelvin "
    "sign for a K. PDFs and exports print all of them. It is kept as it stands, and so is one that "
    "is unknown, under its own name.",
    gives("snippet", "## T\nLINK: http://a/\n\nB", "## T\nLINK: http://b/\n\nB", url="http://b/"),
    gives("snippet", "## T\nLin\u212a: http://a/\n\nB", "## T\nLin\u212a: http://b/\n\nB", url="http://b/"),
    reads("snippet", "---\n## T\nT\u0130TLE 2: y\nDes\u212a: x\n---\nB", extra={"T\u0130TLE 2": "y", "Des\u212a": "x"}),
)  # fmt: skip
decide(
    "Keys of YAML, TOML and JSON are compared exactly, as their specifications say.",
    reads("yaml", "---\nTITLE: x\n---\n", title=None, extra={"TITLE": "x"}),
    reads("json", '{"Title": "x"}', title=None, extra={"Title": "x"}),
)

# ── blanks ──────────────────────────────────────────────────────────────────────────────────────

decide(
    "Blanks around a value, spaces and tabs and no others, are not part of it and stay where they "
    "are. A value that has them needs quotes, or is refused.",
    reads("snippet", "##  T \t\nSummary:\t a b \t\n\nB", title="T", summary="a b"),
    gives("snippet", "##  T \t\nSummary:\t a \t\n\nB", "##  T \t\nSummary:\t b \t\n\nB", summary="b"),
    reads("snippet", "## T\nSummary: \u00a0a\u3000\n\nB", summary="\u00a0a\u3000"),
    refuses("snippet", "## T\nSummary: a\n\nB", "summary", summary=" a"),
    refuses("snippet", "## T\nSummary: a\n\nB", "summary", summary="a\t"),
    gives("yaml", "---\ntitle: T  \n---\n", '---\ntitle: " U"  \n---\n', title=" U"),
    gives("toml", "+++\ntitle = ' T '\n+++\n", "+++\ntitle = ' U '\n+++\n", title=" U "),
    fresh({"snippet": ("title", "tags")}, title=" T", tags=["a "], body=" B "),
    fresh(title="\u00a0T\u2003", tags=["\u3000a"], body="\u00a0"),
)  # fmt: skip
decide(
    "A no-break space right behind a label's colon, or behind a value, is the template's blank, as exports of HTML "
    "put it there; behind another blank in front of a value, and in a heading, it is the value's.",
    reads("snippet", "## T\nDate:\u00a0May 5, 2025\n\nB", published="2025-05-05"),
    reads("snippet", "## T\nSummary:\u00a0a\u00a0\n\nB", summary="a"),
    reads("snippet", "## T\nDate: May 5, 2025\u00a0\nUpdated on May 6, 2025 \u202f \nSource:\u00a0\u00a0\n\nB", published="2025-05-05", modified="2025-05-06", source=None),
    reads("snippet", "## T\nTags:\u00a0a,\u00a0b\u00a0;\u00a0\nCategory: A,\u00a0B\u00a0- ,C\u00a0\nLink: [x](#)\u00a0\n\nB", tags=("a,\u00a0b",), categories=names("A", "B", "C"), url=None),
    reads("snippet", "Rain at last\u00a0\nBy Jane Roe\u00a0\nDate\u00a0:\u00a0May 5, 2025\u00a0\nSource\u00a0\nAP\u00a0\n\nB", title="Rain at last", byline="By Jane Roe", published="2025-05-05", source=Source(name="AP")),
    reads("snippet", "## T\u00a0\nTags: a\n\nB", title="T\u00a0"),
    gives("snippet", "## T\nDate: May 5, 2025\u00a0\nTags: a\u00a0\n\nB", "## T\nDate: June 6, 2025\u00a0\nTags: a, b\u00a0\n\nB", published="2025-06-06", tags=["a", "b"]),
    gives("snippet", "## T\nTags: a\u00a0\n\nB", "## T\nTags: a\u00a0\nSource: AP\n\nB", source="AP"),
    gives("snippet", "## T\nTags: a\u00a0\n\nB", "## T\n\nB", tags=None),
    refuses("snippet", "## T\nSummary: a\n\nB", "summary", summary="b\u00a0"),
    fresh({"snippet": ("summary", "tags", "extra")}, title="T\u00a0", summary="a\u202f", tags=["\u00a0a"], extra={"Note": "b\u00a0"}),
    reads("snippet", "## T\nTags:\u202f\u00a0 a, b\n\nB", tags=("a", "b")),
    reads("snippet", "Title:\u00a0Rain\n**Tags:**\u00a0a\nEditor\u00a0:\u00a0c\n\nB", title="Rain", tags=("a",), extra={"Editor": "c"}),
    reads("snippet", "## T\nLink:\u00a0https://a.org/\n\nB", url="https://a.org/"),
    gives("snippet", "## T\nDate:\u00a0May 5, 2025\n\nB", "## T\nDate:\u00a0June 6, 2025\n\nB", published="2025-06-06"),
    gives("snippet", "## T\nTags:\u00a0\nSummary:\u00a0b\n\nB", "## T\nTags:\u00a0a\nSummary:\u00a0b\n\nB", tags=["a"]),
    gives("snippet", "## T\nTags:\u00a0a\n\nB", "## T\nTags:\u00a0a\nSource:\u00a0AP\n\nB", source="AP"),
    refuses("snippet", "## T\nSummary:\u00a0a\n\nB", "summary", summary="\u00a0b"),
    refuses("snippet", "## T\nSummary:a\n\nB", "summary", summary="\u00a0b"),
    fresh(summary="\u00a0a"),
)  # fmt: skip
decide(
    "A line of blanks is a blank line: it parts header and body, and is kept.",
    gives("snippet", "## T\nTags: x\n \t \nB", "## U\nTags: x\n \t \nB", title="U"),
    reads("snippet", "## T\n \t\nB", body="B"),
    reads("yaml", "---\ntitle: T\n---\n \nB", body="B"),
)

# ── nothing ─────────────────────────────────────────────────────────────────────────────────────

decide(
    "A field that is not there is None, one that says nothing is an empty text.",
    reads("snippet", "## T\nSummary:\nEditor: \n\nB", summary="", subtitle=None, extra={"Editor": ""}),
    reads("snippet", "##\n\nB", title=""),
    reads("snippet", "Category: A\n\nB", title=None),
    reads("json", '{"title": ""}', title=""),
    gives("snippet", "## T\nSummary:\n\nB", "## T\n\nB", summary=None),
    gives("snippet", "## T\nSummary: a\n\nB", "## T\nSummary: \n\nB", summary=""),
    fresh(title="", summary=""),
    fresh(title=None, summary=None),
)  # fmt: skip
decide(
    "No name and one empty name are two things. A list says both; a label line says no names, and "
    "has no place for an empty one.",
    reads("snippet", "## T\nCategory:\nTags: ,\n\nB", categories=(), tags=()),
    reads("yaml", "---\ntags: []\ncategories: ['']\n---\n", tags=(), categories=names("")),
    reads("yaml", "---\ncategories:\n- ''\n- A\n---\n", categories=names("", "A")),
    reads("json", '{"tags": [], "categories": [""]}', tags=(), categories=names("")),
    refuses("snippet", "## T\nTags: x\n\nB", "tags", tags=[""]),
    gives("yaml", "---\ncategories: [A]\n---\n", '---\ncategories: [""]\n---\n', categories=[""]),
    fresh({"snippet": ("tags", "categories")}, tags=[""], categories=[""]),
    fresh(tags=[], categories=[]),
)
decide(
    "A null of YAML or JSON says that there is none, an empty text where a name should be too.",
    reads("yaml", "---\ntitle:\ntags: ~\nsource: ''\n---\n", title=None, tags=(), source=None),
    reads("json", '{"title": null}', title=None),
)
decide(
    "A text of nothing, a BOM or blanks is an error: there is no article in it.",
    *(
        reads(format, text, ("empty", text))
        for format in ("snippet", "yaml")
        for text in ("", "\ufeff", "\n \r\n")
    ),
    reads("json", "", ("json", "")),
    reads("json", "\n \n", ("json", "")),
)
decide(
    "A text of comments only is an article that says nothing; to a snippet # is a heading.",
    reads("yaml", "---\n# T\n---\n", title=None, body=None),
    reads("toml", "+++\n# T\n+++\n", title=None, body=None),
    reads("snippet", "# T\n", title="T", body=None),
)

# ── what a value holds ──────────────────────────────────────────────────────────────────────────

for text in (
    *("---", "...", "+++", "}", "# a", "> a", "From a", "%a", "- a", "**a**: b", "a: b", "a:"),
    *('"', "'a'", "[a]", "[a](b)", "{a", "@a", "&a", "*a", "!a", "`a", "|", ">", "?", ": a", "~"),
    *("null", "yes", "1e3", "010", "0x1f", "10:38", "2024-01-01", "=", "<<", "a #b", "Category: A"),
):
    decide(
        "A value may look like a fence, a heading, a label, a comment, or something else of the "
        "syntax: it is spelled by where it stands, and read again to prove it.",
        gives("snippet", "## T\nSummary: S\n\nB", f"## {text}\nSummary: {text}\n\nB", title=text, summary=text),
        fresh({"snippet": ("tags",)} if text in ("|", "[a](b)") else {}, title=text, rights=text, tags=[text]),
    )  # fmt: skip
for text in ("x\nTags: y", "T\r\nCategory: X", "a\n---\nb", "a\n+++\nb", "a\n}\nb", "a\rb"):
    decide(
        "A value with a line end is escaped, or refused where it would be several lines.",
        refuses("snippet", "## T\nSummary: S\n\nB", "title", title=text),
        refuses("snippet", "## T\nSummary: S\n\nB", "summary", summary=text),
        refuses("snippet", "## T\nSummary: S\n\nB", "extra", extra={"Editor": text}),
        fresh({"snippet": ("title", "tags")}, title=text, tags=[text], body=text),
    )
decide(
    "A name for what is unknown is refused where it would read as something else.",
    refuses("snippet", "## T\n\nB", "extra", extra={"Category": "x"}),
    refuses("snippet", "## T\n\nB", "extra", extra={"a\nb": "x"}),
    refuses("yaml", "---\nid: a\n---\n", "extra", extra={"title": "x"}),
    gives("yaml", "---\nid: a\n---\n", '---\nid: a\n"a: b": x\n---\n', extra={"a: b": "x"}),
    gives("toml", '+++\nid = "a"\n+++\n', '+++\nid = "a"\n"a.b" = "x"\n+++\n', extra={"a.b": "x"}),
)
decide(
    "A fresh line of names takes another separator for a name that holds the usual one; a line that "
    "stands keeps its own, and refuses. No line has a place for a name that holds all of them, or "
    "only blanks, or ends in the dash that templates leave.",
    gives("snippet", "## T\nTags: a, b\n\nB", "## T\nTags: #a, - b\n\nB", tags=["#a", "- b"]),
    refuses("snippet", "## T\nTags: a, b\n\nB", "tags", tags=["a,b", "c"]),
    fresh(categories=["a,b"]),
    fresh(categories=["a, b; c"]),
    fresh(categories=["#a", "[b]", "c - d"]),
    fresh({"snippet": ("categories",)}, categories=["a,b;c|d،e、f，g；h/i·j•k", " "]),
    fresh({"snippet": ("categories",)}, categories=[" "]),
    fresh({"snippet": ("categories",)}, categories=["a -"]),
)
decide(
    "Names keep their order; one may come twice, or differ from another in case only.",
    reads("snippet", "## T\nTags: b, a, b, B\n\nB", tags=("b", "a", "b", "B")),
    gives("yaml", "---\ntags: [b, a]\n---\n", "---\ntags: [b, a, b]\n---\n", tags=["b", "a", "b"]),
    fresh(categories=["b", "a", "b", "B"], tags=["b", "a", "b", "B"]),
)

# ── the body ────────────────────────────────────────────────────────────────────────────────────

for body in (
    *("---\nB", "...\nB", "+++", "B\n---\nC: d\n---\n", "\n\nB", "Category: x\n\nB", "## B", " B"),
    *("B", "B\n", "B\n\n\n", "B\r\r", "title: x\n", "> B\nFrom C", "a\x85b\u2028c\x0cd"),
):
    decide(
        "Between fences the body is the exact rest behind one blank line, whatever it looks like, "
        "with or without an end of its last line.",
        reads("snippet", f"---\n## T\n---\n\n{body}", title="T", body=body),
        reads("yaml", f"---\ntitle: T\n---\n\n{body}", title="T", body=body),
        reads("toml", f'+++\ntitle = "T"\n+++\n\n{body}', title="T", body=body),
        gives("yaml", f"---\ntitle: T\n---\n\n{body}", f"---\ntitle: U\n---\n\n{body}", title="U"),
        gives("snippet", "---\n## T\n---\n\nB", f"---\n## T\n---\n\n{body}", body=body),
        fresh(title="T", body=body),
    )
decide(
    "A body that is empty stands behind its blank line; without one there is none.",
    reads("snippet", "---\n## T\n---\n\n", body=""),
    reads("snippet", "---\n## T\n---\n", body=None),
    reads("yaml", "---\ntitle: T\n---\n\n", body=""),
    reads("yaml", "---\ntitle: T\n---", body=None),
    fresh(title="T", body=""),
    fresh(title="T", body=None),
)
decide(
    "The blank line comes with a body, and before nothing else; a line without an end gets one first.",
    gives("snippet", "## T", "## T\n\nB", body="B"),
    gives("snippet", "## T\n", "## T\n\nB", body="B"),
    gives("snippet", "## T\nSummary: a", "## T\nSummary: a\n\nB", body="B"),
    gives("snippet", "## T\nSummary: a", "## T\nTags: x\nSummary: a", tags=["x"]),
    gives("snippet", "## T\nTags: a", "## T\nTags: a\nSummary: x\n", summary="x"),
    gives("yaml", "---\ntitle: T\n---", "---\ntitle: T\n---\n\nB", body="B"),
)
decide(
    "Without fences a body may not begin as a header goes on, nor be a fence: that is refused.",
    refuses("snippet", "## T\nSummary: S\n\nB", "body", body="Category: A"),
    refuses("snippet", "## T\nSummary: S\n\nB", "body", body="---"),
    gives("snippet", "## T\nSummary: S\n\nB", "## T\nSummary: S\n\n...", body="..."),
)
decide(
    "A fence is a whole line at the beginning, behind a BOM and blank lines at most.",
    reads("yaml", "\ufeff\n\n---\ntitle: T\n---\nB", title="T"),
    reads("yaml", "--- x\ntitle: T\n---\nB", title=None, body="--- x\ntitle: T\n---\nB"),
    reads("yaml", "x\n---\ntitle: T\n---\nB", title=None),
    reads("yaml", "---\ntitle: T\nB", ("unclosed-fence", "---\n"), title=None, body="---\ntitle: T\nB"),
)  # fmt: skip

# ── lines of a header ───────────────────────────────────────────────────────────────────────────

for line in (
    "Summary:a",
    "Summary :a",
    "Summary:\ta",
    "SUMMARY: a",
    "**Summary:** a",
    "- Summary: a",
):
    decide(
        "A label may be spelled and spaced in many ways; a new value changes none of them.",
        reads("snippet", f"## T\n{line}\n\nB", summary="a"),
        gives("snippet", f"## T\n{line}\n\nB", f"## T\n{line[:-1]}b\n\nB", summary="b"),
    )  # fmt: skip
decide(
    "A colon without a blank parts nothing in YAML: such a line is no mapping.",
    reads("yaml", "---\ntitle:x\n---\nB", ("yaml", "title:x"), title=None, body="B"),
    gives("yaml", "---\ntitle :\tx\n---\n", "---\ntitle :\tU\n---\n", title="U"),
)
decide(
    "A label line is not folded: an indented line below it is no part of its value. Between fences "
    "it is a defect, without them the body begins there.",
    reads("snippet", "## T\nSummary: a\n b\n\nB", summary="a", body=" b\n\nB"),
    reads("snippet", "---\n## T\nSummary: a\n b\n---\nB", ("stray-line", "b"), summary="a"),
    reads("snippet", "## T\nSummary:\na b\n\nB", summary="a b"),
    gives("snippet", "## T\nSummary:\na b\n\nB", "## T\nSummary:\nc\n\nB", summary="c"),
)
decide(
    "YAML's folds and block scalars are read as it says; a new value changes its own lines alone, "
    "and keeps the style where it can.",
    reads("yaml", "---\nsummary: a\n  b\n\n  c\ntitle: T\n---\n", summary="a b\nc", title="T"),
    gives("yaml", "---\nsummary: a\n  b\ntitle: T\n---\n", "---\nsummary: c d\ntitle: T\n---\n", summary="c d"),
    gives("yaml", "---\nsummary: >-\n  a\n  b\n---\n", "---\nsummary: >-\n  c\n---\n", summary="c"),
    gives("yaml", "---\nsummary: |\n  a\n   \nid: b\n---\n", "---\nsummary: |\n  c\n  d\nid: b\n---\n", summary="c\nd\n"),
    gives("toml", '+++\nsummary = """\na\nb"""\n+++\n', '+++\nsummary = """\nc\nd"""\n+++\n', summary="c\nd"),
)  # fmt: skip
decide(
    "Of two lines for one thing the first is read and edited, the second is a defect; both stay.",
    reads("snippet", "## T\nSummary: a\nsummary: b\n\nB", ("duplicate-label", "summary: b"), summary="a"),
    gives("snippet", "## T\nSummary: a\nsummary: b\n\nB", "## T\nSummary: c\nsummary: b\n\nB", summary="c"),
    reads("yaml", "---\ntitle: a\ntitle: b\n---\n", ("duplicate-key", "title"), title="a"),
    gives("yaml", "---\ntitle: a\ntitle: b\n---\n", "---\ntitle: c\ntitle: b\n---\n", title="c"),
    gives("json", '{"title": "a", "title": "b"}', '{"title": "c", "title": "b"}', title="c"),
)  # fmt: skip
decide(
    "TOML forbids a key that comes twice: nothing of such a text is read.",
    reads("toml", '+++\nid = "a"\nid = "b"\n+++\nB', ("toml", "\n"), id=None, body="B"),
)
decide(
    "Order, comments and what is unknown stay.",
    gives("snippet", "Tags: x\nDesk: A\n\n## T\n\nB", "Tags: x\nDesk: A\n\n## U\n\nB", title="U"),
    gives("yaml", "---\n# a\nx: {y: [1]} # b\n\ntitle: T # c\n---\n", "---\n# a\nx: {y: [1]} # b\n\ntitle: U # c\n---\n", title="U"),
    gives("toml", '+++\n# a\nx.y = 1 # b\ntitle = "T" # c\n+++\n', '+++\n# a\nx.y = 1 # b\ntitle = "U" # c\n+++\n', title="U"),
    gives("json", '{"x": [1e3, {}], "title": "T"}', '{"x": [1e3, {}], "title": "U"}', title="U"),
)  # fmt: skip

decide(
    "Below a title, up to three lines without a label are the by-line, the date and the subtitle, "
    "where a known label is below them. Nothing else may stand there.",
    reads("snippet", "T\nPar Marie Dupont\nPublié le 12 septembre 2025\n\nB", title="T", byline="Par Marie Dupont", published=Moment(2025, 9, 12), body="B"),
    reads("snippet", "T\nVon Jane Roe und A. Khan\nDatum: 12. September 2025\n\nB", title="T", byline="Von Jane Roe und A. Khan"),
    reads("snippet", "## T\n\n*By Jane Doe*\nDate: 2025-09-12\n\nB", title="T", byline="By Jane Doe", body="B"),
    reads("snippet", "T\n홍길동 기자 | 입력 2025.09.12 22:38\n\nB", title="T", byline="홍길동 기자", published=Moment(2025, 9, 12, 22, 38)),
    reads("snippet", "T\n8 September, 2025 | 10:38 pm PKT\nCategory: A\n\nB", title="T", published=Moment.parse("2025-09-08T22:38+05:00")),
    reads("snippet", "# T\nFri, Apr 24 2026 10:38:19 pm\nCategory: A\n\nB", published=Moment(2026, 4, 24, 22, 38, 19)),
    reads("snippet", "北京下雨\n2025年09月12日22:38 来源：新华网\n\nB", title="北京下雨", published=Moment(2025, 9, 12, 22, 38), source=Source(name="新华网")),
    reads("snippet", "T one\nA subtitle\nDate: 2025-09-12\n\nB", title="T one", subtitle="A subtitle", body="B"),
    reads("snippet", "## T\n### A subtitle\nBy Jane Doe\nDate: 2025-09-12\n\nB", title="T", subtitle="A subtitle", byline="By Jane Doe"),
    reads("snippet", "---\n## T\nA subtitle\nDate: 2025-09-12\n---\n\nB", title="T", subtitle="A subtitle"),
    reads("snippet", "## T\nBy Jane Doe\nByline: Jane\n\nB", title="T", byline="Jane", extra={}),
    reads("snippet", "T\nBy Jane Doe\n\nB", title="T", byline="By Jane Doe", body="B"),
    reads("snippet", "T\n\nBy Jane Doe\n\nB", title="T", byline="By Jane Doe", body="B"),
    reads("snippet", "T\nBy Jane Doe\nB", title=None, body="T\nBy Jane Doe\nB"),
    reads("snippet", "T\nBy Jane Doe\n", title=None, body="T\nBy Jane Doe\n"),
    reads("snippet", "T\nBy Sunday Night\n\nB", title=None, body="T\nBy Sunday Night\n\nB"),
    reads("snippet", "T\nJane Doe\n\nB", title=None, body="T\nJane Doe\n\nB"),
    reads("snippet", "T\nBy the River\n\nB", title=None, body="T\nBy the River\n\nB"),
    reads("snippet", "T\n\nIt rained again.\n\nBy Jane Doe\n\nB", title="T", subtitle="It rained again.", byline="By Jane Doe", body="B"),
    reads("snippet", "T\nEs regnet wieder.\n\nVon Jana Reh, ARD-Studio Genf\n\nB", title="T", subtitle="Es regnet wieder.", byline="Von Jana Reh, ARD-Studio Genf", body="B"),
    reads("snippet", "T\nVon Mensch zu Mensch\n\nB", title=None, body="T\nVon Mensch zu Mensch\n\nB"),
    reads("snippet", "T\nPar Jeanne Roy (Genève, correspondante)\nPublié le 12 mai 2025\n\nB", title="T", byline="Par Jeanne Roy (Genève, correspondante)", published="2025-05-12", body="B"),
    reads("snippet", "T\n12 May 2025\nJane Roe\nEnvironment correspondent\n\nB", title="T", byline="Jane Roe", body="B"),
    reads("snippet", "T\nBy Jane Roe\nReporting from Geneva\n\nB", title="T", byline="By Jane Roe", subtitle=None, body="B"),
    reads("snippet", "T\nBy Jane Roe\nin Paris\n\nB", title="T", byline="By Jane Roe", subtitle=None, body="B"),
    reads("snippet", "Rain in May\nSyed Irfan Raza Published May 5, 2025 Updated May 6, 2025\n\nB", title="Rain in May", byline="Syed Irfan Raza", published="2025-05-05", modified="2025-05-06"),
    reads("snippet", "Rain in May\nAnnual Report Published May 5, 2025\n\nB", byline=None),
    reads("snippet", "Dawn.com\n\nRain at last\nMay 5, 2025\n\nB", title="Rain at last", published="2025-05-05", source=Source(name="Dawn.com"), body="B"),
    reads("snippet", "dawn.com\n\n# Rain at last\nDate: May 5, 2025\n\nB", title="Rain at last", source=None),
    reads("snippet", "Reuters\n\nRain at last\nBy Jane Roe\nMay 5, 2025\n\nB", title="Rain at last", byline="By Jane Roe", source=Source(name="Reuters"), body="B"),
    reads("snippet", "Reuters\nWorld | Asia Pacific\n\nRain at last\nBy Jane Roe\nMay 5, 2025\n\nB", title="Rain at last", byline="By Jane Roe", source=Source(name="Reuters"), categories=(), body="B"),
    reads("snippet", "Le Monde\nPlanète • Climat\n\nLa pluie est là\nPar Jeanne Roy\n12 mai 2025\n\nB", title="La pluie est là", subtitle=None, source=Source(name="Le Monde"), body="B"),
    reads("snippet", "Le Monde\n\nLa pluie • le beau temps\nPar Jeanne Roy\n12 mai 2025\n\nB", title="La pluie • le beau temps", source=Source(name="Le Monde")),
    reads("snippet", "Al Jazeera\n\nNews|Climate Crisis\n\nRain at last\n\nFarmers are glad.\n\nBy Jane Roe and News Agencies\n\nPublished On 12 Sep 2025\n\nB", title="Rain at last", subtitle="Farmers are glad.", byline="By Jane Roe and News Agencies", source=Source(name="Al Jazeera"), body="B"),
    reads("snippet", "Express Tribune\n\nRain at last\n\nFarmers are glad\n\nNews Desk September 12, 2025\n\nB", title="Rain at last", subtitle="Farmers are glad", byline="News Desk", source=Source(name="Express Tribune"), body="B"),
    reads("snippet", "T\nA line\nAnother\nDate: 2025-09-12\n\nB", title=None, published=None),
    reads("snippet", "## T\nIt rained.\nDate: 2025-09-12\n\nB", title="T", published=None),
    reads("snippet", "T\nand it rained\nDate: 2025-09-12\n\nB", title=None, published=None),
    reads("snippet", "## T\n\nRain at last\nDate: 2025-09-12\n\nB", title="T", subtitle="Rain at last", body="B"),
    reads("snippet", "## T\nBy Jane Doe\nDate:\n\nB", title="T", byline=None),
    gives("snippet", "T\n*By A. Khan*\nDate: 2025-09-12\n\nB", "T\n*By B. Li*\nDate: 2025-09-12\n\nB", byline="By B. Li"),
    gives("snippet", "T\nBy A. Khan\nDate: 2025-09-12\n\nB", "T\nBy A. Khan\nSubtitle: U\nDate: 2025-09-12\n\nB", subtitle="U"),
    gives("snippet", "T\n8 September, 2025\nTags: a\n\nB", "T\n3 October, 2025\nTags: a\n\nB", published="2025-10-03"),
    gives("snippet", "T\nA subtitle\nTags: a\n\nB", "T\nTags: a\n\nB", subtitle=None),
    refuses("snippet", "T\nA subtitle\nTags: a\n\nB", "subtitle", subtitle="It rained."),
    refuses("snippet", "T\nA subtitle\nTags: a\n\nB", "tags", tags=None),
)  # fmt: skip
decide(
    "An unknown label right below a header is none where the line is text: where it begins with a "
    "dateline, its value ends as a sentence does, or its colon is that of a time. A known label right "
    "below makes a label of any but the last.",
    reads("snippet", "## T\nTags: a\nKARACHI: It rained.\n", dateline=Dateline(place="KARACHI"), body="It rained.\n", extra={}),
    reads("snippet", "## T\nTags: a\nKARACHI: The rains that\nfell.\n", dateline=Dateline(place="KARACHI"), extra={}),
    reads("snippet", "## T\nTags: a\nThe mayor said: “It rained.”\nB", body="The mayor said: “It rained.”\nB", extra={}),
    reads("snippet", "## T\nTags: a\nAt 5:04 pm it began to rain\n\nB", body="At 5:04 pm it began to rain\n\nB", extra={}),
    reads("snippet", "## T\nTags: a\nAt 5:04 pm\nID: 1\n\nB", ("stray-line", "At 5:04 pm"), id="1"),
    reads("snippet", "## T\nTags: a\nNote: It rained.\nID: 1\n\nB", id="1", extra={"Note": "It rained."}),
    reads("snippet", "## T\nTags: a\nEditor: A. Khan\nWord count: 5\nLocation: KARACHI\n\nB", extra={"Editor": "A. Khan", "Word count": "5", "Location": "KARACHI"}, body="B"),
    reads("snippet", "---\n## T\nNote: It rained.\n---\n\nB", extra={"Note": "It rained."}, body="B"),
    gives("snippet", "## T\nTags: a\n\nB", "## T\nTags: a\nNote: Rain\n\nB", extra={"Note": "Rain"}),
    gives("snippet", "## T\nTags:a\n\nB", "## T\nTags:a\nDesk 2: 5\n\nB", extra={"Desk 2": "5"}),
    refuses("snippet", "## T\nTags: a\n\nB", "extra", extra={"Note": "It rained."}),
)  # fmt: skip
decide(
    "Several pieces on one line are parted by a bar with or without blanks, by a sign or brackets; what stands "
    "behind a colon is one of them only with a label, and no category.",
    reads("snippet", "T\nSource: Xinhua| 2025-09-12 22:38:19|Editor: huaxia\n\nB", source=Source(name="Xinhua"), published=Moment(2025, 9, 12, 22, 38, 19), extra={"Editor": "huaxia"}),
    reads("snippet", "T\nSource: AP|Reuters\n\nB", source=Source(name="AP|Reuters")),
    reads("snippet", "T\nSource: AP | The rain: a story\n\nB", source=Source(name="AP | The rain: a story"), extra={}),
    reads("snippet", "---\n## T\nID: a| | Link: https://a.example/1\n---\n", id="a|", url="https://a.example/1"),
    reads("snippet", "|Name|Source: AP|\n|---|---|\n", title=None, source=None),
    reads("snippet", "# ***AM~|Category: 1*** #\n\nB", title="***AM~", categories=names("1*** #")),
    reads("snippet", "T\nSource: Xinhua\u3000| Date: 2025-05-05\n\nB", title="T", source=Source(name="Xinhua"), published=Moment(2025, 5, 5)),
    reads("snippet", "T\nSource: Xinhua\u3000|\u3000Date: 2025-05-05\n\nB", source=Source(name="Xinhua"), published=Moment(2025, 5, 5)),
    reads("snippet", "T\nPublished: 12 May 2025 (Updated 13 May 2025)\n\nB", published=Moment(2025, 5, 12), modified=Moment(2025, 5, 13)),
    reads("snippet", "T\nPublished: 12 May 2025, 10:38 (Updated: 13 May 2025, 11:00)\n\nB", published=Moment(2025, 5, 12, 10, 38), modified=Moment(2025, 5, 13, 11, 0)),
    reads("snippet", "T\n12 May 2025 (Updated: 13 May 2025)\n\nB", published=Moment(2025, 5, 12), modified=Moment(2025, 5, 13)),
    reads("snippet", "T\nUpdated: 13 May 2025 - Published: 12 May 2025\n\nB", published=Moment(2025, 5, 12), modified=Moment(2025, 5, 13)),
    reads("snippet", "T\nPublished - May 12, 2025 10:38 pm - NEW DELHI\n\nB", published=Moment(2025, 5, 12, 22, 38), dateline=None, body="B"),
    reads("snippet", "T\nMadrid - 12 May 2025 | World | Press release\n\nB", published=Moment(2025, 5, 12), categories=("World",), body="B"),
    reads("snippet", "T\nMay 5, 2025 10:38 PM Updated 2 hours ago\n\nB", published=Moment(2025, 5, 5, 22, 38), modified=None),
    reads("snippet", "T\nPublished 2 hours ago\nMay 5, 2025\n\nB", published=Moment(2025, 5, 5), subtitle=None),
    reads("snippet", "T\nJane Roe · CBC News · Posted: May 5, 2025 4:00 AM\n\nB", byline="Jane Roe · CBC News", published=Moment(2025, 5, 5, 4, 0)),
    reads("snippet", "T\nDawn.com Published May 5, 2025 Updated May 6, 2025\n\nB", source=Source(name="Dawn.com"), published=Moment(2025, 5, 5), modified=Moment(2025, 5, 6)),
    reads("snippet", "T\nJane Roe | Dawn.com Published May 5, 2025\n\nB", byline="Jane Roe | Dawn.com", published=Moment(2025, 5, 5)),
    reads("snippet", "T\nSubmitted by jroe on 5 May 2025\n\nB", byline="Submitted by jroe", published=Moment(2025, 5, 5)),
    reads("snippet", "T\nPosted on May 5, 2025 by admin\n\nB", byline="admin", published=Moment(2025, 5, 5)),
    reads("snippet", "T\nBy Jane Roe -May 5, 2025\n\nB", byline="By Jane Roe", published=Moment(2025, 5, 5)),
    reads("snippet", "T\nMay 5, 2025 by Jane Roe Leave a Comment\n\nB", byline="Jane Roe", published=Moment(2025, 5, 5)),
    reads("snippet", "T\nRain falls - May 5, 2025\n\nB", title=None, published=None),
    gives("snippet", "T\nSource: Xinhua| 2025-09-12 |Editor: huaxia\n\nB", "T\nSource: AP| 2025-09-13 |Editor: li\n\nB", source="AP", published="2025-09-13", extra={"Editor": "li"}),
    gives("snippet", "T\nPublished: 12 May 2025 (Updated 13 May 2025)\n\nB", "T\nPublished: 11 May 2025 (Updated 14 May 2025)\n\nB", published="2025-05-11", modified="2025-05-14"),
    gives("snippet", "T\nPublished: 12 May 2025 (Updated 13 May 2025)\n\nB", "T\nPublished: 12 May 2025\n\nB", modified=None),
    gives("snippet", "T\nMadrid - 12 May 2025\n\nB", "T\nMadrid - 13 May 2025\n\nB", published="2025-05-13"),
    refuses("snippet", "T\nMadrid - 12 May 2025\n\nB", "published", published=None),
)  # fmt: skip
decide(
    "Above a title, a paper is the source and an address the article's, where a heading, a by-line or a date "
    "shows the title, or a date stands with them and a blank line below; a section, or a path of "
    "them, is nothing. Below a title, a paper is the source.",
    reads("snippet", "1 of 25 DOCUMENTS\n\nThe Valley Post\n\nSeptember 12, 2025 Friday\n\nRain at last\n\nIt rained.", source=Source(name="The Valley Post"), published=Moment(2025, 9, 12), title="Rain at last", body="It rained."),
    reads("snippet", "May 5, 2025\nhttps://a.example/1\n\nRain at last\n\nIt rained.", url="https://a.example/1", published=Moment(2025, 5, 5), title="Rain at last", body="It rained."),
    reads("snippet", "The Valley Post\nMay 5, 2025\n\nIt rained.\n\nIt stopped.", title="The Valley Post", published=Moment(2025, 5, 5), body="It rained.\n\nIt stopped."),
    reads("snippet", "The Valley Post\nMay 5, 2025\n\nOSLO — It rained.\n\nIt stopped.", title="The Valley Post", source=None),
    gives("snippet", "The Valley Post\nMay 5, 2025\n\nRain at last\n\nB", "The Hill Post\nMay 6, 2025\n\nSnow at last\n\nB", source="The Hill Post", published="2025-05-06", title="Snow at last"),
    reads("snippet", "The Daily Star\n\nRain one\n\nJane Roe\n\nMay 5, 2025\n\nB", source=Source(name="The Daily Star"), title="Rain one", byline="Jane Roe", body="B"),
    reads("snippet", "BBC News\n\n# Rain one\n\nB", source=Source(name="BBC News"), title="Rain one", body="B"),
    reads("snippet", "The Guardian\nA novel\nB", title=None, body="The Guardian\nA novel\nB"),
    reads("snippet", "The Guardian\n\nB", title="The Guardian", source=None),
    reads("snippet", "Labour Party\nWhat it wants\nMay 5, 2025\n\nB", title="Labour Party", subtitle="What it wants"),
    reads("snippet", "https://a.example/1\n\nRain one\nMay 5, 2025\n\nB", url="https://a.example/1", title="Rain one", body="B"),
    reads("snippet", "https://a.example/1\n\nB", title=None, url=None, body="https://a.example/1\n\nB"),
    reads("snippet", "The Wayback Machine - https://a.example/1\n\nRain one\nMay 5, 2025\n\nB", title="Rain one", url=None, body="B"),
    reads("snippet", "Rain one\nhttps://a.example/1\n\nB", title="Rain one", url="https://a.example/1", body="B"),
    reads("snippet", "World | Africa\nRain one\nBy Jane Roe\nMay 5, 2025\n\nB", title="Rain one", subtitle=None, source=None),
    reads("snippet", "Wirtschaft\n\nRegen\n\nB", title="Regen", body="B"),
    reads("snippet", "Opinion | Rain one\nBy Jane Roe\nMay 5, 2025\n\nB", title="Opinion | Rain one"),
    reads("snippet", "T\nAl Jazeera\nMay 5, 2025\n\nB", source=Source(name="Al Jazeera"), subtitle=None),
    gives("snippet", "The Daily Star\nRain one\nMay 5, 2025\n\nB", "The Evening Post\nRain one\nMay 5, 2025\n\nB", source="The Evening Post"),
    gives("snippet", "The Daily Star\nRain one\nMay 5, 2025\n\nB", "Source: A. Khan\nRain one\nMay 5, 2025\n\nB", source="A. Khan"),
)  # fmt: skip
decide(
    "A by-line and a date together need no blank line below; a sentence right above a by-line is the subtitle, "
    "where text follows. Of two dates the first counts. What bearers of names do is part of the by-line.",
    reads("snippet", "T\nBy Jane Roe\nMay 5, 2025\nB\nC", title="T", byline="By Jane Roe", published=Moment(2025, 5, 5), body="B\nC"),
    reads("snippet", "T\nIt rained again.\nBy Jane Roe\nMay 5, 2025\n\nB", title="T", subtitle="It rained again.", byline="By Jane Roe", body="B"),
    reads("snippet", "T\n\nIt rained again.\n\nBy Jane Roe\n\nMay 5, 2025\n\nB", subtitle="It rained again.", body="B"),
    reads("snippet", "T\n\nIt rained again.\n\nBy Jane Roe\n\nMay 5, 2025\n", subtitle=None, byline=None, body="It rained again.\n\nBy Jane Roe\n\nMay 5, 2025\n"),
    reads("snippet", "T\nJane Roe\nMay 5, 2025\n5 May 2025 10:38\n\nB", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "T\nBy political reporter Jane Roe\nMay 5, 2025\n\nB", byline="By political reporter Jane Roe"),
    reads("snippet", "T\nJane Roe, Africa correspondent\nMay 5, 2025\n\nB", byline="Jane Roe, Africa correspondent"),
    reads("snippet", "T\nPar Marie Dupont avec AFP\nMay 5, 2025\n\nB", byline="Par Marie Dupont avec AFP"),
    reads("snippet", "T\nJane Roe\nBBC News, Nairobi\nMay 5, 2025\n512\n\nB", byline="Jane Roe", body="B"),
    reads("snippet", "A title of a long line\ndi Jane Roe\nMay 5, 2025\n\nB", title="A title of a long line", byline="di Jane Roe"),
    reads("snippet", "مطر في الوادي\nكتب: أحمد محمود\n12 سبتمبر 2025\n\nB", title="مطر في الوادي", byline="أحمد محمود"),
    reads("snippet", "مطر في الوادي\nالقاهرة - أحمد محمود\n12 سبتمبر 2025\n\nB", byline="القاهرة - أحمد محمود"),
    reads("snippet", "T\nGiriş: 12.09.2025 - 22:38\nGüncelleme: 13.09.2025 - 10:00\n\nB", published=Moment(2025, 9, 12, 22, 38), dateline=None),
    reads("snippet", "T\nOpracowanie: Jane Roe\n2025-05-05\nŹródło: PAP\n\nB", source=Source(name="PAP"), published=Moment(2025, 5, 5)),
    reads("snippet", "T\nDate: 2025-05-05\nWritten by Jane Roe\nHits: 5\n\nB", byline="Written by Jane Roe", extra={"Hits": "5"}),
)  # fmt: skip
decide(
    "What readers can do with a page, and how long reading takes, are no part of the article above its text; "
    "they part a title or a by-line from that. In the text they stay.",
    reads("snippet", "T\nBy Jane Roe\nMay 5, 2025\nShare\nTweet\n3 min read\nSave\nComments (12)\n\nB", title="T", byline="By Jane Roe", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "T\n\nMay 5, 2025\n\nShare:\n\nReading time: 3 minutes\n\nB", title="T", published=Moment(2025, 5, 5), body="B", extra={}),
    reads("snippet", "T\nBy Jane Roe\n3 min read\n\nB", title="T", byline="By Jane Roe", body="B"),
    reads("snippet", "T\n\nTeilen\nMerken\nDrucken\n\nB", title="T", body="B"),
    reads("snippet", "T\nDate: May 5, 2025\nShare | Tweet\n\nB", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "Category: x\nShare\n\nIt rained.", title=None, body="It rained."),
    reads("snippet", "Category: x\nShare\nRain at last\n\nIt rained.", title="Rain at last", body="It rained."),
    reads("snippet", "Category: x\n\nShare\n\nIt rained.", title=None, body="Share\n\nIt rained."),
    reads("snippet", "Skip to content\nT\nMay 5, 2025\n\nB", title="T", body="B"),
    reads("snippet", "T\nMay 5, 2025\n\nB\n\nShare\n\nC", body="B\n\nShare\n\nC"),
    reads("snippet", "T\nShare what you have\nMay 5, 2025\n\nB", subtitle="Share what you have", body="B"),
    reads("snippet", "---\n## T\nComments: 12\n---\n\nB", extra={"Comments": "12"}),
    gives("snippet", "T\nMay 5, 2025\nShare\n\nB", "T\nMay 6, 2025\nShare\n\nB", published="2025-05-06"),
)  # fmt: skip
decide(
    "A date among them needs no label below: nor does what stands with it, if nothing parts them and a "
    "blank line is below. Right below a label line a date alone is one, too; what a label says counts more.",
    reads("snippet", "T\nBy Jane Roe\nMay 5, 2025\n\nB", title="T", byline="By Jane Roe", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "## T\n\nA dry year ends\nMay 5, 2025\n\nB", title="T", subtitle=None, published=None),
    reads("snippet", "## T\nA dry year ends\nMay 5, 2025\n\nB", title="T", subtitle="A dry year ends", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "## T\n\nMay 5, 2025\n\nBy Jane Roe\n\nB", published=Moment(2025, 5, 5), byline="By Jane Roe", body="B"),
    reads("snippet", "## T\nMay 5, 2025\nB", title="T", published=None, body="May 5, 2025\nB"),
    reads("snippet", "## T\nMay 5, 2025", title="T", published=Moment(2025, 5, 5), body=None),
    reads("snippet", "---\n## T\nMay 5, 2025\n---\n\nB", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "## T\nSource: AP\nDesk: x\n2025-09-12 22:38:15\n\nB", published=Moment(2025, 9, 12, 22, 38, 15), body="B"),
    reads("snippet", "## T\nSource: AP\n2025-09-12\nTags: a\n\nB", published=Moment(2025, 9, 12), tags=("a",), body="B"),
    reads("snippet", "---\n## T\nSource: AP\n2025-09-12\nTags: a\n---\n\nB", published=Moment(2025, 9, 12), tags=("a",)),
    reads("snippet", "Source: AP\n2025-09-12 22:38\n\nB", title=None, published=Moment(2025, 9, 12, 22, 38), body="B"),
    reads("snippet", "## T\nDate: 2025-09-13\n2025-09-12\n\nB", published=Moment(2025, 9, 13), body="B"),
    reads("snippet", "## T\nSource: AP\n\n2025-09-12\n\nB", published=None, body="2025-09-12\n\nB"),
    gives("snippet", "## T\nSource: AP\n2025-09-12\n\nB", "## T\nSource: AP\n2025-09-13\n\nB", published="2025-09-13"),
    gives("snippet", "## T\nSource: AP\n2025-09-12\n\nB", "## T\nSource: AP\n\nB", published=None),
)  # fmt: skip
decide(
    "A date may stand behind a by-line; a host alone is the source, an agency or a desk alone the "
    "by-line; the time that reading takes is the template's.",
    reads("snippet", "## T\nBy Jane Roe, May 5, 2025 5:04 pm\nTags: a\n\nB", byline="By Jane Roe", published=Moment(2025, 5, 5, 17, 4), extra={}, body="B"),
    reads("snippet", "## T\nBy Jane Roe | 5 May 2025\n\nB", byline="By Jane Roe", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "## T\nRain, May 5, 2025 ends\nTags: a\n\nB", byline=None, published=None),
    reads("snippet", "## T\nRain falls, May 5, 2025\nTags: a\n\nB", byline=None, published=None),
    gives("snippet", "## T\nBy A. Khan, May 5, 2025\nTags: a\n\nB", "## T\nBy A. Khan, May 6, 2025\nTags: a\n\nB", published="2025-05-06"),
    gives("snippet", "## T\nBy A. Khan, May 5, 2025\nTags: a\n\nB", "## T\nBy B. Li, May 5, 2025\nTags: a\n\nB", byline="By B. Li"),
    reads("snippet", "## T\n\nDawn.com | Published May 5, 2025 | Updated May 6, 2025 8:01am\n\nTags: a\n\nB", source=Source(name="Dawn.com"), published=Moment(2025, 5, 5), modified=Moment(2025, 5, 6, 8, 1), tags=("a",), body="B"),
    reads("snippet", "## T\nDawn.com\nSource: AP\n\nB", source=Source(name="AP"), subtitle=None, body="B"),
    reads("snippet", "## T\nPTI\nTags: a\n\nB", byline="PTI", subtitle=None),
    reads("snippet", "## T\nA win for the party\nTags: a\n\nB", byline=None, subtitle="A win for the party"),
    reads("snippet", "## T\n3 min read\nTags: a\n\nB", subtitle=None, tags=("a",), extra={}, body="B"),
    gives("snippet", "## T\n3 min read\nTags: a\n\nB", "## T\n3 min read\nTags: b\n\nB", tags=["b"]),
)  # fmt: skip
decide(
    "A title of some length goes on in the next line if that begins with a small letter, and a label, a fence "
    "or what needs no label is below it. A new title is one line.",
    reads("snippet", "Rain returns to the\nvalley of farms\nBy Jane Roe\nMay 5, 2025\n\nB", title="Rain returns to the valley of farms", byline="By Jane Roe", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "# Rain returns to the\nvalley of farms\nand cows\n\nTags: a\n\nB", title="Rain returns to the valley of farms and cows", tags=("a",), body="B"),
    reads("snippet", "---\n## Rain returns to the\n  valley\nTags: a\n---\n\nB", title="Rain returns to the valley", tags=("a",), body="B"),
    reads("snippet", "---\nTags: a\n## Rain returns to the\nvalley\n---\n\nB", title="Rain returns to the valley", tags=("a",)),
    reads("snippet", "# Rain returns to the\nvalley\n\nB", title="Rain returns to the", body="valley\n\nB"),
    reads("snippet", "# Rain returns to the\nvalley\nit rained.\nTags: a\n\nB", title="Rain returns to the", tags=()),
    reads("snippet", "# Rain returns to the\nvalley\nof\nfarms\nTags: a\n\nB", title="Rain returns to the", tags=()),
    reads("snippet", "# Rain\nreturns\nTags: a\n\nB", title="Rain", tags=()),
    reads("snippet", f"# Rain {'returns ' * 20}\n{'again ' * 20}\nTags: a\n\nB", title=f"Rain {'returns ' * 20}".rstrip(" "), tags=()),
    reads("snippet", "# Rain returns to the #\nvalley\nTags: a\n\nB", title="Rain returns to the", tags=()),
    reads("snippet", "# Rain returns to the\nsource_url: a\nTags: a\n\nB", title="Rain returns to the"),
    reads("snippet", "# Rain returns to the\nvalley", title="Rain returns to the", body="valley"),
    gives("snippet", "# Rain returns to the\nvalley\nTags: a\n\nB", "# Snow\nTags: a\n\nB", title="Snow"),
    gives("snippet", "# Rain returns to the\nvalley\nTags: a\n\nB", "# Rain returns to the\nvalley\nTags: a\nSource: AP\n\nB", source="AP"),
    gives("snippet", "Rain returns to the\nvalley\nTags: a\n\nB", "Tags: a\n\nB", title=None),
)  # fmt: skip
decide(
    "A date or a by-line above the title, or above a known label, is one; a date is never the title.",
    reads("snippet", "May 5, 2025\n\nRain at last\n\nIt rained.", title="Rain at last", published=Moment(2025, 5, 5), body="It rained."),
    reads("snippet", "By Jane Roe\nMay 5, 2025\n\nRain at last\n\nIt rained.", title="Rain at last", byline="By Jane Roe", published=Moment(2025, 5, 5), body="It rained."),
    reads("snippet", "May 5, 2025\n# Rain\nTags: a\n\nB", title="Rain", published=Moment(2025, 5, 5), tags=("a",)),
    reads("snippet", "May 5, 2025\nRain at last\nTags: a\n\nB", title="Rain at last", published=Moment(2025, 5, 5), tags=("a",)),
    reads("snippet", "Xinhua | Updated: 2025-05-05 10:38\n\nIt rained.", title=None, byline="Xinhua", modified=Moment(2025, 5, 5, 10, 38), body="It rained."),
    reads("snippet", "May 5, 2025\n\nKARACHI (AP) – It rained.", title=None, published=Moment(2025, 5, 5), dateline=Dateline(place="KARACHI", agency="AP"), body="It rained."),
    reads("snippet", "May 5, 2025\n\nThe rain that had been expected\n\nfell on Monday.", title=None, published=None),
    reads("snippet", "Tags: a\n\nKARACHI (AP) – Rain fell on Monday in all of\n\nSindh.", title=None, dateline=Dateline(place="KARACHI", agency="AP")),
    reads("snippet", "Tags: a\n\nThe rain that had been expected\n\nfell on Monday.", title=None),
    reads("snippet", "May 5, 2025\n\nIt rained.", title=None, published=None, body="May 5, 2025\n\nIt rained."),
    reads("snippet", "May 5, 2025", title=None, published=None),
    reads("snippet", "May 5, 2025\n=====\n\nIt rained.", title="May 5, 2025"),
    reads("snippet", "Jane Roe\n\nIt rained.", title="Jane Roe", byline=None),
    reads("snippet", "Jane Roe\nTags: a\n\nIt rained.", title="Jane Roe", byline=None),
    reads("snippet", "Jane Roe, May 5, 2025\n\nRain at last\n\nIt rained.", title="Rain at last", byline="Jane Roe", published=Moment(2025, 5, 5)),
    gives("snippet", "May 5, 2025\nRain at last\nTags: a\n\nB", "May 6, 2025\nRain at last\nTags: a\n\nB", published="2025-05-06"),
    gives("snippet", "May 5, 2025\nRain at last\nTags: a\n\nB", "Rain at last\nTags: a\n\nB", published=None),
)  # fmt: skip
decide(
    "What newsrooms put above titles is none, where there is one below: words such as `Press release`, where the "
    "page stands in its site, its number, and the address that it was printed from. Below a title they say nothing.",
    *(
        reads("snippet", f"{line}\n\nRain at last\n\nDate: 2025-09-12\n\nB", title="Rain at last", subtitle=None, published=Moment(2025, 9, 12), body="B")
        for line in ("PRESS RELEASE", "Breaking news", "Eilmeldung", "Home > News > Africa", "News » Africa", "Page 1 of 2", "Seite 3/4", "1 of 25 DOCUMENTS", "FOR IMMEDIATE RELEASE:", "This page was printed from: https://a.example/1")
    ),
    reads("snippet", "Press release\n\nRain at last\n\nIt rained.", title="Rain at last", body="It rained."),
    reads("snippet", "announcement.\n\nRain at last\n\nIt rained.", title=None),
    reads("snippet", "is\n\nRain at last\n\nIt rained.", title="is"),
    reads("snippet", "Press release\n\nIt rained.", title="Press release", body="It rained."),
    reads("snippet", "Press release\nTags: a\n\nIt rained.", title="Press release", tags=("a",)),
    reads("snippet", "« Rain » at last\n\nIt rained.", title="« Rain » at last"),
    reads("snippet", "Rain>snow\n\nRain at last\n\nIt rained.", title="Rain>snow"),
    reads("snippet", "Flood: https://a.example/1\n\nIt rained.", title=None),
    reads("snippet", "## T\nAnalysis\nTags: a\n\nB", title="T", subtitle=None, tags=("a",)),
    gives("snippet", "Press release\n\nRain at last\nTags: a\n\nB", "Press release\n\nSnow at last\nTags: a\n\nB", title="Snow at last"),
)  # fmt: skip
decide(
    "A browser prints when, and the page's title, above a page, and its address below: the first is nothing, where a "
    "title is below it, and the last the article's then.",
    *(
        reads("snippet", f"{line}\n\nRain at last\n\nIt rained.\n\nhttps://a.example/rain 1/3\n", title="Rain at last", url="https://a.example/rain", document_date=None, body="It rained.")
        for line in ("9/12/25, 10:38 PM    Rain at last - Post", "12.09.2025, 22:38\tRain", "2025-09-12 22:38      Post - Rain at last")
    ),
    reads("snippet", "9/12/25, 10:38 PM  T\n# Rain\nLink: b.example\n\nB\n\nhttps://a.example/rain 1/1", title="Rain", url="b.example", body="B"),
    reads("snippet", "9/12/25, 10:38 PM  Rain\n\nRain at last\n\nIt rained.", title="Rain at last", url=None, body="It rained."),
    reads("snippet", "9/12/25, 10:38 PM  Rain\n\n# Rain\n\nhttps://a.example/rain 1/1", title="Rain", url=None, body="https://a.example/rain 1/1"),
    reads("snippet", "9/12/25, 10:38 PM  Rain\n\n# Rain", title="Rain", body=None),
    reads("snippet", "9/12/25, 10:38 PM  Rain\n\nIt rained.\n\nIt stopped.", title="9/12/25, 10:38 PM  Rain"),
    reads("snippet", "Rain at last\n\nIt rained.\n\nhttps://a.example/rain 1/3", url=None, body="It rained.\n\nhttps://a.example/rain 1/3"),
    reads("snippet", "9/12/25  Rain at last\n\nSnow to come\n\nIt rained.", title="9/12/25  Rain at last"),
    gives("snippet", "9/12/25, 10:38 PM  T\n\nRain at last\n\nB\n\nhttps://a.example/1 1/1", "9/12/25, 10:38 PM  T\n\nSnow at last\n\nC\n\nhttps://a.example/2 1/1", title="Snow at last", body="C", url="https://a.example/2"),
    gives("snippet", "9/12/25, 10:38 PM  T\n\nRain at last\n\nB\n\nhttps://a.example/1 1/1", "9/12/25, 10:38 PM  T\n\nRain at last\nTags: a\n\nB\n\nhttps://a.example/1 1/1", tags=["a"]),
    refuses("snippet", "9/12/25, 10:38 PM  T\n\nRain at last\n\nB\n\nhttps://a.example/1 1/1", "url", url="/1"),
)  # fmt: skip
decide(
    "A date behind what stands above releases is the publication date, whatever parts them; other words and a colon in "
    "front of a date are a label.",
    *(
        reads("snippet", f"{line}\n\nRain at last\n\nIt rained.", title="Rain at last", published=Moment(2025, 9, 12), byline=None, body="It rained.")
        for line in (
            "FOR IMMEDIATE RELEASE: September 12, 2025",
            "For Immediate Release – September 12, 2025",
            "FOR IMMEDIATE RELEASE September 12, 2025",
            "PRESS RELEASE - September 12, 2025",
            "News Release | Friday, 12 September 2025",
            "Pressemitteilung, 12. September 2025",
        )
    ),
    reads("snippet", "T one\nMedia release: 5 May 2025\n\nB", title="T one", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "For immediate release: the mayor goes\n\nHe said so in 2025.", title="For immediate release: the mayor goes", published=None),
    reads("snippet", "T one\nTags: a\nWhen: 5 May 2025\n\nB", published=None, extra={"When": "5 May 2025"}),
    reads("snippet", "T one\nTags: a\nWorld: 5 May 2025\n\nB", published=None, extra={"World": "5 May 2025"}),
    reads("snippet", "---\n## T\nPress release:\n---\n\nB", published=None, extra={"Press release": ""}),
    reads("snippet", "1 of 25 documents in the case\n\nIt rained.", title="1 of 25 documents in the case"),
    gives("snippet", "FOR IMMEDIATE RELEASE: May 5, 2025\n\nRain at last\n\nB", "FOR IMMEDIATE RELEASE: May 6, 2025\n\nSnow at last\n\nB", title="Snow at last", published="2025-05-06"),
    gives("snippet", "FOR IMMEDIATE RELEASE: May 5, 2025\n\nRain at last\n\nB", "FOR IMMEDIATE RELEASE\n\nRain at last\n\nB", published=None),
)  # fmt: skip
decide(
    "An unknown label right below a header is none where the line goes on below in small letters, with no known "
    "label right below that.",
    reads("snippet", "## T\nTags: a\nNote: the mayor spoke on Monday and\ncould not be reached\n\nB", body="Note: the mayor spoke on Monday and\ncould not be reached\n\nB", extra={}),
    reads("snippet", "## T\nTags: a\nNote: the mayor spoke and\nleft", body="Note: the mayor spoke and\nleft", extra={}),
    reads("snippet", "## T\nTags: a\nEditor: A. Khan\nand B. Li\nID: 1\n\nB", ("stray-line", "and B. Li"), id="1", extra={"Editor": "A. Khan"}),
    reads("snippet", "## T\nTags: a\nEditor: A. Khan\nIt rained.", body="It rained.", extra={"Editor": "A. Khan"}),
)  # fmt: skip
decide(
    "Several labels may stand on a line behind names or a date, with a gap between them, a tab, a sign, or behind "
    "a date a comma, where the next is a known label with its colon. Text may have such things in it.",
    *(
        reads("snippet", f"## T\nSource: Valley Post{gap}Date: May 5, 2025{gap}Author: Jane Roe\n\nB", source=Source(name="Valley Post"), published=Moment(2025, 5, 5), authors=(Person(name="Jane Roe"),), body="B")
        for gap in ("  ", "\t", " \t ", " / ", " • ", " · ", " | ")
    ),
    reads("snippet", "## T\nPublished: May 5, 2025, Updated: May 6, 2025\n\nB", published=Moment(2025, 5, 5), modified=Moment(2025, 5, 6)),
    reads("snippet", "## T\nTags: rain, Source: a river\n\nB", tags=("rain", "Source: a river"), source=None),
    reads("snippet", "## T\nSummary: It rained  Source: AP\n\nB", summary="It rained  Source: AP", source=None),
    reads("snippet", "## T\nNote: It rained  Source: AP\nID: 1\n\nB", extra={"Note": "It rained  Source: AP"}, source=None),
    reads("snippet", "## T\nSource: AP  Desk: b\n\nB", source=Source(name="AP  Desk: b"), extra={}),
    reads("snippet", "## T\nSource: AP Date: 2025-09-12\n\nB", source=Source(name="AP Date: 2025-09-12")),
    gives("snippet", "## T\nSource: AP / Date: May 5, 2025\n\nB", "## T\nSource: AP / Date: May 6, 2025\n\nB", published="2025-05-06"),
    gives("snippet", "## T\nSource: AP / Date: May 5, 2025\n\nB", "## T\nSource: AP\n\nB", published=None),
    gives("snippet", "## T\nSource: AP / Date: May 5, 2025\n\nB", "## T\nSource: AP / Date: May 5, 2025\nTags: a\n\nB", tags=["a"]),
    refuses("snippet", "## T\nSource: AP\n\nB", "source", source="AP / Date: May 5, 2025"),
)  # fmt: skip
decide(
    "A date behind the name of a source or of who wrote is none of it: behind a comma, a sign, a word or in brackets.",
    *(
        reads("snippet", f"## T\nSource: Valley Post{date}\n\nB", source=Source(name="Valley Post"), published=Moment(2025, 5, 5), body="B")
        for date in (", May 5, 2025", " | 5 May 2025", "| 2025-05-05", " - May 5, 2025", " (May 5, 2025)", " on May 5, 2025", " vom 5.5.2025", ", on May 5, 2025")
    ),
    reads("snippet", "## T\nAuthor: Jane Roe and A. Khan, May 5, 2025\n\nB", authors=(Person(name="Jane Roe"), Person(name="A. Khan")), published=Moment(2025, 5, 5)),
    reads("snippet", "## T\nSource: Post, May 5, 2025\nDate: 2025-05-06\n\nB", source=Source(name="Post"), published=Moment(2025, 5, 6)),
    *(reads("snippet", f"## T\nSource: {line}\n\nB", source=Source(name=line), published=None) for line in ("Post 2025", "Report 2025-09-12", "Post, May 2025", "(May 5, 2025)", "Post (May 5, 2025", "May 5, 2025", "on May 5, 2025")),
    gives("snippet", "## T\nSource: Post (May 5, 2025)\n\nB", "## T\nSource: Post (May 6, 2025)\n\nB", published="2025-05-06"),
    gives("snippet", "## T\nSource: Post, May 5, 2025\n\nB", "## T\nSource: AP, May 5, 2025\n\nB", source="AP"),
    refuses("snippet", "## T\nSource: Post\n\nB", "source", source="Post, May 5, 2025"),
    fresh({"snippet": ("source",)}, source="Post, May 5, 2025"),
)  # fmt: skip
FALLS = "Rain falls on the valley"
decide(
    "A name alone, with a place or a house behind it, is the by-line and no subtitle: where its first "
    "name is a common one, or the title's words are in small letters. A role, a house or an address "
    "right below a by-line says nothing more.",
    reads("snippet", f"{FALLS}\nSam Jones in Madrid\nTags: a\n\nB", title=FALLS, byline="Sam Jones in Madrid", subtitle=None),
    reads("snippet", f"{FALLS}\nU. Roe, Gazette\nMay 5, 2025\n\nB", byline="U. Roe, Gazette", published=Moment(2025, 5, 5), subtitle=None, body="B"),
    reads("snippet", f"{FALLS}\nRoda Roe and Ula Li - Valley Post\nTags: a\n\nB", byline="Roda Roe and Ula Li - Valley Post"),
    reads("snippet", f"{FALLS}\nJane Roe (a@b.example)\nTags: a\n\nB", byline="Jane Roe (a@b.example)"),
    reads("snippet", f"{FALLS}\nBy Ula Roe @ula\nTags: a\n\nB", byline="By Ula Roe @ula"),
    reads("snippet", f"{FALLS}\nJane Roe, Kommersant\nTags: a\n\nB", byline="Jane Roe, Kommersant"),
    reads("snippet", f"{FALLS}\nDawn Report\nTags: a\n\nB", byline="Dawn Report"),
    reads("snippet", f"{FALLS}\nJane Roe\nTags: a\n\nB", byline="Jane Roe"),
    reads("snippet", "Rain Falls Over Madrid\nJane Roe\nTags: a\n\nB", byline="Jane Roe"),
    reads("snippet", "Rain Falls Over Madrid\nHeavy Rain in Madrid\nTags: a\n\nB", byline=None, subtitle="Heavy Rain in Madrid"),
    *(
        reads("snippet", f"{FALLS}\n{line}\nTags: a\n\nB", byline=None, subtitle=line)
        for line in ("Heavy rain in Madrid", "Heavy Rain in Madrid", "Labour Party", "Jane Roe, who won", "Heavy Rain", "Heavy Rain in Spring", "Heavy Rain, Floods", "New York", "Rain for 3 Days in Madrid", "Jane Roe wins in Madrid", "A big day for the party")
    ),
    reads("snippet", f"{FALLS}\nJane Roe\nStaff Writer\njane.roe@post.example\nMay 5, 2025\n\nB", byline="Jane Roe", published=Moment(2025, 5, 5), subtitle=None, body="B"),
    reads("snippet", f"{FALLS}\nBy Jane Roe\nHeavy rain\nTags: a\n\nB", byline="By Jane Roe", subtitle="Heavy rain"),
    reads("snippet", "## 雨\n文／张三\n2025-09-12\n\nB", byline="文／张三", published=Moment(2025, 9, 12)),
    reads("snippet", "## 雨\n記者張三／台北報導\n2025-09-12\n\nB", byline="記者張三／台北報導"),
    reads("snippet", "## 비\n홍길동기자\n2025-09-12\n\nB", byline="홍길동기자"),
    gives("snippet", f"{FALLS}\nSam Jones in Madrid\nTags: a\n\nB", f"{FALLS}\nPaul Roe in Oslo\nTags: a\n\nB", byline="Paul Roe in Oslo"),
    gives("snippet", f"{FALLS}\nSam Jones in Madrid\nTags: a\n\nB", f"{FALLS}\nByline: The desk\nTags: a\n\nB", byline="The desk"),
)  # fmt: skip
decide(
    "A by-line right below a label line is one, where nothing is right below it but a label; above a "
    "sure dateline it needs neither a label nor a date.",
    reads("snippet", "## T\nDate: 2025-09-12\nBy Jane Roe\n\nB", byline="By Jane Roe", body="B"),
    reads("snippet", "## T\nDate: 2025-09-12\nBy Jane Roe\nTags: a\n\nB", byline="By Jane Roe", tags=("a",)),
    reads("snippet", "## T\nDate: 2025-09-12\nBy Jane Roe\nB", byline=None, body="By Jane Roe\nB"),
    reads("snippet", "## T\nDate: 2025-09-12\n\nBy Jane Roe\n\nB", byline=None, body="By Jane Roe\n\nB"),
    reads("snippet", "## T\nBy Jo Roe\nDate: 2025-09-12\nBy Jane Roe\n\nB", byline="By Jo Roe", body="By Jane Roe\n\nB"),
    reads("snippet", "## T\nDate: 2025-09-12\nBy the river it rained\n\nB", byline=None),
    reads("snippet", "T\nBy Jane Roe\nAssociated Press\n\nKARACHI (AP) – It rained.", title="T", byline="By Jane Roe", dateline=Dateline(place="KARACHI", agency="AP"), body="It rained."),
    reads("snippet", "T\nBy Jane Roe\n\nIt rained.", title="T", byline="By Jane Roe", body="It rained."),
)  # fmt: skip
decide(
    "A date and names may stand on one line below a title, either in front; between two may be a sign, "
    "or a word as in `by` and `on`. The time that reading takes may be behind them.",
    *(
        reads("snippet", f"## T\n{line}\n\nB", title="T", byline=byline, published=Moment(2025, 5, 5), body="B")
        for line, byline in (
            ("5 May 2025 by Jane Roe", "Jane Roe"),
            ("May 5, 2025 | By Jane Roe", "Jane Roe"),
            ("May 5, 2025 • Jane Roe • 3 min read", "Jane Roe"),
            ("May 5, 2025 / CBS News", "CBS News"),
            ("Jane Roe | May 5, 2025", "Jane Roe"),
            ("Jane Roe, May 5, 2025 - 3 min read", "Jane Roe"),
            ("By Jane Roe on May 5, 2025", "By Jane Roe"),
            ("Posted by Jane Roe on May 5, 2025", "Posted by Jane Roe"),
            ("May 5, 2025 · 3 min read", None),
        )
    ),
    reads("snippet", "## T\nJane Roe Published May 5, 2025 Updated May 6, 2025 08:01am\n\nB", byline="Jane Roe", published=Moment(2025, 5, 5), modified=Moment(2025, 5, 6, 8, 1), body="B"),
    reads("snippet", "## T\nMay 5, 2025 Last updated on May 6, 2025\n\nB", published=Moment(2025, 5, 5), modified=Moment(2025, 5, 6)),
    reads("snippet", "## T\nRain Falls Published May 5, 2025\n\nB", byline=None, published=None),
    reads("snippet", "## T\nMay 5, 2025 - Rain Falls\n\nB", byline=None, published=None),
    gives("snippet", "## T\n5 May 2025 by Jane Roe\n\nB", "## T\n6 May 2025 by Jane Roe\n\nB", published="2025-05-06"),
    gives("snippet", "## T\n5 May 2025 by Jane Roe\n\nB", "## T\n5 May 2025 by The Desk\n\nB", byline="The Desk"),
    gives("snippet", "## T\nJane Roe • May 5, 2025 • 3 min read\n\nB", "## T\nJane Roe • May 6, 2025 • 3 min read\n\nB", published="2025-05-06"),
)  # fmt: skip
decide(
    "An address alone below a title is the article's.",
    reads("snippet", "T one\nhttps://a.example/1\nDate: 2025-09-12\n\nB", title="T one", url="https://a.example/1", published=Moment(2025, 9, 12), body="B"),
    reads("snippet", f"T one\nhttps://a.example/{'1' * 120}\nDate: 2025-09-12\n\nB", url=f"https://a.example/{'1' * 120}"),
    reads("snippet", "T one\nhttps://a.example/1\nURL: https://a.example/2\n\nB", url="https://a.example/2"),
    gives("snippet", "T one\nhttps://a.example/1\nTags: a\n\nB", "T one\nhttps://a.example/2\nTags: a\n\nB", url="https://a.example/2"),
    gives("snippet", "T one\nhttps://a.example/1\nTags: a\n\nB", "T one\nLink: /2\nTags: a\n\nB", url="/2"),
    gives("snippet", "T one\nhttps://a.example/1\nTags: a\n\nB", "T one\nTags: a\n\nB", url=None),
)  # fmt: skip
decide(
    "With blank lines between them, they are the same: but a plain line is the subtitle only if text "
    "follows the labels, and a heading only if it is lower than the title.",
    reads("snippet", "## T\n\nBy Jane Roe\n\nDate: 2025-09-12\n\nTags: a\n\nB", byline="By Jane Roe", tags=("a",), body="B"),
    reads("snippet", "## T\n\nMay 5, 2025\n\nTags: a\n\nB", published=Moment(2025, 5, 5), tags=("a",), body="B"),
    reads("snippet", "# T\n\n## Farmers glad\n\nTags: a\n\nB", subtitle="Farmers glad", tags=("a",), body="B"),
    reads("snippet", "## T\n\n## Rain\n\nTags: a\n\nB", title="T", subtitle=None, body="## Rain\n\nTags: a\n\nB"),
    reads("snippet", "# T\n\nFarmers glad\n\nBy Jane Roe\n\nMay 5, 2025\n\nTags: a\n\nB", subtitle="Farmers glad", byline="By Jane Roe", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "T one\n\nFarmers glad\n\nTags: a\nDesk: b\n\nB", title="T one", subtitle="Farmers glad", body="B"),
    reads("snippet", "# T\n\nFarmers glad\n\nTags: a\n", subtitle=None, body="Farmers glad", tags=("a",)),
    reads("snippet", "# T\n\nFarmers glad\n\nSo: it rained\n\nTags: a\n", subtitle=None, body="Farmers glad\n\nSo: it rained", tags=("a",)),
    reads("snippet", "# T\n\nIt rained.\n\nTags: a\n\nB", subtitle=None, tags=()),
    reads("snippet", "---\n# T\n\nBy Jane Roe\n\nTags: a\n---\n\nB", byline="By Jane Roe", tags=("a",), body="B"),
    gives("snippet", "# T\n\nBy A. Khan\n\nTags: a\n\nB", "# T\n\nBy A. Khan\n\nTags: a\nSource: AP\n\nB", source="AP"),
    refuses("snippet", "# T\n\nB", "body", body="Farmers glad\n\nTags: a\n\nB"),
)  # fmt: skip
decide(
    "A heading with a known label below it is the title, whatever a template left above it: a few "
    "short lines that are no sentences. They stay in the text, and are no part of the article.",
    *(
        reads("snippet", f"{line}{gap}## Rain{gap}Date: 2025-09-12{gap}Tags: a\n\nB", title="Rain", published=Moment(2025, 9, 12), tags=("a",), body="B")
        for line in ("***", "* * *", "____", "=====", "———", "```", "~~~ text", "<!-- x -->", "<hr>", "\xa0", "rki.news", "Home > News", "Breaking: flood", "Home\nNews\n\nRain", "***\n---")
        for gap in ("\n", "\n\n")
    ),
    reads("snippet", "Home\n\nRain one\n===\nDate: 2025-09-12\n\nB", title="Rain one", body="B"),
    reads("snippet", "=====\nRain one\n=====\nDate: 2025-09-12\n\nB", title="Rain one", body="B"),
    reads("snippet", "rki.news\n\n---\n## T\nTags: a\n---\n\nB", title="T", tags=("a",), body="B"),
    reads("snippet", "Home > News\n\n---\nTitle: T\nTags: a\n---\n\nB", title="T", tags=("a",), body="B"),
    reads("snippet", "---\nHome > News\n## T\nTags: a\n---\n\nB", title="T", tags=("a",), body="B"),
    reads("snippet", "---\n***\n## T\nTags: a\n---\n\nB", title="T", tags=("a",), body="B"),
    gives("snippet", "***\n\n## T\nTags: a\n\nB", "***\n\n## U\nTags: a\nSource: AP\n\nB", title="U", source="AP"),
    refuses("snippet", "Home\n\n## T\nTags: a\n\nB", "tags", tags=None),
)  # fmt: skip
decide(
    "Text is none of a template's: a sentence, a long line, many lines, a line above a fence that ends "
    "a header, or one above a heading that no known label follows.",
    reads("snippet", "It rained.\n\n## U\nDate: 2025-09-12\n\nB", title=None, body="It rained.\n\n## U\nDate: 2025-09-12\n\nB"),
    reads("snippet", "Rain\n\nIt rained.\n\n## U\nDate: 2025-09-12\n\nB", title="Rain"),
    reads("snippet", f"Rain\n\n{'So ' * 50}\n\n## U\nDate: 2025-09-12\n\nB", title="Rain"),
    reads("snippet", "T one\n\na\n\nb\n\nc\n\nd\n\ne\n\n## U\nDate: 2025-09-12\n\nB", title="T one"),
    reads("snippet", "T one\n\n## U\nDesk: a\n\nB", title="T one", body="## U\nDesk: a\n\nB"),
    reads("snippet", "T one\n---\n## U\nTags: a\n", title="T one", body="## U\nTags: a\n"),
    reads("snippet", "T one\n\n---\n\nTags: a\n\n---\n\nB", title="T one", body="Tags: a\n\n---\n\nB"),
    reads("snippet", "T one\nTags: a\n## U\n\nB", title="T one", tags=("a",), body="## U\n\nB"),
    reads("snippet", "Home\nNews", title=None, body="Home\nNews"),
)  # fmt: skip
decide(
    "A line of signs or blanks alone, or with markup alone, is never the title, nor is the name of a "
    "host; nor do they keep one below them from being it. A host needs a known label for that.",
    *(reads("snippet", f"{line}\n\nIt rained.\n", title=None, body=f"{line}\n\nIt rained.\n") for line in ("***", "____", "=====", "```", "<!-- x -->", "\xa0", "{")),
    *(reads("snippet", f"{line}\n\nRain at last\n\nIt rained.\n", title="Rain at last", body="It rained.\n") for line in ("***", "=====", "\xa0")),
    reads("snippet", "***\n\nTags: a\n\nB", title=None, tags=("a",), body="B"),
    reads("snippet", "rki.news\n\nTags: a\n\nB", title=None, tags=("a",), body="B"),
    reads("snippet", "rki.news\n\nRain at last\n\nB", title=None, source=Source(name="rki.news"), body="Rain at last\n\nB"),
    reads("snippet", "***", title=None, body="***"),
    reads("snippet", "Category: A\n\n***\n\nB", title=None, body="***\n\nB"),
)  # fmt: skip
decide(
    "Between two rules of the same sign, or one and a fence, a header stands as between fences.",
    *(
        reads("snippet", f"{rule}\n\n## T\n\nTags: a\n\nDesk: b\n\n{end}\n\nB", title="T", tags=("a",), extra={"Desk": "b"}, body="B")
        for rule, end in (("***", "***"), ("* * *", "***"), ("____", "___"), ("=====", "====="), ("———", "———"), ("- - -", "- - -"), ("```", "```"), ("***", "---"))
    ),
    reads("snippet", "***\n\n## T\n\nTags: a\n\n___\n\nB", title="T", tags=("a",), body="___\n\nB"),
    reads("snippet", "## T\n\nTags: a\n\n***\n\nB", title="T", tags=("a",), body="***\n\nB"),
    reads("snippet", "***\n\nIt rained\n\n***\n\nB", title="It rained", body="***\n\nB"),
    gives("snippet", "***\n## T\nTags: a\n***\n\nB", "***\n## T\nTags: a\nSource: AP\n***\n\nB", source="AP"),
)  # fmt: skip
decide(
    "A first line with a colon is the title, if known labels are below it, and nothing else is; or if "
    "it stands apart from the text and is no sentence and no dateline. A label that is known is one.",
    reads("snippet", "Flood: it rains\nDate: 2025-09-12\n\nB", title="Flood: it rains", published=Moment(2025, 9, 12), extra={}),
    reads("snippet", "Flood: it rains\n\nTags: a\nSource: Post\n\nRain\n\nB", title="Flood: it rains", tags=("a",), body="Rain\n\nB"),
    reads("snippet", "Flood: it rains\n\nBy Jane Roe\n\nTags: a\n\nB", title="Flood: it rains", byline="By Jane Roe", body="B"),
    reads("snippet", "Flood: it rains\nDesk: b\nTags: a\n\nB.", title="Flood: it rains", extra={"Desk": "b"}, body="B."),
    reads("snippet", "Flood: it rains\n\nTags: a", title="Flood: it rains", tags=("a",)),
    gives("snippet", "Flood: it rains\nTags: a\n\nB.", "Storm: it snows\nTags: a\n\nB.", title="Storm: it snows"),
    reads("snippet", "Desk: a\nTags: b\n## R\n\nB", title="R", extra={"Desk": "a"}),
    reads("snippet", "Desk: a\nTags: b\nTitle: R\n\nB", title="R", extra={"Desk": "a"}),
    reads("snippet", "Desk: a\nTags: b\n\nRain at last\n\nB", title="Rain at last", extra={"Desk": "a"}),
    reads("snippet", "By: Jane\nTags: b\n\nB.", title=None, byline="Jane"),
    reads("snippet", "**Desk:** a\nTags: b\n\nB.", title=None, extra={"Desk": "a"}),
    reads("snippet", "Desk:\nTags: b\n\nB.", title=None, extra={"Desk": ""}),
    reads("snippet", "Desk: it rained.\nTags: b\n\nB.", title=None, extra={"Desk": "it rained."}),
    reads("snippet", "Desk: a | Tags: b\n\nB.", title=None, extra={"Desk": "a"}),
    reads("snippet", "Flood: it rains\n\nIt rained.", title="Flood: it rains", body="It rained."),
    reads("snippet", "Flood: who won?\nBy Jane Roe\nMay 5, 2025\n\nRain\n\nB", title="Flood: who won?", byline="By Jane Roe", published=Moment(2025, 5, 5), body="Rain\n\nB"),
    reads("snippet", "Flood: it rains", title=None),
    reads("snippet", "Flood: it rains\nIt rained.", title=None),
    reads("snippet", "Flood: it rains\n\nKARACHI: It rained.", title="Flood: it rains", dateline=Dateline(place="KARACHI"), body="It rained."),
    reads("snippet", "Q: What now?\n\nA: It rained.", title=None),
    reads("snippet", "Flood: it rains.\n\nIt rained.", title=None),
    reads("snippet", "He said: “It rains.”\n\nIt rained.", title=None),
    reads("snippet", "KARACHI: Rain falls\n\nIt rained.", title=None, dateline=Dateline(place="KARACHI")),
    reads("snippet", "Flood: it rains\n\n## Rain\n\nB", title=None),
    reads("snippet", "Source: Post hits site\nDate: 2025-09-12\n\nB.", title=None, source=Source(name="Post hits site")),
)  # fmt: skip
decide(
    "A first line that ends with a full stop is the title where known labels, a by-line or a date are "
    "right below it, and text further on.",
    reads("snippet", "Rain in the U.S.\nDate: 2025-09-12\nTags: a\n\nB.", title="Rain in the U.S.", tags=("a",), body="B."),
    reads("snippet", "Roe Jr. vs. Sr.\nBy Jane Roe\nTags: a\n\nB.", title="Roe Jr. vs. Sr.", byline="By Jane Roe", body="B."),
    reads("snippet", "Rain in the U.S.\nMay 5, 2025\n\nB.", title="Rain in the U.S.", published=Moment(2025, 5, 5), body="B."),
    reads("snippet", "Rain in the U.S.\n=====\n\nB.", title="Rain in the U.S.", body="B."),
    reads("snippet", "It rained.\nTags: a", title=None, tags=()),
    reads("snippet", "It rained.", title=None, body="It rained."),
    reads("snippet", "It rained.\nRain falls\nTags: a\n\nB.", title=None, tags=()),
    reads("snippet", "It rained.\n\nTags: a\n\nB.", title=None, tags=()),
    reads("snippet", "Tags: a\n\nIt rained.\nDate: 2025-09-12\n\nB.", title=None, published=None),
)  # fmt: skip
decide(
    "Signs behind a heading close it, as in Markdown, where a blank is in front of them; a title that "
    "ends so is closed by more.",
    reads("snippet", "## Rain ##\nTags: a\n\nB", title="Rain"),
    reads("snippet", "# Rain \t####\t\n\nB", title="Rain"),
    reads("snippet", "## ##\n\nB", title=""),
    reads("snippet", "## The language C#\n\nB", title="The language C#"),
    reads("snippet", "## The language C # ##\n\nB", title="The language C #"),
    gives("snippet", "## Rain ##\n\nB", "## Snow ##\n\nB", title="Snow"),
    gives("snippet", "## Rain\n\nB", "## C # ##\n\nB", title="C #"),
    gives("snippet", "## Rain ##\n\nB", "## C # ##\n\nB", title="C #"),
    gives("snippet", "Tags: a\n\nB", "## C # ##\nTags: a\n\nB", title="C #"),
    fresh({}, title="C #"),
)  # fmt: skip
decide(
    "The words of a label are the title, if a line of signs is below them; that is no label's value.",
    reads("snippet", "Headline\n=====\nDate: 2025-09-12\n\nB", title="Headline", body="B"),
    reads("snippet", "  Summary\n-----\nDate: 2025-09-12\n\nB", title="Summary", body="B"),
    reads("snippet", "## T\nSummary:\n***\n\nB", title="T", summary="", body="***\n\nB"),
)  # fmt: skip
decide(
    "Behind a blank line a label without a colon may be a crosshead: one for addresses needs one, any "
    "other a line that is no sentence and has no further one below it.",
    reads("snippet", "## T\nTags: a\n\nLink\nIt rained on the bridge\n\nB", url=None, body="Link\nIt rained on the bridge\n\nB"),
    reads("snippet", "## T\nTags: a\n\nLink\nhttps://a.example/\n\nB", url="https://a.example/", body="B"),
    reads("snippet", "## T\nTags: a\n\nLink\nrki.news/1\n\nB", url="rki.news/1", body="B"),
    reads("snippet", "## T\nTags: a\n\nSource\nIt rained.\n\nB", source=None, body="Source\nIt rained.\n\nB"),
    reads("snippet", "## T\nTags: a\n\nSource\nRain fell on it and\nit rose\n\nB", source=None),
    reads("snippet", "## T\nTags: a\n\nSource\nValley Post\n\nB", source=Source(name="Valley Post"), body="B"),
    reads("snippet", "## T\nTags: a\n\nSource\nPost Inc.", source=Source(name="Post Inc.")),
    reads("snippet", "## T\nTags: a\nSummary\nIt rained.\n\nB", summary="It rained.", body="B"),
    reads("snippet", "## T\n\nAuthor\nJane Roe\nPublished\nMay 5, 2025\n\nB", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "Summary\nIt rained.\n\nB", summary=None, body="Summary\nIt rained.\n\nB"),
    gives("snippet", "## T\nTags: a\n\nB", "## T\nTags: a\n\nSource\nIt rained.\n\nB", body="Source\nIt rained.\n\nB"),
)  # fmt: skip
decide(
    "A list keeps an item a line when its names change.",
    gives("snippet", "## T\nTags:\n- a\n- b\n\nB", "## T\nTags:\n- a\n- c\n\nB", tags=["a", "c"]),
    gives("snippet", "## T\nTags:\n  * a\r\n  * b\n\nB", "## T\nTags:\n  * a\r\n  * b\r\n  * c\n\nB", tags=["a", "b", "c"]),
    gives("snippet", "## T\nTags:\n- a\n- b\n- c\n\nB", "## T\nTags:\n- c\n\nB", tags=["c"]),
    gives("snippet", "## T\nTags:\n- a\n\nB", "## T\nTags:\n- a, b\n\nB", tags=["a", "b"]),
    gives("snippet", "## T\nAuthor:\n- A. Khan\n- B. Li\n\nB", "## T\nAuthor:\n- A. Khan\n- C. Li\n\nB", authors=["A. Khan", "C. Li"]),
    gives("snippet", "## T\nTags:\n- a\n- b\n\nB", "## T\n\nB", tags=[]),
)  # fmt: skip
decide(
    "Archives print label lines apart from each other, unknown ones among them, where text is further on; and a label "
    "of the text itself behind two others, on its line or above it, with label lines below the text.",
    reads("snippet", "T one\n\nBYLINE: Jane Roe\n\nLENGTH: 512 words\n\nSECTION: Metro\n\nIt rained.", byline="Jane Roe", extra={"LENGTH": "512 words"}, categories=names("Metro"), body="It rained."),
    reads("snippet", "T one\n\nBYLINE: Jane Roe\n\nLENGTH: 512 words\n\nIt rained.", extra={}, body="LENGTH: 512 words\n\nIt rained."),
    reads("snippet", "T one\n\nCategory: A\n\nThe result: rain\n\nSource: AP\n", extra={}, source=None, body="The result: rain\n\nSource: AP\n"),
    reads("snippet", "T one\nCategory: A\n\nThe result: rain\n\nSource: AP\n\nIt rained.", extra={}, source=None),
    reads("snippet", "T one\n\nCategory: A\n\nHe said: the rain is hard.\n\nSource: AP\n\nIt rained.", extra={}, source=None),
    reads(
        "snippet", "Title: Rain at last\n\nAuthor: Roe, Jane\n\nPublication title: Post\n\nFull text: It rained.\n\nIt stopped.\n\nDocument URL: https://a.example/1",
        title="Rain at last", authors=(Person(name="Roe, Jane"),), source=Source(name="Post"), url="https://a.example/1", body="It rained.\n\nIt stopped.",
    ),
    reads("snippet", "T one\nSection: A\nAuthor: Jane\n\nBody\n\nIt rained.", title="T one", body="It rained."),
    reads("snippet", "T one\nSection: A\nAuthor: Jane\nFull text:\nOSLO (AP) — It rained.", dateline=Dateline(place="OSLO", agency="AP"), body="It rained."),
    reads("snippet", "T one\nSection: A\nAuthor: Jane\nFull text:\n", body=None, extra={}),
    reads("snippet", "Full text: the mayor's speech\nSection: A\nAuthor: Jane\n\nB", title="Full text: the mayor's speech", body="B"),
    reads("snippet", "T one\nSection: A\n\nFull text: the mayor's speech\n\nB", body="Full text: the mayor's speech\n\nB"),
    reads("snippet", "T one\nSection: A\nAuthor: Jane\nBody: b\n\nB", extra={"Body": "b"}, body="B"),
    reads("snippet", "T one\nSection: A\nAuthor: Jane\n\nBody", body="Body"),
    reads("snippet", "---\n## T\nSection: A\nAuthor: Jane\nFull text: b\n---\n\nB", extra={"Full text": "b"}, body="B"),
    gives("snippet", "T one\nSection: A\nAuthor: Jane\nFull text: It rained.\n\nURL: https://a.example/1", "T one\nSection: C\nAuthor: Jane\nFull text: It hailed.\n\nURL: https://a.example/2", categories=["C"], body="It hailed.", url="https://a.example/2"),
    gives("snippet", "T one\nSection: A\nAuthor: Jane\nFull text: It rained.", "T one\nSection: A\nTags: b\nAuthor: Jane\nFull text: It rained.", tags=["b"]),
    gives("snippet", "T one\nSection: A\nAuthor: Jane\nFull text: It rained.", "T one\nSection: A\nAuthor: Jane\nFull text: ", body=None),
    gives("snippet", "T one\n\nBYLINE: Jane\n\nLENGTH: 512\n\nSECTION: A\n\nB", "T one\n\nBYLINE: Jane\n\nLENGTH: 513\n\nSECTION: A\n\nB", extra={"LENGTH": "513"}),
    refuses("snippet", "T one\nSection: A\nAuthor: Jane\nFull text: It rained.", "body", body=" It rained."),
)  # fmt: skip
decide(
    "A list below a label and its colon says its names; lines that are indented go on with the value "
    "above them, if a known label or a fence is right below.",
    reads("snippet", "## T\nTags:\n- a\n- b\nDate: 2025-09-12\n\nB", tags=("a", "b"), published=Moment(2025, 9, 12), body="B"),
    reads("snippet", "## T\nTags:\r\n* a, b\r\n* c\r\n\r\nB", tags=("a, b", "c"), body="B"),
    reads("snippet", "---\n## T\nTags:\n- a\n- b\nDesk: c\n---\n\nB", tags=("a", "b"), extra={"Desk": "c"}, body="B"),
    reads("snippet", "## T\nTags:\n- a\n\nB", tags=("a",), body="B"),
    reads("snippet", "## T\nTags:\n- a\n\n- B", tags=("a",), body="- B"),
    reads("snippet", "## T\nTags:\n- a\n- b", tags=("a", "b")),
    reads("snippet", "## T\nTags:\n- a\n- Date: 2025-09-12\n\nB", tags=("a",), published=Moment(2025, 9, 12), body="B"),
    reads("snippet", "## T\nTags:\n- a | b\n- c\nDate: 2025-09-12\n\nB", ("stray-line", "- c"), published=Moment(2025, 9, 12), body="B"),
    gives("snippet", "## T\nTags:\n- a\n- b\n\nB", "## T\n\nB", tags=None),
    gives("snippet", "## T\nTags:\n- a\n- b\n\nB", "## T\nTags:\n- a\n- b\nSource: AP\n\nB", source="AP"),
    reads("snippet", "## T\nSummary: It rained\n  and\n\trained.\nTags: a\n\nB", summary="It rained and rained.", tags=("a",), body="B"),
    reads("snippet", "---\n## T\nSummary: It rained\n  and rained.\n---\n\nB", summary="It rained and rained.", body="B"),
    reads("snippet", "## T\nSummary: It rained\n  and rained.\n\nB", summary="It rained", body="  and rained.\n\nB"),
    reads("snippet", "## T\nSummary: It rained\n  and\nso it did\n\nB", summary="It rained", body="  and\nso it did\n\nB"),
    reads("snippet", "## T\nSummary: It rained\n  and", summary="It rained", body="  and"),
    reads("snippet", "## T\nSummary: It rained\n  Tags: a\n\nB", summary="It rained", tags=("a",)),
    reads("snippet", "## T\n  Summary: It rained\n  and so on\n  Tags: a\n\nB", ("stray-line", "and so on"), summary="It rained"),
    reads("snippet", "## T\nPublished on May 5, 2025\n  and so on\nTags: a\n\nB", ("stray-line", "and so on"), published=Moment(2025, 5, 5), tags=("a",)),
    gives("snippet", "## T\nSummary: It rained\n  and so.\nTags: a\n\nB", "## T\nSummary: It snowed.\nTags: a\n\nB", summary="It snowed."),
)  # fmt: skip
decide(
    "A line that is no label line, right between two that are, is a defect; the header goes on.",
    reads("snippet", "## T\nSummary: It rained\nand rained.\nTags: a\n\nB", ("stray-line", "and rained."), summary="It rained", tags=("a",), body="B"),
    reads("snippet", "## T\nSummary: It rained\nand rained.\nSo: it did\n\nB", summary="It rained", body="and rained.\nSo: it did\n\nB"),
    reads("snippet", "## T\nTags: a\n\nB\nSummary: no\n", tags=("a",), body="B\nSummary: no\n"),
)  # fmt: skip
decide(
    "Marks of direction may stand in front of a heading; they are no part of it, nor are those that "
    "close them.",
    reads("snippet", "\u202b## بارش\u202c\nDate: 2025-09-12\n\nB", title="بارش", published=Moment(2025, 9, 12), body="B"),
    reads("snippet", "\u200b## T\nTags: a\n\nB", title="T", tags=("a",), body="B"),
    reads("snippet", "## \u202bT\u202c\nTags: a\n\nB", title="\u202bT\u202c"),
    gives("snippet", "\u202b## T\u202c\n\nB", "\u202b## U\u202c\n\nB", title="U"),
    gives("snippet", "\u202b## T\u202c\n\nB", "\u202b## T\u202c\nTags: a\n\nB", tags=["a"]),
    refuses("snippet", "\u200b## T\n\nB", "title", title="U\u202c"),
)  # fmt: skip
decide(
    "A title may be in bold or italics as a whole, as label lines are; the marks stay in the text. What is "
    "marked in part, or is nothing but marks, is the title as it stands.",
    reads("snippet", "**Rain at last**\n\nTags: a\n\nB", title="Rain at last", tags=("a",), body="B"),
    reads("snippet", "_Rain at last_\nTags: a\n\nB", title="Rain at last"),
    reads("snippet", "---\n**Rain at last**\nTags: a\n---\n\nB", title="Rain at last"),
    reads("snippet", "*Rain* at *last*\nTags: a\n\nB", title="*Rain* at *last*"),
    reads("snippet", "* Rain *\nTags: a\n\nB", title="* Rain *"),
    reads("snippet", "## **Rain**\nTags: a\n\nB", title="Rain"),
    reads("snippet", "# *Rain*\n\nB", title="Rain"),
    reads("snippet", "---\n### __Rain__ \nTags: a\n---\n\nB", title="Rain"),
    reads("snippet", "## ***Rain***\n\nB", title="Rain"),
    reads("snippet", "## **Rain** | Tags: a\n\nB", title="Rain", tags=("a",)),
    *(
        reads("snippet", f"## {title}\nTags: a\n\nB", title=title)
        for title in ("**", "****", "*", "_", "**Rain", "Rain**", "*Rain**", "**Rain** and **snow**", "** Rain **", "**Rain**: b")
    ),
    gives("snippet", "## **Rain**\nTags: a\n\nB", "## **Snow**\nTags: a\n\nB", title="Snow"),
    gives("snippet", "## _Rain_\n\nB", "## _**Snow**_\n\nB", title="**Snow**"),
    gives("snippet", "## **Rain**\nTags: a\n\nB", "Tags: a\n\nB", title=None),
    refuses("snippet", "## **Rain**\nTags: a\n\nB", "title", title="**Snow**"),
    refuses("snippet", "## **Rain**\nTags: a\n\nB", "title", title=""),
    refuses("snippet", "## Rain\nTags: a\n\nB", "title", title="**Snow**"),
    fresh(title="**Rain**"),
    fresh(title="__init__", tags=("a",), body="B"),
    fresh(title="**"),
    gives("snippet", "**Rain at last**\nTags: a\n\nB", "**Snow**\nTags: a\n\nB", title="Snow"),
    refuses("snippet", "**Rain at last**\nTags: a\n\nB", "title", title="a**b"),
    fresh(title="*Rain*"),
)  # fmt: skip
decide(
    "A host's name ends in a country's letters or in a word that hosts end in; so file names and names "
    "of people are none.",
    *(reads("snippet", f"## T\nTags: a\n\n{line}\n\nB", source=Source(name=line), body="B") for line in ("rki.news", "Post.co.uk", "BBC.COM", "a-b.example", "пример.рф", "新华.中国")),
    *(reads("snippet", f"## T\nTags: a\n\n{line}\n\nB", source=None, body=f"{line}\n\nB") for line in ("node.js", "Jane.Roe", "Jane.Müller", "a.newsy", "report.pdf", "10.30")),
    reads("snippet", "node.js\n\nIt rained.", title="node.js"),
)  # fmt: skip
decide(
    "A line of `=` below the first line makes it the title; one of `-` does so above a known label, "
    "and is a fence else. It goes with the title.",
    reads("snippet", "T one\n=====\nDate: 2025-09-12\n\nB", title="T one", published=Moment(2025, 9, 12), body="B"),
    reads("snippet", "T one\n-----\nDate: 2025-09-12\n\nB", title="T one", published=Moment(2025, 9, 12), body="B"),
    reads("snippet", "T one\n=====\n\nB", title="T one", body="B"),
    reads("snippet", "T one\n-----\nNote: B", title="T one", body="Note: B"),
    reads("snippet", "T one\n== B\nDate: 2025-09-12\n\nB", title=None),
    gives("snippet", "T one\n=====\nTags: a\n\nB", "T two\n=====\nTags: a\n\nB", title="T two"),
    gives("snippet", "T one\n=====\nTags: a\n\nB", "Tags: a\n\nB.", title=None, body="B."),
)  # fmt: skip

decide(
    "Behind a date on its line may stand a name, categories, another label with its date, as "
    "WordPress prints them. What is none of these makes the whole a bad date.",
    reads("snippet", "T\nPosted on September 12, 2025 by Jane Roe in Weather, Asia\n\nB", published=Moment(2025, 9, 12), byline="Jane Roe", categories=names("Weather", "Asia"), body="B"),
    reads("snippet", "T\nPublié le 12 septembre 2025 à 10h38, mis à jour le 13 septembre 2025\n\nB", published=Moment(2025, 9, 12, 10, 38), modified=Moment(2025, 9, 13)),
    reads("snippet", "T\nVeröffentlicht am 12. September 2025 von Jane Roe\n\nB", published=Moment(2025, 9, 12), byline="Jane Roe"),
    reads("snippet", "T\nPosted on May 5, 2025 in Weather\nCategory: Asia\n\nB", published=Moment(2025, 5, 5), categories=names("Asia")),
    reads("snippet", "T\nDate: May 5, 2025 in Lahore\n\nB", ("bad-date", "May 5, 2025 in Lahore"), published=None),
    reads("snippet", "T\nPosted on May 5, 2025 by the river\n\nB", ("bad-date", "May 5, 2025 by the river"), published=None),
    gives("snippet", "T\nPosted on May 5, 2025 by Jane in A\n\nB", "T\nPosted on May 6, 2025 by Jane in A\n\nB", published="2025-05-06"),
    gives("snippet", "T\nPosted on May 5, 2025 by Jane in A\n\nB", "T\nPosted on May 5, 2025 by Jane in A, B\n\nB", categories=["A", "B"]),
    gives("snippet", "T\nPosted on May 5, 2025 by Jane in A\n\nB", "T\nPosted on May 5, 2025 in A\n\nB", byline=None),
    gives("snippet", "T\nPosted on May 5, 2025 in A \nID: a\n\nB", "T\nPosted on May 5, 2025\nID: a\n\nB", categories=None),
    gives("snippet", "T\nPosted on May 5, 2025 by Jane in A\n\nB", "T\nPosted on May 5, 2025 by Jane in A\nTags: b\n\nB", tags=["b"]),
    refuses("snippet", "T\nPosted on May 5, 2025 by Jane\n\nB", "byline", byline="the river"),
    refuses("snippet", "T\nPosted on May 5, 2025 by Jane\n\nB", "published", published=None),
)  # fmt: skip

decide(
    "The names behind an author's label may have the date and the categories behind them, each of their words with a "
    "colon or without. A place behind `in` is no category there; with a colon, anything is one.",
    *(
        reads("snippet", f"T\n{line}\n\nB", authors=(Person(name="Jane Roe"),), published=Moment(2025, 9, 12), categories=names("Weather"), body="B")
        for line in (
            "Posted By: Jane Roe on: September 12, 2025 In: Weather",
            "Posted By : Jane Roe On : September 12, 2025 In : Weather",
            "Posted by: Jane Roe on September 12, 2025 in Weather",
            "Author: Jane Roe, September 12, 2025 In: Weather",
        )
    ),
    *(
        reads("snippet", f"T\n{line}\n\nB", byline=byline, published=Moment(2025, 9, 12), categories=names("Weather"), body="B")
        for line, byline in (
            ("Posted On: September 12, 2025 By: Jane Roe In: Weather", "Jane Roe"),
            ("Posted by Jane Roe on: September 12, 2025 in: Weather", "Posted by Jane Roe"),
        )
    ),
    reads("snippet", "T\nPosted By: jroe on: May 5, 2025\n\nB", authors=(Person(name="jroe"),), published=Moment(2025, 5, 5)),
    reads("snippet", "T\nPosted By: Jane Roe In: Weather\n\nB", authors=(Person(name="Jane Roe"),), categories=names("Weather")),
    reads("snippet", "T\nPosted on: May 5, 2025 In: Weather\n\nB", published=Moment(2025, 5, 5), categories=names("Weather")),
    reads("snippet", "T\nAuthor: Jane Roe in Weather\n\nB", categories=()),
    reads("snippet", "T\nAuthor: Jane Roe in: \n\nB", authors=(Person(name="Jane Roe in:"),), categories=()),
    reads("snippet", "T\nAuthor: Jane Roe on May 5, 2025 in Paris\n\nB", published=None, categories=()),
    reads("snippet", "T\nSource: Made In: China\n\nB", source=Source(name="Made In: China"), categories=()),
    reads("snippet", "T\nTags: a\nIt rained on: May 5, 2025\n\nB", published=None, extra={"It rained on": "May 5, 2025"}),
    gives("snippet", "T\nPosted By: Jane on: May 5, 2025 In: A\n\nB", "T\nPosted By: Ann on: May 6, 2025 In: A, C\n\nB", authors=["Ann"], published="2025-05-06", categories=["A", "C"]),
    gives("snippet", "T\nPosted By: Jane on: May 5, 2025 In: A\n\nB", "T\nPosted By: Jane on: May 5, 2025\n\nB", categories=[]),
    gives("snippet", "T\nPosted By: Jane on: May 5, 2025 In: A\n\nB", "T\nPosted By: Jane In: A\n\nB", published=None),
)  # fmt: skip
decide(
    "An update that says a time alone says no day: none is made up, and none taken from another line. It stays in the "
    "text, as `Updated 2 hours ago` does; the lines around it are read. A publication without a day is a defect.",
    *(
        reads("snippet", f"T\n{lines}\n\nB", published=Moment(2025, 9, 12), modified=None, extra={}, body="B")
        for lines in (
            "Sept. 12, 2025\nUpdated 10:38 a.m. ET",
            "Sept. 12, 2025 Updated 10:38 a.m. ET",
            "Published: Sept. 12, 2025\nUpdated: 10:38 a.m. ET",
            "Published: Sept. 12, 2025\nUpdated: 2 hours ago",
            "Published: Sept. 12, 2025 (Updated 10:38 p.m.)",
            "Published Sept. 12, 2025 | Updated 22:38 IST",
            "12. September 2025, Stand: 22:38 Uhr",
            "Veröffentlicht am 12.09.2025 | Aktualisiert um 22.38 Uhr",
        )
    ),
    reads("snippet", "T\nBy Jane Roe Updated 10:38 a.m.\n\nB", title="T", byline="By Jane Roe", modified=None, body="B"),
    reads("snippet", "T\n\nStand: 22:38 Uhr\n\nB", title="T", modified=None, body="B"),
    reads("snippet", "T\nUpdated 10:38 a.m. Sept. 12, 2025\n\nB", modified=Moment(2025, 9, 12, 10, 38)),
    reads("snippet", "T\nTags: a\nStand: 2:1\n\nB", ("bad-date", "2:1"), tags=("a",)),
    reads("snippet", "T\nTags: a\nUpdated 12.09.25\n\nB", ("bad-date", "12.09.25"), modified=None),
    reads("snippet", "T\nTags: a\nUpdated Friday 10:38\n\nB", ("bad-date", "Friday 10:38"), modified=None),
    reads("snippet", "T\nTags: a\nPublished: 10:38\n\nB", ("bad-date", "10:38"), published=None),
    reads("snippet", "T\nTags: a\nPublished: 2 hours ago\n\nB", ("bad-date", "2 hours ago"), published=None),
    reads("snippet", "T\nTags: a\nUpdated: Share\n\nB", ("bad-date", "Share"), modified=None),
    reads("snippet", "T\nTags: a\n\nUpdated at 10:38 by the desk.\n\nB", ("bad-date", "10:38 by the desk."), modified=None),
    gives("snippet", "T\nDate: 5 May 2025\nUpdated: 10:38\n\nB", "T\nDate: 6 May 2025\nUpdated: 10:38\n\nB", published="2025-05-06"),
    gives("snippet", "T\nUpdated: 10:38\n\nB", "T\nPublished: 2025-05-06\nUpdated: 10:38\n\nB", published="2025-05-06"),
    gives("snippet", "T\nDate: 5 May 2025\nUpdated: 10:38\n\nB", "T\nDate: 5 May 2025\nUpdated: 6 May 2025\nUpdated: 10:38\n\nB", modified="2025-05-06"),
)  # fmt: skip
decide(
    "A bar right behind a label, with another known one behind it, leaves that label empty: a template had nothing to "
    "put there. Other bars are part of the value, and in a table no label begins a row.",
    reads("snippet", "## T\nSource: | Date: 2025-05-05\n\nB", source=None, published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "Source: | Author: | Date: 2025-05-05 | Tags:\n\nB", source=None, authors=(), published=Moment(2025, 5, 5)),
    reads("snippet", "来源：　编辑：李四\n日期：2025-05-05\n\nB", source=None, extra={"编辑": "李四"}, published=Moment(2025, 5, 5)),
    reads("snippet", "## T\nSource: | World\n\nB", source=Source(name="| World")),
    gives("snippet", "## T\nSource: | Date: 2025-05-05\n\nB", "## T\nSource: AP| Date: 2025-05-05\n\nB", source="AP"),
)  # fmt: skip
decide(
    "A line that is no sentence, between a title and a label line with text below, is the subtitle; and a sentence the "
    "title, right above a label line, whatever signs stand between.",
    reads("snippet", "# R\n\nThe Republic, a member of the\n \nCategory: x\n\nIt is over.", subtitle="The Republic, a member of the", body="It is over."),
    reads("snippet", "# R\n\nThe Republic, a member of the\nWeather\nCategory: x\n\nIt is over.", subtitle="The Republic, a member of the", body="It is over."),
    reads("snippet", "It rained.\n\x0b\nCategory: x\n\nIt is over.", title="It rained.", body="It is over."),
    reads("snippet", "It rained.\n\nCategory: x\n\nIt is over.", title=None, body="It rained.\n\nCategory: x\n\nIt is over."),
)  # fmt: skip
decide(
    "In a row that a bar in front of a known label parts, every label behind a bar is one.",
    reads("snippet", "## T\n发布时间: 2025-09-12 | 作者: 张三 | 责任编辑: 李四\n\nB", authors=["张三"], extra={"责任编辑": "李四"}),
    reads("snippet", "## T\n发布时间: 2025-09-12 | 责任编辑: 李四 | 作者: 张三\n\nB", published=Moment(2025, 9, 12), authors=["张三"]),
    reads("snippet", "## T\nCategory: A | Snow: the story\n\nB", categories=names("A", "Snow: the story"), extra={}),
    reads("snippet", "## T\nTags: a\nDesk: |x | Category: y\n\nB", extra={"Desk": "|x"}, categories=names("y")),
    reads("snippet", "## T\nTags: | a | b | Category: y\n\nB", tags=("a", "b"), categories=names("y")),
    gives("snippet", "## T\nTags: a | ID: b | Editor: C\n\nB", "## T\nTags: a | ID: b\n\nB", extra={}),
    gives("snippet", "## T\nTags: a | ID: b | Editor: C\n\nB", "## T\nTags: a | ID: b | Editor: D\n\nB", extra={"Editor": "D"}),
)  # fmt: skip

decide(
    "Where a whole label line is in bold or italics, the closing mark is none of its value; a new "
    "line has it, too.",
    reads("snippet", "## T\n*Published on: 13/09/2025 22:38*\n\nB", published=Moment(2025, 9, 13, 22, 38)),
    reads("snippet", "## T\n**Published on May 5, 2025**\n\nB", published=Moment(2025, 5, 5), body="B"),
    reads("snippet", "## T\n_Published on May 5, 2025 10:38_\n\nB", published=Moment(2025, 5, 5, 10, 38), body="B"),
    reads("snippet", "## T\n**Category**\nA\n\nB", categories=names("A"), body="B"),
    reads("snippet", "## T\n**Category:** *A*\n\nB", categories=names("*A*")),
    reads("snippet", "## T\n*Category: A* B*\n\nB", categories=names("A* B*")),
    gives("snippet", "## T\n*Category: A*\n\nB", "## T\n*Category: A, B*\n\nB", categories=["A", "B"]),
    gives("snippet", "## T\n*Category: A*\n\nB", "## T\n*Category: A*\n*Tags: a*\n\nB", tags=["a"]),
    refuses("snippet", "## T\n*Category: A*\n\nB", "categories", categories=["A*"]),
)  # fmt: skip

decide(
    "A source may be a Markdown link: its words are the name, its target the address; `#` is none.",
    reads("snippet", "## T\nSource: [Valley Post](https://v.example/)\n\nB", source=Source(name="Valley Post", url="https://v.example/")),
    reads("snippet", "## T\nSource: [Valley Post](#)\n\nB", source=Source(name="Valley Post")),
    reads("snippet", "## T\nSource: [Valley Post]\n\nB", source=Source(name="[Valley Post]")),
    gives("snippet", "## T\nSource: [A](https://a.example/)\n\nB", "## T\nSource: [A](https://b.example/)\n\nB", source=Source(name="A", url="https://b.example/")),
    gives("snippet", "## T\nSource: [A](https://a.example/)\n\nB", "## T\nSource: B\n\nB", source="B"),
    gives("snippet", "## T\nSource: [A](#)\n\nB", "## T\nSource: [B](#)\n\nB", source="B"),
    refuses("snippet", "## T\nSource: A\n\nB", "source", source=Source(name="A", url="a)b")),
    fresh(source=Source(name="A", url="https://a.example/")),
)  # fmt: skip

decide(
    "A line of nothing but hashtags says their words. A name with its own `#` has a comma behind it.",
    reads("snippet", "## T\nKeywords: #rain #farm\n\nB", tags=("rain", "farm")),
    reads("snippet", "## T\nKeywords: #rain, #موسم\n\nB", tags=("rain", "موسم")),
    reads("snippet", "## T\nKeywords: #rain\n\nB", tags=("rain",)),
    reads("snippet", "## T\nKeywords: #1 hit, #rain\n\nB", tags=("#1 hit", "#rain")),
    gives("snippet", "## T\nKeywords: #rain #farm\n\nB", "## T\nKeywords: #rain #farm #snow\n\nB", tags=["rain", "farm", "snow"]),
    gives("snippet", "## T\nKeywords: #rain, #farm\n\nB", "## T\nKeywords: #snow\n\nB", tags=["snow"]),
    refuses("snippet", "## T\nKeywords: #rain #farm\n\nB", "tags", tags=["heavy rain"]),
    fresh(tags=["#rain", "#farm"]),
    fresh(tags=["#rain"]),
)  # fmt: skip

decide(
    "A label of Thai newsrooms for the last change.",
    reads("snippet", "## T\nปรับปรุง: 12 กันยายน 2568\n\nB", modified=Moment(2025, 9, 12)),
)

# ── dates ───────────────────────────────────────────────────────────────────────────────────────

for date in (
    *("2024", "2024-03", "2024-03-04", "2024-03-04T10:11", "2024-03-04T10:11:12"),
    *("2024-03-04T10:11:12.000001", "2024-03-04T10:11:12+05:00", "2024-03-04T10:11:12+00:00"),
    *("2024-03-04T10:11:12-00:00", "0999-01-02", "2024-03-04T10:11:12+00:00:30"),
    *("2008-10-31T23:30+06:00[Asia/Karachi]", "2008-10-31T23:30+05:00[Asia/Karachi]"),
    "2008-06-01T00:30+05:00[Asia/Karachi]",
):
    decide(
        "A date says what was said: its precision, whether its zone is unknown, an offset (of "
        "seconds too), -00:00 or a zone with its key. All formats hold all of that as text, so "
        "that nothing of it is lost.",
        reads("snippet", f"## T\nDate: {date}\n\nB", published=Moment.parse(date)),
        reads("yaml", f"---\ndate: {date}\n---\n", published=Moment.parse(date)),
        reads("toml", f'+++\ndate = "{date}"\n+++\n', published=Moment.parse(date)),
        reads("json", f'{{"published": "{date}"}}', published=Moment.parse(date)),
        fresh(published=date, modified=date),
    )
decide(
    "A year before 1000 of four digits has one meaning, and is read.",
    reads("snippet", "## T\nDate: 0012-03-04\n\nB", published=Moment(12, 3, 4)),
)
decide(
    "Z is +00:00, and a new time keeps the spelling that stood there.",
    reads("snippet", "## T\nDate: 2024-03-04T10:11:12Z\n\nB", published="2024-03-04T10:11:12+00:00"),
    gives("snippet", "## T\nDate: 2024-03-04T10:11:12Z\n\nB", "## T\nDate: 2025-03-04T10:11:12Z\n\nB", published="2025-03-04T10:11:12+00:00"),
    gives("snippet", "## T\nDate: 2024-03-04 10:11\n\nB", "## T\nDate: 2025-03-04 10:11\n\nB", published="2025-03-04T10:11"),
    gives("yaml", "---\ndate: 2024-03-04 10:11:12 +0500\n---\n", "---\ndate: 2025-03-04 10:11:12 +0500\n---\n", published="2025-03-04T10:11:12+05:00"),
    gives("snippet", "## T\nDate: 2024-03-04T10:11:12.120Z\n\nB", "## U\nDate: 2024-03-04T10:11:12.120Z\n\nB", title="U"),
)  # fmt: skip
for date, code in (
    ("2024-03-04T10:11:60", "bad-date"),
    ("2024-03-04T24:00", "bad-date"),
    ("10000-01-01", "bad-date"),
    ("75-01-02", "bad-date"),
    ("04/03/24", "bad-date"),
    ("2024-02-30", "bad-date"),
    ("Tue, 04 Mar 2024", "bad-date"),
    ("2024-03-04 10:11 IST", "ambiguous-date"),
    ("2024-03-04T10:11:12+24:00", "bad-date"),
    ("2024-03-04T10:11:12+99:99", "bad-date"),
    ("10:11", "bad-date"),
    ("March 4", "bad-date"),
    ("04/03/2024", "ambiguous-date"),
    ("May", "bad-date"),
    ("12", "bad-date"),
):
    decide(
        "Impossible times, two-digit years, a weekday that is another day's, a zone's name that is "
        "another's elsewhere, days and months either way round, parts that would have to be made up: "
        "a defect with its place. The text stays until it is mended.",
        reads("snippet", f"## T\nDate: {date}\n\nB", (code, date), published=None, title="T"),
        reads("yaml", f"---\ndate: '{date}'\n---\n", (code, f"'{date}'"), published=None),
        reads("json", f'{{"published": "{date}"}}', ("bad-date", f'"{date}"'), published=None),
        gives("snippet", f"## T\nDate: {date}\n\nB", f"## U\nDate: {date}\n\nB", title="U"),
    )

decide(
    "A fraction finer than a microsecond is read to the microsecond, and its text keeps the rest "
    "until it is edited. JSON has what a moment says and no more: there it is a defect.",
    reads("snippet", "## T\nDate: 2024-03-04T10:11:12.123456789\n\nB", published="2024-03-04T10:11:12.123456"),
    gives("snippet", "## T\nDate: 2024-03-04T10:11:12.123456789\n\nB", "## U\nDate: 2024-03-04T10:11:12.123456789\n\nB", title="U"),
    reads("json", '{"published": "2024-03-04T10:11:12.123456789"}', ("bad-date", '"2024-03-04T10:11:12.123456789"')),
)  # fmt: skip
decide(
    "The name of a zone that is nobody else's is an offset.",
    reads("snippet", "## T\nDate: 2024-03-04 10:11 PKT\n\nB", published="2024-03-04T10:11+05:00"),
)

# ── size ────────────────────────────────────────────────────────────────────────────────────────

DEEP = 100_000
decide(
    "Nesting is bounded, by a defect and not by a crash.",
    reads("json", '{"a": ' + "[" * DEEP, ("too-deep", "[")),
    reads("toml", "+++\na = " + "[" * DEEP + "\n+++\n", ("too-deep", "[")),
)


# ── the rows ────────────────────────────────────────────────────────────────────────────────────


def texts_of(*formats: str) -> list[str]:
    """The texts of the cases in these formats, for other tests to begin with."""
    return [case.text for case in CASES if case.format in formats and len(case.text) < 1000]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reading(case: Case) -> None:
    """Each text says what its row says and has the row's defects, and its bytes are kept."""
    format = FORMATS[case.format]
    document = Document.parse(case.text, format, tolerant=True)

    found = [(one.code, case.text[one.start : one.end]) for one in document.defects]
    assert document.text == case.text
    for field, value in case.says.items():
        wanted = Article(**{field: value})
        assert same(getattr(document.article, field), getattr(wanted, field)), case.decision
    if case.gives is None and case.refuses is None:
        assert found == list(case.defects), case.decision
    if found:
        with pytest.raises(ParseError):
            Document.parse(case.text, format)
    else:
        assert same(Document.parse(case.text, format).article, document.article)


@pytest.mark.parametrize("case", [case for case in CASES if case.change], ids=str)
def test_changing(case: Case) -> None:
    """Each change gives just the row's text, or is refused with the field and changes nothing."""
    document = Document.parse(case.text, FORMATS[case.format], tolerant=True)
    if case.gives is not None:
        assert document.update(**case.change).text == case.gives, case.decision
    else:
        with pytest.raises(Unrepresentable) as refused:
            document.update(**case.change)
        assert refused.value.field == case.refuses, case.decision
        assert document.text == case.text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("row", FRESH, ids=str)
def test_fresh(row: Fresh, format: str) -> None:
    """Each article comes back from each format, or its losses are the row's and the rest does."""
    article, into = Article(**row.values), FORMATS[format]
    losses, rest = into.losses(article)

    assert {loss.field for loss in losses} == set(row.lost.get(format, ())), row.decision
    assert same(snippetkit.loads(into.create(rest), into), rest)
    if not losses:
        assert same(rest, article)


def _taking(*names: str) -> list[Callable[..., None]]:
    """The laws that are told just this."""
    return [one for one in OF_TEXTS if (*inspect.signature(one).parameters,) == names]


OF_A_TEXT = _taking("format", "text")
OF_AN_EDIT = _taking("format", "text", "edited")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_laws_of_the_cases(case: Case) -> None:
    """What is true of any text and of any edit is true of these."""
    assert law.identity in OF_A_TEXT
    assert law.put_get in OF_AN_EDIT
    format = FORMATS[case.format]
    if len(case.text) > 1000:
        return
    law.total(format, case.text, ["\ud800", "\n---\n"])
    for one in OF_A_TEXT:
        one(format, case.text)
    for another in OF_AN_EDIT:
        document = Document(format, case.text)
        another(format, case.text, document.article.evolve(**case.change))


@pytest.mark.parametrize("row", FRESH, ids=str)
def test_laws_of_the_values(row: Fresh) -> None:
    """What is true of any article is true of these."""
    article = Article(**row.values)
    law.copies(article)
    law.json_complete(article)
    for format in FORMATS.values():
        law.create_get(format, article)
        law.create_put(format, article)
        law.losses_explain(format, article)
        law.losses_agree(format, article)
        law.losses_settle(format, article)


# ── values ──────────────────────────────────────────────────────────────────────────────────────


class Spoken(str):
    """A text of a user's own class."""

    __slots__ = ()


class Desk(enum.StrEnum):
    """A user's names, which are texts."""

    WEATHER = "weather"


class Colour(enum.Enum):
    """A user's names, which are no texts."""

    RED = "red"


def test_equal_values_of_another_type() -> None:
    """What is equal need not be the same: `True` is not 1, 1 is not 1.0, 0.0 is not -0.0."""
    for one, other in [(True, 1), (1, 1.0), (0.0, -0.0)]:
        assert Article(extra={"a": one}) == Article(extra={"a": other})
        assert not same(Article(extra={"a": one}), Article(extra={"a": other}))
        document = Document.of(Article(extra={"a": one}), "json")
        assert same(document.update(extra={"a": other}).article.extra["a"], other)


@pytest.mark.parametrize("text", [Spoken("weather"), Desk.WEATHER])
def test_texts_of_another_class_are_stored_as_texts(text: str) -> None:
    """An heir of `str`, an `Enum` of texts too, is taken as the text that it is."""
    made = Article(title=text, tags=[text], extra={"a": text})

    assert [type(one) for one in (made.title, made.tags[0], made.extra["a"])] == [str] * 3
    assert same(made, Article(title="weather", tags=["weather"], extra={"a": "weather"}))


class Share(float):
    """A number as arrays have them."""


@pytest.mark.parametrize("number", [http.HTTPStatus.OK, Share(0.5)])
def test_numbers_of_another_class_are_stored_as_numbers(number: float) -> None:
    """They come back as such, so that no format could keep what they were."""
    made = Article(extra={"a": number})

    assert type(made.extra["a"]) in (int, float)
    assert same(snippetkit.loads(snippetkit.dumps(made, "json"), "json"), made)
    assert snippetkit.losses(made, "json") == snippetkit.losses(made, "markdown") == ()


@pytest.mark.parametrize(
    "values",
    [
        {"title": Colour.RED},
        {"title": 5},
        {"title": b"a"},
        {"tags": "ab"},
        {"tags": {"a"}},
        {"published": 2024},
        {"extra": {"a": float("nan")}},
        {"extra": {"a": Colour.RED}},
        {"extra": {1: "a"}},
        {"source": 5},
    ],
)
def test_other_types_are_refused(values: dict[str, Any]) -> None:
    """What is no value of a field is refused with its name, and nothing is made of it in silence."""
    with pytest.raises(InvalidValue, match=next(iter(values))):
        Article(**values)


def test_one_instant_at_two_offsets_is_two_values() -> None:
    """A time at another offset, a naive one, and one at -00:00 are other values, and edits."""
    spelled = ["10:00+02:00", "08:00+00:00", "08:00-00:00", "08:00"]
    moments = [Moment.parse(f"2024-03-04T{time}") for time in spelled]
    for one, other in itertools.permutations(moments, 2):
        assert one != other
        document = Document.of(Article(published=one))
        assert document.update(published=other).text == f"---\nPublished: {other}\n---\n"


def test_a_date_is_no_midnight() -> None:
    """A date and the midnight of that day are two values, in each way they may be given."""
    day, midnight = dt.date(2024, 3, 4), dt.datetime(2024, 3, 4)
    assert isinstance(midnight, dt.date)
    assert Article(published=day) != Article(published=midnight)
    assert str(Article(published=day).published) == "2024-03-04"
    assert str(Article(published=midnight).published) == "2024-03-04T00:00:00"


def test_a_zone_by_another_class_is_the_same_offset() -> None:
    """Zones without a key are their offset, whatever their class and name."""
    named = dt.timezone(dt.timedelta(hours=5), "PKT")
    plain = dt.timezone(dt.timedelta(hours=5))
    one, other = (Moment.of(dt.datetime(2024, 3, 4, tzinfo=zone)) for zone in (named, plain))
    assert same(one, other)
    keyed = Moment.of(dt.datetime(2024, 3, 4, tzinfo=ZoneInfo("Asia/Karachi")))
    assert keyed != one


def test_a_source_of_one_word_is_a_name() -> None:
    """A text for a source is its name, to the letter."""
    assert same(Article(source=" Rki.News ").source, Source(name=" Rki.News "))


# ── what Python does ────────────────────────────────────────────────────────────────────────────


def test_pythons_lines_are_not_ours() -> None:
    """`str.splitlines` splits at ten characters, `bytes.splitlines` at two; here CR and LF end lines."""
    splits = [c for c in map(chr, range(0x3000)) if len(f"a{c}b".splitlines()) == 2]
    assert "".join(splits) == "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
    assert [n for n in range(256) if len(bytes([97, n, 98]).splitlines()) == 2] == [10, 13]
    for odd in set(splits) - {"\n", "\r"}:
        defect = Document.parse(f"## a{odd}b\nDate: x\n", "snippet", tolerant=True).defects[0]
        assert (defect.line, defect.column) == (2, 7)


def test_pythons_blanks_are_not_ours() -> None:
    r"""`strip` and ``\s`` take 29 characters; here a space and a tab are blanks, and no other."""
    blanks = [c for c in map(chr, range(0x110000)) if not c.strip()]
    assert len(blanks) == 29
    assert [c for c in blanks if re.fullmatch(r"\s", c)] == blanks
    for odd in set(blanks) - set(" \t\n\r"):
        assert Document.parse(f"## {odd}T{odd}\n\nB", "snippet").article.title == f"{odd}T{odd}"


def test_pythons_files_translate_and_ours_do_not(tmp_path: Any) -> None:
    """`open` and `io.StringIO` rewrite line ends, ``utf-8-sig`` takes a BOM away; a file keeps both."""
    data = "\ufeff## T\r\n\rB\n".encode()
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert path.read_text("utf-8") == "\ufeff## T\n\nB\n"
    assert io.StringIO("a\r\nb\rc", newline=None).getvalue() == "a\nb\nc"
    assert data.decode("utf-8-sig")[:1] == "#"
    document = Document.load(path)
    assert document.text == data.decode("utf-8")
    document.save()
    assert path.read_bytes() == data


def test_pythons_patterns_are_loose() -> None:
    """``$`` matches before a last LF, ``.`` all but LF, and letters without case ſ and K too."""
    assert re.match(r"^---$", "---\n")
    assert not re.fullmatch(r"---", "---\n")
    assert re.fullmatch(r"[^\n]", "\r")
    assert re.fullmatch(r".", "\r")
    assert re.findall("[a-z]", "ſ\u212a", re.IGNORECASE) == ["ſ", "\u212a"]
    assert not re.findall("[a-z]", "ſ\u212a", re.IGNORECASE | re.ASCII)
    assert len("İ".lower()) == 2


def test_pythons_digits_are_not_ours() -> None:
    r"""`int` and ``\d`` take digits of all scripts; a number of ours is of ASCII digits."""
    assert int("٣") == 3
    assert re.fullmatch(r"\d", "٣")
    assert "²".isdigit()
    assert int("1_0") == 10
    for spelled in ("٣", "1_0", "²"):
        text = f"---\nweight: {spelled}\n---\n"
        assert snippetkit.loads(text, "markdown").extra["weight"] == spelled


def test_pythons_json_is_loose() -> None:
    """`json` keeps lone surrogates, takes the last of two keys, and reads and writes NaN."""
    assert json.loads('"\\ud800"') == "\ud800"
    assert json.loads('{"a": 1, "a": 2}') == {"a": 2}
    assert json.dumps(json.loads("NaN")) == "NaN"
    for text, code in (
        ('{"a": 1, "a": 2}', "duplicate-key"),
        ('{"a": NaN}', "not-a-number"),
    ):
        with pytest.raises(ParseError) as refused:
            snippetkit.loads(text, "json")
        assert [defect.code for defect in refused.value.defects] == [code]


def test_pythons_times_lose_what_moments_keep() -> None:
    """Equal datetimes may be two instants, and ``-0000`` and no zone are one to `email`."""
    karachi = ZoneInfo("Asia/Karachi")
    first = dt.datetime(2008, 10, 31, 23, 30, tzinfo=karachi)
    second = first.replace(fold=1)
    assert first == second
    assert first.astimezone(dt.UTC) != second.astimezone(dt.UTC)
    assert Moment.of(first) != Moment.of(second)
    assert email.utils.parsedate_to_datetime("Mon, 04 Mar 2024 10:11:12 -0000").tzinfo is None
    unknown = snippetkit.loads("## T\nDate: Mon, 04 Mar 2024 10:11:12 -0000\n\nB").published
    assert unknown is not None
    assert unknown.zone == "-00:00"
