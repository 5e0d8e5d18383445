"""A seed -> a whole case history, every step of it watched."""

import datetime as dt
from random import Random

from redress.model.base import Noun
from redress.model.folder import Case
from redress.model.plan import Stance
from tests.simulation import messages, papers, seller, team, watch
from tests.simulation.world import OF_ACCOUNT, OF_PLAN, START, Manner, World

MOST = 150
MATTERS = ("inauthentic", "inauthentic", "account", "used", "late", "at_risk")
STORES = ("amazon.com", "amazon.com", "amazon.co.uk", "amazon.in")
SUPPLIERS = (0, 3, 6, 12, 25, None)


class Walked(Noun, frozen=True):
    """How the history of *seed* ended, in how many steps and days, and what was *broken* on the way."""

    seed: int
    ending: str
    steps: int
    days: int
    sent: int
    broken: tuple[str, ...] = ()


def begin(seed: int) -> World:
    """The world of *seed* on the day the notice comes."""
    chance = Random(seed)
    matter = chance.choice(MATTERS)
    store = chance.choice(STORES)
    asins = () if matter in {"late", "at_risk"} else papers.ASINS[: chance.choice((1, 1, 2))]
    manner = Manner(
        supplier_days=chance.choice(SUPPLIERS),
        late=chance.choice((0, 0, 0, 2, 5)),
        overrides=chance.choice((0.0, 0.0, 0.0, 0.25)),
        keeps_old=chance.random() < 0.3,
        sends_all=chance.random() < 0.7,
        calls=chance.random() < 0.5,
    )
    stance: Stance = "acknowledge" if matter in OF_PLAN or chance.random() < 0.15 else "dispute"
    told = papers.account(
        store,
        "account" if matter in OF_ACCOUNT else "listing",
        asins,
        stance if chance.random() < 0.7 else None,
        sold=chance.random() < 0.8,
        programs=("account_health_assurance",) if chance.random() < 0.3 else (),
        day=START,
    )
    world = World(
        seed=seed,
        chance=chance,
        manner=manner,
        temper=chance.choice(tuple(team.TEMPERS)),
        store=store,
        case=Case(path=f"seed {seed}", told=told),
    )
    team.notice(world, matter, asins, chance.choice(team.TERMS))
    _first_papers(world, matter, asins)
    return world


def _first_papers(world: World, matter: str, asins: tuple[str, ...]) -> None:
    if matter in OF_PLAN and world.chance.random() < 0.5:
        world.write_plan(messages.plan_text(0 if matter == "used" else 1, 0, asins))
    elif matter not in OF_PLAN and world.chance.random() < 0.8:
        fault = world.chance.choice(("", "", "", *papers.FAULTS))
        world.add_paper(papers.invoice(1, fault, asins, world.store))


def walk(seed: int) -> Walked:
    """The history of *seed* from the notice to its end."""
    world = begin(seed)
    watched = watch.Watch(world)
    ending = None
    while ending is None and world.steps < MOST:
        world.steps += 1
        team.say_what_is_due(world)
        done = world.assessed()
        watched.step(done)
        before = (world.case, world.day, dict(world.coming))
        ending = seller.heed(world, done)
        watched.acted(before, done, ending)
    watched.end(ending)
    return Walked(
        seed=seed,
        ending=(ending or "no end").partition(":")[0],
        steps=world.steps,
        days=(world.day - START) // dt.timedelta(days=1),
        sent=len(world.case.submissions),
        broken=tuple(watched.broken),
    )
