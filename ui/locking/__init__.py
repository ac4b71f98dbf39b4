"""Locking: when it is time, what is kept, and how nothing of the record stays in memory."""
