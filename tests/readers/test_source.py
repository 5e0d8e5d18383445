"""One file to a tree of readings, by role; every error one sentence that says what would be right."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress import sandbox
from redress.model.document import Document
from redress.model.invoice import Invoice
from redress.model.message import Message
from redress.model.phrases import Phrases
from redress.model.plan import Plan
from redress.model.reading import Role, SourceReading, walk
from redress.model.report import SalesReport
from redress.readers.source import read, warm
from tests.readers import made

NONE = Phrases(version="0", phrases=())
INVOICE = [
    (50, 750, "Example Wholesale Inc."), (50, 735, "1 Dock Road, Dover, DE 19901, US"), (400, 750, "INVOICE"),
    (400, 735, "Invoice No: 2026-017"), (400, 720, "Invoice Date: 2026-01-10"), (50, 690, "Bill to:"),
    (50, 675, "Example Trading LLC"), (50, 660, "12 Mill Lane, Dover, DE 19901, US"),
    (50, 600, "Description"), (300, 600, "Quantity"), (380, 600, "Unit price"), (480, 600, "Amount"),
    (50, 580, "Steel Bottle 750 ml"), (300, 580, "12"), (380, 580, "10.00"), (480, 580, "120.00"),
    (380, 540, "Total USD"), (480, 540, "120.00"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "role", "kind"),
    [
        ("m.txt", b"Your listing was removed.", "auto", Message),
        ("m.txt", b"Your listing was removed.", "message", Message),
        ("m.html", b"<p>Your listing was removed.</p>", "auto", Message),
        ("m.eml", made.mail(), "auto", Message),
        ("m.pdf", made.pdf([[(50, 700, "Your listing was removed.")]]), "message", Message),
        ("m.pdf", made.pdf([[(50, 700, "A letter about nothing.")]]), "auto", Document),
        ("i.pdf", made.pdf([INVOICE]), "evidence", Invoice),
        ("i.pdf", made.pdf([INVOICE]), "auto", Invoice),
        ("plan.md", b"# Plan\n\nRoot cause: we mixed two items.", "plan", Plan),
        ("plan.docx", made.docx(made.paragraph("Root cause: we mixed two items.")), "plan", Plan),
        ("s.pdf", made.scan(), "evidence", Document),
        ("p.png", made.PNG, "evidence", Document),
        ("z.zip", made.packed({"a.txt": b"Hello"}), "auto", Document),
        ("r.csv", b"(Child) ASIN,Units Ordered\nB00EXAMPLE,3\n", "report", SalesReport),
    ],
)  # fmt: skip
def test_a_source_is_read_in_its_role(name: str, data: bytes, role: Role, kind: type) -> None:
    read_as = read(name, data, NONE, role)
    assert (read_as.error, type(read_as.reading)) == (None, kind)


@pytest.mark.parametrize(
    ("name", "data", "role", "why"),
    [
        ("a.pdf", b"", "auto", "is empty"),
        ("a.pdf", b"\0" * 100, "auto", "is blank"),
        ("a.pdf", b"%PDF-1.4 and nothing more", "auto", "is a damaged PDF"),
        ("a.pdf", made.pdf([[(50, 700, "x")]], password="secret"), "auto", "is locked with a password"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "auto", "save it as .docx"),
        ("a.exe", b"MZ\x90\x00\x03\x00", "evidence", "is a program"),
        ("a.gz", b"\x1f\x8b\x08\x00", "auto", "packed archive"),
        ("a.bin", bytes(range(32)) * 9, "auto", "of a kind that is not known"),
        ("a.xml", b"<?xml version='1.0'?><a>", "auto", "is a damaged XML file"),
        ("a.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "auto", "declares entities"),
        ("a.png", made.PNG[:20], "evidence", "is a damaged picture"),
        ("a.png", made.PNG, "message", "give the message as text too"),
        ("a.pdf", made.scan(), "plan", "send it as text"),
        ("a.csv", b"colour,taste\nred,sweet\n", "report", "no columns of a report"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"), "auto",
         "is a damaged Outlook message"),
    ],
)  # fmt: skip
def test_an_error_is_one_sentence_naming_the_file(name: str, data: bytes, role: Role, why: str) -> None:
    error = read(name, data, NONE, role).error
    assert error is not None
    assert error.startswith(f"{name}: ")
    assert why in error
    assert "\n" not in error


def test_all_roles_are_read_alike_inside_the_bounded_child() -> None:
    sources: list[tuple[str, bytes, Role]] = [
        ("m.eml", made.mail(files={"i.pdf": made.pdf([INVOICE])}), "message"),
        ("i.pdf", made.pdf([INVOICE]), "evidence"),
        ("l.docx", made.docx(made.paragraph("A letter about nothing, to nobody in particular.")), "evidence"),
        ("plan.txt", b"Root cause: we mixed two items. We will count every box.", "plan"),
    ]
    warm(NONE)
    with sandbox.Child(lambda n: msgspec.json.encode(read(*sources[n[0]][:2], NONE, sources[n[0]][2]))) as child:
        for number, (name, data, role) in enumerate(sources):
            answer = msgspec.json.decode(child.run(bytes([number])), type=SourceReading)
            assert answer.error is None
            assert msgspec.json.encode(answer) == msgspec.json.encode(read(name, data, NONE, role))


def test_a_subject_line_is_kept_apart_from_the_text() -> None:
    reading = read("m.txt", b"Subject: Listing removed\r\n\r\nDear seller,\r\nHello", NONE).reading
    assert isinstance(reading, Message)
    assert (reading.subject, reading.text) == ("Listing removed", "Dear seller,\nHello")


def test_a_mail_keeps_what_its_envelope_tells() -> None:
    stamp = b"Received: from a by b; Sat, 02 May 2026 01:00:00 -0700\n"
    reading = read("m.eml", stamp + made.mail(), NONE).reading
    assert isinstance(reading, Message)
    assert (str(reading.sent), reading.message_id) == ("2026-05-01", "<1@marketplace.example>")
    assert reading.received is not None
    assert reading.received.isoformat() == "2026-05-02T01:00:00-07:00"


def test_attachments_are_parts_and_each_is_read_for_what_it_is() -> None:
    files = {"../x/invoice.pdf": made.pdf([INVOICE]), "nested.eml": made.mail("inner", files={"a.png": made.PNG})}
    tree = read("m.eml", made.mail(files=files), NONE)
    assert [(n.source.name, type(n.reading)) for n in walk(tree)] == [
        ("m.eml", Message), ("m.eml#1", Invoice), ("m.eml#2", Message), ("m.eml#2#1", Document),
    ]  # fmt: skip
    assert tree.parts[0].notes[0] == 'attached as "invoice.pdf"'


def test_a_bad_attachment_costs_only_itself() -> None:
    tree = read("m.eml", made.mail(files={"broken.pdf": b"%PDF-1.4", "note.txt": b"Hello"}), NONE)
    assert tree.error is None
    assert tree.parts[0].error is not None
    assert tree.parts[1].error is None


def test_the_mails_of_a_mailbox() -> None:
    start = b"From a@b.example Fri May  1 10:00:00 2026\n"
    tree = read("box", start + made.mail("one", files={"a.png": made.PNG}) + b"\n\n" + start + made.mail("two"), NONE)
    assert [(n.source.name, n.reading.text) for n in walk(tree) if isinstance(n.reading, Message)] == [
        ("box", "one"), ("box#2", "two"),
    ]  # fmt: skip
    assert "box#1#1" in [n.source.name for n in walk(tree)]


def test_a_scan_says_that_its_words_could_not_be_read() -> None:
    tree = read("s.pdf", made.scan(), NONE, "evidence")
    assert isinstance(tree.reading, Document)
    assert (tree.reading.type.value, tree.reading.pages, tree.reading.pages_read) == ("other", 1, 0)
    assert tree.notes == ("is a scan or photo; its words could not be read here",)


def test_an_invoice_on_pages_has_boxes_and_one_in_a_text_has_none() -> None:
    drawn = read("i.pdf", made.pdf([INVOICE]), NONE, "evidence").reading
    assert isinstance(drawn, Invoice)
    assert drawn.invoice_number is not None
    assert drawn.invoice_number.box is not None
    text = "\n".join(" ".join(t for x, yy, t in INVOICE if yy == y) for y in sorted({y for _, y, _ in INVOICE})[::-1])
    written = read("i.txt", text.encode(), NONE, "evidence").reading
    if isinstance(written, Invoice) and written.invoice_number is not None:
        assert written.invoice_number.box is None


def test_archives_stay_within_bounds() -> None:
    inner = made.packed({"a.txt": b"Hello"})
    for _ in range(8):
        inner = made.packed({"in.zip": inner})
    tree = read("z.zip", inner, NONE)
    assert len(walk(tree)) == 6
    assert any("nested too deeply" in note for n in walk(tree) for note in n.notes)
    many = read("z.zip", made.packed({f"{n}.txt": b"x" for n in range(300)}), NONE)
    assert len(many.parts) == 200
    bomb = read("z.zip", made.packed({"a": b"\0" * (70 << 20), "b.txt": b"Hello"}), NONE)
    assert [p.text for p in bomb.parts] == ["Hello"]
    assert "a is too large to read" in bomb.notes


def test_a_long_text_is_cut_and_says_so() -> None:
    tree = read("m.txt", b"word " * 500_000, NONE)
    assert len(tree.text) <= 2_001_000
    assert any("only the first" in note for note in tree.notes)


def test_text_can_turn_nothing_round_and_ring_no_bell() -> None:
    tree = read("m.txt", "a\x07b\u202ec\x1b[31md\r\ne".encode(), NONE)
    assert tree.text == "abc[31md\ne"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["auto", "message", "evidence", "report", "plan"]),
       st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"From: a@b.example\n", b"<?xml", b"\x89PNG\r\n\x1a\n"]))  # fmt: skip
def test_no_bytes_raise_and_a_tree_has_a_reading_or_an_error(data: bytes, role: Role, start: bytes) -> None:
    for node in walk(read("a", start + data, NONE, role)):
        assert (node.reading is None) != (node.error is None)
