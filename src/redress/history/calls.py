"""Reasons heard on a call: no reply and no escalation, but guidance.

Where the representative reads out what is recorded, that is what is to be mended; where he sees no recorded reason, it
is an argument for a manager's review and no guidance (https://prospershow.com/?p=35958, read 2026-11-23).
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from redress.history.conversation import CALL
from redress.history.defects import DEFECT
from redress.model.case import Event
from redress.model.folder import Case, Submission
from redress.model.ledger import ReplyView
from redress.words.sentences import split_sentences

SOURCE = "case.toml"
# "No reason is recorded", "none but the notice", "did not see why".
NO_REASON = re.compile(
    r"\b(?:no|none|nothing|not|neither|without|any|cannot|could\ not|unable)\b[^.;]{0,60}\b(?:reasons?|recorded|notice|why)\b"
    r"|\b(?:keine?n?|nichts|ohne)\b[^.;]{0,60}\b(?:Grund|Gründe|vermerkt)\b"
    r"|\b(?:aucune?|sans)\b[^.;]{0,60}\bmotif|\b(?:ning[uú]na?|sin)\b[^.;]{0,60}\bmotivo|\b(?:nessuna?|senza)\b[^.;]{0,60}\bmotivo",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
REASON = re.compile(
    r"\b(?:reason|Grund|motif|motivo|razón)\b[^.;:]{0,40}(?:[:=]|\b(?:is|was|ist|war|est|es|è)\b\s+(?!record|not\b|why))"
    r"(?!\s*(?:none|no|not|nothing|unknown|keiner?|aucun|ninguno|nessuno)\b)",
    re.IGNORECASE,
)
WANTED = re.compile(
    r"\b(?:wants?|needs?|requires?|lacks?|braucht|fehlt|verlangt)\b(?!\ to\ wait)[^.;]{0,50}\b(?:invoice|receipt|plan|letter|"
    r"licen[cs]e|certificate|report|photo|picture|proof|phone|website|address|signature|Rechnung|Nachweis|Vollmacht|Telefon)",
    re.IGNORECASE | re.VERBOSE,
)
# What the one on the line cannot do says nothing of the papers.
OF_HIMSELF = re.compile(
    r"\b(?:rep\w*|agents?|associates?|advisers?|support|he|she|i|we)\ (?:\w+\ )?(?:could|can|was|were|is|are)(?:\ ?not|n't|\ unable)",
    re.IGNORECASE | re.VERBOSE,
)


def heard(case: Case, today: dt.date, submissions: Sequence[Submission]) -> tuple[ReplyView, ...]:
    """The reasons heard on calls of *case* up to *today*, each against the last of *submissions* before it."""
    calls = sorted((e for e in case.told.events if e.on <= today and _is_call(e)), key=lambda e: (e.on, e.note))
    return tuple(_view(call, submissions) for call in calls if reason_in(call.note))


def reason_in(note: str) -> str:
    """The sentences of *note* that tell a reason, empty where it tells none."""
    return " ".join(s for s in _sentences(note) if _tells(s))


def _is_call(event: Event) -> bool:
    return event.did == "called" or event.to == CALL


def _sentences(note: str) -> Iterable[str]:
    return (note[s.start : s.end].strip() for s in split_sentences(note))


def _tells(sentence: str) -> bool:
    if REASON.search(sentence):
        return not NO_REASON.match(sentence)
    if NO_REASON.search(sentence) or OF_HIMSELF.search(sentence):
        return False
    return bool(DEFECT.search(sentence) or WANTED.search(sentence))


def _view(call: Event, submissions: Sequence[Submission]) -> ReplyView:
    return ReplyView(
        source=SOURCE,
        on=call.on,
        outcome="more_info_needed",
        tone="guided",
        meaningful=True,
        why=f"A reason was heard on the call of {call.on}: {reason_in(call.note)}",
        answers=max((s.on for s in submissions if s.on <= call.on), default=None),
    )
