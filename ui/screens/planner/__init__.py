"""One meeting: planned, held, and written up."""
