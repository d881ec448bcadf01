"""The command line as a module: ``python -m snippetkit``."""

import sys

from snippetkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
