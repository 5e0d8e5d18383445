"""Facts of each ASIN in question: on which papers it stands, how many were sold and bought."""

from redress.checks.known import Known, Subject, derived, not_so, so, told
from redress.checks.subjects.context import Context, papers_of_trade
from redress.checks.subjects.invoice import read_whole
from redress.model.case import Product
from redress.model.labels import How
from redress.model.match import Units
from redress.model.place import Place

COUNTED = {"invoice", "receipt"}
TOLD = "case.toml"


def asin_subjects(context: Context) -> tuple[Subject, ...]:
    """One subject an ASIN in question."""
    return tuple(Subject(id=u.asin, facts=_facts(context, u)) for u in context.matches.units)


def _facts(context: Context, units: Units) -> dict[str, Known | None]:
    product = next((p for p in context.case.told.products if p.asin == units.asin), None)
    windowed = units.window is not None
    papers = [Place(source=s) for s in sorted(units.sources)]
    by = Place(source=units.sold_by or TOLD)
    how: How = "told" if units.sold_by in {None, TOLD} else "text"
    counted = windowed and units.invoiced is not None
    return {
        "asin.covered": _covered(context, units.asin, product),
        "asin.sold": derived("asin.sold", units.sold, by, how=how) if windowed and units.sold is not None else None,
        "asin.sold_otherwise": None if units.clash is None else told("asin.sold_otherwise", units.clash),
        "asin.invoiced": derived("asin.invoiced", float(units.invoiced or 0), *papers) if counted else None,
        "asin.sold_exactly": _sold_exactly(units, papers) if counted else None,
        "asin.invoiced_before": Known(value=float(units.invoiced_before)),
        "asin.on_hand": None if units.on_hand is None else told("asin.on_hand", units.on_hand),
        "asin.sales_record": derived("asin.sales_record", units.sold_by not in {None, TOLD}, by, how=how),
        "asin.role_told": so("asin.role_told", Place(source=TOLD), how="told") if product and product.role else None,
    }


def _sold_exactly(units: Units, papers: list[Place]) -> Known | None:
    """Whether just as many units stand on the invoices as were sold, to the unit."""
    if not units.sold or units.invoiced is None:
        return None
    same = abs(units.invoiced - units.sold) < 0.5
    said = (f"{units.sold} units sold, {units.invoiced:g} bought",) if same else ()
    return derived("asin.sold_exactly", said, *papers)


def _covered(context: Context, asin: str, product: Product | None) -> Known | None:
    """Whether a row of an invoice is *asin*.

    Not known while rows are unread, or while nobody told how the papers name it and rows are left that are no product
    known by name.
    """
    trade = papers_of_trade(context)
    counting = {source for source, reading in trade if reading.doc_type.value in COUNTED}
    hits = [i for i in context.matches.items if i.asin == asin and i.source in counting]
    if hits:
        places = tuple(i.place or Place(source=i.source) for i in sorted(hits, key=lambda i: (i.source, i.row)))
        return so("asin.covered", *places)
    unread = any(p.reading is None for p in context.case.papers) or any(
        not read_whole(reading.pages, reading.pages_read) for _, reading in trade
    )
    matched = {(i.source, i.row) for i in context.matches.items}
    left = any((s, n) not in matched for s, reading in trade if s in counting for n in range(len(reading.line_items)))
    named = product is not None and bool(product.title or product.codes)
    return (
        None if unread or (left and not named) else not_so("asin.covered", *(Place(source=s) for s in sorted(counting)))
    )
