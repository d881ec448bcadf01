"""When two values say the same: stricter than ``==``, and what every law is stated with."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import attrs

__all__ = ["same"]


def same(a: object, b: object) -> bool:
    """Whether *a* and *b* say the same thing, type by type and part by part.

    ``==`` cannot drive a lens: ``1 == True == 1.0``, two datetimes of one instant are equal
    whatever their offsets, and ``0.0 == -0.0``. So here types must agree; texts are compared by
    code point; numbers by spelling; datetimes by wall clock, fold and zone; sequences and mappings
    item by item in order; models field by field.

    >>> same(1, True), same((1.0,), (1.0,)), same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    (False, True, False)
    """
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, str | int | bytes | type(None)):
        return a == b
    return _same_parts(a, b)


def _same_parts(a: Any, b: Any) -> bool:
    if isinstance(a, float):
        return repr(a) == repr(b)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, Mapping):
        return list(a) == list(b) and all(map(same, a.values(), b.values()))
    if attrs.has(type(a)):
        return all(same(getattr(a, f.name), getattr(b, f.name)) for f in attrs.fields(type(a)) if f.eq)
    if isinstance(a, datetime.datetime | datetime.time):
        return _clock(a) == _clock(b)
    return bool(a == b)


def _clock(value: datetime.datetime | datetime.time) -> tuple[object, ...]:
    zone = value.tzinfo
    return value.replace(tzinfo=None), value.fold, value.utcoffset(), getattr(zone, "key", None)
