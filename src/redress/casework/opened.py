"""Packs opened once a process, by the store of a case."""

from functools import cache

from msgspec.structs import replace

from redress import checks, packs
from redress.casework.errors import CaseError
from redress.model.ladder import rung_in
from redress.model.pack import Pack, store_of


@cache
def pack(name: str) -> Pack:
    """The pack called *name*, checked against the signatures of the checks."""
    return packs.open_pack(name, checks.SIGNATURES)


@cache
def pack_for(marketplace: str) -> Pack:
    """The pack that knows the store *marketplace*, its rungs as they are there; raises `CaseError` naming the stores known."""
    name = packs.for_marketplace(marketplace)
    if name is None:
        raise CaseError(
            f'case.toml: no pack knows marketplace = "{marketplace}"; known packs: {", ".join(packs.names())} '
            '(a store is named like "amazon.co.uk")'
        )
    held = pack(name)
    store = store_of(held, marketplace)
    return replace(held, rungs=tuple(rung_in(r, store.region) for r in held.rungs)) if store is not None else held
