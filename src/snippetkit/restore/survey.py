"""What the whole of a text says about its lines: its words, its sentences, its widths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from snippetkit.restore.fitting import Fit, fit
from snippetkit.restore.languages import Words
from snippetkit.restore.lines import Line
from snippetkit.restore.marks import (
    TOKEN,
    Head,
    Tail,
    bare,
    case,
    ends_sentence,
    head_of,
    is_parted,
    seen,
    tail_of,
)

__all__ = ["Survey"]


_SHORT = 20.0
"""The width of a short line in ems, where no column is known."""
_FEW_HYPHENS = 3
"""How many parted words it takes to say that words are hyphenated."""


class Survey:
    """The lines of a text, and what they say together. All in one pass over the words."""

    def __init__(self, lines: Sequence[Line], words: Words) -> None:
        self.lines = lines
        self.words = words
        self.tails: list[Tail] = [tail_of(line.text, words.abbreviations) for line in lines]
        self.heads: list[Head] = [head_of(line.text) for line in lines]
        self.fit: Fit = fit(lines, sum(is_parted(line.text) for line in lines) >= _FEW_HYPHENS)
        self.pairs: Counter[tuple[str, str]] = Counter()
        """How often two words that meet over a line end also stand side by side."""
        self.seen: Counter[str] = Counter()
        """How often a word stands anywhere."""
        self.inside: Counter[str] = Counter()
        """How often a word stands before another of its sentence."""
        self.ended: Counter[str] = Counter()
        """How often a word ends a sentence inside a line."""
        self.sentences: int = 0
        """How many sentences end inside a line."""
        self.gaps: int = 0
        self.capitals: int = 0
        """How many words inside a sentence have a capital."""
        self.cased: int = 0
        """How many words inside a sentence could have one."""
        self.lowered: Counter[str] = Counter()
        """`seen` in lower case."""
        self.prefixes: set[str] = set()
        """What stands before a hyphen inside a line, in lower case."""
        self._count()
        parted = [line.text[-1] for line in lines if is_parted(line.text)]
        self.signs: frozenset[str] = frozenset(parted)
        """The signs that words are parted with at the ends of lines."""
        self.parted: int = len(parted)
        """How many lines end within a word."""
        self.parted_rate: float = len(parted) / (len(lines) or 1)
        """The same, as a part of all."""

    def _count(self) -> None:
        met = {
            (tail.token, head.token) for tail, head in zip(self.tails, self.heads[1:], strict=False)
        }
        for line in self.lines:
            before: str | None = None
            for token in _tokens(line.text):
                word = bare(token)
                self.seen[word] += 1
                if before is not None:
                    self._meet(before, token, word)
                    if (before, token) in met:
                        self.pairs[before, token] += 1
                before = token
        for word, count in self.seen.items():
            self.lowered[word.lower()] += count
            head, sign, rest = word.partition("-")
            if sign and rest:
                self.prefixes.add(head.lower())

    def _meet(self, before: str, token: str, word: str) -> None:
        self.gaps += 1
        last = bare(before)
        if ends_sentence(before, self.words.abbreviations):
            self.sentences += 1
            self.ended[last] += 1
            return
        self.inside[last] += 1
        kind = case(word[:1]) if word else "other"
        if kind in {"upper", "lower"}:
            self.cased += 1
            self.capitals += kind == "upper"

    def is_short(self, at: int) -> bool:
        """Whether a line is shorter than a column, even than a narrow one."""
        columns = self.fit.columns
        return self.fit.widths[at] < (0.7 * columns[0] if columns else _SHORT)

    @property
    def capital_rate(self) -> float:
        """Which part of the words inside sentences have a capital, from 0 to 1."""
        return (self.capitals + 1) / (self.cased + 8)

    @property
    def end_rate(self) -> float:
        """Which part of the words end a sentence, from 0 to 1."""
        return (self.sentences + 0.5) / (self.gaps + 20)


def _tokens(text: str) -> Iterable[str]:
    return (match[0] for match in TOKEN.finditer(seen(text)))
