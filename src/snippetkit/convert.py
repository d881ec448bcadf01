"""Article ⇄ plain tree, by the declared types: the only module that knows cattrs."""

from __future__ import annotations

import enum
import functools
import operator
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

import attrs

from snippetkit.errors import InvalidValue, reason_of
from snippetkit.model.frozendict import FrozenDict, freeze
from snippetkit.model.moment import Moment, parsed
from snippetkit.model.same import same
from snippetkit.model.value import (
    Value,
    brief,
    field_types,
    is_plain,
    left_out,
    text_field,
    trusted,
)
from snippetkit.syntax.tree import Plain, Stamp

if TYPE_CHECKING:  # imported when first used: a snippet is read without it
    import cattrs

__all__ = [
    "Model",
    "Step",
    "converter",
    "default_of",
    "is_absent",
    "is_heir",
    "is_named",
    "item_of",
    "model_of",
    "named",
    "optional",
    "reader",
    "recast",
    "structure",
    "unstructure",
    "untouched",
    "writer",
]

T = TypeVar("T")
Step: TypeAlias = Callable[[Any], Any]
_ATOMS = (str, bool, int, float)


def structure(plain: Plain, kind: type[T]) -> T:
    """*plain* as a value of type *kind*; strict: nothing is coerced. Inverse of `unstructure`.

    Raises:
        ValueError: it is no such value; the message says where and why.

    >>> from snippetkit.model import Category
    >>> structure({"name": "World", "slug": "world"}, Category).slug
    'world'
    """
    return cast(T, reader(cast(Any, kind))(plain))


@functools.lru_cache(maxsize=1024)
def reader(kind: Any) -> Step:
    """`structure` for the type *kind*, made once."""
    return functools.partial(_told, _reads(kind))


def _told(step: Step, plain: Plain) -> Any:
    """The value that *step* makes of *plain*; any failure is a ValueError that says where and why."""
    try:
        return step(plain)
    except InvalidValue as error:
        path = error.field.removeprefix("value")
        raise ValueError(f"{path}: {error.reason}" if path else error.reason) from None
    except Exception as error:  # noqa: BLE001  # cattrs, and what it calls, may raise anything
        raise ValueError(_explained(error)) from None


def recast(kind: Any, value: Any) -> Any:
    """*value* as one of the class *kind*, a base or an heir of its own: with the fields that both have.

    Raises:
        ValueError: the class refuses that, or has a field that must be given.

    >>> from snippetkit.model import Category
    >>> recast(Category, Category(name="World")).name
    'World'
    """
    return value if type(value) is kind else _told(functools.partial(_recast, kind), value)


def _recast(kind: Any, value: Any) -> Any:
    theirs = field_types(type(value))
    members = [member for member in attrs.fields(kind) if member.init and member.name in theirs]
    return kind(**{member.alias: getattr(value, member.name) for member in members})


def unstructure(value: object, kind: Any = None) -> Plain:
    """*value* as a plain tree: what is at its default is left out. Inverse of `structure`.

    >>> from snippetkit.model import Category
    >>> unstructure(Category(name="World"))
    {'name': 'World'}
    """
    step = writer(cast(Any, type(value) if kind is None else kind))
    return cast(Plain, step(value))


@functools.cache
def converter() -> cattrs.Converter:
    """A cattrs converter with these rules: the one to copy for embedding articles in other types."""
    import cattrs
    from cattrs.preconf.json import configure_converter

    made = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
    configure_converter(made)  # bytes, dates, enumerations, sets: as JSON has words for them
    for known in (_is_atom, _is_frozen_dict, item_of, _is_value):
        made.register_structure_hook_factory(known, lambda kind: _takes_kind(_reads(kind)))
        made.register_unstructure_hook_factory(known, writer)
    return made


def _takes_kind(step: Step) -> Callable[[Any, Any], Any]:
    return lambda plain, _: step(plain)


@functools.lru_cache(maxsize=4096)
def named(kind: type, text: str) -> Any:
    """The *kind* that *text* alone stands for: a category or source by its name."""
    return kind(**{text_field(kind) or "name": text})


def thaw(value: Any) -> Any:
    """A frozen value as plain lists and dicts. Inverse of `snippetkit.model.frozendict.freeze`."""
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value


def default_of(member: attrs.Attribute[Any]) -> Any:
    """What a field is when nothing was said; `attrs.NOTHING` for a field that must be given.

    The factory itself where it takes the instance: what is left at it, the class makes of the rest.
    """
    default: Any = member.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return default if default.takes_self else default.factory()
    return default


def is_absent(member: attrs.Attribute[Any], value: object, article: object = None) -> bool:
    """Whether *value* is what a text says by saying nothing: none, where none is the default.

    Of the rest of *article*, where the class makes the default of it.
    """
    is_none = value is None or value == () or value == {}
    return is_none and same(value, left_out(member, article))


# ── one step of a tree, by the declared type ────────────────────────────────────────────────────


