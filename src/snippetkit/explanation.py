"""Explanations: for each field, the place from which it was read, and the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from snippetkit.errors import Flaw, visible
from snippetkit.formats import Format, Reading
from snippetkit.model import Moment, Value
from snippetkit.model.value import brief, text_field
from snippetkit.storage import Origin, Told
from snippetkit.syntax.tree import Scan, Slot

__all__ = ["Alternative", "Evidence", "Explanation", "explained"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_SHOWN = 320


@attrs.frozen(kw_only=True)
class Alternative:
    """Another value that a field could have had."""

    value: str
    """The other value, as text."""
    reason: str
    """Why it was rejected, in a clause."""


@attrs.frozen(kw_only=True)
class Evidence:
    """What the value of a field, or of an unknown name, rests on."""

    field: str
    """The field, such as ``published``; ``extra`` for an unknown name."""
    name: str
    """The label or key in the text; empty if the place alone determines the field."""
    value: Any
    """The value; None if it could not be read."""
    span: tuple[int, int] | None
    """The place of its spelling in the text; None if it does not come from the text."""
    rule: str
    """The rule by which it was read, in a clause."""
    confidence: float
    """How good the rule's evidence is: 1 if the text names the field, less if only its form and
    place suggest it, 0 if it could not be read. It is the rule's own rating, not a probability."""
    alternatives: tuple[Alternative, ...] = ()
    """The values that were rejected."""

    @property
    def called(self) -> str:
        """The field; for an unknown name, the name."""
        return self.name if self.field == "extra" else self.field

    def __str__(self) -> str:
        said = _short(self.value) if self.confidence else "(unreadable)"
        lines = [f"{self.called}: {said}", f"  by {self.rule} ({self.confidence:.2f})"]
        lines += [f"  not {one.value}: {one.reason}" for one in self.alternatives]
        return "\n".join(map(visible, lines))


@attrs.frozen(kw_only=True)
class Explanation:
    r"""Where an article's values came from. It prints as text, and as a page in notebooks.

    >>> from snippetkit import Document
    >>> explanation = Document.parse("## Rain\nDate: 5 May 2025\n\nIt rained.").explain()
    >>> print(explanation.fields[1])
    published: 2025-05-05
      by the label 'Date' (1.00)
    """

    text: str
    """The text that was read."""
    fields: tuple[Evidence, ...]
    """The evidence in the order of the text, then that which does not come from the text."""
    notes: tuple[str, ...] = ()
    """Notes on the whole: the format, a guessed encoding, a profile."""

    def __str__(self) -> str:
        """The notes, what each field rests on, and the text with the places marked."""
        return "\n".join([*map(visible, self.notes), "", *map(str, self.fields), "", self.marked()])

    def marked(self, before: str = "[{field}: ", after: str = "]") -> str:
        """The text with each place between *before* and *after*; long stretches are shortened.

        Control and bidirectional characters are shown as escapes.
        """
        pieces = []
        for one, piece in self._pieces():
            shown = _visible_lines(_shortened(piece))
            field = "" if one is None else visible(one.called)
            pieces.append(shown if one is None else before.format(field=field) + shown + after)
        return "".join(pieces)

    def html(self) -> str:
        """An HTML page, light or dark as the reader prefers, right to left if the text is."""
        return f"<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n<title>{_escaped(self._title())}</title>\n{self._repr_html_()}\n</html>\n"

    def _repr_html_(self) -> str:
        """The table and the text, to stand in another page; escaped text only."""
        notes = "".join(f"<p>{_escaped(note)}</p>\n" for note in self.notes)
        rows = "\n".join(_row(one) for one in self.fields)
        text = "".join(
            _escaped(piece) if one is None else _mark(one, piece) for one, piece in self._pieces()
        )
        return (
            f"<style>{_STYLE}</style>\n<div class=explained>\n{notes}<table>\n{rows}\n</table>\n"
            f"<pre dir=auto>{text}</pre>\n</div>"
        )

    def _title(self) -> str:
        return next(
            (_short(one.value) for one in self.fields if one.field == "title"), "snippetkit"
        )

    def _pieces(self) -> Iterator[tuple[Evidence | None, str]]:
        """The text in pieces: those that something rests on, and what stands between."""
        at = 0
        for one in self.fields:
            if one.span is not None and one.span[0] >= at:
                yield None, self.text[at : one.span[0]]
                yield one, self.text[slice(*one.span)]
                at = one.span[1]
        yield None, self.text[at:]


