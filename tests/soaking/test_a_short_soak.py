"""A hundred actions of the soak: the record is sound afterwards. The long one is a command."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.soak import Outcome, main, nothing_fails, soak
from tests.soaking.casework_actions import CASEWORK
from tests.soaking.desk import Desk
from tests.soaking.window_actions import WINDOW


def test_a_hundred_lawful_actions_leave_the_record_sound(
    qapp: QApplication, tmp_path: Path
) -> None:
    outcome = soak(qapp, tmp_path, actions=100, seed=7, quietly=True)
    assert outcome.problems == ()
    assert outcome.actions == 100


def test_every_action_can_be_done_on_a_new_record(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(qapp, tmp_path, seed=8)
    for action in dict.fromkeys((*CASEWORK, *WINDOW)):
        action(desk)
        desk.settle()
    desk.lock_and_unlock()
    assert desk.close() == []


def test_the_outcome_says_what_was_found_and_fails_on_growth() -> None:
    sound = Outcome(2000, (), 200.0, 210.0)
    assert sound.sound
    assert "verify --full is sound" in str(sound)
    assert "+5.0%" in str(sound)
    assert not Outcome(2000, (), 200.0, 225.0).sound
    assert Outcome(100, (), 200.0, 225.0).sound
    assert not Outcome(2000, ("A chain is broken.",), 200.0, 200.0).sound


def test_an_error_that_qt_only_prints_ends_the_soak() -> None:
    with pytest.raises(ZeroDivisionError), nothing_fails():
        sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)


@pytest.mark.slow
def test_a_proof_is_done_at_length_by_name_and_an_unknown_one_is_refused() -> None:
    assert main(["0", "--proof", "rolled-back"]) == 0
    assert main(["0", "--proof", "no-such-proof"]) == 1
