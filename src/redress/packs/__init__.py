"""TOML -> rules, ladders, phrases, templates: a marketplace as data, in a folder beside this file."""

from redress.packs.faults import PackError
from redress.packs.open import open_pack
from redress.packs.stores import for_marketplace, names

__all__ = ["PackError", "for_marketplace", "names", "open_pack"]
