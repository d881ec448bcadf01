"""Find out what the numbers and words of a text are, by its shape; once for each shape.

A shape is the skeletons of the gaps, with the lengths of the numbers between them: ``Fri, Apr 24
2026 10:38:19 pm`` has the shape ``W, M 2 4 2:2:2 A``. A `Plan` says what each number is. A shape
that can be understood in several ways has several plans; the values decide, or nothing does.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from snippetkit.dates.clock import Clock, Item, clocks
from snippetkit.dates.vocabulary import ANY, Vocabulary, tightened, vocabulary

__all__ = ["Plan", "plans"]


class Plan(NamedTuple):
    """What is what in one shape: numbers and words by their places."""

    order: str
    """``dMy``, ``yNd`` …: the numbers and the month's name of the date, in their order."""
    pattern: str
    """The shape in CLDR's letters: ``EEE, MMM d y hh:mm:ss a``."""
    languages: int
    """The languages that have these words and this order."""
    usual: int
    """Those of them whose own patterns have just this."""
    kinds: str
    """How each word is taken, by kind; a blank for one that only joins."""
    year: int | None
    month: int | None
    """The place of a word where the order has an ``M``, else that of a number."""
    day: int | None
    weekday: int | None = None
    era: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    fraction: int | None = None
    half: int | None = None
    zone: int | None = None
    sign: str = ""
    offset: tuple[int, ...] = ()
    """The places of the numbers of an offset from UTC."""
    separator: str = ""
    """What stands between the numbers, where the month is one of them."""
    is_compact: bool = False
    """Whether one number has the whole date, or the whole time: ``20220115T100000Z``."""
    is_rfc_822: bool = False
    """Whether zones and years of two digits mean what RFC 822 says."""


_TOKEN: Final = re.compile(r"\{([A-Z]*):?([^}]*)\}|([MWAZEHJ])|([0-9])")
_MOST_ITEMS: Final = 16
_MOST_READINGS: Final = 32
# Brackets that change nothing: around a weekday, a zone, a time at the end, a day in figures.
_BRACKETS: Final = (
    (re.compile(r" ?\((W|\{[A-Z]*W[A-Z]*(?::[^{}]*)?\})\)(?=[0-9A{])"), r" \1 "),
    (re.compile(r" ?\((W|\{[A-Z]*W[A-Z]*(?::[^{}]*)?\})\)"), r" \1"),
    (re.compile(r" ?[\[(]((?:Z|\{[A-Z]*Z[A-Z]*(?::[^{}]*)?\})[^\[\](){}A-Z]*)[\])]"), r" \1"),
    (re.compile(r" \(([12][:.]2[^()]*)\)\Z"), r" \1"),
    (re.compile(r"(?<=W) ?\(([0-9./-]+)\)"), r" \1"),
)
# A comma that is stuck to what follows and not to what it belongs to.
_DISORDER: Final = re.compile(r" [,.](?! |\Z)")


_MOST_SHAPES: Final = 4096
_UNDERSTOOD: Final[dict[tuple[bool, str], tuple[Plan, ...]]] = {}


def plans(everything: bool, key: str) -> tuple[Plan, ...]:
    """All plans of a shape; empty if no date has it. Found once, as a pattern is compiled."""
    known = _UNDERSTOOD.get((everything, key))
    if known is None:
        if len(_UNDERSTOOD) >= _MOST_SHAPES:
            _UNDERSTOOD.clear()
        known = _UNDERSTOOD[everything, key] = _understood(everything, key)
    return known


def _understood(everything: bool, key: str) -> tuple[Plan, ...]:
    words = vocabulary(everything)
    found: dict[Plan, None] = {}
    plain = key
    for brackets, without in _BRACKETS:
        plain = brackets.sub(without, plain)
    if not _DISORDER.search(plain):
        for items, literals, kinds in _readings(plain):
            if 0 < len(items) <= _MOST_ITEMS:
                found.update(dict.fromkeys(_Shape(words, key, items, literals, kinds).plans()))
    return tuple(found)


