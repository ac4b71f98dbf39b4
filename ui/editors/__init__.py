"""One editing widget for each kind of value."""
