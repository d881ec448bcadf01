"""Read dates that were met before with other numbers, without weighing.

Most texts differ only in their numbers. What stands between these, and how long they are, usually
decides what each number is, and which month, weekday and zone are named: this is a `Recipe`, made
once. A recipe gives what weighing gives; if it cannot decide, it gives nothing.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from snippetkit.dates.digits import cut, plain
from snippetkit.dates.language import beginnings, order_of
from snippetkit.dates.shape import Plan, plans
from snippetkit.dates.vocabulary import (
    ANY,
    Gap,
    Vocabulary,
    Word,
    beginnings_of,
    vocabulary,
)
from snippetkit.dates.zone import RFC_822, ZONES, offset
from snippetkit.model.moment import Moment, unchecked

__all__ = ["NUMBERS", "gaps_of", "key_of", "quickly"]

NUMBERS: Final = {form.format(n): n for form in ("{}", "{:02}") for n in range(100)}
"""Numbers of one and two digits."""

_LENGTHS: Final = ("", *"123456789")
# Where a year is of no other calendar.
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2399


def gaps_of(everything: bool, texts: Iterable[str]) -> list[Gap] | None:
    """The texts between numbers, as gaps; None if a word never occurs in dates.

    The table of all languages is not loaded for words that it cannot have.
    """
    if everything and not all(map(_may_be_known, texts)):
        return None
    found = [_gap(everything, text) for text in texts]
    return None if None in found else found  # type: ignore[return-value]  # none is None


@functools.lru_cache(maxsize=4096)
def _gap(everything: bool, text: str) -> Gap | None:
    return vocabulary(everything).gap(text)


@functools.lru_cache(maxsize=4096)
def _may_be_known(text: str) -> bool:
    """Whether each word begins as one of the table does."""
    return all(one & beginnings() for one in beginnings_of(text))


def key_of(gaps: Sequence[Gap], lengths: Sequence[int]) -> str:
    """The shape of gaps with numbers of these lengths between them: see `snippetkit.dates.shape`."""
    pieces = [gaps[0].skeleton]
    for length, one in zip(lengths, gaps[1:], strict=True):
        pieces += _LENGTHS[length], one.skeleton
    return "".join(pieces)


class Recipe(NamedTuple):
    """What the numbers of a text are, and all that its words say."""

    year: int
    month: int | None
    """The place of a number; None where `named` says it."""
    day: int | None
    hour: int | None
    minute: int | None
    second: int | None
    fraction: int | None
    named: int | None
    """The month."""
    weekday: int | None
    """1 for Monday."""
    after_noon: bool | None
    """Which half of the day; None on the clock of 24 hours."""
    spans: tuple[tuple[int, int], ...]
    """The minutes that a part of the day lasts that is less than a half."""
    zone: str | None
    """An offset that a word says."""
    sign: str
    """Of an offset in figures; empty without one."""
    offset: tuple[int, ...]
    """The places of its numbers."""
    either: bool
    """Whether day and month may be the other way round."""
    figures: bool
    """Whether the month is a number."""


def quickly(text: str) -> Moment | Literal[False] | None:
    """What *text* says, if a recipe can tell; False if nothing of that shape is a date."""
    parts = cut(text)
    originals = numbers = parts[1::2]
    if not text.isascii():
        numbers = list(map(plain, originals))
    recipe = _recipe(tuple(parts[::2]), tuple(map(len, numbers)))
    # Digits of other scripts tell of which languages a text can be, as words do.
    if not recipe or (recipe.figures and numbers != originals):
        return False if recipe is False else None
    try:
        return _made(recipe, numbers)
    except (KeyError, ValueError):  # what cannot be: weighing says why
        return None


def _made(recipe: Recipe, numbers: Sequence[str]) -> Moment | None:
    """The moment; None where weighing must tell. Raises KeyError or ValueError if there is none."""
    y = int(numbers[recipe.year])
    if not _FIRST_YEAR <= y <= _LAST_YEAR:
        return None
    m = recipe.named if recipe.month is None else NUMBERS[numbers[recipe.month]]
    d = None if recipe.day is None else NUMBERS[numbers[recipe.day]]
    if recipe.either and m != d:
        if m > 12 >= d:  # type: ignore[operator]  # figures are all given
            m, d = d, m
        elif d <= 12:  # type: ignore[operator]  # likewise
            return None
    date = dt.date(y, 1 if m is None else m, 1 if d is None else d)
    if recipe.weekday is not None and date.isoweekday() != recipe.weekday:
        return None
    if recipe.hour is None:
        return unchecked(y, m, d, None, None, None, None, None)
    return _timed(recipe, numbers, y, m, d)


def _timed(
    recipe: Recipe, numbers: Sequence[str], year: int, month: int | None, day: int | None
) -> Moment:
    """A day with its clock time."""
    hour = NUMBERS[numbers[recipe.hour or 0]]
    if recipe.after_noon is not None:
        if not 1 <= hour <= 12:
            raise ValueError("no hour of the twelve-hour clock")
        hour = hour % 12 + 12 * recipe.after_noon
    minute = None if recipe.minute is None else NUMBERS[numbers[recipe.minute]]
    if recipe.spans:
        now = hour * 60 + (minute or 0)
        if not any(start <= now < end for start, end in recipe.spans):
            raise ValueError("not in that part of the day")
    second = None if recipe.second is None else NUMBERS[numbers[recipe.second]]
    if hour > 23 or (minute or 0) > 59 or (second or 0) > 59:
        raise ValueError("no time of a day")
    fraction = recipe.fraction
    micros = None if fraction is None else int(numbers[fraction][:6].ljust(6, "0"))
    zone = recipe.zone
    if recipe.sign:
        zone = offset(recipe.sign + ":".join([numbers[place] for place in recipe.offset]))
    return unchecked(year, month, day, hour, minute, second, micros, zone)


@functools.lru_cache(maxsize=4096)
def _recipe(gaps: tuple[str, ...], lengths: tuple[int, ...]) -> Recipe | Literal[False] | None:
    """The recipe for what stands between numbers of these lengths, or None.

    False if no vocabulary has the words, or the shape.
    """
    if not lengths or len(lengths) > 10 or 0 in lengths or max(lengths) > 9:
        return False
    for everything in (False, True):
        known = gaps_of(everything, gaps)
        if known is not None:
            found = plans(everything, key_of(known, lengths))
            if found:
                words = [word for one in known for word in one.words]
                return _of_plans(vocabulary(everything), found, words, lengths)
    return False


def _of_plans(
    vocab: Vocabulary, found: Sequence[Plan], words: Sequence[Word], lengths: Sequence[int]
) -> Recipe | None:
    """The recipe of a shape's plans: of one, or of two that differ in day and month alone."""
    found = _in_their_order(vocab, found)
    plan = found[0]
    either = len(found) == 2 and {one.order for one in found} == {"dNy", "Ndy"}
    if (len(found) > 1 and not either) or any(not _is_plain(vocab, one, lengths) for one in found):
        return None
    if either and any(one.languages != ANY for one in found):
        return None
    try:
        named, weekday, (after_noon, spans), zone = _said(plan, words)
    except LookupError:
        return None
    return Recipe(
        plan.year or 0,
        plan.month if named is None else None,
        plan.day,
        plan.hour,
        plan.minute,
        plan.second,
        plan.fraction,
        named,
        weekday,
        after_noon,
        spans,
        zone,
        plan.sign,
        plan.offset,
        either,
        "N" in plan.order,
    )


