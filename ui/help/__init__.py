"""Help where you are: a page for each screen, and every key on one sheet. Nothing is fetched."""
