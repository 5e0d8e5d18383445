"""An Outlook message (.msg, [MS-OXMSG]) -> the same mail that an .eml gives."""

import datetime as dt
import io
import re
import struct
from email.parser import HeaderParser
from typing import Any

import olefile

from redress.readers import rtf
from redress.readers.bounds import MAX_DEPTH, MAX_PARTS, Unreadable
from redress.readers.html import Web, declared_charset, read_html
from redress.readers.mail import WANTED, Attachment, Mail, address_of, differs, header_text
from redress.readers.text import decode, plain

SUBJECT, BODY, HTML, RTF, HEADERS = "0037", "1000", "1013", "1009", "007D"
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP, FROM_NAME, FROM_SMTP = "0C1A", "0C1F", "5D01", "0042", "5D02"
MESSAGE_ID = "1035"
LONG_NAME, SHORT_NAME, ATTACHED = "3707", "3704", "3701"
SENT, DELIVERED, CODE_PAGE, INTERNET_PAGE = 0x0039, 0x0E06, 0x3FFD, 0x3FDE
STREAM = "__substg1.0_"
EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
LARGEST = 64 << 20

Path = tuple[str, ...]


def open_msg(data: bytes) -> Mail:
    """The mail in the .msg file *data*; raises `Unreadable` when it is damaged."""
    try:
        store = olefile.OleFileIO(io.BytesIO(data))
        return _Msg(store).mail((), 0)
    except Unreadable:
        raise
    except (
        OSError,
        ValueError,
        IndexError,
        KeyError,
        TypeError,
        AttributeError,
        struct.error,
        RecursionError,
    ) as error:
        raise Unreadable("is a damaged Outlook message; save it again, or send it as .eml or text") from error


