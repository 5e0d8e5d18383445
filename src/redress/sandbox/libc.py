"""The few kernel calls Python has no name for."""

import ctypes
import os

PR_SET_PDEATHSIG = 1
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def prctl(option: int, *values: int) -> None:
    """Call prctl; raises `OSError` when the kernel refuses."""
    padded = (*values, 0, 0, 0, 0)[:4]
    if _libc.prctl(ctypes.c_int(option), *(ctypes.c_ulong(v) for v in padded)) != 0:
        raise _error()


def syscall(number: int, *values: "int | ctypes.c_void_p | None") -> int:
    """The result of system call *number*; raises `OSError` when the kernel refuses."""
    plain = [ctypes.c_long(v) if isinstance(v, int) else v for v in values]
    result: int = _libc.syscall(ctypes.c_long(number), *plain)
    if result < 0:
        raise _error()
    return result


def _error() -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number))
