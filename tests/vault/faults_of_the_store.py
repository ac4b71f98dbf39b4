"""Faults in the write door, the log and what looks it through, each with the tests that see it."""

from __future__ import annotations

from tests.vault.faults import in_the_store as fault

FAULTS_OF_THE_STORE = (
    fault(
        "the seals of the log are not looked at",
        "verifying.py",
        "if change.mac != mac_of(change, key):",
        "if False:",
        "test_verifying.py::an_edited_header_is_seen",
    ),
    fault(
        "a gap in the log is not seen",
        "verifying.py",
        "if change.number != number + 1:",
        "if change.number <= number:",
        "test_verifying.py::a_number_left_out_is_seen_though_every_seal_is_right",
    ),
    fault(
        "a change need not follow the one before it",
        "verifying.py",
        "if change.previous != previous:",
        "if False:",
        "test_verifying.py::a_link_to_another_change_is_seen_though_every_seal_is_right",
    ),
    fault(
        "the words of a change are not compared with its seal",
        "verifying.py",
        "if change.body is not None and digest_of(change.body) != change.digest:",
        "if False:",
        "test_verifying.py::an_edited_body_is_seen",
    ),
    fault(
        "a body emptied by no purge is no matter",
        "verifying.py",
        "    if emptied:\n",
        "    if False:\n",
        "test_verifying.py::a_body_emptied_by_no_purge_is_seen",
    ),
    fault(
        "the tables are not compared with the log",
        "verifying.py",
        "(rebuilding.differences(store) if full else [])",
        "[]",
        "test_verifying.py::a_table_edited_alone_is_seen_by_a_full_check",
    ),
    fault(
        "a log behind the tip is taken for a crash",
        "verifying.py",
        "    if not tip.mark.number:\n",
        "    if not _has(store, tip.mark):\n",
        "test_verifying.py::a_log_behind_the_tip_is_an_older_copy",
        "test_record_damage.py::an_old_file_under_an_open_tip_is_seen_by_the_log",
    ),
    fault(
        "what the laptop saw of a record is ignored",
        "verifying.py",
        "if found or not ends:",
        "if True:",
        "test_whole_folder_back.py::a_folder_put_back_is_seen_and_read_only_until_accepted",
    ),
    fault(
        "anybody may write into a shared table",
        "shaping.py",
        "    run(db, GUARDS.format(table=name))\n",
        "",
        "test_door.py::every_shared_table_has_its_three_guards",
        "test_door.py::plain_sql_writes_nothing_into_a_shared_table",
    ),
    fault(
        "a change can be taken out of the log",
        "steps/first_tables.py",
        "CREATE TRIGGER change_stays BEFORE DELETE ON change\n"
        "BEGIN SELECT RAISE(ABORT, 'a change stays'); END;\n",
        "",
        "test_door.py::a_change_starts_unsealed_is_sealed_once_and_stays",
    ),
    fault(
        "a body can be emptied at any time",
        "steps/first_tables.py",
        "\n            AND EXISTS (SELECT 1 FROM change WHERE mac IS NULL AND kind = 'purge')",
        "",
        "test_door.py::a_body_is_emptied_only_while_a_purge_is_unsealed",
    ),
    fault(
        "a save writes over what was changed meanwhile",
        "door.py",
        "if written.rowcount != 1:",
        "if False:",
        "test_door.py::a_save_made_on_a_version_that_another_block_has_written_is_refused",
    ),
    fault(
        "half a save stays after an error",
        "door.py",
        'self._db.execute("ROLLBACK")',
        'self._db.execute("COMMIT")',
        "test_door.py::an_error_inside_a_transaction_takes_everything_back",
    ),
    fault(
        "the number of a change is counted before the disk has it",
        "door.py",
        "        sealed = self._sealed(batch)\n        with self.transaction():\n",
        "        sealed = self._sealed(batch)\n"
        "        self._last = sealed[-1].number, sealed[-1].mac or ''\n"
        "        with self.transaction():\n",
        "test_door.py::a_full_disk_keeps_nothing_says_so_and_the_store_goes_on",
    ),
    fault(
        "the clock of the log runs back with the laptop's",
        "clock.py",
        "if not last or milliseconds > last[:13]:",
        "if True:",
        "test_clock_and_ids.py::the_clock_never_runs_back_whatever_the_laptop_says",
    ),
    fault(
        "the zeroes of a page with a broken seal are handed out",
        "refusals.py",
        '    if db.conn.execute("PRAGMA cipher_status").fetchone() != ("1",):\n',
        "    if False:\n",
        "test_record_damage.py::the_zeroes_of_a_page_with_a_broken_seal_are_never_handed_out",
    ),
    fault(
        "a record that can only be read is written all the same",
        "door.py",
        "        if self.read_only:\n            raise ReadOnly(self.read_only)\n",
        "",
        "test_door.py::a_record_that_can_only_be_read_refuses_with_its_own_sentence",
    ),
    fault(
        "drafts are kept in a plain file",
        "store.py",
        '        """Keep what is being typed, under its id."""\n',
        '        """Keep what is being typed, under its id."""\n'
        "        if self.vault:\n"
        '            (self.vault.folder / "drafts.txt").write_text(draft.body)\n',
        "test_record_survives.py::nothing_typed_stands_in_any_file_in_any_encoding",
    ),
    fault(
        "a restored record goes on under the old device",
        "record.py",
        "        store.door.begin_anew(new_id())\n        store.write(_note_of_restore())\n"
        "        return store.mark\n",
        "        store.write(_note_of_restore())\n        return store.mark\n",
        "test_record_survives.py::a_backup_restored_where_the_record_was_is_another_device",
    ),
    fault(
        "nobody looks whether a copy has every row",
        "whole_copies.py",
        "if any(after.get(table) != number for table, number in before.items()):",
        "if False:",
        "test_upgrading.py::fewer_rows_than_before_are_damage",
        "test_re_encrypting.py::a_copy_that_is_not_whole_is_not_used",
    ),
    fault(
        "a record is brought up to date without a backup",
        "upgrading.py",
        "        keep_backup(vault, now=now())\n",
        "",
        "test_upgrading.py::a_backup_of_the_old_form_is_made_first_and_can_be_restored",
    ),
    fault(
        "a purge leaves the words in the log",
        "purging.py",
        "        if told & going:\n            emptied.append(change)\n",
        "        if told & going:\n",
        "test_purging.py::a_purged_row_is_gone_from_table_log_and_search",
    ),
)
