"""The steps by which the database got its shape, oldest first. A shipped one is never edited."""
