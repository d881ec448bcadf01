"""Loading and dumping: what goes in comes out, and one bad file is a result and not an end."""

from __future__ import annotations

import errno
import gzip
import io
import itertools
import json
import os
import pickle
import re
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import snippetkit
from snippetkit import (
    Article,
    Document,
    FileError,
    InvalidValue,
    LossError,
    Moment,
    ParseError,
    Result,
    SnippetError,
    UnknownFormat,
    Unrepresentable,
    detect,
    dump,
    dumps,
    load,
    load_all,
    loads,
    losses,
    same,
    storage,
)
from snippetkit.formats import names
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.syntax.tree import Parts
from snippetkit.testing import articles

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs the files that POSIX has")
FORMATS = names()
RAIN = "## Rain at last\nCategory: Weather\n\nIt rained.\n"
SNOW = '{"title": "Snow"}'
SUFFIXES = {"json": ".json", "markdown": ".md", "ndjson": ".ndjson", "snippet": ".txt"}


@attrs.frozen(kw_only=True)
class PressRelease(Article):
    """A subclass as users write them."""

    embargo: Moment | None = snippetkit.field(default=None, label="Embargoed until")


def titles(results: Iterator[Result[Any]]) -> list[Any]:
    """The titles of results, and the class of the error where there is none."""
    return [one.article.title if one.ok else type(one.error) for one in results]


# ── one article ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("format", FORMATS)
@given(article=articles())
def test_dumps_refuses_what_loads_would_not_give_back(format: str, article: Article) -> None:
    """What `dumps` writes, `loads` gives back; else it says the very losses that `losses` says."""
    lost = losses(article, format)
    if not lost:
        assert same(loads(dumps(article, format), format), article)
        return
    with pytest.raises(LossError) as caught:
        dumps(article, format)
    assert caught.value.losses == lost
    kept = attrs.evolve(article, **{loss.field: loss.kept for loss in lost})
    assert same(loads(dumps(article, format, allow_loss=True), format), kept)


@given(articles())
def test_the_librarys_own_formats_lose_nothing(article: Article) -> None:
    """JSON and NDJSON hold every article that the model admits."""
    for format in ("json", "ndjson"):
        assert losses(article, format) == ()


# Left raw are only two halves of a pair side by side, which a file of JSON cannot hold.
_HALVES = re.compile("[\ud800-\udfff]")


