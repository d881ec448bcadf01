"""JSON as a syntax: one strict object (RFC 8259), the span of every entry, edits of entries.

Values come from the standard parser, guarded: no nesting deeper than `MAX_DEPTH`, no ``NaN`` and no
infinity, no number that overflows or has more than 3,900 characters, no repeated name. If it
refuses, a reader of our own finds out where and why; a law says that both agree.

Every slot spans its name, colon and value, and all but the last also the comma and the white space
up to the next name.
"""

from snippetkit.syntax._common import quoted, quoted_bytes
from snippetkit.syntax.json._edits import insert, remove, replace
from snippetkit.syntax.json._parser import elements, end_of, pairs, plain, text_at
from snippetkit.syntax.json._scan import scan
from snippetkit.syntax.json._spelling import (
    CANONICAL,
    ON_ONE_LINE,
    Manner,
    create,
    frame,
    spelled,
)

__all__ = [
    "CANONICAL",
    "ON_ONE_LINE",
    "Manner",
    "create",
    "elements",
    "end_of",
    "frame",
    "insert",
    "pairs",
    "plain",
    "quoted",
    "quoted_bytes",
    "remove",
    "replace",
    "scan",
    "spelled",
    "text_at",
]
