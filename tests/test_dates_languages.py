"""Dates of every language in the table: each month, pattern, digit and clock is read and written."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit import Document, Moment
from snippetkit.dates import begins, find, read, readings, spoken, write
from snippetkit.dates.language import ENGLISH, Language, order_of, world
from snippetkit.testing.moments import Spelled, moments, spell, spelled_dates

LANGUAGES = {language.tag: language for language in world()}
TAGS = list(LANGUAGES)
# Of each month one day, all weekdays among them, days of one digit and of two.
DAYS = [dt.datetime(2015 + month, month, 2 * month + 1, 22, 38, 19) for month in range(1, 13)]

NEEDED = frozenset("""en ur ar fa ps hi bn pa gu mr ta te kn ml si ne my th lo km vi id ms fil sw am ti so ha yo
zu af zh ja ko ru uk be bg sr hr bs mk sl cs sk pl hu ro el tr az uz kk ky tg tk mn fr es pt ca gl eu
it de nl da sv nb fi et lv lt is ga cy he hy ka sq mt""".split())  # fmt: skip  # noqa: SIM905 (a line is read more easily than 84 literals)


def test_the_table_has_the_languages_that_newsrooms_write_in() -> None:
    """Eighty-four at least, each with months, weekdays and patterns."""
    assert set(TAGS) >= NEEDED
    assert len(TAGS) == len(set(TAGS)) >= 110
    for language in world():
        assert language.dates
        assert all(len(row) == 12 for row in language.months)
        assert all(len(row) == 7 for row in language.weekdays)
        assert language.weekdays
        assert language.months or language.tag in (
            "vi",
            "ko",
            "ja",
            "zh-Hant",
        )  # months are numbered


# ── reading ────────────────────────────────────────────────────────────────────────────────────


def _fields(pattern: str) -> str:
    """The letters of a pattern's fields."""
    return "".join(dict.fromkeys(re.sub("'[^']*'|[^A-Za-z]", "", pattern)))


def _said(pattern: str, day: dt.datetime) -> Moment:
    fields = _fields(pattern)
    if "d" in fields:
        return Moment(day.year, day.month, day.day)
    return Moment(day.year, day.month) if set("ML") & set(fields) else Moment(day.year)


def _spell(language: Language, pattern: str, day: dt.datetime, zero: str = "0") -> str:
    era = next((word for word, era in language.eras.items() if era == "gregorian"), "")
    filled = (
        re.sub("G+(?=(?:[^']|'[^']*')*\\Z)", f"'{era}'", pattern) if "G" in pattern else pattern
    )
    short = "MMM" in pattern and "MMMM" not in pattern
    months = language.months[len(language.months) > 1 and short] if language.months else ()
    return spell(filled, day, months, language.weekdays[0], zero)


@pytest.mark.parametrize("tag", TAGS)
def test_each_pattern_of_each_language_is_read_in_each_month(tag: str) -> None:
    """In the language's digits and in ASCII's; no hint but the language is needed.

    Days and months in figures are read in the order that is the language's; in its regions' other
    orders they are among the readings.
    """
    for pattern in LANGUAGES[tag].dates:
        if _has_a_day(pattern, LANGUAGES[tag]):
            for day in DAYS:
                for zero in {LANGUAGES[tag].zero, "0"}:
                    text = _spell(LANGUAGES[tag], pattern, day, zero)
                    if _is_usual(pattern, tag):
                        near = Moment(day.year, 1, 1)
                        assert read(text, tag, reference=near) == _said(pattern, day), text
                    else:
                        moments = {
                            one.moment for one in readings(text, reference=f"{day.year}-01-01")
                        }
                        assert not moments or _said(pattern, day) in moments or day.day <= 12, text


def _has_a_day(pattern: str, language: Language) -> bool:
    """Whether *pattern* has day, month and year, and no era that the language has no word for."""
    fields = set(_fields(pattern).replace("L", "M"))
    return fields >= set("yMd") and ("G" not in fields or "gregorian" in language.eras.values())


def _is_usual(pattern: str, tag: str) -> bool:
    """Whether a month by name, or figures in the order of the language."""
    order = "".join(field for field in _fields(pattern).replace("L", "M") if field in "yMd").upper()
    return "MMM" in pattern or "LLL" in pattern or order == order_of(tag)