def explained(
    format: Format[Any], text: str, scan: Scan, reading: Reading[Any], origin: Origin | None
) -> Explanation:
    """The explanation of how *format* read *text*."""
    scan = scan.asked_much()
    found, rest = format.assign(scan)
    said = {index: field for field, index in found.items()} | dict.fromkeys(rest, "extra")
    fields = [_said(format, text, scan, index, said[index], reading) for index in sorted(said)]
    fields += [_inside(slot, reading) for slot in format.inner_slots(scan)]
    told = {one.field: one for one in origin.told} if origin is not None else {}
    fields = [_as_told(one, told.get(one.field)) for one in fields]
    fields += [
        _unsaid(field, getattr(reading.article, field))
        for field, member in format.members.items()
        if not (field in found or field == "extra")
        and not _is_nothing(getattr(reading.article, field))
    ]
    return Explanation(text=text, fields=tuple(fields), notes=tuple(_notes(format, origin)))


def _said(
    format: Format[Any], text: str, scan: Scan, index: int, field: str, reading: Reading[Any]
) -> Evidence:
    """What a slot says, and what tells that it does."""
    slot, article = scan.slots[index], reading.article
    rule, confidence = format.rule(text, scan, index)
    flaws = scan.once("flaws of values", lambda: _flaws_of_values(reading))
    flaw = flaws.get((slot.start, slot.end))
    value = article.extra.get(slot.name) if field == "extra" else getattr(article, field)
    return Evidence(
        field=field,
        name="" if slot.name[:1] == "#" else slot.name,
        value=value if flaw is None else None,
        span=(slot.start, slot.end),
        rule=rule if flaw is None else f"{rule}: {flaw.message}",
        confidence=confidence if flaw is None else 0.0,
        alternatives=(*_other_slots(format, scan, index, field), *_other_dates(slot.value, value)),
    )


def _flaws_of_values(reading: Reading[Any]) -> dict[tuple[int, int], Flaw]:
    """The first flaw of each value, not of where it stands, by its place."""
    return {one[:2]: one for one in reversed(reading.flaws) if one.field}


def _inside(slot: Slot, reading: Reading[Any]) -> Evidence:
    """What a key inside the value of a field says."""
    value, rule = reading.article.extra.get(slot.name), "a key that the model has no field for"
    place = slot.start, slot.end
    return Evidence(
        field="extra", name=slot.name, value=value, span=place, rule=rule, confidence=1.0
    )


def _as_told(one: Evidence, told: Told | None) -> Evidence:
    """*one* by the rule that its value goes by, if it still is the value that was *told*."""
    if told is None or one.value != told.value:
        return one
    return attrs.evolve(one, rule=told.rule, confidence=told.confidence)


def _other_slots(format: Format[Any], scan: Scan, index: int, field: str) -> Iterator[Alternative]:
    """What other names for the same field say."""
    said = scan.once("said", lambda: _numbers_by_field(format, scan))
    for number in said.get(field, ()):
        if number != index:
            slot = scan.slots[number]
            reason = f"{slot.name!r} is the weaker name for it, or stands below"
            yield Alternative(value=_short(slot.value), reason=reason)


def _numbers_by_field(format: Format[Any], scan: Scan) -> dict[str, list[int]]:
    """The numbers of the slots that name each field; of unknown names, none."""
    numbers: dict[str, list[int]] = {}
    for number, slot in enumerate(scan.slots):
        if field := format.field_of(slot.name):
            numbers.setdefault(field, []).append(number)
    return numbers


