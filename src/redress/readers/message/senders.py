"""Whence a message comes: the store, and the team behind it."""

import re
from typing import cast

from redress.model.labels import Team
from redress.readers.message.blocks import Flattened
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally

# A sign-off that names one team outweighs the tag of a link.
_NAMES_TEAM = 2.0
_STORE = re.compile(
    r"(?<![\w-])(?:sellercentral(?P<region>-europe|-japan)?\.)?amazon\.(?P<end>co\.uk|co\.jp|com\.(?:au|mx|br|tr|be)|com|ca|de|fr|it|es|nl|se|pl|in|sg|ae|sa|eg|ie|eu)(?![\w-])(?!\.\w)",
    re.IGNORECASE,
)
_OTHERS = (
    ("walmart", re.compile(r"\bwalmart\b", re.IGNORECASE)),
    ("ebay", re.compile(r"\bebay\b", re.IGNORECASE)),
    ("etsy", re.compile(r"\betsy\b", re.IGNORECASE)),
    ("tiktok_shop", re.compile(r"\btik ?tok shop\b", re.IGNORECASE)),
    ("otto", re.compile(r"\botto (?:market|partner)|, otto\b", re.IGNORECASE)),
    ("zalando", re.compile(r"\bzalando\b", re.IGNORECASE)),
    ("aboutyou", re.compile(r"\babout ?you\b(?=[.@ ])", re.IGNORECASE)),
    ("bol", re.compile(r"(?:^|[\s,])bol(?:\.com)?\s*$", re.IGNORECASE | re.MULTILINE)),
    ("kaufland", re.compile(r"\bkaufland\b", re.IGNORECASE)),
    ("shopee", re.compile(r"\bshopee\b", re.IGNORECASE)),
    ("temu", re.compile(r"\btemu\b", re.IGNORECASE)),
)
_TELLING = 3  # letters of a store's name that it is never written without
_AMAZON = re.compile(r"\bamazon\b|アマゾン|亚马逊|亞馬遜", re.IGNORECASE)
_BY_LANGUAGE = {"ja": "amazon.co.jp", "de": "amazon.de", "fr": "amazon.fr", "it": "amazon.it", "es": "amazon.es"}


def read_marketplace(text: str, sender: str | None, lang: str) -> str:
    """The store as the contract names it ("amazon.co.uk", "walmart"), `unknown` where nothing tells."""
    counts: dict[str, int] = {}
    folded = text.casefold()
    for match in _STORE.finditer(f"{text}\n{sender or ''}"):
        name = "amazon.eu" if match["region"] == "-europe" else f"amazon.{match['end'].lower()}"
        counts[name] = counts.get(name, 0) + 1
    for name, pattern in _OTHERS:
        # A plain search comes first: it is much faster, and most stores are named by no message.
        hits = len(pattern.findall(text)) if name[:_TELLING] in folded else 0
        if hits:
            counts[name] = counts.get(name, 0) + hits
    amazon = len(_AMAZON.findall(text))
    best = max(counts, key=lambda name: counts[name], default=None)
    if best and (
        best.startswith("amazon")
        or counts[best] >= amazon - sum(v for k, v in counts.items() if k.startswith("amazon"))
    ):
        return best
    if amazon:
        stores = [name for name in counts if name.startswith("amazon")]
        return max(stores, key=lambda name: counts[name]) if stores else _BY_LANGUAGE.get(lang, "amazon.com")
    return "unknown"


def read_team(tally: Tally, message: Flattened) -> tuple[Team, Hit | None]:
    """The team by its sign-off, then by link tags and queue mailboxes; `unknown` where they tell nothing or disagree."""
    weights: dict[str, float] = {}
    best: dict[str, Hit] = {}
    for hit in tally.group("team"):
        line = message.flat(hit.at)
        signed = hit.weight >= _NAMES_TEAM and message.units[hit.at].whole_line and "@" not in line and "/" not in line
        weight = hit.weight + _NAMES_TEAM * signed
        weights[hit.name] = max(weights.get(hit.name, 0.0), weight)
        best.setdefault(hit.name, hit)
    top = sorted(weights, key=lambda name: -weights[name])
    if not top or (len(top) > 1 and weights[top[0]] == weights[top[1]]):
        return "unknown", None
    return cast(Team, top[0]), best[top[0]]
