"""What stands in the way, and what an investigator may ask about."""

from collections.abc import Collection, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from redress.casework import findings_in_the_way
from redress.cli import plain
from redress.cli.plain import Point
from redress.cli.theme import apart, item, line, pairs, section, stacked
from redress.model.decision import Assessment
from redress.model.finding import Finding

MOST, MOST_PLACES, MOST_SETS = 12, 3, 3


def blockers(assessment: Assessment, points: Sequence[Point], texts: Mapping[str, str]) -> list[RenderableType]:
    """Each point that stands in the way: what it says, where it was read, and what mends it.

    Where the decision goes on in spite of them (no better paper exists), they are what stays open.
    """
    if not points:
        return []
    barred = assessment.decision.move in ("fix", "ask", "stop")
    parts = apart([_blocker(number, point, texts, mend=barred) for number, point in enumerate(points[:MOST], 1)])
    if len(points) > MOST:
        parts += [Text(""), line((f"and {len(points) - MOST} more: --explain", "quiet"))]
    if barred:
        after = _following(assessment)
        return section("Don't send yet: an investigator may stop here", *parts, *_fewest(assessment, points), *after)
    return section("What stays open", *parts)


def signals(findings: Sequence[Finding], texts: Mapping[str, str]) -> list[RenderableType]:
    """What is no must but may be asked about."""
    soft = [
        f
        for f in findings
        if f.level == "should" and f.outcome != "met" and not f.overridden and f.bars != "escalating"
        if not is_unasked(f)
    ]
    parts = [item("?", plain.said(f.says), (_first_place(f, texts), "place")) for f in soft]
    return section("Signals an investigator may ask about", *parts) if parts else []


def is_unasked(finding: Finding) -> bool:
    """Whether *finding* is of a signal that could not be looked for: that raises no question."""
    return finding.rule.startswith("signals/") and finding.outcome == "unknown"


def met(findings: Sequence[Finding]) -> Text:
    """How many points are met, and which were passed by an override, in one line."""
    findings = [f for f in findings if not is_unasked(f)]
    kept = sum(f.outcome == "met" for f in findings)
    passed = sum(f.overridden for f in findings)
    return line(
        f"{kept} of {len(findings)} points checked are met"
        + (f"; {passed} passed by an override" if passed else "")
        + "."
    )


def _blocker(number: int, point: Point, texts: Mapping[str, str], *, mend: bool) -> list[RenderableType]:
    finding = point[0]
    style = plain.STYLES[finding.outcome]
    head = item(f"{number}.", (plain.OUTCOMES[finding.outcome], style), "  ", plain.said(finding.says))
    rows: list[tuple[str, RenderableType | str]] = []
    places = [place for one in point for place in _places(one, texts)]
    if places:
        shown = places[: MOST_PLACES * 2]
        rows.append(
            ("where", stacked([*shown, *(["and more: --explain"] if len(places) > len(shown) else [])], "place"))
        )
    if finding.remedy and mend:
        rows.append(("do", finding.remedy))
    if mend and finding.bars != "everything" and finding.outcome == "unmet":
        rows.append(("how", plain.ROUTES[finding.route]))
    return [head, Padding(pairs(rows), (0, 0, 0, 3))] if rows else [head]


def _places(finding: Finding, texts: Mapping[str, str]) -> list[str]:
    read = [p for p in finding.premises if p.place]
    shown = [plain.place(p.place, texts) if p.how == "derived" else plain.premise(p, texts) for p in read[:MOST_PLACES]]
    if not shown and finding.subject != "case" and finding.subject not in finding.says:
        shown = [finding.subject]
    return list(dict.fromkeys(shown))


def _fewest(assessment: Assessment, points: Sequence[Point]) -> list[RenderableType]:
    numbers = plain.numbered(points)
    unclear = {numbers[p[0].id] for p in points if p[0].outcome == "unknown"}
    sets = dict.fromkeys(
        tuple(sorted({numbers[i] for i in ids if i in numbers})) for ids in assessment.decision.smallest_fix
    )
    smaller = [s for s in sets if s and len(s) < len(points)]
    if not smaller:
        return []
    shown = smaller[:MOST_SETS]
    each = [n for n in shown[0] if all(n in s for s in shown)] if len(shown) > 1 else []
    ways = " or ".join(_set([n for n in s if n not in each], unclear) for s in shown)
    ways = f"{_set(each, unclear)}, and {ways}" if each else ways
    more = len(smaller) - MOST_SETS
    others = f" ({more} more such {'sets' if more > 1 else 'set'}: --json)" if more > 0 else ""
    return [Text(""), line(("smallest fix: ", "quiet"), f"{ways}, and the next move opens{others}.")]


def _set(points: Sequence[int], unclear: Collection[int]) -> str:
    """*points* in words: which are to be mended, which are to be told."""
    mend, tell = [str(n) for n in points if n not in unclear], [str(n) for n in points if n in unclear]
    said = [f"{verb} {' and '.join(some)}" for verb, some in (("mend", mend), ("tell", tell)) if some]
    return " and ".join(said)


def _following(assessment: Assessment) -> list[RenderableType]:
    """How many more points go with those above."""
    ids = {f.id for f in findings_in_the_way(assessment)} & set(assessment.decision.follows)
    if not ids:
        return []
    more = (
        "One more point follows from these and goes" if len(ids) == 1 else f"{len(ids)} more follow from these and go"
    )
    return [Text(""), line((f"{more} with them: --explain", "quiet"))]


def _first_place(finding: Finding, texts: Mapping[str, str]) -> str:
    where = next((plain.place(p.place, texts) for p in finding.premises if p.place), "")
    return f" ({where})" if where else ""
