"""Which letters are meant: queries, search, samples, and what waits for a person."""
