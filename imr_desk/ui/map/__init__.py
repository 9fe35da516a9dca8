"""The map of the letter: its parts, how far each is, and the way there."""
