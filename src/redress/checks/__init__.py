"""Rules and facts -> findings: pure functions over what was read, matched and told."""

from redress.checks.catalogue import SIGNATURES
from redress.checks.judge import judge
from redress.checks.judging import run_example, says_of

__all__ = ["SIGNATURES", "judge", "run_example", "says_of"]