@pytest.mark.parametrize("suffix", [*SUFFIXES.values(), ".docx"])
@given(article=articles())
@example(article=Article(rights="* a"))
@example(article=Article(id="\ud83d\ude00"))
@example(article=Article(rights="* a", body="It rained."))
@example(article=Article(extra={"headline": "Rain"}))
@example(article=Article(extra={"lastmod": "x"}))
@example(article=Article(extra={"Published on": "x", "a": "b"}))
def test_what_is_dumped_is_loaded(suffix: str, article: Article) -> None:
    """Whatever its suffix, a file gives the article that was written to it; or it is refused before."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        try:
            dump(article, path)
        except (LossError, Unrepresentable):
            assert suffix not in (".json", ".ndjson") or _HALVES.search(dumps(article, "json"))
            assert not path.exists()
        else:
            assert same(load(path), article)


@given(article=articles())
@example(article=Article(rights="CC BY 4.0"))
@example(article=Article(extra={"lastmod": "x"}))
@example(article=Article(extra={"weight": "10", "Note": "x"}, body="rki.news\n\nB"))
@example(article=Article(title="**T**", extra={"lastmod": "", "date of": "x"}))
@example(article=Article(body="title: x\n---\nB"))
def test_what_dumps_gives_loads_takes(article: Article) -> None:
    """No format need be named where none was: a snippet is written so that it is told to be one."""
    try:
        text = dumps(article)
    except LossError:
        text = dumps(article, allow_loss=True)
        article = loads(text, "snippet")
    assert same(loads(text), article)


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (Article(rights="CC0"), "---\nRights: CC0\nSource:\n---\n"),
        (Article(extra={"lastmod": "x"}), "---\n- lastmod: x\nSource:\n---\n"),
        (Article(tags=["a"], extra={"weight": "1"}), "---\nTags: a\n- weight: 1\n---\n"),
        (Article(title="T", extra={"lastmod": "x"}), "---\n## T\nlastmod: x\n---\n"),
    ],
)
def test_a_snippet_without_a_heading_is_told_by_its_labels(article: Article, text: str) -> None:
    """By one that front matter has no key like; what might be a key there is listed."""
    assert dumps(article) == text
    assert loads(text) == article


def test_what_would_be_mistaken_is_refused_before(tmp_path: Path) -> None:
    """With the field that would say something else, and the way out."""
    article = Article(extra={"Published on": "2025"})
    with pytest.raises(Unrepresentable, match=r"extra: .* by its content .* format="):
        dump(article, tmp_path / "a.md")
    dump(article, tmp_path / "b.md", "markdown")
    assert same(load(tmp_path / "b.md", "markdown"), article)


@pytest.mark.parametrize("format", FORMATS)
def test_a_subclass_comes_back_as_one(tmp_path: Path, format: str) -> None:
    """With `cls`, a file gives the subclass with its fields; without, they stand in `extra`."""
    release = PressRelease(title="Rain", embargo="2025-09-12T10:00", body="It rained.")  # type: ignore[arg-type]
    path = tmp_path / f"a{SUFFIXES[format]}"
    dump(release, path)
    assert same(load(path, cls=PressRelease), release)
    assert same(loads(path.read_bytes(), cls=PressRelease), release)
    [result] = load_all(path, cls=PressRelease)
    assert same(result.article, release)
    base = load(path)
    assert type(base) is Article
    assert "2025-09-12T10:00" in map(str, base.extra.values())


@pytest.mark.parametrize("format", FORMATS)
def test_the_suffix_decides_what_is_written(tmp_path: Path, format: str) -> None:
    """`dump` without a format goes by the path's suffix, in any case; else it writes a snippet."""
    article = Article(title="Rain", body="It rained.")
    for suffix in (SUFFIXES[format], SUFFIXES[format].upper()):
        dump(article, tmp_path / f"a{suffix}")
        assert (tmp_path / f"a{suffix}").read_text() == dumps(article, format)
    dump(article, tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_text() == dumps(article)
    file = io.BytesIO()
    dump(article, file, format)
    assert file.getvalue().decode() == dumps(article, format)


def test_a_format_of_ones_own() -> None:
    """Where a format is asked for, a name and a `Format` will do."""
    toml: Markdown[Article] = Markdown(fence="toml")
    article = Article(title="Rain")
    assert dumps(article, toml) == "+++\ntitle = 'Rain'\n+++\n".replace("'", '"')
    assert same(loads(dumps(article, toml), toml), article)
    assert losses(article, toml) == ()


def test_nothing_is_written_where_something_would_be_lost(tmp_path: Path) -> None:
    """A refusal leaves the file as it was; with `allow_loss` what can be held is written."""
    path = tmp_path / "a.txt"
    path.write_text("old")
    article = Article(title="Two\nlines", body="It rained.")
    with pytest.raises(LossError, match="1 loss\n  title: "):
        dump(article, path)
    with pytest.raises(Unrepresentable, match="latin-1"):
        dump(Article(title="پاکستان"), path, encoding="latin-1")
    assert path.read_text() == "old"
    dump(article, path, allow_loss=True)
    assert load(path).title == "Two lines"


def test_encodings_of_files(tmp_path: Path) -> None:
    """A file is written in the encoding that is said, and read in it when it is said."""
    path = tmp_path / "a.txt"
    article = Article(title="Café")
    dump(article, path, encoding="latin-1")
    with pytest.raises(ParseError, match=r"a\.txt:2:7: bad-encoding"):
        load(path)
    assert same(load(path, encoding="latin-1"), article)
    before = path.read_bytes()
    Document.load(path, encoding="latin-1").update(title="Cafè").save()
    assert path.read_bytes() == before.replace(b"\xe9", b"\xe8")


def test_errors_of_the_caller() -> None:
    """What is no path, text or format is told at once, also where reading is lazy.

    They are the library's own as well as the `TypeError` that they are elsewhere.
    """
    assert issubclass(InvalidValue, TypeError)
    with pytest.raises(UnknownFormat):
        load_all("anywhere", "docx")
    with pytest.raises(UnknownFormat):
        dumps(Article(), "docx")
    for wrong in (5, None, b"a.txt", bytearray(b"a.txt")):
        with pytest.raises(InvalidValue, match="must be a path"):
            load_all(wrong)  # type: ignore[arg-type]
        with pytest.raises(InvalidValue, match="must be a path"):
            load(wrong)  # type: ignore[call-overload]
        with pytest.raises(InvalidValue, match="must be an Article or its class"):
            losses(wrong, "json")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="must be text or bytes, not int"):
        loads(5)  # type: ignore[call-overload]
    with pytest.raises(InvalidValue, match="must be text or bytes, not int"):
        detect(5)  # type: ignore[arg-type]
    formats: tuple[Any, ...] = (5, b"json", Markdown)
    for format in formats:
        with pytest.raises(InvalidValue, match="must be a format or its name"):
            load_all("anywhere", format)
    with pytest.raises(InvalidValue, match="must be an Article or its class, not <class 'dict'>"):
        loads(RAIN, cls=dict)  # type: ignore[type-var]
    with pytest.raises(InvalidValue, match="must be a path, not StringIO"):
        list(load_all([io.StringIO(RAIN)]))  # type: ignore[list-item]


