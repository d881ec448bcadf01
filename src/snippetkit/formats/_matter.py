"""Codecs of front matter: plain trees, with names, dates and datelines as people write them.

A model may have keys that its class does not know: they are passed over, and `unread` says which.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import types
from collections.abc import Mapping
from typing import Any, TypeAlias, cast

import attrs

from snippetkit.convert import Model, is_heir, item_of, model_of, optional, structure, unstructure
from snippetkit.datelines.manner import Tongues
from snippetkit.formats._codec import Codec, Typed, Whole, says
from snippetkit.formats._moments import Dates, Days, Times
from snippetkit.formats._spelling import holds_empty, own_codec, spelling
from snippetkit.formats._texts import Body, Text
from snippetkit.model import Category, Dateline, Moment, Person, Source, same
from snippetkit.model.value import text_field
from snippetkit.syntax.tree import Plain

__all__ = ["Many", "One", "Steps", "codec_of"]

Steps: TypeAlias = "tuple[int | str, ...]"
"""The way to a part of a plain tree: keys, and numbers of items."""
_Said: TypeAlias = "dict[int, list[tuple[Any, Plain]]]"


@attrs.frozen
class _Words:
    """A text; numbers and truth values are taken as they are spelled."""

    def decode(self, plain: Plain) -> str | None:
        if type(plain) is str:
            return plain
        if isinstance(plain, bool):
            return str(plain).lower()
        if isinstance(plain, int | float):
            return repr(plain)
        return None if plain is None else Text().decode(plain)

    def encode(self, value: str | None, like: Plain) -> Plain:
        return value

    def fit(self, value: str) -> str:
        return Body().fit(value)


@attrs.frozen
class _Dates(Dates):
    """A date as people write it, unquoted; nothing says that there is none."""

    def decode(self, plain: Plain) -> Moment | None:
        text = plain if type(plain) is str else _Words().decode(plain)
        return Dates.decode(self, text.strip(" ")) if text else None

    def encode(self, value: Moment | None, like: Plain) -> Plain:
        return None if value is None else Dates.encode(self, value, _Words().decode(like))


@attrs.frozen
class _Line:
    """What a line has a spelling for, as people write it; nothing says that there is none."""

    codec: Codec

    def decode(self, plain: Plain) -> Any:
        text = _Words().decode(plain)
        return None if text is None else self.codec.decode(text)

    def encode(self, value: Any, like: Plain) -> Plain:
        return None if value is None else self.codec.encode(value, like)

    def fit(self, value: Any) -> Any:
        return self.codec.fit(value)


@attrs.frozen(slots=False)
class _Typed(Typed):
    """A value by its declared type; nothing, and an empty text that is none, say that there is none."""

    def decode(self, plain: Plain) -> Any:
        is_said = plain is not None and (plain != "" or holds_empty(self.kind))
        return super().decode(plain) if is_said else None

    def encode(self, value: Any, like: Plain) -> Plain:
        return None if value is None else super().encode(value, like)


@attrs.frozen
class One(Whole):
    """A model: by its bare name where that is all, else as a mapping; unknown keys are passed over.

    They are no part of the value, so that the article has them in its ``extra``; see `unread`.
    """

    kind: type

    def decode(self, plain: Plain) -> Any:
        return None if plain is None or plain == "" else self._made(plain)

    def _made(self, plain: Plain) -> Any:
        if type(plain) is str:
            return _named(self.kind, plain)
        if isinstance(plain, Mapping):
            keys = _keys(self.kind)
            return structure({k: part for k, part in plain.items() if k in keys}, self.kind)
        return structure(_Words().decode(plain), self.kind)

    def unread(self, plain: Plain) -> list[tuple[str, Steps]]:
        """The ways to the keys that are passed over, in words and in steps."""
        return [(f".{key}", (key,)) for key in self._others(plain)]

    def _others(self, plain: Plain) -> list[str]:
        """The keys of a mapping that are none of the model's."""
        keys = plain if isinstance(plain, Mapping) else ()
        return [key for key in keys if key not in _keys(self.kind)]

    def encode(self, value: Any, like: Plain) -> Plain:
        if value is None or says(self, like, value):
            return None if value is None else like
        unread: dict[str, Plain] = {key: cast(Any, like)[key] for key in self._others(like)}
        bare = getattr(value, text_field(self.kind) or "", None)
        told = bare is not None and says(self, bare, value)
        if told and not unread:
            return cast(Plain, bare)
        made = cast("dict[str, Plain]", unstructure(value, self.kind))
        return _in_order_of(like, made, unread)


def _in_order_of(like: Plain, made: dict[str, Plain], unread: dict[str, Plain]) -> Plain:
    """*made* and *unread* in the order of *like*; what it does not have goes behind the last of *made*."""
    both = {**made, **unread}
    there = [key for key in like if key in both] if isinstance(like, Mapping) else []
    at = max((at for at, key in enumerate(there, 1) if key in made), default=0)
    new = [key for key in made if key not in there]
    return {key: both[key] for key in [*there[:at], *new, *there[at:]]}


@functools.cache
def _keys(kind: type) -> frozenset[str]:
    """The keys of a model in a mapping."""
    return frozenset(key for key, _, _ in cast(Model, model_of(kind)).members)


