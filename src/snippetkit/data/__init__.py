"""The files that come with the package: tables of words, the JSON Schema, the texts of the demo."""

from __future__ import annotations

import os
from typing import Any

__all__ = ["read"]

_loader: Any = __spec__.loader


def read(name: str) -> bytes:
    """The file *name*, wherever the package was imported from: a folder, or a zip file.

    Not through importlib.resources, whose import alone takes longer than all of the tables.

    >>> read("snippet-ur.txt").strip()[:2]
    b'--'
    """
    found: bytes = _loader.get_data(os.path.join(os.path.dirname(__file__), name))
    return found
