"""Facts about the whole text: its words, its sentences, its widths."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, pairwise

from snippetkit.restore.fitting import Fit, fit
from snippetkit.restore.lines import Line
from snippetkit.restore.looks import Look, Looks
from snippetkit.restore.marks import bare, case, ends_sentence, seen, tokens

__all__ = ["Survey"]


_SHORT = 20.0
"""The width of a short line in ems, where no column is known."""
_FEW_HYPHENS = 3
"""How many parted words it takes to say that words are hyphenated."""
_END = "\n"


class Survey:
    """The lines of a text, and facts about all of them together."""

    def __init__(self, lines: Sequence[Line], known: Looks) -> None:
        self.lines = lines
        self.words = known.words
        self.looks = [known[line.text] for line in lines]
        self.tails = [look.tail for look in self.looks]
        self.heads = [look.head for look in self.looks]
        pairs = zip(lines, self.looks, strict=True)
        parted = [line.text[-1] for line, look in pairs if look.is_parted]
        self.signs = frozenset(parted)
        """The signs that words are parted with at the ends of lines."""
        self.parted: int = len(parted)
        """How many lines end within a word."""
        self.parted_rate: float = len(parted) / (len(lines) or 1)
        """The same, as a part of all."""
        self.apart = _apart(self.looks)
        """For each gap, whether its lines are not joined, whatever else they say."""
        self.fit: Fit = fit(self.looks, self.parted >= _FEW_HYPHENS)
        columns = self.fit.columns
        least = 0.7 * columns[0] if columns else _SHORT
        self.short = [width < least for width in self.fit.widths]
        """For each line, whether it is shorter than a column, even than a narrow one."""
        self._count()

    def _count(self) -> None:
        """Count the words, each as often as it stands in the text."""
        found = tokens(seen("".join([f"{_END} {line.text} " for line in self.lines]) + _END))
        tails, heads = self.tails, self.heads[1:]
        met = {(tail.token, head.token) for tail, head in zip(tails, heads, strict=False)}
        self.pairs = frozenset(filter(met.__contains__, pairwise(found)))
        """The words that meet over a line end and also stand side by side."""
        counts = Counter(found)
        del counts[_END]
        words = {token: bare(token) for token in counts}
        self.seen = frozenset(words.values())
        """The words of the text."""
        self._count_sentences(found, counts, words)

    def _count_sentences(
        self, found: Sequence[str], counts: Mapping[str, int], words: Mapping[str, str]
    ) -> None:
        abbreviations = self.words.abbreviations
        ends = {
            token
            for token in counts
            if not token[-1].isalnum() and ends_sentence(token, abbreviations)
        }
        after = found[1:]
        followed = _less(counts, compress(found, map(_END.__eq__, after)))
        inner = _less(counts, compress(after, map({_END, *ends}.__contains__, found)))
        self.ended = frozenset(words[token] for token in ends if followed[token])
        """The words that end a sentence inside a line."""
        self.inside = defaultdict[str, int](int)
        """How often a word stands before another of its sentence."""
        letters = defaultdict[str, int](int)
        rows = zip(words.items(), followed.values(), inner.values(), strict=True)
        for (token, word), times, times_inner in rows:
            if token not in ends:
                self.inside[word] += times
            letters[word[:1]] += times_inner
        cased = Counter[str]()
        for letter, count in letters.items():
            cased[case(letter) if letter else "other"] += count
        self.sentences = sum([followed[token] for token in ends])
        """How many sentences end inside a line."""
        self.end_rate = (self.sentences + 0.5) / (sum(followed.values()) + 20)
        """Which part of the words end a sentence, from 0 to 1."""
        self.capital_rate = (cased["upper"] + 1) / (cased["upper"] + cased["lower"] + 8)
        """Which part of the words inside sentences have a capital, from 0 to 1."""

    @functools.cached_property
    def lowered(self) -> frozenset[str]:
        """The words of the text in lower case."""
        return frozenset(map(str.lower, self.seen))

    @functools.cached_property
    def prefixes(self) -> frozenset[str]:
        """What stands before a hyphen inside a line, in lower case."""
        parts = [word.partition("-") for word in self.seen if "-" in word]
        return frozenset(head.lower() for head, _, rest in parts if rest)


def _less(counts: Mapping[str, int], tokens: Iterable[str]) -> dict[str, int]:
    """The *counts* without those of *tokens*, in the same order."""
    found = dict(counts)
    for token, times in Counter(tokens).items():
        if token != _END:
            found[token] -= times
    return found


def _apart(looks: Sequence[Look]) -> list[bool]:
    """For each gap, whether its lines are never joined, whatever else is found.

    That is so if one of them stands alone, the writer asked for the line end, or neither has a letter.
    """
    return [
        one or other or before.ends_by_hand or not (before.has_letters or after.has_letters)
        for (one, other), (before, after) in zip(
            pairwise(_stand_alone(looks)), pairwise(looks), strict=True
        )
    ]


def _stand_alone(looks: Sequence[Look]) -> list[bool]:
    """For each line, whether it is joined with no other: by itself, or because it is code."""
    found, fence = [], ""
    for look in looks:
        found.append(bool(fence or look.fence) or look.is_alone)
        fence = "" if look.fence and look.fence == fence else fence or look.fence
    return found if not fence else [look.is_alone for look in looks]
