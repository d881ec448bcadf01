"""The measure of restored paragraphs: what is a hit, what is false, what is left out; and the set's own rules."""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
if not (ROOT / "benchmarks").is_dir():
    pytest.skip("the benchmarks are not part of this copy", allow_module_level=True)
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

# They stand beside the library and are not installed, so that mypy does not know them.
article: Any = importlib.import_module("benchmarks.paragraphs.article")
build: Any = importlib.import_module("benchmarks.paragraphs.build")
furniture: Any = importlib.import_module("benchmarks.paragraphs.furniture")
layouts: Any = importlib.import_module("benchmarks.paragraphs.layouts")
score: Any = importlib.import_module("benchmarks.paragraphs.score")
shapes: Any = importlib.import_module("benchmarks.paragraphs.shapes")
command: Any = importlib.import_module("benchmarks.paragraphs.__main__")

TEXT = """\
# Bridge to close for eleven weekends

@ By Ann Lee | 14 March

PORT ELLERY, March 14 — The bridge will close, the city said on Thursday.

"A well-known bridge," said Dr. Abara.

## What will change

- Buses will turn round.
- Cyclists may pass.

1. Parking costs $2.25 an hour.

> It is old.

~ Here lies the dark,
~ the rain that never fell.

| Team | Points |
| Rovers | 35 |

! The northern tower. Photograph: Ines Wade
"""
BLOCKS = article.parse("en/99", TEXT).blocks
TRUTH = [block.text for block in BLOCKS if block.kind != "table"]

# Paragraphs of anything: a line feed ends one, and what is not seen at all is none.
paragraphs = st.text(min_size=1).filter(lambda text: "\n" not in text and score.normal(text))


def paragraph(*texts: str) -> list[Any]:
    """Blocks that are plain paragraphs."""
    return [article.Block("paragraph", (text,)) for text in texts]


def counted(predicted: list[str], blocks: Any = BLOCKS, **more: Any) -> tuple[int, int, int]:
    """Hits, true ones, false ones."""
    counts = score.count(blocks, predicted, **more)
    return counts.hit, counts.true, counts.predicted - counts.hit


# ── what is a hit ──────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.lists(paragraphs))
def test_the_truth_is_perfect(texts: list[str]) -> None:
    """Whatever the paragraphs are: predicted as they are written, in any order, they make 1.0."""
    assert score.count(paragraph(*texts), texts[::-1]).f1 == 1.0


@given(paragraphs, paragraphs)
def test_a_join_is_two_misses_and_one_false(one: str, other: str) -> None:
    """Two true paragraphs that came out as one are both lost."""
    assert counted([f"{one} {other}"], paragraph(one, other)) == (0, 2, 1)


@given(st.lists(paragraphs), st.lists(paragraphs))
def test_the_score_lies_between_0_and_1(true: list[str], predicted: list[str]) -> None:
    """No prediction hits more than there is, and the figure stays a share."""
    counts = score.count(paragraph(*true), predicted)

    assert 0 <= counts.hit <= min(counts.true, len(predicted))
    assert 0.0 <= counts.f1 <= counts.f1_without_chrome <= 1.0


def test_all_kinds_of_blocks_but_tables_count() -> None:
    """Titles, by-lines, headings, items, quotes, verses and captions are paragraphs of their own."""
    assert counted(TRUTH) == (11, 11, 0)


def test_what_is_broken_is_lost_and_false() -> None:
    """Two halves of a paragraph are two false ones."""
    blocks = paragraph("The bridge will close on Friday.", "It is old.")

    assert counted(["The bridge will", "close on Friday.", "It is old."], blocks) == (1, 2, 2)


def test_page_furniture_is_false() -> None:
    """What a page says beside the article is no paragraph of it."""
    assert counted([*TRUTH, "Page 3 of 7", "– 3 –"]) == (11, 11, 2)


def test_a_paragraph_is_hit_once() -> None:
    """The title that comes back as a running header is furniture."""
    assert counted([*TRUTH, TRUTH[0]]) == (11, 11, 1)


def test_chrome_is_false_but_counted() -> None:
    """Menus and notices are told apart, so that figures can be given without them."""
    counts = score.count(BLOCKS, [*TRUTH, "Home", "Share this:"], chrome=["Home | Share this: X"])

    assert (counts.hit, counts.predicted, counts.chrome) == (11, 13, 2)
    assert counts.f1 < counts.f1_without_chrome == 1.0


def test_counts_add_up() -> None:
    """Figures over many documents come from their sums."""
    one, other = score.Counts(1, 2, 3, 1), score.Counts(4, 4, 4, 0)

    assert one + other == score.Counts(5, 6, 7, 1)
    assert (one + other).f1 == pytest.approx(10 / 13)


