"""The evidence in the characters at the end and the start of a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import NamedTuple

__all__ = [
    "BULLETS",
    "ENDS",
    "HYPHENS",
    "INNER_HYPHEN",
    "TOKEN",
    "UNSPACED",
    "Head",
    "Tail",
    "bare",
    "case",
    "ends_sentence",
    "head_of",
    "is_parted",
    "is_right_to_left",
    "is_unspaced",
    "seen",
    "tail_of",
    "tokens",
]

ENDS = frozenset(
    ".!?…‼‽⁇⁈⁉⸮"  # Latin, Greek, Cyrillic
    "։؟۔܀܁܂"  # Armenian, Arabic, Urdu, Syriac
    "।॥෴"  # the scripts of India, Sinhala
    "។៕៚။၊།༎"  # Khmer, Burmese, Tibetan
    "።፧፨"  # Ethiopic
    "᙮᠃᠉᥄"  # Canadian syllabics, Mongolian, Limbu
    "。．！？｡︒﹒﹖﹗"  # Chinese and Japanese
    "\u037e"  # the Greek question mark
)
_CLOSERS = frozenset("\"'”’»›)]}“‘«‹」』】》〉）］｝＂＇*_†‡")
_OPENERS = frozenset("\"'“‘„‚«‹»›([{「『【《〈（［｛＂＇¿¡*_")
_COMMAS = frozenset(",;،؛、，；·፣፤፥")
_COLONS = frozenset(":：፡፦")
_DASHES = frozenset("–—―‒-~_")
_OPEN_BRACKETS = frozenset("([{（［「『【《〈„«")
_CLOSE_BRACKETS = frozenset(")]}）］」』】》〉”»")
BULLETS = frozenset("•◦▪▫■□●○‣⁃∙➢➤►▶✓✔✗★☆◆◇❖※")
_SPACED_BULLETS = frozenset("*·+")

HYPHENS = frozenset("-\u2010\u2011\u00ad\ufffe\x02\u058a\u05be")
"""The characters that divide a word at the end of a line; PDFium uses U+FFFE or U+0002."""

INNER_HYPHEN = re.compile("[\ufffe\x02]")
"""PDFium's own sign for a hyphen at the end of a line, wherever it left it."""

TOKEN = re.compile("[^ \t\r\n\f\v\u00a0\u3000]+")
"""A word with the marks around it."""

_BLANKS = "\t\v\u00a0\u3000"
"""The blanks inside a line, besides the space."""

_UNSEEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_AROUND = "".join(_CLOSERS | _OPENERS | _COMMAS | ENDS | _COLONS | {"–", "—"})
_CLOSING = "".join(_CLOSERS)
_OPENING = "".join(_OPENERS)
_INITIALS = re.compile(r"(?:[^\W0-9_]{1,2}\.)+")
_NUMBER = re.compile(
    r"(?:\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]"  # 1. 1) (1) a. (a) iv.
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?"  # 2.1 2.1.3.
    r"|[٠-٩۰-۹०-९০-৯]{1,3}[.)۔।-]"
    r"|[一二三四五六七八九十]{1,3}、)(?= |\Z)"
)
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffdf\U00020000-\U0003ffff]"
)
"""A letter of a script that puts no spaces between words."""
_FIRST_UNSPACED = "\u0e00"
_FAR = 80
"""How many characters from its end a line is looked at."""


_ENOUGH = 2_000


class Tail(NamedTuple):
    """How a line ends."""

    kind: str
    token: str
    """The last word as it stands."""
    word: str
    """The last word without the marks around it."""


class Head(NamedTuple):
    """How a line starts."""

    kind: str
    opened: bool
    """Whether a quotation or bracket opens before it."""
    token: str
    word: str


