"""Mails opened: headers, the body a person would read, attachments; and mails made to break a reader."""

import contextlib
import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.readers.bounds import Unreadable
from redress.readers.mail import differs, header_text, open_mail
from redress.readers.mbox import mails
from tests.readers import made


def test_headers_and_body() -> None:
    mail = open_mail(made.mail("Please send invoices.\n", subject="Gr\u00fc\u00dfe"))
    assert mail.text == "Please send invoices."
    assert (mail.subject, mail.sender) == ("Gr\u00fc\u00dfe", "notice@marketplace.example")
    assert mail.sent == dt.datetime(2026, 5, 1, 9, 30, tzinfo=dt.UTC)
    assert mail.headers["message-id"] == "<1@marketplace.example>"


def test_the_plain_body_is_preferred_and_the_links_of_the_html_are_kept() -> None:
    mail = open_mail(
        made.mail("Go to shop.example now", '<p>Go to <a href="https://x.example">shop.example</a> now</p>')
    )
    assert mail.text == "Go to shop.example now"
    assert mail.links == (("shop.example", "https://x.example"),)
    assert (mail.other, mail.notes) == ("", [])


def test_a_body_only_in_html_is_read() -> None:
    assert open_mail(made.mail(None, "<p>One</p><p>Two</p>")).text == "One\n\nTwo"


def test_a_plain_body_that_says_nothing_gives_way_to_the_html() -> None:
    mail = open_mail(made.mail("See below.", "<p>" + "Your listing was removed. " * 20 + "</p>"))
    assert mail.text.startswith("Your listing")


def test_bodies_that_say_different_things_are_both_kept() -> None:
    mail = open_mail(made.mail("Within 30 days, send 240 units.", "<p>Within 30 days, send 999 units.</p>"))
    assert "240" in mail.text
    assert "999" in mail.other
    assert any("different" in note for note in mail.notes)


def test_attachments_and_nested_mails() -> None:
    mail = open_mail(made.mail(files={"../../invoice.pdf": b"%PDF-1.4"}))
    assert [(a.name, a.data) for a in mail.attachments] == [("../../invoice.pdf", b"%PDF-1.4")]
    outer = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\nouter"
        b"\n--B\nContent-Type: message/rfc822\n\n" + made.mail("inner text") + b"\n--B--\n"
    )
    mail = open_mail(outer)
    assert mail.text == "outer"
    assert [a.nested for a in mail.attachments] == [True]
    assert open_mail(mail.attachments[0].data).text == "inner text"


def test_the_day_it_arrived_is_that_of_the_topmost_stamp() -> None:
    head = b"Received: from a by b; Sat, 02 May 2026 01:00:00 -0700\nReceived: from c by a; Fri, 01 May 2026 09:30:00 +0000\n"
    received = open_mail(head + made.mail()).received
    assert received is not None
    assert received.isoformat() == "2026-05-02T01:00:00-07:00"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain", "plain"), ("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Gr\u00fc\u00dfe"), ("=?x-unknown?q?abc?=", "abc"),
        ("=?utf-8?b?broken!?=", "=?utf-8?b?broken!?="), ("two\n lines", "two lines"), ("bell\x07", "bell"),
    ],
)  # fmt: skip
def test_a_header_decoded(raw: str, text: str) -> None:
    assert header_text(raw) in {text, ""}


@pytest.mark.parametrize("charset", ["x-unknown", "idna", "unicode_escape", "hex", "utf-8\x00", ""])
def test_a_charset_that_is_none_does_not_stop_reading(charset: str) -> None:
    data = f"From: a@b.example\nContent-Type: text/plain; charset={charset}\n\nThe text".encode()
    assert open_mail(data).text == "The text"


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b.example\nContent-Type: text/plain; " + b"a=b; " * 50_000 + b"\n\nx",
        b"From: a@b.example\nContent-Type: text/plain; " + b"a*0*=b; " * 20_000 + b"\n\nx",
        b"From: a@b.example\nTo: " + b"(" * 20_000 + b"\n\nx",
        b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx",
        b"X: y\n" * 50_000 + b"\nx",
        b"".join(b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(3000)) + b"\nx",
    ],
)
def test_a_mail_made_to_take_for_ever_is_read_or_refused_at_once(data: bytes) -> None:
    began = time.monotonic()
    with contextlib.suppress(Unreadable):
        open_mail(data)
    assert time.monotonic() - began < 2


def test_headers_handed_on_are_short() -> None:
    mail = open_mail(b"From: " + b"(" * 9_000 + b"\nReply-To: " + b"x" * 9_000 + b"\n\nx")
    assert mail.sender is not None
    assert max(len(mail.sender), *(len(v) for v in mail.headers.values())) <= 1_000


def test_a_mailbox_is_cut_at_its_mails() -> None:
    one, two = made.mail("one"), made.mail("two\n\nFrom the start, this is text.\n")
    box = (
        b"From a@b.example Fri May  1 10:00:00 2026\n" + one + b"\n\nFrom a@b.example Fri May  1 11:00:00 2026\n" + two
    )
    assert [open_mail(m).text.split("\n")[0] for m in mails(box, 10)] == ["one", "two"]
    assert len(list(mails(box, 1))) == 1


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("a b c", "a  b\nc", False), ("pay 100 now", "pay 900 now", True), ("", "x y z", True), ("x", "", False)],
)
def test_whether_two_bodies_differ(one: str, other: str, differ: bool) -> None:
    assert differs(one, other) is differ


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    open_mail(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=B\n\n--B\n" + data)
    open_mail(data)
