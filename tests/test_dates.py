"""How dates are read and written: laws over all shapes, and the spellings in use."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import pickle
import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit.dates import (
    Ambiguous,
    Reading,
    begins,
    find,
    read,
    reading,
    readings,
    recipe,
    shape,
    usual,
    vocabulary,
    write,
)
from snippetkit.dates.digits import plain, spelled
from snippetkit.dates.hints import NO_HINTS
from snippetkit.dates.language import world
from snippetkit.dates.permuted import permuted
from snippetkit.dates.vocabulary import Vocabulary, fold, traced
from snippetkit.errors import InvalidValue, MissingExtra
from snippetkit.model import Moment
from snippetkit.testing.moments import moments

# One text of each shape and manner, and what it says.
SPELLINGS = {
    "2025": "2025",
    "2025-09": "2025-09",
    "2025-09-12": "2025-09-12",
    "2024-4-09": "2024-04-09",
    "2024-4-9": "2024-04-09",
    "2026/04/24": "2026-04-24",
    "2026/4/24 4:05": "2026-04-24T04:05",
    "1404-06-21": "1404-06-21",
    "2025-09-12T10": "2025-09-12T10",
    "2025-09-12T10Z": "2025-09-12T10+00:00",
    "2025-09-12T10[Asia/Karachi]": "2025-09-12T10+05:00[Asia/Karachi]",
    "2025-09-12T10:38": "2025-09-12T10:38",
    "2025-09-12t10:38:19z": "2025-09-12T10:38:19+00:00",
    "2025-09-12T10:38:19Z": "2025-09-12T10:38:19+00:00",
    "2025-09-12T10:38:19.5": "2025-09-12T10:38:19.500000",
    "2025-09-12T10:38:19.000Z": "2025-09-12T10:38:19.000000+00:00",
    "2025-09-12T10:38:19+05:00[Asia/Karachi]": "2025-09-12T10:38:19+05:00[Asia/Karachi]",
    "1900-01-01T10:38:19+04:36:45": "1900-01-01T10:38:19+04:36:45",
    "2025-09-12 10:38": "2025-09-12T10:38",
    "2025-09-12 10:38:19.25 UTC": "2025-09-12T10:38:19.250000+00:00",
    "2014-06-16 11:20:38 -0400": "2014-06-16T11:20:38-04:00",
    "2014-06-16 11:20:38 -04": "2014-06-16T11:20:38-04:00",
    "2014-06-16 11:20:38 -4": "2014-06-16T11:20:38-04:00",
    "2014-06-16 4:00:00": "2014-06-16T04:00:00",
    "20220115T10:00:00Z": "2022-01-15T10:00:00+00:00",
    "20220115T100000Z": "2022-01-15T10:00:00+00:00",
    "20220115T1000": "2022-01-15T10:00",
    "20220115T100000.5-0300": "2022-01-15T10:00:00.500000-03:00",
    "25/12/2025": "2025-12-25",
    "12/25/2025 10:38 pm": "2025-12-25T22:38",
    "05/05/2025": "2025-05-05",
    "25.12.2025": "2025-12-25",
    "13-9-2017": "2017-09-13",
    "September 12, 2025": "2025-09-12",
    "SEPTEMBER 12, 2025": "2025-09-12",
    "september 12 2025": "2025-09-12",
    "September 12,2025": "2025-09-12",
    "September 12th, 2025": "2025-09-12",
    "Sep 12 2025": "2025-09-12",
    "Sept. 12, 2025": "2025-09-12",
    "Sept 12, 2025": "2025-09-12",
    "Sep. 12, 2025": "2025-09-12",
    "May 3, 2025": "2025-05-03",
    "12 September 2025": "2025-09-12",
    "12 Sep, 2025": "2025-09-12",
    "12th September 2025": "2025-09-12",
    "1ST of MAY 2025": "2025-05-01",
    "12-Sep-2025": "2025-09-12",
    "September 2025": "2025-09",
    "Sep, 2025": "2025-09",
    "Fri, Apr 24 2026 10:38:19 pm": "2026-04-24T22:38:19",
    "Friday, April 24, 2026": "2026-04-24",
    "Fri. April 24, 2026": "2026-04-24",
    "Friday, April 24, 2026 at 10:38 PM": "2026-04-24T22:38",
    "Friday, April 24, 2026 at 4 p.m.": "2026-04-24T16",
    "April 24, 2026 10:38 p.m. EDT": "2026-04-24T22:38-04:00",
    "April 24, 2026, 10:38\u202fPM": "2026-04-24T22:38",
    "April 24, 2026 - 9:05am": "2026-04-24T09:05",
    "April 24, 2026 | 09:05 Am": "2026-04-24T09:05",
    "24 April 2026, 10:38 pm": "2026-04-24T22:38",
    "Fri, 24 Apr 2026 22:38:19 +0500": "2026-04-24T22:38:19+05:00",
    "Fri, 24 Apr 2026 22:38:19 GMT": "2026-04-24T22:38:19+00:00",
    "Fri, 24 Apr 2026 22:38 UT": "2026-04-24T22:38+00:00",
    "Fri, 24 Apr 2026 22:38:19 -0000": "2026-04-24T22:38:19-00:00",
    "24 Apr 2026 22:38:19 PST": "2026-04-24T22:38:19-08:00",
    "Fri Apr 24 2026 22:38:19 GMT+0500": "2026-04-24T22:38:19+05:00",
    "Fri Apr 24 2026 22:38 UTC+5": "2026-04-24T22:38+05:00",
    "Fri Apr 24 22:38:19 EST 2026": "2026-04-24T22:38:19-05:00",
    "Fri Apr  3 22:38:19 2026": "2026-04-03T22:38:19",
    "Fri Apr 3 22:38:19 2026": "2026-04-03T22:38:19",
    "10:38 pm, April 24, 2026": "2026-04-24T22:38",
    "10:38 PM EDT on Friday, April 24, 2026": "2026-04-24T22:38-04:00",
    "22:38 24 April 2026": "2026-04-24T22:38",
    "10pm Friday 24 April 2026": "2026-04-24T22",
    "April 24, 2026 10:38[Asia/Karachi]": "2026-04-24T10:38+05:00[Asia/Karachi]",
    "2026 April 24": "2026-04-24",
    "2026-Apr-24": "2026-04-24",
    "Apr-24-2026": "2026-04-24",
    "24/Apr/2026": "2026-04-24",
    "April 24 10:38 2026": "2026-04-24T10:38",
    "April 24 10:38:19 pm 2026": "2026-04-24T22:38:19",
    "April 24 10 pm 2026": "2026-04-24T22",
    "Fri 2026 Apr 24": "2026-04-24",
    "2026, 24th April": "2026-04-24",
    "September  12, 2025": "2025-09-12",
    "2026 Apr 24 10:38 -05": "2026-04-24T10:38-05:00",
    "2026 Apr 24 10:38 GMT+5": "2026-04-24T10:38+05:00",
    "2026 Apr 24 10:38 EST": "2026-04-24T10:38-05:00",
    "2026 Apr 24 10:38:19.5": "2026-04-24T10:38:19.500000",
    "12SEP2025": "2025-09-12",
    "25.Sep.2003": "2003-09-25",
    "Thu Sep 25 10:36:28 BRST 2003": "2003-09-25T10:36:28-02:00",
    "the 24th of April 2026": "2026-04-24",
    # what feeds and pages have, by the list of quirks
    "Thu, 07 Dec 17 10:00:00 GMT": "2017-12-07T10:00:00+00:00",
    "Fri, 24 Apr 26 22:38:19 GMT": "2026-04-24T22:38:19+00:00",
    "03 Apr 02 1500 GMT": "2002-04-03T15:00+00:00",
    "03 Apr 72 1500 -0500": "1972-04-03T15:00-05:00",
    "Wed, 27 July 2011": "2011-07-27",
    "Wed 5 Jan 2011": "2011-01-05",
    "mer, 16 nov 2022 10:00:00 +0100": "2022-11-16T10:00:00+01:00",
    "2025-09-12T10:38:19.123456789Z": "2025-09-12T10:38:19.123456+00:00",
    "2016-01-30 00:58:05.044 +0200": "2016-01-30T00:58:05.044000+02:00",
    # a full stop in the clock time: beside a month's name English, else of the others
    "Fri 12 Sep 2025 22.38": "2025-09-12T22:38",
    "12 September 2025 22.38": "2025-09-12T22:38",
    "Friday 12 September 2025 10.38 pm EDT": "2025-09-12T22:38-04:00",
    "Fri 12 Sep 2025 10.38pm": "2025-09-12T22:38",
    "September 12, 2025, 22.38": "2025-09-12T22:38",
    "22.38 on 12 September 2025": "2025-09-12T22:38",
    "04.05.2025 10.38": "2025-05-04T10:38",
    # zones
    "8 September, 2025 | 10:38 pm PKT": "2025-09-08T22:38+05:00",
    "Sep 12, 2025 10:38 AM (PST)": "2025-09-12T10:38-08:00",
    "September 12, 2025 at 10:38 p.m. ET": "2025-09-12T22:38-04:00[America/New_York]",
    "September 12, 2025 10:38 Asia/Karachi": "2025-09-12T10:38+05:00[Asia/Karachi]",
    "2025-09-12 10:38 (Asia/Karachi)": "2025-09-12T10:38+05:00[Asia/Karachi]",
    "Fri Apr 24 2026 22:38:19 Coordinated Universal Time": "2026-04-24T22:38:19+00:00",
    # blanks that are no spaces, marks that are not seen
    "September\xa012, 2025": "2025-09-12",
    "\u200f12\u200f/25\u200f/2025": "2025-12-25",
    "\ufeff2025-09-12": "2025-09-12",
    # other digits, other languages
    "２０２５-０９-１２": "2025-09-12",
    "2025年1月2日": "2025-01-02",
    "2025年9月12日 下午10:38": "2025-09-12T22:38",
    "2025年9月12日（金）22時38分": "2025-09-12T22:38",
    "2025年9月12日 晚上10:38": "2025-09-12T22:38",
    "令和7年9月12日": "2025-09-12",
    "民國114年9月12日": "2025-09-12",
    "2025년 9월 12일 금요일 오후 10:38": "2025-09-12T22:38",
    "2025년 9월 12일 오후 10시 38분": "2025-09-12T22:38",
    "12 ستمبر 2025": "2025-09-12",
    "5 مئی 2015": "2015-05-05",
    "جنوری 5، 2015": "2015-01-05",
    "۱۲ ستمبر ۲۰۲۵ء": "2025-09-12",
    "جمعہ 12 ستمبر 2025": "2025-09-12",
    "١٢ سبتمبر ٢٠٢٥": "2025-09-12",
    "12 أيلول 2025": "2025-09-12",
    "12 ايلول/سبتمبر 2025": "2025-09-12",
    "12 شتنبر 2025": "2025-09-12",
    "12 غشت 2025": "2025-08-12",
    "12 سبتمبر 2025 10:38 مساءً بتوقيت مكة": "2025-09-12T22:38+03:00",
    "12 سبتمبر 2025 - 10:38 صباحاً بتوقيت القاهرة": "2025-09-12T10:38+03:00[Africa/Cairo]",
    "12 سبتمبر 2025 22:38 بتوقيت جرينتش": "2025-09-12T22:38+00:00",
    "12 Sep 2025 10:38 PM (Mecca time)": "2025-09-12T22:38+03:00",
    "2025-09-12 22:38:15 (Beijing Time)": "2025-09-12T22:38:15+08:00",
    "Sept. 12, 2025, 10:38 p.m. Eastern time": "2025-09-12T22:38-04:00[America/New_York]",
    "12 Eylül 2025 22:38 TSİ": "2025-09-12T22:38+03:00",
    "12/09/2025, 22:38 WIB": "2025-09-12T22:38+07:00",
    "12.09.2025 22:38 мск": "2025-09-12T22:38+03:00",
    "2025/9/12(金) 22:38配信": "2025-09-12T22:38",
    "18 رمضان 1446 هـ": "2025-03-18",
    "۱۸ رمضان ۱۴۴۶ ہجری": "2025-03-18",
    "18 Ramadan 1446 AH": "2025-03-18",
    "۲۱ شهریور ۱۴۰۴": "2025-09-12",
    "۲۱ شهريور ۱۴۰۴": "2025-09-12",
    "جمعه ۲۱ شهریور ۱۴۰۴ ساعت ۲۲:۳۸": "2025-09-12T22:38",
    "پنج‌شنبه ۱۱ سپتامبر ۲۰۲۵": "2025-09-11",
    "پنجشنبه ۱۱ سپتامبر ۲۰۲۵": "2025-09-11",
    "12 กันยายน 2568": "2025-09-12",
    "วันศุกร์ที่ 12 กันยายน พ.ศ. 2568 เวลา 22.38 น.": "2025-09-12T22:38",
    "๑๒ กันยายน ๒๕๖๘": "2025-09-12",
    "शुक्रवार, १२ सितम्बर २०२५": "2025-09-12",
    "১২ সেপ্টেম্বর, ২০২৫ | ১০:৩৮ পিএম": "2025-09-12T22:38",
    "፲፪ ሴፕቴምበር ፳፻፳፭": "2025-09-12",
    "12 septembre 2025 à 22h38": "2025-09-12T22:38",
    "1er septembre 2025": "2025-09-01",
    "15 AOÛT 2025": "2025-08-15",
    "15 aout 2025": "2025-08-15",
    "Freitag, den 12. September 2025, 22.38 Uhr": "2025-09-12T22:38",
    "12. syyskuuta 2025 klo 22.38": "2025-09-12T22:38",
    "04.07.2025, 22:38 Uhr": "2025-07-04T22:38",
    "Freitag, 04.07.2025": "2025-07-04",
    "4.7.2025 klo 22.38": "2025-07-04T22:38",
    "fredag den 12. september 2025 kl. 22.38": "2025-09-12T22:38",
    "12 de septiembre de 2025, 22:38 h": "2025-09-12T22:38",
    "Septiembre 12, 2025": "2025-09-12",
    "12 de setembro de 2025 às 22h38": "2025-09-12T22:38",
    "12 сентября 2025 г. в 22:38 МСК": "2025-09-12T22:38+03:00",
    "12 сентября 2025, 22:38 мск": "2025-09-12T22:38+03:00",
    "12-го сентября 2025 года": "2025-09-12",
    "12 września 2025 r., godz. 22:38": "2025-09-12T22:38",
    "12 Eylül 2025 Cuma, 22:38": "2025-09-12T22:38",
    "12 KASIM 2025": "2025-11-12",
    "12 EKİM 2025": "2025-10-12",
    "Jumat, 12 September 2025 | 22:38 WIB": "2025-09-12T22:38+07:00",
    "Thứ Sáu, ngày 12 tháng 9 năm 2025, 22:38": "2025-09-12T22:38",
    "12. rujna 2025. u 22:38": "2025-09-12T22:38",
    "12. listopada 2025.": "2025-10-12",
    "2025. gada 12. septembris": "2025-09-12",
    "2025. szeptember 12. 22:38": "2025-09-12T22:38",
    "יום שישי, 12 בספטמבר 2025": "2025-09-12",
    "septembre 2025": "2025-09",
    "сентябрь 2025 г.": "2025-09",
    "2025年9月": "2025-09",
    "2025年": "2025",
}
LIKES = list(SPELLINGS)


def _is_english(text: str) -> bool:
    """Whether a text is of English words, or of none, and of nothing that has a width of its own."""
    found = readings(text)[0].languages
    plain = text.isascii() and text[:2] != "03" and "AH" not in text
    return plain and (not found or found[0] == "en")


PARTS = ["year", "month", "day", "hour", "minute", "second", "microsecond"]


@given(moments())
def test_whatever_a_moment_prints_is_read(moment: Moment) -> None:
    """`read` reads all of ISO 8601 that `Moment.parse` reads, as that does."""
    assert read(str(moment)) == moment


@given(
    st.from_regex(
        r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}(:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?)?"
        r"(Z|[+-][0-9]{2}(:[0-9]{2})?)?(\[(Asia/Karachi|X)\])?)?)?)?",
        fullmatch=True,
    )
)
def test_read_agrees_with_parse_on_iso_8601(text: str) -> None:
    """Both read a text of ISO 8601 alike, or both refuse it."""
    assert _outcome(text) == _parsed(text)


def _outcome(text: str) -> Moment | None:
    try:
        return read(text)
    except ValueError:
        return None


def _parsed(text: str) -> Moment | None:
    try:
        return Moment.parse(text)
    except ValueError:
        return None


@given(st.text() | st.text("0123456789 ,:-/.+TZapm", max_size=30))
@example("Fri, \ud800 24 2026")
@example("9" * 5000)
@example("May 5 2025 " + "9" * 40)
def test_read_of_any_text_raises_only_value_error(text: str) -> None:
    """Whatever the text, there is a moment that can be written, or a ValueError."""
    moment = _outcome(text)
    assert moment is None or read(write(moment, text)) == moment


@given(st.sampled_from(LIKES), st.data())
def test_read_of_damaged_dates_raises_only_value_error(text: str, data: st.DataObject) -> None:
    """A date with one piece replaced is read or refused, and what is read can be written."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 3, len(text))))
    piece = data.draw(st.sampled_from(["", "0", "99", "24", " ", "May", "pm", "-", "Z", ":", ".5"]))
    damaged = text[:start] + piece + text[end:]
    moment = _outcome(damaged)
    assert moment is None or read(write(moment, damaged)) == moment


