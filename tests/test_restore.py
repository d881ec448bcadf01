"""Restoring paragraphs: the laws of the repairs, then examples of what is joined and what is not."""

from __future__ import annotations

import pickle
import textwrap
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snippetkit import Article, Document, load, restore
from snippetkit.restore import Repair, Restoration, paragraphs, widths
from snippetkit.restore.columns import composed
from snippetkit.restore.furniture import Cut
from snippetkit.restore.lines import BLANKS, lines_of
from snippetkit.restore.marks import TOKEN, tokens
from snippetkit.restore.plan import Joint, Plan, merged
from snippetkit.restore.reasons import SAYS
from snippetkit.testing import texts

ROOT = Path(__file__).parent.parent
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
FRAGMENTS = (
    *("the", "Harbour ", "of ", "was closed for the night. ", "said “yes”", "(see", "U.S. ", "Mr."),
    *("-\n", "‐\n", "\u00ad\n", "a\ufffeb", "\ufffe"),
    *("\n\n", "\n", "\r\n", "\r", "\f", "\n\f\n", "  "),
    *("Page 1 of 2\n", "– 2 –\n", "3\n", "https://x.example/a 1/2\n", "26/11/26, 9:41 AM Title\n"),
    *(
        "• ",
        "1. ",
        "- ",
        "# ",
        "> ",
        "| a | b |\n",
        "```\n",
        "---\n",
        "a   b\tc\n",
        "\ufeff",
        "\u3000",
    ),
    *("ذہن میں تھا۔ ", "كان هنا؟ ", "\u202bنص\u202c "),
    *("वह गया। ", "他走了。", "ไป", "Ὁ λόγος· ", "\x02"),
)
ANY = texts(FRAGMENTS)
"""Any text, with what restoring looks for often in it."""

