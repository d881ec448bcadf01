"""Split a file of several texts with headers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from snippetkit.syntax.headers import MARKS, Item, Labels, fold, items
from snippetkit.syntax.tree import Parts

__all__ = ["parts"]

_BEGIN = rf"(?<![^\r\n\ufeff])[{MARKS}]*+"
_MARK = re.compile(rf"{_BEGIN}(?:(?P<fence>-{{3,}}[ \t]*)(?=[\r\n])|(?P<level>\#{{1,6}})(?=[ \t]))")
_LABEL = re.compile(rf"{_BEGIN}[^\W\d_][^\r\n:：|]{{0,47}}[:：]")
_RULE = re.compile(r"(?<=[\r\n])(?:={3,}|-{3,})\Z")
_LEAD = re.compile(rf"\ufeff?(?:[ \t{MARKS}]*+[\r\n])*+[ \t]*+(?:={{3,}}[ \t]*[\r\n][ \t\r\n]*)?")
_BLANK = " \t\r\n"
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_MOST_LINES = 64
_LONGEST_RULE = 160


class _Header(NamedTuple):
    """What tells where a text begins."""

    mark: str
    """A fence, the marks of a heading of its level, or the title's label with its colon."""
    labels: frozenset[str]
    """The known labels below it."""
    end: int
    """Where what comes behind them begins."""


def parts(text: str, labels: Labels) -> Parts:
    r"""The places of the texts in *text*: a single one, unless others begin just like the first.

    Each has a title and known labels after the same mark (a fence, a heading of the same level, or the
    same label for the title), and shares a label with the first. Blank lines between two texts belong
    to neither. Nor does a line of ``=`` or ``-`` before a title's label; before the first text, only a
    line of ``=`` may stand.

    >>> text = "## Rain\nTags: a\n\nIt rained.\n\n## Snow\nTags: b\n\nIt snowed.\n"
    >>> [text[start:end] for start, end in parts(text, Labels(frozenset(["tags"]))).spans]
    ['## Rain\nTags: a\n\nIt rained.\n', '## Snow\nTags: b\n\nIt snowed.\n']
    """
    at = _LEAD.match(text).end()  # type: ignore[union-attr]  # matches anywhere
    begin = _MARK.match(text, at) or _LABEL.match(text, at)
    first = _header(text, begin, labels) if begin and _comes_again(text, begin) else None
    if first is None or begin is None:
        return Parts([(0, len(text))])
    is_labelled = begin.re is _LABEL
    pattern = re.compile(_BEGIN + re.escape(_mark(begin))) if is_labelled else _MARK
    starts = [0, *_others(text, first, pattern, labels)]
    ends = [_last_line_end(text, start, ruled=is_labelled) for start in starts[1:]]
    return Parts(list(zip(starts, [*ends, len(text)], strict=True)))


def _mark(begin: re.Match[str]) -> str:
    """A fence, the signs of a heading, or the title's label, without marks of direction in front."""
    if begin.re is _MARK:
        return begin["level"] or "---"
    return begin[0].lstrip(MARKS)


def _comes_again(text: str, begin: re.Match[str]) -> bool:
    """Whether another text may begin so: a quick look, as most texts are one. A text has two fences."""
    mark = _mark(begin)
    least = 3 if mark == "---" else 1
    found = sum(text.count(before + mark, begin.end()) for before in "\r\n\ufeff")
    if found >= least or text.isascii():
        return found >= least
    others = re.compile(_BEGIN + re.escape(mark)).finditer(text, begin.end())
    return len([*itertools.islice(others, least)]) == least


def _others(text: str, first: _Header, pattern: re.Pattern[str], labels: Labels) -> Iterator[int]:
    """Where the texts behind the first begin, each with what *pattern* finds."""
    at = first.end
    while (begin := pattern.search(text, at)) is not None:
        found = _header(text, begin, labels)
        if found and found.mark == first.mark and found.labels & first.labels:
            yield begin.start()
        at = found.end if found else begin.end()


def _header(text: str, begin: re.Match[str], labels: Labels) -> _Header | None:
    """The header that *begin* is the mark of, if it is a whole one."""
    mark = _mark(begin)
    lines = items(text, begin.end() if mark == "---" else begin.start(), labels)
    lines = itertools.islice(lines, _MOST_LINES)
    return _fenced(lines, labels) if mark == "---" else _open(mark, lines, labels)


def _fenced(lines: Iterator[Item], labels: Labels) -> _Header | None:
    """A heading, or the title's label, and other label lines up to the next fence."""
    seen: list[Item] = []
    for item in lines:
        if item.kind == "fence":
            others = [one for one in seen if not _is_title(one, labels)]
            names = _known(others)
            return _Header("---", names, item.stop) if names and len(others) < len(seen) else None
        if item.kind == "other" and not (seen and not seen[-1].value):
            return None  # no value of a label alone on its line
        seen.append(item)
    return None


def _open(mark: str, lines: Iterator[Item], labels: Labels) -> _Header | None:
    """The heading, or the title's label line, and the label lines right below it."""
    heading = next(lines)
    if not _is_title(heading, labels):
        return None
    seen = list(itertools.takewhile(lambda item: item.kind == "label", lines))
    return _Header(mark, _known(seen), seen[-1].stop) if seen and heading.value else None


def _is_title(item: Item, labels: Labels) -> bool:
    return item.kind == "heading" or labels.is_title(item.name)


def _known(seen: list[Item]) -> frozenset[str]:
    return frozenset(fold(item.name) for item in seen if item.kind in ("label", "alone"))


def _last_line_end(text: str, start: int, *, ruled: bool) -> int:
    """Where the last line before *start* ends that is not blank, and no rule if they are *ruled*."""
    end = _last(text, start)
    if ruled and (rule := _RULE.search(text, max(0, end - _LONGEST_RULE), end)):
        end = _last(text, rule.start())
    return _LINE_END.search(text, end).end()  # type: ignore[union-attr]  # the text's end matches


def _last(text: str, start: int) -> int:
    """Where what stands before *start* ends, without blanks and blank lines."""
    end = start
    while text[end - 1] in _BLANK:
        end -= 1
    return end
