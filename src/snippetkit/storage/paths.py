"""Paths and open files as arguments, and the errors that they may cause."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import IO, TypeAlias, cast

from snippetkit.errors import FileError, InvalidValue, SnippetError

__all__ = [
    "PathLike",
    "Readable",
    "Writable",
    "any_errors",
    "failed",
    "is_unwritten",
    "only_path",
    "path_of",
    "suffix_of",
    "system_errors",
]

PathLike: TypeAlias = "str | os.PathLike[str]"
Readable: TypeAlias = "PathLike | IO[str] | IO[bytes]"
Writable: TypeAlias = "PathLike | IO[str] | IO[bytes]"


def path_of(source: Readable | Writable) -> str | None:
    """The path in *source*, as a string; None for an open file.

    Raises:
        InvalidValue: it is neither.
    """
    if isinstance(source, str):
        return source
    if hasattr(source, "__fspath__"):  # `os.PathLike`, asked in a fifth of the time
        with contextlib.suppress(TypeError):  # it gives what is no path
            path = os.fspath(cast("PathLike", source))
            if isinstance(path, str):
                return path
    elif hasattr(source, "read") or hasattr(source, "write"):
        return None
    raise InvalidValue("path", f"must be a path or an open file, not {type(source).__name__}")


def only_path(source: PathLike, field: str = "path") -> str:
    """The path in *source*, as a string.

    Raises:
        InvalidValue: it is not a path.
    """
    path = path_of(source)
    if path is None:
        raise InvalidValue(field, f"must be a path, not {type(source).__name__}")
    return path


def suffix_of(path: str | None) -> str:
    """The ending of a file's name, with its dot; empty without one.

    >>> suffix_of("rain.txt"), suffix_of(None)
    ('.txt', '')
    """
    return "" if path is None else os.path.splitext(path)[1]


def is_unwritten(path: PathLike) -> bool:
    """Whether a path has the name of a PDF, which can be read but not written."""
    return suffix_of(os.fspath(path)).lower() == ".pdf"


class system_errors:  # noqa: N801  # used as a function is; a generator takes thrice as long
    """Turn errors of the system, and of impossible paths, into the library's own."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError | ValueError) and not isinstance(error, SnippetError):
            raise failed(error, self._path) from None


class any_errors(system_errors):  # noqa: N801  # as above
    """The same for whatever an open file raises: a decompressor has its own errors."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, SnippetError):
            raise failed(error, self._path) from error


def failed(error: Exception, path: str) -> FileError:
    """*error* as one of our own, of the file at *path*."""
    if isinstance(error, OSError):
        return FileError(error.errno, error.strerror or str(error), path)
    if isinstance(error, ValueError):
        return FileError(errno.EINVAL, str(error), path)
    return FileError(errno.EIO, f"{type(error).__name__}: {error}", path)
