"""Who is speaking, and whether the message is a notice, an answer, information or none of these."""

from typing import NamedTuple

from redress.model.labels import PLAN_PARTS, Kind
from redress.readers.message.blocks import SUBJECT, Flattened
from redress.readers.message.evidence import Ideas, notice_evidence, notice_weight, reply_weight
from redress.readers.message.match import Hit
from redress.readers.message.tally import Tally

_OPENING, _FIRST = 5, 2
_ENOUGH, _DEFECT = 3.0, 1.5
_SURE = 2.0
_ONESELF, _SHARE = 2, 0.2
# A short line in the last part of a message is the name of the team that signs, not of one that is spoken to.
_SIGNED, _SIGN_OFF = 0.5, 40
_QUESTION = ("?", "\uff1f")
_NO_PAPERS = frozenset({*PLAN_PARTS, "plan_generic", "explanation_why_in_error", "refund_or_removal_action", "other"})
_ACTIONS = ("account_deactivated", "listing_removed", "account_at_risk", "funds_held")


class Judged(NamedTuple):
    """A *kind* and the hit that told it most, where one did."""

    kind: Kind
    by: Hit | None


def _strongest(tally: Tally, name: str, group: str = "speaker") -> Hit | None:
    return max(tally.of(group, name), key=lambda h: h.weight, default=None)


def _of_himself(tally: Tally, message: Flattened) -> bool:
    """Whether "I" and "my" stand in so many sentences that no enforcement team can be speaking."""
    if tally.of("speaker", "staff") and not tally.of("speaker", "support"):
        return False
    sentences = [n for n, u in enumerate(message.units) if u.paragraph >= 0 and not message.flat(n).endswith(_QUESTION)]
    mine = sum(tally.at("speaker", "self", number) for number in sentences)
    return mine >= _ONESELF and mine >= _SHARE * len(sentences)


def _stranger(tally: Tally, message: Flattened) -> Hit | None:
    """The hit that shows another speaker than the marketplace's enforcement teams, or None."""

    last = _SIGNED * len(message.units)

    def told(hit: Hit) -> float:
        line = message.flat(hit.at)
        signed = hit.at > last and len(line) < _SIGN_OFF and hit.weight >= _ENOUGH
        return 0.0 if signed or line.endswith(_QUESTION) else 1.0

    if _of_himself(tally, message):
        return tally.of("speaker", "self")[0]
    ours = tally.weight("speaker", "marketplace")
    mine = tally.weight("speaker", "seller", told)
    salutation = [h for h in tally.of("speaker", "seller") if h.weight >= _ENOUGH and h.at < _OPENING and told(h)]
    if salutation or (mine >= _ENOUGH and mine > ours):
        return _strongest(tally, "seller")
    for name in ("phishing", "forum", "support", "advice", "order"):
        weight = tally.weight("speaker", name)
        if weight >= _ENOUGH and not (name in {"advice", "order"} and ours > weight):
            return _strongest(tally, name)
    return None


def _reply_weight(tally: Tally, message: Flattened) -> float:
    subject = message.units[:1] and message.units[0].paragraph < 0
    opening = _OPENING + bool(subject)

    def scale(hit: Hit) -> float:
        start = message.units[hit.at].flat_start
        conditional = any(h.at == hit.at and h.start - start <= _FIRST for h in tally.of("concept", "if"))
        if conditional or tally.at("kind", "future", hit.at):
            return 0.0
        return 1.0 if hit.at < opening else 0.4

    return tally.weight("kind", "reply", scale) + _DEFECT * len(_defects(tally, opening))


def _defects(tally: Tally, opening: int) -> set[int]:
    """Opening sentences that find fault with a paper: one speaks so only of what was sent in."""
    papers = {h.at for h in tally.group("request") if h.name not in _NO_PAPERS}
    return {h.at for h in tally.of("tone", "guided") if h.at < opening and h.at in papers}


def judge_kind(ideas: Ideas) -> Judged:
    """What kind of message this is."""
    tally, message, blocks = ideas.tally, ideas.message, ideas.blocks
    stranger = _stranger(tally, message)
    if stranger:
        return Judged("not_a_notice", stranger)
    reply, notice = _reply_weight(tally, message), tally.weight("kind", "notice")
    reply, notice = reply + reply_weight(ideas), notice + notice_weight(ideas)
    info = tally.weight("kind", "info")
    acted = [h for name in _ACTIONS for h in tally.of("outcome", name) if blocks[h.at] != SUBJECT]
    if info >= 2 and info > reply and (info >= 4 or not acted) and notice < 2:
        return Judged("info", _strongest(tally, "info", "kind"))
    early = any(h.at <= _FIRST and not tally.at("kind", "future", h.at) for h in tally.of("kind", "reply"))
    if reply >= 2 and (reply > notice or (early and reply == notice)):
        return Judged("reply", _strongest(tally, "reply", "kind"))
    spoken_to = tally.weight("speaker", "marketplace")
    if acted or notice or tally.of("outcome", "warning") or (spoken_to and tally.group("request")):
        return Judged("notice", _strongest(tally, "notice", "kind"))
    if reply:
        return Judged("reply", _strongest(tally, "reply", "kind"))
    told = spoken_to or tally.of("speaker", "addressed") or tally.group("team") or notice_evidence(ideas)
    return Judged("notice" if told else "not_a_notice", None)
