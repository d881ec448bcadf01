"""The class `Category`: what an article is filed under."""

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
    """A converter whose argument type says what you may pass for a `Category | None`."""
    return cast("Category | None", value)


typing_only(takes_category)


@from_text("name")
@attrs.frozen(kw_only=True, repr=False)
class Category(Value):
    """A section, subject or topic. A string passed for one becomes its name.

    A category holds its parent, so cycles are impossible.

    Raises:
        InvalidValue: a field has a wrong type, or there are more than `MAX_PARENTS` ancestors.

    >>> Category(name="Cricket", parent="Sport").path
    ('Sport', 'Cricket')
    """

    name: str = attrs.field(repr=brief)
    """The name that readers see; may hold commas, and may be empty."""
    slug: str | None = attrs.field(default=None, repr=brief)
    """The name in addresses: ``international-news``."""
    scheme: str | None = attrs.field(default=None, repr=brief)
    """The vocabulary that it is from, as an address or a short name: ``medtop``."""
    code: str | None = attrs.field(default=None, repr=brief)
    """Its code in that vocabulary: ``11000000``. Codes stay when names change."""
    parent: Category | None = attrs.field(default=None, converter=takes_category)
    """The broader category that contains this one."""
    labels: FrozenDict[str] = attrs.field(default=EMPTY, converter=takes_mapping)
    """Its names in other languages, by BCP 47 tag."""

    def __attrs_post_init__(self) -> None:
        Value.__attrs_post_init__(self)
        if len(self._lineage()) > MAX_PARENTS:
            raise InvalidValue(
                "parent", f"more than {MAX_PARENTS} categories above {brief(self.name)}"
            )

    @property
    def path(self) -> tuple[str, ...]:
        """The names from the broadest category down to this one.

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
