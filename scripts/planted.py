"""Plant one fault each in sound cases, and print which of them the judgement names, and what it names besides.

python scripts/planted.py [--each N] [--from SEED] [KIND...]
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
_BOX = tempfile.TemporaryDirectory(prefix="redress-planted-")
os.environ.update(REDRESS_CACHE=f"{_BOX.name}/cache", REDRESS_DATA=f"{_BOX.name}/data", REDRESS_LEARN="0")

from redress.casework import assess  # noqa: E402
from tests.papers_made import OPEN, MissingFontError, planted, sound  # noqa: E402
from tests.papers_made.casefolder import write_case  # noqa: E402
from tests.papers_made.planting import Planted  # noqa: E402

EXPECTED: dict[str, tuple[str, ...]] = {
    "totals_do_not_add_up": ("invoice/totals",),
    "row_sum_wrong": ("signals/row_sums",),
    "date_after_notice": ("invoice/after_notice",),
    "date_too_old": ("invoice/age",),
    "supplier_phone_missing": ("invoice/supplier_phone",),
    "supplier_address_missing": ("invoice/supplier_address",),
    "supplier_website_missing": ("invoice/supplier_website",),
    "buyer_name_other": ("invoice/buyer_name",),
    "buyer_address_other": ("invoice/buyer_address",),
    "proforma": ("invoice/kind",),
    "order_confirmation": ("invoice/kind",),
    "quantity_below_sold": ("asin/units_sold",),
    "quantity_equals_sold": ("signals/quantity_equals_sales",),
    "asin_on_paper": ("signals/asin_on_paper",),
    "free_mail_supplier": ("signals/free_mail",),
    "mail_other_than_website": ("signals/mail_domain",),
    "phone_of_other_country": ("signals/phone_country",),
    "edited_after_creation": ("file/changed_later", "file/saved_over", "file/editing_program"),
    "figure_in_other_font": ("page/figure_in_another_font",),
    "text_differs_from_picture": ("page/text_against_picture",),
    "same_number_twice": ("signals/same_number",),
    "same_file_twice": ("signals/same_file",),
    "only_accused_product": ("signals/only_accused_product",),
    "cost_above_price": ("signals/cost_above_price",),
    "shipped_elsewhere": ("signals/shipped_elsewhere",),
    "no_payment_terms": ("signals/no_payment_terms",),
    "number_sequence_impossible": ("signals/number_sequence",),
    "issued_by_the_account": ("invoice/self_issued",),
}
# What goes with a fault of its own accord: an invoice that does not count bears no units.
FOLLOWS: dict[str, tuple[str, ...]] = {
    "date_after_notice": ("invoice/age", "asin/units_sold"),
    "date_too_old": ("asin/units_sold",),
    "proforma": ("asin/units_sold", "asin/covered", "paper/right_kind"),
    "order_confirmation": ("asin/units_sold", "asin/covered", "paper/right_kind"),
    "same_file_twice": ("asin/units_sold",),
    "same_number_twice": ("asin/units_sold",),
}
# An absent value that may stand beside the paper is asked for, not refused.
ASKED = frozenset(("invoice/supplier_phone", "invoice/supplier_address", "invoice/supplier_website"))
LOOKED_AT = ("invoice/", "signals/", "asin/", "paper/")
# The made cases tell what was sold in case.toml alone, so that a report is wished for in each.
APART = frozenset(("invoice/signals", "asin/sales_record"))


def named(case: Planted, folder: Path) -> set[str]:
    """What the judgement names in *case*: rules that are unmet, signals of the files, supplier data asked for."""
    write_case(case, folder)
    toml = folder / "case.toml"
    price = f'role = "reseller"\nprice = {case.account.selling_price}\ncurrency = "{_currency(case)}"'
    toml.write_text(toml.read_text(encoding="utf-8").replace('role = "reseller"', price), encoding="utf-8")
    done = assess(folder, today=case.account.noticed + dt.timedelta(days=9), learn=False)
    found = {
        f.rule
        for f in done.assessment.findings
        if f.rule.startswith(LOOKED_AT) and (f.outcome == "unmet" or (f.rule in ASKED and f.outcome == "unknown"))
    } - APART
    return found | {s.id for p in done.case.papers for s in getattr(p.reading, "signals", ())}


def _currency(case: Planted) -> str:
    return str(case.truth[0]["documents"][0]["currency"])


def verdict(kind: str, found: set[str]) -> tuple[bool, set[str]]:
    """Whether the fault *kind* is among what was *found*, and what was found besides."""
    own = set(EXPECTED[kind])
    return bool(found & own), found - own - set(FOLLOWS.get(kind, ()))


def cases(kind: str, first: int) -> Iterator[tuple[int, Planted, Planted]]:
    """The seeds from *first* on with the planted case and its sound twin; none of a layout that is held back."""
    for seed in count(first):
        try:
            bad = planted(kind, seed)
            if bad.layout in OPEN:
                yield seed, bad, sound(kind, seed)
        except MissingFontError:
            continue


def tried(kinds: Sequence[str], first: int, each: int) -> Iterator[tuple[str, int, str, set[str], set[str]]]:
    """*each* cases a kind with seed and layout, what is named in the planted one, and what in its sound twin."""
    for kind in kinds:
        for seed, bad, good in islice(cases(kind, first), each):
            with tempfile.TemporaryDirectory(dir=_BOX.name) as box:
                yield kind, seed, bad.layout, named(bad, Path(box) / "bad"), named(good, Path(box) / "good")


def main() -> None:
    """Print a row a kind and the two rates."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kinds", nargs="*")
    options.add_argument("--each", type=int, default=11)
    options.add_argument("--from", dest="first", type=int, default=0)
    told = options.parse_args()
    kinds = told.kinds or list(EXPECTED)
    right, taken, twins, false = Counter[str](), Counter[str](), 0, Counter[str]()
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    for kind, seed, layout, found, plain in tried(kinds, told.first, told.each):
        there, besides = verdict(kind, found)
        taken[kind] += 1
        right[kind] += there and not besides
        twins += 1
        false.update(plain)
        if not there or besides or plain:
            wrong[kind].append(
                f"{seed} {layout}: {'' if there else 'MISSED '}{' '.join(sorted(besides))} | twin: {' '.join(sorted(plain))}"
            )
    for kind in kinds:
        print(f"{kind:28} {right[kind]:3} of {taken[kind]:3}")
        for line in wrong[kind]:
            print(f"      {line}")
    whole = sum(taken.values())
    print(f"\nthe fault and no other: {sum(right.values())} of {whole} ({100 * sum(right.values()) / whole:.1f} %)")
    print(f"false in sound twins: {sum(false.values())} in {twins} cases of two papers: {dict(false)}")


if __name__ == "__main__":
    main()
