"""The child's side: confine, then answer requests until the pipe closes."""

import gc
import os
from collections.abc import Callable
from typing import NoReturn

from redress.sandbox import rlimits
from redress.sandbox.confine import confine, default_signals, silence
from redress.sandbox.limits import Limits

Task = Callable[[bytes], bytes]

LENGTH = 8
DONE, NO_MEMORY, TOO_LONG, FAILED, STEP = b"D", b"M", b"L", b"F", b"S"

_on_step: Callable[[bytes], None] | None = None


def step(told: bytes = b"") -> None:
    """Tell the parent that a step is done, which renews the time the task may use; does nothing outside a child."""
    if _on_step is not None:
        _on_step(told)


def serve(task: Task, limits: Limits, requests: int, answers: int, parent: int) -> NoReturn:
    """Answer by *task* every request of the pipe *requests* on the pipe *answers*; never returns."""
    try:
        default_signals()
        silence(requests, answers)
        gc.freeze()
        confine(limits, parent)
        _tell_steps(limits, answers)
        while (request := _next(requests)) is not None:
            rlimits.renew_cpu(limits.cpu)
            status, answer = _answer(task, request, limits)
            _write(answers, status + len(answer).to_bytes(LENGTH, "big"))
            _write(answers, answer)
            if status != DONE:
                break
    finally:
        os._exit(0)


def _tell_steps(limits: Limits, answers: int) -> None:
    def tell(told: bytes) -> None:
        rlimits.renew_cpu(limits.cpu)
        _write(answers, STEP + len(told).to_bytes(LENGTH, "big") + told)

    global _on_step  # noqa: PLW0603 -- a child serves one task
    _on_step = tell if limits.steps else None


def _answer(task: Task, request: bytes, limits: Limits) -> tuple[bytes, bytes]:
    try:
        answer = task(request)
    except MemoryError:
        return NO_MEMORY, b""
    except Exception:  # whatever a reader raises over hostile bytes costs that one source only
        return FAILED, b""
    return (DONE, answer) if len(answer) <= limits.output else (TOO_LONG, b"")


def _next(pipe: int) -> bytes | None:
    head = _read(pipe, LENGTH)
    return None if head is None else _read(pipe, int.from_bytes(head, "big"))


def _read(pipe: int, size: int) -> bytes | None:
    data = bytearray(size)
    view = memoryview(data)
    done = 0
    while done < size:
        got = os.readv(pipe, [view[done:]])
        if not got:
            return None
        done += got
    return bytes(data)


def _write(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]
