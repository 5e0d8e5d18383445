"""What is asked of brand owners only is no ask to a reseller, and the other way round."""

import pytest

from redress.history.branches import Branch, is_others


@pytest.mark.parametrize(
    ("branch", "roles", "others"),
    [
        ("brand_owner", {"A": "reseller"}, True),
        ("brand_owner", {"A": "authorised", "B": "reseller"}, True),
        ("brand_owner", {"A": "brand_owner"}, False),
        ("brand_owner", {"A": "brand_owner", "B": "reseller"}, False),
        ("brand_owner", {"A": None}, False),
        ("brand_owner", {}, False),
        ("not_brand_owner", {"A": "brand_owner"}, True),
        ("not_brand_owner", {"A": "reseller"}, False),
        (None, {"A": "reseller"}, False),
    ],
)
def test_whom_a_branch_speaks_to(branch: Branch | None, roles: dict[str, str | None], *, others: bool) -> None:
    assert is_others(branch, tuple(roles), roles) is others
