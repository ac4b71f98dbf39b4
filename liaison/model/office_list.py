"""What is asked when the office's list no longer has somebody the record knows."""

NO_LONGER_LISTED = "No longer on the office list: check"
"""The follow-up an import makes about her; until it is answered, letters warn."""
