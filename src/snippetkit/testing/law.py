"""The laws, one a function: of a format and a text, or of articles; each raises where it is broken.

What a law takes, it says by the names of its parameters; `snippetkit.testing.checks` draws it:

* ``format``: the format under test, for its class of articles;
* ``text``: any text; ``draft``: a text by the grammar, with the plan;
* ``edited``, ``again``, ``steps``: articles that are edits of what the text says;
* ``article``, ``other``: articles of that class; ``words``: any texts.

So they serve a fuzzer (``law.total(format, text)``) and an assertion in production as well. "Or
refuses" means: raises `Unrepresentable` with the name of a field, and nothing has changed.
"""

from __future__ import annotations

import contextlib
import copy
import itertools
import pickle
import re
import typing
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

import attrs

from snippetkit.convert import default_of, is_absent, structure, thaw, unstructure
from snippetkit.document import Document
from snippetkit.errors import Defect, Loss, ParseError, Unrepresentable
from snippetkit.formats import Format, format_named
from snippetkit.formats._spelling import Body, Text
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, FrozenDict, Moment, same
from snippetkit.model.value import field_types
from snippetkit.syntax import json
from snippetkit.syntax.tree import Edit, Plain, Slot, newline_of, spliced
from snippetkit.testing._world import elsewhere
from snippetkit.testing.documents import Draft, evolved

A = TypeVar("A", bound=Article)

_LINE_END = re.compile(r"\r\n|\r|\n")
_LIMIT = 2000


def _require(holds: object, what: str, *seen: object) -> None:
    """Raise `AssertionError` saying *what* should hold, and what was *seen*, unless it holds."""
    if not holds:
        raise AssertionError("\n  ".join([what, *(_shown(one) for one in seen)]))


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _LIMIT else f"{shown[:_LIMIT]}… ({len(shown):,} characters)"


def _put(document: Document[A], article: A) -> Document[A] | None:
    """The document that says *article*, or None if it refuses; a refusal names a field."""
    text = document.text
    try:
        return document.put(article)
    except Unrepresentable as refusal:
        _require(_is_named(document.format, refusal), "a refusal names a field", refusal)
        _require(document.text == text, "a document that refuses stays as it is")
        return None


def _is_named(format: Format[Any], refusal: Unrepresentable) -> bool:
    return refusal.field in (*format.members, "class") and bool(refusal.reason)


def _created(format: Format[A], article: A) -> str | None:
    """The text that says *article*, or None if the format refuses."""
    try:
        return format.create(article)
    except Unrepresentable as refusal:
        _require(_is_named(format, refusal), "a refusal names a field", refusal)
        return None


def _losses(format: Format[A], article: A) -> tuple[tuple[Loss, ...], A] | None:
    """What is lost, and what is kept; None where a field that must be given cannot be held."""
    try:
        return format.losses(article)
    except Unrepresentable as refusal:
        must = default_of(format.members[refusal.field].attribute) is attrs.NOTHING
        _require(must, "what need not be given can be lost", refusal, article)
        return None


