"""The drafts that the window can go on with: in a task, or on a screen that answers to them."""

from PySide6.QtCore import QCoreApplication

from liaison.store.drafts import Draft
from liaison.store.store import Store
from ui.contents import Contents


class DraftsKept:
    """A draft of a task is opened with it; that of a screen has the id of the entry it is about."""

    def __init__(self, store: Store, contents: Contents) -> None:
        self._store = store
        self._tasks = {task.kind for task in contents.tasks}
        self._kinds = self._tasks.union(*(screen.answers for screen in contents.screens))

    def newest(self) -> Draft | None:
        """The one that was kept last."""
        return next((each for each in self._store.drafts() if each.kind in self._kinds), None)

    def words(self) -> str:
        """When it was kept, in words; empty when there is none."""
        newest = self.newest()
        kept = newest.kept_at if newest else None
        words = QCoreApplication.translate("MainWindow", "Draft kept {0}")
        return words.format(f"{kept.astimezone():%H:%M}") if kept else ""

    def find(self, id: str) -> Draft | None:
        return next((each for each in self._store.drafts() if each.id == id), None)

    def of_task(self, draft: Draft) -> bool:
        """Whether it is opened in a task."""
        return draft.kind in self._tasks
