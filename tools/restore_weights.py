"""Makes `snippetkit/restore/_weights.py` of texts with known paragraphs: `python tools/restore_weights.py FOLDER`.

FOLDER is the train half of the measuring set (`benchmarks/paragraphs`). Needs numpy. Logistic
regression, twice: the first weighs what two lines show, the second knows the first's guesses at all
the gaps of a text. Every factor keeps its name; a weight above zero speaks for joining.
"""

from __future__ import annotations

import difflib
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from snippetkit.restore.columns import unwoven
from snippetkit.restore.context import shared
from snippetkit.restore.decide import chances
from snippetkit.restore.evidence import Factors, local
from snippetkit.restore.furniture import furniture
from snippetkit.restore.languages import words_of
from snippetkit.restore.lines import Line, lines_of
from snippetkit.restore.looks import Looks
from snippetkit.restore.restoration import Restoration
from snippetkit.restore.survey import Survey

TARGET = Path(__file__).parent.parent / "src" / "snippetkit" / "restore" / "_weights.py"
WITHOUT_SPACES = frozenset({"zh", "ja", "th"})
FOLDS = 5
ENOUGH = 0.5
"""The share of lines that must be found in the truth for a text to be learned from."""
FARTHEST = 6
"""How many words may be missing at a gap."""
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HYPHEN_SIGNS = re.compile("[\ufffe\x02]")
_SPACES = re.compile(r"\s+")


class Example(NamedTuple):
    """A text, and for each gap between its lines: a join (1), a break (0), or not known."""

    name: str
    extractor: str
    tree: dict[str, Any]
    text: str
    survey: Survey
    factors: list[Factors]
    truth: list[int | None]

    @property
    def article(self) -> str:
        """What it is a rendering of."""
        return str(self.tree["name"])


# ── truth ───────────────────────────────────────────────────────────────────────────────────────


def examples(folder: Path) -> Iterator[Example]:
    """Every text of the set that can be aligned, and each article as it should be, twice."""
    whole = set[str]()
    for path in sorted(folder.glob("*/article.json")):
        tree = json.loads(path.read_text("utf-8"))
        for file in sorted(path.parent.glob("*.txt")):
            text = file.read_bytes().decode("utf-8", "surrogatepass")
            example = aligned(path.parent.name, file.stem, tree, text)
            if example is not None:
                yield example
        if tree["name"] not in whole:
            whole.add(tree["name"])
            for between in ("\n", "\n\n"):
                text = between.join(block["text"] for block in tree["blocks"])
                yield unbroken(path.parent.name, tree, text)


def unbroken(name: str, tree: dict[str, Any], text: str) -> Example:
    """A text in which nothing is to be joined."""
    survey = Survey(lines_of(text), Looks(words_of(tree["language"])))
    return example_of(name, "whole", tree, text, survey, [0] * (len(survey.lines) - 1))


def aligned(name: str, extractor: str, tree: dict[str, Any], text: str) -> Example | None:
    """The text with the truth of each gap; None where too much of it is not the article's."""
    text = Restoration(text, unwoven(text)).text
    lines = lines_of(text)
    known = Looks(words_of(tree["language"]))
    gone = furniture(lines, known)
    kept = [line for at, line in enumerate(lines) if at not in gone]
    owners = owners_of(kept, tree)
    if sum(owner not in {None, MENU} for owner in owners) < ENOUGH * len(kept):
        return None
    truth = [truth_of(a, b, tree) for a, b in pairwise(owners)]
    return example_of(name, extractor, tree, text, Survey(kept, known), truth)


def example_of(
    name: str,
    extractor: str,
    tree: dict[str, Any],
    text: str,
    survey: Survey,
    truth: list[int | None],
) -> Example:
    """All that is learned from of one text."""
    return Example(name, extractor, tree, text, survey, local(survey), truth)


class Owner(NamedTuple):
    """Where a line's first and last known words stand in the truth: block and line of it, place.

    A line of a site's menus and notices is of block -1.
    """

    first: tuple[int, int]
    first_at: int
    last: tuple[int, int]
    last_at: int


