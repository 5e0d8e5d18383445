"""Giving up rights, in the order in which it must be done; what the kernel lacks is left out and said."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable

from redress.sandbox import landlock, libc, rlimits, seccomp
from redress.sandbox.limits import Limits

# A protection, whether it is applied, and how or why not.
Applied = tuple[str, bool, str]


def confine(limits: Limits, parent: int) -> tuple[Applied, ...]:
    """Give up all rights a reader has no use for, and tell for each protection whether it holds."""
    sys.dont_write_bytecode = True
    return (
        _apply("own session", _session),
        _apply("ends with its parent", lambda: _die_with(parent)),
        _apply("resource limits", lambda: _limits(limits)),
        _apply("no new rights", _no_new_rights),
        _apply("Landlock: no writing, no reading outside", landlock.restrict),
        _apply("seccomp: no network, programs, processes", seccomp.restrict),
    )


def silence(*keep: int) -> None:
    """Close every open file but *keep* and send the standard streams nowhere, so that no library talks or writes."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.stdout = sys.stderr = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    last = 2
    for kept in sorted(keep):
        os.closerange(last + 1, kept)
        last = kept
    os.closerange(last + 1, os.sysconf("SC_OPEN_MAX"))


def default_signals() -> None:
    """Set every signal to its default, so that no handler of the parent runs here."""
    signal.set_wakeup_fd(-1)
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, signal.SIGPIPE, signal.SIGXFSZ}:
        with contextlib.suppress(OSError, ValueError):
            signal.signal(number, signal.SIG_DFL)


def _apply(name: str, deed: Callable[[], str]) -> Applied:
    try:
        return (name, True, deed())
    except OSError as error:
        return (name, False, error.strerror or "not there")


def _session() -> str:
    os.setsid()
    return ""


def _die_with(parent: int) -> str:
    libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)
    return ""


def _limits(limits: Limits) -> str:
    rlimits.bound(limits)
    return ""


def _no_new_rights() -> str:
    libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
    return ""
