"""The laws, for our formats and classes and for a user's: exactly what `snippetkit.testing` gives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from newsroom import Agenturzettel, Feature, PressRelease, Rubrik, Wire
from snippetkit import Article, Moment, Profile, Source
from snippetkit.document import Document
from snippetkit.formats import Format, format_named, names
from snippetkit.testing import (
    Check,
    Draft,
    articles,
    check,
    check_all,
    checks,
    documents,
    edits,
    law,
    laws,
)
from snippetkit.testing.checks import OF_ARTICLES, OF_FRESH_TEXTS, OF_SUBCLASSES, OF_TEXTS
from snippetkit.testing.documents import drafts, mutations
from snippetkit.testing.law._slots import others_kept
from snippetkit.testing.law.locality import _texts_in
from snippetkit.testing.strategies import fragments_of
from test_cases import texts_of

PROFILE = max(10, settings().max_examples)
"""How many examples the profile asks for, of which each law gets a share."""
EXAMPLES = Path(__file__).parent.parent / "examples"
SAMPLES = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]


@pytest.mark.parametrize(
    "law",
    laws("snippet", max_examples=PROFILE // 2, samples=[*SAMPLES, *texts_of("snippet")]),
)
def test_snippet(law: Check) -> None:
    """Every law holds for snippets."""
    check(law)


@pytest.mark.parametrize(
    "law", laws("markdown", max_examples=PROFILE // 2, samples=texts_of("yaml", "toml"))
)
def test_front_matter(law: Check) -> None:
    """Every law holds for front matter of every kind."""
    check(law)


@pytest.mark.parametrize("law", laws("json", max_examples=PROFILE // 2, samples=texts_of("json")))
def test_json(law: Check) -> None:
    """Every law holds for JSON."""
    check(law)


@pytest.mark.parametrize(
    "law", laws("ndjson", Rubrik(), Agenturzettel(), Wire(), max_examples=PROFILE // 8)
)
def test_derived_formats(law: Check) -> None:
    """Every law holds for NDJSON, and for a user's formats: with words replaced, or from nothing."""
    check(law)


