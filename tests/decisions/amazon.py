"""The ladder and the violations of the pack, read without its loader; which asks the rules in these tables bear on."""

import datetime as dt
import tomllib
from pathlib import Path

import msgspec

import redress.packs
from redress.model.labels import Wanted
from redress.model.ladder import Rung
from redress.model.pack import Store, ViolationRow

HOME = Path(redress.packs.__file__).parent / "amazon"


def _rung(path: Path) -> Rung:
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Rung)


RUNGS = tuple(_rung(path) for path in sorted((HOME / "ladder").glob("*.toml")))
VIOLATION_ROWS = msgspec.convert(
    tomllib.loads((HOME / "violations.toml").read_text(encoding="utf-8"))["violations"], tuple[ViolationRow, ...]
)
US = Store(name="amazon.com", region="us", zone="America/Los_Angeles", country="US")
DE = Store(name="amazon.de", region="eu", zone="Europe/Berlin", country="DE")
UK = Store(name="amazon.co.uk", region="uk", zone="Europe/London", country="GB")
CHECKED = dt.date(2026, 11, 23)
ANSWERS: dict[str, tuple[Wanted, ...]] = {
    "invoice/age": ("invoice", "receipt_or_order_confirmation"),
    "invoice/kind": ("invoice",),
    "invoice/supplier_phone": ("invoice", "supplier_phone"),
    "asin/covered": ("invoice", "receipt_or_order_confirmation"),
    "asin/units_sold": ("invoice", "receipt_or_order_confirmation"),
    "paper/right_kind": ("letter_of_authorization",),
    "utility_bill/age": ("utility_bill",),
    "plan/root_cause": ("plan_root_cause",),
    "plan/corrective": ("plan_corrective",),
    "plan/preventive": ("plan_preventive",),
}
