"""Changes of articles: what differs, single changes, and those that can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

import attrs

from snippetkit.convert import default_of, is_absent
from snippetkit.document import Document
from snippetkit.formats import Format
from snippetkit.model import Article, Moment, same
from snippetkit.model.value import left_out
from snippetkit.testing.edits import evolved
from snippetkit.testing.law._trial import put, require

__all__ = [
    "changed_fields",
    "is_given",
    "is_undone",
    "last_put_shows",
    "settled",
    "shape_of",
    "singles",
]

A = TypeVar("A", bound=Article)


def changed_fields(format: Format[A], old: A, new: A) -> list[str]:
    """The fields in which two articles differ."""
    return [name for name in format.members if not same(getattr(old, name), getattr(new, name))]


def singles(document: Document[A], edited: A) -> Iterator[tuple[str, A]]:
    """Single changes: each that *edited* makes; and each field of the text gone, and with a plain value."""
    article, wanted = document.article, list[tuple[str, Any]]()
    wanted += [
        (name, getattr(edited, name)) for name in changed_fields(document.format, article, edited)
    ]
    found, _ = document.format.assign(document.index)
    for name in found:
        blank = default_of(document.format.members[name].attribute)
        wanted += [(name, value) for value in (blank, _plain_other(getattr(article, name)))]
    for name, value in wanted:
        one = article if value is attrs.NOTHING else evolved(article, {name: value})
        if changed_fields(document.format, article, one) == [name]:
            yield name, one


def _plain_other(value: Any) -> Any:
    """A plain value in the place of *value*: of its type, of its length."""
    if isinstance(value, str):
        return "Rain"
    if isinstance(value, Moment):
        return Moment(2024, 5, 6)
    return value[::-1] if isinstance(value, tuple) else value


def is_given(format: Format[A], article: A, name: str) -> bool:
    """Whether *article* says anything in a field."""
    return not is_absent(format.members[name].attribute, getattr(article, name), article)


def settled(document: Document[A], article: A) -> A:
    """*article*, and what its class makes of it in the fields that the text leaves to the class."""
    found, _ = document.format.assign(document.index)
    made = [name for name in document.format.maker.of_rest if name not in found]
    members = document.format.members
    return evolved(article, {name: left_out(members[name].attribute, article) for name in made})


def is_undone(document: Document[A], article: A) -> bool:
    """Whether *article* put into *document* can be undone to the letter."""
    middle = put(document, article)
    back = middle and put(middle, document.article)
    return back is not None and back.text == document.text


def last_put_shows(document: Document[A], one: A, two: A) -> None:
    """*two* put after *one* gives the text that *two* alone gives; or one of them is refused."""
    middle, direct = put(document, one), put(document, two)
    last = middle and put(middle, two)
    shows = last is None or direct is None or last.text == direct.text
    texts = [one and one.text for one in (last, direct)]
    require(shows, "only the last put shows", document.text, *texts)


def shape_of(value: object) -> object:
    """What is there in *value*, without what it says: keys, lengths, which texts are empty."""
    if attrs.has(type(value)) and not isinstance(value, Moment):
        return type(value), [
            shape_of(getattr(value, a.name)) for a in attrs.fields(cast(Any, type(value)))
        ]
    if isinstance(value, Mapping):
        return {key: shape_of(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [shape_of(one) for one in value]
    return type(value), value == ""
