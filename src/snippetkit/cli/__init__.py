"""The command line: ``snippetkit show|check|convert|schema|demo``.

Results go to stdout, everything else to stderr. Exit codes: 0 all is well, 1 something is wrong
with the data, 2 the command was not understood; as shells have it, 130 when interrupted and 141
when the reader of a pipe has gone.
"""

from snippetkit.cli._main import main

__all__ = ["main"]
