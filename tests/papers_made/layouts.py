"""The layouts by name, and which of them are held back.

Nobody looks at what readers do on a layout of `HELD` until the work on readers is at its end: it is the exam.
"""

import hashlib

from .design import Design
from .lands import EAST, LANDS, WEST

TRADE = ("invoice", "invoice", "invoice", "credit_note", "proforma", "order_response", "quote")
ALL = (*TRADE, "packing_slip")
D = Design

# fmt: off
_DESIGNS = (
    D("classic_left", ALL, order=("head", "parties", "meta", "table", "totals", "notes")),
    D("classic_right", ALL, "right", "two", "grid", "boxed", totals="boxed", font="clean"),
    D("centred_serif", TRADE, "centre", "two", "strip", "ruled", font="serif", size=9.5, foot="terms"),
    D("band_blue", TRADE, "band", "banner", "cards", "zebra", totals="band", colour="1f4e79", font="clean", foot="line"),
    D("band_green", ALL, "band", "boxed", "above", "filled", ("description", "code", "quantity", "unit", "price", "amount"), colour="2e7d32", foot="columns"),
    D("din_letter", ALL, "letter", "window", "grid", "ruled", ("pos", "quantity", "unit", "description", "price", "amount"), font="narrow", size=9, foot="full", lands=("de", "nl", "sv", "pl")),
    D("din_sentence", TRADE, "letter", "window", "sentence", "bare", ("pos", "description", "quantity", "price", "amount", "code_inside"), font="serif", size=10, foot="terms", order=("head", "parties", "gap", "meta", "table", "totals", "notes")),
    D("letterhead_foot", ALL, "foot", "window", "list", "ruled", colour="8e24aa", font="clean", foot="full"),
    D("letterhead_foot_dense", TRADE, "foot", "two", "twice", "tight", font="narrow", size=7.5, rows=(6, 14), foot="full", discounts=True, columns=("pos", "code", "description", "quantity", "unit", "price", "discount", "amount")),
    D("split_logo", ALL, "split", "two", "line", "dotted", totals="spread", colour="c0392b", foot="page"),
    D("title_three", TRADE, "title_first", "three", "above", "boxed", totals="strip", foot="terms"),
    D("title_banner", ALL, "title_first", "banner", "beside", "zebra", colour="455a64", font="clean", foot="page"),
    D("title_stacked", TRADE, "title_first", "stacked", "beside", "ruled", font="book", size=9.5, foot="line"),
    D("cells_form", ALL, "boxed", "cells", "above", "boxed", ("quantity", "unit", "code", "description", "price", "amount"), "strip", font="narrow", size=8, foot="columns"),
    D("cells_columns", TRADE, "boxed", "cells", "box", "columns", totals="boxed", font="sans", size=7.5, foot="terms", mixed=True, columns=("code", "description", "unit", "quantity", "price", "tax", "amount")),
    D("no_rules", ALL, "plain", "two", "beside", "bare", font="serif", size=10, foot="none", order=("head", "meta", "parties", "gap", "table", "totals", "notes")),
    D("no_rules_narrow", TRADE, "plain", "stacked", "line", "bare", ("description", "quantity", "price", "amount"), "only", font="narrow", size=9, foot="none"),
    D("tiny_head", TRADE, "tiny", "inline", "line", "ruled", ("quantity", "description", "price", "amount"), "only", font="book", size=9, foot="terms"),
    D("totals_left", TRADE, "right", "right", "list", "filled", totals="left", colour="795548", font="clean", foot="columns"),
    D("totals_first", TRADE, "left", "two", "strip", "zebra", totals="band", colour="00695c", order=("head", "parties", "meta", "totals", "table", "notes"), foot="line"),
    D("totals_in_table", TRADE, "split", "boxed", "twice", "boxed", totals="rows", font="slab", size=7.5, foot="page"),
    D("landscape_wide", TRADE, "left", "three", "above", "boxed", ("pos", "code", "ean", "description", "quantity", "unit", "price", "discount", "tax", "amount"), page="landscape", discounts=True, mixed=True, font="narrow", size=8, foot="columns"),
    D("landscape_band", ALL, "band", "two", "cards", "zebra", page="landscape", colour="37474f", foot="line", wide=True),
    D("dense_erp", ALL, "typed", "two", "twice", "tight", ("pos", "code", "ean", "description", "quantity", "unit", "price", "amount"), font="narrow", size=7, rows=(12, 26), foot="full"),
    D("dense_erp_tax", TRADE, "typed", "cells", "grid", "tight", ("code", "description", "quantity", "price", "discount", "tax", "amount"), font="clean", size=7, rows=(14, 28), discounts=True, mixed=True, foot="columns"),
    D("long_repeat", TRADE, "left", "two", "grid", "ruled", rows=(38, 60), font="narrow", size=8.5, foot="columns"),
    D("long_carried", TRADE, "letter", "window", "list", "boxed", rows=(28, 40), chunk=16, font="sans", size=8, foot="page", lands=("de", "fr", "es", "it", "nl", "pt", "en_gb", "pl", "ja")),
    D("long_wrapped", TRADE, "centre", "two", "strip", "ruled", ("code", "description", "quantity", "price", "amount"), rows=(18, 26), wide=True, foot="page"),
    D("wrapped_boxed", TRADE, "right", "boxed", "list", "boxed", ("pos", "description", "quantity", "unit", "price", "amount", "code_inside", "ean_inside"), wide=True, foot="terms"),
    D("wrapped_narrow", ALL, "split", "two", "beside", "columns", ("quantity", "code", "description", "price", "amount"), wide=True, font="mono", size=7, foot="line"),
    D("amount_first", TRADE, "plain", "two", "list", "ruled", ("amount", "price", "quantity", "description", "code"), font="clean", size=9, foot="none"),
    D("quantity_first", ALL, "left", "banner", "cards", "dotted", ("quantity", "unit", "description", "code", "price", "amount"), colour="ad1457", foot="line"),
    D("bar_codes", ALL, "boxed", "two", "grid", "zebra", ("ean", "description", "quantity", "price", "amount", "code_inside"), colour="283593", foot="page"),
    D("discounts", TRADE, "split", "stacked", "list", "filled", ("code", "description", "price", "discount", "quantity", "amount"), discounts=True, colour="ef6c00", foot="terms"),
    D("tax_rows", TRADE, "centre", "boxed", "twice", "boxed", ("description", "quantity", "price", "tax", "amount"), mixed=True, totals="boxed", foot="columns"),
    D("meta_beside_parties", ALL, "title_first", "single", "list", "ruled", order=("head", "together", "gap", "table", "totals", "notes"), font="clean", foot="page"),
    D("meta_under_table", TRADE, "centre", "inline", "line", "ruled", order=("head", "parties", "table", "totals", "meta", "notes"), font="serif", size=9.5, foot="none"),
    D("batch_three", ("invoice", "credit_note"), "left", "two", "grid", "ruled", copies=3, foot="line"),
    D("batch_two_letters", ("invoice",), "letter", "window", "sentence", "boxed", copies=2, font="serif", size=9.5, foot="terms"),
    D("batch_typed", ("invoice",), copies=2, special="typed", font="mono", size=7, foot=""),
    D("typed_erp", ALL, special="typed", font="mono", size=7, rows=(4, 12), foot="", columns=("pos", "code", "description", "quantity", "unit", "price", "amount")),
    D("typed_plain", TRADE, special="typed", font="mono", size=7, foot="", columns=("quantity", "description", "price", "amount", "code_inside")),
    D("till_roll", ("receipt",), special="roll", page="roll", font="narrow", size=8, foot="", keep=0.6, rows=(2, 9)),
    D("till_roll_mono", ("receipt", "receipt", "invoice"), special="roll", page="roll", font="mono", size=6.5, foot="", columns=("description", "quantity", "price", "amount")),
    D("shop_receipt", ("receipt",), "centre", "single", "line", "bare", ("description", "quantity", "price", "amount"), font="sans", foot="none"),
    D("cards_goods", ALL, "left", "two", "cards", special="cards", rows=(2, 4), foot="page"),
    D("cards_plain", TRADE, "plain", "stacked", "beside", special="cards", rows=(1, 3), font="serif", size=9.5, foot="none"),
    D("east_form", ALL, "title_first", "three", "list", "boxed", lands=EAST, font="clean", foot="terms"),
    D("east_columns", TRADE, "centre", "cells", "grid", "columns", lands=EAST, font="clean", totals="boxed", foot="line", columns=("pos", "code", "description", "unit", "quantity", "price", "tax", "amount")),
    D("delivery_order", ("packing_slip",), "typed", "boxed", "above", "boxed", ("pos", "code", "description", "quantity", "unit"), foot="columns"),
    D("account_statement", ("statement",), "left", "window", "list", special="statement", rows=(4, 9)),
    D("brand_letter", ("authorization",), special="authorization", rows=(1, 3), font="serif", size=10.5, foot="line", keep=0.9),
    D("sales_list", ("sales_report",), special="report", rows=(5, 18), foot="page", keep=0),
)
# fmt: on

LAYOUTS: dict[str, Design] = {d.name: d for d in _DESIGNS}


def held(name: str) -> bool:
    """Whether the layout *name* is held back: a third of them are, by the hash of their name."""
    return int(hashlib.sha256(f"held/{name}".encode()).hexdigest(), 16) % 3 == 0


HELD = frozenset(n for n in LAYOUTS if held(n))
OPEN = frozenset(LAYOUTS) - HELD
LANGUAGES = frozenset({"en" if x.startswith("en") else x for x in LANDS})
__all__ = ["HELD", "LANGUAGES", "LAYOUTS", "OPEN", "WEST", "held"]