def _readings(key: str) -> Iterator[tuple[tuple[Item, ...], tuple[str, ...], str]]:
    """The items of *key* and what stands between them, for each way to take its words."""
    tokens = list(_TOKEN.finditer(key))
    choices = [_choices(token, key) for token in tokens]
    if math.prod(map(len, choices)) > _MOST_READINGS:
        return
    for chosen in itertools.product(*choices):
        items: list[Item] = []
        literals, kinds, at = [""], "", 0
        for token, kind in zip(tokens, chosen, strict=True):
            literals[-1] += key[at : token.start()] + (token[2] or "" if kind == " " else "")
            at = token.end()
            if kind == "n":
                items.append(Item("n", int(token[4]), sum(item.kind == "n" for item in items)))
            elif kind != " ":
                items.append(Item(kind, 0, len(kinds)))
            if kind != "n" and (token[1] or token[3]):
                kinds += kind
            if kind != " ":
                literals.append("")
        literals[-1] += key[at:]
        yield tuple(items), tuple(literals), kinds


def _choices(token: re.Match[str], key: str) -> list[str]:
    """What a token can be: a number, a word of these kinds, or (a blank) one that only joins."""
    if token[4]:
        return ["n"]
    if token[3]:
        return [token[3]]
    kinds = token[1]
    if token[2] and key[token.start() - 1 : token.start()].isdigit():
        kinds = kinds.replace("W", "")  # 12日 is no Sunday
    return [*kinds, *(" " if token[2] else "")]


_NAMED: Final = ("dMy", "Mdy", "yMd", "ydM", "My", "yM", "dM", "Md")
_FIGURES: Final = ("dNy", "Ndy", "yNd", "yN", "Ny", "dN", "Nd", "y")
# What may stand between the parts of a date besides words, blanks aside.
_LOOSE: Final = frozenset(("", ",", ".", "-", "/"))
_MARKS: Final = {
    **dict.fromkeys(("dM", "Md", "yM", "My", "dy", "yd"), _LOOSE),
    **dict.fromkeys(("dN", "Nd", "yN", "Ny"), frozenset("-/.")),
    **dict.fromkeys(("Wd", "WM", "Wy", "WN", "dW", "MW", "yW", "NW"), frozenset(("", ",", "."))),
    **dict.fromkeys(("Ey", "yE"), frozenset(("", "."))),
}
_JOINS: Final = frozenset(("", ",", "-", "–", "—", "|", "·", "•", ",-", "/"))
_EITHER_SIDE: Final = frozenset("-/")


