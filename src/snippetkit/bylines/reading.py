"""Read a by-line: who signed, and where each part stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from snippetkit.bylines.words import (
    JOINS,
    LEADS,
    NAMELIKE,
    is_desk,
    is_house,
    is_known_desk,
    is_role,
    is_suffix,
)
from snippetkit.datelines.names import is_name
from snippetkit.datelines.said import HAN
from snippetkit.datelines.words import folded, is_city, is_listed

__all__ = ["Signed", "signed"]

Span = tuple[int, int]


class Signed(NamedTuple):
    """One who signed."""

    start: int
    """Where the name begins, with the brackets of a link."""
    end: int
    """Where the last of what is said of them ends."""
    spans: dict[str, Span]
    """Where each field of a `Person` stands, by its name."""
    role: str | None
    """What the words in front of several names say of all of them: ``Editing by``."""


_BLANK: Final = " \t\xa0\u3000"
_IN_EMAIL: Final = rf"[^{_BLANK}\r\n@<>()\[\],;]"
_EMAIL: Final = rf"{_IN_EMAIL}+@{_IN_EMAIL}+\.[A-Za-z]{{2,}}"
_LINK: Final = re.compile(r"\[(?P<name>[^\[\]\r\n]+)\]\((?P<url>[^() \t\r\n]*)\)")
_MAILED: Final = re.compile(rf"<(?:mailto:)?(?P<email>{_EMAIL})>")
_BARE: Final = re.compile(_EMAIL)
_BOX: Final = re.compile(r"\((?P<inside>[^()\r\n]*)\)")
_BLANKS: Final = rf"(?<![{_BLANK}])[{_BLANK}]++"  # tried once in a row of them: linear
_PLACE: Final = re.compile(rf"{_BLANKS}(?:in|from|aus|à|em|в|из|dari|di|در|في|میں)[{_BLANK}]+")
_FOR: Final = re.compile(rf"{_BLANKS}(?:for|of|at|para|pour|für|per|для|voor)[{_BLANK}]+")
_SLASH: Final = re.compile(rf"(?:{_BLANKS})?/[{_BLANK}]*|{_BLANKS}[-–—][{_BLANK}]+")
_TITLE: Final = re.compile(rf"[{_BLANK}](?P<word>[가-힣]*(?:기자|특파원|위원))\Z")
_OTHERS: Final = re.compile(
    rf"(?:[0-9]+[{_BLANK}]+)?(?:others?|more|weitere|autres|otros|otras|altri|outros|anderen)",
    re.IGNORECASE,
)
"""Those who are not named."""
_DANGLING: Final = frozenset("-–—=")
_HARD: Final = ";；؛|\r\n"
_SOFT: Final = ",،、，·•"


def _phrase(lead: str) -> str:
    """The pattern of a lead: letters of East Asia need no blank behind them."""
    spelled = rf"[{_BLANK}]*".join(map(re.escape, lead.split(" ")))
    if " " in lead:
        spelled = rf"[{_BLANK}]+".join(map(re.escape, lead.split(" ")))
    return (
        spelled if not lead[-1].isalpha() or ord(lead[-1]) > 0x2E80 else rf"{spelled}(?=[{_BLANK}])"
    )


def _leads(strong: bool) -> str:
    names = [lead for lead in LEADS if not strong or not lead[-1].isalpha() or lead.endswith(" by")]
    return "|".join(_phrase(lead) for lead in sorted(names, key=len, reverse=True))


_LEAD: Final = re.compile(rf"(?P<lead>{_leads(False)})[{_BLANK}:：]*", re.IGNORECASE)
_STRONG: Final = re.compile(rf"(?<=[{_BLANK}{_HARD}.。])(?:{_leads(True)})", re.IGNORECASE)
_SHORT: Final = "|".join(re.escape(join) for join in JOINS if len(join) == 1)
_LONG: Final = "|".join(re.escape(join) for join in JOINS if len(join) > 1)
_GAP: Final = re.compile(
    rf"(?P<box>\[[^\[\]]*\]|\([^()]*\))"  # what stands between brackets parts nobody
    rf"|(?:{_BLANKS})?[{_SOFT}][{_BLANK}]*+(?:(?:{_SHORT}|(?i:{_LONG}))[{_BLANK}]+)?"
    rf"|{_BLANKS}(?P<join>{_SHORT}|(?i:{_LONG}))[{_BLANK}]+"
)
_JOINED: Final = re.compile(rf"{_BLANKS}(?:{_SHORT}|(?i:{_LONG}))\Z")
_WORDS: Final = re.compile(rf"[^{_BLANK}]+")
_HAN_NAMES: Final = re.compile(rf"[{HAN}]{{2,4}}(?:[{_BLANK}]++[{HAN}]{{2,4}}+)+")


_PARTICLE: Final = re.compile(rf"(?:der|den|dem|de|la|le|los|las|ter|ten|het)[{_BLANK}]+")
"""What stands between ``von`` and a name, as in ``von der Leyen``: then both are the name's."""


