"""PDFs written by the tests: just enough of ISO 32000-1 for text, links, pictures and tags.

All letters are Courier's, which are 0.6 times as wide as they are large, so that a test knows where
each stands. Characters beyond ASCII get codes of others, and a table that says what they are.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import attrs

WIDTH = 0.6
"""How many times its size a letter is wide."""
FONTS = ("Courier", "Courier-Bold", "Courier-Oblique")
HEIGHT = 600.0


@attrs.frozen
class Put:
    """A text, and where on the page it begins: from the left, and from the top to its baseline."""

    left: float
    baseline: float
    text: str
    size: float = 10.0
    bold: bool = False
    turn: tuple[int, int, int, int] = (1, 0, 0, 1)
    tag: str = ""
    """The type of the element that it is alone in, if the page has tags."""

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + WIDTH * self.size * len(self.text)


@attrs.frozen
class Leaf:
    """A page of a PDF."""

    puts: tuple[Put, ...] = ()
    links: tuple[tuple[float, float, float, float, str], ...] = ()
    """Left, top, right, bottom, address."""
    width: float = 400.0
    height: float = HEIGHT
    turned: int = 0
    picture: bool = False
    """Whether a picture covers it."""
    content: bytes = b""
    """What else is drawn: ``/Dot Do`` is a picture, ``/Frame Do`` a drawing with one in it."""
    more: tuple[bytes, ...] = ()
    """Other annotations."""


def leaf(*puts: Put, picture: bool = False) -> Leaf:
    """A page with these texts."""
    return Leaf(puts, picture=picture)


def pdf(
    leaves: Sequence[Leaf],
    facts: dict[str, str] | None = None,
    language: str = "",
    flat: bool = False,
) -> bytes:
    """The bytes of a PDF with these pages; *flat* leaves its streams as they are."""
    writer = _Writer(flat)
    return writer.written(leaves, facts or {}, language)


def of_lines(*lines: str, size: float = 10.0, bold: bool = False) -> bytes:
    """A PDF of one page with a few lines far apart."""
    puts = [
        Put(50, 60 + 40 * number, line, size, bold) for number, line in enumerate(lines) if line
    ]
    return pdf([leaf(*puts)])


def raw(objects: Iterable[bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """The bytes of a PDF of these objects, which have the numbers from 1 on."""
    out, places = b"%PDF-1.7\n", list[int]()
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(places) + 1, len(out)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, root, trailer, start)
    )


def stream(data: bytes, entries: bytes = b"", *, flat: bool = True) -> bytes:
    """An object with *data* in it."""
    if not flat:
        data, entries = zlib.compress(data, 9), entries + b"/Filter/FlateDecode"
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


class _Writer:
    def __init__(self, flat: bool) -> None:
        self.flat = flat
        self.objects: list[bytes] = []
        self.codes: dict[str, int] = {}

    def add(self, one: bytes) -> int:
        """The number that the object gets."""
        self.objects.append(one)
        return len(self.objects)

    def written(self, leaves: Sequence[Leaf], facts: dict[str, str], language: str) -> bytes:
        root, pages = self.add(b""), self.add(b"")
        tree = self.add(b"") if any(put.tag for one in leaves for put in one.puts) else 0
        contents = [self.add(stream(self._content(one), flat=self.flat)) for one in leaves]
        fonts = b"".join(
            b"/F%d %d 0 R" % (number, self._font(name)) for number, name in enumerate(FONTS)
        )
        dot = self.add(
            stream(
                b"\x80",
                b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
            )
        )
        frame = self.add(
            stream(
                b"/Dot Do",
                b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</Dot %d 0 R>>>>"
                % dot,
            )
        )
        resources = b"<</Font<<%s>>/XObject<</Dot %d 0 R/Frame %d 0 R>>>>" % (fonts, dot, frame)
        kids = [
            self._page(one, pages, content, resources, number)
            for number, (one, content) in enumerate(zip(leaves, contents, strict=True))
        ]
        listed = b" ".join(b"%d 0 R" % kid for kid in kids)
        self.objects[pages - 1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (listed, len(kids))
        more = b"/Lang(%s)" % language.encode() if language else b""
        if tree:
            more += b"/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R" % tree
            self._tags(tree, leaves, kids)
        self.objects[root - 1] = b"<</Type/Catalog/Pages %d 0 R%s>>" % (pages, more)
        info = b"".join(b"/%s %s" % (name.encode(), _string(text)) for name, text in facts.items())
        return raw(self.objects, root, b"/Info %d 0 R" % self.add(b"<<%s>>" % info))

    def _page(self, one: Leaf, pages: int, content: int, resources: bytes, number: int) -> int:
        notes = [*(_link(one, link) for link in one.links), *one.more]
        links = b" ".join(b"%d 0 R" % self.add(note) for note in notes)
        return self.add(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %g %g]/Rotate %d/Contents %d 0 R"
            b"/Resources %s/Annots[%s]/StructParents %d>>"
            % (pages, one.width, one.height, one.turned, content, resources, links, number)
        )

    def _content(self, one: Leaf) -> bytes:
        parts = [one.content]
        if one.picture:
            parts.append(b"q %g 0 0 %g 0 0 cm /Dot Do Q" % (one.width, one.height))
        for number, put in enumerate(one.puts):
            text = b"BT /F%d %g Tf %d %d %d %d %g %g Tm <%s> Tj ET" % (
                put.bold,
                put.size,
                *put.turn,
                put.left,
                one.height - put.baseline,
                self._coded(put.text).hex().encode(),
            )
            tagged = b"/%s <</MCID %d>> BDC %s EMC" % (put.tag.encode(), number, text)
            parts.append(tagged if put.tag else text)
        return b"\n".join(parts)

    def _coded(self, text: str) -> bytes:
        return bytes([self._code(character) for character in text])

    def _code(self, character: str) -> int:
        if " " <= character <= "~":
            return ord(character)
        return self.codes.setdefault(character, 161 + len(self.codes))

    def _font(self, name: str) -> int:
        rows = [(code, character) for character, code in self.codes.items()]
        rows += [(code, chr(code)) for code in range(32, 127)]
        mapped = "\n".join(f"<{code:02x}> <{_utf16(text)}>" for code, text in rows)
        table = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(rows)} beginbfchar\n{mapped}\n"
            "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
        )
        unicode = self.add(stream(table.encode()))
        return self.add(
            b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 255/Widths[%s]/ToUnicode %d 0 R>>"
            % (name.encode(), b"600 " * 256, unicode)
        )

    def _tags(self, tree: int, leaves: Sequence[Leaf], kids: Sequence[int]) -> None:
        """One element for each tagged text, but texts with the same type and number are one's."""
        elements: dict[str, list[bytes]] = {}
        whole = self.add(b"")
        parents: list[list[str]] = []
        for one, page in zip(leaves, kids, strict=True):
            parents.append([put.tag for put in one.puts])
            for number, put in enumerate(one.puts):
                if put.tag:
                    kid = b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page, number)
                    elements.setdefault(put.tag, []).append(kid)
        numbers = {
            tag: self.add(
                b"<</Type/StructElem/S/%s/P %d 0 R/K[%s]>>"
                % (tag.partition("-")[0].encode(), whole, b" ".join(found))
            )
            for tag, found in elements.items()
        }
        nums = b" ".join(
            b"%d [%s]"
            % (page, b" ".join(b"%d 0 R" % numbers[tag] if tag else b"null" for tag in tags))
            for page, tags in enumerate(parents)
        )
        listed = b" ".join(b"%d 0 R" % number for number in numbers.values())
        document = b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (tree, listed)
        self.objects[whole - 1] = document
        self.objects[tree - 1] = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[%s]>>>>" % (
            whole,
            nums,
        )


