"""What a reinstatement leaves down."""

import pytest

from redress.history import look
from redress.history.returned import stays_down
from tests.decisions.factories import ASIN, OTHER_ASIN, PARTS, case, day, invoice, message, notice, reply, sent

PAPER = invoice()
A, B = "B0AA4M2K7L", "B0BB8R5W3N"


@pytest.mark.parametrize(
    ("text", "down"),
    [
        (f"We have reactivated your listing {A}. Your listing {B} remains inactive.", (B,)),
        (f"{A} has been reinstated, but {B} is still suspended.", (B,)),
        (f"{A} is back. We were not able to reinstate {B}.", (B,)),
        (f"We reactivated {A}. These listings stay removed:\n{B} Cork Mat\n\nThank you for selling with us.", (B,)),
        (f"These listings remain inactive:\n- {A}\n- {B}\n\nYour account is active again.", (A, B)),
        (f"We reactivated {A}. {B} remains inactive.\n\nProduct Team\n\nASIN: {A}\nASIN: {B}", (B,)),
        (f"Das Angebot {A} ist wieder aktiv, aber {B} bleibt deaktiviert.", (B,)),
        (f"We have reactivated your listings {A} and {B}.", ()),
        (f"The listing {A}, which was removed on 1 May, has been reinstated.", ()),
        (f"We reactivated these listings:\n{A} Cork Trivet\n{B} Cork Mat", ()),
        ("Your account has been reactivated. Some deals remain closed.", ()),
    ],
)
def test_what_stays_down(text: str, down: tuple[str, ...]) -> None:
    asins = tuple(a for a in (A, B) if a in text)
    assert stays_down(message("reply", "reinstated", says=text, asins=asins)) == down


def test_a_reinstatement_in_part_is_not_done_and_says_nothing_of_the_rest() -> None:
    told = notice(asins=(ASIN, OTHER_ASIN))
    says = f"We have reactivated your listing {ASIN}. Your listing {OTHER_ASIN} remains inactive."
    back = reply(day(5), "reinstated", says=says, asins=(ASIN, OTHER_ASIN))
    seen = look(case(told, back, papers=(PAPER,), submissions=(sent(day(3), PAPER),)), today=day(6))
    assert not seen.reinstated
    assert seen.reinstated_asins == (ASIN,)
    assert [(r.outcome, r.meaningful) for r in seen.replies] == [("more_info_needed", False)]


def test_periods_for_papers_count_from_the_notice_that_asks_for_papers() -> None:
    worse = notice(day(8), "worse", outcome="account_deactivated", asks=PARTS, fingerprint="other", asins=(),
                   violations=("order_defect_rate",), invoice_window_days=None)  # fmt: skip
    seen = look(case(notice(), worse), today=day(9))
    assert (seen.received, seen.papers_since, seen.window_days) == (day(8), day(1), 365)
