"""The worked examples of docs/packs.md: a phrase, a language, a marketplace, added as the page says."""

import re
import shutil
from pathlib import Path

import pytest

from redress import checks, packs
from redress.packs.phrases import load_phrases, read_phrases
from redress.packs.stores import HERE
from redress.readers.message import read_message

PAGE = Path(__file__).parents[2] / "docs" / "packs.md"
SHOWN = dict(re.findall(r"(?ms)^```toml\n# packs/(\S+)\n(.*?)^```", PAGE.read_text(encoding="utf-8")))
NOTICE = """Hello,

Your berth was towed away, because the goods may be inauthentic.

Harbor office
"""
DANISH = """Hej

Din sælgerkonto er blevet deaktiveret, fordi varen måske ikke er ægte.

Hvordan genaktiverer jeg min konto?
Send os:
- fakturaer fra din leverandør
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(HERE, tmp_path_factory.mktemp("packs") / "packs"))
    for name, text in SHOWN.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_the_page_shows_all_that_is_needed() -> None:
    assert {n.split("/")[0] for n in SHOWN} == {"harbor", "common"}
    assert "harbor/pack.toml" in SHOWN


def test_the_marketplace_opens_with_its_rule_and_rung(root: Path) -> None:
    pack = packs.open_pack("harbor", checks.SIGNATURES, root=root)
    assert [r.id for r in pack.rules] == ["notice/covered"]
    assert [r.id for r in pack.rungs] == ["appeal"]
    assert "escalation" in pack.templates
    for example in pack.rules[0].examples:
        assert checks.run_example(pack.rules[0], example).word == example.outcome


@pytest.mark.slow
def test_the_phrase_is_read(root: Path) -> None:
    before = read_message(NOTICE, phrases=load_phrases())
    after = read_message(NOTICE, phrases=read_phrases(root))
    assert before.outcome != "listing_removed"
    assert after.outcome == "listing_removed"


def test_the_language_ships_as_shown_and_is_read() -> None:
    assert (HERE / "common/phrases/da/messages.toml").read_text(encoding="utf-8") == SHOWN[
        "common/phrases/da/messages.toml"
    ]
    message = read_message(DANISH, phrases=load_phrases())
    assert (message.lang, message.kind, message.outcome) == ("da", "notice", "account_deactivated")
    assert message.violations == ("inauthentic",)
    assert [(r.what, r.quote) for r in message.requests] == [("invoice", "fakturaer fra din leverandør")]
