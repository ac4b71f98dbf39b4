"""Today: what is owed, what is new, and whom to think of."""
