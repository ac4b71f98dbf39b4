"""Places: the laptop's own disk is told from shares, sticks and folders that are synced."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from liaison.vault.disks import (
    Disk,
    disk_of,
    linux_disk,
    mac_disk,
    plugged_in,
    read_or_nothing,
    windows_disk,
)
from liaison.vault.places import Facts, Place, classify, facts_about, place_of


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
    assert windows_disk(3) == Disk()
    assert classify(Facts(PureWindowsPath("Z:/R"), windows_disk(4).filesystem)) is Place.NETWORK