@given(moments(), st.sampled_from(LIKES) | st.text(max_size=20))
def test_read_is_the_inverse_of_write(moment: Moment, like: str) -> None:
    """What is written is read back as it was, in the manner of whatever text; twice is as once."""
    text = write(moment, like)
    assert read(text) == moment
    assert write(moment, text) == text


@given(moments())
def test_without_a_manner_iso_8601_is_written(moment: Moment) -> None:
    """Without a text to follow, and after one that is no date, the ISO spelling is written."""
    assert write(moment) == write(moment, "whenever") == write(moment, "") == str(moment)


@given(
    st.sampled_from(
        [one for one in LIKES if _is_english(one) and one[2] not in "/.-" and "p." not in one]
    ),
    st.datetimes(dt.datetime(2010, 1, 1), dt.datetime(2030, 1, 1)),
)
def test_the_manner_is_kept(like: str, wall: dt.datetime) -> None:
    """A moment of the same parts has the same marks and spaces, and as many words and numbers."""
    said = read(like)
    parts = {part: getattr(wall, part) for part in PARTS[: PARTS.index(said.precision) + 1]}
    written = write(Moment(**parts, zone=said.zone), like)
    assert _skeleton(written) == _skeleton(like)


def _skeleton(text: str) -> str:
    # May has no dot in the list of the Associated Press.
    return re.sub("[0-9A-Za-z]+", "x", text.replace(". ", " ")).replace("  ", " ")


