"""Bytes and files: what is read is what stands there; a file is replaced whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import encodings.aliases
import errno
import io
import os
import re
import signal
import stat
import subprocess
import sys
import time
import tracemalloc
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit import Document, storage
from snippetkit.charset import encodes, guessed
from snippetkit.errors import FileError, MissingExtra, ParseError, Unrepresentable

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs the files that POSIX has")
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

BOMS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
CODECS = sorted({*encodings.aliases.aliases.values(), "idna", "punycode", "undefined"})
# UTF-16 that begins with NUL cannot be told from UTF-32: both begin with FF FE 00 00.
unicode_texts = st.text().filter(lambda text: text[:1] != "\0")


# ── bytes and text ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", BOMS)
@given(unicode_texts)
@example("\r\n\x85\u2028\ufeff")
def test_a_bom_decides_and_comes_back(encoding: str, text: str) -> None:
    """Bytes with a BOM are read by it, the BOM stays in the text, and the same bytes come back."""
    data = BOMS[encoding] + text.encode(encoding)
    found, origin = storage.decoded(data)
    assert found == "\ufeff" + text
    assert origin.encoding == encoding
    assert storage.encoded(found, origin.encoding) == data


@given(st.text(), st.sampled_from([None, "latin-1", "utf-16", "idna", "detect"]))
def test_utf8_is_utf8_whatever_is_said(text: str, encoding: str | None) -> None:
    """Bytes that are UTF-8 are read as UTF-8: `encoding` is for those that are not."""
    data = text.encode()
    if not any(map(data.startswith, BOMS.values())):
        assert storage.decoded(data, encoding) == (text, storage.Origin())


@pytest.mark.parametrize("data", [b"", b"x", "é".encode(), b"\xe9"])
@pytest.mark.parametrize("encoding", ["klingon", "rot13", "a\0b"])
def test_an_encoding_that_is_none_is_refused(data: bytes, encoding: str) -> None:
    """Whatever the bytes are, ASCII too: nothing else would tell of a slip in the name."""
    with pytest.raises(ParseError, match="bad-encoding cannot be read in the encoding"):
        storage.decoded(data, encoding)


@given(st.binary())
@example("naïve café".encode("latin-1"))
def test_latin1_only_when_said(data: bytes) -> None:
    """Other bytes are read as what is said, and as nothing else."""
    if any(map(data.startswith, BOMS.values())):
        return
    before = data.decode(errors="ignore")
    if before.encode() == data:
        return
    found, origin = storage.decoded(data, "latin-1")
    assert (found, origin.encoding) == (data.decode("latin-1"), "latin-1")
    assert storage.encoded(found, origin.encoding) == data
    with pytest.raises(ParseError) as caught:
        storage.decoded(data, path="a.txt")
    defect = caught.value.defects[0]
    assert (caught.value.name, defect.code) == ("a.txt", "bad-encoding")
    assert before[: defect.start].encode() == data[: len(before[: defect.start].encode())]
    assert defect.line == len(re.findall("\r\n|\r|\n", before[: defect.start])) + 1


def test_where_the_bytes_are_wrong() -> None:
    """The first byte that is no UTF-8 is pointed at, by file, line and column."""
    with pytest.raises(ParseError) as caught:
        storage.decoded("Überschrift\r\nCafé".encode() + b"\xe9!", path="a.txt")
    assert str(caught.value) == (
        "a.txt:2:5: bad-encoding these bytes are not utf-8; encoding= says what they are\n"
        "    Caféé!\n"
        "        ^"
    )


@given(st.sampled_from([*CODECS, "", "no such", "utf-8\0", "rot13"]), st.binary(max_size=12))
@example("idna", b"a\xff")
@example("punycode", b"\xff")
@example("undefined", b"\xff")
def test_no_codec_raises_anything_else(encoding: str, data: bytes) -> None:
    """Whatever encoding is named, bytes are read or refused with a `ParseError`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with contextlib.suppress(ParseError):
            storage.decoded(data, encoding)


