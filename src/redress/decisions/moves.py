"""The moves in their order of precedence: the first that the case calls for is the decision."""

from collections.abc import Iterator, Mapping

from redress.decisions import material
from redress.decisions.blockers import NOVELTY, Blocker, Blockers, roots
from redress.decisions.clocks import next_enforcement
from redress.decisions.gates import Gate
from redress.decisions.routes import route_of
from redress.decisions.standing import CALL, PASSED_ANYWAY, Standing, told_of_silence
from redress.model.base import Noun
from redress.model.decision import Because, Deadline, Move
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.ladder import Rung
from redress.model.ledger import History, ReplyView
from redress.model.pack import ViolationRow
from redress.model.place import Place
from redress.model.rule import Route


class Ground(Noun, frozen=True):
    """All a decision is made from."""

    case: Case
    history: History
    findings: tuple[Finding, ...]
    standing: Standing
    blocked: Blockers
    gates: tuple[Gate, ...]
    rungs: Mapping[str, Rung]
    deadlines: tuple[Deadline, ...]
    rows: Mapping[str, ViolationRow]


class Chosen(Noun, frozen=True):
    """A move the case calls for, and why; *blocking* is what is to be mended or told."""

    move: Move
    because: tuple[Because, ...]
    to: str | None = None
    route: Route | None = None
    blocking: tuple[Blocker, ...] = ()
    also: tuple[str, ...] = ()


def choose(ground: Ground) -> Chosen:
    """The move the case calls for; where none is left, a human is called."""
    return next(_called_for(ground))


def _called_for(ground: Ground) -> Iterator[Chosen]:
    for look in (_done, _stop, _fix, _ask, _wait, _submit, _escalate):
        chosen = look(ground)
        if chosen is not None:
            yield chosen
    yield _nothing_left(ground)


def _done(ground: Ground) -> Chosen | None:
    if not ground.history.reinstated:
        return None
    back = [r for r in ground.history.replies if r.outcome == "reinstated"]
    place = Place(source=back[-1].source) if back else None
    return Chosen(move="done", because=(Because(finding=None, says="All of it was reinstated.", place=place),))


def _stop(ground: Ground) -> Chosen | None:
    reasons = [_because(b) for b in ground.blocked.stop]
    cleared = {f.rule for f in ground.findings if f.bars == "everything" and (f.overridden or f.outcome == "met")}
    for dated in ground.case.messages:
        if dated.source not in ground.history.notices or dated.source in ground.history.reinstated_notices:
            continue
        for violation in dated.message.violations:
            row = ground.rows.get(violation)
            if row is not None and row.stop and "integrity/forged_notice" not in cleared:
                says = f"The notice is about this: {row.title.lower()}. A person and counsel come first."
                reasons.append(Because(finding=None, says=says, place=Place(source=dated.source)))
    return Chosen(move="stop", because=tuple(reasons)) if reasons else None


def _fix(ground: Ground) -> Chosen | None:
    blocking = list(ground.blocked.fix)
    blocking += _of_replies(ground)
    if not blocking and not ground.standing.waiting and _sends_the_same(ground):
        blocking += [_novelty(f) for f in ground.findings if _is_repeat(f)]
    if not blocking:
        return None
    held = roots(blocking, ground.history)
    return Chosen(move="fix", because=tuple(_because(b) for b in held), route=route_of(held), blocking=held)


def _of_replies(ground: Ground) -> list[Blocker]:
    """What the last reply calls for, where nothing in the folder answers it yet."""
    standing = ground.standing
    guidance = standing.guidance
    explains = standing.explained is not None and _explanation_due(ground)
    if (
        guidance is not None
        and not explains
        and not material.new_since(guidance, ground.case, ground.history, standing)
    ):
        return [_reply_blocker(guidance, "The last reply names what fell short, and nothing new answers it yet.",
                               "Answer what the reply names, then send that.")]  # fmt: skip
    rework = material.wants_rework(ground.history, standing)
    if rework is not None and not material.unsent_plan(ground.case, standing):
        return [_reply_blocker(rework, "A plan was asked and the reply wants greater detail: the plan must be reworked once.",
                               "Rework the plan part by part; leave papers that were accepted as they are.")]  # fmt: skip
    if not standing.sent and not material.anything(ground.case, ground.history) and ground.history.notice is not None:
        return [Blocker(finding=None, subject="case", outcome="unmet", says="There is nothing to send yet.",
                        remedy="Put the papers the notice asks for into evidence/.",
                        place=Place(source=ground.history.notice), route="obtain")]  # fmt: skip
    return []


def _reply_blocker(reply: ReplyView, says: str, remedy: str) -> Blocker:
    return Blocker(
        finding=None, subject=reply.source, outcome="unmet", says=says, remedy=remedy,
        place=Place(source=reply.source), route="mend",
    )  # fmt: skip


def _is_repeat(finding: Finding) -> bool:
    return finding.rule == NOVELTY and finding.outcome == "unmet" and finding.level == "must" and not finding.overridden


def _sends_the_same(ground: Ground) -> bool:
    """Whether a further submission is due, so that it must not be the old one again."""
    return bool(ground.standing.sent) and _submission_due(ground) is not None


def _novelty(finding: Finding) -> Blocker:
    return Blocker(
        finding=finding.id, subject=finding.subject, outcome="unmet", says=finding.says,
        remedy=finding.remedy or finding.says, place=None, route=finding.route, rule=finding.rule,
    )  # fmt: skip


