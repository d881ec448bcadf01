"""Find all readings of a text, each with its evidence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from snippetkit.dates.calendar import ERAS, MissingCalendar, gregorian
from snippetkit.dates.digits import cut, plain
from snippetkit.dates.hints import Hints
from snippetkit.dates.language import order_of
from snippetkit.dates.recipe import NUMBERS, gaps_of, key_of
from snippetkit.dates.shape import Plan, plans
from snippetkit.dates.vocabulary import ANY, Gap, Meaning, Vocabulary, Word, vocabulary
from snippetkit.dates.zone import RFC_822, ZONES, offset
from snippetkit.model.moment import Moment, unchecked
from snippetkit.model.zone import zone_keys

__all__ = ["ALL", "ENGLISH_FIRST", "Weighed", "keyed_apart", "weigh", "weigh_bare"]

ENGLISH_FIRST: Final = (False, True)
"""The vocabularies to ask, one after another: English alone, which needs no table; all languages."""
ALL: Final = (True,)
"""All languages at once."""


class Weighed(NamedTuple):
    """A reading, with its evidence."""

    moment: Moment
    languages: int
    plan: Plan
    calendar: str
    """Whose year it is; empty: the Gregorian one's."""
    order: str | None
    """``DMY`` and its like, where day and month are both numbers."""
    places: frozenset[str]
    """The languages and regions where the zone means this; none if it means it everywhere."""
    is_default: bool
    """Whether it is to be taken if nothing else decides."""
    everything: bool
    """Whether it was read with all languages."""


_KEYED: Final = re.compile(
    r"(?P<head>[^\[(]+?)(?P<open> ?[\[(]| )(?P<key>[A-Z][A-Za-z0-9_+/-]{1,63})(?P<close>[\])]?)"
)


def weigh(
    text: str, hints: Hints, vocabularies: Sequence[bool] = ENGLISH_FIRST
) -> tuple[list[Weighed], ValueError | None]:
    """All readings of *text*; why there are none, if more can be said than that there are none."""
    found, error = weigh_bare(text, hints, vocabularies)
    if found or error:
        return found, error
    keyed = keyed_apart(text)
    if keyed is not None:
        head, _, key = keyed
        found, error = weigh_bare(head, hints, vocabularies)
        try:
            found = [one._replace(moment=_in(one.moment, key)) for one in found]
        except ValueError as wrong:  # another offset than the zone has
            return [], wrong
    elif "&#43;" in text:  # a plus sign that a feed has escaped once too often
        return weigh(text.replace("&#43;", "+"), hints, vocabularies)
    return found, error


def keyed_apart(text: str) -> tuple[str, str, str] | None:
    """*text* before the key of a zone that it ends in, the mark in front of it, and the key."""
    match = _KEYED.fullmatch(text)
    if match is None or match["key"] not in zone_keys():
        return None
    boxed = {"[": "]", "(": ")", " ": ""}[match["open"][-1]]
    if match["close"] != boxed or (not boxed and "/" not in match["key"]):
        return None
    return match["head"], match["open"], match["key"]


def _in(moment: Moment, key: str) -> Moment:
    return Moment.parse(f"{moment}[{key}]")


def weigh_bare(
    text: str, hints: Hints, vocabularies: Sequence[bool] = ENGLISH_FIRST
) -> tuple[list[Weighed], ValueError | None]:
    """`weigh`, without the key of a zone at the end."""
    parts = cut(text)
    originals = numbers = parts[1::2]
    if not text.isascii():
        numbers = [plain(number) for number in originals]
    if not numbers or len(numbers) > 10 or max(map(len, numbers)) > 9 or "" in numbers:
        return [], None
    if numbers != originals:  # whose digits these are, English does not know
        vocabularies = ALL
    error: ValueError | None = None
    for everything in vocabularies:
        gaps = gaps_of(everything, parts[::2])
        if gaps is None:
            continue
        found, wrong = _Text.of(gaps, numbers, originals, hints, everything).readings()
        if found:
            return found, None
        error = error or wrong
    return [], error


