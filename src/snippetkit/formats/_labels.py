"""The labels that newsrooms use for the fields of an article, by language: `data/labels.json`.

A label is *sure* if it makes a label line by itself, and *weak* if it is also a common word (``By``,
``Von``, ``文``): a weak one counts only among lines that are shown to be label lines by something
else. Labels are looked up by their `spelling`, so the table has each of them once.

The table is read at the first call, and results are kept. Languages are BCP 47 tags; tags that the
table does not have are skipped.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypedDict, cast

from snippetkit import data

__all__ = [
    "Spellings",
    "beginnings_of",
    "begins_as",
    "colonned",
    "first",
    "is_button",
    "known",
    "labels",
    "language_of",
    "may_end_in_button",
    "opening",
    "spelling",
    "tags",
]


class Spellings(Mapping[str, str]):
    """The field that each label names, in whatever spelling it is looked up.

    >>> fields = known(["ur", "ru"])
    >>> fields["تاريخ اشاعت"], fields["ИСТОЧНИК"], "Von" in fields
    ('published', 'source', False)
    """

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._fields = fields
        """By `spelling`."""

    def __getitem__(self, label: str) -> str:
        return self._fields[spelling(label)]

    def spelled(self, key: str) -> str:
        """The field of a label whose `spelling` is known already; empty if it is none's."""
        return self._fields.get(key, "")

    def __contains__(self, label: object) -> bool:
        return isinstance(label, str) and spelling(label) in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


def tags() -> tuple[str, ...]:
    """The languages of the table, English first.

    >>> tags()[:4], len(tags()) > 40
    (('en', 'ur', 'ar', 'fa'), True)
    """
    return tuple(_file()["languages"])


def labels(
    languages: Iterable[str] | None = None, *, weak: bool = False
) -> Mapping[str, tuple[str, ...]]:
    """The labels of each field as newsrooms print them, the sure or the weak ones.

    Those of *languages*, in the order named, or of all, English first. Where languages disagree on
    a label, the one named first decides; without *languages*, the more frequent meaning does.

    >>> labels(["de"])["source"], labels(["de"], weak=True)["byline"]
    (('Quelle', 'Originalquelle', 'Quellenangabe', 'Herausgeber'), ('Von', 'Text'))
    """
    return _labels(_resolved(languages), weak)


def known(languages: Iterable[str] | None = None, *, weak: bool = False) -> Spellings:
    """The fields that the labels of `labels` name, for looking up.

    >>> known()["Veröffentlicht am"], known().get("Von"), known(weak=True).get("Von")
    ('published', None, 'byline')
    """
    return _known(_resolved(languages), weak)


def colonned(languages: Iterable[str] | None = None) -> tuple[str, ...]:
    """The sure labels that have a colon in them, as printed.

    >>> colonned(["de"])[0], colonned(["en"])
    ('Autor:in', ())
    """
    return _colonned(_resolved(languages))


@functools.lru_cache(maxsize=16)
def _colonned(names: tuple[str, ...] | None) -> tuple[str, ...]:
    listed = (_listed(tag, False) for tag in (tags() if names is None else names))
    return tuple(label for labels in listed for label in labels if ":" in label)


def opening(line: str, languages: Iterable[str] | None = None) -> int:
    """How long the longest label is that *line* begins with, of those that need no colon; 0 if none.

    It ends before a blank, or before a digit where the script needs no blank.

    >>> (
    ...     opening("Mis à jour le 12 mai 2025"),
    ...     opening("发布于2025年9月12日"),
    ...     opening("Today, 5 May"),
    ... )
    (13, 3, 0)
    """
    names, line = _resolved(languages), line[:_LONGEST]
    if not begins_as(_beginnings(names), line):
        return 0
    ends = [end.start() for end in re.finditer(_END, line)]
    return next((end for end in reversed(ends) if line[:end] in _bare(names)), 0)


_END: Final = r"(?<![ \t\xa0\u202f])[ \t\xa0\u202f]|(?<![ \t\xa0\u202f0-9０-９])[0-9０-９]"
_LONGEST: Final = 50


def first(field: str, language: str) -> str | None:
    """The label that a newsroom of *language* would write for *field*; None if there is none.

    >>> first("modified", "pt-BR"), first("tags", "zh-TW"), first("media", "en")
    ('Atualizado em', '標籤', None)
    """
    for tag in _looked_up(language):
        entry = _file()["languages"][tag]
        for labels in (entry["labels"], entry["weak"]):
            if field in labels:
                return labels[field][0]
    return None