@pytest.mark.parametrize(("text", "moment"), SPELLINGS.items())
def test_the_spellings_in_use_are_read(text: str, moment: str) -> None:
    """Each says exactly what the table says, and is written back as it stands."""
    assert str(read(text)) == moment
    assert write(read(text), text) == text
    assert begins(text, 0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thu, Apr 24 2026 10:38:19 pm", "2026-04-24 is a Friday, not Thursday"),
        ("Thu 2026 Apr 24", "2026-04-24 is a Friday, not Thursday"),
        ("04/05/2025", "day and month may be either way round, 2025-05-04 or 2025-04-05"),
        ("2025-09-12 10:38 BST", r"it may be .*\+01:00 or .*\+06:00"),
        ("Sept. 12", "no year is said; reference= gives a day that it is near to"),
        ("5 May 25", "a year of two digits; reference="),
        ("2025.09.12", "order='YMD' says so"),
        ("12 9 2025", "three numbers with blanks between them"),
        ("18 رمضان 1746 هـ", "1746 is no Hijri year from 1343 to 1500"),
        ("30 رمضان 1446 هـ", "there is no day 30 in month 9 of Hijri 1446"),
        ("31 شهریور 1604", "1604 is no Jalali year from 1200 to 1499"),
        ("31 اسفند 1404", "there is no day 31 in month 12 of Jalali 1404"),
        ("x" * 200, "not a date .*: '" + "x" * 60 + "…'"),
        ("رمضان 1446", "a month of that calendar is no month of the Gregorian one"),
        ("平成40年9月12日", "not in the era that is named"),
        ("April 24, 2026 13:30 pm", "13 is no hour of the twelve-hour clock"),
        ("whenever", "not a date in a spelling known here, such as September 12, 2025"),
        ("x" * 100, "x…'"),
    ],
)
def test_a_refusal_says_why(text: str, reason: str) -> None:
    """The message is for people."""
    with pytest.raises(ValueError, match=reason):
        read(text)


