"""Codecs that know a source, and read its texts accordingly."""

from __future__ import annotations

from typing import Any, cast

import attrs

from snippetkit.convert import is_heir, item_of, optional, recast
from snippetkit.dates import Ambiguous
from snippetkit.formats._codec import Codec, says
from snippetkit.formats._moments import Dates
from snippetkit.model import Category, Moment, Source, same
from snippetkit.model.profile import Profile
from snippetkit.syntax.tree import Plain

__all__ = ["fitted", "source_of", "speaking"]


def fitted(codec: Codec, kind: Any, profile: Profile) -> Codec:
    """*codec*, for values of the declared type *kind*, in texts of the source of *profile*."""
    if kind in (Moment, Moment | None):
        return _dated(codec, profile)
    if is_heir(item_of(kind), Category) and (profile.drop or profile.rename):
        return _Filed(codec, profile)
    source = source_of(profile, kind)
    return codec if source is None else _Named(codec, profile, source, optional(kind) or kind)


def source_of(profile: Profile, kind: Any) -> Source | None:
    """The source of *profile* as a value of the declared type *kind*: of an heir, with its defaults.

    None where no such value is one, or where a name alone does not make an heir.
    """
    cls = optional(kind) or kind
    if not is_heir(cls, Source):
        return None
    try:
        known: Source = recast(cls, profile.source)
        recast(cls, Source(name=profile.names[0]))
    except ValueError:
        return None
    return profile.source if isinstance(profile.source, cls) else known


def _dated(codec: Codec, profile: Profile) -> Codec:
    if isinstance(codec, Dates):
        source = profile.source
        codec = attrs.evolve(
            codec, language=source.language, order=profile.order, zone=source.timezone
        )
    return codec if profile.source.timezone is None else _Zoned(codec, profile.source.timezone)


def speaking(codec: Codec, languages: tuple[str, ...]) -> Codec:
    """*codec*, for a date whose label is of *languages*; what is known of the source goes first."""
    if isinstance(codec, _Zoned):
        return attrs.evolve(codec, codec=speaking(codec.codec, languages))
    if isinstance(codec, Dates) and codec.language is None and codec.order is None:
        return attrs.evolve(codec, language=languages)
    return codec


@attrs.frozen
class _Zoned:
    """Moments: a clock time without a zone is in the zone of the source."""

    codec: Codec
    zone: str

    def decode(self, plain: Plain) -> Any:
        """The moment, in the source's zone if the text names none; inverse of `encode`."""
        try:
            moment = self.codec.decode(plain)
            return None if moment is None else self._zoned(moment)
        except Ambiguous as doubt:
            found = [attrs.evolve(one, moment=self._zoned(one.moment)) for one in doubt.readings]
            raise Ambiguous(str(doubt), tuple(found)) from None

    def _zoned(self, moment: Moment) -> Moment:
        if moment.hour is None or moment.zone is not None:
            return moment
        return attrs.evolve(moment, zone=self.zone)

    def encode(self, value: Any, like: Plain) -> Plain:
        """Without a zone where none stood and it is the source's; inverse of `decode`."""
        if value is not None and not same(self._zoned(value), value):
            raise ValueError(f"a clock time without a zone would be one in {self.zone}")
        if like is not None and value is not None and value.zone == self.zone:
            spelled = self.codec.encode(attrs.evolve(value, zone=None, fold=0), like)
            if same(self.decode(spelled), value) and same(_zone(self.codec, like), None):
                return spelled
        return self.codec.encode(value, like)

    def fit(self, value: Any) -> Any:
        """As much as the codec holds."""
        return self.codec.fit(value)


def _zone(codec: Codec, plain: Plain) -> str | None:
    """The zone that *plain* names itself."""
    try:
        return cast("str | None", codec.decode(plain).zone)
    except (ValueError, AttributeError):  # no moment, or none at all
        return None


