"""Codecs of addresses and sources: bare, or as links of Markdown."""

from __future__ import annotations

import re

import attrs

from snippetkit.convert import named
from snippetkit.formats._codec import Whole, holds
from snippetkit.formats._texts import BLANK, Text, text_of
from snippetkit.model import Source, same
from snippetkit.syntax.headers import HOST
from snippetkit.syntax.template import BODY_START
from snippetkit.syntax.tree import Plain

__all__ = ["SOURCE_PATTERN", "Sources", "Target", "source_at"]

# A link as CommonMark 0.31 (section 6.3) has it, its address perhaps in angle brackets and with a title
# behind it, and brackets in pairs; or an address in angle brackets alone.
_ADDRESS = r"""(?:[^()"\r\n]|(?<![ \t(])"|\([^()"\r\n]*\))*"""
_LINK = re.compile(
    r"(?P<before>\[[^\]\r\n]*\](?P<round>\([ \t]*+)(?P<angle><)?|<)"
    rf"(?P<target>(?(angle)[^<>\r\n]*|(?(round)(?:{_ADDRESS}(?<![ \t]))?|[^<>\r\n]*)))"
    r"""(?P<after>(?(angle)>)(?(round)[ \t]*(?:(?<=[ \t>])"[^"\r\n]*"[ \t]*)?\)|>))\Z"""
)


@attrs.frozen
class Sources:
    """A source by its name, perhaps as a Markdown link to its address; an empty line says none."""

    def decode(self, plain: Plain) -> Source | None:
        """The source; inverse of `encode`."""
        text = text_of(plain)
        name, url = _linked(text) if text[:1] == "[" else (text, None)
        if url is not None:
            return Source(name=name, url=url)
        return named(Source, str.__str__(name)) if name else None

    def encode(self, value: Source | None, like: Plain) -> Plain:
        """The name, linked where it was or has an address; inverse of `decode`."""
        if value is None or not value.name:
            raise ValueError("a source line holds a name, perhaps with an address")
        found = _LINKED.fullmatch(like) if isinstance(like, str) else None
        target = value.url
        if target is None and found and _linked(found[0])[1] is None:
            target = found[2]  # the template's: it says none
        spelled = value.name if target is None else f"[{value.name}]({target})"
        if not same(self.decode(spelled), value):
            raise ValueError("a source line holds a name and nothing else, but for an address")
        return spelled

    def fit(self, value: Source) -> Source | None:
        """The source with its name (or its domain) and, if they can be held, its address."""
        name = Text().fit(value.name or value.domain or "")
        found = (Source(name=name, url=value.url), Source(name=name))
        return next((one for one in found if holds(self, one)), None)


_LINKED = re.compile(rf"\[([^\[\]\r\n]+)\]\(({_ADDRESS})\)")


def _linked(text: str) -> tuple[str, str | None]:
    """The words and the target of a Markdown link that has both; *text* itself if it is none."""
    found = _LINKED.fullmatch(text) if text[:1] == "[" else None
    if found is None:
        return text, None
    name, target = found[1].strip(BLANK), found[2].strip(BLANK)
    if not name:
        return text, None
    return name, None if target in ("", "#") else target


@attrs.frozen
class Target(Whole):
    """An address, bare, as ``<address>`` or as the target of a Markdown link; ``#`` there is none."""

    def decode(self, plain: Plain) -> str | None:
        """The address; inverse of `encode`."""
        text = text_of(plain)
        found = _LINK.match(text)
        target = found["target"].strip(BLANK) if found else text
        return None if target == "#" or (found and not target) else target

    def encode(self, value: str | None, like: Plain) -> Plain:
        """The address where the old one stood, the link's text kept; inverse of `decode`."""
        found = _LINK.match(like) if isinstance(like, str) else None
        spelled = value if found is None else f"{found['before']}{value}{found['after']}"
        if value is None or self.decode(spelled) != value:
            raise ValueError("an address with these characters would read as another one")
        return spelled


def source_at(text: str, at: int) -> re.Match[str] | None:
    """A line with a host name alone, blank lines before it skipped, and the blank line below it."""
    return _SOURCE_LINE.match(text, at)


_ALONE = r"[ \t]*(?:\r\n|\r|\n|\Z)(?:[ \t]*(?:\r\n|\r|\n)|\Z)"
_SOURCE_LINE = re.compile(rf"[ \t\r\n]*+(?P<name>{HOST}){_ALONE}")
SOURCE_PATTERN = rf"(?>({HOST})\n\n{BODY_START}|(?![ \t\r\n]*+{HOST}{_ALONE}))"
"""What `source_at` finds: the name as a group, or surely none."""
