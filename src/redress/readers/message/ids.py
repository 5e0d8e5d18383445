"""Numbers a message carries: ASINs, complaint ids, case ids, order ids."""

import re

from redress.model.message import Ids

_LINK = re.compile(r"https?://\S+")
_ASINS = re.compile(r"(?<![A-Za-z0-9])(?:B0[0-9A-Z]{8})+(?![A-Za-z0-9])")
_BOOK = re.compile(r"\bASIN\s?[:：#]?\s*(\d{9}[\dX])\b")
_ORDER = re.compile(
    r"(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])|\bPO\s?#?\s?(\d{13,16})\b|\border\w*\W{1,3}(?:(?:id|no|number|nr)\w*\W{1,3})?(\d{15,20})\b",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\b(?:complaint|beschwerde|reclam\w+|plainte|réclamation|苦情|投诉)[\s-]*(?:id|no|number|nr|nummer|番号|编号)?\.?\s?[:：#]?\s*"
    r"(?=[A-Z0-9]{0,8}\d)([A-Z0-9]{8,16})\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"(?:\bcase(?:\s?(?:id|number|no|#|log id))*|\bfall(?:nummer)?|\bvorgangsnummer|\breference|\bref|\bticket|\bappeal \(?id|"
    r"\bn[úu]mero de caso|\bnuméro de dossier|ケース(?:id|番号)?|案例编号|問い合わせ番号)\.?\s?[:：#(]*\s?(\d[\d-]{6,15}\d)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[(?:case\s*)?#?(\d{7,12})\]", re.IGNORECASE)
# What those cannot do without, looked for first: most messages hold none, and each of those takes longer.
_COMPLAINS = ("complaint", "beschwerde", "reclam", "réclam", "plainte", "苦情", "投诉")
_SEVEN = re.compile(r"\d{7}")
_LONG_NUMBER = re.compile(r"\d[\d-]{5,14}\d")
_ASIN_LENGTH = 10


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def find_asins(text: str) -> tuple[str, ...]:
    """The ASINs of *text* in order, those glued together taken apart; links are passed over."""
    plain = _LINK.sub(" ", text)
    found = [
        run[i : i + _ASIN_LENGTH]
        for run in (m[0] for m in _ASINS.finditer(plain))
        for i in range(0, len(run), _ASIN_LENGTH)
    ]
    return _unique(found + [m[1] for m in _BOOK.finditer(plain)])


def find_ids(text: str) -> Ids:
    """The complaint, case and order numbers of *text*."""
    folded = text.casefold()
    orders = [m[1] or m[2] or m[0] for m in _ORDER.finditer(text)] if _SEVEN.search(text) else []
    complaints = [m[1] for m in _COMPLAINT.finditer(text)] if any(w in folded for w in _COMPLAINS) else []
    cases = [m[1] for p in (_CASE, _BRACKETED) for m in p.finditer(text)] if _LONG_NUMBER.search(text) else []
    taken = {*orders, *complaints}
    return Ids(
        complaint_ids=_unique(complaints),
        case_ids=_unique([c for c in cases if c not in taken]),
        order_ids=_unique(orders),
    )