@given(
    st.sampled_from([*CODECS, "", "no such", "utf-8\0", "rot13"]),
    st.text(st.characters(exclude_categories=[]), max_size=12),
)
@example("idna", "a" * 70)
@example("utf-8", "line\n\ud800")
def test_no_codec_refuses_otherwise(encoding: str, text: str) -> None:
    """Whatever encoding is named, a text is written or refused with `Unrepresentable`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with contextlib.suppress(Unrepresentable):
            storage.encoded(text, encoding)


@given(st.sampled_from(CODECS), st.binary(max_size=24))
@example("cp932", b"x \x87\x90\ny")
@example("utf-16", "Räin".encode("utf-16-le"))
@example("utf-32", "Räin".encode("utf-32-le"))
@example("big5hkscs", b"\x88\x62 \xa1\xfe")
def test_bytes_read_in_any_encoding_come_back(encoding: str, data: bytes) -> None:
    """What is read is written as it was, also where the encoding itself would write other bytes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            text, origin = storage.decoded(data, encoding)
        except ParseError:
            return
        assert storage.encoded_as(text, origin) == data


CP932 = b"Rain \x87\x90 fell\n\nIn \x87\x90\nand \x87\x90 it fell\n"


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ({"Rain": "Snow"}, CP932.replace(b"Rain", b"Snow")),
        ({"Rain": "", "and": "or"}, CP932.replace(b"Rain", b"").replace(b"and", b"or")),
        ({"Rain": "雨", "it fell": ""}, CP932.replace(b"Rain", "雨".encode("cp932"))[:-8] + b"\n"),
        ({"In": "Upon\nand in"}, CP932.replace(b"In", b"Upon\nand in")),
    ],
)
def test_what_is_not_changed_keeps_its_bytes(changes: dict[str, str], after: bytes) -> None:
    """Only what was changed is written anew: 0x8790 is ∪ as 0x81BE is, which Python writes for it."""
    text, origin = storage.decoded(CP932, "cp932")
    for old, new in changes.items():
        text = text.replace(old, new)
    assert storage.encoded_as(text, origin) == after
    assert "∪".encode("cp932") == b"\x81\xbe"


def test_a_change_that_cannot_be_written_alone(tmp_path: Path) -> None:
    """Where two bytes are two characters, one of them cannot be changed: that is refused."""
    data = b"\x88\x62 \xa1\xfe"
    path = tmp_path / "old.txt"
    path.write_bytes(data)
    document = Document.load(path, "snippet", encoding="big5hkscs")
    assert document.text == "\xca\u0304 \uff0f"
    with pytest.raises(Unrepresentable, match="no way to write only what changed"):
        attrs.evolve(document, text=document.text.replace("\u0304", "")).save()
    with pytest.raises(Unrepresentable, match="big5hkscs has no character"):
        attrs.evolve(document, text="\u1234").save()
    assert path.read_bytes() == data


def test_where_the_text_has_no_place() -> None:
    """The character that an encoding has not is named with its line."""
    with pytest.raises(Unrepresentable, match=r"latin-1 has no character '\\u0627' \(line 2\)"):
        storage.encoded("one\nا", "latin-1")


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


