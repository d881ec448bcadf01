"""Compile the names of languages: what CLDR calls each in English, and in itself.

Writes ``src/snippetkit/data/languages.json``. Needs Babel, as `scripts.compile_dates` does::

    python -m scripts.compile_languages
"""

from __future__ import annotations

import json

from babel import Locale
from babel.core import get_cldr_version

from scripts.compile_dates import DATA
from scripts.facts_of_dates import LANGUAGES

TABLE = DATA / "languages.json"
_OTHERS = ("no", "zh-Hans")
"""Tags that the table of dates has under another."""
_ALSO = {
    "bn": (["Bengali"], []),
    "es": ([], ["castellano"]),
    "fa": (["Farsi"], []),
    "hi": ([], ["हिंदी"]),
    "id": ([], ["Bahasa Indonesia"]),
    "ms": ([], ["Bahasa Melayu"]),
    "or": (["Oriya"], []),
    "si": (["Sinhalese"], []),
    "zh": (["Mandarin"], ["汉语", "漢語"]),
}
"""Other names that are as common."""


def table() -> str:
    """The whole table as text, a language a line."""
    tags = sorted({"en", *LANGUAGES, *_OTHERS})
    lines = [f"  {json.dumps(tag)}: {json.dumps(names(tag), ensure_ascii=False)}" for tag in tags]
    head = {
        "source": f"Unicode CLDR {get_cldr_version()}, through Babel; and the project's own facts",
        "licence": "Unicode-3.0; the project's own facts MIT",
    }
    entries = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    return "{\n" + ",\n".join(entries) + ',\n"names": {\n' + ",\n".join(lines) + "\n}}\n"


def names(tag: str) -> list[list[str]]:
    """What the language is called in English, and in itself: the first of each is what CLDR has."""
    english, own = _ALSO.get(tag, ([], []))
    first, second = _names(tag)
    return [[first, *english], [second, *own]]


def _names(tag: str) -> tuple[str, str]:
    key, own = tag.replace("-", "_"), Locale.parse(tag, sep="-")
    english = Locale("en").languages
    base = tag.partition("-")[0]
    if key in english:
        return english[key], own.languages.get(key) or own.languages[base]
    script = tag.partition("-")[2]
    return (
        f"{english[base]} ({Locale('en').scripts[script]})",
        f"{own.languages[base]} ({own.scripts[script]})",
    )


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
