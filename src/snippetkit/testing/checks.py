"""The laws as named checks, for pytest, unittest and the prompt."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException

from snippetkit.document import Document
from snippetkit.errors import must_be
from snippetkit.formats import Format, format_named, names
from snippetkit.model import Article
from snippetkit.testing import law
from snippetkit.testing.documents import documents, drafts
from snippetkit.testing.edits import edits
from snippetkit.testing.grammar.draft import Draft
from snippetkit.testing.strategies import Strategy, articles, fragments_of, texts

__all__ = ["Check", "check", "check_all", "laws"]

A = TypeVar("A", bound=Article)
Law = Callable[..., None]

OF_TEXTS: tuple[Law, ...] = (
    law.total,
    law.located,
    law.as_planned,
    law.verbatim,
    law.identity,
    law.partition,
    law.pure,
    law.lazy_eager,
    law.tolerant_extends,
    law.get_put,
    law.put_get,
    law.put_plain,
    law.put_put_manner,
    law.locality,
    law.value_only,
    law.whole_slot,
    law.line_ends,
    law.commute,
    law.no_injection,
    law.unknown_kept,
    law.edits_agree,
    law.history,
    law.documents_equal,
    law.codec_manner,
)
"""The laws of reading a text and of writing into one."""
OF_FRESH_TEXTS: tuple[Law, ...] = (
    law.create_get,
    law.read_create,
    law.create_put,
    law.put_new,
    law.put_put_canonical,
    law.same_text,
    law.three_states,
    law.losses_explain,
    law.losses_agree,
    law.losses_settle,
    law.codec_inverse,
)
"""The laws of writing an article as a new text."""
OF_ARTICLES: tuple[Law, ...] = (
    law.same_is_equivalence,
    law.same_refines_equal,
    law.copies,
    law.evolve_one,
    law.equal_hash,
    law.json_complete,
    law.types_refused,
    law.nothing_normalised,
)
"""The laws of values, which know no format."""
OF_SUBCLASSES: tuple[Law, ...] = (law.base_keeps, law.base_unchanged)
"""The laws of a subclass of `Article` and its base."""


@attrs.frozen(kw_only=True)
class Check:
    """One law for one format and class; run it with `check`."""

    law: Law
    """The law: a function of `snippetkit.testing.law`."""
    format: Format[Any] | None
    """The format; None for a law of values."""
    cls: type[Article]
    """The class of the articles."""
    samples: tuple[str, ...] = ()
    """Your own texts, as starting points for mutations."""
    max_examples: int | None = None
    """How many examples to try; None: as many as the Hypothesis profile says."""
    expected: str | None = None
    """Why the law is known not to hold; None if it should hold."""

    @property
    def name(self) -> str:
        """The name of the check: ``snippet-get_put``."""
        subject = self.cls.__name__ if self.format is None else self.format.name
        return f"{subject}-{self.law.__name__}"

    @property
    def __name__(self) -> str:
        """The name, for pytest's ids."""
        return self.name

    def __str__(self) -> str:
        return self.name


def laws(
    *formats: str | Format[Any],
    cls: type[Article] = Article,
    expected_failures: Mapping[str, str] | None = None,
    max_examples: int | None = None,
    samples: Iterable[str] = (),
) -> list[Check]:
    """The laws as checks, for formats and a class of articles; see `check`.

    Args:
        formats: Formats, or their names. By default all of the library's own.
        cls: The class of the articles. A subclass has two more laws.
        expected_failures: The names of checks that are known to fail, each with the reason. Such a
            check fails if the law does hold.
        max_examples: How many examples each check tries. By default as the Hypothesis profile says.
        samples: Your own texts in these formats, as starting points for mutations.

    Raises:
        LookupError: an expected failure does not name a check, or a format is unknown.
        InvalidValue: a field of the class has a type that no text can hold.

    >>> [str(one) for one in laws("snippet")][:2]
    ['snippet-total', 'snippet-located']
    """
    reasons = dict(expected_failures or {})
    make = functools.partial(Check, cls=cls, samples=tuple(samples), max_examples=max_examples)
    found = [
        make(law=one, format=format)
        for format in _resolved(formats, cls)
        for one in _of_format(cls)
    ]
    found += [make(law=one, format=None) for one in OF_ARTICLES]
    unknown = reasons.keys() - {one.name for one in found}
    if unknown:
        raise LookupError(f"no check is called {', '.join(sorted(unknown))}")
    return [attrs.evolve(one, expected=reasons.get(one.name)) for one in found]


