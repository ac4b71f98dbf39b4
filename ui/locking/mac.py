"""macOS: the notifications that go through the whole system when the screen locks or it sleeps."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.locking.locked import Reason
from ui.locking.objc import Runtime
from ui.locking.signs import SystemSigns

MEANING = {
    "com.apple.screenIsLocked": Reason.SCREEN,
    "NSWorkspaceWillSleepNotification": Reason.SLEEP,
    "NSWorkspaceSessionDidResignActiveNotification": Reason.SCREEN,
}
OF_THE_SYSTEM = "com.apple."
"""Those that every program may hear; the others come from the workspace."""


class MacSigns(SystemSigns):
    """Hears the notifications by name. ``runtime`` makes what sends messages to macOS."""

    def __init__(
        self, parent: QObject | None = None, runtime: Callable[[], Runtime] = Runtime
    ) -> None:
        super().__init__(parent)
        self._make = runtime
        self._runtime: Runtime | None = None
        self._listener = 0

    def begin(self, window: QWidget) -> None:
        self._runtime = runtime = self._make()
        self._listener = runtime.listener("FamilyLiaisonSigns", "hear:", self.hear)
        for name in MEANING:
            runtime.send(
                self._centre(name),
                "addObserver:selector:name:object:",
                self._listener,
                runtime.selector("hear:"),
                runtime.text(name),
                0,
            )
        self._told(*MEANING.values())

    def end(self) -> None:
        if self._runtime is not None:
            for name in MEANING:
                self._runtime.send(self._centre(name), "removeObserver:", self._listener)

    def hear(self, notification: int) -> None:
        """Take a notification: macOS calls this with each."""
        if self._runtime is not None:
            name = self._runtime.words_of(self._runtime.send(notification, "name"))
            if name in MEANING:
                self.heard.emit(MEANING[name])

    def _centre(self, name: str) -> int:
        runtime = self._runtime
        if runtime is None:
            return 0
        if name.startswith(OF_THE_SYSTEM):
            return runtime.send(runtime.named("NSDistributedNotificationCenter"), "defaultCenter")
        workspace = runtime.send(runtime.named("NSWorkspace"), "sharedWorkspace")
        return runtime.send(workspace, "notificationCenter")
