"""What is no date is refused: words, numbers, references, halves of dates, in many languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from snippetkit import InvalidValue, Moment, loads
from snippetkit.dates import find, read
from snippetkit.dates.language import world
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet

# Each line a list with bars between its members, by what they could be taken for.
LISTED: dict[str, str] = {
    "words alone": (
        "May|may|MAR|mar|Sun|Sat|Monday|March|a|am|pm|T|Z|UTC|of|now|today|yesterday|tomorrow|"
        "whenever|never|mai|mars|marts|août|juin|set|out|dez|mayo|abril|lunes|domingo|Montag|"
        "Mittwoch|Mai|ottobre|sabato|maj|czerwiec|květen|мая|май|марта|среда|пятница|год|eylül|"
        "cuma|Kasım|ستمبر|جمعہ|رمضان|مارس|الجمعة|شهریور|सितंबर|शुक्रवार|সেপ্টেম্বর|九月|星期五|下午|年|"
        "月|日|오후|금요일|กันยายน|วันศุกร์|septembre|rujan|tháng|năm|Uhr|klo|heures|de|del|г.|พ.ศ.|هـ|"
        "令和"
    ),
    "words in company": (
        "Category: May|Title May 5|may be|May be 5|The Sun|mon mon mon|may may|May June|"
        "The March of 2025|April Jones|June Carter|Mai Lan|Mars Attacks|May Day|Friday night|"
        "Sunday Times|Sun City|Mar Lago|Sept Iles|Marco Polo|Augusta National|"
        "Januar und Februar|May, Theresa|Theresa May|Jan Åge|Jan van Eyck|Dec Vale|Sat Nav|"
        "Wed 12|Do 5|Mo 12|Out of Africa|Set List|Dez Bryant|Ago|Gen Z|Gen 3|Mac 5|Ara 2|mars 2|"
        "mars ii|Mars Odyssey|avril lavigne|mai 68|Mai '68|May 68|mayo y ketchup|marzo pazzo|"
        "Марта Иванова|май месяц|Майская 5|среда обитания|пятница 13|مارس الرياضة|ستمبر ستمگر|"
        "محمد رمضان|रविवार 5|शुक्रवार की रात|九月九日|五月天|日本|月曜日 5|오월|Mayıs ayı|Kasım Paşa"
    ),
    "month and day, no year": (
        "May 5|May 12th|12 September|Sept. 12|Fri, Apr 24|Apr 24 10:38|12 ستمبر|١٢ سبتمبر|"
        "12 сентября|9月12日|12 de mayo|le 12 mai|12. September|5 May|5. maj|الجمعة 12 سبتمبر|"
        "12 सितंबर|12 กันยายน|ngày 12 tháng 9"
    ),
    "parts missing or too many": (
        "12 September 2025, p. 4|12 Sep 2025 A. 12|2026 April 24 25|April 2026 24 25|10-12 May 2025|May 10-12, 2025|May 5 10 2025|"
        "September 12, 2025 10|2025-09-12 10|12 May 2025 7|9 2026 April 24|May 5 2025 at|"
        "at May 5 2025|May 2025 12:30|Friday 2025|Friday, 2025|Sunday May|5 May 99|24 Apr '26|"
        "12 mai 25|May 5 - June 3, 2025|1 May 2025 2 May 2025|Monday Tuesday 5 May 2025|"
        "May May 5 2025|5 May 2025 June|12 septembre 2025 2026|12 сентября 2025 2026|"
        "2025年9月12日13日|2025年9月12日2025年|2025 Apr 24 pm|10 pm 5 May|Apr 24 2026 AD|2026 Apr .. 24|"
        "Apr 24 2026 m|5 th May 2025 th"
    ),
    "numbers": (
        "1|10|99|-5|+5|1.5|1,5|1a|a1|1e5|5%|123|12345|123456|1234567|12345678|123456789|"
        "20250912|99999999|2147483648|0000|00|0|1,000|1.000.000|3.14159|½|²|IV|XII|2/3|1/2|3-2|"
        "2025-|2025-9|2025/|-2025|+2025|2025.1|2025.|.2025|2025-2026|2024/25|2024–25|2025:|"
        "10 of|8 of 10|1h 1h 1h|10pm5|10 pm|1st|2nd|12th|21st century|1er|12-го|१२|١٢|۱۲۳|๑๒|１２|"
        "፲፪|12345 67890|1 2 3|1 2 2025|12 9 2025|2025 9 12|٤ ٥ ٢٠٢٥"
    ),
    "versions": (
        "1.2.3|v2.0.1|v2025.1|3.11.7|2024.4.1|2025.09.12|24.04|24.04.1|10.15.7|1.0.0-rc1|1.0a1|"
        "2.0.0.dev1|2025.1.0|iOS 17.4|Python 3.12|Ubuntu 24.04|r2025|5.0.0+build.7|1.2.3.4.5|"
        "2025.12.31b"
    ),
    "addresses and telephones": (
        "10.0.0.1|192.168.1.20|127.0.0.1:8080|255.255.255.0|::1|fe80::1|2001:db8::1|"
        "+1 555 123 4567|555-1234|555-123-4567|(021) 111 222|0300-1234567|+92-300-1234567|"
        "+92 42 3578 9012|1-800-555-0199|0800 123 456|911|12-34-56|01-02-03-04|"
        "00:1B:44:11:3A:B7|90210|SW1A 1AA|75001 Paris|10115 Berlin|12 Baker Street 2025|"
        "31.5204, 74.3587|40°26′N 79°58′W|room@2025.org|http://2025.example/09/12|@2025|#2025"
    ),
    "prices and measures": (
        "$19.99|Rs. 1,500|€ 20|20 €|£5.50|¥2025|2025円|2025 km|12 Mb|10 Mt|5 MW|12 kg|30 Mio.|"
        "1.5 Mrd.|25.12 €|12.05 %|37.2°C|5'11\"|12x9|12×9×2025|1080p|4K|1/4 cup|2 1/2|9-5|"
        "12:30 €|PKR 2,025|2025 USD|5 Dec. places|12 mar nautiques|5 min|12 h 30|3 Std.|12 sec|"
        "60 mph|2.025,50|12 Sep units"
    ),
    "scores and times": (
        "2-1|21-19, 21-15|3:2|12-10-2|6-4 6-3|6-4, 3-6, 7-6|10:38|10:38:19|10:38 pm|22h38|"
        "22.38 Uhr|klo 22.38|10h|下午10:38|오후 10:38|22:38 GMT|10 a.m.|10–12|9:00-17:00|1:23.45|"
        "00:00:00.000|2:00+6500|24/7|11-9|9/11|7/7|1. FC Köln 2|90+3|45'|Q3 2025|H1 2025|FY2025|"
        "FY 2025/26|W37 2025|2025-W37|2025-W37-5|2025W01|2025-255|2015001"
    ),
    "references": (
        "ISBN 978-3-16|978-3-16-148410-0|0-306-40615-2|ISSN 2049-3630|RFC 2822|Case # 24-1078|"
        "Boeing 747 May 2025|Article 5, 2025|Chapter 12, 2025|Page 12 2025|Room 5 1999|"
        "Section 4 May|§ 12|§ 12.5.2025|Art. 5|No. 12/2025|12/2025|2025/12|Nr. 5/2025|"
        "Doc 2025-09-12-A|A/RES/70/1|COVID-19|SARS-CoV-2|G20|Agenda 2030|World Cup 2026|"
        "Euro 2024|Mars 2025 Mission|Vol. 12 No. 9|pp. 12-25|12(9):2025|doi:10.1000/182|"
        "arXiv:2025.09123|Psalm 12:9|John 3:16|Sure 2:255|Op. 27 No. 2|1 Cor 13|HR 2025|S. 2025|"
        "MH370|QF12|A4|B2|M5|E95|U-96|PSLV-C12|9mm|.45|747-400|Gen 3, 2025|Set 12 2025|"
        "Out 10 2025|Mac 5 2025|Dez 5, 2025|Ago 5 2025|mars 2, 2025|Mai 5, 2025|Giu 3 2025|"
        "Lis 5 2025"
    ),
    "impossible": (
        "2025-02-29|2025-04-31|February 30, 2025|0 May 2025|32 May 2025|May 0, 2025|"
        "31. Juni 2025|31 iunie 2025|30 février 2025|2025-13-01|2025-00-10|2025-09-32|"
        "32/12/2025|25/13/2025|2025年13月1日|2025年2月30日|31 सितंबर 2025|٣١ سبتمبر ٢٠٢٥|"
        "2025-09-12T24:00|2025-09-12T10:60|2025-09-12T23:59:60|April 24, 2026 24:00|"
        "April 24, 2026 0:30 am|April 24, 2026 13:30 pm|April 24, 2026 10:38 pmam|"
        "2025-09-12T10:38+99:99|2025年9月12日下午13:38|0000-00-00 00:00:00|"
        "Mon, 30 Nov -0001 00:00:00 +0000|0000-01-01"
    ),
    "another weekday": (
        "Thu, Apr 24 2026 10:38:19 pm|Monday, April 24, 2026|Thu 2026 Apr 24|"
        "lundi 12 septembre 2025|Montag, 12. September 2025|2025年9月12日星期一|2025年9月12日(月)|"
        "понедельник, 12 сентября 2025|الاثنين، 12 سبتمبر 2025|lunes, 12 de septiembre de 2025|"
        "پیر، 12 ستمبر 2025|सोमवार, 12 सितंबर 2025|월요일 2025년 9월 12일"
    ),
    "two readings": (
        "04/05/2025|4/5/2025|11-9-2017|04/05/2025 10:38|04.05.2025|4. 5. 2025|01/02/03|12/25/25|"
        "04-05-2025|2025-09-12 10:38 BST|2025-09-12 10:38 IST|"
        "Sept 12, 2025 10:38 CST|2025-09-12 10:38 AST"
    ),
    "zones": (
        "2025-09-12 10:38 A|2025-09-12 10:38 XYZ|2025-09-12 10:38 pkt|2025-09-12 10:38 +500|"
        "2025-09-12 10:38[Nowhere]|2025-09-12 10:38 Asia|2025-09-12 10:38[../etc/passwd]|"
        "2025-09-12 10:38 PST[Asia/Karachi]|2025-09-12 10:38 /etc/localtime|2025-09-12 PKT|"
        "2025-09-12+05:00|September 12, 2025 EST|2025-09-12 10:38 GMT GMT|"
        "2025-09-12 10:38 PKT +05:00"
    ),
    "languages mixed": (
        "12 septembre 2025 at 10:38|12 September de 2025|le 12 September 2025|"
        "12 сентября 2025 年|12 ستمبر 2025 年|2025年 September 12日|Freitag, 12 septembre 2025|"
        "vendredi 12 September 2025|12 de September 2025|Mаy 5, 2025|ſeptember 12, 2025|"
        "12 Sеptember 2025|12 mai 2025 um 10:38 heures|12. syyskuuta 2025 kl 10"
    ),
    "around a date": (
        "2025-09-12.|September 12, 2025.|(September 12, 2025)|on September 12, 2025|"
        "Published September 12, 2025|September 12, 2025 – Tashkent|"
        'Tashkent, September 12, 2025|2025-09-12T10:38 2025-09-12|"2025-09-12"|2025-09-12,|'
        ",2025-09-12|am 12. September 2025 in Berlin|12 ستمبر 2025 کو|2025年9月12日电|"
        "в 12 сентября 2025|до 12 сентября 2025|since May 2025|May 2025 issue|Copyright 2025|"
        "© 2025|(c) 2025|2025 All rights|updated 2 hours ago|il y a 3 jours|vor 2 Tagen|"
        "3 days ago|2小时前"
    ),
    "other marks": (
        "2025–09–12|2025_09_12|2025~09~12|2025:09:12|2025 - 09 - 12|25\\12\\2025|25=12=2025|"
        "2025-09/12|25/12-2025|25.12/2025|12--May--2025|12..May..2025|12,May,,2025|"
        "12 - May - 2025 -|1\u20662 May 2025|1 2 May 2025|20 25-09-12|2 0 2 5|M a y 5 2025|"
        "1٢ May 2025|2٠25-09-12|2025-0９-12|12⁄9⁄2025|May5,2025th|2025-09-12\x00|12 \x00 May 2025|"
        "{M} 12 2025|{de} 12 2025|W, M 2 4"
    ),
}
NOT_DATES = [
    *dict.fromkeys(text for line in LISTED.values() for text in line.split("|")),
    # words that mean many things, many times
    *("5 " + "may " * 17 + "2025", "mar " * 6 + "5 2025", "ma sa do di so mi 5 2025"),
    # which the bar would part
    *(
        "",
        " ",
        "|",
        "10 | 12",
        "May | 2025 | 12 |",
        "2025-09-12 |",
        " 2025-09-12",
        "2025-09-12 ",
        "\t2025-09-12",
    ),
    *("2025-09-12\n", "12\nMay 2025", "12\tMay\t2025", "May 5, 2025\r"),
]


def test_there_are_at_least_two_hundred() -> None:
    """In several languages, and no one twice."""
    assert len(NOT_DATES) == len(set(NOT_DATES)) >= 600
    assert sum(not text.isascii() for text in NOT_DATES) > 120


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_is_refused(text: str) -> None:
    """By a ValueError that shows the text; by the library's own from `Moment.read`."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        read(text)
    assert repr(text)[:50] in str(caught.value)
    with pytest.raises(InvalidValue):
        Moment.read(text)