@pytest.mark.parametrize("tag", TAGS)
def test_a_month_and_its_year_are_read_as_that(tag: str) -> None:
    """Where the language has a pattern for it; the precision is the month's."""
    language = LANGUAGES[tag]
    named = [one for one in language.dates if _fields(one) in ("yM", "My", "yL", "Ly")]
    for pattern in [one for one in named if "MMM" in one or "LLL" in one]:
        for day in DAYS:
            assert read(_spell(language, pattern, day), tag) == Moment(day.year, day.month)


@pytest.mark.parametrize("tag", TAGS)
def test_each_clock_of_each_language_is_read(tag: str) -> None:
    """Behind a day in ISO 8601 or before it, as the language joins the two; UTC by its name."""
    language = LANGUAGES[tag]
    day = DAYS[8]
    for pattern in language.clocks:
        if "a" in pattern or "b" in pattern.lower() or not {"h", "H", "K", "k"} & set(pattern):
            continue
        fields = re.sub("'[^']*'", "", pattern)
        if "h" in fields or "K" in fields or "m" not in fields:
            continue
        text = spell(re.sub("(?<![a-z])z+(?![a-z'])", "'UTC'", pattern), day, (), ())
        second = day.second if "s" in fields else None
        zone = "+00:00" if "z" in fields else None
        said = Moment(2024, 9, 19, 22, 38, second, zone=zone)
        joined = f"{_spell(language, _named(language), day)} {text}"
        assert read(joined, tag) == said, joined


def _named(language: Language) -> str:
    """The language's first pattern of a whole day, without era and weekday."""
    plain = [one for one in language.dates if set(_fields(one)) <= set("yMLd") and "yy" not in one]
    return next(one for one in plain if {"y", "d"} <= set(_fields(one)))


