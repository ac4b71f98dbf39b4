"""One family: who they are, what happened, what is owed, what gets in the way."""
