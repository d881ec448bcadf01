"""How dates are read and written: laws over all shapes, and the spellings in use."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import time

import pytest
from dateutil import parser
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit.formats import _dates
from snippetkit.formats._dates import begins, find, read, write
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
}
# What only dateutil reads.
PERMUTED = {
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
}
LIKES = [*SPELLINGS, *PERMUTED]

PARTS = ["year", "month", "day", "hour", "minute", "second", "microsecond"]

NOT_DATES = [
    # words, alone and in company
    *("", " ", "May", "may", "MAR", "mar", "Sun", "Sat", "Monday", "March", "a", "am", "pm", "T"),
    *("Z", "UTC", "of", "Category: May", "Title May 5", "may be", "The Sun", "mon mon mon", "now"),
    *("today", "yesterday", "whenever", "tomorrow 2025", "May June 2025", "Mayor 5, 2025"),
    *("Marching 5 2025", "Sunday May 2025", "Friday 2025", "Decemberish 5, 2025"),
    # numbers
    *("1", "10", "99", "-5", "1.5", "1a", "1e5", "5%", "123", "12345", "20250912", "99999999"),
    *(
        "1h 1h 1h",
        "10 of",
        "10pm5",
        "10 pm",
        "10:38",
        "10:38:19",
        "2:00+6500",
        "1/2",
        "3-2",
        "2025-",
    ),
    *("2025-2026", "2024/25", "2025.", "2025.1", "2025-9", "0000", "2147483648", "+2025", "-2025"),
    # versions, addresses, telephones, prices, scores, references
    *("1.2.3", "v2.0.1", "3.11.7", "2024.4.1", "10.0.0.1", "192.168.1.20", "+1 555 123 4567"),
    *("555-1234", "555-123-4567", "(021) 111 222", "0300-1234567", "$19.99", "Rs. 1,500", "€ 20"),
    *("2-1", "21-19, 21-15", "3:2", "12-10-2", "ISBN 978-3-16", "RFC 2822", "Case # 24-1078"),
    *("Boeing 747 May 2025", "Article 5, 2025", "Chapter 12, 2025", "Page 12 2025", "Room 5 1999"),
    # parts missing or too many
    *(
        "May 5",
        "May 12th",
        "12 September",
        "Sept. 12",
        "Fri, Apr 24",
        "Apr 24 10:38",
        "May 2025 12:30",
    ),
    *("2026 April", "April 2026 24 25", "10-12 May 2025", "May 10-12, 2025", "May 5 10 2025"),
    *(
        "September 12, 2025 10",
        "2025-09-12 10",
        "12 May 2025 7",
        "9 2026 April 24",
        "May 5 2025 at",
    ),
    *(
        "5 May 99",
        "Fri, 24 Apr 26 22:38:19 GMT",
        "03 Apr 02 1500 GMT",
        "03 Apr 02 1500",
        "24 Apr '26",
    ),
    *(
        "2026 Apr 24 10:38 -05",
        "2026 Apr 24 10:38 GMT+5",
        "2026 Apr 24 10:38 EST",
        "2026 24 24 Apr",
    ),
    *("2026 Apr 24 10:38.5", "2026 Apr 24 pm", "2026 Apr 24 10:38:19.5", "5h 2026 Apr 24"),
    *("2026 Apr 24, 25:00", "2026 Apr 31", "Apr 24 2026 AD", "2026 Apr .. 24", "Apr 24 2026 m"),
    *(
        "Chapter 12, 2025 10:38:19",
        "Whenever was that 10:38:19",
        "Sep 12 -0255",
        "April 24 10:8 2026",
        "April 24, 2026, 10:38.PM",
        "May 3,am31 2025",
        "2026 ,Apr 24",
    ),
    *("2026, 2.th April", "2026 Apr - -04", "2026 Apr - - 04", "April 24, 2026- - 9:05am"),
    *("2026 April 24 7", "0000 Apr 24 10:00", "10:38:19 Apr 24 26"),
    # two readings, or none
    *("04/05/2025", "4/5/2025", "11-9-2017", "04/05/2025 10:38", "04.05.2025", "32/12/2025"),
    *("25/13/2025", "01/02/03", "12/25/25", "2025/13/01", "2025-09/12", "25/12-2025"),
    *("Thu, Apr 24 2026 10:38:19 pm", "Monday, April 24, 2026", "Thu 2026 Apr 24"),
    *("2025-02-29", "2025-04-31", "February 30, 2025", "0 May 2025", "32 May 2025", "May 0, 2025"),
    *("2025-09-12T24:00", "2025-09-12T10:60", "2025-09-12T23:59:60", "April 24, 2026 24:00"),
    *("April 24, 2026 0:30 am", "April 24, 2026 13:30 pm", "April 24, 2026 10:38 pmam"),
    *("April 24, 2026 10:38 p.m", "2025-09-12T10:38:19.1234567", "2025-09-12T10:38+99:99"),
    *(
        "2025-09-12 10:38 +500",
        "2025-09-12 10:38 PKT",
        "2025-09-12 10:38 BST",
        "2025-09-12 10:38 A",
    ),
    *("2025-09-12 10:38 PST[Asia/Karachi]", "2025-09-12 10:38[Nowhere]", "2025-W37-5", "2025-255"),
    # around a date
    *(
        " 2025-09-12",
        "2025-09-12 ",
        "2025-09-12\n",
        "\t2025-09-12",
        "2025-09-12\x00",
        "2025-09-12.",
    ),
    *(
        "September 12, 2025.",
        "(September 12, 2025)",
        "on September 12, 2025",
    ),
    *(
        "Published September 12, 2025",
        "September 12, 2025 – Tashkent",
        "2025-09-12T10:38 2025-09-12",
    ),
    # other digits, letters and spaces
    *("١٢", "２０２５-０９-１２", "2025–09–12", "2025年1月2日", "5 مئی 2015", "جنوری 5، 2015"),
    *("ſeptember 12, 2025", "September\xa012, 2025", "1\u20662 May 2025", "Mаy 5, 2025"),
    *("mer, 16 nov 2022 10:00:00 +0100", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000"),
]


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
    st.sampled_from([like for like in SPELLINGS if like[2] not in "/.-" and "p." not in like]),
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


@pytest.mark.parametrize(("text", "moment"), [*SPELLINGS.items(), *PERMUTED.items()])
def test_the_spellings_in_use_are_read(text: str, moment: str) -> None:
    """Each says exactly what the table says, and is written back as it stands if a shape has it."""
    assert str(read(text)) == moment
    assert write(read(text), text) == (moment if text in PERMUTED else text)


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Words, numbers, halves of dates and impossible ones are a ValueError that shows the text."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        read(text)
    assert repr(text)[:50] in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thu, Apr 24 2026 10:38:19 pm", "2026-04-24 is a Friday, not Thu"),
        ("Thu 2026 Apr 24", "2026-04-24 is a Friday, not Thu"),
        ("04/05/2025", "day and month may be either way round"),
        ("2025-09-12 10:38 PKT", "zone PKT has no one meaning"),
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
def test_the_quick_way_agrees_with_the_shapes(text: str) -> None:
    """A day and a clock time taken apart say what the whole shape says."""
    found = _dates._found(text)
    assert found is None or read(text) == found[0]


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
    for text in ["", "Tashkent", "– 12 May", " 12 May", "١٢"]:
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
    """Zone and locale of the machine make no difference to what is read and written."""
    code = f"""
