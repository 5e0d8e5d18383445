"""Papers read on their own, or beside a case -> what the rules make of them, by source."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from redress import checks, history, matching
from redress.casework.assemble import assemble
from redress.casework.case_toml import load
from redress.casework.deciding import asins_of, window_of
from redress.casework.folder import look_into
from redress.casework.opened import pack_for
from redress.casework.reading import read_all
from redress.model.case import CaseFile
from redress.model.document import Document
from redress.model.finding import Finding
from redress.model.folder import Case, Paper
from redress.model.invoice import Invoice
from redress.model.reading import SourceReading, walk

ANYWHERE = "amazon.com"
LOOKED_AT = ("invoice/", "signals/", "authorization/", "paper/", "utility_bill/")


def case_beside(folder: Path | None) -> Case:
    """The case in *folder* to look at papers beside; where there is none, a case of which nothing is told."""
    if folder is None:
        return Case(path="", told=CaseFile(marketplace=ANYWHERE))
    listing = look_into(folder)
    return assemble(str(folder), load(folder), list(read_all(listing.sources)))


def investigate(reading: SourceReading, beside: Case, *, today: dt.date) -> Mapping[str, tuple[Finding, ...]]:
    """What the rules for papers find on *reading* and its parts, by source, as *beside* a case; empty without papers."""
    own = [_paper(node) for node in walk(reading) if isinstance(node.reading, Invoice | Document)]
    if not own:
        return {}
    hashes = {p.sha256 for p in own}
    others = tuple(p for p in beside.papers if p.sha256 not in hashes)
    case = msgspec.structs.replace(beside, papers=(*own, *others))
    pack = pack_for(case.told.marketplace)
    looked = history.look(case, today=today)
    matches = matching.match(case, window=window_of(looked, pack, today), asins=asins_of(case))
    rules = [r for r in pack.rules if r.id.startswith(LOOKED_AT)]
    judged = checks.judge(rules, case, looked, matches, today=today, scopes=("invoice", "document", "case"))
    return _by_source(judged, [p.source for p in own])


def _by_source(judged: Sequence[Finding], sources: Sequence[str]) -> dict[str, tuple[Finding, ...]]:
    """The findings on each of *sources*; those on the case as a whole with each source they stand on."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in judged:
        on = {finding.subject} | {p.place.source for p in finding.premises if p.place is not None}
        for source in sources:
            if source == finding.subject or (finding.subject == "case" and source in on):
                found[source].append(finding)
    return {source: tuple(findings) for source, findings in found.items()}


def _paper(node: SourceReading) -> Paper:
    return Paper(
        source=node.source.name,
        file=re.sub(r"(#\d+)+$", "", node.source.name),
        sha256=node.source.sha256,
        reading=node.reading if isinstance(node.reading, Invoice | Document) else None,
        media=node.source.media,
    )
