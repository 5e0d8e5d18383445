"""The layouts by name, and which of them are held back.

Nobody looks at what readers do on a layout of `HELD` until the work on readers is at its end: it is the exam.
"""

import hashlib

from .design import Design
from .lands import EAST, LANDS, land

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
    D("export_plain", TRADE, "centre", "stacked", "list", "boxed", ("pos", "description", "quantity", "price", "amount", "code_inside", "unit_inside"), lands=("en_cn",), abroad="en_us", foot="terms", totals="rows"),
    D("export_bilingual", TRADE, "left", "form", "grid", "boxed", ("code", "description", "quantity", "unit", "price", "amount"), lands=("en_cn",), second="zh", abroad="en_gb", font="clean", size=8, foot="page"),
    D("export_german", ALL, "band", "three", "twice", "filled", lands=("en_cn", "en_gb"), abroad="de", colour="0d47a1", foot="line"),
    D("bilingual_swiss", TRADE, "right", "two", "list", "ruled", lands=("de_ch",), second="fr", font="narrow", size=8.5, foot="columns"),
    D("bilingual_dutch", ALL, "boxed", "lifted", "above", "boxed", lands=("en_gb",), second="nl", font="sans", size=7.5, foot="terms"),
    D("form_labels", ALL, "title_first", "form", "beside", "zebra", colour="5d4037", font="clean", foot="page"),
    D("form_lifted", TRADE, "plain", "lifted", "above", "columns", font="sans", size=8, foot="terms", order=("meta", "head", "parties", "table", "totals", "notes")),
    D("sidebar_teal", TRADE, parties="stacked", meta="beside", table="dotted", columns=("description", "quantity", "price", "amount", "code_inside"), special="sidebar", colour="00796b", rows=(2, 5), font="clean", foot=""),
    D("sidebar_dark", ALL, parties="two", meta="cards", table="bare", columns=("code", "description", "quantity", "price", "amount"), special="sidebar", colour="263238", rows=(2, 6), size=8, font="narrow", foot="", totals="spread"),
    D("deliveries_between", TRADE, "letter", "window", "list", "ruled", ("pos", "code", "description", "quantity", "unit", "price", "amount"), asides=True, rows=(5, 12), font="narrow", size=8.5, foot="full"),
    D("lots_between", ALL, "typed", "boxed", "twice", "tight", ("code", "description", "quantity", "price", "amount", "unit_inside"), asides=True, rows=(6, 14), size=7.5, foot="columns"),
    D("unit_joined", ALL, "split", "banner", "strip", "dotted", ("description", "code", "quantity", "price", "amount", "unit_inside"), colour="6a1b9a", font="clean", foot="line"),
    D("gst_form", TRADE, "boxed", "cells", "above", "boxed", ("pos", "description", "ean", "quantity", "unit", "price", "tax", "amount"), lands=("en_in",), mixed=True, font="narrow", size=8, totals="boxed", foot="terms"),
    D("brazil_form", ALL, "boxed", "form", "above", "boxed", ("code", "description", "unit", "quantity", "price", "amount", "tax"), lands=("pt_br",), mixed=True, font="narrow", size=7.5, totals="strip", foot="full"),
    D("two_pages_terms", TRADE, "left", "boxed", "box", "zebra", rows=(12, 20), colour="b71c1c", font="slab", size=8.5, foot="terms", wide=True),
    D("turned_landscape", TRADE, "typed", "three", "twice", "boxed", ("pos", "code", "description", "quantity", "unit", "price", "amount"), page="landscape", turned=True, font="narrow", size=8, rows=(4, 10), foot="columns"),
    D("turned_letter", ALL, "split", "two", "grid", "zebra", turned=True, colour="4e342e", font="clean", foot="line"),
    D("leaders", TRADE, "centre", "inline", "beside", "bare", ("description", "quantity", "price", "amount", "code_inside"), totals="leaders", font="book", size=10, foot="terms"),
    D("clean_modern", TRADE, "title_first", "two", "cards", "bare", ("description", "quantity", "price", "amount"), totals="spread", font="clean", size=10, foot="none", clutter=False, margin="(x: 28mm, top: 25mm, bottom: 22mm)"),
    D("delivery_order", ("packing_slip",), "typed", "boxed", "above", "boxed", ("pos", "code", "description", "quantity", "unit"), foot="columns"),
    D("account_statement", ("statement",), "left", "window", "list", special="statement", rows=(4, 9)),
    D("brand_letter", ("authorization",), special="authorization", rows=(1, 3), font="serif", size=10.5, foot="line", keep=0.9),
    D("sales_list", ("sales_report",), special="report", rows=(5, 18), foot="page", keep=0),
)
# fmt: on

LAYOUTS: dict[str, Design] = {d.name: d for d in _DESIGNS}


def held(name: str) -> bool:
    """Whether the layout *name* is held back: a third of them are, by the hash of their name."""
    return int(hashlib.sha256(f"held/{name}".encode()).hexdigest(), 16) < (1 << 256) // 3


HELD = frozenset(n for n in LAYOUTS if held(n))
OPEN = frozenset(LAYOUTS) - HELD
LANGUAGES = frozenset(land(x)["lang"] for x in LANDS)
