"""Colours, type and measures: what a widget asks when it wants to look like the rest.

Nothing here is set by anybody: the colours follow from the palette a widget already has, the
sizes from the application's font. `ui.appearance` gives both to the application.
"""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from liaison.resources import resource

FACE = "Atkinson Hyperlegible Next"
BASE_POINTS = 10.5
SMALLEST_TEXT, LARGEST_TEXT = 80, 200
NARROW_BELOW = 1100
LARGE_TEXT = 1.2
NARROW = "narrow"

NEW_LOOK = frozenset({QEvent.Type.StyleChange, QEvent.Type.PaletteChange})
"""What a widget hears when the text size or the scheme has changed."""


class Colours(NamedTuple):
    """One colour for each meaning. A ``*_tint`` is a ground, never words."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    control: str
    accent: str
    accent_press: str
    on_accent: str
    accent_tint: str
    selection: str
    praise: str
    praise_tint: str
    concern: str
    concern_tint: str
    neutral: str
    neutral_tint: str
    amber: str
    amber_tint: str
    late: str
    late_tint: str
    danger: str
    danger_tint: str
    rail: str
    rail_text: str
    rail_sel: str
    on_rail_sel: str
    toast: str
    on_toast: str
    toast_link: str
    disabled: str


LIGHT = Colours(
    window="#F3F1EC",
    surface="#FFFFFF",
    raised="#F9F7F3",
    text="#20262B",
    muted="#565C61",
    border="#DCD6CB",
    control="#7F786D",
    accent="#0C5D6C",
    accent_press="#084753",
    on_accent="#FFFFFF",
    accent_tint="#E2EFF0",
    selection="#D3E7E9",
    praise="#2E671F",
    praise_tint="#E6F2DE",
    concern="#5B3A8C",
    concern_tint="#EFE9F8",
    neutral="#535960",
    neutral_tint="#ECEAE5",
    amber="#B87503",
    amber_tint="#FDF0CF",
    late="#96380E",
    late_tint="#FBE9DE",
    danger="#A30F2D",
    danger_tint="#FCEAEC",
    rail="#123E48",
    rail_text="#D5E5E6",
    rail_sel="#F3F1EC",
    on_rail_sel="#0C4B57",
    toast="#20313A",
    on_toast="#FFFFFF",
    toast_link="#8FDCE6",
    disabled="#8A8B88",
)

DARK = Colours(
    window="#171C1F",
    surface="#1F262A",
    raised="#262E33",
    text="#ECEBE7",
    muted="#AEB5B8",
    border="#374147",
    control="#87939A",
    accent="#74C8D2",
    accent_press="#94D9E1",
    on_accent="#06282E",
    accent_tint="#1D383E",
    selection="#1F464E",
    praise="#A3D48E",
    praise_tint="#23341F",
    concern="#CDB5F3",
    concern_tint="#312945",
    neutral="#BFC4C6",
    neutral_tint="#30383D",
    amber="#E5AE47",
    amber_tint="#3A2F17",
    late="#F4A986",
    late_tint="#3D281D",
    danger="#FF9DAA",
    danger_tint="#43212A",
    rail="#0F1517",
    rail_text="#B9C6C9",
    rail_sel="#24393F",
    on_rail_sel="#D6F1F4",
    toast="#E6E4DE",
    on_toast="#1B2327",
    toast_link="#0C5D6C",
    disabled="#747D81",
)

_OURS = {colours.window.lower(): colours for colours in (LIGHT, DARK)}


class Step(Enum):
    """A size of type: times the base size, and how heavy."""

    __hash__ = object.__hash__  # a step is looked up at every word that is painted

    HERO = (2.1, 600)
    TITLE = (1.6, 600)
    H2 = (1.3, 600)
    CARD = (1.08, 600)
    BODY = (1.0, 400)
    NAME = (1.0, 500)
    STRONG = (1.0, 600)
    CAPTION = (0.88, 400)
    CHIP = (0.88, 500)
    HEADING = (0.88, 600)


def palette(c: Colours) -> QPalette:
    """The palette Qt's own controls are painted with."""
    role = QPalette.ColorRole
    made = QPalette()
    for colour, roles in {
        c.window: (role.Window,),
        c.text: (role.WindowText, role.Text, role.ButtonText, role.HighlightedText),
        c.surface: (role.Base, role.Button, role.Light),
        c.raised: (role.AlternateBase, role.Midlight),
        c.muted: (role.PlaceholderText,),
        c.danger: (role.BrightText,),
        c.selection: (role.Highlight,),
        c.accent: (role.Link, role.LinkVisited, role.Accent),
        c.toast: (role.ToolTipBase,),
        c.on_toast: (role.ToolTipText,),
        c.border: (role.Mid,),
        c.control: (role.Dark, role.Shadow),
    }.items():
        for each in roles:
            made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(c.disabled))
    return made


