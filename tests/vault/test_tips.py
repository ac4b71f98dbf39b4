"""The tip: it shows what the engine's own checks cannot see."""

import shutil
from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from liaison.errors import Damaged, NotKept, ReadOnly
from liaison.vault import Mark, Tip, canonical
from liaison.vault.engine import EngineError
from liaison.vault.keys import Keys
from liaison.vault.measuring import Measuring
from liaison.vault.tip import MAGIC, read_tip, sealed, unsealed
from tests.vault.conftest import MARK, Made, flip

KEYS = Keys(bytes(32))
words = some.text(some.characters(codec="utf-8"), max_size=20)
numbers = some.integers(0, 2**50)
marks = some.builds(Mark, words, numbers, words)
tips = some.builds(
    Tip, words, marks, numbers, words, some.sampled_from(["open", "closed"]), numbers, words
)


@settings(max_examples=50)
@given(tips)
def test_a_tip_is_read_as_it_was_sealed(tip: Tip) -> None:
    assert unsealed(sealed(tip, KEYS), KEYS) == tip


def test_every_bit_of_a_tip_is_covered(made: Made) -> None:
    with made.opened() as vault:
        keys = vault.keys
    good = (made.folder / "tip.bin").read_bytes()
    for at in range(len(good)):
        for bit in range(8):
            changed = bytearray(good)
            changed[at] ^= 1 << bit
            with pytest.raises(ValueError, match="not"):
                unsealed(bytes(changed), keys)
    for cut in (b"", good[:10], good[:20], good[:-1], good + b"x"):
        with pytest.raises(ValueError, match="not"):
            unsealed(cut, keys)


@pytest.mark.parametrize(
    ("field", "value"),
    [("state", "ajar"), ("size", -1), ("vault", 5), ("mark", "x"), ("more", 1)],
)
def test_a_sealed_tip_of_another_shape_is_refused(field: str, value: object) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    tip = Tip("v", MARK, 3, "2026", "open", 0, "")
    plain = canonical.encode({**vars(tip), "mark": vars(MARK), field: value})
    box = AESGCM(KEYS.tip).encrypt(bytes(12), plain, MAGIC)
    with pytest.raises(ValueError, match=r"not|missing|no known"):
        unsealed(MAGIC + bytes(12) + box, KEYS)


def troubled(made: Made, words: str) -> None:
    """The record says what is wrong, can be read, and cannot be written."""
    for _ in range(2):
        with made.opened() as vault:
            assert words in vault.tip_trouble
            assert vault.read_only
            assert vault.connection.execute("SELECT count(*) FROM said").fetchone()[0] >= 300
            with pytest.raises(ReadOnly, match="record"):
                vault.begin_writing(MARK)
            with pytest.raises(EngineError, match="readonly"):
                vault.connection.execute("INSERT INTO said VALUES ('x')")


def test_a_measuring_begun_before_a_change_from_outside_is_not_believed(made: Made) -> None:
    measuring = Measuring(made.folder / "record.db")
    measuring.wait()
    with closing(made.open(measuring=measuring)) as vault:
        assert vault.tip_trouble == ""
    last = (made.folder / "record.db").stat().st_size - 10
    flip(made.folder / "record.db", last)
    with closing(made.open(measuring=measuring)) as vault:
        assert "record.db is not as this program left it" in vault.tip_trouble


def test_a_missing_tip_makes_the_record_read_only(made: Made) -> None:
    (made.folder / "tip.bin").unlink()
    troubled(made, "tip.bin is missing")


def test_a_changed_or_enormous_tip_makes_the_record_read_only(made: Made) -> None:
    flip(made.folder / "tip.bin", 60)
    troubled(made, "tip.bin is damaged")
    (made.folder / "tip.bin").write_bytes(bytes(5000))
    troubled(made, "tip.bin is damaged")


def test_a_tip_of_another_record_is_not_taken(made: Made) -> None:
    with made.opened() as vault:
        tip, keys = vault.tip, vault.keys
    assert tip is not None
    found, trouble = read_tip(made.folder, keys, vault="another")
    assert (found, trouble) == (None, "tip.bin belongs to another record.")


def old_file_back(made: Made) -> None:
    shutil.copy(made.folder / "record.db", made.folder / "old")
    made.write("sentence more", 2)
    (made.folder / "old").replace(made.folder / "record.db")


def old_page_back(made: Made) -> None:
    old = (made.folder / "record.db").read_bytes()
    made.write("sentence more", 2)
    new = (made.folder / "record.db").read_bytes()
    (made.folder / "record.db").write_bytes(old[:4096] + new[4096:])


def old_closed_tip_back(made: Made) -> None:
    shutil.copy(made.folder / "tip.bin", made.folder / "old")
    made.write("sentence more", 2)
    (made.folder / "old").replace(made.folder / "tip.bin")


def swapped_pages(made: Made) -> None:
    data = (made.folder / "record.db").read_bytes()
    (made.folder / "record.db").write_bytes(
        data[:4096] + data[8192:12288] + data[4096:8192] + data[12288:]
    )


