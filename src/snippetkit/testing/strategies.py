"""Strategies for articles, whose fields are missing, empty, typical of newsrooms, or hostile."""

from __future__ import annotations

import datetime
import decimal
import enum
import functools
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias, TypeVar, cast, overload

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from snippetkit.convert import default_of, item_of, set_or_list
from snippetkit.errors import must_be
from snippetkit.formats import Format
from snippetkit.model import (
    Article,
    Category,
    Dateline,
    FrozenDict,
    Link,
    Media,
    Moment,
    Person,
    Source,
)
from snippetkit.model.value import Value, field_types, text_field
from snippetkit.syntax.headers import BODY
from snippetkit.testing.moments import moments, spelled_dates

__all__ = [
    "TRAPS",
    "articles",
    "categories",
    "datelines",
    "extras",
    "fragments_of",
    "links",
    "media",
    "moments",
    "persons",
    "plain_values",
    "sources",
    "spelled_dates",
    "texts",
    "values",
]

A = TypeVar("A", bound=Article)
Strategy: TypeAlias = "st.SearchStrategy[Any]"

TRAPS = (
    *("", " ", "\t", "  ", "\n", "\r\n", "\r", "\n\n"),
    *("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f"),
    *("\x85", "\xa0", "\u2028", "\u2029", "\u3000"),
    *("\ufeff", "\x00", "\x1b", "\x7f", "\x9f", "\ufffe"),
    *("\ud800", "\udc00", "\ud83d\ude00", "\U0001f600"),
    *("\u200b", "\u200c", "\u200d", "\u202e", "\u2066"),
    *("\u00e9", "e\u0301", "\ufb01", "\u0130", "\u0131"),
    *("\u212a", "\u017f", "\u00df", "\u0663", "\u2460"),
    *('"', "'", "\\", "\\n", "\\u0041", "/", "`", "#"),
    *("# ", "## ", " #", ":", ": ", "=", ",", ", ", ";"),
    *("|", "-", "- ", " - ", "_", "*", "**", "&a"),
    *("*a", "!", "%", "@", "?", "~", ">", "<", "&amp;"),
    *("{", "}", "[", "]", "(", ")", "---", "+++", "..."),
    *("\n---\n", "\n+++\n", "\n\n", "//", "://", "From "),
    *("null", "true", "yes", "no", "1", "010", "1e3"),
    *("-0.0", "nan", "12:30:00", "2024-01-01", "10:11"),
)
"""Pieces of text that break naive code; each has broken some."""

_MARKS = tuple("#\"'`[]{}()<>|&*!%@?:;,.-_=+~/\\ \t\n\r\x85\ufeff")
"""What means something at the beginning or end of a text, in one syntax or another."""

_TITLES = (
    "Rain at last",
    "Uzbekistan Advances Digital Security Cooperation",
    "Council votes 7-2 to keep the ferry",
    "پنجاب میں بارش",
    "持续降雨",
    "المطر أخيرا",
    "What we know so far: a timeline",
)
_BODIES = (
    "It rained.\n",
    "The Republic of Uzbekistan, as a founding member, took part.\n\nIt said so itself.\n",
    "لاہور میں بارش ہوئی۔\n\nکسان خوش ہیں۔\n",
    "Farmers were glad.\r\n\r\nSo were the frogs.\r\n",
    "北京下雨了。",
)
_NAMES = ("Weather", "World", "English", "Food and Drink", "خبریں", "国际", "Sport")
_PLAIN: dict[str, tuple[str, ...]] = {
    "id": ("post-17", "3b2f", "https://rki.news/?p=17"),
    "url": ("https://rki.news/rain", "/2025/rain.html", "https://example.org/?q=rain&lang=ur"),
    "title": _TITLES,
    "subtitle": ("Fields dry since March", "کسان خوش"),
    "summary": ("The first rain of the year fell on Monday.", "今年的第一场雨。"),
    "body": _BODIES,
    "byline": ("By Ayesha Khan in Lahore", "Staff report"),
    "language": ("en", "ur", "zh-Hans"),
    "rights": ("© 2025 Radio Kiwi", "CC BY 4.0"),
    "name": (*_NAMES, "Ayesha Khan", "News desk"),
    "place": ("Tashkent", "NAIROBI, Kenya", "Lahore"),
    "agency": ("AP", "PRNewswire"),
    "href": ("https://rki.news/rain.jpg", "photo.jpg", "#top"),
}
"""What newsrooms write into a field; a field of another name gets a word."""
_WORDS = ("rain", "Weather", "A. Khan", "Lahore 2025", "بارش", "下雨", "x")
_LABELS = ("Editor", "Contact", "Case", "weight", "layout", "نگران")
_TAKEN = (
    "title",
    "Category",
    "extra",
    "$schema",
    "body",
    "#body",
    "#title",
    "tags",
    "Published on",
    "Title",
)
"""Names that mean something somewhere: for unknown entries of the same name."""


