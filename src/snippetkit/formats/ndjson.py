"""The format ``ndjson``: the library's JSON with one article per line."""

from __future__ import annotations

from typing import ClassVar

import attrs

from snippetkit.formats._format import A
from snippetkit.formats.json import Json
from snippetkit.syntax import json

__all__ = ["Ndjson"]


@attrs.frozen(kw_only=True, slots=False)
class Ndjson(Json[A]):
    """The library's JSON on one line; a text of this format is one such line.

    Read files with many lines with `snippetkit.load_all`.

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
        """Whether the text is several JSON objects, one per line."""
        first, _, rest = text.strip("\ufeff \t\r\n").partition("\n")
        objects = first[:1] == rest.lstrip(" \t\r\n")[:1] == "{"
        return objects and super().detects(first)
