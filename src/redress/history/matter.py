"""A matter: what a case is about, where it is about several things that go their own ways."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from redress.history.enforcement import ANY
from redress.model.base import Noun
from redress.model.folder import Dated
from redress.model.labels import Wanted
from redress.model.message import Message
from redress.model.plan import Stance

OF_ACCOUNT = frozenset(("account_deactivated", "account_at_risk", "funds_held"))
# Grounds that no listing is named for: they are about how the account is run.
RUN = frozenset(
    ("order_defect_rate", "late_shipment", "cancellation_rate", "valid_tracking", "review_manipulation", "code_of_conduct",
     "identity_verification", "related_accounts", "multiple_accounts", "inform_act", "tax_or_bank_info",
     "sales_velocity", "customer_messaging", "drop_shipping")
)  # fmt: skip
RIGHTS = frozenset(("ip_trademark", "ip_copyright", "ip_patent", "ip_unspecified"))
AskedBy = Mapping[str, tuple[Wanted, ...]]


class Matter(Noun, frozen=True):
    """*notices* (as far as they concern it), the *asins* it is about, what its notices *want*, the *stance* told for it.

    *listed*: it is one of several violations that a notice lists.
    """

    number: int
    notices: tuple[Dated, ...]
    asins: frozenset[str]
    wants: frozenset[Wanted]
    stance: Stance | dict[str, Stance] | None = None
    listed: bool = False

    @property
    def violations(self) -> frozenset[str]:
        """All that its notices name."""
        return frozenset(v for n in self.notices for v in n.message.violations)

    @property
    def since(self) -> dt.date:
        """The day its first notice came; the first of days where that is not known."""
        return min((n.on or dt.date.min for n in self.notices), default=dt.date.min)

    @property
    def of_account(self) -> bool:
        """Whether one of its notices is about the account."""
        return any(of_account(n.message) for n in self.notices)

    @property
    def teams(self) -> frozenset[str]:
        """The teams that made its decisions, as far as known."""
        return frozenset(n.message.team for n in self.notices) - {"unknown"}


def of_account(message: Message) -> bool:
    """Whether *message* is about the account rather than a listing."""
    return message.outcome in OF_ACCOUNT or (message.scope == "account" and message.outcome != "listing_removed")


def grounds(message: Message) -> frozenset[str]:
    """The grounds *message* names, rights of a kind it does not tell standing for all of them."""
    named = frozenset(message.violations) - ANY
    return named | RIGHTS if "ip_unspecified" in named else named


def one_matter(one: Message, other: Message) -> bool:
    """Whether two notices are about the same: a ground in common, and no listing of its own for each."""
    apart = bool(one.asins and other.asins) and not set(one.asins) & set(other.asins)
    if apart:
        return False
    if grounds(one) and grounds(other):
        return bool(grounds(one) & grounds(other))
    return of_account(one) == of_account(other) or bool(set(one.asins) & set(other.asins))


def wanted_by(message: Message, asked_by: AskedBy) -> frozenset[Wanted]:
    """What *message* asks for; where it asks for nothing, what is asked for its violations as a rule."""
    asked = frozenset(r.what for r in message.requests)
    return asked or frozenset(what for v in message.violations for what in asked_by.get(v, ()))


def narrowed(held: Sequence[Matter], *tests: Callable[[Matter], object]) -> tuple[Matter, ...]:
    """*held* by one of *tests* after another, each passed over where nothing would be left."""
    left = tuple(held)
    for test in tests:
        left = tuple(m for m in left if test(m)) or left
    return left


def names(asins: Iterable[str], text: str) -> frozenset[str]:
    """Those of *asins* that stand in *text*."""
    return frozenset(a for a in asins if a in text)