# ── when texts are equal ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "printed",
    [
        "The  first\n office",
        "The ﬁrst oﬃce",
        "The fi\N{SOFT HYPHEN}rst office",
        "\N{RIGHT-TO-LEFT MARK}The first office\N{ZERO WIDTH SPACE}",
        "The\N{NO-BREAK SPACE}first office ",
    ],
)
def test_what_is_seen_is_compared(printed: str) -> None:
    """Runs of spaces, ligatures, soft hyphens and marks make no difference."""
    assert counted([printed], paragraph("The first office")) == (1, 1, 0)


@pytest.mark.parametrize(
    ("printed", "hit"),
    [
        ("a well-known co\N{HYPHEN}op", 1),
        ("a wellknown co-op", 0),
        ("a well- known co-op", 0),
        ("a well-known coop", 0),
    ],
)
def test_a_restored_word_has_its_true_spelling(printed: str, hit: int) -> None:
    """A compound keeps its hyphen, whichever character it is."""
    assert counted([printed], paragraph("a well-known co-op"))[0] == hit


def test_poppler_writes_embeddings_as_they_are_seen() -> None:
    """`<LRE> .<PDF>` in a line from right to left is a full stop, then a space; digits stay as they are."""
    printed = "\u202bبعد \u202a 83\u202cيوما\u202a .\u202cوقال\u202c"

    assert score.normal(printed) == "بعد 83 يوما. وقال"
    assert score.normal("a\u202a .\u202cb") == "a .b"


# ── where kinds differ ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("mark", ["", "• ", "- ", "1. ", "2) "])
def test_an_item_may_keep_its_mark(mark: str) -> None:
    """An item is hit with and without."""
    items = [article.Block("item", ("Buses will turn round.",))]

    assert counted([f"{mark}Buses will turn round."], items) == (1, 1, 0)


def test_a_paragraph_may_not() -> None:
    """What starts with a dash or a number there is text."""
    assert counted(["- Buses will turn."], paragraph("Buses will turn.")) == (0, 1, 1)


def test_a_mark_alone_is_set_aside() -> None:
    """Extractors part bullets from their items; nobody is to blame."""
    assert counted([*TRUTH, "•", "1."]) == (11, 11, 0)


def test_a_verse_keeps_its_lines() -> None:
    """Whole or line for line it is one hit; its lines run together are false."""
    verse = [article.Block("verse", ("Here lies the dark,", "the rain."))]

    assert counted(["Here lies the dark,\nthe rain."], verse) == (1, 1, 0)
    assert counted(["Here lies the dark,", "the rain."], verse) == (1, 1, 0)
    assert counted(["Here lies the dark, the rain."], verse) == (0, 1, 1)
    assert counted(["Here lies the dark,"], verse) == (0, 1, 1)


def test_a_table_is_set_aside() -> None:
    """Its cells in any order cost nothing, in a paragraph they do."""
    assert counted([*TRUTH, "Team Points", "35", "Rovers"]) == (11, 11, 0)
    assert counted([*TRUTH[:-1], f"{TRUTH[-1]} Rovers 35"]) == (10, 11, 1)


# ── where extractors lost something ────────────────────────────────────────────────────────────────────────────────


def test_spaces_that_the_text_changed_do_not_count() -> None:
    """Where a word stands in no place as a word, its paragraph is compared without spaces; others are not."""
    blocks = paragraph("மற்றும் இன்றி", "The bridge is old.")
    evidence = score.Evidence("மற் றும் இன் றி\nThe bridge is old.", "ta")

    assert counted(["மற் றும் இன் றி", "The bridge isold."], blocks, evidence=evidence) == (1, 2, 1)


def test_hyphens_that_the_text_lost_do_not_count() -> None:
    """Poppler drops the hyphen of a compound at a line end: nobody can know of it, but where it stands it counts."""
    blocks = paragraph("a well-known bridge")

    for text, hit in (("a wellknown bridge", 1), ("a well-\nknown bridge", 0)):
        evidence = score.Evidence(text, "en")
        assert counted(["a wellknown bridge"], blocks, evidence=evidence)[0] == hit


def test_a_long_address_may_go_on_over_a_page() -> None:
    """Its letters are there in two places; a short word's must stand together."""
    blocks = paragraph("See https://www.ellery.example/bridge now.")
    text = "See https://www.ellery.\n– 1 –\nexample/bridge now."

    assert score.Evidence(text, "en").legible(blocks)
    assert not score.Evidence(text.replace("now", "n – 2 – ow"), "en").legible(blocks)


def test_a_hyphenated_word_stands_in_the_text() -> None:
    """Two parts around a hyphen are a word, also as PDFium writes them; so its spaces count."""
    blocks = paragraph("a restored first-of-its-kind word")

    for text in (
        "a re-\nstored first-\nof-its-kind word",
        "a re\ufffestored first-of\ufffeits-kind word",
    ):
        assert score.Evidence(text, "en").holds_words(blocks[0])
    assert not score.Evidence("a re stored first-of-its-kind word", "en").holds_words(blocks[0])


