"""The laws of reading a text."""

from __future__ import annotations

import contextlib
import pickle
import re
from collections.abc import Sequence
from typing import Any, TypeVar, cast

import attrs

from snippetkit.convert import thaw
from snippetkit.document import Document
from snippetkit.errors import Defect, ParseError
from snippetkit.formats import Format
from snippetkit.formats._texts import Body, Text
from snippetkit.model import Article, Moment, same
from snippetkit.model.value import field_types
from snippetkit.syntax.tree import Plain
from snippetkit.testing._world import elsewhere
from snippetkit.testing.grammar.draft import Draft
from snippetkit.testing.law._slots import raw_of
from snippetkit.testing.law._trial import created_text, lost, put, require

__all__ = [
    "as_planned",
    "identity",
    "lazy_eager",
    "located",
    "partition",
    "pure",
    "tolerant_extends",
    "total",
    "verbatim",
]

A = TypeVar("A", bound=Article)
_LINE_END = re.compile(r"\r\n|\r|\n")


def total(format: Format[Any], text: str, words: Sequence[str]) -> None:
    """R1: reading any text or bytes gives a document or a `ParseError`, and nothing else."""
    half = len(text) // 2
    for one in (text, *words, *(f"{text[:half]}{word}{text[half:]}" for word in words)):
        for given in (one, one.encode("utf-8", "surrogatepass")):
            with contextlib.suppress(ParseError):
                Document.parse(given, format, cls=format.cls)
        Document.parse(one, format, cls=format.cls, tolerant=True).defects  # noqa: B018
        require(type(format.detects(one)) is bool, "detects() says yes or no", one)


def located(format: Format[Any], text: str) -> None:
    """R2: a defect lies within the text; line and column count CR LF, LF and CR as line ends.

    This holds also if NEL, line separators and form feeds are put between the words: they end no line.
    """
    for one in (text, text.replace(" ", " \x85\u2028\x0c")):
        _are_located(Document(format, one).defects, one)


def _are_located(defects: Sequence[Defect], text: str) -> None:
    places = [(defect.start, defect.end) for defect in defects]
    require(places == sorted(places), "defects are in the order of the text", places)
    for defect in defects:
        require(
            0 <= defect.start <= defect.end <= len(text), "a defect lies in the text", defect, text
        )
        ends = [end.end() for end in _LINE_END.finditer(text) if end.end() <= defect.start]
        where = len(ends) + 1, defect.start - (ends[-1] if ends else 0) + 1
        require(
            (defect.line, defect.column) == where,
            "a defect says its line and column",
            defect,
            where,
            text,
        )
        require(
            defect.excerpt in text and defect.message and defect.code,
            "a defect shows its line",
            defect,
            text,
        )


def as_planned(format: Format[Any], draft: Draft) -> None:
    """R2, R4: the slots and the defects are where the grammar put them.

    The plan is made without reading anything. Restriction: texts by the grammar, not mutated ones.
    """
    if draft.plan is None:
        return
    scan, plan = format.scan(draft.text), [slot[:4] for slot in draft.plan]
    slots = [(*raw_of(draft.text, slot), slot.start, slot.end) for slot in scan.slots]
    require(slots == plan, "the slots are as planned", slots, plan, draft.text)
    found = [
        (flaw.start, flaw.end)
        for flaw in Document(format, draft.text).reading.flaws
        if flaw.code != "bad-article"
    ]
    for start, end in draft.flawed:
        meets = any(one <= end and start <= other for one, other in found)
        require(meets, "a planted defect is found", (start, end), found, draft.text)
    for one, other in found:
        meets = any(one <= end and start <= other for start, end in draft.flawed)
        require(meets, "a defect is where one was planted", (one, other), draft.flawed, draft.text)


def identity(format: Format[Any], text: str) -> None:
    """R3: a document's text is the text that it was made from, and its bytes are the original bytes."""
    document = Document.parse(text, format, cls=format.cls, tolerant=True)
    require(document.text == text, "the text is kept", document.text, text)
    require(
        pickle.loads(pickle.dumps(document)) == document, "a pickled document is the same", text
    )
    with contextlib.suppress(UnicodeEncodeError):
        data = text.encode()
        again = Document.parse(data, format, cls=format.cls, tolerant=True)
        require(again.to_bytes() == data, "the bytes are kept", again.to_bytes(), data)