def texts(fragments: Iterable[str] = ()) -> st.SearchStrategy[str]:
    """Any text, including lone surrogates, often with `TRAPS` and *fragments* in it.

    >>> from hypothesis import find
    >>> "Category: " in find(texts(["Category: "]), lambda text: "Category: " in text)
    True
    """
    return _texts(tuple(fragments))


@functools.cache
def _texts(fragments: tuple[str, ...]) -> st.SearchStrategy[str]:
    # Lists of pieces: a sampled alphabet joined with characters() would be merged into one uniform set.
    any_text = st.text(st.characters(exclude_categories=()), max_size=3)
    own = [st.sampled_from(fragments)] if fragments else []
    trap = st.one_of(st.sampled_from((*fragments, *TRAPS)), st.sampled_from(_MARKS))
    piece = st.one_of(*own, st.sampled_from(TRAPS), st.sampled_from(_WORDS), any_text)
    # What a text begins or ends with is where most formats look.
    around = st.tuples(st.sampled_from(_WORDS), trap, st.booleans()).map(_beside)
    return st.one_of(st.lists(piece, max_size=5).map("".join), around, st.text(max_size=5))


def _beside(parts: tuple[str, str, bool]) -> str:
    word, trap, before = parts
    return trap + word if before else word + trap


def categories(fragments: Iterable[str] = ()) -> st.SearchStrategy[Category]:
    """Categories: some only a name, some with slugs, schemes, codes, parents and labels."""
    return cast("st.SearchStrategy[Category]", values(Category, fragments))


def persons(fragments: Iterable[str] = ()) -> st.SearchStrategy[Person]:
    """Persons: some only a name, some with roles, addresses and affiliations."""
    return cast("st.SearchStrategy[Person]", values(Person, fragments))


def sources(fragments: Iterable[str] = ()) -> st.SearchStrategy[Source]:
    """Sources: some only a name or domain, some with everything; time zones are installed ones."""
    return cast("st.SearchStrategy[Source]", values(Source, fragments))


def datelines(fragments: Iterable[str] = ()) -> st.SearchStrategy[Dateline]:
    """Datelines with any of their parts."""
    return cast("st.SearchStrategy[Dateline]", values(Dateline, fragments))


def links(fragments: Iterable[str] = ()) -> st.SearchStrategy[Link]:
    """Links with any target and text."""
    return cast("st.SearchStrategy[Link]", values(Link, fragments))


def media(fragments: Iterable[str] = ()) -> st.SearchStrategy[Media]:
    """Pictures, sound and film with any address."""
    return cast("st.SearchStrategy[Media]", values(Media, fragments))


def extras(fragments: Iterable[str] = ()) -> st.SearchStrategy[FrozenDict[Any]]:
    """Values of `Article.extra`: nested JSON values under any names."""
    return _extras(tuple(fragments))


@functools.cache
def _extras(fragments: tuple[str, ...]) -> Strategy:
    wide = texts(fragments)
    keys = st.one_of(st.sampled_from(_LABELS), st.sampled_from(_TAKEN), wide)
    entries = st.dictionaries(keys, st.one_of(wide, _trees(wide, keys)), max_size=3)
    return st.one_of(_plain_extras(), entries.map(FrozenDict))


@functools.cache
def _plain_extras() -> Strategy:
    return st.dictionaries(st.sampled_from(_LABELS), st.sampled_from(_WORDS), max_size=3).map(
        FrozenDict
    )


def _trees(wide: st.SearchStrategy[str], keys: st.SearchStrategy[str]) -> Strategy:
    leaves = st.one_of(st.none(), st.booleans(), _integers(), _floats(), wide)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)
        ),
        max_leaves=5,
    )


def _integers() -> st.SearchStrategy[int]:
    return st.one_of(
        st.integers(-3, 1000), st.integers(), st.sampled_from([2**53 + 1, 2**64, -(10**400)])
    )


def _floats() -> st.SearchStrategy[float]:
    return st.one_of(
        st.sampled_from([0.0, -0.0, 1.0, 1e300, 0.1]),
        st.floats(allow_nan=False, allow_infinity=False),
    )


def values(kind: Any, fragments: Iterable[str] = ()) -> Strategy:
    """Any value of the declared type *kind*: empty, plain or hostile, or None if allowed.

    Values of types that the library does not know are drawn with `hypothesis.strategies.from_type`.
    """
    return _values(kind, tuple(fragments), "", 0)


def plain_values(kind: Any, name: str = "") -> Strategy:
    """Typical values of the declared type *kind* for a field called *name*."""
    return _values(kind, None, name, 0)


