"""One source's bytes -> what it holds, whatever its kind: text, pages, mail headers, things attached."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from redress.model.signal import Signal
from redress.readers import archive, docx, html, mbox, msg, pdf, picture, report, rtf, spreadsheet, text
from redress.readers.bounds import MAX_BYTES, MAX_MARKUP, MAX_PARTS, MAX_TEXT, Unreadable
from redress.readers.eyes import Eyes
from redress.readers.flow import as_pages
from redress.readers.mail import Attachment, Mail, open_mail
from redress.readers.page import Page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_TABLE = 32 << 20
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
KINDS = {
    "application/msword": "is an old Word file (.doc); save it as .docx or PDF",
    "application/encrypted-office": pdf.LOCKED,
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "is a presentation; save it as PDF",
    "application/vnd.oasis.opendocument": "is an OpenDocument file; save it as .docx or PDF",
    "application/x-dosexec": "is a program, not a paper; it was not opened, so send the paper itself",
    "application/x-executable": "is a program, not a paper; it was not opened, so send the paper itself",
    "application/ms-tnef": "is an Outlook attachment bundle (winmail.dat); send the papers in it one by one",
    "application/postscript": "is a PostScript file; save it as PDF",
    "application/pkcs8": "is a private key, not a paper; it was not read, and nobody should be sent it",
    "application/x-ole-storage": "is an old Office file; save it as PDF",
}
PACKED = "is a packed archive of a kind that is not opened; send the files in it one by one"
UNKNOWN = "is of a kind that is not known; send a PDF, a mail (.eml, .msg) or plain text"


@dataclass
class Opened:
    """What a source holds. *drawn* pages have places; other pages are only text set on lines.

    *further* are the other mails of a mailbox; *signals* are questions the file itself raises. *table* is all text of a
    table, which its reading rests on; *cut* where some of it was left out.
    """

    text: str = ""
    pages: list[Page] | None = None
    drawn: bool = False
    mail: Mail | None = None
    subject: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    attached: list[Attachment] = field(default_factory=list)
    further: list[bytes] = field(default_factory=list)
    raw: bytes = b""
    table: str = ""
    cut: bool = False
    notes: list[str] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)

    def paper(self) -> list[Page]:
        """The pages, set from the text where the source has none."""
        return self.pages if self.pages is not None else as_pages(self.text)


def open_source(data: bytes, media: str, room: int = MAX_BYTES, eyes: Eyes | None = None) -> Opened:
    """What the *data* of type *media* holds, unpacking at most *room* bytes; raises `Unreadable` with the words why not.

    Pictures are read by *eyes*, where there are any.
    """
    if media == "application/zip":
        return _zip(data, room)
    if media.startswith("image/"):
        return _picture(data, media, eyes)
    if media == "application/pdf":
        return _pdf(data, eyes)
    opener = OPENERS.get(media)
    if opener is None:
        raise Unreadable(KINDS.get(media, UNKNOWN if media == "application/octet-stream" else PACKED))
    return opener(data)


def _plain(data: bytes) -> Opened:
    subject, body = text.split_subject(text.decode(data[: 4 * MAX_TEXT]))
    return Opened(text=body, subject=subject)


def _table(data: bytes) -> Opened:
    told = text.decode(data[:MAX_TABLE])
    if not report.recognizes(told) and (japanese := text.as_japanese(data[:MAX_TABLE])) is not None:
        told = japanese if report.recognizes(japanese) else told
    return Opened(text=told, table=told, cut=len(data) > MAX_TABLE)


def _xlsx(data: bytes) -> Opened:
    """A workbook: its first sheet that is a report is the table, further ones hang on it."""
    sheets = spreadsheet.open_xlsx(data)
    if not sheets:
        raise Unreadable("is an empty spreadsheet; send it again")
    reports = [s for s in sheets if report.recognizes(s.text)]
    chosen = reports[0] if reports else sheets[0]
    attached = [Attachment(f"{s.name}.tsv", s.text.encode()) for s in reports[1:]]
    words = "\n\n".join(s.text for s in (chosen, *(s for s in sheets if s is not chosen)))
    return Opened(text=words, table=chosen.text, cut=not all(s.whole for s in sheets), attached=attached)


def _html(data: bytes) -> Opened:
    web = html.read_html(text.decode(data[:MAX_MARKUP], html.declared_charset(data)))
    notes = ["the page holds text hidden from the eye; it was left out"] if web.hidden else []
    return Opened(text=web.text, links=web.links, notes=notes)


def _rtf(data: bytes) -> Opened:
    return Opened(text=re.sub(r"\n{3,}", "\n\n", rtf.read_rtf(data)).strip())


def _xml(data: bytes) -> Opened:
    if ENTITY.search(data[:100_000].replace(b"\x00", b"")):
        raise Unreadable("is an XML file that declares entities, which no invoice needs; send it without, or a PDF")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
        words = [" ".join(str(t).split()) for t in root.itertext()]
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("is a damaged XML file; send it again, or a PDF of it") from error
    return Opened(text=text.plain("\n".join(w for w in words if w)), raw=data)


def _pdf(data: bytes, eyes: Eyes | None) -> Opened:
    opened = pdf.open_pdf(data, eyes)
    attached = [Attachment(name, content) for name, content in opened.attached]
    return Opened(
        text=opened.text, pages=opened.pages, drawn=True, attached=attached, notes=opened.notes, signals=opened.signals
    )


def _picture(data: bytes, media: str, eyes: Eyes | None) -> Opened:
    picture.open_picture(data, media)
    if eyes is None:
        return Opened(pages=[Page(number=0, width=0.0, height=0.0, words=(), text="", readable=False)], drawn=True)
    notes: list[str] = []
    pages = eyes.on_pictures(data, media, notes)
    return Opened(text="\n\n".join(p.text for p in pages if p.text), pages=pages, drawn=True, notes=notes)


def _docx(data: bytes) -> Opened:
    return Opened(text=docx.open_docx(data))


def _eml(data: bytes) -> Opened:
    return _of_mail(open_mail(data))


def _msg(data: bytes) -> Opened:
    return _of_mail(msg.open_msg(data))


def _mbox(data: bytes) -> Opened:
    first, *further = list(mbox.mails(data, MAX_PARTS)) or [data.partition(b"\n")[2]]
    opened = _eml(first)
    opened.further = further
    return opened


def _of_mail(mail: Mail) -> Opened:
    return Opened(
        text=mail.text, mail=mail, subject=mail.subject, links=mail.links, attached=mail.attachments, notes=mail.notes
    )


def _zip(data: bytes, room: int) -> Opened:
    opened = Opened()
    for member in archive.members(data, room):
        if member.why is None:
            opened.attached.append(Attachment(member.name, member.data))
        else:
            opened.notes.append(f"{member.name} {member.why}".strip())
    opened.text = "\n".join(a.name for a in opened.attached)
    return opened


OPENERS: dict[str, Callable[[bytes], Opened]] = {
    "text/plain": _plain,
    "text/csv": _table,
    "text/tab-separated-values": _table,
    "application/json": _table,
    "text/html": _html,
    "application/xml": _xml,
    "application/rtf": _rtf,
    DOCX: _docx,
    XLSX: _xlsx,
    "message/rfc822": _eml,
    "application/mbox": _mbox,
    "application/vnd.ms-outlook": _msg,
}