class _Dribble(io.RawIOBase):
    """A stream that gives one byte at a time, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        first, self._data = self._data[:1], self._data[1:]
        return first


def test_every_kind_of_source_gives_the_same(tmp_path: Path) -> None:
    """A path as text or object, and files open for bytes or text, are read alike."""
    text = "Ein Café\r\nzwei\rdrei\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert storage.read(path) == (text, storage.Origin(path=str(path)))
    assert storage.read(str(path)) == storage.read(path)
    with path.open("rb") as raw, path.open(newline="", encoding="utf-8") as opened:
        assert storage.read(raw)[0] == storage.read(opened)[0] == text
    assert storage.read(io.StringIO(text, newline=""))[0] == text
    assert storage.read(_Dribble(text.encode()))[0] == text  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [5, None, b"a.txt", ["a.txt"]])
def test_what_is_no_source(source: Any) -> None:
    """Anything else is a mistake of the caller, and a `TypeError`."""
    with pytest.raises(TypeError, match="must be a path or an open file"):
        storage.read(source)


class _BytesPath(os.PathLike[Any]):
    def __fspath__(self) -> bytes:
        return b"a.txt"


def test_paths_of_bytes_are_refused() -> None:
    """A path object that gives bytes is refused too."""
    with pytest.raises(TypeError, match="not _BytesPath"):
        storage.read(_BytesPath())


@posix
def test_what_is_no_regular_file(tmp_path: Path) -> None:
    """A folder, a pipe, a device and a link to one are refused at once, never waited for."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    (tmp_path / "round").symlink_to("round")
    for name in ("", "pipe", "link", "round", "missing", "a\0b", "\ud800", "x" * 300):
        with pytest.raises(FileError) as caught:
            storage.read(tmp_path / name)
        assert isinstance(caught.value, OSError)
        assert caught.value.filename == os.fspath(tmp_path / name)
        assert caught.value.strerror


def test_a_link_given_by_its_path_is_read(tmp_path: Path) -> None:
    """A path that is a link to a regular file is that file."""
    (tmp_path / "a.txt").write_text("## Rain")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert storage.read(tmp_path / "link.txt")[0] == "## Rain"


@pytest.mark.skipif(ROOT, reason="nothing is unreadable for root")
def test_unreadable_files(tmp_path: Path) -> None:  # pragma: no cover
    """What the system does not let us read is refused as it says."""
    (tmp_path / "a.txt").write_text("## Rain")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(FileError, match="Permission denied"):
        storage.read(tmp_path / "a.txt")


def test_the_largest_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of `LARGEST` bytes is read, one of a byte more is not; the same for streams."""
    monkeypatch.setattr(storage.files, "LARGEST", 8)
    (tmp_path / "a.txt").write_bytes(b"12345678")
    (tmp_path / "b.txt").write_bytes(b"123456789")
    assert storage.read(tmp_path / "a.txt")[0] == "12345678"
    assert storage.read(io.BytesIO(b"12345678"))[0] == "12345678"
    assert storage.read(io.StringIO("1234567ü"))[0] == "1234567ü"
    for source in (tmp_path / "b.txt", io.BytesIO(b"123456789"), io.StringIO("12345678ü")):
        with pytest.raises(FileError) as caught:
            storage.read(source)
        assert caught.value.errno == errno.EFBIG


@pytest.mark.parametrize("size", [0, 3, 900])
def test_files_that_grow_or_shrink(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """A file is read to its end, whatever size the system said before."""
    (tmp_path / "a.txt").write_bytes(b"x" * 500)
    told = os.stat_result((stat.S_IFREG, 0, 0, 1, 0, 0, size, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda handle: told)
    assert storage.read_bytes(str(tmp_path / "a.txt")) == b"x" * 500


def test_no_handle_is_left_open(tmp_path: Path) -> None:
    """After reading and refusing, no more files are open than before."""
    (tmp_path / "a.txt").write_text("## Rain")
    before = os.dup(0)
    os.close(before)
    for _ in range(10):
        storage.read(tmp_path / "a.txt")
        with pytest.raises(FileError):
            storage.read(tmp_path)
        with storage.opened(str(tmp_path / "a.txt")) as file:
            file.read()
    after = os.dup(0)
    os.close(after)
    assert after == before


def test_files_that_cannot_be_read_any_more(tmp_path: Path) -> None:
    """A file that is closed, or open for writing only, is refused as our own error."""
    closed = io.BytesIO()
    closed.close()
    with (tmp_path / "a.txt").open("wb") as writing:
        for source in (closed, writing):
            with pytest.raises(FileError):
                storage.read(source)


def test_text_files_in_a_wrong_encoding(tmp_path: Path) -> None:
    """A file opened as text in an encoding that it is not in gives a located error."""
    (tmp_path / "a.txt").write_bytes(b"one\ncaf\xe9 two")
    with (tmp_path / "a.txt").open(encoding="ascii") as file, pytest.raises(ParseError) as caught:
        storage.read(file)
    assert (caught.value.defects[0].line, caught.value.defects[0].column) == (2, 4)


# ── lines ───────────────────────────────────────────────────────────────────────────────────────

line_texts = st.lists(st.sampled_from(["\r", "\n", "\r\n", "a", "é", "\x85", "\u2028", "\f"])).map(
    "".join
)


def _reference(text: str) -> list[str]:
    lines = re.split("\r\n|\r|\n", text)
    return lines if lines[-1] else lines[:-1]


@given(line_texts, st.integers(1, 9))
@example("a\r\nb", 2)
def test_lines_are_what_their_ends_part(text: str, chunk: int) -> None:
    """Lines are parted by CR LF, LF and CR alone, however the file comes in pieces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage.files, "_CHUNK", chunk)
        assert list(storage.lines(io.StringIO(text, newline=""))) == _reference(text)
        found = list(storage.lines(io.BytesIO(text.encode())))
    assert found == [line.encode() for line in _reference(text)]


