"""The laws of values, which know no format."""

from __future__ import annotations

import contextlib
import copy
import pickle
import typing
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar, cast

import attrs

from snippetkit.convert import structure, unstructure
from snippetkit.formats import format_named
from snippetkit.model import Article, FrozenDict, Moment, same
from snippetkit.model.value import field_types
from snippetkit.syntax.tree import Plain
from snippetkit.testing.edits import evolved
from snippetkit.testing.law._trial import require

__all__ = [
    "copies",
    "equal_hash",
    "evolve_one",
    "json_complete",
    "nothing_normalised",
    "same_is_equivalence",
    "same_refines_equal",
    "types_refused",
]

A = TypeVar("A", bound=Article)
_TEXTS = (str, str | None, Moment, Moment | None)
_STRICT = (*_TEXTS, bool, bool | None, int, int | None, float, float | None)
_SEVERAL = (tuple, list, set, frozenset, Sequence, AbstractSet, dict, Mapping)


def same_is_equivalence(article: Article, other: Article) -> None:
    """S1: `same` is reflexive, symmetric and transitive."""
    twin = copy.deepcopy(article)
    require(
        same(article, article) and same(article, twin) and same(twin, article),
        "same as its twin",
        article,
    )
    require(same(article, other) == same(other, article), "symmetric", article, other)
    require(same(article, other) == same(twin, other), "transitive", article, other)


def same_refines_equal(article: Article, other: Article) -> None:
    """S2: values that are the same are equal."""
    twin = copy.deepcopy(article)
    require(article == twin, "a twin is equal", article)
    require(not same(article, other) or article == other, "same is equal", article, other)


def copies(article: Article) -> None:
    """V1: `copy`, `deepcopy`, `pickle`, `evolve` give the same value of the same class."""
    made = [copy.copy(article), copy.deepcopy(article), article.evolve()]
    made += [
        pickle.loads(pickle.dumps(article, protocol)) for protocol in (2, pickle.HIGHEST_PROTOCOL)
    ]
    made += [replace(article) for replace in [getattr(copy, "replace", None)] if replace]
    for one in made:
        require(
            type(one) is type(article) and same(one, article), "a copy is the same", one, article
        )


def evolve_one(article: A, other: A) -> None:
    """V2: `evolve` changes the given fields and keeps the rest and the class; or the class refuses.

    Restriction: fields that are given; the class computes the others from them.
    """
    names = [a.name for a in attrs.fields(cast(Any, type(article))) if a.init]
    for name in names:
        made = evolved(article, {name: getattr(other, name)})
        require(type(made) is type(article), "the class is kept", made)
        told = made is article or same(getattr(made, name), getattr(other, name))
        require(told, f"{name} is what it was told", made, other)
        others = [n for n in names if not same(getattr(made, n), getattr(article, n))]
        require(set(others) <= {name}, "all else is kept", others, article, made)


def equal_hash(article: Article, other: Article) -> None:
    """V3: equal values have equal hashes; or none has any, with lists, sets or dicts in their fields."""
    one, two = _hash(article), _hash(other)
    require(_hash(copy.deepcopy(article)) == one, "a twin has the same hash", article)
    require(article != other or one == two, "equal, so the same hash", article, other)


def _hash(article: Article) -> int | None:
    try:
        return hash(article)
    except TypeError:
        return None


def json_complete(article: Article) -> None:
    """V4: JSON holds everything the model admits: reading a written article gives the same one."""
    format = format_named("json").of(type(article))
    plain = unstructure(article)
    require(same(structure(plain, type(article)), article), "a plain tree gives it back", article)
    kind: Any = tuple[type(article), ...]  # type: ignore[misc] # a type made at run time
    several = structure([plain, plain], kind)
    require(same(several, (article, article)), "in a tuple too", article)
    back = format.read(format.create(article)).article
    require(same(back, article), "JSON gives it back", article)


def types_refused(article: Article) -> None:
    """V4: a value of a wrong type is refused, by the class and in a plain tree, never converted.

    Restriction: fields of plain types, and of several values.
    """
    plain = cast("dict[str, Plain]", unstructure(article))
    members = {a.name: a for a in attrs.fields(cast(Any, type(article)))}
    for name, kind in field_types(type(article)).items():
        is_several = typing.get_origin(kind) in _SEVERAL
        if kind in _STRICT or is_several:
            key = members[name].metadata.get("snippetkit.key") or name
            wrong: Plain = 5 if kind in _TEXTS or is_several else "five"
            require(
                evolved(article, {name: wrong}) is article, f"{name} takes no {wrong!r}", article
            )
            made = None
            with contextlib.suppress(ValueError):
                made = structure({**plain, key: wrong}, type(article))
            require(made is None, f"{name} takes no {wrong!r}", made)


def nothing_normalised(article: Article, words: Sequence[str]) -> None:
    """V6: a model keeps every value as given: no case, blank, form or order changes; or it refuses."""
    for name, kind in field_types(type(article)).items():
        for given in (_easily_spoilt(kind, word) for word in words):
            made = evolved(article, {name: given})
            if given is not None and made is not article:
                require(same(getattr(made, name), given), f"{name} is kept as given", made, given)


def _easily_spoilt(kind: Any, word: str) -> Any:
    """A value of a declared type that tells when something is done to it; None for other types."""
    if kind in (str, str | None):
        return word
    if kind == tuple[str, ...]:
        return word, "b", "a", word
    if typing.get_origin(kind) is FrozenDict and typing.get_args(kind) != (str,):
        return FrozenDict({word: word, "b": (2, True), "a": 1.0})
    return None
