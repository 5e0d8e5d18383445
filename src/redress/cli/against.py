"""A message beside those before it, for a person: what is new, what came again, what was met elsewhere."""

from collections.abc import Sequence

from rich.console import RenderableType

from redress.casework.compared import Compared
from redress.cli import plain
from redress.cli.theme import item, line, pairs, section
from redress.history.fingerprints import Novelty
from redress.history.reply_diff import Against
from redress.model.message import Message, Request

MOST_NEW = 6


def against(said: Message, compared: Compared) -> list[RenderableType]:
    """What *said* adds, repeats and no longer names, and which of its sentences nobody was sent before."""
    found = compared.against
    return [*(_new(found) if found else []), *_seen(said, compared.novelty)]


def new_asks(compared: Compared | None) -> frozenset[str]:
    """The asks that no message before named; none where there is none before."""
    return frozenset(r.what for r in _anew(compared.against)) if compared and compared.against else frozenset()


def _new(found: Against) -> list[RenderableType]:
    before = "notice" if found.kind == "notice" else "reply"
    title = f"What is new against the {before} of {plain.day(found.on)}" if found.on else f"New against {found.source}"
    parts: list[RenderableType] = []
    if found.same_as:
        of = f" of {plain.day(found.same_on)}" if found.same_on else ""
        what = f"The notice{of} came again" if found.again else f"The text of the reply{of} came again"
        parts.append(line((what, "head"), f" ({plain.name(found.same_as)})."))
    return section(title, *parts, *_asked(found, before))


def _anew(found: Against) -> list[Request]:
    return [r for r in found.diff.adds if r.what not in found.returns]


def _asked(found: Against, before: str) -> list[RenderableType]:
    diff = found.diff
    if not (diff.adds or diff.repeats or diff.drops):
        return [line("Neither asks for anything that could be told apart.")]
    if not (diff.adds or diff.repeats):
        return [line(f"It names nothing of what the {before} asked for: ", labels(diff.drops), ".")]
    again = [*diff.repeats, *(r for r in diff.adds if r.what in found.returns)]
    rows = [("asks anew for", _anew(found)), ("asks again for", again), ("no longer names", diff.drops)]
    return [pairs([(word, labels(asks) or "nothing") for word, asks in rows if asks or word != "no longer names"])]


def _seen(said: Message, met: Novelty) -> list[RenderableType]:
    old = met.sentences - len(met.new)
    if old <= 0:
        return []
    times = f"in {met.least} other" if met.least == met.most else f"in {met.least} to {met.most} other"
    times += " message" if met.most == 1 else " messages"
    if not met.new:
        whole = "Its only sentence was" if met.sentences == 1 else f"Each of its {met.sentences} sentences was"
        return section("Seen before", line(f"{whole} seen before, {times}. Nothing in its wording is new."))
    first = line(f"{old} of its {met.sentences} sentences {'was' if old == 1 else 'were'} seen before, {times}.")
    head = line("The only new sentence is:" if len(met.new) == 1 else "New are:")
    new = [item("-", (plain.quoted(said.text[s.start : s.end]), "place")) for s in met.new[:MOST_NEW]]
    more = [line(f"and {len(met.new) - MOST_NEW} more")] if len(met.new) > MOST_NEW else []
    return section("Seen before", first, head, *new, *more)


def labels(requests: Sequence[Request]) -> str:
    """What *requests* ask for: a thing of several parts is named once ("supplier address, name and phone")."""
    by_head: dict[str, list[str]] = {}
    for word in dict.fromkeys(plain.words(r.what) for r in requests):
        by_head.setdefault(word.split()[0], []).append(word)
    groups = [
        [w if not n else w.removeprefix(f"{head} ") for n, w in enumerate(same)] for head, same in by_head.items()
    ]
    inner = len(groups) > 1
    return (
        "; ".join(_row(g) for g in groups)
        if inner and any(len(g) > 1 for g in groups)
        else _row([w for g in groups for w in g])
    )


def _row(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
