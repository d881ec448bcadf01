"""The benchmarks run and measure what they say; how long it takes is nobody's test."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
if not (ROOT / "benchmarks").is_dir():
    pytest.skip("the benchmarks are not part of this copy", allow_module_level=True)

DOCUMENTS = 10


def _module(name: str) -> Any:
    """A module of the benchmarks, which stand beside the library and are not installed."""
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    return importlib.import_module(f"benchmarks.{name}")


@pytest.fixture(scope="module")
def samples() -> Any:
    """Few documents, one round."""
    return _module("rows").Samples(DOCUMENTS, 1, 2 * DOCUMENTS)


def test_the_corpus_is_of_distinct_well_formed_documents(samples: Any) -> None:
    """Each document is read strictly, has all that the given one has, and is like no other."""
    texts, articles = samples.texts, samples.articles
    given = _module("corpus").GIVEN.read_text("utf-8")

    assert len(set(texts)) == DOCUMENTS == len({article.title for article in articles})
    assert all(0.8 < len(text) / len(given) < 1.2 for text in texts)
    for article in articles:
        assert article.published == article.dateline.date
        assert (article.document_date.precision, article.source.name) == ("second", "rki.news")
        assert len(article.categories) == 3
        assert article.body


def test_the_corpus_is_the_same_each_time() -> None:
    """Seeded: figures of two runs are of one corpus."""
    snippets = _module("corpus").snippets

    assert list(snippets(3)) == list(snippets(3))
    assert list(snippets(3)) != list(snippets(3, seed=1))


def test_all_shapes_say_the_same_article(samples: Any) -> None:
    """What the peers read is what the library reads."""
    loads = _module("rows").loads

    for n, article in enumerate(samples.articles):
        assert loads(samples.jsons[n], "json") == article
        assert json.loads(samples.jsons[n])["body"] == article.body
        assert _module("rows")._matched(samples.files[n])[0] == article.title


def test_front_matter_says_the_same_article(samples: Any) -> None:
    """Of row 3."""
    frontmatter = pytest.importorskip("frontmatter")

    for text, article in zip(samples.front_matters, samples.articles, strict=True):
        post = frontmatter.loads(text)
        assert (post["title"], post.content) == (article.title, article.body.strip())


def test_the_struct_says_the_same_article(samples: Any) -> None:
    """Of rows 7 and 8."""
    msgspec = pytest.importorskip("msgspec")
    decode = msgspec.json.Decoder(_module("peers").struct()).decode

    for data, article in zip(samples.jsons, samples.articles, strict=True):
        struct = decode(data)
        assert (struct.title, struct.source.name) == (article.title, article.source.name)
        assert struct.published == article.published.date()


@pytest.mark.parametrize(
    "row", ["1", "2", "3", "4", "6", "7", "8", "9", "10", "11", "13", "D1", "D2", "D3"]
)
def test_each_row_gives_figures(row: str, samples: Any) -> None:
    """Each row runs to its end, or says which peer is missing."""
    figures = list(_module("__main__").measured([row], samples))

    assert all(figure.row == row for figure in figures)
    assert figures or row in {"3", "6", "7", "8", "D1", "D2", "D3"}
    assert all(isinstance(figure.value, float) for figure in figures)


def test_put_changes_the_title_and_nothing_else(samples: Any) -> None:
    """Of row 13: what is timed is an edit."""
    document = _module("rows").Document.parse(samples.files[0], "snippet")
    text = document.put(document.article.evolve(title="Rain at last")).text

    assert text == document.text.replace(document.article.title, "Rain at last")


def test_the_caches_are_found() -> None:
    """Emptying them forgets the dates that were read."""
    rows = _module("rows")
    rows.loads(b"## T\nPublished on May 5, 2025\n\nBody", "snippet")
    assert rows._dates.reading._remembered.cache_info().currsize > 0

    rows.forget()
    assert rows._dates.reading._remembered.cache_info().currsize == 0


def test_a_goal_is_met_from_the_right_side() -> None:
    """Less is better for costs, more for speed."""
    figure = _module("rows").Figure

    assert figure(row="1", what="", value=1.0, unit="").meets(1.2)
    assert not figure(row="6", what="", value=1.0, unit="", more_is_better=True).meets(1.2)
    assert figure(row="6", what="", value=1.0, unit="").meets(None) is None


def test_the_command_prints_a_table_and_writes_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures go to both, with the versions they are of."""
    file = tmp_path / "figures.json"
    assert (
        _module("__main__").main(
            ["--rows", "2,4", "--documents", "10", "--rounds", "1", "--json", str(file)]
        )
        == 0
    )

    found = json.loads(file.read_text("utf-8"))
    assert [figure["row"] for figure in found["figures"]] == ["2", "4"]
    assert {"excellent", "moonshot", "meets_excellent"} <= found["figures"][0].keys()
    assert found["versions"]["python"] in (shown := capsys.readouterr().out)
    assert "every span kept" in shown


def test_an_unknown_row_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """With the rows that there are."""
    with pytest.raises(SystemExit):
        _module("__main__").main(["--rows", "5"])

    assert "no row 5" in capsys.readouterr().err


def test_a_missing_peer_is_a_note(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], samples: Any
) -> None:
    """The other rows go on."""
    monkeypatch.setitem(sys.modules, "msgspec", None)

    assert list(_module("__main__").measured(["7"], samples)) == []
    assert "left out: msgspec is not installed" in capsys.readouterr().err
