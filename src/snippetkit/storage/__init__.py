"""Texts as bytes and files: decode, encode, read, replace files atomically, walk folders."""

from snippetkit.storage.encodings import DETECT, decoded, encoded, encoded_as, has_nul
from snippetkit.storage.files import LARGEST, is_changed, lines, opened, read, read_bytes, write
from snippetkit.storage.folders import walk
from snippetkit.storage.origin import Origin, Part, Told, Version
from snippetkit.storage.paths import (
    PathLike,
    Readable,
    Writable,
    is_unwritten,
    only_path,
    path_of,
    suffix_of,
    system_errors,
)

__all__ = [
    "DETECT",
    "LARGEST",
    "Origin",
    "Part",
    "PathLike",
    "Readable",
    "Told",
    "Version",
    "Writable",
    "decoded",
    "encoded",
    "encoded_as",
    "has_nul",
    "is_changed",
    "is_unwritten",
    "lines",
    "only_path",
    "opened",
    "path_of",
    "read",
    "read_bytes",
    "suffix_of",
    "system_errors",
    "walk",
    "write",
]
