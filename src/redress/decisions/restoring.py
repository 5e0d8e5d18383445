"""What comes back by itself: after a counter-notice was forwarded, unless the rights owner goes to court in time."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from redress.decisions.days import add_days
from redress.model.decision import Deadline
from redress.model.folder import Case, Dated
from redress.model.ledger import History
from redress.model.pack import Store, ViolationRow
from redress.model.place import Place
from redress.words.durations import find_durations
from redress.words.sentences import split_sentences

COUNTER_NOTICE = re.compile(
    r"\bcounter[- ]?noti(?:ce|fication)|\bgegendarstellung|\bcontre-notification|\bcontranotificaci[oó]n|\bcontronotifica",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"\b(?:forward|pass|sen[dt]|transmit|provid|deliver)\w*\b|weitergeleitet|transmis|reenviad|inoltrat", re.IGNORECASE
)
UNLESS = re.compile(
    r"\b(?:unless|if\b[^.]{0,40}\b(?:not|no)|does not|do not|es sei denn|sofern nicht|sauf si|salvo que|a meno che)\b",
    re.IGNORECASE,
)


def restoring(
    case: Case, history: History, rows: Mapping[str, ViolationRow], store: Store | None, today: dt.date
) -> tuple[Deadline, ...]:
    """The day by which what was taken down is to come back, counted from the message that forwarded a counter-notice."""
    if history.reinstated:
        return ()
    notice = next((m.message for m in case.messages if m.source == history.notice), None)
    row = next((rows[v] for v in (notice.violations if notice else ()) if v in rows and rows[v].back_days), None)
    since = history.received or dt.date.min
    return tuple(
        made
        for dated in case.messages
        if dated.message.kind == "reply" and dated.on is not None and since <= dated.on <= today
        for made in _of(dated, dated.on, row, store, today)
    )


def _of(dated: Dated, on: dt.date, row: ViolationRow | None, store: Store | None, today: dt.date) -> Iterable[Deadline]:
    text = dated.message.text
    if not COUNTER_NOTICE.search(text):
        return
    sentences = [(s, text[s.start : s.end]) for s in split_sentences(text)]
    sent_on = next((s for s, words in sentences if COUNTER_NOTICE.search(words) and FORWARDED.search(words)), None)
    if sent_on is None:
        return
    named = next(((s, d) for s, words in sentences if UNLESS.search(words) for d in find_durations(words)), None)
    if named is not None:
        at, told = named
        day, state = add_days(on, told.days, store, business=told.business), "stated"
    elif row is not None and row.back_days is not None and store is not None and store.region in row.back_regions:
        at, day, state = sent_on, add_days(on, row.back_days, store, business=True), "derived"
    else:
        return
    yield Deadline(
        what="Back by then, unless the rights owner goes to court", on=day, state=state, passed=day < today,  # type: ignore[arg-type]
        place=Place(source=dated.source, start=at.start, end=at.end), zone=store.zone if store else None, enforcement=False,
    )  # fmt: skip
