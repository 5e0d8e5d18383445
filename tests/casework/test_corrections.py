"""A told fact stands beside what was read, and a wrong correction is named."""

import datetime as dt
from typing import Any

import pytest

from redress.casework.corrections import corrected
from redress.casework.errors import CaseError
from redress.model.case import Correction
from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.message import Clock, Message
from redress.model.reading import Source, SourceReading
from tests.decisions.factories import clock, notice

READ = Invoice(
    doc_type=Fact(value="invoice"),
    invoice_date=Fact(value="2026-01-01", box=(0, 0.1, 0.1, 0.2, 0.2)),
    supplier=Party(name=Fact(value="Example Wholesale Inc.")),
    line_items=(LineItem(quantity=Fact(value=5.0)),),
)


def node() -> SourceReading:
    return SourceReading(source=Source(name="evidence/a.pdf", sha256="0", size=1), reading=READ)


def told(field: str, value: Any) -> Correction:
    return Correction(source="evidence/a.pdf", field=field, value=value, by="Pat", on=dt.date(2026, 5, 2))


def test_a_value_is_told_and_the_read_one_is_kept() -> None:
    reading = corrected(node(), [told("invoice_date", dt.date(2026, 1, 10))]).reading
    assert isinstance(reading, Invoice)
    assert reading.invoice_date == Fact(value="2026-01-10", box=(0, 0.1, 0.1, 0.2, 0.2), how="told", rival="2026-01-01")


def test_a_value_that_was_not_read_is_told() -> None:
    reading = corrected(node(), [told("supplier.phone", "+1 212 555 0147"), told("line_items.0.quantity", 6)]).reading
    assert isinstance(reading, Invoice)
    assert reading.supplier.phone == Fact(value="+1 212 555 0147", how="told")
    quantity = reading.line_items[0].quantity
    assert quantity is not None
    assert (quantity.value, quantity.rival) == (6, 5)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("supplyer.phone", "1", "none of its fields"),
        ("line_items.3.quantity", 1, "rows 0 to 0"),
        ("line_items.0.quantity", "many", "wrong kind"),
        ("supplier", "x", "wrong kind"),
    ],
)
def test_a_wrong_correction_is_named(field: str, value: Any, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        corrected(node(), [told(field, value)])


def of_message(field: str, value: Any, *clocks: Clock) -> Message:
    source = Source(name="evidence/a.pdf", sha256="0", size=1)
    read = SourceReading(source=source, reading=notice(clocks=clocks).message)
    reading = corrected(read, [told(field, value)]).reading
    assert isinstance(reading, Message)
    return reading


def test_the_day_meant_settles_what_can_be_read_two_ways() -> None:
    unclear = clock(state="ambiguous", readings=(dt.date(2026, 3, 4), dt.date(2026, 4, 3)))
    other = clock(days=30)
    reading = of_message("deadline", dt.date(2026, 3, 4), other, unclear)
    assert [(c.state, c.on, c.readings, c.days) for c in reading.clocks] == [
        ("stated", dt.date(2026, 3, 4), (), None),
        ("stated", None, (), 30),
    ]


def test_a_deadline_may_be_told_where_none_was_read() -> None:
    (only,) = of_message("deadline", dt.date(2026, 3, 4)).clocks
    assert (only.on, only.quote) == (dt.date(2026, 3, 4), "told by Pat")


def test_another_number_of_days_beats_the_one_read() -> None:
    (only,) = of_message("response_deadline_days", 30, clock(hours=72)).clocks
    assert (only.days, only.hours) == (30, None)


def test_a_deadline_that_is_no_day_is_named() -> None:
    with pytest.raises(CaseError, match="wrong kind"):
        of_message("deadline", "soon", clock(days=3))


def test_a_correction_of_another_source_changes_nothing() -> None:
    other = Correction(source="evidence/b.pdf", field="total", value=1, by="Pat", on=dt.date(2026, 5, 2))
    assert corrected(node(), [other]) == node()
