"""Values as plain trees and back: inside other people's classes, and what is said of wrong ones."""

from __future__ import annotations

import datetime
import enum
from typing import Any, Literal

import attrs
import pytest

from snippetkit import Article, Category, Moment
from snippetkit.convert import converter, reader, writer
from snippetkit.errors import InvalidValue
from snippetkit.model import FrozenDict


@attrs.frozen
class Issue:
    """A class of somebody who knows cattrs, with articles inside."""

    lead: Article
    days: dict[str, Moment]
    desks: tuple[Category, ...]


def test_articles_inside_other_classes() -> None:
    """The converter reads and writes them wherever they stand."""
    issue = Issue(
        lead=Article(title="Rain", published="2025-05"),
        days={"printed": Moment(2025, 5, 5)},
        desks=(Category(name="World"),),
    )
    plain = converter().unstructure(issue)

    assert plain == {
        "lead": {"title": "Rain", "published": "2025-05"},
        "days": {"printed": "2025-05-05"},
        "desks": [{"name": "World"}],
    }
    assert converter().structure(plain, Issue) == issue


class Beat(enum.Enum):
    """An enumeration, which cattrs reads."""

    RAIN = "rain"


class Marked(str):
    """A text with more to it."""


@attrs.frozen(kw_only=True)
class Numbered(Category):
    """A category whose number has a rule."""

    number: int = attrs.field(default=1, validator=attrs.validators.gt(0))


@pytest.mark.parametrize(
    ("kind", "plain", "message"),
    [
        (tuple[Numbered, ...], [{"name": "A", "number": 0}], r"\[0\]: 'number' must be > 0"),
        (datetime.datetime, "2025-02-30T10:00", "day must be 1 to 28 in 2025-02"),
        (Category, {"labels": {"en": 1}}, ".labels: must be an object of texts"),
        (FrozenDict[str], {"a": 1}, "must be an object of texts"),
        (tuple[Category, ...], [{"name": "A", "parent": 5}], r"\[0\].parent: must be an object"),
        (tuple[Beat, ...], ["snow"], r"\[0\]: must be one of 'rain', not str: 'snow'"),
        (tuple[datetime.date, ...], ["soon"], r"\[0\]: must be a day such as"),
        (tuple[Literal["wet"], ...], ["dry"], r"\[0\]: .*dry not in literal"),
        (dict[str, int], {"a": "x"}, r"expected int @ value\['a'\]"),
        (set[int], 5, "must be a list, not int: 5"),
        (int | str, True, "must be int or str, not bool: True"),
        (int | str | None, [1], "must be int or str, not list"),
        (Literal["wet", "dry"], "hot", "hot not in literal"),
    ],
)
def test_what_is_wrong_is_said_with_the_way_to_it(kind: Any, plain: Any, message: str) -> None:
    """A `ValueError` in words, whoever found it."""
    with pytest.raises(ValueError, match=message):
        reader(kind)(plain)


def test_a_text_is_no_list_of_its_letters() -> None:
    """Nor is it written as one, where something has got round the class."""
    with pytest.raises(ValueError, match="a str would be read as a list"):
        writer(list[str])("ab")


def test_heirs_of_texts_are_read_as_texts() -> None:
    """What is read is what a file says and no more."""
    assert type(reader(str)(Marked("x"))) is str


@attrs.frozen(kw_only=True)
class Dated(Article):
    """A subclass with dates in lists."""

    days: tuple[Moment, ...] = ()


class Eclipse(Moment):
    """A moment that says more."""


def test_heirs_of_moments_are_refused() -> None:
    """They would be read as moments."""
    with pytest.raises(ValueError, match="a Eclipse would be read as a Moment"):
        writer(Moment)(Eclipse(2025, 5, 5))
    with pytest.raises(InvalidValue, match=r"^days\[0\]: must be a Moment itself, not a Eclipse"):
        Dated(days=(Eclipse(2025, 5, 5),))
