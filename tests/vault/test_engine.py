"""The engine: always keyed, set up the same way, and no file is attached behind our back."""

from pathlib import Path

import pytest

from liaison.vault import engine
from liaison.vault.engine import PAGE_SIZE, EngineError
from tests.vault.conftest import MARK, Made, flip

KEY = bytes(range(32))


def test_every_setting_is_as_decided(tmp_path: Path) -> None:
    connection = engine.connect(tmp_path / "record.db", KEY, create=True)
    wanted = {
        "cipher_status": "1",
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
        "journal_mode": "delete",
        "synchronous": 3,
        "cell_size_check": 1,
        "page_size": str(PAGE_SIZE),
        "cipher_memory_security": "0",
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted
    with pytest.raises(EngineError):
        connection.execute("SELECT load_extension('x')")
    assert connection.isolation_level is None
    connection.close()


def test_a_database_in_memory_is_set_up_alike() -> None:
    connection = engine.memory(KEY)
    connection.execute("CREATE TABLE t (x)")
    assert connection.execute("PRAGMA cipher_status").fetchone() == ("1",)
    assert connection.execute("PRAGMA recursive_triggers").fetchone() == (1,)
    assert engine.checks(connection, full=True) == []
    connection.close()


def test_only_create_makes_a_file_and_never_over_another(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        engine.connect(tmp_path / "record.db", KEY)
    assert list(tmp_path.iterdir()) == []
    engine.connect(tmp_path / "record.db", KEY, create=True).close()
    with pytest.raises(FileExistsError):
        engine.connect(tmp_path / "record.db", KEY, create=True)


def test_a_path_with_any_letters_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "Ó what? 100% #1 & more"
    folder.mkdir()
    connection = engine.connect(folder / "record.db", KEY, create=True)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    engine.connect(folder / "record.db", KEY, read_only=True).close()
    assert [each.name for each in folder.iterdir()] == ["record.db"]


def test_another_key_does_not_open_it(tmp_path: Path) -> None:
    connection = engine.connect(tmp_path / "record.db", KEY, create=True)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(EngineError):
        engine.connect(tmp_path / "record.db", bytes(32))


def test_an_engine_that_does_not_encrypt_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain(engine.driver.Connection):
        def execute(self, sql, *rest):
            return super().execute(sql.replace("PRAGMA key", "PRAGMA no_key"), *rest)

    def connect(address, **how):
        return Plain(address, **how)

    monkeypatch.setattr(engine.driver, "connect", connect)
    with pytest.raises(EngineError, match="does not encrypt"):
        engine.memory(KEY)


def test_no_file_is_attached_or_vacuumed_into(tmp_path: Path) -> None:
    connection = engine.memory(KEY)
    for statement in (
        f"ATTACH '{tmp_path / 'x'}' AS x",
        f"ATTACH '{tmp_path / 'x'}' AS x KEY ''",
        f"VACUUM INTO '{tmp_path / 'x'}'",
    ):
        with pytest.raises(EngineError, match="authoriz"):
            connection.execute(statement)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_encrypted_and_attaching_is_refused_again_after_it(made: Made) -> None:
    with made.opened() as vault:
        engine.vacuum_into(vault.connection, made.folder / "copy")
        attach = f"ATTACH '{made.folder / 'copy'}' AS x"
        with pytest.raises(EngineError, match="authoriz"):
            vault.connection.execute(attach)
        with pytest.raises(EngineError, match="already exists"):
            engine.vacuum_into(vault.connection, made.folder / "copy")
        with pytest.raises(EngineError, match="authoriz"):
            vault.connection.execute(attach)
    assert b"sentence" not in (made.folder / "copy").read_bytes()


def test_while_a_copy_is_made_no_other_file_is_attached() -> None:
    allow = engine._allow_only("copy")
    attach, read = engine.driver.SQLITE_ATTACH, engine.driver.SQLITE_READ
    assert allow(attach, "copy", None, None, None) == engine.driver.SQLITE_OK
    assert allow(attach, "other", None, None, None) == engine.driver.SQLITE_DENY
    assert allow(attach, None, None, None, None) == engine.driver.SQLITE_DENY
    assert allow(read, "said", "words", "main", None) == engine.driver.SQLITE_OK


def test_one_bit_in_a_page_no_longer_used_is_found_by_its_seal(made: Made) -> None:
    file = made.folder / "record.db"
    with made.opened() as vault:
        key = vault.keys.database
        vault.begin_writing(MARK)
        vault.connection.execute("DROP INDEX said_words")
        (free,) = vault.connection.execute("PRAGMA freelist_count").fetchone()
        assert free > 1
    for at in range(PAGE_SIZE + 99, file.stat().st_size, PAGE_SIZE):
        flip(file, at)
        connection = engine.connect(file, key)
        assert engine.checks(connection, full=True), at
        connection.close()
        flip(file, at)


def test_only_the_full_check_compares_an_index_with_its_table() -> None:
    connection = engine.memory(KEY)
    connection.execute("CREATE TABLE t (a, b)")
    connection.execute("CREATE INDEX i ON t (a)")
    connection.execute("INSERT INTO t VALUES (1, 2), (3, 4)")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = 'CREATE INDEX i ON t (b)' WHERE name = 'i'")
    connection.execute("PRAGMA writable_schema = RESET")
    assert engine.checks(connection, full=False) == []
    assert engine.checks(connection, full=True) != []
    connection.close()


@pytest.mark.parametrize("full", [True, False])
def test_one_bit_in_any_page_is_found(made: Made, full: bool) -> None:
    file = made.folder / "record.db"
    with made.opened() as vault:
        key = vault.keys.database
    for at in range(PAGE_SIZE // 3, file.stat().st_size, PAGE_SIZE):
        flip(file, at)
        if at > PAGE_SIZE:
            connection = engine.connect(file, key)
            assert engine.checks(connection, full=full), at
            connection.close()
        else:
            with pytest.raises(EngineError):
                engine.connect(file, key)
        flip(file, at)
    connection = engine.connect(file, key)
    assert engine.checks(connection, full=full) == []
    connection.close()


def test_a_page_added_is_found(made: Made) -> None:
    file = made.folder / "record.db"
    with made.opened() as vault:
        key = vault.keys.database
    with file.open("r+b") as open_file:
        open_file.truncate(file.stat().st_size + PAGE_SIZE)
    connection = engine.connect(file, key)
    assert any("pages should be" in each for each in engine.checks(connection, full=False))
    connection.close()


def test_a_check_that_cannot_run_says_why(made: Made) -> None:
    with made.opened() as vault:
        other = engine.connect(vault.database, vault.keys.database, patience=0)
        vault.connection.execute("BEGIN EXCLUSIVE")
        assert engine.checks(other, full=True) == ["database is locked"]
        vault.connection.execute("ROLLBACK")
        assert engine.checks(other, full=True) == []
        other.close()