@pytest.mark.parametrize("source", ["## T\n\nB\0", b"## T\n\nB\0"])
def test_nul_is_no_text(source: str | bytes) -> None:
    """A text with a NUL is read tolerantly only, as a text or as bytes."""
    with pytest.raises(ParseError, match="binary"):
        loads(source)
    assert loads(source, tolerant=True).body == "B\0"


@pytest.mark.parametrize("function", [loads, detect])
@given(data=st.binary(max_size=40) | st.text(st.characters(exclude_categories=[]), max_size=40))
@example(data=b"\xff\xfe\x00")
@example(data="[" * 5000)
def test_only_our_own_errors_leave(function: Any, data: str | bytes) -> None:
    """Whatever text or bytes are given, there is an answer or a `SnippetError`."""
    try:
        function(data)
    except SnippetError as error:
        assert str(error)  # noqa: PT017


def test_detect() -> None:
    """The format is told by content; what is no text has none."""
    assert detect(RAIN) == "snippet"
    assert detect("---\ntitle: Rain\n---\n") == "markdown"
    assert detect(f"{SNOW}\n{SNOW}") == "ndjson"
    assert detect(SNOW.encode("utf-16")) == "json"
    assert detect(b"caf\xe9", encoding="latin-1") == "snippet"
    for nothing in ("", " \r\n", b"\xef\xbb\xbf", b"\x89PNG\0", SNOW.encode("utf-16-le")):
        with pytest.raises(SnippetError):
            detect(nothing)
    with pytest.raises(UnknownFormat, match="NUL"):
        detect("a\0b")


# ── many articles ───────────────────────────────────────────────────────────────────────────────


def test_one_file_one_result(tmp_path: Path) -> None:
    """A file with one article gives one result, with the document to edit and save."""
    path = tmp_path / "a.txt"
    path.write_text(RAIN)
    [result] = load_all(path)
    assert (result.path, result.line, result.column, result.error) == (str(path), None, None, None)
    assert result.ok
    assert result.article == load(path)
    assert result.document is not None
    result.document.update(title="Rain").save()
    assert path.read_text() == RAIN.replace("Rain at last", "Rain")
    with path.open() as text, path.open("rb") as data:
        assert titles(load_all(text)) == titles(load_all(data)) == ["Rain"]


ndjson_lines = st.lists(
    st.sampled_from([SNOW, '{"title": 5}', "{", "", " \t", "[]", '"\u2028"']), max_size=8
)