@pytest.mark.parametrize(
    ("like", "moment", "text"),
    [
        ("September 12, 2025", "2025-10-03", "October 3, 2025"),
        ("September 2, 2025", "2025-10-13", "October 13, 2025"),
        ("September 02, 2025", "2025-10-03", "October 03, 2025"),
        ("SEPTEMBER 12, 2025", "2025-10-03", "OCTOBER 3, 2025"),
        ("sep 12 2025", "2025-10-03", "oct 3 2025"),
        ("Sept. 12, 2025", "2025-03-03", "March 3, 2025"),
        ("Sept. 12, 2025", "2025-12-03", "Dec. 3, 2025"),
        ("Sep. 12, 2025", "2025-03-03", "Mar. 3, 2025"),
        ("Sept 12, 2025", "2025-06-03", "June 3, 2025"),
        ("Jan. 12, 2025", "2025-09-03", "Sept. 3, 2025"),
        ("Jun 12, 2025", "2025-09-03", "Sep 3, 2025"),
        ("June 12, 2025", "2025-09-03", "September 3, 2025"),
        ("May 12, 2025", "2025-09-03", "September 3, 2025"),
        ("Mon, May 12 2025", "2025-09-03", "Wed, Sep 3 2025"),
        ("Monday, May 12, 2025", "2025-09-03", "Wednesday, September 3, 2025"),
        ("Tues., Sept. 9, 2025", "2025-09-11", "Thurs., Sept. 11, 2025"),
        ("FRI, 24 APR 2026", "2026-05-02", "SAT, 2 MAY 2026"),
        ("12th September 2025", "2025-09-01", "1st September 2025"),
        ("12TH SEPTEMBER 2025", "2025-09-22", "22ND SEPTEMBER 2025"),
        ("1st of May 2025", "2025-05-13", "13th of May 2025"),
        ("September 2025", "0012-10", "October 0012"),
        ("Fri, Apr 24 2026 10:38:19 pm", "2026-04-25T09:05:00", "Sat, Apr 25 2026 09:05:00 am"),
        ("Fri, Apr 24 2026 10:38:19 pm", "2026-05-05T00:05:00", "Tue, May 05 2026 12:05:00 am"),
        ("April 24, 2026 10:38:19 pm", "2026-05-05T09:05:00", "May 5, 2026 09:05:00 am"),
        ("Fri, Apr 3 2026 9:38:19 PM", "2026-05-05T12:05:00", "Tue, May 5 2026 12:05:00 PM"),
        ("April 24, 2026 10:38 p.m.", "2026-04-25T09:05", "April 25, 2026 9:05 a.m."),
        ("April 24, 2026 at 09:38 P.M.", "2026-04-25T09:05", "April 25, 2026 at 09:05 A.M."),
        ("10:38 pm, April 24, 2026", "2026-04-25T09:05", "9:05 am, April 25, 2026"),
        (
            "Friday, April 24, 2026 at 4 p.m.",
            "2026-04-25T11",
            "Saturday, April 25, 2026 at 11 a.m.",
        ),
        ("2025-09-12 10:38", "2025-10-03T04:05", "2025-10-03 04:05"),
        ("2025-09-12 4:38", "2025-10-03T04:05", "2025-10-03 4:05"),
        ("2024-4-09", "2024-11-02", "2024-11-02"),
        ("2024-4-12", "2024-11-02", "2024-11-2"),
        ("2024-12-9", "2024-02-02", "2024-2-2"),
        ("2024-12-12", "2024-02-02", "2024-02-02"),
        ("2026/04/24", "2026-05-02", "2026/05/02"),
        ("25/12/2025", "2025-01-31", "31/01/2025"),
        ("25/12/2025", "2025-01-02", "2025-01-02"),
        ("12/25/2025", "2025-01-31", "01/31/2025"),
        ("20221115T100000Z", "2022-01-05T01:02:03+00:00", "20220105T010203Z"),
        ("2025-09-12T10:38:19Z", "2025-09-12T10:38:20+05:00", "2025-09-12T10:38:20+05:00"),
        ("2025-09-12T10:38:19Z", "2025-09-12T10:38:20-00:00", "2025-09-12T10:38:20-00:00"),
        (
            "2025-09-12T10:38:19.000Z",
            "2025-09-12T10:38:20.250000+00:00",
            "2025-09-12T10:38:20.250Z",
        ),
        ("2025-09-12T10:38:19.5", "2025-09-12T10:38:20.123456", "2025-09-12T10:38:20.123456"),
        (
            "Fri, 24 Apr 2026 22:38:19 GMT",
            "2026-05-02T09:05:00+05:00",
            "Sat, 02 May 2026 09:05:00 +0500",
        ),
        (
            "Fri, 24 Apr 2026 22:38:19 GMT",
            "2026-05-02T09:05:00+00:00",
            "Sat, 02 May 2026 09:05:00 GMT",
        ),
        (
            "Fri, 24 Apr 2026 22:38:19 +0500",
            "2026-05-02T09:05:00-00:00",
            "Sat, 02 May 2026 09:05:00 -0000",
        ),
        (
            "Fri, 24 Apr 2026 22:38:19 +0500",
            "1900-05-02T09:05:00+04:36:45",
            "Wed, 02 May 1900 09:05:00 +04:36:45",
        ),
        ("April 24, 2026 10:38 pm EDT", "2026-01-02T22:38-05:00", "January 2, 2026 10:38 pm EST"),
        ("April 24, 2026 10:38 pm EDT", "2026-01-02T22:38-06:00", "January 2, 2026 10:38 pm -0600"),
        ("2014-06-16 11:20 -04", "2014-06-16T11:20+05:00", "2014-06-16 11:20 +05"),
        ("2014-06-16 11:20 -04", "2014-06-16T11:20+05:30", "2014-06-16 11:20 +05:30"),
        ("2014-06-16 11:20 -4", "2014-06-16T11:20+05:00", "2014-06-16 11:20 +5"),
        (
            "Fri Apr 24 2026 22:38:19 GMT+0500",
            "2026-04-25T22:38:19-03:30",
            "Sat Apr 25 2026 22:38:19 GMT-0330",
        ),
        ("Fri Apr  3 22:38:19 2026", "2026-04-04T22:38:19", "Sat Apr  4 22:38:19 2026"),
        ("Fri Apr  3 22:38:19 2026", "2026-04-24T22:38:19", "Fri Apr 24 22:38:19 2026"),
        (
            "2025-09-12 10:38[Asia/Karachi]",
            "2025-01-12T10:38[Europe/London]",
            "2025-01-12 10:38[Europe/London]",
        ),
        # other languages: names in their row and case, digits, what stands between
        ("12 ستمبر 2025", "2025-10-03", "3 اکتوبر 2025"),
        ("۱۲ ستمبر ۲۰۲۵ء", "2025-10-03", "۳ اکتوبر ۲۰۲۵ء"),
        ("2025年9月12日 星期五", "2025-10-03", "2025年10月3日 星期五"),
        ("2025年09月12日", "2025-01-03", "2025年01月03日"),
        ("2025年9月12日 下午10:38", "2025-10-03T09:05", "2025年10月3日 上午9:05"),
        ("令和7年9月12日", "2026-10-03", "令和8年10月3日"),
        ("令和7年9月12日", "2018-10-03", "2018-10-03"),
        ("18 رمضان 1446 هـ", "2025-09-12", "20 ربيع الأول 1447 هـ"),
        ("۲۱ شهریور ۱۴۰۴", "2025-10-03", "۱۱ مهر ۱۴۰۴"),
        ("12 กันยายน 2568", "2026-10-03", "3 ตุลาคม 2569"),
        ("፲፪ ሴፕቴምበር ፳፻፳፭", "2025-10-03", "፫ ኦክቶበር ፳፻፳፭"),
        ("12 septembre 2025 à 22h38", "2025-02-03T09:05", "3 février 2025 à 09h05"),
        ("1er septembre 2025", "2025-10-03", "3 octobre 2025"),
        ("vendredi 12 septembre 2025", "2025-10-04", "samedi 4 octobre 2025"),
        ("VENDREDI 12 SEPTEMBRE 2025", "2025-08-04", "LUNDI 4 AOÛT 2025"),
        ("12 septiembre 2025", "2025-10-03", "3 octubre 2025"),
        ("12 de setembre de 2025", "2025-10-03", "3 d’octubre de 2025"),
        ("1. april 2025", "2025-08-03", "3. august 2025"),
        ("1 april 2025", "2025-08-03", "3 augustus 2025"),
        ("1. April 2025", "2025-05-03", "3. Mai 2025"),
        ("12 EYLÜL 2025", "2025-10-03", "3 EKİM 2025"),
        ("Vendredi 12 Septembre 2025", "2025-10-04", "Samedi 4 Octobre 2025"),
        ("12 ايلول 2025", "2025-10-03", "3 تشرين الأول 2025"),
        ("12 sept 2025", "2025-10-03", "3 oct 2025"),
        ("12 févr. 2025", "2025-10-03", "3 oct. 2025"),
        ("12 fevr 2025", "2025-08-03", "3 août 2025"),
        ("2025年9月12日 早晨6:38", "2025-09-13T11:05", "2025年9月13日 早晨11:05"),
        ("2025年9月12日 早晨6:38", "2025-09-12T01:05", "2025-09-12T01:05"),
        ("18 رمضان 1446 هـ", "2025-09", "2025-09"),
        ("18 رمضان 1446 هـ", "1825-09-12", "1825-09-12"),
        ("۲۱ شهریور ۱۴۰۴", "0500-09-12", "0500-09-12"),
        ("12 сентября 2025 г.", "2025-03-03", "3 марта 2025 г."),
        ("сентябрь 2025 г.", "2025-03", "март 2025 г."),
        ("12. rujna 2025.", "2025-10-03", "3. listopada 2025."),
        ("יום שישי, 12 בספטמבר 2025", "2025-10-04", "יום שבת, 4 באוקטובר 2025"),
        ("2025. gada 12. septembris", "2025-10-03", "2025. gada 3. oktobris"),
        ("12 أيلول 2025", "2025-10-03", "3 تشرين الأول 2025"),
        ("12 Sept 2025 22:38 PKT", "2025-10-03T22:38+00:00", "3 Oct 2025 22:38 +0000"),
        (
            "Sept. 12, 2025 at 10:38 p.m. ET",
            "2025-10-03T09:05[America/Chicago]",
            "Oct. 3, 2025 at 9:05 a.m. CT",
        ),
        (
            "Tue, 07 Oct 2025 12:00:00 &#43;0000",
            "2025-10-08T12:00:00+05:00",
            "Wed, 08 Oct 2025 12:00:00 +0500",
        ),
        ("2025-09-12T10:38:19.123456789Z", "2025-09-12T10:38:20.5Z", "2025-09-12T10:38:20.500000Z"),
        ("Fri 12 Sep 2025 22.38", "2025-10-03T07:05", "Fri 3 Oct 2025 07.05"),
        ("Fri 12 Sep 2025 10.38pm", "2025-10-03T07:05", "Fri 3 Oct 2025 7.05am"),
        ("Friday 12 September 2025 22.38 EDT", "2025-10-04", "Saturday 4 October 2025"),
        ("04.05.2025 10.38", "2025-10-03T07:05", "03.10.2025 07.05"),
        # what the manner cannot hold
        ("September 12, 2025", "2025-10", "2025-10"),
        ("September 12, 2025", "2025-10-03T10:38", "2025-10-03T10:38"),
        ("2025-09-12 10:38", "2025-10-03T10:38Z", "2025-10-03T10:38+00:00"),
        ("2025-09-12 10:38Z", "2025-10-03T10:38", "2025-10-03T10:38"),
        (
            "2025-09-12 10:38+05:00",
            "2025-10-03T10:38[Asia/Karachi]",
            "2025-10-03T10:38+05:00[Asia/Karachi]",
        ),
        (
            "2025-09-12 10:38[Asia/Karachi]",
            "2008-10-31T23:30+05:00[Asia/Karachi]",
            "2008-10-31T23:30+05:00[Asia/Karachi]",
        ),
        ("2025-09-12 10:38[Asia/Karachi]", "2025-09-12T10:38+05:00", "2025-09-12T10:38+05:00"),
        ("Thu, Apr 24 2026", "2026-04-25", "2026-04-25"),
        ("vendredi 12 septembre 2025 à 22h38", "2025-10-03", "vendredi 3 octobre 2025"),
        ("September 12, 2025 (10:38 pm)", "2025-10-03", "October 3, 2025"),
        ("Fri, 12 Sep 2025 22:38:19 +0500", "2025-10-03", "Fri, 3 Oct 2025"),
        ("2025年9月12日（金）22時38分", "2025-10-03", "2025年10月3日（金）"),
        ("۱۲ ستمبر ۲۰۲۵ء | ۱۰:۳۸", "2025-10-03", "۳ اکتوبر ۲۰۲۵ء"),
        ("Fri Apr 24 22:38:19 EST 2026", "2025-10-03", "2025-10-03"),
        ("10:38 pm, Sep 12, 2025", "2025-10-03", "2025-10-03"),
        ("September 12, 2025 10:38 pm", "2025-10", "2025-10"),
    ],
)
def test_writing_follows_the_manner(like: str, moment: str, text: str) -> None:
    """Order, names, case, padding, clock and zone are those of the text that stood there."""
    assert write(Moment.parse(moment), like) == text


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("EST", 5),
        ("EDT", 4),
        ("CST", 6),
        ("CDT", 5),
        ("MST", 7),
        ("MDT", 6),
        ("PST", 8),
        ("PDT", 7),
    ],
)
def test_the_zones_of_rfc_822(zone: str, hours: int) -> None:
    """The zones of North America have the offsets of RFC 822."""
    assert read(f"24 Apr 2026 22:38 {zone}").zone == f"-0{hours}:00"


