"""Codecs: how a format spells one kind of value, as a pair of inverse functions."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable
from typing import Any, Protocol, cast

import attrs

from snippetkit.convert import Step, item_of, model_of, optional, reader, writer
from snippetkit.model.same import same
from snippetkit.model.value import text_field
from snippetkit.syntax.tree import Plain

__all__ = ["Codec", "Typed", "Whole", "holds", "says"]


class Codec(Protocol):
    """How a format spells one kind of value: two functions, each the inverse of the other."""

    def decode(self, plain: Plain) -> Any:
        """The value that *plain* spells; raises `ValueError` with a reason if it spells none."""
        ...

    def encode(self, value: Any, like: Plain) -> Plain:
        """The spelling of *value*, in the style of *like*, the old spelling (None if there is none).

        Raises `ValueError` with a reason if it has none.
        """
        ...

    def fit(self, value: Any) -> Any:
        """As much of *value* as can be spelled, which is kept when loss is allowed; None for nothing."""
        ...


def says(codec: Codec, plain: Plain, value: Any) -> bool:
    """Whether *plain* spells just this *value*."""
    try:
        return same(codec.decode(plain), value)
    except ValueError:
        return False


def holds(codec: Codec, value: Any) -> bool:
    """Whether *value* has a spelling."""
    try:
        codec.encode(value, None)
    except ValueError:
        return False
    return True


class Whole:
    """What codecs have in common whose values are kept whole or not at all."""

    __slots__ = ()

    def fit(self, value: Any) -> Any:
        """Nothing: no such value is kept in part."""
        return None


@attrs.frozen(slots=False)
class Typed(Whole):
    """A value as a plain tree, by its declared type: the codec for everything without a better one."""

    kind: Any

    def decode(self, plain: Plain) -> Any:
        """The value of the declared type; inverse of `encode`.

        >>> Typed(tuple[str, ...]).decode(["rain", "snow"])
        ('rain', 'snow')
        """
        return self._read(plain)

    def encode(self, value: Any, like: Plain) -> Plain:
        """The plain tree; a model is kept as it is in *like*, or is a text where *like* has texts. Inverse of `decode`.

        >>> from snippetkit.model import Source
        >>> Typed(Source).encode(Source(name="Sun"), None)
        {'name': 'Sun'}
        >>> Typed(Source).encode(Source(name="Sun"), "Post")
        'Sun'
        """
        plain = cast(Any, self._write(value))
        item = item_of(self.kind)
        if plain and like and model_of(item or optional(self.kind) or self.kind):
            if item is None:
                return Typed(optional(self.kind) or self.kind)._alike([value], [plain], [like])[0]
            if isinstance(like, list):
                return Typed(item)._alike(value, plain, like)
        return cast(Plain, plain)

    def _alike(self, values: Iterable[Any], plains: list[Plain], like: list[Plain]) -> list[Plain]:
        """*Plains* of models: those that *like* says as they stand there, others in its manner."""
        said = {self._canonical(item): item for item in like}
        texts = [isinstance(item, str) for item in like]
        manner = itertools.chain(texts, itertools.repeat(texts[-1]))
        made = []
        for value, plain, as_text in zip(values, plains, manner, strict=False):
            spelled = repr(plain)
            text = getattr(value, text_field(type(value)) or "", None) if as_text else None
            is_text = isinstance(text, str) and self._canonical(text) == spelled
            made.append(said.get(spelled, text if is_text else plain))
        return made

    def _canonical(self, plain: Plain) -> str | None:
        """What tells whether two plain trees say the same; None of one that cannot be read."""
        try:
            return repr(self._write(self._read(plain)))
        except ValueError:
            return None

    @functools.cached_property
    def _read(self) -> Step:
        return reader(self.kind)

    @functools.cached_property
    def _write(self) -> Step:
        return writer(self.kind)

    def __getstate__(self) -> Any:
        return {"kind": self.kind}
