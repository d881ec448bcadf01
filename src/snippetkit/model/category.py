"""What an article is filed under."""

from __future__ import annotations

from typing import cast

import attrs

from snippetkit.errors import InvalidValue
from snippetkit.model.frozendict import EMPTY, FrozenDict
from snippetkit.model.value import Value, brief, from_text, takes_mapping, typing_only

__all__ = ["MAX_PARENTS", "Category"]

MAX_PARENTS = 32
"""How many ancestors a category may have."""


def takes_category(value: Category | str | None) -> Category | None:
    """What may be given for a category that may be missing."""
    return cast("Category | None", value)


typing_only(takes_category)


@from_text("name")
@attrs.frozen(kw_only=True, repr=False)
class Category(Value):
    """A section, subject or topic. Where one is asked for, a text stands for its name.

    A category holds its parent, so that a circle cannot be built.

    Raises:
        InvalidValue: a field of a wrong type, or more than `MAX_PARENTS` ancestors.

    >>> Category(name="Cricket", parent="Sport").path
    ('Sport', 'Cricket')
    """

    name: str = attrs.field(repr=brief)
    """The name that readers see; may hold commas, and may be empty."""
    slug: str | None = attrs.field(default=None, repr=brief)
    """The name in addresses: ``international-news``."""
    scheme: str | None = attrs.field(default=None, repr=brief)
    """The vocabulary it is from, as an address or a short name: ``medtop``."""
    code: str | None = attrs.field(default=None, repr=brief)
    """Its code in that vocabulary: ``11000000``. Codes stay when names change."""
    parent: Category | None = attrs.field(default=None, converter=takes_category)
    """The wider category that this one is in."""
    labels: FrozenDict[str] = attrs.field(default=EMPTY, converter=takes_mapping)
    """Its names in other languages: BCP 47 tag → name."""

    def __attrs_post_init__(self) -> None:
        Value.__attrs_post_init__(self)
        if len(self._lineage()) > MAX_PARENTS:
            raise InvalidValue(
                "parent", f"more than {MAX_PARENTS} categories above {brief(self.name)}"
            )

    @property
    def path(self) -> tuple[str, ...]:
        """The names from the widest category down to this one.

        >>> Category(name="Cricket", parent=Category(name="Sport")).path
        ('Sport', 'Cricket')
        """
        return (*(category.name for category in reversed(self._lineage())), self.name)

    def _lineage(self) -> list[Category]:
        above, one = list[Category](), self.parent
        while one is not None and len(above) <= MAX_PARENTS:
            above.append(one)
            one = one.parent
        return above
