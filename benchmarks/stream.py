"""A stream of documents, and the memory that is resident on the way: `PLACE COUNT`.

A program of its own, because what other rows have freed would hide what this one takes.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])  # where the library stands that is measured

from benchmarks.corpus import snippets
from snippetkit import loads

_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident() -> float:
    """The memory of this process that is in use, in MB."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


def main(count: int) -> None:
    """Print the memory after a tenth, at the half and at the end."""
    marks = {max(1, count // 10): "", max(2, (count + count // 10) // 2): "", count: ""}
    for number, text in enumerate(snippets(count), start=1):
        loads(text.encode(), "snippet")
        if number in marks:
            marks[number] = f"{resident():.3f}"
    print(*marks.values())


if __name__ == "__main__":
    main(int(sys.argv[2]))
