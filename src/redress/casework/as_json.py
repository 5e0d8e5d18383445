"""Assessments and readings -> the JSON of the contract."""

from collections.abc import Mapping
from typing import Any

import msgspec

from redress.casework.compared import Compared
from redress.model.decision import Assessment
from redress.model.reading import SourceReading


def reading_json(reading: SourceReading, compared: Mapping[str, Compared] | None = None) -> dict[str, Any]:
    """One object a source: `file`, `reader` and the reading's own keys, `parts`; or `file` and `error`.

    A message that was *compared* with those before it has `against` and `novelty` besides.
    """
    out: dict[str, Any] = {"file": reading.source.name}
    if reading.error is not None:
        out["error"] = reading.error
    elif reading.reading is not None:
        out.update(msgspec.to_builtins(reading.reading))
    out["sha256"] = reading.source.sha256
    if compared and reading.source.name in compared:
        out.update(msgspec.to_builtins(compared[reading.source.name]))
    if reading.notes:
        out["notes"] = list(reading.notes)
    if reading.parts:
        out["parts"] = [reading_json(part, compared) for part in reading.parts]
    return out


def assessment_json(assessment: Assessment) -> dict[str, Any]:
    """The whole assessment as the contract prints it."""
    bare = msgspec.structs.replace(assessment, readings=())
    out: dict[str, Any] = msgspec.to_builtins(bare)
    out["readings"] = [reading_json(r) for r in assessment.readings]
    return out


def encode(value: Any, *, indent: int = 0) -> str:
    """*value* as JSON text."""
    data = msgspec.json.encode(value)
    return (msgspec.json.format(data, indent=indent) if indent else data).decode()
