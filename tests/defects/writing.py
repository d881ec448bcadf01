"""Formats that write wrongly."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any, ClassVar

import attrs
from hypothesis.errors import Flaky

from defects._seed import faulty_format
from newsroom import PressRelease
from snippetkit.codecs import Dates, Names, Text
from snippetkit.errors import Loss
from snippetkit.formats.json import Json
from snippetkit.formats.markdown import Markdown
from snippetkit.formats.snippet import Snippet
from snippetkit.model import Article, Moment
from snippetkit.syntax.tree import Edit, Plain, Scan, spliced


@faulty_format("value_only")
class RewritesTheLine(Snippet[Any]):
    """Writes the whole line anew for a new value."""

    name: ClassVar[str] = "a"

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        slot, edit = scan.slots[index], super().replaced(text, scan, index, value)
        if slot.name[:1] == "#" or ":" not in text[slot.begin : slot.start]:
            return edit
        return Edit(slot.begin, slot.end, f"{slot.name}: {edit.text.strip()}")


@faulty_format("value_only")
class TidiesTheLabel(Snippet[Any]):
    """Writes a label as the table has it when its value changes."""

    name: ClassVar[str] = "b"

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        slot, edit = scan.slots[index], super().replaced(text, scan, index, value)
        at = text.find(slot.name, slot.begin, slot.start)
        if at < 0 or slot.name[:1] == "#":
            return edit
        label = slot.name.capitalize()
        return Edit(at, edit.end, label + text[at + len(label) : edit.start] + edit.text)


@faulty_format("value_only")
class TrimsTheLine(Snippet[Any]):
    """Takes trailing blanks away where it writes."""

    name: ClassVar[str] = "c"

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        edit = super().replaced(text, scan, index, value)
        rest = text[edit.end :]
        return edit._replace(end=edit.end + len(rest) - len(rest.lstrip(" \t")))


@faulty_format("locality")
class TidiesTheText(Snippet[Any]):
    """Takes blanks at the ends of all lines away when anything is written."""

    name: ClassVar[str] = "d"

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        after = spliced(text, super().replaced(text, scan, index, value))
        return Edit(0, len(text), after.replace(" \n", "\n"))


@faulty_format("unknown_kept")
class DropsBlankLines(Snippet[Any]):
    """Takes the blank line behind a slot away with it."""

    name: ClassVar[str] = "e"

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        edit = super().removed(text, scan, index)
        rest = text[edit.end :]
        return edit._replace(end=edit.end + len(rest) - len(rest.lstrip("\r\n")))


@faulty_format("line_ends")
class InsertsLf(Snippet[Any]):
    """Ends its own lines with LF in every text."""

    name: ClassVar[str] = "f"

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        edit = super().inserted(text, scan, index, name, value)
        return edit._replace(text=edit.text.replace("\r\n", "\n").replace("\r", "\n"))


@faulty_format("whole_slot")
class RemovesTwoLines(Snippet[Any]):
    """Takes the line behind a slot with it, if nothing stands there."""

    name: ClassVar[str] = "g"

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        edit = super().removed(text, scan, index)
        return edit._replace(end=edit.end + (text[edit.end : edit.end + 1] == "\n"))


@faulty_format("whole_slot")
class LeavesTheLabel(Snippet[Any]):
    """Empties a line instead of taking it away."""

    name: ClassVar[str] = "h"

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        slot = scan.slots[index]
        return Edit(slot.start, slot.end, "")


@faulty_format("whole_slot")
class InsertsAndTidies(Snippet[Any]):
    """Takes blank lines away where it inserts."""

    name: ClassVar[str] = "i"

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        edit = super().inserted(text, scan, index, name, value)
        return edit._replace(
            end=edit.end + (text[edit.end : edit.end + 1] == "\n" and name != "#body")
        )


@faulty_format("whole_slot")
class InsertsIntoALine(Snippet[Any]):
    """Begins a line behind a blank line with blanks of its own, and so on no line of its own."""

    name: ClassVar[str] = "j"

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        edit = super().inserted(text, scan, index, name, value)
        blanks = (
            text[: edit.start].endswith("\n") and edit.start > 1 and text[edit.start - 2] == " "
        )
        return Edit(edit.start - 1, edit.end, "\n" + edit.text) if blanks else edit


@faulty_format("value_only")
class SortsKeys(Json[Any]):
    """Spells the whole object anew, in alphabetical order."""

    name: ClassVar[str] = "k"

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        items = {slot.name: slot.value for slot in scan.slots} | {scan.slots[index].name: value}
        if len(items) < len(scan.slots):
            return super().replaced(text, scan, index, value)
        return Edit(0, len(text), Json().compose(sorted(items.items())))


@faulty_format("value_only")
class DumpsFrontMatter(Markdown[Any]):
    """Writes all front matter anew, and so without its comments."""

    name: ClassVar[str] = "l"

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        edit = super().replaced(text, scan, index, value)
        comment = text.find(" #", edit.end)
        line = text.find("\n", edit.end)
        return edit._replace(end=line, text=edit.text) if 0 <= edit.end <= comment < line else edit


@faulty_format("put_plain")
class RefusesToReplace(Snippet[Any]):
    """Says that nothing can be replaced."""

    name: ClassVar[str] = "m"

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        raise ValueError("not today")


@faulty_format("put_new")
class RefusesToInsert(Snippet[Any]):
    """Says that there is no room for more."""

    name: ClassVar[str] = "zf"

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        raise ValueError("full")


@faulty_format("put_new")
class RefusesToRemove(Json[Any]):
    """Says that everything is needed."""

    name: ClassVar[str] = "zg"

    def removed(self, text: str, scan: Scan, index: int) -> Edit:
        raise ValueError("needed")


@faulty_format("put_new")
class AppendsAtTheEnd(Json[Any]):
    """Puts whatever is new behind everything else."""

    name: ClassVar[str] = "zj"

    def inserted(self, text: str, scan: Scan, index: int, name: str, value: Plain) -> Edit:
        return super().inserted(text, scan, len(scan.slots), name, value)


@attrs.frozen
class _ReadOnly(Names):
    """Names that are read and never written."""

    def encode(self, value: Any, like: Plain) -> Plain:
        raise ValueError("not written")


@faulty_format("read_create")
class ReadsWhatItNeverWrites(Snippet[Any]):
    """Refuses every tag, and calls each a loss."""

    name: ClassVar[str] = "zh"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "tags": _ReadOnly()}


@faulty_format("read_create")
class EndsEveryBody(Markdown[Any]):
    """Ends a body with one line end, and so has no room for one that ends otherwise."""

    name: ClassVar[str] = "zi"

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        return super().compose(items).rstrip("\n") + "\n"


@faulty_format("commute")
class CountsItsEdits(Snippet[Any]):
    """Spells the second edit of a run otherwise than the first."""

    name: ClassVar[str] = "o"
    edits: ClassVar[Any] = itertools.count()

    def replaced(self, text: str, scan: Scan, index: int, value: Plain) -> Edit:
        edit = super().replaced(text, scan, index, value)
        blank = " " * (next(self.edits) % 3)
        return edit if scan.slots[index].name == "#body" else edit._replace(text=edit.text + blank)


@attrs.frozen
class _Joined(Names):
    """Names joined with commas, whatever they hold."""

    def encode(self, value: Any, like: Plain) -> Plain:
        return ", ".join(value)


@faulty_format("codec_inverse")
class JoinsWithCommas(Snippet[Any]):
    """Writes a tag with a comma, which reads as two."""

    name: ClassVar[str] = "p"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "tags": _Joined()}


@attrs.frozen
class _Hashless(Text):
    """Titles without the marks of headings."""

    def decode(self, plain: Plain) -> str:
        return super().decode(plain).lstrip("#")


@faulty_format("codec_inverse")
class TakesHashesForMarks(Snippet[Any]):
    """Loses the ``#`` that a title begins with."""

    name: ClassVar[str] = "q"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "title": _Hashless()}


