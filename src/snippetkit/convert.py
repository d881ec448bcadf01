"""Convert articles to plain trees and back, by declared types; the only module that knows cattrs."""

from __future__ import annotations

import contextlib
import enum
import functools
import operator
import re
import types
import typing
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

import attrs

from snippetkit.errors import InvalidValue, reason_of
from snippetkit.model.category import Category
from snippetkit.model.frozendict import FrozenDict, freeze
from snippetkit.model.moment import Moment, parsed
from snippetkit.model.person import Person
from snippetkit.model.same import same
from snippetkit.model.source import Source
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

    from snippetkit.exact import Exact

__all__ = [
    "Model",
    "Step",
    "converter",
    "default_of",
    "exact_of",
    "is_absent",
    "is_heir",
    "is_named",
    "item_of",
    "model_of",
    "named",
    "optional",
    "reader",
    "recast",
    "refuse_unknown",
    "set_or_list",
    "structure",
    "unstructure",
    "untouched",
    "writer",
]

T = TypeVar("T")
Step: TypeAlias = Callable[[Any], Any]
_ATOMS = (str, bool, int, float)
_UNIONS = (types.UnionType, typing.Union)


def structure(plain: Plain, kind: type[T]) -> T:
    """*plain* as a value of type *kind*. Nothing is coerced. Inverse of `unstructure`.

    Raises:
        ValueError: it is not such a value; the message says where and why.

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
    """*value* as an instance of *kind*, a base class or subclass, with the fields that both have.

    Raises:
        ValueError: the class refuses it, or has a required field that is missing.

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
    """*value* as a plain tree, without fields at their default. Inverse of `structure`.

    >>> from snippetkit.model import Category
    >>> unstructure(Category(name="World"))
    {'name': 'World'}
    """
    step = writer(cast(Any, type(value) if kind is None else kind))
    return cast(Plain, step(value))


@functools.cache
def converter() -> cattrs.Converter:
    """The cattrs converter that is used; copy it to embed articles in other types.

    Register hooks with it, before the first article is read, to support fields of further
    types.

    >>> import fractions
    >>> converter().register_structure_hook(
    ...     fractions.Fraction, lambda text, _: fractions.Fraction(text)
    ... )
    >>> converter().register_unstructure_hook(fractions.Fraction, str)
    >>> structure("1/3", fractions.Fraction)
    Fraction(1, 3)
    """
    import cattrs
    from cattrs.preconf.json import configure_converter

    from snippetkit.exact import EXACT

    made = cattrs.Converter(
        detailed_validation=True,
        forbid_extra_keys=True,
        omit_if_default=True,  # as our own models are written
        structure_fallback_factory=_refuse,
    )
    configure_converter(made)  # unions, literals, enumerations: as JSON has words for them
    for kind in EXACT:  # by the type, as cattrs has some of them, which goes before a rule
        made.register_structure_hook(kind, _takes_kind(_reads(kind)))
        made.register_unstructure_hook(kind, writer(kind))
    ours: list[Step] = [_is_atom, _is_frozen_dict, item_of, set_or_list, _is_value]
    for known in ours:
        made.register_structure_hook_factory(known, lambda kind: _takes_kind(_reads(kind)))
        made.register_unstructure_hook_factory(known, writer)
    return made


def _refuse(kind: Any) -> Any:
    raise ValueError(f"there is no way to read a {_spelled(kind)}")


def _spelled(kind: Any) -> str:
    is_named = isinstance(kind, type) and kind.__module__ != "builtins"
    return (
        f"{kind.__module__}.{kind.__qualname__}"
        if is_named
        else getattr(kind, "__name__", str(kind))
    )


