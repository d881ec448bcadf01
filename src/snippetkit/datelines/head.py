"""Find the dateline at the start of a body: where it ends, and whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from snippetkit import dates
from snippetkit.datelines import spaced, unspaced
from snippetkit.datelines.names import is_cased, is_in_capitals, is_known_place, is_name, is_small
from snippetkit.datelines.said import FIGURES, SPACES, Part, Said, unwrapped
from snippetkit.datelines.words import (
    ASIDES,
    OPENERS,
    is_agency,
    is_city,
    is_region,
    is_sure_agency,
)
from snippetkit.dates.hints import Hints

__all__ = [
    "LONGEST",
    "MOST",
    "PROSE",
    "REACH",
    "SENTENCE",
    "Head",
    "accepts",
    "head",
    "is_plain",
    "is_prose",
    "whole",
]

LONGEST: Final = 160
"""The greatest length of a dateline."""
REACH: Final = 32
"""How far from a mark that may end it another one may be that does: a date fits between them."""
PROSE: Final = (
    r"[ \t](?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|said"
    r"|says|say|announced|announces|that|which|who|with|from|for|to|in|by|as|its|their|his|her|than|not|into"
    r"|after|before|over|under|during|against|between)(?=[ \t])"
)
"""An English word that occurs in sentences and not in datelines, with the blank before it."""
SENTENCE: Final = r"(?:[a-z]{2}|(?:The|A|An|In|On|At|After|For|With|This|It|We|As) )"
"""What may follow the dash that ends a dateline: a lower-case letter, or a first word."""


class Head(NamedTuple):
    """A dateline in front of a body."""

    said: Said
    begin: int
    """Where it begins, including marks of bold type."""
    start: int
    end: int
    """Where its last word or bracket ends."""
    stop: int
    """Where the body continues, after the dash."""


class _Closing(NamedTuple):
    """A mark that may end a dateline."""

    kind: str
    """``dash``, ``colon``, ``slash``, ``stop``, ``line`` (the line's end), or ``none``."""
    start: int
    end: int


_EOL: Final = r"(?:\r\n|\r|\n)"
_LEADING: Final = re.compile(rf"[{SPACES}\r\n]*")
_LINE: Final = re.compile(r"[^\r\n]*")
_MARK: Final = re.compile(r"[-–—―‒−_:：/.।۔)\]）］]")
_CLOSING: Final = re.compile(
    rf"""
      (?P<dash> (?:(?<=[)/\]])\.)? (?: [–—―‒−] | --+ | -(?=[ \t]|\Z) ) (?:[ \t]*[–—―‒-](?=[ \t]))?
        | (?<=[ \t]) _+ (?=[ \t]|\Z) )
    | (?P<colon> [:：] (?:[ \t]*-)? (?=[{SPACES}]|\Z) | (?<=[)/\]]) [:：] )
    | (?P<slash> (?<=[ \t]) / (?=[ \t]) )
    | (?P<stop> (?<=[^{SPACES}]) [.।۔] (?=[{SPACES}]) )
    | (?P<none> [)\]）］/] (?=[{SPACES}]|\Z) )
    """,
    re.VERBOSE,
)
_BELOW: Final = re.compile(rf"[ \t]*{_EOL}[ \t]*(?:[–—―‒]|--?)(?=[ \t])")
_ALONE: Final = re.compile(rf"[ \t]*(?={_EOL}[ \t]*{_EOL})")
_SPACE: Final = re.compile(rf"[{SPACES}]*(?:{_EOL}(?:[ \t]*{_EOL})?)?")
_DASH_BEHIND: Final = re.compile(rf"(?:[{SPACES}]*[-–—―:：]+)?")
_BOLD: Final = re.compile(r"\*\*|__|\*")
_PROSE: Final = re.compile(PROSE)
_FIGURE: Final = re.compile(f"[{FIGURES}]")
_SENTENCE: Final = re.compile(SENTENCE)


def is_prose(words: str) -> bool:
    """Whether *words* contain a word of a sentence, so that they are not a dateline."""
    return _PROSE.search(words) is not None


_LONE_COLON: Final = re.compile(r"(?P<words>[^\r\n:]+):[^\r\n:：_/.।۔)\]）］–—―‒−-]*")
"""A line with one mark that may end a dateline, a colon."""


def is_plain(line: str) -> bool:
    """Whether words with neither a known place nor an agency nor a date in them precede its only mark.

    Then it begins with no dateline but perhaps with the name of a place that nobody knows.

    >>> is_plain("Photo credit: Jane Roe"), is_plain("Karachi: It rained"), is_plain("May: Jane")
    (True, False, False)
    """
    found = _LONE_COLON.fullmatch(line)
    place = "" if found is None or unspaced.MAY_BE.search(line) else found["words"].strip(" ")
    if not place.replace(" ", "").isalnum() or is_known_place(place) or is_sure_agency(place):
        return False
    words = place.split(" ")
    if all(map(str.isalpha, words)):
        words = words[-1:]  # a date without a figure is a weekday alone
    return not any(map(dates.may_begin, words))


MOST: Final = 12
"""The number of marks to try."""


def head(text: str, at: int, hints: Hints) -> Head | None:
    """The dateline that begins at *at*, after blanks and blank lines; None if there is none.

    If several marks may end it, the last possible one does: ``Miami – April 24, 2026 – State``. A line
    end after a comma, or before a bracket or slash, counts as a blank.
    """
    begin = _LEADING.match(text, at).end()  # type: ignore[union-attr] # matches always
    text = unwrapped(text, begin, LONGEST)
    bold = _BOLD.match(text, begin)
    start, mark = (begin, "") if bold is None else (bold.end(), bold[0])
    if unspaced.MAY_BE.search(text, start, start + LONGEST):
        found = unspaced.found(text, start, hints)
        if found is not None:
            stop = _behind(text, _DASH_BEHIND.match(text, found.end).end())  # type: ignore[union-attr]
            return Head(found.said, begin, start, found.end, stop)
    for closing in reversed(_closings(text, start)):
        closed = _closed(text, start, closing, mark, hints)
        if closed is not None:
            return closed._replace(begin=begin)
    return _without_mark(text, start)


def _closings(text: str, start: int) -> list[_Closing]:
    """The marks that may end a dateline, in order; behind a dash or colon those within its reach."""
    end = _LINE.match(text, start, start + LONGEST).end()  # type: ignore[union-attr]
    prose = _PROSE.search(text, start, end)
    last = end if prose is None else prose.start()
    found: list[_Closing] = []
    reach = end
    for closing in _marks(text, start, last):
        if closing.start > reach or len(found) == MOST:
            return found
        found.append(closing)
        if closing.kind == "dash" and _SENTENCE.match(text, _behind(text, closing.end)):
            return found
        if closing.kind in ("dash", "colon"):
            reach = closing.end + REACH
    if last == end <= reach:
        found += _line_ends(text, end)
    return found


def _marks(text: str, start: int, end: int) -> Iterator[_Closing]:
    """The marks in a line that may end a dateline, the blanks in front of them with them."""
    at = start + 1
    while (mark := _MARK.search(text, at, end)) is not None:
        at = mark.end()
        match = _CLOSING.match(text, mark.start(), end)
        if match is None:
            continue
        begin, at = match.span()
        if match.lastgroup == "none":  # behind a bracket
            yield _Closing("none", at, at)
        else:
            begin = start + len(text[start:begin].rstrip(SPACES))
            if begin > start:
                yield _Closing(match.lastgroup or "", begin, at)


def _line_ends(text: str, end: int) -> Iterator[_Closing]:
    """A dash at the beginning of the next line, or a blank line below."""
    for kind, pattern in (("dash", _BELOW), ("line", _ALONE)):
        match = pattern.match(text, end)
        if match is not None:
            yield _Closing(kind, *match.span())


def _closed(text: str, start: int, closing: _Closing, mark: str, hints: Hints) -> Head | None:
    """The dateline up to *closing*; in bold type the same *mark* stands before or behind that."""
    end, stop = closing.start, closing.end
    if mark and text.endswith(mark, start, end):
        end -= len(mark)
    elif mark and text.startswith(mark, stop):
        stop += len(mark)
    elif mark:
        return None
    said, stop = spaced.said(text, start, end, hints), _behind(text, stop)
    if not accepts(text, said, closing.kind, stop):
        return None
    return Head(said, start, start, end, stop)


def _behind(text: str, at: int) -> int:
    """Where the body goes on behind a mark that ends at *at*: below, if that ends its line.

    One blank line goes with the dateline then, as below a header.
    """
    return _SPACE.match(text, at).end()  # type: ignore[union-attr] # matches always


# ── what counts ────────────────────────────────────────────────────────────────────────────────


class _Case(NamedTuple):
    """What stands in front of a mark, and what speaks for a dateline."""

    text: str
    said: Said
    kind: str
    """The kind of the mark."""
    stop: int
    """Where the body would go on."""

    @property
    def place(self) -> str | None:
        return self.said.text(self.text, "place")

    @property
    def agency(self) -> Part | None:
        return self.said.part("agency")

    @property
    def has_known_agency(self) -> bool:
        words = self.said.text(self.text, "agency")
        return words is not None and is_agency(words)

    @property
    def has_figures(self) -> bool:
        """Whether its date has a number in it."""
        return _FIGURE.search(self.said.text(self.text, "date") or "") is not None

    @property
    def has_bar(self) -> bool:
        """Whether a bar parts its parts, as it does a by-line and a time stamp."""
        return "|" in self.text[self.said.parts[0].start : self.said.parts[-1].end]

    @property
    def begins_a_sentence(self) -> bool:
        """Whether what follows does not begin with a small letter."""
        return not is_small(self.text[self.stop : self.stop + 1])

    @property
    def is_closed_again(self) -> bool:
        """Whether a second dash follows before the sentence ends: ``Paris – The City of Light – is``."""
        return _SECOND.match(self.text, self.stop, self.stop + 240) is not None


_SECOND: Final = re.compile(r"[^\r\n–—.!?]*(?:[–—]| --? )")


def accepts(text: str, said: Said, kind: str, stop: int) -> bool:
    """Whether what is *said* before a mark of a *kind* is a dateline, if *text* goes on at *stop*."""
    return bool(said.parts) and _accepts(_Case(text, said, kind, stop))


def _accepts(case: _Case) -> bool:
    place, agency = case.place, case.agency
    if place is not None and not is_name(place, surely=case.has_known_agency):
        return False
    if agency is not None and not case.has_known_agency and _is_no_agency(case.text, agency):
        return False
    if case.has_bar and not (place and (is_in_capitals(place) or is_known_place(place))):
        return False
    if case.kind in _KINDS:
        return _KINDS[case.kind](case)
    if case.has_known_agency:
        return place is not None or case.begins_a_sentence
    if case.said.day is not None:
        return place is not None or (case.said.day.is_whole and case.begins_a_sentence)
    if agency is not None:
        return place is not None and (is_in_capitals(place) or is_known_place(place))
    return place is not None and _stands_alone(place, case)


def _is_no_agency(text: str, agency: Part) -> bool:
    """Whether what stands between brackets is an aside, or code."""
    return (
        ASIDES.match(text, agency.start) is not None
        or _CODE.search(text, agency.start, agency.end) is not None
    )


_COMMAS: Final = (",", "،", "、")
_CODE: Final = re.compile(r"[=\"'<>{}\\?!]")


def _stands_alone(place: str, case: _Case) -> bool:
    """Whether a place with nothing else is a dateline: a city known, or in capitals."""
    if not case.begins_a_sentence:
        return False
    if is_in_capitals(place):
        if case.kind == "colon" and " " in place and not is_known_place(place):
            return False  # as likely a speaker: "CHRIS WALLACE: Welcome"
        return is_known_place(place) or sum(map(str.isalpha, place.split(",", maxsplit=1)[0])) > 3
    if not is_known_place(place):
        return False
    return case.kind == "colon" or not is_cased(place) or not case.is_closed_again


def _after_a_stop(case: _Case) -> bool:
    """``МОСКВА, 12 сентября. /ТАСС/. …``, ``BAKU, Azerbaijan, September 12. …``, ``लखनऊ। …``."""
    last, place = case.said.parts[-1], case.place
    if last.name == "place":
        return place is not None and not is_cased(place) and is_city(place)
    if not last.is_marked and not case.has_figures:
        return False
    if last.name == "agency" and last.is_marked:
        return case.has_known_agency and len(case.said.parts) > 1
    return place is not None and is_in_capitals(place)


def _after_nothing(case: _Case) -> bool:
    """``नई दिल्ली, 12 सितंबर (भाषा) …``, ``(New York, NY - October 21) …``."""
    last, place = case.said.parts[-1], case.said.part("place")
    if last.stop == last.end:
        return False
    if case.has_known_agency:
        return case.agency is not None and case.agency.is_marked
    return place is not None and place.is_marked and is_known_place(case.place or "")


def _after_a_slash(case: _Case) -> bool:
    """``NEW YORK, NY / ACCESSWIRE / September 12, 2025 / …``."""
    return case.has_known_agency and len(case.said.parts) > 1


def _on_its_own(case: _Case) -> bool:
    """``Washington, D.C., September 12, 2025`` and a blank line below; no name, bar and time stamp."""
    parts, day = case.said.parts, case.said.day
    if case.place is None or day is None or not day.is_whole or day.has_time:
        return False
    between = case.text[parts[0].stop : parts[-1].begin].strip(SPACES)
    if len(parts) > 2 or between:
        return len(parts) > 2 or between in _COMMAS
    return is_in_capitals(case.place) or is_known_place(case.place)


def _all_of_it(_: _Case) -> bool:
    """A text that is a dateline and nothing more."""
    return True


_KINDS: Final = {
    "stop": _after_a_stop,
    "none": _after_nothing,
    "slash": _after_a_slash,
    "line": _on_its_own,
    "whole": _all_of_it,
}
"""What counts for a mark that ends other things, too. Dash and colon end any dateline."""

_CAPITALS: Final = re.compile(
    r"(?P<place>(?P<city>[A-Z][A-Z.' -]{2,28}[A-Z])(?:, {1,2}(?P<region>[A-Z][A-Za-z.]{1,20}))?)"
    r"[ \t]+(?=(?P<next>[A-Z][a-z]*)[ \t])"
)


def _without_mark(text: str, start: int) -> Head | None:
    """``WASHINGTON A federal …``: a city known, in capitals, whose dash was lost with its encoding."""
    match = _CAPITALS.match(text, start)
    if match is None:
        return None
    if match["region"] is None:
        surely = is_city(match["city"]) and match["next"] in OPENERS
    else:
        surely = is_region(match["region"]) and is_name(match["place"])
    if not surely:
        return None
    begin, end = match.span("place")
    said = Said((Part("place", begin, end, begin, end),), None)
    return Head(said, start, start, end, match.end())


# ── a text that is a dateline and nothing more ─────────────────────────────────────────────────

_AT_THE_END: Final = re.compile(
    rf"(?:[{SPACES}]*(?:[–—―‒−]|-|_|[:：])|(?<![ \t])[ \t]*{_EOL}[ \t]*(?:[–—―‒]|--?))[{SPACES}]*\Z"
)


def whole(text: str, hints: Hints) -> Said | None:
    """The parts of *text* if it is a dateline, with or without a mark after it; else None."""
    if len(text) > LONGEST + REACH:
        return None
    found = head(text, 0, hints)
    if found is not None and found.stop == len(text):
        return found.said
    text = unwrapped(text.rstrip(SPACES + "\r\n"), 0, LONGEST)
    mark = _AT_THE_END.search(text)
    end = len(text) if mark is None else mark.start()
    if "\n" in text[:end] or "\r" in text[:end]:
        return None
    said = unspaced.said(text, 0, end, hints) if unspaced.MAY_BE.search(text) else None
    said = spaced.said(text, 0, end, hints) if said is None else said
    return said if said.is_unspaced or accepts(text, said, "whole", end) else None
