"""An entry: one field of an article at its place in one text.

A date may need more than its own words: `04.05.2025` is the fourth of May among German labels. So an
entry knows the text around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import attrs

from snippetkit.convert import optional
from snippetkit.errors import Flaw
from snippetkit.formats._codec import Codec
from snippetkit.model import Moment, same
from snippetkit.syntax.tree import Plain, Scan, Slot

if TYPE_CHECKING:
    from snippetkit.formats._format import Format

__all__ = ["FIRST_YEAR", "Entry", "Member", "decoded", "speaks"]

FIRST_YEAR = 1500
"""Earlier years belong to the calendar of the language, if it has one of its own."""


class Member(NamedTuple):
    """One field of the article, as a format sees it."""

    place: int
    attribute: attrs.Attribute[Any]
    kind: Any
    """Its declared type."""
    codec: Codec
    names: tuple[str, ...]
    holds_none: bool
    """Whether None is one of its values; otherwise an empty slot says nothing."""

    @property
    def is_dated(self) -> bool:
        """Whether it is a date, given or not."""
        return self.kind is Moment or optional(self.kind) is Moment


class Entry(NamedTuple):
    """A slot, the field that it holds, and the text around it."""

    format: Format[Any]
    member: Member
    slot: Slot
    found: Mapping[str, int]
    """Field → number of its slot."""
    scan: Scan

    def decoded(self) -> Any:
        """The value of the slot. For an early year, the language decides the calendar.

        Raises:
            ValueError: it is no value of the field's type, or only its language could tell.
        """
        value = self.member.codec.decode(self.slot.value)
        if type(value) is Moment and value.year < FIRST_YEAR:
            return self.by_language() or value
        return value

    def by_language(self) -> Moment | None:
        """The date in the slot, read in the language of the text or of the label; None if that fails."""
        for codec in self._speaking():
            try:
                return cast("Moment | None", codec.decode(self.slot.value))
            except ValueError:
                continue
        return None

    def said(self) -> Any:
        """The value of the slot, by itself or by the language of its text or label. Inverse of `spelled`."""
        try:
            return self.decoded()
        except ValueError:
            return self.by_language()

    def spelled(self, value: Any, names: Sequence[str]) -> Plain:
        """*value*, with a date in it, in the style of the slot's present value. Inverse of `said`.

        The date is written in the language of the text, of one of its *names*, or of its source.
        """
        from snippetkit.formats._spelling import spelling  # which not every format has

        like = self.slot.value
        codec = spelling(self.member.codec, [*self._tongues_of(names)])
        for one in (codec, *self._speaking()):
            plain = one.encode(value, like)
            again = self._replace(slot=self.slot._replace(value=plain))
            if same(again.said(), value) and plain != str(value):
                return plain
        return self.member.codec.encode(value, like)

    def unreadable(self, error: ValueError) -> Flaw:
        """The flaw of a slot that cannot be read, for this *error*."""
        slot, is_unclear = self.slot, hasattr(error, "readings")
        return Flaw(
            slot.start,
            slot.end,
            "ambiguous-date" if is_unclear else "bad-date" if self.member.is_dated else "bad-value",
            str(error),
            self.member.attribute.name,
        )

    def _tongues_of(self, names: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """The likely languages of a date in this text, the likeliest first."""
        yield self._language_said()
        yield from map(self.format.languages_of, names)
        profile = self.format.profile
        yield () if profile is None else (profile.source.language or "",)

    def _language_said(self) -> tuple[str, ...]:
        """The language that the text names; empty if it names none."""
        if "language" not in self.found:
            return ()
        slot = self.scan.slots[self.found["language"]]
        try:
            said = self.format.members["language"].codec.decode(slot.value)
        except ValueError:
            return ()
        return (said,) if isinstance(said, str) and said else ()

    def _speaking(self) -> Iterator[Codec]:
        """The codecs that read a date in the language that the text names, and in that of the label."""
        from snippetkit.formats._profile import speaking  # few texts need it

        said = self._language_said()
        if said:
            yield speaking(self.member.codec, said)
        yield speaking(self.member.codec, self.format.languages_of(self.slot.name))


def speaks(codec: Codec) -> bool:
    """Whether *codec* spells dates, and so depends on a language."""
    from snippetkit.formats._spelling import spelling  # as in `Entry.spelled`

    return spelling(codec, ()) is not codec


def decoded(entries: Sequence[Entry], values: list[Any]) -> list[Flaw]:
    """Store the values of *entries* in *values*, each at its member's place, and return the flaws."""
    unclear, failed = list[tuple[Entry, ValueError]](), list[tuple[Entry, ValueError]]()
    for entry in entries:
        try:
            value = entry.decoded()
        except ValueError as error:
            (unclear if entry.member.is_dated else failed).append((entry, error))
        else:
            if value is not None or entry.member.holds_none:
                values[entry.member.place] = value
    for entry, doubt in unclear:  # the language of its label may tell, or other dates
        moment = entry.by_language() or _in_company(doubt, entries, values)
        if moment is None:
            failed.append((entry, doubt))
        else:
            values[entry.member.place] = moment
    return [entry.unreadable(error) for entry, error in failed]


def _in_company(doubt: Any, entries: Iterable[Entry], values: Iterable[Any]) -> Moment | None:
    """An ambiguous date, decided by the other dates of its text; None if they do not decide."""
    if not hasattr(doubt, "readings"):
        return None
    from snippetkit.dates import decided

    spelled = [entry.slot.value for entry in entries]
    said = [one for value in values for one in (value, getattr(value, "date", None))]
    return decided(doubt.readings, spelled, [one for one in said if isinstance(one, Moment)])