@given(line_texts, st.integers(4, 9), st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le"]))
def test_lines_of_other_encodings(text: str, chunk: int, encoding: str) -> None:
    """A file with the BOM of UTF-16 or UTF-32 gives its lines as text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage.files, "_CHUNK", chunk)
        found = list(storage.lines(io.BytesIO(BOMS[encoding] + text.encode(encoding))))
    assert found == _reference("\ufeff" + text)


@given(st.lists(st.sampled_from([b"a" * 5, b"b" * 6, b"", b"c" * 40])), st.integers(1, 20))
def test_lines_that_are_too_long(lines: list[bytes], chunk: int) -> None:
    """A line over `LARGEST` is None, and the lines around it are what they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage.files, "_CHUNK", chunk)
        patch.setattr(storage.files, "LARGEST", 5)
        found = list(storage.lines(io.BytesIO(b"\n".join([*lines, b"end"]))))
    assert found == [None if len(line) > 5 else line for line in [*lines, b"end"]]


def test_a_long_line_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is too long ends the file as any other; nothing is lost behind it."""
    monkeypatch.setattr(storage.files, "LARGEST", 5)
    assert list(storage.lines(io.BytesIO(b"one\n" + b"x" * 10))) == [b"one", None]


def test_a_long_line_takes_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too long is not held while it is read over."""
    monkeypatch.setattr(storage.files, "LARGEST", 1 << 20)
    file = io.BytesIO(b"x" * (32 << 20))
    tracemalloc.start()
    try:
        assert list(storage.lines(file)) == [None]
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


def test_lines_that_end_in_an_error(tmp_path: Path) -> None:
    """Lines come as long as they can be read; then a `SnippetError` says why no more come."""
    half = codecs.BOM_UTF16_LE + "a\nb\n".encode("utf-16-le") + b"\x00\xd8"
    closed = io.BytesIO()
    closed.close()
    (tmp_path / "a.txt").write_bytes(b"one\ncaf\xe9")
    with (tmp_path / "a.txt").open(encoding="ascii") as ascii_file:
        for source, wanted in (
            (io.BytesIO(half), ParseError),
            (ascii_file, ParseError),
            (closed, FileError),
        ):
            with pytest.raises(wanted):
                list(storage.lines(source))


# ── folders ─────────────────────────────────────────────────────────────────────────────────────


class _Entry:
    """An entry of a folder whose kind the system does not tell."""

    name = path = "odd"

    def is_symlink(self) -> bool:
        raise PermissionError(errno.EACCES, "no")


