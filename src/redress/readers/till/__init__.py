"""Receipts of a till: a narrow roll, the shop on top without a label, a day beside a time, a total rounded for cash."""

from redress.readers.till.read import with_till

__all__ = ["with_till"]
