"""The `Document`: a text with its format. Change a field, and only that field's bytes change."""

from __future__ import annotations

import errno
import functools
import os
import weakref
from collections import Counter, deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar, cast, overload

import attrs

from snippetkit import profiles, storage
from snippetkit.errors import (
    Defect,
    FileError,
    Flaw,
    InvalidValue,
    ParseError,
    UnknownFormat,
    Unrepresentable,
    brief,
    located,
    must_be,
    reason_of,
)
from snippetkit.formats import Format, Reading, detect, format_named
from snippetkit.formats._format import flawless
from snippetkit.formats._refusals import difference
from snippetkit.model import Article, same
from snippetkit.storage import Origin
from snippetkit.syntax.splices import apart, applied, composed
from snippetkit.syntax.tree import Edit, Scan, spliced

if TYPE_CHECKING:
    from snippetkit.explanation import Explanation
    from snippetkit.model.profile import Profile

__all__ = ["Document", "binary", "checked", "refuse_binary", "resolve"]

A = TypeVar("A", bound=Article)
B = TypeVar("B", bound=Article)
R = TypeVar("R")


_Change: TypeAlias = "tuple[str, str | None]"
"""What is changed: a field, or ``extra`` and a key of it."""
_FROM = (Origin, type(None))
_GONE: Any = object()
_MANY = 8
"""How many keys are changed at once: for fewer, one after another is as quick."""
_KEPT = 64
_latest: deque[weakref.ref[Any]] = deque()


class _kept(Generic[R]):  # noqa: N801
    """A property that is computed when asked for, and kept for the documents asked lately.

    All documents keep their text; what was computed of it would take as much memory again. Two
    threads that ask at once both compute it, and get the same.
    """

    def __init__(self, compute: Callable[[Any], R]) -> None:
        self.compute = compute
        self.name: str = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, document: None, owner: Any) -> _kept[R]: ...
    @overload
    def __get__(self, document: object, owner: Any) -> R: ...
    def __get__(self, document: object | None, owner: Any) -> Any:
        if document is None:
            return self
        found, kept = self.compute(document), vars(document)
        if "reading" not in kept and "index" not in kept:
            _latest.append(weakref.ref(document))
            if len(_latest) > _KEPT:
                _let_go(_latest.popleft()())
        kept[self.name] = found
        return found


def _let_go(document: object | None) -> None:
    """Forget what was computed of a document."""
    if document is not None:
        for name in ("reading", "index"):
            vars(document).pop(name, None)


def resolve(
    format: str | Format[Any] | None,
    text: str,
    cls: type[B],
    suffix: str = "",
    profile: Profile | None = None,
) -> Format[B]:
    """The format that *format* names, or that *text* is in, for articles of class *cls*.

    A format made for a class of its own keeps that class unless *cls* names another. The result
    knows the source described by *profile*, or by the profile registered for the source of *text*.

    Raises:
        InvalidValue: *format* is not a format, or *cls* is not a class of articles.
        UnknownFormat: no format has that name, or none fits the text.
    """
    if profile is None and not profiles.known and isinstance(format, Format) and format.cls is cls:
        return format
    kind: Any = format.cls if cls is Article and isinstance(format, Format) else cls
    if format is None:
        format = detect(text, suffix) if text.strip("\ufeff \t\r\n") else format_named("snippet")
    if isinstance(format, str):
        format = format_named(format)
    if not isinstance(format, Format):
        raise InvalidValue("format", f"must be a format or its name, not {brief(format)}")
    found: Format[B] = format.of(cast(Any, kind))
    if profile is None and profiles.known and found.profile is None:
        profile = profiles.of(found.read(text).article)
    return found if profile is None else found.knowing(profile)


class _Step(NamedTuple, Generic[A]):
    """Edits of a text, in order and apart, and the document that they make of it."""

    edits: tuple[Edit, ...]
    document: Document[A]


