"""Score the readers on ../shared: both scorers' tables, messages first. Says so where ../shared is absent."""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import baselines

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
REDRESS = ROOT / ".venv" / "bin" / "redress"
FIELDS = ("doc_type", "invoice_number", "invoice_date", "currency", "total", "supplier", "buyer", "line_items")


def read(files: list[Path]) -> list[dict[str, Any]]:
    """The readings of *files* by `redress read --jsonl`, past the cache; a crash of the command ends the scoring."""
    done = subprocess.run([REDRESS, "read", "--jsonl", "--fresh", *files], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3) or "Traceback" in done.stderr:
        sys.exit(f"redress read failed with {done.returncode}: {done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def score(tool: str, *args: str | Path) -> None:
    """Run one of the shared scorers and show its table."""
    subprocess.run([sys.executable, SHARED / "tools" / tool, *args], check=True)


def messages(options: argparse.Namespace) -> None:
    """The table of the message scorer, `--clear`, beside a keyword baseline and a linear classifier."""
    truth = Path(options.truth) if options.truth else SHARED / "data" / "messages" / "dev.jsonl"
    rows = [json.loads(line) for line in truth.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as box:
        score("score_messages.py", "--truth", truth, "--texts", box)
        files = sorted(Path(box).glob("*.txt"))
        start = time.perf_counter()
        readings = read(files)
        print(f"read {len(files)} messages in {time.perf_counter() - start:.1f} s, start of the command included")
        ours = table_of(truth, readings, Path(box) / "ours", *(["--labels"] if options.labels else []), "--by", "lang")
        print(ours)
        columns = {"ours": ours}
        if not options.quick:
            columns["keywords"] = table_of(truth, baselines.by_keywords(rows), Path(box) / "keywords")
            columns["linear, by site"] = table_of(truth, baselines.by_perceptron(rows), Path(box) / "linear")
        side_by_side(columns)


def table_of(truth: Path, predictions: list[dict[str, Any]], kept: Path, *more: str) -> str:
    """What the message scorer prints of *predictions*."""
    kept.write_text("\n".join(json.dumps(r) for r in predictions))
    tool = SHARED / "tools" / "score_messages.py"
    command = [sys.executable, str(tool), "--truth", str(truth), "--pred", str(kept), "--clear", *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout


def side_by_side(tables: dict[str, str]) -> None:
    """Print the same field of each of *tables* in one row."""
    read_off = {name: dict(re.findall(r"(?m)^(\w+) +([\d.]+|nan)", text)) for name, text in tables.items()}
    print(f"{'':12}" + "".join(f"{name:>18}" for name in read_off))
    for field in next(iter(read_off.values())):
        if field != "messages":
            print(f"{field:12}" + "".join(f"{column.get(field, '-'):>18}" for column in read_off.values()))


def as_prediction(reading: dict[str, Any]) -> dict[str, Any]:
    """What the invoice scorer expects: the documents of one file."""
    parts = [p for p in (reading, *reading.get("parts", [])) if p.get("reader") == "invoice"]
    documents = [{k: p[k] for k in FIELDS if k in p} for p in parts]
    name = Path(reading["file"]).name
    if not documents:
        kind = "other" if reading.get("reader") in {"document", "message"} else None
        return {"file": name, "doc_type": kind} if "error" not in reading else {"file": name, "error": reading["error"]}
    return {"file": name, **documents[0]} if len(documents) == 1 else {"file": name, "documents": documents}


def invoices(options: argparse.Namespace) -> None:
    """The tables of the invoice scorer: text PDF, e-invoice XML, hybrids, and the document type over all roles."""
    folder = SHARED / "data" / "invoices"
    start = time.perf_counter()
    readings = read(sorted((folder / "docs").iterdir()))
    print(f"\nread {len(readings)} papers in {time.perf_counter() - start:.1f} s, start of the command included")
    with tempfile.TemporaryDirectory() as box:
        kept = Path(box) / "readings.jsonl"
        kept.write_text("\n".join(json.dumps(as_prediction(r)) for r in readings))
        if options.keep:
            Path(options.keep).write_text(kept.read_text())
        for title, *args in (
            ("text PDF", "--kind", "text-pdf"),
            ("e-invoice XML", "--kind", "xml"),
            ("hybrid PDF", "--role", "hybrid"),
            ("scans and photos", "--kind", "scan,photo", "--role", "all"),
            ("receipts (SROIE)", "--kind", "scan,photo", "--role", "all", "--source", "SROIE"),
            ("document type over all roles, text and XML", "--role", "all", "--kind", "text-pdf,xml,hybrid,tricky"),
        ):
            print(f"\n== {title}")
            score("score_invoices.py", "--pred", kept, *args)


def main() -> None:
    """Score what is asked for; with `../shared` absent, say so and leave."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", choices=["messages", "invoices", []], help="which readers (default: both)")
    parser.add_argument("--labels", action="store_true", help="show every label's hits and misses")
    parser.add_argument("--truth", help="another labelled set of messages")
    parser.add_argument("--quick", action="store_true", help="leave the baselines out")
    parser.add_argument("--keep", help="keep the invoice predictions in this file")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("scoring needs the labelled data of ../shared beside the project, which is not here: nothing was scored")
        return
    if not options.what or "messages" in options.what:
        messages(options)
    if not options.what or "invoices" in options.what:
        invoices(options)


if __name__ == "__main__":
    main()
