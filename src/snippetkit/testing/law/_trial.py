"""What the laws ask of documents and formats, and the message if one is broken."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from snippetkit.convert import default_of
from snippetkit.document import Document
from snippetkit.errors import Loss, Unrepresentable
from snippetkit.formats import Format
from snippetkit.model import Article

__all__ = ["created_text", "lost", "put", "require"]

A = TypeVar("A", bound=Article)
_LIMIT = 2000


def require(holds: object, what: str, *seen: object) -> None:
    """Raise `AssertionError` saying *what* should hold, and what was *seen*, unless it holds."""
    if not holds:
        raise AssertionError("\n  ".join([what, *(_shown(one) for one in seen)]))


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _LIMIT else f"{shown[:_LIMIT]}… ({len(shown):,} characters)"


def put(document: Document[A], article: A) -> Document[A] | None:
    """The document that says *article*, or None if it refuses; a refusal names a field."""
    text = document.text
    try:
        return document.put(article)
    except Unrepresentable as refusal:
        require(_is_named(document.format, refusal), "a refusal names a field", refusal)
        require(document.text == text, "a document that refuses stays as it is")
        return None


def created_text(format: Format[A], article: A) -> str | None:
    """The text that says *article*, or None if the format refuses."""
    try:
        return format.create(article)
    except Unrepresentable as refusal:
        require(_is_named(format, refusal), "a refusal names a field", refusal)
        return None


def lost(format: Format[A], article: A) -> tuple[tuple[Loss, ...], A] | None:
    """What is lost, and what is kept; None where a field that must be given cannot be held."""
    try:
        return format.losses(article)
    except Unrepresentable as refusal:
        must = default_of(format.members[refusal.field].attribute) is attrs.NOTHING
        require(must, "what need not be given can be lost", refusal, article)
        return None


def _is_named(format: Format[Any], refusal: Unrepresentable) -> bool:
    return refusal.field in (*format.members, "class") and bool(refusal.reason)
