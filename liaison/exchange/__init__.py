"""Files in and out: what schools and other programs write, and what they ask for."""
