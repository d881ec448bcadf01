"""Values without a label: lines between title and label lines, names after a date."""

from __future__ import annotations

import functools
import re
from typing import Final

from snippetkit import bylines, dates
from snippetkit.datelines.words import is_city, is_kicker, is_region
from snippetkit.formats import _labels
from snippetkit.syntax.headers import ADDRESSED, BUTTON, BYLINE, DATED, HOST, HOSTED, IDLE, SUBTITLE

__all__ = [
    "CATEGORIES",
    "FIELDS",
    "RELEASE",
    "RULES",
    "are_names",
    "is_button",
    "is_byline",
    "is_day",
    "is_hosted",
    "is_opened",
    "is_place",
    "is_sentence",
    "lead",
    "opening",
    "untimed",
]

CATEGORIES: Final = "#categories"
"""The name of the slot that the names behind a date and ``in`` are."""

FIELDS: Final = {
    SUBTITLE: "subtitle",
    BYLINE: "byline",
    DATED: "published",
    HOSTED: "source",
    ADDRESSED: "url",
    CATEGORIES: "categories",
}
"""What each kind of slot without a label says; a label that says it, too, counts more."""

RULES: Final = {
    SUBTITLE: ("a short line below the title and above the labels", 0.6),
    BYLINE: ("a by-line below the title and above the labels, or behind a date", 0.8),
    DATED: ("a date alone among the lines of the header, or behind a by-line", 0.8),
    HOSTED: ("the name of a host or a paper alone, below or above the title", 0.8),
    ADDRESSED: ("an address alone below the title, or below what a browser printed", 0.8),
    CATEGORIES: ("names behind a date and a word such as 'in'", 0.7),
}

_LONGEST: Final = 120
_HOST: Final = re.compile(HOST)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^ \t]+")
_SIGN: Final = re.compile(r"[ \t]++(?P<sign>[-–—·•|/][ \t]++)?")
_NUMBER: Final = re.compile(r"[0-9]{1,3}(?:[,.]?[0-9]{3})*[KkM]?")
"""How many shared a page, or read it."""
_REPORTER: Final = re.compile(
    r"[가-힣]{2,4}[ \t]?(?:선임|전문|인턴|수습)?(?:기자|특파원)"
    r"|(?:[\u4e00-\u9fff]{0,6}(?:记者|記者)[ \t:：/／]*|(?:图|圖|撰)?文[ \t]*[:：/／][ \t]*)"
    r"[\u4e00-\u9fff]{2,4}(?:[ \t、][\u4e00-\u9fff]{2,4})*(?:[/／][\u4e00-\u9fff]{2,6}(?:報導|报道|報道))?"
)
"""A name that needs no blank before or behind the word for reporters."""
_STEP: Final = r"[^«»›>|:\r\n]{1,60}+"
_CRUMBS: Final = re.compile(rf"{_STEP}(?:(?<=[ \t])[»›>](?=[ \t]){_STEP})++")
"""Where a page stands in its site: ``Home > News > Africa``."""
_STEPS: Final = re.compile(r"[ \t]+[|/•·][ \t]+")
RELEASE: Final = (
    r"(?:(?:for|for[ \t]immediate|press|news|media)[ \t]release|pressemitteilung|presseinformation"
    r"|communiqué[ \t]de[ \t]presse|comunicado[ \t]de[ \t](?:prensa|imprensa)|nota[ \t]de[ \t]prensa"
    r"|comunicato[ \t]stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse"
    r"|lehdistötiedote|пресс-релиз|пресреліз|basın[ \t]bülteni|siaran[ \t]pers)"
)
"""What stands above releases, perhaps with a date or a colon behind it."""
_RELEASE: Final = re.compile(rf"{RELEASE}[ \t]?[:：]", re.IGNORECASE)
_PAGE: Final = re.compile(
    r"(?:page|document|seite|página|pagina|стр\.|страница)[ \t][0-9]{1,4}(?:[ \t]?/[ \t]?|[ \t](?:of|von|de|di|van|из)[ \t])[0-9]{1,4}"
    r"|[0-9]{1,4}[ \t](?:of|von|de|di|van|из)[ \t][0-9]{1,4}[ \t](?:documents?|dokumente?n?|documentos?|documenti)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^ \t,;&|]+")