def seen(text: str) -> str:
    """*text* without the marks that only control its display."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def tokens(line: str) -> list[str]:
    r"""The words of a line with the marks around them: all that `TOKEN` finds, in a third of its time.

    >>> tokens("The  harbour,\tclosed.")
    ['The', 'harbour,', 'closed.']
    """
    for blank in _BLANKS:
        line = line.replace(blank, " ")
    return list(filter(None, line.split(" ")))


def bare(token: str) -> str:
    """A word without the marks around it."""
    return token.strip(_AROUND)


def case(character: str) -> str:
    """`lower`, `upper`, `plain` (a letter of a script without case), `digit` or `other`."""
    if character.islower():
        return "lower"
    if character.isupper() or character.istitle():
        return "upper"
    if character.isalpha() or unicodedata.category(character) in {"Mn", "Mc"}:
        return "plain"
    return "digit" if character.isdigit() else "other"


def is_unspaced(character: str) -> bool:
    """Whether *character* is of a script that puts no spaces between words."""
    return character >= _FIRST_UNSPACED and UNSPACED.match(character) is not None


def ends_sentence(token: str, abbreviations: Container[str]) -> bool:
    """Whether a sentence may end with *token*."""
    core = token.rstrip(_CLOSING)
    if core[-1:] not in ENDS:
        return False
    return core != token or not _is_abbreviation(token, abbreviations)


def _is_abbreviation(token: str, abbreviations: Container[str]) -> bool:
    """Initials (*J.*, *U.S.*, *Ph.D.*), or what the language is known to shorten."""
    if token[-1:] != ".":
        return False
    core = token.lstrip(_OPENING)
    initials = core.count(".") > 1 or (len(core) == 2 and core[0].isupper())
    return (initials and bool(_INITIALS.fullmatch(core))) or bare(token).lower() in abbreviations


def is_right_to_left(text: str) -> bool:
    """Whether most letters of *text* are written from right to left."""
    kinds = [unicodedata.bidirectional(character) for character in text[:_ENOUGH]]
    return sum(kind in {"R", "AL"} for kind in kinds) > kinds.count("L")


def is_parted(line: str) -> bool:
    """Whether a word is divided at the end of *line*."""
    return line[-1:] in HYPHENS and line[-2:-1].isalnum()


def tail_of(line: str, abbreviations: Container[str]) -> Tail:
    """How *line* ends."""
    end = seen(line[-_FAR:])
    last, *others = tokens(end)[::-1] or [end]
    word = bare(last)
    token = last if word else next(filter(bare, others), end)
    return Tail(_tail_kind(last, end, abbreviations), token, word or bare(token))


def _tail_kind(token: str, end: str, abbreviations: Container[str]) -> str:
    core = end.rstrip(_CLOSING)
    last, very_last = core[-1:], end[-1:]
    if last in ENDS and last:
        return "end" if ends_sentence(token, abbreviations) else "abbreviation"
    if last in _COLONS and last:
        return "colon"
    if last in _COMMAS and last:
        return "comma"
    if is_parted(end):
        return "hyphen"
    if very_last in _DASHES:
        return "dash"
    if very_last in _OPEN_BRACKETS:
        return "open"
    if core != end:
        return "closed"
    return "digit" if last.isdigit() else "word"


def head_of(line: str) -> Head:
    """How *line* starts."""
    start = seen(line[:_FAR])
    match = TOKEN.search(start)
    token = match[0] if match else start
    core = start.lstrip(_OPENING)
    return Head(_head_kind(start, core or start), len(core) < len(start), token, bare(token))


def _head_kind(start: str, core: str) -> str:
    first = start[:1]
    if first in BULLETS or (first in _SPACED_BULLETS and start[1:2] in {"", " "}):
        return "bullet"
    if _NUMBER.match(start):
        return "number"
    if first in _DASHES and start[1:2] in {"", " "}:
        return "dash"
    inner = core[:1]
    if inner in _COMMAS or inner in _CLOSE_BRACKETS or (inner in ENDS and inner != "."):
        return "inner"
    return case(inner) if inner else "other"
