"""The window: every part of it made once, arranged, led to each other, come back to and left."""
