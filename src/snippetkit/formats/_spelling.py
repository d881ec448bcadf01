"""Codecs for values that newsrooms spell on a line of text, one for each kind of value.

Each codec has `decode` and `encode`, inverse functions, and `fit`: see
`snippetkit.formats._format.Codec`. `encode` keeps the style of the old spelling.
"""

from __future__ import annotations

import contextlib
import datetime
import enum
import functools
import itertools
import operator
import re
from collections.abc import Callable
from typing import Any, NamedTuple, cast, get_args

import attrs

from snippetkit import bylines, datelines
from snippetkit import dates as _dates
from snippetkit.convert import is_heir, item_of, optional, recast, structure, unstructure
from snippetkit.datelines.manner import Tongues
from snippetkit.formats._codec import Codec
from snippetkit.model import Category, Dateline, Moment, Person, Source, same
from snippetkit.model.moment import Order, as_moment
from snippetkit.model.value import Value, text_field, trusted
from snippetkit.syntax import json
from snippetkit.syntax.headers import HOST, NO_BREAK, bared
from snippetkit.syntax.template import BODY_START
from snippetkit.syntax.tree import Plain, Stamp

__all__ = [
    "SOURCE_PATTERN",
    "Body",
    "Bylines",
    "DateList",
    "Datelines",
    "Dates",
    "Days",
    "Heirs",
    "Inline",
    "Names",
    "Number",
    "OrJson",
    "Sources",
    "Target",
    "Text",
    "Times",
    "codec_for",
    "holds_empty",
    "own_codec",
    "source_at",
    "spelling",
]

_UNFIT = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
# A gap, too: behind it may stand another label.
_GAPS = re.compile(f"(?:{_UNFIT.pattern}| ){{2,}}|{_UNFIT.pattern}")
_NO_TEXT = re.compile("[\x00\ud800-\udfff]+")
_BLANK = " \t"


def _text(plain: Plain) -> str:
    if isinstance(plain, str):
        return plain
    raise ValueError(f"must be a text, not {type(plain).__name__}")


@attrs.frozen
class Text:
    """A text as it stands."""

    def decode(self, plain: Plain) -> str:
        """The text; inverse of `encode`."""
        return str.__str__(_text(plain))

    def encode(self, value: str, like: Plain) -> Plain:
        """The text; inverse of `decode`."""
        return value

    def fit(self, value: str) -> str:
        """The text on one line, without what a line cannot hold, and with single blanks."""
        return bared(_GAPS.sub(" ", value))


@attrs.frozen
class Body(Text):
    """A text of many lines."""

    def fit(self, value: str) -> str:
        """The text without the characters that no file of text holds."""
        return _NO_TEXT.sub("", value)


@attrs.frozen
class Dates:
    """A date or time in any of the spellings of `snippetkit.dates`; empty says none."""

    language: str | tuple[str, ...] | None = None
    """The language that decides where there are several readings, or some; None: not known."""
    order: Order | None = None
    """The order of day, month and year that does."""
    tongues: Tongues = ()
    """Groups of languages: a date is written in the first that spells the old one so."""
    zone: str | None = None
    """The key of the zone that an abbreviation means, if it may mean it."""

    def decode(self, plain: Plain) -> Moment | None:
        """The moment; inverse of `encode`."""
        text = plain if type(plain) is str else _text(plain)
        return _dates.read(text, self.language, self.order, zone=self.zone) if text else None

    def encode(self, value: Moment | None, like: Plain) -> Plain:
        """The moment in the manner of *like*, or in ISO 8601; inverse of `decode`."""
        if value is None:
            raise ValueError("nothing says that there is no date")
        old = like if isinstance(like, str) and like else None
        language = (old and _dates.spoken(old, self.tongues)) or self.language
        return Stamp(_dates.write(value, old, language, self.order, zone=self.zone))

    def fit(self, value: Moment | None) -> Moment | None:
        """Nothing: every moment can be said."""
        return None


