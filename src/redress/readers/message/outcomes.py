"""What was done to the seller, or decided on his appeal; and whether it concerns the account or listings."""

from typing import NamedTuple

from redress.model.labels import Consequence, Kind, Scope
from redress.readers.message.blocks import ADVICE, CONSEQUENCE, ERROR, HELP, MONEY, Flattened
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally

_ASIDE = frozenset({HELP, ADVICE, MONEY, CONSEQUENCE, ERROR})
# What a reply speaks of first weighs as much as three later words.
_FIRST_WORD = 3.0
_OF_ACCOUNT: frozenset[str] = frozenset({"account_deactivated", "account_at_risk", "funds_held"})


class Decided(NamedTuple):
    """An *outcome* and the hit it was read from."""

    outcome: Consequence
    by: Hit | None


class _Look:
    """Outcome hits, seen in their blocks."""

    def __init__(self, tally: Tally, message: Flattened, blocks: tuple[str, ...]) -> None:
        self.tally, self.message, self.blocks = tally, message, blocks

    def told(self, name: str, *, aside: bool = False, conditional: bool = False) -> list[Hit]:
        """Hits of an outcome that the message states: not asked, not threatened, not in a block of general words."""
        return [
            h
            for h in self.tally.of("outcome", name)
            if (aside or self.blocks[h.at] not in _ASIDE)
            and not self.message.flat(h.at).endswith(("?", "\uff1f"))
            and (conditional or not self.tally.at("outcome", "threat", h.at))
        ]


def judge_outcome(kind: Kind, tally: Tally, message: Flattened, blocks: tuple[str, ...], *, asks: bool) -> Decided:
    """The main consequence of the message."""
    look = _Look(tally, message, blocks)
    if kind in {"not_a_notice", "info"}:
        return Decided("none", None)
    return _of_reply(look, asks=asks) if kind == "reply" else _of_notice(look)


def _of_notice(look: _Look) -> Decided:
    account = look.told("account_deactivated")
    if account:
        return Decided("account_deactivated", account[0])
    risk = look.told("account_at_risk", aside=True, conditional=True)
    removed, held = look.told("listing_removed"), look.told("funds_held")
    warned = look.told("warning", aside=True, conditional=True)
    if risk and not removed:
        return Decided("account_at_risk", risk[0])
    if removed:
        return Decided("listing_removed", removed[0])
    if held:
        return Decided("funds_held", held[0])
    if risk:
        return Decided("account_at_risk", risk[0])
    if warned:
        return Decided("warning", warned[0])
    for name in ("account_deactivated", "listing_removed"):
        implied = look.tally.of("outcome", "implied_" + name.split("_")[0])
        if implied:
            return Decided("account_deactivated" if name.startswith("account") else "listing_removed", implied[0])
    return Decided("warning", None)


def _of_reply(look: _Look, *, asks: bool) -> Decided:
    final = look.told("final_denial", aside=True)
    if final:
        return Decided("final_denial", final[0])
    wrong = look.told("none", aside=True)
    if wrong:
        return Decided("none", wrong[0])
    good = [
        h
        for h in look.told("reinstated", aside=True, conditional=True)
        if not look.tally.at("outcome", "not_reinstated", h.at)
    ]
    lacking, denied, taken = (
        look.told("more_info_needed", aside=True),
        look.told("denied", aside=True),
        look.told("acknowledged", aside=True),
    )
    if good and (not lacking or good[0].at < lacking[0].at):
        return Decided("reinstated", good[0])
    if asks:
        removed = look.told("listing_removed")
        done = [h for h in removed if look.tally.at("outcome", "now_removed", h.at)]
        return (
            Decided("listing_removed", done[0])
            if done and not lacking
            else Decided("more_info_needed", lacking[0] if lacking else None)
        )
    if taken and not lacking and (not denied or taken[0].at <= denied[0].at):
        return Decided("acknowledged", taken[0])
    if lacking:
        return Decided("more_info_needed", lacking[0])
    if denied:
        return Decided("denied", denied[0])
    if taken:
        return Decided("acknowledged", taken[0])
    return Decided("denied", None)


def judge_scope(kind: Kind, outcome: Consequence, tally: Tally, blocks: tuple[str, ...]) -> Scope | None:
    """Whether account, listings or both are concerned; None for what is no notice."""
    if kind == "not_a_notice":
        return None
    if kind == "notice" and outcome in _OF_ACCOUNT:
        return "account"
    if kind == "notice" and outcome == "listing_removed":
        return "listing"

    first = min((h.at for h in tally.group("scope") if blocks[h.at] not in _ASIDE), default=-1)

    def scale(hit: Hit) -> float:
        if blocks[hit.at] in _ASIDE:
            return 0.2
        if hit.at == first:
            return _FIRST_WORD
        decides = any(
            tally.at("outcome", name, hit.at)
            for name in ("more_info_needed", "reinstated", "not_reinstated", "denied", "final_denial", "acknowledged")
        )
        return 3.0 if decides else 1.0

    account, listing = tally.weight("scope", "account", scale), tally.weight("scope", "listing", scale)
    if tally.of("scope", "mixed"):
        return "mixed"
    return "listing" if listing > account else "account"