@given(ndjson_lines, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.booleans())
def test_ndjson_is_read_line_by_line(lines: list[str], end: str, bom: bool, ended: bool) -> None:
    """Each line that is not blank is a result with its number, an article or an error."""
    text = "\ufeff" * bom + end.join(lines) + end * ended
    for source in (io.StringIO(text, newline=""), io.BytesIO(text.encode())):
        results = list(load_all(source, "ndjson"))
        full = [n for n, line in enumerate(lines, start=1) if line.strip(" \t")]
        assert [one.line for one in results] == full
        for one in results:
            line = lines[one.line - 1] if one.line else ""
            assert one.ok == (line == SNOW)
            assert one.path is None
            assert all(defect.line == one.line for defect in one.defects)


def test_ndjson_is_known_by_name_or_content(tmp_path: Path) -> None:
    """Several objects, a line each, are NDJSON whatever the file is called."""
    for name in ("a.ndjson", "a.jsonl", "a.NDJSON", "a.json", "a", "a.txt"):
        (tmp_path / name).write_text(f"{SNOW}\n\n{SNOW}\n")
        results = list(load_all(tmp_path / name))
        assert [(one.path, one.line) for one in results] == [
            (str(tmp_path / name), 1),
            (str(tmp_path / name), 3),
        ]
    (tmp_path / "a.ndjson").write_text(SNOW)
    assert titles(load_all(tmp_path / "a.ndjson")) == ["Snow"]
    assert titles(load_all(tmp_path / "a.ndjson", "json")) == ["Snow"]
    with (tmp_path / "a.txt").open("rb") as file:
        assert titles(load_all(file)) == ["Snow", "Snow"]


def test_a_line_is_no_file(tmp_path: Path) -> None:
    """An article of a line cannot be saved over the file that it came from."""
    path = tmp_path / "a.ndjson"
    path.write_text(f"{SNOW}\n{SNOW}\n")
    for result in load_all(path):
        assert result.document is not None
        with pytest.raises(FileError, match="came from no file"):
            result.document.save()


