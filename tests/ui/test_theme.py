"""The colours keep their contrast, the type its steps."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui import icons, theme
from ui.appearance import Appearance, Scheme
from ui.theme import DARK, LIGHT, Colours, Step

WORDS_ON_GROUNDS = """
text: window surface raised selection amber_tint danger_tint accent_tint neutral_tint
muted: window surface raised selection neutral_tint
accent: window surface accent_tint neutral_tint selection
on_accent: accent accent_press
praise: praise_tint surface selection
concern: concern_tint surface selection
neutral: neutral_tint
late: late_tint surface selection
danger: danger_tint surface selection
rail_text: rail
on_rail_sel: rail_sel
on_toast: toast
toast_link: toast
surface: praise
"""

SHAPES_ON_GROUNDS = """
control: surface window raised selection neutral_tint
amber: surface amber_tint window
accent: window surface selection
rail_text: rail
"""


def pairs(table: str) -> list[tuple[str, str]]:
    lines = [line.split(": ") for line in table.strip().splitlines()]
    return [(front, ground) for front, grounds in lines for ground in grounds.split()]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), pairs(WORDS_ON_GROUNDS))
def test_words_can_be_read_on_every_ground_they_stand_on(
    colours: Colours, front: str, ground: str
) -> None:
    assert theme.contrast(getattr(colours, front), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), pairs(SHAPES_ON_GROUNDS))
def test_shapes_and_edges_can_be_seen(colours: Colours, front: str, ground: str) -> None:
    assert theme.contrast(getattr(colours, front), getattr(colours, ground)) >= 3


@pytest.mark.parametrize(
    ("front", "ground", "light", "dark"),
    [
        ("text", "window", 13.5, 14.4),
        ("muted", "selection", 5.3, 4.9),
        ("accent", "surface", 7.5, 8.0),
        ("late", "late_tint", 6.2, 7.2),
        ("danger", "danger_tint", 6.8, 7.2),
        ("control", "selection", 3.4, 3.3),
        ("amber", "amber_tint", 3.3, 6.6),
    ],
)
def test_the_contrasts_are_those_of_the_design(
    front: str, ground: str, light: float, dark: float
) -> None:
    for colours, drawn in ((LIGHT, light), (DARK, dark)):
        ratio = theme.contrast(getattr(colours, front), getattr(colours, ground))
        assert ratio == pytest.approx(drawn, abs=0.06)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_leads_back_to_its_colours(colours: Colours) -> None:
    assert theme.colours(theme.palette(colours)) is colours


def test_under_high_contrast_tints_are_the_ground_and_tones_the_text() -> None:
    system = QPalette(QColor("black"))
    system.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
    made = theme.colours(system)
    tints = {getattr(made, name) for name in made._fields if name.endswith("_tint")}
    assert tints == {"#000000"}
    assert {made.late, made.danger, made.praise, made.concern} == {"#ffffff"}


def test_every_step_of_type_keeps_its_place_at_200_per_cent(appearance: Appearance) -> None:
    at_100 = {step: theme.font(step).pointSizeF() for step in Step}
    appearance.set_text_size(200)
    for step in Step:
        assert theme.font(step).pointSizeF() == pytest.approx(2 * at_100[step])
    assert theme.px(18) == 36
    assert theme.is_narrow(None)


def test_the_text_size_stays_between_80_and_200_per_cent(appearance: Appearance) -> None:
    appearance.set_text_size(190)
    appearance.larger()
    appearance.larger()
    assert appearance.text_size == 200
    appearance.set_text_size(30)
    assert appearance.text_size == 80
    appearance.smaller()
    assert appearance.text_size == 80
    appearance.usual_size()
    assert appearance.text_size == 100


def test_the_house_typeface_is_worn(qapp: QApplication) -> None:
    assert qapp.font().family() == theme.FACE
    assert qapp.font().pointSizeF() >= theme.BASE_POINTS


def test_one_key_goes_from_light_to_dark_and_back(
    appearance: Appearance, qapp: QApplication
) -> None:
    appearance.switch()
    assert appearance.is_dark()
    assert theme.colours(qapp.palette()) is DARK
    appearance.switch()
    assert theme.colours(qapp.palette()) is LIGHT


def test_auto_follows_the_computer(appearance: Appearance) -> None:
    appearance.set_scheme(Scheme.AUTO)
    assert not appearance.is_dark()


def test_icons_are_painted_in_the_colour_asked_for(qtbot: object) -> None:
    drawn = icons.pixmap("check", "#ff0000", 24).toImage()
    seen = {drawn.pixelColor(x, y).name() for x in range(24) for y in range(24)}
    assert "#ff0000" in seen
    icons.forget()
    assert not icons.icon("check", "accent", 18, theme.palette(LIGHT)).isNull()


def test_a_window_says_itself_that_it_is_narrow(qtbot: object) -> None:
    window = QWidget()
    inner = QWidget(window)
    assert not theme.is_narrow(inner)
    window.setProperty(theme.NARROW, True)
    assert theme.is_narrow(inner)
    window.deleteLater()
