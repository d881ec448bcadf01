"""Names of languages and their tags: ``English``, ``Deutsch`` ⇄ ``en``, ``de``."""

from __future__ import annotations

import functools
import json
import re
from typing import Final

import attrs

from snippetkit import data
from snippetkit.formats._texts import Text
from snippetkit.syntax.tree import Plain

__all__ = ["Tongue"]

_TAG: Final = re.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")


@attrs.frozen
class Tongue(Text):
    """A language as a BCP 47 tag; on the line also by its name in English or in itself.

    >>> Tongue().decode("Svenska"), Tongue().decode("pt-BR"), Tongue().decode("Elvish")
    ('sv', 'pt-BR', 'Elvish')
    >>> (
    ...     Tongue().encode("de", "English"),
    ...     Tongue().encode("de", "Svenska"),
    ...     Tongue().encode("de", "sv"),
    ... )
    ('German', 'Deutsch', 'de')
    """

    def decode(self, plain: Plain) -> str:
        """The tag of a language that is named; anything else as it stands. Inverse of `encode`."""
        text = Text.decode(self, plain)
        return text if _TAG.fullmatch(text) else _tags().get(text.casefold(), (text, 0))[0]

    def encode(self, value: str, like: Plain) -> Plain:
        """The tag, or the name of the kind that *like* is, in its case. Inverse of `decode`."""
        old = like if isinstance(like, str) and not _TAG.fullmatch(like) else ""
        said, kind = _tags().get(old.casefold(), ("", 0))
        if said == value:
            return old
        if not said or value not in _names():
            return value
        name = _names()[value][kind][0]
        cased = name[:1].upper() + name[1:] if old[:1].isupper() else name
        cased = cased.lower() if old.islower() else cased
        return cased if self.decode(cased) == value else value

    def fit(self, value: str) -> str:
        """The tag, where a language is given by its name."""
        return self.decode(Text.fit(self, value))


@functools.cache
def _names() -> dict[str, list[list[str]]]:
    """What each language is called in English, and in itself; the first of each is written."""
    names: dict[str, list[list[str]]] = json.loads(data.read("languages.json"))["names"]
    return names


@functools.cache
def _tags() -> dict[str, tuple[str, int]]:
    """The tag of each name, and which kind of name it is."""
    return {
        name.casefold(): (tag, kind)
        for tag, kinds in _names().items()
        for kind in (1, 0)
        for name in kinds[kind]
    }
