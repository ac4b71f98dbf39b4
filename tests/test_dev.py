"""What the program that sets the project up decides."""

import sys
from pathlib import Path

import pytest

from installer import checks, dev

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n'
MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = "NAME=Fedora\nID=fedora\n"


@pytest.mark.parametrize(
    ("release", "answer"), [(DEBIAN, True), (MINT, True), (FEDORA, False), ("", False)]
)
def test_debian_and_its_children_are_known(release: str, *, answer: bool) -> None:
    assert dev.is_debian(release) is answer


def test_a_library_that_is_not_there_names_its_package() -> None:
    there = "libc.so.6" if sys.platform.startswith("linux") else ""
    libraries = {
        "nobody-has-this": "libnobody-has-this.so.9",
        **({"libc6": there} if there else {}),
    }
    assert dev.missing(libraries) == ["nobody-has-this"]


def test_the_install_line_names_the_packages_last() -> None:
    assert dev.install_line(["libegl1", "libgl1"])[:2] == ["apt-get", "install"]
    assert dev.install_line(["libegl1", "libgl1"])[-2:] == ["libegl1", "libgl1"]


def test_the_interpreter_in_use_is_new_enough_and_is_chosen() -> None:
    assert dev.version_of(sys.executable) == sys.version_info[:2]
    assert dev.version_of(dev.find_python()) >= dev.OLDEST


def test_a_program_that_is_no_python_has_no_version(tmp_path: Path) -> None:
    assert dev.version_of(str(tmp_path / "python3")) == (0, 0)


def test_without_a_python_new_enough_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    with pytest.raises(SystemExit):
        dev.find_python()
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_the_set_up_is_stale_when_lock_packaging_or_interpreter_change() -> None:
    project = '[project]\nname = "x"\n\n[tool.ruff]\nline-length = 100\n'
    before = dev.fingerprint("a==1", project, "3.11")
    assert dev.fingerprint("a==1", project.replace("100", "90"), "3.11") == before
    changed = [
        dev.fingerprint("a==2", project, "3.11"),
        dev.fingerprint("a==1", project.replace('"x"', '"y"'), "3.11"),
        dev.fingerprint("a==1", project, "3.12"),
    ]
    assert before not in changed
    assert len(set(changed)) == 3


def test_a_compiled_lock_loses_its_places() -> None:
    compiled = (
        "# uv pip compile somewhere\n--index-url https://example.org/simple\n"
        "-f ./wheels\na==1 ; sys_platform == 'win32' \\\n    --hash=sha256:12\n    # via b\n"
    )
    kept = dev.without_addresses(compiled).removeprefix(dev.LOCK_HEADER)
    assert kept == "a==1 ; sys_platform == 'win32' \\\n    --hash=sha256:12\n"


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is always a screen"
)
def test_a_screen_is_what_the_surroundings_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not dev.has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not dev.has_screen()


def test_an_unknown_command_is_refused_before_anything_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "set_up", lambda: pytest.fail("it began to set up"))
    with pytest.raises(SystemExit) as refused:
        dev.main(["tset"])
    assert refused.value.code == 2


def test_a_script_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        dev.run_script("tests/nowhere.py", [])
    assert refused.value.code == 1
    assert capsys.readouterr().err == "There is no tests/nowhere.py.\n"


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("....\n4 passed in 0.12s\n", "4 passed, 0 failed"),
        ("=== 2 failed, 3 passed, 1 error in 61.20s (0:01:01) ===\n", "3 passed, 3 failed"),
        ("1 passed, 2 skipped in 0.01s\n", "1 passed, 0 failed, 2 skipped"),
        ("2 errors in 0.01s\n", "0 passed, 2 failed"),
        ("crashed\n", "0 passed, 0 failed"),
    ],
)
def test_the_last_line_of_pytest_is_counted(output: str, words: str) -> None:
    assert checks.counted(output) == words


def test_a_failing_check_is_reported_with_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = checks.run("odd", ["-c", "print('what it said'); raise SystemExit(3)"])
    assert not outcome.passed
    assert outcome.output == "what it said\n"
    assert "what it said" in capsys.readouterr().out
    assert checks.run("even", ["-c", ""]).passed


def test_every_source_file_stands_behind_one_gate() -> None:
    gates = {gate.include: (gate.at_least, gate.omit) for gate in checks.GATES}
    assert gates == {
        "liaison/vault/*": (100, ""),
        "liaison/store/*": (100, ""),
        "liaison/*": (95, "liaison/vault/*,liaison/store/*"),
        "ui/*": (85, ""),
    }
