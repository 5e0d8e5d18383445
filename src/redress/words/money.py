"""Amounts of money in any style: 1.234,56 EUR, $ 1,234.56, 1'234.50, (35,13 €), 189,00-."""

import re
from collections.abc import Iterable
from typing import NamedTuple

SYMBOLS = {
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "円": "JPY", "元": "CNY", "₹": "INR", "₺": "TRY", "zł": "PLN", "zl": "PLN",
    "kč": "CZK", "rs": "INR", "rs.": "INR", "rm": "MYR", "tl": "TRY", "us$": "USD", "usd$": "USD", "c$": "CAD", "ca$": "CAD",
    "a$": "AUD", "au$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "mx$": "MXN", "r$": "BRL", "nt$": "TWD", "$": "USD",
    "fr.": "CHF", "sfr": "CHF", "sfr.": "CHF", "lei": "RON", "din": "RSD", "din.": "RSD", "₽": "RUB", "руб": "RUB", "руб.": "RUB",
    "₩": "KRW", "฿": "THB", "₫": "VND", "₪": "ILS", "₴": "UAH", "ft": "HUF", "euro": "EUR", "euros": "EUR", "ر.س": "SAR", "ريال": "SAR",
}  # fmt: skip
CODES = frozenset(
    ["EUR", "USD", "GBP", "CHF", "DKK", "SEK", "NOK", "PLN", "CZK", "HUF", "RON", "BGN", "HRK", "RSD", "TRY", "JPY", "CNY", "RMB",
     "INR", "CAD", "AUD", "NZD", "SGD", "HKD", "MYR", "THB", "IDR", "PHP", "VND", "KRW", "TWD", "BRL", "MXN", "ARS", "CLP", "COP",
     "PEN", "ZAR", "AED", "SAR", "QAR", "KWD", "BHD", "OMR", "EGP", "ILS", "RUB", "UAH", "ISK", "DEM", "ATS", "ITL", "FRF", "ESP",
     "NLG", "MAD", "TND", "KES", "NGN", "PKR", "BDT", "LKR"]
)  # fmt: skip
_CURRENCY = r"(?:[A-Z]{3}|[A-Z]{0,3}\$|[€£¥￥円元₹₺₽₩฿₫₪₴]|zł|Kč|RM|Rs\.?|TL|Fr\.|SFr\.?|lei|din\.?)"
_NUMBER = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,4})?|\d+(?:[.,]\d{1,6})?|[.,]\d{2}"
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-−–+])?\s*(?P<before>{_CURRENCY})?\s*(?P<sign2>[-−–])?\s*(?P<number>{_NUMBER})"
    rf"(?P<dash>,--?|,-|\.-)?\s*(?P<after>{_CURRENCY})?\s*(?P<sign3>-(?!\d))?\s*(?P<close>\))?",
)


class Amount(NamedTuple):
    """A *value* with its *currency* (None where not told) and how many *decimals* are printed."""

    value: float
    currency: str | None
    decimals: int


def currency_of(text: str) -> str | None:
    """The ISO code that *text* (a code, a symbol) stands for, or None."""
    bare = text.strip().strip("()[]:")
    if bare.upper() in CODES:
        return "CNY" if bare.upper() == "RMB" else bare.upper()
    return SYMBOLS.get(bare.casefold())


def read_number(text: str, *, mark: str | None = None) -> float | None:
    """The number printed as *text*; *mark* is the decimal mark where one separator could be either (`1,234`)."""
    digits = re.sub(r"[\s'’\u00a0\u202f]", "", text)
    if not re.fullmatch(r"[\d.,]*\d[\d.,]*", digits):
        return None
    digits = _with_point(digits.rstrip(".,"), mark)
    try:
        return float(digits)
    except ValueError:
        return None


def _with_point(digits: str, mark: str | None) -> str:
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and point >= 0:
        decimal, other = (",", ".") if comma > point else (".", ",")
        return digits.replace(other, "").replace(decimal, ".")
    separator = "," if comma >= 0 else "."
    parts = digits.split(separator)
    if len(parts) == 1:
        return digits
    grouped = len(parts) > 2 or (len(parts[1]) == 3 and 1 <= len(parts[0]) <= 3 and parts[0] != "0")
    if grouped and not (len(parts) == 2 and mark == separator):
        return "".join(parts)
    return ".".join(("".join(parts[:-1]) or "0", parts[-1]))


def read_amount(text: str, *, mark: str | None = None) -> Amount | None:
    """The amount that *text* is (nothing else may stand in it), or None; brackets and a trailing minus are negative."""
    match = _AMOUNT.fullmatch(text.strip())
    if match is None:
        return None
    before, after = match["before"], match["after"]
    currency = next((c for c in map(currency_of, filter(None, (before, after))) if c), None)
    if (before or after) and currency is None:
        return None
    value = read_number(match["number"], mark=mark)
    if value is None:
        return None
    decimals = len(re.split(r"[.,]", match["number"])[-1]) if re.search(r"[.,]", match["number"]) else 0
    signed = any(match[g] and match[g] != "+" for g in ("sign", "sign2", "sign3"))
    negative = signed or (match["open"] and match["close"])
    return Amount(-value if negative else value, currency, 0 if decimals == 3 and value >= 1000 else decimals)


def decimal_mark(texts: Iterable[str]) -> str | None:
    """The decimal mark the numbers among *texts* use: "," or ".", None where they do not tell."""
    votes = {",": 0, ".": 0}
    for text in texts:
        plain = re.search(r"(?<![\d.,])\d{1,3}(?:([.,'’ ])\d{3})*([.,])\d{2}(?![\d.,]*\d)", text)
        if plain:
            votes[plain[2]] += 1
    if votes[","] == votes["."]:
        return None
    return max(votes, key=lambda m: votes[m])
