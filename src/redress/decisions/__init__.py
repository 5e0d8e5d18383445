"""Findings + history + ladder -> the decision, with its because, its clocks and its tracks."""

from redress.decisions.decision import Decided, decide

__all__ = ["Decided", "decide"]
