"""Subclasses of the models that are made in odd ways: they work in every format, or are refused in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from snippetkit.convert import structure
from snippetkit.document import Document
from snippetkit.errors import InvalidValue, SnippetError
from snippetkit.files import dumps, load_all, loads
from snippetkit.formats import format_named
from snippetkit.model import Article, Category, field

FORMATS = ("snippet", "markdown", "json", "ndjson")
TEXTS = {
    "snippet": "## T\nTags: z\n",
    "markdown": "---\ntitle: T\ntags: [z]\n---\n",
    "json": '{"title": "T", "tags": ["z"]}',
    "ndjson": '{"title": "T", "tags": ["z"]}\n',
}


# ── two fields of one name ──────────────────────────────────────────────────────────────────────


def heir(*fields: Any) -> Any:
    """A subclass of `Article` with these fields: ``own0``, ``own1``, …"""
    body = {f"own{n}": one for n, one in enumerate(fields)}
    body["__annotations__"] = dict.fromkeys(body, tuple[str, ...])
    return attrs.frozen(kw_only=True)(type("Heir", (Article,), body))


def keyed(**words: str) -> Any:
    return field(default=(), **words)


WAYS: list[Callable[[str, Any], Any]] = [
    lambda format, cls: loads(TEXTS[format], format, cls=cls),
    lambda format, cls: loads(TEXTS[format].encode(), format, cls=cls),
    lambda format, cls: loads(TEXTS[format], format, cls=cls, tolerant=True),
    lambda format, cls: Document.parse(TEXTS[format], format, cls=cls),
    lambda format, cls: dumps(cls(title="T"), format),
    lambda format, cls: format_named(format).of(cls).scan(TEXTS[format]).flaws
    or format_named(format).of(cls).read(TEXTS[format]),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("fields", "formats", "said"),
    [
        *(
            ([keyed(key=key)], ("markdown", "json", "ndjson"), f"own0: '{key}' is a word for {key}")
            for key in ("tags", "categories", "source", "authors", "dateline", "url", "id")
        ),
        ([keyed(key="body")], ("json", "ndjson"), "own0: 'body' is a word for body"),
        ([keyed(key="published")], ("json",), "own0: 'published' is a word for published"),
        ([keyed(key="date")], ("markdown",), "own0: 'date' is a word for published"),
        ([keyed(key="$schema")], ("json", "ndjson"), r"own0: '\$schema' is a word for the version"),
        ([keyed(key="extra")], ("json", "ndjson"), "own0: 'extra' is a word for what has no field"),
        ([keyed(label="Title")], ("snippet",), "own0: 'Title' is a word for title"),
        ([keyed(label="by")], ("snippet",), "own0: 'by' is a word for byline"),
        ([keyed(label="Category")], ("snippet",), "own0: 'Category' is a word for categories"),
        ([keyed(label="A"), keyed(label="a")], ("snippet",), "own1: 'a' is a word for own0"),
        ([keyed(key="a"), keyed(key="a")], ("markdown", "json"), "own1: 'a' is a word for own0"),
        ([keyed(key="own1"), keyed()], ("markdown", "json"), "own1: 'own1' is a word for own0"),
    ],
)
def test_two_fields_of_one_name_are_refused(
    way: Callable[[str, Any], Any], fields: list[Any], formats: tuple[str, ...], said: str
) -> None:
    """A text could not tell them apart: in each format that has the name, whatever way is taken, each time."""
    cls = heir(*fields)
    for format in formats:
        for _ in range(6):
            with pytest.raises(InvalidValue, match=f"^{said} in the format {format}: give"):
                way(format, cls)
    for format in set(FORMATS) - {*formats, "ndjson", "json"}:
        way(format, cls)


@attrs.frozen(kw_only=True)
class Desk(Category):
    """A category with two fields of one key."""

    called: str | None = field(default=None, key="name")


@attrs.frozen(kw_only=True)
class Story(Article):
    """An article that has such categories."""

    desks: tuple[Desk, ...] = ()


def test_two_keys_of_a_part_are_refused() -> None:
    """Of a model inside an article, too."""
    with pytest.raises(InvalidValue, match="^Desk.called: 'name' is the key of name, too"):
        structure("World", Desk)
    with pytest.raises(InvalidValue, match="^Desk.called: 'name' is the key of name, too"):
        loads('{"desks": ["World"]}', "json", cls=Story)
    with pytest.raises(SnippetError, match="^Desk.called: 'name' is the key of name, too"):
        dumps(Story(desks=[Desk(name="World")]), "json")


def test_a_name_of_another_format_is_free() -> None:
    """A label that JSON has no use for does not matter there."""
    cls = heir(keyed(label="Section"))
    assert loads('{"own0": ["a"]}', cls=cls).own0 == ("a",)
    (result,) = load_all(__file__, "snippet", cls=cls)
    assert isinstance(result.error, InvalidValue)


def test_a_field_of_the_base_may_be_declared_anew() -> None:
    """It keeps its words."""

    @attrs.frozen(kw_only=True)
    class Titled(Article):
        title: str = "Untitled"

    for format in FORMATS:
        assert loads(dumps(Titled(title="T"), format), format, cls=Titled).title == "T"
