"""The currency of a paper: told by a label, printed beside the total or over a column, or the one most amounts carry."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from redress.model.fact import Fact
from redress.readers.invoice.layout import Cell, Token, box_of
from redress.readers.invoice.near import values_near
from redress.readers.invoice.scene import Scene
from redress.words.addresses import post_line
from redress.words.money import CODES, SYMBOLS, currency_of

_SHARED = {
    "$": {"MX": "MXN", "CA": "CAD", "AU": "AUD", "SG": "SGD", "NZ": "NZD", "HK": "HKD", "US": "USD"},
    "¥": {"CN": "CNY", "JP": "JPY"},
    "￥": {"CN": "CNY", "JP": "JPY"},
    "kr": {"SE": "SEK", "DK": "DKK", "NO": "NOK"},
}
_BY_LANG = {"zh": "CN", "ja": "JP", "sv": "SE", "da": "DK", "no": "NO"}
_USUAL = {"$": "USD", "¥": "JPY", "￥": "JPY"}
_COUNTRIES = {
    "mexico": "MX", "méxico": "MX", "canada": "CA", "australia": "AU", "singapore": "SG", "new zealand": "NZ", "hong kong": "HK",
    "usa": "US", "united states": "US", "united states of america": "US", "china": "CN", "中国": "CN", "中國": "CN", "japan": "JP", "日本": "JP",
    "sweden": "SE", "sverige": "SE", "denmark": "DK", "danmark": "DK", "norway": "NO", "norge": "NO",
}  # fmt: skip
_WORDS = {"din": "sr", "lei": "ro", "ft": "hu"}
_UPPER = 60


def currency_of_paper(scene: Scene, total: Cell | None) -> Fact[str] | None:
    """The currency of *scene*, whose total stands in the cell *total*; a sign that lands share is read by the paper's land."""
    for hit in scene.hits_of("money.currency"):
        for near in values_near(scene, hit, depth=1):
            code = currency_of(near.tokens[0].text.strip(",.")) if near.tokens else None
            if code is not None and hit.leads:
                return _fact(code, near.cell, near.tokens[0], 0.98)
    if total is not None:
        row = [(c, t) for c in scene.lines[total.row].cells for t in c.tokens]
        for cell, token in sorted(row, key=lambda r: _code_of(r[1]) is None):
            sign = _sign(token.text)
            if sign is not None and (found := _meant(scene, sign)) is not None:
                return _fact(found, cell, token, 0.95)
    return _over_column(scene) or _most_common(scene)


def _fact(code: str, cell: Cell, token: Token, sure: float) -> Fact[str]:
    return Fact(value=code, box=box_of(cell.page, [token]), how=cell.page.how, sure=sure)


def _code_of(token: Token) -> str | None:
    bare = token.text.strip("()[]:.,;*")
    return currency_of(bare) if bare in CODES else None


def _over_column(scene: Scene) -> Fact[str] | None:
    """A code that ends the heading of a column of prices: "Amount EUR"."""
    for hit in scene.hits_of("column.amount", "column.unit_price", "money.total"):
        for token in hit.cell.tokens[hit.end - 1 : hit.end + 1]:
            if (code := _code_of(token)) is not None:
                return _fact(code, hit.cell, token, 0.9)
    return None


@lru_cache(maxsize=4096)
def _sign(text: str) -> str | None:
    """The code or sign of a currency that *text* is, begins or ends with, or None."""
    for bare in dict.fromkeys((text.strip("()[]:,;*"), text.strip("()[]:.,;*"))):
        if bare in CODES:
            return bare
        for sign in (bare, bare[:1], bare[-1:], bare.strip("0123456789.,'-")):
            if sign and (sign.casefold() in SYMBOLS or sign in _SHARED or sign in CODES):
                return sign
    return None


def _meant(scene: Scene, sign: str) -> str | None:
    """What *sign* means on this paper: the currency of the paper's land where several lands write it."""
    shared = _SHARED.get(sign.casefold())
    if shared is None:
        return currency_of(sign) if _WORDS.get(sign.casefold().strip("."), scene.lang) == scene.lang else None
    lands = Counter(land for land in _lands(scene) if land in shared)
    land = max(lands, key=lambda n: lands[n], default=None) or _BY_LANG.get(scene.lang or "")
    return shared.get(land or "") or _USUAL.get(sign)


def _lands(scene: Scene) -> Iterator[str]:
    """The lands the head of the paper names, by name or by the shape of a postcode, the first twice: it is the maker's."""
    first = True
    for line in scene.lines[:_UPPER]:
        for cell in line.cells:
            found = post_line(cell.text) if len(cell.text) < 90 else None
            last = cell.text.rsplit(",", 1)[-1].rsplit("·", 1)[-1].strip(" .").casefold()
            land = _COUNTRIES.get(last) or (found.country if found is not None else "")
            if land:
                yield land
                if first:
                    yield land
                first = False


def _by_number(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number stands beside a code or sign of letters, which could be a word otherwise."""
    return any(
        c.isdigit() for t in (*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]) for c in t.text
    )


def _most_common(scene: Scene) -> Fact[str] | None:
    votes: Counter[str] = Counter()
    first: dict[str, tuple[Cell, Token]] = {}
    for line in scene.lines:
        for cell in line.cells:
            for place, token in enumerate(cell.tokens):
                if len(token.text) >= 16 or (token.text.strip(".").isalpha() and not _by_number(cell.tokens, place)):
                    continue
                sign = _sign(token.text)
                if sign is not None:
                    votes[sign] += 1
                    first.setdefault(sign, (cell, token))
    for sign, count in votes.most_common(1):
        code = _meant(scene, sign)
        return _fact(code, *first[sign], 0.85 if count > 1 else 0.65) if code is not None else None
    return None
