"""The buyer block of each paper against the account's own page."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from redress.model.case import Seller
from redress.model.fact import Fact
from redress.model.folder import Paper
from redress.model.invoice import Invoice
from redress.model.match import Comparison, Likeness
from redress.model.place import Place
from redress.words.fold import fold, without_legal_form
from redress.words.phones import same_phone

FIELDS = ("name", "address", "phone", "email", "website")
SHORT = {
    "street": "st", "strasse": "str", "straße": "str", "avenue": "ave", "road": "rd", "lane": "ln", "drive": "dr",
    "boulevard": "blvd", "suite": "ste", "apartment": "apt", "building": "bldg", "floor": "fl", "court": "ct",
    "place": "pl", "square": "sq", "highway": "hwy", "north": "n", "south": "s", "east": "e", "west": "w",
    "unit": "unit", "company": "co", "international": "intl", "and": "&",
}  # fmt: skip
COUNTRIES = {
    "us": {"us", "usa", "united states", "united states of america"}, "gb": {"gb", "uk", "united kingdom", "great britain", "england"},
    "de": {"de", "deutschland", "germany"}, "jp": {"jp", "japan", "日本"}, "fr": {"fr", "france", "frankreich"},
    "it": {"it", "italia", "italy"}, "es": {"es", "españa", "spain"}, "in": {"in", "india"}, "ca": {"ca", "canada"},
}  # fmt: skip


def compare_parties(papers: Sequence[Paper], seller: Seller) -> tuple[Comparison, ...]:
    """Each printed buyer value against *seller*'s; a value missing on either side is `unknown`."""
    found = []
    for paper in papers:
        if not isinstance(paper.reading, Invoice):
            continue
        for field in FIELDS:
            printed: Fact[str] | None = getattr(paper.reading.buyer, field)
            account: str = getattr(seller, field)
            value = printed.value if printed else None
            found.append(
                Comparison(
                    source=paper.source,
                    field=field,
                    printed=value,
                    account=account,
                    likeness=likeness(field, value, account),
                    place=Place(source=paper.source, page=printed.box[0], box=printed.box)
                    if printed and printed.box
                    else None,
                )
            )
    return tuple(found)


def likeness(field: str, printed: str | None, account: str) -> Likeness:
    """How *printed* compares with *account* in *field* (name, address, phone, email, website)."""
    if not printed or not account:
        return "unknown"
    return _COMPARE[field](printed, account)


def _names(printed: str, account: str) -> Likeness:
    a, b = fold(printed), fold(account)
    if a == b:
        return "same"
    a, b = without_legal_form(printed), without_legal_form(account)
    if not a or not b:
        return "unknown"
    if a == b:
        return "abbreviation" if fold(printed) != fold(account) else "same"
    if _written_differently(printed, account):
        return "unknown"
    if fuzz.ratio(a, b) >= 92 or fuzz.token_sort_ratio(a, b) >= 94:
        return "spelling"
    if _shortened(a, b) or _shortened(b, a):
        return "abbreviation"
    return "other_entity"


def _shortened(short: str, long: str) -> bool:
    """Whether each word of *short* stands for a word of *long* in order ("ex trdg", "example trading"), at least two."""
    words, rest = short.split(), iter(long.split())
    return len(words) >= 2 and len(short) < len(long) and all(any(_stands_for(w, x) for x in rest) for w in words)


def _stands_for(short: str, word: str) -> bool:
    letters = iter(word)
    return short[0] == word[0] and all(any(c == x for x in letters) for c in short)


def _written_differently(a: str, b: str) -> bool:
    """Whether one is in Latin letters and the other is not: offline, a name in two scripts cannot be told alike."""
    return bool(re.search(r"[a-z]", fold(a))) != bool(re.search(r"[a-z]", fold(b)))


def _addresses(printed: str, account: str) -> Likeness:
    if _written_differently(printed, account):
        return "unknown"
    a, b = _street_words(printed), _street_words(account)
    if a == b:
        return "same"
    numbers_a, numbers_b = {w for w in a if w[:1].isdigit()}, {w for w in b if w[:1].isdigit()}
    words_a, words_b = a - numbers_a, b - numbers_b
    if numbers_a == numbers_b and numbers_a and _agree(words_a, words_b):
        return "abbreviation" if len(words_a) != len(words_b) else "spelling"
    if (numbers_a <= numbers_b or numbers_b <= numbers_a) and numbers_a & numbers_b and _agree(words_a, words_b):
        return "abbreviation"
    return "moved"


def _agree(a: set[str], b: set[str]) -> bool:
    short, long = sorted((a, b), key=len)
    if not short:
        return not long
    return sum(any(fuzz.ratio(x, y) >= 85 for y in long) for x in short) / len(short) >= 0.8


def _street_words(address: str) -> set[str]:
    text = re.sub(r"(?<=[a-zß])(straße|strasse|str\.)", " str", address.casefold())
    words = re.sub(r"[^\w&]+", " ", fold(text)).split()
    country = next((names for names in COUNTRIES.values() if words and words[-1] in names), set())
    return {SHORT.get(w, w) for w in words if w not in country and w not in {"d", "united", "states", "kingdom"}}


def _phones(printed: str, account: str) -> Likeness:
    if not re.search(r"\d", printed) or not re.search(r"\d", account):
        return "unknown"
    return "same" if same_phone(printed, account) else "other_entity"


def _mails(printed: str, account: str) -> Likeness:
    return "same" if fold(printed) == fold(account) else "other_entity"


def _sites(printed: str, account: str) -> Likeness:
    return "same" if _host(printed) == _host(account) else "other_entity"


def _host(address: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", address.strip().casefold()).split("/")[0]


_COMPARE = {"name": _names, "address": _addresses, "phone": _phones, "email": _mails, "website": _sites}