class _Listing(list[_Entry]):
    def __enter__(self) -> Iterator[_Entry]:
        return iter(self)

    def __exit__(self, *error: object) -> None:
        pass


def test_entries_without_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry that the system will not tell of is refused alone."""
    monkeypatch.setattr(os, "scandir", lambda folder: _Listing([_Entry()]))
    [(path, refusal)] = storage.walk("folder")
    assert path == "odd"
    assert refusal is not None
    assert refusal.errno == errno.EACCES


def test_folders_nest_deeper_than_functions(tmp_path: Path) -> None:
    """Folders in folders are walked as deep as the system has them."""
    made = [str(tmp_path)]
    with contextlib.suppress(OSError):  # the longest path that this system has
        while len(made) < 1500:
            os.mkdir(os.path.join(made[-1], "d"))
            made.append(os.path.join(made[-1], "d"))
    Path(made[-1], "a").write_text("")
    found = list(storage.walk(str(tmp_path)))
    Path(made[-1], "a").unlink()
    for folder in reversed(made[1:]):  # shutil.rmtree cannot take away what is so deep
        os.rmdir(folder)
    assert found == [(os.path.join(made[-1], "a"), None)]


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def _only(folder: Path, *names: str) -> None:
    assert sorted(os.listdir(folder)) == sorted(names)


@given(st.text(), st.sampled_from(sorted(BOMS)))
def test_what_is_written_is_read(text: str, encoding: str) -> None:
    """`read` undoes `write`, by BOM where there is one."""
    marked = "\ufeff" + text
    file = io.BytesIO()
    storage.write(file, marked, encoding)
    if text[:1] != "\0":
        assert storage.read(io.BytesIO(file.getvalue())) == (
            marked,
            storage.Origin(encoding=encoding),
        )


def test_every_kind_of_target_gets_the_same(tmp_path: Path) -> None:
    """A path and files open for bytes or text get the text with its line ends as they are."""
    text = "Café\r\nzwei\rdrei\n"
    storage.write(tmp_path / "a", text)
    storage.write(str(tmp_path / "b"), text)
    with (tmp_path / "c").open("wb") as raw:
        storage.write(raw, text)
    with (tmp_path / "d").open("w", encoding="utf-8", newline="") as opened:
        storage.write(opened, text)
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {text.encode()}


@pytest.mark.parametrize("target", [5, None, b"a.txt"])
def test_what_is_no_target(target: Any) -> None:
    """Anything else is a mistake of the caller, and a `TypeError`."""
    with pytest.raises(TypeError, match="must be a path or an open file"):
        storage.write(target, "text")


def test_open_files_that_take_nothing(tmp_path: Path) -> None:
    """A text file whose encoding has no such character, and a closed one, are our own errors."""
    refused = pytest.raises(Unrepresentable, match=r"ascii has no character '\\xe9'")
    with (tmp_path / "a").open("w", encoding="ascii") as file, refused:
        storage.write(file, "Café")
    with pytest.raises(FileError):
        storage.write(file, "Cafe")


def test_what_an_open_file_says_itself_is_left_as_it_is() -> None:
    """Such an object may write by way of this library, too."""
    refusal = FileError(errno.EDQUOT, "no room", "a")

    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise refusal

    with pytest.raises(FileError) as caught:
        storage.write(Full(), "text")
    assert caught.value is refusal


def test_what_somebody_else_wrote_is_not_overwritten(tmp_path: Path) -> None:
    """Saving back is refused where the file is another one by now; a path says to replace it."""
    path = tmp_path / "rain.txt"
    path.write_bytes(b"## Rain")
    document = Document.load(path)
    path.write_bytes(b"## Hail, by others")

    with pytest.raises(FileError, match="has changed since it was read") as refused:
        document.update(title="Snow").save()
    assert refused.value.errno == errno.ESTALE
    assert path.read_bytes() == b"## Hail, by others"

    document.update(title="Snow").save(path)
    assert path.read_bytes() == b"## Snow"
    with pytest.raises(FileError, match="has changed since it was read"):
        document.save()  # by oneself, too


def test_what_was_saved_can_be_saved_again(tmp_path: Path) -> None:
    """What `save` gives knows the file as it is now, wherever it was written; one that is gone is made."""
    path = tmp_path / "rain.txt"
    path.write_bytes(b"## Rain")
    document = Document.load(path).update(title="Snow").save().update(title="Hail").save()
    document = document.save(tmp_path / "hail.txt").update(title="Fog").save()
    assert path.read_bytes() == b"## Hail"
    assert (tmp_path / "hail.txt").read_bytes() == b"## Fog"

    (tmp_path / "hail.txt").unlink()
    document.save()
    assert (tmp_path / "hail.txt").read_bytes() == b"## Fog"


@posix
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_the_mode_of_a_new_file(tmp_path: Path, mask: int) -> None:
    """A new file gets the mode that the process gives to new files."""
    old = os.umask(mask)
    try:
        storage.write(tmp_path / "a", "text")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o666 & ~mask


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    """A file that is replaced keeps its mode."""
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(mode)
    storage.write(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == mode
    _only(tmp_path, "a")


@posix
def test_links_stay_links(tmp_path: Path) -> None:
    """Writing through a link replaces what it leads to, also where nothing stands there yet."""
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "fresh").symlink_to("b")
    storage.write(tmp_path / "link", "new")
    storage.write(tmp_path / "fresh", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "fresh").is_symlink()
    assert (tmp_path / "a").read_text() == (tmp_path / "b").read_text() == "new"


@posix
def test_only_files_are_replaced(tmp_path: Path) -> None:
    """A folder, a pipe, a device and a link in a circle are not replaced by a file."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "null").symlink_to("/dev/null")
    (tmp_path / "round").symlink_to("round")
    for name in ("pipe", "folder", "null", "round", "no/folder", "a\0b", "x" * 300):
        with pytest.raises(FileError):
            storage.write(tmp_path / name, "text")
    _only(tmp_path, "pipe", "folder", "null", "round")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written is not replaced, although its folder would allow it."""
    path = tmp_path / "a"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(FileError, match="is read-only"):
        storage.write(path, "new")
    assert path.read_text() == "old"


@pytest.mark.parametrize("step", ["open", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.EIO, "no"), KeyboardInterrupt()], ids=["os", "^C"])
def test_a_write_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    """Whatever step of writing fails, the old file is there and nothing else."""
    path = tmp_path / "a"
    path.write_text("old")

    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, step, failing)
    with pytest.raises((FileError, KeyboardInterrupt)):
        storage.write(path, "new")
    monkeypatch.undo()
    assert path.read_text() == "old"
    _only(tmp_path, "a")


def test_a_text_that_does_not_fit(tmp_path: Path) -> None:
    """Where the encoding has no such character, nothing is opened."""
    path = tmp_path / "a"
    path.write_text("old")
    with pytest.raises(Unrepresentable):
        storage.write(path, "\ud800")
    assert path.read_text() == "old"
    _only(tmp_path, "a")


@posix
def test_a_full_disk(tmp_path: Path) -> None:
    """Where the system takes only a part, the old file is there, whole, and nothing else."""
    import resource

    path = tmp_path / "a"
    path.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, hard))
    try:
        with pytest.raises(FileError):
            storage.write(path, "x" * (1 << 20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_text() == "old"
    _only(tmp_path, "a")


SAVER = """
import sys
from snippetkit import Document, storage
from snippetkit.charset import guessed
print("ready", flush=True)
while True:
    for letter in "ab":
        storage.write(sys.argv[1], letter * 300_000)
