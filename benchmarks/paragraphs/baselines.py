"""What people do today: to be beaten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_BLANK = re.compile(r"\n[ \t\f\r]*\n|\f")
_ENDS = '.!?…。！？؟۔।॥።"”»’'
_SHORT = 0.8


def blank_lines(text: str, language: str) -> Sequence[str]:
    """Blank lines part paragraphs."""
    del language
    return [part for part in _BLANK.split(text) if part.strip(" \n\r\t")]


def short_lines(text: str, language: str) -> Sequence[str]:
    """A line shorter than 0.8 of the longest, or that ends a sentence, ends a paragraph."""
    del language
    return list(_paragraphs([line.strip(" \r\t") for line in re.split(r"[\n\f]", text)]))


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    longest = max(map(len, lines), default=0)
    held: list[str] = []
    for line in filter(None, lines):
        held.append(line)
        if len(line) < _SHORT * longest or line.endswith(tuple(_ENDS)):
            yield " ".join(held)
            held = []
    if held:
        yield " ".join(held)


def pdfium_short_lines(path: Path) -> Sequence[str]:
    """The same on what pypdfium2 reads from a PDF."""
    from benchmarks.paragraphs.extract import pypdfium2

    return short_lines(pypdfium2(path), "")
