"""The real app, worked in by a program: it unlocks, reads and writes, waits, and locks.

What to type comes by the standard input, so that no command line holds it. It says ``open`` when
there is much in memory, ``locked`` once the process that took its place is painted.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if __name__ == "__main__":
    from pathlib import Path

    sys.path[0] = str(Path(__file__).resolve().parents[2])

import ui.main
from liaison.vault import leaving
from ui.unlock import UnlockWindow

if TYPE_CHECKING:
    from ui.start import Start
    from ui.window import MainWindow

FAMILIES = "SELECT id FROM family WHERE deleted = 0 ORDER BY id LIMIT 30"


def say(word: str) -> None:
    print(word, flush=True)


def work(start: Start, window: MainWindow, asked: dict[str, str], rounds: int) -> None:
    """Read and write as she does, and leave a note half written."""
    from PySide6.QtWidgets import QApplication

    from ui.clipboard import copy_privately
    from ui.tasks.log_contact.task import LogContact

    for _ in range(rounds):
        for number in range(len(window.contents.screens)):
            window.go_to(type(window.trail.here)(number))
            QApplication.processEvents()
        for (id,) in window.session.store.query(FAMILIES):
            window.session.open("family", id)
            QApplication.processEvents()
        window.open_task("find")
        window.task().typed.setText(asked["searched"])
        QApplication.processEvents()
        window.close_task()
        copy_privately(asked["phone"])
    window.open_task("log-contact")
    task = window.task()
    assert isinstance(task, LogContact)
    task.form.lanes.facts.setPlainText(asked["draft"])
    QApplication.processEvents()


def unlock_and_work(window: UnlockWindow) -> None:
    from PySide6.QtCore import QTimer

    from ui.start import Start

    asked = json.loads(sys.stdin.readline())
    shown = Start.open_session

    def opened(start: Start, store: object) -> None:
        shown(start, store)
        QTimer.singleShot(0, start, lambda: begin(start))

    def begin(start: Start) -> None:
        work(start, start.window, asked, int(asked["rounds"]))
        say("open")
        sys.stdin.readline()
        start.window.lock()

    window.opened.disconnect()
    Start.open_session = opened
    window.opened.connect(lambda store: opened(STARTED[0], store))
    window.passphrase.set_text(asked["passphrase"])
    window.unlock()


STARTED: list[Start] = []


def main() -> int:
    from PySide6.QtCore import QTimer

    paint, begun = UnlockWindow.paintEvent, ui.main.start_app
    seen: list[UnlockWindow] = []

    def start_app(*given: object) -> Start:
        STARTED.append(begun(*given))
        return STARTED[0]

    def painted(window: UnlockWindow, event: object) -> None:
        paint(window, event)
        if window in seen:
            return
        seen.append(window)
        if "--locked" in sys.argv:
            QTimer.singleShot(300, lambda: say("locked"))
        else:
            QTimer.singleShot(0, lambda: unlock_and_work(window))

    leaving.SMALL = 0  # so that another process finishes the closing
    UnlockWindow.paintEvent, ui.main.start_app = painted, start_app
    return ui.main.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