def test_a_bad_line_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that are no UTF-8, or too long, are results; those behind them are read."""
    monkeypatch.setattr(storage.files, "LARGEST", 50)
    path = tmp_path / "a.ndjson"
    path.write_bytes(b'{"title": "caf\xe9"}\n' + b" " * 60 + b"\n" + SNOW.encode() + b"\n" + b"{}")
    results = list(load_all(path))
    assert titles(iter(results)) == [ParseError, FileError, "Snow", None]
    assert str(results[0].error).startswith(f"{path}:1:15: bad-encoding")
    assert isinstance(results[1].error, FileError)
    assert results[1].error.errno == errno.EFBIG
    assert titles(load_all(path, encoding="latin-1"))[0] == "café"


def test_a_file_that_breaks_off() -> None:
    """Where a file cannot be read any further, a last result says so."""
    data = "\ufeff" + SNOW + "\n" + SNOW
    cut = data.encode("utf-16-le")[:-1]
    results = list(load_all(io.BytesIO(cut), "ndjson"))
    assert titles(iter(results)) in (["Snow", ParseError], [ParseError])
    closed = io.BytesIO()
    closed.close()
    assert titles(load_all(closed, "ndjson")) == titles(load_all(closed)) == [FileError]


def test_memory_is_bounded(tmp_path: Path) -> None:
    """Reading a long NDJSON file line by line takes no more memory than a few lines."""
    path = tmp_path / "a.ndjson"
    line = json.dumps({"title": "Rain", "body": "It rained. " * 300}) + "\n"
    path.write_text(line * 3000)
    assert next(load_all(path)).ok  # what is made once
    tracemalloc.start()
    try:
        count = sum(one.ok for one in load_all(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 3000
    assert path.stat().st_size > 9_000_000
    assert peak < 3_000_000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[]", []),
        (" [ ] \n", []),
        ('[{"title": "x"}]', [(1, 2, "x")]),
        ('[\n  {"title": "x"},\n  {"title": "[,]"}\n]\n', [(2, 3, "x"), (3, 3, "[,]")]),
        ('[{"title": 5}, 7, {"title": "x"}]', [(1, 2, None), (1, 16, None), (1, 19, "x")]),
        ('[{"title": "x"}', [(1, 2, "x"), (None, None, None)]),
        ('[{"title": "x"},', [(1, 2, "x"), (None, None, None)]),
        ('[{"title": "x"}; {}]', [(1, 2, "x"), (None, None, None)]),
        ('[{"title": "x"}] []', [(1, 2, "x"), (None, None, None)]),
        ("[" * 100_000, [(None, None, None)]),
    ],
)
def test_a_json_array_is_its_elements(
    text: str, wanted: list[tuple[int | None, int | None, str | None]]
) -> None:
    """Each element is a result with its place; what is wrong between them is one more."""
    results = list(load_all(io.StringIO(text), "json"))
    found = [(one.line, one.column, one.article.title if one.ok else None) for one in results]
    assert found == wanted
    assert all(one.ok or isinstance(one.error, ParseError) for one in results)


def test_an_element_is_saved_to_its_place(tmp_path: Path) -> None:
    """The others, and what stands between them, stay as they are."""
    path = tmp_path / "a.json"
    path.write_text('[\n{"title": "Rain"},\n  {"title": "Snow"} , {}]\n')
    found = [one.document for one in load_all(path)]
    assert found[1] is not None
    found[1].update(title="Hail").save()
    assert path.read_text() == '[\n{"title": "Rain"},\n  {"title": "Hail"} , {}]\n'
    assert [(one.line, one.column) for one in load_all(path)] == [(2, 1), (3, 3), (3, 23)]
    path.write_text('[{"title": "Rain"}]')
    with pytest.raises(FileError, match="has changed"):
        found[1].update(title="Fog").save()


class _Paged(Json[Any]):
    """JSON of our own with a page for each article: nothing else in the library knows that."""

    name = "paged"

    def parts(self, text: str) -> Parts:
        marks = [0, *(found.end() for found in re.finditer("\f", text)), len(text) + 1]
        return Parts([(start, end - 1) for start, end in itertools.pairwise(marks)])


def test_a_format_of_ones_own_says_how_a_file_is_cut(tmp_path: Path) -> None:
    """Its articles are read one after another, and saved to their places."""
    path = tmp_path / "a"
    path.write_text('{"title": "Rain"}\f{"title": "Snow"}')
    results = list(load_all(path, _Paged()))
    assert titles(iter(results)) == ["Rain", "Snow"]
    assert results[1].document is not None
    results[1].document.update(title="Hail").save()
    assert path.read_text() == '{"title": "Rain"}\f{"title": "Hail"}'


class _House(Json[Any]):
    """A format of our own that is JSON under another name."""

    name = "house"


def test_a_json_format_of_ones_own_has_arrays() -> None:
    """What is cut is decided by the format, not by its name."""
    assert titles(load_all(io.StringIO('[{"title": "Rain"}]'), _House())) == ["Rain"]


def test_where_an_element_is_wrong(tmp_path: Path) -> None:
    """Defects of an element have the line and column of the file, strictly and tolerantly."""
    path = tmp_path / "a.json"
    path.write_text('[{"title": "x"},\n {"title": 5,\n  "body": 6}]')
    [_, strict] = load_all(path)
    [_, tolerant] = load_all(path, tolerant=True)
    for result in (strict, tolerant):
        assert [(one.line, one.column) for one in result.defects] == [(2, 12), (3, 11)]
    assert tolerant.ok
    assert str(strict.error).startswith(f"{path}:2:12: bad-value")


def test_what_only_looks_like_an_array(tmp_path: Path) -> None:
    """A text that begins with a link in brackets is no JSON array."""
    (tmp_path / "a.md").write_text("[Rain](https://rain.example/) fell.\n")
    (tmp_path / "b").write_text('\n[{"title": "Rain"}]')
    (tmp_path / "c.json").write_text("[Rain]")
    (tmp_path / "d").write_text('[{},\n{"title": "Rain"}]')
    (tmp_path / "e").write_text("[{a} link](https://rain.example/)\n")
    assert titles(load_all(tmp_path)) == [None, "Rain", ParseError, None, "Rain", None]


def test_tolerant_reading_of_many(tmp_path: Path) -> None:
    """With `tolerant`, what can be read is read, and the result has the defects."""
    path = tmp_path / "a.txt"
    path.write_text("## Rain\nDate: never\n\nIt rained.")
    [strict] = load_all(path)
    [tolerant] = load_all(path, tolerant=True)
    assert not strict.ok
    assert tolerant.article.title == load(path, tolerant=True).title == "Rain"
    assert tolerant.defects == strict.defects != ()


def test_a_missing_library_is_a_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What needs a library that is not installed is one result more, also in tolerant reading."""

    def missing(*_: object) -> None:
        raise snippetkit.MissingExtra("yaml", "YAML front matter")

    (tmp_path / "a.md").write_text("---\ntitle: Rain\n---\n")
    (tmp_path / "b.txt").write_text(RAIN)
    monkeypatch.setattr(Markdown, "scan", missing)
    for tolerant in (False, True):
        found = titles(load_all(tmp_path, tolerant=tolerant))
        assert found == [snippetkit.MissingExtra, "Rain at last"]


