"""What is done over the planner: a new meeting, its parts, calling it off, another day."""