@pytest.mark.parametrize("text", NOT_DATES)
def test_no_format_takes_it_for_a_date(text: str) -> None:
    """Neither a label line nor front matter nor a dateline has a date of it."""
    if not text.strip(" ") or {"\n", "\r", "\t", "\0"} & set(text) or text != text.strip(" "):
        return
    snippet = Snippet().read(f"## Rain\nDate: {text}\n\nIt rained.\n")
    assert snippet.article.published is None
    assert [flaw.code for flaw in snippet.flaws] in (["bad-date"], ["ambiguous-date"])
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    front = Markdown().read(f'---\ntitle: Rain\ndate: "{quoted}"\n---\n\nIt rained.\n')
    assert front.article.published is None
    assert find(f"{text} – It rained.", 0) is None or re.search("[0-9]{4}", text) or "年" in text


@pytest.mark.parametrize("tag", [language.tag for language in world()])
def test_no_word_of_a_date_is_one_alone(tag: str) -> None:
    """Each month, weekday and part of the day; with a day of one or two digits, a score, a price."""
    language = next(one for one in world() if one.tag == tag)
    names = {name for row in (*language.months, *language.weekdays) for name in row}
    names |= {half[2] for row in language.halves for half in row}
    for name in sorted(names):
        for text in (
            name,
            f"{name} 5",
            f"12 {name}",
            f"{name} {name}",
            f"{name}: 5",
            f"{name} 1.5",
            f"${name}",
        ):
            with pytest.raises(ValueError, match=r"."):
                read(text)


