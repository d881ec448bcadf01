"""Write a moment in the style of an old text: its language, order, digits and marks.

The shape of the old text determines its style: the new value is written into the place of each
number and word, and what stands between is kept. A single spelling may not show its style (``12``
may be padded or not, ``May`` full or abbreviated). Then these rules apply:

- ``May`` is a full name, unless the weekday is abbreviated; ``March``, ``June``, ``July`` are full;
- ``Jan.`` and others that the Associated Press abbreviates follow its list (``Sept.``);
- a two-digit day is padded if the month is a number, or if it is abbreviated and the clock shows
  seconds, as in a machine's spelling;
- a two-digit hour is padded, but on the twelve-hour clock only if it shows seconds;
- if several languages spell a date so, the caller's language counts first, then the one that writes
  just these marks, then the one with a word of just these letters, then the one in which most is
  written.
"""

from __future__ import annotations

import datetime as dt
import functools
import operator
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from snippetkit.dates.calendar import native
from snippetkit.dates.digits import cut, plain, spelled
from snippetkit.dates.hints import NO_HINTS, Hints, Languages, Reference, hints_of
from snippetkit.dates.language import ENGLISH, Language, Row, wider
from snippetkit.dates.reading import LONGEST, chosen, read
from snippetkit.dates.vocabulary import ANY, bare, fold, rank_of, rows_of, vocabulary
from snippetkit.dates.weighing import ALL, Weighed, keyed_apart, weigh, weigh_bare
from snippetkit.dates.zone import RFC_822, ZONES, offset_like
from snippetkit.model.moment import Moment, Order

__all__ = ["spoken", "write"]


def write(
    moment: Moment,
    like: str | None = None,
    languages: Languages = None,
    order: Order | None = None,
    reference: Reference = None,
    zone: str | None = None,
) -> str:
    """*moment* in the style of *like*, or in ISO 8601 if that style cannot express it.

    Inverse of `read` with the same hints, always: ``read(write(moment, like)) == moment``.

    >>> write(Moment(2025, 10, 3), like="September 12, 2025")
    'October 3, 2025'
    >>> write(Moment(2026, 4, 25, 9, 5, 0), like="Fri, Apr 24 2026 10:38:19 pm")
    'Sat, Apr 25 2026 09:05:00 am'
    >>> (
    ...     write(Moment(2025, 10, 3), like="۱۲ ستمبر ۲۰۲۵"),
    ...     write(Moment(2025, 10, 3), "12 ספטמבר 2025"),
    ... )
    ('۳ اکتوبر ۲۰۲۵', '3 אוקטובר 2025')
    >>> write(Moment(2025, 10), like="September 12, 2025")
    '2025-10'

    A day is written without the old value's clock time:

    >>> write(Moment(2025, 10, 3), like="vendredi 12 septembre 2025 à 22h38")
    'vendredi 3 octobre 2025'
    """
    if like is None or len(like) > LONGEST:
        return str(moment)
    hints = hints_of(languages, order, reference, zone)
    text = _in_manner(moment, like, hints)
    if text is None and moment.day is not None and moment.hour is None:
        text = _in_manner(moment, _day_in(like, hints), hints)
    return str(moment) if text is None or not _reads_as(text, moment, hints) else text


def _day_in(like: str, hints: Hints) -> str:
    """*like* up to the end of its day, where a clock time stands behind; else all of it."""
    try:
        day = chosen(like, hints).moment.date()
    except ValueError:
        return like
    for end in range(len(like) - 1, 0, -1):
        is_number = like[end].isdigit() and not like[end - 1].isdigit()
        head = like[:end].rstrip(_BETWEEN) if is_number or like[end] in _BETWEEN else ""
        if head and _reads_as(head, Moment.of(day), hints):
            return head
    return like


_BETWEEN: Final = " \t,،|–—-"
"""What stands between a day and a clock time, besides words."""


def _reads_as(text: str, moment: Moment, hints: Hints) -> bool:
    try:
        found = read(text) if hints == NO_HINTS else chosen(text, hints).moment
    except ValueError:
        return False
    return found == moment


def _in_manner(moment: Moment, like: str, hints: Hints) -> str | None:
    """*like* with each piece respelled for *moment*; None where it says what *moment* does not."""
    like = unicodedata.normalize("NFC", like.replace("&#43;", "+"))
    try:
        found = _of_all_languages(like, chosen(like, hints), hints)
    except ValueError:
        return None
    head, tail = like, ""
    keyed = None if weigh_bare(like, hints)[0] else keyed_apart(like)
    if keyed is not None:
        head, opened, key = keyed
        tail = f"{opened}{moment.zone}{like[len(head) + len(opened) + len(key) :]}"
    try:
        return _Manner(moment, head, found, hints).text() + tail
    except (ValueError, LookupError):
        return None