def _ask(ground: Ground) -> Chosen | None:
    blocking = list(ground.blocked.ask)
    standing = ground.standing
    if ground.history.notice is None:
        blocking.append(_question("case", "No notice could be read.", "Put the notice into messages/."))
    if standing.stalled and standing.complete is not None and not _passed_anyway(ground):
        lacking = told_of_silence(ground.case, ground.findings, standing.last)
        ids = {f.rule: f.id for f in ground.findings if f.outcome != "met"}
        blocking += [_question("case", *_SILENCE[rule], rule=rule, finding=ids.get(rule)) for rule in lacking]
    if not blocking:
        return None
    held = roots(blocking, ground.history)
    return Chosen(move="ask", because=tuple(_because(b) for b in held), blocking=held)


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


def _question(subject: str, says: str, remedy: str, *, rule: str = "", finding: str | None = None) -> Blocker:
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


def _wait(ground: Ground) -> Chosen | None:
    standing = ground.standing
    if not standing.waiting or standing.last is None:
        return None
    rung = ground.rungs.get(standing.last.to)
    chase = rung.chase_days if rung is not None else None
    also = (CALL,) if chase is not None and standing.silence >= chase else ()
    says = f"An answer to what was sent on {standing.last.on} may still come; {standing.silence} days have passed."
    reasons = [Because(finding=None, says=says, place=_of_submission(ground))]
    clock = next_enforcement(ground.deadlines, standing.today)
    if clock is not None and clock.on is not None and (standing.ends is None or clock.on <= standing.ends):
        reasons.append(Because(finding=None, says=f"No wait outlives this clock: {clock.what}.", place=clock.place))
    return Chosen(move="wait", because=tuple(reasons), to=standing.last.to, also=also)


def _of_submission(ground: Ground) -> Place | None:
    last = ground.standing.last
    return Place(source=last.files[0][0]) if last is not None and last.files else None


def _submit(ground: Ground) -> Chosen | None:
    due = _submission_due(ground)
    if due is None:
        return None
    earlier = ground.standing.sent or any(r.meaningful is not None for r in ground.standing.replies)
    explains = bool(ground.blocked.lifted)
    return Chosen(
        move="submit",
        because=due,
        to="additional_information" if earlier else "appeal",
        route="explain" if explains else None,
    )


def _submission_due(ground: Ground) -> tuple[Because, ...] | None:
    """Why something is to be sent to the deciding team now; None where nothing is."""
    standing, history = ground.standing, ground.history
    met = tuple(
        Because(finding=f.id, says=f.says) for f in ground.findings if f.rule == "ask/answered" and f.outcome == "met"
    )
    if not standing.sent:
        return (Because(finding=None, says="Everything asked is there and nothing was submitted yet.",
                        place=ground.history.team_place), *met)  # fmt: skip
    ready = material.ready(history)
    if ready:
        return tuple(
            Because(finding=None, says=f"Ready and not yet sent: {a.what.replace('_', ' ')}.", place=a.asked[-1].place)
            for a in ready
        )
    if standing.guidance is not None:
        place = Place(source=standing.guidance.source)
        return (Because(finding=None, says="What the last reply names is answered in the folder.", place=place),)
    rework = material.wants_rework(history, standing)
    if rework is not None:
        says = "The reply wants greater detail, and the reworked plan was not sent yet."
        return (Because(finding=None, says=says, place=Place(source=rework.source)),)
    if _explanation_due(ground):
        return tuple(_because(b) for b in ground.blocked.lifted)
    return None


def _explanation_due(ground: Ground) -> bool:
    """Whether a person vouched that no better paper exists, and that has not been explained to the team yet."""
    explained, last = ground.standing.explained, ground.standing.last
    return bool(ground.blocked.lifted) and explained is not None and (last is None or last.on < explained)


def _escalate(ground: Ground) -> Chosen | None:
    gate = next((g for g in ground.gates if g.open), None)
    if gate is None:
        return None
    reasons = [Because(finding=f.id, says=f.says) for f in ground.findings if f.rule in _WHY_UP and f.outcome == "met"]
    standing = ground.standing
    if standing.complete is not None:
        says = f"All that was asked had been sent by {standing.complete}."
        reasons.append(Because(finding=None, says=says, place=_of_submission(ground)))
    if standing.stalled:
        says = f"No answer came in {standing.silence} days."
        reasons.append(Because(finding=None, says=says, place=_of_submission(ground)))
    since = [
        r
        for r in standing.replies
        if standing.complete is None or (r.answers or standing.complete) >= standing.complete
    ]
    reasons += [Because(finding=None, says=r.why, place=Place(source=r.source)) for r in since if not r.meaningful]
    return Chosen(move="escalate", because=tuple(reasons), to=gate.rung.id)


_WHY_UP = ("escalation/complete", "escalation/no_meaningful_reply", "reply/meaningful")


def _nothing_left(ground: Ground) -> Chosen:
    standing = ground.standing
    closing = [f for g in ground.gates for f in g.findings]
    held = [f for f in ground.findings if f.id in closing]
    if held and not any(f.outcome == "unmet" for f in held):
        blocking = tuple(_novelty(f) for f in held)
        return Chosen(move="ask", because=tuple(_because(b) for b in blocking), blocking=blocking)
    if held:
        blocking = tuple(_novelty(f) for f in held if f.outcome == "unmet")
        return Chosen(move="fix", because=tuple(_because(b) for b in blocking), route="mend", blocking=blocking)
    if not (standing.exhausted or ground.history.denied):
        says = "What was sent and what came back do not fit together yet."
        blocking = (_question("case", says, "Tell what was sent on which day, and add every reply."),)
        return Chosen(move="ask", because=tuple(_because(b) for b in blocking), blocking=blocking)
    says = "No way is left here but counsel or a court."
    place = Place(source=standing.replies[-1].source) if standing.replies else None
    return Chosen(move="stop", because=(Because(finding=None, says=says, place=place),))


def _because(blocker: Blocker) -> Because:
    return Because(finding=blocker.finding, says=blocker.says, place=blocker.place)
