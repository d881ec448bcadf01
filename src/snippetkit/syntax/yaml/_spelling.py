"""Spell values as YAML: quoted or not, on one line or on several."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from snippetkit.syntax._common import digits
from snippetkit.syntax.tree import Plain, Stamp
from snippetkit.syntax.yaml._nodes import DOUBLE, FOLDED, LITERAL, PLAIN, SINGLE
from snippetkit.syntax.yaml._values import resolved

__all__ = ["NOT_BARE", "heads", "inline", "is_block", "lines_of", "member_lines", "string"]

# What other readers, of YAML 1.1 above all, take for something else than a text.
_AMBIGUOUS = re.compile(
    r"""
      y | n | yes | no | on | off | true | false | null | ~ | = | <<
    | [-+]? \.? [0-9] [0-9a-fx_o,.:e+-]*      # numbers of all bases, sexagesimals, dates
    | [-+]? \. (?: inf | nan)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_INDICATORS = "-?:,[]{}#&*!|>'\"%@` \t"
_NOT_FLOW = re.compile(r"[,\[\]{}:?]")
NOT_BARE = re.compile(
    "[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def _is_plain(text: str, flow: bool) -> bool:
    """Whether every reader of YAML takes *text*, without quotes, for that text (or `Stamp`)."""
    if not text or text[0] in _INDICATORS or text[-1] in " :" or ": " in text or " #" in text:
        return False
    # A name of three dots would end the document.
    if text.startswith("...") or NOT_BARE.search(text) or (flow and _NOT_FLOW.search(text)):
        return False
    found = resolved(str(text))
    if isinstance(found, Stamp):
        return isinstance(text, Stamp)
    return isinstance(found, str) and not _AMBIGUOUS.fullmatch(text)


def string(text: str, style: str = PLAIN, flow: bool = False) -> str:
    """*text* in that style of quoting, if it can be written so; otherwise in double quotes."""
    if style == SINGLE and not NOT_BARE.search(text):
        return "'" + text.replace("'", "''") + "'"
    if style not in (SINGLE, DOUBLE, LITERAL, FOLDED) and _is_plain(text, flow):
        return str(text)
    quoted = json.dumps(str(text), ensure_ascii=False)
    return NOT_BARE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def inline(value: Plain, style: str = PLAIN, flow: bool = False) -> str:
    """*value* on one line, its collections in brackets."""
    if isinstance(value, str):
        return string(value, style, flow)
    if isinstance(value, Mapping):
        pairs = (f"{string(name, flow=True)}: {inline(value[name], style, True)}" for name in value)
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(inline(each, style, True) for each in value) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return digits(value) if isinstance(value, int) else repr(value)


def is_block(value: Plain) -> bool:
    """Whether *value* is written on lines of its own: a collection that is not empty."""
    return isinstance(value, (Mapping, Sequence)) and not isinstance(value, str) and len(value) > 0


def lines_of(head: str, value: Plain, column: int, step: int, style: str = PLAIN) -> Iterator[str]:
    """The lines of one entry, *head* (a name with its colon, or a dash) in that *column*.

    *step* is how much further the dashes of a list stand than its name.
    """
    indent = " " * column
    if not is_block(value):
        yield f"{indent}{head} {inline(value, style)}"
    elif head == "-":
        first, *others = member_lines(value, column + 2, step, style)
        yield f"{indent}- {first[column + 2 :]}"
        yield from others
    else:
        yield f"{indent}{head}"
        yield from member_lines(
            value, column + (2 if isinstance(value, Mapping) else step), step, style
        )


def member_lines(value: Plain, column: int, step: int, style: str = PLAIN) -> Iterator[str]:
    """The lines of the entries of a collection."""
    for head, each in heads(value):
        yield from lines_of(head, each, column, step, style)


def heads(value: Plain) -> list[tuple[str, Plain]]:
    """The members of a collection, each after its name and colon, or its dash."""
    if isinstance(value, Mapping):
        return [(f"{string(name)}:", value[name]) for name in value]
    return [("-", each) for each in value] if isinstance(value, Sequence) else []
