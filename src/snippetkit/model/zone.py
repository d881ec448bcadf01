"""Zones of moments: fixed offsets from UTC, each in one spelling, and zones named by their IANA keys."""

from __future__ import annotations

import datetime as dt
import functools
import re

from snippetkit.errors import InvalidValue

__all__ = ["canonical", "fixed", "seconds", "spelled_offset", "tzinfo_of", "zone_keys", "zone_of"]

_FIXED = "([+-])([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
_KEY = "[A-Za-z0-9_+/-]{1,64}"


@functools.cache
def zone_keys() -> frozenset[str]:
    """The IANA keys of the time zones installed here, such as ``Asia/Karachi``.

    Keys are looked up only here, so that no text can name a file. Listed once, on first use.

    >>> "Asia/Karachi" in zone_keys(), "../etc/passwd" in zone_keys()
    (True, False)
    """
    import zoneinfo  # here and below where first used: many texts name no zone

    # Some systems list "localtime", which means another zone on every machine.
    names = zoneinfo.available_timezones() - {"localtime"}
    return frozenset(filter(re.compile(_KEY).fullmatch, names))


def tzinfo_of(zone: str) -> dt.tzinfo:
    """The zone as Python has it. Inverse of `zone_of`."""
    ahead = fixed(zone)
    if ahead is None:
        import zoneinfo

        return zoneinfo.ZoneInfo(zone)
    return dt.timezone(dt.timedelta(seconds=ahead))


@functools.lru_cache(maxsize=1024)
def fixed(zone: str) -> int | None:
    """The seconds of an offset in its one spelling, else None. Inverse of `spelled_offset`."""
    match = re.fullmatch(_FIXED, zone)
    if match is None:
        return None
    sign, hours, minutes, seconds = match.groups(default="00")
    ahead = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    ahead = -ahead if sign == "-" else ahead
    known = abs(ahead) < 86_400 and zone in (spelled_offset(ahead), "-00:00")
    return ahead if known else None


def spelled_offset(ahead: int) -> str:
    """An offset in seconds as ``+05:00`` or ``+04:36:45``. Inverse of `fixed`."""
    minutes, seconds = divmod(abs(ahead), 60)
    text = f"{'-' if ahead < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text


@functools.lru_cache(maxsize=1024)
def canonical(offset: str | None) -> str | None:
    """``Z``, ``+05``, ``+05:00:00`` in the one spelling that a zone has."""
    if offset is None:
        return None
    if offset == "Z":
        return "+00:00"
    if len(offset) == len("+05"):
        return f"{offset}:00"
    return offset[:6] if offset.endswith(":00") else offset


def seconds(ahead: dt.timedelta | None) -> int:
    """An offset in whole seconds; none is none."""
    ahead = ahead or dt.timedelta()
    return ahead.days * 86_400 + ahead.seconds


def zone_of(value: dt.datetime) -> tuple[str | None, int]:
    """The zone and fold of a datetime. Inverse of `tzinfo_of`."""
    ahead = value.utcoffset()
    if ahead is None:
        return None, 0
    if ahead.microseconds:
        raise InvalidValue("moment", f"offsets are whole seconds, not {ahead}")
    import zoneinfo

    if isinstance(value.tzinfo, zoneinfo.ZoneInfo) and value.tzinfo.key in zone_keys():
        same = ahead == value.replace(fold=1 - value.fold).utcoffset()
        return value.tzinfo.key, 0 if same else value.fold
    return spelled_offset(seconds(ahead)), 0
