"""Syntaxes: they turn a text into a plain tree with spans, and know nothing of articles."""
