"""The base of all models: fields that accept what users would pass and refuse the rest by name."""

from __future__ import annotations

import datetime
import functools
import operator
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from snippetkit.errors import InvalidValue, brief, must_be
from snippetkit.model.frozendict import EMPTY, FrozenDict, freeze
from snippetkit.model.moment import Moment, as_moment
from snippetkit.model.rules import Settle, rule, several, unwrapped, variables_of, wrong

__all__ = [
    "Value",
    "brief",
    "compiled",
    "draft",
    "field",
    "field_types",
    "forced",
    "from_text",
    "is_plain",
    "labels_of",
    "left_out",
    "others_of",
    "takes_mapping",
    "takes_moment",
    "takes_texts",
    "text_field",
    "texts_of",
    "trusted",
    "typing_only",
    "values_of",
    "words",
]

V = TypeVar("V")
_TYPING_ONLY: set[Any] = set()
_FROM_TEXT: dict[type, str] = {}
"""Models that a plain text may stand for, and the field it fills."""
_TYPES: dict[type, dict[str, Any]] = {}
_Rule: TypeAlias = "tuple[str, Settle, Any]"
"""A field's name, its rule, and the default that needs no settling."""
_SETTLERS: dict[type, tuple[Callable[[Any], tuple[Any, ...]], tuple[_Rule, ...]]] = {}


def field(
    *,
    default: Any = attrs.NOTHING,
    label: str | None = None,
    key: str | None = None,
    **options: Any,
) -> Any:
    """A field of a subclass, with the label and the key that formats use for it.

    Args:
        default: The value if a text gives none; every text must give a field without a default.
        label: The label before it in a snippet: ``Embargoed until``. Without one, the
            field's name: ``embargo_note`` is written ``Embargo note``.
        key: The key in JSON and front matter. Without one, the field's name.
        options: Anything else that `attrs.field` takes.

    Raises:
        InvalidValue: *label* or *key* is not a text.

    >>> @attrs.frozen(kw_only=True)
    ... class PressRelease(Value):
    ...     embargo: str | None = field(default=None, label="Embargoed until")
    >>> attrs.fields(PressRelease).embargo.metadata["snippetkit.label"]
    'Embargoed until'
    """
    metadata = {**options.pop("metadata", {}), **words(label=label, key=key)}
    return attrs.field(default=default, metadata=metadata, **options)


def words(*, label: str | None = None, key: str | None = None) -> dict[str, str]:
    """The label and key of `field`, as the metadata of an `attrs.field`.

    Type checkers know only `attrs.field`: its converter tells them what the field accepts.

    >>> @attrs.frozen(kw_only=True)
    ... class PressRelease(Value):
    ...     embargo: Moment | None = attrs.field(
    ...         default=None, converter=takes_moment, metadata=words(label="Embargoed until")
    ...     )
    >>> PressRelease(embargo="2025-09-12").embargo
    Moment.parse('2025-09-12')

    Raises:
        InvalidValue: *label* or *key* is not a text.
    """
    for name, word in ("label", label), ("key", key):
        must_be(name, word, (str, type(None)), "a text")
    said = {"snippetkit.label": label, "snippetkit.key": key}
    return {name: word for name, word in said.items() if word is not None}


def typing_only(*converters: Callable[[Any], Any]) -> None:
    """Declare that *converters* return their argument unchanged, and exist for type checkers only.

    They are not called if a value is known to be right. A type checker takes the type of an
    argument from the field's converter; the conversion itself is done by `Value`, which knows the
    field's name.
    """
    _TYPING_ONLY.update(converters)


def takes_moment(value: Moment | datetime.date | str | None) -> Moment | None:
    """A converter whose argument type says what you may pass for a `Moment | None`."""
    return cast("Moment | None", value)


def takes_mapping(value: Mapping[str, Any] | None) -> FrozenDict[Any]:
    """A converter whose argument type says what you may pass for a frozen mapping."""
    return cast("FrozenDict[Any]", value)


def takes_texts(value: Sequence[str] | None) -> tuple[str, ...]:
    """A converter whose argument type says what you may pass for a tuple of strings."""
    return cast("tuple[str, ...]", value)


typing_only(takes_moment, takes_mapping, takes_texts)


def texts_of(value: Any, path: str) -> tuple[str, ...]:
    """One string, or several, as a tuple.

    Raises:
        InvalidValue: they are none.

    >>> texts_of("Rubrik", "labels"), texts_of(["Rubrik", "Ressort"], "labels")
    (('Rubrik',), ('Rubrik', 'Ressort'))
    """
    if isinstance(value, str):
        return (value,)
    texts = tuple(value) if isinstance(value, Iterable) else (value,)
    if not all(isinstance(text, str) for text in texts):
        raise InvalidValue(path, f"must be texts, not {brief(value)}")
    return texts


