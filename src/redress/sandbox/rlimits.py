"""Resource limits of a child, as the kernel counts them."""

import resource
import time
from pathlib import Path

from redress.sandbox.limits import Limits

OPEN_FILES = 64


def bound(limits: Limits) -> None:
    """Bound this process for good: memory beyond what it holds now, no core, no file growth, few open files."""
    _lower(resource.RLIMIT_AS, address_space() + limits.memory)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)


def renew_cpu(seconds: int) -> None:
    """Let this process use *seconds* of CPU time more than it has used so far; then the kernel ends it."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(time.process_time()) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (_least(soft, hard), hard))


def address_space() -> int:
    """The bytes of address space this process holds now; 0 where the kernel does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _lower(which: int, value: int) -> None:
    _, hard = resource.getrlimit(which)
    least = _least(value, hard)
    resource.setrlimit(which, (least, least))


def _least(value: int, hard: int) -> int:
    return value if hard == resource.RLIM_INFINITY else min(value, hard)
