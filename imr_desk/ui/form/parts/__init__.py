"""A part of the letter: its head, how far it is confirmed, and confirming it as a whole."""
