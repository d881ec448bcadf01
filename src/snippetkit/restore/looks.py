"""What a line says by itself, wherever it stands. A text is looked at several times, a line once."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from snippetkit.restore.languages import Words
from snippetkit.restore.lines import settled
from snippetkit.restore.marks import (
    ENDS,
    TOKEN,
    UNSPACED,
    head_of,
    is_parted,
    is_unspaced,
    seen,
    tail_of,
    tokens,
)
from snippetkit.restore.shapes import fence, is_alone, is_broken_by_hand
from snippetkit.restore.widths import MEASURES

__all__ = ["NUMBER", "Ending", "Look", "Looks", "Shape", "Start"]

NUMBER = re.compile("[0-9٠-٩۰-۹०-९০-৯๐-๙]{1,9}")
_TITLED = 200
_LONG = 4
"""How many letters a word has, at least, whose capital counts."""
_OPENED = 400
_FACT = 70
_FACTS = re.compile(r" [|·•] |[0-9٠-٩۰-۹०-९০-৯]{4}|[0-9]{1,2}[:.][0-9]{2}|[年月日]")
_LONGEST = 1_500
"""Of a longer line not more is measured: no column is that wide."""
_LONGEST_CELL = 100
_LONGEST_SHAPE = 240
_WORD = 60
_UNENDED = frozenset({"word", "abbreviation"})


class Shape(NamedTuple):
    """A line with its numbers taken out; of a long one, nothing."""

    key: str
    numbers: tuple[int, ...]


class Ending(NamedTuple):
    """How a line ends, apart from its words."""

    kind: str
    is_closed: bool
    """Whether a quotation or bracket closes after the mark that ends the sentence."""
    is_unspaced: bool
    """Whether it ends in a script that puts no spaces between words."""


class Start(NamedTuple):
    """How a line starts, apart from its words."""

    kind: str
    is_opened: bool
    """Whether a quotation or bracket opens before it."""
    is_unspaced: bool
    """Whether it starts in a script that puts no spaces between words."""


class Look:
    """What a line says by itself."""

    __slots__ = (
        "ending",
        "ends_by_hand",
        "fence",
        "has_letters",
        "head",
        "is_alone",
        "is_fact",
        "is_figures",
        "is_leaning",
        "is_parted",
        "is_stretched",
        "is_titled",
        "is_word",
        "needs",
        "never_first",
        "never_last",
        "opens",
        "shape",
        "start",
        "tail",
        "widths",
    )

    def __init__(self, text: str, words: Words) -> None:
        self.tail = tail_of(text, words.abbreviations)
        self.head = head_of(text)
        is_closed = self.tail.token[-1:] not in ENDS
        self.ending = Ending(self.tail.kind, is_closed, is_unspaced(text[-1]))
        self.start = Start(self.head.kind, self.head.opened, is_unspaced(text[0]))
        first, last = self.head.word.lower(), self.tail.word.lower()
        self.never_last = self.tail.kind in _UNENDED and last in words.never_last
        """Whether no sentence ends with its last word."""
        self.never_first = first in words.never_first
        """Whether no sentence starts with its first word."""
        self.is_leaning = first in words.leaning
        """Whether its first word leans on a sentence before."""
        self.is_parted = is_parted(text)
        """Whether a word is parted at its end."""
        self.opens = tuple(_opened(text))
        """What it opens and does not close."""
        self.fence = fence(text)
        self.is_alone = is_alone(text)
        self.ends_by_hand = is_broken_by_hand(text)
        self.has_letters = any(map(str.isalpha, text[:_LONGEST_CELL]))
        """Whether it is more than figures, as a cell of a table may be."""
        self.is_word = " " not in text
        self.is_stretched = "  " in text
        """Whether it may have been stretched to the margin: it has wide spaces."""
        self.is_titled = _is_titled(text)
        self.is_fact = len(text) <= _FACT and bool(_FACTS.search(text))
        self.is_figures = len(text) <= _FACT and _is_figures(text)
        self.shape = _shape(text)
        content = settled(text[:_LONGEST])
        self.widths = tuple([measure.of(content) for measure in MEASURES])
        """How wide it is in each of the types."""
        self.needs = _needs(_unit(text))
        """How wide what of it is that could have stood on the line above, without a space."""


class Looks(dict[str, Look]):
    """Text of a line → what it says, by the *words* of a language; found when first asked for."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, text: str) -> Look:
        found = self[text] = Look(text, self.words)
        return found


def _shape(text: str) -> Shape:
    if len(text) > _LONGEST_SHAPE:
        return Shape("", ())
    text = settled(seen(text))
    numbers = NUMBER.findall(text)
    return Shape(NUMBER.sub("#", text), tuple(map(int, numbers))) if numbers else Shape(text, ())


def _opened(text: str) -> Iterator[str]:
    text = text[-_OPENED:]
    if text.count("(") > text.count(")"):
        yield "open-bracket"
    if text.count("“") + text.count("«") > text.count("”") + text.count("»"):
        yield "open-quote"


def _is_titled(text: str) -> bool:
    """Whether most words of a line have a capital, as in an English headline."""
    first = [word[0] for word in tokens(text[:_TITLED]) if len(word) >= _LONG]
    letters = list(filter(str.isalpha, first))
    return len(letters) >= 2 and sum(map(str.isupper, letters)) >= 0.75 * len(letters)


def _is_figures(text: str) -> bool:
    """Whether a line is little else than numbers, and no end of a sentence."""
    if not text[-1].isalnum():
        return False
    digits = sum(map(str.isdigit, text))
    return digits >= 4 and 2 * digits > sum(map(str.isalnum, text))


@functools.lru_cache(maxsize=4_000)
def _needs(unit: str) -> tuple[float, ...]:
    """How wide the start of a line is in each of the types: many lines start with the same word."""
    return tuple([measure.of(unit) for measure in MEASURES])


def _unit(line: str) -> str:
    """What of *line* could have stood on the line above."""
    match = TOKEN.search(line[:_WORD])
    token = match[0] if match else line[:1]
    unspaced = UNSPACED.search(token)
    if unspaced is None:
        return token
    if unspaced.start():
        return token[: unspaced.start()]
    if token[0] < "\u1100":  # Thai, Lao, Khmer, Burmese: a word of unknown length
        return token[:8]
    end = 1
    while end < min(len(token), 4) and not token[end].isalnum():  # no mark starts a line
        end += 1
    return token[:end]
