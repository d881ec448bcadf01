"""The words of several languages in one table: what each can mean, and what may stand beside it."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from snippetkit.dates.language import ENGLISH, Language, Row, wider, world
from snippetkit.dates.zone import ZONES

__all__ = [
    "ANY",
    "Gap",
    "Meaning",
    "Piece",
    "Vocabulary",
    "Word",
    "bare",
    "beginnings_of",
    "ends",
    "fold",
    "is_unspaced",
    "rank_of",
    "rows_of",
    "tightened",
    "traced",
    "vocabulary",
]

ANY: Final = -1
"""The set of all languages. Sets are integers, a bit for each language of a vocabulary."""


class Meaning(NamedTuple):
    """One thing that a word says, in some languages."""

    value: Any
    """The number of a month or weekday; the minutes of a part of the day; a calendar; a zone."""
    languages: int


Word: TypeAlias = dict[str, tuple[Meaning, ...]]
"""What a word can say, by kind: ``M`` month, ``W`` weekday, ``A`` part of the day, ``Z`` zone, ``E``
era, ``H`` Hijri month, ``J`` Jalali month."""


class Gap(NamedTuple):
    """What stands between two numbers: its skeleton, and the words in it that say something."""

    skeleton: str
    """Kinds for words (``M``, or ``{MW:mar}`` where there are several), ``{de}`` for what only joins."""
    words: tuple[Word, ...]


class Piece(NamedTuple):
    """A word of a gap, and where it stands in the folded gap."""

    word: Word
    start: int
    end: int


# ── folding ────────────────────────────────────────────────────────────────────────────────────

_FOLDED: Final = str.maketrans(
    {
        # invisible: zero width, direction, soft hyphen, variation selectors; tatweel
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u00ad\u0640", ""),
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufe0f", ""),
        # Turkish: the capital of i, and the i without a dot
        "ı": "i",
        "\u0307": "",
        # Arabic script: letters that are written one for the other, and vowel signs
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("يىئ", "ی"),
        "ك": "ک",
        "ة": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ۀ": "ه",
        "ۂ": "ه",
        "ە": "ه",
        "ؤ": "و",
        **dict.fromkeys("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654", ""),
        # other letters
        "ё": "е",
        "ς": "σ",
        "ş": "ș",
        "ţ": "ț",
        # marks and blanks
        **dict.fromkeys("’‘ʼʻ`´", "'"),
        **dict.fromkeys("،、，၊፣", ","),
        "：": ":",
        "．": ".",
        "／": "/",
        "（": "(",
        "）": ")",
        "－": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "־": "-",
        "｜": "|",
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
        **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    }
)
_BLANKS = re.compile("  +")
# Punctuation, symbols, controls and digits: what no word has in it. The apostrophe is of words.
_NO_WORD = (
    "\x00-&(-@\\[-`{-\xa9\xab-\xaf\xb1\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u2190-\u2bff\u3000-\u3004"
    "\u3008-\u3020\uff00-\uff20\uff3b-\uff40\uff5b-\uff65\u060c\u061b\u061f\u06d4\u0964\u0965\u104a\u104b"
    "\u1361-\u1368\u05be\u05c0\u05c3"
)
_RUN: Final = re.compile(f"[^{_NO_WORD}]+")
# Scripts that are written without blanks between words: Thai to Myanmar, Khmer, Chinese, Japanese,
# Korean with its particles.
_UNSPACED: Final = (
    ("\u0e00", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u2e80", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
)
_LONGEST_WORD: Final = 40
_STOPPED: Final = re.compile(f"([^{_NO_WORD}])\\.")
_STOPPED_RUN: Final = re.compile(f"[^{_NO_WORD}]+\\.?")
_ENDS: Final = re.compile(f"([^{_NO_WORD}]+)[.)]?")
_MARK_BEFORE_WORD: Final = re.compile(f"[.()/-] ?[^{_NO_WORD}]")


def fold(text: str) -> str:
    """*text* as the tables have it: small letters, one letter for those that stand for each other.

    >>> fold("EYLÜL"), fold("كانون الثاني") == fold("کانون الثانی"), fold("Sept.\u202f")
    ('eylül', True, 'sept. ')
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    folded = text.lower().translate(_FOLDED)
    return _BLANKS.sub(" ", folded) if "  " in folded else folded


