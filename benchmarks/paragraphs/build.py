"""Articles to measuring sets: which article is printed how, and in which half it falls."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from benchmarks.paragraphs import shapes
from benchmarks.paragraphs.article import Article, as_tree
from benchmarks.paragraphs.extract import EXTRACTORS
from benchmarks.paragraphs.furniture import FURNITURE
from benchmarks.paragraphs.layouts import LAYOUTS, Layout, as_printed, html
from benchmarks.paragraphs.render import RENDERERS, Chromium, save, version, weasyprint

SPLITS = ("train", "test")
# Half of the articles by the hash of their names. This salt is the first for which each language has three to five of
# its first eight invented articles on either side, which no look at their texts had a part in.
_SALT = "4898"
# How many layouts an article is printed in. There are many releases, so they get fewer.
_LAYOUTS_EACH = {"doj": 2, "pmd": 2, "invented": 4}


@attrs.frozen
class Job:
    """One document to make."""

    article: Article
    """What is printed."""

    layout: Layout
    """How."""

    renderer: str
    """By whom."""

    @property
    def name(self) -> str:
        """The name of its folder."""
        article = self.article.name.replace("/", ".")
        return f"{article}.{self.layout.name}.{self.renderer}"

    @property
    def split(self) -> str:
        """The half that its article belongs to."""
        return split(self.article.name)


def split(name: str) -> str:
    """The half that the article of this name belongs to, in all its layouts."""
    digest = hashlib.sha256(f"{_SALT}/{name}".encode()).digest()
    return SPLITS[digest[0] & 1]


def jobs(articles: Iterable[Article]) -> Iterator[Job]:
    """The documents to make: each article in two or four layouts, all layouts and renderers equally often.

    Within a language, a source and a half, articles take the next layouts in turn.
    """
    groups: dict[tuple[str, str, str], list[Article]] = defaultdict(list)
    for article in articles:
        groups[article.language, article.source, split(article.name)].append(article)
    for turn, (group, members) in enumerate(sorted(groups.items(), key=lambda item: item[0])):
        each = _LAYOUTS_EACH[group[1]]
        for number, article in enumerate(members):
            for place in range(number * each, (number + 1) * each):
                at = (place + turn) % len(LAYOUTS)
                # Train and test groups alternate, hence half of the turn: else a layout had one renderer.
                renderer = RENDERERS[(place + turn // 2 + place // len(LAYOUTS)) % len(RENDERERS)]
                yield Job(article, LAYOUTS[at], renderer)


def build(work: Iterable[Job], folder: Path, workers: int) -> Iterator[str]:
    """Make the documents below *folder*, and name each when it is made."""
    folder.mkdir(parents=True, exist_ok=True)
    versions = {renderer: version(renderer) for renderer in RENDERERS}
    (folder / "versions.json").write_text(json.dumps(versions, indent=1) + "\n", "utf-8")
    context = multiprocessing.get_context("spawn")
    parts: list[list[Job]] = [[] for _ in range(4 * workers)]
    for number, job in enumerate(work):
        parts[number % len(parts)].append(job)
    with context.Pool(workers) as pool:
        for names in pool.imap_unordered(_make_all, [(part, folder) for part in parts]):
            yield from names


def _make_all(task: tuple[list[Job], Path]) -> list[str]:
    work, folder = task
    with Chromium() as chromium:
        for job in work:
            _make(job, folder / job.split / job.name, chromium)
    return [job.name for job in work]


def _make(job: Job, folder: Path, chromium: Chromium) -> None:
    page = html(job.article, job.layout, job.renderer)
    chromed = job.renderer == "chromium"
    pdf = folder / "doc.pdf"
    save(pdf, chromium.pdf(page, job.layout.hyphen) if chromed else weasyprint(page))
    texts = {name: extract(pdf) for name, extract in EXTRACTORS.items()}
    printed = as_printed(job.article, job.layout)
    texts["lines"] = shapes.every_line(texts["pdftotext"])
    texts["mixed"] = shapes.mixed(printed, texts["pdftotext"], job.name)
    for name, text in texts.items():
        save(folder / f"{name}.txt", text.encode("utf-8", "surrogatepass"))
    tree = json.dumps(_record(job, printed), ensure_ascii=False, indent=1)
    save(folder / "article.json", f"{tree}\n".encode())


def _record(job: Job, printed: Article) -> dict[str, Any]:
    words = attrs.asdict(FURNITURE[printed.language])
    del words["page"], words["captions"]
    return {
        **as_tree(printed),
        "layout": job.layout.name,
        "renderer": job.renderer,
        "chrome": list(words.values()) if job.layout.chrome else [],
    }
