"""Datelines with spaces between words: take parts off both ends, and the rest is the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from snippetkit import dates
from snippetkit.datelines.names import is_known_place
from snippetkit.datelines.said import FIGURES, SPACES, Day, Name, Part, Said, day
from snippetkit.datelines.words import is_agency, is_city, is_region, is_sure_agency
from snippetkit.dates.hints import Hints

__all__ = ["said"]

_MARKS: Final = ",،、;؛:|/·•–—―−‒۔।-"
_PAIRS: Final = {
    ")": "(",
    "]": "[",
    "/": "/",
    "）": "（",
    "］": "［",
    "】": "【",
    "〕": "〔",
    "»": "«",
}
_OPEN: Final = {opening: closing for closing, opening in _PAIRS.items()}
_LONGEST_BOX: Final = 60
_MOST: Final = 12
"""How many words a date may begin at, from the last one on; none has more."""
_BETWEEN: Final = rf"{SPACES}.(（\[{_MARKS}"  # the hyphen is the last of the marks
_START: Final = re.compile(rf"(?<=[{_BETWEEN}])(?=[^{_BETWEEN}])")
_SEPARATOR: Final = re.compile(
    rf"[{SPACES}]*[,،、|۔।][{SPACES}]*|[{SPACES}]+[-–—―/·•][{SPACES}]+|\.[{SPACES}]+"
)
_JOIN: Final = re.compile(rf"[{SPACES}]+[-–—―][{SPACES}]+|,[{SPACES}]+")
_EOL: Final = re.compile("[\r\n]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FIGURE: Final = re.compile(f"[{FIGURES}]")
_ALL_SPACES: Final = re.compile(rf"[{SPACES}]")


class _Rest(NamedTuple):
    """What is not peeled off yet."""

    start: int
    end: int
    parts: tuple[Part, ...] = ()
    day: Day | None = None

    def has(self, name: str) -> bool:
        return any(part.name == name for part in self.parts)


def said(text: str, start: int, end: int, hints: Hints) -> Said:
    """The parts of what stands from *start* to *end*; whatever is neither date nor agency is the place."""
    rest = _Rest(*_bare(text, start, end))
    while rest.start < rest.end:
        peeled = _peeled(text, rest, hints)
        if peeled is None:
            place = Part("place", rest.start, rest.end, rest.start, rest.end)
            rest = rest._replace(parts=(*rest.parts, place))
            break
        rest = peeled
    return Said(tuple(sorted(rest.parts, key=lambda part: part.start)), rest.day)


def _peeled(text: str, rest: _Rest, hints: Hints) -> _Rest | None:
    """*rest* with one more part peeled off; None if there is none."""
    for peel in (_last_box, _last_agency, _last_date, _first_box, _first_agency, _first_date):
        found = peel(text, rest, hints)
        if found is not None:
            return found
    return None


def is_plain(text: str) -> bool:
    """Whether *text* is all place in front of whatever date: nothing can be peeled off it."""
    if (
        _SEPARATOR.search(text)
        or _EOL.search(text)
        or text[:1] in _OPEN
        or text[-1:] in (*_PAIRS, *_MARKS, ".")
    ):
        return False
    return (
        bool(text)
        and _bare(text, 0, len(text)) == (0, len(text))
        and (next(_starts(text, 0, len(text)), None) is None and not is_sure_agency(text))
    )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """*start* and *end* without the blanks."""
    inner = text[start:end].lstrip(SPACES)
    return end - len(inner), end - len(inner) + len(inner.rstrip(SPACES))


def _cut_end(text: str, start: int, end: int) -> int:
    """*end* without blanks, marks, and a stop that is no abbreviation's."""
    while start < end and (
        text[end - 1] in _MARKS or _ALL_SPACES.match(text, end - 1) or _is_stop(text, start, end)
    ):
        end -= 1
    return end


def _cut_start(text: str, start: int, end: int) -> int:
    while start < end and (
        text[start] in _MARKS or text[start] == "." or _ALL_SPACES.match(text, start)
    ):
        start += 1
    return start


def _is_stop(text: str, start: int, end: int) -> bool:
    """Whether a full stop stands before *end* that parts: not that of ``N.C.`` or ``Mass.``."""
    if text[end - 1] != ".":
        return False
    word = text[start : end - 1].replace(",", " ").split()[-1:] or [""]
    if word[0].isdecimal():
        return True
    return "." not in word[0] and len(word[0]) > 2 and not is_region(word[0])


# ── what stands between brackets or slashes ────────────────────────────────────────────────────


def _last_box(text: str, rest: _Rest, hints: Hints) -> _Rest | None:
    """``… (AP)``, ``… /TASS/``, ``… (September 12, 2025)``, ``… (Newsfile Corp. - September 12, 2025)``."""
    stop = rest.end
    opening = _PAIRS.get(text[stop - 1])
    begin = -1 if opening is None else text.rfind(opening, rest.start, stop - 1)
    if begin < 0 or (opening == "/" and not _is_apart(text, rest.start, begin)):
        return None
    return _boxed(text, rest, begin, stop, rest.start, _cut_end(text, rest.start, begin), hints)


def _first_box(text: str, rest: _Rest, hints: Hints) -> _Rest | None:
    """``(ANSA) - …``."""
    begin = rest.start
    closing = _OPEN.get(text[begin])
    stop = 0 if closing is None else text.find(closing, begin + 1, rest.end) + 1
    if not stop:
        return None
    return _boxed(text, rest, begin, stop, _cut_start(text, stop, rest.end), rest.end, hints)