def colours(worn: QPalette) -> Colours:
    """The colours that belong to a palette: ours, or those of the system under high contrast."""
    ours = _OURS.get(worn.color(QPalette.ColorRole.Window).name())
    if ours is not None:
        return ours
    role = QPalette.ColorRole
    asked = (role.Window, role.Base, role.WindowText, role.Highlight, role.HighlightedText)
    return _system_colours(*(worn.color(each).name() for each in asked))


@lru_cache(maxsize=4)
def _system_colours(window: str, base: str, text: str, highlight: str, highlighted: str) -> Colours:
    """High contrast: every tint is the ground, every tone the text; shapes and words carry on."""
    made = dict.fromkeys(Colours._fields, text)
    made |= {name: base for name in made if name.endswith("_tint")}
    made |= {"window": window, "surface": base, "raised": base, "selection": base}
    made |= {"rail": window, "rail_sel": highlight, "on_rail_sel": highlighted}
    made |= {"accent": highlight, "accent_press": highlight, "on_accent": highlighted}
    made |= {"on_toast": base, "toast_link": base}
    return Colours(**made)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2.2 counts it: 1 to 21."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def load_fonts() -> bool:
    """Make the house's typeface known to Qt, in every weight that a step of type has.

    False when none of its files could be loaded.
    """
    weights = sorted({weight for _, weight in (step.value for step in Step)})
    files = [resource("fonts") / f"AtkinsonHyperlegibleNext-{weight}.ttf" for weight in weights]
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    return any(number >= 0 for number in loaded)


@lru_cache(maxsize=1)
def scale() -> float:
    """How much larger than the drawn size everything is: 1.0 at 10.5 points."""
    return max(0.8, QApplication.font().pointSizeF() / BASE_POINTS)


def px(drawn: float) -> int:
    """A drawn measure at the present text size. For icons, ticks and widths of columns."""
    return round(drawn * scale())


def height(drawn: int, step: Step = Step.BODY, padding: int = 8) -> int:
    """A drawn height, or more when the words need it."""
    return max(drawn, line_height(step) + padding, px(drawn) if scale() > 1 else 0)


def font(step: Step) -> QFont:
    """The application's font at one of the house's sizes."""
    return QFont(_font(step))


@lru_cache(maxsize=len(Step))
def line_height(step: Step = Step.BODY) -> int:
    """How high one line of these words is."""
    return metrics(step).height()


@lru_cache(maxsize=4096)
def width_of(words: str, step: Step = Step.BODY) -> int:
    """How wide these words are on one line."""
    return metrics(step).horizontalAdvance(words)


@lru_cache(maxsize=len(Step))
def metrics(step: Step) -> QFontMetrics:
    """What measures words of this step."""
    return QFontMetrics(_font(step))


@lru_cache(maxsize=len(Step))
def _font(step: Step) -> QFont:
    factor, weight = step.value
    made = QFont(QApplication.font())
    made.setPointSizeF(BASE_POINTS * scale() * factor)
    made.setWeight(QFont.Weight(weight))
    return made


@lru_cache(maxsize=256)
def toned(role: QPalette.ColorRole, colour: str) -> QPalette:
    """A palette in which only the words of what can be used have a colour of their own."""
    made = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        made.setColor(group, role, QColor(colour))
    return made


def forget() -> None:
    """Measure anew: the application's font or its palette is about to change."""
    for kept in (scale, line_height, width_of, metrics, _font, toned):
        kept.cache_clear()


def is_narrow(widget: QWidget | None) -> bool:
    """Whether there is little room: the window this stands in says so, or the text is large."""
    if scale() > LARGE_TEXT:
        return True
    return widget is not None and bool(widget.window().property(NARROW))
