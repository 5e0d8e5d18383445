"""Trade papers (invoices, receipts, orders, delivery notes): pages -> what they say."""

from redress.readers.invoice.labels import warm
from redress.readers.invoice.read import classify, read_invoices

__all__ = ["classify", "read_invoices", "warm"]
