"""Articles whose paragraphs are known: a plain text, one line a block.

The first characters of a line say what it is; a line without a mark is a paragraph.
Blank lines stand between blocks for the reader's sake and mean nothing, but that they end a verse or a table.

    # Title                     once, first
    @ By-line, date             a line of its own under the title
    ## Heading
    - item                      of a list with bullets
    1. item                     of a numbered list
    > A block quote.
    ~ Verse, or an address:     lines that stay lines
    ~ all of them together one block
    | table | its cells         rows together one block
    ! Caption of a picture, which stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

FOLDER = Path(__file__).parent / "articles"

_MARKS = {
    "# ": "title",
    "@ ": "meta",
    "## ": "heading",
    "- ": "item",
    "> ": "quote",
    "~ ": "verse",
    "| ": "table",
    "! ": "caption",
}
_NUMBERED = re.compile(r"[0-9]{1,2}\. ")
_OF_LINES = {"verse", "table"}


@attrs.frozen
class Block:
    """A paragraph, or what stands like one."""

    kind: str
    """paragraph, title, meta, heading, item, numbered, quote, verse, table, caption."""

    lines: tuple[str, ...]
    """One, but for a verse, and a table, whose cells a tab parts."""

    @property
    def text(self) -> str:
        """The whole of it, as it should come out."""
        return "\n".join(self.lines)


@attrs.frozen
class Article:
    """An article with its true paragraphs."""

    name: str
    """LANGUAGE/STEM of its file."""

    blocks: tuple[Block, ...]
    """In order."""

    @property
    def language(self) -> str:
        """A tag of BCP 47, here of two letters."""
        return self.name.partition("/")[0]

    @property
    def source(self) -> str:
        """doj, pmd, or invented."""
        return self.name.partition("/")[2].rpartition("-")[0].partition("-")[0] or "invented"

    @property
    def title(self) -> str:
        """The text of its first block."""
        return self.blocks[0].text


def parse(name: str, text: str) -> Article:
    """The article that *text* writes."""
    return Article(name, tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    held: list[str] = []
    held_kind = ""
    for line in [*text.split("\n"), ""]:
        kind, rest = _marked(line)
        if held and kind != held_kind:
            yield Block(held_kind, tuple(held))
            held = []
        if kind in _OF_LINES:
            held_kind = kind
            held.append(rest)
        elif kind:
            yield Block(kind, (rest,))


def _marked(line: str) -> tuple[str, str]:
    line = line.strip(" ")
    if not line:
        return "", ""
    for mark, kind in _MARKS.items():
        if line.startswith(mark):
            rest = line[len(mark) :].strip(" ")
            return kind, re.sub(r" *\| *", "\t", rest.rstrip(" |")) if kind == "table" else rest
    if number := _NUMBERED.match(line):
        return "numbered", line[number.end() :]
    return "paragraph", line


def articles(folder: Path = FOLDER) -> Iterator[Article]:
    """All of them, by name."""
    for path in sorted(folder.glob("*/*.txt")):
        yield parse(f"{path.parent.name}/{path.stem}", path.read_text("utf-8"))


def as_tree(article: Article) -> dict[str, Any]:
    """What `article.json` says of it; :func:`from_tree` reads it."""
    return {
        "name": article.name,
        "language": article.language,
        "source": article.source,
        "blocks": [{"kind": block.kind, "text": block.text} for block in article.blocks],
        "paragraphs": [block.text for block in article.blocks if block.kind != "table"],
    }


def from_tree(tree: dict[str, Any]) -> Article:
    """The article of an `article.json`; inverse of :func:`as_tree`."""
    blocks = [Block(each["kind"], tuple(each["text"].split("\n"))) for each in tree["blocks"]]
    return Article(tree["name"], tuple(blocks))
