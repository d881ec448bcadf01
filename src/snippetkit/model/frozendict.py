"""A mapping that cannot change, so that values holding one can be hashed and shared."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias, TypeVar

from snippetkit.errors import InvalidValue, brief

__all__ = ["EMPTY", "MAX_NESTING", "Frozen", "FrozenDict", "freeze"]

V_co = TypeVar("V_co", covariant=True)

Frozen: TypeAlias = "None | bool | int | float | str | tuple[Frozen, ...] | FrozenDict[Frozen]"
"""A JSON value, frozen: the values of `extra`."""

MAX_NESTING = 64
"""How deep tuples and mappings may nest inside `extra`."""

_MAX_INT_BITS = 12_800  # about 3,850 digits: what every reader and writer of JSON can spell


class FrozenDict(Mapping[str, V_co]):
    """A read-only mapping from strings to values, in the order given; hashable, picklable.

    It equals any mapping with the same items, in any order.

    >>> extra = FrozenDict({"weight": 10})
    >>> extra | {"layout": "post"}
    FrozenDict({'weight': 10, 'layout': 'post'})
    >>> extra == {"weight": 10}
    True

    Raises:
        InvalidValue: the argument is neither a mapping nor pairs.
    """

    __slots__ = ("_data", "_hash")

    def __init__(self, items: Mapping[str, V_co] | Iterable[tuple[str, V_co]] = ()) -> None:
        try:
            self._data: dict[str, V_co] = dict(items)
        except (TypeError, ValueError):
            what = f"must be a mapping, or pairs of a key and a value, not {brief(items)[:200]}"
            raise InvalidValue("items", what) from None
        self._hash: int | None = None

    def __getitem__(self, key: str) -> V_co:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenDict):
            return self._data == other._data
        return Mapping.__eq__(self, other)

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._data.items()))
        return self._hash

    def __or__(self, other: Mapping[str, Any]) -> FrozenDict[Any]:
        if not isinstance(other, Mapping):
            return NotImplemented
        return FrozenDict({**self._data, **other})

    def __repr__(self) -> str:
        return f"FrozenDict({self._data!r})"

    def __reduce__(self) -> tuple[type[FrozenDict[Any]], tuple[dict[str, V_co]]]:
        return FrozenDict, (self._data,)

    def __copy__(self) -> FrozenDict[V_co]:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> FrozenDict[V_co]:
        return self


EMPTY: Final[FrozenDict[Any]] = FrozenDict()
"""The empty mapping: a single instance, because it cannot change."""


def freeze(value: object, path: str, depth: int = 0) -> Frozen:
    """*value* with tuples for lists, `FrozenDict` for mappings, and plain strings and numbers.

    Raises:
        InvalidValue: for values that JSON does not have (bytes, dates, NaN, infinities, keys that
            are not strings), integers of more than 3,850 digits, and nesting deeper than `MAX_NESTING`.

    >>> freeze({"a": [1, None]}, "extra")
    FrozenDict({'a': (1, None)})
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int | float):
        return _number(value, path)
    if depth > MAX_NESTING:
        raise InvalidValue(path, f"nests deeper than {MAX_NESTING}")
    if isinstance(value, list | tuple):
        return tuple([freeze(item, f"{path}[{n}]", depth + 1) for n, item in enumerate(value)])
    if isinstance(value, Mapping):
        return FrozenDict(
            {
                (name := _key(key, path)): freeze(item, f"{path}.{name}", depth + 1)
                for key, item in value.items()
            }
        )
    raise InvalidValue(path, f"must be a value as JSON has them, not {type(value).__name__}")


def _number(value: int | float, path: str) -> int | float:
    if isinstance(value, float) and not math.isfinite(value):
        raise InvalidValue(path, f"must be a finite number, not {value!r}")
    if isinstance(value, int) and value.bit_length() > _MAX_INT_BITS:
        raise InvalidValue(path, "is an integer of more than 3,850 digits")
    return int.__int__(value) if isinstance(value, int) else float.__float__(value)


def _key(key: object, path: str) -> str:
    if not isinstance(key, str):
        raise InvalidValue(path, f"has a key that is not a text: {brief(key)[:80]}")
    return str.__str__(key)
