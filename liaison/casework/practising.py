"""The settings of a practice record: an invented school, and an officer of no real name."""

from liaison.model.fields import SETTINGS_STREAM
from liaison.model.settings import Settings

PRACTICE = Settings(
    family=SETTINGS_STREAM,
    school="St Example Primary School",
    phone="01632 960123",
    officer="Mrs A Officer",
    officer_role="Family Liaison Officer",
    practice=True,
)
