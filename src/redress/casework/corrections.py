"""Facts told by the seller against or beside what was read: the reading keeps both."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec.structs import replace

from redress.casework.errors import CaseError
from redress.model.case import Correction
from redress.model.fact import Fact
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.message import Clock, Message
from redress.model.reading import SourceReading

MESSAGE_FIELDS = {"sent", "subject", "invoice_window_days", "response_deadline_days", "team", "kind", "outcome", "tone",
                  "deadline"}  # fmt: skip


def corrected(node: SourceReading, corrections: Iterable[Correction]) -> SourceReading:
    """*node* with the *corrections* that name it applied; raises `CaseError` for a field its reading does not have."""
    for correction in corrections:
        if correction.source == node.source.name and node.reading is not None:
            node = msgspec.structs.replace(node, reading=_apply(node.reading, correction))
    return node


def _apply(reading: Any, correction: Correction) -> Any:
    if isinstance(reading, Message):
        if correction.field not in MESSAGE_FIELDS:
            raise _wrong(correction, sorted(MESSAGE_FIELDS))
        if correction.field in {"deadline", "response_deadline_days"}:
            reading = _with_term(reading, correction)
        if correction.field == "deadline":
            return _checked(reading, correction)
        unsure = tuple(field for field in reading.unsure if field != correction.field)
        told = msgspec.structs.replace(reading, unsure=unsure, **{correction.field: correction.value})
        return _checked(told, correction)
    if isinstance(reading, Invoice):
        return _checked(_set(reading, correction.field.split("."), correction), correction)
    raise _wrong(correction, ["the fields of a message or an invoice"])


def _with_term(message: Message, correction: Correction) -> Message:
    """*message* with the term as told: the day meant by words that can be read two ways, else by all its clocks."""
    value: Any = correction.value
    if correction.field == "response_deadline_days":
        clocks = tuple(
            replace(c, state="stated", days=value, hours=None, on=None, readings=()) if c.days or c.hours else c
            for c in message.clocks
        )
        return replace(message, clocks=clocks)
    unclear = [c for c in message.clocks if c.state == "ambiguous"] or message.clocks
    meant = [replace(c, state="stated", days=None, hours=None, on=value, readings=()) for c in unclear[:1]]
    meant = meant or [Clock(state="stated", quote=f"told by {correction.by}", start=0, end=0, on=value)]
    return replace(message, clocks=(*meant, *(c for c in message.clocks if c not in unclear)))


def _set(target: Any, path: list[str], correction: Correction) -> Any:
    head, *rest = path
    if isinstance(target, tuple):
        if not head.isdigit() or int(head) >= len(target):
            raise _wrong(correction, [f"rows 0 to {len(target) - 1}"])
        row = int(head)
        return (*target[:row], _set(target[row], rest, correction), *target[row + 1 :])
    if not isinstance(target, Invoice | Party | LineItem) or head not in target.__struct_fields__:
        raise _wrong(correction, list(getattr(target, "__struct_fields__", ())))
    old = getattr(target, head)
    if rest:
        return msgspec.structs.replace(target, **{head: _set(old, rest, correction)})
    if not _holds_fact(type(target), head):
        return msgspec.structs.replace(target, **{head: correction.value})
    value = correction.value.isoformat() if isinstance(correction.value, dt.date) else correction.value
    told = Fact(value=value, box=old.box if old else None, how="told", sure=1.0, rival=old.value if old else None)
    return msgspec.structs.replace(target, **{head: told})


def _holds_fact(kind: type, field: str) -> bool:
    hint = get_type_hints(kind)[field]
    return any(getattr(a, "__origin__", a) is Fact for a in (*get_args(hint), hint))


def _checked(reading: Any, correction: Correction) -> Any:
    try:
        return msgspec.convert(msgspec.to_builtins(reading), type(reading))
    except msgspec.ValidationError as error:
        raise CaseError(
            f"case.toml: the correction of {correction.field} in {correction.source} has a value of the wrong kind ({error})"
        ) from None


def _wrong(correction: Correction, right: list[str]) -> CaseError:
    return CaseError(
        f"case.toml: the correction of {correction.source} names `{correction.field}`, which is none of its fields; "
        f"right would be: {', '.join(right)}"
    )
