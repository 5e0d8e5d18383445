"""Plain words for what the machine knows: days, places, labels, outcomes."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from redress.casework.assessed import findings_in_the_way
from redress.model.decision import Assessment
from redress.model.finding import Finding, Premise
from redress.model.ledger import Ask
from redress.model.place import Box, Place
from redress.model.reading import SourceReading, walk
from redress.words.safe import safe

LONGEST_QUOTE = 160
OUTCOMES = {"unmet": "NOT MET", "unknown": "UNCLEAR", "met": "met"}
STYLES = {"unmet": "bad", "unknown": "unsure", "met": "good"}
ROUTES = {
    "mend": "mend it yourself",
    "obtain": "obtain it from whoever issues it",
    "explain": "explain it plainly, with what you have",
    "concede": "end the listing and name future suppliers",
}
ASK_STATES = {
    "open": "MISSING",
    "ready": "READY, not sent",
    "answered": "answered",
    "asked_again": "ASKED AGAIN",
    "changed": "CHANGED",
    "withdrawn": "withdrawn",
    "not_needed": "not needed",
}
HOW = {
    "text": "",
    "ocr": "read from a scan",
    "xml": "",
    "told": "told by the seller",
    "header": "",
    "derived": "worked out",
}
TEAMS = {"unknown": "the team that made the decision"}
STATES = {
    "listing_removed": "listing removed",
    "account_at_risk": "account at risk",
    "account_deactivated": "account deactivated",
    "funds_held": "funds held",
    "more_info_needed": "more information wanted",
    "final_denial": "denied, said to be final",
    "none": "no consequence named",
}

Point = tuple[Finding, ...]


def day(on: dt.date | None) -> str:
    """*on* as 3 May 2026."""
    return f"{on.day} {on:%b} {on.year}" if on else "day unknown"


_ISO_DAY = re.compile(r"(?<![\w/.-])(\d{4}-\d{2}-\d{2})(?![\w/-])")


def said(text: str) -> str:
    """*text* with its days in words; days inside names of files stay as they are."""
    return _ISO_DAY.sub(lambda m: day(_day_or_none(m[1])) if _day_or_none(m[1]) else m[1], text)


def _day_or_none(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def standing(ask: Ask) -> str:
    """How *ask* stands, in words: one that something answers, but not in full, is not called missing."""
    return "NOT IN FULL" if ask.state == "open" and ask.answered_by else ASK_STATES[ask.state]


def weekday(on: dt.date) -> str:
    """*on* as Sun 3 May 2026."""
    return f"{on:%a} {day(on)}"


def away(on: dt.date, today: dt.date) -> str:
    """How far *on* is from *today*: today, tomorrow, in 12 days, 5 days ago."""
    days = (on - today).days
    if days in (0, 1):
        return ("today", "tomorrow")[days]
    return f"in {days} days" if days > 0 else f"{-days} day{'s' if days < -1 else ''} ago"


def words(label: str) -> str:
    """A label of the vocabularies as words."""
    return label.replace("_", " ")


def team(label: str) -> str:
    """A team as a name."""
    return TEAMS.get(label) or words(label).title()


def state(label: str) -> str:
    """What was done to the seller, in words."""
    return STATES.get(label, words(label))


def listed(parts: Sequence[str], most: int = 3) -> str:
    """*parts* in a row, the first *most* of them and how many more."""
    shown = ", ".join(parts[:most])
    return f"{shown} and {len(parts) - most} more" if len(parts) > most else shown


def count(units: float | None) -> str:
    """A number of units; a question mark for one nobody knows."""
    if units is None:
        return "?"
    return str(int(units)) if float(units).is_integer() else f"{units:g}"


def where_on_page(box: Box) -> str:
    """*box* in words: page 1, top right."""
    page, x0, y0, x1, y1 = box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    up = "top" if y < 1 / 3 else "bottom" if y > 2 / 3 else "middle"
    side = "left" if x < 1 / 3 else "right" if x > 2 / 3 else "centre"
    spot = up if side == "centre" else f"{up} {side}"
    return f"page {page + 1}, {'centre' if spot == 'middle' else spot}"


def place(at: Place | None, texts: Mapping[str, str] | None = None) -> str:
    """*at* in words: the source, the spot on the page, and the words of a span where *texts* hold them."""
    if at is None:
        return ""
    if at.box is not None:
        return f"{at.source}, {where_on_page(at.box)}"
    if at.page is not None:
        return f"{at.source}, page {at.page + 1}"
    text = (texts or {}).get(at.source, "")
    if at.start is None or at.end is None or not text[at.start : at.end].strip():
        return at.source
    return f"{at.source}: {quoted(text[at.start : at.end])}"


def name(source: str) -> str:
    """The file name of *source*, without its folder."""
    return source.rpartition("/")[2] or source


def quoted(text: str) -> str:
    """*text* on one line between quotes, cut when long."""
    flat = " ".join(safe(text).split())
    return f'"{flat if len(flat) <= LONGEST_QUOTE else flat[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " ..."}"'


def premise(one: Premise, texts: Mapping[str, str]) -> str:
    """What *one* says and where it was read."""
    where = place(one.place, {} if one.quote else texts)
    spoken = one.place is not None and where != one.place.source and one.place.box is None and one.place.page is None
    read = quoted(one.quote) if one.quote else "" if spoken or one.value == where else _value(one.value)
    told = f" ({HOW[one.how]})" if HOW[one.how] else ""
    return ": ".join(w for w in (where or words(one.fact), read) if w) + told


def texts_of(readings: Sequence[SourceReading]) -> dict[str, str]:
    """The stored text of every source, by its name."""
    found = {}
    for node in (inner for root in readings for inner in walk(root)):
        found[node.source.name] = getattr(node.reading, "text", "") or node.text
    return found


def points(assessment: Assessment) -> list[Point]:
    """The findings in the way, the gravest first, those that say and mend the same together; none that only follows."""
    follows = set(assessment.decision.follows)
    in_the_way = [f for f in findings_in_the_way(assessment) if f.id not in follows]
    held = sorted(in_the_way, key=lambda f: (f.bars != "everything", f.outcome != "unmet"))
    alike: dict[tuple[str, str, str, str | None], list[Finding]] = {}
    for finding in held:
        alike.setdefault((finding.rule, finding.outcome, finding.says, finding.remedy), []).append(finding)
    return [tuple(same) for same in alike.values()]


def numbered(found: Sequence[Point]) -> dict[str, int]:
    """The number of the point each finding belongs to, by the finding's id."""
    return {f.id: n for n, point in enumerate(found, 1) for f in point}


def _value(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return count(value)
    if isinstance(value, list | tuple | set | frozenset):
        return listed([_value(v) for v in value], 6) or "nothing"
    return quoted(str(value))