MENU = Owner((-1, 0), 0, (-1, 0), 0)


def owners_of(lines: Sequence[Line], tree: dict[str, Any]) -> list[Owner | None]:
    """For each line, where in the truth it stands; None where it does not."""
    split = characters if tree["language"] in WITHOUT_SPACES else words
    truth = [
        (plain(unit), (number, part))
        for number, block in enumerate(tree["blocks"])
        for part, text in enumerate(block["text"].split("\n"))
        for unit in split(text)
    ]
    units, homes = put_together([split(line.text) for line in lines], {unit for unit, _ in truth})
    matcher = difflib.SequenceMatcher(None, [unit for unit, _ in truth], units, autojunk=False)
    places: list[list[int]] = [[] for _ in lines]
    totals = [0] * len(lines)
    for lines_of_unit in homes:
        for line in lines_of_unit:
            totals[line] += 1
    for start, other, size in matcher.get_matching_blocks():
        for step in range(size):
            for line in homes[other + step]:
                places[line].append(start + step)
    menus = {unit for text in tree["chrome"] for unit in split(text)}
    found: list[Owner | None] = []
    for line, at, total in zip(lines, places, totals, strict=True):
        if at and len(at) >= ENOUGH * total:
            found.append(Owner(truth[at[0]][1], at[0], truth[at[-1]][1], at[-1]))
        else:
            found.append(MENU if menus.issuperset(split(line.text)) else None)
    return found


def put_together(lines: Sequence[list[str]], known: set[str]) -> tuple[list[str], list[list[int]]]:
    """All words of all lines, those parted at a line's end as one, and the lines each stands on."""
    units: list[str] = []
    homes: list[list[int]] = []
    parted = False
    for number, line in enumerate(lines):
        rest = line
        if parted and line:
            units[-1] = units[-1].rstrip("-") + line[0]
            homes[-1].append(number)
            rest = line[1:]
        for unit in rest:
            units.append(unit)
            homes.append([number])
        after = lines[number + 1] if number + 1 < len(lines) else []
        head = rest[-1].rstrip("-") if rest else ""
        parted = bool(rest and after) and rest[-1].endswith("-") and plain(head + after[0]) in known
        if not parted and rest:
            units[-1] = plain(rest[-1])
    return [plain(unit) for unit in units], homes


def words(text: str) -> list[str]:
    """What a text is compared by."""
    return [word for word in normal(text).split(" ") if word]


def characters(text: str) -> list[str]:
    """What a text is compared by where no spaces part words."""
    return [character for character in normal(text) if character != " "]


def normal(text: str) -> str:
    """A text without what extractors do to it, a hyphen at its end kept."""
    text = unicodedata.normalize("NFKC", _HYPHEN_SIGNS.sub("- ", text))
    text = re.sub("[\u2010\u2011]", "-", text)
    if text.endswith("\u00ad"):
        text = text[:-1] + "-"
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip(" ")


def plain(word: str) -> str:
    """A word without its hyphens."""
    return word.replace("-", "") or word


def truth_of(before: Owner | None, after: Owner | None, tree: dict[str, Any]) -> int | None:
    """Whether two lines belong together, by where they stand in the truth."""
    if before is None or after is None or before is after is MENU:
        return None
    if before is MENU or after is MENU:
        return 0
    kinds = {tree["blocks"][before.last[0]]["kind"], tree["blocks"][after.first[0]]["kind"]}
    if "table" in kinds or not 0 <= after.first_at - before.last_at <= FARTHEST:
        return None
    return int(before.last == after.first)


# ── weights ─────────────────────────────────────────────────────────────────────────────────────


