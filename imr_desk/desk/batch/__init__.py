"""The batch check: one field over many letters, as cards that are dealt, confirmed by the page and counted."""
