"""Faults in keys, slots and the header, each with the tests that see it."""

from __future__ import annotations

from tests.vault.faults import in_the_vault as fault

FAULTS_OF_KEYS = (
    fault(
        "the header's seal is not looked at",
        "unlocking.py",
        "if not header.is_sealed_by(keys):",
        "if False:",
        "test_header_and_slots.py::slots_cannot_be_removed_reordered_or_taken_from_another_vault",
    ),
    fault(
        "a slot opens in any vault",
        "slots.py",
        '{"version": version, "vault": vault, "slot": others}',
        '{"version": version, "slot": others}',
        "test_header_and_slots.py::a_slot_opens_with_its_secret_in_its_vault_only",
    ),
    fault(
        "the last day of a slot can be put off",
        "slots.py",
        'if name != "wrapped"}',
        'if name not in {"wrapped", "expires"}}',
        "test_header_and_slots.py::a_keyring_slot_is_bound_to_its_last_day",
    ),
    fault(
        "the bounds of the cost are not looked at",
        "slots.py",
        "if not within:",
        "if False:",
        "test_header_and_slots.py::hostile_costs_are_refused_before_anything_is_derived",
    ),
    fault(
        "a header of any length is read",
        "files.py",
        "data = file.read(limit + 1)",
        "data = file.read(limit * 100)",
        "test_header_and_slots.py::an_enormous_header_is_refused_at_once",
    ),
    fault(
        "JSON may be written in any way",
        "canonical.py",
        "if encode(value) != data:",
        "if False:",
        "test_canonical_json.py::any_other_way_to_write_it_is_refused",
    ),
    fault(
        "the header may be written in another way",
        "header.py",
        "if header.encoded() != data:",
        "if False:",
        "test_header_and_slots.py::the_spare_bits_of_base64_are_refused",
    ),
    fault(
        "letters are not composed before a key is derived",
        "slots.py",
        'unicodedata.normalize("NFKC", secret).encode()',
        "secret.encode()",
        "test_opening_vaults.py::a_passphrase_is_the_same_however_its_letters_are_composed",
    ),
    fault(
        "a passphrase that could be guessed is taken",
        "passphrases.py",
        "if score < BEST:",
        "if False:",
        "test_passphrases.py::a_passphrase_that_will_not_do_is_told_why",
    ),
    fault(
        "a slip of the pen in the recovery code is not seen",
        "recovery.py",
        "if not _is_whole(plain):",
        "if False:",
        "test_recovery_codes.py::one_wrong_symbol_is_refused_and_its_group_named",
    ),
    fault(
        "the old recovery code stays when there is a new one",
        "ways_in.py",
        "if each.kind != slot.kind)\n    write_slots(vault, (*kept, slot))",
        "if True)\n    write_slots(vault, (*kept, slot))",
        "test_ways_in.py::a_new_recovery_code_ends_the_old_one_at_once",
    ),
    fault(
        "the last passphrase can be removed",
        "ways_in.py",
        "if [each.id for each in header.of_kind(PASSPHRASE)] == [id]:",
        "if False:",
        "test_ways_in.py::a_passphrase_is_removed_but_never_the_last_one",
    ),
    fault(
        "a new header is not read back",
        "unlocking.py",
        "if (folder / name).read_bytes() != data:",
        "if False:",
        "test_ways_in.py::a_header_that_is_not_read_back_as_written_is_not_used",
    ),
    fault(
        "re-encrypting keeps the old data key",
        "ways_in.py",
        "old, keys = vault.unlocked.header, new_keys()",
        "old, keys = vault.unlocked.header, vault.keys",
        "test_ways_in.py::under_new_keys_only_one_passphrase_and_the_new_code_open",
    ),
    fault(
        "an older copy of the header may bring a revoked way in back",
        "unlocking.py",
        "and copy.revision < header.revision",
        "and False",
        "test_header_and_slots.py::an_older_copy_never_brings_a_revoked_way_in_back",
    ),
    fault(
        "any keyring is trusted",
        "keyrings.py",
        "if _name(each) in REAL:",
        "if True:",
        "test_keyrings.py::a_keyring_that_only_pretends_is_refused_unasked",
    ),
    fault(
        "what the keyring got is not read back",
        "keyrings.py",
        "if self._ask(keep) != text:",
        "if not self._ask(keep) and not text:",
        "test_keyrings.py::a_keyring_that_does_not_give_back_what_it_got_is_not_used",
    ),
    fault(
        "a laptop remembers for ever",
        "remembering.py",
        "if _has_ended(slot, kept, _today(laptop)):",
        "if False:",
        "test_keyrings.py::it_ends_after_thirty_days_however_often_it_is_used",
        "test_keyrings.py::it_ends_after_seven_days_without_use",
    ),
    fault(
        "what the keyring refuses is kept in a file",
        "remembering.py",
        "    keyring.put(vault.id, Kept(slot.id, secret, today.isoformat()).encoded())\n",
        "    text = Kept(slot.id, secret, today.isoformat()).encoded()\n"
        '    (vault.folder / "remembered").write_text(text)\n    keyring.put(vault.id, text)\n',
        "test_keyrings.py::the_secret_stands_in_no_file",
    ),
)