def labels_of(value: Any) -> FrozenDict[tuple[str, ...]]:
    """Labels by field, each given as `texts_of` takes them.

    Raises:
        InvalidValue: they are none.
    """
    if not isinstance(value, Mapping):
        raise InvalidValue("labels", f"must be labels by field, not {brief(value)}")
    return FrozenDict(
        {field: texts_of(labels, f"labels.{field}") for field, labels in value.items()}
    )


class Value:
    """The base of the models: construction converts every field to its declared type, or refuses."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        values, settlers = _settlers(type(self))
        for given, (name, settle, default) in zip(values(self), settlers, strict=True):
            if given is not default:
                settled = settle(given, name)
                if settled is not given:
                    object.__setattr__(self, name, settled)

    # One for all the models: to write one for each takes attrs a tenth of the time of the import.
    def __repr__(self) -> str:
        members = [a for a in attrs.fields(cast(Any, type(self))) if a.repr]
        shown = [f"{a.name}={_shown(a, getattr(self, a.name))}" for a in members]
        return f"{type(self).__qualname__.rpartition('>.')[2]}({', '.join(shown)})"

    def evolve(self, **changes: Any) -> typing.Self:
        """A copy with *changes* made, checked as at construction; the class is kept.

        >>> from snippetkit import Person
        >>> Person(name="A. Khan").evolve(role="Editor").role
        'Editor'
        """
        return attrs.evolve(cast(Any, self), **changes)  # type: ignore[no-any-return]

    def __reduce_ex__(self, protocol: typing.SupportsIndex) -> Any:
        """How it is copied and pickled: of an heir without slots all fields, not those of its base alone."""
        cls = cast(Any, type(self))
        if not _inherits_state(cls):
            return super().__reduce_ex__(protocol)
        names = [a.name for a in attrs.fields(cls)]
        fields = {name: getattr(self, name) for name in names if hasattr(self, name)}
        return _restored, (cls, fields | vars(self))


@functools.cache
def _inherits_state(cls: Any) -> bool:
    """Whether what is copied of a *cls* is what a base with slots has: attrs says it for slots alone."""
    owner = next((one for one in cls.__mro__ if "__getstate__" in vars(one)), object)
    own_way = cls.__reduce__ is not object.__reduce__ or "__slots__" not in vars(owner)
    return cls.__dictoffset__ != 0 and not own_way


def _restored(cls: type[V], state: Mapping[str, Any]) -> V:
    """The instance of *cls* that had these attributes. Inverse of `Value.__reduce_ex__`."""
    made = cls.__new__(cls)
    for name, value in state.items():
        object.__setattr__(made, name, value)
    return made


def _shown(member: attrs.Attribute[Any], value: Any) -> str:
    return member.repr(value) if callable(member.repr) else repr(value)


def trusted(cls: type[V], said: Sequence[str] | None = None) -> Callable[[Sequence[Any]], V]:
    """A function that builds a *cls* from the values of the fields *said* (if None, of all, in order).

    The values must be of the right types. This is for readers, which build values by the thousand.
    It also serves a class with its own construction (validators, converters,
    ``__attrs_post_init__``, fields that cannot be set), but then all fields must be given; and no
    default of a field that is not given may come from a factory.
    """
    if said is None and not is_plain(cls):
        given = [member for member in attrs.fields(cast(Any, cls)) if member.init]
        return lambda values: cls(  # which has its own defaults: some are made of the other values
            **{a.alias: v for a, v in zip(given, values, strict=True) if v is not a.default}
        )
    members = attrs.fields(cast(Any, cls))
    told = [member.name for member in members] if said is None else said
    rest = {f"default_{a.name}": a for a in members if a.name not in told}
    lines = [
        "made = new(drafted)",
        f"[{', '.join([f'made.{name}' for name in told])}] = values",
        *(f"made.{a.name} = {default}" for default, a in rest.items()),
        "made.__class__ = cls",
        "return made",
    ]
    drafted = draft(cast(Any, cls))
    meant = {"new": drafted.__new__, "drafted": drafted, "cls": cls}
    return compiled("values", lines, meant | {name: a.default for name, a in rest.items()})


def compiled(arguments: str, lines: Iterable[str], names: dict[str, Any]) -> Callable[..., Any]:
    """A function with these *arguments* and *lines* of code, in which *names* are known.

    It does what a loop over fields would, in half the time. The code consists of the library's own
    words, numbers and names of fields, and contains nothing of a text.
    """
    exec(_code("\n ".join([f"def function({arguments}):", *lines])), names)  # noqa: S102  # see above
    return cast("Callable[..., Any]", names["function"])


@functools.lru_cache(maxsize=256)
def _code(text: str) -> types.CodeType:
    """Remembered: another instance of a format has the same words, and this is what takes long."""
    return compile(text, "<a function of fields>", "exec")


@functools.cache
def draft(cls: type) -> Any:
    """A subclass of *cls* that allows plain stores; with all fields set, it becomes a plain *cls*.

    The stores of a frozen class take four times as long.
    """
    body = {
        "__slots__": (),  # the same layout as its class, or an instance could not become one
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,  # or the stores are slow: one slot holds both methods
    }
    return type(cls)(cls.__name__, (cls,), body)


def forced(cls: type[V], values: Sequence[Any]) -> V:
    """An instance of *cls* with *values*, bypassing the class's own construction.

    A field that is not given (``init=False``) gets its default, or None. For tolerant reading only,
    where a refused value is reported as a defect instead.
    """
    made, given = cls.__new__(cls), iter(values)
    for member in attrs.fields(cast(Any, cls)):
        value = next(given) if member.init else member.default
        kept = left_out(member, made) if value is member.default else value
        object.__setattr__(made, member.name, None if kept is attrs.NOTHING else kept)
    return made


def left_out(member: attrs.Attribute[Any], made: object) -> Any:
    """The class's default for a field, if the other fields are as in *made*.

    `attrs.NOTHING` if there is none.
    """
    default: Any = member.default
    if not isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types it as a function
        return default
    try:
        return default.factory(made) if default.takes_self else default.factory()
    except Exception:  # noqa: BLE001  # what a user's class does may raise anything
        return attrs.NOTHING


def is_plain(cls: type) -> bool:
    """Whether constructing a *cls* only converts its fields and stores them in slots."""
    members = attrs.fields(cls)
    own_init = getattr(cls, "__attrs_post_init__", None) is not Value.__attrs_post_init__
    if own_init or any(a.validator or not a.init for a in members):
        return False
    if any(a.converter is not None and a.converter not in _TYPING_ONLY for a in members):
        return False
    slots = (getattr(cls, a.name, None) for a in members)
    return all(isinstance(slot, types.MemberDescriptorType) for slot in slots) and all(
        _is_settled(a.default, a.name, _settle(kind))
        for a, kind in zip(members, field_types(cls).values(), strict=True)
    )


def _is_settled(default: Any, name: str, settle: Settle | None) -> bool:
    """Whether a default is kept as it is."""
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        if default.takes_self:
            return False
        default = default.factory()
    try:
        return settle is None or default is attrs.NOTHING or settle(default, name) is default
    except InvalidValue:
        return False


def from_text(name: str) -> Callable[[type[V]], type[V]]:
    """Class decorator: a string passed for this model fills its field *name*."""

    def register(cls: type[V]) -> type[V]:
        _FROM_TEXT[cls] = name
        return cls

    return register


def text_field(cls: type) -> str | None:
    """The field that a string passed for a *cls* fills, as set by `from_text`; or None."""
    return next((_FROM_TEXT[base] for base in cls.__mro__ if base in _FROM_TEXT), None)


def field_types(cls: type) -> dict[str, Any]:
    """The declared types of the fields of *cls*, resolved and `unwrapped`, by name in order.

    Raises:
        InvalidValue: an annotation uses a name that cannot be found; `attrs.resolve_types` can
            supply it. Or the class has fields of its own and is not decorated.
    """
    if cls not in _TYPES:
        _refuse_undecorated(cls)
        members = attrs.fields(cls)
        if any(isinstance(a.type, str) for a in members):
            hints = _hints(cls)
        else:
            hints = {a.name: a.type or Any for a in members}
        variables = variables_of(cls)
        _TYPES[cls] = {a.name: unwrapped(hints.get(a.name, Any), variables) for a in members}
    return _TYPES[cls]


def _refuse_undecorated(cls: type) -> None:
    """Refuse a class whose fields attrs does not know: they would be at their defaults for ever."""
    own = {} if "__attrs_attrs__" in vars(cls) else cls.__annotations__
    fields = [name for name, kind in own.items() if name[0] != "_" and "ClassVar" not in str(kind)]
    if fields:
        what = f"declares {', '.join(fields)}, but is not decorated with attrs.frozen(kw_only=True)"
        raise InvalidValue(cls.__qualname__, what)


def _hints(cls: type) -> dict[str, Any]:
    try:
        return typing.get_type_hints(cls, include_extras=True)
    except NameError as error:
        raise InvalidValue(
            cls.__qualname__, f"has an annotation that says nothing here: {error}"
        ) from None


def _settlers(cls: type) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[_Rule, ...]]:
    """What gives the values of the fields that have a rule, and the rules."""
    if cls not in _SETTLERS:
        kinds = field_types(cls)
        # What the class computes (init=False) is its own, and may not be there yet.
        pairs = [(a, _settle(kinds[a.name])) for a in attrs.fields(cls) if a.init]
        rules = [(a.name, settle, _settled_default(a, settle)) for a, settle in pairs if settle]
        _SETTLERS[cls] = values_of([name for name, _, _ in rules]), tuple(rules)
    return _SETTLERS[cls]


def _settled_default(member: attrs.Attribute[Any], settle: Settle) -> Any:
    """The default that need not be settled again; `attrs.NOTHING` if there is none."""
    return member.default if _is_settled(member.default, member.name, settle) else attrs.NOTHING


def values_of(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that returns the values of these attributes, in order."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


def others_of(names: Iterable[str]) -> Callable[[Any, Any], list[str]]:
    """A function that returns those of these attributes that are not identical in two objects."""
    ifs = [f"if one.{name} is not other.{name}: found.append({name!r})" for name in names]
    return compiled("one, other", ["found = []", *ifs, "return found"], {})


def _settle(kind: Any) -> Settle | None:
    """The rule for a declared type, or None where anything goes."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _settle_union(kind, args)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return several(tuple, ((list, tuple), "a list or tuple"), _settle(args[0]))
    if (origin or kind) is FrozenDict:
        return _settle_mapping(str if args == (str,) else None)
    if origin is None and _is_askable(kind):
        return _settle_class(kind)
    return rule(kind, _settle)


