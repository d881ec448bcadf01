"""PDF to text, as people get it: the text that each extractor gives, untouched."""

from __future__ import annotations

import io
import logging
import subprocess
from collections.abc import Callable
from pathlib import Path

_BETWEEN_PAGES = "\n"  # what examples of pypdf and pypdfium2 join the pages with


def _pdftotext(path: Path, *options: str) -> str:
    command = ["pdftotext", *options, "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def pdftotext(path: Path) -> str:
    """Poppler's, in reading order."""
    return _pdftotext(path)


def pdftotext_layout(path: Path) -> str:
    """Poppler's, with spaces that show where things stood."""
    return _pdftotext(path, "-layout")


def pdfminer(path: Path) -> str:
    """pdfminer.six, its high level function."""
    from pdfminer.high_level import extract_text

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    return str(extract_text(str(path)))


def pypdf(path: Path) -> str:
    """pypdf, page by page."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    return _BETWEEN_PAGES.join(page.extract_text() for page in reader.pages)


def pypdfium2(path: Path) -> str:
    """pypdfium2, page by page."""
    from pypdfium2 import PdfDocument

    with PdfDocument(str(path)) as document:
        return _BETWEEN_PAGES.join(page.get_textpage().get_text_range() for page in document)


EXTRACTORS: dict[str, Callable[[Path], str]] = {
    "pdftotext": pdftotext,
    "pdftotext-layout": pdftotext_layout,
    "pdfminer": pdfminer,
    "pypdf": pypdf,
    "pypdfium2": pypdfium2,
}