def test_folders_are_read_in_order(tmp_path: Path) -> None:
    """A folder is read with its folders, in the order of names; what is hidden is passed over."""
    for name in ("b.txt", "a/z.txt", "a/b/c.md", "c.txt", "Z.txt", ".hidden.txt", ".git/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(RAIN)
    found = [os.path.relpath(one.path or "", tmp_path) for one in load_all(tmp_path)]
    assert found == ["Z.txt", "a/b/c.md", "a/z.txt", "b.txt", "c.txt"]
    both: list[str | Path] = [str(tmp_path / "c.txt"), tmp_path / "a"]
    found = [os.path.relpath(one.path or "", tmp_path) for one in load_all(both)]
    assert found == ["c.txt", "a/b/c.md", "a/z.txt"]


def test_folders_are_read_lazily(tmp_path: Path) -> None:
    """A file is looked at when its result is asked for."""
    (tmp_path / "a.txt").write_text(RAIN)
    (tmp_path / "b.txt").write_text(RAIN)
    results = load_all(tmp_path)
    (tmp_path / "a.txt").write_text(RAIN.replace("Rain", "Snow"))
    assert next(results).article.title == "Snow at last"
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(results).error, FileError)


@posix
def test_a_hostile_folder(tmp_path: Path) -> None:
    """Pipes, devices, links, huge, empty and binary files are results, and nothing waits."""
    os.mkfifo(tmp_path / "a-pipe.md")
    (tmp_path / "b-round").symlink_to(tmp_path)
    (tmp_path / "c-round").symlink_to("c-round")
    (tmp_path / "d-zero.txt").symlink_to("/dev/zero")
    (tmp_path / "e-passwd.txt").symlink_to("/etc/passwd")
    with (tmp_path / "f-huge.txt").open("wb") as file:
        file.truncate(2 << 30)
    (tmp_path / "g-binary").write_bytes(bytes(range(256)))
    (tmp_path / "h-zeros.txt").write_bytes(bytes(1000))
    (tmp_path / "i-empty.txt").write_bytes(b"")
    (tmp_path / "j-locked").mkdir()
    (tmp_path / "j-locked").chmod(0)
    (tmp_path / "k-deep" / "l").mkdir(parents=True)
    (tmp_path / "k-deep" / "l" / "up").symlink_to("../..")
    (tmp_path / "m.txt").write_text(RAIN)
    began = time.monotonic()
    results = {os.path.relpath(one.path or "", tmp_path): one for one in load_all(tmp_path)}
    took = time.monotonic() - began
    (tmp_path / "j-locked").chmod(0o700)
    errors = {name: type(one.error) for name, one in results.items() if not one.ok}
    errors.pop("j-locked", None)  # root may list it
    assert errors == {
        "a-pipe.md": FileError,
        "b-round": FileError,
        "c-round": FileError,
        "d-zero.txt": FileError,
        "e-passwd.txt": FileError,
        "f-huge.txt": FileError,
        "g-binary": ParseError,
        "h-zeros.txt": UnknownFormat,
        "i-empty.txt": ParseError,
        "k-deep/l/up": FileError,
    }
    assert "is a link, which is not followed" in str(results["e-passwd.txt"].error)
    assert results["m.txt"].article.title == "Rain at last"
    assert took < 2
    for name in ("a-pipe.md", "d-zero.txt", "missing"):
        assert titles(load_all(tmp_path / name)) == [FileError]
        assert titles(load_all(tmp_path / name, "ndjson")) == [FileError]


