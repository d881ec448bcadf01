"""The model of an article: frozen values, built on attrs alone.

`snippetkit.model.profile` is not imported here, because most programs do not need it.
"""

from snippetkit.model.article import Article
from snippetkit.model.category import Category
from snippetkit.model.dateline import Dateline
from snippetkit.model.frozendict import Frozen, FrozenDict
from snippetkit.model.link import Link, Media
from snippetkit.model.moment import Moment
from snippetkit.model.person import Person
from snippetkit.model.same import same
from snippetkit.model.source import Source
from snippetkit.model.value import Value, field, takes_moment, takes_texts, typing_only, words

__all__ = [
    "Article",
    "Category",
    "Dateline",
    "Frozen",
    "FrozenDict",
    "Link",
    "Media",
    "Moment",
    "Person",
    "Source",
    "Value",
    "field",
    "same",
    "takes_moment",
    "takes_texts",
    "typing_only",
    "words",
]
