"""Contradictions within an article, in its dates, its language or its title."""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from snippetkit import datelines
from snippetkit.document import Document
from snippetkit.errors import Defect, Flaw, InvalidValue, located
from snippetkit.model import Article, Dateline, Moment
from snippetkit.model.moment import days_of

__all__ = ["disagreements"]

_FILE_DATE = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_LOOKED_AT = 4000
_ENOUGH = 40
_MOST = 0.6
_ELLIPSES = ("…", "...")
_LINE = re.compile(r"[^\r\n]+")

# What the Unicode names of the letters of a language begin with, for languages that newsrooms write
# in another script than Latin; those of two scripts have both.
_LETTERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), ("ARABIC",)),
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "tg", "uk"), ("CYRILLIC",)),
    **dict.fromkeys(("hi", "mr", "ne"), ("DEVANAGARI",)),
    **dict.fromkeys(("as", "bn"), ("BENGALI",)),
    **dict.fromkeys(("am", "ti"), ("ETHIOPIC",)),
    "el": ("GREEK",),
    "gu": ("GUJARATI",),
    "he": ("HEBREW",),
    "hy": ("ARMENIAN",),
    "ka": ("GEORGIAN",),
    "km": ("KHMER",),
    "kn": ("KANNADA",),
    "lo": ("LAO",),
    "ml": ("MALAYALAM",),
    "my": ("MYANMAR",),
    "si": ("SINHALA",),
    "ta": ("TAMIL",),
    "te": ("TELUGU",),
    "th": ("THAI",),
    "yi": ("HEBREW",),
    "zh": ("CJK",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ko": ("HANGUL", "CJK"),
    **dict.fromkeys(("sr", "uz", "az", "tk"), ("LATIN", "CYRILLIC", "ARABIC")),
    "pa": ("GURMUKHI", "ARABIC"),
    **dict.fromkeys(
        (
            *("af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fil", "fr", "ga"),
            *("gl", "ha", "hr", "hu", "id", "is", "it", "lt", "lv", "ms", "mt", "nb", "nl", "nn"),
            *("no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tr", "vi", "yo", "zu"),
        ),
        ("LATIN",),
    ),
}


class _Finding(NamedTuple):
    """Something that does not go together."""

    field: str
    code: str
    message: str


def disagreements(document: Document[Any]) -> tuple[Defect, ...]:
    r"""The contradictions in an article, each with its place in the text.

    - ``dates``: the article was modified or copied before it was published; or the day of the
      dateline, or in the file's name, differs from that of publication (a dateline may be up to a
      week older and, because of time zones, a day younger; one without a year gets the year that
      fits best).
    - ``language``: most letters are of a script in which the language is not written.
    - ``title``: it is cut off and the body begins with all of it, or the body repeats it.

    Nothing is changed, and none of these is an error: the text may well be right.

    >>> text = "## Rain\nDate: 2025-05-05\nUpdated: 2025-05-01\n\nIt rained.\n"
    >>> [str(one) for one in disagreements(Document.parse(text))]
    ['3:10: dates modified on 2025-05-01, before it was published on 2025-05-05']
    """
    path = None if document.origin is None else document.origin.path
    found = [
        *_dates(document.article, path),
        *_dateline(document),
        *_language(document.article),
        *_title(document.article),
    ]
    flaws = [
        Flaw(*(document.span(one.field) or (0, 0)), one.code, one.message, one.field)
        for one in found
    ]
    return located(document.text, flaws)


def _dates(article: Article, path: str | None) -> Iterator[_Finding]:
    published = article.published
    if published is None:
        return
    first, last = days_of(published)
    for field, verb in (("modified", "modified"), ("document_date", "copied")):
        other: Moment | None = getattr(article, field)
        if other is not None and days_of(other)[1] < first:
            what = f"{verb} on {other}, before it was published on {published}"
            yield _Finding(field, "dates", what)
    for spelled in _FILE_DATE.findall(os.path.basename(path or "")):
        day = _day(spelled)
        if day is not None and not first <= day <= last:
            what = f"published on {published}, but its file is called {spelled}"
            yield _Finding("published", "dates", what)


def _dateline(document: Document[Any]) -> Iterator[_Finding]:
    dateline, published = document.article.dateline, document.article.published
    if dateline is None or published is None:
        return
    reason = datelines.disagreement(_near(dateline, document, published), published)
    if reason is not None:
        yield _Finding("dateline", "dates", reason)


def _near(dateline: Dateline, document: Document[Any], published: Moment) -> Dateline:
    """*dateline* with the day that it leaves open: the one nearest to the week up to *published*."""
    span = document.span("dateline")
    if dateline.date is not None or span is None or published.day is None:
        return dateline
    # A day of the week is one of the seven up to publication: their middle is three days before.
    middle = dt.date.fromordinal(max(1, published.date().toordinal() - 3))
    try:
        return datelines.parse(document.text[slice(*span)], reference=middle)
    except InvalidValue:
        return dateline


def _day(spelled: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(spelled)
    except ValueError:
        return None


def _language(article: Article) -> Iterator[_Finding]:
    tag = (article.language or "").casefold()
    wanted = _LETTERS.get(tag.partition("-")[0])
    if wanted is None or "-latn" in tag or "-cyrl" in tag or "-arab" in tag:
        return
    scripts = Counter(map(_script, filter(str.isalpha, (article.body or "")[:_LOOKED_AT])))
    total = scripts.total()
    if total < _ENOUGH:
        return
    script, count = scripts.most_common(1)[0]
    if script not in wanted and count > _MOST * total:
        share = f"{100 * count // total} % of the letters are {script.capitalize()}"
        yield _Finding("language", "language", f"said to be {article.language!r}, but {share}")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _title(article: Article) -> Iterator[_Finding]:
    title, body = article.title or "", article.body or ""
    first = _LINE.search(body[:_LOOKED_AT])
    line = "" if first is None else first[0].strip(" \t#*")
    if not title or not line:
        return
    start = next((title.removesuffix(end) for end in _ELLIPSES if title.endswith(end)), None)
    if start and line.startswith(start.rstrip(" ")) and len(line) > len(start):
        yield _Finding("title", "title", f"cut off; the body begins with {line[:120]!r}")
    elif line == title.strip(" "):
        yield _Finding("title", "title", "the body begins with the title again")
