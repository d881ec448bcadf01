"""Whether one line continues in the next, and how that is decided."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import attrs

from snippetkit.pdf.page import Line
from snippetkit.pdf.room import INDENTED, need
from snippetkit.pdf.setting import Edges, Setting, is_size
from snippetkit.restore.languages import Words
from snippetkit.restore.marks import BULLETS, head_of, is_parted

__all__ = ["How", "Junction", "Verdict", "is_item", "judged"]

_MARK = re.compile(
    rf"""
    [{"".join(sorted(BULLETS))}*·–—-]
    | \(? (?: [0-9]{{1,3}} | [٠-٩]{{1,3}} | [۰-۹]{{1,3}} | [०-९]{{1,3}} | [a-zA-Z] | [ivxIVX]{{1,5}} ) [.)۔।]
    """,
    re.VERBOSE,
)
_DIGITS = re.compile("[0-9٠-٩۰-۹०-९]{1,3}")
_DATED = re.compile(
    r"(?: [0-9]{4} | [0-9]{1,2}[:.][0-9]{2} [ ]? (?:[ap]\.?m\.?)? ) \W{0,2} \Z",
    re.VERBOSE | re.IGNORECASE,
)

_ADDRESS = re.compile(r"://|www\.|@")

How = Literal["join", "line", "break"]


class Verdict(NamedTuple):
    """The decision whether a line continues in the next one."""

    how: How
    """`join`: it continues; `line`: only the line ends; `break`: the paragraph ends."""
    reason: str
    """The reason, in a clause."""


@attrs.frozen(slots=False)
class Junction:
    """Two successive lines, and the evidence about them."""

    setting: Setting
    words: Words
    """The small words of the language."""
    before: Sequence[Line]
    """The lines of the paragraph so far."""
    before_edges: Edges
    right: float
    """Where the line above would end if it were full."""
    after: Line
    after_edges: Edges
    in_column: bool
    """Whether both stand in the same column."""
    below_title: bool = False
    """Whether the line above is the first below a title."""
    in_verse: bool = False
    """Whether the lines above were also ended on purpose."""
    labelled: bool = False
    """Whether the line below begins with a label that headers of snippets have."""
    believes_tags: bool = False

    @property
    def last(self) -> Line:
        """The line above."""
        return self.before[-1]

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.last.size

    @property
    def distance(self) -> float:
        """The distance between the two lines."""
        return self.after.baseline - self.last.baseline

    @property
    def indent_before(self) -> float:
        """How far the line above is indented."""
        return self.last.left - self.before_edges.left

    @property
    def indent_after(self) -> float:
        """How far the line below is indented."""
        return self.after.left - self.after_edges.left

    @property
    def is_loose(self) -> bool:
        """Whether there is more space between the two than in a paragraph."""
        return self.setting.is_loose(self.size, self.distance)

    @property
    def room(self) -> float:
        """How much room was left on the line above."""
        return self.right - self.last.right

    def _is_set_in(self, step: float) -> bool:
        """Whether a line is indented as the first lines of paragraphs are."""
        indent = self.setting.indent
        return bool(indent) and abs(step - indent) < max(1.5, 0.15 * self.size)

    @functools.cached_property
    def is_ended(self) -> bool:
        """Whether the line above was ended on purpose: more would have fitted on it."""
        if self.room > need(self.after, self.setting.blank):
            return True
        edges = self.before_edges
        stretched = edges.justified and is_size(self.last, self.setting.body)
        return stretched and self.room > 0.5 * self.size

    @property
    def is_heading(self) -> bool:
        """Whether the line above looks like one of a title or heading."""
        return self.setting.is_large(self.size) or self.last.style.bold

    @functools.cached_property
    def starts_small(self) -> bool:
        """Whether the line below starts in lower case, or with something that starts no sentence."""
        return head_of(self.after.text).kind in ("lower", "inner")

    @property
    def is_parted(self) -> bool:
        """Whether a word is divided at the end of the line above."""
        return is_parted(self.last.words[-1].text)


# ── the rules ───────────────────────────────────────────────────────────────────────────────────


def _by_tag(at: Junction) -> Verdict | None:
    one, other = at.last.tag, at.after.tag
    if not at.believes_tags or one is None or other is None:
        return None
    if one.path != other.path:
        return Verdict("break", "the file says that another element begins")
    if at.in_column and at.is_ended and not at.is_heading and not at.is_parted:
        return Verdict("line", "more would have fitted on the line above")
    return Verdict("join", "the file says that both belong to one element")


def _by_size(at: Junction) -> Verdict | None:
    if abs(at.size - at.after.size) > 0.08 * at.size:
        return Verdict("break", "its letters are of another size")
    if at.last.style.bold != at.after.style.bold and (at.is_ended or not at.in_column):
        return Verdict("break", "its letters are bold, or are no longer")
    return None


def _by_distance(at: Junction) -> Verdict | None:
    if at.in_column and at.is_loose:
        return Verdict("break", "there is more space above it than between lines")
    return None


def _by_address(at: Junction) -> Verdict | None:
    before, after = at.last.words[-1].text, at.after.words[0].text
    if at.in_column and _ADDRESS.search(before) and before[-1] in "/-_=&?" and after[0].isalnum():
        return Verdict("join", "an address is parted at the end of the line above")
    return None


def _by_mark(at: Junction) -> Verdict | None:
    if at.after.words[0].text[0] in BULLETS or _counts_on(at.before[0], at.after):
        return Verdict("break", "it begins with the mark of a list")
    return None


def _counts_on(one: Line, other: Line) -> bool:
    """Whether two lines begin with numbers of a list that follow each other."""
    numbers = [_DIGITS.findall(line.words[0].text) for line in (one, other) if is_item(line)]
    return len(numbers) == 2 and all(numbers) and int(numbers[1][0]) == int(numbers[0][0]) + 1


def _by_label(at: Junction) -> Verdict | None:
    if not at.labelled:
        return None
    how: How = "line" if at.in_column and len(at.before) == 1 and not at.is_heading else "break"
    return Verdict(how, "it begins with a label")


def _by_fact(at: Junction) -> Verdict | None:
    if not at.below_title or len(at.before) > 1 or at.starts_small:
        return None
    if at.room > at.size and _DATED.search(at.last.text):
        return Verdict("break", "the line above says when or by whom")
    return None


def _by_heading(at: Junction) -> Verdict | None:
    if at.in_column and at.is_heading:
        return Verdict("join", "both lines are of a title or heading")
    return None


def _by_hanging(at: Junction) -> Verdict | None:
    first = at.before[0]
    hang = _text_left(first) - first.left
    step = at.after.left - at.after_edges.left - (first.left - at.before_edges.left)
    if not hang or abs(step - hang) > INDENTED * at.size:
        return None
    if at.is_ended:
        return Verdict("break", "more would have fitted on the line above")
    return Verdict("join", "it stands below the text of a list's item")


def _by_indent(at: Junction) -> Verdict | None:
    least = INDENTED * at.size
    step = at.indent_after - at.indent_before
    if at._is_set_in(at.indent_after) and not (abs(step) < least and len(at.before) > 1):
        return Verdict("break", "its first line is indented")
    if step > least:
        return Verdict("break", "it stands further in than the line above")
    if step < -least and (len(at.before) > 1 or at.is_ended):
        return Verdict("break", "it stands further out than the line above")
    if step < -least:
        return Verdict("join", "only the first line is indented")
    return None


def _by_end(at: Junction) -> Verdict | None:
    if at.is_ended:
        how: How = "line" if at.in_column or at.in_verse else "break"
        return Verdict(how, "more would have fitted on the line above")
    return None


_RULES: tuple[Callable[[Junction], Verdict | None], ...] = (
    _by_tag,
    _by_size,
    _by_distance,
    _by_address,
    _by_mark,
    _by_label,
    _by_fact,
    _by_heading,
    _by_hanging,
    _by_indent,
    _by_end,
)
"""What is looked at, the first that tells decides."""


def judged(at: Junction) -> Verdict:
    """Decide whether the line above continues in the line below."""
    for rule in _RULES:
        verdict = rule(at)
        if verdict is not None:
            return verdict
    return Verdict("join", "the line above is full")


def is_item(line: Line) -> bool:
    """Whether a line begins with the mark of a list item."""
    text = line.words[0].text
    return len(line.words) > 1 and _MARK.fullmatch(text) is not None


def _text_left(line: Line) -> float:
    """Where the text of a line begins, behind the mark of a list's item."""
    return line.words[1].left if is_item(line) else line.left
