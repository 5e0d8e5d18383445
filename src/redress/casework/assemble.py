"""What was told and what was read -> the case whole."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from redress.casework.corrections import corrected
from redress.model.case import CaseFile, Event
from redress.model.document import Document
from redress.model.folder import Case, Dated, Paper, Report, Submission
from redress.model.invoice import Invoice
from redress.model.message import Message
from redress.model.plan import Plan
from redress.model.reading import SourceReading, walk
from redress.model.report import SalesReport

CALL = "account_health_call"
DAY_IN_NAME = re.compile(r"(?:^|/)(\d{4}-\d{2}-\d{2})(?=[-_. ]|$)")
SENT_FOLDER = re.compile(r"^(sent/(\d{4}-\d{2}-\d{2})[^/]*)/")


def assemble(path: str, told: CaseFile, readings: Sequence[SourceReading], *, zone: str | None = None) -> Case:
    """The case at *path*: its messages in the order they came, its papers, reports, plan and submissions.

    The day a message came is that of its store, in *zone*.
    """
    nodes = [corrected(node, told.corrections) for reading in readings for node in walk(reading)]
    files = {node.source.name: node for node in nodes}
    plan = next((n for n in nodes if n.source.name.startswith("plan.") and isinstance(n.reading, Plan)), None)
    return Case(
        path=path,
        told=told,
        messages=_messages(nodes, zone),
        papers=tuple(_paper(n) for n in nodes if _is_paper(n)),
        reports=tuple(_reports(nodes, told)),
        plan=plan.reading if plan and isinstance(plan.reading, Plan) else None,
        plan_source=plan.source.name if plan else None,
        submissions=_submissions(told, files),
        failures=tuple(n for n in nodes if n.error is not None),
    )


def _messages(nodes: Sequence[SourceReading], zone: str | None) -> tuple[Dated, ...]:
    found = [
        Dated(source=n.source.name, message=n.reading, on=came(n.source.name, n.reading, zone))
        for n in nodes
        if n.source.name.startswith("messages/") and isinstance(n.reading, Message)
    ]
    return tuple(sorted(found, key=lambda d: (d.on or dt.date.max, d.source)))


def came(name: str, message: Message, zone: str | None = None) -> dt.date | None:
    """The day *message* in the file *name* reached the seller, as well as it is known; by the clocks of *zone*."""
    at = message.received
    if at is not None:
        return at.astimezone(ZoneInfo(zone)).date() if zone and at.tzinfo is not None else at.date()
    return message.sent or day_in_name(name)


def day_in_name(name: str) -> dt.date | None:
    """The day a file's *name* begins with ("messages/2026-05-01-notice.txt"), or None."""
    found = DAY_IN_NAME.search(name)
    try:
        return dt.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _is_paper(node: SourceReading) -> bool:
    return node.source.name.startswith("evidence/") and not isinstance(node.reading, Plan)


def _paper(node: SourceReading) -> Paper:
    reading = node.reading
    return Paper(
        source=node.source.name,
        file=re.sub(r"(#\d+)+$", "", node.source.name),
        sha256=node.source.sha256,
        reading=reading if isinstance(reading, Invoice | Document | Message | SalesReport) else None,
        media=node.source.media,
        error=node.error,
    )


def _reports(nodes: Sequence[SourceReading], told: CaseFile) -> list[Report]:
    periods = {p.file: p for p in told.reports}
    found = []
    for node in nodes:
        report = node.reading
        if not isinstance(report, SalesReport) or not node.source.name.startswith("reports/"):
            continue
        period = periods.get(node.source.name)
        if period is not None:
            first, last = min(period.first, report.first or period.first), max(period.last, report.last or period.last)
            report = replace(report, first=first, last=last)
        found.append(Report(source=node.source.name, report=report))
    return found


def _submissions(told: CaseFile, files: Mapping[str, SourceReading]) -> tuple[Submission, ...]:
    events = [e for e in told.events if e.did in {"submitted", "escalated", "challenged"} and e.to != CALL]
    named = {entry.rstrip("/") for e in events for entry in e.sent}
    folders = {m[1]: m[2] for name in files if (m := SENT_FOLDER.match(name))}
    unnamed = [
        Event(
            on=dt.date.fromisoformat(day),
            did="submitted",
            sent=(folder,),
            note="known from the folder under sent/ alone",
        )
        for folder, day in folders.items()
        if folder not in named and not any(name.startswith(folder + "/") for name in named)
    ]
    found = [_submission(event, files) for event in (*events, *unnamed)]
    return tuple(sorted(found, key=lambda s: s.on))


def _submission(event: Event, files: Mapping[str, SourceReading]) -> Submission:
    sent: dict[str, SourceReading] = {}
    missing = []
    for entry in event.sent:
        entry = entry.rstrip("/")
        inside = {name: node for name, node in files.items() if name == entry or name.startswith(entry + "/")}
        sent.update(inside)
        if not inside:
            missing.append(entry)
    plan = next((n for n in sent.values() if isinstance(n.reading, Plan)), None)
    return Submission(
        on=event.on,
        to=event.to,
        did=event.did,
        files=tuple((name, node.source.sha256) for name, node in sorted(sent.items()) if "#" not in name),
        plan=plan.reading if plan and isinstance(plan.reading, Plan) else None,
        plan_source=plan.source.name if plan else None,
        note=event.note,
        missing=tuple(missing),
    )