@given(st.sampled_from(LIKES))
def test_the_quick_ways_agree_with_weighing(text: str) -> None:
    """A day and a clock time taken apart, and a recipe, say what weighing says, or nothing."""
    weighed = reading.chosen(text, NO_HINTS).moment
    assert read(text) == weighed
    assert usual.day_and_time(text, reading.day_before) in (None, weighed)
    assert usual.usual_day(text) in (None, weighed)
    quick = recipe.quickly(text)
    assert quick in (None, weighed) or (quick is False and re.search(r"[\])]|/[A-Z]", text))


@given(
    st.sampled_from(["", "", *usual._WEEKDAYS]),
    st.sampled_from([*usual._DAYS]),
    st.sampled_from([*usual._YEARS, "25", "0999", "20255", "2025 "]),
)
@example(weekday="", start="Feb 29, ", year="2025")
def test_a_usual_day_is_what_weighing_says(weekday: str, start: str, year: str) -> None:
    """Each month, day and year of the tables; a wrong weekday is left to weighing."""
    text = weekday + start + year
    try:
        weighed = reading.chosen(text, NO_HINTS).moment
    except ValueError:
        weighed = None
    found = weighed if year in usual._YEARS else None
    assert usual.day_of(text) == (found and (found.year, found.month, found.day))
    assert usual.usual_day(text) == (None if weekday else found)


