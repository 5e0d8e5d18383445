"""Tests keep nothing on the machine: the cache and the data of a session lie in a folder that goes with it.

Nothing is learned but where a test says so, so that no test sees what another one read.
"""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

if "PYTEST_XDIST_WORKER" not in os.environ:
    _box = tempfile.mkdtemp(prefix="redress-tests-")
    os.environ.update(REDRESS_CACHE=f"{_box}/cache", REDRESS_DATA=f"{_box}/data", REDRESS_LEARN="0")
    atexit.register(shutil.rmtree, _box, ignore_errors=True)

# Where a machine decides, it decides the same each time; at a desk every run looks somewhere else.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("steady" if os.environ.get("CI") else "searching")
