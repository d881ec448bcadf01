"""How Sphinx builds these pages."""

from __future__ import annotations

import importlib.metadata
from typing import Any

from sphinx.ext.napoleon.docstring import GoogleDocstring

project = "snippetkit"
author = "the snippetkit authors"
copyright = f"2026, {author}"
release = version = importlib.metadata.version("snippetkit")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["_build"]
# Not nitpicky: the types of the standard library and of attrs would need their inventories, and a
# build that asks the network for them fails where there is none.

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_numpy_docstring = False
# Docstrings write names of code in single backticks, as Markdown does.
default_role = "code"

html_theme = "furo"
html_title = f"snippetkit {release}"


def _attribute(docstring: Any) -> list[str]:
    """The docstring of an attribute as it is: Napoleon takes the words before a colon for its type."""
    lines = docstring._consume_to_end()
    return docstring._format_field("", "", GoogleDocstring(lines, docstring._config).lines())


GoogleDocstring._parse_attribute_docstring = _attribute  # type: ignore[method-assign]
