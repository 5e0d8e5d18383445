"""A situation in one TOML -> the case as the rooms after reading know it."""

import datetime as dt
import hashlib
import json
import mimetypes
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from redress.model.case import CaseFile, Event
from redress.model.document import Document
from redress.model.folder import Case, Dated, Paper, Submission
from redress.model.invoice import Invoice
from redress.model.message import Message
from redress.model.plan import Plan

HERE = Path(__file__).parent
NAMES = sorted(p.stem for p in HERE.glob("*.toml") if p.stem != "base")
OF_THE_PAPER = {"name", "reader", "covered", "without", "like"}
Table = dict[str, Any]


class Situation(msgspec.Struct, frozen=True):
    """A case with the day it is assessed on and what is expected of it."""

    name: str
    as_of: dt.date
    case: Case
    expect: Table


def build(
    name: str,
    *,
    decode: Callable[[Table], CaseFile],
    message: Callable[[str, str], Message],
    plan: Callable[[str], Plan],
) -> Situation:
    """The situation *name*: *decode* makes a `CaseFile`, *message* reads a source by name and text, *plan* a plan."""
    base, told = load("base"), load(name)
    papers = tuple(paper_of(t) for t in named(base["paper"], told.get("papers", [])))
    sent = {p.source: p.sha256 for p in papers}
    sent |= {p.source: p.sha256 for p in (paper_of(t) for t in named(base["paper"], told.get("sent_papers", [])))}
    case_file = decode(case_table(base, told))
    now = plan(told["plan"]) if "plan" in told else None
    return Situation(
        name,
        told["as_of"],
        Case(
            path=name,
            told=case_file,
            messages=tuple(dated(t, message) for t in named(base["message"], told.get("messages", []))),
            papers=papers,
            plan=now,
            plan_source="plan.md" if now else None,
            submissions=tuple(submission(e, sent, now) for e in case_file.events if is_submission(e)),
        ),
        told["expect"],
    )


def load(name: str) -> Table:
    """The table of *name*."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> Table:
    """*under* with the keys of *over* in their place, tables key by key, lists whole."""
    both = {**under}
    for key, value in over.items():
        below = both.get(key)
        both[key] = laid_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return both


def named(house: Mapping[str, Table], items: list[str | Table]) -> list[Table]:
    """*items* whole: a word names a table of *house*, a table with `like` is laid over the one it names."""
    tables = [{"like": item} if isinstance(item, str) else item for item in items]
    return [laid_over(house[t["like"]], t) if "like" in t else t for t in tables]


def case_table(base: Table, told: Table) -> Table:
    """The `case.toml` of a situation as a table."""
    table = laid_over(base["case"], told.get("case", {}))
    table["events"] = plain(named(base["event"], told.get("events", [])))
    table["attested"] = plain(named(base["attested"], told.get("attested", [])))
    return {key: value for key, value in table.items() if value != ""}


def plain(tables: list[Table]) -> list[Table]:
    """*tables* without their `like`."""
    return [{key: value for key, value in t.items() if key != "like"} for t in tables]


def paper_of(table: Table) -> Paper:
    """The paper *table* tells of, read whole."""
    fields: Table = json.loads(json.dumps({k: v for k, v in table.items() if k not in OF_THE_PAPER}))
    for path in table.get("without", ()):
        _holder(fields, path).pop(path.rpartition(".")[2])
    mark = hashlib.sha256(json.dumps([table["name"], fields], sort_keys=True).encode()).hexdigest()
    media = mimetypes.guess_type(table["name"])[0] or "application/octet-stream"
    reading = invoice(fields, table.get("covered", ())) if table["reader"] == "invoice" else document(fields)
    return Paper(source=table["name"], file=table["name"], sha256=mark, reading=reading, media=media)


def _holder(fields: Table, path: str) -> Table:
    for key in path.split(".")[:-1]:
        fields = fields[key]
    return fields


def fact(value: object, *, covered: bool = False) -> Table:
    """*value* as a fact, or a covered one."""
    return {"value": None, "covered": True} if covered else {"value": value}


def invoice(fields: Table, covered: tuple[str, ...]) -> Invoice:
    """The invoice of plain *fields*; an empty text is an absent one."""
    as_facts = {
        key: fact(value, covered=key in covered)
        for key, value in fields.items()
        if value != "" and not isinstance(value, dict | list)
    }
    parties = {who: {k: fact(v) for k, v in fields[who].items() if v != ""} for who in ("supplier", "buyer")}
    rows = [
        {
            k: v if k in {"unit", "product_codes"} else fact(v, covered=f"line_items.{k}" in covered)
            for k, v in row.items()
        }
        for row in fields["line_items"]
    ]
    return msgspec.convert({"reader": "invoice", **as_facts, **parties, "line_items": rows}, Invoice)


def document(fields: Table) -> Document:
    """The paper of plain *fields*."""
    return msgspec.convert(
        {
            "reader": "document",
            **fields,
            "type": fact(fields["type"]),
            "issued": fact(fields["issued"]),
            "parties": [fact(p) for p in fields["parties"]],
            "dates": [fact(d) for d in fields["dates"]],
            "terms": {k: fact(v) for k, v in fields.get("terms", {}).items()},
        },
        Document,
    )


def dated(table: Table, message: Callable[[str, str], Message]) -> Dated:
    """The message *table* tells of, on its day; an empty `on` is a day nothing tells."""
    read = message(table["name"], table["text"].lstrip("\n"))
    day = table["on"] or None
    return Dated(source=table["name"], message=msgspec.structs.replace(read, sent=day), on=day)


def is_submission(event: Event) -> bool:
    """Whether *event* put something before the marketplace: a call never does, whatever it was booked as."""
    return event.did in {"submitted", "escalated", "challenged"} and event.to != "account_health_call"


def submission(event: Event, sent: Mapping[str, str], plan: Plan | None) -> Submission:
    """What went out with *event*: its papers by their hashes, and the plan where it names `plan.md`."""
    with_plan = plan if "plan.md" in event.sent else None
    return Submission(
        on=event.on,
        to=event.to,
        did=event.did,
        files=tuple((name, sent[name]) for name in event.sent if name in sent),
        plan=with_plan,
        plan_source="plan.md" if with_plan else None,
        note=event.note,
    )
