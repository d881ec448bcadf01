"""Turn a PDF into a text in the form of a snippet, using its metadata where the text is silent."""

from __future__ import annotations

import contextlib
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from snippetkit.errors import Flaw, InvalidValue, Unrepresentable
from snippetkit.formats import Format, format_named
from snippetkit.model import Article, Moment, Person, same
from snippetkit.pdf.facts import Facts
from snippetkit.pdf.layout import Layout
from snippetkit.pdf.roles import Block, is_said
from snippetkit.restore.languages import guessed
from snippetkit.storage import Told
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
_BY_FILE = "what the file says of itself, and its text does not"
_BY_NAME = "the words that the file says are its title"
_BY_SIZE = "the largest letters at the top of the first page"
_BY_LINK = "the address behind these words"


class Rendering(NamedTuple):
    """The text made from a PDF."""

    text: str
    flaws: tuple[Flaw, ...]
    """The pages that are pictures without text, at the places in the text where theirs is missing."""
    notes: tuple[str, ...]
    """How the text was made, in clauses."""
    told: tuple[Told, ...]
    """The fields that come from the layout or from the file's metadata."""


def rendered(layout: Layout) -> Rendering:
    """The text of a PDF: the title as a heading, then each block, separated by blank lines."""
    blocks = sorted(layout.blocks, key=lambda block: block.kind != "title")
    parts = [_marked(block, at < _TOP) for at, block in enumerate(blocks)]
    text = "\n\n".join(parts) + "\n" if parts else ""
    whole, taken = _with_facts(text, layout.facts, [block.text for block in blocks])
    flaws = tuple(_flaws(layout, blocks, parts, len(whole) - len(text)))
    told = tuple(_told(layout, whole, taken)) if parts else ()
    return Rendering(whole, flaws, tuple(_notes(layout, taken)), told)


def _marked(block: Block, at_top: bool) -> str:
    """What a block says, its links as in Markdown.

    None stand in a title, nor in a label line but for the one that says the article's address.
    """
    if block.kind == "title":
        return f"## {block.text}"
    linked = list(_lines(block))
    if not (at_top and block.links):
        return "\n".join(linked)
    return "\n".join(map(_as_read, linked, block.text.split("\n")))


def _lines(block: Block) -> Iterator[str]:
    """The lines of a block, which mostly is one, with its links."""
    at, links = 0, deque(block.links)
    for line in block.text.split("\n"):
        end = at + len(line)
        here = list[tuple[int, int, str]]()
        while links and links[0][0] < end:
            here.append(links.popleft())
        yield _with_links(line, [(start - at, stop - at, url) for start, stop, url in here])
        at = end + 1


def _with_links(line: str, links: Iterable[tuple[int, int, str]]) -> str:
    parts, at = list[str](), 0
    for start, end, url in links:
        words, target = line[start:end], _UNFIT.sub(lambda found: quote(found[0]), url)
        if _says(words, url):
            continue
        parts += [line[at:start], f"[{words}]({target})"]
        at = end
    return "".join([*parts, line[at:]])


def _as_read(linked: str, plain: str) -> str:
    """A line with its links, or as it is where it is a label line and they would be in its value."""
    snippet = format_named("snippet")
    if not snippet.detects(plain) or snippet.read(linked).article.url:
        return linked
    return plain


def _says(words: str, url: str) -> bool:
    """Whether the words are the address itself."""
    bare = url.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
    return not bare or words.rstrip("/.,;").endswith(bare)


def _flaws(layout: Layout, blocks: list[Block], parts: list[str], added: int) -> Iterator[Flaw]:
    """The pages without text, each where the text of the next page begins.

    The lines that were *added* stand above all text but the title.
    """
    last = max(sum(len(part) + 2 for part in parts) - 1, 0)
    above, rest = 0, deque(zip(blocks, parts, strict=True))
    for number in layout.scans:
        while rest and (rest[0][0].page <= number or rest[0][0].kind == "title"):
            above += len(rest.popleft()[1]) + 2
        place = min(above, last) + added
        what = f"page {number} is a picture without text: text recognition has to read it first"
        yield Flaw(place, place, "scanned-page", what)


# ── what the file says of itself ────────────────────────────────────────────────────────────────


def _with_facts(text: str, facts: Facts, said: list[str]) -> tuple[str, list[str]]:
    """*text* with label lines for what only the file says, and the fields that they are of."""
    snippet = format_named("snippet")
    taken = list[str]()
    alone = [snippet.read(block).article for block in said[:_TOP]]
    for field, value in _candidates(text, facts, said):
        told = any(getattr(article, field) for article in alone)
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


def _told(layout: Layout, text: str, taken: Sequence[str]) -> Iterator[Told]:
    """What the fields go by that are not said by words with a label before them."""
    article = format_named("snippet").read(text).article
    for field in taken:
        yield Told(field, getattr(article, field), _BY_FILE, 0.5)
    if "title" not in taken and any(block.kind == "title" for block in layout.blocks):
        named = layout.facts.title and is_said(article.title or "", layout.facts.title)
        how = _BY_NAME if named else _BY_SIZE
        yield Told("title", article.title, how, 0.95 if named else 0.8)
    if article.url in {url for _, url in layout.links}:
        yield Told("url", article.url, _BY_LINK, 1.0)
    if article.body:
        yield Told(
            "body",
            article.body,
            f"what follows the header, its paragraphs told by {_how(layout)}",
            0.9,
        )


def _how(layout: Layout) -> str:
    return "the tags of the file" if layout.drafts.trusts_tags else "the layout"


def _notes(layout: Layout, taken: list[str]) -> Iterator[str]:
    pages = len(layout.pages)
    yield f"made from a PDF of {pages} page{'s' * (pages != 1)}"
    lines = dict.fromkeys(line.text for page in layout.pages for line in page.furniture)
    if lines:
        shown = "; ".join(list(lines)[:_SHOWN])
        more = len(lines) - _SHOWN
        yield f"left out as furniture of the pages: {shown}" + (f"; and {more} more" * (more > 0))
    if taken:
        yield f"said by the file itself and not by its text: {', '.join(taken)}"
