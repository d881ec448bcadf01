"""The format ``markdown``: front matter in YAML (``---``), TOML (``+++``) or JSON, and a body.

The words are those of Jekyll and Hugo; keys that they do not know keep their own names.
"""

from __future__ import annotations

import copy
import functools
import importlib
import operator
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Literal, NamedTuple, cast

import attrs

from snippetkit.convert import thaw
from snippetkit.errors import Flaw, InvalidValue, Unrepresentable, brief
from snippetkit.formats._codec import Codec
from snippetkit.formats._format import A, Format
from snippetkit.formats._matter import Many, One, Steps, codec_of
from snippetkit.model import FrozenDict
from snippetkit.model.frozendict import Frozen
from snippetkit.model.value import field_types
from snippetkit.syntax import headers
from snippetkit.syntax._common import ends_lines
from snippetkit.syntax.headers import BODY, body_slot, body_text
from snippetkit.syntax.tree import Edit, Plain, Scan, Slot, Syntax, newline_of

__all__ = ["Markdown"]

Fence = Literal["yaml", "toml", "json"]

_FENCE: dict[str, str] = {"yaml": "---", "toml": "+++"}
_OPEN = re.compile(
    r"\ufeff?[ \t\r\n]*+(?<![^\r\n\ufeff])(?:(?P<yaml>-{3,})|(?P<toml>\+{3})|(?P<json>(?=\{)))(?:[ \t]*(?:\r\n|\r|\n|\Z)|(?=\{))"
)
# With the line end above, which is found at once; a look behind takes four times as long.
_CLOSE = {
    "yaml": re.compile(r"[\r\n](?:-{3,}|\.{3})[ \t]*(?:\r\n|\r|\n|\Z)"),
    "toml": re.compile(r"[\r\n]\+{3}[ \t]*(?:\r\n|\r|\n|\Z)"),
    "json": re.compile(r"[\r\n]\}[ \t]*(?:\r\n|\r|\n|\Z)"),
}
_BRACE = re.compile(r"\}[ \t]*(?:\r\n|\r|\n|\Z)")
_KEY = re.compile(r"(?<![^\r\n])(?P<key>[^\s:#\-][^:\r\n]{0,60}?)[ \t]*:(?=[ \t\r\n]|\Z)")
_HEADING = re.compile(r"(?<![^\r\n])(?P<marks>\#{1,6})[ \t]")
_SPACED = ("tags", "categories")  # Jekyll: a text under these keys is names parted by blanks


class _Block(NamedTuple):
    """Where the front matter stands."""

    kind: Fence
    start: int
    """Where its inside begins (for JSON: its brace)."""
    end: int
    """Where its inside ends (for JSON: behind its brace)."""
    stop: int
    """Where what follows the closing fence begins."""


class _Inner(NamedTuple):
    """A key inside the mapping of a field, which no field of the model has."""

    at: int
    """The number of the slot of the field."""
    steps: Steps
    """The way to it inside the value."""
    slot: Slot
    """That slot, with the name and the value of the key."""


