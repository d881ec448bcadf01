"""Codecs for values that newsrooms spell on a line of text, one for each kind of value.

Each codec has `decode` and `encode`, inverse functions, and `fit`: see `snippetkit.formats.Codec`.
`encode` keeps the style of the old spelling.
"""

from __future__ import annotations

import contextlib
import datetime
import enum
import functools
from typing import Any, cast, get_args

import attrs

from snippetkit import bylines, datelines
from snippetkit.convert import is_heir, item_of, optional, recast, structure, unstructure
from snippetkit.datelines.manner import Tongues
from snippetkit.formats._codec import Codec, Whole, holds, says
from snippetkit.formats._links import Sources
from snippetkit.formats._moments import DateList, Dates, Days, Times
from snippetkit.formats._names import Names
from snippetkit.formats._texts import UNFIT, Text, text_of
from snippetkit.model import Category, Dateline, Moment, Person, Source, same
from snippetkit.model.value import Value
from snippetkit.syntax import json
from snippetkit.syntax.tree import Plain, Scan, spliced

__all__ = [
    "Bylines",
    "Datelines",
    "Heirs",
    "Inline",
    "Number",
    "OrJson",
    "codec_for",
    "holds_empty",
    "own_codec",
    "spelling",
]


@attrs.frozen
class Bylines:
    """Persons on a line, as by-lines name them: ``Ayesha Khan, Staff Writer, and B. Ali``."""

    def decode(self, plain: Plain) -> tuple[Person, ...]:
        """The persons in order; inverse of `encode`."""
        return bylines.read(text_of(plain))

    def encode(self, value: tuple[Person, ...], like: Plain) -> Plain:
        """The persons in the manner of *like*; inverse of `decode`."""
        return bylines.write(value, like if isinstance(like, str) else None)

    def fit(self, value: tuple[Person, ...]) -> tuple[Person, ...]:
        """The persons that a line can hold, some of them by their bare names."""
        bare = [self._fitting(one) for one in value]
        return tuple([one for one in bare if self._holds((one,))])

    def _fitting(self, one: Person) -> Person:
        return one if self._holds((one,)) else Person(name=Text().fit(one.name))

    def _holds(self, value: tuple[Person, ...]) -> bool:
        is_spelled = holds(self, value)
        return is_spelled and UNFIT.search(cast(str, self.encode(value, None))) is None


@attrs.frozen
class Datelines(Whole):
    """``Tashkent, September 12, 2025 (AP)``: place, date and agency, each of which may be missing."""

    tongues: Tongues = ()
    """As those of `Dates`."""

    def decode(self, plain: Plain) -> Dateline | None:
        """The dateline; inverse of `encode`."""
        text = text_of(plain)
        return datelines.read(text) if text else None

    def encode(self, value: Dateline | None, like: Plain) -> Plain:
        """The dateline, each part in the manner of *like*; inverse of `decode`."""
        if value is None:
            raise ValueError("nothing says that there is no dateline")
        return datelines.write(value, like if isinstance(like, str) else None, self.tongues)


@attrs.frozen
class Number(Whole):
    """``true``/``false`` (also ``yes``/``no``), whole and decimal numbers, as JSON spells them.

    Empty says none.
    """

    kind: type

    def decode(self, plain: Plain) -> Any:
        """The number or truth value; inverse of `encode`."""
        text = text_of(plain)
        if not text:
            return None
        if self.kind is bool and text.lower() in _TRUTHS:
            return _TRUTHS[text.lower()]
        return structure(_as_json(text), self.kind)

    def encode(self, value: Any, like: Plain) -> Plain:
        """As JSON spells it, or yes and no where such a word stood; inverse of `decode`."""
        if isinstance(value, bool):
            manner = like.lower() if isinstance(like, str) else ""
            return ("yes" if value else "no") if manner in ("yes", "no") else str(value).lower()
        return repr(value)


def _as_json(text: str) -> Plain:
    """What *text* says in JSON; the text itself, if it is none."""
    scan = _entry(text)[1]
    return text if scan is None else scan.slots[0].value


def _as_changed(text: str, plain: Plain) -> str:
    """JSON changed to say *plain*: what stays the same keeps its spelling; what is no JSON is kept."""
    entry, scan = _entry(text)
    if scan is None:
        return text
    return spliced(entry, json.replace(entry, scan, 0, plain))[len(_BEFORE) : -1]


def _entry(text: str) -> tuple[str, Scan | None]:
    """An object that has *text* as its value, and its scan; None for that if *text* is no JSON."""
    entry = f"{_BEFORE}{text}}}"
    scan = json.scan(entry, 0, len(entry))
    return entry, None if scan.flaws or len(scan.slots) != 1 else scan


_BEFORE = '{"value": '


_TRUTHS = {"true": True, "false": False, "yes": True, "no": False}


@functools.cache
def holds_empty(kind: Any) -> bool:
    """Whether an empty text is how a value of type *kind* is spelled: a text, bytes, some choice."""
    try:
        return unstructure(structure("", kind), kind) == ""
    except ValueError:
        return False


