"""Invoices, other papers, plans and reports for a person."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from redress.cli import plain
from redress.cli.questions import Group, Line, of_document, of_invoice, signals_of
from redress.cli.theme import item, line, pairs, section, table
from redress.model.document import Document
from redress.model.finding import Finding
from redress.model.invoice import Invoice
from redress.model.plan import Plan
from redress.model.report import OrderEvent, SalesReport

MOST_ROWS = 20
_PARTS = ("opening", "root_cause", "corrective", "preventive", "dispute", "closing")
Rows = list[tuple[str, RenderableType | str]]


def invoice(paper: Invoice, findings: Sequence[Finding] = ()) -> list[RenderableType]:
    """*paper* in the order an investigator works, each line met, unmet or unknown, with the words read and where."""
    return [*_groups(of_invoice(paper, findings)), *_pages(paper.pages, paper.pages_read), *_signals(paper, findings)]


def document(paper: Document, findings: Sequence[Finding] = ()) -> list[RenderableType]:
    """*paper* in the order an investigator works: what it is, whom it names, when, what it grants."""
    return [*_groups(of_document(paper)), *_pages(paper.pages, paper.pages_read), *_signals(paper, findings)]


def plan(drafted: Plan) -> list[RenderableType]:
    """*drafted*: its stance, and what stands in each of its parts; a part without a sentence is said to be missing."""
    parts: list[RenderableType] = [pairs([("stance", ", ".join(drafted.stances) or "none told")])]
    for part in _PARTS:
        said = [s for s in drafted.sentences if s.part == part]
        shown: list[RenderableType] = [
            item("-", plain.quoted(drafted.text[s.start : s.end]), (" (a gap)" if s.gap else "", "unsure"))
            for s in said
        ]
        if shown or part in ("root_cause", "corrective", "preventive"):
            parts += section(plain.words(part), *(shown or [line(("MISSING", "bad"))]))
    admitted = [item("?", plain.quoted(drafted.text[s.start : s.end])) for s in drafted.admissions]
    return [*parts, *(section("An investigator may read this as an admission", *admitted) if admitted else [])]


def report(found: SalesReport) -> list[RenderableType]:
    """*found*: its kind, its period and the units of each ASIN."""
    units: dict[str, int] = {}
    for row in found.rows:
        name = row.asin or row.sku or "no ASIN"
        units[name] = units.get(name, 0) + row.units
    days = f"{plain.day(found.first)} to {plain.day(found.last)}" if found.first and found.last else "no period in it"
    rows: Rows = [("it is", f"{found.kind}, {len(found.rows)} rows"), ("period", days)]
    rows += [("skipped", f"{found.skipped} rows that could not be read")] if found.skipped else []
    most = sorted(units.items(), key=lambda u: -u[1])[:MOST_ROWS]
    shown = table(("ASIN or SKU", "units"), [(name, str(n)) for name, n in most], (0, 0))
    more = [line((f"and {len(units) - MOST_ROWS} more", "quiet"))] if len(units) > MOST_ROWS else []
    rows += [("read", "in part: it tells no sum")] if found.partial else []
    return [pairs(rows), *(section("Units", shown, *more) if most else []), *_told(found.events)]


def _told(events: Sequence[OrderEvent]) -> list[RenderableType]:
    """What buyers complained of, by order, the first of them."""
    if not events:
        return []
    rows = [(e.order_id or e.asin or "-", e.what, plain.day(e.day) if e.day else "-", " ".join(filter(None, (e.reason, plain.quoted(e.says) if e.says else ""))))
            for e in events[:MOST_ROWS]]  # fmt: skip
    more = [line((f"and {len(events) - MOST_ROWS} more", "quiet"))] if len(events) > MOST_ROWS else []
    return section("Of single orders", table(("order", "what", "day", "reason and words"), rows, (2, 0, 0, 4)), *more)


def _groups(groups: Sequence[Group]) -> list[RenderableType]:
    """The questions with their lines; the first column says how each stands, in a word."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, min_width=7)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for group in groups:
        grid.add_row(line(""), line((group.title, "head")), line(""))
        for one in group.lines:
            word = "" if one.outcome == "told" else one.outcome
            grid.add_row(line((word, plain.STYLES.get(one.outcome, ""))), line((f"  {one.asks}", "quiet")), _words(one))
    return [grid]


def _words(one: Line) -> Text:
    notes = [*([plain.where_on_page(one.boxes[0])] if one.boxes else []), *one.notes]
    return line(one.words, *([(f"  ({'; '.join(notes)})", "place")] if notes else []))


def _pages(pages: int, read: int) -> list[RenderableType]:
    return [line((f"Only {read} of {pages} pages could be read.", "unsure"))] if read < pages else []


def _signals(paper: Invoice | Document, findings: Sequence[Finding]) -> list[RenderableType]:
    found = signals_of(paper, findings)
    rows = [
        item("?", one.words, (f"  ({plain.where_on_page(one.boxes[0])})" if one.boxes else "", "place"))
        for one in found
    ]
    return section("An investigator may ask about this", *rows) if rows else []
