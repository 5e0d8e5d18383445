"""What one source says, for a person."""

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from redress.casework.compared import Compared
from redress.cli.message import message
from redress.cli.papers import document, invoice, plan, report
from redress.cli.theme import Screen, item, line, section
from redress.model.document import Document
from redress.model.finding import Finding
from redress.model.invoice import Invoice
from redress.model.message import Message
from redress.model.plan import Plan
from redress.model.reading import SourceReading
from redress.model.report import SalesReport

_NAMES = {Message: "message", Invoice: "trade paper", Document: "paper", Plan: "plan", SalesReport: "report"}


Findings = Mapping[str, Sequence[Finding]]


def show(
    reading: SourceReading, compared: Mapping[str, Compared] | None = None, findings: Findings | None = None
) -> Screen:  # fmt: skip
    """*reading* and its parts as a person would be told of them.

    Messages that were *compared* are told with what is new; papers with the *findings* on them, by source.
    """
    return Screen([*_one(reading, compared or {}, findings or {}), Text("")])


def _one(reading: SourceReading, compared: Mapping[str, Compared], findings: Findings) -> list[RenderableType]:
    kind = _NAMES.get(type(reading.reading), "")  # type: ignore[arg-type]
    parts: list[RenderableType] = [line((reading.source.name, "head"), (f"   {kind}", "quiet"))]
    if reading.error is not None:
        parts.append(line(("NOT READ  ", "bad"), reading.error))
    parts += _said(reading, compared, findings.get(reading.source.name, ()))
    if reading.notes:
        parts += section("Left unread", *(item("-", n) for n in reading.notes))
    for part in reading.parts:
        parts += [Text(""), *_one(part, compared, findings)]
    return parts


def _said(
    reading: SourceReading, compared: Mapping[str, Compared], findings: Sequence[Finding]
) -> list[RenderableType]:
    match reading.reading:
        case Message() as said:
            return message(said, compared.get(reading.source.name))
        case Invoice() as paper:
            return invoice(paper, findings)
        case Document() as paper:
            return document(paper, findings)
        case Plan() as drafted:
            return plan(drafted)
        case SalesReport() as table:
            return report(table)
        case None:
            return [] if reading.error or reading.parts else [line("Nothing in it could be told apart.")]
