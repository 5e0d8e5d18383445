"""The tracks of a case that goes several ways: what each is about, and its own next move."""

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding

from redress.cli import plain
from redress.cli.theme import item, line, section
from redress.model.decision import Assessment, Track

MOVES = {
    "done": "given back",
    "stop": "stop; a person must look at it first",
    "fix": "to mend",
    "ask": "to confirm",
    "wait": "waiting",
    "submit": "to submit",
    "escalate": "to escalate",
}
STANCES = {"dispute": "disputed", "acknowledge": "acknowledged"}


def ways(assessment: Assessment, titles: Mapping[str, str]) -> list[RenderableType]:
    """Each way with its own move, the one of the next move first; nothing where the case goes one way."""
    lead = assessment.decision.way
    if lead is None:
        return []
    held: dict[str, list[Track]] = {}
    for number, track in enumerate(assessment.tracks):
        held.setdefault(track.way or f"done {number}", []).append(track)
    parts = [part for way, tracks in held.items() for part in _way(tracks, titles, leads=way == lead)]
    return section("Each matter goes its own way; one does not wait for another", *parts)


def _way(tracks: Sequence[Track], titles: Mapping[str, str], *, leads: bool) -> list[RenderableType]:
    first = tracks[0]
    told = f", {STANCES[first.stance]}" if first.stance else ""
    head = item(
        ">" if leads else "-",
        (about(tracks, titles), "head"),
        f"{told}: {MOVES[first.move]}{_days(first, leads=leads)}",
    )
    told_more = not leads and first.do and first.move not in {"done", "wait"}
    return [head, Padding(_do(first), (0, 0, 0, 2))] if told_more else [head]


def about(tracks: Sequence[Track], titles: Mapping[str, str]) -> str:
    """What *tracks* are about, with their listings."""
    asins = tuple(dict.fromkeys(a for t in tracks for a in t.asins))
    names = dict.fromkeys(titles.get(t.violation, plain.words(t.violation)) for t in tracks)
    return plain.listed(list(names), 4) + (f" ({plain.listed(asins)})" if asins else "")


def _days(track: Track, *, leads: bool) -> str:
    until = f" until {plain.weekday(track.until)}" if track.until else ""
    due = f"; its clock runs out {plain.weekday(track.due)}" if track.due and track.due != track.until else ""
    return f"{until}{due}{', the next move above' if leads else ''}"


def _do(track: Track) -> RenderableType:
    return line((plain.said(track.do), "quiet"))
