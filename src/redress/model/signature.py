"""What a check takes and gives, and the facts there are: the schema that rule files are held against."""

from typing import Literal

from redress.model.base import Noun
from redress.model.rule import RuleScope

ValueKind = Literal["text", "words", "date", "whole", "number", "yes_no"]


class Parameter(Noun, frozen=True, omit_defaults=True):
    """One value a check takes: its *name*, its *kind*, and whether the check may be called *without* it."""

    name: str
    kind: ValueKind
    without: bool = False


class Signature(Noun, frozen=True):
    """A check: the facts it *needs* in order, the *values* its terms set, the *outcomes* it can give, blanks it fills."""

    name: str
    needs: tuple[Parameter, ...]
    values: tuple[Parameter, ...]
    outcomes: tuple[str, ...]
    details: tuple[str, ...] = ()


class FactName(Noun, frozen=True):
    """One entry of the vocabulary: *name*, *kind*, the *scope* it is known in (`case`: everywhere), what it *means*."""

    name: str
    kind: ValueKind
    scope: RuleScope
    means: str


class Signatures(Noun, frozen=True):
    """All checks and all facts a rule file may name."""

    checks: dict[str, Signature]
    facts: dict[str, FactName]
