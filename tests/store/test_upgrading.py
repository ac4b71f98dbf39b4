"""Records of every earlier form: opened, brought up to date on a copy, and never lost."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from liaison.casework.letter_texts import languages_ready
from liaison.casework.shredding import still_out
from liaison.errors import CannotUndo, Damaged, NotKept
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.follow_up import FollowUp
from liaison.model.key_holder import KeyHolder
from liaison.model.letter import LetterKind, LetterText
from liaison.model.meeting import Meeting, MeetingPerson
from liaison.model.person import Person
from liaison.model.restriction import Force, Restriction
from liaison.model.settings import SharingLog
from liaison.model.visit import HomeVisit
from liaison.store import upgrading
from liaison.store.record import accept_changes, restore_record
from liaison.store.schema import SCHEMA
from liaison.store.store import Store, check_connection
from liaison.store.whole_copies import looked_through
from liaison.vault import Laptop, engine, swapping
from liaison.vault.places import Place
from tests.builders import TODAY, Make
from tests.conftest import Ticking
from tests.store.conftest import OnDisk

GOLDEN = Path(__file__).parent.parent / "vault" / "golden"
CODE = "1PYA-VWJQ-PA5Y-4H0H-PYMC-SXHF-SPGE"
PASSPHRASE = "kettle umbrella otter thimble"
FIRST, WITH_LETTERS, WITH_PAPERS_BACK = "schema_1", "schema_4", "schema_5"
FORMS = sorted(each.name for each in GOLDEN.iterdir())
OLDER = [each for each in FORMS if int(each.removeprefix("schema_")) < SCHEMA]


def unpacked(form: str, tmp_path: Path) -> OnDisk:
    folder = tmp_path / "Golden.liaison"
    shutil.copytree(GOLDEN / form, folder)
    return OnDisk(folder, CODE, Ticking())


@pytest.fixture(params=OLDER)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> OnDisk:
    return unpacked(request.param, tmp_path)


def holders(store: Store) -> list[str]:
    """Whose keys the record names. The first form named none."""
    return [each.name for each in store.find(KeyHolder)]


def backups(disk: OnDisk) -> list[Path]:
    return sorted((disk.folder / "backups").glob("*.liaisonbackup"))


def form_on_disk(disk: OnDisk) -> int:
    with disk.opened(read_only=True) as store:
        assert store.vault is not None
        return engine.version_of(store.vault.connection)[1]


def test_there_is_a_golden_record_of_each_form_that_brought_something_to_keep() -> None:
    assert FORMS == [FIRST, WITH_LETTERS, WITH_PAPERS_BACK]


def test_it_is_brought_up_to_date_with_all_that_was_in_it(golden: OnDisk) -> None:
    with golden.opened() as store:
        assert (store.trouble, store.warnings) == ("", ())
        assert store.vault is not None
        assert store.vault.schema == SCHEMA
        assert sorted(each.name for each in store.find(Family)) == ["Khan", "Łukasz"]
        assert [each.facts for each in store.find(Contact)] == [
            "Rang about the bus. Zara was glad.",
            "Praise for reading.",
        ]
        assert store.search("glad")
        assert store.verify(full=True) == []
    assert golden.verify() == []
    assert form_on_disk(golden) == SCHEMA


def test_what_the_later_form_could_hold_is_there_and_the_first_had_none_of_it(
    tmp_path: Path,
) -> None:
    with unpacked(FIRST, tmp_path / "first").opened() as store:
        assert holders(store) == []
        assert store.find(Meeting) == store.find(LetterText) == []
    golden = unpacked(WITH_LETTERS, tmp_path / "later")
    for read_only in (True, False):
        with golden.opened(read_only=read_only) as store:
            assert holders(store) == ["Mrs A Officer"]
            (meeting,) = store.find(Meeting)
            assert meeting.purpose == "Agree how Zara gets to school by ten to nine"
            assert len(store.find(MeetingPerson)) == 3
            (letter,) = store.find(LetterText)
            assert (letter.language, letter.text) == ("pl", "Zapraszamy na spotkanie.")
            assert [each.force for each in store.find(Restriction)] == [Force.COURT]
            assert store.settings.shred_after is None


def test_papers_that_were_to_come_back_and_a_checked_translation_are_there(
    tmp_path: Path,
) -> None:
    golden = unpacked(WITH_PAPERS_BACK, tmp_path)
    for read_only in (True, False):
        with golden.opened(read_only=read_only) as store:
            assert store.settings.shred_after == 10
            notes = {each.digest: each for each in store.find(SharingLog)}
            assert notes["first"].shredded_on == TODAY
            assert notes["second"].shred_by == date(2026, 12, 3)
            assert [each.id for each in still_out(store)] == [notes["second"].id]
            (visit,) = store.find(HomeVisit)
            assert store.get(Person, visit.person).addressed == "Mrs Khan"
            assert languages_ready(store, LetterKind.INVITATION) == ("en-GB", "pl")
            assert (store.settings.phone, store.find(Meeting)[0].ended) == ("", "")
    assert golden.verify() == []


def test_its_passphrase_still_opens_it(golden: OnDisk) -> None:
    from liaison.store.record import open_record

    for _ in range(2):
        with closing(open_record(golden.folder, passphrase=PASSPHRASE, now=golden.clock)) as store:
            assert store.settings.school == "Oakfield Primary School"


def test_the_last_save_before_can_be_taken_back_and_put_back(golden: OnDisk) -> None:
    with golden.opened() as store:
        assert store.can_undo().startswith("follow-up")
        store.undo()
        assert [each.action for each in store.find(FollowUp)] == ["Ring about the bus"]
        store.redo()
        assert len(store.find(FollowUp)) == 2
        with pytest.raises(CannotUndo):
            store.redo()
        Make(store).family("Byrne")
    assert golden.verify() == []


def test_a_backup_of_the_old_form_is_made_first_and_can_be_restored(
    golden: OnDisk, tmp_path: Path
) -> None:
    with golden.opened():
        pass
    (file,) = backups(golden)
    restored = OnDisk(tmp_path / "Back.liaison", CODE, golden.clock)
    restore_record(file, restored.folder, recovery_code=CODE, now=golden.clock)
    assert restored.verify() == []
    assert form_on_disk(restored) == SCHEMA
    with golden.opened():
        pass
    assert len(backups(golden)) == 1


def test_checking_it_writes_nothing(golden: OnDisk) -> None:
    before = golden.files()
    assert golden.verify() == []
    assert golden.files() == before


def test_where_nothing_can_be_written_it_is_read_as_it_is(golden: OnDisk) -> None:
    before = golden.files()
    with golden.opened(read_only=True) as store:
        assert upgrading.OLDER_HERE in store.warnings
        assert store.trouble
        assert len(store.find(Family)) == 2
        assert store.verify(full=True) == [store.trouble]
    assert golden.files() == before


def test_on_a_network_share_it_is_read_as_it_is(golden: OnDisk) -> None:
    from liaison.store.record import open_record

    share = Laptop(place_of=lambda _folder: Place.NETWORK)
    before = golden.files()
    with closing(
        open_record(golden.folder, recovery_code=CODE, now=golden.clock, laptop=share)
    ) as store:
        assert store.trouble == Place.NETWORK.sentence
        assert upgrading.OLDER_HERE in store.warnings
    assert golden.files() == before


def refuse(*_given: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "step", ["backup.files.settle_file", "exchanging.write_tip", "swapping.files.write_new"]
)
def test_a_full_disk_leaves_the_old_form_to_be_read(
    golden: OnDisk, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = golden.files()
    with monkeypatch.context() as patched:
        patched.setattr(f"liaison.vault.{step}", refuse)
        with golden.opened() as store:
            assert "could not be brought up to date" in store.trouble
            assert "No space left" in store.trouble
            assert len(store.find(Family)) == 2
            accept_changes(store)
            assert store.trouble
    after = golden.files()
    assert {name: after[name] for name in before} == before
    with golden.opened() as store:
        assert store.trouble == ""
    assert golden.verify() == []


def test_a_copy_that_is_not_whole_is_not_swapped_in(
    golden: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = upgrading.take_steps

    def lossy(connection: engine.Connection) -> None:
        real(connection)
        connection.execute("DROP TABLE change")

    before = golden.files()
    with monkeypatch.context() as patched:
        patched.setattr(upgrading, "take_steps", lossy)
        with golden.opened() as store:
            assert "could not be brought up to date" in store.trouble
    assert golden.files().items() >= before.items()
    assert golden.verify() == []


def test_fewer_rows_than_before_are_damage(golden: OnDisk) -> None:
    with golden.opened() as store:
        connection = store.db.conn
        counts = check_connection(connection)
        assert looked_through(connection, counts) == store.mark
        with pytest.raises(Damaged, match="not whole"):
            looked_through(connection, counts | {"family": 3})


def test_a_damaged_record_of_an_old_form_is_not_touched(golden: OnDisk) -> None:
    database = golden.folder / "record.db"
    data = bytearray(database.read_bytes())
    data[-2000] ^= 1
    database.write_bytes(data)
    assert any("record.db" in each for each in golden.verify())
    with pytest.raises(Damaged, match=r"record\.db"), golden.opened():
        pass
    assert database.read_bytes() == bytes(data)


def test_an_outside_change_is_still_told_of_after_it_is_brought_up_to_date(
    golden: OnDisk, tmp_path: Path
) -> None:
    tip = (golden.folder / "tip.bin").read_bytes()
    (golden.folder / "tip.bin").unlink()
    for _ in range(2):
        with golden.opened() as store:
            assert "tip.bin is missing" in store.trouble
    with golden.opened() as store:
        accept_changes(store)
        assert store.trouble == ""
        Make(store).family("Byrne")
    (golden.folder / "tip.bin").write_bytes(tip)
    with golden.opened() as store:
        assert "record.db is not as this program left it" in store.trouble


def test_when_the_last_step_is_refused_it_is_taken_at_the_next_opening(
    golden: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def stubborn(self: Path, target: Path) -> Path:
        if self.name == "tip.bin" and self.parent.name == swapping.PROMISED:
            refuse()
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stubborn)
        with golden.opened() as store:
            assert store.trouble == swapping.HALF_WAY
            assert len(store.find(Family)) == 2
    assert swapping.promised(golden.folder)
    with golden.opened() as store:
        assert (store.trouble, store.warnings) == ("", ())
        Make(store).family("Byrne")
    assert golden.verify() == []
    assert not (golden.folder / swapping.PROMISED).exists()


def test_lists_that_cannot_be_added_keep_nobody_out(
    golden: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_save(_store: object) -> None:
        raise NotKept("The disk is full, so nothing was saved.")

    with monkeypatch.context() as patched:
        patched.setattr("liaison.store.record.add_newer_lists", refuse_save)
        with golden.opened() as store:
            assert len(store.find(Family)) == 2
    assert golden.verify() == []
