"""Redress: the open appeals desk for marketplace sellers."""

__version__ = "0.1.0"
