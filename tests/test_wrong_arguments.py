"""What is plainly no argument is refused in the library's own words, whoever made it."""

from __future__ import annotations

import contextlib
import datetime
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import snippetkit
from snippetkit import Category, Dateline, Person, Source, restore, testing
from snippetkit.document import Document
from snippetkit.errors import InvalidValue, SnippetError, UnknownFormat, brief, reason_of
from snippetkit.formats import format_named
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, FrozenDict, Moment
from snippetkit.model.profile import Profile

HUGE: Any = 10**5000
"""An integer that Python refuses to spell."""
FIVE: Any = 5
NONE: Any = None


class Pathless:
    """Something with a path that is none."""

    def __fspath__(self) -> Any:
        return 5


class Readable:
    """A file that is open for reading only."""

    def read(self) -> str:
        """Nothing."""
        return ""


class Mute:
    """Something that can be neither shown nor compared."""

    __hash__ = None  # type: ignore[assignment]  # as of a list

    def __repr__(self) -> str:
        raise RuntimeError("no words")

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no answer")


MUTE: Any = Mute()
DOCUMENT = Document.parse("## T\n\nOne line\nand another.\n")
ARTICLE = Article(title="T", body="One line\nand another.")
ODD: dict[str, Any] = {"pathless": Pathless(), "readable": Readable(), "bytearray": bytearray()}