class _Shape(NamedTuple):
    """One way to take the words of a shape."""

    words: Vocabulary
    key: str
    items: tuple[Item, ...]
    literals: tuple[str, ...]
    kinds: str

    def plans(self) -> Iterator[Plan]:
        """Every meaning that holds."""
        kinds = [item.kind for item in self.items]
        if (
            any(kinds.count(kind) > 1 for kind in "WAZE")
            or sum(kind in "MHJ" for kind in kinds) > 1
        ):
            return
        if not {"A", "Z"} & set(kinds):
            yield from self._ordered(self.items, self.literals, None, "", "")
        for clock in clocks(self.words, self.items, self.literals):
            yield from self._timed(clock)
        yield from self._compact()

    def _timed(self, clock: Clock) -> Iterator[Plan]:
        """With the date that stands before the time, behind it, or around it."""
        before, after = self.items[: clock.start], self.items[clock.end :]
        ahead, behind = self.literals[: clock.start + 1], self.literals[clock.end :]
        if before and after:  # the command `date`: Fri Apr  3 22:38:19 EST 2026
            year = len(after) == 1 and after[0].kind == "n" and after[0].length == 4
            if year and ahead[-1] in (" ", ", ") and behind == (" ", ""):
                literals = (*ahead[:-1], " ", "")
                yield from self._ordered((*before, *after), literals, clock, " ", "DT")
        elif before:
            languages = self._edge(behind[0], clock.last + "$")
            timed = clock._replace(languages=clock.languages & languages)
            yield from self._ordered(before, (*ahead[:-1], ""), timed, ahead[-1], "DT")
        elif after:
            languages = self._edge(ahead[0], "^h") | self._edge(ahead[0], "^A")
            timed = clock._replace(languages=clock.languages & languages)
            yield from self._ordered(after, ("", *behind[1:]), timed, behind[0], "TD")

    def _edge(self, literal: str, context: str) -> int:
        """The languages in which a text may begin or end with *literal*."""
        if not literal:
            return ANY
        if literal.startswith(" ") if context[0] == "^" else literal.endswith(" "):
            return 0
        exact = self.words.literals.get(context, {}).get(tightened(literal), 0)
        return exact | (
            0 if not literal.strip(" .") else self.words.stands(literal, (context,), ("",))
        )

    def _ordered(
        self,
        items: Sequence[Item],
        literals: Sequence[str],
        clock: Clock | None,
        joiner: str,
        side: str,
    ) -> Iterator[Plan]:
        """The plans of a date that is *items*, in every order that they can be in."""
        core = [item for item in items if item.kind not in "WE"]
        if len(core) > 3 or any(item.kind not in "nMHJ" for item in core):
            return
        for order in _FIGURES if all(item.kind == "n" for item in core) else _NAMED:
            if _fits(order, core, any(item.kind == "E" for item in items)):
                rest = iter(order)
                roles = "".join(item.kind if item.kind in "WE" else next(rest) for item in items)
                date = _Date(self, order, roles, items, literals, clock, joiner, side)
                languages = date.languages() if date.is_sound() else 0
                if languages:
                    yield date.plan(languages)

    def _compact(self) -> Iterator[Plan]:
        """A day or a time in one number: ISO 8601's basic format, and hours as RFC 822 misspelled."""
        iso = _BASIC.fullmatch(self.key)
        if iso is not None and (iso["fraction"] is None or iso["time"] in ("6", "2:2:2")):
            count = len(iso["time"].split(":"))
            places: dict[str, Any] = dict(
                zip(("hour", "minute", "second"), range(1, count + 1), strict=False)
            )
            if iso["fraction"] is not None:
                places["fraction"] = count + 1
            yield self._one("yNd", ANY, iso, places, 1 + len(places))
        mail = _HOURS.fullmatch(self.key)
        if mail is not None and self.kinds.count("M") == 1:
            order = "dMy"
            yield self._one(order, self.words.mask(("en",)), mail, {"hour": 2}, 3)

    def _one(
        self, order: str, languages: int, found: re.Match[str], places: dict[str, Any], after: int
    ) -> Plan:
        """A plan of `_compact`; the numbers of an offset begin at the place *after*."""
        sign = found["sign"] or ""
        offset = (
            tuple(range(after, after + len((found["offset"] or "").split(":")))) if sign else ()
        )
        is_mail = order == "dMy"
        return Plan(
            order=order,
            pattern="d MMM yy HHmm z" if is_mail else "yyyyMMdd'T'HHmmss",
            languages=languages,
            usual=0,
            kinds=self.kinds,
            year=1 if is_mail else 0,
            month=self.kinds.index("M") if is_mail else 0,
            day=0,
            weekday=self.kinds.index("W") if "W" in self.kinds else None,
            zone=self.kinds.index("Z") if "Z" in self.kinds else None,
            sign=sign,
            offset=offset,
            is_compact=True,
            is_rfc_822=is_mail,
            **places,
        )


_ZONE: Final = r"(?: ?(?:Z|\{[A-Z]*Z[A-Z]*(?::z)?\})| ?(?P<sign>[+-])(?P<offset>2:2|2|4))"
_BASIC: Final = re.compile(
    r"8(?:\{(?:[A-Z]*:)?t\})(?P<time>4|6|2:2|2:2:2)(?:[.,](?P<fraction>[1-9]))?" + f"{_ZONE}?"
)
_HOURS: Final = re.compile(f"(?:W, ?|W )?[12] M [24] 4{_ZONE}")


def _fits(order: str, core: Sequence[Item], has_era: bool) -> bool:
    """Whether the items can be what *order* says: a name, a day of two digits, a year of four."""
    if len(order) != len(core):
        return False
    for role, item in zip(order, core, strict=True):
        if (role == "M") != (item.kind != "n") or (role in "dN" and item.length > 2):
            return False
        if role == "y" and item.length not in ((1, 2, 3, 4) if has_era else (2, 4)):
            return False
        # A year of two digits is one only where all three are said.
        if role == "y" and item.length == 2 and not has_era and (len(order) < 3 or order == "ydM"):
            return False
    return True