@pytest.mark.parametrize("tag", TAGS)
def test_the_halves_of_the_day_are_read_and_written(tag: str) -> None:
    """Each word for a part of the day, at an hour that is in it once."""
    language = LANGUAGES[tag]
    date = _spell(language, _named(language), DAYS[8])
    for row in language.halves:
        for start, _, word in row:
            hour = (start // 60 + 1) % 24 if start % 720 else start // 60 + 1
            text = f"{date} {(hour - 1) % 12 + 1}:38 {word}"
            try:
                found = read(text, tag)
            except ValueError:
                continue  # of a part that languages cut otherwise, or that goes in front
            assert (found.hour, found.minute) == (hour, 38), text
            assert write(found, text, tag) == text


# ── properties ─────────────────────────────────────────────────────────────────────────────────


@given(spelled_dates())
@example(Spelled("الجمعة، 12 سبتمبر 2025", Moment(2025, 9, 12), "ar"))
def test_what_is_spelled_is_read_and_written_back_as_it_stands(date: Spelled) -> None:
    """Without any hint: there is one reading, and it is the one that was spelled."""
    assert read(date.text) == date.moment
    assert write(date.moment, date.text) == date.text
    assert begins(date.text, 0)
    assert {reading.moment for reading in readings(date.text)} == {date.moment}
    assert any(not r.languages or date.language in r.languages for r in readings(date.text))


@given(spelled_dates(), st.integers(0, 27))
def test_a_date_is_written_in_the_language_that_stood_there(date: Spelled, later: int) -> None:
    """Another day is spelled as the language spells it, in its digits and with its marks."""
    language = LANGUAGES[date.language]
    moment = date.moment
    if moment.hour is not None:
        return
    other = dt.date(moment.year, moment.month or 1, later + 1)
    text = write(Moment.of(other), date.text, date.language)
    assert read(text, date.language) == Moment.of(other)
    if date.language in ("th", "lo", "km", "my"):
        return  # no blanks part a name and what stands behind it
    words = set(re.findall(r"[^\W\d_]{3,}", text))
    known = {word for row in (*language.months, *language.weekdays) for word in row}
    left = set(re.findall(r"[^\W\d_]{3,}", date.text))
    assert all(word in left or any(word in name for name in known) for word in words), text


@pytest.mark.parametrize("tag", TAGS)
def test_a_date_is_written_in_the_language_that_is_named(tag: str) -> None:
    """By the caller, or by the text itself: whatever other languages spell the old date so, too."""
    language = LANGUAGES[tag]
    other = DAYS[9]
    for pattern in language.dates:
        if _has_a_day(pattern, language) and "MMM" in pattern:
            for day in DAYS[1::3]:
                old = _spell(language, pattern, day)
                assert tag in _tongues(old, Moment(day.year, day.month, day.day), tag)
                new = write(Moment.of(other.date()), old, tag)
                assert tag in _tongues(new, Moment.of(other.date()), tag), (old, new)
                assert spoken(old, [[], [tag], ["en"]]) == [tag]


def _tongues(text: str, moment: Moment, tag: str) -> set[str]:
    """The languages that spell *moment* as *text*."""
    found = readings(text, tag)
    return {tongue for one in found if one.moment == moment for tongue in one.languages}


@pytest.mark.parametrize("tag", TAGS)
def test_an_edited_date_is_in_the_language_of_its_document(tag: str) -> None:
    """As it would be if nothing else spelled the old one so; an added one, too."""
    language = LANGUAGES[tag]
    new = Moment(2025, 10, 3)
    for day in DAYS:
        old = _spell(language, _named(language), day)
        text = f"## T\nLanguage: {tag}\nDate: {old}\n\nIt rained.\n"
        document = Document.parse(text)
        edited = document.update(published=new, modified=new)
        spelled = write(new, old, tag)
        assert edited.text == text.replace(
            f"Date: {old}\n", f"Date: {spelled}\nUpdated: {spelled}\n"
        )


@given(moments(), spelled_dates())
def test_read_is_the_inverse_of_write_in_every_language(moment: Moment, date: Spelled) -> None:
    """Whatever is written in the manner of whatever date is read as what it was; twice is as once."""
    text = write(moment, date.text)
    assert read(text) == moment
    assert write(moment, text) == text


@given(st.text(max_size=20), spelled_dates(), st.text(max_size=20))
def test_find_reads_what_read_reads(before: str, date: Spelled, after: str) -> None:
    """What is found in a text reads as found when it stands alone."""
    text = before + date.text + after
    found = find(text, len(before))
    if found is not None:
        moment, end = found
        assert read(text[len(before) : end]) == moment


@given(spelled_dates())
@example(Spelled("ថ្ងៃអាទិត្យ ទី2 ខែមករា ឆ្នាំ2000", Moment(2000, 1, 2), "km"))
def test_a_date_is_found_before_a_dash(date: Spelled) -> None:
    """As it stands in a dateline: the day, and where it ends."""
    if date.moment.hour is None:
        assert find(f"{date.text} – x", 0) == (date.moment, len(date.text))


@given(spelled_dates(), st.data())
def test_a_damaged_date_is_read_or_refused(date: Spelled, data: st.DataObject) -> None:
    """With one piece replaced, nothing but a ValueError; what is read can be written."""
    start = data.draw(st.integers(0, len(date.text)))
    end = data.draw(st.integers(start, min(start + 3, len(date.text))))
    piece = data.draw(
        st.sampled_from(["", "0", "99", " ", "May", "年", "ს", "-", "م", ":", ".5", "١"])
    )
    damaged = date.text[:start] + piece + date.text[end:]
    try:
        moment = read(damaged)
    except ValueError:
        return
    assert read(write(moment, damaged)) == moment


def test_no_english_word_means_something_else_elsewhere() -> None:
    """English is asked first, and alone: no other language may have another month by such a name."""
    english: dict[str, int] = {}
    for rows in (ENGLISH.months, ENGLISH.weekdays):
        for row in rows:
            for number, name in enumerate(row, start=1):
                english[name.lower().rstrip(".")] = number
    for language in world():
        for kind in ("months", "weekdays"):
            names = {name.lower().rstrip(".") for row in getattr(ENGLISH, kind) for name in row}
            for row in getattr(language, kind):
                for number, name in enumerate(row, start=1):
                    plain = name.lower().rstrip(".")
                    assert plain not in names or english[plain] == number, (language.tag, name)
