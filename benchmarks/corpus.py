"""A corpus of distinct snippets, made from the given one."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from snippetkit import Moment
from snippetkit.dates import read, write

__all__ = [
    "ABROAD",
    "ENGLISH",
    "GIVEN",
    "NO_DATES",
    "SEED",
    "daily",
    "snippets",
    "spelled",
    "stamped",
    "stamps",
]

GIVEN = Path(__file__).parent.parent / "examples" / "snippet-rki-news.txt"
SEED = 20250912

_DAY = "September 12, 2025"
_STAMP = "Fri, Apr 24 2026 10:38:19 pm"
_NAMES = ",English,International - ,Snippets"
_SECTIONS = [
    "International",
    "Business",
    "Sport",
    "Culture",
    "Health",
    "Science",
    "Weather",
    "Opinion",
    "Technology",
]
_LANGUAGES = ("English", "Urdu", "Russian")
_PLACES = [
    "Tashkent",
    "Lahore",
    "Karachi",
    "Ankara",
    "Geneva",
    "Samarkand",
    "Astana",
    "Bishkek",
    "Dushanbe",
    "Almaty",
    "Multan",
    "Quetta",
    "Peshawar",
    "Sialkot",
    "Vienna",
    "Oslo",
    "Nairobi",
    "Tunis",
    "Jakarta",
    "Lima",
    "Quito",
    "Havana",
    "Tallinn",
    "Riga",
]
ENGLISH = (
    "September 12, 2025",
    "12 September 2025",
    "Friday, September 12, 2025 at 10:38 PM",
    "Fri, 12 Sep 2025 22:38:19 +0500",
    "2025-09-12 22:38:19",
    "Sept. 12, 2025",
)
"""Dates as English newsrooms and their machines spell them."""
ABROAD = (
    "12 septembre 2025",
    "12 de septiembre de 2025",
    "12. September 2025",
    "12 сентября 2025",
    "12 سبتمبر 2025",
    "12 ستمبر 2025",
    "12 सितंबर 2025",
    "12 সেপ্টেম্বর 2025",
    "2025年9月12日",
    "12 Eylül 2025",
    "12 września 2025",
    "12 กันยายน 2025",
)
"""The same in twelve other languages, which dateparser reads too."""
NO_DATES = (
    "Category: International {}",
    "Chapter {}, part two",
    "v{}.4.1",
    "+92 300 {}",
    "Room {}",
    "between {} and twelve",
    "Rs. {}.50",
    "{} of them",
)
"""What stands where dates stand, and is none."""
_VARIANTS = 64
_DAYS = 730  # 20,000 articles are 27 a day


def snippets(count: int, seed: int = SEED) -> Iterator[str]:
    """*count* snippets like the given one: title, dates, categories, place and body differ."""
    rng = random.Random(seed)  # noqa: S311
    template, paragraphs, words = _prepared(GIVEN.read_text("utf-8"), rng)
    for number in range(count):
        day = dt.date(2024, 5, 1) + dt.timedelta(days=rng.randrange(_DAYS))
        yield template.format(
            title=f"{' '.join(rng.sample(words, 9)).capitalize()} {number}",
            day=daily(day),
            stamp=_stamp(rng),
            names=f",{rng.choice(_LANGUAGES)},{rng.choice(_SECTIONS)} - ,Snippets",
            place=rng.choice(_PLACES),
            body="\n\n".join([rng.choice(variants) for variants in paragraphs]),
        )


def stamps(count: int, seed: int = SEED) -> Iterator[str]:
    """*count* document dates such as the corpus has."""
    rng = random.Random(seed)  # noqa: S311
    return (_stamp(rng) for _ in range(count))


def _stamp(rng: random.Random) -> str:
    start = dt.datetime(2026, 4, 24, 22, 38, 19)  # noqa: DTZ001
    return stamped(start + dt.timedelta(seconds=rng.randrange(10**7)))


def spelled(likes: Sequence[str], count: int, seed: int = SEED) -> Iterator[str]:
    """*count* dates of a century in the manners of *likes*, in turn; hardly a day twice."""
    rng = random.Random(seed)  # noqa: S311
    start = dt.datetime(1950, 1, 1)  # noqa: DTZ001
    for number in range(count):
        like = likes[number % len(likes)]
        said, when = read(like), start + dt.timedelta(seconds=rng.randrange(3 * 10**9))
        parts = (when.year, when.month, when.day, when.hour, when.minute, when.second)
        given = len(_PARTS[: _PARTS.index(said.precision) + 1])
        yield write(Moment(*parts[:given], zone=said.zone), like)


_PARTS = ("year", "month", "day", "hour", "minute", "second")


def daily(day: dt.date) -> str:
    """A day as the given snippet spells it: ``September 12, 2025``."""
    return f"{day:%B} {day.day}, {day.year}"


def stamped(moment: dt.datetime) -> str:
    """A time as the given snippet spells it: ``Fri, Apr 24 2026 10:38:19 pm``."""
    return (
        f"{moment:%a, %b} {moment.day} {moment:%Y %I:%M:%S} {'pm' if moment.hour >= 12 else 'am'}"
    )


def _prepared(given: str, rng: random.Random) -> tuple[str, list[list[str]], list[str]]:
    """The given snippet as a template; each of its paragraphs in many orders; its words."""
    head, place, body = given.replace("{", "").replace("}", "").partition(f"Tashkent, {_DAY} – ")
    title = re.search("## (.*)", head)
    if not place or title is None:
        raise ValueError(f"{GIVEN.name} is not the snippet that this corpus is made from")
    for old, name in ((title[1], "title"), (_DAY, "day"), (_STAMP, "stamp"), (_NAMES, "names")):
        head = head.replace(old, f"{{{name}}}")
    paragraphs = [_shuffled(paragraph, rng) for paragraph in body.strip("\n").split("\n\n")]
    words = sorted(set(re.findall("[a-z]{4,12}", body)))
    return f"{head}{{place}}, {{day}} – {{body}}\n", paragraphs, words


def _shuffled(paragraph: str, rng: random.Random) -> list[str]:
    words = paragraph.split(" ")
    return [" ".join(rng.sample(words, len(words))) for _ in range(_VARIANTS)]