def _file() -> io.BytesIO:
    return io.BytesIO(b"x")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        # encodings
        (
            lambda: snippetkit.loads(b"x", encoding=FIVE),
            "encoding: must be the name of an encoding",
        ),
        (lambda: snippetkit.loads(b"{}", "json", encoding=FIVE), "encoding: must be the name"),
        (lambda: snippetkit.loads(b"\xff", encoding=FIVE), "encoding: must be the name"),
        (lambda: snippetkit.load(_file(), encoding=FIVE), "encoding: must be the name"),
        (
            lambda: next(snippetkit.load_all(_file(), encoding=FIVE)).article,
            "encoding: must be the name",
        ),
        (lambda: snippetkit.detect(b"x", encoding=FIVE), "encoding: must be the name"),
        (lambda: Document.parse(b"x", encoding=FIVE), "encoding: must be the name"),
        (lambda: snippetkit.dump(ARTICLE, _file(), encoding=FIVE), "encoding: must be the name"),
        # paths and files
        (lambda: DOCUMENT.save(FIVE), "path: must be a path or an open file, not int"),
        (lambda: DOCUMENT.save(ODD["readable"]), "path: must be a path, not Readable"),
        (lambda: DOCUMENT.save(ODD["pathless"]), "path: must be a path or an open file, not P"),
        (lambda: snippetkit.load(ODD["pathless"]), "path: must be a path or an open file, not P"),
        (lambda: next(snippetkit.load_all([_file()])), "paths: must be a path, not BytesIO"),  # type: ignore[list-item]
        (
            lambda: snippetkit.dump(ARTICLE, ODD["readable"]),
            "path: must be a path or a file open for writing, not Readable",
        ),
        # formats and classes
        (lambda: snippetkit.loads("x", HUGE), "format: must be a format or its name, not <int>"),
        (lambda: snippetkit.loads("x", MUTE), "format: must be a format or its name, not <Mute>"),
        (lambda: snippetkit.loads("x", cls=HUGE), "article: must be an Article or its class"),
        (lambda: snippetkit.dumps(FIVE), "article: must be an Article or its class"),
        (lambda: format_named([]), "format: must be the name of a format, not list"),  # type: ignore[arg-type]
        (lambda: Snippet().of(ODD["bytearray"]), "article: must be an Article or its class"),
        (lambda: Snippet(cls=FIVE), "article: must be an Article or its class, not 5"),
        (lambda: Json().of(str), "article: must be an Article or its class"),  # type: ignore[type-var]
        (lambda: Snippet(profile=FIVE), "profile: must be a Profile, not 5"),
        (lambda: Snippet(labels=MUTE), "labels: must be labels by field, not <Mute>"),
        (lambda: Markdown(fence=HUGE), "fence: must be one of yaml, toml, json, not <int>"),
        # texts and articles
        (lambda: Document("json", "x"), "format: must be a Format; Document.parse takes"),  # type: ignore[arg-type]
        (lambda: Document(Json(), FIVE), "text: must be a text; Document.parse takes bytes"),
        (lambda: Document(Json(), "{}", FIVE), "origin: must be an Origin; a document that was"),
        (lambda: Json().read(NONE), "text: must be a text, not NoneType"),
        (lambda: Snippet().read(NONE), "text: must be a text, not NoneType"),
        (lambda: Snippet().scan(FIVE), "text: must be a text, not int"),
        (lambda: Markdown().read(NONE), "text: must be a text, not NoneType"),
        (lambda: Json().create(NONE), "article: must be an Article, not NoneType"),
        (lambda: DOCUMENT.span([]), "name: must be a field or a name in the text, not list"),  # type: ignore[arg-type]
        (lambda: DOCUMENT.span(HUGE), "name: must be a field or a name in the text, not int"),
        # restoring
        (lambda: restore.paragraphs(NONE), "text: must be a text, not NoneType"),
        (lambda: restore.paragraphs("x", FIVE), "language: must be a BCP 47 tag, not int"),
        (lambda: restore.mojibake(FIVE), "text: must be a text, not int"),
        (lambda: ARTICLE.restored(FIVE), "language: must be a BCP 47 tag, not int"),
        (lambda: DOCUMENT.restore(FIVE), "language: must be a BCP 47 tag, not int"),
        # datelines and by-lines
        (lambda: Dateline.parse(NONE), "dateline: must be a text, not NoneType"),
        (lambda: Dateline.match(FIVE), "text: must be a text, not int"),
        (lambda: Person.all_in(NONE), "byline: must be a text, not NoneType"),
        # values
        (lambda: Article(title=HUGE), "title: must be str, not int: <int>"),
        (lambda: Article(title=MUTE), "title: must be str, not Mute: <Mute>"),
        (lambda: Article(tags=[HUGE]), r"tags\[0\]: must be str, not int: <int>"),
        (lambda: Article(extra=HUGE), "extra: must be a mapping, not int: <int>"),
        (lambda: Article(extra={HUGE: 1}), "extra: has a key that is not a text: <int>"),
        (lambda: DOCUMENT.update(title=HUGE), "title: must be str, not int: <int>"),
        (lambda: Moment(HUGE), "moment: year must be 1 to 9999, not <int>"),
        (lambda: Moment(MUTE), "moment: year must be int, not <Mute>"),
        (lambda: Moment(2025, HUGE), "moment: month must be 1 to 12, not <int>"),
        (lambda: Moment(2025, 5, 5, 5, zone=HUGE), "moment: zone must be str or None, not <int>"),
        (lambda: Moment(2025, fold=MUTE), "moment: fold must be int, not <Mute>"),
        (lambda: Moment(2025, fold=HUGE), "moment: fold must be 0 unless"),
        (lambda: Moment.parse("2025-05-05T10:00").datetime(FIVE), "assume: must be a tzinfo"),
        (
            lambda: FrozenDict(FIVE),
            "items: must be a mapping, or pairs of a key and a value, not 5",
        ),
        (lambda: FrozenDict(["abc"]), "items: must be a mapping, or pairs"),  # type: ignore[arg-type]
        (
            lambda: Profile(source="A", order=HUGE),
            "order: must be one of 'DMY', .*, not int: <int>",
        ),
        # fields
        (lambda: snippetkit.field(label=("Desk", "Room")), "label: must be a text, not tuple"),  # type: ignore[arg-type]
        (lambda: snippetkit.field(key=FIVE), "key: must be a text, not int"),
        # testing
        (lambda: testing.documents(NONE), "format: must be a Format, not NoneType"),
        (lambda: testing.laws(NONE), "format: must be a format or its name, not NoneType"),
        (lambda: testing.laws(cls=FIVE), "article: must be an Article or its class"),
        (lambda: testing.check(NONE), "check: must be a Check; laws gives some, not NoneType"),
        (lambda: testing.articles(NONE), "cls: must be a class of articles, not NoneType"),
    ],
)
def test_what_is_no_argument_is_refused_in_words(call: Any, said: str) -> None:
    """By the library's own error, which is a TypeError and a ValueError, too."""
    with pytest.raises(InvalidValue, match=f"^{said}"):
        call()