_MOST_NESTED = 2


@functools.cache
def _values(kind: Any, fragments: tuple[str, ...] | None, name: str, depth: int) -> Strategy:
    """Values of *kind*; plain ones if *fragments* is None. *depth* counts models inside models."""
    if kind in _SIMPLE:
        return cast(Strategy, _SIMPLE[kind](fragments, name))
    if (typing.get_origin(kind) or kind) is FrozenDict:
        is_of_texts = typing.get_args(kind) == (str,)
        return _texts_by_language(fragments) if is_of_texts else _extra_values(fragments)
    if isinstance(kind, type) and issubclass(kind, Value):
        return _models(kind, fragments, depth)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return st.sampled_from(kind)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in _OF_PARTS and args:
        inner = [one for one in args if one is not Ellipsis]
        return _of_parts(kind, [_values(one, fragments, name, depth) for one in inner])
    return st.from_type(kind)


_OF_PARTS = (
    *(types.UnionType, typing.Union, tuple, dict, Mapping),
    *(list, set, frozenset, Sequence, AbstractSet),
)


def _of_parts(kind: Any, parts: list[Strategy]) -> Strategy:
    """Values of a type with others inside, of the strategies for these."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*parts)
    if origin in (dict, Mapping):
        return st.dictionaries(*parts, max_size=3)
    make, item = set_or_list(kind) or (tuple, item_of(kind))
    return st.tuples(*parts) if item is None else st.lists(parts[0], max_size=3).map(make)


def _string_values(fragments: tuple[str, ...] | None, name: str) -> Strategy:
    plain = st.sampled_from(_PLAIN.get(name, _WORDS))
    return plain if fragments is None else st.one_of(plain, st.just(""), texts(fragments))


_SIMPLE: dict[Any, Any] = {
    str: _string_values,
    type(None): lambda fragments, name: st.none(),
    bool: lambda fragments, name: st.booleans(),
    int: lambda fragments, name: st.integers(1, 2000) if fragments is None else _integers(),
    float: lambda fragments, name: (
        st.sampled_from([0.5, 12.25]) if fragments is None else _floats()
    ),
    Moment: lambda fragments, name: moments(),
    Any: lambda fragments, name: st.sampled_from(_WORDS),
    decimal.Decimal: lambda fragments, name: (
        st.sampled_from([decimal.Decimal("12.50"), decimal.Decimal(3)])
        if fragments is None
        else st.decimals(allow_nan=False, allow_infinity=False)
    ),
    # No fold: it says nothing without a named zone.
    datetime.time: lambda fragments, name: st.times(timezones=_offsets()).map(_unfolded),
    datetime.datetime: lambda fragments, name: st.datetimes(timezones=_offsets()).map(_unfolded),
}


def _unfolded(value: Any) -> Any:
    return value.replace(fold=0)


def _offsets() -> Strategy:
    """No zone, or one at whole minutes from UTC."""
    minutes = st.integers(-14 * 60, 14 * 60).map(lambda n: datetime.timedelta(minutes=n))
    return st.one_of(st.none(), minutes.map(datetime.timezone))


def _texts_by_language(fragments: tuple[str, ...] | None) -> Strategy:
    keys = st.sampled_from(["en", "ur", "zh-Hans"])
    inner = _string_values(fragments, "name")
    wide = keys if fragments is None else st.one_of(keys, texts(fragments))
    return st.dictionaries(wide, inner, max_size=2).map(FrozenDict)


def _extra_values(fragments: tuple[str, ...] | None) -> Strategy:
    return _plain_extras() if fragments is None else extras(fragments)


def _models(kind: type, fragments: tuple[str, ...] | None, depth: int) -> Strategy:
    """A model by the text that stands for it, where one can; or with any of its fields."""
    parts = {
        field: _part(kind, field, hint, fragments, depth)
        for field, hint in field_types(kind).items()
    }
    full = built(kind, {field: part for field, part in parts.items() if part is not None})
    filled = text_field(kind)
    if filled is None:
        return full
    bare = _values(str, fragments, filled, depth).map(lambda text: kind(**{filled: text}))
    return bare if fragments is None else st.one_of(bare, full)


def _part(
    kind: type, field: str, hint: Any, fragments: tuple[str, ...] | None, depth: int
) -> Strategy | None:
    if issubclass(kind, Source) and field == "timezone":
        return st.sampled_from([None, "Asia/Karachi", "Asia/Tashkent", "UTC"])
    if depth >= _MOST_NESTED and _holds_models(hint):
        return None
    return _values(hint, fragments, field, depth + 1)


def _holds_models(hint: Any) -> bool:
    parts = (hint, *typing.get_args(hint))
    return any(isinstance(part, type) and issubclass(part, Value) for part in parts)


def built(kind: type, parts: dict[str, Strategy]) -> Strategy:
    """Instances of the attrs class *kind* with some of *parts*, including all required ones.

    Values that the class refuses (in its own validators) are not drawn.
    """
    members = [a for a in attrs.fields(cast(Any, kind)) if a.init]
    must = [a.alias for a in members if default_of(a) is attrs.NOTHING]
    aliases = {a.name: a.alias for a in members}
    some = {aliases[name]: part for name, part in parts.items() if name in aliases}
    optional = [name for name in some if name not in must]
    # A few of the fields: with all of them there, hardly any article could be held anywhere.
    names = (
        st.lists(st.sampled_from(optional), max_size=8, unique=True) if optional else st.just([])
    )

    # Without parameters: Hypothesis spells them out where a draw is rejected, 85 KB of them.
    @st.composite
    def instances(draw: st.DrawFn) -> Any:
        given = {name: draw(some[name]) for name in [*must, *draw(names)]}
        try:
            return kind(**given)
        except (TypeError, ValueError):
            reject()

    return instances()


@overload
def articles(
    *, fragments: Iterable[str] = ..., **fields: Strategy
) -> st.SearchStrategy[Article]: ...
@overload
def articles(
    cls: type[A], fragments: Iterable[str] = ..., **fields: Strategy
) -> st.SearchStrategy[A]: ...
def articles(
    cls: Any = Article, fragments: Iterable[str] = (), **fields: Strategy
) -> st.SearchStrategy[Any]:
    """Articles of class *cls*, by the declared types of its fields.

    A third have only plain values, as a newsroom would give them, so that every format can hold a
    good share; the others mix in empty and hostile ones.

    Args:
        cls: The class; values that its own validators refuse are not drawn.
        fragments: Pieces of text to hide in values, such as `fragments_of` a format.
        fields: Strategies for fields whose declared type does not say enough.

    >>> from hypothesis import find
    >>> find(articles(), lambda article: article.title is not None).title is None
    False
    """
    must_be("cls", cls, type, "a class of articles")
    given = tuple(fragments)
    plain = built(cls, {**_fields(cls, None), **fields})
    wide = built(cls, {**_fields(cls, given), **fields})
    return st.one_of(plain, wide, wide)


def _fields(cls: type, fragments: tuple[str, ...] | None) -> dict[str, Strategy]:
    return {name: _values(kind, fragments, name, 0) for name, kind in field_types(cls).items()}


# What classes of strangers hold of ours, a dataclass with a category in it, Hypothesis draws likewise.
for _kind in (Moment, FrozenDict, Article, Source, Category, Person, Dateline, Link, Media):
    st.register_type_strategy(_kind, values)


def fragments_of(format: Format[Any]) -> tuple[str, ...]:
    """Pieces of text that have a meaning in *format*: its words, fences, separators, `Label: `.

    They come from a text that the format itself writes, so a format of your own has them too.

    >>> from snippetkit.formats.snippet import Snippet
    >>> {"---", "## ", "Category: "} <= set(fragments_of(Snippet()))
    True
    """
    return _fragments_of(format)


@functools.lru_cache(maxsize=64)
def _fragments_of(format: Format[Any]) -> tuple[str, ...]:
    names = [
        n for member in format.members.values() for n in member.names if n != BODY and n[:1] != "#"
    ]
    sample = _sample(format)
    known = () if format.profile is None else (*format.profile.drop, *format.profile.rename)
    found = dict.fromkeys([*known, *_syntax_of(sample), *names, *_look_alikes(format, sample)])
    return tuple(piece for piece in found if piece)


_MARK = "xqx"
"""What stands for every value in the sample of a format."""


def _sample(format: Format[Any]) -> str:
    """A text of *format* in which every text is `_MARK`; empty if it cannot write one."""
    given: dict[str, Any] = {
        "title": _MARK,
        "tags": (_MARK, _MARK),
        "categories": (_MARK,),
        "body": _MARK,
    }
    base = format.of(Article)
    try:
        return base.composed(
            Article(**given, extra={_MARK: _MARK}, url=_MARK, published="2025-09-12")
        )
    except (ValueError, NotImplementedError):
        return ""


def _syntax_of(sample: str) -> Iterator[str]:
    """What stands around the values of *sample*: whole, and line by line."""
    for piece in sample.split(_MARK):
        yield piece
        yield from piece.replace("\r", "\n").split("\n")


def _look_alikes(format: Format[Any], sample: str) -> Iterator[str]:
    """Whole lines of *sample* with line ends around them, as an injection would have them."""
    for line in sample.split("\n"):
        yield f"\n{line}\n"
    for member in format.members.values():
        yield from (f"\n{name}: x\n" for name in member.names[:1] if name[:1] != "#")
