"""The check in the background: it finds damage, and never stands in the way of a save."""

import pytest

from liaison.vault import checks, engine
from liaison.vault.checks import BackgroundCheck
from tests.vault.conftest import MARK, Made, flip


def test_a_sound_record_is_found_sound(made: Made) -> None:
    with made.opened() as vault:
        check = BackgroundCheck(vault)
        assert check.result is None
        check.interrupt()
        check.start()
        check.start()
        check.wait()
        assert check.result == []
        check.start()
        check.interrupt()
        assert check.result == []


def test_damage_is_found(made: Made) -> None:
    with made.opened() as vault:
        flip(vault.database, 4096 * 3 + 50)
        check = BackgroundCheck(vault)
        check.start()
        check.wait()
        assert check.result


def test_a_check_cut_short_leaves_the_writer_free_and_begins_again_when_idle(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "STEPS", 1)
    with made.opened() as vault:
        check = BackgroundCheck(vault)
        connect = engine.connect

        def interrupted_meanwhile(*path, **how):
            connection = connect(*path, **how)
            check._stop.set()
            return connection

        monkeypatch.setattr(engine, "connect", interrupted_meanwhile)
        check.start()
        check.wait()
        assert check.result is None
        monkeypatch.setattr(engine, "connect", connect)
        vault.begin_writing(MARK)
        vault.connection.execute("INSERT INTO said VALUES ('sentence more')")
        check.start()
        check.wait()
        assert check.result == []


def test_a_long_check_stops_when_it_is_told(made: Made) -> None:
    def counting(connection: engine.Connection) -> list[str]:
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 30000000)"
        return [str(connection.execute(f"{numbers} SELECT count(*) FROM n").fetchone())]

    with made.opened() as vault:
        check = BackgroundCheck(vault, counting)
        check.start()
        check.interrupt()
        assert check.result is None


def test_a_check_gives_way_to_a_save_under_way(made: Made) -> None:
    with made.opened() as vault:
        vault.begin_writing(MARK)
        vault.connection.execute("BEGIN EXCLUSIVE")
        check = BackgroundCheck(vault)
        check.start()
        check.wait()
        assert check.result is None
        vault.connection.execute("COMMIT")


def test_saves_and_checks_take_turns(made: Made) -> None:
    with made.opened() as vault:
        vault.begin_writing(MARK)
        check = BackgroundCheck(vault)
        vault.connection.execute("PRAGMA busy_timeout = 0")
        for _ in range(20):
            check.start()
            check.interrupt()
            vault.connection.execute("INSERT INTO said VALUES ('sentence more')")
        check.start()
        check.wait()
        assert check.result == []


def test_an_engine_that_does_not_encrypt_is_told_by_the_check(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That error is our own: the engine gave it no number."""

    def connect(*_path: object, **_how: object) -> None:
        raise engine.driver.OperationalError("the engine does not encrypt")

    with made.opened() as vault:
        monkeypatch.setattr(engine, "connect", connect)
        check = BackgroundCheck(vault)
        check.start()
        check.wait()
        assert check.result == ["the engine does not encrypt"]