def refuse_unknown(kind: Any, path: str, within: frozenset[Any] = frozenset()) -> None:
    """Refuse a field of type *kind* if no text can hold its values. *within* are the models around it.

    Raises:
        InvalidValue: no text can; the message names the part and says what to do.

    >>> refuse_unknown(tuple[complex, ...], "roots")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    snippetkit.errors.InvalidValue: roots: there is no way to read a complex: ...
    """
    inner = optional(kind) or item_of(kind) or (set_or_list(kind) or (None, None))[1]
    if inner is not None:
        refuse_unknown(inner, path, within)
    elif _is_value(kind):
        for name, hint in field_types(kind).items() if kind not in within else ():
            refuse_unknown(hint, f"{path}.{name}", within | {kind})
    elif _has_numbers_as_keys(kind):
        raise InvalidValue(path, f"every format has texts as keys: {_OTHER_KEYS}")
    elif not _is_atom(kind):
        try:
            _reads(_without_atoms(kind))
        except Exception as error:  # noqa: BLE001  # cattrs may raise anything
            raise InvalidValue(path, f"{reason_of(error)}: {_REMEDY}") from None


def _has_numbers_as_keys(kind: Any) -> bool:
    arguments = typing.get_args(kind)
    return is_heir(_origin(kind), Mapping) and arguments[:1] in [(int,), (float,), (bool,)]


def _without_atoms(kind: Any) -> Any:
    """What is left of a union without the types that plain values have: cattrs looks at it later."""
    is_union = typing.get_origin(kind) in _UNIONS
    rest = [arg for arg in typing.get_args(kind) if arg not in (*_ATOMS, type(None))]
    return functools.reduce(operator.or_, rest) if is_union and rest else kind


_OTHER_KEYS = "declare a dict[str, X], or give the format a codec for the field"
_REMEDY = (
    "register hooks with snippetkit.convert.converter() (a structure and an unstructure hook of "
    "cattrs), or give the format a codec for the field"
)


def _takes_kind(step: Step) -> Callable[[Any, Any], Any]:
    return lambda plain, _: step(plain)


@functools.lru_cache(maxsize=4096)
def named(kind: type, text: str) -> Any:
    """The *kind* for which *text* alone stands: a category or source by its name."""
    return _naming(kind)((text,))


@functools.cache
def _naming(kind: type) -> Step:
    """The function that makes it; the library's own classes need no checks of what is a text."""
    filled = text_field(kind) or "name"
    if kind in (Category, Person, Source):
        return trusted(kind, [filled])
    return lambda values: kind(**{filled: values[0]})


def thaw(value: Any) -> Any:
    """A frozen value as plain lists and dicts. Inverse of `snippetkit.model.frozendict.freeze`."""
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value


def default_of(member: attrs.Attribute[Any]) -> Any:
    """The value of a field that a text does not give; `attrs.NOTHING` for a required field.

    If the default is a factory that takes the instance, the factory itself: the class calls it.
    """
    default: Any = member.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return default if default.takes_self else default.factory()
    return default


def is_absent(member: attrs.Attribute[Any], value: object, article: object = None) -> bool:
    """Whether *value* is what a text without that field means: nothing, if nothing is the default.

    If the class computes the default, it is computed from the rest of *article*.
    """
    is_none = value is None or (not value and isinstance(value, _OF_MANY))
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
    return _model(kind).read if _is_value(kind) else _reads_rarer(kind)


def _reads_rarer(kind: Any) -> Step:
    """The same for a type that no field of ours has. Inverse of `_writes_rarer`."""
    if several := set_or_list(kind):
        return functools.partial(_collected, several[0], _reads(several[1]))
    if is_heir(kind, enum.Enum):
        return functools.partial(_choice, kind)
    if exact := exact_of(kind):
        return functools.partial(_exactly, exact)
    if typing.get_origin(kind) in _UNIONS and {*typing.get_args(kind)} <= {*_ATOMS, type(None)}:
        return functools.partial(_either, typing.get_args(kind))
    return functools.partial(_hooked, converter().get_structure_hook(kind), kind)


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
    return _model(kind).write if _is_value(kind) else _writes_rarer(kind)


