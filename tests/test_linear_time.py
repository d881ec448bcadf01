"""Time grows with the text and no faster: long lines, many lines, long runs of one sign, anywhere."""

from __future__ import annotations

import time

import pytest

from snippetkit.document import Document
from snippetkit.formats import Format, format_named
from snippetkit.model import Article

FORMATS: dict[str, Format[Article]] = {
    "snippet": format_named("snippet"),
    "yaml": format_named("markdown"),
    "toml": format_named("markdown"),
    "json": format_named("json"),
}
PIECES = (
    *(" ", "\t", "\n", " \n", "\r\n", "\r", "\u00a0"),
    *("\x85", "a ", "a.", "1 ", "1,", "12:", "May "),
    *(
        ":",
        "：",
        "a: b\n",
        "A: b | ",
        "Category: a | ",
        ", ",
        "; ",
        "،",
        "- ",
        " — ",
        "(",
        "Paris, ",
    ),
    *("*", "**", "_", "#", "## ", "[", "](", "[a](", "http://", "a@", "<", "&", "/", "{", "}", "="),
    *("---\n", "+++\n", "...\n", "> ", '"', "\\", "'", "a\n\n", "|"),
)
FRAMES = {
    "snippet": (
        *("%s", "## %s\n\nB", "%s: x\n\nB", "%sCategory: x\n\nB", "Category%s: x\n\nB", "**Link%s\n\nB"),
        *(
            f"{label} %sx\n\nB"
            for label in ("Category:", "Category: a", "Date:", "Published on", "Link: [x](", "Links:")
        ),
        *("Source: %sx\n\nB", "Author: %sx\n\nB", "Dateline: %sx\n\nB", "Tags:\n%sx", "Editor: %s"),
        *("---\n%sx\n---\nB", "---\n## T\n---\n\n%sx", "## T\n%sCategory: x\n\nB"),
        *("It rained.\n\n%sx", "## T\n\nrki.news\n%sx", "## T\n\nParis%sx", "Category: A\n\n%sx"),
        *("%s## T\nTags: x\n\nB", "---\n%s## T\nTags: x\n---\n\nB", "---\n## T\n%sTags: x\n---\n\nB"),
    ),
    "yaml": (
        *("---\n%sx\n---\nB", "---\n%s", "---\ntitle: %sx\n---\n", "---\ntitle: '%sx'\n---\n%s"),
        *("---\ndate: '%sx'\n---\n", "---\ncategories: '%sx'\n---\n", "---\ntags: [%sx]\n---\n"),
        *("---\ndateline: 'a%sx'\n---\n", "---\nauthor: 'a%sx'\n---\n", "{\n%sx\n}\nB"),
    ),
    "toml": ("+++\n%sx\n+++\nB", '+++\ntitle = "%sx"\n+++\nB', "+++\ntags = [%sx]\n+++\nB"),
    "json": ("%s", "{%sx}", '{"title": "%sx"}', '{"tags": [%sx]}', '{"published": "%sx"}'),
}  # fmt: skip


@pytest.mark.parametrize("frame", [(name, one) for name, some in FRAMES.items() for one in some])
def test_time_is_linear(frame: tuple[str, str]) -> None:
    """Ten times as many of anything, anywhere, take at most thirty times as long to read.

    What is quadratic takes a hundred times as long. Texts of the same kind were read before, so
    that what is remembered of them is tried as well.
    """
    format, text = FORMATS[frame[0]], frame[1]
    for word in ("a", "b", "c", "", "", "", "", ""):
        Document(format, text.replace("%s", word)).reading  # noqa: B018

    def seconds(piece: str, count: int) -> float:
        times: list[float] = []
        for attempt in ("x", "y"):
            long = text.replace("%s", piece * count + attempt)
            begun = time.process_time()
            Document(format, long).defects  # noqa: B018
            format.detects(long)
            times.append(time.process_time() - begun)
        return min(times)

    for piece in PIECES:
        long = seconds(piece, 8000)
        assert long < 0.05 or long < 30 * seconds(piece, 800) + 0.05, piece
