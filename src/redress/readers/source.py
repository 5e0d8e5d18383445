"""One file -> a tree of readings. Runs in the bounded child; the only door to all readers."""

import datetime as dt
import hashlib
from dataclasses import dataclass

import msgspec

from redress.model.message import Message
from redress.model.phrases import Phrases
from redress.model.reading import Reading, Role, Source, SourceReading
from redress.readers import einvoice, ink, message, plan, report
from redress.readers.archive import safe_name
from redress.readers.bounds import MAX_BYTES, MAX_DEPTH, MAX_PARTS, MAX_TEXT, Unreadable, within
from redress.readers.eyes import Eyes
from redress.readers.mail import Attachment
from redress.readers.media import sniff
from redress.readers.ocr.back import as_seen
from redress.readers.opening import XLSX, Opened, open_source
from redress.readers.papers import known_papers, papers, unknown_paper, unread_pages
from redress.readers.picture import unread

TABLES = frozenset(("text/csv", "text/tab-separated-values", "application/json", XLSX))
WRITTEN = frozenset(("text/plain", "text/html", "application/rtf"))
ROLES: tuple[Role, ...] = ("message", "evidence", "plan")
SAMPLE = (
    b"INVOICE\nExample Wholesale Inc.\n1 Dock Road, Dover, DE 19901, US\nPhone: +1 212 555 0147\nInvoice No: 17\n"
    b"Invoice date: 10 January 2026\nDescription   Quantity   Unit price   Amount\nSteel bottle   12   10.00   120.00\n"
    b"Total USD   120.00\nPlease send us copies of your invoices so that we can review your listing.\n"
)
_WARMED: set[str] = set()
UNFORESEEN = "is built in a way that could not be read ({}); send it as a plain PDF or text"
MAILS = frozenset(("message/rfc822", "application/mbox", "application/vnd.ms-outlook"))


def read(name: str, data: bytes, phrases: Phrases, role: Role = "auto", eyes: Eyes | None = None) -> SourceReading:
    """What *data*, called *name*, says in its *role*, pictures read by *eyes*; never raises for anything in *data*."""
    return _Reader(phrases, eyes).read(name, data, role, label=name)


def warm(phrases: Phrases) -> None:
    """Load all that the readers load at their first use, so that a child forked after it need not, or may not, load it.

    Once a process and version of *phrases*; what it reads is an invented sample.
    """
    if phrases.version not in _WARMED:
        _WARMED.add(phrases.version)
        for role in ROLES:
            _Reader(phrases).read("sample.txt", SAMPLE, role, label="sample.txt")


