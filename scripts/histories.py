"""Case histories walked by the seed: how they end, in how many steps, and which invariants break.

.venv/bin/python scripts/histories.py --n 10000 --seed 0
"""

import argparse
import multiprocessing
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.simulation.histories import Walked, walk

SHOWN = 20


def main() -> int:
    """Print the tables; 1 where an invariant broke."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--n", type=int, default=10_000, help="how many histories")
    asked.add_argument("--seed", type=int, default=0, help="the first seed")
    asked.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    told = asked.parse_args()
    console = Console()
    start = time.perf_counter()
    seeds = range(told.seed, told.seed + told.n)
    with multiprocessing.Pool(told.workers) as pool:
        walked = list(_watched(pool.imap_unordered(walk, seeds, chunksize=8), told.n))
        pool.close()
        pool.join()
    _tables(console, walked, time.perf_counter() - start)
    return int(any(one.broken for one in walked))


def _watched(walked: Iterable[Walked], count: int) -> Iterable[Walked]:
    columns = (TextColumn("histories"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        yield from bar.track(walked, total=count)


def _tables(console: Console, walked: Sequence[Walked], took: float) -> None:
    steps = sum(one.steps for one in walked)
    console.print(
        f"{len(walked):,} histories of {steps:,} decisions in {took:.0f} s: "
        f"{len(walked) / took:.1f} histories and {steps / took:.0f} watched decisions a second "
        f"({1000 * _cpu() / len(walked):.0f} ms of CPU a history)"
    )
    endings = Table("ending", "histories", "share", "steps, median", "steps, most", "days, median", "sent, most")
    for ending, count in Counter(one.ending for one in walked).most_common():
        own = [one for one in walked if one.ending == ending]
        endings.add_row(
            ending,
            f"{count:,}",
            f"{count / len(walked):.1%}",
            str(_median([o.steps for o in own])),
            str(max(o.steps for o in own)),
            str(_median([o.days for o in own])),
            str(max(o.sent for o in own)),
        )
    console.print(endings)
    broken = [what for one in sorted(walked, key=lambda o: o.seed) for what in one.broken]
    kinds = Counter(what.split(": ")[1].partition(":")[0] for what in broken)
    if not broken:
        console.print("No invariant broke.")
        return
    table = Table("invariant", "times broken")
    for kind, count in kinds.most_common():
        table.add_row(kind, f"{count:,}")
    console.print(table)
    for what in broken[:SHOWN]:
        console.print(f"- {what}", highlight=False, markup=False)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _median(numbers: Sequence[int]) -> int:
    return sorted(numbers)[len(numbers) // 2]


if __name__ == "__main__":
    sys.exit(main())
