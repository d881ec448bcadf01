"""What the pages say is true: their examples run, and their tables agree with the code.

In a page, a fenced block is checked by what stands on its fence:

- ``pycon``: a session of Python; its output must be what is printed there;
- ``python``: is run, in the same names as the sessions of its page;
- ``console``: commands after ``$``, run by a shell; their output must be what is printed there.

A comment ``<!-- file: NAME -->`` alone on the line above a block makes it a file of that name. Each
page has a folder of its own to run in, with the files of ``examples/`` and ``docs/exports/`` in it.
"""

from __future__ import annotations

import ast
import doctest
import functools
import importlib
import inspect
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

import snippetkit
from snippetkit.formats import format_named, names
from snippetkit.testing import laws

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
_FENCE = re.compile(r"(?P<ticks>`{3,}|:{3,})(?P<language>[^`\n]*)")
_FILE = re.compile(r"<!-- file: (?P<name>[\w./-]+) -->")
_OPTIONS = doctest.ELLIPSIS


class Block(NamedTuple):
    """A fenced block of a page."""

    language: str
    text: str
    line: int
    """The number of its first line, from 0."""
    file: str | None
    """The name of the file that it is."""


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in its order."""
    lines = page.read_text("utf-8").split("\n")
    at = 0
    while at < len(lines):
        opened = _FENCE.fullmatch(lines[at])
        if opened is None:
            at += 1
            continue
        end = lines.index(opened["ticks"], at + 1)
        marked = _FILE.fullmatch(lines[at - 1])
        text = "".join(f"{line}\n" for line in lines[at + 1 : end])
        yield Block(opened["language"].strip(" "), text, at + 1, marked and marked["name"])
        at = end + 1


def relative(path: Path) -> str:
    """A path as a test's name shows it."""
    return path.relative_to(ROOT).as_posix()


