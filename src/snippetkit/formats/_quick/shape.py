"""The shape of a text, and functions that read texts of one shape in a tenth of the time.

A site's export pours its articles into one template, blank lines included. So two of its texts have
exactly the same characters between their values, and one short pattern finds all values; most of them
were met before, and are looked up by their spelling. It finds what the scanner finds. The reasons are
given in `snippetkit.syntax.template` for the header, and beside `BEFORE_BODY` for the start of a body.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple

import attrs

from snippetkit import datelines, dates
from snippetkit.formats._links import SOURCE_PATTERN
from snippetkit.formats._quick.layout import Layout
from snippetkit.formats._quick.meanings import LATELY, MORE, Meanings
from snippetkit.model import Article, Dateline
from snippetkit.model.value import draft
from snippetkit.syntax.headers import DATELINE, HOST, SOURCE, Labels, has_wide_colon
from snippetkit.syntax.template import (
    ANY_VALUE,
    HEADING,
    PROSE,
    SEEN,
    Template,
    is_simple,
    template,
)
from snippetkit.syntax.tree import BODY, Scan, Slot

__all__ = ["BEFORE_BODY", "Shape", "Shaped", "shape"]

BEFORE_BODY = {SOURCE: "source", DATELINE: "dateline"}
"""What a body may begin with, and the fields that it says."""
# Each is found as a group, or surely none is there.
_PATTERNS = {SOURCE: SOURCE_PATTERN, DATELINE: datelines.PATTERN}
_LONGEST = 10_000
"""No site prints more in front of a body."""


class Shape(NamedTuple):
    """What stands around the values of a text."""

    names: tuple[str, ...]
    """The names of its slots; the last is the body's."""
    before: tuple[str, ...]
    """What stands before each value: the end of a line, blank lines, a fence, its label."""
    around: tuple[tuple[int, int], ...]
    """How many characters each slot has before its value, and behind it."""
    start: int
    """Where the inside of the header begins."""
    end: int
    """How far behind the header's last value it ends."""
    blank: int
    """How many characters stand in front of the body, or of its dateline, that are no other slot's."""
    template: Template
    """The lines of the header."""


def shape(text: str, header: Scan, scan: Scan, labels: Labels) -> Shape | None:
    """The shape of *text*, which has this *header*, and was scanned with care.

    None where what stands there may depend on more than its lines.
    """
    body, lines = scan.slots[-1:], len(header.slots) - 1
    front = scan.slots[lines:-1]
    if scan.flaws or scan.slots[:lines] != header.slots[:lines] or not _ends(text, body):
        return None
    if not is_simple(text, body[0].start) or body[0].start > _LONGEST:
        return None
    found = template(text, header, labels)
    if found is None or not _fits(text, header.slots[-1].begin, (*front, *body)):
        return None
    names = tuple(slot.name for slot in scan.slots)
    first = scan.slots[-2 if DATELINE in names else -1]
    spans = [(0, 0), *((slot.start, slot.end) for slot in scan.slots)]
    return Shape(
        names,
        tuple(text[end : slot.start] for (_, end), slot in zip(spans, scan.slots, strict=False)),
        tuple((slot.start - slot.begin, slot.stop - slot.end) for slot in scan.slots),
        scan.start,
        scan.end - header.slots[lines - 1].end,
        first.start - (front[0].stop if SOURCE in names else header.slots[-1].begin),
        found,
    )


def _ends(text: str, last: tuple[Slot, ...]) -> bool:
    """Whether the last slot is a body, not empty, that goes on to the end of the text."""
    return bool(last) and last[0].name == BODY and last[0].start < last[0].end == len(text)


def _fits(text: str, at: int, slots: tuple[Slot, ...]) -> bool:
    """Whether `_PATTERNS` find these in front of a body, below the header that ends *at* there."""
    if text[at : slots[0].start] not in ("", "\n") or text[slots[0].start] in " \t":
        return False
    for slot, behind in itertools.pairwise(slots):
        found = re.compile(_PATTERNS.get(slot.name, "(?!)")).match(text, slot.start)
        if found is None or (found[1], found.end()) != (slot.value, behind.start):
            return False
    return True


