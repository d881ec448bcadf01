"""Codecs of texts, which stand as they are."""

from __future__ import annotations

import re

import attrs

from snippetkit.syntax.headers import bared
from snippetkit.syntax.tree import Plain

__all__ = ["BLANK", "UNFIT", "Body", "Text", "text_of"]

UNFIT = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
"""What no line of text holds."""
# A gap, too: behind it may stand another label.
_GAPS = re.compile(f"(?:{UNFIT.pattern}| ){{2,}}|{UNFIT.pattern}")
_NO_TEXT = re.compile("[\x00\ud800-\udfff]+")
BLANK = " \t"


def text_of(plain: Plain) -> str:
    """*plain*, if it is a text; raises `ValueError` if not."""
    if isinstance(plain, str):
        return plain
    raise ValueError(f"must be a text, not {type(plain).__name__}")


@attrs.frozen
class Text:
    """A text as it stands."""

    def decode(self, plain: Plain) -> str:
        """The text; inverse of `encode`."""
        return str.__str__(text_of(plain))

    def encode(self, value: str, like: Plain) -> Plain:
        """The text; inverse of `decode`."""
        return value

    def fit(self, value: str) -> str:
        """The text on one line, without what a line cannot hold, and with single blanks."""
        return bared(_GAPS.sub(" ", value))


@attrs.frozen
class Body(Text):
    """A text of many lines."""

    def fit(self, value: str) -> str:
        """The text without the characters that no file of text holds."""
        return _NO_TEXT.sub("", value)