class _Group(NamedTuple):
    """A stretch of names between hard marks."""

    start: int
    end: int
    role: str | None = None
    """What the words in front say of all of them."""
    is_led: bool = False
    """Whether words stand in front."""
    is_spaced: bool = False
    """Whether blanks part names in it, as behind ``记者``."""
    is_one_of_several: bool = False


def signed(text: str) -> list[Signed]:
    """Who signed *text*, in order; never raises."""
    found: list[Signed] = []
    for group in _groups(text):
        before = len(found)
        for start, end, joined in _items(text, group):
            if _OTHERS.fullmatch(text, start, end):
                continue
            attached = None
            if len(found) > before and (not joined or is_city(text[start:end])):
                attached = _attached(text, start, end, found[-1])
            one = attached or _one(text, start, end, group.role)
            if attached is not None:
                found[-1] = attached
            elif one is not None:
                found.append(one)
    return found


def _groups(text: str) -> Iterator[_Group]:
    """Stretches of names, each with what its leading words say."""
    begin, last = _unboxed(text)
    hard = _HARD if "|" not in text else _HARD.translate({ord(mark): None for mark in ";；؛"})
    starts = {begin, *(match.start() for match in _STRONG.finditer(text, begin, last))}
    starts |= {at + 1 for at in range(begin, last) if text[at] in hard}
    several = any(mark in text for mark in hard)
    places = sorted(starts)
    for start, stop in zip(places, [*places[1:], last], strict=True):
        end = stop - 1 if start < stop < last and text[stop - 1] in hard else stop
        yield _led(text, *_bare(text, start, end))._replace(is_one_of_several=several)


def _unboxed(text: str) -> Span:
    """Where *text* begins and ends without brackets around all of it: ``（记者 张三）``."""
    start, end = _bare(text, 0, len(text))
    boxed = text[start : start + 1] + text[max(start, end - 1) : end] in ("()", "（）")
    if boxed and not set("()（）") & set(text[start + 1 : end - 1]):
        return start + 1, end - 1
    return start, end


def _led(text: str, start: int, end: int) -> _Group:
    """The stretch without the words in front of it, and without what joins it to the next."""
    joined = _JOINED.search(text, start, end)
    end = end if joined is None else joined.start()
    lead = _LEAD.match(text, start, end)
    if lead is None or not _leads_on(text, lead, end):
        return _Group(start, end)
    phrase = " ".join(lead["lead"].casefold().split())
    return _Group(lead.end(), end, LEADS.get(phrase), True, ord(phrase[0]) > 0x2E80)


