"""Restore paragraphs in text whose lines and pages were broken when it was extracted.

`paragraphs` finds the repairs; only they change the text, and each can be undone.
"""

from __future__ import annotations

import functools
from itertools import starmap
from types import NoneType

from snippetkit.errors import must_be
from snippetkit.restore.columns import composed, unwoven
from snippetkit.restore.languages import guessed, words_of
from snippetkit.restore.lines import lines_of
from snippetkit.restore.looks import Looks
from snippetkit.restore.mojibake import mojibake
from snippetkit.restore.plan import Plan, Splice, is_followed, merged, planned
from snippetkit.restore.repairs import splices
from snippetkit.restore.restoration import Repair, Restoration, spliced

__all__ = ["Repair", "Restoration", "mojibake", "paragraphs"]

_ROUNDS = 10
"""How often a text is looked at again with the repairs made. Two or three times are usual."""


def paragraphs(text: str, language: str | None = None) -> Restoration:
    r"""Find the repairs that turn the broken lines of *text* back into paragraphs.

    Lines are joined by the evidence in the text: the width at which lines were broken, how a line
    ends and the next one starts, and what blank lines and indentation mean in this text. Running
    headers, footers and page numbers are removed. Lists, verse, tables, headings and addresses stay.
    A text that shows no damage gets no repairs, and neither does a text that was already repaired.

    The confidence of a repair is the share of such repairs that were right, on texts that were not
    used to find the rules. Time and memory are linear in the text.

    Args:
        text: Any text. Its lines end with CRLF, LF or CR; a form feed ends a page, and a line.
        language: A BCP 47 tag, which selects a table of small words (articles, conjunctions); some
            thirty languages have one. By default the language is guessed from these words.

    Raises:
        InvalidValue: an argument is not a string.

    >>> found = paragraphs("The harbour was closed for three days after the\nstorm.\n")
    >>> found.paragraphs
    ('The harbour was closed for three days after the storm.',)
    >>> found.edits[0].kind, found.edits[0].reason
    ('join', 'the next line goes on in lower case; no sentence ends with “the”')
    >>> found.undo(found.edits[0]).text == found.original
    True
    """
    must_be("text", text, str, "a text")
    must_be("language", language, (str, NoneType), "a BCP 47 tag")
    first = unwoven(text)
    second = _settled(Restoration(text, first).text, language)
    if second is None:
        return Restoration(text)
    found = Restoration(text, composed(text, first, second) if first else second)
    return found if not first or not unwoven(found.text) else Restoration(text)


def _settled(text: str, language: str | None) -> tuple[Repair, ...] | None:
    """The repairs of the text after which it gets none; None where that is not reached.

    What does not settle is left alone by `paragraphs`, so that it stays as it is.
    """
    lines = now = lines_of(text)
    made, found, plan = text, list[Splice](), Plan({}, {}, {}, ())
    looks = functools.cache(Looks)
    for _ in range(_ROUNDS):
        more = planned(now, looks(words_of(language or guessed(made))), again=bool(found))
        if more.is_empty:
            return tuple(starmap(Repair, found))
        both = merged(plan, more, len(lines)) if found else more
        if both is None:
            return None
        plan, found = both, splices(text, lines, both)
        made = spliced(text, found)
        now = lines_of(made)
        if not is_followed(plan, lines, now):
            return None
    return None
