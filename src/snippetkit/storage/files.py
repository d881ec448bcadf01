"""Read files as texts, whole or line by line, and replace them atomically."""

from __future__ import annotations

import codecs
import contextlib
import errno
import functools
import io
import itertools
import os
import stat
from collections.abc import Iterable, Iterator
from typing import IO, Any, AnyStr, cast

from snippetkit.errors import FileError, InvalidValue, SnippetError, Unrepresentable
from snippetkit.storage.encodings import by_bom, decoded, encoded, undecodable
from snippetkit.storage.origin import Origin, Version
from snippetkit.storage.paths import (
    Readable,
    Writable,
    any_errors,
    failed,
    is_unwritten,
    path_of,
    system_errors,
)

__all__ = ["LARGEST", "is_changed", "lines", "opened", "read", "read_bytes", "write"]

LARGEST = 256 * 1024 * 1024
"""The largest file that is read whole, and the longest line of a longer one, in bytes."""
_CHUNK = 1 << 18


def read(source: Readable, encoding: str | None = None) -> tuple[str, Origin]:
    """The text of a file, given as a path or an open file, and its origin. Inverse of `write`.

    By path, only regular files (and links to them) are read, up to `LARGEST` bytes.

    Raises:
        FileError: it cannot be read.
        ParseError: it cannot be decoded.
    """
    path = path_of(source)
    if path is None:
        return decoded(_read_open(cast("IO[Any]", source)), encoding)
    data, version = _read_version(path)
    return decoded(data, encoding, path, version)


def _read_open(source: IO[Any]) -> Any:
    """All of an open file, up to `LARGEST` bytes or characters, because a pipe has no size."""
    name = _name(source)
    with any_errors(name):
        if not hasattr(source, "encoding"):
            return _joined(iter(functools.partial(source.read, _CHUNK), b""), name)
        try:
            chunks = iter(functools.partial(source.read, _CHUNK), "")
            return "".join(_up_to_largest(chunks, name))
        except UnicodeDecodeError as error:
            raise undecodable(error, error.encoding, name) from None


def _name(source: IO[Any]) -> str:
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "(an open file)"


def _joined(chunks: Iterable[bytes], path: str) -> bytes:
    data = io.BytesIO()  # which grows as they come; a list of them would be as large again
    for chunk in _up_to_largest(chunks, path):
        data.write(chunk)
    return data.getvalue()


