"""Makes a paper from a layout's name and a seed: its PDF, its truth and the values as they are printed."""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cache

import pikepdf
import typst

from .clutter import clutter, running
from .design import EASTERN, Design, Sheet
from .drawing import number, paper, rows
from .facts import OTHER, Label, labels, summed
from .heads import HEADS, foot, notes, title
from .ink import space
from .lands import land, voice
from .layouts import LAYOUTS
from .parties import meta, parties, together
from .special import SPECIAL
from .tables import columns, goods, totals

WRITERS = ("Ledgerline 9.2", "Quadro Faktura 2024", "PaperMill Print Server", "Bookhouse Cloud", "OrderWorks ERP 7", "")


class MissingFontError(Exception):
    """No font of this machine holds the letters of the language a paper would be in."""


@dataclass(frozen=True)
class Made:
    """A made file: its bytes, its truth in the scorer's labels, and every value as it is printed."""

    name: str
    pdf: bytes
    truth: Label
    printed: tuple[str, ...]
    lang: str
    fields: tuple[dict[str, str], ...] = ()
    upright: bytes = b""


@cache
def press() -> typst.Compiler:
    """The one compiler, with the machine's fonts."""
    return typst.Compiler()


@cache
def families() -> frozenset[str]:
    """The names of the fonts there are."""
    return frozenset(typst.Fonts().families())


def draw(design: Design, seed: int) -> list[Sheet]:
    """The sheets of one file: one, or as many as the design puts into a file."""
    rng = random.Random(f"{design.name}/{seed}")
    speaker = voice(rng.choice(design.lands), rng, design.second)
    if speaker.bare_currency and design.special in ("roll", "statement"):
        speaker = replace(speaker, money_form=f"{{n}} {speaker.table['currency']}")
    kind = rng.choice(design.kinds)
    drawn = paper(
        speaker,
        kind,
        rng,
        count=rng.randint(*design.rows),
        wide=design.wide,
        discounts=design.discounts,
        mixed=design.mixed,
        keep=design.keep,
        abroad=design.abroad,
    )
    if kind == "sales_report":
        drawn = replace(drawn, supplier=replace(drawn.supplier.bare(), street=None))
    if kind == "sales_report" or (kind == "receipt" and rng.random() < 0.7):
        drawn = replace(drawn, buyer=None, ship_to=None)
    if design.abroad and drawn.buyer:
        drawn = replace(drawn, buyer=replace(drawn.buyer, tax_id=None))
    papers = [drawn]
    for _ in range(design.copies - 1):
        last = papers[-1]
        more = rows(speaker.name, rng.randint(*design.rows), rng, wide=design.wide, discounts=False, mixed=False)
        fresh = number(kind, last.issued, rng)
        while fresh in [p.number for p in papers]:
            fresh = number(kind, last.issued, rng)
        papers.append(summed(replace(last, number=fresh, rows=more)))
    return [Sheet(p, speaker, design, seed) for p in papers]


def source(sheets: Sequence[Sheet]) -> str:
    """The Typst source of a file of *sheets*."""
    return "\n#pagebreak()\n".join(_one(s) for s in sheets)


def _one(s: Sheet) -> str:
    d = s.design
    below = foot(s) if d.foot else ""
    start = s.preamble() + (f"#set page(footer: {below})\n" if below else "") + running(s)
    if d.special:
        return start + "#counter(page).update(1)\n" + SPECIAL[d.special](s)
    parts = {
        "head": lambda: HEADS[d.head](s),
        "parties": lambda: parties(s),
        "meta": lambda: meta(s),
        "together": lambda: together(s),
        "gap": lambda: space(14),
        "table": lambda: goods(s),
        "totals": lambda: totals(s),
        "notes": lambda: notes(s),
        "clutter": lambda: clutter(s),
    }
    subject = f"#{title(s, 5, 'left')}\n#{space(5)}\n" if d.head == "letter" else ""
    body = f"\n#{space(6 + s.seed % 5)}\n".join(
        (subject if x == "meta" else "") + "#" + parts[x]() for x in (*d.order, "clutter")
    )
    return start + "#counter(page).update(1)\n" + body


