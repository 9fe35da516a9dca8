"""The search over all letters."""
