"""Dresses the application: colour scheme and text size, chosen by the officer or the system."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from ui import icons, theme
from ui.style import HouseStyle


class Scheme(Enum):
    """Light or dark, or as the computer is set."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """What the application wears. ``changed`` fires after every change of clothes.

    Every widget hears of it as a StyleChange event.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: Scheme = Scheme.AUTO,
        text_size: int = 100,
        system_font: bool = False,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._system_face = QFont(app.font())
        self._system_points = app.font().pointSizeF()
        self._system_font = system_font
        self._own_face = theme.load_fonts()
        self._scheme = scheme
        self._text_size = text_size
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._style = HouseStyle()  # kept here: Qt does not hold on to the Python side of it
        app.setStyle(self._style)
        self.put_on()

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def text_size(self) -> int:
        """In per cent of the drawn size: 80 to 200."""
        return self._text_size

    @property
    def system_font(self) -> bool:
        """Whether this computer's own font is worn in place of the house's."""
        return self._system_font

    def set_system_font(self, on: bool) -> None:
        self._system_font = on
        self.put_on()

    def set_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self.put_on()

    def set_text_size(self, percent: int) -> None:
        self._text_size = max(theme.SMALLEST_TEXT, min(theme.LARGEST_TEXT, percent))
        self.put_on()

    def larger(self) -> None:
        self.set_text_size(self._text_size + 10)

    def smaller(self) -> None:
        self.set_text_size(self._text_size - 10)

    def usual_size(self) -> None:
        self.set_text_size(100)

    def switch(self) -> None:
        """Light to dark, dark to light, from whatever is worn now."""
        self.set_scheme(Scheme.LIGHT if self.is_dark() else Scheme.DARK)

    def is_dark(self) -> bool:
        if self._scheme is Scheme.AUTO:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def put_on(self) -> None:
        """Give the application its palette, font and style."""
        icons.forget()
        worn, letters = self._palette(), self._font()
        theme.forget()
        self._app.setPalette(worn)
        QToolTip.setPalette(worn)
        theme.forget()  # whoever heard of the palette has measured with the font of before
        self._app.setFont(letters)
        for widget in self._app.allWidgets():
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            widget.updateGeometry()  # some controls of Qt keep the size they asked for before
        self.changed.emit()

    def _font(self) -> QFont:
        own = self._own_face and not self._system_font
        made = QFont(theme.FACE) if own else QFont(self._system_face)
        points = max(theme.BASE_POINTS, self._system_points)
        made.setPointSizeF(points * self._text_size / 100)
        return made

    def _palette(self) -> QPalette:
        if self._wants_high_contrast():
            return QPalette()
        return theme.palette(theme.DARK if self.is_dark() else theme.LIGHT)

    def _wants_high_contrast(self) -> bool:
        wish = self._hints.accessibility().contrastPreference()
        return wish == Qt.ContrastPreference.HighContrast

    def _follow_system(self) -> None:
        if self._scheme is Scheme.AUTO:
            self.put_on()
