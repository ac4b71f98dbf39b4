"""Faults in the engine, the files, the tip and the backups, each with the tests that see it."""

from __future__ import annotations

from tests.vault.faults import in_the_vault as fault

OF_FILES = (
    fault(
        "the key is forgotten on a new file",
        "engine.py",
        '    connection.execute(f"PRAGMA key = \\"x\'{_key_text(key)}\'\\"")\n'
        '    connection.execute("PRAGMA cipher_compatibility = 4")\n'
        '    if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):\n',
        "    if False:\n",
        "test_engine.py::another_key_does_not_open_it",
    ),
    fault(
        "nobody asks the engine whether it encrypts",
        "engine.py",
        'if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):',
        "if False:",
        "test_engine.py::an_engine_that_does_not_encrypt_is_not_used",
    ),
    fault(
        "a plain database is opened",
        "opening.py",
        "if start.startswith(PLAIN):",
        "if False:",
        "test_opening_vaults.py::an_unencrypted_database_is_refused_untouched",
    ),
    fault(
        "any other database can be attached",
        "engine.py",
        "refused = action == driver.SQLITE_ATTACH and (target is None or name != target)",
        "refused = False",
        "test_engine.py::no_file_is_attached_or_vacuumed_into",
    ),
    fault(
        "a commit does not wait for the disk",
        "engine.py",
        "synchronous = EXTRA",
        "synchronous = OFF",
        "test_engine.py::every_setting_is_as_decided",
    ),
    fault(
        "the seals of the pages are not looked at",
        "engine.py",
        "        *_broken_seals(connection),\n",
        "",
        "test_engine.py::one_bit_in_a_page_no_longer_used_is_found_by_its_seal",
    ),
    fault(
        "only the quick check is made in every look",
        "engine.py",
        '"integrity_check" if full else "quick_check"',
        '"quick_check"',
        "test_engine.py::only_the_full_check_compares_an_index_with_its_table",
    ),
    fault(
        "nobody waits for a file to be on the disk",
        "files.py",
        "    file.flush()\n    os.fsync(file.fileno())\n",
        "    file.flush()\n",
        "test_written_for_good.py::a_small_file_is_on_the_disk_before_it_gets_its_name",
    ),
    fault(
        "nobody waits for a folder to be on the disk",
        "files.py",
        "        os.fsync(handle)\n",
        "        pass\n",
        "test_written_for_good.py::a_small_file_is_on_the_disk_before_it_gets_its_name",
    ),
    fault(
        "a file gets its name before the disk has it",
        "files.py",
        "            settle(file)\n        fresh.replace(path)\n",
        "            file.flush()\n        fresh.replace(path)\n        settle_file(path)\n",
        "test_written_for_good.py::a_small_file_is_on_the_disk_before_it_gets_its_name",
    ),
    fault(
        "new files are promised before the disk has them",
        "swapping.py",
        "        files.settle_file(site / name)\n",
        "",
        "test_written_for_good.py::a_swap_is_promised_when_the_disk_has_every_file_of_it",
    ),
    fault(
        "a promise that is not whole is carried out",
        "swapping.py",
        "if _is_whole(folder / PROMISED):",
        "if True:",
        "test_swapping.py::what_was_promised_but_is_not_whole_is_set_aside",
    ),
    fault(
        "the journal of the old database is left for the new one",
        "swapping.py",
        "(folder / JOURNAL).unlink(missing_ok=True)",
        "pass",
        "test_swapping.py::all_files_are_new_afterwards_and_nothing_is_left",
    ),
    fault(
        "everybody on the laptop can read the files",
        "files.py",
        "PRIVATE_FILE = 0o600",
        "PRIVATE_FILE = 0o644",
        "test_making_vaults.py::only_the_officer_can_read_the_folder_and_its_files",
    ),
    fault(
        "a record is made over what is there",
        "building.py",
        "if target.exists() or target.is_symlink():",
        "if False:",
        "test_making_vaults.py::what_is_there_is_never_written_over",
        "test_backups.py::nothing_is_restored_over_what_is_there_or_where_it_cannot_be_kept",
    ),
    fault(
        "the lock is not taken",
        "lock.py",
        "        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)\n",
        "        return\n",
        "test_opening_vaults.py::a_second_process_is_kept_out",
    ),
    fault(
        "a failed unlock is noted nowhere",
        "opening.py",
        "            attempts.note_failure(folder, laptop.clock())\n",
        "            pass\n",
        "test_opening_vaults.py::the_times_of_failed_unlocks_are_kept_and_nothing_else",
    ),
)

