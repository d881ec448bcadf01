"""Several snippets in one file: split, read, edited and saved one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippetkit import Article, FileError, Unrepresentable, dumps, load, load_all, same
from snippetkit.formats import format_named

GIVEN = (Path(__file__).parent.parent / "examples" / "snippet-rki-news.txt").read_text("utf-8")
BODIES = st.sampled_from(["It rained.\n", "لاہور میں بارش ہوئی۔\n", "One.\n\n## Two\n\nThree.\n"])
ARTICLES = st.builds(
    Article,
    title=st.sampled_from(["Rain", "بارش", "持续降雨"]),
    categories=st.lists(st.sampled_from(["Weather", "World"]), min_size=1, max_size=2),
    published=st.sampled_from([None, "2025-09-12"]),
    body=BODIES,
)


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in format_named("snippet").parts(text).spans]


@given(st.lists(ARTICLES, min_size=1, max_size=5), st.sampled_from(["", "\n", "\n\n", " \n\t\n"]))
def test_what_was_put_one_after_another_comes_apart(many: list[Any], gap: str) -> None:
    """Snippets in canonical form, with whatever blank lines between, are found again."""
    texts = [dumps(one) for one in many]

    assert _parts(gap.join(texts)) == texts


@given(st.text(st.sampled_from("-#: \nTags")), st.booleans())
def test_parts_are_in_order_and_leave_only_blanks_out(text: str, begun: bool) -> None:
    """Whatever the text: nothing but blank lines between two parts is lost."""
    text = "## T\nTags: x\n" * begun + text
    spans = format_named("snippet").parts(text).spans

    ends = [0, *(end for _, end in spans)]
    assert all(
        text[end:start].strip("\n\r\t ") == "" for end, (start, _) in zip(ends, spans, strict=False)
    )
    assert ends[-1] == len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (GIVEN, 1),
        (f"{GIVEN}\n\n{GIVEN}", 2),
        ("## A\nTags: x\n\nOne.\n\n## B\n\nTags: y\n\nTwo.\n", 2),
        ("## A\nTags: x\n\nOne.\n\n### B\nTags: y\n\nTwo.\n", 1),  # another level
        ("## A\nTags: x\n\nOne.\n\n## B\nSource: y\n\nTwo.\n", 1),  # another template
        ("## A\nTags: x\n\nOne.\n\n## B\n\nTwo.\n", 1),  # a heading of the body
        ("---\n## A\nTags: x\n---\n\nOne.\n---\n\n## B\nTags: y\n\nTwo.\n", 1),  # a rule in it
        ("---\n## A\nTags: x\n---\n\nOne.\n\n---\n## B\nTags:\n---\nTwo.\n", 2),
        ("---\n## A\nTags: x\n---\n\nOne.\n\n---\nTags: y\n---\nTwo.\n", 1),  # without a title
        ("A plain title\nTags: x\n\nOne.\n\n## B\nTags: y\n\nTwo.\n", 1),
        ("---\nTitle: A\nTags: x\n---\n\nOne.\n\n---\nTitle: B\nTags: y\n---\n\nTwo.\n", 2),
        ("---\nTitle: A\n---\n\nOne.\n\n---\nTitle: B\n---\n\nTwo.\n", 1),  # no other label
        ("===\nTitle: A\nTags: x\n\nOne.\n\n===\nTitle: B\nTags: y\n\nTwo.\n", 2),
        ("\ufeff\n== =\nTitle: A\nTags: x\n\nOne.\n\n===\nTitle: B\nTags: y\n\nTwo.\n", 1),
        ("Title: A\nTags: x\n\nOne.\n\nTitle: B\nTags: y\n\nTwo.\n", 2),
        ("عنوان: A\nکلیدواژه: x\n\nOne.\n\nعنوان: B\nکلیدواژه: y\n\nTwo.\n", 2),
        (
            "Title: A\nTags: x\n\nOne.\n=====\nTitle: B\nTags: y\n\nTwo.\n\n---\n\nTitle: C\nTags:\n",
            3,
        ),
        ("\ufeffTitle: A\nTags: x\n\nOne.\n\nTitle: B\nTags: y\n\nTwo.\n", 2),
        ("\ufeff## A\nTags: x\n\nOne.\n\n## B\nTags: y\n\nTwo.\n", 2),
        (
            "\ufeff## A\nTags: x\n\nOne.\n\ufeff## B\nTags: y\n\nTwo.\n",
            2,
        ),  # files joined as they were
        ("---\n## A\nTags: x\n---\n\nOne.\n\ufeff---\n## B\nTags: y\n---\nTwo.\n", 2),
        ("Title: A\nTags: x\n\nOne.\n\nTitle: B\n\nTwo.\n", 1),  # without a label in common
        ("Title: A\nTags: x\n\nOne.\n\nHeadline: B\nTags: y\n\nTwo.\n", 1),  # another label
        ("Tags: x\nTitle: A\n\nOne.\n\nTags: y\nTitle: B\n\nTwo.\n", 1),  # no title in front
        ("\u200f## A\n\u200fTags: x\n\nOne.\n\n\u200f## B\n\u200fTags: y\n\nTwo.\n", 2),
        ("\u200f\n## A\nTags: x\n\nOne.\n\n## B\nTags: y\n\nTwo.\n", 2),
        ("\u202bTitle: A\u202c\nTags: x\n\nOne.\n\n\u202bTitle: B\u202c\nTags: y\n\nTwo.\n", 2),
        ("\u200f---\n## A\nTags: x\n---\n\nOne.\n\n\u200f---\n## B\nTags: y\n---\nTwo.\n", 2),
        ("\u200f## A\nTags: x\n\nOne, \u200f## B\nTags: y\n\nTwo.\n", 1),  # within a line
        ("", 1),
    ],
)
def test_only_what_begins_alike_is_parted(text: str, count: int) -> None:
    """A text that holds what looks a little like another header stays whole."""
    assert len(_parts(text)) == count


@given(
    st.lists(ARTICLES, min_size=1, max_size=5), st.sampled_from(["", "\n", "=====\n", "\n---\n\n"])
)
def test_texts_that_begin_with_a_titles_label_come_apart(many: list[Any], rule: str) -> None:
    """Rules between them are of neither; each text ends with its own last line."""
    texts = [
        f"Title: {one.title}\nTags: a\n\n{one.body.replace('#', '')}".rstrip("\n") + "\n"
        for one in many
    ]
    assert _parts(f"\n{rule}".join(texts)) == texts
    in_front = "=====\n" * rule.startswith("=")
    assert _parts(in_front + f"\n{rule}".join(texts)) == [in_front + texts[0], *texts[1:]]


def test_parts_of_either_kind_are_read(tmp_path: Path) -> None:
    """Each with its title, which a label between fences says, and its body."""
    path = tmp_path / "many.txt"
    for text in (
        "---\nTitle: A\nCategory: x\n---\n\nBody a.\n\n---\nTitle: B\nCategory: y\n---\n\nBody b.\n",
        "===\nTitle: A\nCategory: x\n\nBody a.\n\n===\nTitle: B\nCategory: y\n\nBody b.\n",
    ):
        path.write_text(text, "utf-8")
        read = [result.article for result in load_all(path)]
        assert [(one.title, one.body) for one in read] == [
            ("A", "Body a.\n"),
            ("B", "Body b.\n"),
        ]


def test_one_of_many_is_edited_in_its_file(tmp_path: Path) -> None:
    """Saving one leaves the others as they are, whichever was saved before."""
    path = tmp_path / "many.txt"
    path.write_text(f"{GIVEN}\n\n{GIVEN}\n\n\n{GIVEN}", "utf-8")
    results = list(load_all(path))
    assert [result.line for result in results] == [1, 45, 88]

    for result, title in zip(
        results, ("Longer than it was before, by far " * 4, "B", "C"), strict=True
    ):
        assert result.document is not None
        result.document.update(title=title.strip()).save()

    assert [result.article.title for result in load_all(path)] == [
        ("Longer than it was before, by far " * 4).strip(),
        "B",
        "C",
    ]
    assert path.read_text("utf-8").count("[Click Here](#)") == 3


def test_a_file_that_has_changed_is_left_alone(tmp_path: Path) -> None:
    """What was read before somebody else wrote does not overwrite it."""
    path = tmp_path / "many.txt"
    path.write_text(f"{GIVEN}\n\n{GIVEN}", "utf-8")
    first, second = (result.document for result in load_all(path))
    assert first is not None
    assert second is not None
    saved = first.update(title="New").save()
    with pytest.raises(FileError, match="has changed since"):
        first.update(title="Newer").save()
    assert same(saved.update(title="Newer").save().article.title, "Newer")

    with pytest.raises(Unrepresentable, match="as another article"):
        second.update(body=f"It rained.\n{GIVEN}").save()
    path.write_text(GIVEN, "utf-8")
    with pytest.raises(FileError, match="has changed since"):
        second.update(title="New").save()
    assert (
        load(path).title == "Uzbekistan Advances Digital Security Cooperation Within SCO Framework"
    )


@pytest.mark.parametrize("rest", ["", "x", "Desk: x\n" * 70 + "---\n\nIt snowed.\n"])
def test_a_header_that_does_not_end_begins_no_text(rest: str) -> None:
    """A fence without a partner, or with one far below, parts nothing."""
    text = f"---\n## Rain\nTags: a\n---\n\nIt rained.\n\n---\n## Snow\nTags: b\n{rest}"
    assert _parts(text) == [text]