WORDS = (
    *("harbour", "council", "rain", "of", "the", "a", "bridge", "closed", "voted", "on", "Monday"),
    *("Paris", "between", "engineers", "said", "that"),
    *("it", "well-known", "budget", "and", "night"),
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence as news has it: a capital, some words, an end."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=22))
    return f"{words[0].capitalize()} {' '.join(words[1:])} harbour{draw(st.sampled_from('..?!'))}"


PROSE = st.lists(
    st.lists(sentences(), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=9
)
"""Paragraphs of a text that nothing is wrong with."""


@st.composite
def broken(draw: st.DrawFn) -> str:
    """Prose wrapped at a width, with pages that have headers and numbers, or without."""
    width = draw(st.integers(20, 90))
    between = draw(st.sampled_from(["\n", "\n\n", "\n    "]))
    wrapped = [textwrap.wrap(text, width, break_long_words=False) for text in draw(PROSE)]
    lines = between.join("\n".join(each) for each in wrapped).split("\n")
    if not draw(st.booleans()):
        return "\n".join(lines)
    size = draw(st.integers(5, 20))
    pages = [lines[at : at + size] for at in range(0, len(lines), size)]
    edge = draw(st.sampled_from(["\n\f", "\n"]))
    return edge.join(
        "\n".join(["The Harbour Courier", *page, f"Page {number} of {len(pages)}"])
        for number, page in enumerate(pages, 1)
    )


TEXTS = st.one_of(ANY, broken())
LANGUAGES = st.sampled_from([None, "en", "de-AT", "ur", "zh-Hans", "xx", "", "\x00"])


def blankless(text: str) -> str:
    """What is not layout in a text."""
    return "".join(character for character in text if character not in BLANKS + "\r\n\f")


# ── laws ────────────────────────────────────────────────────────────────────────────────────────


@given(TEXTS, LANGUAGES)
def test_the_original_is_always_at_hand(text: str, language: str | None) -> None:
    """Without its repairs a restoration is the text it was made of; any text has one."""
    found = paragraphs(text, language)
    assert found.original is text
    assert found.only(confidence=2.0).text == text
    undone = found
    for edit in found.edits:
        undone = undone.undo(edit)
    assert undone == Restoration(text)
    assert undone.text == text


@given(TEXTS, st.randoms(use_true_random=False))
def test_any_of_the_repairs_can_be_made(text: str, random: object) -> None:
    """Repairs are sorted and disjoint, so that any of them are splices that nothing is in the way of."""
    found = paragraphs(text)
    assert all(a.end <= b.start for a, b in zip(found.edits, found.edits[1:], strict=False))
    assert all(0 <= edit.confidence <= 1 and edit.reason and edit.kind for edit in found.edits)
    some = [edit for at, edit in enumerate(found.edits) if hash((at, repr(random))) % 2]
    by_hand = text
    for edit in reversed(some):
        by_hand = by_hand[: edit.start] + edit.text + by_hand[edit.end :]
    chosen = found
    for edit in found.edits:
        if edit not in some:
            chosen = chosen.undo(edit)
    assert chosen.text == by_hand
    again = chosen
    for edit in found.edits:
        again = again.redo(edit)
    assert again == found


@given(TEXTS, LANGUAGES)
def test_what_was_restored_stays_as_it_is(text: str, language: str | None) -> None:
    """Restoring a restored text does nothing."""
    found = paragraphs(text, language)
    again = paragraphs(found.text, language)
    assert again.edits == ()
    assert again.paragraphs == found.paragraphs


@given(TEXTS)
def test_nothing_is_lost(text: str) -> None:
    """All that is not blank stands in the paragraphs, in its order, but furniture and hyphens."""
    found = paragraphs(text)
    kept, at = "", 0
    for edit in found.edits:
        cut = text[edit.start : edit.end]
        kept += text[at : edit.start]
        if edit.kind in {"furniture", "hyphen"}:
            kept += edit.text
        else:
            assert not blankless(cut)
            assert not blankless(edit.text)
        at = edit.end
    assert blankless("".join(found.paragraphs)) == blankless(kept + text[at:])


@given(TEXTS)
def test_a_paragraph_is_a_line(text: str) -> None:
    """Paragraphs have no line ends, no blanks around, and no wide spaces."""
    for paragraph in paragraphs(text).paragraphs:
        assert paragraph == paragraph.strip(BLANKS)
        assert not set(paragraph) & set("\r\n\f\t")
        assert "  " not in paragraph


@given(PROSE, st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\n \n\n"]))
def test_a_text_without_damage_is_left_alone(prose: Sequence[str], between: str) -> None:
    """Whole paragraphs get no repairs, whatever parts them."""
    found = paragraphs(between.join(prose), "en")
    assert found.edits == ()
    assert found.paragraphs == tuple(prose)


@given(TEXTS.filter(lambda text: "\r" not in text), st.sampled_from(["\r\n", "\r"]))
def test_line_ends_stay_what_they_are(text: str, end: str) -> None:
    """CRLF and CR mean what LF means, and stay."""
    other = paragraphs(text.replace("\n", end))
    assert other.text == paragraphs(text).text.replace("\n", end)


@given(TEXTS)
def test_marks_that_steer_how_a_text_is_shown_stay(text: str) -> None:
    """No mark of direction goes but with the furniture that it stands in."""
    found = paragraphs(text)
    kept = found.only(kinds={"join", "hyphen", "split"})
    assert [mark for mark in kept.text if mark in BIDI] == [mark for mark in text if mark in BIDI]


@given(TEXTS)
def test_the_same_text_gets_the_same_repairs(text: str) -> None:
    """Nothing but the text and the language has a part in it."""
    assert paragraphs(text) == paragraphs(str(text))
    found = paragraphs(text)
    assert pickle.loads(pickle.dumps(found)) == found


@given(TEXTS)
@example("one two  three\tfour\vfive\u00a0six\u3000seven\u2003eight")
def test_the_words_of_a_line_are_its_tokens(text: str) -> None:
    """Cutting a line at its blanks gives the words that the pattern finds."""
    for line in lines_of(text):
        assert tokens(line.text) == TOKEN.findall(line.text)


@given(TEXTS)
def test_an_article_is_restored_in_its_body_alone(text: str) -> None:
    """`Article.restored` changes the body, to what its restoration says, or nothing."""
    article = Article(title="Rain", body=text, language="en")
    found, after = paragraphs(text, "en"), article.restored()
    assert after.body == found.text
    assert after.evolve(body=text) == article
    assert (after is article) == (found.edits == ())
    assert Article(title="Rain").restored() == Article(title="Rain")


@given(broken())
@example("The harbour was closed for the\nnight.\n")
def test_a_document_is_restored_as_any_other_is_edited(body: str) -> None:
    """`Document.restore` is `put` of the restored article: only the body's text changes."""
    document = Document.parse(f"## Rain\nCategory: Weather\n\n{body}", "snippet", tolerant=True)
    after = document.restore("en")
    assert after.article == document.article.restored("en")
    assert after.restore("en") is after
    span = document.span("body")
    assert span is not None
    assert after.text[: span[0]] == document.text[: span[0]]


@st.composite
def splices(draw: st.DrawFn, length: int, kind: str) -> tuple[Repair, ...]:
    """Repairs of a text of that length: sorted, disjoint, anything else."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return tuple(Repair(a, b, draw(st.text("xy\n", max_size=3)), kind, "r", 1.0) for a, b in pairs)


@given(st.data(), st.text("abcdefgh", max_size=30))
def test_two_rounds_of_splices_are_one(data: st.DataObject, text: str) -> None:
    """What is done after columns were put one below the other is said in places of the original."""
    first = data.draw(splices(len(text), "columns"))
    between = Restoration(text, first).text
    second = data.draw(splices(len(between), "join"))
    both = Restoration(text, composed(text, first, second))
    assert both.text == Restoration(between, second).text
    assert sum(edit.kind == "columns" for edit in both.edits) <= len(first)


def test_a_reason_speaks_for_what_was_done() -> None:
    """What is named for a join speaks for joining, and what is named for a split against it."""
    found = paragraphs(
        "The harbour was closed for three days after the\nstorm, and all the ferries stayed at their berths.\n"
        "The mayor said that she would ask for help, and\nthat repairs would start on Monday.\nRain fell.\n"
    )
    join = "the next line goes on in lower case; the next word did not fit on the line"
    split = "the line ends a sentence; a sentence ends with the line"
    assert [edit.reason for edit in found.edits] == [join, split, join, split]


def test_every_factor_has_its_words() -> None:
    """Each factor with a weight can be named in a reason."""
    from snippetkit.restore._weights import SECOND

    assert SECOND.keys() <= SAYS.keys()


PIECES = {
    "short lines": "the harbour was\n",
    "one line": "the harbour was ",
    "short paragraphs": "The harbour was closed.\n\nRain fell\n\n",
    "one letter": "a\n",
    "a list": "- the harbour\n1. Rain fell.\n",
    "blank lines": "\n",
    "form feeds": "a\f",
    "hyphens": "har-\n",
    "pdfium's hyphens": "har\ufffe",
    "numbers": "12\n",
    "headers": "The Harbour Courier\nPage 1 of 9\nand so on and on\n",
    "brackets": "(((((((\n",
    "rows": "a   b  c\n",
    "spaces": "      a      \n",
    "wide and narrow": "mmmm\niiiiiiiiiiii\n",
}


@pytest.mark.parametrize("name", PIECES)
def test_time_is_linear(name: str) -> None:
    """Ten times as much takes not more than thirty times as long; quadratic would be a hundred."""
    piece = PIECES[name]

    def taken(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.process_time()
        paragraphs(text, "en")
        return time.process_time() - begun

    assert min(taken(80_000) for _ in range(2)) <= 30 * min(taken(8_000) for _ in range(2)) + 0.2


# ── the values ──────────────────────────────────────────────────────────────────────────────────


def test_repairs_that_are_no_splices_are_refused() -> None:
    """A restoration holds repairs that are sorted, disjoint, and inside the text."""
    one, two = (Repair(at, at + 2, "", "join", "", 1.0) for at in (0, 1))
    for edits in ((one, two), (two, one), (Repair(3, 9, "", "join", "", 1.0),)):
        with pytest.raises(ValueError, match="repair"):
            Restoration("abcd", edits)
    with pytest.raises(ValueError, match="no repair"):
        Restoration("abcd", (one,)).undo(two)
    with pytest.raises(ValueError, match="sorted"):
        Restoration("abcd", (one,)).redo(two)


# ── examples ────────────────────────────────────────────────────────────────────────────────────


def restored(text: str, language: str | None = "en") -> list[str]:
    """The paragraphs of a text written here, without its first line end."""
    return list(paragraphs(text.removeprefix("\n"), language).paragraphs)


def test_a_list() -> None:
    """Items are not joined with each other; an item that was broken is made whole."""
    assert restored(
        """
The council voted on Friday evening, after nine hours of debate, to
close the harbour road for a year.

• The bridge is closed to lorries from Monday, and to all others from
the first of May.
• The ferry runs every hour.
• Cyclists can use the old railway line, which was opened to them last
year.

The mayor said that she regretted it.
"""
    ) == [
        (
            "The council voted on Friday evening, after nine hours of debate, to close the harbour road"
            " for a year."
        ),
        "• The bridge is closed to lorries from Monday, and to all others from the first of May.",
        "• The ferry runs every hour.",
        "• Cyclists can use the old railway line, which was opened to them last year.",
        "The mayor said that she regretted it.",
    ]


WHOLE = {
    "a verse": """
The poem was read aloud at the opening of the harbour by its author.

The tide comes in, the tide goes out,
And what it takes it keeps;
The harbour master walks about
While all the harbour sleeps.

He left the quay without a word when he had finished reading it.
""",
    "an address": """
Those who want to write to the society will find it at this address.

Harbour Society
12 Quay Street
Port Elin

Letters are answered within a week.
""",
    "a table": """
The council published the figures of the last three years on Monday.

Year      Barley      Wheat
2021      1,204       98
2022      1,310       102
2023      1,102       97

They show little change.
""",
    "Markdown": """
## The ferry returns
| when | where |
|------|-------|
| 9:30 | quay  |

---

> It was never
> going to be easy.

```
for each in
the harbour
```

It returned.
""",
    "line ends by hand": """
We do not send pages over the horizon by sunsetting<br/>
just because it has been awhile since readers came to them<br>
for example
""",
    "a heading": """
Ferry returns

What comes next

The council votes on Friday. Nobody knows how.
""",
    "numbers": "12\n13\n14\n15\n16\n17\n18\n19\n20\n",
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_left_alone(name: str) -> None:
    """What is no broken paragraph gets no repairs."""
    assert paragraphs(WHOLE[name], "en").edits == ()


def test_hyphens() -> None:
    """A suspended hyphen and one of the word's own stay; one that a line end made goes."""
    assert restored(
        """
Das Land Hessen fördert in diesem Jahr die Vor-
und Nachbereitung des Unterrichts sowie den Aus-
bau der Schulen. Das teilte die Landesregie-
rung am Mittwoch mit. Die Haupt- und Real-
schulen bekommen je zwei Stellen. Die Gemein-
den begrüßten das.
""",
        "de",
    ) == [
        (
            "Das Land Hessen fördert in diesem Jahr die Vor- und Nachbereitung des Unterrichts sowie"
            " den Ausbau der Schulen. Das teilte die Landesregierung am Mittwoch mit. Die Haupt- und"
            " Realschulen bekommen je zwei Stellen. Die Gemeinden begrüßten das."
        )
    ]
    assert restored("De stad wil de vracht-\nen personenauto's weren.", "nl") == [
        "De stad wil de vracht- en personenauto's weren."
    ]
    assert restored("It would be a long-\nterm effort, they said.") == [
        "It would be a long-term effort, they said."
    ]
    assert restored(
        """
The prosecutors said that two of the men had met a member of al-
Qaeda in the mountains, and had learned there, in what they took for
an al-Qaeda camp, how to use high-powered weapons.
"""
    )[0].startswith("The prosecutors said that two of the men had met a member of al-Qaeda in the")
    assert restored("The gov\ufffeernment of the Eng\ufffelish, high\ufffe10 and\nso on.")[
        0
    ].startswith("The government of the English, high-10")


def test_pages() -> None:
    """Headers and numbers go, and a paragraph runs on over them as one repair."""
    text = (
        "The Harbour Courier\nThe ferry sailed again on Friday, eleven years after the line\n"
        "was closed. Some four hundred people watched from the quay\n– 1 –\n"
        "\fThe Harbour Courier\nas the boat left at half past nine, two hours later than\n"
        "the timetable had promised.\n– 2 –\n\f"
    )
    found = paragraphs(text, "en")
    assert found.paragraphs == (
        (
            "The ferry sailed again on Friday, eleven years after the line was closed. Some four"
            " hundred people watched from the quay as the boat left at half past nine, two hours later"
            " than the timetable had promised."
        ),
    )
    over = found.edits[2]
    assert (over.kind, over.text) == ("furniture", " ")
    assert "– 1 –\n\fThe Harbour Courier" in found.undo(over).text
    assert paragraphs(text.replace("\f", ""), "en").paragraphs == found.paragraphs


def test_a_sign_for_numbers_is_no_number() -> None:
    """What stands with a number in one place and with the sign ``#`` in another counts nothing."""
    assert paragraphs("Page #\nPage 3\nPage 4\n", "en").edits == ()


def test_furniture_reaches_so_far() -> None:
    """Of what all pages begin with, only the first lines are their header."""
    head = "".join(f"Notice {word} of the harbour office\n" for word in "abcdefghijkl")
    text = "\f".join(
        f"{head}The ferry {verb} again on Friday.\n" for verb in ("sails", "runs", "goes")
    )
    found = paragraphs(text, "en")

    assert "Notice a " not in found.text
    assert found.text.count("Notice l ") == 3


def test_what_browsers_print() -> None:
    """Date and title above, address and page below, on one page even."""
    assert restored(
        "11/26/26, 9:41 AM Rain at last\nRain at last\nIt rained on Friday.\n"
        "https://rain.example/a.html 1/1\n"
    ) == ["Rain at last", "It rained on Friday."]


def test_columns_side_by_side() -> None:
    """The right column goes below the left one; it is one repair, and can be undone."""
    left = textwrap.wrap(
        " ".join(["the harbour was closed for the night and the ferry stayed"] * 8), 40
    )
    right = textwrap.wrap(
        " ".join(["engineers found that the bridge was not safe for lorries"] * 8), 40
    )
    text = "\n".join(f"{a:<44}{b}" for a, b in zip(left, right, strict=False)) + "\n"
    found = paragraphs(text, "en")
    assert [edit.kind for edit in found.edits] == ["columns"]
    assert found.paragraphs == (" ".join([*left, *right][: 2 * min(len(left), len(right))]),)
    assert found.undo(found.edits[0]).text == text
    closed = paragraphs(
        text + "The ferry sails again on Friday, says the harbour, come what may.\n"
    )
    assert closed.edits[0].kind == "columns"
    assert closed.text.startswith(found.text.rstrip("\n"))


def test_columns_from_right_to_left() -> None:
    """Where the script runs from right to left, the right column is the first."""
    first = textwrap.wrap(" ".join(["بندرگاہ رات کو بند رہی اور کشتی وہیں ٹھہری رہی"] * 8), 40)
    second = textwrap.wrap(" ".join(["انجینئروں نے دیکھا کہ پل گاڑیوں کے لیے محفوظ نہیں"] * 8), 40)
    rows = list(zip(first, second, strict=False))
    text = "\n".join(f"{right:<44}{left}" for left, right in rows) + "\n"

    assert paragraphs(text, "ur").text == text.replace(
        text.rstrip("\n"), " ".join([left for left, _ in rows] + [right for _, right in rows])
    )


def test_soft_hyphens() -> None:
    """A soft hyphen goes; a hyphen behind what has one elsewhere stays."""
    assert restored("The old micro-brewery and its new micro-\nmanager met on Friday.") == [
        "The old micro-brewery and its new micro-manager met on Friday."
    ]
    assert restored("They wanted to see the gov\u00ad\nernment go, and said so.") == [
        "They wanted to see the government go, and said so."
    ]


EXTRACTED = sorted((ROOT / "tests/data/restore").glob("*.txt"))


@pytest.mark.parametrize("path", EXTRACTED, ids=lambda path: path.stem)
def test_what_extractors_leave(path: Path) -> None:
    """Each true paragraph comes out whole, in order; a table between them leaves its lines."""
    true = path.with_suffix(".paragraphs").read_text("utf-8").split("\n")[:-1]
    text = path.read_bytes().decode()
    found = paragraphs(text, path.stem[:2]).paragraphs

    assert [one for one in found if one in true] == true
    assert text.count("\n") > 1.5 * len(true)


# ── what does not settle ────────────────────────────────────────────────────────────────────────

UNSETTLED = "o\x02\n\x02o"
TWO_ROUNDS = "o .\nos  ś\nt\nż o.\n"


def test_what_does_not_settle_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text whose repairs would ask for others without end gets none."""
    assert paragraphs(UNSETTLED).edits == ()

    assert paragraphs(TWO_ROUNDS).edits
    with monkeypatch.context() as patch:
        patch.setattr(restore, "_ROUNDS", 1)
        assert paragraphs(TWO_ROUNDS).edits == ()
    monkeypatch.setattr(restore, "is_followed", lambda *_: False)
    assert paragraphs(TWO_ROUNDS).edits == ()


def test_what_goes_late_goes_with_all_that_was_joined_to_it() -> None:
    """A page's header that was joined from two lines goes as two lines."""
    joint, cut = Joint(0, " ", "join", "", 0.9), Cut("a header", 0.9)
    first = Plan({}, {1: joint, 3: joint}, {3: ("a heading", 0.9)}, ())
    second = Plan({0: cut}, {1: joint}, {}, ())

    assert merged(first, second, 4) == Plan(
        {0: cut, 1: cut}, {2: joint, 3: joint}, {3: ("a heading", 0.9)}, ()
    )


def test_lines_that_went_are_no_longer_counted() -> None:
    """What is joined late is told by its place among the lines that are left."""
    joint, cut = Joint(0, " ", "join", "", 0.9), Cut("a header", 0.9)
    first, second = Plan({0: cut}, {2: joint}, {}, ()), Plan({}, {1: joint}, {}, ())

    assert merged(first, second, 4) == Plan({0: cut}, {2: joint, 3: joint}, {}, ())


def test_measures_remember_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of all characters there are does not fill the memory."""
    monkeypatch.setattr(widths, "_REMEMBERED", 0)
    before = len(widths.SERIF)
    assert widths.SERIF["\U00020000"] == 1.0
    assert len(widths.SERIF) == before


CHINESE = (
    "市议会周五晚上以九票对八票通过了新的预算，其中包括学校和道路的开支，以及港口和渡轮的费用。"
    "议员们讨论了九个小时，最后由市长投下决定性的一票。市长说，这是她任内最困难的一个晚上，"
    "但是港口不能再等，渡轮也不能再等，因为岛上的人们已经等了十一年。"
)
THAI = (
    "เรือข้ามฟากออกจากท่าเมื่อเช้าวันศุกร์หลังจากหยุดให้บริการไปสิบเอ็ดปี"
    "ผู้คนราวสี่ร้อยคนมาเฝ้าดูจากท่าเรือขณะที่เรือออกเดินทางช้ากว่ากำหนดสองชั่วโมง"
)
URDU = (
    "بندرگاہ تین دن تک بند رہی کیونکہ طوفان کے بعد پانی بہت اونچا تھا۔ حکام کے مطابق کوئی زخمی نہیں ہوا"
    " لیکن کئی کشتیاں ڈوب گئیں۔ میئر نے کہا کہ بندرگاہ پیر سے دوبارہ کھول دی جائے گی۔"
)


def test_scripts_without_spaces() -> None:
    """Chinese and Thai are joined without spaces."""
    text = "\n".join(textwrap.wrap(CHINESE, 27))
    assert restored(text, "zh-Hans") == [CHINESE]
    assert restored("\n".join(THAI[at : at + 35] for at in range(0, len(THAI), 35)), "th") == [THAI]


def test_scripts_without_case() -> None:
    """Urdu has its own full stop, and needs no capitals."""
    text = "\n".join(textwrap.wrap(URDU, 60))
    assert restored(text, "ur") == [URDU]
    assert restored(text, None) == [URDU]


# ── the given snippet ───────────────────────────────────────────────────────────────────────────


def test_the_snippet() -> None:
    """Its three kinds of breaks: at every line, at no line, and in mid-sentence at a page's end."""
    document = Document.load(ROOT / "examples" / "snippet-rki-news.txt")
    body = document.article.body
    assert body is not None
    found = paragraphs(body, "en")
    assert [edit.kind for edit in found.edits] == ["join"] * 5
    assert len(found.paragraphs) == 6
    assert all(paragraph.endswith((".", "”", '"')) for paragraph in found.paragraphs)
    assert "formation and communication technologies have become both engines of" in found.text
    assert "legal and technical protection measures" in found.text
    restored = document.restore()
    assert restored.article.paragraphs == found.paragraphs
    assert restored.article.evolve(body=body) == document.article
    assert load(ROOT / "examples" / "snippet-rki-news.txt").restored() == restored.article
