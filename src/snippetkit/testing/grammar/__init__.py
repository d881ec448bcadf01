"""Grammars that generate texts of each format, one per syntax, without reading anything."""
