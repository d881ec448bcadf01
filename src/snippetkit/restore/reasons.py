"""The factors, put into words."""

from __future__ import annotations

from typing import Final

from snippetkit.restore.decide import AGAINST, FOR, Verdict
from snippetkit.restore.survey import Survey

__all__ = ["SAYS", "reason"]

SAYS: Final = {
    "always": "lines are oftener broken than ended",
    "both-titled": "both lines are written as titles are",
    "capital-rate": "few words inside a sentence have a capital here",
    "end-closed": "a quotation ends with the sentence",
    "end-rate": "a sentence ends with the line",
    "end>lower": "a sentence ends, but the next line goes on in lower case",
    "end>opened": "a sentence ends, and a quotation opens",
    "end>plain": "a sentence ends with the line",
    "end>upper": "a sentence ends, and a capital follows",
    "gap": "blank lines part paragraphs here",
    "head:bullet": "the next line has a list mark",
    "head:dash": "the next line starts with a dash",
    "head:digit": "the next line starts with a number",
    "head:inner": "the next line starts with a mark that starts no sentence",
    "head:lower": "the next line goes on in lower case",
    "head:number": "the next line is numbered",
    "head:opened": "a quotation or a bracket opens",
    "head:other": "the next line starts with a sign",
    "head:plain": "the next line starts with a word",
    "head:upper": "the next line starts with a capital",
    "hyphen>digit": "the line ends with a hyphen, and a number follows",
    "hyphen>lower": "the line ends within a word",
    "hyphen>number": "the line ends with a hyphen, and a number follows",
    "hyphen>plain": "the line ends within a word",
    "hyphen>upper": "the line ends with a hyphen, and a capital follows",
    "indent": "indentation parts paragraphs here",
    "inner-word": "“{last}” is followed by other words here",
    "leaning": "“{first}” leans on the sentence before",
    "left-fact": "the line says when or by whom",
    "left-figures": "the line has little but numbers",
    "left-titled": "the line is written as titles are",
    "length": "the paragraph is as long as others here",
    "near": "lines nearby are broken, or whole, in the same way",
    "need": "how likely a break there is for a word of that length",
    "never-first": "no sentence starts with “{first}”",
    "never-last": "no sentence ends with “{last}”",
    "noend": "sentences here end with a mark, and this line does not",
    "noend>plain": "no sentence ends with the line",
    "noend>upper": "no sentence ends, and a capital follows",
    "not-set-in": "the next line is too wide for a first line that is set in",
    "more>one-word": "the next line is one word",
    "one-word>more": "the line is one word",
    "one-word>one-word": "both lines are one word",
    "open-bracket": "a bracket is open",
    "open-quote": "a quotation is open",
    "opener": "“{first}” has a capital that it has not inside a sentence",
    "pair": "“{last} {first}” stands elsewhere on one line",
    "paragraph-rate": "how many sentences end a paragraph here",
    "right-fact": "the next line says when or by whom",
    "right-figures": "the next line has little but numbers",
    "right-titled": "the next line is written as titles are",
    "right-whole": "the next line is a whole paragraph",
    "run-marked": "short lines follow each other, and most end with a mark",
    "run:2": "two short lines follow each other",
    "run:3": "three short lines follow each other",
    "run:4": "short lines follow each other",
    "set-in": "the next line is as wide as a first line that is set in",
    "share": "most lines of this text are broken, or whole, in the same way",
    "stretch": "lines are stretched to the margin here, but the last of a paragraph",
    "tail:abbreviation": "the line ends with an abbreviation",
    "tail:closed": "the line ends with a closing mark",
    "tail:colon": "the line ends with a colon",
    "tail:comma": "the line ends with a comma",
    "tail:dash": "the line ends with a dash",
    "tail:digit": "the line ends with a number",
    "tail:end": "the line ends a sentence",
    "tail:hyphen": "the line ends with a hyphen",
    "tail:open": "the line ends with an opening mark",
    "tail:word": "the line ends in mid-sentence",
    "trail": "blanks at the ends of lines part paragraphs here",
    "unbroken": "no line of this text is surely broken",
    "unended:fifth": "a line without an end is very short",
    "unended:half": "a line without an end is half as wide as others",
    "unended:most": "a line without an end is nearly as wide as others",
    "unended:third": "a line without an end is short",
    "unended:top": "the lines stand at the top",
    "unended>full": "a line without an end stands above a full one",
    "unended>short": "a line without an end stands above another like it",
    "unended>tiny": "the next line is tiny",
    "unended>wider": "the next line is wider than this one needed to be",
    "unspaced": "nothing parts the two words at the line's end",
    "width:edge": "the next word hardly fitted on the line",
    "width:full": "the next word did not fit on the line",
    "width:none": "lines are broken at no width here",
    "width:over": "the line is wider than others",
    "width:over-full": "the line is as long as several full lines",
    "width:short": "the next word would have fitted on the line",
    "width:shorter": "the line is short",
    "width:shortest": "the line is very short",
    "width:whole": "the line is a whole paragraph",
}
"""The wording for each factor; it is the same whether the factor speaks for or against joining."""

_QUIET = frozenset({"always", "need", "share", "near"})
"""Factors that say nothing of one place: named only where nothing else decides."""
_FEWEST = 0.3
"""How strong a factor must be to be named."""


def reason(survey: Survey, gap: int, verdict: Verdict, joined: bool) -> str:
    """The two strongest factors for the decision about *gap*, in words."""
    weights = FOR if joined else AGAINST
    loud = [
        (name in _QUIET, -strength, name)
        for name, value in verdict.factors.items()
        if (strength := value * weights[name]) > _FEWEST
    ]
    names = [name for _, _, name in sorted(loud)[:2]] or ["always"]
    last, first = survey.tails[gap].word, survey.heads[gap + 1].word
    said = dict.fromkeys([SAYS[name].format(last=last, first=first) for name in names])
    return "; ".join(said)