"""


@posix
def test_killed_while_saving(tmp_path: Path) -> None:
    """A process that is killed while it saves leaves the old or the new text, complete."""
    path = tmp_path / "article.txt"
    path.write_text("a" * 300_000)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for round_ in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", SAVER, str(path)], stdout=subprocess.PIPE, env=environment
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.003 * (round_ + 1))
            process.kill()
        text = path.read_text()
        assert text in ("a" * 300_000, "b" * 300_000)


@given(st.text(max_size=5).filter(lambda name: name not in (".", "..")))
def test_no_name_raises_anything_else(name: str) -> None:
    """Whatever a path is made of, only our own errors leave reading."""
    path = f"no-such-folder/{name}"
    for use in (storage.read, lambda path: list(storage.walk(path))):
        with contextlib.suppress(FileError):
            use(path)


WORDS = (
    "Узбекистан развивает сотрудничество в сфере цифровой безопасности, и это важно для всех.",
    "نزل المطر أخيرا في المدينة وفرح الناس كثيرا لأن الحقول كانت جافة منذ شهر مارس",
    "北京今天下了大雨，农民们都很高兴，因为田地从三月以来就一直很干旱。",
    "東京では、今日、雨が降りました。農家は、喜んで、います。「よかった」と、言いました。" * 3,
    "Η βροχή έπεσε επιτέλους στην πόλη και οι αγρότες χάρηκαν πολύ.",
    "Le pluie est enfin tombée ; les élèves étaient déçus, mais les fermiers très heureux.",
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    list(zip(WORDS, ["cp1251", "cp1256", "gb18030", "shift_jis", "cp1253", "cp1252"], strict=True)),
)
def test_an_encoding_is_guessed_when_asked(tmp_path: Path, text: str, encoding: str) -> None:
    """The text is right, how sure it is is said, and saving a change moves no other byte."""
    data = f"## Rain\nEditor: A\n\n{text}\n".encode(encoding)
    path = tmp_path / "old.txt"
    path.write_bytes(data)
    with pytest.raises(ParseError, match="encoding= says"):
        Document.load(path)

    document = Document.load(path, encoding="detect")
    assert document.article.body == f"{text}\n"
    assert document.origin is not None
    assert document.origin.guess is not None
    assert 0.3 < document.origin.guess.confidence <= 1
    document.update(title="Snow").save()
    assert path.read_bytes() == data.replace(b"Rain", b"Snow")


@given(st.binary(max_size=60))
def test_what_is_guessed_becomes_the_same_bytes(data: bytes) -> None:
    """Whatever the bytes: a text that gives them back, or an error of ours."""
    try:
        text, origin = storage.decoded(data, "detect")
    except ParseError:
        return
    assert storage.encoded(text, origin.encoding) == data


def test_what_an_encoding_does_not_have_gives_no_bytes() -> None:
    """Nor does an encoding that there is not."""
    assert encodes("é", "latin-1") == b"\xe9"
    assert encodes("é", "ascii") is None
    assert encodes("e", "klingon") is None


def test_guessing_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library, the error has the command that installs it."""
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)

    assert storage.decoded("ü".encode(), "detect")[0] == "ü"
    with pytest.raises(MissingExtra, match=r'pip install "snippetkit\[text\]"'):
        storage.decoded(b"\xfc", "detect")


def test_bytes_that_no_encoding_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are refused, as those that a named encoding has not are."""
    monkeypatch.setattr("charset_normalizer.from_bytes", lambda data: [])
    with pytest.raises(ParseError, match="in no encoding known here are these bytes a text"):
        storage.decoded(b"\xfc", "detect")


def test_a_guess_that_others_rival_is_less_sure() -> None:
    """What reads as well in another encoding is said."""
    sure, unsure = (
        guessed(text.encode(encoding)) for text, encoding in ((WORDS[0], "cp1251"), ("é", "cp1252"))
    )

    assert sure is not None
    assert unsure is not None
    assert unsure.others
    assert unsure.confidence < 0.6 < sure.confidence