@attrs.frozen
class Days:
    """A `datetime.date` in any of the spellings of a date; empty says none."""

    tongues: Tongues = ()
    """As those of `Dates`."""

    def decode(self, plain: Plain) -> datetime.date | None:
        """The day; inverse of `encode`."""
        moment = Dates().decode(plain)
        return None if moment is None else self._said(moment)

    def _said(self, moment: Moment) -> datetime.date:
        if moment.day is None or moment.hour is not None:
            raise ValueError(f"must be a day, no more and no less, not {moment}")
        return moment.date()

    def encode(self, value: datetime.date | None, like: Plain) -> Plain:
        """The day in the manner of *like*, or in ISO 8601; inverse of `decode`."""
        dates = Dates(tongues=self.tongues)
        return dates.encode(None if value is None else as_moment(value), like)

    def fit(self, value: datetime.date) -> Any:
        """Nothing: every day can be said."""
        return None


@attrs.frozen
class Times(Days):
    """A `datetime.datetime` in any of the spellings of a day with a clock time; empty says none."""

    def _said(self, moment: Moment) -> datetime.date:
        from snippetkit.exact import datetime_of  # few classes have such fields

        return datetime_of(moment)

    def encode(self, value: datetime.date | None, like: Plain) -> Plain:
        """The day and clock time in the manner of *like*, or in ISO 8601; inverse of `decode`."""
        moment = None if value is None else as_moment(value)
        if moment is not None and not moment.second and not moment.microsecond and _is_rough(like):
            moment = attrs.evolve(moment, second=None)
        return Dates().encode(moment, like)


def _is_rough(like: Plain) -> bool:
    """Whether it is a clock time without seconds."""
    try:
        moment = Dates().decode(like)
    except ValueError:
        return False
    return moment is not None and moment.precision == "minute"


_HYPHENS = frozenset("-–—")
_MARKS = _HYPHENS | {")"}
"""What a name ends in that may have something of a template's around it."""
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+)\Z")
_LONGEST_ENTITY = 32
_LINKED_NAME = re.compile(r"\[([^\[\] \t](?:[^\[\]]*[^\[\] \t])?)\]\([^()]*\)")
_SEPARATORS = ("|", ";", "،", "、", "，", "؛", "；", "·", "•", ",")  # the first that occurs parts
_ASCII_SEPARATORS = tuple(filter(str.isascii, _SEPARATORS))
_FRESH = (", ", "; ", " | ")


class _Piece(NamedTuple):
    """One stretch between separators: what the template put around the name, and the name."""

    before: str
    name: str
    after: str


