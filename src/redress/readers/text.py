"""Bytes -> text: the character set found, line ends made plain, nothing in it that a terminal would obey."""

import codecs
import re

from redress.words.safe import safe

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SEVEN_BIT = re.compile(rb"\x1b\$[@B]|\x1b\([JB]")
KANA = re.compile("[\u3041-\u30ff]")
LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
HALF_LETTER = re.compile("[\ud800-\udfff]")
NO_CHARSETS = frozenset(("unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"))
SUBJECT = re.compile(r"\ASubject:[ \t]*(?P<subject>[^\n]*)\n[ \t]*\n", re.IGNORECASE)


def decode(data: bytes, charset: str | None = None) -> str:
    """*data* as plain text, by its byte order mark, the *charset* told of it, else what fits."""
    return plain(_decoded(data, charset))


def as_japanese(data: bytes) -> str | None:
    """*data* read as the Shift-JIS of Windows, None where it is not."""
    try:
        return plain(data.decode("cp932")) if any(b > 0x7F for b in data[:20_000]) else None
    except ValueError:
        return None


def plain(text: str) -> str:
    """*text* with line feeds for line ends, whole letters, and without characters that control a terminal."""
    if HALF_LETTER.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return safe(LINE_END.sub("\n", text))


def split_subject(text: str) -> tuple[str | None, str]:
    """The subject from a first line "Subject: ..." set off by a blank line, and the text without it."""
    found = SUBJECT.match(text)
    return (found["subject"].strip(), text[found.end() :]) if found else (None, text)


def _decoded(data: bytes, charset: str | None) -> str:
    for bom, by_bom in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(by_bom, "replace")
    if charset and charset.lower().replace("-", "_") not in NO_CHARSETS:
        try:
            return data.decode(charset)
        except (LookupError, ValueError):
            pass
    return _guessed(data, charset)


def _guessed(data: bytes, charset: str | None) -> str:
    if b"\x1b$)C" in data and (text := _strictly(data, "iso2022_kr")) is not None:
        return text
    if SEVEN_BIT.search(data) and (text := _strictly(data, "iso2022_jp_2")) is not None:
        return text
    if (wide := _wide(data)) and (text := _strictly(data, wide)) is not None:
        return text
    if (text := _strictly(data, "utf-8")) is not None:
        return text
    for japanese in ("shift_jis", "euc_jp"):
        text = _strictly(data, japanese)
        if text is not None and len(KANA.findall(text)) * 4 > sum(c > "\x7f" for c in text):
            return text
    if charset is not None and _known(charset):
        return data.decode(charset, "replace")
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    return data.decode("cp1252", "replace") if b"\x81" not in data else data.decode("latin-1")


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except ValueError:
        return None


def _known(charset: str) -> bool:
    try:
        found = codecs.lookup(charset)
    except (LookupError, ValueError):
        return False
    return found._is_text_encoding and found.name.replace("-", "_") not in NO_CHARSETS


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of the beginning is zero."""
    head = data[:200]
    if len(head) < 4:
        return None
    if head[1::2].count(0) * 10 > len(head) * 4:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) * 10 > len(head) * 4 else None


def _mostly_utf8(data: bytes) -> bool:
    broken = data.decode("utf-8", "replace").count("\ufffd")
    return broken * 20 < sum(b > 0x7F for b in data)