def _writes_rarer(kind: Any) -> Step:
    """The same for a type that no field of ours has. Inverse of `_reads_rarer`."""
    if several := set_or_list(kind):
        return functools.partial(_laid_out, writer(several[1]))
    if is_heir(kind, enum.Enum):
        return operator.attrgetter("value")  # cattrs leaves those of numbers and texts as they are
    if exact := exact_of(kind):
        return functools.partial(_spell_out, kind, exact)
    return functools.partial(_unhooked, kind)


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


def _either(kinds: Sequence[Any], plain: Any) -> Any:
    """One of several plain types: cattrs would take ``True`` for an int."""
    if plain is None and type(None) in kinds:
        return None
    for kind in kinds:
        with contextlib.suppress(InvalidValue):
            return _strict(kind, plain)
    wanted = " or ".join(kind.__name__ for kind in kinds if kind is not type(None))
    raise InvalidValue("value", f"must be {wanted}, not {_name(plain)}")


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


def _collected(make: Callable[[Any], Any], item: Step, plain: Any) -> Any:
    """Inverse of `_laid_out`."""
    return make(_sequence(item, plain))


def _laid_out(item: Step, values: Any) -> list[Any]:
    """The values as a list: those of a set in one order, whatever the set's own is."""
    if isinstance(values, str) or not isinstance(values, Collection):
        raise InvalidValue("value", f"a {type(values).__name__} would be read as a list")
    plain = [item(one) for one in values]
    return sorted(plain, key=_rank) if isinstance(values, AbstractSet) else plain


def _rank(plain: Any) -> tuple[Any, ...]:
    """Where a plain value stands in a list of a set's: numbers by their size, all else by spelling."""
    is_number = isinstance(plain, int | float)
    return (0, plain, "") if is_number else (1, 0, repr(plain))


def _exactly(exact: Exact, plain: Any) -> Any:
    """The value that a text spells, if it is one. Inverse of `_spell_out`."""
    text = str(plain) if type(plain) is int and exact.takes_whole else plain
    if not isinstance(text, str) or re.fullmatch(exact.pattern, text) is None:
        raise InvalidValue("value", f"must be {exact.what}, not {_name(plain)}")
    try:
        return exact.read(str.__str__(text))
    except ValueError as error:
        raise InvalidValue("value", str(error)) from None


def _spell_out(kind: Any, exact: Exact, value: Any) -> str:
    if type(value) is not kind:
        raise InvalidValue("value", f"a {type(value).__name__} would be read as a {kind.__name__}")
    return exact.write(value)


def _hooked(hook: Callable[[Any, Any], Any], kind: Any, plain: Any) -> Any:
    """What a hook of cattrs makes of it: not of a text as of a list of its letters."""
    if isinstance(plain, str) and _is_of_many(kind):
        raise InvalidValue("value", f"must be a list, not {_name(plain)}")
    try:
        return hook(plain, kind)
    except Exception as error:  # noqa: BLE001  # cattrs, and what it calls, may raise anything
        raise InvalidValue("value", _explained(error)) from None


def _is_of_many(kind: Any) -> bool:
    kind = _origin(kind)
    return is_heir(kind, Collection) and not is_heir(kind, str)


def _unhooked(kind: Any, value: Any) -> Any:
    """What a hook of cattrs makes of it, if that is plain."""
    try:
        plain = converter().unstructure(value, kind)
    except Exception as error:  # noqa: BLE001  # a user's hook may raise anything
        raise InvalidValue("value", reason_of(error)) from None
    return thaw(freeze(plain, "value"))


def _climbed(place: str, error: ValueError) -> InvalidValue:
    """*error* with *place* put in front of the path to the part that it is about."""
    if not isinstance(error, InvalidValue):
        return InvalidValue(f"value{place}", str(error))
    path = error.field.removeprefix("value")
    return InvalidValue(f"value{place}{path if path[:1] in '.[' else '.' + path}", error.reason)


