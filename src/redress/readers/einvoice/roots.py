"""Which elements are trade papers, wherever an envelope has put them."""

import io
from collections.abc import Iterator
from typing import Literal

from lxml import etree

from redress.model.base import Noun
from redress.readers.einvoice.tree import Node, guards, name_of, one, open_tree, space_of

Family = Literal["ubl", "cii"]

# OASIS UBL 2.x document elements: https://docs.oasis-open.org/ubl/UBL-2.3.html (section 3.2)
UBL_PAPERS = frozenset(
    [
        "Invoice",
        "CreditNote",
        "DebitNote",
        "SelfBilledInvoice",
        "SelfBilledCreditNote",
        "FreightInvoice",
        "Reminder",
        "Statement",
        "Order",
        "OrderChange",
        "OrderCancellation",
        "OrderResponse",
        "OrderResponseSimple",
        "DespatchAdvice",
        "ReceiptAdvice",
        "Quotation",
        "RequestForQuotation",
        "Catalogue",
        "ApplicationResponse",
        "UtilityStatement",
        "RemittanceAdvice",
        "Waybill",
        "BillOfLading",
        "CertificateOfOrigin",
    ]
)
CII_PAPERS = frozenset(
    [
        "CrossIndustryInvoice",
        "CrossIndustryDocument",
        "CrossIndustryOrder",
        "CrossIndustryOrderChange",
        "CrossIndustryOrderResponse",
        "CrossIndustryDespatchAdvice",
        "CrossIndustryQuotation",
        "CrossIndustryQuotationProposal",
        "SCRDMCCBDACIOMessageStructure",
    ]
)
MAX_HEAD = 2000
MAX_DEPTH = 12
MAX_PAPERS = 500


class Trade(Noun, frozen=True):
    """A paper found in the XML: its *node* and the *family* of standards it is written in."""

    node: Node
    family: Family


def family_of(name: str, space: str) -> Family | None:
    """The family of an element *name* in namespace *space*; None when it is no trade paper."""
    if name in CII_PAPERS and (not space or "uncefact" in space or "ferd" in space):
        return "cii"
    return "ubl" if name in UBL_PAPERS and "ubl" in space.lower() else None


def trades(root: Node, depth: int = 0) -> Iterator[Trade]:
    """The trade papers at or under *root*, outermost only; a paper carried as text (an attached document) is opened."""
    for number, trade in enumerate(_walk(root, depth)):
        if number >= MAX_PAPERS:
            return
        yield trade


def _walk(node: Node, depth: int) -> Iterator[Trade]:
    family = family_of(name_of(node), space_of(node))
    if family is not None:
        yield Trade(node=node, family=family)
    elif name_of(node) == "AttachedDocument":
        yield from _attached(node, depth)
    elif depth < MAX_DEPTH:
        for child in node:
            yield from _walk(child, depth + 1)


def _attached(node: Node, depth: int) -> Iterator[Trade]:
    inner = one(node, "Attachment/ExternalReference/Description")
    if inner is not None and inner.text and depth < MAX_DEPTH:
        yield from _walk(open_tree(inner.text.strip().encode()), MAX_DEPTH)


def looks_like_trade(data: bytes) -> bool:
    """Whether one of the first 2,000 elements of *data* is a trade paper."""
    try:
        walk = etree.iterparse(io.BytesIO(data), events=("start",), **guards(large=False))
        for number, (_, node) in enumerate(walk):
            name, space = name_of(node), space_of(node)
            if family_of(name, space) or (name == "AttachedDocument" and "ubl" in space.lower()):
                return True
            if number >= MAX_HEAD:
                break
    except (etree.XMLSyntaxError, ValueError, LookupError):
        pass
    return False
