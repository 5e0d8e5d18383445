"""A case whole: what the seller tells and what was read in its folder."""

import datetime as dt

from redress.model.base import Noun
from redress.model.case import CaseFile
from redress.model.document import Document
from redress.model.invoice import Invoice
from redress.model.message import Message
from redress.model.plan import Plan
from redress.model.reading import SourceReading
from redress.model.report import SalesReport


class Dated(Noun, frozen=True):
    """A message of the case in its order: *on* is the day it reached the seller, None where nothing tells it."""

    source: str
    message: Message
    on: dt.date | None


class Paper(Noun, frozen=True):
    """A paper in `evidence/` (or a part of one), as read; *file* is the file it stands in, *sha256* of that file.

    *reading* is None where the file could not be read: *error* then says why.
    """

    source: str
    file: str
    sha256: str
    reading: Invoice | Document | Message | SalesReport | None
    media: str = ""
    error: str | None = None


class Report(Noun, frozen=True):
    """A report in `reports/`."""

    source: str
    report: SalesReport


class Submission(Noun, frozen=True, omit_defaults=True):
    """One thing the seller sent: when, to which rung, and what is on record of it.

    *files* are `(path, sha256)` of what was sent: files under `sent/`, or single files named by the event.
    *plan* is the plan or letter text on record there; *papers* are the sha256 of evidence in it.
    """

    on: dt.date
    to: str
    did: str
    files: tuple[tuple[str, str], ...] = ()
    plan: Plan | None = None
    plan_source: str | None = None
    note: str = ""
    missing: tuple[str, ...] = ()


class Case(Noun, frozen=True):
    """Everything known of a case on one day. *failures* are sources that could not be read, with the sentence why."""

    path: str
    told: CaseFile
    messages: tuple[Dated, ...] = ()
    papers: tuple[Paper, ...] = ()
    reports: tuple[Report, ...] = ()
    plan: Plan | None = None
    plan_source: str | None = None
    submissions: tuple[Submission, ...] = ()
    failures: tuple[SourceReading, ...] = ()