def language_of(label: str) -> tuple[str, ...]:
    """The languages that *label* is of, sure or weak.

    >>> language_of("source"), language_of("BAGLANTI"), language_of("Colour")
    (('en', 'fr'), ('tr', 'az'), ())
    """
    return _speakers().get(spelling(label), ())


def is_button(line: str, languages: Iterable[str] | None = None) -> bool:
    """Whether *line* is nothing but what pages let readers do, perhaps counted, or says how long reading takes.

    >>> (
    ...     is_button("Comments (12)"),
    ...     is_button("Share | Tweet"),
    ...     is_button("3 min read"),
    ...     is_button("Rain"),
    ... )
    (True, True, True, False)
    """
    if not may_end_in_button(line, languages):
        return False
    names = _buttons(_resolved(languages))
    line = line[opening(line, languages) :]  # ``Updated 2 hours ago``
    if len(line) > _LONGEST_BUTTONS:
        return False
    return any(
        all(_counted(part) in names for part in re.split(gap, line) if part) for gap in _GAPS
    )


def may_end_in_button(line: str, languages: Iterable[str] | None = None) -> bool:
    """Whether the last letters of *line* are a button's: those of most lines are none's.

    >>> may_end_in_button("Rain | Comments (12)"), may_end_in_button("It rained")
    (True, False)
    """
    endings, end = _endings(_resolved(languages)), _counted(line[-_LONGEST_BUTTONS:])
    return line[-1:] in " \t|/," or any(end[-n:] in endings for n in _LENGTHS)


_LENGTHS: Final = (3, 2, 1)
"""How many of the first or last letters of names are looked at, to be quick; short names have fewer."""
_LONGEST_BUTTONS: Final = 80
_GAPS: Final = (r"[ \t]*(?:[|/,]|[ \t][-–—•·][ \t]|[ \t]{2}|\t)[ \t]*", r"[ \t]+")
_COUNT: Final = re.compile(r"[\d+:*•]+")


def _counted(button: str) -> str:
    """The spelling of a button without its number: ``Comments (12)``."""
    return spelling(_COUNT.sub("", button))


def beginnings_of(names: Iterable[str]) -> frozenset[str]:
    """The first letters of *names*, which are spellings, for `begins_as`."""
    return frozenset(name[: _LENGTHS[0]] for name in names)


def begins_as(beginnings: frozenset[str], line: str) -> bool:
    """Whether *line* may begin with one of the names that have these *beginnings*.

    >>> beginnings = beginnings_of(["writtenby", "by"])
    >>> [begins_as(beginnings, line) for line in ("By Jane", "WRITTEN BY", "Rain")]
    [True, True, False]
    """
    start = spelling(line)
    return any(start[:n] in beginnings for n in _LENGTHS)


# ── what is the same ─────────────────────────────────────────────────────────────────────────────


def spelling(label: str) -> str:
    """*label* as labels are compared: what readers take for the same comes out the same.

    Without regard to case, accents and points, blanks, hyphens, apostrophes, joiners and marks of
    direction; to presentation forms and widths (NFKD of Unicode); and to the letters that keyboards
    of one script have in several forms: Arabic, Persian and Urdu yeh, kaf and heh.

    >>> spelling("Mots-clés") == spelling("MOTS CLES"), spelling("来源") == spelling("来　源")
    (True, True)
    """
    text = label if label.isascii() else unicodedata.normalize("NFKD", label)
    text = _dropped().sub("", text.casefold().replace(" ", ""))
    return text if text.isascii() else text.translate(_ALIKE)


@functools.cache
def _dropped() -> re.Pattern[str]:
    """The pattern of what a spelling leaves out."""
    return re.compile(
        "["
        " \\t\\-'`´\"()/.·・"  # what stands between words
        "‘’ʻʼ‐-―״׳\u00ad"
        "\u0300-\u036f"  # accents
        "\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"  # Hebrew and Arabic points
        "\u093c\u09bc\u0a3c"  # nukta
        "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # joiners, marks of direction
        "]+"
    )


_ALIKE: Final = str.maketrans("يىېۍكګہھةँıłə佈", "ییییکگهههंile布") | {
    ord(letter): same for letter, same in (("ൻ", "ന്"), ("ർ", "ര്"), ("ൽ", "ല്"), ("ൾ", "ള്"))
}


