"""When it was: "now", "yesterday 3pm", "9:30", "fri"."""

from datetime import date, datetime

from liaison.dates import read_clock, read_date
from liaison.errors import UnknownValue

Moment = tuple[date, str]
"""The day, and the time as HH:MM or empty."""


def read_moment(text: str, now: datetime) -> Moment:
    """The day and time typed. ``UnknownValue`` when it is neither; empty is now."""
    typed = " ".join(text.lower().replace(",", " ").split())
    if typed in ("", "now"):
        return now.date(), now.strftime("%H:%M")
    for split in (_day_alone, _time_alone, _time_last, _time_first):
        try:
            return split(typed, now)
        except UnknownValue:
            continue
    sentence = f"“{text}” is not a day or a time. Write it like now, 9:30, yesterday 3pm or fri."
    raise UnknownValue(sentence)


def _day_alone(typed: str, now: datetime) -> Moment:
    return read_date(typed, now.date()), ""


def _time_alone(typed: str, now: datetime) -> Moment:
    return now.date(), read_clock(typed)


def _time_last(typed: str, now: datetime) -> Moment:
    day, _, clock = typed.rpartition(" ")
    return read_date(day.removesuffix(" at"), now.date()), read_clock(clock)


def _time_first(typed: str, now: datetime) -> Moment:
    clock, _, day = typed.partition(" ")
    return read_date(day, now.date()), read_clock(clock)
