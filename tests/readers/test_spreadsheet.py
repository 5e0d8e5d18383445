"""Workbooks of any shop: cells as text, bounds told, bombs refused."""

import datetime as dt
import io
import time
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from redress.model.phrases import Phrases
from redress.model.reading import Role, SourceReading
from redress.model.report import SalesReport
from redress.readers import spreadsheet
from redress.readers.bounds import Unreadable
from redress.readers.source import read
from redress.readers.spreadsheet import open_xlsx

NO_PHRASES = Phrases(version="none", phrases=())
SALES = [("Order Number", "Order date", "SKU", "Qty"), ("1001", dt.datetime(2026, 1, 10), "S-1", 2), (1002, dt.date(2026, 1, 11), "S-2", 1.0)]  # fmt: skip


def book(*sheets: list[tuple[Any, ...]]) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read_book(data: bytes, role: Role = "report") -> SourceReading:
    return read("sales.xlsx", data, NO_PHRASES, role)


def test_a_sheet_is_read_as_a_report() -> None:
    report = read_book(book(SALES)).reading
    assert isinstance(report, SalesReport)
    assert [(r.sku, r.units, r.day) for r in report.rows] == [
        ("S-1", 2, dt.date(2026, 1, 10)),
        ("S-2", 1, dt.date(2026, 1, 11)),
    ]


def test_the_sheet_that_is_a_report_is_found_behind_a_cover() -> None:
    found = read_book(book([("Our shop",), ("Sales of 2026",)], SALES))
    assert isinstance(found.reading, SalesReport)
    assert "Our shop" in found.text


def test_further_reports_hang_on_the_first() -> None:
    found = read_book(book(SALES, [("sku", "fnsku", "asin", "afn-total-quantity"), ("S-1", "X", "B00EXAMPLE", 5)]))
    assert [p.reading.kind for p in found.parts if isinstance(p.reading, SalesReport)] == ["inventory"]


def test_a_formula_is_text_and_counts_nothing() -> None:
    found = read_book(book([*SALES, ("1003", "2026-01-12", "S-3", '=HYPERLINK("http://evil.example","2")')]))
    assert isinstance(found.reading, SalesReport)
    assert [r.sku for r in found.reading.rows] == ["S-1", "S-2"]
    assert found.reading.skipped == 1


@pytest.mark.parametrize("role", ["auto", "evidence", "report", "message"])
def test_any_role_gives_a_reading_or_a_reason(role: Role) -> None:
    found = read_book(book([("Dear team",), ("hello",)]), role)
    assert (found.reading is None) != (found.error is None)


def zipped(members: dict[str, bytes], **how: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def swapped(name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book(SALES))) as archive:
        members = {i.filename: archive.read(i) for i in archive.infolist()}
    return zipped(members | {name: content}, compresslevel=9)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04xl/workbook.xml",
        zipped({"xl/workbook.xml": b"<workbook/>"}),
        swapped("xl/worksheets/sheet1.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
        swapped("xl/worksheets/sheet2.xml", b" " * (40 << 20)),
        swapped("xl/workbook.xml", b"<broken"),
    ],
    ids=["cut", "empty", "entities", "bomb", "broken"],
)  # fmt: skip
def test_what_is_damaged_or_hostile_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Unreadable):
        open_xlsx(data)
    assert read_book(data).error


def test_a_sheet_past_the_bound_is_told_and_sums_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_CELLS", 400)
    found = read_book(book([SALES[0], *[("1", "2026-01-10", "S-1", 1)] * 500]))
    assert isinstance(found.reading, SalesReport)
    assert found.reading.partial
    assert any("too large" in note for note in found.notes)


def test_a_sheet_that_states_a_monstrous_size_is_not_believed() -> None:
    with zipfile.ZipFile(io.BytesIO(book(SALES))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    lying = sheet.replace(b'<dimension ref="A1:D3"', b'<dimension ref="A1:XFD1048576"')
    start = time.perf_counter()
    assert isinstance(read_book(swapped("xl/worksheets/sheet1.xml", lying)).reading, SalesReport)
    assert time.perf_counter() - start < 2
