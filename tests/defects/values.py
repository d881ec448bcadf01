"""Models of articles that do not keep their values."""

# What these faulty models take is wrong on purpose.
# mypy: disable-error-code="var-annotated,no-untyped-def,unused-ignore"

from __future__ import annotations

from typing import Any

import attrs

from defects._seed import faulty_model
from snippetkit.model import Article


@faulty_model("copies")
@attrs.frozen(kw_only=True)
class HidesState(Article):
    """Keeps something that no argument gives, which a copy by construction loses."""

    hidden: Any = attrs.field(init=False, factory=object)


@faulty_model("nothing_normalised")
@attrs.frozen(kw_only=True)
class StripsTexts(Article):
    """Takes blanks off a text."""

    note: str | None = attrs.field(default=None, converter=lambda text: text and text.strip())


@faulty_model("nothing_normalised")
@attrs.frozen(kw_only=True)
class SortsNames(Article):
    """Puts names in order, once each."""

    names: tuple[str, ...] = attrs.field(
        default=(), converter=lambda names: tuple(sorted(set(names or ())))
    )


@faulty_model("types_refused")
@attrs.frozen(kw_only=True)
class CoercesTypes(Article):
    """Takes anything for a text."""

    note: str | None = attrs.field(default=None, converter=lambda value: value and str(value))


@faulty_model("equal_hash")
@attrs.frozen(kw_only=True, eq=False)
class HashesByIdentity(Article):
    """Compares by value, and hashes by identity."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and attrs.astuple(self, recurse=False) == attrs.astuple(
            other, recurse=False
        )  # type: ignore[arg-type]

    def __hash__(self) -> int:
        return id(self)


@faulty_model("json_complete")
@attrs.frozen(kw_only=True)
class CountsUp(Article):
    """Counts how often it was made."""

    made: int = 0

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        object.__setattr__(self, "made", self.made + 1)


@faulty_model("evolve_one")
@attrs.frozen(kw_only=True)
class DerivesAField(Article):
    """Fills one field from another."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.title:
            object.__setattr__(self, "summary", self.title)
