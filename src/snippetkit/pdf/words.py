"""Join the words of a paragraph's lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from snippetkit.pdf.page import Line, Word
from snippetkit.restore.hyphens import parting
from snippetkit.restore.languages import Words
from snippetkit.restore.lines import lines_of
from snippetkit.restore.looks import Looks
from snippetkit.restore.marks import bare, is_parted, is_unspaced
from snippetkit.restore.survey import Survey

__all__ = ["Joiner", "Joint"]

_ADDRESS = re.compile(r"(?:[a-z]{2,6}://|www\.|[^ @]+@)[^ ]*\Z")
_BREAKS = "/?&=_-"
"""Behind what an address may be broken; and behind a full stop, where it goes on in lower case."""
_SOFT = "\u00ad\u2010"
_IDEOGRAPHS = "\u2e80"
"""Where the characters begin that are as wide as high; no blank parts them from numbers."""


@attrs.define
class Joint:
    """A growing text, and the links in it."""

    parts: list[str] = attrs.field(factory=list)
    size: int = 0
    links: list[tuple[int, int, str]] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def add(self, text: str) -> None:
        """Append *text*."""
        self.parts.append(text)
        self.size += len(text)

    def add_words(self, words: Sequence[Word]) -> None:
        """Append *words*, separated by spaces."""
        for number, word in enumerate(words):
            self.add(" " if number else "")
            for start, end, url in word.links:
                self._link(self.size + start, self.size + end, url)
            self.add(word.text)

    def cut(self) -> None:
        """Remove the last character."""
        self.parts[-1] = self.parts[-1][:-1]
        self.size -= 1
        if self.links and self.links[-1][1] > self.size:
            start, _, url = self.links.pop()
            self._link(start, self.size, url)

    def _link(self, start: int, end: int, url: str) -> None:
        """Note a link; one that goes on where the last ended, but for a blank, is the same.

        Not over the end of a line that is kept, as those of a table are.
        """
        blank = self.parts[-2:] != ["\n", ""]
        if self.links and self.links[-1][2] == url and start <= self.links[-1][1] + blank:
            start = self.links.pop()[0]
        if start < end:
            self.links.append((start, end, url))


class Joiner:
    """Joins lines. The whole document decides what becomes of a hyphen at the end of one."""

    def __init__(self, lines: Iterable[Line], words: Words, *, hyphenates: bool) -> None:
        text = "\n".join(line.text for line in lines)
        self.survey: Survey = Survey(lines_of(text), Looks(words))
        self.hyphenates = hyphenates

    def join(self, joint: Joint, lines: Sequence[Line]) -> None:
        """Append *lines* to *joint*, as one line."""
        last = ""
        for line in lines:
            if last:
                self._close(joint, last, line.words[0].text)
            joint.add_words(line.words)
            last = line.words[-1].text

    def _close(self, joint: Joint, last: str, first: str) -> None:
        """Put between two lines what stands there: a blank, or nothing, or nothing and no hyphen."""
        if is_parted(last):
            joint.cut()
            joint.add(self._parting(last, first))
        elif not _is_close(last, first):
            joint.add(" ")

    def _parting(self, before: str, after: str) -> str:
        """What stands where a word is parted between *before* and *after*: a hyphen, or nothing."""
        found = parting(self.survey, before, after).text
        if found or self.hyphenates or before[-1] in _SOFT:
            return found
        whole = (bare(before[:-1]) + bare(after)).lower()
        return "" if whole in self.survey.lowered else before[-1]


def _is_close(last: str, after: str) -> bool:
    """Whether no blank stands between two words, though a line ends there."""
    if is_unspaced(last[-1]) or is_unspaced(after[0]):
        one, other = sorted((last[-1], after[0]))
        return is_unspaced(one) or (other >= _IDEOGRAPHS and not one.isalpha())
    if _ADDRESS.match(last):
        return last[-1] in _BREAKS or (last[-1] == "." and after[0].islower())
    return last[-1] in "-\u2010" and last[-2:-1] == "." and after[0].isalpha()  # U.S.-based