@given(
    st.sampled_from(
        ["Fri, Apr 24 2026 ", "Thu, Apr 24 2026 ", "May 5, 2025, ", "12 ستمبر 2025 ", "May "]
    ),
    st.sampled_from([*usual._OF_12.starts, *usual._OF_24.starts, "24:00", "1:38", "1O:38"]),
    st.sampled_from([*usual._OF_12.ends, *usual._OF_24.ends, ":60", ":9 pm", " pm", ""]),
)
@example(day="Apr 24 2026x", start="10:38", end=":19 pm")
@example(day="Apr 24 2026", start="10:38", end=":19")
def test_a_usual_clock_time_is_what_weighing_says(day: str, start: str, end: str) -> None:
    """Each hour, minute and second of the tables, as texts and as bytes; what is none is left alone."""
    text = day + start + end
    clock = usual.clock_of(text)
    known = usual._OF_12 if end[-1:] in ("m", "M") else usual._OF_24
    assert (clock is not None) == (start in known.starts and end in known.ends)
    try:
        weighed = reading.chosen(text, NO_HINTS).moment
    except ValueError:
        weighed = None
    found = usual.day_and_time(text, reading.day_before)
    assert found == (weighed if clock and weighed and weighed.day else None)
    if clock:
        both = clock.starts[start], clock.ends[end]
        in_bytes = clock.in_bytes
        assert (in_bytes.starts[start.encode()], in_bytes.ends[end.encode()]) == both


@given(
    st.sampled_from(LIKES),
    st.lists(st.integers(0, 9999).map(str) | st.integers(0, 99).map("{:02}".format), max_size=9),
)
@example("25/12/2025", ["12", "25", "2025"])
@example("Friday, April 24, 2026 at 10:38 PM", ["24", "2026", "13", "38"])
@example("2025年9月12日 下午10:38", ["2400", "9", "12", "10", "38"])
@example("2025年9月12日 凌晨1:20", ["2025", "9", "12", "11", "20"])
@example("2025年9月12日 中午12:30", ["2025", "9", "12", "9", "30"])
@example("04/05/2025 10:38", ["12", "5", "2025"])
@example("12/25/2025", ["12", "25", "2025"])
@example("25/05/2025 at 10:38", ["25", "05", "2025"])
@example("25/05/2025 at 10:38", ["05", "25", "2025"])
@example("12 September 2025, p. 4", [])
def test_a_recipe_agrees_with_weighing_whatever_the_numbers(like: str, numbers: list[str]) -> None:
    """The numbers of a known date replaced by others: both read it alike, or the recipe does not."""
    parts = re.split("([0-9]+)", like)
    parts[1::2] = (numbers + parts[1::2][len(numbers) :])[: len(parts[1::2])]
    text = "".join(parts)
    quick = recipe.quickly(text)
    assert not quick or quick == reading.chosen(text, NO_HINTS).moment


@pytest.mark.parametrize(
    ("text", "start", "found"),
    [
        ("Tashkent, September 12, 2025 – The Republic", 10, ("2025-09-12", 28)),
        ("KYIV, Sept. 12, 2025 (AP)", 6, ("2025-09-12", 20)),
        ("12 September 2025, Tashkent", 0, ("2025-09-12", 17)),
        ("Friday, 12 September 2025: rain", 0, ("2025-09-12", 25)),
        ("May 3, 2025", 0, ("2025-05-03", 11)),
        ("Tashkent, September 12, 2025 – The Republic", 9, None),
        ("Tashkent, September 12, 2025 – The Republic", 11, None),
        ("Tashkent, September 12, 20256", 10, None),
        ("Tashkent, September 12, 2025th", 10, None),
        ("112 September 2025", 1, None),
        ("Tashkent, September 12", 10, None),
        ("Tashkent, September 31, 2025", 10, None),
        ("Monday, September 12, 2025", 0, None),
        ("Chapter 12, 2025", 0, None),
        ("September\n12, 2025", 0, None),
        ("", 0, None),
        ("Ташкент, 12 сентября 2025 г. – в", 9, ("2025-09-12", 28)),
        ("北京2025年9月12日电", 2, ("2025-09-12", 12)),
        ("لاہور، 12 ستمبر 2025۔ بارش", 7, ("2025-09-12", 20)),
        ("Zagreb, 12. rujna 2025. – ", 8, ("2025-09-12", 23)),
        ("2025-09-12 – ", 0, None),
    ],
)
def test_find_a_date_in_a_text(text: str, start: int, found: tuple[str, int] | None) -> None:
    """A day with a month's name is found exactly where it begins, whole, or not at all."""
    result = find(text, start)
    assert result == (found and (Moment.parse(found[0]), found[1]))


@given(st.text(), st.sampled_from(LIKES))
def test_every_date_begins_as_dates_do(before: str, date: str) -> None:
    """`begins` passes no date by; a letter or mark that no date begins with is passed by."""
    assert begins(before + date, len(before))
    for text in ["", "Tashkent", "– 12 May", " 12 May", "(", "Qwx", "北京"]:
        assert not begins(text, 0)


@given(st.text(), st.sampled_from(LIKES), st.text())
def test_find_reads_what_read_reads(before: str, date: str, after: str) -> None:
    """What is found reads as found when it stands alone."""
    text = before + date + after
    result = find(text, len(before))
    if result is not None:
        moment, end = result
        assert read(text[len(before) : end]) == moment


def test_nothing_depends_on_the_machine() -> None:
    """Zone and locale of the machine, and the day, make no difference to what is read and written."""
    code = f"""
import locale, time
locale.setlocale(locale.LC_ALL, "")
time.time = lambda: {{day}}
from snippetkit.dates import read, write
for text in {LIKES!r}:
    print(ascii((str(read(text)), write(read(text), text))))
for text in ["May", "10", "10:38", "Sept. 12", "04/05/2025", "5 May 25"]:
    try:
        print(read(text), "was read")
    except ValueError:
        pass
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code.replace("{day}", day)],
            env=os.environ | {"TZ": zone, "LC_ALL": name, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for zone, name, day in [
            ("UTC", "C", "0"),
            ("America/New_York", "C.UTF-8", "1e9"),
            ("Asia/Tokyo", "C", "2e9"),
        ]
    }
    assert len(outputs) == 1
    assert "was read" not in outputs.pop()


def test_english_needs_no_table() -> None:
    """Importing the library, reading an English snippet and refusing plain words load no table."""
    code = """
