"""The desktop app: ``family-liaison [RECORD] [--practice]``."""

import argparse
import contextlib
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from liaison.errors import LiaisonError
from ui.loading import without_collecting

with without_collecting():
    from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal
    from PySide6.QtWidgets import QApplication

    from ui.appearance import Appearance, Scheme
    from ui.collecting import Collecting
    from ui.locking.locked import locked_from
    from ui.locking.replacing import FINISH, replace_process
    from ui.one_window import OneWindow, address, raised
    from ui.remembered import Memory
    from ui.start import Start

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QMessageBox


APP = "family-liaison"
ICON_MS = 250
LISTEN_MS = 1500


def today() -> "date":
    """The day it is where the officer sits."""
    from datetime import UTC, datetime  # noqa: PLC0415 - not before first paint

    return datetime.now(UTC).astimezone().date()


class LastResort(QObject):
    """Takes errors that nobody expected, so that no window goes on dead and silent.

    What is written to the log names the place in the program, never the words of the error:
    these could hold what was typed.
    """

    happened = Signal(str)

    def __init__(self, start: Start) -> None:
        super().__init__(start)
        self._start = start
        self._box: QMessageBox | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Stands in for ``sys.excepthook``."""
        if isinstance(error, LiaisonError):
            self.happened.emit(str(error))
            return
        places = "".join(
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}\n"
            for frame in traceback.extract_tb(trace)
        )
        sys.stderr.write(f"{kind.__name__}\n{places}")
        self.happened.emit(
            self.tr(
                "Something went wrong in the program. What you saved is safe. "
                "If the window does not answer, close it and open the record again."
            )
        )

    def _show(self, sentence: str) -> None:
        from ui.dialogs import message_box  # noqa: PLC0415 - slow to load

        box = message_box(self._start.window, self.tr("Family Liaison"), sentence)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        self._box = box


def forbid_core_dumps() -> None:
    """What is in memory must not be written to a file when the program dies."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - only on Unix

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for on the command line.

    A record alone, or nothing, is what nearly every start is given: no need to make a parser.
    """
    words = sys.argv[1:] if given is None else given
    if len(words) < 2 and not "".join(words).startswith("-"):
        record = Path(words[0]) if words else None
        return argparse.Namespace(record=record, practice=False, locked="", window="")
    parser = argparse.ArgumentParser(prog=APP, description="Family Liaison, the desktop app.")
    parser.add_argument("record", nargs="?", type=Path, metavar="RECORD", help="a .liaison folder")
    parser.add_argument("--practice", action="store_true", help="a throw-away practice record")
    parser.add_argument("--locked", default="", metavar="WHY", help=argparse.SUPPRESS)
    parser.add_argument("--window", default="", metavar="PLACE", help=argparse.SUPPRESS)
    return parser.parse_args(words)


def show_icon() -> None:
    """The app's icon, in the task bar and before each window's title."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - not before first paint

    from ui.icons import pixmap  # noqa: PLC0415 - not before first paint
    from ui.theme import LIGHT  # noqa: PLC0415 - not before first paint

    QApplication.setWindowIcon(QIcon(pixmap("heart-handshake", LIGHT.accent, 64)))


def settings_folder() -> Path:
    """Where this computer keeps what the app remembers."""
    place = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(place))


def dressed(app: QApplication, memory: Memory) -> Appearance:
    """The appearance as it was chosen last."""
    known = memory.read()
    return Appearance(
        app,
        scheme=Scheme(known.scheme),
        text_size=known.text_size,
        system_font=known.system_font,
    )


def start_app(app: QApplication, asked: argparse.Namespace, memory: Memory) -> Start:
    """The app with its first window shown."""
    start = Start(dressed(app, memory), memory, today=today, replace_process=replace_process)
    sys.excepthook = LastResort(start).take
    if asked.locked:
        record = None if asked.practice else asked.record
        start.begin_locked(locked_from(record, asked.locked, asked.window))
    elif asked.practice:
        start.show_practice()
    else:
        start.begin(asked.record)
    return start


def is_open_already(asked: argparse.Namespace, memory: Memory) -> bool:
    """Whether another window has the record that is asked for; then that one is in front now."""
    if asked.practice or asked.locked:
        return False
    known = memory.read().record
    record = asked.record or (Path(known) if known else None)
    return raised(address(settings_folder()), record)


def main(given: Sequence[str] | None = None) -> int:
    """Run the desktop app until its window is closed."""
    forbid_core_dumps()
    if sys.argv[1:] == [FINISH]:
        from liaison.vault.finishing import main as finish  # noqa: PLC0415 - hardly ever asked for

        return finish()
    asked = arguments(given)
    app = QApplication([APP])
    app.setApplicationName(APP)
    QTimer.singleShot(ICON_MS, show_icon)
    app.setQuitOnLastWindowClosed(True)
    collecting = Collecting(app)
    memory = Memory(settings_folder() / "window.json")
    if is_open_already(asked, memory):
        return 0
    start = start_app(app, asked, memory)
    one = OneWindow(address(settings_folder()), start.shown)
    if not asked.practice:
        QTimer.singleShot(LISTEN_MS, one.begin)
    app.aboutToQuit.connect(one.end)
    app.aboutToQuit.connect(start.end)
    app.aboutToQuit.connect(collecting.end)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends it
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
