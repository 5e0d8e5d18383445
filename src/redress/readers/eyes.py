"""What the openers of files ask of whoever reads pictures, so that they work where nobody does."""

from typing import Any, Protocol

from redress.readers.page import Page


class Eyes(Protocol):
    """Reads pictures into pages; notes in *notes* what it left unread."""

    def on_pictures(self, data: bytes, media: str, notes: list[str]) -> list[Page]:
        """The pages in the picture file *data*; raises `Unreadable` where it is none or too large."""

    def on_pdf_page(self, page: Any, number: int, notes: list[str]) -> Page | None:
        """The page drawn by pdfium's *page*; None where no more pages are read."""