import locale
locale.setlocale(locale.LC_ALL, "")
from snippetkit.formats._dates import read, write
for text in {LIKES!r}:
    print(read(text), write(read(text), text))
for text in {NOT_DATES!r}:
    try:
        print(read(text), "was read")
    except ValueError:
        pass
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"TZ": zone, "LC_ALL": name, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for zone, name in [("UTC", "C"), ("America/New_York", "C.UTF-8"), ("Asia/Tokyo", "C")]
    }
    assert len(outputs) == 1
    assert "was read" not in outputs.pop()


def test_dateutil_is_asked_only_where_no_shape_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the known shapes nor what is no date at all reach the last resort."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(parser, "parse", refuse)
    _dates._read.cache_clear()
    for text in SPELLINGS:
        read(text)
    for text in ["May", "10", "1a", "Category: May", "September 12 was a day", "x" * 1000]:
        with pytest.raises(ValueError, match="not a date"):
            read(text)


@pytest.mark.parametrize("error", [OverflowError, ArithmeticError, TypeError, ValueError])
def test_whatever_dateutil_raises_is_a_value_error(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No exception of the last resort's gets out."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(parser, "parse", fail)
    _dates._read.cache_clear()
    with pytest.raises(ValueError, match="not a date"):
        read("2026 April 24")


def test_the_caches_stay_small() -> None:
    """Many distinct texts, and long ones, leave no more than the bound behind."""
    day = dt.date(1990, 1, 1)
    for number in range(3000):
        read(f"{day + dt.timedelta(number):%Y-%m-%d} 10:38:19")
        read(f"{day + dt.timedelta(number):%Y-%m-%d}")
    for cache in (_dates._read, _dates._day_before):
        assert cache.cache_info().currsize <= 1024
        before = cache.cache_info()
        assert _outcome("x" * 100 + " 10:38:19") is None
        assert cache.cache_info().currsize == before.currsize
    assert before.misses == _dates._day_before.cache_info().misses


@pytest.mark.parametrize("piece", ["9", "May ", " ", "1.", "a.", "10:", "Sept", "\n"])
def test_reading_is_linear(piece: str) -> None:
    """A text twenty times as long takes no more than a hundred times as long."""

    def seconds(text: str) -> float:
        begin = time.perf_counter()
        assert _outcome(text) is None
        return time.perf_counter() - begin

    short = min(seconds(piece * 20_000 + str(n)) for n in range(3))
    assert min(seconds(piece * 400_000 + str(n)) for n in range(3)) < 100 * short + 0.05
