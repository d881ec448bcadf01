"""Texts as bytes and files: decoding, encoding, and replacing a file as a whole."""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import stat
import tempfile
from collections.abc import Iterator
from typing import IO, Any, TypeAlias, cast

import attrs

from snippetkit.errors import FileError, Flaw, ParseError, Unrepresentable, located

__all__ = ["LARGEST", "Origin", "PathLike", "Readable", "Writable", "decoded", "encoded", "read", "write"]

PathLike: TypeAlias = "str | os.PathLike[str]"
Readable: TypeAlias = "PathLike | IO[str] | IO[bytes]"
Writable: TypeAlias = "PathLike | IO[str] | IO[bytes]"

LARGEST = 256 * 1024 * 1024
"""The largest file that is read whole, in bytes."""

# The BOM stays in the text as its first character, so these codecs must not take it away.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@attrs.frozen(kw_only=True)
class Origin:
    """The file that a text came from."""

    path: str | None = None
    """Its path, or None where it was no file."""
    encoding: str = "utf-8"
    """The encoding that its bytes were read in."""


def decoded(data: str | bytes, encoding: str | None = None, path: str | None = None) -> tuple[str, Origin]:
    """The text of *data*, and where it is from: by its BOM, as strict UTF-8, or in *encoding*.

    Raises:
        ParseError: the bytes are not in that encoding; or are not UTF-8 and no encoding is given.

    >>> decoded(b"caf\\xe9", "latin-1")[0]
    'café'
    """
    if isinstance(data, str):
        return data, Origin(path=path)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _decode(data, name, path), Origin(path=path, encoding=name)
    try:
        return str(data, "utf-8"), Origin(path=path)
    except UnicodeDecodeError:
        name = encoding or "utf-8"
        return _decode(data, name, path), Origin(path=path, encoding=name)


def _decode(data: bytes, encoding: str, path: str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        what = f"these bytes are not {encoding}; encoding= says what they are"
        text = before + data[error.start : error.end + 40].decode("latin-1")
        flaw = Flaw(len(before), len(before) + error.end - error.start, "bad-encoding", what)
        raise ParseError(located(text, [flaw]), path) from None
    except LookupError:
        flaw = Flaw(0, 0, "bad-encoding", f"there is no encoding called {encoding!r}")
        raise ParseError(located("", [flaw]), path) from None


def encoded(text: str, encoding: str = "utf-8") -> bytes:
    """The bytes of *text*. Inverse of `decoded`.

    Raises:
        Unrepresentable: the encoding has no such character.
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        found = ascii(text[error.start])
        line = located(text, [Flaw(error.start, error.end, "bad-encoding", "")])[0].line
        raise Unrepresentable("text", f"{encoding} has no character {found} (line {line})") from None


def read(source: Readable, encoding: str | None = None) -> tuple[str, Origin]:
    """The text of a file, by path or file object, and where it is from. Inverse of `write`.

    Only regular files (and what links to one) are read by path, up to `LARGEST` bytes.

    Raises:
        FileError: it cannot be read.
        ParseError: it cannot be decoded.
    """
    if not isinstance(source, str | os.PathLike):
        return decoded(cast("str | bytes", source.read()), encoding)
    path = os.fspath(source)
    return decoded(read_bytes(path), encoding, path)


def read_bytes(path: str) -> bytes:
    """The bytes of a regular file.

    Raises:
        FileError: it cannot be read, is no regular file, or is larger than `LARGEST`.
    """
    with _ours(path):
        # O_NONBLOCK: opening a pipe must not wait for somebody to write into it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise FileError(errno.EINVAL, "is no regular file", path)
            if found.st_size > LARGEST:
                raise FileError(errno.EFBIG, f"is larger than {LARGEST:,} bytes", path)
            return _all(handle, found.st_size)
        finally:
            os.close(handle)


def _all(handle: int, size: int) -> bytes:
    data = os.read(handle, size + 1)
    if len(data) == size:
        return data
    rest = io.BytesIO()
    rest.write(data)
    while more := os.read(handle, 1 << 20):
        rest.write(more)
    return rest.getvalue()


def write(target: Writable, text: str, encoding: str = "utf-8") -> None:
    """Write *text* to a path or file object. Inverse of `read`.

    A path is replaced as a whole: whatever happens, the old or the new text is there, complete. A
    link stays a link, the file keeps its mode.

    Raises:
        FileError: it cannot be written.
        Unrepresentable: the encoding has no such character.
    """
    data = encoded(text, encoding)
    if not isinstance(target, str | os.PathLike):
        _write_open(target, text, data)
        return
    path = os.fspath(target)
    with _ours(path):
        _replace(os.path.realpath(path), data)


def _write_open(target: IO[Any], text: str, data: bytes) -> None:
    """Into an open file; a text file gets text, with line ends as they are."""
    if isinstance(target, io.TextIOBase):
        target.write(text)
    else:
        target.write(data)


def _replace(path: str, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path) or ".", prefix=".snippetkit-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(path: str) -> int:
    """The mode the file has, or a new file would get."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


@contextlib.contextmanager
def _ours(path: str) -> Iterator[None]:
    """Errors of the system, and of paths that can be none, as our own."""
    try:
        yield
    except FileError:
        raise
    except OSError as error:
        raise FileError(error.errno, error.strerror, path) from None
    except ValueError as error:
        raise FileError(errno.EINVAL, str(error), path) from None
