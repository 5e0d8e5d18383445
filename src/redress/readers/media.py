"""What a source is, told by its content; its name decides only between kinds of text."""

import re
from pathlib import PurePath

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Media type by the bytes at an offset; the first that fits.
SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"II+\x00", "image/tiff"),
    (0, b"MM\x00+", "image/tiff"),
    (0, b"BM", "image/bmp"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftypmsf1", "image/heic"),
    (4, b"ftypavif", "image/avif"),
    (0, b"\x00\x00\x00\x0cjP  ", "image/jp2"),
    (0, b"\xff\x4f\xff\x51", "image/jp2"),
    (0, b"8BPS", "image/vnd.adobe.photoshop"),
    (0, b"\x00\x00\x01\x00", "image/x-icon"),
    (0, b"\x00\x00\x02\x00", "image/x-icon"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (257, b"ustar", "application/x-tar"),
    (0, b"MZ", "application/x-dosexec"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"%!PS", "application/postscript"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"\x78\x9f\x3e\x22", "application/ms-tnef"),
)
HEADER = re.compile(rb"[!-9;-~]{1,80}[ \t]*:")
MAIL_HEADERS = frozenset(
    b"from to cc bcc subject date message-id received return-path mime-version content-type delivered-to reply-to sender "
    b"x-mailer content-transfer-encoding dkim-signature arc-seal authentication-results in-reply-to references "
    b"list-unsubscribe user-agent x-priority resent-from x-received envelope-to content-disposition".split()
)
TELLING = frozenset(
    b"from received return-path message-id mime-version date delivered-to content-type x-mailer subject to".split()
)
ENDINGS = {
    ".csv": "text/csv", ".tsv": "text/tab-separated-values", ".eml": "message/rfc822", ".mbox": "application/mbox",
    ".html": "text/html", ".htm": "text/html", ".xml": "application/xml", ".json": "application/json",
}  # fmt: skip
NOT_TEXT = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
WEB_PAGE = re.compile(
    rb"<(!doctype\s+html|html|head|body|table|div|p|meta|title|h[1-6]|center|font|br)\b", re.IGNORECASE
)
FIRST_TAG = re.compile(
    rb"^(<\?xml\b|<!doctype\s+(?!html)|<!--|<[\w.-]+(:[\w.-]+)?(\s+[\w:.-]+\s*=|\s*/?>))", re.IGNORECASE
)
PRIVATE_KEY = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----")
END_OF_ZIP, TAIL_OF_ZIP = b"PK\x05\x06", 66_000
LOOK = 4096


def sniff(data: bytes, name: str = "") -> str:
    """The media type of *data*; *name* lends its ending only where the content is some kind of text."""
    head = data[:LOOK]
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK\x03\x04")):
        return _zip(data)
    if head.startswith(OLE):
        return _ole(data)
    for offset, signature, media in SIGNATURES:
        if head.startswith(signature, offset) and _plausible(media, data):
            return media
    return _text(data, PurePath(name).suffix.lower())


def _plausible(media: str, data: bytes) -> bool:
    """Two letters alone tell nothing: a text may begin with them."""
    if media == "application/x-dosexec" and END_OF_ZIP in data[-TAIL_OF_ZIP:]:
        return False
    return media not in {"image/bmp", "application/x-dosexec"} or bool(NOT_TEXT.search(data[:64]))


def _zip(data: bytes) -> str:
    if b"word/document.xml" in data or b"word/document2.xml" in data:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    if b"xl/workbook.xml" in data:
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    if b"ppt/presentation.xml" in data:
        return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    if data[30:54] == b"mimetypeapplication/vnd.":
        return "application/vnd.oasis.opendocument"
    return "application/zip"


def _ole(data: bytes) -> str:
    if "__properties_version1.0".encode("utf-16-le") in data:
        return "application/vnd.ms-outlook"
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "application/encrypted-office"
    if "WordDocument".encode("utf-16-le") in data:
        return "application/msword"
    return "application/x-ole-storage"


def _text(data: bytes, ending: str) -> str:
    head = _as_ascii(data[:LOOK])
    odd = 0 if b"\x1b$)C" in head else len(NOT_TEXT.findall(head))
    if odd > len(head) // 50 or not head.strip():
        return _zip(data) if END_OF_ZIP in data[-TAIL_OF_ZIP:] else "application/octet-stream"
    head = head.lstrip()
    if PRIVATE_KEY.match(head):
        return "application/pkcs8"
    if head.startswith(b"From ") and (b"\n" in head) and _header_names(head.split(b"\n", 1)[1]) & TELLING:
        return "application/mbox"
    if _is_mail(head, ending):
        return "message/rfc822"
    if FIRST_TAG.match(head) or WEB_PAGE.search(head[:1024]):
        return _marked_up(head, ending)
    if ending in {".csv", ".tsv", ".eml", ".mbox", ".json"}:
        return ENDINGS[ending]
    if ending not in {".txt", ".md"} and (table := _table(head)):
        return table
    return "text/plain"


def _as_ascii(head: bytes) -> bytes:
    """*head* without byte order mark; of UTF-16 and UTF-32 the bytes that are ASCII."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or head[:40].count(0) > len(head[:40]) // 4:
        return bytes(b for b in head if b and b < 0x80)
    return head.removeprefix(b"\xef\xbb\xbf")


def _header_names(head: bytes) -> frozenset[bytes]:
    """The names of the header lines that *head* begins with; empty where it begins with something else."""
    names: set[bytes] = set()
    for line in head.splitlines():
        if line[:1] in (b" ", b"\t") and names:
            continue
        if not HEADER.match(line):
            break
        names.add(line.split(b":", 1)[0].strip().lower())
    return frozenset(names)


def _is_mail(head: bytes, ending: str) -> bool:
    names = _header_names(head) & MAIL_HEADERS
    if ending == ".eml" or names >= {b"mime-version", b"content-type"}:
        return ending == ".eml" or bool(names)
    return len(names & TELLING) >= (4 if ending in {".txt", ".md"} else 3) and bool(
        names & {b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to", b"date"}
    )


def _marked_up(head: bytes, ending: str) -> str:
    if WEB_PAGE.search(head[:1024]) and not head.startswith(b"<?xml"):
        return "text/html"
    if b"http://www.w3.org/1999/xhtml" in head or re.search(rb"<html[\s>]", head, re.IGNORECASE):
        return "text/html"
    if head.startswith((b"<?xml", b"<!DOCTYPE", b"<!doctype")) or ending == ".xml":
        return "application/xml"
    return ENDINGS.get(ending, "application/xml" if FIRST_TAG.match(head) and b"</" in head else "text/plain")


def _table(head: bytes) -> str | None:
    """A table kind when the first lines hold the same number of one separator."""
    lines = [line for line in head.splitlines()[:-1] if line.strip()][:6]
    if len(lines) < 2:
        return None
    for separator, media in ((b"\t", "text/tab-separated-values"), (b",", "text/csv"), (b";", "text/csv")):
        counts = [line.count(separator) for line in lines]
        if min(counts) >= 2 and len(set(counts)) == 1:
            return media
    return None
