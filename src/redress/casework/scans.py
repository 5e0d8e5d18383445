"""Sources with pictures in them -> readings, by children that may use more memory and time for each page."""

import os
from collections.abc import Callable, Iterator, Sequence

import msgspec

from redress import sandbox
from redress.casework.asking import reading_task, request_of
from redress.casework.folder import CaseSource
from redress.model.phrases import Phrases
from redress.model.reading import SourceReading, walk
from redress.readers import ocr

# A page took 0.9 GB and 4 CPU seconds at most; what is above is for a slow and busy machine.
LIMITS = sandbox.Limits(memory=2200 << 20, cpu=60, wall=60, output=24 << 20, requests=200, steps=400)
CORES = 4
UNREAD = "its pictures could not be read safely; send it as a PDF with text, or a smaller copy"

OnPage = Callable[[str, int], object]
Asked = tuple[CaseSource, bytes, SourceReading]


def is_scan(reading: SourceReading) -> bool:
    """Whether pictures in it were left unread that can be read here."""
    return any(node.unseen for node in walk(reading)) and ocr.installed()


def read_scans(
    asked: Sequence[Asked], phrases: Phrases, *, workers: int, page: OnPage | None = None
) -> Iterator[SourceReading | None]:
    """The reading of each of *asked*, pictures and all, in their order; None where it needs more than is given.

    Several are read side by side, one with all cores; *page* hears of each page.
    """
    if not asked:
        return
    workers = max(1, min(workers, len(asked)))
    task = reading_task(phrases, threads=max(1, min(CORES, len(os.sched_getaffinity(0))) // workers))

    def heard(number: int, told: bytes) -> None:
        if page is not None:
            page(asked[number][0].name, int.from_bytes(told, "big") + 1)

    requests = (request_of(source, data) for source, data, _ in asked)
    for answer in sandbox.run_many(task, requests, workers=workers, limits=LIMITS, heard=heard):
        yield None if isinstance(answer, sandbox.Refused) else msgspec.json.decode(answer, type=SourceReading)


def left_unread(reading: SourceReading) -> SourceReading:
    """*reading* as it was without its pictures, with a note that they are lost."""
    return msgspec.structs.replace(reading, notes=(*reading.notes, UNREAD))
