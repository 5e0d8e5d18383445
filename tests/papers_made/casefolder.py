"""Writes a planted case as a case folder: case.toml, the papers as evidence, a notice as message."""

from datetime import timedelta
from pathlib import Path

from .planting import Planted

STORES = {
    "US": "amazon.com",
    "GB": "amazon.co.uk",
    "DE": "amazon.de",
    "CH": "amazon.de",
    "FR": "amazon.fr",
    "ES": "amazon.es",
}
STORES |= {"IT": "amazon.it", "NL": "amazon.nl", "PL": "amazon.pl", "SE": "amazon.se", "TR": "amazon.com.tr"}
STORES |= {"MX": "amazon.com.mx", "BR": "amazon.com.br", "IN": "amazon.in", "PT": "amazon.es"}
NOTICE = """Hello,

We removed the listing below because we received complaints about the authenticity of your items.

ASIN: {asin}
Title: {title}

To sell this item again, please send us copies of invoices from your supplier issued in the last 365 days. They should
reflect your sales volume during that time and include the contact information of your supplier: name, phone number,
address and website.

Seller Performance Team
"""


def quoted(text: str) -> str:
    """The text as a TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def described(case: Planted) -> str:
    """The case.toml of *case*."""
    a = case.account
    since = a.noticed - timedelta(days=365)
    return f"""marketplace = "{STORES.get(a.country, "amazon.com")}"
scope = "listing"
asins = ["{a.asin}"]
stance = "dispute"

[seller]
name = {quoted(a.name)}
address = {quoted(a.address)}
country = "{a.country}"

[[products]]
asin = "{a.asin}"
title = {quoted(a.title)}
codes = [{quoted(a.code)}]
role = "reseller"

[[sold]]
asin = "{a.asin}"
units = {a.units_sold}
from = {since.isoformat()}
to = {a.noticed.isoformat()}
"""


def write_case(case: Planted, folder: Path) -> None:
    """Writes *case* into *folder*, which is made where it is not there."""
    evidence, messages = folder / "evidence", folder / "messages"
    evidence.mkdir(parents=True, exist_ok=True)
    messages.mkdir(exist_ok=True)
    (folder / "case.toml").write_text(described(case), encoding="utf-8")
    for name, data in case.files:
        (evidence / name).write_bytes(data)
    told = NOTICE.format(asin=case.account.asin, title=case.account.title)
    (messages / f"{case.account.noticed.isoformat()}-notice.txt").write_text(told, encoding="utf-8")
