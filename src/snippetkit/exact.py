"""Values of Python's own types as strings: one strict spelling each, without loss."""

from __future__ import annotations

import base64
import datetime
import decimal
import uuid
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from snippetkit.errors import InvalidValue
from snippetkit.model.moment import Moment, as_moment, parsed

__all__ = ["EXACT", "Exact", "datetime_of"]


class Exact(NamedTuple):
    """The spelling of one type's values; `read` and `write` are inverse functions."""

    what: str
    """What the spelling must be, in words."""
    pattern: str
    """The form of the spelling, as a pattern of JSON Schema (ECMA 262); it says nothing of ranges."""
    read: Callable[[str], Any]
    """The value of a spelling that matches the pattern; raises `ValueError` if there is none."""
    write: Callable[[Any], str]
    """The spelling of a value; raises `ValueError` if it has none."""
    takes_whole: bool = False
    """Whether an integer may stand for its digits."""


def _decimal(text: str) -> decimal.Decimal:
    """A number in decimal, all its digits and zeros kept. Inverse of `_spelled_decimal`."""
    try:
        return decimal.Decimal(text)
    except ArithmeticError:
        raise ValueError("has an exponent that no number here can have") from None


def _spelled_decimal(value: decimal.Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"must be a finite number, not {value}")
    return str(value)


def _bytes(text: str) -> bytes:
    """Bytes in Base64, whose last character has no loose bits. Inverse of `_spelled_bytes`."""
    value = base64.b64decode(text, validate=True)
    if _spelled_bytes(value) != text:
        raise ValueError("has bits behind its last byte")
    return value


def _spelled_bytes(value: bytes) -> str:
    return base64.b64encode(value).decode()


def datetime_of(moment: Moment) -> datetime.datetime:
    """The datetime of a clock time, at least to the minute; naive if it has no zone.

    >>> datetime_of(Moment.parse("2025-09-12T22:05"))
    datetime.datetime(2025, 9, 12, 22, 5)
    """
    if moment.minute is None:
        raise ValueError(f"must be a day with a clock time, not {moment}")
    aware = moment.datetime(assume=datetime.UTC)
    return aware if moment.zone is not None else aware.replace(tzinfo=None)


def _datetime(text: str) -> datetime.datetime:
    """A day and clock time as `Moment` reads them. Inverse of `_spelled_datetime`."""
    try:
        return datetime_of(parsed(text))
    except InvalidValue as error:
        raise ValueError(error.reason) from None


def _spelled_datetime(value: datetime.datetime) -> str:
    return str(as_moment(value))


_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK: Final = r"([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
_HEX: Final = "[0-9A-Fa-f]"
_QUARTET: Final = "[A-Za-z0-9+/]"

EXACT: Final[dict[Any, Exact]] = {
    decimal.Decimal: Exact(
        "a decimal number in quotes such as '12.50', or a whole number",
        r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([Ee][+-]?[0-9]+)?",
        _decimal,
        _spelled_decimal,
        takes_whole=True,
    ),
    uuid.UUID: Exact(
        "a UUID such as '123e4567-e89b-12d3-a456-426614174000'",
        f"{_HEX}{{8}}(-{_HEX}{{4}}){{3}}-{_HEX}{{12}}",
        uuid.UUID,
        str,
    ),
    datetime.date: Exact(
        "a day such as '2025-09-12'", _DAY, datetime.date.fromisoformat, datetime.date.isoformat
    ),
    datetime.time: Exact(
        "a clock time such as '22:05' or '22:05:00+05:00'",
        rf"{_CLOCK}(Z|[+-][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}})?)?",
        datetime.time.fromisoformat,
        datetime.time.isoformat,
    ),
    datetime.datetime: Exact(
        "a day with a clock time such as '2025-09-12T22:05:00+05:00'",
        rf"{_DAY}T{_CLOCK}(Z|[+-][0-9]{{2}}(:[0-9]{{2}}(:[0-9]{{2}})?)?)?(\[[A-Za-z0-9_+/-]{{1,64}}\])?",
        _datetime,
        _spelled_datetime,
    ),
    bytes: Exact(
        "bytes in Base64 such as 'eA=='",
        f"({_QUARTET}{{4}})*({_QUARTET}{{2}}==|{_QUARTET}{{3}}=)?",
        _bytes,
        _spelled_bytes,
    ),
}
"""The types that have such a spelling; `str`, `bool`, `int`, `float` and `Moment` do not."""
