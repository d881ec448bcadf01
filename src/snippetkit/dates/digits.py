"""Convert numbers in the digits of any script to ASCII digits and back."""

from __future__ import annotations

import functools
import re
from typing import Final

__all__ = ["cut", "plain", "spelled"]

# The zero of each set of ten decimal digits in Unicode 15 (general category Nd), beside ASCII's.
_ZEROS: Final = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0"
    "\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0"
    "\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10\U000104a0\U00010d30\U00011066\U000110f0\U00011136"
    "\U000111d0\U000112f0\U00011450\U000114d0\U00011650\U000116c0\U00011730\U000118e0\U00011950"
    "\U00011c50\U00011d50\U00011da0\U00016a60\U00016b50\U0001e140\U0001e2f0\U0001e950\U0001fbf0"
)
_ETHIOPIC = "\u1369-\u137c"
_ASCII_NUMBER = re.compile("([0-9]+)")
_LAST_OF_PLANE = "\uffff"


@functools.cache
def _number(all_planes: bool) -> re.Pattern[str]:
    """A number in any digits; those beyond the first plane apart, as they make it slow."""
    zeros = [zero for zero in _ZEROS if all_planes or zero <= _LAST_OF_PLANE]
    ranges = "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in zeros)
    return re.compile(f"([0-9{ranges}]+|[{_ETHIOPIC}]+)")


def cut(text: str) -> list[str]:
    """*text* as what stands between its numbers and the numbers, in turn; joined it is *text*.

    >>> cut("12 ستمبر ۲۰۲۵")
    ['', '12', ' ستمبر ', '۲۰۲۵', '']
    """
    if text.isascii():
        return _ASCII_NUMBER.split(text)
    return _number(max(text) > _LAST_OF_PLANE).split(text)


@functools.lru_cache(maxsize=4096)
def plain(number: str) -> str:
    """*number* in ASCII digits; empty if it mixes scripts. Inverse of `spelled`.

    >>> plain("۲۰۲۵"), plain("፳፻፲፯"), plain("1٢")
    ('2025', '2017', '')
    """
    if number.isascii():
        return number
    if "\u1369" <= number[0] <= "\u137c":
        return _from_ethiopic(number)
    zero = _zero(number[0])
    digits = [ord(digit) - zero for digit in number]
    return "".join(map(str, digits)) if all(0 <= digit <= 9 for digit in digits) else ""


def spelled(number: str, like: str) -> str:
    """*number*, which is in ASCII digits, in the digits of *like*. Inverse of `plain`.

    >>> spelled("12", "۲۰۲۵"), spelled("2017", "፲፪")
    ('۱۲', '፳፻፲፯')
    """
    if like.isascii():
        return number
    if "\u1369" <= like[0] <= "\u137c":
        return _to_ethiopic(int(number))
    zero = _zero(like[0])
    return "".join(chr(zero + int(digit)) for digit in number)


def _zero(digit: str) -> int:
    """The code point of the zero in the set of *digit*."""
    return ord(digit) - int(digit)


# Ethiopic numerals are no digits: ፲፪ is 10 and 2, ፳፻፲፯ is 20 hundreds, 10 and 7. No zero.
_UNITS = "፩፪፫፬፭፮፯፰፱"
_TENS = "፲፳፴፵፶፷፸፹፺"


def _from_ethiopic(number: str) -> str:
    """An Ethiopic numeral below ten thousand in ASCII; empty if it is none. Inverse of `_to_ethiopic`."""
    hundreds, hundred, rest = number.rpartition("፻")
    if not hundred:
        hundreds, rest = "", number
    high, low = _below_hundred(hundreds), _below_hundred(rest)
    if high is None or low is None:
        return ""
    return str((high or 1) * 100 + low if hundred else low)


def _below_hundred(number: str) -> int | None:
    tens = _TENS.find(number[:1]) + 1 if number else 0
    rest = number[1:] if tens else number
    if not rest:
        return tens * 10
    units = _UNITS.find(rest) + 1 if len(rest) == 1 else 0
    return tens * 10 + units if units else None


def _to_ethiopic(number: int) -> str:
    """Inverse of `_from_ethiopic`."""
    high, low = divmod(number, 100)
    hundreds = ("" if high == 1 else _two(high)) + "፻" if high else ""
    return hundreds + _two(low)


def _two(number: int) -> str:
    tens, units = divmod(number, 10)
    return ("" if not tens else _TENS[tens - 1]) + ("" if not units else _UNITS[units - 1])
