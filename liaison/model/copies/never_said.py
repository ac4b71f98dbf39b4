"""What no family copy says, in whatever field somebody typed it."""

from __future__ import annotations

from liaison.model.meeting_kinds import MEETING_KINDS, UNNAMED_KINDS

NAMELESS = {code: label for code, label, *_ in MEETING_KINDS if code in UNNAMED_KINDS}
"""Kinds no family copy names, whatever the school's lists say."""

HOW_HELD = (
    *("standby", "colleague nearby", "clear way to the door", "easy way out", "opening line"),
    *("left out of this meeting", "not asked to this one"),
)
"""How a conversation was prepared."""

POINTERS = ("DSL informed", "known to DSL", "known to the DSL", "told the DSL", "DSL told",
            "informed the DSL", "DSL was told", "DSL was informed", "DSL knows",
            "passed to the DSL", "referred to the DSL")  # fmt: skip
"""What points at the safeguarding lead's own file."""

NEVER_SAID: tuple[str, ...] = (*NAMELESS.values(), *HOW_HELD, *POINTERS)
"""All of it."""
