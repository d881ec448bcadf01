"""Snippets of a template met before: read and scanned by its pattern, not line by line.

Only speed depends on this: what a pattern finds is what the careful scanner finds. Why stands in
`snippetkit.syntax.template`; that it is so is a law of `tests/test_quick_reading.py`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from operator import is_not, itemgetter
from typing import Any, Generic

import attrs

from snippetkit.formats._compiled import Layout, compiled, variables
from snippetkit.formats._format import A, Format, is_dated
from snippetkit.formats._met import DATELINE, SOURCE, Spellings
from snippetkit.formats._shapes import IN_FRONT, Shape, Shaped, shape
from snippetkit.model import same
from snippetkit.model.value import is_plain, values_of
from snippetkit.syntax.headers import BODY, Labels
from snippetkit.syntax.template import BODY_START, MOST_LINES, SEEN, Template, is_simple, template
from snippetkit.syntax.tree import Scan, Slot

__all__ = ["Templates"]

_FRONT = {"source": SOURCE, "dateline": DATELINE}
_VALUE = itemgetter(Slot._fields.index("value"))
_OFTEN = 4
_MOST = 32
_COUNTED = 4096
_LONGEST_HEADER = 10_000


class Templates(Generic[A]):
    """The templates that a format has met often, the latest first."""

    def __init__(self, format: Format[A], labels: Labels) -> None:
        self._format = format
        self._labels = labels
        self.spellings = Spellings(format)
        self._readers: list[_Reader[A]] = []
        self._shapes: list[tuple[Shape, Callable[[bytes], A | None]]] = []
        self._met: dict[str | tuple[Any, ...], int] = {}
        self._by_names: dict[tuple[str, ...], Callable[[tuple[Slot, ...]], A | None]] = {}

    def read(self, text: str) -> A | None:
        """What *text* says; None where it is of no template met often, or has flaws."""
        for reader in self._readers:
            article = reader.read(text)
            if article is not None:
                if reader is not self._readers[0]:
                    self._is_latest(reader)
                return article  # type: ignore[no-any-return]  # what was compiled has no types
        return None

    def read_bytes(self, data: bytes) -> A | None:
        """What bytes in UTF-8 say; None where they are of no template met often, or have flaws."""
        for known in self._shapes:
            article = known[1](data)
            if article is not None:
                if known is not self._shapes[0]:
                    self._shapes.remove(known)
                    self._shapes.insert(0, known)
                return article
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return None
        article = self.read(text)
        if article is not None:
            self._meet_shape(self._readers[0], text)
        return article

    def _meet_shape(self, reader: _Reader[A], text: str) -> None:
        """Count the shape of *text*, which *reader* has read."""
        found = reader.shape(text)
        if found is None or any(found == known for known, _ in self._shapes):
            return
        if self._is_often(found):
            del self._shapes[_MOST - 1 :]
            self._shapes.insert(0, (found, reader.of_bytes(found)))

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

    def read_scanned(self, scan: Scan) -> A | None:
        """What the slots of *scan* say; None where their names are not met often, or flaws are."""
        if scan.flaws or not 0 < len(scan.slots) <= MOST_LINES or not self._is_usable:
            return None
        names = tuple([slot[0] for slot in scan.slots])
        read = self._by_names.get(names)
        if read is None and self._is_often(names):
            if len(self._by_names) >= _MOST:
                self._by_names.clear()
            read = self._by_names[names] = self._reading(names)
        return None if read is None else read(scan.slots)

    def _reading(self, names: tuple[str, ...]) -> Callable[[tuple[Slot, ...]], A | None]:
        """What reads slots of these names; None where one cannot be read."""
        layout = Layout(self._format, names, self.spellings.of)
        values = f"{variables(len(names))} = map(value, slots)"
        return layout.function("slots", [values, *layout.look_up, *layout.make], value=_VALUE)

    def _is_latest(self, reader: _Reader[A]) -> None:
        self._readers.remove(reader)
        self._readers.insert(0, reader)

    def meet(self, text: str, header: Scan) -> None:
        """Count the template of *text*, whose header was scanned with care."""
        found = template(text, header, self._labels) if self._is_usable else None
        if found is None or any(found == reader.header for reader in self._readers):
            return
        if self._is_often(found.pattern):
            del self._readers[_MOST - 1 :]
            self._readers.insert(0, _Reader(self._format, found, self._labels, self.spellings))

    def _is_often(self, key: str | tuple[Any, ...]) -> bool:
        """Whether *key* has now been met often. Counted anew then."""
        count = self._met.get(key, 0) + 1
        # To make a reader takes as long as to read twenty texts, and to try many takes long, too.
        if count >= max(_OFTEN, len(self._readers)):
            self._met.pop(key, None)
            return True
        if len(self._met) >= _COUNTED:  # no stream of documents may fill the memory
            self._met.clear()
        self._met[key] = count
        return False

    @functools.cached_property
    def _is_usable(self) -> bool:
        """Whether articles are made by keeping their values, none of which must be given."""
        blank = dict(zip(self._format.members, self._format.blank, strict=True))
        usual = all(
            blank[field] is None and self._format.field_of(name) == field
            for field, name in _FRONT.items()
        )
        return usual and attrs.NOTHING not in blank.values() and is_plain(self._format.cls)


class _Reader(Generic[A]):
    """What reads the texts of one template: the article, or where everything stands."""

    def __init__(
        self, format: Format[A], header: Template, labels: Labels, spellings: Spellings
    ) -> None:
        labelled = {format.field_of(name) for name in header.names}
        front = [name for field, name in _FRONT.items() if field not in labelled]
        names = *header.names, *front
        layout = Layout(format, (*names, BODY), spellings.matched)
        self.header, self._labels = header, labels
        self._match = _matching(header, [IN_FRONT[name] for name in front], labels)
        self._count = len(names)
        # The numbers of the groups in front of the body; 0 for none.
        self._source = names.index(SOURCE) + 1 if SOURCE in names else 0
        self._dateline = names.index(DATELINE) + 1 if DATELINE in names else 0
        self._matched = (
            "found = match(text)",
            "if found is None or not is_simple(text, found.end()): return None",
        )
        self._layout, self._spellings = layout, spellings
        fields = [format.field_of(name) for name in header.names]
        members = format.members
        self._dated = [n for n, one in enumerate(fields) if one and is_dated(members[one])]
        self.read = self._function("text", "text[end:]", *layout.make)
        unsaid = [field for field in format.members if field not in layout.said]
        self._said, self._unsaid = values_of(layout.said), values_of(unsaid)
        self._blank = [format.blank[format.members[field].place] for field in unsaid]

    def shape(self, text: str) -> Shape | None:
        """The shape of *text*, which was read; None where there is not much to it, or too much."""
        found = self._match(text)
        if found is None or found.end() > _LONGEST_HEADER:
            return None
        said = [place for place in range(self._count) if found[place + 1]]
        body, group = found.end(), self._dateline
        if group and found[group] and self._spellings.datelines[found[group]] is None:
            said.pop()
            body = found.start(group)
        return shape(found, said, body) if said else None

    def of_bytes(self, found: Shape) -> Callable[[bytes], A | None]:
        """What reads bytes of this shape."""
        layout, labels = self._layout, self._labels
        return Shaped(found, self.header, layout, self._spellings, labels).function()

    @functools.cached_property
    def _values(self) -> Callable[[str, str], tuple[Any, ...] | None]:
        """What gives the values of a text that should have this body; None for another body."""
        # The body is compared where it stands: to cut it out takes as long as all other values.
        is_there = "len(text) - end == len(body) and text.endswith(body)"
        given = f"return {self._layout.values}"
        return self._function("text, body", f"body if {is_there} else None", given)

    def _function(self, arguments: str, body: str, *ending: str) -> Callable[..., Any]:
        """A function of a text (and more *arguments*) that does *ending* with its values.

        It gives None for a text of another template, or with flaws.
        """
        count, group = self._count, self._dateline
        lines = [
            *self._matched,
            f"{variables(count)} = found.groups('')",
            *self._layout.look_up,
            "end = found.end()",
            # These words before a dash are no dateline.
            f"if v{group - 1} is None and found[{group}]: end = found.start({group})"
            if group
            else "",
            f"v{count} = {body}",
        ]
        return self._layout.function(
            arguments, [*lines, *ending], match=self._match, is_simple=is_simple
        )

    def says(self, text: str, article: A) -> bool:
        """Whether *text* is of this template and says *article*; False if that is not sure."""
        body = article.body
        values = self._values(text, body) if type(body) is str else None
        if values is None or True in map(is_not, self._blank, self._unsaid(article)):
            return False
        for one, other in zip(values, self._said(article), strict=True):
            if one is not other and not same(one, other):
                return False
        return True

    @functools.cached_property
    def scan(self) -> Callable[[str], Scan | None]:
        """What gives the scan of a text as the scanner does; None where it is of another template."""
        header, lines = self.header, list(self._matched)
        lines += ["regs = found.regs", f"{variables(self._count)} = found.groups()"]
        # More than a date on its line, as in "Posted on May 5, 2025 by Jane", is parted with care.
        dated = "; ".join(f"k{n}[v{n}]" for n in self._dated) or "pass"
        lines += [f"try: {dated}", "except ValueError: return None"]
        for n, (name, width) in enumerate(zip(header.names, header.widths, strict=True)):
            lines.append(f"start, end = regs[{n + 1}]")
            lines.append(
                f"v{n} = new(Slot, ({name!r}, v{n}, start, end, start - {width}, end + 1))"
            )
        lines += [
            f"slots = [{variables(len(header.names))}]",
            "top, bottom, at = inside(text, slots[-1])",
            "body, size = found.end(), len(text)",
        ]
        if group := self._source:
            slot = f"new(Slot, (SOURCE, v{group - 1}, start, end, start, at))"
            lines += [
                f"if v{group - 1}:",
                f"  start, end = regs[{group}]; at = end + 2; slots.append({slot})",
            ]
        if group := self._dateline:
            slot = f"new(Slot, (DATELINE, v{group - 1}, start, end, start, at))"
            lines += [
                f"if v{group - 1}:",
                f"  start, end = regs[{group}]",
                f"  try: none = datelines[v{group - 1}] is None",
                "  except ValueError: return None",
                "  if none: body = start",  # these words are none
                f"  else: at = body; slots.append({slot})",
            ]
        lines += [
            "slots.append(new(Slot, (BODY, text[body:], body, size, at, size)))",
            "return new(Scan, (tuple(slots), (), top, bottom))",
        ]
        names = {"Slot": Slot, "Scan": Scan, "SOURCE": SOURCE, "DATELINE": DATELINE, "BODY": BODY}
        made = {"match": self._match, "is_simple": is_simple, "inside": header.inside}
        datelines = self._spellings.datelines
        # In the way of NamedTuple._make: a third of the time that the class itself takes.
        return compiled(
            "text",
            lines,
            self._layout.names | {"new": tuple.__new__, "datelines": datelines, **names, **made},
        )


def _matching(
    header: Template, front: list[str], labels: Labels
) -> Callable[[str], re.Match[str] | None]:
    """What matches a header and what stands in front of the body."""
    pieces = [header.pattern, BODY_START, *front, r"(?!\Z)"]
    match = re.compile("".join(pieces)).match
    if header.closed:
        return match
    last = len(header.names)

    def open_match(text: str) -> re.Match[str] | None:
        found = match(text)
        if found is None:
            return None
        line = text[found.end(last) + 1 :][: SEEN + 1].lstrip("\n")
        return None if labels.bare_label(line[:SEEN]) else found

    return open_match