# ── examples ────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen
class Runner:
    """Runs the blocks of one page."""

    page: Path
    folder: Path
    names: dict[str, Any] = attrs.field(factory=lambda: {"__name__": "__page__"})

    def run(self, block: Block) -> None:
        """Check one block; fail with what differs."""
        if block.file is not None:
            path = self.folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, "utf-8", newline="")
        elif block.language == "pycon":
            self.session(block)
        elif block.language == "python":
            # The lines that go before make the numbers of a traceback those of the page.
            text = "\n" * block.line + block.text
            code = compile(text, relative(self.page), "exec", dont_inherit=True)
            exec(code, self.names)  # noqa: S102
        elif block.language == "console":
            self.console(block)

    def session(self, block: Block) -> None:
        """A session of Python: its output must be what is printed."""
        where = relative(self.page)
        test = doctest.DocTestParser().get_doctest(block.text, {}, where, where, block.line)
        test.globs = self.names
        said: list[str] = []
        doctest.DocTestRunner(optionflags=_OPTIONS).run(test, out=said.append, clear_globs=False)
        if said:
            pytest.fail("".join(said))

    def console(self, block: Block) -> None:
        """Commands of a shell, which must succeed: their output must be what is printed."""
        for part in re.split(r"(?m)^\$ ", block.text)[1:]:
            command, _, wanted = part.partition("\n")
            done = subprocess.run(
                ["bash", "-o", "pipefail", "-c", command],  # noqa: S607
                cwd=self.folder,
                env=self.environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                timeout=120,
                check=False,
            )
            wanted, got = wanted.rstrip("\n"), done.stdout.rstrip("\n")
            same = doctest.OutputChecker().check_output(wanted, got, _OPTIONS)
            if done.returncode or not same:
                pytest.fail(f"{relative(self.page)}:{block.line + 1}: {command}\n{done.stdout}")

    def environment(self) -> dict[str, str]:
        """Where ``python`` and ``snippetkit`` are those of this run of the tests."""
        tools = self.folder / ".tools"
        if not tools.exists():
            tools.mkdir()
            for name, module in (("python", ""), ("snippetkit", "-m snippetkit ")):
                script = tools / name
                script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module}"$@"\n', "utf-8")
                script.chmod(0o755)
        path = os.pathsep.join([str(tools), os.environ["PATH"]])
        sources = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        kept = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
        wide = {"COLUMNS": "100", "LC_ALL": "C.UTF-8", "PYTHONPATH": sources}
        # Hypothesis has a profile of its own for CI, in which nothing is left to chance.
        return {**kept, **wide, "PATH": path, "PYTHONDONTWRITEBYTECODE": "1", "CI": "true"}


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_the_examples_of_a_page(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example of a page runs, one after another, and gives what is printed there."""
    for folder in ("examples", "docs/exports"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    runner = Runner(page, tmp_path)
    for block in blocks(page):
        runner.run(block)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", None) or "").startswith(str(tmp_path)):
            del sys.modules[name]


def modules() -> list[str]:
    """The names of all modules of the library."""
    found = pkgutil.walk_packages(snippetkit.__path__, "snippetkit.")
    return [
        "snippetkit",
        *(module.name for module in found if not module.name.endswith("__main__")),
    ]


@pytest.mark.parametrize("name", modules())
def test_the_examples_of_a_module(name: str) -> None:
    """Every example in a docstring gives what is printed there."""
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


def test_there_are_examples() -> None:
    """The examples are found: no page of how to do something is without one."""
    pages = [page for page in PAGES if page.parent.name in ("howto", "tutorial")]
    assert len(pages) > 5
    for page in [ROOT / "README.md", *pages]:
        assert [block for block in blocks(page) if block.language in ("pycon", "console")], page


@pytest.mark.parametrize("name", ["run", "test"])
def test_the_commands_of_the_readme(name: str) -> None:
    """The README has a block of commands below each comment that .ci/run looks for."""
    lines = (ROOT / "README.md").read_text("utf-8").split("\n")
    assert lines[lines.index(f"<!-- ci: {name} -->") + 1] == "```bash"


# ── tables ──────────────────────────────────────────────────────────────────────────────────────


@functools.cache
def page(name: str) -> str:
    """The text of a page of the documentation."""
    return (ROOT / "docs" / name).read_text("utf-8")


def words_table(name: str) -> str:
    """The words of a format as a table, as the page of formats has it."""
    rows = [
        f"| `{field}` | {', '.join(f'`{word}`' for word in words)} |"
        for field, words in format_named(name).words.items()
    ]
    return "\n".join(["| field | words |", "|---|---|", *rows])


@pytest.mark.parametrize("name", sorted(names()))
def test_the_words_of_the_formats(name: str) -> None:
    """The page of formats tells every word of every format (JSON's are the fields' own names)."""
    text = page("reference/formats.md")
    assert f"`{name}`" in text
    if name in ("json", "ndjson"):
        assert all(words == (field,) for field, words in format_named(name).words.items())
    else:
        assert words_table(name) in text, words_table(name)


def codes() -> set[str]:
    """The codes of defects that the sources use: what is given for a parameter called *code*."""
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES]
    places = _places(trees)
    return {code for tree in trees for code in _codes_in(tree, places) if code}


def _places(trees: list[ast.Module]) -> dict[str, int]:
    """What takes a code, and as its how-many-eth argument."""
    places = {"Flaw": 2}
    for tree in trees:
        for node in ast.walk(tree):
            methods = node.body if isinstance(node, ast.ClassDef) else [node]
            for method in methods:
                if isinstance(method, ast.FunctionDef):
                    given = [arg.arg for arg in method.args.args if arg.arg != "self"]
                    name = node.name if isinstance(node, ast.ClassDef) else method.name
                    if "code" in given:
                        places[name] = given.index("code")
    return places


def _codes_in(tree: ast.Module, places: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            at = places.get(name, len(node.args))
            for part in ast.walk(ast.Tuple(node.args[at : at + 1])):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def test_the_codes_of_the_defects() -> None:
    """The page of defects tells every code that the library uses, and no other."""
    told = re.findall(r"(?m)^\| `([a-z-]+)` \|", page("reference/defects.md"))
    assert len(told) == len(set(told))
    assert set(told) == codes()


def test_the_laws() -> None:
    """The page of laws has a section for every law that the kit checks, and for no other."""
    told = re.findall(r"(?m)^### `(.+)`", page("explanation/laws.md"))
    assert len(told) == len(set(told))
    assert set(told) == law_names()


@attrs.frozen(kw_only=True)
class Note(snippetkit.Article):
    """Any subclass: it has two laws more than an article."""


def law_names() -> set[str]:
    """The names of the laws, whatever they are about."""
    return {one.law.__name__ for one in laws(cls=Note)}


def test_the_public_names() -> None:
    """Every public name stands in the reference."""
    text = "".join(path.read_text("utf-8") for path in (ROOT / "docs" / "reference").glob("*.md"))
    for name in snippetkit.__all__:
        assert re.search(rf"(?<![\w]){re.escape(name)}(?![\w])", text), name


def test_the_examples_folder() -> None:
    """The page of examples tells of every file in ``examples/``, which holds articles only."""
    told = re.findall(r"(?m)^\| `([^`]+)` \|", page("reference/examples.md"))
    assert sorted(told) == sorted(path.name for path in (ROOT / "examples").iterdir())
    assert all(result.ok for result in snippetkit.load_all(ROOT / "examples"))


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_pages_are_about_no_machine(path: Path) -> None:
    """No page names a path of the machine that it was written on."""
    text = path.read_text("utf-8")
    assert not re.search(r"(?<![\w./])/(?:work|tmp|home|root|usr|Users|opt|var)/\w", text)


def test_every_public_function_has_an_example() -> None:
    """Every public function of the package shows how it is used."""
    for name in snippetkit.__all__:
        found = getattr(snippetkit, name)
        if inspect.isfunction(found):
            assert ">>> " in (found.__doc__ or ""), name


def test_every_public_method_has_an_example() -> None:
    """So does every public method and property (a format's are shown where one is written)."""
    for name in snippetkit.__all__:
        kind = getattr(snippetkit, name)
        if inspect.isclass(kind) and kind is not snippetkit.Format:
            for attribute, method in _methods(kind):
                assert ">>> " in (method.__doc__ or ""), f"{name}.{attribute}"


def _methods(kind: type) -> Iterator[tuple[str, Any]]:
    """What a class of ours, or a base of it that is ours, does under a public name."""
    for base in kind.__mro__:
        for name, value in vars(base).items():
            is_ours = base.__module__.startswith("snippetkit") and not name.startswith("_")
            made = getattr(value, "__func__", value)
            if is_ours and (inspect.isfunction(made) or isinstance(made, property)):
                yield name, made
