"""The command itself: its subcommands, exit codes and the one line an error gets."""

import sys
from typing import Any

import click

from redress import __version__
from redress.casework.errors import CaseError
from redress.cli import cases, deadlines, known, packs, sources, start
from redress.packs import PackError
from redress.packs.phrases import PhraseError
from redress.words.safe import safe

FINE, TO_MEND, WRONG_USE, UNREAD, REFUSED = range(5)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="redress")
def redress() -> None:
    """The open appeals desk for marketplace sellers.

    A case is a folder: notices and replies in messages/, papers in evidence/, and a case.toml. Redress reads them,
    judges them by dated rules, decides the next move with its because, and drafts the letter.
    """


for command in (
    *sources.COMMANDS,
    *cases.COMMANDS,
    *deadlines.COMMANDS,
    *packs.COMMANDS,
    *known.COMMANDS,
    *start.COMMANDS,
):
    redress.add_command(command)


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 fine, 1 to mend, 2 wrong use, 3 unread, 4 refused."""
    sys.exit(run(args))


def run(args: list[str] | None = None) -> int:
    """The exit code of the command line *args*; what is wrong is said in one line on stderr, never by a traceback."""
    try:
        result: Any = redress.main(args=args, standalone_mode=False)
    except click.exceptions.Abort:
        return _say("stopped", 130)
    except click.ClickException as error:
        return _say(error.format_message(), WRONG_USE)
    except (CaseError, PackError, PhraseError) as error:
        return _say(str(error), WRONG_USE)
    except BrokenPipeError:
        sys.stderr.close()
        return FINE
    except KeyboardInterrupt:
        return _say("stopped", 130)
    return result if isinstance(result, int) else FINE


def _say(what: str, code: int) -> int:
    print(f"redress: {' '.join(safe(what).split())}", file=sys.stderr)  # noqa: T201
    return code
