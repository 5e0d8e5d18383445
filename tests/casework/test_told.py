"""What `case.toml` names must be there: a rung, a gate, a file; and what was sent is told from what lies ready."""

from typing import Any

import pytest

from redress.casework.case_toml import from_table
from redress.casework.errors import CaseError
from redress.casework.opened import pack_for
from redress.casework.sent import as_sent
from redress.casework.told import check_names, not_there
from tests.decisions.factories import case, day, invoice, sent

SENT, READY = invoice("evidence/sent.pdf"), invoice("evidence/ready.pdf")


def told(**tables: Any) -> Any:
    return from_table({"marketplace": "amazon.com", **tables})


def event(to: str) -> dict[str, Any]:
    return {"on": day(3), "did": "submitted", "to": to}


def override(gate: str) -> dict[str, Any]:
    return {"gate": gate, "by": "A. Person", "on": day(4), "because": "told on the phone"}


@pytest.mark.parametrize(
    "good", [{"events": [event("appeal"), event("account_health_call")]}, {"overrides": [override("novelty")]},
             {"overrides": [override("invoice/age")]}],
)  # fmt: skip
def test_what_the_pack_knows_may_be_named(good: dict[str, Any]) -> None:
    check_names(told(**good), pack_for("amazon.com"))


@pytest.mark.parametrize(
    ("bad", "says"),
    [({"events": [event("senior")]}, 'to = "senior"'), ({"overrides": [override("new")]}, 'gate = "new"')],
)
def test_a_rung_or_gate_nobody_knows_is_wrong_use(bad: dict[str, Any], says: str) -> None:
    with pytest.raises(CaseError, match=says):
        check_names(told(**bad), pack_for("amazon.com"))


def test_a_file_that_is_told_of_and_not_there_is_said() -> None:
    spoken = told(
        messages=[{"file": "messages/a.txt", "answers": day(3)}],
        corrections=[{"source": "evidence/b.pdf", "field": "invoice_date", "value": day(1), "by": "A", "on": day(2)}],
    )
    assert not_there(spoken, {"messages/a.txt", "evidence/b.pdf"}) == ()
    assert not_there(spoken, {"messages/a.txt"}) == (
        "case.toml: [[corrections]] names evidence/b.pdf, which is not in the folder",
    )


def test_the_case_as_it_went_out() -> None:
    both = case(papers=(SENT, READY), submissions=(sent(day(3), SENT),))
    out = as_sent(both)
    assert out is not None
    assert out.papers == (SENT,)


def test_nothing_is_told_of_what_was_sent_where_it_is_all_there_or_not_at_hand() -> None:
    assert as_sent(case(papers=(SENT,), submissions=(sent(day(3), SENT),))) is None
    assert as_sent(case(papers=(SENT,))) is None
    gone = sent(day(3), SENT, invoice("evidence/gone.pdf"))
    assert as_sent(case(papers=(SENT, READY), submissions=(gone,))) is None
