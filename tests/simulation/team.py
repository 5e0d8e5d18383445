"""The teams: what they answer, how soon, and what that does."""

import datetime as dt

from tests.simulation import papers
from tests.simulation.world import OF_ACCOUNT, OF_PLAN, World

# How often a team of each temper answers so, out of all its answers.
TEMPERS: dict[str, dict[str, int]] = {
    "fair": {"reinstated": 50, "guided": 30, "canned": 10, "in_part": 10},
    "canned": {"canned": 55, "denied": 20, "silence": 15, "reinstated": 10},
    "guiding": {"guided": 65, "reinstated": 25, "canned": 10},
    "late": {"canned": 30, "guided": 30, "reinstated": 20, "silence": 20},
    "resending": {"again": 60, "canned": 25, "reinstated": 15},
    "closing": {"final": 40, "denied": 40, "canned": 20},
    "silent": {"silence": 75, "acknowledged": 15, "reinstated": 10},
    "busy": {"second": 40, "canned": 20, "guided": 20, "reinstated": 20},
}
DAYS = {"late": (9, 24), "silent": (3, 20)}
OF_INVOICE = ("website", "quantity", "authorization", "utility_bill")
TERMS = ("", "", "within 17 days", "within 30 days", "within 72 hours")
DAYS_OF = {"within 17 days": 17, "within 30 days": 30, "within 72 hours": 3}


def answer(world: World) -> None:
    """What the team will say to what was sent today, and when."""
    if any(kind == "final" for kind in world.topics.values()) and world.chance.random() < 0.7:
        return
    if world.chance.random() < 0.4:
        world.due.append((world.day + dt.timedelta(days=1), "acknowledged"))
    weights = TEMPERS[world.temper]
    kind = world.chance.choices(list(weights), list(weights.values()))[0]
    first, last = DAYS.get(world.temper, (1, 8))
    if kind != "silence":
        world.due.append((world.day + dt.timedelta(days=world.chance.randint(first, last)), kind))


def say_what_is_due(world: World) -> None:
    """All that was to come by today comes."""
    now = [kind for day, kind in world.due if day <= world.day]
    world.due = [(day, kind) for day, kind in world.due if day > world.day]
    for kind in now:
        if world.down:
            say(world, kind)


def say(world: World, kind: str) -> None:
    """A message of *kind* comes today, as it fits the case; nothing where none does."""
    matter = next(iter(world.down))
    if kind == "guided":
        world.hear(_topic(world, matter), matter)
    elif kind == "again":
        world.hear(matter, matter)
    elif kind == "second":
        _second(world)
    elif kind == "in_part" and len(world.down[matter]) > 1 and matter not in OF_ACCOUNT:
        world.hear("in_part", matter)
        world.down[matter] = world.down[matter][1:]
    elif kind in {"in_part", "reinstated"}:
        give_back(world)
    else:
        world.hear(kind, matter)


def _topic(world: World, matter: str) -> str:
    return "detail" if matter in OF_PLAN else world.chance.choice(OF_INVOICE)


def give_back(world: World) -> None:
    """All of it is given back, each matter by a message of its own."""
    for matter in list(world.down):
        world.hear("reinstated", matter)
        del world.down[matter]


def _second(world: World) -> None:
    """A second notice while the first is open; where there is one already, a canned line."""
    matter = next(iter(world.down))
    if len(world.down) > 1 or matter not in {"inauthentic", "used"} or len(world.down[matter]) > 1:
        world.hear("canned", matter)
        return
    # A second notice of the same kind about another listing: the same words, another ASIN.
    notice(world, f"{matter} again", (papers.ASINS[1],))


def notice(world: World, matter: str, asins: tuple[str, ...], term: str = "") -> None:
    """A notice about *matter* comes."""
    kind = matter.removesuffix(" again")
    world.down[matter] = asins
    if term:
        world.by[matter] = world.day + dt.timedelta(days=DAYS_OF[term])
    told = world.case.told
    new = tuple(a for a in asins if a not in told.asins)
    if new:
        world.tell(
            asins=(*told.asins, *new),
            products=(*told.products, *map(papers.product, new)),
            sold=(*told.sold, *(papers.units(a, world.day) for a in new)) if told.sold else (),
        )
    world.hear(kind, matter, term)
