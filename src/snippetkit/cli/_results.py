"""The articles in the given paths, one after another."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:  # imported where first used, so that --help and --version are there at once
    from snippetkit.formats import Format
    from snippetkit.model import Article
    from snippetkit.results import Result

__all__ = ["Found", "MisusedError", "known_format", "results_of"]

_PATIENCE = 0.5
"""Seconds after which a run is long enough for a progress line."""
Found: TypeAlias = "tuple[str, str, Result[Article]]"
"""The path that was given, the place that is shown, and what was found there."""


class MisusedError(Exception):
    """The command cannot be meant as it is given."""


def results_of(options: argparse.Namespace, *, tolerant: bool) -> Iterator[Found]:
    """What stands in all the paths, watched where that takes long."""
    import codecs

    from snippetkit.storage import DETECT

    if options.format is not None:
        known_format(options.format)
    try:
        codecs.lookup("utf-8" if options.encoding in (None, DETECT) else options.encoding)
    except (LookupError, ValueError):
        raise MisusedError(f"there is no encoding called {options.encoding!r}") from None
    found = _all_results(options, tolerant)
    elsewhere = getattr(options, "output", None) is not None or not sys.stdout.isatty()
    return _watched(found) if sys.stderr.isatty() and elsewhere else found


def _all_results(options: argparse.Namespace, tolerant: bool) -> Iterator[Found]:
    from snippetkit.results import load_all

    for given in options.paths:
        source: Any = getattr(sys.stdin, "buffer", sys.stdin) if given == "-" else given
        for result in load_all(
            source, options.format, tolerant=tolerant, encoding=options.encoding
        ):
            place = "<stdin>" if result.path is None else result.path or "''"
            yield given, place, result


def _watched(results: Iterable[Found]) -> Iterator[Found]:
    """The results, counted on the terminal while they come."""
    import time

    due, line = time.monotonic() + _PATIENCE, ""
    for count, result in enumerate(results, start=1):
        if time.monotonic() >= due:
            line = f"{count:,} articles"
            print(line, end="\r", file=sys.stderr, flush=True)
            due = time.monotonic() + _PATIENCE
        yield result
    if line:
        print(" " * len(line), end="\r", file=sys.stderr, flush=True)


def known_format(name: str) -> Format[Any]:
    """The format of that name.

    Raises:
        MisusedError: there is none.
    """
    from snippetkit.errors import UnknownFormat
    from snippetkit.formats import format_named

    try:
        return format_named(name)
    except UnknownFormat as error:
        raise MisusedError(str(error)) from None
