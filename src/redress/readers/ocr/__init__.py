"""Pictures of pages -> `Page`s as the text layer of a PDF gives them, by an engine that runs offline.

Only `extra` may be imported where the extra `redress[ocr]` is not installed.
"""

from redress.readers.ocr.extra import INSTALL, installed, version

__all__ = ["INSTALL", "installed", "version"]