def spoken(like: str, groups: Iterable[Sequence[str]]) -> Sequence[str]:
    """The first of *groups* of languages (BCP 47) with a language that spells a date like *like*.

    For English, the marks must also be English: it reads ``1. April 2025``, but does not write that.

    >>> spoken("12 mai 2025", [["pl"], ["en", "fr"], ["nb"]])
    ['en', 'fr']
    """
    named = [group for group in groups if group]
    for everything, known in ((False, named[:1]), (True, named)):  # English needs no table
        words = vocabulary(everything)
        found = weigh(like, NO_HINTS, (everything,))[0] if named and len(like) <= LONGEST else []
        mask = functools.reduce(operator.or_, map(_speakers, found), 0)
        for group in known:
            if words.mask(group) & mask:
                return group
    return ()


def _speakers(found: Weighed) -> int:
    """The languages that spell a date so; none where it has no words."""
    if found.languages == ANY:
        return 0
    english = vocabulary(found.everything).mask((ENGLISH.tag,))
    return found.languages & (found.plan.usual | ~english)


def _of_all_languages(like: str, found: Weighed, hints: Hints) -> Weighed:
    """The reading *found* as all languages have it, unless it is just what English writes.

    ``1. April 2000`` and ``1 april 2000`` can be read as English, and are not.
    """
    usual = found.plan.usual and not _LOWER.search(like)
    is_english = not hints.languages or ENGLISH.tag in wider(hints.languages[0])
    if found.everything or found.languages == ANY or (usual and is_english):
        return found
    return chosen(like, hints, ALL)


_LOWER: Final = re.compile(r"(?<![^\W_])(?!of|at|on|the|am|pm|hrs)[a-z]{2,}")
_ORDINALS: Final = (
    *("st", "nd", "rd", *("th",) * 17),
    *("st", "nd", "rd", *("th",) * 7),
    "st",
)
_SUFFIX: Final = re.compile("(?:st|nd|rd|th)(?![a-z])", re.IGNORECASE)
# What stands behind the first day of a month and no other: 1er, 1º.
_FIRST: Final = re.compile("(?:er|\\.?º|°)(?![a-z])")
_OFFSET_AT_END = re.compile(r"[+-][0-9]{2}:[0-9:]{2,5}(?=\[|\Z)")


