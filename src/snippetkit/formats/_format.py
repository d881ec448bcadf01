"""The base class of formats: a table of words on a syntax, for reading and writing."""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar, cast

import attrs

from snippetkit.convert import (
    is_absent,
    item_of,
    model_of,
    optional,
    refuse_unknown,
    thaw,
)
from snippetkit.errors import Flaw, InvalidValue, Loss, Unrepresentable, brief, must_be
from snippetkit.formats._codec import Codec, Typed
from snippetkit.formats._entry import Entry, Member, decoded, speaks
from snippetkit.formats._maker import Maker
from snippetkit.formats._refusals import difference, losses
from snippetkit.model import Article, FrozenDict, Moment, same
from snippetkit.model.frozendict import Frozen, freeze
from snippetkit.model.value import field_types, others_of
from snippetkit.syntax.tree import BODY, Edit, Parts, Plain, Scan, Slot

__all__ = ["Format", "Reading", "flawless"]

if TYPE_CHECKING:  # a format without a class is one for articles: `typing` says so from 3.13 on
    import typing_extensions

    from snippetkit.model.profile import Profile

    A = typing_extensions.TypeVar("A", bound=Article, default=Article)
else:
    A = TypeVar("A", bound=Article)
B = TypeVar("B", bound=Article)


class Reading(NamedTuple, Generic[A]):
    """The article of a text, and the flaws found in it."""

    article: A
    flaws: tuple[Flaw, ...]


_ASSIGNED = 256
_NAME = itemgetter(0)  # of a slot


def flawless(article: A) -> Reading[A]:
    """The reading of a text without flaws."""
    # In the way of NamedTuple._make: a third of the time that the class itself takes.
    return tuple.__new__(Reading, (article, ()))


def _is_class(_: object, __: Any, cls: Any) -> None:
    """Refuse anything but `Article` and its subclasses."""
    if cls is not Article and not (isinstance(cls, type) and issubclass(cls, Article)):
        raise InvalidValue("article", f"must be an Article or its class, not {brief(cls)}")


def _is_profile(_: object, __: Any, profile: Any) -> None:
    """Refuse anything but a profile and None."""
    if profile is not None:
        from snippetkit.model.profile import checked  # few formats have one

        checked(profile)


