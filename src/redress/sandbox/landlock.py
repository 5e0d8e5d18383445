"""Landlock: after it, nothing can be written anywhere and only what Python needs can be read.

The numbers are those of linux/landlock.h; they are the same on every architecture.
"""

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from redress.sandbox import libc

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
RULE_PATH_BENEATH = 1
ASK_VERSION = 1
READ_FILE, READ_DIR = 1 << 2, 1 << 3
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
NET_RIGHTS_SINCE, NET_RIGHTS = 4, 0b11
SCOPES_SINCE, SCOPES = 6, 0b11

SYSTEM = ("/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/dev/null", "/dev/urandom")


def restrict() -> str:
    """Restrict this process and say which version of Landlock does it; raises `OSError` where the kernel has none."""
    version = libc.syscall(CREATE_RULESET, None, 0, ASK_VERSION)
    handled = (1 << FILE_RIGHTS.get(version, 16)) - 1
    network = NET_RIGHTS if version >= NET_RIGHTS_SINCE else 0
    scopes = SCOPES if version >= SCOPES_SINCE else 0
    words = struct.pack("=QQQ", handled, network, scopes)[: 24 if scopes else 16 if network else 8]
    ruleset = libc.syscall(CREATE_RULESET, ctypes.cast(ctypes.c_char_p(words), ctypes.c_void_p), len(words), 0)
    try:
        for path in readable():
            _allow_reading(ruleset, path)
        libc.syscall(RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return f"version {version}"


def readable() -> Iterator[str]:
    """The paths a reader may read: Python, its libraries, Redress itself and the system's fonts; never the user's."""
    ours = str(Path(__file__).resolve().parent.parent)
    libraries = [p for p in sys.path if p.endswith(("site-packages", "dist-packages"))]
    for path in dict.fromkeys((*SYSTEM, sys.prefix, sys.base_prefix, *libraries, ours)):
        if path != "/":
            yield path


def _allow_reading(ruleset: int, path: str) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # not there, or not for this user: then it need not be allowed either
        return
    try:
        rights = READ_FILE | READ_DIR if stat.S_ISDIR(os.fstat(place).st_mode) else READ_FILE
        rule = struct.pack("=Qi", rights, place)
        libc.syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, ctypes.cast(ctypes.c_char_p(rule), ctypes.c_void_p), 0)
    finally:
        os.close(place)
