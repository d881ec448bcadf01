"""What a format cannot hold of an article: which field, why, and what it can hold instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from snippetkit.convert import is_absent, thaw
from snippetkit.errors import Loss, Unrepresentable, brief
from snippetkit.model import Article, FrozenDict, same
from snippetkit.model.frozendict import Frozen
from snippetkit.model.value import left_out

if TYPE_CHECKING:
    from snippetkit.formats._format import Format, Reading

__all__ = ["difference", "losses"]

A = TypeVar("A", bound=Article)

_TRIES = 2
"""How often something else is kept for a field: as much of it as fits, or nothing."""


def difference(
    format: Format[A], asked: A, back: Reading[A], changed: Sequence[str] = ()
) -> Unrepresentable:
    """The refusal that says which field of *asked* did not come *back*, *changed* ones first."""
    computed = [a.name for a in attrs.fields(cast(Any, format.cls)) if a.eq and not a.init]
    unlike = [
        field
        for field in (*changed, *format.members, *computed)
        if not same(getattr(asked, field), getattr(back.article, field, None))
    ]
    if unlike:
        field, culprit = unlike[0], _culprit(format, unlike, asked, changed)
        whose = "" if culprit == field else f"{field}: "
        what = _unlike(getattr(asked, field), getattr(back.article, field, None))
        return Unrepresentable(culprit, whose + what)
    if back.flaws:
        return Unrepresentable(back.flaws[0].field or "body", back.flaws[0].message)
    return Unrepresentable(
        "class", f"{type(asked).__name__} would read back as {format.cls.__name__}"
    )


def _culprit(format: Format[A], unlike: Sequence[str], asked: A, changed: Sequence[str]) -> str:
    """Which field of *asked* makes the first of *unlike* read otherwise: what says nothing breaks nothing."""
    first = unlike[0]
    if first in changed or first not in format.members or _says_something(format, first, asked):
        return first
    if any(format.field_of(key) == first for key in asked.extra):
        return "extra"
    return next((field for field in unlike if _says_something(format, field, asked)), "body")


def _says_something(format: Format[A], field: str, asked: A) -> bool:
    """Whether *asked* has a value in *field*, which is written."""
    member = format.members.get(field)
    return member is not None and not is_absent(member.attribute, getattr(asked, field), asked)


def _unlike(wanted: Any, got: Any) -> str:
    """What is not the same about two values: of mappings, the first key that differs."""
    if isinstance(wanted, FrozenDict) and isinstance(got, FrozenDict):
        for key in dict.fromkeys([*wanted, *got]):
            if key not in got:
                return f"{key!r} would not read back"
            if key not in wanted:
                return f"{key!r} would be read, too"
            if not same(wanted[key], got[key]):
                return f"{key!r}: {_unlike(wanted[key], got[key])}"
        return f"would read back in another order: {', '.join(got)}"
    return f"{brief(wanted)[:200]} would read back as {brief(got)[:200]}"


def losses(format: Format[A], article: A) -> tuple[tuple[Loss, ...], A]:
    """What *format* cannot hold of *article*, and the article that it can hold: see `Format.losses`."""
    found: dict[str, Loss] = {}
    rest, tries = article, Counter[str]()
    while True:
        try:
            format.create(rest)
        except Unrepresentable as refusal:
            field = refusal.field
            tries[field] += 1
            if tries[field] > _TRIES:
                raise _unsettled(article, refusal) from None
            kept = _kept(format, field, rest, again=field in found)
            if kept is attrs.NOTHING:
                raise
            reason = found[field].reason if field in found else refusal.reason
            value = getattr(article, field)
            found[field] = Loss(field=field, reason=reason, value=value, kept=kept)
            rest = _with(rest, field, kept, refusal)
        else:
            return tuple(found.values()), rest


def _kept(format: Format[A], field: str, article: A, *, again: bool) -> Any:
    """What to write for a refused field of *article*; `attrs.NOTHING` if that leads nowhere."""
    if field not in format.members:
        return attrs.NOTHING
    value, fitted = getattr(article, field), None
    blank = left_out(format.members[field].attribute, article)
    if same(value, blank):
        return attrs.NOTHING
    if value is not None and not again:
        codec = format.members[field].codec
        fitted = _fitting_extra(format, value) if field == "extra" else codec.fit(value)
    return blank if fitted is None else fitted


def _fitting_extra(format: Format[Any], extra: FrozenDict[Frozen]) -> FrozenDict[Frozen]:
    return FrozenDict(
        {key: value for key, value in extra.items() if _holds_extra(format, key, value)}
    )


def _holds_extra(format: Format[Any], key: str, value: Frozen) -> bool:
    """Whether an article that has nothing else could be written with this."""
    try:
        text = format.compose([(key, thaw(value))])
    except ValueError:
        return False
    return same(format.read(text).article.extra, FrozenDict({key: value}))


def _with(article: A, field: str, kept: Any, refusal: Unrepresentable) -> A:
    """*article* with *kept* in a field; raises *refusal* if its class does not take that."""
    alias = getattr(attrs.fields(type(article)), field).alias
    try:
        return attrs.evolve(article, **{alias: kept})
    except Exception:  # noqa: BLE001  # a validator may raise anything
        raise refusal from None


def _unsettled(article: Article, refusal: Unrepresentable) -> Unrepresentable:
    """The refusal of a field of which the class makes something else, whatever is kept for it."""
    whose = type(article).__name__
    reason = f"{whose} makes another value of what could be kept for it, each time it is made"
    return Unrepresentable(refusal.field, f"{reason}: {refusal.reason}")