_BOXED: Final = re.compile(r"(?P<names>[^()]+?)[ \t]+\([^()]{1,80}\)")
_CLOSING: Final = "\"'”’»)」』）"
_ENDINGS: Final = ("!", "?", "。", "！", "？", "؟", "۔", "।", "．")
_PARTICLE: Final = 3
_MOST_NAMES: Final = 4


def lead(line: str, languages: tuple[str, ...] | None = None, title: str | None = "") -> str:
    """What kind of slot a line without a label is, perhaps below a *title*; empty if it cannot be told.

    Where a title may be instead, the *title* is None: a name alone is no by-line there.

    >>> lead("Par Marie Dupont et Jean Petit"), lead("By the river it rained"), lead("홍길동 기자")
    ('#byline', '', '#byline')
    >>> lead("8 September, 2025 | 10:38 pm PKT"), lead("September 2025"), lead("04/05/2025")
    ('#published', '', '#published')
    >>> lead("Dawn.com"), lead("PTI"), lead("3 min read"), lead("512")
    ('#host', '#byline', '#button', '#idle')
    >>> lead("By " + "Jane " * 40)
    ''
    """
    if len(line) > _LONGEST:
        return ADDRESSED if _ADDRESS.fullmatch(line) else ""
    if _HOST.fullmatch(line):
        return HOSTED
    if _ADDRESS.fullmatch(line):
        return ADDRESSED
    if is_button(line, languages):
        return BUTTON
    if _is_idle(line):
        return IDLE
    if any(map(str.isdigit, line)) and is_day(untimed(line, languages)):
        return DATED
    if is_byline(line, languages, title):
        return BYLINE
    return HOSTED if bylines.is_paper(line) else ""


def is_button(line: str, languages: tuple[str, ...] | None = None) -> bool:
    """Whether all of *line*, no long one, is what readers can do with a page."""
    return len(line) <= _LONGEST and _labels.is_button(line, languages)


def _is_idle(line: str) -> bool:
    """Whether a line is what pages have above titles, and no text."""
    if line[-1] == "." or line[0].islower():
        return False
    if _NUMBER.fullmatch(line):
        return True
    steps = _STEPS.split(line)
    is_path = _is_section(steps[0]) and all(map(_is_known_step, steps[1:]))
    return is_path or any(one.fullmatch(line) for one in (_PAGE, _CRUMBS, _RELEASE))


def _is_section(step: str) -> bool:
    """Whether *step* is what papers put above titles: ``Press release``, ``World``."""
    return is_kicker(step) or bylines.is_section(step)


def _is_known_step(step: str) -> bool:
    """Whether *step* may stand below a section: one, or a place."""
    return _is_section(step) or is_place(step)


def is_place(name: str) -> bool:
    """Whether *name* is that of a city or a region of the tables."""
    return is_city(name) or is_region(name)


def untimed(line: str, languages: tuple[str, ...] | None = None) -> str:
    """*line* without buttons, or the time that reading takes, behind a sign.

    >>> untimed("May 5, 2025 • 3 min read"), untimed("May 5, 2025 Updated 2 hours ago")
    ('May 5, 2025', 'May 5, 2025')
    """
    may_end_so = _labels.may_end_in_button(line, languages)
    for sign in _SIGN.finditer(line) if may_end_so else ():
        rest = line[sign.end() :]
        if (sign["sign"] or " " in rest) and _labels.is_button(rest, languages):
            return line[: sign.start()]
    return line


def is_hosted(line: str) -> bool:
    """Whether *line* is the name of a host or a paper."""
    return _HOST.fullmatch(line) is not None or bylines.is_paper(line)