def verbatim(format: Format[Any], draft: Draft) -> None:
    """V6: values are read as they are spelled: no blank, case, form, line end or order changes.

    It covers texts, dates in ISO 8601 and unknown entries, of texts by the grammar, against the plan.
    Restriction: texts without defects.
    """
    document = Document(format, draft.text)
    if document.defects or draft.plan is None:
        return
    said = [slot.value for slot in draft.plan]
    found, rest = format.assign(document.index)
    for name, index in found.items():
        got, kind = getattr(document.article, name), field_types(format.cls)[name]
        if kind in (str, str | None) and isinstance(format.codecs.get(name, Text()), Text | Body):
            require(
                got == said[index], f"{name} is read as it is spelled", got, said[index], draft.text
            )
        elif kind in (Moment, Moment | None):
            iso = _iso(said[index])
            require(iso in (None, got), f"{name} is the date that is spelled", got, iso, draft.text)
    unknown = {slot.name: slot.value for slot in format.inner_slots(document.index)}
    unknown |= {draft.plan[index].name: said[index] for index in rest}
    got = thaw(document.article.extra)
    require(
        repr(got) == repr(unknown),
        "what is unknown is read as it is spelled",
        got,
        unknown,
        draft.text,
    )


def _iso(value: Plain) -> Moment | None:
    """The moment that a text in ISO 8601 says."""
    try:
        return Moment.parse(cast(str, value))
    except ValueError:
        return None


def partition(format: Format[Any], text: str) -> None:
    """R4: slots are in order, do not overlap, and with what stands between them make up the text.

    So are the places of the articles, where a text holds several.
    """
    scan, reached, pieces = format.scan(text), 0, []
    for slot in scan.slots:
        ordered = reached <= slot.begin <= slot.start <= slot.end <= slot.stop <= len(text)
        require(ordered, "slots are in order and apart", slot, reached, text)
        pieces += [text[reached : slot.begin], text[slot.begin : slot.stop]]
        reached = slot.stop
    require("".join(pieces) + text[reached:] == text, "the pieces are the text", pieces, text)
    for several in (text, f"{text}\n{text}", f"[{text},{text}]"):
        spans = format.parts(several).spans
        edges = [0, *(edge for span in spans for edge in span), len(several)]
        require(edges == sorted(edges), "articles are apart", spans, several)


def pure(format: Format[A], text: str, edited: A) -> None:
    """R5: results depend only on the arguments, not on time zone, clock, or what came before.

    Restriction: in this process; hash seeds and locales need processes of their own.
    """
    here = _all_of(format, text, edited)
    with elsewhere():
        there = _all_of(attrs.evolve(format), text, edited)
    require(here == there, "the same in another time zone and year", here, there)
    require(_all_of(format, text, edited) == here, "the same a second time", text)


def _all_of(format: Format[A], text: str, edited: A) -> tuple[str, ...]:
    """What reading and writing give, spelled out."""
    document = Document(format, text)
    made = put(document, edited)
    read = repr(document.reading), repr(made and made.text)
    if document.defects:  # what could not be read may be missing where it must be given
        return read
    return *read, repr(created_text(format, edited)), repr(lost(format, edited))


def lazy_eager(format: Format[Any], text: str) -> None:
    """R6: a document gives the same answers in whatever order you ask for them."""
    asked = ("article", "defects", "index", "reading")
    one, two = Document(format, text), Document(format, text)
    first = [getattr(one, name) for name in asked]
    second = [getattr(two, name) for name in reversed(asked)][::-1]
    require(repr(first) == repr(second), "the order of asking says nothing", first, second)
    with_scan = format.read(text, format.scan(text))
    require(repr(with_scan) == repr(format.read(text)), "a scan at hand says nothing", with_scan)


def tolerant_extends(format: Format[Any], text: str) -> None:
    """R7: strict reading succeeds exactly if tolerant reading has no defects; then they are equal."""
    tolerant = Document.parse(text, format, cls=format.cls, tolerant=True)
    try:
        strict = Document.parse(text, format, cls=format.cls)
    except ParseError as error:
        require(
            error.defects == tolerant.defects, "both find the same defects", error, tolerant.defects
        )
        require(error.defects, "an error says what is wrong", text)
    else:
        require(not tolerant.defects, "strict reading passes no defect over", tolerant.defects)
        require(strict == tolerant, "both are equal", text)
        require(same(strict.article, tolerant.article), "both say the same", text)
