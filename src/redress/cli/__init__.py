"""The command line: a case is a folder; no database."""

from redress.cli.main import main

__all__ = ["main"]
