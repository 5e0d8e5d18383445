"""The commands to begin with: demo, new, doctor."""

import datetime as dt
import platform
import sys
from importlib.resources import as_file, files
from pathlib import Path

import click

from redress import __version__, packs, sandbox
from redress.casework import cache
from redress.cli.cases import assessed
from redress.cli.preview import preview
from redress.cli.theme import console
from redress.readers import ocr

DEMO = "founding"
DEMO_DAY = dt.date(2026, 5, 5)
BEGIN = """\
# What the folder holds besides: messages/ (notices and replies as received), evidence/ (papers as received),
# reports/ (sales reports), plan.md (what you mean to send), sent/ (copies of what was sent).
marketplace = "amazon.com"
scope = "listing"                 # or "account"
asins = []                        # the ASINs in question, as ["B00EXAMPLE"]
# stance = "dispute"              # or "acknowledge"

[seller]                          # as it stands in the marketplace's own account page
name = ""
address = ""
phone = ""
email = ""
website = ""
country = ""                      # where the business is registered: "US", "DE" ...
programs = []                     # e.g. "account_health_assurance"

# [[products]]                    # how the papers name each ASIN
# asin = "B00EXAMPLE"
# title = "Example Steel Bottle 750 ml"
# codes = ["0123456789012"]

# [[events]]                      # what you did; messages are events by themselves
# on = 2026-05-03
# did = "submitted"
# to = "appeal"
# sent = ["sent/2026-05-03-1"]
"""


@click.command()
@click.option(
    "--copy",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Put the sample case here, to play with.",
)
def demo(copy: Path | None) -> int:
    """Assess a sample case that ships with Redress, and say what to try next."""
    with as_file(files("redress") / "samples" / DEMO) as sample:
        if copy is not None:
            _copy_out(sample, copy)
            click.echo(f"The sample case lies in {copy}. Try: redress assess {copy} --as-of {DEMO_DAY}")
            return 0
        console().print(preview(assessed(sample, DEMO_DAY, learn=False), name=f"{DEMO} (a sample)"))
    click.echo(
        "\nThis was a sample case with invented names. What to try next:\n"
        f"  redress demo --copy my-sample                         a copy to play with\n"
        f"  redress assess my-sample --as-of {DEMO_DAY} --explain   every finding walked back to its words\n"
        "  redress read my-sample/messages/*                     what a message asks, with quotes\n"
        "  redress new my-case                                   a folder for your own case"
    )
    return 0


def _copy_out(sample: Path, target: Path) -> None:
    import shutil

    if target.exists():
        raise click.ClickException(f"{target}: is there already; name a folder that is not")
    shutil.copytree(sample, target)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Make a folder for a case, with a case.toml to fill in."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.ClickException(f"{folder}: is there already and not empty; name a new folder")
    try:
        for inner in ("messages", "evidence", "reports", "sent"):
            (folder / inner).mkdir(parents=True, exist_ok=True)
        (folder / "case.toml").write_text(BEGIN, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{folder}: cannot be made ({error.strerror})") from None
    click.echo(
        f"{folder} is ready. Put the notice into {folder}/messages, invoices into {folder}/evidence,\n"
        f"fill in {folder}/case.toml, then: redress assess {folder}"
    )
    return 0


@click.command()
def doctor() -> int:
    """Say what this machine offers: versions, packs, and how untrusted files are held."""
    click.echo(f"Redress {__version__}, Python {platform.python_version()}, {sys.platform} {platform.machine()}")
    click.echo(f"packs: {', '.join(packs.names())}")
    click.echo(
        f"scans and photos: read by {ocr.version()}"
        if ocr.installed()
        else f"scans and photos: not read; {ocr.INSTALL}"
    )
    click.echo(f"readings are kept in {cache.folder()} (reader version {cache.reader_version()})")
    click.echo("untrusted files are opened in a child process held by:")
    for name, applied, why in sandbox.report():
        click.echo(f"  {'yes' if applied else 'NO ':4} {name}{': ' + why if why else ''}")
    return 0


COMMANDS = (demo, new, doctor)
