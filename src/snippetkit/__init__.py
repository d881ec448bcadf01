"""News articles as typed values, in every format they are exchanged in, with nothing lost."""

from __future__ import annotations

TYPE_CHECKING = False  # that of `typing`, whose import takes longer than all that is here
if TYPE_CHECKING:
    from typing import Any, Final

__all__ = [
    "Article",
    "Category",
    "Dateline",
    "Defect",
    "Document",
    "FileError",
    "Format",
    "FrozenDict",
    "InvalidValue",
    "Link",
    "Loss",
    "LossError",
    "Media",
    "MissingExtra",
    "Moment",
    "ParseError",
    "Person",
    "Profile",
    "Result",
    "SnippetError",
    "Source",
    "UnknownFormat",
    "Unrepresentable",
    "__version__",
    "detect",
    "dump",
    "dumps",
    "field",
    "load",
    "load_all",
    "loads",
    "losses",
    "register",
    "restore",
    "same",
]

__version__: Final = "0.1.0"

if TYPE_CHECKING:
    from snippetkit import restore
    from snippetkit.document import Document
    from snippetkit.errors import (
        Defect,
        FileError,
        InvalidValue,
        Loss,
        LossError,
        MissingExtra,
        ParseError,
        SnippetError,
        UnknownFormat,
        Unrepresentable,
    )
    from snippetkit.files import detect, dump, dumps, load, loads, losses
    from snippetkit.formats import Format
    from snippetkit.model import (
        Article,
        Category,
        Dateline,
        FrozenDict,
        Link,
        Media,
        Moment,
        Person,
        Source,
        field,
    )
    from snippetkit.model.profile import Profile
    from snippetkit.model.same import same  # from its package, mypy takes it for the module
    from snippetkit.profiles import register
    from snippetkit.results import Result, load_all
else:
    # Each name is imported when it is first asked for: `import snippetkit` costs a program nothing
    # before it reads an article. A test holds that this says the same as the imports above.
    _HOMES: Final = {
        "document": ("Document",),
        "errors": (
            *("Defect", "FileError", "InvalidValue", "Loss", "LossError", "MissingExtra"),
            *("ParseError", "SnippetError", "UnknownFormat", "Unrepresentable"),
        ),
        "files": ("detect", "dump", "dumps", "load", "loads", "losses"),
        "formats": ("Format",),
        "model": (
            *("Article", "Category", "Dateline", "FrozenDict", "Link", "Media", "Moment"),
            *("Person", "Source", "field", "same"),
        ),
        "model.profile": ("Profile",),
        "profiles": ("register",),
        "results": ("Result", "load_all"),
    }

    _MODULES: Final = ("restore",)

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        home = next((module for module, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(f"{__name__}.{home}"), name)
        return found


def __dir__() -> list[str]:
    return __all__
