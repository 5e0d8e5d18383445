"""A case as it stood on a day: what had not happened yet is not known."""

from redress.casework.deciding import as_of
from redress.model.case import Override
from tests.decisions.factories import attested, case, day, invoice, notice, reply, sent

PASSED = Override(gate="novelty", by="A. Person", on=day(6), because="told on the phone")
WHOLE = case(
    notice(), reply(day(5)), papers=(invoice(),), submissions=(sent(day(3), invoice()), sent(day(6), invoice())),
    attested=(attested("submission shows as filed", day(4)), attested("notifications read", day(6))),
    overrides=(PASSED,),
)  # fmt: skip


def test_what_came_later_is_left_out() -> None:
    then = as_of(WHOLE, day(4))
    assert [m.on for m in then.messages] == [day(1)]
    assert [s.on for s in then.submissions] == [day(3)]
    assert [a.on for a in then.told.attested] == [day(4)]
    assert then.told.overrides == ()


def test_the_day_itself_counts_and_what_bears_no_day_stays() -> None:
    assert as_of(WHOLE, day(6)) == WHOLE
    undated = case(type(notice())(source="messages/a.txt", message=notice().message, on=None))
    assert len(as_of(undated, day(1)).messages) == 1