@attrs.frozen
class _Filed:
    """Categories: some names are none, some mean others."""

    codec: Codec
    profile: Profile

    def decode(self, plain: Plain) -> tuple[Category, ...]:
        """The categories that are meant; inverse of `encode`."""
        return tuple([self._meant(one) for one in self._said(plain) if not self._is_dropped(one)])

    def encode(self, value: tuple[Category, ...], like: Plain) -> Plain:
        """As the source names them, what is dropped left in its place; inverse of `decode`."""
        old = self._said(like) if like is not None else ()
        named = [self._named(one, old) for one in value]
        spelled = self.codec.encode(self._with_dropped(named, old), like)
        if not same(self.decode(spelled), value):
            raise ValueError("the source's profile gives a name another meaning")
        return spelled

    def fit(self, value: tuple[Category, ...]) -> tuple[Category, ...]:
        """The categories that the codec holds and the profile does not turn into others."""
        fitting = self.codec.fit(value) or ()
        return tuple([one for one in fitting if not self._is_dropped(one) and self._lasts(one)])

    def _said(self, plain: Plain) -> tuple[Category, ...]:
        found: tuple[Category, ...] = self.codec.decode(plain)
        return found

    def _is_dropped(self, one: Category) -> bool:
        return one.name in self.profile.drop

    def _meant(self, one: Category) -> Category:
        name = self.profile.rename.get(one.name)
        return one if name is None else attrs.evolve(one, name=name)

    def _named(self, one: Category, old: tuple[Category, ...]) -> Category:
        """How the source names *one*: as it did before, or by the first name that means it."""
        names = [name for name, meant in self.profile.rename.items() if meant == one.name]
        there = {each.name for each in old}
        best = sorted(names, key=lambda name: name not in there)
        return one if one.name in there or not best else attrs.evolve(one, name=best[0])

    def _lasts(self, one: Category) -> bool:
        return same(self._meant(self._named(one, ())), one)

    def _with_dropped(
        self, named: list[Category], old: tuple[Category, ...]
    ) -> tuple[Category, ...]:
        """*named* with the dropped ones of *old*, each behind as many others as it stood behind."""
        kept, result = iter(named), list[Category]()
        for one in old:
            if self._is_dropped(one):
                result.append(one)
            else:
                result += [each for each in [next(kept, None)] if each is not None]
        return (*result, *kept)


@attrs.frozen
class _Named:
    """A source: its name or domain means all that is known of it; an empty one that there is none."""

    codec: Codec
    profile: Profile
    source: Source
    """That of the profile, of the class of the field."""
    kind: type[Source]

    def decode(self, plain: Plain) -> Source | None:
        """The source that is meant; inverse of `encode`."""
        found: Source | None = self.codec.decode(plain)
        is_bare = found is not None and same(self._bare(found.name), found)
        return self.source if is_bare and self._is_ours(found) else found

    def encode(self, value: Source | None, like: Plain) -> Plain:
        """The name that the source goes by, as it stood there; inverse of `decode`."""
        if value is None:
            return self._checked("" if says(self, "", None) else None, None)
        if not same(value, self.source):
            return self._checked(self.codec.encode(value, like), value)
        if like is not None and says(self, like, value):
            return like
        return self._checked(self.codec.encode(self._bare(self.profile.names[0]), like), value)

    def fit(self, value: Source) -> Source | None:
        """As much as the codec holds."""
        fitting: Source | None = self.codec.fit(value)
        return fitting

    def _bare(self, name: str | None) -> Any:
        """A source of which a text says no more than its name."""
        return recast(self.kind, Source(name=name))

    def _is_ours(self, found: Source | None) -> bool:
        name = "" if found is None or found.name is None else found.name.casefold()
        return name in {each.casefold() for each in self.profile.names}

    def _checked(self, plain: Plain, value: Source | None) -> Plain:
        if not says(self, plain, value):
            raise ValueError("the source's profile gives this name another meaning")
        return plain
