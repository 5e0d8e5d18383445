"""The last look at a letter before anyone sees it: nothing ungrounded, nothing unwise, nothing too long."""

import re
from collections.abc import Iterable

from redress.letters.dates import iso_dates
from redress.letters.errors import LetterError
from redress.letters.said import clean

# A letter upstairs fits on a page; one that lists every ask may run on.
LONGEST = {"escalation": 330, "cover": 1100, "answer": 1100, "explanation": 700, "supplier": 400}

# What never helps and often harms in a letter to an investigator; in each language a template may be in.
_UNWISE = re.compile(
    r"\b(canned|robot\w*|bots?|template\w*|boilerplate|auto-?generated|automated|loss(?:es)?|lost (?:sales|revenue)|revenue"
    r"|lawyers?|attorneys?|lawsuits?|sue|legal action|courts?|arbitrat\w+|threat\w*|unfair\w*|competitors?|fake|liar?s?"
    r"|malicious|score[ds]?|likely|probab\w+|redress|jeff|bezos"
    r"|textbaustein\w*|vorlage\w*|roboter\w*|verlust\w*|umsatz\w*|anw[aä]lt\w*|klage\w*|gericht\w*|automatisch\w*)\b"
    r"|定型|テンプレート|ロボット|自動返信|損失|訴訟|弁護士|裁判|競合",
    re.IGNORECASE,
)
# Where a value stands is no fact a letter may name.
_WHERE = frozenset({"box", "start", "end", "page", "sure", "sha256", "fingerprint"})
_TOKEN = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z_./:+#@&-]*[0-9A-Za-z])?")
_DIGIT = re.compile(r"\d")
_EXHIBIT = re.compile(r"\b(?:Exhibits?|Anlagen?)\s+\d+(?:\s+(?:to|bis)\s+\d+)?|添付\d+(?:〜\d+)?")
_GAP = re.compile(r"\[\[missing: [^\]]*\]\]")


def unwise(text: str) -> str | None:
    """The first word of *text* that a letter to a marketplace must not hold, or None."""
    hit = _UNWISE.search(text)
    return hit.group(0) if hit else None


def length(text: str) -> int:
    """How many words *text* has; two characters of Japanese or Chinese count as one word."""
    wide = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", text))
    return len(re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", re.sub(r"[\u3040-\u30ff\u3400-\u9fff]", " ", text))) + wide // 2


def facts_in(values: Iterable[object]) -> frozenset[str]:
    """Every word with a digit in *values* (nested mappings and sequences of plain values), for `ungrounded`."""
    found: set[str] = set()
    for value in values:
        if isinstance(value, dict):
            given = {k: v for k, v in value.items() if k not in _WHERE}
            found |= facts_in(given.values()) | facts_in(given.keys())
        elif isinstance(value, list | tuple | set | frozenset):
            found |= facts_in(value)
        elif value is not None and _DIGIT.search(text := str(value)):
            found |= _tokens(clean(text))
    return frozenset(found)


def ungrounded(text: str, facts: frozenset[str]) -> tuple[str, ...]:
    """The dates, numbers and ids of *text* that are not among *facts* (as `facts_in` gives them)."""
    return tuple(sorted(_tokens(_EXHIBIT.sub(" ", _GAP.sub(" ", text))) - facts))


def check(kind: str, subject: str, body: str, wording: str, facts: frozenset[str]) -> None:
    """Nothing when the letter may leave; raises `LetterError` naming every fault of *subject* and *body* at once.

    *wording* is the template's own words, without the values placed in it: a supplier may be called what he likes.
    """
    faults = []
    if word := unwise(wording):
        faults.append(f"it says {word!r}")
    if loose := ungrounded(f"{subject}\n{body}", facts):
        faults.append(f"nothing given holds {', '.join(loose)}")
    if (words := length(body)) > LONGEST.get(kind, 330):
        faults.append(f"it has {words} words")
    if faults:
        raise LetterError(f"the {kind} letter may not leave: " + "; ".join(faults))


def _tokens(text: str) -> frozenset[str]:
    dates, rest = iso_dates(text)
    words = (t for t in _TOKEN.findall(rest) if any(c.isdigit() for c in t))
    return frozenset(dates) | frozenset(_number(w) for w in words)


def _number(word: str) -> str:
    plain = word.casefold()
    return re.sub(r"\.0+$", "", plain) if re.fullmatch(r"\d+\.0+", plain) else plain
