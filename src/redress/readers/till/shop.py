"""Whose till it is: the name and address on top of the roll."""

import re
from collections.abc import Sequence

from redress.model.fact import Fact
from redress.readers.page import Page
from redress.readers.till.roll import CLOCK, Row, fact_of
from redress.words.addresses import post_line, street_likeness
from redress.words.names import has_legal_form

TOP = 12
NO_NAME = re.compile(
    r"\b(?:invoice|receipt|welcome|thank\w*|shopping|guest check|tax|copy|reprint|duplicate|cashier|table|order|date|tel|fax|phone|"
    r"reg(?:istration)?|gst|vat|www|rechnung|beleg|willkommen|facture|ticket|merci|factura|gracias|fattura|grazie)\b|@|:",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\b(?:tel|fax|phone|gst|vat|tax|ust|reg|www|invoice|receipt|guest check|date|table|cashier|order|h/p|e-?mail|steuer\w*|siret|nif|p\.?\s?iva)\b|@",
    re.IGNORECASE,
)
NUMBER_ONLY = re.compile(r"^\W*(?:co\.?|company)?\s*(?:reg\w*|no)?[\s.:(]*[\d\s-]{5,}[\s-]*\w?\W*$", re.IGNORECASE)
OWNER = re.compile(r"^(?:owned by|dimiliki|managed by|inh(?:aber)?\.?)\s*[:.]?\s*", re.IGNORECASE)
BEGINS_ADDRESS = re.compile(r"^(?:no\.?\s?\d|lot\b|unit\b|#?\d+[a-z]?\s?[,-])", re.IGNORECASE)


def name_rows(rows: Sequence[Row]) -> tuple[int, list[Row]]:
    """The row the name begins in and the rows it stands in: of the lines above the address the one of a firm, else the first."""
    above: list[int] = []
    for n, row in enumerate(rows[:TOP]):
        if CLOCK.search(row.text) or (above and _is_address(row.text)):
            break
        if not _is_address(row.text) and _may_name(row.text) and not row.text.islower():
            above.append(n)
    if not above:
        return -1, []
    chosen = next((n for n in above if has_legal_form(rows[n].text)), above[0])
    before = chosen - 1
    own = [rows[chosen]]
    if before in above and _only_form(rows[chosen].text):
        own.insert(0, rows[before])
    return chosen, own


def name_of(page: Page, own: Sequence[Row]) -> Fact[str]:
    """The name that stands in *own*."""
    said = " ".join(r.text.strip(" -*.:|") for r in own)
    said = re.sub(r"\s*\(\s*(?:co\.?\s*)?[\w\s.:]*\d{4,}[\w\s-]*\)?\s*$|\s+\d{5,}-\w$", "", OWNER.sub("", said))
    return fact_of(page, own, said, 0.75)


def address_of(page: Page, rows: Sequence[Row], after: int) -> Fact[str] | None:
    """The address in the rows *after* the name, up to what is told next."""
    own: list[Row] = []
    for row in rows[after + 1 : after + 8]:
        if ENDS.search(row.text) or CLOCK.search(row.text):
            if own:
                break
            continue
        if NUMBER_ONLY.match(row.text) or (not own and not _is_address(row.text)):
            continue
        own.append(row)
    if not any(post_line(r.text) or street_likeness(r.text) >= 0.5 for r in own):
        return None
    return fact_of(page, own, ", ".join(r.text.strip(" ,.") for r in own), 0.7)


def _is_address(text: str) -> bool:
    if BEGINS_ADDRESS.match(text) or street_likeness(text) >= 0.9:
        return True
    found = post_line(text)
    return found is not None and found.sure >= 0.75


def _may_name(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return (
        letters >= 4
        and letters >= 0.6 * len(text.replace(" ", ""))
        and (not NO_NAME.search(text) or bool(OWNER.match(text)))
    )


def _only_form(text: str) -> bool:
    """Whether a row holds only the end of a name: "CO. (M) SDN BHD"."""
    return len(re.findall(r"\w{4,}", re.sub(r"\([^)]*\)", "", text))) == 0