class _Text(NamedTuple):
    """A text taken apart."""

    key: str
    numbers: Sequence[str]
    originals: Sequence[str]
    """The numbers in their own digits."""
    words: Sequence[Word]
    vocabulary: Vocabulary
    hints: Hints
    everything: bool

    @classmethod
    def of(
        cls,
        gaps: Sequence[Gap],
        numbers: Sequence[str],
        originals: Sequence[str],
        hints: Hints,
        everything: bool,
    ) -> _Text:
        """A text by its gaps and numbers."""
        key = key_of(gaps, list(map(len, numbers)))
        words = [word for one in gaps for word in one.words]
        return cls(key, numbers, originals, words, vocabulary(everything), hints, everything)

    def readings(self) -> tuple[list[Weighed], ValueError | None]:
        """All that it can mean; the first reason why something cannot be meant."""
        found: list[Weighed] = []
        error: ValueError | None = None
        for plan in plans(self.everything, self.key):
            for month, languages in self._months(plan):
                try:
                    found += _Day(self, plan, month, languages).readings()
                except ValueError as wrong:
                    error = error or wrong
        return found, error

    def _months(self, plan: Plan) -> Iterable[tuple[int | None, int]]:
        """The months that are meant, with the languages that mean them."""
        if plan.month is None:
            return [(None, plan.languages)]
        if "M" not in plan.order:
            digits = self.numbers[plan.month]
            return [(int(digits[4:6]) if plan.is_compact else NUMBERS[digits], plan.languages)]
        meanings = self.words[plan.month][plan.kinds[plan.month]]
        said = [(one.value, one.languages & plan.languages) for one in meanings]
        return [(month, languages) for month, languages in said if languages]


class _Day(NamedTuple):
    """A text by one plan, its month decided."""

    text: _Text
    plan: Plan
    month: int | None
    """As it is said, in the calendar of the text."""
    languages: int

    def readings(self) -> list[Weighed]:
        """What it means: several things if its zone does.

        Raises:
            ValueError: it cannot be: no such day, another weekday, a year that is not known.
        """
        calendar = self._calendar()
        if calendar is not _JALALI_OR_NOT:
            return self._in(calendar)
        try:
            return [*self._in(""), *self._in("persian")]
        except MissingCalendar:
            raise ValueError(
                "a year of the Jalali calendar or another; languages= says which"
            ) from None

    def _in(self, calendar: str) -> list[Weighed]:
        """`readings`, in a calendar."""
        plan, text, languages = self.plan, self.text, self.languages
        date = self._date(calendar)
        month = None if plan.month is None else date.month
        day = None if plan.day is None else date.day
        if plan.weekday is not None:
            languages = _weekday(date, text.words[plan.weekday]["W"], languages)
        order = self._order(languages)
        if languages == ANY and "M" not in plan.order:
            languages = _of_digits(text.vocabulary, text.originals)
        if plan.hour is None:
            moment = unchecked(date.year, month, day, None, None, None, None, None)
            times = [(moment, languages, _NOWHERE, True)]
        else:
            times = list(_timed(text, plan, date, languages))
        return [
            Weighed(moment, mask, plan, calendar, order, places, default, text.everything)
            for moment, mask, places, default in times
        ]

    def _date(self, calendar: str) -> dt.date:
        """The day; the first of the month or year, where no day is said."""
        day = 1 if self.plan.day is None else self._day()
        month = 1 if self.month is None else self.month
        year = self._year(month, day, calendar)
        if calendar in ("islamic", "persian") and self.plan.day is None:
            raise ValueError("a month of that calendar is no month of the Gregorian one")
        return gregorian(year, month, day, calendar) if calendar else dt.date(year, month, day)

    def _day(self) -> int:
        digits = self.text.numbers[self.plan.day or 0]
        return int(digits[6:8]) if len(digits) == 8 else NUMBERS[digits]

    def _year(self, month: int, day: int, calendar: str) -> int:
        plan, reference = self.plan, self.text.hints.reference
        if plan.year is None:
            return _nearest(month, day, reference)
        digits = self.text.numbers[plan.year]
        year = int(digits[:4])
        if len(digits) in (4, 8) or calendar in ERAS:
            return year
        if plan.is_rfc_822:
            return year + (2000 if year < 50 else 1900)  # RFC 2822 section 4.3
        return _century(year, reference)

    def _calendar(self) -> str:
        """The calendar that is named, or that year and language speak for; empty: the Gregorian.

        `_JALALI_OR_NOT` where nothing speaks.
        """
        plan = self.plan
        if plan.era is not None:
            era: str = self.text.words[plan.era]["E"][0].value
            return "" if era == "gregorian" else era
        if "M" in plan.order and plan.kinds[plan.month or 0] in "HJ":
            return "islamic" if plan.kinds[plan.month or 0] == "H" else "persian"
        if plan.year is None or plan.is_compact or len(self.text.numbers[plan.year]) != 4:
            return ""
        return self._by_year(int(self.text.numbers[plan.year]), self.text.originals[plan.year])

    def _by_year(self, year: int, spelled: str) -> str:
        """The calendar of a year that is far from the Gregorian one's."""
        if year in _BUDDHIST and (self._is_of("th") or "๐" <= spelled[0] <= "๙"):
            return "buddhist"
        if year in _JALALI and self.plan.order == "yNd":
            if self._is_of("fa", "ps"):
                return "persian"
            if self.plan.separator != "-" or "۰" <= spelled[0] <= "۹":
                return _JALALI_OR_NOT
        return ""

    def _is_of(self, *tags: str) -> bool:
        """Whether the words are of these languages and no others, or the caller says so."""
        own = self.text.vocabulary.mask(tags)
        if self.languages != ANY and not self.languages & ~own:
            return True
        return any(re.split("[-_]", tag)[0].lower() in tags for tag in self.text.hints.languages)

    def _order(self, languages: int) -> str | None:
        """The order of the numbers that day, month and year are.

        Raises:
            ValueError: only some language has numbers so, and none is named.
        """
        plan, vocab = self.plan, self.text.vocabulary
        if "M" in plan.order or len(plan.order) < 3:
            return None
        order, hints = plan.order.replace("N", "M").upper(), self.text.hints
        if order == "YMD" and plan.separator == "." and not plan.is_compact:
            tags = (*vocab.tags(languages), *hints.languages)
            if "YMD" not in ({hints.order} if hints.order else {order_of(tag) for tag in tags}):
                raise ValueError("year, month and day with full stops: order='YMD' says so")
        if (
            not plan.separator
            and not plan.is_compact
            and not languages & vocab.mask(hints.languages)
        ):
            raise ValueError(
                "three numbers with blanks between them; languages= can say it is a date"
            )
        return order


