"""A mail -> its headers, the body a person would read, and what hangs on it."""

import datetime as dt
import email
import re
from dataclasses import dataclass, field
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any

from redress.readers.bounds import MAX_MARKUP, MAX_PARTS, MAX_TEXT, Unreadable
from redress.readers.html import Web, declared_charset, read_html
from redress.readers.text import decode, plain

LONGEST_HEADER = 10_000
LONGEST_KEPT = 1_000
MAX_HEADERS = 2_000
DEEPEST = 30
WANTED = ("from", "reply-to", "authentication-results", "message-id", "date", "return-path", "to", "received-spf")
INLINE = frozenset(("text/plain", "text/html", "text/enriched", "text/rfc822-headers", "message/delivery-status"))
ENCODED_NAME = re.compile(r"=\?[^?]+\?[bqBQ]\?")


@dataclass(frozen=True)
class Attachment:
    """What hangs on a mail: *name* as the sender called it, *data*, and whether it is a *nested* mail."""

    name: str
    data: bytes
    nested: bool = False


@dataclass
class Mail:
    """A mail opened. *text* is the body (plain where there is one), *other* what its HTML says where that differs."""

    subject: str | None = None
    sender: str | None = None
    sent: dt.datetime | None = None
    received: dt.datetime | None = None
    headers: dict[str, str] = field(default_factory=dict)
    text: str = ""
    other: str = ""
    links: tuple[tuple[str, str], ...] = ()
    attachments: list[Attachment] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def open_mail(data: bytes) -> Mail:
    """The mail in *data*; raises `Unreadable` when it is nested beyond all use."""
    try:
        root = email.message_from_bytes(data, policy=policy.compat32)
    except (RecursionError, MessageError, ValueError, IndexError, AttributeError) as error:
        raise Unreadable("is a mail with parts nested too deeply to open; send its text as a plain file") from error
    mail = Mail()
    _tame(root)
    _read_headers(root, mail)
    bodies = _Bodies(mail)
    bodies.gather(root)
    _settle(bodies, mail)
    return mail


def address_of(header: str) -> str:
    """The mail address in a From header, lower case; the header itself where it holds none."""
    found = re.search(r"[^\s<>\"'(),:;@]+@[^\s<>\"'(),:;@]+", header)
    return found[0].lower()[:320] if found else header[:320]


class _Bodies:
    """What the parts of one mail come to, in their order."""

    def __init__(self, mail: Mail) -> None:
        self.mail = mail
        self.plain: list[str] = []
        self.html: list[Web] = []
        self.seen = 0

    def gather(self, root: "Message[Any, Any]") -> None:
        waiting = [(root, 0)]
        while waiting:
            part, depth = waiting.pop(0)
            self.seen += 1
            if self.seen > MAX_PARTS or depth > DEEPEST:
                self.mail.notes.append("some parts of the mail were left unread: there are too many")
                return
            _tame(part)
            inner = _inner(part)
            if inner is not None and part.get_content_maintype() == "multipart":
                waiting[:0] = [(p, depth + 1) for p in inner]
            elif inner:
                self.mail.attachments.append(Attachment(_file_name(part) or "mail", _as_bytes(inner[0]), nested=True))
            else:
                self.take(part)

    def take(self, part: "Message[Any, Any]") -> None:
        kind, name = part.get_content_type(), _file_name(part)
        data = _payload(part)
        hangs_on = str(part.get("content-disposition", "")).strip().lower().startswith("attachment")
        if kind not in INLINE or hangs_on or (name and (self.plain or self.html)):
            if data:
                self.mail.attachments.append(Attachment(name or "", data))
            return
        charset = _charset(part)
        if kind == "text/html":
            self.html.append(read_html(decode(data[:MAX_MARKUP], charset or declared_charset(data))))
        else:
            self.plain.append(decode(data[:MAX_TEXT], charset).strip("\n"))


