"""Formats that read wrongly."""

from __future__ import annotations

import datetime
import os
import time
import unicodedata
from collections.abc import Iterable
from typing import Any, ClassVar

import attrs

from defects._seed import faulty_format
from snippetkit.codecs import Dates
from snippetkit.errors import Flaw
from snippetkit.formats import Reading
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import FrozenDict, Moment
from snippetkit.syntax.tree import Parts, Plain, Scan, Slot


class _Reread(Snippet[Any]):
    """A snippet whose article is changed after it was read."""

    def read(self, text: str, scan: Scan | None = None) -> Reading[Any]:
        article, flaws = super().read(text, scan)
        return Reading(self.spoilt(article), flaws)

    def spoilt(self, article: Any) -> Any:
        return article


@faulty_format("verbatim")
class StripsTheBody(_Reread):
    """Takes the blank space around a body away."""

    name: ClassVar[str] = "a"

    def spoilt(self, article: Any) -> Any:
        return attrs.evolve(article, body=article.body and article.body.strip())


@faulty_format("verbatim")
class NormalisesToNfc(_Reread):
    """Composes accents."""

    name: ClassVar[str] = "b"

    def spoilt(self, article: Any) -> Any:
        return attrs.evolve(
            article, body=article.body and unicodedata.normalize("NFC", article.body)
        )


@faulty_format("verbatim")
class ReadsWithUniversalNewlines(_Reread):
    """Takes CR LF for LF, as ``open`` does unless told otherwise."""

    name: ClassVar[str] = "c"

    def spoilt(self, article: Any) -> Any:
        return attrs.evolve(
            article, body=article.body and article.body.replace("\r\n", "\n").replace("\r", "\n")
        )


@faulty_format("verbatim")
class DropsUnknownLabels(_Reread):
    """Forgets what it has no field for."""

    name: ClassVar[str] = "d"

    def spoilt(self, article: Any) -> Any:
        return attrs.evolve(article, extra={})


@faulty_format("verbatim")
class SortsUnknownKeys(Json[Any]):
    """Puts unknown entries in alphabetical order."""

    name: ClassVar[str] = "e"

    def _extra(self, scan: Scan, rest: list[int], flaws: list[Flaw]) -> FrozenDict[Any]:
        return FrozenDict(sorted(super()._extra(scan, rest, flaws).items()))


@faulty_format("verbatim")
class TitleCases(_Reread):
    """Writes titles with capitals."""

    name: ClassVar[str] = "f"

    def spoilt(self, article: Any) -> Any:
        return attrs.evolve(article, title=article.title and article.title.title())


class _Rescanned(Snippet[Any]):
    """A snippet whose scan is changed."""

    def scan(self, text: str) -> Scan:
        scan = super().scan(text)
        return scan._replace(slots=tuple(self.spoilt(text, scan.slots)))

    def spoilt(self, text: str, slots: tuple[Slot, ...]) -> Iterable[Slot]:
        return slots


@faulty_format("as_planned")
class SplitsLinesAsPythonDoes(Snippet[Any]):
    """Ends lines at NEL, LS, form feeds and more, as ``str.splitlines``."""

    name: ClassVar[str] = "g"

    def scan(self, text: str) -> Scan:
        return super().scan(
            "".join("\n" if c in "\v\f\x1c\x1d\x1e\x85\u2028\u2029" else c for c in text)
        )


@faulty_format("as_planned")
class StripsAsPythonDoes(_Rescanned):
    """Takes what Python calls white space off values: NBSP, U+3000, NEL too."""

    name: ClassVar[str] = "h"

    def spoilt(self, text: str, slots: tuple[Slot, ...]) -> Iterable[Slot]:
        for slot in slots:
            kept = str(slot.value).strip()
            yield slot._replace(value=kept, end=slot.start + len(kept))


@faulty_format("as_planned")
class ReadsPastTheBom(Snippet[Any]):
    """Forgets that the BOM that it skipped takes a place."""

    name: ClassVar[str] = "i"

    def scan(self, text: str) -> Scan:
        return super().scan(text.removeprefix("\ufeff"))


@faulty_format("as_planned")
class SpansOneOff(_Rescanned):
    """Counts from one."""

    name: ClassVar[str] = "j"

    def spoilt(self, text: str, slots: tuple[Slot, ...]) -> Iterable[Slot]:
        return [slot._replace(start=max(slot.begin, slot.start - 1)) for slot in slots]


@faulty_format("partition")
class SlotsOverlap(_Rescanned):
    """Gives each slot the first line of the next."""

    name: ClassVar[str] = "k"

    def spoilt(self, text: str, slots: tuple[Slot, ...]) -> Iterable[Slot]:
        return [slot._replace(stop=slot.stop + 2) for slot in slots]


@faulty_format("partition")
class ArticlesOverlap(Json[Any]):
    """Counts the bracket behind an article to the article."""

    name: ClassVar[str] = "z"

    def parts(self, text: str) -> Parts:
        parts = super().parts(text)
        return parts._replace(spans=[(start, end + 1) for start, end in parts.spans])


@faulty_format("as_planned")
class LosesDuplicates(Snippet[Any]):
    """Passes a second label over, and says nothing."""

    name: ClassVar[str] = "l"

    def scan(self, text: str) -> Scan:
        scan = super().scan(text)
        kept = {slot.name: slot for slot in reversed(scan.slots)}
        slots = tuple(slot for slot in scan.slots if kept[slot.name] is slot)
        return scan._replace(
            slots=slots, flaws=tuple(f for f in scan.flaws if f.code != "duplicate-label")
        )