def _in_their_order(vocab: Vocabulary, found: Sequence[Plan]) -> Sequence[Plan]:
    """Of plans that differ in day and month the one that the languages write, if they are known.

    Where its numbers cannot be, weighing finds the other.
    """
    masks = {one.languages for one in found}
    if len(found) != 2 or len(masks) != 1 or ANY in masks:
        return found
    orders = {order_of(tag) for tag in vocab.tags(found[0].languages)}
    wanted = [one for one in found if one.order.replace("N", "M").upper() in orders]
    return wanted if len(wanted) == 1 and "" not in orders else found


def _is_plain(vocab: Vocabulary, plan: Plan, lengths: Sequence[int]) -> bool:
    """Whether numbers are all that there is to a plan: a whole year, nothing that needs a hint."""
    if plan.is_compact or plan.year is None or lengths[plan.year] != 4:
        return False
    if "N" in plan.order and len(plan.order) == 3:
        if plan.order == "yNd" and plan.separator == ".":
            return "YMD" in {order_of(tag) for tag in vocab.tags(plan.languages)}
        return bool(plan.separator)
    return True


_HALVES: Final = {(0, 720): False, (720, 1440): True}
_Half: TypeAlias = tuple[bool | None, tuple[tuple[int, int], ...]]


def _said(plan: Plan, words: Sequence[Word]) -> tuple[int | None, int | None, _Half, str | None]:
    """The month, weekday, half of the day and zone that the words say.

    Raises:
        LookupError: one of them says several things, or what a recipe does not know.
    """
    named = weekday = zone = None
    half: _Half = (None, ())
    mask = plan.languages
    if "M" in plan.order:
        if plan.kinds[plan.month or 0] != "M":
            raise LookupError("a month of another calendar")
        named, mask = _only(words[plan.month or 0], "M", mask)
    if plan.weekday is not None:
        weekday, mask = _only(words[plan.weekday], "W", mask)
    if plan.era is not None and _only(words[plan.era], "E", mask)[0] != "gregorian":
        raise LookupError("another calendar")
    if plan.half is not None:
        half = _half(words[plan.half], mask)
    if plan.zone is not None:
        name = words[plan.zone]["Z"][0].value
        zone = _zone(name, plan)
        if plan.offset and zone != "+00:00":
            raise LookupError("a zone and an offset besides")
    return named, weekday, half, zone


def _only(word: Word, kind: str, mask: int) -> tuple[Any, int]:
    """The one thing that *word* says of this kind, and in which of these languages."""
    found = [meaning for meaning in word[kind] if meaning.languages & mask]
    if len(found) != 1:
        raise LookupError("several meanings, or none")
    return found[0].value, found[0].languages & mask


def _half(word: Word, mask: int) -> _Half:
    """Which half of the day *word* says, and when it lasts if that is less than a half."""
    spans = tuple({meaning.value for meaning in word["A"] if meaning.languages & mask})
    for (start, end), after_noon in _HALVES.items():
        if spans and all(start <= a <= b <= end for a, b in spans):
            return after_noon, () if (start, end) in spans else spans
    raise LookupError("a part of the day that is of both halves, or none in these languages")


def _zone(name: str, plan: Plan) -> str:
    if plan.is_rfc_822 and name in RFC_822:
        return RFC_822[name]
    meanings = ZONES[name]
    if len(meanings) > 1 or meanings[0].zone[0] not in "+-":
        raise LookupError("a zone of several offsets")
    return meanings[0].zone
