"""The tracks of a case that goes several ways, on the screen."""

from redress.casework import findings_in_the_way
from redress.cli.cases import exit_code
from redress.cli.preview import next_move, preview
from redress.cli.theme import as_text
from tests.situations.test_situations import assessed


def test_each_way_stands_there_with_its_own_move() -> None:
    _, done = assessed("harder/listing-case-inside-account-case")
    for screen in (preview(done), next_move(done)):
        text = as_text(screen, 90)
        assert "EACH MATTER GOES ITS OWN WAY" in text
        assert "> Late shipment rate, acknowledged: to mend, the next move above" in text
        assert "- Inauthentic goods (B0FB3T7Q9L), disputed: to submit" in text
        assert "before anything is sent in this matter" in text
        assert "about: Late shipment rate" in text


def test_a_wait_tells_its_day() -> None:
    _, done = assessed("harder/second-notice-while-the-first-waits")
    assert "- Inauthentic goods (B0FB3T7Q9L), disputed: waiting until Sun 17 May 2026" in as_text(preview(done), 90)


def test_one_way_needs_no_words() -> None:
    _, done = assessed("acknowledged-only")
    text = as_text(preview(done), 90)
    assert "OWN WAY" not in text
    assert "about: " not in text


def test_what_another_matter_lacks_is_to_mend_too() -> None:
    _, done = assessed("tracks/denied-listing-while-account-waits")
    assert done.assessment.decision.move == "escalate"
    assert not findings_in_the_way(done.assessment)
    assert exit_code(done) == 0
    _, done = assessed("tracks/account-whole-listing-to-mend")
    assert done.assessment.decision.move == "submit"
    assert not findings_in_the_way(done.assessment)
    assert exit_code(done) == 1
