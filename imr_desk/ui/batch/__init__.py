"""The batch check: one field over many letters, as pages of cards."""
