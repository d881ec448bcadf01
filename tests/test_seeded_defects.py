"""The laws have teeth: each of many seeded defects is found by the law that is meant to find it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

from defects import DEFECTS, Defect
from snippetkit.testing import check, laws

EXAMPLES = 3000
"""Within how many examples a law must find a defect."""


@pytest.fixture(autouse=True)
def _found_not_shrunk() -> Iterator[None]:
    """Finding is what counts here: nothing is shrunk, nothing is remembered, luck plays no part."""
    before = settings.default
    settings.register_profile(
        "defects", before, phases=[Phase.generate], database=None, derandomize=True
    )
    settings.load_profile("defects")
    yield
    settings.register_profile("before defects", before)
    settings.load_profile("before defects")


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_defect_is_found(defect: Defect) -> None:
    """The law that a defect breaks fails on it within a bounded number of examples."""
    checks = laws(defect.format, cls=defect.cls, max_examples=EXAMPLES)
    (one,) = [check for check in checks if check.law.__name__ == defect.law]
    with defect.context(), pytest.raises(defect.failure):
        check(one)


def test_there_are_many() -> None:
    """There are at least thirty defects, all different, and they break most of the laws."""
    assert len({defect.name for defect in DEFECTS}) == len(DEFECTS) >= 30
    assert len({defect.law for defect in DEFECTS}) >= 25