@posix
def test_a_huge_file_of_lines(tmp_path: Path) -> None:
    """Half a GB without a line end is one result, and soon."""
    with (tmp_path / "huge.ndjson").open("wb") as file:
        file.truncate(512 << 20)
    began = time.process_time()
    assert titles(load_all(tmp_path)) == [FileError]
    assert time.process_time() - began < 10


@pytest.mark.parametrize("target", ["missing", "a\0b", "\ud800", "x" * 300])
def test_paths_that_lead_nowhere(target: str) -> None:
    """A path to nothing is one result with an error."""
    [result] = load_all(target)
    assert (result.path, type(result.error)) == (target, FileError)
    with pytest.raises(FileError):
        _ = result.article
    assert result.defects == ()


def test_results_pickle(tmp_path: Path) -> None:
    """Results go to other processes and back, with their article or their error."""
    (tmp_path / "a.txt").write_text(RAIN)
    (tmp_path / "b.txt").write_text("## Rain\nDate: never\n")
    for result in load_all([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"]):
        back = pickle.loads(pickle.dumps(result))
        assert (back.path, back.line, back.document) == (result.path, result.line, result.document)
        assert back.ok == result.ok
        assert (type(back.error), str(back.error)) == (type(result.error), str(result.error))
        assert back.defects == result.defects
        if result.ok:
            assert same(back.article, result.article)


def test_a_result_of_nothing() -> None:
    """A result that somebody makes without a document and without an error has no article."""
    empty: Result[Article] = Result()
    with pytest.raises(ValueError, match="a document or an error"):
        _ = empty.article


def test_a_result_is_short_to_see(tmp_path: Path) -> None:
    """The repr of a result does not print a long text."""
    (tmp_path / "a.txt").write_text(RAIN + "x" * 50_000)
    [result] = load_all(tmp_path)
    assert len(repr(result)) < 1000


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    """The error says what reads folders."""
    with pytest.raises(FileError, match="is a folder; load_all reads one"):
        load(tmp_path)


def test_a_pdf_is_not_overwritten(tmp_path: Path) -> None:
    """Whichever format is asked for, and by `save` too."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    for write in (dump, lambda article, to: dump(article, to, "snippet")):
        with pytest.raises(FileError, match="a PDF is read and not written"):
            write(Article(title="x"), path)
    with pytest.raises(FileError, match="a PDF is read and not written"):
        Document.of(Article(title="x")).save(path)
    assert path.read_bytes() == b"%PDF-1.7"


def test_a_file_open_for_text_has_its_own_encoding() -> None:
    """What is asked for is that of a path or of a file of bytes."""
    data = io.BytesIO()
    file = io.TextIOWrapper(data, encoding="latin-1", write_through=True)
    dump(Article(title="é"), file, "ndjson", encoding="ascii")
    assert b"\xe9" in data.getvalue()
    with pytest.raises(Unrepresentable, match="ascii has no character"):
        dump(Article(title="é"), io.BytesIO(), "ndjson", encoding="ascii")


@pytest.mark.parametrize("cut", [slice(-20), slice(15)])
def test_a_torn_archive_is_a_file_that_cannot_be_read(cut: slice) -> None:
    """Files that unpack have errors of their own."""
    torn = gzip.compress(RAIN.encode() * 50)[cut]
    archive: Any = gzip.GzipFile(fileobj=io.BytesIO(torn))
    with archive, pytest.raises(FileError):
        load(archive)
    archive = gzip.GzipFile(fileobj=io.BytesIO(torn))
    with archive:
        (result,) = load_all(archive, "ndjson")
    assert isinstance(result.error, FileError)
