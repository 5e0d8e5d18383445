"""An exam for readers of sellers' papers: papers of invented firms whose truth is known because we wrote them.

- `made(layout, seed)` gives a file of one of `LAYOUTS` with its truth (the labels of the invoice scorer) and the values
  as printed; the same pair gives the same bytes on one machine.
- `scan(pdf, seed, form, strength)` (in `scans`; needs numpy and Pillow) gives its scan or photograph.
- `planted(kind, seed)` gives a case of two invoices with one of `KINDS` of faults in it, `sound(kind, seed)` its twin.
- `python -m tests.papers_made OUT` writes a set of files, truths and places for the invoice scorer (see `writing`);
  `casefolder.write_case(planted(kind, seed), folder)` writes a case folder.
- `HELD` names the layouts nobody looks at until the work on readers is at its end. The others are `OPEN`.

All names, numbers and addresses are invented; hosts lie in the domains kept for examples.
"""

from .faults import KINDS, planted, sound
from .layouts import HELD, LAYOUTS, OPEN
from .making import Made, MissingFontError, made

__all__ = ["HELD", "KINDS", "LAYOUTS", "OPEN", "Made", "MissingFontError", "made", "planted", "sound"]
