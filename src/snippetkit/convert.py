"""Article ⇄ plain tree, by the declared types: the only module that knows cattrs."""

from __future__ import annotations

import functools
import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from snippetkit.errors import InvalidValue
from snippetkit.model.frozendict import FrozenDict, freeze
from snippetkit.model.moment import Moment
from snippetkit.model.same import same
from snippetkit.model.value import Value, brief, field_types, text_field
from snippetkit.syntax.tree import Plain, Stamp

if TYPE_CHECKING:  # imported when first used: a snippet is read without it
    import cattrs

__all__ = ["converter", "default_of", "is_absent", "structure", "unstructure"]

T = TypeVar("T")


def structure(plain: Plain, kind: type[T]) -> T:
    """*plain* as a value of type *kind*; strict: nothing is coerced. Inverse of `unstructure`.

    Raises:
        ValueError: it is no such value; the message says where and why.

    >>> from snippetkit.model import Category
    >>> structure({"name": "World", "slug": "world"}, Category).slug
    'world'
    """
    try:
        return converter().structure(plain, kind)
    except InvalidValue as error:
        path = error.field.removeprefix("value")
        raise ValueError(f"{path}: {error.reason}" if path else error.reason) from None
    except (ExceptionGroup, ArithmeticError, LookupError, TypeError) as error:
        raise ValueError(_explained(error)) from None


def unstructure(value: object, kind: Any = None) -> Plain:
    """*value* as a plain tree: what is at its default is left out. Inverse of `structure`.

    >>> from snippetkit.model import Category
    >>> unstructure(Category(name="World"))
    {'name': 'World'}
    """
    return cast(Plain, converter().unstructure(value, kind))


@functools.cache
def converter() -> cattrs.Converter:
    """The cattrs converter that does it: the one to copy for embedding articles in other types."""
    import cattrs
    from cattrs.preconf.json import configure_converter

    made = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
    configure_converter(made)  # bytes, dates, enumerations, sets: as JSON has words for them
    for kind in (str, bool, int, float):
        made.register_structure_hook(kind, functools.partial(_strict))
    made.register_structure_hook(Moment, lambda plain, _: _moment(plain))
    made.register_unstructure_hook(Moment, lambda moment: Stamp(moment))
    made.register_structure_hook_factory(_is_frozen_dict, _structure_mapping)
    made.register_unstructure_hook_factory(_is_frozen_dict, lambda _: thaw)
    made.register_structure_hook_factory(_is_tuple, functools.partial(_structure_tuple, made))
    made.register_unstructure_hook_factory(_is_tuple, functools.partial(_unstructure_tuple, made))
    made.register_structure_hook_factory(_is_value, functools.partial(_structure_value, made))
    made.register_unstructure_hook_factory(_is_value, functools.partial(_unstructure_value, made))
    return made


def thaw(value: Any) -> Any:
    """A frozen value as plain lists and dicts. Inverse of `snippetkit.model.frozendict.freeze`."""
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value


def default_of(member: attrs.Attribute[Any]) -> Any:
    """What a field is when nothing was said; `attrs.NOTHING` for a field that must be given."""
    default: Any = member.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return None if default.takes_self else default.factory()
    return default


def is_absent(member: attrs.Attribute[Any], value: object) -> bool:
    """Whether *value* is what a text says by saying nothing: none, where none is the default."""
    return (value is None or value == () or value == {}) and same(value, default_of(member))


def _strict(plain: Any, kind: type) -> Any:
    numeric = kind is float and type(plain) is int
    if type(plain) is kind or numeric or (kind is str and isinstance(plain, str)):
        return str.__str__(plain) if kind is str else plain
    raise InvalidValue("value", f"must be {kind.__name__}, not {_name(plain)}")


def _moment(plain: Any) -> Moment:
    if not isinstance(plain, str):
        raise InvalidValue("value", f"must be an ISO 8601 text, not {_name(plain)}")
    try:
        return Moment.parse(plain)
    except InvalidValue as error:
        raise InvalidValue("value", error.reason) from None


def _name(plain: object) -> str:
    return "null" if plain is None else f"{type(plain).__name__}: {brief(plain)[:80]}"


def _origin(kind: Any) -> Any:
    return typing.get_origin(kind) or kind


def _is_frozen_dict(kind: Any) -> bool:
    return _origin(kind) is FrozenDict


def _is_tuple(kind: Any) -> bool:
    args = typing.get_args(kind)
    return _origin(kind) is tuple and len(args) == 2 and args[1] is Ellipsis


def _is_value(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Value)


def _structure_mapping(kind: Any) -> Any:
    texts = typing.get_args(kind) == (str,)

    def mapping(plain: Any, _: Any) -> Any:
        if not isinstance(plain, Mapping):
            raise InvalidValue("value", f"must be an object, not {_name(plain)}")
        if texts and not all(isinstance(item, str) for item in plain.values()):
            raise InvalidValue("value", "must be an object of texts")
        return freeze(plain, "value")

    return mapping


def _structure_tuple(made: cattrs.Converter, kind: Any) -> Any:
    item = typing.get_args(kind)[0]
    hook = made.get_structure_hook(item)

    def sequence(plain: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(plain, list | tuple):
            raise InvalidValue("value", f"must be a list, not {_name(plain)}")
        return tuple([_within(f"[{n}]", hook, one, item) for n, one in enumerate(plain)])

    return sequence


def _unstructure_tuple(made: cattrs.Converter, kind: Any) -> Any:
    item = typing.get_args(kind)[0]
    return lambda value: [made.unstructure(one, item) for one in value]


def _structure_value(made: cattrs.Converter, kind: type) -> Any:
    hooks = {
        (member.metadata.get("snippetkit.key") or member.name): (member.alias, hint)
        for member, hint in zip(attrs.fields(cast(Any, kind)), field_types(kind).values(), strict=True)
    }
    filled = text_field(kind)

    def value(plain: Any, _: Any) -> Any:
        if isinstance(plain, str) and filled is not None:
            return kind(**{filled: str.__str__(plain)})
        if not isinstance(plain, Mapping):
            raise InvalidValue("value", f"must be an object, not {_name(plain)}")
        given = {}
        for key, part in plain.items():
            if key not in hooks:
                raise InvalidValue("value", f"has an unknown key {brief(key)}")
            name, hint = hooks[key]
            given[name] = _within(f".{key}", made.get_structure_hook(hint), part, hint)
        return kind(**given)

    return value


def _within(step: str, hook: Any, plain: Any, kind: Any) -> Any:
    """What *hook* makes of a part; an error climbing out of it learns where the part stands."""
    try:
        return hook(plain, kind)
    except InvalidValue as error:
        path = error.field.removeprefix("value")
        raise InvalidValue(f"value{step}{path if path[:1] in '.[' else '.' + path}", error.reason) from None
    except ValueError as error:
        raise InvalidValue(f"value{step}", str(error)) from None


def _unstructure_value(made: cattrs.Converter, kind: type) -> Any:
    hints = field_types(kind)
    members = [(a, a.metadata.get("snippetkit.key") or a.name, hints[a.name]) for a in attrs.fields(cast(Any, kind))]

    def plain(value: Any) -> dict[str, Any]:
        return {
            key: made.unstructure(getattr(value, member.name), hint)
            for member, key, hint in members
            if not same(getattr(value, member.name), default_of(member))
        }

    return plain


def _explained(error: Exception) -> str:
    import cattrs

    if isinstance(error, cattrs.BaseValidationError):
        return "; ".join(cattrs.transform_error(error, path="value"))
    return str(error) or type(error).__name__
