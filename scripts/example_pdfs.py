"""Write the PDFs of `docs/exports`: `python -m scripts.example_pdfs`, from the project's root.

They are invented, and set by the small writer that the tests have.
"""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from pdfs import Leaf, Put, Style, pdf, typeset  # noqa: E402 - it stands in no package

FOLDER = ROOT / "docs" / "exports"

BRIDGE = (
    "Harbour Town, September 12, 2025 – The bridge over the harbour will be closed to cars on eleven weekends from October on, the harbour authority has said. Steel that was laid in 1954 is to be replaced.",
    "People on foot and on bicycles can cross at all times. For cars there will be a ferry, which takes thirty at a time and costs nothing.",
    "“We have put this off for ten years, and cannot for another,” said the master of the harbour. The works are to cost four million crowns.",
)
FERRY = (
    "The ferry to the island was late again on Monday, and nobody on the quay could say why. It came at last, at noon, with a hundred people on deck who had been promised breakfast on the other side and had been given none.",
    "It was the fourth time this month. The line has two boats, of which one has been in the yard since Easter, and the other was built when the island had half as many people as it has now. Its engine is older than its captain.",
    "The council has asked for a third boat in each of the last six years. It was told each time that the money would be there in the next one. This year it has asked for the money first, and for the boat when it comes.",
    "On the island they have begun to count. In the shop by the pier hangs a list of days on which the boat was on time, and there is much room on it still. The bread comes by boat as well, and so does the doctor.",
    "The owner of the line did not wish to comment, and then did: the sea, he said, is not a railway. The children who go to school by it have been told to take a book, and those who have read theirs may swap on deck.",
)
MARKET = (
    "The night market by the old station opens again on Friday, after a winter in which nobody knew whether it would. Forty stalls have been let, ten more than last year.",
    "New are a stall for repairs, where clocks and bicycles are put right while you eat, and a choir, which will sing at ten.",
)


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in (("bridge", bridge()), ("ferry", ferry()), ("market", market())):
        (FOLDER / f"{name}.pdf").write_bytes(data)


def bridge() -> bytes:
    """A print of a press page: label lines, a link, a page number."""
    style = Style(width=420, height=595, margin=40, size=9, leading=12, gap=7, footer="Page # of 1")
    head = [
        Put(40, 60, "Harbour bridge to close for", 20, bold=True),
        Put(40, 84, "eleven weekends", 20, bold=True),
        Put(40, 112, "Published on September 12, 2025", 9),
        Put(40, 126, "Category: Transport, Works", 9),
        Put(40, 140, "Show on website : Click Here", 9),
    ]
    (page,) = typeset(BRIDGE, attrs.evolve(style, margin=40))
    link = head[-1].right - 54, 131, head[-1].right, 143, "https://harbour.example/bridge"
    text = [attrs.evolve(put, baseline=put.baseline + 115 * (put.size == 9)) for put in page.puts]
    facts = {
        "Title": "Harbour bridge to close for eleven weekends",
        "CreationDate": "D:20260424223819+05'00'",
    }
    return pdf([attrs.evolve(page, puts=(*head, *text), links=(link,))], facts, "en")


def ferry() -> bytes:
    """Two pages of a paper in two columns, with running lines; the file says who wrote it."""
    style = Style(
        width=420, height=240, size=8, leading=11, gap=0, indent=10, columns=2, gutter=20, margin=40,
        header="The Harbour Courier · 5 May 2025", footer="- # -",
    )  # fmt: skip
    title = Put(40, 38, "Ferry late again", 18, bold=True)
    first, *rest = typeset(FERRY, style)
    facts = {
        "Title": "Microsoft Word - ferry.docx",
        "Author": "Ines Wade",
        "CreationDate": "D:20250505",
    }
    return pdf(
        [attrs.evolve(first, puts=(first.puts[0], title, *first.puts[1:])), *rest], facts, "en"
    )


def market() -> bytes:
    """What a browser prints of a page."""
    style = Style(width=420, height=595, margin=60, size=10, leading=14, gap=10)
    (page,) = typeset(MARKET, style)
    around = [
        Put(30, 20, "11/26/26, 9:41 AM", 7),
        Put(200, 20, "Night market opens again", 7),
        Put(30, 580, "https://market.example/opens", 7),
        Put(380, 580, "1/1", 7),
    ]
    text = [attrs.evolve(put, baseline=put.baseline + 20) for put in page.puts]
    title = Put(60, 55, "Night market opens again", 16, bold=True)
    return pdf(
        [Leaf((*around, title, *text), width=420, height=595)],
        {"Title": "Night market opens again"},
    )


if __name__ == "__main__":
    main()
