"""Opening: each way it can fail has its own sentence, and none of them changes anything."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from liaison.errors import (
    Damaged,
    LiaisonError,
    NewerRecord,
    NoSuchRecord,
    NotKept,
    OpenElsewhere,
    ReadOnly,
    WrongPassphrase,
)
from liaison.vault import Laptop, Mark, engine, lock, open_vault, recovery, verify_files
from liaison.vault.attempts import KEPT, failed_unlocks
from liaison.vault.engine import EngineError
from liaison.vault.places import Place
from tests.vault.conftest import MARK, PASSPHRASE, SCHEMA, START, Made, flip


def everything(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.name != "lock"}


def sentence_of(made: Made, **how: str | int) -> str:
    keywords = {"passphrase": PASSPHRASE, "schema": SCHEMA, **how}
    with pytest.raises(LiaisonError) as raised:
        open_vault(made.folder, laptop=made.laptop, **keywords)
    return f"{type(raised.value).__name__}: {raised.value}"


def test_the_passphrase_and_the_recovery_code_open_the_same_record(made: Made) -> None:
    actors = set()
    for how in ({"passphrase": PASSPHRASE}, {"recovery_code": made.code.lower()}):
        vault = open_vault(made.folder, schema=SCHEMA, **how)
        actors.add(vault.actor)
        assert len(vault.id) == 32
        vault.close()
    assert len(actors) == 2


def test_a_passphrase_is_the_same_however_its_letters_are_composed(made: Made) -> None:
    full_width = "".join(chr(ord(each) + 0xFEE0) if each != " " else each for each in PASSPHRASE)
    open_vault(made.folder, passphrase=full_width, schema=SCHEMA).close()


def test_six_failures_have_six_sentences(made: Made, tmp_path: Path) -> None:
    def damaged(name: str, at: int | None) -> Made:
        folder = tmp_path / f"{name} {at}"
        shutil.copytree(made.folder, folder)
        if at is None:
            (folder / name).unlink()
        else:
            flip(folder / name, at)
        return Made(folder, made.code, made.time)

    header = damaged("vault.json", 30)
    flip(header.folder / "vault.json.bak", 30)
    said = [
        sentence_of(made, passphrase="kettle umbrella otter thistle"),
        sentence_of(header),
        sentence_of(damaged("record.db", 20)),
        sentence_of(damaged("record.db", None)),
        sentence_of(made, schema=SCHEMA - 1),
    ]
    with made.opened():
        said.append(sentence_of(made))
    assert len(set(said)) == 6
    kinds = [each.partition(":")[0] for each in said]
    assert kinds == ["WrongPassphrase", *["Damaged"] * 3, "NewerRecord", "OpenElsewhere"]
    assert "vault.json" in said[1]
    assert "record.db is damaged" in said[2]
    assert "record.db is missing" in said[3]
    assert f"version {SCHEMA}" in said[4]


def test_a_place_without_a_record_says_so_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear parents", "utf-8")
    for folder in (tmp_path, tmp_path / "nothing", tmp_path / "letter.txt"):
        with pytest.raises(NoSuchRecord, match=folder.name):
            open_vault(folder, passphrase=PASSPHRASE, schema=SCHEMA)
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_either_a_passphrase_or_a_code_is_needed(made: Made) -> None:
    with pytest.raises(ValueError, match="either"):
        open_vault(made.folder, schema=SCHEMA)
    with pytest.raises(ValueError, match="either"):
        open_vault(made.folder, passphrase="a", recovery_code="b", schema=SCHEMA)


def test_the_lock_is_free_again_after_a_failure(made: Made) -> None:
    for how in ({"passphrase": "wrong"}, {"schema": 1}, {"passphrase": None, "recovery_code": "A"}):
        sentence_of(made, **how)
    made.open().close()


def test_no_file_is_held_open_after_a_failure(made: Made) -> None:
    handles = Path("/proc/self/fd")
    if not handles.exists():
        pytest.skip("the system does not tell which files are open")
    with pytest.raises(NewerRecord) as newer:
        made.open(schema=1)
    flip(made.folder / "record.db", 20)
    with pytest.raises(Damaged) as damaged:
        made.open()
    held = [os.readlink(each) for each in handles.iterdir() if each.is_symlink()]  # noqa: PTH115
    assert [each for each in held if each.startswith(str(made.folder))] == []
    assert newer.value is not damaged.value


def test_the_times_of_failed_unlocks_are_kept_and_nothing_else(made: Made) -> None:
    for _ in range(2):
        sentence_of(made, passphrase="wrong")
        made.time.pass_by(60)
    assert failed_unlocks(made.folder) == ["2026-11-21T15:30:00+00:00", "2026-11-21T15:31:00+00:00"]
    for _ in range(KEPT):
        sentence_of(made, passphrase=None, recovery_code=recovery.new_code())
    assert len(failed_unlocks(made.folder)) == KEPT


@pytest.mark.parametrize("content", [b"\xff", b"{}", b"[1]", b"[" * 20000])
def test_a_spoilt_list_of_attempts_is_no_obstacle(made: Made, content: bytes) -> None:
    (made.folder / "attempts.json").write_bytes(content)
    assert failed_unlocks(made.folder) == []
    made.open().close()
    sentence_of(made, passphrase="wrong")
    assert len(failed_unlocks(made.folder)) == 1


def test_a_list_of_attempts_that_cannot_be_written_is_no_obstacle(made: Made) -> None:
    (made.folder / "attempts.json.new").mkdir()
    assert sentence_of(made, passphrase="wrong").startswith("WrongPassphrase")


def test_a_header_that_cannot_be_read_is_put_back_from_its_copy(made: Made) -> None:
    good = everything(made.folder)
    flip(made.folder / "vault.json", 40)
    with made.opened() as vault:
        assert vault.warnings == ("vault.json was damaged. It has been put back from its copy.",)
    assert everything(made.folder) == good


def test_a_missing_header_is_put_back_from_its_copy(made: Made) -> None:
    (made.folder / "vault.json").unlink()
    with made.opened() as vault:
        assert "put back" in vault.warnings[0]
    verify_files(made.folder)


def test_a_bit_of_a_slot_is_put_back_too(made: Made) -> None:
    file = made.folder / "vault.json"
    good = file.read_bytes()
    for slot in (b'"passphrase"', b'"recovery"'):
        wrapped = good.index(b'"wrapped":"', good.index(slot)) + 20
        file.write_bytes(good[:wrapped] + bytes([good[wrapped] ^ 3]) + good[wrapped + 1 :])
        vault = open_vault(made.folder, passphrase=PASSPHRASE, schema=SCHEMA)
        vault.close()
        assert len(vault.warnings) == 1
        assert file.read_bytes() == good


def test_a_spoilt_copy_is_written_again(made: Made) -> None:
    for spoil in (lambda copy: flip(copy, 5), Path.unlink):
        spoil(made.folder / "vault.json.bak")
        with made.opened() as vault:
            assert vault.warnings == ()
        verify_files(made.folder)


def test_a_full_disk_while_putting_the_header_right_is_no_obstacle(made: Made) -> None:
    flip(made.folder / "vault.json", 40)
    (made.folder / "vault.json.new").mkdir()
    with made.opened() as vault:
        assert vault.connection.execute("SELECT count(*) FROM said").fetchone() == (300,)


def test_a_damaged_copy_does_not_hide_a_wrong_passphrase(made: Made) -> None:
    flip(made.folder / "vault.json.bak", 5)
    assert sentence_of(made, passphrase="wrong").startswith("WrongPassphrase")
    flip(made.folder / "vault.json.bak", 5)
    flip(made.folder / "vault.json", 5)
    assert sentence_of(made, passphrase="wrong").startswith("WrongPassphrase")


def test_an_unencrypted_database_is_refused_untouched(made: Made) -> None:
    plain = engine.driver.connect(str(made.folder / "plain.db"))
    plain.execute("CREATE TABLE said (words TEXT)")
    plain.close()
    (made.folder / "plain.db").replace(made.folder / "record.db")
    before = everything(made.folder)
    assert "not encrypted" in sentence_of(made)
    assert everything(made.folder) == before


@pytest.mark.parametrize("size", [0, 100, 4095])
def test_a_database_cut_to_nothing_is_not_taken_for_a_new_one(made: Made, size: int) -> None:
    with (made.folder / "record.db").open("r+b") as file:
        file.truncate(size)
    assert "cut short" in sentence_of(made)
    assert (made.folder / "record.db").stat().st_size == size


def test_a_file_that_cannot_be_read_is_named(made: Made) -> None:
    (made.folder / "record.db").unlink()
    (made.folder / "record.db").mkdir()
    assert "record.db cannot be read" in sentence_of(made)
    for name in ("vault.json", "vault.json.bak"):
        (made.folder / name).unlink()
        (made.folder / name).mkdir()
    assert "vault.json cannot be read" in sentence_of(made)


def test_another_programs_database_under_the_same_key_is_refused(made: Made) -> None:
    with made.opened() as vault:
        vault.begin_writing(MARK)
        vault.connection.execute("PRAGMA application_id = 7")
    assert "not the database of a record" in sentence_of(made)


def test_a_forgotten_key_never_makes_a_plain_database(tmp_path: Path) -> None:
    for key in (b"", b"short"):
        for opening in (
            engine.memory,
            lambda key: engine.connect(tmp_path / "x", key, create=True),
        ):
            with pytest.raises(ValueError, match="without its whole key"):
                opening(key)
    with pytest.raises(EngineError):
        engine.connect(tmp_path / "x", bytes(32))
    assert list(tmp_path.iterdir()) == []


def test_a_database_another_program_writes_to_is_not_called_damaged(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made.opened() as vault:
        keys = vault.keys
    other = engine.connect(made.folder / "record.db", keys.database)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(engine, "PATIENCE", 0.0)
    with pytest.raises(OpenElsewhere, match=r"record\.db is in use"):
        made.open()
    other.close()


def test_a_second_process_is_kept_out(made: Made) -> None:
    program = (
        "import sys; from pathlib import Path; from liaison.vault import open_vault\n"
        "from liaison.errors import OpenElsewhere\n"
        "try: open_vault(Path(sys.argv[1]), recovery_code=sys.argv[2], schema=3)\n"
        "except OpenElsewhere as error: print(error)\n"
    )
    call = [sys.executable, "-c", program, str(made.folder), made.code]
    with made.opened():
        said = subprocess.run(call, capture_output=True, text=True, check=True).stdout
    assert "already open in another program (process " in said
    assert subprocess.run(call, capture_output=True, text=True, check=True).stdout == ""


def test_a_reader_is_kept_out_too_and_the_text_of_the_lock_means_nothing(made: Made) -> None:
    (made.folder / "lock").write_bytes(b"\xffnonsense")
    with made.opened(read_only=True):
        with pytest.raises(OpenElsewhere, match=r"another program\. Close it"):
            made.open(read_only=True)
        with pytest.raises(OpenElsewhere):
            made.open()
    made.open().close()


@pytest.mark.parametrize("place", [Place.NETWORK, Place.READ_ONLY])
def test_where_writing_is_refused_the_record_can_be_read_and_nothing_changes(
    made: Made, place: Place
) -> None:
    flip(made.folder / "vault.json", 40)
    (made.folder / "lock").unlink()
    before = everything(made.folder)
    made.place = place
    with made.opened() as vault:
        assert vault.read_only
        assert vault.warnings == (place.sentence,)
        assert vault.connection.execute("SELECT count(*) FROM said").fetchone() == (300,)
        for write in (vault.begin_writing, vault.note, vault.accept):
            with pytest.raises(ReadOnly) as raised:
                write(MARK)
            assert str(raised.value) == place.sentence
        with pytest.raises(EngineError, match="readonly"):
            vault.connection.execute("INSERT INTO said VALUES ('x')")
    assert sentence_of(made, passphrase="wrong").startswith("WrongPassphrase")
    assert everything(made.folder) == before
    assert not (made.folder / "lock").exists()


def test_a_record_asked_for_reading_only_is(made: Made) -> None:
    with made.opened(read_only=True) as vault, pytest.raises(ReadOnly, match="for reading only"):
        vault.begin_writing(MARK)


@pytest.mark.parametrize("place", [Place.SYNC, Place.REMOVABLE])
def test_a_doubtful_place_is_warned_about(made: Made, place: Place) -> None:
    made.place = place
    with made.opened() as vault:
        assert vault.warnings == (place.sentence,)
        assert not vault.read_only


def test_a_lock_that_cannot_be_written_is_a_sentence(made: Made) -> None:
    (made.folder / "lock").unlink()
    (made.folder / "lock").mkdir()
    with pytest.raises(NotKept, match="lock of the record"):
        made.open()


def test_a_disk_without_locks_is_not_called_open_elsewhere(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_handle: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "_grab", unknown)
    with pytest.raises(NotKept, match="Operation not supported"):
        made.open()
    made.place = Place.NETWORK
    made.open().close()


def test_a_clock_behind_the_last_change_is_said(made: Made) -> None:
    made.time.pass_by(-3600)
    with made.opened() as vault:
        assert "clock says 21/11/2026 14:30 UTC" in vault.warnings[0]
        assert "written on 21/11/2026 at 15:30 UTC" in vault.warnings[0]


def test_the_system_is_asked_when_nothing_else_is_handed_in(made: Made) -> None:
    vault = open_vault(made.folder, recovery_code=made.code, schema=SCHEMA)
    vault.close()
    assert Laptop().clock() > START.replace(year=2020)


def test_looking_without_writing_leaves_every_byte(made: Made) -> None:
    before = everything(made.folder)
    with made.opened() as vault:
        vault.connection.execute("SELECT count(*) FROM said").fetchone()
    assert everything(made.folder) == before


def test_a_half_written_save_is_rolled_back_on_opening(made: Made) -> None:
    file, journal = made.folder / "record.db", made.folder / "record.db-journal"
    with made.opened() as vault:
        vault.begin_writing(MARK)
        vault.connection.execute("PRAGMA cache_size = 1")
        vault.connection.execute("BEGIN IMMEDIATE")
        vault.connection.execute("UPDATE said SET words = words || zeroblob(3000)")
        half, kept, tip = file.read_bytes(), journal.read_bytes(), (made.folder / "tip.bin")
        open_tip = tip.read_bytes()
        vault.connection.execute("ROLLBACK")
    file.write_bytes(half)
    tip.write_bytes(open_tip)
    journal.write_bytes(kept)
    made.place = Place.READ_ONLY
    with pytest.raises(ReadOnly, match="copy it to this laptop"):
        made.open()
    made.place = Place.LOCAL
    with made.opened() as vault:
        assert vault.connection.execute("SELECT max(length(words)) FROM said").fetchone() == (14,)
        assert engine.checks(vault.connection, full=True) == []
        assert vault.tip is not None
        assert vault.tip.state == "open"
    assert not journal.exists()


def test_a_newer_header_is_refused_by_its_version(made: Made) -> None:
    for name in ("vault.json", "vault.json.bak"):
        file = made.folder / name
        file.write_bytes(file.read_bytes().replace(b'"version":1', b'"version":2'))
    with pytest.raises(NewerRecord, match="format 2"):
        made.open()
    with pytest.raises(NewerRecord):
        verify_files(made.folder)


def test_a_session_marks_the_record_open_and_then_closed(made: Made) -> None:
    vault = made.open()
    vault.begin_writing(MARK)
    vault.connection.execute("INSERT INTO said VALUES ('sentence more')")
    vault.note(Mark("laptop", 2, "cd" * 32))
    vault.close(Mark("laptop", 3, "ef" * 32))
    vault.close()
    with made.opened() as again:
        assert again.tip is not None
        assert (again.tip.state, again.tip.mark.number) == ("closed", 3)
        assert again.tip_trouble == ""


def test_a_wrong_code_of_another_record_does_not_open_this_one(made: Made) -> None:
    with pytest.raises(WrongPassphrase, match="another record"):
        open_vault(made.folder, recovery_code=recovery.new_code(), schema=SCHEMA)


def test_no_files_to_verify_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NoSuchRecord):
        verify_files(tmp_path)


def test_a_missing_header_or_copy_is_damage(made: Made) -> None:
    for name in ("vault.json", "vault.json.bak"):
        kept = (made.folder / name).read_bytes()
        (made.folder / name).unlink()
        with pytest.raises(Damaged, match=f"{name} is missing"):
            verify_files(made.folder)
        (made.folder / name).write_bytes(kept)


def test_a_flipped_version_is_damage_and_not_a_newer_program(made: Made) -> None:
    header = made.folder / "vault.json"
    text = header.read_bytes()
    flipped = text.replace(b'"version":1', b'"version":9')
    assert flipped != text
    header.write_bytes(flipped)
    with pytest.raises(Damaged, match="one of them is damaged"):
        verify_files(made.folder)
    (made.folder / "vault.json.bak").write_bytes(flipped)
    with pytest.raises(NewerRecord):
        verify_files(made.folder)
