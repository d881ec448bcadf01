"""The public face: the documented names, at the documented price."""

from __future__ import annotations

import ast
import copy
import datetime as dt
import importlib
import os
import pickle
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import snippetkit
from snippetkit import errors

ROOT = Path(__file__).parent.parent
NAMES = [
    "Article",
    "Category",
    "Dateline",
    "Defect",
    "Document",
    "FileError",
    "Format",
    "FrozenDict",
    "InvalidValue",
    "Link",
    "Loss",
    "LossError",
    "Media",
    "MissingExtra",
    "Moment",
    "ParseError",
    "Person",
    "Profile",
    "Result",
    "SnippetError",
    "Source",
    "UnknownFormat",
    "Unrepresentable",
    "__version__",
    "detect",
    "dump",
    "dumps",
    "field",
    "load",
    "load_all",
    "loads",
    "losses",
    "register",
    "restore",
    "same",
]
DEFECT = snippetkit.Defect(
    code="bad-date",
    message="not a date",
    start=6,
    end=11,
    line=1,
    column=7,
    excerpt="Date: never",
    caret=6,
    field="published",
)
LOSS = snippetkit.Loss(field="media", reason="no place", value=("a",), kept=())
ERRORS = [
    errors.SnippetError("it went wrong"),
    errors.ParseError((DEFECT,), "post.txt"),
    errors.Unrepresentable("title", "a heading is one line"),
    errors.LossError((LOSS,)),
    errors.InvalidValue("title", "must be str, not int"),
    errors.UnknownFormat("no format is called 'docx'"),
    errors.FileError(2, "No such file or directory", "post.txt"),
    errors.FileError("this document came from no file"),
    errors.MissingExtra("yaml", "YAML front matter"),
]


def run(code: str) -> str:
    """What a fresh process prints that runs *code*."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


# ── names ───────────────────────────────────────────────────────────────────────────────────────


def test_the_public_names_are_the_documented_ones() -> None:
    """`__all__`, `dir` and what `import *` gives are the documented names, and no others."""
    assert snippetkit.__all__ == sorted(NAMES)
    assert dir(snippetkit) == sorted(NAMES)
    given: dict[str, Any] = {}
    exec("from snippetkit import *", given)  # noqa: S102
    assert sorted(given.keys() - {"__builtins__"}) == sorted(NAMES)


def test_every_name_has_one_home() -> None:
    """What type checkers import and what is imported when it is asked for are the same."""
    tree = ast.parse(Path(snippetkit.__file__).read_text(encoding="utf-8"))
    checked = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("snippetkit")
        for alias in node.names
    }
    assert sorted(checked) == sorted(set(NAMES) - {"__version__"})
    for name, module in checked.items():
        assert getattr(snippetkit, name) is getattr(importlib.import_module(str(module)), name)


def test_modules_are_imported_when_first_asked_for() -> None:
    """`snippetkit.restore` is there without an import of its own."""
    assert snippetkit.__getattr__("restore") is importlib.import_module("snippetkit.restore")


def test_other_names_are_none() -> None:
    """A name that is not there is missed as of any module."""
    with pytest.raises(AttributeError, match="module 'snippetkit' has no attribute 'lods'"):
        _ = snippetkit.lods  # type: ignore[attr-defined]


def test_the_version_is_the_projects() -> None:
    """The version that the package says is the one that it is built with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert snippetkit.__version__ == project["version"]


def test_types_are_told() -> None:
    """The package says that it has types (PEP 561)."""
    assert (Path(snippetkit.__file__).parent / "py.typed").is_file()


# ── what an import costs ────────────────────────────────────────────────────────────────────────


def loaded(code: str) -> set[str]:
    """The modules that a fresh process has loaded after *code*."""
    return set(run(f"{code}\nimport sys\nprint(*sys.modules)").split())


def test_importing_the_package_imports_nothing() -> None:
    """`import snippetkit` alone loads nothing of the library's and no dependency."""
    modules = loaded("import snippetkit")
    assert {name for name in modules if name.startswith("snippetkit")} == {"snippetkit"}
    assert not modules & {"attr", "attrs", "cattrs", "dateutil"}


def test_importing_all_names_imports_no_more_than_needed() -> None:
    """All public names are there without what only some of their uses need."""
    modules = loaded("from snippetkit import *")
    unwanted = {
        *("argparse", "cattrs", "dateutil", "difflib", "html", "hypothesis", "json"),
        *("orjson", "pkgutil", "tempfile", "tomllib", "yaml", "zoneinfo"),
        *("snippetkit.cli", "snippetkit.schema", "snippetkit.testing"),
        *("snippetkit.formats.markdown", "snippetkit.formats.snippet", "snippetkit.syntax.yaml"),
    }
    assert not modules & unwanted