def last_page_zeroed(made: Made) -> None:
    data = (made.folder / "record.db").read_bytes()
    (made.folder / "record.db").write_bytes(data[:-4096] + bytes(4096))


def page_added(made: Made) -> None:
    with (made.folder / "record.db").open("ab") as file:
        file.write(bytes(4096))


def last_bytes_cut(made: Made) -> None:
    with (made.folder / "record.db").open("r+b") as file:
        file.truncate((made.folder / "record.db").stat().st_size - 5)


def byte_added(made: Made) -> None:
    with (made.folder / "record.db").open("ab") as file:
        file.write(b"x")


CHANGES = [
    *(old_file_back, old_page_back, old_closed_tip_back, swapped_pages, last_page_zeroed),
    *(page_added, byte_added, last_bytes_cut),
]


@pytest.mark.parametrize("change", CHANGES, ids=[each.__name__ for each in CHANGES])
def test_a_closed_record_changed_from_outside_is_read_only(
    made: Made, change: Callable[[Made], None]
) -> None:
    change(made)
    for _ in range(2):
        with made.opened() as vault:
            assert "record.db is not as this program left it" in vault.tip_trouble
            assert vault.read_only


def test_a_record_cut_short_is_damaged(made: Made) -> None:
    size = (made.folder / "record.db").stat().st_size
    for length in (size - 4096, 4096):
        with (made.folder / "record.db").open("r+b") as file:
            file.truncate(length)
        with pytest.raises(Damaged, match=r"record\.db"):
            made.open()


def test_one_bit_in_any_page_of_a_closed_record_is_seen(made: Made) -> None:
    file = made.folder / "record.db"
    for at in range(4096 + 7, file.stat().st_size, 4096):
        flip(file, at)
        with made.opened() as vault:
            assert "record.db" in vault.tip_trouble
        flip(file, at)
    with made.opened() as vault:
        assert vault.tip_trouble == ""


def test_an_outside_change_once_accepted_is_over(made: Made) -> None:
    old_file_back(made)
    with made.opened() as vault:
        vault.accept(MARK)
        assert (vault.tip_trouble, vault.read_only) == ("", False)
        vault.begin_writing(MARK)
        vault.connection.execute("INSERT INTO said VALUES ('sentence of mine')")
        vault.note(Mark("laptop", 2, "cd" * 32))
    with made.opened() as vault:
        assert (vault.tip_trouble, vault.read_only) == ("", False)
        assert vault.tip is not None
        assert vault.tip.mark.number == 2


def on_disk(made: Made) -> tuple[str, int]:
    with made.opened(read_only=True) as vault:
        keys, id = vault.keys, vault.id
    tip, _ = read_tip(made.folder, keys, vault=id)
    assert tip is not None
    return tip.state, tip.mark.number


def test_the_tip_follows_the_commits_at_most_once_a_second(made: Made) -> None:
    seen = []
    with made.opened() as vault:
        keys, id = vault.keys, vault.id
        for number in range(1, 6):
            vault.note(Mark("laptop", number, "ab" * 32))
            tip, _ = read_tip(made.folder, keys, vault=id)
            assert tip is not None
            seen.append((tip.state, tip.mark.number))
            made.time.pass_by(0.4)
    assert seen == [("open", 1), ("open", 1), ("open", 1), ("open", 4), ("open", 4)]
    assert on_disk(made) == ("closed", 5)


def test_a_clock_set_back_does_not_stop_the_tip(made: Made) -> None:
    with made.opened() as vault:
        vault.note(Mark("laptop", 1, "ab" * 32))
        made.time.pass_by(-5000)
        vault.note(Mark("laptop", 2, "ab" * 32))
        tip, _ = read_tip(made.folder, vault.keys, vault=vault.id)
        assert tip is not None
        assert tip.mark.number == 2


def test_before_the_first_write_a_full_disk_is_a_sentence(made: Made) -> None:
    (made.folder / "tip.bin.new").mkdir()
    with made.opened() as vault:
        with pytest.raises(NotKept, match="Nothing was kept"):
            vault.begin_writing(MARK)
        with pytest.raises(NotKept, match="accepted"):
            vault.accept(MARK)
    (made.folder / "tip.bin.new").rmdir()
    assert on_disk(made) == ("closed", 1)


def test_after_a_commit_a_full_disk_only_leaves_the_tip_behind(made: Made) -> None:
    with made.opened() as vault:
        vault.begin_writing(MARK)
        vault.connection.execute("INSERT INTO said VALUES ('sentence more')")
        (made.folder / "tip.bin.new").mkdir()
        made.time.pass_by(2)
        vault.note(Mark("laptop", 2, "ab" * 32))
    (made.folder / "tip.bin.new").rmdir()
    with made.opened() as vault:
        assert vault.tip is not None
        assert (vault.tip.state, vault.tip.mark.number) == ("open", 1)
        assert not vault.read_only
        assert vault.connection.execute("SELECT count(*) FROM said").fetchone() == (301,)
