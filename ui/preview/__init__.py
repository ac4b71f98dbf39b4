"""Paper on the screen: the PDF's own pages, as pictures and as text."""