class _Manner:
    """How one text spells a date, applied to another moment.

    Each step raises ValueError or LookupError where the manner cannot hold what is to be said.
    """

    def __init__(self, moment: Moment, like: str, found: Weighed, hints: Hints) -> None:
        self.moment = moment
        self.plan = found.plan
        self.found = found
        self.hints = hints
        self.words = vocabulary(found.everything)
        parts = cut(like)
        self.gaps = parts[::2]
        self.originals = parts[1::2]
        self.numbers = [plain(number) for number in self.originals]
        self.year, self.month, self.day = self._native()

    def _native(self) -> tuple[int, int | None, int | None]:
        """Year, month and day in the calendar of the text."""
        moment = self.moment
        if not self.found.calendar:
            return moment.year, moment.month, moment.day
        if moment.day is None and self.found.calendar in ("islamic", "persian"):
            raise ValueError("only days have a date in that calendar")
        day = dt.date(moment.year, moment.month or 1, moment.day or 1)
        year, month, number = native(day, self.found.calendar)
        return (
            year,
            None if moment.month is None else month,
            None if moment.day is None else number,
        )

    def text(self) -> str:
        """The new text."""
        numbers = self._numbers()
        gaps = self._gaps()
        pieces = [gaps[0]]
        for number, gap in zip(numbers, gaps[1:], strict=True):
            pieces += number, gap
        return "".join(pieces)

    # ── numbers ──

    def _numbers(self) -> list[str]:
        """The numbers of the text, respelled, in their digits."""
        plan, new = self.plan, list(self.numbers)
        if plan.is_compact:
            self._compact(new)
        else:
            if plan.year is not None:
                new[plan.year] = self._year(self.numbers[plan.year])
            if plan.day is not None:
                new[plan.day] = self._day(self.numbers[plan.day])
            if plan.month is not None and "M" not in plan.order:
                new[plan.month] = self._figure(self.numbers[plan.month])
            if plan.hour is not None:
                self._clock(new)
        self._keep(new)
        self._offset(new)
        return [
            old if number == was else spelled(number, old)
            for number, was, old in zip(new, self.numbers, self.originals, strict=True)
        ]

    def _keep(self, new: list[str]) -> None:
        """What says the same is spelled the same."""
        plan, old, now = self.plan, self.found.moment, self.moment
        for part in ("hour", "minute", "second"):
            place = getattr(plan, part)
            if (
                place is not None
                and not plan.is_compact
                and getattr(old, part) == getattr(now, part)
            ):
                new[place] = self.numbers[place]

    def _compact(self, new: list[str]) -> None:
        plan, moment = self.plan, self.moment
        if plan.is_rfc_822:
            new[plan.year or 0] = self._year(self.numbers[plan.year or 0])
            new[plan.day or 0] = self._day(self.numbers[plan.day or 0])
        else:
            new[0] = f"{moment.year:04}{_said(moment.month):02}{_said(moment.day):02}"
        hour = plan.hour or 0
        digits = f"{_said(moment.hour):02}"
        if len(self.numbers[hour]) > 2:
            digits += f"{_said(moment.minute):02}"
        if len(self.numbers[hour]) > 4:
            digits += f"{_said(moment.second):02}"
        new[hour] = digits
        self._small(new)

    def _year(self, old: str) -> str:
        if len(old) == 4 or self.found.calendar:
            return f"{self.year:0{len(old) if len(old) == 4 else 1}}"
        return f"{self.year % 100:02}"

    def _day(self, old: str) -> str:
        day = _said(self.day)
        if self._is_column():
            return str(day)
        return _padded(day, old, ambiguous=self._pads_days())

    def _pads_days(self) -> bool:
        plan = self.plan
        if "M" not in plan.order:
            return plan.month is None or len(self.numbers[plan.month]) == 2
        return plan.second is not None and self._month_rank > 0

    def _is_column(self) -> bool:
        """Whether the day stands in a column of two, as in ``Fri Apr  3``."""
        day = self.plan.day
        return (
            day is not None
            and len(self.numbers[day]) == 1
            and self.gaps[day].endswith("  ")
            and self.plan.order == "Mdy"
        )

    def _figure(self, old: str) -> str:
        day = self.plan.day
        ambiguous = day is None or len(self.numbers[day]) == 2
        return _padded(_said(self.month), old, ambiguous=ambiguous)

    def _clock(self, new: list[str]) -> None:
        plan = self.plan
        old = self.numbers[plan.hour or 0]
        hour = _said(self.moment.hour)
        if plan.half is None:
            new[plan.hour or 0] = _padded(hour, old, ambiguous=True)
        else:
            from_zero = self.found.languages & self.words.mask(("ja",)) and not self._is_any
            twelve = hour % 12 if from_zero else on_12(hour)
            new[plan.hour or 0] = _padded(twelve, old, ambiguous=plan.second is not None)
        self._small(new)

    @property
    def _is_any(self) -> bool:
        return self.found.languages == ANY

    def _small(self, new: list[str]) -> None:
        """Minutes, seconds and their fraction."""
        plan, moment = self.plan, self.moment
        for place, value in ((plan.minute, moment.minute), (plan.second, moment.second)):
            if place is not None:
                width = 1 if len(self.numbers[place]) == 1 else 2
                new[place] = f"{_said(value):0{width}}"
        if plan.fraction is not None:
            old = self.numbers[plan.fraction]
            digits = f"{_said(moment.microsecond):06}"
            kept = digits == old[:6].ljust(6, "0")
            new[plan.fraction] = old if kept else digits[: max(len(old), len(digits.rstrip("0")))]

    def _offset(self, new: list[str]) -> None:
        """The numbers of an offset; one of them takes it all, the others nothing."""
        places = self.plan.offset
        if not places:
            return
        old = self.plan.sign + ":".join(self.numbers[place] for place in places)
        offset = offset_like(self._said_offset(), old)
        # The first number is written with the whole offset behind its sign, which stands in a gap.
        new[places[0]] = offset[1:]
        for place in places[1:]:
            new[place] = ""
            self.gaps[place] = self.gaps[place].replace(":", "", 1)
        gap = self.gaps[places[0]]
        at = max(gap.rfind(sign) for sign in "+-−")
        self.gaps[places[0]] = gap[:at] + offset[0] + gap[at + 1 :]

    def _said_offset(self) -> str:
        return str(_OFFSET_AT_END.findall(str(self.moment))[-1])

    # ── words ──

    def _gaps(self) -> list[str]:
        """What stands between the numbers, its words respelled."""
        spellings = list(self._words())
        found: list[str] = []
        count = 0
        for n, gap in enumerate(self.gaps):
            located = self.words.located(gap)
            pieces: list[str] = []
            at = 0
            for (start, end), spelling in zip(located, spellings[count:], strict=False):
                if spelling is not None:
                    old, stop = self._with_stop(gap, start, end)
                    pieces += gap[at:start], spelling(old)
                    at = stop
                count += 1
            pieces.append(gap[at:])
            found.append(self._around(n, "".join(pieces)))
        return found

    def _with_stop(self, gap: str, start: int, end: int) -> tuple[str, int]:
        """A word with the full stop behind it, where a row of names has it so."""
        if gap[end : end + 1] == "." and self._has_row(gap[start : end + 1]):
            end += 1
        return gap[start:end], end

    def _has_row(self, word: str) -> bool:
        return any(
            _same(name, word)
            for language in self._languages()
            for rows in rows_of(language).values()
            for row in rows
            for name in row
        )

    def _words(self) -> Iterator[Any]:
        """For each word, what respells it; None for those that stay."""
        plan = self.plan
        named = plan.month if "M" in plan.order else None
        for n, kind in enumerate(plan.kinds):
            if n == named:
                number = _said(self.month)
                yield lambda old, kind=kind, number=number: self._named(kind, old, number)
            elif n == plan.weekday:
                weekday = self.moment.date().isoweekday()
                yield lambda old, number=weekday: self._named("W", old, number)
            elif n == plan.half:
                yield self._half
            elif n == plan.zone and not plan.offset:
                yield self._zone
            else:
                yield None

    def _around(self, n: int, gap: str) -> str:
        """A gap with the ordinal behind the day and the column before it put right."""
        plan = self.plan
        day = plan.day
        if day is None or plan.is_compact:
            return gap
        if n == day and self._is_column() and _said(self.day) > 9:
            return gap[:-1]
        if n == day + 1:
            found = _SUFFIX.match(gap)
            if found is not None and self.numbers[day] != self._day(self.numbers[day]):
                suffix = _ORDINALS[_said(self.day) - 1]
                return (suffix.upper() if found[0].isupper() else suffix) + gap[found.end() :]
            first = _FIRST.match(gap)
            if first is not None and self.numbers[day] != self._day(self.numbers[day]):
                return gap[first.end() :]
        return gap

    # ── names ──

    def _languages(self) -> Sequence[Language]:
        """The languages that *like* may be of, the likeliest first."""
        return [language for group in self._groups() for language in group]

    def _named(self, kind: str, old: str, number: int) -> str:
        """The name of a month or weekday, in the row and case that *old* is of."""
        if number == self._number_said(kind):
            return old
        language, row, _ = self._row(kind, old)
        name = row[number - 1]
        if row[self._number_said(kind) - 1].endswith(".") and not old.endswith("."):
            name = name.rstrip(".")
        return _cased(name, old, row, language)

    def _row(self, kind: str, old: str) -> tuple[Language, Row, int]:
        """The row of names that *old* is of; its rank says how far from the full names it is.

        Raises:
            LookupError: no row has it.
        """
        hinted, hinted_at_all, usual, every = self._groups()
        likeliest = (
            (language, fitting)
            for groups in ((*hinted, *hinted_at_all), (*usual, *every))
            for same in (str.__eq__, _same_but_first, _same)
            for language in groups
            if (fitting := self._fitting(language, kind, old, same))
        )
        language, fitting = next(likeliest, (ENGLISH, []))
        rank, row = self._of_rows(kind, fitting)
        return language, row, rank

    def _fitting(
        self, language: Language, kind: str, old: str, same: Callable[[str, str], bool]
    ) -> list[tuple[int, Row]]:
        """The rows of *language* that have *old* for what the text says, and their ranks."""
        number = self._number_said(kind)
        return [
            (rank_of(language, kind, place), row)
            for place, row in enumerate(rows_of(language)[kind])
            if same(row[number - 1], old)
        ]

    def _groups(self) -> tuple[Sequence[Language], ...]:
        """Those that the caller names and that write these marks, all he names, and so without him."""
        mask, words = self.found.languages, self.words
        usual = self.plan.usual & mask
        hinted = mask & words.mask(self.hints.languages)
        return tuple(
            [one for one in words.languages if group & words.bits[one.tag]]
            for group in (hinted & usual, hinted, usual, mask)
        )

    def _of_rows(self, kind: str, fitting: Sequence[tuple[int, Row]]) -> tuple[int, Row]:
        """The row that is meant: beside an abbreviated weekday, ``May`` is abbreviated."""
        if kind == "M" and len(fitting) > 1 and fitting[0][0] == 0 and self._has_short_weekday():
            return fitting[1]
        return fitting[0]

    def _has_short_weekday(self) -> bool:
        place = self.plan.weekday
        return place is not None and self._row("W", self._word(place))[2] > 0

    def _word(self, place: int) -> str:
        """The word at *place* as the text has it."""
        words = [
            self._with_stop(gap, start, end)[0]
            for gap in self.gaps
            for start, end in self.words.located(gap)
        ]
        return words[place]

    @property
    def _month_rank(self) -> int:
        """How far from the full names the month's is."""
        place = self.plan.month or 0
        return self._row(self.plan.kinds[place], self._word(place))[2]

    def _number_said(self, kind: str) -> int:
        """The number of the month or weekday that the text names."""
        if kind == "W":
            return self.found.moment.date().isoweekday()
        calendar, day = self.found.calendar, self.found.moment.day
        if calendar in ("islamic", "persian") and day is not None:
            return native(self.found.moment.date(), calendar)[1]
        return self.found.moment.month or 1

    def _half(self, old: str) -> str:
        """The word for the part of the day, of the row that *old* is of."""
        now = _said(self.moment.hour) * 60 + (self.moment.minute or 0)
        was = (self.found.moment.hour or 0) * 60 + (self.found.moment.minute or 0)
        rows = [
            (language, row)
            for language in (*self._languages(), *self.words.languages)
            for row in language.halves
            if any(_same(word, old) and _within(was, a, b) for a, b, word in row)
        ]
        rows.sort(key=lambda found: all(word != old for _, _, word in found[1]))
        for language, row in rows:
            new = [word for a, b, word in row if _within(now, a, b)]
            if any(_same(word, old) for word in new):
                return old
            if new:
                return _cased(new[0], old, [word for _, _, word in row], language)
        raise LookupError(old)

    def _zone(self, old: str) -> str:
        """The abbreviation for the zone, as near to *old* as there is one; or an offset."""
        zone = self.moment.zone
        if zone is not None and zone[0] not in "+-":
            names = [name for name, meanings in ZONES.items() if meanings[0].zone == zone]
            return old if self._means(old, zone) else names[0]
        offset = self._said_offset()
        if self._means(old, offset):
            return old
        # EST becomes EDT, UTC stays UTC.
        for word in RFC_822:
            if word[0] == old[0] and RFC_822[word] == offset:
                return word
        return offset_like(offset, "+00:00" if old in ("Z", "z") else "+0000")

    def _means(self, old: str, zone: str) -> bool:
        if old.upper() not in ZONES:
            return zone == "+00:00"  # UTC, written out
        if self.plan.is_rfc_822 and old in RFC_822:
            return RFC_822[old] == zone
        return any(meaning.zone == zone for meaning in ZONES[old.upper()])


