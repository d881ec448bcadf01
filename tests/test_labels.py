"""The table of labels: what it promises, in every language, and what it must never take for one."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippetkit.document import Document
from snippetkit.errors import InvalidValue
from snippetkit.files import dumps, loads, losses
from snippetkit.formats import _labels
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article
from snippetkit.model import field as declared
from snippetkit.syntax.headers import Labels, fold, label_of, scan
from snippetkit.testing import Check, check, laws

TAGS = _labels.tags()
FIELDS = {field.name for field in attrs.fields(Article)}
OPENERS: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("data").joinpath("openers.json").read_text(encoding="utf-8")
)
"""How sentences, paragraphs and the lines of contact blocks begin, by language."""


def printed(tag: str, *, weak: bool | None = None) -> Iterator[tuple[str, str]]:
    """Field and label of one language, as the file has them."""
    kinds = (False, True) if weak is None else (weak,)
    for kind in kinds:
        for label, field in _labels._listed(tag, kind).items():
            yield field, label


EVERY = [(tag, field, label) for tag in TAGS for field, label in printed(tag)]


# ── the file ─────────────────────────────────────────────────────────────────────────────────────


def test_no_name_stands_twice() -> None:
    """JSON would keep the last of two languages or fields of the same name, and lose the other."""

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    path = resources.files("snippetkit") / "data" / "labels.json"
    assert json.loads(path.read_text("utf-8"), object_pairs_hook=unique) == _labels._file()


def test_what_labels_name_is_a_field() -> None:
    """Every label names a field of an article."""
    assert {field for _, field, _ in EVERY} <= FIELDS - {"body", "extra"}


def test_labels_can_be_labels() -> None:
    """The scanner reads every label back as it stands there."""
    for _, _, label in EVERY:
        assert label_of(label, Labels(frozenset([fold(label)]))) == label


def test_labels_stand_in_one_form() -> None:
    """The file holds NFC and nothing that cannot be seen at the end of a label."""
    for _, _, label in EVERY:
        assert unicodedata.normalize("NFC", label) == label
        assert label.strip(" \t\xa0\u200b\u200c\u200d\u200e\u200f") == label


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_the_main_fields(tag: str) -> None:
    """No language lacks a sure label for what nearly every exported article says."""
    needed = {
        "published",
        "modified",
        "document_date",
        "authors",
        "categories",
        "tags",
        "source",
        "url",
        "summary",
        "title",
    }
    assert needed <= _labels.labels([tag]).keys()


@pytest.mark.parametrize("tag", TAGS)
def test_no_label_stands_twice(tag: str) -> None:
    """Within a language, sure and weak together, a spelling stands once."""
    seen = [_labels.spelling(label) for _, label in printed(tag)]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("tag", TAGS)
def test_bare_labels_are_labels(tag: str) -> None:
    """What may stand without a colon may stand with one."""
    fields = {_labels.spelling(label): field for field, label in printed(tag)}
    bare = _labels._bare((tag,))
    assert bare
    assert all(fields[key] == field for key, field in bare.items())


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Last updated on September 12, 2025", "modified"),
        ("Last modified on September 12, 2025", "modified"),
        ("Last updated September 12, 2025", "modified"),
        ("Last Updated Date: September 12, 2025", "modified"),
        ("This article was last updated on September 12, 2025", "modified"),
        ("This story was originally published on: September 12, 2025", "published"),
        ("Published at 2025-09-12", "published"),
        ("Pub date: 2025-09-12", "published"),
        ("Publication Date: 2025-09-12", "published"),
        ("Updated Date: 2025-09-12", "modified"),
        ("Update : 2025-09-12", "modified"),
        ("Printed at: 2025-09-12", "document_date"),
        ("Letzte Änderung am: 12. September 2025", "modified"),
        ("Letzte Änderung am 12. September 2025", "modified"),
        ("Última modificación el 12 de septiembre de 2025", "modified"),
        ("Ultima modifica il: 12 settembre 2025", "modified"),
        ("Última edição em 12 de setembro de 2025", "modified"),
        ("Senast uppdaterad den: 12 september 2025", "modified"),
        ("Laatst aangepast op 12 september 2025", "modified"),
        ("آخر تحديث في: 12 سبتمبر 2025", "modified"),
    ],
)
def test_what_newsrooms_write_before_a_date(line: str, field: str) -> None:
    """With a colon or without, the longest label that the line begins with counts."""
    article = Document.parse(f"## T\n{line}\nCategory: A\n\nB").article
    assert str(getattr(article, field)) == "2025-09-12"
    assert article.body == "B"


def test_common_words_are_labels_among_labels_only() -> None:
    """Such as the name of a person who is asked."""
    assert Document.parse("## T\nTags: a\nLang: ur\n\nB").article.language == "ur"
    assert Document.parse("## T\n\nLang: We knew it.\n").article.body == "Lang: We knew it.\n"
    assert Document.parse("## T\n\nUpdate: It rained.\n").article.body == "Update: It rained.\n"


# ── one label, one field ─────────────────────────────────────────────────────────────────────────


def meanings() -> dict[str, set[str]]:
    """The fields that each spelling names in some language."""
    found = defaultdict[str, set[str]](set)
    for _, field, label in EVERY:
        found[_labels.spelling(label)].add(field)
    return found


def test_contested_labels_are_said_to_be() -> None:
    """A spelling names one field in all languages, or the file says which one counts."""
    contested = {_labels.spelling(label) for label in _labels._file()["contested"]}
    assert contested == {spelling for spelling, fields in meanings().items() if len(fields) > 1}


def test_contested_labels_mean_what_is_more_frequent_unless_a_language_is_named() -> None:
    """The other meaning is there for who says the language; of two, the first named decides."""
    assert _labels.known()["Rubrik"] == _labels.known(["de"])["Rubrik"] == "categories"
    assert _labels.known(["sv"])["Rubrik"] == "title"
    assert _labels.known(["sv", "de"])["Rubrik"] == "title"
    assert _labels.known(["de", "sv"])["Rubrik"] == "categories"
    assert "Rubrik" in _labels.labels()["categories"]
    assert "Rubrik" not in _labels.labels()["title"]


def test_strength_is_the_same_in_all_languages() -> None:
    """What is weak in one language is not sure in another: the table of all has one answer."""
    assert not _labels.known().keys() & _labels.known(weak=True).keys()


@pytest.mark.parametrize("tag", TAGS)
def test_first_label_reads_back(tag: str) -> None:
    """What would be written for a field names that field, whether or not the language is known."""
    fields = {field for field, _ in printed(tag)}
    for field in sorted(fields):
        label = _labels.first(field, tag)
        assert label is not None
        for languages in ([tag], None):
            both = (_labels.known(languages), _labels.known(languages, weak=True))
            assert [table[label] for table in both if label in table] == [field]
        assert tag in _labels.language_of(label)


def test_labels_of_the_snippet_are_among_them() -> None:
    """The English table agrees with the words that a snippet has by itself."""
    sure, weak = _labels.known(["en"]), _labels.known(["en"], weak=True)
    for field, words in Snippet.words.items():
        for word in words:
            if word[0] != "#" and field not in ("links", "media"):
                assert (sure.get(word) or weak.get(word)) == field


# ── spellings ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("tag", "label", "other"),
    [
        ("en", "Subheading", "SUB-HEADING"),
        ("ur", "تاریخ اشاعت", "تاريخ اشاعت"),  # Arabic yeh
        ("ur", "لنک", "لنك"),  # Arabic kaf
        ("ur", "خلاصہ", "خلاصه"),  # Arabic heh
        ("ur", "تاریخ اشاعت", "تاریخِ اشاعت"),
        ("ur", "ویب سائٹ پر دیکھیں", "ویب سائٹ پر دیکهیں"),
        ("ps", "کټګوري", "کټگورۍ"),
        ("ps", "تازه شوی", "تازه شوې"),
        ("fa", "به‌روزرسانی", "به روزرسانی"),
        ("fa", "به‌روزرسانی", "بهروزرسانی"),
        ("fa", "به‌روزرسانی", "به‌روز‌رسانی"),
        ("fa", "دسته‌بندی", "دسته‌بندي"),
        ("ar", "نُشر في", "نشر فى"),
        ("ar", "آخر تحديث", "اخر تحديث"),
        ("ar", "أُضيف في", "اضيف في"),
        ("ar", "الكاتبة", "الكاتبه"),
        ("ar", "المصدر", "المـصدر"),  # drawn long
        ("ar", "المصدر", "ﺍﻟﻤﺼﺪﺭ"),  # the forms that a PDF has
        ("ar", "المصدر", "\u200fالمصدر"),
        ("hi", "दस्तावेज़ तिथि", "दस्तावेज\u093c तिथि"),
        ("hi", "दस्तावेज़ तिथि", "दस्तावे\u095b तिथि"),
        ("hi", "दस्तावेज़ तिथि", "दस्तावेज तिथि"),
        ("hi", "श्रेणियाँ", "श्रेणियां"),
        ("bn", "প্রকাশের সময়", "প্রকাশের সম\u09df"),
        ("pa", "ਪ੍ਰਕਾਸ਼ਿਤ", "ਪ੍ਰਕਾ\u0a36ਿਤ"),
        ("si", "මූලාශ්‍රය", "මූලාශ්රය"),
        ("ml", "ലേഖകൻ", "ലേഖകന്\u200d"),
        ("ml", "രചയിതാക്കൾ", "രചയിതാക്കള്\u200d"),
        ("ml", "പ്രസാധകർ", "പ്രസാധകര്\u200d"),
        ("ml", "വെബ്സൈറ്റിൽ കാണുക", "വെബ്സൈറ്റില്\u200d കാണുക"),
        ("te", "ట్యాగ్‌లు", "ట్యాగ్లు"),
        ("th", "คำค้น", "คํ\u0e32ค้น"),
        ("zh-Hans", "来源", "来　源"),
        ("zh-Hant", "發布時間", "發佈時間"),
        ("ja", "カテゴリー", "ｶﾃｺﾞﾘｰ"),
        ("ja", "記事URL", "記事ＵＲＬ"),
        ("ja", "取材・文", "取材･文"),
        ("ja", "取材・文", "取材文"),
        ("ko", "출처", "출  처"),
        ("ru", "Обновлён", "ОБНОВЛЕН"),
        ("el", "Ημερομηνία δημοσίευσης", "ΗΜΕΡΟΜΗΝΙΑ ΔΗΜΟΣΙΕΥΣΗΣ"),
        ("tr", "Yayın tarihi", "YAYIN TARİHİ"),
        ("tr", "Yayın tarihi", "YAYIN TARIHI"),
        ("fr", "Publié le", "PUBLIÉ LE"),
        ("fr", "Publié le", "Publie\u0301 le"),
        ("fr", "Publié le", "Publié\xa0le"),
        ("fr", "Publié le", "Publié\tle"),
        ("fr", "Date d’impression", "Date d'impression"),
        ("fr", "Mots-clés", "Mots clés"),
        ("fr", "Mots-clés", "Mots\u2011clés"),
        ("az", "Mənbə", "MENBE"),
        ("pl", "Źródło", "Zrodlo"),
        ("ro", "Secțiune", "Secţiune"),
        ("uz", "E’lon qilingan", "Eʼlon qilingan"),
        ("he", "מקור", "מָקוֹר"),
        ("he", "נכתב ע״י", 'נכתב ע"י'),
    ],
)
def test_spellings_that_readers_take_for_the_same(tag: str, label: str, other: str) -> None:
    """Keyboards, encodings, capitals and widths make no other label."""
    field = next(field for field, there in printed(tag) if there == label)
    tables = (_labels.known(), _labels.known(weak=True))
    assert [table[other] for table in tables if other in table] == [field]
    assert tag in _labels.language_of(other)


def test_forms_and_capitals_of_every_label() -> None:
    """Whatever form of Unicode and whatever case a text is in, the label is found."""
    for tag, _, label in EVERY:
        key = _labels.spelling(label)
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            text = unicodedata.normalize(form, label)
            cased = text.upper() if tag not in ("tr", "az") else text.replace("i", "İ").upper()
            for other in (text, text.lower(), cased, text.title()):
                assert _labels.spelling(other) == key


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))))
def test_spelling_of_many_is_that_of_each(texts: list[str]) -> None:
    """The table is made of all labels at once, and looked up one by one."""
    assert _labels._spellings(texts) == [_labels.spelling(text) for text in texts]


@given(st.sampled_from([label for _, _, label in EVERY]))
def test_spelling_of_a_spelling_is_itself(label: str) -> None:
    """A label that was folded, or a spelling, is found as the label is."""
    key = _labels.spelling(label)
    assert _labels.spelling(key) == key


# ── buttons ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("tag", TAGS)
def test_buttons_are_known_and_no_labels(tag: str) -> None:
    """Alone, counted, or several on a line; a label of the same words would have a value below it."""
    buttons = _labels._file()["languages"][tag]["buttons"]
    for button in buttons:
        assert unicodedata.normalize("NFC", button) == button
        assert _labels.is_button(button, [tag])
        assert _labels.is_button(f"• {button} (12)", [tag])
        assert not {button} & {*_labels.known(), *_labels.known(weak=True)}
    assert _labels.is_button(f"{buttons[0]} | {buttons[1]}", [tag])
    assert not _labels.is_button(f"{buttons[0]} | Jane Roe", [tag])
    assert not _labels.is_button("x" * 100, [tag])


# ── without a colon ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("tag", TAGS)
def test_bare_labels_open_a_line(tag: str) -> None:
    """The longest label is found, up to the blank behind it, in any spelling."""
    for label in _labels._file()["languages"][tag]["bare"]:
        for spelled in (label, unicodedata.normalize("NFD", label), label.upper()):
            assert _labels.opening(f"{spelled} 12.5.2025") == len(spelled)


def test_bare_labels_of_scripts_without_blanks() -> None:
    """A digit ends a label, too."""
    assert _labels.opening("最終更新日2025年9月12日") == len("最終更新日")
    assert _labels.opening("公開日２０２５年") == len("公開日")
    assert _labels.opening("เผยแพร่เมื่อ12") == len("เผยแพร่เมื่อ")


@given(st.text())
def test_opening_is_total(line: str) -> None:
    """Whatever the line: what is found is a bare label at its beginning."""
    end = _labels.opening(line)
    assert end == 0 or line[:end] in _labels._bare(None)


# ── what is no label ─────────────────────────────────────────────────────────────────────────────


def test_there_are_openers_in_every_language() -> None:
    """The list below is worth something."""
    assert OPENERS.keys() == set(TAGS)
    assert sum(map(len, OPENERS.values())) > 2000


@pytest.mark.parametrize("tag", TAGS)
def test_common_beginnings_are_no_labels(tag: str) -> None:
    """With a colon, alone on a line or before a number: running text stays text."""
    sure = _labels.known()
    for opener in OPENERS[tag]:
        assert opener not in sure
        assert _labels.opening(f"{opener} 12") == 0


@pytest.mark.parametrize("tag", TAGS)
def test_common_beginnings_open_no_header(tag: str) -> None:
    """The scanner that knows the sure labels takes no beginning with a colon for a header."""
    names = _labels.labels().values()
    labels = Labels(frozenset(fold(label) for labels in names for label in labels))
    for opener in OPENERS[tag]:
        text = f"{opener}: 12\n\nIt rained.\n"
        assert [slot.name for slot in scan(text, labels).slots if slot.name == opener] == []


# ── languages ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("tag", "label"),
    [
        ("pt", "Publicado em"),
        ("pt-BR", "Publicado em"),
        ("PT-br", "Publicado em"),
        ("zh", "发布时间"),
        ("zh-CN", "发布时间"),
        ("zh-TW", "發布時間"),
        ("zh-Hant-HK", "發布時間"),
        ("no", "Publisert"),
        ("nn-NO", "Publisert"),
        ("tlh", None),
        ("", None),
    ],
)
def test_languages_are_looked_up(tag: str, label: str | None) -> None:
    """The tag itself, or what is left of it from the front, or another name for it."""
    assert _labels.first("published", tag) == label


def test_languages_come_in_the_order_asked_for() -> None:
    """English first where nobody asks; what the table does not have is passed over."""
    assert _labels.labels()["published"][0] == "Published"
    assert _labels.labels(["ur", "tlh", "en", "ur-PK"])["source"][:7] == (
        *_labels.labels(["ur"])["source"],
        "Source",
    )
    assert not _labels.labels(["tlh"])
    assert not _labels.known([])
    assert not _labels._bare(())
    assert _labels.opening("Published on May 5, 2025", ["fr"]) == 0


def test_tables_are_made_once() -> None:
    """The same question gets the same object."""
    assert _labels.known(["fr"]) is _labels.known(iter(["fr-CA"]))
    assert _labels.labels() is _labels.labels(None)


def test_nothing_is_read_at_import() -> None:
    """A program that never asks pays nothing."""
    code = "from snippetkit.formats import _labels; print(_labels._file.cache_info().currsize)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip("\n") == "0"


# ── labels with a colon ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "names", "changed"),
    [
        ("Autor:in: Ute", ["Ute"], "Autor:in: Jo Roe"),
        ("**autor:IN:** Ute", ["Ute"], "**autor:IN:** Jo Roe"),
        ("- Autor:innen : Ute M., Jo B.", ["Ute M.", "Jo B."], "- Autor:innen : Jo Roe"),
        ("Kategorie: X | Autor:in: Ute", ["Ute"], "Kategorie: X | Autor:in: Jo Roe"),
        ("Kategorie: X\nAutor:in\nUte", ["Ute"], "Kategorie: X\nAutor:in\nJo Roe"),
        ("2025-09-12 22:38  Autor:in: Ute", ["Ute"], "2025-09-12 22:38  Autor:in: Jo Roe"),
        ("Autor: Ina", ["Ina"], "Autor: Jo Roe"),
        ("Autor:Ute", ["Ute"], "Autor:Jo Roe"),
    ],
)
def test_the_longest_label_is_meant(line: str, names: list[str], changed: str) -> None:
    """A label of the table that has a colon in it is none without the rest of it."""
    document = Document.parse(f"## Regen\n{line}\n\nB", Snippet(languages=("de",)))

    assert document.defects == ()
    assert [one.name for one in document.article.authors] == names
    assert document.update(authors=["Jo Roe"]).text == f"## Regen\n{changed}\n\nB"


@attrs.frozen(kw_only=True)
class Led(Article):
    """A class whose labels have colons in them."""

    lead: str | None = declared(default=None, label="Leiter:in")
    leads: str | None = declared(default=None, label="Leiter:innen: alle")


@pytest.mark.parametrize("one", laws("snippet", cls=Led, max_examples=5), ids=str)
def test_laws_of_labels_with_a_colon(one: Check) -> None:
    """Every law holds for labels of one's own with a colon in them."""
    check(one)


@attrs.frozen(kw_only=True)
class Odd(Article):
    """A class with a label that no line can begin with."""

    odd: str | None = declared(default=None, label="a.b:c")


def test_labels_of_ones_own_with_a_colon() -> None:
    """Written, read, and the line of one gives the manner for the next."""
    article = Led(title="T", lead="Ute", leads="Ute, Jo", body="B")
    text = "---\n## T\nLeiter:in: Ute\nLeiter:innen: alle: Ute, Jo\n---\n\nB"

    assert dumps(article, "snippet") == text
    assert loads(text, cls=Led) == article
    document = Document.parse("## T\nLeiter:in:Ute\n\nB", cls=Led)
    assert document.update(tags=["a"]).text == "## T\nTags:a\nLeiter:in:Ute\n\nB"
    with pytest.raises(InvalidValue, match=r"^odd: no label can be spelled so"):
        losses(Odd(odd="x"), "snippet")
    assert loads("## T\nLeiter:x: Ute\n\nB", "snippet", cls=Led).extra == {"Leiter": "x: Ute"}