def _resolved(formats: Iterable[str | Format[Any]], cls: type[Article]) -> list[Format[Any]]:
    wanted = tuple(formats) or names()
    for one in wanted:
        must_be("format", one, (str, Format), "a format or its name")
    made = [(format_named(one) if isinstance(one, str) else one).of(cls) for one in wanted]
    return [one for one in made if one.members]  # each has some, or refuses the class by a field


def _of_format(cls: type[Article]) -> tuple[Law, ...]:
    return (*OF_TEXTS, *OF_FRESH_TEXTS, *(() if cls is Article else OF_SUBCLASSES))


def check(one: Check) -> None:
    """Try one law on many examples, as the Hypothesis profile says.

    Raises:
        AssertionError: the law does not hold, and Hypothesis shows the smallest example it found;
            or it was expected not to hold, and does.

    >>> check(laws("snippet", max_examples=5)[0])
    """
    must_be("check", one, Check, "a Check; laws gives some")
    if one.expected is None:
        _tried(one)
        return
    try:
        _tried(one)
    except (ImportError, HypothesisException):  # says nothing of the law
        raise
    except Exception:  # noqa: BLE001
        return
    raise AssertionError(f"{one} passes, although it was expected to fail: {one.expected}")


def _tried(one: Check) -> None:
    """Run the law in a function of its own: one `@given` function serves one executor only."""

    def test(data: st.DataObject) -> None:
        one.law(**_Drawn(one, data).arguments())

    test.__name__ = test.__qualname__ = one.name.replace("-", "_")
    _settings(one.max_examples)(given(st.data())(test))()


def _settings(max_examples: int | None) -> settings:
    """The profile's, without what says something about the machine only."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    if max_examples is None:
        return settings(deadline=None, suppress_health_check=slow)
    return settings(deadline=None, suppress_health_check=slow, max_examples=max_examples)


def check_all(
    *formats: str | Format[Any], cls: type[Article] = Article, max_examples: int | None = None
) -> int:
    """Check every law and return how many there were. For the prompt and for unittest.

    Raises:
        ExceptionGroup: some laws do not hold; each exception has the name of its check.
    """
    errors = []
    checks = laws(*formats, cls=cls, max_examples=max_examples)
    for one in checks:
        try:
            check(one)
        except Exception as error:  # noqa: BLE001
            error.add_note(f"law: {one}")
            errors.append(error)
    if errors:
        raise ExceptionGroup(f"{len(errors)} of {len(checks)} laws do not hold", errors)
    return len(checks)


class _Drawn:
    """What a law takes, drawn by the names of its parameters."""

    def __init__(self, one: Check, data: st.DataObject) -> None:
        self.one, self.data = one, data
        self.fragments = () if one.format is None else fragments_of(one.format)
        self.draft = Draft("")

    def arguments(self) -> dict[str, Any]:
        """The arguments, in the order of the parameters."""
        return {name: getattr(self, f"_{name}")() for name in _parameters(self.one.law)}

    def _draw(self, strategy: Strategy, label: str) -> Any:
        return self.data.draw(strategy, label)

    def _format(self) -> Format[Any]:
        return cast("Format[Any]", self.one.format)

    def _text(self) -> str:
        self.draft = self._draw(documents(self._format(), self.one.samples), "text")
        return self.draft.text

    def _draft(self) -> Draft:
        self.draft = self._draw(drafts(self._format()), "text")
        return self.draft

    def _article(self) -> Article:
        return cast(Article, self._draw(articles(self.one.cls, self.fragments), "article"))

    def _other(self) -> Article:
        return cast(Article, self._draw(articles(self.one.cls, self.fragments), "other article"))

    def _words(self) -> list[str]:
        some = st.lists(texts(self.fragments), min_size=3, max_size=3)
        return cast("list[str]", self._draw(some, "words"))

    def _edited(self) -> Article:
        document = Document(self._format(), self.draft.text)
        return cast(Article, self._draw(edits(document, self.fragments), "edited article"))

    def _again(self) -> Article:
        return self._edited()

    def _steps(self) -> list[Article]:
        return [self._edited() for _ in range(self._draw(st.integers(1, 3), "steps"))]


@functools.cache
def _parameters(one: Law) -> tuple[str, ...]:
    return tuple(inspect.signature(one).parameters)
