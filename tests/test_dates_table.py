"""The table of dates is what its script makes, and says where it comes from."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import snippetkit

ROOT = Path(__file__).parent.parent
DATA = Path(snippetkit.__file__).parent / "data"
TABLE = json.loads((DATA / "dates.json").read_text("utf-8"))


def test_the_table_says_its_source_and_licence() -> None:
    """CLDR with its version; the licence is in the package."""
    assert TABLE["source"].startswith("Unicode CLDR 47")
    assert TABLE["licence"].startswith("Unicode-3.0")
    assert "UNICODE LICENSE V3" in (DATA / "LICENSE-UNICODE.txt").read_text("utf-8")


def test_the_table_is_small() -> None:
    """As it is part of every installation."""
    assert (DATA / "dates.json").stat().st_size < 200_000
    assert (DATA / "dates-beginnings.txt").stat().st_size < 20_000


def _script(name: str) -> Any:
    core = pytest.importorskip("babel.core")
    if not (ROOT / "scripts").is_dir() or f"CLDR {core.get_cldr_version()}," not in TABLE["source"]:
        pytest.skip("the scripts are not part of this copy, or Babel has another CLDR")
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    return importlib.import_module(f"scripts.{name}")


def test_the_names_of_languages_are_what_their_script_makes() -> None:
    """Byte for byte, too; no name is of two languages."""
    table = (DATA / "languages.json").read_text("utf-8")
    kinds = json.loads(table)["names"].values()
    names = [{name.casefold() for kind in both for name in kind} for both in kinds]
    assert len(set().union(*names)) == sum(map(len, names))
    assert _script("compile_languages").table() == table


def test_the_script_makes_the_table() -> None:
    """Byte for byte, where Babel with the same CLDR is at hand."""
    script = _script("compile_dates")
    assert script.table() == (DATA / "dates.json").read_text("utf-8")
    assert script.beginnings() == (DATA / "dates-beginnings.txt").read_text("utf-8")
