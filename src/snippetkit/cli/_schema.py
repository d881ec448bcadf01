"""``snippetkit schema``: print the JSON Schema of the format ``json``."""

from __future__ import annotations

import argparse

__all__ = ["run_schema"]


def run_schema(_: argparse.Namespace) -> bool:
    """Print the schema."""
    import json

    from snippetkit.schema import schema

    print(json.dumps(schema(), indent=2))
    return True
