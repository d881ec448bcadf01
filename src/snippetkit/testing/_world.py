"""Simulate another machine: another time zone, another day."""

from __future__ import annotations

import contextlib
import datetime
import os
import time
from collections.abc import Iterator
from typing import Any, cast
from unittest import mock

__all__ = ["elsewhere"]

_LATER = 40 * 366 * 86_400


@contextlib.contextmanager
def elsewhere(zone: str = "America/New_York") -> Iterator[None]:
    """What runs inside sees a local time *zone* and a clock that is decades ahead."""
    ahead = time.time() + _LATER
    try:
        with (
            mock.patch.dict(os.environ, {"TZ": zone}),
            mock.patch.object(time, "time", lambda: ahead),  # noqa: PT008
            mock.patch.object(datetime, "datetime", _shifted(datetime.datetime, ahead)),
            mock.patch.object(datetime, "date", _shifted(datetime.date, ahead)),
        ):
            _settle()
            yield
    finally:
        _settle()


def _settle() -> None:
    """Make the C library look at the zone again, where it can."""
    getattr(time, "tzset", lambda: None)()


def _shifted(real: Any, ahead: float) -> Any:
    """The class *real*, whose ``now`` and ``today`` are another day; its instances are real ones."""

    class Meta(type):
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, real)

        def __subclasscheck__(cls, subclass: type) -> bool:
            return issubclass(subclass, real)

    class Shifted(real, metaclass=Meta):  # type: ignore[misc]
        def __new__(cls, *args: Any, **parts: Any) -> Any:
            return real(*args, **parts)

        @classmethod
        def today(cls) -> Any:
            return real.fromtimestamp(ahead)

        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Any:
            return cast(Any, real).fromtimestamp(ahead, tz)

        @classmethod
        def utcnow(cls) -> Any:
            return real.fromtimestamp(ahead, datetime.UTC).replace(tzinfo=None)

    return Shifted
