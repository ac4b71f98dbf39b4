"""After the lock nothing of the record is in memory: looked for from outside, in a real process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui import left_in_memory as memory

PASSPHRASE = "kettle marble otter sixpence"


@pytest.mark.slow
@pytest.mark.skipif(not memory.can_look(), reason="this system hides the memory of processes")
def test_no_planted_word_and_no_passphrase_is_in_memory_after_the_lock(tmp_path: Path) -> None:
    words, record = memory.canaries(), tmp_path / "Oakfield.liaison"
    assert len(words) == 12
    memory.plant(record, words, PASSPHRASE)
    found = memory.lock_and_look(record, words, PASSPHRASE, rounds=1)
    assert found.open > len(words)
    assert found.locked == 0
