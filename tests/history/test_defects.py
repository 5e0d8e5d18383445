"""Where a guided reply finds fault with contact data in a sentence of its own."""

import pytest

from redress.history.defects import faulted_fields, names_defect
from tests.decisions.factories import message

ASKS = "Please send invoices of your supplier."


@pytest.mark.parametrize(
    ("says", "fields"),
    [
        ("The supplier's phone number could not be verified.", {"supplier_phone"}),
        (
            "We were unable to reach your supplier at the phone number and address on it.",
            {"supplier_phone", "supplier_address"},
        ),
        ("We could not reach your supplier's website named on your invoice.", {"supplier_website"}),
        ("Die Telefonnummer des Lieferanten ist nicht lesbar.", {"supplier_phone"}),
        ("If the supplier's phone number is not shown, we cannot accept the invoice.", set()),
        ("The supplier's website must not be missing.", set()),
        ("We could not verify the information you sent.", set()),
    ],
)
def test_a_sentence_that_finds_fault_with_contact_data(says: str, fields: set[str]) -> None:
    reply = message("reply", "more_info_needed", tone="guided", says=f"{says} {ASKS}", marks=())
    bare = type(reply)(**{f: getattr(reply, f) for f in reply.__struct_fields__ if f != "marks"})
    assert {what for what, _, _ in faulted_fields(bare)} == fields
    if fields:
        assert names_defect(bare)


def test_a_generic_reply_finds_no_fault() -> None:
    says = "The supplier's phone number could not be verified."
    assert faulted_fields(message("reply", "more_info_needed", tone="generic", says=says)) == ()