class _Msg:
    def __init__(self, store: Any) -> None:
        self.store = store
        self.streams: dict[Path, Path] = {}
        for path in store.listdir(streams=True, storages=False):
            self.streams[tuple(p.upper() for p in path)] = tuple(path)
        self.charset = "cp1252"

    def mail(self, at: Path, depth: int) -> Mail:
        """The mail stored under *at*."""
        numbers = self.numbers(at, 32 if not at else 24)
        page = (numbers.get(CODE_PAGE, 0) or numbers.get(INTERNET_PAGE, 0)) & 0xFFFFFFFF
        self.charset = "utf-8" if page == 65001 else f"cp{page}" if page else "cp1252"
        mail = Mail(subject=self.word(at, SUBJECT))
        self.head(at, mail)
        mail.sent = mail.sent or _time(numbers.get(SENT))
        mail.received = mail.received or _time(numbers.get(DELIVERED))
        self.body(at, mail, numbers.get(INTERNET_PAGE, 0) & 0xFFFFFFFF)
        self.attachments(at, mail, depth)
        if not (mail.text or mail.subject or mail.attachments):
            raise Unreadable("is an Outlook item without any text; send the message itself as .eml or text")
        return mail

    def head(self, at: Path, mail: Mail) -> None:
        parsed = HeaderParser().parsestr((self.text(at, HEADERS) or "")[:200_000])
        for name in WANTED:
            if parsed[name]:
                mail.headers[name] = header_text(str(parsed[name]))
        name = self.word(at, SENDER_NAME) or self.word(at, FROM_NAME) or ""
        address = next(
            (w for p in (SENDER_SMTP, FROM_SMTP, SENDER_ADDRESS) if (w := self.word(at, p)) and "@" in w), ""
        )
        if "from" not in mail.headers and (name or address):
            mail.headers["from"] = f"{name} <{address}>" if address else name
        if "message-id" not in mail.headers and (found := self.word(at, MESSAGE_ID)):
            mail.headers["message-id"] = found
        mail.sender = address_of(mail.headers["from"]) if "from" in mail.headers else None

    def body(self, at: Path, mail: Mail, page: int) -> None:
        text = (self.text(at, BODY) or "").strip()
        web = self.web(at, page)
        if web is not None:
            mail.links = web.links
            if web.hidden:
                mail.notes.append("the mail holds text hidden from the eye; it was left out")
        shown = web.text if web else ""
        mail.text = text or shown
        mail.other = shown if text and shown and differs(text, shown) else ""

    def web(self, at: Path, page: int) -> Web | None:
        raw = self.raw(at, HTML)
        if raw:
            told = "utf-8" if page == 65001 else f"cp{page}" if page else None
            return read_html(decode(raw, declared_charset(raw) or told))
        packed = rtf.decompress(self.raw(at, RTF) or b"")
        if not packed:
            return None
        text = rtf.read_rtf(packed)
        return read_html(text) if rtf.is_html(packed) else Web(re.sub(r"\n{3,}", "\n\n", text).strip(), ())

    def attachments(self, at: Path, mail: Mail, depth: int) -> None:
        deep = len(at)
        folders = sorted({p[: deep + 1] for p in self.streams if len(p) > deep + 1 and p[:deep] == at})
        for folder in folders[:MAX_PARTS]:
            if not folder[-1].startswith("__ATTACH_VERSION1.0_"):
                continue
            name = self.word(folder, LONG_NAME) or self.word(folder, SHORT_NAME) or ""
            data = self.raw(folder, ATTACHED)
            inside = (*folder, f"{STREAM}{ATTACHED}000D".upper())
            if data:
                mail.attachments.append(Attachment(name, data))
            elif any(p[: deep + 2] == inside for p in self.streams):
                self.nested(inside, name, mail, depth)

    def nested(self, inside: Path, name: str, mail: Mail, depth: int) -> None:
        if depth >= MAX_DEPTH:
            mail.notes.append("a message inside was left unread: it is nested too deeply")
            return
        try:
            inner = self.mail(inside, depth + 1)
        except Unreadable:
            mail.notes.append("an Outlook item attached to the message holds no text")
            return
        mail.attachments.append(Attachment(name or inner.subject or "mail", as_eml(inner), nested=True))
        mail.attachments.extend(inner.attachments)

    def numbers(self, at: Path, head: int) -> dict[int, int]:
        """The fixed-size properties of the item at *at*, by id."""
        raw = self.read((*at, "__PROPERTIES_VERSION1.0"))[head:]
        found = {}
        for start in range(0, len(raw) - 15, 16):
            tag, _, value = struct.unpack_from("<IIQ", raw, start)
            found[tag >> 16] = value
        return found

    def word(self, at: Path, which: str) -> str | None:
        text = self.text(at, which)
        return " ".join(text.split())[:2000] if text else None

    def text(self, at: Path, which: str) -> str | None:
        if raw := self.read((*at, f"{STREAM}{which}001F".upper())):
            return plain(raw.decode("utf-16-le", "replace")).strip("\0")
        if raw := self.read((*at, f"{STREAM}{which}001E".upper())):
            return decode(raw.rstrip(b"\0"), self.charset)
        return None

    def raw(self, at: Path, which: str) -> bytes | None:
        for kind in ("0102", "001E", "001F"):
            if raw := self.read((*at, f"{STREAM}{which}{kind}".upper())):
                return raw.decode("utf-16-le", "replace").encode() if kind == "001F" else raw
        return None

    def read(self, path: Path) -> bytes:
        """The bytes of a stream; empty when it is not there or damaged."""
        name = self.streams.get(path)
        if name is None:
            return b""
        try:
            if self.store.get_size(list(name)) > LARGEST:
                return b""
            data: bytes = self.store.openstream(list(name)).read()
        except (OSError, ValueError, IndexError):
            return b""
        return data


def as_eml(mail: Mail) -> bytes:
    """A mail written out plainly, so that one nested in an Outlook message is read like any other."""
    head = [f"{name.title()}: {value}" for name, value in mail.headers.items() if name != "received"]
    if mail.sent and "date" not in mail.headers:
        head.append(f"Date: {mail.sent.strftime('%a, %d %b %Y %H:%M:%S %z')}")
    head += [f"Subject: {mail.subject or ''}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
    head.append("Content-Transfer-Encoding: 8bit")
    return ("\n".join(head) + "\n\n" + mail.text).encode("utf-8", "replace")


def _time(value: int | None) -> dt.datetime | None:
    if not value:
        return None
    try:
        moment = EPOCH + dt.timedelta(microseconds=value // 10)
    except OverflowError:
        return None
    return moment if 1970 < moment.year < 2200 else None
