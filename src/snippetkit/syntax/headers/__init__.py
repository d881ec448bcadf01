"""Label lines: a heading, lines such as ``Category: World``, perhaps fences around them, a body.

The header ends at the closing fence, or at the first line that is neither a heading nor a label
line. A text without labels in front may have them behind its body. Only CR LF, LF and CR end a
line; only SP and TAB are blank.
"""

from snippetkit.syntax.headers._edits import body_text, insert, label_of, line_of, remove, replace
from snippetkit.syntax.headers._hosts import HOST
from snippetkit.syntax.headers._items import (
    ADDRESSED,
    BUTTON,
    BYLINE,
    DATED,
    DATELINE,
    HOSTED,
    IDLE,
    IN_FRONT,
    MARKS,
    NO_BREAK,
    SOURCE,
    SUBTITLE,
    TITLE,
    Item,
    Labels,
    bared,
    closed,
    fold,
    has_wide_colon,
    items,
    marks_of,
    may_be_row,
)
from snippetkit.syntax.headers._scan import body_slot, body_start, is_headed, scan, split
from snippetkit.syntax.tree import BODY

__all__ = [
    "ADDRESSED",
    "BODY",
    "BUTTON",
    "BYLINE",
    "DATED",
    "DATELINE",
    "HOST",
    "HOSTED",
    "IDLE",
    "IN_FRONT",
    "MARKS",
    "NO_BREAK",
    "SOURCE",
    "SUBTITLE",
    "TITLE",
    "Item",
    "Labels",
    "bared",
    "body_slot",
    "body_start",
    "body_text",
    "closed",
    "fold",
    "has_wide_colon",
    "insert",
    "is_headed",
    "items",
    "label_of",
    "line_of",
    "marks_of",
    "may_be_row",
    "remove",
    "replace",
    "scan",
    "split",
]