import sys
from snippetkit import loads
from snippetkit.dates import language, read, begins
text = "## Rain\\nPublished on September 12, 2025\\nDate: Fri, Apr 24 2026 10:38:19 pm\\n\\n"
article = loads(text + "Tashkent, September 12, 2025 (AP) – It rained.\\n")
assert str(article.dateline.date) == "2025-09-12"
read("12 Sept. 2025"), read("2025-09-12 10:38"), begins("Tashkent", 0)
print(language._table.cache_info().currsize)
read("12 ستمبر 2025")
print(language._table.cache_info().currsize)
"""
    done = subprocess.run(
        [sys.executable, "-c", code.replace("\\\\", "\\")],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split() == ["0", "1"]


def test_the_caches_stay_small() -> None:
    """Many distinct texts, and long ones, leave no more than the bound behind."""
    day = dt.date(1990, 1, 1)
    for number in range(3000):
        read(f"{day + dt.timedelta(number):%Y-%m-%d} 10:38:19")
        read(f"{day + dt.timedelta(number):%Y-%m-%d}")
    for cache in (reading._remembered, reading.day_before):
        assert cache.cache_info().currsize <= 1024
    before = reading._remembered.cache_info(), reading.day_before.cache_info()
    assert _outcome("x" * 200 + " 10:38:19") is None
    assert (reading._remembered.cache_info(), reading.day_before.cache_info()) == before


@pytest.mark.parametrize("piece", ["9", "May ", " ", "1.", "a.", "10:", "Sept", "\n"])
def test_reading_is_linear(piece: str) -> None:
    """A text twenty times as long takes no more than a hundred times as long."""

    def seconds(text: str) -> float:
        begin = time.perf_counter()
        assert _outcome(text) is None
        return time.perf_counter() - begin

    short = min(seconds(piece * 20_000 + str(n)) for n in range(3))
    assert min(seconds(piece * 400_000 + str(n)) for n in range(3)) < 100 * short + 0.05


# ── what decides ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "hints", "moment"),
    [
        ("04/05/2025", {"order": "DMY"}, "2025-05-04"),
        ("04/05/2025", {"order": "MDY"}, "2025-04-05"),
        ("04/05/2025", {"languages": "en-GB"}, "2025-05-04"),
        ("04/05/2025", {"languages": ("en_US",)}, "2025-04-05"),
        ("04/05/2025", {"languages": ["ur", "en-PK"]}, "2025-05-04"),
        ("04/05/2025", {"languages": "fr"}, "2025-05-04"),
        ("04/05/2025", {"languages": "es-PR"}, "2025-04-05"),
        ("04/05/2025", {"languages": "en-US", "order": "DMY"}, "2025-05-04"),
        ("04/05/2025 10:38 pm", {"order": "DMY"}, "2025-05-04T22:38"),
        ("25/12/2025", {"languages": "en-US"}, "2025-12-25"),
        ("25/12/2025", {"order": "DMY"}, "2025-12-25"),
        ("2025/04/05", {"order": "DMY"}, "2025-04-05"),
        ("2025.04.05", {"order": "YMD"}, "2025-04-05"),
        ("2025.04.05", {"languages": "ko"}, "2025-04-05"),
        ("04 05 2025", {"languages": "yo"}, "2025-05-04"),
        # words and digits are of languages, which have an order
        ("Freitag, 04.07.2025", {}, "2025-07-04"),
        ("04.07.2025, 22:38 Uhr", {}, "2025-07-04T22:38"),
        ("٠٤/٠٧/٢٠٢٥", {}, "2025-07-04"),
        ("Fri, 04/07/2025", {}, "2025-07-04"),  # July 4: April 7 was a Monday
        # years
        ("Sept. 12", {"reference": "2025-10-01"}, "2025-09-12"),
        ("Dec 30", {"reference": "2026-01-02"}, "2025-12-30"),
        ("Jan 2", {"reference": dt.date(2025, 12, 30)}, "2026-01-02"),
        ("Feb 29", {"reference": "2026-01-02"}, "2024-02-29"),
        ("12 сентября", {"reference": "2025-10-01"}, "2025-09-12"),
        ("9月12日", {"reference": "2025-10-01"}, "2025-09-12"),
        ("Fri, Sep 12", {"reference": Moment(2025, 10, 1)}, "2025-09-12"),
        ("12/9/25", {"reference": "2025-10-01", "order": "DMY"}, "2025-09-12"),
        ("5 May 99", {"reference": "2025-10-01"}, "1999-05-05"),
        ("5 May 74", {"reference": "2025-10-01"}, "2074-05-05"),
        ("5 May 75", {"reference": "2025-10-01"}, "1975-05-05"),
        ("25. 9. 12.", {"reference": "2025-10-01", "languages": "ko"}, "2025-09-12"),
        # zones and names that are several things
        ("2025-09-12 10:38 BST", {"languages": "en-GB"}, "2025-09-12T10:38+01:00"),
        ("Fri 12 Sep 2025 22.38 BST", {"languages": "en-GB"}, "2025-09-12T22:38+01:00"),
        ("2025-09-12 10:38 BST", {"languages": "bn"}, "2025-09-12T10:38+06:00"),
        ("2025-09-12 10:38 IST", {"languages": "en-IN"}, "2025-09-12T10:38+05:30"),
        ("12 सितंबर 2025 10:38 IST", {}, "2025-09-12T10:38+05:30"),
        ("2025-09-12 10:38 CST", {"languages": "zh"}, "2025-09-12T10:38+08:00"),
        ("2025-09-12 10:38 CST", {"languages": "en-US"}, "2025-09-12T10:38-06:00"),
        ("2025-09-12 10:38 PST", {"languages": "en-PH"}, "2025-09-12T10:38+08:00"),
        ("2025-09-12 10:38 PST", {}, "2025-09-12T10:38-08:00"),
        ("12 listopada 2025", {}, "2025-11-12"),  # as Polish has it
        ("12. listopada 2025.", {}, "2025-10-12"),  # as Croatian has it
        ("12. listopada 2025", {"languages": "hr"}, "2025-10-12"),
        ("12. listopada 2025", {"languages": "pl"}, "2025-11-12"),
        # calendars
        ("1404/06/21", {"languages": "fa"}, "2025-09-12"),
        ("1404-06-21 10:38", {"languages": "fa"}, "2025-09-12T10:38"),
        ("۱۴۰۴/۰۶/۲۱", {"languages": "fa-IR"}, "2025-09-12"),
        ("12/09/2568", {"languages": "th"}, "2025-09-12"),
        ("๑๒/๐๙/๒๕๖๘", {}, "2025-09-12"),
        # what has one reading has it whatever the hints
        ("September 12, 2025", {"languages": "ur", "order": "YMD", "reference": "1900-01-01"}, "2025-09-12"),
        ("12 ستمبر 2025", {"languages": ("xx", "tlh")}, "2025-09-12"),
    ],
)  # fmt: skip
def test_hints_decide_where_a_text_has_several_readings(text: str, hints: Any, moment: str) -> None:
    """Order, languages and reference; and what is written with them is read with them."""
    assert str(read(text, **hints)) == moment
    assert read(write(read(text, **hints), text, **hints), **hints) == read(text, **hints)
    assert Moment.read(text, **hints) == read(text, **hints)


@pytest.mark.parametrize(
    ("text", "hints", "reason"),
    [
        ("04/05/2025", {"languages": ("fr", "en-US")}, "either way round"),
        ("04/05/2025", {"languages": "en"}, "either way round"),
        ("25/12/2025", {"order": "MDY"}, "no date in the order MDY"),
        ("Fri, Sep 12", {"reference": "2024-10-01"}, "2024-09-12 is a Thursday, not Friday"),
        ("Feb 30", {"reference": "2024-10-01"}, "there is no day 30 in month 2"),
        ("۱۴۰۴/۰۶/۲۱", {}, "it may be 1404-06-21 or 2025-09-12; languages= decides"),
        ("1404/06/21 10:38", {"languages": "en"}, "it may be 1404-06-21T10:38 or 2025-09-12T10:38"),
        ("04/05/2025", {"order": "dmy"}, "order must be one of DMY, MDY, YMD, not 'dmy'"),
        ("Sept. 12", {"reference": "2025-09"}, "reference must say a day"),
        ("Sept. 12", {"reference": "today"}, "not a date as ISO 8601 writes it"),
        ("Sept. 12", {"languages": (1,)}, "languages must be tags"),
        ("Sept. 12", {"languages": 7}, "languages must be tags"),
    ],
)
def test_a_hint_that_does_not_decide_is_said(text: str, hints: Any, reason: str) -> None:
    """By a ValueError here, and by the library's own from `Moment.read`."""
    with pytest.raises(ValueError, match=reason):
        read(text, **hints)
    with pytest.raises(InvalidValue, match=reason):
        Moment.read(text, **hints)


def test_a_sign_that_was_escaped_once_too_often_is_read() -> None:
    """As feeds have it."""
    assert str(read("Tue, 07 Oct 2025 12:00:00 &#43;0500")) == "2025-10-07T12:00:00+05:00"


