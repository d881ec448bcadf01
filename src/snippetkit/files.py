"""One article from a file or text, and into one; what a format cannot hold, and which one it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from snippetkit import profiles, storage
from snippetkit.document import Document, binary, refuse_binary, resolve
from snippetkit.errors import (
    Loss,
    LossError,
    ParseError,
    Unrepresentable,
    located,
)
from snippetkit.formats import Format, format_for_suffix
from snippetkit.formats import detect as detected
from snippetkit.formats._refusals import difference
from snippetkit.model import Article, same
from snippetkit.storage import Readable, Writable

if TYPE_CHECKING:
    from snippetkit.model.profile import Profile

__all__ = ["detect", "dump", "dumps", "load", "loads", "losses", "refuse_mistaken"]

A = TypeVar("A", bound=Article)
B = TypeVar("B", bound=Article)


@overload
def load(
    source: Readable,
    format: str | Format[Any] | None = None,
    *,
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> Article: ...
@overload
def load(
    source: Readable,
    format: str | Format[Any] | None = None,
    *,
    cls: type[B],
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> B: ...
def load(
    source: Readable,
    format: str | Format[Any] | None = None,
    *,
    cls: type[Any] = Article,
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> Any:
    r"""The article in a file. Inverse of `dump`.

    Args:
        source: A path, or a file open for reading text or bytes.
        format: A format, or its name; without one, the content decides, then the path's suffix.
        cls: The class of the article: `Article`, or a subclass of it.
        tolerant: Leave fields that cannot be read at their defaults instead of raising. Which they
            are, and why, say the `defects` of `Document.load`.
        encoding: The encoding of a file that has no BOM and is not UTF-8; ``detect`` guesses it
            (the `origin` of `Document.load` says how sure that is).
        profile: What is known of the source; without one, what is registered for it.

    Raises:
        ParseError: something is wrong with the text (never when *tolerant*, except for bytes that
            cannot be decoded).
        FileError: the file cannot be read, is no regular file, or is larger than 256 MiB.
        UnknownFormat: no format has that name.
        MissingExtra: the format needs an optional library.

    >>> import io
    >>> load(io.StringIO("## Rain at last\nCategory: Weather\n\nIt rained.")).title
    'Rain at last'
    """
    return Document.load(
        source, format, cls=cls, tolerant=tolerant, encoding=encoding, profile=profile
    ).article


@overload
def loads(
    text: str | bytes,
    format: str | Format[Any] | None = None,
    *,
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> Article: ...
@overload
def loads(
    text: str | bytes,
    format: str | Format[Any] | None = None,
    *,
    cls: type[B],
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> B: ...
def loads(
    text: str | bytes,
    format: str | Format[Any] | None = None,
    *,
    cls: type[Any] = Article,
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> Any:
    r"""The article that a text, or its bytes, say. Inverse of `dumps`.

    Args and errors are those of `load`.

    >>> loads("---\ntitle: Rain\ntags: [weather]\n---\n\nIt rained.\n", "markdown").tags
    ('weather',)
    """
    told = encoding or profile or profiles.known  # what bytes alone do not say
    if isinstance(text, bytes) and format is not None and not told:
        if not isinstance(format, Format) or format.cls is not cls:
            format = resolve(format, "", cls)
        quick = format.read_bytes(text)
        if quick is not None:
            return quick
    decoded, origin = storage.decoded(text, encoding)
    chosen = origin.format if format is None else format
    article, flaws = resolve(chosen, decoded, cls, "", profile).read(decoded)
    flaws = (*origin.flaws, *flaws)
    if not tolerant and storage.has_nul(text):
        flaws += binary(decoded)
    if flaws and not tolerant:
        raise ParseError(located(decoded, flaws))
    return article


def dump(
    article: Article,
    target: Writable,
    format: str | Format[Any] | None = None,
    *,
    allow_loss: bool = False,
    encoding: str = "utf-8",
) -> None:
    r"""Write *article* as a fresh file. Inverse of `load`.

    To change a file and keep everything else that stands in it, use `Document`.

    Args:
        article: The article.
        target: A path, or a file open for writing text or bytes. The file at a path is replaced as
            a whole or not at all, its mode kept.
        format: A format, or its name; without one, the path's suffix decides; else a snippet.
        allow_loss: Write what the format can hold instead of refusing.
        encoding: The encoding to write a path or a file of bytes in.

    Raises:
        LossError: the format cannot hold everything; nothing is written.
        Unrepresentable: the format cannot hold what the class requires, or the encoding has no such
            character; nothing is written.
        FileError: it cannot be written, or there stands something that is no regular file.
        UnknownFormat: no format has that name.

    >>> import io
    >>> file = io.StringIO()
    >>> dump(Article(title="Rain"), file, "ndjson")
    >>> file.getvalue()
    '{"$schema": "urn:snippetkit:article:1", "title": "Rain"}\n'
    """
    path = storage.path_of(target)
    chosen = format_for_suffix(storage.suffix_of(path)) or "snippet" if format is None else format
    chosen = resolve(chosen, "", type(article))
    data = chosen.create_bytes(article) if encoding == "utf-8" else None
    text = dumps(article, chosen, allow_loss=allow_loss) if data is None else data
    if format is None and isinstance(text, str):
        refuse_mistaken(text, chosen, storage.suffix_of(path))
    storage.write(target, text, encoding)


def refuse_mistaken(text: str, chosen: Format[Any], suffix: str) -> None:
    """Raise `Unrepresentable` if a file that has this suffix would say something else."""
    found = resolve(None, text, chosen.cls, suffix)
    if found.name != chosen.name:
        meant, back = chosen.read(text).article, found.read(text)
        if back.flaws or not same(back.article, meant):
            refusal = difference(found, meant, back)
            what = f"by its content it is {found.name}, unless format= says otherwise"
            raise Unrepresentable(refusal.field, f"{refusal.reason}: {what}")


def dumps(
    article: Article, format: str | Format[Any] = "snippet", *, allow_loss: bool = False
) -> str:
    """The text of *article*, in canonical form. Inverse of `loads`.

    Raises:
        LossError: the format cannot hold everything, and *allow_loss* is not said.
        Unrepresentable: the format cannot hold what the class requires.
        UnknownFormat: no format has that name.

    >>> print(dumps(Article(title="Rain", categories=["Weather"], body="It rained.")))
    ---
    ## Rain
    Category: Weather
    ---
    <BLANKLINE>
    It rained.
    """
    found = resolve(format, "", type(article))
    try:
        return found.create(article)
    except Unrepresentable:
        lost, rest = found.losses(article)
        if allow_loss:
            return found.create(rest)
        raise LossError(lost) from None


def losses(article: Article, format: str | Format[Any]) -> tuple[Loss, ...]:
    r"""What a format could not hold of *article*, as data; nothing if it can hold it all.

    Raises:
        Unrepresentable: the format cannot hold what the class requires, or the class makes something
            else of what could be kept.
        UnknownFormat: no format has that name.

    >>> [(loss.field, loss.kept) for loss in losses(Article(title="Two\nlines"), "snippet")]
    [('title', 'Two lines')]
    """
    return resolve(format, "", type(article)).losses(article)[0]


def detect(source: str | bytes, *, encoding: str | None = None) -> str:
    r"""The name of the format that a text, or its bytes, are written in, by content.

    A text that has nothing of any format is a snippet without a header.

    Raises:
        UnknownFormat: there is nothing to read, or NUL characters, which no text has.
        ParseError: the bytes cannot be decoded.

    >>> detect('{"title": "Rain"}'), detect(b"## Rain\nCategory: Weather\n")
    ('json', 'snippet')
    """
    text = storage.decoded(source, encoding)[0]
    refuse_binary(text)
    return detected(text).name
