"""The role of each paragraph: title, heading, list item, verse and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

from snippetkit.pdf.drafts import Draft
from snippetkit.pdf.junctions import is_item
from snippetkit.pdf.page import Line
from snippetkit.pdf.setting import Setting
from snippetkit.pdf.words import Joiner, Joint

__all__ = ["Block", "Kind", "blocks_of", "is_said"]

Kind = Literal["title", "heading", "paragraph", "item", "quote", "verse", "note"]
"""The role of a block. A verse may also be an address or a table; a note is small print."""

_SMALL = 0.92
"""How many times larger than most letters those of notes are, at most."""
_FIRST = 20
"""How many blocks from the top a title is looked for."""
_LONGEST_TITLE = 6
"""How many lines a title has, at most."""
_SAID = 8
"""How many letters a title has, at least, that is told by the file's own word for it."""
_HEADING = re.compile(r"H[1-6]?|Title")
_QUOTE = frozenset(("BlockQuote",))


@attrs.frozen
class Block:
    """A paragraph, heading, list item or the like."""

    kind: Kind
    text: str
    """The text; only the lines of a verse are kept as lines."""
    page: int
    """The number of the page on which it begins."""
    lines: tuple[Line, ...]
    """The lines of the page from which it was made, in order."""
    reason: str
    """Why it begins where it does, in a clause."""
    links: tuple[tuple[int, int, str], ...] = ()
    """The links in its text: start, end, address."""

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.lines[0].size


def blocks_of(
    drafts: Sequence[Draft], setting: Setting, joiner: Joiner, said: str
) -> tuple[Block, ...]:
    """The *drafts* with their roles; *said* is the title in the file's metadata."""
    found = [_block(draft, setting, joiner) for draft in drafts]
    title = _title(found, said)
    return tuple(
        attrs.evolve(block, kind="title") if at == title else block
        for at, block in enumerate(found)
    )


def _block(draft: Draft, setting: Setting, joiner: Joiner) -> Block:
    joint = _joint(draft, joiner)
    return Block(
        kind=_kind(draft, setting),
        text=joint.text,
        page=draft.page,
        lines=tuple(line for piece in draft.pieces for line in piece.lines),
        reason=draft.reason,
        links=tuple(joint.links),
    )


def _joint(draft: Draft, joiner: Joiner) -> Joint:
    joint = Joint()
    for number, piece in enumerate(draft.pieces):
        if number:
            joint.add("\n")
        joiner.join(joint, piece.lines)
    return joint


def _kind(draft: Draft, setting: Setting) -> Kind:
    first = draft.pieces[0].lines[0]
    tag = first.tag.kind if first.tag is not None else ""
    if setting.is_large(first.size) or _HEADING.fullmatch(tag) or _is_bold(draft, setting):
        return "heading"
    if tag == "LI" or is_item(first):
        return "item"
    if first.size < _SMALL * setting.body:
        return "note"
    if len(draft.pieces) > 1:
        return "verse"
    return "quote" if tag in _QUOTE or draft.is_narrow else "paragraph"


def _is_bold(draft: Draft, setting: Setting) -> bool:
    lines = [line for piece in draft.pieces for line in piece.lines]
    return not setting.is_bold and len(lines) <= 3 and all(line.style.bold for line in lines)


# ── the title ───────────────────────────────────────────────────────────────────────────────────


def _title(blocks: Sequence[Block], said: str) -> int | None:
    """The number of the block that is the title: what the file calls so, or the largest at the top."""
    top = [at for at, block in enumerate(blocks[:_FIRST]) if block.page == blocks[0].page]
    top = [at for at in top if len(blocks[at].lines) <= _LONGEST_TITLE]
    named = [at for at in top if is_said(blocks[at].text, said)]
    large = [at for at in top if blocks[at].kind == "heading"]
    if not named and not large:
        return None
    if named:
        return max(named, key=lambda at: (_begins(said, blocks[at].text), blocks[at].size, -at))
    best = max(large, key=lambda at: (_size(blocks[at]), -at))
    return best if _is_above(blocks, best) else None


def _size(block: Block) -> float:
    return block.size + (0.5 if block.lines[0].style.bold else 0)


def _is_above(blocks: Sequence[Block], title: int) -> bool:
    """Whether no more than a few short blocks stand above."""
    return sum(len(block.lines) > 2 and block.kind == "paragraph" for block in blocks[:title]) < 2


def is_said(text: str, said: str) -> bool:
    """Whether a block is the title in the file's metadata, which may have the site's name added."""
    ours, theirs = _letters(text), _letters(said)
    return len(ours) >= _SAID and (ours in theirs or (len(theirs) >= _SAID and theirs in ours))


def _begins(said: str, text: str) -> bool:
    """Whether what the file says begins with it: the name of the site stands behind most titles."""
    return _letters(said).startswith(_letters(text))


def _letters(text: str) -> str:
    return "".join(_lettered(text.casefold()))


def _lettered(text: str) -> Iterator[str]:
    return (character for character in text if character.isalnum())
