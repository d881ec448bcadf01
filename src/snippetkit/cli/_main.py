"""The command line as a whole: its streams and exit codes."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence

from snippetkit.cli._arguments import arguments
from snippetkit.cli._results import MisusedError
from snippetkit.cli._screen import say

__all__ = ["run"]


def run(argv: Sequence[str] | None) -> int:
    """Run the command line: see `snippetkit.cli.main`."""
    parser = arguments()
    options = parser.parse_args(argv)
    try:
        _give_streams()
        # What a console has no character for is spelled as an escape, and never an error.
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")
        fine: bool = options.run(options)
        sys.stdout.flush()
    except MisusedError as error:
        parser.error(str(error))
    except BrokenPipeError:
        _forsake_stdout()
        return 141
    except OSError as error:
        say(f"snippetkit: cannot write the output: {error.strerror or error}")
        _forsake_stdout()
        return 1
    return 0 if fine else 1


def _give_streams() -> None:
    """Stand-ins for the standard streams that the program was started without.

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
