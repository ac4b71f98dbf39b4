"""What is promised in one line: "ring back fri" is work and a day."""

from dataclasses import dataclass
from datetime import date

from liaison.dates import read_date
from liaison.errors import UnknownValue

LONGEST_DATE = 4
JOINING = ("by", "on", "before")
RING_BACK = "Ring back"


@dataclass(frozen=True)
class Promise:
    """The work in words and the day it is due."""

    action: str
    due: date


def read_promise(text: str, today: date) -> Promise | None:
    """Words that end in a day. Nothing typed is nothing promised; a day alone means ring back.

    ``UnknownValue`` when the words do not end in a day.
    """
    words = text.split()
    if not words:
        return None
    for count in range(min(LONGEST_DATE, len(words)), 0, -1):
        due = _day(" ".join(words[-count:]), today)
        if due is not None:
            before = words[:-count]
            if before and before[-1].lower() in JOINING:
                before.pop()
            action = " ".join(before) or RING_BACK
            return Promise(action[0].upper() + action[1:], due)
    raise UnknownValue("Say by when at the end of it: fri, tomorrow, 3 12 or in 2 weeks.")


def _day(text: str, today: date) -> date | None:
    try:
        return read_date(text, today, ahead=True)
    except UnknownValue:
        return None