# ── the file, and the languages asked for ────────────────────────────────────────────────────────


class _Language(TypedDict):
    labels: dict[str, list[str]]
    weak: dict[str, list[str]]
    bare: list[str]
    buttons: list[str]


class _File(TypedDict):
    aliases: dict[str, list[str]]
    contested: dict[str, str]
    languages: dict[str, _Language]


@functools.cache
def _file() -> _File:
    return cast(_File, json.loads(data.read("labels.json")))


def _resolved(languages: Iterable[str] | None) -> tuple[str, ...] | None:
    """The languages of the table that *languages* name, each once; None for all."""
    if languages is None:
        return None
    return tuple(dict.fromkeys(tag for given in languages for tag in _looked_up(given)))


def _looked_up(tag: str) -> tuple[str, ...]:
    """What the table has for *tag*, by the lookup of RFC 4647, 3.4: ``pt-BR`` gives ``pt``."""
    parts = tag.lower().split("-")
    shorter = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((_names()[name] for name in shorter if name in _names()), ())


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    """The languages behind each tag and alias, these in lower case."""
    aliases = {name.lower(): tuple(names) for name, names in _file()["aliases"].items()}
    return {name.lower(): (name,) for name in tags()} | aliases


# ── tables, each made once ───────────────────────────────────────────────────────────────────────


@functools.cache
def _labels(names: tuple[str, ...] | None, weak: bool) -> Mapping[str, tuple[str, ...]]:
    fields, printed = _known(names, weak)._fields, dict[str, dict[str, str]]()
    for tag in tags() if names is None else names:
        for label, key in zip(_listed(tag, weak), _fields(tag, weak), strict=True):
            printed.setdefault(fields[key], {}).setdefault(key, label)
    return MappingProxyType({field: tuple(found.values()) for field, found in printed.items()})


@functools.cache
def _known(names: tuple[str, ...] | None, weak: bool) -> Spellings:
    merged = dict[str, str]()
    for tag in reversed(tags() if names is None else names):
        merged |= _fields(tag, weak)
    for label, field in _file()["contested"].items() if names is None else ():
        if spelling(label) in merged:
            merged[spelling(label)] = field
    return Spellings(merged)


@functools.cache
def _bare(names: tuple[str, ...] | None) -> Spellings:
    """The labels, sure or weak, that may stand before a date without a colon.

    A date must follow: ``Published research shows …`` begins with one of them, too.
    """
    fields = {**_known(names, True)._fields, **_known(names, False)._fields}
    listed = (_file()["languages"][tag]["bare"] for tag in (tags() if names is None else names))
    keys = _spellings([label for labels in listed for label in labels])
    return Spellings({key: fields[key] for key in keys})


@functools.cache
def _buttons(names: tuple[str, ...] | None) -> frozenset[str]:
    listed = (_file()["languages"][tag]["buttons"] for tag in (tags() if names is None else names))
    return frozenset(_spellings([button for buttons in listed for button in buttons]))


@functools.cache
def _endings(names: tuple[str, ...] | None) -> frozenset[str]:
    return frozenset(name[-_LENGTHS[0] :] for name in _buttons(names))


@functools.cache
def _beginnings(names: tuple[str, ...] | None) -> frozenset[str]:
    return beginnings_of(_bare(names))


@functools.cache
def _speakers() -> dict[str, tuple[str, ...]]:
    """The languages that have each label, sure or weak, by its spelling."""
    found = dict[str, tuple[str, ...]]()
    for tag in tags():
        for key in _fields(tag, False) | _fields(tag, True):
            found[key] = (*found.get(key, ()), tag)
    return found


@functools.cache
def _fields(tag: str, weak: bool) -> dict[str, str]:
    """The field that each label of one language names, by its spelling."""
    listed = _listed(tag, weak)
    return dict(zip(_spellings(listed), listed.values(), strict=True))


def _listed(tag: str, weak: bool) -> dict[str, str]:
    """The field that each label in the file names."""
    entry = _file()["languages"][tag]
    fields = entry["weak"] if weak else entry["labels"]
    return {label: field for field, names in fields.items() for label in names}


def _spellings(labels: Collection[str]) -> list[str]:
    """The spelling of each of *labels*, worked out all at once, which is faster."""
    return spelling("\n".join(labels)).split("\n") if labels else []
