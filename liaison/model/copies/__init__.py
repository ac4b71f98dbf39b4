"""Who may read what on paper: a copy of a family's record for one reader."""
