"""Datelines of East Asia, without spaces between parts: ``新华社北京9月12日电``, ``【ワシントン時事】``."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from snippetkit.datelines.said import HAN, SPACES, Day, Name, Part, Said, day
from snippetkit.datelines.words import agencies, is_agency, is_city, is_no_place
from snippetkit.dates.hints import Hints

__all__ = ["MAY_BE", "Found", "found", "said"]

_KANA: Final = "ァ-ヺー"
_HANGUL: Final = "가-힣"
MAY_BE: Final = re.compile(rf"[{HAN}{_KANA}{_HANGUL}]")
"""A letter that every such dateline has one of."""

_S: Final = f"[{SPACES}]*+"
_OPEN: Final = r"[【（(［\[〔]"
_CLOSE: Final = r"[】）)］\]〕]"
_PAIRS: Final = frozenset(("【】", "（）", "()", "［］", "[]", "〔〕"))
_ENDING: Final = r"[专專综綜外]?(?:电|電|讯|訊)|报道|報道|報導"
_WIRE: Final = re.compile(
    rf"(?P<open>{_OPEN})?{_S}据?(?P<inside>[{HAN}0-9０-９、·，／/ \u3000]{{2,40}}?)"
    rf"(?:{_ENDING})(?:{_S}(?P<close>{_CLOSE}))?"
)
"""What the Chinese agencies write: all of it up to the word for a cable or a report."""
_BOX: Final = re.compile(
    rf"(?P<open>{_OPEN}){_S}(?P<inside>[^\r\n【】（）()［］\[\]〔〕]{{2,40}}?){_S}(?P<close>{_CLOSE})"
)
"""What the Japanese and Korean ones write: all of it between brackets."""
_DATE: Final = re.compile("(?:[0-9０-９]{4}年)?(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日")
_PAPER: Final = re.compile(rf"[{HAN}]{{2,6}}?(?:社|报|報|网|網)")
_REPORTER: Final = re.compile(rf"{_S}(?:特派)?(?:记者|記者){_S}")
_SIGNED: Final = re.compile(rf"[{_HANGUL}·, ]{{2,20}} (?:인턴기자|기자|특파원)")
_NAMES: Final = re.compile(rf"[{HAN}{_KANA}・、 ]{{2,16}}")
_PLACE: Final = re.compile(rf"[{HAN}{_KANA}{_HANGUL}・·,/ ]{{2,20}}")
_GAP: Final = re.compile(rf"[{SPACES}]+")


class Found(NamedTuple):
    """A dateline, and where it ends: behind its bracket or its last word."""

    said: Said
    start: int
    end: int


def found(text: str, start: int, hints: Hints) -> Found | None:
    """The dateline that begins at *start*, if there is one in these manners."""
    for pattern, understood in ((_WIRE, _wire), (_BOX, _box)):
        match = pattern.match(text, start)
        if match is not None and _is_paired(match):
            parts = understood(text, *match.span("inside"), hints)
            if parts is not None:
                return Found(parts, start, match.end())
    return None


def said(text: str, start: int, end: int, hints: Hints) -> Said | None:
    """The parts of the dateline that all from *start* to *end* is; None if it is in another manner.

    Here the closing word may be missing: it stands behind the dateline.
    """
    whole = found(text, start, hints)
    if whole is not None and whole.end == end:
        return whole.said
    return _wire(text, start, end, hints) if MAY_BE.match(text, start) else None


def _is_paired(match: re.Match[str]) -> bool:
    if match["open"] is None and match["close"] is not None:
        return False
    return match["open"] is None or f"{match['open']}{match['close']}" in _PAIRS


def _part(name: Name, start: int, end: int) -> Part:
    return Part(name, start, end, start, end)


def _said(parts: list[Part], found: Day | None) -> Said:
    return Said(tuple(sorted(parts, key=lambda part: part.start)), found, is_unspaced=True)


# ── 新华社北京9月12日电 ────────────────────────────────────────────────────────────────────────


@functools.cache
def _known() -> re.Pattern[str]:
    names = sorted(filter(MAY_BE.match, agencies()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


def _wire(text: str, start: int, end: int, hints: Hints) -> Said | None:
    """Agency, reporters, place, date, in this order; an agency not known only with a date."""
    parts: list[Part] = []
    agency = _known().match(text, start, end) or _PAPER.match(text, start, end)
    if agency is not None:
        parts.append(_part("agency", *agency.span()))
        start = agency.end()
    stop = end
    dated, moment = _date_at_end(text, start, end, hints)
    if dated is not None:
        parts.append(dated)
        stop = dated.start
    reporter = _REPORTER.match(text, start, stop)
    if reporter is not None:
        start = _place_after_names(text, reporter.end(), stop)
        if start < 0:
            return None
        parts.append(_part("reporters", reporter.end(), _cut(text, reporter.end(), start)))
    start, stop = _bare(text, start, stop)
    if start < stop:
        if not _PLACE.fullmatch(text, start, stop) or is_no_place(text[start:stop]):
            return None
        parts.append(_part("place", start, stop))
    sure = agency is not None and (moment is not None or is_agency(agency[0]))
    signed = reporter is not None and start < stop
    return _said(parts, moment) if sure or signed else None


def _date_at_end(text: str, start: int, end: int, hints: Hints) -> tuple[Part | None, Day | None]:
    for match in _DATE.finditer(text, start, end):
        moment = day(match[0], hints)
        if match.end() == end and moment is not None:
            return _part("date", *match.span()), moment
    return None, None


def _place_after_names(text: str, start: int, stop: int) -> int:
    """Where the place begins behind the names of reporters: behind a slash, or a city known."""
    slash = max(text.rfind("／", start, stop), text.rfind("/", start, stop))
    if slash > 0:
        return slash + 1
    ends = range(max(start + 2, stop - 8), stop - 1)
    return next((at for at in ends if is_city(text[at:stop])), -1)


def _cut(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip("／/ \u3000"))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """*start* and *end* without the blanks."""
    lead = _GAP.match(text, start, end)
    start = start if lead is None else lead.end()
    return start, start + len(text[start:end].rstrip(" \t\xa0\u3000"))


# ── 【ワシントン時事】, (서울=연합뉴스) ────────────────────────────────────────────────────────


def _box(text: str, start: int, end: int, hints: Hints) -> Said | None:
    """An agency; perhaps in front of it a place or a date; or a place and who reports from there."""
    if not MAY_BE.search(text, start, end):
        return None
    if is_agency(text[start:end]):
        return _said([_part("agency", start, end)], None)
    for equals in re.compile("[=＝]").finditer(text, start, end):
        return _either_side(text, (start, equals.start()), (equals.end(), end))
    signed = _SIGNED.search(text, start, end)
    gap = _GAP.search(text, start, end)
    if signed is not None and signed.end() == end and gap is not None:
        return _either_side(text, (start, gap.start()), (gap.end(), end))
    return _row(text, start, end, hints)


def _either_side(text: str, left: tuple[int, int], right: tuple[int, int]) -> Said | None:
    """``서울=연합뉴스``, ``헤럴드경제=홍길동 기자``, ``ワシントン＝鈴木一郎``."""
    left, right = _bare(text, *left), _bare(text, *right)
    first, second = text[slice(*left)], text[slice(*right)]
    if _SIGNED.fullmatch(second):
        return _said([_part("agency", *left), _part("reporters", *right)], None)
    if not _PLACE.fullmatch(first) or is_no_place(first):
        return None
    if is_agency(second) or re.fullmatch(f"[{_HANGUL}]{{2,8}}[0-9]?", second):
        return _said([_part("place", *left), _part("agency", *right)], None)
    if _NAMES.fullmatch(second) and is_city(first):
        return _said([_part("place", *left), _part("reporters", *right)], None)
    return None


def _row(text: str, start: int, end: int, hints: Hints) -> Said | None:
    """``東京　１２日　ロイター``, ``ワシントン時事``, ``9月12日 AFP``: in a row, the agency last."""
    begins = (at for at in range(start, end) if not _GAP.match(text, at))
    begin = next((at for at in begins if is_agency(text[at:end])), -1)
    if begin < 0:
        return None
    parts = [_part("agency", begin, end)]
    start, stop = _bare(text, start, begin)
    dated, moment = _date_at_end(text, start, stop, hints)
    if dated is not None:
        parts.append(dated)
        start, stop = _bare(text, start, dated.start)
    if start < stop:
        if not _PLACE.fullmatch(text, start, stop) or is_no_place(text[start:stop]):
            return None
        parts.append(_part("place", start, stop))
    return _said(parts, moment)