@attrs.frozen(kw_only=True, slots=False)
class Format(Generic[A]):
    """How an article is written: the words for its fields, and the syntax they stand in.

    To make a format of your own, subclass it or one of the library's formats, and give it a `name`,
    its `words` and, where the type of a field is not enough, `codecs`.

    >>> from snippetkit.formats.snippet import Snippet
    >>> class Schlagzeile(Snippet):
    ...     name = "schlagzeile"
    ...     words = {**Snippet.words, "categories": ("Rubrik", "Category")}
    >>> text = Schlagzeile().create(Article(title="Regen", categories=["Wetter"]))
    >>> "Rubrik: Wetter" in text
    True
    """

    name: ClassVar[str] = ""
    """The name that `format=` takes."""
    turn: ClassVar[int] = 0
    """The order in which formats are asked by `detect`: the most easily recognised first."""
    suffixes: ClassVar[tuple[str, ...]] = ()
    """Its usual file name suffixes, with the dot. Only those of the library's own formats are used."""
    one_a_line: ClassVar[bool] = False
    """Whether each line of a file is an article. Such files are read line by line, at any size."""
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Field → its names in a text, the one to write first. Fields are written in this order."""
    codecs: ClassVar[Mapping[str, Codec]] = {}
    """Field → the codec of its values, where the field's type is not enough to choose one."""
    reserved: ClassVar[Mapping[str, str]] = {}
    """Names that no field may have → what they mean in this format."""

    cls: type[A] = attrs.field(default=cast("type[A]", Article), validator=_is_class)
    """The class of the articles."""
    profile: Profile | None = attrs.field(default=None, validator=_is_profile)
    """What is known about the source of the texts."""

    # What a format's own file says.

    def detects(self, text: str) -> bool:
        """Whether *text* looks like this format, by its content; False unless a format overrides it.

        Only the library's own formats are asked. A format of your own is always named by the caller.

        >>> from snippetkit.formats import format_named
        >>> (
        ...     format_named("json").detects('{"title": "Rain"}'),
        ...     format_named("json").detects("## Rain"),
        ... )
        (True, False)
        """
        return False

    def yields(self, text: str) -> bool:
        """Whether *text*, which this format detects, could just as well be in another format.

        Then the suffix of the file decides, provided the other format reads it without flaws.
        """
        return False

    def scan(self, text: str) -> Scan:
        r"""The slots of *text*: the place, name and value of each entry. Never raises.

        >>> from snippetkit.formats import format_named
        >>> [
        ...     slot.name
        ...     for slot in format_named("snippet").scan("## Rain\nDate: 5 May 2025\n").slots
        ... ]
        ['#title', 'Date']
        """
        raise NotImplementedError

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        r"""A fresh text with these *items*; raises `ValueError` if that is not possible.

        >>> from snippetkit.formats import format_named
        >>> format_named("snippet").compose([("#title", "Rain"), ("Date", "5 May 2025")])
        '---\n## Rain\nDate: 5 May 2025\n---\n'
        """
        raise NotImplementedError

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        r"""The edit that sets slot number *index* to *value*.

        >>> from snippetkit.formats import format_named
        >>> text, snippet = "## Rain\nDate: 5 May 2025\n", format_named("snippet")
        >>> snippet.replaced(text, snippet.scan(text), 1, "6 May 2025")
        Edit(start=14, end=24, text='6 May 2025')
        """
        raise NotImplementedError

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        r"""The edit that inserts a slot before number *index*. Inverse of `removed`.

        >>> from snippetkit.formats import format_named
        >>> text, snippet = "## Rain\nDate: 5 May 2025\n", format_named("snippet")
        >>> snippet.inserted(text, snippet.scan(text), 1, "Editor", "A. Khan")
        Edit(start=8, end=8, text='Editor: A. Khan\n')
        """
        raise NotImplementedError

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        r"""The edit that removes slot number *index*. Inverse of `inserted`.

        >>> from snippetkit.formats import format_named
        >>> text, snippet = "## Rain\nDate: 5 May 2025\n", format_named("snippet")
        >>> snippet.removed(text, snippet.scan(text), 1)
        Edit(start=8, end=25, text='')
        """
        raise NotImplementedError

    def parts(self, text: str) -> Parts:
        r"""The places of the articles in a text that may hold several; by default it is one article.

        >>> from snippetkit.formats import format_named
        >>> one = "## Rain\nDate: 5 May 2025\n\nIt rained.\n"
        >>> format_named("snippet").parts(one + "\n" + one).spans
        [(0, 37), (38, 75)]
        """
        return Parts([(0, len(text))])

    def inner_slots(self, scan: Scan) -> list[Slot]:
        r"""Entries inside a field's value that have no field of their own, for ``extra``, named by their path.

        Each has the place of the whole value. By default there are none.

        >>> from snippetkit.formats import format_named
        >>> text = "---\ntitle: Rain\nauthors:\n- {name: A. Khan, twitter: '@khan'}\n---\n"
        >>> markdown = format_named("markdown")
        >>> [slot.name for slot in markdown.inner_slots(markdown.scan(text))]
        ['authors[0].twitter']
        """
        return []

    def rule(self, text: str, scan: Scan, index: int) -> tuple[str, float]:
        r"""The rule that found slot number *index*, in a clause, and its confidence.

        See `snippetkit.explanation.Evidence.confidence`.

        >>> from snippetkit.formats import format_named
        >>> text, snippet = "Rain\nDate: 5 May 2025\n", format_named("snippet")
        >>> snippet.rule(text, snippet.scan(text), 1)
        ("the label 'Date'", 1.0)
        """
        name = scan.slots[index].name
        return ("what follows the header" if name == BODY else f"the entry {name!r}"), 1.0

    def _named(self, name: str) -> tuple[str, int]:
        """The field that has this *name*, and the rank of the name: 0 is the best."""
        return self._fields.get(self.fold(name), ("", 0))

    def codec(self, kind: Any) -> Codec:
        """The codec for values of the declared type *kind*.

        >>> from snippetkit.formats import format_named
        >>> format_named("snippet").codec(bool).encode(True, "no")
        'yes'
        """
        return Typed(kind)

    def word(self, attribute: attrs.Attribute[Any]) -> str:
        """The name in a text of a field that a subclass adds: its key, or its own name.

        >>> from snippetkit.formats import format_named
        >>> @attrs.frozen(kw_only=True)
        ... class Report(Article):
        ...     desk: str | None = None
        >>> format_named("snippet").word(attrs.fields(Report).desk)
        'Desk'
        """
        return str(attribute.metadata.get("snippetkit.key") or attribute.name)

    def fold(self, name: str) -> str:
        """*name* in the form in which names are compared.

        >>> from snippetkit.formats import format_named
        >>> format_named("snippet").fold("CATEGORY"), format_named("json").fold("CATEGORY")
        ('category', 'CATEGORY')
        """
        return name

    def languages_of(self, name: str) -> tuple[str, ...]:
        """The languages that *name* is a label of; they decide how a date after it is read.

        >>> from snippetkit.formats import format_named
        >>> format_named("snippet").languages_of("Veröffentlicht am")
        ('de',)
        """
        return ()

    # What follows from it.

    def field_of(self, name: str) -> str:
        """The field of a slot with this *name*; empty if it has none."""
        return self._named(name)[0]

    def _keeps(self, base: type[Format[Any]], names: Iterable[str]) -> bool:
        """Whether it has the methods of *base* under these *names*, and no overrides of them."""
        return all(getattr(type(self), name) is getattr(base, name) for name in names)

    def of(self, cls: type[B]) -> Format[B]:
        r"""This format for another class of articles.

        Raises:
            InvalidValue: *cls* is not a class of articles.

        >>> from snippetkit.formats import format_named
        >>> @attrs.frozen(kw_only=True)
        ... class Report(Article):
        ...     desk: str | None = None
        >>> format_named("snippet").of(Report).read("## Rain\nDesk: Sport\n").article.desk
        'Sport'
        """
        if cast(Any, cls) is self.cls:
            return cast("Format[B]", self)
        _is_class(None, None, cls)
        return cast("Format[B]", _with(self, cls=cast(Any, cls)))

    def knowing(self, profile: Profile) -> Format[A]:
        r"""This format for texts of a source with a *profile*.

        >>> from snippetkit import Profile, Source
        >>> from snippetkit.formats import format_named
        >>> known = format_named("snippet").knowing(Profile(source=Source(name="Inselpost")))
        >>> known.read("## Rain\n").article.source.name
        'Inselpost'
        """
        from snippetkit.model.profile import checked  # few texts have one

        checked(profile)
        return self if profile == self.profile else _with(self, profile=profile)

    def __getstate__(self) -> dict[str, Any]:
        return {a.name: getattr(self, a.name) for a in attrs.fields(type(self))}

    def read(self, text: str, scan: Scan | None = None) -> Reading[A]:
        """The article of *text*, and the flaws found in it. Inverse of `create`.

        >>> from snippetkit.formats import format_named
        >>> article, flaws = format_named("json").read('{"title": "Rain"}')
        >>> article.title, flaws
        ('Rain', ())

        Raises:
            InvalidValue: *text* is not a text.
        """
        must_be("text", text, str, "a text")
        scan = scan or self.scan(text)
        found, rest = self.assign(scan)
        slots = {name: scan.slots[index] for name, index in found.items()}
        entries = [Entry(self, self.members[name], slots[name], found, scan) for name in found]
        values = self.maker.unsaid()
        flaws = [*scan.flaws, *decoded(entries, values)]
        values[self.members["extra"].place] = self._extra(scan, rest, flaws)
        return Reading(self.maker.made(values, slots, text, flaws), tuple(flaws))

    def quick(self, text: str | bytes) -> A | None:
        """The article of a text, or of its UTF-8 bytes, if a quick way finds it and no flaws; else None.

        Inverse of `create_bytes`.
        """
        return None

    def says(self, text: str, article: A) -> bool:
        """Whether a quick look shows that *text* holds exactly *article*, without flaws; False if unsure."""
        return False

    def assign(self, scan: Scan) -> tuple[dict[str, int], list[int]]:
        r"""Field → the number of its slot, and the numbers of the slots that have no field.

        Of several slots for one field, the one with the best name counts, then the first. A second
        slot of the same name never counts; the scan has a flaw for it. All texts with the same names
        share the result, so do not change it.

        >>> from snippetkit.formats import format_named
        >>> snippet = format_named("snippet")
        >>> snippet.assign(snippet.scan("## Rain\nEditor: A. Khan\nDate: 5 May 2025\n"))
        ({'title': 0, 'published': 2}, [1])
        """
        names = tuple(map(_NAME, scan.slots))
        known = self._assigned.get(names)
        if known is None:
            if len(self._assigned) >= _ASSIGNED:
                self._assigned.clear()
            known = self._assigned[names] = self._assign(names)
        return known

    @functools.cached_property
    def _assigned(self) -> dict[tuple[str, ...], tuple[dict[str, int], list[int]]]:
        """Recent results of `assign`: texts of one source have the same names."""
        return {}

    def _assign(self, names: tuple[str, ...]) -> tuple[dict[str, int], list[int]]:
        found: dict[str, tuple[int, int]] = {}
        rest: list[int] = []
        seen: set[str] = set()
        for index, spelled in enumerate(names):
            name = self.fold(spelled)
            if name in seen:
                continue
            seen.add(name)
            field, rank = self._named(spelled)
            if not field:
                rest.append(index)
            elif field not in found:
                found[field] = rank, index
            else:
                best = min(found[field], (rank, index))
                rest.append(index if best == found[field] else found[field][1])
                found[field] = best
        return {field: index for field, (_, index) in found.items()}, sorted(rest)

    def edit(self, text: str, scan: Scan, field: str, value: Any, article: object = None) -> Edit:
        r"""The edit that sets *field* to *value*.

        What the class makes of the rest of *article* need not be said: the field goes.

        Raises:
            Unrepresentable: the format has no way to say it there.

        >>> from snippetkit.formats import format_named
        >>> text, snippet = "## Rain\n", format_named("snippet")
        >>> snippet.edit(text, snippet.scan(text), "title", "Snow")
        Edit(start=3, end=7, text='Snow')
        """
        found, _ = self.assign(scan)
        member = self.members[field]
        index = found.get(field)
        try:
            if is_absent(member.attribute, value, article) and index is not None:
                self._refuse_heirs(field, [*scan.slots[:index], *scan.slots[index + 1 :]])
                return self.removed(text, scan, index)
            if index is not None:
                slot = scan.slots[index]
                if field in self._spoken:
                    plain = Entry(self, member, slot, found, scan).spelled(value, [slot.name])
                else:
                    plain = member.codec.encode(value, slot.value)
                return self.replaced(text, scan, index, plain)
            place, name = self._place(field, found, scan), self._name_in(scan, field)
            plain = self._encoded_like(scan, field, name, value)
            return self.inserted(text, scan, place, name, plain)
        except ValueError as error:
            raise Unrepresentable(field, str(error)) from None

    def _encoded_like(self, scan: Scan, field: str, name: str, value: Any) -> Plain:
        """The spelling of *value* in a new slot called *name*: a date is spelled like another date of the text."""
        member = self.members[field]
        plain = member.codec.encode(value, None)
        if isinstance(value, Moment) and field in self._spoken:
            found, _ = self.assign(scan)
            for other, index in found.items():
                if self.members[other].kind == member.kind:
                    slot = scan.slots[index]
                    entry = Entry(self, member, slot._replace(name=name), found, scan)
                    spelled = entry.spelled(value, [slot.name, name])
                    if spelled != plain:
                        return spelled
        return plain

    def _refuse_heirs(self, field: str, others: Iterable[Slot]) -> None:
        for slot in others:
            if self.field_of(slot.name) == field:
                raise ValueError(
                    f"{slot.name!r} in the text would then be read for it; take that away first"
                )

    def edits_extra(
        self, text: str, scan: Scan, keys: Iterable[str], extra: FrozenDict[Frozen]
    ) -> list[Edit]:
        """The edits that set *keys* to their values in *extra*, or remove those that it does not have.

        The caller checks that they have the wanted effect together.

        Raises:
            Unrepresentable: the format has no way to say it there.
        """
        return [self._edit_extra(text, scan, key, extra) for key in keys]

    def _edit_extra(self, text: str, scan: Scan, key: str, extra: FrozenDict[Frozen]) -> Edit:
        at = self._unknown(scan)
        try:
            if key not in extra and key not in at:
                raise ValueError("it would stand in the body once the labels above it are gone")  # noqa: TRY301
            if key not in extra:
                return self.removed(text, scan, at[key])
            plain = thaw(extra[key])
            if key in at:
                return self.replaced(text, scan, at[key], plain)
            places = scan.once("places", lambda: _places(extra, at, len(scan.slots)))
            return self.inserted(text, scan, places[key], key, plain)
        except ValueError as error:
            raise Unrepresentable("extra", f"{key!r}: {error}") from None

    def _unknown(self, scan: Scan) -> dict[str, int]:
        """Name → number of the slots that have no field."""

        def by_name() -> dict[str, int]:
            return {scan.slots[index].name: index for index in reversed(self.assign(scan)[1])}

        return scan.once("unknown", by_name)

    def create(self, article: A) -> str:
        r"""A fresh text of *article*, in canonical form. Inverse of `read`.

        Raises:
            Unrepresentable: it would not read back the same; the error names the field.

        >>> from snippetkit.formats import format_named
        >>> format_named("snippet").create(Article(title="Rain", body="It rained."))
        '---\n## Rain\n---\n\nIt rained.'
        """
        quick = self.create_bytes(article)
        if quick is not None:
            return quick.decode()
        must_be("article", article, Article, "an Article")
        text = self.composed(article)
        back = self.read(text)
        if not back.flaws and same(back.article, article):
            return text
        raise difference(self, article, back)

    def create_bytes(self, article: A) -> bytes | None:
        """The text of `create` as UTF-8, if the format has a quick way; else None.

        Inverse of `quick`.
        """
        return None

    def composed(self, article: A) -> str:
        """The text of `create`, before it is read back."""
        items = []
        for field, name, attribute, absent in self._writing:
            value = getattr(article, field)
            if value is not absent and not is_absent(attribute, value, article):
                items.append((name, self._encoded(field, value)))
        extra = self._extra_items(article.extra)
        body = [item for item in items if item[0] == BODY]
        items = [item for item in items if item[0] != BODY]
        try:
            return self._composed([*items, *extra, *body])
        except ValueError as error:
            raise Unrepresentable(*self._blamed(items, extra, body, error)) from None

    def losses(self, article: A) -> tuple[tuple[Loss, ...], A]:
        r"""What this format cannot hold of *article*, and the article that it can hold.

        Raises:
            Unrepresentable: there is no such article, because a required field cannot be held, or
                because the class changes the values that could be kept.

        >>> from snippetkit.formats import format_named
        >>> found, rest = format_named("snippet").losses(
        ...     Article(title="Rain\nand snow", body="It rained.")
        ... )
        >>> [loss.field for loss in found], rest.title
        (['title'], 'Rain and snow')
        """
        return losses(self, article)

    # Tables, made once for each format and class.

    @functools.cached_property
    def members(self) -> dict[str, Member]:
        """The fields of the class by name, in its order, without those of ``init=False``.

        Raises:
            InvalidValue: two fields, of the class or of a model in it, share a name in this format; or
                no text can hold a field's type.

        >>> from snippetkit.formats import format_named
        >>> format_named("json").members["title"].names
        ('title',)
        """
        kinds = field_types(self.cls)
        members = [a for a in attrs.fields(cast(Any, self.cls)) if a.init]
        made = {a.name: self._member(place, a, kinds[a.name]) for place, a in enumerate(members)}
        if self.cls is not Article:
            self._refuse_shared(made)
            for kind in kinds.values():
                model_of(optional(kind) or item_of(kind) or kind)  # refuses its own
        return made

    def _refuse_shared(self, members: Mapping[str, Member]) -> None:
        """Refuse a field of a subclass that shares a name with another field."""
        owners = {self.fold(name): said for name, said in self.reserved.items()}
        ours = {a.name for a in attrs.fields(Article)}
        for field in sorted(members, key=lambda field: field not in ours):  # so theirs is told
            for name in members[field].names:
                owner = owners.setdefault(self.fold(name), field)
                if owner != field and field not in ours:
                    raise InvalidValue(
                        field,
                        f"{name!r} is a word for {owner} in the format {self.name}: "
                        "give the field another with snippetkit.field(key=…, label=…)",
                    )

    def _member(self, place: int, attribute: attrs.Attribute[Any], kind: Any) -> Member:
        codec = self.codecs.get(attribute.name)
        if codec is None:
            if kind != field_types(Article).get(attribute.name):  # ours are known
                refuse_unknown(kind, attribute.name)
            codec = self.codec(kind)
        if self.profile is not None:
            from snippetkit.formats._profile import fitted, source_of  # most formats need none

            codec = fitted(codec, kind, self.profile)
            source = source_of(self.profile, kind) if attribute.name == "source" else None
            if source is not None:  # a text that names none is this one's
                attribute = attribute.evolve(default=source)
        holds_none = kind is Any or type(None) in typing.get_args(kind)
        return Member(place, attribute, kind, codec, self._names(attribute), holds_none)

    @functools.cached_property
    def maker(self) -> Maker[A]:
        """What makes articles of the values of `members`."""
        return Maker(self.cls, self.members)

    @functools.cached_property
    def _spoken(self) -> frozenset[str]:
        """The fields whose values contain dates, and so depend on a language."""
        return frozenset(name for name, member in self.members.items() if speaks(member.codec))

    @functools.cached_property
    def differing(self) -> Callable[[A, A], list[str]]:
        """A function from two articles to the names of the fields in which they differ, in order."""
        others = others_of(self.members)

        def differing(one: A, other: A) -> list[str]:
            found = others(one, other)  # few: what is one and the same says the same
            return [name for name in found if not same(getattr(one, name), getattr(other, name))]

        return differing

    def _names(self, attribute: attrs.Attribute[Any]) -> tuple[str, ...]:
        if attribute.name == "extra":
            return ()
        return self.words.get(attribute.name) or (self.word(attribute),)

    def name_of(self, field: str) -> str:
        """The name to write for *field*: the first of its words.

        >>> from snippetkit.formats import format_named
        >>> (
        ...     format_named("snippet").name_of("categories"),
        ...     format_named("json").name_of("categories"),
        ... )
        ('Category', 'categories')
        """
        return self.members[field].names[0]

    def _name_in(self, scan: Scan, field: str) -> str:
        """The name to write for *field* in the text of this *scan*."""
        return self.name_of(field)

    @functools.cached_property
    def _fields(self) -> dict[str, tuple[str, int]]:
        """Folded name → its field, and the rank of the name."""
        table: dict[str, tuple[str, int]] = {}
        for field, member in self.members.items():
            for rank, name in enumerate(member.names):
                table.setdefault(self.fold(name), (field, rank))
        return table

    @functools.cached_property
    def _order(self) -> list[str]:
        """The fields in the order of writing: those in `words`, then those of a subclass."""
        known = [field for field in self.words if field in self.members]
        others = [field for field in self.members if field not in known and field != "extra"]
        return known + others

    @functools.cached_property
    def _writing(self) -> list[tuple[str, str, attrs.Attribute[Any], Any]]:
        """The fields in the order of writing, each with its name and the value that is left out."""
        found = [self.members[field] for field in self._order]
        blanks = [self.maker.blank[member.place] for member in found]
        return [
            (a.name, self.name_of(a.name), a, blank if is_absent(a, blank) else attrs.NOTHING)
            for a, blank in zip([member.attribute for member in found], blanks, strict=True)
        ]

    # Small steps of the above.

    def _extra(self, scan: Scan, rest: list[int], flaws: list[Flaw]) -> FrozenDict[Frozen]:
        extra: dict[str, Frozen] = {}
        for slot in [*self.inner_slots(scan), *[scan.slots[index] for index in rest]]:
            try:
                extra[slot.name] = freeze(slot.value, slot.name)
            except ValueError as error:
                flaws.append(Flaw(slot.start, slot.end, "bad-value", str(error), "extra"))
        return FrozenDict(extra)

    def _place(self, field: str, found: dict[str, int], scan: Scan) -> int:
        """The number of the slot before which *field* is inserted, by the order of writing."""
        at = self._order.index(field)
        lines = {name: n for name, n in found.items() if scan.slots[n].name != BODY}
        before = next((lines[name] for name in reversed(self._order[:at]) if name in lines), None)
        if before is not None:
            return before + 1
        return min((lines[name] for name in self._order[at:] if name in lines), default=0)

    def _encoded(self, field: str, value: Any) -> Plain:
        try:
            return self.members[field].codec.encode(value, None)
        except ValueError as error:
            raise Unrepresentable(field, str(error)) from None

    def _extra_items(self, extra: FrozenDict[Frozen]) -> list[tuple[str, Plain]]:
        return [(key, thaw(value)) for key, value in extra.items()]

    def _blamed(self, items: Any, extra: Any, body: Any, error: ValueError) -> tuple[str, str]:
        """The field or key that `compose` refused, which it also refuses alone, and the reason."""
        for name, plain in [*items, *body]:
            if self._refuses(name, plain):
                return self.field_of(name), str(error)
        for key, plain in extra:
            if self._refuses(key, plain):
                return "extra", f"{key!r}: {error}"
        return "extra", str(error)

    def _composed(self, items: Iterable[tuple[str, Plain]]) -> str:
        """What `compose` makes of *items*, if it is a text: what has a NUL is none, whoever wrote it."""
        text = self.compose(items)
        if "\0" in text:
            raise ValueError("a text cannot hold the character '\\x00'")
        return text

    def _refuses(self, name: str, plain: Plain) -> bool:
        try:
            self._composed([(name, plain)])
        except ValueError:
            return True
        return False


@functools.lru_cache(maxsize=128)
def _with(format: Format[Any], **change: Any) -> Format[Any]:
    """*format* with another class or profile; cached, because a format makes its tables once."""
    return attrs.evolve(format, **change)


def _places(extra: Iterable[str], at: Mapping[str, int], end: int) -> dict[str, int]:
    """For each new key of *extra*, the number of the slot before which it is inserted.

    It goes after the key before it in *extra*, or before the first existing one. *at* has the slots
    of the existing keys.
    """
    place, places = next((at[key] for key in extra if key in at), end), dict[str, int]()
    for key in extra:
        place = at[key] + 1 if key in at else place
        places[key] = place
    return places
