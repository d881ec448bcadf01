"""Snippets of a template met before: read and scanned by its pattern, not line by line.

Only speed depends on this: what a pattern finds is what the careful scanner finds. Why stands in
`snippetkit.syntax.template`; that it is so is a law of `tests/test_quick_reading.py`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from operator import is_not
from typing import Any, Generic, cast

import attrs

from snippetkit.formats._format import A, Format
from snippetkit.formats._met import AS_IT_STANDS, met, met_in_front
from snippetkit.formats._spelling import DATELINE_PATTERN, SOURCE_PATTERN, dateline_of
from snippetkit.model import FrozenDict, same
from snippetkit.model.value import draft, is_plain, values_of
from snippetkit.syntax.headers import BODY, Labels
from snippetkit.syntax.template import BODY_START, Template, is_simple, template
from snippetkit.syntax.tree import Scan, Slot

__all__ = ["DATELINE", "SOURCE", "Templates"]

SOURCE = "#source"
"""The name of the slot that a line with the source alone is."""
DATELINE = "#dateline"
"""The name of the slot that a dateline in front of the body is."""

_FRONT = {"source": SOURCE_PATTERN, "dateline": DATELINE_PATTERN}
_IN_FRONT = {"source": SOURCE, "dateline": DATELINE}
_OFTEN = 4
_MOST = 32
_COUNTED = 4096


class Templates(Generic[A]):
    """The templates that a format has met often, the latest first."""

    def __init__(self, format: Format[A], labels: Labels) -> None:
        self._format = format
        self._labels = labels
        self._readers: list[_Reader[A]] = []
        self._met: dict[str, int] = {}

    def read(self, text: str) -> A | None:
        """What *text* says; None where it is of no template met often, or has flaws."""
        for reader in self._readers:
            article = reader.read(text)
            if article is not None:
                if reader is not self._readers[0]:
                    self._is_latest(reader)
                return article  # type: ignore[no-any-return]  # what was compiled has no types
        return None

    def says(self, text: str, article: A) -> bool:
        """Whether *text* is of a template met often and says just this; False if that is not sure."""
        for reader in self._readers:  # noqa: SIM110  # a generator takes a tenth of a `put`
            if reader.says(text, article):
                return True
        return False

    def scan(self, text: str) -> Scan | None:
        """Where what stands in *text*; None where it is of no template met often."""
        for reader in self._readers:
            scan = reader.scan(text)
            if scan is not None:
                self._is_latest(reader)
                return scan
        return None

    def _is_latest(self, reader: _Reader[A]) -> None:
        self._readers.remove(reader)
        self._readers.insert(0, reader)

    def meet(self, text: str, header: Scan) -> None:
        """Count the template of *text*, whose header was scanned with care."""
        found = template(text, header, self._labels) if self._is_usable else None
        if found is None or any(found == reader.header for reader in self._readers):
            return
        count = self._met.get(found.pattern, 0) + 1
        # To make a pattern takes as long as to read twenty texts, and to try many takes long, too.
        if count < max(_OFTEN, len(self._readers)):
            if len(self._met) >= _COUNTED:  # no stream of documents may fill the memory
                self._met.clear()
            self._met[found.pattern] = count
        else:
            del self._met[found.pattern], self._readers[_MOST - 1 :]
            self._readers.insert(0, _Reader(self._format, found, self._labels))

    @functools.cached_property
    def _is_usable(self) -> bool:
        """Whether articles are made by keeping their values, none of which must be given."""
        blank = dict(zip(self._format.members, self._format.blank, strict=True))
        usual = blank["source"] is None and blank["dateline"] is None
        return usual and attrs.NOTHING not in blank.values() and is_plain(self._format.cls)


class _Reader(Generic[A]):
    """What reads the texts of one template: the article, or where everything stands."""

    def __init__(self, format: Format[A], header: Template, labels: Labels) -> None:
        fields = _fields(format, header.names)
        front = [field for field in _FRONT if field not in fields]
        self.header = header
        self.known = [
            *(met(format, field) for field in fields),
            *(met_in_front(format, field) for field in front),
        ]
        self._match = _matching(header, front, labels)
        # The numbers of the groups in front of the body; 0 for none.
        self._source = len(fields) + 1 if "source" in front else 0
        self._dateline = len(fields) + len(front) if "dateline" in front else 0
        said, values = self._spelled([*fields, *front])
        unsaid = [field for field in format.members if field not in said]
        self._said, self._unsaid = values_of(said), values_of(unsaid)
        self._blank = [format.blank[format.members[field].place] for field in unsaid]
        names = {"draft": draft(format.cls, said), "cls": format.cls, "FrozenDict": FrozenDict}
        self._values = self._compiled(names, f"return {values}")
        made = f"made = draft({values})", "made.__class__ = cls", "return made"
        self.read = self._compiled(names, *made)

    def _spelled(self, fields: Sequence[str | None]) -> tuple[list[str], str]:
        """The fields that a text says, and what they say in the words of `_compiled`."""
        values = {field: f"v{n}" for n, field in enumerate(fields) if field}
        unknown = [n for n, field in enumerate(fields) if not field]
        if unknown:
            entries = ", ".join(f"{self.header.names[n]!r}: v{n}" for n in unknown)
            values["extra"] = f"FrozenDict({{{entries}}})"
        values["body"] = "text[end:]"
        return list(values), ", ".join(values.values())

    def _compiled(self, names: Mapping[str, Any], *ending: str) -> Callable[[str], Any]:
        """A function of a text that has looked up its values and then does *ending*.

        It gives None for a text of another template, or with flaws.
        """
        # In the words of the template at hand, because a loop over its fields, with lists of their
        # values, takes an eighth longer. Nothing of a text is in the words but labels, as reprs.
        numbers = range(len(self.known))
        looked_up = [f"v{n} = k{n}[v{n}]" for n in numbers if self.known[n] is not AS_IT_STANDS]
        dashed = f"if v{numbers[-1]} is None and found[{self._dateline}]:"
        lines = [
            "def read(text):",
            " found = match(text)",
            " if found is None or not is_simple(text, found.end()): return None",
            f" {', '.join(f'v{n}' for n in numbers)}, = found.groups('')",
            f" try: {'; '.join(looked_up) or 'pass'}",
            " except ValueError: return None",
            " end = found.end()",
            # These words before a dash are no dateline.
            f" {dashed} end = found.start({self._dateline})" if self._dateline else "",
            *(f" {line}" for line in ending),
        ]
        known = {f"k{n}": known for n, known in enumerate(self.known)}
        made = {**names, **known, "match": self._match, "is_simple": is_simple}
        exec("\n".join(lines), made)  # noqa: S102  # words of ours: see above
        return cast("Callable[[str], Any]", made["read"])

    def says(self, text: str, article: A) -> bool:
        """Whether *text* is of this template and says *article*; False if that is not sure."""
        values = self._values(text)
        if values is None or True in map(is_not, self._blank, self._unsaid(article)):
            return False
        for one, other in zip(values, self._said(article), strict=True):
            if one is not other and not same(one, other):
                return False
        return True

    def scan(self, text: str) -> Scan | None:
        """Where everything stands; None where *text* is of another template."""
        match = self._match(text)
        if match is None or not is_simple(text, match.end()):
            return None
        slots = self.header.slots(match)
        start, end, at = self.header.inside(text, slots[-1])
        body = match.end()
        if self._source and (name := match[self._source]):
            begin, stop = match.span(self._source)
            at = stop + len("\n\n")
            slots.append(Slot(SOURCE, name, begin, stop, begin, at))
        if self._dateline and (said := match[self._dateline]):
            begin, stop = match.span(self._dateline)
            if dateline_of(said) is None:
                body = begin  # these words before a dash are none
            else:
                at = body
                slots.append(Slot(DATELINE, said, begin, stop, begin, at))
        slots.append(Slot(BODY, text[body:], body, len(text), at, len(text)))
        return Scan(tuple(slots), (), start, end)


def _matching(
    header: Template, front: list[str], labels: Labels
) -> Callable[[str], re.Match[str] | None]:
    """What matches a header and what stands in front of the body."""
    pieces = [header.pattern, BODY_START, *(_FRONT[field] for field in front), r"(?!\Z)"]
    match = re.compile("".join(pieces)).match
    if header.closed:
        return match
    last = len(header.names)

    def open_match(text: str) -> re.Match[str] | None:
        found = match(text)
        if found is None:
            return None
        line = text[found.end(last) + 1 :][:200].lstrip("\n")
        return None if labels.bare_label(line) else found

    return open_match


def _fields(format: Format[Any], names: tuple[str, ...]) -> list[str | None]:
    """The field that each slot of a header says; None for an unknown label."""
    slots = tuple(Slot(name, "", 0, 0, 0, 0) for name in names)
    found, _ = format.assign(Scan(slots, (), 0, 0))
    fields = {index: field for field, index in found.items()}
    return [fields.get(n) for n in range(len(names))]
