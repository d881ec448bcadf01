"""Abbreviations of time zones, and where each one is used."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple, cast

from snippetkit.model.moment import Moment

__all__ = ["RFC_822", "ZONES", "Meaning", "is_contested", "offset", "offset_like"]


class Meaning(NamedTuple):
    """One meaning of an abbreviation."""

    zone: str
    """An offset such as ``+05:00``, or the key of a zone."""
    tags: frozenset[str] = frozenset()
    """The languages and regions that mean this; none where it has one meaning that many share."""


RFC_822: Final = {
    **dict.fromkeys(("UTC", "GMT", "Z", "UT"), "+00:00"),
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}
"""RFC 822 section 5.1, without the letters of the military, which it got wrong (RFC 2822, 4.3)."""

_ONE: Final = {
    # Asia
    "PKT": "+05:00",
    "AFT": "+04:30",
    "UZT": "+05:00",
    "TJT": "+05:00",
    "TMT": "+05:00",
    "KGT": "+06:00",
    "NPT": "+05:45",
    "SLST": "+05:30",
    "BTT": "+06:00",
    "MMT": "+06:30",
    "ICT": "+07:00",
    "WIB": "+07:00",
    "WITA": "+08:00",
    "WIT": "+09:00",
    "HKT": "+08:00",
    "SGT": "+08:00",
    "MYT": "+08:00",
    "PHT": "+08:00",
    "JST": "+09:00",
    "KST": "+09:00",
    "ULAT": "+08:00",
    "IRST": "+03:30",
    "IRDT": "+04:30",
    "AZT": "+04:00",
    "GET": "+04:00",
    "TRT": "+03:00",
    "IDT": "+03:00",
    # Europe
    "WET": "+00:00",
    "WEST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "MEZ": "+01:00",
    "MESZ": "+02:00",
    "MSK": "+03:00",
    "МСК": "+03:00",
    "мск": "+03:00",
    "SAMT": "+04:00",
    "YEKT": "+05:00",
    "OMST": "+06:00",
    "KRAT": "+07:00",
    "IRKT": "+08:00",
    "YAKT": "+09:00",
    "VLAT": "+10:00",
    "TSİ": "+03:00",
    # Africa
    "SAST": "+02:00",
    "CAT": "+02:00",
    "EAT": "+03:00",
    "WAT": "+01:00",
    # Oceania and the Americas
    "NZST": "+12:00",
    "NZDT": "+13:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "ACST": "+09:30",
    "ACDT": "+10:30",
    "AWST": "+08:00",
    "FJT": "+12:00",
    "NDT": "-02:30",
    "AKST": "-09:00",
    "AKDT": "-08:00",
    "HST": "-10:00",
    "BRT": "-03:00",
    "BRST": "-02:00",
    "ART": "-03:00",
    "COT": "-05:00",
    "PET": "-05:00",
    "VET": "-04:00",
    "BOT": "-04:00",
    "UYT": "-03:00",
    "CLT": "-04:00",
    "CLST": "-03:00",
    # The generic names of CLDR's metazones: summer and winter time, as the clocks there have it.
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}

_OF: Final = {
    **dict.fromkeys(("WIB", "WITA", "WIT"), "id"),
    **dict.fromkeys(("МСК", "мск"), "ru"),
    **dict.fromkeys(("MEZ", "MESZ"), "de"),
    "TSİ": "tr",
}
"""The language that has an abbreviation to itself."""

_ARABIC: Final = {
    "+03:00": (
        "مكة المكرمة",
        "مكة",
        "السعودية",
        "الرياض",
        "بغداد",
        "الكويت",
        "الدوحة",
        "قطر",
        "صنعاء",
    ),
    "+04:00": ("أبوظبي", "أبو ظبي", "دبي", "الإمارات", "مسقط"),
    "+01:00": ("تونس", "الجزائر"),
    "Africa/Cairo": ("القاهرة",),
    "Asia/Beirut": ("بيروت",),
}
"""Cities and countries that newsrooms in Arabic name the zone by."""
_IN_ARABIC: Final = {
    f"{by} {place}": zone
    for zone, places in _ARABIC.items()
    for place in places
    for by in ("بتوقيت", "توقيت")
}
_IN_ENGLISH: Final = {
    "EASTERN TIME": "America/New_York",
    "CENTRAL TIME": "America/Chicago",
    "MOUNTAIN TIME": "America/Denver",
    "PACIFIC TIME": "America/Los_Angeles",
    "MECCA TIME": "+03:00",
    "MAKKAH TIME": "+03:00",
    "MOSCOW TIME": "+03:00",
    "BEIJING TIME": "+08:00",
}


def _several(**meanings: str) -> tuple[Meaning, ...]:
    """Meanings by offset (``p0530`` is +05:30, ``m06`` is -06:00)."""
    return tuple(
        Meaning(_spelled(code), frozenset(tags.split(" "))) for code, tags in meanings.items()
    )


def _spelled(code: str) -> str:
    return f"{'+' if code[0] == 'p' else '-'}{code[1:3]}:{code[3:] or '00'}"


_SEVERAL: Final = {
    "IST": _several(
        p0530="hi bn ta te mr gu kn ml pa or as si kok mai en-IN en-LK",
        p01="ga en-IE",
        p02="he en-IL",
    ),
    "BST": _several(p01="en-GB cy gd", p06="bn bn-BD en-BD", p11="en-PG"),
    "CST": _several(
        m06="en-US en-CA en-BZ es-MX es-US es-CR es-GT es-HN es-SV es-NI",
        p08="zh zh-Hant ug",
        m05="es-CU",
    ),
    "AST": _several(m04="en-CA en-BM en-BB es-PR es-DO", p03="ar"),
    "ADT": _several(m03="en-CA en-BM", p04="ar"),
    "GST": _several(p04="ar en-AE", m02="en-GS", p10="en-GU"),
    "BDT": _several(p06="bn bn-BD en-BD", p08="ms-BN"),
    "SST": _several(m11="en-AS sm", p08="en-SG"),
    "AMT": _several(p04="hy", m04="pt pt-BR"),
    "ECT": _several(m05="es-EC", m04="en-AG"),
    "NST": _several(m0330="en-CA", p0545="ne"),
    "WST": _several(p08="en-AU", p13="sm en-WS"),
    # Where RFC 822 has one meaning, which holds unless the language is of the other place.
    "CDT": _several(m05="en-US", m04="es-CU"),
    "PST": _several(m08="en-US", p08="fil en-PH ceb"),
    "MST": _several(m07="en-US", p08="ms en-MY", p0630="my"),
    "EST": _several(m05="en-US", p10="en-AU"),
    "EDT": _several(m04="en-US", p11="en-AU"),
}

ZONES: Final[dict[str, tuple[Meaning, ...]]] = {
    **{
        name: (Meaning(zone, frozenset(_OF.get(name, "").split())),)
        for name, zone in (RFC_822 | _ONE | _IN_ARABIC | _IN_ENGLISH).items()
    },
    **_SEVERAL,
}
"""Each abbreviation, as a rule in capitals, with all that it means."""

_CONTESTED = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(_SEVERAL)})(?![^\W\d_])", re.IGNORECASE)


def is_contested(text: str) -> bool:
    """Whether there is an abbreviation in *text* that means several zones.

    >>> is_contested("12 Sep 2025 10:38 IST"), is_contested("12 Sep 2025 10:38 PKT")
    (True, False)
    """
    return _CONTESTED.search(text) is not None


_PARTS = re.compile("([+-])([0-9]{1,2})(?::?([0-9]{2})(?::([0-9]{2}))?)?")


@functools.lru_cache(maxsize=256)
def offset(text: str) -> str:
    """An offset such as ``+5``, ``-0400``, ``+05:30`` as a moment has it. Inverse of `offset_like`.

    Raises:
        ValueError: it is a day or more.
    """
    match = cast("re.Match[str]", _PARTS.fullmatch(text))  # a shape has nothing else for one
    sign, hours, minutes, seconds = match.groups(default="00")
    zone = f"{sign}{hours:0>2}:{minutes}" + (f":{seconds}" if seconds != "00" else "")
    return str(Moment(1, 1, 1, 0, zone=zone).zone)  # which refuses +99:00


def offset_like(zone: str, like: str) -> str:
    """The offset *zone* (``+05:00``) with the digits and colons of *like*. Inverse of `offset`.

    >>> offset_like("+05:00", "-0400"), offset_like("+05:30", "-4"), offset_like("+05:00", "-4")
    ('+0500', '+05:30', '+5')
    """
    digits = like[1:]
    if ":" in digits or len(zone) > len("+05:00"):
        return zone
    if len(digits) == len("0500"):
        return zone.replace(":", "")
    if zone[4:] != "00":
        return zone
    return zone[:3] if len(digits) == len("05") else zone[0] + str(int(zone[1:3]))