def _leads_on(text: str, lead: re.Match[str], end: int) -> bool:
    """Whether a lead is one, and no name's first word: ``Von Trapp``, ``Di Maria``."""
    if is_desk(text[lead.start() : end]) and lead["lead"][-1:].isalpha():
        return lead["lead"].casefold() in ("by", "from")
    if lead.end() >= end:
        return not lead["lead"][-1].isalpha()
    if lead["lead"].casefold() not in NAMELIKE:
        return True
    gap = next(_gaps(text, lead.end(), end), None)
    stop = end if gap is None else gap.start()
    particle = _PARTICLE.match(text, lead.end(), stop)
    if particle is not None and not is_desk(text[particle.end() : stop]):
        return False
    return len(_WORDS.findall(text, lead.end(), stop)) > 1 or is_desk(text[lead.end() : stop])


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """*start* and *end* without blanks, and without a dash that dangles."""
    end = _last(text, start, end)
    if text[end - 1 : end] in _DANGLING and _last(text, start, end - 1) < end - 1:
        end = _last(text, start, end - 1)
    while start < end and text[start] in _BLANK:
        start += 1
    return start, end


def _last(text: str, start: int, end: int) -> int:
    """*end* without the blanks in front of it."""
    while start < end and text[end - 1] in _BLANK:
        end -= 1
    return end


def _gaps(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What parts names: commas and joins outside of brackets."""
    return (gap for gap in _GAP.finditer(text, start, end) if gap["box"] is None)


def _items(text: str, group: _Group) -> Iterator[tuple[int, int, bool]]:
    """The stretches between commas and joins, and whether a join stands in front."""
    start, end = group.start, group.end
    if is_known_desk(text[start:end]) or (
        next(_gaps(text, start, end), None) is None and is_desk(text[start:end])
    ):
        yield from _agencies(text, start, end)
        return
    if group.is_spaced and _HAN_NAMES.fullmatch(text, start, end):
        yield from ((*word.span(), True) for word in _WORDS.finditer(text, start, end))
        return
    if not group.is_led:
        said = text[start:end]
        if _is_inverted(said) if group.is_one_of_several else _are_last_and_first(said):
            yield start, end, False
            return
    joined, at = False, start
    for gap in _gaps(text, start, end):
        yield (*_bare(text, at, gap.start()), joined)
        at, joined = gap.end(), gap["join"] is not None
    yield (*_bare(text, at, end), joined)


def _is_inverted(said: str) -> bool:
    """Whether a name has the family's in front: ``Khan, Ayesha``, and not ``Khan, Reporter``."""
    return _INVERTED.fullmatch(said) is not None and not is_role(
        said.partition(",")[2].strip(_BLANK)
    )


def _are_last_and_first(said: str) -> bool:
    """Whether a whole by-line is one person: ``Roe, Jane``, ``Roe, J.``, two names of Latin letters.

    They may be two persons; one name of both is the smaller error, and says all that stands there.
    """
    names = said.split(",")
    last, first = names[0], names[-1].strip(_BLANK)
    if len(names) != 2 or not (_SINGLE.fullmatch(last) and _GIVEN.fullmatch(first)):
        return False
    first = first.removesuffix(".")
    is_another = is_role(first) or is_suffix(first) or is_city(first)
    return not (is_another or is_desk(last) or is_desk(first))


_SINGLE: Final = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’-]+(?:[A-Z][a-z]+)?")
_GIVEN: Final = re.compile(rf"(?:{_SINGLE.pattern}|[A-ZÀ-Þ]\.?)(?: [A-ZÀ-Þ]| [A-ZÀ-Þ]\.)*\.?")
"""One name, or initials; lists of archives have a full stop behind either."""
_INVERTED: Final = re.compile(
    rf"[^{_BLANK}{_SOFT}]+,[{_BLANK}]*[^{_BLANK}{_SOFT}]+(?:[{_BLANK}][^{_BLANK}{_SOFT}]+)?"
)
"""``Khan, Ayesha B.``: a family name in front, where semicolons part persons."""


