"""Write the reference pages of docs/ from the code: commands, the case folder, the JSON, the rules of the packs.

`--check` writes nothing and exits 1 when a page is not what the code says.
"""

import re
import sys
import typing
from pathlib import Path

import click
import msgspec

from redress import packs
from redress.casework import opened
from redress.cli.main import redress
from redress.cli.packs import described
from redress.model import case, decision, document, finding, invoice, labels, ledger, match, message, plan, report

DOCS = Path(__file__).parents[1] / "docs"
HEAD = "<!-- Written by scripts/generate_docs.py; change the code, then `make reference`. -->\n"
CASE_TABLES = (
    ("the top level", case.CaseFile), ("[seller]", case.Seller), ("[[products]]", case.Product), ("[[suppliers]]", case.Supplier),
    ("[[reports]]", case.ReportPeriod), ("[[sold]]", case.Sold), ("[[events]]", case.Event), ("[[messages]]", case.Answers),
    ("[[attested]]", case.Attestation), ("[[corrections]]", case.Correction), ("[[overrides]]", case.Override),
)  # fmt: skip
JSON_PARTS = (
    ("Assessment", (decision.Assessment, decision.Decision, decision.Because, decision.Considered, decision.Deadline,
                    decision.Track, ledger.Ask, ledger.Asked, ledger.AnsweredBy, finding.Finding, finding.Premise,
                    finding.Cited, match.Units, match.Comparison, ledger.TimelineEntry)),
    ("Readings", (message.Message, message.Request, message.Clock, message.Marks, invoice.Invoice, invoice.Party,
                  invoice.LineItem, document.Document, plan.Plan, report.SalesReport)),
)  # fmt: skip


def pages() -> dict[str, str]:
    """Each generated page by its file name."""
    found = {"commands.md": commands(), "case-folder.md": case_folder(), "reference.md": json_reference()}
    return found | {f"rules-{name}.md": rules(name) for name in packs.names()}


def commands() -> str:
    """Every command with its help, as click prints it."""
    lines = [
        HEAD,
        "# Commands\n",
        "Results go to stdout, talk to stderr; `NO_COLOR` is honoured, piped output is plain.\n",
    ]
    lines.append(_CODES)
    for path, command in _walk(redress, "redress"):
        context = click.Context(command, info_name=path)
        lines += [f"## `{path}`\n", "```", command.get_help(context), "```\n"]
    return "\n".join(lines)


def _walk(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    inner = command.commands.items() if isinstance(command, click.Group) else ()
    return [(path, command)] + [pair for name, c in inner for pair in _walk(c, f"{path} {name}")]


def case_folder() -> str:
    """The keys of case.toml, table by table."""
    lines = [HEAD, "# The case folder\n", _FOLDER]
    for title, kind in CASE_TABLES:
        lines += [f"## {title}\n", f"{_doc(kind)}\n", *_fields(kind)]
    return "\n".join(lines)


def json_reference() -> str:
    """The records of the JSON, with their keys and types."""
    lines = [HEAD, "# JSON\n", "Names are stable: keys are added, never renamed or dropped. Days are `2026-05-01`.\n"]
    for title, kinds in JSON_PARTS:
        lines.append(f"## {title}\n")
        for kind in kinds:
            lines += [f"### {kind.__name__}\n", f"{_doc(kind)}\n", *_fields(kind)]
    lines.append("## Vocabularies\n")
    for name in ("Kind", "Consequence", "Tone", "Scope", "Team", "Violation", "Wanted", "InvoiceType", "DocumentType"):
        words = typing.get_args(getattr(labels, name))
        lines += [f"**{name}**: {', '.join(f'`{w}`' for w in words)}\n"]
    return "\n".join(lines)


def rules(name: str) -> str:
    """The rules of the pack *name* with their terms and sources."""
    pack = opened.pack(name)
    lines = [HEAD, f"# Rules of the pack {name}\n", f"{pack.title}: {len(pack.rules)} rules.\n"]
    for rule in pack.rules:
        lines += [f"## {rule.id}\n", "```", described(rule), "```\n"]
    return "\n".join(lines)


def _doc(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split())


def _fields(kind: type) -> list[str]:
    head = ["| key | kind | required |", "|---|---|---|"]
    rows = (
        f"| `{f.encode_name}` | {_type(f.type)} | {'yes' if f.required else ''} |" for f in msgspec.structs.fields(kind)
    )
    return [*head, *rows, ""]


def _type(kind: object) -> str:
    text = str(kind) if typing.get_origin(kind) or not isinstance(kind, type) else kind.__name__
    words = re.sub(r"\b(typing|datetime|redress|model|\w+)\.(?=\w)", "", text).replace("|", "or")
    return words if len(words) < 90 else "see the vocabulary" if words.startswith("Literal") else words[:87] + "..."


_CODES = """Exit codes: 0 fine, 1 something to mend, 2 wrong use, 3 an input could not be read (the others still are),
4 refused by a gate.
"""

_FOLDER = """```
case.toml
messages/       notices and replies as received: .eml .msg .mbox .txt .html .pdf
evidence/       papers as received, never altered
reports/        sales, returns, inventory, removal, settlement and feedback reports, buyer messages (.csv .tsv .txt .xlsx)
plan.md         or .docx .txt: the plan of action or dispute as drafted now
sent/2026-05-03-1/   copies of exactly what was submitted
```

A file that carries no date of its own is dated by its name: `messages/2026-05-01-notice.txt`.
"""


def main() -> int:
    """Write the pages, or with `--check` name those that are not current."""
    stale = []
    for name, text in pages().items():
        path = DOCS / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(("not current: " if "--check" in sys.argv else "written: ") + ", ".join(stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
