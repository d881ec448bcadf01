"""Every law, for every format, for articles and for the classes and formats of a user's own package."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from newsroom import Agenturzettel, Feature, PressRelease, Rubrik

from snippetkit.document import Document
from snippetkit.formats import format_named, names
from snippetkit.testing import Check, Draft, check, documents, laws, mutations

CHECKS = [
    *laws(),
    *laws(cls=PressRelease, max_examples=40),
    *laws("snippet", "json", "markdown", cls=Feature, max_examples=25),
    *laws(Rubrik(), Agenturzettel(), max_examples=40),
    *laws(Rubrik(), cls=PressRelease, max_examples=25),
]


@pytest.mark.parametrize("law", CHECKS, ids=[f"{one.cls.__name__}-{one}" for one in CHECKS])
def test_law(law: Check) -> None:
    """The law holds."""
    check(law)


@pytest.mark.parametrize("name", names())
def test_documents_mostly_parse(name: str) -> None:
    """Laws of documents that are never read say nothing: at least 40 in 100 are read strictly."""
    format = format_named(name)
    read: list[bool] = []

    @settings(max_examples=200, database=None)
    @given(documents(format))
    def look(draft: Draft) -> None:
        read.append(not Document(format, draft.text).defects)

    look()
    assert sum(read) >= 0.4 * len(read)


@pytest.mark.parametrize("name", names())
def test_mutations_give_both_outcomes(name: str) -> None:
    """Some damaged documents are read all the same, and some are not."""
    format = format_named(name)
    read: set[bool] = set()

    @settings(max_examples=400, database=None)
    @given(mutations(format))
    def look(draft: Draft) -> None:
        read.add(not Document(format, draft.text).defects)

    look()
    assert read == {True, False}


def test_known_failures_are_strict() -> None:
    """A law that was expected to fail and holds is a failure; an unknown name is one at once."""
    (one,) = [c for c in laws("json", expected_failures={"json-total": "no reason"}) if c.expected]
    with pytest.raises(AssertionError, match="although it was expected to fail"):
        check(one)
    with pytest.raises(LookupError, match="json-nothing"):
        laws("json", expected_failures={"json-nothing": "x"})
