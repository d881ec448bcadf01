"""Read many articles from a file, a folder or several paths, each as a result of its own."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast, overload

import attrs

from snippetkit import storage
from snippetkit.document import Document, checked, refuse_binary, resolve
from snippetkit.errors import (
    Defect,
    FileError,
    Flaw,
    InvalidValue,
    ParseError,
    SnippetError,
    located,
)
from snippetkit.formats import Format, format_for_suffix, format_named
from snippetkit.model import Article
from snippetkit.storage import Origin, Part, PathLike, Readable

if TYPE_CHECKING:
    from snippetkit.model.profile import Profile

__all__ = ["Result", "load_all"]

A = TypeVar("A", bound=Article)
B = TypeVar("B", bound=Article)

_BLANK = "\ufeff \t\r\n"


@attrs.frozen(kw_only=True)
class Result(Generic[A]):
    """One article of many, or the error that kept it from being read.

    >>> result = next(load_all("no such file"))
    >>> result.ok, result.path, type(result.error).__name__
    (False, 'no such file', 'FileError')
    """

    path: str | None = None
    """The file; None for an open file without a path."""
    line: int | None = None
    """The line on which the article begins, counted from 1, if the file holds many."""
    column: int | None = None
    """The character of that line at which it begins, counted from 1, if the file holds many."""
    document: Document[A] | None = None
    """The article with its text: see its `defects`, or edit it and `save`. None on an error.
    If a file holds several articles, the document has its own part of the text, and `save` puts it
    back there. A line of NDJSON is read without the rest of its file: `save` needs a path."""
    error: SnippetError | None = None
    """Why there is no article; None if there is one."""

    @property
    def ok(self) -> bool:
        r"""Whether there is an article.

        >>> import io
        >>> [result.ok for result in load_all(io.StringIO('{"title": "Rain"}\n{"title": 5}\n'))]
        [True, False]
        """
        return self.error is None

    @property
    def article(self) -> A:
        r"""The article; raises `error` if there is none.

        >>> import io
        >>> [result.article.title for result in load_all(io.StringIO('{"title": "Rain"}\n'))]
        ['Rain']
        """
        if self.document is None:
            raise self.error or ValueError("a result has a document or an error")
        return self.document.article

    @property
    def defects(self) -> tuple[Defect, ...]:
        r"""The defects of the text, with the line and column in the file.

        >>> import io
        >>> *_, last = load_all(io.StringIO('{"title": "Rain"}\n{"title": 5}\n'))
        >>> print(*last.defects)
        2:11: bad-value must be str, not int: 5
        """
        if isinstance(self.error, ParseError):
            return self.error.defects
        return tuple(map(self.moved, () if self.document is None else self.document.defects))

    def moved(self, defect: Defect) -> Defect:
        r"""A defect of `document`, with the line and column in the file.

        >>> import io
        >>> *_, last = load_all(io.StringIO('{"title": "Rain"}\n{"title": 5}\n'), tolerant=True)
        >>> (defect,) = last.document.defects
        >>> defect.line, last.moved(defect).line
        (1, 2)
        """
        return _moved(defect, self.line, self.column)


@overload
def load_all(
    source: Readable | Iterable[PathLike],
    format: str | Format[Any] | None = None,
    *,
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> Iterator[Result[Article]]: ...
@overload
def load_all(
    source: Readable | Iterable[PathLike],
    format: str | Format[Any] | None = None,
    *,
    cls: type[B],
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> Iterator[Result[B]]: ...
def load_all(
    source: Readable | Iterable[PathLike],
    format: str | Format[Any] | None = None,
    *,
    cls: type[Any] = Article,
    tolerant: bool = False,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> Iterator[Result[Any]]:
    r"""All articles of a file, of a folder or of several paths, lazily, one at a time.

    No bad file stops the run: whatever cannot be read is a `Result` with its `error`.

    - A file with one article gives one result.
    - NDJSON (by *format*, by its suffix ``.ndjson`` or ``.jsonl``, or by content) gives one result
      per line that is not blank. If the format or the suffix says so, the file is read line by line
      and may be of any size.
    - A JSON array gives one result per element.
    - A file of several snippets gives one result each, if all begin alike: with the same mark, a
      title, and a label in common.
    - A folder gives the results of its files and of its subfolders' files, in the order of their
      names (by code point). Names that begin with a dot are skipped. Every other file is read,
      whatever its suffix. Files that are not text, or have NUL characters while no *format* is
      given, are results with an error. So are links (pass their own paths to follow them), pipes,
      devices, and folders that cannot be listed.
    - Several paths give the results of each in turn.

    Args:
        source: A path, a file open for reading text or bytes, or several paths.
        format: As in `load`, for every file.
        cls: As in `load`.
        tolerant: As in `load`; the `defects` of each result say what is wrong.
        encoding: As in `load`.
        profile: As in `load`, for every file.

    Raises:
        UnknownFormat: no format has that name.
        InvalidValue: *source* is none of these.

    >>> import io
    >>> file = io.StringIO('{"title": "Rain"}\n{"title": 5}\n{"title": "Snow"}\n')
    >>> for result in load_all(file):
    ...     print(result.line, result.article.title if result.ok else result.error.defects[0].code)
    1 Rain
    2 bad-value
    3 Snow
    """
    chosen = None if format is None else resolve(format, "", cls)
    reader = _Reader(chosen, cls, tolerant, encoding, profile)
    if isinstance(source, str | os.PathLike) or hasattr(source, "read"):
        path = storage.path_of(cast(Readable, source))
        if path is None:
            return reader.results(reader.in_open(cast("IO[Any]", source)))
        return reader.results(reader.at(path))
    paths: Any = source
    if isinstance(paths, bytes | bytearray) or not isinstance(paths, Iterable):
        raise InvalidValue(
            "source", f"must be a path, an open file or paths, not {type(source).__name__}"
        )
    return reader.results(reader.at_each(paths))


class _Piece(NamedTuple):
    """A text that should hold one article, and where it stands; or why there is none."""

    path: str | None
    line: int | None
    column: int | None
    content: str | bytes | SnippetError
    format: Format[Any] | None = None
    origin: Origin | None = None


class _Reader(NamedTuple):
    """How the articles of one run are to be read."""

    format: Format[Any] | None
    cls: type[Any]
    tolerant: bool
    encoding: str | None
    profile: Profile | None

    def results(self, pieces: Iterable[_Piece]) -> Iterator[Result[Any]]:
        for piece in pieces:
            path, line, column = piece[:3]
            try:
                document = self._document(piece)
            except SnippetError as error:
                moved = _in_file(error, path, line, column)
                yield Result(path=path, line=line, column=column, error=moved)
            else:
                if document is not None:
                    yield Result(path=path, line=line, column=column, document=document)

    def _document(self, piece: _Piece) -> Document[Any] | None:
        """The document of a piece, read already; None where a line is blank."""
        if isinstance(piece.content, SnippetError):
            raise piece.content
        text, origin = storage.decoded(piece.content, self.encoding)
        if piece.line is not None and not text.strip(_BLANK):
            return None
        format = resolve(piece.format, text, self.cls, profile=self.profile)
        document = checked(Document(format, text, piece.origin or origin), self.tolerant)
        _ = document.reading  # so that an optional library is missed here, and not later
        return document

    def at_each(self, paths: Iterable[PathLike]) -> Iterator[_Piece]:
        """The pieces of several files or folders."""
        for given in paths:
            yield from self.at(storage.only_path(given, "paths"))

    def at(self, path: str) -> Iterator[_Piece]:
        """The pieces of a file or a folder."""
        if not os.path.isdir(path):
            yield from self._file(path)
            return
        for found, refusal in storage.walk(path):
            if refusal is None:
                yield from self._file(found)
            else:
                yield _Piece(found, None, None, refusal)

    def _file(self, path: str) -> Iterator[_Piece]:
        format = self.format or format_for_suffix(storage.suffix_of(path))
        try:
            if format is not None and format.one_a_line:
                with storage.opened(path) as file:
                    yield from self._lines(file, path, format)
            else:
                yield from self._text(*storage.read(path, self.encoding))
        except SnippetError as error:
            yield _Piece(path, None, None, error)

    def in_open(self, source: IO[Any]) -> Iterator[_Piece]:
        """The pieces of an open file."""
        if self.format is not None and self.format.one_a_line:
            yield from self._lines(source, None, self.format)
            return
        try:
            yield from self._text(*storage.read(source, self.encoding))
        except SnippetError as error:
            yield _Piece(None, None, None, error)

    def _text(self, text: str, origin: Origin) -> Iterator[_Piece]:
        """The pieces of a whole text, whose format is seen by its content if none is given."""
        given = self.format or origin.format
        if given is None:
            refuse_binary(text)
        found = resolve(given, text, self.cls, storage.suffix_of(origin.path), self.profile)
        # Each piece may be of another source than the first, with a profile of its own.
        format = self.format or format_named(found.name)
        if format.one_a_line:
            yield from self._lines(io.StringIO(text, newline=""), origin.path, format)
            return
        spans, flaws = found.parts(text)
        if spans == [(0, len(text))]:
            yield _Piece(origin.path, None, None, text, found, origin)
            return
        for number, place in enumerate(located(text, [Flaw(*span, "", "") for span in spans])):
            piece = text[place.start : place.end]
            part = attrs.evolve(origin, part=Part(number, piece))
            yield _Piece(origin.path, place.line, place.column, piece, format, part)
        if flaws:
            yield _Piece(origin.path, None, None, ParseError(located(text, flaws)))

    def _lines(self, source: IO[Any], path: str | None, format: Format[Any]) -> Iterator[_Piece]:
        number = 0
        try:
            for number, line in enumerate(storage.lines(source), start=1):
                yield _Piece(path, number, 1, _too_long() if line is None else line, format)
        except SnippetError as error:
            yield _Piece(path, number + 1, 1, error)


def _too_long() -> FileError:
    return FileError(errno.EFBIG, f"the line is longer than {storage.LARGEST:,} bytes")


def _in_file(
    error: SnippetError, path: str | None, line: int | None, column: int | None
) -> SnippetError:
    """The error of a part of a file, with its place in the whole."""
    if not isinstance(error, ParseError):
        return error
    defects = tuple(_moved(defect, line, column) for defect in error.defects)
    return ParseError(defects, path or error.name)


def _moved(defect: Defect, line: int | None, column: int | None) -> Defect:
    """The defect of a text that begins at that line and column of its file."""
    right = (column or 1) - 1 if defect.line == 1 else 0
    down = (line or 1) - 1
    return attrs.evolve(defect, line=defect.line + down, column=defect.column + right)
