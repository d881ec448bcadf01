"""TOML 1.0 as a syntax: the span of every top-level key, and edits of keys.

`tomllib` decides what is TOML and what it means; a reader of our own finds the places in the same
text. Dates and times are read as `Stamp`, which keeps their text.

A key given by ``key = value`` has a slot from the start of its first line to the end of its last.
A key given by dotted keys, by tables or in several places has a slot without a spelling of its own:
`begin` equals `start`, and the lines where it first stands extend to `stop`; the first of them ends
at `end`. It can be removed, or changed inside, if there are no other lines.
"""

from snippetkit.syntax.toml._edits import insert, remove, replace
from snippetkit.syntax.toml._scan import scan
from snippetkit.syntax.toml._spelling import create

__all__ = ["create", "insert", "remove", "replace", "scan"]