def test_a_long_text_is_refused_with_hints_too() -> None:
    """Before anything else is done."""
    with pytest.raises(ValueError, match="not a date"):
        read("x" * 200, languages="ur")
    assert write(Moment(2025, 9, 12), "x" * 200, languages="ur") == "2025-09-12"


def test_shapes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of texts fills no memory: what was understood is forgotten in time."""
    monkeypatch.setattr(shape, "_MOST_SHAPES", len(shape._UNDERSTOOD) + 1)
    for text in ("2025-09-12 10:38:19 +05", "2025-09-12, 10:38:19 +05", "2025/09/12, 10:38:19 +05"):
        recipe._recipe.cache_clear()
        assert read(text).zone == "+05:00"
    assert len(shape._UNDERSTOOD) <= 3


@given(st.text())
def test_folding_is_the_same_letter_by_letter(text: str) -> None:
    """So that words are found where they stand."""
    normal = unicodedata.normalize("NFC", text)
    folded, places = traced(normal)
    assert folded == fold(normal)
    assert places == sorted(places)
    assert len(places) == len(folded)


@given(st.integers(1, 9999))
def test_ethiopic_numerals_are_read_and_written(number: int) -> None:
    """Those below ten thousand; nothing else is one."""
    assert plain(spelled(str(number), "፩")) == str(number)
    for other in ("፩፩", "፲፲", "፼", "፩፼", "፻፻፻", "፩፲"):
        assert plain(other) == ""


def test_readings_say_what_was_weighed() -> None:
    """As frozen data: the moments, the languages, the shape and the order."""
    assert readings("04/05/2025") == (
        Reading(moment=Moment(2025, 5, 4), shape="dd/MM/y", order="DMY"),
        Reading(moment=Moment(2025, 4, 5), shape="MM/dd/y", order="MDY"),
    )
    assert [r.order for r in readings("04/05/2025", order="MDY")] == ["MDY", "DMY"]
    (one,) = readings("12 de septiembre de 2025")
    assert {"es", "gl"} & set(one.languages) == {"es"}
    assert (one.shape, one.order, one.calendar) == ("dd 'de' MMM 'de' y", None, "gregorian") or (
        one.shape == "dd MMM 'de' y"
    )
    (friday,) = readings("vendredi 12 mars 2021")
    assert friday.languages == ("fr",)
    assert {"fr", "sv", "nb"} <= set(readings("12 mars 2021")[0].languages)
    (hijri,) = readings("18 رمضان 1446 هـ")
    assert hijri.calendar == "islamic"
    assert {str(r.moment) for r in readings("2025-09-12 10:38 BST")} == {
        "2025-09-12T10:38+01:00",
        "2025-09-12T10:38+06:00",
        "2025-09-12T10:38+11:00",
    }
    assert readings("whenever") == readings("x" * 200) == ()
    with pytest.raises(AttributeError):
        one.order = "DMY"  # type: ignore[misc]


def test_what_is_ambiguous_is_an_error_of_its_own() -> None:
    """With the readings, so that other dates of a document can decide; it can be pickled."""
    with pytest.raises(Ambiguous) as caught:
        read("04/05/2025")
    assert caught.value.readings == readings("04/05/2025")
    assert str(caught.value).endswith("order= or languages= decides: '04/05/2025'")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.readings) == (str(caught.value), caught.value.readings)

    with pytest.raises(InvalidValue) as outer:
        Moment.read("04/05/2025")
    assert isinstance(outer.value.__cause__, Ambiguous)


def test_calendars_of_an_extra_say_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it a Hijri or Jalali date is refused: as MissingExtra, and as a date that is unread."""
    monkeypatch.setitem(sys.modules, "hijridate", None)
    monkeypatch.setitem(sys.modules, "persiantools.jdatetime", None)
    for text in ("18 رمضان 1446 هـ", "۲۱ شهریور ۱۴۰۴"):
        reading._remembered.cache_clear()
        with pytest.raises(MissingExtra, match=r"pip install .snippetkit\[dates\]."):
            Moment.read(text)
        with pytest.raises(ValueError, match="needs an optional library"):
            read(text)
        assert write(Moment(2025, 9, 12), text) == "2025-09-12"
        assert find(text + " – ", 0) is None
    assert read("12 กันยายน 2568") == Moment(2025, 9, 12)
    with pytest.raises(ValueError, match="languages= says which"):
        read("1404/06/21")


def test_the_words_that_a_date_may_begin_with() -> None:
    """They stand in a file of their own, so that most texts are refused without the large table."""
    path = Path(vocabulary.__file__).parents[1] / "data" / "dates-beginnings.txt"
    assert set(path.read_text("utf-8").split()) == Vocabulary(world()).beginnings()


def test_moment_read_gives_the_class_it_is_asked_of() -> None:
    """An heir reads heirs; something that is no text is refused."""

    class Heir(Moment):
        """A moment of somebody's own."""

    assert type(Heir.read("12 ستمبر 2025")) is Heir
    assert Heir.read("2025-09-12T10:38:19.5+05:00") == Heir.parse("2025-09-12T10:38:19.5+05:00")
    for text in (None, 20250912, b"2025-09-12"):
        with pytest.raises(InvalidValue, match="must be a text"):
            Moment.read(text)  # type: ignore[arg-type]


@given(st.text() | st.text("0123456789 ,.:/-年月日MaySept١٢۰مقبل", max_size=40))
def test_moment_read_gives_a_moment_or_our_error(text: str) -> None:
    """Any text; without hints and with all of them."""
    hints = {"languages": ("fa", "en-US"), "order": "DMY", "reference": "2025-09-12"}
    for given_ in ({}, hints):
        with contextlib.suppress(InvalidValue):
            assert isinstance(Moment.read(text, **given_), Moment)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025 10:38, 12 September", "2025-09-12T10:38"),
        ("12 2025 September", "2025-09-12"),
        ("12th 10:38 pm Sep 2025", "2025-09-12T22:38"),
        ("10:38:19 12 2025 Sep", "2025-09-12T10:38:19"),
    ],
)
def test_the_last_resort(text: str, moment: str) -> None:
    """The pieces of a date in an order that no shape has; it is written anew in ISO 8601."""
    assert str(permuted(text)) == str(read(text)) == moment
    assert write(Moment(2026, 1, 2), text) == "2026-01-02"


@pytest.mark.parametrize(
    "text",
    [
        *("", "May 2025", "2025 May 12 September", "2025 May 32", "2025 Foo 12", "2025 May 12 th"),
        *("2025, May. 12. ,", "2025 May 12 9999", "2025 May 5 pm", "2025 May 5 13:00 pm"),
        *("2025 Feb 30", "2025 May 5 10:38 PKT", "Thursday 2025, September 12", "2025 0 May 5"),
    ],
)
def test_the_last_resort_takes_nothing_else(text: str) -> None:
    """What has anything but the pieces of one date, or an impossible one, is none."""
    assert permuted(text) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "2025",
                "May",
                "Sep",
                "Fri",
                "12",
                "5",
                "10:38",
                "am",
                "th",
                ",",
                "-",
                ".",
                "/",
                "2026",
                "1",
            ]
        )
    )
)
def test_the_last_resort_makes_nothing_up(pieces: list[str]) -> None:
    """Whatever it reads says each number of the text, and no more."""
    moment = permuted(" ".join(pieces))

    assert moment is None or str(moment.year) in pieces
    assert moment is None or moment.day in (12, 5, 1)
