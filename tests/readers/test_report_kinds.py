"""The exam of reports: kind, units and complaints of each, in any encoding."""

import datetime as dt

import pytest

from redress.model.phrases import Phrases
from redress.readers.report import read_report, recognizes
from redress.readers.source import read
from redress.readers.text import decode
from tests.readers.reports_made import REPORTS, Made

NAMES = [made.name for made in REPORTS]


@pytest.mark.parametrize("made", REPORTS, ids=NAMES)
def test_the_exam(made: Made) -> None:
    assert recognizes(made.text)
    report = read_report(made.text)
    assert report.kind == made.kind
    assert tuple((r.asin or r.sku, r.units) for r in report.rows) == made.units
    assert tuple((e.what, e.order_id, e.reason, e.says) for e in report.events) == made.events


@pytest.mark.parametrize("made", [m for m in REPORTS if m.name.startswith("transactions")], ids=str)
def test_the_day_is_read_in_every_language(made: Made) -> None:
    assert {row.day for row in read_report(made.text).rows} == {dt.date(2026, 1, 10)}


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("made", [m for m in REPORTS if "de" in m.name.split() or "fr" in m.name.split()], ids=str)
def test_encodings_of_western_reports(made: Made, charset: str) -> None:
    assert read_report(decode(made.text.encode(charset))) == read_report(made.text)


@pytest.mark.parametrize("name", ["any shop ja", "feedback ja", "business ja", "transactions ja"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp932"])
def test_encodings_of_japanese_reports(name: str, charset: str) -> None:
    made = next(m for m in REPORTS if m.name == name)
    found = read("report.csv", made.text.encode(charset), Phrases(version="none", phrases=()), "report").reading
    assert found == read_report(made.text)


def test_a_long_report_keeps_its_sums_without_its_orders() -> None:
    head = "amazon-order-id\tpurchase-date\torder-status\tsku\tasin\tquantity\n"
    lines = "".join(
        f"1-{n}\t2026-01-{n % 28 + 1:02}T10:00:00+00:00\tShipped\tS-1\tB00EXAMPLE\t1\n" for n in range(41_000)
    )
    report = read_report(head + lines)
    assert (len(report.rows), sum(r.units for r in report.rows)) == (28, 41_000)
