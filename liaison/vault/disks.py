"""What each system says about the disk that a folder is on."""

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

REMOVABLE_DRIVE, REMOTE_DRIVE, OPTICAL_DRIVE = 2, 4, 5
READ_ONLY_VOLUME = 0x00080000
STICKS = ("/media/", "/run/media/")


@dataclass(frozen=True)
class Disk:
    """The kind of file system, and whether the disk can be pulled out."""

    filesystem: str = ""
    removable: bool = False
    read_only: bool = False
    """Whether the system says so; a disk it does not say it of may refuse all the same."""


def disk_of(folder: Path) -> Disk:
    """The disk of a folder that exists; an empty answer where the system tells nothing."""
    if sys.platform == "win32":  # pragma: no cover - asks Windows
        import ctypes  # noqa: PLC0415

        anchor, flags = folder.resolve().anchor, ctypes.c_ulong()
        ask = ctypes.windll.kernel32.GetVolumeInformationW
        ask(anchor, None, 0, None, None, ctypes.byref(flags), None, 0)
        return windows_disk(ctypes.windll.kernel32.GetDriveTypeW(anchor), flags.value)
    if sys.platform == "darwin":  # pragma: no cover - asks macOS
        import subprocess  # noqa: PLC0415

        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        return mac_disk(said, folder.resolve())
    return linux_disk(read_or_nothing(Path("/proc/self/mountinfo")), folder.resolve(), plugged_in)


def windows_disk(kind: int, flags: int = 0) -> Disk:
    """From the number that GetDriveType gives, and the flags of GetVolumeInformation."""
    return Disk(
        "remote" if kind == REMOTE_DRIVE else "",
        removable=kind == REMOVABLE_DRIVE,
        read_only=kind == OPTICAL_DRIVE or bool(flags & READ_ONLY_VOLUME),
    )


def mac_disk(said: str, folder: PurePath) -> Disk:
    """From what ``mount`` prints: ``/dev/disk4s1 on /Volumes/STICK (msdos, local)``."""
    lines = (re.fullmatch(r".* on (/.*) \((\w+)[,)].*", line) for line in said.splitlines())
    mount = _nearest((Mount(line[1], line[2]) for line in lines if line), folder)
    return Disk(mount.filesystem, mount.place.startswith("/Volumes/"))


def linux_disk(mountinfo: str, folder: PurePath, is_plugged_in: Callable[[str], bool]) -> Disk:
    """From /proc/self/mountinfo; ``is_plugged_in`` is asked with the number of the device."""
    found = []
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        words = before.split()
        place = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), words[4])
        found.append(Mount(place, after.split()[0], words[2]))
    mount = _nearest(found, folder)
    return Disk(mount.filesystem, mount.place.startswith(STICKS) or is_plugged_in(mount.device))


def plugged_in(device: str, devices: Path = Path("/sys/dev/block")) -> bool:
    """Whether Linux has this block device, or the one it is a part of, on a plug."""
    block = (devices / device).resolve()
    if "/usb" in str(block):
        return True
    return any(_says_one(each / "removable") for each in (block, block.parent))


@dataclass(frozen=True)
class Mount:
    """Where a disk appears among the folders."""

    place: str
    filesystem: str
    device: str = ""


def _nearest(mounts: Iterable[Mount], folder: PurePath) -> Mount:
    """The mount that the folder is in; of two at one place, the later one."""
    nearest = Mount("", "")
    for mount in mounts:
        if folder.is_relative_to(mount.place) and len(mount.place) >= len(nearest.place):
            nearest = mount
    return nearest


def _says_one(file: Path) -> bool:
    return file.is_file() and file.read_text("ascii").strip() == "1"


def read_or_nothing(file: Path) -> str:
    """The text the system offers under this name, if it does."""
    try:
        return file.read_text("utf-8", errors="replace")
    except OSError:
        return ""
