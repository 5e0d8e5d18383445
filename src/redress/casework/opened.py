"""Packs opened once a process, by the store of a case."""

from functools import cache

from redress import checks, packs
from redress.casework.errors import CaseError
from redress.model.pack import Pack


@cache
def pack(name: str) -> Pack:
    """The pack called *name*, checked against the signatures of the checks."""
    return packs.open_pack(name, checks.SIGNATURES)


def pack_for(marketplace: str) -> Pack:
    """The pack that knows the store *marketplace*; raises `CaseError` naming the stores that are known."""
    name = packs.for_marketplace(marketplace)
    if name is None:
        raise CaseError(
            f'case.toml: no pack knows marketplace = "{marketplace}"; known packs: {", ".join(packs.names())} '
            '(a store is named like "amazon.co.uk")'
        )
    return pack(name)
