"""RTF -> text, and the compressed form in which Outlook keeps it ([MS-OXRTFCP], [MS-OXRTFEX])."""

import re
import struct

from redress.readers.text import plain

COMPRESSED = 0x75465A4C
PLAIN = 0x414C454D
PRESET = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans "
    b"SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab"
    b"\\tx"
)
RING = 4096
MAX_RTF = 16_000_000
TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE
)
DROPPED = frozenset(("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "datastore", "header",
                     "footer", "listtable", "listoverridetable", "generator", "mhtmltag", "htmltag", "xmlnstbl"))  # fmt: skip
SAID = {"par": "\n", "line": "\n", "tab": "\t", "cell": " ", "row": "\n", "emdash": "\u2014", "endash": "\u2013", "bullet": "- ",
        "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d", "sect": "\n", "page": "\n"}  # fmt: skip


def decompress(data: bytes) -> bytes:
    """The RTF inside Outlook's compressed *data*; empty when it is damaged."""
    if len(data) < 16:
        return b""
    _, size, kind, _ = struct.unpack_from("<IIII", data)
    if kind == PLAIN:
        return data[16 : 16 + size]
    return _unpack(data[16:], min(size, MAX_RTF)) if kind == COMPRESSED else b""


def _unpack(data: bytes, size: int) -> bytes:
    ring = bytearray(PRESET.ljust(RING, b"\0"))
    out = bytearray()
    write, at = len(PRESET), 0
    while at < len(data) and len(out) < size:
        control, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data):
                break
            if control >> bit & 1:
                token, at = int.from_bytes(data[at : at + 2], "big"), at + 2
                start, length = token >> 4, (token & 15) + 2
                if start == write % RING:
                    return bytes(out)
            else:
                start, length = -1, 1
            for step in range(length):
                byte = data[at] if start < 0 else ring[(start + step) % RING]
                ring[write % RING] = byte
                write += 1
                out.append(byte)
            at += start < 0
    return bytes(out)


def is_html(data: bytes) -> bool:
    """Whether the RTF *data* wraps an HTML body."""
    return b"\\fromhtml" in data[:1000]


def read_rtf(data: bytes) -> str:
    """The text of the RTF *data*, or the HTML that it wraps."""
    return plain(_Rtf(data[:MAX_RTF].decode("latin-1")).text())


class _Rtf:
    """One pass over the tokens; groups are a stack of (shown, letters to skip after \\\\u)."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.html = "\\fromhtml" in source[:1000]
        self.charset = "cp1252"
        self.shown = True
        self.skip = 1
        self.unread = 0
        self.out: list[str] = []
        self.bytes = bytearray()

    def text(self) -> str:
        groups: list[tuple[bool, int]] = []
        for found in TOKEN.finditer(self.source):
            word, number, code, symbol, brace, letters = found.groups()
            if code:
                self.byte(int(code, 16))
                continue
            self.flush()
            if brace == "{":
                groups.append((self.shown, self.skip))
            elif brace == "}":
                self.shown, self.skip = groups.pop() if groups else (True, 1)
            elif word:
                self.word(word.lower(), int(number) if number else None)
            elif symbol:
                self.symbol(symbol)
            elif letters:
                self.say(letters)
        self.flush()
        return "".join(self.out)

    def word(self, word: str, number: int | None) -> None:
        if word == "ansicpg" and number:
            self.charset = f"cp{number}"
        elif word == "uc":
            self.skip = min(number or 0, 10)
        elif word == "u" and number is not None:
            self.say(chr(number % 65536))
            self.unread = self.skip
        elif word == "htmlrtf":
            self.shown = number == 0
        elif word == "htmltag" and self.html:
            self.shown = True
        elif word in DROPPED:
            self.shown = False
        elif word in SAID:
            self.say(SAID[word])

    def symbol(self, symbol: str) -> None:
        if symbol == "*":
            self.shown = self.shown and self.html
        elif symbol in "{}\\":
            self.say(symbol)
        elif symbol == "~":
            self.say(" ")
        elif symbol in "\r\n":
            self.say("\n")

    def byte(self, value: int) -> None:
        if self.unread:
            self.unread -= 1
        elif self.shown:
            self.bytes.append(value)

    def say(self, letters: str) -> None:
        if self.unread and letters[0] not in "\n\t":
            cut = min(self.unread, len(letters))
            letters, self.unread = letters[cut:], self.unread - cut
        if self.shown:
            self.out.append(letters)

    def flush(self) -> None:
        if self.bytes:
            try:
                self.out.append(self.bytes.decode(self.charset, "replace"))
            except LookupError:
                self.out.append(self.bytes.decode("cp1252", "replace"))
            self.bytes.clear()