@functools.cache
def _reads(kind: Any) -> Step:
    """The function that turns a plain tree into a value of type *kind*. Inverse of `writer`."""
    if kind in _ATOMS:
        return functools.partial(_strict, kind)
    if kind is Moment:
        return _moment
    if inner := optional(kind):
        return functools.partial(_unless_none, _reads(inner))
    if _is_frozen_dict(kind):
        return functools.partial(_mapping, typing.get_args(kind) == (str,))
    if item := item_of(kind):
        return functools.partial(_sequence, _reads(item))
    if _is_value(kind):
        return _model(kind).read
    if is_heir(kind, enum.Enum):
        return functools.partial(_choice, kind)
    return lambda plain: converter().structure(plain, kind)


@functools.cache
def writer(kind: Any) -> Step:
    """`unstructure` for the type *kind*, made once. Inverse of `_reads`."""
    if kind in _ATOMS:
        return _as_it_is
    if kind is Moment:
        return _stamp
    if inner := optional(kind):
        return functools.partial(_unless_none, writer(inner))
    if _is_frozen_dict(kind):
        return thaw
    if item := item_of(kind):
        step = writer(item)
        return lambda value: [step(one) for one in value]
    if _is_value(kind):
        return _model(kind).write
    if is_heir(kind, enum.Enum):
        return operator.attrgetter("value")  # cattrs leaves those of numbers and texts as they are
    return lambda value: converter().unstructure(value, kind)


def _as_it_is(value: Any) -> Any:
    return value


def _unless_none(step: Step, value: Any) -> Any:
    return None if value is None else step(value)


def _strict(kind: type, plain: Any) -> Any:
    if type(plain) is kind:
        return plain if kind is not int else freeze(plain, "value")
    if kind is float and type(plain) is int:
        return freeze(plain, "value")
    if kind is str and isinstance(plain, str):
        return str.__str__(plain)
    raise InvalidValue("value", f"must be {kind.__name__}, not {_name(plain)}")


def _choice(kind: type[enum.Enum], plain: Any) -> Any:
    try:
        return kind(plain)
    except ValueError:
        choices = ", ".join(repr(one.value) for one in kind)
        raise InvalidValue("value", f"must be one of {choices}, not {_name(plain)}") from None


def _moment(plain: Any) -> Moment:
    if not isinstance(plain, str):
        raise InvalidValue("value", f"must be an ISO 8601 text, not {_name(plain)}")
    try:
        return parsed(plain)
    except InvalidValue as error:
        raise InvalidValue("value", error.reason) from None


def _stamp(moment: Any) -> Stamp:
    if type(moment) is not Moment:
        raise InvalidValue("value", f"a {type(moment).__name__} would be read as a Moment")
    return Stamp(moment)


def _mapping(texts: bool, plain: Any) -> Any:
    if not isinstance(plain, Mapping):
        raise InvalidValue("value", f"must be an object, not {_name(plain)}")
    if texts and not all(isinstance(item, str) for item in plain.values()):
        raise InvalidValue("value", "must be an object of texts")
    return freeze(plain, "value")


def _sequence(item: Step, plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, (list, tuple)):
        raise InvalidValue("value", f"must be a list, not {_name(plain)}")
    values: list[Any] = []
    try:
        for one in plain:
            values.append(item(one))  # noqa: PERF401
    except ValueError as error:
        raise _climbed(f"[{len(values)}]", error) from None
    return tuple(values)


def _climbed(place: str, error: ValueError) -> InvalidValue:
    """*error* with *place* put in front of the path to the part that it is about."""
    if not isinstance(error, InvalidValue):
        return InvalidValue(f"value{place}", str(error))
    path = error.field.removeprefix("value")
    return InvalidValue(f"value{place}{path if path[:1] in '.[' else '.' + path}", error.reason)