@attrs.frozen
class _Seconds(Dates):
    """Dates to the second."""

    def encode(self, value: Moment | None, like: Plain) -> Plain:
        return super().encode(
            None if value is None else attrs.evolve(value, microsecond=None), like
        )


@faulty_format("codec_inverse")
class DropsMicroseconds(Snippet[Any]):
    """Writes times to the second, without a word about the rest."""

    name: ClassVar[str] = "r"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "published": _Seconds()}


@attrs.frozen
class _Iso(Dates):
    """Dates in ISO 8601, whatever stood there."""

    def encode(self, value: Moment | None, like: Plain) -> Plain:
        return super().encode(value, None)


@faulty_format("codec_manner")
class SpellsDatesItsOwnWay(Snippet[Any]):
    """Turns ``September 12, 2025`` into ISO 8601."""

    name: ClassVar[str] = "s"
    codecs: ClassVar[dict[str, Any]] = {**Snippet.codecs, "published": _Iso()}


@attrs.frozen
class _Trusting(Text):
    """Texts, and nothing but texts."""

    def decode(self, plain: Plain) -> str:
        return plain.upper().lower() and plain  # type: ignore[union-attr, return-value]


@faulty_format("codec_manner", failure=AttributeError)
class RaisesAttributeErrors(Json[Any]):
    """Takes every value for a text."""

    name: ClassVar[str] = "t"
    codecs: ClassVar[dict[str, Any]] = {"title": _Trusting()}