@faulty_format("as_planned")
class HidesDefects(Snippet[Any]):
    """Says that all is well."""

    name: ClassVar[str] = "m"

    def read(self, text: str, scan: Scan | None = None) -> Reading[Any]:
        return super().read(text, scan)._replace(flaws=())


@faulty_format("as_planned")
class BlamesTheFirstLine(Snippet[Any]):
    """Puts every defect at the beginning of the text."""

    name: ClassVar[str] = "n"

    def read(self, text: str, scan: Scan | None = None) -> Reading[Any]:
        article, flaws = super().read(text, scan)
        return Reading(article, tuple(flaw._replace(start=0, end=0) for flaw in flaws))


@faulty_format("located")
class DefectsBehindTheText(Snippet[Any]):
    """Counts bytes where characters are meant."""

    name: ClassVar[str] = "o"

    def read(self, text: str, scan: Scan | None = None) -> Reading[Any]:
        article, flaws = super().read(text, scan)
        size = len(text.encode("utf-16", "surrogatepass"))
        return Reading(article, tuple(flaw._replace(end=flaw.end + size) for flaw in flaws))


@faulty_format("total", failure=KeyError)
class RaisesKeyErrors(Snippet[Any]):
    """Looks every label up in a table that has not got them all."""

    name: ClassVar[str] = "p"
    places: ClassVar[dict[str, int]] = {"Category": 1, "#title": 2, "#body": 3}

    def scan(self, text: str) -> Scan:
        scan = super().scan(text)
        return scan._replace(slots=tuple(slot for slot in scan.slots if self.places[slot.name]))


@faulty_format("total", failure=UnicodeEncodeError)
class WritesDownSurrogates(Snippet[Any]):
    """Takes every text for one that has an encoding."""

    name: ClassVar[str] = "q"

    def read(self, text: str, scan: Scan | None = None) -> Reading[Any]:
        text.encode()
        return super().read(text, scan)


@faulty_format("lazy_eager")
class ReadsOtherwiseWithoutASpan(Snippet[Any]):
    """Has a quick reading that does not agree with the careful one."""

    name: ClassVar[str] = "r"

    def read(self, text: str, scan: Scan | None = None) -> Reading[Any]:
        article, flaws = super().read(text, scan)
        return Reading(article if scan else attrs.evolve(article, rights=None), flaws)


@attrs.frozen
class _Impure(Dates):
    """Dates that say more than the text: what the machine thinks of them."""

    def decode(self, plain: Plain) -> Moment | None:
        said = super().decode(plain)
        return None if said is None else self.filled(said)

    def filled(self, said: Moment) -> Moment:
        return said


class _FromToday(_Impure):
    def filled(self, said: Moment) -> Moment:
        return attrs.evolve(said, year=datetime.date.today().year)  # noqa: DTZ011


class _FromTheClock(_Impure):
    def filled(self, said: Moment) -> Moment:
        return attrs.evolve(said, year=1970 + int(time.time() // 31_556_952))


class _FromTheZone(_Impure):
    def filled(self, said: Moment) -> Moment:
        return attrs.evolve(said, year=1000 + abs(time.timezone) // 3600)


class _FromTheEnvironment(_Impure):
    def filled(self, said: Moment) -> Moment:
        return attrs.evolve(said, year=1000 + len(os.environ.get("TZ", "")))


@faulty_format("pure")
class DependsOnToday(Snippet[Any]):
    """Takes the year from today."""

    name: ClassVar[str] = "s"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "published": _FromToday()}


@faulty_format("pure")
class DependsOnTheClock(Snippet[Any]):
    """Takes the year from the clock."""

    name: ClassVar[str] = "t"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "published": _FromTheClock()}


@faulty_format("pure")
class DependsOnTheZone(Snippet[Any]):
    """Asks the machine which zone it is in."""

    name: ClassVar[str] = "u"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "published": _FromTheZone()}


@faulty_format("pure")
class DependsOnTheEnvironment(Snippet[Any]):
    """Looks into the environment."""

    name: ClassVar[str] = "v"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "published": _FromTheEnvironment()}


@faulty_format("pure")
class DependsOnTheRun(Snippet[Any]):
    """Says what is wrong with a text only once."""

    name: ClassVar[str] = "w"

    def read(self, text: str, scan: Scan | None = None) -> Reading[Any]:
        article, flaws = super().read(text, scan)
        met = vars(self).setdefault("met", set())
        known = text in met
        met.add(text)
        return Reading(article, () if known else flaws)


@faulty_format("verbatim")
class TakesWholeNumbersForIntegers(Json[Any]):
    """Reads ``4.0`` as 4."""

    name: ClassVar[str] = "y"

    def scan(self, text: str) -> Scan:
        scan = super().scan(text)
        return scan._replace(
            slots=tuple(
                slot._replace(value=int(slot.value))
                if isinstance(slot.value, float) and slot.value.is_integer()
                else slot
                for slot in scan.slots
            )
        )


@faulty_format("verbatim")
class ReadsFalseForNo(Markdown[Any]):
    """Takes the word ``no`` for a truth value, and more such."""

    name: ClassVar[str] = "x"

    def scan(self, text: str) -> Scan:
        scan = super().scan(text)
        words = {"World": "false", "en": "english"}
        return scan._replace(
            slots=tuple(s._replace(value=words.get(str(s.value), s.value)) for s in scan.slots)
        )
