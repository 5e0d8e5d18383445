"""Own words, terms, numbers, ways to answer, senders and signals."""

import datetime as dt

import pytest

from redress.model.message import Message
from redress.packs.phrases import load_phrases
from redress.readers.message import read_message

OWN = "We have reviewed your appeal. Your account will not be reinstated.\n\n"
HIS = "Please provide the invoice. We ask you to reinstate us. B00EXAMPL9\n"


def read(text: str, **given: object) -> Message:
    return read_message(text, phrases=load_phrases(), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "opening",
    [
        "On Fri, Mar 12, 2021 at 9:41 PM Ann wrote:\n",
        "-----Original Message-----\nFrom: Ann\n",
        "________________________________\nFrom: Ann\nTo: team@market.example\nSubject: Papers\n\n",
        "From: Ann\nSent: Monday\nTo: team\nSubject: x\n\n",
        "Am 12.03.2021 um 09:41 schrieb Ann:\n",
        "Le ven. 12 mars 2021 à 09:41, Ann a écrit :\n",
        "El vie, 12 mar 2021 a las 9:41, Ann escribió:\n",
        "Il giorno ven 12 mar 2021 Ann ha scritto:\n",
        "2021年3月12日(金) 9:41 Ann <ann@shop.example>のメール:\n",
        "Ann <ann@shop.example> 于2021年3月12日 写道：\n",
        "---------- Forwarded message ---------\nFrom: Ann\n",
    ],
)
def test_quoted_history_is_cut_and_not_concluded_from(opening: str) -> None:
    message = read(OWN + opening + HIS)
    assert (message.kind, message.outcome) == ("reply", "denied")
    assert message.requests == ()
    assert message.asins == ()
    (cut,) = message.cut
    assert message.text[cut.start : cut.end].startswith(opening[:5])


def test_quoting_marks_are_cut() -> None:
    message = read(OWN + "> Please provide the invoice.\n> Thank you\n> Ann\n")
    assert message.requests == ()
    assert message.cut


def test_only_the_first_part_of_a_very_long_text_is_read() -> None:
    message = read(OWN + "x " * 110_000)
    assert message.cut[-1].why.startswith("beyond the first")
    assert message.outcome == "denied"


@pytest.mark.parametrize(
    ("sentence", "days", "hours"),
    [
        ("If you do not send it within 17 days, your account stays closed.", 17, None),
        ("Please submit a plan of action within 72 hours.", 3, 72),
        ("You have three weeks to appeal.", 21, None),
        ("The hold on your funds will be removed after 90 days.", None, None),
        ("Our review takes up to 5 days.", None, None),
        ("Your late shipment rate over the last 30 days was 9%.", None, None),
        ("Please send a utility bill issued in the last 90 days.", None, None),
    ],
)
def test_only_a_term_to_answer_is_a_deadline(sentence: str, days: int | None, hours: int | None) -> None:
    message = read("Your seller account has been deactivated.\n" + sentence)
    assert message.response_deadline_days == days
    assert [c.hours for c in message.clocks] == ([hours] if days else [])


def test_a_day_to_answer_by() -> None:
    text = "Your account has been deactivated. Please send the invoice no later than 03/04/2026."
    (clock,) = read(text).clocks
    assert clock.state == "ambiguous"
    assert set(clock.readings) == {dt.date(2026, 4, 3), dt.date(2026, 3, 4)}
    (plain,) = read(text.replace("03/04/2026", "April 3, 2026")).clocks
    assert (plain.state, plain.on) == ("stated", dt.date(2026, 4, 3))


def test_the_window_is_that_of_the_invoices() -> None:
    message = read(
        "Your listing was removed.\nPlease send invoices issued in the last 180 days and a utility bill from the last 90 days."
    )
    assert message.invoice_window_days in {180, None}
    assert (
        read("Your listing was removed.\nPlease send invoices issued in the last 180 days.").invoice_window_days == 180
    )


def test_numbers_are_told_apart() -> None:
    message = read(
        "Your listing B00EXAMPL1 was removed (order 114-1234567-1234567, Complaint ID: 1234567890, case 9876543210). "
        "See https://market.example/B00EXAMPL7."
    )
    assert message.asins == ("B00EXAMPL1",)
    assert message.other_ids.order_ids == ("114-1234567-1234567",)
    assert message.other_ids.complaint_ids == ("1234567890",)
    assert message.other_ids.case_ids == ("9876543210",)


@pytest.mark.parametrize(
    ("sentence", "channels"),
    [
        ("Click the Appeal button next to this message.", ("appeal_button",)),
        ("Please reply to this email with the invoice.", ("reply",)),
        ("Send the invoice to notice@market.example.", ("notice@market.example",)),
        ("Submit it here: https://market.example/appeal/start", ("https://market.example/appeal/start",)),
        ("Questions about your balance go to payments@market.example.", ()),
        ("We will reply to your message soon.", ()),
    ],
)
def test_the_way_to_answer(sentence: str, channels: tuple[str, ...]) -> None:
    assert read("Your listing was removed.\n\n" + sentence).channels == channels


def test_head_lines_are_read_and_not_counted() -> None:
    message = read("Subject: Your appeal\nFrom: team@amazon.co.uk\nDate: 5 March 2024\n\nYour appeal was declined.\n")
    assert (message.subject, message.sender, message.sent) == ("Your appeal", "team@amazon.co.uk", dt.date(2024, 3, 5))
    assert message.marketplace == "amazon.co.uk"


def test_teams_by_mailbox_and_by_sign_off() -> None:
    assert read("Your listing was removed. Write to notice-dispute@amazon.com.").team == "intellectual_property"
    assert read("Your listing was removed.\n\nProduct Quality Team").team == "product_quality"
    assert read("Your listing was removed.").team == "unknown"
    link = "Appeal: https://sellercentral.amazon.com/performance/account/health?ref=ah_em_pq"
    assert read(f"Your listing was removed.\n\n{link}\n\nSeller Performance Team").team == "seller_performance"
    assert read(f"Your listing was removed.\n\n{link}\n\nAmazon").team == "product_quality"
    mailbox = "Send the invoices to pq-review@amazon.com."
    assert read(f"Your listing was removed. {mailbox}\n\nSeller Performance Team").team == "product_quality"


def test_signals_are_named_with_their_why() -> None:
    message = read(
        "Your Amazon seller account has been suspended. Go to http://sellercentral-amazon.check.example/login.",
        sender="Amazon <desk@mailer.example>",
        headers={"Reply-To": "x@other.example", "Authentication-Results": "mx; spf=fail"},
        html_links=[("https://sellercentral.amazon.com", "https://trap.example/x")],
    )
    whys = " ".join(s.why for s in message.signals)
    for told in ("mailer.example", "other.example", "SPF", "sellercentral-amazon.check.example", "trap.example"):
        assert told in whys
    assert read("Your Amazon seller account has been suspended.", sender="x@amazon.com").signals == ()


def test_evidence_terms_of_the_notice() -> None:
    message = read(
        "Your listing was removed.\nPlease send invoices. Item quantities should match your inventory. The invoice must show "
        "your supplier's name and website. Accepted formats: .pdf, .JPG or .png."
    )
    assert message.match_inventory
    assert message.website_on_invoice
    assert message.accepted_file_types == ("pdf", "jpg", "png")


def test_a_court_order_is_marked() -> None:
    message = read("Your listing was removed. We received a court order.")
    assert "legal" in {m.label for m in message.marks}
