"""The import wizard: choose, read the report, say who is the same, check, done."""
