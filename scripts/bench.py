"""Speeds, each beside a floor measured in the same run. Figures are minimum / median / maximum of several runs.

Papers and messages are the samples that ship with Redress, so the figures can be taken anywhere.
"""

import datetime as dt
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src" / "redress" / "samples"
REDRESS = ROOT / ".venv" / "bin" / "redress"
RUNS = 7
LONG = 60_000
SCANS = 4


def timed(run: Callable[[], object], *, runs: int = RUNS, per: float = 1) -> tuple[float, float, float]:
    """Minimum, median and maximum milliseconds of *run*, divided by *per*; one run goes before."""
    run()
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        took.append((time.perf_counter() - start) * 1000 / per)
    return min(took), statistics.median(took), max(took)


def row(
    what: str, took: tuple[float, float, float], floor: tuple[float, float, float] | None = None, beside: str = ""
) -> None:
    """Print one figure, with its ratio to the *floor* measured *beside* it."""
    ratio = f"   {took[1] / floor[1]:6.2f} x {beside} ({floor[1]:.2f})" if floor else ""
    print(f"{what:46} {took[0]:9.2f} {took[1]:9.2f} {took[2]:9.2f}{ratio}")


def messages() -> None:
    """Reading a message, beside only folding and splitting its text."""
    from redress.packs.phrases import load_phrases
    from redress.readers import source
    from redress.readers.message import read_message

    phrases = load_phrases()
    mails = [p for p in SAMPLES.glob("*/messages/*") if p.suffix in {".txt", ".eml"}]
    texts = [source.read(p.name, p.read_bytes(), phrases, "message").text for p in mails]
    size = sum(map(len, texts)) / 1500
    floor = timed(lambda: [t.casefold().split() for t in texts], per=size)
    took = timed(lambda: [read_message(t, phrases=phrases) for t in texts], per=size)
    row(f"a message, each 1,500 characters ({len(texts)})", took, floor, "casefold and split")
    joined = "\n\n".join(texts)
    long = (joined * (1 + LONG // len(joined)))[:LONG]
    took = timed(lambda: read_message(long, phrases=phrases), per=LONG / 1500)
    row(f"one of {LONG:,} characters, each 1,500 of them", took, floor, "casefold and split")


def papers() -> None:
    """Reading text PDFs, beside bare pypdfium2 words and boxes of the same pages."""
    from redress.packs.phrases import load_phrases
    from redress.readers import source

    phrases = load_phrases()
    files = [(p.name, p.read_bytes()) for p in sorted(SAMPLES.glob("*/evidence/*.pdf"))]
    count = sum(len(pypdfium2.PdfDocument(data)) for _, data in files)
    floor = timed(lambda: [bare(data) for _, data in files], per=count)
    took = timed(lambda: [source.read(name, data, phrases, "evidence") for name, data in files], per=count)
    row(f"a page of a text PDF ({count} pages)", took, floor, "bare pypdfium2 words and boxes")


def bare(data: bytes) -> int:
    """All characters with their boxes by pypdfium2 alone, joined to words at blanks: the floor."""
    found = 0
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        whole = text.get_text_range()
        for n, char in enumerate(whole[: text.count_chars()]):
            text.get_charbox(n)
            found += char.isspace()
    return found


def scans() -> None:
    """Reading scanned pages, children and all, beside the bare OCR engine on the same pixels; says so where it is absent."""
    from redress.casework.reading import as_sources, read_all
    from redress.readers import ocr

    if not ocr.installed():
        print(f"scanned pages: not measured; {ocr.INSTALL}")
        return
    from PIL import Image

    files = sorted(SAMPLES.glob("*/evidence/*.pdf"))[:SCANS]
    sheets = [pypdfium2.PdfDocument(path)[0].render(scale=200 / 72).to_pil().convert("RGB") for path in files]
    with tempfile.TemporaryDirectory() as box:
        names = [str(Path(box) / f"{n}.png") for n in range(len(sheets))]
        for name, sheet in zip(names, sheets, strict=True):
            sheet.save(name)
        took = timed(lambda: list(read_all(as_sources(names), use_cache=False)), runs=3, per=len(names))
        # Only now: a child must not be forked from a process that holds the threads of the engine.
        import numpy as np
        from rapidocr import RapidOCR

        engine = RapidOCR(params={"Global.log_level": "critical"})
        floor = timed(
            lambda: [engine(np.ascontiguousarray(np.asarray(Image.open(n))[:, :, ::-1])) for n in names],
            runs=3,
            per=len(names),
        )
    row(f"a scanned page ({len(names)} pictures, in children)", took, floor, "bare RapidOCR, both cores")
    print(f"{'largest child, memory':46} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10:9} MB")


def cases() -> None:
    """A whole `redress assess`, cold (no cache), warm (readings kept), beside starting Python; and own work warm."""
    from redress.casework import assess

    case = SAMPLES / "founding"
    day = dt.date(2026, 5, 5)
    with tempfile.TemporaryDirectory() as box:
        environ = dict(os.environ, REDRESS_CACHE=box, REDRESS_DATA=f"{box}/data")
        command = [str(REDRESS), "assess", str(case), "--as-of", day.isoformat(), "--json"]

        def run() -> None:
            subprocess.run(command, env=environ, capture_output=True, check=False)

        def cold() -> None:
            subprocess.run(["rm", "-rf", box], check=True)
            run()

        python = timed(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
        row("whole command, cold: nothing read before", timed(cold), python, "starting Python")
        row("whole command, warm: readings kept", timed(run), python, "starting Python")
        os.environ.update(REDRESS_CACHE=box, REDRESS_DATA=f"{box}/data")
        done = assess(case, today=day)
        data = msgspec.json.encode(done.assessment)
        floor = timed(lambda: msgspec.json.decode(data))
        row(
            "own work, warm, in one process", timed(lambda: assess(case, today=day)), floor, "parsing the result's JSON"
        )


def known_replies() -> None:
    """Looking up a reply among 100,000 earlier ones, opening the store each time, beside one bare probe of SQLite."""
    import random
    import sqlite3

    from redress.casework.known_replies import known
    from redress.history.fingerprints import Print, Told, prints
    from redress.model.folder import Dated
    from redress.packs.phrases import load_phrases
    from redress.readers.message import read_message

    chance = random.Random(7)  # noqa: S311
    words = ["".join(chance.choices("aeionrtsldbcmpg", k=chance.randint(2, 9))) for _ in range(2000)]

    def sentence(choice: list[str]) -> str:
        return " ".join(chance.choices(choice, k=chance.randint(6, 24))).capitalize() + "."

    def told(text: str) -> tuple[Print, ...]:
        return prints(msgspec.structs.replace(sample, text=text))

    sample = read_message("Thank you.", phrases=load_phrases())
    canned = [sentence(words[:300]) for _ in range(3000)]
    fixed = {one: told(one) for one in canned}

    def reply(number: int) -> Told:
        said = [p for one in chance.sample(canned[: 30 + number % 2970], 8) for p in fixed[one]]
        more = told(sentence(words)) if number % 2 else ()
        return Told(dated=Dated(source="", message=sample, on=None), key=number, sentences=(*said, *more))

    edited = [one.replace(" ", " and ", 1) for one in canned[100:104]]
    asked = told("\n".join((*canned[:10], *edited, sentence(words), sentence(words))))
    with tempfile.TemporaryDirectory() as box:
        path = Path(box) / "known.sqlite"
        with known(path, make=True) as store:
            assert store is not None
            store.learn(map(reply, range(100_000)), "bench")

        def look_up() -> list[int]:
            with known(path) as store:
                assert store is not None
                return store.seen(asked, [1, 2, 3])

        def probe() -> None:
            db = sqlite3.connect(path)
            db.execute("SELECT seen FROM sentences WHERE whole = ?", (asked[0].whole,)).fetchone()
            db.close()

        found = look_up()
        size = path.stat().st_size >> 20
        what = f"{sum(map(bool, found))} of {len(found)} sentences met in 100,000 replies"
        row(what, timed(look_up), timed(probe), f"one bare SQLite probe, {size} MB")


def main() -> None:
    """Print the table."""
    print(
        f"{dt.date.today().isoformat()}  Python {sys.version.split()[0]}, {os.cpu_count()} cores, ms: min / median / max of {RUNS}\n"
    )
    messages()
    papers()
    scans()
    cases()
    known_replies()


if __name__ == "__main__":
    main()
