"""The rules of the house, as far as they can be seen in the files."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from installer import dev

ROOT = Path(__file__).resolve().parent.parent
TOP = {
    *(".ci", ".gitignore", "README.md", "installer", "liaison", "pyproject.toml"),
    *("resources", "tests", "ui"),
}
WALL = 300
SOURCES = sorted(
    path for part in ("liaison", "ui", "installer") for path in (ROOT / part).rglob("*.py")
)
LEFT_FOR_LATER = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
PLACES_OF_ONE_MACHINE = re.compile(
    r"""(?<![\w.])/(home|root|Users|work|opt|srv|mnt)/\w|\b[A-Z]:\\Users"""
)
TEXT = {".cfg", ".css", ".in", ".json", ".lock", ".md", ".py", ".sh", ".toml", ".txt", ".xml", ""}


def tracked() -> list[Path]:
    """Every file the repository keeps; every file there is, where git does not know."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_is_something_to_judge() -> None:
    assert {"liaison", "ui", "installer"} == {path.relative_to(ROOT).parts[0] for path in SOURCES}


def test_no_file_is_over_the_wall() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > WALL} == {}


def test_every_module_says_what_it_is_for() -> None:
    modules = SOURCES + sorted((ROOT / "tests").rglob("*.py"))
    silent = [
        named(path) for path in modules if not ast.get_docstring(ast.parse(path.read_bytes()))
    ]
    assert silent == []


def test_nothing_is_left_for_later() -> None:
    assert [named(path) for path in SOURCES if LEFT_FOR_LATER.search(path.read_text("utf-8"))] == []


def catches_everything(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    names = {
        name.id
        for name in ast.walk(node.type or ast.Name("Exception"))
        if isinstance(name, ast.Name)
    }
    return bool(names & {"Exception", "BaseException"})


def test_only_jobs_and_the_last_resort_catch_everything() -> None:
    catching = {
        named(path)
        for path in SOURCES
        if any(map(catches_everything, ast.walk(ast.parse(path.read_bytes()))))
    }
    assert catching <= {"ui/jobs.py", "ui/main.py"}


def test_no_name_says_nothing() -> None:
    empty = re.compile(r"(Manager|Handler|Helper|Utils?|Data|Info)$")
    said = [
        f"{named(path)}: {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ClassDef) and empty.search(node.name)
    ]
    assert said == []


def test_no_file_names_a_place_of_one_machine() -> None:
    speaking = [
        f"{named(path)}:{number}"
        for path in tracked()
        if path.suffix in TEXT and path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1)
        if PLACES_OF_ONE_MACHINE.search(line)
    ]
    assert speaking == []


def test_nothing_else_lies_at_the_top() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= TOP


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_the_lock_has_hashes_for_every_package_and_no_addresses() -> None:
    lock = dev.LOCK.read_text("utf-8")
    assert "://" not in lock
    assert not re.search(r"^\s*-(?!-hash=sha256:[0-9a-f]{64}( \\)?$)", lock, re.MULTILINE)
    packages = re.split(r"^(?=[a-z])", lock, flags=re.MULTILINE)[1:]
    assert len(packages) > 30
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []
    assert [
        package.split()[0] for package in packages if not re.match(r"[a-z0-9-]+==\d", package)
    ] == []


def test_the_lock_has_everything_the_project_asks_for() -> None:
    project = dev.PROJECT.read_text("utf-8").split("\n[tool.", 1)[0]
    asked = re.findall(r'^    "([A-Za-z0-9_-]+)', project, re.MULTILINE)
    locked = set(re.findall(r"^([a-z0-9-]+)==", dev.LOCK.read_text("utf-8"), re.MULTILINE))
    assert len(asked) > 20
    assert {name.lower().replace("_", "-") for name in asked} - locked == set()


@pytest.mark.parametrize(
    "folder", sorted(path.name for path in (ROOT / "resources").iterdir() if path.is_dir())
)
def test_every_folder_of_resources_has_its_licence(folder: str) -> None:
    licences = list((ROOT / "resources" / folder).glob("LICENCE*"))
    assert licences
    assert all(len(licence.read_text("utf-8")) > 500 for licence in licences)


def test_every_icon_takes_the_colour_it_is_given() -> None:
    icons = sorted((ROOT / "resources" / "icons").glob("*.svg"))
    assert len(icons) > 50
    assert [
        icon.name for icon in icons if 'stroke="currentColor"' not in icon.read_text("utf-8")
    ] == []


def test_the_readme_knows_every_command_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"installer/dev\.py (\w+)", readme)) == set(dev.COMMANDS)


def test_continuous_integration_runs_the_test_command_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == ['exec python3 "$(dirname "$0")/../installer/dev.py" test']
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