_NOWHERE: Final[frozenset[str]] = frozenset()
_BUDDHIST: Final = range(2400, 2701)
_JALALI: Final = range(1200, 1500)
_JALALI_OR_NOT: Final = "persian?"


def _nearest(month: int, day: int, reference: Moment | None) -> int:
    """The year in which the day is nearest to *reference*."""
    if reference is None:
        raise ValueError("no year is said; reference= gives a day that it is near to")
    near = reference.date()
    days = []
    for year in range(max(1, near.year - 4), min(9999, near.year + 4) + 1):
        try:
            days.append(dt.date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise ValueError(f"there is no day {day} in month {month}")
    return min(days, key=lambda one: (abs(one - near), one)).year


def _century(year: int, reference: Moment | None) -> int:
    """The year that ends in these two digits and is nearest to *reference*."""
    if reference is None:
        raise ValueError("a year of two digits; reference= gives a day that it is near to")
    near = reference.year
    years = [near - near % 100 + year + century for century in (-100, 0, 100)]
    return min((one for one in years if 1 <= one <= 9999), key=lambda one: (abs(one - near), one))


def _weekday(date: dt.date, meanings: Sequence[Meaning], languages: int) -> int:
    """The languages in which the weekday that is said is that of *date*."""
    said = [meaning for meaning in meanings if meaning.languages & languages]
    for meaning in said:
        if meaning.value == date.isoweekday():
            return languages & meaning.languages
    if not said:
        raise ValueError("the weekday is of another language than the rest")
    names = vocabulary(False).languages[0].weekdays[0]
    raise ValueError(f"{date} is a {names[date.weekday()]}, not {names[said[0].value - 1]}")


# The digits of languages whose default in CLDR is ASCII.
_DIGITS: Final = {
    "ar": "٠",
    "ur": "۰",
    "hi": "०",
    "th": "๐",
    "gu": "૦",
    "pa": "੦",
    "ta": "௦",
    "te": "౦",
    "kn": "೦",
    "ml": "൦",
    "or": "୦",
    "lo": "໐",
    "km": "០",
    "fa": "۰",
    "ckb": "٠",
    "sd": "٠",
    "ps": "۰",
    "ug": "۰",
    "pa-Arab": "۰",
    "ja": "０",
    "zh": "０",
    "zh-Hant": "０",
    "ko": "０",
}


def _of_digits(vocab: Vocabulary, originals: Sequence[str]) -> int:
    """The languages that write the digits of these numbers; any, if they are those of all."""
    first = next((number[0] for number in originals if not number.isascii()), "0")
    if first == "0" or not first.isdecimal():
        return ANY
    zero = chr(ord(first) - int(first))
    tags = [one.tag for one in vocab.languages if zero in (one.zero, _DIGITS.get(one.tag))]
    return vocab.mask(tags) or ANY


# ── the time ───────────────────────────────────────────────────────────────────────────────────


def _timed(
    text: _Text, plan: Plan, date: dt.date, languages: int
) -> Iterator[tuple[Moment, int, frozenset[str], bool]]:
    """The moments of a day that the plan's clock time can be, with where its zone means that."""
    hour, minute, second, fraction = _clock(plan, text.numbers)
    if plan.half is not None:
        hour, languages = _on_24(hour, minute, text.words[plan.half]["A"], languages)
    dt.time(hour, minute or 0, second or 0)  # refuses 24:00
    day = (date.year, date.month, date.day)
    for zone, places, default in _zones(text, plan):
        if zone is None or zone[0] in "+-":
            moment = unchecked(*day, hour, minute, second, fraction, zone)
        else:
            moment = _in(unchecked(*day, hour, minute, second, fraction, None), zone)
        yield moment, languages, places, default


def _clock(plan: Plan, numbers: Sequence[str]) -> tuple[int, int | None, int | None, int | None]:
    """Hour, minute, second and microsecond, as the numbers say them."""
    fraction = None if plan.fraction is None else int(numbers[plan.fraction][:6].ljust(6, "0"))
    digits = numbers[plan.hour or 0]
    if len(digits) > 2:  # 1500 or 150059
        second = int(digits[4:]) if len(digits) == 6 else None
        return int(digits[:2]), int(digits[2:4]), second, fraction
    minute, second = (
        None if place is None else NUMBERS[numbers[place]] for place in (plan.minute, plan.second)
    )
    return NUMBERS[digits], minute, second, fraction


def _on_24(
    hour: int, minute: int | None, meanings: Sequence[Meaning], languages: int
) -> tuple[int, int]:
    """An hour of a part of the day on the 24-hour clock. Inverse of `manner.on_12`."""
    if not (1 <= hour <= 12 or (hour == 0 and languages != ANY and not languages & 1)):
        raise ValueError(f"{hour} is no hour of the twelve-hour clock")
    found: dict[int, int] = {}
    for (start, end), mask in meanings:
        for one in (hour % 12, hour % 12 + 12) if mask & languages else ():
            now = one * 60 + (minute or 0)
            if start <= now < end or (end < start and not end <= now < start):
                found[one] = found.get(one, 0) | (mask & languages)
    if len(found) != 1:
        raise ValueError(f"{hour} o'clock is not in that part of the day, or is twice")
    return next(iter(found.items()))


def _zones(text: _Text, plan: Plan) -> Iterator[tuple[str | None, frozenset[str], bool]]:
    """The zones that are meant, with where each is meant, and whether it is the usual one."""
    name = None if plan.zone is None else text.words[plan.zone]["Z"][0].value
    if plan.offset:
        if name not in (None, "UTC", "GMT", "UT", "Z"):
            raise ValueError(f"zone {name} and an offset besides")
        yield offset(plan.sign + ":".join(text.numbers[n] for n in plan.offset)), _NOWHERE, True
    elif name is None:
        yield None, _NOWHERE, True
    elif plan.is_rfc_822 and name in RFC_822:
        yield RFC_822[name], _NOWHERE, True
    else:
        # CST is as often China's as America's.
        usual = None if name == "CST" else RFC_822.get(name)
        for meaning in ZONES[name]:
            yield meaning.zone, meaning.tags, usual in (None, meaning.zone)