def test_the_same_calls_with_right_arguments() -> None:
    """What is checked is what is wrong, and no more."""
    assert Moment.parse("2025-05-05T10:00").datetime(datetime.UTC).hour == 10
    assert FrozenDict([("a", 1)]) == {"a": 1}
    assert restore.paragraphs("x", None).text == "x"
    assert snippetkit.detect("x", encoding="utf-8") == "snippet"
    with pytest.raises(UnknownFormat):
        format_named("docx")


def test_a_path_may_be_any_that_says_one(tmp_path: Path) -> None:
    """As for `open`."""
    path = tmp_path / "a.txt"
    assert DOCUMENT.save(path).origin == DOCUMENT.save(str(path)).save().origin


def test_a_frozen_dict_and_no_mapping_are_not_united() -> None:
    """As of a dict; what the other makes of it counts."""
    with pytest.raises(TypeError, match="unsupported operand"):
        FrozenDict({"a": 1}) | FIVE


def test_what_cannot_be_shown_is_named_by_its_class() -> None:
    """No error comes out of the words for another one."""
    assert [brief(one) for one in (HUGE, MUTE, [MUTE], "x")] == ["<int>", "<Mute>", "<list>", "'x'"]


def _raises(*_: object) -> Any:
    raise RuntimeError("not today")


def _spoiled(base: type, method: str) -> Any:
    """An heir of *base* one *method* of which raises."""
    body = {"__hash__": base.__hash__, method: _raises}
    return attrs.frozen(kw_only=True, eq=False, repr=False)(type("Odd", (base,), body))


def _carrying(method: str) -> Iterator[Article]:
    """Articles with an object in them one *method* of which raises."""
    text = type("Text", (str,), {"__hash__": str.__hash__, method: _raises})
    odd = type("Thing", (), {"__hash__": object.__hash__, method: _raises})()
    yield Article(title=text("T"), tags=[text("a")], source=_spoiled(Source, method)(name="n"))
    yield Article(dateline=_spoiled(Dateline, method)(place="Rome"))
    yield Article(categories=[_spoiled(Category, method)(name="n")])
    yield Article(authors=[_spoiled(Person, method)(name="n")])
    for value in (odd, text("a"), (odd,), {"k": [text("a")]}):
        yield Carrier(thing=value)
    if method != "__hash__":
        yield Article(extra={text("k"): [{text("k"): text("a")}]})
        yield Carrier(thing={text("k"): 1})


@attrs.frozen(kw_only=True)
class Carrier(Article):
    """An article with anything in a field."""

    thing: Any = None


@pytest.mark.parametrize("format", ["snippet", "markdown", "json", "ndjson"])
@pytest.mark.parametrize("method", ["__eq__", "__ne__", "__repr__", "__hash__", "__str__"])
def test_what_a_users_object_raises_stays_inside(method: str, format: str) -> None:
    """What cannot be compared, shown or hashed is written or refused as anything else is."""
    for article in _carrying(method):
        document = Document.parse(
            snippetkit.dumps(type(article)(title="T"), format), format, cls=type(article)
        )
        calls: list[Callable[[], object]] = [
            lambda: snippetkit.dumps(article, format),  # noqa: B023  # called at once
            lambda: snippetkit.losses(article, format),  # noqa: B023
            lambda: document.put(article),  # noqa: B023
            lambda: document.edits(article),  # noqa: B023
            lambda: document.update(extra=article.extra, source=article.source),  # noqa: B023
        ]
        for call in calls:
            with contextlib.suppress(SnippetError):
                call()


def test_an_error_that_cannot_be_shown_is_named_by_its_class() -> None:
    """And what was lost is shown, in brief, as long as it can be."""

    class Speechless(ValueError):
        __str__ = _raises

    assert reason_of(Speechless()) == "Speechless"
    (loss,) = snippetkit.losses(Carrier(thing=_spoiled(Source, "__repr__")(name="n")), "json")
    assert "value=<Odd>" in repr(loss)
