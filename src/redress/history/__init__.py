"""Messages and submissions -> the ask ledger, the replies weighed, and what was complete when."""

from redress.history.conclude import look, settle
from redress.history.matters import matters

__all__ = ["look", "matters", "settle"]
