"""The command: `python -m benchmarks [--rows 1,6] [--documents N] [--quick] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from benchmarks.peers import Missing, versions
from benchmarks.rows import ROWS, Figure, Samples

_LINE = "{:>3}  {:<50} {:>8}  {:<21} {:>9} {:>8}  {}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the figures."""
    options = _options().parse_args(arguments)
    figures: list[Figure] = []
    print(", ".join(f"{name} {version}" for name, version in versions().items()))
    print(_LINE.format("row", "what", "figure", "", "excellent", "moonshot", "met"))
    for figure in measured(options.rows, _samples(options)):
        figures.append(figure)
        print(_line(figure), flush=True)
    if options.json:
        Path(options.json).write_text(json.dumps(report(figures), indent=2) + "\n", "utf-8")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rows", type=_rows, default=list(ROWS), help="such as 1,6: only these")
    parser.add_argument("--documents", type=int, help="how many to read (20,000)")
    parser.add_argument("--streamed", type=int, help="how many row 10 reads (200,000)")
    parser.add_argument("--rounds", type=int, help="how often each is measured (9)")
    parser.add_argument("--quick", action="store_true", help="a fifth of it all: rough figures")
    parser.add_argument("--json", metavar="FILE", help="write the figures there")
    return parser


def _rows(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in ROWS]:
        raise argparse.ArgumentTypeError(
            f"no row {', '.join(unknown)}: there are {', '.join(ROWS)}"
        )
    return names


def _samples(options: argparse.Namespace) -> Samples:
    count, rounds, streamed = (1_000, 3, 20_000) if options.quick else (20_000, 9, 200_000)
    return Samples(
        options.documents or count, options.rounds or rounds, options.streamed or streamed
    )


def measured(rows: Sequence[str], samples: Samples) -> Iterator[Figure]:
    """The figures of *rows*, one after another; a row without its peer is left out, with a note."""
    for row in rows:
        try:
            yield from ROWS[row](samples)
        except Missing as missing:
            print(f"{row:>3}  left out: {missing}", file=sys.stderr)


def _line(figure: Figure) -> str:
    met = [
        name for name in ("excellent", "moonshot") if figure.meets(getattr(figure, name)) is True
    ]
    goals = [_goal(figure.excellent), _goal(figure.moonshot)]
    verdict = met[-1] if met else "" if figure.excellent is None else "no"
    return _LINE.format(
        figure.row, figure.what, f"{figure.value:.2f}", figure.unit, *goals, verdict
    )


def _goal(goal: float | None) -> str:
    return "" if goal is None else f"{goal:g}"


def report(figures: Sequence[Figure]) -> dict[str, Any]:
    """The figures as data, with the versions that they are of."""
    rows = [
        {
            **attrs.asdict(figure),
            "meets_excellent": figure.meets(figure.excellent),
            "meets_moonshot": figure.meets(figure.moonshot),
        }
        for figure in figures
    ]
    return {"versions": versions(), "figures": rows}


if __name__ == "__main__":
    sys.exit(main())
