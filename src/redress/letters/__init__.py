"""Decision and templates -> letters in which every paragraph stands on something and every gap is visible."""

from redress.letters.drafting import draft
from redress.letters.errors import LetterError

__all__ = ["LetterError", "draft"]
