"""Repair text that was decoded with the wrong encoding: ``CafÃ©`` for ``Café``."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterable, Iterator

from snippetkit.errors import MissingExtra, must_be
from snippetkit.restore.restoration import Repair, Restoration

__all__ = ["mojibake"]

_LINE = re.compile(r"[^\r\n]+")
_SURE, _LIKELY = 0.99, 0.9


def mojibake(text: str) -> Restoration:
    r"""Find the repairs that undo a decoding of *text* with the wrong encoding, line by line.

    This uses ftfy, but only its rules for encodings: UTF-8 that was read as another encoding,
    wholly or in parts, and the no-break spaces and C1 controls that such a reading leaves. Quotes,
    ligatures, widths, entities and escapes stay as they are. Each repair names the steps that undo
    the damage. No other function repairs this.

    Raises:
        MissingExtra: ftfy is not installed.
        InvalidValue: *text* is not a string.

    >>> found = mojibake("CafÃ© â€œParisâ€\x9d\nCafé\n")
    >>> found.text, len(found.edits), found.edits[0].kind
    ('Café “Paris”\nCafé\n', 1, 'mojibake')
    """
    must_be("text", text, str, "a text")
    try:
        from ftfy import fix_encoding_and_explain
    except ImportError as missing:
        raise MissingExtra("text", "repairing mojibake") from missing
    repairs = list[Repair]()
    for line in _LINE.finditer(text):
        if not line[0].isascii():
            fixed, steps = fix_encoding_and_explain(line[0])
            repairs += _repair(line.start(), line[0], fixed, steps or ())
    return Restoration(text, tuple(repairs))


def _repair(at: int, old: str, new: str, steps: Iterable[tuple[str, str]]) -> Iterator[Repair]:
    """The repair of a line, where the two differ; none if they do not."""
    if old == new:
        return
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    what = ", ".join(f"{step} {name}" for step, name in steps)
    whole = all(step != "apply" for step, _ in steps)  # not only parts of the line
    yield Repair(
        at + start,
        at + len(old) - end,
        new[start : len(new) - end],
        "mojibake",
        f"these letters are others, decoded in the wrong encoding: {what}",
        _SURE if whole else _LIKELY,
    )


def _common(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    return sum(itertools.takewhile(bool, map(operator.eq, one, other)))
