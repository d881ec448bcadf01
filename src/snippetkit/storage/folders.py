"""Find the files in a folder and below, and the reasons not to read some of them."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from typing import Any

from snippetkit.errors import FileError
from snippetkit.storage.paths import system_errors

__all__ = ["walk"]


def walk(folder: str) -> Iterator[tuple[str, FileError | None]]:
    """The paths of the files in a folder and below, in order, or the reason not to read them.

    This uses a stack instead of recursion, because folders nest deeper than functions may.
    """
    stack = [_listed(folder)]
    while stack:
        path, found = next(stack[-1], ("", None))
        if not path:
            stack.pop()
        elif found == "folder":
            stack.append(_listed(path))
        else:
            yield path, found


def _listed(folder: str) -> Iterator[tuple[str, Any]]:
    """What a folder holds, by name: each path with "folder", None for a file, or a refusal."""
    try:
        with system_errors(folder), os.scandir(folder) as entries:
            shown = [entry for entry in entries if entry.name[:1] != "."]
    except FileError as error:
        return iter([(folder, error)])
    shown.sort(key=lambda entry: entry.name)
    return ((entry.path, _kind(entry)) for entry in shown)


def _kind(entry: os.DirEntry[str]) -> Any:
    try:
        with system_errors(entry.path):
            if entry.is_symlink():
                what = "is a link, which is not followed in a folder"
                return FileError(errno.ELOOP, what, entry.path)
            if entry.is_dir(follow_symlinks=False):
                return "folder"
            if entry.is_file(follow_symlinks=False):
                return None
    except FileError as error:
        return error
    return FileError(errno.EINVAL, "is no regular file", entry.path)
