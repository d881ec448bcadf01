"""The class `Article`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Self, cast

import attrs

from snippetkit.errors import visible
from snippetkit.model.category import Category
from snippetkit.model.dateline import Dateline
from snippetkit.model.frozendict import EMPTY, Frozen, FrozenDict
from snippetkit.model.link import Link, Media
from snippetkit.model.moment import Moment
from snippetkit.model.person import Person
from snippetkit.model.source import Source
from snippetkit.model.value import (
    Value,
    brief,
    takes_mapping,
    takes_moment,
    takes_texts,
    typing_only,
)

__all__ = ["Article"]

_LINE = re.compile(r"[^\r\n]+")
_BLANK = " \t"
_SHOWN = 280


def _takes_source(value: Source | str | None) -> Source | None:
    return cast("Source | None", value)


def _takes_authors(value: Sequence[Person | str] | None) -> tuple[Person, ...]:
    return cast("tuple[Person, ...]", value)


def _takes_categories(value: Sequence[Category | str] | None) -> tuple[Category, ...]:
    return cast("tuple[Category, ...]", value)


def _takes_links(value: Sequence[Link | str] | None) -> tuple[Link, ...]:
    return cast("tuple[Link, ...]", value)


def _takes_media(value: Sequence[Media | str] | None) -> tuple[Media, ...]:
    return cast("tuple[Media, ...]", value)


typing_only(_takes_source, _takes_authors, _takes_categories, _takes_links, _takes_media)


@attrs.frozen(kw_only=True, repr=False)
class Article(Value):
    """A news article, in whatever format it was written.

    Every field holds what a document says and no more: nothing is normalised, stripped or filled
    in. A missing text is ``None``, an empty one is ``""``; a list without items is ``()``, and you
    may pass ``None`` for it. You may pass lists for tuples, strings for categories, sources,
    persons, links and (in ISO 8601) moments, and dates and datetimes for moments.

    Raises:
        InvalidValue: a field has a wrong type; the message names it.

    >>> article = Article(title="Rain at last", published="2025-09-12", categories=["Weather"])
    >>> article.published.date(), article.categories[0].name
    (datetime.date(2025, 9, 12), 'Weather')
    >>> article.evolve(title="Rain").title
    'Rain'
    >>> Article(title=5)
    Traceback (most recent call last):
    snippetkit.errors.InvalidValue: title: must be str, not int: 5
    """

    id: str | None = attrs.field(default=None, repr=brief)
    """An identifier for machines: a GUID, an IRI, a post number as text."""
    url: str | None = attrs.field(default=None, repr=brief)
    """The article's own address, as written; not fetched, not normalised."""
    title: str | None = attrs.field(default=None, repr=brief)
    """The headline, without the format's markup around it."""
    subtitle: str | None = attrs.field(default=None, repr=brief)
    """The line under the headline."""
    summary: str | None = attrs.field(default=None, repr=brief)
    """The abstract, excerpt or description."""
    body: str | None = attrs.field(default=None, repr=brief)
    """The text itself, character for character, in whatever markup it has; without the dateline."""
    dateline: Dateline | None = None
    """The place, date and agency before the body."""
    byline: str | None = attrs.field(default=None, repr=brief)
    """The by-line as printed: ``By Ayesha Khan in Lahore``."""
    authors: tuple[Person, ...] = attrs.field(default=(), converter=_takes_authors)
    """The persons (or desks) who wrote it, in the order given."""
    source: Source | None = attrs.field(default=None, converter=_takes_source)
    """Who published it."""
    categories: tuple[Category, ...] = attrs.field(default=(), converter=_takes_categories)
    """The categories it is filed under, in the order given, with repetitions."""
    tags: tuple[str, ...] = attrs.field(default=(), converter=takes_texts)
    """Its keywords, in the order given, with repetitions."""
    language: str | None = attrs.field(default=None, repr=brief)
    """The language of the body, as a BCP 47 tag: ``ur``, ``zh-Hans``; not checked."""
    published: Moment | None = attrs.field(default=None, converter=takes_moment)
    """When it was first published, as precisely as it says."""
    modified: Moment | None = attrs.field(default=None, converter=takes_moment)
    """When it was last changed, as precisely as it says."""
    document_date: Moment | None = attrs.field(default=None, converter=takes_moment)
    """When this copy was made (exported, printed): not the article's own date."""
    links: tuple[Link, ...] = attrs.field(default=(), converter=_takes_links)
    """Links from the article, apart from those inside the body."""
    media: tuple[Media, ...] = attrs.field(default=(), converter=_takes_media)
    """Pictures, sound and film, in the order given."""
    rights: str | None = attrs.field(default=None, repr=brief)
    """Who may do what with it: a notice or a licence."""
    extra: FrozenDict[Frozen] = attrs.field(default=EMPTY, converter=takes_mapping)
    """Everything in the file that has no field, under the file's own names and in its order."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        r"""The body's paragraphs: the texts between blank lines, with their inner line ends.

        >>> Article(body="One.\r\n\r\n \nTwo,\ntwo.\n").paragraphs
        ('One.', 'Two,\ntwo.')
        """
        body = self.body or ""
        found: list[str] = []
        start = end = -1
        for line in _LINE.finditer(body):
            blank = not line[0].strip(_BLANK)
            if start >= 0 and (blank or _gap(body, end, line.start())):
                found.append(body[start:end])
                start = -1
            if not blank:
                start, end = (line.start() if start < 0 else start), line.end()
        return tuple(found if start < 0 else [*found, body[start:end]])

    def restored(self, language: str | None = None) -> Self:
        r"""The article with the paragraphs of its body restored by `snippetkit.restore`.

        The class and all other fields are kept. If there is no body, or if it shows no damage, this
        same article is returned. To see the repairs, with their reasons, call
        ``snippetkit.restore.paragraphs(article.body, article.language)``.

        Args:
            language: The language, if the article gives none or a wrong one.

        >>> article = Article(body="The harbour was closed for the\nnight.", language="en")
        >>> article.restored().body
        'The harbour was closed for the night.'
        """
        from snippetkit.restore import paragraphs  # a door: the model itself needs it for nothing

        if self.body is None:
            return self
        found = paragraphs(self.body, language or self.language)
        return self.evolve(body=found.text) if found.edits else self

    def _repr_html_(self) -> str:
        """A short card for notebooks: escaped text only, whatever the article holds."""
        day = None if self.published is None else str(self.published)
        source = None if self.source is None else self.source.name or self.source.domain
        names = ", ".join(category.name for category in self.categories)
        facts = " · ".join(_escaped(part) for part in (source, day, names) if part)
        body = self.body or ""
        shown = _escaped(body[:_SHOWN]) + ("…" if len(body) > _SHOWN else "")
        title = _escaped(self.title or "(no title)")
        return f'<div dir="auto"><strong>{title}</strong><br><small>{facts}</small><p>{shown}</p></div>'


def _gap(body: str, end: int, start: int) -> bool:
    """Whether more than one line end stands between two lines."""
    between = body[end:start]
    return between not in ("\n", "\r", "\r\n")


def _escaped(text: str) -> str:
    import html  # needed for this alone, and not light

    return html.escape(visible(text[:_SHOWN].replace("\r", "\n").replace("\n", " ")))
