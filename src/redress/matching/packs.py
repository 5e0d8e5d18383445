"""How many pieces one unit holds, as a row or a title says it, in the languages of the trade."""

import re
import unicodedata
from functools import lru_cache

_N = r"(\d{1,4})"
_SAYS = (
    rf"\b(?:pack|case|carton|box|set|bundle|lot|bag|tray)s? of {_N}\b",
    rf"\b{_N}[- ]?(?:packs?|pk|pcs|pc|pieces?|count|ct)\b",
    rf"\b{_N} ?(?:pcs|pieces|units)? ?/ ?(?:case|cs|ctn|carton|box|pack)\b",
    rf"\b{_N}er\b",
    rf"\b(?:ve|vpe) ?:? ?{_N}\b",
    rf"\b(?:lot|paquet|carton|boite|boîte|jeu|sachet) de {_N}\b",
    rf"\b(?:pack|caja|paquete|juego|bolsa|lote) de {_N}\b",
    rf"\b(?:confezione|scatola|set|pacco) (?:da|di) {_N}\b",
    rf"\b(?:set|doos|pak|verpakking) van {_N}\b",
    rf"\b(?:zestaw|opakowanie|op\.?|karton) {_N} ?(?:szt)?\b",
    rf"{_N}(?:個|本|枚|袋|箱|点|足|巻)(?:セット|入り?|組)",
    rf"{_N}(?:件|个|個|只|支|片|包|瓶)装",
    rf"\b{_N} ?[x×] ?\d+(?:[.,]\d+)? ?(?:ml|cl|dl|l|ltr|g|kg|oz|fl|lb)\b",
)  # fmt: skip
_PATTERNS = tuple(re.compile(p, re.IGNORECASE) for p in _SAYS)
# A capital X beside its number is a model.
_TIMES = re.compile(rf"(?<![\w.])(?<!\d )[x×] ?{_N}\b(?! ?(?:mm|cm|m|inch|in|zoom)\b)(?![.,]?\d)")
PACKED = frozenset(["carton", "ctn", "case", "cs", "box", "pack", "pk", "packs", "set", "bundle", "karton", "kiste", "packung", "ve", "carton", "boite", "caja", "paquete", "confezione", "scatola", "doos", "zestaw", "セット", "箱", "箱子", "件"])  # fmt: skip


@lru_cache(maxsize=4096)
def pack_in(text: str) -> int:
    """The pieces one unit holds, as *text* says; 0 where it says nothing, or two things."""
    plain = unicodedata.normalize("NFKC", text[:500])
    found = {int(m[1]) for p in (*_PATTERNS, _TIMES) for m in p.finditer(plain)} - {0}
    return found.pop() if len(found) == 1 else 0


def is_packed(unit: str | None) -> bool:
    """Whether the word for the unit of a row is one for a pack."""
    return unit is not None and unit.casefold().strip(" .") in PACKED
