"""The room: what is on the screen while the family sits beside it."""