def _other_dates(spelled: Any, value: Any) -> Iterator[Alternative]:
    """The other readings of a date."""
    if not isinstance(value, Moment) or not isinstance(spelled, str):
        return
    from snippetkit.dates import readings

    for other in readings(spelled):
        if other.moment != attrs.evolve(value, zone=other.moment.zone, fold=0):
            order = (
                f"that is the order {other.order}" if other.order else f"in {other.calendar} years"
            )
            yield Alternative(value=str(other.moment), reason=order)


def _unsaid(field: str, value: Any) -> Evidence:
    rule = "what is known of the source, or the default of its class"
    return Evidence(field=field, name="", value=value, span=None, rule=rule, confidence=1.0)


def _is_nothing(value: Any) -> bool:
    return value is None or value in ((), {})


def _notes(format: Format[Any], origin: Origin | None) -> Iterator[str]:
    """What concerns the whole text."""
    yield f"read as {format.name}, an article of the class {format.cls.__name__}"
    if format.profile is not None:
        yield f"with the profile of {' or '.join(format.profile.names)}"
    if origin is not None:
        yield from origin.notes
    if origin is not None and origin.guess is not None:
        guess = origin.guess
        others = f"; as orderly in {', '.join(guess.others)}" if guess.others else ""
        yield f"decoded from {guess.encoding}, a guess ({guess.confidence:.2f}){others}"


def _short(value: Any) -> str:
    """A value in few words."""
    if value is None:
        return "(none)"
    if isinstance(value, tuple):
        return ", ".join(map(_short, value))
    if isinstance(value, Value):
        name = getattr(value, text_field(type(value)) or "", None)
        return str(name) if name else brief(value)
    return _LINE_END.sub(" ", _shortened(str(value)))


def _shortened(text: str) -> str:
    if len(text) <= _SHOWN:
        return text
    half = _SHOWN // 2
    return f"{text[:half]} […] {text[-half:]}"


def _visible_lines(text: str) -> str:
    """`visible`, with the line ends of the text as line ends."""
    return "\n".join(map(visible, _LINE_END.split(text)))


def _escaped(text: str) -> str:
    import html

    return html.escape(_visible_lines(text))


def _row(one: Evidence) -> str:
    """A field, its value, what it rests on, and what else was weighed."""
    others = "".join(
        f"<br><small>not {_escaped(other.value)}: {_escaped(other.reason)}</small>"
        for other in one.alternatives
    )
    said = _escaped(_short(one.value)) if one.confidence else "(unreadable)"
    return (
        f"<tr style='--hue:{_hue(one)}'><th>{_escaped(one.called)}</th><td dir=auto>{said}</td>"
        f"<td>{_escaped(one.rule)}{others}</td><td>{one.confidence:.2f}</td></tr>"
    )


def _mark(one: Evidence, piece: str) -> str:
    what = f"{one.called}: by {one.rule} ({one.confidence:.2f})"
    return f'<mark style="--hue:{_hue(one)}" title="{_escaped(what)}">{_escaped(piece)}</mark>'


def _hue(one: Evidence) -> int:
    """An angle of the colour wheel, the same for a field on every page."""
    return sum(map(ord, one.called)) * 137 % 360


_STYLE = """
.explained { font: 15px/1.5 system-ui, sans-serif; color-scheme: light dark; max-width: 60rem; margin: auto }
.explained table { border-collapse: collapse; width: 100% }
.explained th, .explained td { text-align: start; vertical-align: top; padding: .2em .6em }
.explained tr { border-block-end: 1px solid light-dark(#ddd, #444) }
.explained td:nth-child(3) { min-width: 14rem }
.explained th { border-inline-start: .4em solid hsl(var(--hue) 60% 55%) }
.explained pre { font: inherit; white-space: pre-wrap; unicode-bidi: plaintext; text-align: start }
.explained mark { color: inherit; background: light-dark(hsl(var(--hue) 80% 88%), hsl(var(--hue) 45% 24%)) }
"""
