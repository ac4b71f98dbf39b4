"""Places: the laptop's own disk is told from shares, sticks and folders that are synced."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from liaison.vault import places
from liaison.vault.disks import (
    Disk,
    disk_of,
    linux_disk,
    mac_disk,
    plugged_in,
    read_or_nothing,
    windows_disk,
)
from liaison.vault.places import Facts, Place, classify, facts_about, is_cloud_folder, place_of


@pytest.mark.parametrize(
    "path",
    [
        PureWindowsPath("C:/People/Sam/OneDrive/R.liaison"),
        PureWindowsPath("C:/People/Sam/OneDrive - Oakwood Primary/Family/R.liaison"),
        PureWindowsPath("G:/My Drive/R.liaison"),
        PureWindowsPath("C:/People/Sam/iCloudDrive/R.liaison"),
        PurePosixPath("/homes/sam/Dropbox/R.liaison"),
        PurePosixPath("/homes/sam/Dropbox (Personal)/R.liaison"),
        PurePosixPath("/People/sam/Google Drive/R.liaison"),
        PurePosixPath("/People/sam/Library/CloudStorage/GoogleDrive-x/R.liaison"),
        PurePosixPath("/People/sam/Library/Mobile Documents/com~apple~CloudDocs/R.liaison"),
        PurePosixPath("/homes/sam/nextcloud/R.liaison"),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path: PurePosixPath | PureWindowsPath) -> None:
    assert classify(Facts(path)) is Place.SYNC


@pytest.mark.parametrize(
    "path",
    [
        PureWindowsPath("C:/People/Sam/Documents/R.liaison"),
        PurePosixPath("/homes/sam/boxes/R.liaison"),
        PurePosixPath("/homes/sam/Dropboxes/R.liaison"),
        PurePosixPath("/homes/sam/My Driver/R.liaison"),
    ],
)
def test_an_ordinary_folder_is_local_and_says_nothing(
    path: PurePosixPath | PureWindowsPath,
) -> None:
    assert classify(Facts(path)) is Place.LOCAL
    assert Place.LOCAL.sentence == ""


def test_each_fact_leads_to_its_place() -> None:
    path = PurePosixPath("/data/R.liaison")
    synced = (PurePosixPath("/data"),)
    assert classify(Facts(path, filesystem="CIFS")) is Place.NETWORK
    assert classify(Facts(PureWindowsPath("//server/share/R"))) is Place.NETWORK
    assert classify(Facts(PurePosixPath("//server/share/R"))) is Place.NETWORK
    assert classify(Facts(path, writable=False)) is Place.READ_ONLY
    assert classify(Facts(path, synced=synced)) is Place.SYNC
    assert classify(Facts(path, synced=(PurePosixPath("/dat"),))) is Place.LOCAL
    assert classify(Facts(path, removable=True)) is Place.REMOVABLE


def test_the_worst_of_several_counts() -> None:
    path = PurePosixPath("/data/R.liaison")
    everything = Facts(path, "nfs", removable=True, writable=False, synced=(path,))
    assert classify(everything) is Place.NETWORK
    assert classify(Facts(path, removable=True, writable=False, synced=(path,))) is Place.READ_ONLY
    assert classify(Facts(path, removable=True, synced=(path,))) is Place.SYNC


def test_every_place_but_the_local_one_has_a_sentence_and_two_refuse_writes() -> None:
    assert len({place.sentence for place in Place}) == len(Place)
    refusing = [place for place in Place if place.refuses_writes]
    assert refusing == [Place.NETWORK, Place.READ_ONLY]


def test_this_laptops_temporary_folder_can_be_asked_about(tmp_path: Path) -> None:
    assert isinstance(place_of(tmp_path / "not" / "there"), Place)
    assert disk_of(tmp_path).filesystem != ""


def test_what_the_services_say_and_leave_is_taken(tmp_path: Path) -> None:
    home = tmp_path / "home"
    cloud = home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    (cloud / "Documents").mkdir(parents=True)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / ".stfolder").mkdir()
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / ".dropbox").touch()
    (home / ".dropbox").mkdir()
    environment = {"OneDrive": str(tmp_path / "one"), "OneDriveCommercial": ""}

    def place(folder: Path) -> Place:
        facts = facts_about(folder, environment, home)
        return classify(Facts(facts.path, writable=facts.writable, synced=facts.synced))

    assert place(home / "Documents" / "R.liaison") is Place.SYNC
    assert place(home / "Desktop" / "R.liaison") is Place.LOCAL
    assert place(tmp_path / "one" / "R.liaison") is Place.SYNC
    assert place(tmp_path / "shared" / "deep" / "R.liaison") is Place.SYNC
    assert place(tmp_path / "files" / "R.liaison") is Place.SYNC
    assert place(tmp_path / "R.liaison") is Place.LOCAL


def test_a_link_into_a_synced_folder_or_to_a_share_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "R.liaison").mkdir(parents=True)
    link = tmp_path / "R.liaison"
    link.symlink_to(tmp_path / "Dropbox" / "R.liaison")
    facts = facts_about(link, {}, tmp_path)
    assert facts.real == (tmp_path / "Dropbox" / "R.liaison").resolve()
    assert classify(Facts(facts.path, real=facts.real)) is Place.SYNC
    assert classify(Facts(PureWindowsPath("S:/R"), real=PureWindowsPath("//s/r/R"))) is (
        Place.NETWORK
    )


@pytest.mark.parametrize(
    ("note", "synced"),
    [
        ('{"personal": {"path": "FOLDER", "host": 1}}', True),
        ('{"personal": {"host": 1}}', False),
        ('{"personal": 5}', False),
        ("[]", False),
        ("{", False),
    ],
)
def test_dropbox_is_asked_where_its_folder_is(tmp_path: Path, note: str, *, synced: bool) -> None:
    folder = tmp_path / "all my files"
    (tmp_path / "roaming" / "Dropbox").mkdir(parents=True)
    said = note.replace("FOLDER", folder.as_posix())
    (tmp_path / "roaming" / "Dropbox" / "info.json").write_text(said, encoding="utf-8")
    environment = {"APPDATA": str(tmp_path / "roaming"), "LOCALAPPDATA": ""}
    facts = facts_about(folder / "R.liaison", environment, tmp_path / "home")
    assert (folder in facts.synced) == synced


def test_the_mark_of_a_cloud_folder_on_windows_is_known() -> None:
    assert [is_cloud_folder(tag) for tag in (0x9000001A, 0x9000601A, 0xA000000C, 0)] == [
        *(True, True),
        *(False, False),
    ]


def test_files_that_forbid_writing_make_a_place_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "record.db").touch()
    asked: list[str] = []

    def access(path: Path, _mode: int) -> bool:
        asked.append(path.name)
        return path.name != "record.db"

    monkeypatch.setattr(places.os, "access", access)
    assert not facts_about(tmp_path, {}, tmp_path).writable
    assert facts_about(tmp_path / "other", {}, tmp_path / "home").writable is False
    (tmp_path / "record.db").unlink()
    assert facts_about(tmp_path, {}, tmp_path).writable
    assert "record.db" in asked


def test_each_place_that_is_not_local_says_what_to_do() -> None:
    ways_out = {
        Place.NETWORK: "copy it to this laptop",
        Place.READ_ONLY: "copy it to this laptop and open it there",
        Place.SYNC: "move it out of there",
        Place.REMOVABLE: "keep a backup elsewhere",
    }
    assert {place for place in Place if place.sentence} == set(ways_out)
    assert all(words in place.sentence for place, words in ways_out.items())


MOUNTS = """\
22 28 0:20 / /sys rw,nosuid - sysfs sysfs rw
28 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
40 28 8:1 / /media/sam/MY\\040STICK rw - vfat /dev/sda1 rw
41 28 0:50 / /homes/sam/school rw - cifs //server/school rw
42 28 0:51 / /homes/sam/school rw - nfs4 server:/school rw
43 28 8:17 / /disks/extra rw master:1 - ext4 /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("folder", "disk"),
    [
        ("/homes/sam", Disk("ext4")),
        ("/homes/sam/schoolwork", Disk("ext4")),
        ("/media/sam/MY STICK/deep", Disk("vfat", removable=True)),
        ("/homes/sam/school/R.liaison", Disk("nfs4")),
        ("/disks/extra/x", Disk("ext4", removable=True)),
    ],
)
def test_the_mounts_of_linux_are_read(folder: str, disk: Disk) -> None:
    assert linux_disk(MOUNTS, PurePosixPath(folder), "8:17".__eq__) == disk