def test_a_text_without_its_letters_is_left_out() -> None:
    """One paragraph in twenty may have lost some; where letters changed places, they are lost."""
    words = [f"paragraph {number:02}" for number in range(40)]
    blocks = paragraph(*words)

    assert score.Evidence("\n".join(words[:38]), "en").legible(blocks)
    assert not score.Evidence("\n".join(words[:37]), "en").legible(blocks)
    assert not score.Evidence("कद्रें", "hi").legible(paragraph("केंद्र"))
    assert not score.Evidence("\0\0\0\0", "fa").legible(paragraph("بندر"))


def test_without_spaces_between_words_characters_must_be_there() -> None:
    """Chinese lines are broken anywhere: the characters count, and so does every space."""
    blocks = paragraph("海港大桥将封闭十一个周末")
    evidence = score.Evidence("海港大桥将封\n闭十一个周末", "zh")

    assert evidence.legible(blocks)
    assert counted(["海港大桥将封 闭十一个周末"], blocks, evidence=evidence)[0] == 0


# ── the set ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_articles_are_read_as_they_are_written() -> None:
    """Marks say what a line is; lines of a verse and rows of a table are one block."""
    assert Counter(block.kind for block in BLOCKS) == Counter(
        [
            "title",
            "meta",
            "paragraph",
            "paragraph",
            "heading",
            "item",
            "item",
            "numbered",
            "quote",
            "verse",
            "table",
            "caption",
        ]
    )
    assert BLOCKS[-2].text == "Team\tPoints\nRovers\t35"
    assert article.from_tree(article.as_tree(article.parse("en/99", TEXT))).blocks == BLOCKS


def test_every_article_can_be_printed() -> None:
    """It has a title and a text, and there is furniture in its language."""
    for each in article.articles():
        kinds = [block.kind for block in each.blocks]
        assert kinds[0] == "title"
        assert "title" not in kinds[1:]
        assert "paragraph" in kinds
        assert each.language in furniture.FURNITURE
        assert all(score.normal(block.text) for block in each.blocks)


def test_an_article_stays_in_its_half() -> None:
    """The rule does not change: what was looked at while building is never judged."""
    names = ["en/01", "en/13", "en/doj-0002", "si/pmd-170c9a", "zh/01"]
    halves = ["train", "test", "train", "test", "train"]

    assert [build.split(name) for name in names] == halves


def test_layouts_come_equally_often() -> None:
    """In each half, and with both renderers."""
    work = list(build.jobs(article.articles()))
    often = Counter((job.split, job.layout.name, job.renderer) for job in work)

    assert len({job.name for job in work}) == len(work)
    assert len(often) == 2 * len(layouts.LAYOUTS) * 2
    assert max(often.values()) < 2 * min(often.values())


def test_the_snippets_shape_loses_no_letter() -> None:
    """Broken, whole and split pieces together are the article, and each stands between blank lines."""
    known = article.parse("en/99", TEXT.replace("| Team | Points |\n| Rovers | 35 |\n", ""))
    lines = [
        "The Courier 1/2", "Bridge to close for eleven weekends", "By Ann Lee | 14 March",
        "PORT ELLERY, March 14 — The bridge will", "close, the city said on Thurs-", "day.",
        '"A well-known bridge," said Dr. Abara.', "What will change", "• Buses will turn round.",
        "• Cyclists may pass.", "1. Parking costs $2.25 an", "The Courier 2/2", "hour.", "It is old.",
        "Here lies the dark,", "the rain that never fell.",
        "The northern tower. Photo-", "graph: Ines Wade",
    ]  # fmt: skip

    for seed in "abcdefghij":
        mixed = shapes.mixed(known, "\n".join(lines), seed)
        assert "Courier" not in mixed
        letters = mixed.replace("• ", "").replace("1. ", "").replace("-\n\n", "")
        squashed = "".join(letters.split()).replace("-", "")
        assert squashed == "".join(" ".join(TRUTH).split()).replace("-", "")


def test_the_command_scores_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Illegible texts are counted as left out, the others judged."""
    folder = tmp_path / "train" / "en.99.blocks.chromium"
    folder.mkdir(parents=True)
    tree = {
        **article.as_tree(article.parse("en/99", TEXT)),
        "layout": "blocks",
        "renderer": "chromium",
        "chrome": [],
    }
    (folder / "article.json").write_text(json.dumps(tree), "utf-8")
    (folder / "mixed.txt").write_text("\n\n".join(TRUTH), "utf-8")
    (folder / "pypdf.txt").write_text("\0\0\0", "utf-8")
    figures = tmp_path / "figures.json"

    function = "benchmarks.paragraphs.baselines:blank_lines"
    command.main(["score", function, "--folder", str(tmp_path), "--json", str(figures)])

    table = capsys.readouterr().out
    assert ["English", "1", "1", "11", "11", "0", "1.000", "1.000"] in [
        line.split() for line in table.split("\n")
    ]
    counts = {each["text"]: each["counts"] for each in json.loads(figures.read_text("utf-8"))}
    assert counts["pypdf"] is None
    assert counts["mixed"]["hit"] == 11