def _up_to_largest(chunks: Iterable[AnyStr], path: str) -> Iterator[AnyStr]:
    """The *chunks*, as long as all of them are not larger than `LARGEST`."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST:
            raise _too_large(path)
        yield chunk


def _too_large(path: str) -> FileError:
    return FileError(errno.EFBIG, f"is larger than {LARGEST:,} bytes", path)


def read_bytes(path: str) -> bytes:
    """The bytes of a regular file.

    Raises:
        FileError: it cannot be read, is not a regular file, or is larger than `LARGEST`.
    """
    return _read_version(path)[0]


def _read_version(path: str) -> tuple[bytes, Version]:
    with system_errors(path):
        handle, found = _open(path)
        version = _version(found)
        try:
            if version.size > LARGEST:
                raise _too_large(path)
            data = os.read(handle, version.size + 1)
            if len(data) == version.size:
                return data, version
            # It has grown or shrunk since, or is one of the system's that say no size.
            rest = iter(functools.partial(os.read, handle, _CHUNK), b"")
            return _joined(itertools.chain([data], rest), path), version
        finally:
            os.close(handle)


def is_changed(path: str, version: Version) -> bool:
    """Whether the state of the file differs from *version*; a deleted file has nothing to lose.

    Raises:
        FileError: this cannot be determined.
    """
    with system_errors(path):
        try:
            return _version(os.stat(path)) != version
        except FileNotFoundError:
            return False


def _version(found: os.stat_result) -> Version:
    return Version(found.st_ino, found.st_size, found.st_mtime_ns)


@contextlib.contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """A regular file of whatever size, open for `lines`.

    Raises:
        FileError: it cannot be read, or is not a regular file.
    """
    with system_errors(path):
        handle, _ = _open(path)
    with os.fdopen(handle, "rb", buffering=0) as file:
        yield file


def _open(path: str) -> tuple[int, os.stat_result]:
    """The handle of a regular file, and what the system says of it."""
    # O_NONBLOCK: opening a pipe must not wait for somebody to write into it.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    found = os.fstat(handle)
    if stat.S_ISREG(found.st_mode):
        return handle, found
    os.close(handle)
    if stat.S_ISDIR(found.st_mode):
        raise FileError(errno.EISDIR, "is a folder; load_all reads one", path)
    raise FileError(errno.EINVAL, "is no regular file", path)


def lines(source: IO[Any]) -> Iterator[str | bytes | None]:
    r"""The lines of an open file, without their ends; None stands for one longer than `LARGEST`.

    Only ``\r\n``, ``\n`` and ``\r`` end lines. Bytes stay bytes, so a line that is not text costs
    only itself; but a file that begins with the BOM of UTF-16 or UTF-32 is decoded.

    Raises:
        FileError: it cannot be read any further.
        ParseError: it cannot be decoded any further.

    >>> list(lines(io.BytesIO(b"one\r\ntwo\rthree\n\nfour")))
    [b'one', b'two', b'three', b'', b'four']
    """
    name = _name(source)
    with any_errors(name):
        try:
            yield from _split(_chunks(source))
        except UnicodeDecodeError as error:
            raise undecodable(error, error.encoding, name) from None


def _chunks(source: IO[Any]) -> Iterator[Any]:
    first = source.read(_CHUNK)
    rest = iter(functools.partial(source.read, _CHUNK), first[:0])
    chunks = itertools.chain([first], rest)
    named = None if isinstance(first, str) else by_bom(first)
    return chunks if named in (None, "utf-8") else codecs.iterdecode(chunks, str(named))


def _split(chunks: Iterator[Any]) -> Iterator[Any]:
    """Lines of chunks of text or bytes; what is too long is dropped as it comes."""
    held: list[Any] = []
    cr: Any
    lf: Any
    size, after_cr, empty = 0, False, b""
    for chunk in chunks:
        cr, lf = ("\r", "\n") if isinstance(chunk, str) else (b"\r", b"\n")
        fresh = chunk[1:] if after_cr and chunk[:1] == lf else chunk  # the LF of a CR LF cut in two
        after_cr, empty = fresh[-1:] == cr, chunk[:0]
        if cr in fresh:
            fresh = fresh.replace(cr + lf, lf).replace(cr, lf)
        for n, part in enumerate(fresh.split(lf)):
            if n:
                yield None if size > LARGEST else empty.join(held)
                held, size = [], 0
            size += len(part)
            if size <= LARGEST:
                held.append(part)
            else:
                held = []
    if size:
        yield None if size > LARGEST else empty.join(held)


def write(target: Writable, text: str | bytes, encoding: str = "utf-8") -> Version | None:
    """Write *text*, or its UTF-8 bytes, to a path or an open file. Inverse of `read`.

    A file at a path is replaced atomically: whatever happens, it holds the old or the new text,
    complete. A link stays a link, and the file keeps its mode. Returns the state of the file; None
    for an open file.

    Raises:
        FileError: it cannot be written, or is named as a PDF.
        Unrepresentable: the encoding lacks a character of the text.
        InvalidValue: *target* is neither a path nor a file to write to.
    """
    path = path_of(target)
    if path is None:
        if not hasattr(target, "write"):
            what = f"must be a path or a file open for writing, not {type(target).__name__}"
            raise InvalidValue("path", what)
        _write_open(cast("IO[Any]", target), text, encoding)
        return None
    if is_unwritten(path):
        raise FileError(errno.EINVAL, "a PDF is read and not written", path)
    data = _bytes_of(text, encoding)
    with system_errors(path):
        return _replace(os.path.realpath(path), data)


def _bytes_of(text: str | bytes, encoding: str) -> bytes:
    return text if isinstance(text, bytes) else encoded(text, encoding)


def _write_open(target: IO[Any], text: str | bytes, encoding: str) -> None:
    """Into an open file; one that has an encoding of its own gets text, with its line ends."""
    try:
        if not hasattr(target, "encoding"):
            target.write(_bytes_of(text, encoding))
        else:
            target.write(text.decode() if isinstance(text, bytes) else text)
    except UnicodeEncodeError as error:
        what = f"{error.encoding} has no character {error.object[error.start]!a}"
        raise Unrepresentable("text", what) from None
    except SnippetError:
        raise
    except (OSError, ValueError) as error:
        raise failed(error, _name(target)) from None


def _replace(path: str, data: bytes) -> Version:
    """The file at *path* by a new one beside it, under its name in one step of the system."""
    mode = _mode(path)
    temporary = os.path.join(os.path.dirname(path), f".snippetkit-{os.urandom(8).hex()}")
    # A new file gets the mode that the process and the folder give; what takes the place of an old
    # one is nobody else's to read before it has the mode of the old one.
    opener = functools.partial(os.open, mode=0o666 if mode is None else 0o600)
    try:
        with open(temporary, "xb", opener=opener) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            version = _version(os.fstat(file.fileno()))
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    return version


def _mode(path: str) -> int | None:
    """The mode of the file that is to be replaced, or None where none is."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise FileError(errno.EINVAL, "is no regular file", path)
    if not os.access(path, os.W_OK):
        raise FileError(errno.EACCES, "is read-only", path)
    return stat.S_IMODE(found.st_mode)
