"""Decision and templates -> letters."""

import datetime as dt
from collections.abc import Mapping, Sequence

from redress.letters import answers, buying, story, terms
from redress.letters.brief import Brief
from redress.letters.check import LONGEST, check, length
from redress.letters.dates import in_words
from redress.letters.errors import LetterError
from redress.letters.gates import refused
from redress.letters.proofs import proofs
from redress.letters.records import orders
from redress.letters.render import Rendered, render
from redress.letters.said import Said, gap, say
from redress.model.decision import Decision
from redress.model.finding import Finding
from redress.model.folder import Case
from redress.model.ladder import Rung
from redress.model.ledger import History
from redress.model.letter import Letter, LetterKind
from redress.model.match import Matches
from redress.model.pack import Store

# Proofs and invoices named, from ample to terse: the first that fits on a page is taken.
_MEASURES = ((3, 3), (3, 2), (2, 3), (2, 2), (2, 1), (1, 1), (0, 0))
_NONE = Matches(comparisons=(), items=(), units=())


def draft(
    kind: LetterKind,
    case: Case,
    history: History,
    findings: Sequence[Finding],
    decision: Decision,
    rung: Rung | None,
    templates: Mapping[str, str],
    *,
    today: dt.date,
    store: Store | None = None,
    matches: Matches | None = None,
    lang: str | None = None,
) -> Letter:
    """The letter of *kind* for *case*, or one that is *refused* with the sentence why.

    *lang* (else the language of the notice, where *store* speaks it and a template is there; else English) chooses
    the template `kind-lang` of *templates*; *matches* tells which units the invoices show. Raises `LetterError` where
    a template has a bug.
    """
    why = refused(kind, decision, rung)
    if why is None and _template(templates, kind, "en") is None:
        why = f"There is no template for a letter of kind {kind} in this pack."
    if why:
        return Letter(kind=kind, subject="", paragraphs=(), to=_to(rung), refused=why)
    chosen = _language(kind, case, history, templates, store, lang)
    template = _template(templates, kind, chosen)
    assert template is not None
    for most, rows in _MEASURES:
        brief = Brief(case, history, tuple(findings), decision, rung, matches or _NONE, chosen)
        made = render(template, _values(kind, brief, today, most, rows))
        if length(_body(made)) <= LONGEST[kind]:
            break
    return _checked(kind, brief, made)


def _values(kind: LetterKind, brief: Brief, today: dt.date, most: int, rows: int) -> dict[str, object]:
    values = story.opening(brief) | {"today": say(in_words(today, brief.lang), "today")}
    if kind == "escalation":
        values |= {"proofs": proofs(brief, most, rows), "orders": orders(brief, min(rows, 2))}
        values |= story.sent(brief) | {"exhibits": _exhibits(brief)}
    elif kind in ("cover", "answer"):
        values |= {
            "rows": answers.rows(brief) or None,
            "no_ask": gap("what was asked for"),
            "sales": answers.sales_record(brief),
            "asked": _asked(brief),
        }
        values |= buying.in_short(brief, rows + 1)
    elif kind == "explanation":
        values |= buying.explanation(brief)
    elif kind == "supplier":
        values |= buying.to_supplier(brief)
    return values


def _exhibits(brief: Brief) -> Said:
    """All that goes along again: the proofs first, then what answers an ask, then whatever else was sent."""
    sent = [path for s in brief.case.submissions if s.did == "submitted" for path, _ in s.files]
    for source in [*(by.source for a in brief.history.asks for by in a.answered_by if by.sent), *sent]:
        paper = next((p for p in brief.case.papers if brief.file_of(source) in (p.source, p.file)), None)
        if paper is None or brief.sound(paper):
            answers.held(brief, source)
    if not brief.exhibits:
        return gap("the papers to attach")
    return say(terms.exhibits(len(brief.exhibits), brief.lang), *brief.exhibits)


def _asked(brief: Brief) -> Said | None:
    reply = next((r for r in reversed(brief.history.replies) if r.meaningful), None)
    return say(in_words(reply.on, brief.lang), reply.source) if reply and reply.on else None


def _checked(kind: LetterKind, brief: Brief, made: Rendered) -> Letter:
    check(kind, made.subject, _body(made), made.wording, brief.facts())
    for paragraph in made.paragraphs:
        if not paragraph.stands_on and "[[missing: " not in paragraph.text:
            raise LetterError(f"the {kind} letter has a paragraph that stands on nothing: {paragraph.text!r}")
    return Letter(
        kind=kind,
        subject=made.subject,
        paragraphs=made.paragraphs,
        missing=made.missing,
        attach=() if kind == "supplier" else tuple(brief.exhibits),
        to=_supplier_mail(brief, made) if kind == "supplier" else _to(brief.rung),
    )


def _supplier_mail(brief: Brief, made: Rendered) -> str | None:
    named = [s for s in brief.case.told.suppliers if s.name and s.name in made.paragraphs[0].text]
    return next((s.email for s in named if s.email), None)


def _body(made: Rendered) -> str:
    return "\n\n".join(p.text for p in made.paragraphs)


def _to(rung: Rung | None) -> str | None:
    return None if rung is None else next(iter(rung.addresses), rung.channel)


def _language(
    kind: str, case: Case, history: History, templates: Mapping[str, str], store: Store | None, lang: str | None
) -> str:
    notice = next((d.message.lang for d in case.messages if d.source == history.notice), "en")
    spoken = store.languages if store else ("en",)
    wish = [lang] if lang else ([notice] if notice in spoken else list(spoken[:1]))
    return next((w for w in wish if w in terms.LANGUAGES and _template(templates, kind, w)), "en")


def _template(templates: Mapping[str, str], kind: str, lang: str) -> str | None:
    return templates.get(kind if lang == "en" else f"{kind}-{lang}")
