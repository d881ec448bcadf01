"""The shapes of texts that a format meets often, and the readers of such texts."""

from __future__ import annotations

import functools
from typing import Generic

from snippetkit.formats._format import A, Format
from snippetkit.formats._quick.layout import Layout
from snippetkit.formats._quick.meanings import Meanings
from snippetkit.formats._quick.often import Often
from snippetkit.formats._quick.shape import BEFORE_BODY, Shaped, shape
from snippetkit.model.value import is_plain
from snippetkit.syntax.headers import Labels
from snippetkit.syntax.tree import Scan

__all__ = ["Shapes"]


class Shapes(Generic[A]):
    """The shapes that a format has met often, the latest first."""

    def __init__(self, format: Format[A], labels: Labels) -> None:
        self._format = format
        self._labels = labels
        self.spellings = Meanings(format)
        self.often = Often[Shaped]()
        self._ready: tuple[str, A | None] = "", None
        """A text, and the article that was made along with something else, for whoever asks next."""

    def read(self, text: str) -> A | None:
        """What *text* says; None where it is of no shape met often, or has flaws."""
        last, article = self._ready
        if last is text and article is not None:
            self._ready = "", None  # only once, as it may hold a list
            return article
        for reader in self.often.readers:
            article = reader.read(text)
            if article is not None:
                self.often.has_read(reader)
                return article  # type: ignore[no-any-return]  # what was compiled has no types
        return None

    def tell(self, text: str) -> None:
        """Remember that texts of the shape of *text* are snippets."""
        for reader in self.often.readers:
            if not reader.is_told and reader.read(text) is not None:
                reader.is_told = True

    def is_told(self, text: str) -> bool:
        """Whether texts of that shape were found to be snippets; *text* is read along with it."""
        for reader in self.often.readers:
            if reader.is_told and (article := reader.read(text)) is not None:
                self.often.has_read(reader)
                self._ready = text, article
                return True
        return False

    def read_bytes(self, data: bytes) -> A | None:
        """The same for bytes in UTF-8."""
        readers = self.often.readers
        for reader in readers:
            article = reader.read_bytes(data)
            if article is not None:
                if reader is not readers[0]:
                    self.often.has_read(reader)
                return article  # type: ignore[no-any-return]  # as above
        return None

    def scan(self, text: str) -> Scan | None:
        """Where what stands in *text*; None where it is of no shape met often, or has flaws."""
        for reader in self.often.readers:
            found = reader.scan(text)
            if found is not None:
                self.often.has_read(reader)
                scan, article = found
                self._ready = text, article
                return scan  # type: ignore[no-any-return]  # as above
        return None

    def says(self, text: str, article: A) -> bool:
        """Whether *text* is of a shape met often and says just this; False if that is not sure."""
        for reader in self.often.readers:  # noqa: SIM110  # a generator takes a tenth of a `put`
            if reader.says(text, article):
                return True
        return False

    def meet(self, text: str, header: Scan, scan: Scan) -> None:
        """Count the shape of *text*, whose header and all was scanned with care."""
        found = shape(text, header, scan, self._labels) if self._is_usable else None
        if found is None or any(found == reader.shape for reader in self.often.readers):
            return
        if self.often.is_often(found):
            layout = Layout(self._format, found.names)
            values = tuple([str(slot.value) for slot in scan.slots[:-1]])
            self.often.add(Shaped(found, layout, self.spellings, self._labels, values))

    @functools.cached_property
    def _is_usable(self) -> bool:
        """Whether an article is made by keeping its values, and none of them is required."""
        maker = self._format.maker
        blank = dict(zip(self._format.members, maker.blank, strict=True))
        usual = all(
            blank[field] is None and self._format.field_of(name) == field
            for name, field in BEFORE_BODY.items()
        )
        return usual and not maker.is_demanding and is_plain(self._format.cls)
