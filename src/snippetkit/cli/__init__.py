"""The command line: ``snippetkit show|check|convert|schema|demo``.

Results go to stdout, everything else to stderr. The exit code is 0 for success, 1 if something is
wrong with the data, 2 if the command was not understood and, as in shells, 130 if interrupted and
141 if the reader of a pipe went away.
"""

from __future__ import annotations

TYPE_CHECKING = False  # that of `typing`, whose import takes longer than all that is here
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line with the arguments *argv* (without them: the program's own).

    Gives the exit code; for ``--help``, ``--version`` and misuse it raises `SystemExit`, as
    `argparse` does.
    """
    try:
        from snippetkit.cli._main import run  # an interrupt while it is imported is one, too

        return run(argv)
    except KeyboardInterrupt:
        return 130