def test_without_mounts_nothing_is_claimed(tmp_path: Path) -> None:
    assert linux_disk("", PurePosixPath("/x"), "8:17".__eq__) == Disk()
    assert read_or_nothing(tmp_path / "missing") == ""


def test_a_plugged_in_disk_is_known_by_its_plug_or_its_word(tmp_path: Path) -> None:
    for block, removable in (("sda/sda1", "0"), ("usb1/sdb/sdb1", "0"), ("sdc/sdc1", "1")):
        part = tmp_path / block
        part.mkdir(parents=True)
        (part.parent / "removable").write_text(f"{removable}\n", "ascii")
        (tmp_path / part.name).symlink_to(part)
    found = [plugged_in(name, tmp_path) for name in ("sda1", "sdb1", "sdc1", "none")]
    assert found == [False, True, True, False]


def test_the_mounts_of_a_mac_are_read() -> None:
    said = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)\n"
        "//sam@server/school on /Volumes/school (smbfs, nodev, nosuid)\n"
        "/dev/disk4s1 on /Volumes/MY STICK (msdos, local)\n"
        "nonsense\n"
    )
    assert mac_disk(said, PurePosixPath("/People/sam")) == Disk("apfs")
    assert mac_disk(said, PurePosixPath("/Volumes/school/R")).filesystem == "smbfs"
    assert mac_disk(said, PurePosixPath("/Volumes/MY STICK/R")) == Disk("msdos", removable=True)


def test_the_kinds_of_drive_of_windows_are_read() -> None:
    assert windows_disk(2) == Disk("", removable=True)
    assert windows_disk(3) == windows_disk(3, 0x00000002) == Disk()
    assert windows_disk(2, 0x00080002) == Disk("", removable=True, read_only=True)
    assert windows_disk(5) == Disk("", read_only=True)
    assert classify(Facts(PureWindowsPath("Z:/R"), windows_disk(4).filesystem)) is Place.NETWORK
