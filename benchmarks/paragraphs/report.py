"""A function's figures, over documents, layouts, extractors and languages."""

from __future__ import annotations

import argparse
import importlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from benchmarks.paragraphs.article import from_tree
from benchmarks.paragraphs.score import WITHOUT_SPACES, Counts, Evidence, count

_LINE = "{:<12} {:<18} {:>6} {:>9} {:>7} {:>7} {:>7} {:>9} {:>9}"


@attrs.frozen
class Result:
    """What a function made of one text, or of one PDF."""

    document: str
    text: str
    language: str
    layout: str
    source: str
    renderer: str
    counts: Counts | None
    """Nothing if the text lost letters."""


@attrs.frozen
class _Document:
    folder: Path
    tree: dict[str, Any]

    def judged(self, name: str, text: str, predict: Callable[[], Any]) -> Result:
        """What *predict* makes of the text called *name*, if the text is legible."""
        blocks = from_tree(self.tree).blocks
        evidence = Evidence(text, self.tree["language"])
        counts = None
        if evidence.legible(blocks):
            counts = count(blocks, _texts(predict()), evidence, self.tree["chrome"])
        facts = {key: self.tree[key] for key in ("language", "layout", "source", "renderer")}
        return Result(document=self.folder.name, text=name, counts=counts, **facts)


def report(options: argparse.Namespace) -> int:
    """Score as the command line says, and print the figures."""
    function = _imported(options.function)
    languages = options.languages and options.languages.split(",")
    documents = _documents(options.folder / options.split, languages)
    if options.pdf:
        results = list(_of_pdfs(function, documents))
    else:
        results = list(_of_texts(function, documents, options.texts and options.texts.split(",")))
    print(f"{options.function} on {options.split}")
    for line in lines(results):
        print(line)
    if options.json:
        trees = [attrs.asdict(result) for result in results]
        options.json.write_text(json.dumps(trees, indent=1) + "\n", "utf-8")
    return 0


def _imported(name: str) -> Callable[..., Any]:
    module, _, function = name.replace(":", ".").rpartition(".")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def _documents(folder: Path, languages: Sequence[str] | None) -> Iterator[_Document]:
    for path in sorted(folder.glob("*/article.json")):
        tree = json.loads(path.read_text("utf-8"))
        if not languages or tree["language"] in languages:
            yield _Document(path.parent, tree)


def _of_texts(
    function: Callable[..., Any], documents: Iterable[_Document], only: Sequence[str] | None
) -> Iterator[Result]:
    for document in documents:
        for path in sorted(document.folder.glob("*.txt")):
            if only and path.stem not in only:
                continue
            text = path.read_bytes().decode("utf-8", "surrogatepass")
            language = document.tree["language"]
            yield document.judged(path.stem, text, partial(function, text, language))


def _of_pdfs(function: Callable[..., Any], documents: Iterable[_Document]) -> Iterator[Result]:
    """A PDF is left out where pypdfium2's text of it is not legible: its letters cannot be had by position either."""
    for document in documents:
        text = (document.folder / "pypdfium2.txt").read_bytes().decode("utf-8", "surrogatepass")
        yield document.judged("pdf", text, partial(function, document.folder / "doc.pdf"))


def _texts(answer: Any) -> Sequence[str]:
    """The paragraphs of *answer*: a sequence of str, or what has one as `.paragraphs`."""
    texts: Sequence[str] = getattr(answer, "paragraphs", answer)
    assert not isinstance(texts, str), "a sequence of paragraphs is wanted"
    return texts


def lines(results: Sequence[Result]) -> Iterator[str]:
    """The table of figures."""
    yield _LINE.format("by", "", "texts", "left out", "true", "hit", "false", "F1", "no chrome")
    spaced = [each for each in results if each.language not in WITHOUT_SPACES]
    unspaced = [each for each in results if each.language in WITHOUT_SPACES]
    english = [each for each in results if each.language == "en"]
    one_column = [each for each in english if each.layout != "two-columns"]
    yield _line("", "all with spaces", spaced)
    yield _line("", "English", english)
    yield _line("", "English, 1 column", one_column)
    yield _line("", "no spaces", unspaced)
    for key in ("layout", "text", "language", "source", "renderer"):
        for value, some in _groups(results if key == "language" else spaced, key):
            yield _line(key, value, some)


def _groups(results: Iterable[Result], key: str) -> list[tuple[str, list[Result]]]:
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[getattr(result, key)].append(result)
    return sorted(groups.items())


def _line(by: str, name: str, results: Sequence[Result]) -> str:
    judged = [result.counts for result in results if result.counts]
    total = sum(judged, Counts())
    return _LINE.format(
        by,
        name,
        len(judged),
        len(results) - len(judged),
        total.true,
        total.hit,
        total.predicted - total.hit,
        f"{total.f1:.3f}" if judged else "",
        f"{total.f1_without_chrome:.3f}" if judged else "",
    )