def _said(value: int | None) -> int:
    """A part of a moment that is needed.

    Raises:
        ValueError: it was not said.
    """
    if value is None:
        raise ValueError("it says less than the text that stood there")
    return value


def on_12(hour: int) -> int:
    """An hour of the 24-hour clock on the twelve-hour clock. Inverse of `_on_24` in `reading`."""
    return (hour - 1) % 12 + 1


def _within(now: int, start: int, end: int) -> bool:
    return start <= now < end or (end < start and not end <= now < start)


def _padded(number: int, old: str, *, ambiguous: bool) -> str:
    """*number* in two digits if *old* is padded, or *ambiguous* and of two digits."""
    padded = old[0] == "0" or (len(old) == 2 and ambiguous)
    return f"{number:02}" if padded else str(number)


def _same(name: str, word: str) -> bool:
    """Whether *word* is *name* in another case or without its accents or full stop."""
    one, other = fold(name), fold(word)
    return one == other or bare(one).rstrip(".") == bare(other)


def _same_but_first(name: str, word: str) -> bool:
    return name[1:] == word[1:] and _same(name, word)


def _cased(name: str, old: str, row: Iterable[str], language: Language) -> str:
    """*name* in capitals, small letters or as its row has it, as *old* is."""
    if old in row:
        return name
    if old.isupper() and len(old) > 1:
        return _capitals(name, language)
    if old.islower():
        return name.lower()
    if old[:1].isupper():
        return _capitals(name[:1], language) + name[1:]
    return name


def _capitals(text: str, language: Language) -> str:
    dotted = language.tag.partition("-")[0] in ("tr", "az", "tt", "kk")
    return (text.replace("i", "İ") if dotted else text).upper()
