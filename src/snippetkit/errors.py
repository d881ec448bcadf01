"""The errors of the library, and the defects of texts with their places.

The public functions raise these errors and no others::

    SnippetError
    ├── ParseError(ValueError)          a text with defects: all of them, located
    ├── Unrepresentable(ValueError)     a format cannot hold a value there: field, reason
    ├── LossError(ValueError)           what a format would lose, as data
    ├── InvalidValue(TypeError, ValueError)   a value or argument is refused: field, reason
    ├── UnknownFormat(LookupError)      no format has that name, or none fits the text
    ├── FileError(OSError)              a path that cannot be read or written
    └── MissingExtra(ImportError)       an optional library is missing: how to install it
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import attrs

__all__ = [
    "Defect",
    "FileError",
    "Flaw",
    "InvalidValue",
    "Loss",
    "LossError",
    "MissingExtra",
    "ParseError",
    "SnippetError",
    "UnknownFormat",
    "Unrepresentable",
    "brief",
    "located",
    "must_be",
    "reason_of",
    "visible",
]

_LINE_END = re.compile(r"\r\n|\r|\n")
# What must not reach a terminal: C0, DEL and C1 controls, line and paragraph separators, all that
# Unicode calls Bidi_Control (marks, embeddings, overrides, isolates), the BOM, interlinear marks,
# the language tag, lone surrogates. ZWNJ and ZWJ stay: words of Urdu and Persian need them.
_INVISIBLE = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0001\ud800-\udfff]"
)
_EXCERPT = 120


def visible(text: str) -> str:
    r"""*text* with every character that a terminal could act on shown as an escape.

    >>> visible("a\tb\x1b[31m")
    'a\\tb\\x1b[31m'
    """
    # Compiled when first used: most programs show no text.
    return re.sub(_INVISIBLE, lambda found: ascii(found[0])[1:-1], text)


class Flaw(NamedTuple):
    """A defect as a scanner reports it, with offsets only; `located` makes a `Defect` of it."""

    start: int
    """Where it begins, in characters from the start of the text."""
    end: int
    """Where it ends; never before `start`."""
    code: str
    """A stable word for the kind of defect, such as ``bad-date``."""
    message: str
    """One sentence for people."""
    field: str | None = None
    """The article's field that could not be read because of it, if any."""


@attrs.frozen(kw_only=True)
class Defect:
    r"""Something in a text that its format cannot read as it should be, with its place.

    >>> located("Title\nDate: never", [Flaw(12, 17, "bad-date", "not a date: 'never'")])[0].line
    2
    """

    code: str
    """A stable word for the kind of defect, such as ``bad-date``."""
    message: str
    """One sentence for people."""
    start: int
    """Where it begins, in characters from the start of the text."""
    end: int
    """Where it ends, in characters from the start of the text."""
    line: int
    """The line on which it begins, counted from 1; CR LF, LF and CR end a line."""
    column: int
    """The character of that line at which it begins, counted from 1."""
    excerpt: str
    """The line itself, shortened around the place if it is long."""
    caret: int
    """Where in `excerpt` the place begins."""
    field: str | None = None
    """The article's field that could not be read because of it, if any."""

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.code} {visible(self.message)}"

    def pointed(self) -> str:
        r"""The defect, followed by its line of text and a caret under the place.

        >>> (defect,) = located("Date: soon\n", [Flaw(6, 10, "bad-date", "no date")])
        >>> print(defect.pointed())
        1:7: bad-date no date
            Date: soon
                  ^^^^
        """
        before = visible(self.excerpt[: self.caret])
        width = min(self.end - self.start, len(self.excerpt) - self.caret)
        under = " " * len(before) + "^" * max(1, width)
        return f"{self}\n    {visible(self.excerpt)}\n    {under}"


def located(text: str, flaws: Iterable[Flaw]) -> tuple[Defect, ...]:
    r"""The *flaws* of *text* as defects with line and column, in the order of the text.

    It takes one pass over the text, however many flaws there are.

    >>> [str(defect) for defect in located("a\r\nbc", [Flaw(4, 5, "odd", "c is odd")])]
    ['2:2: odd c is odd']
    """
    defects, line, begin = [], 1, 0
    ends = _LINE_END.finditer(text)
    following = next(ends, None)
    for flaw in sorted(flaws, key=lambda flaw: flaw[:2]):
        while following is not None and following.end() <= flaw.start:
            line, begin = line + 1, following.end()
            following = next(ends, None)
        stop = len(text) if following is None else following.start()
        defects.append(_defect(text, flaw, line, begin, max(stop, begin)))
    return tuple(defects)