@attrs.frozen(slots=False)
class Document(Generic[A]):
    r"""A text together with its format. It never changes; its methods return new documents.

    Everything else is computed from these two on demand, and kept for the documents used last.
    Two documents are equal if their texts and formats are.

    >>> document = Document.parse("## Rain at last\nCategory : Weather\n\nIt rained.\n")
    >>> document.article.categories[0].name
    'Weather'
    >>> print(document.update(categories=["Weather", "Farming"]).text, end="")
    ## Rain at last
    Category : Weather, Farming
    <BLANKLINE>
    It rained.
    """

    format: Format[A]
    """The format that the text is read in, with the class of the article."""
    text: str = attrs.field(repr=brief)
    """The text as it was found, character for character."""
    origin: Origin | None = attrs.field(default=None, eq=False, repr=False)
    """The file it came from, for `save`; ignored when documents are compared."""

    def __attrs_post_init__(self) -> None:
        # Only what is wrong is asked about twice: an edit makes a document, too.
        format: object = self.format
        text: object = self.text
        origin: object = self.origin
        if not (isinstance(format, Format) and isinstance(text, str) and isinstance(origin, _FROM)):
            must_be("format", format, Format, "a Format; Document.parse takes its name, too")
            must_be("text", text, str, "a text; Document.parse takes bytes, too")
            must_be("origin", origin, _FROM, "an Origin; a document that was loaded has one")

    @overload
    @staticmethod
    def parse(
        text: str | bytes,
        format: str | Format[Any] | None = None,
        *,
        tolerant: bool = False,
        encoding: str | None = None,
        profile: Profile | None = None,
    ) -> Document[Article]: ...
    @overload
    @staticmethod
    def parse(
        text: str | bytes,
        format: str | Format[Any] | None = None,
        *,
        cls: type[B],
        tolerant: bool = False,
        encoding: str | None = None,
        profile: Profile | None = None,
    ) -> Document[B]: ...
    @staticmethod
    def parse(
        text: str | bytes,
        format: str | Format[Any] | None = None,
        *,
        cls: type[Any] = Article,
        tolerant: bool = False,
        encoding: str | None = None,
        profile: Profile | None = None,
    ) -> Document[Any]:
        r"""The document of *text*. Bytes are decoded by their BOM, as UTF-8, or in *encoding*.

        Args:
            text: The text, or its bytes.
            format: A format, or its name. By default the content decides.
            cls: The class of the article.
            tolerant: Return a document with `defects` instead of raising. The text is then read only
                when you ask for something.
            encoding: The encoding of bytes that have no BOM and are not UTF-8. ``detect`` guesses it,
                and `origin` says how sure the guess is.
            profile: What is known of the source.

        Raises:
            ParseError: the text has defects (never when *tolerant*, except for bytes that cannot be
                decoded).
            UnknownFormat: no format has that name.

        >>> Document.parse(b"## Rain\n\nIt rained.").article.title
        'Rain'
        >>> Document.parse("## Rain\nDate: soon\n\nIt rained.", tolerant=True).defects[0].code
        'bad-date'
        """
        decoded, origin = storage.decoded(text, encoding)
        chosen = origin.format if format is None else format
        document = Document(resolve(chosen, decoded, cls, "", profile), decoded, origin)
        if isinstance(text, bytes) and 0 not in text:  # found there thirty times as fast
            vars(document)["_binary"] = ()
        return document if tolerant else checked(document, tolerant)

    @overload
    @staticmethod
    def load(
        source: storage.Readable,
        format: str | Format[Any] | None = None,
        *,
        tolerant: bool = False,
        encoding: str | None = None,
        profile: Profile | None = None,
    ) -> Document[Article]: ...
    @overload
    @staticmethod
    def load(
        source: storage.Readable,
        format: str | Format[Any] | None = None,
        *,
        cls: type[B],
        tolerant: bool = False,
        encoding: str | None = None,
        profile: Profile | None = None,
    ) -> Document[B]: ...
    @staticmethod
    def load(
        source: storage.Readable,
        format: str | Format[Any] | None = None,
        *,
        cls: type[Any] = Article,
        tolerant: bool = False,
        encoding: str | None = None,
        profile: Profile | None = None,
    ) -> Document[Any]:
        r"""The document in a file, given as a path or an open file. Inverse of `save`.

        The arguments and errors are those of `parse`, and:

        Raises:
            FileError: the path cannot be read.

        >>> import io
        >>> Document.load(io.BytesIO(b"## Rain\n\nIt rained.")).article.body
        'It rained.'
        """
        text, origin = storage.read(source, encoding)
        chosen = origin.format if format is None else format
        found = resolve(chosen, text, cls, storage.suffix_of(origin.path), profile)
        return checked(Document(found, text, origin), tolerant)

    @staticmethod
    def of(article: B, format: str | Format[Any] = "snippet") -> Document[B]:
        r"""A new document of *article*, in canonical form.

        Raises:
            Unrepresentable: the format cannot hold it; `snippetkit.losses` lists everything it cannot.
            UnknownFormat: no format has that name.

        >>> Document.of(Article(title="Rain", body="It rained.")).text
        '---\n## Rain\n---\n\nIt rained.'
        """
        found = resolve(format, "", type(article))
        return Document(found, found.create(article))

    @property
    def article(self) -> A:
        r"""The article in the text. Fields that could not be read are at their defaults: see `defects`.

        >>> Document.parse("## Rain\nLanguage: en\n\nIt rained.").article.language
        'en'
        """
        return self.reading.article

    @property
    def defects(self) -> tuple[Defect, ...]:
        r"""The defects of the text, in order, with their places; empty if it was read strictly.

        >>> document = Document.parse("## Rain\nDate: soon\n\nIt rained.", tolerant=True)
        >>> [(defect.line, defect.column, defect.code) for defect in document.defects]
        [(2, 7, 'bad-date')]
        """
        return located(self.text, self.reading.flaws) if self.reading.flaws else ()

    @_kept
    def reading(self) -> Reading[A]:
        """The article and the flaws, read when first asked for."""
        text, index = self.text, vars(self).get("index")
        quick = None if index is None else self.format.quick(text)  # else `read` asks for it
        found = self.format.read(text, index) if quick is None else flawless(quick)
        if not self._binary and (self.origin is None or not self.origin.flaws):
            return found
        before = _clamped(self.origin, len(text))
        return found._replace(flaws=(*before, *found.flaws, *self._binary))

    @functools.cached_property
    def _binary(self) -> tuple[Flaw, ...]:
        return binary(self.text)

    @_kept
    def index(self) -> Scan:
        """Where everything stands, found when first asked for."""
        return self.format.scan(self.text)

    def span(self, name: str) -> tuple[int, int] | None:
        r"""The place of the value of a field, or of a name in ``extra``; None if the text has none.

        If a name is both, such as ``published`` beside ``date`` in front matter, the field is meant.

        Raises:
            InvalidValue: there is no such field, and the text has no such name.

        >>> document = Document.parse("## Rain\nEditor: A. Khan\n\nIt rained.")
        >>> [document.text[slice(*document.span(name))] for name in ("title", "Editor")]
        ['Rain', 'A. Khan']
        """
        must_be("name", name, str, "a field or a name in the text")
        found, rest = self.format.assign(self.index)
        slots = self.index.slots
        if name in self.format.members:
            slot = slots[found[name]] if name in found else None
            return None if slot is None else (slot.start, slot.end)
        for slot in (*(slots[n] for n in rest), *self.format.inner_slots(self.index)):
            if slot.name == name:
                return slot.start, slot.end
        raise InvalidValue(name, f"no field of {self.format.cls.__name__}, and no name in the text")

    def explain(self) -> Explanation:
        r"""Where each field was read from, and by which rule.

        >>> document = Document.parse("Rain at last\n\nPublished on 5 May 2025\n\nIt rained.")
        >>> [(one.field, one.confidence) for one in document.explain().fields]
        [('title', 0.8), ('published', 0.9), ('body', 1.0)]
        """
        from snippetkit.explanation import explained

        return explained(self.format, self.text, self.index, self.reading, self.origin)

    def update(self, **changes: Any) -> Document[A]:
        r"""The document with these fields changed, by `put`.

        Raises:
            InvalidValue: a value does not fit its field.
            Unrepresentable: the text cannot hold it there; this document is unchanged.

        >>> Document.parse("## Rain\n\nIt rained.").update(title="Snow").text
        '## Snow\n\nIt rained.'
        """
        return self.put(_evolved(self.article, changes))

    def put(self, article: A) -> Document[A]:
        r"""The document changed to hold *article*; only the fields that differ are written.

        If nothing differs, this same document is returned. Otherwise the new text is read back first,
        which proves that it says what was asked for and that nothing else has changed.

        Raises:
            Unrepresentable: the text cannot hold it; this document is unchanged.

        >>> document = Document.parse("## Rain\nCategory: Weather\n\nIt rained.")
        >>> document.put(document.article.evolve(categories=[])).text
        '## Rain\n\nIt rained.'
        """
        steps = self._steps(article)
        return steps[-1].document if steps else self

    def restore(self, language: str | None = None) -> Document[A]:
        r"""The document with the paragraphs of its body restored, by `put` of `Article.restored`.

        Only the body changes; if it shows no damage, this same document is returned.

        To choose among the repairs, choose first and then update:
        ``document.update(body=restoration.undo(edit).text)``. In most formats the body stands in the
        text unchanged, so a repair at *n* of ``snippetkit.restore.paragraphs(document.article.body)``
        stands at ``document.span("body")[0] + n``. In JSON the body is written with escapes, so its
        repairs have no places of their own in the text.

        Args:
            language: The language, if the article gives none or a wrong one.

        Raises:
            Unrepresentable: the text cannot hold it; this document is unchanged.

        >>> document = Document.parse("## Rain\n\nThe harbour was closed for the\nnight.\n")
        >>> document.restore("en").text
        '## Rain\n\nThe harbour was closed for the night.\n'
        """
        return self.put(self.article.restored(language))

    def edits(self, article: A) -> tuple[Edit, ...]:
        r"""The splices that `put` would make in this text: in order, not overlapping, none if equal.

        >>> Document.parse("## Rain\n\nIt rained.").edits(Article(title="Snow", body="It rained."))
        (Edit(start=3, end=7, text='Snow'),)
        """
        return composed([step.edits for step in self._steps(article)], len(self.text))

    def save(self, path: storage.PathLike | None = None) -> Document[A]:
        r"""Write the text to *path*, or back to the file it was loaded from. Inverse of `load`.

        The file is replaced atomically and keeps its mode and encoding. One of several articles in a
        file goes back to its place among them. Without *path*, a file that has changed since it was
        read or saved is not overwritten; with *path*, whatever is there is replaced. The document
        that is returned corresponds to the file as it is now.

        Raises:
            FileError: the file cannot be written, or there is no path, or the file (or this article's
                place in it) has changed, or the file is a PDF.
            Unrepresentable: the encoding lacks a character of the text.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "rain.txt")
        ...     document = Document.parse("## Rain\n\nIt rained.").save(path)
        ...     document = document.update(title="Snow").save()
        ...     Document.load(path).article.title
        'Snow'
        """
        origin, path = self.origin or Origin(), None if path is None else storage.only_path(path)
        if path is None and origin.path is None:
            raise FileError("this document came from no file: save(path) says where to")
        if origin.made_from is not None:
            return self._save_made(origin, path)
        if path is None and origin.part is not None:
            return self._save_part(origin, origin.part)
        target = path if path is not None else str(origin.path)
        if path is None and origin.version and storage.is_changed(target, origin.version):
            what = "has changed since it was read; save(path) would replace it"
            raise FileError(errno.ESTALE, what, target)
        data = self.to_bytes()
        version, kept = storage.write(target, data), None if origin.data is None else data
        saved = attrs.evolve(origin, path=target, data=kept, part=None, version=version)
        return attrs.evolve(self, origin=saved)

    def _save_made(self, origin: Origin, path: str | None) -> Document[A]:
        """Write a text that was made from something else: to another file than that."""
        made = f"this text was made from a {str(origin.made_from).upper()}, which it cannot replace"
        if path is None or _is_same(path, origin.path) or storage.is_unwritten(path):
            raise FileError(f"{made}: save(path) says where to")
        version = storage.write(path, self.text, origin.encoding)
        saved = Origin(path=path, encoding=origin.encoding, version=version)
        return attrs.evolve(self, origin=saved)

    def _save_part(self, origin: Origin, part: storage.Part) -> Document[A]:
        path = str(origin.path)
        whole, found = storage.read(path, origin.encoding)
        spans = self.format.parts(whole).spans
        start, end = spans[part.number] if part.number < len(spans) else (0, 0)
        if whole[start:end] != part.text:
            raise FileError(errno.ESTALE, "has changed since it was read", path)
        new = spliced(whole, Edit(start, end, self.text))
        now = self.format.parts(new).spans[part.number :]
        if not now or new[slice(*now[0])] != self.text:
            raise Unrepresentable("text", "in its file it would read as another article, or as two")
        storage.write(path, storage.encoded_as(new, found))
        return attrs.evolve(self, origin=attrs.evolve(origin, part=part._replace(text=self.text)))

    def to_bytes(self) -> bytes:
        r"""The text in the encoding it was read in. Inverse of `parse`.

        Raises:
            Unrepresentable: the encoding lacks a character of the text.

        >>> Document.parse(b"\xef\xbb\xbf## Rain").update(title="Regn på øya").to_bytes()
        b'\xef\xbb\xbf## Regn p\xc3\xa5 \xc3\xb8ya'
        """
        return storage.encoded_as(self.text, self.origin or Origin())

    def __reduce__(self) -> tuple[Any, ...]:
        return Document, (self.format, self.text, self.origin)

    def _steps(self, article: A) -> list[_Step[A]]:
        """The steps from this document to the one that says *article*."""
        if type(article) is not self.format.cls:
            wanted = self.format.cls.__name__
            raise Unrepresentable(
                "class", f"read with cls={wanted}, so it takes no {type(article).__name__}"
            )
        made = self
        steps: list[_Step[A]] = []  # not list[_Step[A]](), which takes a microsecond
        changes = _changes(self.format, self.article, article)
        for some in changes:
            steps += made._taken(some, article)
            made = steps[-1].document if steps else made
        if steps and not self._agrees(made, article):
            raise _refusal(made, article, [field for some in changes for field, _ in some])
        return steps

    def _taken(self, changes: list[_Change], article: A) -> list[_Step[A]]:
        """The steps that take *changes*: one for many of them, where it does just that.

        Else one for each half, and in the end one for each: so what cannot be taken is found soon,
        and is refused as it is alone.
        """
        if len(changes) == 1:
            if self._makes(changes[0][0], article):
                return []
            return [self._made(self._splices(*changes[0], article))]
        if len(changes) >= _MANY and (step := self._at_once(changes, article)) is not None:
            return [step]
        half = len(changes) // 2
        steps = self._taken(changes[:half], article)
        return steps + steps[-1].document._taken(changes[half:], article)

    def _makes(self, field: str, article: A) -> bool:
        """Whether the class makes of the rest, unwritten, what *article* says in a field."""
        is_made = field in self.format.maker.of_rest
        return is_made and same(getattr(self.article, field), getattr(article, field))

    def _splices(self, field: str, key: str | None, article: A) -> tuple[Edit, ...]:
        if key is None:
            value = getattr(article, field)
            return (self.format.edit(self.text, self.index, field, value, article),)
        return tuple(self.format.edits_extra(self.text, self.index, [key], article.extra))

    def _at_once(self, changes: list[_Change], article: A) -> _Step[A] | None:
        """The step that takes *changes*, all of keys of ``extra``; None if it would not, or not only."""
        keys = [cast(str, key) for _, key in changes]
        try:
            many = self.format.edits_extra(self.text, self.index.asked_much(), keys, article.extra)
        except Unrepresentable:
            return None
        edits = apart(many)
        step = None if edits is None else self._made(edits)
        return step if step and self._has_taken(step.document, keys, article) else None

    def _made(self, edits: tuple[Edit, ...]) -> _Step[A]:
        made = Document(self.format, applied(self.text, edits), self.origin)
        if not self._binary and not any("\0" in edit.text for edit in edits):
            vars(made)["_binary"] = ()
        return _Step(edits, made)

    def _has_taken(self, made: Document[A], keys: list[str], article: A) -> bool:
        """Whether *made* has *keys* as *article* has them, and all else as it is here."""
        old, back = self.article, made.article
        wanted = {**old.extra, **{key: article.extra.get(key, _GONE) for key in keys}}
        wanted = {key: value for key, value in wanted.items() if value is not _GONE}
        return (
            _no_worse(made.reading.flaws, self.reading.flaws)
            and not {*self.format.differing(old, back)} - {"extra"}
            and wanted.keys() == back.extra.keys()
            and all(same(value, back.extra[key]) for key, value in wanted.items())
        )

    def _agrees(self, made: Document[A], article: A) -> bool:
        if not made._binary and self.format.says(made.text, article):
            return True
        back = made.reading
        worse = back.flaws and not _no_worse(back.flaws, self.reading.flaws)
        return not worse and same(back.article, article)


