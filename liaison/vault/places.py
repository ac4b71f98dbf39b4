"""What kind of place a folder is in: a record is safe on the laptop's own disk and nowhere else."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath

from liaison.vault import files
from liaison.vault.disks import disk_of


class Place(Enum):
    """The kinds of place, the one that matters most first; ``sentence`` is empty for LOCAL."""

    NETWORK = (
        "The record is on a network share, where two programs can spoil it. It can be read here "
        "but not changed: copy it to this laptop."
    )
    READ_ONLY = (
        "The record is in a place that cannot be written. It can be read here but not changed: to "
        "go on with it, copy it to this laptop and open it there."
    )
    SYNC = (
        "The record is in a folder that is copied to the internet, such as OneDrive, iCloud, "
        "Dropbox or Google Drive. That can spoil it while it is open: move it out of there, and "
        "put only finished backups in such a folder."
    )
    REMOVABLE = (
        "The record is on a memory stick or another disk that can be pulled out. Never pull it "
        "out while the record is open, and keep a backup elsewhere."
    )
    LOCAL = ""

    @property
    def sentence(self) -> str:
        return self.value

    @property
    def refuses_writes(self) -> bool:
        return self in {Place.NETWORK, Place.READ_ONLY}


@dataclass(frozen=True)
class Facts:
    """What the system says about a folder; tests hand in their own."""

    path: PurePath
    filesystem: str = ""
    removable: bool = False
    writable: bool = True
    synced: tuple[PurePath, ...] = ()
    """Folders the system or a cloud service says are copied to the internet."""
    real: PurePath | None = None
    """The path without links and mapped drives, where it is another."""

    @property
    def paths(self) -> tuple[PurePath, ...]:
        return (self.path,) if self.real is None else (self.path, self.real)


NETWORK_FILESYSTEMS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afpfs", "afs", "webdav", "davfs"),
        *("ncpfs", "ceph", "glusterfs", "lustre", "remote", "fuse.sshfs", "fuse.davfs2"),
        *("fuse.rclone", "fuse.gvfsd-fuse", "fuse.curlftpfs", "fuse.smbnetfs", "macfuse_sshfs"),
        *("fuse.onedriver", "fuse.google-drive-ocamlfuse", "beegfs", "gpfs", "9p", "vboxsf"),
    }
)
SYNC_FOLDERS = re.compile(
    r"(onedrive|dropbox|google ?drive|nextcloud|owncloud|icloud ?drive)(\W.*)?"
    r"|my drive|box( sync)?|mega( ?sync)?|pcloud ?drive|proton ?drive|seafile|tresorit"
    r"|mobile documents|com~apple~clouddocs|cloudstorage",
    re.IGNORECASE,
)
SYNC_FILES = (".dropbox", ".owncloudsync.log", ".nextcloudsync.log")
SYNC_MARKS = (".stfolder",)
DROPBOX_NOTE = "info.json"
NOTE_LIMIT = 64 * 1024
CLOUD_FOLDER, CLOUD_MASK = 0x9000001A, 0xFFFF0FFF
"""The mark Windows gives to a folder that a cloud service looks after, such as OneDrive's."""

SYNC_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def place_of(folder: Path) -> Place:
    """What kind of place ``folder`` is in, whether or not it is there already."""
    return classify(facts_about(folder, os.environ, Path.home()))


def classify(facts: Facts) -> Place:
    """The kind of place that the facts amount to."""
    if facts.filesystem.lower() in NETWORK_FILESYSTEMS or any(map(_is_share, facts.paths)):
        return Place.NETWORK
    if not facts.writable:
        return Place.READ_ONLY
    if _is_synced(facts):
        return Place.SYNC
    return Place.REMOVABLE if facts.removable else Place.LOCAL


def facts_about(folder: Path, environment: Mapping[str, str], home: Path) -> Facts:
    """Ask the system about the nearest folder that exists."""
    path, real = folder.absolute(), folder.resolve()
    there = next((each for each in (path, *path.parents) if each.exists()), path)
    disk = disk_of(there)
    said = [Path(environment[name]) for name in SYNC_VARIABLES if environment.get(name)]
    return Facts(
        path=path,
        real=None if real == path else real,
        filesystem=disk.filesystem,
        removable=disk.removable,
        writable=not disk.read_only and _can_be_written(there),
        synced=(*said, *_in_icloud(home), *_in_dropbox(environment, home), *_marked(there)),
    )


def _can_be_written(there: Path) -> bool:
    """Files copied from a disc keep what forbids writing to them, wherever they are now."""
    database = there / "record.db"
    return os.access(there, os.W_OK) and (not database.exists() or os.access(database, os.W_OK))


def _is_share(path: PurePath) -> bool:
    return str(path).startswith(("\\\\", "//"))


def _is_synced(facts: Facts) -> bool:
    names = any(SYNC_FOLDERS.fullmatch(part) for path in facts.paths for part in path.parts)
    return names or any(path.is_relative_to(root) for path in facts.paths for root in facts.synced)


def _in_dropbox(environment: Mapping[str, str], home: Path) -> list[Path]:
    """Where Dropbox itself notes that its folders are, whatever they are called."""
    said = [environment[name] for name in ("APPDATA", "LOCALAPPDATA") if environment.get(name)]
    notes = [*(Path(each) / "Dropbox" for each in said), home / ".dropbox"]
    found = []
    for each in notes:
        try:
            note = json.loads(files.read_at_most(each / DROPBOX_NOTE, NOTE_LIMIT))
            found += [Path(account["path"]) for account in note.values()]
        except (OSError, ValueError, AttributeError, KeyError, TypeError):
            continue
    return found


def _in_icloud(home: Path) -> list[Path]:
    """Desktop and Documents on a Mac that keeps them in iCloud: there they have twins."""
    cloud = home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    return [home / name for name in ("Desktop", "Documents") if (cloud / name).exists()]


def _marked(there: Path) -> list[Path]:
    """The folders above in which a cloud service has left its mark."""
    return [
        each
        for each in (there, *there.parents)
        if any((each / name).is_file() for name in SYNC_FILES)
        or any((each / name).exists() for name in SYNC_MARKS)
        or is_cloud_folder(getattr(each.lstat(), "st_reparse_tag", 0))
    ]


def is_cloud_folder(tag: int) -> bool:
    """Whether the reparse tag of a folder on Windows is one of a cloud service."""
    return tag & CLOUD_MASK == CLOUD_FOLDER
