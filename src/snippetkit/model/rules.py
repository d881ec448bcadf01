"""Rules for declared types that no field of ours has: lists, sets, mappings, choices, unions."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Any, TypeAlias

from snippetkit.errors import InvalidValue, brief

__all__ = ["Settle", "rule", "several", "unwrapped", "variables_of", "wrong"]

Settle: TypeAlias = Callable[[Any, str], Any]
"""Takes a given value and the field's path; gives the value to keep, or raises `InvalidValue`."""

_UNIONS = (types.UnionType, typing.Union)
_LISTED = (list, tuple), "a list or tuple"
_A_SET = (AbstractSet,), "a set"
_SEVERAL: dict[Any, tuple[Any, tuple[Any, str]]] = {
    list: (list, _LISTED),
    Sequence: (tuple, _LISTED),
    set: (set, _A_SET),
    frozenset: (frozenset, _A_SET),
    AbstractSet: (frozenset, _A_SET),
}
"""By what is declared: what is kept of several values, and what may be given."""


def rule(kind: Any, settle: Callable[[Any], Settle | None]) -> Settle | None:
    """The rule for a type with others inside, whose rules *settle* knows; None where anything goes."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in _SEVERAL:
        make, given = _SEVERAL[origin]
        return several(make, given, settle(args[0]))
    if origin is tuple:
        return _fixed([settle(arg) for arg in args])
    if origin in (dict, Mapping):
        return _mapping(origin, settle(args[0]), settle(args[1]))
    if origin is typing.Literal:
        return _choice(args)
    return _one_of(args, [settle(arg) for arg in args]) if origin in _UNIONS else None


def several(make: Any, given: tuple[Any, str], item: Settle | None) -> Settle:
    """The rule for a *make* of items; None is one of none."""

    def settle(value: Any, path: str) -> Any:
        if value is None:
            return make()
        if not isinstance(value, given[0]):
            raise wrong(path, given[1], value)
        if item is None:
            return value if type(value) is make else make(value)
        return _kept(make, value, [item(one, f"{path}[{n}]") for n, one in enumerate(value)])

    return settle


def _kept(make: Any, value: Any, settled: list[Any]) -> Any:
    """The very *value*, if it is a *make* of just what is *settled*; else a *make* of that."""
    is_same = type(value) is make and all(a is b for a, b in zip(settled, value, strict=True))
    return value if is_same else make(settled)


def _fixed(items: Sequence[Settle | None]) -> Settle:
    def settle(value: Any, path: str) -> Any:
        if not isinstance(value, list | tuple) or len(value) != len(items):
            raise wrong(path, f"a tuple of {len(items)}", value)
        pairs = enumerate(zip(items, value, strict=True))
        return _kept(tuple, value, [i(one, f"{path}[{n}]") if i else one for n, (i, one) in pairs])

    return settle


def _mapping(kind: Any, key: Settle | None, item: Settle | None) -> Settle:
    def settle(value: Any, path: str) -> Any:
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise wrong(path, "a mapping", value)
        pairs = [
            (key(k, path) if key else k, item(v, f"{path}.{brief(k)}") if item else v)
            for k, v in value.items()
        ]
        olds = list(value.items())
        is_same = all(a is c and b is d for (a, b), (c, d) in zip(pairs, olds, strict=True))
        return value if is_same and (kind is Mapping or type(value) is dict) else dict(pairs)

    return settle


def _choice(choices: Sequence[Any]) -> Settle:
    def settle(value: Any, path: str) -> Any:
        for one in choices:
            if type(one) is type(value) and one == value:
                return one
        raise wrong(path, f"one of {', '.join(map(repr, choices))}", value)

    return settle


def _one_of(kinds: Sequence[Any], rules: Sequence[Settle | None]) -> Settle | None:
    """The rule for a union: what one of its types takes as it is; else what the first makes of it."""
    known = [one for one in rules if one is not None]
    if len(known) + (type(None) in kinds) < len(kinds):
        return None  # one of them takes anything
    names = [getattr(kind, "__name__", str(kind)) for kind in kinds if kind is not type(None)]

    def settle(value: Any, path: str) -> Any:
        taken = [value] if value is None and type(None) in kinds else []
        for one in known:
            with suppress(InvalidValue):
                taken.append(one(value, path))
        if not taken:
            raise wrong(path, " or ".join(names), value)
        return next((one for one in taken if one is value), taken[0])

    return settle


def wrong(path: str, wanted: str, value: object) -> InvalidValue:
    """The refusal of a *value* that is not what is *wanted*."""
    return InvalidValue(path, f"must be {wanted}, not {type(value).__name__}: {brief(value)[:200]}")


# ── what is declared ────────────────────────────────────────────────────────────────────────────


def unwrapped(kind: Any, variables: Mapping[Any, Any]) -> Any:
    """*kind* as its values have it: without `typing.Annotated`, names of types and *variables*.

    >>> unwrapped(typing.Annotated[tuple[typing.NewType("Desk", str), ...], "of ours"], {})
    tuple[str, ...]
    """
    if isinstance(kind, typing.TypeVar):
        return variables.get(kind, kind)
    if isinstance(kind, typing.NewType):
        return unwrapped(kind.__supertype__, variables)
    if type(kind).__name__ == "TypeAliasType":  # of Python 3.12: type Names = tuple[str, ...]
        return unwrapped(kind.__value__, variables)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Annotated, typing.Final):
        return unwrapped(args[0], variables)
    if origin is None or origin is typing.Literal:
        return kind
    return _rebuilt(kind, origin, args, tuple([unwrapped(arg, variables) for arg in args]))


def _rebuilt(kind: Any, origin: Any, args: tuple[Any, ...], others: tuple[Any, ...]) -> Any:
    """*kind* with *others* in the place of its *args*; itself where nothing differs."""
    if all(a is b for a, b in zip(args, others, strict=True)):
        return kind
    return typing.Union[others] if origin in _UNIONS else origin[others]  # noqa: UP007


def variables_of(cls: type) -> dict[Any, Any]:
    """What the type variables of the bases of *cls* stand for: of ``class Poll(Survey[int])``, int."""
    found: dict[Any, Any] = {}
    for one in cls.__mro__:
        for base in vars(one).get("__orig_bases__", ()):
            variables = getattr(typing.get_origin(base), "__parameters__", ())
            for variable, arg in zip(variables, typing.get_args(base), strict=False):
                found.setdefault(variable, found.get(arg, arg))
    return found
