"""The kinds of meeting a new record offers: code, label, and flags code may read."""

UNNAMED = "unnamed"
"""The flag of a kind whose name never stands on a family copy."""

CONSENT = "consent"
"""The flag of a kind that is held with consent in writing."""

MEETING_KINDS: tuple[tuple[str, ...], ...] = (
    ("honest", "Honest conversation", UNNAMED),
    ("structured", "Structured conversation"),
    ("taf", "Team around the family", CONSENT),
    ("taf_review", "Team around the family, review", CONSENT),
    ("apdr", "Review of support: assess, plan, do, review"),
    ("attendance", "Attendance meeting"),
    ("contract", "Attendance contract"),
    ("reintegration", "Welcome back after suspension"),
    ("transition", "Meeting about a move"),
    ("ebsa", "Finding it hard to attend"),
    ("ehcp", "Annual review of an EHC plan"),
    ("pep", "Personal education plan"),
    ("informal", "Complaint, informal stage"),
    ("drop_in", "Coffee morning or drop-in"),
    ("professionals", "Professionals only"),
    ("other", "Another meeting"),
)

UNNAMED_KINDS = frozenset(code for code, _, *flags in MEETING_KINDS if UNNAMED in flags)
"""Their codes, whatever a list says."""
