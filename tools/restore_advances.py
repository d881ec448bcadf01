"""Makes `snippetkit/restore/_advances.py` of the fonts named below: `python tools/restore_advances.py FOLDER`.

Needs fontTools, and the folder that the Liberation and Noto fonts stand in. An advance width is a
measure, not a drawing: nothing of a font but the widths of its letters is taken over.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src" / "snippetkit" / "restore" / "_advances.py"
STEP = 50
"""Parts of an em: finer than this no two fonts agree."""

LATIN = [(0x20, 0x530), (0x2010, 0x2040), (0x20AC, 0x20AD), (0x2116, 0x2117), (0x2122, 0x2123)]
SCRIPTS = {
    "NotoSansArmenian": (0x530, 0x590),
    "NotoSansHebrew": (0x5D0, 0x5F0),
    "NotoNaskhArabic": (0x600, 0x6F0),
    "NotoSansDevanagari": (0x900, 0x980),
    "NotoSansBengali": (0x980, 0xA00),
    "NotoSansGurmukhi": (0xA00, 0xA80),
    "NotoSansGujarati": (0xA80, 0xB00),
    "NotoSansOriya": (0xB00, 0xB80),
    "NotoSansTamil": (0xB80, 0xC00),
    "NotoSansTelugu": (0xC00, 0xC80),
    "NotoSansKannada": (0xC80, 0xD00),
    "NotoSansMalayalam": (0xD00, 0xD80),
    "NotoSansSinhala": (0xD80, 0xE00),
    "NotoSansThai": (0xE00, 0xE80),
    "NotoSansLao": (0xE80, 0xF00),
    "NotoSansMyanmar": (0x1000, 0x1050),
    "NotoSansGeorgian": (0x10D0, 0x1100),
    "NotoSansKhmer": (0x1780, 0x17F0),
}
FORMS = {"isolated": 0.5, "initial": 1.0, "medial": 1.0, "final": 0.7}
"""How often an Arabic letter is seen in each of its forms, roughly."""

HEAD = '''"""How wide letters are, in fiftieths of an em. Made by `tools/restore_advances.py`; not to be edited.

SANS and SERIF: Liberation Sans and Serif (as wide as Arial and Times), version 2; of other scripts,
Noto's, averaged over a letter's forms. A letter with an accent is as wide as the letter.
"""

from typing import Final

'''


class Font:
    """The advance widths of one font file."""

    def __init__(self, path: Path) -> None:
        from fontTools.ttLib import TTFont

        font: Any = TTFont(path)
        self._names = font.getBestCmap()
        self._widths = font["hmtx"]
        self._em = font["head"].unitsPerEm

    def width(self, code: int) -> float | None:
        """The width of a character in ems; None where the font has none."""
        name = self._names.get(code)
        return None if name is None else self._widths[name][0] / self._em

    def in_forms(self, code: int) -> float | None:
        """The width of an Arabic letter, averaged over its forms."""
        total = weight = 0.0
        for form in range(0xFB50, 0xFF00):
            kind, _, base = unicodedata.decomposition(chr(form)).partition(" ")
            width = self.width(form)
            if base == f"{code:04X}" and width is not None:
                total += FORMS[kind.strip("<>")] * width
                weight += FORMS[kind.strip("<>")]
        return total / weight if weight else self.width(code)


def widths(font: Font, ranges: Iterable[tuple[int, int]], forms: bool) -> Iterator[tuple[int, str]]:
    """The width and the character, for each that stands alone and has a width."""
    for start, end in ranges:
        for code in range(start, end):
            character = chr(code)
            width = font.in_forms(code) if forms else font.width(code)
            alone = unicodedata.normalize("NFD", character) == character
            if (
                width
                and alone
                and unicodedata.category(character) not in {"Mn", "Me", "Cf", "Cc", "Cn"}
            ):
                yield round(STEP * width), character


def main(folder: str) -> None:
    """Write the module."""
    paths = {path.stem: path for path in Path(folder).rglob("*-Regular.ttf")}
    tables = {
        "SANS": widths(Font(paths["LiberationSans-Regular"]), LATIN, False),
        "SERIF": widths(Font(paths["LiberationSerif-Regular"]), LATIN, False),
        "OTHERS": (
            pair
            for name, place in SCRIPTS.items()
            for pair in widths(Font(paths[f"{name}-Regular"]), [place], "Arabic" in name)
        ),
    }
    pieces = [HEAD]
    for name, pairs in tables.items():
        table: dict[int, str] = defaultdict(str)
        for width, character in pairs:
            table[width] += character
        rows = "".join(f"    {width}: {table[width]!r},\n" for width in sorted(table))
        pieces.append(f"{name}: Final = {{\n{rows}}}\n")
    TARGET.write_text("".join(pieces), "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(TARGET)], check=True)


if __name__ == "__main__":
    main(sys.argv[1])
