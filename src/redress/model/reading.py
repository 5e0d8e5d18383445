"""What came of reading one source."""

from typing import Literal, TypeAlias

from redress.model.base import Noun
from redress.model.document import Document
from redress.model.invoice import Invoice
from redress.model.message import Message
from redress.model.plan import Plan
from redress.model.report import SalesReport

Reading: TypeAlias = Message | Invoice | Document | Plan | SalesReport
Role: TypeAlias = Literal["auto", "message", "evidence", "report", "plan"]


class Source(Noun, frozen=True, omit_defaults=True):
    """Bytes as received, never altered: *name* as given, *sha256*, *size* in bytes, *media* type told by content."""

    name: str
    sha256: str
    size: int
    media: str = "application/octet-stream"


class SourceReading(Noun, frozen=True, omit_defaults=True):
    """What one source says. Exactly one of *reading* and *error* is set.

    *parts* are attachments, nested mails, the messages of an mbox, the further invoices of one file, each named
    `name#n`; *text* is all text that was read, for `--text`; *error* is one sentence that says what would be right;
    *notes* say what was left unread (a limit, an unopened attachment); *unseen* pages are pictures that were not read.
    """

    source: Source
    reading: Reading | None = None
    error: str | None = None
    parts: tuple["SourceReading", ...] = ()
    text: str = ""
    notes: tuple[str, ...] = ()
    unseen: int = 0


def walk(root: SourceReading) -> tuple[SourceReading, ...]:
    """*root* and all its parts, outermost first."""
    return (root, *(inner for part in root.parts for inner in walk(part)))
