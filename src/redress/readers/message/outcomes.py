"""What was done to the seller, or decided on his appeal; and whether it concerns the account or listings."""

from typing import NamedTuple

from redress.model.labels import Consequence, Kind, Scope
from redress.readers.message.blocks import ADVICE, CONSEQUENCE, ERROR, HELP, MONEY
from redress.readers.message.evidence import Ideas, notice_evidence, objects, reply_evidence, threat_evidence, weigh
from redress.readers.message.match import Hit

_ASIDE = frozenset({HELP, ADVICE, MONEY, CONSEQUENCE, ERROR})
# What a reply speaks of first weighs as much as three later words.
_FIRST_WORD = 3.0
# One opening sentence that says it outright.
_PLAIN = 2.0
_OF_ACCOUNT: frozenset[str] = frozenset({"account_deactivated", "account_at_risk", "funds_held"})


class Decided(NamedTuple):
    """An *outcome* and the hit it was read from."""

    outcome: Consequence
    by: Hit | None


class _Look:
    """Outcome hits, seen in their blocks."""

    def __init__(self, ideas: Ideas) -> None:
        self.ideas = ideas
        self.tally, self.message, self.blocks = ideas.tally, ideas.message, ideas.blocks

    def told(self, name: str, *, aside: bool = False, conditional: bool = False) -> list[Hit]:
        """Hits of an outcome that the message states: not asked, not threatened, not in a block of general words."""
        return [
            h
            for h in self.tally.of("outcome", name)
            if (aside or self.blocks[h.at] not in _ASIDE)
            and not self.message.flat(h.at).endswith(("?", "\uff1f"))
            and (conditional or not self.tally.at("outcome", "threat", h.at))
        ]


def judge_outcome(kind: Kind, ideas: Ideas, *, asks: bool) -> Decided:
    """The main consequence of the message."""
    if kind in {"not_a_notice", "info"}:
        return Decided("none", None)
    look = _Look(ideas)
    return _of_reply(look, asks=asks) if kind == "reply" else _of_notice(look)


def _of_notice(look: _Look) -> Decided:
    shown = weigh(notice_evidence(look.ideas))
    by: dict[str, list[Hit]] = {"account_deactivated": look.told("account_deactivated")}
    for name in ("listing_removed", "funds_held"):
        by[name] = look.told(name)
    if shown and shown.weight >= _PLAIN:
        by[shown.outcome] = by[shown.outcome] or [shown.hit]
    risk = look.told("account_at_risk", aside=True, conditional=True)
    warned = look.told("warning", aside=True, conditional=True)
    account, removed, held = by["account_deactivated"], by["listing_removed"], by["funds_held"]
    if account:
        return Decided("account_deactivated", account[0])
    if risk and not removed:
        return Decided("account_at_risk", risk[0])
    if removed:
        return Decided("listing_removed", removed[0])
    if held:
        return Decided("funds_held", held[0])
    if warned:
        return Decided("warning", warned[0])
    for name in ("account_deactivated", "listing_removed"):
        implied = look.tally.of("outcome", "implied_" + name.split("_")[0])
        if implied:
            return Decided("account_deactivated" if name.startswith("account") else "listing_removed", implied[0])
    if shown:
        return Decided(shown.outcome, shown.hit)
    threat = weigh(threat_evidence(look.ideas))
    return Decided(threat.outcome, threat.hit) if threat else Decided("warning", None)


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
    shown = None if good or lacking or denied or taken else weigh(reply_evidence(look.ideas))
    if asks and not (shown and shown.outcome in {"reinstated", "final_denial"}):
        removed = look.told("listing_removed")
        done = [h for h in removed if look.tally.at("outcome", "now_removed", h.at)]
        if done and not lacking:
            return Decided("listing_removed", done[0])
        return Decided("more_info_needed", lacking[0] if lacking else None)
    if taken and not lacking and (not denied or taken[0].at <= denied[0].at):
        return Decided("acknowledged", taken[0])
    if lacking:
        return Decided("more_info_needed", lacking[0])
    if denied:
        return Decided("denied", denied[0])
    if taken:
        return Decided("acknowledged", taken[0])
    return Decided(shown.outcome, shown.hit) if shown else Decided("denied", None)


def _levels(look: _Look) -> set[str]:
    """The levels, account and named listings, of which the message states a consequence each."""
    found = set()
    for number in look.ideas.told():
        for name in ("restore", "gone"):
            for hit in look.ideas.of(number, name)[:1]:
                if look.ideas.doubted(hit):
                    continue
                account, listing = look.ideas.near(hit, "account"), look.ideas.near(hit, "listing")
                if account is not None and (listing is None or account < listing):
                    found.add("account")
                elif listing is not None and look.tally.at("scope", "named", number):
                    found.add("listing")
    return found


def judge_scope(kind: Kind, outcome: Consequence, ideas: Ideas) -> Scope | None:
    """Whether account, listings or both are concerned; None for what is no notice."""
    if kind == "not_a_notice":
        return None
    look, tally, blocks = _Look(ideas), ideas.tally, ideas.blocks
    if tally.of("scope", "mixed") or (kind == "reply" and len(_levels(look)) > 1):
        return "mixed"
    if kind == "notice" and outcome in _OF_ACCOUNT:
        return "account"
    if kind == "notice" and outcome == "listing_removed":
        return "listing"

    first = min((h.at for h in tally.group("scope") if blocks[h.at] not in _ASIDE and h.name != "named"), default=-1)

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
    votes = objects(look.ideas)
    account, listing = account + _FIRST_WORD * votes["account"], listing + _FIRST_WORD * votes["listing"]
    if not account and not listing and tally.of("scope", "named"):
        return "listing"
    return "listing" if listing > account else "account"
