"""Messages and submissions -> the ask ledger, the replies weighed, and what was complete when."""

from redress.history.conclude import look, settle

__all__ = ["look", "settle"]
