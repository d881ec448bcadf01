"""The arguments that the commands share."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from snippetkit import __version__
from snippetkit.cli._check import run_check
from snippetkit.cli._convert import run_convert
from snippetkit.cli._demo import run_demo
from snippetkit.cli._schema import run_schema
from snippetkit.cli._screen import escaped
from snippetkit.cli._show import card, explained, json_line, page, run_show

__all__ = ["arguments"]


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.color = False  # Python 3.14 has it; where the result goes must make no difference

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, with nothing in it that a terminal could act on."""
        super().error(escaped(message))


def arguments() -> argparse.ArgumentParser:
    """What parses the arguments; each command sets ``run``, the function that does it."""
    parser = _Parser(
        prog="snippetkit",
        description="News articles as typed values: read them, check them, convert them.",
    )
    parser.add_argument("--version", action="version", version=f"snippetkit {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    show = _command(commands, "show", run_show, "print a card for each article")
    forms = show.add_mutually_exclusive_group()
    for flag, form, purpose in (
        ("--json", json_line, "print NDJSON, all that was read"),
        ("--explain", explained, "print what each field rests on, and where in the text"),
        ("--html", page, "print the same as a page for a browser"),
    ):
        forms.add_argument(flag, dest="form", action="store_const", const=form, help=purpose)
    show.set_defaults(form=card)
    _add_reading(show)
    _add_tolerance(show)

    check = _command(
        commands, "check", run_check, "print what is wrong: file:line:column: code message"
    )
    _add_reading(check)

    convert = _command(commands, "convert", run_convert, "write articles in another format")
    convert.add_argument("--to", required=True, metavar="FORMAT", help="the format to write")
    convert.add_argument(
        "-o", "--output", metavar="DIR", help="the folder to write to (without: stdout)"
    )
    convert.add_argument("--allow-loss", action="store_true", help="write what the format can hold")
    convert.add_argument(
        "--force", action="store_true", help="replace files that are there already"
    )
    _add_reading(convert)
    _add_tolerance(convert)

    _command(commands, "schema", run_schema, "print the JSON Schema of the format json")
    _command(
        commands, "demo", run_demo, "read bundled snippets, edit one and show which bytes moved"
    )
    return parser


def _command(commands: Any, name: str, run: Any, purpose: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=purpose, description=purpose)
    parser.set_defaults(run=run)
    return parser


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for stdin")
    parser.add_argument("--format", help="the format to read (without: the content decides)")
    parser.add_argument(
        "--encoding", help="the encoding of files that are not UTF-8, or detect to guess it"
    )


def _add_tolerance(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tolerant", action="store_true", help="read what can be read, whatever else is wrong"
    )
