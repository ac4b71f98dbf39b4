"""Sets the project up on a fresh machine, then runs it, its checks, its measures.

Standard library only, and started by any Python from 3.8: it is the first thing anybody types.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "installer" / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
VENV = ROOT / ".venv"
STAMP = VENV / "set-up"

OLDEST = (3, 11)
NEWEST_TRIED = (3, 15)

# Debian's package and the file in it that Qt loads. The first six draw without a screen.
WITHOUT_A_SCREEN = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
}
FOR_A_WINDOW = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
LOCK_HEADER = (
    "# Every package with its version and hashes, for every system.\n"
    "# Written by `python3 installer/dev.py lock`.\n"
)


def stop(sentence: str) -> NoReturn:
    """End the program with a sentence that says why."""
    print(sentence, file=sys.stderr)
    sys.exit(1)


def in_venv(program: str) -> Path:
    """The path of an installed program, on this system."""
    if sys.platform == "win32":
        return VENV / "Scripts" / f"{program}.exe"
    return VENV / "bin" / program


def version_of(python: str) -> tuple[int, int]:
    """The version of that interpreter; (0, 0) when it does not start."""
    ask = "import sys; print('%d %d' % sys.version_info[:2])"
    try:
        answer = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
        major, minor = answer.stdout.split()
    except (OSError, ValueError, subprocess.CalledProcessError):
        return (0, 0)
    return (int(major), int(minor))


def find_python() -> str:
    """The interpreter that started this program, or else the oldest here that is new enough."""
    tried = [f"python{OLDEST[0]}.{minor}" for minor in range(OLDEST[1], NEWEST_TRIED[1] + 1)]
    for name in [sys.executable, *tried, "python3", "python"]:
        path = shutil.which(name)
        if path and version_of(path) >= OLDEST:
            return path
    stop("Family Liaison needs Python 3.11 or newer, and there is none here. Install one first.")


def loads(library: str) -> bool:
    """Whether the system finds that shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(packages: dict[str, str]) -> list[str]:
    """The packages whose library is not there."""
    return [package for package, library in packages.items() if not loads(library)]


def is_debian(os_release: str) -> bool:
    """Whether the text of /etc/os-release names Debian, Ubuntu or a child of theirs."""
    named = re.findall(r'^ID(?:_LIKE)?="?([^"\n]*)', os_release, re.MULTILINE)
    return bool({"debian", "ubuntu"} & set(" ".join(named).split()))


def install_line(packages: list[str]) -> list[str]:
    """The command that installs those packages on Debian and Ubuntu."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def apt_install(packages: list[str]) -> None:
    """Install packages as root, fetching the lists of packages first when that is needed."""
    print("Installing Qt's system libraries:", *packages, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.call(install_line(packages), env=quiet, stdout=subprocess.DEVNULL) != 0:
        subprocess.call(["apt-get", "update"], env=quiet, stdout=subprocess.DEVNULL)
        if subprocess.call(install_line(packages), env=quiet, stdout=subprocess.DEVNULL) != 0:
            stop("apt-get could not install them: " + " ".join(packages))


def check_libraries() -> None:
    """See that Qt can start on Linux; install what is missing, or say how."""
    if not sys.platform.startswith("linux"):
        return
    needed, wanted = missing(WITHOUT_A_SCREEN), missing(FOR_A_WINDOW)
    if not needed + wanted:
        return
    release = Path("/etc/os-release")
    if not is_debian(release.read_text("utf-8") if release.exists() else ""):
        files = {**WITHOUT_A_SCREEN, **FOR_A_WINDOW}
        print("Qt may not start without:", *(files[name] for name in needed + wanted))
        return
    if os.geteuid() == 0:
        apt_install(needed + wanted)
        return
    print("Qt needs system libraries. Run this line:", file=sys.stderr)
    print("sudo " + " ".join(install_line(needed + wanted)), file=sys.stderr)
    if needed:
        sys.exit(1)


def fingerprint(lock: str, project: str, interpreter: str) -> str:
    """What the set-up depends on, in one word. The tools' own settings are no part of it."""
    packaging = project.split("\n[tool.", 1)[0]
    return hashlib.sha256("\0".join((lock, packaging, interpreter)).encode()).hexdigest()


def current_fingerprint() -> str:
    """The fingerprint of the files as they are now."""
    made_with = VENV / "pyvenv.cfg"
    return fingerprint(
        LOCK.read_text("utf-8"),
        PROJECT.read_text("utf-8"),
        made_with.read_text("utf-8") if made_with.exists() else "",
    )