def _is_askable(kind: Any) -> bool:
    """Whether it is a class that a value can be an instance of: a TypedDict is none."""
    try:
        return isinstance(kind, type) and not isinstance(attrs.NOTHING, kind)
    except TypeError:
        return False


def _settle_union(kind: Any, args: tuple[Any, ...]) -> Settle | None:
    inner = [arg for arg in args if arg is not type(None)]
    if len(inner) != 1:
        return rule(kind, _settle)
    settle = _settle(inner[0])
    if settle is None:
        return None
    return lambda value, path: None if value is None else settle(value, path)


def _settle_mapping(kind: type | None) -> Settle:
    def settle(value: Any, path: str) -> Any:
        if value is None:
            return EMPTY
        if not isinstance(value, Mapping):
            raise wrong(path, "a mapping", value)
        if not value and type(value) is FrozenDict:
            return value
        frozen = cast("FrozenDict[Any]", freeze(value, path))
        for key, item in frozen.items():
            if kind is not None and not isinstance(item, kind):
                raise wrong(f"{path}.{key}", kind.__name__, item)
        return frozen

    return settle


def _settle_class(kind: type) -> Settle:
    def settle(value: Any, path: str) -> Any:
        if isinstance(value, kind):
            return value
        filled = text_field(kind)
        if filled is not None and isinstance(value, str):
            return kind(**{filled: value})
        raise wrong(path, kind.__name__, value)

    return settle


