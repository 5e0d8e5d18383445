"""Facts of the notice in force and of what later messages add to it."""

from redress.checks.known import Known, derived
from redress.checks.subjects.context import Context, marked
from redress.model.folder import Dated
from redress.model.place import Place

OF_OWNERS = {"letter_of_authorization", "trademark_registration"}
SAYS_NOTHING = {"unspecified", "other"}


def notice_facts(context: Context) -> dict[str, Known | None]:
    """What the notice in force names, when it came, and what messages demand of papers."""
    history, notice = context.history, context.notice
    latest = history.latest_request
    return {
        "notice.violations": _violations(context, notice),
        "notice.received": _received(context),
        "notice.latest_request": derived("notice.latest_request", latest, *_asked_on(context)) if latest else None,
        "notice.window_days": _window(context),
        "notice.accepted_file_types": _file_types(context),
        "notice.match_inventory": _demand(context, "match_inventory"),
        "notice.website_on_invoice": _demand(context, "website_on_invoice"),
        "notice.two_branches": Known(value=_two_branches(context)),
        "notice.papers_asked": Known(value=history.papers_asked),
        "notice.signals": _signals(notice),
    }


def _violations(context: Context, notice: Dated | None) -> Known | None:
    """What the notice names; where it names nothing, what the latest message that does names."""
    if notice is None:
        return None
    naming = [notice, *reversed(context.speaking)]
    told = next((m for m in naming if set(m.message.violations) - SAYS_NOTHING), notice)
    words = tuple(sorted(told.message.violations))
    return marked("notice.violations", words, told.source, told.message, [f"violation:{w}" for w in words])


def _received(context: Context) -> Known | None:
    since = context.history.papers_since or context.history.received
    if since is None:
        return None
    source = context.history.papers_from or context.history.notice or "case.toml"
    return derived("notice.received", since, Place(source=source), how="header")


def _asked_on(context: Context) -> list[Place]:
    latest = context.history.latest_request
    return [q.place for a in context.history.asks for q in a.asked if q.on == latest][:1]


def _window(context: Context) -> Known | None:
    days, place = context.history.window_days, context.history.window_place
    return None if days is None else derived("notice.window_days", days, *([place] if place else []), how="text")


def _file_types(context: Context) -> Known:
    """The types the latest message that names any accepts."""
    naming = [m for m in context.speaking if m.message.accepted_file_types]
    if not naming:
        return Known(value=())
    same = {"jpeg": "jpg", "pjpeg": "jpg", "tif": "tiff"}
    types = tuple(sorted({same.get(t, t) for t in naming[-1].message.accepted_file_types}))
    return marked("notice.accepted_file_types", types, naming[-1].source, naming[-1].message, ["file_types"])


def _demand(context: Context, label: str) -> Known:
    name = f"notice.{label}"
    hit = next((m for m in reversed(context.speaking) if getattr(m.message, label)), None)
    demanded = hit is not None
    return marked(name, demanded, hit.source, hit.message, [label]) if hit else Known(value=demanded)


def _two_branches(context: Context) -> bool:
    """Whether invoices and what only an owner or licensee has are alternatives of one group."""
    groups: dict[str, set[str]] = {}
    for ask in context.history.asks:
        if ask.group:
            groups.setdefault(ask.group, set()).add(ask.what)
    return any("invoice" in wanted and wanted & OF_OWNERS for wanted in groups.values())


def _signals(notice: Dated | None) -> Known | None:
    if notice is None:
        return None
    spans = notice.message.signals
    places = [Place(source=notice.source, start=s.start, end=s.end) for s in spans] or [Place(source=notice.source)]
    return derived("notice.signals", tuple(s.why for s in spans), *places, how="text")