def traced(text: str) -> tuple[str, list[int]]:
    """`fold`, letter by letter, and where in *text* each letter of it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in letter.lower().translate(_FOLDED):
            if one != " " or letters[-1:] != [" "]:
                letters.append(one)
                places.append(place)
    return "".join(letters), places


def is_unspaced(letter: str) -> bool:
    """Whether *letter* is of a script that is written without blanks between words."""
    begins_so = letter[0] >= _UNSPACED[0][0]
    return begins_so and any(first <= letter[0] <= last for first, last in _UNSPACED)


def _beginning(run: str) -> str:
    """The first three letters of a run; a shorter one whole, with the full stop behind it."""
    return run[:3] if len(run.rstrip(".")) >= 3 else run


def beginnings_of(text: str) -> Iterator[set[str]]:
    """How each run of letters in *text* can begin in a table: one of these must be known."""
    for found in _STOPPED_RUN.finditer(fold(text)):
        run = found[0]
        ways = {_beginning(run), _beginning(run.rstrip("."))}
        yield ways | {run[:1], run[:2]} if is_unspaced(run) else ways


def ends(gap: str) -> list[int]:
    """The places in *gap* behind its words, and behind the stops and brackets that follow them.

    Where words are not written apart, behind each letter.
    """
    found: list[int] = []
    for match in _ENDS.finditer(gap):
        start, end = match.span(1)
        found += range(start + 1, end + 1) if is_unspaced(match[1]) else [end]
        found.append(match.end())
    return found


def bare(word: str) -> str:
    """*word*, folded, without accents."""
    return unicodedata.normalize(
        "NFC", re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", word))
    )


# ── patterns ───────────────────────────────────────────────────────────────────────────────────

_FIELD: Final = re.compile(r"'([^']*)'|([A-Za-z])\2*")
_KINDS: Final = {
    "y": "y",
    "d": "d",
    "E": "W",
    "c": "W",
    "G": "E",
    "m": "m",
    "s": "s",
    **dict.fromkeys("hHkK", "h"),
    **dict.fromkeys("abB", "A"),
    **dict.fromkeys("zvVOZXx", "Z"),
}


@functools.cache  # of the table's patterns, which are few
def fields(pattern: str) -> list[str]:
    """What stands between the fields of *pattern*, and the fields, in turn: see `Vocabulary`.

    >>> fields("d 'de' MMMM 'de' y"), fields("y年M月d日")
    (['', 'd', ' de ', 'M', ' de ', 'y', ''], ['', 'y', '年', 'N', '月', 'd', '日'])
    """
    found, at = [""], 0
    for match in _FIELD.finditer(pattern):
        found[-1] += pattern[at : match.start()]
        at = match.end()
        kind = _kind(match[0]) if match[1] is None else None
        if kind is None:
            found[-1] += match[1] if match[1] is not None else match[0]
        else:
            found += [kind, ""]
    found[-1] += pattern[at:]
    return found


def _kind(field: str) -> str | None:
    if field[0] in "ML":
        return "M" if len(field) > 2 else "N"
    return _KINDS.get(field[0])


# ── tables ─────────────────────────────────────────────────────────────────────────────────────


class Vocabulary:
    """The meanings of the words of some languages.

    Contexts are pairs of what stands on both sides: ``y`` year, ``M`` month, ``N`` month in figures,
    ``d`` day, ``W`` weekday, ``E`` era, ``h`` ``m`` ``s`` the clock, ``A`` part of the day, ``Z``
    zone, ``^`` beginning, ``$`` end; ``DT`` between date and time, ``TD`` the other way round.
    """

    def __init__(self, languages: Iterable[Language]) -> None:
        self.languages: tuple[Language, ...] = tuple(languages)
        self.bits: dict[str, int] = {
            language.tag: 1 << n for n, language in enumerate(self.languages)
        }
        self.words: dict[str, dict[str, dict[Any, int]]] = {}
        self.joiners: dict[str, dict[str, int]] = {"t": {"DT": ANY}}
        self.literals: dict[str, dict[str, int]] = {}
        self.orders: dict[str, int] = {}
        self.unpadded: int = 0
        self.abbreviations: set[str] = set()
        for language in self.languages:
            self._add(language, self.bits[language.tag])
        self._add_zones()
        self.table: dict[str, Word] = {
            word: {
                kind: tuple(Meaning(value, mask) for value, mask in meanings.items())
                for kind, meanings in kinds.items()
            }
            for word, kinds in self.words.items()
        }
        for language in self.languages:
            for row in language.months[:1] + language.weekdays[:1]:
                self.abbreviations.difference_update(map(fold, row))
        self.phrases: dict[str, tuple[str, ...]] = self._phrases()

    def _add(self, language: Language, bit: int) -> None:
        for kind, rows in rows_of(language).items():
            for place, row in enumerate(rows):
                for number, name in enumerate(row, start=1):
                    self._say(name, kind, number, bit, language.unaccented)
                if kind in "MW" and rank_of(language, kind, place):
                    self.abbreviations.update(fold(name).rstrip(".") for name in row)
        for start, end, word in (half for row in language.halves for half in row):
            # AM and PM are understood everywhere.
            everywhere = word.lower() in ("am", "pm", "a.m.", "p.m.")
            self._say(word, "A", (start, end), ANY if everywhere else bit, language.unaccented)
        for name, calendar in language.eras.items():
            self._say(name, "E", calendar, bit, False)
        for name in language.utc:
            self._say(name, "Z", "UTC", ANY, False)
        self._add_patterns(language, bit)

    def _say(self, name: str, kind: str, value: Any, bit: int, unaccented: bool) -> None:
        word = fold(name)
        for spelling in {word, bare(word)} if unaccented else {word}:
            for one in {spelling, spelling.rstrip(".") if kind in "MW" else spelling}:
                meanings = self.words.setdefault(one, {}).setdefault(kind, {})
                meanings[value] = meanings.get(value, 0) | bit

    def _add_patterns(self, language: Language, bit: int) -> None:
        for pattern in language.dates:
            parts = fields(pattern)
            order = "".join(part for part in parts[1::2] if part not in "WE").replace("L", "N")
            self.orders[order] = self.orders.get(order, 0) | bit
            self._add_literals(parts, bit)
        for pattern in language.clocks:
            self._add_literals(fields(pattern), bit)
            if re.search(":m(?!m)", pattern):
                self.unpadded |= bit
        for pattern in language.joins:
            first, literal = (
                ("DT", pattern[3:-3]) if pattern[:3] == "{1}" else ("TD", pattern[3:-3])
            )
            self._allow(first, literal.replace("'", ""), bit)

    def _add_literals(self, parts: list[str], bit: int) -> None:
        kinds = ["^", *parts[1::2], "$"]
        for before, literal, after in zip(kinds, parts[::2], kinds[1:], strict=False):
            self._allow(before + after, literal, bit)
            if after == "M" and literal.endswith(" de "):  # which is then of the month's name
                self._allow(before + after, literal.removesuffix("de "), bit)

    def _allow(self, context: str, literal: str, bit: int) -> None:
        tight, words = _analysed(literal)
        exact = self.literals.setdefault(context, {})
        exact[tight] = exact.get(tight, 0) | bit
        for word in words:
            contexts = self.joiners.setdefault(word, {})
            contexts[context] = contexts.get(context, 0) | bit

    def _add_zones(self) -> None:
        for name in ZONES:
            for word in {name.lower(), fold(name)}:
                self.words.setdefault(word, {}).setdefault("Z", {})[name] = ANY

    def _phrases(self) -> dict[str, tuple[str, ...]]:
        """What is more than a run of letters, by its first one; longest first."""
        found: dict[str, list[str]] = {}
        for word in self.table:
            run = _RUN.match(word)
            # A full stop behind a name is looked at apart: see `_absorbs`.
            stopped = (
                run is not None and word == f"{run[0]}." and not {"A", "E"} & set(self.table[word])
            )
            if run is not None and run.end() < len(word) and not stopped:
                found.setdefault(run[0], []).append(word)
        return {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in found.items()}

    def stands(self, literal: str, contexts: Iterable[str], marks: Collection[str]) -> int:
        """The languages in which *literal* may stand in one of *contexts*.

        Those whose own patterns have just that in the first one; and, with marks of *marks* and none
        but a comma before its words, those that have its words in any.
        """
        first, *_ = contexts = tuple(contexts)
        exact = self.literals.get(first, {}).get(tightened(literal), 0) if literal else 0
        words = _RUN.findall(literal)
        rest = _RUN.sub("", literal).replace(" ", "")
        if rest not in marks or (words and rest and _MARK_BEFORE_WORD.search(literal)):
            return exact
        mask = ANY
        for word in words:
            known = self.joiners.get(word, {})
            mask &= functools.reduce(int.__or__, (known.get(context, 0) for context in contexts))
        return mask | exact

    @functools.cached_property
    def foreign(self) -> int:
        """The languages whose names of months are not in Latin letters."""
        mask = 0
        for language in self.languages:
            names = "".join(name for row in language.months for name in row).lower()
            if names and not re.search("[a-z]", names):
                mask |= self.bits[language.tag]
        return mask

    def mask(self, tags: Iterable[str]) -> int:
        """The set of the languages with these tags, or with those that they are of a region of."""
        mask = 0
        for tag in tags:
            mask |= next((self.bits[one] for one in wider(tag) if one in self.bits), 0)
        return mask

    def tags(self, mask: int) -> tuple[str, ...]:
        """The languages of a set; none for all of them."""
        if mask == ANY:
            return ()
        return tuple(tag for tag, bit in self.bits.items() if mask & bit)

    def begins(self, text: str) -> bool:
        """Whether *text* begins with a word that a date can begin with."""
        folded = fold(text)
        run = _RUN.match(folded)
        token = None if run is None else self._token(folded, 0, run[0])
        return token is not None and (token in self.table or self._opens(token))

    def _opens(self, word: str) -> bool:
        """Whether a word that only joins may stand first."""
        return any(context[0] == "^" for context in self.joiners.get(word, ()))

    def beginnings(self) -> set[str]:
        """How the runs of letters of all words begin: what `beginnings_of` is held against."""
        words = (*self.table, *self.joiners)
        return {_beginning(run) for word in words for run in _STOPPED_RUN.findall(word)}

    def located(self, gap: str) -> list[tuple[int, int]]:
        """Where the words of a gap that say something begin and end in it."""
        folded, places = traced(gap)
        pieces: list[Piece] = []
        self._skeleton(folded, gap, pieces)
        found = []
        for piece in pieces:
            end = places[piece.end - 1] + 1
            while unicodedata.combining(gap[end : end + 1] or " "):
                end += 1
            found.append((places[piece.start], end))
        return found

    # ── what stands between numbers ──

    def gap(self, text: str) -> Gap | None:
        """*text* as a gap; None where it has a word that no date has."""
        pieces: list[Piece] = []
        skeleton = self._skeleton(fold(text), text, pieces)
        if skeleton is None or "{" in text or "}" in text:  # which skeletons have for themselves
            return None
        return Gap(skeleton, tuple(piece.word for piece in pieces))

    def _skeleton(self, folded: str, text: str, pieces: list[Piece]) -> str | None:
        """The skeleton of a *folded* gap; its words are put into *pieces*."""
        found, at = [], 0
        while at < len(folded):
            run = _RUN.match(folded, at)
            if run is None:
                found.append(folded[at])
                at += 1
                continue
            token = self._token(folded, at, run[0])
            kinds, word = self._said(token or "", text)
            if token is None or not (kinds or token in self.joiners):
                return None
            end = at + len(token)
            if kinds:
                pieces.append(Piece(word, at, end))
            if folded[end : end + 1] == "." and self._absorbs(folded, at, end, token, kinds):
                end += 1
            found.append(self._symbol(token, kinds))
            at = end
        return "".join(found)

    def _token(self, folded: str, at: int, run: str) -> str | None:
        """The longest word known that begins at *at*, where *run* is what looks like one."""
        whole = self._phrase(folded, at, run, is_apart=True)
        if whole is not None or not is_unspaced(run):
            return whole
        parts = (run[:length] for length in range(min(len(run), _LONGEST_WORD), 0, -1))
        found = (self._phrase(folded, at, part, is_apart=False) for part in parts)
        return next(filter(None, found), None)

    def _phrase(self, folded: str, at: int, run: str, is_apart: bool) -> str | None:
        """The longest phrase that begins with *run*, or *run* itself, if it is known.

        Where words stand apart, no letter may follow but behind a full stop.
        """
        for phrase in self.phrases.get(run, ()):
            if folded.startswith(phrase, at):
                end = at + len(phrase)
                if not is_apart or phrase[-1] == "." or not _RUN.match(folded, end):
                    return phrase
        return run if run in self.table or run in self.joiners else None

    def _said(self, token: str, text: str) -> tuple[str, Word]:
        """The kinds of a token and its meanings; abbreviations of zones are capitals, but for z."""
        word = self.table.get(token, {})
        if "Z" in word and not self._is_zone(token, word, text):
            word = {kind: meanings for kind, meanings in word.items() if kind != "Z"}
        return "".join(sorted(word)), word

    def _is_zone(self, token: str, word: Word, text: str) -> bool:
        """Whether a token that can be a zone is one: several words, or as the table has it in *text*."""
        names = [meaning.value for meaning in word["Z"]]
        spelled = names[0] in ("UTC", "Z") or " " in names[0]
        return spelled or any(name in text for name in (token.upper(), *names))

    def _absorbs(self, folded: str, start: int, end: int, token: str, kinds: str) -> bool:
        """Whether the full stop behind a token belongs to it."""
        if "M" not in kinds and "W" not in kinds:
            return not kinds
        if folded[start - 1 : start] == "." and end + 1 == len(folded):  # 12.Sep.2025
            return False
        return token + "." in self.table or token in self.abbreviations

    def _symbol(self, token: str, kinds: str) -> str:
        joiner = token if token in self.joiners else token.removesuffix(".")
        if joiner not in self.joiners:
            return kinds if len(kinds) == 1 else f"{{{kinds}}}"
        return f"{{{kinds}:{joiner}}}" if kinds else f"{{{joiner}}}"


@functools.cache  # of the table's literals, which are few
def _analysed(literal: str) -> tuple[str, tuple[str, ...]]:
    """A literal of a pattern, tightened, and its words."""
    folded = _STOPPED.sub(r"\1", fold(literal))  # as the full stops of a text are absorbed
    return tightened(folded), tuple(_RUN.findall(folded))


_LOOSE: Final = re.compile(" ?([^\\w ]) ?")


def tightened(literal: str) -> str:
    """*literal* without blanks at its ends and around its marks."""
    return _LOOSE.sub(r"\1", literal.strip(" "))


@functools.cache
def rows_of(language: Language) -> dict[str, tuple[Row, ...]]:
    """The rows of a language's names by kind."""
    return {
        "M": _with_glue(language, "M", language.months),
        "W": _with_glue(language, "W", language.weekdays),
        "H": language.calendars.get("islamic", ()),
        "J": language.calendars.get("persian", ()),
    }


