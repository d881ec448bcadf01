"""``snippetkit convert``: write articles in another format, to stdout or into a folder."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from snippetkit.cli._results import Found, MisusedError, known_format, results_of
from snippetkit.cli._screen import complain, escaped, escaped_lines, line_of, reason_of, say

if TYPE_CHECKING:  # imported where first used, so that --help and --version are there at once
    from snippetkit.formats import Format
    from snippetkit.model import Article
    from snippetkit.results import Result

__all__ = ["run_convert"]


def run_convert(options: argparse.Namespace) -> bool:
    """Write every article in the other format; whether all could be."""
    import itertools

    to = known_format(options.to)
    results = results_of(options, tolerant=options.tolerant)
    if options.output is not None:
        if os.path.exists(options.output) and not os.path.isdir(options.output):
            raise MisusedError(f"-o {escaped(options.output)} is no folder")
        return _Folder(options, to).hold(results)
    first = list(itertools.islice(results, 2))
    if len(first) > 1 and to.name != "ndjson":
        raise MisusedError("more than one article: -o DIR says where to write them")
    fine = True
    for _, place, result in itertools.chain(first, results):
        fresh = _converted(place, result, to, options)
        fine = fresh is not None and _put_out(place, result, *fresh) and fine
    return fine


def _converted(
    place: str, result: Result[Article], to: Format[Any], options: argparse.Namespace
) -> tuple[str, str] | None:
    """The text in another format and its encoding; None, and why on stderr, where there is none."""
    from snippetkit.errors import LossError, SnippetError
    from snippetkit.files import dumps

    try:
        article, document = result.article, result.document
        if result.defects:
            complain(place, result, None)
        if document is not None and document.format.name == to.name != "ndjson":
            # The very text, not a canonical form of it.
            return document.text, "utf-8" if document.origin is None else document.origin.encoding
        try:
            return dumps(article, to), "utf-8"
        except LossError as error:
            if not options.allow_loss:
                raise
            complain(place, result, error)
            return dumps(article, to, allow_loss=True), "utf-8"
    except SnippetError as error:
        complain(place, result, error)
        return None


def _put_out(place: str, result: Result[Article], text: str, encoding: str) -> bool:
    """A text to stdout: to a terminal as it may be shown, to anything else as it is."""
    from snippetkit.errors import Unrepresentable
    from snippetkit.storage import encoded

    if sys.stdout.isatty():
        print(escaped_lines(text), end="")
    elif hasattr(sys.stdout, "buffer"):
        try:
            data = encoded(text, encoding)
        except Unrepresentable as error:
            complain(place, result, error)
            return False
        sys.stdout.buffer.write(data)
    else:
        sys.stdout.write(text)
    return True


class _Folder:
    """The folder that converted articles are written to."""

    def __init__(self, options: argparse.Namespace, to: Format[Any]) -> None:
        self.options = options
        self.to = to
        self.root: str = options.output
        self.written: set[str] = set()

    def hold(self, results: Iterable[Found]) -> bool:
        """Write each result; whether all went well."""
        fine = True
        for given, place, result in results:
            fine = self._hold_one(given, place, result) and fine
        return fine

    def _hold_one(self, given: str, place: str, result: Result[Article]) -> bool:
        from snippetkit import storage
        from snippetkit.errors import SnippetError
        from snippetkit.files import refuse_mistaken

        fresh = _converted(place, result, self.to, self.options)
        if fresh is None:
            return False
        path = os.path.join(self.root, self._name(given, result))
        try:
            with storage.system_errors(path):
                os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            self._refuse_taken(path)
            refuse_mistaken(fresh[0], self.to, storage.suffix_of(path))
            storage.write(path, *fresh)
        except SnippetError as error:
            say(f"{line_of(place, result)}: {escaped(path)}: {escaped(reason_of(error))}")
            return False
        self.written.add(path)
        print(escaped(path))
        return True

    def _name(self, given: str, result: Result[Article]) -> str:
        """The path inside the folder: as inside the folder that was given, with another suffix."""
        path = result.path or "stdin"
        inside = os.path.relpath(path, given) if os.path.isdir(given) else os.path.basename(path)
        places = [f"-{result.line}"] if result.line is not None else []
        if result.column not in (None, 1):
            places.append(f"-{result.column}")
        suffix = next(iter(self.to.suffixes), f".{self.to.name}")
        return os.path.splitext(inside)[0] + "".join(places) + suffix

    def _refuse_taken(self, path: str) -> None:
        from snippetkit.errors import FileError

        root = os.path.realpath(self.root)
        if os.path.commonpath([root, os.path.realpath(path)]) != root:
            raise FileError(
                errno.EPERM, "would be written outside the folder, through a link", path
            )
        if path in self.written:
            raise FileError(
                errno.EEXIST, "is what another article of this run was written to", path
            )
        if os.path.lexists(path) and not self.options.force:
            raise FileError(errno.EEXIST, "is there already; --force replaces it", path)
