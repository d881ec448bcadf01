"""How a format spells one kind of value: two functions, each the inverse of the other."""

from __future__ import annotations

import functools
from typing import Any, Protocol, cast

import attrs

from snippetkit.convert import Step, reader, writer
from snippetkit.syntax.tree import Plain

__all__ = ["Codec", "Typed"]


class Codec(Protocol):
    """How a format spells one kind of value: two functions, each the inverse of the other."""

    def decode(self, plain: Plain) -> Any:
        """The value that *plain* says; raises `ValueError` with a reason when it says none."""
        ...

    def encode(self, value: Any, like: Plain) -> Plain:
        """How to say *value*, in the manner of *like* (what stood there; None if nothing did).

        Raises `ValueError` with a reason when it cannot be said.
        """
        ...

    def fit(self, value: Any) -> Any:
        """As much of *value* as can be said; None for nothing. What is kept when loss is allowed."""
        ...


@attrs.frozen(slots=False)
class Typed:
    """A value as a plain tree by its declared type: the codec of everything without a better one."""

    kind: Any

    def decode(self, plain: Plain) -> Any:
        """The value of the declared type; inverse of `encode`.

        >>> Typed(tuple[str, ...]).decode(["rain", "snow"])
        ('rain', 'snow')
        """
        return self._read(plain)

    def encode(self, value: Any, like: Plain) -> Plain:
        """The plain tree; inverse of `decode`.

        >>> Typed(tuple[str, ...]).encode(("rain", "snow"), None)
        ['rain', 'snow']
        """
        return cast(Plain, self._write(value))

    @functools.cached_property
    def _read(self) -> Step:
        return reader(self.kind)

    @functools.cached_property
    def _write(self) -> Step:
        return writer(self.kind)

    def __getstate__(self) -> Any:
        return {"kind": self.kind}

    def fit(self, value: Any) -> Any:
        """Nothing: a value of another type is not kept in part."""
        return None
