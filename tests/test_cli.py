"""The command line: results, exit codes, and nothing of a document that a terminal could act on."""

from __future__ import annotations

import contextlib
import functools
import importlib
import importlib.abc
import io
import json
import os
import runpy
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import snippetkit
from snippetkit import Article, Category, Document, dumps, load, loads
from snippetkit.cli import main
from snippetkit.cli._screen import clip
from snippetkit.errors import visible
from snippetkit.formats import names

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs the files that POSIX has")
EXAMPLE = Path(__file__).parent.parent / "examples" / "snippet-rki-news.txt"
RAIN = "## Rain at last\nCategory: Weather\n\nIt rained.\n"
SNOW = '{"title": "Snow"}\n'
EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\x7f\u202etxt\u2066\u200f\u061c\u2028\x85\x00\x08"


class Done(NamedTuple):
    """What a run of the command line gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process, 80 columns wide."""
    monkeypatch.setenv("COLUMNS", "80")

    def runs(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="ascii"))
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else 99
        return Done(code, *capsys.readouterr())

    return runs


def process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "snippetkit", *map(str, arguments)],
        env=environ(**environment),
        capture_output=True,
        check=False,
    )


def environ(**changes: str) -> dict[str, str]:
    """The environment of a process, in which only *changes* say what text is written in."""
    free = {
        k: v for k, v in os.environ.items() if k != "LANG" and not k.startswith(("LC_", "PYTHON"))
    }
    return {**free, "PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "80", **changes}


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    """A file with one snippet."""
    path = tmp_path / "rain.txt"
    path.write_text(RAIN)
    return path


# ── show ────────────────────────────────────────────────────────────────────────────────────────


def test_a_card(run: Run, tmp_path: Path) -> None:
    """A card has the title, the facts that are said, and the first lines of the body."""
    path = tmp_path / "a.json"
    article = Article(
        title="Rain",
        source="rki.news",
        published="2025-09-12",
        modified="2025-09-13T10:00Z",
        document_date="2026",
        dateline=snippetkit.Dateline(place="Lahore", date="2025-09-12"),
        authors=["Ayesha Khan", "Li Wei"],
        categories=[Category(name="Cricket", parent="Sport"), "Weather"],
        tags=["rain", "mud"],
        language="en",
        url="https://rki.news/rain",
        body="It rained.\r\n \r\nIt " + "rained and " * 20 + "\nThree.\nFour.",
    )
    path.write_text(dumps(article, "json"))
    done = run("show", path)
    assert done == Done(
        0,
        f"""\
Rain
  file        {path}
  source      rki.news
  published   2025-09-12
  modified    2025-09-13T10:00+00:00
  copy made   2026
  dateline    Lahore, 2025-09-12
  authors     Ayesha Khan, Li Wei
  categories  Sport > Cricket, Weather
  tags        rain, mud
  language    en
  url         https://rki.news/rain

  It rained.
  It rained and rained and rained and rained and rained and rained and rained...
  Three.

""",
        "",
    )


def test_a_card_of_little(run: Run, tmp_path: Path) -> None:
    """What an article does not say is not on its card."""
    (tmp_path / "a.json").write_text('{"source": {"domain": "rki.news"}, "byline": "By A. Khan"}')
    (tmp_path / "b.json").write_text('{"source": {"url": "https://rki.news/"}}')
    (tmp_path / "c.json").write_text("{}")
    done = run("show", tmp_path)
    assert done.code == 0
    assert done.out.replace(str(tmp_path), "") == (
        "(no title)\n  file        /a.json\n  source      rki.news\n  authors     By A. Khan\n\n"
        "(no title)\n  file        /b.json\n  source      https://rki.news/\n\n"
        "(no title)\n  file        /c.json\n\n"
    )


def test_show_goes_on(run: Run, tmp_path: Path) -> None:
    """What cannot be read is told on stderr, the rest is shown, and the exit code is 1."""
    (tmp_path / "a.txt").write_text("## Rain\nDate: never\n")
    (tmp_path / "b.ndjson").write_text(SNOW + "{\n" + SNOW)
    done = run("show", tmp_path, tmp_path / "missing")
    assert done.code == 1
    assert f"file        {tmp_path}/b.ndjson:3\n" in done.out
    assert f"{tmp_path}/a.txt:2:7: bad-date " in done.err
    assert "    Date: never\n          ^^^^^\n" in done.err
    assert f"{tmp_path}/b.ndjson:2:" in done.err
    assert f"{tmp_path}/missing: No such file or directory\n" in done.err
    tolerant = run("show", "--tolerant", tmp_path / "a.txt")
    assert (tolerant.code, tolerant.err) == (0, "")


def test_show_json(run: Run, tmp_path: Path, rain: Path) -> None:
    """With ``--json``, a line each that the library reads back as the same article."""
    (tmp_path / "urdu.txt").write_text(
        "## بارش\nCategory: موسم\n\nبارش ہوئی۔ 😀\n", encoding="utf-8"
    )
    done = run("show", "--json", tmp_path)
    assert (done.code, done.err) == (0, "")
    back = [loads(line, "ndjson") for line in done.out.split("\n")[:-1]]
    assert back == [load(rain), load(tmp_path / "urdu.txt")]
    assert "بارش" in done.out


def test_show_explain(run: Run, rain: Path) -> None:
    """What each field rests on, with line and column: as text, and as a page for a browser."""
    done = run("show", "--explain", rain)
    assert done.code == 0
    assert done.out.startswith(f"{rain}: ")
    assert "Rain at last" in done.out

    page = run("show", "--html", rain)
    assert page.code == 0
    assert page.out.startswith("<!doctype html>")
    assert f"<h2>{rain}</h2>" in page.out
    assert "Rain at last" in page.out


def test_standard_input(run: Run) -> None:
    """``-`` is what is piped in, in any format."""
    assert "Rain at last\n  file        <stdin>\n" in run("show", "-", stdin=RAIN.encode()).out
    assert run("show", "--json", "-", stdin=SNOW.encode() * 3).out.count("Snow") == 3
    latin = "## Café\n\nx".encode("latin-1")
    assert "Café" in run("show", "-", "--encoding", "latin-1", stdin=latin).out
    assert "Café" in run("show", "-", "--encoding", "detect", stdin=latin).out
    done = run("show", "-", stdin=latin)
    assert (done.code, done.err.split("\n")[0][:29]) == (1, "<stdin>:1:7: bad-encoding the")


def test_what_no_encoding_holds_is_not_put_out(run: Run, tmp_path: Path) -> None:
    """Two halves of a surrogate pair are refused where bytes are written, not joined to a character."""
    path = tmp_path / "halves.txt"
    path.write_bytes(b"## \\ud83d\\ude00\nCategory: W\n\nIt rained \xff.\n")
    for asked in (["show", "--json"], ["convert", "--to", "json"]):
        done = run(*asked, "--encoding", "raw_unicode_escape", path)
        assert (done.code, done.out) == (1, "")
        assert "utf-8 has no character '\\ud83d'" in done.err


@given(st.text() | st.text(st.sampled_from("\u0301a雨")), st.integers(3, 12))
def test_clipped_text_fits(text: str, width: int) -> None:
    """A clipped text is no wider than it may be, and is the text where that fits."""
    import unicodedata

    def columns(shown: str) -> int:
        marks = sum(1 for one in shown if unicodedata.combining(one))
        return len(shown) - marks + sum(unicodedata.east_asian_width(one) in "WF" for one in shown)

    clipped = clip(text, width)
    assert columns(clipped) <= width
    if len(text) <= width and columns(visible(text)) <= width:
        assert clipped == visible(text)


# ── check ───────────────────────────────────────────────────────────────────────────────────────


def test_check(run: Run, tmp_path: Path, rain: Path) -> None:
    """Defects are told as ``file:line:column: code message``, all of them, and the code is 1."""
    assert run("check", rain) == Done(0, "", "")
    (tmp_path / "a.txt").write_text("## Rain\nDate: never\nUpdated: soon\n")
    (tmp_path / "b.ndjson").write_text(SNOW + '{"title": 5, "tags": 6}\n')
    (tmp_path / "c.txt").write_bytes(b"caf\xe9")
    (tmp_path / "d.txt").write_bytes(b"zero\0")
    done = run("check", tmp_path, tmp_path / "missing")
    lines = done.out.replace(f"{tmp_path}/", "").split("\n")
    assert [line.split(" ")[:2] for line in lines] == [
        ["a.txt:2:7:", "bad-date"],
        ["a.txt:3:10:", "bad-date"],
        ["b.ndjson:2:11:", "bad-value"],
        ["b.ndjson:2:22:", "bad-value"],
        ["c.txt:1:4:", "bad-encoding"],
        ["d.txt:1:1:", "unreadable"],
        ["missing:1:1:", "unreadable"],
        [""],
    ]
    assert (done.code, done.err) == (1, "")


def test_check_tells_what_does_not_agree(run: Run, tmp_path: Path) -> None:
    """An article that says one thing in two ways is told of, and is no error."""
    path = tmp_path / "a.txt"
    path.write_text("## T\nPublished: 2025-09-12\n\nParis, September 15, 2025 – It rained.\n")

    done = run("check", path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{path}:")
    assert "2025-09-15" in done.out


# ── convert ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("format", names())
def test_convert_one(run: Run, rain: Path, format: str) -> None:
    """One article goes to stdout, in any format, with its own bytes in its own."""
    done = run("convert", rain, "--to", format)
    wanted = RAIN if format == "snippet" else dumps(load(rain), format)
    assert done == Done(0, wanted, "")


def test_convert_many_to_stdout(run: Run, tmp_path: Path, rain: Path) -> None:
    """Several articles go to stdout as NDJSON only."""
    (tmp_path / "snow.json").write_text(SNOW)
    done = run("convert", tmp_path, "--to", "ndjson")
    assert [loads(line).title for line in done.out.split("\n")[:-1]] == ["Rain at last", "Snow"]
    refused = run("convert", tmp_path, "--to", "json")
    assert (refused.code, refused.out) == (2, "")
    assert "more than one article: -o DIR says where to write them" in refused.err


def test_convert_into_what_is_no_folder(run: Run, rain: Path) -> None:
    """A file in the place of the folder is said once, before anything is read."""
    refused = run("convert", rain, "--to", "json", "-o", rain)
    assert (refused.code, refused.out) == (2, "")
    assert f"-o {rain} is no folder" in refused.err


def test_convert_a_folder(run: Run, tmp_path: Path) -> None:
    """A folder is written as a folder: the same names with the format's suffix, lines numbered."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(RAIN)
    (tmp_path / "in" / "deep" / "a.md").write_text(RAIN)
    (tmp_path / "in" / "many.ndjson").write_text(SNOW * 2)
    (tmp_path / "in" / "some.json").write_text(f"[{SNOW},{SNOW}]")
    (tmp_path / "one.txt").write_text(RAIN)
    out = tmp_path / "out"
    done = run(
        "convert",
        tmp_path / "in",
        tmp_path / "one.txt",
        "-",
        "--to",
        "markdown",
        "-o",
        out,
        stdin=RAIN.encode(),
    )
    made = ["a.md", "deep/a.md", "many-1.md", "many-2.md", "some-1-2.md", "some-2-2.md", "one.md"]
    assert done == Done(0, "".join(f"{out / name}\n" for name in [*made, "stdin.md"]), "")
    assert load(out / "deep" / "a.md") == loads(RAIN)
    assert load(out / "many-2.md").title == "Snow"


def test_convert_keeps_what_is_in_its_format(run: Run, tmp_path: Path) -> None:
    """An article that is in the format already is copied, byte for byte and in its encoding."""
    data = "\ufeff## Café\r\nCategory : a,b\r\n\r\nIt rained.".encode("utf-16-le")
    (tmp_path / "a.txt").write_bytes(data)
    assert run("convert", tmp_path / "a.txt", "--to", "snippet", "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "a.txt").read_bytes() == data


def test_convert_overwrites_nothing(run: Run, tmp_path: Path, rain: Path) -> None:
    """A file that is there is left alone without ``--force``, and one of this run with it too."""
    out = tmp_path / "out"
    (tmp_path / "rain.md").write_text(RAIN.replace("Rain", "More rain"))
    (tmp_path / "link.txt").write_text(RAIN)
    out.mkdir()
    (out / "rain.json").write_text("old")
    done = run("convert", rain, "--to", "json", "-o", out)
    there = f"{rain}: {out}/rain.json: is there already; --force replaces it\n"
    assert done == Done(1, "", there)
    assert (out / "rain.json").read_text() == "old"
    done = run("convert", rain, tmp_path / "rain.md", "--to", "json", "-o", out, "--force")
    assert (done.code, done.out) == (1, f"{out}/rain.json\n")
    taken = f"{out}/rain.json: is what another article of this run was written to\n"
    assert done.err == f"{tmp_path}/rain.md: {taken}"
    many = tmp_path / "rain.ndjson"
    many.write_text('{"title": "A"}\n{"title": "B"}\n')
    (out / "rain-2.json").write_text("old")
    done = run("convert", many, "--to", "json", "-o", out)
    assert done.err == f"{many}:2: {out}/rain-2.json: is there already; --force replaces it\n"
    assert load(out / "rain.json").title == "Rain at last"


def test_convert_writes_nothing_that_its_file_would_not_say(run: Run, tmp_path: Path) -> None:
    """What would be mistaken for another format by its content is refused, as `dump` refuses it."""
    out, odd = tmp_path / "out", tmp_path / "odd.json"
    odd.write_text('{"Published on": "2025"}')
    (tmp_path / "blank.txt").write_text("\n")
    done = run("convert", odd, "--to", "markdown", "-o", out)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{odd}: {out}/odd.md: extra: ")
    assert "by its content it is snippet" in done.err
    assert not (out / "odd.md").exists()
    assert run("convert", odd, "--to", "json", "-o", out) == Done(0, f"{out}/odd.json\n", "")
    blank = run("convert", tmp_path / "blank.txt", "--to", "snippet", "-o", out, "--tolerant")
    assert blank.out == f"{out}/blank.txt\n"


@posix
def test_convert_stays_inside(run: Run, tmp_path: Path, rain: Path) -> None:
    """Nothing is written outside the folder, also where links lead out of it."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "rain.txt").write_text(RAIN)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "deep").symlink_to("../elsewhere")
    (tmp_path / "out" / "rain.json").symlink_to("../elsewhere/rain.json")
    done = run("convert", tmp_path / "in", rain, "--to", "json", "-o", tmp_path / "out", "--force")
    assert (done.code, done.out) == (1, "")
    assert done.err.count("would be written outside the folder, through a link") == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_convert_says_what_is_lost(run: Run, tmp_path: Path) -> None:
    """Losses are told and refused; with ``--allow-loss`` they are told and taken."""
    path = tmp_path / "a.ndjson"
    path.write_text('{"title": "Two\\nlines", "body": "It rained."}\n')
    done = run("convert", path, "--to", "snippet")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{path}:1: 1 loss\n  title: ")
    allowed = run("convert", path, "--to", "snippet", "--allow-loss")
    assert (allowed.code, allowed.err) == (0, done.err)
    assert loads(allowed.out).title == "Two lines"


def test_convert_what_is_not_all_well(run: Run, tmp_path: Path) -> None:
    """With ``--tolerant``, what could be read is written, and what could not is told."""
    path = tmp_path / "a.json"
    path.write_text('{"title": "Rain", "id": 1, "url": 2, "body": 3, "tags": 4, "rights": 5}')
    done = run("convert", path, "--to", "snippet")
    assert (done.code, done.out) == (1, "")
    tolerant = run("convert", path, "--to", "snippet", "--tolerant")
    assert tolerant.code == 0
    assert tolerant.err == done.err
    assert done.err.startswith(f"{path}:1:25: bad-value ")
    assert done.err.endswith(f"\n{path}: and 2 more\n")
    assert loads(tolerant.out).title == "Rain"
    done = run("convert", tmp_path / "missing", "--to", "json", "-o", tmp_path / "out")
    assert (done.code, done.out) == (1, "")


# ── schema, demo, help ──────────────────────────────────────────────────────────────────────────


def test_schema(run: Run) -> None:
    """The JSON Schema is printed as it is bundled."""
    done = run("schema")
    bundled = Path(snippetkit.__file__).parent / "data" / "article-1.schema.json"
    assert done == Done(0, bundled.read_text(encoding="utf-8"), "")


def test_demo(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo reads three bundled snippets, edits one and says truly which bytes moved."""
    import socket

    monkeypatch.setattr(socket, "socket", None)  # it needs no network
    done = run("demo")
    assert (done.code, done.err) == (0, "")
    for said in (
        "A snippet in English, 3,290 bytes, read as an article:",
        "title          str       Uzbekistan Advances Digital Security",
        "published      Moment    2025-09-12 (precision: day, zone unknown)",
        "categories     Category  English | International | Snippets",
        "dateline       Dateline  Tashkent, 2025-09-12",
        "A snippet in Urdu",
        "A snippet in Chinese",
        "bytes 21 to 79: 'Advances Digital Security Cooperation Within SCO Framework' became",
        "bytes 197 to 205: 'Snippets' became 'Technology'",
        "  -Category: ,English,International - ,Snippets\n",
        "  +Category: ,English,International - ,Technology\n",
    ):
        assert said in done.out
    document = Document.load(EXAMPLE)
    edited = document.update(
        title="Uzbekistan and Its SCO Partners Agree on Digital Security",
        categories=[*document.article.categories[:-1], "Technology"],
    )
    size = len(edited.to_bytes())
    assert f"3,290 bytes before, {size:,} after; the other 3,224 are the same." in done.out


def test_the_bundled_snippets() -> None:
    """The English one is the project's first example; each is read wholly and without defects."""
    data = Path(snippetkit.__file__).parent / "data"
    assert (data / "snippet-en.txt").read_bytes() == EXAMPLE.read_bytes()
    for tongue in ("en", "ur", "zh"):
        article = load(data / f"snippet-{tongue}.txt")
        assert article.title
        assert article.source
        assert article.dateline
        assert article.body
        assert len(article.categories) == 3
        assert not article.extra


def test_usage(run: Run) -> None:
    """Misuse is exit code 2 with a usage line; help and version are 0."""
    for wrong in (
        (),
        ("shw",),
        ("show",),
        ("show", "a", "--format", "docx"),
        ("show", "a", "--encoding", "utf-9"),
        ("check", "a", "--tolerant"),
        ("check", "a", "--encoding", "a\0b"),
        ("convert", "a"),
        ("convert", "a", "--to", "docx"),
        ("schema", "a"),
    ):
        done = run(*wrong)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("usage: snippetkit")
    assert "no format is called 'docx'; there are json" in run("convert", "a", "--to", "docx").err
    for command in ((), ("show",), ("check",), ("convert",), ("schema",), ("demo",)):
        assert run(*command, "--help").code == 0
    assert run("--version") == Done(0, f"snippetkit {snippetkit.__version__}\n", "")


def test_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m snippetkit`` is the command, and importing that module runs nothing."""
    monkeypatch.delitem(sys.modules, "snippetkit.__main__", raising=False)
    monkeypatch.setattr(sys, "argv", ["snippetkit", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("snippetkit", run_name="__main__", alter_sys=True)
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("snippetkit ")
    assert importlib.import_module("snippetkit.__main__").main is main


# ── consoles and pipes ──────────────────────────────────────────────────────────────────────────

CONSOLES = {
    "utf-8": {"PYTHONUTF8": "1"},
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "C.UTF-8": {"LC_ALL": "C.UTF-8"},
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of news in Urdu and Chinese."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "بارش.txt").write_text(
        "## بارش ہوئی — “آج”\nCategory: موسم\n\nبارش ہوئی۔ 😀", encoding="utf-8"
    )
    (folder / "雨.txt").write_text("## 下雨了\nCategory: 天气\n\n今天下雨了。", encoding="utf-8")
    return folder


def test_every_console_gets_the_same_articles(tmp_path: Path, news: Path) -> None:
    """Whatever a console can write, the exit code is 0 and the articles and files are the same."""
    articles, files = [], []
    for name, console in CONSOLES.items():
        shown = process("show", "--json", news, **console)
        assert (shown.returncode, shown.stderr) == (0, b"")
        lines = shown.stdout.decode("ascii" if name in ("C", "cp1252") else "utf-8").split("\n")
        articles.append([loads(line, "ndjson") for line in lines[:-1]])
        out = tmp_path / name
        made = process("convert", news, "--to", "markdown", "-o", out, **console)
        assert (made.returncode, made.stderr) == (0, b"")
        files.append({path.name: path.read_bytes() for path in out.iterdir()})
        for command in (("show", news), ("check", news), ("demo",), ("schema",)):
            done = process(*command, **console)
            assert (done.returncode, done.stderr) == (0, b"")
    assert all(one == articles[0] for one in articles)
    assert all(one == files[0] for one in files)
    assert sorted(files[0]) == ["بارش.md", "雨.md"]


def test_converted_bytes_are_the_formats(news: Path) -> None:
    """What goes to a pipe is UTF-8, whatever the console."""
    wanted = dumps(load(news / "雨.txt"), "json").encode()
    for console in CONSOLES.values():
        assert process("convert", news / "雨.txt", "--to", "json", **console).stdout == wanted


@posix
def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    """Where the reader of a pipe has had enough, the command ends without a word."""
    (tmp_path / "a.ndjson").write_text(SNOW * 20_000)
    command = [sys.executable, "-m", "snippetkit", "show", "--json", str(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ()
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert b"Snow" in child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 141
    reader, writer = os.pipe()
    os.close(reader)
    small = [sys.executable, "-m", "snippetkit", "show", str(EXAMPLE)]
    done = subprocess.run(small, stdout=writer, stderr=subprocess.PIPE, env=environ(), check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@posix
@pytest.mark.parametrize(("device", "code"), [("pipe", 141), ("/dev/full", 1)])
def test_output_that_cannot_be_written(
    rain: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    device: str,
    code: int,
) -> None:
    """A pipe without a reader and a full disk are told by the exit code."""
    if device == "pipe":
        reader, writer = os.pipe()
        os.close(reader)
    else:
        writer = os.open(device, os.O_WRONLY)
    with os.fdopen(writer, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        assert main(["show", str(rain)]) == code
        monkeypatch.undo()
    told = capsys.readouterr().err
    assert told == (
        "" if code == 141 else "snippetkit: cannot write the output: No space left on device\n"
    )


@posix
@pytest.mark.parametrize(
    ("shell", "code", "out", "err"),
    [
        ("show - <&-", 1, b"", b"<stdin>:1:1: empty there is nothing here to read"),
        ("show RAIN >&-", 1, b"", b"snippetkit: cannot write the output: Bad file descriptor"),
        ("show RAIN 2>&-", 0, b"Rain at last", b""),
        ("show nothing 2>&-", 1, b"", b""),
        ("show nothing <&- >&- 2>&-", 1, b"", b""),
        ("show ''", 1, b"", b"'': No such file or directory"),
    ],
)
def test_streams_that_are_closed(rain: Path, shell: str, code: int, out: bytes, err: bytes) -> None:
    """A program started without a standard stream reads nothing, or says so; it does not crash."""
    command = f"exec {sys.executable} -m snippetkit {shell.replace('RAIN', str(rain))}"
    done = subprocess.run(
        ["sh", "-c", command],  # noqa: S607
        env=environ(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout.split(b"\n")[0], done.stderr.split(b"\n")[0]) == (
        code,
        out,
        err,
    )


def test_streams_that_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does it where Python gives a program no streams at all."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert main(["show", "-"]) == 1


def test_interrupted(run: Run, rain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt ends the command without a traceback."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("snippetkit.results.load_all", interrupted)
    assert run("show", rain) == Done(130, "", "")


def test_interrupted_before_it_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor while the modules of the command line are imported, of which little is before."""

    class Interrupted(importlib.abc.MetaPathFinder):
        def find_spec(self, name: str, *_: object) -> None:
            if name == "snippetkit.cli._main":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "snippetkit.cli._main")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    assert main(["--version"]) == 130
    program = "import sys, snippetkit.cli; print('typing' in sys.modules, 're' in sys.modules)"
    command = [sys.executable, "-S", "-c", program]
    path = os.pathsep.join(sys.path)
    shown = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert shown.stdout == "False False\n"


class Terminal(io.TextIOWrapper):
    """A stream that says that it is a terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    def isatty(self) -> bool:
        """What makes it one."""
        return True

    @property
    def shown(self) -> str:
        """All that was written."""
        self.flush()
        data: Any = self.buffer
        return str(data.getvalue(), "utf-8")


def test_progress(
    tmp_path: Path, rain: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A long run is counted on a line that goes away, unless the terminal shows the articles."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["check", str(rain)]) == 0
    assert terminal.shown == ""
    monkeypatch.setattr("snippetkit.cli._results._PATIENCE", 0)
    assert main(["check", str(rain), str(rain)]) == 0
    assert terminal.shown == "1 articles\r2 articles\r          \r"
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert main(["show", str(rain)]) == 0
    assert terminal.shown.count("1 articles") == 1
    assert main(["convert", str(rain), "--to", "json", "-o", str(tmp_path / "out")]) == 0
    assert terminal.shown.count("1 articles") == 2


def test_convert_to_a_terminal(rain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets the text as it may be shown, a stream of text gets the text."""
    rain.write_text("## Rain\r\n\r\nIt\x1b[2J rained.\r")
    terminal, stream = Terminal(), io.StringIO(newline="")
    for stdout in (terminal, stream):
        monkeypatch.setattr(sys, "stdout", stdout)
        assert main(["convert", str(rain), "--to", "snippet"]) == 0
    assert terminal.shown.replace("\r\n", "\n") == "## Rain\n\nIt\\x1b[2J rained.\n"
    assert stream.getvalue() == "## Rain\r\n\r\nIt\x1b[2J rained.\r"
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["show", "--json", str(rain)]) == 0
    assert loads(stream.getvalue()) == load(rain)


# ── what a document may not do ──────────────────────────────────────────────────────────────────


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A folder of documents that want to act on a terminal, by every place that they have."""
    folder = tmp_path / "evil"
    folder.mkdir()
    article = Article(
        id=EVIL,
        title=f"title {EVIL}",
        body=f"body {EVIL}\n{EVIL} {EVIL}",
        source=EVIL,
        byline=EVIL,
        authors=[EVIL],
        categories=[EVIL, Category(name=EVIL, parent=EVIL)],
        tags=[EVIL],
        language=EVIL,
        url=EVIL,
        dateline=snippetkit.Dateline(place=EVIL, agency=EVIL),
        extra={EVIL: EVIL},
    )
    line = dumps(article, "ndjson")
    (folder / "a.json").write_text(dumps(article, "json"), encoding="utf-8")
    (folder / "b.ndjson").write_text(line + line, encoding="utf-8")
    (folder / "c.txt").write_text(
        f"## {EVIL}\nCategory: {EVIL}\nDate: {EVIL}\n{EVIL}: {EVIL}\n\n{EVIL}"
    )
    (folder / "d.md").write_text(f"---\ntitle: {EVIL}\ndate: {EVIL}\n{EVIL}: 5\n---\n{EVIL}")
    (folder / "e.md").write_text(f'+++\ntitle = "{EVIL}"\n+++\n{EVIL}')
    (folder / "f.json").write_text(f'{{"title": "{EVIL}", "date": }}')
    (folder / "g.txt").write_bytes(b"\x1b[2J\x9b\xff\r\n\x07")
    (folder / "h.json").write_text(json.dumps({"title": 5, "published": EVIL, EVIL: EVIL}))
    (folder / "i.txt").write_text(EVIL.replace("\0", ""))
    if hasattr(os, "mkfifo"):
        name = EVIL.replace("\0", "").replace("/", "")
        (folder / f"j{name}.txt").write_text(RAIN)
        os.mkfifo(folder / f"k{name}")
    return folder


# What Unicode calls Bidi_Control (PropList.txt): marks, embeddings, overrides, isolates.
BIDI = {"\u061c", "\u200e", "\u200f", *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))}


def acts(shown: str) -> set[str]:
    """The characters of a text that a terminal could act on, line ends apart."""
    controls = {one for one in set(shown) if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")}
    return (controls | BIDI & set(shown)) - {"\n"}


def commands(evil: Path) -> Iterator[list[str]]:
    """Every command, on every kind of evil."""
    texts: tuple[list[str], ...] = (
        [],
        ["--tolerant"],
        ["--format", "json"],
        ["--format", "snippet"],
        ["--encoding", "latin-1"],
    )
    for more in texts:
        yield ["show", str(evil), *more]
        yield ["show", "--json", str(evil), *more]
        yield ["show", "--explain", str(evil), *more]
        yield ["show", "--html", str(evil), *more]
        yield ["check", str(evil), *more]
        for to in names():
            for path in sorted(evil.iterdir()):
                yield ["convert", "--to", to, "--allow-loss", str(path), *more]
    yield ["convert", "--to", "json", "-o", str(evil / "out"), "--tolerant", str(evil)]
    yield ["convert", "--to", "snippet", "-o", f"{evil}/{EVIL}", str(evil)]
    yield ["show", EVIL]
    yield ["show", "a", "--format", EVIL]
    yield ["check", "a", "--encoding", EVIL]
    yield [EVIL]
    yield ["show", "a", f"--{EVIL}"]
    yield ["convert", "a", "--to", EVIL]


def test_no_document_acts_on_a_terminal(evil: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No command lets a control or bidi character through to a terminal."""
    count = 0
    for command in commands(evil):
        stdout, stderr = Terminal(), Terminal()
        monkeypatch.setattr(sys, "stdout", stdout)
        monkeypatch.setattr(sys, "stderr", stderr)
        with contextlib.suppress(SystemExit):
            main(command)
        assert acts(stdout.shown) == set(), command
        assert acts(stderr.shown.replace(" articles\r", "").replace(" \r", "")) == set(), command
        count += bool(stdout.shown + stderr.shown)
    assert count > 200  # of all, few have nothing to say


@posix
@pytest.mark.parametrize("console", ["utf-8", "C"])
def test_no_document_acts_on_a_real_terminal(evil: Path, console: str) -> None:
    """The same through a terminal of the system, in processes of their own."""
    import pty

    for command in (["show"], ["show", "--json"], ["check"], ["convert", "--to", "ndjson"]):
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "snippetkit", *command, str(evil)],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=theirs,
            env=environ(**CONSOLES[console]),
        ) as child:
            os.close(theirs)
            shown = b"".join(iter(functools.partial(_read, ours), b""))
            assert child.wait() == 1
        os.close(ours)
        assert b"\\x1b" in shown or b"\\u001b" in shown
        text = shown.decode("utf-8").replace("\r\n", "\n")
        assert acts(text) == set()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # Linux says so when the other end is closed
        return b""
