"""Strategies for edits: a document's article, with a few fields changed in tricky ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

import attrs
from hypothesis import strategies as st

from snippetkit.convert import default_of
from snippetkit.document import Document
from snippetkit.model import Article, same
from snippetkit.model.value import field_types
from snippetkit.testing.strategies import Strategy, plain_values, values

__all__ = ["edits", "evolved"]

A = TypeVar("A", bound=Article)


@st.composite
def edits(draw: st.DrawFn, document: Document[A], fragments: Iterable[str] = ()) -> A:
    """The article of *document*, with one to three fields changed in ways that break lenses.

    A field becomes the same value (as another object), an equal but not the same value, a plain,
    hostile or empty one, absent, the value of another field, or that of another article.
    """
    article = document.article
    names = list(field_types(type(article)))
    present = [
        name for name in names if not same(getattr(article, name), _absent(article, name)[0])
    ]
    chosen = st.sampled_from([*names, *present * (2 * len(names) // max(1, len(present)))])
    wanted = {
        name: draw(_new_value(article, name, tuple(fragments)))
        for name in draw(st.lists(chosen, min_size=1, max_size=3, unique=True))
    }
    return evolved(article, wanted)


def evolved(article: A, wanted: Mapping[str, Any]) -> A:
    """*article* with as much of *wanted* as its class takes."""
    for name, value in wanted.items():
        try:
            article = attrs.evolve(article, **{_alias(article, name): value})
        except (TypeError, ValueError):
            continue
    return article


def _alias(article: Article, name: str) -> str:
    return cast(str, getattr(attrs.fields(type(article)), name).alias)


def _absent(article: Article, name: str) -> list[Any]:
    """What field *name* is when nothing is said: its default, where it has one, and None."""
    blank = default_of(getattr(attrs.fields(type(article)), name))
    return [None] if blank is attrs.NOTHING else [blank, None]


def _new_value(article: Article, name: str, fragments: tuple[str, ...]) -> Strategy:
    kind, old = field_types(type(article))[name], getattr(article, name)
    others = [
        getattr(article, other) for other, its in field_types(type(article)).items() if its == kind
    ]
    news = plain_values(kind, name)
    return st.one_of(
        news,
        news,
        values(kind, fragments),
        st.sampled_from([*_absent(article, name), *others, *_near(old)]),
    )


def _near(old: Any) -> Iterator[Any]:
    """Values that are hard to tell from *old*, or a small step away."""
    if isinstance(old, str):
        yield from ("", old + " ", f"{old}x", old.swapcase(), old[:-1])
    elif isinstance(old, tuple):
        yield from ((), old[::-1], old[:-1], old + old[:1])
    elif isinstance(old, Mapping):
        yield dict(reversed(list(old.items())))
        yield {key: _alike(value) for key, value in old.items()}
        yield dict(list(old.items())[:-1])
        yield dict(list(old.items())[1:])
        yield {**old, "Editor": "A. Khan"}
        yield {**old, next(iter(old), "Editor"): "B. Khan"}


def _alike(value: Any) -> Any:
    """A value that is equal to *value* but not the same, where there is one."""
    alike: dict[type, Callable[[Any], Any]] = {
        bool: int,
        int: float,
        float: lambda number: -number if number == 0 else number,
    }
    return alike.get(type(value), lambda same: same)(value) if not _is_huge(value) else value


def _is_huge(value: Any) -> bool:
    return isinstance(value, int) and abs(value) > 2**53