def _evolved(article: A, changes: dict[str, Any]) -> A:
    """*article* with *changes*; whatever its class raises is a refusal of the field it is about."""
    try:
        return article.evolve(**changes)
    except InvalidValue:
        raise
    except Exception as error:
        alone = [name for name, value in changes.items() if not _takes(article, name, value)]
        raise InvalidValue(", ".join(alone or changes), reason_of(error)) from error


def _takes(article: Article, name: str, value: Any) -> bool:
    """Whether the class takes this change alone."""
    try:
        article.evolve(**{name: value})
    except Exception:  # noqa: BLE001  # a validator may raise anything
        return False
    return True


def _changes(format: Format[A], old: A, new: A) -> list[list[_Change]]:
    """What to change, one after another, and what of it at once: keys of ``extra``."""
    fields = format.differing(old, new)
    if format.maker.of_rest:  # they come when the rest is there
        fields.sort(key=lambda field: field in format.maker.of_rest)
    changes: list[list[_Change]] = [[(field, None)] for field in fields if field != "extra"]
    if "extra" in fields:
        gone = [key for key in old.extra if key not in new.extra]
        changed = [
            key
            for key in new.extra
            if key not in old.extra or not same(old.extra[key], new.extra[key])
        ]
        if not gone and not changed:
            raise Unrepresentable("extra", "its keys stay in the order that they have in the text")
        changes += [[("extra", key) for key in some] for some in (gone, changed) if some]
    return changes


