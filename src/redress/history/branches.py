"""Asks that a message makes of brand owners only, or of everybody else only."""

from collections.abc import Mapping, Sequence
from typing import Literal

from redress.model.case import Product
from redress.model.message import Message, Request

Branch = Literal["brand_owner", "not_brand_owner"]
BRANCHES: tuple[Branch, ...] = ("brand_owner", "not_brand_owner")
Roles = Mapping[str, str | None]


def branch_of(message: Message, request: Request) -> Branch | None:
    """The branch of *message* in which *request* stands, or None where it is asked of everybody."""
    for branch in BRANCHES:
        label = f"branch:{branch}"
        if any(m.label == label and m.start <= request.start and request.end <= m.end for m in message.marks):
            return branch
    return None


def roles_of(products: Sequence[Product]) -> Roles:
    """The seller's role for each ASIN, None where it was not told."""
    return {p.asin: p.role for p in products}


def is_others(branch: Branch | None, asins: Sequence[str], roles: Roles) -> bool:
    """Whether *branch* speaks to sellers that this one is not, for each of *asins*; a role not told leaves it open."""
    held = [roles.get(a) for a in asins] or list(roles.values())
    if branch is None or not held or None in held:
        return False
    owner = {role == "brand_owner" for role in held}
    return owner == {branch == "not_brand_owner"}