OF_THE_TIP = (
    fault(
        "the tip is not sealed",
        "tip.py",
        "plain = AESGCM(keys.tip).decrypt(data[len(MAGIC) : start], data[start:], MAGIC)",
        "plain = data[start:]",
        "test_tips.py::a_tip_is_read_as_it_was_sealed",
    ),
    fault(
        "the tip of another record is taken",
        "tip.py",
        "if tip.vault != vault:",
        "if False:",
        "test_tips.py::a_tip_of_another_record_is_not_taken",
    ),
    fault(
        "a missing tip is no matter",
        "tip.py",
        "    except FileNotFoundError:\n        return None, (",
        '    except FileNotFoundError:\n        return None, "" and (',
        "test_tips.py::a_missing_tip_makes_the_record_read_only",
    ),
    fault(
        "the digest of a closed tip is not compared",
        "tip.py",
        'if tip.state == "open" or database.result() == (tip.size, tip.digest):',
        "if True:",
        "test_tips.py::a_closed_record_changed_from_outside_is_read_only",
        "test_tips.py::one_bit_in_any_page_of_a_closed_record_is_seen",
    ),
    fault(
        "the tip is not rewritten before the first write",
        "vault.py",
        "                self._write_open_tip(mark)\n\n    def note",
        "                self._written = True\n\n    def note",
        "test_written_for_good.py::before_the_first_write_the_tip_on_the_disk_is_open",
    ),
    fault(
        "the tip follows only at closing",
        "vault.py",
        "                self._write_open_tip(mark)\n            self.remember(mark)",
        "                self._tip_at = now\n            self.remember(mark)",
        "test_tips.py::the_tip_follows_the_commits_at_most_once_a_second",
    ),
    fault(
        "what was measured before a change from outside is believed",
        "measuring.py",
        "if stamp_of(self.path) != self._as_it_was:",
        "if False:",
        "test_tips.py::a_measuring_begun_before_a_change_from_outside_is_not_believed",
        "test_measuring.py::what_was_written_meanwhile_is_measured_too",
    ),
    fault(
        "who finishes a closing does not hold the lock",
        "leaving.py",
        "        pass_fds=lock.handles(),\n",
        "",
        "test_leaving.py::it_is_held_until_the_other_process_has_closed_it",
    ),
    fault(
        "what was written after the closing is sealed as closed",
        "leaving.py",
        "if self.stamp is None or stamp_of(self.database) != self.stamp:",
        "if False:",
        "test_leaving.py::what_was_written_after_the_closing_is_not_sealed_as_closed",
        "test_leaving.py::what_is_written_while_it_is_measured_is_not_sealed_as_closed",
    ),
    fault(
        "who finishes a closing is handed the key of all",
        "vault.py",
        "TipKey(self.keys.tip)",
        "TipKey(self.keys.data)",
        "test_leaving.py::the_other_process_learns_one_key_and_nothing_that_was_read",
    ),
)

OF_BACKUPS = (
    fault(
        "a backup is not looked through",
        "backup.py",
        "        if engine.checks(connection, full=True):\n            raise Damaged(UNSOUND)\n",
        "",
        "test_backups.py::a_copy_the_engine_finds_fault_with_is_no_backup",
    ),
    fault(
        "a backup is not read back",
        "backup.py",
        "        _read(whole)\n        target",
        "        target",
        "test_written_for_good.py::a_backup_that_is_not_on_the_disk_as_it_was_written_is_none",
    ),
    fault(
        "a page with a broken seal comes into a backup",
        "backup.py",
        "    if unsound:\n        raise Damaged(UNSOUND)\n",
        "",
        "test_written_for_good.py::a_copy_in_which_a_broken_seal_was_met_is_no_backup",
    ),
    fault(
        "the seal of a manifest is not looked at",
        "backup.py",
        "if not manifest.is_sealed_by(keys):",
        "if False:",
        "test_backups.py::a_forged_manifest_is_refused",
    ),
    fault(
        "the digest of a backup is not looked at",
        "container.py",
        "if source.read() != whole.digest():",
        "if False:",
        "test_kept_backups.py::every_byte_of_a_backup_counts",
    ),
    fault(
        "old backups are dropped though the newest one is not whole",
        "kept.py",
        "    if not look_at(newest, unlocked).verified:\n        return []\n",
        "",
        "test_kept_backups.py::nothing_is_dropped_when_the_newest_is_not_whole",
    ),
    fault(
        "only ten backups are kept and none of earlier months",
        "kept.py",
        "    kept += _last_of_each(by_age, kept, _month, MONTHS)\n",
        "",
        "test_kept_backups.py::ten_days_eight_weeks_and_twelve_months_are_kept",
    ),
    fault(
        "a stick is believed unread",
        "second_place.py",
        "if not look_at(fresh, vault.unlocked).verified:",
        "if False:",
        "test_second_place.py::what_is_written_wrong_is_seen_by_reading_it_back",
    ),
)

FAULTS_OF_FILES = (*OF_FILES, *OF_THE_TIP, *OF_BACKUPS)
