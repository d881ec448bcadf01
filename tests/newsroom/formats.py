"""How this newsroom writes articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeVar

import attrs

from snippetkit import Article
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet

__all__ = ["Agenturzettel", "Rubrik"]

A = TypeVar("A", bound=Article)


@attrs.frozen(kw_only=True, slots=False)
class Rubrik(Snippet[A]):
    """Snippets with German labels."""

    name: ClassVar[str] = "rubrik"
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **Snippet.words,
        "categories": ("Rubrik", "Ressort", "Category"),
        "published": ("Datum", "Veröffentlicht am"),
        "authors": ("Von", "Autor"),
        "source": ("Quelle", *Snippet.words["source"][1:]),
    }
    bare: ClassVar[tuple[str, ...]] = ("Veröffentlicht am",)


@attrs.frozen(kw_only=True, slots=False)
class Agenturzettel(Markdown[A]):
    """Front matter with German keys."""

    name: ClassVar[str] = "agenturzettel"
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **Markdown.words,
        "title": ("titel", "title"),
        "published": ("datum", "date"),
        "categories": ("rubriken", "categories"),
    }