@dataclass
class _Reader:
    phrases: Phrases
    eyes: Eyes | None = None
    parts: int = 0
    letters: int = 0
    room: int = MAX_BYTES

    def read(self, name: str, data: bytes, role: Role, *, label: str, depth: int = 0) -> SourceReading:
        """The reading of one source; *label* is what its own file was called, of use for its ending."""
        media = sniff(data[: MAX_BYTES + 1], label)
        source = Source(name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data), media=media)
        try:
            _weigh(data)
            opened = open_source(data, media, self.room, self.eyes)
            self.room -= sum(len(a.data) for a in opened.attached)
            text = self.all_text(opened)
            readings = [
                ink.with_signature(found, data, media, opened.pages or ())
                for found in self.readings(opened, media, role)
            ]
        except Unreadable as why:
            return SourceReading(source=source, error=f"{name}: {why}", unseen=int(why.unseen))
        except MemoryError:
            raise
        except Exception as fault:  # a fault of one reader costs one part, not the mail around it
            return SourceReading(source=source, error=f"{name}: {UNFORESEEN.format(type(fault).__name__)}")
        first, *others = [as_seen(reading, opened.pages or ()) for reading in readings]
        further = [
            SourceReading(source=msgspec.structs.replace(source, name=f"{name}#{number}"), reading=other)
            for number, other in enumerate(others, 2)
        ]
        parts = self.mails(name, opened, role, depth) + self.attached(name, opened, role, depth)
        if note := unread_pages(opened.pages or ()):
            opened.notes.append(note)
        unseen = sum(not p.readable for p in opened.pages or ())
        return SourceReading(
            source=source, reading=first, parts=(*further, *parts), text=text, notes=tuple(opened.notes), unseen=unseen
        )

    def readings(self, opened: Opened, media: str, role: Role) -> list[Reading]:
        """What *opened* comes to in its *role*: at least one reading."""
        if role == "plan":
            return [plan.read_plan(_words_of(opened))]
        if role == "report":
            return [_report(opened)]
        if role == "message":
            return [self.message(opened)]
        if media in TABLES or (media == "text/plain" and _is_table(opened.text)):
            if report.recognizes(opened.table or opened.text):
                return [_report(opened)]
            if media in TABLES and not (media == XLSX and role == "evidence"):
                return [unknown_paper(opened)]
        if media == "application/zip":
            return [unknown_paper(opened)]
        if role == "evidence":
            found = known_papers(opened)
            return list(found) or [self.message(opened) if media in MAILS else unknown_paper(opened)]
        if media in MAILS or media in WRITTEN:
            return [self.message(opened)]
        return list(papers(opened))

    def message(self, opened: Opened) -> Message:
        """The message that *opened* is; what only its envelope tells is added to what was read in it."""
        if not opened.text.strip() and opened.pages is not None:
            raise Unreadable(f"{unread()}, so give the message as text too", unseen=True)
        mail = opened.mail
        read = message.read_message(
            opened.text,
            phrases=self.phrases,
            subject=opened.subject,
            sent=mail.sent.date() if mail and mail.sent else None,
            sender=mail.sender if mail else None,
            headers=mail.headers if mail else None,
            html_links=opened.links,
        )
        if mail is None:
            return read
        return msgspec.structs.replace(
            read,
            received=read.received or _with_zone(mail.received),
            message_id=read.message_id or mail.headers.get("message-id"),
            sender=read.sender or mail.sender,
        )

    def all_text(self, opened: Opened) -> str:
        """All text of *opened*, within what is left of the bound; what its reading rests on is cut alike."""
        room = max(0, 2 * MAX_TEXT - self.letters)
        opened.text = within(opened.text, opened.notes)[:room]
        other = opened.mail.other if opened.mail else ""
        head = f"Subject: {opened.subject}\n\n" if opened.subject else ""
        text = head + opened.text + (f"\n\n{other}" if other else "")
        self.letters += len(text)
        return text[: MAX_TEXT + 1000]

    def mails(self, name: str, opened: Opened, role: Role, depth: int) -> list[SourceReading]:
        """The second and further mails of a mailbox."""
        found = []
        for number, data in enumerate(opened.further, 2):
            if not self.may_go_on(opened, depth):
                break
            found.append(self.read(f"{name}#{number}", data, role, label="mail.eml", depth=depth + 1))
        return found

    def attached(self, name: str, opened: Opened, role: Role, depth: int) -> list[SourceReading]:
        """What hangs on or was packed in *opened*, each read for what it is."""
        inner: Role = "evidence" if role == "evidence" else "auto"
        base = f"{name}#1" if opened.further else name
        found = []
        for number, attachment in enumerate(opened.attached, 1):
            if opened.drawn and einvoice.recognizes(attachment.data):
                continue
            if not self.may_go_on(opened, depth):
                break
            found.append(self.part(f"{base}#{number}", attachment, inner, depth + 1))
        return found

    def part(self, name: str, attachment: Attachment, role: Role, depth: int) -> SourceReading:
        label = safe_name(attachment.name)
        if attachment.nested:
            label = "mail.eml"
        read = self.read(name, attachment.data, role, label=label, depth=depth)
        note = f'attached as "{safe_name(attachment.name)}"' if safe_name(attachment.name) else "attached"
        return msgspec.structs.replace(read, notes=(note, *read.notes))

    def may_go_on(self, opened: Opened, depth: int) -> bool:
        """Whether one more part may be read; says so in the notes where not."""
        if depth >= MAX_DEPTH:
            opened.notes.append("what is inside was left unread: it is nested too deeply")
            return False
        self.parts += 1
        if self.parts > MAX_PARTS:
            opened.notes.append(f"only the first {MAX_PARTS} parts were read")
            return False
        return True


def _weigh(data: bytes) -> None:
    if not data:
        raise Unreadable("is empty; send it again")
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is {len(data) >> 20} MB; at most {MAX_BYTES >> 20} MB are read, so send a smaller copy")
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("is blank; send it again")


def _words_of(opened: Opened) -> str:
    if not opened.text.strip() and opened.pages is not None:
        raise Unreadable(f"{unread()}, so send it as text", unseen=True)
    return opened.text


def _report(opened: Opened) -> Reading:
    text = opened.table or _words_of(opened)
    if not report.recognizes(text):
        raise Unreadable("shows no columns of a report that are known; send the report as the marketplace gives it")
    found = report.read_report(text)
    if opened.cut or found.partial:
        opened.notes.append("is a report too large to be read whole, or one page of several; it tells no sum of units")
        return msgspec.structs.replace(found, partial=True)
    return found


def _is_table(text: str) -> bool:
    head = [line.count("\t") for line in text.split("\n", 3)[:3] if line.strip()]
    return len(head) > 1 and min(head) >= 2


def _with_zone(moment: dt.datetime | None) -> dt.datetime | None:
    return moment.replace(tzinfo=dt.UTC) if moment is not None and moment.tzinfo is None else moment
