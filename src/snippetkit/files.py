"""Read an article from a file or text, write it, and find its format and losses."""

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
        format: A format, or its name. By default the content decides, then the path's suffix.
        cls: The class of the article: `Article`, or a subclass of it.
        tolerant: Leave fields that cannot be read at their defaults instead of raising. To learn
            which ones and why, use `Document.load` and its `defects`.
        encoding: The encoding of a file that has no BOM and is not UTF-8. ``detect`` guesses it;
            the `origin` of `Document.load` says how sure the guess is.
        profile: What is known of the source. By default, the profile registered for it.

    Raises:
        ParseError: the text has defects (never when *tolerant*, except for bytes that cannot be
            decoded).
        FileError: the file cannot be read, is not a regular file, or is larger than 256 MiB.
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
    r"""The article in a text, or in its bytes. Inverse of `dumps`.

    The arguments and errors are those of `load`.

    >>> loads("---\ntitle: Rain\ntags: [weather]\n---\n\nIt rained.\n", "markdown").tags
    ('weather',)
    """
    told = encoding or profile or profiles.known  # what bytes alone do not say
    if isinstance(text, bytes) and format is not None and not told:
        if not isinstance(format, Format) or format.cls is not cls:
            format = resolve(format, "", cls)
        quick = format.quick(text)
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
    r"""Write *article* to a new file, in canonical form. Inverse of `load`.

    To change a file and keep everything else in it, use `Document`.

    Args:
        article: The article.
        target: A path, or a file open for writing text or bytes. A file that exists at the path is
            replaced atomically, and keeps its mode.
        format: A format, or its name. By default the path's suffix decides, or else it is a snippet.
        allow_loss: Write what the format can hold instead of refusing.
        encoding: The encoding in which to write to a path or a file of bytes.

    Raises:
        LossError: the format cannot hold everything; nothing is written.
        Unrepresentable: the format cannot hold a field that the class requires, or the encoding
            lacks a character, or (without *format*) the file would be read as another format;
            nothing is written.
        FileError: the file cannot be written, or the path is not a regular file.
        UnknownFormat: no format has that name.

    >>> import io
    >>> file = io.StringIO()
    >>> dump(Article(title="Rain"), file, "ndjson")
    >>> file.getvalue()
    '{"$schema": "urn:snippetkit:article:1", "title": "Rain"}\n'
    """
    suffix = storage.suffix_of(storage.path_of(target)) if format is None else ""
    chosen = format_for_suffix(suffix) or "snippet" if format is None else format
    chosen = resolve(chosen, "", type(article))
    data = chosen.create_bytes(article) if encoding == "utf-8" else None
    text = dumps(article, chosen, allow_loss=allow_loss) if data is None else data
    if format is None and isinstance(text, str):
        refuse_mistaken(text, chosen, suffix)
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
        LossError: the format cannot hold everything, and *allow_loss* is false.
        Unrepresentable: the format cannot hold a field that the class requires.
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
    r"""What a format cannot hold of *article*, as data; empty if it can hold everything.

    Raises:
        Unrepresentable: the format cannot hold a field that the class requires, or the class changes
            the values that could be kept.
        UnknownFormat: no format has that name.

    >>> [(loss.field, loss.kept) for loss in losses(Article(title="Two\nlines"), "snippet")]
    [('title', 'Two lines')]
    """
    return resolve(format, "", type(article)).losses(article)[0]


def detect(source: str | bytes, *, encoding: str | None = None) -> str:
    r"""The name of the format of a text, or of its bytes, judged by the content.

    A text that fits no format is a snippet without a header.

    Raises:
        UnknownFormat: the text is empty or blank, or contains NUL characters.
        ParseError: the bytes cannot be decoded.

    >>> detect('{"title": "Rain"}'), detect(b"## Rain\nCategory: Weather\n")
    ('json', 'snippet')
    """
    text = storage.decoded(source, encoding)[0]
    refuse_binary(text)
    return detected(text).name
