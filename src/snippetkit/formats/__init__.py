"""The formats: one module each, and this folder is the registry.

Each module here whose name does not begin with an underscore is a format. It has one class that
derives from `Format` and whose `Format.name` is the module's name. To add a format, add a file.
"""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING, Any, cast

from snippetkit.errors import UnknownFormat, must_be
from snippetkit.formats._codec import Codec, Typed
from snippetkit.formats._format import Format, Reading

if TYPE_CHECKING:
    from snippetkit.formats.snippet import Snippet

__all__ = [
    "Codec",
    "Format",
    "Reading",
    "Typed",
    "detect",
    "format_for_suffix",
    "format_named",
    "names",
]


@functools.cache
def names() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order.

    >>> names()
    ('json', 'markdown', 'ndjson', 'snippet')
    """
    import pkgutil  # needed for this alone, and not light

    return tuple(
        sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    )


def format_named(name: str) -> Format[Any]:
    """The format called *name*.

    Raises:
        UnknownFormat: there is no such format.
        InvalidValue: *name* is not a string.

    >>> format_named("markdown").suffixes[0]
    '.md'
    """
    must_be("format", name, str, "the name of a format")
    return _format_named(name)


@functools.cache
def _format_named(name: str) -> Format[Any]:
    """Kept, because a format makes its tables once."""
    if name not in names():
        raise UnknownFormat(f"no format is called {name!r}; there are {', '.join(names())}")
    module = importlib.import_module(f"{__name__}.{name}")
    found = (getattr(module, word) for word in module.__all__)
    return next(one() for one in found if isinstance(one, type) and issubclass(one, Format))


def format_for_suffix(suffix: str) -> Format[Any] | None:
    """The format whose files usually have that suffix, or None."""
    formats = map(format_named, names())
    return next((one for one in formats if suffix.lower() in one.suffixes), None)


@functools.cache
def _in_turn() -> tuple[Format[Any], ...]:
    """All formats, those first that are more easily told apart."""
    return tuple(sorted(map(format_named, names()), key=lambda one: one.turn))


def detect(text: str, suffix: str = "") -> Format[Any]:
    r"""The format of *text*, judged by its content; if that leaves it open, by *suffix*.

    A text that fits no format is a snippet without a header.

    Raises:
        UnknownFormat: the text is empty or blank.

    >>> (
    ...     detect("---\ntitle: Rain\n---\n").name,
    ...     detect("---\n## Rain\nCategory: Weather\n---\n").name,
    ... )
    ('markdown', 'snippet')
    """
    snippet: Snippet[Any] = cast(Any, format_named("snippet"))
    if snippet.is_told(text):
        return snippet
    if not text.strip("\ufeff \t\r\n"):
        raise UnknownFormat("there is nothing here to read")
    suited = format_for_suffix(suffix)
    for one in _in_turn():
        if one.detects(text):
            if not one.yields(text):
                if one is snippet:
                    snippet.tell(text)
                return one
            return suited if suited and not suited.read(text).flaws else one
    return suited or snippet