def _link(one: Leaf, link: tuple[float, float, float, float, str]) -> bytes:
    left, top, right, bottom, url = link
    return b"<</Type/Annot/Subtype/Link/Rect[%g %g %g %g]/Border[0 0 0]/A<</S/URI/URI %s>>>>" % (
        left,
        one.height - bottom,
        right,
        one.height - top,
        _string(url),
    )


def _string(text: str) -> bytes:
    if text.isascii():
        return b"(%s)" % text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode()
    return b"<feff%s>" % _utf16(text).encode()


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex()


# ── setting ─────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen
class Style:
    """How paragraphs are set."""

    size: float = 10.0
    leading: float = 14.0
    """How far lines are apart."""
    gap: float = 7.0
    """How much more space is between paragraphs."""
    indent: float = 0.0
    """How far first lines are indented."""
    columns: int = 1
    gutter: float = 24.0
    justified: bool = False
    margin: float = 50.0
    width: float = 400.0
    height: float = HEIGHT
    header: str = ""
    """What stands above each page, with # for its number."""
    footer: str = ""

    @property
    def column(self) -> float:
        """How wide a column is."""
        free = self.width - 2 * self.margin - (self.columns - 1) * self.gutter
        return free / self.columns


def wrapped(text: str, style: Style) -> list[tuple[float, list[str]]]:
    """The lines of a paragraph as any program breaks them: how far each is indented, its words."""
    lines: list[tuple[float, list[str]]] = []
    step, words = style.indent, list[str]()
    for word in text.split(" "):
        length = WIDTH * style.size * len(" ".join([*words, word]))
        if words and step + length > style.column + 1e-6:
            lines.append((step, words))
            step, words = 0.0, []
        words.append(word)
    return [*lines, (step, words)]


def typeset(paragraphs: Sequence[str], style: Style) -> list[Leaf]:
    """The pages that the *paragraphs* fill."""
    pages: list[list[Put]] = [[]]
    column, top = 0, style.margin + style.size
    for number, text in enumerate(paragraphs):
        lines = wrapped(text, style)
        top += style.gap if number and top > style.margin + style.size else 0
        for at, (step, words) in enumerate(lines):
            if top > style.height - style.margin:
                column, top = column + 1, style.margin + style.size
                if column == style.columns:
                    column = 0
                    pages.append([])
            left = style.margin + column * (style.column + style.gutter)
            last = at == len(lines) - 1
            pages[-1] += _set(words, left + step, style.column - step, top, style, last)
            top += style.leading
    return [
        Leaf((*_around(number, style), *puts), width=style.width, height=style.height)
        for number, puts in enumerate(pages, 1)
    ]


def _set(
    words: list[str], left: float, width: float, baseline: float, style: Style, last: bool
) -> list[Put]:
    """A line: one text, or a text for each word where it is stretched."""
    length = WIDTH * style.size * len(" ".join(words))
    if not style.justified or last or len(words) < 2:
        return [Put(left, baseline, " ".join(words), style.size)]
    more, puts = (width - length) / (len(words) - 1), list[Put]()
    for word in words:
        puts.append(Put(left, baseline, word, style.size))
        left = puts[-1].right + WIDTH * style.size + more
    return puts


def _around(page: int, style: Style) -> list[Put]:
    places = ((style.header, 20.0), (style.footer, style.height - 15))
    return [
        Put(style.margin, baseline, text.replace("#", str(page)), 7)
        for text, baseline in places
        if text
    ]
