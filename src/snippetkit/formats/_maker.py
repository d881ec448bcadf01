"""The maker of articles: of values that were read, also where their class refuses some of them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import attrs

from snippetkit.convert import default_of
from snippetkit.errors import Flaw, reason_of
from snippetkit.formats._entry import Member
from snippetkit.model import Article
from snippetkit.model.value import forced, trusted
from snippetkit.syntax.tree import Slot

__all__ = ["Maker"]

A = TypeVar("A", bound=Article)


class Maker(Generic[A]):
    """Makes articles of a class of their values, which come in the order of its *members*."""

    def __init__(self, cls: type[A], members: Mapping[str, Member]) -> None:
        self._cls, self._members = cls, members
        attributes = [member.attribute for member in members.values()]
        self.blank = [default_of(one) for one in attributes]
        """The values of an article without any entries; `attrs.NOTHING` for required fields."""
        self.is_demanding = any(value is attrs.NOTHING for value in self.blank)
        """Whether the class has required fields."""
        factories: dict[int, Any] = {
            place: one.default
            for place, one in enumerate(attributes)
            if isinstance(one.default, attrs.Factory)  # type: ignore[arg-type]
        }
        self.of_rest = frozenset(
            [attributes[place].name for place, one in factories.items() if one.takes_self]
        )
        """The fields whose default the class computes from the other fields."""
        self._fresh = [(n, one.factory) for n, one in factories.items() if not one.takes_self]

    @functools.cached_property
    def build(self) -> Callable[[Sequence[Any]], A]:
        """The function from values to their article, which raises what the class does."""
        return trusted(self._cls)

    def unsaid(self) -> list[Any]:
        """The same as `blank` for a single article: values from factories are made anew."""
        values = self.blank.copy()
        for place, make in self._fresh:
            values[place] = make()
        return values

    def made(self, values: list[Any], slots: Mapping[str, Slot], text: str, flaws: list[Flaw]) -> A:
        """The article of *values*, read from *slots* of *text*; what is wrong with them goes to *flaws*."""
        if self.is_demanding:
            self._report_missing(values, flaws)
        try:
            return self.build(values)
        except Exception as error:  # noqa: BLE001  # what a user's class does may raise anything
            refused = self._refused(values, slots)
            if not refused:
                flaws.append(Flaw(0, len(text), "bad-article", reason_of(error)))
                return forced(self._cls, values)
            for place, flaw in refused:
                values[place] = self.blank[place]
                flaws.append(flaw)
            return self.made(values, slots, text, flaws)

    def _report_missing(self, values: list[Any], flaws: list[Flaw]) -> None:
        for name, member in self._members.items():
            if values[member.place] is attrs.NOTHING:
                values[member.place] = None
                if all(flaw.field != name for flaw in flaws):  # else it is given, and unreadable
                    flaws.append(Flaw(0, 0, "missing-field", f"{name} must be given", name))

    def _refused(self, values: list[Any], slots: Mapping[str, Slot]) -> list[tuple[int, Flaw]]:
        """The fields that the class refuses one by one; none if it refuses their combination."""
        pairs = zip(values, self.blank, strict=True)
        rest = [value if blank is attrs.NOTHING else blank for value, blank in pairs]
        refused = list[tuple[int, Flaw]]()
        for name, slot in slots.items() if self._refusal(rest) is None else ():
            place = self._members[name].place
            reason = self._refusal([*rest[:place], values[place], *rest[place + 1 :]])
            if reason is not None:
                refused.append((place, Flaw(slot.start, slot.end, "bad-article", reason, name)))
        return refused

    def _refusal(self, values: list[Any]) -> str | None:
        """Why the class refuses these *values*; None if it accepts them."""
        try:
            self.build(values)
        except Exception as error:  # noqa: BLE001  # as in `made`
            return reason_of(error)
        return None