def _settle(bodies: _Bodies, mail: Mail) -> None:
    written = "\n\n".join(t for t in bodies.plain if t.strip())
    shown = "\n\n".join(w.text for w in bodies.html if w.text)
    mail.links = tuple(link for web in bodies.html for link in web.links)
    if any(web.hidden for web in bodies.html):
        mail.notes.append("the mail holds text hidden from the eye; it was left out")
    if shown and (not written.strip() or len(written) * 8 < len(shown)):
        mail.text, mail.other = shown, written
    else:
        mail.text, mail.other = written, shown
    if mail.other and not differs(mail.text, mail.other):
        mail.other = ""
    if mail.other:
        mail.notes.append("the plain body and the HTML body say different things")


def differs(one: str, other: str) -> bool:
    """Whether *other* says what *one* does not: many words, or any number, of its own."""
    words = re.findall(r"\w+", one.casefold())
    others = re.findall(r"\w+", other.casefold())
    own = [w for w in others if w not in set(words)]
    return len(own) * 5 > len(others) or any(w.isdigit() and len(w) > 2 for w in own)


def _inner(part: "Message[Any, Any]") -> "list[Message[Any, Any]] | None":
    if not part.is_multipart() or part.get_content_type() == "message/delivery-status":
        return None
    return [p for p in part.get_payload() if isinstance(p, Message)]


def _payload(part: "Message[Any, Any]") -> bytes:
    if part.is_multipart():
        return _as_bytes(part)
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError, IndexError):
        data = None
    if isinstance(data, bytes):
        return data
    return _as_bytes(part).partition(b"\n\n")[2]


def _as_bytes(part: "Message[Any, Any]") -> bytes:
    try:
        return part.as_bytes(policy=policy.compat32)
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError, KeyError):
        return "\n\n".join(str(p.get_payload()) for p in part.walk() if not p.is_multipart()).encode("utf-8", "replace")


def _charset(part: "Message[Any, Any]") -> str | None:
    try:
        told = part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        return None
    return told if told not in {None, "us-ascii", "unknown", "x-unknown"} else None


def _file_name(part: "Message[Any, Any]") -> str | None:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, IndexError):
        return None
    return header_text(name) if name else None


def _tame(part: "Message[Any, Any]") -> None:
    """Cut headers so long, or so many, that taking them apart would take for ever."""
    headers = part.items()
    if len(headers) <= MAX_HEADERS and all(len(str(value)) <= LONGEST_HEADER for _, value in headers):
        return
    for name in {n for n, _ in headers}:
        del part[name]
    for name, value in headers[:MAX_HEADERS]:
        part[name] = str(value)[:LONGEST_HEADER]


def _read_headers(root: "Message[Any, Any]", mail: Mail) -> None:
    for name in WANTED:
        values = [header_text(str(v)) for v in root.get_all(name, [])[:5]]
        if any(values):
            mail.headers[name] = "; ".join(v for v in values if v)[:LONGEST_KEPT]
    mail.subject = header_text(str(root["subject"])) if root["subject"] is not None else None
    mail.sender = address_of(mail.headers["from"]) if "from" in mail.headers else None
    mail.sent = _moment(str(root.get("date", "")))
    arrived = root.get_all("received", [])
    if arrived:
        mail.received = _moment(str(arrived[0]).rpartition(";")[2])
        if mail.received:
            mail.headers["received"] = mail.received.isoformat()


def header_text(value: str) -> str:
    """A header decoded, on one line."""
    value = value[:LONGEST_HEADER]
    if not ENCODED_NAME.search(value) and value.isascii():
        return " ".join(plain(value).split())
    pieces = []
    try:
        for piece, charset in decode_header(value):
            raw = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
            pieces.append(decode(raw, charset))
    except (MessageError, ValueError):
        pieces = [value.encode("utf-8", "replace").decode("utf-8", "replace")]
    return " ".join(plain("".join(pieces)).split())


def _moment(text: str) -> dt.datetime | None:
    try:
        moment = parsedate_to_datetime(text.strip()[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if 1970 < moment.year < 2200 else None
