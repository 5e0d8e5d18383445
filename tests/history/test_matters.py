"""A notice that lists violations, a plan written for several matters, and what each matter keeps of the case."""

import datetime as dt

import pytest

from redress.casework.case_toml import from_table
from redress.history import matters
from redress.history.excerpt import excerpt, rounds
from redress.history.itemised import itemised
from redress.history.matter import AskedBy
from redress.model.folder import Case, Dated, Submission
from redress.model.message import Message
from redress.packs.phrases import load_phrases
from redress.readers import source
from redress.readers.plan import read_plan

X, Y = "B0FB3T7Q9L", "B0FB8W2Z6R"
DAY = dt.date(2026, 5, 4)
ASKED: AskedBy = {
    "inauthentic": ("invoice", "supplier_name"),
    "restricted_product": ("compliance_certificate",),
    "used_sold_as_new": ("plan_root_cause", "plan_corrective", "plan_preventive"),
}
HEAD = "Hello Fennel Bridge,\n\nYour Amazon.com selling account is deactivated. These policy violations are open:\n"
ASKS = "\n\nSend invoices of your supplier for inauthentic complaints. Send a certificate of compliance for restricted products.\n"
PLAN = """# {x}
We dispute this complaint. Every mug of it was bought new.

# {y}
## Root cause
Returned mugs were put back among the new ones.

## Actions we have taken
On 2 May 2026 we took them out of the stock.
"""


def dated(text: str, *, name: str = "messages/2026-05-01-notice.txt", on: dt.date = dt.date(2026, 5, 1)) -> Dated:
    reading = source.read(name, text.encode(), load_phrases(), "message").reading
    assert isinstance(reading, Message)
    return Dated(source=name, message=reading, on=on)


@pytest.mark.parametrize(
    "listed",
    [
        f"-- Inauthentic product complaint: {X}\n-- Restricted product policy violation: {Y}",
        f"ASIN: {X}\nReason: Inauthentic product complaint\n\nASIN: {Y}\nReason: Restricted product policy violation",
        f"Inauthentic product complaint\n{X}\n\nRestricted product policy violation\n{Y}",
    ],
)
def test_each_listing_goes_with_its_violation(listed: str) -> None:
    pieces = itemised(dated(HEAD + listed + ASKS), ASKED, None)
    told = {p.message.violations[0]: (p.message.asins, {r.what for r in p.message.requests}) for p in pieces}
    assert set(told) == {"inauthentic", "restricted_product"}
    assert told["inauthentic"][0] == (X,)
    assert told["restricted_product"] == ((Y,), {"compliance_certificate"})
    assert "compliance_certificate" not in told["inauthentic"][1]


def test_a_listing_under_two_violations_parts_nothing() -> None:
    listed = f"-- Inauthentic product complaint: {X}\n-- Restricted product policy violation: {X}"
    whole = dated(HEAD + listed + ASKS)
    assert itemised(whole, ASKED, None) == (whole,)


def test_two_stances_part_what_one_listing_is_accused_of() -> None:
    listed = f"-- Inauthentic product complaint: {X}\n-- Restricted product policy violation: {X}"
    pieces = itemised(
        dated(HEAD + listed + ASKS), ASKED, {"inauthentic": "dispute", "restricted_product": "acknowledge"}
    )
    assert [p.message.asins for p in pieces] == [(X,), (X,)]


def test_a_plan_is_read_by_its_own_part() -> None:
    plan = read_plan(PLAN.format(x=X, y=Y))
    assert [r.asins for r in rounds(plan)] == [{X}, {Y}]
    assert (excerpt(plan, {X}).asins, excerpt(plan, {X}).stances) == ((X,), ("dispute",))
    assert (excerpt(plan, {Y}).asins, excerpt(plan, {Y}).stances) == ((Y,), ("acknowledge",))
    assert excerpt(plan, {X, Y}) == plan


def test_a_plan_that_names_no_listing_stays_whole() -> None:
    plan = read_plan(
        "## Root cause\nOne packer was away.\n\n## Actions we have taken\nWe took on a second on 2 May 2026.\n"
    )
    assert excerpt(plan, {X}) == plan


OFF = "Hello Fennel Bridge,\n\n{} is off Amazon.com because buyers think it is not authentic. Send invoices of your supplier.\n"
USED = "Hello Fennel Bridge,\n\n{} was removed: buyers got used units that were offered as new. Send a plan of action: the root cause.\n"


def two(second: str, **told: object) -> Case:
    return Case(
        path="case",
        told=from_table({"marketplace": "amazon.com", **told}),
        messages=(
            dated(OFF.format(X)),
            dated(second, name="messages/2026-05-02-notice.txt", on=dt.date(2026, 5, 2)),
        ),
    )


def test_one_matter_is_the_case_as_it_is() -> None:
    case = two(OFF.format(X))
    assert matters(case, ASKED, today=DAY) == (case,)


def test_each_matter_keeps_its_stance_and_its_listings() -> None:
    case = two(USED.format(Y), asins=[X, Y], stance={"inauthentic": "dispute"})
    first, second = matters(case, ASKED, today=DAY)
    assert (first.told.asins, first.told.stance) == ((X,), "dispute")
    assert (second.told.asins, second.told.stance) == ((Y,), None)
    assert [len(m.messages) for m in (first, second)] == [1, 1]


def test_what_was_sent_before_a_notice_came_is_no_answer_to_it() -> None:
    sent = Submission(on=dt.date(2026, 5, 1), to="appeal", did="submitted")
    first, second = matters(having_sent(two(USED.format(Y)), sent), ASKED, today=DAY)
    assert (first.submissions, second.submissions) == ((sent,), ())


def test_what_a_note_names_went_there() -> None:
    sent = Submission(on=dt.date(2026, 5, 3), to="appeal", did="submitted", note=f"the appeal of {Y}")
    first, second = matters(having_sent(two(USED.format(Y)), sent), ASKED, today=DAY)
    assert (first.submissions, second.submissions) == ((), (sent,))


def having_sent(case: Case, *sent: Submission) -> Case:
    return Case(path=case.path, told=case.told, messages=case.messages, submissions=sent)