class _Unchecked(Snippet[Any]):
    """A snippet that does not read what it has written."""

    def create(self, article: Any) -> str:
        return self.composed(article)


@faulty_format("create_get")
class InjectsHeaders(_Unchecked):
    """Writes a value with line ends into a label line, where each is a line of its own."""

    name: ClassVar[str] = "u"

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        lines = [f"{name}: {value}" for name, value in items if name[:1] != "#"]
        return "\n".join(["---", "## x", *lines, "---", ""])


@faulty_format("create_get")
class WritesBodiesWithoutABlankLine(_Unchecked):
    """Leaves the line out that parts a header from a body."""

    name: ClassVar[str] = "v"

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        return super().compose(items).replace("\n---\n\n", "\n---\n")


@faulty_format("create_put")
class GrowsByALine(Json[Any]):
    """Ends what it writes with one more line each time."""

    name: ClassVar[str] = "w"
    times: ClassVar[Any] = itertools.count()

    def compose(self, items: Iterable[tuple[str, Plain]]) -> str:
        return str(super().compose(items)) + "\n" * int(next(self.times))


@faulty_format("same_text")
class WritesByIdentity(Json[Any]):
    """Leaves a mark of the very object that it writes."""

    name: ClassVar[str] = "x"

    def create(self, article: Any) -> str:
        return super().create(article) + " " * (id(article) // 16 % 97)


@faulty_format("losses_agree")
class DeniesLosses(Snippet[Any]):
    """Says that nothing is lost."""

    name: ClassVar[str] = "y"

    def losses(self, article: Any) -> tuple[tuple[Loss, ...], Any]:
        return (), super().losses(article)[1]


@faulty_format("losses_explain")
class LosesMoreThanItSays(Snippet[Any]):
    """Drops the rights whenever anything is lost."""

    name: ClassVar[str] = "z"

    def losses(self, article: Any) -> tuple[tuple[Loss, ...], Any]:
        found, rest = super().losses(article)
        return found, attrs.evolve(rest, rights=None) if found else rest


@faulty_format("losses_explain")
class LosesWithoutNeed(Snippet[Any]):
    """Drops every category when one cannot be held, and the tags with them."""

    name: ClassVar[str] = "za"

    def losses(self, article: Any) -> tuple[tuple[Loss, ...], Any]:
        found, rest = super().losses(article)
        if not rest.tags:
            return found, rest
        more = Loss(field="tags", reason="too many", value=article.tags, kept=())
        return (*(loss for loss in found if loss.field != "tags"), more), attrs.evolve(
            rest, tags=()
        )


@faulty_format("losses_settle")
class LosesALittleEachTime(Json[Any]):
    """Shortens titles by a character whenever it is asked."""

    name: ClassVar[str] = "zb"

    def losses(self, article: Any) -> tuple[tuple[Loss, ...], Any]:
        found, rest = super().losses(article)
        if not rest.title:
            return found, rest
        less = attrs.evolve(rest, title=rest.title[1:])
        return (
            *found,
            Loss(field="title", reason="long", value=article.title, kept=less.title),
        ), less


@faulty_format("three_states")
class TakesEmptyForMissing(Json[Any]):
    """Writes nothing for an empty text, and calls that no loss."""

    name: ClassVar[str] = "zc"

    def losses(self, article: Any) -> tuple[tuple[Loss, ...], Any]:
        found, rest = super().losses(article)
        return found, attrs.evolve(rest, title=rest.title or None)


@faulty_format("base_keeps", PressRelease)
class ForgetsTheFieldsOfSubclasses(Snippet[Any]):
    """Reads as the base class what it knows there, and drops the rest."""

    name: ClassVar[str] = "zd"

    def read(self, text: str, scan: Scan | None = None) -> Any:
        article, flaws = super().read(text, scan)
        kept = {key: value for key, value in article.extra.items() if key != "Desk"}
        return type(super().read(text))(attrs.evolve(article, extra=kept), flaws)


@faulty_format("base_unchanged", PressRelease, failure=Flaky)
class LearnsFromSubclasses(Snippet[Any]):
    """Keeps one table of what it has read for all classes."""

    name: ClassVar[str] = "ze"
    seen: ClassVar[set[type]] = set()

    def read(self, text: str, scan: Scan | None = None) -> Any:
        self.seen.add(self.cls)
        reading = super().read(text, scan)
        if len(self.seen) < 2 or self.cls is not Article:
            return reading
        return reading._replace(article=attrs.evolve(reading.article, rights="learnt"))
