"""The kinds of meeting a new record offers, and why early help ends.

Each has a code, a label, and flags code may read.
"""

UNNAMED = "unnamed"
"""The flag of a kind whose name never stands on a family copy."""

CONSENT = "consent"
"""The flag of a kind that is held with consent in writing."""

EARLY_HELP = frozenset({"taf", "taf_review"})
"""Kinds of early help, which comes to an end for a reason."""

DECIDED = frozenset({"taf"})
"""Kinds whose first meeting with a family is due some weeks after it was decided on."""

TOLD = "told"
"""The flag of a reason for ending early help that may stand on a family copy."""

MEETING_KINDS: tuple[tuple[str, ...], ...] = (
    ("honest", "Honest conversation", UNNAMED),
    ("structured", "Structured conversation"),
    ("taf", "Team around the family", CONSENT),
    ("taf_review", "Team around the family, review", CONSENT),
    ("apdr", "Review of support: assess, plan, do, review"),
    ("attendance", "Attendance meeting"),
    ("contract", "Attendance contract"),
    ("reintegration", "Welcome back after suspension"),
    ("return_review", "How the return is going"),
    ("transition", "Meeting about a move"),
    ("ebsa", "Finding it hard to attend"),
    ("ehcp", "Annual review of an EHC plan"),
    ("pep", "Personal education plan"),
    ("informal", "Complaint, informal stage"),
    ("drop_in", "Coffee morning or drop-in"),
    ("professionals", "Professionals only"),
    ("other", "Another meeting"),
)

MEETING_ENDS: tuple[tuple[str, ...], ...] = (
    ("needs_met", "Needs met", TOLD),
    ("consent_withdrawn", "Consent withdrawn"),
    ("stepped_up", "Stepped up"),
    ("moved_area", "Moved area"),
)
"""Why early help ends: code, label, and flags code may read."""

UNNAMED_KINDS = frozenset(code for code, _, *flags in MEETING_KINDS if UNNAMED in flags)
"""Their codes, whatever a list says."""
