"""By-lines without a word in front, such as ``Sam Jones in Madrid``, and what goes on with one."""

from __future__ import annotations

import functools
import re
from typing import Final

from snippetkit import data
from snippetkit.bylines.words import is_desk, is_house, is_house_word, is_role
from snippetkit.datelines.words import folded, is_agency, is_city
from snippetkit.syntax.headers import HOST

__all__ = ["are_persons", "goes_on", "is_unled", "unaddressed"]

_MARK: Final = re.compile(r",[ \t]+|[ \t]+(?:(?P<in>in)|[-–—|/•·])[ \t]+|[ \t]+(?=\()")
_JOIN: Final = re.compile(r"[ \t]+(?:and|&|und|et|y|e|en|och|og|i|и|و|اور)[ \t]+")
_NAME: Final = re.compile(r"[^\W\d_][^\W\d_'’.-]*+(?:['’-][^\W\d_]+)*+|[^\W\d_]\.")
_PARTICLES: Final = " de da di del della der den van von la le al bin ibn dos du "
_ADDRESS: Final = re.compile(r"\(?[^ \t@<>()]+@[^ \t@<>()]+\.[A-Za-z]{2,}\)?|@\w+")
_HOST: Final = re.compile(HOST)
_MOST_WORDS: Final = 4
_LONG_WORD: Final = 4
_MOST_OF_A_HOUSE: Final = 2
_MOST_OF_A_ROLE: Final = 3
_FROM: Final = re.compile(
    r"(?P<led>(?i:reporting|reports|writing)[ \t]+)?(?:from|in|aus|à|en|från)[ \t]+(?P<place>[^\W\d_][^\r\n.:]{1,60})"
)
"""``Reporting from Geneva``."""
_ALIKE: Final = str.maketrans("أإآيىكة", "اااییکه")
"""Arabic letters and what they are compared as; Persian and Urdu spell some in other ways."""


def is_unled(line: str, title: str = "") -> bool:
    """Whether *line*, perhaps below a *title*, is who wrote: a name, where from, for whom.

    A first name of the table tells it, or a house behind the name below a title that itself has words
    in small letters: else the words may be large because it is a line of headlines. In Arabic script,
    which has no large letters, all words must be names of the table, or have the article in front.

    >>> title = "Rain returns to the valley"
    >>> [
    ...     is_unled(line, title)
    ...     for line in ("Sam Jones in Madrid", "U. Roe, Gazette", "Dawn Report")
    ... ]
    [True, True, True]
    >>> is_unled("القاهرة - أحمد محمود"), is_unled("أحمد محمود المصري"), is_unled("أحمد يستقيل")
    (True, True, False)
    >>> (
    ...     is_unled("Jane Roe, Poet", "Farms Rejoice in Spain"),
    ...     is_unled("Heavy Rain in Madrid", title),
    ... )
    (False, False)
    """
    if any(map(str.isdigit, line)):
        return False
    is_small = _is_small(title)
    if is_small and is_agency(line) and _are_large(line):
        return True
    mark = _MARK.search(line)
    head, rest = (line, "") if mark is None else (line[: mark.start()], line[mark.end() :])
    if mark is not None and not mark["in"] and is_city(head):
        head, rest = rest, head
    names = [name.split(" ") for name in _JOIN.split(head)]
    if not all(map(_is_person, names)) or is_desk(head) or is_city(head):
        return False
    is_given = _is_known(names[0][0]) and (is_small or len(names[0]) == 2 or not head[0].isupper())
    if mark is None:
        return is_given
    if mark["in"]:
        return is_given and is_city(rest)
    if is_given and is_small and rest.count(" ") < _MOST_OF_A_HOUSE and rest[:1].isupper():
        return _are_large(rest)
    is_role_alone = is_given and rest.count(" ") < _MOST_OF_A_ROLE and is_role(rest)
    return is_role_alone or ((is_given or is_small) and _is_named(rest))


def are_persons(text: str, *, known: bool = False) -> bool:
    """Whether *text* begins with names, of two to four words each, and nothing but a mark is behind them.

    If *known*, the first one is of the table of first names.

    >>> are_persons("Jane Roe and Sam de la Paz"), are_persons("Jane Roe, Gazette")
    (True, True)
    >>> are_persons("Reuters"), are_persons("Jane Roe it rained"), are_persons("Mensch zu Mensch")
    (False, False, False)
    >>> are_persons("Syed Irfan Raza", known=True), are_persons("Annual Report", known=True)
    (True, False)
    """
    mark = _MARK.search(text)
    head = text if mark is None else text[: mark.start()]
    names = [name.split(" ") for name in _JOIN.split(head)]
    return all(map(_is_person, names)) and (not known or _is_known(names[0][0]))


def goes_on(line: str) -> bool:
    """Whether *line* says of who signed what they are, for whom or from where, or how to write to them.

    >>> [goes_on(line) for line in ("Staff Writer", "The Associated Press", "a.khan@example.org")]
    [True, True, True]
    >>> goes_on("Rain falls"), goes_on("Gazette"), goes_on("BBC News, Nairobi")
    (False, True, True)
    >>> goes_on("Environment correspondent"), goes_on("Reporting from Geneva")
    (True, True)
    """
    found = _FROM.fullmatch(line)
    if found is not None:
        return found["led"] is not None or is_city(found["place"])
    return is_role(line) or _is_named(line)


def _is_named(line: str) -> bool:
    """The same for what is spelled as a name is."""
    if _ADDRESS.fullmatch(line) or _HOST.fullmatch(line):
        return True
    name, _, place = line.rpartition(", ")
    if name and is_city(place):
        return _is_named(name)
    line = line[1:-1] if line[:1] + line[-1:] == "()" else line
    is_known = is_house(line) or is_role(line) or is_city(line) or is_house_word(line)
    return is_known and _are_large(line)


def unaddressed(line: str) -> str:
    """*line* without an address of mail, or a handle, at its end.

    >>> unaddressed("By A. Khan (a.khan@example.org)"), unaddressed("By A. Khan @akhan")
    ('By A. Khan', 'By A. Khan')
    """
    words, _, last = line.rpartition(" ")
    return words.rstrip(" \t") if _ADDRESS.fullmatch(last) else line


def _is_person(words: list[str]) -> bool:
    """Whether two to four words are spelled as a name is."""
    is_spelled = all(map(_NAME.fullmatch, words))
    if is_spelled and "ء" <= words[0] < "ݐ":
        is_known = _is_known(words[0]) and all(
            _is_known(word) or word[:2] == "ال" for word in words
        )
        return is_known and 1 < len(words) <= _MOST_WORDS
    is_spelled = is_spelled and words[0][:1].isupper()
    large = sum(word[:1].isupper() for word in words)
    small = all(word[:1].isupper() or f" {word} " in _PARTICLES for word in words)
    return is_spelled and small and 1 < large <= len(words) <= _MOST_WORDS


def _are_large(line: str) -> bool:
    """Whether no word of some length begins with a small letter."""
    return not any(len(word) >= _LONG_WORD and word[0].islower() for word in line.split(" "))


def _is_small(title: str) -> bool:
    """Whether most words of a title, but for short ones and the first, are in small letters."""
    words = [word for word in title.split(" ")[1:] if len(word) >= _LONG_WORD]
    return 2 * sum(word[:1].islower() for word in words) > len(words)


def _is_known(name: str) -> bool:
    """Whether *name* is a first name of the table."""
    return _spelled(name) in _names()


def _spelled(name: str) -> str:
    return folded(name).translate(_ALIKE)


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(map(_spelled, data.read("names.txt").decode().split()))