@attrs.define(slots=False, eq=False)
class Shaped:
    """The functions that read texts of one shape, each made when first asked for."""

    shape: Shape
    layout: Layout
    spellings: Meanings
    labels: Labels
    values: tuple[str, ...]
    """What the slots of one such text say, all but the body: those of the next are spelled alike."""
    is_told: bool = False
    """Whether texts of this shape were found to be snippets, by `detect`."""

    @functools.cached_property
    def read_bytes(self) -> Callable[[bytes], Any]:
        """A function from bytes to their article; to None for another shape, or with flaws."""
        return _Words(self, "bytes").function("text", [*self.layout.make, "return made"])

    @functools.cached_property
    def read(self) -> Callable[[str], Any]:
        """The same from a text."""
        return _Words(self, "text").function("text", [*self.layout.make, "return made"])

    @functools.cached_property
    def scan(self) -> Callable[[str], Any]:
        """A function from a text to its scan, as the scanner gives it, and its article."""
        words = _Words(self, "again")
        return words.function("text", [*words.slots(), *self.layout.make, "return scan, made"])

    @functools.cached_property
    def says(self) -> Callable[[str, Article], Any]:
        """A function that tells whether a text is of this shape and says an article; None: not sure."""
        words = _Words(self, "article")
        return words.function("text, article", [*self.layout.compare, "return True"])


