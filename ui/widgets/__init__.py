"""What screens are made of. No widget here knows the record; each takes words and gives signals."""
