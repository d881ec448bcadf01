"""Read and write by-lines as papers print them.

`read` finds who signed; `write` is its inverse and keeps the style of an old by-line.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Sequence

from snippetkit.bylines.reading import Signed, signed
from snippetkit.bylines.unled import are_persons, goes_on, is_unled, unaddressed
from snippetkit.bylines.words import (
    JOINS,
    is_desk,
    is_listed,
    is_paper,
    is_role,
    is_section,
    names_a_role,
)
from snippetkit.model.person import Person
from snippetkit.model.same import same

__all__ = [
    "JOINS",
    "are_persons",
    "goes_on",
    "is_desk",
    "is_listed",
    "is_paper",
    "is_role",
    "is_section",
    "is_unled",
    "names_a_role",
    "read",
    "unaddressed",
    "write",
]

_FIELDS = ("name", "role", "url", "email", "affiliation")


@functools.lru_cache(maxsize=1024)
def read(text: str) -> tuple[Person, ...]:
    """The persons and desks that *text* names, in order. Never raises. Inverse of `write`.

    >>> [person.name for person in read("By Ayesha Khan, B. Ali and C. Lee")]
    ['Ayesha Khan', 'B. Ali', 'C. Lee']
    >>> (
    ...     read("Stevie-Ray Talbot, Policy")[0].role,
    ...     read("[A. Khan](https://a.org) (Microsoft)")[0].affiliation,
    ... )
    ('Policy', 'Microsoft')
    """
    return tuple([_person(text, one) for one in signed(text)])


def _person(text: str, one: Signed) -> Person:
    said = {field: text[start:end] for field, (start, end) in one.spans.items()}
    if one.role is not None:
        said.setdefault("role", one.role)
    return Person(**said)


def write(persons: Sequence[Person], like: str | None = None) -> str:
    """A by-line that names *persons*, in the style of *like*; only names that differ are rewritten.

    Inverse of `read`, always: ``read(write(persons, like)) == tuple(persons)``.

    >>> write([Person(name="B. Ali"), Person(name="C. Lee")], like="By Ayesha Khan and C. Lee")
    'By B. Ali and C. Lee'
    >>> write([Person(name="Ayesha Khan", role="Staff Writer"), Person(name="B. Ali")])
    'Ayesha Khan, Staff Writer, B. Ali'

    Raises:
        ValueError: no line that names them would read back the same.
    """
    wanted = tuple(persons)
    for text in _candidates(wanted, like):
        if same(read(text), wanted):
            return text
    raise ValueError("a by-line that names them would be read as something else")


def _candidates(persons: tuple[Person, ...], like: str | None) -> Iterable[str]:
    if like:
        yield _in_manner(persons, like)
    names = [_spelled(person) for person in persons]
    yield from (separator.join(names) for separator in (", ", "; ", " | "))
    yield from (f"{separator.join(names)}{separator.rstrip(' ')}" for separator in (", ", "; "))
    yield "; ".join([_spelled_with_commas(person) for person in persons])


def _spelled(person: Person) -> str:
    """``[Ayesha Khan](https://a.org) <a@b.org> (Radio Kiwi), Staff Writer``."""
    name = person.name if person.url is None else f"[{person.name}]({person.url})"
    if person.email is not None and person.email != person.name:
        name = f"{name} <{person.email}>"
    if person.affiliation is not None:
        name = f"{name} ({person.affiliation})"
    return name if person.role is None else f"{name}, {person.role}"


def _spelled_with_commas(person: Person) -> str:
    """``Ayesha Khan, Ph.D., Staff Writer, Radio Kiwi``: behind a name that ends in a title."""
    return ", ".join(part for part in (person.name, person.role, person.affiliation) if part)


# ── in the manner of what stood there ──────────────────────────────────────────────────────────


def _in_manner(persons: tuple[Person, ...], like: str) -> str:
    """*like* with other persons, those that stay with all that stood around them."""
    old = signed(like)
    if not old:
        return ""
    if len(old) == len(persons):
        return _each_in_place(persons, like, old)
    kept = {_person(like, one): like[one.start : one.end] for one in reversed(old)}
    names = [kept.get(one) or _spelled(one) for one in persons]
    gaps = [like[a.end : b.start] for a, b in itertools.pairwise(old)] or [", "]
    between = [*(gaps[0] for _ in names[2:]), gaps[-1]]
    middle = "".join(
        f"{name}{gap}" for name, gap in zip(names, [*between[: len(names) - 1], ""], strict=True)
    )
    return like[: old[0].start] + middle + like[old[-1].end :]


def _each_in_place(persons: tuple[Person, ...], like: str, old: list[Signed]) -> str:
    """As many persons in the places of those that stood there."""
    text = like
    for person, one in reversed([*zip(persons, old, strict=True)]):
        text = _changed(text, one, _person(like, one), person)
    return text


def _changed(text: str, one: Signed, was: Person, person: Person) -> str:
    """*text* with *person* in the place of *one*: each field in its own, if it has all of them."""
    changed = [field for field in _FIELDS if getattr(was, field) != getattr(person, field)]
    values = {field: getattr(person, field) for field in changed}
    if not all(field in one.spans and value is not None for field, value in values.items()):
        return text[: one.start] + _spelled(person) + text[one.end :]
    for field in sorted(changed, key=lambda name: one.spans[name], reverse=True):
        start, end = one.spans[field]
        text = text[:start] + values[field] + text[end:]
    return text
