"""One form for each entry that is filled in by hand."""
