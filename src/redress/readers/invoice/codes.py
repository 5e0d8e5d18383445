"""Product codes of a row: in their own column, in brackets, after a label, or by their check digit."""

import re
from collections.abc import Sequence

from redress.readers.invoice.labels import NOISE, labels, longest_at
from redress.readers.invoice.layout import Token

_CODE = re.compile(r"(?=[\w./*_-]*\d)[\w*][\w./*_-]{2,29}|[A-Z]{2,}[A-Z0-9-]{2,}")
_BRACKETED = re.compile(r"^[\[(*](?P<code>[\w./-]{3,24})[\])*]$")
_ASIN = re.compile(r"B0[A-Z0-9]{8}")
_DASHED = re.compile(r"(?=[A-Z0-9-]*\d)[A-Z0-9]{2,}(?:-[A-Z0-9]+)+")


def without_codes(tokens: Sequence[Token]) -> tuple[list[Token], list[str]]:
    """The words of a description, and the codes in brackets at its beginning."""
    codes: list[str] = []
    kept = list(tokens)
    while kept and (match := _BRACKETED.match(kept[0].text)) and any(c.isdigit() or c == "_" for c in match["code"]):
        codes.append(match["code"])
        kept.pop(0)
    return kept or list(tokens), codes


def is_code(text: str) -> bool:
    """Whether *text* has the shape of a product code that is more than a count: letters and digits, or five digits."""
    bare = text.strip("()[]*,;:")
    mixed = any(c.isalpha() for c in bare) and any(c.isdigit() for c in bare)
    return bool(_CODE.fullmatch(bare)) and (mixed or "-" in bare or len(bare) >= 5)


def codes_in(tokens: Sequence[Token]) -> list[str]:
    """The codes among the words of a code column."""
    known = labels().kinds
    bare = [t.text.strip("()[]*,;:") for t in tokens if "column.code" not in known.get(t.key, ())]
    return [text for text in bare if _CODE.fullmatch(text)]


def told_codes(tokens: Sequence[Token]) -> list[str]:
    """The codes in running text: after "SKU:" and the like, ASINs, numbers with a right GTIN check digit, "ABC-12 - Name"."""
    found: list[str] = []
    for place, token in enumerate(tokens):
        bare = token.text.strip("()[]*,;:")
        if (
            _ASIN.fullmatch(bare)
            or is_gtin(bare)
            or (place == 0 and len(tokens) > 2 and not tokens[1].key and _DASHED.fullmatch(bare))
        ):
            found.append(bare)
        elif place and tokens[place].mid - tokens[place - 1].mid > 0.5 * (token.y1 - token.y0):
            code = _opening(tokens, place)
            found.extend([code] if code is not None else [])
        if token.text.endswith(":") or (place + 1 < len(tokens) and tokens[place + 1].text == ":"):
            found.extend(_after_label(tokens, place))
    return found


def _opening(tokens: Sequence[Token], start: int) -> str | None:
    """The code of a line of its own under a description, from word *start* on: "Item No. 4711", "Article AB-22"."""
    low = tokens[start].mid + 0.5 * (tokens[start].y1 - tokens[start].y0)
    line = [t for t in tokens[start : start + 6] if t.mid <= low]
    label, code = line[:-1], line[-1]
    bare = code.text.strip("()[]*,;:")
    if not label or len(line) > 5 or not _CODE.fullmatch(bare) or not any(c.isdigit() for c in bare):
        return None
    known = labels().kinds
    kinds = known.get("".join(t.key for t in label), ())
    if not kinds and all("column.code" in known.get(t.key, ()) or t.key in NOISE for t in label):
        return bare
    return bare if "column.code" in kinds or ("column.description" in kinds and is_code(bare)) else None


def _after_label(tokens: Sequence[Token], colon: int) -> list[str]:
    """The code after the colon at *colon* where the words before it label one."""
    known = labels().kinds
    for start in range(max(0, colon - 4), colon + 1):
        here = longest_at(tokens, start)
        if here is not None and here[0] == colon + 1 and "column.code" in known.get(here[1], ()):
            following = [t for t in tokens[colon + 1 : colon + 3] if t.key]
            return codes_in(following[:1])
    return []


def is_gtin(text: str) -> bool:
    """Whether *text* is a GTIN-12, -13 or -14 by length and check digit."""
    if not text.isascii() or not text.isdigit() or len(text) not in (12, 13, 14):
        return False
    weighted = sum(int(c) * (3 if n % 2 else 1) for n, c in enumerate(reversed(text)))
    return weighted % 10 == 0 and len(set(text)) > 1
