"""While the passphrase is being typed: who tried in vain, and what the laptop's keyring opens."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison.store.record import open_record
from liaison.vault.attempts import failed_unlocks, note_failure
from liaison.vault.remembering import remember
from tests.ui.records import PASSPHRASE, record, record_template, start
from ui.start import Start
from ui.unlock import UnlockWindow
from ui.unlock_ahead import Ahead
from ui.window import MainWindow

__all__ = ["record", "record_template", "start"]

EARLIER = datetime(2026, 11, 20, 9, tzinfo=UTC)


class InMemory:
    """A keyring of the laptop, without the laptop."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    """It gives itself out for one of the real ones."""
    real = type("Keyring", (InMemory,), {"__module__": "keyring.backends.SecretService"})
    made = real()
    monkeypatch.setattr("keyring.get_keyring", lambda: made)
    return made


def remembered(record: Path) -> None:
    store = open_record(record, passphrase=PASSPHRASE)
    assert store.vault is not None
    remember(store.vault)
    store.close()


def test_tries_in_vain_are_told_before_and_after_and_then_forgotten(
    qtbot: QtBot, start: Start, record: Path
) -> None:
    for _ in range(2):
        note_failure(record, EARLIER)
    start.begin(record)
    window = start.window
    assert isinstance(window, UnlockWindow)
    words = "2 tries did not open this record since Fri 20 Nov."
    qtbot.waitUntil(lambda: window.news() == words)
    window.passphrase.set_text(PASSPHRASE)
    window.unlock()
    qtbot.waitUntil(lambda: isinstance(start.window, MainWindow))
    assert isinstance(start.window, MainWindow)
    assert start.window.strip.toast.sentence() == words
    assert failed_unlocks(record) == []


def test_a_record_remembered_on_this_laptop_opens_by_itself(
    qtbot: QtBot, start: Start, record: Path, keyring: InMemory
) -> None:
    remembered(record)
    start.begin(record)
    qtbot.waitUntil(lambda: isinstance(start.window, MainWindow))


def test_after_a_lock_it_does_not(
    qtbot: QtBot, start: Start, record: Path, keyring: InMemory
) -> None:
    remembered(record)
    note_failure(record, EARLIER)
    start.show_unlock(record, "Locked.")
    window = start.window
    assert isinstance(window, UnlockWindow)
    qtbot.waitUntil(lambda: bool(window.news()))
    assert start.window is window


def test_a_keyring_that_has_lost_it_says_so_and_the_passphrase_opens_it(
    qtbot: QtBot, start: Start, record: Path, keyring: InMemory
) -> None:
    remembered(record)
    keyring.kept.clear()
    start.begin(record)
    window = start.window
    assert isinstance(window, UnlockWindow)
    qtbot.waitUntil(lambda: "not remembered on this laptop" in window.news())
    window.passphrase.set_text(PASSPHRASE)
    window.unlock()
    qtbot.waitUntil(lambda: isinstance(start.window, MainWindow))


def test_a_record_opened_too_late_by_the_keyring_is_closed_again(
    start: Start, record: Path, tmp_path: Path
) -> None:
    start.show_unlock(tmp_path / "Another.liaison")
    start._ahead.looked(Ahead(record, store=open_record(record, passphrase=PASSPHRASE)))
    assert isinstance(start.window, UnlockWindow)
    open_record(record, passphrase=PASSPHRASE).close()
