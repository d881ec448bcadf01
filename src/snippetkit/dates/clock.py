"""Find clock times among the items of a shape: hour, minute, second, part of the day, zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from snippetkit.dates.vocabulary import ANY, Vocabulary, tightened

__all__ = ["Clock", "Item", "clocks"]


class Item(NamedTuple):
    """A number or a word of a shape."""

    kind: str
    """``n`` for a number, else what the word is taken to be: see `vocabulary.Word`."""
    length: int
    """How many digits a number has."""
    place: int
    """Which of the numbers, or of the words, it is."""


class Clock(NamedTuple):
    """A clock time: the items from `start` to `end`."""

    start: int
    end: int
    languages: int
    """The languages that write it so."""
    parts: Mapping[str, int]
    """The places of the hour and of what else is said."""
    last: str
    """The context of what stands last."""
    sign: str = ""
    offset: tuple[int, ...] = ()
    """The places of an offset's numbers."""
    is_dotted: bool = False
    """Whether a full stop stands behind the hour."""

    @property
    def is_bare(self) -> bool:
        """Whether it is a number alone, which is a time only behind the T of ISO 8601."""
        return self.last in "hZ" and not {"minute", "half"} & self.parts.keys()


_SIGN: Final = re.compile(r" ?([+-])")
_NO_MARKS: Final = ("",)


def clocks(words: Vocabulary, items: Sequence[Item], literals: Sequence[str]) -> Iterator[Clock]:
    """Every clock time that *items*, with *literals* around them, can have."""
    scan = _Scan(words, items, literals)
    for start in range(len(items)):
        yield from scan.at(start)


class _Scan(NamedTuple):
    words: Vocabulary
    items: Sequence[Item]
    literals: Sequence[str]

    def at(self, start: int) -> Iterator[Clock]:
        """``[zone or part of the day] hour [minutes [seconds]] [part of the day] [zone]``."""
        parts: dict[str, int] = {}
        at, mask = start, ANY
        for kind, name in (("Z", "zone"), ("A", "half")):
            if not parts and self._is(kind, at):
                parts = {name: self.items[at].place}
                exact = self.words.literals.get("Zh", {})
                mask = self.words.stands(self.literals[at + 1], (f"{kind}h",), _NO_MARKS)
                if kind == "Z":
                    mask = exact.get(tightened(self.literals[at + 1]), 0)
                at += 1
        if mask and self._is("n", at, 2) and not self.literals[start].endswith((":", "+")):
            parts = {**parts, "hour": self.items[at].place}
            hour = Clock(start, at + 1, mask, parts, "h")
            for clock in (hour, *self._minutes(hour)):
                for one in (clock, *self._half(clock)):
                    yield one
                    yield from self._zone(one)

    def _minutes(self, hour: Clock) -> Iterator[Clock]:
        for found in self._next(hour, "minute", "m"):
            yield found
            between = self.literals[hour.end]
            for seconds in self._next(found, "second", "s"):
                if between != ":" or self.literals[found.end] == ":":
                    yield seconds
                    at = seconds.end
                    if self.literals[at] in (".", ",") and self._is("n", at):
                        parts = {**seconds.parts, "fraction": self.items[at].place}
                        yield seconds._replace(end=at + 1, parts=parts)

    def _next(self, clock: Clock, name: str, kind: str) -> Iterator[Clock]:
        """With the next part, where it stands as some language has it: ``:``, ``.``, ``h``, ``时``."""
        at, context = clock.end, clock.last + kind
        if not self._is("n", at, 2):
            return
        literal, mask = self.literals[at], clock.languages
        if literal == ":":
            mask &= ANY if self.items[at].length == 2 else self.words.unpadded
        elif literal.strip(" ."):
            mask &= self.words.stands(literal, (context, clock.last + "$"), _NO_MARKS)
        elif literal == "." and self.items[at].length == 2:
            mask &= self.words.literals.get(context, {}).get(".", 0)
        else:
            return
        if mask and ":" not in literal.replace(":", "", 1):
            parts = {**clock.parts, name: self.items[at].place}
            is_dotted = clock.is_dotted or literal == "."
            yield Clock(clock.start, at + 1, mask, parts, kind, is_dotted=is_dotted)

    def _half(self, clock: Clock) -> Iterator[Clock]:
        """With a part of the day behind it."""
        at = clock.end
        if self._is("A", at) and "half" not in clock.parts:
            contexts = (clock.last + "A", clock.last + "$")
            mask = clock.languages & self.words.stands(self.literals[at], contexts, _NO_MARKS)
            if mask:
                parts = {**clock.parts, "half": self.items[at].place}
                yield clock._replace(end=at + 1, languages=mask, parts=parts, last="A")

    def _zone(self, clock: Clock) -> Iterator[Clock]:
        """With a zone behind it: a word, an offset, or UTC and an offset."""
        at = clock.end
        yield from self._offset(clock)
        if self._is("Z", at) and "zone" not in clock.parts:
            contexts = (clock.last + "Z", clock.last + "$")
            mask = clock.languages & self.words.stands(self.literals[at], contexts, ("", ","))
            if mask:
                parts = {**clock.parts, "zone": self.items[at].place}
                named = clock._replace(
                    end=at + 1, languages=mask, parts=parts, last=self._behind_zone(clock)
                )
                yield named
                yield from self._offset(named)

    def _behind_zone(self, clock: Clock) -> str:
        return "Z" if "minute" in clock.parts or "half" not in clock.parts else "A"

    def _offset(self, clock: Clock) -> Iterator[Clock]:
        """``+5``, ``-0400``, ``+05:30``, ``+04:36:45``, the sign at the digit."""
        at = clock.end
        sign = _SIGN.fullmatch(self.literals[at])
        if sign is None or not self._is("n", at, 4) or self.items[at].length == 3:
            return
        found = clock._replace(end=at + 1, sign=sign[1], offset=(self.items[at].place,))
        yield found._replace(last="Z" if clock.last != "A" else "A")
        for n in (at + 1, at + 2):
            two = self.items[at].length == 2 and self._is("n", n, 2) and self.items[n].length == 2
            if not two or self.literals[n] != ":":
                return
            found = found._replace(end=n + 1, offset=(*found.offset, self.items[n].place))
            yield found._replace(last="Z" if clock.last != "A" else "A")

    def _is(self, kind: str, at: int, longest: int = 9) -> bool:
        """Whether the item *at* is there, of this kind, and no longer than that."""
        return (
            at < len(self.items)
            and self.items[at].kind == kind
            and self.items[at].length <= longest
        )
