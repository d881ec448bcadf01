"""The laws, one a function: of a format and a text, or of articles; each raises where it is broken.

What a law takes, it says by the names of its parameters; `snippetkit.testing.checks` draws it:

* ``format``: the format under test, for its class of articles;
* ``text``: any text; ``draft``: a text by the grammar, with the plan;
* ``edited``, ``again``, ``steps``: articles that are edits of what the text says;
* ``article``, ``other``: articles of that class; ``words``: any texts.

So they serve a fuzzer (``law.total(format, text)``) and an assertion in production as well. "Or
refuses" means: raises `Unrepresentable` with the name of a field, and nothing has changed.
"""

from snippetkit.testing.law.fresh import (
    codec_inverse,
    create_get,
    create_put,
    losses_agree,
    losses_explain,
    losses_settle,
    put_put_canonical,
    same_text,
    three_states,
)
from snippetkit.testing.law.locality import (
    line_ends,
    locality,
    no_injection,
    unknown_kept,
    value_only,
    whole_slot,
)
from snippetkit.testing.law.reading import (
    as_planned,
    identity,
    lazy_eager,
    located,
    partition,
    pure,
    tolerant_extends,
    total,
    verbatim,
)
from snippetkit.testing.law.subclasses import base_keeps, base_unchanged
from snippetkit.testing.law.values import (
    copies,
    equal_hash,
    evolve_one,
    json_complete,
    nothing_normalised,
    same_is_equivalence,
    same_refines_equal,
    types_refused,
)
from snippetkit.testing.law.writing import (
    codec_manner,
    commute,
    documents_equal,
    edits_agree,
    get_put,
    history,
    put_get,
    put_plain,
    put_put_manner,
)

__all__ = [
    "as_planned",
    "base_keeps",
    "base_unchanged",
    "codec_inverse",
    "codec_manner",
    "commute",
    "copies",
    "create_get",
    "create_put",
    "documents_equal",
    "edits_agree",
    "equal_hash",
    "evolve_one",
    "get_put",
    "history",
    "identity",
    "json_complete",
    "lazy_eager",
    "line_ends",
    "locality",
    "located",
    "losses_agree",
    "losses_explain",
    "losses_settle",
    "no_injection",
    "nothing_normalised",
    "partition",
    "pure",
    "put_get",
    "put_plain",
    "put_put_canonical",
    "put_put_manner",
    "same_is_equivalence",
    "same_refines_equal",
    "same_text",
    "three_states",
    "tolerant_extends",
    "total",
    "types_refused",
    "unknown_kept",
    "value_only",
    "verbatim",
    "whole_slot",
]