def make_venv() -> None:
    """Make .venv anew, unless there is one whose interpreter is new enough."""
    if version_of(str(in_venv("python"))) >= OLDEST:
        return
    python = find_python()
    print("Making .venv with", python, flush=True)
    if subprocess.call([python, "-m", "venv", "--clear", str(VENV)]) != 0:
        stop("That Python cannot make a .venv. On Debian and Ubuntu: apt-get install python3-venv")


def install() -> None:
    """Install exactly what the lock names, then the project itself as it stands here."""
    print("Installing what installer/requirements.lock names", flush=True)
    pip = [str(in_venv("python")), "-m", "pip", "install", "-qq"]
    pip += ["--disable-pip-version-check", "--no-input"]
    for what in (
        ["--require-hashes", "-r", str(LOCK)],
        ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    ):
        if subprocess.call(pip + what) != 0:
            stop("The set-up stopped: pip could not install everything.")


def set_up() -> None:
    """Do whatever is still missing; nothing when all is as it was."""
    check_libraries()
    stamped = STAMP.read_text("utf-8") if STAMP.exists() else ""
    if in_venv("python").exists() and stamped == current_fingerprint():
        return
    make_venv()
    install()
    STAMP.write_text(current_fingerprint(), "utf-8")


def has_screen() -> bool:
    """Whether a window can be opened here."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] not in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def without_addresses(compiled: str) -> str:
    """A compiled lock with its requirements and hashes, and nothing that names a place."""
    kept = [line for line in compiled.splitlines() if re.match(r"[A-Za-z0-9]|    --hash=", line)]
    return LOCK_HEADER + "\n".join(kept) + "\n"


def refresh_lock() -> int:
    """Compile the lock anew from pyproject.toml with the newest versions it allows."""
    line = [str(in_venv("uv")), "pip", "compile", str(PROJECT), "--group", "work", "--universal"]
    line += ["--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header"]
    line += ["--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    compiled = subprocess.run(line, stdout=subprocess.PIPE, text=True, check=False)
    if compiled.returncode == 0:
        LOCK.write_text(without_addresses(compiled.stdout), "utf-8")
    return compiled.returncode


def python(*arguments: str, offscreen: bool = False) -> int:
    """Run the project's own interpreter in the project's folder."""
    environment = dict(os.environ)
    if offscreen:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    line = [str(in_venv("python")), *arguments]
    return subprocess.call(line, cwd=str(ROOT), env=environment)


def run_app(arguments: list[str]) -> int:
    """Open the app on the practice record, or print practice sheets where there is no screen."""
    if has_screen():
        line = [str(in_venv("family-liaison")), "--practice", *arguments]
        return subprocess.call(line, cwd=str(ROOT))
    print("There is no screen here. Making the practice record and its sheets instead.")
    sys.stdout.flush()
    return python("-m", "installer.practice_sheets", *arguments)


def run_script(script: str, arguments: list[str]) -> int:
    """Run one of the programs kept beside the tests."""
    if not (ROOT / script).exists():
        stop(f"There is no {script}.")
    return python(script, *arguments, offscreen=True)


COMMANDS = {
    "setup": "set up what is missing",
    "run": "open the app on the practice record",
    "test": "run every check",
    "bench": "run the benchmarks (--json for a program to read)",
    "soak": "2,000 random lawful actions, then the proofs at length (300 actions alone: soak 300)",
    "lock": "refresh installer/requirements.lock",
    "pictures": "draw every screen and sheet to look at",
}
SCRIPTS = {
    "bench": "tests/benchmarks/bench.py",
    "soak": "tests/soak.py",
    "pictures": "tests/pictures.py",
}
"""Programs kept beside the tests."""


def main(words: list[str]) -> int:
    """Set up, then do the command. Gives the exit status."""
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, meaning in COMMANDS.items():
        commands.add_parser(name, help=meaning)
    chosen, rest = parser.parse_known_args(words)
    if rest and chosen.command in {"setup", "lock"}:
        parser.error("unknown: " + " ".join(rest))
    set_up()
    if chosen.command == "run":
        return run_app(rest)
    if chosen.command == "test":
        return python("-m", "installer.checks", *rest, offscreen=True)
    if chosen.command in SCRIPTS:
        return run_script(SCRIPTS[chosen.command], rest)
    if chosen.command == "lock":
        return refresh_lock()
    print("Ready:", in_venv("python").relative_to(ROOT))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
