"""One track for each violation of the case."""

from collections.abc import Mapping, Sequence

from redress.decisions.ground import Chosen
from redress.model.decision import Track
from redress.model.folder import Case
from redress.model.labels import gravity
from redress.model.ledger import History
from redress.model.pack import ViolationRow


def tracks(case: Case, history: History, chosen: Chosen, rows: Mapping[str, ViolationRow]) -> tuple[Track, ...]:
    """The tracks of *case*, the worst-off first; what was reinstated is done, the rest is on the way that was *chosen*."""
    found: dict[tuple[str, str, bool], set[str]] = {}
    for dated in case.messages:
        if dated.source not in history.notices:
            continue
        named = dated.message.violations or ("unspecified",)
        asins = dated.message.asins or case.told.asins
        back = {a for a in asins if a in history.reinstated_asins}
        if dated.source in history.reinstated_notices:
            back = set(asins)
        for violation in named:
            for done, some in ((True, back), (False, set(asins) - back)):
                if some or (not asins and done == (dated.source in history.reinstated_notices)):
                    found.setdefault((violation, dated.message.outcome, done), set()).update(some)
    made = [_track(key, asins, chosen) for key, asins in found.items()]
    return tuple(sorted(made, key=lambda t: _worst_first(t, rows)))


def _track(key: tuple[str, str, bool], asins: set[str], chosen: Chosen) -> Track:
    violation, state, done = key
    return Track(
        violation=violation,
        asins=tuple(sorted(asins)),
        state="reinstated" if done else state,
        move="done" if done else chosen.move,
        to=None if done else chosen.to,
    )


def _worst_first(track: Track, rows: Mapping[str, ViolationRow]) -> tuple[bool, int, int, str, Sequence[str], str]:
    row = rows.get(track.violation)
    return (
        track.move == "done",
        -gravity(track.state),
        -(row.weight if row else 1),
        track.violation,
        track.asins,
        track.state,
    )