def pressed(text: str, day: datetime, writer: str) -> bytes:
    """The PDF of a Typst *text*, dated *day* and signed by the program *writer*."""
    raw = press().compile(input=text.encode(), format="pdf", pdf_tags=False, timestamp=int(day.timestamp()))
    assert isinstance(raw, bytes)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        stamp = day.strftime("D:%Y%m%d%H%M%SZ")
        if "/Metadata" in pdf.Root:
            del pdf.Root["/Metadata"]
        pdf.docinfo = pdf.make_indirect(pikepdf.Dictionary(CreationDate=stamp, ModDate=stamp))
        if writer:
            pdf.docinfo["/Producer"] = pikepdf.String(writer)
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def turned(pdf: bytes) -> bytes:
    """The *pdf* with its pages laid on their side and a mark that a reader must turn them: it looks the same."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            _, _, wide, high = page.mediabox
            page.contents_add(f"q 0 1 -1 0 {high} 0 cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")
            page.mediabox = pikepdf.Array([0, 0, high, wide])
            page.rotate(90, relative=False)
        opened.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def render(sheets: Sequence[Sheet]) -> Made:
    """The file of *sheets*; MissingFontError where their letters cannot be printed here."""
    first = sheets[0]
    lang = land(first.voice.name)["lang"]
    for name in (lang, first.voice.second):
        if name in EASTERN and EASTERN[name] not in families():
            raise MissingFontError(f"{first.design.name}: no font for {name} on this machine")
    rng = random.Random(f"file/{first.design.name}/{first.seed}")
    day = datetime.combine(first.paper.issued, time(9, rng.randrange(60), rng.randrange(60)), UTC)
    pdf = pressed(source(sheets), day, rng.choice(WRITERS))
    upright = pdf
    if first.design.turned:
        pdf = turned(upright)
    truth = {"documents": [labels(s.paper, s.design.columns) for s in sheets]}
    return Made(
        first.design.name,
        pdf,
        truth,
        tuple(x for s in sheets for x in printed(s)),
        lang,
        tuple(fields(s) for s in sheets),
        upright,
    )


def printed(s: Sheet) -> list[str]:
    """Every true value of the sheet in the form in which it is printed."""
    p, v = s.paper, s.voice
    found = [p.number, v.date(p.issued), s.title]
    for firm in (p.supplier, p.buyer):
        if firm:
            found += [
                firm.name,
                *firm.address,
                firm.phone or "",
                firm.email or "",
                firm.website or "",
                firm.tax_id or "",
            ]
    if p.priced:
        found.append(v.money(p.total))
    if p.kind in OTHER:
        return [x for x in found if x]
    shown = columns(s)
    for row in p.rows:
        found += row.description.split(" ") if s.design.special == "typed" else [row.description]
        found.append(v.quantity(row.quantity))
        found += [
            c for k, c in (("code", row.code), ("ean", row.ean)) if k in shown or k + "_inside" in s.design.columns
        ]
        found += [v.price(x) for k, x in (("price", row.price), ("amount", row.amount)) if k in shown]
    return [x for x in found if x]


def fields(s: Sheet) -> dict[str, str]:
    """The head's true values by the scorer's field names, each as the sheet prints it."""
    p, v = s.paper, s.voice
    found = {"invoice_number": p.number, "invoice_date": v.date(p.issued)}
    if p.priced:
        found |= {"total": v.money(p.total)}
    for party, firm in (("supplier", p.supplier), ("buyer", p.buyer)):
        if firm:
            keys = ("name", "phone", "email", "website", "tax_id")
            found |= {f"{party}.{k}": getattr(firm, k) or "" for k in keys}
            found[f"{party}.address"] = firm.street or ""
    return {k: x for k, x in found.items() if x}


def made(layout: str, seed: int) -> Made:
    """The file of the *layout* named, drawn by *seed*: the same pair gives the same bytes."""
    return render(draw(LAYOUTS[layout], seed))