def rank_of(language: Language, kind: str, place: int) -> int:
    """How far from the full names the row at *place* of `rows_of` is; 0 are the full ones."""
    own = {"M": language.months, "W": language.weekdays}.get(kind, ())
    return place % len(own) if own else place


def _with_glue(language: Language, kind: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """*rows*, and with what a pattern writes in one with the names: Hebrew ``בספטמבר``.

    Also with a ``de`` in front, which Catalan counts to the name: ``de gener``, ``d’abril``.
    """
    glue: dict[tuple[str, str], None] = {}
    for pattern in language.dates:
        parts = fields(pattern)
        for n in range(1, len(parts), 2):
            if parts[n] == kind:
                before = "de " if parts[n - 1] == " de " else _last_run(parts[n - 1])
                glue[before, _first_run(parts[n + 1])] = None
    glue.pop(("", ""), None)
    found = tuple(
        tuple(f"{before}{name}{after}" for name in row) for before, after in glue for row in rows
    )
    return rows + found


def _last_run(literal: str) -> str:
    """The letters that *literal* ends in, where they are written in one with what follows."""
    runs = _RUN.findall(literal)
    return runs[-1] if runs and literal.endswith(runs[-1]) and not is_unspaced(runs[-1]) else ""


def _first_run(literal: str) -> str:
    runs = _RUN.findall(literal)
    return runs[0] if runs and literal.startswith(runs[0]) and not is_unspaced(runs[0]) else ""


@functools.cache
def vocabulary(everything: bool) -> Vocabulary:
    """English alone, or all languages, which are loaded when first asked for."""
    return Vocabulary(world() if everything else (ENGLISH,))
