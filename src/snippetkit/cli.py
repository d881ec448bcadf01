"""The command line: ``snippetkit show|check|convert|schema|demo``.

Results go to stdout, everything else to stderr. Exit codes: 0 all is well, 1 something is wrong
with the data, 2 the command was not understood; as shells have it, 130 when interrupted and 141
when the reader of a pipe has gone.
"""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from snippetkit import __version__

if TYPE_CHECKING:  # imported where first used, so that --help and --version are there at once
    from snippetkit.document import Document
    from snippetkit.errors import SnippetError
    from snippetkit.files import Result
    from snippetkit.formats import Format
    from snippetkit.model import Article

__all__ = ["main"]

_PATIENCE = 0.5
"""Seconds after which a run is long enough for a progress line."""
_EXCERPT = 3
"""Lines of the body on a card."""

_Form: TypeAlias = "Callable[[str, Document[Article]], str]"
"""How an article is shown: by its place and its document."""
_Found: TypeAlias = "tuple[str, str, Result[Article]]"
"""The path that was given, the place that is shown, and what was found there."""


class _Misused(Exception):
    """The command cannot be meant as it is given."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line with the arguments *argv* (without them: the program's own).

    Gives the exit code; for ``--help``, ``--version`` and misuse it raises `SystemExit`, as
    `argparse` does.
    """
    parser = _parser()
    options = parser.parse_args(argv)
    try:
        _give_streams()
        # What a console has no character for is spelled as an escape, and never an error.
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")
        fine: bool = options.run(options)
        sys.stdout.flush()
    except _Misused as error:
        parser.error(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _forsake_stdout()
        return 141
    except OSError as error:
        _say(f"snippetkit: cannot write the output: {error.strerror or error}")
        _forsake_stdout()
        return 1
    return 0 if fine else 1


def _give_streams() -> None:
    """Nothing to read and nowhere to complain to, where the program was started with less.

    Raises:
        OSError: there is nowhere to put the results.
    """
    sys.stdin = sys.stdin or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _forsake_stdout() -> None:
    """Let nothing more be written, not even what the interpreter flushes at its end."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# ── what may be said ────────────────────────────────────────────────────────────────────────────


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.color = False  # Python 3.14 has it; where the result goes must make no difference

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, with nothing in it that a terminal could act on."""
        super().error(_visible(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="snippetkit",
        description="News articles as typed values: read them, check them, convert them.",
    )
    parser.add_argument("--version", action="version", version=f"snippetkit {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    show = _command(commands, "show", _show, "print a card for each article")
    forms = show.add_mutually_exclusive_group()
    for flag, form, purpose in (
        ("--json", _json_line, "print NDJSON, all that was read"),
        ("--explain", _explained, "print what each field rests on, and where in the text"),
        ("--html", _page, "print the same as a page for a browser"),
    ):
        forms.add_argument(flag, dest="form", action="store_const", const=form, help=purpose)
    show.set_defaults(form=_card)
    _add_reading(show)

    check = _command(
        commands, "check", _check, "print what is wrong: file:line:column: code message"
    )
    _add_reading(check)

    convert = _command(commands, "convert", _convert, "write articles in another format")
    convert.add_argument("--to", required=True, metavar="FORMAT", help="the format to write")
    convert.add_argument(
        "-o", "--output", metavar="DIR", help="the folder to write to (without: stdout)"
    )
    convert.add_argument("--allow-loss", action="store_true", help="write what the format can hold")
    convert.add_argument(
        "--force", action="store_true", help="replace files that are there already"
    )
    _add_reading(convert)

    _command(commands, "schema", _schema, "print the JSON Schema of the format json")
    _command(commands, "demo", _demo, "read bundled snippets, edit one and show which bytes moved")
    return parser


def _command(commands: Any, name: str, run: Any, purpose: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=purpose, description=purpose)
    parser.set_defaults(run=run)
    return parser


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for stdin")
    parser.add_argument("--format", help="the format to read (without: the content decides)")
    parser.add_argument("--encoding", help="the encoding of files that are not UTF-8")
    parser.add_argument(
        "--tolerant", action="store_true", help="read what can be read, whatever else is wrong"
    )


# ── show ────────────────────────────────────────────────────────────────────────────────────────


def _show(options: argparse.Namespace) -> bool:
    fine = True
    if options.form is _page:
        print(_HEAD)
    for _, place, result in _results(options, tolerant=options.tolerant):
        fine = _printed(place, result, options.form) and fine
    return fine


def _printed(place: str, result: Result[Article], form: _Form) -> bool:
    from snippetkit.errors import SnippetError

    at = place if result.line is None else f"{place}:{result.line}"
    try:
        if result.document is None:
            raise result.error or ValueError("a result has a document or an error")
        print(form(at, result.document))
    except SnippetError as error:
        _complain(place, result, error)
        return False
    return True


def _explained(place: str, document: Document[Article]) -> str:
    return f"{_visible(place)}: {document.explain()}\n"


_HEAD = "<!doctype html>\n<meta charset=utf-8>\n<title>snippetkit</title>"


def _page(place: str, document: Document[Article]) -> str:
    """What each field rests on, for a browser."""
    import html

    return f"<h2>{html.escape(_visible(place))}</h2>\n{document.explain()._repr_html_()}"


def _json_line(_: str, document: Document[Article]) -> str:
    """The article as one line of JSON, with escapes for what must not reach a terminal."""
    import json
    import re

    from snippetkit.files import dumps
    from snippetkit.storage import encoded

    line = dumps(document.article, "ndjson").rstrip("\n")
    encoded(
        line
    )  # or refused: one half of a surrogate pair may stand in it that escapes would join
    utf8 = (sys.stdout.encoding or "utf-8").lower().replace("-", "") == "utf8"
    return re.sub(
        "[^ -~]",
        lambda odd: odd[0] if utf8 and _visible(odd[0]) == odd[0] else json.dumps(odd[0])[1:-1],
        line,
    )


def _card(place: str, document: Document[Article]) -> str:
    width, article = _width(), document.article
    title = "(no title)" if article.title is None else article.title
    facts = [f"  {label:<11} {_visible(value)}" for label, value in _facts(place, article) if value]
    body = [f"  {_clip(line, width - 2)}" for line in _first_lines(article.body or "")]
    gap = [""] if body else []
    return "\n".join([_visible(title), *facts, *gap, *body, ""])


def _facts(place: str, article: Article) -> Iterator[tuple[str, str]]:
    yield "file", place
    yield "source", _named(article.source)
    yield "published", _said(article.published)
    yield "modified", _said(article.modified)
    yield "copy made", _said(article.document_date)
    line = article.dateline
    yield (
        "dateline",
        ", ".join(
            part
            for part in ((line.place or "", _said(line.date), line.agency or "") if line else ())
            if part
        ),
    )
    yield "authors", ", ".join(person.name for person in article.authors) or article.byline or ""
    yield "categories", ", ".join(" > ".join(one.path) for one in article.categories)
    yield "tags", ", ".join(article.tags)
    yield "language", article.language or ""
    yield "url", article.url or ""


def _named(source: Any) -> str:
    return "" if source is None else source.name or source.domain or source.url or ""


def _said(moment: object) -> str:
    return "" if moment is None else str(moment)


def _first_lines(body: str) -> list[str]:
    """The first lines that are not blank."""
    import itertools
    import re

    lines = (found[0].strip(" \t") for found in re.finditer(r"[^\r\n]+", body))
    return list(itertools.islice(filter(None, lines), _EXCERPT))


def _width() -> int:
    import shutil

    return max(20, shutil.get_terminal_size().columns)


def _clip(text: str, width: int) -> str:
    """*text* made visible and cut to *width* columns: two for East Asian ones, none for marks."""
    import unicodedata

    shown = _visible(text[: 4 * width])
    columns = fits = 0
    for at, character in enumerate(shown, start=1):
        wide = unicodedata.east_asian_width(character) in "WF"
        columns += 0 if unicodedata.combining(character) else 1 + wide
        if columns > width:
            return shown[:fits] + "..."
        fits = at if columns <= width - len("...") else fits
    return shown


# ── check ───────────────────────────────────────────────────────────────────────────────────────


def _check(options: argparse.Namespace) -> bool:
    fine = True
    for _, place, result in _results(options, tolerant=True):
        for defect in result.defects:
            print(_visible(f"{place}:{defect}"))
        if result.error is not None and not result.defects:
            where = f"{place}:{result.line or 1}:1"
            print(_visible(f"{where}: unreadable {_reason(result.error)}"))
        for finding in _findings(result):
            print(_visible(f"{place}:{finding}"))
        fine = fine and result.ok and not result.defects
    return fine


def _findings(result: Result[Article]) -> Iterable[object]:
    """What the article says in two ways; that is no error."""
    from snippetkit.agreement import disagreements

    if result.document is None:
        return ()
    return (result.moved(finding) for finding in disagreements(result.document))


# ── convert ─────────────────────────────────────────────────────────────────────────────────────


def _convert(options: argparse.Namespace) -> bool:
    import itertools

    to = _format(options.to)
    results = _results(options, tolerant=options.tolerant)
    if options.output is not None:
        return _Folder(options, to).hold(results)
    first = list(itertools.islice(results, 2))
    if len(first) > 1 and to.name != "ndjson":
        raise _Misused("more than one article: -o DIR says where to write them")
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
            _complain(place, result, None)
        if document is not None and document.format.name == to.name != "ndjson":
            # The very text, not a canonical form of it.
            return document.text, "utf-8" if document.origin is None else document.origin.encoding
        try:
            return dumps(article, to), "utf-8"
        except LossError as error:
            if not options.allow_loss:
                raise
            _complain(place, result, error)
            return dumps(article, to, allow_loss=True), "utf-8"
    except SnippetError as error:
        _complain(place, result, error)
        return None


def _put_out(place: str, result: Result[Article], text: str, encoding: str) -> bool:
    """A text to stdout: to a terminal as it may be shown, to anything else as it is."""
    from snippetkit.errors import Unrepresentable
    from snippetkit.storage import encoded

    if sys.stdout.isatty():
        print(_visible_lines(text), end="")
    elif hasattr(sys.stdout, "buffer"):
        try:
            data = encoded(text, encoding)
        except Unrepresentable as error:
            _complain(place, result, error)
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

    def hold(self, results: Iterable[_Found]) -> bool:
        """Write each result; whether all went well."""
        fine = True
        for given, place, result in results:
            fine = self._hold_one(given, place, result) and fine
        return fine

    def _hold_one(self, given: str, place: str, result: Result[Article]) -> bool:
        from snippetkit import storage
        from snippetkit.errors import SnippetError

        fresh = _converted(place, result, self.to, self.options)
        if fresh is None:
            return False
        path = os.path.join(self.root, self._name(given, result))
        try:
            with storage.ours(path):
                os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            self._refuse_taken(path)
            storage.write(path, *fresh)
        except SnippetError as error:
            _say(f"{_visible(path)}: {_visible(_reason(error))}")
            return False
        self.written.add(path)
        print(_visible(path))
        return True

    def _name(self, given: str, result: Result[Article]) -> str:
        """The path inside the folder: as inside the folder that was given, with another suffix."""
        path = result.path or "stdin"
        inside = os.path.relpath(path, given) if os.path.isdir(given) else os.path.basename(path)
        places = [f"-{n}" for n in (result.line, result.column) if n is not None]
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


# ── schema and demo ─────────────────────────────────────────────────────────────────────────────


def _schema(_: argparse.Namespace) -> bool:
    import json

    from snippetkit.schema import schema

    print(json.dumps(schema(), indent=2))
    return True


_DEMO_TITLE = "Uzbekistan and Its SCO Partners Agree on Digital Security"
_DEMO_CATEGORY = "Technology"


def _demo(_: argparse.Namespace) -> bool:
    from snippetkit.document import Document

    documents = [Document.parse(_bundled(f"snippet-{tongue}.txt")) for tongue in ("en", "ur", "zh")]
    for name, document in zip(("English", "Urdu", "Chinese"), documents, strict=True):
        size = len(document.to_bytes())
        print(f"A snippet in {name}, {size:,} bytes, read as an article:\n")
        print("\n".join(_typed(document.article)), end="\n\n")
    before = documents[0]
    categories = [*before.article.categories[:-1], _DEMO_CATEGORY]
    print("The first one again, with another title and another last category:\n")
    print(f"    document.update(title={_DEMO_TITLE!r},")
    print(
        f"                    categories=[*document.article.categories[:-1], {_DEMO_CATEGORY!r}])\n"
    )
    after = before.update(title=_DEMO_TITLE, categories=categories)
    print("\n".join(_difference(before, after)))
    return True


def _bundled(name: str) -> bytes:
    from importlib.resources import files

    return (files("snippetkit") / "data" / name).read_bytes()


def _typed(article: Article) -> Iterator[str]:
    """Each field that is said, with its type and its value."""
    for label in (
        "title",
        "published",
        "document_date",
        "categories",
        "source",
        "dateline",
        "body",
    ):
        value = getattr(article, label)
        kind = type(value).__name__ if not isinstance(value, tuple) else type(value[0]).__name__
        yield f"  {label:<14} {kind:<9} {_clip(_told(label, value), _width() - 27)}"


def _told(label: str, value: Any) -> str:
    if label == "categories":
        return " | ".join(one.name for one in value)
    if label == "dateline":
        return ", ".join(str(part) for part in (value.place, value.date, value.agency) if part)
    if label == "body":
        return f"{len(value):,} characters"
    if label in ("published", "document_date"):
        return f"{value} (precision: {value.precision}, zone {value.zone or 'unknown'})"
    return str(value.name if label == "source" else value)


def _difference(before: Document[Any], after: Document[Any]) -> Iterator[str]:
    """Which bytes differ, at which offsets, and the lines they are in."""
    import difflib

    old, new = before.to_bytes(), after.to_bytes()
    gone = 0
    for start, end, fresh in _trimmed(before, after):
        gone += end - start
        cut = old[start:end].decode("utf-8")
        yield _visible(f"  bytes {start:,} to {end:,}: {cut!r} became {fresh!r}")
    yield ""
    lines = difflib.unified_diff(
        old.decode().split("\n"), new.decode().split("\n"), n=0, lineterm=""
    )
    yield from (f"  {_visible(line)}" for line in list(lines)[2:])
    yield ""
    same = len(old) - gone
    yield f"{len(old):,} bytes before, {len(new):,} after; the other {same:,} are the same."


def _trimmed(before: Document[Any], after: Document[Any]) -> Iterator[tuple[int, int, str]]:
    """The splices that lead from one to the other, in bytes, as short as they can be."""
    text = before.text
    for start, end, fresh in before.edits(after.article):
        cut = text[start:end]
        head = _alike(cut, fresh)
        tail = _alike(cut[head:][::-1], fresh[head:][::-1])
        at, stop = len(text[: start + head].encode()), len(text[: end - tail].encode())
        yield at, stop, fresh[head : len(fresh) - tail]


def _alike(a: str, b: str) -> int:
    """How many characters at the beginning are the same."""
    return next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


# ── what all share ──────────────────────────────────────────────────────────────────────────────


def _results(options: argparse.Namespace, *, tolerant: bool) -> Iterator[_Found]:
    """What stands in all the paths, watched where that takes long."""
    import codecs

    if options.format is not None:
        _format(options.format)
    try:
        codecs.lookup(options.encoding or "utf-8")
    except (LookupError, ValueError):
        raise _Misused(f"there is no encoding called {options.encoding!r}") from None
    found = _all_results(options, tolerant)
    elsewhere = getattr(options, "output", None) is not None or not sys.stdout.isatty()
    return _watched(found) if sys.stderr.isatty() and elsewhere else found


def _all_results(options: argparse.Namespace, tolerant: bool) -> Iterator[_Found]:
    from snippetkit.files import load_all

    for given in options.paths:
        source: Any = getattr(sys.stdin, "buffer", sys.stdin) if given == "-" else given
        for result in load_all(
            source, options.format, tolerant=tolerant, encoding=options.encoding
        ):
            place = "<stdin>" if result.path is None else result.path or "''"
            yield given, place, result


def _watched(results: Iterable[_Found]) -> Iterator[_Found]:
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


def _format(name: str) -> Format[Any]:
    from snippetkit.errors import UnknownFormat
    from snippetkit.formats import format_named

    try:
        return format_named(name)
    except UnknownFormat as error:
        raise _Misused(str(error)) from None


def _complain(place: str, result: Result[Article], error: SnippetError | None) -> None:
    """Say on stderr what is wrong, with the lines of the text where that is known."""
    shown = [f"{_visible(place)}:{defect.pointed()}" for defect in result.defects[:3]]
    more = len(result.defects) - len(shown)
    shown += [f"{_visible(place)}: and {more} more"] if more else []
    if error is not None and (error is not result.error or not shown):
        at = "" if result.line is None else f":{result.line}"
        shown.append(f"{_visible(place)}{at}: {_visible_lines(_reason(error))}")
    _say("\n".join(shown))


def _reason(error: SnippetError) -> str:
    return str(getattr(error, "strerror", None) or error)


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def _visible(text: str) -> str:
    from snippetkit.errors import visible

    return visible(text)


def _visible_lines(text: str) -> str:
    """The same with the line ends of the text as line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(_visible, lines))
