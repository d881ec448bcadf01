"""``snippetkit check``: print the defects, by file, line and column."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from snippetkit.cli._results import results_of
from snippetkit.cli._screen import escaped, reason_of

if TYPE_CHECKING:  # imported where first used, so that --help and --version are there at once
    from snippetkit.model import Article
    from snippetkit.results import Result

__all__ = ["run_check"]


def run_check(options: argparse.Namespace) -> bool:
    """Print every defect; whether there is none."""
    fine = True
    for _, place, result in results_of(options, tolerant=True):
        for defect in result.defects:
            print(escaped(f"{place}:{defect}"))
        if result.error is not None and not result.defects:
            where = f"{place}:{result.line or 1}:1"
            print(escaped(f"{where}: unreadable {reason_of(result.error)}"))
        for finding in _findings(result):
            print(escaped(f"{place}:{finding}"))
        fine = fine and result.ok and not result.defects
    return fine


def _findings(result: Result[Article]) -> Iterable[object]:
    """What the article says in two ways; that is no error."""
    from snippetkit.agreement import disagreements

    if result.document is None:
        return ()
    return (result.moved(finding) for finding in disagreements(result.document))
