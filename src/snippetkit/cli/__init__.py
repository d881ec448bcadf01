"""The command line: ``snippetkit show|check|convert|schema|demo``.

Results go to stdout, everything else to stderr. The exit code is 0 for success, 1 if something is
wrong with the data, 2 if the command was not understood and, as in shells, 130 if interrupted and
141 if the reader of a pipe went away.
"""

from snippetkit.cli._main import main

__all__ = ["main"]
