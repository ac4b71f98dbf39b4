"""Sheets made over any page: calls of today, what is open, my week, minutes, blank forms."""
