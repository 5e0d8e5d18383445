"""E-invoice XML -> invoices: UBL 2 and UN/CEFACT Cross Industry, alone or inside a national envelope."""

from redress.model.invoice import Invoice
from redress.readers.einvoice import cii, ubl
from redress.readers.einvoice.roots import Trade, looks_like_trade, trades
from redress.readers.einvoice.tree import open_tree

__all__ = ["read_einvoice", "recognizes"]


def recognizes(data: bytes) -> bool:
    """Whether *data* begins as an e-invoice or another UBL or Cross Industry paper; cheap, and never raises."""
    return looks_like_trade(data)


def read_einvoice(data: bytes) -> list[Invoice]:
    """The trade papers in *data*, in their order; raises `ValueError` with one plain sentence where it cannot be read."""
    return [_read(trade) for trade in trades(open_tree(data))]


def _read(trade: Trade) -> Invoice:
    return cii.read(trade.node) if trade.family == "cii" else ubl.read(trade.node)
