"""Exact-paragraph F1: how many paragraphs came out exactly as they were written.

A predicted paragraph is a hit if it equals a true one that nothing else has hit. Everything else that was predicted is
false, page furniture included; a true paragraph that nothing hit is missed. Titles, headings, list items, quotes and
captions are paragraphs of their own.

Two texts are equal if they are so after NFKC (ligatures, presentation forms), with every run of spaces and line ends as
one space, without soft hyphens and other characters that are not seen (joiners, bidi marks: see :func:`normal`), and
with U+2010 and U+2011 as `-`. A word that was hyphenated must have its true spelling.

What is fair where kinds of blocks differ:

* a list item may keep its mark or not; a mark that stands alone is set aside, neither hit nor false;
* a verse (or an address) is one hit if it comes out whole, line for line, or with each line as a paragraph; with its
  lines run together it is false;
* a table is neither hit nor missed, and paragraphs made of its words alone are set aside: in which order cells come is
  the extractor's business. Mixed into a paragraph it spoils that.

What is fair where an extractor lost something is decided by :class:`Evidence`, which compares the truth with the text
that was given, and never looks at a result:

* a document is left out where letters were lost: where more than one paragraph in twenty has a word whose letters do
  not stand in the text, in their order (those of long ones may in two places: addresses go on over a page's end);
* a paragraph is compared without its spaces and hyphens where the extractor lost or invented some: where one of its
  words does not stand in the text as a word, nor in two parts around a hyphen. (Poppler drops every hyphen at a line
  end, those of compounds too.) In languages that put no spaces between words all are compared as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import attrs

from benchmarks.paragraphs.article import Block

LEGIBLE = 0.95
"""The share of paragraphs whose letters must stand in a text."""

WITHOUT_SPACES = frozenset({"zh", "ja", "th"})
"""Languages that put no spaces between words; reported apart."""

_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_PART = 6  # letters that a part of a long word has at least
_LEFT_TO_RIGHT = re.compile("\u202a([^\u202a-\u202e]*)\u202c")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_NEUTRAL_START = re.compile(r"[\W_]*")
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
    """*text* as it is compared.

    Poppler writes lines from right to left with embeddings, and what stands in one as it is seen, from left to right:
    `<LRE> .<PDF>` is a full stop and then a space. It is read as it is seen, whether the marks were kept or not.
    """
    if "\u202a" in text and _RIGHT_TO_LEFT.search(text):
        text = _LEFT_TO_RIGHT.sub(lambda run: _as_read(run.group(1)), text)
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return _SPACES.sub(" ", _HYPHENS.sub("-", text)).strip(" ")


def _as_read(run: str) -> str:
    """What is seen as *run* from left to right, as it is read in a text from right to left."""
    start = _neutral(run)
    if start == len(run):
        return run[::-1]
    end = len(run) - _neutral(run[::-1])
    return run[end:][::-1] + run[start:end] + run[:start][::-1]


def _neutral(text: str) -> int:
    found = _NEUTRAL_START.match(text)
    return found.end() if found else 0


class Evidence:
    """What a text that an extractor gave holds of the truth."""

    def __init__(self, text: str, language: str) -> None:
        text = _LINE_END_HYPHEN.sub("-\n", text)
        self._words = set(normal(text).split(" "))
        self._heads = {word[:-1] for word in self._words if word.endswith("-")}
        self._letters = _letters(text)
        self._spaced = language not in WITHOUT_SPACES

    def legible(self, blocks: Iterable[Block]) -> bool:
        """Whether enough letters of *blocks* are there that what is restored could be exact."""
        there = [self._holds_letters(block) for block in blocks if block.kind != "table"]
        return sum(there) >= LEGIBLE * len(there)

    def _holds_letters(self, block: Block) -> bool:
        if not self._spaced:
            return set(_letters(block.text)) <= set(self._letters)
        words = normal(block.text).split(" ")
        return all(self._holds_letters_of(word) for word in words)

    def _holds_letters_of(self, word: str) -> bool:
        letters = _letters(word)
        return (
            letters in self._letters
            or self._in_two(word)
            or any(
                letters[:at] in self._letters and letters[at:] in self._letters
                for at in range(_PART, len(letters) - _PART + 1)
            )
        )

    def holds_words(self, block: Block) -> bool:
        """Whether the words of *block* stand in the text as words, or in two parts around a hyphen."""
        words = normal(block.text).split(" ")
        return not self._spaced or all(word in self._words or self._in_two(word) for word in words)

    def _in_two(self, word: str) -> bool:
        """Whether *word* stands there as two parts, the first with a hyphen: at the ends of two lines."""
        tails = ((word[:at], word[at:]) for at in range(1, len(word)))
        return any(
            head in self._heads and (tail in self._words or tail.removeprefix("-") in self._words)
            for head, tail in tails
        )


def _letters(text: str) -> str:
    return normal(text).replace(" ", "").replace("-", "")


def count(
    blocks: Sequence[Block],
    predicted: Iterable[str],
    evidence: Evidence | None = None,
    chrome: Sequence[str] = (),
) -> Counts:
    """Hits and misses of *predicted* paragraphs against the true *blocks*.

    Without *evidence*, all spaces and hyphens count.
    """
    left = _Left(predicted)
    truth = [block for block in blocks if block.kind != "table"]
    exact = [evidence is None or evidence.holds_words(block) for block in truth]
    hit = sum([left.take(block, strict) for block, strict in zip(truth, exact, strict=True)])
    left.set_aside([block.text for block in blocks if block.kind == "table"])
    false = left.total()
    left.set_aside(chrome)
    return Counts(hit, len(truth), hit + false, false - left.total())


_Lines = tuple[str, ...]


class _Left:
    """Predicted paragraphs that have hit nothing yet."""

    def __init__(self, predicted: Iterable[str]) -> None:
        split = (tuple(filter(None, map(normal, text.split("\n")))) for text in predicted)
        self._left: Counter[_Lines] = Counter(lines for lines in split if lines)
        self._like: dict[str, list[_Lines]] = defaultdict(list)
        for lines in self._left:
            for text in {" ".join(lines), _unmarked(" ".join(lines))}:
                self._like[_letters(text)].append(lines)

    def take(self, block: Block, strict: bool) -> bool:
        """Whether *block* came out; what it came out as is used up. Only letters count unless *strict*."""
        if len(block.lines) > 1:
            lines = tuple(map(normal, block.lines))
            return self._use([lines]) or self._use([(line,) for line in lines])
        text = normal(block.text)
        marked = block.kind in {"item", "numbered"}
        return any(
            self._use([lines])
            for lines in self._like[_letters(text)]
            if _same(" ".join(lines), text, strict)
            or (marked and _same(_unmarked(" ".join(lines)), text, strict))
        )

    def _use(self, wanted: list[_Lines]) -> bool:
        needed = Counter(wanted)
        if not needed <= self._left:
            return False
        self._left -= needed
        return True

    def set_aside(self, texts: Sequence[str]) -> None:
        """Forget what is made of the words of *texts* alone, and list marks that stand alone."""
        words = {word for text in texts for word in normal(text).split(" ")}
        for lines in list(self._left):
            text = " ".join(lines)
            if _MARK.fullmatch(text) or words.issuperset(text.split(" ")):
                del self._left[lines]

    def total(self) -> int:
        """How many are left."""
        return self._left.total()


def _same(one: str, other: str, strict: bool) -> bool:
    return one == other or (not strict and _letters(one) == _letters(other))


def _unmarked(text: str) -> str:
    mark = _MARK.match(text)
    return text[mark.end() :].strip(" ") if mark else text
