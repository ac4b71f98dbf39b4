"""Settings: the school and you, its lists and dates, how it looks, what is held and why."""
