"""PyYAML's events of a text, or the reason why it has none.

Some characters break lines in YAML 1.1 but not in 1.2, or are read differently by PyYAML's two
parsers. The parsers are given other characters in their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Protocol

from snippetkit.errors import Flaw, MissingExtra

__all__ = ["MAX_LENGTH", "Event", "UnreadableError", "events"]

MAX_LENGTH = 64 * 1024
"""How many characters a stretch may have; longer is a defect."""

_UNSETTLED = "\x85\u2028\u2029\ufeff"
_UNSETTLED_ANY = re.compile(f"[{_UNSETTLED}]")
_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONG_ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})")


class _Mark(Protocol):
    index: int


class Event(Protocol):
    """What of PyYAML's events is used here; each kind has some of it."""

    start_mark: _Mark
    end_mark: _Mark
    explicit: bool
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None


class _Parser(Protocol):
    def get_event(self) -> Any: ...


class UnreadableError(Exception):
    """The text is no mapping that could be read: the flaw that says why."""

    def __init__(self, start: int, end: int, code: str, message: str) -> None:
        super().__init__(message)
        self.flaw = Flaw(start, end, code, message)


def events(text: str) -> Iterator[tuple[str, Event]]:
    """The events of *text*, each after the name of its kind.

    Raises `UnreadableError` at the first place that is not YAML.
    """
    _check(text)
    stand_ins = _stand_ins(text) if _UNSETTLED_ANY.search(text) else {}
    settled = {there: here for here, there in stand_ins.items()}
    parser, name = _parser()(text.translate(stand_ins) if stand_ins else text), ""
    from yaml import YAMLError

    while name != "StreamEndEvent":
        try:
            event = parser.get_event()
        # Where libyaml has an error of its own, the pure parser lets int() and chr() speak.
        except (YAMLError, ValueError, OverflowError) as error:
            raise _broken(text, error) from None
        name = type(event).__name__
        if settled and name == "ScalarEvent":
            event.value = event.value.translate(settled)
        yield name, event


def _check(text: str) -> None:
    if len(text) > MAX_LENGTH:
        message = f"longer than {MAX_LENGTH} characters"
        raise UnreadableError(0, len(text), "too-long", message)
    if found := _FORBIDDEN.search(text):
        message = f"YAML does not allow the character U+{ord(found[0]):04X}"
        raise UnreadableError(found.start(), found.end(), "yaml", message)


def _stand_ins(text: str) -> dict[int, int]:
    """For each unsettled character one that *text* neither holds nor escapes."""
    taken = {ord(each) for each in text}
    taken.update(int(digits, 16) for digits in _LONG_ESCAPE.findall(text))
    free = (each for each in range(0xF0000, 0x110000) if each not in taken)
    return dict(zip(map(ord, _UNSETTLED), free, strict=False))


@cache
def _parser() -> Callable[[str], _Parser]:
    try:
        import yaml
    except ImportError as missing:
        raise MissingExtra("yaml", "YAML front matter") from missing
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:
        return yaml.SafeLoader
    return CParser


def _broken(text: str, error: Exception) -> UnreadableError:
    """What PyYAML, or Python in its pure parser, said against the text."""
    mark = getattr(error, "problem_mark", None)
    at = min(mark.index if mark else 0, len(text))
    problem = getattr(error, "problem", None) or str(error)
    return UnreadableError(at, min(at + 1, len(text)), "yaml", f"not YAML: {problem}")