@attrs.frozen(kw_only=True, slots=False)
class Markdown(Format[A]):
    r"""Markdown with front matter in the words of Jekyll and Hugo.

    >>> text = "---\ntitle: Rain  # at last\ntags: [weather]\n---\n\nIt rained.\n"
    >>> Markdown().read(text).article.tags
    ('weather',)
    """

    name: ClassVar[str] = "markdown"
    turn: ClassVar[int] = 1
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mdown", ".mkd")
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "title": ("title",),
        "subtitle": ("subtitle",),
        "published": ("date", "publishDate", "pubdate"),
        "modified": ("lastmod", "modified", "updated", "last_modified_at"),
        "document_date": ("document_date",),
        "byline": ("byline",),
        "authors": ("authors", "author"),
        "categories": ("categories", "category"),
        "tags": ("tags", "tag", "keywords"),
        "url": ("url", "permalink"),
        "source": ("source",),
        "dateline": ("dateline",),
        "language": ("language", "lang"),
        "summary": ("summary", "description", "excerpt"),
        "rights": ("rights", "copyright", "license"),
        "id": ("id", "guid"),
        "links": ("links",),
        "media": ("media",),
        "body": (BODY,),
    }

    fence: Fence = "yaml"
    """The syntax of front matter in new texts; an existing text keeps its own."""

    def __attrs_post_init__(self) -> None:
        if self.fence not in _CLOSE:
            raise InvalidValue(
                "fence", f"must be one of {', '.join(_CLOSE)}, not {brief(self.fence)}"
            )

    def codec(self, kind: Any) -> Codec:
        """The codec for values of a type: plain trees, with dates as people write them."""
        return codec_of(kind)

    def detects(self, text: str) -> bool:
        """Whether there is front matter: keys, not a heading or label lines, between fences."""
        if text[:1] == "{" and text[-2:].rstrip("\r\n")[-1:] == "}" and "\n}" not in text:
            return False  # most of JSON, and that is soon seen
        block = _block(text)
        if block is None or block.kind == "toml":
            return block is not None
        if block.kind == "json":
            return _is_front(text, block)
        keys, headings = _lines(text, block)
        worded = not keys.isdisjoint(self._fields)
        if len(headings) == 1 and "title" not in keys:  # one is a title; several are comments
            return worded and headings == ["#"]
        return worded or len(headings) > 1 or not _looks_like_snippet(text, block)

    def yields(self, text: str) -> bool:
        """Whether there is front matter without any known key, so that it might be labels."""
        block = _block(text)
        if block is None or block.kind != "yaml":
            return False
        keys, headings = _lines(text, block)
        return not headings and keys.isdisjoint(self._fields)

    def scan(self, text: str) -> Scan:
        """Find the entries of the front matter and the body; never raises."""
        block = _block(text)
        if block is None:
            return _bare(text)
        scan = _syntax(block.kind).scan(text, block.start, block.end)
        slots = tuple(_spaced_apart(slot) for slot in scan.slots)
        body = body_slot(text, block.stop)
        return scan._replace(slots=(*slots, body) if body else slots)

    def inner_slots(self, scan: Scan) -> list[Slot]:
        """The keys inside fields' mappings that no model has: ``authors[0].twitter``."""
        for slot in scan.slots:  # most texts have no mapping, and that is soon seen
            kind = type(slot.value)
            if kind is dict or (kind is list and dict in map(type, cast(Any, slot.value))):
                return [one.slot for one in self._inner_keys(scan)]
        return []

    def _inner_keys(self, scan: Scan) -> Iterator[_Inner]:
        """The keys in the mappings of fields that their codecs pass over."""
        found, _ = self.assign(scan)
        for field, codec in self._passing.items():
            if field in found:
                slot = scan.slots[found[field]]
                for way, steps in codec.unread(slot.value):
                    part: Any = functools.reduce(operator.getitem, steps, cast(Any, slot.value))
                    inner = slot._replace(name=field + way, value=part)
                    yield _Inner(found[field], steps, inner)

    @functools.cached_property
    def _passing(self) -> dict[str, One | Many]:
        """The codecs that pass keys over, by field; also where a profile has one around them."""
        kinds = field_types(self.cls)
        codecs = {name: self.codecs.get(name) or self.codec(kinds[name]) for name in self.members}
        return {name: one for name, one in codecs.items() if isinstance(one, One | Many)}

    def edits_extra(
        self, text: str, scan: Scan, keys: Iterable[str], extra: FrozenDict[Frozen]
    ) -> list[Edit]:
        """The splices for unknown keys, in their places; those inside one field share one."""
        inside, loose = dict[int, dict[str, _Inner]](), list[str]()
        for key in keys:
            inner = self._inner(scan).get(key)
            if key in self._unknown(scan) or (inner is None and key in extra):
                loose.append(key)
            elif inner is not None:  # else it went with the mapping that it stood in
                inside.setdefault(inner.at, {})[key] = inner
        edits = super().edits_extra(text, scan, loose, extra)
        return [*edits, *(self._edit_inside(text, scan, some, extra) for some in inside.values())]

    def _inner(self, scan: Scan) -> dict[str, _Inner]:
        """The keys in the mappings of fields, by name."""
        return scan.once("inner", lambda: {one.slot.name: one for one in self._inner_keys(scan)})

    def _edit_inside(
        self, text: str, scan: Scan, keys: Mapping[str, _Inner], extra: FrozenDict[Frozen]
    ) -> Edit:
        """The splice for *keys* in the value of one field."""
        (at,) = {inner.at for inner in keys.values()}
        parts = [(inner.steps, extra.get(key, _GONE)) for key, inner in keys.items()]
        try:
            return self.replaced(text, scan, at, _altered(scan.slots[at].value, parts))
        except ValueError as error:
            raise Unrepresentable("extra", f"{next(iter(keys))!r}: {error}") from None

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        """The splice that replaces a value."""
        slot = scan.slots[index]
        if slot.name == BODY:
            return headers.replace(text, scan, index, value)
        syntax, inside = self._inside(text, scan)
        return syntax.replace(text, inside, index, _spaced_together(text, slot, value))

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        """The splice that removes an entry (or the body)."""
        if scan.slots[index].name == BODY:
            return headers.remove(text, scan, index)
        syntax, inside = self._inside(text, scan)
        return syntax.remove(text, inside, index)

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        """The splice that adds an entry (with fences if there are none) or the body."""
        if name == BODY:
            return headers.insert(text, scan, index, name, value)
        if scan.once("block", lambda: _block(text)) is None:
            at = 1 if text[:1] == "\ufeff" else 0
            gap = newline_of(text) if at < len(text) else ""
            return Edit(at, at, self._front([(name, value)], newline_of(text)) + gap)
        syntax, inside = self._inside(text, scan)
        return syntax.insert(text, inside, min(index, len(inside.slots)), name, value)

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        """A new text: the front matter, a blank line, the body."""
        entries = [(name, value) for name, value in items if name != BODY]
        body = [f"\n{body_text(value)}" for name, value in items if name == BODY]
        return self._front(entries, "\n") + "".join(body)

    def _front(self, entries: list[tuple[str, Plain]], newline: str) -> str:
        inside = _syntax(self.fence).create(entries, newline)
        if self.fence == "json":
            return inside
        return f"{_FENCE[self.fence]}{newline}{inside}{_FENCE[self.fence]}{newline}"

    def _inside(self, text: str, scan: Scan) -> tuple[Syntax, Scan]:
        """The front matter as its syntax sees it, without what `scan` makes of Jekyll's blanks."""

        def found() -> tuple[Syntax, Scan]:
            block = cast(_Block, _block(text))
            syntax = _syntax(block.kind)
            inside = syntax.scan(text, block.start, block.end)
            return syntax, inside if scan.known is None else inside.asked_much()

        return scan.once("inside", found)


