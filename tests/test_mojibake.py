"""Letters that were decoded in the wrong encoding: found and repaired when asked, each repair named."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippetkit import MissingExtra
from snippetkit.restore import mojibake
from snippetkit.testing.strategies import texts

WORDS = ("Café “Paris” – été", "Größe und Übermut", "Самарканд и Ташкент", "Σήμερα έβρεξε")


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", WORDS)
def test_what_was_decoded_wrongly_is_decoded_rightly(text: str, wrong: str) -> None:
    """UTF-8 that was read as another encoding becomes what it was; the lines around it stay."""
    try:
        broken = text.encode().decode(wrong)
    except UnicodeDecodeError:
        pytest.skip("that encoding has no such letters")
    found = mojibake(f"Title: plain\r\n{broken}\r\nté\n")

    assert found.text == f"Title: plain\r\n{text}\r\nté\n"
    assert {edit.kind for edit in found.edits} == {"mojibake"}
    assert all(edit.confidence > 0.8 and "encod" in edit.reason for edit in found.edits)
    assert found.undo(found.edits[0]).text == found.original


@pytest.mark.parametrize(
    "text",
    [
        *WORDS,
        "“curly” quotes, ﬁ ligatures, ｆｕｌｌ width, &amp; entities, \x1b[31m escapes",
        "لاہور میں بارش۔ 北京下雨了。",
        "São João, maçã, avó; Łódź, Übung, œuvre.",
        "",
    ],
)
def test_sound_text_stays(text: str) -> None:
    """What only looks unusual is not touched."""
    assert mojibake(text).edits == ()


@given(texts(["Ã©", "â€œ", "â€", "Ð", "ï»¿", "\xa0", "\x80"]))
def test_repairs_are_in_their_lines(text: str) -> None:
    """Whatever the text: repairs are sorted and disjoint, change no line end, and can be undone."""
    found = mojibake(text)

    assert [c for c in found.text if c in "\r\n"] == [c for c in text if c in "\r\n"]
    for edit in found.edits:
        found = found.undo(edit)
    assert found.text == text


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_what_was_repaired_is_sound(one: str, other: str) -> None:
    """Repairing twice is repairing once."""
    found = mojibake(f"{one.encode().decode('latin-1')}\n{other}\n")

    assert mojibake(found.text).edits == ()


def test_it_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without ftfy, the error has the command that installs it."""
    monkeypatch.setitem(sys.modules, "ftfy", None)
    with pytest.raises(MissingExtra, match=r'pip install "snippetkit\[text\]"'):
        mojibake("é")
