"""Strategies for texts: by the grammar of their syntax, and mutations of those."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any, TypeVar, cast

from hypothesis import strategies as st

from snippetkit.errors import must_be
from snippetkit.formats import Format
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article
from snippetkit.testing.grammar.draft import Draft, up_to
from snippetkit.testing.grammar.json import objects
from snippetkit.testing.grammar.markdown import front_matter
from snippetkit.testing.grammar.snippet import snippets
from snippetkit.testing.samples import samples_of
from snippetkit.testing.strategies import TRAPS, articles, fragments_of

__all__ = ["documents", "drafts", "mutations"]

A = TypeVar("A", bound=Article)


def documents(format: Format[Any], samples: Iterable[str] = ()) -> st.SearchStrategy[Draft]:
    """Texts for *format*, mostly right ones: by its grammar, and mutations of those and of *samples*.

    A format that is no kind of one of ours has no grammar: its texts are those that it writes.

    >>> from hypothesis import find
    >>> from snippetkit.formats.snippet import Snippet
    >>> draft = find(documents(Snippet()), lambda draft: draft.plan is not None)
    >>> draft.plan[-1].name, draft.flawed
    ('#body', ())
    """
    must_be("format", format, Format, "a Format")
    return _documents(format, tuple(samples))


@functools.lru_cache(maxsize=64)
def _documents(format: Format[Any], samples: tuple[str, ...]) -> st.SearchStrategy[Draft]:
    # Mutations break most texts of a strict syntax: of JSON three in four.
    ways = [drafts(format), drafts(format), mutations(format, samples)]
    return up_to(3).flatmap(lambda way: ways[way - 1])


def drafts(format: Format[Any]) -> st.SearchStrategy[Draft]:
    """Texts of *format* by the grammar of its syntax, with the plan."""
    for kind, grammar in _GRAMMARS:
        if isinstance(format, kind):
            return cast("st.SearchStrategy[Draft]", grammar(format))
    return articles(format.cls).map(lambda article: Draft(_written(format, article)))


_GRAMMARS: tuple[tuple[type, Any], ...] = (
    (Snippet, snippets),
    (Markdown, front_matter),
    (Json, objects),
)


def _written(format: Format[A], article: A) -> str:
    """As much of *article* as *format* can hold, as it writes it."""
    return format.create(format.losses(article)[1])


@st.composite
def mutations(draw: st.DrawFn, format: Format[Any], samples: Iterable[str] = ()) -> Draft:
    """A text of *format*, or one of *samples* or of ours, with a few things done to it."""
    seeds = (*samples, *samples_of(format))
    text = (
        draw(st.sampled_from(seeds))
        if bool(seeds) and draw(st.booleans())
        else draw(drafts(format)).text
    )
    junk = st.one_of(st.sampled_from(TRAPS), st.sampled_from(fragments_of(format) or TRAPS))
    for change in draw(st.lists(st.sampled_from(_CHANGES), min_size=1, max_size=4)):
        ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        text = change(
            text, ends[0], min(ends[1], ends[0] + 40), draw(junk) if change is _insert else ""
        )
    return Draft(text)


def _insert(text: str, start: int, end: int, junk: str) -> str:
    return text[:start] + junk + text[start:]


def _delete(text: str, start: int, end: int, junk: str) -> str:
    return text[:start] + text[end:]


def _swap_case(text: str, start: int, end: int, junk: str) -> str:
    return text[:start] + text[start:end].swapcase() + text[end:]


def _truncate(text: str, start: int, end: int, junk: str) -> str:
    return text[:end]


def _duplicate_line(text: str, start: int, end: int, junk: str) -> str:
    lines = _lines(text)
    at = start % len(lines)
    return "".join(lines[: at + 1] + lines[at:])


def _swap_lines(text: str, start: int, end: int, junk: str) -> str:
    lines = _lines(text)
    one, two = start % len(lines), end % len(lines)
    lines[one], lines[two] = lines[two], lines[one]
    return "".join(lines)


_CHANGES = (_insert, _delete, _swap_case, _truncate, _duplicate_line, _swap_lines)


def _lines(text: str) -> list[str]:
    """The lines of *text* with their ends; of no text, an empty one."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text)
    return [line for line in lines if line] or [""]
