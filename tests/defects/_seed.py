"""How a defect is noted down."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import attrs

from snippetkit.formats import Format
from snippetkit.model import Article

__all__ = ["DEFECTS", "Defect", "faulty_format", "faulty_lens", "faulty_model"]

F = TypeVar("F", bound=type)
Context = Callable[[], contextlib.AbstractContextManager[Any]]


class Defect(NamedTuple):
    """One thing that is broken, and the law that must say so."""

    name: str
    law: str
    format: Format[Any] | str = "snippet"
    cls: type[Article] = Article
    context: Context = contextlib.nullcontext
    failure: type[Exception] = AssertionError


DEFECTS: list[Defect] = []
"""All of them."""


def faulty_format(
    law: str, cls: type[Article] = Article, failure: type[Exception] = AssertionError
) -> Callable[[F], F]:
    """Note down a format that breaks *law*, and what it then fails with."""

    def note(kind: F) -> F:
        made = attrs.frozen(kw_only=True, slots=False)(kind)
        DEFECTS.append(Defect(kind.__name__, law, made(), cls, failure=failure))
        return made

    return note


def faulty_model(law: str) -> Callable[[F], F]:
    """Note down a class of articles that breaks *law*."""

    def note(kind: F) -> F:
        DEFECTS.append(Defect(kind.__name__, law, cls=kind))
        return kind

    return note


def faulty_lens(law: str, format: str = "snippet") -> Callable[[Context], Context]:
    """Note down a change to the lens, made inside a context, that breaks *law*."""

    def note(context: Context) -> Context:
        DEFECTS.append(Defect(context.__name__, law, format, context=context))
        return context

    return note
