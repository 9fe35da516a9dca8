"""Keeping letters: one SQLite file a store, and the only room that knows SQL."""
