"""Run `redress read --text` over the hostile corpus of ../shared, each file in a limited process; prints the table.

    make hostile                                 all files
    .venv/bin/python scripts/hostile.py --sample 100
    .venv/bin/python scripts/hostile.py --kind email,msg

Says so and leaves with 0 where the corpus is not there.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
HARNESS = SHARED / "tools" / "harness.py"
MANIFEST = SHARED / "data" / "hostile" / "manifest.jsonl"


def main() -> int:
    """The harness's exit code: 0 when nothing crashed, hung, leaked, flooded or escaped."""
    asked = argparse.ArgumentParser(description="Run the reader over the hostile corpus.")
    asked.add_argument("--sample", type=int, help="a fixed sample of so many files")
    asked.add_argument("--kind", help="only these kinds, by commas: pdf,email,msg,docx,image,zip,xml,csv,text,other")
    asked.add_argument("--out", help="write one JSON line a file here")
    asked.add_argument("--command", help="another command to try; {file} is replaced")
    options = asked.parse_args()
    if not (HARNESS.is_file() and MANIFEST.is_file()):
        print(f"hostile: there is no corpus at {MANIFEST.parent}; nothing was run")
        return 0
    command = options.command or f"{ROOT / '.venv/bin/redress'} read {{file}} --text --fresh"
    run = [sys.executable, str(HARNESS), "--cmd", command, "--manifest", str(MANIFEST), "--jobs", "1"]
    for name in ("sample", "kind", "out"):
        if (value := getattr(options, name)) is not None:
            run += [f"--{name}", str(value)]
    return subprocess.run(run, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