class Model:
    """The reader and writer of one class of models, made when the class is first met.

    Raises:
        InvalidValue: two of its fields share a key.
    """

    def __init__(self, kind: type) -> None:
        self.kind = kind
        self.members: list[tuple[str, Any, Any]] = [
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
        keys = (key for key, member, _ in self.members if member.name == filled)
        self.text: str | None = next(keys, None)

    @functools.cached_property
    def steps(self) -> dict[str, tuple[int, frozenset[type], Step]]:
        """For each key: its field, the types that stay as they are, and the step for others."""
        return {
            key: (place, untouched(hint), _reads(optional(hint) or hint))
            for place, (key, _, hint) in enumerate(self.members)
        }

    @functools.cached_property
    def is_flat(self) -> bool:
        """Whether all its fields are optional texts and moments that are kept as given."""
        kinds = [optional(hint) for _, _, hint in self.members]
        blank = all(default_of(member) is None for _, member, _ in self.members)
        return self._is_plain and blank and all(kind in (str, Moment) for kind in kinds)

    @functools.cached_property
    def blank(self) -> list[Any]:
        """The values of a model without any entries; `attrs.NOTHING` if its class decides."""
        defaults = [default_of(member) for _, member, _ in self.members]
        return defaults if self._is_plain else [attrs.NOTHING] * len(defaults)

    @functools.cached_property
    def build(self) -> Step:
        """The function that builds a model from all its values, which already have the right types."""
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
        """The model in a mapping, or in the one text that may stand for it."""
        given = type(plain) is dict
        text = plain.get(self.text) if given and len(plain) == 1 else plain
        if isinstance(text, str) and self.text is not None:
            return named(self.kind, str.__str__(text))
        if not given and not isinstance(plain, Mapping):
            raise InvalidValue("value", f"must be an object, not {_name(plain)}")
        return self.of(plain.items())

    def of(self, entries: Iterable[tuple[str, Any]]) -> Any:
        """The model with these *entries*."""
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
        """The entries that differ from the defaults. A subclass is refused: its fields would be lost."""
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
    if typing.get_origin(kind) not in _UNIONS:
        return None
    inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    return inner[0] if len(inner) == 1 else None


def item_of(kind: Any) -> Any:
    """The type X of ``tuple[X, ...]``; None for any other."""
    args = typing.get_args(kind)
    return args[0] if _origin(kind) is tuple and len(args) == 2 and args[1] is Ellipsis else None


def set_or_list(kind: Any) -> tuple[Callable[[Any], Any], Any] | None:
    """The constructor of a ``list[X]``, a set or a sequence of X, and X itself; None for any other."""
    make = _MAKERS.get(typing.get_origin(kind))
    return None if make is None else (make, typing.get_args(kind)[0])


_OF_MANY: Final = (tuple, list, AbstractSet, Mapping)
"""What says nothing when it is empty, as None does; an empty text is a text."""
_MAKERS: dict[Any, Callable[[Any], Any]] = {
    list: list,
    set: set,
    frozenset: frozenset,
    Sequence: tuple,
    AbstractSet: frozenset,
}


def exact_of(kind: Any) -> Exact | None:
    """The spelling of one of Python's own types; None for any other type."""
    from snippetkit.exact import EXACT  # few classes have such fields

    return EXACT.get(kind) if isinstance(kind, type) else None


def model_of(kind: Any) -> Model | None:
    """The `Model` of a class of models; None for any other type."""
    return _model(kind) if _is_value(kind) else None


def is_heir(kind: Any, base: type) -> bool:
    """Whether *kind* is the class *base* or a subclass of it."""
    return isinstance(kind, type) and issubclass(kind, base)


def untouched(kind: Any) -> frozenset[type]:
    """The plain types that need no conversion to be values of type *kind*."""
    inner = optional(kind)
    kept = {inner or kind} & {str, bool}
    return frozenset(kept | {type(None)} if inner else kept)


def is_named(kind: Any) -> bool:
    """Whether *kind* is a model that a text may stand for, with only text fields.

    Then equal plain values say the same, which is not so for ``1`` and ``True``.
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