def _settle_str(value: Any, path: str) -> str:
    if type(value) is str:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    raise wrong(path, "str", value)


def _settle_bool(value: Any, path: str) -> bool:
    if isinstance(value, bool):
        return value
    raise wrong(path, "bool", value)


def _settle_int(value: Any, path: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return cast(int, freeze(value, path))
    raise wrong(path, "int", value)


def _settle_float(value: Any, path: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return cast(float, freeze(value, path))
    raise wrong(path, "float", value)


def _settle_day(value: Any, path: str) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    raise wrong(path, "date", value)  # a datetime is a date for Python, and would lose its time


def _settle_moment(value: Any, path: str) -> Moment:
    if type(value) is Moment:
        return value
    if isinstance(value, Moment):
        heir = type(value).__name__
        raise InvalidValue(path, f"must be a Moment itself, not a {heir}, which no text can say")
    if not isinstance(value, str | datetime.date):
        raise wrong(path, "Moment, date, datetime or an ISO 8601 text", value)
    try:
        return as_moment(value)
    except InvalidValue as error:
        raise InvalidValue(path, error.reason) from None


_PLAIN: dict[Any, Settle | None] = {
    Any: None,
    str: _settle_str,
    bool: _settle_bool,
    int: _settle_int,
    float: _settle_float,
    datetime.date: _settle_day,
    Moment: _settle_moment,
}
