"""Which packs there are, and which of them knows a store."""

import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def folder_of(name: str, root: Path = HERE) -> Path:
    """The folder of the pack called *name*."""
    return root / name


@cache
def names() -> tuple[str, ...]:
    """The names of all packs."""
    return tuple(sorted(p.parent.name for p in HERE.glob("*/pack.toml")))


@cache
def for_marketplace(marketplace: str) -> str | None:
    """The name of the pack one of whose stores is called *marketplace*, or None."""
    for name in names():
        table = tomllib.loads((folder_of(name) / "pack.toml").read_text(encoding="utf-8"))
        if any(store["name"] == marketplace.lower() for store in table["stores"]):
            return name
    return None
