"""A seccomp filter: no network, no programs, no new processes, no signals to others, no writing to files.

It repeats in part what Landlock does, so that either holds where the other is missing, and covers what Landlock does
not know (sockets, modes, owners, times). Numbers of classic BPF are those of linux/filter.h and linux/seccomp.h.
"""

import ctypes
import errno
import os
import platform
import struct

from redress.sandbox import libc, syscalls

MODE_FILTER = 2
ALLOW, ERRNO, KILL = 0x7FFF0000, 0x00050000, 0x80000000
LOAD, EQUALS, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
AT_NUMBER, AT_ARCH, AT_ARGUMENTS = 0, 4, 16
X32_CALLS = 0x40000000
CLONE_THREAD = 0x00010000
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

Step = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]


def restrict() -> str:
    """Put the filter on this process and name the machine; raises `OSError` where the kernel or machine has none."""
    machine = platform.machine()
    if machine not in syscalls.DENIED:
        raise OSError(errno.ENOSYS, f"no table of system calls for {machine}")
    steps = program(machine, os.getpid())
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(code, len(code))
    wanted = _Program(len(steps), ctypes.addressof(buffer))
    libc.prctl(libc.PR_SET_SECCOMP, MODE_FILTER, ctypes.addressof(wanted))
    return machine


def program(machine: str, own: int) -> list[Step]:
    """The filter for *machine* and a process whose id is *own*."""
    refuse = ERRNO | errno.EPERM
    steps: list[Step] = [(LOAD, 0, 0, AT_ARCH), (EQUALS, 1, 0, syscalls.AUDIT_ARCH[machine]), (RETURN, 0, 0, KILL)]
    steps.append((LOAD, 0, 0, AT_NUMBER))
    if machine == "x86_64":
        steps += [(AT_LEAST, 0, 1, X32_CALLS), (RETURN, 0, 0, refuse)]
    for number in sorted(syscalls.DENIED[machine].values()):
        steps += [(EQUALS, 0, 1, number), (RETURN, 0, 0, refuse)]
    steps += [(EQUALS, 0, 1, syscalls.CLONE3), (RETURN, 0, 0, ERRNO | errno.ENOSYS)]
    steps += _only_if(syscalls.CLONE[machine], 0, (ANY_BIT, 1, 0, CLONE_THREAD), refuse)
    steps += _only_if(syscalls.PRLIMIT[machine], 0, (EQUALS, 1, 0, 0), refuse)
    for number in syscalls.SIGNALS[machine]:
        steps += _only_if(number, 0, (EQUALS, 1, 0, own), refuse)
    for number, flags in syscalls.OPENING[machine]:
        steps += _only_if(number, flags, (ANY_BIT, 0, 1, WRITING), ERRNO | errno.EACCES)
    return [*steps, (RETURN, 0, 0, ALLOW)]


def _only_if(number: int, argument: int, test: Step, refusal: int) -> list[Step]:
    """Allow call *number* where *test* of the low word of *argument* jumps over the *refusal*."""
    return [
        (EQUALS, 0, 4, number),
        (LOAD, 0, 0, AT_ARGUMENTS + 8 * argument),
        test,
        (RETURN, 0, 0, refusal),
        (RETURN, 0, 0, ALLOW),
    ]
