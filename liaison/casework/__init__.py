"""What officers do. A function checks, saves one batch, and says what it made."""
