"""The icon and the tone of each thing that can stand in a timeline."""

from liaison.model.barrier import BarrierState
from liaison.model.contact import About
from ui.signs import Tone

_CHANNELS = {
    "phone.we": "phone-outgoing",
    "phone.they": "phone-incoming",
    "phone": "phone",
    "text": "message-2",
    "email": "mail",
    "letter": "mail",
    "gate": "door-enter",
    "visit": "home",
    "doorstep": "home",
    "meeting": "users-group",
    "drop_in": "door",
    "voicemail": "phone-call",
    "app_message": "device-mobile",
    "home_school_book": "note",
    "video": "video",
    "community": "map-pin",
    "event": "calendar-event",
    "via_pupil": "backpack",
    "via_relative": "users",
    "via_professional": "users",
    "via_school": "school",
    "task": "square-check",
    "follow_up": "checklist",
    "barrier": "ban",
    "adjustment": "plant-2",
    "transition": "route",
    "restriction": "hand-stop",
}

_BARRIERS = {
    "transport": "bus",
    "working_hours": "clock",
    "childcare": "users",
    "language": "language",
    "reading": "file-text",
    "school_system": "school",
    "device": "device-mobile",
    "cost": "wallet",
    "housing": "home",
    "caring": "heart",
    "separated": "users",
    "schoolwork": "note",
    "venue": "building",
}

ABOUT = {
    About.PRAISE: Tone.GOOD_NEWS,
    About.NEUTRAL: Tone.EVERYDAY,
    About.CONCERN: Tone.WORRY,
}

BARRIER_STATES = {
    BarrierState.CURRENT: Tone.OPEN,
    BarrierState.EASING: Tone.EASING,
    BarrierState.GONE: Tone.GONE,
    BarrierState.MISTAKEN: Tone.LATER,
}

LEVELS = {"enhanced": Tone.A_LOT, "targeted": Tone.SOME, "universal": Tone.USUAL}


def contact_icon(sign: str) -> str:
    """The icon for "phone.we", "gate.both" or "barrier"; a bubble for a channel we do not know."""
    channel = sign.partition(".")[0]
    return _CHANNELS.get(sign) or _CHANNELS.get(channel, "message")


def barrier_icon(kind: str) -> str:
    """The icon for a kind of barrier."""
    return _BARRIERS.get(kind, "ban")
