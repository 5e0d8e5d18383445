"""Outlook messages and the RTF in them."""

import datetime as dt
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.model.message import Message
from redress.model.phrases import Phrases
from redress.model.reading import walk
from redress.readers import rtf
from redress.readers.bounds import Unreadable
from redress.readers.msg import EPOCH, open_msg
from redress.readers.source import read
from tests.readers.ole import Tree, ole

SMALL = 4096


def stream(tag: str, value: "str | bytes") -> Tree:
    """One property as a stream, padded so that it lies outside the small-stream container."""
    if isinstance(value, bytes):
        return {f"__substg1.0_{tag}0102": value.ljust(SMALL, b"\0")}
    return {f"__substg1.0_{tag}001F": value.encode("utf-16-le").ljust(SMALL, b"\0")}


def properties(head: int, **numbers: int) -> Tree:
    rows = b"".join(struct.pack("<IIQ", int(tag[1:], 16) << 16 | 0x40, 6, n) for tag, n in numbers.items())
    return {"__properties_version1.0": (b"\0" * head + rows).ljust(SMALL, b"\0")}


def message(**extra: "bytes | Tree") -> Tree:
    sent = int((dt.datetime(2026, 5, 1, 9, 30, tzinfo=dt.UTC) - EPOCH).total_seconds()) * 10_000_000
    tree: Tree = {}
    tree |= properties(32, p0039=sent) | stream("0037", "About your listing") | stream("1000", "Please send invoices.")
    tree |= stream("0C1A", "Seller Desk") | stream("5D01", "notice@marketplace.example") | extra
    return tree


def test_an_outlook_message_gives_what_a_mail_gives() -> None:
    mail = open_msg(ole(message()))
    assert (mail.subject, mail.text, mail.sender) == (
        "About your listing", "Please send invoices.", "notice@marketplace.example",
    )  # fmt: skip
    assert mail.sent == dt.datetime(2026, 5, 1, 9, 30, tzinfo=dt.UTC)


def test_attachments_and_messages_inside() -> None:
    paper: Tree = stream("3707", "note.txt") | {"__substg1.0_37010102": b"A short note.".ljust(SMALL)}
    inner = properties(24) | stream("0037", "Inner") | stream("1000", "Inner text")
    nested: Tree = {"__substg1.0_3701000D": inner}
    data = ole(message(**{"__attach_version1.0_#00000000": paper, "__attach_version1.0_#00000001": nested}))
    tree = read("m.msg", data, Phrases(version="0", phrases=()))
    assert tree.source.media == "application/vnd.ms-outlook"
    assert [(n.source.name, n.reading.subject) for n in walk(tree) if isinstance(n.reading, Message)] == [
        ("m.msg", "About your listing"), ("m.msg#1", None), ("m.msg#2", "Inner"),
    ]  # fmt: skip


def test_a_body_only_in_html_or_rtf_is_read() -> None:
    web = message() | stream("1013", b"<p>Seen</p><p style='display:none'>not</p>")
    del web["__substg1.0_1000001F"]
    assert open_msg(ole(web)).text == "Seen"
    packed = b"{\\rtf1 Only in RTF\\par}"
    raw = struct.pack("<IIII", len(packed) + 12, len(packed), rtf.PLAIN, 0) + packed
    rich = message() | stream("1009", raw)
    del rich["__substg1.0_1000001F"]
    assert open_msg(ole(rich)).text == "Only in RTF"


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ole({}),
        ole(message())[:1500],
    ],
)
def test_what_is_damaged_says_so(data: bytes) -> None:
    with pytest.raises(Unreadable, match="Outlook"):
        open_msg(data)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (b"{\\rtf1\\ansi Hello\\par World}", "Hello\nWorld"),
        (b"{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}Seen}", "Seen"),
        (b"{\\rtf1\\ansicpg1252 Gr\\'fc\\'dfe}", "Gr\u00fc\u00dfe"),
        (b"{\\rtf1\\uc1 \\u8364?5}", "\u20ac5"),
        (b"{\\rtf1 a\\{b\\}c\\\\}", "a{b}c\\"),
        (b"{\\rtf1\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf \\par\\htmlrtf0 Hi{\\*\\htmltag72 </p>}}", "<p>Hi</p>"),
        (b"}}}{\\rtf1 x", "x"),
    ],
)
def test_rtf(source: bytes, text: str) -> None:
    assert rtf.read_rtf(source) == text


def test_compressed_rtf_as_in_the_specification() -> None:
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert rtf.decompress(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert rtf.decompress(b"short") == b""


@given(st.binary(max_size=300))
def test_no_rtf_raises(data: bytes) -> None:
    rtf.read_rtf(b"{\\rtf1" + data)
    rtf.decompress(struct.pack("<IIII", 0, 4000, rtf.COMPRESSED, 0) + data)