@functools.cache
def _syntax(kind: Fence) -> Syntax:
    """The syntax between the fences: a module, imported when first met."""
    return cast(Syntax, importlib.import_module(f"snippetkit.syntax.{kind}"))


def _block(text: str) -> _Block | None:
    """Where the front matter of *text* stands, or None where there is none."""
    opened = _OPEN.match(text)
    if opened is None:
        return None
    kind = cast(Fence, opened.lastgroup)
    at = opened.end() - 1
    if kind == "json":  # its own end, where it is not torn; else what looks like one
        at = max(at, _json_end(text, opened.end()) - 1)
    is_whole = at >= opened.end()
    closed = _BRACE.match(text, at) if is_whole else _CLOSE[kind].search(text, at)
    if closed is None:
        return None
    end = closed.start() + (1 if is_whole or kind != "json" else 2)
    return _Block(kind, opened.end(), end, closed.end())


def _is_front(text: str, block: _Block) -> bool:
    """Whether a JSON object has a text behind it, and not the next of several objects."""
    behind = text[block.stop :].lstrip(" \t\r\n")[:1]
    is_line = not ends_lines(text[block.start : block.end])
    return bool(behind) and not (is_line and behind == "{")


def _lines(text: str, block: _Block) -> tuple[set[str], list[str]]:
    """The keys in front matter, and the marks of what would be headings elsewhere."""
    inside = text[block.start : block.end]
    keys = {found["key"] for found in _KEY.finditer(inside)}
    return keys, [found["marks"] for found in _HEADING.finditer(inside)]


def _json_end(text: str, start: int) -> int:
    """Where the JSON object that begins at *start* ends; *start* itself if it is torn."""
    from snippetkit.syntax import json  # as in `_syntax`

    return json.end_of(text, start)


def _bare(text: str) -> Scan:
    """A text without front matter: all of it is the body."""
    at = 1 if text[:1] == "\ufeff" else 0
    if not text[at:].strip(" \t\r\n"):
        return Scan((), (Flaw(0, len(text), "empty", "there is nothing here to read"),), at, at)
    opened = _OPEN.match(text)
    unclosed = opened is not None and opened.lastgroup != "json"
    what = "the fence above the front matter has no partner below it"
    flaws = (
        (Flaw(at, cast("re.Match[str]", opened).end(), "unclosed-fence", what),) if unclosed else ()
    )
    body = body_slot(text, at, separated=False)
    return Scan((body,) if body else (), flaws, at, at)


def _looks_like_snippet(text: str, block: _Block) -> bool:
    """Whether lines between fences are labels: of other languages only those that no key looks like."""
    if _snippet(("en",)).detects(text):
        return True
    lines = re.split("[\r\n]+", text[block.start : block.end])
    is_labelled = any(line[:1].isalpha() and not line[:1].islower() for line in lines)
    return is_labelled and bool(_snippet(None).detects(text))


@functools.cache
def _snippet(languages: tuple[str, ...] | None) -> Any:
    """The snippet with the labels of these languages; None: of all."""
    from snippetkit.formats.snippet import Snippet  # its words decide; it does not know this format

    return Snippet(languages=languages)


def _spaced_apart(slot: Slot) -> Slot:
    """Jekyll's ``tags: one two`` as a list. Inverse of `_spaced_together`."""
    if slot.name in _SPACED and isinstance(slot.value, str) and not set(",;|") & set(slot.value):
        return slot._replace(value=[name for name in slot.value.split(" ") if name])
    return slot


def _spaced_together(text: str, slot: Slot, value: Plain) -> Plain:
    """A list as one text, where one text stood. Inverse of `_spaced_apart`."""
    if (
        slot.name not in _SPACED
        or not isinstance(value, list)
        or text[slot.start : slot.start + 1] in "[-{"
    ):
        return value
    joined = " ".join(value) if all(isinstance(name, str) for name in value) else ""
    apart = _spaced_apart(slot._replace(value=joined)).value
    return joined if apart == value else value


_GONE: Any = object()


def _altered(value: Any, parts: Iterable[tuple[Steps, Any]]) -> Plain:
    """A copy of *value* with each of *parts* at the end of its way, or without what is there."""
    made = copy.deepcopy(value)
    for (*way, last), part in parts:
        inner: Any = functools.reduce(operator.getitem, way, made)
        if part is _GONE:
            del inner[last]
        else:
            inner[last] = thaw(part)
    return cast(Plain, made)
