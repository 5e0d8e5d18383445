"""Hosts of mail: those where anyone can have an address."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _free() -> frozenset[str]:
    table = tomllib.loads(files(__package__).joinpath("hosts.toml").read_text(encoding="utf-8"))
    return frozenset(table["free"])


def is_free(host: str) -> bool:
    """Whether anyone can have an address at *host*."""
    return host.casefold() in _free()
