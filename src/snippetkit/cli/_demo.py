"""``snippetkit demo``: edit a bundled snippet, and show which bytes change."""

from __future__ import annotations

import argparse
import itertools
import operator
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from snippetkit import data
from snippetkit.cli._screen import clip, escaped, screen_width

if TYPE_CHECKING:  # imported where first used, so that --help and --version are there at once
    from snippetkit.document import Document
    from snippetkit.model import Article

__all__ = ["run_demo"]

_DEMO_TITLE = "Uzbekistan and Its SCO Partners Agree on Digital Security"
_DEMO_CATEGORY = "Technology"


def run_demo(_: argparse.Namespace) -> bool:
    """Print what is read of the bundled snippets, and what an edit of the first moves."""
    from snippetkit.document import Document

    documents = [
        Document.parse(data.read(f"snippet-{tongue}.txt")) for tongue in ("en", "ur", "zh")
    ]
    for name, document in zip(("English", "Urdu", "Chinese"), documents, strict=True):
        size = len(document.to_bytes())
        print(f"A snippet in {name}, {size:,} bytes, read as an article:\n")
        print("\n".join(_typed(document.article)), end="\n\n")
    before = documents[0]
    categories = [*before.article.categories[:-1], _DEMO_CATEGORY]
    print("The first one again, with another title and another last category:\n")
    print(f"    document.update(title={_DEMO_TITLE!r},")
    print(
        f"                    categories=[*document.article.categories[:-1], {_DEMO_CATEGORY!r}])\n"
    )
    after = before.update(title=_DEMO_TITLE, categories=categories)
    print("\n".join(_difference(before, after)))
    return True


def _typed(article: Article) -> Iterator[str]:
    """Each field that is said, with its type and its value."""
    for label in (
        "title",
        "published",
        "document_date",
        "categories",
        "source",
        "dateline",
        "body",
    ):
        value = getattr(article, label)
        kind = type(value).__name__ if not isinstance(value, tuple) else type(value[0]).__name__
        yield f"  {label:<14} {kind:<9} {clip(_told(label, value), screen_width() - 27)}"


def _told(label: str, value: Any) -> str:
    if label == "categories":
        return " | ".join(one.name for one in value)
    if label == "dateline":
        return ", ".join(str(part) for part in (value.place, value.date, value.agency) if part)
    if label == "body":
        return f"{len(value):,} characters"
    if label in ("published", "document_date"):
        return f"{value} (precision: {value.precision}, zone {value.zone or 'unknown'})"
    return str(value.name if label == "source" else value)


def _difference(before: Document[Any], after: Document[Any]) -> Iterator[str]:
    """Which bytes differ, at which offsets, and the lines they are in."""
    import difflib

    old, new = before.to_bytes(), after.to_bytes()
    gone = 0
    for start, end, fresh in _trimmed(before, after):
        gone += end - start
        cut = old[start:end].decode("utf-8")
        yield escaped(f"  bytes {start:,} to {end:,}: {cut!r} became {fresh!r}")
    yield ""
    lines = difflib.unified_diff(
        old.decode().split("\n"), new.decode().split("\n"), n=0, lineterm=""
    )
    yield from (f"  {escaped(line)}" for line in list(lines)[2:])
    yield ""
    same = len(old) - gone
    yield f"{len(old):,} bytes before, {len(new):,} after; the other {same:,} are the same."


def _trimmed(before: Document[Any], after: Document[Any]) -> Iterator[tuple[int, int, str]]:
    """The splices that lead from one to the other, in bytes, as short as they can be."""
    text = before.text
    for start, end, fresh in before.edits(after.article):
        cut = text[start:end]
        head = _alike(cut, fresh)
        tail = _alike(cut[head:][::-1], fresh[head:][::-1])
        at, stop = len(text[: start + head].encode()), len(text[: end - tail].encode())
        yield at, stop, fresh[head : len(fresh) - tail]


def _alike(a: str, b: str) -> int:
    """How many characters at the beginning are the same."""
    return sum(itertools.takewhile(bool, map(operator.eq, a, b)))
