"""The given snippet's own shape: texts in which blank lines mean nothing.

In it one paragraph is broken at every line, others are whole, and one is split in mid-sentence where a page ended;
and all pieces alike stand between blank lines.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator

import attrs

from benchmarks.paragraphs.article import Article, Block
from benchmarks.paragraphs.score import normal

_BLANK_LINE = "\n\n"
# Beside spaces and marks that are not seen, what extractors change without losing a letter.
_NOT_LETTERS = str.maketrans("", "", " -\u00ad\ufffe")
_MARK = re.compile(r"(?:[•◦▪‣·]|[0-9]{1,2}\.)(?= )")
_HYPHENS = "-\u2010\u2011\u00ad"


def every_line(text: str) -> str:
    """Every line of *text* between blank lines."""
    lines = (line.strip(" ") for page in text.split("\f") for line in page.split("\n"))
    return _BLANK_LINE.join(line for line in lines if line) + "\n"


def mixed(article: Article, text: str, seed: str) -> str:
    """*article* with some paragraphs broken, some whole, some split, as the lines and pages of *text* end.

    *text* is an extraction from a PDF of *article*. Its page furniture is left out, as in the given snippet. Where it
    lost letters, so that its lines cannot be found in the article, lines end by a width in characters.
    """
    choose = random.Random(seed)  # noqa: S311 - the same choice on every machine, and nothing secret
    placed = _lines_of_blocks(article, text)
    if placed is None:
        width = choose.randint(50, 95)
        placed = [_by_width(block.text, width) for block in article.blocks]
    pieces = (
        _pieces(block, lines, choose) for block, lines in zip(article.blocks, placed, strict=True)
    )
    return _BLANK_LINE.join(piece for some in pieces for piece in some) + "\n"


@attrs.frozen
class _Line:
    text: str
    page: int


def _lines_of_blocks(article: Article, text: str) -> list[list[_Line]] | None:
    """The lines that each block was printed in; nothing if any letter is missing or out of order."""
    whole = [_squashed(block.text) for block in article.blocks]
    texts = [block.text for block in article.blocks]
    placed: list[list[_Line]] = [[] for _ in whole]
    number, rest = 0, whole[0]
    for line in _lines(text):
        squashed = _squashed(line.text)
        mark = ""
        if not rest.startswith(squashed) and (marked := _MARK.match(line.text)):
            mark, squashed = f"{marked.group()} ", squashed.removeprefix(_squashed(marked.group()))
        if squashed and rest.startswith(squashed):
            rest = rest[len(squashed) :]
            # Spelt as the article has it: extractors put spaces into words of some scripts.
            printed, texts[number] = _cut(texts[number], len(squashed))
            hyphen = (
                line.text[-1] if line.text[-1] in _HYPHENS and printed[-1] not in _HYPHENS else ""
            )
            placed[number].append(_Line(mark + printed + hyphen, line.page))
            while not rest and number + 1 < len(whole):
                number += 1
                rest = whole[number]
    return placed if not rest else None


def _by_width(text: str, width: int) -> list[_Line]:
    lines = (line for part in text.split("\n") for line in textwrap.wrap(part, width))
    return [_Line(line, number // 30) for number, line in enumerate(lines)]


def _lines(text: str) -> Iterator[_Line]:
    for number, page in enumerate(text.split("\f")):
        for line in page.split("\n"):
            if line.strip(" "):
                yield _Line(line.strip(" "), number)


def _squashed(text: str) -> str:
    return normal(text).translate(_NOT_LETTERS)


def _cut(text: str, length: int) -> tuple[str, str]:
    """*text* in two: what holds *length* characters that are seen, and the rest."""
    at = 0
    while at < len(text) and (length > 0 or not _squashed(text[at])):
        length -= len(_squashed(text[at]))
        at += 1
    return text[:at].strip(" \n"), text[at:]


def _pieces(block: Block, lines: list[_Line], choose: random.Random) -> Iterator[str]:
    shapes = {"broken": 30, "whole": 40, "tail whole": 15, "split": 15}
    (shape,) = choose.choices(list(shapes), list(shapes.values()))
    if shape == "split" and (ends := _page_ends(lines)):
        broken, at = 0, ends[0]
    elif shape == "split":
        broken, at = 0, choose.randrange(len(lines))
    else:
        broken = {"broken": len(lines), "tail whole": choose.randint(1, 6)}.get(shape, 0)
        at = broken
    if len(block.lines) > 1:
        broken = at = len(lines)
    yield from (line.text for line in lines[:broken])
    for part in (lines[broken:at], lines[at:]):
        if part:
            yield _joined(block, part)


def _page_ends(lines: list[_Line]) -> list[int]:
    return [at for at in range(1, len(lines)) if lines[at].page != lines[at - 1].page]


def _joined(block: Block, lines: list[_Line]) -> str:
    """*lines* as one, its hyphenated words spelt as in *block*; but for the last, where it ends."""
    joined = lines[0].text
    for line in lines[1:]:
        glued = joined.removesuffix(joined[-1]) + line.text if joined[-1] in _HYPHENS else ""
        candidates = (joined + " " + line.text, joined + line.text, glued)
        joined = next(
            (each for each in candidates if each and _plain(each) in _plain(block.text)),
            candidates[0],
        )
    return joined


def _plain(text: str) -> str:
    """Without a typed mark, and without the hyphen of a word that goes on in the next line."""
    mark = _MARK.match(text)
    text = text[mark.end() :].strip(" ") if mark else text
    return text[:-1] if text and text[-1] in _HYPHENS else text