def test_a_snippet_is_read_without_other_peoples_libraries() -> None:
    """Reading a snippet needs attrs and the standard library."""
    modules = loaded(
        "import snippetkit; snippetkit.loads('## Rain\\nCategory: Weather\\n', 'snippet')"
    )
    assert not modules & {"cattrs", "dateutil", "yaml"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_is_there_at_once(option: str) -> None:
    """The command line explains itself without loading what it would work with."""
    code = f"""
import sys
from snippetkit.cli import main
try:
    main([{option!r}])
except SystemExit:
    print(*sys.modules)
"""
    assert not set(run(code).split()) & {"attr", "attrs", "cattrs", "snippetkit.errors"}


# ── errors ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_go_to_other_processes(error: errors.SnippetError) -> None:
    """Every error survives pickling and copying with all it says; else pools of processes hang."""
    for back in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(back) is type(error)
        assert back.args == error.args
        assert str(back) == str(error)
        assert vars(back) == vars(error)


def test_every_error_is_tried_above() -> None:
    """No class of errors is left out of the test above."""
    classes = {one for one in vars(errors).values() if isinstance(one, type)}
    raised = {one for one in classes if issubclass(one, Exception)}
    assert raised == {type(error) for error in ERRORS}
    assert all(issubclass(one, errors.SnippetError) for one in raised)
    assert {one.__name__ for one in raised} <= set(NAMES)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (snippetkit.ParseError, ValueError),
        (snippetkit.Unrepresentable, ValueError),
        (snippetkit.LossError, ValueError),
        (snippetkit.InvalidValue, TypeError),
        (snippetkit.InvalidValue, ValueError),
        (snippetkit.UnknownFormat, LookupError),
        (snippetkit.FileError, OSError),
        (snippetkit.MissingExtra, ImportError),
    ],
)
def test_errors_are_what_python_has(error: type[Exception], builtin: type[Exception]) -> None:
    """Each error is caught by those who expect Python's own."""
    assert issubclass(error, builtin)


EVIL = "\x1b]0;x\x07\x9b31m\u202e\u2066\u2028\r\x00\ud800"


@pytest.mark.parametrize(
    "error",
    [
        errors.ParseError((DEFECT,), f"a{EVIL}.txt"),
        errors.Unrepresentable(EVIL, EVIL),
        errors.LossError((snippetkit.Loss(field=EVIL, reason=EVIL, value=EVIL, kept=EVIL),)),
        errors.InvalidValue(EVIL, EVIL),
        errors.UnknownFormat(EVIL),
        errors.FileError(2, "No such file", EVIL),
    ],
    ids=lambda error: type(error).__name__,
)
def test_messages_do_nothing_to_a_terminal(error: errors.SnippetError) -> None:
    """What an error says has no control and no bidi character of the text that it speaks of."""
    shown = str(error).replace("\n", "")
    assert errors.visible(shown) == shown


def test_the_readme_of_the_package() -> None:
    """The first steps work as they are described."""
    article = snippetkit.load(ROOT / "examples" / "snippet-rki-news.txt")
    assert article.published is not None
    assert article.published.date() == dt.date(2025, 9, 12)
    assert [one.name for one in article.categories] == ["English", "International", "Snippets"]


def test_it_can_be_imported_from_a_zip_file(tmp_path: Path) -> None:
    """All that it reads of itself is there, too: labels, dates, names of languages, the demo's texts."""
    home = Path(snippetkit.__file__).parent
    bundle = tmp_path / "bundle.zip"
    with zipfile.ZipFile(bundle, "w") as packed:
        for path in sorted(home.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                packed.write(path, Path("snippetkit", path.relative_to(home)))
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import snippetkit; print(snippetkit.__file__)\n"
        "text = '## Regen\\nRubrik: Wetter\\nSprache: Deutsch\\nDatum: 5. Mai 2025\\n\\nEs regnet.'\n"
        "article = snippetkit.loads(text)\n"
        "print(article.categories[0].name, article.language, article.published)\n"
        "from snippetkit.cli import main; sys.exit(main(['demo']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(bundle)], capture_output=True, cwd=tmp_path, check=True
    )
    where, read, *demo = done.stdout.decode().split("\n")
    assert (where, read) == (str(bundle / "snippetkit" / "__init__.py"), "Wetter de 2025-05-05")
    assert "A snippet in Urdu" in "\n".join(demo)


def test_testing_without_its_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As all that needs an extra does."""
    monkeypatch.setitem(sys.modules, "snippetkit.testing.checks", None)
    with pytest.raises(errors.MissingExtra, match=r'pip install "snippetkit\[testing\]"'):
        importlib.reload(importlib.import_module("snippetkit.testing"))