def _agencies(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """``NTB-AFP-DPA`` as three, ``News Desk`` as one."""
    parts = [*re.compile("[^-/,]+").finditer(text, start, end)]
    if len(parts) > 1 and all(is_listed(folded(part[0])) for part in parts):
        yield from ((*_bare(text, *part.span()), True) for part in parts)
    else:
        yield start, end, False


def _attached(text: str, start: int, end: int, one: Signed) -> Signed | None:
    """*one* with what stands behind a comma, if that is of the same person."""
    said = text[start:end]
    if not said:
        return None
    spans = one.spans
    if is_city(said):  # where it was written: nothing of a person
        return one._replace(end=end)
    if is_suffix(said):
        return one._replace(end=end, spans={**spans, "name": (spans["name"][0], end)})
    place = _PLACE.search(text, start, end)
    until = end if place is None or is_role(said) else place.start()
    if "role" not in spans and is_role(text[start:until]):
        return one._replace(end=end, spans={**spans, "role": (start, until)})
    if "affiliation" not in spans and is_house(said) and not is_desk(text[slice(*spans["name"])]):
        return one._replace(end=end, spans={**spans, "affiliation": (start, end)})
    return None


# ── one person ─────────────────────────────────────────────────────────────────────────────────


def _one(text: str, start: int, end: int, role: str | None) -> Signed | None:
    """The person that *text* names from *start* to *end*; None if it names none."""
    spans: dict[str, Span] = {}
    stop = _behind_the_name(text, start, end, spans)
    link = _LINK.match(text, start, end)
    if link is not None:
        spans["name"] = link.span("name")
        if link["url"] not in ("", "#"):
            spans["url"] = link.span("url")
        return Signed(start, end, spans, role)
    start, stop = _bare(text, start, stop)
    if _BARE.fullmatch(text, start, stop):
        spans["email"] = start, stop
        spans["name"] = spans.pop("affiliation", (start, stop))
    elif start < stop:
        spans["name"] = start, _named(text, start, stop, spans)
    elif "affiliation" in spans:  # nothing but a name between brackets
        spans["name"] = spans.pop("affiliation")
    return Signed(start, end, spans, role) if "name" in spans else None


def _behind_the_name(text: str, start: int, end: int, spans: dict[str, Span]) -> int:
    """Where what stands between brackets begins, of whatever kind; what it says goes to *spans*."""
    stop = end
    for box in _BOX.finditer(text, start, end):
        if box.start() == start or text[box.start() - 1] != "]":  # else it is a link's
            stop = min(stop, box.start())
            _boxed(text, *_bare(text, *box.span("inside")), spans)
    mailed = _MAILED.search(text, start, end)
    if mailed is None:
        return stop
    spans["email"] = mailed.span("email")
    return min(stop, mailed.start())


def _boxed(text: str, start: int, end: int, spans: dict[str, Span]) -> None:
    """What stands between brackets: an address, a role, a place, or the house."""
    inside = text[start:end]
    if _BARE.fullmatch(inside):
        spans.setdefault("email", (start, end))
    elif is_role(inside):
        spans.setdefault("role", (start, end))
    elif inside and not is_city(inside):
        spans.setdefault("affiliation", (start, end))


def _named(text: str, start: int, end: int, spans: dict[str, Span]) -> int:
    """Where the name ends that begins at *start*, before a place, a house, a title."""
    place = _PLACE.search(text, start + 1, end)
    if place is not None and is_name(text[place.end() : end]) and not is_desk(text[start:end]):
        return place.start()
    for mark in (_FOR, _SLASH):
        house = mark.search(text, start + 1, end)
        if house is not None and _is_house_behind(mark, text[house.end() : end]):
            spans.setdefault("affiliation", (house.end(), end))
            return house.start()
    title = _TITLE.search(text, start, end)
    if title is not None:
        if is_role(title["word"]):
            spans.setdefault("role", title.span("word"))
        return title.start()
    return end


def _is_house_behind(mark: re.Pattern[str], text: str) -> bool:
    """Whether *text* is a house behind ``for``; behind a slash or dash, an agency of the table."""
    return is_house(text) if mark is _FOR else is_listed(folded(text))
