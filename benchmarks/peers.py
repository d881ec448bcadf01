"""The peers, and the given article in the shapes that they read."""

from __future__ import annotations

import datetime as dt
import importlib
import importlib.metadata
import io
import platform
import re
from collections.abc import Callable
from typing import Any

import snippetkit

__all__ = [
    "HEADER",
    "LIBRARIES",
    "Missing",
    "peer",
    "plain_of",
    "struct",
    "strung_together",
    "versions",
    "with_pdfminer",
    "with_pypdf",
]

LIBRARIES = (
    *("attrs", "cattrs", "msgspec", "orjson", "PyYAML", "python-frontmatter", "python-dateutil"),
    *("dateparser", "pypdfium2", "pypdf", "pdfminer.six"),
)

HEADER = re.compile(
    r"\s*---\n+## (?P<title>[^\n]*)\n+Published on (?P<published>[^\n]*)\n+"
    r"Document Date: (?P<stamp>[^\n]*)\n+Category: (?P<names>[^\n]*)\n+"
    r"Show on website : (?P<link>[^\n]*)\n+---\n+(?P<source>[^\n]*)\n+"
    r"(?P<place>[^,\n]*), (?P<date>[^–\n]*) – "
)
"""The least that reading a snippet can be: one pattern that knows this very template."""


class Missing(Exception):
    """A peer is not installed: what needs it is left out."""


def peer(name: str) -> Any:
    """The module of that name.

    Raises:
        Missing: it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError:
        raise Missing(f"{name} is not installed") from None


def versions() -> dict[str, str]:
    """The versions of Python and of the libraries that are measured; those that are there."""
    found = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "snippetkit": snippetkit.__version__,
    }
    for name in LIBRARIES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = "-"
    return found


def struct(day: type = dt.date, time: type = dt.datetime) -> Any:
    """The same article as a msgspec Struct; frozen, defaults left out.

    *day* and *time* are the types of its dates.
    """
    msgspec = peer("msgspec")

    def define(called: str, /, **fields: Any) -> Any:
        optional = [(field, kind | None, None) for field, kind in fields.items()]
        return msgspec.defstruct(called, optional, frozen=True, omit_defaults=True, kw_only=True)

    text = str
    category = define("Category", name=text, slug=text, scheme=text, code=text)
    dateline = define("Dateline", place=text, date=day, agency=text)
    source = define("Source", name=text, domain=text, url=text, language=text, timezone=text)
    return define(
        "Article",
        **dict.fromkeys(("id", "url", "title", "subtitle", "summary", "body", "byline"), text),
        **dict.fromkeys(("language", "rights"), text),
        dateline=dateline,
        source=source,
        categories=tuple[category, ...],
        tags=tuple[str, ...],
        published=day,
        modified=time,
        document_date=time,
    )


def plain_of(article: snippetkit.Article) -> dict[str, Any]:
    """What JSON has of an article of the corpus, by hand: the fields that it has, and no look at others."""
    place, source = article.dateline, article.source
    day = place and place.date
    assert day is not None
    assert place is not None
    assert source is not None
    return {
        "$schema": "urn:snippetkit:article:1",
        "title": article.title,
        "body": article.body,
        "dateline": {"place": place.place, "date": _spelled(day)},
        "source": {"name": source.name},
        "categories": [{"name": category.name} for category in article.categories],
        "published": article.published and _spelled(article.published),
        "document_date": article.document_date and _spelled(article.document_date),
    }


def _spelled(moment: snippetkit.Moment) -> str:
    """A day, or a time to the second without a zone."""
    day = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    if moment.hour is None:
        return day
    return f"{day}T{moment.hour:02}:{moment.minute:02}:{moment.second:02}"


# ── what people string together ─────────────────────────────────────────────────────────────────

_LABELS = {
    "published": re.compile(r"^Published on (.*)$", re.MULTILINE),
    "document_date": re.compile(r"^Document Date: (.*)$", re.MULTILINE),
    "categories": re.compile(r"^Category: (.*)$", re.MULTILINE),
    "url": re.compile(r"\]\((http[^)]*)\)"),
}
_BLANK = re.compile(r"\n\s*\n")


def strung_together(parse: Callable[[str], Any], text: str) -> dict[str, Any]:
    """An article as a script for one collection reads it: a regex a field, blank lines, *parse*."""
    lines = [line for line in text.split("\n") if line.strip("- \r")]
    found: dict[str, Any] = {"title": lines[0].lstrip("# ") if lines else None}
    for field, pattern in _LABELS.items():
        said = pattern.search(text)
        found[field] = said and said[1]
    for field in ("published", "document_date"):
        found[field] = found[field] and parse(found[field])
    found["categories"] = [name.strip(" ") for name in (found["categories"] or "").split(",")]
    found["paragraphs"] = [" ".join(part.split()) for part in _BLANK.split(text)]
    return found


def with_pypdf(pypdf: Any, data: bytes) -> str:
    """The text of a PDF by pypdf."""
    return "\n\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def with_pdfminer(_: Any, data: bytes) -> str:
    """The text of a PDF by pdfminer.six."""
    found: str = peer("pdfminer.high_level").extract_text(io.BytesIO(data))
    return found