def _defect(text: str, flaw: Flaw, line: int, begin: int, stop: int) -> Defect:
    left = max(begin, flaw.start - _EXCERPT // 2)
    return Defect(
        code=flaw.code,
        message=flaw.message,
        start=flaw.start,
        end=flaw.end,
        line=line,
        column=flaw.start - begin + 1,
        excerpt=text[left : min(stop, left + _EXCERPT)],
        caret=min(flaw.start, stop) - left,
        field=flaw.field,
    )


class SnippetError(Exception):
    """The base of every error that this library raises."""


class ParseError(SnippetError, ValueError):
    """A text has defects: all of them, with line and column.

    >>> error = ParseError(located("x", [Flaw(0, 1, "bad-date", "not a date")]), "post.txt")
    >>> print(error)
    post.txt:1:1: bad-date not a date
        x
        ^
    """

    def __init__(self, defects: tuple[Defect, ...], name: str | None = None) -> None:
        super().__init__(defects, name)
        self.defects = defects
        """All that was found, in the order of the text; at least one."""
        self.name = name
        """The file's name, if it came from a file."""

    def __str__(self) -> str:
        shown = [self._place() + defect.pointed() for defect in self.defects[:3]]
        more = len(self.defects) - len(shown)
        return "\n".join([*shown, f"and {more} more"] if more else shown)

    def _place(self) -> str:
        return "" if self.name is None else f"{visible(self.name)}:"


class Unrepresentable(SnippetError, ValueError):
    """A format cannot hold a value in that place; nothing is changed.

    >>> print(Unrepresentable("title", "a heading is one line"))
    title: a heading is one line
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        """The article's field, such as ``title``."""
        self.reason = reason
        """Why, in a clause."""

    def __str__(self) -> str:
        return visible(f"{self.field}: {self.reason}")


def brief(value: object) -> str:
    """The repr of *value*, shortened so that a long body does not flood a screen.

    >>> brief("x" * 1000)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'… (1,000 characters)"
    """
    if isinstance(value, str) and len(value) > 80:
        return f"{value[:60]!r}… ({len(value):,} characters)"
    try:
        return repr(value)
    except Exception:  # noqa: BLE001  # of huge integers; and a user's class may raise anything
        return f"<{type(value).__name__}>"


@attrs.frozen(kw_only=True)
class Loss:
    """One field that a format cannot hold as it is."""

    field: str
    """The article's field, such as ``categories``."""
    reason: str
    """Why the format cannot hold it, in a clause."""
    value: Any = attrs.field(repr=brief)
    """The value in the article."""
    kept: Any = attrs.field(repr=brief)
    """What is written instead: as much as the format holds, or the field's empty value."""

    def __str__(self) -> str:
        return visible(f"{self.field}: {self.reason}")


class LossError(SnippetError, ValueError):
    """Writing an article in a format would lose something; the losses are data.

    >>> print(LossError((Loss(field="media", reason="no place", value=(), kept=()),)))
    1 loss
      media: no place
    """

    def __init__(self, losses: tuple[Loss, ...]) -> None:
        super().__init__(losses)
        self.losses = losses
        """Each field that would not come back as it is."""

    def __str__(self) -> str:
        count = len(self.losses)
        lines = "".join(f"\n  {loss}" for loss in self.losses)
        return f"{count} loss{'es' * (count != 1)}{lines}"


class InvalidValue(SnippetError, TypeError, ValueError):
    """A model or function refuses a value: a wrong type, or an impossible value.

    >>> print(InvalidValue("title", "must be str, not int"))
    title: must be str, not int
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        """The field, such as ``title`` or ``categories[1]``."""
        self.reason = reason
        """Why, in a clause."""

    def __str__(self) -> str:
        return visible(f"{self.field}: {self.reason}")


def must_be(field: str, value: object, kind: type | tuple[type, ...], what: str) -> None:
    """Refuse an argument that is not of type *kind*; *what* is the word for it in the message.

    Raises:
        InvalidValue: *value* is of another type.

    >>> must_be("text", 5, str, "a text")
    Traceback (most recent call last):
        ...
    snippetkit.errors.InvalidValue: text: must be a text, not int
    """
    if not isinstance(value, kind):
        raise InvalidValue(field, f"must be {what}, not {type(value).__name__}")


def reason_of(error: Exception) -> str:
    """The message of *error*, or the name of its class if it has none.

    >>> reason_of(ValueError("too long")), reason_of(AssertionError())
    ('too long', 'AssertionError')
    """
    said = error.args
    if len(said) > 1 and isinstance(said[1], attrs.Attribute):  # a validator of attrs: all it knew
        return str(said[0])
    try:
        return str(error) or type(error).__name__
    except Exception:  # noqa: BLE001  # a user's class may raise anything
        return type(error).__name__


class UnknownFormat(SnippetError, LookupError):
    """No format has that name, or no format fits that text.

    >>> print(UnknownFormat("no format is called 'docx'"))
    no format is called 'docx'
    """

    def __str__(self) -> str:
        return visible(str(self.args[0]))


class FileError(SnippetError, OSError):
    """A path cannot be read or written; the message is the system's, or says why it was refused."""


class MissingExtra(SnippetError, ImportError):
    """An optional library is not installed; the message says how to install it.

    >>> print(MissingExtra("yaml", "YAML front matter"))
    YAML front matter needs an optional library: pip install "snippetkit[yaml]"
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        """The name of the extra, as in ``snippetkit[yaml]``."""
        self.purpose = purpose
        """What it was needed for."""

    def __str__(self) -> str:
        return f'{self.purpose} needs an optional library: pip install "snippetkit[{self.extra}]"'