def _is_apart(text: str, start: int, at: int) -> bool:
    """Whether the slash at *at* opens something: ``Berlin/München/`` has none that does."""
    return at == start or text[at - 1] in ".,)" or _ALL_SPACES.match(text, at - 1) is not None


def _boxed(
    text: str, rest: _Rest, begin: int, stop: int, start: int, end: int, hints: Hints
) -> _Rest | None:
    """*rest* from *start* to *end*, and what the box from *begin* to *stop* says."""
    first, last = _bare(text, begin + 1, stop - 1)
    if first == last or last - first > _LONGEST_BOX:
        return None
    for join in (None, *_JOIN.finditer(text, first, last)):
        dated = first if join is None else join.end()
        found = None if rest.day is not None else day(text[dated:last], hints)
        if found is not None and not _is_year(found):
            parts = [Part("date", dated, last, begin if join is None else dated, stop)]
            if join is not None:
                name = _name_of(text[first : join.start()], rest, is_all=start >= end)
                if name is None:
                    return None
                parts.insert(0, Part(name, first, join.start(), begin, join.start()))
            return _Rest(start, end, (*rest.parts, *parts), found)
    if rest.has("agency"):
        return None
    if start >= end and not rest.parts and is_known_place(text[first:last]):
        return _Rest(start, end, (Part("place", first, last, begin, stop),))
    return rest._replace(
        start=start, end=end, parts=(*rest.parts, Part("agency", first, last, begin, stop))
    )


def _name_of(words: str, rest: _Rest, *, is_all: bool) -> Name | None:
    """What stands before a date in one box with it: an agency, or the place if that is all."""
    if is_all and not rest.parts and not is_agency(words):
        return "place"
    return None if rest.has("agency") else "agency"


# ── agencies and dates without brackets ────────────────────────────────────────────────────────


def _last_agency(text: str, rest: _Rest, _: Hints) -> _Rest | None:
    """``… – РИА Новости``, ``…, CNN Indonesia``, ``… / ACCESSWIRE``, or nothing but an agency."""
    if rest.has("agency"):
        return None
    starts = [gap.end() for gap in _SEPARATOR.finditer(text, rest.start, rest.end)]
    for begin in (rest.start, *starts[-4:]):
        if is_sure_agency(text[begin : rest.end]):
            part = Part("agency", begin, rest.end, begin, rest.end)
            end = _cut_end(text, rest.start, begin)
            return rest._replace(end=end, parts=(*rest.parts, part))
    return None


def _first_agency(text: str, rest: _Rest, _: Hints) -> _Rest | None:
    """``TEMPO.CO, Jakarta``."""
    gap = None if rest.has("agency") else _SEPARATOR.search(text, rest.start, rest.end)
    if gap is None or not is_sure_agency(text[rest.start : gap.start()]):
        return None
    part = Part("agency", rest.start, gap.start(), rest.start, gap.start())
    start = _cut_start(text, gap.end(), rest.end)
    return rest._replace(start=start, parts=(*rest.parts, part))


def _last_date(text: str, rest: _Rest, hints: Hints) -> _Rest | None:
    """``Tashkent, September 12, 2025``, ``الرياض 12 سبتمبر 2025``."""
    if rest.day is not None:
        return None
    for begin in _starts(text, rest.start, rest.end):
        found = day(text[begin : rest.end], hints)
        if found is not None and _stands(text, rest.start, begin, found):
            end = _cut_end(text, rest.start, begin)
            part = Part("date", begin, rest.end, begin, rest.end)
            return _Rest(rest.start, end, (*rest.parts, part), found)
    return None


def _starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a date can begin that goes to *end*: in front of a figure, or with the last word."""
    found = [start, *(one.start() for one in _START.finditer(text, start + 1, end))][-_MOST:]
    if _FIGURE.search(text, start, end) is None:
        found = found[-1:]
    return (at for at in found if dates.begins(text, at) and not _is_at_a_city(text, at, end))


def _is_at_a_city(text: str, start: int, end: int) -> bool:
    """Whether the word at *start* is a city's name: Dushanbe is also Monday, in Tajik."""
    word = _WORD.match(text, start, end)
    return word is not None and is_city(word[0])


def _stands(text: str, start: int, begin: int, found: Day) -> bool:
    """Whether a date may begin there: a year alone only behind a mark, ``Expo 2020`` is a name."""
    parted = begin == start or text[start:begin].rstrip(" \t")[-1:] in _MARKS
    return parted or not _is_year(found)


def _is_year(found: Day) -> bool:
    return found.moment is not None and found.moment.month is None


def _first_date(text: str, rest: _Rest, hints: Hints) -> _Rest | None:
    """``12 сентября, Минск``."""
    gaps = [] if rest.day is not None else [*_SEPARATOR.finditer(text, rest.start, rest.end)][:4]
    if not gaps or not dates.begins(text, rest.start):
        return None
    for gap in reversed(gaps):
        found = day(text[rest.start : gap.start()], hints)
        if found is not None:
            part = Part("date", rest.start, gap.start(), rest.start, gap.start())
            start = _cut_start(text, gap.end(), rest.end)
            return _Rest(start, rest.end, (*rest.parts, part), found)
    return None
