"""Exact-paragraph F1: how many paragraphs came out exactly as they were written.

A predicted paragraph is a hit if it equals a true one that nothing else has hit. Everything else that was predicted is
false, page furniture included; a true paragraph that nothing hit is missed. Titles, headings, list items, quotes and
captions are paragraphs of their own.

Two texts are equal if they are so after NFKC (ligatures, presentation forms), with every run of spaces and line ends as
one space, without soft hyphens and other characters that are not seen (bidi marks, joiners: extractors lose and invent
them), and with U+2010 and U+2011 as `-`. A word that was hyphenated must have its true spelling.

What is fair where kinds of blocks differ:

* a list item may keep its mark or not; a mark that stands alone is set aside, neither hit nor false;
* a verse (or an address) is one hit if it comes out whole, line for line, or with each line as a paragraph; with its
  lines run together it is false;
* a table is neither hit nor missed, and paragraphs made of its words alone are set aside: in which order cells come is
  the extractor's business. Mixed into a paragraph it spoils that.

An extraction that lost letters cannot be restored by anybody. :func:`legible` says which one is left out, by looking at
whether the words of the truth stand in the text, and never at a result.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Sequence

import attrs

from benchmarks.paragraphs.article import Block

LEGIBLE = 0.97
"""The share of words that must stand in a text."""

WITHOUT_SPACES = frozenset({"zh", "ja", "th"})
"""Languages that put no spaces between words; reported apart."""

_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")  # every space there is: this compares texts and reads none
_HYPHENS = re.compile("[\u2010\u2011]")
_MARK = re.compile(r"(?:[•◦▪‣·*–-]|[0-9]{1,2}[.)])")
_LINE_END_HYPHEN = re.compile("[\ufffe\u0002]")  # PDFium's own, in the midst of a line


@attrs.frozen
class Counts:
    """What came out of one document, or of many."""

    hit: int = 0
    """True paragraphs that came out."""

    true: int = 0
    """All true paragraphs."""

    predicted: int = 0
    """All that were predicted, without what is set aside."""

    chrome: int = 0
    """Of the false ones, those made of the words of a site's menus and notices alone."""

    def __add__(self, other: Counts) -> Counts:
        pairs = zip(attrs.astuple(self), attrs.astuple(other), strict=True)
        return Counts(*(mine + theirs for mine, theirs in pairs))

    @property
    def f1(self) -> float:
        """Twice the hits over true and predicted ones."""
        return _f1(self.hit, self.true, self.predicted)

    @property
    def f1_without_chrome(self) -> float:
        """The same as if nobody had to tell menus and notices, which stand there but once, from the article."""
        return _f1(self.hit, self.true, self.predicted - self.chrome)


def _f1(hit: int, true: int, predicted: int) -> float:
    return 2 * hit / (true + predicted) if true + predicted else 1.0


def normal(text: str) -> str:
    """*text* as it is compared."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return _SPACES.sub(" ", _HYPHENS.sub("-", text)).strip(" ")


def count(blocks: Sequence[Block], predicted: Iterable[str], chrome: Sequence[str] = ()) -> Counts:
    """Hits and misses of *predicted* paragraphs against the true *blocks*."""
    left = _Left(predicted)
    truth = [block for block in blocks if block.kind != "table"]
    hit = sum([left.take(block) for block in truth])
    tables = [block.text for block in blocks if block.kind == "table"]
    left.set_aside(tables)
    false = left.total()
    left.set_aside(chrome)
    return Counts(hit, len(truth), hit + false, false - left.total())


class _Left:
    """Predicted paragraphs that have hit nothing yet."""

    def __init__(self, predicted: Iterable[str]) -> None:
        lines = [tuple(filter(None, map(normal, text.split("\n")))) for text in predicted]
        self._left = Counter(each for each in lines if each)
        self._flat: dict[str, list[tuple[str, ...]]] = {}
        for each in self._left:
            text = normal("\n".join(each))
            for key in {text, _unmarked(text)}:
                self._flat.setdefault(key, []).append(each)

    def take(self, block: Block) -> bool:
        """Whether *block* came out; what it came out as is used up."""
        if len(block.lines) > 1:
            return self._take_lines(tuple(map(normal, block.lines)))
        text = normal(block.text)
        marked = block.kind in {"item", "numbered"}
        return any(
            (marked or normal("\n".join(each)) == text) and self._use([each])
            for each in self._flat.get(text, ())
        )

    def _take_lines(self, lines: tuple[str, ...]) -> bool:
        return self._use([lines]) or self._use([(line,) for line in lines])

    def _use(self, wanted: list[tuple[str, ...]]) -> bool:
        needed = Counter(wanted)
        if not needed <= self._left:
            return False
        self._left -= needed
        return True

    def set_aside(self, texts: Sequence[str]) -> None:
        """Forget what is made of the words of *texts* alone, and list marks that stand alone."""
        words = {word for text in texts for word in normal(text).split(" ")}
        for each in list(self._left):
            text = " ".join(each)
            if _MARK.fullmatch(text) or words.issuperset(text.split(" ")):
                del self._left[each]

    def total(self) -> int:
        """How many are left."""
        return self._left.total()


def _unmarked(text: str) -> str:
    mark = _MARK.match(text)
    return text[mark.end() :].strip(" ") if mark else text


def legible(blocks: Sequence[Block], text: str, language: str) -> bool:
    """Whether *text* holds the words of *blocks*: enough that a restored paragraph could be exact.

    A word counts as there as often as it stands in the text, or if it stands there as two parts, the first with a
    hyphen. Where no spaces part words, characters are counted instead. 97 of 100 must be there, so that an extraction
    that glues or splits a word now and then, as is their nature, is still judged, and one that lost vowels is not.
    """
    return coverage(blocks, text, language) >= LEGIBLE


def coverage(blocks: Sequence[Block], text: str, language: str) -> float:
    """The share of the words of *blocks* that stand in *text*."""
    units = _characters if language in WITHOUT_SPACES else _words
    wanted = Counter(units("\n".join(block.text for block in blocks)))
    found = Counter(units(_LINE_END_HYPHEN.sub("-\n", text)))
    there = (wanted & found).total()
    heads = {word[:-1] for word in found if word.endswith("-")}
    there += sum(
        number for word, number in (wanted - found).items() if _in_two_parts(word, heads, found)
    )
    return there / wanted.total()


def _in_two_parts(word: str, heads: Container[str], found: Container[str]) -> bool:
    return any(
        word[:at] in heads and (word[at:] in found or word[at:].removeprefix("-") in found)
        for at in range(1, len(word))
    )


def _words(text: str) -> list[str]:
    return normal(text).split(" ")


def _characters(text: str) -> list[str]:
    return [character for character in normal(text) if character != " "]
