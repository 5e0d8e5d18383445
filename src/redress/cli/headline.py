"""The top of the screen: which case, what happened to it, and the next move with its because."""

import datetime as dt
from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding

from redress.cli import plain
from redress.cli.theme import item, line, rule
from redress.cli.ways import about
from redress.model.decision import Assessment, Because, Decision, Track
from redress.model.ladder import Rung

MOST_REASONS = 4


def headline(assessment: Assessment, called: str, marketplace: str, titles: Mapping[str, str]) -> list[RenderableType]:
    """The case, the marketplace, the day, and what happened."""
    about = ", ".join(w for w in (marketplace, f"as of {plain.day(assessment.as_of)}") if w)
    happened = [
        _track(*where, [titles.get(t.violation, plain.words(t.violation)) for t in tracks])
        for where, tracks in _by_state(assessment.tracks)
    ]
    days = list(dict.fromkeys(t.on for t in assessment.timeline if t.what == "notice"))
    by = _notices(days, plain.team(assessment.decision.team)) if days else ""
    parts: list[RenderableType] = [line((called, "head"), f"   {about}")]
    parts += [line(h) for h in dict.fromkeys(happened)]
    return [*parts, *([line((by, "quiet"))] if by else []), rule()]


def _notices(days: Sequence[dt.date | None], team: str) -> str:
    if len(days) > 1:
        return f"Notices of {plain.listed([plain.day(d) for d in days], 4)}; the next move is for {team}."
    return f"Notice of {plain.day(days[0])}, {team}." if days[0] else f"Notice without a date, {team}."


def move(
    assessment: Assessment,
    rungs: Mapping[str, Rung],
    texts: Mapping[str, str],
    titles: Mapping[str, str] | None = None,
    *,
    mark: str = "NEXT ",
) -> list[RenderableType]:
    """The next move in one line after *mark*, what it is about where that is not plain, what to do, and why, with places."""
    decision = assessment.decision
    leading = [t for t in assessment.tracks if decision.way and t.way == decision.way]
    matter = [line(("about: ", "quiet"), about(leading, titles or {}))] if leading else []
    because: list[RenderableType] = [item("-", *_reason(b, texts)) for b in decision.because[:MOST_REASONS]]
    hidden = len(decision.because) - MOST_REASONS
    more = [line((f"and {hidden} more: --explain", "quiet"))] if hidden > 0 else []
    do = [line(plain.said(decision.do))] if decision.do else []
    rung = rungs.get(decision.to or "")
    channel = (
        [line(("where: ", "quiet"), rung.channel)]
        if rung and decision.move in ("submit", "escalate") and rung.channel not in decision.do
        else []
    )
    also = [line(("meanwhile: ", "quiet"), _rung(a, rungs)) for a in decision.also]
    stale = [line(("check first: ", "unsure"), _stale(rung))] if rung and decision.check_first else []
    inner: list[RenderableType] = [*matter, *do, *channel, *stale, *because, *more, *also]
    return [
        item(mark, (next_line(assessment, rungs), "next"), style="next"),
        *(Padding(p, (0, 0, 0, 6)) for p in inner),
    ]


def next_line(assessment: Assessment, rungs: Mapping[str, Rung]) -> str:
    """The next move in one line."""
    decision = assessment.decision
    open_ = len(plain.points(assessment))
    points = f"{open_} point{'s' if open_ > 1 else ''}" if open_ else "what is missing"
    here = " in this matter" if decision.way else ""
    match decision.move:
        case "done":
            return "Nothing more: what was taken was given back"
        case "stop":
            return "Stop. A person must look at this before anything is sent"
        case "fix":
            return f"Mend {points} before anything is sent{here}"
        case "ask":
            return f"Confirm {points} before anything is sent{here}"
        case "wait":
            return f"Wait{_until(assessment)}{_for(decision, rungs)}"
        case "submit":
            return f"Submit {_rung(decision.to, rungs)}{_when(assessment)}"
        case "escalate":
            return f"Escalate to {_who(decision, rungs)}{_when(assessment)}"


def _stale(rung: Rung) -> str:
    return f"this way was last read up on {plain.day(rung.checked)}; see whether it is still so: {rung.href}"


def _until(assessment: Assessment) -> str:
    until = assessment.decision.until or assessment.decision.not_before
    return f" until {plain.weekday(until)} ({plain.away(until, assessment.as_of)})" if until else ""


def _for(decision: Decision, rungs: Mapping[str, Rung]) -> str:
    return f", for an answer to {_rung(decision.to, rungs)}" if decision.to else ""


def _when(assessment: Assessment) -> str:
    first = assessment.decision.not_before
    if first is None or first <= assessment.as_of:
        return ", today"
    return f", not before {plain.weekday(first)} ({plain.away(first, assessment.as_of)})"


def _who(decision: Decision, rungs: Mapping[str, Rung]) -> str:
    rung = rungs.get(decision.to or "")
    who = rung.who if rung else plain.words(decision.to or "the next rung")
    return who.replace("the team that made the decision", plain.team(decision.team))


def _rung(to: str | None, rungs: Mapping[str, Rung]) -> str:
    rung = rungs.get(to or "")
    title = rung.title if rung else plain.words(to or "")
    return title[:1].lower() + title[1:] if title.startswith(("The ", "A ", "An ", "Additional ")) else title


def _reason(because: Because, texts: Mapping[str, str]) -> tuple[str | tuple[str, str], ...]:
    where = plain.place(because.place, texts)
    says = plain.said(because.says)
    return (says, (f" ({where})", "place")) if where else (says,)


def _by_state(tracks: Sequence[Track]) -> list[tuple[tuple[str, tuple[str, ...]], list[Track]]]:
    places = dict.fromkeys((t.state, t.asins) for t in tracks)
    return [(where, [t for t in tracks if (t.state, t.asins) == where]) for where in places]


def _track(state: str, asins: tuple[str, ...], titles: Sequence[str]) -> str:
    on = f" ({plain.listed(asins)})" if asins else ""
    return f"{plain.state(state).capitalize()}{on}: {plain.listed(titles, 4)}"
