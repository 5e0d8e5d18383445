"""What the teams of a marketplace write, read once a text by the real reader."""

import datetime as dt
import functools

from msgspec.structs import replace

from redress.model.folder import Dated
from redress.model.message import Message
from redress.model.plan import Plan
from redress.packs.phrases import load_phrases
from redress.readers import source
from redress.readers.plan import read_plan

HEALTH = "Use the Appeal button: https://sellercentral.{store}/performance/account/health?ref=ah_em_pq"
ASKED = (
    "Send invoices of your supplier, issued in the last 365 days, that reflect your sales volume, and your supplier's "
    "name, phone, address and website{term}."
)
PLAN = (
    "Send us a plan of action{term} that names the root cause, the actions you have taken to resolve it and the steps "
    "you have taken to prevent it in future."
)
TEXTS = {
    # ---- notices
    "inauthentic": "Hello Fennel Bridge,\n\nYour listing {asins} is off {Store} because buyers think it is not authentic.\n\n"
    "How do I reactivate my listing?\n" + ASKED + "\n\n" + HEALTH + "\n\nProduct Quality Team",
    "account": "Hello Fennel Bridge,\n\nYour {Store} selling account is deactivated, as {asins} may be inauthentic.\n\n"
    + ASKED + "\n\n" + HEALTH + "\n\nProduct Quality Team",
    "used": "Hello Fennel Bridge,\n\n{asins} was removed from {Store}: buyers got used units that were offered as new. "
    + PLAN + "\n\n" + HEALTH + "\n\nProduct Quality Team",
    "late": "Hello Fennel Bridge,\n\nYour {Store} selling account is deactivated: 9.8% of your orders of the last 30 days "
    "were shipped late, and less than 4% is required.\n\n" + PLAN + "\n\n" + HEALTH + "\n\nSeller Performance Team",
    "at_risk": "Hello Fennel Bridge,\n\nYour {Store} selling account is at risk of deactivation: 5.2% of your orders of the "
    "last 30 days were shipped late, and less than 4% is required.\n\n" + PLAN + "\n\n" + HEALTH
    + "\n\nSeller Performance Team",
    # ---- replies that tell nothing
    "acknowledged": "Hello Fennel Bridge,\n\nYour appeal has arrived. A member of our team will look at it and write to you. "
    "No answer to this automatic message is needed.\n\n{Store}",
    "canned": "Hello Fennel Bridge,\n\nWe received your submission but do not have enough information to reactivate your "
    "{what}. Please send what we need by way of Account Health.\n\nProduct Quality Team",
    "denied": "Hello Fennel Bridge,\n\nThank you for submitting your appeal. After looking at it we have decided not to "
    "reactivate your {what}.\n\nProduct Quality Team",
    "final": "Hello Fennel Bridge,\n\nWe have looked at what you sent about your {what} and have decided not to reactivate "
    "it. We may not reply to further emails about this matter.\n\nProduct Quality Team",
    # ---- replies that guide
    "website": "Hello Fennel Bridge,\n\nWe could not find the website of your supplier on the invoice you sent. Please send "
    "an invoice that shows it.\n\nProduct Quality Team",
    "quantity": "Hello Fennel Bridge,\n\nThe quantity on the invoice you sent does not match what you sold in the last 365 "
    "days. Please send further invoices that cover it.\n\nProduct Quality Team",
    "authorization": "Hello Fennel Bridge,\n\nWe looked at what you sent and can read it. We also need a letter of "
    "authorization from the brand owner that allows you to sell this brand.\n\nProduct Quality Team",
    "utility_bill": "Hello Fennel Bridge,\n\nWe looked at what you sent and can read it. Please also send a utility bill of "
    "the last 90 days that shows your name and address.\n\nProduct Quality Team",
    "detail": "Hello Fennel Bridge,\n\nYour plan of action does not tell the steps you have taken to prevent this in future. "
    "Please send a plan that tells these steps in greater detail.\n\nSeller Performance Team",
    # ---- replies that give back
    "reinstated": "Hello Fennel Bridge,\n\nThank you for what you sent. We have reactivated your {what}.\n\n"
    "Product Quality Team",
    "in_part": "Hello Fennel Bridge,\n\nWe have reactivated your listing {first}. The listing {second} stays inactive, because "
    "no line of the invoice you sent shows this product.\n\nProduct Quality Team",
}  # fmt: skip
LEADS = ("Returned mugs were put back among the new ones without a check.",
         "The handling time of our offers was one day while our packer was away from 20 to 28 April 2026.")  # fmt: skip
STEPS = (
    "Since 1 May 2026 returns and parcels go to a shelf of their own, and the handling time is three days.",
    (
        "A second packer is on call since 1 May 2026. The owner counts the shelf of returned goods every Friday against a "
        "list that two people sign, and no unit leaves it for the shelf of new goods."
    ),
    (
        "Every parcel is scanned when it leaves. Each morning the owner reads the list of parcels that are due and hands what "
        "is late to the second packer; each Monday both go through the figures and write down what they change."
    ),
    (
        "Our carrier fetches twice a day by contract of 4 May 2026. Returned units are weighed, opened and photographed by one "
        "person and released by another; what is not released within two days is given to charity."
    ),
)
EXPLANATION = (
    "We bought these mugs from a trader who has closed since, and no better paper exists. The listing is ended. We ask you to "
    "look at what we told.\n"
)
LETTERS = (
    (
        "Everything that was asked had been sent on {day} and no reply named what fell short. Please let a senior investigator "
        "or a manager of the same team look at it."
    ),
    "Two reviews ended without a reason. What was sent on {day} answers every point. Please look at it once more.",
    "The internal path is used up since {day}. We ask for a decision on what was sent.",
    "We ask for what is held since {day}. Who we are and where the goods came from was told.",
)


@functools.cache
def read_text(text: str) -> Message:
    """*text* as the reader of messages has it."""
    reading = source.read("message.txt", text.encode(), load_phrases(), "message").reading
    assert isinstance(reading, Message)
    return reading


@functools.cache
def plan_of(text: str) -> Plan:
    """*text* as the reader of plans has it."""
    return read_plan(text)


def written(kind: str, *, store: str, asins: tuple[str, ...], of_account: bool = False, term: str = "") -> str:
    """The text of a message of *kind* about *asins* in *store*; *term* says by when an answer is due."""
    return TEXTS[kind].format(
        store=store,
        Store=store.capitalize(),
        asins=" and ".join(asins),
        what="selling account" if of_account else "listing " + " and ".join(asins),
        first=asins[0] if asins else "",
        second=asins[-1] if asins else "",
        term=f" {term}" if term else "",
    )


def dated(name: str, text: str, on: dt.date) -> Dated:
    """The message *text* in the file *name*, come on the day *on*."""
    return Dated(source=name, message=replace(read_text(text), sent=on), on=on)


def plan_text(lead: int, steps: int, asins: tuple[str, ...]) -> str:
    """A plan in three parts that names *asins*."""
    about = f" ({', '.join(asins)})" if asins else ""
    return (
        f"## Root cause\n{LEADS[lead]}{about}\n\n## Actions we have taken\nOn 1 May 2026 we took all returned units out of "
        f"the stock and wrote to the buyers.\n\n## Steps we have taken to prevent this\n{STEPS[steps]}\n"
    )
