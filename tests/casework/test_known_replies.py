"""The desk's store: what it tells, what it keeps, what it gives away, and that it never stands in the way."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from redress.casework import CaseError, shared_replies
from redress.casework.known_replies import Known, StoreError, known, learns, place
from redress.history.fingerprints import Told, prints, told
from redress.model.folder import Dated
from tests.history import canned as c

CANARIES = ("Quillfeather", "Zanzibarine", "Brackenhold")
NEW = "Our records of your warehouse show another address than the one you gave."


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REDRESS_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def store() -> Iterator[Known]:
    with known(make=True) as opened:
        assert opened is not None
        yield opened


def lesson(words: str) -> Told:
    return told(Dated(source="m.txt", message=c.read(words), on=None))


def reply(number: int, *more: str) -> str:
    return c.text(*more, filled={**c.FILLED, "name": f"Seller {number}", "number": f"{number} 4471903"})


def counts(store: Known, words: str, without: tuple[int, ...] = ()) -> list[int]:
    return store.seen(prints(c.read(words)), without)


def test_nothing_is_known_before_anything_was_learned() -> None:
    with known() as none:
        assert none is None
    assert not place().exists()


def test_a_reply_to_another_seller_is_told_sentence_by_sentence(store: Known) -> None:
    assert store.learn([lesson(reply(n)) for n in range(3)], "a") == 3
    assert counts(store, c.text(NEW, filled=c.OTHER)) == [3, 3, 3, 0, 3]


def test_reordering_and_small_edits_are_told(store: Known) -> None:
    store.learn([lesson(reply(1))], "a")
    edited = [p.replace("at any time", "at any moment").replace("Please go", "Kindly go") for p in c.BODY[1:]]
    assert counts(store, "\n\n".join(p.format(**c.OTHER) for p in reversed(edited))) == [1] * 4


def test_the_same_message_counts_once_however_often_it_is_learned(store: Known) -> None:
    for _ in range(3):
        store.learn([lesson(reply(1)), lesson(reply(1))], "a")
    assert counts(store, reply(9)) == [1] * 4


def test_ones_own_case_is_no_other_message(store: Known) -> None:
    ours = lesson(reply(1))
    store.learn([ours, lesson(reply(2))], "a")
    assert counts(store, reply(9), (ours.key,)) == [1] * 4


def test_a_forgotten_message_leaves_nothing(store: Known) -> None:
    first, second = lesson(reply(1, NEW)), lesson(reply(2))
    store.learn([first, second], "a")
    assert store.forget([first.key, 12345]) == 1
    assert counts(store, reply(9, NEW)) == [1, 1, 1, 0, 1]
    store.forget([second.key])
    for table in ("replies", "sentences", "bands"):
        assert store.db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_no_word_of_a_message_and_no_name_of_a_seller_is_kept(store: Known, data: Path) -> None:
    store.learn([lesson(reply(1, f"We could not reach {name} Wholesale by phone today."))  for name in CANARIES], CANARIES[0])  # fmt: skip
    store.db.close()
    kept = b"".join(p.read_bytes() for p in data.iterdir()).lower()
    for word in (*CANARIES, "wholesale", "submission", "account", "example"):
        assert word.lower().encode() not in kept


def test_an_export_holds_hashes_and_counts_of_what_three_sellers_were_told(store: Known) -> None:
    said = {name: f"We could not reach {name} Wholesale by phone today." for name in CANARIES}
    for number, name in enumerate(CANARIES):
        store.learn([lesson(reply(number, said[name])), lesson(reply(number + 10, NEW))], name if number else "one")
        store.learn([lesson(reply(number + 20, "Only one seller was told this sentence again and again."))], "one")
    exported = shared_replies.export(store)
    text = msgspec.json.encode(exported).decode()
    for word in (*CANARIES, "Wholesale", "seller"):
        assert word.lower() not in text.lower().replace(shared_replies.FORM, "")
    given = {s.whole for s in exported.sentences}
    assert given == {p.whole for p in prints(c.read(c.text(NEW)))}
    secret = [p.whole for words in said.values() for p in prints(c.read(words))]
    assert secret
    assert not given & set(secret)
    assert set(msgspec.to_builtins(exported.sentences[0])) == {"whole", "seen", "pairs"}


def test_what_another_desk_exports_is_known_here_once_and_not_passed_on(store: Known, tmp_path: Path) -> None:
    for number in range(4):
        store.learn([lesson(reply(number))], f"seller {number}")
    first = msgspec.json.encode(shared_replies.export(store))
    store.learn([lesson(reply(7))], "seller 7")
    second = msgspec.json.encode(shared_replies.export(store))
    with known(tmp_path / "other.sqlite", make=True) as other:
        assert other is not None
        other.learn([lesson(reply(30))], "x")
        for data in (first, second, second):
            shared_replies.take_in(other, data)
        assert counts(other, reply(9)) == [6] * 4
        assert shared_replies.export(other).sentences == ()
        found = shared_replies.stats(other)
        assert (found.replies, found.desks, found.others) == (1, 1, 5)
        assert shared_replies.forget_others(other) == 1
        assert counts(other, reply(9)) == [1] * 4


def test_ones_own_export_is_refused(store: Known) -> None:
    with pytest.raises(CaseError, match="own export"):
        shared_replies.take_in(store, msgspec.json.encode(shared_replies.export(store)))


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"\xff", b"[1]", b'{"form": "redress known replies", "version": 99, "desk": "0123456789abcdef", "replies": 1, "sentences": []}',
     b'{"form": "redress known replies", "version": 1, "desk": "0123456789abcdef", "replies": 1, "sentences": [{"whole": 1, "seen": 0, "pairs": []}]}',
     b'{"form": "redress known replies", "version": 1, "desk": "0123456789abcdef", "replies": 1, "sentences": [{"whole": 1e30, "seen": 1, "pairs": [-1]}]}'],
)  # fmt: skip
def test_a_file_that_is_no_export_is_refused_and_changes_nothing(store: Known, data: bytes) -> None:
    with pytest.raises(CaseError):
        shared_replies.take_in(store, data)
    assert shared_replies.stats(store).sentences == 0


def test_a_damaged_store_is_one_sentence(data: Path) -> None:
    data.mkdir()
    place().write_bytes(b"no database at all" * 200)
    with pytest.raises(StoreError, match="is damaged"), known():
        pass


def test_a_store_with_damaged_rows_is_one_sentence(store: Known) -> None:
    ours = lesson(reply(1))
    store.learn([ours], "a")
    store.db.execute("UPDATE replies SET sentences = X'010203'")
    with pytest.raises(StoreError, match="is damaged"), known() as opened:
        (opened or store).seen(ours.sentences, [ours.key])


def test_a_locked_store_is_one_sentence(store: Known) -> None:
    other = sqlite3.connect(place())
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="in use by another Redress"), known(make=True):
        pass
    other.close()


def test_a_store_of_another_version_says_how_to_begin_anew(store: Known) -> None:
    store.db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="forget --all"), known():
        pass


@pytest.mark.parametrize(("switch", "may"), [(None, True), ("1", True), ("0", False), ("off", False)])
def test_learning_is_opt_out(switch: str | None, may: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDRESS_LEARN")
    if switch is not None:
        monkeypatch.setenv("REDRESS_LEARN", switch)
    assert learns() is may


def test_the_store_is_for_its_owner_alone(store: Known) -> None:
    assert place().stat().st_mode & 0o077 == 0
