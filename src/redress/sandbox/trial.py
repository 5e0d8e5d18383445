"""What the kernel at hand gives, tried out in a child that does nothing else."""

import json
import os

from redress.sandbox.confine import Applied, confine, default_signals, silence
from redress.sandbox.limits import Limits


def report() -> tuple[Applied, ...]:
    """Each protection of the child, whether this kernel applies it, and how or why not."""
    answers, to_parent = os.pipe2(os.O_CLOEXEC)
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            default_signals()
            silence(to_parent)
            os.write(to_parent, json.dumps(confine(Limits(), parent)).encode())
        finally:
            os._exit(0)
    os.close(to_parent)
    with os.fdopen(answers, "rb") as pipe:
        told = pipe.read()
    os.waitpid(pid, 0)
    return tuple((name, applied, why) for name, applied, why in json.loads(told)) if told else _NOTHING


_NOTHING: tuple[Applied, ...] = (("child process", False, "it ended before it could tell"),)
