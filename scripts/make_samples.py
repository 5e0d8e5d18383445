"""Make every paper of the shipped samples again; the same bytes each time.

Needs `typst` (in the test group), and two font families on this machine: DejaVu Sans (Debian: fonts-dejavu-core) and
Noto Sans CJK JP (Debian: fonts-noto-cjk). The made PDFs are committed with their fonts as subsets, so nobody needs
this to use or test Redress. The data of the papers stands in `papers/*.toml`, their looks in `papers/*.typ`.
"""

import datetime as dt
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import typst

PAPERS = Path(__file__).parent / "papers"
SAMPLES = Path(__file__).parents[1] / "src" / "redress" / "samples"
FONTS = {"DejaVu Sans": "fonts-dejavu-core", "Noto Sans CJK JP": "fonts-noto-cjk"}
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
MONATE = ("", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
          "November", "Dezember")  # fmt: skip


def written(day: dt.date, form: str) -> str:
    """*day* in one of the forms trade papers use."""
    return {
        "long": f"{MONTHS[day.month]} {day.day}, {day.year}",
        "us": f"{day:%m/%d/%Y}",
        "uk": f"{day.day} {MONTHS[day.month]} {day.year}",
        "iso": day.isoformat(),
        "abbreviated": f"{day.day:02d}-{MONTHS[day.month][:3]}-{day.year}",
        "de": f"{day:%d.%m.%Y}",
        "de-long": f"{day.day}. {MONATE[day.month]} {day.year}",
        "ja": f"{day.year}年{day.month}月{day.day}日",
    }[form]


def money(amount: float, style: str) -> str:
    """*amount* as *style* prints it: `$` before, `£` before, `€` behind with a decimal comma, `円` without decimals."""
    if style == "円":
        return f"¥{amount:,.0f}"
    if style == "€":
        return f"{amount:,.2f}".translate(str.maketrans(",.", ".,")) + " €"
    return f"{style}{amount:,.2f}"


def trade_paper(told: dict[str, Any]) -> dict[str, Any]:
    """What the Typst page is given for the invoice *told*: every figure worked out and written."""
    style, form, words = told["money"], told["date_form"], told["words"]
    items = told["items"]
    net = sum(item["quantity"] * item["price"] for item in items)
    tax = round(net * told.get("tax", 0), 0 if style == "円" else 2)
    sums = [[words["net"], money(net, style)]]
    if tax:
        sums.append([words["tax"], money(tax, style)])
    sums.append([words["sum"], money(net + tax, style)])
    facts = [[words["number"], told["number"]], [words["date"], written(told["date"], form)]]
    facts += [[name, written(value, form) if isinstance(value, dt.date) else value] for name, value in told["more"]]
    rows = [
        [i["code"], i["text"], f"{i['quantity']:g}", i["unit"], money(i["price"], style),
         money(i["quantity"] * i["price"], style)]
        for i in items
    ]  # fmt: skip
    return {**told, "facts": facts, "rows": rows, "sums": sums, "grand": money(net + tax, style), "made": made(told)}


def made(told: dict[str, Any]) -> dict[str, int]:
    """The day the paper *told* was made, for Typst: its own date, so that a PDF's data agree with its page."""
    day: dt.date = told["date"]
    return {"year": day.year, "month": day.month, "day": day.day, "hour": 9, "minute": 30, "second": 0}


def other_paper(told: dict[str, Any]) -> dict[str, Any]:
    """What the Typst page is given for a letter, record or notification."""
    return {**told, "date": written(told["date"], told["date_form"]), "made": made(told)}


def compile_paper(told: dict[str, Any]) -> bytes:
    """The PDF of the paper *told*."""
    fill = trade_paper if "items" in told else other_paper
    # Days stand in the data raw beside their written forms.
    page = json.dumps(fill(told), ensure_ascii=False, sort_keys=True, default=lambda day: day.isoformat())
    pdf = typst.compile(PAPERS / f"{told['layout']}.typ", sys_inputs={"paper": page})
    if not isinstance(pdf, bytes):
        raise TypeError(f"{told['to_files']}: Typst should give one PDF")
    return pdf


def missing_fonts() -> list[str]:
    """The families that are not on this machine, each with the Debian package that holds it."""
    here = set(typst.Fonts().families())
    return [f"{family} (Debian: {package})" for family, package in FONTS.items() if family not in here]


def main() -> int:
    """Write all papers; 1 where a font is missing."""
    if lacking := missing_fonts():
        print("cannot make the papers without these fonts: " + ", ".join(lacking), file=sys.stderr)
        return 1
    changed = 0
    for source in sorted(PAPERS.glob("*.toml")):
        book = tomllib.loads(source.read_text(encoding="utf-8"))
        for told in book["paper"]:
            pdf = compile_paper({**book.get("house", {}), **told})
            for name in told["to_files"]:
                path = SAMPLES / name
                path.parent.mkdir(parents=True, exist_ok=True)
                changed += not path.exists() or path.read_bytes() != pdf
                path.write_bytes(pdf)
                print(f"{len(pdf):7,} {name}")
    print(f"{changed} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