@attrs.frozen
class Inline(Whole):
    """Anything else: a word where a word says it all (dates, enumerations), or JSON on one line.

    Empty says none, unless there is a value that is spelled so.
    """

    kind: Any

    def decode(self, plain: Plain) -> Any:
        """The value of the declared type; inverse of `encode`."""
        text = text_of(plain)
        if not text and not holds_empty(self.kind):
            return None
        said = [_as_json(text), text]
        is_json = text[:1] in ("{", "[", '"') or self._is_mixed
        first, second = said if is_json else reversed(said)
        try:
            return structure(first, self.kind)
        except ValueError:
            with contextlib.suppress(ValueError):
                return structure(second, self.kind)
            raise

    def encode(self, value: Any, like: Plain) -> Plain:
        """The value as a word or as JSON, which changes no more of *like* than it must; inverse of `decode`."""
        if value is None and is_heir(self.kind, enum.Enum):
            raise ValueError("nothing says that there is none")
        plain = unstructure(value, self.kind)
        line = json.spelled(plain, json.ON_ONE_LINE, 1)
        is_json = isinstance(like, str) and like[:1] in ("{", "[")
        changed = [like, _as_changed(cast(str, like), plain)] if is_json else []
        for spelled in (*changed, plain, line):
            if isinstance(spelled, str) and says(self, spelled, value):
                return spelled
        raise ValueError(f"{line[:80]} would read as something else on a line")

    @property
    def _is_mixed(self) -> bool:
        """Whether it is a number or a text: then what is a number is none of the texts, without quotes."""
        kinds = get_args(self.kind)
        return str in kinds and not {int, float, bool}.isdisjoint(kinds)


@attrs.frozen
class Heirs:
    """Values of an heir, spelled as those of its base are: what the heir adds has no place there."""

    codec: Any
    base: type
    kind: type

    def decode(self, plain: Plain) -> Any:
        """The values, with what the heir adds at its defaults; inverse of `encode`."""
        return _recast(self.kind, self.codec.decode(plain))

    def encode(self, value: Any, like: Plain) -> Plain:
        """As the base's; inverse of `decode`."""
        bare = _recast(self.base, value)
        if not same(_recast(self.kind, bare), value):
            raise ValueError(f"what a {self.kind.__name__} adds has no place on a line")
        return cast(Plain, self.codec.encode(bare, like))

    def fit(self, value: Any) -> Any:
        """What fits of the base's."""
        return _recast(self.kind, self.codec.fit(_recast(self.base, value)))


@attrs.frozen
class OrJson:
    """Values in a spelling of their own, or as JSON on the line where there is more to say."""

    codec: Any
    kind: Any

    def decode(self, plain: Plain) -> Any:
        """The values; inverse of `encode`."""
        text = text_of(plain)
        said = _as_json(text) if text[:1] in ("{", "[") else text
        if said is not text:
            with contextlib.suppress(ValueError):
                return structure(said, self.kind)
        return self.codec.decode(text)

    def encode(self, value: Any, like: Plain) -> Plain:
        """In their own spelling, if it says them all; inverse of `decode`."""
        with contextlib.suppress(ValueError):
            spelled = self.codec.encode(value, like)
            if same(self.decode(spelled), value):
                return cast(Plain, spelled)
        return Inline(self.kind).encode(value, like)

    def fit(self, value: Any) -> Any:
        """What fits of them in their own spelling."""
        return self.codec.fit(value)


def _recast(kind: type, value: Any) -> Any:
    """One or several values as values of another class; see `snippetkit.convert.recast`."""
    if isinstance(value, tuple):
        return tuple([recast(kind, one) for one in value])
    return None if value is None else recast(kind, value)


_CODECS: dict[Any, Codec] = {
    str: Text(),
    Moment: Dates(),
    Source: Sources(),
    Dateline: Datelines(),
    datetime.date: Days(),
    datetime.datetime: Times(),
    bool: Number(bool),
    int: Number(int),
    float: Number(float),
}
_LISTS: dict[Any, Codec] = {
    str: Names(),
    Moment: DateList(),
    Category: Names(Category),
    Person: Bylines(),
}


def spelling(codec: Codec, tongues: Tongues) -> Codec:
    """*codec*, for dates in the first of *tongues* that spells the old one so; others as they are."""
    members = {member.name for member in getattr(type(codec), "__attrs_attrs__", ())}
    if "tongues" in members:
        return cast(Codec, attrs.evolve(cast(Any, codec), tongues=tongues))
    if "codec" in members:
        inner = cast(Any, codec).codec
        told = spelling(inner, tongues)
        return codec if told is inner else cast(Codec, attrs.evolve(cast(Any, codec), codec=told))
    return codec


def codec_for(kind: Any) -> Codec:
    """The codec of a declared type on a line of text; ``X | None`` is spelled as ``X``.

    >>> codec_for(tuple[str, ...]).decode("rain, snow")
    ('rain', 'snow')
    """
    found = own_codec(kind)
    if found is None:
        return Inline(optional(kind) or kind)
    return OrJson(found, optional(kind) or kind) if isinstance(found, Heirs) else found


def own_codec(kind: Any) -> Codec | None:
    """The codec of a type that has a spelling of its own on a line: an heir of a model, its base's."""
    kind = optional(kind) or kind
    item = item_of(kind)
    table, one = (_CODECS, kind) if item is None else (_LISTS, item)
    if one in table:
        return table[one]
    models = [base for base in table if issubclass(base, Value) and is_heir(one, base)]
    return Heirs(table[models[0]], models[0], one) if models else None