def _texts_in(plain: Plain) -> Iterator[str]:
    """All texts in a plain tree, keys too."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, Mapping):
        yield from plain
        yield from _texts_in(list(plain.values()))
    elif isinstance(plain, Sequence):
        for one in plain:
            yield from _texts_in(one)


def _changed(format: Format[A], old: A, new: A) -> list[str]:
    """The fields in which two articles differ."""
    return [name for name in format.members if not same(getattr(old, name), getattr(new, name))]


def _singles(document: Document[A], edited: A) -> Iterator[tuple[str, A]]:
    """Single changes: each that *edited* makes; and each field of the text gone, and with a plain value."""
    article, wanted = document.article, list[tuple[str, Any]]()
    wanted += [(name, getattr(edited, name)) for name in _changed(document.format, article, edited)]
    found, _ = document.format.assign(document.index)
    for name in found:
        blank = default_of(document.format.members[name].attribute)
        wanted += [(name, value) for value in (blank, _plain_other(getattr(article, name)))]
    for name, value in wanted:
        one = article if value is attrs.NOTHING else evolved(article, {name: value})
        if _changed(document.format, article, one) == [name]:
            yield name, one


def _plain_other(value: Any) -> Any:
    """A plain value in the place of *value*: of its type, of its length."""
    if isinstance(value, str):
        return "Rain"
    if isinstance(value, Moment):
        return Moment(2024, 5, 6)
    return value[::-1] if isinstance(value, tuple) else value


def _slot(document: Document[A], name: str) -> Slot | None:
    """The slot that says field *name*, if one does."""
    found, _ = document.format.assign(document.index)
    return document.index.slots[found[name]] if name in found else None


def _is_given(format: Format[A], article: A, name: str) -> bool:
    """Whether *article* says anything in a field."""
    return not is_absent(format.members[name].attribute, getattr(article, name))


def _raw(text: str, slot: Slot) -> tuple[str, str]:
    return slot.name, text[slot.start : slot.end]


def _is_of_lines(format: Format[Any], text: str) -> bool:
    """Whether every slot of *text* has lines of its own."""
    opened = text.lstrip("\ufeff \t\r\n")[:1]
    return isinstance(format, Snippet) or (isinstance(format, Markdown) and opened != "{")


# -------------------------------------------------------------------------------------------- reading


def total(format: Format[Any], text: str, words: Sequence[str]) -> None:
    """R1: any text or bytes give a document or a `ParseError`; nothing else, ever."""
    half = len(text) // 2
    for one in (text, *words, *(f"{text[:half]}{word}{text[half:]}" for word in words)):
        for given in (one, one.encode("utf-8", "surrogatepass")):
            with contextlib.suppress(ParseError):
                Document.parse(given, format, cls=format.cls)
        Document.parse(one, format, cls=format.cls, tolerant=True).defects  # noqa: B018
        _require(type(format.detects(one)) is bool, "detects() says yes or no", one)


def located(format: Format[Any], text: str) -> None:
    """R2: a defect lies in the text; its line and column are what counting CR LF, LF and CR gives.

    Also in the text with NEL, line separators and form feeds between the words: they end no line.
    """
    for one in (text, text.replace(" ", " \x85\u2028\x0c")):
        _are_located(Document(format, one).defects, one)


def _are_located(defects: Sequence[Defect], text: str) -> None:
    places = [(defect.start, defect.end) for defect in defects]
    _require(places == sorted(places), "defects are in the order of the text", places)
    for defect in defects:
        _require(
            0 <= defect.start <= defect.end <= len(text), "a defect lies in the text", defect, text
        )
        ends = [end.end() for end in _LINE_END.finditer(text) if end.end() <= defect.start]
        where = len(ends) + 1, defect.start - (ends[-1] if ends else 0) + 1
        _require(
            (defect.line, defect.column) == where,
            "a defect says its line and column",
            defect,
            where,
            text,
        )
        _require(
            defect.excerpt in text and defect.message and defect.code,
            "a defect shows its line",
            defect,
            text,
        )


def as_planned(format: Format[Any], draft: Draft) -> None:
    """R2, R4: the slots are those that the grammar put there, and the defects are where it put them.

    The plan is made without reading anything. Restriction: texts by the grammar, not mutated ones.
    """
    if draft.plan is None:
        return
    scan, plan = format.scan(draft.text), [slot[:4] for slot in draft.plan]
    slots = [(*_raw(draft.text, slot), slot.start, slot.end) for slot in scan.slots]
    _require(slots == plan, "the slots are as planned", slots, plan, draft.text)
    found = [
        (flaw.start, flaw.end)
        for flaw in Document(format, draft.text).reading.flaws
        if flaw.code != "bad-article"
    ]
    for start, end in draft.flawed:
        meets = any(one <= end and start <= other for one, other in found)
        _require(meets, "a planted defect is found", (start, end), found, draft.text)
    for one, other in found:
        meets = any(one <= end and start <= other for start, end in draft.flawed)
        _require(meets, "a defect is where one was planted", (one, other), draft.flawed, draft.text)


def verbatim(format: Format[Any], draft: Draft) -> None:
    """V6: what is read is what is spelled: no blank, case, form, line end or order changes.

    Texts, dates in ISO 8601 and unknown entries of texts by the grammar, as its plan has them.
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
            _require(
                got == said[index], f"{name} is read as it is spelled", got, said[index], draft.text
            )
        elif kind in (Moment, Moment | None):
            iso = _iso(said[index])
            _require(
                iso in (None, got), f"{name} is the date that is spelled", got, iso, draft.text
            )
    unknown = {draft.plan[index].name: said[index] for index in rest}
    got = thaw(document.article.extra)
    _require(
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


def identity(format: Format[Any], text: str) -> None:
    """R3: the text of a document is the text it was made from; the bytes are the bytes."""
    document = Document.parse(text, format, cls=format.cls, tolerant=True)
    _require(document.text == text, "the text is kept", document.text, text)
    _require(
        pickle.loads(pickle.dumps(document)) == document,
        "a pickled document is the same",
        text,
    )
    with contextlib.suppress(UnicodeEncodeError):
        data = text.encode()
        again = Document.parse(data, format, cls=format.cls, tolerant=True)
        _require(again.to_bytes() == data, "the bytes are kept", again.to_bytes(), data)


def partition(format: Format[Any], text: str) -> None:
    """R4: slots are in order, apart, in the text; with what stands between them they are the text."""
    scan, reached, pieces = format.scan(text), 0, []
    for slot in scan.slots:
        ordered = reached <= slot.begin <= slot.start <= slot.end <= slot.stop <= len(text)
        _require(ordered, "slots are in order and apart", slot, reached, text)
        pieces += [text[reached : slot.begin], text[slot.begin : slot.stop]]
        reached = slot.stop
    _require("".join(pieces) + text[reached:] == text, "the pieces are the text", pieces, text)


def pure(format: Format[A], text: str, edited: A) -> None:
    """R5: reading and writing depend on their arguments: not on time zone, clock, or what came before.

    Restriction: in this process; hash seeds and locales need processes of their own.
    """
    here = _all_of(format, text, edited)
    with elsewhere():
        there = _all_of(attrs.evolve(format), text, edited)
    _require(here == there, "the same in another time zone and year", here, there)
    _require(_all_of(format, text, edited) == here, "the same a second time", text)


def _all_of(format: Format[A], text: str, edited: A) -> tuple[str, ...]:
    """What reading and writing give, spelled out."""
    document = Document(format, text)
    made = _put(document, edited)
    read = repr(document.reading), repr(made and made.text)
    if document.defects:  # what could not be read may be missing where it must be given
        return read
    return *read, repr(_created(format, edited)), repr(_losses(format, edited))


def lazy_eager(format: Format[Any], text: str) -> None:
    """R6: what a document says is the same in whatever order it is asked for."""
    asked = ("article", "defects", "index", "reading")
    one, two = Document(format, text), Document(format, text)
    first = [getattr(one, name) for name in asked]
    second = [getattr(two, name) for name in reversed(asked)][::-1]
    _require(repr(first) == repr(second), "the order of asking says nothing", first, second)
    with_scan = format.read(text, format.scan(text))
    _require(repr(with_scan) == repr(format.read(text)), "a scan at hand says nothing", with_scan)


def tolerant_extends(format: Format[Any], text: str) -> None:
    """R7: strict reading succeeds exactly where tolerant reading has no defects; then they are equal."""
    tolerant = Document.parse(text, format, cls=format.cls, tolerant=True)
    try:
        strict = Document.parse(text, format, cls=format.cls)
    except ParseError as error:
        _require(
            error.defects == tolerant.defects, "both find the same defects", error, tolerant.defects
        )
        _require(error.defects, "an error says what is wrong", text)
    else:
        _require(not tolerant.defects, "strict reading passes no defect over", tolerant.defects)
        _require(strict == tolerant, "both are equal", text)
        _require(same(strict.article, tolerant.article), "both say the same", text)


# -------------------------------------------------------------------------------------------- writing


def get_put(format: Format[Any], text: str) -> None:
    """GetPut: putting what a document says, or any copy of it, gives that very document.

    Restriction: of a text with defects only copies that are not constructed anew, as its class may
    refuse what it could not read.
    """
    document = Document(format, text)
    article = document.article
    copies = [article, copy.copy(article), copy.deepcopy(article)]
    if not document.defects:
        copies += [article.evolve()]
        copies += [structure(_through_json(unstructure(article)), type(article))]
    for one in copies:
        _require(same(one, article), "a copy says the same", one, article)
        _require(document.put(one) is document, "putting the same is doing nothing", one, text)
        _require(document.edits(one) == (), "there is nothing to edit", one, text)


def _through_json(plain: Plain) -> Plain:
    """*plain* written as JSON and read again."""
    line = json.create_line([("value", plain)])
    return json.load(line)["value"]


def put_get(format: Format[A], text: str, edited: A) -> None:
    """PutGet: what was put is what is read, to the last character; or the document refuses."""
    document = Document(format, text)
    made = _put(document, edited)
    if made is not None:
        fresh = Document(format, made.text)
        _require(
            same(fresh.article, edited),
            "what was put is read",
            fresh.article,
            edited,
            text,
            made.text,
        )
        _require(
            len(fresh.defects) <= len(document.defects),
            "no defect comes from writing",
            fresh.defects,
        )


def put_plain(format: Format[Any], draft: Draft, words: Sequence[str]) -> None:
    """PutGet with teeth: a text without defects takes a plain word for every text it says already.

    And any other words, or refuses. Restriction: texts by the grammar, and fields that a fresh text
    can hold.
    """
    document = Document(format, draft.text)
    if document.defects or draft.plan is None:
        return
    for name, kind in field_types(format.cls).items():
        if kind in (str, str | None) and getattr(document.article, name):
            word = (
                "It rained." if name == "body" else "Rain"
            )  # a line that is no sentence is a title
            wanted = evolved(document.article, {name: word})
            refused = _created(format, wanted) is not None and _put(document, wanted) is None
            _require(not refused, f"a plain word is taken for {name}", draft.text)
            for word in words:
                put_get(format, draft.text, evolved(document.article, {name: word}))


def create_get(format: Format[A], article: A) -> None:
    """CreateGet: what a fresh text says is what was given; or the format refuses, and reports a loss."""
    text = _created(format, article)
    if text is None:
        _require(_losses(format, article) != ((), article), "what is refused is reported", article)
    else:
        document = Document.parse(text, format, cls=format.cls)
        _require(
            same(document.article, article),
            "what was written is read",
            document.article,
            article,
            text,
        )


def create_put(format: Format[A], article: A) -> None:
    """CreatePut: a fresh text is canonical; writing what it says gives it again, unchanged and ungrown."""
    text = _created(format, article)
    if text is not None:
        document = Document(format, text)
        _require(document.put(article) is document, "nothing to put", text)
        again = format.create(document.article)
        _require(again == text, "canonical form is stable", text, again)


def put_put_canonical(format: Format[A], article: A, other: A) -> None:
    """PutPut: in a text that the format wrote, only the last put shows.

    Restriction: all three articles say something in the same fields, with lists of one length and
    mappings with the same keys. To undo an addition exactly, keep the old document. And front
    matter: quotes that one value needed stay for the next, as quotes are kept wherever they were
    found; so there as in `put_put_manner`.
    """
    text = _created(format, article)
    if text is None:
        return
    for one, two in _alike(article, other):
        if not isinstance(format, Markdown) or _is_undone(Document(format, text), one):
            _last_put_shows(Document(format, text), one, two)


def put_put_manner(format: Format[A], text: str, edited: A, again: A) -> None:
    """PutPut: in any text, the last put shows, where the first can be undone to the letter.

    Restriction: for fields that both puts change; with the presence and lengths of PutPut in full;
    and if putting the old value back gives the old text, as a spelling that no writer would choose
    cannot be got back from its value. Keep the old document for that: it never changes.
    """
    document = Document(format, text)
    both = set(_changed(format, document.article, edited)) & set(
        _changed(format, document.article, again)
    )
    one = evolved(document.article, {name: getattr(edited, name) for name in both})
    two = evolved(document.article, {name: getattr(again, name) for name in both})
    if _shape(one) == _shape(two) == _shape(document.article):  # noqa: SIM102
        if _is_undone(document, one):
            _last_put_shows(document, one, two)


def _is_undone(document: Document[A], article: A) -> bool:
    """Whether *article* put into *document* can be undone to the letter."""
    middle = _put(document, article)
    back = middle and _put(middle, document.article)
    return back is not None and back.text == document.text


def _alike(article: A, other: A) -> Iterator[tuple[A, A]]:
    """Two edits of *article* of its own shape: some texts of *other* put into its fields."""
    given = {
        name: value for name in field_types(type(article)) if (value := getattr(article, name))
    }
    wanted = {name: getattr(other, name) for name in given}
    one = evolved(
        article,
        {name: value for name, value in wanted.items() if _shape(value) == _shape(given[name])},
    )
    texts = {name: value + "x" for name, value in given.items() if isinstance(value, str)}
    two = evolved(article, texts)
    if _shape(one) == _shape(two) == _shape(article):
        yield one, two
        yield two, one


def _shape(value: object) -> object:
    """What is there in *value*, without what it says: keys, lengths, which texts are empty."""
    if attrs.has(type(value)) and not isinstance(value, Moment):
        return type(value), [
            _shape(getattr(value, a.name)) for a in attrs.fields(cast(Any, type(value)))
        ]
    if isinstance(value, Mapping):
        return {key: _shape(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_shape(one) for one in value]
    return type(value), value == ""


def _last_put_shows(document: Document[A], one: A, two: A) -> None:
    middle, direct = _put(document, one), _put(document, two)
    last = middle and _put(middle, two)
    if last is not None and direct is not None:
        _require(
            last.text == direct.text,
            "only the last put shows",
            document.text,
            last.text,
            direct.text,
        )


def locality(format: Format[A], text: str, edited: A) -> None:
    """Locality: changing one field changes characters in its slot; all other slots keep name and text.

    Restriction: fields that the text says before and after; for the others see `whole_slot`.
    """
    document = Document(format, text)
    for name, one in _singles(document, edited):
        slot, made = _slot(document, name), _put(document, one)
        if slot is None or made is None or _slot(made, name) is None:
            continue
        before, after = text[: slot.begin], text[slot.stop :]
        within = made.text.startswith(before) and made.text.endswith(after)
        _require(
            within and len(made.text) >= len(before) + len(after),
            f"only {name} moves",
            text,
            made.text,
        )
        _others_kept(document, made, {name})


def _others_kept(document: Document[A], made: Document[A], changed: set[str]) -> None:
    """All slots but those of the *changed* fields have the same names and texts, in order."""
    old, new = (_without(one, changed) for one in (document, made))
    _require(old == new, "the other slots are as they were", old, new, document.text, made.text)


def _without(document: Document[A], changed: set[str]) -> list[tuple[str, str]]:
    gone = _slots_of(document, changed)
    return [_raw(document.text, slot) for slot in document.index.slots if slot not in gone]


def _slots_of(document: Document[A], names: Collection[str]) -> list[Slot]:
    """The slots that say the fields *names*; for ``extra`` all unknown ones, JSON's box for them too."""
    slots = document.index.slots
    found, rest = document.format.assign(document.index)
    ours = [slots[found[name]] for name in names if name in found]
    if "extra" in names:
        ours += [slots[n] for n in rest] + [slot for slot in slots if slot.name == "extra"]
    return ours


def value_only(format: Format[A], text: str, edited: A) -> None:
    """Value-only: of a field that stays, nothing changes but its value: not its name, its gap, its line end."""
    document = Document(format, text)
    for name, one in _singles(document, edited):
        slot, made = _slot(document, name), _put(document, one)
        if slot is None or made is None or _slot(made, name) is None:
            continue
        before, after = text[: slot.start], text[slot.end :]
        _require(made.text.startswith(before), f"what stands before {name} stays", text, made.text)
        _require(
            made.text[len(before) :].endswith(after),
            f"what stands behind {name} stays",
            text,
            made.text,
        )


def whole_slot(format: Format[A], text: str, edited: A) -> None:
    """Add, remove: a field comes in one insertion and goes with exactly its slot, nothing else does.

    In label lines, YAML and TOML those are whole lines; in JSON the comma comes and goes with it.
    Behind a last line without an end, that end is added first.
    """
    document = Document(format, text)
    for name, one in _singles(document, edited):
        made = _put(document, one)
        if made is None or name == "extra":
            continue
        slot, edits = _slot(document, name), document.edits(one)
        if slot is None:
            _is_whole_insertion(document, made, edits, name)
        elif not _is_given(format, one, name):
            _require(_slot(made, name) is None, f"of {name} nothing is left", text, made.text)
            _is_whole_removal(document, edits, slot)
        _others_kept(document, made, {name})


def _is_whole_insertion(
    document: Document[A], made: Document[A], edits: Sequence[Edit], name: str
) -> None:
    _require(len(edits) == 1, f"{name} comes in one insertion", edits, document.text)
    (edit,) = edits
    _require(edit.start == edit.end, f"{name} comes and nothing goes", edit, document.text)
    if _is_of_lines(document.format, document.text) and name != "body":
        before = document.text[: edit.start] + edit.text
        begins = before[edit.start - 1 : edit.start] in ("", "\n", "\r", "\ufeff") or edit.text[
            :1
        ] in ("\n", "\r")
        _require(
            begins and before[-1:] in ("\n", "\r"),
            f"{name} has lines of its own",
            edit,
            document.text,
        )
    slot = _slot(made, name)
    inside = (
        slot is not None and edit.start <= slot.start and slot.end <= edit.start + len(edit.text)
    )
    _require(inside, f"{name} stands in what was inserted", edit, made.text)


def _is_whole_removal(document: Document[A], edits: Sequence[Edit], slot: Slot) -> None:
    _require(len(edits) == 1, "a slot goes in one piece", edits, document.text)
    (edit,) = edits
    _require(edit.text == "", "a slot goes and nothing comes", edit, document.text)
    if _is_of_lines(document.format, document.text):
        _require(
            edit[:2] == (slot.begin, slot.stop), "exactly the slot goes", edit, slot, document.text
        )
    _require(
        edit.start <= slot.begin and slot.end <= edit.end,
        "the whole slot goes",
        edit,
        slot,
        document.text,
    )


def line_ends(format: Format[A], text: str, edited: A) -> None:
    """Line ends: what is inserted ends its lines as the text's first line does; the old ones stay.

    In JSON: as the first line of the object does. Restriction: fields that were absent, whose value
    has no line end of its own.
    """
    document = Document(format, text)
    inside = text[document.index.start : document.index.end]
    theirs = (
        {newline_of(text)} if _is_of_lines(format, text) else {newline_of(text), newline_of(inside)}
    )
    for name, one in _singles(document, edited):
        if name == "extra" or _slot(document, name) is not None:
            continue
        plain = unstructure(getattr(one, name))
        made = None if any(map(_LINE_END.search, _texts_in(plain))) else _put(document, one)
        if made is not None:
            ends = {end for edit in document.edits(one) for end in _LINE_END.findall(edit.text)}
            _require(ends <= theirs, "line ends are those of the text", ends, text, made.text)


def commute(format: Format[A], text: str, edited: A) -> None:
    """Commute: edits of different fields give the same text in either order.

    Restriction: fields that the text says before and after. And but for label lines, where the
    manner of one value (its escapes, its indentation) may be taken from another's: edits that can
    be undone to the letter.
    """
    document = Document(format, text)
    staying = [
        (name, one)
        for name, one in _singles(document, edited)
        if _slot(document, name) is not None and _is_given(format, one, name)
        if isinstance(format, Snippet) or _is_undone(document, one)
    ]
    for (first, one), (second, two) in itertools.pairwise(staying):
        if first == second:
            continue
        left = _after(_put(document, one), second, two)
        right = _after(_put(document, two), first, one)
        if left is not None and right is not None:
            _require(
                left.text == right.text,
                f"{first} and {second} commute",
                text,
                left.text,
                right.text,
            )


def _after(document: Document[A] | None, name: str, article: A) -> Document[A] | None:
    """*document* with field *name* as *article* has it."""
    if document is None:
        return None
    return _put(document, evolved(document.article, {name: getattr(article, name)}))


def no_injection(format: Format[A], text: str, edited: A) -> None:
    """No injection: whatever a value holds, no other slot comes, goes, or changes its name or value."""
    document = Document(format, text)
    made = _put(document, edited)
    if made is not None:
        changed = set(_changed(format, document.article, edited))
        _others_kept(document, made, changed)
        old, new = document.index.slots, made.index.slots
        _require(
            len(new) - len(old) <= _arrivals(document, edited, changed),
            "no slot comes by itself",
            text,
            made.text,
        )


def _arrivals(document: Document[A], edited: A, changed: set[str]) -> int:
    """How many slots may have come: the fields and unknown names that are new."""
    found, _ = document.format.assign(document.index)
    new = sum(name not in found for name in changed if name != "extra")
    return new + sum(key not in document.article.extra for key in edited.extra)


def unknown_kept(format: Format[A], text: str, edited: A) -> None:
    """Unknown kept: a put deletes nothing outside the slots of the fields that it changes.

    Unknown fields, comments, duplicates and blank lines stay, in order, to the byte. Separators
    (a comma and blanks) of a slot that goes may go with it.
    """
    document = Document(format, text)
    if _put(document, edited) is None:
        return
    slots = _slots_of(document, _changed(format, document.article, edited))
    for edit in document.edits(edited):
        left = "".join(_outside(text, edit, slots))
        _require(not left.strip(", \t\r\n"), "nothing else goes", left, edit, text)
        _require(not left or not _is_of_lines(format, text), "no blank line goes", left, edit, text)


def _outside(text: str, edit: Edit, slots: Sequence[Slot]) -> Iterator[str]:
    """What *edit* deletes that is in none of *slots*."""
    at = edit.start
    for slot in sorted(slots, key=lambda slot: slot.begin):
        if slot.stop > at and slot.begin < edit.end:
            yield text[at : slot.begin]
            at = max(at, slot.stop)
    yield text[at : edit.end]


def edits_agree(format: Format[A], text: str, edited: A) -> None:
    """Edits agree: the edits are in order and apart, and applied they give what `put` gives."""
    document = Document(format, text)
    made = _put(document, edited)
    if made is None:
        return
    edits = document.edits(edited)
    _require(
        (edits == ()) == (made is document), "no edits exactly where nothing changes", edits, text
    )
    _require(
        all(one.end <= two.start for one, two in itertools.pairwise(edits)),
        "edits are apart",
        edits,
    )
    applied = text
    for edit in reversed(edits):
        applied = spliced(applied, edit)
    _require(applied == made.text, "the edits give the text", applied, made.text, edits)


def history(format: Format[A], text: str, steps: Sequence[A]) -> None:
    """PutGet over time: after any puts, one after another, a document says what the last one asked.

    What the first text said can be put back as a value; its bytes are in the first document.
    """
    first = document = Document(format, text)
    for step in (*steps, first.article):
        document = _put(document, step) or document
        fresh = Document(format, document.text)
        _require(
            same(fresh.article, document.article),
            "a document says what its text says",
            document.text,
        )
        _require(
            len(fresh.defects) <= len(first.defects), "no defect comes from writing", document.text
        )
    _require(first.text == text, "the first document is as it was")


# --------------------------------------------------------------------------------------------- values


def same_is_equivalence(article: Article, other: Article) -> None:
    """S1: `same` is reflexive, symmetric and transitive."""
    twin = copy.deepcopy(article)
    _require(
        same(article, article) and same(article, twin) and same(twin, article),
        "same as its twin",
        article,
    )
    _require(same(article, other) == same(other, article), "symmetric", article, other)
    _require(same(article, other) == same(twin, other), "transitive", article, other)


def same_refines_equal(article: Article, other: Article) -> None:
    """S2: what is the same is equal."""
    twin = copy.deepcopy(article)
    _require(article == twin, "a twin is equal", article)
    _require(not same(article, other) or article == other, "same is equal", article, other)


def same_text(format: Format[A], article: A) -> None:
    """S3: what is the same is written the same."""
    copies = (copy.deepcopy(article), article.evolve())
    written = {_created(format, one) for one in (article, *copies)}
    _require(len(written) == 1, "copies are written the same", written)


def copies(article: Article) -> None:
    """V1: `copy`, `deepcopy`, `pickle`, `evolve` give the same value of the same class."""
    made = [copy.copy(article), copy.deepcopy(article), article.evolve()]
    made += [
        pickle.loads(pickle.dumps(article, protocol)) for protocol in (2, pickle.HIGHEST_PROTOCOL)
    ]
    made += [replace(article) for replace in [getattr(copy, "replace", None)] if replace]
    for one in made:
        _require(
            type(one) is type(article) and same(one, article), "a copy is the same", one, article
        )


def evolve_one(article: A, other: A) -> None:
    """V2: `evolve` changes what it is told, keeps all else, and the class; or the class refuses."""
    for name in field_types(type(article)):
        made = evolved(article, {name: getattr(other, name)})
        _require(type(made) is type(article), "the class is kept", made)
        told = made is article or same(getattr(made, name), getattr(other, name))
        _require(told, f"{name} is what it was told", made, other)
        others = [
            n for n in field_types(type(article)) if not same(getattr(made, n), getattr(article, n))
        ]
        _require(set(others) <= {name}, "all else is kept", others, article, made)


def equal_hash(article: Article, other: Article) -> None:
    """V3: what is equal has one hash."""
    twin = copy.deepcopy(article)
    _require(hash(twin) == hash(article), "a twin has the same hash", article)
    _require(
        article != other or hash(article) == hash(other), "equal, so the same hash", article, other
    )


def documents_equal(format: Format[Any], text: str) -> None:
    """V3: documents are equal exactly if format and text are."""
    document = Document(format, text)
    twin = Document(copy.deepcopy(format), text)
    _require(
        document == twin and hash(document) == hash(twin), "same format and text, so equal", text
    )
    _require(document != Document(format, text + "\n"), "another text, so not equal", text)


def json_complete(article: Article) -> None:
    """V4: JSON holds everything: reading what was written gives the same, whatever the model admits."""
    format = format_named("json").of(type(article))
    plain = unstructure(article)
    _require(same(structure(plain, type(article)), article), "a plain tree gives it back", article)
    kind: Any = tuple[type(article), ...]  # type: ignore[misc] # a type made at run time
    several = structure([plain, plain], kind)
    _require(same(several, (article, article)), "in a tuple too", article)
    back = format.read(format.create(article)).article
    _require(same(back, article), "JSON gives it back", article)


def types_refused(article: Article) -> None:
    """V4: a value of a wrong type is refused, by the class and in a plain tree; never coerced.

    Restriction: fields of plain types, and tuples.
    """
    plain = cast("dict[str, Plain]", unstructure(article))
    members = {a.name: a for a in attrs.fields(cast(Any, type(article)))}
    for name, kind in field_types(type(article)).items():
        if kind in _STRICT or typing.get_origin(kind) is tuple:
            key = members[name].metadata.get("snippetkit.key") or name
            wrong: Plain = 5 if kind in _TEXTS or typing.get_origin(kind) is tuple else "five"
            _require(
                evolved(article, {name: wrong}) is article, f"{name} takes no {wrong!r}", article
            )
            with contextlib.suppress(ValueError):
                made = structure({**plain, key: wrong}, type(article))
                _require(False, f"{name} takes no {wrong!r}", made)


_TEXTS = (str, str | None, Moment, Moment | None)
_STRICT = (*_TEXTS, bool, bool | None, int, int | None, float, float | None)


def three_states(format: Format[A], article: A, words: Sequence[str]) -> None:
    """V5: missing, empty and any other text are kept apart, or the difference is reported as a loss."""
    for name, kind in field_types(format.cls).items():
        if kind == str | None:
            for state in (None, "", *words):
                one = evolved(article, {name: state})
                losses, rest = _losses(format, one) or ((), one)
                told = same(getattr(rest, name), state) or name in {loss.field for loss in losses}
                _require(told, f"{name}={state!r} is kept or reported", losses)


def nothing_normalised(article: Article, words: Sequence[str]) -> None:
    """V6: a model keeps every value as it was given: no case, blank, form or order changes; or refuses."""
    for name, kind in field_types(type(article)).items():
        for given in (_easily_spoilt(kind, word) for word in words):
            made = evolved(article, {name: given})
            if given is not None and made is not article:
                _require(same(getattr(made, name), given), f"{name} is kept as given", made, given)


def _easily_spoilt(kind: Any, word: str) -> Any:
    """A value of a declared type that tells when something is done to it; None for other types."""
    if kind in (str, str | None):
        return word
    if kind == tuple[str, ...]:
        return word, "b", "a", word
    if typing.get_origin(kind) is FrozenDict and typing.get_args(kind) != (str,):
        return FrozenDict({word: word, "b": (2, True), "a": 1.0})
    return None


# --------------------------------------------------------------------------------------------- losses


def losses_explain(format: Format[A], article: A) -> None:
    """C1: the losses explain the whole difference between an article and what is kept of it.

    No field is lost without being named, none is named that is kept, and each one is needed: with
    that field as it was, the format refuses.
    """
    found = _losses(format, article)
    if found is None:
        return
    losses, rest = found
    _require(
        (losses == ()) == same(rest, article),
        "no losses exactly where nothing goes",
        losses,
        article,
    )
    explained = evolved(article, {loss.field: loss.kept for loss in losses})
    _require(same(explained, rest), "the losses are the difference", losses, article, rest)
    for loss in losses:
        _require(
            same(loss.value, getattr(article, loss.field)),
            "a loss says what the article says",
            loss,
        )
        _require(
            loss.reason and not same(loss.value, loss.kept), "a loss is one, and says why", loss
        )
        whole = evolved(rest, {loss.field: loss.value})
        _require(_created(format, whole) is None, "nothing is lost without need", loss, rest)


def losses_agree(format: Format[A], article: A) -> None:
    """C2: nothing is lost exactly where a fresh text can be written."""
    created = _created(format, article) is not None
    found = _losses(format, article)
    _require(
        (found is not None and found[0] == ()) == created, "losses and create agree", found, article
    )


def losses_settle(format: Format[A], article: A) -> None:
    """C3: what is kept can be written, comes back, and loses nothing more."""
    found = _losses(format, article)
    if found is None:
        return
    rest = found[1]
    _require(_losses(format, rest) == ((), rest), "what is kept loses nothing", rest)
    _require(same(format.read(format.create(rest)).article, rest), "what is kept comes back", rest)


# ------------------------------------------------------------------------------------------ extension


def codec_inverse(format: Format[A], article: A, words: Sequence[str]) -> None:
    """E4: decoding what was encoded gives the value; or the codec refuses with a `ValueError`."""
    for name, kind in field_types(format.cls).items():
        values = [getattr(article, name), *(words if kind in (str, str | None) else ())]
        member = format.members[name]
        for value in values:
            if name != "extra" and not is_absent(member.attribute, value) and value is not None:
                with contextlib.suppress(ValueError):
                    plain = member.codec.encode(value, None)
                    _require(
                        same(member.codec.decode(plain), value), f"{name} decodes", plain, value
                    )


def codec_manner(format: Format[Any], text: str) -> None:
    """E4: encoding in the manner of a spelling that says the same gives that spelling.

    Decoding is total: for any plain value it gives a value or raises `ValueError`. Restriction:
    the first part for label lines, where the spelling is the plain value.
    """
    scan = format.scan(text)
    found, _ = format.assign(scan)
    for name, index in found.items():
        raw, codec = scan.slots[index].value, format.members[name].codec
        for slot in scan.slots:
            with contextlib.suppress(ValueError):
                codec.decode(slot.value)
        with contextlib.suppress(ValueError):
            value = codec.decode(raw)
            if isinstance(format, Snippet) and not is_absent(format.members[name].attribute, value):
                _require(codec.encode(value, raw) == raw, f"{name} keeps its spelling", raw, value)


def base_keeps(format: Format[A], text: str) -> None:
    """E2: read as the base class, a subclass's text keeps its fields, in ``extra`` and in the bytes.

    Restriction: texts without defects in either class, with one header for both: of a snippet, a
    label that the base does not know may be the beginning of its body, where no fence ends the
    header, and behind a bar the end of the value in front.
    """
    base = Document(format.of(Article), text)
    document = Document(format, text)
    if base.defects or document.defects:
        return
    headers = [[slot.name for slot in one.index.slots] for one in (base, document)]
    fenced = text.lstrip("\ufeff \t\r\n")[:3] == "---"
    if headers[0] != headers[1] and not (fenced and " | " not in text):
        return
    ours, theirs = field_types(Article), field_types(format.cls)
    for name in ours:
        if name != "extra":
            _require(
                same(getattr(base.article, name), getattr(document.article, name)),
                f"{name} is the same",
                text,
            )
    for name in theirs.keys() - ours.keys():
        slot = _slot(document, name)
        if slot is not None:
            _require(
                slot.name in base.article.extra,
                f"{name} is kept in extra",
                slot,
                base.article.extra,
            )
    made = _put(base, evolved(base.article, {"title": "Rain"}))
    if made is not None:
        _others_kept(base, made, {"title"})


def base_unchanged(format: Format[A], text: str) -> None:
    """E3: declaring a subclass, and reading with it, changes nothing for the base."""
    base = format.of(Article)
    before = repr(base.read(text))
    format.read(text)
    fresh = attrs.evolve(base)
    _require(
        repr(fresh.read(text)) == before == repr(base.read(text)), "the base reads as before", text
    )
