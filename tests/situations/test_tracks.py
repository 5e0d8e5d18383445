"""Cases that are about several things: each on its own way, the heaviest that can move leads."""

import pytest

from tests.situations import test_harder
from tests.situations.build import HERE

NAMES = sorted(p.stem for p in (HERE / "tracks").glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_each_goes_its_own_way(name: str) -> None:
    test_harder.hold(f"tracks/{name}")