class _Words:
    """The Python words of one such function: its variables *w* are spellings, *v* their values."""

    def __init__(self, shaped: Shaped, given: Literal["bytes", "text", "again", "article"]) -> None:
        self.shape, self.layout = shaped.shape, shaped.layout
        self.spellings, self.labels, self.values = shaped.spellings, shaped.labels, shaped.values
        self.given, self.is_bytes = given, given == "bytes"
        self.names: dict[str, Any] = {}
        self.latest = list[str]()
        self.body = len(self.shape.names) - 1
        self.is_dated = DATELINE in self.shape.names

    def function(self, arguments: str, ending: list[str]) -> Callable[..., Any]:
        """The function that finds all values, and then does *ending*."""
        lines = [
            "found = match(text)",
            "if found is None: return None",
            f"{''.join(f'w{n}, ' for n in range(self.body))}usual = found.groups()",
            "try:",
            *_indented((*self._values(), *self._opened(), *self._body())),
            "except ValueError: return None",
            *(f"if len({latest}) > {LATELY}: {latest}.clear()" for latest in self.latest),
        ]
        names = self.names | {"match": self._match()}
        return self.layout.function(arguments, [*lines, *ending], **names)

    def _match(self) -> Callable[[Any], re.Match[Any] | None]:
        """The pattern of the whole header: its groups are the spellings; it ends where the body begins."""
        lines = (
            self.shape.template.lines
        )  # what stands before the next value begins with a line end
        values = ["" if line.endswith("()") else ".++" for line in lines] + 2 * [".++"]
        pattern, end = "", r"(?=[^ \t\r\n])"
        for before, value in zip(self.shape.before[:-1], values, strict=False):
            pattern += f"{re.escape(self._literal(before))}({value})"
        if self.is_dated:
            # No words before a dash have another one; for bytes, what begins as it does is one.
            mark = re.escape(self._literal(self.shape.before[-1].strip(" "))[:1])
            pattern, end = rf"{pattern.removesuffix('(.++)')}([^ \t\r\n{mark}][^\n{mark}]*)", ""
        pattern += re.escape(self._literal(self.shape.before[-1])) + end
        # A last group: whether the body goes on as most do, which here takes no time to see.
        pattern += f"(?:{datelines.USUAL}()|)"
        return re.compile(pattern.encode("latin-1") if self.is_bytes else pattern).match

    def _literal(self, text: str) -> str:
        """A text as a pattern has it: for bytes, a character is a byte."""
        return text.encode().decode("latin-1") if self.is_bytes else text

    def _word(self, n: int) -> str:
        return f"w{n}.decode()" if self.is_bytes else f"w{n}"

    def _values(self) -> Iterator[str]:
        """Lines that set the values of the label lines."""
        lines = self.shape.template.lines
        for n, (_, field) in enumerate(self.layout.slots[: self.body - self.is_dated]):
            before = self.shape.before[n].rpartition("\n")[2]
            line = lines[n] if n < len(lines) else f"({HOST})"
            is_heading = line == re.escape(before) + HEADING
            is_plain = is_heading or line == re.escape(before) + ANY_VALUE
            is_wide = field is None and has_wide_colon(before)  # a date may stand behind its value
            if self.spellings.is_text(field) and is_plain and not is_wide:
                yield f"v{n} = {self._word(n)}"
                closed = f" or v{n}[-1] == '#' or v{n}[0] in '*_'" if is_heading else ""
                yield f"if {MORE.format(f'v{n}')}{closed}: return None"
                continue
            self.names[f"m{n}"] = self.spellings.on_line(before, line, field, self.is_bytes)
            if self.spellings.is_date(field):
                yield from self._date(n, before, line)
            else:
                yield f"v{n} = m{n}[w{n}]"

    def _date(self, n: int, before: str, line: str) -> Iterator[str]:
        """Lines that set a date; the usual spellings, as in the text that was met, are looked up."""
        if dates.usual_day(self.values[n]):
            self.names["usual_days"] = self.spellings.met(dates.usual_day, self.is_bytes)
            yield f"v{n} = usual_days[w{n}] or m{n}[w{n}]"
            return
        clock = dates.clock_of(self.values[n])
        if clock is not None:
            yield from self._lately(n, line, self._timed(n, before, line, clock))
            return
        yield f"v{n} = m{n}.get(w{n})"
        yield f"if v{n} is None:"
        yield from _indented(self._lately(n, line, [f"v{n} = m{n}[w{n}]"]))

    def _timed(self, n: int, before: str, line: str, clock: dates.Clock) -> Iterator[str]:
        """A day, and a clock time behind it: as `dates.day_and_time`."""
        tables, end, start = clock.in_bytes if self.is_bytes else clock, clock.size, clock.size + 5
        self.names[f"d{n}"] = self.spellings.days(before, line, self.is_bytes)
        self.names |= {f"starts{n}": tables.starts.get, f"ends{n}": tables.ends.get}
        self.names["timed"] = dates.timed
        yield f"start, end = starts{n}(w{n}[-{start}:-{end}]), ends{n}(w{n}[-{end}:])"
        yield f"day = start and end and d{n}[w{n}[:-{start}]]"
        yield f"v{n} = timed(day, start, end) if day else m{n}[w{n}]"

    def _lately(self, n: int, line: str, anew: Iterable[str]) -> Iterator[str]:
        """The lines *anew*, with a look at what was kept for when the same text is read once more."""
        if self.is_bytes:
            yield from anew
            return
        self.names[f"t{n}"] = self.spellings.lately(line)
        if self.given == "text":
            self.latest.append(f"t{n}")
            yield from anew
            yield f"t{n}[w{n}] = v{n}"
        else:
            yield f"v{n} = t{n}.get(w{n})"
            yield f"if v{n} is None:"
            yield from _indented(anew)

    def _opened(self) -> Iterator[str]:
        """Where no fence ends the header: the body goes on as prose, and no label begins it."""
        if not self.shape.template.closed:
            self.names["is_prose"] = re.compile(PROSE).match
            self.names["bare_label"] = self.labels.bare_label
            first = f"text[at:at + {4 * SEEN}]" + ".decode(errors='ignore')" * self.is_bytes
            yield f"at = found.start({self.body}) if {self.is_dated} else found.end()"
            yield f"first = {first}[:{SEEN}]"
            yield "if not is_prose(first) or bare_label(first): return None"

    def _body(self) -> Iterator[str]:
        """The body, and what stands in front of it."""
        if not self.is_dated:
            yield "at = found.end()"
            yield from self._cut()
            yield from self._nothing_in_front()
            return
        yield from self._lately(self.body - 1, DATELINE, self._dateline(self.body - 1))
        self.names["goes_on"] = re.compile(datelines.BEHIND).match
        yield "at = found.end()"
        if self.is_bytes:
            yield from self._cut()
        rest = f"v{self.body}" if self.is_bytes else "text, at"
        yield f"if usual is None and not goes_on({rest}): return None"
        again = f"if v{self.body - 1} is None: "  # these words are none
        yield again + f"at = found.start({self.body})"
        for line in self._cut():
            yield again * self.is_bytes + line

    def _cut(self) -> Iterator[str]:
        """The body from there on."""
        rest = f"text[at:]{'.decode()' * self.is_bytes}"
        if self.given == "article":  # to cut it out takes as long as all other values
            rest = "article.body"
            yield f"if type({rest}) is not str or len({rest}) != len(text) - at: return None"
            yield f"if not text.endswith({rest}): return None"
        yield f"v{self.body} = {rest}"

    def _dateline(self, n: int) -> Iterator[str]:
        """What the words before the dash say: None if they are no dateline, which is rare."""
        self.names["said"] = said = self.spellings.dateline
        otherwise = f"v{n} = said({self._word(n)})"
        if said is not datelines.before_a_dash:
            yield otherwise
            return
        # As that begins, too: a place and a day that were met before, none of which is long.
        self.names["places"] = self.spellings.met(datelines.named_place, self.is_bytes)
        self.names["usual_days"] = self.spellings.met(dates.usual_day, self.is_bytes)
        self.names["days"] = self.spellings.met(datelines.plain_day, self.is_bytes)
        self.names |= {"drafted": draft(Dateline), "Dateline": Dateline}
        comma = b", " if self.is_bytes else ", "
        yield f"words, _, rest = w{n}.partition({comma!r})"
        yield "place, day = places[words], usual_days[rest] or days[rest]"
        yield "if place and day:"
        yield f"  v{n} = new(drafted)"
        yield f"  v{n}.place, v{n}.date, v{n}.agency, v{n}.__class__ = place, day, None, Dateline"
        yield f"else: {otherwise}"

    def _nothing_in_front(self) -> Iterator[str]:
        """Surely no source and no dateline in front of the body."""
        said = {field for _, field in self.layout.slots}
        unsaid = [name for name, field in BEFORE_BODY.items() if field not in said]
        pattern = "".join([_PATTERNS[name] for name in unsaid])
        self.names |= {"in_front": re.compile(pattern).match, "said": self.spellings.dateline}
        yield f"front = in_front(v{self.body})"
        yield "if front is None: return None"
        for group, name in enumerate(unsaid, 1):
            is_one = f"said(front[{group}]) is not None" if name == DATELINE else "True"
            yield f"if front[{group}] and {is_one}: return None"

    def slots(self) -> Iterator[str]:
        """The scan."""
        header, (*around, (before_body, _)) = len(self.shape.template.lines), self.shape.around
        self.names |= {"Slot": Slot, "Scan": Scan, "make": tuple.__new__}
        yield "regs, size = found.regs, len(text)"
        for n, (name, (before, behind)) in enumerate(zip(self.shape.names, around, strict=False)):
            yield f"start, end = regs[{n + 1}]"
            # In the way of NamedTuple._make: a third of the time that the class itself takes.
            self.names[f"name_{n}"] = name
            yield f"s{n} = make(Slot, (name_{n}, w{n}, start, end, start - {before}, end + {behind}))"
        slots = "".join([f"s{n}, " for n in range(self.body)])
        body = f"make(Slot, ({BODY!r}, v{self.body}, start, size, start - {{}}, size))"
        yield f"start = size - len(v{self.body})"
        yield f"slots = {slots}{body.format(before_body)}"
        if self.is_dated:
            begin = body.format(self.shape.blank)
            yield f"if v{self.body - 1} is None: slots = *slots[:-2], {begin}"
        end = f"regs[{header}][1] + {self.shape.end}"
        yield f"scan = make(Scan, (slots, (), {self.shape.start}, {end}, None))"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
