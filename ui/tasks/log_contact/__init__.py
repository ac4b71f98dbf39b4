"""Log contact: who, how, what was said, and what follows, in one overlay from anywhere."""