def _refusal(made: Document[A], asked: A, changed: list[str]) -> Unrepresentable:
    """The refusal that names a field that was to be changed, and what would come of it."""
    found = difference(made.format, asked, made.reading, changed)
    if found.field in changed:
        return found
    return Unrepresentable(changed[0], f"the text would then say something else elsewhere: {found}")


def _no_worse(new: tuple[Flaw, ...], old: tuple[Flaw, ...]) -> bool:
    """Whether no kind of flaw has come, or comes more often: one for another would hide a change."""
    after, before = (Counter((flaw.code, flaw.field) for flaw in flaws) for flaws in (new, old))
    return after <= before


def binary(text: str) -> tuple[Flaw, ...]:
    """The first NUL of *text*, as a flaw: a text has none."""
    at = text.find("\0")
    what = "a NUL character: this is no text, or in an encoding that was not named"
    return () if at < 0 else (Flaw(at, at + 1, "binary", what),)


def refuse_binary(text: str) -> None:
    """Raise `UnknownFormat` for a *text* with a NUL: what has one is in no format."""
    if "\0" in text:
        raise UnknownFormat("has NUL characters: no text, or UTF-16 or UTF-32 without a BOM")


def _clamped(origin: Origin | None, length: int) -> tuple[Flaw, ...]:
    """The flaws that a text came with, within one that has been edited since."""
    if origin is None or not origin.flaws:
        return ()
    ends = ((flaw, min(flaw.start, length), min(flaw.end, length)) for flaw in origin.flaws)
    return tuple(flaw._replace(start=start, end=end) for flaw, start, end in ends)


def _is_same(path: str, other: str | None) -> bool:
    """Whether two paths lead to one file."""
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def checked(document: Document[B], tolerant: bool) -> Document[B]:
    """The same document, unless it has flaws and must not."""
    if not tolerant and document.reading.flaws:
        raise ParseError(document.defects, document.origin.path if document.origin else None)
    return document
