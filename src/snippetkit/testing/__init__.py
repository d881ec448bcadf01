"""Test your own classes and formats with this library's laws; needs Hypothesis.

>>> from snippetkit.formats.snippet import Snippet
>>> class Rubrik(Snippet):
...     name = "rubrik"
...     words = {**Snippet.words, "categories": ("Rubrik",)}
>>> for law in laws(Rubrik(), max_examples=5)[:3]:
...     check(law)
"""

from snippetkit.errors import MissingExtra

try:
    from snippetkit.testing.checks import Check, check, check_all, laws
except ModuleNotFoundError as missing:
    raise MissingExtra("testing", "testing with the laws") from missing
from snippetkit.testing.documents import documents, mutations
from snippetkit.testing.edits import edits
from snippetkit.testing.grammar.draft import Draft
from snippetkit.testing.strategies import (
    articles,
    categories,
    datelines,
    extras,
    links,
    media,
    moments,
    persons,
    sources,
    spelled_dates,
    texts,
)

__all__ = [
    "Check",
    "Draft",
    "articles",
    "categories",
    "check",
    "check_all",
    "datelines",
    "documents",
    "edits",
    "extras",
    "laws",
    "links",
    "media",
    "moments",
    "mutations",
    "persons",
    "sources",
    "spelled_dates",
    "texts",
]
