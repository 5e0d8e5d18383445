"""What a case would come to if something were so: decided in memory, leaving nothing behind."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from redress.casework import case_toml
from redress.casework.assemble import assemble
from redress.casework.assessed import Assessed, findings_in_the_way
from redress.casework.canned import mark_and_learn
from redress.casework.changes import laid_over, load_changes, with_files
from redress.casework.deciding import decide
from redress.casework.folder import look_into
from redress.casework.opened import pack_for
from redress.casework.reading import read_all
from redress.casework.told import check_names, not_there
from redress.model.base import Noun
from redress.model.case import CaseFile
from redress.model.decision import Opening
from redress.model.finding import Finding
from redress.model.pack import store_of
from redress.model.reading import SourceReading, walk

Tick = Callable[[SourceReading, int], None]


class WhatIf(Noun, frozen=True):
    """A case as it is and as it would be.

    *settled* are the musts that would stand in the way no more, *raised* those that would anew; *opened* and *shut* the
    rungs whose gate would change.
    """

    before: Assessed
    after: Assessed
    settled: tuple[Finding, ...]
    raised: tuple[Finding, ...]
    opened: tuple[Opening, ...]
    shut: tuple[Opening, ...]


def what_if(path: str | Path, changes: Path, *, today: dt.date, tick: Tick | None = None, workers: int = 2) -> WhatIf:
    """The case in the folder *path* on *today*, and as it would be with *changes*; raises `CaseError`.

    Nothing is written: neither readings nor sentences are kept, and what would be so is never on disk.
    """
    folder = Path(path)
    listing = look_into(folder)
    told = case_toml.load(folder)
    meant = load_changes(changes)
    then = laid_over(case_toml.table_of(case_toml.read(folder), str(folder / "case.toml")), meant)
    readings = []
    for reading in read_all(listing.sources, workers=workers, keep=False):
        readings.append(reading)
        if tick is not None:
            tick(reading, len(listing.sources))
    before = _assessed(folder, told, readings, today, listing.odd)
    after = _assessed(folder, then, with_files(readings, meant), today, listing.odd)
    return compared(before, after)


def _assessed(
    folder: Path, told: CaseFile, readings: Sequence[SourceReading], today: dt.date, odd: Sequence[str]
) -> Assessed:
    pack = pack_for(told.marketplace)
    check_names(told, pack)
    store = store_of(pack, told.marketplace)
    whole = assemble(str(folder), told, readings, zone=store.zone if store else None)
    case, marked, faults = mark_and_learn(whole, readings, learn=False)
    lost = not_there(told, {node.source.name for reading in readings for node in walk(reading)})
    return replace(decide(case, pack, marked, today=today, odd=odd), faults=(*faults, *lost))


def compared(before: Assessed, after: Assessed) -> WhatIf:
    """What differs between *before* and *after*."""
    old = {(f.rule, f.subject): f for f in findings_in_the_way(before.assessment)}
    new = {(f.rule, f.subject): f for f in findings_in_the_way(after.assessment)}
    was = {g.rung: g for g in before.assessment.decision.gates}
    now = after.assessment.decision.gates
    return WhatIf(
        before=before,
        after=after,
        settled=tuple(f for key, f in old.items() if key not in new),
        raised=tuple(f for key, f in new.items() if key not in old),
        opened=tuple(g for g in now if g.open and not (g.rung in was and was[g.rung].open)),
        shut=tuple(g for g in now if not g.open and g.rung in was and was[g.rung].open),
    )
