"""All checks there are, in one tuple, and what their signatures say."""

import datetime as dt
import inspect
from collections.abc import Callable
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from redress.checks.conversation import brings_something, in_its_place, is_answered, one_stance, stays_with
from redress.checks.days import day_known, in_the_window, not_after, within_days, within_months
from redress.checks.papers import accepted_kind, adds_up, agrees, file_type_accepted, right_paper
from redress.checks.presence import (
    every_kind_known,
    every_row,
    has_all,
    holds,
    holds_not,
    names_all,
    none_left,
    none_named,
    none_of,
    none_unsure,
    one_of,
    seen,
)
from redress.checks.quantities import stock_covered, units_cover
from redress.checks.vocabulary import FACTS
from redress.model.base import Noun
from redress.model.signature import Parameter, Signature, Signatures, ValueKind

ALL = ("met", "unmet", "unknown")
KINDS: dict[Any, ValueKind] = {
    str: "text", tuple[str, ...]: "words", dt.date: "date", int: "whole", float: "number", bool: "yes_no",
}  # fmt: skip


class Check(Noun, frozen=True):
    """A *run* function, the *outcomes* it can give and the *details* it fills."""

    run: Callable[..., Any]
    outcomes: tuple[str, ...] = ALL
    details: tuple[str, ...] = ()


CHECKS: tuple[Check, ...] = (
    Check(run=holds),
    Check(run=holds_not),
    Check(run=seen, outcomes=("met", "unknown")),
    Check(run=none_left),
    Check(run=none_named, details=("named",)),
    Check(run=none_unsure, outcomes=("met", "unknown"), details=("named",)),
    Check(run=none_of, details=("named",)),
    Check(run=one_of),
    Check(run=every_kind_known, outcomes=("met", "unknown"), details=("named",)),
    Check(run=names_all, details=("missing",)),
    Check(run=every_row),
    Check(run=has_all, details=("missing",)),
    Check(run=day_known, outcomes=("met", "unknown")),
    Check(run=not_after),
    Check(run=within_days),
    Check(run=within_months),
    Check(run=in_the_window, details=("window", "counted")),
    Check(run=accepted_kind),
    Check(run=file_type_accepted, details=("taken",)),
    Check(run=adds_up),
    Check(run=agrees),
    Check(run=right_paper, details=("missing",)),
    Check(run=units_cover, details=("short", "older")),
    Check(run=stock_covered, details=("short", "older")),
    Check(run=is_answered),
    Check(run=one_stance),
    Check(run=stays_with),
    Check(run=in_its_place),
    Check(run=brings_something),
)


def signature_of(check: Check) -> Signature:
    """What *check* needs (its positional parameters) and what policy sets (its keyword-only ones)."""
    hints = get_type_hints(check.run)
    needs: list[Parameter] = []
    values: list[Parameter] = []
    for parameter in inspect.signature(check.run).parameters.values():
        found = _parameter(parameter.name, hints[parameter.name])
        (values if parameter.kind is inspect.Parameter.KEYWORD_ONLY else needs).append(found)
    return Signature(
        name=check.run.__name__,
        needs=tuple(needs),
        values=tuple(values),
        outcomes=check.outcomes,
        details=check.details,
    )


def _parameter(name: str, hint: Any) -> Parameter:
    without = get_origin(hint) is not tuple and NoneType in get_args(hint)
    plain = next(a for a in get_args(hint) if a is not NoneType) if without else hint
    return Parameter(name=name, kind=KINDS[plain], without=without)


BY_NAME: dict[str, Check] = {check.run.__name__: check for check in CHECKS}
SIGNATURES = Signatures(
    checks={name: signature_of(check) for name, check in BY_NAME.items()}, facts={fact.name: fact for fact in FACTS}
)
