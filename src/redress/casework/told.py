"""What `case.toml` names, against what there is: rungs, gates and files."""

from collections.abc import Collection, Iterable

from redress.casework.assemble import CALL
from redress.casework.errors import CaseError
from redress.model.case import CaseFile
from redress.model.pack import Pack


def check_names(told: CaseFile, pack: Pack) -> None:
    """Raise `CaseError` where *told* names a rung or a gate that *pack* does not know: passed over, it would mislead."""
    rungs = [r.id for r in pack.rungs]
    for event in told.events:
        if event.to not in {*rungs, CALL}:
            raise CaseError(
                f'case.toml: the event of {event.on} has to = "{event.to}", which is no rung here; right would be: {", ".join(rungs)}'
            )
    gates = {name for rule in pack.rules for name in (rule.id, rule.id.rpartition("/")[2])}
    for override in told.overrides:
        if override.gate not in gates:
            raise CaseError(
                f'case.toml: the override of {override.on} has gate = "{override.gate}", which is no rule here; '
                "`redress rules list` names them"
            )


def not_there(told: CaseFile, names: Collection[str]) -> tuple[str, ...]:
    """A sentence for each file *told* speaks of that is not among *names*, so that nothing told is lost in silence."""
    spoken: Iterable[tuple[str, str]] = (
        *(("[[messages]]", m.file) for m in told.messages),
        *(("[[reports]]", r.file) for r in told.reports),
        *(("[[corrections]]", c.source) for c in told.corrections),
    )
    return tuple(
        f"case.toml: {table} names {file}, which is not in the folder" for table, file in spoken if file not in names
    )
