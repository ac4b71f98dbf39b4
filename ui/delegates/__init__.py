"""Rows of lists and tables: what they hold, how they are painted, what a screen reader hears."""
