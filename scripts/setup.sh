#!/bin/sh
# Fill .venv from the locked requirements: by uv where it is on the PATH, else by pip.
# Does nothing when the lock, the project file and Python are those of the last run.
set -eu
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
LOCK=requirements/dev.txt
STAMP=.venv/setup-done

say() { printf '%s\n' "$*" >&2; }
fail() { say "setup: $*"; exit 1; }

command -v "$PYTHON" >/dev/null 2>&1 || fail "no $PYTHON here; install Python 3.11 or newer, or name one: make setup PYTHON=..."
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Redress needs Python 3.11 or newer; name one: make setup PYTHON=python3.12"

now=$(cat "$LOCK" pyproject.toml scripts/setup.sh | cksum; "$PYTHON" -V; pwd)
if [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$now" ]; then exit 0; fi
rm -f "$STAMP"

if command -v uv >/dev/null 2>&1; then
    say "setup: filling .venv by uv (once)"
    uv venv --quiet --allow-existing --python "$PYTHON" .venv
    uv pip install --quiet --python .venv/bin/python --require-hashes -r "$LOCK"
    uv pip install --quiet --python .venv/bin/python --no-deps -e .
    printf '%s' "$now" > "$STAMP"
    exit 0
fi

say "setup: filling .venv by pip (once, a minute or so)"
pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip"
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    if ! "$PYTHON" -c 'import ensurepip' 2>/dev/null; then
        # Debian ships Python without ensurepip: the machine's own pip can fill a venv from outside.
        if ! "$PYTHON" -m pip --version >/dev/null 2>&1; then
            [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 ||
                fail "this Python has neither ensurepip nor pip; install one of: uv, python3-pip, python3-venv"
            say "setup: installing python3-pip by apt-get"
            { apt-get -qq update && apt-get -qq install -y python3-pip; } >/dev/null || fail "apt-get could not install python3-pip"
        fi
        "$PYTHON" -m venv --without-pip .venv
        pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 $PYTHON -m pip --python .venv/bin/python"
    else
        "$PYTHON" -m venv .venv
    fi
fi
$pip install -qq --require-hashes -r "$LOCK"
$pip install -qq --no-deps --no-build-isolation -e .
printf '%s' "$now" > "$STAMP"
