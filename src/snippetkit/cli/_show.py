"""``snippetkit show``: print articles as cards, as JSON, or with an explanation."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from snippetkit.cli._results import results_of
from snippetkit.cli._screen import clip, complain, escaped, screen_width

if TYPE_CHECKING:  # imported where first used, so that --help and --version are there at once
    from snippetkit.document import Document
    from snippetkit.model import Article
    from snippetkit.results import Result

__all__ = ["card", "explained", "json_line", "page", "run_show"]

_EXCERPT = 3
"""Lines of the body on a card."""
_Form: TypeAlias = "Callable[[str, Document[Article]], str]"
"""How an article is shown: by its place and its document."""
_HEAD = "<!doctype html>\n<meta charset=utf-8>\n<title>snippetkit</title>"


def run_show(options: argparse.Namespace) -> bool:
    """Print every article; whether all could be read."""
    fine = True
    if options.form is page:
        print(_HEAD)
    for _, place, result in results_of(options, tolerant=options.tolerant):
        fine = _printed(place, result, options.form) and fine
    return fine


def _printed(place: str, result: Result[Article], form: _Form) -> bool:
    from snippetkit.errors import SnippetError

    at = place if result.line is None else f"{place}:{result.line}"
    try:
        if result.document is None:
            raise result.error or ValueError("a result has a document or an error")
        print(form(at, result.document))
    except SnippetError as error:
        complain(place, result, error)
        return False
    return True


def explained(place: str, document: Document[Article]) -> str:
    return f"{escaped(place)}: {document.explain()}\n"


def page(place: str, document: Document[Article]) -> str:
    """What each field rests on, for a browser."""
    import html

    return f"<h2>{html.escape(escaped(place))}</h2>\n{document.explain()._repr_html_()}"


def json_line(_: str, document: Document[Article]) -> str:
    """The article as one line of JSON, with escapes for what must not reach a terminal."""
    import json
    import re

    from snippetkit.files import dumps
    from snippetkit.storage import encoded

    line = dumps(document.article, "ndjson").rstrip("\n")
    encoded(line)  # or refused: escapes would join the halves of a surrogate pair
    utf8 = (sys.stdout.encoding or "utf-8").lower().replace("-", "") == "utf8"
    return re.sub(
        "[^ -~]",
        lambda odd: odd[0] if utf8 and escaped(odd[0]) == odd[0] else json.dumps(odd[0])[1:-1],
        line,
    )


def card(place: str, document: Document[Article]) -> str:
    """The fields that a reader looks for first, and the beginning of the body."""
    width, article = screen_width(), document.article
    title = "(no title)" if article.title is None else article.title
    facts = [f"  {label:<11} {escaped(value)}" for label, value in _facts(place, article) if value]
    body = [f"  {clip(line, width - 2)}" for line in _first_lines(article.body or "")]
    gap = [""] if body else []
    return "\n".join([escaped(title), *facts, *gap, *body, ""])


def _facts(place: str, article: Article) -> Iterator[tuple[str, str]]:
    yield "file", place
    yield "source", _named(article.source)
    yield "published", _said(article.published)
    yield "modified", _said(article.modified)
    yield "copy made", _said(article.document_date)
    line = article.dateline
    yield (
        "dateline",
        ", ".join(
            part
            for part in ((line.place or "", _said(line.date), line.agency or "") if line else ())
            if part
        ),
    )
    yield "authors", ", ".join(person.name for person in article.authors) or article.byline or ""
    yield "categories", ", ".join(" > ".join(one.path) for one in article.categories)
    yield "tags", ", ".join(article.tags)
    yield "language", article.language or ""
    yield "url", article.url or ""


def _named(source: Any) -> str:
    return "" if source is None else source.name or source.domain or source.url or ""


def _said(moment: object) -> str:
    return "" if moment is None else str(moment)


def _first_lines(body: str) -> list[str]:
    """The first lines that are not blank."""
    import itertools
    import re

    lines = (found[0].strip(" \t") for found in re.finditer(r"[^\r\n]+", body))
    return list(itertools.islice(filter(None, lines), _EXCERPT))
