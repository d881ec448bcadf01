"""How this newsroom writes articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypeVar

import attrs

from snippetkit import Article
from snippetkit.errors import Flaw
from snippetkit.formats import Format
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.syntax.tree import Edit, Plain, Scan, Slot, newline_of

__all__ = ["Agenturzettel", "Rubrik", "Wire"]

A = TypeVar("A", bound=Article)


@attrs.frozen(kw_only=True, slots=False)
class Rubrik(Snippet[A]):
    """Snippets with German labels."""

    name: ClassVar[str] = "rubrik"
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **Snippet.words,
        "categories": ("Rubrik", "Ressort", "Category"),
        "published": ("Datum", "Veröffentlicht am"),
        "authors": ("Von", "Autor"),
        "source": ("Quelle", *Snippet.words["source"][1:]),
    }
    bare: ClassVar[tuple[str, ...]] = ("Veröffentlicht am",)


@attrs.frozen(kw_only=True, slots=False)
class Agenturzettel(Markdown[A]):
    """Front matter with German keys."""

    name: ClassVar[str] = "agenturzettel"
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **Markdown.words,
        "title": ("titel", "title"),
        "published": ("datum", "date"),
        "categories": ("rubriken", "categories"),
    }


_LINE = re.compile(r"(?:(?P<name>[a-zA-Z_]+)=(?P<value>[^\r\n]*)|[^\r\n]+)?(?:\r\n|\r|\n|\Z)")


@attrs.frozen(kw_only=True, slots=False)
class Wire(Format[A]):
    """A field a line, its value as JSON: a syntax of our own, written from nothing."""

    name: ClassVar[str] = "wire"
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {"title": ("title", "head"), "body": ("text",)}

    def detects(self, text: str) -> bool:
        """Whether the first line is one of ours."""
        return _LINE.match(text)["name"] is not None  # type: ignore[index]

    def scan(self, text: str) -> Scan:
        """The lines."""
        slots, flaws, seen = [], [], set[str]()
        for line in _LINE.finditer(text):
            name, (start, end) = line["name"], line.span("value")
            value, problem = _value(line["value"]) if name else (None, "this is no line of a wire")
            if name in seen:
                problem = "this name stands above already"
            if name:
                seen.add(name)
                slots.append(Slot(name, value, start, end, line.start(), line.end()))
            if problem and line[0].strip("\r\n"):
                flaws.append(Flaw(line.start(), max(end, line.start()), "bad-line", problem))
        return Scan(tuple(slots), tuple(flaws), 0, len(text))

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        """A line each."""
        return "".join(f"{_named(name)}={_json(value)}\n" for name, value in items)

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        """The value alone."""
        return Edit(scan.slots[index].start, scan.slots[index].end, _json(value))

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        """A line before the slot, or at the end."""
        at = scan.slots[index].begin if index < len(scan.slots) else len(text)
        line = f"{_named(name)}={_json(value)}{newline_of(text)}"
        return Edit(at, at, line if text[:at][-1:] in ("", "\r", "\n") else newline_of(text) + line)

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        """The line."""
        return Edit(scan.slots[index].begin, scan.slots[index].stop, "")


def _named(name: str) -> str:
    if not re.fullmatch("[a-zA-Z_]+", name):
        raise ValueError("a name has letters only")
    return name


def _json(value: Plain) -> str:
    return json.dumps(value, allow_nan=False)


def _value(raw: str) -> tuple[Any, str]:
    """What a line says, or why it says nothing."""
    try:
        return json.loads(raw), ""
    except (ValueError, RecursionError) as error:
        return None, f"not JSON: {error}"
