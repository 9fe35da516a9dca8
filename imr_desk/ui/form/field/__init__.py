"""One field of the form: its name and mark, its printed words, and what can be done to it."""
