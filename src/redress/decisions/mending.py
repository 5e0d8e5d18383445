"""What must be mended, or told, before anything is sent."""

from msgspec.structs import replace

from redress.decisions import material
from redress.decisions.blockers import ASKED, NOVELTY, OWN_WORDS, Blocker, roots
from redress.decisions.clocks import doubtful
from redress.decisions.ground import Chosen, Ground, because_of, blocker_of
from redress.decisions.routes import conceding, route_of
from redress.decisions.sending import explanation_due, submission_due
from redress.decisions.smallest import nearest
from redress.decisions.standing import ANSWERED_WITHIN, PASSED_ANYWAY, READ, said_on, told_of_silence
from redress.model.finding import Finding
from redress.model.ledger import ReplyView
from redress.model.place import Place

COVERED = "notice/covered"
RECORD = "submission/on_record"
PLAIN_TERM = "deadline/plain"


def fix(ground: Ground) -> Chosen | None:
    """Fix, where a must is unmet, or the last reply names what nothing answers yet."""
    passed = any(f.rule == NOVELTY and f.overridden for f in ground.findings)
    blocking = [*ground.blocked.fix, *([] if passed else _of_replies(ground))]
    sends = submission_due(ground) is not None and ground.standing.sent and not ground.standing.waiting
    # What is said of papers that cannot be had is new, though it goes with the text and the papers of before.
    if sends and not explanation_due(ground):
        blocking += [blocker_of(f) for f in ground.findings if _is_repeat(f)]
    if not blocking:
        return None
    held = roots(blocking, ground.history)
    near = nearest(held, ground.history)
    route = conceding(route_of(near), ground.case)
    return Chosen(move="fix", because=tuple(because_of(b) for b in near), route=route, blocking=held)


def _of_replies(ground: Ground) -> list[Blocker]:
    """What the last reply calls for, where nothing in the folder answers it yet."""
    standing = ground.standing
    guidance = standing.guidance
    explains = standing.explained is not None and explanation_due(ground)
    if (
        guidance is not None
        and not explains
        and not any(b.rule == ASKED for b in ground.blocked.fix)
        and not material.new_since(guidance, ground.case, ground.history, standing)
    ):
        return [_reply_blocker(guidance, *_of_guidance(guidance, ground))]
    rework = material.wants_rework(ground.history, standing)
    if rework is not None and not material.unsent_plan(ground.case, standing):
        return [_reply_blocker(rework, "A plan was asked and the reply wants greater detail: the plan must be reworked once.",
                               "Rework the plan part by part; leave papers that were accepted as they are.")]  # fmt: skip
    return []


def _of_guidance(guidance: ReplyView, ground: Ground) -> tuple[str, str]:
    if guidance in ground.history.heard:
        return (
            f"{guidance.why.rstrip('.')}. Nothing new answers it yet.",
            "Mend what was named on the call, then send that in writing.",
        )
    return (
        "The last reply names what fell short, and nothing new answers it yet.",
        "Answer what the reply names, then send that.",
    )


def _reply_blocker(reply: ReplyView, says: str, remedy: str) -> Blocker:
    """*reply* as a thing in the way; papers it names must be had from others, its words on a text are the seller's to mend."""
    papers = {*reply.adds, *reply.repeats} - OWN_WORDS
    return Blocker(
        finding=None, subject=reply.source, outcome="unmet", says=says, remedy=remedy,
        place=Place(source=reply.source), route="obtain" if papers else "mend",
    )  # fmt: skip


def _is_repeat(finding: Finding) -> bool:
    return finding.rule == NOVELTY and finding.outcome == "unmet" and finding.level == "must" and not finding.overridden


