"""A PDF as a text in the form of a snippet, and what of the file's own words goes into it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from snippetkit.errors import Flaw, InvalidValue, Unrepresentable
from snippetkit.formats import Format, format_named
from snippetkit.model import Article, Moment, Person, same
from snippetkit.pdf.facts import Facts
from snippetkit.pdf.layout import Layout
from snippetkit.pdf.roles import Block
from snippetkit.restore.languages import guessed
from snippetkit.syntax.tree import spliced

__all__ = ["Rendering", "rendered"]

_UNFIT = re.compile(r"[\x00-\x20()<>\x7f]+")
"""What stands in no target of a link."""
_BY = re.compile(r"(?:by|von|par|por|di|da|door|av|af|oleh|от)[ ]+[^\W\d_]", re.IGNORECASE)
"""How by-lines begin."""
_TOP = 12
"""How many blocks from the top are looked at for what the text says."""
_SHOWN = 6
"""How many lines of page furniture are named."""


class Rendering(NamedTuple):
    """A PDF as text."""

    text: str
    flaws: tuple[Flaw, ...]
    """The pages that are pictures without text, at the places where their text is missing."""
    notes: tuple[str, ...]
    """How the text came about, in clauses."""


def rendered(layout: Layout) -> Rendering:
    """The text of a PDF: the title as a heading, then each block, a blank line between."""
    blocks = sorted(layout.blocks, key=lambda block: block.kind != "title")
    parts = [_marked(block) for block in blocks]
    if not parts:
        return Rendering("", tuple(_flaws(layout, blocks, parts, 0)), tuple(_notes(layout, [])))
    text = "\n\n".join(parts) + "\n"
    whole, taken = _with_facts(text, layout.facts, [block.text for block in blocks])
    flaws = tuple(_flaws(layout, blocks, parts, len(whole) - len(text)))
    return Rendering(whole, flaws, tuple(_notes(layout, taken)))


def _marked(block: Block) -> str:
    """What a block says, its links as in Markdown."""
    parts, at = list[str](), 0
    for start, end, url in block.links:
        words, target = block.text[start:end], _UNFIT.sub(lambda found: quote(found[0]), url)
        if _says(words, url):
            continue
        parts += [block.text[at:start], f"[{words}]({target})"]
        at = end
    text = "".join([*parts, block.text[at:]])
    return f"## {text}" if block.kind == "title" else text


def _says(words: str, url: str) -> bool:
    """Whether the words are the address itself, or a line end parts them."""
    bare = url.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
    return "\n" in words or not bare or words.rstrip("/.,;").endswith(bare)


def _flaws(layout: Layout, blocks: list[Block], parts: list[str], added: int) -> Iterator[Flaw]:
    """The pages without text, each where the text of the next page begins.

    The lines that were *added* stand above all text but the title.
    """
    for number in layout.scans:
        place = 0
        for block, part in zip(blocks, parts, strict=True):
            if block.page > number and block.kind != "title":
                break
            place += len(part) + 2
        last = sum(len(part) + 2 for part in parts) - 1
        place = min(place, max(last, 0)) + added
        what = f"page {number} is a picture without text: text recognition has to read it first"
        yield Flaw(place, place, "scanned-page", what)


# ── what the file says of itself ────────────────────────────────────────────────────────────────


def _with_facts(text: str, facts: Facts, said: list[str]) -> tuple[str, list[str]]:
    """*text* with label lines for what only the file says, and the fields that they are of."""
    snippet = format_named("snippet")
    taken = list[str]()
    for field, value in _candidates(text, facts, said):
        told = any(getattr(snippet.read(block).article, field) for block in said[:_TOP])
        added = None if told else _with(snippet, text, field, value)
        if added is not None:
            text = added
            taken.append(field)
    return text, taken


def _candidates(text: str, facts: Facts, said: list[str]) -> Iterator[tuple[str, Any]]:
    """The fields that the file has a word for, and that the text does not contradict."""
    if facts.title:
        yield "title", facts.title
    if facts.author and not any(map(_BY.match, said[:_TOP])) and facts.author not in text:
        yield "authors", (Person(name=facts.author),)
    if facts.created:
        with contextlib.suppress(InvalidValue):
            yield "document_date", Moment.parse(facts.created)
    seen = guessed(text) if facts.language else None
    if facts.language and seen in (None, facts.language.partition("-")[0].lower()):
        yield "language", facts.language


def _with(snippet: Format[Article], text: str, field: str, value: Any) -> str | None:
    """*text* with a label line that says *field*; None if it says it already, or cannot."""
    before = snippet.read(text)
    if getattr(before.article, field) or (field == "authors" and before.article.byline):
        return None
    try:
        added = spliced(text, snippet.edit(text, snippet.scan(text), field, value))
    except Unrepresentable:
        return None
    after = snippet.read(added)
    wanted = before.article.evolve(**{field: value})
    fits = same(after.article, wanted) and len(after.flaws) <= len(before.flaws)
    return added if fits else None


def _notes(layout: Layout, taken: list[str]) -> Iterator[str]:
    pages = len(layout.pages)
    how = "the tags of the file" if layout.blocks and layout.drafts.trusts_tags else "the layout"
    yield f"made from a PDF of {pages} page{'s' * (pages != 1)}, its paragraphs told by {how}"
    lines = dict.fromkeys(line.text for page in layout.pages for line in page.furniture)
    if lines:
        shown = "; ".join(list(lines)[:_SHOWN])
        more = len(lines) - _SHOWN
        yield f"left out as furniture of the pages: {shown}" + (f"; and {more} more" * (more > 0))
    if taken:
        yield f"said by the file itself and not by its text: {', '.join(taken)}"
