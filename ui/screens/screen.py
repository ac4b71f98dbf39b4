"""What every screen is, and every task done over one."""

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from liaison.store.drafts import Draft
from ui.session import Session
from ui.widgets.alt_keys import MENUS, give_letters
from ui.widgets.overlay import Panel


class Screen(QWidget):
    """One page of the window. It shows what the store holds and asks casework to change it.

    ``tables`` are those it shows: a change to one of them reloads it, at once when it is shown,
    else when it is shown next. ``answers`` are the kinds of entry it can be asked to show.
    ``at_foot`` puts its item at the foot of the rail; ``key`` leads there in place of Ctrl+number.
    """

    title: ClassVar[str]
    icon: ClassVar[str]
    tables: ClassVar[frozenset[str]] = frozenset()
    answers: ClassVar[frozenset[str]] = frozenset()
    in_rail: ClassVar[bool] = True
    at_foot: ClassVar[bool] = False
    key: ClassVar[str] = ""
    rail_place: ClassVar[str] = ""
    """For a screen outside the rail: the title of the one whose item is lit meanwhile."""
    ahead: ClassVar[bool] = False
    """Whether it is made before it is first asked for, while nothing else is to be done."""
    alone: ClassVar[bool] = False
    """Whether it has the window to itself: no rail, no menus, nothing of any other family."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stale = True
        self._first: QWidget | None = None
        session.changed.connect(self._follow)
        session.quieted.connect(self._reload_soon)

    @classmethod
    def in_steps(cls, session: Session) -> "Iterator[Screen | None]":
        """Make one a part at a time; the last thing given is the screen."""
        yield cls(session)

    def reload(self) -> None:
        """Fill the screen from the store."""

    def show_entry(self, kind: str, id: str) -> None:
        """Show this entry, of a kind the screen answers to."""

    def subject(self) -> str:
        """The id of the family the screen is about, if it is about one."""
        return ""

    def leave(self) -> None:
        """Another screen takes its place, or the record is locked: keep what was typed."""

    def help_place(self) -> str:
        """The title that its page of help is found by."""
        return self.title

    def set_narrow(self, *, narrow: bool) -> None:
        """There is little room now, or there is room again."""

    def give_keys(self) -> None:
        """Give every button an Alt key that no menu has, unless another key presses it."""
        give_letters(self, never=MENUS)

    def begin_at(self, widget: QWidget) -> None:
        """Name what the keys go to first.

        Qt is not told: past a focus proxy that it knows of, Tab never comes to what stands before
        it in the screen.
        """
        self._first = widget

    def first_stop(self) -> QWidget:
        """What the keys go to first."""
        return self._first or self

    def load_ahead(self) -> None:
        """Fill it although nobody sees it yet; this must leave no trace in the record."""
        self.give_keys()
        if self._stale:
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load_ahead()

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & self.tables:
            self._reload_soon()

    def _reload_soon(self) -> None:
        """At once when it is shown, else when it is shown next."""
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    def _load(self) -> None:
        self._stale = False
        self.reload()


class Task(Panel):
    """Something done over a screen, in the overlay: log a contact, import a file.

    The window makes it with the session, the id it is about (or ""), and the draft of its kind it
    goes on with; it calls ``fill`` with its body and footer. ``done`` closes it; before it is
    closed unfinished it is asked to ``leave``. While it is ``busy`` it cannot be closed.
    """

    kind: ClassVar[str]
    title: ClassVar[str]
    icon: ClassVar[str] = ""
    key: ClassVar[str] = ""
    menu: ClassVar[str] = "record"
    wide: ClassVar[int] = 700
    ahead: ClassVar[bool] = False
    """Whether one is made and dropped beforehand, so that the first is there as fast as others."""

    done = Signal()

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(QCoreApplication.translate(type(self).__name__, self.title))
        self.session = session
        self.subject = subject
        self.draft = draft
        self.busy = False

    def kept_as(self) -> str:
        """The id of the draft that what stands here is kept as; empty while it is not."""
        return self.draft.id if self.draft else ""

    def leave(self) -> None:
        """Keep what was typed: it is closed, or the record is locked, before it is done."""