_WORDS = st.sampled_from(
    [
        *(
            "Article",
            "Room",
            "Page",
            "Score",
            "ISBN",
            "RFC",
            "Kapitel",
            "стр.",
            "第",
            "صفحہ",
            "chapitre",
            "v",
            "№",
            "$",
        )
    ]
)
_MARKS = st.sampled_from([" ", ".", ",", ":", "-", "/", "x", "–", "%", "€", " (", ")", "#", "+"])


@given(st.lists(st.tuples(_WORDS, st.integers(0, 99_999).map(str)), min_size=1, max_size=3))
def test_words_of_no_date_with_numbers_are_none(pieces: list[tuple[str, str]]) -> None:
    """`Room 12 2025` and its like."""
    with pytest.raises(ValueError, match="not a date"):
        read(" ".join(f"{word} {number}" for word, number in pieces))


@given(st.lists(st.tuples(st.integers(0, 99_999).map(str), _MARKS), min_size=1, max_size=6))
def test_numbers_with_marks_between_them_are_seldom_dates(pieces: list[tuple[str, str]]) -> None:
    """Only a year of four digits, and that with month and day on one side of it."""
    text = "".join(number + mark for number, mark in pieces)
    text = text if pieces[-1][1] in ("%", "€", ")") else text[: -len(pieces[-1][1])]
    try:
        moment = read(text)
    except ValueError:
        return
    assert re.fullmatch(
        r"[0-9]{4}|[0-9]{4}-[0-9]{2}|[0-9]{4}([-/])[0-9]{1,2}\1[0-9]{1,2}|"
        r"[0-9]{1,2}(?:([-/.])[0-9]{1,2}\2|\. [0-9]{1,2}\. )[0-9]{4}",
        re.split(r"[ ,]?[–,/-]? ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,+ -].*)?\Z", text)[0],
    ), text
    assert str(moment.year) in text


@given(st.text(st.characters(categories=["L", "M", "Zs", "P", "S"]), max_size=30))
def test_without_a_number_nothing_is_a_date(text: str) -> None:
    """Letters and marks alone, whatever they are."""
    assume(not any(letter.isnumeric() for letter in text))
    with pytest.raises(ValueError, match="not a date"):
        read(text)


def test_a_text_that_begins_like_a_date_has_none() -> None:
    """`Published on`, without a colon, takes nothing but a date."""
    assert loads("## Rain\nPublished on 12 May 2025\n\nIt rained.\n").published == Moment(
        2025, 5, 12
    )
    assert "Published on May nothing" in str(loads("## Rain\n\nPublished on May nothing\n").body)
