"""Compile the table of dates: what CLDR and newsrooms know of how languages spell them.

Writes ``src/snippetkit/data/dates.json`` and ``dates-beginnings.txt`` beside it. Needs Babel,
which brings CLDR and is needed at no other time::

    python -m scripts.compile_dates

What CLDR does not say stands in `FACTS`. The table is one line a language, in plain JSON, so that
a new release of CLDR is a readable diff.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale, localedata
from babel.core import get_cldr_version

from scripts.facts_of_dates import CALENDARS, FACTS, LANGUAGES, UNACCENTED
from snippetkit.dates.language import world
from snippetkit.dates.vocabulary import Vocabulary

DATA = Path(__file__).parent.parent / "src" / "snippetkit" / "data"
TABLE = DATA / "dates.json"
BEGINNINGS = DATA / "dates-beginnings.txt"

_SKELETONS = (
    *("yMMMMEEEEd", "yMMMMd", "yMMMEd", "yMMMd", "yMEd", "yMd", "yMMMM", "yMMM", "yM", "y"),
    *("MMMMEd", "MMMMd", "MMMEd", "MMMd"),
)
_CLOCKS = ("Hms", "Hm", "hms", "hm", "Bhms", "Bhm", "h", "Bh")
_WIDTHS = ("wide", "abbreviated", "short")
_LENGTHS = ("full", "long", "medium", "short")
_ZEROS = {
    "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "latn": "0",
    "cakm": "\U00011136", "adlm": "\U0001e950", "olck": "᱐",
}  # fmt: skip


def table() -> str:
    """The whole table as text."""
    lines = [f"  {_compact(record)}" for record in map(language, LANGUAGES)]
    head = {
        "source": f"Unicode CLDR {get_cldr_version()}, through Babel; and the project's own facts",
        "licence": "Unicode-3.0; the project's own facts MIT",
        "orders": orders(),
    }
    entries = [f"{_compact(key)}: {_compact(value)}" for key, value in head.items()]
    body = ",\n".join(lines)
    return "{\n" + ",\n".join(entries) + ',\n"languages": [\n' + body + "\n]}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _locale(tag: str) -> Locale:
    # Babel writes what it resolves for one locale into data that it shares with the next.
    localedata._cache.clear()
    return Locale.parse(tag, sep="-")


def language(tag: str) -> dict[str, Any]:
    """The record of one language: its own words first, then those of its regions, then the facts."""
    facts = FACTS.get(tag, {})
    own, *regions = [_locale(one) for one in (tag, *_regions(tag))]
    dates, clocks, joins = _patterns([own, *regions], facts)
    record = {
        "tag": tag,
        "months": _rows([own, *regions], "months", range(1, 13)) + facts.get("months", []),
        "weekdays": _rows([own, *regions], "days", range(7)) + facts.get("weekdays", []),
        "halves": _halves([own, *regions]) + facts.get("halves", []),
        "dates": dates,
        "clocks": clocks,
        "joins": joins,
        "utc": _utc(own) + facts.get("utc", []),
        "zero": _ZEROS.get(own._data.get("default_numbering_system", "latn"), "0"),
        "calendars": CALENDARS.get(tag, {}),
        "eras": facts.get("eras", {}),
    }
    if tag.partition("-")[0] in UNACCENTED:
        record["unaccented"] = True
    return {key: value for key, value in record.items() if value or key == "tag"}


def _regions(tag: str) -> list[str]:
    """The locales of a language that differ from it by their region alone."""
    parts = len(tag.split("-")) + 1
    names = (name.replace("_", "-") for name in localedata.locale_identifiers())
    return sorted(
        name
        for name in names
        if name.startswith(f"{tag}-")
        and len(name.split("-")) == parts
        and re.fullmatch("[A-Z]{2}|[0-9]{3}", name.rsplit("-", 1)[1])
    )


def _rows(locales: list[Locale], kind: str, keys: Iterable[int]) -> list[list[str]]:
    """Rows of names: format before stand-alone, wide before short; those with digits are patterns."""
    rows: dict[tuple[str, ...], None] = {}
    for locale in locales:
        names = getattr(locale, kind)
        for width in _WIDTHS:
            for context in ("format", "stand-alone"):
                found = names.get(context, {}).get(width)
                if not found:
                    continue
                row = tuple(_nfc(found[key]) for key in keys)
                if all(_is_clear(name) for name in row):
                    rows.setdefault(row)
    return [list(row) for row in rows]


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _halves(locales: list[Locale]) -> list[list[list[Any]]]:
    """Rows of words for parts of the day, each with the minutes that it begins and ends at."""
    rows: dict[str, list[list[Any]]] = {}
    for locale in locales:
        rules = dict(locale.day_period_rules.get(None, {}))
        for context in ("format", "stand-alone"):
            for width in ("abbreviated", "wide"):
                words = locale.day_periods.get(context, {}).get(width)
                if not words:
                    continue
                named = {key: _nfc(words[key]) for key in words}
                for row in (_noon(named), _parts(named, rules)):
                    if row and all(_is_clear(word) for _, _, word in row):
                        rows.setdefault(_compact(row), row)
    return list(rows.values())


def _is_clear(word: str) -> bool:
    """Whether *word* is more than one Latin letter, and has no digits."""
    return not any(c.isdigit() for c in word) and not (len(word) == 1 and word.isascii())


def _noon(words: dict[str, str]) -> list[list[Any]]:
    if not {"am", "pm"} <= words.keys() or words["am"] == words["pm"]:
        return []
    return [[0, 720, words["am"]], [720, 1440, words["pm"]]]


def _parts(words: dict[str, str], rules: dict[str, Any]) -> list[list[Any]]:
    found = []
    for key, spans in rules.items():
        for span in spans:
            if key in words:
                start = span["at"] if "at" in span else span["from"]
                end = span["at"] + 60 if "at" in span else span["before"]
                found.append([start // 60, end // 60, words[key]])
    return sorted(found)


def _patterns(
    locales: list[Locale], facts: dict[str, Any]
) -> tuple[list[str], list[str], list[str]]:
    """The patterns of dates, of clock times, and of the two together, each once."""
    dates: dict[str, None] = {}
    clocks: dict[str, None] = {}
    joins: dict[str, None] = {}
    for locale in locales:
        months = locale.months
        for pattern in _dates_of(locale):
            dates.setdefault(_numbered(pattern, months))
        for pattern in _clocks_of(locale):
            clocks.setdefault(pattern)
        for length in _LENGTHS:
            joins.setdefault(str(locale.datetime_formats[length]))
    dates.update(dict.fromkeys(facts.get("dates", ())))
    clocks.update(dict.fromkeys(facts.get("clocks", ())))
    joins.update(dict.fromkeys(facts.get("joins", ())))
    return list(dates), list(clocks), list(joins)


def _dates_of(locale: Locale) -> Iterator[str]:
    for length in _LENGTHS:
        yield locale.date_formats[length].pattern
    for skeleton in _SKELETONS:
        if skeleton in locale.datetime_skeletons:
            yield locale.datetime_skeletons[skeleton].pattern


def _clocks_of(locale: Locale) -> Iterator[str]:
    for length in _LENGTHS:
        yield locale.time_formats[length].pattern
    for skeleton in _CLOCKS:
        if skeleton in locale.datetime_skeletons:
            yield locale.datetime_skeletons[skeleton].pattern


_FIELD = re.compile("'[^']*'|M{3,}|L{3,}")


def _numbered(pattern: str, months: Any) -> str:
    """*pattern* with ``MMMM`` as what stands around a number, where the months are numbered."""

    def spelled(found: re.Match[str]) -> str:
        field = found[0]
        if field[0] == "'":
            return field
        context = "format" if field[0] == "M" else "stand-alone"
        width = "wide" if len(field) == 4 else "abbreviated"
        names = months.get(context, {}).get(width) or months["format"]["abbreviated"]
        before, number, after = names[9].partition("9")
        if not number or any(names[n] != f"{before}{n}{after}" for n in range(1, 13)):
            return field
        return _literal(before) + "M" + _literal(after)

    return _FIELD.sub(spelled, pattern)


def _literal(text: str) -> str:
    return f"'{text}'" if text else ""


def _utc(locale: Locale) -> list[str]:
    """What UTC and Greenwich time are called."""
    names = []
    for zone in (locale.time_zones.get("Etc/UTC", {}), locale.meta_zones.get("GMT", {})):
        for width in ("long", "short"):
            name = zone.get(width, {}).get("standard")
            if name:
                names.append(_nfc(name))
    names.append(_nfc(locale.zone_formats["gmt"].replace("%s", "").strip(" ")))
    return [name for name in dict.fromkeys(names) if name not in ("UTC", "GMT")]


def orders() -> dict[str, str]:
    """In which order each language and region writes year, month and day in figures.

    English alone has none: its countries disagree, and texts do not say of which they are.
    """
    found: dict[str, str] = {}
    for tag in ("en", *LANGUAGES):
        order = _order(tag)
        found[tag] = order if tag != "en" else ""
        for region in _regions(tag):
            if _order(region) != found[tag]:
                found[region] = _order(region)
    return found


def _order(tag: str) -> str:
    pattern = _locale(tag).date_formats["short"].pattern
    bare = re.sub("'[^']*'|[^yMd]", "", pattern)
    return "".join(dict.fromkeys(bare)).upper()


def beginnings() -> str:
    """How the runs of letters begin that a date can have, a line each."""
    return "".join(f"{start}\n" for start in sorted(Vocabulary(world()).beginnings()))


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
    BEGINNINGS.write_text(beginnings(), "utf-8")