def ask(ground: Ground) -> Chosen | None:
    """Ask the seller, where a must is unknown, or silence may not count yet."""
    blocking = list(ground.blocked.ask)
    standing = ground.standing
    if ground.history.notice is None:
        blocking.append(question("case", "No notice could be read.", "Put the notice into messages/."))
    elif _uncovered(ground):
        says = "No rule here speaks of what the notice names. Silence is not consent: a person must look."
        blocking.append(question("case", says, "Find out which policy the notice is about."))
    elif not standing.sent and not material.anything(ground.case, ground.history):
        says = "Nothing could be read that the notice asks for, and nothing lies in the folder to send."
        blocking.append(question("case", says, "Tell what the notice asks for and put it into evidence/ or plan.md."))
    if standing.stalled and standing.complete is not None and not _passed_anyway(ground):
        lacking = told_of_silence(ground.case, ground.findings, standing)
        ids = {f.rule: f.id for f in ground.findings if f.outcome != "met"}
        blocking += [question("case", *_silence(rule, ground), rule=rule, finding=ids.get(rule)) for rule in lacking]
    blocking += _which_day(ground)
    if _off_the_record(ground):
        ids = {f.rule: f.id for f in ground.findings if f.outcome != "met"}
        says = "It is not on record what was sent, so it cannot be told whether what lies ready went out with it."
        remedy = "Put exactly what was sent into a folder under sent/ and name it in the event."
        blocking.append(question("case", says, remedy, rule=RECORD, finding=ids.get(RECORD)))
    if not blocking:
        return None
    held = roots(blocking, ground.history)
    return Chosen(move="ask", because=tuple(because_of(b) for b in held), blocking=held)


def _which_day(ground: Ground) -> list[Blocker]:
    """The question which day a message means, where the answer awaited may come too late for one of them."""
    standing = ground.standing
    clock = doubtful(ground.deadlines, standing.today)
    if clock is None or clock.place is None or not standing.waiting or standing.last is None:
        return []
    spared = standing.last.on + ANSWERED_WITHIN
    if not any(spared <= day and (standing.ends is None or day < standing.ends) for day in clock.readings):
        return []
    ids = [f.id for f in ground.findings if f.rule == PLAIN_TERM and f.subject.startswith(clock.place.source)]
    days = " or ".join(day.isoformat() for day in clock.readings)
    says = f"A message can be read two ways ({days}), and the wait may outlast the first."
    remedy = 'Find out which day is meant, and note it under [[corrections]] with field = "deadline".'
    asked = question(clock.place.source, says, remedy, rule=PLAIN_TERM, finding=ids[0] if ids else None)
    return [replace(asked, place=clock.place)]


def _uncovered(ground: Ground) -> bool:
    """Whether neither a rule nor a row of the pack knows any violation the notice names."""
    if any(f.rule == COVERED for f in ground.findings):
        return False
    named = {v for m in ground.case.messages if m.source == ground.history.notice for v in m.message.violations}
    return not named & set(ground.rows)


def _off_the_record(ground: Ground) -> bool:
    """Whether a reply came to what is not on record, or papers lie ready that may have been in what is not on record."""
    standing = ground.standing
    last = standing.last
    if any(f.rule == RECORD and f.overridden for f in ground.findings):
        return False
    if last is None:
        unknown = (r for r in standing.replies if r.answers is None and r.outcome != "reinstated")
        return any(unknown) and standing.guidance is None
    if standing.waiting or standing.guidance is not None or last.files or last.plan is not None:
        return False
    return bool(material.ready(ground.history))


_SILENCE = {
    "submission/filed": (
        "Nobody has vouched that the submission shows as filed, so silence proves nothing yet.",
        "Look it up in Account Health and vouch for it: about = \"submission shows as filed\".",
    ),
    "escalation/notifications_read": (
        "Nobody has vouched that the notifications were read, so an answer may have been overlooked.",
        "Read the notifications and mails of these days and vouch for it: about = \"notifications read\".",
    ),
}  # fmt: skip


def _silence(rule: str, ground: Ground) -> tuple[str, str]:
    """What is to be told before silence counts, and how; where notifications were read too early, when they were."""
    says, remedy = _SILENCE[rule]
    read = max(said_on(rule, ground.case), default=None) if rule == READ else None
    if read is not None:
        says = f"The notifications were last read on {read}, and an answer may have come since."
    return says, remedy


def question(subject: str, says: str, remedy: str, *, rule: str = "", finding: str | None = None) -> Blocker:
    """Something only the seller can tell."""
    return Blocker(
        finding=finding,
        subject=subject,
        outcome="unknown",
        says=says,
        remedy=remedy,
        place=None,
        route="mend",
        rule=rule,
    )


def _passed_anyway(ground: Ground) -> bool:
    return any(f.rule == PASSED_ANYWAY and f.overridden for f in ground.findings)
