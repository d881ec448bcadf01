"""Remember values of parts of texts: texts of one source have most of them in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from snippetkit.model import Dateline, Moment, Source

__all__ = ["Known"]

_REMEMBERED = 4096
_LONGEST = 240
_ALWAYS = frozenset((str, tuple, Source))
_CHANGING = (list, dict, set, bytearray)


class Known(dict[Any, Any]):
    """Short parts of texts met lately, with what they say; one not met yet is read."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self._read = read

    def __missing__(self, part: Any) -> Any:
        value, kind = self._read(part), type(part)
        length = len(part) if kind is bytes or kind is str else _length(part)
        if length <= _LONGEST and (type(value) in _ALWAYS or _is_of_use(value)):
            if len(self) >= _REMEMBERED:  # no stream of texts may fill the memory
                self.clear()
            self[part] = value
        return value


def _length(part: Any) -> int:
    """How many characters the texts in *part* have."""
    if isinstance(part, (str, bytes)):
        return len(part)
    return sum(map(_length, part)) if isinstance(part, tuple) else 0


def _is_of_use(value: Any) -> bool:
    """Whether other articles may have this very *value*, and some will."""
    if isinstance(value, _CHANGING):  # what can be changed is nobody else's
        return False
    # A time of day hardly ever comes again, nor does a place with a day.
    kind = type(value)
    return value.hour is None if kind is Moment else kind is not Dateline
