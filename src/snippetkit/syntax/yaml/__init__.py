"""YAML as front matter has it: one block mapping, read from PyYAML's events, written by splices.

Only PyYAML's event stream is used: nothing is resolved, constructed or composed by it. Values are
read as the text says (`10` is a number; `010`, `yes` and `10:38` are texts), and line ends are
CR LF, LF and CR alone, as in YAML 1.2: NEL, LS, PS and a BOM within are ordinary characters.
"""

from snippetkit.syntax.yaml._composer import MAX_SHARED
from snippetkit.syntax.yaml._events import MAX_LENGTH
from snippetkit.syntax.yaml._slots import create, insert, remove, replace, scan

__all__ = ["MAX_LENGTH", "MAX_SHARED", "create", "insert", "remove", "replace", "scan"]
