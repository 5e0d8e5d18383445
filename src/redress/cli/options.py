"""Options the commands share, and how a day is told."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A day (2026-05-20) or a time with its zone (2026-05-20T09:00-07:00), of which the day counts."""

    name = "date or time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day in *value*; refuses anything else with an example."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.datetime.fromisoformat(value).date()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2026-05-20", param, ctx)


def as_of(command: F) -> F:
    """`--as-of`: the day the case is looked at on; today when it is not given."""
    return click.option(
        "--as-of", "as_of", type=Day(), default=None, help="Look at the case as on this day (2026-05-20)."
    )(command)


def as_json(command: F) -> F:
    """`--json`."""
    return click.option("--json", "json_out", is_flag=True, help="Print JSON, as the contract describes it.")(command)


def today_or(as_of_day: dt.date | None) -> dt.date:
    """*as_of_day*, or the day it is: the one place where the clock is read."""
    return as_of_day or dt.datetime.now().astimezone().date()
