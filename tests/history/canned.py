"""Invented canned replies, as text and as read."""

from functools import cache

from redress.model.message import Message
from redress.packs.phrases import load_phrases
from redress.readers.message import read_message

BODY = (
    "Hello {name},",
    "We received your submission for listing {asin} but do not have enough information to reactivate it at this time.",
    "Please go back to our message of {day} and send what is listed there through the Account Health page.",
    "You may view your account performance at any time in your dashboard.",
    "Thank you for your patience while we look at case {number}.",
)
ASKS = {
    "utility_bill": "Please send us a copy of a utility bill that shows your business address.",
    "letter_of_authorization": "Please send us a letter of authorization from the brand owner.",
    "business_license": "Please send us a copy of your business license.",
    "bank_statement": "Please send us a copy of a bank statement of your business.",
    "invoice": "Please send us copies of invoices from your supplier issued in the last 365 days.",
}
FILLED = {"name": "Example Trading LLC", "asin": "B00EXAMPLE", "day": "1 May 2026", "number": "4471903"}
OTHER = {"name": "Another Seller Ltd", "asin": "B0OTHER123", "day": "30 June 2026", "number": "998 1234"}


def text(*more: str, filled: dict[str, str] = FILLED, body: tuple[str, ...] = BODY) -> str:
    """A canned reply with the sentences *more* before its thanks, its blanks *filled*."""
    return "\n\n".join(part.format(**filled) for part in (*body[:-1], *more, body[-1]))


@cache
def read(words: str) -> Message:
    """*words* as read."""
    return read_message(words, phrases=load_phrases())