class _Date(NamedTuple):
    """A date in one order, with the time that stands beside it."""

    shape: _Shape
    order: str
    roles: str
    """What each item is; ``W`` and ``E`` with the others."""
    items: Sequence[Item]
    literals: Sequence[str]
    clock: Clock | None
    joiner: str
    side: str
    """``DT``, ``TD``; empty without a time."""

    @property
    def has_words(self) -> bool:
        """Whether there are words between the items: they show what the numbers are."""
        return any(re.search(r"[^\W\d_]|°", literal) for literal in self.literals)

    def is_sound(self) -> bool:
        """Whether the items stand as they may, and the marks between them belong together."""
        roles, order = self.roles, self.order
        if "W" in roles and not re.fullmatch("W[^W]+|[^W]+W|[^W]+[dMN]W[yE]+", roles):
            return False
        if "E" in roles and "Ey" not in roles and "yE" not in roles:
            return False
        if self.clock is not None and (
            "d" not in order or (self.clock.is_bare and not self._is_iso)
        ):
            return False
        marks = self.marks()
        if order == "y":
            return self.has_words or not any(self.literals)
        if "M" not in order and not self.has_words:
            return self._are_figures(marks)
        return True

    @property
    def _is_iso(self) -> bool:
        return self.order == "yNd" and self.joiner == "t"

    def _are_figures(self, marks: Sequence[str]) -> bool:
        """Whether numbers alone, with these marks between them, are a date."""
        if self.order == "yN":
            month = next(
                item for role, item in zip(self.roles, self.items, strict=True) if role == "N"
            )
            return marks == ["-"] and month.length == 2 and not any(self.literals[::2])
        ends = self.literals[0] or self.literals[-1]
        return (
            len(self.order) == 3
            and len(set(marks)) == 1
            and marks[0] != " - "
            and (not ends or marks[0].strip(" ") == "." or self.clock is not None)
        )

    def marks(self) -> list[str]:
        """What stands between the items that are no weekday or era."""
        return [
            literal
            for n, literal in enumerate(self.literals[1:-1])
            if not set(self.roles[n : n + 2]) & set("WE")
        ]

    def languages(self) -> int:
        """The languages that have all that stands between the items, and this order."""
        mask = self._usage()
        edges = f"^{self.roles}$"
        for n, literal in enumerate(self.literals):
            context = edges[n : n + 2]
            if n in (0, len(self.roles)):
                if n != (0 if self.side == "TD" else len(self.roles)) or not self.side:
                    mask &= self.shape._edge(literal, context)
            else:
                mask &= self._inner(literal, context)
        if self.clock is not None:
            mask &= self.clock.languages & self._joined(self.clock)
            if self.clock.is_dotted and "M" not in self.order:  # 04.05.2025 10.38 is no English
                mask &= ~self.shape.words.mask(("en",))
        return mask

    def _usage(self) -> int:
        """The languages that use this order, and write months so near to the numbers.

        Short names of months are words of other languages: ``Gen 3 2025`` is no Italian date, and
        ``Set 12 2025`` no Filipino one, as that has a comma.
        """
        words, mask = self.shape.words, ANY
        if "M" in self.order and self.order not in ("dMy", "My", "dM"):
            known = words.orders.get(self.order, 0)
            mask = known & (words.mask(("en",)) | self._usual(known)) | words.foreign
        glued = self.marks().count("")
        if "M" in self.order and glued and (glued != len(self.marks()) or len(self.order) < 3):
            mask &= words.foreign
        return mask

    def _inner(self, literal: str, context: str) -> int:
        """The languages in which *literal* stands between two items."""
        if context == "My" and literal.strip(" ") == "." and literal != ".":
            return self.shape.words.stands(literal, (context,), ())
        if literal.strip(" ") in _EITHER_SIDE and len(set(self.marks())) > 1:
            return self.shape.words.stands(literal, (context,), ())
        contexts = (context, context[0] + "$", "^" + context[1])
        return self.shape.words.stands(literal, contexts, _MARKS.get(context, ()))

    def _joined(self, clock: Clock) -> int:
        """The languages in which the joiner stands between date and time."""
        words, joiner = self.shape.words, self.joiner
        if joiner == "t" or not joiner:
            return ANY if self._is_iso else 0
        edge = self.roles[-1] + "$" if self.side == "DT" else "^" + self.roles[0]
        around = ("^h", "^A") if self.side == "DT" else (clock.last + "$",)
        contexts = (self.side, edge, *around)
        whole = words.literals.get(edge, {}).get(tightened(joiner), 0) if joiner[-1] == " " else 0
        if whole:  # Basque: 12(a) 10:38
            return whole | words.stands(joiner, contexts, _JOINS)
        if joiner[0] == "." and self.side == "DT":
            dotted = words.literals.get(edge, {}).get(".", 0)
            return dotted & words.stands(joiner[1:] or " ", contexts, _JOINS)
        return words.stands(joiner, contexts, _JOINS)

    def _usual(self, languages: int) -> int:
        """Those of *languages* whose own patterns have just these literals."""
        edges = f"^{self.roles}$"
        for n, literal in enumerate(self.literals):
            context = edges[n : n + 2]
            if (n or self.side != "TD") and (n < len(self.roles) or self.side != "DT"):
                languages &= self.shape.words.literals.get(context, {}).get(tightened(literal), 0)
        return languages

    def plan(self, languages: int) -> Plan:
        """The plan, for *languages*."""
        places: dict[str, Any] = {
            name: next(
                (i.place for r, i in zip(self.roles, self.items, strict=True) if r in role), None
            )
            for name, role in (
                ("year", "y"),
                ("month", "MN"),
                ("day", "d"),
                ("weekday", "W"),
                ("era", "E"),
            )
        }
        clock = self.clock
        timed: dict[str, Any] = {} if clock is None else dict(clock.parts)
        is_zoned = clock is not None and bool(clock.offset or "zone" in clock.parts)
        return Plan(
            order=self.order,
            pattern=_pattern(self.shape, self.roles, self.items, clock),
            languages=languages,
            usual=self._usual(languages),
            kinds=self.shape.kinds,
            **places,
            **timed,
            sign="" if clock is None else clock.sign,
            offset=() if clock is None else clock.offset,
            separator=self.marks()[0].strip(" ")
            if "N" in self.order and len(self.order) == 3
            else "",
            is_rfc_822=is_zoned
            and self.roles in ("dMy", "WdMy")
            and self.joiner == " "
            and bool(languages & self.shape.words.mask(("en",))),
        )


