"""JSON with one article a line: many articles in a file, one after another."""

from __future__ import annotations

from typing import ClassVar

import attrs

from snippetkit.formats._format import A
from snippetkit.formats.json import Json
from snippetkit.syntax import json

__all__ = ["Ndjson"]


@attrs.frozen(kw_only=True, slots=False)
class Ndjson(Json[A]):
    """The library's JSON on a line of its own; a text of this format is one such line.

    Files with many are read with `snippetkit.load_all`.

    >>> from snippetkit.model import Article
    >>> print(Ndjson().create(Article(title="Rain")), end="")
    {"$schema": "urn:snippetkit:article:1", "title": "Rain"}
    """

    name: ClassVar[str] = "ndjson"
    turn: ClassVar[int] = 2
    suffixes: ClassVar[tuple[str, ...]] = (".ndjson", ".jsonl")
    one_a_line: ClassVar[bool] = True
    manner: ClassVar[json.Manner] = json.ON_ONE_LINE

    def detects(self, text: str) -> bool:
        """Whether the text is several JSON objects, a line each."""
        first, _, rest = text.strip("\ufeff \t\r\n").partition("\n")
        objects = first[:1] == rest.lstrip(" \t\r\n")[:1] == "{"
        return objects and super().detects(first)
