"""Read many sound made papers and print how often one raises a question that nothing on it gives cause for.

python scripts/false_signals.py [--seeds N] [--from SEED] [--scans]
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
_BOX = tempfile.TemporaryDirectory(prefix="redress-sound-")
os.environ.update(REDRESS_CACHE=f"{_BOX.name}/cache", REDRESS_DATA=f"{_BOX.name}/data", REDRESS_LEARN="0")

from redress.casework.investigated import case_beside, investigate  # noqa: E402
from redress.casework.reading import read_bytes  # noqa: E402
from redress.cli.questions import signals_of  # noqa: E402
from redress.model.document import Document  # noqa: E402
from redress.model.invoice import Invoice  # noqa: E402
from redress.model.reading import walk  # noqa: E402
from tests.papers_made import LAYOUTS, OPEN, MissingFontError  # noqa: E402
from tests.papers_made.facts import Paper  # noqa: E402
from tests.papers_made.making import draw, render  # noqa: E402

TODAY = dt.date(2026, 11, 24)


def true_of(papers: list[Paper]) -> set[str]:
    """The questions that the made *papers* do give cause for."""
    told = set()
    if any(p.payment is None for p in papers):
        told.add("signals/no_payment_terms")
    if any(p.ship_to and p.buyer and p.ship_to.street != p.buyer.street for p in papers):
        told.add("signals/shipped_elsewhere")
    return told


def questions(data: bytes, name: str) -> set[str]:
    """The questions the paper raises, sums that do not add up among them."""
    reading = read_bytes(name, data, "evidence")
    found = investigate(reading, case_beside(None), today=TODAY)
    asked = set()
    for node in walk(reading):
        if isinstance(node.reading, Invoice | Document):
            judged = found.get(node.source.name, ())
            asked |= {line.asks for line in signals_of(node.reading, judged)}
            asked |= {f.rule for f in judged if f.rule == "invoice/totals" and f.outcome == "unmet"}
    return asked


def looked(seeds: range, *, scans: bool) -> Iterator[tuple[str, int, set[str]]]:
    """Each open layout and seed with the questions that nothing gives cause for."""
    for layout in sorted(OPEN):
        for seed in seeds:
            try:
                sheets = draw(LAYOUTS[layout], seed)
                data, name = render(sheets).pdf, "paper.pdf"
            except MissingFontError:
                continue
            if scans:
                from tests.papers_made.scans import scan

                strength = "medium" if seed % 2 else "light"
                data, name = scan(data, seed, "tiff", strength), "paper.tiff"
            yield layout, seed, questions(data, name) - true_of([s.paper for s in sheets])


def main() -> None:
    """Print the papers with false questions, and the rate."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=5)
    options.add_argument("--from", dest="first", type=int, default=100)
    options.add_argument("--scans", action="store_true")
    told = options.parse_args()
    count, wrong, kinds = 0, 0, Counter[str]()
    for layout, seed, asked in looked(range(told.first, told.first + told.seeds), scans=told.scans):
        count += 1
        print(f"\r{count} papers", end="", file=sys.stderr, flush=True)
        wrong += bool(asked)
        kinds.update(asked)
        if asked:
            print(f"{layout} {seed}: {' '.join(sorted(asked))}", flush=True)
    print(f"\npapers with a false question: {wrong} of {count} ({100 * wrong / count:.1f} %) {dict(kinds)}")


if __name__ == "__main__":
    main()
