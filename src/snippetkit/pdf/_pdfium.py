"""Read a PDF with PDFium: the glyphs of each page with their places, the links, the pictures.

PDFium is written in C++, and is not safe against all files: 700 bytes are enough to make it use up
all memory. So this module runs in a process of its own, started by `snippetkit.pdf._apart` with this
very file, and imports nothing of the library. It returns each page as bytes, which
`snippetkit.pdf.page` reads.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import math
import sys
from array import array
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple

__all__ = ["GLYPHS", "LENGTH", "PAGES", "Refused", "frames", "serve"]

PAGES = 5_000
"""The most pages that are read."""
GLYPHS = 2_000_000
"""The most glyphs that are read, of all pages together."""
_ELEMENTS = 200_000
"""How much of the tags of all pages is looked at; of a file with more, none counts."""
_DEEPEST = 60
_URI = 3
_TEXT, _IMAGE, _FORM = 1, 3, 5
_FORCED_BOLD, _ITALIC = 1 << 18, 1 << 6
_BLANK = 0.2
"""How many times the size of the letters a blank is wide, at least."""
_NAME = 256
_FACTS = ("Title", "Author", "CreationDate")
_INLINE = frozenset(
    (
        *("Span", "Link", "NonStruct", "Quote", "Code"),
        *("Em", "Strong", "Annot", "Reference", "Lbl"),
        *("LBody", "Private", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "BibEntry", "Sub"),
    )
)
"""Types of structure that stand within a paragraph or an item (ISO 32000-1, section 14.8.4)."""
_HOLDERS = frozenset(("Document", "Part", "Art", "Sect", "Div", "StructTreeRoot", ""))
"""Types that hold paragraphs and are none."""


_Place = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_Element = tuple[str, list[int]]
"""The type of an element, and its place in the tree."""


class _Tags(NamedTuple):
    """Marked content → the element that it belongs to, and how many elements may be looked at."""

    found: dict[int, _Element]
    most: int


class Refused(Exception):
    """Why there is nothing to give: the code of a defect and its message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message


_REASONS = {
    3: Refused("bad-pdf", "this begins as a PDF does, and cannot be read as one"),
    4: Refused("encrypted-pdf", "this PDF opens with a password only"),
    5: Refused("encrypted-pdf", "this PDF is encrypted in a way that is not known here"),
}


def frames(data: bytes) -> Iterator[bytes]:
    """What is known of the whole of a PDF, and then each of its pages.

    Raises:
        Refused: it cannot be read.
    """
    pdfium: Any = importlib.import_module("pypdfium2_raw")
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise Refused(*_REASONS.get(pdfium.FPDF_GetLastError(), _REASONS[3]).args)
    try:
        yield from _Document(pdfium, document).frames()
    finally:
        pdfium.FPDF_CloseDocument(document)


class _Look(NamedTuple):
    """What the glyphs of a text object have in common."""

    style: int = 0
    """The number of its style."""
    mark: int = -1
    """The number of the marked content that it belongs to."""
    baseline: float = 0.0
    size: float = 0.0


_LOOK = _Look()


class _Document:
    def __init__(self, pdfium: Any, handle: Any) -> None:
        self.pdfium = pdfium
        self.handle = handle
        self.glyphs = 0
        self.elements = 0

    def frames(self) -> Iterator[bytes]:
        pages = self.pdfium.FPDF_GetPageCount(self.handle)
        if pages < 1:
            raise Refused("empty-pdf", "this PDF has no pages")
        if pages > PAGES:
            raise Refused("large-pdf", f"{pages:,} pages are more than are read ({PAGES:,})")
        yield json.dumps(self._facts()).encode()
        for number in range(pages):
            yield self._page(number)

    def _facts(self) -> dict[str, str]:
        """What the file says of itself, under the names that it has there."""
        call = self.pdfium.FPDF_GetMetaText
        said = {name: _utf16(call, self.handle, name.encode()) for name in _FACTS}
        return said | {"Lang": self._language()}

    def _language(self) -> str:
        def call(buffer: Any, size: int) -> int:
            wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if buffer else None
            return int(self.pdfium.FPDFCatalog_GetLanguage(self.handle, wide, size))

        return _utf16(call)

    def _page(self, number: int) -> bytes:
        page = self.pdfium.FPDF_LoadPage(self.handle, number)
        if not page:
            raise Refused("bad-pdf", f"page {number + 1} of this PDF cannot be read")
        try:
            found = _Page(self.pdfium, self.handle, page, number)
            self.glyphs += found.read(GLYPHS - self.glyphs)
            tags = found.tags(_ELEMENTS - self.elements)
            self.elements += found.elements
            return found.packed(tags if self.elements <= _ELEMENTS else {})
        finally:
            self.pdfium.FPDF_ClosePage(page)