@pytest.mark.parametrize(
    "law", laws(*names(), Rubrik(), cls=PressRelease, max_examples=PROFILE // 8)
)
def test_press_release(law: Check) -> None:
    """Every law holds for a user's class with fields of many types."""
    check(law)


@pytest.mark.parametrize(
    "law", laws(*names(), Agenturzettel(), cls=Feature, max_examples=PROFILE // 8)
)
def test_feature(law: Check) -> None:
    """Every law holds for a user's class with fields that must be given."""
    check(law)


RADIO = Profile(
    source=Source(name="Radio Kiwi", domain="rki.news", language="en", timezone="Asia/Karachi"),
    labels={"summary": ["In short"], "categories": ["Desk"]},
    drop=["Snippets", "A"],
    rename={"International": "World", "Int'l": "World", "B": "Weather"},
)


@pytest.mark.parametrize(
    "law",
    laws(
        *(format_named(name).knowing(RADIO) for name in ("snippet", "markdown", "json")),
        max_examples=PROFILE // 4,
        samples=SAMPLES,
    ),
)
def test_profile(law: Check) -> None:
    """Every law holds for a source of which something is known."""
    check(law)


def test_without_formats_all_are_meant() -> None:
    """`laws()` is every law for every format, and the laws of values once."""
    found = laws()

    per_format = len(OF_TEXTS) + len(OF_FRESH_TEXTS)
    assert len(found) == per_format * len(names()) + len(OF_ARTICLES)
    assert len(laws(cls=Feature)) == len(found) + len(OF_SUBCLASSES) * len(names())
    assert len({str(one) for one in found}) == len(found)


def test_names_are_pytest_ids(tmp_path: Path) -> None:
    """Pytest shows a check by its name, without being told to."""
    (tmp_path / "test_mine.py").write_text(
        "import pytest\n"
        "from snippetkit.testing import check, laws\n"
        "@pytest.mark.parametrize('law', laws('snippet', max_examples=1))\n"
        "def test_mine(law): check(law)\n"
    )
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "-p",
        "no:cacheprovider",
        str(tmp_path),
    ]
    path = os.pathsep.join([str(EXAMPLES.parent / "src"), *sys.path])
    shown = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert "test_mine[snippet-get_put]" in shown.stdout


def test_expected_failures_are_strict() -> None:
    """A check that is said to fail must fail; one that is not known cannot be said to."""
    (one,) = [
        one for one in laws("json", expected_failures={"json-identity": "try"}) if one.expected
    ]
    with pytest.raises(AssertionError, match="passes, although"):
        check(one)
    with pytest.raises(LookupError, match="json-identiti"):
        laws("json", expected_failures={"json-identiti": "a slip"})


@pytest.fixture
def unshrunk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Failures that are wanted are not made small: that takes most of the time."""
    usual = checks._settings
    monkeypatch.setattr(
        checks, "_settings", lambda count: settings(usual(count), phases=[Phase.generate])
    )


@pytest.mark.usefixtures("unshrunk")
def test_an_expected_failure_passes() -> None:
    """A check that fails as it was said to is no failure."""
    broken = format_named("json").of(_Broken)
    (one,) = [
        o for o in laws(broken, cls=_Broken, expected_failures=_KNOWN, max_examples=5) if o.expected
    ]
    check(one)


def test_a_library_that_is_missing_is_no_expected_failure() -> None:
    """It says nothing of the law."""

    def needs_more(format: object) -> None:
        raise ImportError("no such library")

    (one,) = [o for o in laws("json", expected_failures={"json-identity": "try"}) if o.expected]
    with pytest.raises(ImportError, match="no such library"):
        check(attrs.evolve(one, law=needs_more))


@pytest.mark.usefixtures("unshrunk")
def test_check_all_counts_and_tells() -> None:
    """`check_all` says how many laws hold, or which do not."""
    assert check_all("json", max_examples=2) == len(laws("json"))
    with pytest.raises(ExceptionGroup, match="laws do not hold") as told:
        check_all("json", cls=_Broken, max_examples=3)
    notes = [note for error in told.value.exceptions for note in error.__notes__]
    assert "law: _Broken-equal_hash" in notes


@attrs.frozen(kw_only=True, eq=True)
class _Broken(Article):
    """Hashed by identity, and so broken."""

    def __hash__(self) -> int:
        return id(self)


_KNOWN = {"_Broken-equal_hash": "hashed by identity"}


_COUNTING = settings(
    database=None, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
"""For tests of how often something is so: the same examples each time."""


@pytest.mark.parametrize(
    "format", [*map(format_named, names()), Rubrik(), Agenturzettel()], ids=lambda f: f.name
)
def test_laws_are_not_vacuous(format: Format[Article]) -> None:
    """Most generated texts are read strictly, and most edits are taken: the laws have work to do."""
    strict, taken, seen = 0, 0, 0

    @settings(_COUNTING, max_examples=200)
    @given(st.data())
    def count(data: st.DataObject) -> None:
        nonlocal strict, taken, seen
        document = Document(format, data.draw(documents(format)).text)
        edited = data.draw(edits(document, fragments_of(format)))
        seen += 1
        strict += not document.defects
        taken += _is_taken(document, edited)

    count()
    assert strict >= 0.4 * seen
    assert taken >= 0.3 * seen


def _is_taken(document: Document[Article], edited: Article) -> bool:
    """Whether an edit that changes something is accepted."""
    try:
        return document.put(edited) is not document
    except ValueError:
        return False


@pytest.mark.parametrize("name", names())
def test_mutations_give_both_outcomes(name: str) -> None:
    """Mutated texts are sometimes right and sometimes wrong."""
    format = format_named(name)
    outcomes = set()

    @settings(_COUNTING, max_examples=100)
    @given(mutations(format))
    def collect(draft: Draft) -> None:
        outcomes.add(not Document(format, draft.text).defects)

    collect()
    assert outcomes == {True, False}


@pytest.mark.parametrize("name", names())
def test_plain_articles_are_held(name: str) -> None:
    """A good share of generated articles can be written in every format."""
    format = format_named(name)
    seen, held = 0, 0

    @settings(_COUNTING, max_examples=200)
    @given(articles(fragments=fragments_of(format)))
    def count(article: Article) -> None:
        nonlocal seen, held
        seen += 1
        held += not format.losses(article)[0]

    count()
    assert 0.3 * seen <= held


def test_a_format_without_grammar_is_checked_on_what_it_writes() -> None:
    """A format that is no kind of one of ours has texts too: those that it writes."""
    assert find(drafts(Wire()), lambda draft: "title=" in draft.text).plan is None


def test_a_law_holds_where_a_document_refuses() -> None:
    """Refused is refused: nothing is lost, nothing has changed, and no law is broken by it."""
    snippet, feature = format_named("snippet"), format_named("snippet").of(Feature)
    unsaid = Feature(editor="a\nb", due=Moment(2024))
    for one in (law.losses_explain, law.losses_agree, law.losses_settle, law.create_get):
        one(feature, unsaid)
    two_lines, other = Article(title="a\nb"), Article(title="c")
    law.create_put(snippet, two_lines)
    law.put_put_canonical(snippet, two_lines, other)
    text = "## T\nTags: x\n\nB"
    for another in (law.put_get, law.unknown_kept, law.edits_agree, law.no_injection):
        another(snippet, text, Article(title="a\nb", tags=["x"], body="B"))
    law.put_put_manner(
        snippet,
        text,
        Article(title="U", tags=["x"], body="B"),
        Article(title="a\nb", tags=["x"], body="B"),
    )
    law.history(snippet, text, [two_lines, Article(title="U", tags=["x"], body="B")])


def test_quotes_that_one_value_needed_stay() -> None:
    """Front matter keeps them where they were found, so no law asks that a change can be undone there."""
    markdown, plain, quoted = format_named("markdown"), Article(title="Rain"), Article(title="a: b")
    document = Document.of(plain, markdown)

    assert document.text == "---\ntitle: Rain\n---\n"
    assert document.put(quoted).put(plain).text == '---\ntitle: "Rain"\n---\n'
    law.put_put_canonical(markdown, plain, quoted)


INSIDE = (
    "---\ntitle: Rain\nauthors:\n- name: A. Khan\n  twitter: '@khan'\n"
    "source: {name: Inselpost, desk: local}\nweight: 10\n---\n\nIt rained.\n"
)


def test_a_key_inside_the_value_of_a_field_has_its_slot() -> None:
    """Of unknown keys the laws let that field move which has the one that changed, and no other."""
    markdown = format_named("markdown")
    document = Document(markdown, INSIDE)
    extra = {**document.article.extra, "authors[0].twitter": "@ayesha"}
    edited = document.article.evolve(extra=extra)
    made = document.put(edited)

    for one in (law.no_injection, law.unknown_kept, law.edits_agree):
        one(markdown, INSIDE, edited)
        one(markdown, INSIDE, document.article.evolve(extra={"weight": 10}))
    others_kept(document, made, {"extra"})
    moved = Document(markdown, made.text.replace("{name: Inselpost, ", "{name:  Inselpost, "))
    with pytest.raises(AssertionError, match="the other slots are as they were"):
        others_kept(document, moved, {"extra"})


def test_keys_inside_the_values_of_fields_are_generated() -> None:
    """By the grammar of front matter; and edits that change one, or take it away."""
    markdown = format_named("markdown")

    def has_inside(draft: Draft) -> bool:
        return bool(markdown.inner_slots(markdown.scan(draft.text)))

    anything = settings(_COUNTING, max_examples=1000, phases=[Phase.generate])
    assert find(drafts(markdown), has_inside, settings=anything).plan is not None
    wanted = edits(Document(markdown, INSIDE)).map(lambda article: article.extra)
    assert find(wanted, lambda extra: [*extra] == ["source.desk", "weight"], settings=anything)
    assert find(
        wanted, lambda extra: extra.get("authors[0].twitter") == "B. Khan", settings=anything
    )


PURITY = """
import sys
sys.path[:0] = {path!r}
from snippetkit.document import Document
from snippetkit.formats import format_named, names
from snippetkit.errors import Unrepresentable
from snippetkit import Article, Moment, Profile, Source
from snippetkit.testing.samples import samples_of

said = []
for name in names():
    format = format_named(name)
    for text in (*samples_of(format), *{samples!r}, "Published: 10:11", "Date: Mar 2024", "Date: 75-01-02 EST"):
        document = Document(format, text)
        said.append(repr((document.reading, document.defects)))
        for changes in ({{"title": "İ"}}, {{"published": "2024-02-29"}}, {{"extra": {{"b": "1", "a": "2"}}}}, {{"tags": ["x"]}}):
            try:
                said.append(document.update(**changes).text)
            except Unrepresentable as refusal:
                said.append(str(refusal))
    article = Article(title="İ", tags=["b", "a"], extra={{"z": "1", "y": {{"k": [1]}}}}, published="2024-03-10T02:30")
    said.append(repr(format.losses(article)))
    said.append(format.create(format.losses(article)[1]))
sys.stdout.buffer.write("\\0".join(said).encode("utf-8", "surrogatepass"))
"""


def test_purity_in_other_processes() -> None:
    """R5: what is read and written is the same in any time zone, locale and order of hashes."""
    path = [str(Path(__file__).parent.parent / "src"), *sys.path]
    program = PURITY.format(path=path, samples=SAMPLES)
    machines = [
        {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
        {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8"},
    ]
    said = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program],
            env={"PATH": os.environ.get("PATH", ""), **machine},
            capture_output=True,
            check=True,
        ).stdout
        for machine in machines
    }
    assert len(said) == 1
    assert len(said.pop()) > 10_000


def test_line_ends_are_looked_for_in_all_texts() -> None:
    """Those of a tree, names too; numbers have none."""
    assert [*_texts_in({"a": [1, "b", None]})] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Rain at last\n\ufeff\n\nIt rained.\nIt is over.", {"title": None}),
        (" a\n\u200c\nB", {"title": None}),
        ("## T\nCategory: A\n\nB\n", {"title": None, "categories": ()}),
    ],
)
def test_the_last_line_of_a_header_takes_the_blank_line_along(
    text: str, changes: dict[str, Any]
) -> None:
    """Whatever is in that line and cannot be seen; also where other lines have gone before."""
    snippet = format_named("snippet")
    edited = Document(snippet, text).article.evolve(**changes)
    for one in (law.whole_slot, law.unknown_kept, law.edits_agree, law.put_get):
        one(snippet, text, edited)