def fitted(all_factors: Sequence[list[Factors]], some: Sequence[Example]) -> dict[str, float]:
    """The weights that make the truth of *some* likeliest, held near zero."""
    rows, truth = [], []
    for factors, example in zip(all_factors, some, strict=True):
        for each, known in zip(factors, example.truth, strict=True):
            if each and known is not None:
                rows.append(each)
                truth.append(known)
    names = sorted({name for row in rows for name in row})
    column = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        for name, value in row.items():
            matrix[at, column[name]] = value
    return dict(zip(names, newton(matrix, np.array(truth, float)), strict=True))


def newton(matrix: Any, truth: Any) -> list[float]:
    """Logistic regression with a penalty of half the squares, by Newton's method."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (truth - chance) - weights
        curve = (matrix.T * (chance * (1 - chance))) @ matrix + np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights += step
        if abs(step).max() < 1e-6:
            break
    return [float(weight) for weight in weights]


def second_factors(example: Example, weights: dict[str, float]) -> list[Factors]:
    """The factors of the second round, by the weights of the first."""
    return shared(example.survey, example.factors, chances(example.factors, weights))


def trained(some: Sequence[Example]) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of both rounds."""
    first = fitted([example.factors for example in some], some)
    return first, fitted([second_factors(example, first) for example in some], some)


# ── how good they are ───────────────────────────────────────────────────────────────────────────


def crossed(
    some: Sequence[Example], group: Callable[[Example], str]
) -> list[tuple[Example, list[float]]]:
    """Each example with the chances given by weights that no example of its group had a part in."""
    groups = sorted({group(example) for example in some})
    fold = {name: at % FOLDS for at, name in enumerate(groups)}
    found = []
    for number in range(min(FOLDS, len(groups))):
        first, second = trained([each for each in some if fold[group(each)] != number])
        found += [
            (each, chances(second_factors(each, first), second))
            for each in some
            if fold[group(each)] == number
        ]
    return found


def shown(results: Sequence[tuple[Example, list[float]]]) -> Iterator[str]:
    """Errors, and what a chance means: in each tenth, how many gaps were joins."""
    pairs = [
        (chance, known)
        for example, some in results
        for chance, known, factors in zip(some, example.truth, example.factors, strict=True)
        if factors and known is not None
    ]
    wrong = sum((chance > 0.5) != known for chance, known in pairs)
    yield f"{len(pairs)} gaps, {wrong / len(pairs):.2%} wrong"
    for tenth in range(10):
        inside = [
            pair for pair in pairs if tenth <= 10 * pair[0] < tenth + 1 or pair[0] == 1 == tenth - 8
        ]
        if inside:
            said = sum(chance for chance, _ in inside) / len(inside)
            true = sum(known for _, known in inside) / len(inside)
            yield f"  said {said:.2f}, true {true:.2f} of {len(inside)}"


def written(first: dict[str, float], second: dict[str, float]) -> str:
    """The module."""
    rows = "".join(
        f'    "{name}": ({first.get(name, 0.0):.2f}, {second.get(name, 0.0):.2f}),\n'
        for name in sorted({*first, *second})
    )
    return HEAD.format(rows=rows)


HEAD = '''"""How much each factor speaks for joining two lines. Made by `tools/restore_weights.py`; not to be edited.

Logarithms of odds: 1 makes a join 2.7 times as likely, and -1 a break.
"""

from typing import Final

_WEIGHTS: Final = {{
    # factor: (by itself, knowing the first guess at every gap)
{rows}}}

FIRST: Final = {{name: first for name, (first, _) in _WEIGHTS.items()}}
SECOND: Final = {{name: second for name, (_, second) in _WEIGHTS.items()}}
'''


def main(folder: str) -> None:
    """Fit, say how good it is, and write the module."""
    some = list(examples(Path(folder)))
    for what, group in (
        ("articles", lambda example: example.article),
        ("layouts", lambda example: str(example.tree["layout"])),
        ("languages", lambda example: str(example.tree["language"])),
    ):
        print(f"on {what} left out:")
        for line in shown(crossed(some, group)):
            print(" ", line)
    TARGET.write_text(written(*trained(some)), "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(TARGET)], check=True)


if __name__ == "__main__":
    main(sys.argv[1])
