"""Keeping entries: one write door, one log of changes, and the tables projected from it."""
