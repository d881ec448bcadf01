"""Escape everything in a document that a terminal could act on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where first used, so that --help and --version are there at once
    from snippetkit.errors import SnippetError
    from snippetkit.model import Article
    from snippetkit.results import Result

__all__ = [
    "clip",
    "complain",
    "escaped",
    "escaped_lines",
    "line_of",
    "reason_of",
    "say",
    "screen_width",
]


def complain(place: str, result: Result[Article], error: SnippetError | None) -> None:
    """Say on stderr what is wrong, with the lines of the text where that is known."""
    shown = [f"{escaped(place)}:{defect.pointed()}" for defect in result.defects[:3]]
    more = len(result.defects) - len(shown)
    shown += [f"{escaped(place)}: and {more} more"] if more else []
    if error is not None and (error is not result.error or not shown):
        shown.append(f"{line_of(place, result)}: {escaped_lines(reason_of(error))}")
    say("\n".join(shown))


def line_of(place: str, result: Result[Article]) -> str:
    """The file, and the line where the article begins if the file holds many."""
    return escaped(place) + ("" if result.line is None else f":{result.line}")


def reason_of(error: SnippetError) -> str:
    """What the system said, or the error."""
    return str(getattr(error, "strerror", None) or error)


def say(message: str) -> None:
    """Put a message on stderr."""
    print(message, file=sys.stderr)


def escaped(text: str) -> str:
    """*text* with everything a terminal could act on shown as an escape."""
    from snippetkit.errors import visible

    return visible(text)


def escaped_lines(text: str) -> str:
    """The same with the line ends of the text as line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(escaped, lines))


def clip(text: str, width: int) -> str:
    """*text* made visible and cut to *width* columns: two for East Asian ones, none for marks."""
    import unicodedata

    shown = escaped(text[: 4 * width])
    columns = fits = 0
    for at, character in enumerate(shown, start=1):
        wide = unicodedata.east_asian_width(character) in "WF"
        columns += 0 if unicodedata.combining(character) else 1 + wide
        if columns > width:
            return shown[:fits] + "..."
        fits = at if columns <= width - len("...") else fits
    return shown


def screen_width() -> int:
    """How many columns there are to print on."""
    import shutil

    return max(20, shutil.get_terminal_size().columns)