def is_day(line: str) -> bool:
    """Whether all of *line* is a date with its day, whichever of its readings is meant."""
    try:
        return dates.read(line).day is not None
    except dates.Ambiguous as doubt:
        return all(one.moment.day is not None for one in doubt.readings)
    except ValueError:
        return False


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, and is no name that ends in an abbreviation.

    >>> is_sentence("It rained on the bridge."), is_sentence("“Why?”"), is_sentence("雨が降った。")
    (True, True, True)
    >>> is_sentence("Jane Roe Jr."), is_sentence("Valley Post")
    (False, False)
    """
    line = line.rstrip(_CLOSING)
    if not line.endswith("."):
        return line.endswith(_ENDINGS)
    return any(word[0].isalpha() and not word[0].isupper() for word in _WORD.findall(line)[1:])


def is_byline(line: str, languages: tuple[str, ...] | None = None, title: str | None = "") -> bool:
    """Whether names stand behind a word such as ``By``, or one in front of a word for reporters.

    An agency or a desk of the tables signs alone; for a name alone see `bylines.is_unled`.
    """
    if bylines.is_listed(line) or _REPORTER.fullmatch(line):
        return True
    line = bylines.unaddressed(line)
    at, words = opening(line, languages), line.split(" ")
    if at:
        return _are_signed(line[at:])
    if title is not None and bylines.is_unled(line, title):
        return True
    is_role = words[-1].lower() == words[-1].upper() and words[-1] in _roles(languages)
    return is_role and 1 < len(words) <= _MOST_NAMES


def is_opened(line: str, languages: tuple[str, ...] | None = None) -> bool:
    """Whether persons stand behind a word such as ``By``: it needs no date beside it.

    >>> is_opened("By Jane Roe"), is_opened("Jane Roe"), is_opened("By Reuters")
    (True, False, False)
    >>> is_opened("By Sunday Night")
    False
    """
    at = opening(line, languages)
    return at > 0 and bylines.are_persons(line[at:]) and not dates.begins(line, at)


def opening(line: str, languages: tuple[str, ...] | None = None) -> int:
    """Where the names begin in a line such as ``Written by Jane``; 0 if nothing opens them.

    >>> opening("Written by Jane Roe"), opening("Von Jane Roe"), opening("Jane Roe")
    (11, 4, 0)
    """
    words = line.split(" ", _MOST_NAMES)
    if not _labels.begins_as(_beginnings(languages), " ".join(words[:_MOST_NAMES])):
        return 0
    for count in range(len(words) - 1, 0, -1):
        front = " ".join(words[:count])
        if front.rstrip(":：") in _openers(languages):
            return len(front) + 1
    return 0


def _are_signed(text: str) -> bool:
    """Whether *text* is names, perhaps behind what their bearer does: ``political reporter Jane Roe``.

    Or in front of it, in brackets.
    """
    boxed = _BOXED.fullmatch(text)
    if are_names(text if boxed is None else boxed["names"]):
        return True
    words = text.split(" ", _MOST_NAMES)
    counts = range(1, len(words))
    return any(
        bylines.is_role(" ".join(words[:n])) and are_names(" ".join(words[n:])) for n in counts
    )


def are_names(text: str) -> bool:
    """Whether all words but short ones (``de``, ``and``) begin as names do, the first one too."""
    words = _WORD.findall(text)
    large = [not word[0].islower() and word[0].isalpha() for word in words]
    return large[:1] == [True] and all(
        is_large or len(word) <= _PARTICLE or word in bylines.JOINS
        for is_large, word in zip(large, words, strict=True)
    )


@functools.cache
def _openers(languages: tuple[str, ...] | None) -> _labels.Spellings:
    """What stands before names: common words for it, and labels of several words."""
    found = {
        _labels.spelling(label): field
        for field in ("byline", "authors")
        for label in _labels.labels(languages).get(field, ())
        if " " in label
    }
    weak = _labels.labels(languages, weak=True).get("byline", ())
    return _labels.Spellings(found | {_labels.spelling(label): "byline" for label in weak})


@functools.cache
def _beginnings(languages: tuple[str, ...] | None) -> frozenset[str]:
    return _labels.beginnings_of(_openers(languages))


@functools.cache
def _roles(languages: tuple[str, ...] | None) -> _labels.Spellings:
    """What stands behind a name: words for reporters."""
    weak = _labels.labels(languages, weak=True).get("authors", ())
    return _labels.Spellings({_labels.spelling(label): "byline" for label in weak})
