"""Put text that is read from the right in order, where PDFium has it wrong.

PDFium puts letters into reading order. But it takes some words to be read from the left, and some
marks for words, and these come out reversed. Their places on the page show this. Everything that
is right already is left as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

from snippetkit.pdf.page import Glyph

__all__ = ["direction", "reads_from_right", "sorted_words"]

_PAIRS: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_CLOSING, _OPENING = frozenset(")]}>»›"), frozenset("([{<«‹")


@lru_cache(maxsize=4096)
def direction(character: str) -> str:
    """`right` or `left`, the side from which a letter is read; empty for anything else."""
    kind = unicodedata.bidirectional(character)
    return {"R": "right", "AL": "right", "L": "left"}.get(kind, "")


def reads_from_right(text: Iterable[str]) -> bool:
    """Whether most letters are read from the right.

    >>> reads_from_right("سبتمبر 2025"), reads_from_right("Sept. 2025")
    (True, False)
    """
    found = [direction(character) for character in text]
    return found.count("right") > found.count("left")


def sorted_words(words: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """The words of a line that is read from the right, in reading order."""
    turned = [word if _has(word, "left") else _turned(word) for word in words]
    ours = [_middle(word) for word in turned if _is_ours(word)]
    if all(after < before for before, after in pairwise(ours)):
        return turned
    found = list[list[Glyph]]()
    in_order = sorted(turned, key=_middle, reverse=True)
    for foreign, group in groupby(in_order, key=lambda word: not _is_ours(word)):
        run = list(group)
        found += run[::-1] if foreign and any(_has(word, "left") for word in run) else run
    return found


def _is_ours(word: Sequence[Glyph]) -> bool:
    return _has(word, "right")


def _has(word: Sequence[Glyph], wanted: str) -> bool:
    return any(direction(glyph.text) == wanted for glyph in word)


def _turned(word: list[Glyph]) -> list[Glyph]:
    """The letters of a word from the right to the left, the marks around them where they stand."""
    first, last = _ends(word)
    before, letters, after = word[:first], word[first:last], word[last:]
    units = [list(group) for _, group in groupby(letters, key=lambda one: (one.left, one.right))]
    steps = [_step(before[0], after[0]) for before, after in pairwise(units)]
    if _is_ours(letters) and 1 in steps:
        units = sorted(units, key=_middle, reverse=True) if -1 in steps else units[::-1]
        letters = [glyph for unit in units for glyph in unit]
    middle = _middle(letters)
    around = sorted([*before, *after], key=lambda one: -_middle([one]))
    leading = [_as_meant(one, _CLOSING) for one in around if _middle([one]) > middle]
    trailing = [_as_meant(one, _OPENING) for one in around if _middle([one]) <= middle]
    return [*leading, *letters, *trailing]


def _step(before: Glyph, after: Glyph) -> int:
    """Whether a letter stands to the right of the one before (1), to the left (-1), or in between."""
    left, right = after.left - before.left, after.right - before.right
    return 1 if left > 0 < right else -1 if left < 0 else 0


def _ends(word: Sequence[Glyph]) -> tuple[int, int]:
    """Where the letters of a word begin and end, without the marks around them."""
    inner = [at for at, glyph in enumerate(word) if not _is_mark(glyph)]
    return (inner[0], inner[-1] + 1) if inner else (0, len(word))


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.category(glyph.text)[0] in "PS"


def _as_meant(glyph: Glyph, wrong: frozenset[str]) -> Glyph:
    """A bracket as it is meant: one that closes begins no word, and one that opens ends none."""
    return glyph._replace(text=glyph.text.translate(_PAIRS)) if glyph.text in wrong else glyph


def _middle(glyphs: Sequence[Glyph]) -> float:
    return (min(one.left for one in glyphs) + max(one.right for one in glyphs)) / 2