@attrs.frozen
class Names:
    """Names on a line, parted by commas (or ``;``, ``|``, ``،``, ``、`` …), empty ones skipped.

    What a template leaves around a name, as in ``,English,International - ,Snippets`` and in the
    link ``[World](/world)``, is kept in the text and is not part of the name.
    """

    kind: type | None = None
    """The model that a name stands for; None for the text itself."""

    def decode(self, plain: Plain) -> tuple[Any, ...]:
        """The names in order; inverse of `encode`."""
        text = plain if type(plain) is str else _text(plain)
        names = (text[:1] == "#" and _hashtags(text)) or _names(text)
        kind = self.kind
        return tuple(names) if kind is None else tuple([_made(kind, name) for name in names])

    def encode(self, value: tuple[Any, ...], like: Plain) -> Plain:
        """The names with the separators of *like*; inverse of `decode`."""
        names = [self._name(one) for one in value]
        there = isinstance(like, str) and bool(self.decode(like))
        manner = _in_manner if not there or not _hashtags(cast(str, like)) else _as_hashtags
        for spelled in [manner(names, cast(str, like))] if there else _fresh(names):
            if same(self.decode(spelled), value):
                return spelled
        raise ValueError(
            "a name that is empty, is more than a line or holds what parts the names has no place on that line"
        )

    def fit(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        """The bare names that a line can hold."""
        bare = [
            self._made(Text().fit(one if self.kind is None else _plain_name(one))) for one in value
        ]
        return tuple([one for one in bare if self._holds(one)])

    def _holds(self, one: Any) -> bool:
        try:
            self.encode((one,), None)
        except ValueError:
            return False
        return True

    def _made(self, name: str) -> Any:
        return name if self.kind is None else _made(self.kind, str.__str__(name))

    def _name(self, one: Any) -> str:
        name = one if self.kind is None else _plain_name(one)
        if self.kind is None and not isinstance(one, str):
            kind = type(one).__name__
            raise ValueError(f"names here are texts; for a {kind} the codec is Names({kind})")
        if not same(self._made(name), one):
            raise ValueError("a line of names holds nothing else of them")
        return cast(str, name)


@functools.lru_cache(maxsize=4096)
def _made(kind: type, name: str) -> Any:
    return _named(kind)((name,))


@functools.cache
def _named(kind: type) -> Callable[[tuple[str]], Any]:
    """A function from a name to a *kind*; the library's own need no checks of what is a text."""
    filled = text_field(kind) or "name"
    if kind in (Category, Person, Source):
        return trusted(kind, [filled])
    return lambda values: kind(**{filled: values[0]})


def _plain_name(one: Any) -> str:
    return cast(str, getattr(one, text_field(type(one)) or "name") or "")


def _pieces(text: str) -> tuple[str, list[_Piece]]:
    """The separator of a line of names, and the pieces between; joined they are the line."""
    separator = _separator(text)
    return separator, [_piece(part) for part in _split(text, separator)]


def _separator(text: str) -> str:
    for mark in _ASCII_SEPARATORS if text.isascii() else _SEPARATORS:
        if mark in text and (mark != ";" or "&" not in text or len(_split(text, mark)) > 1):
            return mark
    return ","


def _split(text: str, separator: str) -> list[str]:
    """*text* split; the semicolon of an entity of HTML, ``Arts &amp; Culture``, parts nothing."""
    parts = text.split(separator)
    if separator != ";" or "&" not in text:
        return parts
    joined = [parts[0]]
    for part in parts[1:]:
        if _ends_entity(joined[-1]):
            joined[-1] += f";{part}"
        else:
            joined.append(part)
    return joined


def _ends_entity(part: str) -> bool:
    """Whether a semicolon behind *part* is that of an entity of HTML: ``R&D`` is none."""
    found = _ENTITY.search(part[-_LONGEST_ENTITY:])
    if found is None or found[1][0] == "#":
        return found is not None
    from html.entities import html5  # few texts have one

    return f"{found[1]};" in html5


def _names(text: str) -> list[str]:
    """The names of a line, empty ones skipped."""
    # Nothing is called for most names, which would take half of the time.
    parts = _split(text, _separator(text))
    bare = [one.strip(_BLANK) for one in parts] if text.isascii() else [*map(bared, parts)]
    return [name if name[-1] not in _MARKS else _name(name) for name in bare if name]


def _name(part: str) -> str:
    name = bared(part)
    if name[-1:] in _HYPHENS:
        bare = name[:-1].rstrip(
            f"{_BLANK}{NO_BREAK}"
        )  # a template's, where blanks stand in front of it
        name = bare if len(bare) < len(name) - 1 else name
    link = _LINKED_NAME.fullmatch(name) if name[-1:] == ")" else None
    return name if link is None else link[1]


def _piece(part: str) -> _Piece:
    name = _name(part)
    at = part.find(name) if name else 0
    return _Piece(part[:at], name, part[at + len(name) :])


_HASHTAG = re.compile(r"#([^\W\d_][\w-]*)")
_GAP = re.compile(r"[ \t]+")


def _hashtags(text: str) -> list[str]:
    """The words of a line of nothing but hashtags, commas between them or not; else none.

    >>> _hashtags("#rain #farm"), _hashtags("#rain, #farm"), _hashtags("#rain today, #farm")
    (['rain', 'farm'], ['rain', 'farm'], [])
    """
    words = [word for part in text.split(",") for word in _GAP.split(part.strip(_BLANK))]
    return [word[1:] for word in words] if all(map(_HASHTAG.fullmatch, words)) else []


def _as_hashtags(names: list[str], like: str) -> str:
    """*names* as hashtags, with the gaps of *like* between them. Inverse of `_hashtags`."""
    gaps = _HASHTAG.split(like)[2:-1:2] or [" "]
    gaps += gaps[-1:] * len(names)
    return "".join(f"{gap}#{name}" for gap, name in zip(["", *gaps], names, strict=False))


def _in_manner(names: list[str], like: str) -> str:
    """*names* with the separators of *like*, unchanged ones with all that stood around them."""
    separator, pieces = _pieces(like)
    old = [n for n, piece in enumerate(pieces) if piece.name]
    if len(old) == len(names):
        for n, name in zip(old, names, strict=True):
            pieces[n] = pieces[n]._replace(name=name)
        return separator.join("".join(piece) for piece in pieces)
    same_names = map(operator.eq, [pieces[n].name for n in old], names)
    head = sum(itertools.takewhile(bool, same_names))
    kept = pieces[: old[head - 1] + 1] if head else pieces[: old[0]] if old else []
    spaced = separator == "|" or len(pieces) == 1  # one name alone shows no manner
    gap = " " if spaced or any(piece.before[:1] == " " for piece in pieces[1:]) else ""
    tail = " " if any(piece.after[-1:] == " " and piece.name for piece in pieces[:-1]) else ""
    after = {
        pieces[n].name: pieces[n].after for n in old[head:]
    }  # what dangles stays with its name
    new = [
        _Piece(gap if kept or n else "", name, after.get(name, ""))
        for n, name in enumerate(names[head:])
    ]
    if kept and new and separator in "|·•" and kept[-1].name:
        kept[-1] = kept[-1]._replace(after=kept[-1].after or tail)
    return separator.join("".join(piece) for piece in [*kept, *new]).rstrip(_BLANK)


def _fresh(names: list[str]) -> list[str]:
    joined = [separator.join(names) for separator in _FRESH]
    return [
        *joined,
        *(f"{line}{separator.rstrip(' ')}" for line, separator in zip(joined, _FRESH, strict=True)),
    ]


@attrs.frozen
class Bylines:
    """Persons on a line, as by-lines name them: ``Ayesha Khan, Staff Writer, and B. Ali``."""

    def decode(self, plain: Plain) -> tuple[Person, ...]:
        """The persons in order; inverse of `encode`."""
        return bylines.read(_text(plain))

    def encode(self, value: tuple[Person, ...], like: Plain) -> Plain:
        """The persons in the manner of *like*; inverse of `decode`."""
        return bylines.write(value, like if isinstance(like, str) else None)

    def fit(self, value: tuple[Person, ...]) -> tuple[Person, ...]:
        """The persons that a line can hold, some of them by their bare names."""
        bare = [self._fitting(one) for one in value]
        return tuple([one for one in bare if self._holds((one,))])

    def _fitting(self, one: Person) -> Person:
        return one if self._holds((one,)) else Person(name=Text().fit(one.name))

    def _holds(self, value: tuple[Person, ...]) -> bool:
        try:
            line = self.encode(value, None)
        except ValueError:
            return False
        return _UNFIT.search(cast(str, line)) is None


# A link as CommonMark 0.31 (section 6.3) has it, its address perhaps in angle brackets and with a title
# behind it, and brackets in pairs; or an address in angle brackets alone.
_ADDRESS = r"""(?:[^()"\r\n]|(?<![ \t(])"|\([^()"\r\n]*\))*"""
_LINK = re.compile(
    r"(?P<before>\[[^\]\r\n]*\](?P<round>\([ \t]*+)(?P<angle><)?|<)"
    rf"(?P<target>(?(angle)[^<>\r\n]*|(?(round)(?:{_ADDRESS}(?<![ \t]))?|[^<>\r\n]*)))"
    r"""(?P<after>(?(angle)>)(?(round)[ \t]*(?:(?<=[ \t>])"[^"\r\n]*"[ \t]*)?\)|>))\Z"""
)


@attrs.frozen
class Sources:
    """A source by its name, perhaps as a Markdown link to its address; an empty line says none."""

    def decode(self, plain: Plain) -> Source | None:
        """The source; inverse of `encode`."""
        text = _text(plain)
        name, url = _linked(text) if text[:1] == "[" else (text, None)
        if url is not None:
            return Source(name=name, url=url)
        return cast(Source, _named(Source)((str.__str__(name),))) if name else None

    def encode(self, value: Source | None, like: Plain) -> Plain:
        """The name, linked where it was or has an address; inverse of `decode`."""
        if value is None or not value.name:
            raise ValueError("a source line holds a name, perhaps with an address")
        found = _LINKED.fullmatch(like) if isinstance(like, str) else None
        target = value.url
        if target is None and found and _linked(found[0])[1] is None:
            target = found[2]  # the template's: it says none
        spelled = value.name if target is None else f"[{value.name}]({target})"
        if not same(self.decode(spelled), value):
            raise ValueError("a source line holds a name and nothing else, but for an address")
        return spelled

    def fit(self, value: Source) -> Source | None:
        """The source with its name (or its domain) and, if they can be held, its address."""
        name = Text().fit(value.name or value.domain or "")
        for one in (Source(name=name, url=value.url), Source(name=name)):
            try:
                self.encode(one, None)
            except ValueError:
                continue
            return one
        return None


_LINKED = re.compile(rf"\[([^\[\]\r\n]+)\]\(({_ADDRESS})\)")


def _linked(text: str) -> tuple[str, str | None]:
    """The words and the target of a Markdown link that has both; *text* itself if it is none."""
    found = _LINKED.fullmatch(text) if text[:1] == "[" else None
    if found is None:
        return text, None
    name, target = found[1].strip(_BLANK), found[2].strip(_BLANK)
    if not name:
        return text, None
    return name, None if target in ("", "#") else target


@attrs.frozen
class Target:
    """An address, bare, as ``<address>`` or as the target of a Markdown link; ``#`` there is none."""

    def decode(self, plain: Plain) -> str | None:
        """The address; inverse of `encode`."""
        text = _text(plain)
        found = _LINK.match(text)
        target = found["target"].strip(_BLANK) if found else text
        return None if target == "#" or (found and not target) else target

    def encode(self, value: str | None, like: Plain) -> Plain:
        """The address where the old one stood, the link's text kept; inverse of `decode`."""
        found = _LINK.match(like) if isinstance(like, str) else None
        spelled = value if found is None else f"{found['before']}{value}{found['after']}"
        if value is None or self.decode(spelled) != value:
            raise ValueError("an address with these characters would read as another one")
        return spelled

    def fit(self, value: str) -> str | None:
        """Nothing: an address is not kept in part."""
        return None


@attrs.frozen
class Datelines:
    """``Tashkent, September 12, 2025 (AP)``: place, date and agency, each of which may be missing."""

    tongues: Tongues = ()
    """As those of `Dates`."""

    def decode(self, plain: Plain) -> Dateline | None:
        """The dateline; inverse of `encode`."""
        text = _text(plain)
        return datelines.read(text) if text else None

    def encode(self, value: Dateline | None, like: Plain) -> Plain:
        """The dateline, each part in the manner of *like*; inverse of `decode`."""
        if value is None:
            raise ValueError("nothing says that there is no dateline")
        return datelines.write(value, like if isinstance(like, str) else None, self.tongues)

    def fit(self, value: Dateline) -> Dateline | None:
        """Nothing: a dateline is not kept in part."""
        return None


def source_at(text: str, at: int) -> re.Match[str] | None:
    """A line with a host name alone, blank lines before it skipped, and the blank line below it."""
    return _SOURCE_LINE.match(text, at)


_ALONE = r"[ \t]*(?:\r\n|\r|\n|\Z)(?:[ \t]*(?:\r\n|\r|\n)|\Z)"
_SOURCE_LINE = re.compile(rf"[ \t\r\n]*+(?P<name>{HOST}){_ALONE}")
SOURCE_PATTERN = rf"(?>({HOST})\n\n{BODY_START}|(?![ \t\r\n]*+{HOST}{_ALONE}))"
"""What `source_at` finds: the name as a group, or surely none."""


@attrs.frozen
class Number:
    """``true``/``false`` (also ``yes``/``no``), whole and decimal numbers, as JSON spells them.

    Empty says none.
    """

    kind: type

    def decode(self, plain: Plain) -> Any:
        """The number or truth value; inverse of `encode`."""
        text = _text(plain)
        if not text:
            return None
        if self.kind is bool and text.lower() in _TRUTHS:
            return _TRUTHS[text.lower()]
        return structure(_as_json(text), self.kind)

    def encode(self, value: Any, like: Plain) -> Plain:
        """As JSON spells it, or yes and no where such a word stood; inverse of `decode`."""
        if isinstance(value, bool):
            manner = like.lower() if isinstance(like, str) else ""
            return ("yes" if value else "no") if manner in ("yes", "no") else str(value).lower()
        return repr(value)

    def fit(self, value: Any) -> Any:
        """Nothing: every number can be said."""
        return None


def _as_json(text: str) -> Plain:
    """What *text* says in JSON; the text itself, if it is none."""
    try:
        found = json.load(f'{{"value": {text}}}')
    except ValueError:
        return text
    return found["value"] if len(found) == 1 else text


_TRUTHS = {"true": True, "false": False, "yes": True, "no": False}


@functools.cache
def holds_empty(kind: Any) -> bool:
    """Whether an empty text is how a value of type *kind* is spelled: a text, bytes, some choice."""
    try:
        return unstructure(structure("", kind), kind) == ""
    except ValueError:
        return False


@attrs.frozen
class Inline:
    """Anything else: a word where a word says it all (dates, enumerations), or JSON on one line.

    Empty says none, unless there is a value that is spelled so.
    """

    kind: Any

    def decode(self, plain: Plain) -> Any:
        """The value of the declared type; inverse of `encode`."""
        text = _text(plain)
        if not text and not holds_empty(self.kind):
            return None
        said = [_as_json(text), text]
        is_json = text[:1] in ("{", "[", '"') or self._is_mixed
        first, second = said if is_json else reversed(said)
        try:
            return structure(first, self.kind)
        except ValueError:
            with contextlib.suppress(ValueError):
                return structure(second, self.kind)
            raise

    def encode(self, value: Any, like: Plain) -> Plain:
        """The value as a word or as JSON; inverse of `decode`."""
        if value is None and is_heir(self.kind, enum.Enum):
            raise ValueError("nothing says that there is none")
        plain = unstructure(value, self.kind)
        line = json.spelled(plain, json.ON_ONE_LINE, 1)
        for spelled in (plain, line):
            if isinstance(spelled, str) and self._reads(spelled, value):
                return spelled
        raise ValueError(f"{line[:80]} would read as something else on a line")

    def fit(self, value: Any) -> Any:
        """Nothing: what JSON holds, a line holds."""
        return None

    @property
    def _is_mixed(self) -> bool:
        """Whether it is a number or a text: then what is a number is none of the texts, without quotes."""
        kinds = get_args(self.kind)
        return str in kinds and not {int, float, bool}.isdisjoint(kinds)

    def _reads(self, spelled: str, value: Any) -> bool:
        try:
            return same(self.decode(spelled), value)
        except ValueError:
            return False


@attrs.frozen
class Heirs:
    """Values of an heir, spelled as those of its base are: what the heir adds has no place there."""

    codec: Any
    base: type
    kind: type

    def decode(self, plain: Plain) -> Any:
        """The values, with what the heir adds at its defaults; inverse of `encode`."""
        return _recast(self.kind, self.codec.decode(plain))

    def encode(self, value: Any, like: Plain) -> Plain:
        """As the base's; inverse of `decode`."""
        bare = _recast(self.base, value)
        if not same(_recast(self.kind, bare), value):
            raise ValueError(f"what a {self.kind.__name__} adds has no place on a line")
        return cast(Plain, self.codec.encode(bare, like))

    def fit(self, value: Any) -> Any:
        """What fits of the base's."""
        return _recast(self.kind, self.codec.fit(_recast(self.base, value)))


@attrs.frozen
class OrJson:
    """Values in a spelling of their own, or as JSON on the line where there is more to say."""

    codec: Any
    kind: Any

    def decode(self, plain: Plain) -> Any:
        """The values; inverse of `encode`."""
        text = _text(plain)
        said = _as_json(text) if text[:1] in ("{", "[") else text
        if said is not text:
            with contextlib.suppress(ValueError):
                return structure(said, self.kind)
        return self.codec.decode(text)

    def encode(self, value: Any, like: Plain) -> Plain:
        """In their own spelling, if it says them all; inverse of `decode`."""
        with contextlib.suppress(ValueError):
            spelled = self.codec.encode(value, like)
            if same(self.decode(spelled), value):
                return cast(Plain, spelled)
        return Inline(self.kind).encode(value, like)

    def fit(self, value: Any) -> Any:
        """What fits of them in their own spelling."""
        return self.codec.fit(value)


def _recast(kind: type, value: Any) -> Any:
    """One or several values as values of another class; see `snippetkit.convert.recast`."""
    if isinstance(value, tuple):
        return tuple([recast(kind, one) for one in value])
    return None if value is None else recast(kind, value)


@attrs.frozen
class DateList:
    """Dates on a line, parted by ``;`` or ``|``; by commas, if it is not one date with a comma."""

    tongues: Tongues = ()
    """As those of `Dates`."""

    def decode(self, plain: Plain) -> tuple[Moment, ...]:
        """The dates in order; inverse of `encode`."""
        _, parts = _dates_apart(_text(plain))
        return tuple([_one_date(part) for part in parts])

    def encode(self, value: tuple[Moment, ...], like: Plain) -> Plain:
        """The dates, parted as in *like* and in the manner of its first; inverse of `decode`."""
        if isinstance(like, str) and _says_dates(like, value):
            return like
        gap, old = _dates_apart(like if isinstance(like, str) else "")
        first = old[0] if old else None
        codec = Dates(tongues=self.tongues)
        spelled = gap.join(str(codec.encode(one, first)) for one in value)
        if _says_dates(spelled, value):
            return spelled
        raise ValueError("these dates would read as others on a line")

    def fit(self, value: tuple[Moment, ...]) -> tuple[Moment, ...] | None:
        """Nothing: every moment can be said."""
        return None


def _dates_apart(text: str) -> tuple[str, list[str]]:
    """What parts the dates on a line, and the parts that say something."""
    marks = [mark for mark in (";", "|") if mark in text]
    if not marks and "," in text and not _says_date(text):
        marks = [","]
    parts = [part.strip(_BLANK) for part in (text.split(marks[0]) if marks else [text])]
    gap = " | " if marks == ["|"] else f"{(marks or [';'])[0]} "
    return gap, [part for part in parts if part]


def _one_date(text: str) -> Moment:
    try:
        return cast(Moment, Dates().decode(text))
    except ValueError as error:  # among several, no other date of the text decides
        raise ValueError(str(error)) from None


def _says_date(text: str) -> bool:
    try:
        _one_date(text)
    except ValueError:
        return False
    return True


def _says_dates(spelled: str, value: tuple[Moment, ...]) -> bool:
    try:
        return same(DateList().decode(spelled), value)
    except ValueError:
        return False


_CODECS: dict[Any, Any] = {
    str: Text(),
    Moment: Dates(),
    Source: Sources(),
    Dateline: Datelines(),
    datetime.date: Days(),
    datetime.datetime: Times(),
    bool: Number(bool),
    int: Number(int),
    float: Number(float),
}
_LISTS: dict[Any, Any] = {
    str: Names(),
    Moment: DateList(),
    Category: Names(Category),
    Person: Bylines(),
}


def spelling(codec: Codec, tongues: Tongues) -> Codec:
    """*codec*, for dates in the first of *tongues* that spells the old one so; others as they are."""
    members = {member.name for member in getattr(type(codec), "__attrs_attrs__", ())}
    if "tongues" in members:
        return cast(Codec, attrs.evolve(cast(Any, codec), tongues=tongues))
    if "codec" in members:
        inner = cast(Any, codec).codec
        told = spelling(inner, tongues)
        return codec if told is inner else cast(Codec, attrs.evolve(cast(Any, codec), codec=told))
    return codec


def codec_for(kind: Any) -> Any:
    """The codec of a declared type on a line of text; ``X | None`` is spelled as ``X``.

    >>> codec_for(tuple[str, ...]).decode("rain, snow")
    ('rain', 'snow')
    """
    found = own_codec(kind)
    if found is None:
        return Inline(optional(kind) or kind)
    return OrJson(found, optional(kind) or kind) if isinstance(found, Heirs) else found


def own_codec(kind: Any) -> Any:
    """The codec of a type that has a spelling of its own on a line: an heir of a model, its base's."""
    kind = optional(kind) or kind
    item = item_of(kind)
    table, one = (_CODECS, kind) if item is None else (_LISTS, item)
    if one in table:
        return table[one]
    models = [base for base in table if issubclass(base, Value) and is_heir(one, base)]
    return Heirs(table[models[0]], models[0], one) if models else None
