"""Traces in a PDF that an investigator may ask about: who wrote it and when, what was laid on it, what the eye cannot see."""

from redress.readers.traces.fonts import mixed_figures
from redress.readers.traces.marks import marks_on
from redress.readers.traces.origin import origin, saved_over
from redress.readers.traces.seen import Written, unseen

__all__ = ["Written", "marks_on", "mixed_figures", "origin", "saved_over", "unseen"]
