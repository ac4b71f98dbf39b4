"""Worries about moves, of all children, in one table."""