_LETTERS: Final = {"M": "MMM", "H": "MMM", "J": "MMM", "W": "EEE", "A": "a", "Z": "z", "E": "G"}


def _pattern(shape: _Shape, roles: str, items: Sequence[Item], clock: Clock | None) -> str:
    """The shape in CLDR's letters."""
    lengths = {item.place: item.length for item in shape.items if item.kind == "n"}
    numbers: dict[int, str] = {}
    for role, item in zip(roles, items, strict=True):
        if item.kind == "n":
            letter = {"y": "y", "N": "M", "d": "d"}[role]
            numbers[item.place] = "y" if role == "y" and item.length == 4 else letter * item.length
    if clock is not None:
        hour = "h" if "half" in clock.parts else "H"
        for part, letter in (("hour", hour), ("minute", "m"), ("second", "s")):
            if part in clock.parts:
                numbers[clock.parts[part]] = letter * lengths[clock.parts[part]]
        if "fraction" in clock.parts:
            numbers[clock.parts["fraction"]] = "S"
        numbers.update(dict.fromkeys(clock.offset, "x"))
    return _spelled(shape, numbers)


def _spelled(shape: _Shape, numbers: dict[int, str]) -> str:
    """The key of a shape with letters for its numbers and words."""
    found, at, number, word = [], 0, 0, 0
    for token in _TOKEN.finditer(shape.key):
        found.append(shape.key[at : token.start()])
        at = token.end()
        if token[4]:
            found.append(numbers.get(number, "x"))
            number += 1
        elif token[1] or token[3]:
            kind = shape.kinds[word]
            found.append(f"'{token[2]}'" if kind == " " else _LETTERS[kind])
            word += 1
        else:
            found.append(f"'{token[2]}'")
    return "".join(found) + shape.key[at:]
