"""A marketplace's message, read: what was done, what is asked, until when."""

import pytest

from redress.model.message import Message
from redress.packs.phrases import load_phrases
from redress.readers.message import read_message

PHRASES = load_phrases()

NOTICE = """Dear Seller,

Your Amazon.com seller account has been deactivated and your listings were removed. Your funds will stay in your account.

Why did this happen?
Customers told us that the items at the end of this email are not authentic. The sale of counterfeit products on Amazon is strictly prohibited.

How do I reactivate my account?
Please send the following:
-- Copies of invoices or receipts from your supplier, issued in the last 365 days. They should reflect your sales volume.
-- Your supplier's name, phone number, address, and website. We will keep these confidential.
-- A plan of action that explains the root cause of the complaints, the actions you have taken to resolve them, and the steps you have taken to prevent them going forward.
You may remove prices, but the rest of the document must be visible. File types accepted: .pdf, .jpg, .png.

How do I send this information?
Click the Appeal button next to this message.

Has your account been deactivated in error?
Please explain why you believe so.

What happens if I do not send this?
If we do not receive it within 17 days, or after two unsuccessful appeals, we may not let you sell again.

Seller Performance Team

ASIN: B00EXAMPL1
"""


def read(text: str) -> Message:
    return read_message(text, phrases=PHRASES)


def asked(message: Message) -> set[str]:
    return {r.what for r in message.requests}


def test_a_notice_is_read_whole() -> None:
    message = read(NOTICE)
    assert (message.kind, message.outcome, message.tone, message.scope) == (
        "notice",
        "account_deactivated",
        None,
        "account",
    )
    assert message.violations == ("inauthentic",)
    assert asked(message) == {
        "invoice",
        "receipt_or_order_confirmation",
        "supplier_name",
        "supplier_phone",
        "supplier_address",
        "supplier_website",
        "plan_root_cause",
        "plan_corrective",
        "plan_preventive",
        "explanation_why_in_error",
    }
    assert (message.invoice_window_days, message.response_deadline_days) == (365, 17)
    assert message.asins == ("B00EXAMPL1",)
    assert message.channels == ("appeal_button",)
    assert message.accepted_file_types == ("pdf", "jpg", "png")
    assert message.team == "seller_performance"
    (clock,) = message.clocks
    assert (clock.state, clock.days, clock.attempts) == ("stated", 17, 2)


def test_quotes_are_the_text_itself() -> None:
    message = read(NOTICE)
    assert all(message.text[r.start : r.end] == r.quote for r in message.requests)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "> \n> \n", "<p></p>", "From:\nTo:\n"])
def test_anything_is_read_without_failing(text: str) -> None:
    assert read(text).text == text
