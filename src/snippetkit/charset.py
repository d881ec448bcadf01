"""Guess the encoding of bytes that do not give it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from snippetkit.errors import MissingExtra

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

__all__ = ["Guess", "guessed"]

_ALIKE = 0.05
# The legacy encodings of the web, the more usual first among those of one script (WHATWG Encoding
# Standard, section 4.2). Of texts that look alike, the one in such an encoding is taken.
_WEB = (
    *("cp1252", "cp1250", "cp1251", "gb18030", "cp932", "cp949", "big5", "cp1254", "cp1253"),
    *("cp1256", "cp1255", "cp1257", "cp1258", "cp874", "euc_jp", "iso2022_jp", "koi8_r", "koi8_u"),
    *(f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
)


class Guess(NamedTuple):
    """A guessed encoding, and how sure the guess is."""

    encoding: str
    """The name of the encoding in Python."""
    confidence: float
    """From 0 to 1: how clean the text looks in this encoding, and how much more it looks like a
    language than in the next best."""
    others: tuple[str, ...]
    """Encodings in which the text looks as clean but differs, the most likely first."""


def guessed(data: bytes) -> Guess | None:
    """The most likely encoding of *data*; None if no text can be encoded back to the same bytes.

    This uses charset-normalizer, which looks for disorder and for the letters of languages.

    Raises:
        MissingExtra: charset-normalizer is not installed.

    >>> guessed("Узбекистан развивает сотрудничество.".encode("cp1251")).encoding
    'cp1251'
    """
    try:
        from charset_normalizer import from_bytes
    except ImportError as missing:
        raise MissingExtra("text", "guessing an encoding") from missing
    found = [one for one in from_bytes(data) if encodes(str(one), one.encoding) == data]
    if not found:
        return None
    alike = [one for one in found if one.chaos <= found[0].chaos + _ALIKE]
    best = min(alike, key=_unlikely)
    rivals = [one for one in found if str(one) != str(best) and one.chaos <= best.chaos + _ALIKE]
    next_best = max((one.coherence for one in rivals), default=0.0)
    lead = best.coherence / (best.coherence + next_best) if next_best else 1 / (1 + bool(rivals))
    others = {str(one): one.encoding for one in reversed(rivals)}
    confidence = round((1 - best.chaos) * lead, 2)
    return Guess(best.encoding, confidence, tuple(others.values())[::-1])


def _unlikely(one: CharsetMatch) -> tuple[bool, float, int]:
    """How unlikely an encoding is: none of the web's, unlike a language, less usual."""
    place = _WEB.index(one.encoding) if one.encoding in _WEB else len(_WEB)
    return place == len(_WEB), -round(one.coherence, 1), place


def encodes(text: str, encoding: str) -> bytes | None:
    """The bytes of *text*; None if the encoding lacks a character."""
    try:
        return text.encode(encoding)
    except (LookupError, UnicodeError):
        return None
