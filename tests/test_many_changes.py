"""Many keys of `extra` changed at once: as one after another, but for the time it takes."""

from __future__ import annotations

from typing import Any
from unittest import mock

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippetkit import document as module
from snippetkit.document import Document
from snippetkit.errors import Unrepresentable
from snippetkit.formats import Format, format_named
from snippetkit.formats.markdown import Markdown
from snippetkit.model import Article
from snippetkit.testing import documents, law

FORMATS: dict[str, Format[Article]] = {
    "snippet": format_named("snippet"),
    "yaml": format_named("markdown"),
    "toml": Markdown(fence="toml"),
    "front json": Markdown(fence="json"),
    "json": format_named("json"),
    "ndjson": format_named("ndjson"),
}
NAMES = ("Editor", "Desk", "weight", "Zone-1", "title", "authors[0].twitter", "q\u00e9", "x y")
VALUES: tuple[Any, ...] = (
    "a",
    "",
    "it's",
    "caf\u00e9",
    "a: b",
    "two\nlines",
    1,
    True,
    None,
    ("a", 1),
    {"k": "v"},
)


LAWS = (
    *(law.put_get, law.edits_agree, law.locality, law.value_only, law.whole_slot),
    *(law.line_ends, law.no_injection, law.unknown_kept),
)


def takes(document: Document[Article], article: Article, least: int) -> bool:
    """Whether *document* takes *article*, where *least* keys are many."""
    with mock.patch.object(module, "_MANY", least):
        try:
            document.put(article)
        except Unrepresentable:
            return False
        return True


@pytest.mark.parametrize("name", FORMATS)
@given(st.data())
def test_the_laws_hold_for_many_changes_at_once(name: str, data: st.DataObject) -> None:
    """What is taken one by one is taken at once, and the laws of writing hold.

    At once a little more is taken: of steps some may be refused that all together are not.
    Restriction: keys inside the value of a field stay, as the laws know the slots of extra alone.
    """
    format = FORMATS[name]
    document = Document(format, data.draw(documents(format)).text)
    old = document.article.extra
    inner = {slot.name for slot in format.inner_slots(document.index)}
    extra = {key: old[key] for key in old if key in inner or data.draw(st.booleans())}
    names = st.sampled_from([key for key in (*old, *NAMES) if key not in inner])
    extra |= data.draw(st.dictionaries(names, st.sampled_from(VALUES), max_size=8))
    article = attrs.evolve(document.article, extra=extra)
    assert takes(document, article, 2) or not takes(document, article, 1000)
    with mock.patch.object(module, "_MANY", 2):
        for one in LAWS:
            one(format, document.text, article)


TEXTS = {
    "snippet": "## T\nA: 1\nCategory: x\nB: 2\nC: 3\n\nIt rained.\n",
    "yaml": "---\na: 1 # one\ntitle: T\nb: {x: 1}\n# two\nc: 'it'\n---\n\nIt rained.\n",
    "aliases": "---\na: &x 1\nb: {x: *x, y: 1}\nc:\n  x: *x\ntitle: T\nd: |\n  e\n---\n",
    "toml": "+++\na = 1 # one\ntitle = 'T'\nb = {x = 1}\n# two\nc = 'it'\n+++\n\nIt rained.\n",
    "front json": '{\n  "a": 1,\n  "source": {"name": "T"},\n  "b": {"x": 1},\n  "c": 2\n}\n\nIt rained.\n',
    "json": '{\n  "a": 1,\n  "source": {"name": "T"},\n  "b": {"x": 1},\n  "c": 2\n}\n',
    "boxed": '{"title": "T", "a": 1, "extra": {"title": "x", "b": 1, "c": 2}}\n',
    "ndjson": '{"a": 1, "title": "T", "b": {"x": 1}, "c": 2}\n',
    "empty": "{}",
    "inside": "---\nsource: {name: T, a: 1, b: 2}\nauthors:\n- name: A\n  b: 2\n  c: 3\nd: 4\n---\n",
}


@pytest.mark.parametrize("name", TEXTS)
@given(st.data())
def test_at_once_the_text_is_as_after_one_by_one(name: str, data: st.DataObject) -> None:
    """In a text of one manner, many changes at once are to the letter what they are one by one.

    But for what at once is taken: an anchor that goes with all that stands for it.
    """
    document = Document.parse(TEXTS[name])
    old = document.article.extra
    extra = {
        key: data.draw(st.sampled_from([value, "x", {"x": 1, "y": 2}]))
        for key, value in old.items()
    }
    extra = {key: value for key, value in extra.items() if data.draw(st.booleans())}
    for key in data.draw(st.lists(st.sampled_from(["N", "O", "P", "Q"]), unique=True)):
        before = data.draw(st.integers(0, len(extra)))
        extra = dict([*[*extra.items()][:before], (key, "y"), *[*extra.items()][before:]])

    def text(least: int) -> str | None:
        with mock.patch.object(module, "_MANY", least):
            try:
                return document.update(extra=extra).text
            except Unrepresentable:
                return None

    alone = text(1000)
    assert alone is None or text(2) == alone, extra


def test_what_cannot_be_taken_is_refused_as_alone() -> None:
    """Among many changes the one that cannot be made is named, with its reason."""
    text = "## T\n" + "".join(f"Label {sign}: 1\n" for sign in "ABCDEFGHIJKLM") + "\nIt rained.\n"
    document = Document.parse(text)
    extra = dict.fromkeys(document.article.extra, "2") | {"Label K": "two\nlines"}
    with pytest.raises(Unrepresentable, match="extra: 'Label K': a label line cannot hold") as many:
        document.update(extra=extra)
    with pytest.raises(Unrepresentable) as alone:
        document.update(extra={**document.article.extra, "Label K": "two\nlines"})
    assert str(many.value) == str(alone.value)
