"""The command: `python -m benchmarks.paragraphs build|score|articles …`, from the project's root; see `--help`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

DEFAULT_FOLDER = Path(tempfile.gettempdir()) / "paragraphs"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the sets, or score a function on one."""
    options = _options().parse_args(arguments)
    run: int = options.run(options)
    return run


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.paragraphs", description=__doc__)
    commands = parser.add_subparsers(required=True)
    build = commands.add_parser("build", help="print the articles and extract their texts")
    build.set_defaults(run=_build)
    build.add_argument("--split", choices=("train", "test"), help="only this half")
    build.add_argument("--languages", help="such as en,de: only these")
    build.add_argument("--workers", type=int, default=2, help="processes (2)")
    score = commands.add_parser("score", help="judge a function")
    score.set_defaults(run=_score)
    score.add_argument("function", help="such as snippetkit.restore:paragraphs")
    score.add_argument("--split", choices=("train", "test"), default="train", help="(train)")
    score.add_argument("--pdf", action="store_true", help="the function reads PDF files")
    score.add_argument("--languages", help="such as en,de: only these")
    score.add_argument("--texts", help="such as pdftotext,mixed: only these extractions")
    score.add_argument("--json", type=Path, help="write the counts of every document there")
    names = commands.add_parser("articles", help="the names of a half's articles")
    names.set_defaults(run=_articles)
    names.add_argument("split", choices=("train", "test"))
    for command in (build, score):
        command.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="of the sets")
    return parser


def _build(options: argparse.Namespace) -> int:
    from benchmarks.paragraphs.article import articles
    from benchmarks.paragraphs.build import build, jobs

    languages = options.languages and options.languages.split(",")
    work = [
        job
        for job in jobs(articles())
        if options.split in {None, job.split}
        and (not languages or job.article.language in languages)
    ]
    start = time.monotonic()
    for number, name in enumerate(build(work, options.folder, options.workers), 1):
        print(f"{number:>5} of {len(work)}  {name}", flush=True)
    print(f"{len(work)} documents in {time.monotonic() - start:.0f} s below {options.folder}")
    return 0


def _articles(options: argparse.Namespace) -> int:
    from benchmarks.paragraphs.article import articles
    from benchmarks.paragraphs.build import split

    for article in articles():
        if split(article.name) == options.split:
            print(article.name)
    return 0


def _score(options: argparse.Namespace) -> int:
    from benchmarks.paragraphs.report import report

    return report(options)


if __name__ == "__main__":
    sys.exit(main())
