"""The width of a line of text, in the fonts in which it may have been set.

A line was broken where the next word did not fit. Counted in characters, widths are blurred, because
`ill` is a third of `mmm`. Measured in an ordinary font, they are accurate to about one per cent.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from snippetkit.restore import _advances

__all__ = ["CELLS", "MEASURES", "SANS", "SERIF", "Measure"]

_EM: Final = 50.0
_UNKNOWN: Final = 0.55
_CELL: Final = 0.5
_REMEMBERED: Final = 20_000
_INVISIBLE: Final = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})


class Measure(dict[str, float]):
    """The width of each character in ems, found on demand."""

    def __init__(self, name: str, *tables: dict[int, str]) -> None:
        super().__init__(
            {
                letter: width / _EM
                for table in tables
                for width, some in table.items()
                for letter in some
            }
        )
        self.name = name

    def __missing__(self, character: str) -> float:
        width = self._found(character)
        if len(self) < _REMEMBERED:
            self[character] = width
        return width

    def _found(self, character: str) -> float:
        if unicodedata.category(character) in _INVISIBLE:
            return 0.0
        parts = unicodedata.normalize("NFKD", character)
        if parts != character:
            return sum(self[part] for part in parts)
        return 1.0 if unicodedata.east_asian_width(character) in {"W", "F"} else _UNKNOWN

    def of(self, text: str) -> float:
        """The width of *text*.

        >>> SANS.of("mmm") > 3 * SANS.of("ill")
        True
        """
        return sum(map(self.__getitem__, text))


class _Cells(Measure):
    """A typewriter's: all alike, and the letters of Chinese and Japanese twice as wide."""

    def of(self, text: str) -> float:
        """The width of *text*."""
        return _CELL * len(text) if text.isascii() and text.isprintable() else super().of(text)

    def _found(self, character: str) -> float:
        if unicodedata.category(character) in _INVISIBLE:
            return 0.0
        return 2 * _CELL if unicodedata.east_asian_width(character) in {"W", "F"} else _CELL


SANS: Final = Measure("sans", _advances.OTHERS, _advances.SANS)
SERIF: Final = Measure("serif", _advances.OTHERS, _advances.SERIF)
CELLS: Final = _Cells("cells")
MEASURES: Final = (SANS, SERIF, CELLS)
"""The fonts that are tried; if several fit equally well, the first is used."""
