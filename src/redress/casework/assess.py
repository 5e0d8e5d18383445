"""The whole way for one case: read, judge, decide, draft."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from redress.casework.assemble import assemble
from redress.casework.assessed import Assessed
from redress.casework.canned import mark_and_learn
from redress.casework.case_toml import load
from redress.casework.deciding import decide
from redress.casework.drafts import draft, due
from redress.casework.folder import look_into
from redress.casework.opened import pack_for
from redress.casework.reading import read_all
from redress.casework.scans import OnPage
from redress.casework.told import check_names, not_there
from redress.model.folder import Case
from redress.model.pack import Pack, store_of
from redress.model.reading import SourceReading, walk

Tick = Callable[[SourceReading, int], None]


def assess(
    path: str | Path,
    *,
    today: dt.date,
    tick: Tick | None = None,
    page: OnPage | None = None,
    workers: int = 2,
    learn: bool = True,
) -> Assessed:
    """The case in the folder *path* as it stands on *today*; raises `CaseError` where there is no case to open.

    *tick* is called with each reading as it comes and the number of all, *page* with the name and page of each page read
    off a picture, for a progress bar. *learn*: what its messages
    say is known to the desk from now on.
    """
    folder = Path(path)
    listing = look_into(folder)
    told = load(folder)
    pack = pack_for(told.marketplace)
    check_names(told, pack)
    readings = []
    for reading in read_all(listing.sources, workers=workers, page=page):
        readings.append(reading)
        if tick is not None:
            tick(reading, len(listing.sources))
    store = store_of(pack, told.marketplace)
    whole = assemble(str(path), told, readings, zone=store.zone if store else None)
    case, readings, faults = mark_and_learn(whole, readings, learn=learn)
    lost = not_there(told, {node.source.name for reading in readings for node in walk(reading)})
    return replace(judge_and_decide(case, pack, readings, today=today, odd=listing.odd), faults=(*faults, *lost))


def judge_and_decide(
    case: Case, pack: Pack, readings: Sequence[SourceReading], *, today: dt.date, odd: Sequence[str] = ()
) -> Assessed:
    """What *case* comes to on *today* by *pack*, with the letters that calls for."""
    done = decide(case, pack, readings, today=today, odd=odd)
    return replace(done, letters=tuple(draft(done, kind) for kind in due(done.assessment)))