class _Page:
    """One page while it is read. Places are turned and counted as the page is shown."""

    def __init__(self, pdfium: Any, document: Any, page: Any, number: int) -> None:
        self.pdfium, self.document, self.page, self.number = pdfium, document, page, number
        self.width = float(pdfium.FPDF_GetPageWidthF(page))
        self.height = float(pdfium.FPDF_GetPageHeightF(page))
        self.turn = int(pdfium.FPDFPage_GetRotation(page))
        self.frame = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(self.frame))
        self.corner = float(self.frame.left), float(self.frame.top)
        self.text: list[str] = []
        self.boxes = array("f")
        self.looks = array("H")
        self.marks = array("i")
        self.styles: dict[tuple[Any, ...], int] = {}
        self.fonts: dict[int, tuple[str, bool, bool]] = {}
        self.pictures: list[_Place] = []
        self.silent: dict[int, _Place] = {}
        self.repeated: set[int] = set()
        self.elements = 0

    # ── places ──────────────────────────────────────────────────────────────────────────────────

    def box(self, left: float, top: float, right: float, bottom: float) -> _Place:
        """Left, top, right and bottom, from the left and the top of the page as it is shown."""
        if not self.turn:
            frame_left, frame_top = self.corner
            return left - frame_left, frame_top - top, right - frame_left, frame_top - bottom
        (one, two), (three, four) = self.point(left, top), self.point(right, bottom)
        return min(one, three), min(two, four), max(one, three), max(two, four)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place of the page as it is written, where it is shown."""
        frame = self.frame
        if self.turn == 1:
            return y - frame.bottom, x - frame.left
        if self.turn == 2:
            return frame.right - x, y - frame.bottom
        if self.turn == 3:
            return frame.top - y, frame.right - x
        return x - frame.left, frame.top - y

    # ── glyphs ──────────────────────────────────────────────────────────────────────────────────

    def read(self, most: int) -> int:
        """Take up the glyphs and say how many there are."""
        pdfium = self.pdfium
        text = pdfium.FPDFText_LoadPage(self.page)
        if not text:  # pragma: no cover - where there is no memory for it
            raise Refused("bad-pdf", f"the text of page {self.number + 1} cannot be read")
        try:
            count = int(pdfium.FPDFText_CountChars(text))
            if count > most:
                raise Refused("large-pdf", f"this PDF has more than {GLYPHS:,} glyphs")
            handle = _address(text)
            code_of = _quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint, *_AT)
            owner_of = _quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, *_AT)
            codes = [code_of(handle, at) for at in range(count)]
            owners = [owner_of(handle, at) or 0 for at in range(count)]
            self._objects(_said(codes, owners))
            self._glyphs(text, codes, owners)
        finally:
            pdfium.FPDFText_ClosePage(text)
        return count

    def _glyphs(self, text: Any, codes: list[int], owners: list[int]) -> None:
        box_of = _quick(self.pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, *_AT, ctypes.c_void_p)
        sides, handle = (ctypes.c_float * 4)(), _address(text)  # FS_RECTF: left, top, right, bottom
        there = ctypes.addressof(sides)
        last, look, half = 0, _LOOK, 0
        for at, (code, owner) in enumerate(zip(codes, owners, strict=True)):
            if not owner:  # PDFium's own: a blank or a line end, where the glyphs stand apart
                self._add("\n" if code in (10, 13) else " ", _NOWHERE, look._replace(baseline=0.0))
                continue
            if owner in self.repeated:
                continue
            if owner != last:
                last, look = owner, self._look(text, at)
            if 0xD800 <= code < 0xDC00:
                half = code
                continue
            box_of(handle, at, there)
            self._glyph(_whole(half, code), owner, self.box(*sides), look)
            half = 0

    def _glyph(self, code: int, owner: int, box: _Place, look: _Look) -> None:
        if owner in self.silent and _is_beside(box, self.silent[owner], look.size):
            box = _around(box, self.silent[owner])
        if math.isfinite(sum(box)):
            self._add(_character(code), box, look)

    def _add(self, character: str, box: _Place, look: _Look) -> None:
        if character:
            self.text.append(character)
            self.boxes.extend((*box, look.baseline))
            self.looks.append(look.style)
            self.marks.append(look.mark)

    def _look(self, text: Any, at: int) -> _Look:
        """How the text object looks that a glyph is of."""
        pdfium, owner = self.pdfium, self.pdfium.FPDFText_GetTextObject(text, at)
        matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
        pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        size = pdfium.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * self.turn
        font = pdfium.FPDFTextObj_GetFont(owner)
        style = (*self._font(text, at, font), _rounded(size), round(angle) % 360)
        number = self.styles.setdefault(style, len(self.styles))
        baseline = self.point(x.value, y.value)[1]
        mark = int(pdfium.FPDFPageObj_GetMarkedContentID(owner))
        return _Look(min(number, 65_535), mark, baseline if math.isfinite(baseline) else 0.0, size)

    # ── objects ─────────────────────────────────────────────────────────────────────────────────

    def _objects(self, said: dict[int, list[int]]) -> None:
        """Note where pictures are, and which text objects say nothing of their own.

        Where a file says in letters what several glyphs are together (`ActualText`), PDFium gives
        the letters the place of the first of them, so that the others seem to be blanks; or it
        gives them again for each.
        """
        pdfium, last, last_mark = self.pdfium, 0, 0
        for at in range(int(pdfium.FPDFPage_CountObjects(self.page))):
            one = pdfium.FPDFPage_GetObject(self.page, at)
            if pdfium.FPDFPageObj_GetType(one) != _TEXT:
                if self._is_picture(one):
                    self.pictures.append(self._bounds(one))
                continue
            here = _address(one)
            if here in said:
                mark = self._innermost(one) if len(said[here]) > 1 else 0
                if not (mark and mark == last_mark and said[here] == said[last]):
                    last, last_mark = here, mark
                    continue
                self.repeated.add(here)
            if last:
                self.silent[last] = _around(self._bounds(one), self.silent.get(last))

    def _innermost(self, one: Any) -> int:
        """The innermost of the marks around an object; the same for all objects within it."""
        count = int(self.pdfium.FPDFPageObj_CountMarks(one))
        return _address(self.pdfium.FPDFPageObj_GetMark(one, count - 1)) if count > 1 else 0

    def _bounds(self, one: Any) -> _Place:
        sides = [ctypes.c_float() for _ in range(4)]
        self.pdfium.FPDFPageObj_GetBounds(one, *map(ctypes.byref, sides))
        left, bottom, right, top = (side.value for side in sides)
        return self.box(left, top, right, bottom)

    def _font(self, text: Any, at: int, font: Any) -> tuple[str, bool, bool]:
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self.fonts:
            name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
            self.pdfium.FPDFText_GetFontInfo(text, at, name, _NAME, ctypes.byref(flags))
            said = name.value.decode("utf-8", "replace")
            said = said[7:] if said[6:7] == "+" else said  # the mark of a font embedded in part
            words = said.lower()
            bold = flags.value & _FORCED_BOLD or _has(words, "bold", "black", "heavy")
            slanted = flags.value & _ITALIC or _has(words, "italic", "oblique")
            self.fonts[key] = said, bool(bold), bool(slanted)
        return self.fonts[key]

    # ── what lies around ────────────────────────────────────────────────────────────────────────

    def links(self) -> Iterator[tuple[float, float, float, float, str]]:
        """The places that lead to an address, and where to."""
        pdfium = self.pdfium
        position, link, rect = ctypes.c_int(), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
        while pdfium.FPDFLink_Enumerate(self.page, ctypes.byref(position), ctypes.byref(link)):
            action = pdfium.FPDFLink_GetAction(link)
            if not action or pdfium.FPDFAction_GetType(action) != _URI:
                continue
            url = _bytes(pdfium.FPDFAction_GetURIPath, self.document, action)
            for place in self._places(link, rect):
                yield (*place, url.decode("utf-8", "replace"))

    def _places(self, link: Any, rect: Any) -> Iterator[_Place]:
        """The lines of a link that goes over several, else its one place."""
        pdfium = self.pdfium
        count, quad = int(pdfium.FPDFLink_CountQuadPoints(link)), pdfium.FS_QUADPOINTSF()
        for at in range(min(count, _NAME)):
            pdfium.FPDFLink_GetQuadPoints(link, at, ctypes.byref(quad))
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield self.box(min(xs), max(ys), max(xs), min(ys))
        if not count and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            yield self.box(rect.left, rect.top, rect.right, rect.bottom)

    def _is_picture(self, one: Any) -> bool:
        pdfium = self.pdfium
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind != _FORM:
            return bool(kind == _IMAGE)
        count = min(int(pdfium.FPDFFormObj_CountObjects(one)), _NAME)
        inner = (pdfium.FPDFFormObj_GetObject(one, at) for at in range(count))
        return any(pdfium.FPDFPageObj_GetType(each) == _IMAGE for each in inner)

    # ── tags ────────────────────────────────────────────────────────────────────────────────────

    def tags(self, most: int) -> dict[int, _Element]:
        """Marked content → the element that it belongs to."""
        tags = _Tags({}, most)
        tree = self.pdfium.FPDF_StructTree_GetForPage(self.page)
        if not tree:
            return tags.found
        try:
            for at in range(int(self.pdfium.FPDF_StructTree_CountChildren(tree))):
                element = self.pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)
                self._walk(element, [at], None, tags)
        finally:
            self.pdfium.FPDF_StructTree_Close(tree)
        tags.found.pop(-1, None)  # of what is no content: the mark of glyphs without one
        return tags.found

    def _walk(self, element: Any, path: list[int], above: _Element | None, tags: _Tags) -> None:
        """Note what belongs to *element*: to itself, if it is a block, else to the one *above*."""
        pdfium = self.pdfium
        if len(path) > _DEEPEST:
            return
        owner = _owner(_utf16(pdfium.FPDF_StructElement_GetType, element), path, above)
        for at in range(int(pdfium.FPDF_StructElement_CountChildren(element))):
            self.elements += 1
            if self.elements > tags.most:
                return
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                self._walk(child, [*path, at], owner, tags)
            elif owner is not None:
                mark = int(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at))
                tags.found[mark] = owner

    def packed(self, tags: dict[int, _Element]) -> bytes:
        """The page as bytes: its facts in JSON, its text, then its numbers, each with its length."""
        facts = {
            "number": self.number + 1,
            "width": self.width,
            "height": self.height,
            "styles": list(self.styles),
            "links": list(self.links()),
            "pictures": self.pictures,
            "tags": list(tags.items()),
        }
        parts = [json.dumps(facts).encode(), "".join(self.text).encode()]
        parts += [part.tobytes() for part in (self.boxes, self.looks, self.marks)]
        return b"".join(len(part).to_bytes(4, "little") + part for part in parts)


def _owner(kind: str, path: list[int], above: _Element | None) -> _Element | None:
    """What the content of an element of that *kind* belongs to."""
    if kind in _HOLDERS:
        return None
    return above if kind in _INLINE else (kind, path)


def _said(codes: list[int], addresses: list[int]) -> dict[int, list[int]]:
    """Text object → what it says."""
    found: dict[int, list[int]] = {}
    for code, address in zip(codes, addresses, strict=True):
        if address:
            found.setdefault(address, []).append(code)
    return found


_AT = ctypes.c_void_p, ctypes.c_int
_NOWHERE = (0.0, 0.0, 0.0, 0.0)


def _quick(function: Any, *types: Any) -> Callable[..., Any]:
    """A function of PDFium's, called with plain numbers: its result, then its arguments.

    Four times as fast as with the types that it is declared with, and called for every glyph.
    """
    prototype: Any = ctypes.CFUNCTYPE(*types)
    found: Callable[..., Any] = prototype(_address(function))
    return found


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _around(one: _Place, other: _Place | None) -> _Place:
    """The place that two take up together."""
    if other is None:
        return one
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _is_beside(one: _Place, other: _Place, size: float) -> bool:
    """Whether the two are on one line, without a blank between them."""
    gap = max(other[0] - one[2], one[0] - other[2])
    return gap < _BLANK * size and min(one[3], other[3]) - max(one[1], other[1]) > 0


def _has(name: str, *words: str) -> bool:
    return any(word in name for word in words)


def _rounded(size: float) -> float:
    return round(size, 1) if math.isfinite(size) else 0.0


_PRIVATE = {0xF0B7: "•", 0xF0A7: "▪", 0xF076: "❖", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-"}
"""What text processors draw with the fonts Symbol and Wingdings before the items of a list."""


def _whole(half: int, code: int) -> int:
    """The code that two halves of UTF-16 make; the second alone where they make none."""
    if half and 0xDC00 <= code < 0xE000:
        return 0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00)
    return code


_BLANKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)


def _character(code: int) -> str:
    """The character that PDFium means; nothing for what no text holds."""
    if code in (0x02, 0xFFFE):  # its sign for a hyphen at the end of a line
        return "-"
    if code in _BLANKS:
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    return _PRIVATE.get(code) or chr(code)


def _bytes(call: Callable[..., int], *arguments: Any) -> bytes:
    """What a function gives that is asked for the length first; without the NUL at the end."""
    size = int(call(*arguments, None, 0))
    if size < 2:
        return b""
    buffer = ctypes.create_string_buffer(size)
    call(*arguments, buffer, size)
    return buffer.raw[: size - 1]


def _utf16(call: Callable[..., int], *arguments: Any) -> str:
    return _bytes(call, *arguments)[:-1].decode("utf-16-le", "replace")


# ── the process apart ───────────────────────────────────────────────────────────────────────────

LENGTH = 8
"""How many bytes say a number: how long what follows is, or how much memory it may take."""


def serve(source: IO[bytes], target: IO[bytes], limit: Callable[[int], None]) -> None:
    """Answer each PDF that comes with its frames, and an empty one at the end.

    In front of a PDF stand its length and how much memory it may take. One that cannot be read is
    answered with a frame that begins with ``!``.
    """
    while len(head := source.read(2 * LENGTH)) == 2 * LENGTH:
        data = source.read(int.from_bytes(head[:LENGTH], "little"))
        limit(int.from_bytes(head[LENGTH:], "little"))
        try:
            for frame in frames(data):
                _send(target, b"=" + frame)
        except Refused as refused:
            _send(target, b"!" + json.dumps(refused.args).encode())
        _send(target, b"")
        target.flush()


def _send(target: IO[bytes], frame: bytes) -> None:
    target.write(len(frame).to_bytes(LENGTH, "little"))
    target.write(frame)


def _limit(memory: int) -> None:
    """Let this process take so much memory and no more, and leave no core behind."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows; and macOS limits no address space

        for what, wanted in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, memory)):
            hard = resource.getrlimit(what)[1]
            soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(what, (soft, hard))


if __name__ == "__main__":  # pragma: no cover - of the process apart
    sys.path[:] = json.loads(sys.argv[1])
    serve(sys.stdin.buffer, sys.stdout.buffer, _limit)