@functools.lru_cache(maxsize=4096)
def _named(kind: type, name: str) -> Any:
    return structure(name, kind)


@attrs.frozen
class _OneOfMany(One):
    """A model in a list: there an empty name is a name."""

    def decode(self, plain: Plain) -> Any:
        return self._made(plain)


@attrs.frozen
class _Datelines(One):
    """A dateline as it is printed, or as a mapping."""

    tongues: Tongues = ()

    def decode(self, plain: Plain) -> Any:
        return self._line.decode(plain) if isinstance(plain, str) else super().decode(plain)

    def encode(self, value: Any, like: Plain) -> Plain:
        try:
            if not self.unread(like):
                return spelling(self._line, self.tongues).encode(value, like)
        except ValueError:
            pass
        return super().encode(value, like)

    @property
    def _line(self) -> Codec:
        """That of a line."""
        return cast(Codec, own_codec(self.kind))


@attrs.frozen
class _Signed(_OneOfMany):
    """A person of a list: as a by-line names one, or as a mapping."""

    def decode(self, plain: Plain) -> Any:
        found: Any = _line(self.kind).decode(plain) if isinstance(plain, str) else ()
        return found[0] if len(found) == 1 else super().decode(plain)


@attrs.frozen
class Many:
    """Names or dates in a list, or in one text with commas; a name with more to it is a mapping."""

    kind: type
    tongues: Tongues = ()

    def decode(self, plain: Plain) -> tuple[Any, ...]:
        if plain is None:
            return ()
        if isinstance(plain, list):
            return tuple([self._one(item) for item in plain])
        if isinstance(plain, Mapping):
            return (self._one(plain),)
        return cast("tuple[Any, ...]", _line(self.kind).decode(cast(str, _Words().decode(plain))))

    def encode(self, value: tuple[Any, ...], like: Plain) -> Plain:
        if isinstance(like, str) and like:
            try:
                return spelling(_line(self.kind), self.tongues).encode(value, like)
            except ValueError:
                pass
        old = like if isinstance(like, list) else [like]
        said = _by_hash(_item_codec(self.kind), old)
        if isinstance(like, Mapping) and len(value) == 1:
            return self._item(value[0], said, like)
        there = old if len(old) == len(value) else [None] * len(value)
        return [self._item(one, said, before) for one, before in zip(value, there, strict=True)]

    def unread(self, plain: Plain) -> list[tuple[str, Steps]]:
        """The ways to the keys that are passed over: those of a mapping alone as of a list of it."""
        codec = _item_codec(self.kind)
        if not isinstance(codec, One):
            return []
        if not isinstance(plain, list):
            return [(f"[0]{way}", steps) for way, steps in codec.unread(plain)]
        items = enumerate(map(codec.unread, plain))
        return [(f"[{n}]{way}", (n, *steps)) for n, unread in items for way, steps in unread]

    def fit(self, value: tuple[Any, ...]) -> tuple[Any, ...] | None:
        return cast("tuple[Any, ...] | None", _line(self.kind).fit(value))

    def _one(self, item: Plain) -> Any:
        found = None if isinstance(item, list) else _item_codec(self.kind).decode(item)
        if item is None or found is None:
            raise ValueError("a list of names or dates holds something else")
        return found

    def _item(self, one: Any, said: _Said, before: Plain) -> Plain:
        """How *one* was spelled if it stood there; else in the manner of what its place had."""
        alike = (item for value, item in said.get(_hash(one), ()) if same(value, one))
        codec = spelling(_item_codec(self.kind), self.tongues)
        return codec.encode(one, next(alike, before))


def _by_hash(codec: Codec, items: list[Plain]) -> _Said:
    """The values that *items* say, each with its item, by the hash of the value."""
    said: _Said = {}
    for item in items:
        with contextlib.suppress(ValueError):
            value = codec.decode(item)
            said.setdefault(_hash(value), []).append((value, item))
    return said


def _hash(value: Any) -> int:
    try:
        return hash(value)
    except Exception:  # noqa: BLE001  # a user's class may have none, or raise anything
        return 0


@functools.cache
def _line(kind: Any) -> Codec:
    """How several stand in one text."""
    return cast(Codec, own_codec(types.GenericAlias(tuple, (kind, ...))))


@functools.cache
def _item_codec(kind: Any) -> Codec:
    """How one of several stands in a list."""
    if kind in (str, Moment):
        return _CODECS[kind]
    return _Signed(kind) if issubclass(kind, Person) else _OneOfMany(kind)


_CODECS: dict[Any, Codec] = {str: _Words(), Moment: _Dates()}
_CODECS |= {datetime.date: _Line(Days()), datetime.datetime: _Line(Times())}


@functools.cache
def codec_of(kind: Any) -> Codec:
    """How a value of a declared type is spelled; an heir as its base is."""
    kind = optional(kind) or kind
    item = item_of(kind)
    if item in (str, Moment) or is_heir(item, Category) or is_heir(item, Person):
        return Many(item)
    if is_heir(kind, Dateline):
        return _Datelines(kind)
    return _CODECS.get(kind) or (One(kind) if is_heir(kind, Source) else _Typed(kind))