class Model:
    """How one class of models is read and written, made when it is first met.

    Raises:
        InvalidValue: two of its fields go by one key.
    """

    def __init__(self, kind: type) -> None:
        self.kind = kind
        self.members = [
            (member.metadata.get("snippetkit.key") or member.name, member, hint)
            for member, hint in zip(attrs.fields(kind), field_types(kind).values(), strict=True)
            if member.init  # the others the class computes
        ]
        owners = dict[str, str]()
        for key, member, _ in self.members:
            owner = owners.setdefault(key, member.name)
            if owner != member.name:
                where = f"{kind.__name__}.{member.name}"
                raise InvalidValue(where, f"{key!r} is the key of {owner}, too")
        filled = text_field(kind)
        self.text = next((key for key, member, _ in self.members if member.name == filled), None)

    @functools.cached_property
    def steps(self) -> dict[str, tuple[int, frozenset[type], Step]]:
        """For each key: the place of its field, the types to keep as they are, and the step for others."""
        return {
            key: (place, untouched(hint), _reads(optional(hint) or hint))
            for place, (key, _, hint) in enumerate(self.members)
        }

    @functools.cached_property
    def is_flat(self) -> bool:
        """Whether all its fields are texts and moments that may be missing, and are kept as given."""
        kinds = [optional(hint) for _, _, hint in self.members]
        blank = all(default_of(member) is None for _, member, _ in self.members)
        return self._is_plain and blank and all(kind in (str, Moment) for kind in kinds)

    @functools.cached_property
    def blank(self) -> list[Any]:
        """The values of a model of which nothing was said; `attrs.NOTHING` where its class decides."""
        defaults = [default_of(member) for _, member, _ in self.members]
        return defaults if self._is_plain else [attrs.NOTHING] * len(defaults)

    @functools.cached_property
    def build(self) -> Step:
        """The function that builds a model of all its values, which are of the right types already."""
        return trusted(self.kind) if self._is_plain else self._constructed

    @functools.cached_property
    def _is_plain(self) -> bool:
        optional = all(member.default is not attrs.NOTHING for _, member, _ in self.members)
        return optional and is_plain(self.kind)

    def _constructed(self, values: list[Any]) -> Any:
        given = zip(self.members, values, strict=True)
        return self.kind(
            **{m.alias: value for (_, m, _), value in given if value is not attrs.NOTHING}
        )

    @functools.cached_property
    def _rows(self) -> list[tuple[str, str, Any, Step]]:
        return [(m.name, key, default_of(m), writer(hint)) for key, m, hint in self.members]

    def read(self, plain: Any) -> Any:
        """The model that a mapping says, or the one text that may stand for it."""
        given = type(plain) is dict
        text = plain.get(self.text) if given and len(plain) == 1 else plain
        if isinstance(text, str) and self.text is not None:
            return named(self.kind, str.__str__(text))
        if not given and not isinstance(plain, Mapping):
            raise InvalidValue("value", f"must be an object, not {_name(plain)}")
        return self.of(plain.items())

    def of(self, entries: Iterable[tuple[str, Any]]) -> Any:
        """The model that has these *entries*."""
        values, steps = self.blank.copy(), self.steps
        for key, part in entries:
            if key not in steps:
                raise InvalidValue("value", f"has an unknown key {brief(key)}")
            place, kept, step = steps[key]
            try:
                values[place] = part if type(part) in kept else step(part)
            except ValueError as error:
                raise _climbed(f".{key}", error) from None
        return self.build(values)

    def write(self, value: Any) -> dict[str, Any]:
        """The entries that differ from the defaults. An heir is refused: what it adds would be lost."""
        if type(value) is not self.kind:
            heir, kind = type(value).__name__, self.kind.__name__
            raise InvalidValue("value", f"a {heir} would be read as a {kind}")
        said = {}
        for name, key, default, step in self._rows:
            part = getattr(value, name)
            if part is not default and not same(part, default):
                said[key] = step(part)
        return said


_model = functools.cache(Model)


def _name(plain: object) -> str:
    return "null" if plain is None else f"{type(plain).__name__}: {brief(plain)[:80]}"


def _origin(kind: Any) -> Any:
    return typing.get_origin(kind) or kind


def _is_atom(kind: Any) -> bool:
    """Whether it is one of the simple types itself; an enumeration of texts is an heir of one."""
    return kind in (*_ATOMS, Moment)


def _is_frozen_dict(kind: Any) -> bool:
    return _origin(kind) is FrozenDict


def _is_value(kind: Any) -> bool:
    return is_heir(kind, Value)


# ── what a declared type is ─────────────────────────────────────────────────────────────────────


def optional(kind: Any) -> Any:
    """The type X of ``X | None``; None for any other."""
    if typing.get_origin(kind) not in (types.UnionType, typing.Union):
        return None
    inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    return inner[0] if len(inner) == 1 else None


def item_of(kind: Any) -> Any:
    """The type X of ``tuple[X, ...]``; None for any other."""
    args = typing.get_args(kind)
    return args[0] if _origin(kind) is tuple and len(args) == 2 and args[1] is Ellipsis else None


def model_of(kind: Any) -> Model | None:
    """How a class of models is read and written; None for any other type."""
    return _model(kind) if _is_value(kind) else None


def is_heir(kind: Any, base: type) -> bool:
    """Whether *kind* is the class *base* or one of its heirs."""
    return isinstance(kind, type) and issubclass(kind, base)


def untouched(kind: Any) -> frozenset[type]:
    """The plain types that need no conversion to be values of type *kind*."""
    inner = optional(kind)
    kept = {inner or kind} & {str, bool}
    return frozenset(kept | {type(None)} if inner else kept)


def is_named(kind: Any) -> bool:
    """Whether *kind* is a model that a text may stand for, with nothing but texts in its fields.

    Then plain values that are equal say the same, as ``1`` and ``True`` do not.
    """
    return _is_value(kind) and text_field(kind) is not None and _is_of_texts(kind, frozenset())


def _is_of_texts(kind: Any, within: frozenset[Any]) -> bool:
    inner = optional(kind) or item_of(kind) or kind
    if inner is not kind:
        return _is_of_texts(inner, within)
    if not _is_value(kind):
        return kind in (str, Moment) or (_is_frozen_dict(kind) and typing.get_args(kind) == (str,))
    hints = () if kind in within else field_types(kind).values()
    return all(_is_of_texts(hint, within | {kind}) for hint in hints)


def _explained(error: Exception) -> str:
    import cattrs

    if isinstance(error, cattrs.BaseValidationError):
        return "; ".join(cattrs.transform_error(error, path="value"))
    return reason_of(error)
